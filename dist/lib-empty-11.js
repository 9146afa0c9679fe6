import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{signIn,warnOfForeign}from"./part-aws-sdk-client-sts.js";import"./part-aws-sdk-client-iot.js";import"./lib-aws-sdk-credential-provider-node.js";import"./lib-aws-sdk-credential-provider-env.js";
import"./lib-aws-sdk-signature-v4-multi-region.js";import"./lib-aws-sdk-core.js";import"./lib-smithy-node-http-handler.js";import"./lib-smithy-core.js";import"./lib-smithy-core-3.js";
import"./lib-smithy-core-2.js";import"./lib-smithy-core-5.js";import"./part-github-answer.js";import"./part-github-toolkit.js";import"./part-aws-advice.js";
import"./part-lib-retry.js";import"./part-lib-until-aborted.js";import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";import"./part-lib-within-time.js";
import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import"./part-lib-on-abort.js";import"./part-lib-user-error.js";
import"./part-lib-words.js";import"./part-lib-escape.js";import"./lib-empty-2.js";export{signIn,warnOfForeign};
