import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{JOURNAL_IN_ARTIFACT,artifactNameOf,createPacers,createSweeper,entryFor,mergeLedger,openDirectory,openJournal,partialArtifactName,plural,prepareArtifact,readJournal,
readLedger,resolve,writeLedger}from"./part-glob.js";import"./part-aws-answers.js";import"./part-csr-der.js";import{explain}from"./part-report-log.js";
import{UserError,forMarkdown}from"./part-report-escape.js";import"./lib-empty.js";import{cp,readFile}from"node:fs/promises";import{join}from"node:path";var SEARCH_MS=15e4;async function recover(path,inputs,services){let{context,log,commands}=services,directory=await openDirectory(inputs.outputDirectory,context.
workspace),journal=await openJournal(path);try{await settleDoubts(journal,inputs,services).catch(error=>{log.annotate("warning",error instanceof UserError?explain(
error):String(error))}),await journal.journal.flush();let state=readJournal(await readFile(path,"utf8")),files=await writeCertificates(state,directory,path);if(state.
certificates.size===0&&state.inDoubt.size===0){log.info("The step was ended before it created anything.");return}let name=partialArtifactName(artifactNameOf(inputs),
context.runAttempt),artifact=await upload(name,files,directory,inputs,services);tell(state,artifact,directory,services),commands.appendSummary(summary(state,artifact,
directory.path))}finally{await journal.close()}}async function settleDoubts(journal,inputs,services){let{before}=journal;if(before.inDoubt.size===0&&inputs.ledger===
void 0)return;let{signIn}=await import("./part-aws-sdk-client-iot.js"),account=await signIn(inputs,services);try{before.inDoubt.size>0&&inputs.reconcile.when!=="ne\
ver"&&await search(journal,account,inputs,services),await addToLedger(journal,account,inputs)}finally{account.iot.close()}}async function search({journal,before},{
iot},{requestTimeoutMs},{clock,log}){log.info(`Looking in the account for ${plural(before.inDoubt.size,"certificate")} in doubt`);let signal=AbortSignal.timeout(
SEARCH_MS),ids=new Set([...before.certificates.values()].map(({certificate})=>certificate.id)),doubts=[...before.inDoubt.values()].map(announced=>({...announced,
mayBeLate:!0})),keys=new Set(before.inDoubt.keys()),sweeper=createSweeper({iot,pacers:createPacers(clock),clock,keys,known:id=>ids.has(id),signal}),quietSince=clock.
now()+requestTimeoutMs,{found,missing}=await resolve(doubts,sweeper,clock,quietSince,signal);for(let{csr,certificate}of found)await journal.issued(csr,certificate);
for(let csr of missing)journal.release(csr);log.info(`Found ${plural(found.length,"certificate")}; ${plural(missing.length,"request")} created nothing`)}async function addToLedger({
path},account,{ledger}){if(ledger===void 0)return;let{certificates}=readJournal(await readFile(path,"utf8")),entries=[...certificates.values()].map(issued=>entryFor(
{spkiSha256:issued.spki,csrSha256:issued.csr,path:issued.path},issued.certificate,account));await writeLedger(ledger,mergeLedger(await readLedger(ledger),entries))}
async function writeCertificates(state,directory,path){let copy=join(directory.path,JOURNAL_IN_ARTIFACT);await cp(path,copy);let files=[copy];for(let issued of state.
certificates.values())await directory.write(issued,issued.certificate.pem),files.push(directory.fileOf(issued));return files}async function upload(name,files,directory,inputs,{
context,log}){try{return await(await prepareArtifact(name,inputs.artifactRetentionDays,context)).upload(files,directory.path)}catch(error){if(!(error instanceof
UserError))throw error;log.annotate("error",explain(error),{title:error.code});return}}function tell({certificates,inDoubt},artifact,directory,{log}){let where=artifact===
void 0?directory.path:`artifact ${artifact.name} and ${directory.path}`,doubt=inDoubt.size===0?"":` ${plural(inDoubt.size,"CSR")} in doubt.`;log.annotate("warni\
ng",`The step was ended before it was finished. ${plural(certificates.size,"certificate")} in ${where}.${doubt} ${NEXT}`)}var NEXT='Press "Re-run failed jobs": \
what has its certificate is not issued again.';function summary({certificates,inDoubt},artifact,directory){let place=artifact===void 0?`the directory ${forMarkdown(
directory)} on the runner, and in AWS IoT`:`the artifact [${forMarkdown(artifact.name)}](${encodeURI(artifact.url)})`;return[`## \u26A0\uFE0F The step was ended before it\
 was finished
`,`- ${plural(certificates.size,"certificate")} and the journal are in ${place}`,`- ${plural(inDoubt.size,"CSR")} in doubt: the next attempt looks for their cer\
tificates in the account`,`- ${NEXT}
`].join(`
`)}export{recover};
