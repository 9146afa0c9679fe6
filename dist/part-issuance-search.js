import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{createListing}from"./part-issuance-listing.js";import{joinSpans}from"./part-records-reach.js";import{checkPem}from"./part-records-read-certificate.js";import{forEach}from"./part-lib-for-each.js";
import{describeIfThere}from"./part-issuance-iot-access.js";var LISTING_LAG_MS=1e4,MARGIN_MS=5e3,SETTLED_MS=LISTING_LAG_MS+MARGIN_MS,WIDTH=256;function createSweeper(options){let{access,known,onSeen,onUnknown,onProgress}=options,
keys,covered,seen=new Map,relevant=new Map,begun=options.listing,inspect=async id=>{let answer=await describeIfThere(access,id),checked=answer&&checkPem(answer.
pem);if(answer===void 0||checked===void 0)return;let{spkiSha256,pem}=checked;keys??=options.keys();let{status,createdAt}=answer;keys.has(spkiSha256)&&relevant.set(
id,{spkiSha256,certificate:{id,pem,status,createdAt}}),seen.set(id,spkiSha256),onSeen?.(id,spkiSha256)},list=async(listing,since,{within,othersSince}={})=>{let done=covered!==
void 0&&covered.since<=Math.max(since,0)?covered.until:since;await listing.back(Math.max(since,done)-MARGIN_MS);let isAsked=createdAt=>createdAt>=since-MARGIN_MS&&
isWithin(createdAt,within),listed=[];for(let[id,{createdAt}]of listing.seen){if(!isAsked(createdAt))continue;let key=known(id);key!==void 0?seen.set(id,key):(relevant.
has(id)||!seen.has(id))&&listed.push([id,createdAt])}listed.push(...foundBefore(relevant,listing).filter(([,createdAt])=>isAsked(createdAt)));let isUnknown=([id])=>!seen.
has(id),until=(listed.some(isUnknown)?await othersSince?.():void 0)??Number.POSITIVE_INFINITY;return listed=listed.filter(([,createdAt])=>createdAt<until),{ids:listed.
map(([id])=>id),unknown:listed.filter(isUnknown).map(([id])=>id),until}},inspectAll=async ids=>{let done=0;await forEach(ids,WIDTH,async id=>{await inspect(id),
onProgress?.(++done,ids.length)})},cover=({begunAt=0},since,end)=>{let until=Math.min(begunAt-SETTLED_MS,end);since<until&&(covered=joinSpans(covered,{since:Math.
max(since,0),until}))};return{seen,get covered(){return covered},async look(wanted,since,bounds){let listing=begun??createListing(access);begun=void 0;let{ids,unknown,
until}=await list(listing,since,bounds);return onUnknown?.(unknown.length),await inspectAll(unknown),bounds?.within===void 0&&cover(listing,since,until),foundAmong(
ids,wanted,relevant)},async lookAgain(wanted,since,most){let listing=createListing(access),{ids,unknown,until}=await list(listing,since),looked=unknown.slice(0,
most);return await inspectAll(looked),looked.length===unknown.length&&cover(listing,since,until),{found:foundAmong(ids,wanted,relevant),left:unknown.length-looked.
length}}}}function isWithin(createdAt,spans){return spans===void 0?!0:spans.some(({since,until})=>createdAt>=since-MARGIN_MS&&createdAt<=until+MARGIN_MS)}function foundBefore(relevant,listing){
return[...relevant].map(([id,{certificate}])=>[id,certificate.createdAt]).filter(([id])=>!listing.seen.has(id)).sort(([,a],[,b])=>b-a)}function foundAmong(ids,wanted,relevant){
let found=new Map;for(let id of ids){let{spkiSha256="",certificate}=relevant.get(id)??{};if(certificate===void 0||!wanted.has(spkiSha256))continue;let certificates=found.
get(spkiSha256);certificates===void 0?found.set(spkiSha256,[certificate]):certificates.push(certificate)}return found}export{LISTING_LAG_MS,MARGIN_MS,SETTLED_MS,createSweeper};
