import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{DELETED}from"./part-records-status.js";import{matchesWildcards}from"./part-lib-wildcards.js";import{nameCsrs,valuesOf,withoutValue}from"./part-naming-names.js";
import{THING_NAME}from"./part-csr-rules-thing-name.js";import{fieldsOf,renderTemplate}from"./part-naming-template.js";import{UserError}from"./part-lib-user-error.js";
import{shorten}from"./part-lib-escape.js";var ABOUT_OTHERS=/^(pull_request\w*|workflow_run|issue_comment)$/,SPEAKS_FOR_OTHERS=/^(pull_request_target|workflow_run|issue_comment|check_run|check_suite|deployment|deployment_status|status)$/,
MAY_BE_ABOUT_OTHERS=/^(check_run|check_suite|merge_group|deployment|deployment_status|status)$/;function sourceOf(name,event,repository){let payload=fieldsOf2(event),
{id,full_name=repository}=fieldsOf2(payload.repository),heads=headsIn(payload);if(heads.some(head=>!isSame(head,{id,full_name}))||isPushedElsewhere(payload))return"\
fork";if(isCauseHidden(fieldsOf2(payload.workflow_run))||heads.length===0&&isOnPullRef(payload))return"unknown";if(ABOUT_OTHERS.test(name)){let isPlainIssue=name===
"issue_comment"&&isObject(payload.issue)&&!payload.issue.pull_request;return heads.length>0||isPlainIssue?"this-repository":"unknown"}let isOnNoBranch=Array.isArray(
payload.branches)&&payload.branches.length===0;return MAY_BE_ABOUT_OTHERS.test(name)&&(!isObject(event)||isOnNoBranch)?"unknown":"this-repository"}function repositoryCreatedAt(event){
let{created_at:time}=fieldsOf2(fieldsOf2(event).repository),created=typeof time=="number"?time*1e3:Date.parse(String(time));return Number.isFinite(created)&&created>
0?created:void 0}function isCauseHidden({event,pull_requests:pulls}){return typeof event!="string"||!SPEAKS_FOR_OTHERS.test(event)?!1:event!=="pull_request_targ\
et"||!(Array.isArray(pulls)&&pulls.length>0)}var PULL_REF=/^(refs\/)?pull\//;function isOnPullRef({ref,deployment}){return[ref,fieldsOf2(deployment).ref].some(one=>typeof one==
"string"&&PULL_REF.test(one))}var[MAX_DEPTH,MAX_VALUES]=[8,1e4];function objectsIn(value){let found=[],level=[value];for(let depth=0;depth<MAX_DEPTH&&level.length>
0&&found.length<MAX_VALUES;depth++){let objects=level.filter(isObject);found.push(...objects.slice(0,MAX_VALUES)),level=level.flatMap(one=>Array.isArray(one)?one:
isObject(one)?Object.values(one):[])}return found}function headsIn(payload){let heads=[],{pull_request:pull,workflow_run:run,check_run:check,check_suite:suite}=payload,
ofPull=one=>{isObject(one)&&isObject(one.head)&&"repo"in one.head&&heads.push(one.head.repo)};ofPull(pull);let carried=objectsIn(payload.client_payload);for(let one of carried)
ofPull(one.pull_request);for(let holder of[...carried,run,check,suite,fieldsOf2(check).check_suite,payload.merge_group,payload.issue])isObject(holder)&&("head_r\
epository"in holder&&heads.push(holder.head_repository),Array.isArray(holder.pull_requests)&&holder.pull_requests.forEach(ofPull),ofPull(holder.pull_request));return heads}
function isPushedElsewhere({check_run:check,check_suite:suite}){return[suite,fieldsOf2(check).check_suite].some(one=>isObject(one)&&one.head_branch===null)}function isSame(head,own){
let name=one=>String(one.full_name??"").toLowerCase();return!isObject(head)||head.id===void 0&&name(head)===""?!1:(head.full_name===void 0||name(head)===name(own))&&
(head.id===void 0||own.id===void 0||head.id===own.id)}function refuseForks(event,allowed){let{name,source}=event;if(allowed||source==="this-repository")return;let what=source===
"fork"?`The event ${name} comes from a fork of this repository`:`The event ${name} does not say which repository the commits are from`;throw new UserError("fork",
`${what}, so no OIDC token was asked for and nothing was created or revoked.`,{where:"mode",fix:"Use `mode: validate` for it, and issue certificates after the m\
erge or by workflow_dispatch. If a person of your team approves each run before this job starts, set `allow-csrs-from-forks: true`."})}function isObject(value){
return typeof value=="object"&&value!==null&&!Array.isArray(value)}function fieldsOf2(value){return isObject(value)?value:{}}function needsRecords({runs,commits,paths,rules}){return runs.length+commits.length+paths.length+rules.length>0}function isWithoutLedger(selection){let{certificateIds,
idLists}=selection;return certificateIds.length+idLists.length>0&&!needsRecords(selection)}function isInTime({issuedAfter,issuedBefore},time){return(issuedAfter===
void 0||time>=issuedAfter)&&(issuedBefore===void 0||time<issuedBefore)}function timesIn({issuedAfter,issuedBefore}){return[...issuedAfter===void 0?[]:[`issued-a\
fter=${new Date(issuedAfter).toISOString()}`],...issuedBefore===void 0?[]:[`issued-before=${new Date(issuedBefore).toISOString()}`]]}var ATTRIBUTE_VALUE=/^[a-zA-Z0-9_.,@/:#=[\]-]{1,800}$/,VALUE_SHOWN=100;function thingNames(csrs,naming,sources){let names=nameCsrs(csrs,{template:naming.name,...sources,
noun:"thing",rule:"thing-name",input:"thing-name",fold:name=>name,isCaseSensitive:!0,refuse:name=>THING_NAME.test(name)?void 0:name.length>128?"The name of a th\
ing has 128 characters at most.":"The name of a thing has only letters from a to z, digits, colons, underscores and hyphens."}),byPath=new Map,findings=[...names.
findings];for(let[position,csr]of csrs.entries()){let{attributes,wrong}=attributesOf(csr,position+1,naming,sources);findings.push(...wrong);let name=names.byPath.
get(csr.path);name!==void 0&&wrong.length===0&&byPath.set(csr.path,{name,attributes})}return{byPath,findings}}function attributesOf(csr,index,{attributes:wanted},sources){
let attributes=new Map,wrong=[];for(let{name,value:template}of wanted){let values=valuesOf(csr,index,void 0,{template,...sources}),empty=fieldsOf(template).find(
field=>(values[field]??"")==="");if(empty!==void 0){wrong.push(withoutValue(csr,empty,{rule:"thing-attribute",input:"thing-attributes"}));continue}let value=renderTemplate(
template,values);ATTRIBUTE_VALUE.test(value)?attributes.set(name,value):wrong.push({rule:"thing-attribute-illegal",severity:"error",path:csr.path,message:`The a\
ttribute ${name} of its thing cannot be "${shorten(value,VALUE_SHOWN)}": ${complaintOf(value)}`,fix:"Rename the file, or choose other fields in thing-attributes\
."})}return{attributes,wrong}}function complaintOf(value){return value.length>800?"The value of an attribute has 800 characters at most.":"The value of an attri\
bute has only letters from a to z, digits, square brackets and _.,@/:#=-."}var THING_NAME_PATTERN=/^[a-zA-Z0-9:_*?-]{1,128}$/;function thingsIn(entries,patterns){let thingOfPath=new Map;for(let{csrPath,thingName}of entries){if(csrPath===
null||thingName==null)continue;let known=thingOfPath.has(csrPath)?thingOfPath.get(csrPath):thingName;thingOfPath.set(csrPath,known===thingName?thingName:void 0)}
let things=new Map;for(let entry of entries){let thing=entry.thingName??thingOfPath.get(entry.csrPath??"");if(thing===void 0||entry.status===DELETED)continue;let known=things.
get(thing);known===void 0?things.set(thing,[entry]):known.push(entry)}return[...things].filter(([thing])=>patterns.length===0||patterns.some(pattern=>matchesWildcards(
thing,pattern))).sort(([a],[b])=>a<b?-1:1).map(([thing,own])=>({thing,entries:own}))}var MAX_LENGTH=255;function secretNameProblem(name){return/^[A-Z_][A-Z0-9_]*$/i.test(name)?/^GITHUB_/i.test(name)?"The names of secrets that begin with GITHUB_ \
are reserved by GitHub.":name.length>MAX_LENGTH?`It is longer than ${MAX_LENGTH} characters.`:void 0:"The name of a secret has only letters, digits and _, and d\
oes not begin with a digit."}function secretNames(csrs,template,runId,columnsOf){return nameCsrs(csrs,{template:template.map(part=>typeof part=="string"?part.toUpperCase():
part),runId,columnsOf,noun:"secret",rule:"secret-name",input:"secret-name",write:encode,fold:name=>name,refuse:secretNameProblem})}function encode(value){return value.
replace(/_(?=[xX][0-9a-fA-F]+(?:_|[^A-Za-z0-9_]))|[^A-Za-z0-9_]/gu,character=>`_X${(character.codePointAt(0)??0).toString(16)}_`).replace(/[a-z]/g,letter=>letter.
toUpperCase())}export{needsRecords,isWithoutLedger,isInTime,timesIn,ATTRIBUTE_VALUE,thingNames,THING_NAME_PATTERN,thingsIn,secretNameProblem,secretNames,sourceOf,repositoryCreatedAt,
refuseForks};
