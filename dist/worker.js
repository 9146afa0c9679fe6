import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{createLocalRunner}from"./part-csr-parse-text-kinds.js";import"./part-lib-lfs-pointer.js";import"./part-csr-parse-pem.js";import"./part-csr-parse-spki.js";import"./part-csr-subject-matcher.js";
import"./part-csr-rules-subject-meant.js";import"./part-lib-group-by.js";import"./part-csr-rules-thing-name.js";import"./part-csr-parse-string-types.js";import"./part-csr-weak-keys-published-keys.js";
import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";import"./part-csr-device-list.js";import"./part-lib-escape.js";import"./lib-empty-2.js";import{parentPort}from"node:worker_threads";var send=message=>parentPort?.postMessage(message),perform=createLocalRunner(done=>send({done})),last=Promise.resolve();parentPort?.on("message",task=>{last=last.
then(async()=>send({answer:await perform(task)}))});
