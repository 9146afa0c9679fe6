import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{wholeNumber}from"./part-command-line-whole-number.js";import{EXIT}from"./part-command-line-exit-codes.js";import{UsageError}from"./part-inputs-input-table.json.js";import"./part-lib-nearest.js";
import{UserError}from"./part-lib-user-error.js";import"./part-lib-escape.js";import"./lib-empty-2.js";import{fileURLToPath}from"node:url";var IOT_OPERATIONS=["CreateCertificateFromCsr","ListCertificates","DescribeCertificate","UpdateCertificate"];function parseQuotas(texts,command){let[only,...more]=texts;
if(only===void 0)return"none";if(only==="none"||only==="aws-default"){if(more.length>0)throw wrong("quota",only,"by itself",command);return only}return Object.fromEntries(
texts.map(text=>{let[,operation="",rate,burst]=/^(\w+)=(\d{1,6}(?:\.\d{1,3})?)(?:\/(\d{1,6}))?$/.exec(text)??[],perSecond=Number(rate);if(!IOT_OPERATIONS.includes(
operation)||!(perSecond>0)||Number(burst)===0){let what=`OPERATION=RATE or OPERATION=RATE/BURST with one of ${IOT_OPERATIONS.join(", ")}; aws-default; none`;throw wrong(
"quota",text,what,command)}return[operation,{ratePerSecond:perSecond,burst:Number(burst??Math.max(1,Math.ceil(perSecond)))}]}))}function parseLatency(text,command){
let[,fixed,jitter="0"]=/^(\d{1,6})(?:\+(\d{1,6}))?$/.exec(text)??[];if(fixed===void 0)throw wrong("latency",text,"milliseconds such as 100, or 100+50",command);
return{fixedMs:Number(fixed),jitterMs:Number(jitter)}}function parseFault(text,command){let form="OPERATION=KIND, with count=N, probability=P or after-work behi\
nd it, separated by commas",[head="",...parts]=text.split(","),[,prefix,operation,kind]=/^(?:(sts|quotas)\.)?(\w+|\*)=([\w-]+)$/.exec(head)??[];if(operation===void 0||
kind===void 0)throw wrong("fault",text,form,command);let options=parts.map(part=>{let[,count]=/^count=([1-9]\d{0,6})$/.exec(part)??[],[,probability]=/^probability=((?:0|1)(?:\.\d{1,6})?)$/.
exec(part)??[];if(count!==void 0)return{count:Number(count)};if(probability!==void 0&&Number(probability)<=1)return{probability:Number(probability)};if(part==="\
after-work")return{afterWork:!0};throw wrong("fault",text,form,command)});return{service:prefix==="sts"?"sts":prefix==="quotas"?"serviceQuotas":"iot",fault:Object.
assign({operation,kind},...options)}}function wrong(flag,text,allowed,command){return new UsageError(`--${flag}: ${JSON.stringify(text)} is not allowed; allowed\
: ${allowed}.`,command)}var PORTS=3;async function runEmulator(session){let{flags,command,wantsJson,print,note}=session,lines=name=>String(flags[name]??"").split(`
`).filter(Boolean),port=wholeNumber(session,"port",{standard:0,least:0,most:65535-PORTS+1}),faults=lines("fault").map(text=>parseFault(text,command)),region=String(
flags.region??"us-east-1"),options={port,region,seed:wholeNumber(session,"seed",{standard:1,least:0,most:2**32-1}),quotas:parseQuotas(lines("quota"),command),latency:parseLatency(
String(flags.latency??"0"),command)},end=ended(),emulator=await start(options,port);try{for(let{service,fault}of faults)inject(()=>emulator[service].inject(fault),
command);let env={AWS_REGION:region,...emulator.env,...emulator.accessKeys};if(wantsJson){let{roleArn,accountId,controlUrl,githubToken,caPem}=emulator;print(JSON.
stringify({command,env,region,roleArn,accountId,controlUrl,githubToken,caPem},null,2))}else{for(let[name,value]of Object.entries(env))print(`${name}=${value}`);
for(let line of tryIt(env))note(line)}await end}finally{await emulator.close()}return EXIT.done}async function start(options,port){let{startEmulator}=await import("./lib-empty-5.js");
try{return await startEmulator(options)}catch(error){let{code,syscall,port:taken=port}=error;if(syscall!=="listen")throw error;let why=code==="EADDRINUSE"?"is i\
n use":code==="EACCES"?"needs the rights of root":`fails (${code})`;throw new UserError("port",`Port ${taken} ${why}.`,{where:"--port",fix:`Name another one wit\
h --port: ${PORTS} ports from there on are used. Without it, free ones are found.`,cause:error})}}function inject(work,command){try{work()}catch(error){throw error instanceof
TypeError?new UsageError(`--fault: ${error.message}.`,command):error}}function ended(){return new Promise(resolve=>{for(let signal of["SIGINT","SIGTERM","SIGHUP"])
process.once(signal,()=>resolve())})}function tryIt(env){let needed=Object.entries(env).filter(([name])=>name.startsWith("AWS_")),script=fileURLToPath(new URL("\
./cli.js",import.meta.url)),sh=text=>/^[\w./:@%+=-]+$/.test(text)?text:`'${text.replaceAll("'","'\\''")}'`,ps=text=>`'${text.replaceAll("'","''")}'`,bash=needed.
map(([name,value])=>`${name}=${sh(value)}`).join(" "),powershell=needed.map(([name,value])=>`$env:${name}=${ps(value)}`).join("; ");return["","The emulator runs\
 until Ctrl-C. To issue certificates for csrs/*.csr with it, in another terminal:","","bash, zsh:",`${bash} ${sh(process.execPath)} ${sh(script)} issue 'csrs/*.\
csr'`,"","PowerShell:",`${powershell}; & ${ps(process.execPath)} ${ps(script)} issue 'csrs/*.csr'`,""]}export{runEmulator};
