import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{ledgerPath}from"./part-stories-ledger-paths.js";import{readBundle}from"./part-delivery-bundle-read-bundle.js";import{PLAN_JSON,readBatchPlan}from"./part-records-batch-plan.js";
import{writeBundles}from"./part-delivery-bundle-write-bundles.js";import{bundleFiles}from"./part-delivery-bundle-c-header.js";import{refuseClashes}from"./part-delivery-refuse-clashes.js";import"./part-aws-data-endpoint.js";
import{beforeUse}from"./part-report-hand-over-summary.js";import{RESULT_WORDS,breakable,folded,longTable,reasonTable,table}from"./part-report-reason-table.js";import{EMPTY_LEDGER,
certificateOf,entryFor,joinLedgers,mergeLedger,readLedger,writeLedger}from"./part-records-ledger.js";import"./part-records-reach.js";import"./part-records-ledger-line.js";
import{annotateContradictions,annotateDuplicates}from"./part-report-annotations.js";import{checkPem}from"./part-records-read-certificate.js";import{onlyReport}from"./part-report-only-report.js";
import"./part-csr-parse-certificate-holder.js";import"./part-delivery-bundle-amazon-roots.js";import{shardOfKey}from"./part-validation-shard.js";import{NOT_REGISTERED,certificateIn,isUnregistered,
readManifest,writeManifest}from"./part-records-manifest.js";import{BUNDLE_FORMATS,bundleDirectory,bundlePaths,nameBundles}from"./part-naming-bundle-names.js";import{
readJournalFile}from"./part-records-journal.js";import{headline,said}from"./part-runner-failure-summary.js";import{JOURNAL_NAME,MANIFEST_JSON,MEMORY_NAME,directoriesOf,
foldName,refuseReserved}from"./part-naming-reserved-names.js";import"./part-valibot.js";import"./part-records-status.js";import"./part-naming-name-rules.js";import"./part-naming-names.js";
import"./part-lib-redact.js";import"./part-lib-network-words.js";import{certificateArn,isSamePlace}from"./part-aws-place.js";import{explain}from"./part-runner-log.js";
import"./part-lib-lfs-pointer.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-rules-subject-meant.js";import{groupBy}from"./part-lib-group-by.js";
import"./part-csr-rules-thing-name.js";import"./part-csr-parse-string-types.js";import{listSome}from"./part-csr-files-outside.js";import"./part-naming-template.js";import{errorOf,
notRead,readRegularFile}from"./part-lib-file-error.js";import{UserError}from"./part-lib-user-error.js";import{count,plural}from"./part-lib-words.js";import"./part-csr-weak-keys-published-keys.js";
import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";import"./part-csr-device-list.js";import"./part-lib-escape.js";import"./part-records-table-address.js";
import"./lib-empty-2.js";import{resolve}from"node:path";var FEW=5;function mergeSummary(story){let{entries,shards,gaps,duplicates,bundleless}=story,having=entries.filter(entry=>entry.certificateId!==null),without=entries.
filter(entry=>entry.certificateId===null),unregistered=entries.filter(isUnregistered),isWhole=[without,unregistered,gaps,duplicates,bundleless].every(({length})=>length===
0),verdict=[`${plural(having.length,"AWS IoT certificate")} of ${plural(shards,"shard")}`,...gaps.length===0?[]:[`${plural(gaps.length,"shard")} missing`],...without.
length===0?[]:[`${plural(without.length,"CSR")} without a certificate`],...unregistered.length===0?[]:[`${plural(unregistered.length,"device")} not registered`],
...duplicates.length===0?[]:[`${plural(duplicates.length,"key")} with two`],...bundleless.length===0?[]:[`${plural(bundleless.length,"device")} without a bundle`]];
return[headline(isWhole?"\u2705":"\u274C",verdict.join(", ")),nextStep(story,without.length+unregistered.length),listed("Missing shards",gaps.map(gap=>`- ${breakable(
gap)}`)),reasonTable("What failed",reasonsIn([...without,...unregistered],gaps),"",{things:"CSRs"}),listed("Duplicates: keys with more than one certificate",duplicates.
map(key=>`- ${breakable(key)}`)),listed("Devices without a bundle",bundleless.map(path=>`- ${breakable(path)}`)),counts(entries),places(story,having),without.length===
0?"":folded(`${plural(without.length,"CSR")} without a certificate`,listOf(without)),unregistered.length===0?"":folded(`${plural(unregistered.length,"device")} \
not registered`,listOf(unregistered))].filter(part=>part!=="").join(`
`)}function nextStep({gaps,duplicates,bundleless},left){let sentences=[];return left+gaps.length+bundleless.length>0&&sentences.push('Press "Re-run failed jobs"\
 and merge again: what has its certificate is not issued again.'),duplicates.length>0&&sentences.push("Revoke in AWS IoT all but the certificate that the device\
 has."),sentences.length===0?"":`**Next:** ${sentences.map(sentence=>said(sentence)).join(" ")}
`}function listed(title,lines){if(lines.length===0)return"";let rest=lines.slice(FEW,MOST),more=lines.length>MOST?`
\u2026 and ${count(lines.length-MOST)} more`:"",others=rest.length===0?"":`
${folded(`${count(lines.length-FEW)} more`,`${rest.join(`
`)}${more}`)}`;return`### ${title}

${lines.slice(0,FEW).join(`
`)}
${others}`}var MOST=256;function reasonsIn(left,gaps){let others=left.filter(({reason})=>!gaps.some(gap=>reason&&gap.startsWith(reason.replace(/\.$/,""))));return[
...groupBy(others,entry=>`${wordOf(entry)}
${entry.reason}`).values()].flatMap(group=>{let[first]=group;if(first===void 0)return[];let names=group.slice(0,3).map(({csrPath})=>csrPath);return[{label:wordOf(
first),count:group.length,why:first.reason??"",fix:"",names}]}).sort((a,b)=>b.count-a.count)}function wordOf({result,registration}){return registration==="confl\
ict"?"conflict":registration==="incomplete"?"not registered":RESULT_WORDS[result]??result}function counts(entries){let results=["created","reused","rejected","f\
ailed","in-doubt","not-attempted"],columns=["Created","Reused","Rejected","Failed","Unresolved","Not attempted"],numbers=results.map(one=>entries.filter(({result})=>result===
one).length);if(entries.some(({registration})=>registration!==null)){columns.push("Registered","Not registered");let unregistered=entries.filter(isUnregistered).
length;numbers.push(entries.filter(({registration})=>registration!==null).length-unregistered,unregistered)}return table(columns,[numbers.map(count)])}function places({
target,ledger},having){if(having.length===0)return"";let[{account,region}={account:null,region:null}]=having,place=account===null||region===null?void 0:{account,
region},inactive=having.filter(({status})=>status==="INACTIVE").length;return[`### Where the certificates are
`,`- Directory ${breakable(target)}, with manifest.json and manifest.csv`,...ledger===void 0?[]:[`- Ledger ${breakable(ledger)}`],...place===void 0?[]:[`- AWS a\
ccount ${said(place.account)} in ${said(place.region)}`],"",...beforeUse(having.length,inactive,place,having.some(({registration})=>registration!==null))].join(
`
`)}function listOf(left){return longTable(["CSR","Result","Why"],left,entry=>[breakable(entry.csrPath),said(wordOf(entry)),breakable(entry.reason??"",100)])}import{join as join4}from"node:path";async function judgeParts(parts,memory,known,place,ask){let own=new Set([...parts.taken.map(claimOf).map(nameOf),...known.entries.map(nameOfEntry)]),remembered=memory.
entries.filter(entry=>isSamePlace(entry,place)&&!own.has(nameOfEntry(entry))),claims={handedOver:parts.taken.map(claimOf),remembered:remembered.map(claimOfEntry)},
answers=claims.handedOver.length+claims.remembered.length>0?await ask?.(claims):void 0,judged=parts.taken.map((one,index)=>judge(one,answers?.handedOver[index])),
taken=judged.flatMap(one=>"taken"in one?[one.taken]:[]),contradictions=[...judged.flatMap(one=>"contradiction"in one?[one.contradiction]:[]),...claims.remembered.
flatMap((claim,index)=>{let verdict=answers?.remembered[index];return verdict?.verdict==="false"?[contradiction(claim,verdict.reason)]:[]})],lost=new Set(contradictions.
map(({csr,certificateId})=>`${certificateId} ${csr.spkiSha256}`)),statuses=new Map(remembered.flatMap((entry,index)=>{let verdict=answers?.remembered[index];return verdict?.
verdict==="unusable"?[[entry,verdict.status]]:[]})),believed=memory.entries.filter(entry=>!isSamePlace(entry,place)||!lost.has(nameOfEntry(entry))).map(entry=>({
...entry,status:statuses.get(entry)??entry.status})),issued=judged.flatMap(one=>"recorded"in one?[entryOf(one.recorded,place,one.status)]:[]);return{taken,entries:entriesOf(
parts.without,judged),ledger:mergeLedger({...memory,entries:believed},issued),contradictions}}function judge(taken,verdict){let{entry,certificate}=taken,counts2=one=>({
taken:one,recorded:one,status:one.certificate.status??null}),refuse=reason=>({refused:refusedEntry(entry,reason),contradiction:contradiction(claimOf(taken),reason)});
if(verdict===void 0)return counts2(taken);if(verdict.verdict==="false")return refuse(verdict.reason);let now=verdict.verdict==="true"?verdict.certificate.status:
verdict.status,isDisabled=now==="INACTIVE"&&certificate.status==="ACTIVE";if(verdict.verdict==="unusable"||isDisabled)return{...refuse(`it is ${now} in the acco\
unt`),recorded:taken,status:now};let{status,issuedAt}=verdict.certificate;return counts2({...taken,certificate:{...certificate,status,issuedAt},entry:{...entry,
status,issuedAt:issuedAt??null}})}function entriesOf(without,judged){let entries=new Map;for(let entry of without)entries.has(entry.csrPath)||entries.set(entry.
csrPath,entry);for(let one of judged)"refused"in one&&entries.set(one.refused.csrPath,one.refused);for(let one of judged)"taken"in one&&entries.set(one.taken.entry.
csrPath,one.taken.entry);return entries}function refusedEntry(entry,reason){return{...entry,result:"failed",account:null,region:null,certificateId:null,certificateArn:null,
status:null,file:null,secret:null,issuedAt:null,runId:null,runAttempt:null,commit:null,...NOT_REGISTERED,reason:`record-contradicted: A shard names the certific\
ate ${entry.certificateId}, and ${reason}.`}}function entryOf({entry,spkiSha256,certificate},place,status){let csr={spkiSha256,csrSha256:entry.csrSha256,path:entry.
csrPath};return{...entryFor(csr,certificate,place),status}}function contradiction({path,spkiSha256,certificate},reason){return{csr:{path,spkiSha256},certificateId:certificate.
id,reason}}function claimOf({entry,spkiSha256,certificate}){return{path:entry.csrPath,spkiSha256,certificate}}function claimOfEntry(entry){let{csrPath,spkiSha256}=entry;
return{path:csrPath??spkiSha256,spkiSha256,certificate:certificateOf(entry)}}function nameOf({spkiSha256,certificate}){return`${certificate.id} ${spkiSha256}`}function nameOfEntry({
certificateId,spkiSha256}){return`${certificateId} ${spkiSha256}`}import{readdir}from"node:fs/promises";import{join}from"node:path";async function readShardParts(from){let directories=(await Promise.all(from.map(withRecords))).flat(),parts=(await Promise.all(directories.map(readPart))).flat(),
plans=(await Promise.all(directories.map(readBatchPlan))).flatMap(plan=>plan??[]);if(plans.length>1)throw wrongShards(from.join(", "),`There are ${plans.length}\
 files ${PLAN_JSON} in these directories.`);let ledgers=await Promise.all(directories.map(directory=>readLedger(join(directory,MEMORY_NAME))));return{parts,plan:plans[0],
ledger:ledgers.reduce(joinLedgers,EMPTY_LEDGER)}}async function readPart(directory){let manifest=await readManifest(directory);if(manifest!==void 0)return[{directory,
manifest}];let journal=await readJournalFile(join(directory,JOURNAL_NAME)),{place}=journal;return place===void 0?[]:[{directory,manifest,journal:{...journal,place}}]}
var RECORDS=new Set([MANIFEST_JSON,JOURNAL_NAME,PLAN_JSON,MEMORY_NAME]);async function withRecords(directory){try{let found=await readdir(directory,{withFileTypes:!0}),
own=found.filter(entry=>RECORDS.has(entry.name)).map(({name})=>name);if(own.includes(MANIFEST_JSON)||own.includes(JOURNAL_NAME))return[directory];let below=found.
filter(entry=>entry.isDirectory()).map(({name})=>join(directory,name)),having=await Promise.all(below.map(async path=>(await readdir(path)).some(name=>RECORDS.has(
name))?[path]:[]));return[...own.length>0?[directory]:[],...having.flat().sort()]}catch(error){throw errorOf(notRead(directory,error),"merge",directory)}}function wrongShards(where,message){
return new UserError("merge",message,{where,fix:"Download the artifacts of the shards again; the certificates are in the account and in the ledger, too."})}function refuseForeignShards({parts,plan}){let shards=parts.flatMap(part=>part.manifest?.shard?[{directory:part.directory,manifest:part.manifest,shard:part.manifest.
shard}]:[]),of=plan?.of??shards[0]?.shard.of;if(of===void 0)return;let planned=plan&&new Set(plan.csrs.map(({spkiSha256})=>spkiSha256)),seen=new Map;for(let part of parts){
if(part.manifest===void 0)continue;let shard=part.manifest.shard??(of===1?{index:1,of}:null);if(shard===null||shard.of!==of){let what=shard===null?"no shard":`s\
hard ${nameOf2(shard)}`;throw wrongShards(part.directory,`It is ${what}, and the others are ${of} shards.`)}let before=seen.get(shard.index);if(before!==void 0&&
!isLaterAttempt(before.manifest,part.manifest))throw wrongShards(part.directory,`Shard ${nameOf2(shard)} is here twice, also in ${before.directory}.`);seen.set(
shard.index,{directory:part.directory,manifest:part.manifest}),refuseForeignKeys(part,part.manifest,shard,planned)}return of}function refuseForeignKeys({directory},{
certificates},shard,planned){for(let{spkiSha256,csrPath}of certificates)if(spkiSha256!==null){if(shardOfKey(spkiSha256,shard)!==shard.index)throw wrongShards(directory,
`The key of ${csrPath} is not of shard ${nameOf2(shard)}.`);if(planned?.has(spkiSha256)===!1)throw wrongShards(directory,`${csrPath} is not in the plan.`)}}function isLaterAttempt(one,other){
return one.runId!==null&&one.runId===other.runId&&one.runAttempt!==other.runAttempt}function findMissingShards({parts,plan},of,entries){let finished=new Set(parts.
flatMap(({manifest})=>manifest?.shard?.index??(of===1&&manifest?[1]:[]))),begun=new Set;for(let part of parts)if(part.manifest===void 0)for(let spki of[...part.
journal.certificates.keys(),...part.journal.inDoubt.keys()])begun.add(shardOfKey(spki,{of}));let missing=[],without=Array.from({length:of+1},()=>[]),added=[];for(let{
csrPath,spkiSha256}of plan?.csrs??[]){let index=shardOfKey(spkiSha256,{of}),entry=entries.get(csrPath);if(entry===void 0){let why=finished.has(index)?"does not \
mention it":"handed nothing over";added.push(notAttempted(csrPath,spkiSha256,`Shard ${index}/${of} ${why}.`))}(entry?.certificateId??null)===null&&without[index]?.
push(csrPath)}for(let index=1;index<=of;index++){if(finished.has(index))continue;let csrs=plan===void 0?void 0:without[index]??[];missing.push({index,csrs,wasBegun:begun.
has(index)})}return{missing,entries:added}}function notAttempted(csrPath,spkiSha256,reason){return{csrPath,csrSha256:null,spkiSha256,commonName:null,key:null,result:"\
not-attempted",account:null,region:null,certificateId:null,certificateArn:null,status:null,file:null,secret:null,issuedAt:null,runId:null,runAttempt:null,commit:null,
reason,...NOT_REGISTERED}}var NAMED=5;function describeMissing({index,csrs,wasBegun},of){let what=wasBegun?"was ended before it was finished":"handed nothing ov\
er: it never ran, or its machine is gone";if(csrs===void 0)return`Shard ${index}/${of} ${what}. No plan.json says which CSRs it has.`;if(csrs.length===0)return`\
Shard ${index}/${of} ${what}. All of its CSRs have a certificate.`;let names=`${csrs.slice(0,NAMED).join(", ")}${csrs.length>NAMED?` and ${count(csrs.length-NAMED)}\
 more`:""}`;return`Shard ${index}/${of} ${what}. Without a certificate: ${plural(csrs.length,"CSR")} (${names}).`}function nameOf2({index,of}){return`${index}/${of}`}import{join as join2}from"node:path";async function takeBundles(taken,archives,place){let byPath=new Map(taken.map(one=>[one.entry.csrPath,one])),stored=new Map;for(let one of taken){if(byPath.get(
one.entry.csrPath)?.certificate.id!==one.certificate.id)continue;let bundle=await readTaken(one,place);bundle!==void 0&&stored.set(one.entry.csrPath,bundle)}if(stored.
size===0&&!(archives&&taken.length>0))return;let having=[...byPath.values()].flatMap(one=>{let bundle=stored.get(one.entry.csrPath);return bundle===void 0?[]:[{
...one,bundle}]}),names=namesOf(having,archives);return{placed:having.map(({entry,way,certificate,bundle:{device,formats}})=>{let archive=names.archives?.get(entry.
csrPath),files=async()=>bundleFiles(device,certificate.pem,formats);return{directory:bundleDirectory(way),archive,files}}),archives:names.archives&&new Set(names.
archives.values()).size,without:[...byPath.keys()].filter(path=>!stored.has(path)),paths:{[Symbol.iterator]:()=>bundlePaths(names,byPath.keys())}}}async function readTaken({
way,directory,certificate},{region}){if(!way.endsWith(".pem"))return;let own=join2(directory,bundleDirectory(way));try{let bundle=await readBundle(own,{certificateId:certificate.
id,region,pem:certificate.pem});if(bundle!==void 0&&"problem"in bundle)throw wrongShards(own,`This is no bundle: ${bundle.problem}.`);return bundle}catch(error){
throw errorOf(error,"merge",own)}}function namesOf(having,archives){let files=new Map(having.map(({entry,way})=>[entry.csrPath,way])),csrs=[...files.keys()].map(
path=>({path})),formats=BUNDLE_FORMATS.filter(format=>having.some(({bundle})=>bundle.formats.includes(format))),names=nameBundles(csrs,files,{formats,archives,forArtifact:!1}),
[finding]=names.findings;if(finding!==void 0)throw wrongShards(finding.path,finding.message);return names}import{isAbsolute,join as join3,normalize,sep}from"node:path";async function takeParts(parts,to,place){let claim=createClaims(),taken=[],without=[],add=async(directory,entry,pem)=>{let certificate=certificateIn(entry,place);
if(certificate===void 0){without.push(entry);return}let{spkiSha256,csrPath}=entry;if(spkiSha256===null)throw wrongShards(directory,`Its manifest names no key fo\
r ${csrPath}.`);let way=wayOf(entry,directory);claim(way,directory,csrPath);let read=await readCertificate({from:directory,to,way,pem},csrPath,spkiSha256,certificate);
taken.push({entry,spkiSha256,directory,way,...read})};for(let{directory,...part}of parts){if(part.manifest!==void 0){for(let entry of part.manifest.certificates)
await add(directory,entry);continue}let{certificates,inDoubt}=part.journal;for(let record of certificates.values())await add(directory,journalEntry(record,place),
record.certificate.pem);for(let{csr}of inDoubt.values())await add(directory,doubtfulEntry(csr))}return{taken,without}}var MAX_PEM_BYTES=1048576,UNKNOWN={commonName:null,
key:null,secret:null,...NOT_REGISTERED};function journalEntry({spki,csr,path,file,certificate},place){let{id,status,issuedAt,origin}=certificate;return{...UNKNOWN,
csrPath:path,csrSha256:csr,spkiSha256:spki,result:"created",account:place.account,region:place.region,certificateId:id,certificateArn:certificateArn(place,id),file,
status:status??null,issuedAt:issuedAt??null,runId:origin?.runId??null,reason:null,runAttempt:origin?.runAttempt??null,commit:origin?.commit??null}}function doubtfulEntry({
path,csrSha256,spkiSha256}){return{...UNKNOWN,csrPath:path,csrSha256,spkiSha256,result:"in-doubt",account:null,region:null,certificateId:null,certificateArn:null,
file:null,status:null,issuedAt:null,runId:null,runAttempt:null,commit:null,reason:"Its shard was ended before AWS answered; the next attempt looks for the certi\
ficate."}}function wayOf({file,csrPath},from){let way=normalize(file??"").replaceAll(sep,"/"),isOutside=isAbsolute(way)||/^\.{0,2}(\/|$)/.test(way);if(file===null||
file===""||isOutside||refuseReserved(way)!==void 0)throw wrongShards(from,`Its manifest names no file for ${csrPath} that may be in the output directory.`);return way}
function createClaims(){let files=new Map,directories=new Map;return(way,from,csrPath)=>{let place=foldName(way),above=directoriesOf(place),owner=(files.get(place)===
csrPath?void 0:files.get(place))??directories.get(place)??above.map(one=>files.get(one)).find(one=>one!==void 0);if(owner!==void 0)throw wrongShards(from,`The c\
ertificates of ${owner} and ${csrPath} would both be ${way}.`);files.set(place,csrPath);for(let directory of above)directories.set(directory,csrPath)}}async function readCertificate(places2,csrPath,spkiSha256,certificate){
let{from,to,way}=places2,source=join3(from,way),pem;try{let text=places2.pem??await readRegularFile(source,MAX_PEM_BYTES);if(text===void 0)throw wrongShards(source,
`The certificate of ${csrPath} does not exist.`);pem=text}catch(error){throw errorOf(error,"merge",source)}let checked=checkPem(pem);if(checked?.spkiSha256!==spkiSha256)
throw wrongShards(source,`This is not the certificate of ${csrPath}.`);if(checked.id!==certificate.id)throw wrongShards(source,`This is not the certificate ${certificate.
id}.`);let isThere=source===join3(to,way)&&places2.pem===void 0&&pem===checked.pem;return{certificate:{...certificate,pem:checked.pem},isThere}}async function mergeShards(files,from,to,ledger,bundleArchives,account){let found=await readShardParts(from),of=refuseForeignShards(found),{repository,...place}=aboutOf(
found.parts,from),certificates=found.parts.flatMap(part=>filesOf(part,place));refuseClashes({...NO_OTHERS,outputDirectory:to,ledger,certificates,bundles:[]});let known=await readLedger(
ledger),target=files.below(to),parts=await takeParts(found.parts,to,place),ask=account&&(claims=>account(claims,place)),judged=await judgeParts(parts,found.ledger,
known,place,ask),bundles=await takeBundles(judged.taken,bundleArchives,place);refuseClashes({...NO_OTHERS,outputDirectory:to,ledger,certificates:[],bundles:bundles?.
paths??[]});for(let{way,certificate,isThere}of judged.taken)isThere||await target.write(join4(to,way),certificate.pem);await writeBundles(bundles?.placed??[],to,
target);let report=of===void 0?{missing:[],entries:[]}:findMissingShards(found,of,judged.entries),all=joinLedgers(known,judged.ledger);ledger!==void 0&&await writeLedger(
files,ledger,all);let entries=[...judged.entries.values(),...report.entries].sort((a,b)=>a.csrPath<b.csrPath?-1:1),about={repository,...place,shard:null,runId:null,
runAttempt:null};return{files:await writeManifest(target,to,{...about,certificates:entries}),entries,shards:found.parts.filter(part=>part.manifest!==void 0).length,
of,missing:report.missing,place,ledger:all,duplicates:duplicatesOf(judged.taken),contradictions:judged.contradictions,bundles}}function aboutOf(parts,from){let[
first]=parts;if(first===void 0)throw new UserError("merge","There is no manifest.json and no journal.jsonl in these directories, nor directly below them.",{where:from.
join(", "),fix:"Name the output directories of the shards, or the directory that their artifacts were downloaded to."});let{account,region}=placeOf(first);for(let part of parts){
let other=placeOf(part);if(!isSamePlace(other,{account,region}))throw wrongShards(part.directory,`It is of account ${other.account} in ${other.region}, not ${account}\
 in ${region}.`)}let repositories=new Map(parts.flatMap(({manifest,directory})=>manifest?.repository?[[manifest.repository,directory]]:[])),[[repository]=[null],
second]=repositories;if(second!==void 0)throw wrongShards(second[1]??"",`It is of the repository ${second[0]}, not ${repository}.`);return{account,region,repository:repository??
null}}var NO_OTHERS={sources:[],sarifPath:void 0,report:void 0};function filesOf(part,place){let{directory,manifest}=part;return manifest===void 0?[...part.journal.
certificates.values()].map(({file})=>file):manifest.certificates.flatMap(({csrPath,certificateId,account,region,file})=>{if(certificateId===null||account===null||
region===null)return[];if(!isSamePlace({account,region},place))throw wrongShards(directory,`The certificate of ${csrPath} is of account ${account} in ${region}.`);
return file??[]})}function placeOf(part){return part.manifest??part.journal.place}function duplicatesOf(taken){let idsByKey=new Map;for(let{spkiSha256,certificate}of taken)
idsByKey.set(spkiSha256,(idsByKey.get(spkiSha256)??new Set).add(certificate.id));return[...idsByKey].filter(([,ids])=>ids.size>1).map(([key])=>key)}async function mergeCommand(directories,target,ledger,bundleArchives,services,account){let{log,commands,context,files}=services,at=path=>resolve(context.workspace,
path);log.stage("Merge the shards");let ledgerFile=ledger&&ledgerPath(ledger,context.workspace),merged=await mergeAndSearch(ask=>mergeShards(files,directories.map(
at),at(target),ledgerFile,bundleArchives,ask),account,services),having=merged.entries.filter(entry=>entry.certificateId!==null),without=merged.entries.filter(entry=>entry.
certificateId===null),missingCount=without.length+merged.missing.filter(({csrs})=>csrs===void 0).length,gaps=merged.missing.map(shard=>describeMissing(shard,merged.
of??1));annotateContradictions(merged.contradictions,log),log.endStage();let bundleless=merged.bundles?.without??[],summary={...merged,gaps,bundleless,target:at(
target),ledger:ledgerFile};await onlyReport("The job summary",log,()=>commands.appendSummary(mergeSummary(summary)));let outputs={"certificate-count":String(having.
length),"missing-count":String(missingCount),"certificates-path":at(target),"manifest-path":merged.files.json};if(await onlyReport("The outputs",log,()=>{for(let[
name,value]of Object.entries(outputs))commands.setOutput(name,value)}),merged.duplicates.length>0){let keys=merged.duplicates.slice(0,10).join(", ");log.annotate(
"error",`These keys have more than one certificate: ${keys}. All of them are in the ledger.`,{title:"duplicate-certificate"})}for(let gap of gaps)log.annotate("\
error",gap,{title:"shard-missing"});if(without.length>0){let[example]=without,error=new UserError("incomplete",`${plural(without.length,"CSR")} got no certifica\
te. ${example?.reason}`,{where:listSome(without.map(({csrPath})=>csrPath)),fix:"Re-run the failed shards and merge again: CSRs that have their certificate are n\
ot issued twice."});log.annotate("error",explain(error),{title:error.code})}let unregistered=merged.entries.filter(isUnregistered);unregistered.length>0&&log.annotate(
"error",explain(notRegistered(unregistered)),{title:NOT_REGISTERED2}),bundleless.length>0&&annotateWithoutBundle(bundleless,log);let lacks=[...without.length===
0?[]:[`${plural(without.length,"CSR")} without one`],...unregistered.length===0?[]:[`${plural(unregistered.length,"device")} not registered`],...gaps.length===0?
[]:[`${plural(gaps.length,"shard")} missing`],...bundleless.length===0?[]:[`${plural(bundleless.length,"device")} without a bundle`]],what=`${plural(having.length,
"certificate")} of ${plural(merged.shards,"shard")}`;return log.info(`${[what,...lacks].join(", ")}. The certificates are in ${at(target)}`),[without,unregistered,
merged.missing,merged.duplicates,bundleless].every(({length})=>length===0)}var NOT_REGISTERED2="registration-incomplete";function notRegistered(entries){let[example]=entries;
return new UserError(NOT_REGISTERED2,`${plural(entries.length,"device")} with a certificate ${entries.length===1?"is":"are"} not registered. ${example?.reason??
""}`,{where:listSome(entries.map(({csrPath})=>csrPath)),fix:"Do what the jobs of the shards say, re-run them and merge again: what is registered is found as it \
is."})}function annotateWithoutBundle(devices,log){let error=new UserError("bundle-missing",`${plural(devices.length,"certificate")} came without a bundle.`,{where:listSome(
devices),fix:"Set `bundle: true` in every shard, re-run those that ended early, and merge again: nothing is issued twice."});log.annotate("error",explain(error),
{title:error.code})}async function mergeAndSearch(merge,options,services){if(options===void 0)return merge();let{log}=services,account;try{let merged=await merge(
async(claims,place)=>{let{openBatchAccount}=await import("./part-stories-batch-account.js");account=await openBatchAccount(place,options,services);let{confirmShards}=await import("./part-issuance-confirm-claims.js");
return confirmShards(claims,account.access)});if(account!==void 0){let{nameSeconds}=await import("./part-stories-name-seconds.js");annotateDuplicates(await nameSeconds(
merged,account.access,log),log)}return merged}finally{account?.close()}}export{mergeCommand};
