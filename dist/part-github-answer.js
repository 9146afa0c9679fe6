import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{untilAborted}from"./part-lib-tls-refusal.js";async function retry(call,options){let{tries,firstWaitMs,clock,signal,mayPass=()=>!0}=options;for(let attempt=1;;attempt++){signal?.throwIfAborted();try{return await untilAborted(
call(),signal)}catch(error){if(signal?.throwIfAborted(),attempt>=tries||!mayPass(error))throw error}await clock.sleep(firstWaitMs*2**(attempt-1),signal)}}function readAnswer({status,body}){let fields=objectIn(body);if(fields===void 0)return{status,fields,reason:`HTTP ${status}, not from GitHub`};let message=fields.
message??fields.msg;return{status,fields,reason:message===void 0?`HTTP ${status}`:`${status} ${String(message)}`}}function objectIn(body){try{let value=JSON.parse(
body.toString("utf8"));return typeof value=="object"&&value!==null?value:void 0}catch{return}}export{retry,readAnswer};
