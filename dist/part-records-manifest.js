import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{MANIFEST_CSV,MANIFEST_JSON}from"./part-naming-reserved-names.js";import{account,array,commit,complaintOf,integer,literal,maxLength,minValue,number,object,optional2 as optional,
path,picklist,pipe,regex,region,runAttempt,runId,safeParse,sha256,string,thingName,time}from"./part-valibot.js";import{isUsable}from"./part-records-status.js";
import{certificateArn,isSamePlace}from"./part-aws-place.js";import{errorOf,readRegularFile}from"./part-lib-file-error.js";import{UserError}from"./part-lib-user-error.js";
import{forCsv,visible}from"./part-lib-escape.js";var SCHEMA_VERSION=1,RESULTS=["created","reused","failed","not-attempted","in-doubt","rejected"],REGISTRATIONS=["registered","found","incomplete","conflict"];function isUnregistered({
certificateId,registration}){return certificateId!==null&&(registration==="incomplete"||registration==="conflict")}var NOT_REGISTERED={thing:null,registration:null},
text=pipe(string(),maxLength(16384,"is too long")),secret=pipe(string(),regex(/^[A-Z0-9_]{1,255}$/i,"is not the name of a secret")),ENTRY=object({csrPath:path,csrSha256:optional(
sha256),spkiSha256:optional(sha256),commonName:optional(text),key:optional(text),result:picklist(RESULTS),account:optional(account),region:optional(region),certificateId:optional(
sha256),status:optional(pipe(string(),regex(/^[A-Z_]{0,40}$/,"is not a status"))),file:optional(path),secret:optional(secret),issuedAt:optional(time),runId:optional(
runId),runAttempt:optional(runAttempt),commit:optional(commit),reason:optional(text),thing:optional(thingName),registration:optional(picklist(REGISTRATIONS))}),
shardNumber=pipe(number("is not a shard"),integer("is not a shard"),minValue(1,"is not a shard")),MANIFEST=object({schemaVersion:literal(SCHEMA_VERSION),repository:optional(
pipe(string(),maxLength(200,"is too long"))),account,region,shard:optional(object({index:shardNumber,of:shardNumber})),runId:optional(runId),runAttempt:optional(
runAttempt),certificates:array(ENTRY)});function parseManifest(json){let value;try{value=JSON.parse(json)}catch{return{problem:"it is not JSON"}}let result=safeParse(
MANIFEST,value,{abortEarly:!0});if(!result.success)return{problem:complaintOf(result.issues)};let manifest=result.output;return{...manifest,certificates:manifest.
certificates.map(entry=>complete(entry,manifest))}}function createManifestReader(){let read=[];return{add(entry){let result=safeParse(ENTRY,entry,{abortEarly:!0});
if(!result.success)throw new Error(`an entry of its manifest: ${complaintOf(result.issues)}`);read.push(result.output)},*entries(about){let result=safeParse(MANIFEST,
about,{abortEarly:!0});if(!result.success)throw new Error(`its manifest: ${complaintOf(result.issues)}`);for(let entry of read)yield complete(entry,result.output)}}}
function complete(entry,manifest){let{certificateId,csrPath,csrSha256,spkiSha256,commonName,key,result,...rest}=entry,about={csrPath,csrSha256,spkiSha256,commonName,
key,result};if(certificateId===null)return{...about,...rest,account:null,region:null,certificateId:null,certificateArn:null};let place={account:entry.account??manifest.
account,region:entry.region??manifest.region},{status,file,secret:secret2,issuedAt,runId:runId2,runAttempt:runAttempt2,commit:commit2,reason,thing,registration}=rest;
return{...about,...place,certificateId,certificateArn:certificateArn(place,certificateId),status,file,secret:secret2,issuedAt,runId:runId2,runAttempt:runAttempt2,
commit:commit2,reason,thing,registration}}import{createHash}from"node:crypto";import{join}from"node:path";function entryOf(outcome,{place,file,secret:secret2,registered}){let{csr,result}=outcome,about={csrPath:csr.path,csrSha256:csr.csrSha256,spkiSha256:csr.spkiSha256,
commonName:csr.commonName??null,key:csr.key.name,result};if(!("certificate"in outcome))return{...about,...NO_CERTIFICATE,reason:outcome.problem.message};let{id,
status,issuedAt,origin}=outcome.certificate;return{...about,account:place.account,region:place.region,certificateId:id,certificateArn:certificateArn(place,id),status:status??
null,file,secret:secret2??null,issuedAt:issuedAt??null,runId:origin?.runId??null,runAttempt:origin?.runAttempt??null,commit:origin?.commit??null,reason:registered?.
problem?.message??null,thing:registered?.thing??null,registration:registered?.result??null}}function certificateIn(entry,place){let{account:account2,region:region2,
certificateId,status,issuedAt,runId:runId2,runAttempt:runAttempt2,commit:commit2}=entry;if(!(certificateId===null||account2===null||region2===null)&&isSamePlace(
{account:account2,region:region2},place))return{id:certificateId,status:isUsable(status)?status:void 0,issuedAt:issuedAt??void 0,origin:runId2===null?void 0:{runId:runId2,
runAttempt:runAttempt2??1,commit:commit2??void 0}}}function rejectedEntry(finding){return{csrPath:finding.path,csrSha256:null,spkiSha256:null,commonName:null,key:null,
result:"rejected",...NO_CERTIFICATE,reason:`${finding.rule}: ${finding.message}`}}var NO_CERTIFICATE={account:null,region:null,certificateId:null,certificateArn:null,
status:null,file:null,secret:null,issuedAt:null,runId:null,runAttempt:null,commit:null,...NOT_REGISTERED};function manifestFiles(directory){return{json:join(directory,
MANIFEST_JSON),csv:join(directory,MANIFEST_CSV)}}async function writeManifest(files,directory,manifest){let{json,csv}=manifestFiles(directory),hash=createHash("\
sha256");try{await files.write(json,hashed(toJson(manifest),hash)),await files.write(csv,toCsv(manifest.certificates))}catch(error){throw errorOf(error,"manifes\
t","output-directory")}return{json,csv,sha256:hash.digest("hex")}}function*hashed(parts,hash){for(let part of parts)hash.update(part),yield part}function*toJson({
certificates,...about}){yield JSON.stringify({schemaVersion:SCHEMA_VERSION,...about,certificates:[]},null,1).slice(0,-3);let first=`
  `,separator=first;for(let entry of certificates)yield separator+JSON.stringify(entry,null,1).replaceAll(`
`,`
  `),separator=`,
  `;yield separator===first?`]
}
`:`
 ]
}
`}var COLUMNS=["csrPath","csrSha256","spkiSha256","commonName","key","result","account","region","certificateId","certificateArn","status","file","secret","issu\
edAt","runId","runAttempt","commit","reason","thing","registration"];function*toCsv(entries){yield`${COLUMNS.join(",")}\r
`;for(let entry of entries)yield`${COLUMNS.map(column=>forCsv(String(entry[column]??""))).join(",")}\r
`}async function refuseForeignTable(directory){let{csv:path2}=manifestFiles(directory),text2=await readRegularFile(path2);if(!(text2===void 0||text2.startsWith(
`${COLUMNS[0]},`)))throw foreign(path2,"its first line is another")}async function readManifest(directory){let{json:path2}=manifestFiles(directory),text2;try{text2=
await readRegularFile(path2)}catch(error){throw errorOf(error,"manifest","output-directory")}if(text2===void 0)return;let manifest=parseManifest(text2);if(!("pr\
oblem"in manifest))return{...manifest,sha256:createHash("sha256").update(text2).digest("hex")};throw foreign(path2,visible(manifest.problem))}function foreign(path2,problem){
return new UserError("manifest",`${path2} would be overwritten, and this action did not write it: ${problem}.`,{where:path2,fix:"Move it away, or name another o\
utput-directory."})}export{isUnregistered,NOT_REGISTERED,createManifestReader,entryOf,certificateIn,rejectedEntry,writeManifest,refuseForeignTable,readManifest};
