import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{joinLedgers}from"./part-records-ledger.js";import{isRetired}from"./part-records-status.js";function joinRuns(older,newer){let retired=new Map([...older.entries,...newer.entries].flatMap(entry=>isRetired(entry.status)?[[placed(entry),entry.status]]:[])),
joined=joinLedgers(older,newer);if(retired.size===0)return joined;let entries=joined.entries.map(entry=>{let status=retired.get(placed(entry));return status===void 0?
entry:{...entry,status}});return{...joined,entries}}function placed({certificateId,account,region}){return`${certificateId} ${account} ${region}`}export{joinRuns};
