import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{UserError}from"./part-lib-user-error.js";import{visible}from"./part-lib-escape.js";import{isTableAddress}from"./part-records-table-address.js";import{stat}from"node:fs/promises";import{resolve}from"node:path";function ledgerPath(text,workspace){if(!isTableAddress(text))return resolve(workspace,text);throw new UserError("ledger","This is the address of a table, and a \
file is needed here.",{where:visible(text),fix:"Name a file; `ledger export FILE --ledger dynamodb://TABLE` makes one of a table, and `ledger import` brings it \
back."})}async function refuseMissing(path){try{await stat(path)}catch(error){throw new UserError("ledger","The file does not exist.",{where:path,fix:"Correct i\
ts name.",cause:error})}}export{ledgerPath,refuseMissing};
