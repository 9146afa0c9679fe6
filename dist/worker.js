import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{commonDivisors,growTree,judge}from"./part-csr-decode.js";import"./part-csr-spki.js";import{read,toInteger}from"./part-re2js.js";import"./part-csr-der.js";
import"./lib-empty.js";import{parentPort}from"node:worker_threads";function createTaskDoer(onDone){let tree;return task=>{switch(task.kind){case"judge":return task.files.map(({path,absolutePath})=>judge(path,read(absolutePath),
task.policy));case"multiply":return tree=growTree(task.moduli.map(toInteger)),tree.product;case"compare":return tree===void 0?new Map:commonDivisors(tree,task.others,
onDone)}}}var send=message=>parentPort?.postMessage(message),perform=createTaskDoer(done=>send({done}));parentPort?.on("message",task=>send({answer:perform(task)}));
