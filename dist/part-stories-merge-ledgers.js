import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{ledgerPath,refuseMissing}from"./part-stories-ledger-paths.js";import{joinRuns}from"./part-records-join-runs.js";import{ledgerText,readLedger,writeLedger}from"./part-records-ledger.js";
import"./part-records-reach.js";import"./part-records-ledger-line.js";import"./part-valibot.js";import"./part-records-status.js";import"./part-aws-place.js";
import"./part-lib-lfs-pointer.js";import"./part-lib-file-error.js";import"./part-lib-user-error.js";import{plural}from"./part-lib-words.js";import{forJsonOutput}from"./part-lib-escape.js";
import"./part-records-table-address.js";import"./lib-empty-2.js";async function mergeLedgersCommand(paths,output,{context,files,log},print){let absolute=paths.map(path=>ledgerPath(path,context.workspace)),target=output===void 0?
void 0:ledgerPath(output,context.workspace);for(let path of absolute)await refuseMissing(path);let[first,...more]=await Promise.all(absolute.map(readLedger));if(first===
void 0)throw new Error("no ledger is named");let merged=more.reduce(joinRuns,first);return target===void 0?(print(forJsonOutput((await ledgerText(merged)).trimEnd())),
!0):(await writeLedger(files,target,merged),log.info(`${plural(merged.entries.length,"certificate")} of ${plural(paths.length,"ledger")} in ${target}`),!0)}export{mergeLedgersCommand};
