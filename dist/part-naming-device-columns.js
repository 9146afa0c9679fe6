import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{columnsIn}from"./part-naming-template.js";import{nearest}from"./part-lib-nearest.js";import{UserError}from"./part-lib-user-error.js";function columnsOfDevices(list,lines){return({path})=>{let device=lines.get(path);return device&&new Map(list.columns.map((column,index)=>[column,device.cells[index]??
""]))}}function columnUsers({fileName,secrets,registration}){let{thingName,thingAttributes=[]}=registration??{};return[{input:"file-name",template:fileName},...secrets===
void 0?[]:[{input:"secret-name",template:secrets.name}],...thingName===void 0?[]:[{input:"thing-name",template:thingName}],...thingAttributes.map(({value})=>({input:"\
thing-attributes",template:value}))]}var SHOWN=20;function unknownColumn({input,template},list){let column=columnsIn(template).find(one=>!list.columns.includes(
one));if(column===void 0)return;let close=nearest(column,list.columns),more=list.columns.length-SHOWN,columns=`${list.columns.slice(0,SHOWN).join(", ")}${more>0?
` and ${more} more`:""}`;return new UserError("inputs",`${input}: ${list.path} has no column ${column}.`,{where:input,fix:`${close===void 0?"":`Did you mean {de\
vice:${close}}? `}The file has the columns ${columns}.`})}export{columnsOfDevices,columnUsers,unknownColumn};
