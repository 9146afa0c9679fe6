import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{describeClaim,issueTime,provenPem}from"./part-issuance-confirm.js";import{createListing,listWhileCheaper}from"./part-issuance-listing.js";import{certificateOf,
readLedger,writeLedger}from"./part-records-ledger.js";import{forEach}from"./part-lib-for-each.js";import{describeIfThere}from"./part-issuance-iot-access.js";import{
isSamePlace}from"./part-aws-place.js";var WIDTH=32;async function confirmHeld(candidates,access,onProgress){let answers=candidates.map(()=>{}),proofs=candidates.map(proofOf),listing=createListing(access);
await listWhileCheaper(listing,()=>{for(let[index,proof]of proofs.entries()){let[candidate,listed]=[candidates[index],listing.seen.get(candidates[index]?.certificateId??
"")];candidate===void 0||proof===void 0||listed===void 0||answers[index]!==void 0||(answers[index]=held(candidate,{...listed,pem:proof.pem}))}return proofs.filter(
(proof,index)=>proof!==void 0&&answers[index]===void 0).length});let open=candidates.flatMap((candidate,index)=>answers[index]===void 0?[{candidate,index}]:[]),
done=0;return await forEach(open,WIDTH,async({candidate,index})=>{answers[index]=await describe(candidate,access),onProgress(++done,open.length)}),answers.flatMap(
answer=>answer??[])}function proofOf({entry}){if(entry===void 0)return{pem:void 0};let pem=provenPem(entry,certificateOf(entry));return pem===void 0?void 0:{pem}}
async function describe(candidate,access){let{entry,certificateId}=candidate;if(entry===void 0){let described=await describeIfThere(access,certificateId);return described===
void 0?{kind:"gone",candidate}:held(candidate,described)}let answer=await describeClaim(entry,certificateOf(entry),access);return"reason"in answer?answer.isMissing?
{kind:"gone",candidate}:{kind:"contradicted",candidate,reason:answer.reason}:held(candidate,answer)}function held(candidate,answer){let{status,createdAt,pem}=answer,
issuedAt=Date.parse(issueTime(candidate.entry?.issuedAt??void 0,createdAt));return{kind:"held",candidate,status,issuedAt,createdAt,pem}}async function openRevocationLedger(ofFile,{ledgerTable},use,account,services){if(ledgerTable===void 0)return{entries:ofFile,table:void 0};let{openLedgerTable}=await import("./part-aws-sdk-client-dynamodb.js"),
{readWholeTable}=await import("./lib-empty-14.js"),table=await openLedgerTable(ledgerTable,account,use,{...services,stop:services.end});try{return{entries:(await readWholeTable(
table)).entries,table}}catch(error){throw table.close(),error}}async function recordInLedger({apply,says},{ledger,ledgerCommit,table},place,entries,{files,log}){if(table!==void 0){let own={entries:entries.filter(entry=>isSamePlace(
entry,place)),others:[],horizons:[]},changed2=differing(own,apply(own));await table.add(changed2),log.info(`The shared ledger ${says(changed2.length)}`);return}
if(ledger===void 0)return;let before=await readLedger(ledger),after=apply(before),changed=differing(before,after);changed.length>0&&await writeLedger(files,ledger,
after),log.info(`The ledger ${ledger} ${says(changed.length)}`),await ledgerCommit?.commit()}function differing(before,after){return after.entries.filter((entry,index)=>entry!==
before.entries[index])}export{confirmHeld,openRevocationLedger,recordInLedger};
