import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{account,commit,complaintOf,exactOptional,literal,looseObject,nullable,object,optional,optional2,path,pem,region,runAttempt,runId,safeParse,sha256,status,
thingName,time,unknown}from"./part-valibot.js";import{certificateArn}from"./part-aws-place.js";var SCHEMA=looseObject({spkiSha256:sha256,csrSha256:optional2(sha256),csrPath:optional2(path),account,region,certificateId:sha256,certificateArn:optional(unknown()),
status:optional2(status),issuedAt:optional2(time),runId:optional2(runId),runAttempt:optional2(runAttempt),commit:optional2(commit),certificatePem:optional2(pem),
thingName:exactOptional(nullable(thingName)),registration:exactOptional(nullable(sha256)),confirmedAt:exactOptional(nullable(time)),retiredAt:exactOptional(nullable(
time))}),OTHER=object({type:literal("other"),account,region,certificateId:sha256,spkiSha256:sha256}),HORIZON=object({type:literal("horizon"),account,region,since:optional2(
time),time});function parseLedgerLine(line){let value;try{value=JSON.parse(line)}catch{return{problem:"it is not JSON"}}let type=typeof value=="object"&&value!==
null&&"type"in value?value.type:"certificate";switch(type){case"certificate":return parseEntry(value);case"other":{let result=safeParse(OTHER,value,{abortEarly:!0});
if(!result.success)return{problem:complaintOf(result.issues)};let{account:account2,region:region2,certificateId,spkiSha256}=result.output;return{type,other:{account:account2,
region:region2,certificateId,spkiSha256}}}case"horizon":{let result=safeParse(HORIZON,value,{abortEarly:!0});if(!result.success)return{problem:complaintOf(result.
issues)};let{account:account2,region:region2,since,time:time2}=result.output;return{type,horizon:{account:account2,region:region2,since,time:time2}}}default:return{
problem:`its type is ${typeof type=="string"?JSON.stringify(type).slice(0,60):"no text"}, which this version does not know`}}}var MAX_DEPTH=32;function isDeeper(value,depth){
return typeof value!="object"||value===null?!1:depth===0||Object.values(value).some(inner=>isDeeper(inner,depth-1))}function parseEntry(value){let result=safeParse(
SCHEMA,value,{abortEarly:!0});if(!result.success)return{problem:complaintOf(result.issues)};let deep=Object.entries(result.output).find(([,field])=>isDeeper(field,
MAX_DEPTH));if(deep!==void 0)return{problem:`${deep[0]} is nested too deeply`};let{account:account2,region:region2,certificateId}=result.output;return{type:"cer\
tificate",entry:{...result.output,certificateArn:certificateArn({account:account2,region:region2},certificateId)}}}export{parseLedgerLine};
