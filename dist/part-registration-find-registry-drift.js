import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{createPolicyReader}from"./part-registration-policy-reader.js";import"./part-registration-registry-reads.js";import{forEach}from"./part-lib-for-each.js";import{NOT_FOUND,principalsOf}from"./part-registration-registry-calls.js";
import{awsCodeOf}from"./part-issuance-iot-access.js";import"./part-aws-advice.js";import"./part-lib-retry.js";import"./part-lib-until-aborted.js";import"./part-aws-answers.js";
import"./part-lib-tls-refusal.js";import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import"./part-lib-network-words.js";import{certificateArn}from"./part-aws-place.js";
import"./part-lib-on-abort.js";import"./part-lib-user-error.js";import"./part-lib-words.js";import"./part-lib-escape.js";import"./lib-empty-2.js";var WIDTH=32;async function findRegistryDrift(entries,wish,access,onProgress){let policies=createPolicyReader(access),drifts=entries.map(()=>[]),done=0;return await forEach(
entries,WIDTH,async(entry,index)=>{drifts[index]=await driftsOf(entry,wish,policies,access),onProgress(++done)}),drifts.flat()}async function driftsOf({certificateId,
csrPath,thingName},wish,policies,access){if(thingName==null)return[];let drift=(kind,inLedger,inAccount)=>({kind,certificateId,csrPath:csrPath??void 0,inLedger,
inAccount}),principals=await heldBy(thingName,access);if(principals===void 0)return[drift("unattached",thingName,"no such thing")];let own=principals.find(({arn})=>arn===
certificateArn(access.place,certificateId));if(own===void 0)return[drift("unattached",thingName,"not attached to it")];let found=[],{principalType,thingGroups}=wish;
principalType!==void 0&&own.type!==void 0&&own.type!==principalType&&found.push(drift("principal",principalType,own.type));let lacking=missingFrom(wish.policies,
await policies.ofCertificate(certificateId)),left=lacking.length===0?[]:missingFrom(lacking,await policies.ofGroups(thingName));left.length>0&&found.push(drift(
"policy",`${thingName}: ${left.join(", ")}`,"not attached"));let outside=thingGroups.length===0?[]:missingFrom(thingGroups,await policies.groupsOf(thingName));return outside.
length>0&&found.push(drift("group",`${thingName}: ${outside.join(", ")}`,"not a member")),found}function missingFrom(wished,had){return wished.filter(name=>!had.
includes(name))}async function heldBy(thing,access){try{return await principalsOf(thing,access)}catch(error){if(awsCodeOf(error)===NOT_FOUND)return;throw error}}export{findRegistryDrift};
