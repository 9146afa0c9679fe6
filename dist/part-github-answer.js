import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function readAnswer({status,body}){let fields=objectIn(body);if(fields===void 0)return{status,fields,reason:`HTTP ${status}, not from GitHub`};let message=fields.
message??fields.msg;return{status,fields,reason:message===void 0?`HTTP ${status}`:`${status} ${String(message)}`}}function objectIn(body){try{let value=JSON.parse(
body.toString("utf8"));return typeof value=="object"&&value!==null?value:void 0}catch{return}}export{readAnswer};
