import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{count,duration}from"./part-lib-words.js";var INTERVAL_MS=5e3,DRAWING_MS=100,RATE_MS=3e4,SAMPLE_MS=1e3;function createProgress(verb,total,now,log){let interval=log.progress===void 0?INTERVAL_MS:DRAWING_MS,
shownAt=now(),past=[{time:shownAt,done:0}];return{update(done){if(done>=total)return log.progress?.(void 0);let time=now();if(time-shownAt<interval)return;shownAt=
time;let[before={time,done}]=past,perSecond=time>before.time?(done-before.done)/((time-before.time)/1e3):0;for(time-(past.at(-1)?.time??0)>=SAMPLE_MS&&past.push(
{time,done});past.length>1&&time-(past[0]?.time??time)>=RATE_MS;)past.shift();let rate=perSecond>0?perSecond:void 0,state={verb,done,total,rate,leftMs:rate&&(total-
done)/rate*1e3};log.progress===void 0?log.info(lineOf(state,perSecond)):log.progress(state)}}}function lineOf({verb,done,total,leftMs},perSecond){let left=leftMs===
void 0?"":`, about ${duration(leftMs)} left`,share=Math.floor(done/total*100);return`${verb} ${count(done)} of ${count(total)} (${share} %), ${perSecond.toFixed(
1)}/s${left}`}export{createProgress};
