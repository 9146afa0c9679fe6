import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{artifactNameOf,certificateIn,certificateOf,certificatePath,check,checkPem,count,createPacers,createProgress,createSweeper,duration,entryFor,forEach,fromEarlierAttempts,
insist,j,journalPath,mergeLedger,openJournal,pathFindings,plural,prepareHandOver,readLedger,resolve,writeLedger}from"./part-glob.js";import{isSessionRefusal}from"./part-aws-answers.js";
import{DerError,DerReader,TAG,assertDer,fingerprintOf,importKey,isEven,isForgeable,oidText,readKey}from"./part-csr-der.js";import{explain}from"./part-report-log.js";
import{UserError,forMarkdown,shorten,visible}from"./part-report-escape.js";var WIDTH=32;async function audit(entries,orphansSince2,options){let known=new Set(entries.map(entry=>entry.certificateId)),{statuses,strangers}=await list(known,
orphansSince2,options),keys=await keysOf(strangers,options),pathOf=new Map(entries.map(entry=>[entry.spkiSha256,entry.csrPath??void 0])),usable=new Map,count2=(spki,status)=>{
isUsable(status)&&usable.set(spki,(usable.get(spki)??0)+1)};for(let{spkiSha256,certificateId}of entries)count2(spkiSha256,statuses.get(certificateId));for(let{id,
status}of strangers){let spki=keys.get(id);spki!==void 0&&count2(spki,status)}let isOneOfSeveral=(spki,status)=>spki!==void 0&&pathOf.has(spki)&&isUsable(status)&&
(usable.get(spki)??0)>1,drifts=[];for(let{spkiSha256,certificateId,csrPath,status:recorded}of entries){let inAccount=statuses.get(certificateId),about={certificateId,
csrPath:csrPath??void 0,inLedger:recorded??void 0,inAccount};inAccount===void 0?drifts.push({kind:"missing",...about}):inAccount!==recorded&&(recorded!==null||!isUsable(
inAccount))&&drifts.push({kind:"status",...about}),isOneOfSeveral(spkiSha256,inAccount)&&drifts.push({kind:"several",...about})}for(let{id,status}of strangers){
let spki=keys.get(id),about={certificateId:id,csrPath:pathOf.get(spki??""),inLedger:void 0,inAccount:status};drifts.push({kind:isOneOfSeveral(spki,status)?"seve\
ral":"orphan",...about})}return{audited:entries.length,drifts}}async function list(known,orphansSince2,options){let{iot,pacers,clock,signal}=options,statuses=new Map,
strangers=new Map,marker,isRecent=orphansSince2!==void 0;do{let page=await insist("iot:ListCertificates",()=>iot.listCertificates(marker),{pacer:pacers.list,clock,
signal});for(let{id,status,createdAt}of page.certificates)isRecent=orphansSince2!==void 0&&createdAt>=orphansSince2,known.has(id)?statuses.set(id,status):isRecent&&
isUsable(status)&&strangers.set(id,{id,status});marker=page.next}while(marker!==void 0&&(isRecent||statuses.size<known.size));return{statuses,strangers:[...strangers.
values()]}}async function keysOf(strangers,options){let{iot,pacers,clock,signal,onProgress}=options,keys=new Map,done=0;return await forEach(strangers,WIDTH,async({
id})=>{let{pem}=await insist("iot:DescribeCertificate",()=>iot.describeCertificate(id),{pacer:pacers.describe,clock,signal}),checked=checkPem(pem);checked!==void 0&&
keys.set(id,checked.spkiSha256),onProgress(++done,strangers.length)}),keys}function isUsable(status){return status==="ACTIVE"||status==="INACTIVE"}async function auditLedger(story,inputs,services){let{log,clock,stop}=services,where=inputs.ledger??"",{entries}=await readLedger(inputs.ledger);if(entries.length===
0)throw new UserError("ledger","It holds no certificate, so there is nothing to audit.",{where,fix:"Name the file that the runs which issue certificates keep."});
let{signIn}=await import("./part-aws-sdk-client-iot.js"),account=await signIn(inputs,services);story.account=account;let here=entries.filter(entry=>entry.account===
account.account&&entry.region===account.region);log.info(`Auditing ${plural(here.length,"certificate")} of account ${account.account} in ${account.region}; the \
ledger has ${plural(entries.length,"certificate")}`);let progress,result=await audit(here,orphansSince(inputs,here),{iot:account.iot,pacers:createPacers(clock),
clock,signal:stop,onProgress(done,total){progress??=createProgress("Looked at",total,clock.now,log.info),progress.update(done)}});story.audit=result;let[first]=result.
drifts;if(first===void 0)return;let which=first.csrPath===void 0?first.certificateId:`${first.csrPath} (${first.certificateId})`;throw new UserError("drift",`Th\
e ledger and the account disagree in ${plural(result.drifts.length,"place")}, ${which} (${first.kind}) among them.`,{where,fix:"The job summary lists all of the\
m. Correct the ledger where the account is right, and revoke in AWS IoT what should not be there."})}function orphansSince({reconcile},entries){switch(reconcile.
when){case"never":return;case"always":return 0;case"since":return reconcile.since;case"auto":{let times=entries.map(entry=>Date.parse(entry.issuedAt??"")).filter(
time=>!Number.isNaN(time));return times.length===0?0:times.reduce((earliest,time)=>Math.min(earliest,time))}}}import{realpath,stat}from"node:fs/promises";import{isAbsolute,relative,resolve as resolve2,sep}from"node:path";var WIDTH2=16,SHOWN=5;async function discover({patterns,workspace,warn}){let root=await resolveRoot(workspace),includes=patterns.filter(pattern=>!pattern.startsWith(
"!")),excludes=patterns.filter(pattern=>pattern.startsWith("!")).map(pattern=>toRelative(pattern.slice(1).trim(),root)),ignore=[...excludes,...excludes.map(pattern=>`${pattern.
replace(/[/\\]+$/,"")}/**`),"**/.git/**"],found=new Map,strays=[],barren=[],glob;for(let pattern of includes){glob=openGlob(toRelative(pattern,root),root,ignore,
glob);let{files,outside,others:others2}=await classify(await glob.walk(),root);for(let{path,absolutePath}of files)found.set(path,absolutePath);for(let path of outside)
strays.push(path);files.length===0&&outside.length===0&&barren.push(explainBarren(pattern,others2))}if(strays.length>0)throw leadsOutside(strays,root);if(found.
size===0)throw nothingFound(patterns,barren,root);for(let message of barren)warn?.(message);return[...found].sort(([a],[b])=>a<b?-1:1).map(([path,absolutePath])=>({
path,absolutePath}))}async function resolveRoot(workspace){try{return{given:resolve2(workspace),real:await realpath(workspace)}}catch(cause){throw new UserError(
"no-workspace",`The directory to search, ${workspace}, is not there.`,{fix:"Check out the repository in a step before this one (actions/checkout).",where:"csr-p\
ath",cause})}}function toRelative(pattern,root){if(!isAbsolute(pattern))return pattern;let below=relativeTo(root,resolve2(pattern));if(below===void 0)throw leadsOutside(
[pattern],root);return below||"."}function openGlob(pattern,root,ignore,last){let glob;try{glob=new j(pattern,{cwd:root.real,withFileTypes:!0,ignore,windowsPathsNoEscape:process.
platform==="win32",...last===void 0?{}:{scurry:last.scurry}})}catch(cause){throw new UserError("bad-pattern",`The pattern ${pattern.slice(0,100)} is not a glob:\
 ${cause.message}.`,{fix:"Correct it; the syntax is that of https://github.com/isaacs/minimatch.",where:"csr-path",cause})}for(let part of glob.patterns)if(relativeTo(
root,resolve2(root.real,part.globString()))===void 0)throw leadsOutside([pattern],root);return glob}async function classify(entries,root){let files=[],outside=[],
others2=[],directories=new Map,isInside=directory=>{let answer=directories.get(directory);return answer===void 0&&(answer=realpath(directory?.fullpath()??root.real).
then(real=>relativeTo(root,real)!==void 0),directories.set(directory,answer)),answer},classifyOne=async entry=>{let absolutePath=entry.fullpath(),path=relativeTo(
root,absolutePath);path===""?others2.push("."):path===void 0||!await isInside(entry.parent)?outside.push(absolutePath):entry.isSymbolicLink()?await classifyLink(
path,absolutePath):entry.isFile()?files.push({path,absolutePath}):others2.push(path)},classifyLink=async(path,absolutePath)=>{try{let target=await realpath(absolutePath);
relativeTo(root,target)===void 0?outside.push(`${path} -> ${target}`):(await stat(target)).isFile()?files.push({path,absolutePath}):others2.push(path)}catch{files.
push({path,absolutePath})}};for(let start=0;start<entries.length;start+=WIDTH2)await Promise.all(entries.slice(start,start+WIDTH2).map(classifyOne));return{files,
outside:outside.sort(),others:others2.sort()}}function relativeTo({given,real},path){for(let base of[given,real]){let below=relative(base,path);if(below!==".."&&
!below.startsWith(`..${sep}`)&&!isAbsolute(below))return below.replaceAll(sep,"/")}}function explainBarren(pattern,others2){let[first]=others2;return first===void 0?
`The pattern ${pattern} matches nothing.`:`The pattern ${pattern} matches only directories, such as ${first}; add /** to take the files in it.`}function nothingFound(patterns,barren,root){
let details=barren.length>0?barren.join(" "):`There is no pattern that includes anything: ${patterns.join(" ")}`;return new UserError("no-csr-found",`No file wa\
s found in ${root.given}. ${details}`,{fix:"Correct the patterns; they are relative to the root of the checked-out repository.",where:"csr-path"})}function leadsOutside(paths,root){
let more=paths.length>SHOWN?` and ${paths.length-SHOWN} more`:"";return new UserError("outside-workspace",`${paths.slice(0,SHOWN).join(", ")}${more} leads out o\
f the workspace, ${root.given}.`,{fix:"Use patterns and links that stay inside of it, or exclude these with a pattern that starts with !.",where:"csr-path"})}import{hash}from"node:crypto";var BEGIN=`-----BEGIN CERTIFICATE REQUEST-----
`,END=`
-----END CERTIFICATE REQUEST-----`;function canonicalPem(der){let base64=Buffer.from(der.buffer,der.byteOffset,der.length).toString("base64"),lines=[];for(let start=0;start<
base64.length;start+=64)lines.push(base64.slice(start,start+64));let wrapped=`${BEGIN}${lines.join(`
`)}${END}
`;return wrapped.length<=4096?wrapped:`${BEGIN}${base64}${END}`}var MAX_DEPTH=4,MAX_CHILDREN=10;function identify(bytes){return outline(bytes,0).flatMap(node=>{let shape=SHAPES.find(({is})=>is(node));if(shape===void 0)return[];
let{what,isPrivateKey=!1,isRequest=!1}=shape;return[{what,isPrivateKey,isRequest}]})}function outline(bytes,depth){let nodes=[],offset=0;for(;offset+2<=bytes.length&&
nodes.length<MAX_CHILDREN;){let tag=bytes[offset]??0,length=bytes[offset+1]??0;if(tag===0&&length===0)break;let start=offset+2;if(length===128)length=bytes.length;else if(length>
128){let lengthEnd=start+(length&127);for(length=0;start<lengthEnd;start+=1)length=length*256+(bytes[start]??0)}let content=bytes.subarray(start,start+length),isConstructed=(tag&
32)!==0;nodes.push({tag,content,children:isConstructed&&depth<MAX_DEPTH?outline(content,depth+1):[]}),offset=start+length}return nodes}function tags(node){return node?.
children.map(({tag})=>tag.toString(16).padStart(2,"0")).join(" ")??""}var SHAPES=[{what:"a certificate signing request",isRequest:!0,is:node=>tags(node)==="30 3\
0 03"&&/^02 30 30( a0)?$/.test(tags(node.children[0]))},{what:"a certificate",is:node=>tags(node)==="30 30 03"&&/^(a0 )?02 30 30 30 30 30/.test(tags(node.children[0]))},
{what:"a certificate revocation list",is:node=>tags(node)==="30 30 03"&&/^(02 )?30 30 1[78]/.test(tags(node.children[0]))},{what:"a private key (PKCS#8)",isPrivateKey:!0,
is:node=>/^02 30 04/.test(tags(node))&&/^06/.test(tags(node.children[1]))},{what:"an encrypted private key (PKCS#8)",isPrivateKey:!0,is:node=>tags(node)==="30 0\
4"&&/^06 30/.test(tags(node.children[0]))},{what:"an EC private key",isPrivateKey:!0,is:node=>/^02 04( a0)?( a1)?$/.test(tags(node))&&node.children[0]?.content[0]===
1},{what:"an RSA private key",isPrivateKey:!0,is:node=>/^02 02 02 02 02 02 02 02 02/.test(tags(node))},{what:"a DSA private key",isPrivateKey:!0,is:node=>tags(node)===
"02 02 02 02 02 02"},{what:"a PKCS#12 key store",isPrivateKey:!0,is:node=>/^02 30/.test(tags(node))&&/^06 a0/.test(tags(node.children[1]))},{what:"a PKCS#7 cont\
ainer",is:node=>/^06( a0)?$/.test(tags(node))&&startsWithOid(node,"1.2.840.113549.1.7.")},{what:"a CRMF certificate request (RFC 4211), which is not PKCS#10",is:node=>isCrmf(
node)||node.children[0]!==void 0&&isCrmf(node.children[0])},{what:"a public key",is:node=>tags(node)==="30 03"&&/^06/.test(tags(node.children[0]))},{what:"an RS\
A public key (PKCS#1)",is:node=>tags(node)==="02 02"}];function startsWithOid(node,prefix){let[first]=node.children;return first!==void 0&&first.content.length<=
32&&oidText(first.content).startsWith(prefix)}function isCrmf(node){let request=node.children[0];return/^02 30/.test(tags(request))&&/^[89ab]/.test(tags(request?.
children[1]))}var BEGIN2="-----BEGIN ";function findPemBlocks(text){let blocks=[],position=text.indexOf(BEGIN2);for(;position!==-1;){let labelStart=position+BEGIN2.length,label=/^[A-Z0-9 #./()-]*?(?=-----)/.
exec(text.slice(labelStart,labelStart+64))?.[0],next=text.indexOf(BEGIN2,labelStart);if(label!==void 0){let content=text.slice(labelStart+label.length+5,next===
-1?void 0:next);blocks.push(readBlock(label,content))}position=next}return blocks}function readBlock(label,content){let end=content.indexOf("-----END ");if(end===
-1)return broken(label,`the END line of its ${label} block is missing`);if(!content.startsWith(`${label}-----`,end+9))return broken(label,`the END line of its ${label}\
 block has another label`);let base64=content.slice(0,end).replace(/[ \t\r\n\v\f]+/g,""),bytes=decodeBase64(base64);if(bytes!==void 0)return{label,bytes,problem:""};
let stray=/[^A-Za-z0-9+/=]/u.exec(base64)?.[0],what=stray===void 0?"is incomplete":`holds a character that is not base64 (${codePoint(stray)})`;return broken(label,
`its ${label} block ${what}`)}function broken(label,problem){return{label,bytes:void 0,problem}}function codePoint(character){return`U+${(character.codePointAt(
0)??0).toString(16).toUpperCase().padStart(4,"0")}`}function decodeBase64(text){if(!(text.length===0||text.length%4!==0||!/^[A-Za-z0-9+/]+={0,2}$/.test(text)))return Buffer.
from(text,"base64")}var TYPES={"2.5.4.3":"CN","2.5.4.4":"sn","2.5.4.5":"serialNumber","2.5.4.6":"C","2.5.4.7":"L","2.5.4.8":"ST","2.5.4.9":"STREET","2.5.4.10":"O","2.5.4.11":"OU","\
2.5.4.12":"title","2.5.4.13":"description","2.5.4.15":"businessCategory","2.5.4.17":"postalCode","2.5.4.41":"name","2.5.4.42":"givenName","2.5.4.43":"initials",
"2.5.4.44":"generationQualifier","2.5.4.46":"dnQualifier","2.5.4.97":"organizationIdentifier","0.9.2342.19200300.100.1.1":"UID","0.9.2342.19200300.100.1.25":"DC",
"1.2.840.113549.1.9.1":"emailAddress"};function readName(sequence){let name=[];for(;sequence.nextTag!==void 0;){let set=sequence.enter(TAG.set,"a relative disti\
nguished name"),attributes=[];for(;set.nextTag!==void 0;){let pair=set.enter(TAG.sequence,"an attribute of the subject"),oid=pair.oid("the type of an attribute \
of the subject"),value=pair.any();pair.finish("an attribute of the subject");let type=TYPES[oid],text=type===void 0?void 0:stringText(value.tag,pair.content(value)),
hex=text===void 0?`#${Buffer.from(pair.raw(value)).toString("hex")}`:"";attributes.push({type:type??oid,value:text??hex,encoded:text===void 0})}name.push(attributes)}
return name}function nameText(name){return name.map(attributes=>attributes.map(writeAttribute).join("+")).reverse().join(",")}function lastValue(name,type){return name.
flat().findLast(attribute=>attribute.type===type)?.value}var utf8=new TextDecoder("utf-8",{ignoreBOM:!0}),utf16=new TextDecoder("utf-16le",{ignoreBOM:!0});function stringText(tag,content){
switch(tag){case 12:return utf8.decode(content);case 18:case 19:case 20:case 22:case 26:return Buffer.from(content.buffer,content.byteOffset,content.length).toString(
"latin1");case 30:return utf16Text(content);case 28:return utf32Text(content);default:return}}function utf16Text(content){let littleEndian=Buffer.from(content.subarray(
0,content.length&-2)).swap16();return utf16.decode(littleEndian)+(content.length%2===0?"":"\uFFFD")}function utf32Text(content){let view=new DataView(content.buffer,
content.byteOffset,content.length),text="";for(let offset=0;offset<content.length;offset+=4){let point=offset+4<=content.length?view.getUint32(offset):Number.POSITIVE_INFINITY,
isCharacter=point<=1114111&&(point<55296||point>57343);text+=isCharacter?String.fromCodePoint(point):"\uFFFD"}return text}function writeAttribute({type,value,encoded}){
if(encoded||/^[A-Za-z0-9._:/-]*$/.test(value))return`${type}=${value}`;let escaped=value.replace(/["+,;<>\\]/g,"\\$&").replace(/^[ #]| $/g,"\\$&").replace(new RegExp(
"\\p{Cc}","gu"),control=>Buffer.from(control).toString("hex").replace(/../g,"\\$&"));return`${type}=${escaped}`}var RSASSA_PSS="1.2.840.113549.1.1.10",MGF1="1.2.840.113549.1.1.8",HASHES={"1.2.840.113549.2.5":"md5","1.3.14.3.2.26":"sha1","2.16.840.1.101.3.4.2.1":"sha256","\
2.16.840.1.101.3.4.2.2":"sha384","2.16.840.1.101.3.4.2.3":"sha512","2.16.840.1.101.3.4.2.4":"sha224"},DIGEST_LENGTH={md5:16,sha1:20,sha224:28,sha256:32,sha384:48,
sha512:64},SCHEMES={"1.2.840.113549.1.1.4":["rsa","md5"],"1.2.840.113549.1.1.5":["rsa","sha1"],"1.3.14.3.2.29":["rsa","sha1"],"1.2.840.113549.1.1.14":["rsa","sh\
a224"],"1.2.840.113549.1.1.11":["rsa","sha256"],"1.2.840.113549.1.1.12":["rsa","sha384"],"1.2.840.113549.1.1.13":["rsa","sha512"],"1.2.840.10045.4.1":["ecdsa","\
sha1"],"1.2.840.10045.4.3.1":["ecdsa","sha224"],"1.2.840.10045.4.3.2":["ecdsa","sha256"],"1.2.840.10045.4.3.3":["ecdsa","sha384"],"1.2.840.10045.4.3.4":["ecdsa",
"sha512"]},OTHERS={"1.2.840.113549.1.1.2":"MD2-RSA","1.2.840.10040.4.3":"SHA1-DSA","1.3.14.3.2.27":"SHA1-DSA","1.2.156.10197.1.501":"SM3-SM2","1.3.101.112":"Ed2\
5519","1.3.101.113":"Ed448","2.16.840.1.101.3.4.3.2":"SHA256-DSA","2.16.840.1.101.3.4.3.17":"ML-DSA-44","2.16.840.1.101.3.4.3.18":"ML-DSA-65","2.16.840.1.101.3.\
4.3.19":"ML-DSA-87"};function readSignatureAlgorithm(identifier){let oid=identifier.oid("the signature algorithm");if(oid===RSASSA_PSS)return readPss(identifier);
let known=SCHEMES[oid];if(known===void 0)return{name:OTHERS[oid]??oid,scheme:"other",hash:void 0,pss:void 0};skipNull(identifier,"the signature algorithm");let[
scheme,hash2]=known;return{name:`${hash2.toUpperCase()}-${scheme.toUpperCase()}`,scheme,hash:hash2,pss:void 0}}function skipNull(identifier,what){identifier.nextTag===
TAG.null&&identifier.any(),identifier.finish(what)}function readPss(identifier){let what="the parameters of RSASSA-PSS",parameters=identifier.enter(TAG.sequence,
what);identifier.finish("the signature algorithm");let field=number=>parameters.nextTag===160+number?parameters.enter(160+number,what):void 0,hashField=field(0),
hash2=hashField===void 0?"sha1":readHash(hashField,what),maskField=field(1),maskHash=maskField===void 0?"sha1":readMaskHash(maskField,what),saltLength=smallNumber(
field(2),20,what),trailer=smallNumber(field(3),1,what);if(parameters.finish(what),trailer!==1)throw new DerError(`${what} name an unknown trailer`,0);return{name:`\
RSASSA-PSS-${hash2?.toUpperCase()??"with an unknown hash"}`,scheme:"rsa-pss",hash:hash2,pss:{maskHash,saltLength}}}function readHash(field,what){let identifier=field.
enter(TAG.sequence,what);field.finish(what);let hash2=HASHES[identifier.oid(what)];return skipNull(identifier,what),hash2}function readMaskHash(field,what){let identifier=field.
enter(TAG.sequence,what);return field.finish(what),identifier.oid(what)===MGF1?readHash(identifier,what):void 0}function smallNumber(field,byDefault,what){if(field===
void 0)return byDefault;let digits=field.unsigned(what);if(field.finish(what),digits.length>2)throw new DerError(`${what} are out of bounds`,0);return digits.reduce(
(number,digit)=>number*256+digit,0)}function readRequest(der){assertDer(der);let request=new DerReader(der).enter(TAG.sequence,"the request"),infoElement=request.take(TAG.sequence,"the request inf\
ormation"),identifier=request.enter(TAG.sequence,"the signature algorithm"),signature2=request.octets("the signature");request.finish("the signature");let info=request.
inside(infoElement),version2=readVersion(info),subject=readName(info.enter(TAG.sequence,"the subject")),spki=info.take(TAG.sequence,"the public key"),attributes=info.
nextTag===void 0?void 0:readAttributes(info.enter(160,"the attributes field"));return info.finish("the attributes field"),{der,info:request.raw(infoElement),version:version2,
subject,spki:info.raw(spki),key:readKey(info.inside(spki)),attributes,signatureAlgorithm:readSignatureAlgorithm(identifier),signature:signature2}}function readVersion(info){
let element=info.take(TAG.integer,"the version"),content=info.content(element),[byte]=content;if(byte===void 0||content.length>1)throw new DerError("the version\
 is out of bounds",element.start);return byte<<24>>24}function readAttributes(field){let attributes=[];for(;field.nextTag!==void 0;){let attribute=field.enter(TAG.
sequence,"an attribute"),oid=attribute.oid("the type of an attribute"),set=attribute.enter(TAG.set,"the values of an attribute");attribute.finish("an attribute");
let values=[];for(;set.nextTag!==void 0;)values.push(set.raw(set.any()));attributes.push({oid,values})}return attributes}function decodeText(bytes){let[first,second]=bytes;return first===255&&second===254||first!==0&&second===0?utf162.decode(bytes):first===254&&second===255||first===
0&&second!==0?utf162.decode(Buffer.from(bytes.subarray(0,bytes.length&-2)).swap16()):utf82.decode(bytes)}var utf82=new TextDecoder("utf-8"),utf162=new TextDecoder(
"utf-16le");function decode(bytes){if(looksLikeDer(bytes)){let label=findPrivateKeyLabel(Buffer.from(bytes).toString("latin1"));return label===void 0?decodeDer(bytes):{kind:"\
private-key",what:label}}return decodeWritten(decodeText(bytes),bytes)}function looksLikeDer(bytes){let[first,second]=bytes;return first===48&&second!==void 0&&
(second>=128||second+2===bytes.length)}function decodeDer(der){try{return{kind:"request",request:readRequest(der)}}catch(error){if(!(error instanceof DerError))
throw error;return explainDer(der)??{kind:"malformed",problem:error.message}}}function explainDer(der){let identities=identify(der),privateKey2=identities.find(
({isPrivateKey})=>isPrivateKey);if(privateKey2!==void 0)return{kind:"private-key",what:privateKey2.what};let count2=identities.filter(({isRequest})=>isRequest).
length;if(count2>1)return{kind:"several",count:count2};let[first]=identities;return first===void 0||count2>0?void 0:{kind:"other",what:first.what}}function decodeWritten(text,raw){
let privateKey2=findPrivateKeyLabel(text);if(privateKey2!==void 0)return{kind:"private-key",what:privateKey2};let blocks=findPemBlocks(text),requests=blocks.filter(
isRequestBlock),others2=blocks.filter(block=>!isRequestBlock(block));for(let{bytes}of others2){let hidden=bytes===void 0?void 0:identify(bytes).find(({isPrivateKey})=>isPrivateKey);
if(hidden!==void 0)return{kind:"private-key",what:hidden.what}}let[request]=requests;return request===void 0?explainText(text,raw,others2[0]):requests.length>1?
{kind:"several",count:requests.length}:request.bytes===void 0?{kind:"malformed",problem:request.problem}:decodeDer(request.bytes)}function isRequestBlock({label}){
return label==="CERTIFICATE REQUEST"||label==="NEW CERTIFICATE REQUEST"}function findPrivateKeyLabel(text){if(text.includes("PuTTY-User-Key-File-"))return"a PuT\
TY private key";let label=/BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY)/.exec(text)?.[1];return label===void 0?void 0:`a private key (${label})`}function explainText(text,raw,block){
if(block!==void 0)return{kind:"other",what:nameBlock(block)};if(/BEGIN (NEW )?CERTIFICATE REQUEST/.test(text))return{kind:"malformed",problem:"the hyphens of it\
s BEGIN line are damaged: five belong on each side"};let content=text.trim();if(content==="")return{kind:"other",what:"nothing"};let base64=decodeBase64(content.
replace(/\s+/g,"")),identity=strongest(identify(base64??raw));if(identity?.isPrivateKey)return{kind:"private-key",what:identity.what};if(identity!==void 0){let form=base64===
void 0?"among other bytes":"in base64 without its BEGIN and END lines";return{kind:"other",what:`${identity.what} ${form}`}}return/^(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/.
test(content)?{kind:"other",what:"an OpenSSH public key"}:{kind:"other",what:/[\u0000-\u0008\ufffd]/.test(content)?"binary data":"text without a PEM block"}}function strongest(identities){
return identities.find(({isPrivateKey})=>isPrivateKey)??identities[0]}var LABELS={CERTIFICATE:"a certificate","X509 CERTIFICATE":"a certificate","TRUSTED CERTIF\
ICATE":"a certificate","X509 CRL":"a certificate revocation list",PKCS7:"a PKCS#7 container","PKCS #7 SIGNED DATA":"a PKCS#7 container",CMS:"a PKCS#7 container",
"PUBLIC KEY":"a public key","RSA PUBLIC KEY":"a public key","EC PARAMETERS":"EC parameters","DH PARAMETERS":"Diffie-Hellman parameters"};function nameBlock({label,
bytes}){let identity=bytes===void 0?void 0:identify(bytes)[0];return identity?.isRequest?`a certificate signing request under the label ${label}`:LABELS[label]??
identity?.what??`a PEM block labelled ${label}`}var attributesMissing={about:"request",id:"attributes-missing",severity:"warning",isFixed:!1,title:"The attributes field is there, if only empty.",source:{name:"\
RFC 2986, section 4.1",url:"https://www.rfc-editor.org/rfc/rfc2986#section-4.1"},why:"The field is not optional. Old versions of OpenSSL leave it out when there\
 are no attributes, and readers differ in whether they take that, so it is a warning: AWS IoT decides.",check({request:{attributes}}){if(attributes===void 0)return{
message:"Its attributes field is missing, which PKCS#10 does not allow and AWS IoT may refuse.",fix:"Update the tool that makes the CSR."}}};var ecPoint={about:"request",id:"ec-point",severity:"error",isFixed:!0,title:"The public key is a point of its curve.",source:{name:"SEC 1, section 3.2.2",url:"\
https://www.secg.org/sec1-v2.pdf"},why:"A point off the curve is no key: nobody has its private key, and computing with it can betray the private key of others.",
check({request,key}){if(!(request.key.type!=="ec"||key!==void 0))return{message:`Its public key is not a point of ${request.key.curve}.`,fix:"Make a new key on \
the device."}}};var ecPointForm={about:"request",id:"ec-point-form",severity:"error",isFixed:!1,title:"The point of an EC key is written uncompressed.",source:{name:"RFC 5480, \
section 2.2",url:"https://www.rfc-editor.org/rfc/rfc5480#section-2.2"},why:"RFC 5480 obliges nobody to read compressed points, forbids hybrid ones, and AWS does\
 not say that it takes either. The uncompressed form has no such doubt. The fingerprint of a key does not depend on its form.",check({request:{key}}){if(!(key.type!==
"ec"||key.form==="uncompressed"))return{message:`Its EC public key is written in ${key.form} form, which AWS IoT may not read.`,fix:"Make the CSR with the uncom\
pressed form, which is the default of OpenSSL."}}};import{closeSync,openSync,readSync}from"node:fs";var MAX_FILE_BYTES=1048576,buffer=Buffer.allocUnsafeSlow(MAX_FILE_BYTES+1);function read(absolutePath){let descriptor;
try{descriptor=openSync(absolutePath,"r");let length=0,more;do more=readSync(descriptor,buffer,length,buffer.length-length,null),length+=more;while(more>0&&length<
buffer.length);return length>MAX_FILE_BYTES?{kind:"too-large"}:Uint8Array.from(buffer.subarray(0,length))}catch(error){return{kind:"unreadable",reason:error.code??
String(error)}}finally{descriptor!==void 0&&closeSync(descriptor)}}var fileTooLarge={about:"file",id:"file-too-large",severity:"error",isFixed:!0,title:"A file that matches has at most 1 MiB.",source:{name:"AWS IoT API referenc\
e, CreateCertificateFromCsr",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html"},why:"AWS IoT takes 4,096 characters. A\
 file 256 times as large is no CSR, and reading many of them would take the memory of the job.",check(contents){if(contents.kind==="too-large")return{message:`I\
t is larger than ${MAX_FILE_BYTES/1048576} MiB, which no certificate signing request is.`,fix:"Exclude it with a pattern that starts with !."}}};var keySignatureMismatch={about:"request",id:"key-signature-mismatch",severity:"error",isFixed:!0,title:"The signature algorithm belongs to the type of the key.",
source:{name:"RFC 2986, section 3",url:"https://www.rfc-editor.org/rfc/rfc2986#section-3"},why:"The request is signed with the device's own key, so an ECDSA sig\
nature cannot stand beside an RSA key.",check({request:{key,signatureAlgorithm:signatureAlgorithm2}}){let{scheme,name}=signatureAlgorithm2;if(!(key.type==="othe\
r"||scheme==="other"||scheme==="ecdsa"==(key.type==="ec")))return{message:`Its key is ${key.name}, but it is signed with ${name}.`,fix:"Make the CSR again with \
the key of the device."}}};var keySize={about:"request",id:"key-size",severity:"error",isFixed:!0,title:"An RSA key has at least 2048 bits.",source:{name:"AWS IoT API reference, CreateCer\
tificateFromCsr",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html"},why:"AWS IoT refuses shorter keys; 1024 bits are w\
ithin reach of a state, 512 bits within reach of anyone.",check({request:{key}}){if(!(key.type!=="rsa"||key.bits>=2048))return{message:`Its RSA key has ${key.bits}\
 bits, AWS IoT wants at least 2048.`,fix:"Make a longer RSA key, or an EC key on P-256."}}};var keyType={about:"request",id:"key-type",severity:"error",isFixed:!0,title:"The key is RSA, or EC on P-256, P-384 or P-521 by the name of the curve.",source:{
name:"AWS IoT API reference, CreateCertificateFromCsr",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html"},why:"AWS IoT\
 takes no other key. A curve given by its parameters is refused even when they are those of P-256: such parameters can be chosen so that the key of somebody els\
e fits (CVE-2020-0601). A key that is restricted to RSASSA-PSS is refused, too: AWS names plain RSA keys only.",check({request:{key}}){if(key.type==="other")return{
message:`Its key is ${key.name}, which AWS IoT does not take.`,fix:"Use a key of RSA with at least 2048 bits, or EC on P-256, P-384 or P-521."}}};var malformed={about:"file",id:"malformed",severity:"error",isFixed:!0,title:"The request is PKCS#10 in strict DER, and its PEM is intact.",source:{name:"RFC 29\
86, section 4; ITU-T X.690, section 10",url:"https://www.rfc-editor.org/rfc/rfc2986#section-4"},why:"Lengths are definite and in their shortest form, nothing fo\
llows the request, and every field has its type. What readers disagree about is refused here, because a certificate cannot be taken back. Only the order of sets\
 is not checked: tools get it wrong, and no reader minds.",check(contents){if(contents.kind==="malformed")return{message:`It is not a well-formed certificate si\
gning request: ${contents.problem}.`,fix:"Make the CSR again, and copy it as a file, not as text."}}};var md5Signature={about:"request",id:"md5-signature",severity:"error",isFixed:!1,title:"The request is not signed with MD5.",source:{name:"RFC 6151, section 2",
url:"https://www.rfc-editor.org/rfc/rfc6151#section-2"},why:"Collisions of MD5 take seconds, and AWS IoT does not take it. Such a signature is not verified at a\
ll: it would prove nothing.",check({request:{signatureAlgorithm:signatureAlgorithm2}}){if(signatureAlgorithm2.hash==="md5")return{message:"It is signed with MD5\
, which is broken and which AWS IoT does not take.",fix:"Sign the CSR with SHA-256."}}};var notACsr={about:"file",id:"not-a-csr",severity:"error",isFixed:!0,title:"A file that matches holds a certificate signing request.",source:{name:"RFC 7468, se\
ction 7",url:"https://www.rfc-editor.org/rfc/rfc7468#section-7"},why:"A certificate, a public key or a container of them is named for what it is. PEM needs one \
of the labels CERTIFICATE REQUEST and NEW CERTIFICATE REQUEST; without PEM the file is the DER of the request alone.",check(contents){if(contents.kind==="other")
return{message:`It holds ${contents.what} where a certificate signing request (PKCS#10) belongs.`,fix:"Put the CSR of the device in its place, or exclude it wit\
h a pattern that starts with !."}}};var privateKey={about:"file",id:"private-key",severity:"error",isFixed:!0,title:"A file that matches holds no private key.",source:{name:"RFC 5280, section 9 (p\
rivate keys are to be kept secret)",url:"https://www.rfc-editor.org/rfc/rfc5280#section-9"},why:"The private key belongs on the device and nowhere else. Whoever\
 can read the repository has it from now on, also after the file is deleted. Any PEM label that says PRIVATE KEY counts, as do PKCS#8, SEC 1, PKCS#1 and PKCS#12\
 in DER. Nothing of its content is shown.",check(contents){if(contents.kind==="private-key")return{message:`It holds ${contents.what}.`,fix:"Remove it from the \
repository and its history, take the key for stolen, and make a new key on the device."}}};var pssParameters={about:"request",id:"pss-parameters",severity:"error",isFixed:!1,title:"RSASSA-PSS uses one hash throughout and a salt as long as the digest.",
source:{name:"RFC 8446, section 4.2.3; RFC 4055, section 3.1",url:"https://www.rfc-editor.org/rfc/rfc4055#section-3.1"},why:"These are the parameters TLS 1.3 al\
lows, and the only ones that AWS IoT is known to take. OpenSSL makes the salt as long as it can unless rsa_pss_saltlen says otherwise.",check({request:{signatureAlgorithm:signatureAlgorithm2}}){
let{hash:hash2,pss}=signatureAlgorithm2;if(!(hash2===void 0||pss===void 0)){if(pss.maskHash!==hash2)return{message:"Its RSASSA-PSS signature uses two different \
hashes.",fix:"Use the same hash for MGF1."};if(pss.saltLength!==DIGEST_LENGTH[hash2])return{message:`Its RSASSA-PSS salt has ${pss.saltLength} bytes, the digest\
 has ${DIGEST_LENGTH[hash2]}.`,fix:"Make the salt as long as the digest (OpenSSL: -sigopt rsa_pss_saltlen:digest)."}}}};var publicKeyDuplicate={about:"batch",id:"public-key-duplicate",severity:"error",isFixed:!1,title:"No two files of a batch have the same public key.",source:{name:"\
NIST SP 800-57 part 1, section 5.2",url:"https://doi.org/10.6028/NIST.SP.800-57pt1r5"},why:"Two devices with one key can pass for each other, and one of them ca\
nnot be revoked alone. It also happens when one CSR is there twice, and would then become two certificates. A file counts also when another rule refuses it.",check(batch){
let byKey=new Map;for(let{path,spkiSha256}of batch){let paths=byKey.get(spkiSha256);paths===void 0?byKey.set(spkiSha256,[path]):paths.push(path)}return[...byKey.
values()].filter(paths=>paths.length>1).flatMap(paths=>paths.map((path,index)=>({path,message:`Its public key is also that of ${others(paths,index)}.`,fix:"Keep\
 one file of each key, and give every device a key of its own."})))}},SHOWN2=3;function others(paths,self){let shown=paths.slice(0,SHOWN2+1).filter((_,index)=>index!==
self).slice(0,SHOWN2),more=paths.length-1-shown.length;return`${shown.join(", ")}${more>0?` and ${more} more`:""}`}var rsaExponent={about:"request",id:"rsa-exponent",severity:"error",isFixed:!0,title:"The exponent of an RSA key is odd, at least 3, and not beyond what others \
can compute with.",source:{name:"RFC 8017, section 3.1; FIPS 186-5, section 5.1",url:"https://www.rfc-editor.org/rfc/rfc8017#section-3.1"},why:"With the exponen\
t 1 every number is its own signature: OpenSSL and others say that such a CSR verifies, and anyone can make one. An even exponent has no private key. FIPS 186-5\
 ends at 256 bits, and OpenSSL refuses more than 64 bits when the modulus has more than 3072.",check({request:{key}}){if(key.type!=="rsa")return;let{length}=key.
exponent,complaint=problem=>({message:`The exponent of its RSA key ${problem}.`,fix:"Make the key with the exponent 65537, which every tool does by default."});
if(length===0||length===1&&key.exponent[0]===1)return complaint("is below 3, so anyone can forge its signatures");if(isEven(key.exponent))return complaint("is e\
ven, so no private key fits it");if(length>32||length>8&&key.bits>3072)return complaint("is larger than other software can use")}};var rsaModulus={about:"request",id:"rsa-modulus",severity:"error",isFixed:!0,title:"The modulus of an RSA key is odd.",source:{name:"RFC 8017, section 3.1",url:"\
https://www.rfc-editor.org/rfc/rfc8017#section-3.1"},why:"The modulus is the product of two large primes. An even one was damaged, or never was a key, and its p\
rivate key is known to everyone.",check({request:{key}}){if(!(key.type!=="rsa"||!isEven(key.modulus)))return{message:"The modulus of its RSA key is even, so it \
is not the product of two large primes.",fix:"Make a new key on the device."}}};var severalRequests={about:"file",id:"several-requests",severity:"error",isFixed:!0,title:"A file holds exactly one certificate signing request.",source:{name:"\
RFC 2986, section 4",url:"https://www.rfc-editor.org/rfc/rfc2986#section-4"},why:"Other tools silently take the first request and drop the rest, so that a devic\
e gets no certificate and nobody notices.",check(contents){if(contents.kind==="several")return{message:`It holds ${contents.count} certificate signing requests.`,
fix:"Put each of them in a file of its own."}}};var sha1Signature={about:"request",id:"sha1-signature",severity:"warning",isFixed:!1,title:"The request is not signed with SHA-1.",source:{name:"RFC 9155, secti\
on 1; NIST SP 800-131A",url:"https://www.rfc-editor.org/rfc/rfc9155"},why:"Collisions of SHA-1 are affordable. AWS IoT still takes such a CSR, and its certifica\
te is signed with SHA-256 all the same, so it is a warning.",check({request:{signatureAlgorithm:signatureAlgorithm2}}){if(signatureAlgorithm2.hash==="sha1")return{
message:"It is signed with SHA-1, which is broken.",fix:"Sign the CSR with SHA-256."}}};var signature={about:"request",id:"signature",severity:"error",isFixed:!0,title:"The self-signature verifies.",source:{name:"RFC 2986, section 3",url:"https://w\
ww.rfc-editor.org/rfc/rfc2986#section-3"},why:"The self-signature proves that whoever made the request has the private key. It counts only for a sane key: with \
the exponent 1 anyone can make one. A CSR whose signature cannot be checked never becomes a certificate, whatever the severities of the rules that say why.",check({
proof}){if(proof==="invalid")return{message:"Its self-signature does not verify: it was changed after it was signed, or signed with another key.",fix:"Make the \
CSR again on the device, and copy it as a file."}}};var TAKEN=new Set(["sha256","sha384","sha512"]),signatureAlgorithm={about:"request",id:"signature-algorithm",severity:"error",isFixed:!1,title:"The signature al\
gorithm is one that AWS IoT takes.",source:{name:"AWS IoT developer guide, X.509 client certificates",url:"https://docs.aws.amazon.com/iot/latest/developerguide\
/x509-client-certs.html#x509-cert-algorithms"},why:"RSA (PKCS#1 v1.5 or PSS) and ECDSA, with SHA-256, SHA-384 or SHA-512. SHA-1 and MD5 have rules of their own.",
check({request:{signatureAlgorithm:signatureAlgorithm2}}){let{scheme,hash:hash2,name}=signatureAlgorithm2;if(!(scheme!=="other"&&hash2!==void 0&&TAKEN.has(hash2)||
(hash2==="md5"||hash2==="sha1"&&scheme!=="rsa-pss")))return{message:`It is signed with ${name}, which AWS IoT does not take.`,fix:"Sign the CSR with SHA-256 (RS\
A or ECDSA)."}}};var tooLong={about:"request",id:"too-long",severity:"error",isFixed:!0,title:"The PEM of the request has at most 4,096 characters.",source:{name:"AWS IoT API re\
ference, CreateCertificateFromCsr",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html"},why:"What counts is the PEM that\
 is sent, not the file: text around the request is left out, and the base64 is put into one line when only that fits.",check({pem}){if(!(pem.length<=4096))return{
message:`Its PEM has ${pem.length} characters, AWS IoT takes 4096.`,fix:"Ask for fewer extensions and shorter names, which AWS IoT drops anyway, or use a shorte\
r key."}}};var unreadable={about:"file",id:"unreadable",severity:"error",isFixed:!0,title:"A file that matches can be read.",source:{name:"POSIX open()",url:"https://pubs.\
opengroup.org/onlinepubs/9799919799/functions/open.html"},why:"A file that cannot be read could be the CSR of a device: leaving it out silently would lose that \
device.",check(contents){if(contents.kind==="unreadable")return{message:`It cannot be read (${contents.reason}).`,fix:"Give the job permission to read it, mend \
the link, or exclude it with a pattern that starts with !."}}};var version={about:"request",id:"version",severity:"warning",isFixed:!1,title:"The version of the request is 0.",source:{name:"RFC 2986, section 4.1",url:"https\
://www.rfc-editor.org/rfc/rfc2986#section-4.1"},why:"There is no other version. Tools that write 1 or 2 exist, and most readers take it, so it is a warning.",check({
request:{version:version2}}){if(version2!==0)return{message:`Its version field says ${version2}, but 0 is the only version of PKCS#10.`,fix:"Update the tool tha\
t makes the CSR."}}};var RULES=[unreadable,fileTooLarge,privateKey,notACsr,severalRequests,malformed,version,attributesMissing,keyType,keySize,rsaExponent,rsaModulus,ecPoint,ecPointForm,
signatureAlgorithm,pssParameters,sha1Signature,md5Signature,keySignatureMismatch,signature,tooLong,publicKeyDuplicate];import{constants,verify}from"node:crypto";function checkSignature(request,key){let{info,signature:signature2}=request,{scheme,hash:hash2,pss}=request.signatureAlgorithm;if(key===void 0||hash2===void 0||
hash2==="md5"||isForgeable(request.key)||scheme==="ecdsa"!=(request.key.type==="ec")||pss!==void 0&&pss.maskHash!==hash2)return"unchecked";let options=pss===void 0?
key:{key,padding:constants.RSA_PKCS1_PSS_PADDING,saltLength:pss.saltLength};try{return verify(hash2,info,options,signature2)?"valid":"invalid"}catch{return"unch\
ecked"}}var FILE_RULES=RULES.filter(rule=>rule.about==="file"),REQUEST_RULES=RULES.filter(rule=>rule.about==="request");function judge(path,file,severities){let contents=file instanceof
Uint8Array?decode(file):file;if(contents.kind!=="request"){let findings2=FILE_RULES.flatMap(rule=>finding(rule,path,rule.check(contents),{}));return{path,csr:void 0,
entry:void 0,findings:findings2}}let{request}=contents,key=importKey(request.key),evidence={request,key,proof:checkSignature(request,key),pem:canonicalPem(request.
der)},findings=REQUEST_RULES.flatMap(rule=>finding(rule,path,rule.check(evidence),severities));if(evidence.proof==="unchecked"&&!findings.some(isError)&&findings.
push(...finding(signature,path,UNCHECKED,severities)),evidence.pem.length>4096)return{path,csr:void 0,entry:void 0,findings};let csr=toCsr(path,evidence);return{
path,csr,entry:toEntry(csr,evidence),findings}}var UNCHECKED={message:"Its self-signature cannot be checked, so nothing proves that its maker has the private ke\
y.",fix:"Make the CSR again with an RSA or EC key and SHA-256."};function finding(rule,path,complaint,severities){let severity=rule.isFixed?rule.severity:severities[rule.
id]??rule.severity;return complaint===void 0||severity==="off"?[]:[{rule:rule.id,severity,path,message:complaint.message,fix:complaint.fix}]}function isError({severity}){
return severity==="error"}function toCsr(path,{request,pem}){let{key}=request;return{path,pem,csrSha256:hash("sha256",request.der,"hex"),spkiSha256:fingerprintOf(
key,request.spki),subject:nameText(request.subject),commonName:lastValue(request.subject,"CN"),key:{type:key.type,name:key.name},signatureAlgorithm:request.signatureAlgorithm.
name}}function toEntry({path,spkiSha256,subject},{request:{key}}){return{path,spkiSha256,subject,modulus:key.type==="rsa"?Uint8Array.from(key.modulus):void 0}}var SLICE=32,BATCH_RULES=RULES.filter(rule=>rule.about==="batch");async function examine(files,options={}){let{severities={},onProgress,signal}=options,candidates=new Map,
entries=[],findings=new Map,done=0;for(let{path,absolutePath}of files){let verdict=judge(path,read(absolutePath),severities);verdict.csr!==void 0&&candidates.set(
path,verdict.csr),verdict.entry!==void 0&&entries.push(verdict.entry),verdict.findings.length>0&&findings.set(path,[...verdict.findings]),done+=1,done%SLICE===0&&
(await new Promise(setImmediate),refuseWhenAborted(signal),onProgress?.(done))}for(let rule of BATCH_RULES)for(let complaint of rule.check(entries)){let{path}=complaint;
findings.set(path,[...findings.get(path)??[],...finding(rule,path,complaint,severities)])}return refuseWhenAborted(signal),onProgress?.(done),conclude(files,candidates,
findings)}function refuseWhenAborted(signal){if(signal?.aborted)throw new UserError("cancelled","The run was cancelled while the CSRs were validated. Nothing wa\
s created.",{fix:"Run the job again."})}function conclude(files,candidates,findings){let csrs=[],rejected=[];for(let{path}of files){let csr=candidates.get(path);
csr===void 0||findings.get(path)?.some(isError)?rejected.push(path):csrs.push(csr)}return{csrs,rejected,findings:files.flatMap(({path})=>findings.get(path)??[])}}async function readBatch(inputs,services){let{context,log,clock,stop}=services,files=await discover({patterns:inputs.csrPath,workspace:context.workspace,warn:message=>log.
annotate("warning",message)});if(files.length>inputs.maxCertificates)throw new UserError("too-many-files",`The globs match ${count(files.length)} files, max-cer\
tificates allows ${count(inputs.maxCertificates)}.`,{where:"csr-path",fix:"Narrow the globs, or raise max-certificates."});log.info(`Validating ${plural(files.length,
"file")}`);let progress=createProgress("Validated",files.length,clock.now,log.info),examination=await examine(files,{signal:stop,onProgress:progress.update}),collisions=inputs.
mode==="issue"?pathFindings(examination.csrs,inputs.deliver==="artifact"):[],collided=new Set(collisions.map(finding2=>finding2.path)),valid=examination.csrs.filter(
csr=>!collided.has(csr.path));return{files:files.length,csrs:inputs.shard===void 0?valid:inShard(valid,inputs.shard),findings:[...examination.findings,...collisions],
rejected:[...examination.rejected,...collided]}}function rejections({findings,rejected}){let errors=new Map;for(let finding2 of findings)finding2.severity==="er\
ror"&&!errors.has(finding2.path)&&errors.set(finding2.path,finding2);return rejected.flatMap(path=>errors.get(path)??[])}function inShard(csrs,{index,of}){return csrs.
filter(({spkiSha256})=>Number.parseInt(spkiSha256.slice(0,12),16)%of===index-1)}var WIDTH3=32;async function activate(outcomes,options){let{iot,pacer,clock,stop,journal,onProgress}=options,activated=[...outcomes],done=0;return await forEach(
outcomes,WIDTH3,async(outcome,index)=>{if(stop.aborted||!("certificate"in outcome)||outcome.certificate.status==="ACTIVE")return;let{certificate}=outcome;await insist(
"iot:UpdateCertificate",()=>iot.activateCertificate(certificate.id),{pacer,clock}),await journal.activated(certificate.id),activated[index]={...outcome,certificate:{
...certificate,status:"ACTIVE"}},onProgress(++done)}),activated}var CANCELLED={code:"cancelled",message:"The job was cancelled before it was this CSR\u2019s turn.",fix:"Run the job again: CSRs that have their certificate are\
 not issued twice."},SERVICE_DOWN={code:"service-down",message:"AWS IoT left 20 requests in a row without a usable answer; the batch was stopped.",fix:"See http\
s://health.aws.amazon.com and run the job again later."};function inDoubt(failure){return{code:"in-doubt",message:`AWS may or may not have created the certifica\
te (${failure.code}: ${failure.message}).`,fix:"Run the job again: it looks for the certificate before it asks for another."}}function unusable(verdict,answer){
let what=verdict==="wrong-key"?"holds another public key than the CSR: it would not work on the device":"cannot be read";return{code:verdict,message:`AWS create\
d certificate ${answer.id} (${answer.arn}), but what it answered ${what}.`,fix:"Look at the certificate in the AWS IoT console, and check that aws-region leads \
to AWS itself and not to a stand-in."}}function notKept(certificate,error){let reason=error instanceof Error?error.message:String(error);return{code:"not-kept",
message:`AWS created certificate ${certificate.id} (${certificate.arn}), but it could not be written (${reason}).`,fix:`Free the disk and run the job again: it \
finds the certificate. To see it: aws iot describe-certificate --certificate-id ${certificate.id}`}}function unreachable(failure){return{code:"unreachable",message:`\
AWS IoT could not be reached in 6 tries (${failure.code}: ${failure.message}).`,fix:"Check aws-region, the network and the credentials, and run the job again."}}
function refused(failure){let fix=/AccessDenied|Unauthorized|Forbidden/.test(failure.code)?'Allow iot:CreateCertificateFromCsr on "*" to the role (the README ha\
s the policy).':failure.kind==="refused"&&failure.scope==="request"?"Correct the CSR.":"Correct what AWS names, and run the job again.";return{code:failure.code,
message:`AWS refused the request (${failure.code}: ${failure.message}).`,fix}}var CANCELLED_IN_FLIGHT={code:"cancelled",message:"The job was cancelled before AW\
S answered; the certificate may exist.",fix:"Run the job again: it looks for the certificate before it asks for another."};function notAnnounced(error){return{code:"\
journal",message:`The journal cannot be written (${error instanceof Error?error.message:error}), so nothing more was asked for.`,fix:"Free the disk and run the \
job again: CSRs that have their certificate are not issued twice."}}var STOP_GRACE_MS=4e3;async function issue(options){let{csrs,iot,journal,pacer,clock,setAsActive,origin,stop,keep,onProgress,onWarning}=options,outcomes=[],queue=new Queue(
csrs),inFlight=new Set,halt=new AbortController,ended=AbortSignal.any([stop,halt.signal]),halted,finished=0,inDoubtInARow=0,warnedOfIds=!1,whenEnded=new Promise(
resolve3=>ended.addEventListener("abort",()=>resolve3(),{once:!0})),settle=(job,outcome)=>{outcomes[job.index]=outcome,inDoubtInARow=outcome.result==="in-doubt"?
inDoubtInARow+1:0,inDoubtInARow>=20&&haltFor(SERVICE_DOWN),onProgress(++finished)},haltFor=problem2=>{halted??=problem2,halt.abort()},created=async(job,answer)=>{
let{csr}=job,checked=check(csr,answer.pem);if(checked.verdict!=="good"){let problem2=unusable(checked.verdict,answer);return checked.verdict==="wrong-key"&&haltFor(
problem2),settle(job,{result:"in-doubt",csr,problem:problem2})}checked.id!==answer.id&&!warnedOfIds&&(warnedOfIds=!0,onWarning(`The certificate id ${answer.id} \
is not the SHA-256 of its certificate, as AWS IoT's are: this is not AWS's own service.`));let status=setAsActive?"ACTIVE":"INACTIVE",issuedAt=new Date(iot.awsTime()).
toISOString(),certificate={id:answer.id,arn:answer.arn,pem:checked.pem,status,issuedAt,origin};try{await keep(csr,certificate)}catch(error){let problem2=notKept(
certificate,error);return haltFor(problem2),settle(job,{result:"in-doubt",csr,problem:problem2})}settle(job,{result:"created",csr,certificate})},failed=async(job,failure)=>{
let{csr}=job;if(failure.kind==="throttled")return queue.putBack(job);if(failure.kind==="in-doubt")return settle(job,{result:"in-doubt",csr,problem:inDoubt(failure)});
if(failure.kind==="unsent"||isSessionRefusal(failure)){if(job.unsent<5)return await clock.sleep(1e3*2**job.unsent,ended).catch(()=>{}),queue.putBack({...job,unsent:job.
unsent+1});let problem3=unreachable(failure);return haltFor(problem3),journal.release(csr),settle(job,{result:"failed",csr,problem:problem3})}let problem2=refused(
failure);failure.kind==="refused"&&failure.scope==="account"&&haltFor(problem2),journal.release(csr),settle(job,{result:"failed",csr,problem:problem2})},attempt=async(job,permit)=>{
try{await journal.intend(job.csr,iot.awsTime())}catch(error){permit.done("failed");let problem2=notAnnounced(error);return haltFor(problem2),settle(job,{result:"\
failed",csr:job.csr,problem:problem2})}let answer=await iot.createCertificate(job.csr.pem,setAsActive);permit.done(answer.kind==="created"?"admitted":answer.kind===
"throttled"?"throttled":"failed"),await(answer.kind==="created"?created(job,answer):failed(job,answer))};for(;!ended.aborted;){let job=queue.take();if(job===void 0){
if(inFlight.size===0)break;await Promise.race([whenEnded,...inFlight]);continue}let permit=await pacer.acquire(ended).catch(()=>{});if(permit===void 0){queue.putBack(
job);break}let flight=attempt(job,permit).finally(()=>inFlight.delete(flight));inFlight.add(flight)}let settled=new AbortController;await Promise.race([Promise.
all(inFlight),stopGrace(stop,clock,settled.signal)]),settled.abort();for(let job of queue.returned)journal.release(job.csr);let waiting=new Set(queue.returned.map(
job=>job.index)),problem=halted??CANCELLED;return{outcomes:csrs.map((csr,index)=>{let outcome=outcomes[index];return outcome!==void 0?outcome:index>=queue.next||
waiting.has(index)?{result:"not-attempted",csr,problem}:{result:"in-doubt",csr,problem:CANCELLED_IN_FLIGHT}}),halted:halted!==void 0}}async function stopGrace(stop,clock,settled){
stop.aborted||await new Promise(resolve3=>stop.addEventListener("abort",()=>resolve3(),{once:!0})),await clock.sleep(STOP_GRACE_MS,settled).catch(()=>{})}var Queue=class{#csrs;#again=[];#next=0;get returned(){
return this.#again}get next(){return this.#next}constructor(csrs){this.#csrs=csrs}take(){let again=this.#again.pop();if(again!==void 0)return again;let csr=this.#csrs[this.#next];
return csr===void 0?void 0:{csr,index:this.#next++,unsent:0}}putBack(job){this.#again.push(job)}};var WIDTH4=32;async function plan(csrs,knowledge,pemAt,arnOf,reissue){let create=[],reuse=[],strangers=[],stored=[];await forEach(csrs,WIDTH4,async(csr,index)=>{
let pem=await pemAt(csr);stored[index]=pem===void 0?void 0:check(csr,pem)});for(let[index,csr]of csrs.entries()){let checked=stored[index];if(checked!==void 0&&
checked.verdict!=="good"){strangers.push(csr.path);continue}let known=knowledge.get(csr.spkiSha256),atPlace=checked&&{...known?.id===checked.id?known:unrecorded(
checked,arnOf),pem:checked.pem},certificate=reissue&&atPlace?.id!==known?.id?known:atPlace??known;certificate===void 0?create.push(csr):reuse.push({csr,certificate,
isStored:certificate.id===checked?.id})}if(strangers.length>0)throw wouldOverwrite(strangers);return{create,reuse}}function unrecorded({id},arnOf){return{id,arn:arnOf(
id),status:void 0,issuedAt:void 0,origin:void 0}}function wouldOverwrite(paths){let more=paths.length>10?` and ${paths.length-10} more`:"";return new UserError(
"would-overwrite",`Other files stand where the certificates of ${paths.slice(0,10).join(", ")}${more} would go.`,{where:"output-directory",fix:"Name another dir\
ectory, or move these files away."})}var WIDTH5=32;async function reuseKnown(reuse,options){let{iot,pacers,clock,stop,store,use}=options,fetchPem=async id=>(await insist("iot:DescribeCertificate",()=>iot.
describeCertificate(id),{pacer:pacers.describe,clock,signal:stop})).pem;await forEach(reuse,WIDTH5,async({csr,certificate,isStored})=>{let checked=check(csr,certificate.
pem||await fetchPem(certificate.id));if(checked.verdict!=="good")throw notItsKey(csr,certificate);isStored||await store.write(csr,checked.pem),use(csr,{...certificate,
pem:checked.pem})})}function notItsKey(csr,certificate){return new UserError("ledger",`The certificate ${certificate.id} that is recorded for ${csr.path} is not\
 for its key.`,{where:csr.path,fix:"Correct or remove its line in the ledger; nothing was created."})}var ROUNDS=4;async function issueBatch(options){let{csrs,knowledge,store,log,clock,stop,journal,before}=options,maySearch=options.search.scope!=="never",outcomes=new Map,
duplicates=[],keep=async(csr,certificate)=>{await journal.issued(csr,certificate),knowledge.add(csr.spkiSha256,certificate),await store.write(csr,certificate.pem)},
progress,sweeper=createSweeper({...options,keys:new Set(csrs.map(csr=>csr.spkiSha256)),known:knowledge.has,onProgress(done,total){progress??=createProgress("Loo\
ked at",total,clock.now,log.info),progress.update(done),done===total&&(progress=void 0)},signal:stop}),adopt=async({csr,certificate},result)=>{let mine=result===
"created"?{...certificate,origin:options.origin}:certificate;try{await keep(csr,mine),outcomes.set(csr.path,{result,csr,certificate:mine})}catch(error){outcomes.
set(csr.path,{result:"in-doubt",csr,problem:notKept(mine,error)})}},{create,reuse}=await plan(csrs,knowledge,store.read,options.certificateArn,options.reissue);
await reuseKnown(reuse,{...options,use:(csr,certificate)=>outcomes.set(csr.path,{result:"reused",csr,certificate})}),reuse.length>0&&log.info(`${plural(reuse.length,
"CSR")} already with a certificate: reused`),create.length>0&&maySearch&&await proveSearchable(options);let doubts=doubtsAbout(create,reuse,options);if(doubts.length>
0){if(!maySearch)throw unsearchable(doubts.length);log.info(`Looking in the account for certificates of ${plural(doubts.length,"CSR")}`);let resolution=await resolve(
doubts,sweeper,clock,options.quietSince,stop);duplicates.push(...resolution.duplicates);for(let match of resolution.found)outcomes.has(match.csr.path)?duplicates.
push(match):await adopt(match,"reused");for(let csr of resolution.missing)before.inDoubt.has(csr.spkiSha256)&&journal.release(csr);log.info(`Found ${plural(resolution.
found.length,"certificate")}`)}let missing=create.filter(csr=>!outcomes.has(csr.path));missing.length>0&&log.info(`Creating ${plural(missing.length,"certificate")}`);
let creation=createProgress("Created",missing.length,clock.now,log.info);for(let round=1;missing.length>0;round++){let sentSince=options.iot.awsTime(),{outcomes:results,
halted}=await issue({...options,csrs:missing,pacer:options.pacers.create,keep,onProgress:round===1?creation.update:()=>{},onWarning:message=>log.annotate("warni\
ng",message)});for(let outcome of results)outcomes.set(outcome.csr.path,outcome);let inDoubt2=results.flatMap(({result,csr})=>result==="in-doubt"&&!knowledge.get(
csr.spkiSha256)?[{csr,since:sentSince,mayBeLate:!0}]:[]);if(inDoubt2.length===0||stop.aborted||!maySearch)break;log.info(`Looking in the account for ${plural(inDoubt2.
length,"certificate")} in doubt`);try{let resolution=await resolve(inDoubt2,sweeper,clock,clock.now(),stop);duplicates.push(...resolution.duplicates);for(let match of resolution.
found)await adopt(match,"created");if(missing=halted||round===ROUNDS?[]:resolution.missing,missing.length>0)continue;for(let csr of resolution.missing){journal.
release(csr);let outcome=outcomes.get(csr.path);outcome?.result==="in-doubt"&&outcomes.set(csr.path,{...outcome,result:"failed"})}}catch(error){if(!(error instanceof
UserError)&&!stop.aborted)throw error;error instanceof UserError&&log.annotate("warning",`${error.message} ${error.fix}`);break}}return{outcomes:csrs.flatMap(csr=>outcomes.
get(csr.path)??[]),duplicates}}function doubtsAbout(create,reuse,{before,search}){let announced=csr=>before.inDoubt.get(csr.spkiSha256)?.since??Number.POSITIVE_INFINITY;
if(search.scope!=="since")return create.flatMap(csr=>{let since=announced(csr);return since===Number.POSITIVE_INFINITY?[]:[{csr,since,mayBeLate:!0}]});let{time,
mayBeLate,always}=search;return create.length===0&&!always?[]:[...create.map(csr=>({csr,since:Math.min(time,announced(csr)),mayBeLate:mayBeLate||before.inDoubt.
has(csr.spkiSha256)})),...reuse.map(({csr})=>({csr,since:time,mayBeLate:!1}))]}async function proveSearchable({iot,pacers,clock,stop}){await insist("iot:ListCer\
tificates",()=>iot.listCertificates(void 0),{pacer:pacers.list,clock,signal:stop})}function unsearchable(count2){return new UserError("in-doubt",`An earlier att\
empt may have issued certificates for ${plural(count2,"CSR")}, and reconcile is never.`,{where:"reconcile",fix:"Set `reconcile: auto`, so that they are looked f\
or; nothing was created."})}import{setTimeout as sleep}from"node:timers/promises";var TRIES=4,TIMEOUT_MS=1e4;async function getRunStart(context,token){let{apiUrl,repository,runId}=context,url=`${apiUrl}/repos/${repository}/actions/runs/${runId}`,
problem="";for(let attempt=0;attempt<TRIES;attempt++){attempt>0&&await sleep(500*2**attempt);try{let response=await fetch(url,{headers:{authorization:`Bearer ${token}`,
accept:"application/vnd.github+json"},signal:AbortSignal.timeout(TIMEOUT_MS)}),body=await response.json(),time=Date.parse(String(body.created_at));if(response.ok&&
!Number.isNaN(time))return time;if(problem=`${response.status} ${String(body.message??"")}`,response.status<500&&response.status!==429)break}catch(error){problem=
error instanceof Error?error.message:String(error)}}throw new UserError("run-start",`GitHub does not tell when this workflow run began (${visible(problem)}), so\
 it cannot be told what its earlier attempts have issued.`,{where:"github-token",fix:"Add `actions: read` to the permissions of the job, or set `reconcile: sinc\
e=<time the first attempt began>`."})}function createKnowledge(){let byKey=new Map,ids=new Set;return{get:spkiSha256=>byKey.get(spkiSha256),has:certificateId=>ids.has(certificateId),ignore:certificateId=>ids.
add(certificateId),add(spkiSha256,certificate){ids.add(certificate.id);let known=byKey.get(spkiSha256);known===void 0?byKey.set(spkiSha256,certificate):known.id===
certificate.id?byKey.set(spkiSha256,merge(known,certificate)):(known.issuedAt??"")<(certificate.issuedAt??"")&&byKey.set(spkiSha256,certificate)}}}function merge(known,told){
return{id:known.id,arn:known.arn,pem:known.pem||told.pem,status:known.status==="ACTIVE"?"ACTIVE":told.status??known.status,issuedAt:known.issuedAt??told.issuedAt,
origin:known.origin??told.origin}}async function recall(inputs,services,account,manifest){let{context,log}=services,ledger=await readLedger(inputs.ledger),journal=await openJournal(journalPath(context.
tempDirectory,{...inputs,...account})),knowledge=createKnowledge(),learn=(spkiSha256,certificate)=>{!inputs.reissue||context.runId!==void 0&&certificate.origin?.
runId===context.runId?knowledge.add(spkiSha256,certificate):knowledge.ignore(certificate.id)};for(let entry of ledger.entries)entry.account===account.account&&entry.
region===account.region&&/^(|(IN)?ACTIVE)$/.test(entry.status??"")&&learn(entry.spkiSha256,certificateOf(entry));for(let entry of manifest){let certificate=certificateIn(
entry);certificate!==void 0&&entry.spkiSha256!==null&&learn(entry.spkiSha256,certificate)}for(let{spki,certificate}of journal.before.certificates.values())learn(
spki,certificate);if(context.runAttempt>1)for(let{spkiSha256,certificate}of await recallAttempts(inputs,services))learn(spkiSha256,certificate);return log.info(
`Journal: ${journal.path}`),{knowledge,journal,ledger,search:await searchOf(inputs,services)}}async function recallAttempts(inputs,{context,log}){if(inputs.githubToken===
"")return[];try{let found=await fromEarlierAttempts(artifactNameOf(inputs),context,inputs.githubToken,context.tempDirectory);return log.info(`Earlier attempts o\
f this run handed over ${plural(found.length,"certificate")}`),found}catch(error){let reason=error instanceof Error?error.message:String(error);return log.annotate(
"notice",`What earlier attempts handed over cannot be read (${reason}); the account is searched instead.`),[]}}async function searchOf(inputs,services){let{reconcile,
ledger,reissue}=inputs,isRerun=services.context.runAttempt>1;switch(reconcile.when){case"never":return{scope:"never"};case"since":return{scope:"since",time:reconcile.
since,mayBeLate:!0,always:!0};case"always":return{scope:"since",time:0,mayBeLate:!0,always:!0};case"auto":return ledger===void 0&&!reissue?(services.log.info("N\
o ledger is kept, so the whole account is searched for certificates of these CSRs (with the `ledger` input it is not)"),{scope:"since",time:0,mayBeLate:isRerun,
always:!1}):isRerun?{scope:"since",time:await runStart(inputs,services),mayBeLate:!0,always:!1}:{scope:"doubts"}}}async function runStart({githubToken,reissue},{
context,log}){try{return await getRunStart(context,githubToken)}catch(error){if(!(error instanceof UserError)||reissue)throw error;return log.annotate("notice",
`${explain(error)} Until then the whole account is searched.`),0}}var SHOWN3=8;function annotateFindings(findings,log){for(let level of["error","warning","notice"]){let all=findings.filter(finding2=>finding2.severity===level);
for(let{path,rule,message,fix}of all.slice(0,SHOWN3))log.annotate(level,`${path}: ${message} ${fix} [${rule}]`,{file:path,title:rule});let more=all.length-SHOWN3;
more>0&&log.annotate(level,`And ${plural(more,`more ${level}`)} of this kind: the job summary lists them.`)}}function annotateDuplicates(duplicates,log){for(let{
csr,certificate}of duplicates.slice(0,SHOWN3)){let what=`${csr.path}: AWS IoT holds another valid certificate for its key, ${certificate.id}.`;log.annotate("war\
ning",`${what} Revoke it when nothing uses it.`,{file:csr.path,title:"duplicate-certificate"})}let more=duplicates.length-SHOWN3;more>0&&log.annotate("warning",
`And ${plural(more,"more duplicate certificate")}: the job summary lists them.`)}function writeOutputs(story,setOutput){let{batch,outcomes,directory,manifestPath,ledgerPath,artifact,audit:audit2}=story,having=(...results)=>String(outcomes.filter(
outcome=>results.includes(outcome.result)).length);setOutput("created-count",having("created")),setOutput("reused-count",having("reused")),setOutput("rejected-c\
ount",String(batch?.rejected.length??0)),setOutput("failed-count",having("failed","in-doubt","not-attempted")),setOutput("drift-count",audit2===void 0?"":String(
audit2.drifts.length)),setOutput("certificates-path",directory?.path??""),setOutput("manifest-path",manifestPath??""),setOutput("ledger-path",ledgerPath??""),setOutput(
"artifact-id",artifact?.id??""),setOutput("artifact-url",artifact?.url??""),setOutput("artifact-digest",artifact?.digest??"");let[only,...more]=outcomes;only===
void 0||more.length>0||!("certificate"in only)||directory===void 0||(setOutput("certificate-id",only.certificate.id),setOutput("certificate-arn",only.certificate.
arn),setOutput("certificate-path",directory.fileOf(only.csr)))}var TABLE_BYTES=256*1024,CELL=300;function cell(text){return forMarkdown(shorten(text,CELL))}function table(columns,rows){let lines=[`| ${columns.join(" | ")} |`,
`|${columns.map(()=>" --- |").join("")}`],bytes=0,shown=0;for(let row of rows){let line=`| ${row.join(" | ")} |`;if(bytes+=Buffer.byteLength(line)+1,bytes>TABLE_BYTES)
break;lines.push(line),shown++}let rest=shown<rows.length?`
\u2026 and ${count(rows.length-shown)} more.
`:"";return`${lines.join(`
`)}
${rest}`}var MEANING={missing:"In the ledger, not in the account",status:"Another status in the account",several:"Several usable certificates for one key",orphan:"In the\
 account, not in the ledger"};function auditTables({audited,drifts}){let kinds=Object.keys(MEANING),counts2=table(["Audited",...kinds.map(kind=>MEANING[kind])],
[[count(audited),...kinds.map(kind=>count(drifts.filter(drift=>drift.kind===kind).length))]]);if(drifts.length===0)return counts2;let rows=drifts.map(({kind,certificateId,
csrPath,inLedger,inAccount})=>[cell(MEANING[kind]),cell(csrPath??""),cell(certificateId),cell(inLedger??""),cell(inAccount??"")]);return`${counts2}
### Drift

${table(["What","CSR","Certificate id","In the ledger","In the account"],rows)}`}function summarize(story,mode,elapsedMs){let{outcomes,failure,batch}=story;return[heading(story,mode),failure===void 0?"":`> **${forMarkdown(shorten(failure.message,
1e3))}**  
> ${forMarkdown(failure.fix)}
`,mode==="audit"?"":counts(story,mode),story.audit===void 0?"":auditTables(story.audit),facts(story,elapsedMs),problemTable(outcomes),duplicateTable(story.duplicates),
findingTable(batch?.findings??[]),certificateTable(outcomes)].filter(part=>part!=="").join(`
`)}function heading({batch,outcomes,failure,audit:audit2},mode){let files=batch?.files??0,have=outcomes.filter(outcome=>"certificate"in outcome).length,what=mode===
"audit"?`Audit of ${plural(audit2?.audited??0,"certificate")}: ${audit2===void 0?"not done":plural(audit2.drifts.length,"disagreement")}`:mode==="validate"?`${count(
batch?.csrs.length??0)} of ${plural(files,"CSR")} valid`:`${plural(have,"AWS IoT certificate")} for ${plural(files,"CSR")}`;return`## ${failure===void 0?"\u2705":
"\u274C"} ${what}
`}function counts({batch,outcomes},mode){let of=result=>outcomes.filter(outcome=>outcome.result===result).length,rejected=batch?.rejected.length??0,columns=mode===
"validate"?[["Valid",batch?.csrs.length??0],["Rejected",rejected]]:[["Created",of("created")],["Reused",of("reused")],["Rejected",rejected],["Failed",of("failed")],
["In doubt",of("in-doubt")],["Not attempted",of("not-attempted")]];return table(columns.map(([name])=>name),[columns.map(([,value])=>count(value))])}function facts({
account,artifact,directory},elapsedMs){let lines=[`- Took ${duration(elapsedMs)}`];if(account!==void 0&&lines.push(`- Account ${forMarkdown(account.account)} in\
 ${forMarkdown(account.region)} as ${forMarkdown(account.arn)}`),artifact!==void 0){let name=forMarkdown(artifact.name);lines.push(`- Artifact ${artifact.url===
""?name:`[${name}](${encodeURI(artifact.url)})`}, ${forMarkdown(artifact.digest)}`)}return directory!==void 0&&lines.push(`- Certificates and manifest in ${forMarkdown(
directory.path)}`),`${lines.join(`
`)}
`}function problemTable(outcomes){let rows=outcomes.flatMap(outcome=>"problem"in outcome?[problemRow(outcome.csr.path,outcome.result,outcome.problem)]:[]);return rows.
length===0?"":`### Without a certificate

${table(["CSR","Result","Why","What to do"],rows)}`}function problemRow(path,result,{message,fix}){return[cell(path),cell(result),cell(message),cell(fix)]}function duplicateTable(duplicates){
let rows=duplicates.map(({csr,certificate})=>[cell(csr.path),cell(certificate.id),cell(certificate.status??"")]),columns=["CSR","Certificate beyond the one in u\
se","Status"];return rows.length===0?"":`### Duplicates

${table(columns,rows)}`}function findingTable(findings){let rows=findings.map(({path,severity,rule,message,fix})=>[cell(path),cell(severity),cell(rule),cell(message),
cell(fix)]);return rows.length===0?"":`### Findings

${table(["File","Severity","Rule","What","What to do"],rows)}`}function certificateTable(outcomes){let rows=outcomes.flatMap(outcome=>{if(!("certificate"in outcome))
return[];let{csr,certificate,result}=outcome;return[[cell(csr.path),cell(csr.commonName??""),cell(csr.key.name),cell(result),cell(certificate.status??""),cell(certificatePath(
csr.path)),cell(certificate.id)]]}),columns=["CSR","Common name","Key","Result","Status","File","Certificate id"];return rows.length===0?"":`### Certificates

${table(columns,rows)}`}function report(story,inputs,{log,commands,clock}){let elapsed=clock.now()-story.start,have=story.outcomes.filter(outcome=>"certificate"in outcome).length,valid=story.
batch?.csrs.length??0,done={issue:plural(have,"certificate"),validate:plural(valid,"valid CSR"),audit:plural(story.audit?.drifts.length??0,"disagreement")}[inputs.
mode];log.info(`${done} in ${duration(elapsed)}`),writeOutputs(story,commands.setOutput),commands.appendSummary(summarize(story,inputs.mode,elapsed))}async function run(inputs,services){let story={start:services.clock.now(),outcomes:[],duplicates:[]};try{inputs.mode==="audit"?await auditLedger(story,inputs,services):
await tell(story,inputs,services)}catch(error){if(!(error instanceof UserError))throw error;story.failure=error,services.log.annotate("error",explain(error),{title:error.
code})}finally{story.account?.iot.close(),await story.memory?.journal.close(),report(story,inputs,services)}return story.failure===void 0}async function tell(story,inputs,services){
let{log,clock,commands,context,stop}=services,batch=await readBatch(inputs,services);if(story.batch=batch,annotateFindings(batch.findings,log),refuseInvalid(batch,
inputs),inputs.mode==="validate")return;let handOver=await prepareHandOver(inputs,services);story.directory=handOver.directory;let{signIn}=await import("./part-aws-sdk-client-iot.js"),
account=await signIn(inputs,services);story.account=account,log.info(`AWS account ${account.account} in ${account.region} as ${account.arn}`);let memory=await recall(
inputs,services,account,handOver.earlier);story.memory=memory,commands.saveState("journal",memory.journal.path);let pacers=createPacers(clock);Object.assign(story,
await issueBatch({csrs:batch.csrs,iot:account.iot,certificateArn:account.certificateArn,pacers,clock,stop,log,journal:memory.journal.journal,before:memory.journal.
before,knowledge:memory.knowledge,store:handOver.directory,setAsActive:inputs.setAsActive===!0,origin:originOf(context),reissue:inputs.reissue,search:memory.search,
quietSince:story.start+inputs.requestTimeoutMs})),annotateDuplicates(story.duplicates,log);let manifest=await record(story,batch,handOver,account,memory,inputs),
artifact=await handOver.upload(story.outcomes,manifest);if(artifact!==void 0&&(story.artifact=artifact,log.info(`Uploaded artifact ${artifact.name} (${artifact.
digest})`)),inputs.setAsActive==="after-delivery"){let{journal}=memory.journal,onProgress=createProgress("Activated",story.outcomes.length,clock.now,log.info).update;
story.outcomes=await activate(story.outcomes,{iot:account.iot,pacer:pacers.update,clock,stop,journal,onProgress}),await record(story,batch,handOver,account,memory,
inputs)}story.outcomes.some(({result})=>result==="in-doubt")||commands.saveState("handed-over","true"),refuseIncomplete(story.outcomes,stop)}async function record(story,batch,handOver,account,memory,inputs){
let{outcomes}=story;if(inputs.ledger!==void 0){let entries=outcomes.flatMap(outcome=>"certificate"in outcome?[entryFor(outcome.csr,outcome.certificate,account)]:
[]);await writeLedger(inputs.ledger,mergeLedger(memory.ledger,entries)),story.ledgerPath=inputs.ledger}let manifest=await handOver.writeManifest({outcomes,rejections:rejections(
batch),account});return story.manifestPath=manifest.json,manifest}function originOf({runId,runAttempt,commit}){return runId===void 0?void 0:{runId,runAttempt,commit}}
function refuseInvalid({files,csrs,rejected,findings},{mode,onInvalid}){let exposed=findings.find(finding2=>finding2.rule==="private-key");if(exposed!==void 0)throw new UserError(
"private-key",`${exposed.message} Nothing was created.`,{where:exposed.path,fix:exposed.fix});if(rejected.length===0||mode==="issue"&&onInvalid==="skip"&&csrs.length>
0)return;let nothing=mode==="issue"?" Nothing was created.":"";throw new UserError("invalid-csrs",`${count(rejected.length)} of ${plural(files,"file")} cannot b\
e used.${nothing}`,{fix:mode==="issue"&&csrs.length>0?"Correct the files that the annotations and the job summary name, or set `on-invalid: skip` to leave them \
out.":"Correct the files that the annotations and the job summary name."})}function refuseIncomplete(outcomes,stop){let missing=outcomes.filter(outcome=>!("cert\
ificate"in outcome)),first=missing.find(outcome=>outcome.result!=="not-attempted")??missing[0];if(!(first===void 0||!("problem"in first)))throw new UserError(stop.
aborted?"cancelled":"incomplete",`${count(missing.length)} of ${plural(outcomes.length,"CSR")} got no certificate, ${first.csr.path} among them: ${first.problem.
message}`,{fix:`${first.problem.fix} The job summary lists all of them.`})}export{run};
