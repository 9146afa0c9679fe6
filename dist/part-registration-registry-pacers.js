import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{createPacer,noteThrottling}from"./part-issuance-pacer-bucket-pace.js";import{DEFAULT_REGISTRY_QUOTAS}from"./part-aws-default-quotas.js";var OPERATIONS=Object.keys(DEFAULT_REGISTRY_QUOTAS);function createRegistryPacers(clock,{share=1,report=()=>{}}={}){let pacerOf=operation=>onFirstCall(()=>noteThrottling(
createPacer({clock,mode:{kind:"auto",share}}),operation,clock,report));return Object.fromEntries(OPERATIONS.map(operation=>[operation,pacerOf(operation)]))}function operationStats(pacers){
return OPERATIONS.map(operation=>({operation,stats:pacers[operation].stats,defaultQuota:DEFAULT_REGISTRY_QUOTAS[operation]})).filter(({stats})=>stats.sent>0)}var NOTHING_SENT={
sent:0,admitted:0,throttled:0,failed:0,inFlight:0,rate:void 0,quota:void 0};function onFirstCall(make){let pacer;return{acquire(signal){return pacer??=make(),pacer.
acquire(signal)},get stats(){return pacer?.stats??NOTHING_SENT}}}export{createRegistryPacers,operationStats};
