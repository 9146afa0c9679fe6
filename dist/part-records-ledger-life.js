import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{recordInLedger}from"./part-revocation-confirm-held.js";import{isSamePlace}from"./part-aws-place.js";import{plural}from"./part-lib-words.js";function recordLife(ledger,changes,place){let entries=ledger.entries.map(entry=>{let change=changes.get(entry.certificateId);return change?.spkiSha256===entry.spkiSha256&&
isSamePlace(entry,place)?changed(entry,change):entry});return{...ledger,entries}}function changed(entry,{status,confirmedAt,retiredAt}){let more={...status!==void 0&&
status!==entry.status&&{status},...confirmedAt!==void 0&&entry.confirmedAt==null&&{confirmedAt},...retiredAt!==void 0&&entry.retiredAt==null&&{retiredAt}};return Object.
keys(more).length===0?entry:{...entry,...more}}async function recordRetirements(changes,records,place,entries,services){if(changes.size===0)return;await recordInLedger({apply:before=>recordLife(before,changes,
place),says:count=>`says more of ${plural(count,"certificate")}`},records,place,entries,services)}export{recordRetirements};
