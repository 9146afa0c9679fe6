import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function count(value){return String(value).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g,",")}function plural(value,noun){return`${count(value)} ${noun}${value===
1?"":"s"}`}function duration(ms){if(ms<1e3)return`${Math.round(ms)} ms`;let seconds=Math.round(ms/1e3);return seconds<60?`${seconds} s`:seconds<3600?`${Math.floor(
seconds/60)} min ${seconds%60} s`:`${Math.floor(seconds/3600)} h ${Math.floor(seconds%3600/60)} min`}export{count,plural,duration};
