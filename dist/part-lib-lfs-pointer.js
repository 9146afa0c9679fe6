import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
function isLfsPointer(text){return/^\ufeff?version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(text)}var LFS_FIX="Set `lfs: true` for act\
ions/checkout (elsewhere: `git lfs pull`), so that the file itself is there.";export{isLfsPointer,LFS_FIX};
