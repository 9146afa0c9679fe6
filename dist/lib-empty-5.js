import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{run}from"./part-run.js";import"./part-issuance-pacer-governor.js";import"./part-glob.js";import"./part-report-progress.js";import"./part-aws-answers.js";
import"./part-inputs.js";import"./part-report-escape.js";import"./part-csr-decode.js";import"./part-csr-spki.js";import"./part-csr-weak-keys-published-keys.js";
import"./part-csr-der.js";import"./lib-empty.js";export{run};
