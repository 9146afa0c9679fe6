import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{context,getOctokit}from"./lib-octokit-plugin-rest-endpoint-methods.js";import"./lib-octokit-request-error.js";import"./lib-undici.js";import"./lib-empty-2.js";export{context,getOctokit};
