import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{startEmulator}from"./part-emulator-aws-sts.js";import"./lib-empty.js";export{startEmulator};
