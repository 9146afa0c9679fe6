import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{parseLedgerLine}from"./part-records-ledger-line.js";import{account,array,complaintOf,maxLength,object,optional,path,pipe,regex,region,runAttempt,runId,safeParse,
sha256,string,time,transform}from"./part-valibot.js";import{mergedStatus}from"./part-records-status.js";var PARTITION_KEY="pk",REVISION="rev";function partitionKeyOf({account:account2,region:region2,spkiSha256}){return`${account2}#${region2}#${spkiSha256}`}var uuid=pipe(
string(),regex(/^[0-9a-f-]{36}$/,"is no UUID")),KEY=object({account,region,spkiSha256:sha256}),CLAIM=object({claimOwner:uuid,claimRun:pipe(string(),maxLength(500,
"is too long")),claimRunId:optional(runId),claimRunAttempt:optional(pipe(string(),transform(Number),runAttempt)),claimCsrPath:path,claimSince:time,claimUntil:time}),
ITEM=object({[PARTITION_KEY]:string(),[REVISION]:uuid,certificates:optional(array(string("is not text")),[])});function parseItem(attributes){let item=safeParse(
ITEM,attributes,{abortEarly:!0});if(!item.success)return{problem:complaintOf(item.issues)};let[account2,region2,spkiSha256]=item.output[PARTITION_KEY].split("#"),
key=safeParse(KEY,{account:account2,region:region2,spkiSha256},{abortEarly:!0});if(!key.success)return{problem:`in its ${PARTITION_KEY}, ${complaintOf(key.issues)}`};
let certificates=[];for(let line of item.output.certificates){let read=parseLedgerLine(line);if("problem"in read)return{problem:`in its certificates, ${read.problem}`};
if(read.type!=="certificate")return{problem:"in its certificates, one is none"};let{entry}=read;if(partitionKeyOf(entry)!==item.output[PARTITION_KEY])return{problem:"\
a certificate in it is of another key"};certificates.push(entry)}let claim=claimIn(attributes);return claim!==void 0&&"problem"in claim?claim:{key:key.output,revision:item.
output[REVISION],certificates,claim}}function claimIn(attributes){if(!Object.keys(attributes).some(name=>name.startsWith("claim")))return;let result=safeParse(CLAIM,
attributes,{abortEarly:!0});if(!result.success)return{problem:complaintOf(result.issues)};let{claimOwner,claimRun,claimRunId,claimRunAttempt,claimCsrPath,claimSince,
claimUntil}=result.output;return{owner:claimOwner,run:claimRun,runId:claimRunId,runAttempt:claimRunAttempt,csrPath:claimCsrPath,since:Date.parse(claimSince),until:Date.
parse(claimUntil)}}function attributesOf({key,revision,certificates,claim}){let state=claim!==void 0?"claimed":certificates.length>0?"issued":"released";return{
[PARTITION_KEY]:partitionKeyOf(key),[REVISION]:revision,state,...certificates.length===0?{}:{certificates:certificates.map(entry=>JSON.stringify(entry))},...claim===
void 0?{}:claimAttributes(claim)}}function claimAttributes({owner,run,runId:runId2,runAttempt:runAttempt2,csrPath,since,until}){return{claimOwner:owner,claimRun:run,
...runId2===void 0?{}:{claimRunId:runId2},...runAttempt2===void 0?{}:{claimRunAttempt:String(runAttempt2)},claimCsrPath:csrPath,claimSince:new Date(since).toISOString(),
claimUntil:new Date(until).toISOString()}}function mergeCertificates(certificates,added){let byId=new Map(certificates.map(entry=>[entry.certificateId,entry]));
for(let entry of added){let before=byId.get(entry.certificateId),said=Object.fromEntries(Object.entries(entry).filter(([,value])=>value!==null)),status=mergedStatus(
before?.status,entry.status??before?.status??null);byId.set(entry.certificateId,{...entry,...before,...said,status})}return[...byId.values()].sort((a,b)=>a.certificateId<
b.certificateId?-1:1)}var HORIZON="horizon#",HORIZON_ITEM=object({[REVISION]:uuid,time});function horizonKeyOf({account:account2,region:region2}){return`${HORIZON}${account2}\
#${region2}`}function isHorizon(attributes){return String(attributes[PARTITION_KEY]??"").startsWith(HORIZON)}function parseHorizon(attributes){let item=safeParse(
HORIZON_ITEM,attributes,{abortEarly:!0});return item.success?Date.parse(item.output.time):void 0}export{PARTITION_KEY,REVISION,partitionKeyOf,parseItem,attributesOf,mergeCertificates,horizonKeyOf,isHorizon,parseHorizon};
