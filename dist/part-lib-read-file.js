import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{notAFile,notRead,tooLong}from"./part-lib-file-error.js";import{constants}from"node:fs";import{open}from"node:fs/promises";var MAX_TEXT_BYTES=5e8;async function readRegularFile(path,maxBytes=MAX_TEXT_BYTES){return(await readRegularBytes(path,maxBytes))?.toString("utf8")}async function readRegularBytes(path,maxBytes){
let handle;try{handle=await open(path,constants.O_RDONLY|(constants.O_NONBLOCK??0))}catch(error){let{code}=error;if(code==="ENOENT"||code==="ENOTDIR")return;throw notRead(
path,error)}try{let stats=await handle.stat();if(!stats.isFile())throw notAFile(path,stats);if(stats.size>maxBytes)throw tooLong(path,stats.size,maxBytes);return await handle.
readFile()}catch(error){throw notRead(path,error)}finally{await handle.close()}}export{MAX_TEXT_BYTES,readRegularFile,readRegularBytes};
