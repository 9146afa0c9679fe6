import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{PLAN_JSON,writeBatchPlan}from"./part-records-batch-plan.js";import{estimate,readBatch,readDevices,readKnownKeys,refuseDevices,refuseUnknownColumns,thingNamer}from"./part-csr-files-near-misses.js";
import{breakable,findingTable,folded,reasonTable,reasonsOfRules,table}from"./part-report-reason-table.js";import"./part-records-ledger.js";import"./part-records-reach.js";
import"./part-records-ledger-line.js";import{annotateFindings}from"./part-report-annotations.js";import{onlyReport}from"./part-report-only-report.js";import"./part-csr-parse-certificate-holder.js";
import{expectedRate}from"./part-issuance-request-rate.js";import"./part-runner-progress.js";import"./part-aws-default-quotas.js";import"./part-naming-device-columns.js";import"./part-validation-shard.js";
import"./part-records-manifest.js";import{headline,said}from"./part-runner-failure-summary.js";import"./part-naming-reserved-names.js";import"./part-valibot.js";import"./part-records-status.js";
import"./part-naming-name-rules.js";import"./part-naming-names.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import"./part-aws-place.js";
import"./part-runner-log.js";import"./part-csr-parse-text-kinds.js";import"./part-lib-lfs-pointer.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";
import"./part-csr-subject-matcher.js";import"./part-csr-rules-subject-meant.js";import"./part-lib-group-by.js";import"./part-csr-rules-thing-name.js";import"./part-csr-parse-string-types.js";
import"./part-glob.js";import"./part-csr-files-outside.js";import"./part-naming-template.js";import"./part-lib-file-error.js";import"./part-lib-nearest.js";
import{UserError}from"./part-lib-user-error.js";import{count,plural}from"./part-lib-words.js";import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-key.js";
import"./part-csr-parse-der.js";import"./part-csr-device-list.js";import"./part-lib-escape.js";import"./lib-empty-2.js";import{join}from"node:path";function refusedPlanSummary({files,findings,rejected},fix,rulesPage){return[headline("\u274C",`Nothing is planned: ${count(rejected.length)} of ${plural(files,"\
file")} cannot be used`),`**Next:** ${said(fix)}
`,reasonTable("What failed",reasonsOfRules(findings,"error","rejected"),rulesPage),folded(plural(findings.length,"finding"),findingTable(findings,rulesPage))].join(
`
`)}function planSummary({csrs,files,findings,rejected},plan,rulesPage){let left=rejected.length===0?"":`, ${plural(rejected.length,"file")} rejected`,verdict=`${count(
csrs.length)} of ${plural(files,"CSR")} in ${plural(plan.shards,"shard")}${left}`;return[headline(rejected.length===0?"\u2705":"\u26A0\uFE0F",verdict),"**Next:*\
* The jobs of the matrix create the certificates; `merge` puts them together.\n",reasonTable("What failed",reasonsOfRules(findings,"error","rejected"),rulesPage),
table(["CSRs","Shards","At a time","Certificates a second, each"],[[count(csrs.length),count(plan.shards),count(plan.parallel),breakable(plan.requestsPerSecond)]]),
`- Plan ${breakable(plan.file)}${plan.estimate===""?"":`
- Creating ${plan.estimate}`}
`,findings.length===0?"":folded(plural(findings.length,"finding"),findingTable(findings,rulesPage))].filter(part=>part!=="").join(`
`)}var JOB_SECONDS=5*3600,MOST_SHARDS=256,LEAST_CSRS=25;function planShards(csrs,parallel,rate){let share=rate.kind==="share"?rate.share:1,perSecond=expectedRate(rate),
dividable=rate.kind==="rate"?perSecond*10:share*100,width=Math.max(1,Math.min(parallel,Math.floor(csrs/LEAST_CSRS),Math.floor(dividable))),of=Math.max(width,Math.
ceil(csrs*width/(perSecond*JOB_SECONDS)));if(of>MOST_SHARDS){let most=Math.floor(MOST_SHARDS*perSecond*JOB_SECONDS/width);throw new UserError("shards",`${count(
csrs)} CSRs at ${count(perSecond)}/s do not fit into one workflow run, which has ${MOST_SHARDS} jobs of ${JOB_SECONDS/3600} hours: ${count(most)} do.`,{where:"c\
sr-path",fix:"Ask AWS for a higher quota, run fewer jobs at a time, or split the batch."})}return{shards:Array.from({length:of},(_,n)=>`${n+1}/${of}`),parallel:width,
requestsPerSecond:rate.kind==="rate"?decimal(rate.perSecond/width):`${decimal(share*100/width)}%`}}function decimal(value){return String(Math.floor(value*1e3)/1e3)}var CORRECT="Correct the files, or set `on-invalid: skip` to leave them out.";async function planCommand(options,parallel,services){let{log,commands,context}=services;
log.stage("Read and judge the CSRs");let devices=await readDevices(options,context.workspace);refuseUnknownColumns(options,devices);let thingOf=thingNamer(options.
registration?.thingName),batch=await readBatch(options,async()=>({known:await readKnownKeys(options),devices:devices&&{list:devices,thingOf}}),services);if(log.
endStage(),annotateFindings(batch.findings,context.rulesPage,log),batch.csrs.length===0||batch.rejected.length>0&&options.onInvalid==="fail")throw await onlyReport(
"The job summary",log,()=>commands.appendSummary(refusedPlanSummary(batch,CORRECT,context.rulesPage))),new UserError("invalid-csrs",`${plural(batch.rejected.length,
"file")} cannot be used; nothing is planned.`,{where:"csr-path",fix:CORRECT});options.onInvalid==="fail"&&refuseDevices(batch.findings," Nothing is planned."),log.
stage("Divide the batch");let plan=planShards(batch.csrs.length,parallel,options.requestsPerSecond),file=join(options.outputDirectory,PLAN_JSON);await writeBatchPlan(
services.files,file,batch.csrs,plan.shards.length),await onlyReport("The job summary",log,()=>{let facts={...plan,shards:plan.shards.length,file,estimate:estimate(
batch.csrs.length,options.requestsPerSecond)};commands.appendSummary(planSummary(batch,facts,context.rulesPage))});let outputs={shards:JSON.stringify(plan.shards),
parallel:String(plan.parallel),"requests-per-second":plan.requestsPerSecond,"plan-path":file};for(let[name,value]of Object.entries(outputs))commands.setOutput(name,
value),log.info(`${name}=${value}`);return log.endStage(),log.info(`${plural(batch.csrs.length,"CSR")} in ${plural(plan.shards.length,"shard")}, ${count(plan.parallel)}\
 at a time, each at ${plan.requestsPerSecond} a second`),!0}export{planCommand};
