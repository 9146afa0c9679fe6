import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{hasAmazonRoots}from"./part-delivery-bundle-amazon-roots.js";import{ATTRIBUTE_VALUE,THING_NAME_PATTERN,isWithoutLedger,repositoryCreatedAt,secretNameProblem,sourceOf}from"./part-runner-event.js";
import{sendRequest}from"./part-runner-request.js";import{columnUsers}from"./part-naming-device-columns.js";import{readManifest}from"./part-records-manifest.js";import{
BUNDLE_FORMATS,DEFAULT_FILE_NAME}from"./part-naming-bundle-names.js";import{placeOfJournal}from"./part-records-journal.js";import{bugOf,failureSummary}from"./part-runner-failure-summary.js";
import{CATALOGUE}from"./part-naming-name-rules.js";import{matchesWildcards}from"./part-lib-wildcards.js";import{answerText,keepSecret}from"./part-lib-redact.js";
import{partitionOf}from"./part-aws-place.js";import{onAbort}from"./part-lib-on-abort.js";import{annotateFailure,createLog,explain}from"./part-runner-log.js";
import{loadSubjectPatterns}from"./part-csr-subject-matcher.js";import{SUBJECT_TYPES}from"./part-csr-parse-string-types.js";import{Mistake,absolute,boolean,booleanOr,integer,
lines,list,matching,meant,notAllowed,oneOf,requestRate,someOf,tableAddress,template}from"./part-inputs-parsers.js";import{TEMPLATE_FIELDS,columnsIn,fieldsOf,parseTemplate,
renderTemplate}from"./part-naming-template.js";import{isLink,isMountPoint,notADirectory,notAFile,notRead,notWritten}from"./part-lib-file-error.js";import{UserError,
joinErrors}from"./part-lib-user-error.js";import{forCommandData,forCommandProperty,forLog,shorten}from"./part-lib-escape.js";import{isTableAddress,tableArn}from"./part-records-table-address.js";function readBundleInputs(reader){let{read,text,mistakes,mode,region,shard:shard2}=reader;if(mode!=="issue"&&mode!=="validate")return;let asked=read("bundle",boolean,
!1),formats=read("bundle-formats",someOf(...BUNDLE_FORMATS),[]),archives=read("bundle-archives",boolean,!1);if(!asked){let pointless=[...text("bundle-formats")===
""?[]:["bundle-formats"],...archives?["bundle-archives"]:[]];for(let name of pointless)mistakes.add(name,"It is only used with `bundle: true`.","Remove it, or s\
et `bundle: true`.");return}return region!==""&&!hasAmazonRoots(region)&&mistakes.add("bundle",`AWS IoT in ${region} does not use the Amazon root certificates t\
hat a bundle holds, so no device could connect with it.`,"Remove it, and give the devices the root certificates of that partition of AWS."),archives&&shard2!==void 0&&
mistakes.add("bundle-archives","The devices of a production line are in several shards, and an archive is of a whole line.","Remove it here, and set `bundle-arc\
hives: true` where the shards are merged."),{formats:BUNDLE_FORMATS.filter(format=>formats.includes(format)),archives}}var VALUE_SHOWN=200,REWRITABLE=1e4;function createMistakes(){let found=[],add=(input,problem,fix)=>{found.push(new UserError("inputs",`${input}: ${problem}`,{where:input,
fix}))};return{add,parse(input,text,parser,fallback){try{return parser(text)}catch(error){if(!(error instanceof Mistake))throw error;let problem=error.problem??
`${JSON.stringify(shorten(text,VALUE_SHOWN))} is not allowed.`,better=(text.length>REWRITABLE?[]:REWRITES).map(rewrite=>rewrite(text)).find(one=>one!==text&&isAllowed(
one,parser));return add(input,problem,better===void 0?error.fix:`Write ${better.replaceAll(/\s*[\r\n]+\s*/g,", ")}.`),fallback}},refuse(){let joined=joinErrors(
found);if(joined!==void 0)throw joined}}}function isAllowed(text,parser){if(text==="")return!1;try{return parser(text),!0}catch(error){if(error instanceof Mistake)
return!1;throw error}}var REWRITES=[text=>text.replaceAll(/^["'`\u2018\u2019\u201c\u201d]+|["'`\u2018\u2019\u201c\u201d]+$/g,"").trim(),text=>text.replace(/\s+#.*$/,
""),text=>text.replace(/[\s,;.]+$/,""),text=>text.toLowerCase(),text=>text.replaceAll(/^\[|\]$/g,"").replaceAll(/["']/g,"").replaceAll(/\s*,\s*/g,`
`),text=>text.replaceAll(/^\s*-\s+/gm,"").replaceAll(/["']/g,""),text=>text.replaceAll(/\s*[;|]\s*/g,`
`),text=>/^\d[\d,_' -]*$/.test(text)?text.replaceAll(/\D/g,""):text,text=>text.toLowerCase().replace(/(?<=-\d)[a-z]$/,"")];import{join}from"node:path";var NAME="iot-certificates";async function defaultOutputDirectory(tempDirectory,{account,region}){let directory=join(tempDirectory,NAME),there=await manifestIn(
directory)??await placeOfJournal(tempDirectory,directory);return there===void 0||region===""||there.region===region&&(account===void 0||there.account===account)?
directory:[directory,...account===void 0?[]:[account],region].join("-")}async function manifestIn(directory){try{return await readManifest(directory)}catch(error){
if(error instanceof UserError||error.syscall!==void 0)return;throw error}}function readPolicy(read,rules,compile){return{severities:read("rules",text=>severities(text,rules),{}),allowedKeyTypes:read("allowed-key-types",keyTypes,void 0),
subjectPattern:read("subject-pattern",pattern(compile),void 0),requiredSubjectAttributes:read("required-subject-attributes",attributeTypes,[])}}var SEVERITIES=[
"error","warning","notice","off"];function severities(text,rules){let found=new Map;for(let setting of items(text)){let[id="",value="",...rest]=setting.split("=").
map(part=>part.trim());if(rest.length>0||value==="")throw new Mistake("Write each as rule=severity, such as version=off.",notAllowed(setting));let rule=rules.find(
one=>one.id===id);if(rule===void 0){let close=meant(id,rules.map(one=>one.id));throw new Mistake(`${close}docs/rules.md lists all rules.`,`There is no rule ${shorten(
id,100)}.`)}let severity=SEVERITIES.find(one=>one===value);if(severity===void 0)throw new Mistake(`${meant(value,SEVERITIES)}Allowed: ${SEVERITIES.join(", ")}.`,
notAllowed(setting));if(rule.isFixed&&severity!==rule.severity)throw new Mistake("Remove it from the input.",`The severity of ${id} is fixed: a CSR that breaks \
this rule gives no certificate, or one that is worth nothing.`);if(found.has(id))throw new Mistake("Write each rule once.",`${id} is named twice.`);found.set(id,
severity)}return Object.fromEntries(found)}var CURVES=["P-256","P-384","P-521"];function keyTypes(text){return items(text).map(item=>{let name=item.toUpperCase().
replace(/^EC[ -](?=P-)/,"");if(CURVES.includes(name))return`EC ${name}`;let bits=/^RSA-(\d{4,5})$/.exec(name)?.[1];if(name==="RSA"||name==="EC"||Number(bits)>=2048)
return name;let close=meant(item,["RSA","RSA-2048","RSA-3072","RSA-4096","EC",...CURVES]);throw new Mistake(`${close}Allowed: RSA, RSA-<bits> from 2048, EC, ${CURVES.
join(", ")}.`,notAllowed(item))})}function pattern(compile){return text=>{try{return compile?.(text),text}catch(error){throw error instanceof SyntaxError?new Mistake(
"Allowed: a regular expression in the syntax of RE2, which has no look-around and no backreferences.",`The pattern is not a regular expression of RE2 (${error.message}\
).`):error}}}function attributeTypes(text){return items(text).map(item=>{let name=SUBJECT_TYPES.find(type=>type.toLowerCase()===item.toLowerCase());if(name!==void 0)
return name;if(/^[0-2](\.\d{1,20}){1,30}$/.test(item))return item;let close=meant(item,SUBJECT_TYPES);throw new Mistake(`${close}Allowed: ${SUBJECT_TYPES.join("\
, ")}, or an object identifier.`,notAllowed(item))})}function items(text){return text.split(/[,\r\n]+/).map(item=>item.trim()).filter(Boolean)}var STABLE_FIELDS=TEMPLATE_FIELDS.filter(field=>!["certificate-id","index","run-id"].includes(field)),PARAMETER_FIELDS=STABLE_FIELDS.filter(field=>field!=="devi\
ce:COLUMN");function readProvisioningInputs({read,text,mistakes},allowedPolicies,workspace){let source=read("provisioning-template",value=>sourceIn(value,workspace),
void 0),parameters=read("template-parameters",parametersIn,[]);return text("provisioning-template")===""&&text("template-parameters")!==""&&mistakes.add("templa\
te-parameters","It is about a provisioning template, and none is named.","Set `provisioning-template`, or remove it."),source&&{...source,parameters,allowedPolicies}}
function sourceIn(text,workspace){if(/^[0-9A-Za-z_-]{1,36}$/.test(text))return{name:text,file:void 0};if(!text.endsWith(".json")||/[\p{Cc}]/u.test(text))throw new Mistake(
"Allowed: a file of the repository that ends with .json, or the name of a template in the account, up to 36 letters, digits or _-.");return{name:text,file:absolute(
text,workspace)}}function parametersIn(text){let found=lines(text).map(line=>{let at=line.indexOf("="),name=line.slice(0,at).trim();if(at<1||!/^[\w:.-]{1,128}$/.
test(name))throw new Mistake("Allowed: one parameter a line, as Name={template}.",`${JSON.stringify(shorten(line,100))} is not allowed.`);return{name,value:template(
PARAMETER_FIELDS)(line.slice(at+1).trim())}}),twice=found.find(({name},index)=>found.findIndex(other=>other.name===name)!==index);if(twice!==void 0)throw new Mistake(
"Allowed: each parameter once.",`${twice.name} stands there twice.`);return found}var NAME2=/^[a-zA-Z0-9:_-]{1,128}$/,POLICY=/^[\w+=,.@-]{1,128}$/,POLICY_PATTERN=/^[\w+=,.@*?-]{1,128}$/,MAX_POLICIES=10,MAX_GROUPS=10,MAX_ATTRIBUTES={withoutType:3,
withType:50};function readRegistrationInputs({read,text,mistakes},workspace){let patterns=read("allowed-policies",names(POLICY_PATTERN,"names of policies, in wh\
ich * and ? stand for other characters",50),void 0),policies=read("policies",names(POLICY,"names of policies",MAX_POLICIES),[]),thingName=read("thing-name",thingNameTemplate,
void 0),thingType=read("thing-type",matching(NAME2,`the name of a thing type, ${NAME_RULE}`),void 0),thingGroups=read("thing-groups",names(NAME2,`names of thing\
 groups, each ${NAME_RULE}`,MAX_GROUPS),[]),billingGroup=read("billing-group",matching(NAME2,`the name of a billing group, ${NAME_RULE}`),void 0),thingAttributes=read(
"thing-attributes",attributes,[]),principalType=read("thing-principal",principal,"EXCLUSIVE_THING"),onExistingThing=read("on-existing-thing",oneOf("attach","fai\
l"),"attach");for(let policy of policies)patterns===void 0||patterns.some(pattern2=>matchesWildcards(policy,pattern2))||mistakes.add("policies",`${policy} is no\
ne of \`allowed-policies\`.`,`Allowed: ${patterns.join(" or ")}.`);let provisioning=readProvisioningInputs({read,text,mistakes},patterns,workspace);if(text("pro\
visioning-template")!=="")refuseBesideTemplate(text,mistakes);else if(text("thing-name")==="")for(let[input,meaningless]of ONLY_WITH_A_THING)text(input)===""||text(
input)===meaningless||mistakes.add(input,"It is about things, and no thing is asked for.","Set `thing-name`, for example to {name}.");let hasType=text("thing-ty\
pe")!=="",most=hasType?MAX_ATTRIBUTES.withType:MAX_ATTRIBUTES.withoutType;if(thingAttributes.length>most&&mistakes.add("thing-attributes",`A thing ${hasType?"wi\
th":"without"} a type has ${most} attributes at most, not ${thingAttributes.length}.`,hasType?"Remove some.":"Set `thing-type`, with which it may have 50, or re\
move some."),!(thingName===void 0&&policies.length===0&&provisioning===void 0))return{thingName,thingType,thingGroups,billingGroup,thingAttributes,principalType,
onExistingThing,policies,provisioning}}function refuseBesideTemplate(text,mistakes){for(let[input,meaningless]of[["policies",""],["thing-name",""],...ONLY_WITH_A_THING])
text(input)===""||text(input)===meaningless||mistakes.add(input,"With `provisioning-template` the template says it.","Remove it and write it into the template, \
or remove `provisioning-template`.")}var ONLY_WITH_A_THING=[["thing-type",""],["thing-groups",""],["billing-group",""],["thing-attributes",""],["thing-principal",
"exclusive"],["on-existing-thing","attach"]],NAME_RULE="up to 128 letters, digits or :_-";function names(pattern2,description,most){let separator=pattern2.test(
"a,b")?/\s+/:/[\s,]+/;return text=>{let found=lines(text).flatMap(line=>{if(/^-\s/.test(line))throw new Mistake(`Allowed: ${description}, one a line.`,notAllowed(
line));return line.split(separator).map(withoutOuterCommas).filter(Boolean)}),wrong=found.find(item=>!pattern2.test(item));if(wrong!==void 0)throw new Mistake(`\
Allowed: ${description}, one a line.`,notAllowed(wrong));if(found.length===0)throw new Mistake(`Allowed: ${description}, one a line.`,"It names nothing.");let unique=[
...new Set(found)];if(unique.length>most)throw new Mistake(`Allowed: ${most} at most.`,`${unique.length} are named.`);return unique}}function withoutOuterCommas(item){
let start2=0,end=item.length;for(;start2<end&&item[start2]===",";)start2++;for(;end>start2&&item[end-1]===",";)end--;return item.slice(start2,end)}function thingNameTemplate(text){
let parsed=template(STABLE_FIELDS)(text);if(parsed.some(part=>typeof part=="string"&&!/^[a-zA-Z0-9:_-]*$/.test(part)))throw new Mistake("Allowed: a template suc\
h as {name}, and beside the fields letters, digits or :_-.");if(parsed.every(part=>typeof part=="string"))throw new Mistake("Allowed: a template with a field, s\
uch as {name}.","All devices would be one thing.");return parsed}var ATTRIBUTE_NAME=/^[a-zA-Z0-9_.,@/:#-]{1,128}$/;function attributes(text){let found=lines(text).
map(line=>{let at=line.indexOf("="),name=line.slice(0,at).trim();if(at<1||!ATTRIBUTE_NAME.test(name))throw new Mistake("Allowed: one attribute a line, as name={\
template}, the name up to 128 letters, digits or _.,@/:#-.",`${JSON.stringify(shorten(line,100))} is not allowed.`);return{name,value:valueTemplate(name,line.slice(
at+1).trim())}}),twice=found.find(({name},index)=>found.findIndex(other=>other.name===name)!==index);if(twice!==void 0)throw new Mistake("Allowed: each attribut\
e once.",`${twice.name} stands there twice.`);return found}function valueTemplate(name,text){let parsed=template(STABLE_FIELDS)(text),literals=parsed.filter(part=>typeof part==
"string").join("");if(parsed.length===0)throw new Mistake("Write a value or a field behind the =, or remove the line.",`${name} has no value.`);if(literals!==""&&
!ATTRIBUTE_VALUE.test(literals))throw new Mistake("Allowed: fields, and up to 800 letters, digits, square brackets or _.,@/:#=-.",`The value of ${name} is not a\
llowed.`);return parsed}function principal(text){return oneOf("exclusive","non-exclusive")(text)==="exclusive"?"EXCLUSIVE_THING":"NON_EXCLUSIVE_THING"}var OWN=["retire-things","confirmed","retire-after","retire-unconfirmed","retire-to","retire-wait"],UNIT_MS={h:36e5,d:864e5,w:7*864e5},MAX_MS=3650*864e5,DEFAULT_WAIT_MS=7*
864e5,TO={inactive:"INACTIVE",revoked:"REVOKED",deleted:"DELETED"};function readRetireInputs({read,text,mistakes,workspace,isAsked}){if(!isAsked){for(let input of OWN)
text(input)!==""&&mistakes.add(input,"It is only used with `mode: retire`.","Remove it, or set `mode: retire`.");return}let after=read("retire-after",duration,void 0),
unconfirmed=read("retire-unconfirmed",boolean,!1);return unconfirmed&&text("retire-after")===""&&mistakes.add("retire-after","It is required with `retire-unconf\
irmed: true`.","Set it to the time within which each device would have connected, for example to 30d."),!unconfirmed&&text("retire-after")!==""&&mistakes.add("r\
etire-after","It is only used with `retire-unconfirmed: true`.","Remove it, or set `retire-unconfirmed: true`."),{things:read("retire-things",thingPatterns,[]),
confirmed:read("confirmed",name=>({name,path:absolute(name,workspace)}),void 0),unconfirmedAfterMs:unconfirmed?after:void 0,to:TO[read("retire-to",oneOf("inacti\
ve","revoked","deleted"),"inactive")],waitMs:read("retire-wait",duration,DEFAULT_WAIT_MS),isDryRun:read("dry-run",boolean,!0)}}function duration(text){let[,digits="",
unit=""]=/^(\d{1,5})([hdw])$/.exec(text)??[],ms=Number(digits)*(UNIT_MS[unit]??Number.NaN);if(ms>0&&ms<=MAX_MS)return ms;throw new Mistake("Allowed: a whole num\
ber of hours, days or weeks, such as 12h, 30d or 4w.")}function thingPatterns(text){return lines(text).map(pattern2=>{if(THING_NAME_PATTERN.test(pattern2))return pattern2;
throw new Mistake("Allowed: the name of a thing a line, with `*` for any characters and `?` for one.",notAllowed(pattern2))})}var AUDIENCE="sts.amazonaws.com",AUDIENCE_CHINA="sts.amazonaws.com.cn",ROLE_ARN=/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;function readRoleInputs(read,{
isAsked,region,runId}){let arn=read("role-to-assume",matching(ROLE_ARN,"an ARN such as arn:aws:iam::123456789012:role/csr"),""),sessionName=read("role-session-n\
ame",matching(/^[\w+=,.@-]{2,64}$/,"2 to 64 letters, digits or _+=,.@-"),runId===void 0?"iot-certificates":`iot-certificates-${runId}`),durationSeconds=read("ro\
le-duration-seconds",integer(900,43200),3600),audience=read("audience",value=>value,region.startsWith("cn-")?AUDIENCE_CHINA:AUDIENCE);return isAsked?{arn,sessionName,
durationSeconds,audience,sessionPolicy:void 0}:void 0}function runPolicy(purpose,asked,account){let granted=grantsOf(purpose,asked),actionsOn=target=>[...new Set(granted.flatMap(([on,...actions])=>on===target?actions:
[]))].sort(),{things,named,found,certificates,table}=resourcesOf(purpose,asked,account),statements=[statement(actionsOn("nothing"),["*"],inRegion(asked.region)),
statement(actionsOn("certificates"),certificates),statement(actionsOn("attachments"),certificates,{ArnLike:{"iot:thingArn":oneOrAll(things)}}),statement(actionsOn(
"named"),named),statement(actionsOn("found"),found),statement(actionsOn("table"),table)].flat();return statements.length===0?void 0:JSON.stringify({Version:"201\
2-10-17",Statement:statements})}function grantsOf(purpose,asked){switch(purpose){case"issue":return[...issuing(asked),...looking(asked),...registering(asked),READS_TABLE,
WRITES_TABLE];case"validate":return[...looking(asked),READS_TABLE];case"audit":return[...FINDS,READS_TABLE,...asked.registration===void 0?[]:READS_THINGS];case"\
revoke":return[...FINDS,...changing(asked.revoke)];case"retire":return[...FINDS,...READS_THINGS,...retiring(asked.retire),...changing(asked.retire)];case"ledger":
return[READS_TABLE,WRITES_TABLE]}}var READS_TABLE=["table","dynamodb:DescribeTable","dynamodb:BatchGetItem","dynamodb:Scan"],WRITES_TABLE=["table","dynamodb:Put\
Item"],FINDS=[["nothing","iot:ListCertificates"],["certificates","iot:DescribeCertificate"]];function issuing({setAsActive,requestsPerSecond,bundle}){let readsQuota=requestsPerSecond.
kind!=="rate";return[...FINDS,["nothing","iot:CreateCertificateFromCsr"],...when(readsQuota,["nothing","servicequotas:GetServiceQuota","servicequotas:GetAWSDefa\
ultServiceQuota"]),...when(setAsActive==="after-delivery",["certificates","iot:UpdateCertificate"]),...when(bundle!==void 0,["nothing","iot:DescribeEndpoint"])]}
function looking({registration}){if(registration===void 0)return[];if(registration.provisioning!==void 0)return lookingByTemplate(registration.provisioning);let{
thingName,thingType,thingGroups,billingGroup,policies}=registration,hasGroups=thingGroups.length>0;return[...when(policies.length>0&&!hasGroups,["named","iot:Ge\
tPolicy"]),...when(thingType!==void 0,["named","iot:DescribeThingType"]),...when(billingGroup!==void 0,["named","iot:DescribeBillingGroup"]),...when(hasGroups,[
"found","iot:DescribeThingGroup","iot:GetPolicy"]),...when(hasGroups,["named","iot:ListThingGroupsForThing"]),...when(hasGroups,["nothing","iot:ListAttachedPoli\
cies"]),...when(thingName!==void 0,["named","iot:DescribeThing","iot:ListThingPrincipals","iot:ListThingPrincipalsV2"]),...when(thingName!==void 0,["certificate\
s","iot:DescribeCertificate"])]}function lookingByTemplate({file}){return[["found","iot:GetPolicy","iot:DescribeThingGroup","iot:DescribeThingType","iot:Describ\
eBillingGroup"],["nothing","iot:ListAttachedPolicies"],...when(file===void 0,["named","iot:DescribeProvisioningTemplate"])]}var BY_TEMPLATE=[["nothing","iot:Reg\
isterThing"],["certificates","iot:AttachPolicy","iot:AttachThingPrincipal"],["found","iot:CreateThing","iot:UpdateThing","iot:CreatePolicy"],["found","iot:AddTh\
ingToThingGroup","iot:RemoveThingFromThingGroup"]];function registering({registration}){if(registration===void 0)return[];if(registration.provisioning!==void 0)
return BY_TEMPLATE;let{thingName,thingGroups,policies,principalType}=registration,hasThings=thingName!==void 0;return[...when(policies.length>0,["certificates",
"iot:AttachPolicy"]),...when(policies.length>0&&hasThings,["certificates","iot:TestAuthorization"]),...when(hasThings,["named","iot:CreateThing"]),...when(thingGroups.
length>0,["named","iot:AddThingToThingGroup"]),...when(hasThings,["attachments","iot:AttachThingPrincipal"]),...when(hasThings&&principalType==="EXCLUSIVE_THING",
["certificates","iot:ListPrincipalThings"])]}function changing(asked){let changes=asked?.isDryRun===!1;return[READS_TABLE,...when(changes,WRITES_TABLE),...when(
changes,["certificates","iot:UpdateCertificate"])]}var READS_THINGS=[["named","iot:ListThingPrincipals","iot:ListThingPrincipalsV2","iot:ListThingGroupsForThing"],
["found","iot:DescribeThingGroup"],["nothing","iot:ListAttachedPolicies"]];function retiring(asked){let changes=asked?.isDryRun===!1,deletes=changes&&asked.to===
"DELETED";return[["certificates","iot:ListPrincipalThings"],...when(changes,["attachments","iot:DetachThingPrincipal"]),...when(deletes,["certificates","iot:Det\
achPolicy","iot:DeleteCertificate"])]}function when(condition,grant){return condition?[grant]:[]}function resourcesOf(purpose,{region,ledgerTable,registration,retire},account="\
*"){let partition=partitionOf(region),place=region||"*",each=(kind,names2)=>names2.flatMap(name=>name===void 0?[]:`arn:${partition}:iot:${place}:${account}:${kind}\
/${name}`),{thingName,thingType,thingGroups=[],billingGroup,policies=[],provisioning}=registration??{},isOfLedger=purpose==="retire"||purpose==="audit",patterns=isOfLedger?
retire?.things??[]:[`${prefixOf(thingName)}*`],things=each("thing",patterns.length===0?["*"]:patterns);return{things,named:[...thingName===void 0&&!isOfLedger?[]:
things,...each("provisioningtemplate",provisioning?.file===void 0?[provisioning?.name]:[]),...each("thingtype",[thingType]),...each("thinggroup",thingGroups),...each(
"billinggroup",[billingGroup]),...each("policy",thingGroups.length>0?[]:policies)],found:[...each("policy",["*"]),...each("thinggroup",["*"]),...provisioning===
void 0?[]:["thing","thingtype","billinggroup"].flatMap(kind=>each(kind,["*"]))],certificates:each("cert",["*"]),table:ledgerTable===void 0?[]:[tableArn(ledgerTable,
{account,region:place,partition})]}}function prefixOf(template2=[]){let[first]=template2;return typeof first=="string"?first:""}function inRegion(region){return region===
""?void 0:{StringEquals:{"aws:RequestedRegion":region}}}function statement(actions,resources,condition){return actions.length===0||resources.length===0?[]:[{Effect:"\
Allow",Action:oneOrAll(actions),Resource:oneOrAll(resources),...condition===void 0?{}:{Condition:condition}}]}function oneOrAll(texts){return texts.length===1?texts[0]??
"":texts}var SCOPES=["repository","environment","organization","dependabot","codespaces"],OWNER=/^[A-Za-z\d](?:[A-Za-z\d-]{0,38})$/,REPOSITORY=/^[\w.-]{1,100}$/;function readSecretInputs({
read,text,mistakes,context,asked,areWritten}){let kind=read("secret-scope",oneOf(...SCOPES),"repository"),layout=read("secret-layout",oneOf("per-certificate","b\
undle"),"per-certificate"),environment=read("secret-environment",environmentName,""),[owner="",repository=""]=context.repository?.split("/")??[],organization=read(
"secret-organization",matching(OWNER,"the name of an organization"),owner),visibility=read("secret-visibility",oneOf("all","private","selected"),"selected"),repositories=read(
"secret-repositories",list(REPOSITORY,"names of repositories without their owner"),[repository]),name=read("secret-name",layout==="bundle"?bundleName(context):certificateName,
void 0),pointless=(input,unless,needed)=>{text(input)===""||needed||mistakes.add(input,`It is only used with \`${unless}\`.`,`Remove it, or set \`${unless}\`.`)};
if(pointless("secret-environment","secret-scope: environment",kind==="environment"),pointless("secret-organization","secret-scope: organization",kind==="organiz\
ation"),pointless("secret-repositories","secret-visibility: selected",kind==="organization"&&visibility==="selected"),kind==="environment"&&environment===""&&mistakes.
add("secret-environment","It is required with `secret-scope: environment`.","Name the environment."),!!asked)return areWritten&&context.repository===void 0&&mistakes.
add("deliver","Secrets need a repository, and GITHUB_REPOSITORY does not name one.","Set GITHUB_REPOSITORY to OWNER/NAME, or leave out `secrets`."),areWritten&&
text("github-token")===""&&mistakes.add("github-token","Secrets cannot be written without it.","Set it to a token that may write secrets, such as that of a GitH\
ub App."),{layout,name:name??parseTemplate(layout==="bundle"?"IOT_CERTS":"IOT_CERT_{NAME}"),scope:kind==="organization"?{kind,organization,visibility,repositories}:
kind==="environment"?{kind,owner,repository,environment}:{kind,owner,repository}}}function environmentName(text){if(text.length>255)throw new Mistake("Allowed: \
up to 255 characters.");return text}var LITERAL_PREFIX=4,RESERVED="The names of secrets that begin with GITHUB_ are reserved by GitHub.",RESERVED_FIX="Write ano\
ther beginning, such as IOT_CERT_{NAME}.";function certificateName(text){let parsed=template(TEMPLATE_FIELDS)(text),[first=""]=parsed;if(/^GITHUB_/i.test(text))
throw new Mistake(RESERVED_FIX,RESERVED);if(parsed.some(part=>typeof part=="string"&&!/^\w+$/.test(part)))throw new Mistake("Allowed: letters, digits and _, and\
 fields such as {NAME}.");if(typeof first!="string"||first.length<LITERAL_PREFIX)throw new Mistake(`Write at least ${LITERAL_PREFIX} letters, digits or _ before\
 the first field, such as IOT_CERT_{NAME}.`,"The name begins with a field, so a CSR could choose the name of a secret that you have, and its certificate would r\
eplace it.");return parsed}function bundleName({runId}){return text=>{let parsed=template(["run-id"])(text),problem=fieldsOf(parsed).length>0&&runId===void 0?"{\
run-id} has no value outside GitHub.":secretNameProblem(renderTemplate(parsed,{"run-id":runId}));if(problem!==void 0)throw new Mistake("Allowed: letters, digits\
 and _, no digit first, and {run-id}; GITHUB_ at the start is GitHub's own.",problem);return parsed}}var STEP={csrFiles:[]};async function readInputs(env,context,source=STEP){let mistakes=createMistakes(),text=name=>(env[`INPUT_${name.toUpperCase()}`]??"").trim(),
read=(name,parse4,fallback)=>{let value=text(name);return value===""?fallback:mistakes.parse(name,value,parse4,fallback)},missing=(name,when2,example)=>{text(name)===
""&&mistakes.add(name,`It is required${when2}.`,`Set it, for example to ${example}.`)},mode=read("mode",oneOf("issue","validate","audit","revoke","retire"),"iss\
ue");(mode==="issue"||mode==="validate")&&source.csrFiles.length===0&&missing("csr-path","","csrs/**/*.csr (several patterns: one a line)");let isTable=isTableAddress(
text("ledger")),revoke=await readRevoke({mode,read,text,missing,mistakes},context.workspace),ledgerCommit=read("ledger-commit",boolean,!1),needsLedger=whyLedger(
mode,ledgerCommit,revoke);needsLedger!==void 0&&missing("ledger",needsLedger,"ledger/certificates.jsonl"),isTable&&ledgerCommit&&mistakes.add("ledger-commit","A\
 table is not committed.","Remove `ledger-commit`, or name a file in `ledger`.");let region=read("aws-region",matching(REGION,"an AWS region such as eu-west-1"),
"")||env.AWS_REGION||env.AWS_DEFAULT_REGION||"";mode!=="validate"&&region===""&&missing("aws-region",", since AWS_REGION is not set","eu-west-1");let compile=text(
"subject-pattern")===""?void 0:await loadSubjectPatterns(),deliver=read("deliver",deliveries,["artifact"]),role=readRoleInputs(read,{isAsked:text("role-to-assum\
e")!=="",region,runId:context.runId}),part=read("shard",shard,void 0),isNarrowed=read("session-policy",boolean,!0),inputs={csrPath:lines(text("csr-path")),csrFiles:source.
csrFiles,mode,setAsActive:read("set-as-active",value=>value==="after-delivery"?value:booleanOr(value,"after-delivery"),!1),shard:part,ledger:isTable?void 0:read(
"ledger",value=>absolute(value,context.workspace),void 0),ledgerTable:isTable?read("ledger",tableAddress,void 0):void 0,ledgerCommit,reissue:read("reissue",boolean,
!1),reconcile:read("reconcile",reconcile,{when:"auto"}),githubToken:text("github-token"),region,role,iamPolicy:void 0,allowedAccountIds:read("allowed-account-id\
s",list(/^\d{12}$/,"AWS account ids of 12 digits (in quotation marks: YAML drops a leading zero)"),[]),requestTimeoutMs:read("request-timeout-seconds",integer(1,
300),10)*1e3,requestsPerSecond:read("requests-per-second",requestRate,{kind:"auto"}),onInvalid:read("on-invalid",oneOf("fail","skip"),"fail"),maxCertificates:read(
"max-certificates",integer(1,1e6),1e3),revoke,retire:readRetireInputs({read,text,mistakes,workspace:context.workspace,isAsked:mode==="retire"}),allowForks:read(
"allow-csrs-from-forks",boolean,!1),policy:readPolicy(read,CATALOGUE,compile),...await readPaths(read,context,{account:role?.arn.split(":")[4],region}),fileName:read(
"file-name",fileName,DEFAULT_FILE_NAME),deliver,secrets:readSecretInputs({read,text,mistakes,context,...secretsAsked(deliver,mode)}),registration:readRegistrationInputs(
{read,text,mistakes},context.workspace),bundle:readBundleInputs({read,text,mistakes,mode,region,shard:part}),...readArtifact(read,context)};return inputs.devices===
void 0&&refuseColumns(inputs,mistakes),mistakes.refuse(),Object.freeze({...inputs,...policiesOf(inputs,source.purpose??mode,isNarrowed)})}function policiesOf(inputs,purpose,isNarrowed){
let{role}=inputs,account=role?.arn.split(":")[4],iamPolicy=runPolicy(purpose==="validate"?"issue":purpose,inputs,account),sessionPolicy=isNarrowed?runPolicy(purpose,
inputs,account):void 0;return{iamPolicy,role:role&&{...role,sessionPolicy}}}async function readPaths(read,{workspace,tempDirectory},where){let path=name=>read(name,
value=>absolute(value,workspace),void 0);return{devices:path("devices"),sarifPath:path("sarif-path"),report:path("report"),outputDirectory:path("output-director\
y")??await defaultOutputDirectory(tempDirectory,where)}}function readArtifact(read,context){return{artifactName:read("artifact-name",value=>artifactName(value,context),
"iot-certificates"),artifactRetentionDays:read("artifact-retention-days",integer(1,400),void 0)}}function whyLedger(mode,ledgerCommit,revoke){return mode==="aud\
it"||mode==="retire"?` with \`mode: ${mode}\``:ledgerCommit?" with `ledger-commit`":revoke!==void 0&&!isWithoutLedger(revoke.selection)?", since only certificat\
e-id= and file= select without one":void 0}async function readRevoke({mode,read,text,missing,mistakes},workspace){if(mode!=="revoke"){text("revoke")!==""&&mistakes.
add("revoke","It is only used with `mode: revoke`.","Remove it, or set `mode: revoke`."),mode!=="retire"&&text("dry-run")!==""&&mistakes.add("dry-run","It is on\
ly used with the modes `revoke` and `retire`.","Remove it, or set `mode: revoke` or `mode: retire`.");return}missing("revoke"," with `mode: revoke`","run=123456\
7890");let{selectionIn}=await import("./part-inputs-revoke-inputs.js"),selection=read("revoke",lines2=>selectionIn(lines2,workspace),void 0),isDryRun=read("dry-run",
boolean,!0);return selection&&{selection,isDryRun}}function refuseColumns(inputs,mistakes){for(let{input,template:parsed}of columnUsers(inputs)){let[column]=columnsIn(
parsed);column!==void 0&&mistakes.add(input,`There is no devices file, so {device:${column}} has no value.`,"Name the file in `devices`.")}}var REGION=/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;
function shard(text){let[,index,of]=/^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number)??[];if(index===void 0||of===void 0||index<1||index>of)throw new Mistake("Al\
lowed: i/n with i from 1 to n, for example 2/4.");return{index,of}}function reconcile(text){if(text==="auto"||text==="always"||text==="never")return{when:text};
let since=text.startsWith("since=")?Date.parse(text.slice(6)):Number.NaN;if(Number.isNaN(since))throw new Mistake("Allowed: auto, always, never, or since=<time>\
, such as since=2026-11-24T08:00:00Z.");return{when:"since",since}}function artifactName(text,{runId}){let name=renderTemplate(template(["run-id"])(text),{"run-\
id":runId});if(/["<>|*?:\\/\u0000-\u001f]/.test(name)||name.length>200)throw new Mistake('Allowed: up to 200 characters, none of " : < > | * ? \\ /.');return name}
function fileName(text){let parsed=template(TEMPLATE_FIELDS.filter(field=>field!=="certificate-id"))(text);if(!text.endsWith(".pem")||fieldsOf(parsed).length===
0||/[\\\p{Cc}]/u.test(text))throw new Mistake("Allowed: a path below output-directory that has a field and ends with .pem, such as {path}.pem.");return parsed}function secretsAsked(deliver,mode){
return{asked:deliver.includes("secrets"),areWritten:mode==="issue"}}function deliveries(text){if(text==="none")throw new Mistake("Write `directory` for that alo\
ne.","The output directory is always written.");return someOf("artifact","secrets","directory")(text)}import{readFileSync as readFileSync3}from"node:fs";import{availableParallelism}from"node:os";import{extname}from"node:path";var systemClock={now:()=>performance.timeOrigin+performance.now(),sleep:(ms,signal)=>new Promise((resolve,reject)=>{if(signal?.aborted)return reject(signal.reason);
let timer=setTimeout(()=>{forget?.(),resolve()},ms),forget=signal&&onAbort(signal,()=>{clearTimeout(timer),reject(signal.reason)})})};import{randomBytes}from"node:crypto";import{chmodSync,constants as constants2,renameSync as renameSync2,writeFileSync as writeFileSync2}from"node:fs";import{open,
rename,rm}from"node:fs/promises";import{join as join3,parse as parse3}from"node:path";import{lstatSync,mkdirSync,readlinkSync,realpathSync,statSync}from"node:fs";import{dirname,isAbsolute,join as join2,parse,relative,sep}from"node:path";var MAX_LINKS=40;function guardOf(path){try{return{path,real:realpathSync.native(path)}}catch{return}}function realDirectory(path,guards){let{trail,rest}=start(
path,guards),links=0;for(let name=rest.pop();name!==void 0;name=rest.pop()){let here=trail.at(-1);if(name===".."){trail.length>1&&trail.pop();continue}let next=join2(
here.path,name),stats=made(next);if(stats.isSymbolicLink()){let target=readlinkSync(next);if(here.isGuarded||++links>MAX_LINKS)throw isLink(next,target);isAbsolute(
target)&&(trail=[{path:parse(target).root,isGuarded:!1}]),rest=[...rest,...componentsOf(target)]}else if(stats.isDirectory())trail.push({path:next,isGuarded:here.
isGuarded||guards.some(({real})=>isSame(next,stats,real))});else throw notADirectory(next)}return trail.at(-1)}function realFile(path,directoryOf){let wanted=path;
for(let links=0;;links++){let directory=directoryOf(dirname(wanted)),found=join2(directory.path,parse(wanted).base);try{let stats=lstatSync(found,{throwIfNoEntry:!1});
if(stats===void 0)return{path:found,mode:void 0};if(stats.isFile())return{path:found,mode:stats.mode&511};if(!stats.isSymbolicLink())throw notAFile(found,stats);
let target=readlinkSync(found);if(directory.isGuarded||links===MAX_LINKS)throw isLink(found,target);wanted=isAbsolute(target)?target:`${directory.path}${sep}${target}`}catch(error){
throw notWritten(found,error)}}}function start(path,guards){let best;for(let{path:named,real}of guards)for(let base of[named,real]){let way=relative(base,path);
way!==".."&&!way.startsWith(`..${sep}`)&&!isAbsolute(way)&&(best===void 0||way.length<best.way.length)&&(best={real,way})}return best===void 0?{trail:[{path:parse(
path).root,isGuarded:!1}],rest:componentsOf(path)}:{trail:[{path:best.real,isGuarded:!0}],rest:componentsOf(best.way)}}function componentsOf(path){return path.slice(
parse(path).root.length).split(process.platform==="win32"?/[\\/]/:"/").filter(name=>name!==""&&name!==".").reverse()}function made(directory){try{let stats=lstatSync(
directory,{bigint:!0,throwIfNoEntry:!1});if(stats!==void 0)return stats;try{mkdirSync(directory)}catch(error){if(error.code!=="EEXIST")throw error}return lstatSync(
directory,{bigint:!0})}catch(error){throw notWritten(directory,error)}}function isSame(path,{dev,ino},guard){if(path===guard)return!0;let stats=statSync(guard,{
bigint:!0,throwIfNoEntry:!1});return stats!==void 0&&stats.dev===dev&&stats.ino===ino}import{accessSync,constants,mkdirSync as mkdirSync2,readFileSync,renameSync,rmSync,writeFileSync}from"node:fs";import{parse as parse2}from"node:path";var PROBE=Buffer.alloc(4096);function rehearseWrites(files,temporaryBeside2,flag){let existing=new Map;for(let{path,mode}of files){let directory=parse2(path).dir,
there=existing.get(directory);if(there!==void 0){mode!==void 0&&there.push(path);continue}rehearseNew(path,temporaryBeside2,flag),existing.set(directory,mode===
void 0?[]:[path])}for(let paths of existing.values())rehearseReplacing(paths,temporaryBeside2);let replaced=[...existing.values()].flat(),mounted=replaced.length===
0?void 0:mountPoints();for(let path of replaced)if(mounted?.has(path))throw isMountPoint(path)}function mountPoints(){try{let lines2=readFileSync("/proc/self/mo\
untinfo","utf8").split(`
`),characterOf=(_,octal)=>String.fromCharCode(Number.parseInt(octal,8));return new Set(lines2.map(line=>(line.split(" ")[4]??"").replace(/\\([0-7]{3})/g,characterOf)))}catch{
return new Set}}function rehearseNew(path,temporaryBeside2,flag){let[first,second]=[temporaryBeside2(path),temporaryBeside2(path)];try{writeFileSync(first,PROBE,
{flag}),renameSync(first,second)}catch(error){throw notWritten(path,error)}finally{for(let left of[first,second])rmSync(left,{force:!0})}}function rehearseReplacing(paths,temporaryBeside2){
let[first]=paths;if(first===void 0)return;if(process.platform==="win32"){for(let path of paths)try{accessSync(path,constants.W_OK)}catch(error){throw notWritten(
path,error)}return}let directory=temporaryBeside2(first);try{mkdirSync2(directory);for(let path of paths)try{renameSync(directory,path)}catch(error){if(error.code!==
"ENOTDIR")throw notWritten(path,error)}}catch(error){throw notWritten(first,error)}finally{rmSync(directory,{recursive:!0,force:!0})}}function createFileWriter(directories){let guards=directories.flatMap(path=>guardOf(path)??[]);return writerWith(guards,path=>realDirectory(path,guards))}function writerWith(guards,directoryOf){
return{async write(path,content){let file=realFile(path,directoryOf),unfinished=temporaryBeside(file.path);try{isPiece(content)?writeNow(unfinished,content,file):
await writeParts(unfinished,content,file)}catch(error){throw await rm(unfinished,{force:!0}).catch(()=>{}),notWritten(file.path,error)}},async openForAppend(path){
let file=realFile(path,directoryOf);try{let handle=await open(file.path,APPEND),stats=await handle.stat();if(stats.isFile())return handle;throw await handle.close(),
notAFile(file.path,stats)}catch(error){throw notWritten(file.path,error)}},rehearse(paths){function*files(){for(let path of paths)yield realFile(path,directoryOf)}
rehearseWrites(files(),temporaryBeside,NEW_FLAG)},below(directory){let inner=[...guards,{path:directory,real:directoryOf(directory).path}],found=new Map;return writerWith(
inner,path=>{let known=found.get(path);return known===void 0&&(known=realDirectory(path,inner),found.set(path,known)),known})}}}var{O_APPEND,O_CREAT,O_EXCL,O_NOFOLLOW=0,
O_NONBLOCK=0,O_RDWR,O_WRONLY}=constants2,NEW=O_WRONLY|O_CREAT|O_EXCL|O_NOFOLLOW,NEW_FLAG=NEW,APPEND=O_RDWR|O_APPEND|O_CREAT|O_NOFOLLOW|O_NONBLOCK;function temporaryBeside(path){
return join3(parse3(path).dir,`.${randomBytes(8).toString("hex")}.tmp`)}function isPiece(content){return typeof content=="string"||content instanceof Uint8Array}
function writeNow(unfinished,content,{path,mode}){writeFileSync2(unfinished,content,{flag:NEW_FLAG}),mode!==void 0&&chmodSync(unfinished,mode),renameSync2(unfinished,
path)}async function writeParts(unfinished,content,{path,mode}){let handle=await open(unfinished,NEW);try{await handle.writeFile(pieces(content)),mode!==void 0&&
await handle.chmod(mode)}finally{await handle.close()}await rename(unfinished,path)}var PIECE=64*1024;async function*pieces(parts){let piece="";for await(let part of parts)
typeof part=="string"?piece+=part:piece===""?yield part:(yield piece,yield part,piece=""),!(piece.length<PIECE)&&(yield piece,piece="");yield piece}import{randomUUID}from"node:crypto";import{appendFileSync,constants as constants3}from"node:fs";import{EOL}from"node:os";function createCommands(env,write,show=(level,message)=>write(`${level}: ${forLog(message)}
`)){let append=(variable,text)=>{let path=env[variable];if(path)try{appendFileSync(path,text,{flag:APPEND2})}catch(error){throw problemOf(variable,path,error)}},
appendValue=(variable,name,value)=>{let delimiter=`ghadelimiter_${randomUUID()}`;append(variable,`${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`)},
onGitHub=env.GITHUB_ACTIONS==="true",hasSummary=!1;return{annotate(level,message,place={}){if(!onGitHub)return show(level,message,place);let properties=Object.entries(
place).map(([key,value])=>`${key}=${forCommandProperty(value)}`).join(",");write(`::${level}${properties===""?"":` ${properties}`}::${forCommandData(message)}
`)},group(title){onGitHub&&write(`::group::${forCommandData(title)}
`)},endGroup(){onGitHub&&write(`::endgroup::
`)},setOutput:(name,value)=>appendValue("GITHUB_OUTPUT",name,value),saveState:(name,value)=>appendValue("GITHUB_STATE",name,value),appendSummary(markdown){append(
"GITHUB_STEP_SUMMARY",markdown),hasSummary=!0},get hasSummary(){return hasSummary},rehearse:()=>RUNNER_FILES.flatMap(variable=>{try{return append(variable,EOL),
[]}catch(error){if(error instanceof UserError)return[error];throw error}}),mask(secret){onGitHub&&secret!==""&&write(`::add-mask::${forCommandData(secret)}
`)}}}var RUNNER_FILES=["GITHUB_STATE","GITHUB_OUTPUT","GITHUB_STEP_SUMMARY"],APPEND2=constants3.O_APPEND|constants3.O_CREAT|constants3.O_WRONLY|(constants3.O_NONBLOCK??
0);function problemOf(variable,path,error){let{message}=notWritten(path,error);return new UserError("runner-file",message,{where:variable,fix:"The runner makes \
this file for each step: see that the job leaves the variable and the file as they are, and that the disk has room, and run the job again.",cause:error})}import{randomUUID as randomUUID2}from"node:crypto";import{tmpdir}from"node:os";function readContext(env,cwd,event){let serverUrl=env.GITHUB_SERVER_URL||"https://github.com",repository=env.GITHUB_REPOSITORY||void 0,runId=env.GITHUB_RUN_ID||
void 0,eventName=env.GITHUB_EVENT_NAME??"",onGitHub=env.GITHUB_ACTIONS==="true";return{workspace:env.GITHUB_WORKSPACE||cwd,tempDirectory:env.RUNNER_TEMP||tmpdir(),
repository,commit:env.GITHUB_SHA||void 0,branch:/^refs\/heads\/(.+)$/.exec(env.GITHUB_REF??"")?.[1],runId,runAttempt:Number.parseInt(env.GITHUB_RUN_ATTEMPT??"1",
10)||1,step:env.STATE_step||randomUUID2(),workflow:workflowOf(env),rulesPage:pageOf("docs/rules.md",serverUrl,env),messagesPage:pageOf("docs/messages.md",serverUrl,
env),runUrl:repository!==void 0&&runId!==void 0?`${serverUrl}/${repository}/actions/runs/${runId}`:void 0,serverUrl,apiUrl:env.GITHUB_API_URL||"https://api.gith\
ub.com",graphqlUrl:env.GITHUB_GRAPHQL_URL||"https://api.github.com/graphql",idTokenRequest:serviceAt(env.ACTIONS_ID_TOKEN_REQUEST_URL,env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
missingAwsKey:missingAwsKey(env),hasAwsCredentials:AWS_CREDENTIALS.some(name=>(env[name]??"")!==""),artifactService:serviceAt(env.ACTIONS_RESULTS_URL,env.ACTIONS_RUNTIME_TOKEN),
event:{name:eventName,source:onGitHub?sourceOf(eventName,event,repository):"this-repository"},repositoryCreatedAt:onGitHub?repositoryCreatedAt(event):void 0,onGitHub,
debug:env.RUNNER_DEBUG==="1"}}function workflowOf({GITHUB_WORKFLOW_REF:workflow="",GITHUB_REPOSITORY:repository="",GITHUB_REF=""}){let[,branch]=/^refs\/heads\/(.+)$/.
exec(GITHUB_REF)??[],[,path]=/^(\.github\/workflows\/[^/@]+)@/.exec(workflow.slice(repository.length+1))??[];return repository!==""&&workflow.startsWith(`${repository}\
/`)&&branch!==void 0&&path!==void 0?{path,branch}:void 0}function serviceAt(url,token){return url&&token?{url,token}:void 0}var AWS_CREDENTIALS=["AWS_ACCESS_KEY\
_ID","AWS_PROFILE","AWS_WEB_IDENTITY_TOKEN_FILE","AWS_CONTAINER_CREDENTIALS_RELATIVE_URI","AWS_CONTAINER_CREDENTIALS_FULL_URI"];function missingAwsKey(env){let{
AWS_ACCESS_KEY_ID:id,AWS_SECRET_ACCESS_KEY:secret,AWS_SESSION_TOKEN:token,AWS_PROFILE:profile}=env;if(!profile)return id?secret?id.startsWith("ASIA")&&!token?"A\
WS_SESSION_TOKEN":void 0:"AWS_SECRET_ACCESS_KEY":secret||token?"AWS_ACCESS_KEY_ID":void 0}function pageOf(page,serverUrl,env){let{GITHUB_ACTION_REPOSITORY:repository="",
GITHUB_ACTION_REF:named=""}=env;return/^[\w.-]+\/[\w.-]+$/.test(repository)?`${serverUrl}/${repository}/blob/${(named===""?"HEAD":named).split("/").map(encodeURIComponent).
join("/")}/${page}`:page}import{readFileSync as readFileSync2}from"node:fs";import{BlockList,isIP}from"node:net";function readProxies(env){let read=name=>{let variable=[name.toLowerCase(),name].find(key=>env[key]);return variable===void 0?void 0:{variable,text:env[variable]??
""}},bySecurity={"https:":read("HTTPS_PROXY"),"http:":read("HTTP_PROXY")},ofScheme=({protocol})=>protocol==="https:"||protocol==="http:"?bySecurity[protocol]:void 0,
exceptions=(read("NO_PROXY")?.text??"").split(/[\s,]+/).filter(Boolean),spared=exceptions.map(exception),any=Object.values(bySecurity).some(found=>found!==void 0);
return{any,forLibraries:url=>{if(!any)return new Map;let direct=find(url)===void 0?[...exceptions,url.hostname]:exceptions;return variablesFor(ofScheme(url)?.text,
direct)},find};function find(url){let named=ofScheme(url);if(named===void 0)return;let host=url.hostname.toLowerCase().replace(/^\[|\]$/g,"").replace(/\.$/,""),
port=url.port||(url.protocol==="https:"?"443":"80");if(!(isThisMachine(host)||spared.some(matches=>matches(host,port))))return parseProxy(named.variable,named.text)}}
var LOOPBACK=new BlockList;LOOPBACK.addSubnet("127.0.0.0",8,"ipv4");LOOPBACK.addAddress("::1","ipv6");function isThisMachine(host){return host==="localhost"||host.
endsWith(".localhost")||isIn(LOOPBACK,host)}function isIn(list2,host){let version=isIP(host);return version!==0&&list2.check(host,version===6?"ipv6":"ipv4")}function exception(entry){
if(entry==="*")return()=>!0;let range=/^\[?([0-9a-f.:]+)\]?\/(\d{1,3})$/i.exec(entry);if(range!==null)return inRange(range[1]??"",Number(range[2]));let[,name="",
onPort]=isIP(entry)===6?[entry,entry,void 0]:/^\[?(.*?)\]?(?::(\d{1,5}))?$/.exec(entry)??[],domain=name.toLowerCase().replace(/^\*?\./,"").replace(/\.$/,"");if(domain===
"")return()=>!1;if(isIP(domain)!==0){let same=inRange(domain,isIP(domain)===6?128:32);return(host,port)=>same(host,port)&&(onPort===void 0||onPort===port)}return(host,port)=>(host===
domain||host.endsWith(`.${domain}`))&&(onPort===void 0||onPort===port)}function inRange(address,bits){let version=isIP(address);if(version===0||bits>(version===
6?128:32))return()=>!1;let list2=new BlockList;return list2.addSubnet(address,bits,version===6?"ipv6":"ipv4"),host=>isIn(list2,host)}function variablesFor(text,exceptions){
let proxy=text===void 0||exceptions.includes("*")?void 0:withScheme(text),direct=["localhost",".localhost","127.0.0.1","[::1]",...exceptions.flatMap(inEveryDialect)].
join(","),values={HTTPS_PROXY:proxy,HTTP_PROXY:proxy,ALL_PROXY:void 0,NO_PROXY:proxy&&direct};return new Map(Object.entries(values).flatMap(([name,value])=>[[name,
value],[name.toLowerCase(),value]]))}function inEveryDialect(entry){let name=entry.replace(/^\*?\./,"").replace(/:(80|443)$/,"");return isIP(name)===6?[`[${name}\
]`]:[name,`.${name}`]}function withScheme(text){return/^[a-z][a-z0-9+.-]*:\/\//i.test(text)?text:`http://${text}`}function parseProxy(variable,text){let url;try{
if(url=new URL(withScheme(text)),url.protocol!=="http:"&&url.protocol!=="https:")throw new RangeError(url.protocol);let credentials=url.username===""&&url.password===
""?void 0:`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;return keepSecret(credentials?.slice(credentials.indexOf(":")+1)),{url:url.origin,
variable,credentials}}catch{throw new UserError("proxy","Its value is not the address of an HTTP proxy.",{where:variable,fix:"Write it as http://HOST:PORT or ht\
tp://USER:PASSWORD@HOST:PORT, special characters of the password percent-encoded."})}}function createNetwork(env){let proxies=readProxies(env),shared,trust,proxyAgents=async(pool,secureContext)=>{delete process.env.DEBUG;let{createProxyAgents}=await import("./part-runner-proxy-agents.js");
return createProxyAgents(proxies,pool,secureContext)},agentFor=async url=>{if(proxies.find(url)===void 0)return;shared??=proxyAgents({keepAlive:!0});let{http,https}=await shared;
return url.protocol==="https:"?https:http};return{proxies,agentFor,request:(url,request)=>sendRequest(new URL(url),request,agentFor),async awsAgents(pool){let{AWS_CA_BUNDLE:bundle}=env;
bundle&&(trust??=trusting(bundle,env.NODE_EXTRA_CA_CERTS));let secureContext=await trust;if(proxies.any){let{http,https}=await proxyAgents(pool,secureContext);return{
httpAgent:http,httpsAgent:https}}return{httpAgent:pool,httpsAgent:secureContext===void 0?pool:{...pool,secureContext}}}}}async function trusting(bundle,extra){let tls=await import("node:tls"),
own=certificatesIn(bundle),{getCACertificates}=tls,known=getCACertificates?.("default")??[...tls.rootCertificates,...extra?certificatesIn(extra,!1):[]];try{return tls.
createSecureContext({ca:[...known,...own]})}catch(error){throw unusable(bundle,error instanceof Error?error.message:String(error))}}function certificatesIn(file,isNeeded=!0){
let text="";try{text=readFileSync2(file,"utf8")}catch(error){let{message}=notRead(file,error);if(isNeeded)throw new UserError("ca-bundle",`The CA certificates c\
annot be used. ${message}`,{where:"AWS_CA_BUNDLE",fix:FIX,cause:error})}let found=text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g)??[];if(found.
length===0&&isNeeded)throw unusable(file,"it holds no certificate in PEM");return found}var FIX="Let AWS_CA_BUNDLE name a PEM file with the certificate of the C\
A that signs for your proxy, or remove it.";function unusable(file,reason){return new UserError("ca-bundle",`The CA certificates in ${file} cannot be used (${reason}\
).`,{where:"AWS_CA_BUNDLE",fix:FIX})}var MAX_THREADS=8;function openStep(env){let services=openDoor(env);return process.on("uncaughtException",error=>{fail(error,services),process.exit()}),services}
var END_MS=8e3,SECRETS=/^(ACTIONS_\w*TOKEN|GITHUB_TOKEN|GH_TOKEN|INPUT_GITHUB-TOKEN|AWS_SECRET_ACCESS_KEY|AWS_SESSION_TOKEN|AWS_SECURITY_TOKEN|AWS_CONTAINER_AUTHORIZATION_TOKEN|(https?|all)_proxy)$/i;
function secretIn(value){if(value===void 0||!URL.canParse(value))return value;let{password}=new URL(value);try{return decodeURIComponent(password)}catch{return password}}
var SDK_NOTICE="AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED",STDOUT={write:process.stdout.write.bind(process.stdout)};function openDoor(env,{write,annotate,
progress}=STDOUT){process.env[SDK_NOTICE]??="true";for(let[name,value]of Object.entries(env))SECRETS.test(name)&&keepSecret(secretIn(value));let commands=createCommands(
env,write,annotate),stop=new AbortController,context=readContext(env,process.cwd(),readEvent(env.GITHUB_EVENT_PATH)),log=createLog(commands,write,context.messagesPage,
progress),end=new AbortController;for(let signal of["SIGINT","SIGTERM"])process.on(signal,()=>{stop.signal.aborted||log.info(`${signal}: no new requests; waitin\
g for those that are under way`),stop.signal.aborted||setTimeout(()=>end.abort(),END_MS).unref(),stop.abort()});return{context,files:createFileWriter([context.workspace,
context.tempDirectory]),commands,log,clock:systemClock,network:createNetwork(env),threads:{script:new URL(`./worker${extname(import.meta.url)}`,import.meta.url),
count:Math.min(availableParallelism(),MAX_THREADS)},stop:stop.signal,end:end.signal}}function leave(){process.stdout.write("",()=>process.exit())}function fail(error,{
log,commands}){process.exitCode=1;let failure=error instanceof UserError?error:bugOf(error);if(failure!==error){let stack=error instanceof Error?error.stack??error.
message:String(error);for(let line of stack.split(`
`))log.info(answerText(line))}if(annotateFailure(log,failure),!commands.hasSummary)try{commands.appendSummary(failureSummary(failure))}catch(unwritten){if(!(unwritten instanceof
UserError))throw unwritten;log.annotate("warning",`The job summary could not be written. ${explain(unwritten)}`)}}function readEvent(path){if(path)try{return JSON.
parse(readFileSync3(path,"utf8"))}catch{return}}export{readInputs,openStep,openDoor,leave,fail};
