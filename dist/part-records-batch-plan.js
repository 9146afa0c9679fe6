import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{array,complaintOf,integer,literal,minValue,number,object,parseJson,path,pipe,safeParse,sha256,string}from"./part-valibot.js";import{readRegularFile}from"./part-lib-file-error.js";
import{UserError}from"./part-lib-user-error.js";import{join}from"node:path";var PLAN_JSON="plan.json",PLAN=object({schemaVersion:literal(1),of:pipe(number(),integer(),minValue(1)),csrs:array(object({csrPath:path,spkiSha256:sha256}))});async function writeBatchPlan(files,file,csrs,of){
function*text(){yield`{"schemaVersion":1,"of":${of},"csrs":[`;let separator=`
`;for(let{path:csrPath,spkiSha256}of csrs)yield separator+JSON.stringify({csrPath,spkiSha256}),separator=`,
`;yield`
]}
`}await files.write(file,text())}async function readBatchPlan(directory){let file=join(directory,PLAN_JSON),text=await readRegularFile(file);if(text===void 0)return;
let result=safeParse(pipe(string(),parseJson(),PLAN),text,{abortEarly:!0});if(result.success)return result.output;throw new UserError("merge",`This is not a pla\
n of shards: ${complaintOf(result.issues)}.`,{where:file,fix:"Name the plan.json that `plan` wrote, or leave it out."})}export{PLAN_JSON,writeBatchPlan,readBatchPlan};
