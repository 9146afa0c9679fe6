import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{retirementRecoverySummary}from"./part-report-recovery-summary.js";import{recordRetirements}from"./part-records-ledger-life.js";import{confirmHeld,openRevocationLedger}from"./part-revocation-confirm-held.js";
import"./part-issuance-confirm.js";import"./part-issuance-listing.js";import"./part-report-hand-over-summary.js";import"./part-report-reason-table.js";import{readLedger}from"./part-records-ledger.js";
import"./part-records-reach.js";import"./part-records-ledger-line.js";import"./part-records-read-certificate.js";import{onlyReport}from"./part-report-only-report.js";import"./part-csr-parse-certificate-holder.js";
import{createPacers}from"./part-issuance-pacers.js";import"./part-lib-for-each.js";import{thingsOf}from"./part-registration-registry-calls.js";import"./part-issuance-iot-access.js";
import"./part-aws-advice.js";import"./part-lib-retry.js";import"./part-lib-until-aborted.js";import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";
import{createRegistryPacers}from"./part-registration-registry-pacers.js";import"./part-issuance-pacer-bucket-pace.js";import"./part-aws-default-quotas.js";import{ofStep,readJournalFile}from"./part-records-journal.js";
import"./part-runner-failure-summary.js";import"./part-naming-reserved-names.js";import"./part-valibot.js";import{DELETED}from"./part-records-status.js";import"./part-naming-name-rules.js";
import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import{certificateArn,isSamePlace}from"./part-aws-place.js";
import"./part-lib-on-abort.js";import{explain}from"./part-runner-log.js";import"./part-lib-lfs-pointer.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";
import"./part-csr-rules-subject-meant.js";import"./part-lib-group-by.js";import"./part-csr-rules-thing-name.js";import"./part-csr-parse-string-types.js";import"./part-lib-file-error.js";
import{UserError}from"./part-lib-user-error.js";import{plural}from"./part-lib-words.js";import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-key.js";
import"./part-csr-parse-der.js";import"./part-csr-device-list.js";import"./part-lib-escape.js";import"./lib-empty-2.js";var TOTAL_MS=24e4;async function recoverRetirements(path,step,options,services){let{log,commands}=services;log.stage("Find out what was retired");let{retirements,
place}=ofStep(await readJournalFile(path),step);if(retirements.size===0||place===void 0){log.info("The step was ended before it retired anything."),log.endStage();
return}let end=AbortSignal.any([services.end,AbortSignal.timeout(TOTAL_MS)]),recorded;try{recorded=await findAndRecord(retirements,place,options,{...services,stop:end,
end})}catch(error){if(!(error instanceof UserError)&&!end.aborted)throw error;log.annotate("warning",error instanceof UserError?explain(error):"The services did\
 not answer in time.",{title:error instanceof UserError?error.code:"not-confirmed"})}finally{log.endStage()}let known=recorded===void 0?`It had begun with ${plural(
retirements.size,"certificate")}; the ledger does not say so yet`:`It had begun with ${plural(retirements.size,"certificate")}; the ledger says of ${plural(recorded,
"certificate")} what became of it`;log.annotate("warning",`The step was ended before it was finished. ${known}. ${GO_ON}`,{title:"ended-early"}),await onlyReport(
"The job summary",log,()=>commands.appendSummary(retirementRecoverySummary(recorded,retirements.size,GO_ON)))}var GO_ON='Press "Re-run failed jobs": it goes on \
with those that are left.';async function findAndRecord(retirements,place,options,services){let{clock,log,stop}=services,{signIn}=await import("./lib-empty-11.js"),
account=await signIn(options,services),opened;try{if(!isSamePlace(account,place))throw otherPlace();let ledgerCommit=options.ledgerCommit?await(await import("./part-delivery-ledger-commit.js")).
prepareLedgerCommit(options,0,services,"retired"):void 0,file=await readLedger(options.ledger);opened=await openRevocationLedger(file.entries,options,"write",account,
services);let{entries,table}=opened,waiting={clock,signal:stop,report:log.info},access={iot:account.iot,pacers:createPacers(clock,{report:log.info}),...waiting},
pacers=createRegistryPacers(clock,{report:log.info}),registry={registry:await account.registry(),pacers,place,...waiting},candidates=entries.filter(entry=>isSamePlace(
entry,place)&&retirements.has(entry.certificateId)).map(entry=>({certificateId:entry.certificateId,entry,why:[]})),now=new Date(account.iot.awsTime()).toISOString(),
changes=new Map;for(let held of await confirmHeld(candidates,access,()=>{})){let change=await changeOf(held,now,registry);change!==void 0&&changes.set(held.candidate.
certificateId,change)}return await recordRetirements(changes,{ledger:options.ledger,ledgerCommit,table},place,entries,services),changes.size}finally{opened?.table?.
close(),account.iot.close()}}async function changeOf(held,now,registry){let{entry,certificateId}=held.candidate;if(entry===void 0)return;let{spkiSha256}=entry;return held.
kind==="gone"?{spkiSha256,status:DELETED}:held.kind==="contradicted"||held.status==="ACTIVE"?void 0:held.status==="REVOKED"?{spkiSha256,status:"REVOKED"}:(await thingsOf(
certificateArn(registry.place,certificateId),registry)).length===0?{spkiSha256,status:"INACTIVE",retiredAt:now}:void 0}function otherPlace(){return new UserError(
"journal","The step retired certificates in another account or region than the credentials are of.",{where:"aws-region",fix:"Give the step the credentials and t\
he aws-region that it had."})}export{recoverRetirements};
