import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{joinLedgers}from"./part-records-ledger.js";import{isRetired}from"./part-valibot.js";function joinRuns(older,newer){let retired=new Map([...older.entries,...newer.entries].flatMap(({certificateId,status})=>isRetired(status)?[[certificateId,status]]:
[])),joined=joinLedgers(older,newer);if(retired.size===0)return joined;let entries=joined.entries.map(entry=>{let status=retired.get(entry.certificateId);return status===
void 0?entry:{...entry,status}});return{...joined,entries}}export{joinRuns};
