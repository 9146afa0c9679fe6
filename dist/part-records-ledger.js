import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{UserError,forCsv}from"./part-lib-escape.js";import{findPemBlocks}from"./part-csr-parse-pem.js";import{fingerprintOf}from"./part-csr-parse-spki.js";
import{nameText,readName}from"./part-csr-parse-name.js";import{DerError,DerReader,TAG,assertDer,readKey}from"./part-csr-parse-der.js";import{mkdir as mkdir2,readFile}from"node:fs/promises";import{dirname as dirname2}from"node:path";import{renameSync,writeFileSync}from"node:fs";import{mkdir,rename,rm,writeFile}from"node:fs/promises";import{dirname}from"node:path";var PIECE=64*1024;async function writeAtomically(path,content){let unfinished=`${path}.${process.pid}.tmp`;try{typeof content=="string"?(writeFileSync(unfinished,
content),renameSync(unfinished,path)):(await writeFile(unfinished,pieces(content)),await rename(unfinished,path))}catch(error){throw await rm(unfinished,{force:!0}).
catch(()=>{}),new UserError("not-written",`It cannot be written (${error instanceof Error?error.message:error}).`,{where:path,fix:"Free the disk or make the pla\
ce writable, and run the job again: certificates that exist are found and not issued twice.",cause:error})}}async function*pieces(parts){let piece="";for await(let part of parts)
piece+=part,!(piece.length<PIECE)&&(yield piece,piece="");yield piece}function createDirectoryMaker(){let made=new Map;return async file=>{let directory=dirname(
file),making=made.get(directory)??mkdir(directory,{recursive:!0});made.set(directory,making),await making}}function isUsable(status){return status==="ACTIVE"||status==="INACTIVE"}function isRetired(status){return status!=null&&status!==""&&!isUsable(status)}async function readLedger(path){if(path===void 0)return{entries:[]};let text;try{text=await readFile(path,"utf8")}catch(error){if(error.code==="ENOENT")return{entries:[]};
throw new UserError("ledger",`It cannot be read (${error instanceof Error?error.message:error}).`,{where:path,fix:"Name a file in `ledger`; one that does not ex\
ist yet is made.",cause:error})}return{entries:text.split(/\r?\n/).flatMap((line,index)=>line.trim()===""?[]:[parse(line,index+1,path)])}}function parse(line,number,path){
try{let entry=JSON.parse(line);if([entry.spkiSha256,entry.account,entry.region,entry.certificateId,entry.certificateArn].every(value=>typeof value=="string"&&value!==
""))return{...EMPTY,...entry}}catch{}throw new UserError("ledger",`Line ${number} is not a certificate of a ledger.`,{where:path,fix:"Correct the line (after a \
merge conflict, keep the lines of both sides), or restore the file from its history."})}var EMPTY={csrSha256:null,csrPath:null,status:null,issuedAt:null,runId:null,
runAttempt:null,commit:null,certificatePem:null};function mergeLedger(ledger,added){let byCertificate=new Map;for(let entry of[...ledger.entries,...added]){let key=`${entry.
spkiSha256} ${entry.certificateId}`,before=byCertificate.get(key)?.certificatePem;byCertificate.set(key,before&&entry.certificatePem===null?{...entry,certificatePem:before}:
entry)}return{entries:[...byCertificate].sort(([a],[b])=>a<b?-1:1).map(([,entry])=>entry)}}async function writeLedger(path,{entries},pemOf=async()=>{}){await mkdir2(
dirname2(path),{recursive:!0}),await writeAtomically(path,lines(entries,pemOf))}var WIDTH=64;async function*lines(entries,pemOf){for(let start=0;start<entries.length;start+=
WIDTH){let chunk=entries.slice(start,start+WIDTH).map(async entry=>{let certificatePem=entry.certificatePem??await pemOf(entry)??null;return`${JSON.stringify({...entry,
certificatePem})}
`});yield(await Promise.all(chunk)).join("")}}function certificateOf(entry){let{certificateId,certificateArn,certificatePem,status,issuedAt,runId,runAttempt,commit}=entry;
return{id:certificateId,arn:certificateArn,...certificatePem?{pem:certificatePem}:{},status:isUsable(status)?status:void 0,issuedAt:issuedAt??void 0,origin:runId===
null?void 0:{runId,runAttempt:runAttempt??1,commit:commit??void 0}}}function entryFor(csr,certificate,{account,region}){return{spkiSha256:csr.spkiSha256,csrSha256:csr.
csrSha256,csrPath:csr.path,account,region,certificateId:certificate.id,certificateArn:certificate.arn,status:certificate.status??null,issuedAt:certificate.issuedAt??
null,runId:certificate.origin?.runId??null,runAttempt:certificate.origin?.runAttempt??null,commit:certificate.origin?.commit??null,certificatePem:certificate.pem??
null}}import{readFile as readFile2}from"node:fs/promises";import{join}from"node:path";var SCHEMA_VERSION=1;function entryOf(outcome,{file,secret}){let{csr,result}=outcome,about={csrPath:csr.path,csrSha256:csr.csrSha256,spkiSha256:csr.spkiSha256,commonName:csr.
commonName??null,key:csr.key.name,result};if(!("certificate"in outcome))return{...about,...NO_CERTIFICATE,reason:outcome.problem.message};let{id,arn,status,issuedAt,
origin}=outcome.certificate;return{...about,certificateId:id,certificateArn:arn,status:status??null,file,secret:secret??null,issuedAt:issuedAt??null,runId:origin?.
runId??null,runAttempt:origin?.runAttempt??null,commit:origin?.commit??null,reason:null}}function certificateIn(entry){let{certificateId,certificateArn,status,issuedAt,
runId,runAttempt,commit}=entry;if(!(!certificateId||!certificateArn))return{id:certificateId,arn:certificateArn,status:status??void 0,issuedAt:issuedAt??void 0,
origin:runId===null?void 0:{runId,runAttempt:runAttempt??1,commit:commit??void 0}}}function rejectedEntry(finding){return{csrPath:finding.path,csrSha256:null,spkiSha256:null,
commonName:null,key:null,result:"rejected",...NO_CERTIFICATE,reason:`${finding.rule}: ${finding.message}`}}var NO_CERTIFICATE={certificateId:null,certificateArn:null,
status:null,file:null,secret:null,issuedAt:null,runId:null,runAttempt:null,commit:null};async function writeManifest(directory,manifest){let json=join(directory,
"manifest.json"),csv=join(directory,"manifest.csv");return await writeAtomically(json,toJson(manifest)),await writeAtomically(csv,toCsv(manifest.certificates)),
{json,csv}}function*toJson({certificates,...about}){yield JSON.stringify({schemaVersion:SCHEMA_VERSION,...about,certificates:[]},null,1).slice(0,-3);let first=`\

  `,separator=first;for(let entry of certificates)yield separator+JSON.stringify(entry,null,1).replaceAll(`
`,`
  `),separator=`,
  `;yield separator===first?`]
}
`:`
 ]
}
`}var COLUMNS=["csrPath","csrSha256","spkiSha256","commonName","key","result","certificateId","certificateArn","status","file","secret","issuedAt","runId","runA\
ttempt","commit","reason"];function*toCsv(entries){yield`${COLUMNS.join(",")}\r
`;for(let entry of entries)yield`${COLUMNS.map(column=>forCsv(String(entry[column]??""))).join(",")}\r
`}async function readManifest(directory){let path=join(directory,"manifest.json"),text;try{text=await readFile2(path,"utf8")}catch(error){if(error.code==="ENOEN\
T")return;throw error}try{let found=JSON.parse(text);if(found.schemaVersion===SCHEMA_VERSION&&Array.isArray(found.certificates))return found}catch{}throw new UserError(
"manifest","This file is not a manifest that this version wrote, and would be overwritten.",{where:path,fix:"Move it away, or name another output-directory."})}function cutCertificate(der){assertDer(der);let certificate=new DerReader(der).enter(TAG.sequence,"the certificate"),fields=certificate.enter(TAG.sequence,"what\
 is signed");certificate.take(TAG.sequence,"the signature algorithm"),certificate.take(TAG.bitString,"the signature"),fields.nextTag===160&&fields.any(),fields.
take(TAG.integer,"the serial number");for(let what of["the signature algorithm","the issuer","the validity"])fields.take(TAG.sequence,what);return{subject:fields.
raw(fields.take(TAG.sequence,"the subject")),spki:fields.raw(fields.take(TAG.sequence,"the public key"))}}function readHolder(pem){let der=findPemBlocks(pem).find(
({label})=>label==="CERTIFICATE")?.bytes;if(der!==void 0)try{let{subject,spki}=cutCertificate(der),key=readKey(new DerReader(spki).enter(TAG.sequence,"the publi\
c key")),name=readName(new DerReader(subject).enter(TAG.sequence,"the subject"));return{subject:nameText(name),key,spkiSha256:fingerprintOf(key,spki)}}catch(error){
if(error instanceof DerError)return;throw error}}export{writeAtomically,createDirectoryMaker,entryOf,certificateIn,rejectedEntry,writeManifest,readManifest,cutCertificate,readHolder,isUsable,isRetired,readLedger,
mergeLedger,writeLedger,certificateOf,entryFor};
