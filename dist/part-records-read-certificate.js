import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{cutCertificate}from"./part-csr-parse-certificate-holder.js";import{findPemBlocks}from"./part-csr-parse-pem.js";import{keyFingerprint}from"./part-csr-parse-spki.js";
import{DerError}from"./part-csr-parse-der.js";import{hash,X509Certificate}from"node:crypto";function check(csr,pem){let read=checkPem(pem);return read===void 0?{verdict:"unreadable"}:read.spkiSha256===csr.spkiSha256?{verdict:"good",...read}:{verdict:"w\
rong-key"}}function checkPem(pem){let der=findPemBlocks(pem).find(({label})=>label==="CERTIFICATE")?.bytes;if(der===void 0)return leniently(pem);try{return{pem:toPem(
der),id:hash("sha256",der,"hex"),spkiSha256:keyFingerprint(cutCertificate(der).spki)}}catch(error){if(!(error instanceof DerError))throw error;return leniently(
pem)}}function leniently(pem){try{let certificate=new X509Certificate(pem);return{pem:certificate.toString(),id:hash("sha256",certificate.raw,"hex"),spkiSha256:keyFingerprint(
certificate.publicKey.export({type:"spki",format:"der"}))}}catch{return}}function toPem(der){return`-----BEGIN CERTIFICATE-----
${(Buffer.from(der).toString("base64").match(/.{1,64}/g)??[]).join(`
`)}
-----END CERTIFICATE-----
`}export{check,checkPem};
