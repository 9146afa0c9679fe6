import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{wishHash}from"./part-registration-wish-hash.js";import"./lib-empty-2.js";function recordsOf(idsOf,registered){return{isRemembered:({spkiSha256},wish,carried)=>idsOf(spkiSha256).some(id=>registered.get(id)?.registration===wishHash(wish,
id,carried))}}export{recordsOf};
