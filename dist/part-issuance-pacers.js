import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{createPacer,noteThrottling}from"./part-issuance-pacer-bucket-pace.js";function createPacers(clock,{create={kind:"auto",share:1},update,share=1,onCreated=()=>{},report=()=>{}}={}){let noted=(operation,pacer)=>noteThrottling(pacer,operation,
clock,report),others={kind:"auto",share};return{create:noted("CreateCertificateFromCsr",createPacer({clock,mode:create,onAdmitted:onCreated})),list:noted("ListC\
ertificates",createPacer({clock,mode:others})),describe:noted("DescribeCertificate",createPacer({clock,mode:others})),update:noted("UpdateCertificate",createPacer(
{clock,mode:update??others})),remove:noted("DeleteCertificate",createPacer({clock,mode:others}))}}export{createPacers};
