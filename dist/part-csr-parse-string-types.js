import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{TAG}from"./part-csr-parse-der.js";var NotText=class extends Error{},utf8=new TextDecoder("utf-8",{ignoreBOM:!0,fatal:!0}),STRING_TYPES=new Map([[12,{name:"UTF8String",read:readUtf8}],[18,{name:"\
NumericString",read:content=>readBytes(content,/[^0-9 ]/)}],[19,{name:"PrintableString",read:content=>readBytes(content,/[^ -~]/)}],[20,{name:"TeletexString",read:latin1}],
[22,{name:"IA5String",read:content=>readBytes(content,/[^\u0000-\u007f]/)}],[26,{name:"VisibleString",read:content=>readBytes(content,/[^ -~]/)}],[28,{name:"Uni\
versalString",read:readUtf32}],[30,{name:"BMPString",read:readUcs2}]]),OTHER_TYPES={1:"a BOOLEAN",2:"an INTEGER",3:"a BIT STRING",4:"an OCTET STRING",5:"a NULL",
6:"an OBJECT IDENTIFIER",10:"an ENUMERATED",21:"a VideotexString",23:"a UTCTime",24:"a GeneralizedTime",25:"a GraphicString",27:"a GeneralString",48:"a SEQUENCE",
49:"a SET"};function readString(tag,content){let type=STRING_TYPES.get(tag);if(type===void 0)return{problem:`it is ${OTHER_TYPES[tag]??`of tag ${tag}`}, which i\
s not text`};try{return{text:type.read(content)}}catch(error){if(!(error instanceof NotText))throw error;return{problem:`its ${type.name} ${error.message}`}}}function latin1(content){
return Buffer.from(content.buffer,content.byteOffset,content.length).toString("latin1")}function readBytes(content,stray){let text=latin1(content),found=stray.exec(
text)?.[0];if(found!==void 0)throw new NotText(`holds the byte ${hex(Buffer.from(found,"latin1"))}, which is not of that type`);return text}function readUtf8(content){
try{return utf8.decode(content)}catch{let at=UTF8_START.exec(latin1(content))?.[0].length??0;throw new NotText(`is not UTF-8 from byte ${at+1} on (${hex(content.
subarray(at,at+2))})`)}}var UTF8_START=/^(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})*/;
function readUcs2(content){if(content.length%2!==0)throw new NotText("has an odd number of bytes, and so half a character");let text=Buffer.from(content).swap16().
toString("utf16le"),surrogate=/[\ud800-\udfff]/.exec(text)?.[0];if(surrogate!==void 0)throw new NotText(`holds the surrogate ${hexOf(surrogate.charCodeAt(0))}, \
which is not a character`);return text}function readUtf32(content){if(content.length%4!==0)throw new NotText("has a part of a character: each takes four bytes");
let view=new DataView(content.buffer,content.byteOffset,content.length),text="";for(let offset=0;offset<content.length;offset+=4){let point=view.getUint32(offset);
if(!(point<=1114111&&(point<55296||point>57343)))throw new NotText(`holds ${hexOf(point)}, which is not a character`);text+=String.fromCodePoint(point)}return text}
function hexOf(number){return`U+${number.toString(16).toUpperCase().padStart(4,"0")}`}function hex(bytes){return Buffer.from(bytes).toString("hex").replace(/..(?=.)/g,
"$& ")}var TYPES={"2.5.4.3":"CN","2.5.4.4":"sn","2.5.4.5":"serialNumber","2.5.4.6":"C","2.5.4.7":"L","2.5.4.8":"ST","2.5.4.9":"STREET","2.5.4.10":"O","2.5.4.11":"OU","\
2.5.4.12":"title","2.5.4.13":"description","2.5.4.15":"businessCategory","2.5.4.17":"postalCode","2.5.4.41":"name","2.5.4.42":"givenName","2.5.4.43":"initials",
"2.5.4.44":"generationQualifier","2.5.4.46":"dnQualifier","2.5.4.97":"organizationIdentifier","0.9.2342.19200300.100.1.1":"UID","0.9.2342.19200300.100.1.25":"DC",
"1.2.840.113549.1.9.1":"emailAddress"},SUBJECT_TYPES=Object.values(TYPES);function readName(sequence){let name=[];for(;sequence.nextTag!==void 0;){let set=sequence.
enter(TAG.set,"a relative distinguished name"),attributes=[];for(;set.nextTag!==void 0;){let pair=set.enter(TAG.sequence,"an attribute of the subject"),oid=pair.
oid("the type of an attribute of the subject"),value=pair.any();pair.finish("an attribute of the subject");let type=TYPES[oid],read=readString(value.tag,pair.content(
value)),text="text"in read?read.text:void 0,problem="text"in read?void 0:read.problem,encoded=type===void 0||text===void 0,shown=encoded?`#${Buffer.from(pair.raw(
value)).toString("hex")}`:text;attributes.push({type:type??oid,value:shown,encoded,tag:value.tag,text,problem})}name.push(attributes)}return name}function nameText(name){
let text;for(let attributes of name){let written="";for(let attribute of attributes)written+=`${written===""?"":"+"}${writeAttribute(attribute)}`;text=text===void 0?
written:`${written},${text}`}return text??""}function nameBytes(der){return Buffer.from(der.buffer,der.byteOffset,der.length).toString("latin1")}function lastValue(name,type){
let value;for(let attributes of name)for(let attribute of attributes)attribute.type===type&&(value=attribute.value);return value}function writeAttribute({type,value,
encoded}){if(encoded||/^[A-Za-z0-9._:/-]*$/.test(value))return`${type}=${value}`;let escaped=value.replace(/["+,;<>\\]/g,"\\$&").replace(/^[ #]| $/g,"\\$&").replace(
new RegExp("\\p{Cc}","gu"),control=>Buffer.from(control).toString("hex").replace(/../g,"\\$&"));return`${type}=${escaped}`}export{SUBJECT_TYPES,readName,nameText,nameBytes,lastValue};
