import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function withGrace(signal,ms,clock){let end=new AbortController,begin=()=>{clock.sleep(ms).then(()=>end.abort(signal.reason))};return signal.aborted?begin():signal.
addEventListener("abort",begin,{once:!0}),end.signal}export{withGrace};
