import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{TLS_FIX,tellsOfTlsRefusal}from"./part-lib-tls-refusal.js";import{answerText}from"./part-lib-redact.js";function statusOf(error){let{status}=error??{};return typeof status=="number"?status:void 0}function answerOf(error){if(isStrange(error))return outline(error);let text=answerText(
error instanceof Error?error.message:String(error));return`${statusOf(error)??""} ${text.replace(/ - https:\/\/\S+$/,"")}`.trim()}function notGitHub(response){return Object.
assign(new Error("not GitHub"),{status:response.status,response})}function isStrange(error){let{response}=error??{};return response===void 0||response.headers?.["\
x-github-request-id"]!==void 0?!1:typeof response.data?.message!="string"}function outline({status,response}){let[type=""]=String(response?.headers?.["content-t\
ype"]??"").split(";");return`HTTP ${status}${type===""?"":`, ${answerText(type).slice(0,50)}`}`}var CAUSES=[{code:"sso",pattern:/SAML|single sign-on/i,message:"\
The organization asks for single sign-on, and the token is not authorized for it",fix:"Authorize the token for the organization (Settings, Developer settings, t\
he token, Configure SSO), or use the token of a GitHub App, which needs none."},{code:"ip-allow-list",pattern:/IP allow list|IP address is not permitted/i,message:"\
The organization lets only some IP addresses in, and the runner's is not one of them",fix:"Add the runner's address to the organization's IP allow list, or use \
a runner whose address is on it."},{code:"token-policy",pattern:/forbids access via|lifetime is greater/i,message:"The organization does not accept tokens of th\
is kind",fix:"Use the token of a GitHub App, or make a personal access token that follows the rules of the organization."},{code:"archived",pattern:/archived/i,
message:"The repository is archived, so nothing in it can be written",fix:"Unarchive it, or name another scope."},{code:"rate-limit",pattern:/rate limit|abuse detection/i,
message:"The rate limit of this token at GitHub is used up",fix:"Wait an hour at most, and run the job again."}];function refusalIn(error){let answer=answerOf(error);
if(isStrange(error))return{code:"not-github",message:`The answer did not come from GitHub but from something before it (${answer}).`,fix:"Let the requests pass \
through the proxy, firewall or sign-in page between the runner and GitHub, and run the job again."};if(tellsOfTlsRefusal(answer))return{code:"tls",message:`The \
TLS certificate of GitHub's API is not trusted here (${answer}).`,fix:TLS_FIX};let status=statusOf(error);if(status!==403&&status!==429)return;let cause=CAUSES.
find(({pattern})=>pattern.test(answer));return cause&&{code:cause.code,message:`${cause.message} (${answer}).`,fix:cause.fix}}export{statusOf,answerOf,notGitHub,refusalIn};
