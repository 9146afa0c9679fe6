import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{RULES}from"./part-re2js.js";var NAME_RULES=[{id:"output-path-collision",severity:"error",isFixed:!0,title:"No two certificates would be written to one file.",source:{name:"Microsoft, Namin\
g files, paths, and namespaces",url:"https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file"},why:"The second would overwrite the first, which the\
n is lost. Names that differ only in case or in Unicode normalisation are one file on Windows and macOS, so they collide everywhere."},{id:"output-path-illegal",
severity:"error",isFixed:!0,title:"The file of a certificate has a name that can be written and uploaded.",source:{name:"actions/toolkit, path-and-artifact-name\
-validation",url:"https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts"},why:"A certificate t\
hat cannot be handed over must not be created, and afterwards is too late to find out. A field of `file-name` that has no value, a name that leads out of the di\
rectory, one longer than 255 bytes, and one that the artifacts of GitHub do not take are refused."}];var CATALOGUE=[...RULES,...NAME_RULES];function describeRule(id){return BY_ID.get(id)}var BY_ID=new Map(CATALOGUE.map(rule=>[rule.id,rule]));export{CATALOGUE,describeRule};
