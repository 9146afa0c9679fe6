import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{lastValue}from"./part-csr-parse-string-types.js";var THING_NAME=/^[a-zA-Z0-9:_-]{1,128}$/,thingName={about:"request",id:"thing-name",severity:"off",isFixed:!1,title:"The common name can be the name of a thing.",
source:{name:"AWS IoT API reference, CreateThing",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html"},why:"The name of a thing has 1\
 to 128 letters, digits, `:`, `_` and `-`, and policies that compare it with the common name need both to be the same. A certificate needs none of this, so the \
rule is off until `rules` asks for it, as in `thing-name=error`. The names that the input `thing-name` makes are always checked: [`thing-name-illegal`](#thing-n\
ame-illegal).",check({request:{subject}}){let name=lastValue(subject,"CN");if(!(name!==void 0&&THING_NAME.test(name)))return{message:`Its common name ${name===void 0?
"is missing":"cannot be the name of a thing"}.`,fix:"Make the CSR with a common name of 1 to 128 letters, digits, colons, underscores and hyphens."}}};export{THING_NAME,thingName};
