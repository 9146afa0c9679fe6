import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{run}from"./part-run.js";import"./part-issuance-pacer-governor.js";import"./part-glob.js";import"./part-aws-answers.js";import"./part-report-progress.js";
import{fail,openDoor,readInputs}from"./part-inputs.js";import"./part-delivery-name-rules.js";import"./part-delivery-names.js";import"./part-report-escape.js";
import"./part-csr-decode.js";import"./part-csr-spki.js";import"./part-re2js.js";import"./part-csr-der.js";import"./lib-empty.js";var services=openDoor(process.env);process.on("uncaughtException",error=>{fail(error,services),process.exit()});try{await run(readInputs(process.env,services.context),
services)||(process.exitCode=1)}catch(error){fail(error,services)}
