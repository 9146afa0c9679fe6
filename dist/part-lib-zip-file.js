import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{LISTING_LAG_MS}from"./part-issuance-search.js";import{EMPTY_LEDGER,createLedgerReader,joinLedgers}from"./part-records-ledger.js";import{checkPem}from"./part-records-read-certificate.js";
import{readAnswer}from"./part-github-answer.js";import{withToolkit}from"./part-github-toolkit.js";import{untilAborted}from"./part-lib-until-aborted.js";import{
TLS_FIX,isTlsRefusal,tellsOfTlsRefusal}from"./part-lib-tls-refusal.js";import{answerOf}from"./part-runner-request.js";import{certificateIn,createManifestReader}from"./part-records-manifest.js";
import{createJournalReader}from"./part-records-journal.js";import{JOURNAL_NAME,MANIFEST_JSON,MEMORY_NAME}from"./part-naming-reserved-names.js";import{isUsable}from"./part-records-status.js";
import{withinTime}from"./part-lib-within-time.js";import{TooLargeError,limitBytes}from"./part-lib-limit-bytes.js";import{answerText}from"./part-lib-redact.js";
import{isSamePlace}from"./part-aws-place.js";import{errorOf,readRegularFile}from"./part-lib-file-error.js";import{UserError}from"./part-lib-user-error.js";
import{duration}from"./part-lib-words.js";function artifactNameOf({artifactName,shard}){return shard===void 0?artifactName:`${artifactName}-shard-${shard.index}-of-${shard.of}`}function surveyNameOf({artifactName,
of},attempt){return`${artifactName}-survey-of-${of}-attempt-${attempt}`}import{randomUUID}from"node:crypto";import{rm}from"node:fs/promises";import{join}from"node:path";import{setImmediate as turn}from"node:timers/promises";import{createWriteStream}from"node:fs";import{pipeline}from"node:stream/promises";var PAGE_SIZE=100,MAX_PAGES=10,TIMEOUT_MS=3e4,MAX_PAGE_BYTES=4*1024*1024,SLOWEST={bytes:256*1024,ms:15e3};async function listRunArtifacts({context,network},runId,token){
let{apiUrl,repository}=context,found=[];for(let page=1;page<=MAX_PAGES;page++){let answer=await network.request(`${apiUrl}/repos/${repository}/actions/runs/${runId}\
/artifacts?per_page=${PAGE_SIZE}&page=${page}`,{headers:headersWith(token),timeoutMs:TIMEOUT_MS,maxBytes:MAX_PAGE_BYTES}),{status,fields,reason}=readAnswer(answer),
artifacts=fields?.artifacts;if(status!==200||!Array.isArray(artifacts))throw new Error(reason);for(let{id,name,size_in_bytes:size,expired}of artifacts)typeof id==
"number"&&typeof name=="string"&&typeof size=="number"&&expired!==!0&&found.push({id,name,size});if(artifacts.length<PAGE_SIZE)break}return found}async function downloadArtifact(id,file,maxBytes,{
context,network},token){let answer=await network.request(`${context.apiUrl}/repos/${context.repository}/actions/artifacts/${id}/zip`,{headers:headersWith(token),
timeoutMs:TIMEOUT_MS,maxBytes:MAX_PAGE_BYTES,redirect:"manual"}),{location}=answer.headers;if(location===void 0||!URL.canParse(location,context.apiUrl))throw new Error(
readAnswer(answer).reason);let url=new URL(location,context.apiUrl),slow=new AbortController,giveUp=()=>slow.abort(new Error("the download is too slow")),head=setTimeout(
giveUp,TIMEOUT_MS),response=await answerOf(url,{signal:slow.signal},await network.agentFor(url)).finally(()=>clearTimeout(head));if(response.statusCode!==200)throw response.
destroy(),new Error(`HTTP ${response.statusCode} of the storage`);if(Number(response.headers["content-length"])>maxBytes)throw response.destroy(),new TooLargeError(
maxBytes);let came=0;response.on("data",chunk=>{came+=chunk.length});let watch=setInterval(()=>{came<SLOWEST.bytes&&giveUp(),came=0},SLOWEST.ms);try{await pipeline(
limitBytes(response,maxBytes),createWriteStream(file,{flags:"wx",mode:384}),{signal:slow.signal})}catch(error){throw slow.signal.throwIfAborted(),error}finally{
clearInterval(watch)}}function headersWith(token){return{authorization:`Bearer ${token}`,accept:"application/vnd.github+json"}}var OPEN=new Set([91,123]),CLOSE=new Set([93,125]),ITEM_DEPTH=2;async function readJsonItems(chunks,limits,onItem){let rest=new Collected(limits.rest),item=new Collected(
limits.item),depth=0,isList=!1,isText=!1,isEscaped=!1;for await(let chunk of chunks){let from=0;for(let at=0;at<chunk.length;at++){let byte=chunk[at];if(isText){
isEscaped?isEscaped=!1:byte===92?isEscaped=!0:byte===34&&(isText=!1);continue}byte===34?isText=!0:OPEN.has(byte)?(depth===ITEM_DEPTH&&isList&&(rest.add(chunk.subarray(
from,at)),from=at),++depth===ITEM_DEPTH&&(isList=byte===91)):CLOSE.has(byte)?--depth===ITEM_DEPTH&&isList&&(item.add(chunk.subarray(from,at+1)),from=at+1,onItem(
JSON.parse(item.take()))):depth===ITEM_DEPTH&&isList&&(byte===44||byte<=32)&&(rest.add(chunk.subarray(from,at)),from=at+1)}(depth>ITEM_DEPTH&&isList?item:rest).
add(chunk.subarray(from))}return JSON.parse(rest.take())}var Collected=class{#limit;#parts=[];#length=0;constructor(limit){this.#limit=limit}add(part){if(this.#length+=
part.length,this.#length>this.#limit)throw new RangeError(`a part of it is longer than ${this.#limit} bytes`);part.length>0&&this.#parts.push(part)}take(){let text=Buffer.
concat(this.#parts).toString("utf8");return this.#parts=[],this.#length=0,text}};async function*completeLines(chunks,maxBytes,onLong=()=>{}){let parts=[],length=0,keep=part=>{length+=part.length,length>maxBytes?parts=[]:parts.push(part)};for await(let chunk of chunks){
let from=0;for(let end=chunk.indexOf(10);end>=0;end=chunk.indexOf(10,from))keep(chunk.subarray(from,end)),length<=maxBytes?yield Buffer.concat(parts).toString("\
utf8"):onLong(),parts=[],length=0,from=end+1;keep(chunk.subarray(from))}}import{closeSync,fstatSync,openSync,readSync}from"node:fs";import{Readable}from"node:stream";import{createInflateRaw,inflateRawSync}from"node:zlib";var ZipError=class extends Error{name="ZipError"},LOCAL_HEADER=67324752,DIRECTORY_ENTRY=33639248,END_64_LOCATOR=117853008,END_64=101075792,END=101010256,END_BYTES=22,
MAX_COMMENT_BYTES=65535,IN_EXTRA=4294967295,MAX_DIRECTORY_BYTES=128*1024*1024,MAX_NAME_BYTES=4096,MAX_DEPTH=64;function openZip(path,limits){let file=openSync(path,
"r");try{return{entries:readDirectory(file,limits),read:(entry,maxBytes)=>{if(entry.size>maxBytes||entry.packedSize>maxBytes)throw tooLarge(entry,maxBytes);let packed=readAt(
file,contentOffset(file,entry),entry.packedSize);if(!entry.isPacked)return packed;try{return inflateRawSync(packed,{maxOutputLength:Math.max(1,entry.size)})}catch{
throw new ZipError(`${entry.name} is damaged or larger than it says`)}},stream:(entry,maxBytes)=>{if(entry.size>maxBytes)throw tooLarge(entry,maxBytes);let packed=Readable.
from(pieces(file,contentOffset(file,entry),entry.packedSize));if(!entry.isPacked)return limitBytes(packed,entry.size);let inflated=createInflateRaw();return packed.
once("error",error=>inflated.destroy(error)),inflated.once("close",()=>packed.destroy()),limitBytes(packed.pipe(inflated),entry.size)},close:()=>closeSync(file)}}catch(error){
throw closeSync(file),error}}function tooLarge({name,size},maxBytes){return new ZipError(`${name} has ${size} bytes, and ${maxBytes} are read at most`)}function readDirectory(file,limits){
let{count,size,offset}=findDirectory(file);if(count>limits.entries)throw new ZipError(`it holds ${count} files, and ${limits.entries} are read at most`);if(size>
MAX_DIRECTORY_BYTES)throw new ZipError("its directory is too large");let directory=readAt(file,offset,size),entries=[],total=0;for(let at=0,left=count;left>0;left--){
if(at+46>directory.length||directory.readUInt32LE(at)!==DIRECTORY_ENTRY)throw damaged();let nameBytes=directory.readUInt16LE(at+28),extraBytes=directory.readUInt16LE(
at+30),next=at+46+nameBytes+extraBytes+directory.readUInt16LE(at+32);if(next>directory.length)throw damaged();let entry=readEntry(directory,at,nameBytes,extraBytes);
if(at=next,entry!==void 0){if(total+=entry.size,total>limits.totalBytes)throw new ZipError(`it unpacks to more than ${limits.totalBytes} bytes`);entries.push(entry)}}
return entries}function readEntry(directory,at,nameBytes,extraBytes){if(nameBytes>MAX_NAME_BYTES)throw new ZipError("a path in it is too long");let name=directory.
toString("utf8",at+46,at+46+nameBytes),segments=name.split("/");if(segments.length>MAX_DEPTH)throw new ZipError("a path in it is too deep");if(/[\\\0]|^[A-Za-z]:/.
test(name)||name.startsWith("/")||segments.includes(".."))throw new ZipError("a path in it leads out of it");if(directory[at+5]===3&&(directory.readUInt16LE(at+
40)&61440)===40960)throw new ZipError("it holds a link");if(name.endsWith("/"))return;if((directory.readUInt16LE(at+8)&1)!==0)throw new ZipError("it holds an en\
crypted file");let method=directory.readUInt16LE(at+10);if(method!==0&&method!==8)throw new ZipError("it is packed in a way that is not read here");let extra=directory.
subarray(at+46+nameBytes,at+46+nameBytes+extraBytes),[size=0,packedSize=0,offset=0]=trueValues([directory.readUInt32LE(at+24),directory.readUInt32LE(at+20),directory.
readUInt32LE(at+42)],extra);if(method===0&&size!==packedSize)throw damaged();return{name,size,packedSize,isPacked:method===8,offset}}function trueValues(values,extra){
let at=0;for(;at+4<=extra.length&&extra.readUInt16LE(at)!==1;)at+=4+extra.readUInt16LE(at+2);return at+=4,values.map(value=>{if(value!==IN_EXTRA)return value;if(at+
8>extra.length)throw damaged();return at+=8,safeNumber(extra,at-8)})}function findDirectory(file){let{size:fileBytes}=fstatSync(file),tailBytes=Math.min(fileBytes,
END_BYTES+MAX_COMMENT_BYTES+20),tail=readAt(file,fileBytes-tailBytes,tailBytes),end=tail.length-END_BYTES;for(;end>=0&&tail.readUInt32LE(end)!==END;)end--;if(end<
0)throw new ZipError("it is no zip");let locator=end-20;if(locator>=0&&tail.readUInt32LE(locator)===END_64_LOCATOR){let record=readAt(file,safeNumber(tail,locator+
8),56);if(record.readUInt32LE(0)!==END_64)throw damaged();return{count:safeNumber(record,32),size:safeNumber(record,40),offset:safeNumber(record,48)}}return{count:tail.
readUInt16LE(end+10),size:tail.readUInt32LE(end+12),offset:tail.readUInt32LE(end+16)}}function contentOffset(file,{offset,packedSize}){let header=readAt(file,offset,
30);if(header.readUInt32LE(0)!==LOCAL_HEADER)throw damaged();let start=offset+30+header.readUInt16LE(26)+header.readUInt16LE(28);if(start+packedSize>fstatSync(file).
size)throw damaged();return start}var PIECE_BYTES=256*1024;function*pieces(file,start,bytes){for(let at=0;at<bytes;at+=PIECE_BYTES)yield readAt(file,start+at,Math.
min(PIECE_BYTES,bytes-at))}function readAt(file,position,bytes){if(position<0||position+bytes>fstatSync(file).size)throw damaged();let buffer=Buffer.allocUnsafe(
bytes);for(let done=0;done<bytes;){let read=readSync(file,buffer,done,bytes-done,position+done);if(read===0)throw damaged();done+=read}return buffer}function safeNumber(buffer,at){
let value=Number(buffer.readBigUInt64LE(at));if(!Number.isSafeInteger(value))throw damaged();return value}function damaged(){return new ZipError("it is damaged")}function partialArtifactName(artifactName,attempt){return`${artifactName}-attempt-${attempt}-partial`}var NO_EARLIER={certificates:[],delivered:new Map,seen:new Map,
registered:new Map,inDoubt:new Map,ledger:EMPTY_LEDGER,read:[],leftOut:[]},LIMITS={packedBytes:512*1024*1024,totalBytes:1024*1024*1024,entries:25e4,pemBytes:64*
1024,recordBytes:64*1024,manifestBytes:256*1024*1024,ledgerLineBytes:256*1024},AT_A_TIME=200;async function fromEarlierAttempts(artifactName,services,token,{directory,
place,runId}){let certificates=[],delivered=new Map,seen=new Map,registered=new Map,inDoubt=new Map,read=[],leftOut=[],ledger=EMPTY_LEDGER,isOwn=name=>name===artifactName||
name.startsWith(`${artifactName}-attempt-`);for await(let{name,content}of readArtifacts(isOwn,services,token,{directory,place,runId})){if(content===void 0){leftOut.
push(name);continue}read.push(name),ledger=joinLedgers(ledger,content.ledger);for(let certificate of content.certificates)certificates.push(certificate);for(let[
to,what]of content.journal.delivered)delivered.set(to,what);for(let[id,spki]of content.journal.seen)seen.set(id,spki);for(let[id,what]of content.journal.registered)
registered.set(id,what);for(let[spki,announced]of content.journal.inDoubt)inDoubt.set(spki,announced)}for(let{spkiSha256}of certificates)inDoubt.delete(spkiSha256);
return{certificates,delivered,seen,registered,inDoubt,ledger,read,leftOut}}async function*readArtifacts(isWanted,services,token,{directory,place,runId}){for(let{
id,name,size}of await listRunArtifacts(services,runId??services.context.runId,token)){if(!isWanted(name))continue;let file=join(directory,`artifact-${id}-${randomUUID()}\
.zip`),content;try{if(size>LIMITS.packedBytes)throw new TooLargeError(LIMITS.packedBytes);await downloadArtifact(id,file,LIMITS.packedBytes,services,token),content=
await readArtifact(file,place)}catch(error){let reason=error instanceof Error?error.message:String(error);services.log.annotate("notice",`The artifact ${name} o\
f an earlier ${runId===void 0?"attempt":"run"} is left out: it cannot be read (${reason}). The account is searched instead.`,{title:"earlier-records"})}finally{
await rm(file,{force:!0})}yield{name,content}}}async function readArtifact(file,place){let zip=openZip(file,LIMITS);try{let journal=await readJournalIn(zip,place),
ledger=await readLedgerIn(zip),journalled=[...journal.certificates.values()].map(({certificate})=>certificate),records=new Map(journalled.map(certificate=>[certificate.
id,certificate]));for(let certificate of await readManifestIn(zip,place))records.set(certificate.id,certificate);let found=new Map,take=pem=>{let checked=checkPem(
pem),record=checked===void 0||found.has(checked.id)?void 0:records.get(checked.id);checked===void 0||record===void 0||found.set(checked.id,{spkiSha256:checked.spkiSha256,
certificate:{...record,pem:checked.pem}})};for(let{pem}of journalled)take(pem);let read=0;for(let entry of zip.entries)entry.name.endsWith(".pem")&&(take(zip.read(
entry,LIMITS.pemBytes).toString("utf8")),++read%AT_A_TIME===0&&await turn());return{certificates:[...found.values()],journal,ledger}}finally{zip.close()}}async function readJournalIn(zip,place){
let reader=createJournalReader(),entry=zip.entries.find(({name})=>name===JOURNAL_NAME);if(entry!==void 0){let lines=completeLines(zip.stream(entry,LIMITS.totalBytes),
LIMITS.recordBytes);for await(let line of lines)reader.add(line)}let state=reader.state();return state.place!==void 0&&isSamePlace(state.place,place)?state:createJournalReader().
state()}async function readLedgerIn(zip){let entry=zip.entries.find(({name})=>name===MEMORY_NAME);if(entry===void 0)return EMPTY_LEDGER;let reader=createLedgerReader(
MEMORY_NAME),lines=completeLines(zip.stream(entry,LIMITS.totalBytes),LIMITS.ledgerLineBytes);for await(let line of lines)reader.add(line);return reader.ledger()}
async function readManifestIn(zip,place){let file=zip.entries.find(({name})=>name===MANIFEST_JSON);if(file===void 0)return[];let reader=createManifestReader(),limits={
item:LIMITS.recordBytes,rest:LIMITS.recordBytes},about=await readJsonItems(zip.stream(file,LIMITS.manifestBytes),limits,reader.add),certificates=[];for(let entry of reader.
entries(about)){let certificate=certificateIn(entry,place);certificate!==void 0&&certificates.push(certificate)}return certificates}import{stat}from"node:fs/promises";import{setTimeout as sleep}from"node:timers/promises";var TRIES=4,TIMEOUT_MS2=15e3,MAX_BYTES=1024*1024,UPLOAD={ms:10*6e4,msPerByte:1/100};async function listArtifactNames({context,network}){let{artifactService}=context;
if(artifactService===void 0)throw new Error("the runner offers no artifact service");let{url,token}=artifactService,[run,job]=backendIds(token),list=new URL("/t\
wirp/github.actions.results.api.v1.ArtifactService/ListArtifacts",url),last;for(let attempt=0;attempt<TRIES;attempt++){attempt>0&&await sleep(500*2**attempt);try{
let answer=await network.request(list.href,{method:"POST",headers:{authorization:`Bearer ${token}`,"content-type":"application/json"},body:JSON.stringify({workflow_run_backend_id:run,
workflow_job_run_backend_id:job}),timeoutMs:TIMEOUT_MS2,maxBytes:MAX_BYTES}),{status,fields,reason}=readAnswer(answer),artifacts=fields===void 0?void 0:fields.artifacts??
[];if(status===200&&Array.isArray(artifacts))return new Set(artifacts.map(({name})=>String(name)));if(last=new Error(fields===void 0?`(${status}) the answer is \
not valid JSON`:`(${status}) ${reason}`),status<500&&status!==429)break}catch(error){if(last=asNetworkError(error),error instanceof UserError&&error.code!=="pro\
xy-unreachable")break}}throw last}function asNetworkError(error){let{code}=error;return error instanceof UserError||code===void 0||isTlsRefusal(code)?error:Object.
assign(new Error(`no answer (${code})`,{cause:error}),{name:"NetworkError",code})}function backendIds(token){try{let{scp}=JSON.parse(Buffer.from(token.split(".")[1]??
"","base64url").toString("utf8")),[,run,job]=/(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(String(scp))??[];if(run!==void 0&&job!==void 0)return[run,job]}catch{}
throw new Error("ACTIONS_RUNTIME_TOKEN holds no scope Actions.Results, as the runner's does")}async function uploadArtifact(name,files,root,options,{context,network}){
let{bytes,...uploadOptions}=options;return withinTime(UPLOAD.ms+bytes*UPLOAD.msPerByte,()=>withToolkit(new URL(context.artifactService?.url??""),{context,network},
(url,request)=>network.request(url,{...request,timeoutMs:TIMEOUT_MS2,maxBytes:MAX_BYTES}),async()=>{let{DefaultArtifactClient}=await import("./lib-azure-storage-blob.js");
return new DefaultArtifactClient().uploadArtifact(name,[...files],root,uploadOptions)}))}var LONG_MS=5e3,AGAIN_MS=3e4;async function waitFor(what,work,{clock,log,signal,limitMs}){let done=new AbortController,begin=clock.now(),watch=async()=>{for(let next=Math.
min(LONG_MS,limitMs);;next=Math.min(next+AGAIN_MS,limitMs)){if(await clock.sleep(begin+next-clock.now(),done.signal),next>=limitMs)throw new Error(`no answer wi\
thin ${duration(limitMs)}`);log.info(`Waiting for ${what}: ${duration(next)} so far, ${duration(limitMs)} at most`)}};try{return await untilAborted(Promise.race(
[work,watch()]),signal)}finally{done.abort()}}var RUN_AGAIN="See https://www.githubstatus.com and run the job again.";function artifactProblem(error){let{name,code,statusCode}=error??{},text=error instanceof
Error?error.message:String(error),status=typeof statusCode=="number"?statusCode:Number(/\((\d{3})\)/.exec(text)?.[1]??0);if(/not valid JSON|Unexpected token|Unexpected end of JSON/.
test(text))return{message:"The answer did not come from the artifact service of GitHub but from something before it.",fix:"Let the requests pass through the pro\
xy, firewall or sign-in page between the runner and GitHub, and run the job again."};if(tellsOfTlsRefusal(text))return{message:"The TLS certificate of the artif\
act service is not trusted here.",fix:TLS_FIX};if(name==="NetworkError")return{message:`The artifact service does not answer (${answerText(String(code))}).`,fix:`${RUN_AGAIN}\
 A self-hosted runner has to reach *.actions.githubusercontent.com and *.blob.core.windows.net.`};if(name==="UsageError")return{message:"The storage for artifac\
ts that GitHub gives the account is used up.",fix:"Delete artifacts or raise the spending limit, or set `deliver: directory`."};if(status===401)return{message:"\
The artifact service does not accept the job's token (401).",fix:RUN_AGAIN};if(status===403)return{message:"The artifact service refused the upload (403).",fix:"\
Check whether the settings of the repository or the organization, or a firewall of a self-hosted runner, forbid artifacts; or set `deliver: directory`."};if(status===
409)return{message:"This workflow run already has an artifact of that name (409).",fix:"Give each job and each step its own artifact-name."};if(status===429)return{
message:"The rate limit for artifacts is used up (429).",fix:RUN_AGAIN};if(status>=500)return{message:`The artifact service has an internal error (HTTP ${status}\
).`,fix:RUN_AGAIN}}var WRAPPING=/^(?:(?:Failed to \w+|Failed to make request after \d+ attempts|Received non-retryable error|Failed request): )+/;function artifactReason(error){
return answerText((error instanceof Error?error.message:String(error)).replace(WRAPPING,""))}var LIST_MS=8e4,UPLOAD_MS=60*6e4,GIVEN_UP={message:"The upload was not finished when the step had to end.",fix:"Run the job again: what has its certificate is n\
ot issued again."};async function prepareArtifact({name,retentionDays,isPart},services){let{context}=services;if(context.artifactService===void 0)throw new UserError(
"artifact-unavailable","There is no artifact service here: only a step of GitHub Actions has it.",{where:"deliver",fix:"Set `deliver: directory` and take the ce\
rtificates from output-directory."});let taken=await namesTaken(services),later=context.runAttempt>1?`${name}-attempt-${context.runAttempt}`:void 0,isTaken=taken.
has(later??name),free=later!==void 0&&(isPart||taken.has(name))?later:name;if(isTaken)throw new UserError("artifact-name-taken",`This workflow run already has a\
n artifact "${name}".`,{where:"artifact-name",fix:"Give each job and each step its own artifact-name, for example by putting strategy.job-index or the region in\
to it."});let upload=async(as,files,root)=>{let bytes=0;for(let file of files)bytes+=(await stat(file)).size;let options={bytes,...retentionDays===void 0?{}:{retentionDays}},
uploaded=uploadArtifact(as,files,root,options,services),{id,digest}=await waitFor("the artifact to be uploaded",uploaded,{...services,signal:services.end,limitMs:UPLOAD_MS});
return{name:as,id:String(id??""),url:context.runUrl===void 0?"":`${context.runUrl}/artifacts/${id}`,digest:digest===void 0?"":`sha256:${digest}`}};return{async upload(files,root){
try{return await upload(free,files,root).catch(error=>{if(later===void 0||later===free||!/\(409\)/.test(artifactReason(error)))throw error;return upload(later,files,
root)})}catch(error){let problem=services.end.aborted?GIVEN_UP:artifactProblem(error),message=`The certificates could not be uploaded${problem===void 0?` (${artifactReason(
error)}).`:`. ${problem.message}`}${proxyHint(services)}`;throw new UserError("artifact-upload",message,{where:`artifact ${free}`,fix:`${problem===void 0?"":`${problem.
fix} `}The certificates are safe in ${root}: save that directory with actions/upload-artifact in a step with \`if: always()\`.`,cause:error})}}}}async function namesTaken(services){
if(!/(^github\.com|\.ghe\.com|\.localhost)$/i.test(new URL(services.context.serverUrl).hostname))throw new UserError("artifact-unavailable","GitHub Enterprise S\
erver has no artifact service of the version that is needed.",{where:"deliver",fix:"Set `deliver: directory` and save output-directory with an action that your \
server has."});try{let asked={...services,signal:services.stop,limitMs:LIST_MS};return await waitFor("the artifact service",listArtifactNames(services),asked)}catch(error){
if(services.stop.throwIfAborted(),error instanceof UserError)throw error;let{message,fix}=artifactProblem(error)??{message:`The artifact service does not answer\
 (${artifactReason(error)}).`,fix:"See https://www.githubstatus.com and run the job again, or set `deliver: directory`."};throw new UserError("artifact-unavaila\
ble",message,{where:"deliver",fix,cause:error})}}function proxyHint({context,network}){let proxy=network.proxies.find(new URL(context.artifactService?.url??""));
return proxy===void 0?"":` The proxy ${proxy.url} of ${proxy.variable} has to let *.actions.githubusercontent.com and *.blob.core.windows.net through.`}import{join as join2,resolve,sep}from"node:path";var MAX_PEM_BYTES=1048576;async function openDirectory(path,names,files){let nameOf=csr=>{let name=names.get(csr.path);if(name===void 0)throw new Error(`no file\
 name for ${csr.path}`);return name},fileOf=csr=>join2(path,nameOf(csr)),inside=makeDirectory(path,files);return{path,files:inside,nameOf,fileOf,write:(csr,pem)=>inside.
write(fileOf(csr),pem),read:csr=>readRegularFile(fileOf(csr),MAX_PEM_BYTES),async readName(name){let file=resolve(path,name);return file.startsWith(path+sep)?readRegularFile(
file,MAX_PEM_BYTES):void 0}}}function makeDirectory(path,files){try{return files.below(path)}catch(error){throw errorOf(error,"output-directory","output-directo\
ry")}}async function resolve2(unresolved,sweeper,quietSince,{clock,signal},onWait=()=>{},othersSince){let since=unresolved.reduce((earliest,one)=>Math.min(earliest,one.
since),Number.POSITIVE_INFINITY),bounds={within:spansOf(unresolved),othersSince},look=wanted=>sweeper.look(new Set(wanted.map(({csr})=>csr.spkiSha256)),since,bounds),
first=await look(unresolved),unlisted=unresolved.filter(({csr,mayBeLate})=>mayBeLate&&!first.has(csr.spkiSha256)),second=new Map;if(unlisted.length>0){let left=quietSince+
LISTING_LAG_MS-clock.now();left>0&&(onWait(left),await clock.sleep(left,signal)),second=await look(unlisted)}let found=[],duplicates=[],missing=[],unusable=[];for(let{
csr}of unresolved){let all=first.get(csr.spkiSha256)??second.get(csr.spkiSha256)??[],[newest,...older]=all.flatMap(usable);newest!==void 0?found.push({csr,certificate:newest}):
all[0]===void 0?missing.push(csr):unusable.push({csr,certificateId:all[0].id,status:all[0].status});for(let certificate of older)duplicates.push({csr,certificate})}
return{found,missing,unusable,duplicates}}function spansOf(unresolved){let spans=[];for(let{since,until}of[...unresolved].sort((a,b)=>a.since-b.since)){if(until===
void 0)return;let last=spans.at(-1);last===void 0||since>last.until?spans.push({since,until}):spans.splice(-1,1,{since:last.since,until:Math.max(last.until,until)})}
return spans}function usable({id,pem,status,createdAt}){return isUsable(status)?[{id,pem,status,issuedAt:new Date(createdAt).toISOString(),origin:void 0}]:[]}function noteWait(log){
return ms=>log.info(`Waiting ${duration(ms)} for AWS IoT's list of certificates: what was requested a moment ago may not be in it yet`)}function originOf({runId,runAttempt,commit}){return runId===void 0?void 0:{runId,runAttempt,commit}}export{artifactNameOf,surveyNameOf,completeLines,partialArtifactName,NO_EARLIER,fromEarlierAttempts,readArtifacts,waitFor,uploadArtifact,resolve2 as resolve,noteWait,
originOf,prepareArtifact,openDirectory};
