import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{UserError,forLog}from"./part-report-escape.js";import{RULES,SUBJECT_TYPES,loadSubjectPatterns}from"./part-csr-weak-keys-published-keys.js";function createLog(commands,write){return{info:line=>write(`${forLog(line)}
`),annotate:(level,message,place)=>commands.annotate(level,message,place)}}function explain(error){return`${error.where===void 0?"":`${error.where}: `}${error.message}\
 ${error.fix}`}import{join}from"node:path";var TEMPLATE_FIELDS=["name","path","cn","serial-number","ou","certificate-id","csr-sha256","index","run-id"];function parseTemplate(text,allowed=TEMPLATE_FIELDS){
return text.split(/(\{[^{}]*\})/).flatMap(part=>{if(part==="")return[];if(!/[{}]/.test(part))return[part];let name=part.slice(1,-1),field=allowed.find(candidate=>candidate===
name||candidate.toUpperCase()===name);if(field===void 0)throw new SyntaxError(`allowed: text with ${allowed.map(known=>`{${known}}`).join(", ")}, not ${part}`);
return[{field,capitals:name!==field}]})}function fieldsOf(template2){return template2.flatMap(part=>typeof part=="string"?[]:[part.field])}function renderTemplate(template2,values,write=value=>value){
return template2.map(part=>{if(typeof part=="string")return part;let value=values[part.field]??"";return write(part.capitals?value.replace(/[a-z]/g,letter=>letter.
toUpperCase()):value)}).join("")}function nameCsrs(csrs,naming){let{template:template2,rule,noun,input,refuse,refuseValue,write,fold,runId}=naming,fields=fieldsOf(template2),byPath=new Map,owners=new Map,
shared=new Map,findings=[];for(let[position,csr]of csrs.entries()){let values=valuesOf(csr,position+1,csr.spkiSha256,runId),empty=fields.find(field=>(values[field]??
"")===""),name=renderTemplate(template2,values,write),complaint=empty!==void 0?`{${empty}} has no value here.`:fields.map(field=>refuseValue?.(values[field]??"",
field)).find(Boolean)??refuse(name);if(complaint!==void 0){findings.push({rule:`${rule}-illegal`,severity:"error",path:csr.path,message:`Its ${noun} cannot be c\
alled "${name}": ${complaint}`,fix:`Rename the file, or choose other fields in ${input}.`});continue}byPath.set(csr.path,name);let key=fold(name),owner=owners.get(
key),sharing=shared.get(key);owner===void 0?owners.set(key,csr.path):sharing===void 0?shared.set(key,[owner,csr.path]):sharing.push(csr.path)}for(let sharing of shared.
values())for(let path of sharing){let others=sharing.slice(0,4).filter(other=>other!==path);findings.push({rule:`${rule}-collision`,severity:"error",path,message:`\
Its ${noun} would be called ${byPath.get(path)}, as would that of ${others.slice(0,3).join(", ")}.`,fix:`Rename one of the files so that they differ in more tha\
n case or extension, or choose other fields in ${input}.`})}for(let{path}of findings)byPath.delete(path);let positions=fields.includes("index")?new Map(csrs.map(
({path},position)=>[path,position])):void 0;return{byPath,findings,final:(csr,certificateId)=>renderTemplate(template2,valuesOf(csr,(positions?.get(csr.path)??0)+
1,certificateId,runId),write)}}function valuesOf(csr,index,certificateId,runId){let path=withoutExtension(csr.path);return{name:path.slice(path.lastIndexOf("/")+
1),path,cn:csr.commonName,"serial-number":csr.serialNumber,ou:csr.organizationalUnit,"certificate-id":certificateId,"csr-sha256":csr.csrSha256,index:String(index),
"run-id":runId}}function withoutExtension(path){let dot=path.lastIndexOf(".");return dot>path.lastIndexOf("/")+1?path.slice(0,dot):path}var DEFAULT_FILE_NAME=parseTemplate("{path}.pem"),MAX_NAME_BYTES=255;function certificateFiles(csrs,template2,runId,forArtifact){return nameCsrs(csrs,{template:template2,
runId,noun:"certificate file",rule:"output-path",input:"file-name",fold:name=>name.normalize("NFC").toUpperCase().toLowerCase(),refuseValue:(value,field)=>field!==
"path"&&/[/\\\p{Cc}]/u.test(value)?`{${field}} holds a slash, a backslash or a control character.`:void 0,refuse(name){let segments=name.split("/");return segments.
some(segment=>/^\.{0,2}$/.test(segment))?"It leads out of the directory, or to no file.":segments.some(segment=>Buffer.byteLength(segment)>MAX_NAME_BYTES)?`No f\
ile system takes a name of more than ${MAX_NAME_BYTES} bytes.`:forArtifact&&/[":<>|*?\r\n]/.test(name)?'GitHub takes no file into an artifact whose name holds "\
 : < > | * ? or a line break; `deliver: directory` does.':void 0}})}import{isAbsolute,resolve}from"node:path";var Mistake=class extends Error{};function oneOf(...allowed){return text=>{let found=allowed.find(value=>value===text);if(found===void 0)throw new Mistake(`allo\
wed: ${allowed.join(", ")}`);return found}}function booleanOr(text,...others){if(/^(true|True|TRUE)$/.test(text))return!0;if(/^(false|False|FALSE)$/.test(text))
return!1;throw new Mistake(`allowed: ${["true","false",...others].join(", ")}`)}function boolean(text){return booleanOr(text)}function integer(least,most){return text=>{
let value=/^\d{1,15}$/.test(text)?Number(text):Number.NaN;if(!(value>=least&&value<=most))throw new Mistake(`allowed: a whole number from ${least} to ${most}`);
return value}}function requestRate(text){if(text==="auto")return{kind:"auto"};let[,digits="",percent]=/^(\d{1,5}(?:\.\d{1,3})?) ?(%?)$/.exec(text)??[],value=Number(
digits);if(digits!==""&&percent==="%"&&value>=1&&value<=100)return{kind:"share",share:value/100};if(digits!==""&&percent===""&&value>=.1)return{kind:"rate",perSecond:value};
throw new Mistake("allowed: auto, a number of calls a second from 0.1 such as 10, or a share from 1% to 100%")}function matching(pattern2,description){return text=>{
if(!pattern2.test(text))throw new Mistake(`allowed: ${description}`);return text}}function list(pattern2,description){return text=>text.split(/[\s,]+/).filter(Boolean).
map(matching(pattern2,`each ${description}`))}function lines(text){return text.split(/\r?\n/).map(line=>line.trim()).filter(Boolean)}function absolute(path,workspace){
if(path.includes("\0"))throw new Mistake("allowed: a path");return isAbsolute(path)?resolve(path):resolve(workspace,path)}function template(fields){return text=>{
try{return parseTemplate(text,fields)}catch(error){throw error instanceof SyntaxError?new Mistake(error.message):error}}}function nearest(text,candidates){let wanted=text.toLowerCase().slice(0,100),ordered=sortWords(wanted),best,least=Math.max(2,Math.floor(wanted.length/3))+1;for(let candidate of candidates){
let other=candidate.toLowerCase(),distance=Math.min(editDistance(wanted,other),editDistance(ordered,sortWords(other)));distance>=least||([best,least]=[candidate,
distance])}return best??(wanted.length<3?void 0:candidates.find(one=>one.toLowerCase().includes(wanted)))}function sortWords(text){return text.split("-").sort().
join("-")}function editDistance(a,b){let row=Array.from({length:b.length+1},(_,index)=>index);for(let i=1;i<=a.length;i++){let next=[i];for(let j=1;j<=b.length;j++){
let replaced=(row[j-1]??0)+(a[i-1]===b[j-1]?0:1);next.push(Math.min(replaced,(row[j]??0)+1,(next[j-1]??0)+1))}row=next}return row[b.length]??0}function readPolicy(read,rules,compile){return{severities:read("rules",text=>severities(text,rules),{}),allowedKeyTypes:read("allowed-key-types",keyTypes,void 0),
subjectPattern:read("subject-pattern",pattern(compile),void 0),requiredSubjectAttributes:read("required-subject-attributes",attributeTypes,[])}}var SEVERITIES=[
"error","warning","notice","off"];function severities(text,rules){let found=new Map;for(let setting of items(text)){let[id="",value="",...rest]=setting.split("=").
map(part=>part.trim());if(rest.length>0||value==="")throw new Mistake(`${setting} is no rule=severity, such as version=off`);let rule=rules.find(one=>one.id===id);
if(rule===void 0){let close=nearest(id,rules.map(one=>one.id));throw new Mistake(`there is no rule ${id}${meant(close)}; docs/rules.md lists all`)}let severity=SEVERITIES.
find(one=>one===value);if(severity===void 0){let close=nearest(value,SEVERITIES);throw new Mistake(`${value} is no severity${meant(close)}; allowed: ${SEVERITIES.
join(", ")}`)}if(rule.isFixed&&severity!==rule.severity)throw new Mistake(`the severity of ${id} cannot be changed: without it there would be no certificate wor\
th having`);if(found.has(id))throw new Mistake(`${id} is there twice`);found.set(id,severity)}return Object.fromEntries(found)}var CURVES=["P-256","P-384","P-52\
1"];function keyTypes(text){return items(text).map(item=>{let name=item.toUpperCase().replace(/^EC[ -](?=P-)/,"");if(CURVES.includes(name))return`EC ${name}`;let bits=/^RSA-(\d{4,5})$/.
exec(name)?.[1];if(name==="RSA"||name==="EC"||Number(bits)>=2048)return name;let close=nearest(item,["RSA","RSA-2048","RSA-3072","RSA-4096","EC",...CURVES]);throw new Mistake(
`${item} is no key type of AWS IoT${meant(close)}; allowed: RSA, RSA-<bits> from 2048, EC, ${CURVES.join(", ")}`)})}function pattern(compile){return text=>{try{
return compile?.(text),text}catch(error){throw error instanceof SyntaxError?new Mistake(`${error.message}; allowed: a regular expression in RE2's syntax, which \
has neither look-around nor backreferences`):error}}}function attributeTypes(text){return items(text).map(item=>{let name=SUBJECT_TYPES.find(type=>type.toLowerCase()===
item.toLowerCase());if(name!==void 0)return name;if(/^[0-2](\.\d{1,20}){1,30}$/.test(item))return item;let close=nearest(item,SUBJECT_TYPES);throw new Mistake(`${item}\
 is no attribute of a subject${meant(close)}; allowed: ${SUBJECT_TYPES.join(", ")}, or an object identifier`)})}function meant(close){return close===void 0?"":`\
 (did you mean ${close}?)`}function items(text){return text.split(/[,\r\n]+/).map(item=>item.trim()).filter(Boolean)}var NAME_RULES=[{id:"output-path-collision",severity:"error",isFixed:!0,title:"No two certificates would be written to one file.",source:{name:"Microsoft, Namin\
g files, paths, and namespaces",url:"https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file"},why:"The second would overwrite the first, which the\
n is lost. Names that differ only in case or in Unicode normalisation are one file on Windows and macOS, so they collide everywhere."},{id:"output-path-illegal",
severity:"error",isFixed:!0,title:"The file of a certificate has a name that can be written and uploaded.",source:{name:"actions/toolkit, path-and-artifact-name\
-validation",url:"https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts"},why:"A certificate t\
hat cannot be handed over must not be created, and afterwards is too late to find out. A field of `file-name` that has no value, a name that leads out of the di\
rectory, one longer than 255 bytes, and one that the artifacts of GitHub do not take are refused."},{id:"secret-name-collision",severity:"error",isFixed:!0,title:"\
No two certificates would be written to one secret.",source:{name:"GitHub, Naming your secrets",url:"https://docs.github.com/en/actions/reference/security/secre\
ts#naming-your-secrets"},why:"The second would overwrite the first. GitHub does not tell capitals from small letters in the name of a secret; characters that a \
name cannot have are escaped so that they never make two names one."},{id:"secret-name-illegal",severity:"error",isFixed:!0,title:"The secret of a certificate h\
as a name that GitHub takes.",source:{name:"GitHub, Naming your secrets",url:"https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets"},
why:"A certificate that cannot be handed over must not be created. A field of `secret-name` that has no value, a name that begins with a digit or with `GITHUB_`\
, and one longer than 255 characters are refused."}];var CATALOGUE=[...RULES,...NAME_RULES];function describeRule(id){return BY_ID.get(id)}var BY_ID=new Map(CATALOGUE.map(rule=>[rule.id,rule]));var MAX_LENGTH=255;function secretNameProblem(name){return/^[A-Z_][A-Z0-9_]*$/i.test(name)?/^GITHUB_/i.test(name)?"The names that begin with GITHUB_ are reserve\
d.":name.length>MAX_LENGTH?`It is longer than ${MAX_LENGTH} characters.`:void 0:"A secret is named with letters, digits and _, no digit first."}function secretNames(csrs,template2,runId){
return nameCsrs(csrs,{template:template2.map(part=>typeof part=="string"?part.toUpperCase():part),runId,noun:"secret",rule:"secret-name",input:"secret-name",write:encode,
fold:name=>name,refuse:secretNameProblem})}function encode(value){return value.replace(/_(?=[xX][0-9a-fA-F]+(?:_|[^A-Za-z0-9_]))|[^A-Za-z0-9_]/gu,character=>`_X${(character.
codePointAt(0)??0).toString(16)}_`).replace(/[a-z]/g,letter=>letter.toUpperCase())}var SCOPES=["repository","environment","organization","dependabot","codespaces"],OWNER=/^[A-Za-z\d](?:[A-Za-z\d-]{0,38})$/,REPOSITORY=/^[\w.-]{1,100}$/;function readSecretInputs({
read,text,mistakes,context,asked}){let kind=read("secret-scope",oneOf(...SCOPES),"repository"),layout=read("secret-layout",oneOf("per-certificate","bundle"),"pe\
r-certificate"),environment=read("secret-environment",environmentName,""),[owner="",repository=""]=context.repository?.split("/")??[],organization=read("secret-\
organization",matching(OWNER,"the name of an organization"),owner),visibility=read("secret-visibility",oneOf("all","private","selected"),"selected"),repositories=read(
"secret-repositories",list(REPOSITORY,"a repository without its owner"),[repository]),name=read("secret-name",layout==="bundle"?bundleName(context):certificateName,
void 0),pointless=(input,unless,needed)=>{text(input)!==""&&!needed&&mistakes.push(`${input}: it is only used with ${unless}.`)};if(pointless("secret-environmen\
t","secret-scope: environment",kind==="environment"),pointless("secret-organization","secret-scope: organization",kind==="organization"),pointless("secret-repos\
itories","secret-visibility: selected",kind==="organization"&&visibility==="selected"),kind==="environment"&&environment===""&&mistakes.push("secret-environment\
: it is required with secret-scope: environment."),!!asked)return context.repository===void 0&&mistakes.push("deliver: secrets need a repository, which GITHUB_R\
EPOSITORY names on GitHub (OWNER/NAME)."),text("github-token")===""&&mistakes.push("github-token: secrets cannot be written without it."),{layout,name:name??parseTemplate(
layout==="bundle"?"IOT_CERTS":"IOT_CERT_{NAME}"),scope:kind==="organization"?{kind,organization,visibility,repositories}:kind==="environment"?{kind,owner,repository,
environment}:{kind,owner,repository}}}function environmentName(text){if(text.length>255)throw new Mistake("allowed: up to 255 characters");return text}function certificateName(text){
let parsed=template(TEMPLATE_FIELDS)(text);if(parsed.some(part=>typeof part=="string"&&!/^\w+$/.test(part)))throw new Mistake("allowed: letters, digits and _ ar\
ound fields such as {NAME}");return parsed}function bundleName({runId}){return text=>{let parsed=template(["run-id"])(text),problem=fieldsOf(parsed).length>0&&runId===
void 0?"{run-id} has no value outside GitHub.":secretNameProblem(renderTemplate(parsed,{"run-id":runId}));if(problem!==void 0)throw new Mistake(problem.replace(
/\.$/,""));return parsed}}var DEFAULT_MAX_CERTIFICATES=1e3,INPUT_NAMES=["csr-path","mode","on-invalid","max-certificates","rules","allowed-key-types","subject-pattern","required-subject-\
attributes","sarif-path","set-as-active","ledger","reissue","reconcile","shard","github-token","aws-region","role-to-assume","role-session-name","role-duration-\
seconds","audience","allowed-account-ids","request-timeout-seconds","requests-per-second","output-directory","file-name","deliver","artifact-name","artifact-ret\
ention-days","secret-scope","secret-environment","secret-organization","secret-visibility","secret-repositories","secret-name","secret-layout"];async function readInputs(env,context){
let mistakes=[],text=name=>(env[`INPUT_${name.toUpperCase()}`]??"").trim(),read=(name,parse,fallback)=>{let value=text(name);if(value==="")return fallback;try{return parse(
value)}catch(error){if(!(error instanceof Mistake))throw error;return mistakes.push(`${name}: ${JSON.stringify(value)} is not allowed; ${error.message}.`),fallback}},
missing=(name,why)=>{text(name)===""&&mistakes.push(`${name}: it is required${why}.`)},mode=read("mode",oneOf("issue","validate","audit"),"issue");mode!=="audit"&&
missing("csr-path"," (one glob a line, for example csrs/**/*.csr)"),mode==="audit"&&missing("ledger"," in mode audit");let region=read("aws-region",matching(REGION,
"an AWS region such as eu-west-1"),"")||env.AWS_REGION||env.AWS_DEFAULT_REGION||"";mode!=="validate"&&region===""&&missing("aws-region"," unless mode is validat\
e, when AWS_REGION is not set (for example eu-west-1)");let compile=text("subject-pattern")===""?void 0:await loadSubjectPatterns(),deliver=read("deliver",deliveries,
["artifact"]),inputs={csrPath:lines(text("csr-path")),mode,setAsActive:read("set-as-active",value=>value==="after-delivery"?value:booleanOr(value,"after-deliver\
y"),!1),shard:read("shard",shard,void 0),ledger:read("ledger",value=>absolute(value,context.workspace),void 0),reissue:read("reissue",boolean,!1),reconcile:read(
"reconcile",reconcile,{when:"auto"}),githubToken:text("github-token"),region,role:readRole(read,text("role-to-assume")!=="",region,context),allowedAccountIds:read(
"allowed-account-ids",list(/^\d{12}$/,"an AWS account id of 12 digits"),[]),requestTimeoutMs:read("request-timeout-seconds",integer(1,300),10)*1e3,requestsPerSecond:read(
"requests-per-second",requestRate,{kind:"auto"}),onInvalid:read("on-invalid",oneOf("fail","skip"),"fail"),maxCertificates:read("max-certificates",integer(1,1e6),
DEFAULT_MAX_CERTIFICATES),policy:readPolicy(read,CATALOGUE,compile),sarifPath:read("sarif-path",value=>absolute(value,context.workspace),void 0),outputDirectory:read(
"output-directory",value=>absolute(value,context.workspace),join(context.tempDirectory,"iot-certificates")),fileName:read("file-name",fileName,DEFAULT_FILE_NAME),
deliver,secrets:readSecretInputs({read,text,mistakes,context,asked:deliver.includes("secrets")}),artifactName:read("artifact-name",value=>artifactName(value,context),
"iot-certificates"),artifactRetentionDays:read("artifact-retention-days",integer(1,400),void 0)};if(mistakes.length>0)throw new UserError("inputs",mistakes.join(
" "),{fix:"Correct the `with:` block of this step."});return Object.freeze(inputs)}function readRole(read,asked,region,context){let arn=read("role-to-assume",matching(
ROLE_ARN,"an ARN such as arn:aws:iam::123456789012:role/csr"),""),sessionName=read("role-session-name",matching(/^[\w+=,.@-]{2,64}$/,"2 to 64 letters, digits or\
 _+=,.@-"),context.runId===void 0?"iot-certificates":`iot-certificates-${context.runId}`),durationSeconds=read("role-duration-seconds",integer(900,43200),3600),
audience=read("audience",value=>value,region.startsWith("cn-")?AUDIENCE_CHINA:AUDIENCE);return asked?{arn,sessionName,durationSeconds,audience}:void 0}var AUDIENCE="\
sts.amazonaws.com",AUDIENCE_CHINA="sts.amazonaws.com.cn",REGION=/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/,ROLE_ARN=/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
function shard(text){let[,index,of]=/^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number)??[];if(index===void 0||of===void 0||index<1||index>of)throw new Mistake("al\
lowed: i/n with i from 1 to n, for example 2/4");return{index,of}}function reconcile(text){if(text==="auto"||text==="always"||text==="never")return{when:text};let since=text.
startsWith("since=")?Date.parse(text.slice(6)):Number.NaN;if(Number.isNaN(since))throw new Mistake("allowed: auto, always, never, since=<time> such as since=202\
6-11-24T08:00:00Z");return{when:"since",since}}function artifactName(text,{runId}){let name=renderTemplate(template(["run-id"])(text),{"run-id":runId});if(/["<>|*?:\\/\u0000-\u001f]/.
test(name)||name.length>200)throw new Mistake('allowed: up to 200 characters, none of " : < > | * ? \\ /');return name}function fileName(text){let parsed=template(
TEMPLATE_FIELDS.filter(field=>field!=="certificate-id"))(text);if(!text.endsWith(".pem")||fieldsOf(parsed).length===0||/[\\\p{Cc}]/u.test(text))throw new Mistake(
"allowed: a path below output-directory with a field, such as {path}.pem; it ends with .pem");return parsed}function deliveries(text){if(text==="none")throw new Mistake(
"the output directory is always written, write `directory` for that alone");return list(/^(artifact|secrets|directory)$/,"artifact, secrets or directory")(text)}export{createLog,explain,renderTemplate,certificateFiles,CATALOGUE,describeRule,secretNames,DEFAULT_MAX_CERTIFICATES,INPUT_NAMES,readInputs};
