import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{directoriesOf,foldName,refuseReserved}from"./part-naming-reserved-names.js";import{nameCsrs}from"./part-naming-names.js";import{parseTemplate}from"./part-naming-template.js";var DEFAULT_FILE_NAME=parseTemplate("{path}.pem"),MAX_NAME_BYTES=255,NOT_ON_WINDOWS=/[<>:"|?*\\\p{Cc}]/u;function certificateFiles(csrs,template,runId,forArtifact,columnsOf){
return nameCsrs(csrs,{template,runId,columnsOf,noun:"certificate file",rule:"output-path",input:"file-name",fold:foldName,directoriesOf,refuseValue:(value,field)=>field!==
"path"&&/[/\\\p{Cc}]/u.test(value)?`{${field}} holds a slash, a backslash or a control character.`:void 0,refuse:name=>refuseFileName(name,forArtifact)})}function refuseFileName(name,forArtifact){
let segments=name.split("/");return segments.some(segment=>/^\.{0,2}$/.test(segment))?"It leads out of the directory, or to no file.":new RegExp("\\p{Surrogate}",
"u").test(name)?"It holds half a character, for which no file system has a name of its own.":segments.some(segment=>Buffer.byteLength(segment)>MAX_NAME_BYTES)?`\
No file system takes a name of more than ${MAX_NAME_BYTES} bytes.`:forArtifact&&/[":<>|*?\\\r\n]/.test(name)?'GitHub takes no file into an artifact whose name h\
olds " : < > | * ? \\ or a line break; `deliver: directory` does.':process.platform==="win32"&&NOT_ON_WINDOWS.test(name)?'Windows takes no name that holds < > :\
 " | ? * \\ or a control character.':refuseReserved(name)}function productionLines(paths){let above=commonDirectory(paths),own=paths.map(path=>path.slice(above.length).split("/").slice(0,-1)[0]??""),whole=own.every(name=>name===
"")?above.split("/").at(-2)??"":void 0,names=new Map;return new Map(paths.map((path,index)=>{let name=whole??own[index]??"",folded=foldName(name),first=names.get(
folded)??name;return names.set(folded,first),[path,first]}))}function commonDirectory(paths){let[first=""]=paths,above=first.slice(0,first.lastIndexOf("/")+1);for(let path of paths)
for(;!path.startsWith(above);)above=above.slice(0,above.lastIndexOf("/",above.length-2)+1);return above}var BUNDLE_FORMATS=["der","c-header","nvs-csv"],CONFIG_JSON="config.json",CERTIFICATE_PEM="certificate.pem",ROOTS_PEM="AmazonRootCAs.pem",SHA256SUMS="SHA256SUMS",
ROOT_NAMES=["AmazonRootCA1","AmazonRootCA2","AmazonRootCA3","AmazonRootCA4"],CERTIFICATE_DER="certificate.der",ROOTS_DER=ROOT_NAMES.map(name=>`${name}.der`),C_HEADER="\
iot_device.h",NVS_CSV="nvs.csv",FILES_OF={der:[CERTIFICATE_DER,...ROOTS_DER],"c-header":[C_HEADER],"nvs-csv":[NVS_CSV]};function bundleFileNames(formats){return[
CONFIG_JSON,CERTIFICATE_PEM,ROOTS_PEM,...formats.flatMap(format=>FILES_OF[format]),SHA256SUMS]}var ARCHIVE_DIRECTORY="bundles",ARCHIVE_OF_NO_LINE=`${ARCHIVE_DIRECTORY}\
.zip`,ARCHIVE_SUMS=`${ARCHIVE_DIRECTORY}.sha256`;function*bundlePaths({directories,archives,formats},csrs){let inside=bundleFileNames(formats),found=new Set;for(let csr of csrs){
let directory=directories.get(csr),archive=archives?.get(csr);if(archive!==void 0)found.add(archive);else if(directory!==void 0)for(let name of inside)yield`${directory}\
/${name}`}found.size>0&&(yield*[...found,ARCHIVE_SUMS])}function bundleDirectory(certificateFile){return certificateFile.replace(/\.pem$/,"")}function archiveOf(line){
return line===""?ARCHIVE_OF_NO_LINE:`${ARCHIVE_DIRECTORY}/${line}.zip`}function nameBundles(csrs,certificateFiles2,{formats,archives,forArtifact}){let named=csrs.
flatMap(({path})=>{let file=certificateFiles2.get(path);return file===void 0?[]:[{path,file,directory:bundleDirectory(file)}]}),lines=archives?productionLines(named.
map(({path})=>path)):void 0,archiveByPath=lines&&new Map([...lines].map(([path,line])=>[path,archiveOf(line)])),findings=[];for(let{path,directory}of named){let archive=archiveByPath?.
get(path),complaint=refuseFileName(directory,forArtifact||archives);complaint!==void 0&&findings.push(illegal(path,"directory of its bundle",directory,complaint));
let other=archive===void 0?void 0:refuseFileName(archive,!0);other!==void 0&&findings.push(illegal(path,"archive of its production line",archive??"",other))}let files=new Map(
named.map(({path,file})=>[path,file]));return findings.push(...findBundleClashes(files,bundleFileNames(formats),new Set(archiveByPath?.values()))),{directories:new Map(
named.map(({path,directory})=>[path,directory])),archives:archiveByPath,formats,findings}}function illegal(path,what,name,complaint){return{rule:"bundle-name-un\
usable",severity:"error",path,message:`The ${what} cannot be called "${name}": ${complaint}`,fix:"Rename the file or its directory, or choose other fields in fi\
le-name."}}function findBundleClashes(files,inside,archives){let certificates=new Map([...files].map(([path,file])=>[foldName(file),path])),holders=new Map([...files].
map(([path,file])=>[foldName(bundleDirectory(file)),path])),own=new Set(inside.map(foldName)),written=new Set([...archives,...archives.size===0?[]:[ARCHIVE_SUMS]].
map(foldName)),findings=new Map,add=finding=>{findings.has(finding.path)||findings.set(finding.path,finding)};for(let[path,file]of files){let directory=bundleDirectory(
file),rival=certificates.get(foldName(directory));if(rival!==void 0)for(let one of[path,rival])add(notADirectory(one,directory,rival,path));for(let place of[...directoriesOf(
file),file,directory]){let folded=foldName(place),slash=folded.lastIndexOf("/"),holder=slash<0?void 0:holders.get(folded.slice(0,slash));if(holder!==void 0&&own.
has(folded.slice(slash+1)))for(let one of[path,holder])add(inABundle(one,place,path,holder));written.has(folded)&&add(anArchive(path,place))}}return[...findings.
values()]}var MOVE="Rename one of the files or directories, or choose other fields in file-name.";function notADirectory(path,place,certificate,bundle){return{rule:"\
bundle-place-taken",severity:"error",path,message:`${place} would be the certificate of ${certificate}, and the directory of the bundle of ${bundle}.`,fix:MOVE}}
function inABundle(path,place,owner,holder){return{rule:"bundle-place-taken",severity:"error",path,message:`${place} would be a file of the bundle of ${holder},\
 and belong to ${owner}.`,fix:MOVE}}function anArchive(path,place){return{rule:"bundle-place-taken",severity:"error",path,message:`${place} would belong to it, \
and be where an archive of bundles goes.`,fix:MOVE}}export{DEFAULT_FILE_NAME,certificateFiles,BUNDLE_FORMATS,CONFIG_JSON,CERTIFICATE_PEM,ROOTS_PEM,SHA256SUMS,ROOT_NAMES,CERTIFICATE_DER,ROOTS_DER,C_HEADER,NVS_CSV,
bundleFileNames,ARCHIVE_SUMS,bundlePaths,bundleDirectory,nameBundles};
