import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{onAbort}from"./part-lib-on-abort.js";import{Transform}from"node:stream";var TooLargeError=class extends Error{name="TooLargeError";code="ERR_TOO_LARGE";sentence;constructor(limit){let sentence=`the\
 answer is larger than ${limit/1024} KiB`;super(sentence),this.sentence=sentence}};function limitBytes(source,limit){let seen=0,limited=new Transform({transform(chunk,_encoding,done){
seen+=chunk.length,seen>limit?done(new TooLargeError(limit)):done(null,chunk)}});return source.once("error",error=>limited.destroy(error)),source.once("close",()=>{
source.readableEnded||limited.destroy(Object.assign(new Error("the answer was cut off"),{code:"ECONNRESET"}))}),limited.once("close",()=>source.destroy()),source.
pipe(limited)}async function withinTime(ms,call,signal){signal?.throwIfAborted();let controller=new AbortController,timer,forget,late=new Promise((_,reject)=>{timer=setTimeout(
()=>{reject(Object.assign(new Error(`no complete answer within ${ms/1e3} s`),{name:"TimeoutError"})),controller.abort()},ms),forget=signal&&onAbort(signal,()=>{
reject(signal.reason),controller.abort(signal.reason)})});try{return await Promise.race([call(controller.signal),late])}finally{clearTimeout(timer),forget?.()}}export{TooLargeError,limitBytes,withinTime};
