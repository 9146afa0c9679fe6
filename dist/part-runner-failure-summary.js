import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{answerText}from"./part-lib-redact.js";import{placed}from"./part-runner-log.js";import{UserError}from"./part-lib-user-error.js";import{plural}from"./part-lib-words.js";
import{forMarkdown,shorten}from"./part-lib-escape.js";var HEADING=160,TITLE=130,TEXT=600,ERRORS=10,SHORT=240;function headline(sign,text){return`## ${sign} ${forMarkdown(shorten(text,HEADING))}
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
e report it: ${reason}`,{fix:"Its stack is in the log of this step."})}export{headline,said,failureTitle,failureLines,failureSummary,bugOf};
