import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{CATALOGUE}from"./part-naming-name-rules.js";import{errorOf}from"./part-lib-file-error.js";import{count}from"./part-lib-words.js";import{forSarif}from"./part-lib-escape.js";import{createHash}from"node:crypto";var MAX_RESULTS=25e3,SCHEMA="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",LEVELS={error:"error",warning:"warning",
notice:"note",off:"none"};function toSarif(findings,rulesPage){let kept=mostSevere(findings),left=findings.length-kept.length;return{$schema:SCHEMA,version:"2.1\
.0",runs:[{tool:{driver:{name:"create-aws-iot-certificates-from-csrs",...URL.canParse(rulesPage)?{informationUri:rulesPage}:{},rules:CATALOGUE.map(rule=>describe(
rule,rulesPage))}},invocations:[{executionSuccessful:!0,...left>0?{toolExecutionNotifications:[{level:"warning",message:{text:leftOut(left)}}]}:{}}],columnKind:"\
utf16CodeUnits",results:kept.map(toResult)}]}}async function writeSarif(files,path,findings,rulesPage){try{await files.write(path,`${JSON.stringify(toSarif(findings,
rulesPage))}
`)}catch(error){throw errorOf(error,"sarif-path","sarif-path")}}function mostSevere(findings){return findings.length<=MAX_RESULTS?findings:["error","warning","n\
otice"].flatMap(level=>findings.filter(({severity})=>severity===level)).slice(0,MAX_RESULTS)}function leftOut(left){return`${count(left)} less severe findings a\
re left out: code scanning takes ${count(MAX_RESULTS)}.`}function describe({id,severity,title,why,source},rulesPage){return{id,name:id.replace(/(^|-)([a-z0-9])/g,
(_,__,letter)=>letter.toUpperCase()),shortDescription:{text:forSarif(title)},fullDescription:{text:forSarif(why)},...URL.canParse(rulesPage)?{helpUri:`${rulesPage}\
#${id}`}:{},help:{text:forSarif(`${title} ${why} (${source.name}, ${source.url})`),markdown:`${title}

${why}

Source: [${source.name}](${source.url})`},defaultConfiguration:{enabled:severity!=="off",level:LEVELS[severity]},properties:{tags:["security"]}}}function toResult({
rule,severity,path,line,message,fix}){return{ruleId:rule,ruleIndex:CATALOGUE.findIndex(({id})=>id===rule),level:LEVELS[severity],message:{text:forSarif(`${message}\
 ${fix}`)},locations:[{physicalLocation:{artifactLocation:{uri:relativeUri(path),uriBaseId:"%SRCROOT%"},region:{startLine:line??1}}}],partialFingerprints:{primaryLocationLineHash:`${createHash(
"sha256").update(`${rule}\0${path}${line===void 0?"":`\0${message}`}`).digest("hex").slice(0,16)}:1`}}}function relativeUri(path){return Buffer.from(path).toString().
split("/").map(segment=>encodeURIComponent(segment).replace(/[!'()*]/g,mark=>`%${mark.charCodeAt(0).toString(16)}`)).join("/")}export{writeSarif};
