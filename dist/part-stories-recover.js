import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{artifactNameOf,createPacers,createSweeper,openDirectory,openJournal,originOf,partialArtifactName,prepareArtifact,readJournal,resolve}from"./part-lib-zip-file.js";
import"./part-aws-advice.js";import"./lib-empty.js";import{onlyReport}from"./part-records-read-certificate.js";import{entryFor,mergeLedger,readLedger,writeLedger}from"./part-records-ledger.js";
import"./part-lib-tls-refusal.js";import{plural}from"./part-lib-words.js";import"./part-runner-request.js";import"./part-lib-limit-bytes.js";import{explain}from"./part-runner-log.js";
import{JOURNAL_NAME}from"./part-valibot.js";import"./part-lib-redact.js";import{UserError}from"./part-lib-user-error.js";import"./part-csr-parse-pem.js";
import"./part-csr-parse-spki.js";import"./part-csr-parse-string-types.js";import"./part-csr-parse-der.js";import{forMarkdown}from"./part-lib-escape.js";import"./lib-empty-2.js";import{readFile}from"node:fs/promises";import{dirname,join}from"node:path";async function resolveJournal(before,options){let{journal,access,quietSince,origin}=options,unresolved=[...before.inDoubt.values()].map(announced=>({...announced,
mayBeLate:!0})),known=new Map([...before.certificates.values()].map(({spki,certificate})=>[certificate.id,spki])),keys=new Set(before.inDoubt.keys()),sweeper=createSweeper(
{access,keys:()=>keys,known:id=>known.get(id),onSeen:journal.seen}),resolution=await resolve(unresolved,sweeper,quietSince,access);await Promise.all(resolution.
found.map(({csr,certificate})=>journal.issued(csr,csr.file,{...certificate,origin})));for(let csr of resolution.missing)journal.release(csr);return resolution}var SEARCH_MS=15e4;async function recover(path,options,services){let{context,log,commands}=services,journal=await openJournal(services.files,path);try{await settle(
journal,path,options,services).catch(error=>{log.annotate("warning",error instanceof UserError?explain(error):String(error))}),await journal.journal.flush();let state=readJournal(
await readFile(path,"utf8"));if(state.certificates.size===0&&state.inDoubt.size===0){log.info("The step was ended before it created anything.");return}let name=partialArtifactName(
artifactNameOf(options),context.runAttempt),files=await gather(state,path,options,services),artifact=await upload(name,files,options,services);tell(state,artifact,
files,services),await onlyReport("The job summary",log,()=>commands.appendSummary(summary(state,artifact,files)))}finally{await journal.close()}}async function settle(journal,path,options,services){
let{inDoubt}=journal.before;if(inDoubt.size===0&&options.ledger===void 0)return;let{signIn}=await import("./part-aws-sdk-client-iot.js"),account=await signIn(options,
services);try{inDoubt.size>0&&options.reconcile.when!=="never"&&await resolveDoubts(journal,account,options,services).catch(error=>{services.log.annotate("warni\
ng",error instanceof UserError?explain(error):String(error))}),await journal.journal.flush(),await addToLedger(path,account,options,services)}finally{account.iot.
close()}}async function resolveDoubts({journal,before},{iot},{requestTimeoutMs},{clock,log,context}){log.info(`Looking in the account for ${plural(before.inDoubt.
size,"certificate")} in doubt`);let{found,missing}=await resolveJournal(before,{journal,access:{iot,pacers:createPacers(clock),clock,signal:AbortSignal.timeout(
SEARCH_MS)},quietSince:clock.now()+requestTimeoutMs,origin:originOf(context)});log.info(`Found ${plural(found.length,"certificate")}; ${plural(missing.length,"r\
equest")} created nothing`)}async function addToLedger(path,account,{ledger},{files}){if(ledger===void 0)return;let{certificates}=readJournal(await readFile(path,
"utf8")),entries=[...certificates.values()].map(issued=>entryFor({spkiSha256:issued.spki,csrSha256:issued.csr,path:issued.path},issued.certificate,account));await writeLedger(
files,ledger,mergeLedger(await readLedger(ledger),entries))}async function gather(state,path,options,services){let{log}=services;try{let places=new Map([...state.
certificates.values()].map(issued=>[issued.path,issued.file])),directory=await openDirectory(options.outputDirectory,places,services.files),files=[];for(let issued of state.
certificates.values())await directory.write(issued,issued.certificate.pem),files.push(directory.fileOf(issued));let copy=join(directory.path,JOURNAL_NAME);return await directory.
files.write(copy,await readFile(path,"utf8")),{root:directory.path,files:[...files,copy]}}catch(error){let reason=error instanceof UserError?explain(error):String(
error);return log.annotate("warning",`The certificates stay in the journal, in the fields certificate.pem: ${reason}`),{root:dirname(path),files:[path]}}}async function upload(name,{
files,root},options,services){try{return await(await prepareArtifact(name,options.artifactRetentionDays,services)).upload(files,root)}catch(error){if(!(error instanceof
UserError))throw error;services.log.annotate("error",explain(error),{title:error.code});return}}function tell({certificates,inDoubt},artifact,{root},{log}){let where=artifact===
void 0?root:`artifact ${artifact.name} and ${root}`,doubt=inDoubt.size===0?"":` ${plural(inDoubt.size,"CSR")} in doubt.`;log.annotate("warning",`The step was en\
ded before it was finished. ${plural(certificates.size,"certificate")} in ${where}.${doubt} ${NEXT}`)}var NEXT='Press "Re-run failed jobs": what has its certifi\
cate is not issued again.';function summary({certificates,inDoubt,delivered},artifact,{root}){let place=artifact===void 0?`the directory ${forMarkdown(root)} on\
 the runner, and in AWS IoT`:`the artifact [${forMarkdown(artifact.name)}](${encodeURI(artifact.url)})`,secrets=[...delivered.keys()].map(to=>`
  - ${forMarkdown(to)}`).join("");return[`## \u26A0\uFE0F The step was ended before it was finished
`,`- ${plural(certificates.size,"certificate")} and the journal are in ${place}`,`- ${plural(inDoubt.size,"CSR")} in doubt: the next attempt looks for their cer\
tificates in the account`,...delivered.size===0?[]:[`- ${plural(delivered.size,"secret")} written:${secrets}`],`- ${NEXT}
`].join(`
`)}export{recover};
