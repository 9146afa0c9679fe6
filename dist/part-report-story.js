import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function newStory(clock){return{start:clock.now(),outcomes:[],duplicates:[]}}export{newStory};
