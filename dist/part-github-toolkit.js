import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{AsyncLocalStorage}from"node:async_hooks";import{Readable}from"node:stream";function exportProxies(url,{proxies}){for(let[variable,value]of proxies.forLibraries(
url))value===void 0?delete process.env[variable]:process.env[variable]=value}async function withToolkit(url,network,send,call){return exportProxies(url,network),
replaced??=replaceTransport(),await replaced,sender.run(send,call)}var sender=new AsyncLocalStorage,replaced;async function replaceTransport(){let[{HttpClient,HttpClientResponse},
{STATUS_CODES}]=await Promise.all([import("./lib-empty-8.js"),import("node:http")]);HttpClient.prototype.requestRaw=async({parsedUrl,options},data)=>{let send=sender.
getStore();if(send===void 0)throw new Error("a request outside withToolkit");if(typeof data!="string"&&data!==null)throw new TypeError("a request whose body is \
no text");let{status,headers,body}=await send(parsedUrl.href,{method:options.method??"GET",headers:options.headers,...data===null?{}:{body:data}}),head={statusCode:status,
statusMessage:STATUS_CODES[status],headers};return new HttpClientResponse(Object.assign(Readable.from([body]),head))}}export{exportProxies,withToolkit};
