import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{run}from"./part-report-page-page-rows.js";import"./part-issuance-second-certificates.js";import"./part-delivery-refuse-clashes.js";import"./part-revocation-confirm-held.js";import"./part-lib-zip-file.js";
import"./part-issuance-search.js";import"./part-issuance-confirm.js";import"./part-issuance-listing.js";import"./part-report-hand-over-summary.js";import"./part-revocation-revocation.js";
import"./part-csr-files-near-misses.js";import"./part-report-reason-table.js";import"./part-lib-grace.js";import"./part-naming-secret-bundle.js";import"./part-records-ledger.js";
import"./part-records-reach.js";import"./part-records-table-item.js";import"./part-records-ledger-line.js";import"./part-github-toolkit.js";import"./part-github-answer.js";
import"./part-report-sarif.js";import"./part-issuance-pacers.js";import"./part-records-read-certificate.js";import"./part-report-annotations.js";import"./part-report-only-report.js";
import"./part-csr-parse-certificate-holder.js";import"./part-issuance-pacer-bucket-pace.js";import"./part-issuance-iot-access.js";import"./part-issuance-request-rate.js";import"./part-aws-default-quotas.js";
import"./part-runner-progress.js";import"./part-lib-for-each.js";import"./part-aws-advice.js";import"./part-lib-retry.js";import"./part-lib-until-aborted.js";
import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";import"./part-report-story.js";import"./part-records-table-whole-table.js";import{fail,leave,openStep,
readInputs}from"./part-inputs-inputs.js";import"./part-runner-event.js";import"./part-runner-request.js";import{ownProcess,processToText}from"./part-records-journal.js";
import"./part-naming-names.js";import"./part-validation-shard.js";import"./part-runner-failure-summary.js";import"./part-records-manifest.js";import"./part-naming-reserved-names.js";
import"./part-valibot.js";import"./part-records-status.js";import"./part-lib-within-time.js";import"./part-naming-name-rules.js";import"./part-lib-limit-bytes.js";
import"./part-lib-on-abort.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import"./part-aws-place.js";import"./part-runner-log.js";
import"./part-csr-parse-text-kinds.js";import"./part-lib-lfs-pointer.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-subject-matcher.js";
import"./part-csr-rules-subject-meant.js";import"./part-csr-parse-string-types.js";import"./part-revocation-id-lists.js";import"./part-glob.js";import"./part-csr-files-outside.js";
import"./part-inputs-parsers.js";import"./part-naming-template.js";import"./part-lib-read-file.js";import"./part-lib-file-error.js";import"./part-lib-nearest.js";
import"./part-lib-words.js";import"./part-lib-user-error.js";import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-der.js";import"./part-csr-device-list.js";
import"./part-lib-escape.js";import"./part-records-table-address.js";import"./lib-empty-2.js";var services=openStep(process.env);try{let{commands,context}=services;commands.saveState("process",processToText(await ownProcess())),commands.saveState("step",
context.step),await run(await readInputs(process.env,context),services)||(process.exitCode=1)}catch(error){fail(error,services)}leave();
