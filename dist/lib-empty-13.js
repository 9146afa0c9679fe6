import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{templateWishes}from"./part-registration-template-wishes.js";import"./part-lib-wildcards.js";import"./part-naming-names.js";import"./part-csr-rules-thing-name.js";import"./part-csr-parse-string-types.js";
import"./part-naming-template.js";import"./part-lib-user-error.js";import"./part-lib-words.js";import"./part-csr-parse-der.js";import"./part-csr-device-list.js";
import"./part-lib-escape.js";import"./lib-empty-2.js";export{templateWishes};
