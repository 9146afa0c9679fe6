import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{UsageError}from"./part-inputs-input-table.json.js";function wholeNumber({flags,command},name,{standard,least,most}){let text=String(flags[name]??standard),value=/^\d{1,15}$/.test(text)?Number(text):Number.NaN;if(value>=
least&&value<=most)return value;throw new UsageError(`--${name}: ${JSON.stringify(text)} is not allowed; allowed: a whole number from ${least} to ${most}.`,command)}export{wholeNumber};
