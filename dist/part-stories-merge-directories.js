import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{checkPem,onlyReport}from"./part-records-read-certificate.js";import{entryFor,mergeLedger,readLedger,writeLedger}from"./part-records-ledger.js";import{count,plural}from"./part-lib-words.js";
import{explain}from"./part-runner-log.js";import{certificateIn,foldName,readManifest,readRegularFile,refuseReserved,writeManifest}from"./part-valibot.js";
import{UserError}from"./part-lib-user-error.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-parse-string-types.js";import"./part-csr-parse-der.js";
import"./part-lib-escape.js";import"./lib-empty-2.js";import{resolve}from"node:path";import{readdir}from"node:fs/promises";import{join,relative,sep}from"node:path";async function mergeShards(files,from,to,ledger){let directories=(await Promise.all(from.map(withManifest))).flat(),manifests=await Promise.all(directories.map(
async directory=>({directory,manifest:await readManifest(directory)}))),[first]=manifests;if(first?.manifest===void 0)throw new UserError("merge","There is no m\
anifest.json in these directories, nor directly below them.",{where:from.join(", "),fix:"Name the output directories of the shards, or the directory that their \
artifacts were downloaded to."});let{repository,account,region}=first.manifest,place={account,region},known=await readLedger(ledger),entries=new Map,idsByKey=new Map,
owners=new Map,issued=[],target=files.below(to);for(let{directory,manifest:manifest2}of manifests)if(manifest2!==void 0){if(manifest2.account!==account||manifest2.
region!==region)throw wrong(directory,`It is of account ${manifest2.account} in ${manifest2.region}, not ${account} in ${region}.`);for(let entry of manifest2.certificates){
let certificate=certificateIn(entry,place);if((entries.get(entry.csrPath)===void 0||certificate!==void 0)&&entries.set(entry.csrPath,entry),certificate===void 0||
entry.spkiSha256===null)continue;idsByKey.set(entry.spkiSha256,(idsByKey.get(entry.spkiSha256)??new Set).add(certificate.id)),refuseSecondOwner(owners,directory,
entry);let pem=await copyCertificate(target,directory,to,entry,entry.spkiSha256),csr={spkiSha256:entry.spkiSha256,csrSha256:entry.csrSha256,path:entry.csrPath};
issued.push(entryFor(csr,{...certificate,pem},{account,region}))}}ledger!==void 0&&await writeLedger(files,ledger,mergeLedger(known,issued));let certificates=[...entries.
values()].sort((a,b)=>a.csrPath<b.csrPath?-1:1),manifest=await writeManifest(target,to,{repository,account,region,certificates}),duplicates=[...idsByKey].filter(
([,ids])=>ids.size>1).map(([key])=>key);return{files:manifest,entries:certificates,shards:directories.length,duplicates}}async function withManifest(directory){
let below;try{let found=await readdir(directory,{withFileTypes:!0});if(found.some(entry=>entry.name==="manifest.json"))return[directory];below=found.filter(entry=>entry.
isDirectory()).map(({name})=>join(directory,name))}catch(error){throw wrong(directory,`It cannot be read (${error instanceof Error?error.message:error}).`)}return(await Promise.
all(below.map(async path=>(await readdir(path)).includes("manifest.json")?[path]:[]))).flat().sort()}function refuseSecondOwner(owners,from,{file,csrPath}){let place=foldName(
file??""),owner=owners.get(place)??csrPath;if(owner!==csrPath)throw wrong(from,`The certificates of ${owner} and ${csrPath} would both be ${file}.`);owners.set(
place,csrPath)}async function copyCertificate(files,from,to,entry,spkiSha256){let{file,csrPath,certificateId}=entry,way=relative(to,join(to,file??"")),isOutside=way===
""||way===".."||way.startsWith(`..${sep}`);if(file===null||isOutside||refuseReserved(way.replaceAll(sep,"/"))!==void 0)throw wrong(from,`Its manifest names no f\
ile for ${csrPath} that may be in the output directory.`);let source=join(from,way),pem;try{let text=await readRegularFile(source);if(text===void 0)throw new Error(
"it is not there");pem=text}catch(error){throw wrong(source,`The certificate of ${csrPath} cannot be read (${error instanceof Error?error.message:error}).`)}let checked=checkPem(
pem);if(checked?.spkiSha256!==spkiSha256)throw wrong(source,`This is not the certificate of ${csrPath}.`);if(checked.id!==certificateId)throw wrong(source,`This\
 is not the certificate ${certificateId}.`);let target=join(to,way);return source===target||await files.write(target,pem),checked.pem}function wrong(where,message){
return new UserError("merge",message,{where,fix:"Download the artifact of this shard again; the certificates are in the account and in the ledger, too."})}async function mergeCommand(directories,target,ledger,{log,commands,context,files}){let at=path=>resolve(context.workspace,path),merged=await mergeShards(files,
directories.map(at),at(target),ledger&&at(ledger)),having=merged.entries.filter(entry=>entry.certificateId!==null),without=merged.entries.filter(entry=>entry.certificateId===
null);log.info(`${plural(having.length,"certificate")} of ${plural(merged.shards,"shard")} in ${at(target)}`);let report=[`## ${without.length+merged.duplicates.
length===0?"\u2705":"\u274C"} ${plural(having.length,"AWS IoT certificate")} of ${plural(merged.shards,"shard")}`,"",`- Without a certificate: ${count(without.length)}`,
`- Keys with more than one certificate: ${count(merged.duplicates.length)}`,""];await onlyReport("The job summary",log,()=>commands.appendSummary(report.join(`
`)));let outputs={"certificate-count":String(having.length),"missing-count":String(without.length),"certificates-path":at(target),"manifest-path":merged.files.json};
if(await onlyReport("The outputs",log,()=>{for(let[name,value]of Object.entries(outputs))commands.setOutput(name,value)}),merged.duplicates.length>0){let keys=merged.
duplicates.slice(0,10).join(", ");log.annotate("error",`More than one certificate for a key: ${keys}. All of them are in the ledger.`)}if(without.length>0){let[
example]=without,error=new UserError("incomplete",`${plural(without.length,"CSR")} got no certificate, ${example?.csrPath} among them: ${example?.reason}`,{fix:"\
Re-run the failed shards and merge again: CSRs that have their certificate are not issued twice."});log.annotate("error",explain(error),{title:error.code})}return without.
length===0&&merged.duplicates.length===0}export{mergeCommand};
