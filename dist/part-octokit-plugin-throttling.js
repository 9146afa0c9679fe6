import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{answerOf,notGitHub,refusalIn,statusOf}from"./part-github-refusals.js";import{require_light,retry}from"./lib-bottleneck.js";import"./lib-octokit-request-error.js";
import"./part-naming-secret-bundle.js";import{createProgress}from"./part-runner-progress.js";import{exportProxies}from"./part-github-toolkit.js";import{untilAborted}from"./part-lib-until-aborted.js";
import"./part-lib-tls-refusal.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import"./part-lib-on-abort.js";import{UserError}from"./part-lib-user-error.js";
import{count,duration,plural}from"./part-lib-words.js";import"./part-lib-escape.js";import{__toESM}from"./lib-empty-2.js";import{createHash}from"node:crypto";var import_light=__toESM(require_light(),1),VERSION="0.0.0-development",noop=()=>Promise.resolve();function wrapRequest(state,request,options){return state.retryLimiter.
schedule(doRequest,state,request,options)}async function doRequest(state,request,options){let{pathname}=new URL(options.url,"http://github.test"),isAuth=isAuthRequest(
options.method,pathname),isWrite=!isAuth&&options.method!=="GET"&&options.method!=="HEAD",isSearch=options.method==="GET"&&pathname.startsWith("/search/"),isGraphQL=pathname.
startsWith("/graphql"),jobOptions=~~request.retryCount>0?{priority:0,weight:0}:{};state.clustering&&(jobOptions.expiration=1e3*60),(isWrite||isGraphQL)&&await state.
write.key(state.id).schedule(jobOptions,noop),isWrite&&state.triggersNotification(pathname)&&await state.notifications.key(state.id).schedule(jobOptions,noop),isSearch&&
await state.search.key(state.id).schedule(jobOptions,noop);let req=(isAuth?state.auth:state.global).key(state.id).schedule(jobOptions,request,options);if(isGraphQL){
let res=await req;if(res.data.errors!=null&&res.data.errors.some(error=>error.type==="RATE_LIMITED"))throw Object.assign(new Error("GraphQL Rate Limit Exceeded"),
{response:res,data:res.data})}return req}function isAuthRequest(method,pathname){return method==="PATCH"&&/^\/applications\/[^/]+\/token\/scoped$/.test(pathname)||
method==="POST"&&(/^\/applications\/[^/]+\/token$/.test(pathname)||/^\/app\/installations\/[^/]+\/access_tokens$/.test(pathname)||pathname==="/login/oauth/acces\
s_token")}var triggers_notification_paths_default=["/orgs/{org}/invitations","/orgs/{org}/invitations/{invitation_id}","/orgs/{org}/teams/{team_slug}/discussion\
s","/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments","/repos/{owner}/{repo}/collaborators/{username}","/repos/{owner}/{repo}/commits/{com\
mit_sha}/comments","/repos/{owner}/{repo}/issues","/repos/{owner}/{repo}/issues/{issue_number}/comments","/repos/{owner}/{repo}/issues/{issue_number}/sub_issue",
"/repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority","/repos/{owner}/{repo}/pulls","/repos/{owner}/{repo}/pulls/{pull_number}/comments","/repos/{ow\
ner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies","/repos/{owner}/{repo}/pulls/{pull_number}/merge","/repos/{owner}/{repo}/pulls/{pull_number}/requ\
ested_reviewers","/repos/{owner}/{repo}/pulls/{pull_number}/reviews","/repos/{owner}/{repo}/releases","/teams/{team_id}/discussions","/teams/{team_id}/discussio\
ns/{discussion_number}/comments"];function routeMatcher(paths){let regex2=`^(?:${paths.map(path=>path.split("/").map(c=>c.startsWith("{")?"(?:.+?)":c).join("/")).
map(r=>`(?:${r})`).join("|")})[^/]*$`;return new RegExp(regex2,"i")}var regex=routeMatcher(triggers_notification_paths_default),triggersNotification=regex.test.
bind(regex),groups={},createGroups=function(Bottleneck,common){groups.global=new Bottleneck.Group({id:"octokit-global",maxConcurrent:10,...common}),groups.auth=
new Bottleneck.Group({id:"octokit-auth",maxConcurrent:1,...common}),groups.search=new Bottleneck.Group({id:"octokit-search",maxConcurrent:1,minTime:2e3,...common}),
groups.write=new Bottleneck.Group({id:"octokit-write",maxConcurrent:1,minTime:1e3,...common}),groups.notifications=new Bottleneck.Group({id:"octokit-notificatio\
ns",maxConcurrent:1,minTime:3e3,...common})};function throttling(octokit,octokitOptions){let{enabled=!0,Bottleneck=import_light.default,id="no-id",timeout=1e3*60*
2,connection}=octokitOptions.throttle||{};if(!enabled)return{};let common={timeout};typeof connection<"u"&&(common.connection=connection);let state=Object.assign(
{clustering:connection!=null,triggersNotification,fallbackSecondaryRateRetryAfter:60,retryAfterBaseValue:1e3,id},octokitOptions.throttle);if(typeof state.onSecondaryRateLimit!=
"function"||typeof state.onRateLimit!="function")throw new Error(`octokit/plugin-throttling error:
        You must pass the onSecondaryRateLimit and onRateLimit error handlers.
        See https://octokit.github.io/rest.js/#throttling

        const octokit = new Octokit({
          throttle: {
            onSecondaryRateLimit: (retryAfter, options) => {/* ... */},
            onRateLimit: (retryAfter, options) => {/* ... */}
          }
        })
    `);let initialized=!1,initializeBottleneck=()=>{if(initialized)return;initialized=!0,groups.global==null&&createGroups(Bottleneck,common),state.global=state.
global??groups.global,state.auth=state.auth??groups.auth,state.search=state.search??groups.search,state.write=state.write??groups.write,state.notifications=state.
notifications??groups.notifications,state.retryLimiter=state.retryLimiter??new Bottleneck;let events={},emitter=new Bottleneck.Events(events);events.on("seconda\
ry-limit",state.onSecondaryRateLimit),events.on("rate-limit",state.onRateLimit),events.on("error",e=>octokit.log.warn("Error in throttling-plugin limit handler",
e)),state.retryLimiter.on("failed",async function(error,info){let[state2,request,options]=info.args,{pathname}=new URL(options.url,"http://github.test");if(!(pathname.
startsWith("/graphql")&&error.status!==401||error.status===403||error.status===429))return;let retryCount=~~request.retryCount;request.retryCount=retryCount,options.
request.retryCount=retryCount;let{wantRetry,retryAfter=0}=await(async function(){if(/\bsecondary rate\b/i.test(error.message)){let retryAfter2=Number(error.response.
headers["retry-after"])||state2.fallbackSecondaryRateRetryAfter;return{wantRetry:await emitter.trigger("secondary-limit",retryAfter2,options,octokit,retryCount),
retryAfter:retryAfter2}}if(error.response.headers!=null&&error.response.headers["x-ratelimit-remaining"]==="0"||(error.response.data?.errors??[]).some(error2=>error2.
type==="RATE_LIMITED")){let rateLimitReset=new Date(~~error.response.headers["x-ratelimit-reset"]*1e3).getTime(),retryAfter2=Math.max(Math.ceil((rateLimitReset-
Date.now())/1e3)+1,0);return{wantRetry:await emitter.trigger("rate-limit",retryAfter2,options,octokit,retryCount),retryAfter:retryAfter2}}return{}})();if(wantRetry)
return request.retryCount++,retryAfter*state2.retryAfterBaseValue})};return octokit.hook.wrap("request",(request,options)=>(initializeBottleneck(),wrapRequest(state,
request,options))),{}}throttling.VERSION=VERSION;throttling.triggersNotification=triggersNotification;var GITHUB_WRITES=[{count:60,ms:6e4},{count:450,ms:36e5}];function createWriteBudget(windows,clock,signal,onWait){let longest=Math.max(0,...windows.map(({count:count2})=>count2)),
sent=[];return{async acquire(){for(signal.throwIfAborted();;){let now=clock.now(),waits=windows.map(({count:count2,ms})=>{let oldest=sent.at(-count2);return sent.
length<count2||oldest===void 0?0:oldest+ms-now}),wait=Math.max(0,...waits);if(wait<=0)break;onWait(wait),await clock.sleep(wait,signal)}sent=longest===0?[]:[...sent,
clock.now()].slice(-longest)}}}var TIMEOUT_MS=3e4,MAX_BYTES=4*1024*1024,LONG_MS=5e3,MAX_WAIT_S=3660,MAX_WAITS=5;async function createOctokit(token,{context,clock,log,stop,network}){let open=await loadClient(
new URL(context.apiUrl),network),wait=async(seconds,_options,_octokit,waited)=>waited>=MAX_WAITS||!(seconds<=MAX_WAIT_S)?!1:(log.info(`GitHub asks to wait ${seconds}\
 s`),await clock.sleep(seconds*1e3,stop),!0),budget,acquire=async()=>{budget??=hasRateLimits(octokit).then(limited=>createWriteBudget(limited?GITHUB_WRITES:[],clock,
stop,ms=>{ms>=LONG_MS&&log.info(`Waiting ${duration(ms)}: GitHub allows about 80 writes a minute and 500 an hour`)})),await(await budget).acquire()},quiet=()=>{},
options={baseUrl:context.apiUrl,request:{fetch:createFetch(network,stop)},log:{debug:quiet,info:quiet,warn:quiet,error:quiet},throttle:{write:{key:()=>({schedule:acquire})},
onRateLimit:wait,onSecondaryRateLimit:wait,retryAfterBaseValue:0}},octokit=open(token,options,throttling,retry);return octokit}async function loadClient(apiUrl,network){
return exportProxies(apiUrl,network),delete process.env.GITHUB_EVENT_PATH,(await import("./lib-empty-6.js")).getOctokit}function createFetch(network,stop){
return async(url,init)=>{let{status,headers,body}=await network.request(url,{method:init.method,headers:{...init.headers},...init.body===void 0?{}:{body:init.body},
timeoutMs:TIMEOUT_MS,maxBytes:MAX_BYTES,signal:stop}),texts=Object.entries(headers).map(([name,value])=>[name,String(value)]),answer=new Response(body.length===
0?null:new Uint8Array(body),{status,headers:texts});return Object.defineProperty(answer,"url",{value:url})}}async function hasRateLimits(octokit){try{return await octokit.
request("GET /rate_limit"),!0}catch(error){return error.status!==404}}async function createSeal(publicKey){let{default:sodium}=await import("./lib-libsodium.js");await sodium.ready;let key=Buffer.from(publicKey,"base64");return value=>Buffer.
from(sodium.crypto_box_seal(Buffer.from(value),key)).toString("base64")}var IMPOSSIBLE_NAME="GITHUB_PERMISSION_PROBE";async function openVault(octokit,scope){let{path,parameters}=placeOf(scope),fetchKey=async()=>{let response=await octokit.
request(`GET ${path}/public-key`,parameters),{key_id:id,key:key2}=response.data;if(typeof id!="string"||typeof key2!="string")throw notGitHub(response);return{id,
seal:await createSeal(key2)}},key=await fetchKey(),visible=await visibilityOf(octokit,scope),put=async(name,value)=>{let{id,seal}=key,response=await octokit.request(
`PUT ${path}/{name}`,{...parameters,...visible,name,encrypted_value:seal(value),key_id:id});if(response.status!==201&&response.status!==204)throw notGitHub(response);
return timeIn(response.headers.date)};return{async list(){let found=new Map;for(let page=1;page<=MAX_PAGES;page++){let response=await octokit.request(`GET ${path}`,
{...parameters,per_page:PAGE_SIZE,page}),{secrets}=response.data;if(!Array.isArray(secrets))throw notGitHub(response);for(let{name,updated_at}of secrets)found.set(
String(name).toUpperCase(),timeIn(updated_at));if(secrets.length<PAGE_SIZE)return found}throw new Error(`it gave ${MAX_PAGES} pages, and there are more`)},async probe(){
try{await put(IMPOSSIBLE_NAME,"")}catch(error){let status=statusOf(error);if(status!==422&&status!==400)throw error}},put:async(name,value)=>{try{return await put(
name,value)}catch(error){if(statusOf(error)!==422)throw error;let fresh=await fetchKey();if(fresh.id===key.id)throw error;return key=fresh,put(name,value)}}}}function timeIn(text){
let time=Date.parse(String(text));return Number.isNaN(time)?void 0:time}var PAGE_SIZE=100,MAX_PAGES=100;function placeOf(scope){if(scope.kind==="organization")return{
path:"/orgs/{org}/actions/secrets",parameters:{org:scope.organization}};let parameters={owner:scope.owner,repo:scope.repository};return scope.kind==="environmen\
t"?{path:"/repos/{owner}/{repo}/environments/{environment}/secrets",parameters:{...parameters,environment:scope.environment}}:{path:`/repos/{owner}/{repo}/${scope.
kind==="repository"?"actions":scope.kind}/secrets`,parameters}}async function visibilityOf(octokit,scope){if(scope.kind!=="organization")return{};let{organization,
visibility,repositories}=scope;if(visibility!=="selected")return{visibility};let ids=[];for(let repo of repositories){let{data}=await octokit.request("GET /repo\
s/{owner}/{repo}",{owner:organization,repo});ids.push(Number(data.id))}return{visibility,selected_repository_ids:ids}}function whereOf(scope){switch(scope.kind){case"repository":return`repository ${scope.owner}/${scope.repository}`;case"dependabot":return`Dependabot in ${scope.
owner}/${scope.repository}`;case"codespaces":return`Codespaces of ${scope.owner}/${scope.repository}`;case"environment":return`environment ${scope.environment} \
of ${scope.owner}/${scope.repository}`;case"organization":return`organization ${scope.organization}`}}function capacityOf({kind}){return kind==="organization"?1e3:
100}var PERMISSIONS={repository:{name:"the repository permission Secrets (read and write)",input:"permission-secrets"},environment:{name:"the repository permiss\
ion Environments (read and write)",input:"permission-environments"},organization:{name:"the organization permission Secrets (read and write)",input:"permission-\
organization-secrets"},dependabot:{name:"the repository permission Dependabot secrets (read and write)",input:"permission-dependabot-secrets"},codespaces:{name:"\
the repository permission Codespaces secrets (read and write)"}};function tokens({kind}){let{name,input}=PERMISSIONS[kind],app=input===void 0?"":` with \`${input}\
: write\``;return`Pass in github-token either the token of a GitHub App that has ${name}, made by actions/create-github-app-token${app}, or a fine-grained perso\
nal access token that has that permission. Nothing was created.`}function refusedScope(error,scope){let own=ownWords(error);if(own!==void 0)return own;let status=statusOf(
error),where=whereOf(scope),answer=answerOf(error),refusal=refusalIn(error);if(refusal!==void 0)return new UserError(`secret-${refusal.code}`,refusal.message,{where:/^(not-github|tls)$/.
test(refusal.code)?"deliver":"github-token",fix:`${refusal.fix} Nothing was created.`,cause:error});switch(status){case 401:return new UserError("secret-token",
`GitHub does not accept the token (${answer}).`,{where:"github-token",fix:`It may have expired. ${tokens(scope)}`});case 403:return noPermission(answer,scope);case 404:
return new UserError("secret-scope",`There is no ${where} that the token can see (${answer}).`,{where:/^(environment|organization)$/.test(scope.kind)?`secret-${scope.
kind}`:"secret-scope",fix:`${MISSING[scope.kind]} ${tokens(scope)}`});default:return new UserError("secret-service",`GitHub did not list the secrets of the ${where}\
 (${answer}).`,{where:"deliver",fix:"See https://www.githubstatus.com and run the job again. Nothing was created.",cause:error})}}function refusedWriting(error,scope){
return statusOf(error)===404?noPermission(answerOf(error),scope):refusedScope(error,scope)}function noPermission(answer,scope){let isPersonal=/personal access token/i.
test(answer),isOfOwner=/admin rights/i.test(answer),why=isPersonal?" In some organizations an owner has to approve a fine-grained token before it may do more th\
an read public data.":isOfOwner?" Whoever made the token has to be an administrator of the repository.":" The job's own GITHUB_TOKEN never may, whatever its per\
missions.";return new UserError("secret-permission",`The token may not write secrets of the ${whereOf(scope)} (${answer}).${why}`,{where:"github-token",fix:tokens(
scope)})}var MISSING={repository:"Give the token access to the repository.",dependabot:"Give the token access to the repository.",codespaces:"Give the token acc\
ess to the repository.",environment:"Create the environment in the settings of the repository, or correct secret-environment.",organization:"Correct secret-orga\
nization and secret-repositories, or give the token access to them. A user account is not an organization."};function noRoom(batch){let{scope,layout,present,added,
bundleSize}=batch,capacity=capacityOf(scope),bundled=layout==="per-certificate"&&bundleSize<=capacity-present;return new UserError("secret-capacity",`The batch \
needs ${plural(added,"more secret")}, and the ${whereOf(scope)} holds ${count(present)} of the ${count(capacity)} that GitHub allows.`,{where:"deliver",fix:`${bundled?
`Set \`secret-layout: bundle\`, which needs ${plural(bundleSize,"secret")}, or`:"Set"} \`deliver: artifact\`, or delete secrets that nobody uses. Nothing was crea\
ted.`})}function refusedSecret(error,at){let{name,where,done,of,stop}=at,refusal=refusalIn(error),own=ownWords(error),problem=own!==void 0?own.message:stop.aborted?
"The job was cancelled.":refusal?.message??`GitHub refused the secret ${name} (${answerOf(error)}).`;return new UserError(stop.aborted?"cancelled":"secret-write",
`${count(done)} of ${plural(of,"secret")} are written in the ${where}. ${problem}`,{where:"deliver",fix:`${refusal===void 0?FIXES[statusOf(error)??0]??"":`${refusal.
fix} `}No certificate is lost; the manifest's field \`secret\` names the secrets that are written. Press "Re-run failed jobs": the rest is written then, and no ce\
rtificate is issued again.`,cause:error})}var FIXES={401:"The token has expired (a GitHub App's lives one hour): make it in a step right before this one. ",403:"\
Give the token its permission back. ",404:"Restore the environment, organization or repository: it was there before. "};function ownWords(error){let inside=error instanceof
UserError?error:error?.cause;return inside instanceof UserError?inside:void 0}async function prepareSecrets(plan,{scope,layout},token,services){let{log,clock,stop}=services,where=whereOf(scope),octokit=await createOctokit(token,services),
vault,present;try{vault=await untilAborted(openVault(octokit,scope),stop),present=await untilAborted(vault.list(),stop)}catch(error){throw stop.throwIfAborted(),
refusedScope(error,scope)}try{await untilAborted(vault.probe(),stop)}catch(error){throw stop.throwIfAborted(),refusedWriting(error,scope)}let wanted=new Set(plan.
names),room=capacityOf(scope)-present.size,added=[...wanted].filter(name=>!present.has(name)).length;if(added>room)throw noRoom({scope,layout,present:present.size,
added,bundleSize:plan.bundleSize});let overwritten=wanted.size-added;return log.info(`${plural(wanted.size,"secret")} for ${where}, ${overwritten===0?"none":count(
overwritten)} of them there already`),added>SLOW&&log.annotate("notice",`${plural(wanted.size,"secret")} take more than an hour to write, since github.com allow\
s about 500 writes an hour. The token of a GitHub App is valid for one hour. \`secret-layout: bundle\` would need ${plural(plan.bundleSize,"secret")}.`,{title:"\
secrets-slow"}),{refuseTaken:others=>refuseTaken([...wanted],where,others),async deliver(issued,before,journal){let secrets=issued.length===0?[]:plan.secretsFor(
issued),byPath=new Map,written=0,kept=0,report=failure=>({where,written,kept,byPath,failure}),progress=createProgress("Wrote",secrets.length,clock.now,log);for(let secret of secrets){
let{name,value,csrPaths}=secret,record=recordName(where,name),sha256=createHash("sha256").update(value).digest("hex");if(isThere(before,record,sha256,present.get(
name)))kept++;else{let time;try{stop.throwIfAborted(),refuseTooLarge(secret),time=await untilAborted(vault.put(name,value),stop)}catch(error){return report(refusedSecret(
error,{name,where,done:written+kept,of:secrets.length,stop}))}await journal.delivered(record,{sha256,time}),written++}for(let path of csrPaths)byPath.set(path,name);
progress.update(written+kept)}return report()}}}var CLOCKS_MS=1e4;function isThere({delivered,since},record,sha256,updated){let known=delivered.get(record);return known?.
time===void 0||known.sha256!==sha256||since===void 0||updated===void 0||updated<since?!1:Math.abs(updated-known.time)<=CLOCKS_MS}var SLOW=450;function recordName(where,name){
return`${where}: ${name}`}function refuseTaken(names,where,others){let taken=names.filter(name=>others.has(recordName(where,name))),[first]=taken,place=first===
void 0?void 0:others.get(recordName(where,first));if(place!==void 0)throw secretTaken(taken,where,place)}function secretTaken([first,...more],where,{account,region}){
let others=more.length===0?"":`, and so do ${count(more.length)} more`;return new UserError("secret-taken",`The secret ${first} of ${where} holds a certificate \
of account ${account} in ${region}, which an earlier step of this job has written${others}. Nothing was created.`,{where:"secret-name",fix:"Give the secrets of \
each account and region names of their own, for example with the region before the first field."})}function refuseTooLarge({name,value}){let bytes=Buffer.byteLength(
value);if(!(bytes<=48e3))throw new UserError("secret-size",`${name} would have ${count(bytes)} bytes, and GitHub allows 48 KB.`,{where:"secret-layout",fix:"Take\
 the certificates from the output directory or an artifact."})}export{prepareSecrets};
