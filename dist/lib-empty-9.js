import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{createRegistryPacers,operationStats}from"./part-registration-registry-pacers.js";import"./part-issuance-pacer-bucket-pace.js";import"./part-aws-default-quotas.js";import"./part-lib-on-abort.js";
import"./part-lib-words.js";import"./lib-empty-2.js";export{createRegistryPacers,operationStats};
