import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{GLOB_SYNTAX,j,lt}from"./part-glob.js";import{errorOf,readRegularFile}from"./part-lib-file-error.js";import{UserError}from"./part-lib-user-error.js";
import{debianKey,ecPrivateNumber,publishedKey,rsaClosePrimes,rsaKnownPrime,rsaMediumFactor,rsaPatternedPrime,rsaPrivateExponent,rsaRegularModulus,rsaRoca,rsaSharedFactor,
rsaSmallFactor,rsaSmoothPrime}from"./part-csr-weak-keys-published-keys.js";function createPathMatcher(patterns){let syntax={...GLOB_SYNTAX,platform:"linux",dot:!0},{scurry}=new j(".",{cwd:"/repository",...syntax}),matching=new lt(patterns.
map(trimmed),{...syntax});return path=>patterns.includes(path)||matching.ignored(scurry.cwd.resolve(path))}function trimmed(pattern){return pattern.replace(/^(\.\/)+/,
"")}var SINGLE_KEY_RULES=[rsaSmallFactor,rsaClosePrimes,rsaRoca,rsaSmoothPrime,rsaPatternedPrime,rsaRegularModulus,rsaPrivateExponent,debianKey,publishedKey,ecPrivateNumber],
MANY_KEYS_RULES=[rsaMediumFactor,rsaKnownPrime,rsaSharedFactor],KEY_RULE_IDS=[...SINGLE_KEY_RULES,...MANY_KEYS_RULES].map(({id})=>id);var MAX_BYTES=16*1024*1024,CERTIFICATE_ID=/^[0-9a-f]{64}$/i;async function readIds({certificateIds,idLists}){let ids=new Map(certificateIds.map(id=>[id.toLowerCase(),
"certificate-id"]));for(let list of idLists)for(let id of await readList(list))ids.has(id)||ids.set(id,`file=${list.name}`);return ids}async function readList({
name,path}){let text;try{text=await readRegularFile(path,MAX_BYTES)}catch(error){throw errorOf(error,"revoke-list",name)}if(text===void 0)throw new UserError("r\
evoke-list","The list of certificates does not exist.",{where:name,fix:"Correct the name after `file=` in the input `revoke`; it is relative to the root of the \
checked-out repository."});let ids=[],number=0;for(let line of text.replace(/^\ufeff/,"").split(/\r?\n/)){number++;let id=line.replace(/#.*$/,"").trim();if(id!==
""){if(!CERTIFICATE_ID.test(id))throw new UserError("revoke-list",`Line ${number} is not the id of a certificate. Nothing was revoked.`,{where:name,fix:"Write o\
ne id a line, 64 hexadecimal digits. What follows a # is a remark."});ids.push(id.toLowerCase())}}if(ids.length>0)return ids;throw new UserError("revoke-list","\
The list of certificates is empty. Nothing was revoked.",{where:name,fix:"Write one id a line, 64 hexadecimal digits, or take the line `file=` out of the input \
`revoke`."})}export{createPathMatcher,SINGLE_KEY_RULES,MANY_KEYS_RULES,KEY_RULE_IDS,CERTIFICATE_ID,readIds};
