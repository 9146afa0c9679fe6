import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{run}from"./part-issuance-issue-batch.js";import"./part-glob.js";import"./part-csr-der.js";import"./part-aws-answers.js";import"./part-delivery-names.js";
import"./part-report-escape.js";import"./lib-empty.js";export{run};
