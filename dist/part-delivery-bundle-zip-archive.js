import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{require_zip_stream}from"./lib-readable-stream.js";import{__toESM}from"./lib-empty-2.js";import{createHash}from"node:crypto";var import_zip_stream=__toESM(require_zip_stream(),1),NO_TIME=new Date(Date.UTC(1980,0,1)),MODE=420,LEVEL=1;async function*zipOf(files){let stream=new import_zip_stream.default(
{zlib:{level:LEVEL}}),added=(async()=>{for await(let{name,content}of files)await addFile(stream,name,content);stream.finalize()})();added.catch(error=>stream.destroy(
error)),yield*stream,await added}function addFile(stream,name,content){let bytes=Buffer.from(content);return new Promise((resolve,reject)=>{let failed=error=>reject(
error);stream.once("error",failed),stream.entry(bytes,{name,date:NO_TIME,mode:MODE},error=>{stream.off("error",failed),error==null?resolve():reject(error)})})}async function writeArchive(path,bundles,files,onWritten){let hash=createHash("sha256");async function*members(){for(let{directory,files:make}of bundles){for(let[
name,content]of await make())yield{name:`${directory}/${name}`,content};onWritten()}}async function*hashed(){for await(let piece of zipOf(members()))hash.update(
piece),yield piece}return await files.write(path,hashed()),hash.digest("hex")}export{writeArchive};
