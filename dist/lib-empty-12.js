import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{newStory}from"./part-report-story.js";import"./lib-empty-2.js";export{newStory};
