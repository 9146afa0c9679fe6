import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{INPUT_NAMES,fail,openDoor,readInputs}from"./part-inputs.js";import"./part-delivery-name-rules.js";import"./part-delivery-names.js";import"./part-report-escape.js";
import"./part-re2js.js";import"./part-csr-der.js";import"./lib-empty.js";import{parseArgs}from"node:util";var USAGE=`Usage: node dist/cli.js COMMAND [--INPUT VALUE \u2026]

  demo       the whole job on this machine, without AWS and GitHub; --csr-path GLOB runs it on your own CSRs
  validate   judge CSRs: --csr-path GLOB
  audit      hold a ledger against the account, changing neither: --ledger FILE --aws-region REGION
  issue      create certificates with the AWS credentials of your environment: --csr-path GLOB --aws-region REGION
  emulator   start the embedded AWS and GitHub stand-ins, print their environment, and keep them running

Every input of the action is a flag of validate, issue and audit; README.md lists them. Differences from the step: deliver
is directory and output-directory is ./iot-certificates unless they are given.
`,print=line=>{process.stdout.write(`${line}
`)},{command,values}=parse(process.argv.slice(2));switch(command){case"demo":{let{demo}=await import("./part-asn1js.js");process.exitCode=await demo(values["\
csr-path"],print);break}case"emulator":{let{startEmulator}=await import("./lib-empty-4.js"),emulator=await startEmulator();for(let[name,value]of Object.
entries({...emulator.env,...emulator.accessKeys}))print(`${name}=${value}`);break}case"issue":case"audit":case"validate":await runHere(command);break;default:process.
stderr.write(USAGE),process.exitCode=2}async function runHere(mode){let given=Object.entries({deliver:"directory","output-directory":"iot-certificates",...values,
mode}),env={...process.env,...Object.fromEntries(given.map(([name,value])=>[`INPUT_${name.toUpperCase()}`,value]))},services=openDoor(env);try{let{run}=await import("./lib-empty-5.js");
await run(readInputs(env,services.context),services)||(process.exitCode=1)}catch(error){fail(error,services)}}function parse(args){let options=Object.fromEntries(
INPUT_NAMES.map(name=>[name,{type:"string"}]));try{let{positionals,values:values2}=parseArgs({args,options,allowPositionals:!0});return{command:positionals.length===
1?positionals[0]:void 0,values:values2}}catch(error){return process.stderr.write(`${error instanceof Error?error.message:error}

`),{command:void 0,values:{}}}}
