import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{DerError,DerReader,TAG,assertDer,oidText}from"./part-csr-parse-der.js";import{createPublicKey,ECDH}from"node:crypto";function base64url(bytes){return Buffer.from(bytes.buffer,bytes.byteOffset,bytes.length).toString("base64url")}var CURVES={"P-256":{size:32,openssl:"prime256v1"},"P-384":{size:48,openssl:"secp384r1"},"P-521":{size:66,openssl:"secp521r1"}},RSA="1.2.840.113549.1.1.1",EC="1\
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
return{kty:"EC",crv:key.curve,x:base64url(point.subarray(1,1+size)),y:base64url(point.subarray(1+size))}}export{base64url,readKey,uncompressedPoint,isUsable,isForgeable,isEven,toJwk};
