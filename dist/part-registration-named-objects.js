import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{allOf,ifAllowed,ifThere}from"./part-registration-registry-reads.js";import{forEach}from"./part-lib-for-each.js";import{NOT_FOUND,callRegistry}from"./part-registration-registry-calls.js";
import{awsCodeOf}from"./part-issuance-iot-access.js";import{readRegularFile}from"./part-lib-file-error.js";import{UserError,joinErrors}from"./part-lib-user-error.js";
import{shorten}from"./part-lib-escape.js";var WIDTH=16;async function lookAtNamed(wishes,access){let names=namesIn(wishes),errors=[],groups=new Map,documents=new Map,each=(all2,look)=>forEach([...all2],
WIDTH,name=>look(name).catch(error=>errors.push(asUserError(error))).then(()=>{}));await Promise.all([each(names.policies,async name=>{documents.set(name,await documentOf(
name,access))}),each(names.types,name=>refuseType(name,access)),each(names.billingGroups,name=>refuseBillingGroup(name,access)),each(names.groups,async name=>{groups.
set(name,await groupOf(name,access))})]),errors.push(...hierarchies([...names.groups].flatMap(name=>groups.get(name)??[])));let ofGroups=new Map;await each(new Set(
groups.keys()),async name=>{ofGroups.set(name,await policiesOf(groups.get(name)?.arn??"",access))});let byName=[...ofGroups].sort(([a],[b])=>a<b?1:-1),carried=new Map(
byName.flatMap(([group,policies])=>policies.map(policy=>[policy,group]))),all=new Set([...names.policies,...carried.keys()]);await each(new Set([...all].filter(
name=>!names.policies.has(name))),async name=>{let found=await ifAllowed("GetPolicy",registry=>registry.getPolicy(name),access);found!==void 0&&documents.set(name,
found.document)});let areAllRead=errors.length===0&&documents.size===all.size;return{groups,documents,areAllRead,carried,errors}}function namesIn(wishes){let names={
policies:new Set,types:new Set,billingGroups:new Set},groups=new Set;for(let{thing,policies}of wishes){for(let policy of policies)names.policies.add(policy);thing?.
typeName!==void 0&&names.types.add(thing.typeName),thing?.billingGroup!==void 0&&names.billingGroups.add(thing.billingGroup);for(let group of thing?.groups??[])
groups.add(group)}return{...names,groups}}var ABOUT_NAMES=["registry-missing","thing-type-deprecated","thing-group-dynamic","thing-groups-nested"];function asUserError(error){
if(error instanceof UserError)return error;throw error}async function documentOf(name,access){let found=await ifThere("GetPolicy",registry=>registry.getPolicy(name),
access);if(found!==void 0)return found.document;throw new UserError("registry-missing",missing("policy",name,access),{where:"policies",fix:create(`create-policy\
 --policy-name ${name} --policy-document file://policy.json`,"aws_iot_policy")})}async function refuseType(name,access){let found=await ifThere("DescribeThingTy\
pe",registry=>registry.describeThingType(name),access);if(found===void 0)throw new UserError("registry-missing",missing("thing type",name,access),{where:"thing-\
type",fix:create(`create-thing-type --thing-type-name ${name}`,"aws_iot_thing_type")});if(found.isDeprecated)throw new UserError("thing-type-deprecated",`The th\
ing type ${name} is deprecated: no thing can be given it.`,{where:"thing-type",fix:`Name another type, or take it back: aws iot deprecate-thing-type --thing-typ\
e-name ${name} --undo-deprecate.`})}async function refuseBillingGroup(name,access){if(await ifThere("DescribeBillingGroup",registry=>registry.describeBillingGroup(
name),access)===void 0)throw new UserError("registry-missing",missing("billing group",name,access),{where:"billing-group",fix:create(`create-billing-group --bil\
ling-group-name ${name}`,"aws_iot_billing_group")})}async function groupOf(name,access){let found=await ifThere("DescribeThingGroup",registry=>registry.describeThingGroup(
name),access);if(found===void 0)throw new UserError("registry-missing",missing("thing group",name,access),{where:"thing-groups",fix:create(`create-thing-group -\
-thing-group-name ${name}`,"aws_iot_thing_group")});if(found.isDynamic)throw new UserError("thing-group-dynamic",`The thing group ${name} is dynamic: its member\
s are found by a query, and none can be added.`,{where:"thing-groups",fix:"Remove it from the input, or name a static group."});return{...found,name}}function rootOf({
name,ancestors}){return ancestors[0]??name}function hierarchies(groups){return groups.flatMap((group,index)=>{let other=groups.slice(0,index).find(one=>rootOf(one)===
rootOf(group));return other===void 0?[]:new UserError("thing-groups-nested",`The thing groups ${other.name} and ${group.name} are of one hierarchy, below ${rootOf(
group)}: a thing can be in one of them only.`,{where:"thing-groups",fix:"Remove one of them from the input."})})}var POLICY_NAME=/^[\w+=,.@-]{1,128}$/;async function policiesOf(groupArn,access){
return(await allOf("ListAttachedPolicies",(registry,marker)=>registry.listAttachedPolicies(groupArn,marker,!0),access)).filter(name=>POLICY_NAME.test(name))}function missing(noun,name,{
place:{account,region}}){return`There is no ${noun} ${name} in account ${account} in ${region}.`}function create(command,resource){return`Create it (aws iot ${command}\
, or ${resource} in Terraform), or correct the name or aws-region.`}var MAX_LENGTH=10240,OF_FLEETS=["Mappings","DeviceConfiguration"],THING="AWS::IoT::Thing",CERTIFICATE="AWS::IoT::Certificate",POLICY="AWS::IoT::Policy",SOME_ID="\
0".repeat(64),MAX_DEPTH=20;function readTemplateBody(text,where){let wrong=(what,fix)=>new UserError("provisioning-template",`The provisioning template cannot b\
e used: ${what}`,{where,fix}),template=parsed(text);if(template===void 0)throw wrong("it is no JSON object.","Write it as AWS IoT documents templates.");let{Parameters:declared={},
Resources:resources,...more}=template,errors=[],add=(what,fix)=>{errors.push(wrong(what,fix))},fleets=[...OF_FLEETS.filter(name=>name in more),...functionsIn(template)];
if(fleets.length>0){let names2=[...new Set(fleets)].slice(0,5).map(name=>shorten(name,60)).join(", ");add(`${names2} ${fleets.length===1?"is":"are"} for fleet p\
rovisioning only.`,"Remove it, and use Ref and parameters.")}let strange=Object.keys(more).filter(name=>!OF_FLEETS.includes(name)&&name!=="Description");strange.
length>0&&add(`it has no section ${shorten(strange[0]??"",60)}.`,"Use Parameters and Resources.");let all=isFields(resources)?Object.entries(resources):[],ofType=type=>all.
filter(([,one])=>isFields(one)&&one.Type===type),[things,certificates,policies]=[ofType(THING),ofType(CERTIFICATE),ofType(POLICY)];(all.length===0||things.length+
certificates.length+policies.length<all.length)&&add("its Resources are not all things, certificates and policies.",`Use the types ${THING}, ${CERTIFICATE} and ${POLICY}\
.`),(things.length>1||certificates.length!==1)&&add("it has not one certificate, and one thing at most.",`Have one resource ${CERTIFICATE}, and one ${THING}.`);
let others=Object.fromEntries(all.filter(([,one])=>!isFields(one)||one.Type!==CERTIFICATE)),refs=new Set(refsIn(others)),known=isFields(declared)?declared:{};for(let name of refs)
Object.hasOwn(known,name)||add(`it refers to ${shorten(name,60)}, which is none of its Parameters.`,"Declare the parameter, or correct the Ref.");let[certificate=""]=certificates[0]??
[],Parameters=Object.fromEntries(Object.entries(known).filter(([name])=>refs.has(name))),bodyFor=id=>JSON.stringify({Parameters,Resources:{...others,[certificate]:certificateResource(
id)}}),length=bodyFor(SOME_ID).length;length>MAX_LENGTH&&add(`it has ${length} characters, and AWS IoT takes ${MAX_LENGTH}.`,"Make it shorter.");let error=joinErrors(
errors);if(error!==void 0)throw error;let parameters=new Map(Object.entries(Parameters).map(([name,one])=>[name,isFields(one)?textOf(one.Default):void 0])),names=policies.
flatMap(([,one])=>textOf(propertiesOf(one).PolicyName)??[]),thing=propertiesOf(things[0]?.[1]);return{parameters,unused:new Set(Object.keys(known).filter(name=>!refs.
has(name))),thingName:textOrParameter(thing.ThingName),named:{policies:names,groups:[thing.ThingGroups].flat().flatMap(group=>textOf(group)??[]),typeName:textOf(
thing.ThingTypeName),billingGroup:textOf(thing.BillingGroup)},namesAllPolicies:names.length===policies.length,bodyFor}}function certificateResource(id){return{Type:CERTIFICATE,
Properties:{CertificateId:id},OverrideSettings:{Status:"DO_NOTHING"}}}function parsed(text){try{let value=JSON.parse(text);return isFields(value)?value:void 0}catch{
return}}function functionsIn(value,depth=0){return typeof value!="object"||value===null?[]:depth>MAX_DEPTH?["Deep nesting"]:Object.entries(value).flatMap(([name,
inner])=>[...name.startsWith("Fn::")?[name]:[],...functionsIn(inner,depth+1)])}function refsIn(value,depth=0){return typeof value!="object"||value===null||depth>
MAX_DEPTH?[]:[...isFields(value)&&typeof value.Ref=="string"?[value.Ref]:[],...Object.values(value).flatMap(inner=>refsIn(inner,depth+1))]}function propertiesOf(resource){
return isFields(resource)&&isFields(resource.Properties)?resource.Properties:{}}function textOrParameter(value){return typeof value=="string"?{text:value}:isFields(
value)&&typeof value.Ref=="string"?{parameter:value.Ref}:void 0}function textOf(value){return typeof value=="string"?value:void 0}function isFields(value){return typeof value==
"object"&&value!==null&&!Array.isArray(value)}var MAX_BYTES=64*1024;async function readTemplateFile({name,file}){if(file===void 0)return;let text=await readRegularFile(file,MAX_BYTES);if(text!==void 0)return readTemplateBody(
text,name);throw new UserError("provisioning-template",`There is no provisioning template ${name} in the repository.`,{where:"provisioning-template",fix:"Correc\
t the path, or write the name of a template in the account."})}async function openTemplate(source,access){let template=await readTemplateFile(source)??await templateOfAccount(
source,access),{policies,groups,typeName,billingGroup}=template.named,thing={name:"",typeName,groups,billingGroup,attributes:new Map,principalType:"NON_EXCLUSIV\
E_THING"},{errors}=await lookAtNamed([{thing,policies}],access),error=joinErrors(errors.map(({code,message,fix})=>new UserError(code,message,{where:source.name,
fix})));if(error!==void 0)throw error;return template}async function templateOfAccount({name},access){try{let{body}=await callRegistry("DescribeProvisioningTemp\
late",registry=>registry.describeProvisioningTemplate(name),access);return readTemplateBody(body,name)}catch(error){if(awsCodeOf(error)!==NOT_FOUND)throw error;
let{account,region}=access.place,message=`There is no provisioning template ${name} in account ${account} in ${region}.`;throw new UserError("provisioning-templ\
ate",message,{where:"provisioning-template",fix:"Create it, correct the name or aws-region, or name a file of the repository that ends with .json."})}}export{lookAtNamed,ABOUT_NAMES,rootOf,readTemplateFile,openTemplate};
