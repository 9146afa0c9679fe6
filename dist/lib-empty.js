import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{TABLE_ADDRESS,addressText,isTableAddress,parseTableAddress,tableArn}from"./part-records-table-address.js";import"./lib-empty-2.js";export{TABLE_ADDRESS,addressText,isTableAddress,parseTableAddress,tableArn};
