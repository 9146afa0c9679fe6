import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{LFS_FIX,isLfsPointer}from"./part-lib-lfs-pointer.js";import{findPemBlocks,isRequestBlock}from"./part-csr-parse-pem.js";import{fingerprintOf}from"./part-csr-parse-spki.js";
import{loadSubjectPatterns}from"./part-csr-subject-matcher.js";import{RULES,canonicalPemLength,read,readSignatureAlgorithm,signature}from"./part-csr-rules-subject-meant.js";
import{groupBy}from"./part-lib-group-by.js";import{lastValue,nameBytes,nameText,readName}from"./part-csr-parse-string-types.js";import{bitLength,gcd,primesUpTo,toInteger}from"./part-csr-weak-keys-published-keys.js";
import{isForgeable,isUsable,readKey,toJwk}from"./part-csr-parse-key.js";import{DerError,DerReader,TAG,assertDer,oidText}from"./part-csr-parse-der.js";function createTurns(){let start=performance.now();return()=>{if(!(performance.now()-start<10))return new Promise(resolve=>{setImmediate(()=>{start=performance.
now(),resolve()})})}}import{hash}from"node:crypto";var WORDS={base64:"in base64",hex:"in hex",numbers:"as an array of numbers",uuencode:"in uuencode",escapes:"with escapes such as \\n in it",percent:"in percent-\
encoding, as in a URL",markup:"in HTML or XML","quoted-printable":"in quoted-printable, as in mail",controls:"with control or invisible characters in it",wide:"\
in UTF-16 or UTF-32",gzip:"in a gzip file",zip:"in a zip archive",tar:"in a tar archive"};function nameForms(forms){return forms.toReversed().map(form=>` ${WORDS[form]}`).
join("")}var UNDO={base64:"Decode it first: `base64 -d FILE > device.csr`.",hex:"Turn the digits into bytes first: `xxd -r -p FILE > device.csr`, or `xxd -r` fo\
r a dump with offsets.",numbers:"Write these numbers into a file as bytes.",uuencode:"Decode it first: `uudecode -o device.csr FILE`.",escapes:'Write line ends \
in place of each \\n: `printf "%b" "$(cat FILE)" > device.csr`; take a value out of JSON with `jq -r .NAME`.',percent:"Decode it first, as a URL is decoded.",markup:"\
Take the text out of the page, without tags and entities.","quoted-printable":"Decode it first: `qprint -d FILE device.csr`, or save it from the mail program as\
 an attachment.",controls:'Remove these characters: `tr -cd "\\n -~" < FILE > device.csr`.',wide:"Save it in UTF-8.",gzip:"Unpack it first: `gunzip -c < FILE > \
device.csr`.",zip:"Unpack it first, and commit the CSRs in it as files of their own.",tar:"Unpack it first, and commit the CSRs in it as files of their own."};var MAX_DEPTH=4,MAX_CHILDREN=10;function identify(bytes){return outline(bytes,0).flatMap(node=>{let shape=SHAPES.find(({is})=>is(node));if(shape===void 0)return[];
let{what,isPrivateKey=!1,isRequest:isRequest2=!1}=shape;return[{what,isPrivateKey,isRequest:isRequest2}]})}var MAX_PLACES=2e3;function findPrivateKeyDer(bytes){
let text=Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length).toString("latin1"),places=0;for(let{index,1:length=""}of text.matchAll(KEY_START)){if(places+=1,
places>MAX_PLACES)return;let[node]=outline(bytes.subarray(index),0,1),shape=node&&SHAPES.find(({is,isPrivateKey})=>isPrivateKey&&is(node));if(shape!==void 0&&(length!==
"\x80"||index===0))return shape.what}}var KEY_START=/\x30([\x01-\x7f]|\x81.|\x82..|\x83...|\x80)(?=\x02\x01[\x00\x01\x03](?:[\x02\x04]|\x30(?:[\x00-\x80]\x06|\x81.\x06|\x82..\x06|\x83...\x06|[\x84-\xff]))|\x30(?:.|\x81.)\x06[\x09\x0a]\x2a\x86\x48\x86\xf7\x0d\x01[\x05\x0c]|\x06\x06\x67\x81\x05\x0a\x01)/gs;
function outline(bytes,depth,limit=MAX_CHILDREN){let nodes=[],offset=0;for(;offset+2<=bytes.length&&nodes.length<limit;){let tag=bytes[offset]??0,length=bytes[offset+
1]??0;if(tag===0&&length===0)break;let start=offset+2;if(length===128)length=bytes.length;else if(length>128){let lengthEnd=start+(length&127);for(length=0;start<
lengthEnd;start+=1)length=length*256+(bytes[start]??0)}let content=bytes.subarray(start,start+length),isConstructed=(tag&32)!==0;nodes.push({tag,content,children:isConstructed&&
depth<MAX_DEPTH?outline(content,depth+1):[]}),offset=start+length}return nodes}function tags(node){return node?.children.map(({tag})=>tag.toString(16).padStart(
2,"0")).join(" ")??""}var SHAPES=[{what:"a certificate signing request",isRequest:!0,is:node=>tags(node)==="30 30 03"&&/^02 30 30( a0)?$/.test(tags(node.children[0]))},
{what:"a certificate",is:node=>tags(node)==="30 30 03"&&/^(a0 )?02 30 30 30 30 30/.test(tags(node.children[0]))},{what:"a certificate revocation list",is:node=>tags(
node)==="30 30 03"&&/^(02 )?30 30 1[78]/.test(tags(node.children[0]))},{what:"a private key (PKCS#8)",isPrivateKey:!0,is:node=>/^02 30 04/.test(tags(node))&&/^06/.
test(tags(node.children[1]))},{what:"an encrypted private key (PKCS#8)",isPrivateKey:!0,is:node=>tags(node)==="30 04"&&/^06 30/.test(tags(node.children[0]))},{what:"\
an EC private key",isPrivateKey:!0,is:node=>/^02 04( a0)?( a1)?$/.test(tags(node))&&node.children[0]?.content[0]===1},{what:"an RSA private key",isPrivateKey:!0,
is:node=>/^02 02 02 02 02 02 02 02 02/.test(tags(node))},{what:"a DSA private key",isPrivateKey:!0,is:node=>tags(node)==="02 02 02 02 02 02"},{what:"a PKCS#12 k\
ey store",isPrivateKey:!0,is:node=>/^02 30/.test(tags(node))&&/^06 a0/.test(tags(node.children[1]))},{what:"a Java key store (BCFKS)",isPrivateKey:!0,is:node=>tags(
node)==="30 30"&&tags(node.children[0])==="30 04"&&isPbe(node.children[0]?.children[0])},{what:"a TPM 2.0 private key",isPrivateKey:!0,is:node=>startsWithOid(node,
"2.23.133.10.1.")},{what:"a PKCS#7 container",is:node=>/^06( a0)?$/.test(tags(node))&&startsWithOid(node,"1.2.840.113549.1.7.")},{what:"a CRMF certificate reque\
st (RFC 4211), which is not PKCS#10",is:node=>isCrmf(node)||node.children[0]!==void 0&&isCrmf(node.children[0])},{what:"a public key",is:node=>tags(node)==="30 \
03"&&/^06/.test(tags(node.children[0]))},{what:"an RSA public key (PKCS#1)",is:node=>tags(node)==="02 02"}];function startsWithOid(node,prefix){let[first]=node.
children;return first!==void 0&&first.content.length<=32&&oidText(first.content).startsWith(prefix)}function isPbe(algorithm){return algorithm===void 0?!1:["1.2\
.840.113549.1.5.","1.2.840.113549.1.12.1."].some(prefix=>startsWithOid(algorithm,prefix))}function isCrmf(node){let request=node.children[0];return/^02 30/.test(
tags(request))&&/^[89ab]/.test(tags(request?.children[1]))}function readRequest(der){assertDer(der);let request=new DerReader(der).enter(TAG.sequence,"the request"),infoElement=request.take(TAG.sequence,"the request inf\
ormation"),identifier=request.enter(TAG.sequence,"the signature algorithm"),signature2=request.octets("the signature");request.finish("the signature");let info=request.
inside(infoElement),version=readVersion(info),subject=info.take(TAG.sequence,"the subject"),spki=info.take(TAG.sequence,"the public key"),attributes=info.nextTag===
void 0?void 0:readAttributes(info.enter(160,"the attributes field"));return info.finish("the attributes field"),{der,info:request.raw(infoElement),version,subject:readName(
info.inside(subject)),subjectDer:info.raw(subject),spki:info.raw(spki),key:readKey(info.inside(spki)),attributes,signatureAlgorithm:readSignatureAlgorithm(identifier),
signature:signature2}}function readVersion(info){let element=info.take(TAG.integer,"the version"),content=info.content(element),[byte]=content;if(byte===void 0||
content.length>1)throw new DerError("the version is out of bounds",element.start);return byte<<24>>24}function readAttributes(field){let attributes=[];for(;field.
nextTag!==void 0;){let attribute=field.enter(TAG.sequence,"an attribute"),oid=attribute.oid("the type of an attribute"),set=attribute.enter(TAG.set,"the values \
of an attribute");attribute.finish("an attribute");let values=[];for(;set.nextTag!==void 0;)values.push(set.raw(set.any()));attributes.push({oid,values})}return attributes}var PUBLIC_ONLY="Have the device make a CSR with its key (`openssl req -new -key KEY -subj /CN=NAME`): a public key alone proves nothing.",KINDS=[{what:"a Git L\
FS pointer",fix:LFS_FIX,is:isLfsPointer},{what:"a file that git-crypt has encrypted",fix:"Unlock the repository (`git-crypt unlock`) in a step before this one.",
is:text=>text.startsWith("\0GITCRYPT\0")},{what:"a file that Ansible Vault has encrypted",fix:"Decrypt it: `ansible-vault decrypt FILE`. A CSR is not secret.",is:text=>text.
startsWith("$ANSIBLE_VAULT;")},{what:"a file that age has encrypted",fix:"Decrypt it: `age -d FILE`. A CSR is not secret.",is:text=>text.startsWith("age-encrypt\
ion.org/v1")},{what:"a file that SOPS has encrypted",fix:"Decrypt it: `sops -d FILE`. A CSR is not secret.",is:text=>/\bENC\[AES256_GCM,data:/.test(text)||/^["']?sops["']?\s{0,20}:/m.
test(text)},{what:"a file with a conflict of a merge in it",fix:"Resolve the conflict: keep one of the two versions, without the marks.",is:text=>/^<{7} /m.test(
text)&&/^>{7} /m.test(text)},{what:"the path of a link, as Git writes it where links are off",fix:"Check out with links (`git config core.symlinks true`), or pu\
t the file itself there.",is:text=>/^(\.{1,2}\/)+[\w./ -]{1,200}$/.test(text)},{what:"a public key (JWK)",fix:PUBLIC_ONLY,is:text=>/["']?kty["']?\s{0,20}:/.test(
text)},{what:"an OpenSSH public key",fix:PUBLIC_ONLY,is:text=>/^\s*(ssh-(rsa|dss|ed25519|ed448)|ecdsa-sha2-\S{1,40}|sk-\S{1,60}) AAAA/.test(text)},{what:"an SSH\
 public key (RFC 4716)",fix:PUBLIC_ONLY,is:text=>/---- BEGIN SSH2 PUBLIC KEY/.test(text)},{what:"a page in HTML",fix:"Download the CSR itself: this is the page \
of a site, perhaps one that asks to sign in or that reports an error.",is:text=>/^\s*(<!doctype html|<html)/i.test(text)&&!text.includes("BEGIN CERTIFICATE")},{
what:"the answer of an HTTP server",fix:"Download the CSR itself, without the headers (curl: leave out `-i`), and look at the status: the server may have report\
ed an error.",is:text=>/^HTTP\/\d(\.\d)? \d{3}\b/.test(text)},{what:"the address of a page",fix:"Download the CSR from there, and put it in its place.",is:text=>/^\s*(\[InternetShortcut\]\s+URL=)?[a-z][a-z\d+.-]{1,20}:\/\/\S+\s*$/i.
test(text)},{what:"a configuration of OpenSSL",fix:"Have the device make the CSR with it: `openssl req -new -config FILE -key KEY -out device.csr`.",is:text=>/^[ \t]{0,20}\[ ?(req|v3_req|req_distinguished_name) ?\]/m.
test(text)},{what:"a message of OpenSSL",fix:"Make the CSR again: the program reported an error in its place.",is:text=>/^(unable to load|Unable to load|Can't open|Error |\w{8,16}:error:)/m.
test(text)&&/:error:|X509|key/i.test(text)},{what:"a CSR printed as text, without the CSR itself",fix:"Print it without `-noout`, so that the PEM follows: `open\
ssl req -in FILE -text`.",is:text=>/^[ \t]{0,20}Certificate Request:[ \t]{0,20}\r?\n[ \t]{0,20}Data:/m.test(text)&&!/-----BEGIN/.test(text)}],JSON_READ=65536,JSON_DOCUMENT={
what:"a JSON document",fix:"Put the CSR itself in its place. When the document holds it in a field, take it out: `jq -r .FIELD FILE > device.csr`."};function nameDocument(text){
return isJson(text)?JSON_DOCUMENT:void 0}function isJson(text){if(text.length>JSON_READ||!/^\s*[{[]/.test(text))return!1;try{return JSON.parse(text),!0}catch{return!1}}
function nameText2(text){return KINDS.find(({is})=>is(text))}function fixFor(what){return FIXES.find(([looks])=>looks.test(what))?.[1]}var FIXES=[[/^a certificate( |$)(?!signing)/,
"Put the CSR of the device in its place: AWS IoT makes the certificate. One that another CA made is registered in AWS IoT, not asked for."],[/public key/,PUBLIC_ONLY],
[/PGP|OpenPGP/,"Put the CSR (PKCS#10) of the device in its place: AWS IoT does not accept PGP."],[/^a PKCS#7/,"Put the CSR of the device in its place; of a sign\
ed request, the CSR inside: `openssl cms -verify -noverify -in FILE`."],[/^a CRMF/,"Have the tool make PKCS#10 requests, as `openssl req -new` does."],[/parameters$/,
"Put the CSR of the device in its place: parameters are only a part of a key."],[/gzip file$/,"Unpack it (`gunzip`), and put the CSR in it in its place."],[/archive$|xz file|bzip2 file|zstd file/,
"Unpack it, and put each CSR in it as a file of its own."],[/git-crypt/,"Unlock the repository (`git-crypt unlock`) in a step before this one."]];function explain({isDer,text,found,problem:read2}){let[block]=findPemBlocks(text),problem=read2??(block===void 0?damagedLabel(text):void 0),wrapped=findWrapped(
found,text,problem);if(problem!==void 0)return wrapped===void 0?{kind:"malformed",problem}:explainWrapped(wrapped,text);let kind=nameText2(text);if(kind!==void 0)
return other(kind.what,kind.fix);if(block!==void 0)return other(...nameBlock(block));if(wrapped!==void 0)return explainWrapped(wrapped,text);let[first]=found;if(first!==
void 0)return explainFound(first,isDer);let document=nameDocument(text);return document!==void 0?other(document.what,document.fix):text.trim()===""?other("nothi\
ng","Write the CSR of the device into it, or remove it."):other(/[\u0000-\u0008\ufffd]/.test(text)?"binary data":"text without a PEM block")}function findWrapped(found,text,problem){
let all=found.filter(one=>one.kind==="request"&&one.forms.length>0&&isWorthNaming(one,problem));return(/\S[\r\n]+.*\S[\r\n]+.*\S/.test(text)?all.find(({forms,isCut})=>isCut&&
forms.length===1):void 0)??all[0]}function damagedLabel(text){if(/BEGIN (NEW )?CERTIFICATE REQUEST/.test(text))return"the hyphens of its BEGIN line are damaged:\
 five belong on each side"}function other(what,fix=fixFor(what)){return{kind:"other",what,fix}}function isWorthNaming({der,forms,isCut},problem){return problem===
void 0?!0:der!==void 0&&(forms[0]!=="base64"||isCut)&&isRequest(der)}function isRequest(der){try{return readRequest(der),!0}catch(error){if(error instanceof DerError)
return!1;throw error}}var LABELS="the lines -----BEGIN CERTIFICATE REQUEST----- and -----END CERTIFICATE REQUEST-----";function explainWrapped({what,forms,isPem,
isCut},text){let[outer="base64",...inner]=forms;return outer!=="base64"||inner.length>0?other(`${what}${nameForms(forms)}`,UNDO[outer]):isPem?other(`${what}, PE\
M and all, in base64`,UNDO.base64):isCut?/CERTIFICATE REQUEST/.test(text)?/["'`][A-Za-z0-9+/]{16}/.test(text)?other(`${what} as strings of source code`,"Keep on\
ly what stands between the quotation marks, a line for each string, without escapes and signs between them."):other(`${what} with something before or behind its\
 lines`,"Keep only its own lines, from BEGIN to END, without prompts, line numbers and what a modem or a terminal printed."):other(`${what} in base64 within oth\
er text`,`Keep only its base64, and put it between ${LABELS}.`):other(`${what} in base64 without its BEGIN and END lines`,`Put it between ${LABELS}, or decode i\
t: \`base64 -d FILE > device.csr\`.`)}function explainFound({what,forms},isDer){let where=forms.length===0&&!isDer&&!/(file|archive|image|document|program|database)/.
test(what)?" among other bytes":"",isPacked=forms.length===0&&where==="";return other(`${what}${where}${nameForms(forms)}`,fixFor(what)??(isPacked?void 0:UNDO[forms[0]??
"base64"]))}var BLOCKS={CERTIFICATE:"a certificate","X509 CERTIFICATE":"a certificate","TRUSTED CERTIFICATE":"a certificate","X509 CRL":"a certificate revocatio\
n list",PKCS7:"a PKCS#7 container","PKCS #7 SIGNED DATA":"a PKCS#7 container",CMS:"a PKCS#7 container","PUBLIC KEY":"a public key","RSA PUBLIC KEY":"a public ke\
y","EC PARAMETERS":"EC parameters","DH PARAMETERS":"Diffie-Hellman parameters","PGP PUBLIC KEY BLOCK":"a PGP public key","PGP MESSAGE":"a PGP message","PGP SIGN\
ED MESSAGE":"a PGP message","PGP SIGNATURE":"a PGP signature","AGE ENCRYPTED FILE":"a file that age has encrypted"};function nameBlock(block){let{label,bytes}=block,
identity=bytes===void 0?void 0:identify(bytes)[0];return identity?.isRequest&&!isRequestBlock(block)?[`a certificate signing request under the label ${label}`,`\
Put it between ${LABELS}.`]:[BLOCKS[label]??identity?.what??`a PEM block labelled ${label}`]}var KEY_FILES=[{what:"a Java key store",starts:"feedfeed0000000[12]"},{what:"a Java key store (JCEKS)",starts:"cececece0000000[12]"},{what:"a Java key store (BK\
S or UBER)",starts:"0000000[12]00000014"},{what:"an OpenSSH private key",starts:"6f70656e7373682d6b65792d763100"},{what:"a private key (SSH 1)",starts:"53534820\
50524956415445204b45592046494c45"},{what:"a private key (BCRYPT_RSAPRIVATE_BLOB)",starts:"52534132..0.0000"},{what:"a private key (BCRYPT_RSAFULLPRIVATE_BLOB)",
starts:"52534133..0.0000"},{what:"a private key (BCRYPT_ECCPRIVATE_BLOB)",starts:"4543(53|4b)3[246](20|30|42)000000"},{what:"a private key (BCRYPT_ECCPRIVATE_BL\
OB)",starts:"45434456(20|30|42)000000"},{what:"a private key (BCRYPT_DSA_PRIVATE_BLOB)",starts:"44(50|53)5056"},{what:"a private key (PRIVATEKEYBLOB)",starts:"0\
70200000.(a4|24|22)0000(525341|445353)32"},{what:"a private key (PVK)",starts:"1ef1b5b0"},{what:"data protected by Windows (DPAPI)",starts:"01000000d08c9ddf0115\
d1118c7a00c04fc297eb"},{what:"a macOS key chain",starts:"6b79636800010000"},{what:"a GNOME key ring",starts:"476e6f6d654b657972696e67"},{what:"a KeePass databas\
e",starts:"03d9a29a(65|66|67)fb4bb5"}],OTHER_FILES=[{what:"a gzip file",starts:"1f8b"},{what:"a zip archive",starts:"504b(0304|0506|0708)"},{what:"a 7z archive",
starts:"377abcaf271c"},{what:"a RAR archive",starts:"526172211a07"},{what:"an xz file",starts:"fd377a585a00"},{what:"a bzip2 file",starts:"425a683.3141"},{what:"\
a zstd file",starts:"28b52ffd"},{what:"a file that git-crypt has encrypted",starts:"00474954435259505400"},{what:"a PDF document",starts:"255044462d"},{what:"a \
PNG image",starts:"89504e470d0a1a0a"},{what:"a JPEG image",starts:"ffd8ff"},{what:"a program (ELF)",starts:"7f454c46"},{what:"an SQLite database",starts:"53514c\
69746520666f726d6174203300"}],compile=(isPrivateKey,{what,starts})=>({what,isPrivateKey,pattern:new RegExp(`^${starts}`)}),KINDS2=[...KEY_FILES.map(magic=>compile(
!0,magic)),...OTHER_FILES.map(magic=>compile(!1,magic))];function identifyMagic(bytes){let start=Buffer.from(bytes.subarray(0,32)).toString("hex"),kind=KINDS2.find(
({pattern})=>pattern.test(start));if(kind!==void 0)return{what:kind.what,isPrivateKey:kind.isPrivateKey};if(isPgpSecretKey(bytes))return{what:"a private key (PG\
P)",isPrivateKey:!0};if(isDropbearKey(bytes))return{what:"a private key (Dropbear)",isPrivateKey:!0};if(isTpmBlob(bytes))return{what:"a private key (TPM2B_PRIVA\
TE)",isPrivateKey:!0};if(Buffer.from(bytes.subarray(257,262)).toString("latin1")==="ustar")return{what:"a tar archive",isPrivateKey:!1}}function isPgpSecretKey(bytes){
let[tag=0,first=0,second=0]=bytes,buffer=Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length),start,length;if(tag===148)[start,length]=[2,first];else if(tag===
149)[start,length]=[3,first*256+second];else{if(tag!==197)return!1;if(first<192)[start,length]=[2,first];else if(first<224)[start,length]=[3,(first-192)*256+second+
192];else return!1}let packet=buffer.subarray(start,start+length);if(packet.length<Math.max(length,40))return!1;let[version=0,time=0,,,,algorithm=0]=packet,isKnown=algorithm>=
1&&algorithm<=3||algorithm>=16&&algorithm<=36;return version>=3&&version<=6&&time>=53&&time<128&&isKnown}var SSH_PUBLIC_FIELDS={"ssh-rsa":2,"ssh-dss":4,"ssh-ed2\
5519":1,"ecdsa-sha2-nistp256":2,"ecdsa-sha2-nistp384":2,"ecdsa-sha2-nistp521":2};function isDropbearKey(bytes){if(bytes[0]!==0||bytes[1]!==0||bytes[2]!==0)return!1;
let view=new DataView(bytes.buffer,bytes.byteOffset,bytes.length),fields=[];for(let offset=0;offset+4<=bytes.length&&fields.length<10;){let end=offset+4+view.getUint32(
offset);if(end>bytes.length)break;fields.push(bytes.subarray(offset+4,end)),offset=end}let expected=SSH_PUBLIC_FIELDS[Buffer.from(fields[0]??[]).toString("latin\
1")];return expected===void 0?!1:fields.length-1>expected||expected===1&&fields[1]?.length===64}function isTpmBlob(bytes){let length=(bytes[0]??0)*256+(bytes[1]??
0);return bytes.length>100&&bytes.length<1e3&&length+2===bytes.length&&bytes[2]===0&&bytes[3]===32}var MARKS=[{what:"a PuTTY private key",looks:/PuTTY-User-Key-File-|Private-(Lines|MAC): /},{what:"an encrypted private key",looks:/Proc-Type: ?4, ?ENCRYPTED|DEK-Info: ?[A-Z0-9-]{1,40},/},
{what:"a private key (SSH 1)",looks:/SSH PRIVATE KEY FILE FORMAT/},{what:"a private key (OpenSSH)",looks:/openssh-key-v1\0/},{what:"a private key (age)",looks:/AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{20}/i},
{what:"a private key (minisign, signify)",looks:/untrusted comment: .{0,80}secret key/},{what:"a private key (DNSSEC)",looks:/Private-key-format: v/},{what:"a p\
rivate key (Tor)",looks:/== ed25519v1-secret: /},{what:"a static key (OpenVPN)",looks:/BEGIN OpenVPN (Static key|tls-crypt)/i},{what:"a private key (GnuPG)",looks:/\((\d+:)?(protected-|shadowed-)?private-key/},
{what:"a private key (XML)",looks:/<(\w+:)?(D|InverseQ)>\s{0,40}[A-Za-z0-9+/=]{20}/},{what:"a private key (printed as text)",looks:/(privateExponent|private exponent|prime ?1|exponent ?1|priv|private key)( \([a-z]\))?:[^:]{1,40}(?:[0-9A-Fa-f]{2}:){8}/i},
{what:"a private key (printed as ASN.1)",looks:/prim: {1,3}INTEGER {1,20}:0[01]\s{1,9}\d{1,6}:d=\d.{0,60}(OCTET STRING {1,20}\[HEX DUMP\]:[0-9A-F]{56}|INTEGER {1,20}:[0-9A-F]{256})/},
{what:"a private key",looks:/(private[ _-]?key|privkey|secret[ _-]?key|"(?:D|InverseQ)")["']?\s{0,4}[:=]\s{0,4}["']?(?=[A-Za-z+/_-]{0,60}\d)[A-Za-z0-9+/_-]{42,}/i}];
function findPrivateKeyMark(text){let label=/private/i.test(text)?findLabel(text):void 0;return label!==void 0?`a private key (${tidy(label)})`:MARKS.find(({looks})=>looks.
test(text))?.what??jsonWebKey(text)}function findLabel(text){return/BEGIN[ _-]{1,3}([A-Z0-9 _-]{0,40}PRIVATE[ _-]?KEY)/.exec(text)?.[1]??/([A-Z0-9 ]{0,40}PRIVATE KEY)( BLOCK)? ?[-\u2010-\u2015\u2212]{4}/.
exec(text)?.[1]??/(?:begin|end) ([a-z0-9 ]{0,40}private key)[a-z ]{0,8}-{4}/i.exec(text)?.[1]}function tidy(label){return label.replace(/[ _-]+/g," ").replace(/^ ?(BEGIN|END) /i,
"").trim().toUpperCase()}function jsonWebKey(text){if(!text.includes("kty"))return;let plain=text.replace(/[\\"'\s]/g,"");if(/kty[:=](RSA|EC|OKP|AKP|oct)/i.test(
plain))return/(^|[^A-Za-z0-9_])(d|p|q|priv)[:=][A-Za-z0-9_-]{20}/.test(plain)?"a private key (JWK)":/kty[:=]oct/i.test(plain)&&/(^|[^A-Za-z0-9_])k[:=][A-Za-z0-9_-]{8}/.
test(plain)?"a secret key (JWK)":void 0}function decodeText(bytes){let[first,second]=bytes;return first===255&&second===254||first!==0&&second===0?utf16.decode(bytes):first===254&&second===255||first===
0&&second!==0?utf16.decode(Buffer.from(bytes.subarray(0,bytes.length&-2)).swap16()):utf8.decode(bytes)}var utf8=new TextDecoder("utf-8"),utf16=new TextDecoder("\
utf-16le");import{gunzipSync,inflateRawSync,inflateSync}from"node:zlib";var MAX_FILES=100;function*unwrapArchive(bytes){let[first,second,third,fourth]=bytes;first===31&&second===139?yield*inflate(bytes,gunzipSync,"gzip"):first===120&&
(second===1||second===156||second===218)?yield*inflate(bytes,inflateSync,"gzip"):first===80&&second===75&&third===3&&fourth===4?yield*unzip(bytes):Buffer.from(bytes.
subarray(257,262)).toString("latin1")==="ustar"&&(yield*untar(bytes))}function*inflate(bytes,by,form){let content=inflated(bytes,by);content!==void 0&&content.length>
0&&(yield{form,bytes:content})}function inflated(bytes,by){try{return by(bytes,{maxOutputLength:1048576})}catch{return}}function*unzip(bytes){let buffer=Buffer.
from(bytes.buffer,bytes.byteOffset,bytes.length),left=1048576,files=0;for(let offset=0;files<MAX_FILES&&left>0;files+=1){if(offset+30>buffer.length||buffer.readUInt32LE(
offset)!==67324752)return;let start=offset+30+buffer.readUInt16LE(offset+26)+buffer.readUInt16LE(offset+28),size=buffer.readUInt32LE(offset+18),next=buffer.indexOf(
"PK",start,"latin1"),end=size>0?start+size:next===-1?buffer.length:next,isStored=buffer.readUInt16LE(offset+8)===0,data=buffer.subarray(start,end),content=isStored?
data:inflated(data,inflateRawSync);if(content!==void 0&&content.length>0&&(yield{form:"zip",bytes:content}),left-=content?.length??0,offset=size>0?end:next,offset<
start)return}}function*untar(bytes){let buffer=Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length);for(let offset=0,files=0;offset+512<=buffer.length&&files<
MAX_FILES;files+=1){let size=Number.parseInt(buffer.toString("latin1",offset+124,offset+136),8);if(!(size>=0))return;size>0&&(yield{form:"tar",bytes:buffer.subarray(
offset+512,offset+512+size)}),offset+=512+Math.ceil(size/512)*512}}var MIN_FIRST=16,MIN_ALONE=40,MAX_STARTS=8;function*unwrapBase64(text){let stretch=[];for(let line of text.split(/\r\n|\r|\n/)){if(line.trim()==="")continue;let piece=longestPiece(
line);if(piece!==void 0&&(stretch.length>0||piece.text.length>=MIN_FIRST)){stretch.push(piece);continue}yield*decodeStretch(stretch),stretch=[]}yield*decodeStretch(
stretch)}function longestPiece(line){let longest="";for(let[found]of line.matchAll(/[A-Za-z0-9+/_-]{2,}(?: [A-Za-z0-9+/_-]{16,})*(?: [A-Za-z0-9+/_-]{2,})?={0,2}/g))
found.length>longest.length&&(longest=found);if(!(longest===""||/^--|--$/.test(longest)))return{text:longest,isCut:longest!==line.trim()}}function*decodeStretch(stretch){
let[first]=stretch;if(first===void 0)return;let starts=0;for(let[index,piece]of stretch.entries())index>0&&piece.text.length>=MIN_ALONE&&(yield*decodePiece([piece])),
!(index>0&&!TYPICAL.test(piece.text))&&(starts+=1,starts<=MAX_STARTS&&(yield*decodePiece(untilPadding(stretch.slice(index)))))}function untilPadding(pieces){let last=pieces.
findIndex(({text})=>text.endsWith("="));return last===-1?pieces:pieces.slice(0,last+1)}function*decodePiece(pieces){let text=pieces.map(piece=>piece.text.replaceAll(
" ","")).join(""),bytes=Buffer.from(text,"base64url"),isCut=pieces.slice(0,3).some(piece=>piece.isCut);bytes.length>=12&&isPlausible(bytes)&&(yield{form:"base64",
bytes,isCut})}var TYPICAL=/^(M[A-P]|LS0|eyJ|ewo|ewk|ewog|eyA|WwB|W3s|PD9|PFJ|H4s|UEs|_u3|\/u3|zs7|b3B|UHV|AAAA|BwI|UlN|RUN|lQ|xY|xcL|TUl|TFM|Ii0|LS0|QUd|IyE|UEF|__4|\/\/4|77u)/;
function isPlausible(bytes){let[first=0,second=0]=bytes;return first===48||(first===255&&second===254||first===254&&second===255)||identifyMagic(bytes)!==void 0||
isText(bytes.subarray(0,256))}function isText(bytes){let zeros=0,odd=0;for(let byte of bytes)byte===0?zeros+=1:(byte<9||byte>13&&byte<32||byte>=127)&&(odd+=1);return odd*
20<=bytes.length&&(zeros===0||zeros*5>=bytes.length*2)}function*unwrapEscapes(text){if(/\\[nrtux0-7"'/\\]/.test(text)){yield{form:"escapes",bytes:undoEscapes(text)};for(let literal of literalsOf(text))yield{form:"es\
capes",bytes:undoEscapes(literal)}}/%[0-9A-Fa-f]{2}/.test(text)&&(yield{form:"percent",bytes:undoPercent(text)},text.includes("+")&&(yield{form:"percent",bytes:undoPercent(
text.replaceAll("+"," "))})),/&#?\w{1,8};|<[A-Za-z/!]/.test(text)&&(yield{form:"markup",bytes:undoMarkup(text)}),/=([0-9A-F]{2}|\r?\n[A-Za-z0-9+/])/.test(text)&&
(yield{form:"quoted-printable",bytes:undoQuotedPrintable(text)}),CONTROLS.test(text)&&(yield{form:"controls",bytes:Buffer.from(text.replace(new RegExp(CONTROLS,
"g"),""))})}var CONTROLS=/\u001b\[[0-9;?]{0,20}[ -/]{0,5}[@-~]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/,
SHORT={n:`
`,r:"\r",t:"	",b:"\b",f:"\f"};function undoEscapes(text){let undone=text.replace(/\\(?:x([0-9A-Fa-f]{2})|u(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{4}))|([0-7]{1,3})|(\r?\n)|(.))/gs,
(_,byte,braced,unit,octal,end,other2="")=>{let hex=byte??braced??unit;return hex!==void 0?toText(Number.parseInt(hex,16)):octal!==void 0?toText(Number.parseInt(
octal,8)):end===void 0?SHORT[other2]??other2:""});return toBytes(undone)}var MIN_LITERAL=24,MAX_LITERALS=20;function literalsOf(text){let literals=[],open;for(let{
0:mark,index}of text.matchAll(/\\.|["'`]/gs))mark.length>1||(open===void 0?open={mark,start:index+1}:mark===open.mark&&(literals.push(text.slice(open.start,index)),
open=void 0));let escaped=literals.filter(literal=>literal.includes("\\"));return[escaped.join(""),...escaped.filter(({length})=>length>=MIN_LITERAL).slice(0,MAX_LITERALS)]}
function undoPercent(text){return toBytes(text.replace(/%([0-9A-Fa-f]{2})/g,(_,hex)=>toText(Number.parseInt(hex,16))))}var ENTITIES={amp:"&",lt:"<",gt:">",quot:'\
"',apos:"'",nbsp:" ",plus:"+",equals:"=",sol:"/",hyphen:"-",dash:"-",NewLine:`
`,Tab:"	"};function undoMarkup(text){let undone=(/BEGIN|[A-Za-z0-9+/]{40}/.test(text)?text.replace(/<\/?(br|p|div|li|span|td|tr|pre|code)\b[^<>]{0,200}>/gi,`
`):text).replace(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w{1,8}));/g,(whole,hex,decimal,name)=>name!==void 0?ENTITIES[name]??whole:toText(hex===void 0?Number(decimal):
Number.parseInt(hex,16)));return toBytes(undone)}function undoQuotedPrintable(text){return toBytes(text.replace(/=[ \t]{0,9}\r?\n/g,"").replace(/=([0-9A-F]{2})/g,
(_,hex)=>toText(Number.parseInt(hex,16))))}function toText(code){return code<=1114111?String.fromCodePoint(code):"\uFFFD"}function toBytes(text){return/[\u0100-\uffff]/.
test(text)?Buffer.from(text):Buffer.from(text,"latin1")}function*unwrapNumbers(text){yield*unwrapHex(text),yield*unwrapDecimals(text),yield*unwrapLines(text,/^:[0-9A-Fa-f]{10,}$/,"hex",([line])=>Buffer.from(line.slice(
9,-2),"hex")),yield*unwrapLines(text,/^[!-`]([ -`]{4})+$/,"uuencode",([line])=>decodeUu(line))}function*unwrapHex(text){let digits2="",swapped="",isCut=!1;for(let line of[
...text.split(/\r\n|\r|\n/),"-"]){if(line.trim()==="")continue;let dump=line.length<=1200?dumpOf(line):void 0,found=dump?.digits??hexOf(line);if(found!==""){digits2+=
found,swapped+=dump?.swapped??"",isCut||=dump===void 0&&/[^0-9A-Fa-f\s]/.test(line);continue}digits2.length>=32&&(yield{form:"hex",bytes:Buffer.from(digits2,"he\
x"),isCut},swapped!==""&&(yield{form:"hex",bytes:Buffer.from(swapped,"hex")})),digits2="",swapped="",isCut=!1}}var DUMP=/^\s{0,8}(?:0x)?[0-9A-Fa-f]{4,16}h?[:|]?\s{1,4}((?:[0-9A-Fa-f]{2}){1,4}(?:[ -]{1,3}(?:[0-9A-Fa-f]{2}){1,4})*)(?:\s{2,}.*|\s*\|.*|\s*)$/;
function dumpOf(line){let groups=DUMP.exec(line)?.[1];if(groups===void 0)return;let digits2=groups.replace(/[ -]/g,""),isWords=/^[0-9A-Fa-f]{4}( [0-9A-Fa-f]{4})*$/.
test(groups);return{digits:digits2,swapped:isWords?digits2.replace(/(..)(..)/g,"$2$1"):""}}function hexOf(line){let marked=[...line.matchAll(/(?:0x|\\x|\\u00|%|&#x|\$)((?:[0-9A-Fa-f]{2}){1,4})(?![0-9A-Fa-f])/g)];
if(marked.length>=2||marked.length===1&&/^\s*[0\\]x/.test(line))return marked.map(([,hex])=>hex).join("");let longest="";for(let[found]of line.matchAll(/[0-9A-Fa-f]{2}(?:[ :,;.-]{0,2}[0-9A-Fa-f]{2})*/g))
found.length>longest.length&&(longest=found);let digits2=longest.replace(/[^0-9A-Fa-f]/g,"");return digits2.length>=32||/^[\s0-9A-Fa-f:,;.-]+$/.test(line)?digits2:
""}function*unwrapDecimals(text){for(let[found]of text.matchAll(/(?:-?\d{1,3}[\s,;]{1,20}){15,}-?\d{1,3}/g)){let numbers=found.split(/[\s,;]+/).map(Number);numbers.
every(number=>number>=-128&&number<=255)&&(yield{form:"numbers",bytes:Uint8Array.from(numbers)})}}function*unwrapLines(text,kind,form,read2){if(!text.includes(`\

`))return;let parts=[];for(let line of[...text.split(/\r?\n/),""]){let match=kind.exec(line);if(match!==null){parts.push(read2(match));continue}let bytes=Buffer.
concat(parts);bytes.length>=16&&(yield{form,bytes}),parts=[]}}function decodeUu(line){let values=[...line].map(character=>character.charCodeAt(0)-32&63),bytes=[];
for(let index=1;index+3<values.length;index+=4){let[a=0,b=0,c=0,d=0]=values.slice(index,index+4);bytes.push(a<<2|b>>4,(b&15)<<4|c>>2,(c&3)<<6|d)}return Uint8Array.
from(bytes.slice(0,values[0]).map(byte=>byte&255))}var MAX_TEXT=262144;function*unwrap(bytes,whole,isWhole){yield*unwrapArchive(bytes);let text=whole.slice(0,MAX_TEXT),isText2=!/[\u0000-\u0008]/.test(text.slice(
0,4096));!isText2&&isWide(bytes)&&(yield{form:"wide",bytes:bytes.filter(byte=>byte!==0)}),(isText2||isWhole)&&(yield*unwrapEscapes(text)),isText2&&(yield*unwrapBase64(
text),yield*unwrapNumbers(text))}function isWide(bytes){let zeros=0;for(let byte of bytes)byte===0&&(zeros+=1);return zeros*5>bytes.length*2&&zeros<bytes.length}var MAX_DEPTH2=4,MAX_BYTES=12*1048576,MAX_LAYERS=400;function explore(bytes){let found=[],queue=[{form:"wide",bytes,forms:[]}],left=MAX_BYTES,layers=0;for(let depth=0;depth<=
MAX_DEPTH2&&queue.length>0;depth+=1){let next=[];for(let layer of queue){let text=decodeText(layer.bytes),here=recognise(layer.bytes,text).map(one=>({...one,forms:layer.
forms,isCut:layer.isCut??!1}));if(found.push(...here),here.some(({kind})=>kind==="private-key"))return found;if(depth!==MAX_DEPTH2)for(let inner of unwrap(layer.
bytes,text,depth===0)){if(left-=inner.bytes.length,layers+=1,left<0||layers>MAX_LAYERS)break;next.push({...inner,forms:[...layer.forms,inner.form]})}}queue=next}
return found}function findPrivateKey(bytes){let last=explore(bytes).at(-1);return last?.kind==="private-key"?last:void 0}function recognise(bytes,text){let magic=identifyMagic(
bytes),key=(magic?.isPrivateKey?magic.what:void 0)??findPrivateKeyMark(text)??findPrivateKeyDer(bytes),found=[],isDer=bytes[0]===48&&bytes.length>16;for(let{what,
isPrivateKey,isRequest:isRequest2}of isDer?identify(bytes):[])found.push({what,kind:isPrivateKey?"private-key":isRequest2?"request":"other",der:bytes,isPem:!1});
for(let{label,bytes:der}of findPemBlocks(text))for(let{what,isPrivateKey,isRequest:isRequest2}of der===void 0?[]:identify(der)){let isCsr=isRequest2&&isRequestBlock(
{label});found.push({what,kind:isPrivateKey?"private-key":isCsr?"request":"other",der,isPem:!0})}magic!==void 0&&!magic.isPrivateKey&&found.push({what:magic.what,
kind:"other",der:void 0,isPem:!1}),key!==void 0&&found.push({what:key,kind:"private-key",der:void 0,isPem:!1});let privateKey=found.find(({kind})=>kind==="priva\
te-key");return privateKey===void 0?found:[privateKey]}function decode(bytes){let isDer=looksLikeDer(bytes),text=isDer?"":decodeText(bytes),contents=isDer?decodeDer(bytes):decodePem(text);if(contents?.kind==="reques\
t"||contents?.kind==="private-key")return contents;let found=explore(bytes),key=found.find(({kind})=>kind==="private-key");return key!==void 0?{kind:"private-ke\
y",what:`${key.what}${nameForms(key.forms)}`}:contents!==void 0&&contents.kind!=="malformed"?contents:explain({isDer,text,found,problem:contents?.problem})}function looksLikeDer(bytes){
let[first,second]=bytes;return first===48&&second!==void 0&&(second>=128||second+2===bytes.length)}function decodeDer(der){try{let request=readRequest(der),hidden=findPrivateKeyDer(
der)??findPrivateKeyMark(Buffer.from(der).toString("latin1"));return hidden===void 0?{kind:"request",request}:{kind:"private-key",what:hidden}}catch(error){if(!(error instanceof
DerError))throw error;let identities=identify(der),count=identities.filter(({isRequest:isRequest2})=>isRequest2).length;return count>1?{kind:"several",count}:identities.
length>0&&count===0?void 0:{kind:"malformed",problem:error.message}}}function decodePem(text){let requests=findPemBlocks(text).filter(isRequestBlock),[request]=requests;
if(request===void 0)return;if(requests.length>1)return{kind:"several",count:requests.length};if(request.bytes===void 0)return{kind:"malformed",problem:request.problem};
let rest=text.replace(WHOLE_BLOCK,""),key=/\S/.test(rest)?findPrivateKey(Buffer.from(rest)):void 0;return key!==void 0?{kind:"private-key",what:`${key.what}${nameForms(
key.forms)}`}:decodeDer(request.bytes)}var WHOLE_BLOCK=/-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----[^-]*-----END (?:NEW )?CERTIFICATE REQUEST-----/;import{constants,verify}from"node:crypto";function checkSignature(request){let{info,signature:signature2,key}=request,{scheme,hash:hash2,pss}=request.signatureAlgorithm,readable=isPemFast&&isPlain(key)?
toPem(request.spki):toKeyInput(key,pss);if(!(readable!==void 0&&hash2!==void 0&&hash2!=="md5"&&!isForgeable(key)&&scheme==="ecdsa"==(key.type==="ec")&&(pss===void 0||
pss.maskHash===hash2)))return{proof:"unchecked",isKeyUsable:isUsable(key)};try{return{proof:verify(hash2,info,readable,signature2)?"valid":"invalid",isKeyUsable:!0}}catch{
return{proof:"unchecked",isKeyUsable:isUsable(key)}}}var isPemFast=Number.parseInt(process.versions.node,10)>=24;function isPlain(key){return key.type==="ec"&&key.
form==="uncompressed"}function toKeyInput(key,pss){let jwk=toJwk(key);if(jwk===void 0)return;let padding=pss===void 0?{}:{padding:constants.RSA_PKCS1_PSS_PADDING,
saltLength:pss.saltLength};return{key:jwk,format:"jwk",...padding}}function toPem(spki){return`-----BEGIN PUBLIC KEY-----
${Buffer.from(spki.buffer,spki.byteOffset,spki.length).toString("base64")}
-----END PUBLIC KEY-----
`}var MIN_BYTES=64,MAX_BYTES2=2048;function isWorthLooking(modulus){return((modulus.at(-1)??0)&1)===1&&modulus.length>=MIN_BYTES&&modulus.length<=MAX_BYTES2}function rsaNumbers(modulus,exponent){
if(isWorthLooking(modulus))return{modulus:toInteger(modulus),exponent:toInteger(exponent)}}var FILE_RULES=RULES.filter(rule=>rule.about==="file"),REQUEST_RULES=RULES.filter(rule=>rule.about==="request");function judge(path,file,requirements){let{severities={}}=requirements,
contents=file instanceof Uint8Array?decode(file):file;if(contents.kind!=="request"){let findings2=FILE_RULES.flatMap(rule=>finding(rule,path,rule.check(contents),
{}));return{path,csr:void 0,subject:"",subjectBytes:"",modulus:void 0,findings:findings2}}let{request}=contents,pemLength=canonicalPemLength(request.der.length),
check=checkSignature(request),canBeUsed=check.isKeyUsable&&pemLength<=4096,evidence={request,...check,pemLength,rsa:canBeUsed?rsaNumbersOf(request.key):void 0},
findings=[];for(let rule of REQUEST_RULES){let complaint=rule.check(evidence,requirements);complaint!==void 0&&findings.push(...finding(rule,path,complaint,severities))}
if(evidence.proof==="unchecked"&&!findings.some(isError)&&findings.push(...finding(signature,path,UNCHECKED,severities)),pemLength>4096)return{path,csr:void 0,subject:"",
subjectBytes:"",modulus:void 0,findings};let modulus=request.key.type==="rsa"?Uint8Array.from(request.key.modulus):void 0,subject=nameText(request.subject),subjectBytes=nameBytes(
request.subjectDer);return{path,csr:toCsr(path,evidence),subject,subjectBytes,modulus,findings}}var UNCHECKED={message:"Its self-signature cannot be checked, so\
 nothing proves that its maker has the private key.",fix:"Make the CSR again with an RSA or EC key and SHA-256."};function finding(rule,path,complaint,severities){
let severity=rule.isFixed?rule.severity:severities[rule.id]??rule.severity;if(complaint===void 0||severity==="off")return[];let{message,fix,line}=complaint;return[
{rule:rule.id,severity,path,message,fix,...line===void 0?{}:{line}}]}function isError({severity}){return severity==="error"}function csrIn(path,file){let contents=file instanceof
Uint8Array?decode(file):file;if(contents.kind!=="request")return;let{request}=contents;return toCsr(path,{request,pemLength:canonicalPemLength(request.der.length)})}
function rsaNumbersOf(key){return key.type==="rsa"?rsaNumbers(key.modulus,key.exponent):void 0}function toCsr(path,{request,pemLength}){let{key}=request,serialNumber=lastValue(
request.subject,"serialNumber"),organizationalUnit=lastValue(request.subject,"OU");return{path,pemLength,csrSha256:hash("sha256",request.der,"hex"),spkiSha256:fingerprintOf(
key,request.spki),subjectSha256:hash("sha256",request.subjectDer,"hex"),commonName:lastValue(request.subject,"CN"),...serialNumber===void 0?{}:{serialNumber},...organizationalUnit===
void 0?{}:{organizationalUnit},key:{type:key.type,name:key.name},signatureAlgorithm:request.signatureAlgorithm.name}}async function requirementsOf({subjectPattern,...policy}){let matchesSubject=subjectPattern===void 0?void 0:(await loadSubjectPatterns())(subjectPattern);return{
...policy,matchesSubject}}var LEAF=16,GUARD=64;function growTree(moduli){if(moduli.length===1){let product2=moduli[0]??1n;return{product:product2,cofactorSum:1n,node:{product:product2,bits:bitLength(
product2),below:moduli}}}let half=moduli.length>>1,left=growTree(moduli.slice(0,half)),right=growTree(moduli.slice(half)),product=left.product*right.product;return{
product,cofactorSum:left.cofactorSum*right.product+right.cofactorSum*left.product,node:{product,bits:left.node.bits+right.node.bits,below:moduli.length<=LEAF?moduli:
[left.node,right.node]}}}function commonDivisors(tree,others=[],onDone=()=>{}){let remainder=createRemainder(tree,tree.cofactorSum);for(let other2 of others)remainder.
multiply(other2);return remainder.divisors(onDone)}function createRemainder({product,node},start){let{bits}=node,inverse=inverseOf(product,bits+GUARD),number=start;
return{multiply(factor){let value=number*(factor%product),multiple=BigInt.asUintN(bits,BigInt.asUintN(bits,value)*inverse);number=value-multiple*product>>BigInt(
bits)},divisors(onDone=()=>{}){return divisorsBelow(node,BigInt.asUintN(bits+GUARD,number*inverse),onDone)}}}function divisorsBelow(root,fraction,onDone){let found=new Map,
index=0,descend=({product,bits,below},fraction2)=>{if(isPair(below)){let[left,right]=below;descend(left,childFraction(fraction2,bits,left,right)),descend(right,
childFraction(fraction2,bits,right,left));return}let signed=BigInt.asIntN(bits+GUARD,fraction2*product),remainder=signed<0n?-signed:signed;for(let modulus of below){
let divisor=gcd(modulus,remainder%modulus);divisor!==1n&&found.set(index,divisor),index+=1}onDone(below.length)};return descend(root,fraction),found}function inverseOf(odd,bits){
if(bits<=3)return BigInt.asUintN(bits,odd);let half=bits+1>>1,inverse=inverseOf(odd,half),error=BigInt.asUintN(bits,BigInt.asUintN(bits,odd)*inverse)>>BigInt(half);
return inverse+(BigInt.asUintN(bits-half,-error*inverse)<<BigInt(half))}function childFraction(fraction,bits,child,sibling){return BigInt.asUintN(bits+GUARD,fraction*
sibling.product)>>BigInt(bits-child.bits)}function isPair(below){return typeof below[0]=="object"}var MEDIUM_PRIMES={from:65537,to:2**24},PRIMES_PER_LEAF=32,LIMB=2**24,LIMB_BYTES=3;function primeProducts({from,to},part,bits){let start=from+Math.floor((to-from)*
part.index/part.of),end=from+Math.floor((to-from)*(part.index+1)/part.of),products=leaves(start,end);for(let length=PRIMES_PER_LEAF*24;length<bits&&products.length>
1;length*=2){let pairs=[];for(let n=0;n<products.length;n+=2)pairs.push((products[n]??1n)*(products[n+1]??1n));products=pairs}return products}function leaves(start,end){
let primes=oddPrimes(start,end),made=[],limbs=new Float64Array(PRIMES_PER_LEAF+1);for(let first=0;first<primes.length;first+=PRIMES_PER_LEAF){let last=Math.min(
first+PRIMES_PER_LEAF,primes.length);limbs[0]=1;let length=1;for(let n=first;n<last;n+=1)length=multiply(limbs,length,primes[n]);made.push(toBigInt(limbs,length))}
return made}function multiply(limbs,length,factor){let carry=0;for(let n=0;n<length;n+=1){let value=limbs[n]*factor+carry;carry=Math.floor(value/LIMB),limbs[n]=
value-carry*LIMB}return limbs[length]=carry,length+1}function toBigInt(limbs,length){let bytes=Buffer.alloc(length*LIMB_BYTES),place=bytes.length;for(let n=0;n<
length;n+=1){let limb=limbs[n];bytes[--place]=limb,bytes[--place]=limb>>8,bytes[--place]=limb>>16}return BigInt(`0x${bytes.toString("hex")}`)}function oddPrimes(start,end){
let first=Math.max(3,start+(start+1)%2),isComposite=new Uint8Array(Math.max(0,Math.ceil((end-first)/2)));for(let prime of primesUpTo(Math.floor(Math.sqrt(end))).
slice(1)){let multiple=Math.max(prime*prime,Math.ceil(first/prime)*prime),odd=multiple%2===0?multiple+prime:multiple;for(let n=(odd-first)/2;n<isComposite.length;n+=
prime)isComposite[n]=1}let primes=new Uint32Array(isComposite.length),count=0;for(let n=0;n<isComposite.length;n+=1)isComposite[n]===0&&(primes[count++]=first+2*
n);return primes.subarray(0,count)}var MAX_STEPS=7e8,[CALL,DIVIDE,REDUCE]=[1e3,4,35],DIGIT_BITS=64;function coprimeBase(numbers){let base=new Map,left=numbers.map(number=>[number,digits(number)]),
steps=0;for(let next=left.pop();next!==void 0;next=left.pop()){let[number,length]=next;if(number===1n||base.has(number))continue;let isCoprime=!0;for(let[other2,
otherLength]of base){if(steps+=CALL+DIVIDE*length*otherLength+REDUCE*Math.min(length,otherLength)**2,steps>MAX_STEPS)return;let common=gcd(number,other2);if(common!==
1n){base.delete(other2);for(let part of[common,number/common,other2/common])left.push([part,digits(part)]);isCoprime=!1;break}}isCoprime&&base.set(number,length)}
return[...base.keys()]}function digits(number){return Math.ceil(bitLength(number)/DIGIT_BITS)}var MAX_FACTORS=8;function sharedFactors(divisors){let members=groupBy([...divisors.keys()].sort(ascending),index=>divisors.get(index)??1n),distinct=[...members.
keys()];if(distinct.length===0)return[];let entangled=commonDivisors(growTree(distinct));return[...distinct.filter((_,index)=>!entangled.has(index)).map(factor=>({
factor,members:members.get(factor)??[]})),...takeApart(distinct,[...entangled.keys()],members)].sort((a,b)=>(a.members[0]??0)-(b.members[0]??0)||ascending(a.factor??
0n,b.factor??0n))}function takeApart(divisors,entangled,members){if(entangled.length===0)return[];let mixed=entangled.map(index=>divisors[index]??1n),membersOf=some=>some.
flatMap(divisor=>members.get(divisor)??[]).sort(ascending),base=coprimeBase(mixed),holders=base?.map(factor=>mixed.filter(divisor=>divisor%factor===0n))??[],counts=groupBy(
holders.flat(),divisor=>divisor);return base===void 0||[...counts.values()].some(({length})=>length>MAX_FACTORS)?[{factor:void 0,members:membersOf(mixed)}]:base.
map((factor,index)=>({factor,members:membersOf(holders[index]??[])})).filter(({members:members2})=>members2.length>1)}function ascending(a,b){return a<b?-1:+(a>
b)}function createFileQueue(files){return{files,claimed:new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))}}function*claim({files,claimed}){for(;;){
let start=Atomics.add(claimed,0,32);if(start>=files.length)return;for(let[offset,file]of files.slice(start,start+32).entries())yield[start+offset,file]}}var MAX_PRIME_PRODUCT_BITS=2**20;function createLocalRunner(onDone){let requirements={matchesSubject:void 0},tree=growTree([1n]);return async task=>{switch(task.
kind){case"set-policy":requirements=await requirementsOf(task.policy);return;case"judge":return judgeClaimed(task.queue,requirements);case"multiply":return tree=
growTree(task.moduli.map(toInteger)),tree.product;case"compare":return commonDivisors(tree,task.others,onDone);case"multiply-primes":return primeProducts(MEDIUM_PRIMES,
task.part,Math.min(tree.node.bits,MAX_PRIME_PRODUCT_BITS));case"divide":return divide(tree,task.primes);case"attribute":return sharedFactors(task.divisors)}}}function judgeClaimed(queue,requirements){
let judged=[];for(let[index,{path,absolutePath}]of claim(queue))judged.push([index,judge(path,read(absolutePath),requirements)]);return judged}async function divide(tree,primes){
let remainder=createRemainder(tree,1n),turn=createTurns();for(let product of primes)remainder.multiply(product),await turn();return remainder.divisors()}export{decode,isWorthLooking,rsaNumbers,judge,finding,isError,csrIn,createTurns,requirementsOf,createFileQueue,claim,createLocalRunner};
