import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function nearest(text,candidates){let wanted=text.toLowerCase().slice(0,100),ordered=sortWords(wanted),best,least=Math.max(2,Math.floor(wanted.length/3))+1;for(let candidate of candidates){
let other=candidate.toLowerCase(),distance=Math.min(editDistance(wanted,other),editDistance(ordered,sortWords(other)));distance>=least||([best,least]=[candidate,
distance])}return best??(wanted.length<3?void 0:candidates.find(one=>one.toLowerCase().includes(wanted)))}function sortWords(text){return text.split("-").sort().
join("-")}function editDistance(a,b){let row=Array.from({length:b.length+1},(_,index)=>index);for(let i=1;i<=a.length;i++){let next=[i];for(let j=1;j<=b.length;j++){
let replaced=(row[j-1]??0)+(a[i-1]===b[j-1]?0:1);next.push(Math.min(replaced,(row[j]??0)+1,(next[j-1]??0)+1))}row=next}return row[b.length]??0}export{nearest};
