import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{fail,leave,openStep,readInputs}from"./part-inputs-inputs.js";import"./part-delivery-bundle-amazon-roots.js";import"./part-runner-event.js";import"./part-runner-request.js";
import"./part-naming-device-columns.js";import"./part-validation-shard.js";import"./part-records-manifest.js";import"./part-naming-bundle-names.js";import{endProcess,findJournal,
isPlaceOfJournal,processFromText}from"./part-records-journal.js";import"./part-runner-failure-summary.js";import"./part-naming-reserved-names.js";import"./part-valibot.js";
import"./part-records-status.js";import"./part-naming-name-rules.js";import"./part-lib-wildcards.js";import"./part-naming-names.js";import"./part-lib-within-time.js";
import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import"./part-aws-place.js";import"./part-lib-on-abort.js";
import"./part-runner-log.js";import"./part-csr-subject-matcher.js";import"./part-csr-rules-subject-meant.js";import"./part-lib-group-by.js";import"./part-csr-rules-thing-name.js";
import"./part-csr-parse-string-types.js";import"./part-inputs-parsers.js";import"./part-naming-template.js";import"./part-lib-file-error.js";import"./part-lib-nearest.js";
import"./part-lib-user-error.js";import"./part-lib-words.js";import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";
import"./part-csr-device-list.js";import"./part-lib-escape.js";import"./part-records-table-address.js";import"./lib-empty-2.js";var{STATE_journal:named,STATE_step:step,STATE_process:main,"STATE_handed-over":handedOver}=process.env,services=openStep(process.env),{log,context,clock}=services,
journal=named!==void 0&&isPlaceOfJournal(context.tempDirectory,named)?named:void 0;try{let found=await endMain()?journal??await journalSince():journal;if(found===
void 0)log.info("The step asked for no certificates; there is nothing to look after.");else if(handedOver==="true")log.info("The step handed over all it has; th\
ere is nothing left to do.");else{let inputs=await readInputs(process.env,context);if(inputs.mode==="revoke"){let{recoverRevocations}=await import("./part-stories-recover-revocations.js");
await recoverRevocations(found,step,inputs,services)}else if(inputs.mode==="retire"){let{recoverRetirements}=await import("./part-stories-recover-retirements.js");await recoverRetirements(
found,step,inputs,services)}else{let{recover}=await import("./part-stories-recover.js");await recover(found,step,inputs,services)}}}catch(error){fail(error,services)}
leave();async function endMain(){let name=main===void 0?void 0:processFromText(main);if(name===void 0)return!1;let end=await endProcess(name,clock,()=>log.info(
`The step is still running as process ${name.pid}: it is asked to end, and is ended after 15 s`));return end==="ended"&&log.info(`Process ${name.pid} has ended`),
end==="alive"&&log.annotate("warning",`Process ${name.pid} of the step could not be ended. It may still issue certificates.`,{title:"process-left"}),end!=="gone"}
async function journalSince(){return step===void 0?void 0:findJournal(context.tempDirectory,step)}
