import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{account,certificateArn,commit,complaintOf,errorOf,isUsable,looseObject,optional,optional2,path,pem,readRegularFile,region,runAttempt,runId,safeParse,sha256,
status,time,unknown}from"./part-valibot.js";import{UserError}from"./part-lib-user-error.js";import{LFS_FIX,findPemBlocks,isLfsPointer}from"./part-csr-parse-pem.js";
import{fingerprintOf}from"./part-csr-parse-spki.js";import{nameBytes,nameText,readName}from"./part-csr-parse-string-types.js";import{DerError,DerReader,TAG,assertDer,
readKey}from"./part-csr-parse-der.js";import{visible}from"./part-lib-escape.js";var SCHEMA=looseObject({spkiSha256:sha256,csrSha256:optional2(sha256),csrPath:optional2(path),account,region,certificateId:sha256,certificateArn:optional(unknown()),
status:optional2(status),issuedAt:optional2(time),runId:optional2(runId),runAttempt:optional2(runAttempt),commit:optional2(commit),certificatePem:optional2(pem)});
function parseLedgerLine(line){let value;try{value=JSON.parse(line)}catch{return{problem:"it is not JSON"}}let result=safeParse(SCHEMA,value,{abortEarly:!0});if(!result.
success)return{problem:complaintOf(result.issues)};let{account:account2,region:region2,certificateId}=result.output;return{...result.output,certificateArn:certificateArn(
{account:account2,region:region2},certificateId)}}async function readLedger(path2){if(path2===void 0)return{entries:[]};let text;try{text=await readRegularFile(path2)}catch(error){throw error instanceof UserError?
errorOf(error,"ledger",path2):new UserError("ledger",`It cannot be read (${error instanceof Error?error.message:error}).`,{where:path2,fix:"Name a file in `ledg\
er`; one that does not exist yet is made.",cause:error})}return text===void 0?{entries:[]}:{entries:plainText(text,path2).split(/\r?\n/).flatMap((line,index)=>line.
trim()===""?[]:[parse(line,index+1,path2)])}}function plainText(text,path2){if(isLfsPointer(text))throw new UserError("ledger","It is a Git LFS pointer: the led\
ger itself was not checked out.",{where:path2,fix:LFS_FIX});if(/^\ufffd|\0/.test(text.slice(0,100)))throw new UserError("ledger","It is not in UTF-8.",{where:path2,
fix:"Save it in UTF-8 (PowerShell: `-Encoding utf8`), or restore it from its history."});return text.replace(/^\ufeff/,"")}function parse(line,number,path2){let entry=parseLedgerLine(
line);if(!("problem"in entry))return entry;throw new UserError("ledger",`Line ${number} is not a certificate of a ledger: ${visible(entry.problem)}.`,{where:path2,
fix:"Correct the line (after a merge conflict, keep the lines of both sides), or restore the file from its history."})}function mergeLedger(ledger,added){let byCertificate=new Map;
for(let entry of[...ledger.entries,...added]){let key=`${entry.spkiSha256} ${entry.certificateId}`,before=byCertificate.get(key)?.certificatePem;byCertificate.set(
key,before&&entry.certificatePem===null?{...entry,certificatePem:before}:entry)}return{entries:[...byCertificate].sort(([a],[b])=>a<b?-1:1).map(([,entry])=>entry)}}
async function writeLedger(files,path2,{entries},pemOf=async()=>{}){try{await files.write(path2,lines(entries,pemOf))}catch(error){throw errorOf(error,"ledger",
"ledger")}}var WIDTH=64;async function*lines(entries,pemOf){for(let start=0;start<entries.length;start+=WIDTH){let chunk=entries.slice(start,start+WIDTH).map(async entry=>{
let certificatePem=entry.certificatePem??await pemOf(entry)??null;return`${JSON.stringify({...entry,certificatePem})}
`});yield(await Promise.all(chunk)).join("")}}function certificateOf(entry){let{certificateId,certificatePem,status:status2,issuedAt,runId:runId2,runAttempt:runAttempt2,
commit:commit2}=entry;return{id:certificateId,...certificatePem?{pem:certificatePem}:{},status:isUsable(status2)?status2:void 0,issuedAt:issuedAt??void 0,origin:runId2===
null?void 0:{runId:runId2,runAttempt:runAttempt2??1,commit:commit2??void 0}}}function entryFor(csr,certificate,{account:account2,region:region2}){return{spkiSha256:csr.
spkiSha256,csrSha256:csr.csrSha256,csrPath:csr.path,account:account2,region:region2,certificateId:certificate.id,certificateArn:certificateArn({account:account2,
region:region2},certificate.id),status:certificate.status??null,issuedAt:certificate.issuedAt??null,runId:certificate.origin?.runId??null,runAttempt:certificate.
origin?.runAttempt??null,commit:certificate.origin?.commit??null,certificatePem:certificate.pem??null}}function cutCertificate(der){assertDer(der);let certificate=new DerReader(der).enter(TAG.sequence,"the certificate"),fields=certificate.enter(TAG.sequence,"what\
 is signed");certificate.take(TAG.sequence,"the signature algorithm"),certificate.take(TAG.bitString,"the signature"),fields.nextTag===160&&fields.any(),fields.
take(TAG.integer,"the serial number");for(let what of["the signature algorithm","the issuer","the validity"])fields.take(TAG.sequence,what);return{subject:fields.
raw(fields.take(TAG.sequence,"the subject")),spki:fields.raw(fields.take(TAG.sequence,"the public key"))}}function readHolder(pem2){let der=findPemBlocks(pem2).
find(({label})=>label==="CERTIFICATE")?.bytes;if(der!==void 0)try{let{subject,spki}=cutCertificate(der),key=readKey(new DerReader(spki).enter(TAG.sequence,"the \
public key")),name=readName(new DerReader(subject).enter(TAG.sequence,"the subject"));return{subject:nameText(name),subjectBytes:nameBytes(subject),key,spkiSha256:fingerprintOf(
key,spki)}}catch(error){if(error instanceof DerError)return;throw error}}export{cutCertificate,readHolder,readLedger,mergeLedger,writeLedger,certificateOf,entryFor};
