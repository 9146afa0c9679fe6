import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{fail,openDoor}from"./part-github-context.js";import{readInputs}from"./part-inputs.js";import"./part-report-escape.js";import"./part-csr-weak-keys-published-keys.js";
import"./part-csr-der.js";import"./lib-empty.js";var{STATE_journal:journal,"STATE_handed-over":handedOver}=process.env,services=openDoor(process.env);process.on("uncaughtException",error=>{fail(error,services),
process.exit()});if(journal===void 0)services.log.info("The step asked for no certificates; there is nothing to look after.");else if(handedOver==="true")services.
log.info("The step handed over all it has; there is nothing left to do.");else try{let{recover}=await import("./part-recover.js");await recover(journal,
await readInputs(process.env,services.context),services)}catch(error){fail(error,services)}
