import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{nearest}from"./part-lib-nearest.js";import{visible}from"./part-lib-escape.js";var SHELLS=["bash","zsh","fish","powershell"];var input_table_default={"csr-path":{description:"Which files in the repository are CSRs, hidden ones included. One glob a line; a leading `!` excludes. A glob \
that matches nothing is an error, unless `optional:` stands in front of it. Required with the modes `issue` and `validate`.",default:""},mode:{description:"What\
 to do. `issue` creates certificates. `validate` only judges the CSRs, and needs no credentials and no network. `audit` compares the ledger with the account, an\
d changes nothing. `revoke` revokes the certificates that the input `revoke` selects (docs/revoke.md). `retire` takes certificates out of use whose things have \
newer ones (docs/rotation.md).",default:"issue"},"on-invalid":{description:"What one invalid CSR does. `fail` stops the batch before anything is created; `skip`\
 leaves the invalid ones out.",default:"fail"},"max-certificates":{description:"How many CSRs the globs may match, so that a glob that matches too much stops be\
fore anything is created. In the modes `revoke` and `retire`, how many certificates may be revoked or retired.",default:"1000"},"allow-csrs-from-forks":{description:"\
Whether `issue`, `audit`, `revoke` and `retire` also run for an event that comes from a fork, or that does not say where it comes from. DANGER: with `true`, any\
body who can open a pull request gets a certificate of your account for a key of their own. Only for a job that cannot start before one of you has looked at it \
(an environment with required reviewers).",default:"false"},devices:{description:"CSV file in the repository that lists the devices, which key each of them has,\
 and what else names and attributes may use (docs/devices.md). A CSR whose key is not the one listed for its device is an error. When empty, CSRs are compared w\
ith no list.",default:""},rules:{description:"Severities of rules that differ from docs/rules.md, as `rule=error`, `warning`, `notice` or `off`, separated by co\
mmas or line ends. When empty, as documented there.",default:""},"allowed-key-types":{description:"The only key types to take, such as `P-256, RSA-3072`; `EC` a\
nd `RSA` stand for all of theirs. When empty, all that AWS IoT takes.",default:""},"subject-pattern":{description:"Regular expression (RE2 syntax) that the whol\
e subject of every CSR has to match, in the form `CN=sensor-1,O=Example` of RFC 4514. When empty, any subject will do.",default:""},"required-subject-attributes":{
description:"What every subject has to have, such as `CN, serialNumber`, by short names or object identifiers. When empty, nothing.",default:""},"sarif-path":{description:"\
File that all findings are written to in SARIF 2.1.0, for the upload-sarif action. If it cannot be written, that is a warning. When empty, none is written.",default:""},
report:{description:"File that the report is written to, one HTML page that shows the whole run (docs/report.md). If it cannot be written, that is a warning. In\
 mode `issue` the report is also beside the manifest and in the artifact, as report.html; when this is empty, only there.",default:""},"set-as-active":{description:"\
Whether certificates are created ACTIVE (`true`) or INACTIVE (`false`, as in the AWS API). `after-delivery` creates them INACTIVE, and makes them ACTIVE once th\
ey have been handed over.",default:"false"},ledger:{description:"File in the repository that records every certificate ever issued (docs/ledger.md). A CSR whose\
 key is in it is not issued again, and new certificates are added to it. No link in the workspace is followed to it. `dynamodb://TABLE` names a table instead, w\
hich several runs share. When empty, a ledger travels in the artifact, from one run to the next of the same workflow on the same branch, if the job may read act\
ions.",default:""},"ledger-commit":{description:"Whether to commit the ledger to the branch, through GitHub's API, merged with what other runs have committed me\
anwhile. The job needs the contents write permission. With `false`, a later step has to commit it.",default:"false"},reissue:{description:"Whether to ask for a \
new certificate on purpose where one exists. What this workflow run has issued still counts.",default:"false"},reconcile:{description:"How far to search the acc\
ount for certificates that other runs may have issued. `auto`: back to where the ledger is complete; without a ledger, to the creation of the repository. `alway\
s`: all of it. `since=<time>`: back to that time. `never`: not at all. In mode `audit`: since when certificates that are not in the ledger count; `auto` is sinc\
e the ledger's first.",default:"auto"},revoke:{description:"Which certificates `mode: revoke` revokes, one selector a line: `run=`, `commit=`, `path=` (a glob o\
n the path of the CSR), `rule=` (such as `rsa-shared-factor`), `certificate-id=`, `file=` (a list of ids), `issued-after=`, `issued-before=`. Lines of one kind \
widen the selection, lines of different kinds narrow it.",default:""},"dry-run":{description:"Whether the modes `revoke` and `retire` only show what they would \
do. When empty, `true`. With `false` they do it; nobody can undo a revocation.",default:""},"retire-things":{description:"The things whose older certificates `m\
ode: retire` takes out of use, one name a line; `*` stands for any characters, `?` for one. When empty, all things of the ledger.",default:""},confirmed:{description:"\
A file in the repository or an absolute path, for `mode: retire`, of what has connected, one a line, as ids of certificates, names of things, or lifecycle event\
s of AWS IoT in JSON (docs/rotation.md). Only a certificate whose newer one has connected is retired. When empty, what the ledger says counts.",default:""},"ret\
ire-unconfirmed":{description:"Whether `mode: retire` also retires a certificate whose newer one nobody has seen connect, once that was created as long ago as `\
retire-after` says. DANGER. A device that never got its newer certificate cannot connect any more. When empty, `false`.",default:""},"retire-after":{description:"\
How old the newer certificate has to be for `retire-unconfirmed`, such as `30d`, `12h` or `4w`.",default:""},"retire-to":{description:"What becomes of a certifi\
cate in `mode: retire`. `inactive`: it is made INACTIVE and detached from its thing, which can be undone. `revoked`, `deleted`: the same, and a later run revoke\
s or deletes it, when `retire-wait` is over. When empty, `inactive`.",default:""},"retire-wait":{description:"How long a certificate has been retired before `re\
tire-to` revokes or deletes it, such as `30d`. When empty, `7d`.",default:""},shard:{description:"Which part of the batch this job issues, as `i/n`, for jobs of\
 a matrix. Parts never share a key. When empty, all of it.",default:""},"github-token":{description:"Token for GitHub. On a re-run it reads when this workflow r\
un began and what its earlier attempts handed over (the actions read permission). For `deliver: secrets` it also writes the secrets, which the default token nev\
er may: give the token of a GitHub App.",default:"${{ github.token }}"},"aws-region":{description:"The AWS region of AWS IoT. When empty, AWS_REGION as an earli\
er step set it.",default:""},"role-to-assume":{description:"ARN of the IAM role to assume with the job's OIDC token. The job needs the id-token write permission\
. When empty, the credentials that are in the environment.",default:""},"role-session-name":{description:"Name of the session in CloudTrail. When empty, `iot-ce\
rtificates-` and the id of the workflow run.",default:""},"role-duration-seconds":{description:"How long one session lasts, 900 to 43200. A batch may outlast it\
: the session is renewed with a fresh OIDC token.",default:"3600"},audience:{description:"Audience of the OIDC token. When empty, sts.amazonaws.com, and sts.ama\
zonaws.com.cn in China.",default:""},"session-policy":{description:"Whether the role's sessions are narrowed to the calls that this run may make, by a session p\
olicy (docs/security.md). `false` is for a role that needs more, for example because the ledger's table has a KMS key of yours.",default:"true"},"allowed-accoun\
t-ids":{description:"The only AWS accounts to create, revoke and retire certificates in, separated by commas. When empty, any.",default:""},"request-timeout-sec\
onds":{description:"How long to wait for one answer of AWS IoT, 1 to 300. What was not answered by then is unresolved: its certificate is looked for in the acco\
unt.",default:"10"},"requests-per-second":{description:"How fast to create certificates, and in mode `revoke` to revoke them. `auto`: as fast as the account's q\
uota allows. A number such as `10`: calls a second. A share such as `50%`: that part of the quota, which leaves the rest to others. If the role may not read the\
 quota from Service Quotas, a share holds only once the quota has been found, after some seconds at full speed.",default:"auto"},"output-directory":{description:"\
Where the PEM files and the manifest go, relative to the workspace or absolute. No link in the workspace is followed. When empty, `iot-certificates` in the runn\
er's temporary directory; a later step for another account or region gets a directory of its own.",default:""},"file-name":{description:"Where each certificate \
goes below the output directory, a template that ends with .pem.",default:"{path}.pem"},bundle:{description:"Whether each device gets a bundle beside its certif\
icate (docs/bundle.md): a directory with config.json (endpoint, client id), the certificate, the root certificates of Amazon, and SHA256SUMS. No private key is \
in it. The role needs iot:DescribeEndpoint.",default:"false"},"bundle-formats":{description:"What a bundle holds beside these, separated by commas. `der` (certi\
ficate and roots in DER), `c-header` (a header for C), `nvs-csv` (the input of Espressif's nvs_partition_gen.py). When empty, nothing else.",default:""},"bundle\
-archives":{description:"Whether the bundles are in one zip for each production line, which is the first directory in which the paths of the CSRs differ, in pla\
ce of a directory for each device. In a batch of shards, the merge makes them.",default:"false"},deliver:{description:"How the certificates are handed over, sep\
arated by commas. `artifact`, `secrets` (needs `github-token`), or `directory` for the output directory alone, which is written in any case.",default:"artifact"},
"artifact-name":{description:"Name of the artifact; may hold `{run-id}`.",default:"iot-certificates"},"artifact-retention-days":{description:"How many days the \
artifact is kept, 1 to 400. When empty, the repository's setting.",default:""},"secret-scope":{description:"Whose secrets they become. One of `repository`, `env\
ironment`, `organization`, `dependabot`, `codespaces`.",default:"repository"},"secret-environment":{description:"Name of the environment, for the scope of that \
name.",default:""},"secret-organization":{description:"Name of the organization, for the scope of that name. When empty, the repository's owner.",default:""},"s\
ecret-visibility":{description:"Which repositories see the secrets of an organization. One of `all`, `private`, `selected`.",default:"selected"},"secret-reposit\
ories":{description:"The selected repositories, without their owner, separated by commas. When empty, this one.",default:""},"secret-name":{description:"Name of\
 each certificate's secret, a template. At least 4 characters come before the first field, so that no CSR chooses which secret is replaced. When empty, `IOT_CER\
T_{NAME}`. In a bundle, what the names begin with; when empty, `IOT_CERTS`.",default:""},"secret-layout":{description:"One secret for each certificate (`per-cer\
tificate`), or all of them as JSON in as few secrets as they fit in (`bundle`).",default:"per-certificate"},policies:{description:"Names of the AWS IoT policies\
 that each device gets, one a line, since they may hold commas, 10 at most. They have to exist. Where one of `thing-groups` carries a policy, it is not attached\
 to each certificate.",default:""},"allowed-policies":{description:"The only names that `policies` may hold, one a line, in which `*` and `?` stand for other ch\
aracters. It keeps a workflow whose `policies` come from a dispatch input from handing out any policy. When empty, any.",default:""},"thing-name":{description:"\
Name of each device's thing, a template such as `{name}`, of fields that are the same in every run (not `{certificate-id}`, `{index}`, `{run-id}`). The thing is\
 created, or found as it is asked for, and gets the certificate. When empty, no things are made.",default:""},"thing-type":{description:"Name of the thing type \
of each thing; it has to exist. When empty, none.",default:""},"thing-groups":{description:"Names of the thing groups that each thing is added to, one a line, 1\
0 at most. They have to exist, and no two of them may be in one hierarchy.",default:""},"billing-group":{description:"Name of the billing group of each thing; i\
t has to exist. When empty, none.",default:""},"thing-attributes":{description:"Attributes of each thing, one a line, as `name={template}`, with the fields of `\
thing-name`. 3 at most without a `thing-type`, 50 with one.",default:""},"thing-principal":{description:"Whether a certificate may belong to its thing only (`ex\
clusive`), which AWS IoT enforces and names the thing in lifecycle events for, or to others as well (`non-exclusive`).",default:"exclusive"},"on-existing-thing":{
description:"What becomes of a thing that exists as it is asked for and holds another certificate. `attach` puts the new certificate beside it, and touches noth\
ing old; `fail` ends the run before anything is created.",default:"attach"},"provisioning-template":{description:"A provisioning template of AWS IoT that regist\
ers each device, as a .json file of the repository or the name of a template in the account (docs/registration.md). In place of `policies`, `thing-name` and wha\
t goes with it. When empty, none.",default:""},"template-parameters":{description:"Values of the parameters of `provisioning-template`, one a line as `Name={tem\
plate}`, with the fields of `thing-name` but those of a devices file.",default:""}};var CSRS=["csr-path","max-certificates","devices"],RULES=["rules","allowed-key-types","subject-pattern","required-subject-attributes"],AWS=["aws-region","role-t\
o-assume","role-session-name","role-duration-seconds","audience","session-policy","allowed-account-ids","request-timeout-seconds"],REVOKE=["revoke","dry-run"],RETIRE=[
"retire-things","confirmed","retire-unconfirmed","retire-after","retire-to","retire-wait"],OF_OTHERS=["mode",...REVOKE,...RETIRE],EVERY=Object.keys(input_table_default).
filter(name=>!OF_OTHERS.includes(name)),REGISTRATION=["policies","allowed-policies","thing-name","thing-type","thing-groups","billing-group","thing-attributes",
"thing-principal","on-existing-thing","provisioning-template","template-parameters"],INPUTS_OF={issue:EVERY,validate:[...CSRS,...RULES,"ledger","shard","sarif-p\
ath","report","requests-per-second","output-directory","file-name","deliver","secret-name","secret-layout","bundle","bundle-formats","bundle-archives","set-as-a\
ctive",...REGISTRATION,...AWS],audit:["ledger","reconcile","report","policies","thing-name","thing-groups","thing-principal","allow-csrs-from-forks",...AWS],revoke:[
...REVOKE,"ledger","ledger-commit","github-token","max-certificates","requests-per-second","report","allow-csrs-from-forks",...AWS],retire:[...RETIRE,"dry-run",
"ledger","ledger-commit","github-token","max-certificates","requests-per-second","report","allow-csrs-from-forks",...AWS],plan:[...CSRS,"thing-name","on-invalid",
...RULES,"ledger","file-name","requests-per-second","output-directory"],merge:["ledger","output-directory","bundle-archives","requests-per-second",...AWS],ledger:[
"ledger",...AWS]},FLAG_DEFAULTS={deliver:"directory","output-directory":"iot-certificates"},DESCRIPTIONS={"csr-path":"A glob as the input takes it, in place of \
patterns and files after the command.",revoke:"A selector as the input takes it, in place of selectors after the command.","github-token":"Token for asking GitH\
ub about the workflow run, and for writing secrets; give it only where other users of the machine cannot see its processes.","output-directory":"Where the PEM f\
iles and the manifest go, relative to the current directory or absolute; no link below the current directory is followed."},VALUES={"csr-path":"glob",revoke:"se\
lector","retire-things":"name",confirmed:"file","retire-after":"time","retire-wait":"time","max-certificates":"n",devices:"file","sarif-path":"file",report:"fil\
e",ledger:"file","output-directory":"directory","aws-region":"region","role-to-assume":"arn","request-timeout-seconds":"seconds","role-duration-seconds":"second\
s","requests-per-second":"rate","subject-pattern":"regex",shard:"i/n","file-name":"template","secret-name":"template",policies:"name","allowed-policies":"glob",
"thing-name":"template","thing-type":"name","thing-groups":"name","billing-group":"name","thing-attributes":"name=template"},REPEATABLE=["csr-path","revoke","po\
licies","allowed-policies","thing-groups","thing-attributes"],BOOLEAN=["true","false"],CHOICES={"on-invalid":["fail","skip"],"allow-csrs-from-forks":BOOLEAN,"se\
t-as-active":[...BOOLEAN,"after-delivery"],"ledger-commit":BOOLEAN,reissue:BOOLEAN,"dry-run":BOOLEAN,"retire-unconfirmed":BOOLEAN,"retire-to":["inactive","revok\
ed","deleted"],"session-policy":BOOLEAN,reconcile:["auto","always","never","since="],"secret-scope":["repository","environment","organization","dependabot","cod\
espaces"],"secret-visibility":["all","private","selected"],bundle:BOOLEAN,"bundle-archives":BOOLEAN,"secret-layout":["per-certificate","bundle"],"thing-principa\
l":["exclusive","non-exclusive"],"on-existing-thing":["attach","fail"]};function flagOf(input){let{description,default:value}=input_table_default[input],choices=CHOICES[input];
return{name:input,value:VALUES[input]??"value",description:DESCRIPTIONS[input]??`${description}${REPEATABLE.includes(input)?" May be repeated.":""}`,default:FLAG_DEFAULTS[input]??
(value.startsWith("${{")?"":value),...choices===void 0?{}:{choices,isSwitch:choices.includes("true")},...REPEATABLE.includes(input)?{isRepeatable:!0}:{}}}function isInputName(name){
return name!=="mode"&&Object.hasOwn(input_table_default,name)}var PROGRAM="iot-certificates",JSON_FLAG={name:"json",value:void 0,description:"Prints one JSON document to standard output; the log goes to standard error.",default:""},
FILES_FROM={name:"files-from",value:"file",description:"Reads the names of CSRs from a file, or from standard input with `-`: one a line, or separated by NUL as\
 `find -print0` prints them. No character of a name stands for anything.",default:""},PATTERNS={name:"pattern",description:"CSRs: names of files, or globs in qu\
otes; a leading `!` excludes. A word that is the name of a file is that file, whatever characters it has. `-` reads names from standard input. After `--` a name\
 may begin with a dash.",isRequired:!1,isVariadic:!0},operand=(name,description,isVariadic=!1)=>({name,description,isRequired:!0,isVariadic}),flagsOf=command=>INPUTS_OF[command].
map(input=>flagOf(input)),RUNS=[{name:"demo",summary:"Runs the whole job on this machine, without AWS and GitHub",details:"Without a pattern a small fleet is ma\
de. The certificates are signed by the emulator and work nowhere else.",operands:[PATTERNS],flags:[flagOf("csr-path"),JSON_FLAG],examples:["demo","demo 'csrs/**\
/*.csr'"]},{name:"validate",summary:"Judges CSRs; needs no credentials and no network",details:"The flags about AWS are for `--ledger dynamodb://TABLE`, and for\
 looking whether AWS IoT has what `--policies` and `--thing-name` ask for, which needs credentials.",operands:[PATTERNS],flags:[...flagsOf("validate"),FILES_FROM,
JSON_FLAG],examples:["validate csrs/*.csr","validate 'csrs/**/*.csr' '!csrs/retired/**' --allowed-key-types P-256","validate --json csrs/*.csr","git ls-files -z\
 csrs | iot-certificates validate -"]},{name:"issue",summary:"Creates certificates with the AWS credentials of the environment",details:"Does what the step does\
: every CSR is judged first, and no CSR gets two certificates. Every input of the action is a flag, but for those of other commands.",operands:[PATTERNS],flags:[
...flagsOf("issue"),FILES_FROM,JSON_FLAG],examples:["issue 'csrs/*.csr' --aws-region eu-west-1","issue csrs/*.csr --ledger fleet.jsonl"]},{name:"audit",summary:"\
Compares a ledger with the account and changes neither",operands:[],flags:[...flagsOf("audit"),JSON_FLAG],examples:["audit --ledger fleet.jsonl --aws-region eu-\
west-1"]},{name:"revoke",summary:"Revokes certificates; shows which, unless `--dry-run false` is given",details:"Selectors of one kind widen the selection, sele\
ctors of different kinds narrow it (docs/revoke.md).",operands:[{name:"selector",description:"Which certificates: `run=ID`, `commit=SHA`, `path=GLOB`, `rule=RUL\
E`, `certificate-id=ID`, `file=LIST`, `issued-after=TIME`, `issued-before=TIME`.",isRequired:!1,isVariadic:!0}],flags:[...flagsOf("revoke"),JSON_FLAG],examples:[
"revoke run=1234567890 --ledger fleet.jsonl --aws-region eu-west-1","revoke 'path=csrs/line-1/**' rule=rsa-shared-factor --ledger fleet.jsonl --aws-region eu-we\
st-1","revoke file=stolen.txt --aws-region eu-west-1 --dry-run false"]},{name:"retire",summary:"Takes certificates out of use whose things have newer ones; show\
s which, unless `--dry-run false` is given",details:"A certificate is retired once the newer one of its thing is confirmed to have connected (docs/rotation.md).",
operands:[],flags:[...flagsOf("retire"),JSON_FLAG],examples:["retire --confirmed connected.txt --ledger fleet.jsonl --aws-region eu-west-1","retire --confirmed \
connected.txt --ledger fleet.jsonl --aws-region eu-west-1 --dry-run false"]}],SHARDS=[{name:"plan",summary:"Divides a batch into jobs (docs/scale.md)",operands:[
PATTERNS],flags:[...flagsOf("plan"),{name:"parallel",value:"n",description:"How many jobs run at a time, 1 to 256.",default:"4"},FILES_FROM,JSON_FLAG],examples:[
"plan 'csrs/**/*.csr' --parallel 4 --requests-per-second 15 --output-directory shards"]},{name:"merge",summary:"Makes one directory, manifest and ledger of thos\
e of the jobs (docs/scale.md)",details:"With `--aws-region`, the account confirms each certificate, and second ones of the same keys are named.",operands:[operand(
"directory","Directories of the jobs and of plan.json; each is searched to its depth.",!0)],flags:[...flagsOf("merge"),JSON_FLAG],examples:["merge shards --outp\
ut-directory certificates --ledger ledger.jsonl --aws-region eu-west-1"]}],TABLE="--ledger dynamodb://iot-ledger --aws-region eu-west-1",LEDGER=[{name:"ledger m\
erge",summary:"Makes one ledger of several; of one certificate the line of the last file counts",operands:[operand("file","Ledgers, the newest last.",!0)],flags:[
{name:"output",short:"o",value:"file",description:"Where it is written, one of those that are merged if you like; without it, it is printed.",default:""}],examples:[
"ledger merge a.jsonl b.jsonl -o a.jsonl"]},{name:"ledger export",summary:"Writes what a shared ledger has to a file, beside what the file has",operands:[operand(
"file","The file.")],flags:[...flagsOf("ledger"),JSON_FLAG],examples:[`ledger export iot-ledger.jsonl ${TABLE}`]},{name:"ledger import",summary:"Adds what a fil\
e has to a shared ledger",operands:[operand("file","The file.")],flags:[...flagsOf("ledger"),JSON_FLAG],examples:[`ledger import iot-ledger.jsonl ${TABLE}`]},{name:"\
ledger show",summary:"Prints what a ledger, a file or a shared one, has of a device",operands:[operand("device","The SHA-256 of its key, the id or the ARN of it\
s certificate, or the path of its CSR.")],flags:[...flagsOf("ledger"),JSON_FLAG],examples:["ledger show csrs/device-7.csr --ledger fleet.jsonl"]}],AROUND=[{name:"\
emulator",summary:"Runs small copies of AWS IoT, AWS STS and GitHub on this machine until Ctrl-C",details:"Prints the environment that leads to them to standard\
 output, `NAME=value` a line, and a command line to try to standard error. Ctrl-C ends it with exit code 0.",operands:[],flags:[{name:"port",value:"n",description:"\
AWS IoT listens here, AWS STS on the next port, GitHub on the one after; 0: on free ports.",default:"0"},{name:"region",value:"region",description:"The region o\
f AWS IoT.",default:"us-east-1"},{name:"quota",value:"operation=rate",description:"Calls a second that an operation takes, such as `CreateCertificateFromCsr=15`\
, with `/burst` behind it where more are admitted at once; `aws-default`: those of a new account; `none`. May be repeated.",default:"none",isRepeatable:!0},{name:"\
latency",value:"ms",description:"How long AWS IoT takes to answer; `100+50` adds up to 50 ms at random.",default:"0"},{name:"fault",value:"operation=kind",description:"\
Calls that go wrong, such as `CreateCertificateFromCsr=InternalFailureException`; `*` stands for every operation of AWS IoT, `sts.` in front of an operation for\
 AWS STS. The kind is an error of the service, or `reset`, `hang`, `torn`, `html-403` and the like. Behind it, separated by commas: `count=3`, `probability=0.1`\
, `after-work` (the certificate is created, and the answer is lost). May be repeated.",default:"",isRepeatable:!0},{name:"seed",value:"n",description:"Makes fau\
lts and latency repeatable.",default:"1"},JSON_FLAG],examples:["emulator","emulator --port 4510 --quota aws-default --latency 80+40","emulator --fault CreateCer\
tificateFromCsr=reset,probability=0.05,after-work"]},{name:"completion",summary:"Prints a script that completes commands and flags in a shell",operands:[{...operand(
"shell",`One of ${SHELLS.join(", ")}.`),choices:SHELLS}],flags:[],examples:["completion bash"]}],COMMANDS=[...RUNS,...SHARDS,...LEDGER,...AROUND],GROUPS=new Map(
[["ledger","Merges, exports, imports and shows ledgers (docs/ledger.md)"]]);var UsageError=class extends Error{name="UsageError";command;constructor(message,command){super(message),this.command=command}};function usageText({message,command}){
let help=[PROGRAM,...command===""?[]:[command],"--help"].join(" ");return`error: ${visible(message)}
To see what there is: ${help}
`}function usageErrorOf({code,message},args){let command=commandIn(args),[,named=""]=/'(.*)'/s.exec(message)??[];switch(code){case"commander.unknownCommand":return new UsageError(
`There is no command ${named}.${meant(named,commandsBelow(command))}`,command);case"commander.unknownOption":return new UsageError(unknownFlag(named,command),command);case"\
commander.optionMissingArgument":return new UsageError(`The flag ${named.replace(/^-\w, /,"").replace(/ .*/,"")} needs a value.`,command);case"commander.missing\
Argument":return new UsageError(`${PROGRAM} ${command} needs a ${named}.`,command);case"commander.excessArguments":return new UsageError(excess(command),command);default:
return new UsageError(message.replace(/^error: /,""),command)}}function commandIn(args){let[first="",second=""]=args.filter(word=>!word.startsWith("-")),both=`${first}\
 ${second}`;return COMMANDS.some(({name})=>name===both)?both:COMMANDS.some(({name})=>name===first)||GROUPS.has(first)?first:""}function commandsBelow(command){let prefix=command===
""?"":`${command} `,words=COMMANDS.filter(({name})=>name.startsWith(prefix)).map(({name})=>name.slice(prefix.length).split(" ",1)[0]??"");return[...new Set(words)]}
function unknownFlag(written,command){let[name=""]=written.split("=",1),flags=COMMANDS.find(one=>one.name===command)?.flags??[],others=COMMANDS.filter(one=>one.
flags.some(flag=>`--${flag.name}`===name));if(name==="--mode")return"There is no flag --mode: the command says what is done.";let what=`${command===""?PROGRAM:command}\
 has no flag ${name}.`;if(others.length>0)return`${what} It is one of ${others.map(one=>one.name).join(", ")}.`;let candidates=flags.map(flag=>`--${flag.name}`);
return`${what}${meant(name,candidates)}`}function excess(command){let[operand2]=COMMANDS.find(({name})=>name===command)?.operands??[];return operand2===void 0?`${command}\
 takes no words besides its flags.`:`${command} takes one ${operand2.name}, and there are more.`}function meant(written,candidates){let bare=text=>text.replace(
/^--?/,""),close=nearest(bare(written),candidates.map(bare)),found=candidates.find(one=>bare(one)===close);return found===void 0?"":` Did you mean ${found}?`}export{input_table_default,FLAG_DEFAULTS,isInputName,SHELLS,PROGRAM,COMMANDS,GROUPS,UsageError,usageText,usageErrorOf};
