import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{bundleFiles}from"./part-delivery-bundle-c-header.js";import{isDataEndpoint}from"./part-aws-data-endpoint.js";import{CONFIG_JSON,bundleFileNames}from"./part-naming-bundle-names.js";
import{nullable,object,optional,pipe,regex,safeParse,string}from"./part-valibot.js";import{readRegularBytes}from"./part-lib-file-error.js";import{join}from"node:path";var MAX_FILE_BYTES=131072,THING_NAME=/^[a-zA-Z0-9:_-]{1,128}$/,CONFIG=object({thingName:nullable(pipe(string(),regex(THING_NAME))),endpoint:string(),files:object(
{certificateDer:optional(string()),cHeader:optional(string()),nvsCsv:optional(string())})});async function readBundle(directory,about){let{pem,certificateId,region}=about,
text=(await readRegularBytes(join(directory,CONFIG_JSON),MAX_FILE_BYTES))?.toString("utf8");if(text===void 0)return;let config=parse(text);if(config===void 0)return{
problem:`${CONFIG_JSON} is not that of a bundle`};let{thingName,endpoint,files}=config;if(!isDataEndpoint(endpoint,region))return{problem:`${CONFIG_JSON} names \
no endpoint of AWS IoT in ${region}`};let device={thingName:thingName??void 0,certificateId,endpoint,region},formats=formatsOf(files),wrong=await findWrong(directory,
bundleFiles(device,pem,formats));return wrong===void 0?{device,formats}:{problem:`${wrong} is not what belongs there`}}function pathsOf(directory,formats){return bundleFileNames(
formats).map(name=>join(directory,name))}function parse(text){try{let result=safeParse(CONFIG,JSON.parse(text),{abortEarly:!0});return result.success?result.output:
void 0}catch{return}}function formatsOf(files){return[...files.certificateDer===void 0?[]:["der"],...files.cHeader===void 0?[]:["c-header"],...files.nvsCsv===void 0?
[]:["nvs-csv"]]}async function findWrong(directory,files){for(let[name,content]of files){let found=await readRegularBytes(join(directory,name),MAX_FILE_BYTES);if(found===
void 0||!found.equals(Buffer.from(content)))return name}}export{readBundle,pathsOf};
