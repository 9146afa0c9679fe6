import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var LEAST_CSRS_TO_ASK=100;async function pacerMode(rate,csrs,readQuota){switch(rate.kind){case"rate":return{kind:"fixed",perSecond:rate.perSecond};case"share":{
let quota=await readQuota();return quota===void 0?{kind:"auto",share:rate.share}:{kind:"fixed",perSecond:quota*rate.share}}case"auto":{let quota=csrs<LEAST_CSRS_TO_ASK?
void 0:await readQuota();return quota===void 0?{kind:"auto",share:1}:{kind:"known",quota}}}}function expectedRate(rate){return rate.kind==="rate"?rate.perSecond:
rate.kind==="share"?15*rate.share:15}function shareOf(rate){return rate.kind==="share"?rate.share:1}export{pacerMode,expectedRate,shareOf};
