import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{findPemBlocks}from"./part-csr-parse-pem.js";import{fingerprintOf}from"./part-csr-parse-spki.js";import{lastValue,nameBytes,nameText,readName}from"./part-csr-parse-string-types.js";
import{readKey}from"./part-csr-parse-key.js";import{DerError,DerReader,TAG,assertDer}from"./part-csr-parse-der.js";function cutCertificate(der){assertDer(der);let certificate=new DerReader(der).enter(TAG.sequence,"the certificate"),fields=certificate.enter(TAG.sequence,"what\
 is signed");certificate.take(TAG.sequence,"the signature algorithm"),certificate.take(TAG.bitString,"the signature"),fields.nextTag===160&&fields.any(),fields.
take(TAG.integer,"the serial number"),fields.take(TAG.sequence,"the signature algorithm");let issuer=fields.raw(fields.take(TAG.sequence,"the issuer"));fields.take(
TAG.sequence,"the validity");let subject=fields.raw(fields.take(TAG.sequence,"the subject"));return{issuer,subject,spki:fields.raw(fields.take(TAG.sequence,"the\
 public key"))}}function readHolder(pem){let der=findPemBlocks(pem).find(({label})=>label==="CERTIFICATE")?.bytes;if(der!==void 0)try{let{subject,spki}=cutCertificate(
der),key=readKey(new DerReader(spki).enter(TAG.sequence,"the public key")),name=readName(new DerReader(subject).enter(TAG.sequence,"the subject"));return{subject:nameText(
name),subjectBytes:nameBytes(subject),commonName:lastValue(name,"CN"),key,spkiSha256:fingerprintOf(key,spki)}}catch(error){if(error instanceof DerError)return;throw error}}export{cutCertificate,readHolder};
