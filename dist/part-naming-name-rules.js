import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{answerText}from"./part-lib-redact.js";import{placed}from"./part-runner-log.js";import{RULES}from"./part-csr-rules-subject-meant.js";import{plural}from"./part-lib-words.js";
import{UserError}from"./part-lib-user-error.js";import{forMarkdown,shorten}from"./part-lib-escape.js";var NAME_RULES=[{id:"output-path-collision",severity:"error",isFixed:!0,title:"No two certificates would be written to one file, or one into the other.",source:{
name:"Microsoft, Naming files, paths, and namespaces",url:"https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file"},why:"The second would overwrit\
e the first, which then is lost. Names that differ only in case or in Unicode normalisation are one file on Windows and macOS, so they collide everywhere. So do\
es a file with a directory of the same name: `a.pem` and `a.pem/b.pem`."},{id:"output-path-illegal",severity:"error",isFixed:!0,title:"The file of a certificate\
 has a name that can be written and uploaded.",source:{name:"actions/toolkit, path-and-artifact-name-validation",url:"https://github.com/actions/toolkit/blob/ma\
in/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts"},why:"A certificate that cannot be handed over must not be created, and afterward\
s is too late to find out. A field of `file-name` that has no value, a name that leads out of the directory, one longer than 255 bytes, one that the artifacts o\
f GitHub do not take, the names of the manifest and the journal, and on every system what Windows keeps for devices (`CON`, `NUL`, `COM1`) or cannot end with (a\
 dot, a space) are refused: an artifact is unpacked on any of them."},{id:"secret-name-collision",severity:"error",isFixed:!0,title:"No two certificates would b\
e written to one secret.",source:{name:"GitHub, Naming your secrets",url:"https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets"},why:"\
The second would overwrite the first. GitHub does not distinguish capitals from small letters in the name of a secret; characters that a name cannot have are es\
caped so that they never make two names one."},{id:"secret-name-illegal",severity:"error",isFixed:!0,title:"The secret of a certificate has a name that GitHub t\
akes.",source:{name:"GitHub, Naming your secrets",url:"https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets"},why:"A certificate th\
at cannot be handed over must not be created. A field of `secret-name` that has no value, a name that begins with a digit or with `GITHUB_`, and one longer than\
 255 characters are refused."},{id:"thing-name-collision",severity:"error",isFixed:!0,title:"No two certificates would be attached to one thing.",source:{name:"\
AWS IoT API reference, CreateThing",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html"},why:"A thing is one device. With two keys it\
 would be two devices that are taken for each other, by policies that look at its name and by everything that is stored about it. AWS IoT distinguishes capitals\
 from small letters in the name of a thing."},{id:"thing-name-illegal",severity:"error",isFixed:!0,title:"The thing of a certificate has a name that AWS IoT tak\
es.",source:{name:"AWS IoT API reference, CreateThing",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html"},why:"AWS IoT would refuse\
 the thing when its certificate exists already. A field of `thing-name` that has no value, a name of more than 128 characters, and one with anything but letters\
 from a to z, digits, `:`, `_` and `-` are refused."},{id:"thing-attribute-illegal",severity:"error",isFixed:!0,title:"The attributes of a thing have values tha\
t AWS IoT takes.",source:{name:"AWS IoT API reference, AttributePayload",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_AttributePayload.html"},why:"\
AWS IoT would refuse the thing when its certificate exists already. A field of `thing-attributes` that has no value, a value of more than 800 characters, and on\
e with anything but letters from a to z, digits and `_.,@/:#=[]-` are refused."}];var CATALOGUE=[...RULES,...NAME_RULES];function describeRule(id){return BY_ID.get(id)}var BY_ID=new Map(CATALOGUE.map(rule=>[rule.id,rule]));var HEADING=160,TITLE=130,TEXT=600,ERRORS=10,SHORT=240;function headline(sign,text){return`## ${sign} ${forMarkdown(shorten(text,HEADING))}
`}function said(text,limit=TEXT){return forMarkdown(shorten(text,limit)).replace(/&#96;(.*?)&#96;/g,"<code>$1</code>")}function failureTitle(error){return error.
others.length===0?titleOf(error)[0]:`${plural(error.others.length+1,"mistake")} to correct`}function titleOf(error){let text=placed(error);if(text.length<=TITLE)
return[text,""];let end=text.indexOf(". ");return end>0&&end<TITLE?[text.slice(0,end+1),text.slice(end+2)]:[text,text]}function failureLines(error,isInHeading){
let all=[error,...error.others];if(all.length===1){let left=isInHeading?titleOf(error)[1]:placed(error);return[...left===""?[]:[`**${said(left)}**`],`**Next:** ${said(
error.fix)}`]}let isOneFix=all.every(({fix})=>fix===error.fix),list=all.slice(0,ERRORS).map(one=>`- **${said(placed(one),SHORT)}**${isOneFix?"":` ${said(one.fix,
SHORT)}`}`),more=all.length-ERRORS;return more>0&&list.push(`- \u2026 and ${plural(more,"more mistake")}, which the log has`),[`**Next:** ${isOneFix?said(error.
fix):"Correct what is listed here, and run the job again."}`,list.join(`
`)]}function failureSummary(error){return`${headline("\u274C",failureTitle(error))}
${failureLines(error,!0).join(`

`)}
`}function bugOf(error){let reason=answerText(error instanceof Error?error.message:String(error));return new UserError("bug",`This is a bug in the action, pleas\
e report it: ${reason}`,{fix:"Its stack is in the log of this step."})}export{CATALOGUE,describeRule,headline,said,failureTitle,failureLines,failureSummary,bugOf};
