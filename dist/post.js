import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{openDoor}from"./part-door.js";import"./part-report-log.js";import"./part-report-escape.js";import"./lib-empty.js";var{log}=openDoor(process.env),{STATE_result:result,"STATE_output-directory":directory}=process.env;result!==void 0?log.info(`The step ended with ${result}; the\
re is nothing left to do.`):directory===void 0?log.info("The step ended before it did anything."):log.annotate("warning",`The step was ended before it was finis\
hed. The certificates it had written by then are in ${directory}.`);
