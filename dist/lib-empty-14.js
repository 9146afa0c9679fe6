import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{adopted,entriesOf,readWholeTable}from"./part-records-table-whole-table.js";import"./part-aws-place.js";import"./lib-empty-2.js";export{adopted,entriesOf,readWholeTable};
