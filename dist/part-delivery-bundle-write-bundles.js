import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{sha256Sums}from"./part-delivery-bundle-c-header.js";import{ARCHIVE_SUMS}from"./part-naming-bundle-names.js";import{groupBy}from"./part-lib-group-by.js";import{join}from"node:path";async function writeBundles(bundles,directory,files,onWritten=()=>{}){let written=[],digests=new Map;for(let[archive,members]of groupBy(bundles,bundle=>bundle.archive)){
if(archive===void 0){for(let{directory:own,files:make}of members){for(let[name,content]of await make()){let path=join(directory,own,name);await files.write(path,
content),written.push(path)}onWritten()}continue}let{writeArchive}=await import("./part-delivery-bundle-zip-archive.js");digests.set(archive,await writeArchive(join(directory,
archive),members,files,onWritten)),written.push(join(directory,archive))}if(digests.size>0){let path=join(directory,ARCHIVE_SUMS);await files.write(path,sha256Sums(
digests)),written.push(path)}return written}export{writeBundles};
