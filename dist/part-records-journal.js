import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{JOURNAL_NAME}from"./part-naming-reserved-names.js";import{account,commit,literal,maxLength,minLength,object,optional,path,pem,picklist,pipe,region,runAttempt,runId,
safeParse,sha256,string,thingName,time,variant}from"./part-valibot.js";import{isSamePlace}from"./part-aws-place.js";import{MAX_TEXT_BYTES,notWritten,
readRegularFile,tooLong}from"./part-lib-file-error.js";import{UserError}from"./part-lib-user-error.js";var origin=object({runId,runAttempt,commit:optional(commit)}),certificate=object({id:sha256,pem,status:optional(picklist(["ACTIVE","INACTIVE"])),issuedAt:optional(
time),origin:optional(origin)}),LINE=variant("type",[object({type:literal("place"),account,region}),object({type:literal("step"),step:pipe(string(),minLength(1),
maxLength(100))}),object({type:literal("intent"),spki:sha256,csr:sha256,path,file:path,time,origin:optional(origin),replaces:optional(sha256)}),object({type:literal(
"release"),spki:sha256}),object({type:literal("issued"),spki:sha256,csr:sha256,path,file:path,certificate}),object({type:literal("activated"),id:sha256}),object(
{type:literal("revoking"),id:sha256}),object({type:literal("revoked"),id:sha256}),object({type:literal("retiring"),id:sha256}),object({type:literal("retired"),id:sha256}),
object({type:literal("registered"),id:sha256,thing:optional(thingName),registration:sha256}),object({type:literal("seen"),id:sha256,spki:sha256}),object({type:literal(
"delivered"),to:pipe(string(),maxLength(1e3)),sha256,time:optional(time)}),object({type:literal("manifest"),sha256})]);function parseJournalLine(line){let value;
try{value=JSON.parse(line)}catch{return}let result=safeParse(LINE,value,{abortEarly:!0});return result.success?result.output:void 0}function createJournal(append){let waiting=[],writing,next,write=record=>(waiting.push(`${JSON.stringify(record)}
`),next??=(writing??Promise.resolve()).then(()=>{let lines=waiting.join("");return waiting=[],next=void 0,writing=append(lines),writing}),next);return{begin:({account:account2,
region:region2})=>write({type:"place",account:account2,region:region2}),enter:step=>write({type:"step",step}),intend:({spkiSha256,csrSha256,path:path2},file,awsTime,{
origin:origin2,replaces}={})=>{let time2=new Date(awsTime).toISOString();return write({type:"intent",spki:spkiSha256,csr:csrSha256,path:path2,file,time:time2,origin:origin2,
replaces})},release:({spkiSha256})=>{write({type:"release",spki:spkiSha256}).catch(()=>{})},issued:({spkiSha256,csrSha256,path:path2},file,certificate2)=>write(
{type:"issued",spki:spkiSha256,csr:csrSha256,path:path2,file,certificate:certificate2}),activated:id=>write({type:"activated",id}),revoking:id=>write({type:"rev\
oking",id}),revoked:id=>write({type:"revoked",id}),retiring:id=>write({type:"retiring",id}),retired:id=>write({type:"retired",id}),registered:(id,{thing,registration})=>{
write({type:"registered",id,thing,registration}).catch(()=>{})},seen:(id,spki)=>{write({type:"seen",id,spki}).catch(()=>{})},delivered:(to,{sha256:sha2562,time:time2})=>{
let at=time2===void 0?void 0:new Date(time2).toISOString();return write({type:"delivered",to,sha256:sha2562,time:at})},wroteManifest:sha2562=>{write({type:"mani\
fest",sha256:sha2562}).catch(()=>{})},flush:async()=>{await(next??writing)?.catch(()=>{})}}}function readJournal(text){let reader=createJournalReader();for(let line of completeLines(
text))reader.add(line);return reader.state()}function createJournalReader(){let inDoubt=new Map,certificates=new Map,spkiOf=new Map,delivered=new Map,seen=new Map,
registered=new Map,manifests=new Set,revocations=new Map,retirements=new Map,place,step;return{add:line=>{let record=parseJournalLine(line);switch(record?.type){case"\
place":place??={account:record.account,region:record.region};break;case"step":step=record.step;break;case"intent":inDoubt.has(record.spki)||inDoubt.set(record.spki,
announced(record,step));break;case"release":inDoubt.delete(record.spki);break;case"issued":inDoubt.delete(record.spki),certificates.set(record.spki,{...record,step,
certificate:whole(record.certificate)}),spkiOf.set(record.certificate.id,record.spki);break;case"activated":{let spki=spkiOf.get(record.id)??"",issued=certificates.
get(spki);issued!==void 0&&certificates.set(spki,{...issued,certificate:{...issued.certificate,status:"ACTIVE"}});break}case"revoking":case"revoked":revocations.
set(record.id,{isDone:record.type==="revoked",step});break;case"retiring":case"retired":retirements.set(record.id,{isDone:record.type==="retired",step});break;case"\
delivered":delivered.set(record.to,{sha256:record.sha256,time:timeOf(record.time)});break;case"registered":registered.set(record.id,{thing:record.thing,registration:record.
registration});break;case"seen":seen.set(record.id,record.spki);break;case"manifest":manifests.add(record.sha256)}},state:()=>({place,inDoubt,certificates,delivered,
seen,registered,manifests,revocations,retirements})}}function announced(record,step){let{spki:spkiSha256,csr:csrSha256,path:path2,file,time:time2,origin:origin2,
replaces}=record;return{csr:{path:path2,csrSha256,spkiSha256,file},since:Date.parse(time2),origin:origin2&&{...origin2,commit:origin2.commit},replaces,step}}function whole({
id,pem:pem2,status,issuedAt,origin:origin2}){return{id,pem:pem2,status,issuedAt,origin:origin2&&{...origin2,commit:origin2.commit}}}function ofStep(state,step){
if(step===void 0)return state;let own=all=>new Map([...all].filter(([,one])=>one.step===void 0||one.step===step));return{...state,inDoubt:own(state.inDoubt),certificates:own(
state.certificates),revocations:own(state.revocations),retirements:own(state.retirements)}}function acknowledgedLength(content){return content.lastIndexOf(`
`)+1}function completeLines(text){return text.slice(0,acknowledgedLength(text)).split(`
`).filter(Boolean)}function timeOf(text){return text===void 0?void 0:Date.parse(text)}import{execFile}from"node:child_process";import{readFile}from"node:fs/promises";import{promisify}from"node:util";async function ownProcess(){return{pid:process.
pid,mark:await markOf(process.pid)}}function processToText({pid,mark}){return JSON.stringify({pid,mark})}function processFromText(text){try{let{pid,mark}=JSON.parse(
text);return typeof pid!="number"||!Number.isSafeInteger(pid)||pid<=0?void 0:{pid,mark:typeof mark=="string"?mark:void 0}}catch{return}}async function isAlive({
pid,mark}){if(!hasNumber(pid))return!1;let now=await markOf(pid);return mark===void 0||now===void 0||mark===now}function hasNumber(pid){try{return process.kill(
pid,0),!0}catch(error){return error.code==="EPERM"}}var ASKED_MS=15e3,ENDED_MS=5e3,LOOK_MS=100;async function endProcess(name,clock,onEnding){if(name.pid===process.
pid||!await isAlive(name))return"gone";onEnding();for(let[signal,waitMs]of[["SIGTERM",ASKED_MS],["SIGKILL",ENDED_MS]]){try{process.kill(name.pid,signal)}catch{}
let until=clock.now()+waitMs;for(;clock.now()<until;){if(!await isAlive(name))return"ended";await clock.sleep(LOOK_MS)}}return"alive"}async function markOf(pid){
try{return process.platform==="linux"?markInStat(await readFile(`/proc/${pid}/stat`,"utf8")):process.platform==="win32"?await output("tasklist",["/FI",`PID eq ${pid}`,
"/FO","CSV","/NH"]):await output("ps",["-o","lstart=,comm=","-p",String(pid)])}catch{return}}function markInStat(stat2){let fields=stat2.slice(stat2.lastIndexOf(
")")+2).split(" ");return fields[0]==="Z"||fields[0]==="X"?"ended":`ticks ${fields[19]}`}async function output(program,args){let{stdout}=await promisify(execFile)(
program,[...args],{timeout:5e3,windowsHide:!0}),text=process.platform==="win32"?/^"([^"]+)"/.exec(stdout.trim())?.[1]??"":stdout.trim();return text===""?void 0:
text}import{createHash}from"node:crypto";import{readdir}from"node:fs/promises";import{basename,dirname,join,resolve}from"node:path";import{randomUUID}from"node:crypto";import{open,rename,rm,stat}from"node:fs/promises";var UNNAMED_MS=5e3,MAX_BYTES=1e4,TRIES=5;async function lockJournal(path2){let own=processToText(await ownProcess());for(let tried=0;tried<TRIES;tried++){if(await make(
path2,own))return{release:()=>release(path2,own)};let held=await readRegularFile(path2,MAX_BYTES);if(held===void 0)continue;let holder=processFromText(held);if(holder===
void 0?await isYoung(path2):await isAlive(holder))throw inUse(path2,holder?.pid);await takeAway(path2,held)}throw inUse(path2,void 0)}async function make(path2,content){
try{let file=await open(path2,"wx");try{await file.writeFile(content)}catch(error){throw await rm(path2,{force:!0}),error}finally{await file.close()}return!0}catch(error){
if(error.code==="EEXIST")return!1;throw error}}async function isYoung(path2){let{mtimeMs}=await stat(path2).catch(()=>({mtimeMs:0}));return Date.now()-mtimeMs<UNNAMED_MS}
async function takeAway(path2,content){let away=`${path2}.${randomUUID()}`;try{await rename(path2,away)}catch{return}let moved=await readRegularFile(away,MAX_BYTES).
catch(()=>{});moved!==void 0&&moved!==content&&await make(path2,moved),await rm(away,{force:!0})}async function release(path2,own){await readRegularFile(path2,MAX_BYTES).
catch(()=>{})===own&&await rm(path2,{force:!0})}function inUse(path2,pid){let who=pid===void 0?"Another process":`Process ${pid}`;return new UserError("journal-\
in-use",`${who} of this machine is issuing certificates into the same directory.`,{where:path2,fix:"Wait until it has ended, or end it, and run the job again; o\
r name another output-directory. Nothing was created by this run."})}var LOCK_NAME="journal.lock",DIRECTORY="iot-certificates-";function journalPath(tempDirectory,batch){let{outputDirectory,account:account2,region:region2}=batch,
key=createHash("sha256").update([outputDirectory,account2,region2].join(`
`)).digest("hex").slice(0,16);return join(tempDirectory,DIRECTORY+key,JOURNAL_NAME)}async function openJournal(files,path2,step,place){let file,text,lock;try{file=
await files.openForAppend(path2),lock=await lockJournal(join(dirname(path2),LOCK_NAME));let{size}=await file.stat();if(size>MAX_TEXT_BYTES)throw tooLong(path2,size,
MAX_TEXT_BYTES);let content=await file.readFile(),acknowledged=content.subarray(0,acknowledgedLength(content));text=acknowledged.toString("utf8"),await file.truncate(
acknowledged.length)}catch(error){throw await file?.close(),error instanceof UserError&&error.code==="journal-in-use"?error:notWritable(path2,error)}let journal=createJournal(
async lines=>{await file.appendFile(lines),await file.datasync()}),before=readJournal(text);if(place!==void 0&&before.place===void 0)await journal.begin(place);else if(place!==
void 0&&before.place!==void 0&&!isSamePlace(before.place,place))throw await lock.release(),new UserError("journal","The journal is about another account or regi\
on.",{where:path2,fix:"Remove this file: this step did not write it."});try{await journal.enter(step)}catch(error){throw await file.close(),await lock.release(),
notWritable(path2,error)}return{path:path2,journal,before,async close(){await journal.flush(),await file.close(),await lock.release()}}}async function readJournalFile(path2){
return readJournal(await textOf(path2))}async function textOf(path2){return await readRegularFile(path2).catch(()=>{})??""}function notWritable(path2,error){return new UserError(
"journal",notWritten(path2,error).message,{where:"RUNNER_TEMP",fix:"Make the runner's temporary directory writable; without the journal nothing is created.",cause:error})}
async function findJournal(tempDirectory,step){for(let path2 of await journalsIn(tempDirectory))if((await textOf(path2)).split(`
`).some(line=>isStepLine(line,step)))return path2}function isPlaceOfJournal(tempDirectory,path2){let directory=dirname(path2);return basename(directory).startsWith(
DIRECTORY)&&dirname(directory)===resolve(tempDirectory)&&basename(path2)===JOURNAL_NAME}async function placeOfJournal(tempDirectory,outputDirectory){for(let path2 of await journalsIn(
tempDirectory)){let{place}=await readJournalFile(path2);if(place!==void 0&&journalPath(tempDirectory,{outputDirectory,...place})===path2)return place}}async function deliveredElsewhere(tempDirectory,place){
let found=new Map;for(let path2 of await journalsIn(tempDirectory)){let journal=await readJournalFile(path2);if(!(journal.place===void 0||isSamePlace(journal.place,
place)))for(let to of journal.delivered.keys())found.set(to,journal.place)}return found}async function isManifestOfJob(tempDirectory,outputDirectory,sha2562){for(let path2 of await journalsIn(
tempDirectory)){let{place,manifests}=await readJournalFile(path2);if(!(place===void 0||journalPath(tempDirectory,{outputDirectory,...place})!==path2)&&manifests.
has(sha2562))return!0}return!1}async function journalsIn(tempDirectory){return(await readdir(tempDirectory).catch(()=>[])).filter(name=>name.startsWith(DIRECTORY)).
sort().map(name=>join(tempDirectory,name,JOURNAL_NAME))}function isStepLine(line,step){let record=line.startsWith('{"type":"step"')?parseJournalLine(line):void 0;
return record?.type==="step"&&record.step===step}export{createJournalReader,ofStep,ownProcess,processToText,processFromText,endProcess,journalPath,openJournal,readJournalFile,findJournal,isPlaceOfJournal,placeOfJournal,
deliveredElsewhere,isManifestOfJob};
