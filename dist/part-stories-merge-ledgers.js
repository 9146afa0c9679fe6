import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{joinRuns}from"./part-records-join-runs.js";import{ledgerText,readLedger,writeLedger}from"./part-records-ledger.js";import"./part-records-ledger-line.js";import"./part-lib-file-error.js";
import"./part-valibot.js";import"./part-aws-place.js";import{plural}from"./part-lib-words.js";import{UserError}from"./part-lib-user-error.js";
import"./part-lib-lfs-pointer.js";import"./part-lib-escape.js";import"./lib-empty-3.js";import{stat}from"node:fs/promises";import{resolve}from"node:path";async function mergeLedgersCommand(paths,output,{context,files,log},print){let absolute=paths.map(path=>resolve(context.workspace,path));for(let path of absolute)
await refuseMissing(path);let[first,...more]=await Promise.all(absolute.map(readLedger));if(first===void 0)throw new Error("no ledger is named");let merged=more.
reduce(joinRuns,first);return output===void 0?(print((await ledgerText(merged)).trimEnd()),!0):(await writeLedger(files,resolve(context.workspace,output),merged),
log.info(`${plural(merged.entries.length,"certificate")} of ${plural(paths.length,"ledger")} in ${output}`),!0)}async function refuseMissing(path){try{await stat(
path)}catch(error){throw new UserError("ledger","The file does not exist.",{where:path,fix:"Name the ledgers to merge.",cause:error})}}export{mergeLedgersCommand};
