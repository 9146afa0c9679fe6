import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{NOT_AWS,isClockRefusal,isExpired,isOwnFault,isSignatureRefusal}from"./part-aws-answers.js";import{TLS_FIX,isTlsRefusal}from"./part-lib-tls-refusal.js";
import{duration}from"./part-lib-words.js";var WORTH_NAMING_MS=6e4,NEXT="and run the job again.",SERVICES={sts:"AWS STS",dynamodb:"Amazon DynamoDB"};function adviceOn(failure,action){let{code,message,fix}=failure,
service=SERVICES[action.split(":",1)[0]??""]??"AWS IoT";if(fix!==void 0)return{code,message,fix};if(code===NOT_AWS)return{code:"not-aws",message:`The answer did\
 not come from ${service} but from something before it (${message}).`,fix:`Let the requests pass through the proxy, firewall or sign-in page between the runner \
and AWS, or correct the endpoint if one is set, ${NEXT}`};if(isTlsRefusal(code))return tlsAdvice(service,code);if(failure.kind==="throttled")return{code:"thrott\
led",message:`${service} throttles the calls of this account (${code}: ${message}).`,fix:"Run the job again later, and do not run several jobs for this account \
at the same time."};if(isOwnFault(code))return{code:"aws-down",message:`${service} has an internal error (${code}: ${message}).`,fix:"See https://health.aws.ama\
zon.com and run the job again later."};if(failure.kind!=="refused")return;let said=`AWS said: ${code}: ${message.replace(/[.:]?$/,".")}`;return isClockRefusal(failure)?
{code:"clock",message:`AWS does not accept the time of the request${clockError(failure)}.`,fix:`Set the runner's clock (NTP), ${NEXT} ${said}`}:isSignatureRefusal(
code)?signatureAdvice(message,said):isExpired(failure)?{code:"credentials-expired",message:"The credentials have expired.",fix:"Renew them, or set role-to-assum\
e. It renews them during the run."}:UNKNOWN_CREDENTIALS.test(code)?{code:"credentials-unknown",message:"AWS does not know the credentials.",fix:`Check AWS_ACCES\
S_KEY_ID and, with temporary credentials, AWS_SESSION_TOKEN; that they are of the partition of aws-region (China and GovCloud have their own); and that the acco\
unt has this region enabled. ${said}`}:REGION_DISABLED.test(code)?{code:"region-disabled",message:`${service} is not enabled for this account in this region.`,fix:`\
Enable the region in the account, or correct aws-region, ${NEXT} ${said}`}:DENIED.test(code)?deniedAdvice(action,message,said):void 0}var UNKNOWN_CREDENTIALS=/^(InvalidClientTokenId|UnrecognizedClient|InvalidAccessKeyId|AuthFailure)(Exception)?$/,
REGION_DISABLED=/^(RegionDisabled|OptInRequired|SubscriptionRequired)(Exception)?$/,DENIED=/^(AccessDenied|Unauthorized|Forbidden|NotAuthorized)(Exception)?$/;function tlsAdvice(service,code){
let what=code==="ERR_TLS_CERT_ALTNAME_INVALID"?"is for another host":/EXPIRED|NOT_YET_VALID/.test(code)?"is not valid at this machine's time":"is from an author\
ity that Node does not know";return{code:"tls",message:`The TLS certificate of the server that answered for ${service} ${what} (${code}). Nothing was sent.`,fix:TLS_FIX}}
function clockError({skewMs=0}){return Math.abs(skewMs)<WORTH_NAMING_MS?"":`: the runner's clock is ${duration(Math.abs(skewMs))} ${skewMs>0?"behind":"ahead of"}\
 that of AWS`}function signatureAdvice(message,said){let isOfRegion=/region/i.test(message);return{code:isOfRegion?"signature-region":"signature",message:`AWS r\
ejected the request's signature${isOfRegion?": it is made for another region":""}.`,fix:isOfRegion?`Check that aws-region, and the endpoint if one is set, are o\
f the same region. ${said}`:`Check the region of the credentials and the clock, and that AWS_SECRET_ACCESS_KEY belongs to AWS_ACCESS_KEY_ID. ${said}`}}function deniedAdvice(action,message,said){
let[,kind]=/(?:explicit deny in an?|no) ((?:service control|resource control|permissions boundary|session|VPC endpoint|resource-based)[\w ]*?)(?: policy| allows|$)/i.
exec(message)??[],isDenied=/explicit deny/i.test(message),fix=kind==="session"?"The session policy does not allow it: set `session-policy: false`, or widen the \
policy where another step takes the credentials.":kind!==void 0?`The ${kind.replace(/ policy$/i,"")} ${/boundary/.test(kind)?"":"policy "}${isDenied?"denies it":
"does not allow it"}: ask its administrator.`:isDenied?"A policy of the role denies it: remove that statement from the policy.":"Add it to the role's policy.";return{
code:"not-allowed",message:`The role may not call ${action}.`,fix:`${fix} The README has the statement, Allow ${action}. ${said}`}}export{adviceOn};
