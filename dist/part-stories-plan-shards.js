import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{PLAN_JSON,writeBatchPlan}from"./part-records-batch-plan.js";import{expectedRate,readBatch,readKnownKeys}from"./part-glob.js";import"./lib-empty-2.js";
import"./part-csr-parse-certificate-holder.js";import"./part-runner-progress.js";import"./part-records-ledger.js";import"./part-records-ledger-line.js";import"./part-validation-shard.js";
import"./part-records-manifest.js";import"./part-lib-file-error.js";import"./part-valibot.js";import"./part-aws-place.js";import"./part-lib-nearest.js";
import{count,plural}from"./part-lib-words.js";import{UserError}from"./part-lib-user-error.js";import"./part-csr-parse-magic.js";import"./part-csr-parse-pem.js";
import"./part-csr-parse-spki.js";import"./part-lib-lfs-pointer.js";import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-string-types.js";import"./part-csr-parse-der.js";
import"./part-lib-escape.js";import"./lib-empty-3.js";import{join}from"node:path";var JOB_SECONDS=5*3600,MOST_SHARDS=256,LEAST_CSRS=25;function planShards(csrs,parallel,rate){let share=rate.kind==="share"?rate.share:1,perSecond=expectedRate(rate),
dividable=rate.kind==="rate"?perSecond*10:share*100,width=Math.max(1,Math.min(parallel,Math.floor(csrs/LEAST_CSRS),Math.floor(dividable))),of=Math.max(width,Math.
ceil(csrs*width/(perSecond*JOB_SECONDS)));if(of>MOST_SHARDS){let most=Math.floor(MOST_SHARDS*perSecond*JOB_SECONDS/width);throw new UserError("shards",`${count(
csrs)} CSRs at ${count(perSecond)}/s do not fit into one workflow run, which has ${MOST_SHARDS} jobs of ${JOB_SECONDS/3600} hours: ${count(most)} do.`,{where:"c\
sr-path",fix:"Ask AWS for a higher quota, run fewer jobs at a time, or split the batch."})}return{shards:Array.from({length:of},(_,n)=>`${n+1}/${of}`),parallel:width,
requestsPerSecond:rate.kind==="rate"?decimal(rate.perSecond/width):`${decimal(share*100/width)}%`}}function decimal(value){return String(Math.floor(value*1e3)/1e3)}async function planCommand(options,parallel,services){let{log,commands}=services,batch=await readBatch(options,()=>readKnownKeys(options),services);if(batch.csrs.
length===0||batch.rejected.length>0&&options.onInvalid==="fail"){for(let{path,rule,message}of batch.findings.filter(({severity})=>severity==="error").slice(0,10))
log.annotate("error",message,{file:path,title:rule});throw new UserError("invalid-csrs",`${plural(batch.rejected.length,"file")} cannot be used; nothing is plan\
ned.`,{fix:"Correct the files, or set `on-invalid: skip` to leave them out."})}let plan=planShards(batch.csrs.length,parallel,options.requestsPerSecond);log.info(
`${plural(batch.csrs.length,"CSR")} in ${plural(plan.shards.length,"shard")}, ${count(plan.parallel)} at a time, each at ${plan.requestsPerSecond} a second`);let file=join(
options.outputDirectory,PLAN_JSON);await writeBatchPlan(services.files,file,batch.csrs,plan.shards.length);let outputs={shards:JSON.stringify(plan.shards),parallel:String(
plan.parallel),"requests-per-second":plan.requestsPerSecond,"plan-path":file};for(let[name,value]of Object.entries(outputs))commands.setOutput(name,value),log.info(
`${name}=${value}`);return!0}export{planCommand};
