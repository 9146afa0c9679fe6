import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var UNPRINTABLE=new RegExp("[\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb]|[\\u{e0000}-\\u{e007f}]|\\p{Su\
rrogate}","gu"),SHORT_ESCAPES={"\n":"\\n","\r":"\\r","	":"\\t"};function visible(text){return text.replace(UNPRINTABLE,character=>{let short=SHORT_ESCAPES[character];
if(short!==void 0)return short;let code=(character.codePointAt(0)??0).toString(16);return code.length>4?`\\u{${code}}`:`\\u${code.padStart(4,"0")}`})}function forLog(text){
return visible(text).replaceAll("##[","##\\[").replace(/^(\s*)::/,"$1\\::")}function forCommandData(text){return forLog(text).replaceAll("%","%25")}function forCommandProperty(text){
return visible(text).replaceAll("%","%25").replaceAll(":","%3A").replaceAll(",","%2C").replaceAll("##[","##\\[")}function forMarkdown(text){return visible(text).
replace(/[^\p{L}\p{M}\p{N} ./,;=-]/gu,character=>`&#${character.codePointAt(0)};`).replace(/(www)\./gi,"$1<wbr>&#46;").replace(/&#(?:64|35);|&#58;(?=\/)/g,"$&<w\
br>")}var FORMULA=/(^|;)(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])/gu;function forCsv(text){return`"${visible(text).replace(FORMULA,"$1'").
replaceAll('"','""')}"`}function forSarif(text){return visible(text).replace(/[{}]/g,"$&$&").replace(/(\\*)([[\]])/g,"$1$1\\$2")}function forJsonOutput(json){let escaped=unit=>`\
\\u${unit.charCodeAt(0).toString(16).padStart(4,"0")}`;return json.replace(UNPRINTABLE,character=>/[\n\r\t]/.test(character)?character:character.split("").map(escaped).
join(""))}function shorten(text,limit){if(text.length<=limit)return text;let cut=text.slice(0,limit-1);return`${/[\ud800-\udbff]$/.test(cut)?cut.slice(0,-1):cut}\
\u2026`}function shortenPath(path,limit){if(path.length<=limit)return path;let cut=path.slice(path.length-limit+1);return`\u2026${/^[\udc00-\udfff]/.test(cut)?cut.
slice(1):cut}`}export{visible,forLog,forCommandData,forCommandProperty,forMarkdown,forCsv,forSarif,forJsonOutput,shorten,shortenPath};
