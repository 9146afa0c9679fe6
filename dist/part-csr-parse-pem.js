import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function isRequestBlock({label}){return label==="CERTIFICATE REQUEST"||label==="NEW CERTIFICATE REQUEST"}var BEGIN="-----BEGIN ",MAX_LABEL=64;function findPemBlocks(text){
let blocks=[],position=text.indexOf(BEGIN);for(;position!==-1;){let labelStart=position+BEGIN.length,label=/^[A-Z0-9 #./()-]*?(?=-----)/.exec(text.slice(labelStart,
labelStart+MAX_LABEL))?.[0],next=text.indexOf(BEGIN,labelStart);if(label!==void 0){let content=text.slice(labelStart+label.length+5,next===-1?void 0:next);blocks.
push(readBlock(label,content))}position=next}return blocks}function readBlock(label,content){let end=content.indexOf("-----END ");if(end===-1)return broken(label,
`the END line of its ${label} block is missing`);if(!content.startsWith(`${label}-----`,end+9))return broken(label,`the END line of its ${label} block has anoth\
er label`);let base64=content.slice(0,end).replace(/[ \t\r\n\v\f]+/g,""),bytes=decodeBase64(base64);if(bytes!==void 0)return{label,bytes,problem:""};let stray=/[^A-Za-z0-9+/=]/u.
exec(base64)?.[0],what=stray===void 0?"is incomplete":`holds a character that is not base64 (${codePoint(stray)})`;return broken(label,`its ${label} block ${what}`)}
function broken(label,problem){return{label,bytes:void 0,problem}}function codePoint(character){return`U+${(character.codePointAt(0)??0).toString(16).toUpperCase().
padStart(4,"0")}`}function decodeBase64(text){if(!(text.length===0||text.length%4!==0||!/^[A-Za-z0-9+/]+={0,2}$/.test(text)))return Buffer.from(text,"base64")}export{isRequestBlock,findPemBlocks};
