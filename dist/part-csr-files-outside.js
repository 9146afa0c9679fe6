import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{UserError}from"./part-lib-user-error.js";var SHOWN=5;function listSome(texts){let more=texts.length>SHOWN?` and ${texts.length-SHOWN} more`:"";return`${texts.slice(0,SHOWN).join(", ")}${more}`}function leadsOutside(paths,root,fix){
return new UserError("outside-workspace",`${listSome(paths)} leads out of the workspace, ${root.given}.`,{fix:fix??"Use patterns and links that stay inside of i\
t, or exclude these with a pattern that starts with !.",where:"csr-path"})}export{listSome,leadsOutside};
