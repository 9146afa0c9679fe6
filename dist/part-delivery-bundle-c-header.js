import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{AMAZON_ROOTS}from"./part-delivery-bundle-amazon-roots.js";import{CERTIFICATE_DER,CERTIFICATE_PEM,CONFIG_JSON,C_HEADER,NVS_CSV,ROOTS_DER,ROOTS_PEM,SHA256SUMS}from"./part-naming-bundle-names.js";var MQTT_PORT=8883;function clientIdOf({thingName,certificateId}){return thingName??certificateId}function configJson(device,formats){let{thingName,certificateId,
endpoint,region}=device,files={certificate:CERTIFICATE_PEM,rootCertificates:ROOTS_PEM,...formats.includes("der")?{certificateDer:CERTIFICATE_DER,rootCertificatesDer:ROOTS_DER}:
{},...formats.includes("c-header")?{cHeader:C_HEADER}:{},...formats.includes("nvs-csv")?{nvsCsv:NVS_CSV}:{},privateKey:null},config={thingName:thingName??null,clientId:clientIdOf(
device),endpoint,port:MQTT_PORT,region,certificateId,files};return`${JSON.stringify(config,null,2)}
`}function cHeader(device,certificatePem){let{thingName,endpoint,region}=device,roots=AMAZON_ROOTS.map(({pem},index)=>[`IOT_ROOT_CA_${index+1}_PEM`,pem]);return["\
/* How this device connects to AWS IoT. Its private key is not in here: the device holds it. */","#ifndef IOT_DEVICE_H","#define IOT_DEVICE_H","",...thingName===
void 0?[]:[`#define IOT_THING_NAME ${cString(thingName)}`],`#define IOT_CLIENT_ID ${cString(clientIdOf(device))}`,`#define IOT_ENDPOINT ${cString(endpoint)}`,`#\
define IOT_PORT ${MQTT_PORT}`,`#define IOT_REGION ${cString(region)}`,"",defineLines("IOT_CERTIFICATE_PEM",certificatePem),...roots.map(([name,pem])=>defineLines(
name,pem)),"/* All four, one after the other. */",`#define IOT_ROOT_CAS_PEM ${roots.map(([name])=>name).join(" ")}`,"","#endif",""].join(`
`)}function defineLines(name,text){let lines=text.split(/(?<=\n)/).map(line=>`  ${cString(line)}`);return`#define ${name} \\
${lines.join(` \\
`)}
`}function cString(text){return`"${Array.from(Buffer.from(text,"utf8"),byte=>{if(byte===10)return"\\n";let character=String.fromCharCode(byte);return/[ -~]/.test(
character)&&!/["\\?]/.test(character)?character:`\\${byte.toString(8).padStart(3,"0")}`}).join("")}"`}var NAMESPACE="iot";function nvsCsv(device,certificatePem){let{thingName,endpoint,region}=device,strings=[...thingName===void 0?[]:[["thing_name",thingName]],["\
client_id",clientIdOf(device)],["endpoint",endpoint],["region",region],["certificate",certificatePem],...AMAZON_ROOTS.map(({pem},index)=>[`root_ca_${index+1}`,pem])];
return["key,type,encoding,value",`${NAMESPACE},namespace,,`,`port,data,u16,${MQTT_PORT}`,...strings.map(([key,value])=>`${key},data,string,${csvValue(value)}`),
""].join(`
`)}function csvValue(text){return/^[\w .:@/-]*$/.test(text)?text:`"${text.replaceAll('"','""')}"`}import{hash}from"node:crypto";function sha256Of(content){return hash("sha256",content,"hex")}function sha256Sums(digests){return[...digests].map(([name,digest])=>sumLine(
name,digest)).join("")}function sumLine(name,digest){let escaped=name.replace(/[\\\n\r]/g,character=>ESCAPES[character]??character);return`${escaped===name?"":"\
\\"}${digest}  ${escaped}
`}var ESCAPES={"\\":"\\\\","\n":"\\n","\r":"\\r"};var ROOTS=AMAZON_ROOTS.map(({pem})=>pem).join(""),DER_ROOTS=AMAZON_ROOTS.map(({name,pem})=>[`${name}.der`,derOf(pem)]),KNOWN_DIGESTS=new Map([ROOTS,...DER_ROOTS.
map(([,der])=>der)].map(content=>[content,sha256Of(content)]));function bundleFiles(device,certificatePem,formats){let files=new Map([[CONFIG_JSON,configJson(device,
formats)],[CERTIFICATE_PEM,certificatePem],[ROOTS_PEM,ROOTS]]);if(formats.includes("der")){files.set(CERTIFICATE_DER,derOf(certificatePem));for(let[name,der]of DER_ROOTS)
files.set(name,der)}formats.includes("c-header")&&files.set(C_HEADER,cHeader(device,certificatePem)),formats.includes("nvs-csv")&&files.set(NVS_CSV,nvsCsv(device,
certificatePem));let digests=[...files].map(([name,content])=>[name,KNOWN_DIGESTS.get(content)??sha256Of(content)]);return files.set(SHA256SUMS,sha256Sums(new Map(
digests)))}function derOf(pem){return Buffer.from(pem.replace(/-----(BEGIN|END) CERTIFICATE-----/g,""),"base64")}export{sha256Sums,bundleFiles};
