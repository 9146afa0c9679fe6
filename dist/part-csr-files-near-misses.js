import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{readLedger}from"./part-records-ledger.js";import{readHolder}from"./part-csr-parse-certificate-holder.js";import{expectedRate}from"./part-issuance-request-rate.js";import{createProgress}from"./part-runner-progress.js";
import{columnUsers,unknownColumn}from"./part-naming-device-columns.js";import{readManifest}from"./part-records-manifest.js";import{withdrawnAs}from"./part-records-status.js";
import{fileStem,valuesOf}from"./part-naming-names.js";import{claim,createFileQueue,createLocalRunner,createTurns,finding,isError,isWorthLooking,judge,requirementsOf}from"./part-csr-parse-text-kinds.js";
import{LFS_FIX,isLfsPointer}from"./part-lib-lfs-pointer.js";import{RULES,read}from"./part-csr-rules-subject-meant.js";import{groupBy}from"./part-lib-group-by.js";import{
GLOB_SYNTAX,K,NAME_SYNTAX,compile,createSearch,lt,relativeTo,resolveRoot}from"./part-glob.js";import{leadsOutside,listSome}from"./part-csr-files-outside.js";
import{columnsIn,fieldsOf,renderTemplate}from"./part-naming-template.js";import{errorOf,notRead,readRegularBytes}from"./part-lib-file-error.js";import{nearest}from"./part-lib-nearest.js";
import{UserError,joinErrors}from"./part-lib-user-error.js";import{count,duration,plural}from"./part-lib-words.js";import{gcd,toInteger}from"./part-csr-weak-keys-published-keys.js";
import{SERIAL,THING}from"./part-csr-device-list.js";import{shorten}from"./part-lib-escape.js";function thingNamer(template){if(template===void 0||columnsIn(template).length>0)return;let fields=fieldsOf(template);return csr=>{let values=valuesOf(csr,0,void 0,
{template,runId:void 0});return fields.some(field=>(values[field]??"")==="")?void 0:renderTemplate(template,values)}}import{resolve,sep}from"node:path";async function readKnownKeys(options,shared=[]){let keys=new Map;for(let entry of[...(await readLedger(options.ledger)).entries,...shared]){let{certificateId,certificatePem}=entry;
keys.set(certificateId,toKnownKey({...entry,isRetired:withdrawnAs(entry)!==void 0},certificatePem))}for(let entry of await readEntries(options)){let{certificateId,
spkiSha256,file}=entry;if(certificateId===null||spkiSha256===null)continue;let known=keys.get(certificateId);if(known?.subject!==void 0)continue;let pem=file===
null?null:readText(options.outputDirectory,file),retired=known?.isRetired??!1;keys.set(certificateId,toKnownKey({...entry,certificateId,spkiSha256,isRetired:retired},
pem))}return[...keys.values()]}async function readEntries({outputDirectory,mode}){try{return(await readManifest(outputDirectory))?.certificates??[]}catch(error){
if(error instanceof UserError&&mode==="validate"||error.syscall!==void 0)return[];throw error}}function readText(directory,name){let path=resolve(directory,name);
if(!path.startsWith(directory+sep))return null;let file=read(path);return file instanceof Uint8Array?Buffer.from(file).toString("latin1"):null}function toKnownKey(entry,pem){
let{certificateId,spkiSha256,csrSha256,csrPath,isRetired}=entry,read2=pem===null?void 0:readHolder(pem),holder=read2?.spkiSha256===spkiSha256?read2:void 0;return{
spkiSha256,certificateId,csrSha256:csrSha256??void 0,csrPath:csrPath??void 0,subject:holder?.subject,subjectBytes:holder?.subjectBytes,modulus:holder?.key.type===
"rsa"?Uint8Array.from(holder.key.modulus):void 0,isRetired}}import{readFileSync}from"node:fs";var product;function knownPrimes(){return product??=toInteger(readFileSync(new URL("./known-primes.bin",import.meta.url))),product}var SHORT_BYTES=16*256,FEW_BYTES=1024*256;async function multiplyModuli(moduli,parallelism){let parts=divideModuli(moduli,parallelism),products=await Promise.all(
parts.map(({runner,moduli:moduli2})=>runner.run({kind:"multiply",moduli:moduli2}))),collect=async work=>{let found=await Promise.all(parts.map(async({runner,start},part)=>[
...await work(runner,part)].map(([index,divisor])=>[start+index,divisor])));return new Map(found.flat())};return{async findSharedFactors(onProgress){let done=0,
onDone=more=>{done+=more,onProgress?.(done,moduli.length)},divisors=await collect((runner,part)=>{let others=products.filter((_,other)=>other!==part);return runner.
run({kind:"compare",others},onDone)}),[first]=parts;return divisors.size===0||first===void 0?[]:first.runner.run({kind:"attribute",divisors})},async findListedFactors(){
let primes=await Promise.all(parts.map(({runner},index)=>runner.run({kind:"multiply-primes",part:{index,of:parts.length}})));return collect(runner=>runner.run({
kind:"divide",primes:[knownPrimes(),...primes.flat()]}))}}}function divideModuli(moduli,parallelism){let bytes=moduli.reduce((sum,modulus)=>sum+modulus.length,0);
if(parallelism===void 0||bytes<=SHORT_BYTES)return[{runner:createOwnRunner(),start:0,moduli}];let{pool,threads}=parallelism,size=Math.ceil(moduli.length/threads),
starts=Array.from({length:Math.ceil(moduli.length/size)},(_,part)=>part*size),takesPart=bytes<=FEW_BYTES,workers=pool.workers(takesPart?starts.length-1:starts.length);
return starts.map((start,part)=>({runner:workers[part]??createOwnRunner(),start,moduli:moduli.slice(start,start+size)}))}function createOwnRunner(){let report,perform=createLocalRunner(
count2=>report?.(count2));return{async run(task,onDone){return report=onDone,await new Promise(resolve5=>{setImmediate(resolve5)}),await perform(task)}}}var MAX_DIVIDED_BYTES=512;async function compareKeys(entries,known,{parallelism,onProgress}){let own=groupByModulus(entries);if(own.length===0)return{shared:[],
divisible:[],listed:[]};let all=groupByModulus([...entries,...known]),ofAll=await multiplyModuli(moduliOf(all),parallelism),shared=await findShared(all,ofAll,onProgress),
divided=own.filter(([first])=>(first?.modulus?.length??0)<=MAX_DIVIDED_BYTES);if(divided.length===0)return{shared,divisible:[],listed:[]};let ofDivided=divided.
length===all.length?ofAll:await multiplyModuli(moduliOf(divided),parallelism);return{shared,...await findDivisible(divided,ofDivided)}}async function findShared(all,moduli,onProgress){
let shared=(await moduli.findSharedFactors(onProgress)).map(({factor,members})=>{let holders=members.flatMap(index=>all[index]??[]);return toShared(factor===void 0?
"unclear":"prime",holders)});return[...all.filter(holders=>new Set(holders.map(({spkiSha256})=>spkiSha256)).size>1).map(holders=>toShared("modulus",holders)),...shared].
filter(({entries})=>entries.length>0)}async function findDivisible(groups,moduli){let divisible=[],listed=[];for(let[index,divisor]of await moduli.findListedFactors()){
let entries=groups[index]??[],known=gcd(divisor,knownPrimes()%divisor);known!==1n&&listed.push(...entries),divisor!==known&&divisible.push({factor:divisor/known,
entries})}return{divisible,listed}}function groupByModulus(keys){return[...groupBy(keys,({modulus})=>modulus===void 0||!isWorthLooking(modulus)?void 0:Buffer.from(
modulus.buffer,modulus.byteOffset,modulus.length).toString("latin1"))].flatMap(([modulus,group])=>modulus===void 0?[]:[group])}function moduliOf(groups){return groups.
flatMap(([first])=>first?.modulus??[])}function toShared(common,holders){let isEntry=holder=>"path"in holder;return{common,entries:holders.filter(isEntry),known:holders.
filter(holder=>!isEntry(holder))}}var QUEUE_LENGTH=512,WORTH_WORKERS=128;function startJudging({policy,parallelism,expectsMany=!1}){let verdicts=new Map,workers=createWorkers(policy,parallelism,
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
common=seen.get(id)??{key,signatureAlgorithm};seen.set(id,common),verdicts.set(path,{...verdict,path,csr:{...verdict.csr,path,...common}})}}function matchDevices({list,thingOf},verdicts,entries,known){let lines=linesOf(list),csrs=verdicts.flatMap(({csr})=>csr??[]),matches=entries.flatMap((entry,index)=>{
let csr=csrs[index];return csr===void 0?[]:[match(entry,csr,lines,thingOf)]}),present=new Set(matches.flatMap(({found})=>found.map(({device})=>device)));for(let{
path,csr}of verdicts){let device=csr===void 0?lines.things.get(fileStem(path)):void 0;device!==void 0&&present.add(device)}let valid=known.filter(({isRetired})=>!isRetired),
issued=new Set(valid.flatMap(({spkiSha256,csrSha256})=>[spkiSha256,csrSha256])),isIssued=({spkiSha256,csrSha256})=>spkiSha256!==void 0&&issued.has(spkiSha256)||
csrSha256!==void 0&&issued.has(csrSha256);return{list,matches,without:list.devices.filter(device=>!present.has(device)&&!isIssued(device)),byHash:lines.hashes}}
function linesOf({devices,columns}){let by=keysOf=>new Map(devices.flatMap(device=>keysOf(device).flatMap(key=>key===void 0?[]:[[key,device]])));return{things:by(
({thing})=>[thing]),serials:by(({serial})=>[serial]),hashes:by(({spkiSha256,csrSha256})=>[spkiSha256,csrSha256]),columns}}function match(entry,csr,lines,thingOf){
let thing=thingOf?.(csr),names=thingOf===void 0?[["file name",fileStem(csr.path)],["common name",csr.commonName]]:[["thing name",thing]],said=[...lines.columns.
includes(THING)?names.map(([what,name])=>({what,name,lines:lines.things})):[],...lines.columns.includes(SERIAL)?[{what:"serial number",name:csr.serialNumber,lines:lines.
serials}]:[]].flatMap(({name,...one})=>name===void 0||name===""?[]:[{...one,name}]);return{entry,thing,serial:csr.serialNumber,names:said.map(textOf),found:said.
flatMap(one=>{let device=one.lines.get(one.name);return device===void 0?[]:[{device,by:textOf(one)}]})}}var NAME=100;function textOf({what,name}){return`${what}\
 ${shorten(name,NAME)}`}import{statSync}from"node:fs";function takeOnce(files,verdicts){let requests=verdicts.flatMap(({csr},index)=>{let file=files[index];return csr===void 0||file===void 0?[]:[{file,csrSha256:csr.
csrSha256}]});if(new Set(requests.map(({csrSha256})=>csrSha256)).size===requests.length)return{once:verdicts,again:[]};let again=[];for(let same of groupBy(requests,
({csrSha256})=>csrSha256).values()){if(same.length===1)continue;let first=new Map;for(let{file}of same){let identity=identityOf(file.absolutePath),path=identity===
void 0?void 0:first.get(identity);path!==void 0?again.push({path,also:file.path}):identity!==void 0&&first.set(identity,file.path)}}let left=new Set(again.map(({
also})=>also));return{once:verdicts.filter(({path})=>!left.has(path)),again}}function identityOf(path){let stat=statSync(path,{bigint:!0,throwIfNoEntry:!1});if(stat===
void 0)return;let{dev,ino,nlink,size,mtimeNs,ctimeNs}=stat;return[dev,ino,nlink,size,mtimeNs,ctimeNs].join(" ")}var BATCH_RULES=RULES.filter(rule=>rule.about==="batch");async function examine(files,options={}){let{policy={},known=[],parallelism,onProgress,onCompared,signal}=options,
stopped=new Promise((_,reject)=>{signal?.addEventListener("abort",()=>reject(cancelled()),{once:!0})});stopped.catch(()=>{});let onTurn=done=>{if(signal?.aborted)
throw cancelled();onProgress?.(done)},judging=options.judging??judgingOf(files,policy,parallelism),verdicts=await Promise.race([judging.finish(files,onTurn),stopped]);
onTurn(files.length);let{once,again}=takeOnce(files,verdicts),entries=once.flatMap(toEntry),compared=await Promise.race([compareKeys(entries,known,{parallelism,
onProgress:onCompared}),stopped]),devices=options.devices&&matchDevices(options.devices,once,entries,known),{groups,ofFiles,ofLines}=complaintsOnBatch({entries,
known,...compared,devices},policy),{findings,...judged}=conclude(once,ofFiles);return{...judged,findings:[...findings,...ofLines],groups,devices:linesOfFiles(devices),
again}}function judgingOf(files,policy,parallelism){let judging=startJudging({policy,parallelism});for(let file of files)judging.add(file);return judging}function toEntry({
csr,subject,subjectBytes,modulus}){if(csr===void 0)return[];let{path,csrSha256,spkiSha256}=csr;return[{path,csrSha256,spkiSha256,subject,subjectBytes,modulus}]}
function cancelled(){return new UserError("cancelled","The run was cancelled while the CSRs were validated. Nothing was created.",{fix:"Run the job again."})}function complaintsOnBatch(batch,{
severities={}}){let groups=new Map,findings=BATCH_RULES.flatMap(rule=>rule.check(batch).flatMap(complaint=>{let found=finding(rule,complaint.path,complaint,severities),
{group}=complaint;return group!==void 0&&found.length>0&&groups.set(group,{rule:rule.id,members:group}),found}));return{groups:[...groups.values()],ofFiles:groupBy(
findings.filter(({line})=>line===void 0),({path})=>path),ofLines:findings.filter(({line})=>line!==void 0).sort((a,b)=>(a.line??0)-(b.line??0))}}function linesOfFiles(devices){
return new Map(devices?.matches.flatMap(({entry,found:[first]})=>first===void 0?[]:[[entry.path,first.device]]))}function conclude(verdicts,ofBatch){let csrs=[],
rejected=[],findings=[],keys=new Map;for(let{path,csr,findings:ofFile}of verdicts){let all=[...ofFile,...ofBatch.get(path)??[]];findings.push(...all),csr!==void 0&&
keys.set(csr.key.name,(keys.get(csr.key.name)??0)+1),csr===void 0||all.some(isError)?rejected.push(path):csrs.push(csr)}return{csrs,rejected,keys,findings}}import{join as join2}from"node:path";import{realpathSync,statSync as statSync2}from"node:fs";import{join,resolve as resolve2}from"node:path";function createClassifier(root){let directories=new Map,resolveDirectory=directory=>{let known=directories.get(directory);if(known===void 0){let real=realpathSync.
native(directory?.fullpath()??root.real);known={real,isInside:relativeTo(root,real)!==void 0},directories.set(directory,known)}return known};return entry=>{let absolutePath=entry.
fullpath(),path=entry.relativePosix();if(path==="")return{kind:"directory",path:".",absolutePath,realPath:absolutePath};let{real,isInside}=resolveDirectory(entry.
parent);if(!isInside)return{kind:"outside",path:absolutePath,absolutePath,realPath:absolutePath};if(entry.isSymbolicLink())return classifyLink(path,absolutePath,
root);let realPath=real===entry.parent?.fullpath()?absolutePath:join(real,entry.name);return{kind:entry.isFile()?"file":entry.isDirectory()?"directory":"special",
path,absolutePath,realPath}}}function classifyLink(path,absolutePath,root){try{let realPath=realpathSync.native(absolutePath);if(relativeTo(root,realPath)===void 0)
return{kind:"outside",path:`${path} -> ${realPath}`,absolutePath,realPath};let target=statSync2(realPath);return{kind:target.isFile()?"file":target.isDirectory()?
"directory":"special",path,absolutePath,realPath}}catch{return{kind:"file",path,absolutePath,realPath:resolve2(absolutePath)}}}import{isAbsolute,resolve as resolve3}from"node:path";var MARKS=/^(?<before>optional:\s*)?(?<not>!\s*)?(?<after>optional:\s*)?/i;function parsePattern(line){let trimmed=line.trim(),[marks="",before,not,after]=MARKS.
exec(trimmed)??[];return{text:trimmed.slice(marks.length),isExclusion:not!==void 0,isOptional:before!==void 0||after!==void 0}}function toRelative(pattern,root){
if(!isAbsolute(pattern))return pattern;let below2=relativeTo(root,resolve3(pattern));return below2===""?".":below2}function asName(pattern){let path=process.platform===
"win32"?pattern.replaceAll("\\","/"):pattern;if(!(!/[[{(]/.test(path)||path.includes("\\")))return path.replaceAll("[","[[]")}function firstMissing(pattern,place){let segments=pattern.replace(/^(\.?\/)+/,"").split("/"),magic=segments.findIndex(segment=>/[*?[{(]/.test(segment)),literal=magic<
0?segments:segments.slice(0,magic),missing2=literal.findIndex((_,index)=>index===segments.length-1||!place.isDirectory(literal.slice(0,index+1).join("/")));return missing2<
0?{parent:literal.join("/"),path:void 0}:{parent:literal.slice(0,missing2).join("/"),path:literal.slice(0,missing2+1).join("/")}}function whyNotCheckedOut(pattern,place){
let{parent,path}=firstMissing(pattern,place);return(path===void 0?void 0:notCheckedOut(path,place))??notCheckedOut(parent,place)??keptOut(pattern,place)}function keptOut(pattern,place){
let extension=/\.[^./*?]+$/.exec(pattern)?.[0],directories=pattern.split("/").slice(0,-1),line=place.textOf(".gitignore").split(`
`).map(text=>text.trim()).find(text=>{let name=text.replaceAll(/^(\*\*)?\/|\/(\*\*?)?$/g,"");return extension!==void 0&&name===`*${extension}`||name!==""&&directories.
includes(name)});return line===void 0?void 0:`.gitignore has the line ${line}, and files that it names are in the repository only when somebody has added them b\
y force.`}function notCheckedOut(path,place){let submodule=place.textOf(".gitmodules").split(`
`).flatMap(line=>/^path\s*=(.*)$/.exec(line.trim())?.[1]?.trim()||[]).find(at=>path===at||path.startsWith(`${at}/`));if(submodule!==void 0&&place.namesIn(submodule).
length===0)return`${submodule} is a submodule that is not checked out; set "submodules: true" for actions/checkout.`;if(place.textOf(".git/info/sparse-checkout")!==
""&&!place.isDirectory(path))return`The checkout is sparse; add ${path} to "sparse-checkout" of actions/checkout.`}var QUOTES=/^["'`\u2018\u2019\u201c\u201d](.*)["'`\u2018\u2019\u201c\u201d]$/,INVISIBLE=/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,ODD_SPACE=/[\u00a0\u2000-\u200a\u202f\u3000]/g;
function wholeGlobstars(pattern){return pattern.replaceAll(/(^|\/)\*\*+(?=[^*/])/g,"$1**/*").replaceAll(/(?<=[^*/])\*\*+(?=\/|$)/g,"*/**")}function decoded(pattern){
try{return decodeURIComponent(pattern)}catch{return}}var REWRITES=[{because:"The quotes around it are part of the pattern",rewrite:pattern=>QUOTES.exec(pattern)?.[1]},
{because:"Patterns use / as separator",rewrite:pattern=>pattern.replaceAll("\\","/")},{because:"A pattern is a line by itself, not an item of a list",rewrite:pattern=>/^- *["']?(.*?)["']?$/.
exec(pattern)?.[1]},{because:"What follows the # is part of the pattern, not a comment",rewrite:pattern=>/^(.*?)\s+#.*$/.exec(pattern)?.[1]},{because:"It holds \
invisible characters",rewrite:pattern=>pattern.replaceAll(INVISIBLE,"").trim()},{because:"It holds white space other than a plain space",rewrite:pattern=>pattern.
replaceAll(ODD_SPACE," ")},{because:"It holds white space",rewrite:pattern=>pattern.replaceAll(/\s+/g,"")},{because:"It ends with a separator or a comma",rewrite:pattern=>pattern.
replace(/[\s,;:/]+$/,"")},{because:"Patterns are relative to the root of the workspace",rewrite:pattern=>pattern.replace(/^[~/]+/,"")},{because:"Patterns are re\
lative to the root of the workspace",rewrite:pattern=>pattern.replace(/^(\.\.\/)+/,"")},{because:"** stands for directories only as the whole name between two /",
rewrite:wholeGlobstars},{because:"For directories at any depth there is **",rewrite:pattern=>pattern.replaceAll(/\.\.\.|\*{3,}/g,"**")},{because:"Choices stand \
in braces",rewrite:pattern=>pattern.replaceAll(/(?<![?*+@!])\(([^()]*)\)/g,(_,choices)=>`{${choices.replaceAll("|",",")}}`)},{because:"Braces need a comma betwe\
en two choices",rewrite:pattern=>pattern.replaceAll(/\{([^{},]*)\}/g,"$1")},{because:"Choices in braces are separated by commas",rewrite:pattern=>pattern.replaceAll(
/\{[^{}]*\}/g,choices=>choices.replaceAll(/[|;]/g,","))},{because:"Brackets stand for one character; a range of numbers stands in braces",rewrite:pattern=>pattern.
replaceAll(/\[(\d+)-(\d{2,})\]/g,"{$1..$2}")},{because:"Brackets stand for one character; choices stand in braces",rewrite:pattern=>pattern.replaceAll(/\[([^[\]/]*[,|][^[\]/]*)\]/g,
(_,choices)=>`{${choices.replaceAll("|",",")}}`)},{because:"It is a regular expression, and a glob is needed",rewrite:pattern=>pattern.replace(/^\^/,"").replace(
/\$$/,"").replaceAll(/\.[*+]/g,"*").replaceAll(/\\(.)/g,"$1")},{because:"It is encoded as in a URL",rewrite:decoded},{because:"% stands for itself",rewrite:pattern=>pattern.
replaceAll("%","*")},{because:"Its hyphens or quotation marks are not those of the file",rewrite:pattern=>pattern.replaceAll(/[\u2010-\u2015\u2212]/g,"-").replaceAll(
/[\u2018\u2019]/g,"'")}];function nearMiss(pattern,place){return/(^|[/\\])\.git([/\\]|$)/i.test(pattern)?"Files in .git are never taken.":rewritten(pattern,place,REWRITES)??asSeveral(pattern,
place)??withOtherComposition(pattern,place)??inAnotherCase(pattern,place)??withOtherExtension(pattern,place)??elsewhere(pattern,place)??byItself(pattern,place)??
misspelt(pattern,place)??whyNotCheckedOut(pattern,place)}function rewritten(pattern,place,rewrites){for(let{rewrite,because}of rewrites){let better=rewrite(pattern);
if(!(better===void 0||better===pattern||better==="")&&place.first(better)!==void 0)return`${because}; write ${better}.`}}function asSeveral(pattern,place){let parts=pattern.
replaceAll(/^\[|\]$/g,"").split(/(?:\\r)?\\n|[\s,;|]+/).map(part=>part.replaceAll(/^["'`]+|["'`]+$/g,"")).filter(part=>part!==""&&part!=="-");if(!(parts.length<
2||!parts.some(part=>!part.startsWith("!")&&place.first(part)!==void 0)))return`Write one pattern per line: ${parts.join(" and ")} stand in one line (after "csr\
-path: |", not ">", lines stay apart).`}function inAnotherCase(pattern,place){let found=place.firstInAnyCase(pattern);return found===void 0?void 0:`${found} dif\
fers from it only in upper and lower case; write it as the file is written.`}function withOtherComposition(pattern,place){for(let form of["NFC","NFD"]){let found=place.
firstByCodePoints(pattern.normalize(form));if(found!==void 0)return`${found} looks the same but its letters are composed otherwise (Unicode ${form}); rename the\
 file, or write ? or * for those letters.`}}var EXTENSIONS=[".csr",".csr.pem",".pem",".req",".p10",".pkcs10",".der",".csr.der",".csr.txt",".txt",""];function withOtherExtension(pattern,place){
let base=pattern.replace(/\.[^./\\*?]*$/,"");for(let extension of EXTENSIONS)for(let better of base===pattern?[`${pattern}${extension}`]:[`${pattern}${extension}`,
`${base}${extension}`]){if(better===pattern)continue;let found=place.first(better),hasExtension=found?.slice(found.lastIndexOf("/")+2).includes(".");if(found===
void 0||extension===""&&hasExtension)continue;let what=extension===""?"without an extension":`with the extension ${extension}`;return`There is ${found}, ${what}\
; write ${better}.`}}function elsewhere(pattern,place){let relative2=pattern.replace(/^(\.?\/)+/,""),segments=relative2.split("/"),last=segments.at(-1)??"",deeper=[
...segments.slice(0,-1),"**",last].join("/"),found=place.first(deeper);if(found!==void 0&&last!=="**")return`${found} lies deeper; write ${deeper}.`;for(let skip=1;skip<
segments.length;skip++){let tail=segments.slice(skip).join("/");if(!tail.startsWith("*")&&place.first(tail)!==void 0)return`Patterns are relative to the root of\
 the workspace; write ${tail}.`}let other=place.first(`**/${relative2}`);if(!(other===void 0||relative2.startsWith("**")))return`${other} is in another director\
y, and patterns are relative to the root of the workspace; write **/${relative2}, or the whole path.`}var NOT_EXPANDED=/\{\{|\$\{?\w|%\w+%|\$\(/;function byItself(pattern,place){
if(NOT_EXPANDED.test(pattern))return"Variables are not expanded here; write an expression of the workflow, such as ${{ env.DIR }}.";if(pattern.startsWith("~"))return"\
~ stands for nothing here; patterns are relative to the root of the workspace.";if(/^[a-z][a-z+.-]+:\/\//i.test(pattern))return"It is a URL; only files in the w\
orkspace are read.";if(/^[A-Za-z]:[\\/]/.test(pattern))return"It is a path of Windows; write it relative to the root of the workspace, with / as separator.";if(pattern.
includes("\\")){let better=pattern.replaceAll("\\","/");return`Patterns use / as separator. ${nearMiss(better,place)??`Write ${better}.`}`}if(pattern.startsWith(
"#"))return"A line that starts with # is a pattern here, not a comment; remove it.";if(/\.\*|\\\.|\$$|^\^/.test(pattern))return"It looks like a regular expressi\
on; a glob is needed, such as csrs/*.csr.";let range=/\[\d+-\d{2,}\]/.exec(pattern)?.[0];if(range!==void 0)return`${range} stands for one character; write {${range.
slice(1,-1).replace("-","..")}} for a range of numbers.`}function misspelt(pattern,place){let{parent,path}=firstMissing(pattern,place),meant=path===void 0?void 0:
nearest(path.slice(path.lastIndexOf("/")+1),place.namesIn(parent));if(!(path===void 0||meant===void 0))return`There is no ${shorten(path,100)}, but there is ${parent===
""?meant:`${parent}/${meant}`}.`}function whatIsThere(pattern,place){let{parent,path}=firstMissing(pattern,place),names=[...place.namesIn(parent)].sort();return`${path===
void 0?"":`There is no ${shorten(path,100)}. `}${parent===""?"The workspace":parent} holds ${names.length===0?"nothing":listSome(names)}.`}var EXPLAINED=5;function explainUnmatched({pattern:{text,isExclusion},directories,special},place){let written=shorten(isExclusion?`!${text}`:text,200),[directory]=[
...directories].sort();return directory!==void 0?`The pattern ${written} matches only directories, such as ${directory}; add /** to take the files in it.`:special[0]!==
void 0?`The pattern ${written} matches no file: ${notTaken(special[0])}`:isExclusion&&text.startsWith("(")?`The pattern ${written} excludes, because it starts w\
ith !, and matches nothing. Write ./${written} for all but some.`:!isExclusion&&place.first(text)!==void 0?`All files that the pattern ${written} matches are ex\
cluded by patterns that start with !.`:`The pattern ${written} matches nothing. ${nearMiss(text,place)??whatIsThere(text,place)}`}function notTaken(path){return`${path}\
 is a pipe, a socket or a device, and is not read.`}function nothingFound(unmatched,lines,root,place){let where="csr-path";if(place.namesIn("").length===0)return place.
textOf(".git/info/sparse-checkout")===""?new UserError("no-csr-found","The workspace is empty.",{where,fix:"Run actions/checkout before this step."}):new UserError(
"no-csr-found","The workspace is empty: its checkout is sparse.",{where,fix:'Add the directories of the CSRs to "sparse-checkout" of actions/checkout.'});let details=unmatched.
length>0?explainSome(unmatched,place):`All patterns start with !, so none of them includes a file: ${lines.join(" ")}.`;return new UserError("no-csr-found",`No \
file was found in ${root.given}. ${details}`,{where,fix:"Correct the patterns. They are relative to the root of the checked-out repository."})}function someUnmatched(unmatched,place){
return new UserError("pattern-unmatched",explainSome(unmatched,place),{where:"csr-path",fix:'Correct the pattern, or write "optional:" in front of it when it ma\
y match nothing.'})}function patternLeadsOutside({text},root,place){let hint=nearMiss(text,place);return leadsOutside([text],root,hint?.includes("; write ")?hint:
void 0)}function explainSome(unmatched,place){let explained=unmatched.slice(0,EXPLAINED).map(one=>explainUnmatched(one,place)),others=unmatched.slice(EXPLAINED).
map(({pattern})=>shorten(pattern.text,200));return[...explained,...others.length>0?[`Neither do ${others.join(", ")}.`]:[]].join(" ")}function createCollector({root,search,exclusions,found,report}){let classify=createClassifier(root),turn=createTurns(),strays=[],read2=async(glob,syntax,onNew)=>{
let files=0,[directories,special]=[[],[]];for(let entry of search.find(glob,exclusions,syntax)){let match2=classify(entry);match2.kind==="directory"?directories.
push(match2.path):match2.kind==="special"?special.push(match2.path):files++,match2.kind==="outside"&&strays.push(match2.path),match2.kind==="file"&&found.add(match2)&&
onNew?.(match2);let turned=turn();turned!==void 0&&await turned}return{files,directories,special}};return Object.assign(async glob=>{let asGlob=await read2(glob,
GLOB_SYNTAX),name=asName(glob);if(name===void 0)return asGlob;let named2=await read2(name,NAME_SYNTAX,({path})=>{asGlob.files>0&&report("notice",`${path} is nam\
ed exactly as the pattern ${glob} is written, and is taken, too.`)});return named2.files>0?{...named2,files:asGlob.files+named2.files}:asGlob},{named:async paths=>{
for(let path of paths){let below2=relativeTo(root,path);if(below2===void 0){strays.push(path);continue}let entry=search.pathOf(join2(root.real,below2));if(exclusions.
ignored(entry))continue;let match2=classify(entry.lstatSync()??entry);match2.kind==="special"?report("warning",notTaken(match2.path)):match2.kind==="outside"?strays.
push(match2.path):found.add({...match2,kind:"file"});let turned=turn();turned!==void 0&&await turned}},refuse:()=>{let outside=[...strays,...search.tooFar].sort();
if(outside.length>0)throw leadsOutside(outside,root);if(search.unreadable.size>0)throw unreadable(search.unreadable,root)}})}function unreadable(paths,root){let named=[
...paths].map(([path,code])=>`${relativeTo(root,path)||path} (${code})`).sort();return new UserError("unreadable-directory",`CSRs may be missing, because this c\
annot be read: ${listSome(named)}.`,{where:"csr-path",fix:"Give the user that the job runs as permission to read it, or exclude it with a pattern that starts wi\
th !."})}function createExclusions(relative2){let list=[...relative2].map(([pattern,below2])=>{let name=asName(below2),readings=compile(below2,()=>[new lt(withDescendants(
below2),GLOB_SYNTAX),...name===void 0?[]:[new lt(withDescendants(name),NAME_SYNTAX)]]);return{pattern,readings,isUsed:!1}}),isGit=createGitFilter(),isExcluded=(path,test)=>{
for(let exclusion of list)if(exclusion.readings.some(reading=>reading[test](path)))return exclusion.isUsed=!0,!0;return!1};return{ignored:path=>isGit(path)||isExcluded(
path,"ignored"),childrenIgnored:path=>isGit(path)||isExcluded(path,"childrenIgnored"),unused:()=>list.filter(({isUsed})=>!isUsed).map(({pattern})=>pattern)}}function withDescendants(pattern){
return[pattern,`${pattern.replace(/[/\\]+$/,"")}/**`]}function createGitFilter(){let lastParent,isBelowGit=!1;return path=>path.name.length===4&&path.name.toLowerCase()===
".git"&&path.relativePosix()!==""?!0:(path.parent!==lastParent&&(lastParent=path.parent,isBelowGit=lastParent!==void 0&&/(^|\/)\.git(\/|$)/i.test(lastParent.relativePosix())),
isBelowGit)}function createFoundFiles(onFile){let byRealPath=new Map,behindLinks=new Map,take=({path,absolutePath,realPath})=>{let file={path,absolutePath};byRealPath.set(realPath,
file),onFile?.(file)};return{add(match2){if(match2.absolutePath!==match2.realPath){let isNew=!behindLinks.has(match2.absolutePath);return isNew&&behindLinks.set(
match2.absolutePath,match2),isNew}return byRealPath.has(match2.realPath)?!1:(take(match2),!0)},has:realPath=>byRealPath.has(realPath),finish(){let again=[];for(let match2 of[
...behindLinks.values()].sort(byPath)){let first=byRealPath.get(match2.realPath);first===void 0?take(match2):again.push({path:first.path,also:match2.path})}return{
files:[...byRealPath.values()].sort(byPath),again}}}}function byPath(a,b){return a.path<b.path?-1:1}var TRIED_CHOICES=100;function explainPartly(glob,options){return[...emptyChoices(glob,options),...shallowGlobstar(glob,options)]}function emptyChoices(glob,{search,
place}){if(!/\{[^{}]*,/.test(glob))return[];let choices=search.choices(glob);return choices.length>TRIED_CHOICES?[]:choices.filter(choice=>place.first(choice)===
void 0).map(choice=>`Of the pattern ${glob}, the choice ${choice} matches nothing.`)}function shallowGlobstar(glob,{search,exclusions,found}){let meant=wholeGlobstars(
glob);if(meant===glob)return[];for(let entry of search.find(meant,exclusions))if(!(!entry.isFile()||found.has(entry.fullpath())))return[`The pattern ${glob} doe\
s not match ${entry.relativePosix()}: ** stands for directories only as the whole name between two /. Write ${meant} to take it.`];return[]}function describeSecondPaths(again){let pairs=again.map(({path,also})=>`${also} is the same file as ${path}`);return`${plural(again.length,"path")} lead${again.
length===1?"s":""} to a file that another path leads to; it is taken once: ${listSome(pairs)}.`}import{realpathSync as realpathSync2,statSync as statSync3}from"node:fs";import{join as join3,relative,resolve as resolve4,sep as sep2}from"node:path";function findUnfollowed(glob,{root,search,exclusions,found}){let segments=glob.split("/");if(!segments.includes("**"))return[];let base=resolve4(root.real,...segments.
slice(0,segments.findIndex(segment=>/[*?[{(]/.test(segment)))),last=segments.at(-1)??"**",coversAll=segments.indexOf("**")===segments.length-2&&base===resolve4(
root.real,...segments.slice(0,-2)),pattern=new lt([glob],GLOB_SYNTAX),behind=new Map,leftOut=link=>{let target=directoryBehind(link),below2=target===void 0?void 0:
relativeTo(root,target);if(target===void 0||below2===void 0||coversAll&&(target===base||target.startsWith(base+sep2)))return;let files=behind.get(target)??filesIn(
below2,last,search,exclusions);return behind.set(target,files),files.filter(file=>!found.has(file.fullpath())).map(file=>join3(link,relative(target,file.fullpath()))).
find(path=>pattern.ignored(search.pathOf(path))&&!exclusions.ignored(search.pathOf(path)))};return[...search.links].sort().flatMap(link=>{if(link!==base&&!link.
startsWith(base+sep2))return[];let example=leftOut(link);if(example===void 0)return[];let path=relativeTo(root,link);return`${path} is a link to a directory, wh\
ich ** does not follow, so that ${relativeTo(root,example)} is left out; add the pattern ${path}/**/${last} to take what is in it, or !${path} to exclude it.`})}
function filesIn(directory,name,search,exclusions){let start=directory===""?"":`${K(directory,GLOB_SYNTAX)}/`,glob=name==="**"?`${start}**`:`${start}**/${name}`;
return[...search.find(glob,exclusions)].filter(entry=>entry.isFile())}function directoryBehind(link){try{let target=realpathSync2.native(link);return statSync3(
target).isDirectory()?target:void 0}catch{return}}import{readdirSync,statSync as statSync4}from"node:fs";import{join as join4}from"node:path";function createPlace(root,search){let isGit=createGitFilter(),gitOnly={ignored:isGit,childrenIgnored:isGit},classify=createClassifier(root),firstOf=find2=>{try{
for(let entry of find2()){let{kind,path}=classify(entry);if(kind==="file")return path}}catch(error){if(!(error instanceof UserError))throw error}};return{first:pattern=>firstOf(
()=>search.find(pattern,gitOnly)),firstInAnyCase:pattern=>firstOf(()=>createSearch(root,{nocase:!0}).find(pattern,gitOnly)),firstByCodePoints:pattern=>firstOf(()=>createSearch(
root).find(pattern,gitOnly)),namesIn(directory){try{return readdirSync(join4(root.real,directory)).filter(name=>name.toLowerCase()!==".git")}catch{return[]}},isDirectory(path){
try{return statSync4(join4(root.real,path)).isDirectory()}catch{return!1}},textOf(path){let file=read(join4(root.real,path));return file instanceof Uint8Array?Buffer.
from(file).toString("utf8"):""}}}async function discover(options){let{patterns,named=[],workspace,report=()=>{},onFile}=options,root=resolveRoot(workspace),search=createSearch(root),place=createPlace(
root,search),all=patterns.map(parsePattern),relative2=new Map(all.map(pattern=>[pattern,below(pattern,{root,search,place})])),included=[...relative2].filter(([{
isExclusion}])=>!isExclusion),exclusions=createExclusions(new Map([...relative2].filter(([{isExclusion}])=>isExclusion))),found=createFoundFiles(onFile),collect=createCollector(
{root,search,exclusions,found,report});await collect.named(named);let unmatched=[];for(let[pattern,glob]of included){let{files:files2,directories,special}=await collect(
glob);if(files2===0&&unmatched.push({pattern,directories,special}),files2>0||pattern.isOptional)for(let path of special)report("warning",notTaken(path))}collect.
refuse();let{files,again}=found.finish();if(files.length===0)throw nothingFound(unmatched,patterns,root,place);again.length>0&&report("notice",describeSecondPaths(
again));for(let[pattern,glob]of included){for(let message of findUnfollowed(glob,{root,search,exclusions,found}))report("warning",message);if(!(pattern.isOptional||
unmatched.some(one=>one.pattern===pattern)))for(let message of explainPartly(glob,{search,place,exclusions,found}))report("warning",message)}return checkUnmatched(
unmatched,place,report),reportUnused(exclusions,place,report),files}function below(pattern,{root,search,place}){let relative2=toRelative(pattern.text,root);if(relative2===
void 0||!(pattern.isExclusion||search.isInside(relative2)))throw patternLeadsOutside(pattern,root,place);return relative2}function checkUnmatched(unmatched,place,report){
let wrong=[];for(let one of unmatched){let{text,isOptional}=one.pattern;isOptional||(one.directories.length===0&&place.first(text)!==void 0?report("warning",explainUnmatched(
one,place)):wrong.push(one))}if(wrong.length>0)throw someUnmatched(wrong,place)}function reportUnused(exclusions,place,report){for(let pattern of exclusions.unused()){
let{text,isOptional}=pattern;if(isOptional||place.first(text)!==void 0||place.first(`${text}/**`)!==void 0)continue;let level=nearMiss(text,place)===void 0&&!text.
startsWith("(")?"notice":"warning";report(level,explainUnmatched({pattern,directories:[],special:[]},place))}}import{Worker}from"node:worker_threads";function createWorkerPool(script){let started=[],runners=[];return{workers(count2){for(;runners.length<count2;){let worker=new Worker(
script);started.push(worker),runners.push(createRunner(worker))}return runners.slice(0,count2)},close(){for(let worker of started)worker.terminate()}}}function createRunner(worker){
let waiting=[],failure;worker.on("message",message=>{"done"in message?waiting[0]?.onDone?.(message.done):waiting.shift()?.resolve(message.answer)});let fail=error=>{
failure??=error;for(let{reject}of waiting.splice(0))reject(failure)};return worker.on("error",fail),worker.on("exit",code=>fail(new Error(`A thread that judges \
CSRs ended with code ${code}.`))),{run(task,onDone){return new Promise((resolve5,reject)=>{if(failure!==void 0){reject(failure);return}waiting.push({onDone,resolve:resolve5,
reject}),worker.postMessage(task)})}}}async function readBatch(options,readBeside,services){let pool=createWorkerPool(services.threads.script);try{let parallelism={pool,threads:services.threads.count},
{found,judging}=await find(options,services,parallelism),examination=await judgeAll(found,judging,{options,...await readBeside(),parallelism,services}),{again,...judged}=examination;
return again.length>0&&services.log.annotate("notice",describeSecondPaths(again),{title:"second-path"}),{files:found.length-again.length,...judged}}finally{pool.
close()}}async function find(options,{context,log},parallelism){let{policy,csrPath,csrFiles,maxCertificates}=options,expectsMany=maxCertificates>1e3,judging=startJudging(
{policy,parallelism,expectsMany}),found=await discover({patterns:csrPath,named:csrFiles,workspace:context.workspace,onFile:judging.add,report:(level,message)=>log.
annotate(level,message,{title:"files-left-out"})});if(found.length>maxCertificates)throw new UserError("too-many-files",`The patterns match ${count(found.length)}\
 files, and max-certificates allows ${count(maxCertificates)}.`,{where:"csr-path",fix:"Write patterns that match fewer files, or raise max-certificates."});return{
found,judging}}async function judgeAll(found,judging,{options,known,devices,parallelism,services:{log,clock,stop}}){log.info(`Validating ${plural(found.length,"\
file")}`);let progress=createProgress("Validated",found.length,clock.now,log),comparing;return examine(found,{policy:options.policy,known,devices,parallelism,judging,
signal:stop,onProgress:progress.update,onCompared:(done,of)=>{comparing??=createProgress("Compared",of,clock.now,log),comparing.update(done)}})}function rejections({
findings,rejected}){let errors=new Map;for(let finding2 of findings)finding2.severity==="error"&&!errors.has(finding2.path)&&errors.set(finding2.path,finding2);
return rejected.flatMap(path=>errors.get(path)??[])}import{realpath}from"node:fs/promises";var MAX_BYTES=100*1024*1024;async function readDevices({devices:path},workspace){if(path===void 0)return;let root=resolveRoot(workspace),name=relativeTo(root,path);
if(name===void 0||name==="")throw leadsOutside2(path,root.given);let real=await realPathOf(path,name),below2=relativeTo(root,real);if(below2===void 0||/^\.git(\/|$)/i.
test(below2))throw leadsOutside2(name,root.given);let bytes=await bytesOf(real,name),text=decode(bytes,name);if(isLfsPointer(text))throw new UserError("devices",
`${name} is a Git LFS pointer: the list itself was not checked out.`,{where:name,fix:LFS_FIX});let{parseDevices}=await import("./part-csv-parse.js");return parseDevices(
text,name)}function leadsOutside2(path,workspace){return new UserError("devices",`${path} leads out of the repository in ${workspace}.`,{where:"devices",fix:"Na\
me a file of the repository; a link in its place has to lead to one, too."})}async function realPathOf(path,name){try{return await realpath(path)}catch(error){let{
code}=error;throw code==="ENOENT"||code==="ENOTDIR"?missing(name):errorOf(notRead(name,error),"devices",name)}}async function bytesOf(real,name){let bytes;try{bytes=
await readRegularBytes(real,MAX_BYTES)}catch(error){throw errorOf(error,"devices",name)}if(bytes===void 0)throw missing(name);return bytes}function missing(name){
return new UserError("devices",`There is no file ${name}.`,{where:"devices",fix:"Check the path, which is relative to the root of the repository, and that a ste\
p before this one checks the file out."})}function decode(bytes,name){let[first,second]=bytes,encoding=first===255&&second===254?"utf-16le":first===254&&second===
255?"utf-16be":"utf-8",text="\0";try{text=new TextDecoder(encoding,{fatal:!0}).decode(bytes)}catch{}if(!text.includes("\0"))return text;throw new UserError("dev\
ices",`${name} is not in UTF-8.`,{where:name,fix:'Save it as "CSV UTF-8" (Excel), or in UTF-8.'})}function refuseUnknownColumns(uses,devices){if(devices===void 0)return;let wrong=joinErrors(columnUsers(uses).flatMap(user=>unknownColumn(user,devices)??[]));if(wrong!==
void 0)throw wrong}function refuseDevices(findings,nothing){let wrong=findings.filter(({severity,line})=>severity==="error"&&line!==void 0),[first]=wrong;if(first===void 0)return;
let lines=plural(wrong.length,"line");throw new UserError("invalid-devices",`The devices file has ${lines} with an error. ${first.message}${nothing}`,{where:`${first.
path}:${first.line}`,fix:first.fix})}function estimate(csrs,rate){if(csrs===0)return"";let perSecond=expectedRate(rate),seconds=Math.max(1,Math.round(csrs/perSecond)),shown=seconds<300?seconds:Math.
round(seconds/60)*60,time=duration(shown*1e3).replace(/ 0 (s|min)$/,"");return`${plural(csrs,"CSR")} at ${count(perSecond)}/s: about ${time}`}export{thingNamer,readKnownKeys,compareKeys,createWorkerPool,readBatch,rejections,readDevices,refuseUnknownColumns,refuseDevices,estimate};
