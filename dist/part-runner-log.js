import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{forLog}from"./part-lib-escape.js";function createLog(commands,write,progress){return{progress,info:line=>write(`${forLog(line)}
`),annotate:(level,message,place)=>commands.annotate(level,message,place)}}function explain(error){return`${placed(error)} ${error.fix}`}function placed({message,
where}){return where===void 0||message.startsWith(where)?message:`${where}: ${message}`}function annotateFailure(log,error){for(let one of[error,...error.others])
log.annotate("error",explain(one),{title:one.code})}export{createLog,explain,placed,annotateFailure};
