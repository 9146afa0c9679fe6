import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{forLog}from"./part-lib-escape.js";import{AsyncLocalStorage}from"node:async_hooks";import{Readable}from"node:stream";var OF_USE=/\b(fail|error|retr(y|ies|ied)|refus|denied|warn|unable|cannot|could not|timed? ?out)/i;function ofUse(text,debug){return text.split(/(?<=\n)/).map(line=>{
let command=/^::([a-z-]+)/.exec(line)?.[1];return command!==void 0?command==="debug"&&!debug?"":line:OF_USE.test(line)?`${forLog(line.replace(/\r?\n$/,""))}
`:""}).join("")}function quietLibraries(isLibrary,debug){let{stdout}=process,write=stdout.write.bind(stdout),quiet=(chunk,...rest)=>{let kept=typeof chunk=="str\
ing"&&isLibrary()?ofUse(chunk,debug):chunk;return write(kept,...rest)};stdout.write=quiet}function exportProxies(url,{proxies}){for(let[variable,value]of proxies.forLibraries(url))value===void 0?delete process.env[variable]:process.env[variable]=value}
async function withToolkit(url,{network,context},send,call){return exportProxies(url,network),replaced??=replaceTransport(context.debug),await replaced,sender.run(
send,call)}var sender=new AsyncLocalStorage,replaced;async function replaceTransport(debug){quietLibraries(()=>sender.getStore()!==void 0,debug);let[{HttpClient,
HttpClientResponse},{STATUS_CODES}]=await Promise.all([import("./lib-empty-7.js"),import("node:http")]);HttpClient.prototype.requestRaw=async({parsedUrl,
options},data)=>{let send=sender.getStore();if(send===void 0)throw new Error("a request outside withToolkit");if(typeof data!="string"&&data!==null)throw new TypeError(
"a request whose body is no text");let{status,headers,body}=await send(parsedUrl.href,{method:options.method??"GET",headers:options.headers,...data===null?{}:{body:data}}),
head={statusCode:status,statusMessage:STATUS_CODES[status],headers};return new HttpClientResponse(Object.assign(Readable.from([body]),head))}}export{exportProxies,withToolkit};
