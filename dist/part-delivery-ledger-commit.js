import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{joinRuns}from"./part-records-join-runs.js";import{answerOf,refusalIn,statusOf}from"./part-github-refusals.js";import{ledgerText,parseLedger,readLedger,writeLedger}from"./part-records-ledger.js";
import"./part-records-reach.js";import"./part-records-ledger-line.js";import{readAnswer}from"./part-github-answer.js";import{retry}from"./part-lib-retry.js";
import"./part-lib-until-aborted.js";import"./part-lib-tls-refusal.js";import"./part-valibot.js";import"./part-records-status.js";import"./part-lib-redact.js";
import"./part-lib-network-words.js";import"./part-aws-place.js";import"./part-lib-on-abort.js";import"./part-lib-lfs-pointer.js";import"./part-lib-file-error.js";
import{UserError}from"./part-lib-user-error.js";import{count,plural}from"./part-lib-words.js";import"./part-lib-escape.js";import"./lib-empty-2.js";import{relative,sep}from"node:path";var MAX_FILE_BYTES=100*1024*1024,TRIES=4,FIRST_WAIT_MS=1e3,TIMEOUT_MS=6e4,MAX_ANSWER_BYTES=4*1024*1024,HINDERING={pull_request:"changes must be made through a p\
ull request",required_status_checks:"status checks must have passed before",update:"only some may update it",merge_queue:"changes must go through a merge queue",
required_deployments:"deployments must have succeeded before",workflows:"workflows must have passed before",code_scanning:"code scanning must have passed before"};
function openBranchFile(place,{context,network},waiting){let{repository,branch,path,token}=place,root=`${context.apiUrl}/repos/${repository}`,headers={authorization:`\
Bearer ${token}`,"x-github-api-version":"2022-11-28"},send=(url,accept,maxBytes,body)=>network.request(url,{method:body===void 0?"GET":"POST",headers:{...headers,
accept,...body===void 0?{}:{"content-type":"application/json"}},...body===void 0?{}:{body:JSON.stringify(body)},timeoutMs:TIMEOUT_MS,maxBytes,signal:waiting.signal}),
persistently=call=>retry(call,{...waiting,tries:TRIES,firstWaitMs:FIRST_WAIT_MS,mayPass}),ask=async(url,body)=>{let answer=await send(url,"application/vnd.githu\
b+json",MAX_ANSWER_BYTES,body),{status,fields,reason}=readAnswer(answer);if(status>=200&&status<300&&fields!==void 0)return fields;throw refused(status,reason,answer.
headers,fields)},graphql=async(query,variables)=>{let{data,errors}=await ask(context.graphqlUrl,{query,variables}),[error]=Array.isArray(errors)?errors:[];if(error===
void 0)return data??{};let reason=String(error.message??"an error without a message");throw Object.assign(refused(error.type==="FORBIDDEN"?403:422,reason,GRAPHQL,
{message:reason}),{type:String(error.type??"")})},[owner,name]=repository.split("/");return{async read(){let about=await persistently(()=>ask(`${root}/branches/${encodeURIComponent(
branch)}`)),head=String(about.commit?.sha??""),url=`${root}/contents/${path.split("/").map(encodeURIComponent).join("/")}?ref=${head}`;return persistently(async()=>{
let answer=await send(url,"application/vnd.github.raw+json",MAX_FILE_BYTES);if(answer.status===200)return{head,text:answer.body.toString("utf8")};let{status,fields,
reason}=readAnswer(answer);if(status===404&&fields!==void 0)return{head,text:void 0};throw refused(status,reason,answer.headers,fields)})},async findObstacle(){
await persistently(()=>ask(`${root}/git/blobs`,{content:"",encoding:"utf-8"}));let update=(await persistently(()=>graphql(CAN_PUSH,{owner,name,ref:`refs/heads/${branch}`}))).
repository?.ref?.refUpdateRule??{};if(update.viewerCanPush===!1)return Number(update.requiredApprovingReviewCount??0)>0?HINDERING.pull_request:HINDERING.update;
let rules=await persistently(()=>ask(`${root}/rules/branches/${encodeURIComponent(branch)}`));for(let{type,ruleset_id:id}of Object.values(rules)){let obstacle=HINDERING[String(
type)];if(obstacle===void 0)continue;if((await persistently(()=>ask(`${root}/rulesets/${id}`))).current_user_can_bypass!=="always")return obstacle}},async commit(text,head,message){
try{let done=await graphql(COMMIT,{input:{branch:{repositoryNameWithOwner:repository,branchName:branch},message:{headline:message},fileChanges:{additions:[{path,
contents:Buffer.from(text).toString("base64")}]},expectedHeadOid:head}});return String(done.createCommitOnBranch?.commit?.oid??"")}catch(error){if(error.type===
"STALE_DATA")return;throw error}}}}var CAN_PUSH="query ($owner: String!, $name: String!, $ref: String!) { repository(owner: $owner, name: $name) { ref(qualified\
Name: $ref) { refUpdateRule { viewerCanPush requiredApprovingReviewCount } } } }",COMMIT="mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(i\
nput: $input) { commit { oid } } }",GRAPHQL={"x-github-request-id":"-"};function refused(status,reason,headers,data){return Object.assign(new Error(reason.replace(
/^\d{3} /,"")),{status,response:{headers,data}})}function mayPass(error){if(error instanceof UserError)return error.code==="proxy-unreachable";let{status}=error;
return typeof status!="number"||status>=500||status===429}var LINE_BYTES=2e3,TRIES2=10,FIRST_WAIT_MS2=500,LONGEST_WAIT_MS=5e3,OTHER_WAY="or remove `ledger-commit`, and commit the ledger in a step of its own, on a branc\
h for a pull request (docs/ledger.md has the recipe).";async function prepareLedgerCommit({ledger,ledgerCommit,githubToken},added,services,done="issued"){if(!ledgerCommit||
ledger===void 0)return;let{context,clock,log,stop,end}=services,{branch,repository}=placeOf(services),place={repository,branch,path:pathIn(context.workspace,ledger),
token:githubToken},file=openBranchFile(place,services,{clock,signal:stop});try{let obstacle=await file.findObstacle();if(obstacle!==void 0)throw protectedBranch(
branch,obstacle);let text=await pull(file,ledger,services);refuseTooLarge(text.length+added*LINE_BYTES,branch)}catch(error){throw stop.throwIfAborted(),asCommitError(
error,branch)}let late=openBranchFile(place,services,{clock,signal:end});return{async commit(){try{let message=`Record ${done} certificates${context.runUrl===void 0?
"":` (run ${context.runId})`}`,oid=await commitMerged(late,ledger,message,services),what=oid===void 0?"has all of the ledger already":`has the ledger by commit ${oid}`;
log.info(`The branch ${branch} ${what}`)}catch(error){throw asCommitError(error,branch)}}}}function placeOf({context}){let{branch,repository,event}=context;if(branch!==
void 0&&repository!==void 0)return{branch,repository};throw new UserError("ledger-commit",`The run is not on a branch (event ${event.name||"none"}).`,{where:"le\
dger-commit",fix:`Run it for a push, a schedule or a dispatch on a branch, ${OTHER_WAY}`})}function pathIn(workspace,ledger){let way=relative(workspace,ledger).
replaceAll(sep,"/");if(!way.startsWith("../")&&way!==".."&&!/^([a-z]:|\/)/i.test(way))return way;throw new UserError("ledger-commit","The ledger is not in the w\
orkspace, so it has no place in the repository.",{where:`ledger ${ledger}`,fix:"Name a file of the repository in `ledger`, checked out to the workspace."})}async function pull(file,path,{
files,log}){let{text=""}=await file.read(),own=await readLedger(path),theirs=parseLedger(text,"the ledger of the branch"),merged=joinRuns(theirs,own),more=merged.
entries.length-own.entries.length;return more>0&&log.info(`The branch has ${plural(more,"certificate")} that the checkout had not`),(more>0||merged.others.length>
own.others.length)&&await writeLedger(files,path,merged),ledgerText(merged)}async function commitMerged(file,path,message,services){let{clock,end,files,log}=services,
waitMs=FIRST_WAIT_MS2,problem;for(let attempt=1;attempt<=TRIES2;attempt++){let{head,text}=await file.read(),merged=joinRuns(parseLedger(text??"","the ledger of \
the branch"),await readLedger(path)),wanted=await ledgerText(merged);if(wanted===text)return;await writeLedger(files,path,merged);try{let oid=await file.commit(
wanted,head,message);if(oid!==void 0)return oid;log.info("Another commit came first: the ledger is merged with it")}catch(error){let status=statusOf(error);if(error instanceof
UserError||status!==void 0&&status<500&&status!==429)throw error;problem=error}await clock.sleep(waitMs*(.5+Math.random()/2),end),waitMs=Math.min(waitMs*2,LONGEST_WAIT_MS)}
throw problem??new Error(`the branch has moved on ${TRIES2} times`)}function refuseTooLarge(bytes,branch){if(!(bytes<=MAX_FILE_BYTES))throw new UserError("ledge\
r-commit",`With this batch the ledger would have about ${count(Math.round(bytes/1024/1024))} MiB, and GitHub allows 100 MiB for a file.`,{where:`ledger on ${branch}`,
fix:"Keep a ledger for each site or product line, each with its own CSRs."})}function protectedBranch(branch,obstacle){return new UserError("ledger-commit",`The\
 branch ${branch} is protected: ${obstacle}.`,{where:"ledger-commit",fix:`Let the token bypass that rule (a GitHub App in the bypass list, its token as github-t\
oken), ${OTHER_WAY}`})}function asCommitError(error,branch){if(error instanceof UserError)return error;let answer=answerOf(error),status=statusOf(error),refusal=refusalIn(
error),details={where:"ledger-commit",cause:error};return refusal!==void 0?new UserError("ledger-commit",refusal.message,{...details,fix:refusal.fix}):status===
404?new UserError("ledger-commit",`The branch ${branch} does not exist, or the token may not see it (${answer}).`,{...details,fix:"If the branch was deleted, ru\
n the workflow on another one. Otherwise add `contents: write` to the permissions of the job."}):/rule violation|protected branch|pull request/i.test(answer)?protectedBranch(
branch,answer):status===401||status===403?new UserError("ledger-commit",`The token may not commit to ${branch} (${answer}).`,{...details,fix:`Add \`contents: wri\
te\` to the permissions of the job, ${OTHER_WAY}`}):new UserError("ledger-commit",`The ledger could not be committed to ${branch} (${answer}).`,{...details,fix:"\
The ledger file has everything: save it with actions/upload-artifact in a step with `if: always()`, and run the job again."})}export{prepareLedgerCommit};
