import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{untilAborted}from"./part-lib-until-aborted.js";async function retry(call,options){let{tries,firstWaitMs,clock,signal,mayPass=()=>!0}=options;for(let attempt=1;;attempt++){signal?.throwIfAborted();try{return await untilAborted(
call(),signal)}catch(error){if(signal?.throwIfAborted(),attempt>=tries||!mayPass(error))throw error}await clock.sleep(firstWaitMs*2**(attempt-1),signal)}}export{retry};
