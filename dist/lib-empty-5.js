import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{startEmulator}from"./part-emulator-github-rest.js";import"./lib-empty-2.js";export{startEmulator};
