import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{isSamePlace}from"./part-aws-place.js";function spanOf(horizons,place){let own=horizons.filter(horizon=>isSamePlace(horizon,place));if(own.length===0)return;let since=Math.max(...own.map(horizon=>horizon.
since===null?0:Date.parse(horizon.since))),until=Math.min(...own.map(({time})=>Date.parse(time)));return since<until?{since,until}:void 0}var CLOCKS_MS=1440*6e4;
function isAhead({time},now){return Date.parse(time)>now+CLOCKS_MS}function horizonOf({since,until},{account,region}){let iso=time=>new Date(time).toISOString();
return{account,region,since:since<=0?null:iso(since),time:iso(until)}}function joinSpans(known,added){return known===void 0||added===void 0?known??added:added.since>
known.until||known.since>added.until?known:{since:Math.min(known.since,added.since),until:Math.max(known.until,added.until)}}export{spanOf,isAhead,horizonOf,joinSpans};
