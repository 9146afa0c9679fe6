import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{shorten}from"./part-lib-escape.js";var TEMPLATE_FIELDS=["name","path","cn","serial-number","ou","certificate-id","csr-sha256","index","run-id"],FIELD_SHOWN=100;function parseTemplate(text,allowed=TEMPLATE_FIELDS){
return text.split(/(\{[^{}]*\})/).flatMap(part=>{if(part==="")return[];if(!/[{}]/.test(part))return[part];let name=part.slice(1,-1),field=allowed.find(candidate=>candidate===
name||candidate.toUpperCase()===name);if(field===void 0)throw new SyntaxError(`There is no field ${shorten(part,FIELD_SHOWN)}; allowed: ${allowed.map(known=>`{${known}\
}`).join(", ")}`);return[{field,capitals:name!==field}]})}function fieldsOf(template){return template.flatMap(part=>typeof part=="string"?[]:[part.field])}function renderTemplate(template,values,write=value=>value){
return template.map(part=>{if(typeof part=="string")return part;let value=values[part.field]??"";return write(part.capitals?value.replace(/[a-z]/g,letter=>letter.
toUpperCase()):value)}).join("")}export{TEMPLATE_FIELDS,parseTemplate,fieldsOf,renderTemplate};
