import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{UserError}from"./part-lib-user-error.js";import{count}from"./part-lib-words.js";import{shorten}from"./part-lib-escape.js";import{constants}from"node:fs";import{open}from"node:fs/promises";var WRITABLE="Make the place writable and free the disk if it is full, or name another place, and run the job again: certificates that exist are found and not i\
ssued twice.",READABLE="Give the user that the job runs as permission to read it, or name another one.",REASONS={EROFS:"the file system is read-only",ENOSPC:"th\
e disk is full",EDQUOT:"the disk quota is used up",ENAMETOOLONG:"the name, or the whole path, is longer than this file system takes",EBUSY:"it is in use, or mou\
nted by itself",ENOENT:"there is no such file or directory",ENOTDIR:"a part of its path is not a directory",EISDIR:"it is a directory",ELOOP:"its links lead in \
a circle",EIO:"the disk has an error",ENXIO:"nobody reads from it"},PATH_SHOWN=300;function reasonOf(error,verb){let{code}=error;if(code===void 0)return error instanceof
Error?error.message:String(error);let there=verb==="write"?"write there":"read it",known=/^(EACCES|EPERM)$/.test(code)?`the user that the job runs as may not ${there}`:
REASONS[code];return known===void 0?code:`${known} (${code})`}function notWritten(path,error){if(error instanceof UserError)return error;let shown=shorten(path,
PATH_SHOWN);return new UserError("not-written",`${shown} cannot be written: ${reasonOf(error,"write")}.`,{where:shown,fix:WRITABLE,cause:error})}function whyNotWritten(what,error){
return error instanceof UserError?error.message:`${what} cannot be written: ${reasonOf(error,"write")}.`}function tooLong(path,bytes,maxBytes){let shown=shorten(
path,PATH_SHOWN);return new UserError("not-read",`${shown} has ${count(bytes)} bytes, and no more than ${count(maxBytes)} are read.`,{where:shown,fix:"Restore i\
t from its history, or name another one."})}function notRead(path,error){if(error instanceof UserError)return error;let shown=shorten(path,PATH_SHOWN);return new UserError(
"not-read",`${shown} cannot be read: ${reasonOf(error,"read")}.`,{where:shown,fix:READABLE,cause:error})}function isMountPoint(path){return new UserError("not-w\
ritten",`${path} is mounted by itself and cannot be replaced as a whole.`,{where:path,fix:"Mount its directory instead of the file."})}function isLink(path,target){
return new UserError("not-written",`${path} is a link, to ${target}; links are not followed there.`,{where:path,fix:"Remove the link, or name the place that it \
leads to."})}function notAFile(path,stats){let what=stats.isDirectory()?"a directory":stats.isFIFO()?"a FIFO":"a device or a socket";return new UserError("not-a\
-file",`${path} is ${what}, not a file.`,{where:path,fix:"Name a file, or remove what stands there."})}function notADirectory(path){return new UserError("not-wr\
itten",`${path} is not a directory.`,{where:path,fix:"Name a directory, or remove what stands there."})}function errorOf(error,code,where){let problem=notWritten(
where,error);return["not-written","not-read","not-a-file"].includes(problem.code)?new UserError(code,problem.message,{where:shorten(where,PATH_SHOWN),fix:problem.
fix,cause:error}):problem}var MAX_TEXT_BYTES=5e8;async function readRegularFile(path,maxBytes=MAX_TEXT_BYTES){return(await readRegularBytes(path,maxBytes))?.toString("utf8")}async function readRegularBytes(path,maxBytes){
let handle;try{handle=await open(path,constants.O_RDONLY|(constants.O_NONBLOCK??0))}catch(error){let{code}=error;if(code==="ENOENT"||code==="ENOTDIR")return;throw notRead(
path,error)}try{let stats=await handle.stat();if(!stats.isFile())throw notAFile(path,stats);if(stats.size>maxBytes)throw tooLong(path,stats.size,maxBytes);return await handle.
readFile()}catch(error){throw notRead(path,error)}finally{await handle.close()}}export{notWritten,whyNotWritten,tooLong,notRead,isMountPoint,isLink,notAFile,notADirectory,errorOf,MAX_TEXT_BYTES,readRegularFile,readRegularBytes};
