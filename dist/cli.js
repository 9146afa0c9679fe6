import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{INPUT_NAMES,fail,openDoor,readInputs}from"./part-inputs-inputs.js";import"./part-naming-names.js";import"./part-lib-nearest.js";import"./part-validation-shard.js";
import"./part-runner-request.js";import"./part-records-journal.js";import"./part-records-manifest.js";import"./part-lib-file-error.js";import"./part-records-table-address.js";
import"./part-valibot.js";import"./part-lib-limit-bytes.js";import"./part-lib-redact.js";import{UserError}from"./part-lib-user-error.js";import"./part-csr-weak-keys-published-keys.js";
import"./part-csr-parse-string-types.js";import"./part-csr-parse-der.js";import"./part-lib-escape.js";import"./lib-empty-2.js";import{parseArgs}from"node:util";var USAGE=`Usage: node dist/cli.js COMMAND [--INPUT VALUE \u2026]

  demo       the whole job on this machine, without AWS and GitHub; --csr-path GLOB runs it on your own CSRs
  validate   judge CSRs: --csr-path GLOB
  audit      hold a ledger against the account, changing neither: --ledger FILE --aws-region REGION
  issue      create certificates with the AWS credentials of your environment: --csr-path GLOB --aws-region REGION
  plan       divide a batch into jobs: --csr-path GLOB --parallel 4 --requests-per-second 15 --output-directory TO
             (docs/scale.md)
  merge      make one directory, manifest and ledger of those of the jobs: DIRECTORY \u2026 --output-directory TO --ledger FILE
  ledger     merge A B \u2026: make one ledger of several, printed or written to -o FILE
             export FILE, import FILE: a shared ledger to a file and back; show DEVICE: --ledger dynamodb://TABLE --aws-region REGION
  emulator   start the embedded AWS and GitHub stand-ins, print their environment, and keep them running

Every input of the action is a flag of validate, issue and audit; README.md lists them. Differences from the step: deliver
is directory and output-directory is ./iot-certificates unless they are given.
`,print=line=>{process.stdout.write(`${line}
`)},{command,directories,values}=parse(process.argv.slice(2));switch(command){case"demo":{let{demo}=await import("./part-asn1js.js");process.exitCode=await demo(
values["csr-path"],print);break}case"emulator":{let{startEmulator}=await import("./lib-empty-5.js"),emulator=await startEmulator();for(let[name,value]of Object.
entries({...emulator.env,...emulator.accessKeys}))print(`${name}=${value}`);break}case"issue":case"audit":case"validate":await withServices(async(env,services)=>{
let{run}=await import("./lib-empty-8.js");return run(await readInputs(env,services.context),services)},command);break;case"plan":await withServices(async(env,services)=>{
let{planCommand}=await import("./part-stories-plan-shards.js");return planCommand(await readInputs(env,services.context),parallelOf(values.parallel),services)},"val\
idate");break;case"merge":await withServices(async(_,services)=>{let{mergeCommand}=await import("./part-stories-merge-directories.js"),{"output-directory":target="iot-cer\
tificates",ledger}=values;return mergeCommand(directories,target,ledger||void 0,services)});break;case"ledger":await withServices(async(env,services)=>{if(directories[0]===
"merge"){let{mergeLedgersCommand}=await import("./part-stories-merge-ledgers.js");return mergeLedgersCommand(directories.slice(1),values.output,services,print)}let{ledgerCommand}=await import("./part-stories-ledger-command.js");
return ledgerCommand(directories,await readInputs(env,services.context),services,print)},"audit");break;default:process.stderr.write(USAGE),process.exitCode=2}async function withServices(work,mode){
let given={deliver:"directory","output-directory":"iot-certificates",...values,...mode&&{mode}},env={...process.env,...Object.fromEntries(Object.entries(given).
map(([name,value])=>[`INPUT_${name.toUpperCase()}`,value]))},services=openDoor(env);try{await work(env,services)||(process.exitCode=1)}catch(error){fail(error,services)}}
function parallelOf(text="4"){let value=/^\d{1,3}$/.test(text)?Number(text):0;if(value>=1&&value<=256)return value;throw new UserError("inputs",`parallel: ${JSON.
stringify(text)} is not allowed.`,{fix:"Allowed: a whole number from 1 to 256."})}function parse(args){let names=[...INPUT_NAMES,...args[0]==="plan"?["parallel"]:
[]],options={...Object.fromEntries(names.map(name=>[name,{type:"string"}])),...args[0]==="ledger"&&{output:{type:"string",short:"o"}}};try{let{positionals,values:values2}=parseArgs(
{args,options,allowPositionals:!0}),[command2,...directories2]=positionals;return{command:isComplete(command2,directories2)?command2:void 0,directories:directories2,
values:values2}}catch(error){return process.stderr.write(`${error instanceof Error?error.message:error}

`),{command:void 0,directories:[],values:{}}}}function isComplete(command2,words){return command2==="merge"?words.length>0:command2==="ledger"?words[0]==="merge"?
words.length>1:words.length===2:words.length===0}
