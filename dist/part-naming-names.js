import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{columnsIn,fieldsOf,renderTemplate}from"./part-naming-template.js";function withoutExtension(path){let dot=path.lastIndexOf(".");return dot>path.lastIndexOf("/")+1?path.slice(0,dot):path}function fileStem(path){let stem=withoutExtension(
path);return stem.slice(stem.lastIndexOf("/")+1)}function nameCsrs(csrs,naming){let{template,rule,noun,input,refuse,refuseValue,write,fold,isCaseSensitive=!1}=naming,fields=fieldsOf(template),byPath=new Map,owners=new Map,
shared=new Map,findings=[];for(let[position,csr]of csrs.entries()){let values=valuesOf(csr,position+1,csr.spkiSha256,naming),empty=fields.find(field=>(values[field]??
"")==="");if(empty!==void 0){findings.push(withoutValue(csr,empty,naming));continue}let name=renderTemplate(template,values,write),complaint=fields.map(field=>refuseValue?.(
values[field]??"",field)).find(Boolean)??refuse(name);if(complaint!==void 0){findings.push({rule:`${rule}-illegal`,severity:"error",path:csr.path,message:`Its ${noun}\
 cannot be called "${name}": ${complaint}`,fix:`Rename the file, or choose other fields in ${input}.`});continue}byPath.set(csr.path,name);let key=fold(name),owner=owners.
get(key),sharing=shared.get(key);owner===void 0?owners.set(key,csr.path):sharing===void 0?shared.set(key,[owner,csr.path]):sharing.push(csr.path)}for(let sharing of shared.
values())for(let path of sharing){let others=sharing.slice(0,4).filter(other=>other!==path);findings.push({rule:`${rule}-collision`,severity:"error",path,message:`\
Its ${noun} would be called ${byPath.get(path)}, as would that of ${others.slice(0,3).join(", ")}.`,fix:`Rename one of the files so that they differ in more tha\
n ${isCaseSensitive?"extension":"case or extension"}, or choose other fields in ${input}.`})}findings.push(...filesAsDirectories(byPath,owners,naming));for(let{
path}of findings)byPath.delete(path);let positions=fields.includes("index")?new Map(csrs.map(({path},position)=>[path,position])):void 0;return{byPath,findings,
final:(csr,certificateId)=>renderTemplate(template,valuesOf(csr,(positions?.get(csr.path)??0)+1,certificateId,naming),write)}}var MEANINGS={cn:"common name","se\
rial-number":"serial number",ou:"organizational unit"};function withoutValue({path},field,{rule,input}){let[column]=columnsIn([{field,capitals:!1}]);return column!==
void 0?{rule:`${rule}-illegal`,severity:"error",path,message:`Its device has nothing in the column ${column} of the devices file, which ${input} uses.`,fix:`Fil\
l the cell in, or choose other fields in ${input}.`}:{rule:`${rule}-illegal`,severity:"error",path,message:`It has no ${MEANINGS[field]??`{${field}}`}, which ${input}\
 uses: {${field}} has no value.`,fix:`Choose other fields in ${input}, or have the device make a CSR that has one.`,input}}function filesAsDirectories(names,owners,{
directoriesOf,fold,noun,rule,input}){if(directoriesOf===void 0)return[];let findings=new Map,add=(path,message)=>{if(findings.has(path))return;let fix=`Rename o\
ne of the files or directories, or choose other fields in ${input}.`;findings.set(path,{rule:`${rule}-collision`,severity:"error",path,message,fix})};for(let[path,
name]of names)for(let directory of directoriesOf(name)){let owner=owners.get(fold(directory));owner!==void 0&&(add(path,`Its ${noun} would be called ${name}, bu\
t ${directory} would be that of ${owner}.`),add(owner,`Its ${noun} would be called ${names.get(owner)}, but that of ${path} would be in a directory of this name\
.`))}return[...findings.values()]}function valuesOf(csr,index,certificateId,{template,runId,columnsOf}){let columns=columnsIn(template),cells=columns.length===0?
void 0:columnsOf?.(csr);return{name:fileStem(csr.path),path:withoutExtension(csr.path),cn:csr.commonName,"serial-number":csr.serialNumber,ou:csr.organizationalUnit,
"certificate-id":certificateId,"csr-sha256":csr.csrSha256,index:String(index),"run-id":runId,...Object.fromEntries(columns.map(column=>[`device:${column}`,cells?.
get(column)]))}}export{fileStem,nameCsrs,withoutValue,valuesOf};
