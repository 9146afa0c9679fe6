import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{Transform}from"node:stream";var TooLargeError=class extends Error{name="TooLargeError";code="ERR_TOO_LARGE";sentence;constructor(limit){let sentence=`the\
 answer is larger than ${limit/1024} KiB`;super(sentence),this.sentence=sentence}};function limitBytes(source,limit){let seen=0,limited=new Transform({transform(chunk,_encoding,done){
seen+=chunk.length,seen>limit?done(new TooLargeError(limit)):done(null,chunk)}});return source.once("error",error=>limited.destroy(error)),source.once("close",()=>{
source.readableEnded||limited.destroy(Object.assign(new Error("the answer was cut off"),{code:"ECONNRESET"}))}),limited.once("close",()=>source.destroy()),source.
pipe(limited)}export{TooLargeError,limitBytes};
