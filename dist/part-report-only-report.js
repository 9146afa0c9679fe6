import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{explain}from"./part-runner-log.js";import{UserError}from"./part-lib-user-error.js";async function onlyReport(what,log,work){try{await work()}catch(error){let reason=error instanceof UserError?explain(error):`${error} This is a bug in the actio\
n, please report it.`;log.annotate("warning",`${what} could not be written. ${reason}`,{title:"report-not-written"})}}function placeOf({path,line}){return line===void 0?path:`${path}:${line}`}export{placeOf,onlyReport};
