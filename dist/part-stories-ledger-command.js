import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{entriesOf,readWholeTable}from"./part-records-table-whole-table.js";import{joinLedgers,readLedger,writeLedger}from"./part-records-ledger.js";import"./part-records-ledger-line.js";
import{plural}from"./part-lib-words.js";import"./part-lib-file-error.js";import"./part-valibot.js";import{UserError}from"./part-lib-user-error.js";
import"./part-lib-lfs-pointer.js";import{visible}from"./part-lib-escape.js";import"./lib-empty-2.js";import{resolve}from"node:path";async function ledgerCommand(words,options,services,print){let[command,what,...more]=words;if(what===void 0||more.length>0)throw unknownCommand();switch(command){case"\
export":return withTable(options,"read",services,async table=>{let path=resolve(services.context.workspace,what),merged=joinLedgers(await readLedger(path),await readWholeTable(
table));return await writeLedger(services.files,path,merged),print(`${plural(merged.entries.length,"certificate")} in ${path}`),!0});case"import":return withTable(
options,"write",services,async table=>{let ledger=await readLedger(resolve(services.context.workspace,what)),changed=await table.add(entriesOf(ledger));return print(
`${plural(ledger.entries.length,"certificate")} read, ${plural(changed,"key")} of the table changed`),!0});case"show":return show(what,options,services,print);default:
throw unknownCommand()}}async function show(device,options,services,print){let found=entry=>[entry.spkiSha256,entry.certificateId,entry.csrPath].includes(device),
lines;options.ledgerTable===void 0?lines=(await readLedger(options.ledger)).entries.filter(found):lines=await withTable(options,"read",services,async table=>{let items=[];
for await(let page of table.scan()){let isOf=({key,claim,certificates})=>key.spkiSha256===device||claim?.csrPath===device||certificates.some(found);items.push(...page.
filter(isOf))}return items.map(readable)});for(let line of lines)print(JSON.stringify(line,null,2));return lines.length===0&&print(`The ledger has nothing of ${visible(
device)}.`),lines.length>0}function readable({key,certificates,claim}){let iso=time=>new Date(time).toISOString();return{...key,certificates,...claim===void 0?{}:
{claim:{...claim,since:iso(claim.since),until:iso(claim.until)}}}}async function withTable(options,use,services,work){let{ledgerTable}=options;if(ledgerTable===
void 0)throw new UserError("ledger-command","The ledger is a file, and not a table.",{where:"ledger",fix:"Name the table: --ledger dynamodb://TABLE."});let{signIn}=await import("./lib-empty-9.js"),
account=await signIn(options,services);try{let{openLedgerTable}=await import("./part-aws-sdk-client-dynamodb.js"),table=await openLedgerTable(ledgerTable,account,use,services);
return await work(table).finally(table.close)}finally{account.iot.close()}}function unknownCommand(){return new UserError("ledger-command","This is no command o\
f ledger.",{fix:"Allowed: ledger export FILE, ledger import FILE, ledger show DEVICE, each with --ledger dynamodb://TABLE; DEVICE is the SHA-256 of a key, the i\
d of a certificate or the path of a CSR."})}export{ledgerCommand};
