import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{RULES}from"./part-csr-rules-subject-meant.js";var DEFENDER={name:"AWS IoT Device Defender, AWS IoT policies overly permissive",url:"https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-\
iot-policy-permissive.html"},CONNECT={name:"AWS IoT developer guide, Connect policy examples",url:"https://docs.aws.amazon.com/iot/latest/developerguide/connect\
-policy.html"},REGISTRY_RULES=[{id:"registration-conflict",severity:"error",isFixed:!0,title:"A thing that exists already is as the inputs ask for it.",source:{
name:"AWS IoT API reference, CreateThing",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html"},why:"AWS IoT refuses to create a thing\
 that exists with another type, billing group or attributes, and nothing here changes a thing that somebody else made. Attributes beyond those asked for are lef\
t alone. A thing cannot be in more than 10 groups, nor in two of one hierarchy, those that it is in already included. With `on-existing-thing: fail` a thing tha\
t holds the certificate of another key is a conflict, too."},{id:"policy-all-actions",severity:"warning",isFixed:!1,title:"No policy allows everything.",source:DEFENDER,
why:"With `iot:*` on `*` the key of one device that is stolen reads and writes the data of all. AWS IoT Device Defender reports such a policy as critical. Allow\
 each action on the resources of the device that connects."},{id:"policy-any-client",severity:"warning",isFixed:!1,title:"A policy lets a device connect with it\
s own client id only.",source:CONNECT,why:"A device that connects with the client id of another disconnects it, and is taken for it by policies that look at the\
 client id. AWS IoT Device Defender reports `client/*`, and `client/${iot:ClientId}` without the condition `iot:Connection.Thing.IsAttached`, as critical. Allow\
 `iot:Connect` on `client/${iot:Connection.Thing.ThingName}` with that condition. An id that is the same for all devices is found, too: each one that connects d\
isconnects the one before."},{id:"policy-any-topic",severity:"warning",isFixed:!1,title:"A policy gives a device its own topics only.",source:DEFENDER,why:"A wi\
ldcard in a topic covers the topics of other devices unless something of the device stands before it, such as `${iot:Connection.Thing.ThingName}`. A device coul\
d read what is sent to others, and speak for them. Where topics are shared on purpose, name them in full, or set this rule to `notice` or `off`."},{id:"policy-n\
o-connect",severity:"warning",isFixed:!1,title:"One of the policies lets the device connect.",source:CONNECT,why:"A device without the right `iot:Connect` on it\
s client id is registered and cannot connect. Policies of the certificate and of the groups asked for are looked at together, with the name of the thing as clie\
nt id. Conditions that are not understood here count as met."},{id:"policy-unreadable",severity:"warning",isFixed:!1,title:"A policy can be judged.",source:{name:"\
AWS IoT developer guide, AWS IoT Core policies",url:"https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html"},why:"A document that is too long,\
 is no JSON, or has elements that are not known here may allow anything. It is attached as it is."}];var NAME_RULES=[{id:"output-path-collision",severity:"error",isFixed:!0,title:"No two certificates would be written to one file, or one into the other.",source:{
name:"Microsoft, Naming files, paths, and namespaces",url:"https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file"},why:"The second would overwrit\
e the first, which then is lost. Names that differ only in case or in Unicode normalisation are one file on Windows and macOS, so they collide everywhere. So do\
es a file with a directory of the same name: `a.pem` and `a.pem/b.pem`."},{id:"output-path-illegal",severity:"error",isFixed:!0,title:"The file of a certificate\
 has a name that can be written and uploaded.",source:{name:"actions/toolkit, path-and-artifact-name-validation",url:"https://github.com/actions/toolkit/blob/ma\
in/packages/artifact/src/internal/upload/path-and-artifact-name-validation.ts"},why:"A certificate that cannot be handed over must not be created, and afterward\
s is too late to find out. A field of `file-name` that has no value, a name that leads out of the directory, one longer than 255 bytes, one that the artifacts o\
f GitHub do not take, the names of the manifest and the journal, and on every system what Windows keeps for devices (`CON`, `NUL`, `COM1`) or cannot end with (a\
 dot, a space) are refused: an artifact is unpacked on any of them."},{id:"bundle-place-taken",severity:"error",isFixed:!0,title:"Nothing else would be written \
where a file of a bundle goes.",source:{name:"Microsoft, Naming files, paths, and namespaces",url:"https://learn.microsoft.com/en-us/windows/win32/fileio/naming\
-a-file"},why:"A bundle is a directory with the name of its certificate, without `.pem`. The certificate of a CSR in a directory of that name could be one of it\
s files, such as `a/certificate.pem`, and a certificate `a.pem` could be where the bundle of `a.pem.pem` needs a directory: one would overwrite the other, or ke\
ep it from being written."},{id:"bundle-name-unusable",severity:"error",isFixed:!0,title:"The directory of a bundle, or its archive, has a name that can be writ\
ten and uploaded.",source:{name:"actions/toolkit, path-and-artifact-name-validation",url:"https://github.com/actions/toolkit/blob/main/packages/artifact/src/int\
ernal/upload/path-and-artifact-name-validation.ts"},why:"The name of a certificate without `.pem`, and that of a directory in the repository with `.zip`, can be\
 what no name may be: longer than 255 bytes, one that leads out of the directory, one that Windows does not take, or that of the manifest. What cannot be handed\
 over must be found before anything is created."},{id:"secret-name-collision",severity:"error",isFixed:!0,title:"No two certificates would be written to one sec\
ret.",source:{name:"GitHub, Naming your secrets",url:"https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets"},why:"The second would \
overwrite the first. GitHub does not distinguish capitals from small letters in the name of a secret; characters that a name cannot have are escaped so that the\
y never make two names one."},{id:"secret-name-illegal",severity:"error",isFixed:!0,title:"The secret of a certificate has a name that GitHub takes.",source:{name:"\
GitHub, Naming your secrets",url:"https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets"},why:"A certificate that cannot be handed o\
ver must not be created. A field of `secret-name` that has no value, a name that begins with a digit or with `GITHUB_`, and one longer than 255 characters are r\
efused."},{id:"thing-name-collision",severity:"error",isFixed:!0,title:"No two certificates would be attached to one thing.",source:{name:"AWS IoT API reference\
, CreateThing",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html"},why:"A thing is one device. With two keys it would be two devices\
 that are taken for each other, by policies that look at its name and by everything that is stored about it. AWS IoT distinguishes capitals from small letters i\
n the name of a thing."},{id:"thing-name-illegal",severity:"error",isFixed:!0,title:"The thing of a certificate has a name that AWS IoT takes.",source:{name:"AW\
S IoT API reference, CreateThing",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_CreateThing.html"},why:"AWS IoT would refuse the thing when its c\
ertificate exists already. A field of `thing-name` that has no value, a name of more than 128 characters, and one with anything but letters from a to z, digits,\
 `:`, `_` and `-` are refused."},{id:"thing-attribute-illegal",severity:"error",isFixed:!0,title:"The attributes of a thing have values that AWS IoT takes.",source:{
name:"AWS IoT API reference, AttributePayload",url:"https://docs.aws.amazon.com/iot/latest/apireference/API_AttributePayload.html"},why:"AWS IoT would refuse th\
e thing when its certificate exists already. A field of `thing-attributes` that has no value, a value of more than 800 characters, and one with anything but let\
ters from a to z, digits and `_.,@/:#=[]-` are refused."}];var CATALOGUE=[...RULES,...NAME_RULES,...REGISTRY_RULES];function describeRule(id){return BY_ID.get(id)}var BY_ID=new Map(CATALOGUE.map(rule=>[rule.id,rule]));export{REGISTRY_RULES,CATALOGUE,describeRule};
