import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{forLog}from"./part-lib-escape.js";function createLog(commands,write,messagesPage,progress){let linked=new Set,stage,isOpen=!1,close=()=>{isOpen&&commands.endGroup(),isOpen=!1};return{progress,info(line){
stage!==void 0&&!isOpen&&(commands.group(stage),stage=stage.replace(/(, continued)?$/,", continued"),isOpen=!0),write(`${forLog(line)}
`)},stage(title){close(),stage=title},endStage(){close(),stage=void 0},annotate(level,message,place){close();let code=place?.title,isLinked=code===void 0||linked.
has(code)||message.includes(`#${code}`);code!==void 0&&linked.add(code),commands.annotate(level,isLinked?message:`${message} [${code}] ${messagesPage}#${code}`,
place)}}}function explain(error){return`${placed(error)} ${error.fix}`}function placed({message,where}){return where===void 0||names(message,where)?message:`${where}\
: ${message}`}function names(text,place){let start=text.indexOf(place);return start<0?!1:!/[\w/.-]$/.test(text.slice(0,start))&&!/^([\w/-]|\.\w)/.test(text.slice(
start+place.length))}function annotateFailure(log,error){for(let one of[error,...error.others])log.annotate("error",explain(one),{title:one.code})}export{createLog,explain,placed,annotateFailure};
