import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{columnName}from"./part-csr-device-list.js";import{shorten}from"./part-lib-escape.js";var TEMPLATE_FIELDS=["name","path","cn","serial-number","ou","certificate-id","csr-sha256","index","run-id","device:COLUMN"],FIELD_SHOWN=100;function parseTemplate(text,allowed=TEMPLATE_FIELDS){
return text.split(/(\{[^{}]*\})/).flatMap(part=>{if(part==="")return[];if(!/[{}]/.test(part))return[part];let name=part.slice(1,-1),field=deviceField(name,allowed)??
allowed.find(candidate=>candidate===name||candidate.toUpperCase()===name);if(field===void 0)throw new SyntaxError(`There is no field ${shorten(part,FIELD_SHOWN)}\
; allowed: ${allowed.map(known=>`{${known}}`).join(", ")}`);return[{field,capitals:name===name.toUpperCase()}]})}function deviceField(name,allowed){let isField=name.
startsWith("device:")||name.startsWith("DEVICE:")&&name===name.toUpperCase(),column=columnName(name.slice(7));return isField&&column!==""&&allowed.some(isDeviceField)?
`device:${column}`:void 0}function isDeviceField(field){return field.startsWith("device:")}function columnsIn(template){return fieldsOf(template).flatMap(field=>isDeviceField(
field)?[field.slice(7)]:[])}function fieldsOf(template){return template.flatMap(part=>typeof part=="string"?[]:[part.field])}function renderTemplate(template,values,write=value=>value){
return template.map(part=>{if(typeof part=="string")return part;let value=values[part.field]??"";return write(part.capitals?value.replace(/[a-z]/g,letter=>letter.
toUpperCase()):value)}).join("")}export{TEMPLATE_FIELDS,parseTemplate,columnsIn,fieldsOf,renderTemplate};
