import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{readLedger,withdrawIn,writeLedger}from"./part-records-ledger.js";import{isSamePlace}from"./part-aws-place.js";import{plural}from"./part-lib-words.js";function revokedIn(rows){let revoked=rows.filter(({result})=>result==="revoked"||result==="already");return new Map(revoked.flatMap(({certificateId,spkiSha256})=>spkiSha256===
void 0?[]:[[certificateId,spkiSha256]]))}async function recordRevocations(revoked,{ledger,ledgerCommit,table},place,entries,{files,log}){if(revoked.size===0)return;
if(table!==void 0){let own={entries:entries.filter(entry=>isSamePlace(entry,place)),others:[],horizons:[]},{changed:changed2}=withdraw(own,revoked,place);await table.
add(changed2),log.info(`The shared ledger says REVOKED of ${plural(changed2.length,"more certificate")}`);return}if(ledger===void 0)return;let before=await readLedger(
ledger),{after,changed}=withdraw(before,revoked,place);changed.length>0&&await writeLedger(files,ledger,after),log.info(`The ledger ${ledger} says REVOKED of ${plural(
changed.length,"more certificate")}`),await ledgerCommit?.commit()}function withdraw(before,revoked,place){let after=withdrawIn(before,revoked,place);return{after,
changed:after.entries.filter((entry,index)=>entry!==before.entries[index])}}export{revokedIn,recordRevocations};
