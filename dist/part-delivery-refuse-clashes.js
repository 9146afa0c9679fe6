import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{JOURNAL_NAME,MANIFEST_CSV,MANIFEST_JSON,MEMORY_NAME,REPORT_HTML,foldName}from"./part-naming-reserved-names.js";import{UserError}from"./part-lib-user-error.js";import{statSync}from"node:fs";import{join,sep}from"node:path";function refuseClashes(places){let{ledger,sarifPath,report,outputDirectory}=places,chosen=[...ledger===void 0?[]:[{path:ledger,name:"ledger"}],...sarifPath===void 0?
[]:[{path:sarifPath,name:"sarif-path"}],...report===void 0||report===join(outputDirectory,REPORT_HTML)?[]:[{path:report,name:"report"}]],own=ownNames(ledger).map(
name=>({path:join(outputDirectory,name),name:`${name} in output-directory`}));for(let[index,file]of chosen.entries()){let isTaken=createClash(file.path),rival=[
...chosen.slice(index+1),...own].find(({path})=>isTaken(path)||isSameFile(path,file.path))??find(places,isTaken);if(rival!==void 0)throw clashing(file,rival)}}function ownNames(ledger){
let always=[MANIFEST_JSON,MANIFEST_CSV,REPORT_HTML,JOURNAL_NAME];return ledger===void 0?[...always,MEMORY_NAME]:always}function find({outputDirectory,certificates,
bundles,lists=[],sources},isTaken){for(let[names,name]of[[certificates,"a certificate in output-directory"],[bundles,"a bundle in output-directory"]])for(let own of names){
let path=join(outputDirectory,own);if(isTaken(path))return{path,name}}let list=lists.find(({path})=>isTaken(path));if(list!==void 0)return list;for(let path of sources)
if(isTaken(path))return{path,name:"a file that csr-path matches"}}function createClash(file){let one=foldName(file);return path=>{let other=foldName(path);return one===
other||one.startsWith(other+sep)||other.startsWith(one+sep)}}function isSameFile(a,b){try{let[one,other]=[a,b].map(path=>statSync(path,{bigint:!0,throwIfNoEntry:!1}));
return one!==void 0&&one.dev===other?.dev&&one.ino===other.ino}catch{return!1}}function clashing(file,rival){let where=foldName(file.path)===foldName(rival.path)?
file.path:`${file.path} and ${rival.path}`;return new UserError("places-clash",`${file.name} and ${rival.name} lead to the same place, ${where}. Nothing was cre\
ated.`,{where:file.name,fix:"Give each a path of its own."})}export{refuseClashes};
