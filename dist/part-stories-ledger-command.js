import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{entriesOf,readWholeTable}from"./part-records-table-whole-table.js";import{joinLedgers,readLedger,writeLedger}from"./part-records-ledger.js";import"./part-records-ledger-line.js";
import"./part-lib-file-error.js";import"./part-valibot.js";import"./part-aws-place.js";import"./part-lib-words.js";import{UserError}from"./part-lib-user-error.js";
import"./part-lib-lfs-pointer.js";import"./part-lib-escape.js";import"./lib-empty-3.js";import{resolve}from"node:path";function exportLedger(file,options,services){return withTable(options,"read",services,async table=>{let path=resolve(services.context.workspace,file),merged=joinLedgers(
await readLedger(path),await readWholeTable(table));return await writeLedger(services.files,path,merged),{certificates:merged.entries.length,path}})}function importLedger(file,options,services){
return withTable(options,"write",services,async table=>{let ledger=await readLedger(resolve(services.context.workspace,file));return{certificates:ledger.entries.
length,changed:await table.add(entriesOf(ledger))}})}async function showInFile(device,ledger){return(await readLedger(ledger)).entries.filter(isOf(device))}function showInTable(device,options,services){
return withTable(options,"read",services,async table=>{let items=[];for await(let page of table.scan()){let isMeant=({key,claim,certificates})=>key.spkiSha256===
device||claim?.csrPath===device||certificates.some(isOf(device));items.push(...page.filter(isMeant))}return items.map(readable)})}function isOf(device){return({
spkiSha256,certificateId,csrPath})=>[spkiSha256,certificateId,csrPath].includes(device)}function readable({key,certificates,claim}){let iso=time=>new Date(time).
toISOString();return{...key,certificates,...claim===void 0?{}:{claim:{...claim,since:iso(claim.since),until:iso(claim.until)}}}}async function withTable(options,use,services,work){
let{ledgerTable}=options;if(ledgerTable===void 0)throw new UserError("ledger-command","The ledger is a file, and this command needs a table.",{where:"ledger",fix:"\
Name the table: --ledger dynamodb://TABLE."});let{signIn}=await import("./lib-empty-10.js"),account=await signIn(options,services);try{let{openLedgerTable}=await import("./part-aws-sdk-client-dynamodb.js"),
table=await openLedgerTable(ledgerTable,account,use,services);return await work(table).finally(table.close)}finally{account.iot.close()}}export{exportLedger,importLedger,showInFile,showInTable};
