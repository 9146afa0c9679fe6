import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{decodeBase64,findPemBlocks}from"./part-csr-parse-pem.js";import{fingerprintOf}from"./part-csr-parse-spki.js";import{RULES,bitLength,canonicalPemLength,
gcd,loadSubjectPatterns,read,readSignatureAlgorithm,signature,toInteger}from"./part-csr-weak-keys-published-keys.js";import{lastValue,nameBytes,nameText,readName}from"./part-csr-parse-string-types.js";
import{DerError,DerReader,TAG,assertDer,isForgeable,isUsable,oidText,readKey,toJwk}from"./part-csr-parse-der.js";import{hash}from"node:crypto";var MAX_DEPTH=4,MAX_CHILDREN=10;function identify(bytes){return outline(bytes,0).flatMap(node=>{let shape=SHAPES.find(({is})=>is(node));if(shape===void 0)return[];
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
children[1]))}function readRequest(der){assertDer(der);let request=new DerReader(der).enter(TAG.sequence,"the request"),infoElement=request.take(TAG.sequence,"the request inf\
ormation"),identifier=request.enter(TAG.sequence,"the signature algorithm"),signature2=request.octets("the signature");request.finish("the signature");let info=request.
inside(infoElement),version=readVersion(info),subject=info.take(TAG.sequence,"the subject"),spki=info.take(TAG.sequence,"the public key"),attributes=info.nextTag===
void 0?void 0:readAttributes(info.enter(160,"the attributes field"));return info.finish("the attributes field"),{der,info:request.raw(infoElement),version,subject:readName(
info.inside(subject)),subjectDer:info.raw(subject),spki:info.raw(spki),key:readKey(info.inside(spki)),attributes,signatureAlgorithm:readSignatureAlgorithm(identifier),
signature:signature2}}function readVersion(info){let element=info.take(TAG.integer,"the version"),content=info.content(element),[byte]=content;if(byte===void 0||
content.length>1)throw new DerError("the version is out of bounds",element.start);return byte<<24>>24}function readAttributes(field){let attributes=[];for(;field.
nextTag!==void 0;){let attribute=field.enter(TAG.sequence,"an attribute"),oid=attribute.oid("the type of an attribute"),set=attribute.enter(TAG.set,"the values \
of an attribute");attribute.finish("an attribute");let values=[];for(;set.nextTag!==void 0;)values.push(set.raw(set.any()));attributes.push({oid,values})}return attributes}function decodeText(bytes){let[first,second]=bytes;return first===255&&second===254||first!==0&&second===0?utf16.decode(bytes):first===254&&second===255||first===
0&&second!==0?utf16.decode(Buffer.from(bytes.subarray(0,bytes.length&-2)).swap16()):utf8.decode(bytes)}var utf8=new TextDecoder("utf-8"),utf16=new TextDecoder("\
utf-16le");function decode(bytes){if(looksLikeDer(bytes)){let label=findPrivateKeyLabel(Buffer.from(bytes).toString("latin1"));return label===void 0?decodeDer(bytes):{kind:"\
private-key",what:label}}return isJavaKeyStore(bytes)?{kind:"private-key",what:"a Java key store"}:decodeWritten(decodeText(bytes),bytes)}function isJavaKeyStore(bytes){
let magic=Buffer.from(bytes.subarray(0,4)).toString("hex");return magic==="feedfeed"||magic==="cececece"}function looksLikeDer(bytes){let[first,second]=bytes;return first===
48&&second!==void 0&&(second>=128||second+2===bytes.length)}function decodeDer(der){try{return{kind:"request",request:readRequest(der)}}catch(error){if(!(error instanceof
DerError))throw error;return explainDer(der)??{kind:"malformed",problem:error.message}}}function explainDer(der){let identities=identify(der),privateKey=identities.
find(({isPrivateKey})=>isPrivateKey);if(privateKey!==void 0)return{kind:"private-key",what:privateKey.what};let count=identities.filter(({isRequest})=>isRequest).
length;if(count>1)return{kind:"several",count};let[first]=identities;return first===void 0||count>0?void 0:{kind:"other",what:first.what}}function decodeWritten(text,raw){
let privateKey=findPrivateKeyLabel(text);if(privateKey!==void 0)return{kind:"private-key",what:privateKey};let blocks=findPemBlocks(text),requests=blocks.filter(
isRequestBlock),others=blocks.filter(block=>!isRequestBlock(block));for(let{bytes}of others){let hidden=bytes===void 0?void 0:identify(bytes).find(({isPrivateKey})=>isPrivateKey);
if(hidden!==void 0)return{kind:"private-key",what:hidden.what}}let[request]=requests;return request===void 0?explainText(text,raw,others[0]):requests.length>1?{
kind:"several",count:requests.length}:request.bytes===void 0?{kind:"malformed",problem:request.problem}:decodeDer(request.bytes)}function isRequestBlock({label}){
return label==="CERTIFICATE REQUEST"||label==="NEW CERTIFICATE REQUEST"}function findPrivateKeyLabel(text){if(text.includes("PuTTY-User-Key-File-"))return"a PuT\
TY private key";if(/"kty"\s{0,20}:/.test(text)&&/"d"\s{0,20}:\s{0,20}"/.test(text))return"a private key (JWK)";let label=/BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY)/.exec(
text)?.[1];return label===void 0?void 0:`a private key (${label})`}function explainText(text,raw,block){if(block!==void 0)return{kind:"other",what:nameBlock(block)};
if(/BEGIN (NEW )?CERTIFICATE REQUEST/.test(text))return{kind:"malformed",problem:"the hyphens of its BEGIN line are damaged: five belong on each side"};let content=text.
trim();if(content==="")return{kind:"other",what:"nothing"};let base64=decodeBase64(content.replace(/\s+/g,"")),identity=strongest(identify(base64??raw));if(identity?.
isPrivateKey)return{kind:"private-key",what:identity.what};if(identity!==void 0){let form=base64===void 0?"among other bytes":"in base64 without its BEGIN and E\
ND lines";return{kind:"other",what:`${identity.what} ${form}`}}return/"kty"\s{0,20}:/.test(content)?{kind:"other",what:"a public key (JWK)"}:/^(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/.
test(content)?{kind:"other",what:"an OpenSSH public key"}:{kind:"other",what:/[\u0000-\u0008\ufffd]/.test(content)?"binary data":"text without a PEM block"}}function strongest(identities){
return identities.find(({isPrivateKey})=>isPrivateKey)??identities[0]}var LABELS={CERTIFICATE:"a certificate","X509 CERTIFICATE":"a certificate","TRUSTED CERTIF\
ICATE":"a certificate","X509 CRL":"a certificate revocation list",PKCS7:"a PKCS#7 container","PKCS #7 SIGNED DATA":"a PKCS#7 container",CMS:"a PKCS#7 container",
"PUBLIC KEY":"a public key","RSA PUBLIC KEY":"a public key","EC PARAMETERS":"EC parameters","DH PARAMETERS":"Diffie-Hellman parameters"};function nameBlock({label,
bytes}){let identity=bytes===void 0?void 0:identify(bytes)[0];return identity?.isRequest?`a certificate signing request under the label ${label}`:LABELS[label]??
identity?.what??`a PEM block labelled ${label}`}import{constants,verify}from"node:crypto";function checkSignature(request){let{info,signature:signature2,key}=request,{scheme,hash:hash2,pss}=request.signatureAlgorithm,readable=isPemFast&&isPlain(key)?
toPem(request.spki):toKeyInput(key,pss);if(!(readable!==void 0&&hash2!==void 0&&hash2!=="md5"&&!isForgeable(key)&&scheme==="ecdsa"==(key.type==="ec")&&(pss===void 0||
pss.maskHash===hash2)))return{proof:"unchecked",isKeyUsable:isUsable(key)};try{return{proof:verify(hash2,info,readable,signature2)?"valid":"invalid",isKeyUsable:!0}}catch{
return{proof:"unchecked",isKeyUsable:isUsable(key)}}}var isPemFast=Number.parseInt(process.versions.node,10)>=24;function isPlain(key){return key.type==="ec"&&key.
form==="uncompressed"}function toKeyInput(key,pss){let jwk=toJwk(key);if(jwk===void 0)return;let padding=pss===void 0?{}:{padding:constants.RSA_PKCS1_PSS_PADDING,
saltLength:pss.saltLength};return{key:jwk,format:"jwk",...padding}}function toPem(spki){return`-----BEGIN PUBLIC KEY-----
${Buffer.from(spki.buffer,spki.byteOffset,spki.length).toString("base64")}
-----END PUBLIC KEY-----
`}var MIN_BITS=512;function rsaNumbers(modulus,exponent){if(!(((modulus.at(-1)??0)&1)===1)||modulus.length*8<MIN_BITS)return;let numbers={modulus:toInteger(modulus),
exponent:toInteger(exponent)};return numbers.modulus>>BigInt(MIN_BITS-1)===0n?void 0:numbers}var FILE_RULES=RULES.filter(rule=>rule.about==="file"),REQUEST_RULES=RULES.filter(rule=>rule.about==="request");function judge(path,file,requirements){let{severities={}}=requirements,
contents=file instanceof Uint8Array?decode(file):file;if(contents.kind!=="request"){let findings2=FILE_RULES.flatMap(rule=>finding(rule,path,rule.check(contents),
{}));return{path,csr:void 0,subject:"",subjectBytes:"",modulus:void 0,findings:findings2}}let{request}=contents,pemLength=canonicalPemLength(request.der.length),
check=checkSignature(request),canBeUsed=check.isKeyUsable&&pemLength<=4096,evidence={request,...check,pemLength,rsa:canBeUsed?rsaNumbersOf(request.key):void 0},
findings=[];for(let rule of REQUEST_RULES){let complaint=rule.check(evidence,requirements);complaint!==void 0&&findings.push(...finding(rule,path,complaint,severities))}
if(evidence.proof==="unchecked"&&!findings.some(isError)&&findings.push(...finding(signature,path,UNCHECKED,severities)),pemLength>4096)return{path,csr:void 0,subject:"",
subjectBytes:"",modulus:void 0,findings};let modulus=request.key.type==="rsa"?Uint8Array.from(request.key.modulus):void 0,subject=nameText(request.subject),subjectBytes=nameBytes(
request.subjectDer);return{path,csr:toCsr(path,evidence),subject,subjectBytes,modulus,findings}}var UNCHECKED={message:"Its self-signature cannot be checked, so\
 nothing proves that its maker has the private key.",fix:"Make the CSR again with an RSA or EC key and SHA-256."};function finding(rule,path,complaint,severities){
let severity=rule.isFixed?rule.severity:severities[rule.id]??rule.severity;return complaint===void 0||severity==="off"?[]:[{rule:rule.id,severity,path,message:complaint.
message,fix:complaint.fix}]}function isError({severity}){return severity==="error"}function rsaNumbersOf(key){return key.type==="rsa"?rsaNumbers(key.modulus,key.
exponent):void 0}function toCsr(path,{request,pemLength}){let{key}=request,serialNumber=lastValue(request.subject,"serialNumber"),organizationalUnit=lastValue(request.
subject,"OU");return{path,pemLength,csrSha256:hash("sha256",request.der,"hex"),spkiSha256:fingerprintOf(key,request.spki),commonName:lastValue(request.subject,"\
CN"),...serialNumber===void 0?{}:{serialNumber},...organizationalUnit===void 0?{}:{organizationalUnit},key:{type:key.type,name:key.name},signatureAlgorithm:request.
signatureAlgorithm.name}}async function requirementsOf({subjectPattern,...policy}){let matchesSubject=subjectPattern===void 0?void 0:(await loadSubjectPatterns())(subjectPattern);return{
...policy,matchesSubject}}var LEAF=16,GUARD=64;function growTree(moduli){if(moduli.length===1){let product2=moduli[0]??1n;return{product:product2,cofactorSum:1n,node:{product:product2,bits:bitLength(
product2),below:moduli}}}let half=moduli.length>>1,left=growTree(moduli.slice(0,half)),right=growTree(moduli.slice(half)),product=left.product*right.product;return{
product,cofactorSum:left.cofactorSum*right.product+right.cofactorSum*left.product,node:{product,bits:left.node.bits+right.node.bits,below:moduli.length<=LEAF?moduli:
[left.node,right.node]}}}function commonDivisors({product,cofactorSum,node},others=[],onDone=()=>{}){let found=new Map,index=0,descend=({product:product2,bits:bits2,
below},fraction)=>{if(isPair(below)){let[left,right]=below;descend(left,childFraction(fraction,bits2,left,right)),descend(right,childFraction(fraction,bits2,right,
left));return}let signed=BigInt.asIntN(bits2+GUARD,fraction*product2),remainder=signed<0n?-signed:signed;for(let modulus of below){let divisor=gcd(modulus,remainder%
modulus);divisor!==1n&&found.set(index,divisor),index+=1}onDone(below.length)},{bits}=node,inverse=inverseOf(product,bits+GUARD),shorten=value=>value-BigInt.asUintN(
bits,BigInt.asUintN(bits,value)*inverse)*product>>BigInt(bits),sum=others.reduce((sum2,other)=>shorten(sum2*(other%product)),cofactorSum);return descend(node,BigInt.
asUintN(bits+GUARD,sum*inverse)),found}function inverseOf(odd,bits){if(bits<=3)return BigInt.asUintN(bits,odd);let half=bits+1>>1,inverse=inverseOf(odd,half),error=BigInt.
asUintN(bits,BigInt.asUintN(bits,odd)*inverse)>>BigInt(half);return inverse+(BigInt.asUintN(bits-half,-error*inverse)<<BigInt(half))}function childFraction(fraction,bits,child,sibling){
return BigInt.asUintN(bits+GUARD,fraction*sibling.product)>>BigInt(bits-child.bits)}function isPair(below){return typeof below[0]=="object"}function createFileQueue(files){return{files,claimed:new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))}}function*claim({files,claimed}){for(;;){
let start=Atomics.add(claimed,0,32);if(start>=files.length)return;for(let[offset,file]of files.slice(start,start+32).entries())yield[start+offset,file]}}function createLocalRunner(onDone){let requirements={matchesSubject:void 0},tree;return async task=>{switch(task.kind){case"set-policy":requirements=await requirementsOf(
task.policy);return;case"judge":return judgeClaimed(task.queue,requirements);case"multiply":return tree=growTree(task.moduli.map(toInteger)),tree.product;case"c\
ompare":return tree===void 0?new Map:commonDivisors(tree,task.others,onDone)}}}function judgeClaimed(queue,requirements){let judged=[];for(let[index,{path,absolutePath}]of claim(
queue))judged.push([index,judge(path,read(absolutePath),requirements)]);return judged}export{decode,judge,finding,isError,requirementsOf,createFileQueue,claim,growTree,commonDivisors,createLocalRunner};
