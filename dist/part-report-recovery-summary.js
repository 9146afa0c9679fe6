import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{beforeUse}from"./part-report-hand-over-summary.js";import{breakable,cell,folded,link,longTable,table}from"./part-report-reason-table.js";import{headline,said}from"./part-runner-failure-summary.js";
import{count,plural}from"./part-lib-words.js";var RERUN='Press "Re-run failed jobs": what has its certificate is not issued again.';function recoverySummary(story){let{certificates,inDoubt,delivered,registered,
artifact}=story,what=`${plural(certificates.length,"certificate")} and the journal are`,doubt=inDoubt.size===0?"":`, ${count(inDoubt.size)} unresolved`;return[headline(
"\u26A0\uFE0F",`The step was ended before it was finished: ${plural(certificates.length,"certificate")} saved${doubt}`),`**Next:** ${said(RERUN)}${inDoubt.size===
0?"":` It looks for the certificates of the unresolved ${inDoubt.size===1?"CSR":"CSRs"} in the account first.`}
`,table(["Certificates","Unresolved","Secrets written"],[[certificates.length,inDoubt.size,delivered.size].map(count)]),`### Where the certificates are
`,artifact===void 0?`- ${what} in the directory ${breakable(story.root)} on the runner, and in AWS IoT: no artifact could be uploaded`:`- ${what} in the artifac\
t ${link(cell(artifact.name),artifact.url)}`,...registered.size===0?[]:[`- ${plural(registered.size,"device")} registered in AWS IoT so far; the next attempt do\
es the rest`],...story.confirmed?[]:["- AWS IoT could not confirm them; each PEM proves its id and its key"],"",...certificates.length===0?[]:beforeUse(certificates.
length,inactiveOf(story),story.place,registered.size>0),...listsOf(story)].join(`
`)}function revocationRecoverySummary(revoked,asked,next){let what=revoked===void 0?`${count(asked)} asked for`:`${count(revoked)} of ${count(asked)} revoked`;return[
headline("\u26A0\uFE0F",`The step was ended before it was finished: ${what}`),`**Next:** ${said(next)}
`,table(["Asked for","Revoked"],[[count(asked),revoked===void 0?"not known":count(revoked)]])].join(`
`)}function retirementRecoverySummary(recorded,begun,next){let what=`${count(begun)} begun with, ${recorded===void 0?"not known how many are done":`${count(recorded)}\
 done`}`;return[headline("\u26A0\uFE0F",`The step was ended before it was finished: ${what}`),`**Next:** ${said(next)}
`,table(["Begun with","Done"],[[count(begun),recorded===void 0?"not known":count(recorded)]])].join(`
`)}function inactiveOf({certificates}){return certificates.filter(({certificate})=>certificate.status==="INACTIVE").length}function listsOf({inDoubt,delivered}){
let paths=[...inDoubt.values()].map(({csr})=>csr.path),secrets=[...delivered.keys()];return[...paths.length===0?[]:[list(plural(paths.length,"unresolved CSR"),"\
CSR",paths)],...secrets.length===0?[]:[list(`${plural(secrets.length,"secret")} written`,"Secret",secrets)]]}function list(title,column,items){return folded(title,
longTable([column],items,item=>[breakable(item)]))}export{RERUN,recoverySummary,revocationRecoverySummary,retirementRecoverySummary};
