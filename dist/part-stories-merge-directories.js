import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{checkPem}from"./part-records-read-certificate.js";import{entryFor,mergeLedger,readLedger,writeLedger}from"./part-records-ledger.js";import{count,plural}from"./part-lib-words.js";
import{explain}from"./part-runner-log.js";import{certificateIn,readManifest,writeManifest}from"./part-valibot.js";import{UserError}from"./part-lib-user-error.js";
import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-parse-string-types.js";import"./part-csr-parse-der.js";import"./part-lib-escape.js";
import"./lib-empty.js";import{resolve}from"node:path";import{copyFile,mkdir,readdir,readFile}from"node:fs/promises";import{dirname,join,relative,sep}from"node:path";async function mergeShards(from,to,ledger){let directories=(await Promise.all(from.map(withManifest))).flat(),manifests=await Promise.all(directories.map(async directory=>({
directory,manifest:await readManifest(directory)}))),[first]=manifests;if(first?.manifest===void 0)throw new UserError("merge","There is no manifest.json in the\
se directories, nor directly below them.",{where:from.join(", "),fix:"Name the output directories of the shards, or the directory that their artifacts were down\
loaded to."});let{repository,account,region}=first.manifest,place={account,region},known=await readLedger(ledger),entries=new Map,idsByKey=new Map,issued=[];await mkdir(
to,{recursive:!0});for(let{directory,manifest}of manifests)if(manifest!==void 0){if(manifest.account!==account||manifest.region!==region)throw wrong(directory,`\
It is of account ${manifest.account} in ${manifest.region}, not ${account} in ${region}.`);for(let entry of manifest.certificates){let certificate=certificateIn(
entry,place);if((entries.get(entry.csrPath)===void 0||certificate!==void 0)&&entries.set(entry.csrPath,entry),certificate===void 0||entry.spkiSha256===null)continue;
idsByKey.set(entry.spkiSha256,(idsByKey.get(entry.spkiSha256)??new Set).add(certificate.id));let pem=await copyCertificate(directory,to,entry,entry.spkiSha256),
csr={spkiSha256:entry.spkiSha256,csrSha256:entry.csrSha256,path:entry.csrPath};issued.push(entryFor(csr,{...certificate,pem},{account,region}))}}ledger!==void 0&&
await writeLedger(ledger,mergeLedger(known,issued));let certificates=[...entries.values()].sort((a,b)=>a.csrPath<b.csrPath?-1:1),files=await writeManifest(to,{repository,
account,region,certificates}),duplicates=[...idsByKey].filter(([,ids])=>ids.size>1).map(([key])=>key);return{files,entries:certificates,shards:directories.length,
duplicates}}async function withManifest(directory){let below;try{let found=await readdir(directory,{withFileTypes:!0});if(found.some(entry=>entry.name==="manife\
st.json"))return[directory];below=found.filter(entry=>entry.isDirectory()).map(({name})=>join(directory,name))}catch(error){throw wrong(directory,`It cannot be \
read (${error instanceof Error?error.message:error}).`)}return(await Promise.all(below.map(async path=>(await readdir(path)).includes("manifest.json")?[path]:[]))).
flat().sort()}async function copyCertificate(from,to,entry,spkiSha256){let{file,csrPath,certificateId}=entry,way=relative(to,join(to,file??""));if(file===null||
way===""||way===".."||way.startsWith(`..${sep}`))throw wrong(from,`Its manifest names no file for ${csrPath} that is inside of it.`);let source=join(from,way),pem;
try{pem=await readFile(source,"utf8")}catch(error){throw wrong(source,`The certificate of ${csrPath} cannot be read (${error instanceof Error?error.message:error}\
).`)}let checked=checkPem(pem);if(checked?.spkiSha256!==spkiSha256)throw wrong(source,`This is not the certificate of ${csrPath}.`);if(checked.id!==certificateId)
throw wrong(source,`This is not the certificate ${certificateId}.`);let target=join(to,way);return source===target||(await mkdir(dirname(target),{recursive:!0}),
await copyFile(source,target)),checked.pem}function wrong(where,message){return new UserError("merge",message,{where,fix:"Download the artifact of this shard ag\
ain; the certificates are in the account and in the ledger, too."})}async function mergeCommand(directories,target,ledger,{log,commands,context}){let at=path=>resolve(context.workspace,path),merged=await mergeShards(directories.
map(at),at(target),ledger&&at(ledger)),having=merged.entries.filter(entry=>entry.certificateId!==null),without=merged.entries.filter(entry=>entry.certificateId===
null);log.info(`${plural(having.length,"certificate")} of ${plural(merged.shards,"shard")} in ${at(target)}`);let report=[`## ${without.length+merged.duplicates.
length===0?"\u2705":"\u274C"} ${plural(having.length,"AWS IoT certificate")} of ${plural(merged.shards,"shard")}`,"",`- Without a certificate: ${count(without.length)}`,
`- Keys with more than one certificate: ${count(merged.duplicates.length)}`,""];commands.appendSummary(report.join(`
`));let outputs={"certificate-count":String(having.length),"missing-count":String(without.length),"certificates-path":at(target),"manifest-path":merged.files.json};
for(let[name,value]of Object.entries(outputs))commands.setOutput(name,value);if(merged.duplicates.length>0){let keys=merged.duplicates.slice(0,10).join(", ");log.
annotate("error",`More than one certificate for a key: ${keys}. All of them are in the ledger.`)}if(without.length>0){let[example]=without,error=new UserError("\
incomplete",`${plural(without.length,"CSR")} got no certificate, ${example?.csrPath} among them: ${example?.reason}`,{fix:"Re-run the failed shards and merge ag\
ain: CSRs that have their certificate are not issued twice."});log.annotate("error",explain(error),{title:error.code})}return without.length===0&&merged.duplicates.
length===0}export{mergeCommand};
