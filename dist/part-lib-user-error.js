import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var UserError=class extends Error{name="UserError";code;where;fix;others;constructor(code,message,details){super(message,details.cause===void 0?void 0:{cause:details.
cause}),this.code=code,this.where=details.where,this.fix=details.fix,this.others=details.others??[]}};function joinErrors(errors){let all=errors.flatMap(error=>[
error,...error.others]),different=new Map(all.map(error=>[[error.where,error.message,error.fix].join(`
`),error])),[first,...others]=different.values();if(first===void 0)return;let{code,message,where,fix,cause}=first;return new UserError(code,message,{fix,cause,others,
...where===void 0?{}:{where}})}export{UserError,joinErrors};
