import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var store$4,DEFAULT_CONFIG={lang:void 0,message:void 0,abortEarly:void 0,abortPipeEarly:void 0};function getGlobalConfig(config$1){return!config$1&&!store$4?DEFAULT_CONFIG:{lang:config$1?.lang??store$4?.lang,message:config$1?.message,abortEarly:config$1?.abortEarly??
store$4?.abortEarly,abortPipeEarly:config$1?.abortPipeEarly??store$4?.abortPipeEarly}}var store$3;function getGlobalMessage(lang){return store$3?.get(lang)}var store$2;function getSchemaMessage(lang){return store$2?.get(lang)}var store$1;function getSpecificMessage(reference,lang){return store$1?.get(reference)?.get(lang)}function _stringify(input){let type=typeof input;return type==="string"?`"${input}"`:type==="number"||type==="bigint"||type==="boolean"?`${input}`:type==="objec\
t"||type==="function"?(input&&Object.getPrototypeOf(input)?.constructor?.name)??"null":type}function _addIssue(context,label,dataset,config$1,other){let input=other&&
"input"in other?other.input:dataset.value,expected=other?.expected??context.expects??null,received=other?.received??_stringify(input),issue={kind:context.kind,type:context.
type,input,expected,received,message:`Invalid ${label}: ${expected?`Expected ${expected} but r`:"R"}eceived ${received}`,requirement:context.requirement,path:other?.
path,issues:other?.issues,lang:config$1.lang,abortEarly:config$1.abortEarly,abortPipeEarly:config$1.abortPipeEarly},isSchema=context.kind==="schema",message$1=other?.
message??context.message??getSpecificMessage(context.reference,issue.lang)??(isSchema?getSchemaMessage(issue.lang):null)??config$1.message??getGlobalMessage(issue.
lang);message$1!==void 0&&(issue.message=typeof message$1=="function"?message$1(issue):message$1),isSchema&&(dataset.typed=!1),dataset.issues?dataset.issues.push(
issue):dataset.issues=[issue]}function _isSameValueZero(value1,value2){return value1===value2||Number.isNaN(value1)&&Number.isNaN(value2)}function _isValidObjectKey(object$1,key){return Object.
prototype.hasOwnProperty.call(object$1,key)&&key!=="__proto__"&&key!=="prototype"&&key!=="constructor"}function _joinExpects(values$1,separator){let list=[...new Set(values$1)];return list.length>1?`(${list.join(` ${separator} `)})`:list[0]??"never"}function _standardSchema(schema){
return schema["~standard"]={version:1,vendor:"valibot",validate:value$1=>schema["~run"]({value:value$1},getGlobalConfig())},schema}var EMOJI_REGEX=new RegExp("^(?:[\\u{1F1E6}-\\u{1F1FF}]{2}|\\u{1F3F4}[\\u{E0061}-\\u{E007A}]{2}[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{1,3}\\u{E007F}|(?:\\p{Emoji}\\uF\
E0F\\u20E3?|\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation})(?:\\u200D(?:\\p{Emoji}\\uFE0F\\u20E3?|\
\\p{Emoji_Modifier_Base}\\p{Emoji_Modifier}?|(?![\\p{Emoji_Modifier_Base}\\u{1F1E6}-\\u{1F1FF}])\\p{Emoji_Presentation}))*)+$","u");function check(requirement,message$1){return{kind:"validation",type:"check",reference:check,async:!1,expects:null,requirement,message:message$1,"~run"(dataset,config$1){
return dataset.typed&&!this.requirement(dataset.value)&&_addIssue(this,"input",dataset,config$1),dataset}}}function integer(message$1){return{kind:"validation",type:"integer",reference:integer,async:!1,expects:null,requirement:Number.isInteger,message:message$1,"~run"(dataset,config$1){
return dataset.typed&&!this.requirement(dataset.value)&&_addIssue(this,"integer",dataset,config$1),dataset}}}function maxLength(requirement,message$1){return{kind:"validation",type:"max_length",reference:maxLength,async:!1,expects:`<=${requirement}`,requirement,message:message$1,
"~run"(dataset,config$1){return dataset.typed&&dataset.value.length>this.requirement&&_addIssue(this,"length",dataset,config$1,{received:`${dataset.value.length}`}),
dataset}}}function maxValue(requirement,message$1){return{kind:"validation",type:"max_value",reference:maxValue,async:!1,expects:`<=${requirement instanceof Date?requirement.
toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!(dataset.value<=this.requirement)&&_addIssue(this,
"value",dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)}),dataset}}}function minLength(requirement,message$1){return{kind:"validation",type:"min_length",reference:minLength,async:!1,expects:`>=${requirement}`,requirement,message:message$1,
"~run"(dataset,config$1){return dataset.typed&&dataset.value.length<this.requirement&&_addIssue(this,"length",dataset,config$1,{received:`${dataset.value.length}`}),
dataset}}}function minValue(requirement,message$1){return{kind:"validation",type:"min_value",reference:minValue,async:!1,expects:`>=${requirement instanceof Date?requirement.
toJSON():_stringify(requirement)}`,requirement,message:message$1,"~run"(dataset,config$1){return dataset.typed&&!(dataset.value>=this.requirement)&&_addIssue(this,
"value",dataset,config$1,{received:dataset.value instanceof Date?dataset.value.toJSON():_stringify(dataset.value)}),dataset}}}function parseJson(config$1,message$1){return{kind:"transformation",type:"parse_json",reference:parseJson,config:config$1,message:message$1,async:!1,"~run"(dataset,config$2){
try{dataset.value=JSON.parse(dataset.value,this.config?.reviver)}catch(error){if(error instanceof Error)_addIssue(this,"JSON",dataset,config$2,{received:`"${error.
message}"`}),dataset.typed=!1;else throw error}return dataset}}}function regex(requirement,message$1){return{kind:"validation",type:"regex",reference:regex,async:!1,expects:`${requirement}`,requirement,message:message$1,"~ru\
n"(dataset,config$1){return dataset.typed&&!this.requirement.test(dataset.value)&&_addIssue(this,"format",dataset,config$1),dataset}}}function transform(operation){return{kind:"transformation",type:"transform",reference:transform,async:!1,operation,"~run"(dataset){return dataset.value=this.operation(
dataset.value),dataset}}}var ABORT_EARLY_CONFIG={abortEarly:!0};function getFallback(schema,dataset,config$1){return typeof schema.fallback=="function"?schema.fallback(dataset,config$1):schema.fallback}function getDefault(schema,dataset,config$1){return typeof schema.default=="function"?schema.default(dataset,config$1):schema.default}function array(item,message$1){return _standardSchema({kind:"schema",type:"array",reference:array,expects:"Array",async:!1,item,message:message$1,"~run"(dataset,config$1){
let input=dataset.value;if(Array.isArray(input)){dataset.typed=!0,dataset.value=[];for(let key=0;key<input.length;key++){let value$1=input[key],itemDataset=this.
item["~run"]({value:value$1},config$1);if(itemDataset.issues){let pathItem={type:"array",origin:"value",input,key,value:value$1};for(let issue of itemDataset.issues)
issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=itemDataset.issues),config$1.abortEarly){
dataset.typed=!1;break}}itemDataset.typed||(dataset.typed=!1),dataset.value.push(itemDataset.value)}}else _addIssue(this,"type",dataset,config$1);return dataset}})}function exactOptional(wrapped,default_){return _standardSchema({kind:"schema",type:"exact_optional",reference:exactOptional,expects:wrapped.expects,async:!1,wrapped,
default:default_,"~run"(dataset,config$1){return this.wrapped["~run"](dataset,config$1)}})}function literal(literal_,message$1){return _standardSchema({kind:"schema",type:"literal",reference:literal,expects:_stringify(literal_),async:!1,literal:literal_,
message:message$1,"~run"(dataset,config$1){return _isSameValueZero(dataset.value,this.literal)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}
function looseObject(entries$1,message$1){return _standardSchema({kind:"schema",type:"loose_object",reference:looseObject,expects:"Object",async:!1,entries:entries$1,
message:message$1,"~run"(dataset,config$1){let input=dataset.value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let key in this.entries){
let valueSchema=this.entries[key];if(key in input||(valueSchema.type==="exact_optional"||valueSchema.type==="optional"||valueSchema.type==="nullish")&&valueSchema.
default!==void 0){let value$1=key in input?input[key]:getDefault(valueSchema),valueDataset=valueSchema["~run"]({value:value$1},config$1);if(valueDataset.issues){
let pathItem={type:"object",origin:"value",input,key,value:value$1};for(let issue of valueDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],
dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=valueDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}valueDataset.typed||(dataset.typed=
!1),dataset.value[key]=valueDataset.value}else if(valueSchema.fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!=="exact_op\
tional"&&valueSchema.type!=="optional"&&valueSchema.type!=="nullish"&&(_addIssue(this,"key",dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:"obje\
ct",origin:"key",input,key,value:input[key]}]}),config$1.abortEarly))break}if(!dataset.issues||!config$1.abortEarly)for(let key in input)_isValidObjectKey(input,
key)&&!Object.prototype.hasOwnProperty.call(this.entries,key)&&(dataset.value[key]=input[key])}else _addIssue(this,"type",dataset,config$1);return dataset}})}function nullable(wrapped,default_){return _standardSchema({kind:"schema",type:"nullable",reference:nullable,expects:`(${wrapped.expects} | null)`,async:!1,wrapped,
default:default_,"~run"(dataset,config$1){return dataset.value===null&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.value===
null)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function number(message$1){return _standardSchema({kind:"schema",type:"number",reference:number,expects:"number",async:!1,message:message$1,"~run"(dataset,config$1){
return typeof dataset.value=="number"&&!isNaN(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function object(entries$1,message$1){
return _standardSchema({kind:"schema",type:"object",reference:object,expects:"Object",async:!1,entries:entries$1,message:message$1,"~run"(dataset,config$1){let input=dataset.
value;if(input&&typeof input=="object"){dataset.typed=!0,dataset.value={};for(let key in this.entries){let valueSchema=this.entries[key];if(key in input||(valueSchema.
type==="exact_optional"||valueSchema.type==="optional"||valueSchema.type==="nullish")&&valueSchema.default!==void 0){let value$1=key in input?input[key]:getDefault(
valueSchema),valueDataset=valueSchema["~run"]({value:value$1},config$1);if(valueDataset.issues){let pathItem={type:"object",origin:"value",input,key,value:value$1};
for(let issue of valueDataset.issues)issue.path?issue.path.unshift(pathItem):issue.path=[pathItem],dataset.issues?.push(issue);if(dataset.issues||(dataset.issues=
valueDataset.issues),config$1.abortEarly){dataset.typed=!1;break}}valueDataset.typed||(dataset.typed=!1),dataset.value[key]=valueDataset.value}else if(valueSchema.
fallback!==void 0)dataset.value[key]=getFallback(valueSchema);else if(valueSchema.type!=="exact_optional"&&valueSchema.type!=="optional"&&valueSchema.type!=="nu\
llish"&&(_addIssue(this,"key",dataset,config$1,{input:void 0,expected:`"${key}"`,path:[{type:"object",origin:"key",input,key,value:input[key]}]}),config$1.abortEarly))
break}}else _addIssue(this,"type",dataset,config$1);return dataset}})}function optional(wrapped,default_){return _standardSchema({kind:"schema",type:"optional",reference:optional,expects:`(${wrapped.expects} | undefined)`,async:!1,
wrapped,default:default_,"~run"(dataset,config$1){return dataset.value===void 0&&(this.default!==void 0&&(dataset.value=getDefault(this,dataset,config$1)),dataset.
value===void 0)?(dataset.typed=!0,dataset):this.wrapped["~run"](dataset,config$1)}})}function picklist(options,message$1){return _standardSchema({kind:"schema",type:"picklist",reference:picklist,expects:_joinExpects(options.map(_stringify),"|"),
async:!1,options,message:message$1,"~run"(dataset,config$1){return this.options.includes(dataset.value)?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),
dataset}})}function string(message$1){return _standardSchema({kind:"schema",type:"string",reference:string,expects:"string",async:!1,message:message$1,"~run"(dataset,config$1){
return typeof dataset.value=="string"?dataset.typed=!0:_addIssue(this,"type",dataset,config$1),dataset}})}function unknown(){return _standardSchema({kind:"schema",type:"unknown",reference:unknown,expects:"unknown",async:!1,"~run"(dataset){return dataset.typed=!0,dataset}})}
function variant(key,options,message$1){return _standardSchema({kind:"schema",type:"variant",reference:variant,expects:"Object",async:!1,key,options,message:message$1,
"~run"(dataset,config$1){let input=dataset.value;if(input&&typeof input=="object"){let outputDataset,maxDiscriminatorPriority=0,invalidDiscriminatorKey=this.key,
expectedDiscriminators=[],parseOptions=(variant$1,allKeys)=>{for(let schema of variant$1.options){if(schema.type==="variant")parseOptions(schema,new Set(allKeys).
add(schema.key));else{let keysAreValid=!0,currentPriority=0;for(let currentKey of allKeys){let discriminatorSchema=schema.entries[currentKey];if(currentKey in input?
discriminatorSchema["~run"]({typed:!1,value:input[currentKey]},ABORT_EARLY_CONFIG).issues:discriminatorSchema.type!=="exact_optional"&&discriminatorSchema.type!==
"optional"&&discriminatorSchema.type!=="nullish"){keysAreValid=!1,invalidDiscriminatorKey!==currentKey&&(maxDiscriminatorPriority<currentPriority||maxDiscriminatorPriority===
currentPriority&&currentKey in input&&!(invalidDiscriminatorKey in input))&&(maxDiscriminatorPriority=currentPriority,invalidDiscriminatorKey=currentKey,expectedDiscriminators=
[]),invalidDiscriminatorKey===currentKey&&expectedDiscriminators.push(schema.entries[currentKey].expects);break}currentPriority++}if(keysAreValid){let optionDataset=schema["\
~run"]({value:input},config$1);(!outputDataset||!outputDataset.typed&&optionDataset.typed)&&(outputDataset=optionDataset)}}if(outputDataset&&!outputDataset.issues)
break}};if(parseOptions(this,new Set([this.key])),outputDataset)return outputDataset;_addIssue(this,"type",dataset,config$1,{input:input[invalidDiscriminatorKey],
expected:_joinExpects(expectedDiscriminators,"|"),path:[{type:"object",origin:"value",input,key:invalidDiscriminatorKey,value:input[invalidDiscriminatorKey]}]})}else
_addIssue(this,"type",dataset,config$1);return dataset}})}function pipe(...pipe$1){return _standardSchema({...pipe$1[0],pipe:pipe$1,"~run"(dataset,config$1){for(let item of pipe$1)if(item.kind!=="metadata"){if(dataset.
issues&&(item.kind==="schema"||item.kind==="transformation")){dataset.typed=!1;break}(!dataset.issues||!config$1.abortEarly&&!config$1.abortPipeEarly)&&(dataset=
item["~run"](dataset,config$1))}return dataset}})}function safeParse(schema,input,config$1){let dataset=schema["~run"]({value:input},getGlobalConfig(config$1));return{typed:dataset.typed,success:!dataset.issues,
output:dataset.value,issues:dataset.issues}}var sha256=pipe(string(),regex(/^[0-9a-f]{64}$/,"is not a SHA-256 in lower-case hex")),account=pipe(string(),regex(/^\d{12}$/,"is not an AWS account id of 12 di\
gits")),region=pipe(string(),regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/,"is not an AWS region")),path=pipe(string(),maxLength(32767,"is too long")),status=pipe(string(),
regex(/^[A-Za-z_ -]{0,40}$/,"is not a status")),time=pipe(string(),regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/,"is not a time in\
 ISO 8601"),check(text=>!Number.isNaN(Date.parse(text)),"is not a time")),runId=pipe(string(),regex(/^\d{1,20}$/,"is not the id of a workflow run")),runAttempt=pipe(
number("is not a whole number"),integer("is not a whole number"),minValue(1,"is below 1"),maxValue(1e6,"is above 1,000,000")),commit=pipe(string(),regex(/^[0-9a-f]{7,64}$/,
"is not a commit")),pem=pipe(string(),maxLength(16384,"is too long for a certificate")),thingName=pipe(string(),regex(/^[a-zA-Z0-9:_-]{1,128}$/,"is not the name\
 of a thing"));function optional2(schema){return optional(nullable(schema),null)}function complaintOf(issues){let[first]=issues,field=first.path?.map(({key})=>String(
key)).join(".")??"it";return first.received==="undefined"?`${field} is missing`:first.message.startsWith("is ")?`${field} ${first.message}`:`${field} is ${first.
received.slice(0,60)}, not ${first.expected}`}export{integer,maxLength,minLength,minValue,parseJson,regex,transform,array,exactOptional,literal,looseObject,nullable,number,object,optional,picklist,string,unknown,
variant,pipe,safeParse,sha256,account,region,path,status,time,runId,runAttempt,commit,pem,thingName,optional2,complaintOf};
