import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{isTlsRefusal}from"./part-lib-tls-refusal.js";import{TooLargeError}from"./part-lib-limit-bytes.js";import{answerText}from"./part-lib-redact.js";import{
UserError}from"./part-lib-user-error.js";var NOT_AWS="NotAws",THROTTLES=new Set(["ThrottlingException","Throttling","TooManyRequestsException","RequestLimitExceeded"]),REQUEST_REFUSALS=new Set(["Invali\
dRequestException","CertificateValidationException","ValidationException"]),LEASE_ENDED="LeaseEnded",UNSENT=new Set([LEASE_ENDED,"ECONNREFUSED","ENOTFOUND","EAI\
_AGAIN","EHOSTUNREACH","ENETUNREACH"]);function failureOf(error,now){if(error instanceof TooLargeError)return{kind:"in-doubt",code:error.code,message:error.sentence};
let{name,code,message,status,isOfAws,headers}=read(error);if(error instanceof UserError){let{code:code2,message:message2,fix}=error;return code2==="proxy-unreac\
hable"?{kind:"unsent",code:code2,message:message2,fix}:{kind:"refused",scope:"account",code:code2,message:message2,fix}}if(status!==void 0&&!isOfAws)return{kind:"\
in-doubt",code:NOT_AWS,message:outline(status,headers)};let date=Date.parse(headers.date??""),skewMs=now===void 0||Number.isNaN(date)?void 0:date-now();return THROTTLES.
has(name)||status===429?{kind:"throttled",code:name,message}:UNSENT.has(code)||isTlsRefusal(code)?{kind:"unsent",code,message}:status===void 0&&CREDENTIAL_FAILURES.
test(name)?{kind:"refused",scope:"account",code:name,message}:status!==void 0&&status>=400&&status<500&&status!==408?{kind:"refused",scope:REQUEST_REFUSALS.has(
name)?"request":"account",code:name,message,skewMs}:{kind:"in-doubt",code:code||name,message}}var CREDENTIAL_FAILURES=/^(CredentialsProviderError|TokenProviderError)$/,
AWS_HEADERS=["x-amzn-requestid","x-amzn-request-id","x-amz-request-id","x-amzn-errortype"],AWS_NAMES=/Exception$|^(AccessDenied|ExpiredToken|IDPCommunicationError|IDPRejectedClaim|IncompleteSignature|InternalFailure|InternalError|InvalidAction|InvalidClientTokenId|InvalidIdentityToken|InvalidSignature|MalformedPolicyDocument|MissingAuthenticationToken|OptInRequired|PackedPolicyTooLarge|RequestExpired|RequestLimitExceeded|RequestTimeTooSkewed|ServiceUnavailable|SignatureDoesNotMatch|Throttling|UnrecognizedClient|ValidationError)$/;
function read(error){let thrown=error??{},status=thrown.$metadata?.httpStatusCode??thrown.$response?.statusCode,headers=thrown.$response?.headers??{},name=answerText(
String(thrown.name??"Error"));return{name:/^(Unknown|SyntaxError|Error|TypeError)$/.test(name)&&status!==void 0?`HTTP ${status}`:name,code:answerText(String(thrown.
code??thrown.cause?.code??"")),message:sentenceOf(String(thrown.message??error)),status:typeof status=="number"?status:void 0,headers,isOfAws:AWS_HEADERS.some(header=>headers[header]!==
void 0)||AWS_NAMES.test(name)}}function outline(status,headers){let[type=""]=(headers["content-type"]??"").split(";");return`HTTP ${status}${type===""?"":`, ${answerText(
type).slice(0,50)}`}`}function sentenceOf(message){return/Deserialization error|^(Unknown|UnknownError)$/.test(message)?"its answer cannot be read":answerText(message.
replace(/@(?:smithy|aws-sdk)\/[\w/-]+(?: -|:)?\s*(?:\[\w+\]\s*)?/g,"").trim())}function isSessionRefusal(failure){return failure.kind==="refused"&&failure.passes===
!0}function isOwnFault(code){return/^(InternalFailure|InternalError|InternalServerError|ServiceUnavailable|ServiceFailure)(Exception)?$/.test(code)}function isExpired({
code}){return/^ExpiredToken(Exception)?$/.test(code)}function isClockRefusal({code,message}){return/^(RequestTimeTooSkewed|RequestExpired)(Exception)?$/.test(code)?
!0:isSignatureRefusal(code)&&/signature (?:has )?expired|not yet current/i.test(message)}function isSignatureRefusal(code){return/^(InvalidSignature|SignatureDoesNotMatch|IncompleteSignature)(Exception)?$/.
test(code)}function isBlocked({code,message}){return code===NOT_AWS&&!message.startsWith("HTTP 5")}export{NOT_AWS,LEASE_ENDED,failureOf,isSessionRefusal,isOwnFault,isExpired,isClockRefusal,isSignatureRefusal,isBlocked};
