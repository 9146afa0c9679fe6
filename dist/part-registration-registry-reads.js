import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{NOT_FOUND,callRegistry}from"./part-registration-registry-calls.js";import{awsCodeOf}from"./part-issuance-iot-access.js";import{UserError}from"./part-lib-user-error.js";async function ifThere(operation,call,access){try{return await callRegistry(operation,call,access)}catch(error){if(awsCodeOf(error)===NOT_FOUND)return;throw error}}
async function ifAllowed(operation,call,access){try{return await ifThere(operation,call,access)}catch(error){if(error instanceof UserError&&error.code==="not-al\
lowed")return;throw error}}var MAX_PAGES=100;async function allOf(operation,call,access){let items=[],marker;for(let pages=0;pages<MAX_PAGES;pages++){let page=await ifThere(
operation,registry=>call(registry,marker),access);if(items.push(...page?.items??[]),marker=page?.next,marker===void 0)return items}throw new UserError("endless-\
listing",`The answers to ${operation} have no end: AWS IoT gave ${MAX_PAGES} pages.`,{where:`iot:${operation}`,fix:"Check that aws-region and AWS_ENDPOINT_URL_I\
OT lead to AWS itself, and run the job again."})}export{ifThere,ifAllowed,allOf};
