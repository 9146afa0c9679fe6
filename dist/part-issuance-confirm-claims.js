import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{confirm}from"./part-issuance-confirm.js";import{createListing}from"./part-issuance-listing.js";import"./part-records-read-certificate.js";import"./part-csr-parse-certificate-holder.js";
import"./part-lib-for-each.js";import"./part-issuance-iot-access.js";import"./part-aws-advice.js";import"./part-lib-retry.js";import"./part-lib-until-aborted.js";
import"./part-aws-answers.js";import"./part-lib-tls-refusal.js";import"./part-records-status.js";import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";
import"./part-lib-network-words.js";import"./part-lib-on-abort.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-parse-string-types.js";
import"./part-lib-user-error.js";import"./part-lib-words.js";import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";import"./part-lib-escape.js";
import"./lib-empty-2.js";async function confirmShards(claims,access){let listing=createListing(access),remembered=await confirmListed(claims.remembered,access,listing);return{handedOver:await confirmClaims(
claims.handedOver,access,listing),remembered}}async function confirmClaims(claims,access,listing){let reuse=claims.map(claim=>({csr:claim,candidates:[claim.certificate],
storedId:void 0,isStoredAlone:!0})),{confirmed,unusable,contradictions}=await confirm(reuse,access,listing),verdicts=new Map;for(let{csr,reason}of contradictions)
verdicts.set(csr,{verdict:"false",reason});for(let{csr,status}of unusable)verdicts.set(csr,{verdict:"unusable",status});for(let{reuse:reuse2,certificate}of confirmed)
verdicts.set(reuse2.csr,{verdict:"true",certificate});return claims.map(claim=>verdicts.get(claim)??NOT_HELD)}async function confirmListed(claims,access,listing){
let unlisted=new Set(claims.map(({certificate})=>certificate.id)),strike=()=>{for(let id of unlisted)listing.seen.has(id)&&unlisted.delete(id)};for(strike();unlisted.
size>0&&!listing.isComplete;strike())await listing.next();let listed=claims.filter(({certificate})=>!unlisted.has(certificate.id)),answers=await confirmClaims(listed,
access,listing),verdicts=new Map(listed.map((claim,index)=>[claim,answers[index]]));return claims.map(claim=>verdicts.get(claim)??NOT_HELD)}var NOT_HELD={verdict:"\
false",reason:"the account does not hold it"};export{confirmShards};
