import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{UserError}from"./part-report-escape.js";import{isAbsolute,join,resolve}from"node:path";var INPUT_NAMES=["csr-path","mode","on-invalid","max-certificates","set-as-active","aws-region","role-to-assume","role-session-name","role-duration-seconds","au\
dience","allowed-account-ids","request-timeout-seconds","output-directory","deliver","artifact-name","artifact-retention-days"],Mistake=class extends Error{};function readInputs(env,context){
let mistakes=[],text=name=>(env[`INPUT_${name.toUpperCase()}`]??"").trim(),read=(name,parse,fallback)=>{let value=text(name);if(value==="")return fallback;try{return parse(
value)}catch(error){if(!(error instanceof Mistake))throw error;return mistakes.push(`${name}: ${JSON.stringify(value)} is not allowed; ${error.message}.`),fallback}},
missing=(name,why)=>{text(name)===""&&mistakes.push(`${name}: it is required${why}.`)};missing("csr-path"," (one glob a line, for example csrs/**/*.csr)");let mode=read(
"mode",oneOf("issue","validate"),"issue"),region=read("aws-region",matching(REGION,"an AWS region such as eu-west-1"),"")||env.AWS_REGION||env.AWS_DEFAULT_REGION||
"";mode==="issue"&&region===""&&missing("aws-region"," in mode issue when AWS_REGION is not set (for example eu-west-1)");let inputs={csrPath:lines(text("csr-pa\
th")),mode,setAsActive:read("set-as-active",boolean,!1),region,role:readRole(read,text("role-to-assume")!=="",region,context),allowedAccountIds:read("allowed-ac\
count-ids",list(/^\d{12}$/,"an AWS account id of 12 digits"),[]),requestTimeoutMs:read("request-timeout-seconds",integer(1,300),10)*1e3,onInvalid:read("on-inval\
id",oneOf("fail","skip"),"fail"),maxCertificates:read("max-certificates",integer(1,1e6),1e3),outputDirectory:read("output-directory",value=>absolute(value,context.
workspace),join(context.tempDirectory,"iot-certificates")),deliver:read("deliver",oneOf("artifact","none"),"artifact"),artifactName:read("artifact-name",artifactName,
"iot-certificates"),artifactRetentionDays:read("artifact-retention-days",integer(1,400),void 0)};if(mistakes.length>0)throw new UserError("inputs",mistakes.join(
" "),{fix:"Correct the `with:` block of this step."});return Object.freeze(inputs)}function readRole(read,asked,region,context){let arn=read("role-to-assume",matching(
ROLE_ARN,"an ARN such as arn:aws:iam::123456789012:role/csr"),""),sessionName=read("role-session-name",matching(/^[\w+=,.@-]{2,64}$/,"2 to 64 letters, digits or\
 _+=,.@-"),context.runId===void 0?"iot-certificates":`iot-certificates-${context.runId}`),durationSeconds=read("role-duration-seconds",integer(900,43200),3600),
audience=read("audience",value=>value,region.startsWith("cn-")?AUDIENCE_CHINA:AUDIENCE);return asked?{arn,sessionName,durationSeconds,audience}:void 0}var AUDIENCE="\
sts.amazonaws.com",AUDIENCE_CHINA="sts.amazonaws.com.cn",REGION=/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/,ROLE_ARN=/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
function oneOf(...allowed){return text=>{let found=allowed.find(value=>value===text);if(found===void 0)throw new Mistake(`allowed: ${allowed.join(", ")}`);return found}}
function boolean(text){if(/^(true|True|TRUE)$/.test(text))return!0;if(/^(false|False|FALSE)$/.test(text))return!1;throw new Mistake("allowed: true, false")}function integer(least,most){
return text=>{let value=/^\d{1,15}$/.test(text)?Number(text):Number.NaN;if(!(value>=least&&value<=most))throw new Mistake(`allowed: a whole number from ${least}\
 to ${most}`);return value}}function matching(pattern,description){return text=>{if(!pattern.test(text))throw new Mistake(`allowed: ${description}`);return text}}
function list(pattern,description){return text=>text.split(/[\s,]+/).filter(Boolean).map(matching(pattern,`each ${description}`))}function lines(text){return text.
split(/\r?\n/).map(line=>line.trim()).filter(Boolean)}function absolute(path,workspace){if(path.includes("\0"))throw new Mistake("allowed: a path");return isAbsolute(
path)?resolve(path):resolve(workspace,path)}function artifactName(text){if(/["<>|*?:\\/\u0000-\u001f]/.test(text)||text.length>200)throw new Mistake('allowed: u\
p to 200 characters, none of " : < > | * ? \\ /');return text}export{INPUT_NAMES,readInputs};
