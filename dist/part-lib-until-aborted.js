import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{onAbort}from"./part-lib-on-abort.js";async function untilAborted(work,signal){if(signal===void 0)return work;let forget,aborted=new Promise((_,reject)=>{let giveUp=()=>reject(signal.reason);signal.
aborted?giveUp():forget=onAbort(signal,giveUp)});try{return await Promise.race([work,aborted])}finally{forget?.()}}export{untilAborted};
