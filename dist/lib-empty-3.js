import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{ExitCode,addPath,debug,endGroup,error,exportVariable,getBooleanInput,getIDToken,getInput,getMultilineInput,getState,group,info,isDebug,markdownSummary,notice,
platform_exports,saveState,setCommandEcho,setFailed,setOutput,setSecret,startGroup,summary,toPlatformPath,toPosixPath,toWin32Path,warning}from"./lib-actions-core.js";
import"./lib-actions-http-client.js";import"./lib-undici.js";import"./lib-empty-2.js";export{ExitCode,addPath,debug,endGroup,error,exportVariable,getBooleanInput,getIDToken,getInput,getMultilineInput,getState,group,info,isDebug,markdownSummary,notice,
platform_exports as platform,saveState,setCommandEcho,setFailed,setOutput,setSecret,startGroup,summary,toPlatformPath,toPosixPath,toWin32Path,warning};
