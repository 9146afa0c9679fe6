import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{listWhileCheaper}from"./part-issuance-listing.js";import{check}from"./part-records-read-certificate.js";import{forEach}from"./part-lib-for-each.js";import{describeIfThere}from"./part-issuance-iot-access.js";
import{isUsable}from"./part-records-status.js";var WIDTH=32,MAX_CANDIDATES=8;async function confirm(reuse,access,listing){let confirmed=[],contradictions=[],unusable=new Map,open=reuse;for(let turn=0;turn<MAX_CANDIDATES&&
open.length>0;turn++){let claims=open.flatMap(one=>{let candidate=one.candidates[turn];return candidate===void 0?[]:[{reuse:one,candidate}]}),answers=await ask(
claims,access,listing),settled=new Set;for(let[index,{reuse:one,candidate}]of claims.entries()){let answer=answers[index];if(answer===void 0)continue;let about={
csr:one.csr,certificateId:candidate.id};if("reason"in answer)contradictions.push({...about,reason:answer.reason});else if(!isUsable(answer.status))unusable.has(
one.csr)||unusable.set(one.csr,{...about,status:answer.status});else{settled.add(one);let{pem,status,createdAt}=answer,issuedAt=issueTime(candidate.issuedAt,createdAt);
confirmed.push({reuse:one,certificate:{...candidate,pem,status,issuedAt},createdAt,recordedStatus:candidate.status})}}open=open.filter(one=>!settled.has(one))}return{
confirmed,unusable:open.flatMap(({csr})=>unusable.get(csr)??[]),contradictions,unknown:open.flatMap(({csr})=>unusable.has(csr)?[]:[csr])}}async function ask(claims,access,listing){
let answers=[],proven=claims.map(({reuse,candidate})=>provenPem(reuse.csr,candidate)),isOpen=index=>answers[index]===void 0;return await listWhileCheaper(listing,
()=>{for(let[index,pem]of proven.entries()){let listed=listing.seen.get(claims[index]?.candidate.id??"");pem!==void 0&&listed!==void 0&&isOpen(index)&&(answers[index]=
{...listed,pem})}return proven.filter((pem,index)=>pem!==void 0&&isOpen(index)).length}),await forEach(claims,WIDTH,async({reuse,candidate},index)=>{isOpen(index)&&
(answers[index]=await describeClaim(reuse.csr,candidate,access))}),answers}function provenPem(csr,{id,pem}){let checked=pem===void 0?void 0:check(csr,pem);return checked?.
verdict==="good"&&checked.id===id?checked.pem:void 0}async function describeClaim(csr,{id,pem},access){let described=await describeIfThere(access,id);if(described===
void 0)return{reason:"the account does not hold it",isMissing:!0};let checked=check(csr,described.pem);if(checked.verdict!=="good")return{reason:"the account ho\
lds it for another key"};let recorded=pem===void 0?void 0:check(csr,pem);return recorded?.verdict==="good"&&recorded.pem!==checked.pem?{reason:"the account hold\
s another certificate under its id"}:{status:described.status,createdAt:described.createdAt,pem:checked.pem}}var CLOCKS_MS=5*6e4;function issueTime(recorded,createdAt){
return recorded!==void 0&&Math.abs(Date.parse(recorded)-createdAt)<CLOCKS_MS?recorded:new Date(createdAt).toISOString()}export{confirm,provenPem,describeClaim,issueTime};
