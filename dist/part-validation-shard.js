import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var WHOLE={index:1,of:1};function shardOf({spkiSha256},shard){return shardOfKey(spkiSha256,shard)}function shardOfKey(spkiSha256,{of}){return Number.parseInt(spkiSha256.
slice(0,12),16)%of+1}export{WHOLE,shardOf,shardOfKey};
