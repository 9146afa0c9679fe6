import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{wholeNumber}from"./part-command-line-whole-number.js";import{fail,openDoor,readInputs}from"./part-inputs-inputs.js";import"./part-delivery-bundle-amazon-roots.js";import"./part-runner-event.js";
import"./part-runner-request.js";import"./part-naming-device-columns.js";import"./part-validation-shard.js";import"./part-records-manifest.js";import"./part-naming-bundle-names.js";
import"./part-records-journal.js";import"./part-runner-failure-summary.js";import"./part-naming-reserved-names.js";import"./part-valibot.js";import"./part-records-status.js";
import"./part-naming-name-rules.js";import"./part-lib-wildcards.js";import"./part-naming-names.js";import"./part-lib-within-time.js";import"./part-lib-limit-bytes.js";
import"./part-lib-redact.js";import"./part-lib-network-words.js";import"./part-aws-place.js";import"./part-lib-on-abort.js";import{onCommandLine}from"./part-command-line-wording.js";
import{EXIT}from"./part-command-line-exit-codes.js";import{FLAG_DEFAULTS,UsageError,isInputName}from"./part-inputs-input-table.json.js";import{explain}from"./part-runner-log.js";
import"./part-csr-subject-matcher.js";import"./part-csr-rules-subject-meant.js";import"./part-lib-group-by.js";import"./part-csr-rules-thing-name.js";import"./part-csr-parse-string-types.js";
import"./part-inputs-parsers.js";import"./part-naming-template.js";import"./part-lib-file-error.js";import"./part-lib-nearest.js";import{UserError}from"./part-lib-user-error.js";
import{plural}from"./part-lib-words.js";import"./part-csr-weak-keys-published-keys.js";import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";import"./part-csr-device-list.js";
import{forJsonOutput,forLog}from"./part-lib-escape.js";import"./part-records-table-address.js";import"./lib-empty-2.js";import{statSync}from"node:fs";import{readFile}from"node:fs/promises";import{relative,resolve,sep}from"node:path";import{text as textOf}from"node:stream/consumers";var STDIN="-";async function readOperands(words,directory,filesFrom,command){let patterns=[],files=[];for(let word of words){let path=resolve(directory,word);word!==
STDIN&&(isFile(path)?files.push(path):patterns.push(word))}let lists=[...words.includes(STDIN)?[STDIN]:[],...filesFrom===void 0?[]:[filesFrom]];for(let list of new Set(
lists))for(let name of await namesIn(list,directory,command))files.push(resolve(directory,name));return{patterns,files}}function isFile(path){try{return statSync(
path,{throwIfNoEntry:!1})?.isDirectory()===!1}catch{return!1}}async function namesIn(list,directory,command){let text=await readList(list,directory,command);if(/^\s*-----BEGIN /.
test(text))throw new UsageError(`${list===STDIN?"Standard input":list} holds a PEM file, and not the names of files. Write it to a file, and name that.`,command);
let names=(text.includes("\0")?text.split("\0"):text.split(/\r?\n/)).filter(name=>name!=="");if(names.length>0)return names;throw new UsageError(`${list===STDIN?
"Standard input":list} names no file.`,command)}async function readList(list,directory,command){try{return await(list===STDIN?textOf(process.stdin):readFile(resolve(
directory,list),"utf8"))}catch(error){let{code}=error;throw new UsageError(`${list===STDIN?"Standard input":list} cannot be read (${code}).`,command)}}function patternsOf({
patterns,files},{directory,command}){let names=files.map(file=>{let name=relative(directory,file).replaceAll(sep,"/");if(/[\r\n]/.test(name))throw new UsageError(
`The name of ${name} has a line end in it.`,command);return`./${sep==="/"?name.replace(/[\\*?[\]{}()!+@]/g,"\\$&"):name}`});return[...patterns,...names]}async function withServices(session,{mode,csrs,selectors=[],purpose},work){let{terminal}=session,env=inputEnvironment(session,mode,csrs,selectors),messages=[],outputs=new Map,
interruption=watchSignals(session.note),services=watched(openDoor(env,terminal),messages,outputs),source={csrFiles:csrs?.files??[],purpose},result={ok:!1},code=EXIT.
failed;try{result=await work({services,outputs,inputs:()=>readInputs(env,services.context,source)}),code=result.ok?EXIT.done:EXIT.failed}catch(error){code=reportEnd(
error,services,session,messages)}if(terminal.end(),code===EXIT.failed&&(code=interruption.code()??code),session.wantsJson){let answer={command:session.command,exitCode:code,
...result.answer,messages};session.print(forJsonOutput(JSON.stringify(answer,null,2)))}return code}function reportEnd(error,services,{command,note},messages){if(!(error instanceof
UserError)||error.code!=="inputs"||services.context.onGitHub)return fail(error,services),error instanceof UserError&&error.code==="inputs"?EXIT.usage:EXIT.failed;
for(let mistake of[error,...error.others]){let text=onCommandLine(explain(mistake));messages.push({level:"error",code:mistake.code,file:void 0,text}),note(`erro\
r: ${forLog(text)}`)}return note(`To see what there is: iot-certificates ${command} --help`),EXIT.usage}function inputEnvironment({env,flags},mode,csrs,selectors){
let inputs=Object.entries(flags).flatMap(([name,value])=>isInputName(name)&&typeof value=="string"?[[name,value]]:[]),given=new Map([...Object.entries(FLAG_DEFAULTS),
...inputs,["mode",mode]]),globs=[given.get("csr-path")??"",...csrs?.patterns??[]].filter(glob=>glob!=="");given.set("csr-path",globs.join(`
`)),given.set("revoke",[given.get("revoke")??"",...selectors].join(`
`));let named=csrs?.files.length??0;return mode==="validate"&&named>1e3&&!given.has("max-certificates")&&given.set("max-certificates",String(named)),{...Object.
fromEntries(Object.entries(env).filter(([name])=>!name.startsWith("INPUT_"))),...Object.fromEntries([...given].map(([name,value])=>[`INPUT_${name.toUpperCase()}`,
value]))}}function watched(services,messages,outputs){let{log,commands,context}=services;return{...services,log:{...log,annotate(level,message,place){let text=context.
onGitHub?message:onCommandLine(message);messages.push({level,code:place?.title,file:place?.file,text}),log.annotate(level,message,place)}},commands:{...commands,
setOutput(name,value){outputs.set(name,value),commands.setOutput(name,value)}}}}var AGAIN_MS=1e3;function watchSignals(note){let first,onSignal=code=>{let at=performance.
now();first===void 0?first={code,at}:code===EXIT.interrupted&&at-first.at>AGAIN_MS&&(note("Ended at once. What was under way is in the journal: the next run fin\
ds out what became of it."),process.exit(EXIT.interrupted))};return process.on("SIGINT",()=>onSignal(EXIT.interrupted)),process.on("SIGTERM",()=>onSignal(EXIT.terminated)),
{code:()=>first?.code}}var RUN={demo,validate:session=>runMode(session,"validate"),issue:session=>runMode(session,"issue"),audit:session=>runMode(session,"audit"),revoke:session=>runMode(
session,"revoke"),retire:session=>runMode(session,"retire"),plan,merge,"ledger merge":mergeLedgers,"ledger export":exportToFile,"ledger import":importFromFile,"\
ledger show":showDevice,async emulator(session){let{runEmulator}=await import("./part-command-line-emulator-command.js");return runEmulator(session)},async completion({words:[
shell=""],print}){let{completionScript}=await import("./part-command-line-completion.js");return print(completionScript(shell)),EXIT.done}};function dispatch(session){let run=RUN[session.
command];if(run===void 0)throw new Error(`no command ${session.command}`);return run(session)}async function runMode(session,mode){let csrs=mode==="issue"||mode===
"validate"?await csrsOf(session):NONE,selectors=mode==="revoke"?selectorsOf(session):[];return withServices(session,{mode,csrs,selectors},async({services,inputs})=>{
let{run}=await import("./lib-empty-10.js"),{newStory}=await import("./lib-empty-12.js"),{runAnswer,whatElseThereIs}=await import("./part-command-line-run-answer.js"),
story=newStory(services.clock),asked=await inputs(),ok=await run(asked,services,story);for(let line of whatElseThereIs(story))services.log.info(line);return{ok,
answer:runAnswer(story,asked.iamPolicy)}})}var NONE={patterns:[],files:[]};function selectorsOf({words,flags,command}){if(words.length>0||flags.revoke!==void 0)
return words;throw new UsageError(`${command} needs to know which certificates, for example: ${command} run=1234567890`,command)}async function csrsOf({words,directory,
flags,command}){let list=flags["files-from"],csrs=await readOperands(words,directory,typeof list=="string"?list:void 0,command);if(csrs.patterns.length>0||csrs.
files.length>0||flags["csr-path"]!==void 0)return csrs;throw new UsageError(`${command} needs to know which CSRs, for example: ${command} 'csrs/**/*.csr'`,command)}
var MOST_CSR_PATH=120*1024;async function demo(session){let{words,terminal,command}=session,path=textFlag(session,"csr-path"),csrs=words.length>0||path!==void 0?
await csrsOf(session):void 0,csrPath=csrs&&[...path===void 0?[]:[path],...patternsOf(csrs,session)].join(`
`);if(csrPath!==void 0&&Buffer.byteLength(csrPath)>MOST_CSR_PATH)throw new UsageError("These are too many names for demo: write the pattern in quotes.",command);
let{demo:runDemo}=await import("./part-asn1js.js"),{ok,signal,...answer}=await runDemo(csrPath,line=>terminal.write(`${line}
`)),failed=signal==="SIGINT"?EXIT.interrupted:signal==="SIGTERM"?EXIT.terminated:EXIT.failed,exitCode=ok?EXIT.done:failed;return session.wantsJson&&session.print(
forJsonOutput(JSON.stringify({command,exitCode,...answer},null,2))),exitCode}async function plan(session){let parallel=wholeNumber(session,"parallel",{standard:4,
least:1,most:256}),csrs=await csrsOf(session);return withServices(session,{mode:"validate",csrs},async({services,outputs,inputs})=>{let{planCommand}=await import("./part-stories-plan-shards.js"),
ok=await planCommand(await inputs(),parallel,services),shards=JSON.parse(outputs.get("shards")??"[]");return{ok,answer:{shards,parallel:Number(outputs.get("para\
llel")),requestsPerSecond:outputs.get("requests-per-second"),planPath:outputs.get("plan-path")}}})}function merge(session){return withServices(session,{mode:"au\
dit"},async({services,outputs,inputs})=>{let account=textFlag(session,"aws-region")?await inputs():void 0,{mergeCommand}=await import("./part-report-merge-summary.js"),
target=textFlag(session,"output-directory")||"iot-certificates",ledger=textFlag(session,"ledger")||void 0,archives=booleanFlag(session,"bundle-archives");return{
ok:await mergeCommand(session.words,target,ledger,archives,services,account),answer:{certificates:Number(outputs.get("certificate-count")),missing:Number(outputs.
get("missing-count")),certificatesPath:outputs.get("certificates-path"),manifestPath:outputs.get("manifest-path")}}})}function mergeLedgers(session){return withServices(
session,{mode:"audit"},async({services})=>{let{mergeLedgersCommand}=await import("./part-stories-merge-ledgers.js");return{ok:await mergeLedgersCommand(session.words,
textFlag(session,"output"),services,session.print)}})}function exportToFile(session){return withLedger(session,async({services,inputs},file)=>{let{exportLedger}=await import("./part-stories-ledger-command.js"),
answer=await exportLedger(file,await inputs(),services);return session.wantsJson||session.print(`${plural(answer.certificates,"certificate")} in ${answer.path}`),
{ok:!0,answer}})}function importFromFile(session){return withLedger(session,async({services,inputs},file)=>{let{importLedger}=await import("./part-stories-ledger-command.js"),
answer=await importLedger(file,await inputs(),services),{certificates,changed}=answer;return session.wantsJson||session.print(`${plural(certificates,"certificat\
e")} read, ${plural(changed,"key")} of the table changed`),{ok:!0,answer}})}function showDevice(session){return withLedger(session,async({services,inputs},device)=>{
let{showInFile,showInTable}=await import("./part-stories-ledger-command.js"),{isTableAddress}=await import("./lib-empty.js"),{resolve:resolve2}=await import("node:path"),
ledger=textFlag(session,"ledger")??"",entries=isTableAddress(ledger)?await showInTable(device,await inputs(),services):await showInFile(device,resolve2(services.
context.workspace,ledger),services);if(!session.wantsJson)for(let entry of entries)session.print(forJsonOutput(JSON.stringify(entry,null,2)));return entries.length===
0&&services.log.annotate("error",`The ledger has nothing of ${device}.`),{ok:entries.length>0,answer:{entries}}})}function withLedger(session,work){let{words,flags,
command}=session;if(!flags.ledger)throw new UsageError(`${command} needs the flag --ledger.`,command);return withServices(session,{mode:"audit",purpose:"ledger"},
one=>work(one,words[0]??""))}function booleanFlag(session,name){let text=textFlag(session,name)??"false";if(/^(true|false)$/i.test(text))return text.toLowerCase()===
"true";throw new UsageError(`--${name}: ${JSON.stringify(text)} is not allowed; allowed: true, false.`,session.command)}function textFlag({flags},name){let value=flags[name];
return typeof value=="string"?value:void 0}export{dispatch};
