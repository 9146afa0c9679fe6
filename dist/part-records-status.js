import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function isUsable(status){return status==="ACTIVE"||status==="INACTIVE"}function isRetired(status){return status!=null&&status!==""&&!isUsable(status)}function isActivation(recorded,now){
return recorded==="INACTIVE"&&now==="ACTIVE"}export{isUsable,isRetired,isActivation};
