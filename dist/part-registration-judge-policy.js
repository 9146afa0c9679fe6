import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{templateWishes}from"./part-registration-template-wishes.js";import{ABOUT_NAMES,lookAtNamed,openTemplate,rootOf}from"./part-registration-named-objects.js";import{compareThing,describeDifferences}from"./part-registration-compare-thing.js";
import{writeSarif}from"./part-report-sarif.js";import{annotateFindings}from"./part-report-annotations.js";import{checkPem}from"./part-records-read-certificate.js";import{
onlyReport}from"./part-report-only-report.js";import"./part-csr-parse-certificate-holder.js";import{createPacers}from"./part-issuance-pacers.js";import{shareOf}from"./part-issuance-request-rate.js";
import{createProgress}from"./part-runner-progress.js";import{allOf,ifAllowed}from"./part-registration-registry-reads.js";import{forEach}from"./part-lib-for-each.js";import{
principalsOf,thingIfThere}from"./part-registration-registry-calls.js";import{describeIfThere}from"./part-issuance-iot-access.js";import"./part-aws-advice.js";import"./part-lib-retry.js";
import"./part-lib-until-aborted.js";import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";import{createRegistryPacers}from"./part-registration-registry-pacers.js";
import"./part-issuance-pacer-bucket-pace.js";import{DEFAULT_REGISTRY_QUOTAS}from"./part-aws-default-quotas.js";import{REGISTRY_RULES}from"./part-naming-name-rules.js";import"./part-lib-wildcards.js";
import"./part-naming-names.js";import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import{partitionOf}from"./part-aws-place.js";
import"./part-lib-on-abort.js";import"./part-runner-log.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-rules-subject-meant.js";
import"./part-lib-group-by.js";import"./part-csr-rules-thing-name.js";import"./part-csr-parse-string-types.js";import"./part-naming-template.js";import"./part-lib-file-error.js";
import{UserError,joinErrors}from"./part-lib-user-error.js";import{count,duration,plural}from"./part-lib-words.js";import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-key.js";
import"./part-csr-parse-der.js";import"./part-csr-device-list.js";import{shorten}from"./part-lib-escape.js";import"./lib-empty-2.js";var ANY=Symbol("*"),ONE=Symbol("?"),LITERALS=["*","?","$"];function parsePattern(text){let tokens=[...text.matchAll(/\$\{([^}]*)\}|[\s\S]/g)].map(([part,variable])=>variable!==
void 0?LITERALS.includes(variable)?variable:{variable}:part==="*"?ANY:part==="?"?ONE:part);return tokens.filter((token,index)=>token!==ANY||tokens[index-1]!==ANY)}
function patternText(pattern){return pattern.map(token=>token===ANY?"*":token===ONE?"?":typeof token=="object"?`\${${token.variable}}`:LITERALS.includes(token)?
`\${${String(token)}}`:String(token)).join("")}function restsAfter(pattern,text){return[...positionsAfter(pattern,text).values()].map(({index,isOpen})=>isOpen?[
ANY,...pattern.slice(index+1)]:pattern.slice(index))}function canMatch(pattern,text){return positionsAfter(pattern,text).has(keyOf({index:pattern.length,isOpen:!1}))}
function positionsAfter(pattern,text){let now=new Map;add(now,pattern,{index:0,isOpen:!1});for(let at=0;at<text.length&&now.size>0;at++){let next=new Map;for(let position of now.
values()){let token=pattern[position.index];token===ANY?add(next,pattern,position):typeof token=="object"?add(next,pattern,{index:position.index,isOpen:!0}):(token===
ONE||token===text[at])&&add(next,pattern,{index:position.index+1,isOpen:!1})}now=next}return now}function add(positions,pattern,first){for(let position=first;!positions.
has(keyOf(position));position={index:position.index+1,isOpen:!1})if(positions.set(keyOf(position),position),pattern[position.index]!==ANY&&!position.isOpen)return}
function keyOf({index,isOpen}){return index*2+(isOpen?1:0)}var MAX_CHARACTERS=65536,MAX_STATEMENTS=60,MAX_PATTERNS=700;function readDocument(document){if(!(document.length>MAX_CHARACTERS))try{let statements=elements(JSON.
parse(document)).get("statement"),list=Array.isArray(statements)?statements:[statements];if(list.length>MAX_STATEMENTS)return;let read=list.map(readStatement);return read.
flatMap(({actions,resources})=>[...actions.patterns,...resources.patterns]).length>MAX_PATTERNS?void 0:read}catch(error){if(error instanceof SyntaxError)return;
throw error}}var ELEMENTS=["sid","effect","action","notaction","resource","notresource","condition"];function readStatement(value){let found=elements(value);for(let name of found.
keys())if(!ELEMENTS.includes(name))throw new SyntaxError(name);let effect=String(found.get("effect")).toLowerCase();if(effect!=="allow"&&effect!=="deny")throw new SyntaxError(
"effect");return{isAllow:effect==="allow",actions:named(found,"action",text=>parsePattern(text.toLowerCase())),resources:named(found,"resource",parsePattern),condition:readCondition(
found.get("condition"))}}function named(found,element,read){let isNegated=found.has(`not${element}`);if(isNegated===found.has(element))throw new SyntaxError(element);
let value=found.get(isNegated?`not${element}`:element),patterns=(Array.isArray(value)?value:[value]).map(one=>{if(typeof one!="string"||one==="")throw new SyntaxError(
element);return read(one)});if(patterns.length===0)throw new SyntaxError(element);return{isNegated,patterns}}var IS_ATTACHED="iot:connection.thing.isattached";function readCondition(value){
if(value===void 0)return{isAttached:!1,other:!1};let all=[...elements(value)].flatMap(([operator,keys])=>[...elements(keys)].map(([key,wanted])=>operator==="boo\
l"&&key===IS_ATTACHED&&isTrue(wanted)));return{isAttached:all.includes(!0),other:all.includes(!1)}}function isTrue(value){let values=Array.isArray(value)?value:
[value];return values.length>0&&values.every(one=>String(one).toLowerCase()==="true")}function elements(value){if(typeof value!="object"||value===null||Array.isArray(
value))throw new SyntaxError("object");let all=Object.entries(value).map(([name,one])=>[name.toLowerCase(),one]),found=new Map(all);if(found.size<all.length)throw new SyntaxError(
"name");return found}function judgePolicy({name,document},use){let statements=readDocument(document);if(statements===void 0)return[unreadable(name)];let complaints=[];for(let statement of statements.
filter(({isAllow})=>isAllow)){if(allowsEverything(statement,use)){complaints.push(allActions(name,use));continue}let client=foreignClient(statement,use);client!==
void 0&&complaints.push(anyClient(name,client,use));let topic=foreignTopic(statement,use);topic!==void 0&&complaints.push(anyTopic(name,topic))}return firstOfEach(
complaints)}function firstOfEach(complaints){return complaints.filter(({rule},index)=>complaints.findIndex(other=>other.rule===rule)===index)}function allowsEverything({
actions,resources},{arnPrefix}){return(actions.isNegated||actions.patterns.some(pattern=>restsAfter(pattern,"iot:").some(isAny)))&&(resources.isNegated||resources.
patterns.some(pattern=>restsAfter(pattern,arnPrefix).some(isAny)))}function isAny(rest){return rest.length>0&&rest.every(token=>token===ANY)}var NAME_CHARACTER=/^[a-zA-Z0-9:_-]$/;
function foreignClient(statement,{arnPrefix}){if(!names(statement.actions,"iot:connect"))return;if(statement.resources.isNegated)return"all but those in NotReso\
urce";let isForeign=rest=>rest.length===0||rest.some(token=>typeof token=="string"&&!NAME_CHARACTER.test(token))?!1:rest.some(isWild)||!rest.some(token=>isOwn(token,
statement.condition.isAttached));return resourceWith(statement,`${arnPrefix}client/`,isForeign)}var TOPICS=[{action:"iot:publish",kind:"topic/",wild:[]},{action:"\
iot:retainpublish",kind:"topic/",wild:[]},{action:"iot:receive",kind:"topic/",wild:[]},{action:"iot:getretainedmessage",kind:"topic/",wild:[]},{action:"iot:subs\
cribe",kind:"topicfilter/",wild:["+","#"]}];function foreignTopic(statement,{arnPrefix}){for(let{action,kind,wild}of TOPICS){if(!names(statement.actions,action))
continue;if(statement.resources.isNegated)return"all but those in NotResource";let found=resourceWith(statement,arnPrefix+kind,rest=>{if(patternText(rest).includes(
`:${kind}`))return!1;let first=rest.findIndex(token=>isWild(token)||wild.some(one=>one===token)||isOwn(token,!0));return first>=0&&!isOwn(rest[first],!0)});if(found!==
void 0)return found}}function resourceWith({resources},prefix,isAsked){let found=resources.patterns.find(pattern=>restsAfter(pattern,prefix).some(isAsked));return found===
void 0?void 0:patternText(found)}function isWild(token){return token===ANY||token===ONE}var OWN=/^iot:(Connection\.Thing\.ThingName|Connection\.Thing\.Attributes\[[^\]]+\]|CertificateId|Certificate\.SerialNumber|Certificate\.Subject\.(CommonName|SerialNumber)(\.\d+)?)$/i;
function isOwn(token,isClientIdOwn){return typeof token!="object"?!1:OWN.test(token.variable)||isClientIdOwn&&/^iot:ClientId$/i.test(token.variable)}function names({
isNegated,patterns},action){return patterns.some(pattern=>canMatch(pattern,action))!==isNegated}var RESOURCE_SHOWN=150;function anyClient(policy,resource,use){return{
rule:"policy-any-client",message:`The policy ${policy} lets a device connect with client ids that are not its own: ${shorten(resource,RESOURCE_SHOWN)}.`,fix:`Le\
t it connect as its thing only, with the statement ${betterStatement(use)}.`}}function allActions(policy,use){return{rule:"policy-all-actions",message:`The poli\
cy ${policy} allows a device everything.`,fix:`Allow what the device needs on resources of its own, beginning with the statement ${betterStatement(use)}.`}}function anyTopic(policy,resource){
return{rule:"policy-any-topic",message:`The policy ${policy} gives a device the topics of others: ${shorten(resource,RESOURCE_SHOWN)}.`,fix:"Put ${iot:Connectio\
n.Thing.ThingName} before the wildcard, or name the topics that all devices share in full."}}function unreadable(policy){return{rule:"policy-unreadable",message:`\
The document of the policy ${policy} cannot be judged: it is too long, no JSON, or of a form that is not known here.`,fix:"Find out what it allows, and write it\
 anew in the usual form."}}function betterStatement({arnPrefix}){return JSON.stringify({Effect:"Allow",Action:"iot:Connect",Resource:`${arnPrefix}client/\${iot:C\
onnection.Thing.ThingName}`,Condition:{Bool:{"iot:Connection.Thing.IsAttached":"true"}}})}var WIDTH=128,FEW=32,MAX_KEYS=20,WORTH_NAMING_MS=5e3;async function lookAtThings(asked,access,{log,clock}){let{things,remembered}=asked,all=[...things],seen=new Map,
looking=createProgress("Looked for",all.length,clock.now,log),done=0;await forEach(all,WIDTH,async([,{name}])=>{let thing=await thingIfThere(name,access);seen.set(
name,{thing,groups:[],principals:void 0,memberships:[],keys:new Map}),looking.update(++done)});let found=all.filter(([path,{name}])=>!remembered.has(path)&&seen.
get(name)?.thing!==void 0);announce(found.length,log);let inspecting=createProgress("Looked into",found.length,clock.now,log),looks=createLooks(asked,access),inspected=0;
return await forEach(found,FEW,async([,wish])=>{let[held,groups]=await Promise.all([looks.held(wish.name),looks.groups(wish)]),before=seen.get(wish.name);before!==
void 0&&seen.set(wish.name,{...before,...held,...groups}),inspecting.update(++inspected)}),seen}function announce(things,log){if(things===0)return;let perSecond=DEFAULT_REGISTRY_QUOTAS.
ListThingPrincipals,takesMs=things/perSecond*1e3,time=takesMs<WORTH_NAMING_MS?"":`, which takes about ${duration(takesMs)}: AWS IoT answers ${perSecond} calls o\
f ListThingPrincipals a second unless the account's quota was raised`;log.info(`Looking into ${plural(things,"thing")} that ${things===1?"exists":"exist"} alrea\
dy${time}`)}function createLooks({groups:named2},access){let groups=new Map([...named2].map(([name,group])=>[name,Promise.resolve(group)])),groupOf=name=>{let asked=groups.
get(name)??lookAtGroup(name,access);return groups.set(name,asked),asked};return{async held(thing){let principals=await principalsOf(thing,access),ids=principals.
flatMap(({arn})=>certificateIdOf(arn)??[]),keys=new Map;for(let id of ids.slice(0,MAX_KEYS)){let described=await describeIfThere(access.certificates,id),checked=described&&
checkPem(described.pem);checked?.id===id&&keys.set(id,checked.spkiSha256)}return{principals,keys}},async groups(wish){if(wish.groups.length===0)return{groups:[],
memberships:[]};let names2=await allOf("ListThingGroupsForThing",(registry,marker)=>registry.listThingGroupsForThing(wish.name,marker),access),memberships=await Promise.
all(names2.map(async name=>({name,group:await groupOf(name)})));return{groups:memberships.flatMap(({name,group})=>group?.isDynamic?[]:name),memberships}}}}function lookAtGroup(name,access){
return ifAllowed("DescribeThingGroup",registry=>registry.describeThingGroup(name),access)}function certificateIdOf(arn){return/^arn:[\w-]+:iot:[\w-]+:\d{12}:cert\/([0-9a-f]{64})$/.
exec(arn)?.[1]}function mayConnect(documents,thing,use){let answers={allow:"no",deny:"no"};for(let document of documents){let statements=readDocument(document);if(statements===
void 0)return"unknown";for(let statement of statements){let effect=statement.isAllow?"allow":"deny";answers[effect]=either(answers[effect],holds(statement,thing,
use))}}return answers.allow==="no"||answers.deny==="yes"?"no":answers.allow==="yes"&&answers.deny==="no"?"yes":"unknown"}function holds(statement,thing,use){let{
actions,condition}=statement;if(actions.patterns.some(pattern=>canMatch(pattern,"iot:connect"))===actions.isNegated)return"no";let resource=covers(statement,thing,
use);return resource==="no"?"no":!condition.other&&(thing!==void 0||!condition.isAttached)?resource:"unknown"}function covers({resources},thing,{arnPrefix}){let answer=resources.
patterns.map(pattern=>{if(thing===void 0)return restsAfter(pattern,`${arnPrefix}client/`).some(rest=>rest.length>0)?"unknown":"no";let known=pattern.flatMap(token=>standsFor(
token,thing));return canMatch(known,`${arnPrefix}client/${thing}`)?known.some(token=>typeof token=="object")?"unknown":"yes":"no"}).reduce(either,"no");return resources.
isNegated?answer==="yes"?"no":answer==="no"?"yes":"unknown":answer}function standsFor(token,thing){return typeof token!="object"?[token]:/^iot:(ClientId|Connection\.Thing\.ThingName)$/i.
test(token.variable)?[...thing]:[token]}function either(one,other){return one==="yes"||other==="yes"?"yes":one==="no"&&other==="no"?"no":"unknown"}var MAX_GROUPS=10,VALUE_SHOWN=100,DIFFERENCES_SHOWN=500,HELD_SHOWN=3;function planThing(wish,seen,holders,{onExistingThing,groups}){if(seen?.thing===void 0)return{
action:"create",reasons:[],holds:[]};let principals=seen.principals??[],holds2=principals.map(({arn})=>certificateIdOf(arn)??arn),differences=compareThing(wish,
seen.thing),reasons=[...differences.length===0?[]:[`it differs in ${shorten(describeDifferences(differences),DIFFERENCES_SHOWN)}`],...groupsInTheWay(wish,seen,groups),
...otherType(wish,principals,holders)],hasOthers=holds2.some(id=>!holders.isOwn(id));return hasOthers&&onExistingThing==="fail"&&reasons.push("it holds a certif\
icate of another key"),reasons.length>0?{action:"conflict",reasons:[...reasons,...heldBy(holds2,holders)],holds:holds2}:{action:!hasOthers||holds2.some(holders.
isOwn)?"found":"attach",reasons,holds:holds2}}function groupsInTheWay({groups},{memberships},known){let missing=groups.filter(name=>memberships.every(one=>one.name!==
name));if(missing.length===0)return[];let reasons=missing.flatMap(name=>{let wanted=known.get(name),other=memberships.find(({group})=>group!==void 0&&!group.isDynamic&&
wanted!==void 0&&rootOf(group)===rootOf(wanted));return other===void 0?[]:[`it is in the group ${shorten(other.name,VALUE_SHOWN)}, which is of one hierarchy wit\
h ${name}`]});return memberships.length+missing.length>MAX_GROUPS&&reasons.push(`it is in ${plural(memberships.length,"group")}, ${missing.length} more are aske\
d for, and ${MAX_GROUPS} is the most`),reasons}function otherType(wish,principals,{isOwn:isOwn2}){return principals.flatMap(({arn,type})=>{let id=certificateIdOf(
arn);return id===void 0||type===void 0||type===wish.principalType||!isOwn2(id)?[]:[`its certificate ${id} is attached as ${typeWord(type)}, and ${typeWord(wish.
principalType)} is asked for`]})}function typeWord(type){return type==="EXCLUSIVE_THING"?"exclusive":"non-exclusive"}function heldBy(holds2,{pathOf}){if(holds2.
length===0)return[];let shown=holds2.slice(0,HELD_SHOWN).map(id=>{let path=pathOf(id);return path===void 0?shorten(id,VALUE_SHOWN):`${id} of ${path}`}),more=holds2.
length>HELD_SHOWN?` and ${holds2.length-HELD_SHOWN} more`:"";return[`it holds ${holds2.length===1?"the certificate":"the certificates"} ${shown.join(", ")}${more}`]}async function checkRegistry(question,access,world){let{csrs,wishes,isRemembered}=question,named2=await lookAtNamed(wishes.values(),access),error=named2.errors.
some(({code})=>!ABOUT_NAMES.includes(code))?joinErrors(named2.errors):void 0;if(error!==void 0)throw error;let things=new Map,remembered=new Set;for(let csr of csrs){
let wish=wishes.get(csr.path);wish?.thing!==void 0&&(things.set(csr.path,wish.thing),isRemembered(csr,wish,named2.carried)&&remembered.add(csr.path))}let asked={
things,remembered,groups:named2.groups},seen=await lookAtThings(asked,access,world),devices=planDevices(question,named2,seen);return{plan:{things:seen,carried:named2.
carried},devices,findings:judgePolicies(question,named2,access.place),letsConnect:named2.areAllRead&&connects(question,named2,useIn(access.place))==="yes",errors:named2.
errors}}function planDevices({csrs,wishes,onExistingThing},named2,seen){let options={onExistingThing,groups:named2.groups},pathOf=new Map(csrs.map(({spkiSha256,
path})=>[spkiSha256,path])),rightsOf=createRights(named2);return csrs.flatMap(({path,spkiSha256})=>{let wish=wishes.get(path);if(wish===void 0)return[];let rights=rightsOf(
wish.policies);if(wish.thing===void 0)return[{path,thing:void 0,action:"create",reasons:[],holds:[],rights}];let{name}=wish.thing,thing=seen.get(name),keyOf2=id=>thing?.
keys.get(id)??"",holders={isOwn:id=>keyOf2(id)===spkiSha256,pathOf:id=>pathOf.get(keyOf2(id))};return[{path,thing:name,...planThing(wish.thing,thing,holders,options),
rights}]})}function createRights({carried}){let lists=new Map;return policies=>{let key=policies.join(`
`),known=lists.get(key);if(known!==void 0)return known;let rights=[...new Set([...policies,...carried.keys()])].map(policy=>({policy,group:carried.get(policy)}));
return lists.set(key,rights),rights}}function useIn({account,region}){return{arnPrefix:`arn:${partitionOf(region)}:iot:${region}:${account}:`}}function connects({
wishes},{documents},use){let[wish]=wishes.values();return mayConnect([...documents.values()],wish?.thing?.name,use)}function judgePolicies(question,named2,place){
let{documents,areAllRead}=named2,use=useIn(place),sorted=[...documents].sort(([a],[b])=>a<b?-1:1),complaints=sorted.flatMap(([name,document])=>judgePolicy({name,
document},use));if(areAllRead&&documents.size>0&&connects(question,named2,use)==="no"){let[wish]=question.wishes.values(),names2=sorted.map(([name])=>name);complaints.
push(noConnect(names2,wish?.thing?.name))}return complaints.flatMap(complaint=>{let severity=question.severities[complaint.rule]??REGISTRY_RULES.find(({id})=>id===
complaint.rule)?.severity;return severity===void 0||severity==="off"?[]:[{...complaint,severity}]})}function noConnect(policies,thing){return{rule:"policy-no-co\
nnect",message:`No policy lets a device connect with ${thing===void 0?"any client id":`the client id ${thing}`}: ${policies.join(", ")}.`,fix:"Allow iot:Connect\
 on the client ids that the devices have, or name a policy that does."}}function countActions(devices){let counts={create:0,found:0,attach:0,conflict:0};for(let{action}of devices)counts[action]++;return counts}function conflictFinding({
path,thing,reasons}){return{rule:"registration-conflict",severity:"error",path,message:`Its thing ${thing} exists and cannot be used: ${reasons.join("; ")}.`,fix:"\
Correct the inputs, change the thing in AWS IoT, or give the device another name."}}function wishesOf(csrs,things,options){let{thingName,thingType,thingGroups,billingGroup,principalType,policies}=options,wishes=new Map;for(let{path}of csrs){if(thingName===
void 0){wishes.set(path,{thing:void 0,policies});continue}let named2=things.get(path);if(named2===void 0)throw new Error(`The thing of ${path} has no name.`);let thing={
name:named2.name,typeName:thingType,groups:thingGroups,billingGroup,attributes:named2.attributes,principalType};wishes.set(path,{thing,policies})}return wishes}async function checkRegistration(story,{batch,names:names2},account,records,options,services){let{log,context}=services,{registration,policy}=options;log.stage(
"Look at the registry");let access=await openRegistry(account,options,services),{provisioning}=registration,wishes=provisioning===void 0?wishesOf(batch.csrs,names2.
things,registration):templateWishes(batch.csrs,await openTemplate(provisioning,access),provisioning,context.runId),{onExistingThing}=registration,question={csrs:batch.
csrs,wishes,onExistingThing,severities:policy.severities??{},...records},check=await checkRegistry(question,access,services);story.registryPlan=check,logPlan(check,
registration.policies,log),annotatePolicies(check.findings,context.rulesPage,log);let conflicts=check.devices.filter(({action})=>action==="conflict").map(conflictFinding);
annotateFindings(conflicts,context.rulesPage,log);let kept=leaveOut(batch,conflicts);story.batch=kept;let{sarifPath}=options;return sarifPath!==void 0&&conflicts.
length>0&&await onlyReport("The SARIF file",log,()=>writeSarif(services.files,sarifPath,kept.findings,context.rulesPage)),refuse(check,conflicts,kept,options),{
batch:kept,wishes:new Map(kept.csrs.flatMap(({path})=>wishIn(wishes,path))),plan:check.plan,letsConnect:check.letsConnect,pacers:access.pacers}}function wishIn(wishes,path){
let wish=wishes.get(path);return wish===void 0?[]:[[path,wish]]}async function openRegistry(account,{requestsPerSecond},{log,clock,stop}){let pacing={share:shareOf(
requestsPerSecond),report:log.info},waiting={clock,signal:stop,report:log.info};return{...waiting,registry:await account.registry(),pacers:createRegistryPacers(
clock,pacing),place:account,certificates:{...waiting,iot:account.iot,pacers:createPacers(clock,pacing)}}}function refuse({findings,devices,errors},conflicts,{csrs},{
mode,onInvalid}){let mayGoOn=mode==="issue"&&onInvalid==="skip"&&csrs.length>0,error=joinErrors([...errors,...findings.filter(({severity})=>severity==="error").
map(refusedPolicy),...conflicts.length===0||mayGoOn?[]:[conflictError(conflicts,devices.length,mode)]]);if(error!==void 0)throw error}function logPlan({devices,
plan},policies,log){let things=devices.filter(({thing})=>thing!==void 0),{create,found,attach,conflict}=countActions(things);things.length>0&&log.info(`Things: ${count(
create)} to create, ${count(found)} found, ${count(attach)} that get a certificate beside those that they hold, ${count(conflict)} in conflict`);for(let[policy,
group]of plan.carried){let how=policies.includes(policy)?"is not attached to certificates":"`policies` does not name it";log.info(`Policy ${policy} comes from t\
he group ${group}, and ${how}. It acts for a device that connects with the name of its thing as client id`)}}function annotatePolicies(findings,rulesPage,log){for(let{
severity,rule,message,fix}of findings)log.annotate(severity,`${message} ${fix} [${rule}] ${rulesPage}#${rule}`,{title:rule})}function leaveOut(batch,findings){let paths=new Set(
findings.map(({path})=>path));return{...batch,csrs:batch.csrs.filter(({path})=>!paths.has(path)),findings:[...batch.findings,...findings],rejected:[...batch.rejected,
...paths]}}var NAMED=3;function conflictError(conflicts,devices,mode){return new UserError("registration-conflict",`${count(conflicts.length)} of ${plural(devices,
"device")} cannot be registered as asked for.${mode==="issue"?" Nothing was created.":""}`,{where:conflicts.length<=NAMED?conflicts.map(({path})=>path).join(", "):
"things that exist already",fix:mode==="issue"?"Correct what the annotations and the job summary name, or set `on-invalid: skip` to leave these devices out.":"C\
orrect what the annotations and the job summary name."})}function refusedPolicy({message,fix,rule}){return new UserError("policy-refused",message,{where:"polici\
es",fix:`${fix} Or set \`rules: ${rule}=warning\`.`})}export{checkRegistration};
