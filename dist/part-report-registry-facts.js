import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{consolePages}from"./part-aws-place.js";import{groupBy}from"./part-lib-group-by.js";import{count,duration,plural}from"./part-lib-words.js";function retirementsWith({rows},...results){return rows.filter(({result})=>results.includes(result)).length}var DONE_RESULTS=["retired","revoked","deleted"],LEFT_RESULTS=[
"refused","contradicted","failed","not-attempted"];function countOf({rows},result){return rows.filter(row=>row.result===result).length}function openIn({rows}){return rows.filter(({result})=>result!=="already"&&result!==
"gone"&&result!=="contradicted").length}var QUOTA_CODES={CreateCertificateFromCsr:"L-01BCDDCA",CreateThing:"L-64CBACAC",DescribeThing:"L-0EF0F5EE",AddThingToThingGroup:"L-2904683A",AttachPolicy:"L-CA7\
D4E3E",AttachThingPrincipal:"L-F64D1AA6",ListThingPrincipalsV2:"L-00ACEBE9",RegisterThing:"L-C0B2EF8B"};function quotaCodeOf(operation,region){let code=QUOTA_CODES[operation];
if(code===void 0)return;let pages=region===void 0?void 0:consolePages(region);return{code,page:pages&&`${new URL(pages).origin}/servicequotas/home/services/iotc\
ore/quotas/${code}`}}var RESULTS={registered:{label:"Registered",meaning:"This run gave it all that was asked for."},found:{label:"Found so",meaning:"It had all that was asked for a\
lready."},incomplete:{label:"Not registered",meaning:"It has its certificate, and something else is not done yet."},conflict:{label:"Conflict",meaning:"The regi\
stry holds something else than was asked for."}},ACTIONS={create:{label:"Create",meaning:"There is no thing of this name yet, or none is asked for."},found:{label:"\
Found so",meaning:"The thing is as asked for, and no other key holds it."},attach:{label:"Attach beside",meaning:"The thing is as asked for, and keeps the certi\
ficates that it holds."},conflict:{label:"Conflict",meaning:"The thing is not as asked for."}};function registryTitle({registration},mode){return registration!==
void 0?"Registered in AWS IoT":mode==="validate"?"What registering would do":"What was found before anything was created"}function uncheckedFact(why){return`The\
 names of things and their attributes are judged. Whether things, groups and policies are in AWS IoT as they are asked for was not looked at: ${why}.`}function registryParts({
registration,registryPlan}){return registration===void 0?partsOf(ACTIONS,registryPlan?.devices.map(({action})=>action)??[]):partsOf(RESULTS,registration.outcomes.
map(({result})=>result))}function partsOf(kinds,devices){let numbers=new Map;for(let kind of devices)numbers.set(kind,(numbers.get(kind)??0)+1);return Object.keys(
kinds).map(kind=>({...kinds[kind],number:numbers.get(kind)??0}))}function sharedRights(story){let without=new Set(unregisteredOf(story).map(({path})=>path)),devices=(story.
registryPlan?.devices??[]).filter(({path,action})=>action!=="conflict"&&!without.has(path)),rights=new Map;for(let[list,some]of groupBy(devices,device=>device.rights))
for(let{policy,group}of list){let key=`${policy} ${group??""}`;rights.set(key,{policy,group,devices:(rights.get(key)?.devices??0)+some.length})}return[...rights.
values()]}function unregisteredOf({registration}){return registration?.outcomes.filter(({result})=>result==="incomplete"||result==="conflict")??[]}var WORTH_ASKING=30;
function slowestOperation({registration,pacing,account}){if(registration===void 0)return;let creating=pacing?.().stats,times=[...registration.operations,...creating===
void 0?[]:[{operation:"CreateCertificateFromCsr",stats:creating,defaultQuota:15}]].flatMap(({operation,stats,defaultQuota})=>{let quota2=stats.quota??defaultQuota;
if(quota2===void 0||stats.sent===0)return[];let isMet=stats.quota!==void 0;return[{operation,calls:stats.sent,quota:quota2,isMet,seconds:stats.sent/quota2}]});times.
sort((a,b)=>Number(b.isMet)-Number(a.isMet)||b.seconds-a.seconds);let[first,next]=times;if(first===void 0||first.seconds<1)return;let quota=first.seconds<WORTH_ASKING?
void 0:quotaCodeOf(first.operation,account?.region);return{facts:[slownessOf(first,next),...quota===void 0?[]:[adviceOf(first,next,quota)]],quota}}function slownessOf(first,next){
let{operation,calls,isMet}=first,quota=`${isMet?"the quota of":"the default quota of"} ${rate(first.quota)}`,after=next===void 0||next.seconds<1?"":`, then ${next.
operation} with ${timeOf(next)}`;return`Slowest operation: ${operation}, ${plural(calls,"call")} at ${quota} are ${timeOf(first)}${after}.`}function adviceOf(first,next,{
code}){let{operation,calls,seconds}=first,group=operation==="AttachPolicy"?" A thing group that carries the policies saves all of these calls.":"",enough=next===
void 0||next.seconds<1?2*first.quota:Math.ceil(calls/next.seconds),saved=seconds-calls/enough;return saved<seconds/10?`A higher quota for it alone makes little \
difference.${group}`:`With ${rate(enough)} it would be up to ${duration(saved*1e3)} faster: ask for that in AWS Service Quotas (${code}).${group}`}function timeOf({
seconds}){return duration(Math.round(seconds)*1e3)}function rate(perSecond){return`${count(Number(perSecond.toFixed(1)))}/s`}export{retirementsWith,DONE_RESULTS,LEFT_RESULTS,countOf,openIn,RESULTS,ACTIONS,registryTitle,uncheckedFact,registryParts,sharedRights,unregisteredOf,slowestOperation};
