import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{horizonOf,joinSpans,spanOf}from"./part-records-reach.js";import{parseLedgerLine}from"./part-records-ledger-line.js";import{isUsable,mergedStatus}from"./part-records-status.js";
import{certificateArn,isSamePlace}from"./part-aws-place.js";import{LFS_FIX,isLfsPointer}from"./part-lib-lfs-pointer.js";import{errorOf,readRegularFile}from"./part-lib-file-error.js";
import{UserError}from"./part-lib-user-error.js";import{visible}from"./part-lib-escape.js";var EMPTY_LEDGER={entries:[],others:[],horizons:[]};async function readLedger(path){if(path===void 0)return EMPTY_LEDGER;let text;try{text=await readRegularFile(
path)}catch(error){throw errorOf(error,"ledger",path)}return text===void 0?EMPTY_LEDGER:parseLedger(plainText(text,path),path)}function plainText(text,path){if(isLfsPointer(
text))throw new UserError("ledger","The file is a Git LFS pointer: the ledger itself was not checked out.",{where:path,fix:LFS_FIX});if(/^\ufffd|\0/.test(text.slice(
0,100)))throw new UserError("ledger","The ledger is not in UTF-8.",{where:path,fix:"Save it in UTF-8 (PowerShell: `-Encoding utf8`), or restore it from its hist\
ory."});return text.replace(/^\ufeff/,"")}function parseLedger(text,where){let reader=createLedgerReader(where);for(let line of text.split(/\r?\n/))reader.add(line);
return reader.ledger()}function createLedgerReader(where){let entries=[],others=[],horizons=[],number=0;return{add(line){if(number++,line.trim()==="")return;let read=parse(
line,number,where);read.type==="certificate"?entries.push(read.entry):read.type==="other"?others.push(read.other):horizons.push(read.horizon)},ledger:()=>({entries:[
...byCertificate(entries).values()],others,horizons})}}function parse(line,number,path){let read=parseLedgerLine(line);if(!("problem"in read))return read;throw new UserError(
"ledger",`Line ${number} is not a certificate of a ledger: ${visible(read.problem)}.`,{where:path,fix:"Correct the line (after a merge conflict, keep the lines \
of both sides), or restore the file from its history."})}function byCertificate(entries){let found=new Map;for(let entry of entries){let key=placedKey(entry),before=found.
get(key),certificatePem=entry.certificatePem??before?.certificatePem??null,status=mergedStatus(before?.status,entry.status),more=before===void 0?{}:onlyIn(before,
entry),isAsIs=certificatePem===entry.certificatePem&&status===entry.status&&Object.keys(more).length===0;found.set(key,isAsIs?entry:{...entry,certificatePem,status,
...more})}return found}function onlyIn(before,{registration,confirmedAt,retiredAt}){let{thingName=null}=before;return{...registration==null&&before.registration!=
null&&{thingName,registration:before.registration},...confirmedAt==null&&before.confirmedAt!=null&&{confirmedAt:before.confirmedAt},...retiredAt==null&&before.retiredAt!=
null&&{retiredAt:before.retiredAt}}}function mergeLedger(ledger,added,others=[]){let entries=byCertificate([...ledger.entries,...added]),devices=new Set([...entries.
values()].map(idIn)),rest=new Map;for(let other of[...ledger.others,...others])devices.has(idIn(other))||rest.set(placedKey(other),other);return{...ledger,entries:sorted(
entries),others:sorted(rest)}}function withdrawIn(ledger,revoked,place){let entries=ledger.entries.map(entry=>isSamePlace(entry,place)&&revoked.get(entry.certificateId)===
entry.spkiSha256&&entry.status!=="REVOKED"?{...entry,status:"REVOKED"}:entry);return{...ledger,entries}}function extendLedger(ledger,added,{seen,covered,refuted},{
account,region}){let others=[...seen].map(([certificateId,spkiSha256])=>({account,region,certificateId,spkiSha256})),kept=ledger.others.filter(other=>!isSamePlace(
other,{account,region})||!(refuted.has(other.certificateId)||seen.has(other.certificateId))),merged=mergeLedger({...ledger,others:kept},added,others);return covered===
void 0?merged:moveHorizon(merged,covered,{account,region})}function joinLedgers(one,two){let merged=mergeLedger(one,two.entries,two.others);return[...new Map(two.
horizons.map(horizon=>[`${horizon.account} ${horizon.region}`,horizon])).values()].reduce((ledger,place)=>{let span=spanOf(two.horizons,place);return span===void 0?
ledger:moveHorizon(ledger,span,place)},merged)}function moveHorizon(ledger,span,place){let joined=joinSpans(spanOf(ledger.horizons,place),span)??span,horizons=[
...ledger.horizons.filter(horizon=>!isSamePlace(horizon,place)),horizonOf(joined,place)];return horizons.sort((a,b)=>`${a.account} ${a.region}`<`${b.account} ${b.
region}`?-1:1),{...ledger,horizons}}function idIn({certificateId,account,region}){return`${certificateId} ${account} ${region}`}function sortKey({spkiSha256,certificateId}){
return`${spkiSha256} ${certificateId}`}function placedKey(line){return`${sortKey(line)} ${line.account} ${line.region}`}function sorted(byKey){return[...byKey].
sort(([a],[b])=>a<b?-1:1).map(([,value])=>value)}async function writeLedger(files,path,ledger,pemOf=async()=>{}){try{await files.write(path,lines(ledger,pemOf))}catch(error){
throw errorOf(error,"ledger","ledger")}}async function ledgerText(ledger){let text="";for await(let part of lines(ledger,async()=>{}))text+=part;return text}var WIDTH=64;
async function*lines({entries,others,horizons},pemOf){for(let{account,region,since,time}of horizons)yield`${JSON.stringify({type:"horizon",account,region,since,
time})}
`;let next=0,othersBefore=key=>{let text="";for(let other=others[next];other!==void 0&&!(key!==void 0&&sortKey(other)>key);other=others[++next]){let{account,region,
certificateId,spkiSha256}=other;text+=`${JSON.stringify({type:"other",account,region,certificateId,spkiSha256})}
`}return text};for(let start=0;start<entries.length;start+=WIDTH){let chunk=entries.slice(start,start+WIDTH),pems=await Promise.all(chunk.map(async entry=>entry.
certificatePem??await pemOf(entry)??null));yield chunk.map((entry,index)=>{let line=JSON.stringify({...entry,certificatePem:pems[index]});return`${othersBefore(
sortKey(entry))}${line}
`}).join("")}yield othersBefore(void 0)}function certificateOf(entry){let{certificateId,certificatePem,status,issuedAt,runId,runAttempt,commit}=entry;return{id:certificateId,
...certificatePem?{pem:certificatePem}:{},status:isUsable(status)?status:void 0,issuedAt:issuedAt??void 0,origin:runId===null?void 0:{runId,runAttempt:runAttempt??
1,commit:commit??void 0}}}function entryFor(csr,certificate,{account,region},registered){return{spkiSha256:csr.spkiSha256,csrSha256:csr.csrSha256,csrPath:csr.path,
account,region,certificateId:certificate.id,certificateArn:certificateArn({account,region},certificate.id),status:certificate.status??null,issuedAt:certificate.
issuedAt??null,runId:certificate.origin?.runId??null,runAttempt:certificate.origin?.runAttempt??null,commit:certificate.origin?.commit??null,certificatePem:certificate.
pem??null,...registered===void 0?{}:{thingName:registered.thing??null,registration:registered.registration}}}function registeredIn({thingName,registration}){return registration==
null?void 0:{thing:thingName??void 0,registration}}export{EMPTY_LEDGER,readLedger,parseLedger,createLedgerReader,mergeLedger,withdrawIn,extendLedger,joinLedgers,writeLedger,ledgerText,certificateOf,entryFor,registeredIn};
