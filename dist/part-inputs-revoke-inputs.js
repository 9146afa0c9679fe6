import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{CERTIFICATE_ID,KEY_RULE_IDS,createPathMatcher}from"./part-revocation-id-lists.js";import"./part-glob.js";import"./part-csr-files-outside.js";import{
Mistake,absolute,lines,meant,notAllowed}from"./part-inputs-parsers.js";import"./part-naming-template.js";import"./part-lib-file-error.js";import"./part-lib-nearest.js";
import"./part-lib-user-error.js";import"./part-lib-words.js";import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";
import"./part-csr-device-list.js";import"./part-lib-escape.js";import"./part-records-table-address.js";import"./lib-empty-2.js";var NAMES=["run","commit","path","rule","certificate-id","file","issued-after","issued-before"],TIME=/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;
function selectionIn(text,workspace){let values={run:[],commit:[],path:[],rule:[],"certificate-id":[],file:[],"issued-after":[],"issued-before":[]};for(let line of lines(
text)){let[,name="",value=""]=/^([^=]*?)\s*=\s*(.*)$/.exec(line)??[],selector=NAMES.find(known=>known===name);if(selector===void 0)throw new Mistake(`${meant(name||
line,NAMES)}Write one selector a line: ${NAMES.map(known=>`${known}=`).join(", ")}.`,notAllowed(line));let{isAllowed,allowed}=SELECTORS[selector];if(!isAllowed(
value))throw new Mistake(`Allowed after ${selector}=: ${allowed}.`,notAllowed(line));values[selector].push(value)}let selection={runs:values.run,commits:values.
commit.map(commit=>commit.toLowerCase()),paths:values.path,rules:values.rule,certificateIds:values["certificate-id"],idLists:values.file.map(name=>({name,path:absolute(
name,workspace)})),issuedAfter:onlyTime("issued-after",values["issued-after"]),issuedBefore:onlyTime("issued-before",values["issued-before"])};return checked(selection)}
function checked(selection){let{issuedAfter,issuedBefore}=selection;if(issuedAfter!==void 0&&issuedBefore!==void 0&&issuedAfter>=issuedBefore)throw new Mistake(
"Write an earlier time after issued-after=, or a later one after issued-before=.","No certificate is issued in this time.");return selection}function onlyTime(name,values){
let[value,another]=values;if(another!==void 0)throw new Mistake("Write it once.",`${name}= is there twice.`);return value===void 0?void 0:Date.parse(value)}var TIMES={
isAllowed:value=>TIME.test(value)&&!Number.isNaN(Date.parse(value)),allowed:"a time in ISO 8601, such as 2026-11-24 (UTC) or 2026-11-24T08:00:00Z"},SELECTORS={run:{
isAllowed:value=>/^\d{1,20}$/.test(value),allowed:"the id of a workflow run, the number in its address"},commit:{isAllowed:value=>/^[0-9a-f]{7,64}$/i.test(value),
allowed:"a commit, or its first characters, 7 or more"},path:{isAllowed:isGlob,allowed:"a glob that the path of the CSR in the repository matches, such as csrs/\
line-1/**; none excludes"},rule:{isAllowed:value=>KEY_RULE_IDS.includes(value),allowed:`a rule on keys (${KEY_RULE_IDS.join(", ")})`},"certificate-id":{isAllowed:value=>CERTIFICATE_ID.
test(value),allowed:"the id of a certificate, 64 hexadecimal digits"},file:{isAllowed:value=>value!==""&&!value.includes("\0"),allowed:"the name of a file that \
lists ids of certificates, one a line"},"issued-after":TIMES,"issued-before":TIMES};function isGlob(value){if(value===""||value.startsWith("!")||/[\p{Cc}]/u.test(
value))return!1;try{return createPathMatcher([value]),!0}catch{return!1}}export{selectionIn};
