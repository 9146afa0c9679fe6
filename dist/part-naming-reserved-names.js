import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var MANIFEST_JSON="manifest.json",MANIFEST_CSV="manifest.csv",REPORT_HTML="report.html",JOURNAL_NAME="journal.jsonl",MEMORY_NAME="ledger.jsonl";function foldName(name){
return name.normalize("NFC").toUpperCase().toLowerCase()}var RESERVED=new Set([MANIFEST_JSON,MANIFEST_CSV,REPORT_HTML,JOURNAL_NAME,MEMORY_NAME]),DEVICE=/^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)/iu;
function refuseReserved(name){let segments=name.split("/"),[top=""]=segments;if(RESERVED.has(foldName(top)))return`${foldName(top)} has its own place in the out\
put directory.`;let device=segments.find(segment=>DEVICE.test(segment));if(device!==void 0)return`Windows takes "${device}" for a device.`;if(segments.some(segment=>/[. ]$/.
test(segment)))return"A part of it ends with a dot or a space, which Windows leaves out."}function directoriesOf(name){let found=[];for(let slash=name.indexOf("\
/");slash!==-1;slash=name.indexOf("/",slash+1))found.push(name.slice(0,slash));return found}export{MANIFEST_JSON,MANIFEST_CSV,REPORT_HTML,JOURNAL_NAME,MEMORY_NAME,foldName,refuseReserved,directoriesOf};
