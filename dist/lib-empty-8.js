import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{openTemplate,readTemplateFile}from"./part-registration-named-objects.js";import"./part-registration-registry-reads.js";import"./part-lib-for-each.js";import"./part-registration-registry-calls.js";
import"./part-issuance-iot-access.js";import"./part-aws-advice.js";import"./part-lib-retry.js";import"./part-lib-until-aborted.js";import"./part-aws-answers.js";
import"./part-lib-tls-refusal.js";import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import"./part-lib-on-abort.js";
import"./part-lib-file-error.js";import"./part-lib-user-error.js";import"./part-lib-words.js";import"./part-lib-escape.js";import"./lib-empty-2.js";export{openTemplate,readTemplateFile};
