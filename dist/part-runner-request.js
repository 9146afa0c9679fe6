import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{withinTime}from"./part-lib-within-time.js";import{TooLargeError,limitBytes}from"./part-lib-limit-bytes.js";var MAX_REDIRECTS=5;async function sendRequest(url,request,agentFor){let follow=async signal=>{let place=url,{headers={}}=request;for(let redirects=0;;redirects++){
let response=await answerOf(place,{...request,headers,signal},await agentFor(place)),next=request.redirect==="manual"?void 0:redirectOf(response,request.method,
place);if(next===void 0||redirects===MAX_REDIRECTS)return{status:response.statusCode??0,headers:response.headers,body:await collect(response,request.maxBytes)};
response.destroy(),next.origin!==place.origin&&(headers=without(headers,"authorization")),place=next}};return withinTime(request.timeoutMs,follow,request.signal)}
async function answerOf(url,{method="GET",headers,body,signal},agent){let{request}=await(url.protocol==="https:"?import("node:https"):import("node:http"));return new Promise(
(resolve,reject)=>{let sent=request(url,{method,headers:{"user-agent":"create-aws-iot-certificates-from-csrs",...headers},...agent===void 0?{}:{agent},...signal===
void 0?{}:{signal}},resolve);sent.once("error",reject),sent.end(body)})}async function collect(body,maxBytes){if(Number(body.headers?.["content-length"])>maxBytes)
throw body.destroy(),new TooLargeError(maxBytes);let chunks=[];for await(let chunk of limitBytes(body,maxBytes))chunks.push(chunk);return Buffer.concat(chunks)}
function redirectOf({statusCode=0,headers},method,from){if(!(method===void 0||method==="GET"||method==="HEAD"?[301,302,303,307,308].includes(statusCode):[307,308].
includes(statusCode))||headers.location===void 0||!URL.canParse(headers.location,from.href))return;let to=new URL(headers.location,from);return to.protocol==="h\
ttps:"||to.protocol==="http:"&&from.protocol==="http:"?to:void 0}function without(headers,name){return Object.fromEntries(Object.entries(headers).filter(([key])=>key.
toLowerCase()!==name))}export{sendRequest,answerOf};
