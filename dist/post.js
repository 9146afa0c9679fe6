import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{fail,openDoor,readInputs}from"./part-inputs.js";import"./part-delivery-name-rules.js";import"./part-delivery-names.js";import"./part-report-escape.js";
import"./part-re2js.js";import"./part-csr-der.js";import"./lib-empty.js";var{STATE_journal:journal,"STATE_handed-over":handedOver}=process.env,services=openDoor(process.env);process.on("uncaughtException",error=>{fail(error,services),
process.exit()});if(journal===void 0)services.log.info("The step asked for no certificates; there is nothing to look after.");else if(handedOver==="true")services.
log.info("The step handed over all it has; there is nothing left to do.");else try{let{recover}=await import("./part-recover.js");await recover(journal,
readInputs(process.env,services.context),services)}catch(error){fail(error,services)}
