import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{pathsOf,readBundle}from"./part-delivery-bundle-read-bundle.js";import"./part-delivery-bundle-c-header.js";import{RERUN,recoverySummary}from"./part-report-recovery-summary.js";import{
artifactNameOf,noteWait,openDirectory,originOf,partialArtifactName,prepareArtifact,resolve}from"./part-lib-zip-file.js";import{createSweeper}from"./part-issuance-search.js";
import"./part-aws-data-endpoint.js";import{confirm}from"./part-issuance-confirm.js";import{createListing}from"./part-issuance-listing.js";import"./part-report-hand-over-summary.js";
import"./part-report-reason-table.js";import{entryFor,extendLedger,readLedger,writeLedger}from"./part-records-ledger.js";import"./part-records-reach.js";import"./part-records-ledger-line.js";
import{checkPem}from"./part-records-read-certificate.js";import{onlyReport}from"./part-report-only-report.js";import"./part-csr-parse-certificate-holder.js";import{createPacers}from"./part-issuance-pacers.js";
import"./part-github-answer.js";import"./part-github-toolkit.js";import"./part-lib-for-each.js";import"./part-issuance-iot-access.js";import"./part-aws-advice.js";
import"./part-lib-retry.js";import"./part-lib-until-aborted.js";import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";import"./part-issuance-pacer-bucket-pace.js";
import"./part-aws-default-quotas.js";import"./part-delivery-bundle-amazon-roots.js";import"./part-runner-request.js";import"./part-records-manifest.js";import{bundleDirectory}from"./part-naming-bundle-names.js";
import{ofStep,openJournal,readJournalFile}from"./part-records-journal.js";import"./part-runner-failure-summary.js";import{JOURNAL_NAME,MEMORY_NAME}from"./part-naming-reserved-names.js";
import"./part-valibot.js";import"./part-records-status.js";import"./part-naming-name-rules.js";import"./part-naming-names.js";import"./part-lib-within-time.js";
import"./part-lib-limit-bytes.js";import{answerText}from"./part-lib-redact.js";import"./part-lib-network-words.js";import{isSamePlace}from"./part-aws-place.js";
import"./part-lib-on-abort.js";import{explain}from"./part-runner-log.js";import"./part-lib-lfs-pointer.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";
import"./part-csr-rules-subject-meant.js";import"./part-lib-group-by.js";import"./part-csr-rules-thing-name.js";import"./part-csr-parse-string-types.js";import"./part-naming-template.js";
import"./part-lib-file-error.js";import{UserError}from"./part-lib-user-error.js";import{count,plural}from"./part-lib-words.js";import"./part-csr-weak-keys-published-keys.js";
import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";import"./part-csr-device-list.js";import"./part-lib-escape.js";import"./lib-empty-2.js";import{readFile}from"node:fs/promises";import{dirname,isAbsolute,join as join3,normalize,sep}from"node:path";async function resolveJournal(before,options){let{journal,access,quietSince,origin,onWait}=options,unresolved=[...before.inDoubt.values()].map(announced=>({...announced,
mayBeLate:!0})),known=new Map([...before.certificates.values()].map(({spki,certificate})=>[certificate.id,spki]));for(let[spki,{replaces}]of before.inDoubt)replaces!==
void 0&&known.set(replaces,spki);let keys=new Set(before.inDoubt.keys()),sweeper=createSweeper({access,keys:()=>keys,known:id=>known.get(id),onSeen:journal.seen}),
resolution=await resolve(unresolved,sweeper,quietSince,access,onWait);await Promise.all(resolution.found.map(({csr,certificate})=>journal.issued(csr,csr.file,{...certificate,
origin:before.inDoubt.get(csr.spkiSha256)?.origin??origin})));for(let csr of resolution.missing)journal.release(csr);return resolution}async function settleJournal(file,step,options,services){let{log}=services,before=ofStep(file.before,step);if(before.certificates.size===0&&before.inDoubt.size===
0)return settled(before,void 0,log);let confirmation;try{confirmation=await askAccount(file,step,options,services)}catch(error){let reason=error instanceof UserError?
explain(error):services.stop.aborted?"The account did not answer in time.":`${textOf(error)}.`;log.annotate("warning",`${reason} The account has not confirmed t\
he certificates that are handed over.`,{title:"not-confirmed"})}return await file.journal.flush(),settled(ofStep(await readJournalFile(file.path),step),confirmation,
log)}function entriesOf({certificates,registered},place){return certificates.map(({spki,csr,path,certificate})=>entryFor({spkiSha256:spki,csrSha256:csr,path},certificate,
place,registered.get(certificate.id)))}function textOf(error){return answerText(error instanceof Error?error.message:String(error))}async function askAccount(file,step,options,services){
let{clock,log,stop,context}=services,before=ofStep(file.before,step),{signIn}=await import("./lib-empty-11.js"),account=await signIn(options,services);try{
refuseOther(account,before.place,file.path);let access={iot:account.iot,pacers:createPacers(clock,{report:log.info}),clock,signal:stop};if(before.inDoubt.size>0&&
options.reconcile.when!=="never"){log.info(`Looking in the account for ${plural(before.inDoubt.size,"unresolved certificate")}`);let{found,missing}=await resolveJournal(
before,{journal:file.journal,access,quietSince:clock.now()+options.requestTimeoutMs,origin:originOf(context),onWait:noteWait(log)});log.info(`Found ${plural(found.
length,"certificate")}; ${plural(missing.length,"request")} created nothing`)}await file.journal.flush();let{certificates}=ofStep(await readJournalFile(file.path),
step),claims=[...certificates.values()].map(({spki,path,certificate})=>({csr:{path,spkiSha256:spki},candidates:[certificate],storedId:void 0,isStoredAlone:!1}));
return await confirm(claims,access,createListing(access))}finally{account.iot.close()}}function refuseOther(account,place,where){if(!(place!==void 0&&isSamePlace(
account,place)))throw new UserError("journal","The journal is about another account or region than the credentials are.",{where,fix:"Give the step the credentia\
ls and the aws-region that it had."})}function settled({certificates,inDoubt,delivered,registered,seen,place},confirmation,log){let proven=[],refused=new Map,known=new Map(
confirmation?.confirmed.map(({certificate})=>[certificate.id,certificate]));for(let{certificateId,reason}of confirmation?.contradictions??[])refused.set(certificateId,
reason);for(let{certificateId,status}of confirmation?.unusable??[])refused.set(certificateId,`it is ${status}`);for(let issued of certificates.values()){let{id,
pem}=issued.certificate,certificate=known.get(id),checked=checkPem(pem);certificate!==void 0?proven.push({...issued,certificate}):checked?.id!==id||checked.spkiSha256!==
issued.spki?refused.set(id,"it is not what its line says"):refused.has(id)||proven.push(issued)}for(let[id,reason]of refused)log.annotate("error",`Certificate ${id}\
 of the journal is not handed over: ${reason}.`,{title:"contradiction"});return{certificates:proven,inDoubt,delivered,registered,seen,confirmed:confirmation!==void 0,
place}}async function addToTable(settled2,options,services){let{ledgerTable}=options,{certificates,confirmed,place}=settled2;if(ledgerTable===void 0||certificates.length===
0||!confirmed||place===void 0)return;let entries=entriesOf(settled2,place);try{let{signIn}=await import("./lib-empty-11.js"),account=await signIn(options,
services);try{let{openLedgerTable}=await import("./part-aws-sdk-client-dynamodb.js"),table=await openLedgerTable(ledgerTable,account,"write",services);await table.add(entries).
finally(table.close)}finally{account.iot.close()}services.log.info(`The shared ledger has the ${plural(entries.length,"certificate")} of this step`)}catch(error){
if(services.end.aborted&&!(error instanceof UserError))return;if(!(error instanceof UserError))throw error;services.log.annotate("warning",explain(error),{title:error.
code})}}import{join}from"node:path";async function recoverBundles({certificates,place},directory,{log}){if(place===void 0||certificates.length===0)return[];let files=[],whole=0;for(let issued of certificates){
let own=join(directory.path,bundleDirectory(directory.nameOf(issued))),{id,pem}=issued.certificate,about={certificateId:id,region:place.region,pem:checkPem(pem)?.
pem??pem},bundle=await readBundle(own,about).catch(error=>{if(!(error instanceof UserError))throw error});bundle===void 0||"problem"in bundle||(whole++,files.push(
...pathsOf(own,bundle.formats)))}return log.info(`${count(whole)} of ${plural(certificates.length,"bundle")} had been written; the next attempt writes all`),files}import{join as join2}from"node:path";async function recoverMemory(settled2,directory,files){let{place,seen}=settled2;if(place===void 0)return;let path=join2(directory,MEMORY_NAME),entries=entriesOf(
settled2,place),reach={seen,covered:void 0,refuted:new Set};return await writeLedger(files,path,extendLedger(await readLedger(path),entries,reach,place)),path}var SEARCH_MS=15e4,TOTAL_MS=24e4;async function recover(path,step,options,services){let{context,log,commands}=services;log.stage("Find out what became of the re\
quests");let end=AbortSignal.any([services.end,AbortSignal.timeout(TOTAL_MS)]),journal=await openIfPossible(path,step,services);try{let search={...services,stop:AbortSignal.
any([services.stop,AbortSignal.timeout(SEARCH_MS)])},settled2=await settleJournal(journal,step,options,search);if(settled2.certificates.length===0&&settled2.inDoubt.
size===0&&settled2.seen.size===0){log.info("The step was ended before it created anything.");return}log.stage("Hand over what was issued"),await addToLedger(settled2,
options,{...services,stop:end,end});let name=partialArtifactName(artifactNameOf(options),context.runAttempt),files=await gather(settled2,path,options,services),
artifact=await upload(name,files,options,{...services,stop:end,end});report(settled2,artifact,files,options,services),await onlyReport("The job summary",log,()=>commands.
appendSummary(recoverySummary({...settled2,artifact,root:files.root}))),await addToTable(settled2,options,{...services,stop:end,end})}finally{log.endStage(),await journal.
close()}}async function openIfPossible(path,step,{log,context,files}){try{return await openJournal(files,path,step??context.step)}catch(error){if(!(error instanceof
UserError))throw error;log.annotate("warning",explain(error),{title:error.code});let lost=async()=>{},journal={begin:lost,enter:lost,intend:lost,release(){},seen(){},
issued:lost,activated:lost},revocations={revoking:lost,revoked:lost,retiring:lost,retired:lost};return{path,before:await readJournalFile(path),journal:{...journal,
...revocations,delivered:lost,registered(){},wroteManifest(){},flush:lost},close:lost}}}async function addToLedger(settled2,options,services){let{ledger}=options,
{certificates,confirmed,place,seen}=settled2,{log,files}=services;if(ledger===void 0||certificates.length+seen.size===0)return;if(!(confirmed||certificates.length===
0)||place===void 0){log.info("The ledger stays as it is: its lines have to be confirmed by the account");return}let entries=entriesOf(settled2,place);try{let reach={
seen,covered:void 0,refuted:new Set};if(await writeLedger(files,ledger,extendLedger(await readLedger(ledger),entries,reach,place)),log.info(`The ledger ${ledger}\
 has the ${plural(entries.length,"certificate")} of this step`),!options.ledgerCommit)return;let{prepareLedgerCommit}=await import("./part-delivery-ledger-commit.js");
await(await prepareLedgerCommit(options,0,services))?.commit()}catch(error){if(!(error instanceof UserError)&&!services.end.aborted)throw error;let late="The le\
dger could not be committed in time; the artifact has what was issued.",[message,title]=error instanceof UserError?[explain(error),error.code]:[late,"ledger-com\
mit"];log.annotate("warning",message,{title})}}async function gather(settled2,path,options,services){let{log}=services,{certificates}=settled2;try{let places=new Map(
certificates.map(issued=>[issued.path,placeOf(issued)])),directory=await openDirectory(options.outputDirectory,places,services.files),files=[];for(let issued of certificates)
await directory.write(issued,issued.certificate.pem),files.push(directory.fileOf(issued));options.bundle!==void 0&&files.push(...await recoverBundles(settled2,directory,
services));let copy=join3(directory.path,JOURNAL_NAME);await directory.files.write(copy,await readFile(path,"utf8")),files.push(copy);let memory=options.ledger===
void 0&&options.ledgerTable===void 0?await recoverMemory(settled2,directory.path,directory.files):void 0;return memory!==void 0&&files.push(memory),{root:directory.
path,files}}catch(error){let reason=error instanceof UserError?explain(error):String(error);return log.annotate("warning",`The certificates stay in the journal,\
 in the fields certificate.pem. ${reason}`,{title:"ended-early"}),{root:dirname(path),files:[path]}}}function placeOf({file,certificate:{id}}){let way=normalize(
file);return isAbsolute(way)||way==="."||way===".."||way.startsWith(`..${sep}`)||/^[a-z]:/i.test(way)?`${id}.pem`:file}async function upload(name,{files,root},options,services){
let{log,end}=services;try{let plan={name,retentionDays:options.artifactRetentionDays,isPart:!1},uploaded=await(await prepareArtifact(plan,services)).upload(files,
root);return log.info(`Uploaded artifact ${uploaded.name} (${uploaded.digest})`),uploaded}catch(error){if(end.aborted&&!(error instanceof UserError)){log.annotate(
"error",`The artifact service did not answer in time; the certificates are in ${root}.`,{title:"artifact-upload"});return}if(!(error instanceof UserError))throw error;
services.log.annotate("error",explain(error),{title:error.code});return}}function report({certificates,inDoubt,confirmed},artifact,{root},{registration},{log}){
let where=artifact===void 0?root:`artifact ${artifact.name} and ${root}`,doubt=inDoubt.size===0?"":` ${plural(inDoubt.size,"CSR")} unresolved.`,registry=registration===
void 0?"":" This step registers no devices: their things and policies may be missing.",proof=confirmed?"":" The account could not confirm them; each PEM proves \
its id and its key.";log.annotate("warning",`The step was ended before it was finished. ${plural(certificates.length,"certificate")} in ${where}.${proof}${doubt}${registry}\
 ${RERUN}`,{title:"ended-early"})}export{recover};
