import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function compareThing(wish,found){let differences=[],compare=(what,asked,there)=>{asked!==void 0&&asked!==there&&differences.push({what,asked,found:there})};compare(
"type",wish.typeName,found.typeName),compare("billing group",wish.billingGroup,found.billingGroup);for(let[name,value]of wish.attributes)compare(`attribute ${name}`,
value,found.attributes.get(name));return differences}function describeDifferences(differences){return differences.map(({what,asked,found})=>`${what} ${asked} (f\
ound: ${found??"none"})`).join(", ")}export{compareThing,describeDifferences};
