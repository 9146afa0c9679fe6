import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{Headers,HttpClient,HttpClientError,HttpClientResponse,HttpCodes,MediaTypes,getProxyUrl,isHttps}from"./lib-actions-http-client.js";import"./lib-undici.js";
import"./lib-empty-2.js";export{Headers,HttpClient,HttpClientError,HttpClientResponse,HttpCodes,MediaTypes,getProxyUrl,isHttps};
