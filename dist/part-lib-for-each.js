import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
async function forEach(items,width,work){let failures=[],next=0,worker=async()=>{for(;next<items.length&&failures.length===0;){let index=next++;try{await work(items[index],
index)}catch(error){failures.push(error)}}};if(await Promise.all(Array.from({length:Math.min(width,items.length)},worker)),failures.length>0)throw failures[0]}export{forEach};
