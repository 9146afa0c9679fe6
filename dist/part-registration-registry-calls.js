import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{awsCodeOf,callUntilAnswered}from"./part-issuance-iot-access.js";var YOUNG_WAITS_MS=[500,1e3,2e3,4e3],MAX_PAGES=10,NOT_FOUND="ResourceNotFoundException";async function callRegistry(operation,call,{registry,pacers,clock,signal,
report},isYoung=!1){for(let waits=0;;waits++)try{return await callUntilAnswered(`iot:${operation}`,()=>call(registry),pacers[operation],{clock,signal,report})}catch(error){
let waitMs=isYoung&&awsCodeOf(error)===NOT_FOUND?YOUNG_WAITS_MS[waits]:void 0;if(waitMs===void 0)throw error;await clock.sleep(waitMs,signal)}}async function thingIfThere(name,access){
try{return await callRegistry("DescribeThing",registry=>registry.describeThing(name),access)}catch(error){if(awsCodeOf(error)===NOT_FOUND)return;throw error}}async function principalsOf(thing,access){
try{return await allPages(token=>callRegistry("ListThingPrincipalsV2",registry=>registry.listThingPrincipals(thing,token),access))}catch(error){let code=awsCodeOf(
error);if(code===void 0||code===NOT_FOUND)throw error;return allPages(token=>callRegistry("ListThingPrincipals",registry=>registry.listThingPrincipalsV1(thing,token),
access))}}async function thingsOf(certificate,access){return allPages(token=>callRegistry("ListPrincipalThings",registry=>registry.listPrincipalThings(certificate,
token),access))}async function allPages(read){let items=[],token;for(let pages=0;pages<MAX_PAGES;pages++){let page=await read(token);if(items.push(...page.items),
token=page.next,token===void 0)break}return items}export{YOUNG_WAITS_MS,NOT_FOUND,callRegistry,thingIfThere,principalsOf,thingsOf};
