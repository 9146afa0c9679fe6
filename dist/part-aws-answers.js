import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{visible}from"./part-lib-escape.js";async function retry(call,options){let{tries,firstWaitMs,clock,signal,mayPass=()=>!0}=options;for(let attempt=1;;attempt++){signal?.throwIfAborted();try{return await call()}catch(error){
if(signal?.throwIfAborted(),attempt>=tries||!mayPass(error))throw error}await clock.sleep(firstWaitMs*2**(attempt-1),signal)}}var THROTTLES=new Set(["ThrottlingException","Throttling","TooManyRequestsException","RequestLimitExceeded"]),REQUEST_REFUSALS=new Set(["InvalidRequestException",
"CertificateValidationException","ValidationException"]),UNSENT=new Set(["ECONNREFUSED","ENOTFOUND","EAI_AGAIN","EHOSTUNREACH","ENETUNREACH","ERR_TLS_CERT_ALTNA\
ME_INVALID","CERT_HAS_EXPIRED","DEPTH_ZERO_SELF_SIGNED_CERT","SELF_SIGNED_CERT_IN_CHAIN","UNABLE_TO_VERIFY_LEAF_SIGNATURE"]);function failureOf(error){let{name,
code,message,status,attempted}=read(error);return THROTTLES.has(name)||status===429?{kind:"throttled",code:name,message}:UNSENT.has(code)?{kind:"unsent",code,message}:
!attempted&&CREDENTIAL_FAILURES.test(name)?{kind:"refused",scope:"account",code:name,message}:status!==void 0&&status>=400&&status<500&&status!==408?{kind:"refu\
sed",scope:REQUEST_REFUSALS.has(name)?"request":"account",code:name,message}:{kind:"in-doubt",code:code||name,message}}function isSessionRefusal(failure){return/^(ExpiredToken(Exception)?|RequestExpired|InvalidSignatureException)$/.
test(failure.code)}var CREDENTIAL_FAILURES=/^(CredentialsProviderError|TokenProviderError|UserError)$/;function read(error){let thrown=error??{},status=thrown.$metadata?.
httpStatusCode??thrown.$response?.statusCode;return{name:visible(String(thrown.name??"Error")),code:visible(String(thrown.code??thrown.cause?.code??"")),message:visible(
String(thrown.message??error)),status:typeof status=="number"?status:void 0,attempted:thrown.$metadata!==void 0&&status!==void 0}}export{retry,failureOf,isSessionRefusal};
