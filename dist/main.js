import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{run}from"./part-glob.js";import"./part-aws-answers.js";import"./part-csr-der.js";import{readInputs}from"./part-inputs.js";
import{fail,openDoor}from"./part-door.js";import"./part-report-log.js";import"./part-report-escape.js";import"./lib-empty.js";var services=openDoor(process.env);process.on("uncaughtException",error=>{fail(error,services),process.exit()});try{let inputs=readInputs(process.env,services.context);
services.commands.saveState("output-directory",inputs.outputDirectory);let complete=await run(inputs,services);services.commands.saveState("result",complete?"su\
ccess":"failure"),complete||(process.exitCode=1)}catch(error){services.commands.saveState("result","failure"),fail(error,services)}
