import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function countOf({rows},result){return rows.filter(row=>row.result===result).length}function openIn({rows}){return rows.filter(({result})=>result!=="already"&&result!==
"gone"&&result!=="contradicted").length}export{countOf,openIn};
