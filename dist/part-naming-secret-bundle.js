import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function entryBytes({file,pem}){return Buffer.byteLength(`${JSON.stringify(file)}:${JSON.stringify(pem)},`)}function pack(sizes){let bins=[];for(let[position,size]of sizes.
entries()){let bin=bins.find(({room})=>room>=size);bin===void 0&&(bin={room:47998,positions:[]},bins.push(bin)),bin.room-=size,bin.positions.push(position)}return bins.
map(({positions})=>positions)}function bundleValue(entries){return JSON.stringify(Object.fromEntries(entries.map(({file,pem})=>[file,pem])))}function bundleNames(prefix,parts){
return{parts:Array.from({length:parts},(_,part)=>`${prefix}_${part+1}`),index:`${prefix}_INDEX`}}function indexValue(secrets,certificates){return JSON.stringify(
{secrets,certificates})}export{entryBytes,pack,bundleValue,bundleNames,indexValue};
