import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
var THING="thing",SERIAL="serial",SPKI_SHA256="spki-sha256",CSR_SHA256="csr-sha256",SPELLINGS=new Map([["thing",THING],["thingname",THING],["serial",SERIAL],["s\
erialnumber",SERIAL],["spkisha256",SPKI_SHA256],["csrsha256",CSR_SHA256]]);function columnName(text){let name=text.trim().toLowerCase();return SPELLINGS.get(name.
replace(/[ _-]/g,""))??name}function deviceName({thing,serial}){return thing===void 0?`the device with the serial number ${serial??""}`:`the device ${thing}`}export{THING,SERIAL,SPKI_SHA256,CSR_SHA256,columnName,deviceName};
