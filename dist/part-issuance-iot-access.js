import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{adviceOn}from"./part-aws-advice.js";import{retry}from"./part-lib-retry.js";import{isBlocked,isSessionRefusal}from"./part-aws-answers.js";import{
UserError}from"./part-lib-user-error.js";import{duration}from"./part-lib-words.js";var REPORTED_MS=3e4,GIVEN_UP_MS=10*6e4,throttlings=new WeakMap;function throttlingOf(pacer){let known=throttlings.get(pacer);if(known!==void 0)return known;let since,
reportedAt=0,throttling={end(){since=void 0},goOn(action,now,report){if(since===void 0&&(since=now,reportedAt=now),now-since>=GIVEN_UP_MS)throw throttledFor(action,
now-since);now-reportedAt<REPORTED_MS||(reportedAt=now,report?.(`AWS IoT has let no call of ${action} through for ${duration(now-since)}: others use up its quot\
a. Waiting`))}};return throttlings.set(pacer,throttling),throttling}function throttledFor(action,ms){return new UserError("throttled",`AWS IoT has throttled eve\
ry call of ${action} for ${duration(ms)}.`,{where:action,fix:"Find out who else calls it in this account and region (CloudTrail, or the throttles in CloudWatch)\
, or ask AWS for a higher quota, and run the job again: what was done is not done twice."})}var TRIES=6,FIRST_WAIT_MS=500,FEW_TRIES=3;function listPage(access,marker){let{iot,pacers}=access;return callUntilAnswered("iot:ListCertificates",()=>iot.listCertificates(
marker),pacers.list,access)}async function describeIfThere(access,id){let{iot,pacers}=access;try{return await callUntilAnswered("iot:DescribeCertificate",()=>iot.
describeCertificate(id),pacers.describe,access)}catch(error){if(error instanceof Unanswered&&error.awsCode==="ResourceNotFoundException")return;throw error}}var ABOUT_ONE=new Set(
["CertificateStateException","InvalidRequestException"]);async function setStatus(access,id,status){let{iot,pacers}=access;try{return await callUntilAnswered("i\
ot:UpdateCertificate",()=>iot.updateStatus(id,status),pacers.update,access),"updated"}catch(error){if(!(error instanceof Unanswered))throw error;if(error.awsCode===
"ResourceNotFoundException")return"gone";if(ABOUT_ONE.has(error.awsCode))return{refused:error};throw error}}var NOT_DELETABLE=new Set([...ABOUT_ONE,"DeleteConfl\
ictException"]);async function deleteCertificate(access,id){let{iot,pacers}=access;try{return await callUntilAnswered("iot:DeleteCertificate",()=>iot.deleteCertificate(
id),pacers.remove,access),"deleted"}catch(error){if(!(error instanceof Unanswered))throw error;if(error.awsCode==="ResourceNotFoundException")return"gone";if(NOT_DELETABLE.
has(error.awsCode))return{refused:error};throw error}}async function callUntilAnswered(action,call,pacer,{clock,signal,report}){let throttling=throttlingOf(pacer),
callOnce=async()=>{for(;;){let permit=await pacer.acquire(signal),answer=await call();if(!isFailure(answer))return permit.done("admitted"),throttling.end(),answer;
if(permit.done(outcomeOf(answer)),answer.kind!=="throttled")throw throttling.end(),new Unanswered(action,answer);throttling.goOn(action,clock.now(),report)}},tried=0;
return retry(callOnce,{clock,signal,tries:TRIES,firstWaitMs:FIRST_WAIT_MS,mayPass:error=>error instanceof Unanswered&&++tried<error.tries})}var LOOKED=/^(ResourceNotFound|ResourceAlreadyExists|LimitExceeded|\w*Conflict)Exception$/;
function outcomeOf({kind,code}){return kind==="refused"&&LOOKED.test(code)?"admitted":kind==="throttled"?"throttled":"failed"}function awsCodeOf(error){return error instanceof
Unanswered?error.awsCode:void 0}function isFailure(answer){return/^(throttled|unsent|refused|in-doubt)$/.test(answer.kind)}var Unanswered=class extends UserError{tries;awsCode;constructor(action,failure){
let{code,message,fix}=adviceOn(failure,action)??{code:"aws-iot",message:`AWS IoT ${failure.kind==="refused"?"refused":"did not answer"} ${action} (${failure.code}\
: ${failure.message}).`,fix:failure.kind==="refused"?"Correct the cause that AWS names, and run the job again.":"See https://health.aws.amazon.com and run the j\
ob again: certificates that exist will be found."};super(code,message,{where:action,fix}),this.awsCode=failure.code,this.tries=triesFor(failure)}};function triesFor(failure){
return failure.kind==="refused"?isSessionRefusal(failure)?FEW_TRIES:1:isBlocked(failure)?FEW_TRIES:TRIES}export{listPage,describeIfThere,setStatus,deleteCertificate,callUntilAnswered,awsCodeOf};
