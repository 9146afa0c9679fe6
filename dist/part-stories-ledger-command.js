import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{ledgerPath,refuseMissing}from"./part-stories-ledger-paths.js";import{joinLedgers,readLedger,writeLedger}from"./part-records-ledger.js";import"./part-records-reach.js";
import"./part-records-ledger-line.js";import{entriesOf,readWholeTable}from"./part-records-table-whole-table.js";import"./part-valibot.js";import"./part-records-status.js";
import"./part-aws-place.js";import"./part-lib-lfs-pointer.js";import"./part-lib-file-error.js";import{UserError}from"./part-lib-user-error.js";import"./part-lib-words.js";
import"./part-lib-escape.js";import"./part-records-table-address.js";import"./lib-empty-2.js";import{relative,resolve,sep}from"node:path";async function exportLedger(file,options,services){let path=ledgerPath(file,services.context.workspace),before=await readLedger(path);return withTable(options,"\
read",services,async table=>{let merged=joinLedgers(before,await readWholeTable(table));return await writeLedger(services.files,path,merged),{certificates:merged.
entries.length,path}})}async function importLedger(file,options,services){let path=ledgerPath(file,services.context.workspace);await refuseMissing(path);let ledger=await readLedger(
path);return withTable(options,"write",services,async table=>{let changed=await table.add(entriesOf(ledger));return{certificates:ledger.entries.length,changed}})}
async function showInFile(device,ledger,{context}){await refuseMissing(ledger);let{entries,others}=await readLedger(ledger),isMeant=isOf(device,context.workspace);
return[...entries,...others].filter(isMeant)}function showInTable(device,options,services){return withTable(options,"read",services,async table=>{let items=[],isNamed=isOf(
device,services.context.workspace);for await(let page of table.scan()){let isMeant=({key,claim,certificates})=>isNamed(key)||isNamed({csrPath:claim?.csrPath})||
certificates.some(isNamed);items.push(...page.filter(isMeant))}return items.map(readable)})}function isOf(device,workspace){let[,id]=/^arn:.*:cert\/([0-9a-f]+)$/i.
exec(device)??[],path=relative(workspace,resolve(workspace,device)).split(sep).join("/"),names=[device,path,(id??device).toLowerCase()];return({spkiSha256,certificateId,
csrPath})=>[spkiSha256,certificateId,csrPath].some(name=>names.includes(name))}function readable({key,certificates,claim}){let iso=time=>new Date(time).toISOString();
return{...key,certificates,...claim===void 0?{}:{claim:{...claim,since:iso(claim.since),until:iso(claim.until)}}}}async function withTable(options,use,services,work){
let{ledgerTable}=options;if(ledgerTable===void 0)throw new UserError("ledger-command","The ledger is a file, and this command needs a table.",{where:"ledger",fix:"\
Name the table: --ledger dynamodb://TABLE."});let{signIn}=await import("./lib-empty-11.js"),account=await signIn(options,services);try{let{openLedgerTable}=await import("./part-aws-sdk-client-dynamodb.js"),
table=await openLedgerTable(ledgerTable,account,use,services);return await work(table).finally(table.close)}finally{account.iot.close()}}export{exportLedger,importLedger,showInFile,showInTable};
