import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
async function loadSubjectPatterns(){let{RE2JS,RE2JSException}=await import("./lib-re2js.js");return pattern=>{if(pattern.length>1e3)throw new SyntaxError(
"it is longer than 1000 characters");try{let expression=RE2JS.compile(pattern);return subject=>expression.matches(subject)}catch(error){throw error instanceof RE2JSException?
new SyntaxError(error.message.replace("error parsing regexp: ",""),{cause:error}):error}}}export{loadSubjectPatterns};
