import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{j}from"./lib-glob.js";import{isRetired,readHolder,readLedger,readManifest}from"./part-valibot.js";import{createProgress}from"./part-runner-progress.js";
import{count,plural}from"./part-lib-words.js";import{UserError}from"./part-lib-escape.js";import{claim,commonDivisors,createFileQueue,createLocalRunner,
finding,growTree,isError,judge,requirementsOf}from"./part-csr-parse-decode.js";import{RULES,gcd,groupBy,isPrime,read,toInteger}from"./part-csr-weak-keys-published-keys.js";import{
isEven}from"./part-csr-parse-der.js";import{resolve,sep}from"node:path";async function readKnownKeys(options){let keys=new Map;for(let entry of(await readLedger(options.ledger)).entries){let{certificateId,certificatePem,status}=entry;
keys.set(certificateId,toKnownKey({...entry,isRetired:isRetired(status)},certificatePem))}for(let entry of await readEntries(options)){let{certificateId,spkiSha256,
file}=entry;if(certificateId===null||spkiSha256===null)continue;let known=keys.get(certificateId);if(known?.subject!==void 0)continue;let pem=file===null?null:readText(
options.outputDirectory,file),retired=known?.isRetired??!1;keys.set(certificateId,toKnownKey({...entry,certificateId,spkiSha256,isRetired:retired},pem))}return[
...keys.values()]}async function readEntries({outputDirectory,mode}){try{return(await readManifest(outputDirectory))?.certificates??[]}catch(error){if(error instanceof
UserError&&mode==="validate"||error.syscall!==void 0)return[];throw error}}function readText(directory,name){let path=resolve(directory,name);if(!path.startsWith(
directory+sep))return null;let file=read(path);return file instanceof Uint8Array?Buffer.from(file).toString("latin1"):null}function toKnownKey(entry,pem){let{certificateId,
spkiSha256,csrSha256,csrPath,isRetired:isRetired2}=entry,read2=pem===null?void 0:readHolder(pem),holder=read2?.spkiSha256===spkiSha256?read2:void 0;return{spkiSha256,
certificateId,csrSha256:csrSha256??void 0,csrPath:csrPath??void 0,subject:holder?.subject,modulus:holder?.key.type==="rsa"?Uint8Array.from(holder.key.modulus):void 0,
isRetired:isRetired2}}function createTurns(){let start=performance.now();return()=>{if(!(performance.now()-start<10))return new Promise(resolve3=>{setImmediate(()=>{start=performance.
now(),resolve3()})})}}var QUEUE_LENGTH=512,WORTH_WORKERS=128;function startJudging({policy,parallelism,expectsMany=!1}){let verdicts=new Map,workers=createWorkers(policy,parallelism,
createVerdictStore(verdicts)),queues=[],unqueued=[],queueFiles=()=>{if(unqueued.length===0)return;let queue=createFileQueue(unqueued);unqueued=[],queues.push(queue),
workers.judge(queue)};return expectsMany&&workers.start([]),{add(file){unqueued.push(file),unqueued.length===QUEUE_LENGTH&&queueFiles()},async finish(files,onTurn){
return files.length<WORTH_WORKERS?workers.release():workers.start(queues),queueFiles(),await judgeHere(queues,policy,verdicts,onTurn),verdicts.size<files.length&&
await workers.finish(),files.map(({path})=>{let verdict=verdicts.get(path);if(verdict===void 0)throw new Error(`No thread judged ${path}.`);return verdict})}}}function createWorkers(policy,parallelism,store){
let runners=[],answers=[],judgeOn=async(runner,queue)=>{for(let[index,verdict]of await runner.run({kind:"judge",queue}))store(queue.files[index]?.path??"",verdict)},
send=(runner,queue)=>{let answer=judgeOn(runner,queue);answer.catch(()=>{}),answers.push(answer)};return{start(queues){if(!(runners.length>0)){runners=parallelism?.
pool.workers(Math.max(0,parallelism.threads-1))??[];for(let runner of runners){runner.run({kind:"set-policy",policy}).catch(()=>{});for(let queue of queues)send(
runner,queue)}}},judge(queue){for(let runner of runners)send(runner,queue)},release(){runners=[]},async finish(){await Promise.all(answers)}}}async function judgeHere(queues,policy,verdicts,onTurn){
let requirements=await requirementsOf(policy),turn=createTurns();for(let queue of queues)for(let[,{path,absolutePath}]of claim(queue)){verdicts.set(path,judge(path,
read(absolutePath),requirements));let turned=turn();turned!==void 0&&(await turned,onTurn(verdicts.size))}}function createVerdictStore(verdicts){let seen=new Map;
return(path,verdict)=>{if(verdict.csr===void 0){verdicts.set(path,verdict);return}let{key,signatureAlgorithm}=verdict.csr,id=`${key.type} ${key.name} ${signatureAlgorithm}`,
common=seen.get(id)??{key,signatureAlgorithm};seen.set(id,common),verdicts.set(path,{...verdict,path,csr:{...verdict.csr,path,...common}})}}function sharedFactors(moduli,divisors){let groups=new Map,primes=new Set,indices=[...divisors.keys()].sort((a,b)=>a-b),tree=grow(indices.map(index=>[index,moduli[index]??
1n]));for(let[index,divisor]of divisors)for(let factor of new Set(split(divisor,index,tree,primes))){let members=groups.get(factor);members===void 0?groups.set(
factor,[index]):members.push(index)}return[...groups].map(([factor,members])=>({factor,members:members.sort((a,b)=>a-b)})).sort((a,b)=>(a.members[0]??0)-(b.members[0]??
0)||(a.factor<b.factor?-1:1))}function grow(moduli){let first=moduli[0]?.[0]??-1,last=moduli.at(-1)?.[0]??-1;if(moduli.length<=1)return{product:moduli[0]?.[1]??
1n,first,last,below:[]};let half=moduli.length>>1,below=[grow(moduli.slice(0,half)),grow(moduli.slice(half))];return{product:below.reduce((product,node)=>product*
node.product,1n),first,last,below}}function split(divisor,self,tree,primes){if(divisor===1n)return[];if(primes.has(divisor)||isPrime(divisor))return primes.add(
divisor),[divisor];let part=properPart(divisor,self,tree);if(part===void 0)return[divisor];let rest=divisor/part;for(let again=gcd(rest,part);again!==1n;again=gcd(
rest,part))rest/=again;return[...split(part,self,tree,primes),...split(rest,self,tree,primes)]}function properPart(divisor,self,{product,first,last,below}){let common=gcd(
divisor,product%divisor);if(common===1n)return;let isOwn=first<=self&&self<=last;if(common!==divisor&&!isOwn)return common;for(let node of below){let part=properPart(
divisor,self,node);if(part!==void 0)return part}}var WORTH_WORKERS2=64,FEW_BYTES=1024*256;async function compareModuli(moduli,{parallelism,onProgress}){let divisors=parallelism===void 0||moduli.length<WORTH_WORKERS2?
commonDivisors(growTree(moduli.map(toInteger))):await compareInParts(moduli,parallelism,onProgress);return divisors.size===0?[]:sharedFactors(moduli.map(toInteger),
divisors)}async function compareInParts(moduli,{pool,threads},onProgress){let size=Math.ceil(moduli.length/threads),parts=Array.from({length:Math.ceil(moduli.length/
size)},(_,part)=>part*size).map(start=>({start,moduli:moduli.slice(start,start+size)})),workers=(moduli.reduce((bytes,modulus)=>bytes+modulus.length,0)<=FEW_BYTES?
[...pool.workers(parts.length-1),createOwnRunner()]:pool.workers(parts.length)).map((runner,part)=>({runner,...parts[part]??{start:0,moduli:[]}})),products=await Promise.
all(workers.map(({runner,moduli:moduli2})=>runner.run({kind:"multiply",moduli:moduli2}))),done=0,onDone=more=>{done+=more,onProgress?.(done,moduli.length)},found=await Promise.
all(workers.map(async({runner,start},part)=>{let others=products.filter((_,other)=>other!==part);return[...await runner.run({kind:"compare",others},onDone)].map(
([index,divisor])=>[start+index,divisor])}));return new Map(found.flat())}function createOwnRunner(){let report,perform=createLocalRunner(count2=>report?.(count2));
return{async run(task,onDone){return report=onDone,await perform(task)}}}async function findSharedModuli(batch,known,options){if(!batch.some(isComparable))return[];let all=[...groupBy([...batch,...known].filter(isComparable),({modulus})=>Buffer.
from(modulus.buffer,modulus.byteOffset,modulus.length).toString("latin1")).values()],shared=(await compareModuli(all.flatMap(([first])=>first?.modulus??[]),options)).
map(({members})=>toShared(!1,members.flatMap(index=>all[index]??[])));return[...all.filter(holders=>new Set(holders.map(({spkiSha256})=>spkiSha256)).size>1).map(
holders=>toShared(!0,holders)),...shared].filter(({entries})=>entries.length>0)}function isComparable(key){let{modulus}=key;return modulus!==void 0&&!isEven(modulus)&&
!(modulus.length===1&&modulus[0]===1)}function toShared(isWhole,holders){let isEntry=holder=>"path"in holder;return{isWhole,entries:holders.filter(isEntry),known:holders.
filter(holder=>!isEntry(holder))}}var BATCH_RULES=RULES.filter(rule=>rule.about==="batch");async function examine(files,options={}){let{policy={},known=[],parallelism,onProgress,onCompared,signal}=options,
stopped=new Promise((_,reject)=>{signal?.addEventListener("abort",()=>reject(cancelled()),{once:!0})});stopped.catch(()=>{});let onTurn=done=>{if(signal?.aborted)
throw cancelled();onProgress?.(done)},judging=options.judging??judgingOf(files,policy,parallelism),verdicts=await Promise.race([judging.finish(files,onTurn),stopped]);
onTurn(files.length);let entries=verdicts.flatMap(toEntry),shared=await Promise.race([findSharedModuli(entries,known,{parallelism,onProgress:onCompared}),stopped]);
return conclude(verdicts,complaintsOnBatch({entries,known,shared},policy))}function judgingOf(files,policy,parallelism){let judging=startJudging({policy,parallelism});
for(let file of files)judging.add(file);return judging}function toEntry({csr,subject,modulus}){if(csr===void 0)return[];let{path,csrSha256,spkiSha256}=csr;return[
{path,csrSha256,spkiSha256,subject,modulus}]}function cancelled(){return new UserError("cancelled","The run was cancelled while the CSRs were validated. Nothing\
 was created.",{fix:"Run the job again."})}function complaintsOnBatch(batch,{severities={}}){let findings=BATCH_RULES.flatMap(rule=>rule.check(batch).flatMap(complaint=>finding(
rule,complaint.path,complaint,severities)));return groupBy(findings,({path})=>path)}function conclude(verdicts,ofBatch){let csrs=[],rejected=[],findings=[],keys=new Map;
for(let{path,csr,findings:ofFile}of verdicts){let all=[...ofFile,...ofBatch.get(path)??[]];findings.push(...all),csr!==void 0&&keys.set(csr.key.name,(keys.get(csr.
key.name)??0)+1),csr===void 0||all.some(isError)?rejected.push(path):csrs.push(csr)}return{csrs,rejected,keys,findings}}import{realpathSync,statSync}from"node:fs";import{isAbsolute,relative,resolve as resolve2,sep as sep2}from"node:path";var SHOWN=5,GIT={ignored:isGit,childrenIgnored:isGit};function isGit(path){return/(^|\/)\.git(\/|$)/i.test(path.relativePosix())}async function discover(options){
let{patterns,workspace,warn,onFile}=options,root=resolveRoot(workspace),includes=patterns.filter(pattern=>!pattern.startsWith("!")),excludes=patterns.filter(pattern=>pattern.
startsWith("!")).map(pattern=>toRelative(pattern.slice(1).trim(),root)),ignore=excludes.length===0?GIT:[...excludes,...excludes.map(pattern=>`${pattern.replace(
/[/\\]+$/,"")}/**`),"**/.git/**"],found=new Map,strays=[],barren=[],classify=createClassifier(root),turn=createTurns(),glob;for(let pattern of includes){glob=openGlob(
toRelative(pattern,root),root,ignore,glob);let others=[],isBarren=!0;for(let entry of glob.iterateSync()){let{kind,path,absolutePath}=classify(entry);if(kind===
"other"?others.push(path):isBarren=!1,kind==="outside"&&strays.push(path),kind==="file"&&!found.has(path)){let file={path,absolutePath};found.set(path,file),onFile?.(
file)}let turned=turn();turned!==void 0&&await turned}isBarren&&barren.push(explainBarren(pattern,others.sort()))}if(strays.length>0)throw leadsOutside(strays.sort(),
root);if(found.size===0)throw nothingFound(patterns,barren,root);for(let message of barren)warn?.(message);return[...found.values()].sort((a,b)=>a.path<b.path?-1:
1)}function resolveRoot(workspace){try{return{given:resolve2(workspace),real:realpathSync.native(workspace)}}catch(cause){throw new UserError("no-workspace",`Th\
e directory to search, ${workspace}, is not there.`,{fix:"Check out the repository in a step before this one (actions/checkout).",where:"csr-path",cause})}}function toRelative(pattern,root){
if(!isAbsolute(pattern))return pattern;let below=relativeTo(root,resolve2(pattern));if(below===void 0)throw leadsOutside([pattern],root);return below||"."}function openGlob(pattern,root,ignore,last){
let glob;try{glob=new j(pattern,{cwd:root.real,withFileTypes:!0,ignore,windowsPathsNoEscape:process.platform==="win32",...last===void 0?{}:{scurry:last.scurry}})}catch(cause){
throw new UserError("bad-pattern",`The pattern ${pattern.slice(0,100)} is not a glob: ${cause.message}.`,{fix:"Correct it; the syntax is that of https://github.\
com/isaacs/minimatch.",where:"csr-path",cause})}for(let part of glob.patterns)if(relativeTo(root,resolve2(root.real,part.globString()))===void 0)throw leadsOutside(
[pattern],root);return glob}function createClassifier(root){let insiders=new Map,isInside=directory=>{let known=insiders.get(directory);return known===void 0&&(known=
relativeTo(root,realpathSync.native(directory?.fullpath()??root.real))!==void 0,insiders.set(directory,known)),known};return entry=>{let absolutePath=entry.fullpath(),
path=entry.relativePosix();return path===""?{kind:"other",path:".",absolutePath}:isInside(entry.parent)?entry.isSymbolicLink()?classifyLink(path,absolutePath,root):
{kind:entry.isFile()?"file":"other",path,absolutePath}:{kind:"outside",path:absolutePath,absolutePath}}}function classifyLink(path,absolutePath,root){try{let target=realpathSync.
native(absolutePath);return relativeTo(root,target)===void 0?{kind:"outside",path:`${path} -> ${target}`,absolutePath}:{kind:statSync(target).isFile()?"file":"o\
ther",path,absolutePath}}catch{return{kind:"file",path,absolutePath}}}function relativeTo({given,real},path){for(let base of[given,real]){let below=relative(base,
path);if(below!==".."&&!below.startsWith(`..${sep2}`)&&!isAbsolute(below))return below.replaceAll(sep2,"/")}}function explainBarren(pattern,others){let[first]=others;
return first===void 0?`The pattern ${pattern} matches nothing.`:`The pattern ${pattern} matches only directories, such as ${first}; add /** to take the files in\
 it.`}function nothingFound(patterns,barren,root){let details=barren.length>0?barren.join(" "):`There is no pattern that includes anything: ${patterns.join(" ")}`;
return new UserError("no-csr-found",`No file was found in ${root.given}. ${details}`,{fix:"Correct the patterns; they are relative to the root of the checked-ou\
t repository.",where:"csr-path"})}function leadsOutside(paths,root){let more=paths.length>SHOWN?` and ${paths.length-SHOWN} more`:"";return new UserError("outsi\
de-workspace",`${paths.slice(0,SHOWN).join(", ")}${more} leads out of the workspace, ${root.given}.`,{fix:"Use patterns and links that stay inside of it, or exc\
lude these with a pattern that starts with !.",where:"csr-path"})}import{Worker}from"node:worker_threads";function createWorkerPool(script){let started=[],runners=[];return{workers(count2){for(;runners.length<count2;){let worker=new Worker(
script);started.push(worker),runners.push(createRunner(worker))}return runners.slice(0,count2)},close(){for(let worker of started)worker.terminate()}}}function createRunner(worker){
let waiting=[],failure;worker.on("message",message=>{"done"in message?waiting[0]?.onDone?.(message.done):waiting.shift()?.resolve(message.answer)});let fail=error=>{
failure??=error;for(let{reject}of waiting.splice(0))reject(failure)};return worker.on("error",fail),worker.on("exit",code=>fail(new Error(`A thread that judges \
CSRs ended with code ${code}.`))),{run(task,onDone){return new Promise((resolve3,reject)=>{if(failure!==void 0){reject(failure);return}waiting.push({onDone,resolve:resolve3,
reject}),worker.postMessage(task)})}}}async function readBatch(options,readKnown,services){let pool=createWorkerPool(services.threads.script);try{let parallelism={pool,threads:services.threads.count},
{found,judging}=await find(options,services,parallelism),examination=await judgeAll(found,judging,{options,known:await readKnown(),parallelism,services});return{
files:found.length,...examination}}finally{pool.close()}}async function find(options,{context,log},parallelism){let{policy,csrPath,maxCertificates}=options,expectsMany=maxCertificates>
1e3,judging=startJudging({policy,parallelism,expectsMany}),found=await discover({patterns:csrPath,workspace:context.workspace,onFile:judging.add,warn:message=>log.
annotate("warning",message)});if(found.length>maxCertificates)throw new UserError("too-many-files",`The globs match ${count(found.length)} files, max-certificat\
es allows ${count(maxCertificates)}.`,{where:"csr-path",fix:"Narrow the globs, or raise max-certificates."});return{found,judging}}async function judgeAll(found,judging,{
options,known,parallelism,services:{log,clock,stop}}){log.info(`Validating ${plural(found.length,"file")}`);let progress=createProgress("Validated",found.length,
clock.now,log.info),comparing;return examine(found,{policy:options.policy,known,parallelism,judging,signal:stop,onProgress:progress.update,onCompared:(done,of)=>{
comparing??=createProgress("Compared",of,clock.now,log.info),comparing.update(done)}})}function rejections({findings,rejected}){let errors=new Map;for(let finding2 of findings)
finding2.severity==="error"&&!errors.has(finding2.path)&&errors.set(finding2.path,finding2);return rejected.flatMap(path=>errors.get(path)??[])}var LEAST_CSRS_TO_ASK=100;async function pacerMode(rate,csrs,readQuota){switch(rate.kind){case"rate":return{kind:"fixed",perSecond:rate.perSecond};case"share":{
let quota=await readQuota();return quota===void 0?{kind:"auto",share:rate.share}:{kind:"fixed",perSecond:quota*rate.share}}case"auto":{let quota=csrs<LEAST_CSRS_TO_ASK?
void 0:await readQuota();return quota===void 0?{kind:"auto",share:1}:{kind:"known",quota}}}}function expectedRate(rate){return rate.kind==="rate"?rate.perSecond:
rate.kind==="share"?15*rate.share:15}export{pacerMode,expectedRate,readKnownKeys,readBatch,rejections};
