import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{readKey,uncompressedPoint}from"./part-csr-parse-key.js";import{DerReader,TAG,assertDer,encode}from"./part-csr-parse-der.js";import{hash}from"node:crypto";function keyFingerprint(spki){return assertDer(spki),fingerprintOf(readKey(new DerReader(spki).enter(TAG.sequence,"the public key")),spki)}function fingerprintOf(key,spki){
return hash("sha256",canonical(key,spki),"hex")}function canonical(key,spki){if(key.type==="other"||key.type==="ec"&&key.form==="uncompressed")return spki;let content=new DerReader(
spki).enter(TAG.sequence,"the public key"),algorithm=content.take(TAG.sequence,"the public key's algorithm");if(key.type==="rsa"){let oid=content.inside(algorithm).
take(TAG.oid,"the public key's algorithm");if(oid.end<algorithm.end)return spki;let identifier=encode(TAG.sequence,content.raw(oid),encode(TAG.null));return encode(
TAG.sequence,identifier,content.raw(content.any()))}let point=uncompressedPoint(key);return point===void 0?spki:encode(TAG.sequence,content.raw(algorithm),encode(
TAG.bitString,Uint8Array.of(0),point))}export{keyFingerprint,fingerprintOf};
