import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{TAG}from"./part-csr-parse-der.js";var TYPES={"2.5.4.3":"CN","2.5.4.4":"sn","2.5.4.5":"serialNumber","2.5.4.6":"C","2.5.4.7":"L","2.5.4.8":"ST","2.5.4.9":"STREET","2.5.4.10":"O","2.5.4.11":"OU","\
2.5.4.12":"title","2.5.4.13":"description","2.5.4.15":"businessCategory","2.5.4.17":"postalCode","2.5.4.41":"name","2.5.4.42":"givenName","2.5.4.43":"initials",
"2.5.4.44":"generationQualifier","2.5.4.46":"dnQualifier","2.5.4.97":"organizationIdentifier","0.9.2342.19200300.100.1.1":"UID","0.9.2342.19200300.100.1.25":"DC",
"1.2.840.113549.1.9.1":"emailAddress"},SUBJECT_TYPES=Object.values(TYPES);function readName(sequence){let name=[];for(;sequence.nextTag!==void 0;){let set=sequence.
enter(TAG.set,"a relative distinguished name"),attributes=[];for(;set.nextTag!==void 0;){let pair=set.enter(TAG.sequence,"an attribute of the subject"),oid=pair.
oid("the type of an attribute of the subject"),value=pair.any();pair.finish("an attribute of the subject");let type=TYPES[oid],text=type===void 0?void 0:stringText(
value.tag,pair.content(value)),hex=text===void 0?`#${Buffer.from(pair.raw(value)).toString("hex")}`:"";attributes.push({type:type??oid,value:text??hex,encoded:text===
void 0})}name.push(attributes)}return name}function nameText(name){let text;for(let attributes of name){let written="";for(let attribute of attributes)written+=
`${written===""?"":"+"}${writeAttribute(attribute)}`;text=text===void 0?written:`${written},${text}`}return text??""}function lastValue(name,type){let value;for(let attributes of name)
for(let attribute of attributes)attribute.type===type&&(value=attribute.value);return value}var utf8=new TextDecoder("utf-8",{ignoreBOM:!0}),utf16=new TextDecoder(
"utf-16le",{ignoreBOM:!0});function stringText(tag,content){switch(tag){case 12:return utf8.decode(content);case 18:case 19:case 20:case 22:case 26:return Buffer.
from(content.buffer,content.byteOffset,content.length).toString("latin1");case 30:return utf16Text(content);case 28:return utf32Text(content);default:return}}function utf16Text(content){
let littleEndian=Buffer.from(content.subarray(0,content.length&-2)).swap16();return utf16.decode(littleEndian)+(content.length%2===0?"":"\uFFFD")}function utf32Text(content){
let view=new DataView(content.buffer,content.byteOffset,content.length),text="";for(let offset=0;offset<content.length;offset+=4){let point=offset+4<=content.length?
view.getUint32(offset):Number.POSITIVE_INFINITY,isCharacter=point<=1114111&&(point<55296||point>57343);text+=isCharacter?String.fromCodePoint(point):"\uFFFD"}return text}
function writeAttribute({type,value,encoded}){if(encoded||/^[A-Za-z0-9._:/-]*$/.test(value))return`${type}=${value}`;let escaped=value.replace(/["+,;<>\\]/g,"\\$\
&").replace(/^[ #]| $/g,"\\$&").replace(new RegExp("\\p{Cc}","gu"),control=>Buffer.from(control).toString("hex").replace(/../g,"\\$&"));return`${type}=${escaped}`}export{SUBJECT_TYPES,readName,nameText,lastValue};
