import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{onAbort}from"./part-lib-on-abort.js";async function withinTime(ms,call,signal){signal?.throwIfAborted();let controller=new AbortController,timer,forget,late=new Promise((_,reject)=>{timer=setTimeout(
()=>{reject(Object.assign(new Error(`no complete answer within ${ms/1e3} s`),{name:"TimeoutError"})),controller.abort()},ms),forget=signal&&onAbort(signal,()=>{
reject(signal.reason),controller.abort(signal.reason)})});try{return await Promise.race([call(controller.signal),late])}finally{clearTimeout(timer),forget?.()}}export{withinTime};
