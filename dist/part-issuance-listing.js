import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{listPage}from"./part-issuance-iot-access.js";import{UserError}from"./part-lib-user-error.js";import{count}from"./part-lib-words.js";var MAX_IDLE_PAGES=100;function createPageTurner(){let markers=new Set,oldest=Number.POSITIVE_INFINITY,idlePages=0;return({certificates,next})=>{if(next===void 0)
return;if(markers.has(next))throw endless("gave the same marker twice");markers.add(next);let before=oldest;for(let{createdAt}of certificates)oldest=Math.min(oldest,
createdAt);if(idlePages=oldest<before?0:idlePages+1,idlePages>MAX_IDLE_PAGES)throw endless(`gave ${idlePages} pages in a row without an older certificate`);return next}}
function endless(what){return new UserError("endless-listing",`The answers to ListCertificates have no end: AWS IoT ${what}.`,{where:"iot:ListCertificates",fix:"\
Check that aws-region and AWS_ENDPOINT_URL_IOT lead to AWS itself, and run the job again."})}async function listWhileCheaper(listing,look){for(let left=look();left>listing.pages+1&&!listing.isComplete;left=look())await listing.next()}var REPORTED_PAGES=150;
function createListing(access){let{iot,clock,report}=access,seen=new Map,turnPage=createPageTurner(),marker,oldest=Number.POSITIVE_INFINITY,pages=0,isComplete=!1,
begunAt,next=async()=>{let asked=clock.now(),page=await listPage(access,marker);begunAt??=iot.awsTime()-(clock.now()-asked),pages++,pages%REPORTED_PAGES===0&&report?.(
`Listed ${count(seen.size+page.certificates.length)} certificates of the account so far`);for(let{id,status,createdAt}of page.certificates)seen.has(id)||seen.set(
id,{status,createdAt}),oldest=createdAt;marker=turnPage(page),marker===void 0&&(isComplete=!0)};return{seen,get pages(){return pages},get isComplete(){return isComplete},
get begunAt(){return begunAt},next,async back(earliest){for(;!isComplete&&oldest>=earliest;)await next()}}}export{listWhileCheaper,createListing};
