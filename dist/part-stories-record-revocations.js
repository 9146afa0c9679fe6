import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{recordInLedger}from"./part-revocation-confirm-held.js";import{withdrawIn}from"./part-records-ledger.js";import{plural}from"./part-lib-words.js";function revokedIn(rows){let revoked=rows.filter(({result})=>result==="revoked"||result==="already");return new Map(revoked.flatMap(({certificateId,spkiSha256})=>spkiSha256===
void 0?[]:[[certificateId,spkiSha256]]))}async function recordRevocations(revoked,records,place,entries,services){if(revoked.size===0)return;await recordInLedger(
{apply:before=>withdrawIn(before,revoked,place),says:count=>`says REVOKED of ${plural(count,"more certificate")}`},records,place,entries,services)}export{revokedIn,recordRevocations};
