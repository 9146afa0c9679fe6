import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{forLog}from"./part-lib-escape.js";function createLog(commands,write){return{info:line=>write(`${forLog(line)}
`),annotate:(level,message,place)=>commands.annotate(level,message,place)}}function explain(error){return`${error.where===void 0?"":`${error.where}: `}${error.message}\
 ${error.fix}`}export{createLog,explain};
