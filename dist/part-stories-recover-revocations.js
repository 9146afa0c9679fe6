import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{revocationRecoverySummary}from"./part-report-recovery-summary.js";import{recordRevocations}from"./part-stories-record-revocations.js";import{confirmHeld,openRevocationLedger}from"./part-revocation-confirm-held.js";
import"./part-issuance-confirm.js";import"./part-issuance-listing.js";import"./part-report-hand-over-summary.js";import"./part-report-reason-table.js";import{readLedger}from"./part-records-ledger.js";
import"./part-records-reach.js";import"./part-records-ledger-line.js";import"./part-records-read-certificate.js";import{onlyReport}from"./part-report-only-report.js";import"./part-csr-parse-certificate-holder.js";
import{createPacers}from"./part-issuance-pacers.js";import"./part-lib-for-each.js";import"./part-issuance-iot-access.js";import"./part-aws-advice.js";import"./part-lib-retry.js";
import"./part-lib-until-aborted.js";import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";import"./part-issuance-pacer-bucket-pace.js";import"./part-aws-default-quotas.js";
import{ofStep,readJournalFile}from"./part-records-journal.js";import"./part-runner-failure-summary.js";import"./part-naming-reserved-names.js";import"./part-valibot.js";
import"./part-records-status.js";import"./part-naming-name-rules.js";import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";
import{isSamePlace}from"./part-aws-place.js";import"./part-lib-on-abort.js";import{explain}from"./part-runner-log.js";import"./part-lib-lfs-pointer.js";
import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-rules-subject-meant.js";import"./part-lib-group-by.js";import"./part-csr-rules-thing-name.js";
import"./part-csr-parse-string-types.js";import"./part-lib-file-error.js";import{UserError}from"./part-lib-user-error.js";import{count,plural}from"./part-lib-words.js";
import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";import"./part-csr-device-list.js";import"./part-lib-escape.js";
import"./lib-empty-2.js";var TOTAL_MS=24e4;async function recoverRevocations(path,step,options,services){let{log,commands}=services;log.stage("Find out what was revoked");let{revocations,
place}=ofStep(await readJournalFile(path),step);if(revocations.size===0||place===void 0){log.info("The step was ended before it revoked anything."),log.endStage();
return}let end=AbortSignal.any([services.end,AbortSignal.timeout(TOTAL_MS)]),revoked;try{revoked=await findAndRecord(revocations,place,options,{...services,stop:end,
end})}catch(error){if(!(error instanceof UserError)&&!end.aborted)throw error;log.annotate("warning",error instanceof UserError?explain(error):"The services did\
 not answer in time.",{title:error instanceof UserError?error.code:"not-confirmed"})}finally{log.endStage()}let done=[...revocations.values()].filter(({isDone})=>isDone).
length,known=revoked===void 0?`AWS IoT has revoked ${plural(done,"certificate")} or more, of ${count(revocations.size)} that it was asked for, and the ledger do\
es not say so yet`:`${plural(revoked,"certificate")} of those that it asked AWS IoT for are revoked, and the ledger says so if it has them`;log.annotate("warnin\
g",`The step was ended before it was finished. ${known}. ${GO_ON}`,{title:"ended-early"}),await onlyReport("The job summary",log,()=>commands.appendSummary(revocationRecoverySummary(
revoked,revocations.size,GO_ON)))}var GO_ON='Press "Re-run failed jobs": it goes on with those that are left.';async function findAndRecord(revocations,place,options,services){
let{clock,log,stop}=services,{signIn}=await import("./lib-empty-11.js"),account=await signIn(options,services),opened;try{refuseOther(account,place);let ledgerCommit=options.
ledgerCommit?await(await import("./part-delivery-ledger-commit.js")).prepareLedgerCommit(options,0,services,"revoked"):void 0;opened=await openRevocationLedger((await readLedger(
options.ledger)).entries,options,"write",account,services);let{entries,table}=opened,access={iot:account.iot,pacers:createPacers(clock,{report:log.info}),clock,
signal:stop},here=entries.filter(entry=>isSamePlace(entry,place)),revoked=(await confirmHeld(candidatesOf(revocations,here),access,()=>{})).flatMap(one=>one.kind===
"held"&&one.status==="REVOKED"?[one.candidate]:[]),keys=revoked.flatMap(({certificateId,entry})=>entry===void 0?[]:[[certificateId,entry.spkiSha256]]);return await recordRevocations(
new Map(keys),{ledger:options.ledger,ledgerCommit,table},place,entries,services),new Set(revoked.map(({certificateId})=>certificateId)).size}finally{opened?.table?.
close(),account.iot.close()}}function candidatesOf(revocations,entries){let known=entries.filter(({certificateId})=>revocations.has(certificateId)),ids=new Set(
known.map(({certificateId})=>certificateId)),unknown=[...revocations.keys()].filter(id=>!ids.has(id));return[...known.map(entry=>({certificateId:entry.certificateId,
entry,why:[]})),...unknown.map(certificateId=>({certificateId,entry:void 0,why:[]}))]}function refuseOther(account,place){if(!isSamePlace(account,place))throw new UserError(
"journal","The step revoked certificates in another account or region than the credentials are of.",{where:"aws-region",fix:"Give the step the credentials and t\
he aws-region that it had."})}export{recoverRevocations};
