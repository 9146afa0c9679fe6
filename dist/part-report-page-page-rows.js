import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{findSecondCertificates}from"./part-issuance-second-certificates.js";import{refuseClashes}from"./part-delivery-refuse-clashes.js";import{NO_EARLIER,artifactNameOf,completeLines,
fromEarlierAttempts,noteWait,openDirectory,originOf,prepareArtifact,readArtifacts,resolve,surveyNameOf,uploadArtifact,waitFor}from"./part-lib-zip-file.js";import{
LISTING_LAG_MS,MARGIN_MS,SETTLED_MS,createSweeper}from"./part-issuance-search.js";import{isDataEndpoint}from"./part-aws-data-endpoint.js";import{ACTIONS,DONE_RESULTS,
LEFT_RESULTS,RESULTS,countOf,openIn,registryParts,registryTitle,retirementsWith,sharedRights,slowestOperation,uncheckedFact,unregisteredOf}from"./part-report-registry-facts.js";
import{compareKeys,createWorkerPool,estimate,readBatch,readDevices,readKnownKeys,refuseDevices,refuseUnknownColumns,rejections,thingNamer}from"./part-csr-files-near-misses.js";
import{recordRevocations,revokedIn}from"./part-stories-record-revocations.js";import{recordRetirements}from"./part-records-ledger-life.js";import{confirmHeld,openRevocationLedger}from"./part-revocation-confirm-held.js";
import{confirm}from"./part-issuance-confirm.js";import{createListing}from"./part-issuance-listing.js";import{certificateLink,certificateList,duplicateList,whereCertificatesAre,
withoutList}from"./part-report-hand-over-summary.js";import{RESULT_WORDS,breakable,cell,findingTable,folded,link,longTable,prose,reasonTable,reasonsOf,reasonsOfRules,ruleCell,
table,unbreakable}from"./part-report-reason-table.js";import{EMPTY_LEDGER,certificateOf,entryFor,extendLedger,joinLedgers,readLedger,registeredIn,writeLedger}from"./part-records-ledger.js";
import{isAhead,spanOf}from"./part-records-reach.js";import{mergeCertificates,partitionKeyOf}from"./part-records-table-item.js";import{writeSarif}from"./part-report-sarif.js";
import{annotateContradictions,annotateDisabled,annotateDuplicates,annotateFindings,annotateKeptStatuses}from"./part-report-annotations.js";import{check,checkPem}from"./part-records-read-certificate.js";
import{onlyReport,placeOf}from"./part-report-only-report.js";import{cutCertificate,readHolder}from"./part-csr-parse-certificate-holder.js";import{createPacers}from"./part-issuance-pacers.js";
import{withGrace}from"./part-lib-grace.js";import{pacerMode,shareOf}from"./part-issuance-request-rate.js";import{bundleNames,bundleValue,entryBytes,indexValue,pack}from"./part-naming-secret-bundle.js";
import{createProgress}from"./part-runner-progress.js";import{readAnswer}from"./part-github-answer.js";import{newStory}from"./part-report-story.js";import{adopted,
readWholeTable}from"./part-records-table-whole-table.js";import{createPolicyReader}from"./part-registration-policy-reader.js";import{forEach}from"./part-lib-for-each.js";import{NOT_FOUND,
callRegistry,principalsOf,thingsOf}from"./part-registration-registry-calls.js";import{awsCodeOf,callUntilAnswered,deleteCertificate,describeIfThere,listPage,setStatus}from"./part-issuance-iot-access.js";
import{adviceOn}from"./part-aws-advice.js";import{retry}from"./part-lib-retry.js";import{untilAborted}from"./part-lib-until-aborted.js";import{NOT_AWS,
isSessionRefusal}from"./part-aws-answers.js";import{createRegistryPacers}from"./part-registration-registry-pacers.js";import{createPacer}from"./part-issuance-pacer-bucket-pace.js";
import{isInTime,needsRecords,refuseForks,secretNames,thingNames,thingsIn,timesIn}from"./part-runner-event.js";import{columnsOfDevices}from"./part-naming-device-columns.js";
import{WHOLE,shardOf}from"./part-validation-shard.js";import{NOT_REGISTERED,certificateIn,entryOf,readManifest,refuseForeignTable,rejectedEntry,writeManifest}from"./part-records-manifest.js";
import{bundlePaths,certificateFiles,nameBundles}from"./part-naming-bundle-names.js";import{deliveredElsewhere,isManifestOfJob,journalPath,openJournal}from"./part-records-journal.js";
import{bugOf,failureLines,failureTitle,headline,said}from"./part-runner-failure-summary.js";import{JOURNAL_NAME,MANIFEST_CSV,MANIFEST_JSON,MEMORY_NAME,REPORT_HTML}from"./part-naming-reserved-names.js";
import{DELETED,isActivation,isUsable as isUsable2,withdrawnAs}from"./part-records-status.js";import{describeRule}from"./part-naming-name-rules.js";import{answerText}from"./part-lib-redact.js";
import{certificateArn,consolePages,isSamePlace,partitionOf}from"./part-aws-place.js";import{onAbort}from"./part-lib-on-abort.js";import{annotateFailure,
explain,placed}from"./part-runner-log.js";import{createTurns,csrIn,decode,rsaNumbers}from"./part-csr-parse-text-kinds.js";import{findPemBlocks}from"./part-csr-parse-pem.js";
import{canonicalPem,publicKeyKnown,read}from"./part-csr-rules-subject-meant.js";import{groupBy}from"./part-lib-group-by.js";import{MANY_KEYS_RULES,SINGLE_KEY_RULES,createPathMatcher,
readIds}from"./part-revocation-id-lists.js";import{relativeTo,resolveRoot}from"./part-glob.js";import{renderTemplate}from"./part-naming-template.js";import{
errorOf,notAFile,notRead,readRegularFile,whyNotWritten}from"./part-lib-file-error.js";import{UserError,joinErrors}from"./part-lib-user-error.js";import{count,
duration,plural}from"./part-lib-words.js";import{isUsable}from"./part-csr-parse-key.js";import{DerError}from"./part-csr-parse-der.js";import{shorten}from"./part-lib-escape.js";
import{addressText}from"./part-records-table-address.js";import{join as join2}from"node:path";var TRIES=4,TIMEOUT_MS=1e4,FIRST_WAIT_MS=1e3,MAX_BYTES=1024*1024;async function getRunStart({context,network},token,waiting){let{apiUrl,repository,runId}=context,
url=`${apiUrl}/repos/${repository}/actions/runs/${runId}`;try{return await retry(()=>readStart(url,token,network,waiting.signal),{...waiting,tries:TRIES,firstWaitMs:FIRST_WAIT_MS,
mayPass:error=>!(error instanceof FinalAnswer)})}catch(error){waiting.signal?.throwIfAborted();let problem=error instanceof Error?error.message:String(error);throw new UserError(
"run-start",`GitHub does not say when this workflow run began (${answerText(problem)}), so it is not known what its earlier attempts have issued.`,{where:"githu\
b-token",fix:"Add `actions: read` to the permissions of the job, or set `reconcile: since=<time the first attempt began>`."})}}var FinalAnswer=class extends Error{};
async function readStart(url,token,network,signal){let answer=await network.request(url,{headers:{authorization:`Bearer ${token}`,accept:"application/vnd.github\
+json"},timeoutMs:TIMEOUT_MS,maxBytes:MAX_BYTES,signal}),{status,fields,reason}=readAnswer(answer),time=Date.parse(String(fields?.created_at));if(status===200&&
!Number.isNaN(time))return time;throw status<500&&status!==429?new FinalAnswer(reason):new Error(reason)}async function keysOfOtherShards({artifactName,shard},services,token,about){let others=Array.from({length:shard.of},(_,n)=>n+1).filter(index=>index!==shard.index).
map(index=>artifactNameOf({artifactName,shard:{index,of:shard.of}})),isOther=name=>others.some(other=>name===other||name.startsWith(`${other}-attempt-`)),keys=new Map;
for await(let{content}of readArtifacts(isOther,services,token,about)){for(let{spkiSha256,certificate}of content?.certificates??[])keys.set(certificate.id,spkiSha256);
for(let[id,spkiSha256]of content?.journal.seen??[])keys.set(id,spkiSha256)}return keys}function chooseSearch(facts2){let{reconcile,known,earliest,isSurveyed,isShared,reissue,isRerun}=facts2;switch(reconcile.when){case"never":return{scope:"never"};case"\
since":return{scope:"since",time:Math.min(reconcile.since,known?.until??Number.POSITIVE_INFINITY),mayBeLate:!0,always:!0,isPartial:!1};case"always":return{scope:"\
since",time:0,mayBeLate:!0,always:!0,isPartial:!1};case"auto":return isShared?{scope:"unresolved"}:reissue?isRerun?{scope:"since-run-start"}:{scope:"unresolved"}:
isSurveyed&&!isRerun?{scope:"unresolved"}:{scope:"since",time:known?.until??earliest,mayBeLate:isRerun,always:!1,isPartial:!1}}}function searchSinceRunStart(time){
return{scope:"since",time,mayBeLate:!0,always:!1,isPartial:!0}}var MAX_RUNS=30,TIMEOUT_MS2=3e4,MAX_BYTES2=4*1024*1024,OF_THE_BRANCH=new Set(["push","schedule","workflow_dispatch","repository_dispatch"]);function isOfTheBranch(event){
return OF_THE_BRANCH.has(event)}async function listEarlierRuns({context,network},{path,branch},token){let{apiUrl,repository,runId}=context,file=encodeURIComponent(
path.slice(path.lastIndexOf("/")+1)),query=`branch=${encodeURIComponent(branch)}&exclude_pull_requests=true&per_page=${MAX_RUNS}`,answer=await network.request(`${apiUrl}\
/repos/${repository}/actions/workflows/${file}/runs?${query}`,{headers:{authorization:`Bearer ${token}`,accept:"application/vnd.github+json"},timeoutMs:TIMEOUT_MS2,
maxBytes:MAX_BYTES2}),{status,fields,reason}=readAnswer(answer),runs=fields?.workflow_runs;if(status!==200||!Array.isArray(runs))throw new Error(reason);return runs.
flatMap(run2=>{let isOfTheFile=String(run2.path).split("@")[0]===path&&run2.head_branch===branch,own=idOf(run2.repository),isOfTheRepository=own!==void 0&&idOf(
run2.head_repository)===own,id=String(run2.id);return isOfTheFile&&isOfTheRepository&&OF_THE_BRANCH.has(run2.event)&&id!==runId?[id]:[]})}function idOf(repository){
return repository?.id}var MAX_RUNS2=10,MAX_READ=3;async function fromEarlierRun(options,services,place,limitMs){let{context,log,clock,stop}=services,{workflow,event}=context,{githubToken:token}=options;
if(!context.onGitHub||workflow===void 0||token===""||!isOfTheBranch(event.name))return NO_EARLIER;try{let names=[...new Set([options.artifactName,artifactNameOf(
options)])],reading=readRuns(names,workflow,services,token,place);return await waitFor("what earlier runs know",reading,{clock,log,signal:stop,limitMs})}catch(error){
stop.throwIfAborted();let reason=answerText(error instanceof Error?error.message:String(error));return log.annotate("notice",`The records of earlier runs of thi\
s workflow cannot be read (${reason}). The account is searched instead. Add \`actions: read\` to the permissions of the job, or set \`ledger\`.`,{title:"earlier\
-records"}),NO_EARLIER}}async function readRuns(names,workflow,services,token,place){let{context,log}=services,left=NO_EARLIER,read2=0;for(let runId of(await listEarlierRuns(
services,workflow,token)).slice(0,MAX_RUNS2)){let from={directory:context.tempDirectory,place,runId},found=NO_EARLIER;for(let name of names)found.read.length===
0&&(found=await fromEarlierAttempts(name,services,token,from));if(found.read.length===0)continue;let{entries,others,horizons}=found.ledger;if(log.info(`Run ${runId}\
 of this workflow on ${workflow.branch} left ${plural(found.certificates.length,"certificate")} and a ledger of ${count(entries.length+others.length)}`),left={...left,
certificates:[...found.certificates,...left.certificates],seen:new Map([...found.seen,...left.seen]),registered:new Map([...found.registered,...left.registered]),
inDoubt:new Map([...found.inDoubt,...left.inDoubt]),ledger:joinLedgers(found.ledger,left.ledger)},spanOf(horizons,place)!==void 0||++read2===MAX_READ)break}return left}function createKnowledge(){let byKey=new Map,certain=new Map,pems=new Map,retired3=new Map,drop=(spkiSha256,id)=>byKey.get(spkiSha256)?.delete(id);return{get:spkiSha256=>[
...byKey.get(spkiSha256)?.values()??[]].sort(({issuedAt:a=""},{issuedAt:b=""})=>a>b?-1:a<b?1:0),keyOf(id){let claim=pems.get(id);if(claim!==void 0){pems.delete(
id);let checked=checkPem(claim.pem);checked?.id===id&&checked.spkiSha256===claim.spkiSha256&&certain.set(id,checked.spkiSha256)}return certain.get(id)},confirm:(spkiSha256,id)=>certain.
set(id,spkiSha256),forget(spkiSha256,id){certain.delete(id),pems.delete(id),drop(spkiSha256,id)},ignore:(spkiSha256,id)=>certain.set(id,spkiSha256),retire(spkiSha256,certificate){
drop(spkiSha256,certificate.certificateId);let ofKey=retired3.get(spkiSha256)??new Map;retired3.set(spkiSha256,ofKey.set(certificate.certificateId,certificate))},
retired:spkiSha256=>[...retired3.get(spkiSha256)?.values()??[]],add(spkiSha256,certificate){let{id,pem}=certificate;if(retired3.get(spkiSha256)?.has(id))return;
pem!==void 0&&pems.set(id,{pem,spkiSha256});let ofKey=byKey.get(spkiSha256)??new Map,known=ofKey.get(id);ofKey.delete(id),byKey.set(spkiSha256,ofKey.set(id,known===
void 0?certificate:merge(known,certificate)))}}}function merge(known,added){let pem=known.pem??added.pem;return{id:known.id,...pem===void 0?{}:{pem},status:known.
status==="ACTIVE"?"ACTIVE":added.status??known.status,issuedAt:known.issuedAt??added.issuedAt,origin:known.origin??added.origin}}function learn(records,place,options){let{reissue,runId}=options,knowledge=createKnowledge(),replaced=new Map,take2=(spkiSha256,certificate)=>{if(!reissue||runId!==
void 0&&certificate.origin?.runId===runId)knowledge.add(spkiSha256,certificate);else{knowledge.ignore(spkiSha256,certificate.id);let before=replaced.get(spkiSha256);
(before===void 0||(before.issuedAt??"")<(certificate.issuedAt??""))&&replaced.set(spkiSha256,certificate)}};for(let entry of records.ledger.entries){if(!isSamePlace(
entry,place))continue;let{spkiSha256,certificateId}=entry,status=withdrawnAs(entry);status!==void 0?knowledge.retire(spkiSha256,{certificateId,status}):take2(spkiSha256,
certificateOf(entry))}for(let entry of records.manifest){let certificate=certificateIn(entry,place);certificate!==void 0&&entry.spkiSha256!==null&&take2(entry.spkiSha256,
certificate)}for(let{spki,certificate}of records.journal.certificates.values())take2(spki,certificate);for(let{spkiSha256,certificate}of records.earlier.certificates)
take2(spkiSha256,certificate);let others=othersOf(records,place,options.distrust);if(!reissue)for(let[id,spkiSha256]of others)knowledge.add(spkiSha256,{id,status:void 0,
issuedAt:void 0,origin:void 0});let replacedIds=new Map([...replaced].map(([spkiSha256,{id}])=>[spkiSha256,id]));return{knowledge,others,replaced:replacedIds,registered:registeredOf(
records,place,options.distrust)}}function registeredOf({ledger,journal,earlier},place,distrust){let registered2=new Map;for(let entry of distrust?[]:ledger.entries){
let what=isSamePlace(entry,place)?registeredIn(entry):void 0;what!==void 0&&registered2.set(entry.certificateId,what)}for(let[id,what]of[...earlier.registered,...journal.
registered])registered2.set(id,what);return registered2}function othersOf({ledger,journal,earlier},place,distrust){let others=new Map;for(let other of distrust?
[]:ledger.others)isSamePlace(other,place)&&others.set(other.certificateId,other.spkiSha256);for(let seen of[earlier.seen,journal.seen])for(let[id,spkiSha256]of seen)
others.set(id,spkiSha256);return others}import{randomUUID}from"node:crypto";import{rm,stat}from"node:fs/promises";import{join}from"node:path";function surveyOf(ledger,covered,place){let known=spanOf(ledger.horizons,place);return known!==void 0&&covered!==void 0&&known.until>=Math.floor(covered.until)?
{ledger,known}:void 0}var LIMIT_MS=10*6e4,UPLOAD_MS=6e4,POLL_MS=2e3,RETENTION_DAYS=1;function openSurveys(options,services,place){let{context,log,clock,stop,files}=services,
{artifactName,shard,githubToken:token,deliver}=options;if(shard===void 0||shard.of===1||token===""||context.artifactService===void 0||context.runId===void 0||!deliver.
includes("artifact"))return;let name=surveyNameOf({artifactName,of:shard.of},context.runAttempt),waiting={clock,log,signal:stop,limitMs:LIMIT_MS},find=async()=>{
let from={directory:context.tempDirectory,place};for await(let{content}of readArtifacts(one=>one===name,services,token,from)){let known=content&&spanOf(content.
ledger.horizons,place);if(content!==void 0&&known!==void 0)return{ledger:content.ledger,known}}},upload=async ledger=>{let directory=join(context.tempDirectory,
`iot-survey-${randomUUID()}`),file=join(directory,MEMORY_NAME);try{await writeLedger(files,file,ledger);let{size:bytes}=await stat(file);await uploadArtifact(name,
[file],directory,{bytes,retentionDays:RETENTION_DAYS},services)}finally{await rm(directory,{recursive:!0,force:!0})}},read2=async()=>{try{return await waitFor("\
what another shard knows of the account",find(),waiting)}catch(error){stop.throwIfAborted(),log.info(`What another shard knows of the account cannot be read (${reasonOf(
error)})`);return}},untilShared=async()=>{let end2=clock.now()+UPLOAD_MS,isThere=()=>waitFor("the survey of another shard",find(),waiting).then(Boolean,()=>!0);
for(;!await isThere()&&clock.now()<end2;)await clock.sleep(POLL_MS,stop)};return{read:read2,async share({ledger}){try{await waitFor("the artifact service",upload(
ledger),waiting),log.info(`Shared with the other shards what the account holds: artifact ${name}`)}catch(error){if(stop.throwIfAborted(),/\(409\)/.test(reasonOf(
error)))return untilShared();log.annotate("notice",`What the account holds could not be shared with the other shards (${reasonOf(error)}): each of them looks fo\
r itself.`)}}}}function reasonOf(error){return answerText(error instanceof Error?error.message:String(error))}function shareSurveys(surveys,survey,inDoubt2,isRerun,requestTimeoutMs){
let latest=survey;return{async othersSince(){return latest??=await surveys.read(),latest&&othersSince(latest,inDoubt2,{isRerun,requestTimeoutMs})},async share(survey2){
let own=latest===void 0?survey2():void 0;own!==void 0&&await surveys.share(own)}}}function othersSince({known},inDoubt2,{isRerun,requestTimeoutMs}){let begun=known.
until+SETTLED_MS,times=[...inDoubt2.values()].map(({since})=>since);if(!times.some(since=>since>=known.until))return isRerun||times.length>0?begun+requestTimeoutMs+
LISTING_LAG_MS:begun}async function recall(options,services,{account,region},manifest,shared){let{context,log}=services,place={account,region},{outputDirectory}=options,file=options.
ledger??join2(outputDirectory,MEMORY_NAME),path=journalPath(context.tempDirectory,{outputDirectory,...place}),journal=await openJournal(services.files,path,context.
step,place),earlier=context.runAttempt>1?await recallAttempts(options,services,place):NO_EARLIER;log.info(`Journal: ${journal.path}`);let surveys=shared===void 0?
openSurveys(options,services,place):void 0,survey=await surveys?.read(),{ledger,previous}=shared===void 0?await recallLedger(file,earlier,survey,options,services,
place):{ledger:{...EMPTY_LEDGER,entries:shared.entries},previous:NO_EARLIER},horizon=spanOf(ledger.horizons,place),facts2={...factsOf(options,services,horizon),
isSurveyed:isWithin(survey,horizon)},runStart=await runStartOf(options,services,facts2,journal.before),inDoubt2=new Map([...inDoubtOf(previous,options),...earlier.
inDoubt,...journal.before.inDoubt]),others=surveys!==void 0&&survey===void 0?await keysOfOthers(options,services,place):new Map;return{...learn({ledger,manifest,
journal:journal.before,earlier:both(previous,earlier,others)},place,{reissue:options.reissue,distrust:options.reconcile.when==="always",runId:context.runId}),journal,
inDoubt:inDoubt2,ledger,ledgerFile:file,horizon,shared,delivered:new Map([...earlier.delivered,...journal.before.delivered]),ownSince:runStart||void 0,search:searchOf(
facts2,services,runStart),surveys:surveys&&shareSurveys(surveys,survey,inDoubt2,facts2.isRerun,options.requestTimeoutMs)}}function isWithin(survey,horizon){return survey!==
void 0&&horizon!==void 0&&horizon.until>=survey.known.until}var READ_ALL_MS=20*6e4;async function keysOfOthers({artifactName,shard,githubToken},services,place){
let{context,log,clock,stop}=services;if(context.runAttempt===1||shard===void 0)return new Map;try{let about={directory:context.tempDirectory,place},reading=keysOfOtherShards(
{artifactName,shard},services,githubToken,about);return await waitFor("what the other shards handed over",reading,{clock,log,signal:stop,limitMs:READ_ALL_MS})}catch(error){
return stop.throwIfAborted(),log.info(`What the other shards handed over cannot be read (${answerText(String(error))}); it is looked at instead`),new Map}}var READ_MS=5*
6e4;async function recallLedger(file,earlier,survey,options,services,place){let{clock}=services,credible=one=>({...one,horizons:one.horizons.filter(horizon=>!isAhead(
horizon,clock.now()))}),read2=joinLedgers(credible(await readLedger(file)),credible(earlier.ledger)),ledger=survey===void 0?read2:joinLedgers(read2,credible(survey.
ledger)),previous=spanOf(ledger.horizons,place)!==void 0?NO_EARLIER:await fromEarlierRun(options,services,place,READ_MS),known=joinLedgers(ledger,credible(previous.
ledger));return options.ledger===void 0&&known.horizons.length>0&&await writeLedger(services.files,file,known),{ledger:known,previous}}function both(previous,earlier,others){
return{certificates:[...previous.certificates,...earlier.certificates],seen:new Map([...previous.seen,...others,...earlier.seen]),registered:new Map([...previous.
registered,...earlier.registered])}}function inDoubtOf(previous,{reconcile}){return reconcile.when==="never"?previous.inDoubt:NO_EARLIER.inDoubt}async function recallAttempts(options,services,place){
let{context,log,clock,stop}=services,isNever=options.reconcile.when==="never";if(options.githubToken===""){if(isNever)throw unknownAttempts("there is no github-\
token");return NO_EARLIER}try{let reading=fromEarlierAttempts(artifactNameOf(options),services,options.githubToken,{directory:context.tempDirectory,place}),found=await waitFor(
"what earlier attempts handed over",reading,{clock,log,signal:stop,limitMs:READ_MS});if(isNever&&found.leftOut.length>0)throw unknownAttempts(`the artifact ${found.
leftOut[0]} cannot be read`);return log.info(`Earlier attempts of this run handed over ${plural(found.certificates.length,"certificate")}`),found}catch(error){if(error instanceof
UserError&&error.code==="in-doubt")throw error;let reason=answerText(error instanceof Error?error.message:String(error));if(isNever)throw unknownAttempts(reason);
return log.annotate("notice",`The artifacts of earlier attempts cannot be read (${reason}). The account is searched instead.`,{title:"earlier-records"}),NO_EARLIER}}
function unknownAttempts(reason){return new UserError("in-doubt",`Earlier attempts of this run may have created certificates, their artifacts cannot be read (${reason}\
), and reconcile is never.`,{where:"reconcile",fix:"Set `reconcile: auto`, so that the account is searched for it, or give the job `actions: read`. Nothing was \
created."})}function searchOf(facts2,{log},runStart){let chosen=chooseSearch(facts2);if(chosen.scope==="since-run-start")return searchSinceRunStart(runStart??0);
if(facts2.reconcile.when==="auto"&&chosen.scope==="since"){let back=chosen.time<=0?"all of it is searched":`it is searched back to ${isoTime(chosen.time)}`;log.
info(facts2.known===void 0?`No record says what this account holds, so ${back}`:`The ledger knows this account until ${isoTime(chosen.time)}; what was created l\
ater is looked at`)}return chosen}function isoTime(time){return new Date(time).toISOString().replace(/\.\d+Z$/,"Z")}var CLOCKS_MS=5*6e4;function factsOf({reconcile,
reissue,ledgerTable},{context,clock},known){let created=context.repositoryCreatedAt,earliest=created===void 0||created>clock.now()?0:created-CLOCKS_MS;return{reconcile,
known,earliest,isShared:ledgerTable!==void 0,reissue,isRerun:context.runAttempt>1}}async function runStartOf(options,services,facts2,journal){let{context,clock,
stop,log}=services,isSearched=chooseSearch(facts2).scope==="since-run-start",isActivated=(context.runAttempt>1||journal.certificates.size+journal.inDoubt.size>0)&&
options.setAsActive==="after-delivery"&&context.runId!==void 0;if(!(!isSearched&&!isActivated))try{return await getRunStart(services,options.githubToken,{clock,
signal:stop})}catch(error){if(!(error instanceof UserError)||options.reissue)throw error;let then=isSearched?"Until then the whole account is searched.":"Certif\
icates that are reused stay INACTIVE.";return log.annotate("notice",`${explain(error)} ${then}`,{title:error.code}),0}}function findLeftovers(entries,listed2,now){let active=entries.flatMap(entry=>{let{status,createdAt=0}=listed2.get(entry.certificateId)??{},{thingName}=entry;return thingName!=
null&&status==="ACTIVE"?[{entry,thingName,createdAt}]:[]}),newest=new Map;for(let{entry,thingName,createdAt}of active){let known=newest.get(thingName);(known===
void 0||known.createdAt<createdAt)&&newest.set(thingName,{createdAt,id:entry.certificateId})}return active.flatMap(({entry,thingName,createdAt})=>{let newer=newest.
get(thingName);return newer===void 0||newer.createdAt<=createdAt?[]:now-newer.createdAt<30*864e5?[]:[{kind:"leftover",certificateId:entry.certificateId,csrPath:entry.
csrPath??void 0,inLedger:`${thingName} has ${newer.id}, too`,inAccount:`ACTIVE, ${Math.floor((now-createdAt)/864e5)} days old`}]})}var WIDTH=32;async function findDrift(entries,orphansSince2,access,onProgress){let known=new Set(entries.map(entry=>entry.certificateId)),{listed:listed2,strangers}=await list(
known,orphansSince2,access),keys=await keysOf(strangers,access,onProgress),pathOf2=new Map(entries.map(entry=>[entry.spkiSha256,entry.csrPath??void 0])),usable=new Map,
count2=(spki,status)=>{isUsable2(status)&&usable.set(spki,(usable.get(spki)??0)+1)};for(let{spkiSha256,certificateId}of entries)count2(spkiSha256,listed2.get(certificateId)?.
status);for(let{id,status}of strangers){let spki=keys.get(id);spki!==void 0&&count2(spki,status)}let isOneOfSeveral=(spki,status)=>spki!==void 0&&pathOf2.has(spki)&&
isUsable2(status)&&(usable.get(spki)??0)>1,drifts=[],activated=0;for(let{spkiSha256,certificateId,csrPath,status:recorded,retiredAt}of entries){let inAccount=listed2.
get(certificateId)?.status;if(inAccount===void 0&&recorded===DELETED)continue;let about={certificateId,csrPath:csrPath??void 0,inLedger:recorded??void 0,inAccount};
inAccount===void 0?drifts.push({kind:"missing",...about}):retiredAt==null&&isActivation(recorded,inAccount)?activated++:inAccount!==recorded&&(recorded!==null||
!isUsable2(inAccount))&&drifts.push({kind:"status",...about}),isOneOfSeveral(spkiSha256,inAccount)&&drifts.push({kind:"several",...about})}for(let{id,status}of strangers){
let spki=keys.get(id),about={certificateId:id,csrPath:pathOf2.get(spki??""),inLedger:void 0,inAccount:status};drifts.push({kind:isOneOfSeveral(spki,status)?"sev\
eral":"orphan",...about})}return drifts.push(...findLeftovers(entries,listed2,access.iot.awsTime())),{audited:entries.length,activated,ages:agesOf(entries,listed2),
drifts}}function agesOf(entries,listed2){let byYear=new Map,oldest;for(let{certificateId,csrPath}of entries){let{status,createdAt:issuedAt=0}=listed2.get(certificateId)??
{};if(!isUsable2(status))continue;let year=new Date(issuedAt).getUTCFullYear();byYear.set(year,(byYear.get(year)??0)+1),(oldest===void 0||issuedAt<oldest.issuedAt)&&
(oldest={certificateId,csrPath:csrPath??void 0,issuedAt})}return{byYear:[...byYear].sort(([a],[b])=>a-b),oldest}}async function list(known,orphansSince2,access){
let listing=createListing(access);orphansSince2!==void 0&&await listing.back(orphansSince2);let unlisted=()=>[...known].filter(id=>!listing.seen.has(id)).length;
for(let left=unlisted();left>0&&!listing.isComplete;left=unlisted())await listing.next();let listed2=new Map,strangers=[];for(let[id,{status,createdAt}]of listing.
seen)known.has(id)?listed2.set(id,{status,createdAt}):orphansSince2!==void 0&&createdAt>=orphansSince2&&isUsable2(status)&&strangers.push({id,status});return{listed:listed2,
strangers}}async function keysOf(strangers,access,onProgress){let keys=new Map,done2=0;return await forEach(strangers,WIDTH,async({id})=>{let described=await describeIfThere(
access,id),checked=described&&checkPem(described.pem);checked!==void 0&&keys.set(id,checked.spkiSha256),onProgress(++done2,strangers.length)}),keys}import{stat as stat2}from"node:fs/promises";var GITHUB_BYTES=100*1024*1024,SOON=.8,LINE_BYTES=1900;async function remarkOnLedger(path,added){let bytes;try{bytes=
(await stat2(path)).size}catch(error){let{code}=error;return code!=="ENOENT"&&code!=="ENOTDIR"?void 0:{level:"notice",message:`${path} does not exist. Check \`le\
dger\`. Without the file, the account is searched for earlier certificates, and the run that issues begins the ledger.`}}let after=bytes+added*LINE_BYTES;if(after<
SOON*GITHUB_BYTES)return;let megabytes=value=>`${Math.round(value/1024/1024)} MiB`;return{level:"warning",message:`The ledger ${path} has ${megabytes(bytes)}, a\
nd about ${megabytes(after)} when this run has added its certificates. GitHub refuses files of ${megabytes(GITHUB_BYTES)}, about 55,000 devices. Keep the ledger\
 in a table before that: \`ledger: dynamodb://TABLE\` (docs/ledger.md).`}}var MEANING={missing:"In the ledger, not in the account",status:"Another status in the account",several:"Several usable certificates for one key",orphan:"In the\
 account, not in the ledger",leftover:"ACTIVE a month after its thing got a newer one",unattached:"Not attached to its thing",principal:"Attached otherwise than\
 asked for",policy:"Without a policy that it should have",group:"Its thing is not in a group that it should be in"},REMEDY={missing:"Somebody deleted it: take i\
ts line out of the ledger, and the next run issues a new one.",status:"Write the status of the account into the ledger, or correct the account.",several:"Revoke\
 all but the one that the device has, with `mode: revoke` and `certificate-id=`.",orphan:"Revoke it with `mode: revoke` and `certificate-id=`, or run the step w\
ith `reconcile: always`, which adds it to the ledger.",leftover:"Retire it with `mode: retire` when the device has connected with the newer one.",unattached:"Re\
gister the device again: take `registration` out of its line of the ledger, and run `mode: issue`.",principal:"Detach it and register the device again, or chang\
e `thing-principal`.",policy:"Attach the policy, or register the device again: take `registration` out of its line of the ledger.",group:"Add the thing to the g\
roup, or register the device again: take `registration` out of its line of the ledger."},ASKED=["principal","policy","group"];function groupDrifts(drifts){let groups=[
...groupBy(drifts,causeOf)].map(([cause,found])=>{let kind=found[0]?.kind??"missing";return{kind,cause,fix:REMEDY[kind],drifts:found}}),rank=Object.keys(MEANING);
return groups.sort((a,b)=>rank.indexOf(a.kind)-rank.indexOf(b.kind)||b.drifts.length-a.drifts.length)}function causeOf({kind,inLedger,inAccount}){return kind===
"status"?`${MEANING.status}: ${inAccount}, in the ledger ${inLedger??"none"}`:MEANING[kind]}var NAMED=5;function driftLine({cause,drifts}){let names=drifts.slice(
0,NAMED).map(({csrPath,certificateId})=>csrPath??certificateId);return`${cause}: ${plural(drifts.length,"certificate")} (${names.join(", ")}${drifts.length>NAMED?
" \u2026":""})`}var LIST_BYTES=200*1024;function oldestLine({oldest}){if(oldest===void 0)return;let{certificateId,csrPath,issuedAt}=oldest;return`The oldest cer\
tificate that can be used was issued on ${dayOf(issuedAt)} (${csrPath??certificateId})`}function dayOf(time){return new Date(time).toISOString().slice(0,10)}function agesTable({
byYear,oldest}){if(oldest===void 0)return"";let rows=byYear.map(([year,certificates])=>[String(year),count(certificates)]);return folded(`Ages: the oldest certi\
ficate that can be used was issued on ${dayOf(oldest.issuedAt)}`,`${table(["Issued in","Certificates that can be used"],rows)}
The oldest: ${breakable(oldest.csrPath??oldest.certificateId)}
`)}function auditTables({audited,activated,ages,drifts},place){let groups=groupDrifts(drifts),reasons=groups.map(({cause,fix,drifts:found})=>({label:"",count:found.
length,why:cause,fix,names:found.slice(0,3).map(({csrPath,certificateId})=>csrPath??`${certificateId.slice(0,12)}\u2026`)})),counts2=table(["Audited","Activated\
 since, which is no drift","Disagreements"],[[audited,activated,drifts.length].map(count)]),lists=groups.map(({kind,cause,drifts:found})=>{let columns=["CSR","C\
ertificate",ASKED.includes(kind)?"Asked for":"In the ledger","In the account"],toRow3=({certificateId,csrPath,inLedger,inAccount})=>[breakable(csrPath??""),certificateLink(
certificateId,place),cell(inLedger??""),cell(inAccount??"")];return folded(`${cause}: ${plural(found.length,"certificate")}`,longTable(columns,found,toRow3,{bytes:LIST_BYTES/
groups.length}))});return[reasonTable("What disagrees",reasons,"",{things:"Certificates"}),counts2,agesTable(ages),...lists].filter(part=>part!=="").join(`
`)}async function auditRegistry(entries,found,account,{registration,requestsPerSecond},{log,clock,stop}){if(registration===void 0)return[];let missing=new Set(found.
flatMap(({kind,certificateId})=>kind==="missing"?[certificateId]:[])),inUse=entries.filter(entry=>entry.thingName!=null&&withdrawnAs(entry)===void 0&&!missing.has(
entry.certificateId));if(inUse.length===0)return[];log.info(`Looking at the things of ${plural(inUse.length,"certificate")}`);let{findRegistryDrift}=await import("./part-registration-find-registry-drift.js"),
{createRegistryPacers:createRegistryPacers2}=await import("./lib-empty-9.js"),access={registry:await account.registry(),pacers:createRegistryPacers2(clock,
{share:shareOf(requestsPerSecond),report:log.info}),place:account,clock,signal:stop,report:log.info},{policies,thingGroups,thingName,principalType}=registration,
wish={policies,thingGroups,principalType:thingName===void 0?void 0:principalType},progress=createProgress("Looked at",inUse.length,clock.now,log);try{return await findRegistryDrift(
inUse,wish,access,progress.update)}catch(error){if(!(error instanceof UserError)||error.code!=="not-allowed")throw error;return log.annotate("notice",`Things an\
d policies were not compared. ${error.message} ${error.fix}`,{title:"registry-not-compared"}),[]}}async function signInToAws(story,options,services){services.log.stage("Sign in to AWS");let{signIn}=await import("./lib-empty-11.js"),account=await signIn(
options,services);return story.account=account,services.log.info(`AWS account ${account.account} in ${account.region} as ${account.arn}`),account}async function auditLedger(story,options,services){let{log,clock,stop}=services,{ledger,report:report2,outputDirectory}=options;log.stage("Read the ledger"),refuseClashes(
{ledger,report:report2,outputDirectory,sarifPath:void 0,certificates:[],bundles:[],sources:[]}),story.pages={directory:void 0,path:report2};let where=options.ledgerTable===
void 0?options.ledger??"":addressText(options.ledgerTable),file=options.ledgerTable===void 0?await readLedger(options.ledger):void 0;if(file?.entries.length===0){
let isThere=await remarkOnLedger(where,0)===void 0;throw nothingToAudit(where,isThere?"The ledger holds no certificate":"The ledger does not exist")}let account=await signInToAws(
story,options,services);log.stage("Hold the ledger against the account");let{entries,others}=file??await readTable(options.ledgerTable,account,services);if(entries.
length===0)throw nothingToAudit(where,"The ledger holds no certificate");let here=entries.filter(entry=>isSamePlace(entry,account));if(here.length===0)throw nothingToAudit(
where,`The ledger holds no certificate of account ${account.account} in ${account.region}`);log.info(`Auditing ${plural(here.length,"certificate")} of account ${account.
account} in ${account.region}; the ledger has ${plural(entries.length,"certificate")}`);let progress,pacers=createPacers(clock,{share:shareOf(options.requestsPerSecond),
report:log.info}),access={iot:account.iot,pacers,clock,signal:stop,report:log.info},found=await findDrift(here,orphansSince(options,here),access,(done2,total)=>{
progress??=createProgress("Looked at",total,clock.now,log),progress.update(done2)}),known=new Set(options.ledgerTable&&others.flatMap(other=>isSamePlace(other,account)?
[other.certificateId]:[])),ledgerDrifts=found.drifts.filter(({kind,certificateId})=>kind!=="orphan"||!known.has(certificateId)),drifts=[...ledgerDrifts,...await auditRegistry(
here,ledgerDrifts,account,options,services)],result={...found,drifts};story.audit=result,result.activated>0&&log.info(`${plural(result.activated,"certificate")}\
 activated since the ledger was written, which is not a disagreement`);let oldest=oldestLine(result.ages);oldest!==void 0&&log.info(oldest);let groups=groupDrifts(
result.drifts),[first]=result.drifts;if(first!==void 0){for(let group of groups)log.info(`${driftLine(group)}. ${group.fix}`);throw new UserError("drift",`The l\
edger and the account disagree in ${plural(result.drifts.length,"place")}. ${groups.map(driftLine).join("; ")}.`,{where,fix:"The job summary lists all of them. \
Correct the ledger where the account is right, and revoke what should not be there with `mode: revoke`."})}}function nothingToAudit(where,what){return new UserError(
"ledger",`${what}, so there is nothing to audit.`,{where,fix:"Name the ledger that the runs which issue certificates keep."})}async function readTable(address,account,services){
if(address===void 0)return EMPTY_LEDGER;let{openLedgerTable}=await import("./part-aws-sdk-client-dynamodb.js"),table2=await openLedgerTable(address,account,"read",services);
return readWholeTable(table2).finally(table2.close)}function orphansSince({reconcile},entries){switch(reconcile.when){case"never":return;case"always":return 0;case"\
since":return reconcile.since;case"auto":{let times=entries.map(entry=>Date.parse(entry.issuedAt??"")).filter(time=>!Number.isNaN(time));return times.length===0?
0:times.reduce((earliest,time)=>Math.min(earliest,time))}}}async function besideIssuing(story,judged2,{account,memory},{registration,...others},services){if(registration===void 0)return{batch:judged2.batch,beside:void 0};
let{checkRegistration}=await import("./part-registration-judge-policy.js"),{registerDevices}=await import("./part-registration-register-device.js"),{recordsOf}=await import("./part-stories-registration-records.js"),
options={registration,...others},records=recordsOf(spkiSha256=>memory.knowledge.get(spkiSha256).map(({id})=>id),memory.registered),{batch,...checked}=await checkRegistration(
story,judged2,account,records,options,services);return services.log.stage("Find out which certificates exist"),{batch,beside:await registerDevices(story,{...checked,
account,memory},options,services)}}import{join as join4}from"node:path";import{hash}from"node:crypto";function readPem(absolutePath,{csrSha256}){let file=read(absolutePath),contents=file instanceof Uint8Array?decode(file):file;if(contents.kind!=="request")return;
let{der}=contents.request;return hash("sha256",der,"hex")===csrSha256?canonicalPem(der):void 0}var INTERVAL_MS=6e4,LIMIT_MS2=5*6e4,TIMEOUT_MS3=1e4,MAX_BYTES3=1024*1024;function watchAttempt({context,network,clock,log},token){let{apiUrl,repository,runId,runAttempt,
onGitHub}=context,lost=new AbortController,done2=new AbortController,ask=async()=>{try{let answer=await network.request(`${apiUrl}/repos/${repository}/actions/r\
uns/${runId}`,{headers:{authorization:`Bearer ${token}`,accept:"application/vnd.github+json"},timeoutMs:TIMEOUT_MS3,maxBytes:MAX_BYTES3,signal:done2.signal}),{status,
fields}=readAnswer(answer),attempt=fields?.run_attempt;return status===200&&typeof attempt=="number"?attempt>runAttempt?attempt:"current":fields===void 0||status>=
500?void 0:status===401||status===404?"forbidden":"reached"}catch{return}};return onGitHub&&token!==""&&runId!==void 0&&(async()=>{let reachedAt=clock.now();for(let isFirst=!0;!done2.
signal.aborted;isFirst=!1){let answer=await ask();if(typeof answer=="number")return lost.abort(superseded(`Attempt ${answer} of this workflow run has begun.`));
if(isFirst&&answer!=="current"){log.info("Whether another attempt of this workflow run begins is not watched (needs actions: read)");return}if(answer==="forbidd\
en")return lost.abort(superseded("GitHub has ended this job: its token is no longer valid."));if(answer!==void 0)reachedAt=clock.now();else if(clock.now()-reachedAt>=
LIMIT_MS2)return lost.abort(superseded("GitHub could not be reached for five minutes, so another attempt may have begun."));await clock.sleep(INTERVAL_MS,done2.
signal)}})().catch(()=>{}),{lost:lost.signal,stop:()=>done2.abort()}}function superseded(message){return new UserError("superseded",`${message} This one creates\
 nothing more.`,{fix:"Look at the later attempt; where there is none, run the job again: what has its certificate is not issued twice."})}function withClaims(journal,claims){return{...journal,release(csr){journal.release(csr),claims.release(csr)},async issued(csr,file,certificate){await journal.issued(
csr,file,certificate),claims.issued(csr,certificate)}}}async function createFollowed(missing,follower,create){if(follower===void 0||missing.length===0||!await follower.startsAlone())return create(missing);let parts=[],
alone=0;for(let isTried=!1;!isTried&&alone<Math.min(3,missing.length);alone++){let first=await create(missing.slice(alone,alone+1));parts.push(first);let made=first.
outcomes.find(outcome=>"certificate"in outcome);isTried=made!==void 0,made!==void 0&&await follower.tryFirst(made.csr)}let rest=missing.slice(alone);return rest.
length>0&&parts.push(follower.ended.aborted?notCreated(rest,follower):await create(rest)),{outcomes:parts.flatMap(({outcomes})=>outcomes),duplicates:parts.flatMap(
({duplicates})=>duplicates),contradictions:parts.flatMap(({contradictions})=>contradictions)}}function notCreated(csrs,{problem}){return{outcomes:csrs.flatMap(csr=>problem===
void 0?[]:[{result:"not-attempted",csr,problem}]),duplicates:[],contradictions:[]}}var ACTION="iot:CreateCertificateFromCsr",MAX_UNSENT=5,MAX_SESSION_REFUSALS=2,MAX_IN_DOUBT_IN_A_ROW=20,CANCELLED={code:"cancelled",message:"The job was cancelle\
d before it was this CSR's turn.",fix:"Run the job again: CSRs that have their certificate are not issued twice."},CLAIMED={code:"claimed-elsewhere",message:"An\
other run is creating its certificate.",fix:"Run the job again when that run has ended: CSRs that have their certificate are not issued twice."},CHANGED={code:"\
file-changed",message:"Its file was changed after it was validated.",fix:"Let nothing change the files while the step runs, and run the job again."},SERVICE_DOWN={
code:"service-down",message:`AWS IoT left ${MAX_IN_DOUBT_IN_A_ROW} requests in a row without a usable answer; the batch was stopped.`,fix:"See https://health.aw\
s.amazon.com and run the job again later."};function inDoubt(failure){return{code:"in-doubt",message:failure.code===NOT_AWS?`AWS may or may not have created the\
 certificate: the answer did not come from AWS (${failure.message}).`:`AWS may or may not have created the certificate (${failure.code}: ${failure.message}).`,fix:"\
Run the job again: it looks for the certificate before it asks for another."}}function unusable(verdict2,answer){let what=verdict2==="wrong-key"?"holds another \
public key than the CSR, so it does not work on the device":"cannot be read";return{code:verdict2==="wrong-key"?"wrong-key":"unreadable",message:`AWS created ce\
rtificate ${answer.id} for it, but the certificate in the answer ${what}.`,fix:"Look at the certificate in the AWS IoT console, and check that aws-region and AW\
S_ENDPOINT_URL_IOT lead to AWS itself."}}function notKept(certificate,error){return{code:"not-kept",message:`AWS created certificate ${certificate.id}, but it w\
as not stored. ${whyNotWritten("The journal",error)}`,fix:`Free the disk, or make the place writable, and run the job again: it finds the certificate. To see it\
: aws iot describe-certificate --certificate-id ${certificate.id}`}}function unreachable(failure){let advice=adviceOn(failure,ACTION);return advice!==void 0?advice:
{code:"unreachable",message:`AWS IoT could not be reached in ${MAX_UNSENT+1} tries (${failure.code}: ${failure.message}).`,fix:"Check aws-region, the network an\
d the credentials, and run the job again."}}function refused(failure){let advice=adviceOn(failure,ACTION);if(advice!==void 0)return advice;let fix=failure.kind===
"refused"&&failure.scope==="request"?"Correct the CSR.":"Correct the cause that AWS names, and run the job again.";return{code:failure.code,message:`AWS refused\
 the request (${failure.code}: ${failure.message}).`,fix}}var CANCELLED_IN_FLIGHT={code:"cancelled",message:"The job was cancelled before AWS answered; the cert\
ificate may exist.",fix:"Run the job again: it looks for the certificate before it asks for another."};function notAnnounced(error){return{code:"journal",message:`\
No more certificates were requested. ${whyNotWritten("The journal",error)}`,fix:"Free the disk and run the job again: CSRs that have their certificate are not i\
ssued twice."}}var Halt=class{signal;#halted=new AbortController;#problem;#unresolvedInARow=0;constructor(cancelled2){this.signal=AbortSignal.any([cancelled2,this.#halted.signal])}get problem(){
return this.#problem}because(problem){this.#problem??=problem,this.#halted.abort()}observe({result}){this.#unresolvedInARow=result==="in-doubt"?this.#unresolvedInARow+
1:0,this.#unresolvedInARow>=MAX_IN_DOUBT_IN_A_ROW&&this.because(SERVICE_DOWN)}};var JobQueue=class{#csrs;#returned=[];#next=0;constructor(csrs){this.#csrs=csrs}take(){let returned=this.#returned.pop();if(returned!==void 0)return returned;let csr=this.#csrs[this.#next];
return csr===void 0?void 0:{csr,index:this.#next++,unsent:0}}putBack(job){this.#returned.push(job)}get returned(){return this.#returned}isWaiting(index){return index>=
this.#next||this.#returned.some(job=>job.index===index)}};var FIRST_WAIT_MS2=1e3;function judgeAnswer({csr,unsent},answer){switch(answer.kind){case"created":{let checked=check(csr,answer.pem);if(checked.verdict==="good"){
let{id}=answer;return{next:"keep",id,pem:checked.pem,hasAwsId:checked.id===id}}return{next:"give-up",result:"in-doubt",problem:unusable(checked.verdict,answer),
endsBatch:checked.verdict==="wrong-key"}}case"throttled":return{next:"send-again",waitMs:0,unsent};case"in-doubt":return{next:"give-up",result:"in-doubt",problem:inDoubt(
answer),endsBatch:!1};case"unsent":return sendAgainOrGiveUp(answer,unsent,MAX_UNSENT);case"refused":return isSessionRefusal(answer)?sendAgainOrGiveUp(answer,unsent,
MAX_SESSION_REFUSALS):{next:"give-up",result:"failed",problem:refused(answer),endsBatch:answer.scope==="account"}}}function sendAgainOrGiveUp(failure,unsent,times){
return unsent<times?{next:"send-again",waitMs:FIRST_WAIT_MS2*2**unsent,unsent:unsent+1}:{next:"give-up",result:"failed",problem:unreachable(failure),endsBatch:!0}}var STOP_GRACE_MS=4e3;async function issue(csrs,options){let{access,journal,onProgress}=options,{clock,signal}=access,queue=new JobQueue(csrs),halt=new Halt(signal),
forget=haltWith(options.follower,halt),finished=[],count2=0,finish=(job,outcome)=>{finished[job.index]=outcome,halt.observe(outcome),onProgress(++count2)},attempt=createAttempt(
options,halt);options.claims?.prepare(csrs);let isOurs=createClaiming(options,halt,finish),inFlight=await startAll(queue,access,halt,isOurs,async(job,permit)=>{
let end2=await attempt(job,permit);"result"in end2?finish(job,end2):queue.putBack(end2)}),answered=new AbortController;await Promise.race([Promise.all(inFlight),
stopGrace(signal,clock,answered.signal)]),answered.abort(),forget?.();for(let job of queue.returned)journal.release(job.csr);await options.claims?.releaseUnused();
let problem=halt.problem??CANCELLED;return{outcomes:csrs.map((csr,index)=>finished[index]??(queue.isWaiting(index)?{result:"not-attempted",csr,problem}:{result:"\
in-doubt",csr,problem:CANCELLED_IN_FLIGHT})),halted:halt.problem!==void 0}}function haltWith(follower,halt){if(follower===void 0)return;let end2=()=>{follower.problem!==
void 0&&halt.because(follower.problem)};if(!follower.ended.aborted)return onAbort(follower.ended,end2);end2()}async function startAll(queue,{pacers},halt,isOurs,work){
let inFlight=new Set,whenEnded=aborted(halt.signal);for(;!halt.signal.aborted;){let job=queue.take();if(job===void 0){if(inFlight.size===0)break;await Promise.race(
[whenEnded,...inFlight]);continue}if(!await isOurs(job)){halt.signal.aborted&&queue.putBack(job);continue}let permit=await pacers.create.acquire(halt.signal).catch(
()=>{});if(permit===void 0){queue.putBack(job);break}let flight=work(job,permit).finally(()=>inFlight.delete(flight));inFlight.add(flight)}return inFlight}function createClaiming({
claims},halt,finish){return async job=>{if(claims===void 0)return!0;try{if(await claims.hold(job.csr,halt.signal))return!0;finish(job,{result:"not-attempted",csr:job.
csr,problem:CLAIMED})}catch(error){if(halt.signal.aborted)return!1;if(!(error instanceof UserError))throw error;halt.because({code:error.code,message:error.message,
fix:error.fix})}return!1}}function createAttempt(options,halt){let{request,access,journal,nameOf:nameOf4,claims}=options,{iot,clock}=access,keepAnswer=createKeeper(
options,halt);return async(job,permit)=>{let{csr}=job,pem=request.pemOf(csr);if(pem===void 0)return permit.done("failed"),{result:"failed",csr,problem:CHANGED};
try{await journal.intend(csr,nameOf4(csr),iot.awsTime(),{origin:request.origin,replaces:request.replaces?.get(csr.spkiSha256)})}catch(error){permit.done("failed");
let problem=notAnnounced(error);return halt.because(problem),{result:"failed",csr,problem}}claims?.intended(csr);let mayLeave=claims&&(()=>claims.mayLeave(csr)),
sentAt=iot.awsTime(),answer=await iot.createCertificate(pem,request.setAsActive,mayLeave);permit.done(answer.kind==="created"?"admitted":answer.kind==="throttle\
d"?"throttled":"failed");let decision=judgeAnswer(job,answer);switch(decision.next){case"keep":return keepAnswer(csr,decision);case"send-again":return decision.
waitMs>0&&await clock.sleep(decision.waitMs,halt.signal).catch(()=>{}),{...job,unsent:decision.unsent};case"give-up":return decision.endsBatch&&halt.because(decision.
problem),decision.result==="failed"?journal.release(csr):options.onDoubt?.(csr,{since:sentAt,until:iot.awsTime()+LISTING_LAG_MS}),{result:decision.result,csr,problem:decision.
problem}}}}function createKeeper({request,access,keep,onWarning},halt){let{setAsActive,origin}=request,hasWarned=!1;return async(csr,{id,pem,hasAwsId})=>{!hasAwsId&&
!hasWarned&&(hasWarned=!0,onWarning(`The certificate id ${id} is not the SHA-256 of its certificate, as AWS IoT's are: this is not AWS's own service.`));let status=setAsActive?
"ACTIVE":"INACTIVE",certificate={id,status,issuedAt:new Date(access.iot.awsTime()).toISOString(),origin};try{await keep(csr,certificate,pem,!0)}catch(error){let problem=notKept(
certificate,error);return halt.because(problem),{result:"in-doubt",csr,problem}}return{result:"created",csr,certificate,awaitsActivation:status==="INACTIVE"}}}function aborted(signal){
return signal.aborted?Promise.resolve():new Promise(resolve2=>signal.addEventListener("abort",()=>resolve2(),{once:!0}))}async function stopGrace(stop,clock,answered){
await aborted(stop),await clock.sleep(STOP_GRACE_MS,answered).catch(()=>{})}function createKeep(options){let{journal,knowledge,store,follower}=options;return async(csr,certificate,pem,isNew)=>{await journal.issued(csr,store.nameOf(csr),
{...certificate,pem}),knowledge.add(csr.spkiSha256,certificate),knowledge.confirm(csr.spkiSha256,certificate.id),await store.write(csr,pem),follower?.onCertificate(
csr,certificate,isNew)}}async function keepFound(keep,csr,certificate,pem,made){try{await keep(csr,certificate,pem,made.result==="created");let awaitsActivation=made.
isOwn&&certificate.status==="INACTIVE";return{result:made.result,csr,certificate,awaitsActivation}}catch(error){return{result:"in-doubt",csr,problem:notKept(certificate,
error)}}}var NAMED2=10;function refuse(refusals,problemOf4,leavesOut){let[first,...more]=refusals;if(first===void 0)return[];if(!leavesOut){let{code,message,fix}=problemOf4(
first),others=more.length===0?"":` The same holds for ${plural(more.length,"other CSR")}: ${listOf(more)}.`;throw new UserError(code,`${message}${others} Nothin\
g was created.`,{where:first.csr.path,fix})}return refusals.map(one=>({result:"failed",csr:one.csr,problem:problemOf4(one)}))}function listOf(refusals){return refusals.
slice(0,NAMED2).map(({csr,certificateId})=>`${csr.path} (${certificateId})`).join(", ")+(refusals.length>NAMED2?" \u2026":"")}function refuseUnusable(unusable2,leavesOut){return refuse(unusable2,problemOf,leavesOut)}function problemOf({certificateId,status}){return/^revoked$/i.test(status)?
{code:"key-revoked",message:`The certificate for its key, ${certificateId}, is revoked.`,fix:"Make a new key and a new CSR on the device. To trust this key agai\
n, run once with `reissue: true` and only its CSR in csr-path."}:/^(retired|deleted)$/i.test(status)?{code:"key-retired",message:`The certificate for its key, ${certificateId}\
, was retired: its thing has a newer one.`,fix:"Remove this CSR, or replace it by that of the key which the device has now. To use the old key again, run once w\
ith `reissue: true` and only its CSR in csr-path."}:{code:"certificate-not-usable",message:`The certificate for its key, ${certificateId}, has the status ${status}\
, so that a device cannot connect with it.`,fix:"Look at the certificate in AWS IoT: accept or cancel its transfer, or make a new key on the device."}}var ROUNDS=4;async function createMissing(csrs,options,sweeper,keep){let{request,access,earlier,journal,claims,store,follower,log}=options,outcomes=new Map,add=outcome=>outcomes.
set(outcome.csr.path,outcome),duplicates=[];csrs.length>0&&log.stage("Create certificates"),csrs.length>0&&log.info(`Creating ${plural(csrs.length,"certificate")}`);
let progress=createProgress("Created",csrs.length,access.clock.now,log),missing=csrs;for(let round=1;missing.length>0;round++){let begun=access.iot.awsTime(),doubts=new Map,
{outcomes:results,halted}=await issue(missing,{request,access,journal,claims,nameOf:store.nameOf,keep,follower,onDoubt:(csr,when)=>doubts.set(csr.path,when),onProgress:round===
1?progress.update:()=>{},onWarning:message=>log.annotate("warning",message)});results.forEach(add);let unresolved=results.flatMap(({result,csr})=>result==="in-d\
oubt"&&earlier.knowledge.get(csr.spkiSha256).length===0?[{csr,since:begun,...doubts.get(csr.path),mayBeLate:!0}]:[]);if(unresolved.length>0&&earlier.search.scope===
"never"){for(let{csr}of unresolved){let outcome=outcomes.get(csr.path);outcome?.result==="in-doubt"&&add({...outcome,problem:{...outcome.problem,fix:SEARCH_FIRST}})}
break}if(unresolved.length===0||access.signal.aborted)break;let resolved=await resolveSent(unresolved,options,sweeper,keep);if(resolved===void 0)break;resolved.
outcomes.forEach(add),duplicates.push(...resolved.duplicates);let isLast=halted||round===ROUNDS;missing=isLast?[]:resolved.missing;for(let csr of isLast?resolved.
missing:[]){journal.release(csr);let outcome=outcomes.get(csr.path);outcome?.result==="in-doubt"&&add({...outcome,result:"failed"})}}return{outcomes:[...outcomes.
values()],duplicates}}function againOf(missing){return missing===0?"none has to be created again":`${plural(missing,"request")} created nothing`}var SEARCH_FIRST="\
Set `reconcile: auto`, so that the account is searched for the certificate, and run the job again.";async function resolveSent(unresolved,{request,access,log},sweeper,keep){
log.info(`Looking in the account for ${plural(unresolved.length,"unresolved certificate")}`);try{let{found,missing,unusable:unusable2,duplicates}=await resolve(
unresolved,sweeper,access.clock.now(),access,noteWait(log)),outcomes=[];for(let{csr,certificate}of found){let{pem,...withoutPem}=certificate;outcomes.push(await keepFound(
keep,csr,{...withoutPem,origin:request.origin},pem,{result:"created",isOwn:!0}))}return outcomes.push(...refuseUnusable(unusable2,!0)),log.info(`Found ${count(found.
length)} of ${count(unresolved.length)}; ${againOf(missing.length)}`),{outcomes,duplicates,missing}}catch(error){if(!(error instanceof UserError)&&!access.signal.
aborted)throw error;error instanceof UserError&&log.annotate("warning",`${error.message} ${error.fix}`);return}}var LOOK_MS=2e3,MAX_WAIT_MS=10*6e4;async function awaitOthers(deferred,{access:{clock,signal},claims,log},add){let settled=deferred.filter(({standing})=>standing.
kind!=="busy"),open2=deferred.filter(({standing})=>standing.kind==="busy"),reported="",since=clock.now(),begin=since;for(;open2.length>0&&!settled.some(({standing})=>/^(free|taken-over)$/.
test(standing.kind));){let others=runsOf(open2);others!==reported&&log.info(`Waiting for ${plural(open2.length,"certificate")} that ${others} is creating`),reported=
others;try{await clock.sleep(LOOK_MS,signal);let seen=await claims.look(open2.map(({csr})=>csr));open2=seen.filter(({standing})=>standing.kind==="busy"),settled.
push(...seen.filter(({standing})=>standing.kind!=="busy")),open2.length<seen.length&&(since=clock.now())}catch(error){if(signal.aborted)break;if(!(error instanceof
UserError))throw error;return giveUp(open2,settled,{code:error.code,message:error.message,fix:error.fix},add)}if(clock.now()-since>MAX_WAIT_MS)return giveUp(open2,
settled,waitedInVain(open2),add)}return reported!==""&&log.info(`Waited ${duration(clock.now()-begin)} for other runs; ${endOf(settled,open2.length)}`),[...settled,
...open2.map(({csr})=>({csr,standing:{kind:"free"}}))]}function endOf(settled,open2){let created=settled.filter(({standing})=>standing.kind==="known").length,others=settled.
length-created;return[`${plural(created,"certificate")} created by them`,`${count(others+open2)} to go on with`].join(", ")}function giveUp(open2,settled,problem,add){
for(let{csr}of open2)add({result:"not-attempted",csr,problem});return settled}function waitedInVain(open2){return{code:"claimed-elsewhere",message:`${runsOf(open2)}\
 claims it and has not created its certificate in ${duration(MAX_WAIT_MS)}.`,fix:"See what that run is doing, and run this job again when it has ended: CSRs tha\
t have their certificate are not issued twice."}}function runsOf(deferred){let runs=[...groupBy(deferred,({standing})=>"by"in standing?standing.by:"").keys()].filter(
Boolean);return runs.slice(0,3).join(" and ")+(runs.length>3?" and others":"")}import{hash as hash2}from"node:crypto";var AWS="Amazon Web Services";function hasOtherSubject(csr,pem){let der=findPemBlocks(pem).find(({label})=>label==="CERTIFICATE")?.bytes;if(der===void 0||csr.subjectSha256===
void 0)return!1;try{let{issuer,subject}=cutCertificate(der);return Buffer.from(issuer).includes(AWS)&&hash2("sha256",subject,"hex")!==csr.subjectSha256}catch(error){
if(error instanceof DerError)return!1;throw error}}function refuseOtherSubjects(others,leavesOut){return refuse(others,problemOf2,leavesOut)}function problemOf2({
certificateId}){return{code:"public-key-known",message:`Its public key has a certificate already, ${certificateId}, issued to another subject.`,fix:"Make a new \
key on this device; when it is the same device after all, put its first CSR back."}}function ownCheck({ownSince,runId}){return({origin},createdAt)=>ownSince!==void 0&&createdAt>=ownSince&&(origin===void 0||origin.runId===runId)}var WIDTH2=32;async function plan(csrs,knowledge,pemAt,reissue){let create=[],reuse2=[],strangers=[],stored=[];await forEach(csrs,WIDTH2,async(csr,index)=>{let text=await pemAt(
csr);stored[index]=text===void 0?void 0:{text,...check(csr,text)}});for(let[index,csr]of csrs.entries()){let checked=stored[index];if(checked!==void 0&&checked.
verdict!=="good"){strangers.push(csr.path);continue}let isRetired=knowledge.retired(csr.spkiSha256).some(({certificateId})=>certificateId===checked?.id),candidates=candidatesOf(
knowledge.get(csr.spkiSha256),isRetired?void 0:checked,reissue);candidates.length===0?create.push(csr):reuse2.push({csr,candidates,storedId:checked?.id,isStoredAlone:checked?.
text===checked?.pem})}if(strangers.length>0)throw wouldOverwrite(strangers);return{create,reuse:reuse2}}function candidatesOf(known,stored,reissue){if(stored===
void 0)return known;let{id,pem}=stored,recorded=known.find(certificate=>certificate.id===id);return recorded===void 0&&reissue?known:[{...recorded??{id,status:void 0,
issuedAt:void 0,origin:void 0},pem},...known.filter(certificate=>certificate.id!==id)]}function wouldOverwrite(paths){let more=paths.length>10?` and ${paths.length-
10} more`:"";return new UserError("would-overwrite",`There are other files where the certificates of ${paths.slice(0,10).join(", ")}${more} would go.`,{where:"o\
utput-directory",fix:"Name another directory, or move these files away."})}var WIDTH3=32;function followReused(outcomes,follower){for(let outcome of outcomes)"certificate"in outcome&&follower?.onCertificate(outcome.csr,outcome.certificate,
!1)}async function reuseKnown(reuse2,access,listing,store,isOwn){let{confirmed:all,...rest}=await confirm(reuse2,access,listing),isOther=({reuse:{csr},certificate})=>hasOtherSubject(
csr,certificate.pem),confirmed=all.filter(one=>!isOther(one)),others=all.filter(isOther).map(({reuse:{csr},certificate:{id}})=>({csr,certificateId:id})),stored=new Map(
reuse2.map(({csr,storedId})=>[csr,storedId])),strangers=rest.contradictions.filter(({csr,certificateId})=>stored.get(csr)===certificateId);if(strangers.length>0)
throw wouldOverwrite(strangers.map(({csr})=>csr.path));let outcomes=[];await forEach(confirmed,WIDTH3,async({reuse:{csr,storedId,isStoredAlone},certificate,createdAt,
recordedStatus},index)=>{let{pem,...withoutPem}=certificate;(storedId!==certificate.id||!isStoredAlone)&&await store.write(csr,pem);let awaitsActivation=isOwn(certificate,
createdAt)&&recordedStatus!=="ACTIVE"&&certificate.status==="INACTIVE";outcomes[index]={result:"reused",csr,certificate:withoutPem,awaitsActivation}});let changed=confirmed.
flatMap(({reuse:{csr},certificate:{id,status},recordedStatus})=>recordedStatus===void 0||recordedStatus===status||isActivation(recordedStatus,status)?[]:[{csr,certificateId:id,
recorded:recordedStatus,now:status}]);return{outcomes,changed,others,...rest}}async function createShared(csrs,options,sweeper,keep){let{access,claims}=options,outcomes=new Map,add=outcome=>{outcomes.set(outcome.csr.path,outcome)},duplicates=[],
contradictions=[],open2=csrs;for(;open2.length>0;){let created=await createMissing(open2,options,sweeper,keep);created.outcomes.forEach(add),duplicates.push(...created.
duplicates),open2=[];let turnedDown=claims.takeDeferred();if(access.signal.aborted)break;let deferred=await awaitOthers(turnedDown,options,add),taken=await resolveTaken(
deferred,options,sweeper,keep);taken.outcomes.forEach(add),duplicates.push(...taken.duplicates);let reused=await reuse(deferred,options);reused.outcomes.forEach(
add),contradictions.push(...reused.contradictions),open2=[...csrsOf(deferred,"free"),...taken.missing,...reused.again]}return await recordAll(options,outcomes),
{outcomes:[...outcomes.values()],duplicates,contradictions}}function csrsOf(deferred,kind){return deferred.filter(({standing})=>standing.kind===kind).map(({csr})=>csr)}
async function resolveTaken(deferred,{access,earlier,claims,journal,log},sweeper,keep){let taken=deferred.flatMap(({csr,standing})=>standing.kind==="taken-over"?
[{csr,...standing}]:[]);if(taken.length===0)return{outcomes:[],duplicates:[],missing:[]};let unresolved=problem=>({outcomes:taken.map(({csr})=>({result:"in-doub\
t",csr,problem})),duplicates:[],missing:[]});if(earlier.search.scope==="never")return unresolved(NEVER);log.info(`Looking in the account for ${plural(taken.length,
"certificate")} that other runs left unresolved`);try{let wanted=taken.map(({csr,since})=>({csr,since,mayBeLate:!0})),{found,missing,unusable:unusable2,duplicates}=await resolve(
wanted,sweeper,access.clock.now(),access,noteWait(log)),origins=new Map(taken.map(({csr,origin})=>[csr,origin])),outcomes=[...refuseUnusable(unusable2,!0)],isOther=({
csr,certificate})=>hasOtherSubject(csr,certificate.pem),others=found.filter(isOther);outcomes.push(...refuseOtherSubjects(others.map(({csr,certificate:{id}})=>({
csr,certificateId:id})),!0));for(let{csr,certificate}of found.filter(one=>!isOther(one))){let{pem,...withoutPem}=certificate,origin=origins.get(csr),isOwn=earlier.
runId!==void 0&&origin?.runId===earlier.runId;outcomes.push(await keepFound(keep,csr,{...withoutPem,origin},pem,{result:"reused",isOwn}))}for(let{csr}of[...unusable2,
...others])journal.release(csr);for(let csr of missing)claims.cleared(csr);return log.info(`Found ${count(found.length)} of ${count(taken.length)}`),{outcomes,duplicates,
missing}}catch(error){if(access.signal.aborted)return unresolved(CANCELLED_SEARCH);if(!(error instanceof UserError))throw error;return log.annotate("warning",`${error.
message} ${error.fix}`,{title:error.code}),unresolved({code:error.code,message:error.message,fix:error.fix})}}var NEVER={code:"in-doubt",message:"Another run ma\
y have created its certificate and did not say so, and reconcile is never.",fix:"Set `reconcile: auto`, so that it is looked for."},CANCELLED_SEARCH={code:"canc\
elled",message:"The job was cancelled before it was known whether another run had created its certificate.",fix:"Run the job again: it looks for the certificate\
 before it asks for another."};async function reuse(deferred,{access,earlier,store,follower,log}){let known=deferred.flatMap(({csr,standing})=>standing.kind==="\
known"?[{csr,...standing}]:[]);if(known.length===0)return{outcomes:[],contradictions:[],again:[]};try{let wanted=known.map(({csr,certificates})=>({csr,candidates:certificates,
storedId:void 0,isStoredAlone:!1})),reused=await reuseKnown(wanted,access,createListing(access),store,ownCheck(earlier));log.annotate("notice",`${plural(reused.
outcomes.length,"certificate")} were created meanwhile by ${runsOf(known.map(({csr,by,certificates})=>({csr,standing:{kind:"known",by,certificates}})))}, and ar\
e handed over as reused.`,{title:"created-elsewhere"}),followReused(reused.outcomes,follower);let{contradictions,unknown,unusable:unusable2,others}=reused;return{
outcomes:[...reused.outcomes,...refuseUnusable(unusable2,!0),...refuseOtherSubjects(others,!0)],contradictions,again:unknown}}catch(error){if(!(error instanceof
UserError)&&!access.signal.aborted)throw error;let problem=error instanceof UserError?{code:error.code,message:error.message,fix:error.fix}:CANCELLED_SEARCH;return{
outcomes:known.map(({csr})=>({result:"not-attempted",csr,problem})),contradictions:[],again:[]}}}async function recordAll({claims,log},outcomes){try{await claims.
flush()}catch(error){if(!(error instanceof UserError))throw error;let created=[...outcomes.values()].filter(({result})=>result==="created").length;log.annotate(
"warning",`The shared ledger does not have all of ${plural(created,"new certificate")} yet. ${error.message}`,{title:"ledger-table"})}}function lookFor({create,reused,unknown},inDoubt2,search){let announced=csr=>unknown.has(csr)?0:inDoubt2.get(csr.spkiSha256)?.since??Number.POSITIVE_INFINITY,isAnnounced=csr=>inDoubt2.
has(csr.spkiSha256);if(search.scope!=="since")return create.filter(csr=>isAnnounced(csr)||unknown.has(csr)).map(csr=>({csr,since:announced(csr),mayBeLate:isAnnounced(
csr)}));let{time,mayBeLate,always}=search;return create.length===0&&!always?[]:[...create.map(csr=>({csr,since:Math.min(time,announced(csr)),mayBeLate:mayBeLate||
isAnnounced(csr)})),...reused.map(csr=>({csr,since:time,mayBeLate:!1}))]}async function findExisting(left,{access,earlier,journal,log,leavesOut,request,surveys},sweeper,keep){let{create,reused}=left,{inDoubt:inDoubt2}=earlier.journal,
maySearch=earlier.search.scope!=="never",unresolved=lookFor(left,inDoubt2,earlier.search);if(unresolved.length===0)return create.length>0&&maySearch&&await listPage(
access,void 0),{outcomes:[],duplicates:[],missing:create};if(!maySearch)throw unsearchable(unresolved.length);log.info(`Looking in the account for certificates \
of ${plural(unresolved.length,"CSR")}`);let{found,missing,unusable:unusable2,duplicates}=await resolve(unresolved,sweeper,earlier.quietSince,access,noteWait(log),
surveys?.othersSince),known=new Set(reused.map(({path})=>path)),retired3=unusable2.filter(({csr})=>!known.has(csr.path)),isOwnAt=ownCheck(earlier),outcomes=earlier.
reissue?[]:[...refuseUnusable(retired3,leavesOut)],own=found.filter(({csr})=>!known.has(csr.path)),isOther=({csr,certificate})=>hasOtherSubject(csr,certificate.
pem),others=own.filter(isOther).map(({csr,certificate:{id}})=>({csr,certificateId:id}));outcomes.push(...refuseOtherSubjects(others,leavesOut));for(let{csr,certificate}of own.
filter(one=>!isOther(one))){let{pem,...withoutPem}=certificate,isOwn=isOwnAt(certificate,Date.parse(certificate.issuedAt??"")),announced=inDoubt2.get(csr.spkiSha256),
origin=announced?.origin??(isOwn||announced!==void 0?request.origin:void 0);outcomes.push(await keepFound(keep,csr,{...withoutPem,origin},pem,{result:"reused",isOwn}))}
for(let csr of missing)inDoubt2.has(csr.spkiSha256)&&journal.release(csr);log.info(`Found ${plural(found.length,"certificate")} for ${plural(unresolved.length,"\
CSR")}`);let done2=new Set(outcomes.map(({csr})=>csr.path));return{outcomes,duplicates:[...duplicates,...found.filter(({csr})=>known.has(csr.path))],missing:create.
filter(csr=>!done2.has(csr.path))}}function unsearchable(count2){return new UserError("in-doubt",`An earlier attempt may have issued certificates for ${plural(count2,
"CSR")}, and reconcile is never.`,{where:"reconcile",fix:"Set `reconcile: auto`, so that they are looked for. Nothing was created."})}var DEFAULT_PER_SECOND=10,LONG_MS=6e4;function searchTime(certificates){return certificates/DEFAULT_PER_SECOND*1e3}function announceLongSearch(certificates,log){
let time=searchTime(certificates);time<=LONG_MS||log.info(`The account has ${count(certificates)} certificates that are not known here. Each is looked at once, \
by DescribeCertificate: about ${duration(time)} at ${DEFAULT_PER_SECOND} a second, the default quota. What was looked at is remembered, also when this run is en\
ded. A higher quota for DescribeCertificate shortens it, and so does \`reconcile: since=\` with the time of the first certificate that this repository can have is\
sued.`)}async function issueBatch(options){let{csrs,access,earlier,claims,store,log}=options,journal=claims?withClaims(options.journal,claims):options.journal,{knowledge,
reissue}=earlier,keep=createKeep({journal,knowledge,store,follower:options.follower}),listing=options.listing??createListing(access),sweeper=sweeperFor(options,
listing),planned=await plan(csrs,knowledge,store.read,reissue);planned.create.length>0&&earlier.search.scope==="since"&&await listing.back(earlier.search.time-MARGIN_MS);
let reused=await reuseKnown(planned.reuse,access,listing,store,ownCheck(earlier));learn2(reused,knowledge),reused.outcomes.length>0&&log.info(`${plural(reused.outcomes.
length,"CSR")} already with a certificate: reused`);let retired3=reissue?[]:[...reused.unusable,...retiredOf([...planned.create,...reused.unknown],knowledge)],refused2=[
...refuseUnusable(retired3,options.leavesOut),...refuseOtherSubjects(reused.others,options.leavesOut)],left=leftOf(planned,reused,refused2),existing=await findExisting(
left,{...options,journal},sweeper,keep);followReused(reused.outcomes,options.follower);let begun=sweeper.covered?.until??access.iot.awsTime();existing.missing.length>
0&&sweeper.covered!==void 0&&await options.surveys?.share(sweeper);let created=await createFollowed(existing.missing,options.follower,async missing=>claims?createShared(
missing,{...options,claims,journal},sweeper,keep):{...await createMissing(missing,options,sweeper,keep),contradictions:[]}),seconds=await secondsOf(created.outcomes,
begun,options,sweeper),outcomes=new Map([...reused.outcomes,...refused2,...existing.outcomes,...created.outcomes].map(one=>[one.csr.path,one]));return{outcomes:csrs.
flatMap(csr=>outcomes.get(csr.path)??[]),duplicates:eachOnce([...existing.duplicates,...created.duplicates,...seconds]),contradictions:[...reused.contradictions,
...created.contradictions],changed:reused.changed,seen:sweeper.seen,covered:sweeper.covered}}function eachOnce(duplicates){return[...new Map(duplicates.map(one=>[
one.certificate.id,one])).values()]}async function secondsOf(outcomes,since,options,sweeper){let created=outcomes.flatMap(({result,csr})=>result==="created"?[csr]:
[]),{access,claims,earlier,namesSeconds}=options;return claims!==void 0?[]:!namesSeconds||created.length===0||access.signal.aborted||earlier.search.scope==="nev\
er"?[]:findSecondCertificates(created,since,options,sweeper)}function learn2({outcomes,contradictions,unknown,unusable:unusable2},knowledge){for(let outcome of outcomes)
"certificate"in outcome&&knowledge.confirm(outcome.csr.spkiSha256,outcome.certificate.id);for(let{csr,certificateId}of contradictions)knowledge.forget(csr.spkiSha256,
certificateId);for(let{spkiSha256}of[...unknown,...unusable2.map(({csr})=>csr)])for(let{id}of knowledge.get(spkiSha256))knowledge.forget(spkiSha256,id)}function retiredOf(csrs,knowledge){
return csrs.flatMap(csr=>{let[first]=knowledge.retired(csr.spkiSha256);return first===void 0?[]:[{csr,...first}]})}function leftOf({create,reuse:reuse2},reused,refused2){
let done2=new Set([...reused.outcomes,...refused2].map(({csr})=>csr)),unknown=new Set(reused.unknown),again=reused.unusable.map(({csr})=>csr),toCreate=new Set([
...create,...unknown,...again].filter(csr=>!done2.has(csr)));return{create:[...create,...reuse2.map(({csr})=>csr)].filter(csr=>toCreate.has(csr)),reused:reused.
outcomes.map(({csr})=>csr),unknown}}function sweeperFor({csrs,access,earlier,journal,log},listing){let keys=new Set(csrs.map(csr=>csr.spkiSha256)),progress;return createSweeper(
{access,listing,keys:()=>keys,known(id){let other=earlier.others.get(id);return other!==void 0&&!keys.has(other)?other:earlier.knowledge.keyOf(id)},onSeen:journal.
seen,onUnknown:count2=>announceLongSearch(count2,log),onProgress(done2,total){progress??=createProgress("Looked at",total,access.clock.now,log),progress.update(
done2),done2===total&&(progress=void 0)}})}import{hostname}from"node:os";import{randomUUID as randomUUID2}from"node:crypto";function createBackground(table2){let writes=new Set,failure,track=(write,matters)=>{let tracked=write.then(()=>{},error=>{matters&&(failure??=error)}).finally(
()=>writes.delete(tracked));writes.add(tracked)};return{release(item){let released={...item,revision:randomUUID2(),claim:void 0};track(table2.write(released,item.
revision),!1)},issue(entry,item){track((async()=>{if(item!==void 0){let certificates=mergeCertificates(item.certificates,[entry]),issued2={...item,revision:randomUUID2(),
certificates,claim:void 0};if(await table2.write(issued2,item.revision))return}await table2.add([entry])})(),!0)},async flush(){if(await Promise.all(writes),failure!==
void 0)throw failure}}}import{randomUUID as randomUUID3}from"node:crypto";var TOGETHER_MS=2;function createReads(table2,clock){let waiting=[],next;return async key=>(waiting.push(key),next??=clock.sleep(TOGETHER_MS).then(()=>{let keys=waiting;
return waiting=[],next=void 0,table2.read(keys)}),(await next).get(partitionKeyOf(key)))}function leaseMs(requestMs){return 3*requestMs+15e3}var CLOCKS_MS2=1e3,CONTESTS=10;function createClaiming2(options){let{table:table2,requestMs,read:read2}=options,
owner=randomUUID3(),held=new Map,settled=new Set([...read2.values()].flatMap(({certificates})=>certificates.map(one=>one.certificateId))),readSoon=createReads(table2,
options.clock),standingOf=createStanding(options,owner,settled),keyOf=({spkiSha256})=>{let{account,region}=options.place;return{account,region,spkiSha256}},judge=item=>{
let standing=standingOf(item);if(standing?.kind==="known")for(let{id}of standing.certificates)settled.add(id);return standing};return{held,keyOf,judge,learn:certificateId=>settled.
add(certificateId),isLongEnough:({claim,isOutdated})=>!isOutdated&&table2.time.latest()+requestMs+CLOCKS_MS2<=claim.until,async claim(csr){let mine=held.get(csr.
spkiSha256),item=mine?.item??read2.get(partitionKeyOf(keyOf(csr)));standingOf(item)!==void 0&&(item=await readSoon(keyOf(csr)));for(let contest=0;contest<CONTESTS;contest++){
let standing=judge(item);if(standing!==void 0&&standing.kind!=="taken-over")return held.delete(csr.spkiSha256),standing;let claim=claimFor(csr,{options,owner,standing,
item,mine}),revision=randomUUID3(),claimed={key:keyOf(csr),revision,certificates:item?.certificates??[],claim};if(await table2.write(claimed,item?.revision)){let isIntended=standing!==
void 0||(mine?.isIntended??!1);return held.set(csr.spkiSha256,{item:claimed,claim,isIntended,isOutdated:!1}),standing??"held"}item=await readSoon(keyOf(csr))}return{
kind:"busy",by:"other runs that compete for it"}}}}function createStanding({table:table2,counts:counts2},owner,settled){let names=new Map;return item=>{if(item===
void 0)return;let{claim}=item;claim?.runId!==void 0&&names.set(claim.runId,claim.run);let fresh=item.certificates.filter(entry=>!settled.has(entry.certificateId)&&
counts2(entry)),[first]=fresh;if(first!==void 0){let by=first.runId===null?"another run":names.get(first.runId)??`run ${first.runId}`;return{kind:"known",certificates:fresh.
map(certificateOf),by}}if(!(claim===void 0||claim.owner===owner))return table2.time.earliest()<=claim.until+CLOCKS_MS2?{kind:"busy",by:claim.run}:{kind:"taken-o\
ver",since:sinceOf(claim),origin:originOf2(claim)}}}function claimFor(csr,about){let{options,owner,standing,item,mine}=about,{name,origin}=options.run,now=options.
awsTime(),before=mine?.isOutdated&&standing===void 0||item?.claim===void 0?now:sinceOf(item.claim);return{owner,run:name,runId:origin?.runId,runAttempt:origin?.
runAttempt,csrPath:csr.path,since:Math.min(now,before),until:options.table.time.earliest()+leaseMs(options.requestMs)}}function sinceOf({since,until}){return Math.
min(since,until)}function originOf2({runId,runAttempt}){return runId===void 0?void 0:{runId,runAttempt:runAttempt??1,commit:void 0}}var AHEAD=64;function createClaims(options){let{table:table2,place,signal}=options,claiming=createClaiming2(options),{held,keyOf,judge,isLongEnough}=claiming,ahead=createAhead(
claiming),background=createBackground(table2),change=(spkiSha256,changes)=>{let mine=held.get(spkiSha256);mine!==void 0&&held.set(spkiSha256,{...mine,...changes})},
giveBack=spkiSha256=>{let mine=held.get(spkiSha256);mine!==void 0&&(held.delete(spkiSha256),background.release(mine.item))},deferred=[];return{prepare:ahead.prepare,
async hold(csr,ended3){let standing=await untilAborted(ahead.take(csr),ended3);return standing==="held"?!0:(deferred.push({csr,standing}),!1)},mayLeave({spkiSha256}){
let mine=held.get(spkiSha256);return mine!==void 0&&isLongEnough(mine)},intended:({spkiSha256})=>change(spkiSha256,{isIntended:!0}),cleared:({spkiSha256})=>change(
spkiSha256,{isOutdated:!0}),release:({spkiSha256})=>giveBack(spkiSha256),issued(csr,certificate){let item=held.get(csr.spkiSha256)?.item;held.delete(csr.spkiSha256),
claiming.learn(certificate.id),background.issue(entryFor(csr,certificate,place),item)},async releaseUnused(){await ahead.finish();for(let[spkiSha256,{isIntended}]of held)
isIntended||giveBack(spkiSha256)},takeDeferred(){let taken=deferred;return deferred=[],taken},async look(csrs){let items=await untilAborted(table2.read(csrs.map(
keyOf)),signal);return csrs.map(csr=>{let standing=judge(items.get(partitionKeyOf(keyOf(csr)))),isFree=standing===void 0||standing.kind==="taken-over";return{csr,
standing:isFree?{kind:"free"}:standing}})},flush:background.flush}}function createAhead({held,claim,isLongEnough}){let pending=new Map,order=[],places2=new Map,
next=0;return{prepare(csrs){order=csrs,places2=new Map(csrs.map((csr,index)=>[csr,index])),next=0},async take(csr){let until=(places2.get(csr)??0)+AHEAD;for(let one of order.
slice(next,until)){if(held.has(one.spkiSha256))continue;let begun2=claim(one);begun2.catch(()=>{}),pending.set(one.spkiSha256,begun2)}next=Math.max(next,until);
let begun=pending.get(csr.spkiSha256),standing=begun===void 0?"held":await begun;if(pending.delete(csr.spkiSha256),standing!=="held")return standing;let mine=held.
get(csr.spkiSha256);return mine!==void 0&&isLongEnough(mine)?"held":claim(csr)},async finish(){await Promise.allSettled(pending.values()),pending.clear()}}}var WIDTH4=64;async function readShared(table2,csrs,place){let{account,region}=place,items=await table2.read(csrs.map(({spkiSha256})=>({account,region,spkiSha256}))),
recorded=new Map([...items].map(([name,item])=>[name,item.certificates]));return{table:table2,items,entries:[...items.values()].flatMap(({certificates})=>certificates),
async record(issued2,at,pemOf2){let entries=[];await forEach(issued2,WIDTH4,async({csr,certificate,registered:registered2})=>{let entry=entryFor(csr,certificate,
at,registered2),before=recorded.get(partitionKeyOf(entry))??[],after=mergeCertificates(before,[entry]),hasPem=after.find(({certificateId})=>certificateId===certificate.
id)?.certificatePem!=null;if(hasPem&&JSON.stringify(after)===JSON.stringify(before))return;let certificatePem=hasPem?null:await pemOf2(csr)??null;entries.push({
...entry,certificatePem})}),await table2.add(entries);for(let entry of entries){let name=partitionKeyOf(entry);recorded.set(name,mergeCertificates(recorded.get(
name)??[],[entry]))}}}}function claimIn({table:table2,items},run2){let{account,context,clock,stop,options}=run2,{runUrl,runAttempt,runId}=context,name=runUrl===
void 0?`process ${process.pid} on ${hostname()}`:`${runUrl} (attempt ${runAttempt})`;return createClaims({table:table2,place:account,run:{name,origin:originOf(context)},
clock,signal:stop,awsTime:account.iot.awsTime,requestMs:options.requestTimeoutMs,read:items,counts:entry=>!options.reissue||runId!==void 0&&entry.runId===runId})}var CHART_POINTS=60,LEAST_POINTS=8;function pacingFacts({stats,series}){let{sent,throttled,quota}=stats,hasAverage=series!==void 0&&series.elapsedMs>=1e3;if(sent===
0||!hasAverage&&quota===void 0&&throttled===0)return[];let average=hasAverage?`Created ${rate(series.total*1e3/series.elapsedMs)}`:"Speed",found=quota===void 0?
"the quota was not reached":`quota ${rate(quota)}`,share=`${count(throttled)} of ${count(sent)} calls throttled (${(throttled/sent*100).toFixed(1)} %)`;return[`\
- ${average}${hasAverage?",":":"} ${found}, ${share}`]}var COLOURS={bars:"#2f81f7",line:"#e0701a"},SETTINGS=JSON.stringify({xyChart:{width:900,height:260},themeVariables:{
xyChart:{backgroundColor:"transparent",plotColorPalette:Object.values(COLOURS).join(", ")}}});function pacingChart({stats,series}){if(series===void 0||series.perSecond.
length<LEAST_POINTS)return"";let points=series.perSecond,{quota}=stats,seconds=points.length*series.intervalMs/1e3,top=Math.max(...points,quota??0);return["### \
Certificates a second","",`\u{1F7E6} created${quota===void 0?"":` &nbsp; \u{1F7E7} the quota, ${rate(quota)}`}`,"","```mermaid",`%%{init: ${SETTINGS}}%%`,"xycha\
rt-beta",`    x-axis "seconds" 0 --> ${Number(seconds.toFixed(1))}`,`    y-axis "certificates a second" 0 --> ${Math.max(1,Math.ceil(top*1.1))}`,`    bar [${points.
map(rounded).join(", ")}]`,...quota===void 0?[]:[`    line [${points.map(()=>rounded(quota)).join(", ")}]`],"```",""].join(`
`)}function rate(perSecond){return`${perSecond.toFixed(perSecond<100?1:0)}/s`}function rounded(value){return Number(value.toFixed(1))}function createThroughput(most){let intervalMs=250,counts2=[],start,last=0,total=0;return{add(now){for(start??=now,last=now,total++;now-start>=intervalMs*most;)
counts2=Array.from({length:Math.ceil(counts2.length/2)},(_,n)=>n*2).map(n=>(counts2[n]??0)+(counts2[n+1]??0)),intervalMs*=2;let index=Math.floor((now-start)/intervalMs);
counts2[index]=(counts2[index]??0)+1},read(){if(start===void 0)return;let elapsedMs=last-start,perSecond=Array.from(counts2,(count2=0,index)=>{let length=Math.min(
intervalMs,Math.max(elapsedMs-index*intervalMs,intervalMs/4));return count2*1e3/length});return{intervalMs,perSecond,total,elapsedMs}}}}import{realpathSync}from"node:fs";import{join as join3}from"node:path";var WIDTH5=32,CHUNK=1e4;async function carryOver(entries,options,access,listing){let{place,own}=options,others=entries.filter(entry=>!own.has(entry.csrPath)||placeOf2(
entry,place)==="elsewhere"),carried=[],leftOut=[];for(let start=0;start<others.length;start+=CHUNK){let proven=[],looked=[];await forEach(others.slice(start,start+
CHUNK),WIDTH5,async(entry,index)=>{looked[index]=await look(entry,options)});for(let one of looked)one!==void 0&&("reason"in one?leftOut.push(one):"pem"in one&&
placeOf2(one.entry,place)==="here"?proven.push(one):carried.push(one.entry));let answer=await askAccount(proven,place,access,listing);carried.push(...answer.carried),
leftOut.push(...answer.leftOut)}return{carried,leftOut}}function placeOf2({account,region,certificateId},place){return certificateId===null||account===null||region===
null?"none":isSamePlace({account,region},place)?"here":"elsewhere"}async function look(entry,options){let{csrPath,certificateId,spkiSha256,file}=entry;if(certificateId===
null)return withoutCertificate(entry,options.isOfJob);let left=reason=>({csr:{path:csrPath},certificateId,reason});if(!options.isOfJob&&placeOf2(entry,options.place)===
"elsewhere")return left(`no step of this job put it there for account ${entry.account} in ${entry.region}`);let checked=file===null?void 0:checkPem(await options.
pemAt(file)??"");if(checked===void 0||checked.id!==certificateId||checked.spkiSha256!==spkiSha256)return left("this certificate does not stand where the manifes\
t says");if(options.isOfJob)return{entry,spkiSha256,pem:checked.pem};let csr=options.csrAt(csrPath);if(csr==="none"||csr!==void 0&&csr.spkiSha256!==spkiSha256)return left(
"its CSR has another key");let unknown={secret:null,reason:null,...NOT_REGISTERED};return{entry:{...entry,...aboutKey(csr,checked.pem),...unknown},spkiSha256,pem:checked.
pem}}var WITHOUT=new Set(["failed","not-attempted","in-doubt","rejected"]);function withoutCertificate(entry,isOfJob){return isOfJob?{entry}:WITHOUT.has(entry.result)?
{entry:{...entry,...{status:null,file:null,secret:null,issuedAt:null,runId:null,runAttempt:null,commit:null},...NOT_REGISTERED}}:void 0}function aboutKey(csr,pem){
if(csr!==void 0)return{csrSha256:csr.csrSha256,commonName:csr.commonName??null,key:csr.key.name};let holder=readHolder(pem);return{csrSha256:null,commonName:holder?.
commonName??null,key:holder?.key.name??null}}async function askAccount(proven,place,access,listing){let claims=proven.flatMap(({entry,spkiSha256,pem})=>{let certificate=certificateIn(
entry,place);if(certificate===void 0)return[];let csr={path:entry.csrPath,spkiSha256};return[{entry,reuse:{csr,candidates:[{...certificate,pem}],storedId:void 0,
isStoredAlone:!0}}]}),answer=await confirm(claims.map(({reuse:reuse2})=>reuse2),access,listing),confirmed=new Map(answer.confirmed.map(({reuse:reuse2,certificate})=>[
reuse2,certificate]));return{carried:claims.flatMap(({entry,reuse:reuse2})=>{let certificate=confirmed.get(reuse2);return certificate===void 0?[]:[{...entry,status:certificate.
status,issuedAt:certificate.issuedAt??null}]}),leftOut:[...answer.contradictions,...answer.unusable.map(one=>({...one,reason:`it is ${one.status} in the account`}))]}}async function carryManifest(csrs,{handOver,account},{access,listing},{context,log}){let{earlier,directory}=handOver;if(earlier===void 0||earlier.certificates.length===
0)return[];let{tempDirectory,workspace}=context,{carried,leftOut}=await carryOver(earlier.certificates,{place:account,own:new Set([...csrs.map(({path})=>path),...handOver.
rejected]),isOfJob:await isManifestOfJob(tempDirectory,directory.path,earlier.sha256),pemAt:handOver.readFile,csrAt:path=>csrAt(workspace,path)},access,listing);
return annotateContradictions(leftOut,log),carried}function csrAt(workspace,path){let file;try{file=realpathSync.native(join3(workspace,path))}catch(error){return MISSING.
has(error.code??"")?void 0:"none"}return relativeTo(resolveRoot(workspace),file)===void 0?"none":csrIn(path,read(file))??"none"}var MISSING=new Set(["ENOENT","E\
NOTDIR"]);async function createCertificates(story,{batch,handOver,account,memory,beside},options,services){let{log,clock,context,stop}=services;handOver.refuseTakenSecrets(
await deliveredElsewhere(context.tempDirectory,account));let mode=await pacerMode(options.requestsPerSecond,batch.csrs.length,account.createQuota);mode.kind==="\
known"&&log.info(`Quota: ${mode.quota} certificates a second (AWS Service Quotas)`);let created=createThroughput(CHART_POINTS),pacers=createPacers(clock,{create:mode,
share:shareOf(options.requestsPerSecond),onCreated:()=>created.add(clock.now()),report:log.info});story.pacing=()=>({stats:pacers.create.stats,series:created.read()});
let watch=watchAttempt(services,options.githubToken),signal=AbortSignal.any([stop,watch.lost]),access={iot:account.iot,pacers,clock,signal,report:log.info},listing=createListing(
access),carried=await carryManifest(batch.csrs,{handOver,account},{access,listing},services),result=await issueBatch({csrs:comparable(batch.csrs,options.policy),
request:{pemOf:csr=>readPem(join4(context.workspace,csr.path),csr),setAsActive:options.setAsActive===!0,origin:originOf(context),replaces:memory.replaced},access,
listing,namesSeconds:options.shard===void 0,leavesOut:options.onInvalid==="skip",earlier:{knowledge:memory.knowledge,ownSince:memory.ownSince,runId:context.runId,
others:memory.others,journal:{...memory.journal.before,inDoubt:memory.inDoubt},reissue:options.reissue,search:memory.search,quietSince:story.start+options.requestTimeoutMs},
journal:memory.journal.journal,surveys:memory.surveys&&{othersSince:memory.surveys.othersSince,share:async found=>memory.surveys?.share(()=>surveyed(found,memory,
account))},claims:memory.shared&&claimIn(memory.shared,{account,context,clock,stop:signal,options}),store:handOver.directory,follower:beside?.follower,log}).finally(
watch.stop).catch(async error=>{throw await beside?.finish(batch.csrs),error});return watch.lost.aborted&&annotateLost(watch.lost.reason,log),story.outcomes=result.
outcomes,story.duplicates=result.duplicates,story.reach=reachOf(result,memory),await beside?.finish(batch.csrs),annotateContradictions(result.contradictions,log),
annotateDuplicates(story.duplicates,log),annotateKeptStatuses(result.outcomes,result.changed,options.setAsActive!==!1,log),{pacers,carried}}function comparable(csrs,{
severities={}}){return(severities[publicKeyKnown.id]??publicKeyKnown.severity)==="error"?csrs:csrs.map(({subjectSha256,...csr})=>csr)}function annotateLost(reason,log){
reason instanceof UserError&&log.annotate("error",explain(reason),{title:reason.code})}function surveyed({seen,covered},memory,account){let ledger=extendLedger(
memory.ledger,[],reachOf({seen,covered,contradictions:[]},memory),account);return surveyOf(ledger,covered,account)}function reachOf({seen,covered,contradictions},{
others,search,horizon}){let refuted=new Set(contradictions.map(({certificateId})=>certificateId)),kept=[...others].filter(([id])=>!refuted.has(id)),begins=search.
scope==="since"&&!search.isPartial;return{seen:new Map([...kept,...seen]),covered:begins||horizon!==void 0?covered:void 0,refuted}}var WIDTH6=32;async function activate(outcomes,access,journal,onProgress,end2){let{iot,pacers,clock,signal,report:report2}=access,activated=[...outcomes],done2=0;
return await forEach(outcomes,WIDTH6,async(outcome,index)=>{if(signal.aborted||!("certificate"in outcome)||!outcome.awaitsActivation)return;let{certificate}=outcome,
call=()=>iot.updateStatus(certificate.id,"ACTIVE");try{if(outcome.result==="reused"&&!await isAsCreated(certificate.id,{...access,signal:end2})){activated[index]=
{...outcome,awaitsActivation:!1},onProgress(++done2);return}await callUntilAnswered("iot:UpdateCertificate",call,pacers.update,{clock,signal:end2,report:report2})}catch(error){
if(end2.aborted)return;throw error}await journal.activated(certificate.id),activated[index]={...outcome,certificate:{...certificate,status:"ACTIVE"},awaitsActivation:!1},
onProgress(++done2)}),activated}async function isAsCreated(id,access){let certificate=await describeIfThere(access,id);if(certificate===void 0)return!1;let{createdAt,
modifiedAt=createdAt}=certificate;return modifiedAt<=createdAt}import{readFile}from"node:fs/promises";import{join as join5}from"node:path";import{relative,sep}from"node:path";var SHOWN=3,TEXT=3e3,NAMED3=5,RETIRE_RESULTS={planned:"to be done",retired:"retired",revoked:"revoked",deleted:"deleted",waiting:"not INACTIVE for long enough",
already:"done before",unconfirmed:"left, since the newer one is not confirmed",refused:"left for safety",contradicted:"contradicted by the account",gone:"not in\
 the account",failed:"refused by AWS","not-attempted":"not attempted"};function retirementLine(retirement){let parts=Object.entries(RETIRE_RESULTS).flatMap(([result,
words])=>{let rows=retirementsWith(retirement,result);return rows===0?[]:[`${count(rows)} ${words}`]}),of=`${plural(retirement.rows.length,"older certificate")}\
 of ${plural(retirement.things,"thing")}`;return parts.length===0?of:`${of}: ${parts.join(", ")}`}function annotateRetirement(retirement,log){let{rows,foreign,isDryRun}=retirement,
left=rows.filter(({result})=>LEFT_RESULTS.includes(result));for(let row of left.slice(0,SHOWN)){let{message="",fix="",code=row.result}=row.problem??{};log.annotate(
"warning",`${shorten(`${nameOf(row)} is left as it is. ${message}`,TEXT)} ${fix}`,{title:code})}left.length>SHOWN&&log.annotate("warning",`And ${plural(left.length-
SHOWN,"more certificate")}: the job summary lists them.`);let open2=rows.filter(({result})=>result==="unconfirmed");if(open2.length>0&&log.annotate("notice",`Of\
 ${plural(open2.length,"certificate")} the newer one is not confirmed, so they are left as they are: ${named(open2.map(({thing})=>thing))}.`,{title:"unconfirmed"}),
foreign.length>0){let names=foreign.map(({thing,certificateId})=>`${certificateId} of ${thing}`);log.annotate("warning",`Things hold ${plural(foreign.length,"ce\
rtificate")} that the ledger does not name for them; nothing was done with these: ${named(names)}.`,{title:"foreign-certificate"})}isDryRun&&log.annotate("notic\
e",`This was a dry run: nothing was changed. With ${plural(retirementsWith(retirement,"planned"),"certificate")} something would be done. For that, set \`dry-run\
: false\`.`,{title:"dry-run"})}function nameOf({certificateId,thing}){return`Certificate ${certificateId} of thing ${thing}`}function named(names){return`${names.
slice(0,NAMED3).join(", ")}${names.length>NAMED3?" \u2026":""}`}var SHOWN2=3,TEXT2=3e3,PATH=300,NAMED4=5,RESULTS2={selected:"to be revoked",revoked:"revoked",already:"revoked before",gone:"not in the account",contradicted:"c\
ontradicted by the account",failed:"refused by AWS","not-attempted":"not attempted"};function revocationLine(revocation){let parts=Object.entries(RESULTS2).map(
([result,words])=>[countOf(revocation,result),words]).flatMap(([rows,words])=>rows===0?[]:[`${count(rows)} ${words}`]);return`${plural(revocation.rows.length,"c\
ertificate")} selected: ${parts.join(", ")}`}var LOGGED=1e3;function listSelected({rows},log){let selected=rows.filter(({result})=>result==="selected");for(let{
certificateId,csrPath,status,issuedAt=0,why}of selected.slice(0,LOGGED)){let issued2=new Date(issuedAt).toISOString().slice(0,10),path=csrPath===void 0?"":` ${shorten(
csrPath,PATH)}`;log.info(`${certificateId}${path}: ${status}, issued on ${issued2}, selected by ${shorten(why.join(", "),PATH)}`)}selected.length>LOGGED&&log.info(
`\u2026 and ${plural(selected.length-LOGGED,"more certificate")}`)}function annotateRevocation(revocation,log){let of=result=>revocation.rows.filter(row=>row.result===
result),[contradicted,refused2,gone2]=[of("contradicted"),of("failed"),of("gone")];for(let row of contradicted.slice(0,SHOWN2)){let{message="",fix=""}=row.problem??
{};log.annotate("warning",`${shorten(`${nameOf2(row)} was not revoked. ${message}`,TEXT2)} ${fix}`,{title:"record-contradicted"})}annotateRest(contradicted,"war\
ning",log);for(let row of refused2.slice(0,SHOWN2)){let{message="",fix=""}=row.problem??{};log.annotate("error",`${shorten(`${nameOf2(row)} was not revoked. ${message}`,
TEXT2)} ${fix}`,{title:"revoke-refused"})}if(annotateRest(refused2,"error",log),gone2.length>0){let named2=`${gone2.slice(0,NAMED4).map(({certificateId})=>certificateId).
join(", ")}${gone2.length>NAMED4?" \u2026":""}`;log.annotate("warning",`The account does not hold ${plural(gone2.length,"certificate")} that are selected: ${named2}\
. No device can connect with them. Check the ids and aws-region if you did not expect it.`,{title:"not-in-account"})}revocation.isDryRun&&log.annotate("notice",
`This was a dry run: nothing was changed. ${plural(openIn(revocation),"certificate")} would be revoked. To revoke them, set \`dry-run: false\`; nobody can undo th\
at.`,{title:"dry-run"})}function nameOf2({certificateId,csrPath}){return csrPath===void 0?`Certificate ${certificateId}`:`Certificate ${certificateId} of ${csrPath}`}
function annotateRest(rows,level,log){let more=rows.length-SHOWN2;more>0&&log.annotate(level,`And ${plural(more,"more certificate")}: the job summary lists them\
.`)}function verdict(story,mode){let{batch,outcomes,audit,revocation,retirement,failure}=story,files=batch?.files??0;if(mode==="audit"&&audit!==void 0)return`Audit \
of ${plural(audit.audited,"certificate")}: ${plural(audit.drifts.length,"disagreement")}`;if(mode==="revoke"&&revocation!==void 0)return revoked(revocation);if(mode===
"retire"&&retirement!==void 0)return retired(retirement);if(mode==="validate"&&batch!==void 0)return`${count(batch.csrs.length)} of ${plural(files,"CSR")} valid`;
if(failure!==void 0&&outcomes.length===0)return nothing(failure,mode);let have=outcomes.filter(outcome=>"certificate"in outcome).length;return[`${plural(have,"A\
WS IoT certificate")} for ${plural(files,"CSR")}`,...withoutCertificate2(story),...registered(story)].join(", ")}function registered(story){if((story.registration?.
outcomes.length??0)===0)return[];let left=unregisteredOf(story).length;return[left===0?"all registered":`${count(left)} not registered`]}var DONE={issue:"create\
d",validate:"validated",audit:"audited",revoke:"revoked",retire:"retired"};function revoked(revocation){let{isDryRun}=revocation,first=isDryRun?`Dry run: ${plural(
countOf(revocation,"selected"),"certificate")} would be revoked`:`${plural(countOf(revocation,"revoked"),"certificate")} revoked`,others=["already","gone","cont\
radicted","failed","not-attempted"].flatMap(result=>{let rows=countOf(revocation,result);return rows===0?[]:[`${count(rows)} ${RESULTS2[result]}`]});return[first,
...others].join(", ")}function retired(retirement){let first=retirement.isDryRun?`Dry run: ${plural(retirementsWith(retirement,"planned"),"certificate")} would \
be retired`:`${plural(retirementsWith(retirement,...DONE_RESULTS),"certificate")} retired`,left=["waiting","already","unconfirmed","refused","contradicted","fai\
led","not-attempted"].flatMap(result=>{let rows=retirementsWith(retirement,result);return rows===0?[]:[`${count(rows)} ${RETIRE_RESULTS[result]}`]});return[first,
...left].join("; ")}function nothing(failure,mode){let what=failureTitle(failure).replace(/ Nothing was (created|revoked|retired)\.$/,"");return what.includes("\
before anything was")?what:`Nothing was ${DONE[mode]}: ${what}`}function withoutCertificate2({batch,outcomes}){let of=result=>outcomes.filter(outcome=>outcome.result===
result).length,counts2=Object.entries(RESULT_WORDS).map(([result,word])=>[of(result),word]);return[[batch?.rejected.length??0,"rejected"],...counts2].flatMap(([
files,word])=>files===0?[]:[`${count(files)} ${word}`])}function signOf({failure,batch,duplicates,revocation,retirement}){if(failure!==void 0)return"\u274C";let isLeft=(revocation?.
rows.some(({result})=>result==="gone"||result==="contradicted")??!1)||retirement!==void 0&&retirementsWith(retirement,"unconfirmed",...LEFT_RESULTS)>0;return(batch?.
rejected.length??0)>0||duplicates.length>0||isLeft?"\u26A0\uFE0F":"\u2705"}var TEXT3=1e3,NAME=300,SEVERITIES=["error","warning","notice"];function encode({kinds,rows,findings,groups,duplicates}){let texts=createTexts(),rowOf3=new Map(rows.
map(({path},index)=>[path,index])),rules=[...new Set(findings.map(({rule})=>rule))],ruleOf=new Map(rules.map((rule,index)=>[rule,index])),columns=toColumns(rows,
texts.add),encoded={findings:findings.flatMap(({path,rule,severity,message,fix})=>{let row=rowOf3.get(path);return row===void 0?[]:[row,ruleOf.get(rule)??0,SEVERITIES.
indexOf(severity),texts.add(message),texts.add(fix)]}),problems:rows.flatMap(({problem},row)=>problem===void 0?[]:[row,texts.add(problem.code),texts.add(problem.
message),texts.add(problem.fix)]),duplicates:duplicates.flatMap(({path,status})=>[rowOf3.get(path)??-1,texts.add(status)]),duplicateIds:duplicates.map(({id})=>hash3(
id)).join(""),groups:groups.flatMap(({rule,members})=>{let others=members.filter(member=>!rowOf3.has(member)).map(texts.add),found=members.flatMap(member=>rowOf3.
get(member)??[]),index=ruleOf.get(rule);return index===void 0?[]:[{rule:index,rows:found,others}]})};return{kinds,rules:rules.map(id=>({id,title:describeRule(id)?.
title??""})),...texts.finish(columns,encoded)}}function toColumns(rows,add){let before=0;return{path:frontCode(rows.map(({path})=>path)),kind:rows.map(({kind})=>String(
kind)).join(""),commonName:rows.map(({path,commonName})=>commonName===void 0?0:commonName===stemOf(path)?1:shorten(commonName,NAME)),key:rows.map(({key})=>add(key)),
status:rows.map(({status})=>add(status)),recorded:rows.map(({recorded})=>add(recorded)),file:rows.map(({path,file})=>file===void 0?0:file===pemOf(path)?1:file),
secret:rows.map(({secret})=>secret??0),thing:rows.map(({path,thing})=>thing===void 0?0:thing===stemOf(path)?1:thing),registry:rows.map(({registry})=>add(registry)),
rights:rows.map(({rights})=>add(rights)),issuedAt:rows.map(({issuedAt=""})=>{let time=Date.parse(issuedAt);if(Number.isNaN(time))return null;let since=time-before;
return before=time,since}),origin:rows.map(({origin})=>add(origin)),ids:rows.map(({id})=>id===void 0?"":hash3(id)).join(""),spkis:rows.map(({spki})=>spki===void 0?
"":hash3(spki)).join("")}}function stemOf(path){return path.slice(path.lastIndexOf("/")+1).replace(/\.[^.]*$/,"")}function pemOf(path){return`${path.replace(/\.[^./]*$/,
"")}.pem`}function hash3(hex){return Buffer.from(hex,"hex").toString("base64url")}function createTexts(){let indices=new Map;return{add(text){if(text===void 0)return-1;
let short=shorten(text,TEXT3),known=indices.get(short)??indices.size;return indices.set(short,known),known},finish(columns,encoded){let sorted=[...indices].sort(
([a],[b])=>a<b?-1:1),placeOf3=new Map(sorted.map(([,index],place)=>[index,place])),moved=index=>placeOf3.get(index)??-1,movedWhere=(numbers,width,first)=>numbers.
map((value,index)=>index%width>=first?moved(value):value),{key,status,recorded,origin,registry,rights}=columns;return{texts:frontCode(sorted.map(([text])=>text)),
rows:{...columns,key:whereAny(key.map(moved)),status:whereAny(status.map(moved)),recorded:whereAny(recorded.map(moved)),origin:whereAny(origin.map(moved)),registry:whereAny(
registry.map(moved)),rights:whereAny(rights.map(moved)),secret:columns.secret.some(name=>name!==0)?columns.secret:[],thing:columns.thing.some(name=>name!==0)?columns.
thing:[]},findings:movedWhere(encoded.findings,5,3),problems:movedWhere(encoded.problems,4,1),duplicates:movedWhere(encoded.duplicates,2,1),duplicateIds:encoded.
duplicateIds,groups:encoded.groups.map(({others,...group})=>({...group,others:others.map(moved)}))}}}}function whereAny(column){return column.some(index=>index>=
0)?column:[]}function frontCode(texts){let before="",shared=[],rest=[];for(let text of texts){let length=0;for(;length<before.length&&before[length]===text[length];)
length++;shared.push(length),rest.push(text.slice(length)),before=text}return{shared,rest}}var RESULT_TONES=["ok","kept","doubt","bad"],ACTION_TONES=["ok","kept","beside","bad"];function registryOf(story,mode){let{registration,registryPlan,registryUnchecked}=story;
if(registration===void 0&&registryPlan===void 0&&registryUnchecked===void 0)return;let tones=registration===void 0?ACTION_TONES:RESULT_TONES;return{title:registryTitle(
story,mode),parts:registryParts(story).map((part,index)=>({...part,tone:tones[index]??"idle"})),rights:sharedRights(story).map(({policy,group,devices})=>({policy,
from:group===void 0?"attached to each certificate":`the thing group ${group}`,devices})),findings:(registryPlan?.findings??[]).map(({rule,severity,message,fix})=>({
rule,severity,message,fix})),facts:[...registryUnchecked===void 0?[]:[uncheckedFact(registryUnchecked)],...slowestOperation(story)?.facts??[]]}}function registryRows({
registration,registryPlan}){let plans=new Map(registryPlan?.devices.map(device=>[device.path,device])),outcomes=new Map(registration?.outcomes.map(outcome=>[outcome.
path,outcome])),texts=new Map,rightsOf=rights=>{let known=texts.get(rights)??rights.map(rightText).join(", ");return texts.set(rights,known),known};return{planOf:path=>plans.
get(path),outcomeOf:path=>outcomes.get(path),columnsOf(path){let plan2=plans.get(path),outcome=outcomes.get(path);return plan2===void 0&&outcome===void 0?{}:{thing:outcome?.
thing??plan2?.thing,registry:outcome===void 0?plannedText(plan2):outcomeText(outcome),rights:plan2===void 0||lacksRights(plan2,outcome)?void 0:rightsOf(plan2.rights)||
void 0}}}}function lacksRights({action},outcome){return action==="conflict"||(outcome?.left.length??0)>0}function rightText({policy,group}){return group===void 0?
`${policy} (attached to the certificate)`:`${policy} (from the thing group ${group})`}var LISTED=5;function plannedText(plan2){if(plan2===void 0)return;let{action,
reasons,holds}=plan2,held=holds.length===0?"":` It holds ${listed(holds)}.`,why=reasons.length===0?"":` ${reasons.join("; ")}.`;return`${ACTIONS[action].label}.${why}${held}`}
function outcomeText({result,done:done2,left}){let{label}=RESULTS[result];return left.length===0?label:`${label}. Done: ${listed(done2)||"nothing"}. Left: ${listed(
left)}.`}function listed(some){let more=some.length>LISTED?` and ${some.length-LISTED} more`:"";return`${shorten(some.slice(0,LISTED).join(", "),600)}${more}`}var NONE={hasId:!1,hasSpki:!1},BOTH={hasId:!0,hasSpki:!0},KEY={hasId:!1,hasSpki:!0},ID={hasId:!0,hasSpki:!1},LISTED2={listed:{label:"Listed",tone:"idle",meaning:"\
A line of the devices file, without a certificate.",...NONE,isLine:!0}},ISSUED={failed:{label:"Failed",tone:"bad",meaning:"AWS IoT refused it.",...KEY},"in-doub\
t":{label:"Unresolved",tone:"doubt",meaning:"AWS IoT may have created a certificate; the next run looks for it.",...KEY},rejected:{label:"Rejected",tone:"refuse\
d",meaning:"Validation refused the file.",...NONE},"not-attempted":{label:"Not attempted",tone:"idle",meaning:"The run ended before its turn.",...KEY},reused:{label:"\
Reused",tone:"kept",meaning:"It had its certificate already.",...BOTH},created:{label:"Created",tone:"ok",meaning:"This run created its certificate.",...BOTH},...LISTED2},
REGISTERED={failed:ISSUED.failed,"in-doubt":ISSUED["in-doubt"],rejected:ISSUED.rejected,conflict:{label:RESULTS.conflict.label,tone:"bad",meaning:RESULTS.conflict.
meaning,...BOTH},unregistered:{label:RESULTS.incomplete.label,tone:"doubt",meaning:RESULTS.incomplete.meaning,...BOTH},"not-attempted":ISSUED["not-attempted"],reused:ISSUED.
reused,created:ISSUED.created,...LISTED2},JUDGED={rejected:{label:"Rejected",tone:"bad",meaning:"An error speaks against the file.",...NONE},valid:{label:"Valid",
tone:"ok",meaning:"It can become a certificate.",...KEY},...LISTED2},PLANNED={rejected:JUDGED.rejected,conflict:{label:ACTIONS.conflict.label,tone:"bad",meaning:ACTIONS.
conflict.meaning,...NONE},attach:{label:ACTIONS.attach.label,tone:"beside",meaning:ACTIONS.attach.meaning,...KEY},found:{label:ACTIONS.found.label,tone:"kept",meaning:ACTIONS.
found.meaning,...KEY},create:{label:ACTIONS.create.label,tone:"ok",meaning:ACTIONS.create.meaning,...KEY},...LISTED2},AUDITED={missing:{label:"Missing",tone:"ba\
d",meaning:"In the ledger, not in the account.",...ID},several:{label:"Several",tone:"doubt",meaning:"One of several usable certificates for one key.",...ID},status:{
label:"Other status",tone:"refused",meaning:"The account has another status than the ledger.",...ID},leftover:{label:"Leftover",tone:"doubt",meaning:"ACTIVE a m\
onth after its thing got a newer one.",...ID},unattached:{label:"Not attached",tone:"bad",meaning:"Its thing does not hold it.",...ID},principal:{label:"Other a\
ttachment",tone:"refused",meaning:"It is attached otherwise than asked for.",...ID},policy:{label:"Policy missing",tone:"refused",meaning:"It lacks a policy tha\
t it should have.",...ID},group:{label:"Group missing",tone:"refused",meaning:"Its thing is not in a group.",...ID},orphan:{label:"Not in the ledger",tone:"idle",
meaning:"In the account, not in the ledger.",...ID}},REVOKED={failed:{label:"Refused",tone:"bad",meaning:"AWS IoT refused to revoke it.",...ID},contradicted:{label:"\
Contradicted",tone:"bad",meaning:"The account holds it for another key than the ledger says; it was not revoked.",...ID},"not-attempted":{label:"Not attempted",
tone:"idle",meaning:"The run ended before its turn.",...ID},selected:{label:"To be revoked",tone:"doubt",meaning:"A run that is no dry run revokes it.",...ID},gone:{
label:"Not in the account",tone:"refused",meaning:"The account does not hold it.",...ID},already:{label:"Revoked before",tone:"kept",meaning:"It was revoked bef\
ore this run.",...ID},revoked:{label:"Revoked",tone:"ok",meaning:"This run revoked it.",...ID}},RETIRED={failed:{label:"Refused",tone:"bad",meaning:"AWS IoT ref\
used it.",...ID},contradicted:{label:"Contradicted",tone:"bad",meaning:"The account holds it for another key than the ledger says; nothing was done with it.",...ID},
refused:{label:"Left for safety",tone:"bad",meaning:"Something speaks against retiring it.",...ID},"not-attempted":{label:"Not attempted",tone:"idle",meaning:"T\
he run ended before its turn.",...ID},unconfirmed:{label:"Not confirmed",tone:"doubt",meaning:"The newer certificate has not connected.",...ID},planned:{label:"\
To be done",tone:"doubt",meaning:"A run that is no dry run does it.",...ID},waiting:{label:"Waiting",tone:"kept",meaning:"It is INACTIVE, and not for long enoug\
h.",...ID},gone:{label:"Not in the account",tone:"refused",meaning:"The account does not hold it.",...ID},already:{label:"Done before",tone:"kept",meaning:"It w\
as retired before this run.",...ID},retired:{label:"Retired",tone:"ok",meaning:"This run made it INACTIVE and detached it.",...ID},revoked:{label:"Revoked",tone:"\
ok",meaning:"This run revoked it.",...ID},deleted:{label:"Deleted",tone:"ok",meaning:"This run deleted it.",...ID}};function collect(story,mode){let{batch,audit}=story,
registry=registryRows(story),rows={audit:()=>driftsOf(audit?.drifts??[]),validate:()=>judged(story,registry),issue:()=>issued(story,registry),revoke:()=>revoked2(
story.revocation?.rows??[]),retire:()=>retired2(story.retirement?.rows??[])}[mode](),kinds=kindsOf(story,mode);return{kinds:rows.some(({kind})=>kinds[kind]===LISTED2.
listed)?kinds:kinds.filter(kind=>kind!==LISTED2.listed),rows:rows.sort((a,b)=>a.path<b.path?-1:a.path>b.path?1:0),findings:(batch?.findings??[]).map(finding=>({
...finding,path:placeOf(finding)})),groups:batch?.groups??[],duplicates:story.duplicates.map(({csr,certificate})=>({path:csr.path,id:certificate.id,status:certificate.
status}))}}function kindsOf({registration,registryPlan},mode){return Object.values(mode==="audit"?AUDITED:mode==="revoke"?REVOKED:mode==="retire"?RETIRED:mode===
"validate"?registryPlan===void 0?JUDGED:PLANNED:registration===void 0?ISSUED:REGISTERED)}function indicesOf(kinds){return Object.fromEntries(Object.keys(kinds).
map((name,index)=>[name,index]))}var ISSUED_INDEX=indicesOf(ISSUED),REGISTERED_INDEX=indicesOf(REGISTERED),JUDGED_INDEX=indicesOf(JUDGED),PLANNED_INDEX=indicesOf(
PLANNED),AUDITED_INDEX=indicesOf(AUDITED),REVOKED_INDEX=indicesOf(REVOKED),RETIRED_INDEX=indicesOf(RETIRED);function judged({batch,registryPlan},{planOf,columnsOf}){
let kindOf=path=>registryPlan===void 0?JUDGED_INDEX.valid:PLANNED_INDEX[planOf(path)?.action??"create"],refused2=registryPlan===void 0?JUDGED_INDEX.rejected:PLANNED_INDEX.
rejected;return[...rejectedRows(batch,path=>planOf(path)===void 0?refused2:kindOf(path),columnsOf),...listedRows(batch,registryPlan===void 0?JUDGED_INDEX.listed:
PLANNED_INDEX.listed),...(batch?.csrs??[]).map(({path,commonName,key,spkiSha256})=>({...columnsOf(path),path,kind:kindOf(path),commonName,key:key.name,spki:spkiSha256}))]}
function issued(story,registry){let{batch,outcomes,failure}=story,done2=new Set(outcomes.map(({csr})=>csr)),problem={code:failure?.code??"not-attempted",message:"\
The run ended before anything was created.",fix:failure?.fix??"Run the job again."},left=(batch?.csrs??[]).filter(csr=>!done2.has(csr)),indices=story.registration===
void 0?ISSUED_INDEX:REGISTERED_INDEX;return[...rejectedRows(batch,()=>indices.rejected,registry.columnsOf),...listedRows(batch,indices.listed),...outcomes.map(outcome=>toRow(
outcome,story,registry)),...left.map(csr=>toRow({result:"not-attempted",csr,problem},story,registry))]}function rejectedRows(batch,kindOf,columnsOf){return(batch?.
rejected??[]).map(path=>({...columnsOf(path),path,kind:kindOf(path)}))}function listedRows(batch,kind){let lines=(batch?.findings??[]).filter(({line})=>line!==void 0);
return[...new Set(lines.map(placeOf))].map(path=>({path,kind}))}function toRow(outcome,{directory,secrets,registration},{outcomeOf:outcomeOf2,columnsOf}){let{csr,
result}=outcome,{path,commonName,key,spkiSha256:spki}=csr,kind=(registration===void 0?ISSUED_INDEX:REGISTERED_INDEX)[result];if(!("certificate"in outcome))return{
path,kind,commonName,key:key.name,spki,problem:outcome.problem};let{id,status,issuedAt,origin}=outcome.certificate,registered2=outcomeOf2(path);return{...columnsOf(
path),path,kind:registered2===void 0?kind:kindOfRegistered(registered2,kind),problem:registered2?.problem,commonName,key:key.name,spki,id,status,issuedAt,origin:origin&&
[origin.runId,origin.runAttempt,origin.commit??""].join("/"),file:directory?.nameOf(csr),secret:secrets?.byPath.get(csr.path)}}function kindOfRegistered({result},kind){
return result==="conflict"?REGISTERED_INDEX.conflict:result==="incomplete"?REGISTERED_INDEX.unregistered:kind}function driftsOf(drifts){return groupDrifts(drifts).
flatMap(({kind,cause,fix,drifts:found})=>{let problem={code:kind,message:cause,fix};return found.map(({certificateId,csrPath,inLedger,inAccount})=>({path:csrPath??
"",kind:AUDITED_INDEX[kind],id:certificateId,status:inAccount,recorded:inLedger,problem}))})}function revoked2(rows){return rows.map(row=>{let{certificateId,csrPath,
status,issuedAt,result}=row;return{path:csrPath??"",kind:REVOKED_INDEX[result],id:certificateId,status:result==="revoked"?"REVOKED":status,...issuedAt===void 0?
{}:{issuedAt:new Date(issuedAt).toISOString()},problem:problemOf3(row)}})}var NEXT={selected:"Set `dry-run: false` to revoke it.",gone:"Check its id and aws-reg\
ion."};function problemOf3({result,why,problem}){let message=`Selected: ${why.join(", ")}`;return problem??{code:result,message,fix:NEXT[result]??""}}var STATUS_AFTER={
retired:"INACTIVE",revoked:"REVOKED",deleted:"DELETED"};function retired2(rows){return rows.map(({thing,certificateId,csrPath,status,createdAt,result,problem})=>({
path:csrPath??thing,kind:RETIRED_INDEX[result],id:certificateId,status:STATUS_AFTER[result]??status,...createdAt===void 0?{}:{issuedAt:new Date(createdAt).toISOString()},
...problem===void 0?{}:{problem}}))}function pageData(story,run2){let pacing2=story.pacing?.(),{series,stats}=pacing2??{},registry=registryOf(story,run2.mode);return{run:factsOf2(story,run2),...encode(
collect(story,run2.mode)),...pacing2===void 0||stats===void 0||stats.sent===0?{}:{throughput:{intervalMs:series?.intervalMs??0,perSecond:(series?.perSecond??[]).
map(value=>Number(value.toFixed(1))),...stats.quota===void 0?{}:{quota:stats.quota},facts:pacingFacts(pacing2).map(line=>line.replace(/^- /,""))}},...registry===
void 0?{}:{registry}}}var PLACE="%DATA%";function renderPage(template,data){let at=template.indexOf(PLACE),json=JSON.stringify(data).replaceAll("<","\\u003c");return template.
slice(0,at)+json+template.slice(at+PLACE.length)}function factsOf2(story,{mode,now,context}){let{account,artifact,directory,ledgerPath,secrets,failure,estimate:estimate2,
audit}=story,{workspace,repository,runUrl,serverUrl,commit,rulesPage}=context,facts2={mode,heading:verdict(story,mode),succeeded:failure===void 0,failures:failure&&
[failure,...failure.others].map(error=>({message:placed(error),fix:error.fix})),madeAt:new Date(now).toISOString(),took:duration(now-story.start),repository,runUrl,
serverUrl,commit,account:account?.account,region:account?.region,partition:account&&partitionOf(account.region),consolePages:account&&consolePages(account.region),
identity:account?.arn,artifact:artifact&&{name:artifact.name,url:artifact.url,digest:artifact.digest},directory:directory?.path,ledger:ledgerPath&&withinOr(workspace,
ledgerPath),secrets:secrets&&`${plural(secrets.written,"secret")} written in the ${secrets.where}, ${count(secrets.kept)} there already`,estimate:estimate2||void 0,
audited:audit?.audited,activated:audit?.activated,rulesPage:URL.canParse(rulesPage)?rulesPage:void 0};return Object.fromEntries(Object.entries(facts2).filter(([
,value])=>value!==void 0))}function withinOr(directory,path){let way=relative(directory,path);return way===""||way.startsWith("..")||way.includes(":")?path:way.
replaceAll(sep,"/")}var TEMPLATE=new URL("./report-page.html",import.meta.url),MARK='<meta name="generator" content="create-aws-iot-certificates-from-csrs">',HEAD=2e3;async function rehearsePage(story,services){
await forEachFile(story,services,async({path,files})=>(await files()).rehearse([path]))}async function writePage(story,mode,services){let{clock,context}=services,
html,inDirectory2;return await forEachFile(story,services,async({path,input,files})=>{let writer=await files();html??=renderPage(await readFile(TEMPLATE,"utf8"),
pageData(story,{mode,now:clock.now(),context})),await writer.write(path,html),input==="report"?story.pagePath=path:(story.pagePath??=path,inDirectory2=path)}),inDirectory2}
async function forEachFile(story,{log,files},work){for(let[place,path]of Object.entries(story.pages??{})){if(path===void 0)continue;let file=place==="path"?{path,
input:"report",files:async()=>files}:{path:join5(path,REPORT_HTML),input:"output-directory",files:()=>directoryFiles(path,files)},isDone2=!1;await onlyReport("T\
he report",log,async()=>{try{await work(file),isDone2=!0}catch(error){throw error instanceof UserError||error.syscall!==void 0?errorOf(error,"report",file.input):
error}}),isDone2||(story.pages={directory:void 0,path:void 0,...story.pages,[place]:void 0})}}async function directoryFiles(directory,files){let inside=files.below(
directory),path=join5(directory,REPORT_HTML),text=await readRegularFile(path);if(text===void 0||text.slice(0,HEAD).includes(MARK))return inside;throw new UserError(
"report",`${path} is there, and is not a report of this action; it stays as it is.`,{where:"output-directory",fix:"Rename it, or name another output-directory."})}async function prepareHandOver(plan2,options,services){let{context}=services,directory=await openDirectory(options.outputDirectory,plan2.certificateFiles,services.
files),earlier=await readManifest(directory.path),{artifactRetentionDays:retentionDays,shard}=options,artifact=options.deliver.includes("artifact")?await prepareArtifact(
{name:artifactNameOf(options),retentionDays,isPart:shard!==void 0},services):void 0,secrets=await prepareSecretsOf(plan2,options,services);return{directory,earlier,
rejected:plan2.rejected.map(({path})=>path),readFile:name=>directory.readName(name),readCertificate:csr=>storedPem(directory,csr),refuseTakenSecrets:others=>secrets?.
refuseTaken(others),writesSecrets:secrets!==void 0,async writeSecrets(outcomes,before,journal){return secrets?.deliver(await readIssued(outcomes,directory),before,
journal)},async writeManifest({outcomes,account,secrets:written,registered:registered2,carried}){let sources=[...carried,...outcomes,...plan2.rejected];sources.
sort((a,b)=>pathOf(a)<pathOf(b)?-1:1);function*entries(){for(let source of sources)if("csr"in source){let{csr}=source;yield entryOf(source,{place:account,file:directory.
nameOf(csr),secret:written.get(csr.path),registered:registered2.get(csr.path)})}else yield"rule"in source?rejectedEntry(source):source}return writeManifest(directory.
files,directory.path,{repository:context.repository??null,account:account.account,region:account.region,shard:options.shard??null,runId:context.runId??null,runAttempt:context.
runId===void 0?null:context.runAttempt,certificates:{[Symbol.iterator]:entries}})},async upload(outcomes,beside){let pems=outcomes.flatMap(outcome=>"certificate"in
outcome?[directory.fileOf(outcome.csr)]:[]);if(!(artifact===void 0||pems.length===0&&options.shard===void 0))return artifact.upload([...pems,...beside],directory.
path)}}}function pathOf(source){return"csr"in source?source.csr.path:"rule"in source?source.path:source.csrPath}async function storedPem(directory,csr){let checked=check(
csr,await directory.read(csr)??"");return checked.verdict==="good"?checked.pem:void 0}var WIDTH7=32;async function readIssued(outcomes,directory){let issued2=[];
return await forEach(outcomes,WIDTH7,async(outcome,index)=>{if(!("certificate"in outcome))return;let{csr,certificate}=outcome,pem=await storedPem(directory,csr);
if(pem===void 0)throw gone(directory.fileOf(csr));issued2[index]={csr,certificateId:certificate.id,pem}}),issued2.flatMap(one=>one??[])}function gone(file){return new UserError(
"certificate-gone","The file of this certificate was removed while the step ran.",{where:file,fix:"Let nothing else change output-directory while the step runs,\
 and run the job again: nothing is issued twice."})}async function prepareSecretsOf({secretPlan},{secrets,githubToken},services){if(secretPlan===void 0||secrets===
void 0)return;let{prepareSecrets}=await import("./part-octokit-plugin-throttling.js");return prepareSecrets(secretPlan,secrets,githubToken,services)}async function handOverBundles(story,{bundles,handOver},{log,clock,stop}){let{outcomes}=story;if(bundles===void 0||!outcomes.some(outcome=>"certificate"in outcome))
return[];let{deliverBundles}=await import("./part-delivery-bundle-deliver-bundles.js"),{directory}=handOver,pemOf2=async csr=>{let pem=await handOver.readCertificate(csr);if(pem===
void 0)throw gone(directory.fileOf(csr));return pem},progress=createProgress("Bundled",outcomes.length,clock.now,log);story.bundles=await deliverBundles(bundles,
{directory,pemOf:pemOf2},outcomes,stop,progress.update);let{devices,archives}=story.bundles;return log.info(`Wrote ${plural(devices,"bundle")}${archives===void 0?
"":` into ${plural(archives,"archive")}`}`),story.bundles.written}var REASONS=8,NAMED5=10,NAMED_TEXT=1e3;function reasonOf2({code,message}){let general=message.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{16,}/gi,
"").replaceAll(/(\/[^/\s]+)+/g,"");return`${code}
${general}`}function namesOf(paths){let more=paths.length>NAMED5?` and ${count(paths.length-NAMED5)} more`:"";return`${shorten(paths.slice(0,NAMED5).join(", "),
NAMED_TEXT)}${more}`}function refuseIncomplete(outcomes,{isCancelled}){let missing=outcomes.filter(outcome=>"problem"in outcome),groups=[...groupBy(missing,({problem})=>reasonOf2(problem)).
values()].sort(byWeight),shown=groups.slice(0,REASONS),rest=groups.slice(REASONS).flat(),code=isCancelled?"cancelled":"incomplete",joined=joinErrors([...shown.map(
group=>incomplete(code,group,outcomes.length)),...rest.length===0?[]:[otherReasons(code,rest)]]);if(joined!==void 0)throw joined}function byWeight(a,b){let isLeft=group=>group.
every(({result})=>result==="not-attempted")?1:0;return isLeft(a)-isLeft(b)||b.length-a.length}function incomplete(code,group,of){let[first]=group,all=group.length<=
NAMED5?"":" The job summary lists all of them.";return new UserError(code,`${count(group.length)} of ${plural(of,"CSR")} got no certificate. ${first?.problem.message}`,
{where:namesOf(group.map(({csr})=>csr.path)),fix:`${first?.problem.fix}${all}`})}function otherReasons(code,rest){return new UserError(code,`${plural(rest.length,
"more CSR")} got no certificate, for other reasons.`,{where:namesOf(rest.map(({csr})=>csr.path)),fix:"The job summary lists them."})}var STEPS_TEXT=300;function unregisteredIn(registration){if(registration===void 0)return;let{outcomes,problem}=registration,all=outcomes.filter(outcome=>outcome.
problem!==void 0),open2=all.filter(outcome=>outcome.problem.message!==problem?.message),groups=[...groupBy(open2,reasonFor).values()].sort((a,b)=>b.length-a.length),
rest=groups.slice(REASONS).flat();return joinErrors([...problem===void 0?[]:[ended(problem,all,outcomes.length)],...groups.slice(0,REASONS).map(group=>unregistered(
group,outcomes.length)),...rest.length===0?[]:[otherReasons2(rest)]])}function registeredOf2(registration){return new Map(registration?.outcomes.flatMap(({path,
thing,hash:hash4})=>hash4===void 0?[]:[[path,{thing,registration:hash4}]]))}function ended({code,message,fix},open2,of){return code==="policy-denies-connect"?new UserError(
code,message,{where:"policies",fix}):new UserError("registration-incomplete",`No more devices were registered: ${count(open2.length)} of ${plural(of,"device")} ${open2.
length===1?"is":"are"} not. ${message} ${stepsOf(open2[0])}`,{where:namesOf(open2.map(({path})=>path)),fix})}function reasonFor({problem,thing=""}){return reasonOf2(
{...problem,message:thing===""?problem.message:problem.message.replaceAll(thing,"")})}function unregistered(group,of){let[first]=group,isConflict=first?.result===
"conflict",code=first?.problem.code==="cancelled"?"cancelled":isConflict?"registration-conflict":"registration-incomplete",all=group.length<=NAMED5?"":" The job\
 summary lists all of them.";return new UserError(code,`${count(group.length)} of ${plural(of,"device")} ${group.length===1?"is":"are"} not registered. ${first?.
problem.message} ${stepsOf(first)}`,{where:namesOf(group.map(({path})=>path)),fix:`${first?.problem.fix}${all}`})}function stepsOf(outcome){let{path="",done:done2=[],
left=[]}=outcome??{},listed2=steps2=>shorten(steps2.join(", "),STEPS_TEXT)||"nothing";return`Of ${path}, done: ${listed2(done2)}; left: ${listed2(left)}.`}function otherReasons2(rest){
return new UserError("registration-incomplete",`${plural(rest.length,"more device")} are not registered, for other reasons.`,{where:namesOf(rest.map(({path})=>path)),
fix:"The job summary lists them."})}async function deliverCertificates(story,prepared,{pacers,carried},options,services){let{log,commands,stop}=services,attempts=createAttempts(),{attempt}=attempts,
keepLedger=async()=>{let path=await attempt(()=>recordLedger(story,prepared,options,services));return path!==void 0&&await attempt(async()=>prepared.ledgerCommit?.
commit()),path},keepManifest=()=>attempt(()=>recordManifest(story,prepared,carried)),kept=await keepLedger(),manifest=await keepManifest();await attempt(()=>deliverSecrets(
story,prepared,options,services)),story.secrets!==void 0&&(manifest=await keepManifest()??manifest);let bundles=await attempt(()=>handOverBundles(story,prepared,
services))??[];await attempt(async()=>{let page=hasTimeForPage(story,stop)?await writePage(story,"issue",services):void 0,memory=options.ledger===void 0?kept:void 0,
beside=[manifest?.json,manifest?.csv,page,memory].filter(file=>file!==void 0);await uploadArtifact2(story,prepared,[...beside,...bundles],services)});let unregistered2=unregisteredIn(
story.registration);options.setAsActive==="after-delivery"&&attempts.failures.length===0&&unregistered2===void 0?(await attempt(()=>activateAll(story,prepared,pacers,
services)),await keepLedger(),await keepManifest()):options.setAsActive==="after-delivery"&&unregistered2!==void 0&&log.info("New certificates stay INACTIVE unt\
il all devices are registered"),attempts.failures.length===0&&!story.outcomes.some(({result})=>result==="in-doubt")&&await onlyReport("The note for the post ste\
p that all is handed over",log,()=>commands.saveState("handed-over","true")),options.setAsActive==="after-delivery"&&stop.aborted&&await attempt(()=>refuseInactive(
story.outcomes)),await attempt(()=>refuseIncomplete(story.outcomes,{isCancelled:stop.aborted})),await attempt(()=>{if(story.registration?.bug!==void 0)throw story.
registration.bug;if(unregistered2!==void 0)throw unregistered2}),throwAll(attempts.failures,log)}var SMALL=5e3;function hasTimeForPage({outcomes},stop){return!stop.
aborted||outcomes.length<=SMALL}function createAttempts(){let failures=[];return{failures,async attempt(work){try{return await work()}catch(error){failures.push(
error);return}}}}function throwAll(failures,log){let joined=joinErrors(failures.filter(failure=>failure instanceof UserError)),bug=failures.find(failure=>!(failure instanceof
UserError));if(bug!==void 0)throw joined!==void 0&&annotateFailure(log,joined),bug;if(joined!==void 0)throw joined}async function deliverSecrets(story,{handOver,
memory},options,services){if(!handOver.writesSecrets)return;let{log}=services,since=memory.delivered.size===0?void 0:await beginOfRun(memory,options,services),before={
delivered:memory.delivered,since},secrets=await handOver.writeSecrets(story.outcomes,before,memory.journal.journal);if(secrets!==void 0&&(story.secrets=secrets,
log.info(`${plural(secrets.written,"secret")} written, ${count(secrets.kept)} there already (${secrets.where})`),secrets.failure!==void 0))throw secrets.failure}
async function beginOfRun({ownSince},{githubToken},services){let{clock,context,stop,log}=services;if(ownSince!==void 0||context.runId===void 0)return ownSince;try{
return await getRunStart(services,githubToken,{clock,signal:stop})}catch(error){if(!(error instanceof UserError))throw error;log.info("All secrets are written a\
gain: GitHub does not say when this run began (`actions: read`)");return}}async function uploadArtifact2(story,{handOver},beside,{log}){let artifact=await handOver.
upload(story.outcomes,beside);artifact!==void 0&&(story.artifact=artifact,log.info(`Uploaded artifact ${artifact.name} (${artifact.digest})`))}async function recordLedger(story,{
handOver,account,memory},{ledger},{files}){let{outcomes}=story,registered2=registeredOf2(story.registration);if(memory.shared!==void 0){let issued2=outcomes.flatMap(
outcome=>"certificate"in outcome?[{...outcome,registered:registered2.get(outcome.csr.path)}]:[]);await memory.shared.record(issued2,account,handOver.readCertificate);
return}let entries=outcomes.flatMap(outcome=>"certificate"in outcome?[entryFor(outcome.csr,outcome.certificate,account,registered2.get(outcome.csr.path))]:[]),holders=new Map(
outcomes.flatMap(outcome=>"certificate"in outcome?[[outcome.certificate.id,outcome.csr]]:[])),extended=extendLedger(memory.ledger,entries,story.reach??NO_REACH,
account);return await writeLedger(files,memory.ledgerFile,extended,async({certificateId})=>{let csr=holders.get(certificateId);return csr===void 0?void 0:handOver.
readCertificate(csr)}),ledger!==void 0&&(story.ledgerPath=ledger),memory.ledgerFile}async function recordManifest(story,{handOver,account,memory},carried){let{outcomes,
secrets,registration}=story,registered2=new Map(registration?.outcomes.map(outcome=>[outcome.path,outcome])),written=secrets?.byPath??new Map,manifest=await handOver.
writeManifest({outcomes,account,secrets:written,registered:registered2,carried});return memory.journal.journal.wroteManifest(manifest.sha256),story.manifestPath=
manifest.json,manifest}var NO_REACH={seen:new Map,covered:void 0,refuted:new Set};async function activateAll(story,{account,memory},pacers,{log,clock,stop,end:end2}){
let onProgress=createProgress("Activated",story.outcomes.length,clock.now,log).update,access={iot:account.iot,pacers,clock,signal:stop,report:log.info},before=story.
outcomes;story.outcomes=await activate(before,access,memory.journal.journal,onProgress,end2),annotateDisabled(before,story.outcomes,log)}function refuseInactive(outcomes){
let inactive=outcomes.filter(outcome=>"certificate"in outcome&&outcome.awaitsActivation);if(inactive.length!==0)throw new UserError("cancelled",`The job was can\
celled before ${plural(inactive.length,"certificate")} of ${count(outcomes.length)} could be activated.`,{fix:'Press "Re-run failed jobs": the next attempt acti\
vates them.'})}import{sep as sep2}from"node:path";var TITLE="IAM policy of the run that issues with these inputs";function policySummary(mode,iamPolicy){return mode!=="validate"||iamPolicy===void 0?"":folded(TITLE,
`\`\`\`json
${linesOf(iamPolicy).join(`
`)}
\`\`\``)}function logPolicy(mode,iamPolicy,log){if(!(mode!=="validate"||iamPolicy===void 0)){log.stage(TITLE);for(let line of linesOf(iamPolicy))log.info(line);
log.endStage()}}function linesOf(iamPolicy){return JSON.stringify(JSON.parse(iamPolicy),null,2).split(`
`)}function lastLine(story,mode,elapsedMs){let{pagePath}=story,report2=pagePath===void 0?[]:[`Report: ${pagePath}`];return[`${done(story,mode)} in ${duration(elapsedMs)}`,
...places(story),...report2].join(". ")}function done(story,mode){let{batch,outcomes,audit,registration,revocation,retirement}=story;if(mode==="audit")return`${plural(
audit?.audited??0,"certificate")} audited, ${plural(audit?.drifts.length??0,"disagreement")}`;if(mode==="revoke")return revocation===void 0?"Nothing revoked":revocationLine(
revocation);if(mode==="retire")return retirement===void 0?"Nothing retired":retirementLine(retirement);let rejected=`${count(batch?.rejected.length??0)} rejecte\
d`;if(mode==="validate")return`${plural(batch?.csrs.length??0,"valid CSR")}, ${rejected}`;let of=result=>outcomes.filter(outcome=>outcome.result===result).length,
rare=[[of("in-doubt"),"unresolved"],[of("not-attempted"),"not attempted"]];return[`${count(of("created"))} created`,`${count(of("reused"))} reused`,rejected,`${count(
of("failed"))} failed`,...rare.flatMap(([csrs,word])=>csrs===0?[]:[`${count(csrs)} ${word}`]),...registration===void 0?[]:[`${count(unregisteredOf(story).length)}\
 not registered`]].join(", ")}function places({outcomes,artifact,secrets,directory}){if(!outcomes.some(outcome=>"certificate"in outcome))return[];let where=[...artifact===
void 0?[]:[`the artifact ${artifact.name}`],...secrets===void 0?[]:[`secrets of the ${secrets.where}`],...directory===void 0?[]:[directory.path]];return where.length===
0?[]:[`The certificates are in ${where.join(" and ")}`]}function writeOutputs(story,setOutput){let{batch,outcomes,directory,manifestPath,ledgerPath,artifact,secrets,audit,revocation,retirement,account}=story,{registration}=story,
having=(...results)=>String(outcomes.filter(outcome=>results.includes(outcome.result)).length);setOutput("created-count",having("created")),setOutput("reused-co\
unt",having("reused")),setOutput("rejected-count",String(batch?.rejected.length??0)),setOutput("failed-count",having("failed","in-doubt","not-attempted"));let registered2=(...results)=>registration===
void 0?"":String(registration.outcomes.filter(({result})=>results.includes(result)).length);setOutput("registered-count",registered2("registered","found")),setOutput(
"registration-failed-count",registered2("incomplete","conflict")),setOutput("drift-count",audit===void 0?"":String(audit.drifts.length)),setOutput("selected-cou\
nt",revocation===void 0?"":String(openIn(revocation))),setOutput("revoked-count",revocation===void 0?"":String(countOf(revocation,"revoked")));let retired3=(...results)=>retirement===
void 0?"":String(retirementsWith(retirement,...results));setOutput("retired-count",retired3(...DONE_RESULTS)),setOutput("unconfirmed-count",retired3("unconfirme\
d")),setOutput("certificates-path",directory?.path??""),setOutput("manifest-path",manifestPath??""),setOutput("ledger-path",ledgerPath??""),setOutput("artifact-\
id",artifact?.id??""),setOutput("artifact-url",artifact?.url??""),setOutput("artifact-digest",artifact?.digest??""),setOutput("secret-count",secrets===void 0?"":
String(secrets.written+secrets.kept));let[only,...more]=outcomes;only===void 0||more.length>0||!("certificate"in only)||directory===void 0||(setOutput("certific\
ate-id",only.certificate.id),setOutput("certificate-arn",account===void 0?"":certificateArn(account,only.certificate.id)),setOutput("certificate-path",directory.
fileOf(only.csr)),setOutput("thing-name",registration?.outcomes[0]?.thing??""))}function registrySummary(story,mode,rulesPage){let{registration,registryPlan,registryUnchecked}=story;return registration===void 0&&registryPlan===void 0&&registryUnchecked===
void 0?"":[`### ${registryTitle(story,mode)}
`,registryUnchecked===void 0?"":`${prose(uncheckedFact(registryUnchecked),SENTENCES)}
`,bar(registryParts(story)),rightsTable(story),policyFindings(story,rulesPage),slowest(story)].filter(part=>part!=="").join(`
`)}var SENTENCES=600,SQUARES=24,SIGNS=["\u{1F7E9}","\u{1F7E6}","\u{1F7E8}","\u{1F7E5}"];function bar(parts){let all=parts.reduce((sum,{number})=>sum+number,0);if(all===
0)return"";let there=parts.map((part,index)=>({...part,sign:SIGNS[index]??"\u2B1C"})).filter(({number})=>number>0),squares=there.map(({sign,number})=>sign.repeat(
squaresOf(number,all))).join(""),rows=there.map(({sign,label,number,meaning})=>[`${sign}&nbsp;**${count(number)}**&nbsp;${unbreakable(label)}`,cell(meaning)]);return`${squares}\


${table(["Devices","What that is"],rows)}`}function squaresOf(number,all){return Math.max(1,Math.round(number/all*SQUARES))}var RIGHTS=20;function rightsTable(story){
let rights=sharedRights(story);return rights.length===0?"":`#### Which policies act for the devices

${longTable(["Policy","Devices","Where they get it from"],rights,toRow2,{rows:RIGHTS})}`}function toRow2({policy,group,devices}){let from=group===void 0?"attach\
ed to each certificate":`the thing group ${breakable(group)}, for a device whose client id is the name of its thing`;return[breakable(policy),count(devices),from]}
var FIX=900;function policyFindings({registryPlan},rulesPage){let findings=registryPlan?.findings??[];return findings.length===0?"":`#### What is wrong with pol\
icies

${longTable(["Finding","What to do"],findings,({rule,severity,message,fix})=>[`${cell(severity)} ${ruleCell(rule,rulesPage)}: ${breakable(message)}`,prose(fix,FIX)],
{rows:RIGHTS})}`}function slowest(story){let found=slowestOperation(story);if(found===void 0)return"";let{facts:facts2,quota}=found,page=quota===void 0?"":` ${link(
"Open it in the console",quota.page)}.`;return`- ${facts2.map(fact=>breakable(fact)).join(" ")}${quota?.page===void 0?"":page}
`}var LABELS={incomplete:"not registered",conflict:"conflict"};function reasonsOfRegistration(story){return[...groupBy(unregisteredOf(story),({result,thing,problem})=>{
let message=problem?.message??"";return[result,thing===void 0?message:message.replaceAll(thing,""),problem?.fix].join(`
`)}).values()].flatMap(group=>{let[first]=group;if(first===void 0)return[];let names=group.slice(0,3).map(({path})=>path),label=first.result==="conflict"?LABELS.
conflict:LABELS.incomplete,{message="No reason is known.",fix=""}=first.problem??{};return[{label,count:group.length,why:message,fix,names}]}).sort((a,b)=>(a.label<
b.label?-1:a.label>b.label?1:0)||b.count-a.count)}var STEPS=200;function unregisteredList(story){let devices=unregisteredOf(story);if(devices.length===0)return"";
let rows=longTable(["CSR","Thing","Done","Left","Why"],devices,({path,thing,done:done2,left,problem})=>[breakable(path),breakable(thing??""),steps(done2),steps(
left),breakable(problem?.message??"",STEPS)]);return folded(`${plural(devices.length,"device")} not registered, with what is done and what is left`,rows)}function steps(some){
return some.length===0?"nothing":breakable(shorten(some.join(", "),STEPS))}var LISTED3=50;function planList({registryPlan,registration,account}){if(registryPlan===
void 0||registration!==void 0)return"";let order=["conflict","attach","create","found"],devices=[...registryPlan.devices].sort((a,b)=>order.indexOf(a.action)-order.
indexOf(b.action));if(devices.length===0)return"";let rows=longTable(["CSR","Thing","Plan","Why, or the certificates that it holds"],devices,({path,thing,action,
reasons,holds})=>[breakable(path),breakable(thing??""),unbreakable(ACTIONS[action].label),reasons.length>0?breakable(reasons.join("; ")):holds.slice(0,3).map(id=>certificateLink(
id,account)).join(" ")+(holds.length>3?` and ${count(holds.length-3)} more`:"")],{rows:LISTED3,elsewhere:"report.html has all of them."});return folded(devices.
length>LISTED3?`The plan of the first ${LISTED3} of ${plural(devices.length,"device")}`:`The plan of ${plural(devices.length,"device")}`,rows)}function nextStep(story,mode){let{failure}=story,lines=failure===void 0?[afterSuccess(story,mode)]:afterFailure(story,failure,mode);return lines.length===0||lines[0]===
""?"":`${lines.join(`

`)}
`}function afterFailure(story,failure,mode){let own=ownWords(story,failure,mode);return own!==void 0?[`**Next:** ${[own,...download(story)].join(" ")}`]:failureLines(
failure,story.outcomes.length===0&&!isCounted(story,mode))}function isCounted({batch,audit,revocation,retirement},mode){return mode==="retire"?retirement!==void 0:
mode==="revoke"?revocation!==void 0:mode==="validate"?batch!==void 0:mode==="audit"&&audit!==void 0}function ownWords(story,{code},mode){let{outcomes,batch}=story;
switch(code){case"incomplete":case"cancelled":case"registration-incomplete":case"registration-conflict":{let reasons=[...reasonsOf(outcomes),...reasonsOfRegistration(
story)],[fix,...others]=new Set(reasons.map(reason=>reason.fix));return fix===void 0?void 0:others.length===0?said(fix):"Do what is said beside each reason belo\
w."}case"invalid-csrs":{let rejected=batch?.rejected.length??0,all=`Correct the ${plural(rejected,"file")} below, and push ${rejected===1?"it":"them"}.`;return mode===
"issue"&&(batch?.csrs.length??0)>0?`${all} Or set \`on-invalid: skip\` to leave ${rejected===1?"it":"them"} out.`:all}case"drift":return"Correct the ledger wher\
e the account is right, and revoke what should not be there with `mode: revoke`.";default:return}}function afterSuccess(story,mode){let{batch,duplicates,artifact,
secrets,directory,outcomes,revocation,retirement}=story;if(revocation!==void 0)return afterRevocation(revocation);if(retirement!==void 0)return afterRetirement(
retirement);let rejected=batch?.rejected.length??0,sentences=[...download(story)];return mode==="issue"&&outcomes.length>0&&artifact===void 0&&secrets===void 0&&
directory&&sentences.push("Steps that follow find the certificates in the directory that the output `certificates-path` names."),rejected>0&&sentences.push(`Cor\
rect the ${plural(rejected,"rejected file")} and run the job again.`),duplicates.length>0&&sentences.push("Revoke the duplicates below when no device uses them."),
sentences.length===0?"":`**Next:** ${sentences.join(" ")}`}function afterRevocation(revocation){return countOf(revocation,"selected")>0?"**Next:** Look through \
the list, and set `dry-run: false` to revoke these certificates. Nobody can undo that.":countOf(revocation,"revoked")===0?"":"**Next:** AWS IoT disconnects the \
devices within minutes. A device gets back with a new key, a new CSR and a new certificate."}function afterRetirement(retirement){return retirementsWith(retirement,
"planned")>0?"**Next:** Look through the list, and set <code>dry-run: false</code> to retire these certificates.":retirementsWith(retirement,"retired")===0?"":"\
**Next:** A device that cannot connect now gets its old certificate back: <code>aws iot update-certificate --new-status ACTIVE</code>, and attach it to its thin\
g. Run the job again with <code>retire-to: revoked</code> or <code>deleted</code> when all is well."}function download({artifact,outcomes}){let have=outcomes.filter(
outcome=>"certificate"in outcome).length;return artifact===void 0||have===0?[]:[`Download the ${plural(have,"certificate")}: ${link(cell(artifact.name),artifact.
url)}.`]}var COUNTED=[["planned","To be done"],["retired","Retired"],["revoked","Revoked"],["deleted","Deleted"],["waiting","Waiting"],["already","Done before"],["unconf\
irmed","Not confirmed"],["refused","Left for safety"],["contradicted","Contradicted"],["gone","Not in the account"],["failed","Refused by AWS"],["not-attempted",
"Not attempted"]],NAMES=3,LIST_BYTES2=300*1024;function retirementTables(retirement,place){let{rows,foreign,things}=retirement,shown=COUNTED.filter(([result])=>retirementsWith(
retirement,result)>0),counts2=table(["Things with several",...shown.map(([,name])=>name)],[[count(things),...shown.map(([result])=>count(retirementsWith(retirement,
result)))]]);return[reasonTable("What was left as it is",problemsIn(rows),"",{things:"Certificates"}),counts2,...listsOf(rows,place),foreignList(foreign,place)].
filter(part=>part!=="").join(`
`)}function problemsIn(rows){return[...groupBy(rows.filter(({problem})=>problem!==void 0),({result,problem})=>[result,problem?.code,problem?.fix].join(`
`)).values()].map(group=>({label:RETIRE_RESULTS[group[0]?.result??"failed"],count:group.length,why:group[0]?.problem?.message??"",fix:group[0]?.problem?.fix??"",
names:group.slice(0,NAMES).map(({thing})=>thing)}))}function listsOf(rows,place){let groups=COUNTED.flatMap(([result,name])=>{let group=rows.filter(row=>row.result===
result);return group.length===0?[]:[{name,group}]}),columns=["Thing","Certificate","Status before","Becomes","Created","Newer certificate","Why it is left"];return groups.
map(({name,group})=>folded(`${name}: ${plural(group.length,"certificate")}`,longTable(columns,group,({thing,certificateId,status,to,createdAt,successor,problem})=>[
breakable(thing),certificateLink(certificateId,place),cell(status??""),cell(to??""),createdAt===void 0?"":new Date(createdAt).toISOString().slice(0,10),successor===
void 0?"":certificateLink(successor,place),breakable(problem?.message??"")],{bytes:LIST_BYTES2/groups.length})))}function foreignList(foreign,place){return foreign.
length===0?"":folded(`Not in the ledger: ${plural(foreign.length,"certificate")} that things hold besides`,longTable(["Thing","Certificate"],foreign,({thing,certificateId})=>[
breakable(thing),certificateLink(certificateId,place)]))}var COUNTED2=[["selected","To be revoked"],["revoked","Revoked"],["already","Revoked before"],["gone","Not in the account"],["contradicted","Contradicted"],["fa\
iled","Refused by AWS"],["not-attempted","Not attempted"]],NAMES2=3,LIST_BYTES3=300*1024,WHYS=20;function revocationTables(revocation,place){let{isDryRun,rows}=revocation,
shown=COUNTED2.filter(([result])=>result==="selected"?isDryRun:result==="revoked"?!isDryRun:countOf(revocation,result)>0),counts2=table(shown.map(([,name])=>name),
[shown.map(([result])=>count(countOf(revocation,result)))]);return[reasonTable("What was not revoked",problemsIn2(rows),"",{things:"Certificates"}),counts2,whyTable(
rows),...listsOf2(rows,place)].filter(part=>part!=="").join(`
`)}function nameOf3({csrPath,certificateId}){return csrPath??`${certificateId.slice(0,12)}\u2026`}function problemsIn2(rows){return[...groupBy(rows.filter(({problem})=>problem!==
void 0),({result,problem})=>[result,problem?.message].join(`
`)).values()].map(group=>({label:RESULTS2[group[0]?.result??"failed"],count:group.length,why:group[0]?.problem?.message??"",fix:group[0]?.problem?.fix??"",names:group.
slice(0,NAMES2).map(nameOf3)}))}function whyTable(rows){let groups=[...groupBy(rows,({why})=>why.join(", "))].sort(([,a],[,b])=>b.length-a.length);return longTable(
["Selected by","Certificates"],groups,([why,group])=>[breakable(why),count(group.length)],{rows:WHYS})}function listsOf2(rows,place){let groups=COUNTED2.flatMap(
([result,name])=>{let group=rows.filter(row=>row.result===result);return group.length===0?[]:[{name,group}]}),hasThings=rows.some(({thingName})=>thingName!==void 0),
columns=["CSR","Certificate",...hasThings?["Thing"]:[],"Status before","Issued"];return groups.map(({name,group})=>folded(`${name}: ${plural(group.length,"certi\
ficate")}`,longTable(columns,group,({csrPath,certificateId,thingName,status,issuedAt})=>[breakable(csrPath??""),certificateLink(certificateId,place),...hasThings?
[breakable(thingName??"")]:[],cell(status??""),issuedAt===void 0?"":new Date(issuedAt).toISOString().slice(0,10)],{bytes:LIST_BYTES3/groups.length})))}var REMARKS=3;function summarize(story,mode,elapsedMs,rulesPage){let{outcomes,batch}=story,findings=batch?.findings??[],failed2=[...reasonsOf(outcomes),...reasonsOfRegistration(
story),...reasonsOfRules(findings,"error","rejected")],remarks=[...reasonsOfRules(findings,"warning","with a warning"),...reasonsOfRules(findings,"notice","with\
 a notice")];return[headline(signOf(story),verdict(story,mode)),nextStep(story,mode),reasonTable("What failed",failed2,rulesPage),counts(story,mode),registrySummary(
story,mode,rulesPage),duplicateList(story),story.audit===void 0?"":auditTables(story.audit,story.account),story.retirement===void 0?"":retirementTables(story.retirement,
story.account),story.revocation===void 0?"":revocationTables(story.revocation,story.account),whereCertificatesAre(story),reasonTable("Also found",remarks,rulesPage,
{most:REMARKS}),withoutList(story),unregisteredList(story),findings.length===0?"":folded(plural(findings.length,"finding"),findingTable(findings,rulesPage)),planList(
story),certificateList(story),facts(story,mode,elapsedMs),chart(story)].filter(part=>part!=="").join(`
`)}function counts({batch,outcomes},mode){if(batch===void 0)return"";let of=result=>outcomes.filter(outcome=>outcome.result===result).length,rejected=["Rejected",
batch.rejected.length],columns=mode==="validate"||outcomes.length===0?[["Valid",batch.csrs.length],rejected]:[["Created",of("created")],["Reused",of("reused")],
rejected,["Failed",of("failed")],["Unresolved",of("in-doubt")],["Not attempted",of("not-attempted")]];return table(columns.map(([name])=>name),[columns.map(([,value])=>count(
value))])}var KEY_TYPES=6;function keyFacts(keys){if(keys.size===0)return[];let sorted=[...keys].sort(([a,inA],[b,inB])=>inB-inA||(a<b?-1:1)),rest=sorted.slice(
KEY_TYPES).reduce((sum,[,csrs])=>sum+csrs,0);return[`- Keys: ${[...sorted.slice(0,KEY_TYPES).map(([name,csrs])=>`${count(csrs)} ${cell(shorten(name,40))}`),...rest>
0?[`${count(rest)} others`]:[]].join(", ")}`]}function facts({batch,pacing:pacing2,estimate:estimate2},mode,elapsedMs){let lines=[`- Took ${duration(elapsedMs)}`];
return mode==="validate"&&lines.push(...keyFacts(batch?.keys??new Map)),estimate2&&lines.push(`- Creating ${estimate2}`),pacing2!==void 0&&lines.push(...pacingFacts(
pacing2())),`${lines.join(`
`)}
`}function chart({pacing:pacing2,failure}){return pacing2===void 0||failure!==void 0?"":pacingChart(pacing2())}async function report(story,{mode,iamPolicy},services){let{log,commands,clock,context}=services,elapsed=clock.now()-story.start;await onlyReport("The outputs",log,
()=>{writeOutputs(story,commands.setOutput),commands.setOutput("iam-policy",iamPolicy??"")}),await onlyReport("The job summary",log,()=>commands.appendSummary(summarize(
story,mode,elapsed,context.rulesPage)+policySummary(mode,iamPolicy))),await writePage(story,mode,services),await onlyReport("The output report-path",log,()=>commands.
setOutput("report-path",story.pagePath??"")),context.onGitHub&&logPolicy(mode,iamPolicy,log);for(let line of story.pacing===void 0?[]:pacingFacts(story.pacing()))
log.info(line.replace(/^- /,""));log.info(lastLine(story,mode,elapsed))}async function runToEnd(work,story,options,services){let{log,stop,context}=services;try{await work()}catch(error){let failure=error===stop.reason?cancelled(options.
mode):error;if(story.failure=failure instanceof UserError?withShortPaths(failure,context.workspace):bugOf(failure),!(failure instanceof UserError))throw failure;
annotateFailure(log,story.failure)}finally{log.endStage(),story.account?.iot.close(),story.shared?.table.close(),await story.memory?.journal.close(),await report(
story,options,services)}return story.failure===void 0}function withShortPaths(error,workspace){let short=text=>text.replaceAll(`${workspace}${sep2}`,""),{code,message,
where,fix,others,cause}=error;return new UserError(code,short(message),{fix:short(fix),cause,others:others.map(other=>withShortPaths(other,workspace)),...where===
void 0?{}:{where:short(where)}})}function cancelled(mode){let what=mode==="revoke"?"revoked":mode==="retire"?"retired":"created";return new UserError("cancelled",
`The job was cancelled before anything was ${what}.`,{fix:"Run the job again."})}import{join as join6}from"node:path";var GROWTH=1100;function planSecrets(options){return options.layout==="bundle"?planBundle(options):planEach(options)}function planEach(options){let{csrs,template,
runId,columnsOf}=options,names=secretNames(csrs,template,runId,columnsOf);return{names:[...names.byPath.values()],bundleSize:bundleSizes(options).reduce((sum,parts)=>sum+
parts+1,0),findings:names.findings,secretsFor:issued2=>issued2.map(({csr,certificateId,pem})=>({name:names.final(csr,certificateId),value:pem,csrPaths:[csr.path]}))}}
function planBundle(options){let{template,runId,files,shards}=options,prefix=renderTemplate(template,{"run-id":runId}).toUpperCase(),prefixOf=shard=>shards.of===
1?prefix:`${prefix}_SHARD_${shard}_OF_${shards.of}`,names=bundleSizes(options).flatMap((size,position)=>{let{parts,index}=bundleNames(prefixOf(position+1),size);
return[...parts,index]});return{names,bundleSize:names.length,findings:[],secretsFor(issued2){let entries=issued2.map(({csr,pem})=>({file:files.get(csr.path)??"",
pem})),bins=pack(entries.map(entryBytes)),{parts,index}=bundleNames(prefixOf(shards.index),bins.length);return[...bins.map((positions,part)=>({name:parts[part]??
"",value:bundleValue(positions.flatMap(position=>entries[position]??[])),csrPaths:positions.flatMap(position=>issued2[position]?.csr.path??[])})),{name:index,value:indexValue(
parts,issued2.length),csrPaths:[]}]}}}function bundleSizes({csrs,files,shards}){let sizes=Array.from({length:shards.of},()=>[]);for(let csr of csrs){let pem=Math.
ceil((csr.pemLength+GROWTH)*1.015625);sizes[shards.shardOf(csr)-1]?.push(pem+Buffer.byteLength(JSON.stringify(files.get(csr.path)??""))+4)}return sizes.map(shard=>pack(
shard).length)}var NO_NAMES={certificateFiles:new Map,secretPlan:void 0,things:new Map,bundles:void 0,findings:[]};function nameBatch(csrs,options){let{fileName,forArtifact,secrets,
bundle,shards,things:naming,runId,columnsOf}=options,files=certificateFiles(csrs,fileName,runId,forArtifact,columnsOf),secretPlan=secrets===void 0?void 0:planSecrets(
{csrs,files:files.byPath,layout:secrets.layout,template:secrets.name,runId,columnsOf,shards}),bundles=bundle&&nameBundles(csrs,files.byPath,{...bundle,forArtifact}),
things=naming===void 0?void 0:thingNames(csrs,naming,{runId,columnsOf}),all=[files,secretPlan,bundles,things];return{certificateFiles:files.byPath,secretPlan,bundles,
things:things?.byPath??new Map,findings:all.flatMap(names=>names?.findings??[])}}var MOST=5e4;async function readTableKeys(options,services){let{ledgerTable,mode,region}=options;if(ledgerTable===void 0)return[];let notCompared=reason=>(services.
log.annotate("notice",`The CSRs were not compared with the keys of the shared ledger: ${reason}`,{title:"ledger-table"}),[]);if(mode==="validate"&&services.context.
event.source!=="this-repository")return notCompared("the run is about commits of a fork.");if(region==="")return notCompared("aws-region is not set.");try{return await readKeys(
ledgerTable,options,services)}catch(error){if(services.stop.throwIfAborted(),mode!=="validate"||!(error instanceof UserError))throw error;return notCompared(explain(
error))}}async function readKeys(ledgerTable,options,services){let{signIn}=await import("./lib-empty-11.js"),account=await signIn(options,services);try{
let{openLedgerTable}=await import("./part-aws-sdk-client-dynamodb.js"),table2=await openLedgerTable(ledgerTable,account,"read",services),entries=[];try{for await(let items of table2.
scan())if(services.stop.throwIfAborted(),entries.push(...items.flatMap(({certificates})=>certificates)),!(entries.length<MOST)){services.log.annotate("notice",`\
The shared ledger is large: the CSRs are compared with ${count(entries.length)} of its certificates.`,{title:"ledger-table"});break}}finally{table2.close()}return entries}finally{
account.iot.close()}}async function judgeBatch(story,options,services){let{log,context,files}=services,{sarifPath}=options;log.stage("Read and judge the CSRs");let devices=await readDevices(
options,context.workspace);refuseUnknownColumns(options,devices);let thingOf=thingNamer(options.registration?.thingName),known=[],shared=[],judged2=await readBatch(
options,async()=>(shared=await readTableKeys(options,services),known=await readKnownKeys(options,shared),{known,devices:devices&&{list:devices,thingOf}}),services),
names=nameAll(judged2,devices,options,context.runId),batch=select(judged2,names,options.shard);story.batch=batch,annotateFindings(batch.findings,context.rulesPage,
log),await annotateLedger(options.ledger,batch,known,log);let written=options.mode==="issue"?names:NO_NAMES,places2=placesOf(batch,written,options,context.workspace);
return refuseClashes(places2),story.pages={directory:options.mode==="issue"?options.outputDirectory:void 0,path:options.report},sarifPath!==void 0&&await onlyReport(
"The SARIF file",log,()=>writeSarif(files,sarifPath,batch.findings,context.rulesPage)),refuseInvalid(batch,options),{batch,names,shared,places:places2}}function placesOf({
csrs,rejected},{certificateFiles:certificateFiles2,bundles:bundleNames2},options,workspace){let{outputDirectory,ledger,sarifPath,report:report2,devices}=options,
certificates=csrs.flatMap(({path})=>certificateFiles2.get(path)??[]),paths=csrs.map(({path})=>path),bundles={*[Symbol.iterator](){bundleNames2!==void 0&&(yield*bundlePaths(
bundleNames2,paths))}},sources=[...paths,...rejected].map(path=>join6(workspace,path));return{outputDirectory,ledger,sarifPath,report:report2,certificates,bundles,
lists:devices===void 0?[]:[{path:devices,name:"devices"}],sources}}async function annotateLedger(ledger,{csrs},known,log){if(ledger===void 0)return;let keys=new Set(
known.map(({spkiSha256})=>spkiSha256)),added=csrs.filter(({spkiSha256})=>!keys.has(spkiSha256)).length,remark=await remarkOnLedger(ledger,added);remark!==void 0&&
log.annotate(remark.level,remark.message,{title:"ledger"})}function nameAll({csrs,devices:lines},devices,options,runId){let{fileName,secrets,bundle,deliver,registration,
shard=WHOLE}=options;return nameBatch(csrs,{fileName,secrets,bundle,things:namingOf(registration),forArtifact:deliver.includes("artifact"),shards:{...shard,shardOf:csr=>shardOf(
csr,shard)},runId,columnsOf:devices&&columnsOfDevices(devices,lines)})}function namingOf(registration){if(registration?.thingName!==void 0)return{name:registration.
thingName,attributes:registration.thingAttributes}}function select(judged2,{findings},shard){let nameless=new Set(findings.map(({path})=>path)),named2=judged2.csrs.
filter(({path})=>!nameless.has(path));return{...judged2,csrs:shard===void 0?named2:named2.filter(csr=>shardOf(csr,shard)===shard.index),findings:[...judged2.findings,
...findings],rejected:[...judged2.rejected,...nameless]}}var PLACES=3;function refuseInvalid({files,csrs,rejected,findings},{mode,onInvalid}){let exposed=findings.
find(finding=>finding.rule==="private-key");if(exposed!==void 0)throw new UserError("private-key",`${exposed.message} Nothing was created.`,{where:exposed.path,
fix:exposed.fix});let nothing2=mode==="issue"?" Nothing was created.":"";if(!(mode==="issue"&&onInvalid==="skip"&&csrs.length>0)){if(rejected.length===0){refuseDevices(
findings,nothing2);return}throw new UserError("invalid-csrs",`${count(rejected.length)} of ${plural(files,"file")} cannot be used.${nothing2}`,{where:rejected.length<=
PLACES?[...rejected].sort().join(", "):"csr-path",fix:mode==="issue"&&csrs.length>0?"Correct the files that the annotations and the job summary name, or set `on\
-invalid: skip` to leave them out.":"Correct the files that the annotations and the job summary name."})}}var CHUNK2=200,WIDTH8=256;async function adopt(table2,{account,region},access,log){let place={account,region};if(await table2.isComplete(place))return;let begun=access.
iot.awsTime(),listing=createListing(access);await listing.back(0);let known=new Set;if(listing.seen.size>0)for await(let items of table2.scan())for(let{certificates}of items)
for(let{certificateId}of certificates)known.add(certificateId);let unknown=[...listing.seen.keys()].filter(id=>!known.has(id));log.info(`The shared ledger is ne\
w to this account: ${plural(unknown.length,"certificate")} of it to look at, once`),announceLongSearch(unknown.length,log);let progress=createProgress("Looked a\
t",unknown.length,access.clock.now,log),done2=0,writer=createWriter(table2);await forEach(unknown,WIDTH8,async id=>{access.signal.throwIfAborted();let described=await describeIfThere(
access,id),checked=described&&checkPem(described.pem);described!==void 0&&checked!==void 0&&await writer.add(adopted({...place,certificateId:id,spkiSha256:checked.
spkiSha256})),progress.update(++done2)}),await writer.end(),await table2.complete(place,begun)}function createWriter(table2){let waiting=[],writing=Promise.resolve(),
write=()=>{let entries=waiting;waiting=[];let before=writing;return writing=before.then(async()=>{await table2.add(entries)}),writing.catch(()=>{}),before};return{
async add(entry){waiting.push(entry),waiting.length>=CHUNK2&&await write()},async end(){await write(),await writing}}}var TABLE_GRACE_MS=5e3;async function openShared({ledgerTable,reconcile,requestsPerSecond},csrs,account,{clock,stop,log,network}){if(ledgerTable===void 0)return;
let{openLedgerTable}=await import("./part-aws-sdk-client-dynamodb.js"),services={clock,log,network,stop:withGrace(stop,TABLE_GRACE_MS,clock)},table2=await untilAborted(
openLedgerTable(ledgerTable,account,"write",services),stop);if(reconcile.when==="auto"){let pacers=createPacers(clock,{share:shareOf(requestsPerSecond),report:log.
info}),access={iot:account.iot,pacers,clock,signal:stop};await untilAborted(adopt(table2,account,access,log),stop)}let shared=await untilAborted(readShared(table2,
csrs,account),stop);return log.info(`The shared ledger has ${plural(shared.entries.length,"certificate")} for ${count(csrs.length)} CSRs`),shared}async function prepareBundles({bundles:names,things},account,{clock,stop,log}){if(names===void 0)return;let{region}=account,registry=await account.registry(),pacer=createPacer(
{clock,mode:{kind:"auto",share:1}}),waiting={clock,signal:stop,report:log.info},{address}=await callUntilAnswered("iot:DescribeEndpoint",()=>registry.describeEndpoint(),
pacer,waiting);if(!isDataEndpoint(address,region))throw strange(address,region);return log.info(`Devices connect to ${address}`),{names,endpoint:address,region,
thingNameOf:({path})=>things.get(path)?.name}}function strange(address,region){return new UserError("bundle-endpoint",`AWS IoT names "${address}" as the endpoin\
t of devices, which is no data endpoint of AWS IoT in ${region}. Nothing was created.`,{where:"iot:DescribeEndpoint",fix:"Check that AWS_ENDPOINT_URL_IOT leads \
to AWS itself, or remove `bundle`."})}import{existsSync}from"node:fs";import{dirname,join as join7}from"node:path";async function rehearse({outputDirectory,certificates,bundles,ledger},{files,commands,context}){let problems=[],attempt=async(code,where,work)=>{try{await work()}catch(error){
problems.push(errorOf(error,code,where))}};await attempt("output-directory","output-directory",async()=>{let inside=files.below(outputDirectory);await refuseForeignTable(
outputDirectory),inside.rehearse(inDirectory(outputDirectory,certificates)),inside.rehearse(ofBundles(outputDirectory,bundles))}),ledger!==void 0&&await attempt(
"ledger","ledger",()=>files.rehearse([ledger]));let journal=join7(context.tempDirectory,JOURNAL_NAME);await attempt("journal","RUNNER_TEMP",()=>files.rehearse([
journal]));for(let problem of commands.rehearse())problem.where!=="GITHUB_STEP_SUMMARY"&&problems.push(problem);throwAll2(problems)}function*inDirectory(directory,certificates){
for(let name of[MANIFEST_JSON,MANIFEST_CSV,JOURNAL_NAME,MEMORY_NAME])yield join7(directory,name);for(let name of certificates)yield join7(directory,name)}function*ofBundles(directory,bundles){
let tried=new Set;for(let name of bundles){let path=join7(directory,name),own=dirname(path),above=dirname(own);tried.has(above)&&!existsSync(own)||(tried.add(above),
yield path)}}function throwAll2(problems){let joined=joinErrors(problems);if(joined===void 0)return;let{code,message,where,fix,cause,others}=joined;throw new UserError(
code,`${message} Nothing was created.`,{fix,cause,others,...where===void 0?{}:{where}})}async function makeSureOfHandOver(story,{batch,names,places:places2},options,services){await rehearse(places2,services),await rehearsePage(story,services);let handOver=await prepareHandOver(
{...names,rejected:rejections(batch)},options,services);if(story.directory=handOver.directory,!options.ledgerCommit)return{handOver,ledgerCommit:void 0};let{prepareLedgerCommit}=await import("./part-delivery-ledger-commit.js");
return{handOver,ledgerCommit:await prepareLedgerCommit(options,batch.csrs.length,services)}}function lifeChanges(entries,rows,confirmed,now){let time=new Date(now).toISOString(),changes=new Map;for(let{certificateId,spkiSha256}of entries)confirmed.has(
certificateId)&&changes.set(certificateId,{spkiSha256,confirmedAt:time});for(let row of rows){let change=changeOf(row,time);change!==void 0&&changes.set(row.certificateId,
{...changes.get(row.certificateId),...change})}return changes}function confirmedIds({certificateIds,things},newest){return new Set([...certificateIds,...[...things].
flatMap(thing=>newest.get(thing)??[])])}function changeOf({result,status,to,spkiSha256},time){switch(result){case"retired":return{spkiSha256,status:"INACTIVE",retiredAt:time};case"\
revoked":return{spkiSha256,status:"REVOKED"};case"deleted":return{spkiSha256,status:DELETED};case"already":return{spkiSha256,status:status??(to==="DELETED"?DELETED:
void 0)};default:return}}import{X509Certificate}from"node:crypto";var AGAIN="Run the job again: it goes on with what is left.",CANCELLED2={code:"cancelled",message:"The run ended before it was retired, as far as is known.",fix:AGAIN};
function unconfirmed(newer){return{code:"unconfirmed",message:`No device is known to have connected with the newer certificate, ${newer}.`,fix:"Wait until it ha\
s connected, or find out why it does not. To retire it nevertheless after a time, set `retire-unconfirmed: true` and `retire-after`."}}function noSuccessor(newer,status){
return{code:"successor-unusable",message:`The newer certificate, ${newer}, cannot take its place: its status is ${status}, or it was retired.`,fix:"Activate the\
 newer certificate, or issue another one for the thing."}}function sameAge(other){return{code:"same-age",message:`The account created it at the same time as ${other}\
, so that neither is the newer one.`,fix:"Revoke the one that the device does not have, with `mode: revoke` and `certificate-id=`."}}function strangeStatus(status){
return{code:"certificate-not-usable",message:`It has the status ${status}, of which nothing is retired.`,fix:"Look at the certificate in AWS IoT: accept or canc\
el its transfer."}}function reactivated(retiredAt){return{code:"reactivated",message:`It was retired at ${retiredAt}, and somebody has made it ACTIVE again sinc\
e.`,fix:"When it is to be retired again, take `retiredAt` out of its line of the ledger."}}function successorUnusable(newer,why){return{code:"successor-unusable",
message:`The newer certificate, ${newer}, cannot take its place: ${why}.`,fix:"Register the device again with its newer certificate, or issue another one for th\
e thing."}}function thingMissing(thing){return{code:"thing-missing",message:`The account has no thing ${thing}.`,fix:"Register the device again, or correct `thi\
ngName` in the ledger."}}function fewerPolicies(newer,lacking){let named2=`${lacking.slice(0,3).join(", ")}${lacking.length>3?" \u2026":""}`;return{code:"fewer-\
policies",message:lacking.length===0?`The newer certificate, ${newer}, has no policy, and no group of its thing has one.`:`The newer certificate, ${newer}, has \
not all policies of the old one, and no group of its thing has them: ${named2}.`,fix:"Attach them to the newer certificate or to a group. When the device is to \
lose them, detach them from the old certificate."}}function alsoElsewhere(things){return{code:"attached-elsewhere",message:`The certificate is attached to anoth\
er thing, which may connect with it: ${`${things.slice(0,3).join(", ")}${things.length>3?" \u2026":""}`}.`,fix:"Give that thing a certificate of its own and det\
ach this one, or correct `thingName` in the ledger."}}function notAttached(thing){return{code:"not-attached",message:`It is ACTIVE, and not attached to thing ${thing}\
, for which the ledger names it.`,fix:"Find out which device has it. When none has, revoke it with `mode: revoke` and `certificate-id=`."}}function attachedAgain(thing){
return{code:"attached-again",message:`It was retired, and is attached to thing ${thing} again.`,fix:"Detach it, or take `retiredAt` out of its line of the ledge\
r when it is in use."}}function stillAttached(thing){return{code:"detach-slow",message:`It is INACTIVE, and AWS IoT still shows it at thing ${thing} a minute af\
ter it was asked to detach it.`,fix:AGAIN}}function statusChanged(status){return{code:"status-changed",message:`Its status has become ${status} during the run.`,
fix:AGAIN}}function successorLost(newer,why,isUndone){return{code:"successor-unusable",message:`While it was made INACTIVE, the newer certificate, ${newer}, sto\
pped being usable: ${why}. ${isUndone?"It is ACTIVE again.":"It could not be made ACTIVE again."}`,fix:"Find out who changed the newer certificate, and issue an\
other one for the thing."}}function planDevice({thing},held,facts2){let members=held.flatMap(one=>memberOf(one)??[]).sort(byAge),newest=members.at(-1),successor=members.findLast(member=>canSucceed(
member,member===newest,thing,facts2)),steps2=[],rows=held.flatMap(one=>one.kind==="held"?[]:[absent(one,thing,facts2.wish.to)]);for(let member of members){if(member===
newest||member===successor)continue;let row=rowOf(member,thing);if(successor===void 0||member.createdAt>successor.createdAt)rows.push(leftOver(member,row,newest,
facts2));else if(member.createdAt===successor.createdAt)rows.push({...row,result:"refused",problem:sameAge(successor.entry.certificateId)});else{let next=stepFor(
member,{...row,successor:successor.entry.certificateId},facts2);"member"in next?steps2.push(next):rows.push(next)}}return{thing,successor,steps:steps2,rows}}function memberOf(one){
if(one.kind!=="held"||one.candidate.entry===void 0)return;let{entry}=one.candidate;if(!(one.status==="REVOKED"&&entry.retiredAt==null))return{entry,status:one.status,
createdAt:one.createdAt}}function byAge(a,b){return a.createdAt-b.createdAt||(a.entry.certificateId<b.entry.certificateId?-1:1)}function canSucceed(member,isNewest,thing,facts2){
let{entry,status}=member;return status==="ACTIVE"&&entry.retiredAt==null&&isConfirmed(member,isNewest,thing,facts2)}function isConfirmed({entry,createdAt},isNewest,thing,{
wish,confirmations,now}){let{certificateIds,things}=confirmations;return entry.confirmedAt!=null||certificateIds.has(entry.certificateId)||isNewest&&things.has(
thing)?!0:wish.unconfirmedAfterMs!==void 0&&now-createdAt>=wish.unconfirmedAfterMs}function leftOver(member,row,newest,facts2){if(newest===void 0)return row;let{
entry}=newest;return isDone(member,facts2.wish.to)?{...row,result:"already"}:isConfirmed(newest,!0,row.thing,facts2)?{...row,result:"refused",problem:noSuccessor(
entry.certificateId,newest.status)}:{...row,result:"unconfirmed",problem:unconfirmed(entry.certificateId)}}function isDone({entry,status},to){return entry.retiredAt==
null||to==="DELETED"?!1:status==="REVOKED"||to==="INACTIVE"&&status==="INACTIVE"}function stepFor(member,row,{wish,now}){let{entry,status}=member;return isDone(
member,wish.to)?{...row,result:"already"}:entry.retiredAt==null?status==="ACTIVE"||status==="INACTIVE"?{member,to:"INACTIVE"}:{...row,result:"refused",problem:strangeStatus(
status)}:status==="ACTIVE"?{...row,result:"refused",problem:reactivated(entry.retiredAt)}:status!=="INACTIVE"&&status!=="REVOKED"?{...row,result:"refused",problem:strangeStatus(
status)}:now-Date.parse(entry.retiredAt)<wish.waitMs?{...row,to:wish.to,result:"waiting"}:{member,to:wish.to}}function absent(one,thing,to){let{candidate}=one,row={
thing,certificateId:candidate.certificateId,csrPath:candidate.entry?.csrPath??void 0,spkiSha256:candidate.entry?.spkiSha256??"",status:void 0,createdAt:void 0,successor:void 0,
to:void 0,result:"gone"};if(one.kind==="contradicted"){let problem={code:"record-contradicted",message:`The ledger names it for this device, and ${one.reason}.`,
fix:"Find out who wrote that line of the ledger, and correct it."};return{...row,result:"contradicted",problem}}return to==="DELETED"&&candidate.entry?.retiredAt!=
null?{...row,to,result:"already"}:row}function rowOf({entry,status,createdAt},thing){return{thing,certificateId:entry.certificateId,csrPath:entry.csrPath??void 0,
spkiSha256:entry.spkiSha256,status,createdAt,successor:void 0,to:void 0,result:"already"}}function isExpired(pem,now){return new X509Certificate(pem).validToDate.
getTime()<=now}var LOOKS_MS=[1e3,2e3,4e3,8e3,15e3,3e4];async function detach(thing,certificate,access){let{clock,signal}=access;try{await callRegistry("DetachThingPrincipal",registry=>registry.
detachThingPrincipal(thing,certificate),access)}catch(error){if(awsCodeOf(error)!==NOT_FOUND&&awsCodeOf(error)!=="InvalidRequestException")throw error}for(let waitMs of LOOKS_MS)
if(await clock.sleep(waitMs,signal),!(await principalsOf(thing,access)).some(({arn})=>arn===certificate))return;return stillAttached(thing)}var AGAIN_MS=[1e3,4e3,1e4];async function removeCertificate(id,access){let{certificates,registry,policies}=access,arn=certificateArn(registry.place,id);for(let policy of await policies.
ofCertificate(id))await callRegistry("DetachPolicy",one=>one.detachPolicy(policy,arn),registry);for(let waitMs of[...AGAIN_MS,void 0]){let answer=await deleteCertificate(
certificates,id);if(answer==="deleted"||answer==="gone")return;let{code,message,fix}=answer.refused;if(waitMs===void 0)return{code,message,fix};await registry.clock.
sleep(waitMs,registry.signal)}}async function whyNoSuccessor({entry},principals,{certificates,registry}){let arn=certificateArn(registry.place,entry.certificateId);if(!principals.some(one=>one.
arn===arn))return"it is not attached to the thing";let described=await describeIfThere(certificates,entry.certificateId);return described===void 0?"the account \
does not hold it any more":described.status!=="ACTIVE"?`its status is ${described.status}`:isExpired(described.pem,certificates.iot.awsTime())?"it has expired":
void 0}async function retireDevice({thing,successor,steps:steps2},known,options){if(successor===void 0||steps2.length===0)return{rows:[],foreign:[]};let{registry}=options.
access,principals=await principalsIfThere(thing,registry);if(principals===void 0)return{rows:steps2.map(step=>ended2(step,thing,successor,"refused",thingMissing(
thing))),foreign:[]};let foreign=principals.flatMap(({arn})=>{let certificateId=arn.slice(arn.lastIndexOf("/")+1);return known.has(certificateId)?[]:[{thing,certificateId}]}),
rows=[],why=await whyNoSuccessor(successor,principals,options.access);for(let step of steps2){if(options.stop.aborted)break;why!==void 0?rows.push(ended2(step,thing,
successor,"refused",successorUnusable(successor.entry.certificateId,why))):rows.push(await take({thing,successor,step,principals},options))}return{rows,foreign}}
async function principalsIfThere(thing,access){try{return await principalsOf(thing,access)}catch(error){if(awsCodeOf(error)===NOT_FOUND)return;throw error}}async function take(one,options){
let{thing,successor,step}=one,{access,journal}=options,end2=(result,problem2)=>ended2(step,thing,successor,result,problem2),{certificateId}=step.member.entry,described=await describeIfThere(
access.certificates,certificateId);if(described===void 0)return end2("gone");let problem=await problemBefore(one,described.status,access);if(problem!==void 0)return end2(
"refused",problem);if(step.to!=="INACTIVE"&&access.certificates.iot.awsTime()-(described.modifiedAt??0)<options.waitMs)return end2("waiting");if(journal===void 0)
return end2("planned");await journal.retiring(certificateId);let failure=step.to==="INACTIVE"?await deactivate(one,described.status,access):await endForGood(step,
certificateId,access);return failure==="gone"?end2("gone"):failure!==void 0?end2(failure.result,failure.problem):(await journal.retired(certificateId),end2(RESULT_OF[step.
to]))}var RESULT_OF={INACTIVE:"retired",REVOKED:"revoked",DELETED:"deleted"};async function problemBefore({thing,successor,step,principals},status,{registry,policies}){
let id=step.member.entry.certificateId;if(!(status==="INACTIVE"||(step.to==="INACTIVE"?status==="ACTIVE":status==="REVOKED")))return statusChanged(status);let arn=certificateArn(
registry.place,id),own=principals.find(one=>one.arn===arn),others=own?.type==="EXCLUSIVE_THING"?[]:(await thingsOf(arn,registry)).filter(name=>name!==thing);if(others.
length>0)return alsoElsewhere(others);if(own===void 0&&status==="ACTIVE")return notAttached(thing);if(own!==void 0&&step.to!=="INACTIVE")return attachedAgain(thing);
let newer=successor.entry.certificateId,[has,had]=await Promise.all([policies.ofCertificate(newer),policies.ofCertificate(id)]),lacking=had.filter(name=>!has.includes(
name));if(has.length>0&&lacking.length===0)return;let carried=await policies.ofGroups(thing),left=lacking.filter(name=>!carried.includes(name));return left.length>
0||has.length+carried.length===0?fewerPolicies(newer,left):void 0}async function deactivate({thing,successor,step,principals},status,access){let{certificates,registry}=access,
id=step.member.entry.certificateId;if(status==="ACTIVE"){let answer=await setStatus(certificates,id,"INACTIVE");if(answer==="gone")return"gone";if(answer!=="upd\
ated")return failed(answer.refused);let why=await whyNoSuccessor(successor,principals,access);if(why!==void 0){let isUndone=await setStatus(certificates,id,"ACT\
IVE")==="updated";return{result:"refused",problem:successorLost(successor.entry.certificateId,why,isUndone)}}}let arn=certificateArn(registry.place,id);if(!principals.
some(one=>one.arn===arn))return;let problem=await detach(thing,arn,registry);return problem&&{result:"failed",problem}}async function endForGood({to,member},certificateId,access){
if(to==="DELETED"){let problem=await removeCertificate(certificateId,access);return problem&&{result:"failed",problem}}let answer=await setStatus(access.certificates,
member.entry.certificateId,"REVOKED");if(answer!=="updated")return answer==="gone"?"gone":failed(answer.refused)}function failed({code,message,fix}){return{result:"\
failed",problem:{code,message,fix}}}function ended2({member,to},thing,successor,result,problem){return{...rowOf(member,thing),successor:successor?.entry.certificateId,
to,result,...problem===void 0?{}:{problem}}}var WIDTH9=64;async function retireAll(devices,options,onProgress){let results=devices.map(()=>{}),journal=options.journal&&announcing(options.journal),done2=0,
failure;try{await forEach(devices,WIDTH9,async({plan:plan2,known},index)=>{options.stop.aborted||(results[index]=await retireDevice(plan2,known,{...options,journal}),
onProgress(++done2))})}catch(error){(!options.stop.aborted||error instanceof UserError)&&(failure=error)}return{rows:devices.flatMap(({plan:plan2},index)=>rowsOf(
plan2,results[index])),foreign:results.flatMap(result=>result?.foreign??[]),failure}}function rowsOf({thing,steps:steps2,rows},result){let done2=new Map(result?.
rows.map(row=>[row.certificateId,row])),acted=steps2.map(({member,to})=>done2.get(member.entry.certificateId)??{...rowOf(member,thing),to,result:"not-attempted",
problem:CANCELLED2});return[...rows,...acted].sort((a,b)=>(a.createdAt??0)-(b.createdAt??0))}function announcing(journal){return{async retiring(id){try{await journal.
retiring(id)}catch(error){throw new UserError("journal",`No more certificates were retired. ${whyNotWritten("The journal",error)}`,{where:"RUNNER_TEMP",fix:"Fre\
e the disk and run the job again: what is retired stays so.",cause:error})}},retired:id=>journal.retired(id).catch(()=>{})}}import{constants}from"node:fs";import{open}from"node:fs/promises";var NOTHING_CONFIRMED={certificateIds:new Set,things:new Set},MAX_LINE_BYTES=65536,ID2=/^[0-9a-f]{64}$/i,THING_NAME=/^[a-zA-Z0-9:_-]{1,128}$/;async function readConfirmations({
name,path},wanted){let[certificateIds,things]=[new Set,new Set],handle=await openList(name,path);try{let number=0,refuseLong=()=>{throw notAConfirmation(number+
1,name)};for await(let line of completeLines(wholeFile(handle),MAX_LINE_BYTES,refuseLong)){number++;let named2=parseLine(number===1?line.replace(/^\ufeff/,""):line);
if(named2!=="nothing"){if(named2===void 0)throw notAConfirmation(number,name);"certificateId"in named2?wanted.certificateIds.has(named2.certificateId)&&certificateIds.
add(named2.certificateId):wanted.things.has(named2.thing)&&things.add(named2.thing)}}}catch(error){throw errorOf(error instanceof UserError?error:notRead(path,error),
"confirmed-list",name)}finally{await handle.close()}return{certificateIds,things}}async function openList(name,path){let handle;try{handle=await open(path,constants.
O_RDONLY|(constants.O_NONBLOCK??0))}catch(error){let{code}=error;throw code!=="ENOENT"&&code!=="ENOTDIR"?errorOf(notRead(path,error),"confirmed-list",name):new UserError(
"confirmed-list","The list of what has connected does not exist.",{where:name,fix:"Correct the input `confirmed`; it is relative to the root of the checked-out \
repository."})}let stats=await handle.stat();if(stats.isFile())return handle;throw await handle.close(),errorOf(notAFile(path,stats),"confirmed-list",name)}async function*wholeFile(handle){
yield*handle.createReadStream({autoClose:!1}),yield Buffer.from(`
`)}function parseLine(line){let text=line.trim();if(text.startsWith("{"))return eventOf(text);let name=text.replace(/#.*$/,"").trim();return name===""?"nothing":
ID2.test(name)?{certificateId:name.toLowerCase()}:THING_NAME.test(name)?{thing:name}:void 0}function eventOf(text){let value;try{value=JSON.parse(text)}catch{return}
let{principalIdentifier,eventType="connected"}=value;if(eventType!=="connected")return typeof eventType=="string"?"nothing":void 0;if(typeof principalIdentifier==
"string")return ID2.test(principalIdentifier)?{certificateId:principalIdentifier.toLowerCase()}:"nothing"}function notAConfirmation(number,name){return new UserError(
"confirmed-list",`Line ${count(number)} is neither the id of a certificate, nor the name of a thing, nor a lifecycle event. Nothing was retired.`,{where:name,fix:"\
Write one a line: an id of 64 hexadecimal digits, the name of a thing, or an event as JSON with `principalIdentifier`. What follows a # is a remark."})}async function findSuperseded({entries,where,wish},account,access,services){let{log}=services,here=entries.filter(entry=>isSamePlace(entry,account)),things=thingsIn(
here,wish.things);if(things.length===0)throw nothingHere(where,account,wish);let confirmations=await readConfirmed(things,wish,log),rotated=things.filter(one=>one.
entries.length>1);log.info(`The ledger has ${plural(things.length,"thing")} of account ${account.account} in ${account.region}; ${count(rotated.length)} of them\
 with more than one certificate`);let held=await confirmAll(rotated,access.certificates,services),now=access.certificates.iot.awsTime();return{devices:rotated.map(
thing=>({plan:planDevice(thing,held.get(thing.thing)??[],{wish,confirmations,now}),known:new Set(thing.entries.map(({certificateId})=>certificateId))})),confirmations,
newest:newestOf(things,held)}}async function readConfirmed(things,{confirmed},log){if(confirmed===void 0)return NOTHING_CONFIRMED;let wanted={certificateIds:new Set(
things.flatMap(({entries})=>entries.map(({certificateId})=>certificateId))),things:new Set(things.map(({thing})=>thing))},found=await readConfirmations(confirmed,
wanted);return log.info(`${confirmed.name} names ${plural(found.certificateIds.size,"certificate")} and ${plural(found.things.size,"thing")} of the ledger`),found}
async function confirmAll(things,access,{clock,log}){let thingOf=new Map(things.flatMap(({thing,entries})=>entries.map(entry=>[entry,thing]))),candidates=[...thingOf.
keys()].map(entry=>({certificateId:entry.certificateId,entry,why:[]})),progress,held=await confirmHeld(candidates,access,(done2,total)=>{progress??=createProgress(
"Looked at",total,clock.now,log),progress.update(done2)});return groupBy(held,({candidate})=>(candidate.entry&&thingOf.get(candidate.entry))??"")}function newestOf(things,held){
return new Map(things.flatMap(({thing,entries})=>{let[first,...others]=entries;if(first!==void 0&&others.length===0)return[[thing,first.certificateId]];let all=(held.
get(thing)??[]).flatMap(one=>one.kind==="held"?[one]:[]),[last]=all.sort((a,b)=>b.createdAt-a.createdAt);return last===void 0?[]:[[thing,last.candidate.certificateId]]}))}
function nothingHere(where,{account,region},{things}){let what=things.length===0?`The ledger names no thing of account ${account} in ${region}`:`The ledger name\
s no thing of account ${account} in ${region} that retire-things matches`;return new UserError("nothing-selected",`${what}. Nothing was retired.`,{where,fix:"Na\
me the ledger of the runs that registered the devices (input `thing-name`), and their aws-region; check retire-things."})}var STOP_GRACE_MS2=4e3;async function retireCertificates(story,options,services){let{log}=services,{retire,ledger,report:report2,outputDirectory}=options;if(retire===
void 0)throw new Error("retire without its inputs");log.stage("Read the ledger");let lists=retire.confirmed===void 0?[]:[{path:retire.confirmed.path,name:"confi\
rmed"}];refuseClashes({...{ledger,report:report2,outputDirectory,sarifPath:void 0},certificates:[],bundles:[],lists,sources:[]}),story.pages={directory:void 0,path:report2};
let ledgerCommit=retire.isDryRun?void 0:await prepareRecords(options,services),file=await readLedger(ledger),remark=ledger===void 0?void 0:await remarkOnLedger(
ledger,0);remark!==void 0&&log.annotate(remark.level,remark.message,{title:"ledger"});let account=await signInToAws(story,options,services);log.stage("Find the \
certificates");let use=retire.isDryRun?"read":"write",{entries,table:table2}=await openRevocationLedger(file.entries,options,use,account,services);try{let where=options.
ledgerTable===void 0?ledger??"ledger":addressText(options.ledgerTable),access=await openAccess(account,options,services),found=await findSuperseded({entries,where,
wish:retire},account,access,services);refuseTooMany(found,options,log),await retireAndRecord(story,{found,access,ledger,ledgerCommit,table:table2,entries,account},
options,services)}finally{table2?.close()}}async function prepareRecords(options,services){let{ledger}=options;if(ledger===void 0)return;try{services.files.rehearse(
[ledger])}catch(error){throw errorOf(error,"ledger","ledger")}if(!options.ledgerCommit)return;let{prepareLedgerCommit}=await import("./part-delivery-ledger-commit.js");
return prepareLedgerCommit(options,0,services,"retired")}async function openAccess(account,{requestsPerSecond},{clock,log,stop}){let share=shareOf(requestsPerSecond),
update=requestsPerSecond.kind==="rate"?{kind:"fixed",perSecond:requestsPerSecond.perSecond}:void 0,signal=withGrace(stop,STOP_GRACE_MS2,clock),registry={registry:await account.
registry(),pacers:createRegistryPacers(clock,{share,report:log.info}),place:account,clock,signal,report:log.info},pacers=createPacers(clock,{update,share,report:log.
info});return{certificates:{iot:account.iot,pacers,clock,signal,report:log.info},registry,policies:createPolicyReader(registry)}}function refuseTooMany({devices},{
retire,maxCertificates:most},log){let meant=devices.reduce((sum,{plan:plan2})=>sum+plan2.steps.length,0);if(meant<=most)return;let error=new UserError("too-many\
-selected",`${plural(meant,"certificate")} are superseded, and max-certificates allows ${count(most)}. Nothing was retired.`,{where:"max-certificates",fix:"Name\
 some of the things in `retire-things`, or raise max-certificates."});if(retire?.isDryRun!==!0)throw error;log.annotate("warning",`${error.message} ${error.fix}`,
{title:error.code})}async function retireAndRecord(story,work,{retire,outputDirectory},services){let{log,context,files,commands}=services,{found,account,entries}=work;
if(retire===void 0)return;let place={account:account.account,region:account.region};if(retire.isDryRun){story.retirement=await act(work,retire,void 0,services,[],
services.log),end(story.retirement,log);return}let path=journalPath(context.tempDirectory,{outputDirectory,...place}),journal=await openJournal(files,path,context.
step,place),failures=[];try{commands.saveState("journal",path),story.retirement=await act(work,retire,journal.journal,services,failures,services.log),log.stage(
"Record");let here=entries.filter(entry=>isSamePlace(entry,account)),ids=confirmedIds(found.confirmations,found.newest),changes=lifeChanges(here,story.retirement.
rows,ids,account.iot.awsTime());try{await recordRetirements(changes,work,place,entries,services),work.ledger!==void 0&&(story.ledgerPath=work.ledger),retirementsWith(
story.retirement,"not-attempted")===0&&commands.saveState("handed-over","true")}catch(error){failures.push(error)}throwAll(failures,log)}finally{await journal.close()}
end(story.retirement,log)}async function act({found,access},{isDryRun,to,waitMs},journal,{clock,stop},failures,log){log.stage(isDryRun?"Look at the things":"Ret\
ire");let progress=createProgress(isDryRun?"Looked at":"Done",found.devices.length,clock.now,log),{rows,foreign,failure}=await retireAll(found.devices,{access,journal,
waitMs,stop},progress.update);if(failure!==void 0&&isDryRun)throw failure;failure!==void 0&&failures.push(failure);let retirement={isDryRun,to,things:found.devices.
length,rows,foreign};return log.info(retirementLine(retirement)),retirement}function end(retirement,log){if(annotateRetirement(retirement,log),retirement.isDryRun)
return;let left=retirement.rows.filter(({result})=>LEFT_RESULTS.includes(result)),[first]=left;if(first!==void 0)throw new UserError("retire-incomplete",`${plural(
left.length,"certificate")} of ${count(retirement.rows.length)} were not retired. ${first.problem?.message??""}`,{where:`${first.thing}: ${first.certificateId}`,
fix:first.problem?.fix??"Run the job again."});let open2=retirementsWith(retirement,"unconfirmed");if(!(open2===0||retirementsWith(retirement,...DONE_RESULTS,"a\
lready","waiting")>0))throw new UserError("nothing-retired",`Nothing was retired: of ${plural(open2,"certificate")} the newer one is not confirmed.`,{where:"con\
firmed",fix:"Check that the list in `confirmed` is that of this fleet, and is as new as the rotation."})}var WIDTH10=32;async function revokeAll(rows,access,journal,onProgress,end2){let after=rows.map(row=>row.result==="selected"?notAttempted(row):row),open2=rows.flatMap(
(row,index)=>row.result==="selected"?[{row,index}]:[]),done2=0,failure;try{await forEach(open2,WIDTH10,async({row,index})=>{if(access.signal.aborted)return;let{
certificateId}=row;await announce(journal,certificateId);let answer=await untilAborted(setStatus(access,certificateId,"REVOKED"),end2);answer==="updated"&&await journal.
revoked(certificateId).catch(()=>{}),after[index]=outcomeOf(row,answer),onProgress(++done2)})}catch(error){(!access.signal.aborted||error instanceof UserError)&&
(failure=error)}return{rows:after,failure}}async function announce(journal,certificateId){try{await journal.revoking(certificateId)}catch(error){throw new UserError(
"journal",`No more certificates were revoked. ${whyNotWritten("The journal",error)}`,{where:"RUNNER_TEMP",fix:"Free the disk and run the job again: what is revo\
ked stays so.",cause:error})}}function outcomeOf(row,answer){if(answer==="updated")return{...row,result:"revoked"};if(answer==="gone")return{...row,result:"gone"};
let{code,message,fix}=answer.refused;return{...row,result:"failed",problem:{code,message,fix}}}var NOT_ATTEMPTED={code:"cancelled",message:"The run ended before\
 it was revoked, as far as is known.",fix:"Run the job again: it goes on with those that are left."};function notAttempted(row){return{...row,result:"not-attemp\
ted",problem:NOT_ATTEMPTED}}async function judgeKeys(holders,rules,options){let single=SINGLE_KEY_RULES.filter(({id})=>rules.includes(id)),many=MANY_KEYS_RULES.filter(({id})=>rules.includes(
id)),broken=new Map,add=(certificateId,rule)=>{let before=broken.get(certificateId);before===void 0?broken.set(certificateId,[rule]):before.includes(rule)||before.
push(rule)},entries=[],turn=createTurns();for(let{certificateId,pem}of holders){let turned=turn();turned!==void 0&&await turned,options.signal.throwIfAborted();
let holder=readHolder(pem);if(holder===void 0)continue;let{key,spkiSha256,subject,subjectBytes}=holder,rsa=key.type==="rsa"?rsaNumbers(key.modulus,key.exponent):
void 0,evidence={request:{key},isKeyUsable:isUsable(key),rsa};for(let rule of single)rule.check(evidence)!==void 0&&add(certificateId,rule.id);let modulus=key.type===
"rsa"?Uint8Array.from(key.modulus):void 0;entries.push({path:certificateId,csrSha256:certificateId,spkiSha256,subject,subjectBytes,modulus})}if(many.length===0)
return broken;let compared=await compareKeys(entries,[],options);options.signal.throwIfAborted();for(let rule of many)for(let{path}of rule.check({entries,known:[],
...compared}))add(path,rule.id);return broken}async function findSelected({entries,selected,selection},access,{onDescribed,onCompared},parallelism){let{candidates}=selected;if(selection.rules.length===0)return{
rows:(await confirmHeld(candidates,access,onDescribed)).flatMap(one=>rowOf2(one,selection,one.candidate.why)),unmet:selected.unmet};let all=entries.map(entry=>({
certificateId:entry.certificateId,entry,why:[]})),held=await confirmHeld(all,access,onDescribed),holders=held.flatMap(one=>one.kind==="held"&&one.pem!==void 0?[
{certificateId:one.candidate.certificateId,pem:one.pem}]:[]),options={parallelism,onProgress:onCompared,signal:access.signal},broken=await judgeKeys(holders,selection.
rules,options),whyOf=new Map(candidates.map(({entry,why})=>[entry,why])),rows=held.flatMap(one=>{let why=whyOf.get(one.candidate.entry),rules=broken.get(one.candidate.
certificateId)??[],isMeant=one.kind==="held"?rules.length>0:one.kind==="contradicted";return why===void 0||!isMeant?[]:rowOf2(one,selection,[...why,...rules.map(
rule=>`rule=${rule}`)])}),met=new Set([...broken.values()].flat()),unmet=selection.rules.filter(rule=>!met.has(rule)).map(rule=>`rule=${rule}`);return{rows,unmet:[
...selected.unmet,...unmet]}}function rowOf2(one,selection,why){let{certificateId,entry}=one.candidate,row={certificateId,csrPath:entry?.csrPath??void 0,thingName:entry?.
thingName??void 0,why};switch(one.kind){case"gone":return[{...row,spkiSha256:void 0,status:void 0,issuedAt:void 0,result:"gone"}];case"contradicted":{let problem={
code:"record-contradicted",message:`The ledger names it for this device, and ${one.reason}.`,fix:"Find out who wrote that line of the ledger, and correct it."};
return[{...row,spkiSha256:void 0,status:void 0,issuedAt:void 0,result:"contradicted",problem}]}case"held":{let{status,issuedAt}=one;if(!isInTime(selection,issuedAt))
return[];let spkiSha256=entry?.spkiSha256;return[{...row,spkiSha256,status,issuedAt,result:status==="REVOKED"?"already":"selected"}]}}}function select2(entries,selection,ids){let kinds=[runTests(selection),commitTests(selection,entries),pathTests(selection)].filter(isAsked),met=new Set,candidates=[],
inLedger=new Set,meant=new Set;for(let entry of entries){inLedger.add(entry.certificateId);let whys=kinds.map(tests=>tests.filter(test=>test.meets(entry)).map(({
text})=>text));for(let text of whys.flat())met.add(text);let named2=ids.get(entry.certificateId);if(!(whys.every(texts=>texts.length>0)&&(ids.size===0||named2!==
void 0))||!mayBeInTime(selection,entry))continue;let why=[...whys.flatMap(([first=""])=>first),...named2===void 0?[]:[named2],...timesIn(selection)];meant.add(entry.
certificateId),candidates.push({certificateId:entry.certificateId,entry,why})}for(let[certificateId,named2]of ids)inLedger.has(certificateId)||needsRecords(selection)||
(meant.add(certificateId),candidates.push({certificateId,entry:void 0,why:[named2,...timesIn(selection)]}));let unmet=kinds.flat().filter(({text})=>!met.has(text)),
lost=[...ids.keys()].filter(id=>!meant.has(id));return{candidates,unmet:[...unmet.map(({text})=>text),...lost.map(id=>`certificate-id=${id}`)]}}function isAsked(tests){
return tests.length>0}function mayBeInTime(selection,{issuedAt}){return issuedAt===null||isInTime(selection,Date.parse(issuedAt))}function runTests({runs}){return runs.
map(run2=>({text:`run=${run2}`,meets:({runId})=>runId===run2}))}function commitTests({commits},entries){return commits.map(begin=>{let meant=new Set(entries.flatMap(
({commit})=>commit?.startsWith(begin)?[commit]:[]));if(meant.size>1)throw new UserError("revoke-selector",`commit=${begin} is the beginning of ${meant.size} com\
mits of the ledger.`,{where:"revoke",fix:"Write more characters of the commit that is meant."});return{text:`commit=${begin}`,meets:({commit})=>commit?.startsWith(
begin)??!1}})}function pathTests({paths}){return paths.map(glob=>{let isMatch=createPathMatcher([glob]);return{text:`path=${glob}`,meets:({csrPath})=>csrPath!==
null&&isMatch(csrPath)}})}async function findRevocable({entries,where,selection,ids},account,access,services){let{log}=services,here=entries.filter(entry=>isSamePlace(entry,account));if(where!==
void 0){let elsewhere=entries.length-here.length,others=elsewhere===0?"":`; ${count(elsewhere)} of other accounts or regions are left out`;log.info(`The ledger \
has ${plural(here.length,"certificate")} of account ${account.account} in ${account.region}${others}`)}if(needsRecords(selection)&&here.length===0)throw nothingHere2(
where,account);let selected=select2(here,selection,ids),found=await findAndCompare({entries:here,selected,selection},access,services),{rows,unmet}=found;if(rows.
length===0)throw nothingSelected(unmet,where);if(rows.every(({result})=>result==="gone"))throw allGone(rows);for(let text of unmet.slice(0,SHOWN3))log.annotate(
"warning",`${text} selects no certificate. Check it: the certificates of the other selectors are found.`,{title:"selector-unmet"});return unmet.length>SHOWN3&&log.
annotate("warning",`And ${plural(unmet.length-SHOWN3,"more selector")} without a certificate.`),rows}var SHOWN3=3;async function findAndCompare(search,access,{clock,
log,threads}){let pool=createWorkerPool(threads.script),progressOf=verb=>{let progress2;return(done2,total)=>{progress2??=createProgress(verb,total,clock.now,log),
progress2.update(done2)}},progress={onDescribed:progressOf("Looked at"),onCompared:progressOf("Compared")};try{return await findSelected(search,access,progress,
{pool,threads:threads.count})}finally{pool.close()}}function nothingHere2(where,{account,region}){return new UserError("nothing-selected",`The ledger holds no c\
ertificate of account ${account} in ${region}. Nothing was revoked.`,{where:where??"ledger",fix:"Name the ledger of the runs that issued the certificates, and t\
heir aws-region."})}var NAMED6=10;function nothingSelected(unmet,where){let named2=`${unmet.slice(0,NAMED6).join(", ")}${unmet.length>NAMED6?" \u2026":""}`,why=unmet.
length===0?"No certificate meets all of the selectors":`No certificate is selected by ${named2}`;return new UserError("nothing-selected",`${why}. Nothing was re\
voked.`,{where:where??"revoke",fix:"Correct the lines of the input `revoke`: selectors of different kinds all have to be met."})}function allGone(rows){let[first]=rows;
return new UserError("nothing-selected",`The account holds none of the ${plural(rows.length,"certificate")} that are selected, such as ${first?.certificateId}. \
Nothing was revoked.`,{where:"revoke",fix:"Check the ids, aws-region and the account: somebody may have deleted the certificates."})}async function revokeCertificates(story,options,services){let{log,clock,stop}=services,{revoke,ledger,report:report2,outputDirectory}=options;if(revoke===void 0)
throw new Error("revoke without a selection");log.stage("Read what is to be revoked");let lists=revoke.selection.idLists.map(({path,name})=>({path,name:`the lis\
t ${name}`}));refuseClashes({...{ledger,report:report2,outputDirectory,sarifPath:void 0},certificates:[],bundles:[],lists,sources:[]}),story.pages={directory:void 0,
path:report2};let ids=await readIds(revoke.selection),ledgerCommit=revoke.isDryRun?void 0:await prepareRecords2(options,services),file=await readLedger(ledger),
remark=ledger===void 0?void 0:await remarkOnLedger(ledger,0);remark!==void 0&&log.annotate(remark.level,remark.message,{title:"ledger"});let account=await signInToAws(
story,options,services);log.stage("Find the certificates");let{entries,table:table2}=await openRevocationLedger(file.entries,options,revoke.isDryRun?"read":"wri\
te",account,services);try{let pacers=createPacers(clock,pacing(options.requestsPerSecond,log)),access={iot:account.iot,pacers,clock,signal:stop,report:log.info},
where=options.ledgerTable===void 0?ledger:addressText(options.ledgerTable),rows=await findRevocable({entries,where,selection:revoke.selection,ids},account,access,
services);story.revocation={isDryRun:revoke.isDryRun,rows},revoke.isDryRun?listSelected(story.revocation,log):log.info(revocationLine(story.revocation)),refuseTooMany2(
story.revocation,options.maxCertificates,log),revoke.isDryRun||await revokeAndRecord(story,{ledger,ledgerCommit,table:table2,entries,account,access},options,services)}finally{
table2?.close(),story.revocation!==void 0&&annotateRevocation(story.revocation,log)}refuseIncomplete2(story.revocation)}function pacing(rate2,log){return{update:rate2.
kind==="rate"?{kind:"fixed",perSecond:rate2.perSecond}:void 0,share:shareOf(rate2),report:log.info}}async function prepareRecords2(options,services){let{ledger}=options;
if(ledger===void 0)return;try{services.files.rehearse([ledger])}catch(error){throw errorOf(error,"ledger","ledger")}if(!options.ledgerCommit)return;let{prepareLedgerCommit}=await import("./part-delivery-ledger-commit.js");
return prepareLedgerCommit(options,0,services,"revoked")}function refuseTooMany2(revocation,most,log){let selected=countOf(revocation,"selected");if(selected<=most)
return;let error=new UserError("too-many-selected",`${plural(selected,"certificate")} are selected, and max-certificates allows ${count(most)}. Nothing was revo\
ked.`,{where:"revoke",fix:"Narrow the selection, or raise max-certificates when all of them are meant."});if(!revocation.isDryRun)throw error;log.annotate("warn\
ing",`${error.message} ${error.fix}`,{title:error.code})}async function revokeAndRecord(story,work,options,services){let{log,clock,commands,context,end:end2}=services,
{account,access,entries}=work,rows=story.revocation?.rows??[],{outputDirectory}=options,place={account:account.account,region:account.region},path=journalPath(context.
tempDirectory,{outputDirectory,...place}),journal=await openJournal(services.files,path,context.step,place);try{commands.saveState("journal",path),log.stage("Re\
voke");let total=rows.filter(({result})=>result==="selected").length,progress=createProgress("Revoked",total,clock.now,log),{rows:after,failure}=await revokeAll(
rows,access,journal.journal,progress.update,end2);story.revocation={isDryRun:!1,rows:after},log.stage("Record");let failures=failure===void 0?[]:[failure];try{await recordRevocations(
revokedIn(after),work,place,entries,services),work.ledger!==void 0&&(story.ledgerPath=work.ledger),after.some(({result})=>result==="not-attempted")||commands.saveState(
"handed-over","true")}catch(error){failures.push(error)}throwAll(failures,log)}finally{await journal.close()}}function refuseIncomplete2(revocation){if(revocation===
void 0||revocation.isDryRun)return;let left=revocation.rows.filter(({result})=>["contradicted","failed","not-attempted"].includes(result)),[first]=left;if(first!==
void 0)throw new UserError("revoke-incomplete",`${plural(left.length,"certificate")} of ${count(revocation.rows.length)} were not revoked. ${first.problem?.message??
""}`,{where:first.csrPath??first.certificateId,fix:first.problem?.fix??"Run the job again."})}async function planRegistration(story,judged2,{registration,...options},services){if(registration===void 0)return;let why=whyNot(options,services.context);if(why!==
void 0){registration.provisioning!==void 0&&await checkTemplateFile(judged2.batch.csrs,registration.provisioning,services.context.runId),story.registryUnchecked=
why,services.log.info(`Things and policies were judged by their names only: ${why}. Whether they exist in AWS IoT, and are as asked for, was not checked`);return}
let{checkRegistration}=await import("./part-registration-judge-policy.js"),account=await signInToAws(story,options,services),entries=[...(await readLedger(options.ledger)).
entries,...judged2.shared],records=await recordsIn(entries,account);await checkRegistration(story,judged2,account,records,{registration,...options},services)}async function checkTemplateFile(csrs,provisioning,runId){
let{readTemplateFile}=await import("./lib-empty-8.js"),{templateWishes}=await import("./lib-empty-13.js"),template=await readTemplateFile(provisioning);
template!==void 0&&templateWishes(csrs,template,provisioning,runId)}function whyNot({region,role},context){return context.event.source!=="this-repository"?"the \
event is of a fork, or does not say whose it is":region===""?"`aws-region` is not set":role===void 0?context.hasAwsCredentials?void 0:"there are no credentials \
for AWS":context.idTokenRequest===void 0?"the job has no permission `id-token: write`":void 0}async function recordsIn(entries,place){let{recordsOf}=await import("./part-stories-registration-records.js"),
here=groupBy(entries.filter(entry=>isSamePlace(entry,place)),({spkiSha256})=>spkiSha256),registered2=[...here.values()].flat().flatMap(entry=>{let what=registeredIn(
entry);return what===void 0?[]:[[entry.certificateId,what]]});return recordsOf(spki=>(here.get(spki)??[]).map(({certificateId})=>certificateId),new Map(registered2))}async function validateBatch(story,options,services){let judged2=await judgeBatch(story,options,services);story.estimate=estimate(judged2.batch.csrs.length,options.
requestsPerSecond),story.estimate!==""&&services.log.info(`Creating ${story.estimate}`),await planRegistration(story,judged2,options,services)}function run(inputs,services,story=newStory(services.clock)){let act2={issue:issue2,validate:validateBatch,audit:auditLedger,revoke:revokeCertificates,retire:retireCertificates}[inputs.
mode];return runToEnd(async()=>{inputs.mode!=="validate"&&refuseForks(services.context.event,inputs.allowForks),await act2(story,inputs,services)},story,inputs,
services)}async function issue2(story,inputs,services){let judged2=await judgeBatch(story,inputs,services);services.log.stage("Make sure that certificates can b\
e handed over");let{handOver,ledgerCommit}=await makeSureOfHandOver(story,judged2,inputs,services),account=await signInToAws(story,inputs,services),bundles=await prepareBundles(
judged2.names,account,services);services.log.stage("Find out which certificates exist"),story.shared=await openShared(inputs,judged2.batch.csrs,account,services);
let memory=await recall(inputs,services,account,handOver.earlier?.certificates??[],story.shared);story.memory=memory,services.commands.saveState("journal",memory.
journal.path);let{batch,beside}=await besideIssuing(story,judged2,{account,memory},inputs,services),prepared={batch,handOver,account,memory,ledgerCommit,beside,
bundles},created=await createCertificates(story,prepared,inputs,services);services.log.stage("Hand over"),await deliverCertificates(story,prepared,created,inputs,
services)}export{run};
