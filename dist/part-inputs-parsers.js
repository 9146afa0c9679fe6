import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{parseTemplate}from"./part-naming-template.js";import{nearest}from"./part-lib-nearest.js";import{shorten}from"./part-lib-escape.js";import{TABLE_ADDRESS,
parseTableAddress}from"./part-records-table-address.js";import{isAbsolute,resolve}from"node:path";var Mistake=class extends Error{fix;problem;constructor(fix,problem){super(problem??fix),this.fix=fix,this.problem=problem}};function meant(text,allowed){let close=nearest(
text,allowed);return close===void 0?"":`Did you mean ${close}? `}function oneOf(...allowed){return text=>{let found=allowed.find(value=>value===text);if(found===
void 0)throw new Mistake(`${meant(text,allowed)}Allowed: ${allowed.join(", ")}.`);return found}}function booleanOr(text,...others){if(/^(true|True|TRUE)$/.test(
text))return!0;if(/^(false|False|FALSE)$/.test(text))return!1;let allowed=["true","false",...others];throw new Mistake(`${meant(text,allowed)}Allowed: ${allowed.
join(", ")}.`)}function boolean(text){return booleanOr(text)}function integer(least,most){return text=>{let value=/^\d{1,15}$/.test(text)?Number(text):Number.NaN;
if(!(value>=least&&value<=most))throw new Mistake(`Allowed: a whole number from ${least} to ${most}.`);return value}}function requestRate(text){if(text==="auto")
return{kind:"auto"};let[,digits="",percent]=/^(\d{1,5}(?:\.\d{1,3})?) ?(%?)$/.exec(text)??[],value=Number(digits);if(digits!==""&&percent==="%"&&value>=1&&value<=
100)return{kind:"share",share:value/100};if(digits!==""&&percent===""&&value>=.1)return{kind:"rate",perSecond:value};throw new Mistake("Allowed: auto, a number \
of calls a second from 0.1, such as 10, or a share of the quota from 1% to 100%.")}function matching(pattern,description){return text=>{if(!pattern.test(text))throw new Mistake(
`Allowed: ${description}.`);return text}}function list(pattern,description){return text=>itemsOf(text).map(item=>{if(pattern.test(item))return item;throw new Mistake(
`Allowed: ${description}, separated by commas or line ends.`,notAllowed(item))})}function someOf(...allowed){return text=>itemsOf(text).map(item=>{let found=allowed.
find(value=>value===item);if(found!==void 0)return found;throw new Mistake(`${meant(item,allowed)}Allowed: ${allowed.join(", ")}, or several of them, separated \
by commas or line ends.`,notAllowed(item))})}function itemsOf(text){return text.split(/[\s,]+/).filter(Boolean)}function notAllowed(item){return`${JSON.stringify(
shorten(item,ITEM_SHOWN))} is not allowed.`}var ITEM_SHOWN=100;function lines(text){return text.split(/\r?\n/).map(line=>line.trim()).filter(Boolean)}function absolute(path,workspace){
if(path.includes("\0"))throw new Mistake("Allowed: a path without a NUL character.");return isAbsolute(path)?resolve(path):resolve(workspace,path)}function template(fields){
return text=>{try{return parseTemplate(text,fields)}catch(error){throw error instanceof SyntaxError?new Mistake(`${error.message}.`):error}}}function tableAddress(text){
let address=parseTableAddress(text);if(address===void 0)throw new Mistake(`Allowed: the path of a file, ${TABLE_ADDRESS}.`);return address}export{Mistake,meant,oneOf,booleanOr,boolean,integer,requestRate,matching,list,someOf,notAllowed,lines,absolute,template,tableAddress};
