import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var TAG={boolean:1,integer:2,bitString:3,octetString:4,null:5,oid:6,sequence:48,set:49},MAX_DEPTH=32,MAX_OID=128,CONSTRUCTED=32,DerError=class extends Error{name="\
DerError";constructor(problem,offset){super(`${problem} at byte ${offset}`)}};function readElement(bytes,offset,end){let tag=byteAt(bytes,offset,end),position=offset+
1;(tag&31)===31&&(position=skipTagNumber(bytes,position,end));let length=byteAt(bytes,position,end);if(position+=1,length===128)throw new DerError("a length is \
indefinite (BER, not DER)",position-1);if(length>128){let count=length&127;if(byteAt(bytes,position,end)===0)throw new DerError("a length is not in its shortest\
 form",position-1);if(count>4)throw new DerError("a length reaches beyond the end",position-1);length=0;for(let index=0;index<count;index+=1)length=length*256+byteAt(
bytes,position,end),position+=1;if(length<128)throw new DerError("a length is not in its shortest form",position-1)}if(length>end-position)throw new DerError("a\
 length reaches beyond the end",position-1);return{tag,start:offset,contentStart:position,end:position+length}}function byteAt(bytes,offset,end){let byte=offset<
end?bytes[offset]:void 0;if(byte===void 0)throw new DerError("the data ends too early",offset);return byte}function skipTagNumber(bytes,offset,end){let position=offset,
number=0;for(let more=!0;more;position+=1){let byte=byteAt(bytes,position,end);if(number=number*128+(byte&127),number===0||number>65535)throw new DerError("a ta\
g number is not valid",offset);more=byte>=128}if(number<31)throw new DerError("a tag number is not in its shortest form",offset);return position}var DerReader=class _DerReader{bytes;end;#offset;constructor(bytes,start=0,end=bytes.
length){this.bytes=bytes,this.end=end,this.#offset=start}get nextTag(){return this.#offset<this.end?this.bytes[this.#offset]:void 0}any(){let element=readElement(
this.bytes,this.#offset,this.end);return this.#offset=element.end,element}take(tag,what){if(this.nextTag!==tag)throw new DerError(`${what} is missing`,this.#offset);
return this.any()}enter(tag,what){return this.inside(this.take(tag,what))}inside(element){return new _DerReader(this.bytes,element.contentStart,element.end)}content(element){
return this.bytes.subarray(element.contentStart,element.end)}raw(element){return this.bytes.subarray(element.start,element.end)}oid(what){return oidText(this.content(
this.take(TAG.oid,what)))}unsigned(what){let element=this.take(TAG.integer,what),content=this.content(element),first=content[0]??0;if(first>=128)throw new DerError(
`${what} is negative`,element.start);return first===0?content.subarray(1):content}octets(what){let content=this.content(this.take(TAG.bitString,what));if(content[0]!==
0)throw new DerError(`${what} is not made of whole bytes`,this.#offset-content.length);return content.subarray(1)}finish(what){if(this.#offset<this.end)throw new DerError(
`${what} is followed by ${this.end-this.#offset} bytes more`,this.#offset)}};function assertDer(bytes){let reader=new DerReader(bytes);assertElement(bytes,reader.
any(),0),reader.finish("the structure")}function assertElement(bytes,element,depth){let{tag,contentStart,end}=element;if((tag&CONSTRUCTED)===0){assertPrimitive(
bytes,element);return}if(tag<64&&tag!==TAG.sequence&&tag!==TAG.set&&tag!==40&&tag!==43)throw new DerError("a string is in pieces (BER, not DER)",element.start);
if(depth===MAX_DEPTH)throw new DerError(`the nesting is deeper than ${MAX_DEPTH}`,element.start);for(let offset=contentStart;offset<end;){let child=readElement(
bytes,offset,end);assertElement(bytes,child,depth+1),offset=child.end}}function assertPrimitive(bytes,{tag,start,contentStart,end}){let length=end-contentStart,
first=bytes[contentStart]??0;switch(tag){case TAG.boolean:if(length!==1||first!==0&&first!==255)throw new DerError("a boolean is not DER",start);break;case TAG.
integer:{let sign=(bytes[contentStart+1]??0)>=128,padded=length>1&&(first===0&&!sign||first===255&&sign);if(length===0||padded)throw new DerError("an integer is\
 not in its shortest form",start);break}case TAG.bitString:{let unused=length===1?first!==0:((bytes[end-1]??0)&(1<<first)-1)!==0;if(length===0||first>7||unused)
throw new DerError("a bit string is not DER",start);break}case TAG.null:if(length!==0)throw new DerError("a NULL is not empty",start);break;case TAG.oid:assertOid(
bytes,start,contentStart,end);break;case TAG.sequence-CONSTRUCTED:case TAG.set-CONSTRUCTED:case 0:throw new DerError("a tag is not valid",start)}}function assertOid(bytes,start,contentStart,end){
if(end-contentStart>MAX_OID)throw new DerError(`an object identifier is longer than ${MAX_OID} bytes`,start);let arcStarts=!0;for(let offset=contentStart;offset<
end;offset+=1){let byte=bytes[offset]??0;if(arcStarts&&byte===128)throw new DerError("an object identifier is not in its shortest form",start);arcStarts=byte<128}
if(end===contentStart||!arcStarts)throw new DerError("an object identifier is incomplete",start)}function oidText(content){let text="",arc=0;for(let byte of content)
if(typeof arc=="number"&&arc>2**45&&(arc=BigInt(arc)),arc=typeof arc=="number"?arc*128+(byte&127):arc*128n+BigInt(byte&127),!(byte>=128)){if(text===""){let first=arc<
80?Math.floor(Number(arc)/40):2;text=`${first}.${typeof arc=="number"?arc-first*40:arc-BigInt(first*40)}`}else text+=`.${arc}`;arc=0}return text}function encode(tag,...content){
let length=content.reduce((sum,part)=>sum+part.length,0),header=[tag];if(length<128)header.push(length);else{let digits=[];for(let rest=length;rest>0;rest=Math.
floor(rest/256))digits.unshift(rest%256);header.push(128+digits.length,...digits)}return Buffer.concat([Uint8Array.from(header),...content])}import{createPublicKey,ECDH}from"node:crypto";function base64url(bytes){return Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length).toString("base64url")}var CURVES={"P-256":{size:32,openssl:"prime256v1"},"P-384":{size:48,openssl:"secp384r1"},"P-521":{size:66,openssl:"secp521r1"}},RSA="1.2.840.113549.1.1.1",EC="1\
.2.840.10045.2.1",CURVE_OIDS={"1.2.840.10045.3.1.7":"P-256","1.3.132.0.34":"P-384","1.3.132.0.35":"P-521"},OTHER_CURVES={"1.2.840.10045.3.1.1":"P-192","1.2.156.\
10197.1.301":"SM2","1.3.132.0.10":"secp256k1","1.3.132.0.33":"P-224","1.3.36.3.3.2.8.1.1.7":"brainpoolP256r1","1.3.36.3.3.2.8.1.1.11":"brainpoolP384r1","1.3.36.\
3.3.2.8.1.1.13":"brainpoolP512r1"},OTHER_KEYS={"1.2.840.113549.1.1.10":"RSASSA-PSS","1.2.840.113549.1.3.1":"DH","1.2.840.10040.4.1":"DSA","1.3.14.3.2.12":"DSA",
"1.3.101.110":"X25519","1.3.101.111":"X448","1.3.101.112":"Ed25519","1.3.101.113":"Ed448","2.16.840.1.101.3.4.3.17":"ML-DSA-44","2.16.840.1.101.3.4.3.18":"ML-DS\
A-65","2.16.840.1.101.3.4.3.19":"ML-DSA-87"};function readKey(spki){let algorithm=spki.enter(TAG.sequence,"the public key's algorithm"),oid=algorithm.oid("the p\
ublic key's algorithm"),parameters=algorithm.nextTag===void 0?void 0:algorithm.any();algorithm.finish("the public key's algorithm");let bits=spki.octets("the pu\
blic key");if(spki.finish("the public key"),oid===RSA){if(parameters!==void 0&&parameters.tag!==TAG.null)throw new DerError("an RSA key has parameters",parameters.
start);return readRsaKey(bits)}if(oid!==EC)return{type:"other",name:OTHER_KEYS[oid]??oid};if(parameters?.tag===TAG.sequence)return{type:"other",name:"EC with ex\
plicit curve parameters"};if(parameters?.tag!==TAG.oid)return{type:"other",name:"EC without a curve"};let curveOid=oidText(algorithm.content(parameters)),curve=CURVE_OIDS[curveOid];
return curve===void 0?{type:"other",name:`EC ${OTHER_CURVES[curveOid]??curveOid}`}:readEcKey(curve,bits)}function readRsaKey(bits){assertDer(bits);let key=new DerReader(
bits).enter(TAG.sequence,"the RSA key"),modulus=key.unsigned("the modulus"),exponent=key.unsigned("the public exponent");key.finish("the RSA key");let bitLength=modulus.
length===0?0:modulus.length*8-Math.clz32(modulus[0]??0)+24;return{type:"rsa",name:`RSA-${bitLength}`,bits:bitLength,modulus,exponent}}function readEcKey(curve,point){
let{size}=CURVES[curve],form=FORMS[point[0]??0];if(form===void 0||point.length!==1+(form==="compressed"?size:2*size))throw new DerError(`the public key is not a\
 point of ${curve}`,0);return{type:"ec",name:`EC ${curve}`,curve,form,point}}var FORMS={2:"compressed",3:"compressed",4:"uncompressed",6:"hybrid",7:"hybrid"};function uncompressedPoint({
curve,form,point}){if(form==="uncompressed")return point;if(form==="hybrid")return Uint8Array.from(point).fill(4,0,1);try{return ECDH.convertKey(point,CURVES[curve].
openssl,void 0,void 0,"uncompressed")}catch{return}}var MAX_RSA_BITS=16384;function isUsable(key){let jwk=toJwk(key);if(jwk===void 0)return!1;try{return createPublicKey(
{key:jwk,format:"jwk"}),!0}catch{return!1}}function isForgeable(key){return key.type!=="rsa"?!1:isEven(key.modulus)||isEven(key.exponent)||key.exponent.length===
1&&key.exponent[0]===1}function isEven(number){return((number.at(-1)??0)&1)===0}function toJwk(key){if(key.type==="rsa"&&key.bits<=MAX_RSA_BITS)return{kty:"RSA",
n:base64url(key.modulus),e:base64url(key.exponent)};if(key.type!=="ec")return;let point=uncompressedPoint(key);if(point===void 0)return;let{size}=CURVES[key.curve];
return{kty:"EC",crv:key.curve,x:base64url(point.subarray(1,1+size)),y:base64url(point.subarray(1+size))}}export{base64url,TAG,DerError,DerReader,assertDer,oidText,encode,readKey,uncompressedPoint,isUsable,isForgeable,isEven,toJwk};
