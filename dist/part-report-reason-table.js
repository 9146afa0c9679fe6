import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{placeOf}from"./part-report-only-report.js";import{describeRule}from"./part-naming-name-rules.js";import{groupBy}from"./part-lib-group-by.js";import{count,plural}from"./part-lib-words.js";
import{forMarkdown,shorten,shortenPath,visible}from"./part-lib-escape.js";var TABLE_BYTES=128*1024,CELL=300;function cell(text){return forMarkdown(shorten(text,CELL))}var UNBROKEN=24,PART=new RegExp(`[^/\\s]{0,${UNBROKEN-1}}(?:[^/\\s]|\
[/\\s]|$)`,"gu");function breakable(text,limit=CELL){return(visible(shorten(text,limit)).match(PART)??[]).map(forMarkdown).join("<wbr>").replaceAll(" <wbr>"," ").
replace(/<wbr>$/,"")}function prose(text,limit=CELL){return breakable(text,limit).replace(/&#96;(.*?)&#96;/g,"<code>$1</code>")}function unbreakable(text){return cell(
text).replaceAll(" ","&nbsp;")}function folded(title,body){return`<details>
<summary>${forMarkdown(title)}</summary>

${body}
</details>
`}function link(text,url){return url===void 0||!/^https?:\/\//.test(url)||!URL.canParse(url)?text:`[${text}](${hrefOf(url)})`}function hrefOf(url){return new URL(
url).href.replace(/[()<>|\\`]/g,sign=>`%${sign.charCodeAt(0).toString(16)}`)}function table(columns,rows){return longTable(columns,rows,row=>row)}function longTable(columns,items,toRow,{
rows=Number.POSITIVE_INFINITY,bytes:most=TABLE_BYTES,elsewhere=""}={}){let lines=[`| ${columns.join(" | ")} |`,`|${columns.map(()=>" :-- |").join("")}`],bytes=0,
shown=0;for(let item of items){let line=`| ${toRow(item).join(" | ")} |`;if(bytes+=Buffer.byteLength(line)+1,bytes>most||shown===rows)break;lines.push(line),shown++}
let rest=shown<items.length?`
\u2026 and ${count(items.length-shown)} more. ${elsewhere}`.trimEnd():"";return`${lines.join(`
`)}
${rest===""?"":`${rest}
`}`}var RESULT_WORDS={failed:"failed","in-doubt":"unresolved","not-attempted":"not attempted"},NAMES=3;function reasonsOf(outcomes){let without=outcomes.filter(outcome=>"\
problem"in outcome),reasons=[...groupBy(without,({result,problem})=>[result,problem.message,problem.fix].join(`
`)).values()].flatMap(group=>{let[first]=group;if(first===void 0)return[];let{message,fix}=first.problem,names=group.slice(0,NAMES).map(({csr})=>csr.path);return[
{label:RESULT_WORDS[first.result],count:group.length,why:message,fix,names}]}),urgency=Object.values(RESULT_WORDS);return reasons.sort((a,b)=>urgency.indexOf(a.
label)-urgency.indexOf(b.label)||b.count-a.count)}function reasonsOfRules(findings,severity,label){return[...groupBy(findings.filter(finding=>finding.severity===
severity),({rule})=>rule)].flatMap(([rule,group])=>{let[first]=group;if(first===void 0)return[];let places=[...new Set(group.map(placeOf))],why=group.every(({message})=>message===
first.message)?first.message:describeRule(rule)?.title??first.message;return[{label,count:places.length,rule,why,fix:first.fix,names:places.slice(0,NAMES)}]}).sort(
(a,b)=>b.count-a.count)}var REASONS=6,WHY=180,FIX=220,NAME=80;function reasonTable(title,reasons,rulesPage,{most=REASONS,things="Files"}={}){if(reasons.length===
0)return"";let rows=reasons.slice(0,most).map(reason=>{let{label,count:files,rule,why,fix}=reason,of=rule===void 0?"":`${ruleCell(rule,rulesPage)}: `;return[`**${count(
files)}**${label===""?"":`&nbsp;${unbreakable(label)}`}`,[`${of}${prose(why,WHY)}`,fix===""?"":`**${prose(fix,FIX)}**`,namesOf(reason)].filter(Boolean).join("<b\
r>")]}),rest=reasons.length>most?`
\u2026 and ${plural(reasons.length-most,"more reason")}, in the lists below.
`:"";return`### ${title}

${table([things,"Why, **what to do**, and where"],rows)}${rest}`}function namesOf({count:files,names}){let shown=names.map(name=>breakable(shortenPath(name,NAME))).
join(", ");return files>names.length?`${shown} and ${count(files-names.length)} more`:shown}function findingTable(findings,rulesPage){return longTable(["File","\
Finding","What to do"],findings,finding=>[breakable(placeOf(finding)),`${cell(finding.severity)} ${ruleCell(finding.rule,rulesPage)}: ${breakable(finding.message)}`,
prose(finding.fix)])}function ruleCell(rule,rulesPage){return link(cell(rule),URL.canParse(rulesPage)?`${rulesPage}#${rule}`:void 0)}export{cell,breakable,prose,unbreakable,folded,link,table,longTable,RESULT_WORDS,reasonsOf,reasonsOfRules,reasonTable,findingTable,ruleCell};
