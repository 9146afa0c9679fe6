import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{writeBundles}from"./part-delivery-bundle-write-bundles.js";import{bundleFiles}from"./part-delivery-bundle-c-header.js";import"./part-delivery-bundle-amazon-roots.js";import"./part-naming-bundle-names.js";
import"./part-naming-reserved-names.js";import"./part-naming-names.js";import"./part-aws-place.js";import"./part-lib-group-by.js";import"./part-naming-template.js";
import{UserError}from"./part-lib-user-error.js";import{plural}from"./part-lib-words.js";import"./part-csr-device-list.js";import"./part-lib-escape.js";
import"./lib-empty-2.js";async function deliverBundles({names,endpoint,region,thingNameOf},{directory,pemOf},outcomes,stop,onProgress){let issued=outcomes.filter(outcome=>"certificate"in
outcome),done=0,bundles=issued.map(({csr,certificate})=>{let own=names.directories.get(csr.path);if(own===void 0)throw new Error(`no name for the bundle of ${csr.
path}`);return{directory:own,archive:names.archives?.get(csr.path),async files(){if(stop.aborted)throw cancelled(issued.length-done);let device={thingName:thingNameOf(
csr),certificateId:certificate.id,endpoint,region};return bundleFiles(device,await pemOf(csr),names.formats)}}}),written=await writeBundles(bundles,directory.path,
directory.files,()=>onProgress(++done)),archives=names.archives&&new Set(bundles.map(({archive})=>archive)).size;return{devices:issued.length,archives,endpoint,
written}}function cancelled(left){return new UserError("cancelled",`The job was cancelled before the bundles of ${plural(left,"device")} were written.`,{where:"\
bundle",fix:'Press "Re-run failed jobs": the next attempt writes them, and issues nothing twice.'})}export{deliverBundles};
