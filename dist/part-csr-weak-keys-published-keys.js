import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{lastValue,nameText}from"./part-csr-parse-string-types.js";import{DerError,DerReader,TAG,base64url,isEven,uncompressedPoint}from"./part-csr-parse-der.js";import{
shorten}from"./part-lib-escape.js";function groupBy(items,keyOf){let groups=new Map;for(let item of items){let key=keyOf(item),group2=groups.get(key);group2===void 0?groups.set(key,[item]):group2.
push(item)}return groups}function toInteger(bytes){return bytes.length===0?0n:BigInt(`0x${Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length).toString("hex")}`)}function toBytes(number,length=0){
let hex=number===0n?"":number.toString(16);return Buffer.from(hex.padStart(Math.max(length*2,hex.length+hex.length%2),"0"),"hex")}function bitLength(number){if(number===
0n)return 0;let hex=number.toString(16);return hex.length*4-Math.clz32(Number.parseInt(hex.charAt(0),16))+28}function root(number,k){if(number<2n)return number;
let exponent=BigInt(k),guess=1n<<BigInt(Math.ceil(bitLength(number)/k));for(;;){let next=((exponent-1n)*guess+number/guess**(exponent-1n))/exponent;if(next>=guess)
return guess;guess=next}}function power(base,exponent,modulus){let[result,square]=[1n,base%modulus];for(let rest=exponent;rest>0n;rest>>=1n)(rest&1n)===1n&&(result=
result*square%modulus),square=square*square%modulus;return result}function smallPower(base,exponent,modulus){let[result,square]=[1,base%modulus];for(let rest=exponent;rest>
0;rest=Math.floor(rest/2))rest%2===1&&(result=result*square%modulus),square=square*square%modulus;return result}function primesUpTo(limit){let isComposite=new Uint8Array(
limit+1),primes=[];for(let n=2;n<=limit;n+=1)if(isComposite[n]!==1){primes.push(n);for(let multiple=n*n;multiple<=limit;multiple+=n)isComposite[multiple]=1}return primes}
function product(numbers){if(numbers.length<=1)return numbers[0]??1n;let half=numbers.length>>1;return product(numbers.slice(0,half))*product(numbers.slice(half))}import{closeSync,constants,openSync,readSync}from"node:fs";var MAX_FILE_BYTES=1048576,buffer=Buffer.allocUnsafeSlow(MAX_FILE_BYTES+1),READ=constants.O_RDONLY|(constants.
O_NONBLOCK??0);function read(absolutePath){let descriptor;try{descriptor=openSync(absolutePath,READ);let length=0,more;do more=readSync(descriptor,buffer,length,
buffer.length-length,null),length+=more;while(more>0&&length<buffer.length);return length>MAX_FILE_BYTES?{kind:"too-large"}:buffer.subarray(0,length)}catch(error){
return{kind:"unreadable",reason:error.code??String(error)}}finally{descriptor!==void 0&&closeSync(descriptor)}}function groupByKey(known){return groupBy(known,({spkiSha256})=>spkiSha256)}function isSameDevice(entry,known){return(known.csrPath===void 0||known.csrPath===entry.
path)&&(known.subjectBytes===void 0||known.subjectBytes===entry.subjectBytes)}var publicKeyKnown={about:"batch",id:"public-key-known",severity:"error",isFixed:!1,title:"No key of the batch belongs to another device that has its certificat\
e already.",source:{name:"NIST SP 800-57 part 1, section 5.2",url:"https://doi.org/10.6028/NIST.SP.800-57pt1r5"},why:"The same CSR again is what every re-run br\
ings, and its certificate is reused. Another CSR with that key, from another file or for another subject, means that two devices have one key: the second would \
be handed the certificate of the first. The ledger and the manifest in the output directory count, whatever the account and the region.",check({entries,known}){
let byKey=groupByKey(known);return entries.flatMap(entry=>{let own=byKey.get(entry.spkiSha256)??[],[other]=own;if(other===void 0||own.some(one=>one.csrSha256===
entry.csrSha256||isSameDevice(entry,one)))return[];let whose=other.subjectBytes===void 0||other.subjectBytes===entry.subjectBytes?"CSR":"subject",where=other.csrPath===
void 0?"":`, ${other.csrPath}`;return[{path:entry.path,message:`Its public key has a certificate already, ${other.certificateId}, issued to another ${whose}${where}\
.`,fix:"Make a new key on this device; when it is the same device after all, put its first CSR back."}]})}};var WINDOW=52;function gcd(a,b){let[x,y]=a>=b?[a,b]:[b,a],bits=bitLength(x);for(;bits>2*WINDOW&&y!==0n;){let shift=bits-WINDOW,steps=leadingSteps(Number(x>>BigInt(
shift)),Number(y>>BigInt(shift)));if(steps.q===0)[x,y]=[y,x%y],bits=bitLength(x);else{let[p,q,r,s]=[BigInt(steps.p),BigInt(steps.q),BigInt(steps.r),BigInt(steps.
s)];[x,y]=[p*x+q*y,r*x+s*y],bits=shift+Math.floor(Math.log2(steps.x))+2}}for(;y!==0n;)[x,y]=[y,x%y];return x}function leadingSteps(leadingX,leadingY){let[x,y]=[
leadingX,leadingY],[p,q,r,s]=[1,0,0,1];for(;y+r!==0&&y+s!==0;){let quotient=Math.floor((x+p)/(y+r));if(quotient!==Math.floor((x+q)/(y+s)))break;[p,q,r,s]=[r,s,p-
quotient*r,q-quotient*s],[x,y]=[y,x-quotient*y]}return{p,q,r,s,x}}var EC_SIZES={"P-256":32,"P-384":48,"P-521":66};function signatureEncodingProblem(request){let{key,signature:signature2,signatureAlgorithm:signatureAlgorithm2}=request;
if(key.type==="ec"&&signatureAlgorithm2.scheme==="ecdsa")return ecdsaProblem(signature2,EC_SIZES[key.curve]);if(key.type!=="rsa"||!signatureAlgorithm2.scheme.startsWith(
"rsa"))return;let length=Math.ceil(key.bits/8);return signature2.length===length?void 0:`it has ${signature2.length} bytes, but a signature of an ${key.name} ke\
y has ${length}`}function ecdsaProblem(signature2,size){if(signature2.length===2*size&&!isSequence(signature2))return`it is ${signature2.length} raw bytes, r an\
d s one after the other, without the DER around them`;if(!isSequence(signature2))return"it is not a DER SEQUENCE of two INTEGERs, r and s";let[,short=0,long=0]=signature2,
start=short===129?3:2,end=start+(short===129?long:short);if(short===129&&long<128)return"the length of its SEQUENCE is not in its shortest form";if(end>signature2.
length)return"its SEQUENCE is longer than what is there";let offset=start;for(let name of["r","s"]){let length=signature2[offset+1]??0,next=offset+2+length;if(signature2[offset]!==
2||length>=128||next>end)return`its ${name} is not an INTEGER in DER`;let problem=integerProblem(signature2.subarray(offset+2,next),size);if(problem!==void 0)return`\
its ${name} ${problem}`;offset=next}return offset<end?`${end-offset} more bytes follow s within its SEQUENCE`:end<signature2.length?`${signature2.length-end} mo\
re bytes follow its SEQUENCE`:void 0}function isSequence([tag,length=0]){return tag===48&&length<=129&&length!==128}function integerProblem(digits,size){let[first,
second=0]=digits;return first===void 0?"is an INTEGER without bytes":first>=128?"is negative: a zero byte belongs before it":first===0&&digits.length===1?"is ze\
ro":first===0&&second<128?"begins with a needless zero byte":digits.length-(first===0?1:0)>size?`is longer than ${size} bytes`:void 0}var signature={about:"request",id:"signature",severity:"error",isFixed:!0,title:"The self-signature verifies.",source:{name:"RFC 2986, section 3",url:"https://w\
ww.rfc-editor.org/rfc/rfc2986#section-3"},why:"The self-signature proves that whoever made the request has the private key. It counts only for a sane key: with \
the exponent 1 anyone can make one. A CSR whose signature cannot be checked never becomes a certificate, whatever the severities of the rules that say why. A si\
gnature whose bytes are not encoded as one is named for that: secure elements and TPMs give r and s of an ECDSA signature as raw bytes of a fixed length, and ea\
ch has to become a DER INTEGER, without needless zeros and with one where it would be negative.",check({proof,request}){if(proof!=="invalid")return;let problem=signatureEncodingProblem(
request);return problem===void 0?{message:"Its self-signature does not verify with the public key in it.",fix:"Make the CSR again on the device, and copy it as \
a file. When that does not help, compare the key, the hash and the bytes that the device signs."}:request.key.type==="ec"?{message:`The encoding of its self-sig\
nature is wrong: ${problem}.`,fix:"Have the firmware write r and s as two DER INTEGERs in a SEQUENCE (RFC 3279, section 2.2.3), and make the CSR again."}:{message:`\
Its self-signature does not verify: ${problem}.`,fix:"Make the CSR again: signed with this key, and with the leading zeros that the signature may have."}}};var BEGIN=`-----BEGIN CERTIFICATE REQUEST-----
`,END=`
-----END CERTIFICATE REQUEST-----`;function canonicalPem(der){let base64=Buffer.from(der.buffer,der.byteOffset,der.length).toString("base64");if(wrappedLength(base64.
length)>4096)return`${BEGIN}${base64}${END}`;let lines=[];for(let start=0;start<base64.length;start+=64)lines.push(base64.slice(start,start+64));return`${BEGIN}${lines.
join(`
`)}${END}
`}function canonicalPemLength(bytes){let base64=Math.ceil(bytes/3)*4,wrapped=wrappedLength(base64);return wrapped<=4096?wrapped:BEGIN.length+base64+END.length}function wrappedLength(base64){
return BEGIN.length+base64+Math.ceil(base64/64)-1+END.length+1}var allowedKeyTypes={about:"request",id:"allowed-key-types",severity:"error",isFixed:!1,title:"The key is of a type that the input allowed-key-types names.",source:{
name:"NIST SP 800-57 part 1, section 5.6",url:"https://doi.org/10.6028/NIST.SP.800-57pt1r5"},why:"A fleet whose firmware makes P-256 keys has no reason to send \
an RSA key: it came from somewhere else. `RSA` allows every size and `EC` every curve that AWS IoT takes, `RSA-3072` that size and `P-256` that curve alone. Wit\
hout the input every key is allowed that AWS IoT takes.",check({request:{key}},{allowedKeyTypes:allowed}){if(!(allowed===void 0||key.type==="other")&&!(allowed.
includes(key.name)||allowed.includes(key.type.toUpperCase())))return{message:`Its key is ${key.name}, but allowed-key-types allows only ${allowed.join(", ")}.`,
fix:"Make a key of an allowed type on the device, or add this type to allowed-key-types."}}};var attributesMissing={about:"request",id:"attributes-missing",severity:"warning",isFixed:!1,title:"The attributes field is there, if only empty.",source:{name:"\
RFC 2986, section 4.1",url:"https://www.rfc-editor.org/rfc/rfc2986#section-4.1"},why:"The field is not optional. Old versions of OpenSSL leave it out when there\
 are no attributes, and readers differ in whether they take that, so it is a warning: AWS IoT decides.",check({request:{attributes}}){if(attributes===void 0)return{
message:"Its attributes field is missing, which PKCS#10 does not allow and AWS IoT may refuse.",fix:"Update the tool that makes the CSR."}}};var CHALLENGE_PASSWORD="1.2.840.113549.1.9.7",challengePassword={about:"request",id:"challenge-password",severity:"warning",isFixed:!1,title:"The request holds \
no challenge password.",source:{name:"RFC 2985, section 5.4.1",url:"https://www.rfc-editor.org/rfc/rfc2985#section-5.4.1"},why:"AWS IoT silently drops it, so it\
 protects nothing; and whoever can read the repository can read it. OpenSSL asks for one by default, and its users answer with a password that they use elsewher\
e.",check({request:{attributes=[]}}){if(attributes.some(({oid})=>oid===CHALLENGE_PASSWORD))return{message:"It holds a challenge password in plain text, which AW\
S IoT drops.",fix:"Make the CSR without one, and change the password wherever it is in use."}}};var csrChanged={about:"batch",id:"csr-changed",severity:"notice",isFixed:!1,title:"A device that has its certificate sends the CSR it got that certificate for.",
source:{name:"RFC 2986, section 3",url:"https://www.rfc-editor.org/rfc/rfc2986#section-3"},why:"The key, the file and the subject are the same and only the CSR \
differs, so the device signed it anew. Its certificate is reused all the same, because the key decides; whatever else is new in the CSR has no effect, which is \
why it is said.",check({entries,known}){let byKey=groupByKey(known);return entries.flatMap(entry=>{let own=byKey.get(entry.spkiSha256)??[];if(own.some(one=>one.
csrSha256===entry.csrSha256))return[];let first=own.find(one=>one.csrSha256!==void 0&&isSameDevice(entry,one));return first===void 0?[]:[{path:entry.path,message:`\
Its key has a certificate already, ${first.certificateId}, from an earlier CSR of this device.`,fix:"Nothing has to be done when that certificate is to be reuse\
d. Otherwise make a new key on the device, or set `reissue`."}]})}};import{createHash}from"node:crypto";import{readFileSync}from"node:fs";var PLACES=65536;function readPrefixList(file,rest){let bytes=readFileSync(file),starts=new Uint32Array(PLACES+1).fill(PLACES,
0,1);for(let place=0;place<PLACES;place+=1)starts[place+1]=(starts[place]??0)+(bytes[place]??0)*rest;return{mayHave(number){let place=(number[0]??0)*256+(number[1]??
0);for(let start=starts[place]??0;start<(starts[place+1]??0);start+=rest){let same=0;for(;same<rest&&bytes[start+same]===number[same+2];)same+=1;if(same===rest)
return!0}return!1}}}var DEBIAN_KEY_BITS=2048,list;function isDebianKey(fingerprint){return list??=readPrefixList(new URL("./debian-keys.bin",import.meta.url),5),list.mayHave(fingerprint)}var debianKey={about:"request",id:"debian-key",severity:"error",isFixed:!1,title:"An RSA key is none of those that Debian's broken OpenSSL made.",source:{name:"\
CVE-2008-0166",url:"https://www.cve.org/CVERecord?id=CVE-2008-0166"},why:"From 2006 to 2008 the OpenSSL of Debian and its descendants had no randomness but the \
process id, and images of those systems live on in devices. AWS IoT Device Defender flags certificates of such keys, after they were issued. The list holds the \
2048-bit keys that `openssl req` and `openssl genrsa` made on 32-bit and 64-bit x86, with a file ~/.rnd and without it (by the newer versions, such as 0.9.8g of\
 lenny): 131,072 of them, computed anew by .ci/known-keys/debian.c. Keys of ssh-keygen, of other machines, and of older versions without ~/.rnd are not on it.",
check({request:{key}}){if(!(key.type!=="rsa"||key.bits!==DEBIAN_KEY_BITS)&&isDebianKey(createHash("sha256").update(key.modulus).digest()))return{message:"Its RS\
A key was made by Debian's broken OpenSSL (CVE-2008-0166), so that everyone has the private key.",fix:"Update the system of the device, and make a new key."}}};var ecPoint={about:"request",id:"ec-point",severity:"error",isFixed:!0,title:"The public key is a point of its curve.",source:{name:"SEC 1, section 3.2.2",url:"\
https://www.secg.org/sec1-v2.pdf"},why:"A point off the curve is no key: nobody has its private key, and computing with it can betray the private key of others.",
check({request,isKeyUsable}){if(!(request.key.type!=="ec"||isKeyUsable))return{message:`Its public key is not a point of ${request.key.curve}.`,fix:"Make a new \
key on the device."}}};var ecPointForm={about:"request",id:"ec-point-form",severity:"error",isFixed:!1,title:"The point of an EC key is written uncompressed.",source:{name:"RFC 5480, \
section 2.2",url:"https://www.rfc-editor.org/rfc/rfc5480#section-2.2"},why:"RFC 5480 obliges nobody to read compressed points, forbids hybrid ones, and AWS does\
 not say that it takes either. The uncompressed form has no such doubt. The fingerprint of a key does not depend on its form.",check({request:{key}}){if(!(key.type!==
"ec"||key.form==="uncompressed"))return{message:`Its EC public key is written in ${key.form} form, which AWS IoT may not read.`,fix:"Make the CSR with the uncom\
pressed form, which is the default of OpenSSL."}}};import{createECDH}from"node:crypto";var list2;function looksLikeSmallMultiple(point){return list2??=readPrefixList(new URL("./small-multiples.bin",import.meta.url),2),list2.mayHave(point.subarray(
1))}var FIELDS={"P-256":{openssl:"prime256v1",size:32,prime:(1n<<256n)-(1n<<224n)+(1n<<192n)+(1n<<96n)-1n},"P-384":{openssl:"secp384r1",size:48,prime:(1n<<384n)-(1n<<
128n)-(1n<<96n)+(1n<<32n)-1n},"P-521":{openssl:"secp521r1",size:66,prime:(1n<<521n)-1n}},STEP_BITS=12,STEP=1<<STEP_BITS,STEPS=16,LARGEST_SMALL=STEPS*(2*STEP+1)+
STEP,tables=new Map;function hasSmallPrivateNumber(curve,point){return curve==="P-256"&&!looksLikeSmallMultiple(point)?!1:isSmallMultiple(curve,point)}function isSmallMultiple(curve,point){
let{prime,size}=FIELDS[curve],{near,far}=multiplesOf(curve),[x,y]=[toInteger(point.subarray(1,1+size)),toInteger(point.subarray(1+size))];if(near.has(x))return!0;
let differences=far.map(step=>modulo(step.x-x,prime));if(differences.includes(0n))return!0;let inverses=invertAll(differences,prime);return far.some((step,index)=>{
let inverse=inverses[index]??0n;return[step.y-y,step.y+y].some(rise=>{let slope=rise*inverse%prime;return near.has(modulo(slope*slope-x-step.x,prime))})})}function multiplesOf(curve){
let known=tables.get(curve);if(known!==void 0)return known;let field=FIELDS[curve],base=basePoint(field),near=multiples(base,STEP,field.prime),last=near.at(-1)??
base,step=add(double(last,field.prime),base,field.prime),made={near:new Set(near.map(({x})=>x)),far:multiples(step,STEPS,field.prime)};return tables.set(curve,made),
made}function basePoint({openssl,size}){let ecdh=createECDH(openssl);ecdh.setPrivateKey(Buffer.alloc(size).fill(1,size-1));let point=ecdh.getPublicKey();return{
x:toInteger(point.subarray(1,1+size)),y:toInteger(point.subarray(1+size))}}function multiples(point,count,prime){let points=[point];for(;points.length<count;){let last=points.
at(-1)??point,others=points.slice(0,-1),inverses=invertAll(others.map(({x})=>modulo(x-last.x,prime)),prime),sums=others.map((other,index)=>sum(last,other,(other.
y-last.y)*(inverses[index]??0n),prime));points.push(...sums,double(last,prime))}return points}function add(a,b,prime){let[inverse=0n]=invertAll([modulo(b.x-a.x,
prime)],prime);return sum(a,b,(b.y-a.y)*inverse,prime)}function double(point,prime){let[inverse=0n]=invertAll([modulo(2n*point.y,prime)],prime);return sum(point,
point,3n*(point.x*point.x-1n)*inverse,prime)}function sum(a,b,anySlope,prime){let slope=modulo(anySlope,prime),x=modulo(slope*slope-a.x-b.x,prime);return{x,y:modulo(
slope*(a.x-x)-a.y,prime)}}function invertAll(numbers,prime){let products=[1n];for(let number of numbers)products.push((products.at(-1)??1n)*number%prime);let inverse=invert(
products.at(-1)??1n,prime),inverses=[];for(let index=numbers.length-1;index>=0;index-=1)inverses.push(inverse*(products[index]??1n)%prime),inverse=inverse*(numbers[index]??
1n)%prime;return inverses.reverse()}function invert(number,prime){let[x,y]=[prime,number],[ofX,ofY]=[0n,1n];for(;y>1n;){let quotient=x/y;[x,y]=[y,x-quotient*y],
[ofX,ofY]=[ofY,ofX-quotient*ofY]}return modulo(ofY,prime)}function modulo(number,prime){let rest=number%prime;return rest<0n?rest+prime:rest}var ecPrivateNumber={about:"request",id:"ec-private-number",severity:"error",isFixed:!0,title:"The private number of an EC key is not one that can be counted to\
.",source:{name:"NIST SP 800-186, section 3.1.2",url:"https://doi.org/10.6028/NIST.SP.800-186"},why:"A generator that gives 16 bits, a buffer that was never fil\
led, or a counter gives a private number that whoever has the public key finds by counting. Numbers up to 135,184 are looked for, and as many below the order of\
 the curve, which have the same points mirrored. On P-256 a list of what these points begin with lets sound keys pass; what looks like one of them, and every ke\
y on P-384 and P-521, takes 0.1 to 0.2 ms.",check({request:{key},isKeyUsable}){let point=key.type==="ec"&&isKeyUsable?uncompressedPoint(key):void 0;if(!(key.type!==
"ec"||point===void 0||!hasSmallPrivateNumber(key.curve,point)))return{message:"The private number of its EC key is so small, or so near to the order of the curv\
e, that anybody finds it.",fix:"Make a new key with another random number generator, and replace every key that this one has made."}}};var fileTooLarge={about:"file",id:"file-too-large",severity:"error",isFixed:!0,title:"A file that matches has at most 1 MiB.",source:{name:"AWS IoT API referenc\
e, CreateCertificateFromCsr",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html"},why:"AWS IoT takes 4,096 characters. A\
 file 256 times as large is no CSR, and reading many of them would take the memory of the job.",check(contents){if(contents.kind==="too-large")return{message:`I\
t is larger than ${MAX_FILE_BYTES/1048576} MiB, which no certificate signing request is.`,fix:"Exclude it with a pattern that starts with !."}}};var keySignatureMismatch={about:"request",id:"key-signature-mismatch",severity:"error",isFixed:!0,title:"The signature algorithm belongs to the type of the key.",
source:{name:"RFC 2986, section 3",url:"https://www.rfc-editor.org/rfc/rfc2986#section-3"},why:"The request is signed with the device's own key, so an ECDSA sig\
nature cannot stand beside an RSA key.",check({request:{key,signatureAlgorithm:signatureAlgorithm2}}){let{scheme,name}=signatureAlgorithm2;if(!(key.type==="othe\
r"||scheme==="other"||scheme==="ecdsa"==(key.type==="ec")))return{message:`Its key is ${key.name}, but it says that it is signed with ${name}.`,fix:"Make the CS\
R again, with a signature algorithm that belongs to the key in it."}}};var keySize={about:"request",id:"key-size",severity:"error",isFixed:!0,title:"An RSA key has at least 2048 bits.",source:{name:"AWS IoT API reference, CreateCer\
tificateFromCsr",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html"},why:"AWS IoT refuses shorter keys; 1024 bits are w\
ithin reach of a state, 512 bits within reach of anyone.",check({request:{key}}){if(!(key.type!=="rsa"||key.bits>=2048))return{message:`Its RSA key has ${key.bits}\
 bits; AWS IoT requires at least 2048.`,fix:"Make a longer RSA key, or an EC key on P-256."}}};var keyType={about:"request",id:"key-type",severity:"error",isFixed:!0,title:"The key is RSA, or EC on P-256, P-384 or P-521 by the name of the curve.",source:{
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
ction 7",url:"https://www.rfc-editor.org/rfc/rfc7468#section-7"},why:"What stands there is named for what it is, with the way to a CSR: a certificate, a public \
key, a pointer of Git LFS, a CSR that is wrapped in base64, hex, JSON, source code, a log of a modem or an archive. PEM needs one of the labels CERTIFICATE REQU\
EST and NEW CERTIFICATE REQUEST; text around it, such as OpenSSL prints, is skipped, because only the request in it is sent. A file without PEM that is the DER \
of the request alone is taken as well: it says the same.",check(contents){if(contents.kind==="other")return{message:`It holds ${contents.what} where a certifica\
te signing request (PKCS#10) belongs.`,fix:contents.fix??"Put the CSR of the device in its place, or exclude it with a pattern that starts with !."}}};var privateKey={about:"file",id:"private-key",severity:"error",isFixed:!0,title:"A file that matches holds no private key.",source:{name:"RFC 5280, section 9 (p\
rivate keys are to be kept secret)",url:"https://www.rfc-editor.org/rfc/rfc5280#section-9"},why:"The private key belongs on the device and nowhere else. Whoever\
 can read the repository has it from now on, also after the file is deleted. Any PEM label that says PRIVATE KEY counts, damaged or not, as do PKCS#8, SEC 1, PK\
CS#1 and PKCS#12, encrypted or not, key stores of Java, blobs of Windows and of TPMs, JSON Web Keys, keys of PuTTY, OpenSSH, PGP, age and WireGuard, and keys pr\
inted as text; in base64, hex, arrays of numbers, dumps, strings of source code, JSON, HTML, UTF-16, gzip, zip and tar, also within each other, and beside or in\
side of a CSR. Raw bytes that nothing names are no key to anybody. Nothing of its content is shown.",check(contents){if(contents.kind==="private-key")return{message:`\
It holds ${contents.what}.`,fix:"Remove it from the repository and its history, treat the key as stolen, and make a new key on the device."}}};var RSASSA_PSS="1.2.840.113549.1.1.10",MGF1="1.2.840.113549.1.1.8",HASHES={"1.2.840.113549.2.5":"md5","1.3.14.3.2.26":"sha1","2.16.840.1.101.3.4.2.1":"sha256","\
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
(number,digit)=>number*256+digit,0)}var pssParameters={about:"request",id:"pss-parameters",severity:"error",isFixed:!1,title:"RSASSA-PSS uses one hash throughout and a salt as long as the digest.",
source:{name:"RFC 8446, section 4.2.3; RFC 4055, section 3.1",url:"https://www.rfc-editor.org/rfc/rfc4055#section-3.1"},why:"These are the parameters TLS 1.3 al\
lows, and the only ones that AWS IoT is known to take. OpenSSL makes the salt as long as it can unless rsa_pss_saltlen says otherwise.",check({request:{signatureAlgorithm:signatureAlgorithm2}}){
let{hash:hash2,pss}=signatureAlgorithm2;if(!(hash2===void 0||pss===void 0)){if(pss.maskHash!==hash2)return{message:"Its RSASSA-PSS signature uses two different \
hashes.",fix:"Use the same hash for MGF1."};if(pss.saltLength!==DIGEST_LENGTH[hash2])return{message:`Its RSASSA-PSS salt has ${pss.saltLength} bytes, the digest\
 has ${DIGEST_LENGTH[hash2]}.`,fix:"Make the salt as long as the digest (OpenSSL: -sigopt rsa_pss_saltlen:digest)."}}}};function listOthers(group2,isOwn,name){let shown=group2.slice(0,4).filter(member=>!isOwn(member)).slice(0,3),more=group2.length-1-shown.length;return`${shown.map(
name).join(", ")}${more>0?` and ${more} more`:""}`}var publicKeyDuplicate={about:"batch",id:"public-key-duplicate",severity:"error",isFixed:!1,title:"No two files of a batch have the same public key.",source:{name:"\
NIST SP 800-57 part 1, section 5.2",url:"https://doi.org/10.6028/NIST.SP.800-57pt1r5"},why:"Two devices with one key can pass for each other, and one of them ca\
nnot be revoked alone. It also happens when one CSR is there twice, and would then become two certificates. A file counts also when another rule refuses it.",check({
entries}){return[...groupBy(entries,({spkiSha256})=>spkiSha256).values()].filter(({length})=>length>1).flatMap(group2=>{let paths=group2.map(({path})=>path);return group2.
map(({path})=>({path,group:paths,message:`Its public key is also that of ${listOthers(group2,other=>other.path===path,other=>other.path)}.`,fix:"Keep one file o\
f each key, and give every device a key of its own."}))})}};import{hash}from"node:crypto";var PUBLISHED_KEYS=new Map([["079b35092f489e86fdaf26a97bafc69ff8c21c4f0df8b0d4d88a1831ee40f13c","RFC 6979"],["09fb53d482a074f014939ca3fd5982516b66e8b5f063a9a003\
ba61fd93ddf6af","CPython, Lib/test"],["1c0a96418e55b2f9e572cc66885d00602438d533a76ca0d5c955f8ac09881d72","CPython, Lib/test"],["1f632c1b69e93a3f6fb11ff0abe1e9cd\
9ebee824b39ca5c74c608b79a572ffce","RFC 9216"],["217b759746277242b057fa10334286c88242dd8a9a33fdb2892ffb13bf1c8fd9","CPython, Lib/test"],["258326b7373f8e45aad2f63\
de199d5b52b19d37e825a3347e3af3d27e3e0080b","RFC 7520"],["27195c3aede13c262b1b9c8f8120f7e44d803a961b4414366a089e073455420b","CPython, Lib/test"],["2b57cafa33ec1a\
6d91de4af065cee985256dd4c2074220802c2e7d345f72098d","CPython, Lib/test"],["3130d22208cd95f5b1764d1f2e26ada39fe23f6467260217d7db054b2aab1f71","CPython, Lib/test"],
["39cedf7dab47fbbec5b989eb5b979faa08a4d15ee67048d3330895f0d3208074","CPython, Lib/test"],["3bf561e04e1ab1f1fa6b3a380c341305d15c33a80d985b196eb25d5b24951096","CP\
ython, Lib/test"],["4684768c5bec4ddaf6f26778dca5e6454d271e5b18dfcd74bb21ae466af0b377","Node.js, test/fixtures/keys"],["4cef6712be02dc19cf064219c3d181dbcbbd7a0ff\
ae3883181744e867085567e","RFC 9635"],["4d54d89e270f1208bc7ee3590891f07a1f5c9702586b37dc4e5a5f230265ab66","Node.js, test/fixtures/keys"],["554f7dd9a726a5d414447d\
18b980688e5032d932ebe0f30f2a834bb812f5b862","CPython, Lib/test"],["66644ab06f99ce6be784b0783668cead8f746453f7b23997c3e73a6cacd0a23b","RFC 7520"],["6759fe5dfdba0\
1e937760de6be7df7392fbaf58f20e1899ec373e866de1f2259","Node.js, test/fixtures/keys"],["686f9a02b71ff0db46808be0f1fddf4639d303f4654fcd956ab37ae8b9ce0125","CPython\
, Lib/test"],["6915a5afe751fb3e91fca90187c3b08de9e4ace178f1fcba8d5f53a0503a489e","Node.js, test/fixtures/keys"],["6962084d081f15945f72aa423a890b7d3568e55d9050e0\
c20314c6d56f1d85e3","RFC 6605"],["718d4d86179831caf9ff705a08a587e33797bd534b8cbb112c641b1a9964a052","RFC 9500"],["73445d657bf3d9551e03d632768f73a5dc51fdb85922f1\
8e3aa8d6a0a5699ab6","CPython, Lib/test"],["74cdf9576bbd502a3d2430d5761ba186ee111e2310f57fec49d3e11e4688f197","CPython, Lib/test"],["75ec43793a1681e6f043eb674ffd\
85fcf479c583a2fabed37d554013d69c43b2","RFC 8696"],["7dad088dd74111e234f48d280d741813fbf4d5e6fba4c020d4b88e9bcf20de50","CPython, Lib/test"],["91c2c702c0240040ba2\
a82a55357ac081cbac4b463632d77efa71d25b2c2b2a2","RFC 7520"],["9737ff9c0d631a8e96c31c90a1720d220e013178628f5d7d44797192dd984d97","CPython, Lib/test"],["9824cb1775\
986a785650f3423593968febf6dec5166a6faf17d34782dd2f6faa","RFC 7520"],["9f9b34693eae738f5b1044dd78e11ffb031c00f76fe315a4795194b5e1e87ff8","CPython, Lib/test"],["9\
ff8fb6fbc79559a40477ec14a6d5b79466cdd8ee9f2137285da35908c9f1758","CPython, Lib/test"],["a9bec6de794a1e7a17d3f5c21c0d2b2e41c2d34b072554de47151da423ef6e41","CPyth\
on, Lib/test"],["b18b86ce1389e46de87aa4a5131ce83c1160fa33c087ab15b863574d31d8ff3c","RFC 6979"],["b2ccb80df3aaa44261190cdeae4f8e880ebaaacc29b571519296073003c2abf\
9","CPython, Lib/test"],["b7cef4cb153796f7b04eae9057f225ed91ffb74dd71183f12c554cbf7a7aa323","CPython, Lib/test"],["bf9052fa41b6dbcaf5a0d974a6f13810476659d9bffb9\
a0511889887975d66ca","CPython, Lib/test"],["c78a8ffe31f9401d0afdbf1274ab499b90661b0caadb86931b895bd4ff9495d2","CPython, Lib/test"],["c8b9a8e7f164515be2e59bce8ef\
78d1fe1f5d605411be6cda64ef6bc050c192b","RFC 6979"],["c9d85347bc1d5f4b889d8a981528e70bbc84caeaff23eb25d3960e419c2e9d85","CPython, Lib/test"],["cc95d3c4064277ea8d\
5a022736c00bdd9a0e0ca83ba9618586d14b1f40325b20","CPython, Lib/test"],["d5246bc377541fb76508de53d527eb973a81b755144ab531a6a0b7b4af0e7088","RFC 9500"],["dcd2446ca\
98830c843c493a672364ba971d674fbef5ce87d697165b31e90300a","RFC 7515"],["e5d72e2dea949a1511542a1c34b37cad208d5cfde30b9bef4a3a6081de1b2f8e","CPython, Lib/test"],["\
efe888748cd5ef3cb27ad9a2594e1a652e063ade3a5e22c8729b431e0262ba74","CPython, Lib/test"],["f47b900c089d1ec5aa6b578a64713abb7abbefda6849c3015a495a39cc5693f8","RFC \
6605"],["fabc847be25f1b547aef300963625bab86fddedb00978c1ee0d666dc7a998576","CPython, Lib/test"]]);var publishedKey={about:"request",id:"published-key",severity:"error",isFixed:!1,title:"The private key does not stand in an RFC, or in the tests of widespread \
software.",source:{name:"RFC 9500, section 1",url:"https://www.rfc-editor.org/rfc/rfc9500#section-1"},why:"Keys from examples find their way into devices. The l\
ist holds 45 keys that AWS IoT would take: from RFCs, and from the tests of Node.js and CPython; it is .ci/known-keys/published.txt. The P-256 key of RFC 9500 i\
s not on it, because other linters take it for an acceptable key of tests.",check({request:{key}}){let number=numberOf(key),place=number===void 0?void 0:PUBLISHED_KEYS.
get(hash("sha256",number,"hex"));if(place!==void 0)return{message:`Its private key is published (${place}), so that everyone has it.`,fix:"Make a key on the dev\
ice instead of copying one from an example."}}};function numberOf(key){if(key.type!=="other")return key.type==="rsa"?key.modulus:uncompressedPoint(key)}var EXTENSION_REQUESTS=new Set(["1.2.840.113549.1.9.14","1.3.6.1.4.1.311.2.1.14"]),NAMES={"1.2.840.113549.1.9.15":"smimeCapabilities","1.3.6.1.4.1.311.20.2":"a \
certificate template","1.3.6.1.4.1.311.21.7":"a certificate template","1.3.6.1.4.1.311.21.10":"application policies","1.3.6.1.5.5.7.1.24":"tlsFeature","2.16.840\
.1.113730.1.1":"nsCertType","2.16.840.1.113730.1.13":"nsComment","2.5.29.14":"subjectKeyIdentifier","2.5.29.15":"keyUsage","2.5.29.17":"subjectAltName","2.5.29.\
19":"basicConstraints","2.5.29.31":"cRLDistributionPoints","2.5.29.32":"certificatePolicies","2.5.29.37":"extKeyUsage"},MAX_OID_TEXT=40;function readRequestedExtensions(attributes){
return attributes.filter(({oid})=>EXTENSION_REQUESTS.has(oid)).flatMap(({values})=>values.flatMap(value=>readExtensions(value)))}function readExtensions(der){try{
let extensions=new DerReader(der).enter(TAG.sequence,"the extensions"),found=[];for(;extensions.nextTag!==void 0;){let extension=extensions.enter(TAG.sequence,"\
an extension"),oid=extension.oid("the type of an extension");extension.nextTag===TAG.boolean&&extension.any();let value=extension.content(extension.take(TAG.octetString,
"the value of an extension")),name=NAMES[oid]??(oid.length>MAX_OID_TEXT?`${oid.slice(0,MAX_OID_TEXT)}\u2026`:oid);found.push({name,value:Buffer.from(value).toString(
"hex")})}return found}catch(error){if(!(error instanceof DerError))throw error;return[{name:"extensions that cannot be read",value:""}]}}var SHOWN=5,GIVEN={basicConstraints:"3000",keyUsage:"03020780",subjectKeyIdentifier:void 0},requestedExtensions={about:"request",id:"requested-extensions",severity:"\
warning",isFixed:!1,title:"The request asks for no extension that AWS IoT drops.",source:{name:"RFC 2985, section 5.4.2",url:"https://www.rfc-editor.org/rfc/rfc\
2985#section-5.4.2"},why:"AWS IoT silently drops what a CSR asks for. Its certificates have basicConstraints CA:FALSE, keyUsage digitalSignature and key identif\
iers, and nothing else: no subject alternative name, no extended key usage. Asking for exactly what they have is not complained of, nor are other attributes, su\
ch as those of Windows that tell the machine and the program: no certificate ever holds them.",check({request:{attributes=[]}}){let dropped=readRequestedExtensions(
attributes).flatMap(({name,value})=>name in GIVEN&&(GIVEN[name]??value)===value?[]:[name]);if(dropped.length===0)return;let more=dropped.length>SHOWN?` and ${dropped.
length-SHOWN} more`:"";return{message:`It asks for ${dropped.slice(0,SHOWN).join(", ")}${more}, which AWS IoT drops: the certificate will not have it.`,fix:"Hav\
e the device do without it, and make the CSR without it; or turn this rule off."}}};var requiredSubjectAttributes={about:"request",id:"required-subject-attributes",severity:"error",isFixed:!1,title:"The subject has the attributes that the input\
 required-subject-attributes names.",source:{name:"RFC 4519, section 2",url:"https://www.rfc-editor.org/rfc/rfc4519#section-2"},why:"AWS IoT takes the subject a\
s it is, an empty one too, and it cannot be changed afterwards. An attribute counts when it has a value that is not only white space. Attributes go by the short\
 names of RFC 4519 (`CN`, `O`, `OU`, `serialNumber`) or by their object identifier.",check({request:{subject}},{requiredSubjectAttributes:required=[]}){if(required.
length===0)return;let present=new Set(subject.flat().flatMap(({type,value})=>value.trim()===""?[]:[type])),missing=required.filter(type=>!present.has(type));if(missing.
length!==0)return{message:`Its subject has no ${missing.join(", ")}.`,fix:"Make the CSR with these attributes in its subject, or correct required-subject-attrib\
utes."}}};var STEPS2=65536,FIRST=5040,MORE=[2431,437,899,1517,2021,3127,4087],squares;function closeFactor(modulus){let floor=root(modulus,2),start=floor*floor===modulus?
floor:floor+1n;squares??=new Map([FIRST,...MORE].map(m=>[m,squaresModulo(m)]));let isCandidate=residueTest(start,modulus,FIRST,squares),areCandidates=MORE.map(m=>residueTest(
start,modulus,m,squares??new Map));for(let step=0;step<STEPS2;step+=1){if(!isCandidate(step)||!areCandidates.every(test=>test(step)))continue;let a=start+BigInt(
step),b=root(a*a-modulus,2);if(b*b===a*a-modulus)return a-b>1n?a-b:void 0}}function residueTest(start,n,m,tables2){let[first,product2]=[Number(start%BigInt(m)),
Number(n%BigInt(m))],isSquare=tables2.get(m)??new Uint8Array(m),passes=new Uint8Array(m);for(let step=0;step<m;step+=1){let a=(first+step)%m;passes[step]=isSquare[(a*
a%m+m-product2)%m]??0}return step=>passes[step%m]===1}function squaresModulo(modulus){let table=new Uint8Array(modulus);for(let n=0;n<modulus;n+=1)table[n*n%modulus]=
1;return table}var rsaClosePrimes={about:"request",id:"rsa-close-primes",severity:"error",isFixed:!0,title:"The primes of an RSA key do not lie close together.",source:{name:"\
B\xF6ck, Fermat factorization in the wild (CVE-2022-26320); FIPS 186-5, section A.1.3",url:"https://fermatattack.secvuln.info/"},why:"Printers and other devices\
 took the next prime after the first as the second one. Fermat's method of 1643 factors such a key at once. 65,536 steps of it are done, which finds primes of a\
 2048-bit key that differ by less than 2^521.",check({rsa}){if(!(rsa===void 0||closeFactor(rsa.modulus)===void 0))return{message:"The two primes of its RSA key \
lie so close together that Fermat's method finds them at once.",fix:"Make a new key with another tool, and replace every key that this one has made."}}};var rsaExponent={about:"request",id:"rsa-exponent",severity:"error",isFixed:!0,title:"The exponent of an RSA key is odd, at least 3, and not beyond what others \
can compute with.",source:{name:"RFC 8017, section 3.1; FIPS 186-5, section 5.1",url:"https://www.rfc-editor.org/rfc/rfc8017#section-3.1"},why:"With the exponen\
t 1 every number is its own signature: OpenSSL and others say that such a CSR verifies, and anyone can make one. An even exponent has no private key. FIPS 186-5\
 ends at 256 bits, and OpenSSL refuses more than 64 bits when the modulus has more than 3072.",check({request:{key}}){if(key.type!=="rsa")return;let{length}=key.
exponent,complaint3=problem=>({message:`The exponent of its RSA key ${problem}.`,fix:"Make the key with the exponent 65537, which every tool does by default."});
if(length===0||length===1&&key.exponent[0]===1)return complaint3("is below 3, so anyone can forge its signatures");if(isEven(key.exponent))return complaint3("is\
 even, so no private key fits it");if(length>32||length>8&&key.bits>3072)return complaint3("is larger than other software can use")}};var LEAST=65537n,rsaExponentSmall={about:"request",id:"rsa-exponent-small",severity:"warning",isFixed:!1,title:"The exponent of an RSA key is at least 65537.",source:{
name:"FIPS 186-5, section A.1.1",url:"https://doi.org/10.6028/NIST.FIPS.186-5"},why:"With 3, 17 or 35 nothing is broken as long as every signature is padded and\
 checked as it should be, and there is a line of software that did not (CVE-2006-4339 and its successors). AWS IoT takes such keys.",check({request:{key}}){if(key.
type!=="rsa"||key.exponent.length>3)return;let exponent=toInteger(key.exponent);if(!(exponent<3n||exponent%2n===0n||exponent>=LEAST))return{message:`The exponen\
t of its RSA key is ${exponent}.`,fix:"Make the key with the exponent 65537, which every tool does by default."}}};var rsaKnownPrime={about:"batch",id:"rsa-known-prime",severity:"error",isFixed:!0,title:"No prime of an RSA key is one that others have found in several keys.",
source:{name:"badkeys, the check sharedprimes",url:"https://badkeys.info/docs/sharedprimes.html"},why:"Who collects public keys and divides them by each other h\
as the primes that devices with too little randomness share. 620 of them, of keys of 2048 and 4096 bits, are known to everyone, and a key with one of them is br\
oken although no other key of the batch has it. All moduli of up to 4,096 bits are divided by them at once, together with those of rsa-medium-factor, which adds\
 less than 0.1 ms a key for 1,000 RSA-2048 keys.",check({listed}){return listed.map(({path})=>({path,message:"A prime of its RSA key is known from other keys, s\
o that its private key follows from the public one.",fix:"Make a new key with another random number generator, and replace every key that this one has made."}))}};var rsaMediumFactor={about:"batch",id:"rsa-medium-factor",severity:"error",isFixed:!0,title:"The modulus of an RSA key has no prime factor of 17 to 24 bits.",source:{
name:"NIST SP 800-89, section 5.3.3",url:"https://doi.org/10.6028/NIST.SP.800-89"},why:"Such a factor says the same as a smaller one, which rsa-small-factor is \
about. All moduli of the batch of up to 4,096 bits are divided by the 1,071,329 primes between 65,536 and 16,777,216 at once, which takes a fifth of a second fo\
r one key and 2 ms a key for 1,000 RSA-2048 keys.",check({divisible}){return divisible.flatMap(({factor,entries})=>entries.map(({path})=>({path,message:factor<=
Number.MAX_SAFE_INTEGER?`The modulus of its RSA key can be divided by ${factor}.`:"The modulus of its RSA key has several prime factors of 17 to 24 bits.",fix:"\
Make a new key, and find out whether the file or the generator of the device is damaged."})))}};var MIN_BASE_BITS=16,WITNESSES=40;function perfectPower(number){for(let exponent of primesUpTo(Math.floor(bitLength(number)/MIN_BASE_BITS))){if(!mayBePower(number,
exponent))continue;let base=root(number,exponent);if(base**BigInt(exponent)===number)return{base,exponent}}}var witnesses=new Map;function mayBePower(number,exponent){
let primes=witnesses.get(exponent);return primes===void 0&&(primes=primesUpTo(65536).filter(prime=>(prime-1)%exponent===0).slice(0,WITNESSES),witnesses.set(exponent,
primes)),primes.every(prime=>{let residue=Number(number%BigInt(prime));return residue===0||smallPower(residue,(prime-1)/exponent,prime)===1})}import{constants as constants2,createPublicKey,publicEncrypt}from"node:crypto";var SMALL_MODULUS_BITS=3072,MAX_EXPONENT_BITS=64;function longestExponent(modulusBits){return modulusBits<=SMALL_MODULUS_BITS?modulusBits-1:MAX_EXPONENT_BITS}function createPower(modulus){
let n=base64url(toBytes(modulus));return(value,exponent)=>{let key=createPublicKey({key:{kty:"RSA",n,e:base64url(toBytes(exponent))},format:"jwk"});return publicEncrypt(
{key,padding:constants2.RSA_NO_PADDING},value)}}function toValue(number,modulus){return toBytes(number,Math.ceil(bitLength(modulus)/8))}var MAX_BITS=6144,BASE=3n;function isPrime(number){let bits=bitLength(number);if(bits>MAX_BITS)return;let power2=createPower(number),base=toValue(BASE,number),exponent=number-
2n,digitBits=longestExponent(bits);return digitBits>=bits-1?isOne(power2(base,exponent),number):isOne(powerInDigits(base,exponent,number,digitBits-1),number)}function isOne(value,modulus){
return toInteger(value)*BASE%modulus===1n}function powerInDigits(base,exponent,modulus,digitBits){let power2=createPower(modulus),shift=1n<<BigInt(digitBits),digits=[];
for(let rest=exponent;rest>0n;rest>>=BigInt(digitBits))digits.push(BigInt.asUintN(digitBits,rest));let result=toValue(1n,modulus);for(let digit of digits.reverse()){
let shifted=toInteger(power2(result,shift)),factor=digit===0n?1n:toInteger(power2(base,digit));result=toValue(shifted*factor%modulus,modulus)}return result}var rsaModulus={about:"request",id:"rsa-modulus",severity:"error",isFixed:!0,title:"The modulus of an RSA key is odd, not a prime, and not a power of another nu\
mber.",source:{name:"RFC 8017, section 3.1",url:"https://www.rfc-editor.org/rfc/rfc8017#section-3.1"},why:"The modulus is the product of two large primes, and w\
hoever knows them has the private key. An even one was damaged, or never was a key. A prime, or the power of a prime, hides nothing: OpenSSL and others verify s\
ignatures of such keys all the same. Moduli of up to 6,144 bits are tested for being a prime, which takes 2 ms for 2048 bits.",check({request:{key},rsa,proof}){
if(key.type!=="rsa")return;if(isEven(key.modulus))return complaint("is even, so it is not the product of two large primes");if(rsa===void 0)return;if(proof==="v\
alid"&&isPrime(rsa.modulus)===!0)return complaint("is a prime, so its private key is known to everyone");let power2=perfectPower(rsa.modulus);if(power2!==void 0)
return complaint(`is a number to the power of ${power2.exponent}, so its private key is known to everyone`)}};function complaint(problem){return{message:`The mo\
dulus of its RSA key ${problem}.`,fix:"Make a new key on the device."}}var rsaModulusSize={about:"request",id:"rsa-modulus-size",severity:"warning",isFixed:!1,title:"The length of an RSA modulus is a multiple of 8 bits.",source:{name:"\
CA/Browser Forum baseline requirements, section 6.1.5",url:"https://cabforum.org/working-groups/server/baseline-requirements/requirements/#615-key-sizes"},why:"\
Sound tools make keys of 2048, 3072 or 4096 bits. A key of 2047 bits is not weak by itself, but comes from a generator that forgot to set the highest bits of it\
s primes, and some software refuses it.",check({request:{key}}){if(!(key.type!=="rsa"||key.bits%8===0))return{message:`Its RSA modulus has ${key.bits} bits, whi\
ch is not a multiple of 8.`,fix:"Make the key with another tool, or update the one that makes it."}}};function shortVector(basis){let[a,b,c]=basis.map(toMember);for(let step=0;step<5e3;step+=1){[a,b,c]=[a,b,c].sort(byLength);let quotient=toQuotient(dot(a,b)/a.square,
b.exponent-a.exponent);if(quotient!==0n){b=toMember(minus(b.vector,a.vector,quotient));continue}let[ab,ac,bc]=[dot(a,b),dot(a,c),dot(b,c)],area=a.square*b.square-
ab*ab,ofA=toQuotient((ac*b.square-bc*ab)/area,c.exponent-a.exponent),ofB=toQuotient((bc*a.square-ac*ab)/area,c.exponent-b.exponent);if(ofA===0n&&ofB===0n)return a.
vector;c=toMember(minus(minus(c.vector,a.vector,ofA),b.vector,ofB))}return a.vector}function toMember(vector){let[x,y,z]=[Number(vector[0]),Number(vector[1]),Number(
vector[2])],longest=Math.max(Math.abs(x),Math.abs(y),Math.abs(z)),exponent=longest===0?0:Math.floor(Math.log2(longest)),unit=2**-exponent,direction=[x*unit,y*unit,
z*unit],square=direction[0]**2+direction[1]**2+direction[2]**2;return{vector,direction,exponent,square}}function byLength(a,b){return a.exponent-b.exponent||a.square-
b.square}function dot({direction:[a,b,c]},{direction:[x,y,z]}){return a*x+b*y+c*z}function toQuotient(number,exponent){let value=number*2**exponent;if(!Number.isFinite(
value))return 0n;if(Math.abs(value)<2**50)return BigInt(Math.round(value));let shift=Math.max(0,Math.floor(Math.log2(Math.abs(value)))-50);return BigInt(Math.round(
value*2**-shift))<<BigInt(shift)}function minus(vector,other,times){return times===0n?vector:[vector[0]-times*other[0],vector[1]-times*other[1],vector[2]-times*
other[2]]}var MAX_WORD_BITS=128,[TOP_BITS,LOW_BITS]=[16,32],PRECISION=1e3,SURPRISE_BITS=20;function patternedFactor(modulus){let m=Math.ceil(bitLength(modulus)/2)-TOP_BITS,
candidates=[candidateOfOne(modulus,m)];for(let wordBits=MAX_WORD_BITS;wordBits>MAX_WORD_BITS/2;wordBits-=1)candidates.push(candidateOfBoth(modulus,wordBits,m));
for(let candidate of candidates){let factor=candidate===void 0?1n:gcd(modulus,absolute(candidate));if(factor!==1n&&factor!==modulus)return factor}}function candidateOfOne(modulus,m){
let precision=Math.min(m,PRECISION),scale=TOP_BITS+LOW_BITS,[a,b,product2]=shortVector([[1n<<BigInt(scale),0n,BigInt.asUintN(precision,modulus)],[0n,1n<<BigInt(
scale),-BigInt.asUintN(precision,modulus>>BigInt(m))],[0n,0n,1n<<BigInt(precision)]]),longest=(precision+2*scale)/3-SURPRISE_BITS;if(![a,b,product2].some(number=>bitLength(
absolute(number))>longest))return(a>>BigInt(scale)<<BigInt(m))+(b>>BigInt(scale))}function candidateOfBoth(modulus,wordBits,m){let multiple=modulus*((1n<<BigInt(
wordBits))-1n)**2n,low=BigInt.asIntN(m,multiple),longest=2*(wordBits+TOP_BITS+LOW_BITS);if(absolute(low)>>BigInt(longest)!==0n)return;let rest=multiple-low>>BigInt(
m),middle=BigInt.asIntN(m,rest);if(absolute(middle)>>BigInt(longest)!==0n)return;let high=rest-middle>>BigInt(m),square=middle*middle-4n*high*low;return square<
0n?void 0:(high<<BigInt(m))+(middle+root(square,2))/2n}function absolute(number){return number<0n?-number:number}var rsaPatternedPrime={about:"request",id:"rsa-patterned-prime",severity:"error",isFixed:!0,title:"No prime of an RSA key is a word that repeats.",source:{name:"\
Bernstein et al., Factoring RSA keys from certified smart cards: Coppersmith in the wild, 2013, section 3",url:"https://smartfacts.cr.yp.to/"},why:"Smart cards \
with a broken random number generator made primes of bytes or words that repeat, with the next prime after them. Such a prime is found from the modulus alone. W\
ords of up to 128 bits are looked for in primes of half the length of the modulus, of which the highest 16 and the lowest 32 bits may be others. It takes 0.4 ms\
 a key.",check({rsa}){if(!(rsa===void 0||patternedFactor(rsa.modulus)===void 0))return{message:"A prime of its RSA key is a short word that repeats, so that it \
follows from the modulus.",fix:"Make a new key with another random number generator, and replace every key that this one has made."}}};var MAX_IMBALANCE_BITS=64;function smallPrivateExponent(modulus,exponent){let bits=bitLength(modulus);if(bitLength(exponent)<bits/2)return;let[x,y]=[exponent,modulus],
[numerator,lastNumerator]=[1n,0n],[denominator,lastDenominator]=[0n,1n];for(;y!==0n;){let quotient=x/y;[x,y]=[y,x-quotient*y],[numerator,lastNumerator]=[quotient*
numerator+lastNumerator,numerator],[denominator,lastDenominator]=[quotient*denominator+lastDenominator,denominator];let excess=bitLength(y)-bitLength(numerator)-
bits/2;if(excess<-2)return;if(!(excess>MAX_IMBALANCE_BITS+2||numerator===0n)&&isPrivate(modulus,exponent,numerator,denominator))return denominator}}function isPrivate(modulus,exponent,k,d){
if((exponent*d-1n)%k!==0n)return!1;let sum2=modulus-(exponent*d-1n)/k+1n,square=sum2*sum2-4n*modulus;if(sum2<=0n||square<0n)return!1;let difference=root(square,
2);return difference*difference===square&&(sum2+difference)%2n===0n}var rsaPrivateExponent={about:"request",id:"rsa-private-exponent",severity:"error",isFixed:!0,title:"The private exponent of an RSA key is not short.",source:{name:"\
Wiener, Cryptanalysis of short RSA secret exponents, 1990",url:"https://doi.org/10.1109/18.54902"},why:"A short private exponent makes signing faster, and the k\
ey public: below a fourth of the length of the modulus it can be computed from the public exponent, which is then as long as the modulus.",check({rsa}){if(!(rsa===
void 0||smallPrivateExponent(rsa.modulus,rsa.exponent)===void 0))return{message:"The private exponent of its RSA key is so short that it follows from the public\
 one.",fix:"Make a new key with the public exponent 65537."}}};var DEVIATIONS=9,MAX_WORD_BITS2=64,REPEATED_DIGITS=28,PERIODS=[1,2,4],EVIDENCE_BITS=120,MIN_PERIODS=12;function regularityOf(modulus){let words=toWords(modulus),
bits=words.length*32-Math.clz32(words.at(-1)??0),set=words.reduce((sum2,word)=>sum2+popcount(word),0);return Math.abs(set-bits/2)>DEVIATIONS*Math.sqrt(bits)/2?"\
biased":PERIODS.some(period=>isPeriodic(words,period))?"periodic":isRepeating(modulus)?"repeating":void 0}function toWords(number){let bytes=Buffer.from(toBytes(
number)).reverse(),words=new Uint32Array(Math.ceil(bytes.length/4));for(let[index,byte]of bytes.entries())words[index>>2]=((words[index>>2]??0)|byte<<8*(index%4))>>>
0;return words}function popcount(word){let count=0;for(let rest=word;rest!==0;rest&=rest-1)count+=1;return count}function isPeriodic(words,period){let periods=Math.
floor(words.length/period)-2;if(periods<MIN_PERIODS)return!1;let constant=0;for(let place=0;place<period;place+=1){let[all,any]=[4294967295,0];for(let n=1;n<=periods;n+=
1){let word=words[n*period+place]??0;all&=word,any|=word}constant+=popcount(all)+32-popcount(any)}return constant*(periods-1)>=EVIDENCE_BITS}function isRepeating(modulus){
let digits="0".repeat(REPEATED_DIGITS);for(let wordBits=1;wordBits<=MAX_WORD_BITS2;wordBits+=1)if((modulus^modulus>>BigInt(wordBits)).toString(16).includes(digits))
return!0;return!1}var rsaRegularModulus={about:"request",id:"rsa-regular-modulus",severity:"error",isFixed:!1,title:"The modulus of an RSA key looks like a random number.",source:{
name:"badkeys, the checks pattern, rsabias and rsapoly",url:"https://badkeys.info/"},why:"A modulus in which bytes repeat, far more bits are clear than set, or \
the same bits of each word are always clear comes from primes with too little randomness, is damaged, or was made to show something in it. No random modulus has\
 such a regularity: the tests give a false alarm less than once in 10^18 keys. It takes 0.1 ms a key. Who wants a modulus with a text in it sets `rsa-regular-mo\
dulus=warning`.",check({rsa}){let regularity=rsa===void 0?void 0:regularityOf(rsa.modulus);if(regularity!==void 0)return{message:`The modulus of its RSA key is \
not random: ${WORDS[regularity]}.`,fix:"Make a new key with another random number generator."}}},WORDS={biased:"far more than half of its bits are equal",periodic:"\
the same bits of each of its words are equal",repeating:"a short word repeats in it"};var PRIMES=primesUpTo(167),GENERATOR=65537n,group;function hasRocaFingerprint(modulus){group??=makeGroup();let{residues,order,parts}=group;if(PRIMES.some((prime,index)=>residues[index]?.[Number(
modulus%BigInt(prime))]===0))return!1;let residue=modulus%group.modulus;return power(residue,order,group.modulus)!==1n?!1:parts.every(({cofactor,powers})=>powers.
has(power(residue,cofactor,group.modulus)))}function makeGroup(){let modulus=PRIMES.reduce((result,prime)=>result*BigInt(prime),1n),residues=PRIMES.map(prime=>powersModulo(
prime)),order=residues.reduce((result,table)=>{let size=BigInt(table.reduce((sum2,bit)=>sum2+bit,0));return result*size/gcd(result,size)},1n),parts=[...primePowers(
order)].map(primePower=>{let cofactor=order/primePower,step=power(GENERATOR,cofactor,modulus),powers=new Set;for(let value=1n;!powers.has(value);value=value*step%
modulus)powers.add(value);return{cofactor,powers}});return{modulus,order,parts,residues}}function powersModulo(prime){let table=new Uint8Array(prime),step=Number(
GENERATOR%BigInt(prime));for(let value=1%prime;table[value]===0;value=value*step%prime)table[value]=1;return table}function*primePowers(number){let rest=number;
for(let prime of PRIMES.map(BigInt)){let primePower=1n;for(;rest%prime===0n;rest/=prime)primePower*=prime;primePower>1n&&(yield primePower)}}var rsaRoca={about:"request",id:"rsa-roca",severity:"error",isFixed:!1,title:"An RSA key does not come from the broken library of Infineon chips (ROCA).",source:{
name:"CVE-2017-15361",url:"https://www.cve.org/CVERecord?id=CVE-2017-15361"},why:"Trusted platform modules, smart cards and security keys made primes of a form \
that gives them away. AWS IoT Device Defender flags certificates of such keys, after they were issued.",check({rsa}){if(!(rsa===void 0||!hasRocaFingerprint(rsa.
modulus)))return{message:"Its RSA key comes from a broken library of Infineon (ROCA, CVE-2017-15361), and can be factored.",fix:"Update the firmware of the chip\
 and make a new key, or make the key outside of the chip."}}};var MESSAGES={modulus:others=>`Its RSA key has the modulus of ${others} with another exponent, so that each can compute the private key of the other.`,prime:others=>`\
Its RSA key has a prime in common with that of ${others}, so that anyone can compute both private keys.`,unclear:others=>`Its RSA key has a prime in common with\
 that of at least one of ${others}, so that anyone can compute both private keys.`},rsaSharedFactor={about:"batch",id:"rsa-shared-factor",severity:"error",isFixed:!0,
title:"No two RSA keys have a prime in common.",source:{name:"Heninger et al., Mining your Ps and Qs: detection of widespread weak keys in network devices, 2012",
url:"https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/heninger"},why:"Devices that make their key at the first boot, with too \
little randomness, come to the same first prime and a different second one. Whoever has two such public keys divides, and has both private keys: 1 in 172 RSA ke\
ys of certificates on the Internet fell to that, most of them of devices (Keyfactor, 2019). Every key of the batch is compared with every other and with the key\
s of the certificates in the ledger and in the manifest, also with revoked ones. Not even one key of a group is safe: the others are public. Where hundreds of k\
eys have many primes in common in many ways, they are refused as one group without finding out which of them share which prime.",check({shared}){return shared.flatMap(
({common,entries,known})=>{let holders=new Map;for(let holder of[...entries,...known])holders.has(holder.spkiSha256)||holders.set(holder.spkiSha256,holder);let group2=[
...holders.values()],members=[...entries.map(nameOf),...group2.filter(holder=>!("path"in holder)).map(nameOf)];return entries.map(entry=>{let others=listOthers(
group2,other=>other.spkiSha256===entry.spkiSha256,nameOf);return{path:entry.path,group:members,message:MESSAGES[common](others),fix:"Make new keys on all of the\
se devices, with a random number generator that has been seeded."}})})}};function nameOf(holder){return"path"in holder?holder.path:`the certificate ${holder.certificateId}`}var LIMIT=65536,primorial;function smallFactor(modulus){if(modulus===0n)return 2;primorial??=product(primesUpTo(LIMIT).map(BigInt));let common=gcd(modulus,primorial%
modulus),factors=common===0n?modulus:common;return factors===1n?void 0:primesUpTo(LIMIT).find(prime=>factors%BigInt(prime)===0n)}var rsaSmallFactor={about:"request",id:"rsa-small-factor",severity:"error",isFixed:!0,title:"The modulus of an RSA key has no small prime factor.",source:{name:"\
NIST SP 800-89, section 5.3.3",url:"https://doi.org/10.6028/NIST.SP.800-89"},why:"A factor up to 65536 says that the modulus is not the product of two large pri\
mes: the key was damaged after it was made, or its maker does not test for primes. Most such numbers can be factored in full.",check({rsa}){let factor=rsa===void 0?
void 0:smallFactor(rsa.modulus);if(factor!==void 0)return{message:`The modulus of its RSA key can be divided by ${factor}.`,fix:"Make a new key, and find out wh\
ether the file or the generator of the device is damaged."}}};var BOUNDS=[[3072,5e3],[4096,2048],[8192,1024],[16384,512]],CHUNK_BITS=1e3,BASE2=3n,exponents=new Map;function smoothFactor(modulus){let bits=bitLength(modulus),
bound=BOUNDS.find(([limit])=>bits<=limit)?.[1]??0,power2=createPower(modulus),odd=toInteger(exponentsUpTo(bound,Math.min(CHUNK_BITS,longestExponent(bits))).reduce(
power2,toValue(BASE2,modulus))),square=odd;for(let two=2;two<=bound;two*=2)square=square*square%modulus;if(gcd(modulus,square-1n)!==1n){square=odd;for(let two=1;two<=
bound;two*=2){let factor=gcd(modulus,square-1n);if(factor!==1n)return factor===modulus?void 0:factor;square=square*square%modulus}}}function exponentsUpTo(bound,chunkBits){
let id=`${bound} ${chunkBits}`,made=exponents.get(id)??makeExponents(bound,chunkBits);return exponents.set(id,made),made}function makeExponents(bound,chunkBits){
let made=[],exponent=1n;for(let prime of primesUpTo(bound).slice(1)){let primePower=prime;for(;primePower*prime<=bound;)primePower*=prime;let next=exponent*BigInt(
primePower);bitLength(next)>chunkBits?(made.push(exponent),exponent=BigInt(primePower)):exponent=next}return[...made,exponent]}var rsaSmoothPrime={about:"request",id:"rsa-smooth-prime",severity:"error",isFixed:!0,title:"No prime of an RSA key is 1 more than a product of small numbers.",
source:{name:"Pollard, Theorems on factorization and primality testing (the method p - 1), 1974",url:"https://doi.org/10.1017/S0305004100049252"},why:"Such a pr\
ime is found without trying it. A sound generator does not hit one by chance; a generator that builds primes out of small parts does. The method is applied with\
 prime powers up to 5,000 for moduli of up to 3,072 bits (5 ms for RSA-2048), up to 2,048 for 4,096 bits (13 ms), and less for longer ones.",check({rsa}){if(!(rsa===
void 0||smoothFactor(rsa.modulus)===void 0))return{message:"A prime of its RSA key is 1 more than a product of small numbers, so that Pollard's method finds it.",
fix:"Make a new key with another tool, and replace every key that this one has made."}}};var severalRequests={about:"file",id:"several-requests",severity:"error",isFixed:!0,title:"A file holds exactly one certificate signing request.",source:{name:"\
RFC 2986, section 4",url:"https://www.rfc-editor.org/rfc/rfc2986#section-4"},why:"Other tools silently take the first request and drop the rest, so that a devic\
e gets no certificate and nobody notices.",check(contents){if(contents.kind==="several")return{message:`It holds ${contents.count} certificate signing requests.`,
fix:"Put each of them in a file of its own."}}};var sha1Signature={about:"request",id:"sha1-signature",severity:"warning",isFixed:!1,title:"The request is not signed with SHA-1.",source:{name:"RFC 9155, secti\
on 1; NIST SP 800-131A",url:"https://www.rfc-editor.org/rfc/rfc9155"},why:"Collisions of SHA-1 are affordable. AWS IoT still takes such a CSR, and its certifica\
te is signed with SHA-256 all the same, so it is a warning.",check({request:{signatureAlgorithm:signatureAlgorithm2}}){if(signatureAlgorithm2.hash==="sha1")return{
message:"It is signed with SHA-1, which is broken.",fix:"Sign the CSR with SHA-256."}}};var TAKEN=new Set(["sha256","sha384","sha512"]),signatureAlgorithm={about:"request",id:"signature-algorithm",severity:"error",isFixed:!1,title:"The signature al\
gorithm is one that AWS IoT takes.",source:{name:"AWS IoT developer guide, X.509 client certificates",url:"https://docs.aws.amazon.com/iot/latest/developerguide\
/x509-client-certs.html#x509-cert-algorithms"},why:"RSA (PKCS#1 v1.5 or PSS) and ECDSA, with SHA-256, SHA-384 or SHA-512. SHA-1 and MD5 have rules of their own.",
check({request:{signatureAlgorithm:signatureAlgorithm2}}){let{scheme,hash:hash2,name}=signatureAlgorithm2;if(!(scheme!=="other"&&hash2!==void 0&&TAKEN.has(hash2)||
(hash2==="md5"||hash2==="sha1"&&scheme!=="rsa-pss")))return{message:`It is signed with ${name}, which AWS IoT does not take.`,fix:"Sign the CSR with SHA-256 (RS\
A or ECDSA)."}}};var subjectDuplicate={about:"batch",id:"subject-duplicate",severity:"warning",isFixed:!1,title:"No two devices have the same subject.",source:{name:"RFC 5280, s\
ection 4.1.2.6",url:"https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.6"},why:"Policies and registration name a device by the subject of its certificate, mo\
st often by the common name, so two keys with one subject are two devices that pass for each other. AWS IoT takes it, and fleets exist in which every device has\
 the same subject, so it is a warning. Subjects are compared by their bytes, and by what a policy reads: those that differ only in the string types of their par\
ts are named as such. Subjects that are empty do not count, nor do files with one key, which public-key-duplicate is about. Certificates of the ledger and of th\
e manifest count unless they are marked as revoked: a device with a new key has its old subject.",check({entries,known}){let bySubject=groupBy(entries,({subject})=>subject),
certificates=groupBy(known.filter(({isRetired})=>!isRetired),({subject})=>subject);return[...bySubject].flatMap(([subject,group2])=>{let issued=certificates.get(
subject)??[];if(subject===""||group2.length+issued.length<2)return[];let bearers=bearersOf(group2,issued),byBytes=groupBy(bearers,({subjectBytes})=>subjectBytes),
same=entry=>byBytes.get(entry.subjectBytes)??[];return bearers.length<2?[]:group2.map(entry=>complaint2(entry,same(entry),bearers))})}};function bearersOf(entries,issued){
let bearers=new Map,add2=bearer=>{bearers.has(bearer.spkiSha256)||bearers.set(bearer.spkiSha256,bearer)};for(let{spkiSha256,subjectBytes,path}of entries)add2({spkiSha256,
subjectBytes,name:path});for(let{spkiSha256,subjectBytes,certificateId}of issued)add2({spkiSha256,subjectBytes,name:`the certificate ${certificateId}`});return[
...bearers.values()]}function complaint2(entry,same,alike){let isOwn=({spkiSha256})=>spkiSha256===entry.spkiSha256,isShared=same.some(bearer=>!isOwn(bearer)),others=listOthers(
isShared?same:alike,isOwn,({name})=>name);return{path:entry.path,message:isShared?`Its subject is also that of ${others}, with another key.`:`Its subject reads \
the same as that of ${others}, in other string types and with another key.`,fix:"Give every device a subject of its own; when it is one device with a new key, r\
evoke its old certificate."}}var MAX_OID_TEXT2=40;function attributeName({type}){return shorten(type,MAX_OID_TEXT2)}var SHOWN2=3,ODDITIES=[["is empty",/^\s*$/u],["begins or ends with white space",/^\s|\s$/u],["holds a control character or a line end",/[\p{Cc}\u2028\u2029]/u],
["holds a control character for the direction of text",/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],["holds an invisible character",/[\u00ad\u115f\u1160\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?<![^ -~])[\u200c\u200d]|[\u200c\u200d](?![^ -~])/u],
["holds U+FFFD, which a tool wrote in place of what it could not read",/\ufffd/u],["holds a code point that is not a character",new RegExp("[\\ufdd0-\\ufdef]|[\\uf\
ffe\\uffff]|\\p{Noncharacter_Code_Point}","u")],["looks like UTF-8 that was read as Latin-1",/[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|\u00e2(\u20ac|\u201a)/u],
["holds other parts of a subject",/(^|[\s,;/+"'])(OID\.)?(CN|OU|O|C|L|ST|S|SN|DC|UID|STREET|T|E|G|GN|commonName|serialNumber|organizationName|organizationalUnitName|countryName|localityName|stateOrProvinceName|emailAddress|subject|\d+(\.\d+)+)\s?=/iu],
["is in quotation marks",/^(".*"|'.*'|“.*”|„.*“)$/su],["holds a placeholder that nothing was put into",/\$\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\}|^<[\w .-]+>$|^\$[A-Za-z_]\w*$|^%\w+%$|%[-0-9]*[dsux]\b|^\{[\w.-]*\}$|^@@?[\w.-]+@@?$/u],
["is what a program writes for a value that is not there",/^(undefined|null|nil|none|nan|\(null\)|\[object \w+\])$/iu],["holds an escape sequence that nothing u\
ndid",/\\(x[0-9a-f]{2}|u\{?[0-9a-f]{2,6}|[nrt0]|[c-f][0-9a-f]\\[89ab][0-9a-f])|&(#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp);|%[0-9a-f]{2}%[0-9a-f]{2}|%(20|2f|3d|c3)/iu],
["holds a PEM label",/-----(BEGIN|END) /u]],VISIBLE_STRING=26,subjectMeant={about:"request",id:"subject-meant",severity:"warning",isFixed:!1,title:"The text in \
the subject looks as if it was meant.",source:{name:"RFC 5280, section 7.1; Unicode TR 36",url:"https://www.unicode.org/reports/tr36/"},why:"A certificate keeps\
 its subject for good, and policies compare it. What is text but hardly meant is reported: control characters, marks that hide or turn text around, white space \
at an end, a value that swallowed others (`CN=a, OU=b` or `/CN=a/OU=b` as one common name), placeholders and escapes that a script left in, text in the wrong en\
coding. It may be meant all the same, so it is a warning.",check({request:{subject}}){let found=subject.flat().flatMap(attribute=>{let{text,tag}=attribute,what=text===
void 0?void 0:oddityOf(text,tag);return what===void 0?[]:[`${attributeName(attribute)} ${what}`]});if(found.length===0)return;let more=found.length>SHOWN2?` and\
 ${found.length-SHOWN2} more`:"";return{message:`In its subject ${found.slice(0,SHOWN2).join(", ")}${more}.`,fix:"Make the CSR again when this is not meant: the\
 subject of a certificate cannot be changed."}}};function oddityOf(text,tag){if(tag===VISIBLE_STRING)return"is a VisibleString, which OpenSSL does not read in a\
 subject";if(!(/^[A-Za-z0-9:_.-]+$/.test(text)&&!/^(undefined|null|nil|none|nan)$/i.test(text)))return ODDITIES.find(([,looks])=>looks.test(text))?.[0]}var subjectPattern={about:"request",id:"subject-pattern",severity:"error",isFixed:!1,title:"The whole subject matches the regular expression in the input subjec\
t-pattern.",source:{name:"RFC 4514, section 2",url:"https://www.rfc-editor.org/rfc/rfc4514#section-2"},why:"The subject is matched as RFC 4514 writes it: the mo\
st specific part first, usually the common name, as in `CN=sensor-1,O=Example,C=CH`, with `\\` before the characters that have a meaning there. The expression ha\
s the syntax of RE2, which is matched in time proportional to the subject: no subject can make it run away. It has to match all of the subject; `.*` lets someth\
ing stand at an end.",check({request},{matchesSubject}){if(!(matchesSubject===void 0||matchesSubject(nameText(request.subject))))return{message:"Its subject doe\
s not match subject-pattern.",fix:"Make the CSR with the subject that the pattern asks for, or correct subject-pattern."}}};var NOT_TEXT_BY_DESIGN=new Set([3,48]),subjectText={about:"request",id:"subject-text",severity:"error",isFixed:!1,title:"Every value in the subject is text, in \
the string type that it says it has.",source:{name:"RFC 5280, section 4.1.2.4; ITU-T X.680, section 41",url:"https://www.rfc-editor.org/rfc/rfc5280#section-4.1.\
2.4"},why:"AWS IoT takes the subject into the certificate as it is, and it cannot be changed until the certificate ends in 2049. With bytes that are not text in\
 their type (Latin-1 in a UTF8String, half a character in a BMPString, an overlong form, an OCTET STRING) OpenSSL and most others cannot load the certificate; a\
nd at a NUL character programs in C stop reading, so that two names become one. PrintableStrings with characters that the type does not have, such as `_`, `@` a\
nd `*`, and TeletexStrings in Latin-1 are accepted: tools write them, and everything reads them.",check({request:{subject}}){let wrong=subject.flat().flatMap(attribute=>{
let problem=problemOf(attribute);return problem===void 0?[]:[`${attributeName(attribute)} ${problem}`]}),[first]=wrong;if(first===void 0)return;let more=wrong.length>
1?` (and ${wrong.length-1} more)`:"";return{message:`In its subject ${first}${more}.`,fix:"Make the CSR with a subject in UTF-8 (OpenSSL: `-utf8`) or in ASCII."}}};
function problemOf({type,tag,text,problem}){return problem!==void 0?!!/^\d/.test(type)&&NOT_TEXT_BY_DESIGN.has(tag)?void 0:`is not text: ${problem}`:text?.includes(
"\0")?"holds a NUL character, at which many programs stop reading":void 0}var thingName={about:"request",id:"thing-name",severity:"off",isFixed:!1,title:"The common name can be the name of a thing.",source:{name:"AWS IoT API reference\
, CreateThing",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html"},why:"The name of a thing has 1 to 128 letters, digits, `:`, `_` a\
nd `-`, and policies that compare it with the common name need both to be the same. A certificate needs none of this, so the rule is off until `rules` asks for \
it, as in `thing-name=error`.",check({request:{subject}}){let name=lastValue(subject,"CN");if(!(name!==void 0&&/^[a-zA-Z0-9:_-]{1,128}$/.test(name)))return{message:`\
Its common name ${name===void 0?"is missing":"cannot be the name of a thing"}.`,fix:"Make the CSR with a common name of 1 to 128 letters, digits, colons, unders\
cores and hyphens."}}};var tooLong={about:"request",id:"too-long",severity:"error",isFixed:!0,title:"The PEM of the request has at most 4,096 characters.",source:{name:"AWS IoT API re\
ference, CreateCertificateFromCsr",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html"},why:"What counts is the PEM that\
 is sent, not the file: text around the request is left out, and the base64 is put into one line when only that fits.",check({pemLength}){if(!(pemLength<=4096))
return{message:`Its PEM has ${pemLength} characters, and AWS IoT accepts 4,096.`,fix:"Ask for fewer extensions and shorter names, which AWS IoT drops anyway, or\
 use a shorter key."}}};var unreadable={about:"file",id:"unreadable",severity:"error",isFixed:!0,title:"A file that matches can be read.",source:{name:"POSIX open()",url:"https://pubs.\
opengroup.org/onlinepubs/9799919799/functions/open.html"},why:"A file that cannot be read could be the CSR of a device: leaving it out silently would lose that \
device.",check(contents){if(contents.kind==="unreadable")return{message:`It cannot be read (${contents.reason}).`,fix:"Give the user that the job runs as permis\
sion to read it, correct the link, or exclude it with a pattern that starts with !."}}};var version={about:"request",id:"version",severity:"warning",isFixed:!1,title:"The version of the request is 0.",source:{name:"RFC 2986, section 4.1",url:"https\
://www.rfc-editor.org/rfc/rfc2986#section-4.1"},why:"There is no other version. Tools that write 1 or 2 exist (certbot and Puppet did, by their test data), and \
three of four readers take it, so it is a warning.",check({request:{version:version2}}){if(version2!==0)return{message:`Its version field says ${version2}, but \
0 is the only version of PKCS#10.`,fix:"Update the tool that makes the CSR."}}};var RULES=[unreadable,fileTooLarge,privateKey,notACsr,severalRequests,malformed,version,attributesMissing,keyType,allowedKeyTypes,keySize,rsaExponent,rsaExponentSmall,
rsaModulus,rsaModulusSize,rsaSmallFactor,rsaClosePrimes,rsaRoca,rsaSmoothPrime,rsaPatternedPrime,rsaRegularModulus,rsaPrivateExponent,debianKey,publishedKey,ecPoint,
ecPointForm,ecPrivateNumber,signatureAlgorithm,pssParameters,sha1Signature,md5Signature,keySignatureMismatch,signature,tooLong,subjectText,subjectMeant,requiredSubjectAttributes,
subjectPattern,thingName,requestedExtensions,challengePassword,publicKeyDuplicate,publicKeyKnown,rsaMediumFactor,rsaKnownPrime,rsaSharedFactor,csrChanged,subjectDuplicate];export{groupBy,toInteger,bitLength,primesUpTo,read,readSignatureAlgorithm,publicKeyKnown,gcd,signature,canonicalPem,canonicalPemLength,RULES};
