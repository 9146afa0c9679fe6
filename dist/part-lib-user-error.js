import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var UserError=class extends Error{name="UserError";code;where;fix;others;constructor(code,message,details){super(message,details.cause===void 0?void 0:{cause:details.
cause}),this.code=code,this.where=details.where,this.fix=details.fix,this.others=details.others??[]}};export{UserError};
