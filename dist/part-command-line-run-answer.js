import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{DONE_RESULTS,countOf,openIn,retirementsWith,unregisteredOf}from"./part-report-registry-facts.js";import"./part-aws-default-quotas.js";import{certificateArn}from"./part-aws-place.js";
import"./part-lib-group-by.js";import"./part-lib-words.js";import"./lib-empty-2.js";function runAnswer(story,iamPolicy){let{registration,registryPlan}=story,{batch,outcomes,account,audit,revocation,retirement,failure,directory}=story,{manifestPath,
ledgerPath,pagePath}=story,having=result=>outcomes.filter(outcome=>outcome.result===result).length;return{counts:{files:batch?.files??0,valid:batch?.csrs.length??
0,rejected:batch?.rejected.length??0,created:having("created"),reused:having("reused"),failed:having("failed"),unresolved:having("in-doubt"),notAttempted:having(
"not-attempted"),disagreements:audit?.drifts.length??0,...registration&&registrationCounts(registration,unregisteredOf(story).length),...revocation&&{selected:openIn(
revocation),revoked:countOf(revocation,"revoked")},...retirement&&{planned:retirementsWith(retirement,"planned"),retired:retirementsWith(retirement,...DONE_RESULTS),
unconfirmed:retirementsWith(retirement,"unconfirmed")}},account:account===void 0?null:{id:account.account,region:account.region,arn:account.arn},certificatesPath:directory?.
path??null,manifestPath:manifestPath??null,ledgerPath:ledgerPath??null,reportPath:pagePath??null,findings:(batch?.findings??[]).map(({path,rule,severity,message,
fix})=>({path,rule,severity,message,fix})),certificates:certificatesOf(story),...registryPlan&&{registryPlan:planOf(registryPlan)},disagreements:audit?.drifts??
[],...revocation&&{dryRun:revocation.isDryRun,revocations:revocation.rows.map(revocationOf)},...retirement&&{dryRun:retirement.isDryRun,retirements:retirement.rows.
map(retirementOf),foreignCertificates:retirement.foreign},iamPolicy:iamPolicy===void 0?null:JSON.parse(iamPolicy),errors:failure===void 0?[]:[failure,...failure.
others].map(({code,message,where,fix})=>({code,message,where:where??null,fix}))}}function revocationOf({certificateId,csrPath,thingName,status,issuedAt,why,result,
problem}){return{certificateId,csr:csrPath??null,thingName:thingName??null,statusBefore:status??null,issuedAt:issuedAt===void 0?null:new Date(issuedAt).toISOString(),
selectedBy:why,result,...problem&&{problem:{message:problem.message,fix:problem.fix}}}}function retirementOf(row){let{thing,certificateId,csrPath,status,createdAt,
successor,to,result,problem}=row;return{thingName:thing,certificateId,csr:csrPath??null,statusBefore:status??null,createdAt:createdAt===void 0?null:new Date(createdAt).
toISOString(),newerCertificateId:successor??null,becomes:to??null,result,...problem&&{problem:{message:problem.message,fix:problem.fix}}}}function registrationCounts({
outcomes},left){return{registered:outcomes.length-left,notRegistered:left}}function planOf({devices,findings}){return{devices:devices.map(({path,thing,action,reasons,
holds,rights})=>({csr:path,thing:thing??null,action,reasons,holds,policies:rights.map(({policy,group})=>({policy,group:group??null}))})),findings:findings.map(({
rule,severity,message,fix})=>({rule,severity,message,fix}))}}function certificatesOf(story){let{outcomes,registration}=story,registered=new Map(registration?.outcomes.
map(outcome=>[outcome.path,outcome]));return outcomes.map(outcome=>{let device=registered.get(outcome.csr.path);return{...certificateOf(outcome,story),...device&&
{registration:registrationOf(device)}}})}function registrationOf({thing,result,done,left,problem}){return{thing:thing??null,result,done,left,...problem&&{problem:{
message:problem.message,fix:problem.fix}}}}function certificateOf(outcome,{directory,account}){let{csr,result}=outcome,has="certificate"in outcome?outcome.certificate:
void 0;return{csr:csr.path,result:result==="in-doubt"?"unresolved":result,certificateId:has?.id??null,certificateArn:has===void 0||account===void 0?null:certificateArn(
account,has.id),status:has?.status??null,file:has===void 0?null:directory?.fileOf(csr)??null,..."problem"in outcome?{problem:{message:outcome.problem.message,fix:outcome.
problem.fix}}:{}}}function whatElseThereIs(story){let{outcomes,directory,manifestPath,ledgerPath}=story,issued=outcomes.flatMap(outcome=>"certificate"in outcome?
[outcome]:[]);if(issued.length===0||directory===void 0)return[];let inactive=issued.filter(({certificate})=>certificate.status==="INACTIVE").length;return[...manifestPath===
void 0?[]:[`Manifest: ${manifestPath}`],...ledgerPath===void 0?[]:[`Ledger: ${ledgerPath}`],...inactive===0?[]:[`${inactive===issued.length?"They are":`${inactive}\
 of them are`} INACTIVE: no device can connect with them until they are activated (docs/after.md)`]]}export{runAnswer,whatElseThereIs};
