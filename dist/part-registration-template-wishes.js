import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{matchesWildcards}from"./part-lib-wildcards.js";import{valuesOf}from"./part-naming-names.js";import{THING_NAME}from"./part-csr-rules-thing-name.js";import{
fieldsOf,renderTemplate}from"./part-naming-template.js";import{UserError,joinErrors}from"./part-lib-user-error.js";import{plural}from"./part-lib-words.js";
import{shorten}from"./part-lib-escape.js";var MAX_VALUE=4096,NAMED=3;function templateWishes(csrs,template,options,runId){let early=joinErrors([...parameterErrors(template,options),...policyErrors(template,
options)]);if(early!==void 0)throw early;let wishes=new Map,empty=new Map,tooLong=[],byThing=new Map;for(let csr of csrs){let values=valuesOf(csr,0,void 0,{template:[],
runId,columnsOf:void 0}),parameters=new Map;for(let{name,value}of options.parameters){for(let field of fieldsOf(value))(values[field]??"")===""&&push(empty,field,
csr.path);let text=renderTemplate(value,values);text.length>MAX_VALUE&&tooLong.push(csr.path),parameters.set(name,text)}let thing=thingOf(template,parameters);thing!==
void 0&&push(byThing,thing,csr.path),wishes.set(csr.path,{thing:void 0,policies:[],provisioning:{thing,template,parameters}})}let late=joinErrors([...valueErrors(
empty,tooLong),...thingErrors(byThing,options)]);if(late!==void 0)throw late;return wishes}function push(lists,key,path){let list=lists.get(key);list===void 0?lists.
set(key,[path]):list.push(path)}function thingOf({thingName,parameters:known},given){if(thingName!==void 0)return"text"in thingName?thingName.text:given.get(thingName.
parameter)??known.get(thingName.parameter)??""}function parameterErrors({parameters,unused},options){let given=new Set(options.parameters.map(({name})=>name)),missing=[
...parameters].flatMap(([name,standard])=>standard===void 0&&!given.has(name)?name:[]),strange=[...given].filter(name=>!parameters.has(name)&&!unused.has(name)),
idle=[...given].filter(name=>unused.has(name)),error=(message,fix)=>new UserError("template-parameters",message,{where:"template-parameters",fix});return[...missing.
length===0?[]:[error(`The provisioning template has parameters without a value: ${listed(missing)}.`,"Give each a line, as Name={template}.")],...strange.length===
0?[]:[error(`The provisioning template does not declare ${listed(strange)}.`,"Remove the line, or correct the name.")],...idle.length===0?[]:[error(`The provisi\
oning template uses ${listed(idle)} for nothing but the certificate, which comes from the CSR.`,"Remove the line.")]]}function policyErrors({named,namesAllPolicies},{
name,allowedPolicies}){if(allowedPolicies===void 0)return[];let error=(message,fix)=>new UserError("provisioning-template",message,{where:name,fix}),refused=named.
policies.filter(policy=>!allowedPolicies.some(one=>matchesWildcards(policy,one)));return[...refused.length===0?[]:[error(`The provisioning template names polici\
es that are none of allowed-policies: ${listed(refused)}.`,`Allowed: ${listed(allowedPolicies)}.`)],...namesAllPolicies?[]:[error("The provisioning template has\
 a policy without a name of its own, and allowed-policies is set.","Write the PolicyName of each policy as a text.")]]}function valueErrors(empty,tooLong){let errors=[
...empty].map(([field,paths])=>new UserError("template-parameters",`${plural(paths.length,"CSR")} ${paths.length===1?"has":"have"} no {${field}}.`,{where:placesOf(
paths),fix:"Choose other fields in template-parameters."}));if(tooLong.length===0)return errors;let message=`The values of ${plural(tooLong.length,"CSR")} are t\
oo long: a parameter of a provisioning template has ${MAX_VALUE} characters at most.`,fix="Choose other fields in template-parameters.";return[...errors,new UserError(
"template-parameters",message,{where:placesOf(tooLong),fix})]}function thingErrors(byThing,{name}){let illegal=[...byThing].filter(([thing])=>!THING_NAME.test(thing)),
shared=[...byThing].filter(([,paths])=>paths.length>1),error=([thing,paths],what)=>new UserError("provisioning-template",`The provisioning template calls a thin\
g "${shorten(thing,128)}": ${what}`,{where:placesOf(paths),fix:`Have ThingName in ${name} refer to a parameter, and choose its fields in template-parameters.`});
return[...illegal.slice(0,NAMED).map(one=>error(one,"a name has 1 to 128 letters, digits, colons, underscores and hyphens.")),...shared.slice(0,NAMED).map(one=>error(
one,"two devices would be one thing."))]}function listed(names){return names.slice(0,10).map(name=>shorten(name,128)).join(", ")}function placesOf(paths){return`${paths.
slice(0,NAMED).join(", ")}${paths.length>NAMED?" \u2026":""}`}export{templateWishes};
