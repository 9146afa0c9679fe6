import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{createLog,explain}from"./part-inputs.js";import{UserError,forCommandData,forCommandProperty,forLog}from"./part-report-escape.js";import{readFileSync}from"node:fs";import{availableParallelism}from"node:os";import{extname}from"node:path";import{setTimeout as delay}from"node:timers/promises";var systemClock={now:()=>performance.timeOrigin+performance.now(),sleep:async(ms,signal)=>{try{await delay(
ms,void 0,signal===void 0?{}:{signal})}catch(error){throw signal?.throwIfAborted(),error}}};import{randomUUID}from"node:crypto";import{appendFileSync}from"node:fs";import{EOL}from"node:os";function createCommands(env,write){let toFile=(path,name,value)=>{if(!path)return;let delimiter=`ghadelimiter_${randomUUID()}`;appendFileSync(path,`${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`)},
onGitHub=env.GITHUB_ACTIONS==="true";return{annotate(level,message,place={}){if(!onGitHub)return write(`${level}: ${forLog(message)}
`);let properties=Object.entries(place).map(([key,value])=>`${key}=${forCommandProperty(value)}`).join(",");write(`::${level}${properties===""?"":` ${properties}`}\
::${forCommandData(message)}
`)},setOutput:(name,value)=>toFile(env.GITHUB_OUTPUT,name,value),saveState:(name,value)=>toFile(env.GITHUB_STATE,name,value),appendSummary(markdown){env.GITHUB_STEP_SUMMARY&&
appendFileSync(env.GITHUB_STEP_SUMMARY,markdown)},mask(secret){onGitHub&&secret!==""&&write(`::add-mask::${forCommandData(secret)}
`)}}}import{tmpdir}from"node:os";function readContext(env,cwd,event){let serverUrl=env.GITHUB_SERVER_URL||"https://github.com",repository=env.GITHUB_REPOSITORY||void 0,
runId=env.GITHUB_RUN_ID||void 0;return{workspace:env.GITHUB_WORKSPACE||cwd,tempDirectory:env.RUNNER_TEMP||tmpdir(),repository,commit:env.GITHUB_SHA||void 0,runId,
runAttempt:Number.parseInt(env.GITHUB_RUN_ATTEMPT??"1",10)||1,rulesPage:rulesPage(serverUrl,env.GITHUB_ACTION_REPOSITORY??"",env.GITHUB_ACTION_REF||"HEAD"),runUrl:repository!==
void 0&&runId!==void 0?`${serverUrl}/${repository}/actions/runs/${runId}`:void 0,serverUrl,apiUrl:env.GITHUB_API_URL||"https://api.github.com",offersIdToken:!!(env.
ACTIONS_ID_TOKEN_REQUEST_URL&&env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),offersArtifacts:!!(env.ACTIONS_RESULTS_URL&&env.ACTIONS_RUNTIME_TOKEN),isForkPullRequest:/^pull_request/.
test(env.GITHUB_EVENT_NAME??"")&&isFork(event,repository),onGitHub:env.GITHUB_ACTIONS==="true"}}function isFork(event,repository){let head=event?.pull_request?.
head;return head!==void 0&&head.repo?.full_name!==repository}function rulesPage(serverUrl,repository,ref){let page="docs/rules.md";return/^[\w.-]+\/[\w.-]+$/.test(
repository)?`${serverUrl}/${repository}/blob/${ref.split("/").map(encodeURIComponent).join("/")}/${page}`:page}var MAX_THREADS=8;function openDoor(env){let write=text=>{process.stdout.write(text)},commands=createCommands(env,write),stop=new AbortController,log=createLog(
commands,write);for(let signal of["SIGINT","SIGTERM"])process.on(signal,()=>{stop.signal.aborted||log.info(`${signal}: no new requests; waiting for those that a\
re under way`),stop.abort()});return{context:readContext(env,process.cwd(),readEvent(env.GITHUB_EVENT_PATH)),commands,log,clock:systemClock,threads:{script:new URL(
`./worker${extname(import.meta.url)}`,import.meta.url),count:Math.min(availableParallelism(),MAX_THREADS)},stop:stop.signal}}function fail(error,{log}){if(process.
exitCode=1,error instanceof UserError){log.annotate("error",explain(error),{title:error.code});return}let stack=error instanceof Error?error.stack??error.message:
String(error);for(let line of stack.split(`
`))log.info(line);log.annotate("error",`This is a bug in the action, please report it: ${error instanceof Error?error.message:error}`)}function readEvent(path){
if(path)try{return JSON.parse(readFileSync(path,"utf8"))}catch{return}}export{openDoor,fail};
