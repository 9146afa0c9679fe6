import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{partitionOf}from"./part-aws-place.js";var SUFFIXES={aws:"amazonaws.com","aws-us-gov":"amazonaws.com","aws-cn":"amazonaws.com.cn"};function isDataEndpoint(address,region){let suffix=SUFFIXES[partitionOf(
region)],[prefix,...rest]=address.split(/(?=[-.]ats\.iot\.)/),end=rest.join("");return suffix!==void 0&&/^[a-z0-9]{1,59}$/.test(prefix??"")&&[`-ats.iot.${region}\
.${suffix}`,`.ats.iot.${region}.${suffix}`].includes(end)}export{isDataEndpoint};
