import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{RULES}from"./part-csr-weak-keys-published-keys.js";var NAME_RULES=[{id:"output-path-collision",severity:"error",isFixed:!0,title:"No two certificates would be written to one file.",source:{name:"Microsoft, Namin\
g files, paths, and namespaces",url:"https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file"},why:"The second would overwrite the first, which the\
n is lost. Names that differ only in case or in Unicode normalisation are one file on Windows and macOS, so they collide everywhere."},{id:"output-path-illegal",
severity:"error",isFixed:!0,title:"The file of a certificate has a name that can be written and uploaded.",source:{name:"actions/toolkit, path-and-artifact-name\
-validation",url:"https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts"},why:"A certificate t\
hat cannot be handed over must not be created, and afterwards is too late to find out. A field of `file-name` that has no value, a name that leads out of the di\
rectory, one longer than 255 bytes, and one that the artifacts of GitHub do not take are refused."},{id:"secret-name-collision",severity:"error",isFixed:!0,title:"\
No two certificates would be written to one secret.",source:{name:"GitHub, Naming your secrets",url:"https://docs.github.com/en/actions/reference/security/secre\
ts#naming-your-secrets"},why:"The second would overwrite the first. GitHub does not tell capitals from small letters in the name of a secret; characters that a \
name cannot have are escaped so that they never make two names one."},{id:"secret-name-illegal",severity:"error",isFixed:!0,title:"The secret of a certificate h\
as a name that GitHub takes.",source:{name:"GitHub, Naming your secrets",url:"https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets"},
why:"A certificate that cannot be handed over must not be created. A field of `secret-name` that has no value, a name that begins with a digit or with `GITHUB_`\
, and one longer than 255 characters are refused."}];var CATALOGUE=[...RULES,...NAME_RULES];function describeRule(id){return BY_ID.get(id)}var BY_ID=new Map(CATALOGUE.map(rule=>[rule.id,rule]));export{CATALOGUE,describeRule};
