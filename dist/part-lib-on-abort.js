import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var listeners=new WeakMap;function onAbort(signal,listener){let waiting=listeners.get(signal)??listenTo(signal),mine=()=>listener();return waiting.add(mine),()=>waiting.
delete(mine)}function listenTo(signal){let waiting=new Set;listeners.set(signal,waiting);let tellAll=()=>{for(let listener of waiting)listener();waiting.clear()};
return signal.addEventListener("abort",tellAll,{once:!0}),waiting}export{onAbort};
