import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{placeOf}from"./part-report-only-report.js";import{plural}from"./part-lib-words.js";import{shorten}from"./part-lib-escape.js";var SHOWN=8,TEXT=3e3,LOGGED=1e3;function annotateFindings(findings,rulesPage,log){for(let level of["error","warning","notice"]){let all=inGroups(findings.filter(
finding=>finding.severity===level)),line=group=>{let{rule,message,fix}=group[0],what=group.length===1?`${placeOf(group[0])}: ${message}`:`${plural(group.length,
"file")}: ${message}`,places=group.length===1?"":` The files are ${listed(group)}.`;return`${shorten(what,TEXT)} ${fix} [${rule}] ${rulesPage}#${rule}${places}`},
shown=new Set(filesFirst(all).slice(0,SHOWN));for(let group of shown)log.annotate(level,line(group),shownAt(group[0]));let rest=all.filter(group=>!shown.has(group));
if(rest.length!==0){log.annotate(level,`And ${plural(rest.length,`more ${level}`)}: the log and the job summary list them.`);for(let group of rest.slice(0,LOGGED))
log.info(`${level}: ${line(group)}`);rest.length>LOGGED&&log.info(`${level}: and ${plural(rest.length-LOGGED,"more finding")}`)}}}function shownAt({path,line,rule}){
return{file:path,...line===void 0?{}:{line:String(line)},title:rule}}function inGroups(findings){let groups=new Map;for(let finding of findings){let text=[finding.
rule,finding.message,finding.fix].join(`
`),known=groups.get(text);known===void 0?groups.set(text,[finding]):known.push(finding)}return[...groups.values()]}var PATHS=10,PATHS_TEXT=800;function listed(group){
let paths=shorten(group.slice(0,PATHS).map(placeOf).join(", "),PATHS_TEXT);return group.length>PATHS?`${paths} and ${plural(group.length-PATHS,"more file")}`:paths}
function filesFirst(groups){let firsts=new Map;for(let group of groups)firsts.has(group[0].path)||firsts.set(group[0].path,group);return[...firsts.values(),...groups.
filter(group=>firsts.get(group[0].path)!==group)]}function annotateDuplicates(duplicates,log){for(let{csr,certificate}of duplicates.slice(0,SHOWN)){let what=`${csr.
path}: AWS IoT holds another valid certificate for its key, ${certificate.id}.`;log.annotate("warning",`${what} Revoke it when nothing uses it.`,{file:csr.path,
title:"duplicate-certificate"})}let more=duplicates.length-SHOWN;more>0&&log.annotate("warning",`And ${plural(more,"more duplicate certificate")}: the job summa\
ry lists them.`)}function annotateContradictions(contradictions,log){for(let{csr,certificateId,reason}of contradictions.slice(0,SHOWN)){let what=`${csr.path}: a\
 record names the certificate ${certificateId} for it, and ${reason}. It was not used.`;log.annotate("warning",`${shorten(what,TEXT)} Find out who wrote that re\
cord: ledger, manifest, journal or artifact.`,{file:csr.path,title:"record-contradicted"})}let more=contradictions.length-SHOWN;more>0&&log.annotate("warning",`\
And ${plural(more,"more record")} that the account contradicts.`)}function annotateKeptStatuses(outcomes,changed,wantsActive,log){for(let{csr,recorded,now}of changed.
slice(0,SHOWN))log.annotate("notice",`${csr.path}: its certificate is ${now} in AWS IoT and ${recorded} in the records. It stays ${now}.`,{file:csr.path,title:"\
status-changed"});changed.length>SHOWN&&log.annotate("notice",`And ${plural(changed.length-SHOWN,"more certificate")} whose status was changed.`);let known=new Set(
changed.map(({csr})=>csr)),inactive=outcomes.flatMap(outcome=>outcome.result==="reused"&&outcome.certificate.status==="INACTIVE"&&!outcome.awaitsActivation&&!known.
has(outcome.csr)?[outcome.certificate.id]:[]);!wantsActive||inactive.length===0||log.annotate("notice",`${plural(inactive.length,"reused certificate")} stay INA\
CTIVE, ${inactive[0]} among them: this run did not create them. To activate one: aws iot update-certificate --certificate-id ID --new-status ACTIVE`,{title:"sta\
ys-inactive"})}function annotateDisabled(before,after,log){let kept=after.filter((outcome,index)=>{let awaited=before[index];return awaited===void 0||!("certifi\
cate"in awaited)||!("certificate"in outcome)?!1:awaited.awaitsActivation&&!outcome.awaitsActivation&&outcome.certificate.status!=="ACTIVE"});for(let{csr}of kept.
slice(0,SHOWN))log.annotate("notice",`${csr.path}: the status of its certificate was changed since an earlier attempt created it. It stays as it is in AWS IoT.`,
{file:csr.path,title:"status-changed"});kept.length>SHOWN&&log.annotate("notice",`And ${plural(kept.length-SHOWN,"more certificate")} whose status was changed.`)}export{annotateFindings,annotateDuplicates,annotateContradictions,annotateKeptStatuses,annotateDisabled};
