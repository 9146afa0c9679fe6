import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var MEANINGS=[[/\bgetaddrinfo ENOTFOUND (\S+)/,host=>`DNS does not know ${host}`],[/\bgetaddrinfo EAI_AGAIN (\S+)/,host=>`DNS did not answer for ${host}`],[/\bconnect ECONNREFUSED (\S+)/,
address=>`nothing accepts connections at ${address}`],[/\bconnect ETIMEDOUT (\S+)/,address=>`no connection to ${address} in time`],[/\bconnect (?:EHOSTUNREACH|ENETUNREACH) (\S+)/,
address=>`there is no route to ${address}`],[/\bread ECONNRESET|socket hang up/,()=>"the connection was closed before the answer came"],[/\bwrite (?:EPIPE|ECONNRESET)/,
()=>"the connection was closed while the request was sent"],[/Client network socket disconnected before secure TLS connection was established/,()=>"the connecti\
on was closed before TLS began"],[/^.*:SSL routines:.*(?:wrong version number|packet length too long):.*$/,()=>"what answered does not speak TLS"]];function inWords(text){
for(let[pattern,say]of MEANINGS){let[found,place=""]=pattern.exec(text)??[];if(found!==void 0)return text.replace(found,()=>say(place))}return text}export{inWords};
