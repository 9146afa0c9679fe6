import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{LISTING_LAG_MS}from"./part-issuance-search.js";import{isUsable}from"./part-records-status.js";import{UserError}from"./part-lib-user-error.js";import{plural}from"./part-lib-words.js";var MOST=600;async function findSecondCertificates(created,since,{access,log},sweeper){let byKey=new Map(created.map(csr=>[csr.spkiSha256,csr])),keys=new Set(byKey.
keys()),seconds=new Map;try{for(let wait of[0,LISTING_LAG_MS]){wait>0&&await access.clock.sleep(wait,access.signal);let{found,left}=await sweeper.lookAgain(keys,
since,MOST);for(let[spkiSha256,certificates]of found){let csr=byKey.get(spkiSha256);for(let{id,pem,status,createdAt}of csr===void 0?[]:certificates){if(csr===void 0||
!isUsable(status))continue;let issuedAt=new Date(createdAt).toISOString();seconds.set(id,{csr,certificate:{id,pem,status,issuedAt,origin:void 0}})}}if(left>0&&log.
annotate("notice",tooMany(left),{title:"second-certificates"}),left>0||seconds.size===0)break}}catch(error){if(access.signal.aborted)return[...seconds.values()];
if(!(error instanceof UserError))throw error;log.annotate("notice",`It is not known whether others created certificates for the same keys. ${error.message}`,{title:"\
second-certificates"})}return[...seconds.values()]}function tooMany(left){return`While this run created certificates, others did, too; ${plural(left,"certificat\
e")} of theirs were not looked at, so second certificates of the same keys may be among them. The next run that searches names them, and so does \`reconcile: alw\
ays\`.`}export{findSecondCertificates};
