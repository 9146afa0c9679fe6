import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{findSecondCertificates}from"./part-issuance-second-certificates.js";import{createSweeper}from"./part-issuance-search.js";import"./part-issuance-listing.js";import{spanOf}from"./part-records-reach.js";
import"./part-records-read-certificate.js";import"./part-csr-parse-certificate-holder.js";import"./part-lib-for-each.js";import"./part-issuance-iot-access.js";import"./part-aws-advice.js";
import"./part-lib-retry.js";import"./part-lib-until-aborted.js";import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";import"./part-records-status.js";
import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import{isSamePlace}from"./part-aws-place.js";import"./part-lib-on-abort.js";
import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-parse-string-types.js";import"./part-lib-user-error.js";import"./part-lib-words.js";
import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";import"./part-lib-escape.js";import"./lib-empty-2.js";async function nameSeconds({entries,place,ledger},access,log){let known=spanOf(ledger.horizons,place);if(known===void 0)return log.annotate("notice","Second cer\
tificates were not looked for: no shard shared its search of the account. `mode: audit` with the merged ledger names them."),[];let here=[...ledger.entries,...ledger.
others].filter(one=>isSamePlace(one,place)),keys=new Map(here.map(({certificateId,spkiSha256})=>[certificateId,spkiSha256])),csrs=entries.flatMap(csrOf),batch=new Set(
csrs.map(({spkiSha256})=>spkiSha256)),sweeper=createSweeper({access,keys:()=>batch,known:id=>keys.get(id)});return findSecondCertificates(csrs,known.until,{access,
log},sweeper)}function csrOf({csrPath,csrSha256,spkiSha256,certificateId}){return spkiSha256===null||certificateId===null?[]:[{path:csrPath,csrSha256:csrSha256??
"",spkiSha256}]}export{nameSeconds};
