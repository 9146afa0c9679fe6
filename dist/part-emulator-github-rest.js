import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{randomBytes}from"node:crypto";function createAccessKeys(){let keys=new Map,keep=key=>(keys.set(key.accessKeyId,key),key);return{find:accessKeyId=>keys.get(
accessKeyId),createUserKey:arn2=>keep({accessKeyId:identifier("AKIA"),secretAccessKey:randomBytes(30).toString("base64"),sessionToken:void 0,expiresMs:Number.POSITIVE_INFINITY,
arn:arn2,userId:identifier("AIDA"),sessionPolicy:void 0}),createSession:session=>keep({accessKeyId:identifier("ASIA"),secretAccessKey:randomBytes(30).toString("\
base64"),sessionToken:randomBytes(192).toString("base64"),...session})}}function identifier(prefix){let alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";return prefix+
Array.from(randomBytes(16),byte=>alphabet[byte&31]).join("")}import{createHash}from"node:crypto";function createAccount(accountId,region){let certificates=[],numbers=new Map,changes=[],at=number=>number===void 0?void 0:certificates[number-
1];return{accountId,region,add(issued,request,status,nowMs){let certificate={number:certificates.length+1,id:issued.sha256,arn:`arn:aws:iot:${region}:${accountId}\
:cert/${issued.sha256}`,pem:issued.pem,status,spkiSha256:createHash("sha256").update(request.spki).digest("hex"),createdMs:nowMs,modifiedMs:nowMs,notBeforeMs:issued.
notBeforeMs};return certificates.push(certificate),numbers.set(certificate.id,certificate.number),certificate},get:id=>at(numbers.get(id)),setStatus(id,status,nowMs){
let certificate=at(numbers.get(id));certificate!==void 0&&(certificates[certificate.number-1]={...certificate,status,modifiedMs:nowMs},changes.push({id,status,atMs:nowMs}))},
remove(id,nowMs){let certificate=at(numbers.get(id));certificate!==void 0&&(certificates[certificate.number-1]=void 0,numbers.delete(id),changes.push({id,status:"\
DELETED",atMs:nowMs}))},changes,page({ascending,after,size,createdUntilMs}){let step=ascending?1:-1,found3=[],first=after===void 0?ascending?1:certificates.length:
after+step;for(let number=first;number>=1&&number<=certificates.length;number+=step){let next=at(number);if(!(next===void 0||next.createdMs>createdUntilMs)){if(found3.
length===size)return{certificates:found3,last:found3.at(-1)?.number};found3.push(next)}}return{certificates:found3,last:void 0}},all:()=>certificates.filter(one=>one!==
void 0)}}import{createHash as createHash2,generateKeyPair,generateKeyPairSync,randomBytes as randomBytes2,sign}from"node:crypto";import{promisify}from"node:util";function readElement(text2,offset,limit){let tag=text2[offset],first=text2[offset+1];if(tag===void 0||first===void 0||(tag&31)===31)throw new RangeError("no DER\
 element");let content2=offset+2,length=first;if(first>=128){let digits=first&127;if(digits<1||digits>3)throw new RangeError("DER length out of bounds");length=
0;for(let digit=0;digit<digits;digit++)length=length*256+(text2[content2++]??0);if(length<(digits===1?128:256**(digits-1)))throw new RangeError("DER length not \
minimal")}if(content2+length>limit)throw new RangeError("DER element cut off");return{tag,start:offset,content:content2,end:content2+length}}function readChildren(text2,parent){
let children=[];for(let offset=parent.content;offset<parent.end;){let child=readElement(text2,offset,parent.end);children.push(child),offset=child.end}return children}
function der(tag,...parts){let length=0;for(let part of parts)length+=part.length;let head=length<128?[tag,length]:length<256?[tag,129,length]:length<65536?[tag,
130,length>>8,length&255]:[tag,131,length>>16,length>>8&255,length&255];return Buffer.concat([Buffer.from(head),...parts],head.length+length)}var TAG={integer:2,
bitString:3,octetString:4,oid:6,utf8String:12,utcTime:23,sequence:48,set:49,context:n=>160|n};function oid(dotted){let[first=0,second=0,...rest]=dotted.split(".").
map(Number),bytes=[];for(let arc of[first*40+second,...rest]){let digits=[arc&127];for(let left=arc>>>7;left>0;left>>>=7)digits.unshift(left&127|128);bytes.push(
...digits)}return der(TAG.oid,Buffer.from(bytes))}var NOT_AFTER_MS=Date.UTC(2049,11,31,23,59,59),BACKDATED_MS=2*6e4,ISSUER="Amazon Web Services O=Amazon.com Inc. L=Seattle ST=Washington C=US",SHA256_WITH_RSA=der(
TAG.sequence,oid("1.2.840.113549.1.1.11"),Buffer.from([5,0])),VERSION_3=der(TAG.context(0),der(TAG.integer,Buffer.from([2]))),CRITICAL=Buffer.from([1,1,255]),AUTHORITY_KEY_ID=oid(
"2.5.29.35"),SUBJECT_KEY_ID=oid("2.5.29.14"),BASIC_CONSTRAINTS=oid("2.5.29.19"),KEY_USAGE=oid("2.5.29.15"),LEAF_EXTENSIONS=Buffer.concat([extension(BASIC_CONSTRAINTS,
!0,der(TAG.sequence)),extension(KEY_USAGE,!0,der(TAG.bitString,Buffer.from([7,128])))]),CA_EXTENSIONS=Buffer.concat([extension(BASIC_CONSTRAINTS,!0,der(TAG.sequence,
CRITICAL)),extension(KEY_USAGE,!0,der(TAG.bitString,Buffer.from([1,6])))]),makeKeys=promisify(generateKeyPair);async function createCertificateAuthority(){let{publicKey,
privateKey}=await makeKeys("rsa",{modulusLength:2048}),name=der(TAG.sequence,der(TAG.set,der(TAG.sequence,oid("2.5.4.11"),der(TAG.utf8String,Buffer.from(ISSUER))))),
spki=publicKey.export({type:"spki",format:"der"}),keyId=keyIdentifier(spki),authorityKeyId=extension(AUTHORITY_KEY_ID,!1,der(TAG.sequence,der(128,keyId))),notAfter=utcTime(
NOT_AFTER_MS),make=async(subject,key,notBeforeMs,extensions)=>{let certificate=der(TAG.sequence,VERSION_3,der(TAG.integer,serialNumber()),SHA256_WITH_RSA,name,der(
TAG.sequence,utcTime(notBeforeMs),notAfter),subject,key,der(TAG.context(3),der(TAG.sequence,...extensions))),signature=await signWith(privateKey,certificate);return der(
TAG.sequence,certificate,SHA256_WITH_RSA,der(TAG.bitString,Buffer.of(0),signature))},subjectKeyId=id=>extension(SUBJECT_KEY_ID,!1,der(TAG.octetString,id)),issue=async({
subject,spki:key},nowMs)=>{let notBeforeMs=Math.floor((nowMs-BACKDATED_MS)/1e3)*1e3,extensions=[authorityKeyId,subjectKeyId(keyIdentifier(key)),LEAF_EXTENSIONS],
certificate=await make(subject,key,notBeforeMs,extensions);return{pem:toPem(certificate),sha256:createHash2("sha256").update(certificate).digest("hex"),notBeforeMs}};
return{pem:toPem(await make(name,spki,Date.UTC(2020,0,1),[subjectKeyId(keyId),CA_EXTENSIONS])),issue,issueForAnotherKey(request,nowMs){let{publicKey:other}=generateKeyPairSync(
"ec",{namedCurve:"P-256"});return issue({subject:request.subject,spki:other.export({type:"spki",format:"der"})},nowMs)}}}function extension(id,critical,value){return der(
TAG.sequence,id,...critical?[CRITICAL]:[],der(TAG.octetString,value))}function keyIdentifier(spki){let[,key]=readChildren(spki,readElement(spki,0,spki.length));
if(key===void 0)throw new RangeError("no public key");return createHash2("sha1").update(spki.subarray(key.content+1,key.end)).digest()}function serialNumber(){let serial=randomBytes2(
20);return serial[0]=(serial[0]??0)&63|64,serial}function utcTime(ms){let digits=new Date(ms).toISOString().replace(/\.\d+Z$/,"").replaceAll(/\D/g,"");return der(
TAG.utcTime,Buffer.from(`${digits.slice(2)}Z`))}function signWith(key,text2){return new Promise((resolve,reject)=>{sign("sha256",text2,key,(error,signature)=>error===
null?resolve(signature):reject(error))})}function toPem(certificate){return`-----BEGIN CERTIFICATE-----
${(certificate.toString("base64").match(/.{1,64}/g)??[]).join(`
`)}
-----END CERTIFICATE-----
`}import{constants,createPublicKey,verify}from"node:crypto";var AwsError=class extends Error{name;status;details;constructor(name,status,message,details={}){super(message),this.name=name,this.status=status,this.details=details}};
function invalid(message){return new AwsError("InvalidRequestException",400,message)}function missing(what){return new AwsError("ResourceNotFoundException",404,
`${what} does not exist`)}function exists(what,resourceId,resourceArn,differing="config"){return new AwsError("ResourceAlreadyExistsException",409,`${what} alre\
ady exists in account with different ${differing}`,{resourceId,resourceArn})}function overLimit(message){return new AwsError("LimitExceededException",410,message)}var MAX_CHARACTERS=4096,PEM=/^\s*-----BEGIN ((?:NEW )?CERTIFICATE REQUEST)-----([A-Za-z0-9+/\s]+={0,2}\s*)-----END \1-----\s*$/,RSASSA_PSS=oid("1.2.840.113549.1\
.1.10").toString("hex"),SIGNATURES=new Map([["1.2.840.113549.1.1.5","rsa","sha1"],["1.2.840.113549.1.1.11","rsa","sha256"],["1.2.840.113549.1.1.12","rsa","sha38\
4"],["1.2.840.113549.1.1.13","rsa","sha512"],["1.2.840.10045.4.1","ec","sha1"],["1.2.840.10045.4.3.2","ec","sha256"],["1.2.840.10045.4.3.3","ec","sha384"],["1.2\
.840.10045.4.3.4","ec","sha512"]].map(([id,type,hash])=>[oid(id).toString("hex"),{type,hash}])),HASHES=new Map([[oid("2.16.840.1.101.3.4.2.1").toString("hex"),{
hash:"sha256",length:32}],[oid("2.16.840.1.101.3.4.2.2").toString("hex"),{hash:"sha384",length:48}],[oid("2.16.840.1.101.3.4.2.3").toString("hex"),{hash:"sha512",
length:64}]]),CURVES=["prime256v1","secp384r1","secp521r1"];function readCertificationRequest(pem){if(typeof pem!="string"||pem.length<1||pem.length>MAX_CHARACTERS)
throw invalid2(`certificateSigningRequest must have 1 to ${MAX_CHARACTERS} characters`);let base64=PEM.exec(pem)?.[2];if(base64===void 0)throw invalid2("The CSR\
 is not a PEM CERTIFICATE REQUEST");try{return readDer(Buffer.from(base64,"base64"))}catch(error){throw error instanceof AwsError?error:invalid2("The CSR cannot\
 be parsed")}}function readDer(text2){let request=sequence(readElement(text2,0,text2.length)),[info,algorithm,signature,...more]=readChildren(text2,request);if(request.
end!==text2.length||more.length>0)throw new RangeError("bytes after the request");if(info===void 0||algorithm===void 0||signature?.tag!==TAG.bitString)throw new RangeError(
"no PKCS#10");let[version,subject,spki]=readChildren(text2,sequence(info));if(version?.tag!==TAG.integer||subject===void 0||spki===void 0)throw new RangeError("\
no PKCS#10");sequence(subject),sequence(spki);let spkiDer=text2.subarray(spki.start,spki.end),key=usableKey(spkiDer),signed2=text2.subarray(info.start,info.end),
value=text2.subarray(signature.content+1,signature.end);if(text2[signature.content]!==0||!signatureVerifies(text2,sequence(algorithm),key,signed2,value))throw invalid2(
"The CSR's signature does not verify");return{subject:text2.subarray(subject.start,subject.end),spki:spkiDer}}function sequence(element){if(element.tag!==TAG.sequence)
throw new RangeError("no SEQUENCE");return element}function usableKey(spki){let key=createPublicKey({key:spki,format:"der",type:"spki"}),{modulusLength=0,namedCurve=""}=key.
asymmetricKeyDetails??{};if(!(key.asymmetricKeyType==="rsa"?modulusLength>=2048:CURVES.includes(namedCurve)))throw invalid2("The key must be RSA with at least 2\
048 bits, or EC on P-256, P-384 or P-521");return key}function signatureVerifies(text2,algorithm,key,signed2,value){let[id,parameters]=readChildren(text2,algorithm);
if(id===void 0)throw new RangeError("no algorithm");let name=hex(text2,id);if(name===RSASSA_PSS&&key.asymmetricKeyType==="rsa"){let{hash,length}=pssHash(text2,parameters),
padding=constants.RSA_PKCS1_PSS_PADDING;return verify(hash,signed2,{key,padding,saltLength:length},value)}let known=SIGNATURES.get(name);if(known===void 0||known.
type!==key.asymmetricKeyType)throw invalid2("The signature algorithm is not supported");return verify(known.hash,signed2,key,value)}function pssHash(text2,parameters){
let field=parameters===void 0?void 0:readChildren(text2,parameters).find(child=>child.tag===160),identifier2=field===void 0?void 0:readElement(text2,field.content,
field.end),id=identifier2===void 0?void 0:readChildren(text2,identifier2)[0],known=id===void 0?void 0:HASHES.get(hex(text2,id));if(known===void 0)throw invalid2(
"The signature algorithm is not supported");return known}function hex(text2,element){return text2.subarray(element.start,element.end).toString("hex")}function invalid2(message){
return new AwsError("InvalidRequestException",400,message)}function isLike(text2,pattern){return toExpression(pattern).test(text2)}function isArnLike(arn2,pattern){if(pattern==="*")return!0;let parts=partsOf(arn2),patterns=partsOf(
pattern);return parts.length<PARTS||patterns.length>parts.length||patterns.length<PARTS&&!pattern.endsWith("*")?!1:patterns.every((one,at)=>{let part=at===patterns.
length-1?parts.slice(at).join(":"):parts[at]??"";return isLike(part,one)})}var PARTS=6;function partsOf(arn2){let parts=arn2.split(":");return parts.length<=PARTS?
parts:[...parts.slice(0,PARTS-1),parts.slice(PARTS-1).join(":")]}function toExpression(pattern){let any="[\\s\\S]",source=pattern.replaceAll(/\*+|\?|[^*?]+/g,piece=>piece.
startsWith("*")?`${any}*`:piece==="?"?any:piece.replaceAll(/[.+^${}()|[\]\\/]/g,"\\$&"));return new RegExp(`^${source}$`)}var COMPARE={StringEquals:(value,wanted)=>value===wanted,StringEqualsIgnoreCase:(value,wanted)=>value.toLowerCase()===wanted.toLowerCase(),StringLike:isLike,ArnEquals:isArnLike,
ArnLike:isArnLike,Bool:(value,wanted)=>value.toLowerCase()===wanted.toLowerCase()};function holds({operator,key,values},context){let found3=valuesOf(context,key),
[,set,bare="",ifExists]=/^((?:ForAnyValue|ForAllValues):)?(.+?)(IfExists)?$/.exec(operator)??[];if(bare==="Null")return values.some(wanted=>wanted.toLowerCase()===
"true"==(found3.length===0));let isNegated=bare.includes("Not");if(found3.length===0)return set!==void 0?set.startsWith("ForAll")||ifExists!==void 0:isNegated||
ifExists!==void 0;let compare=COMPARE[bare.replace("Not","")];if(compare===void 0)throw new TypeError(`the operator ${operator} is not emulated`);let fits=value=>values.
some(wanted=>compare(value,wanted))!==isNegated;return set===void 0?isNegated?found3.every(fits):found3.some(fits):set.startsWith("ForAll")?found3.every(fits):found3.
some(fits)}function valuesOf(context,key){let name=Object.keys(context).find(one=>one.toLowerCase()===key.toLowerCase());return name===void 0?[]:[context[name]??
[]].flat()}var MalformedPolicy=class extends Error{},ELEMENTS=["Sid","Effect","Action","NotAction","Resource","NotResource","Condition"],OPERATORS=["StringEquals","StringN\
otEquals","StringEqualsIgnoreCase","StringNotEqualsIgnoreCase","StringLike","StringNotLike","ArnEquals","ArnNotEquals","ArnLike","ArnNotLike","Bool","Null"];function readPolicy(document){
let policy=typeof document=="string"?parsed(document):document;if(!isFields(policy))throw new MalformedPolicy("Syntax errors in policy.");let{Version:version="2\
008-10-17",Id:id="",Statement:statement,...more}=policy;if(Object.keys(more).length>0||typeof id!="string")throw new MalformedPolicy("Syntax errors in policy.");
if(version!=="2012-10-17"&&version!=="2008-10-17")throw new MalformedPolicy("The policy must contain a valid version string");let statements=[statement].flat();
if(statement===void 0||statements.length===0)throw new MalformedPolicy("Missing required field Statement");let sids=statements.flatMap(one=>isFields(one)&&one.Sid!==
void 0?[one.Sid]:[]);if(sids.some(sid=>typeof sid!="string"||!/^[0-9A-Za-z]*$/.test(sid)))throw new MalformedPolicy("Statement IDs (SID) must be alpha-numeric. \
Check that your input satisfies the regular expression [0-9A-Za-z]*");if(new Set(sids).size<sids.length)throw new MalformedPolicy("Statement IDs (SID) in a sing\
le policy must be unique.");return{hasVariables:version==="2012-10-17",statements:statements.map(statementOf)}}function statementOf(statement){if(!isFields(statement))
throw new MalformedPolicy("Syntax errors in policy.");if(statement.Principal!==void 0||statement.NotPrincipal!==void 0)throw new MalformedPolicy("Policy documen\
t should not specify a principal.");if(Object.keys(statement).some(element=>!ELEMENTS.includes(element)))throw new MalformedPolicy("Syntax errors in policy.");let{
Effect:effect,Condition:condition={}}=statement;if(effect!=="Allow"&&effect!=="Deny")throw new MalformedPolicy("Syntax errors in policy.");let actions=choice(statement,
"Action","Policy statement must contain actions.");if(actions.patterns.some(action=>action!=="*"&&!/^[\w-]+:.+$/.test(action)))throw new MalformedPolicy("Action\
s/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");let resources=choice(statement,"Resource","Policy statement must contain resources.");for(let resource of resources.
patterns)if(resource!=="*"&&!resource.startsWith("arn:"))throw new MalformedPolicy(`Resource ${resource} must be in ARN format or "*".`);return{effect,actions,resources,
conditions:conditionsOf(condition)}}function choice(statement,element,missing2){let{[element]:plain,[`Not${element}`]:negated}=statement;if(plain!==void 0&&negated!==
void 0)throw new MalformedPolicy("Syntax errors in policy.");let patterns=texts(plain??negated??[]);if(patterns.length===0)throw new MalformedPolicy(missing2);return{
isNegated:negated!==void 0,patterns}}function conditionsOf(condition){if(!isFields(condition))throw new MalformedPolicy("Syntax errors in policy.");return Object.
entries(condition).flatMap(([operator,keys])=>{let bare=operator.replace(/^(?:ForAnyValue|ForAllValues):/,"").replace(/IfExists$/,"");if(!OPERATORS.includes(bare))
throw new MalformedPolicy(`Invalid Condition type : ${operator}.`);if(!isFields(keys))throw new MalformedPolicy("Syntax errors in policy.");return Object.entries(
keys).map(([key,values])=>{if(!key.includes(":"))throw new MalformedPolicy("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");return{
operator,key,values:texts(values)}})})}function texts(value){return[value].flat().map(one=>{if(typeof one!="string"&&typeof one!="boolean")throw new MalformedPolicy(
"Syntax errors in policy.");return String(one)})}function parsed(text2){try{return JSON.parse(text2)}catch{throw new MalformedPolicy("This policy contains inval\
id Json")}}function isFields(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}function evaluate(policy,request){let decisions=request.resources.map(resource=>{let matching=policy.statements.filter(statement=>matches(policy,statement,request,
resource));return matching.some(({effect})=>effect==="Deny")?{effect:"explicit-deny",resource}:{effect:matching.length>0?"allow":"implicit-deny",resource}}),having=effect=>decisions.
find(one=>one.effect===effect),first=decisions[0]??{effect:"implicit-deny",resource:"*"};return having("explicit-deny")??having("implicit-deny")??first}function matches(policy,statement,request,resource){let{actions,resources,conditions}=statement,{action,context}=request;return actions.patterns.some(pattern=>isLike(
action.toLowerCase(),pattern.toLowerCase()))===actions.isNegated||resources.patterns.some(pattern=>{let filled=fill(policy,pattern,context);return filled!==void 0&&
(resource==="*"?filled==="*":isArnLike(resource,filled))})===resources.isNegated?!1:conditions.every(condition=>{let filled=condition.values.map(value=>fill(policy,
value,context));return holds({...condition,values:filled.filter(value=>value!==void 0)},context)})}function fill({hasVariables},text2,context){if(!hasVariables)
return text2;let isComplete=!0,filled=text2.replaceAll(/\$\{([^}]*)\}/g,(_,variable)=>{let[value]=valuesOf(context,variable);return isComplete&&=value!==void 0,
value??""});return isComplete?filled:void 0}function createAuthorizer(options){let{accountId,roleArn,rolePolicy}=options,seen=[];return{check(caller,region,{action,resources,context}){let isSession=caller.
sessionToken!==void 0,request={action,resources,context:{...context,"aws:PrincipalAccount":accountId,"aws:PrincipalArn":isSession?roleArn:caller.arn,"aws:Reques\
tedRegion":region,"aws:SecureTransport":"true"}},denial=isSession?denialOf(rolePolicy(),caller.sessionPolicy,request):void 0,hasSessionPolicy=caller.sessionPolicy!==
void 0;if(seen.push({...request,principal:caller.arn,hasSessionPolicy,isAllowed:denial===void 0}),denial===void 0)return;let what=`${action} on resource: ${denial.
resource} ${denial.reason}`;throw new AwsError("AccessDeniedException",403,`User: ${caller.arn} is not authorized to perform: ${what}`)},calls:()=>[...seen]}}function denialOf(rolePolicy,sessionPolicy,request){
let decisions=[{policy:rolePolicy,kind:"identity-based",article:"an"},{policy:sessionPolicy,kind:"session",article:"a"}].flatMap(({policy,kind,article})=>policy===
void 0?[]:[{...evaluate(policy,request),kind,article}]),having=effect=>decisions.find(one=>one.effect===effect),explicit=having("explicit-deny");if(explicit!==void 0){
let reason2=`with an explicit deny in ${explicit.article} ${explicit.kind} policy`;return{resource:explicit.resource,reason:reason2}}let implicit=having("implic\
it-deny");if(implicit===void 0)return;let reason=`because no ${implicit.kind} policy allows the ${request.action} action`;return{resource:implicit.resource,reason}}import{randomUUID}from"node:crypto";import{createServer}from"node:http";var MAX_BODY_BYTES=64*1024*1024;async function startServer(date,port=0){let handle=async({response})=>send(response,{status:503}),
server=createServer((request,response)=>{response.setHeader("date",new Date(date()).toUTCString()),readBody(request,body=>{if(body===void 0){send(response,{status:413,
headers:{connection:"close"}});return}let target=request.url??"/",mark=target.indexOf("?"),exchange={method:request.method??"GET",path:mark<0?target:target.slice(
0,mark),query:mark<0?"":target.slice(mark+1),headers:request.headers,body,response};handle(exchange).catch(error=>{let text2=error instanceof Error?error.stack:
String(error);send(response,{status:500,body:`The emulator has a bug: ${text2}
`})})})});server.keepAliveTimeout=12e4,await new Promise((resolve,reject)=>{server.once("error",reject),server.listen(port,"127.0.0.1",resolve)});let{port:taken}=server.
address();return{origin:`http://127.0.0.1:${taken}`,serve(handler){handle=handler},close:()=>new Promise(resolve=>{server.close(()=>resolve()),server.closeAllConnections()})}}
function readBody(request,done){let chunks=[],length=0;request.on("data",chunk=>{length+=chunk.length,length<=MAX_BODY_BYTES?chunks.push(chunk):chunks.length=0}),
request.on("end",()=>done(length<=MAX_BODY_BYTES?Buffer.concat(chunks,length):void 0)),request.on("error",()=>{})}function send(response,reply){response.destroyed||
response.headersSent||(response.writeHead(reply.status,headersOf(reply)),response.end(reply.body))}function sendTorn(response,reply){if(response.destroyed)return;
let body=Buffer.from(reply.body??"");response.writeHead(reply.status,headersOf(reply)),response.write(body.subarray(0,body.length>>1),()=>response.socket?.destroy())}
function sendStrange(response,status){if(response.destroyed)return;for(let name of response.getHeaderNames())name.startsWith("x-")&&response.removeHeader(name);
send(response,{status,headers:{"content-type":"text/html; charset=utf-8"},body:"<!DOCTYPE html><html><body><h1>Access to this site is restricted</h1></body></ht\
ml>"})}var DRIPS_PER_SECOND=20;function sendDripping(response,reply){if(response.destroyed)return;response.writeHead(reply.status,{...reply.headers});let timer=setInterval(
()=>response.write(" "),1e3/DRIPS_PER_SECOND);response.once("close",()=>clearInterval(timer))}var HUGE_BYTES=1024*1024*1024;function sendHuge(response,reply){if(response.
destroyed)return;response.writeHead(reply.status,{...reply.headers});let blanks=Buffer.alloc(1024*1024," "),left=HUGE_BYTES/blanks.length,more=()=>{for(;left>0&&
!response.destroyed;)if(left--,!response.write(blanks)){response.once("drain",more);return}response.destroyed||response.end(reply.body)};more()}function reset(response){
response.socket?.resetAndDestroy()}function headersOf({headers,body,status}){return status===204?{...headers}:{...headers,"content-length":Buffer.byteLength(body??
"")}}function json(status,value,headers={}){return{status,headers:{"content-type":"application/json",...headers},body:JSON.stringify(value)}}function findRoute(routes,method,path){let segments=path.split("/");for(let route of routes){if(route.method!==method)continue;let parameters=match(route.path.split(
"/"),segments);if(parameters!==void 0)return{route,parameters}}}function match(pattern,segments){if((pattern.at(-1)??"").startsWith("*")&&segments.length>pattern.
length){let rest=segments.slice(pattern.length-1).join("/");return match(pattern,[...segments.slice(0,pattern.length-1),encodeURIComponent(decoded(rest)??"")])}
if(pattern.length!==segments.length)return;let parameters={};for(let[index,expected]of pattern.entries()){let segment=segments[index]??"";if(/^[:*]/.test(expected)){
let value=decoded(segment);if(value===void 0||value==="")return;parameters[expected.slice(1)]=value}else if(segment!==expected)return}return parameters}function decoded(segment){
try{return decodeURIComponent(segment)}catch{return}}var RESOURCE_TYPES={CreateCertificateFromCsr:[],ListCertificates:[],DescribeCertificate:["cert"],UpdateCertificate:["cert"],DeleteCertificate:["cert"],CreateThing:[
"thing","billinggroup"],DescribeThing:["thing"],UpdateThing:["thing"],DeleteThing:["thing"],AttachThingPrincipal:["cert"],DetachThingPrincipal:["cert"],ListThingPrincipals:[
"thing"],ListThingPrincipalsV2:["thing"],ListPrincipalThings:["cert"],ListPrincipalThingsV2:["cert"],CreateThingType:["thingtype"],DescribeThingType:["thingtype"],
DeprecateThingType:["thingtype"],CreateThingGroup:["thinggroup"],CreateDynamicThingGroup:["thinggroup"],DescribeThingGroup:["thinggroup"],AddThingToThingGroup:[
"thing","thinggroup"],RemoveThingFromThingGroup:["thing","thinggroup"],UpdateThingGroupsForThing:["thing","thinggroup"],ListThingGroupsForThing:["thing"],CreateBillingGroup:[
"billinggroup"],DescribeBillingGroup:["billinggroup"],AddThingToBillingGroup:["billinggroup","thing"],RemoveThingFromBillingGroup:["billinggroup","thing"],CreatePolicy:[
"policy"],GetPolicy:["policy"],DeletePolicy:["policy"],AttachPolicy:["target"],DetachPolicy:["target"],ListAttachedPolicies:[],ListTargetsForPolicy:["policy"],GetEffectivePolicies:[
"cert"],TestAuthorization:["cert"],DescribeEndpoint:[],RegisterThing:[],CreateProvisioningTemplate:["provisioningtemplate"],DescribeProvisioningTemplate:["provi\
sioningtemplate"]};function iotRequest(operation,call,place){let resources=RESOURCE_TYPES[operation].flatMap(type=>arnsOf(type,call,place));return{action:`iot:${operation}`,
resources:resources.length===0?["*"]:resources,context:contextOf(operation,call,place)}}function contextOf(operation,{parameters},place){return operation!=="Att\
achThingPrincipal"&&operation!=="DetachThingPrincipal"?{}:{"iot:thingArn":arn(place,"thing",parameters?.thingName??"")}}function arnsOf(type,call,place){let{parameters={},
headers={}}=call,body=call.body??{};if(type==="target")return textsOf(body.target);if(type==="cert")return parameters.certificateId!==void 0?[arn(place,"cert",parameters.
certificateId)]:textsOf(headers["x-amzn-principal"]??body.principal);let member=MEMBERS[type],named2=parameters[member]??body[member],plural=type==="thinggroup"?
[body.thingGroupsToAdd,body.thingGroupsToRemove]:[],names=[named2,...plural].flatMap(textsOf).map(name=>arn(place,type,name));return names.length>0?names:textsOf(
body[member.replace(/Name$/,"Arn")])}var MEMBERS={billinggroup:"billingGroupName",policy:"policyName",provisioningtemplate:"templateName",thing:"thingName",thinggroup:"\
thingGroupName",thingtype:"thingTypeName"};function arn({region,accountId},type,name){return`arn:aws:iot:${region}:${accountId}:${type}/${name}`}function textsOf(value){
return[value].flat().filter(one=>typeof one=="string"&&one!=="")}import{createHash as createHash3,createHmac,timingSafeEqual}from"node:crypto";var SignatureError=class extends Error{refusal;constructor(refusal,message){super(
message),this.refusal=refusal}},AUTHORIZATION=/^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request,\s*SignedHeaders=([a-z0-9;-]+),\s*Signature=([0-9a-f]{64})$/,
TOLERANCE_MS=5*6e4;function signedRegion({headers}){return AUTHORIZATION.exec(headers.authorization??"")?.[3]??""}function createVerifier(keys,service,region){let derived,
signingKey=(secret,date,keyRegion)=>{let scope=`${date}/${keyRegion}/${service}/aws4_request`;if(derived?.scope!==scope||derived.secret!==secret){let key=[date,
keyRegion,service,"aws4_request"].reduce(hmac,`AWS4${secret}`);derived={scope,secret,key:Buffer.from(key)}}return derived.key};return(request,nowMs)=>{let{headers}=request;
if(headers.authorization===void 0)throw new SignatureError("missing","Missing Authentication Token");let match2=AUTHORIZATION.exec(headers.authorization),stamp=headers["\
x-amz-date"];if(match2===null||typeof stamp!="string")throw new SignatureError("incomplete","Authorization header requires Credential, SignedHeaders and Signatu\
re, and a X-Amz-Date header.");let[,accessKeyId="",date="",keyRegion="",keyService="",signedHeaders="",signature=""]=match2,key=keys.find(accessKeyId);if(key===
void 0||headers["x-amz-security-token"]!==key.sessionToken)throw new SignatureError("unknown-key","The security token included in the request is invalid.");if(keyService!==
service)throw new SignatureError("wrong-scope",`Credential should be scoped to correct service: '${service}'.`);if(region!==void 0&&keyRegion!==region)throw new SignatureError(
"wrong-scope",`Credential should be scoped to a valid region, not '${keyRegion}'.`);checkTime(stamp,date,nowMs);let names=signedHeaders.split(";"),mustSign=["ho\
st","x-amz-date",...key.sessionToken===void 0?[]:["x-amz-security-token"]],text2=`AWS4-HMAC-SHA256
${stamp}
${date}/${keyRegion}/${service}/aws4_request
${sha256(canonical(request,names))}`,expected=hmac(signingKey(key.secretAccessKey,date,keyRegion),text2);if(!mustSign.every(name=>names.includes(name))||!timingSafeEqual(
expected,Buffer.from(signature,"hex")))throw new SignatureError("mismatch","The request signature we calculated does not match the signature you provided. Check\
 your AWS Secret Access Key and signing method. Consult the service documentation for details.");if(nowMs>=key.expiresMs)throw new SignatureError("expired-sessi\
on","The security token included in the request is expired");return key}}function checkTime(stamp,date,nowMs){let parts=/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.
exec(stamp);if(parts===null||!stamp.startsWith(date))throw new SignatureError("incomplete","Date in Credential scope does not match YYYYMMDD from ISO-8601 versi\
on of date from HTTP.");let[year=0,month=0,day=0,hour=0,minute=0,second=0]=parts.slice(1).map(Number),ahead=Date.UTC(year,month-1,day,hour,minute,second)-nowMs;
if(Math.abs(ahead)<=TOLERANCE_MS)return;let now=basic(nowMs);throw new SignatureError("skewed",ahead<0?`Signature expired: ${stamp} is now earlier than ${basic(
nowMs-TOLERANCE_MS)} (${now} - 5 min.)`:`Signature not yet current: ${stamp} is still later than ${basic(nowMs+TOLERANCE_MS)} (${now} + 5 min.)`)}function basic(ms){
return new Date(ms).toISOString().replace(/\.\d+Z$/,"Z").replaceAll(/[-:]/g,"")}function canonical({method,path,query,headers,body},names){let lines=names.map(name=>`${name}\
:${String(headers[name]??"").trim().replaceAll(/ +/g," ")}
`);return[method,path.split("/").map(encode).join("/"),canonicalQuery(query),lines.join(""),names.join(";"),sha256(body)].join(`
`)}function canonicalQuery(query){if(query==="")return"";let pairs=query.split("&").map(pair=>{let equals=pair.indexOf("="),[name,value]=equals<0?[pair,""]:[pair.
slice(0,equals),pair.slice(equals+1)];return[encode(decode(name)),encode(decode(value))]}),before=(a,b)=>a<b?-1:a>b?1:0;return pairs.sort(([a,x],[b,y])=>before(
a,b)||before(x,y)).map(([name,value])=>`${name}=${value}`).join("&")}function decode(text2){try{return decodeURIComponent(text2)}catch{return text2}}function encode(text2){
return encodeURIComponent(text2).replaceAll(/[!'()*]/g,character=>`%${character.charCodeAt(0).toString(16).toUpperCase()}`)}function sha256(text2){return createHash3(
"sha256").update(text2).digest("hex")}function hmac(key,text2){return createHmac("sha256",key).update(text2).digest()}var ERRORS={ThrottlingException:[400,"Rate exceeded"],InvalidRequestException:[400,"The request is not valid."],UnauthorizedException:[401,"You are not authoriz\
ed to perform this operation."],AccessDeniedException:[403,"User is not authorized to perform this operation on the resource"],ExpiredTokenException:[403,"The s\
ecurity token included in the request is expired"],InvalidSignatureException:[403,"Credential should be scoped to a valid region. "],UnrecognizedClientException:[
403,"The security token included in the request is invalid."],ResourceNotFoundException:[404,"The resource does not exist"],ConflictingResourceUpdateException:[
409,"A conflicting resource update is in progress"],ResourceRegistrationFailureException:[400,"The resource could not be registered"],LimitExceededException:[410,
"A limit has been exceeded"],InternalFailureException:[500,"An unexpected error has occurred."],ServiceUnavailableException:[503,"The service is temporarily una\
vailable."]},BENDS=["wrong-key","same-marker","same-page"],IOT_FAULTS=[...Object.keys(ERRORS),...BENDS],REFUSALS={missing:"MissingAuthenticationTokenException",
incomplete:"IncompleteSignatureException","unknown-key":"UnrecognizedClientException","expired-session":"ExpiredTokenException","wrong-scope":"InvalidSignatureE\
xception",skewed:"InvalidSignatureException",mismatch:"InvalidSignatureException"};function createIotService(options){let{routes,governor,verify:verify3,authorizer,
account,clock,throttleStatus}=options,failure3=kind=>{if(isBend(kind))return;let[status,message]=ERRORS[kind];return errorReply(new AwsError(kind,kind==="Thrott\
lingException"?throttleStatus():status,message))},throttled=()=>errorReply(new AwsError("ThrottlingException",throttleStatus(),"Rate exceeded")),admit=({operation},parameters,{
query,headers,body},caller)=>{let authorize=(called,named2)=>authorizer.check(caller,account.region,iotRequest(called,named2,account));try{let call={parameters,
query:new URLSearchParams(query),headers,body:parsed2(body)};return authorize(operation,call),{...call,authorize}}catch(error){if(error instanceof AwsError)return error;
throw error}};return async exchange=>{let{response}=exchange;response.setHeader("x-amzn-requestid",randomUUID());let caller;try{caller=verify3(exchange,clock.now())}catch(error){
if(!(error instanceof SignatureError))throw error;send(response,errorReply(new AwsError(REFUSALS[error.refusal],403,error.message)));return}let target=findRoute(
routes,exchange.method,exchange.path);if(target===void 0){send(response,errorReply(new AwsError("UnknownOperationException",404,"There is no such operation")));
return}let{route,parameters}=target,{operation}=route,admitted=admit(route,parameters,exchange,caller),work=async fault=>{try{if(admitted instanceof AwsError)throw admitted;
return await route.work(admitted,fault)}catch(error){if(error instanceof AwsError)return errorReply(error);throw error}};await governor.perform({operation,response,
throttled,failure:failure3,work})}}function isBend(kind){return BENDS.some(bend=>bend===kind)}function parsed2(body){if(body.length!==0)try{return JSON.parse(body.
toString("utf8"))}catch{throw new AwsError("SerializationException",400,"The body is not JSON")}}function errorReply({name,status,message,details}){return json(
status,{message,...details,traceId:randomUUID()},{"x-amzn-errortype":name})}import{randomUUID as randomUUID2}from"node:crypto";function certificateRoutes(operations){return[{operation:"CreateCertificateFromCsr",method:"POST",path:"/certificates",work:({query,body},fault)=>create(operations,
query,body,fault)},{operation:"ListCertificates",method:"GET",path:"/certificates",work:({query},fault)=>list(operations,query,fault)},{operation:"DescribeCerti\
ficate",method:"GET",path:"/certificates/:certificateId",work:({parameters})=>json(200,{certificateDescription:describe(operations,found(operations,parameters))})},
{operation:"UpdateCertificate",method:"PUT",path:"/certificates/:certificateId",work:({parameters,query})=>update(operations,found(operations,parameters),query.
get("newStatus"))},{operation:"DeleteCertificate",method:"DELETE",path:"/certificates/:certificateId",work:({parameters,query})=>remove(operations,found(operations,
parameters),boolean(query,"forceDelete"))}]}async function create(operations,query,body,fault){let status=boolean(query,"setAsActive")?"ACTIVE":"INACTIVE",csrPem=body?.
certificateSigningRequest,{id,arn:arn2,pem}=await issueCertificate(operations,csrPem,status,fault);return json(200,{certificateArn:arn2,certificateId:id,certificatePem:pem})}
async function issueCertificate({account,authority,clock},csrPem,status,fault){let request=readCertificationRequest(csrPem),issued=await(fault==="wrong-key"?authority.
issueForAnotherKey:authority.issue)(request,clock.now());return account.add(issued,request,status,clock.now())}function list({account,clock,listLagMs},query,fault){
let text2=query.get("pageSize")??"25",size=/^\d+$/.test(text2)?Number(text2):0;if(size<1||size>250)throw invalid(`pageSize must be 1 to 250, not ${text2}`);let ascending=boolean(
query,"isAscendingOrder"),order=ascending?"oldest":"newest",marker=query.get("marker"),after=marker===null?void 0:positionOf(marker,order),page2=account.page({ascending,
after,size,createdUntilMs:clock.now()-listLagMs()});return json(200,{certificates:page2.certificates.map(({arn:arn2,id,status,createdMs})=>({certificateArn:arn2,
certificateId:id,certificateMode:"DEFAULT",creationDate:createdMs/1e3,status})),...nextMarker(order,fault===void 0?page2.last:account.all().length+1,fault)})}function nextMarker(order,last,fault){
if(last===void 0)return{};let suffix=fault==="same-page"?`:${randomUUID2()}`:"";return{nextMarker:Buffer.from(`${order}:${last}${suffix}`).toString("base64")}}function positionOf(marker,order){
let[of,number=""]=Buffer.from(marker,"base64").toString("latin1").split(":");if(of!==order||!/^\d{1,15}$/.test(number))throw invalid("The marker is not one of t\
his listing");return Number(number)}function describe({account},certificate){return{certificateArn:certificate.arn,certificateId:certificate.id,certificateMode:"\
DEFAULT",certificatePem:certificate.pem,creationDate:certificate.createdMs/1e3,customerVersion:1,generationId:certificate.id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/,
"$1-$2-$3-$4-$5"),lastModifiedDate:certificate.modifiedMs/1e3,ownedBy:account.accountId,status:certificate.status,transferData:{},validity:{notAfter:Date.UTC(2049,
11,31,23,59,59)/1e3,notBefore:certificate.notBeforeMs/1e3}}}function update(operations,certificate,status){if(!isSettable(status))throw invalid(`newStatus must \
be ACTIVE, INACTIVE or REVOKED, not ${status}`);return changeStatus(operations,certificate,status),{status:200}}function changeStatus({account,clock},certificate,status){
if(certificate.status==="REVOKED"&&status!=="REVOKED")throw new AwsError("CertificateStateException",406,"The certificate is revoked; its status cannot be chang\
ed");account.setStatus(certificate.id,status,clock.now())}function remove({account,clock,attachedTo:attachedTo2,releasePolicies:releasePolicies2},certificate,force){
if(certificate.status==="ACTIVE")throw new AwsError("CertificateStateException",406,"The certificate must not be ACTIVE to be deleted");let{things,policies}=attachedTo2(
certificate.arn);if(things>0||policies>0&&!force)throw new AwsError("DeleteConflictException",409,`Things (${things}) or policies (${policies}) are attached`);return releasePolicies2(
certificate.arn),account.remove(certificate.id,clock.now()),{status:200}}function isSettable(status){return status==="ACTIVE"||status==="INACTIVE"||status==="RE\
VOKED"}function found({account},parameters){let{certificateId=""}=parameters;if(!/^[0-9a-fA-F]{64}$/.test(certificateId))throw invalid("certificateId must be 64\
 hexadecimal digits");let certificate=account.get(certificateId.toLowerCase());if(certificate===void 0)throw new AwsError("ResourceNotFoundException",404,"The c\
ertificate does not exist");return certificate}function boolean(query,name){let text2=query.get(name)??"false";if(text2!=="true"&&text2!=="false")throw invalid(
`${name} must be true or false, not ${text2}`);return text2==="true"}import{randomUUID as randomUUID4}from"node:crypto";import{isDeepStrictEqual as isDeepStrictEqual2}from"node:util";function createRegistry(options){return{...options,things:new Map,thingHistory:new Map,types:new Map,groups:new Map,billingGroups:new Map,policies:new Map,provisioningTemplates:new Map,
attachments:[],memberships:[],policyTargets:[]}}function holding({clock},all){let now=clock.now();return all.filter(({untilMs})=>untilMs>now)}function visible(state,all){
let seenMs=state.clock.now()-state.readLagMs();return all.filter(({sinceMs,untilMs})=>sinceMs<=seenMs&&untilMs>seenMs)}function putThing(state,name,thing){thing===
void 0?state.things.delete(name):state.things.set(name,thing);let versions=state.thingHistory.get(name)??[];versions.push({thing,sinceMs:state.clock.now()}),state.
thingHistory.set(name,versions)}function visibleThing(state,name){let seenMs=state.clock.now()-state.readLagMs(),thing=(state.thingHistory.get(legalName(name,"t\
hingName"))??[]).findLast(({sinceMs})=>sinceMs<=seenMs)?.thing;if(thing===void 0)throw missing(`Thing ${name}`);return thing}function arnOf({account},kind,name){
return`arn:aws:iot:${account.region}:${account.accountId}:${kind}/${name}`}function legalName(name,what){if(typeof name!="string"||!/^[a-zA-Z0-9:_-]{1,128}$/.test(
name))throw invalid(`1 validation error detected: Value at '${what}' failed to satisfy constraint: [a-zA-Z0-9:_-]{1,128}`);return name}function found2(all,name,what){
let one=all.get(name);if(one===void 0)throw missing(`${what} ${name}`);return one}function principalOf(state,arn2){let prefix=arnOf(state,"cert","");if(!arn2.startsWith(
prefix))throw invalid(`The principal ${arn2} is none of this account and region`);let id=arn2.slice(prefix.length);if(state.account.get(id)===void 0)throw missing(
`The certificate ${id}`);return arn2}import{randomUUID as randomUUID3}from"node:crypto";import{isDeepStrictEqual}from"node:util";var MAX_ATTRIBUTES={withoutType:3,withType:50},ATTRIBUTE_NAME=/^[a-zA-Z0-9_.,@/:#-]{1,128}$/,ATTRIBUTE_VALUE=/^[a-zA-Z0-9_.,@/:#=[\]-]{0,800}$/;function createThing(state,{
name,typeName,billingGroup,...rest}){legalName(name,"thingName");let attributes=withoutEmpty(rest.attributes);checkType(state,typeName),checkAttributes(attributes,
typeName),billingGroup!==void 0&&found2(state.billingGroups,billingGroup,"Billing group");let known=state.things.get(name);if(known!==void 0){let asked={typeName,
attributes,billingGroup},held={typeName:known.typeName,attributes:known.attributes,billingGroup:known.billingGroup};if(!isDeepStrictEqual(asked,held))throw exists(
`Thing ${name}`,name,known.arn,"attributes");return known}let createdMs=state.clock.now(),arn2=arnOf(state,"thing",name),thing={name,id:randomUUID3(),arn:arn2,typeName,
attributes,billingGroup,version:1,createdMs};return putThing(state,name,thing),thing}function updateThing(state,name,change){let thing=thingNamed(state,name);if(change.
expectedVersion!==void 0&&change.expectedVersion!==thing.version)throw new AwsError("VersionConflictException",409,`The version is ${thing.version}, not ${change.
expectedVersion}`);change.typeName!==void 0&&checkType(state,change.typeName);let typeName=change.removeType?void 0:change.typeName??thing.typeName,merged=change.
merge?{...thing.attributes,...change.attributes}:change.attributes??thing.attributes,attributes=withoutEmpty(merged);checkAttributes(attributes,typeName),putThing(
state,name,{...thing,typeName,attributes,version:thing.version+1})}function deleteThing(state,name,expectedVersion){let thing=state.things.get(legalName(name,"t\
hingName"));if(thing!==void 0){if(expectedVersion!==void 0&&expectedVersion!==thing.version)throw new AwsError("VersionConflictException",409,`The version is ${thing.
version}, not ${expectedVersion}`);if(holding(state,state.attachments).some(one=>one.thing===name))throw invalid(`Cannot delete. Thing ${name} is still attached\
 to one or more principals`);for(let one of holding(state,state.memberships))one.thing===name&&(one.untilMs=state.clock.now());putThing(state,name,void 0)}}function attachPrincipal(state,thing,arn2,type){
thingNamed(state,thing);let certificateArn=principalOf(state,arn2),present=holding(state,state.attachments).filter(one=>one.certificateArn===certificateArn),same=present.
find(one=>one.thing===thing),{refusal,repeat}=state.exclusiveAnswers();if(same?.type===type&&(type==="NON_EXCLUSIVE_THING"||repeat==="success"))return;let isExclusive=type===
"EXCLUSIVE_THING"||present.some(one=>one.type==="EXCLUSIVE_THING");if(same!==void 0||present.length>0&&isExclusive){let message=`The principal is attached to ${present.
map(one=>`${one.thing} (${one.type})`).join(", ")}`;throw refusal==="ConflictException"?new AwsError(refusal,409,message):invalid(message)}state.attachments.push(
{thing,certificateArn,type,sinceMs:state.clock.now(),untilMs:Number.POSITIVE_INFINITY})}function detachPrincipal(state,thing,arn2){thingNamed(state,thing);let certificateArn=principalOf(
state,arn2),one=holding(state,state.attachments).find(candidate=>candidate.thing===thing&&candidate.certificateArn===certificateArn);if(one===void 0)throw invalid(
`The principal is not attached to ${thing}`);one.untilMs=Math.min(one.untilMs,state.clock.now()+state.detachLagMs())}function attachmentsOf(state,side){let{thing,
certificateArn}=side;return visible(state,state.attachments).filter(one=>(thing===void 0||one.thing===thing)&&(certificateArn===void 0||one.certificateArn===certificateArn))}
function thingNamed(state,name){return found2(state.things,legalName(name,"thingName"),"Thing")}function withoutEmpty(attributes){return Object.fromEntries(Object.
entries(attributes).filter(([,value])=>value!==""))}function checkType(state,typeName){if(typeName===void 0)return;if(found2(state.types,legalName(typeName,"thi\
ngTypeName"),"Thing type").deprecatedMs!==void 0)throw invalid(`Thing type ${typeName} is deprecated`)}function checkAttributes(attributes,typeName){let most=typeName===
void 0?MAX_ATTRIBUTES.withoutType:MAX_ATTRIBUTES.withType,all=Object.entries(attributes);if(all.length>most)throw invalid(`A thing ${typeName===void 0?"without":
"with"} a type has ${most} attributes at most`);for(let[name,value]of all){if(!ATTRIBUTE_NAME.test(name))throw invalid(`The attribute name ${name} is not valid`);
if(typeof value!="string"||!ATTRIBUTE_VALUE.test(value))throw invalid(`The value of attribute ${name} is not valid`)}}var MAX_GROUPS_OF_A_THING=10,MAX_DEPTH=7;function createType(state,name,properties2){let known=state.types.get(legalName(name,"thingTypeName"));if(known!==void 0){
if(!isDeepStrictEqual2(known.properties,properties2))throw exists(`Thing type ${name}`,name,known.arn);return known}let type={...{name,id:randomUUID4(),arn:arnOf(
state,"thingtype",name),properties:properties2},createdMs:state.clock.now(),deprecatedMs:void 0};return state.types.set(name,type),type}function deprecateType(state,name,isUndone){
let type=found2(state.types,name,"Thing type");state.types.set(name,{...type,deprecatedMs:isUndone?void 0:state.clock.now()})}function createBillingGroup(state,name,properties2){
let known=state.billingGroups.get(legalName(name,"billingGroupName"));if(known!==void 0){if(!isDeepStrictEqual2(known.properties,properties2))throw exists(`Bill\
ing group ${name}`,name,known.arn);return known}let group={name,id:randomUUID4(),arn:arnOf(state,"billinggroup",name),properties:properties2,createdMs:state.clock.
now()};return state.billingGroups.set(name,group),group}function createGroup(state,{name,parent,queryString,properties:properties2}){let known=state.groups.get(
legalName(name,"thingGroupName"));if(known!==void 0){let held={parent:known.parent,queryString:known.queryString,properties:known.properties};if(!isDeepStrictEqual2(
held,{parent,queryString,properties:properties2}))throw exists(`Thing group ${name}`,name,known.arn);return known}if(parent!==void 0&&(found2(state.groups,parent,
"Thing group"),ancestry(state,parent).length>=MAX_DEPTH))throw invalid(`A hierarchy is ${MAX_DEPTH} groups deep at most`);let group={...{name,id:randomUUID4(),arn:arnOf(
state,"thinggroup",name),parent,queryString,properties:properties2},createdMs:state.clock.now()};return state.groups.set(name,group),group}function ancestry(state,name){
let group=found2(state.groups,name,"Thing group");return[...group.parent===void 0?[]:ancestry(state,group.parent),group]}function changeMemberships(state,thing,{
add,remove:remove2}){thingNamed(state,thing);for(let name of[...add,...remove2])if(found2(state.groups,legalName(name,"thingGroupName"),"Thing group").queryString!==
void 0)throw invalid(`Things cannot be added to or removed from the dynamic group ${name}`);let present=holding(state,state.memberships).filter(one=>one.thing===
thing),kept=present.filter(({group})=>!remove2.includes(group)),fresh=[...new Set(add)].filter(name=>!kept.some(({group})=>group===name)),after=[...kept.map(({group})=>group),
...fresh];if(after.length>MAX_GROUPS_OF_A_THING)throw invalid(`A thing is in ${MAX_GROUPS_OF_A_THING} groups at most`);let roots=after.map(name=>ancestry(state,
name)[0]?.name);if(new Set(roots).size<roots.length)throw invalid(`Thing ${thing} would be in two groups of one hierarchy`);let now=state.clock.now();for(let one of present)
remove2.includes(one.group)&&(one.untilMs=now);for(let group of fresh)state.memberships.push({thing,group,sinceMs:now,untilMs:Number.POSITIVE_INFINITY})}function groupsOf(state,thing){
return visible(state,state.memberships).filter(one=>one.thing===thing).map(({group})=>found2(state.groups,group,"Thing group"))}function setBillingGroup(state,name,billingGroup){
let thing=thingNamed(state,name);if(billingGroup!==void 0&&found2(state.billingGroups,legalName(billingGroup,"billingGroupName"),"Billing group"),thing.billingGroup!==
billingGroup){if(thing.billingGroup!==void 0&&billingGroup!==void 0)throw invalid(`Thing ${name} is in the billing group ${thing.billingGroup} already`);putThing(
state,name,{...thing,billingGroup})}}function bodyOf({body}){if(body===void 0)return{};if(typeof body!="object"||body===null||Array.isArray(body))throw invalid("The body must be an object");return body}
function text(body,name){let value=body[name];if(value!=null){if(typeof value!="string")throw invalid(`${name} must be a string`);return value}}function flag(body,name){
let value=body[name]??!1;if(typeof value!="boolean")throw invalid(`${name} must be a boolean`);return value}function numberOf(body,name){let value=body[name];if(value!=
null){if(typeof value!="number")throw invalid(`${name} must be a number`);return value}}function texts2(body,name){let value=body[name]??[];if(!Array.isArray(value)||
value.some(one=>typeof one!="string"))throw invalid(`${name} must be strings`);return value}function attributesOf(body){let payload=body.attributePayload;if(payload==
null)return;if(typeof payload!="object")throw invalid("attributePayload must be an object");let{attributes={}}=payload;if(typeof attributes!="object"||attributes===
null)throw invalid("attributes must be an object");return{attributes:{...attributes},merge:flag(payload,"merge")}}function page(field,all,query,names={size:"max\
Results",token:"nextToken",next:"nextToken"}){let size=Number(query.get(names.size)??25);if(!Number.isInteger(size)||size<1||size>250)throw invalid(`${names.size}\
 must be 1 to 250`);let token=query.get(names.token),from=token===null?0:Number(Buffer.from(token,"base64").toString("latin1"));if(!Number.isInteger(from)||from<
0)throw invalid(`The ${names.token} is not one of this listing`);let more=from+size<all.length;return{[field]:all.slice(from,from+size),...more?{[names.next]:Buffer.
from(String(from+size)).toString("base64")}:{}}}function groupRoutes(state){let of=(operation,method,path,work)=>({operation,method,path,work}),parameter=({parameters},name)=>parameters[name]??"";return[of("C\
reateThingType","POST","/thing-types/:thingTypeName",call=>{let type=createType(state,parameter(call,"thingTypeName"),properties(bodyOf(call),"thingTypeProperti\
es"));return json(200,{thingTypeName:type.name,thingTypeArn:type.arn,thingTypeId:type.id})}),of("DescribeThingType","GET","/thing-types/:thingTypeName",call=>{let type=found2(
state.types,legalName(parameter(call,"thingTypeName"),"thingTypeName"),"Thing type"),creationDate=type.createdMs/1e3,deprecation=type.deprecatedMs===void 0?{}:{
deprecationDate:type.deprecatedMs/1e3};return json(200,{thingTypeName:type.name,thingTypeId:type.id,thingTypeArn:type.arn,thingTypeProperties:type.properties,thingTypeMetadata:{
deprecated:type.deprecatedMs!==void 0,creationDate,...deprecation}})}),of("DeprecateThingType","POST","/thing-types/:thingTypeName/deprecate",call=>(deprecateType(
state,parameter(call,"thingTypeName"),flag(bodyOf(call),"undoDeprecate")),json(200,{}))),of("CreateThingGroup","POST","/thing-groups/:thingGroupName",call=>create2(
state,call,void 0)),of("CreateDynamicThingGroup","POST","/dynamic-thing-groups/:thingGroupName",call=>{let query=text(bodyOf(call),"queryString");if(query===void 0||
query==="")throw invalid("queryString is required");return create2(state,call,query)}),of("DescribeThingGroup","GET","/thing-groups/:thingGroupName",call=>describe2(
state,parameter(call,"thingGroupName"))),of("AddThingToThingGroup","PUT","/thing-groups/addThingToThingGroup",call=>{let body=bodyOf(call);return changeMemberships(
state,named(state,body,"thing"),{add:[named(state,body,"thingGroup")],remove:[]}),json(200,{})}),of("RemoveThingFromThingGroup","PUT","/thing-groups/removeThing\
FromThingGroup",call=>{let body=bodyOf(call);return changeMemberships(state,named(state,body,"thing"),{add:[],remove:[named(state,body,"thingGroup")]}),json(200,
{})}),of("UpdateThingGroupsForThing","PUT","/thing-groups/updateThingGroupsForThing",call=>{let body=bodyOf(call),change={add:texts2(body,"thingGroupsToAdd"),remove:texts2(
body,"thingGroupsToRemove")};return changeMemberships(state,named(state,body,"thing"),change),json(200,{})}),of("CreateBillingGroup","POST","/billing-groups/:bi\
llingGroupName",call=>{let wanted=properties(bodyOf(call),"billingGroupProperties"),group=createBillingGroup(state,parameter(call,"billingGroupName"),wanted);return json(
200,{billingGroupName:group.name,billingGroupArn:group.arn,billingGroupId:group.id})}),of("DescribeBillingGroup","GET","/billing-groups/:billingGroupName",call=>{
let group=found2(state.billingGroups,legalName(parameter(call,"billingGroupName"),"billingGroupName"),"Billing group");return json(200,{billingGroupName:group.name,
billingGroupId:group.id,billingGroupArn:group.arn,version:1,billingGroupProperties:group.properties,billingGroupMetadata:{creationDate:group.createdMs/1e3}})}),
of("AddThingToBillingGroup","PUT","/billing-groups/addThingToBillingGroup",call=>{let body=bodyOf(call);return setBillingGroup(state,named(state,body,"thing"),named(
state,body,"billingGroup")),json(200,{})}),of("RemoveThingFromBillingGroup","PUT","/billing-groups/removeThingFromBillingGroup",call=>(setBillingGroup(state,named(
state,bodyOf(call),"thing"),void 0),json(200,{})))]}function create2(state,call,queryString){let body=bodyOf(call),group=createGroup(state,{name:call.parameters.
thingGroupName??"",parent:text(body,"parentGroupName"),queryString,properties:properties(body,"thingGroupProperties")});return json(200,{thingGroupName:group.name,
thingGroupArn:group.arn,thingGroupId:group.id})}function describe2(state,name){let group=found2(state.groups,legalName(name,"thingGroupName"),"Thing group"),above=ancestry(
state,name).slice(0,-1),metadata={creationDate:group.createdMs/1e3,...group.parent===void 0?{}:{parentGroupName:group.parent},rootToParentThingGroups:above.map(
({name:groupName,arn:groupArn})=>({groupName,groupArn}))},dynamic={indexName:"AWS_Things",queryString:group.queryString,queryVersion:"2017-09-30",status:"ACTIVE"};
return json(200,{thingGroupName:group.name,thingGroupId:group.id,thingGroupArn:group.arn,version:1,thingGroupProperties:group.properties,thingGroupMetadata:metadata,
...group.queryString===void 0?{}:dynamic})}function named(state,body,kind){let name=text(body,`${kind}Name`);if(name!==void 0)return legalName(name,`${kind}Name`);
let arn2=text(body,`${kind}Arn`);if(arn2===void 0)throw invalid(`${kind}Name or ${kind}Arn is required`);let prefix=arnOf(state,kind.toLowerCase(),"");if(!arn2.
startsWith(prefix))throw invalid(`${arn2} is not the ARN of a ${kind} of this account and region`);return legalName(arn2.slice(prefix.length),`${kind}Arn`)}function properties(body,name){
let value=body[name]??{};if(typeof value!="object")throw invalid(`${name} must be an object`);return value}var AWS_DEFAULT_TPS={CreateCertificateFromCsr:15,ListCertificates:10,DescribeCertificate:10,UpdateCertificate:10,DeleteCertificate:10,CreateThing:100,DescribeThing:350,
UpdateThing:100,DeleteThing:100,AttachThingPrincipal:100,DetachThingPrincipal:100,ListThingPrincipals:10,ListThingPrincipalsV2:10,ListPrincipalThings:10,ListPrincipalThingsV2:10,
CreateThingType:10,DescribeThingType:100,DeprecateThingType:10,CreateThingGroup:25,CreateDynamicThingGroup:5,DescribeThingGroup:100,AddThingToThingGroup:100,RemoveThingFromThingGroup:100,
UpdateThingGroupsForThing:100,ListThingGroupsForThing:100,CreateBillingGroup:25,DescribeBillingGroup:100,AddThingToBillingGroup:60,RemoveThingFromBillingGroup:60,
CreatePolicy:10,GetPolicy:10,DeletePolicy:10,AttachPolicy:15,DetachPolicy:15,ListAttachedPolicies:15,ListTargetsForPolicy:10,GetEffectivePolicies:50,TestAuthorization:10,
DescribeEndpoint:10,RegisterThing:10,CreateProvisioningTemplate:10,DescribeProvisioningTemplate:10},IOT_OPERATIONS=Object.keys(AWS_DEFAULT_TPS);function decide(policies,action,resource,connection){let having=effect=>policies.filter(({document})=>statementsOf(document).some(statement=>statement.Effect===
effect&&listOf(statement.Action).some(pattern=>matches2(pattern,action,connection))&&listOf(statement.Resource).some(pattern=>matches2(pattern,resource,connection))&&
holds2(statement.Condition,connection))),denying=having("Deny");if(denying.length>0)return{decision:"EXPLICIT_DENY",policies:denying};let allowing=having("Allow");
return{decision:allowing.length>0?"ALLOWED":"IMPLICIT_DENY",policies:allowing}}function statementsOf(document){let{Statement:statement}=JSON.parse(document);return statement===
void 0?[]:[statement].flat()}function listOf(value){return[value].flat().filter(one=>typeof one=="string")}function matches2(pattern,text2,connection){let isComplete=!0,
source=pattern.replaceAll(/\$\{([^}]*)\}|[*?]|[^*?$]+|\$/g,(part,variable)=>{if(variable!==void 0){let value=variableValue(variable,connection);return isComplete&&=
value!==void 0,escaped(value??"")}return part==="*"?".*":part==="?"?".":escaped(part)});return isComplete&&new RegExp(`^${source}$`,"s").test(text2)}function escaped(text2){
return text2.replaceAll(/[.*+?^${}()|[\]\\/]/g,"\\$&")}function variableValue(variable,{clientId,thingName,isAttached}){return variable==="iot:ClientId"?clientId:
variable==="iot:Connection.Thing.ThingName"?thingName:variable==="iot:Connection.Thing.IsAttached"?String(isAttached):{"*":"*","?":"?",$:"$"}[variable]}function holds2(condition,connection){
return condition===void 0?!0:Object.entries(condition).every(([kind,keys])=>Object.entries(keys).every(([key,wanted])=>{let value=variableValue(key,connection);
if(value===void 0||!["Bool","StringEquals","StringLike"].includes(kind))return!1;let values=[wanted].flat().map(String);return kind==="StringLike"?values.some(pattern=>matches2(
pattern,value,connection)):values.some(one=>kind==="Bool"?one.toLowerCase()===value:one===value)}))}var MAX_DOCUMENT_CHARACTERS=2048,MAX_POLICIES={certificate:10,group:2};function createPolicy(state,name,document){let known=state.policies.get(legalPolicyName(name));
if(known!==void 0)throw exists(`Policy ${name}`,name,known.arn);if(typeof document!="string"||!isPolicy(document))throw new AwsError("MalformedPolicyException",
400,"The policy document is not valid");let policy={name,arn:arnOf(state,"policy",name),document,createdMs:state.clock.now()};return state.policies.set(name,policy),
policy}function deletePolicy(state,name){if(found2(state.policies,name,"Policy"),holding(state,state.policyTargets).some(({policy})=>policy===name))throw new AwsError(
"DeleteConflictException",409,`Policy ${name} is attached to a target`);state.policies.delete(name)}function attachPolicy(state,name,target){found2(state.policies,
legalPolicyName(name),"Policy");let{arn:arn2,kind}=targetOf(state,target),present=holding(state,state.policyTargets).filter(one=>one.target===arn2);if(present.some(
({policy})=>policy===name))return;if(present.length>=MAX_POLICIES[kind])throw overLimit(`The maximum number of policies attached to ${arn2} has been reached`);let sinceMs=state.
clock.now();state.policyTargets.push({policy:name,target:arn2,sinceMs,untilMs:Number.POSITIVE_INFINITY})}function detachPolicy(state,name,target){let{arn:arn2}=targetOf(
state,target);for(let one of holding(state,state.policyTargets))one.target===arn2&&one.policy===name&&(one.untilMs=state.clock.now())}function policiesOf(state,target,recursive){
let{arn:arn2,kind}=targetOf(state,target),group=kind==="group"&&recursive?[...state.groups.values()].find(one=>one.arn===arn2):void 0,arns=group===void 0?[arn2]:
ancestry(state,group.name).map(one=>one.arn);return visible(state,state.policyTargets).filter(one=>arns.includes(one.target)).flatMap(({policy})=>state.policies.
get(policy)??[])}function effectivePolicies(state,principal,thing){let own=policiesOf(state,principal,!1),inherited=(thing===void 0?[]:groupsOf(state,thing)).flatMap(
group=>policiesOf(state,group.arn,!0));return[...new Map([...own,...inherited].map(policy=>[policy.name,policy])).values()]}function legalPolicyName(name){if(!/^[\w+=,.@-]{1,128}$/.
test(name))throw invalid(`The policy name ${name} is not valid`);return name}function targetOf(state,target){if(typeof target!="string"||target==="")throw invalid(
"A target is required");if(!target.startsWith(arnOf(state,"thinggroup","")))return{arn:principalOf(state,target),kind:"certificate"};let group=[...state.groups.
values()].find(({arn:arn2})=>arn2===target);if(group===void 0)throw missing(`The thing group ${target}`);if(group.queryString!==void 0)throw invalid("Policies c\
annot be attached to a dynamic group");return{arn:target,kind:"group"}}function isPolicy(document){if(document.replaceAll(/\s/g,"").length>MAX_DOCUMENT_CHARACTERS)
return!1;try{let{Statement:statement}=JSON.parse(document);return typeof statement=="object"&&statement!==null}catch{return!1}}var MARKER={size:"pageSize",token:"marker",next:"nextMarker"},ACTIONS={CONNECT:"iot:Connect",PUBLISH:"iot:Publish",SUBSCRIBE:"iot:Subscribe",RECEIVE:"iot:Receiv\
e"};function policyRoutes(state){let of=(operation,method,path,work)=>({operation,method,path,work}),nameIn=({parameters})=>legalPolicyName(parameters.policyName??
"");return[of("CreatePolicy","POST","/policies/:policyName",call=>{let policy=createPolicy(state,nameIn(call),bodyOf(call).policyDocument);return json(200,{...reference(
policy),policyDocument:policy.document,policyVersionId:"1"})}),of("GetPolicy","GET","/policies/:policyName",call=>{let policy=found2(state.policies,nameIn(call),
"Policy"),createdAt=policy.createdMs/1e3;return json(200,{...reference(policy),policyDocument:policy.document,defaultVersionId:"1",creationDate:createdAt,lastModifiedDate:createdAt})}),
of("DeletePolicy","DELETE","/policies/:policyName",call=>(deletePolicy(state,nameIn(call)),json(200,{}))),of("AttachPolicy","PUT","/target-policies/:policyName",
call=>(attachPolicy(state,nameIn(call),bodyOf(call).target),{status:200})),of("DetachPolicy","POST","/target-policies/:policyName",call=>(detachPolicy(state,nameIn(
call),bodyOf(call).target),{status:200})),of("ListAttachedPolicies","POST","/attached-policies/:target",({parameters,query})=>{let policies=policiesOf(state,parameters.
target,query.get("recursive")==="true").map(reference);return json(200,page("policies",policies,query,MARKER))}),of("ListTargetsForPolicy","POST","/policy-targe\
ts/:policyName",call=>{let{name}=found2(state.policies,nameIn(call),"Policy"),targets=visible(state,state.policyTargets).filter(({policy})=>policy===name).map(({
target})=>target);return json(200,page("targets",targets,call.query,MARKER))}),of("GetEffectivePolicies","POST","/effective-policies",call=>{let principal=text(
bodyOf(call),"principal")??"",policies=effectivePolicies(state,principal,call.query.get("thingName")??void 0);return json(200,{effectivePolicies:policies.map(policy=>({
...reference(policy),policyDocument:policy.document}))})}),of("TestAuthorization","POST","/test-authorization",call=>testAuthorization(state,call)),of("Describe\
Endpoint","GET","/endpoint",({query})=>json(200,{endpointAddress:endpoint(state,query.get("endpointType"))}))]}function reference({name,arn:arn2}){return{policyName:name,
policyArn:arn2}}function testAuthorization(state,call){let body=bodyOf(call),principal=principalOf(state,text(body,"principal")??""),clientId=call.query.get("cl\
ientId")??"",isAttached=attachmentsOf(state,{certificateArn:principal}).some(({thing})=>thing===clientId),thingName=isAttached?clientId:void 0,skipped=texts2(body,
"policyNamesToSkip"),added=texts2(body,"policyNamesToAdd").map(name=>found2(state.policies,name,"Policy")),policies=[...effectivePolicies(state,principal,thingName),
...added].filter(({name})=>!skipped.includes(name)),{authInfos}=body;if(!Array.isArray(authInfos)||authInfos.length<1||authInfos.length>10)throw invalid("authIn\
fos: 1 to 10");let connection={clientId,thingName,isAttached};return json(200,{authResults:authInfos.map(info=>resultOf(policies,info,connection))})}function resultOf(policies,info,connection){
let{actionType,resources}=info??{},action=ACTIONS[String(actionType)];if(action===void 0||!Array.isArray(resources))throw invalid("authInfos: an actionType and \
resources");let decisions=resources.map(resource=>decide(policies,action,String(resource),connection)),worst=decisions.find(({decision})=>decision==="EXPLICIT_D\
ENY")??decisions.find(({decision})=>decision==="IMPLICIT_DENY")??decisions[0],references=wanted=>worst?.decision===wanted?worst.policies.map(reference):[];return{
authInfo:info,allowed:{policies:references("ALLOWED")},denied:{implicitDeny:{policies:references("IMPLICIT_DENY")},explicitDeny:{policies:references("EXPLICIT_D\
ENY")}},authDecision:worst?.decision??"IMPLICIT_DENY",missingContextValues:[]}}function endpoint({account},type){let{region}=account;if(type==="iot:Data-ATS")return`\
a1b2c3d4e5f6g7-ats.iot.${region}.amazonaws.com`;if(type===null||type==="iot:Data")return`a1b2c3d4e5f6g7.iot.${region}.amazonaws.com`;if(type==="iot:CredentialPr\
ovider")return`c1b2c3d4e5f6g7.credentials.iot.${region}.amazonaws.com`;if(type==="iot:Jobs")return`a1b2c3d4e5f6g7.jobs.iot.${region}.amazonaws.com`;throw invalid(
`Endpoint type ${type} is not valid`)}var MAX={template:10240,parameterName:2048,parameterValue:4096};function readTemplate(templateBody,parameters){let{Parameters:declared={},Resources:resources,...more}=fieldsOf(
templateBody);for(let section of Object.keys(more))throw wrong(`${section} is no section of a template for single things`);let resolve=resolver(declared,parameters),
all=Object.entries(record(resources,"Resources")).map(([logicalName,resource])=>[logicalName,record(resource,logicalName)]),of=type=>all.filter(([,resource])=>resource.
Type===type),known=["Thing","Certificate","Policy"].map(type=>of(`AWS::IoT::${type}`)),[things=[],certificates=[],policies=[]]=known;if(all.length===0||known.flat().
length<all.length)throw wrong("Resources must be of the types AWS::IoT::Thing, AWS::IoT::Certificate and AWS::IoT::Policy");if(things.length>1||certificates.length>
1)throw wrong("There is more than one thing or certificate");let[thing,certificate]=[things[0],certificates[0]];return{thing:thing&&thingOf(...thing,resolve),certificate:certificate&&
certificateOf(...certificate,resolve),policies:policies.map(([logicalName,resource])=>policyOf(logicalName,resource,resolve))}}function fieldsOf(templateBody){if(typeof templateBody!=
"string"||templateBody.length>MAX.template)throw invalid(`templateBody must be a string of ${MAX.template} characters at most`);try{return record(JSON.parse(templateBody),
"The template")}catch(error){throw error instanceof SyntaxError?wrong("The template is not JSON"):error}}function resolver(declared,parameters){let given=record(
parameters??{},"parameters");for(let[name,value]of Object.entries(given)){if(name.length>MAX.parameterName)throw invalid(`A parameter's name has ${MAX.parameterName}\
 characters at most`);if(typeof value!="string"||value.length>MAX.parameterValue)throw invalid(`The value of a parameter must be a string of ${MAX.parameterValue}\
 characters at most`)}let known=Object.entries(record(declared,"Parameters"));for(let[name,parameter]of known){let{Type,Default=""}=record(parameter,`The parame\
ter ${name}`);if(Type!=="String"||typeof Default!="string")throw wrong(`The parameter ${name} must be a String`)}let values=new Map(known.map(([name,parameter])=>[
name,Object.hasOwn(given,name)?given[name]:parameter.Default]));return(value,what)=>{if(typeof value=="string")return value;let{Ref:name,...more}=record(value,what);
if(typeof name!="string"||Object.keys(more).length>0)throw wrong(`${what} must be a string or a Ref: functions are for fleet provisioning`);if(!values.has(name))
throw wrong(`${what} refers to ${name}, which is no parameter`);let found3=values.get(name);if(typeof found3!="string")throw wrong(`The parameter ${name} has no\
 value`);return found3}}function thingOf(logicalName,resource,resolve){let{properties:properties2,overrides}=partsOf2(logicalName,resource,THING),{ThingName,ThingTypeName,
BillingGroup,AttributePayload,ThingGroups}=properties2;if(ThingName===void 0)throw wrong("ThingName is not present in the Template");if(ThingGroups!==void 0&&!Array.
isArray(ThingGroups))throw wrong("ThingGroups must be a list");let attributes=AttributePayload===void 0?void 0:record(AttributePayload,"AttributePayload");return{
logicalName,name:resolve(ThingName,"ThingName"),typeName:ThingTypeName===void 0?void 0:resolve(ThingTypeName,"ThingTypeName"),billingGroup:BillingGroup===void 0?
void 0:resolve(BillingGroup,"BillingGroup"),attributes:attributes&&Object.fromEntries(Object.entries(attributes).map(([name,value])=>[name,resolve(value,name)])),
groups:ThingGroups?.map(group=>resolve(group,"ThingGroups")),overrides}}function certificateOf(logicalName,resource,resolve){let{properties:properties2,overrides}=partsOf2(
logicalName,resource,CERTIFICATE),textOf=name=>properties2[name]===void 0?void 0:resolve(properties2[name],name),source={csr:textOf("CertificateSigningRequest"),
id:textOf("CertificateId"),pem:textOf("CertificatePem")};if(Object.values(source).filter(one=>one!==void 0).length!==1)throw wrong("A certificate has one of Cer\
tificateSigningRequest, CertificateId and CertificatePem");let status=(textOf("Status")??"ACTIVE").toUpperCase();if(status!=="ACTIVE"&&status!=="INACTIVE")throw wrong(
"Status must be ACTIVE or INACTIVE");return{logicalName,source,status,statusOverride:overrides.Status}}function policyOf(logicalName,resource,resolve){let{properties:properties2}=partsOf2(
logicalName,resource,POLICY),{PolicyName,PolicyDocument}=properties2;if(PolicyName===void 0&&PolicyDocument===void 0)throw wrong("Neither policyName nor policyD\
ocument is present in the Template.");if(PolicyName!==void 0&&PolicyDocument!==void 0)throw wrong("PolicyName and PolicyDocument cannot be given together");return{
logicalName,name:PolicyName===void 0?void 0:resolve(PolicyName,"PolicyName"),document:PolicyDocument===void 0?void 0:resolve(PolicyDocument,"PolicyDocument")}}var THING={
properties:["ThingName","ThingTypeName","BillingGroup","AttributePayload","ThingGroups"],overrides:{AttributePayload:["DO_NOTHING","REPLACE","FAIL","MERGE"],ThingTypeName:[
"DO_NOTHING","REPLACE","FAIL"],ThingGroups:["DO_NOTHING","REPLACE","FAIL","MERGE"]}},CERTIFICATE={properties:["CertificateSigningRequest","CertificateId","Certi\
ficatePem","CACertificatePem","Status"],overrides:{Status:["DO_NOTHING","REPLACE","FAIL"]}},POLICY={properties:["PolicyName","PolicyDocument"],overrides:{}};function partsOf2(logicalName,resource,model){
let{Type:_,Properties={},OverrideSettings={},...more}=resource,properties2=record(Properties,`Properties of ${logicalName}`),strange=[...Object.keys(more),...Object.
keys(properties2).filter(name=>!model.properties.includes(name))];if(strange.length>0)throw wrong(`${logicalName} cannot have ${strange.join(", ")}`);let overrides=record(
OverrideSettings,`OverrideSettings of ${logicalName}`);for(let[name,override]of Object.entries(overrides))if(!(Object.hasOwn(model.overrides,name)?model.overrides[name]??
[]:[]).includes(override))throw wrong(`${logicalName} cannot have the OverrideSettings ${name}: ${String(override)}`);return{properties:properties2,overrides}}function record(value,what){
if(typeof value!="object"||value===null||Array.isArray(value))throw wrong(`${what} must be an object`);return value}function wrong(why){return invalid(`Invalid \
registration template. ${why}`)}import{createHash as createHash4}from"node:crypto";import{isDeepStrictEqual as isDeepStrictEqual3}from"node:util";async function registerThing(state,steps,{thing,certificate,policies}){try{let issued=certificate&&await obtainCertificate(state,steps,certificate),resourceArns={};
certificate!==void 0&&issued!==void 0&&(resourceArns[certificate.logicalName]=issued.arn);for(let policy of policies){let{name,arn:arn2}=obtainPolicy(state,steps,
policy);resourceArns[policy.logicalName]=arn2,issued!==void 0&&(steps.spend("AttachPolicy",{body:{target:issued.arn}}),attachPolicy(state,name,issued.arn))}if(thing!==
void 0&&(resourceArns[thing.logicalName]=obtainThing(state,steps,thing).arn,issued!==void 0)){let headers={"x-amzn-principal":issued.arn};steps.spend("AttachThi\
ngPrincipal",{parameters:{thingName:thing.name},headers}),attachPrincipal(state,thing.name,issued.arn,"NON_EXCLUSIVE_THING")}return{certificatePem:issued?.pem,resourceArns}}catch(error){
throw!(error instanceof AwsError)||PASSED_ON.includes(error.name)?error:new AwsError("ResourceRegistrationFailureException",400,error.message)}}var PASSED_ON=["\
ThrottlingException","ConflictingResourceUpdateException"];async function obtainCertificate({account},steps,{source,status,statusOverride="REPLACE"}){if(source.
csr!==void 0)return steps.spend("CreateCertificateFromCsr"),steps.issue(source.csr,status);if(source.pem!==void 0)throw invalid("The CA certificate is not regis\
tered in this account");let known=account.get(source.id?.toLowerCase()??"");if(known===void 0)throw invalid(`The certificate ${source.id} does not exist`);return isToChange(
known.status,status,statusOverride,"Status")&&(steps.spend("UpdateCertificate",{parameters:{certificateId:known.id}}),steps.changeStatus(known,status)),known}function obtainPolicy(state,steps,{
name,document}){if(name!==void 0)return found2(state.policies,name,"Policy");let hash=createHash4("sha1").update(document??"").digest("hex").toUpperCase(),known=state.
policies.get(hash);return known!==void 0?known:(steps.spend("CreatePolicy",{parameters:{policyName:hash}}),createPolicy(state,hash,document))}function obtainThing(state,steps,resource){
let{name,typeName,billingGroup,attributes,groups,overrides}=resource,known=state.things.get(name),fail=property=>overrides[property]??"FAIL";if(known===void 0)steps.
spend("CreateThing",{parameters:{thingName:name},body:{billingGroupName:billingGroup}}),createThing(state,{name,typeName,attributes:attributes??{},billingGroup});else{
isToChange(known.billingGroup,billingGroup,"FAIL","BillingGroup");let isOtherType=isToChange(known.typeName,typeName,fail("ThingTypeName"),"ThingTypeName"),attributesOverride=fail(
"AttributePayload"),isOther=isToChange(known.attributes,attributes,attributesOverride,"AttributePayload");groupsToChange(state,name,groups,fail("ThingGroups")),
(isOtherType||isOther)&&(steps.spend("UpdateThing",{parameters:{thingName:name}}),updateThing(state,name,{typeName:isOtherType?typeName:void 0,removeType:!1,attributes:isOther?
attributes:void 0,merge:attributesOverride==="MERGE"}))}let{add,remove:remove2}=groupsToChange(state,name,groups,known===void 0?"MERGE":fail("ThingGroups"));for(let group of remove2)
steps.spend("RemoveThingFromThingGroup",{body:{thingName:name,thingGroupName:group}}),changeMemberships(state,name,{add:[],remove:[group]});for(let group of add)
steps.spend("AddThingToThingGroup",{body:{thingName:name,thingGroupName:group}}),changeMemberships(state,name,{add:[group],remove:[]});return found2(state.things,
name,"Thing")}function groupsToChange(state,thing,wanted,override){let held=holding(state,state.memberships).filter(one=>one.thing===thing).map(({group})=>group);
return isToChange([...held].sort(),wanted&&[...new Set(wanted)].sort(),override,"ThingGroups")?{add:(wanted??[]).filter(group=>!held.includes(group)),remove:override===
"REPLACE"?held.filter(group=>!wanted?.includes(group)):[]}:{add:[],remove:[]}}function isToChange(held,wanted,override,property){if(wanted===void 0||isDeepStrictEqual3(
held,wanted)||override==="DO_NOTHING")return!1;if(override!=="FAIL")return!0;throw new AwsError("ConflictingResourceUpdateException",409,`${property} is ${JSON.
stringify(held)}, not ${JSON.stringify(wanted)}`)}function provisioningRoutes(state,provisioning){let of=(operation,method,path,work)=>({operation,method,path,work});return[of("RegisterThing","POST","/things",async call=>{
let{templateBody,parameters}=bodyOf(call),steps={...provisioning,spend:(operation,named2={})=>{provisioning.permissions()==="each-call"&&call.authorize(operation,
named2),provisioning.draw(operation)}};return json(200,await registerThing(state,steps,readTemplate(templateBody,parameters)))}),of("CreateProvisioningTemplate",
"POST","/provisioning-templates",call=>{let{name,arn:arn2}=create3(state,call);return json(200,{templateName:name,templateArn:arn2,defaultVersionId:1})}),of("De\
scribeProvisioningTemplate","GET","/provisioning-templates/:templateName",({parameters})=>{let name=legalTemplateName(parameters.templateName),template=found2(state.
provisioningTemplates,name,"Provisioning template");return json(200,{templateName:template.name,templateArn:template.arn,...template.properties,templateBody:template.
body,defaultVersionId:1,creationDate:template.createdMs/1e3,lastModifiedDate:template.createdMs/1e3})})]}function create3(state,call){let body=bodyOf(call),name=legalTemplateName(
text(body,"templateName")),known=state.provisioningTemplates.get(name);if(known!==void 0)throw exists(`Provisioning template ${name}`,name,known.arn);let templateBody=text(
body,"templateBody")??"";if(fieldsOf(templateBody).Resources===void 0)throw invalid("Invalid registration template. Resources is not present in the Template");let provisioningRoleArn=text(
body,"provisioningRoleArn")??"";if(provisioningRoleArn.length<20||provisioningRoleArn.length>2048)throw invalid("provisioningRoleArn must have 20 to 2,048 chara\
cters");let type=text(body,"type")??"FLEET_PROVISIONING";if(type!=="FLEET_PROVISIONING"&&type!=="JITP")throw invalid("type must be FLEET_PROVISIONING or JITP");
let{preProvisioningHook}=body,template={name,arn:arnOf(state,"provisioningtemplate",name),body:templateBody,properties:{description:text(body,"description")??"",
enabled:flag(body,"enabled"),provisioningRoleArn,type,...preProvisioningHook===void 0?{}:{preProvisioningHook}},createdMs:state.clock.now()};return state.provisioningTemplates.
set(name,template),template}function legalTemplateName(name){if(name===void 0||!/^[0-9A-Za-z_-]{1,36}$/.test(name))throw invalid("templateName must be [0-9A-Za-\
z_-]{1,36}");return name}function thingRoutes(state){let of=(operation,method,path,work)=>({operation,method,path,work}),nameIn=({parameters})=>parameters.thingName??"";return[of("Creat\
eThing","POST","/things/:thingName",call=>{let body=bodyOf(call),thing=createThing(state,{name:nameIn(call),typeName:text(body,"thingTypeName"),attributes:attributesOf(
body)?.attributes??{},billingGroup:text(body,"billingGroupName")});return json(200,{thingName:thing.name,thingArn:thing.arn,thingId:thing.id})}),of("DescribeThi\
ng","GET","/things/:thingName",call=>describe3(state,nameIn(call))),of("UpdateThing","PATCH","/things/:thingName",call=>{let body=bodyOf(call),payload=attributesOf(
body);return updateThing(state,nameIn(call),{typeName:text(body,"thingTypeName"),removeType:flag(body,"removeThingType"),attributes:payload?.attributes,merge:payload?.
merge??!1,expectedVersion:numberOf(body,"expectedVersion")}),json(200,{})}),of("DeleteThing","DELETE","/things/:thingName",call=>{let version=call.query.get("ex\
pectedVersion");return deleteThing(state,nameIn(call),version===null?void 0:Number(version)),json(200,{})}),of("ListThingGroupsForThing","GET","/things/:thingNa\
me/thing-groups",call=>{let{name}=visibleThing(state,nameIn(call)),groups=groupsOf(state,name).map(group=>({groupName:group.name,groupArn:group.arn}));return json(
200,page("thingGroups",groups,call.query))}),of("AttachThingPrincipal","PUT","/things/:thingName/principals",call=>(attachPrincipal(state,nameIn(call),principalIn(
call),typeIn(call)??"NON_EXCLUSIVE_THING"),json(200,{}))),of("DetachThingPrincipal","DELETE","/things/:thingName/principals",call=>(detachPrincipal(state,nameIn(
call),principalIn(call)),json(200,{}))),of("ListThingPrincipals","GET","/things/:thingName/principals",call=>{let{name:thing}=visibleThing(state,nameIn(call)),principals=attachmentsOf(
state,{thing}).map(({certificateArn})=>certificateArn);return json(200,page("principals",principals,call.query))}),of("ListThingPrincipalsV2","GET","/things/:th\
ingName/principals-v2",call=>{let{name:thing}=visibleThing(state,nameIn(call)),wanted=typeIn(call),principals=attachmentsOf(state,{thing}).filter(({type})=>wanted===
void 0||type===wanted).map(({certificateArn,type})=>({principal:certificateArn,thingPrincipalType:type}));return json(200,page("thingPrincipalObjects",principals,
call.query))}),of("ListPrincipalThings","GET","/principals/things",call=>{let certificateArn=principalOf(state,principalIn(call)),things=attachmentsOf(state,{certificateArn}).
map(({thing})=>thing);return json(200,page("things",things,call.query))}),of("ListPrincipalThingsV2","GET","/principals/things-v2",call=>{let certificateArn=principalOf(
state,principalIn(call)),wanted=typeIn(call),things=attachmentsOf(state,{certificateArn}).filter(({type})=>wanted===void 0||type===wanted).map(({thing,type})=>({
thingName:thing,thingPrincipalType:type}));return json(200,page("principalThingObjects",things,call.query))})]}function describe3(state,name){let thing=visibleThing(
state,name);return json(200,{defaultClientId:thing.name,thingName:thing.name,thingId:thing.id,thingArn:thing.arn,thingTypeName:thing.typeName,attributes:thing.attributes,
version:thing.version,billingGroupName:thing.billingGroup})}function principalIn({headers}){let principal=headers["x-amzn-principal"];if(typeof principal!="stri\
ng"||principal==="")throw invalid("The header x-amzn-principal is required");return principal}function typeIn({query}){let type=query.get("thingPrincipalType");
if(type===null||type==="EXCLUSIVE_THING"||type==="NON_EXCLUSIVE_THING")return type??void 0;throw invalid(`thingPrincipalType must be EXCLUSIVE_THING or NON_EXCL\
USIVE_THING, not ${type}`)}function snapshot(state){return{statusChanges:[...state.account.changes],things:[...state.things.values()],policies:[...state.policies.values()],attachments:state.
attachments.map(one=>({...one})),memberships:state.memberships.map(one=>({...one})),policyTargets:state.policyTargets.map(one=>({...one}))}}function attachedTo(state,certificateArn){
return{things:holding(state,state.attachments).filter(one=>one.certificateArn===certificateArn).length,policies:holding(state,state.policyTargets).filter(one=>one.
target===certificateArn).length}}function releasePolicies(state,certificateArn){for(let one of holding(state,state.policyTargets))one.target===certificateArn&&(one.
untilMs=state.clock.now())}import{randomUUID as randomUUID5}from"node:crypto";var SERVICE_QUOTAS_OPERATIONS=["GetServiceQuota","GetAWSDefaultServiceQuota"],SERVICE_QUOTAS_FAULTS=["TooManyRequestsException"],TARGET="ServiceQuotasV20190624.",
CREATE_CERTIFICATE_FROM_CSR="L-01BCDDCA";function isForServiceQuotas({headers}){return String(headers["x-amz-target"]??"").startsWith(TARGET)}function createServiceQuotas(options){
let{verify:verify3,authorizer,accountId,clock,mayRead,applied,governor}=options,answer2=exchange=>{let operation=String(exchange.headers["x-amz-target"]).slice(
TARGET.length),{ServiceCode,QuotaCode}=JSON.parse(exchange.body.toString("utf8"));try{let caller=verify3(exchange,clock.now()),region=signedRegion(exchange),quota2=`\
arn:aws:servicequotas:${region}:${accountId}:${ServiceCode}/${QuotaCode}`,resources=[operation==="GetServiceQuota"?quota2:"*"],context={"servicequotas:service":String(
ServiceCode)};if(authorizer.check(caller,region,{action:`servicequotas:${operation}`,resources,context}),!mayRead())return failure("AccessDeniedException",`User\
: ${caller.arn} is not authorized to perform: servicequotas:${operation}`)}catch(error){if(error instanceof AwsError)return failure(error.name,error.message);if(!(error instanceof
SignatureError))throw error;return failure("UnrecognizedClientException",error.message)}let value={GetServiceQuota:applied(),GetAWSDefaultServiceQuota:AWS_DEFAULT_TPS.
CreateCertificateFromCsr}[operation];return ServiceCode!=="iotcore"||QuotaCode!==CREATE_CERTIFICATE_FROM_CSR||value===void 0?failure("NoSuchResourceException","\
The request failed because the specified quota does not exist"):amzJson(200,{Quota:{ServiceCode,QuotaCode,Value:value,Unit:"None",Adjustable:!0}})};return async exchange=>{
let{response,headers}=exchange;response.setHeader("x-amzn-requestid",randomUUID5());let name=String(headers["x-amz-target"]).slice(TARGET.length),operation=SERVICE_QUOTAS_OPERATIONS.
find(known=>known===name),tooMany=()=>failure("TooManyRequestsException","Rate exceeded");operation===void 0?send(response,answer2(exchange)):await governor.perform(
{operation,response,throttled:tooMany,failure:tooMany,work:()=>answer2(exchange)})}}function failure(name,message){return amzJson(400,{__type:name,Message:message})}
function amzJson(status,value){return{...json(status,value),headers:{"content-type":"application/x-amz-json-1.1"}}}import{randomUUID as randomUUID6}from"node:crypto";import{createPublicKey as createPublicKey2,verify as verify2}from"node:crypto";var KEYS_TIMEOUT_MS=5e3;async function verifyWebIdentity(token,issuer,trust,nowMs){let[head="",payload="",signature="",...more]=token.split("."),header=decoded2(
head),claims=decoded2(payload);if(more.length>0||header.alg!=="RS256")throw invalid3("The ID Token provided is not a valid JWT.");if(claims.iss!==issuer)throw invalid3(
`No OpenIDConnect provider found in your account for ${String(claims.iss)}`);let key=(await fetchKeys(issuer)).find(({kid})=>kid===header.kid),signed2=Buffer.from(
`${head}.${payload}`);if(key===void 0||!verify2("sha256",signed2,createPublicKey2({key,format:"jwk"}),Buffer.from(signature,"base64url")))throw invalid3("The si\
gnature of the ID Token is not valid");let{aud,sub,exp}=claims;if(typeof aud!="string"||!trust.audiences.includes(aud))throw invalid3("Incorrect token audience");
if(typeof exp!="number"||exp*1e3<=nowMs)throw new AwsError("ExpiredTokenException",400,`Token expired: current date/time ${Math.floor(nowMs/1e3)} must be before\
 the expiration date/time ${String(exp)}`);if(Object.entries(trust.claims??{}).some(([name,value])=>decoded2(payload)[name]!==value)||typeof sub!="string"||!trust.
subjects.some(pattern=>isLike2(sub,pattern)))throw notAuthorized();return{subject:sub,audience:aud}}function notAuthorized(){return new AwsError("AccessDenied",
403,"Not authorized to perform sts:AssumeRoleWithWebIdentity")}async function fetchKeys(issuer){try{let{jwks_uri}=await fetchJson(`${issuer}/.well-known/openid-\
configuration`),{keys}=await fetchJson(jwks_uri);return keys}catch{throw invalid3("Couldn't retrieve verification key from your identity provider, please refere\
nce AssumeRoleWithWebIdentity documentation for requirements")}}async function fetchJson(url){let response=await fetch(url,{signal:AbortSignal.timeout(KEYS_TIMEOUT_MS)});
if(!response.ok)throw new Error(`${url} answered ${response.status}`);return response.json()}function decoded2(part){try{return JSON.parse(Buffer.from(part,"bas\
e64url").toString("utf8"))}catch{throw invalid3("The ID Token provided is not a valid JWT.")}}function isLike2(text2,pattern){let escaped3=pattern.replaceAll(/[.+^${}()|[\]\\]/g,
"\\$&");return new RegExp(`^${escaped3.replaceAll("*",".*").replaceAll("?",".")}$`,"s").test(text2)}function invalid3(message){return new AwsError("InvalidIdent\
ityToken",400,message)}var STS_OPERATIONS=["AssumeRoleWithWebIdentity","GetCallerIdentity"],ERRORS2={AccessDenied:[403,"Not authorized to perform sts:AssumeRoleWithWebIdentity"],InvalidIdentityToken:[
400,"Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements"],ExpiredTokenException:[
400,"Token expired"],PackedPolicyTooLarge:[400,"Packed policy consumes 103% of allotted space, please use smaller policy."],IDPCommunicationError:[400,"An error\
 occurred while communicating with the identity provider"],Throttling:[400,"Rate exceeded"],OutdatedThumbprint:[400,"OpenIDConnect provider's HTTPS certificate \
doesn't match configured thumbprint","InvalidIdentityToken"],RegionDisabledException:[403,"STS is not activated in this region for account:123456789012. Your ac\
count administrator can activate STS in this region using the IAM Console."],SignatureDoesNotMatch:[403,"Credential should be scoped to a valid region, not 'us-\
east-1'."],InternalFailure:[500,"An internal error has occurred"],ServiceUnavailable:[503,"Service Unavailable"]},STS_FAULTS=Object.keys(ERRORS2),MAX_POLICY_CHARACTERS=2048,
SESSION_POLICY=new RegExp(`^[\\t\\n\\r\\u0020-\\u00FF]{1,${MAX_POLICY_CHARACTERS}}$`),XMLNS="https://sts.amazonaws.com/doc/2011-06-15/",REFUSALS2={missing:"Miss\
ingAuthenticationToken",incomplete:"IncompleteSignature","unknown-key":"InvalidClientTokenId","expired-session":"ExpiredToken","wrong-scope":"SignatureDoesNotMa\
tch",skewed:"SignatureDoesNotMatch",mismatch:"SignatureDoesNotMatch"};function createStsService(options){let{accountId,role,issuer,keys,governor,verify:verify3,
clock,sessionMs}=options,assumeRole=async form=>{let roleArn=form.get("RoleArn")??"",sessionName=checked(form,"RoleSessionName",/^[\w+=,.@-]{2,64}$/),token=checked(
form,"WebIdentityToken",/^[\s\S]{4,20000}$/),duration=Number(checked(form,"DurationSeconds",/^\d{1,6}$/,"3600"));if(duration<900||duration>43200)throw invalidParameter(
"DurationSeconds",String(duration));let sessionPolicy=sessionPolicyIn(form),{subject,audience}=await verifyWebIdentity(token,issuer,role.trust(),clock.now());if(roleArn!==
role.arn)throw notAuthorized();if(duration>role.maxSessionSeconds())throw new AwsError("ValidationError",400,"The requested DurationSeconds exceeds the MaxSessi\
onDuration set for this role.");let roleName=role.arn.slice(role.arn.lastIndexOf("/")+1),arn2=`arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`,
userId=`${role.id}:${sessionName}`,expiresMs=clock.now()+(sessionMs()??duration*1e3),session=keys.createSession({arn:arn2,userId,expiresMs,sessionPolicy});return elements(
{SubjectFromWebIdentityToken:subject,Audience:audience,AssumedRoleUser:{Arn:arn2,AssumedRoleId:userId},Credentials:{AccessKeyId:session.accessKeyId,SecretAccessKey:session.
secretAccessKey,SessionToken:session.sessionToken??"",Expiration:new Date(expiresMs).toISOString()},...packedSizeOf(form.get("Policy")),Provider:`arn:aws:iam::${accountId}\
:oidc-provider/${issuer.replace(/^\w+:\/\//,"")}`})};return async exchange=>{let{response}=exchange,requestId=randomUUID6();response.setHeader("x-amzn-requestid",
requestId);let refuse=error=>errorReply2(error,requestId),form=new URLSearchParams(exchange.body.toString("utf8")),operation=STS_OPERATIONS.find(name=>name===form.
get("Action"));if(operation===void 0||exchange.method!=="POST"||form.get("Version")!=="2011-06-15"){let message=`Could not find operation ${form.get("Action")} \
for version ${form.get("Version")}`;send(response,refuse(new AwsError("InvalidAction",400,message)));return}let caller;try{if(operation==="GetCallerIdentity"){let{
arn:arn2,userId}=verify3(exchange,clock.now());caller=elements({Arn:arn2,UserId:userId,Account:accountId})}}catch(error){if(!(error instanceof SignatureError))throw error;
send(response,refuse(new AwsError(REFUSALS2[error.refusal],403,error.message)));return}let failure3=kind=>{let[status,message,name=kind]=ERRORS2[kind];return refuse(
new AwsError(name,status,message))};await governor.perform({operation,response,throttled:()=>failure3("Throttling"),failure:kind=>kind==="PackedPolicyTooLarge"&&
!form.has("Policy")?void 0:failure3(kind),async work(){try{return success(operation,caller??await assumeRole(form),requestId)}catch(error){if(error instanceof AwsError)
return refuse(error);throw error}}})}}function sessionPolicyIn(form){if([...form.keys()].some(name=>name.startsWith("PolicyArns")))throw new AwsError("Validatio\
nError",400,"This account has no managed policies that a session could have");if(!form.has("Policy"))return;let text2=checked(form,"Policy",SESSION_POLICY);try{
return readPolicy(text2)}catch(error){throw error instanceof MalformedPolicy?new AwsError("MalformedPolicyDocument",400,error.message):error}}function packedSizeOf(policy){
return policy===null?{}:{PackedPolicySize:String(Math.ceil(policy.length/MAX_POLICY_CHARACTERS*100))}}function checked(form,name,pattern,otherwise=""){let value=form.
get(name)??otherwise;if(!pattern.test(value))throw invalidParameter(name,value);return value}function invalidParameter(name,value){let member=name.charAt(0).toLowerCase()+
name.slice(1),shown=name==="WebIdentityToken"?"***":value;return new AwsError("ValidationError",400,`1 validation error detected: Value '${shown}' at '${member}\
' failed to satisfy its constraints`)}function success(operation,result,requestId){let metadata=elements({ResponseMetadata:{RequestId:requestId}}),body=`<${operation}\
Response xmlns="${XMLNS}"><${operation}Result>${result}</${operation}Result>${metadata}</${operation}Response>`;return{status:200,headers:{"content-type":"text/\
xml"},body}}function errorReply2({name,status,message},requestId){let type=status<500?"Sender":"Receiver",error=elements({Error:{Type:type,Code:name,Message:message},
RequestId:requestId});return{status,headers:{"content-type":"text/xml"},body:`<ErrorResponse xmlns="${XMLNS}">${error}</ErrorResponse>`}}function elements(values){
return Object.entries(values).map(([name,value])=>`<${name}>${typeof value=="string"?escaped2(value):elements(value)}</${name}>`).join("")}function escaped2(text2){
return text2.replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;")}function createRole(accountId,trust,maxSessionSeconds){return{arn:`arn:aws:ia\
m::${accountId}:role/certificate-issuer`,id:identifier("AROA"),trust,maxSessionSeconds}}function createClock(){let skew=0;return{now:()=>Date.now()+skew,setSkew(ms){skew=ms}}}import{performance}from"node:perf_hooks";import{setTimeout as sleep}from"node:timers/promises";var DISRUPTIONS=["reset","hang","torn","drip","huge","html-403","html-502","html-200"];function createFaultPlan(random){let planned=[],calls=new Map;return{add(fault){
planned.push({fault,left:fault.count??Number.POSITIVE_INFINITY})},clear(){planned=[]},next(operation){let call=(calls.get(operation)??0)+1;calls.set(operation,call);
for(let plan of planned){let{fault}=plan;if(!(plan.left<=0||fault.operation!=="*"&&fault.operation!==operation)&&applies(fault.when,call)&&!(fault.probability!==
void 0&&random()>=fault.probability))return plan.left--,fault}}}}function applies(when,call){return when===void 0?!0:typeof when=="function"?when(call):when.includes(
call)}function createTokenBucket(quota2,now){let current=quota2,tokens=quota2.burst,filledAt=now(),refill=()=>{let time=now();tokens=Math.min(current.burst,tokens+(time-
filledAt)/1e3*current.ratePerSecond),filledAt=time};return{get quota(){return current},take(){return refill(),tokens<1-1e-9?!1:(tokens-=1,!0)},change(changed){refill(),
current=changed,tokens=Math.min(tokens,changed.burst)}}}function createGovernor(options){let{operations,kinds,throttle,random}=options,faults=createFaultPlan(random),buckets=new Map,zero=()=>({calls:0,throttled:0,faulted:0,
succeeded:0}),counters=Object.fromEntries(operations.map(name=>[name,zero()])),latency={fixedMs:0,jitterMs:0},draw=operation=>buckets.get(operation)?.take()!==!1,
halfDelay=()=>(latency.fixedMs+(latency.jitterMs>0?random()*latency.jitterMs:0))/2;return{counters,quotas:()=>Object.fromEntries([...buckets].map(([name,bucket])=>[
name,bucket.quota])),setQuota(operation,quota2){let bucket=buckets.get(operation);quota2===void 0?buckets.delete(operation):bucket!==void 0?bucket.change(quota2):
buckets.set(operation,createTokenBucket(quota2,()=>performance.now()))},setLatency(changed){latency=changed},inject(fault){let known=[...operations,"*"],possible=[
...kinds,...DISRUPTIONS];if(!known.includes(fault.operation))throw new TypeError(`operation: one of ${known.join(", ")}`);if(!possible.includes(fault.kind))throw new TypeError(
`kind: one of ${possible.join(", ")}`);faults.add(fault)},clearFaults:()=>faults.clear(),perform:async call=>{let{operation,response}=call,counter=counters[operation];
counter.calls++;let delay=halfDelay();if(delay>0&&await sleep(delay),!draw(operation)){counter.throttled++,delay>0&&await sleep(delay),send(response,call.throttled());
return}let fault=faults.next(operation);fault!==void 0&&counter.faulted++;let disruption=DISRUPTIONS.find(name=>name===fault?.kind),named2=kinds.find(name=>name===
fault?.kind),failure3=named2===void 0?void 0:call.failure(named2);named2===throttle&&counter.throttled++;let strange=Number(/^html-(\d+)$/.exec(disruption??"")?.[1]??
0),done=(failure3!==void 0||disruption==="reset"||disruption==="hang"||strange>0)&&fault?.afterWork!==!0?void 0:await call.work(named2);disruption!=="hang"&&(delay>
0&&await sleep(delay),disruption==="reset"?reset(response):strange>0?sendStrange(response,strange):disruption==="torn"&&done!==void 0?sendTorn(response,done):disruption===
"drip"&&done!==void 0?sendDripping(response,done):disruption==="huge"&&done!==void 0?sendHuge(response,done):failure3!==void 0?send(response,failure3):done!==void 0&&
(done.status<400&&counter.succeeded++,send(response,done)))},draw}}import{randomBytes as randomBytes3}from"node:crypto";var PERMISSIONS=["actions","contents","metadata","secrets","environments","organization_secrets","dependabot_secrets","codespaces_secrets"],PREFIXES={job:"ghs_",
app:"ghs_",pat:"github_pat_"};function createTokens(){let grants=new Map,create4=grant=>{let token=`${PREFIXES[grant.kind]}${randomBytes3(18).toString("hex")}`;
return grants.set(token,grant),token};return{ofJob:create4({kind:"job",permissions:{actions:"write",metadata:"read"}}),create:create4,find(authorization=""){let[
scheme="",token=""]=authorization.split(" "),grant=/^(?:bearer|token)$/i.test(scheme)?grants.get(token):void 0;return grant===void 0?void 0:{token,grant}}}}function refuseAccess({
kind,permissions},{permission,access}){let given=permissions[permission];return given==="write"||given===access?void 0:json(403,{message:`Resource not accessibl\
e by ${kind==="pat"?"personal access token":"integration"}`,documentation_url:"https://docs.github.com/rest",status:"403"},{"x-accepted-github-permissions":`${permission}\
=${access}`})}function checkGrant(value){let{kind,permissions}=value;if(kind!=="job"&&kind!=="app"&&kind!=="pat")throw new TypeError("kind: one of job, app, pat");
if(typeof permissions!="object"||permissions===null)throw new TypeError("permissions: an object");for(let[name,access]of Object.entries(permissions)){if(!PERMISSIONS.
some(known=>known===name))throw new TypeError(`permissions: ${name} is none of ${PERMISSIONS.join(", ")}`);if(access!=="read"&&access!=="write")throw new TypeError(
`permissions: ${name} is read or write`)}return{kind,permissions}}var CONTROL_PREFIX="/_control/",SERVICES=["iot","sts","serviceQuotas","oidc","artifacts","rest"];async function handleControl(emulator,{method,path,body,response}){
try{send(response,answer(emulator,`${method} ${path.slice(CONTROL_PREFIX.length)}`,body))}catch(error){if(!(error instanceof TypeError||error instanceof SyntaxError))
throw error;send(response,json(400,{message:error.message}))}}function answer(emulator,request,body){switch(request){case"GET state":{let{env,accessKeys,region,
roleArn,caPem,githubToken}=emulator,counters=Object.fromEntries(SERVICES.map(name=>[name,emulator[name].counters])),{iot}=emulator,certificates=iot.certificates().
length;return json(200,{env,accessKeys,region,roleArn,caPem,githubToken,counters,quotas:iot.quotas(),certificates})}case"GET certificates":return json(200,emulator.
iot.certificates());case"GET registry":return json(200,emulator.iot.registry());case"GET calls":return json(200,emulator.calls());case"GET secrets":return json(
200,emulator.secrets.all());case"POST tokens":return json(200,{token:emulator.createToken(checkGrant(parsed3(body)))});case"PUT settings":return emulator.configure(
parsed3(body)),{status:204};case"POST faults":{let{service,...fault}=parsed3(body),name=SERVICES.find(candidate=>candidate===service);if(name===void 0)throw new TypeError(
`service: one of ${SERVICES.join(", ")}`);return emulator[name].inject(fault),{status:204}}case"DELETE faults":for(let name of SERVICES)emulator[name].clearFaults();
return{status:204};case"POST rerun":return emulator.rerun(),json(200,emulator.env);default:return json(404,{message:`no control "${request}"`})}}function parsed3(body){
let value=JSON.parse(body.toString("utf8"));if(typeof value!="object"||value===null)throw new TypeError("body: a JSON object");return value}import{createHash as createHash5}from"node:crypto";import{inflateRawSync}from"node:zlib";var END_OF_DIRECTORY=101010256,DIRECTORY_ENTRY=33639248;function readZip(zip){let end=lastIndexOfEnd(zip),files=new Map,at=zip.
readUInt32LE(end+16);for(let left=zip.readUInt16LE(end+10);left>0;left--){if(zip.readUInt32LE(at)!==DIRECTORY_ENTRY)throw new RangeError("no zip directory entry");
let nameEnd=at+46+zip.readUInt16LE(at+28),name=zip.toString("utf8",at+46,nameEnd);name.endsWith("/")||files.set(name,content(zip,at)),at=nameEnd+zip.readUInt16LE(
at+30)+zip.readUInt16LE(at+32)}return files}function lastIndexOfEnd(zip){for(let at=zip.length-22;at>=Math.max(0,zip.length-22-65535);at--)if(zip.readUInt32LE(at)===
END_OF_DIRECTORY)return at;throw new RangeError("no zip")}function content(zip,entry){let method=zip.readUInt16LE(entry+10),size=zip.readUInt32LE(entry+20),header=zip.
readUInt32LE(entry+42),start=header+30+zip.readUInt16LE(header+26)+zip.readUInt16LE(header+28),packed=zip.subarray(start,start+size);if(method===0)return packed;
if(method===8)return inflateRawSync(packed,{maxOutputLength:zip.readUInt32LE(entry+24)||1});throw new RangeError(`zip method ${method}`)}var ArtifactRefusal=class extends Error{code;constructor(code,message){super(message),this.code=code}},DAY_MS=864e5,DEFAULT_RETENTION_DAYS=90,MAX_RETENTION_DAYS=400,
MAX_ARTIFACTS_PER_JOB=500;function idOf(count){return 4e6+(count%3===0?count:-count)}function createArtifactStore(blobs,clock,names){let pending=new Map,complete=new Map,
count=0,keyOf=(name,{attempt})=>`${names()==="of-run"?attempt.runId:attempt.runBackendId}/${name}`,isTaken=key=>[...pending.values(),...complete.values()].some(
({name,by})=>keyOf(name,by)===key),isKept=({expiresMs})=>expiresMs>clock.now();return{create({name,mimeType,expiresMs,by}){if(name===""||/[":<>|*?\r\n\\/]/.test(
name))throw new ArtifactRefusal("invalid_argument",`the artifact name ${name} is not valid`);let key=keyOf(name,by);if(isTaken(key))throw new ArtifactRefusal("a\
lready_exists","an artifact with this name already exists on the workflow run");if([...pending.values(),...complete.values()].filter(artifact=>artifact.by.backendId===
by.backendId).length>=MAX_ARTIFACTS_PER_JOB)throw new ArtifactRefusal("resource_exhausted",`a job may upload ${MAX_ARTIFACTS_PER_JOB} artifacts`);let createdMs=clock.
now(),expires=expiresMs??createdMs+DEFAULT_RETENTION_DAYS*DAY_MS;if(expires<=createdMs||expires>createdMs+(MAX_RETENTION_DAYS+1)*DAY_MS)throw new ArtifactRefusal(
"invalid_argument","expires_at is out of bounds");let{id,uploadUrl}=blobs.create();return pending.set(key,{name,by,mimeType,createdMs,expiresMs:expires,blobId:id}),
uploadUrl},finalize(name,size,digest,by){let key=keyOf(name,by),artifact=pending.get(key);if(artifact===void 0)throw new ArtifactRefusal("not_found",`there is n\
o upload of an artifact ${name}`);let content2=blobs.read(artifact.blobId);if(content2===void 0)throw new ArtifactRefusal("failed_precondition","the upload is n\
ot committed");let actual=`sha256:${createHash5("sha256").update(content2).digest("hex")}`;if(content2.length!==size)throw new ArtifactRefusal("invalid_argument",
`size ${size} is not that of the upload, ${content2.length}`);if(digest!==void 0&&digest!==actual)throw new ArtifactRefusal("invalid_argument","hash is not that\
 of the upload");let stored={...artifact,id:idOf(++count),size,digest:actual};return pending.delete(key),complete.set(stored.id,stored),stored},plant(name,content2,by){
let{id:blobId}=blobs.create(content2),createdMs=clock.now(),digest=`sha256:${createHash5("sha256").update(content2).digest("hex")}`,expiresMs=createdMs+DEFAULT_RETENTION_DAYS*
DAY_MS,about={name,by,mimeType:"application/zip",createdMs,expiresMs,blobId},id=idOf(++count);complete.set(id,{...about,id,size:content2.length,digest})},list:runId=>[
...complete.values()].filter(artifact=>artifact.by.attempt.runId===runId&&isKept(artifact)),find(id){let artifact=complete.get(id);return artifact!==void 0&&isKept(
artifact)?artifact:void 0},downloadUrl:({blobId,name,mimeType})=>blobs.downloadUrl(blobId,mimeType==="application/zip"?`${name}.zip`:name,mimeType),remove(id){let artifact=complete.
get(id);complete.delete(id),artifact!==void 0&&blobs.remove(artifact.blobId)},uploaded:()=>[...complete.values()].map(({id,name,by,createdMs,expiresMs,blobId})=>{
let content2=blobs.read(blobId)??Buffer.alloc(0),{runId,number}=by.attempt;return{id,name,runId,attempt:number,createdMs,expiresMs,content:content2,files:()=>readZip(
content2)}})}}import{randomUUID as randomUUID7}from"node:crypto";var MESSAGES={401:"Bad credentials",403:"Resource not accessible by integration",404:"Not Found",409:"an artifact with this name already exists on the workflow \
run",429:"Too Many Requests",500:"Internal Server Error",502:"Bad Gateway",503:"Service Unavailable"},GITHUB_FAULTS=Object.keys(MESSAGES);function faultReply(fault){
return json(Number(fault),{message:MESSAGES[fault],msg:MESSAGES[fault]})}var ARTIFACT_OPERATIONS=["CreateArtifact","FinalizeArtifact","ListArtifacts","GetSignedArtifactURL","DeleteArtifact","PutBlob","GetBlob"],TWIRP_PREFIX="/twirp/g\
ithub.actions.results.api.v1.ArtifactService",STATUS={invalid_argument:400,already_exists:409,not_found:404,failed_precondition:412,resource_exhausted:429};function createArtifactService(options){
let{store,blobs,run,signer,clock,governor}=options,tokens=new Map,runtimeToken=(job=run.main)=>{let{attempt,backendId}=job,seconds=Math.floor(clock.now()/1e3),scopes=[
"Actions.GenericRead:00000000-0000-0000-0000-000000000000",`Actions.Results:${attempt.runBackendId}:${backendId}`,`Actions.UploadArtifacts:00000000-0000-0000-00\
00-000000000000/1:Build/Build/${attempt.runId}`],claims={jti:randomUUID7(),iss:"vstoken.actions.githubusercontent.com",scp:scopes.join(" "),iat:seconds,nbf:seconds,
exp:seconds+6*3600},token=tokens.get(backendId)?.token??signer.sign(claims);return tokens.set(backendId,{token,job}),token},jobOf=authorization=>[...tokens.values()].
find(({token})=>authorization===`Bearer ${token}`)?.job,visibleTo=({attempt})=>store.list(attempt.runId).filter(({by})=>by.attempt.number>=attempt.inheritsFrom&&
by.attempt.number<=attempt.number),named2=(message,{attempt})=>{let artifact=store.list(attempt.runId).find(({name,by})=>name===message.name&&by.attempt.number===
attempt.number);if(artifact===void 0||message.workflow_run_backend_id!==attempt.runBackendId)throw new ArtifactRefusal("not_found","there is no such artifact");
return artifact},methods={CreateArtifact(message,by){let expiresMs=message.expires_at===void 0?void 0:Date.parse(String(message.expires_at)),mimeType=typeof message.
mime_type=="string"?message.mime_type:"application/zip";return{ok:!0,signed_upload_url:store.create({name:String(message.name??""),mimeType,expiresMs,by})}},FinalizeArtifact(message,by){
let digest=typeof message.hash=="string"?message.hash:void 0,{id}=store.finalize(String(message.name??""),Number(message.size??0),digest,by);return{ok:!0,artifact_id:String(
id)}},ListArtifacts(message,job){let{name_filter:name,id_filter:id}=message;return{artifacts:visibleTo(job).filter(artifact=>(name===void 0||artifact.name===name)&&
(id===void 0||String(artifact.id)===String(id))).map(artifact=>({workflow_run_backend_id:artifact.by.attempt.runBackendId,workflow_job_run_backend_id:artifact.by.
backendId,database_id:String(artifact.id),name:artifact.name,size:String(artifact.size),created_at:new Date(artifact.createdMs).toISOString(),digest:artifact.digest}))}},
GetSignedArtifactURL:(message,job)=>({signed_url:store.downloadUrl(named2(message,job))}),DeleteArtifact(message,job){let{id}=named2(message,job);return store.remove(
id),{ok:!0,artifact_id:String(id)}}};return{runtimeToken,async handleTwirp({method,path,headers,body,response}){let name=path.slice(TWIRP_PREFIX.length+1);if(method!==
"POST"||!isMethod(name)){send(response,twirpError(404,"bad_route",`no handler for ${path}`));return}let job=jobOf(headers.authorization);if(job===void 0){send(response,
twirpError(401,"unauthenticated","invalid token"));return}await governor.perform({operation:name,response,throttled:()=>faultReply("429"),failure:faultReply,work(){
try{let message=JSON.parse(body.toString("utf8")),{workflow_run_backend_id:runId,workflow_job_run_backend_id:jobId}=message;return run.knows(job.attempt.runId,runId,
jobId)?json(200,methods[name](message,job)):twirpError(403,"permission_denied","not your run")}catch(error){if(error instanceof SyntaxError)return twirpError(400,
"malformed","the body is not JSON");if(error instanceof ArtifactRefusal)return twirpError(STATUS[error.code],error.code,error.message);throw error}}})},handleBlob:exchange=>governor.
perform({operation:exchange.method==="PUT"?"PutBlob":"GetBlob",response:exchange.response,throttled:()=>faultReply("429"),failure:faultReply,work:()=>blobs.answer(
exchange)})};function isMethod(name){return Object.hasOwn(methods,name)}}function twirpError(status,code,msg){return json(status,{code,msg})}import{createHash as createHash6,randomBytes as randomBytes4}from"node:crypto";var URL_LIFETIME_MS=10*6e4,MAX_BLOCK_ID_BYTES=64;function createBlobStore(base,prefix,clock){
let blobs=new Map,permits=new Map,permit=grant=>{let expiresMs=clock.now()+URL_LIFETIME_MS,signature=randomBytes4(32).toString("base64");permits.set(signature,{
...grant,expiresMs});let query=new URLSearchParams({se:new Date(expiresMs).toISOString(),sig:signature,sp:grant.method==="PUT"?"w":"r"});return`${base}/${grant.
id}?${query}`},put2=(blob,query,body)=>{if(query.get("comp")==="block"){let blockId=query.get("blockid")??"",bytes=Buffer.from(blockId,"base64"),[other]=blob.blocks.
keys();return bytes.length<1||bytes.length>MAX_BLOCK_ID_BYTES||bytes.toString("base64")!==blockId?storageError(400,"InvalidQueryParameterValue"):other!==void 0&&
other.length!==blockId.length?storageError(400,"InvalidBlobOrBlock"):body.length===0?storageError(400,"InvalidHeaderValue"):(blob.blocks.set(blockId,body),created())}
if(query.get("comp")==="blocklist"){let parts=[...body.toString("utf8").matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)<\//g)].map(match2=>match2[1]??"").map(
blockId=>blob.blocks.get(blockId)),known=parts.filter(part=>part!==void 0);return known.length!==parts.length?storageError(400,"InvalidBlockList"):(blob.content=
Buffer.concat(known),blob.blocks.clear(),created())}return storageError(400,"InvalidQueryParameterValue")};return{create(content2){let id=randomBytes4(16).toString(
"hex");return blobs.set(id,{blocks:new Map,content:content2}),{id,uploadUrl:permit({id,method:"PUT",fileName:"",contentType:""})}},downloadUrl:(id,fileName,contentType)=>permit(
{id,method:"GET",fileName,contentType}),read:id=>blobs.get(id)?.content,remove(id){blobs.delete(id)},answer({method,path,query,body}){let parameters=new URLSearchParams(
query),granted=permits.get(parameters.get("sig")??""),blob=blobs.get(path.slice(prefix.length+1));if(granted===void 0||granted.method!==method||path!==`${prefix}\
/${granted.id}`||clock.now()>granted.expiresMs)return storageError(403,"AuthenticationFailed");if(blob===void 0)return storageError(404,"BlobNotFound");if(method===
"PUT")return put2(blob,parameters,body);if(blob.content===void 0)return storageError(404,"BlobNotFound");let fileName=granted.fileName.replaceAll('"',"'");return{
status:200,headers:{"content-type":granted.contentType,"content-disposition":`attachment; filename="${fileName.replaceAll(/[^ -~]/g,"_")}"; filename*=UTF-8''${encodeURIComponent(
granted.fileName)}`,"content-md5":createHash6("md5").update(blob.content).digest("base64")},body:blob.content}}}}function created(){return{status:201,headers:{"\
x-ms-version":"2024-11-04","x-ms-request-server-encrypted":"true"}}}function storageError(status,code){let body=`<?xml version="1.0" encoding="utf-8"?><Error><C\
ode>${code}</Code><Message>${code}</Message></Error>`;return{status,headers:{"content-type":"application/xml","x-ms-error-code":code},body}}var RULESET_ID=42;function branchRoutes(store,run){let read={permission:"contents",access:"read"},metadata={permission:"metadata",access:"read"};return[{operation:"\
GetBranch",needs:read,method:"GET",path:"/repos/:owner/:repo/branches/:branch",work({parameters:{branch=""}}){let[head]=store.commits(branch);return head===void 0?
json(404,{message:"Branch not found",status:"404"}):json(200,{name:branch,commit:{sha:head.oid},protected:store.protection(branch)!==void 0})}},{operation:"GetC\
ontents",needs:read,method:"GET",path:"/repos/:owner/:repo/contents/*path",work({parameters:{path=""},query}){let text2=findCommit(store,query.get("ref")??"")?.
files.get(path);return text2===void 0?json(404,{message:"Not Found",status:"404"}):{status:200,headers:{"content-type":"application/vnd.github.raw+json"},body:text2}}},
{operation:"CreateBlob",needs:{permission:"contents",access:"write"},method:"POST",path:"/repos/:owner/:repo/git/blobs",work:()=>json(201,{sha:"e69de29bb2d1d643\
4b8b29ae775ad8c2e48c5391"})},{operation:"GetBranchRules",needs:metadata,method:"GET",path:"/repos/:owner/:repo/rules/branches/:branch",work({parameters:{branch=""}}){
let protection=store.protection(branch);return json(200,protection?.by==="ruleset"?[{type:protection.rule,ruleset_id:RULESET_ID}]:[])}},{operation:"GetRuleset",
needs:metadata,method:"GET",path:"/repos/:owner/:repo/rulesets/:ruleset",work({parameters:{ruleset}}){if(ruleset!==String(RULESET_ID))return faultReply("404");let bypass=store.
protection("main")?.bypass===!0;return json(200,{id:RULESET_ID,current_user_can_bypass:bypass?"always":"never"})}},{operation:"GraphQl",needs:metadata,method:"P\
OST",path:"/graphql",work:call=>answerGraphQl(call,store,run)}]}function findCommit(store,oid2){return store.commits("main").find(commit=>commit.oid===oid2)}function answerGraphQl(call,store,run){
let{query,variables}=JSON.parse(call.body.toString("utf8"));if(!query.includes("createCommitOnBranch")){let branch=String(variables.ref).replace(/^refs\/heads\//,
""),protection=store.protection(branch),refUpdateRule=protection?.by==="classic"?{viewerCanPush:protection.bypass===!0,requiredApprovingReviewCount:protection.rule===
"pull_request"?1:null}:null;return json(200,{data:{repository:{ref:{refUpdateRule}}}})}let input=variables.input,{branchName,repositoryNameWithOwner}=input.branch,
refusal=refuseCommit(call,store,run,repositoryNameWithOwner,branchName,input.expectedHeadOid);if(refusal!==void 0)return json(200,{data:{createCommitOnBranch:null},
errors:[{...refusal,path:["createCommitOnBranch"]}]});let files=input.fileChanges.additions.map(({path,contents})=>[path,Buffer.from(contents,"base64").toString(
"utf8")]),oid2=store.push(branchName,Object.fromEntries(files),input.message.headline,!0);return json(200,{data:{createCommitOnBranch:{commit:{oid:oid2}}}})}function refuseCommit({
grant},store,{job},repository,branch,expected){if(grant.permissions.contents!=="write")return{type:"FORBIDDEN",message:"Resource not accessible by integration"};
let[head]=store.commits(branch);if(head===void 0||repository!==job.repository)return{type:"NOT_FOUND",message:`Could not resolve to a Branch with the name '${branch}\
'.`};let protection=store.protection(branch);if(protection!==void 0&&protection.bypass!==!0)return protection.by==="ruleset"?{type:"UNPROCESSABLE",message:`Repo\
sitory rule violations found

Changes must be made through a pull request.

`}:{type:"BRANCH_PROTECTION_RULE_VIOLATION",message:"At least 1 approving review is required by reviewers with write access."};if(head.oid!==expected)return{type:"\
STALE_DATA",message:`Expected branch to point to "${expected}" but it did not. Pull and try again.`}}import{createHash as createHash7,randomBytes as randomBytes5}from"node:crypto";function createBranchStore(){let branches=new Map,protections=new Map,store={commits:branch=>branches.
get(branch)??[],push(branch,files,message="A change",verified=!1){let before=store.commits(branch),all=new Map([...before[0]?.files??[],...Object.entries(files)]),
oid2=createHash7("sha1").update(randomBytes5(20)).digest("hex");return branches.set(branch,[{oid:oid2,message,verified,files:all},...before]),oid2},protection:branch=>protections.
get(branch),protect(branch,protection){protection===void 0?protections.delete(branch):protections.set(branch,protection)}};return store.push("main",{"README.md":`\
# Devices
`},"Initial commit"),store}import{createHash as createHash8,generateKeyPair as generateKeyPair2,sign as sign2}from"node:crypto";import{promisify as promisify2}from"node:util";var makeKeys2=promisify2(
generateKeyPair2);async function createTokenSigner(){let{publicKey,privateKey}=await makeKeys2("rsa",{modulusLength:2048}),spki=publicKey.export({type:"spki",format:"\
der"}),kid=createHash8("sha256").update(spki).digest("base64url"),jwk={...publicKey.export({format:"jwk"}),kid,alg:"RS256",use:"sig"},header={typ:"JWT",alg:"RS2\
56",kid};return{jwk,sign:claims=>signed(header,claims,privateKey)}}function signed(header,claims,key){let text2=[header,claims].map(part=>Buffer.from(JSON.stringify(
part)).toString("base64url")).join(".");return`${text2}.${sign2("sha256",Buffer.from(text2),key).toString("base64url")}`}import{randomBytes as randomBytes6,randomUUID as randomUUID9}from"node:crypto";import{randomUUID as randomUUID8}from"node:crypto";var DEFAULT_JOB={repository:"octo-org/device-fleet",repositoryId:456789,ownerId:123456,ref:"refs/heads/main",
sha:"5f3c6e1d2b4a59687786a5b4c3d2e1f001122334",eventName:"workflow_dispatch",environment:null,runId:9876543210,workflowPath:".github/workflows/certificates.yml",
calledWorkflow:null,headRepository:"octo-org/device-fleet",immutableSubject:!1};function createRun(now){let job=DEFAULT_JOB,runs=new Map,attemptsOf=runId=>runs.
get(runId)??[],jobs=new Map,begin=(number,inheritsFrom)=>{let{runId}=job,attempt2={runId,job,number,startedMs:now(),runBackendId:randomUUID8(),inheritsFrom};return runs.
set(runId,[...attemptsOf(runId),attempt2]),jobs.set(attempt2.runBackendId,[randomUUID8()]),attempt2},attempt=begin(1,1);return{get job(){return job},get attempt(){
return attempt},get main(){return{job,attempt,backendId:jobs.get(attempt.runBackendId)?.[0]??""}},start(changes){let latest=attemptsOf(changes.runId??job.runId).
at(-1);if(latest===void 0)throw new TypeError(`There is no run ${changes.runId}.`);let backendId=randomUUID8();return jobs.get(latest.runBackendId)?.push(backendId),
{job:{...latest.job,...changes},attempt:latest,backendId}},knows:(runId,runBackendId,jobBackendId)=>attemptsOf(runId).some(one=>one.runBackendId===runBackendId)&&
jobs.get(String(runBackendId))?.includes(String(jobBackendId))===!0,attemptsOf,runs:()=>[...runs.values()].reverse(),change(changes){job={...job,...changes};let earlier=attemptsOf(
job.runId),last=earlier.at(-1);last===void 0?attempt=begin(1,1):(attempt={...last,job},runs.set(job.runId,[...earlier.slice(0,-1),attempt]))},rerun(which){let number=attempt.
number+1;attempt=begin(number,which==="all-jobs"?number:attempt.inheritsFrom)}}}function subjectOf(job){let[owner="",name=""]=job.repository.split("/"),repository=job.
immutableSubject?`${owner}@${job.ownerId}/${name}@${job.repositoryId}`:job.repository;return job.environment!==null?`repo:${repository}:environment:${job.environment.
replaceAll(":","%3A")}`:`repo:${repository}:${job.eventName==="pull_request"?"pull_request":`ref:${job.ref}`}`}function claimsOf({job,attempt}){let[owner]=job.repository.
split("/"),workflow=`${job.repository}/${job.workflowPath}@${job.ref}`;return{sub:subjectOf(job),...job.environment===null?{}:{environment:job.environment},actor:"\
octocat",actor_id:"583231",base_ref:"",event_name:job.eventName,head_ref:"",job_workflow_ref:job.calledWorkflow??workflow,job_workflow_sha:job.sha,ref:job.ref,ref_protected:"\
true",ref_type:job.ref.startsWith("refs/tags/")?"tag":"branch",repository:job.repository,repository_id:String(job.repositoryId),repository_owner:owner,repository_owner_id:String(
job.ownerId),repository_visibility:"private",run_attempt:String(attempt.number),run_id:String(job.runId),run_number:"1",runner_environment:"github-hosted",sha:job.
sha,workflow:"Certificates",workflow_ref:workflow,workflow_sha:job.sha}}var OIDC_OPERATIONS=["GetIdToken","GetConfiguration","GetKeys"],LIFETIME_S=300,BACKDATED_S=600;function createOidcIssuer(options){let{base,prefix,run,signer,clock,
governor}=options,makeToken=()=>randomBytes6(32).toString("base64url"),mainToken=makeToken(),jobs=new Map,jobOf=authorization=>authorization===`Bearer ${mainToken}`?
run.main:jobs.get(authorization?.slice(7)??""),idToken=(query,job)=>{let[owner]=job.job.repository.split("/"),seconds=Math.floor(clock.now()/1e3);return signer.
sign({jti:randomUUID9(),aud:query.get("audience")??`https://github.com/${owner}`,...claimsOf(job),iss:base,nbf:seconds-BACKDATED_S,exp:seconds+LIFETIME_S,iat:seconds})},
answers={"/token":{operation:"GetIdToken",answer(query,job){let value=idToken(query,job);return{count:value.length,value}}},"/.well-known/openid-configuration":{
operation:"GetConfiguration",answer:()=>({issuer:base,jwks_uri:`${base}/.well-known/jwks`,subject_types_supported:["public","pairwise"],response_types_supported:[
"id_token"],id_token_signing_alg_values_supported:["RS256"],scopes_supported:["openid"]})},"/.well-known/jwks":{operation:"GetKeys",answer:()=>({keys:[signer.jwk]})}};
return{issuer:base,requestUrl:`${base}/token?api-version=2.0`,requestToken(job){if(job===void 0)return mainToken;let token=makeToken();return jobs.set(token,job),
token},async handle({method,path,query,headers,response}){let target=answers[path.slice(prefix.length)];if(target===void 0||method!=="GET"){send(response,faultReply(
"404"));return}let{operation,answer:answer2}=target,job=jobOf(headers.authorization);if(operation==="GetIdToken"&&job===void 0){send(response,faultReply("401"));
return}await governor.perform({operation,response,throttled:()=>faultReply("429"),failure:faultReply,work:()=>json(200,answer2(new URLSearchParams(query),job??run.
main))})}}}var GITHUB_LIMITS={callsPerHour:5e3,writes:[{count:80,seconds:60},{count:500,seconds:3600}]},HOUR_MS=36e5;function createRateLimiter(limits,clock){let windows=new Map,
writes=[],windowOf=token=>{let known=windows.get(token);if(known!==void 0&&known.resetMs>clock.now())return known;let fresh={resetMs:clock.now()+HOUR_MS,used:0};
return windows.set(token,fresh),fresh},headersOf2=(token,{callsPerHour})=>{let{resetMs,used}=windowOf(token);return{"x-ratelimit-limit":String(callsPerHour),"x-\
ratelimit-used":String(used),"x-ratelimit-remaining":String(Math.max(0,callsPerHour-used)),"x-ratelimit-reset":String(Math.ceil(resetMs/1e3)),"x-ratelimit-resou\
rce":"core"}},wait=inForce=>{let now=clock.now(),waits=inForce.writes.map(({count,seconds})=>{let oldest=writes.filter(time=>time>now-seconds*1e3).at(-count);return oldest===
void 0?0:oldest+seconds*1e3-now});return Math.max(0,...waits)};return{take(token,isWrite){let inForce=limits();if(inForce===void 0)return;let window=windowOf(token);
if(window.used>=inForce.callsPerHour)return{headers:headersOf2(token,inForce),refusal:primaryRefusal()};window.used++;let headers=headersOf2(token,inForce);if(!isWrite)
return{headers,refusal:void 0};let waitMs=wait(inForce);if(waitMs>0)return{headers,refusal:secondaryRefusal(Math.ceil(waitMs/1e3))};let longest=Math.max(0,...inForce.
writes.map(({seconds})=>seconds))*1e3;return writes=[...writes.filter(time=>time>clock.now()-longest),clock.now()],{headers,refusal:void 0}},describe(token){let inForce=limits();
if(inForce===void 0)return json(404,{message:"Rate limiting is not enabled."});let{resetMs,used}=windowOf(token),{callsPerHour:limit}=inForce,core={limit,used,remaining:Math.
max(0,limit-used),reset:Math.ceil(resetMs/1e3)};return json(200,{resources:{core},rate:core},headersOf2(token,inForce))}}}function primaryRefusal(){return json(
403,{message:"API rate limit exceeded for installation ID 12345678.",documentation_url:"https://docs.github.com/rest/overview/rate-limits-for-the-rest-api"})}function secondaryRefusal(seconds){
return json(403,{message:"You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",documentation_url:"https://docs.github.com/\
rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits"},{"retry-after":String(seconds)})}import{randomUUID as randomUUID10}from"node:crypto";var REST_OPERATIONS=["ListWorkflowRuns","GetWorkflowRun","GetWorkflowRunAttempt","ListWorkflowRunArtifacts","DownloadArtifact","DeleteArtifact","GetRateLimit","\
GetRepository","GetSecretPublicKey","ListSecrets","GetSecret","PutSecret","DeleteSecret","GetBranch","GetContents","CreateBlob","GetBranchRules","GetRuleset","G\
raphQl"],REFUSALS3={saml:"Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.","ip-allow\
-list":"Although you appear to have the correct authorization credentials, the `octo-org` organization has an IP allow list enabled, and your IP address is not \
permitted to access this resource.","pat-policy":"`octo-org` forbids access via a fine-grained personal access tokens if the token's lifetime is greater than 36\
6 days. Please adjust your token's lifetime at the following URL: https://github.com/settings/personal-access-tokens/1",archived:"Repository was archived so is \
read-only.",admin:"Must have admin rights to Repository."},REST_FAULTS=[...GITHUB_FAULTS,"rate-limit","secondary-rate-limit","rotated-key",...Object.keys(REFUSALS3)];
function createRestService(options){let{apiUrl,prefix,run,tokens,limiter,routes,governor}=options;return{async handle({method,path,query,headers,body,response}){
response.setHeader("x-github-request-id",randomUUID10());let known=tokens.find(headers.authorization);if(known===void 0){send(response,faultReply("401"));return}
let place=path.slice(prefix.length);if(method==="GET"&&place==="/rate_limit"){await governor.perform({operation:"GetRateLimit",response,throttled:()=>faultReply(
"429"),failure:failure2,work:()=>limiter.describe(known.token)});return}let admission=limiter.take(known.token,!/^(GET|HEAD)$/.test(method));for(let[name,value]of Object.
entries(admission?.headers??{}))response.setHeader(name,value);let target=findRoute(routes,method,place),refusal=admission?.refusal??(target===void 0||!leadsTo(
run,target.parameters)?faultReply("404"):refuseAccess(known.grant,target.route.needs));if(refusal!==void 0||target===void 0){send(response,refusal??faultReply("\
404"));return}let{route,parameters}=target;await governor.perform({operation:route.operation,response,throttled:()=>faultReply("429"),failure:failure2,work:fault=>route.
work({url:`${apiUrl}${place}`,parameters,query:new URLSearchParams(query),body,grant:known.grant},fault)})}}}function failure2(fault){if(fault==="rotated-key")return;
if(fault in REFUSALS3){let sso=fault==="saml"?{"x-github-sso":"required; url=https://github.com/orgs/octo-org/sso"}:{};return json(403,{message:REFUSALS3[fault],
status:"403"},sso)}if(fault==="secondary-rate-limit")return secondaryRefusal(1);if(fault!=="rate-limit")return faultReply(fault);let{headers,...reply}=primaryRefusal(),
reset2=String(Math.floor(Date.now()/1e3));return{...reply,headers:{...headers,"x-ratelimit-remaining":"0","x-ratelimit-reset":reset2}}}function leadsTo({job},{owner,
repo,org,repositoryId}){let[organization=""]=job.repository.split("/"),same=(a,b)=>a.toLowerCase()===b.toLowerCase();return org!==void 0?same(org,organization):
owner===void 0&&repo===void 0&&repositoryId===void 0?!0:repositoryId!==void 0?repositoryId===String(job.repositoryId):same(`${owner}/${repo}`,job.repository)}function runRoutes(run,store,apiUrl){
let ofRun=(parameters,reply)=>{let attempts=run.attemptsOf(Number(parameters.run)),latest=attempts.at(-1);return latest===void 0?faultReply("404"):reply(latest,
attempts)},artifact=parameters=>store.find(Number(parameters.artifact));return[{operation:"GetRepository",needs:{permission:"metadata",access:"read"},method:"GE\
T",path:"/repos/:owner/:repo",work:()=>json(200,{id:run.job.repositoryId,full_name:run.job.repository,private:!0})},{operation:"ListWorkflowRuns",needs:{permission:"\
actions",access:"read"},method:"GET",path:"/repos/:owner/:repo/actions/workflows/:workflow/runs",work:({parameters,query})=>listRuns(run,parameters.workflow??"",
query)},{operation:"GetWorkflowRun",needs:{permission:"actions",access:"read"},method:"GET",path:"/repos/:owner/:repo/actions/runs/:run",work:({parameters})=>ofRun(
parameters,(latest,attempts)=>json(200,describeRun(attempts,latest)))},{operation:"GetWorkflowRunAttempt",needs:{permission:"actions",access:"read"},method:"GET",
path:"/repos/:owner/:repo/actions/runs/:run/attempts/:attempt",work:({parameters})=>ofRun(parameters,(_,attempts)=>{let attempt=attempts.find(({number})=>String(
number)===parameters.attempt);return attempt===void 0?faultReply("404"):json(200,describeRun(attempts,attempt))})},{operation:"ListWorkflowRunArtifacts",needs:{
permission:"actions",access:"read"},method:"GET",path:"/repos/:owner/:repo/actions/runs/:run/artifacts",work:({parameters,query})=>ofRun(parameters,({runId})=>json(
200,listArtifacts(store.list(runId),run.job,apiUrl,query)))},{operation:"DownloadArtifact",needs:{permission:"actions",access:"read"},method:"GET",path:"/repos/\
:owner/:repo/actions/artifacts/:artifact/zip",work({parameters}){let found3=artifact(parameters);return found3===void 0?faultReply("404"):{status:302,headers:{location:store.
downloadUrl(found3)}}}},{operation:"DeleteArtifact",needs:{permission:"actions",access:"write"},method:"DELETE",path:"/repos/:owner/:repo/actions/artifacts/:art\
ifact",work({parameters}){let found3=artifact(parameters);return found3===void 0?faultReply("404"):(store.remove(found3.id),{status:204})}}]}function listRuns(run,workflow,query){
let ofWorkflow=run.runs().filter(([first])=>first?.job.workflowPath.split("/").at(-1)===workflow);if(ofWorkflow.length===0)return faultReply("404");let matches3=(name,value)=>!query.
has(name)||query.get(name)===value,found3=ofWorkflow.flatMap(attempts=>{let latest=attempts.at(-1);return latest===void 0?[]:matches3("branch",branchOf(latest.job))&&
matches3("event",latest.job.eventName)?[describeRun(attempts,latest)]:[]}),{size,page:page2}=pageOf(query);return json(200,{total_count:found3.length,workflow_runs:found3.
slice((page2-1)*size,page2*size)})}function branchOf({ref}){return ref.replace(/^refs\/\w+\//,"")}function pageOf(query){return{size:Math.min(Math.max(Number(query.
get("per_page")??"30")||30,1),100),page:Math.max(Number(query.get("page")??"1")||1,1)}}function describeRun(attempts,attempt){let{job}=attempt,isOwn=job.headRepository.
toLowerCase()===job.repository.toLowerCase(),time=ms=>timestamp(ms??0);return{id:attempt.runId,name:"Certificates",path:job.workflowPath,run_number:1,run_attempt:attempt.
number,event:job.eventName,status:"in_progress",conclusion:null,head_branch:branchOf(job),head_sha:job.sha,repository:{id:job.repositoryId,full_name:job.repository,
fork:!1},head_repository:isOwn?{id:job.repositoryId,full_name:job.repository,fork:!1}:{id:job.repositoryId+1,full_name:job.headRepository,fork:!0},created_at:time(
attempts[0]?.startedMs),run_started_at:time(attempt.startedMs),updated_at:time(attempt.startedMs)}}function listArtifacts(artifacts,job,apiUrl,query){let name=query.
get("name"),all=artifacts.filter(artifact=>name===null||artifact.name===name).toReversed(),{size,page:page2}=pageOf(query);return{total_count:all.length,artifacts:all.
slice((page2-1)*size,page2*size).map(artifact=>{let url=`${apiUrl}/repos/${job.repository}/actions/artifacts/${artifact.id}`;return{id:artifact.id,name:artifact.
name,size_in_bytes:artifact.size,url,archive_download_url:`${url}/zip`,expired:!1,created_at:timestamp(artifact.createdMs),updated_at:timestamp(artifact.createdMs),
expires_at:timestamp(artifact.expiresMs),digest:artifact.digest,workflow_run:{id:artifact.by.attempt.runId,head_sha:job.sha}}})}}function timestamp(ms){return new Date(
ms).toISOString().replace(/\.\d+Z$/,"Z")}var PLACES=[{scope:"repository",path:"/repos/:owner/:repo/actions/secrets",permission:"secrets",capacity:100},{scope:"dependabot",path:"/repos/:owner/:repo/depe\
ndabot/secrets",permission:"dependabot_secrets",capacity:100},{scope:"codespaces",path:"/repos/:owner/:repo/codespaces/secrets",permission:"codespaces_secrets",
capacity:100},{scope:"environment",path:"/repos/:owner/:repo/environments/:environment/secrets",permission:"environments",capacity:100},{scope:"environment",path:"\
/repositories/:repositoryId/environments/:environment/secrets",permission:"environments",capacity:100},{scope:"organization",path:"/orgs/:org/actions/secrets",permission:"\
organization_secrets",capacity:1e3}],MAX_VALUE_BYTES=49152,BASE64=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;function secretRoutes(store,run,environments){
return PLACES.flatMap(({scope,path,permission,capacity})=>{let inVault=work=>(call,fault)=>{let{environment}=call.parameters,known=environments().find(name=>name.
toLowerCase()===environment?.toLowerCase());if(scope==="environment"&&known===void 0)return faultReply("404");let vault=store.vault(scope,known);return fault===
"rotated-key"&&vault.rotateKey(),work(vault,call)},read={permission,access:"read"},write={permission,access:"write"};return[{operation:"GetSecretPublicKey",method:"\
GET",path:`${path}/public-key`,needs:read,work:inVault(async vault=>{let{id,publicKey}=await vault.key();return json(200,{key_id:id,key:publicKey})})},{operation:"\
ListSecrets",method:"GET",path,needs:read,work:inVault((vault,{query,url})=>listed(vault,query,url))},{operation:"GetSecret",method:"GET",path:`${path}/:name`,needs:read,
work:inVault((vault,{parameters})=>{let found3=vault.get(parameters.name??"");return found3===void 0?faultReply("404"):json(200,describe4(found3))})},{operation:"\
PutSecret",method:"PUT",path:`${path}/:name`,needs:write,work:inVault((vault,call)=>put(vault,call,scope,capacity,run))},{operation:"DeleteSecret",method:"DELET\
E",path:`${path}/:name`,needs:write,work:inVault((vault,{parameters})=>vault.remove(parameters.name??"")?{status:204}:faultReply("404"))}]})}async function put(vault,{
parameters,body},scope,capacity,run){let name=parameters.name??"",request;try{request=JSON.parse(body.toString("utf8"))}catch{return json(400,{message:"Problems\
 parsing JSON"})}let{encrypted_value:box,key_id:keyId}=request;if(typeof box!="string"||!BASE64.test(box))return unprocessable(`Invalid request.

${String(box)} does not match /${BASE64.source}/.`);if(!/^[a-z_]\w*$/i.test(name))return unprocessable("Secret names can only contain alphanumeric characters ([\
a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_).");if(/^github_/i.test(name))return unprocessable(
"Secret names must not start with GITHUB_.");let key=await vault.key();if(keyId!==key.id)return unprocessable("The key_id is not that of the current public key.");
let value=key.open(Buffer.from(box,"base64"));if(value===void 0)return unprocessable("The encrypted_value is no sealed box for the public key.");if(value.length>
MAX_VALUE_BYTES)return unprocessable("Secret value is too large: 48 KB at most.");if(vault.get(name)===void 0&&vault.list().length>=capacity)return unprocessable(
`There can be no more than ${capacity} secrets here.`);let visible2=scope==="organization"?visibilityIn(request,run):void 0;return visible2==="wrong"?unprocessable(
`Invalid request.

visibility or selected_repository_ids are wrong.`):vault.put(name,value.toString("utf8"),visible2)?json(201,{}):{status:204}}function visibilityIn({visibility,selected_repository_ids:ids=[]},{
job}){let known=["all","private","selected"].find(name=>name===visibility);return known===void 0||!Array.isArray(ids)||ids.some(id=>Number(id)!==job.repositoryId)||
known!=="selected"&&ids.length>0?"wrong":{visibility:known,selectedRepositoryIds:ids.map(Number)}}function unprocessable(message){return json(422,{message,documentation_url:"\
https://docs.github.com/rest/actions/secrets",status:"422"})}function listed(vault,query,url){let size=Math.min(Math.max(Number(query.get("per_page")??"30")||30,
1),100),page2=Math.max(Number(query.get("page")??"1")||1,1),all=vault.list(),last=Math.max(1,Math.ceil(all.length/size)),link=(to,rel)=>`<${url}?per_page=${size}\
&page=${to}>; rel="${rel}"`,headers=page2<last?{link:`${link(page2+1,"next")}, ${link(last,"last")}`}:{};return json(200,{total_count:all.length,secrets:all.slice(
(page2-1)*size,page2*size).map(describe4)},headers)}function describe4({name,createdMs,updatedMs,visibility}){return{name,created_at:new Date(createdMs).toISOString(),
updated_at:new Date(updatedMs).toISOString(),...visibility===void 0?{}:{visibility}}}import{randomInt}from"node:crypto";async function createBoxKey(){let{default:sodium}=await import("./lib-libsodium.js");await sodium.ready;let{publicKey,
privateKey}=sodium.crypto_box_keypair();return{id:String(randomInt(1e13,1e14)),publicKey:Buffer.from(publicKey).toString("base64"),open(box){try{return Buffer.from(
sodium.crypto_box_seal_open(box,publicKey,privateKey))}catch{return}}}}function createSecretStore(clock){let vaults=new Map;return{vault(scope,environment){let id=`${scope} ${environment?.toLowerCase()??""}`,known=vaults.get(id)??createVault(
scope,environment,clock);return vaults.set(id,known),known},all:()=>[...vaults.values()].flatMap(vault=>vault.list())}}function createVault(scope,environment,clock){
let secrets=new Map,key;return{list:()=>[...secrets.values()].sort((a,b)=>a.name<b.name?-1:1),async key(){return key??=createBoxKey(),key},rotateKey(){key=void 0},
get:name=>secrets.get(name.toUpperCase()),put(given,value,visible2={visibility:void 0,selectedRepositoryIds:[]}){let name=given.toUpperCase(),before=secrets.get(
name),now=clock.now();return secrets.set(name,{scope,environment,name,value,createdMs:before?.createdMs??now,updatedMs:now,writes:(before?.writes??0)+1,...visible2}),
before===void 0},remove:name=>secrets.delete(name.toUpperCase())}}var OIDC_PREFIX="/oidc",BLOB_PREFIX="/blobs",API_PREFIX="/api";async function createGitHub(options){let{origin,storageOrigin,run,clock,random,artifactNames,rateLimits:rateLimits2,
environments}=options,governed=operations=>createGovernor({operations,kinds:GITHUB_FAULTS,throttle:"429",random}),oidc=governed(OIDC_OPERATIONS),artifacts=governed(
ARTIFACT_OPERATIONS),rest=createGovernor({operations:REST_OPERATIONS,kinds:REST_FAULTS,throttle:"429",random}),signer=await createTokenSigner(),blobs=createBlobStore(
`${storageOrigin}${BLOB_PREFIX}`,BLOB_PREFIX,clock),store=createArtifactStore(blobs,clock,artifactNames),issuer=createOidcIssuer({base:`${origin}${OIDC_PREFIX}`,
prefix:OIDC_PREFIX,run,signer,clock,governor:oidc}),artifactService=createArtifactService({store,blobs,run,signer,clock,governor:artifacts}),apiUrl=`${origin}${API_PREFIX}`,
tokens=createTokens(),secrets=createSecretStore(clock),branches=createBranchStore(),api=createRestService({apiUrl,prefix:API_PREFIX,run,tokens,limiter:createRateLimiter(
rateLimits2,clock),routes:[...runRoutes(run,store,apiUrl),...secretRoutes(secrets,run,environments),...branchRoutes(branches,run)],governor:rest}),services=[[`${OIDC_PREFIX}\
/`,issuer.handle],[`${TWIRP_PREFIX}/`,artifactService.handleTwirp],[`${BLOB_PREFIX}/`,artifactService.handleBlob],[`${API_PREFIX}/`,api.handle]];return{issuer:issuer.
issuer,tokens,oidc,artifacts,rest,store,secrets,branches,env(started){let{job,attempt}=started??run.main;return{ACTIONS_ID_TOKEN_REQUEST_URL:issuer.requestUrl,ACTIONS_ID_TOKEN_REQUEST_TOKEN:issuer.
requestToken(started),ACTIONS_RESULTS_URL:`${origin}/`,ACTIONS_RUNTIME_TOKEN:artifactService.runtimeToken(started),GITHUB_API_URL:apiUrl,GITHUB_GRAPHQL_URL:`${apiUrl}\
/graphql`,GITHUB_SERVER_URL:"https://github.com",GITHUB_REPOSITORY:job.repository,GITHUB_REF:job.ref,GITHUB_SHA:job.sha,GITHUB_EVENT_NAME:job.eventName,GITHUB_WORKFLOW_REF:`${job.
repository}/${job.workflowPath}@${job.ref}`,GITHUB_RUN_ID:String(job.runId),GITHUB_RUN_ATTEMPT:String(attempt.number)}},async handle(exchange){let service=services.
find(([prefix])=>exchange.path.startsWith(prefix));service===void 0?send(exchange.response,faultReply("404")):await service[1](exchange)}}}function seededRandom(seed){let state=seed>>>0;return()=>{state=state+1831565813>>>0;let mixed=Math.imul(state^state>>>15,state|1);return mixed^=mixed+Math.imul(
mixed^mixed>>>7,mixed|61),((mixed^mixed>>>14)>>>0)/2**32}}var isRecord=value=>typeof value=="object"&&value!==null&&!Array.isArray(value),isText=value=>typeof value=="string",isBoolean=value=>typeof value=="boolean",isNumber=value=>typeof value==
"number"&&Number.isFinite(value),atLeast=least=>value=>isNumber(value)&&value>=least,orNull=check=>value=>value===null||check(value),oneOf=(...values)=>value=>values.
includes(value),texts3=value=>Array.isArray(value)&&value.every(isText),record2=(fields,partial=!1)=>value=>isRecord(value)&&Object.entries(value).every(([name,
field])=>Object.hasOwn(fields,name)&&fields[name]?.(field))&&(partial||Object.keys(fields).every(name=>Object.hasOwn(value,name))),quota=record2({ratePerSecond:value=>isNumber(
value)&&value>0,burst:atLeast(1)}),writeWindow=record2({count:atLeast(1),seconds:atLeast(1)}),rateLimits=record2({callsPerHour:atLeast(1),writes:value=>Array.isArray(
value)&&value.every(writeWindow)}),isTexts=value=>isRecord(value)&&Object.values(value).every(isText),isPolicy2=value=>{try{return isRecord(value)&&readPolicy(value).
statements.length>0}catch(error){if(error instanceof MalformedPolicy)return!1;throw error}},CHECKS={clockSkewMs:isNumber,latency:record2({fixedMs:atLeast(0),jitterMs:atLeast(
0)}),quotas:value=>value==="aws-default"||value==="none"||isRecord(value)&&Object.values(value).every(orNull(quota)),mayReadQuotas:isBoolean,throttleStatus:oneOf(
400,429),listLagMs:atLeast(0),registryLagMs:atLeast(0),detachLagMs:atLeast(0),exclusiveAnswers:record2({refusal:oneOf("InvalidRequestException","ConflictExcepti\
on"),repeat:oneOf("success","refusal")}),sessionMs:orNull(atLeast(0)),maxSessionSeconds:atLeast(900),registerThingPermissions:oneOf("itself","each-call"),rolePolicy:orNull(
isPolicy2),trust:value=>isRecord(value)&&record2({audiences:texts3,subjects:texts3,claims:isTexts})({claims:{},...value}),job:record2({repository:value=>/^[^/]+\/[^/]+$/.
test(String(value)),repositoryId:isNumber,ownerId:isNumber,ref:isText,sha:isText,eventName:isText,environment:orNull(isText),runId:isNumber,workflowPath:isText,
calledWorkflow:orNull(isText),headRepository:value=>/^[^/]+\/[^/]+$/.test(String(value)),immutableSubject:isBoolean},!0),artifactNames:oneOf("of-attempt","of-ru\
n"),rateLimits:value=>value==="none"||value==="github-default"||rateLimits(value),environments:texts3};function checkSettings(value){if(!isRecord(value))throw new TypeError(
"settings: an object");for(let[name,setting]of Object.entries(value)){let check=Object.hasOwn(CHECKS,name)?CHECKS[name]:void 0;if(check===void 0)throw new TypeError(
`settings: ${name} is none of ${Object.keys(CHECKS).join(", ")}`);if(!check(setting))throw new TypeError(`settings: ${name} cannot be ${JSON.stringify(setting)}`)}
return value}var PLANTED_AT_A_TIME=100;async function startServers(date,port){let servers=[];try{for(let index=0;index<3;index++)servers.push(await startServer(date,port===0?
0:port+index));return servers}catch(error){throw await Promise.all(servers.map(server=>server.close())),error}}async function startEmulator(options={}){let{region="\
us-east-1",otherRegions=[],accountId="123456789012",port=0,seed=1,storageOrigin,...initial}=options,clock=createClock(),random=seededRandom(seed),run=createRun(
clock.now),settings={clockSkewMs:0,latency:{fixedMs:0,jitterMs:0},quotas:"none",mayReadQuotas:!1,throttleStatus:400,listLagMs:0,registryLagMs:0,detachLagMs:500,
exclusiveAnswers:{refusal:"InvalidRequestException",repeat:"success"},registerThingPermissions:"itself",sessionMs:null,maxSessionSeconds:3600,rolePolicy:null,trust:{
audiences:["sts.amazonaws.com"],subjects:[subjectOf(run.job)]},job:{},artifactNames:"of-attempt",rateLimits:"none",environments:["production"]},iot=createGovernor(
{operations:IOT_OPERATIONS,kinds:IOT_FAULTS,throttle:"ThrottlingException",random}),sts=createGovernor({operations:STS_OPERATIONS,kinds:STS_FAULTS,throttle:"Thr\
ottling",random}),serviceQuotas=createGovernor({operations:SERVICE_QUOTAS_OPERATIONS,kinds:SERVICE_QUOTAS_FAULTS,throttle:"TooManyRequestsException",random}),rolePolicy,
configure=changes=>{settings={...settings,...checkSettings(changes)},clock.setSkew(settings.clockSkewMs),rolePolicy=settings.rolePolicy===null?void 0:readPolicy(
settings.rolePolicy),iot.setLatency(settings.latency),run.change(changes.job??{});let{quotas}=changes;for(let operation of quotas===void 0?[]:IOT_OPERATIONS)quotas===
"none"?iot.setQuota(operation,void 0):quotas==="aws-default"?iot.setQuota(operation,{ratePerSecond:AWS_DEFAULT_TPS[operation],burst:AWS_DEFAULT_TPS[operation]}):
quotas?.[operation]!==void 0&&iot.setQuota(operation,quotas[operation]??void 0)};configure(initial);let[iotServer,stsServer,githubServer]=await startServers(clock.
now,port),servers=[iotServer,stsServer,githubServer],[authority,github]=await Promise.all([createCertificateAuthority(),createGitHub({origin:githubServer.origin,
storageOrigin:storageOrigin??githubServer.origin,run,clock,random,artifactNames:()=>settings.artifactNames,rateLimits(){let{rateLimits:rateLimits2}=settings;if(rateLimits2!==
"none")return rateLimits2==="github-default"?GITHUB_LIMITS:rateLimits2},environments:()=>settings.environments})]),account=createAccount(accountId,region),regions=[
account,...otherRegions.map(other=>createAccount(accountId,other))],registryOf=there=>createRegistry({account:there,clock,readLagMs:()=>settings.registryLagMs,detachLagMs:()=>settings.
detachLagMs,exclusiveAnswers:()=>settings.exclusiveAnswers}),registry=registryOf(account),keys=createAccessKeys(),user=keys.createUserKey(`arn:aws:iam::${accountId}\
:user/operator`),role=createRole(accountId,()=>settings.trust,()=>settings.maxSessionSeconds),authorizer=createAuthorizer({accountId,roleArn:role.arn,rolePolicy:()=>rolePolicy}),
draw=operation=>{if(!iot.draw(operation))throw new AwsError("ThrottlingException",settings.throttleStatus,"Rate exceeded")},serveRegion=(there,things)=>createIotService(
{routes:[...certificateRoutes({account:there,authority,clock,listLagMs:()=>settings.listLagMs,attachedTo:arn2=>attachedTo(things,arn2),releasePolicies:arn2=>releasePolicies(
things,arn2)}),...thingRoutes(things),...groupRoutes(things),...policyRoutes(things),...provisioningRoutes(things,{issue:(csrPem,status)=>issueCertificate({account:there,
authority,clock},csrPem,status),changeStatus:(certificate,status)=>changeStatus({account:there,clock},certificate,status),draw,permissions:()=>settings.registerThingPermissions})],
governor:iot,verify:createVerifier(keys,"iot",there.region),authorizer,account:there,clock,throttleStatus:()=>settings.throttleStatus}),handleIot=serveRegion(account,
registry),elsewhere=new Map(regions.slice(1).map(there=>[there.region,serveRegion(there,registryOf(there))])),handleServiceQuotas=createServiceQuotas({verify:createVerifier(
keys,"servicequotas",otherRegions.length===0?region:void 0),authorizer,accountId,clock,mayRead:()=>settings.mayReadQuotas,applied:()=>iot.quotas().CreateCertificateFromCsr?.
ratePerSecond,governor:serviceQuotas});iotServer.serve(exchange=>exchange.path.startsWith(CONTROL_PREFIX)?handleControl(emulator,exchange):isForServiceQuotas(exchange)?
handleServiceQuotas(exchange):(elsewhere.get(signedRegion(exchange))??handleIot)(exchange)),stsServer.serve(createStsService({accountId,role,issuer:github.issuer,
keys,governor:sts,verify:createVerifier(keys,"sts",void 0),clock,sessionMs:()=>settings.sessionMs})),githubServer.serve(github.handle);let awsEnv={AWS_ENDPOINT_URL_IOT:iotServer.
origin,AWS_ENDPOINT_URL_STS:stsServer.origin,AWS_ENDPOINT_URL_SERVICE_QUOTAS:iotServer.origin},emulator={get env(){return{...awsEnv,...github.env()}},accessKeys:{
AWS_ACCESS_KEY_ID:user.accessKeyId,AWS_SECRET_ACCESS_KEY:user.secretAccessKey},region,accountId,roleArn:role.arn,caPem:authority.pem,githubToken:github.tokens.ofJob,
controlUrl:`${iotServer.origin}${CONTROL_PREFIX}`,iot:{...iot,certificates:()=>regions.flatMap(there=>there.all()),registry:()=>snapshot(registry),async plant(csrPem,count,ageMs){
let request=readCertificationRequest(csrPem);for(let done=0;done<count;done+=PLANTED_AT_A_TIME){let createdMs=clock.now()-ageMs,some=Array.from({length:Math.min(
PLANTED_AT_A_TIME,count-done)},()=>authority.issue(request,createdMs));for(let issued of await Promise.all(some))account.add(issued,request,"ACTIVE",createdMs)}}},
sts,serviceQuotas,oidc:github.oidc,artifacts:{...github.artifacts,uploaded:github.store.uploaded,plant:(name,content2)=>github.store.plant(name,content2,run.main)},
rest:github.rest,secrets:{all:github.secrets.all},branches:github.branches,calls:authorizer.calls,createToken:github.tokens.create,configure,startJob:(job={})=>({
...awsEnv,...github.env(run.start(job))}),rerun:(jobs="failed-jobs")=>run.rerun(jobs),async close(){await Promise.all(servers.map(server=>server.close()))}};return emulator}export{startEmulator};
