import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import"./lib-empty-2.js";function wishesOf(csrs,things,options){let{thingName,thingType,thingGroups,billingGroup,principalType,policies}=options,wishes=new Map;for(let{path}of csrs){if(thingName===
void 0){wishes.set(path,{thing:void 0,policies});continue}let named=things.get(path);if(named===void 0)throw new Error(`The thing of ${path} has no name.`);let thing={
name:named.name,typeName:thingType,groups:thingGroups,billingGroup,attributes:named.attributes,principalType};wishes.set(path,{thing,policies})}return wishes}export{wishesOf};
