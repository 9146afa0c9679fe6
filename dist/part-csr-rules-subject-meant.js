import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{groupBy}from"./part-lib-group-by.js";import{thingName}from"./part-csr-rules-thing-name.js";import{nameText}from"./part-csr-parse-string-types.js";import{bitLength,
createPower,debianKey,ecPrivateNumber,listOthers,longestExponent,primesUpTo,publishedKey,root,rsaClosePrimes,rsaKnownPrime,rsaMediumFactor,rsaPatternedPrime,rsaPrivateExponent,
rsaRegularModulus,rsaRoca,rsaSharedFactor,rsaSmallFactor,rsaSmoothPrime,smallPower,toInteger,toValue}from"./part-csr-weak-keys-published-keys.js";import{isEven}from"./part-csr-parse-key.js";
import{DerError,DerReader,TAG}from"./part-csr-parse-der.js";import{CSR_SHA256,SPKI_SHA256,deviceName}from"./part-csr-device-list.js";import{shorten}from"./part-lib-escape.js";import{closeSync,constants,openSync,readSync}from"node:fs";var MAX_FILE_BYTES=1048576,buffer=Buffer.allocUnsafeSlow(MAX_FILE_BYTES+1),READ=constants.O_RDONLY|(constants.
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
.`,fix:"Make a new key on this device; when it is the same device after all, put its first CSR back."}]})}};var EC_SIZES={"P-256":32,"P-384":48,"P-521":66};function signatureEncodingProblem(request){let{key,signature:signature2,signatureAlgorithm:signatureAlgorithm2}=request;
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
d. Otherwise make a new key on the device, or set `reissue`."}]})}};var csrWithoutDevice={about:"batch",id:"csr-without-device",severity:"error",isFixed:!1,title:"The devices file has a line for every CSR.",source:{name:"RFC 298\
6, section 3",url:"https://www.rfc-editor.org/rfc/rfc2986#section-3"},why:"A CSR that nobody has listed is of a device that nobody knows of, and its key is comp\
ared with nothing: whoever renames a file would otherwise get around the list. While a list is only being made, `rules: csr-without-device=warning` lets such CS\
Rs pass.",check({devices}){if(devices===void 0)return[];let{list,matches,byHash}=devices;return matches.flatMap(({entry,names,found})=>{if(found.length>0)return[];
let said=names.length===0?"it has no serial number":`its ${names.join(", its ")}`,owner=byHash.get(entry.spkiSha256)??byHash.get(entry.csrSha256),whose=owner===
void 0?"":` Line ${owner.line} lists its key for ${deviceName(owner)}, which it is not named after.`;return[{path:entry.path,message:`No line of ${list.path} is\
 of its device: ${said}.${whose}`,fix:"Add a line for the device, or remove the CSR; a file that was renamed gets its name back."}]})}};var deviceIdentity={about:"batch",id:"device-identity",severity:"error",isFixed:!0,title:"A CSR is of one line of the devices file, and a line without a hash is\
 of one CSR.",source:{name:"RFC 2986, section 3",url:"https://www.rfc-editor.org/rfc/rfc2986#section-3"},why:"A CSR says which device it is of by the name of it\
s thing and by the serial number in its subject; where no things are asked for, by the name of its file and its common name. When these are of two devices, a fi\
le was renamed or put in the place of another. Several CSRs of one line are told apart by the hash that it lists; without one, nobody knows which of them is the\
 one of the device.",check({devices}){if(devices===void 0)return[];let{list,matches}=devices;return[...matches.flatMap(match=>contradiction(match,list.path)),...severalOf(
matches,list.path)]}},SHOWN=100,FIX="Give the file and the CSR the names of one device, those of its line; a CSR in the wrong place goes back to its own.";function contradiction({
entry:{path},thing,serial,found},file){let[first]=found;if(first===void 0)return[];let{device,by}=first,{line}=device,other=found.find(one=>one.device!==device);
return other!==void 0?[{path,message:`Its ${by} is in line ${line} of ${file}, and its ${other.by} is in line ${other.device.line}: these are two devices.`,fix:FIX}]:
serial!==void 0&&device.serial!==void 0&&serial!==device.serial?[{path,message:`Line ${line} of ${file}, which its ${by} is in, lists the serial number ${device.
serial}, and its own is ${shorten(serial,SHOWN)}.`,fix:FIX}]:thing!==void 0&&device.thing!==void 0&&thing!==device.thing?[{path,message:`Line ${line} of ${file}\
, which its ${by} is in, lists the thing ${device.thing}, and its own is ${shorten(thing,SHOWN)}.`,fix:FIX}]:[]}function severalOf(matches,file){return[...groupBy(
matches,({found})=>found[0]?.device)].flatMap(([device,group])=>{if(device===void 0||group.length<2||device.spkiSha256!==void 0||device.csrSha256!==void 0)return[];
let paths=group.map(({entry})=>entry.path);return paths.map(path=>({path,message:`Line ${device.line} of ${file} lists ${deviceName(device)} without a hash, and\
 it is also the line of ${listOthers(paths,one=>one===path,one=>one)}.`,fix:"Keep the CSR of the device, or write the hash of its key into the line."}))})}var deviceKeyMismatch={about:"batch",id:"device-key-mismatch",severity:"error",isFixed:!0,title:"The key of a CSR is the one that the devices file lists for its\
 device.",source:{name:"RFC 2986, section 3",url:"https://www.rfc-editor.org/rfc/rfc2986#section-3"},why:"A self-signature proves that somebody has the private \
key, not that the device has it. Without a list that was made where the keys were made, two CSRs that change places, or one that is replaced on its way, give a \
device the certificate of another one. A CSR is found in the list by its name, never by its key. Where a line has the hash of the key and of the CSR, both have \
to be so.",check({devices}){return devices===void 0?[]:devices.matches.flatMap(match=>compare(match,devices))}};function compare({entry,found:[first]},{list,byHash}){
if(first===void 0)return[];let{device}=first,{path,spkiSha256,csrSha256}=entry,isOtherKey=device.spkiSha256!==void 0&&device.spkiSha256!==spkiSha256,isOtherCsr=device.
csrSha256!==void 0&&device.csrSha256!==csrSha256;if(!isOtherKey&&!isOtherCsr)return[];let[what,column,listed,has]=isOtherKey?["key",SPKI_SHA256,device.spkiSha256,
spkiSha256]:["CSR",CSR_SHA256,device.csrSha256,csrSha256],owner=byHash.get(spkiSha256)??byHash.get(csrSha256),whose=owner===void 0||owner===device?"":` Line ${owner.
line} lists what it has for ${deviceName(owner)}.`;return[{path,message:`It is not the ${what} that line ${device.line} of ${list.path} lists for ${deviceName(device)}\
: the ${column} there is ${listed}, and it has ${has}.${whose}`,fix:"Find out whose CSR it is, and do not go by what is in this repository alone. Put the CSR of\
 the device in its place; when the device has a new key, correct the line."}]}var deviceWithoutCsr={about:"batch",id:"device-without-csr",severity:"warning",isFixed:!1,title:"The batch has a CSR of every device in the devices file.",source:{
name:"RFC 2986, section 3",url:"https://www.rfc-editor.org/rfc/rfc2986#section-3"},why:"A device whose CSR is missing stays without a certificate, which is noti\
ced on the production line, or in the field. A file of the name of the device that cannot be used is named by other rules, and the device is not called missing;\
 nor is one whose key has a certificate by the ledger or the manifest. The file is about the whole batch, not about the part that one `shard` issues. `rules: de\
vice-without-csr=error` stops the run for it, `=off` is for a file that lists more than any batch has.",check({devices}){if(devices===void 0)return[];let{list,without}=devices;
return without.map(device=>({path:list.path,line:device.line,message:`No CSR of the batch is of ${deviceName(device)}.`,fix:"Add its CSR, see whether `csr-path`\
 covers it, or remove the line."}))}};var deviceWithoutKey={about:"batch",id:"device-without-key",severity:"warning",isFixed:!1,title:"The line of a CSR in the devices file has the hash of its key o\
r of the CSR.",source:{name:"RFC 2986, section 3",url:"https://www.rfc-editor.org/rfc/rfc2986#section-3"},why:"A line without a hash gives attributes and protec\
ts nothing: any CSR under the name of the device passes. A file that is only there for its attributes is all right; `rules: device-without-key=off` says so.",check({
devices}){if(devices===void 0)return[];let{list,matches}=devices,fix=`Write the SHA-256 of each device's key into the column ${SPKI_SHA256}, as docs/devices.md \
shows, where the keys are made.`;return[SPKI_SHA256,CSR_SHA256].some(column=>list.columns.includes(column))?matches.flatMap(({entry:{path},found:[first]})=>{if(first===
void 0)return[];let{spkiSha256,csrSha256}=first.device;return spkiSha256!==void 0||csrSha256!==void 0?[]:[{path,message:`Its line in ${list.path} has no hash, s\
o its key is compared with nothing.`,fix}]}):[{path:list.path,line:1,message:`It has no column ${SPKI_SHA256} or ${CSR_SHA256}, so no key is compared.`,fix}]}};var ecPoint={about:"request",id:"ec-point",severity:"error",isFixed:!0,title:"The public key is a point of its curve.",source:{name:"SEC 1, section 3.2.2",url:"\
https://www.secg.org/sec1-v2.pdf"},why:"A point off the curve is no key: nobody has its private key, and computing with it can betray the private key of others.",
check({request,isKeyUsable}){if(!(request.key.type!=="ec"||isKeyUsable))return{message:`Its public key is not a point of ${request.key.curve}.`,fix:"Make a new \
key on the device."}}};var ecPointForm={about:"request",id:"ec-point-form",severity:"error",isFixed:!1,title:"The point of an EC key is written uncompressed.",source:{name:"RFC 5480, \
section 2.2",url:"https://www.rfc-editor.org/rfc/rfc5480#section-2.2"},why:"RFC 5480 obliges nobody to read compressed points, forbids hybrid ones, and AWS does\
 not say that it takes either. The uncompressed form has no such doubt. The fingerprint of a key does not depend on its form.",check({request:{key}}){if(!(key.type!==
"ec"||key.form==="uncompressed"))return{message:`Its EC public key is written in ${key.form} form, which AWS IoT may not read.`,fix:"Make the CSR with the uncom\
pressed form, which is the default of OpenSSL."}}};var fileTooLarge={about:"file",id:"file-too-large",severity:"error",isFixed:!0,title:"A file that matches has at most 1 MiB.",source:{name:"AWS IoT API referenc\
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
scheme,hash]=known;return{name:`${hash.toUpperCase()}-${scheme.toUpperCase()}`,scheme,hash,pss:void 0}}function skipNull(identifier,what){identifier.nextTag===TAG.
null&&identifier.any(),identifier.finish(what)}function readPss(identifier){let what="the parameters of RSASSA-PSS",parameters=identifier.enter(TAG.sequence,what);
identifier.finish("the signature algorithm");let field=number=>parameters.nextTag===160+number?parameters.enter(160+number,what):void 0,hashField=field(0),hash=hashField===
void 0?"sha1":readHash(hashField,what),maskField=field(1),maskHash=maskField===void 0?"sha1":readMaskHash(maskField,what),saltLength=smallNumber(field(2),20,what),
trailer=smallNumber(field(3),1,what);if(parameters.finish(what),trailer!==1)throw new DerError(`${what} name an unknown trailer`,0);return{name:`RSASSA-PSS-${hash?.
toUpperCase()??"with an unknown hash"}`,scheme:"rsa-pss",hash,pss:{maskHash,saltLength}}}function readHash(field,what){let identifier=field.enter(TAG.sequence,what);
field.finish(what);let hash=HASHES[identifier.oid(what)];return skipNull(identifier,what),hash}function readMaskHash(field,what){let identifier=field.enter(TAG.
sequence,what);return field.finish(what),identifier.oid(what)===MGF1?readHash(identifier,what):void 0}function smallNumber(field,byDefault,what){if(field===void 0)
return byDefault;let digits=field.unsigned(what);if(field.finish(what),digits.length>2)throw new DerError(`${what} are out of bounds`,0);return digits.reduce((number,digit)=>number*
256+digit,0)}var pssParameters={about:"request",id:"pss-parameters",severity:"error",isFixed:!1,title:"RSASSA-PSS uses one hash throughout and a salt as long as the digest.",
source:{name:"RFC 8446, section 4.2.3; RFC 4055, section 3.1",url:"https://www.rfc-editor.org/rfc/rfc4055#section-3.1"},why:"These are the parameters TLS 1.3 al\
lows, and the only ones that AWS IoT is known to take. OpenSSL makes the salt as long as it can unless rsa_pss_saltlen says otherwise.",check({request:{signatureAlgorithm:signatureAlgorithm2}}){
let{hash,pss}=signatureAlgorithm2;if(!(hash===void 0||pss===void 0)){if(pss.maskHash!==hash)return{message:"Its RSASSA-PSS signature uses two different hashes.",
fix:"Use the same hash for MGF1."};if(pss.saltLength!==DIGEST_LENGTH[hash])return{message:`Its RSASSA-PSS salt has ${pss.saltLength} bytes, the digest has ${DIGEST_LENGTH[hash]}\
.`,fix:"Make the salt as long as the digest (OpenSSL: -sigopt rsa_pss_saltlen:digest)."}}}};var publicKeyDuplicate={about:"batch",id:"public-key-duplicate",severity:"error",isFixed:!1,title:"No two files of a batch have the same public key.",source:{name:"\
NIST SP 800-57 part 1, section 5.2",url:"https://doi.org/10.6028/NIST.SP.800-57pt1r5"},why:"Two devices with one key can pass for each other, and one of them ca\
nnot be revoked alone. It also happens when one CSR is there twice, and would then become two certificates. A file counts also when another rule refuses it.",check({
entries}){return[...groupBy(entries,({spkiSha256})=>spkiSha256).values()].filter(({length})=>length>1).flatMap(group=>{let paths=group.map(({path})=>path);return group.
map(({path})=>({path,group:paths,message:`Its public key is also that of ${listOthers(group,other=>other.path===path,other=>other.path)}.`,fix:"Keep one file of\
 each key, and give every device a key of its own."}))})}};var EXTENSION_REQUESTS=new Set(["1.2.840.113549.1.9.14","1.3.6.1.4.1.311.2.1.14"]),NAMES={"1.2.840.113549.1.9.15":"smimeCapabilities","1.3.6.1.4.1.311.20.2":"a \
certificate template","1.3.6.1.4.1.311.21.7":"a certificate template","1.3.6.1.4.1.311.21.10":"application policies","1.3.6.1.5.5.7.1.24":"tlsFeature","2.16.840\
.1.113730.1.1":"nsCertType","2.16.840.1.113730.1.13":"nsComment","2.5.29.14":"subjectKeyIdentifier","2.5.29.15":"keyUsage","2.5.29.17":"subjectAltName","2.5.29.\
19":"basicConstraints","2.5.29.31":"cRLDistributionPoints","2.5.29.32":"certificatePolicies","2.5.29.37":"extKeyUsage"},MAX_OID_TEXT=40;function readRequestedExtensions(attributes){
return attributes.filter(({oid})=>EXTENSION_REQUESTS.has(oid)).flatMap(({values})=>values.flatMap(value=>readExtensions(value)))}function readExtensions(der){try{
let extensions=new DerReader(der).enter(TAG.sequence,"the extensions"),found=[];for(;extensions.nextTag!==void 0;){let extension=extensions.enter(TAG.sequence,"\
an extension"),oid=extension.oid("the type of an extension");extension.nextTag===TAG.boolean&&extension.any();let value=extension.content(extension.take(TAG.octetString,
"the value of an extension")),name=NAMES[oid]??(oid.length>MAX_OID_TEXT?`${oid.slice(0,MAX_OID_TEXT)}\u2026`:oid);found.push({name,value:Buffer.from(value).toString(
"hex")})}return found}catch(error){if(!(error instanceof DerError))throw error;return[{name:"extensions that cannot be read",value:""}]}}var SHOWN2=5,GIVEN={basicConstraints:"3000",keyUsage:"03020780",subjectKeyIdentifier:void 0},requestedExtensions={about:"request",id:"requested-extensions",severity:"\
warning",isFixed:!1,title:"The request asks for no extension that AWS IoT drops.",source:{name:"RFC 2985, section 5.4.2",url:"https://www.rfc-editor.org/rfc/rfc\
2985#section-5.4.2"},why:"AWS IoT silently drops what a CSR asks for. Its certificates have basicConstraints CA:FALSE, keyUsage digitalSignature and key identif\
iers, and nothing else: no subject alternative name, no extended key usage. Asking for exactly what they have is not complained of, nor are other attributes, su\
ch as those of Windows that tell the machine and the program: no certificate ever holds them.",check({request:{attributes=[]}}){let dropped=readRequestedExtensions(
attributes).flatMap(({name,value})=>name in GIVEN&&(GIVEN[name]??value)===value?[]:[name]);if(dropped.length===0)return;let more=dropped.length>SHOWN2?` and ${dropped.
length-SHOWN2} more`:"";return{message:`It asks for ${dropped.slice(0,SHOWN2).join(", ")}${more}, which AWS IoT drops: the certificate will not have it.`,fix:"H\
ave the device do without it, and make the CSR without it; or turn this rule off."}}};var requiredSubjectAttributes={about:"request",id:"required-subject-attributes",severity:"error",isFixed:!1,title:"The subject has the attributes that the input\
 required-subject-attributes names.",source:{name:"RFC 4519, section 2",url:"https://www.rfc-editor.org/rfc/rfc4519#section-2"},why:"AWS IoT takes the subject a\
s it is, an empty one too, and it cannot be changed afterwards. An attribute counts when it has a value that is not only white space. Attributes go by the short\
 names of RFC 4519 (`CN`, `O`, `OU`, `serialNumber`) or by their object identifier.",check({request:{subject}},{requiredSubjectAttributes:required=[]}){if(required.
length===0)return;let present=new Set(subject.flat().flatMap(({type,value})=>value.trim()===""?[]:[type])),missing=required.filter(type=>!present.has(type));if(missing.
length!==0)return{message:`Its subject has no ${missing.join(", ")}.`,fix:"Make the CSR with these attributes in its subject, or correct required-subject-attrib\
utes."}}};var rsaExponent={about:"request",id:"rsa-exponent",severity:"error",isFixed:!0,title:"The exponent of an RSA key is odd, at least 3, and not beyond what others \
can compute with.",source:{name:"RFC 8017, section 3.1; FIPS 186-5, section 5.1",url:"https://www.rfc-editor.org/rfc/rfc8017#section-3.1"},why:"With the exponen\
t 1 every number is its own signature: OpenSSL and others say that such a CSR verifies, and anyone can make one. An even exponent has no private key. FIPS 186-5\
 ends at 256 bits, and OpenSSL refuses more than 64 bits when the modulus has more than 3072.",check({request:{key}}){if(key.type!=="rsa")return;let{length}=key.
exponent,complaint3=problem=>({message:`The exponent of its RSA key ${problem}.`,fix:"Make the key with the exponent 65537, which every tool does by default."});
if(length===0||length===1&&key.exponent[0]===1)return complaint3("is below 3, so anyone can forge its signatures");if(isEven(key.exponent))return complaint3("is\
 even, so no private key fits it");if(length>32||length>8&&key.bits>3072)return complaint3("is larger than other software can use")}};var LEAST=65537n,rsaExponentSmall={about:"request",id:"rsa-exponent-small",severity:"warning",isFixed:!1,title:"The exponent of an RSA key is at least 65537.",source:{
name:"FIPS 186-5, section A.1.1",url:"https://doi.org/10.6028/NIST.FIPS.186-5"},why:"With 3, 17 or 35 nothing is broken as long as every signature is padded and\
 checked as it should be, and there is a line of software that did not (CVE-2006-4339 and its successors). AWS IoT takes such keys.",check({request:{key}}){if(key.
type!=="rsa"||key.exponent.length>3)return;let exponent=toInteger(key.exponent);if(!(exponent<3n||exponent%2n===0n||exponent>=LEAST))return{message:`The exponen\
t of its RSA key is ${exponent}.`,fix:"Make the key with the exponent 65537, which every tool does by default."}}};var MIN_BASE_BITS=16,WITNESSES=40;function perfectPower(number){for(let exponent of primesUpTo(Math.floor(bitLength(number)/MIN_BASE_BITS))){if(!mayBePower(number,
exponent))continue;let base=root(number,exponent);if(base**BigInt(exponent)===number)return{base,exponent}}}var witnesses=new Map;function mayBePower(number,exponent){
let primes=witnesses.get(exponent);return primes===void 0&&(primes=primesUpTo(65536).filter(prime=>(prime-1)%exponent===0).slice(0,WITNESSES),witnesses.set(exponent,
primes)),primes.every(prime=>{let residue=Number(number%BigInt(prime));return residue===0||smallPower(residue,(prime-1)/exponent,prime)===1})}var MAX_BITS=6144,BASE=3n;function isPrime(number){let bits=bitLength(number);if(bits>MAX_BITS)return;let power=createPower(number),base=toValue(BASE,number),exponent=number-
2n,digitBits=longestExponent(bits);return digitBits>=bits-1?isOne(power(base,exponent),number):isOne(powerInDigits(base,exponent,number,digitBits-1),number)}function isOne(value,modulus){
return toInteger(value)*BASE%modulus===1n}function powerInDigits(base,exponent,modulus,digitBits){let power=createPower(modulus),shift=1n<<BigInt(digitBits),digits=[];
for(let rest=exponent;rest>0n;rest>>=BigInt(digitBits))digits.push(BigInt.asUintN(digitBits,rest));let result=toValue(1n,modulus);for(let digit of digits.reverse()){
let shifted=toInteger(power(result,shift)),factor=digit===0n?1n:toInteger(power(base,digit));result=toValue(shifted*factor%modulus,modulus)}return result}var rsaModulus={about:"request",id:"rsa-modulus",severity:"error",isFixed:!0,title:"The modulus of an RSA key is odd, not a prime, and not a power of another nu\
mber.",source:{name:"RFC 8017, section 3.1",url:"https://www.rfc-editor.org/rfc/rfc8017#section-3.1"},why:"The modulus is the product of two large primes, and w\
hoever knows them has the private key. An even one was damaged, or never was a key. A prime, or the power of a prime, hides nothing: OpenSSL and others verify s\
ignatures of such keys all the same. Moduli of up to 6,144 bits are tested for being a prime, which takes 2 ms for 2048 bits.",check({request:{key},rsa,proof}){
if(key.type!=="rsa")return;if(isEven(key.modulus))return complaint("is even, so it is not the product of two large primes");if(rsa===void 0)return;if(proof==="v\
alid"&&isPrime(rsa.modulus)===!0)return complaint("is a prime, so its private key is known to everyone");let power=perfectPower(rsa.modulus);if(power!==void 0)return complaint(
`is a number to the power of ${power.exponent}, so its private key is known to everyone`)}};function complaint(problem){return{message:`The modulus of its RSA k\
ey ${problem}.`,fix:"Make a new key on the device."}}var rsaModulusSize={about:"request",id:"rsa-modulus-size",severity:"warning",isFixed:!1,title:"The length of an RSA modulus is a multiple of 8 bits.",source:{name:"\
CA/Browser Forum baseline requirements, section 6.1.5",url:"https://cabforum.org/working-groups/server/baseline-requirements/requirements/#615-key-sizes"},why:"\
Sound tools make keys of 2048, 3072 or 4096 bits. A key of 2047 bits is not weak by itself, but comes from a generator that forgot to set the highest bits of it\
s primes, and some software refuses it.",check({request:{key}}){if(!(key.type!=="rsa"||key.bits%8===0))return{message:`Its RSA modulus has ${key.bits} bits, whi\
ch is not a multiple of 8.`,fix:"Make the key with another tool, or update the one that makes it."}}};var severalRequests={about:"file",id:"several-requests",severity:"error",isFixed:!0,title:"A file holds exactly one certificate signing request.",source:{name:"\
RFC 2986, section 4",url:"https://www.rfc-editor.org/rfc/rfc2986#section-4"},why:"Other tools silently take the first request and drop the rest, so that a devic\
e gets no certificate and nobody notices.",check(contents){if(contents.kind==="several")return{message:`It holds ${contents.count} certificate signing requests.`,
fix:"Put each of them in a file of its own."}}};var sha1Signature={about:"request",id:"sha1-signature",severity:"warning",isFixed:!1,title:"The request is not signed with SHA-1.",source:{name:"RFC 9155, secti\
on 1; NIST SP 800-131A",url:"https://www.rfc-editor.org/rfc/rfc9155"},why:"Collisions of SHA-1 are affordable. AWS IoT still takes such a CSR, and its certifica\
te is signed with SHA-256 all the same, so it is a warning.",check({request:{signatureAlgorithm:signatureAlgorithm2}}){if(signatureAlgorithm2.hash==="sha1")return{
message:"It is signed with SHA-1, which is broken.",fix:"Sign the CSR with SHA-256."}}};var TAKEN=new Set(["sha256","sha384","sha512"]),signatureAlgorithm={about:"request",id:"signature-algorithm",severity:"error",isFixed:!1,title:"The signature al\
gorithm is one that AWS IoT takes.",source:{name:"AWS IoT developer guide, X.509 client certificates",url:"https://docs.aws.amazon.com/iot/latest/developerguide\
/x509-client-certs.html#x509-cert-algorithms"},why:"RSA (PKCS#1 v1.5 or PSS) and ECDSA, with SHA-256, SHA-384 or SHA-512. SHA-1 and MD5 have rules of their own.",
check({request:{signatureAlgorithm:signatureAlgorithm2}}){let{scheme,hash,name}=signatureAlgorithm2;if(!(scheme!=="other"&&hash!==void 0&&TAKEN.has(hash)||(hash===
"md5"||hash==="sha1"&&scheme!=="rsa-pss")))return{message:`It is signed with ${name}, which AWS IoT does not take.`,fix:"Sign the CSR with SHA-256 (RSA or ECDSA\
)."}}};var subjectDuplicate={about:"batch",id:"subject-duplicate",severity:"warning",isFixed:!1,title:"No two devices have the same subject.",source:{name:"RFC 5280, s\
ection 4.1.2.6",url:"https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.6"},why:"Policies and registration name a device by the subject of its certificate, mo\
st often by the common name, so two keys with one subject are two devices that pass for each other. AWS IoT takes it, and fleets exist in which every device has\
 the same subject, so it is a warning. Subjects are compared by their bytes, and by what a policy reads: those that differ only in the string types of their par\
ts are named as such. Subjects that are empty do not count, nor do files with one key, which public-key-duplicate is about. Certificates of the ledger and of th\
e manifest count unless they are marked as revoked: a device with a new key has its old subject.",check({entries,known}){let bySubject=groupBy(entries,({subject})=>subject),
certificates=groupBy(known.filter(({isRetired})=>!isRetired),({subject})=>subject);return[...bySubject].flatMap(([subject,group])=>{let issued=certificates.get(
subject)??[];if(subject===""||group.length+issued.length<2)return[];let bearers=bearersOf(group,issued),byBytes=groupBy(bearers,({subjectBytes})=>subjectBytes),
same=entry=>byBytes.get(entry.subjectBytes)??[];return bearers.length<2?[]:group.map(entry=>complaint2(entry,same(entry),bearers))})}};function bearersOf(entries,issued){
let bearers=new Map,add=bearer=>{bearers.has(bearer.spkiSha256)||bearers.set(bearer.spkiSha256,bearer)};for(let{spkiSha256,subjectBytes,path}of entries)add({spkiSha256,
subjectBytes,name:path});for(let{spkiSha256,subjectBytes,certificateId}of issued)add({spkiSha256,subjectBytes,name:`the certificate ${certificateId}`});return[...bearers.
values()]}function complaint2(entry,same,alike){let isOwn=({spkiSha256})=>spkiSha256===entry.spkiSha256,isShared=same.some(bearer=>!isOwn(bearer)),others=listOthers(
isShared?same:alike,isOwn,({name})=>name);return{path:entry.path,message:isShared?`Its subject is also that of ${others}, with another key.`:`Its subject reads \
the same as that of ${others}, in other string types and with another key.`,fix:"Give every device a subject of its own; when it is one device with a new key, r\
etire its old certificate when it has connected with the new one (docs/rotation.md)."}}var MAX_OID_TEXT2=40;function attributeName({type}){return shorten(type,MAX_OID_TEXT2)}var SHOWN3=3,ODDITIES=[["is empty",/^\s*$/u],["begins or ends with white space",/^\s|\s$/u],["holds a control character or a line end",/[\p{Cc}\u2028\u2029]/u],
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
void 0?void 0:oddityOf(text,tag);return what===void 0?[]:[`${attributeName(attribute)} ${what}`]});if(found.length===0)return;let more=found.length>SHOWN3?` and\
 ${found.length-SHOWN3} more`:"";return{message:`In its subject ${found.slice(0,SHOWN3).join(", ")}${more}.`,fix:"Make the CSR again when this is not meant: the\
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
"\0")?"holds a NUL character, at which many programs stop reading":void 0}var tooLong={about:"request",id:"too-long",severity:"error",isFixed:!0,title:"The PEM of the request has at most 4,096 characters.",source:{name:"AWS IoT API re\
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
subjectPattern,thingName,requestedExtensions,challengePassword,deviceKeyMismatch,deviceIdentity,csrWithoutDevice,publicKeyDuplicate,publicKeyKnown,rsaMediumFactor,
rsaKnownPrime,rsaSharedFactor,csrChanged,subjectDuplicate,deviceWithoutKey,deviceWithoutCsr];export{read,readSignatureAlgorithm,publicKeyKnown,signature,canonicalPem,canonicalPemLength,RULES};
