import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
async function withinTime(ms,call,signal){signal?.throwIfAborted();let controller=new AbortController,timer,onAbort=()=>{},late=new Promise((_,reject)=>{timer=setTimeout(
()=>{reject(Object.assign(new Error(`no complete answer within ${ms/1e3} s`),{name:"TimeoutError"})),controller.abort()},ms),onAbort=()=>{reject(signal?.reason),
controller.abort(signal?.reason)},signal?.addEventListener("abort",onAbort,{once:!0})});try{return await Promise.race([call(controller.signal),late])}finally{clearTimeout(
timer),signal?.removeEventListener("abort",onAbort)}}export{withinTime};
