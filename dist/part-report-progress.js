import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function createProgress(verb,total,now,print){let printedAt=now(),past=[{time:printedAt,done:0}];return{update(done){let time=now();if(time-printedAt<5e3||done>=
total)return;printedAt=time;let[before={time,done}]=past,rate=(done-before.done)/((time-before.time)/1e3);past.push({time,done}),past.length>6&&past.shift();let left=rate>
0?`, about ${duration((total-done)/rate*1e3)} left`:"",share=Math.floor(done/total*100);print(`${verb} ${count(done)} of ${count(total)} (${share} %), ${rate.toFixed(
1)}/s${left}`)}}}function count(value){return String(value).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g,",")}function plural(value,noun){return`${count(value)} ${noun}${value===
1?"":"s"}`}function duration(ms){if(ms<1e3)return`${Math.round(ms)} ms`;let seconds=Math.round(ms/1e3);return seconds<60?`${seconds} s`:seconds<3600?`${Math.floor(
seconds/60)} min ${seconds%60} s`:`${Math.floor(seconds/3600)} h ${Math.floor(seconds%3600/60)} min`}function entryBytes({file,pem}){return Buffer.byteLength(`${JSON.stringify(file)}:${JSON.stringify(pem)},`)}function pack(sizes){let bins=[];for(let[position,size]of sizes.
entries()){let bin=bins.find(({room})=>room>=size);bin===void 0&&(bin={room:47998,positions:[]},bins.push(bin)),bin.room-=size,bin.positions.push(position)}return bins.
map(({positions})=>positions)}function bundleValue(entries){return JSON.stringify(Object.fromEntries(entries.map(({file,pem})=>[file,pem])))}function bundleNames(prefix,parts){
return{parts:Array.from({length:parts},(_,part)=>`${prefix}_${part+1}`),index:`${prefix}_INDEX`}}function indexValue(secrets,certificates){return JSON.stringify(
{secrets,certificates})}export{createProgress,count,plural,duration,entryBytes,pack,bundleValue,bundleNames,indexValue};
