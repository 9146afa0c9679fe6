import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{count,duration}from"./part-lib-words.js";var INTERVAL_MS=5e3,RATE_INTERVALS=6;function createProgress(verb,total,now,print){let printedAt=now(),past=[{time:printedAt,done:0}];return{update(done){let time=now();
if(time-printedAt<INTERVAL_MS||done>=total)return;printedAt=time;let[before={time,done}]=past,rate=(done-before.done)/((time-before.time)/1e3);past.push({time,done}),
past.length>RATE_INTERVALS&&past.shift();let left=rate>0?`, about ${duration((total-done)/rate*1e3)} left`:"",share=Math.floor(done/total*100);print(`${verb} ${count(
done)} of ${count(total)} (${share} %), ${rate.toFixed(1)}/s${left}`)}}}export{createProgress};
