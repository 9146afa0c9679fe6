import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{RESULT_WORDS,breakable,cell,folded,link,longTable,unbreakable}from"./part-report-reason-table.js";import{certificateArn,consolePages}from"./part-aws-place.js";
import{count,plural}from"./part-lib-words.js";import{forMarkdown,shortenPath}from"./part-lib-escape.js";function whereCertificatesAre(story){let issued=story.outcomes.filter(outcome=>"certificate"in outcome);if(issued.length===0)return"";let inactive=issued.filter(
({certificate})=>certificate.status==="INACTIVE").length;return[`### Where the certificates are
`,...placesOf(story),"",...beforeUse(issued.length,inactive,story.account,hasPolicies(story))].join(`
`)}function placesOf(story){let{artifact,secrets,bundles,directory,account,ledgerPath,shared,pagePath}=story,lines=[];if(artifact!==void 0&&lines.push(`- Artifa\
ct ${link(cell(artifact.name),artifact.url)}, ${breakable(artifact.digest)}`),secrets!==void 0){let{where,written,kept}=secrets;lines.push(`- ${plural(written,"\
secret")} written in the ${breakable(where)}, ${count(kept)} there already`)}if(directory!==void 0){let page=pagePath?.startsWith(directory.path)?" and report.h\
tml":"";lines.push(`- Directory ${breakable(directory.path)}, with manifest.json, manifest.csv${page}`)}if(bundles!==void 0){let{devices,archives,endpoint}=bundles,
where=archives===void 0?"each in a directory of its own":`in ${plural(archives,"archive")}`;lines.push(`- ${plural(devices,"bundle")}, ${where}, for ${breakable(
endpoint)}`)}if(ledgerPath!==void 0&&lines.push(`- Ledger ${breakable(ledgerPath)}`),shared!==void 0&&lines.push(`- Ledger ${breakable(shared.table.address)}`),
account!==void 0){let{account:id,region,arn}=account;lines.push(`- AWS account ${forMarkdown(id)} in ${forMarkdown(region)}, signed in as ${breakable(arn)}`)}return lines}
function beforeUse(all,inactive,place,havePolicies=!1){if(havePolicies&&inactive===0)return[];let which=inactive===all?all===1?"It is":`All ${count(all)} are`:`${count(
inactive)} are`,status=inactive===0?"":`**${which} INACTIVE.** `;return[havePolicies?`${status}No device connects with a certificate before it is ACTIVE:`:`${status}\
To connect, a certificate needs ${inactive===0?"an AWS IoT policy":"status ACTIVE and an AWS IoT policy"}. AWS IoT attaches none, and neither did this run:`,"",
"```sh",...inactive===0?[]:[`aws iot update-certificate --certificate-id ID --new-status ACTIVE${regionOf(place)}`],...havePolicies?[]:[`aws iot attach-policy -\
-policy-name NAME --target ${arnOf(place)}`],"```",""]}function hasPolicies({registryPlan}){let devices=registryPlan?.devices??[];return devices.length>0&&devices.
every(({rights})=>rights.length>0)}function regionOf(place){return place===void 0||!/^[a-z0-9-]+$/.test(place.region)?"":` --region ${place.region}`}function arnOf(place){
return place!==void 0&&/^\d{12}$/.test(place.account)&&/^[a-z0-9-]+$/.test(place.region)?`${certificateArn(place,"ID")}${regionOf(place)}`:"ARN"}var ID=12,LISTED=50;
function certificateList({outcomes,secrets,account,registration}){let issued=outcomes.filter(outcome=>"certificate"in outcome);if(issued.length===0)return"";let things=new Map(
registration?.outcomes.map(({path,thing=""})=>[path,thing])),columns=["CSR","Common name","Key","Result","Status"];registration!==void 0&&columns.push("Thing"),
secrets!==void 0&&columns.push("Secret");let rows=longTable([...columns,"Certificate"],issued,({csr,certificate,result})=>[breakable(csr.path),breakable(csr.commonName??
""),unbreakable(csr.key.name),result,cell(certificate.status??""),...registration===void 0?[]:[breakable(things.get(csr.path)??"")],...secrets===void 0?[]:[breakable(
secrets.byPath.get(csr.path)??"")],certificateLink(certificate.id,account)],{rows:LISTED,elsewhere:"manifest.csv and report.html have all of them."});return folded(
issued.length>LISTED?`The first ${LISTED} of ${plural(issued.length,"certificate")}`:plural(issued.length,"certificate"),rows)}function certificateLink(id,place){
let pages=place&&consolePages(place.region);return pages===void 0?breakable(id):link(cell(id.slice(0,ID)),`${pages}${encodeURIComponent(id)}`)}function withoutList({
outcomes}){let without=outcomes.filter(outcome=>"problem"in outcome);if(without.length===0)return"";let rows=longTable(["CSR","Result","Why"],without,({csr,result,
problem})=>[breakable(csr.path),unbreakable(RESULT_WORDS[result]),breakable(problem.message,100)]);return folded(`${plural(without.length,"CSR")} without a cert\
ificate`,rows)}var FEW=5;function duplicateList({duplicates,account}){if(duplicates.length===0)return"";let toRow=({csr,certificate})=>[breakable(shortenPath(csr.
path,160)),certificateLink(certificate.id,account),cell(certificate.status??"")],columns=["CSR","Second certificate","Status"],heading=`### Duplicates: a second\
 certificate for the same key
`,shown=longTable(columns,duplicates.slice(0,FEW),toRow);return duplicates.length<=FEW?`${heading}
${shown}`:`${heading}
${shown}
${folded(`Duplicates, all ${count(duplicates.length)}`,longTable(columns,duplicates,toRow))}`}export{whereCertificatesAre,beforeUse,certificateList,certificateLink,withoutList,duplicateList};
