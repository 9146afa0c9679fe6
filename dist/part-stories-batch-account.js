import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{signIn}from"./part-aws-sdk-client-sts.js";import"./part-aws-sdk-client-iot.js";import"./lib-aws-sdk-credential-provider-node.js";import"./lib-aws-sdk-credential-provider-env.js";import"./lib-aws-sdk-signature-v4-multi-region.js";
import"./lib-aws-sdk-core.js";import"./lib-smithy-node-http-handler.js";import"./lib-smithy-core.js";import"./lib-smithy-core-3.js";import"./lib-smithy-core-2.js";
import"./lib-smithy-core-5.js";import{createPacers}from"./part-issuance-pacers.js";import{shareOf}from"./part-issuance-request-rate.js";import"./part-github-answer.js";
import"./part-github-toolkit.js";import"./part-aws-advice.js";import"./part-lib-retry.js";import"./part-lib-until-aborted.js";import"./part-aws-answers.js";
import"./part-lib-tls-refusal.js";import"./part-issuance-pacer-bucket-pace.js";import"./part-aws-default-quotas.js";import"./part-lib-within-time.js";import"./part-lib-limit-bytes.js";
import"./part-lib-redact.js";import"./part-lib-network-words.js";import{isSamePlace}from"./part-aws-place.js";import"./part-lib-on-abort.js";import{
UserError}from"./part-lib-user-error.js";import"./part-lib-words.js";import"./part-lib-escape.js";import"./lib-empty-2.js";async function openBatchAccount(place,options,services){let{clock,stop,log}=services,account=await signIn(options,services),close=()=>account.iot.close();if(!isSamePlace(
account,place))throw close(),otherPlace(place);let pacers=createPacers(clock,{share:shareOf(options.requestsPerSecond),report:log.info});return{access:{iot:account.
iot,pacers,clock,signal:stop,report:log.info},close}}function otherPlace({account,region}){return new UserError("merge",`The shards are of account ${account} in\
 ${region}, and the credentials are not.`,{where:"aws-region",fix:"Give `merge` the region and the role of the shards."})}export{openBatchAccount};
