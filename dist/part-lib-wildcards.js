import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function matchesWildcards(text,pattern){let at=0,patternAt=0,star=-1,starEnd=0;for(;at<text.length;){let expected=pattern[patternAt];if(expected==="*")star=patternAt++,
starEnd=at;else if(expected!==void 0&&(expected==="?"||expected===text[at]))patternAt++,at++;else if(star>=0)patternAt=star+1,at=++starEnd;else return!1}return/^\**$/.
test(pattern.slice(patternAt))}export{matchesWildcards};
