import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{inWords}from"./part-lib-network-words.js";import{shorten,visible}from"./part-lib-escape.js";var WINDOW=12,SHORTEST=6,READ_CHARACTERS=1e4,SHOWN_CHARACTERS=1e3,windows=new Set,short=new Set;function keepSecret(secret){let text=secret?.replace(/\s+/g,"")??
"";if(!(text.length<SHORTEST))for(let form of[text,...encodingsOf(text)]){form.length<WINDOW&&short.add(form);for(let at=0;at+WINDOW<=form.length;at++)windows.add(
form.slice(at,at+WINDOW))}}function encodingsOf(text){let hex=Buffer.from(text).toString("hex"),encoded=[0,1,2].map(before=>{let bytes=Buffer.concat([Buffer.alloc(
before),Buffer.from(text)]),whole=Math.floor(bytes.length*4/3);return bytes.toString("base64").slice(before===0?0:before+1,whole)}),inUrls=encoded.map(form=>form.
replaceAll("+","-").replaceAll("/","_"));return[hex,hex.toUpperCase(),...encoded,...inUrls]}function answerText(text){return shorten(visible(inWords(redacted(text.
slice(0,READ_CHARACTERS)))),SHOWN_CHARACTERS)}function redacted(text){if(windows.size===0&&short.size===0)return text;let plain=readOff(text),secret=new Uint8Array(
text.length);mark(plain,secret);for(let pass=0;pass<2;pass++)plain=decoded(plain),mark(plain,secret);let shown="";for(let at=0;at<text.length;at++)secret[at]!==
1?shown+=text[at]:secret[at-1]!==1&&(shown+="***");return shown}function readOff(text){let from=[],kept="";for(let at=0;at<text.length;at++){let character=text[at]??
"";/\s/.test(character)||(kept+=character,from.push(at))}return{text:kept,from,to:from.map(at=>at+1)}}var ESCAPES=/%([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|&#x([0-9a-fA-F]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos);|\\(["\\/nrt])/g,
NAMED={amp:"&",lt:"<",gt:">",quot:'"',apos:"'"};function decoded({text,from,to}){let kept="",starts=[],ends=[],keep=(character,first,last)=>{character.length!==
1||/\s/.test(character)||(kept+=character,starts.push(from[first]??0),ends.push(to[last]??0))},at=0;for(let match of text.matchAll(ESCAPES)){for(;at<match.index;at++)
keep(text[at]??"",at,at);let[all,percent,u,x,hex,decimal,name,plain]=match,code=percent??u??x??hex,value=code!==void 0?Number.parseInt(code,16):Number(decimal),
character=name!==void 0?NAMED[name]??"":plain!==void 0?{n:`
`,r:"\r",t:"	"}[plain]??plain:value<=65535?String.fromCharCode(value):"";keep(character,at,at+all.length-1),at+=all.length}for(;at<text.length;at++)keep(text[at]??
"",at,at);return{text:kept,from:starts,to:ends}}function mark({text,from,to},secret){for(let at=0;at+WINDOW<=text.length;at++)windows.has(text.slice(at,at+WINDOW))&&
secret.fill(1,from[at],to[at+WINDOW-1]);for(let word of short)for(let at=text.indexOf(word);at>=0;at=text.indexOf(word,at+1))secret.fill(1,from[at],to[at+word.length-
1])}export{keepSecret,answerText};
