import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{certificateArn}from"./part-aws-place.js";async function readWholeTable(table){let entries=[],others=[];for await(let items of table.scan())for(let entry of items.flatMap(({certificates})=>certificates)){
let{account,region,certificateId,spkiSha256}=entry;isAdopted(entry)?others.push({account,region,certificateId,spkiSha256}):entries.push(entry)}return{entries,others,
horizons:[]}}function entriesOf({entries,others}){return[...others.map(adopted),...entries]}function adopted({account,region,certificateId,spkiSha256}){return{spkiSha256,
csrSha256:null,csrPath:null,account,region,certificateId,certificateArn:certificateArn({account,region},certificateId),status:null,issuedAt:null,runId:null,runAttempt:null,
commit:null,certificatePem:null}}function isAdopted({csrPath,csrSha256,runId,certificatePem}){return csrPath===null&&csrSha256===null&&runId===null&&certificatePem===
null}export{readWholeTable,entriesOf,adopted};
