import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{signIn}from"./part-aws-sdk-client-iot.js";import"./lib-aws-sdk-credential-provider-node.js";import"./lib-aws-sdk-signature-v4-multi-region.js";import"./lib-aws-sdk-core.js";import"./lib-smithy-core-2.js";
import"./lib-aws-sdk-credential-provider-env.js";import"./lib-smithy-node-http-handler.js";import"./lib-smithy-core.js";import"./lib-smithy-core-3.js";import"./lib-smithy-core-5.js";
import{findSecondCertificates}from"./part-issuance-second-certificates.js";import{createPacers,createSweeper}from"./part-issuance-pacer-bucket-pace.js";import"./part-records-read-certificate.js";
import{shareOf}from"./part-issuance-request-rate.js";import"./lib-empty-2.js";import"./part-csr-parse-certificate-holder.js";import"./part-lib-for-each.js";import"./part-aws-advice.js";
import"./part-github-toolkit.js";import{spanOf}from"./part-records-reach.js";import"./part-github-answer.js";import"./part-lib-tls-refusal.js";import"./part-lib-limit-bytes.js";
import"./part-records-status.js";import{isSamePlace}from"./part-aws-place.js";import"./part-lib-on-abort.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";
import{explain}from"./part-runner-log.js";import"./part-lib-words.js";import{UserError}from"./part-lib-user-error.js";import"./part-csr-parse-pem.js";
import"./part-csr-parse-spki.js";import"./part-csr-parse-string-types.js";import"./part-csr-parse-der.js";import"./part-lib-escape.js";import"./lib-empty-3.js";async function nameSeconds({entries,place,ledger},options,services){let{log,clock,stop}=services,known=spanOf(ledger.horizons,place);if(known===void 0)return log.
annotate("notice",`Second certificates were not looked for: no shard shared its search of the account. ${AUDIT}`),[];try{let account=await signIn(options,services);
try{if(!isSamePlace(account,place))throw otherPlace(place);let here=[...ledger.entries,...ledger.others].filter(one=>isSamePlace(one,place)),keys=new Map(here.map(
({certificateId,spkiSha256})=>[certificateId,spkiSha256])),pacers=createPacers(clock,{share:shareOf(options.requestsPerSecond),report:log.info}),access={iot:account.
iot,pacers,clock,signal:stop,report:log.info},csrs=entries.flatMap(csrOf),batch=new Set(csrs.map(({spkiSha256})=>spkiSha256)),sweeper=createSweeper({access,keys:()=>batch,
known:id=>keys.get(id)});return await findSecondCertificates(csrs,known.until,{access,log},sweeper)}finally{account.iot.close()}}catch(error){if(stop.throwIfAborted(),
!(error instanceof UserError))throw error;return log.annotate("notice",`Second certificates were not looked for: ${explain(error)} ${AUDIT}`),[]}}var AUDIT="`mo\
de: audit` with the merged ledger names them.";function csrOf({csrPath,csrSha256,spkiSha256,certificateId}){return spkiSha256===null||certificateId===null?[]:[{
path:csrPath,csrSha256:csrSha256??"",spkiSha256}]}function otherPlace({account,region}){return new UserError("merge",`The shards are of account ${account} in ${region}\
, and the credentials are not.`,{where:"aws-region",fix:"Give `merge` the region and the role of the shards."})}export{nameSeconds};
