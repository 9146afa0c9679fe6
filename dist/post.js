import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{fail,leave,openStep,readInputs}from"./part-inputs-inputs.js";import"./part-naming-names.js";import"./part-runner-request.js";import"./part-lib-limit-bytes.js";
import"./part-lib-nearest.js";import"./part-runner-log.js";import"./part-valibot.js";import"./part-lib-redact.js";import"./part-lib-user-error.js";
import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-string-types.js";import"./part-csr-parse-der.js";import"./part-lib-escape.js";import"./lib-empty-2.js";var{STATE_journal:journal,"STATE_handed-over":handedOver}=process.env,services=openStep(process.env);if(journal===void 0)services.log.info("The step asked for n\
o certificates; there is nothing to look after.");else if(handedOver==="true")services.log.info("The step handed over all it has; there is nothing left to do.");else
try{let{recover}=await import("./part-stories-recover.js");await recover(journal,await readInputs(process.env,services.context),services)}catch(error){fail(error,
services)}leave();
