import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{compareThing,describeDifferences}from"./part-registration-compare-thing.js";import{wishHash}from"./part-registration-wish-hash.js";import{withGrace}from"./part-lib-grace.js";
import{shareOf}from"./part-issuance-request-rate.js";import{createProgress}from"./part-runner-progress.js";import{NOT_FOUND,YOUNG_WAITS_MS,callRegistry,principalsOf,thingIfThere,
thingsOf}from"./part-registration-registry-calls.js";import{awsCodeOf}from"./part-issuance-iot-access.js";import"./part-aws-advice.js";import"./part-lib-retry.js";import"./part-lib-until-aborted.js";
import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";import{createRegistryPacers,operationStats}from"./part-registration-registry-pacers.js";import"./part-issuance-pacer-bucket-pace.js";
import"./part-aws-default-quotas.js";import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import{certificateArn,clientArn}from"./part-aws-place.js";
import"./part-lib-on-abort.js";import{UserError}from"./part-lib-user-error.js";import{plural}from"./part-lib-words.js";import{shorten}from"./part-lib-escape.js";
import"./lib-empty-2.js";function createFlights(width,work){let waiting=[],watchers=new Set,running=0,next=0,start=()=>{for(;running<width&&next<waiting.length;)running++,work(waiting[next++]).
then(()=>{running--,start();for(let look2 of watchers)look2()})};return{add(item){waiting.push(item),start()},until:isSo=>new Promise(resolve=>{let look2=()=>{running>
0&&!isSo()||(watchers.delete(look2),resolve())};watchers.add(look2),look2()})}}var CONFLICT="registration-conflict",NAMED=3,DIFFERENCES=500,DECISION=40,CANCELLED_REGISTERING={code:"cancelled",message:"The job was cancelled before all of it\
s registration was done.",fix:"Run the job again: it does what is left."},BUG={code:"registration-bug",message:"An error of this action itself ended registering\
.",fix:"Report it with the log, and run the job again."};function otherThing({name},differences,holds){return new UserError(CONFLICT,`Thing ${name} exists and d\
iffers in ${shorten(describeDifferences(differences),DIFFERENCES)}. ${holdersOf(holds)}`,{fix:"Correct the inputs, or change or delete the thing in AWS IoT, and\
 run the job again."})}function takenThing({name},holds){return new UserError(CONFLICT,`Thing ${name} exists, and on-existing-thing is fail. ${holdersOf(holds)}`,
{fix:"Set `on-existing-thing: attach` if its new certificate is to go beside these, or give the device another name."})}function attachedElsewhere(thing,things){
return new UserError(CONFLICT,`Its certificate is attached to thing ${shorten(things.slice(0,NAMED).join(", "),DIFFERENCES)}, so it cannot be attached exclusive\
ly to thing ${thing}.`,{fix:"Detach it there, or set `thing-principal: non-exclusive`, and run the job again."})}function attachedOtherwise(thing,found){return new UserError(
CONFLICT,`Thing ${thing} holds its certificate as ${found}, which is not what was asked for.`,{fix:"Change `thing-principal`, or detach the certificate from the\
 thing, and run the job again."})}function notCreated(problem){return problem.code==="policy-denies-connect"?problem:{code:"registration-incomplete",message:`It\
 was not asked for, since its device could not be registered: ${problem.message}`,fix:problem.fix}}function connectDenied(thing,policies,decision){return{code:"\
policy-denies-connect",message:`The ${policies.length===1?"policy":"policies"} ${policies.join(", ")} did not let a device connect as client/${thing} (TestAutho\
rization: ${shorten(decision,DECISION)}). One device was tried; nothing was created for the others.`,fix:"Let one of the policies allow iot:Connect on the resou\
rce client/${iot:Connection.Thing.ThingName}, and run the job again."}}function notYetAllowed(thing){return`TestAuthorization does not allow client/${thing} to \
connect yet, although its policies do: what was attached a moment ago may not act yet. Registering goes on. Try out one device before you ship the others.`}function holdersOf(holds){
if(holds===void 0)return"Which certificates it holds is not known.";if(holds.length===0)return"It holds no certificate.";let ids=holds.slice(0,NAMED).map(({arn})=>shorten(
arn.slice(arn.lastIndexOf("/")+1),64)),more=holds.length>NAMED?` and ${holds.length-NAMED} more`:"";return`It holds certificate ${ids.join(", ")}${more}.`}var ATTACH_REFUSALS=/^(InvalidRequest|ValidationException|ResourceAlreadyExists|.*Conflict)/;
function problemOf(error){let{code,message,where="",fix}=error,awsCode=awsCodeOf(error)??"";return where==="iot:AttachThingPrincipal"&&ATTACH_REFUSALS.test(awsCode)?
{code:CONFLICT,message,fix:"Look which thing the certificate is attached to, and how; detach it there, or change `thing-principal`, and run the job again."}:where===
"iot:RegisterThing"&&/^ConflictingResourceUpdate/.test(awsCode)?{code:CONFLICT,message,fix:"The thing exists with other properties, and the template is to fail \
then: correct the template or its OverrideSettings, or change the thing in AWS IoT, and run the job again."}:where==="iot:RegisterThing"&&/^(ResourceRegistrationFailure|InvalidRequest)/.
test(awsCode)?{code:"provisioning-template",message,fix:"Correct what AWS names in the provisioning template, its parameters, or the account, and run the job ag\
ain: it does what is left."}:awsCode==="LimitExceededException"?{code:"registry-limit",message,fix:"Remove what the device does not need, and run the job again:\
 a certificate has at most 10 policies, and a thing is in at most 10 groups."}:awsCode===NOT_FOUND?{code:"registry-missing",message,fix:"Create what AWS names, \
or correct the input, and run the job again."}:{code,message,fix}}var FOR_ALL=/^(not-allowed|not-aws|tls|throttled|clock|credentials-\w+|signature(-region)?|region-disabled|proxy-unreachable)$/;
function meetsAll({code}){return FOR_ALL.test(code)}async function attachCertificate({name,principalType},arn,access,isYoung){try{await callRegistry("AttachThingPrincipal",iot=>iot.attachThingPrincipal(name,arn,principalType),
access,isYoung)}catch(error){if(!ATTACH_REFUSALS.test(awsCodeOf(error)??"")||!await isOn(name,arn,access))throw error;let held=(await principalsOf(name,access)).
find(principal=>principal.arn===arn);if(held?.type!==void 0&&held.type!==principalType)throw attachedOtherwise(name,held.type)}}async function isOn(thing,arn,access){
for(let waits=0;;waits++){let things=await thingsOf(arn,access).catch(error=>{if(!(error instanceof UserError))throw error}),waitMs=YOUNG_WAITS_MS[waits];if(things===
void 0||things.length>0||waitMs===void 0)return things?.includes(thing)??!1;await access.clock.sleep(waitMs,access.signal)}}async function registerDevice(device,surroundings){let{path,certificateId,wish}=device,{plan,remembered}=surroundings,about={path,certificateId,thing:wish.thing?.
name??wish.provisioning?.thing},hash=wishHash(wish,certificateId,plan.carried),isRemembered=remembered.get(certificateId)?.registration===hash,done=[],steps=stepsOf(
device,NOTHING,surroundings),left=()=>steps.map(({name})=>name).filter(name=>!done.includes(name));try{let standing=await look(device,isRemembered,surroundings);
if(isRemembered&&(wish.thing===void 0||standing.thing!==void 0))return{...about,result:"found",done:left(),left:[],hash};await refuseElsewhere(device,standing,surroundings.
access),steps=stepsOf(device,standing,surroundings);let hasActed=!1;for(let{name,run}of steps)run!==void 0&&(await run(),hasActed=!0),done.push(name);return{...about,
result:hasActed?"registered":"found",done,left:[],hash}}catch(error){if(!(error instanceof UserError))throw new Interrupted({...about,done,left:left()},error);let problem=problemOf(
error),result=problem.code===CONFLICT?"conflict":"incomplete";return{...about,result,done,left:left(),problem}}}var Interrupted=class extends Error{outcome;constructor(outcome,cause){
super("interrupted",{cause}),this.outcome=outcome}},NOTHING={thing:void 0,groups:[],principals:void 0};async function look(device,isRemembered,surroundings){let{
thing:wish}=device.wish,{plan,access,onExistingThing}=surroundings;if(wish===void 0)return NOTHING;let facts=plan.things.get(wish.name),thing=facts===void 0?await thingIfThere(
wish.name,access):facts.thing;if(thing===void 0)return NOTHING;let around={...surroundings,onExistingThing:isRemembered?"attach":onExistingThing},principals=await refuseOther(
device,wish,{thing,principals:facts?.principals},around);return{thing,groups:facts?.groups??[],principals}}async function refuseOther({certificateId,spkiSha256},wish,{
thing,principals},{access,onExistingThing,isOfKey}){let differences=compareThing(wish,thing);if(differences.length>0){let holds2=principals??await principalsOf(
wish.name,access).catch(ignoreRefusal);throw otherThing(thing,differences,holds2)}if(onExistingThing==="attach")return principals;let holds=principals??await principalsOf(
wish.name,access),others=holds.filter(({arn})=>{let id=arn.slice(arn.lastIndexOf("/")+1);return id!==certificateId&&!isOfKey(id,spkiSha256)});if(others.length>0)
throw takenThing(thing,others);return holds}function ignoreRefusal(error){if(!(error instanceof UserError))throw error}async function refuseElsewhere({wish,certificateId,
isNew},standing,access){let{thing}=wish;if(thing===void 0)return;let arn=certificateArn(access.place,certificateId),held=standing.principals?.find(principal=>principal.
arn===arn);if(held?.type!==void 0&&held.type!==thing.principalType)throw attachedOtherwise(thing.name,held.type);if(thing.principalType!=="EXCLUSIVE_THING"||isNew||
held!==void 0)return;let others=(await thingsOf(arn,access)).filter(name=>name!==thing.name);if(others.length>0)throw attachedElsewhere(thing.name,others)}function stepsOf(device,standing,surroundings){
let{wish,certificateId,isNew}=device,{access,plan}=surroundings,{thing}=wish,target=certificateArn(access.place,certificateId),isYoung=standing.thing===void 0,steps=[
...provisioningSteps(device,access)];if(thing!==void 0){let exists=standing.thing!==void 0;steps.push({name:`thing ${thing.name}`,run:exists?void 0:()=>create(device,
thing,surroundings)});for(let group of thing.groups){let add=()=>callRegistry("AddThingToThingGroup",iot=>iot.addThingToThingGroup(thing.name,group),access,isYoung);
steps.push({name:`group ${group}`,run:standing.groups.includes(group)?void 0:add})}}for(let policy of wish.policies){if(plan.carried.has(policy))continue;let attach=()=>callRegistry(
"AttachPolicy",iot=>iot.attachPolicy(policy,target),access,isNew);steps.push({name:`policy ${policy}`,run:attach})}if(thing!==void 0){let isHeld=standing.principals?.
some(({arn,type})=>arn===target&&type===thing.principalType),attach=()=>attachCertificate(thing,target,access,isYoung||isNew);steps.push({name:`certificate on t\
hing ${thing.name}`,run:isHeld?void 0:attach})}return steps}function provisioningSteps({wish,certificateId,isNew},access){let{provisioning}=wish;if(provisioning===
void 0)return[];let body=provisioning.template.bodyFor(certificateId);return[{name:"provisioning template",run:()=>callRegistry("RegisterThing",iot=>iot.registerThing(
body,provisioning.parameters),access,isNew)}]}async function create(device,wish,surroundings){let{access}=surroundings;try{await callRegistry("CreateThing",registry=>registry.
createThing(wish),access)}catch(error){if(awsCodeOf(error)!=="ResourceAlreadyExistsException")throw error;let thing=await callRegistry("DescribeThing",registry=>registry.
describeThing(wish.name),access,!0);await refuseOther(device,wish,{thing,principals:void 0},surroundings)}}var WIDTH=512,MOST_MISSING=3,MOST_ALIKE=20;function registerBatch(options){let{stop,journal,onProgress}=options,end=new AbortController,ended=AbortSignal.any([stop,
end.signal]),surroundings={...options,access:beginningUntil(ended,options.access)},taken=new Set,outcomes=new Map,problem,bug,first,endWith=reason=>{ended.aborted||
(problem=reason,end.abort())},alike=createAlike(endWith),finished=(outcome,{wish})=>{outcomes.set(outcome.path,outcome),outcome.hash!==void 0&&(first??=outcome,
journal.registered(outcome.certificateId,{thing:wish.thing?.name,registration:outcome.hash})),alike(outcome),onProgress(outcomes.size)},unfinished=rest=>({...rest,
result:"incomplete",problem:problem??CANCELLED_REGISTERING}),flights=createFlights(WIDTH,async device=>{try{finished(await registerDevice(device,surroundings),device)}catch(error){
if(!(error instanceof Interrupted))throw error;ended.aborted||(bug=error.cause,endWith(BUG)),finished(unfinished(error.outcome),device)}});return{ended,get problem(){
return problem},end:endWith,add(device){taken.has(device.path)||(taken.add(device.path),flights.add(device))},async firstRegistered(){return await flights.until(
()=>first!==void 0||ended.aborted),first},outcomeOf:path=>outcomes.get(path),async finish(){return await flights.until(()=>!1),{outcomes,bug}}}}function beginningUntil(ended,access){
let pacers=Object.entries(access.pacers).map(([operation,pacer])=>[operation,{acquire:()=>pacer.acquire(ended),get stats(){return pacer.stats}}]);return{...access,
pacers:Object.fromEntries(pacers)}}function createAlike(end){let last="",inARow=0;return({result,problem})=>{if(result!=="incomplete"||problem===void 0){inARow=
0;return}if(meetsAll(problem))return end(problem);inARow=problem.code===last?inARow+1:1,last=problem.code;let most=problem.code==="registry-missing"?MOST_MISSING:
MOST_ALIKE;problem.code!=="registry-limit"&&inARow>=most&&end(problem)}}var AGAIN_MS=5e3;async function testConnect({certificateId,thing},access){if(thing===void 0)return;let{place,clock,signal,report}=access,principal=certificateArn(
place,certificateId),ask=()=>callRegistry("TestAuthorization",iot=>iot.testConnect(principal,thing,clientArn(place,thing)),access);try{let first=await ask();return first.
isAllowed?first:(await clock.sleep(AGAIN_MS,signal),await ask())}catch(error){if(!(error instanceof UserError))throw error;report(`Whether a device may connect \
was not tried out: ${error.message}`);return}}var STOP_GRACE_MS=4e3;async function registerDevices(story,{wishes,plan,letsConnect,account,memory,pacers:begun},{registration,requestsPerSecond},{log,clock,stop}){
let pacers=begun??createRegistryPacers(clock,{share:shareOf(requestsPerSecond),report:log.info}),access={registry:await account.registry(),pacers,place:account,
clock,signal:withGrace(stop,STOP_GRACE_MS,clock),report:log.info},progress=createProgress("Registered",wishes.size,clock.now,log),isShown=log.progress===void 0,
registering=registerBatch({access,plan,onExistingThing:registration?.onExistingThing??"attach",remembered:memory.registered,isOfKey:(id,spki)=>memory.knowledge.
keyOf(id)===spki||memory.replaced.get(spki)===id,stop,journal:memory.journal.journal,onProgress:done=>isShown&&progress.update(done)});return{follower:followerOf(
registering,wishes,access,letsConnect?log:void 0),async finish(csrs){csrs.filter(({path})=>registering.outcomeOf(path)===void 0).length>0&&log.stage("Register d\
evices"),progress=createProgress("Registered",wishes.size,clock.now,log),isShown=!0;let{outcomes,bug}=await registering.finish();if(log.progress?.(void 0),story.
registration={outcomes:csrs.flatMap(({path})=>outcomes.get(path)??[]),operations:operationStats(pacers),problem:registering.problem,bug},outcomes.size===0)return;
let complete=story.registration.outcomes.filter(({hash})=>hash!==void 0).length;log.info(`${plural(complete,"device")} registered of ${story.registration.outcomes.
length}`)}}}function followerOf(registering,wishes,access,doubts){let asksToConnect=[...wishes.values()].some(({thing,policies})=>thing!==void 0&&policies.length>
0),tryOut=async(device,path)=>{let tested=await testConnect(device,{...access,signal:registering.ended}).catch(error=>{if(!registering.ended.aborted)throw error});
if(tested===void 0||tested.isAllowed)return;let{policies=[]}=wishes.get(path)??{};doubts!==void 0&&tested.decision==="IMPLICIT_DENY"?doubts.annotate("warning",notYetAllowed(
device.thing??""),{title:"policy-denies-connect"}):registering.end(connectDenied(device.thing??"",policies,tested.decision))};return{ended:registering.ended,get problem(){
return registering.problem&&notCreated(registering.problem)},onCertificate({path,spkiSha256},{id},isNew){let wish=wishes.get(path);wish!==void 0&&registering.add(
{path,spkiSha256,certificateId:id,isNew,wish})},async startsAlone(){if(!asksToConnect)return!1;let known=await registering.firstRegistered();return known===void 0?
!registering.ended.aborted:(await tryOut(known,known.path),!1)},async tryFirst({path}){let first=await registering.firstRegistered();if(first!==void 0)return tryOut(
first,first.path);let problem=registering.outcomeOf(path)?.problem;problem!==void 0&&problem.code!==CONFLICT&&problem.code!=="registry-limit"&&registering.end(problem)}}}export{registerDevices};
