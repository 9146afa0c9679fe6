import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{readLedger,writeLedger}from"./part-records-ledger.js";import{isSamePlace}from"./part-aws-place.js";import{plural}from"./part-lib-words.js";function recordLife(ledger,changes,place){let entries=ledger.entries.map(entry=>{let change=changes.get(entry.certificateId);return change?.spkiSha256===entry.spkiSha256&&
isSamePlace(entry,place)?changed(entry,change):entry});return{...ledger,entries}}function changed(entry,{status,confirmedAt,retiredAt}){let more={...status!==void 0&&
status!==entry.status&&{status},...confirmedAt!==void 0&&entry.confirmedAt==null&&{confirmedAt},...retiredAt!==void 0&&entry.retiredAt==null&&{retiredAt}};return Object.
keys(more).length===0?entry:{...entry,...more}}async function recordRetirements(changes,{ledger,ledgerCommit,table},place,entries,{files,log}){if(changes.size===0)return;if(table!==void 0){let own={entries:entries.
filter(entry=>isSamePlace(entry,place)),others:[],horizons:[]},changed3=differing(own,recordLife(own,changes,place));await table.add(changed3),log.info(`The sha\
red ledger says more of ${plural(changed3.length,"certificate")}`);return}if(ledger===void 0)return;let before=await readLedger(ledger),after=recordLife(before,
changes,place),changed2=differing(before,after);changed2.length>0&&await writeLedger(files,ledger,after),log.info(`The ledger ${ledger} says more of ${plural(changed2.
length,"certificate")}`),await ledgerCommit?.commit()}function differing(before,after){return after.entries.filter((entry,index)=>entry!==before.entries[index])}export{recordRetirements};
