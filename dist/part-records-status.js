import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function isUsable(status){return status==="ACTIVE"||status==="INACTIVE"}function isRetired(status){return status!=null&&status!==""&&!isUsable(status)}var DELETED="\
DELETED";function withdrawnAs({status,retiredAt}){return isRetired(status)?status??void 0:retiredAt==null?void 0:"RETIRED"}function mergedStatus(before,after){return isRetired(
before)&&after!==DELETED?before??null:after}function isActivation(recorded,now){return recorded==="INACTIVE"&&now==="ACTIVE"}export{isUsable,isRetired,DELETED,withdrawnAs,mergedStatus,isActivation};
