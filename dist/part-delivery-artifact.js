import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{Ns}from"./lib-glob.js";import{checkPem}from"./part-records-read-certificate.js";import{adviceOn,isBlocked,isSessionRefusal,readAnswer,retry}from"./part-aws-advice.js";
import{JOURNAL_NAME,account,certificateIn,commit,errorOf,isSamePlace,isUsable,literal,maxLength,notWritten,object,optional,path,pem,picklist,pipe,readManifest,readRegularFile,
region,runAttempt,runId,safeParse,sha256,string,time,variant}from"./part-valibot.js";import{withinTime}from"./part-lib-within-time.js";import{TLS_FIX,isTlsRefusal,
tellsOfTlsRefusal}from"./part-lib-tls-refusal.js";import{answerText}from"./part-lib-redact.js";import{UserError}from"./part-lib-user-error.js";function artifactNameOf({artifactName,shard}){return shard===void 0?artifactName:`${artifactName}-shard-${shard.index}-of-${shard.of}`}import{stat}from"node:fs/promises";import{setTimeout as sleep}from"node:timers/promises";var TRIES=4,TIMEOUT_MS=15e3,MAX_BYTES=1024*1024,UPLOAD={ms:10*6e4,msPerByte:1/100};async function listArtifactNames({context,network}){let{artifactService}=context;
if(artifactService===void 0)throw new Error("the runner offers no artifact service");let{url,token}=artifactService,[run,job]=backendIds(token),list=new URL("/t\
wirp/github.actions.results.api.v1.ArtifactService/ListArtifacts",url),last;for(let attempt=0;attempt<TRIES;attempt++){attempt>0&&await sleep(500*2**attempt);try{
let answer=await network.request(list.href,{method:"POST",headers:{authorization:`Bearer ${token}`,"content-type":"application/json"},body:JSON.stringify({workflow_run_backend_id:run,
workflow_job_run_backend_id:job}),timeoutMs:TIMEOUT_MS,maxBytes:MAX_BYTES}),{status,fields,reason}=readAnswer(answer),artifacts=fields===void 0?void 0:fields.artifacts??
[];if(status===200&&Array.isArray(artifacts))return new Set(artifacts.map(({name})=>String(name)));if(last=new Error(fields===void 0?`(${status}) the answer is \
not valid JSON`:`(${status}) ${reason}`),status<500&&status!==429)break}catch(error){if(last=asNetworkError(error),error instanceof UserError&&error.code!=="pro\
xy-unreachable")break}}throw last}function asNetworkError(error){let{code}=error;return error instanceof UserError||code===void 0||isTlsRefusal(code)?error:Object.
assign(new Error(`no answer (${code})`,{cause:error}),{name:"NetworkError",code})}function backendIds(token){try{let{scp}=JSON.parse(Buffer.from(token.split(".")[1]??
"","base64url").toString("utf8")),[,run,job]=/(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(String(scp))??[];if(run!==void 0&&job!==void 0)return[run,job]}catch{}
throw new Error("ACTIONS_RUNTIME_TOKEN holds no scope Actions.Results, as the runner's does")}async function uploadArtifact(name,files,root,options,{context,network}){
let{bytes,...uploadOptions}=options;for(let[variable,value]of network.proxies.forLibraries(new URL(context.artifactService?.url??"")))value===void 0?delete process.
env[variable]:process.env[variable]=value;let{DefaultArtifactClient}=await import("./lib-undici.js");return withinTime(UPLOAD.ms+bytes*UPLOAD.msPerByte,
()=>new DefaultArtifactClient().uploadArtifact(name,[...files],root,uploadOptions))}var RUN_AGAIN="See https://www.githubstatus.com and run the job again.";function artifactProblem(error){let{name,code,statusCode}=error??{},text=error instanceof
Error?error.message:String(error),status=typeof statusCode=="number"?statusCode:Number(/\((\d{3})\)/.exec(text)?.[1]??0);if(/not valid JSON|Unexpected token|Unexpected end of JSON/.
test(text))return{message:"What answered in place of the artifact service is not GitHub.",fix:"Have the proxy, firewall or sign-in page between the runner and G\
itHub let the requests pass, and run the job again."};if(tellsOfTlsRefusal(text))return{message:"The TLS certificate of the artifact service is not trusted here\
.",fix:TLS_FIX};if(name==="NetworkError")return{message:`The artifact service does not answer (${answerText(String(code))}).`,fix:`${RUN_AGAIN} A self-hosted ru\
nner has to reach *.actions.githubusercontent.com and *.blob.core.windows.net.`};if(name==="UsageError")return{message:"The storage for artifacts that GitHub gi\
ves the account is used up.",fix:"Delete artifacts or raise the spending limit, or set `deliver: directory`."};if(status===401)return{message:"The artifact serv\
ice does not accept the job's token (401).",fix:RUN_AGAIN};if(status===403)return{message:"The artifact service refused the upload (403).",fix:"Check whether th\
e settings of the repository or the organization, or a firewall of a self-hosted runner, forbid artifacts; or set `deliver: directory`."}}function artifactReason(error){
return answerText(error instanceof Error?error.message:String(error))}async function prepareArtifact(name,retentionDays,services){let{context}=services;if(context.artifactService===void 0)throw new UserError("artifact-unavailable",
"The artifact service is not offered here; only a GitHub Actions step has it.",{where:"deliver",fix:"Set `deliver: directory` and take the certificates from out\
put-directory."});let taken=await namesTaken(services),later=context.runAttempt>1?`${name}-attempt-${context.runAttempt}`:void 0,free=[name,later].find(candidate=>candidate!==
void 0&&!taken.has(candidate));if(free===void 0)throw new UserError("artifact-name-taken",`This workflow run already has an artifact "${name}".`,{where:"artifac\
t-name",fix:"Give each job and each step its own artifact-name, for example by putting strategy.job-index into it."});let upload=async(as,files,root)=>{let bytes=0;
for(let file of files)bytes+=(await stat(file)).size;let options={bytes,...retentionDays===void 0?{}:{retentionDays}},{id,digest}=await uploadArtifact(as,files,
root,options,services);return{name:as,id:String(id??""),url:context.runUrl===void 0?"":`${context.runUrl}/artifacts/${id}`,digest:digest===void 0?"":`sha256:${digest}`}};
return{async upload(files,root){try{return await upload(free,files,root).catch(error=>{if(later===void 0||later===free||!/\(409\)/.test(artifactReason(error)))throw error;
return upload(later,files,root)})}catch(error){let problem=artifactProblem(error),message=`The certificates could not be uploaded${problem===void 0?` (${artifactReason(
error)}).`:`. ${problem.message}`}${proxyHint(services)}`;throw new UserError("artifact-upload",message,{where:`artifact ${free}`,fix:`${problem===void 0?"":`${problem.
fix} `}The certificates are safe in ${root}: save that directory with actions/upload-artifact in a step with \`if: always()\`.`,cause:error})}}}}async function namesTaken(services){
if(!/(^github\.com|\.ghe\.com|\.localhost)$/i.test(new URL(services.context.serverUrl).hostname))throw new UserError("artifact-unavailable","GitHub Enterprise S\
erver has no artifact service of this kind.",{where:"deliver",fix:"Set `deliver: directory` and save output-directory with an action that your server has."});try{
return await listArtifactNames(services)}catch(error){if(error instanceof UserError)throw error;let{message,fix}=artifactProblem(error)??{message:`The artifact \
service does not answer (${artifactReason(error)}).`,fix:"See https://www.githubstatus.com and run the job again, or set `deliver: directory`."};throw new UserError(
"artifact-unavailable",message,{where:"deliver",fix,cause:error})}}function proxyHint({context,network}){let proxy=network.proxies.find(new URL(context.artifactService?.
url??""));return proxy===void 0?"":` The proxy ${proxy.url} of ${proxy.variable} has to let *.actions.githubusercontent.com and *.blob.core.windows.net through.`}import{join}from"node:path";async function openDirectory(path2,names,files){let nameOf=csr=>{let name=names.get(csr.path);if(name===void 0)throw new Error(`no file name for ${csr.path}`);return name},
fileOf=csr=>join(path2,nameOf(csr)),inside=makeDirectory(path2,files);return{path:path2,files:inside,nameOf,fileOf,write:(csr,pem2)=>inside.write(fileOf(csr),pem2),
read:csr=>readRegularFile(fileOf(csr))}}function makeDirectory(path2,files){try{return files.below(path2)}catch(error){throw errorOf(error,"output-directory","o\
utput-directory")}}var certificate=object({id:sha256,pem,status:optional(picklist(["ACTIVE","INACTIVE"])),issuedAt:optional(time),origin:optional(object({runId,runAttempt,commit:optional(
commit)}))}),LINE=variant("type",[object({type:literal("place"),account,region}),object({type:literal("intent"),spki:sha256,csr:sha256,path,file:path,time}),object(
{type:literal("release"),spki:sha256}),object({type:literal("issued"),spki:sha256,csr:sha256,path,file:path,certificate}),object({type:literal("activated"),id:sha256}),
object({type:literal("delivered"),to:pipe(string(),maxLength(1e3)),sha256})]);function parseJournalLine(line){let value;try{value=JSON.parse(line)}catch{return}
let result=safeParse(LINE,value,{abortEarly:!0});return result.success?result.output:void 0}function createJournal(append){let waiting=[],writing,next,write=record=>(waiting.push(`${JSON.stringify(record)}
`),next??=(writing??Promise.resolve()).then(()=>{let lines=waiting.join("");return waiting=[],next=void 0,writing=append(lines),writing}),next);return{begin:({account:account2,
region:region2})=>write({type:"place",account:account2,region:region2}),intend:({spkiSha256,csrSha256,path:path2},file,awsTime)=>write({type:"intent",spki:spkiSha256,
csr:csrSha256,path:path2,file,time:new Date(awsTime).toISOString()}),release:({spkiSha256})=>{write({type:"release",spki:spkiSha256}).catch(()=>{})},issued:({spkiSha256,
csrSha256,path:path2},file,certificate2)=>write({type:"issued",spki:spkiSha256,csr:csrSha256,path:path2,file,certificate:certificate2}),activated:id=>write({type:"\
activated",id}),delivered:(to,sha2562)=>write({type:"delivered",to,sha256:sha2562}),flush:async()=>{await(next??writing)?.catch(()=>{})}}}function readJournal(text){
let inDoubt=new Map,certificates=new Map,spkiOf=new Map,delivered=new Map,place;for(let line of completeLines(text)){let record=parseJournalLine(line);switch(record?.
type){case"place":place??={account:record.account,region:record.region};break;case"intent":if(!inDoubt.has(record.spki)){let{spki,csr:csrSha256,path:path2,file}=record,
csr={path:path2,csrSha256,spkiSha256:spki,file};inDoubt.set(record.spki,{csr,since:Date.parse(record.time)})}break;case"release":inDoubt.delete(record.spki);break;case"\
issued":inDoubt.delete(record.spki),certificates.set(record.spki,{...record,certificate:whole(record.certificate)}),spkiOf.set(record.certificate.id,record.spki);
break;case"activated":{let spki=spkiOf.get(record.id)??"",issued=certificates.get(spki);issued!==void 0&&certificates.set(spki,{...issued,certificate:{...issued.
certificate,status:"ACTIVE"}});break}case"delivered":delivered.set(record.to,record.sha256)}}return{place,inDoubt,certificates,delivered}}function whole({id,pem:pem2,
status,issuedAt,origin}){return{id,pem:pem2,status,issuedAt,origin:origin&&{...origin,commit:origin.commit}}}function acknowledgedLength(text){return text.lastIndexOf(
`
`)+1}function completeLines(text){return text.slice(0,acknowledgedLength(text)).split(`
`).filter(Boolean)}import{readFile}from"node:fs/promises";import{join as join2}from"node:path";function partialArtifactName(artifactName,attempt){return`${artifactName}-attempt-${attempt}-partial`}async function fromEarlierAttempts(artifactName,context,token,{
directory,place}){let[repositoryOwner="",repositoryName=""]=context.repository?.split("/")??[],findBy={token,workflowRunId:Number(context.runId),repositoryOwner,
repositoryName},{DefaultArtifactClient}=await import("./lib-undici.js"),client=new DefaultArtifactClient,{artifacts}=await client.listArtifacts({findBy}),
certificates=[],delivered=new Map;for(let{name,id}of artifacts){if(name!==artifactName&&!name.startsWith(`${artifactName}-attempt-`))continue;let path2=join2(directory,
`artifact-${id}`);await client.downloadArtifact(id,{path:path2,findBy});let read=readJournal(await readFile(join2(path2,JOURNAL_NAME),"utf8").catch(()=>"")),journal=read.
place!==void 0&&isSamePlace(read.place,place)?read:readJournal("");certificates.push(...await contentOf(path2,journal,place));for(let[to,sha2562]of journal.delivered)
delivered.set(to,sha2562)}return{certificates,delivered}}async function contentOf(directory,journal,place){let journalled=[...journal.certificates.values()].map(
({certificate:certificate2})=>certificate2),records=new Map(journalled.map(certificate2=>[certificate2.id,certificate2]));for(let entry of(await readManifest(directory))?.
certificates??[]){let certificate2=certificateIn(entry,place);certificate2!==void 0&&records.set(certificate2.id,certificate2)}let pems=await Ns("**/*.pem",{cwd:directory,
nodir:!0,absolute:!0}),files=await Promise.all(pems.map(file=>readFile(file,"utf8")));return[...journalled.map(({pem:pem2})=>pem2),...files].flatMap(pem2=>{let checked=checkPem(
pem2);if(checked===void 0)return[];let record=records.get(checked.id);return record===void 0?[]:[{spkiSha256:checked.spkiSha256,certificate:{...record,pem:checked.
pem}}]})}import{createHash}from"node:crypto";import{join as join3}from"node:path";function journalPath(tempDirectory,batch){let{outputDirectory,account:account2,region:region2}=batch,key=createHash("sha256").update([outputDirectory,account2,region2].
join(`
`)).digest("hex").slice(0,16);return join3(tempDirectory,`iot-certificates-${key}`,JOURNAL_NAME)}async function openJournal(files,path2,place){let file,text;try{
file=await files.openForAppend(path2),text=await file.readFile("utf8"),await file.truncate(Buffer.byteLength(text.slice(0,acknowledgedLength(text))))}catch(error){
throw new UserError("journal",notWritten(path2,error).message,{where:"RUNNER_TEMP",fix:"Make the runner's temporary directory writable; without the journal noth\
ing is created.",cause:error})}let journal=createJournal(async lines=>{await file.appendFile(lines),await file.datasync()}),before=readJournal(text);if(place!==
void 0&&before.place===void 0)await journal.begin(place);else if(place!==void 0&&before.place!==void 0&&!isSamePlace(before.place,place))throw new UserError("jo\
urnal","The journal is about another account or region.",{where:path2,fix:"Remove this file: nothing of this product writes one there."});return{path:path2,journal,
before,async close(){await journal.flush(),await file.close()}}}function createAlarm(clock,ring){let timer;return{set(at,now){if(timer!==void 0){if(timer.at<=at&&at!==Number.POSITIVE_INFINITY)return;timer.stop.abort(),timer=
void 0}if(at===Number.POSITIVE_INFINITY||at<=now)return;let mine={at,stop:new AbortController};timer=mine,clock.sleep(at-now,mine.stop.signal).then(()=>{timer===
mine&&(timer=void 0,ring())},()=>{})}}}function createAnswerTimes(){let typicalMs,shortestMs2=Number.POSITIVE_INFINITY,shortestBeforeMs=Number.POSITIVE_INFINITY,windowFrom=Number.NEGATIVE_INFINITY,deviationMs=1,
shortest=()=>Math.min(shortestMs2,shortestBeforeMs),blurMs=()=>2*deviationMs+1;return{get typicalMs(){return typicalMs},get shortestMs(){return shortest()},get blurMs(){
return blurMs()},answered(sentAt,now){let tookMs=now-sentAt;now-windowFrom>=3e4&&(shortestBeforeMs=shortestMs2,shortestMs2=Number.POSITIVE_INFINITY,windowFrom=now),
shortestMs2=Math.min(shortestMs2,tookMs),deviationMs+=(Math.abs(tookMs-(typicalMs??tookMs))-deviationMs)*.0625,typicalMs=typicalMs===void 0?tookMs:typicalMs+(tookMs-
typicalMs)*.125},taken(sentAt,now){let oneWayMs=shortest()/2,blur=blurMs()/2;return{from:sentAt+oneWayMs-blur,to:now-oneWayMs+blur}}}}function createBucketEstimate(){let moments=[],repeats=0,low=0,high=Number.POSITIVE_INFINITY,spanMs=0,startAgain=rest=>{moments=rest,low=0,high=Number.POSITIVE_INFINITY,
spanMs=0};return{get low(){return low},get high(){return high},get spanMs(){return spanMs},throttled(taken,admittedCalls,isRepeat){let past=moments.toReversed();
startAgain([]);let agreeing=[];for(let moment of past){let least=leastRate(moment,taken,admittedCalls),most=mostRate(moment,taken,admittedCalls);if(least>high||
most<low||longestMs(moment,taken)>6e4)break;low=Math.max(low,least),high=Math.min(high,most),spanMs=Math.max(0,shortestMs(moment,taken)),agreeing.unshift(moment)}
repeats=isRepeat?repeats+1:0,moments=[...(repeats>1?agreeing.slice(0,-1):agreeing).slice(-63),{taken,admittedCalls}]},admitted(taken,admittedCalls){let last=moments.
at(-1);if(last===void 0||shortestMs(last,taken)<100)return!1;let least=leastRate(last,taken,admittedCalls),hasRisen=least>high;return hasRisen&&startAgain([last]),
low=Math.max(low,least),hasRisen},restart:(taken,admittedCalls)=>startAgain([{taken,admittedCalls}])}}function longestMs(moment,taken){return taken.to-moment.taken.
from}function shortestMs(moment,taken){return taken.from-moment.taken.to}function leastRate(moment,taken,admittedCalls){let elapsedMs=longestMs(moment,taken),calls=admittedCalls-
moment.admittedCalls-1.25;return elapsedMs<100?0:calls*1e3/elapsedMs}function mostRate(moment,taken,admittedCalls){let elapsedMs=shortestMs(moment,taken),calls=admittedCalls-
moment.admittedCalls+1.25;return elapsedMs<100?Number.POSITIVE_INFINITY:calls*1e3/elapsedMs}function createRateGrowth(){let growsFrom=0,growth=0;return{factor(now){let seconds=Math.max(0,now-growsFrom)/1e3;return Math.exp(growth*seconds*(1+seconds/3))},
hold(now,holdMs,partPerSecond){growsFrom=now+holdMs,growth=partPerSecond},notSent(ms){growsFrom+=ms}}}var RESERVE_TOKENS=2,RESERVE_MAX_MS=2e3,BLUR_MAX_MS=1e3,HOLD_CALLS=180,HOLD_MIN_MS=40,HOLD_LIMIT_MIN_MS=2e3,HOLD_LIMIT_MAX_MS=24e3,GROWTH_MIN_PER_S=.1,GROWTH_MAX_PER_S=1.5,
GROWN_MAX_FACTOR=2,LOST_MIN_CALLS=3,LOST_MS=40,RISEN_MIN_FACTOR=1.1,RISEN_GROWTH_PER_S=.7,RISEN_MIN_MS=2e3,RISEN_BACK_PART=.8,CATCH_UP_MAX_MS=250,CATCH_UP_BURST_PART=1/
4,SURE_INEXACTNESS=.03;function createBucketPace(options){let{ceiling,burst,times}=options,estimate=createBucketEstimate(),growth=createRateGrowth(),reserve=Math.
min(RESERVE_TOKENS,burst-1),estimated=options.start,isRising=!1,lastThrottle=options.now,within=rate=>Math.max(.2,Math.min(ceiling(),rate)),hold=now=>{let holdMs=holdMsAt(
estimated,estimate.spanMs);growth.hold(now,holdMs,growthAfter(holdMs,inexactness(estimate)))},rateAt=now=>{let proven=Math.max(estimated,estimate.low),grown=estimated*
growth.factor(now);return within(Math.max(proven,Math.min(grown,fastestAbove(proven,times.typicalMs??0))))};return growth.hold(options.now,HOLD_MIN_MS,GROWTH_MAX_PER_S),
{rate:rateAt,admitted({taken,admittedCalls,now}){let rate=rateAt(now);!estimate.admitted(taken,admittedCalls)||rate<RISEN_MIN_FACTOR*estimated||(isRising=!0,estimated=
rate,growth.hold(now,0,RISEN_GROWTH_PER_S))},throttled({call,now,taken,admittedCalls,isRepeat}){let wasAnother=isRising&&taken.to-lastThrottle>RISEN_MIN_MS;if(isRising=
!1,lastThrottle=taken.to,wasAnother)return estimate.restart(taken,admittedCalls),estimated=call.rate*RISEN_BACK_PART,hold(now),"drain";estimate.throttled(taken,
admittedCalls,isRepeat);let{low,high}=estimate;return high<Number.POSITIVE_INFINITY&&(estimated=within(Math.min((low+high)/2,Math.max(low,call.rate)))),isRepeat?
0:(hold(now),Math.min(RESERVE_MAX_MS,reserve*1e3/rateAt(now))+Math.min(BLUR_MAX_MS,times.blurMs))},drained(now){return hold(now),0},get catchUpMs(){return Math.
min(CATCH_UP_MAX_MS,burst*CATCH_UP_BURST_PART*1e3/estimated)},fellBehind:growth.notSent,get quota(){return Math.max(estimated,estimate.low)},get isSure(){return inexactness(
estimate)<SURE_INEXACTNESS}}}function inexactness({low,high}){return high===Number.POSITIVE_INFINITY?1:(high-low)/(high+low)}function holdMsAt(rate,spanMs){let limitMs=Math.
max(HOLD_LIMIT_MIN_MS,Math.min(HOLD_LIMIT_MAX_MS,HOLD_CALLS*1e3/rate));return Math.max(HOLD_MIN_MS,Math.min(limitMs,spanMs))}function growthAfter(holdMs,inexact){
return Math.max(GROWTH_MIN_PER_S,Math.min(GROWTH_MAX_PER_S,inexact*1e3/holdMs))}function fastestAbove(proven,typicalMs){let lost=Math.max(LOST_MIN_CALLS,proven*
LOST_MS/1e3);return Math.min(GROWN_MAX_FACTOR*proven,proven+lost*1e3/typicalMs)}function createHeldRate(){let holdCalls=80,rateAtBegin=0,fastest=0,backPart=.985,isFarBelow=rate=>rate<fastest*.5;return{proven(rate){fastest=Math.max(fastest,rate)},
begin(rate){rateAtBegin=rate},admitted(rate,{calls,ms,underWay}){let farBelow=isFarBelow(rate);calls>=20&&(backPart=.985);let beyond=calls-(farBelow?40:holdCalls+
30*underWay);if(beyond<0&&(farBelow||ms<2e4))return rate;let doublesCalls=farBelow?5:20,creep=.002*2**(Math.max(0,beyond)/doublesCalls);return rate*(1+Math.min(
.1,creep))},throttled(rate){holdCalls=rate>rateAtBegin*1.05?80:Math.min(320,holdCalls*2),isFarBelow(rate)&&(fastest*=.8);let back=Math.max(fastest*.125,rate*backPart);
return backPart=Math.max(.8,backPart*backPart),back}}}var FIRST_RATE=14,SEARCH_PROOF_CALLS=3,SEARCH_RISE_FACTOR=1.25,SEARCH_FALL_PART=.6,SEARCH_NEAR_FACTOR=1.02;function createSinglePace(options){let{ceiling}=options,
held=createHeldRate(),rate=options.start??FIRST_RATE,isHolding=!1,fastestProven=0,slowestThrottled=Number.POSITIVE_INFINITY,admittedCalls=0,since=Number.POSITIVE_INFINITY,
go=(to,now)=>{rate=Math.max(.2,Math.min(ceiling(),to)),held.begin(rate),admittedCalls=0,since=now},search=now=>{isHolding=slowestThrottled<=fastestProven*SEARCH_NEAR_FACTOR||
fastestProven>0&&rate===ceiling(),go(isHolding?fastestProven:rateToTry(fastestProven,slowestThrottled),now)};return{rate:()=>Math.min(rate,ceiling()),admitted({
call,now}){if(!(call.sentAt<since))if(admittedCalls++,isHolding){let underWay=rate*(now-call.sentAt)/1e3;rate=Math.min(ceiling(),held.admitted(rate,{calls:admittedCalls,
ms:now-since,underWay})),held.proven(rate)}else admittedCalls>=SEARCH_PROOF_CALLS&&(fastestProven=rate,held.proven(rate),search(now))},throttled({call,now}){return call.
sentAt<since||(isHolding||=fastestProven>=rate,isHolding?go(held.throttled(rate),now):(slowestThrottled=rate,search(now))),0},drained(now){return go(rate,now),1e3/
rate},catchUpMs:0,fellBehind:()=>{},get quota(){return rate},get isSure(){return isHolding}}}function rateToTry(fastestProven,slowestThrottled){return slowestThrottled===
Number.POSITIVE_INFINITY?fastestProven*SEARCH_RISE_FACTOR:fastestProven===0?slowestThrottled*SEARCH_FALL_PART:Math.sqrt(fastestProven*slowestThrottled)}var BUCKET_MIN_CALLS=3,LIKELY_BURST_MS=1e3,LIKELY_PART=.8,SINGLE_CEILING_PART=.995;function choosePace(options){let{ceiling,burst,elapsedMs,times,now}=options,isQuotaKnown=ceiling()<
Number.POSITIVE_INFINITY;if(burst<BUCKET_MIN_CALLS){let justBelow=()=>ceiling()*SINGLE_CEILING_PART;return createSinglePace({start:isQuotaKnown?justBelow():void 0,
ceiling:justBelow})}let likely=LIKELY_PART*burst*1e3/(elapsedMs+LIKELY_BURST_MS);return createBucketPace({start:isQuotaKnown?ceiling():likely,ceiling,burst,times,
now})}function createQuotaSearch(mode,startMs,times,counts){if(mode.kind==="known"){let burstRate=mode.quota*1.5,isBurstUsed=now=>counts.sent>mode.quota*((now-startMs)/
1e3+3);return{rate:now=>isBurstUsed(now)?mode.quota:burstRate,mostUnderWay:()=>{},admitted:()=>{}}}let latest={at:startMs,admitted:0},beforeLatest=latest;return{
rate:()=>times.typicalMs===void 0?Number.POSITIVE_INFINITY:windowAfter(counts.admitted)*1e3/Math.max(times.typicalMs,.01),mostUnderWay(){if(times.typicalMs===void 0)
return 2;let backlog=counts.admitted-beforeLatest.admitted;return Math.max(8,Math.min(backlog,1.5*windowAfter(counts.admitted)))},admitted({now,admittedCalls}){
now-latest.at<1e3||(beforeLatest=latest,latest={at:now,admitted:admittedCalls})}}}function windowAfter(admitted){return admitted<2?2:admitted<10?4:admitted<24?5:
admitted<160?Math.min(40,admitted*.75):admitted/6}var UNDER_WAY_LATENCIES=3,UNDER_WAY_QUEUED_MS=500,UNDER_WAY_MIN_CALLS=32,SEARCH_CATCH_UP_MS=20,DRAIN_LATENCIES=3;function createStartTimes(mode,startMs){let times=createAnswerTimes(),
counts={sent:0,admitted:0,throttled:0,failed:0,inFlight:0},search=createQuotaSearch(mode,startMs,times,counts),ceiling=ceilingOf(mode),paceAfter=(burst,now)=>{let elapsedMs=now-
startMs-(times.typicalMs??0);return choosePace({ceiling:()=>ceiling,burst,elapsedMs,times,now})},pace=mode.kind==="fixed"?paceAfter(Number.POSITIVE_INFINITY,startMs):
void 0,drainUntil,next=Number.NEGATIVE_INFINITY,lastRate,lastUnaware=-1,mostUnderWay=()=>(pace===void 0?search.mostUnderWay():void 0)??underWayLimit(lastRate??0,
times),throttled=answer=>{let{call,now}=answer,isFirst=pace===void 0;pace??=paceAfter(counts.admitted,now);let pauseMs=pace.throttled(answer);isFirst||pauseMs===
"drain"?drainUntil=now+DRAIN_LATENCIES*(times.typicalMs??0):next=Math.max(next,now)+pauseMs,call.number>lastUnaware&&(lastUnaware=counts.sent-1)},drained=now=>{
drainUntil=void 0,next=now+(pace?.drained(now)??0)};return{earliest:()=>drainUntil??(counts.inFlight<mostUnderWay()?next:Number.POSITIVE_INFINITY),started(now){
drainUntil!==void 0&&drained(now),lastRate=(pace??search).rate(now);let latest=now-(pace?.catchUpMs??SEARCH_CATCH_UP_MS);return next<latest&&next!==Number.NEGATIVE_INFINITY&&
pace?.fellBehind(latest-next),next=Math.max(next,latest)+1e3/lastRate,counts.inFlight++,{number:counts.sent++,sentAt:now,rate:lastRate}},answered(call,outcome,now){
if(counts.inFlight--,counts[outcome]++,outcome!=="failed"){times.answered(call.sentAt,now);let isRepeat=call.number<=lastUnaware,taken=times.taken(call.sentAt,now),
answer={call,now,taken,admittedCalls:counts.admitted,isRepeat};outcome==="throttled"?throttled(answer):(pace??search).admitted(answer)}drainUntil!==void 0&&counts.
inFlight===0&&drained(now),mode.kind==="auto"&&mode.share<1&&ceiling===Number.POSITIVE_INFINITY&&pace?.isSure&&(ceiling=pace.quota*mode.share)},stats:()=>({...counts,
rate:pace&&lastRate,quota:pace?.quota})}}function ceilingOf(mode){return mode.kind==="known"?mode.quota:mode.kind==="fixed"?mode.perSecond:Number.POSITIVE_INFINITY}
function underWayLimit(rate,times){let{typicalMs=0,shortestMs:shortestMs2}=times,queuedMs=Math.max(UNDER_WAY_QUEUED_MS,UNDER_WAY_LATENCIES*shortestMs2);return Math.
max(UNDER_WAY_MIN_CALLS,rate*Math.min(queuedMs,UNDER_WAY_LATENCIES*typicalMs)/1e3)}var MAX_IN_FLIGHT=256;function createPacer(options){let{clock,mode,maxInFlight=MAX_IN_FLIGHT,onAdmitted}=options,startTimes=createStartTimes(mode,clock.now()),waiting=new Set,
alarm=createAlarm(clock,release),start=now=>{let call=startTimes.started(now);return{done(outcome){if(call===void 0)return;let answered=call;call=void 0,startTimes.
answered(answered,outcome,clock.now()),outcome==="admitted"&&onAdmitted?.(),release()}}},mayStart=now=>startTimes.stats().inFlight<maxInFlight&&startTimes.earliest()<=
now,setAlarm=now=>alarm.set(waiting.size===0?Number.POSITIVE_INFINITY:startTimes.earliest(),now);function release(){let now=clock.now();for(let resolve2 of waiting){
if(!mayStart(now))break;waiting.delete(resolve2),resolve2(start(now))}setAlarm(now)}return{async acquire(signal){signal?.throwIfAborted();let now=clock.now();return waiting.
size===0&&mayStart(now)?start(now):await new Promise((resolve2,reject)=>{let go=permit=>{signal?.removeEventListener("abort",abandon),resolve2(permit)},abandon=()=>{
waiting.delete(go),setAlarm(clock.now()),reject(signal?.reason)};signal?.addEventListener("abort",abandon,{once:!0}),waiting.add(go),setAlarm(now)})},get stats(){
return startTimes.stats()}}}function createPacers(clock,create={kind:"auto",share:1},onCreated=()=>{}){let others={kind:"auto",share:create.kind==="auto"?create.share:1};return{create:createPacer(
{clock,mode:create,onAdmitted:onCreated}),list:createPacer({clock,mode:others}),describe:createPacer({clock,mode:others}),update:createPacer({clock,mode:others})}}function originOf({runId:runId2,runAttempt:runAttempt2,commit:commit2}){return runId2===void 0?void 0:{runId:runId2,runAttempt:runAttempt2,commit:commit2}}async function forEach(items,width,work){let failures=[],next=0,worker=async()=>{for(;next<items.length&&failures.length===0;){let index=next++;try{await work(items[index],
index)}catch(error){failures.push(error)}}};if(await Promise.all(Array.from({length:Math.min(width,items.length)},worker)),failures.length>0)throw failures[0]}var TRIES2=6,FIRST_WAIT_MS=500,FEW_TRIES=3;function listPage(access,marker){let{iot,pacers}=access;return callUntilAnswered("iot:ListCertificates",()=>iot.listCertificates(
marker),pacers.list,access)}async function describeIfThere(access,id){let{iot,pacers}=access;try{return await callUntilAnswered("iot:DescribeCertificate",()=>iot.
describeCertificate(id),pacers.describe,access)}catch(error){if(error instanceof Unanswered&&error.awsCode==="ResourceNotFoundException")return;throw error}}async function callUntilAnswered(action,call,pacer,{
clock,signal}){let callOnce=async()=>{for(;;){let permit=await pacer.acquire(signal),answer=await call();if(!isFailure(answer))return permit.done("admitted"),answer;
if(permit.done(answer.kind==="throttled"?"throttled":"failed"),answer.kind!=="throttled")throw new Unanswered(action,answer)}},tried=0;return retry(callOnce,{clock,
signal,tries:TRIES2,firstWaitMs:FIRST_WAIT_MS,mayPass:error=>error instanceof Unanswered&&++tried<error.tries})}function isFailure(answer){return/^(throttled|unsent|refused|in-doubt)$/.
test(answer.kind)}var Unanswered=class extends UserError{tries;awsCode;constructor(action,failure){let{code,message,fix}=adviceOn(failure,action)??{code:"aws-io\
t",message:`AWS IoT did not answer ${action} (${failure.code}: ${failure.message}).`,fix:failure.kind==="refused"?"Correct what AWS names, and run the job again\
.":"See https://health.aws.amazon.com and run the job again: certificates that exist will be found."};super(code,message,{where:action,fix}),this.awsCode=failure.
code,this.tries=triesFor(failure)}};function triesFor(failure){return failure.kind==="refused"?isSessionRefusal(failure)?FEW_TRIES:1:isBlocked(failure)?FEW_TRIES:
TRIES2}var MAX_IDLE_PAGES=100;function createPageTurner(){let markers=new Set,oldest=Number.POSITIVE_INFINITY,idlePages=0;return({certificates,next})=>{if(next===void 0)
return;if(markers.has(next))throw endless("gave the same marker twice");markers.add(next);let before=oldest;for(let{createdAt}of certificates)oldest=Math.min(oldest,
createdAt);if(idlePages=oldest<before?0:idlePages+1,idlePages>MAX_IDLE_PAGES)throw endless(`gave ${idlePages} pages in a row without an older certificate`);return next}}
function endless(what){return new UserError("endless-listing",`ListCertificates of AWS IoT does not come to an end: it ${what}.`,{where:"iot:ListCertificates",fix:"\
Check that aws-region and AWS_ENDPOINT_URL_IOT lead to AWS itself and not to a stand-in, and run the job again."})}function createListing(access){let seen=new Map,turnPage=createPageTurner(),marker,oldest=Number.POSITIVE_INFINITY,pages=0,isComplete=!1,next=async()=>{let page=await listPage(
access,marker);pages++;for(let{id,status,createdAt}of page.certificates)seen.has(id)||seen.set(id,{status,createdAt}),oldest=createdAt;marker=turnPage(page),marker===
void 0&&(isComplete=!0)};return{seen,get pages(){return pages},get isComplete(){return isComplete},next,async back(earliest){for(;!isComplete&&oldest>=earliest;)
await next()}}}var LISTING_LAG_MS=1e4,MARGIN_MS=5e3,WIDTH=32;function createSweeper(options){let{access,known,onProgress}=options,keys,strangers=new Set,relevant=new Map,begun=options.
listing,inspect=async id=>{let answer=await describeIfThere(access,id),checked=answer&&checkPem(answer.pem);if(answer===void 0||checked===void 0)return;let{spkiSha256,
pem:pem2}=checked;keys??=options.keys();let{status,createdAt}=answer;keys.has(spkiSha256)?relevant.set(id,{spkiSha256,certificate:{id,pem:pem2,status,createdAt}}):
strangers.add(id)};return{async look(wanted,since){let listing=begun??createListing(access);begun=void 0,await listing.back(since-MARGIN_MS);let ids=[...listing.
seen].flatMap(([id,{createdAt}])=>createdAt>=since-MARGIN_MS&&!known(id)&&!strangers.has(id)?[id]:[]),unknown=ids.filter(id=>!relevant.has(id)),done=0;await forEach(
unknown,WIDTH,async id=>{await inspect(id),onProgress?.(++done,unknown.length)});let found=new Map;for(let id of ids){let{spkiSha256="",certificate:certificate2}=relevant.
get(id)??{};if(certificate2===void 0||!wanted.has(spkiSha256))continue;let certificates=found.get(spkiSha256);certificates===void 0?found.set(spkiSha256,[certificate2]):
certificates.push(certificate2)}return found}}}async function resolve(unresolved,sweeper,quietSince,{clock,signal}){let since=unresolved.reduce((earliest,one)=>Math.min(earliest,one.since),Number.POSITIVE_INFINITY),
look=wanted=>sweeper.look(new Set(wanted.map(({csr})=>csr.spkiSha256)),since),first=await look(unresolved),unlisted=unresolved.filter(({csr,mayBeLate})=>mayBeLate&&
!first.has(csr.spkiSha256)),second=new Map;if(unlisted.length>0){let left=quietSince+LISTING_LAG_MS-clock.now();left>0&&await clock.sleep(left,signal),second=await look(
unlisted)}let found=[],duplicates=[],missing=[],unusable=[];for(let{csr}of unresolved){let all=first.get(csr.spkiSha256)??second.get(csr.spkiSha256)??[],[newest,
...older]=all.flatMap(usable);newest!==void 0?found.push({csr,certificate:newest}):all[0]===void 0?missing.push(csr):unusable.push({csr,certificateId:all[0].id,
status:all[0].status});for(let certificate2 of older)duplicates.push({csr,certificate:certificate2})}return{found,missing,unusable,duplicates}}function usable({
id,pem:pem2,status,createdAt}){return isUsable(status)?[{id,pem:pem2,status,issuedAt:new Date(createdAt).toISOString(),origin:void 0}]:[]}export{forEach,artifactNameOf,prepareArtifact,openDirectory,readJournal,partialArtifactName,fromEarlierAttempts,journalPath,openJournal,listPage,describeIfThere,
callUntilAnswered,createListing,createPacers,createSweeper,resolve,originOf};
