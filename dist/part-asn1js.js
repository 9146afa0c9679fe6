import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{startEmulator}from"./part-emulator-github-rest.js";import{readManifest}from"./part-records-manifest.js";import"./part-naming-reserved-names.js";import"./part-valibot.js";
import"./part-records-status.js";import"./part-aws-place.js";import{keyFingerprint}from"./part-csr-parse-spki.js";import"./part-lib-file-error.js";import"./part-lib-user-error.js";
import"./part-lib-words.js";import"./part-csr-parse-key.js";import"./part-csr-parse-der.js";import"./part-lib-escape.js";import{__commonJS,__export,
__toESM}from"./lib-empty-2.js";var require_ReflectLite=__commonJS({"node_modules/reflect-metadata/ReflectLite.js"(){var Reflect2;(function(Reflect3){(function(factory){var root=typeof globalThis==
"object"?globalThis:typeof global=="object"?global:typeof self=="object"?self:typeof this=="object"?this:sloppyModeThis(),exporter=makeExporter(Reflect3);typeof root.
Reflect<"u"&&(exporter=makeExporter(root.Reflect,exporter)),factory(exporter,root),typeof root.Reflect>"u"&&(root.Reflect=Reflect3);function makeExporter(target,previous){
return function(key,value){Object.defineProperty(target,key,{configurable:!0,writable:!0,value}),previous&&previous(key,value)}}function sloppyModeThis(){throw new ReferenceError(
"globalThis could not be found. Please polyfill globalThis before loading this module.")}})(function(exporter,root){var supportsSymbol=typeof Symbol=="function",
toPrimitiveSymbol=supportsSymbol&&typeof Symbol.toPrimitive<"u"?Symbol.toPrimitive:fail("Symbol.toPrimitive not found."),iteratorSymbol=supportsSymbol&&typeof Symbol.
iterator<"u"?Symbol.iterator:fail("Symbol.iterator not found."),functionPrototype=Object.getPrototypeOf(Function),_Map=typeof Map=="function"&&typeof Map.prototype.
entries=="function"?Map:fail("A valid Map constructor could not be found."),_Set=typeof Set=="function"&&typeof Set.prototype.entries=="function"?Set:fail("A va\
lid Set constructor could not be found."),_WeakMap=typeof WeakMap=="function"?WeakMap:fail("A valid WeakMap constructor could not be found."),registrySymbol=supportsSymbol?
Symbol.for("@reflect-metadata:registry"):void 0,metadataRegistry=GetOrCreateMetadataRegistry(),metadataProvider=CreateMetadataProvider(metadataRegistry);function decorate(decorators,target,propertyKey,attributes){
if(IsUndefined(propertyKey)){if(!IsArray(decorators))throw new TypeError;if(!IsConstructor(target))throw new TypeError;return DecorateConstructor(decorators,target)}else{
if(!IsArray(decorators))throw new TypeError;if(!IsObject(target))throw new TypeError;if(!IsObject(attributes)&&!IsUndefined(attributes)&&!IsNull(attributes))throw new TypeError;
return IsNull(attributes)&&(attributes=void 0),propertyKey=ToPropertyKey(propertyKey),DecorateProperty(decorators,target,propertyKey,attributes)}}exporter("deco\
rate",decorate);function metadata(metadataKey,metadataValue){function decorator(target,propertyKey){if(!IsObject(target))throw new TypeError;if(!IsUndefined(propertyKey)&&
!IsPropertyKey(propertyKey))throw new TypeError;OrdinaryDefineOwnMetadata(metadataKey,metadataValue,target,propertyKey)}return decorator}exporter("metadata",metadata);
function defineMetadata(metadataKey,metadataValue,target,propertyKey){if(!IsObject(target))throw new TypeError;return IsUndefined(propertyKey)||(propertyKey=ToPropertyKey(
propertyKey)),OrdinaryDefineOwnMetadata(metadataKey,metadataValue,target,propertyKey)}exporter("defineMetadata",defineMetadata);function hasMetadata(metadataKey,target,propertyKey){
if(!IsObject(target))throw new TypeError;return IsUndefined(propertyKey)||(propertyKey=ToPropertyKey(propertyKey)),OrdinaryHasMetadata(metadataKey,target,propertyKey)}
exporter("hasMetadata",hasMetadata);function hasOwnMetadata(metadataKey,target,propertyKey){if(!IsObject(target))throw new TypeError;return IsUndefined(propertyKey)||
(propertyKey=ToPropertyKey(propertyKey)),OrdinaryHasOwnMetadata(metadataKey,target,propertyKey)}exporter("hasOwnMetadata",hasOwnMetadata);function getMetadata(metadataKey,target,propertyKey){
if(!IsObject(target))throw new TypeError;return IsUndefined(propertyKey)||(propertyKey=ToPropertyKey(propertyKey)),OrdinaryGetMetadata(metadataKey,target,propertyKey)}
exporter("getMetadata",getMetadata);function getOwnMetadata(metadataKey,target,propertyKey){if(!IsObject(target))throw new TypeError;return IsUndefined(propertyKey)||
(propertyKey=ToPropertyKey(propertyKey)),OrdinaryGetOwnMetadata(metadataKey,target,propertyKey)}exporter("getOwnMetadata",getOwnMetadata);function getMetadataKeys(target,propertyKey){
if(!IsObject(target))throw new TypeError;return IsUndefined(propertyKey)||(propertyKey=ToPropertyKey(propertyKey)),OrdinaryMetadataKeys(target,propertyKey)}exporter(
"getMetadataKeys",getMetadataKeys);function getOwnMetadataKeys(target,propertyKey){if(!IsObject(target))throw new TypeError;return IsUndefined(propertyKey)||(propertyKey=
ToPropertyKey(propertyKey)),OrdinaryOwnMetadataKeys(target,propertyKey)}exporter("getOwnMetadataKeys",getOwnMetadataKeys);function deleteMetadata(metadataKey,target,propertyKey){
if(!IsObject(target))throw new TypeError;IsUndefined(propertyKey)||(propertyKey=ToPropertyKey(propertyKey));var provider=GetMetadataProvider(target,propertyKey,
!1);return IsUndefined(provider)?!1:provider.OrdinaryDeleteMetadata(metadataKey,target,propertyKey)}exporter("deleteMetadata",deleteMetadata);function DecorateConstructor(decorators,target){
for(var i=decorators.length-1;i>=0;--i){var decorator=decorators[i],decorated=decorator(target);if(!IsUndefined(decorated)&&!IsNull(decorated)){if(!IsConstructor(
decorated))throw new TypeError;target=decorated}}return target}function DecorateProperty(decorators,target,propertyKey,descriptor){for(var i=decorators.length-1;i>=
0;--i){var decorator=decorators[i],decorated=decorator(target,propertyKey,descriptor);if(!IsUndefined(decorated)&&!IsNull(decorated)){if(!IsObject(decorated))throw new TypeError;
descriptor=decorated}}return descriptor}function OrdinaryHasMetadata(MetadataKey,O,P){var hasOwn=OrdinaryHasOwnMetadata(MetadataKey,O,P);if(hasOwn)return!0;var parent=OrdinaryGetPrototypeOf(
O);return IsNull(parent)?!1:OrdinaryHasMetadata(MetadataKey,parent,P)}function OrdinaryHasOwnMetadata(MetadataKey,O,P){var provider=GetMetadataProvider(O,P,!1);
return IsUndefined(provider)?!1:ToBoolean(provider.OrdinaryHasOwnMetadata(MetadataKey,O,P))}function OrdinaryGetMetadata(MetadataKey,O,P){var hasOwn=OrdinaryHasOwnMetadata(
MetadataKey,O,P);if(hasOwn)return OrdinaryGetOwnMetadata(MetadataKey,O,P);var parent=OrdinaryGetPrototypeOf(O);if(!IsNull(parent))return OrdinaryGetMetadata(MetadataKey,
parent,P)}function OrdinaryGetOwnMetadata(MetadataKey,O,P){var provider=GetMetadataProvider(O,P,!1);if(!IsUndefined(provider))return provider.OrdinaryGetOwnMetadata(
MetadataKey,O,P)}function OrdinaryDefineOwnMetadata(MetadataKey,MetadataValue,O,P){var provider=GetMetadataProvider(O,P,!0);provider.OrdinaryDefineOwnMetadata(MetadataKey,
MetadataValue,O,P)}function OrdinaryMetadataKeys(O,P){var ownKeys=OrdinaryOwnMetadataKeys(O,P),parent=OrdinaryGetPrototypeOf(O);if(parent===null)return ownKeys;
var parentKeys=OrdinaryMetadataKeys(parent,P);if(parentKeys.length<=0)return ownKeys;if(ownKeys.length<=0)return parentKeys;for(var set=new _Set,keys=[],_i=0,ownKeys_1=ownKeys;_i<
ownKeys_1.length;_i++){var key=ownKeys_1[_i],hasKey=set.has(key);hasKey||(set.add(key),keys.push(key))}for(var _a3=0,parentKeys_1=parentKeys;_a3<parentKeys_1.length;_a3++){
var key=parentKeys_1[_a3],hasKey=set.has(key);hasKey||(set.add(key),keys.push(key))}return keys}function OrdinaryOwnMetadataKeys(O,P){var provider=GetMetadataProvider(
O,P,!1);return provider?provider.OrdinaryOwnMetadataKeys(O,P):[]}function Type(x){if(x===null)return 1;switch(typeof x){case"undefined":return 0;case"boolean":return 2;case"\
string":return 3;case"symbol":return 4;case"number":return 5;case"object":return x===null?1:6;default:return 6}}function IsUndefined(x){return x===void 0}function IsNull(x){
return x===null}function IsSymbol(x){return typeof x=="symbol"}function IsObject(x){return typeof x=="object"?x!==null:typeof x=="function"}function ToPrimitive(input,PreferredType){
switch(Type(input)){case 0:return input;case 1:return input;case 2:return input;case 3:return input;case 4:return input;case 5:return input}var hint=PreferredType===
3?"string":PreferredType===5?"number":"default",exoticToPrim=GetMethod(input,toPrimitiveSymbol);if(exoticToPrim!==void 0){var result=exoticToPrim.call(input,hint);
if(IsObject(result))throw new TypeError;return result}return OrdinaryToPrimitive(input,hint==="default"?"number":hint)}function OrdinaryToPrimitive(O,hint){if(hint===
"string"){var toString_1=O.toString;if(IsCallable(toString_1)){var result=toString_1.call(O);if(!IsObject(result))return result}var valueOf=O.valueOf;if(IsCallable(
valueOf)){var result=valueOf.call(O);if(!IsObject(result))return result}}else{var valueOf=O.valueOf;if(IsCallable(valueOf)){var result=valueOf.call(O);if(!IsObject(
result))return result}var toString_2=O.toString;if(IsCallable(toString_2)){var result=toString_2.call(O);if(!IsObject(result))return result}}throw new TypeError}
function ToBoolean(argument){return!!argument}function ToString(argument){return""+argument}function ToPropertyKey(argument){var key=ToPrimitive(argument,3);return IsSymbol(
key)?key:ToString(key)}function IsArray(argument){return Array.isArray?Array.isArray(argument):argument instanceof Object?argument instanceof Array:Object.prototype.
toString.call(argument)==="[object Array]"}function IsCallable(argument){return typeof argument=="function"}function IsConstructor(argument){return typeof argument==
"function"}function IsPropertyKey(argument){switch(Type(argument)){case 3:return!0;case 4:return!0;default:return!1}}function GetMethod(V,P){var func=V[P];if(func!=
null){if(!IsCallable(func))throw new TypeError;return func}}function GetIterator(obj){var method=GetMethod(obj,iteratorSymbol);if(!IsCallable(method))throw new TypeError;
var iterator=method.call(obj);if(!IsObject(iterator))throw new TypeError;return iterator}function IteratorValue(iterResult){return iterResult.value}function IteratorStep(iterator){
var result=iterator.next();return result.done?!1:result}function IteratorClose(iterator){var f=iterator.return;f&&f.call(iterator)}function OrdinaryGetPrototypeOf(O){
var proto=Object.getPrototypeOf(O);if(typeof O!="function"||O===functionPrototype||proto!==functionPrototype)return proto;var prototype=O.prototype,prototypeProto=prototype&&
Object.getPrototypeOf(prototype);if(prototypeProto==null||prototypeProto===Object.prototype)return proto;var constructor=prototypeProto.constructor;return typeof constructor!=
"function"||constructor===O?proto:constructor}function fail(e){throw e}function CreateMetadataRegistry(){var fallback;!IsUndefined(registrySymbol)&&typeof root.
Reflect<"u"&&!(registrySymbol in root.Reflect)&&typeof root.Reflect.defineMetadata=="function"&&(fallback=CreateFallbackProvider(root.Reflect));var first,second,
rest,targetProviderMap=new _WeakMap,registry={registerProvider,getProvider,setProvider};return registry;function registerProvider(provider){if(!Object.isExtensible(
registry))throw new Error("Cannot add provider to a frozen registry.");switch(!0){case fallback===provider:break;case IsUndefined(first):first=provider;break;case first===
provider:break;case IsUndefined(second):second=provider;break;case second===provider:break;default:rest===void 0&&(rest=new _Set),rest.add(provider);break}}function getProviderNoCache(O,P){
if(!IsUndefined(first)){if(first.isProviderFor(O,P))return first;if(!IsUndefined(second)){if(second.isProviderFor(O,P))return first;if(!IsUndefined(rest))for(var iterator=GetIterator(
rest);;){var next=IteratorStep(iterator);if(!next)return;var provider=IteratorValue(next);if(provider.isProviderFor(O,P))return IteratorClose(iterator),provider}}}
if(!IsUndefined(fallback)&&fallback.isProviderFor(O,P))return fallback}function getProvider(O,P){var providerMap=targetProviderMap.get(O),provider;return IsUndefined(
providerMap)||(provider=providerMap.get(P)),IsUndefined(provider)&&(provider=getProviderNoCache(O,P),IsUndefined(provider)||(IsUndefined(providerMap)&&(providerMap=
new _Map,targetProviderMap.set(O,providerMap)),providerMap.set(P,provider))),provider}function hasProvider(provider){if(IsUndefined(provider))throw new TypeError;
return first===provider||second===provider||!IsUndefined(rest)&&rest.has(provider)}function setProvider(O,P,provider){if(!hasProvider(provider))throw new Error(
"Metadata provider not registered.");var existingProvider=getProvider(O,P);if(existingProvider!==provider){if(!IsUndefined(existingProvider))return!1;var providerMap=targetProviderMap.
get(O);IsUndefined(providerMap)&&(providerMap=new _Map,targetProviderMap.set(O,providerMap)),providerMap.set(P,provider)}return!0}}function GetOrCreateMetadataRegistry(){
var metadataRegistry2;return!IsUndefined(registrySymbol)&&IsObject(root.Reflect)&&Object.isExtensible(root.Reflect)&&(metadataRegistry2=root.Reflect[registrySymbol]),
IsUndefined(metadataRegistry2)&&(metadataRegistry2=CreateMetadataRegistry()),!IsUndefined(registrySymbol)&&IsObject(root.Reflect)&&Object.isExtensible(root.Reflect)&&
Object.defineProperty(root.Reflect,registrySymbol,{enumerable:!1,configurable:!1,writable:!1,value:metadataRegistry2}),metadataRegistry2}function CreateMetadataProvider(registry){
var metadata2=new _WeakMap,provider={isProviderFor:function(O,P){var targetMetadata=metadata2.get(O);return IsUndefined(targetMetadata)?!1:targetMetadata.has(P)},
OrdinaryDefineOwnMetadata:OrdinaryDefineOwnMetadata2,OrdinaryHasOwnMetadata:OrdinaryHasOwnMetadata2,OrdinaryGetOwnMetadata:OrdinaryGetOwnMetadata2,OrdinaryOwnMetadataKeys:OrdinaryOwnMetadataKeys2,
OrdinaryDeleteMetadata};return metadataRegistry.registerProvider(provider),provider;function GetOrCreateMetadataMap(O,P,Create){var targetMetadata=metadata2.get(
O),createdTargetMetadata=!1;if(IsUndefined(targetMetadata)){if(!Create)return;targetMetadata=new _Map,metadata2.set(O,targetMetadata),createdTargetMetadata=!0}var metadataMap=targetMetadata.
get(P);if(IsUndefined(metadataMap)){if(!Create)return;if(metadataMap=new _Map,targetMetadata.set(P,metadataMap),!registry.setProvider(O,P,provider))throw targetMetadata.
delete(P),createdTargetMetadata&&metadata2.delete(O),new Error("Wrong provider for target.")}return metadataMap}function OrdinaryHasOwnMetadata2(MetadataKey,O,P){
var metadataMap=GetOrCreateMetadataMap(O,P,!1);return IsUndefined(metadataMap)?!1:ToBoolean(metadataMap.has(MetadataKey))}function OrdinaryGetOwnMetadata2(MetadataKey,O,P){
var metadataMap=GetOrCreateMetadataMap(O,P,!1);if(!IsUndefined(metadataMap))return metadataMap.get(MetadataKey)}function OrdinaryDefineOwnMetadata2(MetadataKey,MetadataValue,O,P){
var metadataMap=GetOrCreateMetadataMap(O,P,!0);metadataMap.set(MetadataKey,MetadataValue)}function OrdinaryOwnMetadataKeys2(O,P){var keys=[],metadataMap=GetOrCreateMetadataMap(
O,P,!1);if(IsUndefined(metadataMap))return keys;for(var keysObj=metadataMap.keys(),iterator=GetIterator(keysObj),k=0;;){var next=IteratorStep(iterator);if(!next)
return keys.length=k,keys;var nextValue=IteratorValue(next);try{keys[k]=nextValue}catch(e){try{IteratorClose(iterator)}finally{throw e}}k++}}function OrdinaryDeleteMetadata(MetadataKey,O,P){
var metadataMap=GetOrCreateMetadataMap(O,P,!1);if(IsUndefined(metadataMap)||!metadataMap.delete(MetadataKey))return!1;if(metadataMap.size===0){var targetMetadata=metadata2.
get(O);IsUndefined(targetMetadata)||(targetMetadata.delete(P),targetMetadata.size===0&&metadata2.delete(targetMetadata))}return!0}}function CreateFallbackProvider(reflect){
var defineMetadata2=reflect.defineMetadata,hasOwnMetadata2=reflect.hasOwnMetadata,getOwnMetadata2=reflect.getOwnMetadata,getOwnMetadataKeys2=reflect.getOwnMetadataKeys,
deleteMetadata2=reflect.deleteMetadata,metadataOwner=new _WeakMap,provider={isProviderFor:function(O,P){var metadataPropertySet=metadataOwner.get(O);return!IsUndefined(
metadataPropertySet)&&metadataPropertySet.has(P)?!0:getOwnMetadataKeys2(O,P).length?(IsUndefined(metadataPropertySet)&&(metadataPropertySet=new _Set,metadataOwner.
set(O,metadataPropertySet)),metadataPropertySet.add(P),!0):!1},OrdinaryDefineOwnMetadata:defineMetadata2,OrdinaryHasOwnMetadata:hasOwnMetadata2,OrdinaryGetOwnMetadata:getOwnMetadata2,
OrdinaryOwnMetadataKeys:getOwnMetadataKeys2,OrdinaryDeleteMetadata:deleteMetadata2};return provider}function GetMetadataProvider(O,P,Create){var registeredProvider=metadataRegistry.
getProvider(O,P);if(!IsUndefined(registeredProvider))return registeredProvider;if(Create){if(metadataRegistry.setProvider(O,P,metadataProvider))return metadataProvider;
throw new Error("Illegal state.")}}})})(Reflect2||(Reflect2={}))}});import{spawn}from"node:child_process";import{X509Certificate as X509Certificate2}from"node:crypto";import{mkdir as mkdir2,mkdtemp,readFile,writeFile as writeFile2}from"node:fs/promises";
import{tmpdir}from"node:os";import{join as join2}from"node:path";import{createInterface}from"node:readline";import{fileURLToPath}from"node:url";var import_lite=__toESM(require_ReflectLite(),1);import{webcrypto}from"node:crypto";import{mkdir,writeFile}from"node:fs/promises";import{join}from"node:path";var index_es_exports={};__export(index_es_exports,{Any:()=>Any,BaseBlock:()=>BaseBlock,BaseStringBlock:()=>BaseStringBlock,BitString:()=>BitString,BmpString:()=>BmpString,
Boolean:()=>Boolean2,CharacterString:()=>CharacterString,Choice:()=>Choice,Constructed:()=>Constructed,DATE:()=>DATE,DEFAULT_MAX_CONTENT_LENGTH:()=>DEFAULT_MAX_CONTENT_LENGTH,
DEFAULT_MAX_DEPTH:()=>DEFAULT_MAX_DEPTH,DEFAULT_MAX_NODES:()=>DEFAULT_MAX_NODES,DateTime:()=>DateTime,Duration:()=>Duration,EndOfContent:()=>EndOfContent,Enumerated:()=>Enumerated,
GeneralString:()=>GeneralString,GeneralizedTime:()=>GeneralizedTime,GraphicString:()=>GraphicString,HexBlock:()=>HexBlock,IA5String:()=>IA5String,Integer:()=>Integer,
Null:()=>Null,NumericString:()=>NumericString,ObjectIdentifier:()=>ObjectIdentifier,OctetString:()=>OctetString,Primitive:()=>Primitive,PrintableString:()=>PrintableString,
RawData:()=>RawData,RelativeObjectIdentifier:()=>RelativeObjectIdentifier,Repeated:()=>Repeated,Sequence:()=>Sequence,Set:()=>Set2,TIME:()=>TIME,TeletexString:()=>TeletexString,
TimeOfDay:()=>TimeOfDay,UTCTime:()=>UTCTime,UniversalString:()=>UniversalString,Utf8String:()=>Utf8String,ValueBlock:()=>ValueBlock,VideotexString:()=>VideotexString,
ViewWriter:()=>ViewWriter,VisibleString:()=>VisibleString,compareSchema:()=>compareSchema,fromBER:()=>fromBER,verifySchema:()=>verifySchema});var ARRAY_BUFFER_NAME="[object ArrayBuffer]",BufferSourceConverter=class _BufferSourceConverter{static isArrayBuffer(data){return Object.prototype.toString.call(
data)===ARRAY_BUFFER_NAME}static toArrayBuffer(data){return this.isArrayBuffer(data)?data:data.byteLength===data.buffer.byteLength||data.byteOffset===0&&data.byteLength===
data.buffer.byteLength?data.buffer:this.toUint8Array(data.buffer).slice(data.byteOffset,data.byteOffset+data.byteLength).buffer}static toUint8Array(data){return this.
toView(data,Uint8Array)}static toView(data,type){if(data.constructor===type)return data;if(this.isArrayBuffer(data))return new type(data);if(this.isArrayBufferView(
data))return new type(data.buffer,data.byteOffset,data.byteLength);throw new TypeError("The provided value is not of type '(ArrayBuffer or ArrayBufferView)'")}static isBufferSource(data){
return this.isArrayBufferView(data)||this.isArrayBuffer(data)}static isArrayBufferView(data){return ArrayBuffer.isView(data)||data&&this.isArrayBuffer(data.buffer)}static isEqual(a,b){
let aView=_BufferSourceConverter.toUint8Array(a),bView=_BufferSourceConverter.toUint8Array(b);if(aView.length!==bView.byteLength)return!1;for(let i=0;i<aView.length;i++)
if(aView[i]!==bView[i])return!1;return!0}static concat(...args){let buffers;Array.isArray(args[0])&&!(args[1]instanceof Function)||Array.isArray(args[0])&&args[1]instanceof
Function?buffers=args[0]:args[args.length-1]instanceof Function?buffers=args.slice(0,args.length-1):buffers=args;let size=0;for(let buffer of buffers)size+=buffer.
byteLength;let res=new Uint8Array(size),offset=0;for(let buffer of buffers){let view=this.toUint8Array(buffer);res.set(view,offset),offset+=view.length}return args[args.
length-1]instanceof Function?this.toView(res,args[args.length-1]):res.buffer}},STRING_TYPE="string",HEX_REGEX=/^[0-9a-f\s]+$/i,BASE64_REGEX=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
BASE64URL_REGEX=/^[a-zA-Z0-9-_]+$/,Utf8Converter=class{static fromString(text){let s=unescape(encodeURIComponent(text)),uintArray=new Uint8Array(s.length);for(let i=0;i<
s.length;i++)uintArray[i]=s.charCodeAt(i);return uintArray.buffer}static toString(buffer){let buf=BufferSourceConverter.toUint8Array(buffer),encodedString="";for(let i=0;i<
buf.length;i++)encodedString+=String.fromCharCode(buf[i]);return decodeURIComponent(escape(encodedString))}},Utf16Converter=class{static toString(buffer,littleEndian=!1){
let arrayBuffer=BufferSourceConverter.toArrayBuffer(buffer),dataView=new DataView(arrayBuffer),res="";for(let i=0;i<arrayBuffer.byteLength;i+=2){let code=dataView.
getUint16(i,littleEndian);res+=String.fromCharCode(code)}return res}static fromString(text,littleEndian=!1){let res=new ArrayBuffer(text.length*2),dataView=new DataView(
res);for(let i=0;i<text.length;i++)dataView.setUint16(i*2,text.charCodeAt(i),littleEndian);return res}},Convert=class _Convert{static isHex(data){return typeof data===
STRING_TYPE&&HEX_REGEX.test(data)}static isBase64(data){return typeof data===STRING_TYPE&&BASE64_REGEX.test(data)}static isBase64Url(data){return typeof data===
STRING_TYPE&&BASE64URL_REGEX.test(data)}static ToString(buffer,enc="utf8"){let buf=BufferSourceConverter.toUint8Array(buffer);switch(enc.toLowerCase()){case"utf\
8":return this.ToUtf8String(buf);case"binary":return this.ToBinary(buf);case"hex":return this.ToHex(buf);case"base64":return this.ToBase64(buf);case"base64url":
return this.ToBase64Url(buf);case"utf16le":return Utf16Converter.toString(buf,!0);case"utf16":case"utf16be":return Utf16Converter.toString(buf);default:throw new Error(
`Unknown type of encoding '${enc}'`)}}static FromString(str,enc="utf8"){if(!str)return new ArrayBuffer(0);switch(enc.toLowerCase()){case"utf8":return this.FromUtf8String(
str);case"binary":return this.FromBinary(str);case"hex":return this.FromHex(str);case"base64":return this.FromBase64(str);case"base64url":return this.FromBase64Url(
str);case"utf16le":return Utf16Converter.fromString(str,!0);case"utf16":case"utf16be":return Utf16Converter.fromString(str);default:throw new Error(`Unknown typ\
e of encoding '${enc}'`)}}static ToBase64(buffer){let buf=BufferSourceConverter.toUint8Array(buffer);if(typeof btoa<"u"){let binary2=this.ToString(buf,"binary");
return btoa(binary2)}else return Buffer.from(buf).toString("base64")}static FromBase64(base642){let formatted=this.formatString(base642);if(!formatted)return new ArrayBuffer(
0);if(!_Convert.isBase64(formatted))throw new TypeError("Argument 'base64Text' is not Base64 encoded");return typeof atob<"u"?this.FromBinary(atob(formatted)):new Uint8Array(
Buffer.from(formatted,"base64")).buffer}static FromBase64Url(base64url2){let formatted=this.formatString(base64url2);if(!formatted)return new ArrayBuffer(0);if(!_Convert.
isBase64Url(formatted))throw new TypeError("Argument 'base64url' is not Base64Url encoded");return this.FromBase64(this.Base64Padding(formatted.replace(/\-/g,"+").
replace(/\_/g,"/")))}static ToBase64Url(data){return this.ToBase64(data).replace(/\+/g,"-").replace(/\//g,"_").replace(/\=/g,"")}static FromUtf8String(text,encoding=_Convert.
DEFAULT_UTF8_ENCODING){switch(encoding){case"ascii":return this.FromBinary(text);case"utf8":return Utf8Converter.fromString(text);case"utf16":case"utf16be":return Utf16Converter.
fromString(text);case"utf16le":case"usc2":return Utf16Converter.fromString(text,!0);default:throw new Error(`Unknown type of encoding '${encoding}'`)}}static ToUtf8String(buffer,encoding=_Convert.
DEFAULT_UTF8_ENCODING){switch(encoding){case"ascii":return this.ToBinary(buffer);case"utf8":return Utf8Converter.toString(buffer);case"utf16":case"utf16be":return Utf16Converter.
toString(buffer);case"utf16le":case"usc2":return Utf16Converter.toString(buffer,!0);default:throw new Error(`Unknown type of encoding '${encoding}'`)}}static FromBinary(text){
let stringLength=text.length,resultView=new Uint8Array(stringLength);for(let i=0;i<stringLength;i++)resultView[i]=text.charCodeAt(i);return resultView.buffer}static ToBinary(buffer){
let buf=BufferSourceConverter.toUint8Array(buffer),res="";for(let i=0;i<buf.length;i++)res+=String.fromCharCode(buf[i]);return res}static ToHex(buffer){let buf=BufferSourceConverter.
toUint8Array(buffer),result="",len=buf.length;for(let i=0;i<len;i++){let byte=buf[i];byte<16&&(result+="0"),result+=byte.toString(16)}return result}static FromHex(hexString){
let formatted=this.formatString(hexString);if(!formatted)return new ArrayBuffer(0);if(!_Convert.isHex(formatted))throw new TypeError("Argument 'hexString' is no\
t HEX encoded");formatted.length%2&&(formatted=`0${formatted}`);let res=new Uint8Array(formatted.length/2);for(let i=0;i<formatted.length;i=i+2){let c=formatted.
slice(i,i+2);res[i/2]=parseInt(c,16)}return res.buffer}static ToUtf16String(buffer,littleEndian=!1){return Utf16Converter.toString(buffer,littleEndian)}static FromUtf16String(text,littleEndian=!1){
return Utf16Converter.fromString(text,littleEndian)}static Base64Padding(base642){let padCount=4-base642.length%4;if(padCount<4)for(let i=0;i<padCount;i++)base642+=
"=";return base642}static formatString(data){return data?.replace(/[\n\r\t ]/g,"")||""}};Convert.DEFAULT_UTF8_ENCODING="utf8";function combine(...buf){let totalByteLength=buf.map(item=>item.byteLength).reduce((prev,cur)=>prev+cur),res=new Uint8Array(totalByteLength),currentPos=0;return buf.
map(item=>new Uint8Array(item)).forEach(arr=>{for(let item2 of arr)res[currentPos++]=item2}),res.buffer}function isEqual(bytes1,bytes2){if(!(bytes1&&bytes2)||bytes1.
byteLength!==bytes2.byteLength)return!1;let b1=new Uint8Array(bytes1),b2=new Uint8Array(bytes2);for(let i=0;i<bytes1.byteLength;i++)if(b1[i]!==b2[i])return!1;return!0}function utilFromBase(inputBuffer,inputBase){let result=0;if(inputBuffer.length===1)return inputBuffer[0];for(let i=inputBuffer.length-1;i>=0;i--)result+=inputBuffer[inputBuffer.
length-1-i]*Math.pow(2,inputBase*i);return result}function utilToBase(value,base,reserved=-1){let internalReserved=reserved,internalValue=value,result=0,biggest=Math.
pow(2,base);for(let i=1;i<8;i++){if(value<biggest){let retBuf;if(internalReserved<0)retBuf=new ArrayBuffer(i),result=i;else{if(internalReserved<i)return new ArrayBuffer(
0);retBuf=new ArrayBuffer(internalReserved),result=internalReserved}let retView=new Uint8Array(retBuf);for(let j=i-1;j>=0;j--){let basis=Math.pow(2,j*base);retView[result-
j-1]=Math.floor(internalValue/basis),internalValue-=retView[result-j-1]*basis}return retBuf}biggest*=Math.pow(2,base)}return new ArrayBuffer(0)}function utilDecodeTC(){let buf=new Uint8Array(this.valueHex);if(this.valueHex.byteLength>=2){let condition1=buf[0]===255&&buf[1]&128,condition2=buf[0]===0&&(buf[1]&
128)===0;(condition1||condition2)&&this.warnings.push("Needlessly long format")}let bigIntBuffer=new ArrayBuffer(this.valueHex.byteLength),bigIntView=new Uint8Array(
bigIntBuffer);for(let i=0;i<this.valueHex.byteLength;i++)bigIntView[i]=0;bigIntView[0]=buf[0]&128;let bigInt=utilFromBase(bigIntView,8),smallIntBuffer=new ArrayBuffer(
this.valueHex.byteLength),smallIntView=new Uint8Array(smallIntBuffer);for(let j=0;j<this.valueHex.byteLength;j++)smallIntView[j]=buf[j];return smallIntView[0]&=
127,utilFromBase(smallIntView,8)-bigInt}function utilEncodeTC(value){let modValue=value<0?value*-1:value,bigInt=128;for(let i=1;i<8;i++){if(modValue<=bigInt){if(value<
0){let smallInt=bigInt-modValue,retBuf2=utilToBase(smallInt,8,i),retView2=new Uint8Array(retBuf2);return retView2[0]|=128,retBuf2}let retBuf=utilToBase(modValue,
8,i),retView=new Uint8Array(retBuf);if(retView[0]&128){let tempBuf=retBuf.slice(0),tempView=new Uint8Array(tempBuf);retBuf=new ArrayBuffer(retBuf.byteLength+1),
retView=new Uint8Array(retBuf);for(let k=0;k<tempBuf.byteLength;k++)retView[k+1]=tempView[k];retView[0]=0}return retBuf}bigInt*=Math.pow(2,8)}return new ArrayBuffer(
0)}function isEqualBuffer(inputBuffer1,inputBuffer2){if(inputBuffer1.byteLength!==inputBuffer2.byteLength)return!1;let view1=new Uint8Array(inputBuffer1),view2=new Uint8Array(
inputBuffer2);for(let i=0;i<view1.length;i++)if(view1[i]!==view2[i])return!1;return!0}function padNumber(inputNumber,fullLength){let str=inputNumber.toString(10);
if(fullLength<str.length)return"";let dif=fullLength-str.length,padding=Array.from({length:dif});for(let i=0;i<dif;i++)padding[i]="0";return padding.join("").concat(
str)}var log2=Math.log(2);function assertBigInt(){if(typeof BigInt>"u")throw new Error("BigInt is not defined. Your environment doesn't implement BigInt.")}function concat(buffers){let outputLength=0,
prevLength=0;for(let i=0;i<buffers.length;i++){let buffer=buffers[i];outputLength+=buffer.byteLength}let retView=new Uint8Array(outputLength);for(let i=0;i<buffers.
length;i++){let buffer=buffers[i];retView.set(buffer instanceof Uint8Array?buffer:new Uint8Array(buffer),prevLength),prevLength+=buffer.byteLength}return retView.
buffer}function checkBufferParams(baseBlock,inputBuffer,inputOffset,inputLength){return inputBuffer instanceof Uint8Array?inputBuffer.byteLength?inputOffset<0?(baseBlock.
error="Wrong parameter: inputOffset less than zero",!1):inputLength<0?(baseBlock.error="Wrong parameter: inputLength less than zero",!1):inputBuffer.byteLength-
inputOffset-inputLength<0?(baseBlock.error="End of input reached before message was fully decoded (inconsistent offset and length values)",!1):!0:(baseBlock.error=
"Wrong parameter: inputBuffer has zero length",!1):(baseBlock.error="Wrong parameter: inputBuffer must be 'Uint8Array'",!1)}var ViewWriter=class{constructor(){this.
items=[]}write(buf){this.items.push(buf instanceof ArrayBuffer?buf:concat([buf]))}final(){return concat(this.items)}},ORIGINAL_VIEW_WRITER_WRITE=ViewWriter.prototype.
write,ORIGINAL_VIEW_WRITER_FINAL=ViewWriter.prototype.final,NAME="name",VALUE_HEX_VIEW="valueHexView",IS_HEX_ONLY="isHexOnly",ID_BLOCK="idBlock",TAG_CLASS="tagC\
lass",TAG_NUMBER="tagNumber",IS_CONSTRUCTED="isConstructed",FROM_BER="fromBER",TO_BER="toBER",LOCAL="local",EMPTY_STRING="",EMPTY_BUFFER=new ArrayBuffer(0),EMPTY_VIEW=new Uint8Array(
0),END_OF_CONTENT_NAME="EndOfContent",OCTET_STRING_NAME="OCTET STRING",BIT_STRING_NAME="BIT STRING";function HexBlock(BaseClass){var _a3;return _a3=class extends BaseClass{get valueHex(){
return this.valueHexView.slice().buffer}set valueHex(value){this.valueHexView=new Uint8Array(value)}constructor(...args){var _b2;super(...args);let params=args[0]||
{};this.isHexOnly=(_b2=params.isHexOnly)!==null&&_b2!==void 0?_b2:!1,this.valueHexView=params.valueHex?BufferSourceConverter.toUint8Array(params.valueHex):EMPTY_VIEW}fromBER(inputBuffer,inputOffset,inputLength,_context){
let view=inputBuffer instanceof ArrayBuffer?new Uint8Array(inputBuffer):inputBuffer;if(!checkBufferParams(this,view,inputOffset,inputLength))return-1;let endLength=inputOffset+
inputLength;return this.valueHexView=view.subarray(inputOffset,endLength),this.valueHexView.length?(this.blockLength=inputLength,endLength):(this.warnings.push(
"Zero buffer length"),inputOffset)}toBER(sizeOnly=!1){return this.isHexOnly?sizeOnly?new ArrayBuffer(this.valueHexView.byteLength):this.valueHexView.buffer instanceof
ArrayBuffer&&this.valueHexView.byteLength===this.valueHexView.buffer.byteLength?this.valueHexView.buffer:BufferSourceConverter.toArrayBuffer(this.valueHexView):
(this.error="Flag 'isHexOnly' is not set, abort",EMPTY_BUFFER)}toJSON(){return{...super.toJSON(),isHexOnly:this.isHexOnly,valueHex:Convert.ToHex(this.valueHexView)}}},
_a3.NAME="hexBlock",_a3}var LocalBaseBlock=class{static blockName(){return this.NAME}get valueBeforeDecode(){return this.valueBeforeDecodeView.slice().buffer}set valueBeforeDecode(value){
this.valueBeforeDecodeView=new Uint8Array(value)}constructor({blockLength=0,error=EMPTY_STRING,warnings=[],valueBeforeDecode=EMPTY_VIEW}={}){this.blockLength=blockLength,
this.error=error,this.warnings=warnings,this.valueBeforeDecodeView=BufferSourceConverter.toUint8Array(valueBeforeDecode)}toJSON(){return{blockName:this.constructor.
NAME,blockLength:this.blockLength,error:this.error,warnings:this.warnings,valueBeforeDecode:Convert.ToHex(this.valueBeforeDecodeView)}}};LocalBaseBlock.NAME="ba\
seBlock";var ValueBlock=class extends LocalBaseBlock{fromBER(_inputBuffer,_inputOffset,_inputLength,_context){throw TypeError("User need to make a specific func\
tion in a class which extends 'ValueBlock'")}toBER(_sizeOnly,_writer){throw TypeError("User need to make a specific function in a class which extends 'ValueBloc\
k'")}};ValueBlock.NAME="valueBlock";var LocalIdentificationBlock=class extends HexBlock(LocalBaseBlock){constructor({idBlock={}}={}){var _a3,_b2,_c2,_d;super(),
idBlock?(this.isHexOnly=(_a3=idBlock.isHexOnly)!==null&&_a3!==void 0?_a3:!1,this.valueHexView=idBlock.valueHex?BufferSourceConverter.toUint8Array(idBlock.valueHex):
EMPTY_VIEW,this.tagClass=(_b2=idBlock.tagClass)!==null&&_b2!==void 0?_b2:-1,this.tagNumber=(_c2=idBlock.tagNumber)!==null&&_c2!==void 0?_c2:-1,this.isConstructed=
(_d=idBlock.isConstructed)!==null&&_d!==void 0?_d:!1):(this.tagClass=-1,this.tagNumber=-1,this.isConstructed=!1)}toBER(sizeOnly=!1){let firstOctet=0;switch(this.
tagClass){case 1:firstOctet|=0;break;case 2:firstOctet|=64;break;case 3:firstOctet|=128;break;case 4:firstOctet|=192;break;default:return this.error="Unknown ta\
g class",EMPTY_BUFFER}if(this.isConstructed&&(firstOctet|=32),this.tagNumber<31&&!this.isHexOnly){let retView2=new Uint8Array(1);if(!sizeOnly){let number=this.tagNumber;
number&=31,firstOctet|=number,retView2[0]=firstOctet}return retView2.buffer}if(!this.isHexOnly){let encodedBuf=utilToBase(this.tagNumber,7),encodedView=new Uint8Array(
encodedBuf),size=encodedBuf.byteLength,retView2=new Uint8Array(size+1);if(retView2[0]=firstOctet|31,!sizeOnly){for(let i=0;i<size-1;i++)retView2[i+1]=encodedView[i]|
128;retView2[size]=encodedView[size-1]}return retView2.buffer}let retView=new Uint8Array(this.valueHexView.byteLength+1);if(retView[0]=firstOctet|31,!sizeOnly){
let curView=this.valueHexView;for(let i=0;i<curView.length-1;i++)retView[i+1]=curView[i]|128;retView[this.valueHexView.byteLength]=curView[curView.length-1]}return retView.
buffer}fromBER(inputBuffer,inputOffset,inputLength){let inputView=BufferSourceConverter.toUint8Array(inputBuffer);if(!checkBufferParams(this,inputView,inputOffset,
inputLength))return-1;let fastArgs=Number.isInteger(inputOffset)&&Number.isInteger(inputLength),intBuffer=fastArgs?inputView:inputView.subarray(inputOffset,inputOffset+
inputLength),baseIndex=fastArgs?inputOffset:0,bufferLength=fastArgs?inputLength:intBuffer.length;if(bufferLength===0)return this.error="Zero buffer length",-1;switch(intBuffer[baseIndex]&
192){case 0:this.tagClass=1;break;case 64:this.tagClass=2;break;case 128:this.tagClass=3;break;case 192:this.tagClass=4;break;default:return this.error="Unknown\
 tag class",-1}this.isConstructed=(intBuffer[baseIndex]&32)===32,this.isHexOnly=!1;let tagNumberMask=intBuffer[baseIndex]&31;if(tagNumberMask!==31)this.tagNumber=
tagNumberMask,this.blockLength=1;else{let count=0;for(;;){let tagByteIndex=count+1;if(tagByteIndex>=bufferLength)return this.error="End of input reached before \
message was fully decoded",-1;if(count++,(intBuffer[baseIndex+tagByteIndex]&128)===0)break}this.blockLength=count+1;let intTagNumberBuffer=this.valueHexView=new Uint8Array(
count);for(let i=0;i<count;i++)intTagNumberBuffer[i]=intBuffer[baseIndex+i+1]&127;this.blockLength<=9?this.tagNumber=utilFromBase(intTagNumberBuffer,7):(this.isHexOnly=
!0,this.warnings.push("Tag too long, represented as hex-coded"))}if(this.tagClass===1&&this.isConstructed)switch(this.tagNumber){case 1:case 2:case 5:case 6:case 9:case 13:case 14:case 23:case 24:case 31:case 32:case 33:case 34:
return this.error="Constructed encoding used for primitive type",-1}return inputOffset+this.blockLength}toJSON(){return{...super.toJSON(),tagClass:this.tagClass,
tagNumber:this.tagNumber,isConstructed:this.isConstructed}}};LocalIdentificationBlock.NAME="identificationBlock";var ORIGINAL_LOCAL_IDENTIFICATION_TO_BER=LocalIdentificationBlock.
prototype.toBER,ORIGINAL_LOCAL_IDENTIFICATION_FROM_BER=LocalIdentificationBlock.prototype.fromBER,LocalLengthBlock=class extends LocalBaseBlock{constructor({lenBlock={}}={}){
var _a3,_b2,_c2;super(),this.isIndefiniteForm=(_a3=lenBlock.isIndefiniteForm)!==null&&_a3!==void 0?_a3:!1,this.longFormUsed=(_b2=lenBlock.longFormUsed)!==null&&
_b2!==void 0?_b2:!1,this.length=(_c2=lenBlock.length)!==null&&_c2!==void 0?_c2:0}fromBER(inputBuffer,inputOffset,inputLength){let view=BufferSourceConverter.toUint8Array(
inputBuffer);if(!checkBufferParams(this,view,inputOffset,inputLength))return-1;let fastArgs=Number.isInteger(inputOffset)&&Number.isInteger(inputLength),intBuffer=fastArgs?
view:view.subarray(inputOffset,inputOffset+inputLength),baseIndex=fastArgs?inputOffset:0,bufferLength=fastArgs?inputLength:intBuffer.length;if(bufferLength===0)
return this.error="Zero buffer length",-1;if(intBuffer[baseIndex]===255)return this.error="Length block 0xFF is reserved by standard",-1;if(this.isIndefiniteForm=
intBuffer[baseIndex]===128,this.isIndefiniteForm)return this.blockLength=1,inputOffset+this.blockLength;if(this.longFormUsed=!!(intBuffer[baseIndex]&128),this.longFormUsed===
!1)return this.length=intBuffer[baseIndex],this.blockLength=1,inputOffset+this.blockLength;let count=intBuffer[baseIndex]&127;if(count>8)return this.error="Too \
big integer",-1;if(count+1>bufferLength)return this.error="End of input reached before message was fully decoded",-1;let lenOffset=inputOffset+1,lengthBufferView=view.
subarray(lenOffset,lenOffset+count);return lengthBufferView[count-1]===0&&this.warnings.push("Needlessly long encoded length"),this.length=utilFromBase(lengthBufferView,
8),this.longFormUsed&&this.length<=127&&this.warnings.push("Unnecessary usage of long length form"),this.blockLength=count+1,inputOffset+this.blockLength}toBER(sizeOnly=!1){
let retBuf,retView;if(this.length>127&&(this.longFormUsed=!0),this.isIndefiniteForm)return retBuf=new ArrayBuffer(1),sizeOnly===!1&&(retView=new Uint8Array(retBuf),
retView[0]=128),retBuf;if(this.longFormUsed){let encodedBuf=utilToBase(this.length,8);if(encodedBuf.byteLength>127)return this.error="Too big length",EMPTY_BUFFER;
if(retBuf=new ArrayBuffer(encodedBuf.byteLength+1),sizeOnly)return retBuf;let encodedView=new Uint8Array(encodedBuf);retView=new Uint8Array(retBuf),retView[0]=encodedBuf.
byteLength|128;for(let i=0;i<encodedBuf.byteLength;i++)retView[i+1]=encodedView[i];return retBuf}return retBuf=new ArrayBuffer(1),sizeOnly===!1&&(retView=new Uint8Array(
retBuf),retView[0]=this.length),retBuf}toJSON(){return{...super.toJSON(),isIndefiniteForm:this.isIndefiniteForm,longFormUsed:this.longFormUsed,length:this.length}}};
LocalLengthBlock.NAME="lengthBlock";var ORIGINAL_LOCAL_LENGTH_TO_BER=LocalLengthBlock.prototype.toBER,ORIGINAL_LOCAL_LENGTH_FROM_BER=LocalLengthBlock.prototype.
fromBER,typeStore={},_a$y,_b,_c,originalUint8ArraySliceInfo=findMethod(Uint8Array.prototype,"slice"),originalUint8ArrayConstructor=(_a$y=Object.getOwnPropertyDescriptor(
Uint8Array.prototype,"constructor"))===null||_a$y===void 0?void 0:_a$y.value,originalArrayIterator=(_b=Object.getOwnPropertyDescriptor(Array.prototype,Symbol.iterator))===
null||_b===void 0?void 0:_b.value,intrinsicTypedArrayByteLength=(_c=Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype),"byteLength"))===
null||_c===void 0?void 0:_c.get,BUILTIN_DISPATCH_PAYLOAD_THRESHOLD=16384,BUILTIN_DISPATCH_MAX_DEPTH=64,builtinRegistry;function registerBuiltinEncoder(builtinConstructors,internals){
let nextInternals=internals||builtinRegistry;if(!nextInternals){builtinRegistry=void 0;return}builtinRegistry={...nextInternals,...builtinConstructors}}function dataProperty(object,name){
let descriptor=Object.getOwnPropertyDescriptor(object,name);if(!(!descriptor||!("value"in descriptor)))return descriptor.value}function intrinsicPayloadByteLength(value){
if(!(!intrinsicTypedArrayByteLength||!value||typeof value!="object"))try{let byteLength=intrinsicTypedArrayByteLength.call(value);return typeof byteLength=="num\
ber"?byteLength:void 0}catch{return}}function largePayloadOrChain(block,depth){if(depth>BUILTIN_DISPATCH_MAX_DEPTH||!block||typeof block!="object")return!1;let valueBlockDescriptor=Object.
getOwnPropertyDescriptor(block,"valueBlock");if(!valueBlockDescriptor||!("value"in valueBlockDescriptor))return!1;let valueBlock=valueBlockDescriptor.value;if(!valueBlock||
typeof valueBlock!="object")return!1;let payloadDescriptor=Object.getOwnPropertyDescriptor(valueBlock,"valueHexView");if(payloadDescriptor){if(!("value"in payloadDescriptor))
return!1;let byteLength=intrinsicPayloadByteLength(payloadDescriptor.value);return byteLength!==void 0&&byteLength>=BUILTIN_DISPATCH_PAYLOAD_THRESHOLD}let valuesDescriptor=Object.
getOwnPropertyDescriptor(valueBlock,"value");if(!valuesDescriptor||!("value"in valuesDescriptor)||!Array.isArray(valuesDescriptor.value))return!1;let values=valuesDescriptor.
value,lengthDescriptor=Object.getOwnPropertyDescriptor(values,"length");if(!lengthDescriptor||!("value"in lengthDescriptor)||lengthDescriptor.value!==1)return!1;
let indexDescriptor=Object.getOwnPropertyDescriptor(values,"0");return!indexDescriptor||!("value"in indexDescriptor)?!1:largePayloadOrChain(indexDescriptor.value,
depth+1)}function shouldUseBuiltinEncoder(block){try{return largePayloadOrChain(block,0)}catch{return!1}}function sameDataMethod(current,original){return!!current&&
"value"in current&&current.value===original&&current.writable===!0&&current.enumerable===!1&&current.configurable===!0}function writerMethodsStable(registry){return sameDataMethod(
Object.getOwnPropertyDescriptor(registry.ViewWriter.prototype,"write"),registry.originalWriterWrite)&&sameDataMethod(Object.getOwnPropertyDescriptor(registry.ViewWriter.
prototype,"final"),registry.originalWriterFinal)}function findMethod(prototype,name){let current=prototype;for(;current;){let descriptor=Object.getOwnPropertyDescriptor(
current,name);if(descriptor)return"value"in descriptor&&typeof descriptor.value=="function"?{declaringPrototype:current,method:descriptor.value}:void 0;current=
Object.getPrototypeOf(current)}}function stableInheritedMethod(prototype,name,original){if(!original)return!1;let current=prototype;for(;current;){let descriptor=Object.
getOwnPropertyDescriptor(current,name);if(current===original.declaringPrototype)return!!descriptor&&"value"in descriptor&&descriptor.value===original.method;if(descriptor)
return!1;current=Object.getPrototypeOf(current)}return!1}function prototypeMethod(object,prototype,name,expected){if(Object.prototype.hasOwnProperty.call(object,
name)||Object.getPrototypeOf(object)!==prototype)return!1;let descriptor=Object.getOwnPropertyDescriptor(prototype,name);return!!descriptor&&"value"in descriptor&&
descriptor.value===expected}function inheritedMethod(object,name,expected,primitiveConstructor){if(Object.prototype.hasOwnProperty.call(object,name))return!1;let prototype=Object.
getPrototypeOf(object),originalPrimitiveValuePrototype=Object.getPrototypeOf(primitiveConstructor.prototype);if(prototype!==primitiveConstructor.prototype||Object.
getPrototypeOf(prototype)!==originalPrimitiveValuePrototype||prototype&&Object.getOwnPropertyDescriptor(prototype,name))return!1;let parentDescriptor=Object.getOwnPropertyDescriptor(
originalPrimitiveValuePrototype,name);return!!parentDescriptor&&"value"in parentDescriptor&&parentDescriptor.value===expected}function plainPayload(value,allowEmpty=!1){
if(!(value instanceof Uint8Array)||Object.getPrototypeOf(value)!==Uint8Array.prototype)return;for(let name of["buffer","byteOffset","byteLength","length","slice",
"constructor"])if(Object.prototype.hasOwnProperty.call(value,name))return;let constructorDescriptor=Object.getOwnPropertyDescriptor(Uint8Array.prototype,"constr\
uctor");if(!(!constructorDescriptor||!("value"in constructorDescriptor)||constructorDescriptor.value!==originalUint8ArrayConstructor)&&stableInheritedMethod(Uint8Array.
prototype,"slice",originalUint8ArraySliceInfo)){try{let buffer=value.buffer;if(!(buffer instanceof ArrayBuffer)||Object.getPrototypeOf(buffer)!==ArrayBuffer.prototype||
Object.prototype.hasOwnProperty.call(buffer,"byteLength")||value.byteLength!==value.length||!allowEmpty&&value.byteLength===0||value.byteOffset<0||value.byteOffset+
value.byteLength>buffer.byteLength)return}catch{return}return value}}function validIdBlock(block,constructed,registry){if(Object.getPrototypeOf(block)!==registry.
LocalIdentificationBlock.prototype||!prototypeMethod(block,registry.LocalIdentificationBlock.prototype,"toBER",registry.originalIdentificationToBER))return!1;let tagClass=dataProperty(
block,"tagClass"),tagNumber=dataProperty(block,"tagNumber"),isConstructed2=dataProperty(block,"isConstructed"),isHexOnly=dataProperty(block,"isHexOnly"),valueHexView=dataProperty(
block,"valueHexView");return typeof tagClass!="number"||!Number.isInteger(tagClass)||tagClass<1||tagClass>4||typeof tagNumber!="number"||!Number.isInteger(tagNumber)||
tagNumber<0||isConstructed2!==constructed||typeof isHexOnly!="boolean"?!1:isHexOnly?!!plainPayload(valueHexView):Number.isSafeInteger(tagNumber)}function validLengthBlock(block,allowIndefinite,registry){
if(Object.getPrototypeOf(block)!==registry.LocalLengthBlock.prototype||!prototypeMethod(block,registry.LocalLengthBlock.prototype,"toBER",registry.originalLengthToBER))
return!1;let indefinite=dataProperty(block,"isIndefiniteForm"),longForm=dataProperty(block,"longFormUsed"),lengthDescriptor=Object.getOwnPropertyDescriptor(block,
"length"),length=lengthDescriptor&&"value"in lengthDescriptor?lengthDescriptor.value:void 0,longFormDescriptor=Object.getOwnPropertyDescriptor(block,"longFormUs\
ed");return typeof indefinite=="boolean"&&(indefinite===!1||allowIndefinite)&&typeof longForm=="boolean"&&!!longFormDescriptor&&"value"in longFormDescriptor&&longFormDescriptor.
writable===!0&&!!lengthDescriptor&&"value"in lengthDescriptor&&lengthDescriptor.writable===!0&&typeof length=="number"&&Number.isSafeInteger(length)&&length>=0}
function validBaseBlock(block,isConstructed2,registry){let idBlock=dataProperty(block,"idBlock"),lenBlock=dataProperty(block,"lenBlock");return!!idBlock&&!!lenBlock&&
validIdBlock(idBlock,isConstructed2,registry)&&validLengthBlock(lenBlock,isConstructed2,registry)}function constructedChild(block,registry){let valueBlock=dataProperty(
block,"valueBlock");if(!valueBlock||Object.getPrototypeOf(valueBlock)!==registry.LocalConstructedValueBlock.prototype||!prototypeMethod(valueBlock,registry.LocalConstructedValueBlock.
prototype,"toBER",registry.originalConstructedToBER))return;let values=dataProperty(valueBlock,"value");if(!Array.isArray(values)||Object.getPrototypeOf(values)!==
Array.prototype)return;let lengthDescriptor=Object.getOwnPropertyDescriptor(values,"length");if(!lengthDescriptor||!("value"in lengthDescriptor)||lengthDescriptor.
value!==1||Object.prototype.hasOwnProperty.call(values,Symbol.iterator))return;let iteratorDescriptor=Object.getOwnPropertyDescriptor(Array.prototype,Symbol.iterator);
if(!iteratorDescriptor||!("value"in iteratorDescriptor)||iteratorDescriptor.value!==originalArrayIterator)return;let indexDescriptor=Object.getOwnPropertyDescriptor(
values,"0");if(!(!indexDescriptor||!("value"in indexDescriptor))&&Object.getOwnPropertyNames(values).length===2)return indexDescriptor.value}function bitPayload(block,registry){
let valueBlock=dataProperty(block,"valueBlock");if(!valueBlock||Object.getPrototypeOf(valueBlock)!==registry.LocalBitStringValueBlock.prototype||!prototypeMethod(
valueBlock,registry.LocalBitStringValueBlock.prototype,"toBER",registry.originalBitStringToBER)||dataProperty(valueBlock,"isConstructed")!==!1)return;let unusedBits=dataProperty(
valueBlock,"unusedBits");if(typeof unusedBits!="number"||!Number.isInteger(unusedBits)||unusedBits<0||unusedBits>7)return;let payload=plainPayload(dataProperty(
valueBlock,"valueHexView"),!0);if(payload)return{payload,prefix:Uint8Array.of(payload.byteLength?unusedBits:0)}}function primitivePayload(block,kind,registry){let valueBlock=dataProperty(
block,"valueBlock");if(valueBlock){if(kind==="integer"){if(Object.getPrototypeOf(valueBlock)!==registry.LocalIntegerValueBlock.prototype||!prototypeMethod(valueBlock,
registry.LocalIntegerValueBlock.prototype,"toBER",registry.originalIntegerToBER))return}else if(kind==="octet"){if(Object.getPrototypeOf(valueBlock)!==registry.
LocalOctetStringValueBlock.prototype||!prototypeMethod(valueBlock,registry.LocalOctetStringValueBlock.prototype,"toBER",registry.originalOctetStringToBER)||dataProperty(
valueBlock,"isConstructed")!==!1)return}else if(Object.getPrototypeOf(valueBlock)!==registry.LocalPrimitiveValueBlock.prototype||!inheritedMethod(valueBlock,"to\
BER",registry.originalPrimitiveToBER,registry.LocalPrimitiveValueBlock))return;if(!(kind==="primitive"&&dataProperty(valueBlock,"isHexOnly")!==!0)&&typeof dataProperty(
valueBlock,"isHexOnly")=="boolean")return plainPayload(dataProperty(valueBlock,"valueHexView"))}}function validOuterMethod(block,registry){if(Object.prototype.hasOwnProperty.
call(block,"toBER"))return!1;let prototype=block;for(;prototype;){let descriptor=Object.getOwnPropertyDescriptor(prototype,"toBER");if(descriptor)return"value"in
descriptor&&descriptor.value===registry.originalBaseBlockToBER;prototype=Object.getPrototypeOf(prototype)}return!1}function isPrimitive(block,type,registry){let constructor=registry[type];
return!!constructor&&Object.getPrototypeOf(block)===constructor.prototype}function isConstructed(block,registry){return Object.getPrototypeOf(block)===registry.
Sequence.prototype||Object.getPrototypeOf(block)===registry.Set.prototype||Object.getPrototypeOf(block)===registry.Constructed.prototype}function inspectNode(block,depth,registry){
if(!(depth>BUILTIN_DISPATCH_MAX_DEPTH||!block||typeof block!="object"))try{if(!validOuterMethod(block,registry))return;let primitiveKind=isPrimitive(block,"BitS\
tring",registry)?"bit":isPrimitive(block,"Integer",registry)?"integer":isPrimitive(block,"OctetString",registry)?"octet":isPrimitive(block,"Primitive",registry)?
"primitive":void 0,constructed=primitiveKind===void 0&&isConstructed(block,registry);if(!primitiveKind&&!constructed||!validBaseBlock(block,constructed,registry))
return;let idBlock=dataProperty(block,"idBlock"),lenBlock=dataProperty(block,"lenBlock");if(!idBlock||!lenBlock)return;if(primitiveKind){let bit=primitiveKind===
"bit"?bitPayload(block,registry):void 0,payload=primitiveKind==="bit"?bit?.payload:primitivePayload(block,primitiveKind,registry);return payload?{block,kind:primitiveKind,
idBlock,lenBlock,indefinite:!1,payload,prefix:bit?.prefix}:void 0}let child=constructedChild(block,registry),validatedChild=child&&inspectNode(child,depth+1,registry),
indefinite=dataProperty(lenBlock,"isIndefiniteForm");return validatedChild?{block,kind:"constructed",idBlock,lenBlock,indefinite:indefinite===!0,child:validatedChild}:
void 0}catch{return}}function buildNode(node,sizeOnly,registry){var _a3,_b2;let id=Reflect.apply(registry.originalIdentificationToBER,node.idBlock,[sizeOnly]);if(!(id instanceof
ArrayBuffer)||id.byteLength===0)throw TypeError("Built-in identifier encoding failed");let payload;node.kind==="constructed"?payload=buildNode(node.child,sizeOnly,
registry):payload=node.payload;let length=(payload instanceof Uint8Array?payload.byteLength:payload.total)+((_b2=(_a3=node.prefix)===null||_a3===void 0?void 0:_a3.
byteLength)!==null&&_b2!==void 0?_b2:0),len;if(node.indefinite)len=Uint8Array.of(128).buffer;else if(node.lenBlock.length=length,len=Reflect.apply(registry.originalLengthToBER,
node.lenBlock,[sizeOnly]),!(len instanceof ArrayBuffer)||len.byteLength===0)throw TypeError("Built-in length encoding failed");let total=id.byteLength+len.byteLength+
length+(node.indefinite?2:0);if(!Number.isSafeInteger(total))throw RangeError("Built-in encoding is too large");return{id,len,payload,length,total,indefinite:node.
indefinite,prefix:node.prefix}}function flatten(node,output,offset,sizeOnly){return output.set(new Uint8Array(node.id),offset),offset+=node.id.byteLength,output.
set(new Uint8Array(node.len),offset),offset+=node.len.byteLength,node.prefix&&(sizeOnly||output.set(node.prefix,offset),offset+=node.prefix.byteLength),node.payload instanceof
Uint8Array?(sizeOnly||output.set(node.payload,offset),offset+=node.payload.byteLength):offset=flatten(node.payload,output,offset,sizeOnly),node.indefinite&&(offset+=
2),offset}function tryEncodeBuiltin(block,sizeOnly=!1){let registry=builtinRegistry;if(!registry||!writerMethodsStable(registry))return;let validated=inspectNode(
block,0,registry);if(!validated)return;let node=buildNode(validated,sizeOnly,registry),output=new Uint8Array(node.total);return flatten(node,output,0,sizeOnly),
output.buffer}var BaseBlock=class extends LocalBaseBlock{constructor({name=EMPTY_STRING,optional=!1,primitiveSchema,...parameters}={},valueBlockType){super(parameters),
this.name=name,this.optional=optional,primitiveSchema&&(this.primitiveSchema=primitiveSchema),this.idBlock=new LocalIdentificationBlock(parameters),this.lenBlock=
new LocalLengthBlock(parameters),this.valueBlock=valueBlockType?new valueBlockType(parameters):new ValueBlock(parameters)}fromBER(inputBuffer,inputOffset,inputLength,context){
let resultOffset=this.valueBlock.fromBER(inputBuffer,inputOffset,this.lenBlock.isIndefiniteForm?inputLength:this.lenBlock.length,context);return resultOffset===
-1?(this.error=this.valueBlock.error,resultOffset):(this.idBlock.error.length||(this.blockLength+=this.idBlock.blockLength),this.lenBlock.error.length||(this.blockLength+=
this.lenBlock.blockLength),this.valueBlock.error.length||(this.blockLength+=this.valueBlock.blockLength),resultOffset)}toBER(sizeOnly,writer){let _writer=writer||
new ViewWriter;if(!writer&&(prepareIndefiniteForm(this),(sizeOnly===!0||sizeOnly===!1||sizeOnly===void 0)&&shouldUseBuiltinEncoder(this))){let encoded=tryEncodeBuiltin(
this,sizeOnly===!0);if(encoded)return encoded}let idBlockBuf=this.idBlock.toBER(sizeOnly);if(_writer.write(idBlockBuf),this.lenBlock.isIndefiniteForm)_writer.write(
new Uint8Array([128]).buffer),this.valueBlock.toBER(sizeOnly,_writer),_writer.write(new ArrayBuffer(2));else{let valueBlockBuf=this.valueBlock.toBER(sizeOnly);this.
lenBlock.length=valueBlockBuf.byteLength;let lenBlockBuf=this.lenBlock.toBER(sizeOnly);_writer.write(lenBlockBuf),_writer.write(valueBlockBuf)}return writer?EMPTY_BUFFER:
_writer.final()}toJSON(){let object={...super.toJSON(),idBlock:this.idBlock.toJSON(),lenBlock:this.lenBlock.toJSON(),valueBlock:this.valueBlock.toJSON(),name:this.
name,optional:this.optional};return this.primitiveSchema&&(object.primitiveSchema=this.primitiveSchema.toJSON()),object}toString(encoding="ascii"){return encoding===
"ascii"?this.onAsciiEncoding():Convert.ToHex(this.toBER())}onAsciiEncoding(){let name=this.constructor.NAME,value=Convert.ToHex(this.valueBlock.valueBeforeDecodeView);
return`${name} : ${value}`}isEqual(other){if(this===other)return!0;if(!(other instanceof this.constructor))return!1;let thisRaw=this.toBER(),otherRaw=other.toBER();
return isEqualBuffer(thisRaw,otherRaw)}};BaseBlock.NAME="BaseBlock";var ORIGINAL_BASE_BLOCK_TO_BER=BaseBlock.prototype.toBER;function prepareIndefiniteForm(baseBlock){
var _a3;if(baseBlock instanceof typeStore.Constructed)for(let value of baseBlock.valueBlock.value)prepareIndefiniteForm(value)&&(baseBlock.lenBlock.isIndefiniteForm=
!0);return!!(!((_a3=baseBlock.lenBlock)===null||_a3===void 0)&&_a3.isIndefiniteForm)}var BaseStringBlock=class extends BaseBlock{getValue(){return this.valueBlock.
value}setValue(value){this.valueBlock.value=value}constructor({value=EMPTY_STRING,...parameters}={},stringValueBlockType){super(parameters,stringValueBlockType),
value&&this.fromString(value)}fromBER(inputBuffer,inputOffset,inputLength){let resultOffset=this.valueBlock.fromBER(inputBuffer,inputOffset,this.lenBlock.isIndefiniteForm?
inputLength:this.lenBlock.length);return resultOffset===-1?(this.error=this.valueBlock.error,resultOffset):(this.fromBuffer(this.valueBlock.valueHexView),this.idBlock.
error.length||(this.blockLength+=this.idBlock.blockLength),this.lenBlock.error.length||(this.blockLength+=this.lenBlock.blockLength),this.valueBlock.error.length||
(this.blockLength+=this.valueBlock.blockLength),resultOffset)}onAsciiEncoding(){return`${this.constructor.NAME} : '${this.valueBlock.value}'`}};BaseStringBlock.
NAME="BaseStringBlock";var _a$x,LocalPrimitiveValueBlock=class extends HexBlock(ValueBlock){constructor({isHexOnly=!0,...parameters}={}){super(parameters),this.
isHexOnly=isHexOnly}};LocalPrimitiveValueBlock.NAME="PrimitiveValueBlock";var ORIGINAL_LOCAL_PRIMITIVE_TO_BER=(_a$x=Object.getOwnPropertyDescriptor(Object.getPrototypeOf(
LocalPrimitiveValueBlock.prototype),"toBER"))===null||_a$x===void 0?void 0:_a$x.value,_a$w,Primitive=class extends BaseBlock{constructor(parameters={}){super(parameters,
LocalPrimitiveValueBlock),this.idBlock.isConstructed=!1}};_a$w=Primitive;typeStore.Primitive=_a$w;Primitive.NAME="PRIMITIVE";var fastParserRegistry;function registerFastParser(constructors){
fastParserRegistry={Integer:constructors.Integer,Null:constructors.Null,Sequence:constructors.Sequence}}function fastParserContext(context){let nodes=Object.getOwnPropertyDescriptor(
context,"nodesCount"),maxNodes=Object.getOwnPropertyDescriptor(context,"maxNodes"),maxContentLength=Object.getOwnPropertyDescriptor(context,"maxContentLength");
return!nodes||!("value"in nodes)||nodes.writable!==!0||!maxNodes||!("value"in maxNodes)||!maxContentLength||!("value"in maxContentLength)?!1:typeof nodes.value==
"number"&&Number.isSafeInteger(nodes.value)&&nodes.value>=0&&typeof maxNodes.value=="number"&&Number.isSafeInteger(maxNodes.value)&&maxNodes.value>=0&&typeof maxContentLength.
value=="number"&&Number.isSafeInteger(maxContentLength.value)&&maxContentLength.value>=0&&nodes.value<maxNodes.value}function fastParserType(store,name,value){let descriptor=Object.
getOwnPropertyDescriptor(store,name);return!!descriptor&&"value"in descriptor&&descriptor.value===value}function tryFastFromBER(inputBuffer,inputOffset,inputLength,context){
let registry=fastParserRegistry;if(!registry)return;let Constructor,length=0;try{if(Object.getPrototypeOf(inputBuffer)!==Uint8Array.prototype||!Number.isSafeInteger(
inputOffset)||inputOffset<0||!Number.isSafeInteger(inputLength)||inputLength<2||inputOffset>inputBuffer.byteLength||inputLength>inputBuffer.byteLength-inputOffset)
return;let tag=inputBuffer[inputOffset];if(tag!==2&&tag!==5&&tag!==48||(length=inputBuffer[inputOffset+1],length>=128||length>inputLength-2)||tag===5&&length!==
0||!fastParserContext(context)||length>Object.getOwnPropertyDescriptor(context,"maxContentLength").value)return;let constructorName=tag===2?"Integer":tag===5?"N\
ull":"Sequence";if(Constructor=registry[constructorName],!fastParserType(typeStore,constructorName,Constructor))return;let identificationFromBER=Object.getOwnPropertyDescriptor(
LocalIdentificationBlock.prototype,"fromBER"),lengthFromBER=Object.getOwnPropertyDescriptor(LocalLengthBlock.prototype,"fromBER");if(!identificationFromBER||!("\
value"in identificationFromBER)||identificationFromBER.value!==ORIGINAL_LOCAL_IDENTIFICATION_FROM_BER||!lengthFromBER||!("value"in lengthFromBER)||lengthFromBER.
value!==ORIGINAL_LOCAL_LENGTH_FROM_BER)return}catch{return}if(!Constructor)return;let result=new Constructor;result.idBlock.tagClass=1,result.idBlock.tagNumber=
inputBuffer[inputOffset]&31,result.idBlock.isConstructed=inputBuffer[inputOffset]===48,result.idBlock.isHexOnly=!1,result.idBlock.blockLength=1,result.lenBlock.
isIndefiniteForm=!1,result.lenBlock.longFormUsed=!1,result.lenBlock.length=length,result.lenBlock.blockLength=1,context.nodesCount+=1;let resultOffset=result.fromBER(
inputBuffer,inputOffset+2,length,context);return result.valueBeforeDecodeView=inputBuffer.subarray(inputOffset,inputOffset+result.blockLength),{offset:resultOffset,
result}}var DEFAULT_MAX_DEPTH=100,DEFAULT_MAX_NODES=1e4,DEFAULT_MAX_CONTENT_LENGTH=16*1024*1024,MAX_DEPTH_EXCEEDED_ERROR="Maximum ASN.1 nesting depth exceeded",
MAX_NODES_EXCEEDED_ERROR="Maximum ASN.1 node count exceeded",MAX_CONTENT_LENGTH_EXCEEDED_ERROR="Maximum ASN.1 content length exceeded";function createFromBerContext(options={}){
var _a3,_b2,_c2,_d;return{depth:0,maxDepth:(_a3=options.maxDepth)!==null&&_a3!==void 0?_a3:DEFAULT_MAX_DEPTH,nodesCount:0,maxNodes:(_b2=options.maxNodes)!==null&&
_b2!==void 0?_b2:DEFAULT_MAX_NODES,maxContentLength:(_c2=options.maxContentLength)!==null&&_c2!==void 0?_c2:DEFAULT_MAX_CONTENT_LENGTH,parseEmbedded:(_d=options.
parseEmbedded)!==null&&_d!==void 0?_d:!0}}function createErrorResult(error){let result=new BaseBlock({},ValueBlock);return result.error=error,{offset:-1,result}}
function checkNodesLimit(context){if(context.nodesCount+=1,context.nodesCount>context.maxNodes)return MAX_NODES_EXCEEDED_ERROR}function checkContentLengthLimit(inputLength,context){
if(inputLength>context.maxContentLength)return MAX_CONTENT_LENGTH_EXCEEDED_ERROR}function localFromBERWithChildContext(inputBuffer,inputOffset,inputLength,context){
let childDepth=context.depth+1;if(childDepth>context.maxDepth)return createErrorResult(MAX_DEPTH_EXCEEDED_ERROR);context.depth=childDepth;try{return localFromBER(
inputBuffer,inputOffset,inputLength,context)}finally{context.depth-=1}}function localChangeType(inputObject,newType){if(inputObject instanceof newType)return inputObject;
let newObject=new newType;return newObject.idBlock=inputObject.idBlock,newObject.lenBlock=inputObject.lenBlock,newObject.warnings=inputObject.warnings,newObject.
valueBeforeDecodeView=inputObject.valueBeforeDecodeView,newObject}function localFromBER(inputBuffer,inputOffset=0,inputLength=inputBuffer.length,context=createFromBerContext()){
let fastResult=tryFastFromBER(inputBuffer,inputOffset,inputLength,context);if(fastResult)return fastResult;let incomingOffset=inputOffset,returnObject=new BaseBlock(
{},ValueBlock);if(!checkBufferParams(returnObject,inputBuffer,inputOffset,inputLength))return{offset:-1,result:returnObject};if(Number.isInteger(inputOffset)&&Number.
isInteger(inputLength)?inputLength===0:inputBuffer.subarray(inputOffset,inputOffset+inputLength).length===0)return returnObject.error="Zero buffer length",{offset:-1,
result:returnObject};let nodesLimitError=checkNodesLimit(context);if(nodesLimitError)return returnObject.error=nodesLimitError,{offset:-1,result:returnObject};let resultOffset=returnObject.
idBlock.fromBER(inputBuffer,inputOffset,inputLength);if(returnObject.idBlock.warnings.length&&returnObject.warnings.concat(returnObject.idBlock.warnings),resultOffset===
-1)return returnObject.error=returnObject.idBlock.error,{offset:-1,result:returnObject};if(inputOffset=resultOffset,inputLength-=returnObject.idBlock.blockLength,
resultOffset=returnObject.lenBlock.fromBER(inputBuffer,inputOffset,inputLength),returnObject.lenBlock.warnings.length&&returnObject.warnings.concat(returnObject.
lenBlock.warnings),resultOffset===-1)return returnObject.error=returnObject.lenBlock.error,{offset:-1,result:returnObject};inputOffset=resultOffset,inputLength-=
returnObject.lenBlock.blockLength;let valueLength=returnObject.lenBlock.isIndefiniteForm?inputLength:returnObject.lenBlock.length,contentLengthError=checkContentLengthLimit(
valueLength,context);if(contentLengthError)return returnObject.error=contentLengthError,{offset:-1,result:returnObject};if(!returnObject.idBlock.isConstructed&&
returnObject.lenBlock.isIndefiniteForm)return returnObject.error="Indefinite length form used for primitive encoding form",{offset:-1,result:returnObject};let newASN1Type=BaseBlock;
switch(returnObject.idBlock.tagClass){case 1:if(returnObject.idBlock.tagNumber>=37&&returnObject.idBlock.isHexOnly===!1)return returnObject.error="UNIVERSAL 37 \
and upper tags are reserved by ASN.1 standard",{offset:-1,result:returnObject};switch(returnObject.idBlock.tagNumber){case 0:if(returnObject.idBlock.isConstructed&&
returnObject.lenBlock.length>0)return returnObject.error="Type [UNIVERSAL 0] is reserved",{offset:-1,result:returnObject};newASN1Type=typeStore.EndOfContent;break;case 1:
newASN1Type=typeStore.Boolean;break;case 2:newASN1Type=typeStore.Integer;break;case 3:newASN1Type=typeStore.BitString;break;case 4:newASN1Type=typeStore.OctetString;
break;case 5:newASN1Type=typeStore.Null;break;case 6:newASN1Type=typeStore.ObjectIdentifier;break;case 10:newASN1Type=typeStore.Enumerated;break;case 12:newASN1Type=
typeStore.Utf8String;break;case 13:newASN1Type=typeStore.RelativeObjectIdentifier;break;case 14:newASN1Type=typeStore.TIME;break;case 15:return returnObject.error=
"[UNIVERSAL 15] is reserved by ASN.1 standard",{offset:-1,result:returnObject};case 16:newASN1Type=typeStore.Sequence;break;case 17:newASN1Type=typeStore.Set;break;case 18:
newASN1Type=typeStore.NumericString;break;case 19:newASN1Type=typeStore.PrintableString;break;case 20:newASN1Type=typeStore.TeletexString;break;case 21:newASN1Type=
typeStore.VideotexString;break;case 22:newASN1Type=typeStore.IA5String;break;case 23:newASN1Type=typeStore.UTCTime;break;case 24:newASN1Type=typeStore.GeneralizedTime;
break;case 25:newASN1Type=typeStore.GraphicString;break;case 26:newASN1Type=typeStore.VisibleString;break;case 27:newASN1Type=typeStore.GeneralString;break;case 28:
newASN1Type=typeStore.UniversalString;break;case 29:newASN1Type=typeStore.CharacterString;break;case 30:newASN1Type=typeStore.BmpString;break;case 31:newASN1Type=
typeStore.DATE;break;case 32:newASN1Type=typeStore.TimeOfDay;break;case 33:newASN1Type=typeStore.DateTime;break;case 34:newASN1Type=typeStore.Duration;break;default:{
let newObject=returnObject.idBlock.isConstructed?new typeStore.Constructed:new typeStore.Primitive;newObject.idBlock=returnObject.idBlock,newObject.lenBlock=returnObject.
lenBlock,newObject.warnings=returnObject.warnings,returnObject=newObject}}break;default:newASN1Type=returnObject.idBlock.isConstructed?typeStore.Constructed:typeStore.
Primitive}return returnObject=localChangeType(returnObject,newASN1Type),resultOffset=returnObject.fromBER(inputBuffer,inputOffset,valueLength,context),returnObject.
valueBeforeDecodeView=inputBuffer.subarray(incomingOffset,incomingOffset+returnObject.blockLength),{offset:resultOffset,result:returnObject}}function fromBER(inputBuffer,options={}){
if(!inputBuffer.byteLength){let result=new BaseBlock({},ValueBlock);return result.error="Input buffer has zero length",{offset:-1,result}}let inputView=BufferSourceConverter.
toUint8Array(inputBuffer),normalizedInput=options.copyInput===!1?inputView:inputView.slice();return localFromBER(normalizedInput,0,inputBuffer.byteLength,createFromBerContext(
options))}function checkLen(indefiniteLength,length){return indefiniteLength?1:length}var LocalConstructedValueBlock=class extends ValueBlock{constructor({value=[],
isIndefiniteForm=!1,...parameters}={}){super(parameters),this.value=value,this.isIndefiniteForm=isIndefiniteForm}fromBER(inputBuffer,inputOffset,inputLength,context){
let view=BufferSourceConverter.toUint8Array(inputBuffer),parseContext=context??createFromBerContext();if(!checkBufferParams(this,view,inputOffset,inputLength))return-1;
if(this.valueBeforeDecodeView=view.subarray(inputOffset,inputOffset+inputLength),this.valueBeforeDecodeView.length===0)return this.warnings.push("Zero buffer le\
ngth"),inputOffset;let currentOffset=inputOffset;for(;checkLen(this.isIndefiniteForm,inputLength)>0;){let returnObject=localFromBERWithChildContext(view,currentOffset,
inputLength,parseContext);if(returnObject.offset===-1)return this.error=returnObject.result.error,this.warnings.concat(returnObject.result.warnings),-1;if(currentOffset=
returnObject.offset,this.blockLength+=returnObject.result.blockLength,inputLength-=returnObject.result.blockLength,this.value.push(returnObject.result),this.isIndefiniteForm&&
returnObject.result.constructor.NAME===END_OF_CONTENT_NAME)break}return this.isIndefiniteForm&&(this.value[this.value.length-1].constructor.NAME===END_OF_CONTENT_NAME?
this.value.pop():this.warnings.push("No EndOfContent block encoded")),currentOffset}toBER(sizeOnly,writer){let _writer=writer||new ViewWriter;for(let i=0;i<this.
value.length;i++)this.value[i].toBER(sizeOnly,_writer);return writer?EMPTY_BUFFER:_writer.final()}toJSON(){let object={...super.toJSON(),isIndefiniteForm:this.isIndefiniteForm,
value:[]};for(let value of this.value)object.value.push(value.toJSON());return object}};LocalConstructedValueBlock.NAME="ConstructedValueBlock";var ORIGINAL_LOCAL_CONSTRUCTED_TO_BER=LocalConstructedValueBlock.
prototype.toBER,_a$v,Constructed=class extends BaseBlock{constructor(parameters={}){super(parameters,LocalConstructedValueBlock),this.idBlock.isConstructed=!0}fromBER(inputBuffer,inputOffset,inputLength,context){
this.valueBlock.isIndefiniteForm=this.lenBlock.isIndefiniteForm;let resultOffset=this.valueBlock.fromBER(inputBuffer,inputOffset,this.lenBlock.isIndefiniteForm?
inputLength:this.lenBlock.length,context);return resultOffset===-1?(this.error=this.valueBlock.error,resultOffset):(this.idBlock.error.length||(this.blockLength+=
this.idBlock.blockLength),this.lenBlock.error.length||(this.blockLength+=this.lenBlock.blockLength),this.valueBlock.error.length||(this.blockLength+=this.valueBlock.
blockLength),resultOffset)}onAsciiEncoding(){let values=[];for(let value of this.valueBlock.value)values.push(value.toString("ascii").split(`
`).map(o=>`  ${o}`).join(`
`));let blockName=this.idBlock.tagClass===3?`[${this.idBlock.tagNumber}]`:this.constructor.NAME;return values.length?`${blockName} :
${values.join(`
`)}`:`${blockName} :`}};_a$v=Constructed;typeStore.Constructed=_a$v;Constructed.NAME="CONSTRUCTED";var LocalEndOfContentValueBlock=class extends ValueBlock{fromBER(inputBuffer,inputOffset,_inputLength){
return inputOffset}toBER(_sizeOnly){return EMPTY_BUFFER}};LocalEndOfContentValueBlock.override="EndOfContentValueBlock";var _a$u,EndOfContent=class extends BaseBlock{constructor(parameters={}){
super(parameters,LocalEndOfContentValueBlock),this.idBlock.tagClass=1,this.idBlock.tagNumber=0}};_a$u=EndOfContent;typeStore.EndOfContent=_a$u;EndOfContent.NAME=
END_OF_CONTENT_NAME;var _a$t,Null=class extends BaseBlock{constructor(parameters={}){super(parameters,ValueBlock),this.idBlock.tagClass=1,this.idBlock.tagNumber=
5}fromBER(inputBuffer,inputOffset,inputLength){return this.lenBlock.length>0&&this.warnings.push("Non-zero length of value block for Null type"),this.idBlock.error.
length||(this.blockLength+=this.idBlock.blockLength),this.lenBlock.error.length||(this.blockLength+=this.lenBlock.blockLength),this.blockLength+=inputLength,inputOffset+
inputLength>inputBuffer.byteLength?(this.error="End of input reached before message was fully decoded (inconsistent offset and length values)",-1):inputOffset+inputLength}toBER(sizeOnly,writer){
let retBuf=new ArrayBuffer(2);if(!sizeOnly){let retView=new Uint8Array(retBuf);retView[0]=5,retView[1]=0}return writer&&writer.write(retBuf),retBuf}onAsciiEncoding(){
return`${this.constructor.NAME}`}};_a$t=Null;typeStore.Null=_a$t;Null.NAME="NULL";var LocalBooleanValueBlock=class extends HexBlock(ValueBlock){get value(){for(let octet of this.
valueHexView)if(octet>0)return!0;return!1}set value(value){this.valueHexView[0]=value?255:0}constructor({value,...parameters}={}){super(parameters),parameters.valueHex?
this.valueHexView=BufferSourceConverter.toUint8Array(parameters.valueHex):this.valueHexView=new Uint8Array(1),value&&(this.value=value)}fromBER(inputBuffer,inputOffset,inputLength){
let inputView=BufferSourceConverter.toUint8Array(inputBuffer);return checkBufferParams(this,inputView,inputOffset,inputLength)?(this.valueHexView=inputView.subarray(
inputOffset,inputOffset+inputLength),inputLength>1&&this.warnings.push("Boolean value encoded in more then 1 octet"),this.isHexOnly=!0,utilDecodeTC.call(this),this.
blockLength=inputLength,inputOffset+inputLength):-1}toBER(){return this.valueHexView.slice().buffer}toJSON(){return{...super.toJSON(),value:this.value}}};LocalBooleanValueBlock.
NAME="BooleanValueBlock";var _a$s,Boolean2=class extends BaseBlock{getValue(){return this.valueBlock.value}setValue(value){this.valueBlock.value=value}constructor(parameters={}){
super(parameters,LocalBooleanValueBlock),this.idBlock.tagClass=1,this.idBlock.tagNumber=1}onAsciiEncoding(){return`${this.constructor.NAME} : ${this.getValue}`}};
_a$s=Boolean2;typeStore.Boolean=_a$s;Boolean2.NAME="BOOLEAN";var LocalOctetStringValueBlock=class extends HexBlock(LocalConstructedValueBlock){constructor({isConstructed:isConstructed2=!1,
...parameters}={}){super(parameters),this.isConstructed=isConstructed2}fromBER(inputBuffer,inputOffset,inputLength,context){let resultOffset=0;if(this.isConstructed){
if(this.isHexOnly=!1,resultOffset=LocalConstructedValueBlock.prototype.fromBER.call(this,inputBuffer,inputOffset,inputLength,context),resultOffset===-1)return resultOffset;
for(let i=0;i<this.value.length;i++){let currentBlockName=this.value[i].constructor.NAME;if(currentBlockName===END_OF_CONTENT_NAME){if(this.isIndefiniteForm)break;
return this.error="EndOfContent is unexpected, OCTET STRING may consists of OCTET STRINGs only",-1}if(currentBlockName!==OCTET_STRING_NAME)return this.error="OC\
TET STRING may consists of OCTET STRINGs only",-1}}else this.isHexOnly=!0,resultOffset=super.fromBER(inputBuffer,inputOffset,inputLength),this.blockLength=inputLength;
return resultOffset}toBER(sizeOnly,writer){return this.isConstructed?LocalConstructedValueBlock.prototype.toBER.call(this,sizeOnly,writer):sizeOnly?new ArrayBuffer(
this.valueHexView.byteLength):this.valueHexView.slice().buffer}toJSON(){return{...super.toJSON(),isConstructed:this.isConstructed}}};LocalOctetStringValueBlock.
NAME="OctetStringValueBlock";var ORIGINAL_LOCAL_OCTET_STRING_TO_BER=LocalOctetStringValueBlock.prototype.toBER,_a$r,OctetString=class extends BaseBlock{constructor({
idBlock={},lenBlock={},...parameters}={}){var _b2,_c2;(_b2=parameters.isConstructed)!==null&&_b2!==void 0||(parameters.isConstructed=!!(!((_c2=parameters.value)===
null||_c2===void 0)&&_c2.length)),super({idBlock:{isConstructed:parameters.isConstructed,...idBlock},lenBlock:{...lenBlock,isIndefiniteForm:!!parameters.isIndefiniteForm},
...parameters},LocalOctetStringValueBlock),this.idBlock.tagClass=1,this.idBlock.tagNumber=4}fromBER(inputBuffer,inputOffset,inputLength,context){if(this.valueBlock.
isConstructed=this.idBlock.isConstructed,this.valueBlock.isIndefiniteForm=this.lenBlock.isIndefiniteForm,inputLength===0)return this.idBlock.error.length===0&&(this.
blockLength+=this.idBlock.blockLength),this.lenBlock.error.length===0&&(this.blockLength+=this.lenBlock.blockLength),inputOffset;if(!this.valueBlock.isConstructed&&
context?.parseEmbedded!==!1){let buf=(inputBuffer instanceof ArrayBuffer?new Uint8Array(inputBuffer):inputBuffer).subarray(inputOffset,inputOffset+inputLength);
try{if(buf.byteLength){let parseContext=context??createFromBerContext(),asn=localFromBERWithChildContext(buf,0,buf.byteLength,parseContext);asn.offset!==-1&&asn.
offset===inputLength&&(this.valueBlock.value=[asn.result])}}catch{}}return super.fromBER(inputBuffer,inputOffset,inputLength,context)}onAsciiEncoding(){if(this.
valueBlock.isConstructed||this.valueBlock.value&&this.valueBlock.value.length)return Constructed.prototype.onAsciiEncoding.call(this);let name=this.constructor.
NAME,value=Convert.ToHex(this.valueBlock.valueHexView);return`${name} : ${value}`}getValue(){if(!this.idBlock.isConstructed)return this.valueBlock.valueHexView.
slice().buffer;let array=[];for(let content of this.valueBlock.value)content instanceof _a$r&&array.push(content.valueBlock.valueHexView);return BufferSourceConverter.
concat(array)}};_a$r=OctetString;typeStore.OctetString=_a$r;OctetString.NAME=OCTET_STRING_NAME;var LocalBitStringValueBlock=class extends HexBlock(LocalConstructedValueBlock){constructor({
unusedBits=0,isConstructed:isConstructed2=!1,...parameters}={}){super(parameters),this.unusedBits=unusedBits,this.isConstructed=isConstructed2,this.blockLength=
this.valueHexView.byteLength}fromBER(inputBuffer,inputOffset,inputLength,context){if(!inputLength)return inputOffset;let resultOffset=-1;if(this.isConstructed){
if(resultOffset=LocalConstructedValueBlock.prototype.fromBER.call(this,inputBuffer,inputOffset,inputLength,context),resultOffset===-1)return resultOffset;for(let value of this.
value){let currentBlockName=value.constructor.NAME;if(currentBlockName===END_OF_CONTENT_NAME){if(this.isIndefiniteForm)break;return this.error="EndOfContent is \
unexpected, BIT STRING may consists of BIT STRINGs only",-1}if(currentBlockName!==BIT_STRING_NAME)return this.error="BIT STRING may consists of BIT STRINGs only",
-1;let valueBlock=value.valueBlock;if(this.unusedBits>0&&valueBlock.unusedBits>0)return this.error='Using of "unused bits" inside constructive BIT STRING allowe\
d for least one only',-1;this.unusedBits=valueBlock.unusedBits}return resultOffset}let inputView=BufferSourceConverter.toUint8Array(inputBuffer);if(!checkBufferParams(
this,inputView,inputOffset,inputLength))return-1;let intBuffer=inputView.subarray(inputOffset,inputOffset+inputLength);if(this.unusedBits=intBuffer[0],this.unusedBits>
7)return this.error="Unused bits for BitString must be in range 0-7",-1;if(!this.unusedBits&&context?.parseEmbedded!==!1){let buf=intBuffer.subarray(1);try{if(buf.
byteLength){let parseContext=context??createFromBerContext(),asn=localFromBERWithChildContext(buf,0,buf.byteLength,parseContext);asn.offset!==-1&&asn.offset===inputLength-
1&&(this.value=[asn.result])}}catch{}}return this.valueHexView=intBuffer.subarray(1),this.blockLength=intBuffer.length,inputOffset+inputLength}toBER(sizeOnly,writer){
if(this.isConstructed)return LocalConstructedValueBlock.prototype.toBER.call(this,sizeOnly,writer);if(sizeOnly)return new ArrayBuffer(this.valueHexView.byteLength+
1);if(!this.valueHexView.byteLength){let empty=new Uint8Array(1);return empty[0]=0,empty.buffer}let retView=new Uint8Array(this.valueHexView.length+1);return retView[0]=
this.unusedBits,retView.set(this.valueHexView,1),retView.buffer}toJSON(){return{...super.toJSON(),unusedBits:this.unusedBits,isConstructed:this.isConstructed}}};
LocalBitStringValueBlock.NAME="BitStringValueBlock";var ORIGINAL_LOCAL_BIT_STRING_TO_BER=LocalBitStringValueBlock.prototype.toBER,_a$q,BitString=class extends BaseBlock{constructor({
idBlock={},lenBlock={},...parameters}={}){var _b2,_c2;(_b2=parameters.isConstructed)!==null&&_b2!==void 0||(parameters.isConstructed=!!(!((_c2=parameters.value)===
null||_c2===void 0)&&_c2.length)),super({idBlock:{isConstructed:parameters.isConstructed,...idBlock},lenBlock:{...lenBlock,isIndefiniteForm:!!parameters.isIndefiniteForm},
...parameters},LocalBitStringValueBlock),this.idBlock.tagClass=1,this.idBlock.tagNumber=3}fromBER(inputBuffer,inputOffset,inputLength,context){return this.valueBlock.
isConstructed=this.idBlock.isConstructed,this.valueBlock.isIndefiniteForm=this.lenBlock.isIndefiniteForm,super.fromBER(inputBuffer,inputOffset,inputLength,context)}onAsciiEncoding(){
if(this.valueBlock.isConstructed||this.valueBlock.value&&this.valueBlock.value.length)return Constructed.prototype.onAsciiEncoding.call(this);{let bits=[],valueHex=this.
valueBlock.valueHexView;for(let byte of valueHex)bits.push(byte.toString(2).padStart(8,"0"));let bitsStr=bits.join(""),name=this.constructor.NAME,value=bitsStr.
substring(0,bitsStr.length-this.valueBlock.unusedBits);return`${name} : ${value}`}}};_a$q=BitString;typeStore.BitString=_a$q;BitString.NAME=BIT_STRING_NAME;function bytesToSignedBigInt(view){
if(!view.byteLength)return BigInt(0);let value=BigInt(`0x${Convert.ToHex(view)}`);return view[0]&128?value-(BigInt(1)<<BigInt(view.byteLength*8)):value}function bytesToSignedDecimal(view){
if(typeof BigInt<"u")return bytesToSignedBigInt(view).toString(10);let BASE=1e7,DECIMAL_DIGITS=7;if(!view.byteLength)return"0";let negative=!!(view[0]&128),magnitude=view;
if(negative){magnitude=new Uint8Array(view.length);let carry=1;for(let i=view.length-1;i>=0;i--){let value=(view[i]^255)+carry;magnitude[i]=value&255,carry=value>>
8}}let limbs=[0];for(let index=0;index<magnitude.length;index++){let carry=magnitude[index];for(let i=0;i<limbs.length;i++){let value=limbs[i]*256+carry;limbs[i]=
value%BASE,carry=Math.floor(value/BASE)}carry&&limbs.push(carry)}let top=limbs.length-1;for(;top>0&&limbs[top]===0;)top--;let result=String(limbs[top]);for(let i=top-
1;i>=0;i--)result+=String(limbs[i]).padStart(DECIMAL_DIGITS,"0");return negative&&result!=="0"?`-${result}`:result}var _a$p,LocalIntegerValueBlock=class extends HexBlock(
ValueBlock){setValueHex(){this.valueHexView.length>=4?(this.warnings.push("Too big Integer for decoding, hex only"),this.isHexOnly=!0,this._valueDec=0):(this.isHexOnly=
!1,this.valueHexView.length>0&&(this._valueDec=utilDecodeTC.call(this)))}constructor({value,...parameters}={}){super(parameters),this._valueDec=0,parameters.valueHex&&
this.setValueHex(),value!==void 0&&(this.valueDec=value)}set valueDec(v){this._valueDec=v,this.isHexOnly=!1,this.valueHexView=new Uint8Array(utilEncodeTC(v))}get valueDec(){
return this._valueDec}fromDER(inputBuffer,inputOffset,inputLength,expectedLength=0){let offset=this.fromBER(inputBuffer,inputOffset,inputLength);if(offset===-1)
return offset;let view=this.valueHexView;return view[0]===0&&(view[1]&128)!==0?this.valueHexView=view.subarray(1):expectedLength!==0&&view.length<expectedLength&&
(expectedLength-view.length>1&&(expectedLength=view.length+1),this.valueHexView=view.subarray(expectedLength-view.length)),offset}toDER(sizeOnly=!1){let view=this.
valueHexView;switch(!0){case(view[0]&128)!==0:{let updatedView=new Uint8Array(this.valueHexView.length+1);updatedView[0]=0,updatedView.set(view,1),this.valueHexView=
updatedView}break;case(view[0]===0&&(view[1]&128)===0):this.valueHexView=this.valueHexView.subarray(1);break}return this.toBER(sizeOnly)}fromBER(inputBuffer,inputOffset,inputLength){
let resultOffset=super.fromBER(inputBuffer,inputOffset,inputLength);return resultOffset===-1||this.setValueHex(),resultOffset}toBER(sizeOnly){return sizeOnly?new ArrayBuffer(
this.valueHexView.length):this.valueHexView.slice().buffer}toJSON(){return{...super.toJSON(),valueDec:this.valueDec}}toString(){return bytesToSignedDecimal(this.
valueHexView)}};_a$p=LocalIntegerValueBlock;LocalIntegerValueBlock.NAME="IntegerValueBlock";Object.defineProperty(_a$p.prototype,"valueHex",{set:function(v){this.
valueHexView=new Uint8Array(v),this.setValueHex()},get:function(){return this.valueHexView.slice().buffer}});var ORIGINAL_LOCAL_INTEGER_TO_BER=LocalIntegerValueBlock.
prototype.toBER,ORIGINAL_LOCAL_INTEGER_TO_STRING=LocalIntegerValueBlock.prototype.toString,_a$o,Integer=class extends BaseBlock{constructor(parameters={}){super(
parameters,LocalIntegerValueBlock),this.idBlock.tagClass=1,this.idBlock.tagNumber=2}toBigInt(){assertBigInt();let valueBlock=this.valueBlock,toString=valueBlock.
toString;return toString===ORIGINAL_LOCAL_INTEGER_TO_STRING?bytesToSignedBigInt(valueBlock.valueHexView):BigInt(Reflect.apply(toString,valueBlock,[]))}static fromBigInt(value){
assertBigInt();let bigIntValue=BigInt(value),writer=new ViewWriter,hex2=bigIntValue.toString(16).replace(/^-/,""),view=new Uint8Array(Convert.FromHex(hex2));if(bigIntValue<
0){let first=new Uint8Array(view.length+(view[0]&128?1:0));first[0]|=128;let secondInt=BigInt(`0x${Convert.ToHex(first)}`)+bigIntValue,second=BufferSourceConverter.
toUint8Array(Convert.FromHex(secondInt.toString(16)));second[0]|=128,writer.write(second)}else view[0]&128&&writer.write(new Uint8Array([0])),writer.write(view);
return new _a$o({valueHex:writer.final()})}convertToDER(){let integer=new _a$o({valueHex:this.valueBlock.valueHexView});return integer.valueBlock.toDER(),integer}convertFromDER(){
return new _a$o({valueHex:this.valueBlock.valueHexView[0]===0?this.valueBlock.valueHexView.subarray(1):this.valueBlock.valueHexView})}onAsciiEncoding(){return`${this.
constructor.NAME} : ${this.valueBlock.toString()}`}};_a$o=Integer;typeStore.Integer=_a$o;Integer.NAME="INTEGER";var _a$n,Enumerated=class extends Integer{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=10}};_a$n=Enumerated;typeStore.Enumerated=_a$n;Enumerated.NAME="ENUMERATED";var LocalSidValueBlock=class extends HexBlock(
ValueBlock){constructor({valueDec=-1,isFirstSid=!1,...parameters}={}){super(parameters),this.valueDec=valueDec,this.isFirstSid=isFirstSid}fromBER(inputBuffer,inputOffset,inputLength){
if(!inputLength)return inputOffset;let inputView=BufferSourceConverter.toUint8Array(inputBuffer);if(!checkBufferParams(this,inputView,inputOffset,inputLength))return-1;
let intBuffer=inputView.subarray(inputOffset,inputOffset+inputLength);if(this.blockLength===0&&Number.isInteger(inputOffset)&&Number.isInteger(inputLength)){let sidLength=0;
for(;sidLength<inputLength;){let octet=intBuffer[sidLength];if(sidLength++,(octet&128)===0)break}this.blockLength=sidLength,this.valueHexView=new Uint8Array(sidLength);
for(let i=0;i<sidLength;i++)this.valueHexView[i]=intBuffer[i]&127}else{this.valueHexView=new Uint8Array(inputLength);for(let i=0;i<inputLength&&(this.valueHexView[i]=
intBuffer[i]&127,this.blockLength++,(intBuffer[i]&128)!==0);i++);let tempView=new Uint8Array(this.blockLength);for(let i=0;i<this.blockLength;i++)tempView[i]=this.
valueHexView[i];this.valueHexView=tempView}return(intBuffer[this.blockLength-1]&128)!==0?(this.error="End of input reached before message was fully decoded",-1):
(this.valueHexView[0]===0&&this.warnings.push("Needlessly long format of SID encoding"),this.blockLength<=8?this.valueDec=utilFromBase(this.valueHexView,7):(this.
isHexOnly=!0,this.warnings.push("Too big SID for decoding, hex only")),inputOffset+this.blockLength)}set valueBigInt(value){assertBigInt();let bits=BigInt(value).
toString(2);for(;bits.length%7;)bits="0"+bits;let bytes=new Uint8Array(bits.length/7);for(let i=0;i<bytes.length;i++)bytes[i]=parseInt(bits.slice(i*7,i*7+7),2)+
(i+1<bytes.length?128:0);this.fromBER(bytes.buffer,0,bytes.length)}toBER(sizeOnly){if(this.isHexOnly){if(sizeOnly)return new ArrayBuffer(this.valueHexView.byteLength);
let curView=this.valueHexView,retView2=new Uint8Array(this.blockLength);for(let i=0;i<this.blockLength-1;i++)retView2[i]=curView[i]|128;return retView2[this.blockLength-
1]=curView[this.blockLength-1],BufferSourceConverter.toArrayBuffer(retView2)}let encodedBuf=utilToBase(this.valueDec,7);if(encodedBuf.byteLength===0)return this.
error="Error during encoding SID value",EMPTY_BUFFER;let retView=new Uint8Array(encodedBuf.byteLength);if(!sizeOnly){let encodedView=new Uint8Array(encodedBuf),
len=encodedBuf.byteLength-1;for(let i=0;i<len;i++)retView[i]=encodedView[i]|128;retView[len]=encodedView[len]}return BufferSourceConverter.toArrayBuffer(retView)}toString(){
let result="";if(this.isHexOnly)result=Convert.ToHex(this.valueHexView);else if(this.isFirstSid){let sidValue=this.valueDec;this.valueDec<=39?result="0.":this.valueDec<=
79?(result="1.",sidValue-=40):(result="2.",sidValue-=80),result+=sidValue.toString()}else result=this.valueDec.toString();return result}toJSON(){return{...super.
toJSON(),valueDec:this.valueDec,isFirstSid:this.isFirstSid}}};LocalSidValueBlock.NAME="sidBlock";var LocalObjectIdentifierValueBlock=class extends ValueBlock{constructor({
value=EMPTY_STRING,...parameters}={}){super(parameters),this.value=[],value&&this.fromString(value)}fromBER(inputBuffer,inputOffset,inputLength){let resultOffset=inputOffset;
for(;inputLength>0;){let sidBlock=new LocalSidValueBlock;if(resultOffset=sidBlock.fromBER(inputBuffer,resultOffset,inputLength),resultOffset===-1)return this.blockLength=
0,this.error=sidBlock.error,resultOffset;this.value.length===0&&(sidBlock.isFirstSid=!0),this.blockLength+=sidBlock.blockLength,inputLength-=sidBlock.blockLength,
this.value.push(sidBlock)}return resultOffset}toBER(sizeOnly){let retBuffers=[];for(let i=0;i<this.value.length;i++){let valueBuf=this.value[i].toBER(sizeOnly);
if(valueBuf.byteLength===0)return this.error=this.value[i].error,EMPTY_BUFFER;retBuffers.push(valueBuf)}return concat(retBuffers)}fromString(string){this.value=
[];let pos1=0,pos2=0,sid="",flag=!1;do if(pos2=string.indexOf(".",pos1),pos2===-1?sid=string.substring(pos1):sid=string.substring(pos1,pos2),pos1=pos2+1,flag){let sidBlock=this.
value[0],plus=0;switch(sidBlock.valueDec){case 0:break;case 1:plus=40;break;case 2:plus=80;break;default:this.value=[];return}let parsedSID=parseInt(sid,10);if(isNaN(
parsedSID))return;sidBlock.valueDec=parsedSID+plus,flag=!1}else{let sidBlock=new LocalSidValueBlock;if(sid>Number.MAX_SAFE_INTEGER){assertBigInt();let sidValue=BigInt(
sid);sidBlock.valueBigInt=sidValue}else if(sidBlock.valueDec=parseInt(sid,10),isNaN(sidBlock.valueDec))return;this.value.length||(sidBlock.isFirstSid=!0,flag=!0),
this.value.push(sidBlock)}while(pos2!==-1)}toString(){let result="",isHexOnly=!1;for(let i=0;i<this.value.length;i++){isHexOnly=this.value[i].isHexOnly;let sidStr=this.
value[i].toString();i!==0&&(result=`${result}.`),isHexOnly?(sidStr=`{${sidStr}}`,this.value[i].isFirstSid?result=`2.{${sidStr} - 80}`:result+=sidStr):result+=sidStr}
return result}toJSON(){let object={...super.toJSON(),value:this.toString(),sidArray:[]};for(let i=0;i<this.value.length;i++)object.sidArray.push(this.value[i].toJSON());
return object}};LocalObjectIdentifierValueBlock.NAME="ObjectIdentifierValueBlock";var _a$m,ObjectIdentifier=class extends BaseBlock{getValue(){return this.valueBlock.
toString()}setValue(value){this.valueBlock.fromString(value)}constructor(parameters={}){super(parameters,LocalObjectIdentifierValueBlock),this.idBlock.tagClass=
1,this.idBlock.tagNumber=6}onAsciiEncoding(){return`${this.constructor.NAME} : ${this.valueBlock.toString()||"empty"}`}toJSON(){return{...super.toJSON(),value:this.
getValue()}}};_a$m=ObjectIdentifier;typeStore.ObjectIdentifier=_a$m;ObjectIdentifier.NAME="OBJECT IDENTIFIER";var LocalRelativeSidValueBlock=class extends HexBlock(
LocalBaseBlock){constructor({valueDec=0,...parameters}={}){super(parameters),this.valueDec=valueDec}fromBER(inputBuffer,inputOffset,inputLength){if(inputLength===
0)return inputOffset;let inputView=BufferSourceConverter.toUint8Array(inputBuffer);if(!checkBufferParams(this,inputView,inputOffset,inputLength))return-1;let intBuffer=inputView.
subarray(inputOffset,inputOffset+inputLength);if(this.blockLength===0&&Number.isInteger(inputOffset)&&Number.isInteger(inputLength)){let sidLength=0;for(;sidLength<
inputLength;){let octet=intBuffer[sidLength];if(sidLength++,(octet&128)===0)break}this.blockLength=sidLength,this.valueHexView=new Uint8Array(sidLength);for(let i=0;i<
sidLength;i++)this.valueHexView[i]=intBuffer[i]&127}else{this.valueHexView=new Uint8Array(inputLength);for(let i=0;i<inputLength&&(this.valueHexView[i]=intBuffer[i]&
127,this.blockLength++,(intBuffer[i]&128)!==0);i++);let tempView=new Uint8Array(this.blockLength);for(let i=0;i<this.blockLength;i++)tempView[i]=this.valueHexView[i];
this.valueHexView=tempView}return(intBuffer[this.blockLength-1]&128)!==0?(this.error="End of input reached before message was fully decoded",-1):(this.valueHexView[0]===
0&&this.warnings.push("Needlessly long format of SID encoding"),this.blockLength<=8?this.valueDec=utilFromBase(this.valueHexView,7):(this.isHexOnly=!0,this.warnings.
push("Too big SID for decoding, hex only")),inputOffset+this.blockLength)}toBER(sizeOnly){if(this.isHexOnly){if(sizeOnly)return new ArrayBuffer(this.valueHexView.
byteLength);let curView=this.valueHexView,retView2=new Uint8Array(this.blockLength);for(let i=0;i<this.blockLength-1;i++)retView2[i]=curView[i]|128;return retView2[this.
blockLength-1]=curView[this.blockLength-1],retView2.buffer}let encodedBuf=utilToBase(this.valueDec,7);if(encodedBuf.byteLength===0)return this.error="Error duri\
ng encoding SID value",EMPTY_BUFFER;let retView=new Uint8Array(encodedBuf.byteLength);if(!sizeOnly){let encodedView=new Uint8Array(encodedBuf),len=encodedBuf.byteLength-
1;for(let i=0;i<len;i++)retView[i]=encodedView[i]|128;retView[len]=encodedView[len]}return retView.buffer}toString(){let result="";return this.isHexOnly?result=
Convert.ToHex(this.valueHexView):result=this.valueDec.toString(),result}toJSON(){return{...super.toJSON(),valueDec:this.valueDec}}};LocalRelativeSidValueBlock.NAME=
"relativeSidBlock";var LocalRelativeObjectIdentifierValueBlock=class extends ValueBlock{constructor({value=EMPTY_STRING,...parameters}={}){super(parameters),this.
value=[],value&&this.fromString(value)}fromBER(inputBuffer,inputOffset,inputLength){let resultOffset=inputOffset;for(;inputLength>0;){let sidBlock=new LocalRelativeSidValueBlock;
if(resultOffset=sidBlock.fromBER(inputBuffer,resultOffset,inputLength),resultOffset===-1)return this.blockLength=0,this.error=sidBlock.error,resultOffset;this.blockLength+=
sidBlock.blockLength,inputLength-=sidBlock.blockLength,this.value.push(sidBlock)}return resultOffset}toBER(sizeOnly,_writer){let retBuffers=[];for(let i=0;i<this.
value.length;i++){let valueBuf=this.value[i].toBER(sizeOnly);if(valueBuf.byteLength===0)return this.error=this.value[i].error,EMPTY_BUFFER;retBuffers.push(valueBuf)}
return concat(retBuffers)}fromString(string){this.value=[];let pos1=0,pos2=0,sid="";do{pos2=string.indexOf(".",pos1),pos2===-1?sid=string.substring(pos1):sid=string.
substring(pos1,pos2),pos1=pos2+1;let sidBlock=new LocalRelativeSidValueBlock;if(sidBlock.valueDec=parseInt(sid,10),isNaN(sidBlock.valueDec))return!0;this.value.
push(sidBlock)}while(pos2!==-1);return!0}toString(){let result="",isHexOnly=!1;for(let i=0;i<this.value.length;i++){isHexOnly=this.value[i].isHexOnly;let sidStr=this.
value[i].toString();i!==0&&(result=`${result}.`),isHexOnly&&(sidStr=`{${sidStr}}`),result+=sidStr}return result}toJSON(){let object={...super.toJSON(),value:this.
toString(),sidArray:[]};for(let i=0;i<this.value.length;i++)object.sidArray.push(this.value[i].toJSON());return object}};LocalRelativeObjectIdentifierValueBlock.
NAME="RelativeObjectIdentifierValueBlock";var _a$l,RelativeObjectIdentifier=class extends BaseBlock{getValue(){return this.valueBlock.toString()}setValue(value){
this.valueBlock.fromString(value)}constructor(parameters={}){super(parameters,LocalRelativeObjectIdentifierValueBlock),this.idBlock.tagClass=1,this.idBlock.tagNumber=
13}onAsciiEncoding(){return`${this.constructor.NAME} : ${this.valueBlock.toString()||"empty"}`}toJSON(){return{...super.toJSON(),value:this.getValue()}}};_a$l=RelativeObjectIdentifier;
typeStore.RelativeObjectIdentifier=_a$l;RelativeObjectIdentifier.NAME="RelativeObjectIdentifier";var _a$k,Sequence=class extends Constructed{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=16}};_a$k=Sequence;typeStore.Sequence=_a$k;Sequence.NAME="SEQUENCE";var _a$j,Set2=class extends Constructed{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=17}};_a$j=Set2;typeStore.Set=_a$j;Set2.NAME="SET";var LocalStringValueBlock=class extends HexBlock(
ValueBlock){constructor({...parameters}={}){super(parameters),this.isHexOnly=!0,this.value=EMPTY_STRING}toJSON(){return{...super.toJSON(),value:this.value}}};LocalStringValueBlock.
NAME="StringValueBlock";var LocalSimpleStringValueBlock=class extends LocalStringValueBlock{};LocalSimpleStringValueBlock.NAME="SimpleStringValueBlock";var LocalSimpleStringBlock=class extends BaseStringBlock{constructor({
...parameters}={}){super(parameters,LocalSimpleStringValueBlock)}fromBuffer(inputBuffer){this.valueBlock.value=String.fromCharCode.apply(null,BufferSourceConverter.
toUint8Array(inputBuffer))}fromString(inputString){let strLen=inputString.length,view=this.valueBlock.valueHexView=new Uint8Array(strLen);for(let i=0;i<strLen;i++)
view[i]=inputString.charCodeAt(i);this.valueBlock.value=inputString}};LocalSimpleStringBlock.NAME="SIMPLE STRING";var LocalUtf8StringValueBlock=class extends LocalSimpleStringBlock{fromBuffer(inputBuffer){
this.valueBlock.valueHexView=BufferSourceConverter.toUint8Array(inputBuffer);try{this.valueBlock.value=Convert.ToUtf8String(inputBuffer)}catch(ex){this.warnings.
push(`Error during "decodeURIComponent": ${ex}, using raw string`),this.valueBlock.value=Convert.ToBinary(inputBuffer)}}fromString(inputString){this.valueBlock.
valueHexView=new Uint8Array(Convert.FromUtf8String(inputString)),this.valueBlock.value=inputString}};LocalUtf8StringValueBlock.NAME="Utf8StringValueBlock";var _a$i,
Utf8String=class extends LocalUtf8StringValueBlock{constructor(parameters={}){super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=12}};_a$i=Utf8String;
typeStore.Utf8String=_a$i;Utf8String.NAME="UTF8String";var LocalBmpStringValueBlock=class extends LocalSimpleStringBlock{fromBuffer(inputBuffer){this.valueBlock.
value=Convert.ToUtf16String(inputBuffer),this.valueBlock.valueHexView=BufferSourceConverter.toUint8Array(inputBuffer)}fromString(inputString){this.valueBlock.value=
inputString,this.valueBlock.valueHexView=new Uint8Array(Convert.FromUtf16String(inputString))}};LocalBmpStringValueBlock.NAME="BmpStringValueBlock";var _a$h,BmpString=class extends LocalBmpStringValueBlock{constructor({
...parameters}={}){super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=30}};_a$h=BmpString;typeStore.BmpString=_a$h;BmpString.NAME="BMPString";var LocalUniversalStringValueBlock=class extends LocalSimpleStringBlock{fromBuffer(inputBuffer){
let copyBuffer=ArrayBuffer.isView(inputBuffer)?inputBuffer.slice().buffer:inputBuffer.slice(0),valueView=new Uint8Array(copyBuffer);for(let i=0;i<valueView.length;i+=
4)valueView[i]=valueView[i+3],valueView[i+1]=valueView[i+2],valueView[i+2]=0,valueView[i+3]=0;this.valueBlock.value=String.fromCharCode.apply(null,new Uint32Array(
copyBuffer))}fromString(inputString){let strLength=inputString.length,valueHexView=this.valueBlock.valueHexView=new Uint8Array(strLength*4);for(let i=0;i<strLength;i++){
let codeBuf=utilToBase(inputString.charCodeAt(i),8),codeView=new Uint8Array(codeBuf);if(codeView.length>4)continue;let dif=4-codeView.length;for(let j=codeView.
length-1;j>=0;j--)valueHexView[i*4+j+dif]=codeView[j]}this.valueBlock.value=inputString}};LocalUniversalStringValueBlock.NAME="UniversalStringValueBlock";var _a$g,
UniversalString=class extends LocalUniversalStringValueBlock{constructor({...parameters}={}){super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=28}};
_a$g=UniversalString;typeStore.UniversalString=_a$g;UniversalString.NAME="UniversalString";var _a$f,NumericString=class extends LocalSimpleStringBlock{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=18}};_a$f=NumericString;typeStore.NumericString=_a$f;NumericString.NAME="NumericString";var _a$e,
PrintableString=class extends LocalSimpleStringBlock{constructor(parameters={}){super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=19}};_a$e=PrintableString;
typeStore.PrintableString=_a$e;PrintableString.NAME="PrintableString";var _a$d,TeletexString=class extends LocalSimpleStringBlock{constructor(parameters={}){super(
parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=20}};_a$d=TeletexString;typeStore.TeletexString=_a$d;TeletexString.NAME="TeletexString";var _a$c,VideotexString=class extends LocalSimpleStringBlock{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=21}};_a$c=VideotexString;typeStore.VideotexString=_a$c;VideotexString.NAME="VideotexString";var _a$b,
IA5String=class extends LocalSimpleStringBlock{constructor(parameters={}){super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=22}};_a$b=IA5String;typeStore.
IA5String=_a$b;IA5String.NAME="IA5String";var _a$a,GraphicString=class extends LocalSimpleStringBlock{constructor(parameters={}){super(parameters),this.idBlock.
tagClass=1,this.idBlock.tagNumber=25}};_a$a=GraphicString;typeStore.GraphicString=_a$a;GraphicString.NAME="GraphicString";var _a$9,VisibleString=class extends LocalSimpleStringBlock{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=26}};_a$9=VisibleString;typeStore.VisibleString=_a$9;VisibleString.NAME="VisibleString";var _a$8,
GeneralString=class extends LocalSimpleStringBlock{constructor(parameters={}){super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=27}};_a$8=GeneralString;
typeStore.GeneralString=_a$8;GeneralString.NAME="GeneralString";var _a$7,CharacterString=class extends LocalSimpleStringBlock{constructor(parameters={}){super(parameters),
this.idBlock.tagClass=1,this.idBlock.tagNumber=29}};_a$7=CharacterString;typeStore.CharacterString=_a$7;CharacterString.NAME="CharacterString";var _a$6,UTCTime=class extends VisibleString{constructor({
value,valueDate,...parameters}={}){if(super(parameters),this.year=0,this.month=0,this.day=0,this.hour=0,this.minute=0,this.second=0,value){this.fromString(value),
this.valueBlock.valueHexView=new Uint8Array(value.length);for(let i=0;i<value.length;i++)this.valueBlock.valueHexView[i]=value.charCodeAt(i)}valueDate&&(this.fromDate(
valueDate),this.valueBlock.valueHexView=new Uint8Array(this.toBuffer())),this.idBlock.tagClass=1,this.idBlock.tagNumber=23}fromBuffer(inputBuffer){this.fromString(
String.fromCharCode.apply(null,BufferSourceConverter.toUint8Array(inputBuffer)))}toBuffer(){let str=this.toString(),buffer=new ArrayBuffer(str.length),view=new Uint8Array(
buffer);for(let i=0;i<str.length;i++)view[i]=str.charCodeAt(i);return buffer}fromDate(inputDate){this.year=inputDate.getUTCFullYear(),this.month=inputDate.getUTCMonth()+
1,this.day=inputDate.getUTCDate(),this.hour=inputDate.getUTCHours(),this.minute=inputDate.getUTCMinutes(),this.second=inputDate.getUTCSeconds()}toDate(){return new Date(
Date.UTC(this.year,this.month-1,this.day,this.hour,this.minute,this.second))}fromString(inputString){let parserArray=/(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z/gi.
exec(inputString);if(parserArray===null){this.error="Wrong input string for conversion";return}let year=parseInt(parserArray[1],10);year>=50?this.year=1900+year:
this.year=2e3+year,this.month=parseInt(parserArray[2],10),this.day=parseInt(parserArray[3],10),this.hour=parseInt(parserArray[4],10),this.minute=parseInt(parserArray[5],
10),this.second=parseInt(parserArray[6],10)}toString(encoding="iso"){if(encoding==="iso"){let outputArray=Array.from({length:7});return outputArray[0]=padNumber(
this.year<2e3?this.year-1900:this.year-2e3,2),outputArray[1]=padNumber(this.month,2),outputArray[2]=padNumber(this.day,2),outputArray[3]=padNumber(this.hour,2),
outputArray[4]=padNumber(this.minute,2),outputArray[5]=padNumber(this.second,2),outputArray[6]="Z",outputArray.join("")}return super.toString(encoding)}onAsciiEncoding(){
return`${this.constructor.NAME} : ${this.toDate().toISOString()}`}toJSON(){return{...super.toJSON(),year:this.year,month:this.month,day:this.day,hour:this.hour,
minute:this.minute,second:this.second}}};_a$6=UTCTime;typeStore.UTCTime=_a$6;UTCTime.NAME="UTCTime";var _a$5,GeneralizedTime=class extends UTCTime{constructor(parameters={}){
var _b2;super(parameters),(_b2=this.millisecond)!==null&&_b2!==void 0||(this.millisecond=0),this.idBlock.tagClass=1,this.idBlock.tagNumber=24}fromDate(inputDate){
super.fromDate(inputDate),this.millisecond=inputDate.getUTCMilliseconds()}toDate(){let utcDate=Date.UTC(this.year,this.month-1,this.day,this.hour,this.minute,this.
second,this.millisecond);return new Date(utcDate)}fromString(inputString){let isUTC=!1,timeString="",dateTimeString="",fractionPart=0,parser,hourDifference=0,minuteDifference=0;
if(inputString[inputString.length-1]==="Z")timeString=inputString.substring(0,inputString.length-1),isUTC=!0;else{let number=new Number(inputString[inputString.
length-1]);if(isNaN(number.valueOf()))throw new Error("Wrong input string for conversion");timeString=inputString}if(isUTC){if(timeString.indexOf("+")!==-1)throw new Error(
"Wrong input string for conversion");if(timeString.indexOf("-")!==-1)throw new Error("Wrong input string for conversion")}else{let multiplier=1,differencePosition=timeString.
indexOf("+"),differenceString="";if(differencePosition===-1&&(differencePosition=timeString.indexOf("-"),multiplier=-1),differencePosition!==-1){if(differenceString=
timeString.substring(differencePosition+1),timeString=timeString.substring(0,differencePosition),differenceString.length!==2&&differenceString.length!==4)throw new Error(
"Wrong input string for conversion");let number=parseInt(differenceString.substring(0,2),10);if(isNaN(number.valueOf()))throw new Error("Wrong input string for \
conversion");if(hourDifference=multiplier*number,differenceString.length===4){if(number=parseInt(differenceString.substring(2,4),10),isNaN(number.valueOf()))throw new Error(
"Wrong input string for conversion");minuteDifference=multiplier*number}}}let fractionPointPosition=timeString.indexOf(".");if(fractionPointPosition===-1&&(fractionPointPosition=
timeString.indexOf(",")),fractionPointPosition!==-1){let fractionPartCheck=new Number(`0${timeString.substring(fractionPointPosition)}`);if(isNaN(fractionPartCheck.
valueOf()))throw new Error("Wrong input string for conversion");fractionPart=fractionPartCheck.valueOf(),dateTimeString=timeString.substring(0,fractionPointPosition)}else
dateTimeString=timeString;switch(!0){case dateTimeString.length===8:if(parser=/(\d{4})(\d{2})(\d{2})/gi,fractionPointPosition!==-1)throw new Error("Wrong input \
string for conversion");break;case dateTimeString.length===10:if(parser=/(\d{4})(\d{2})(\d{2})(\d{2})/gi,fractionPointPosition!==-1){let fractionResult=60*fractionPart;
this.minute=Math.floor(fractionResult),fractionResult=60*(fractionResult-this.minute),this.second=Math.floor(fractionResult),fractionResult=1e3*(fractionResult-
this.second),this.millisecond=Math.floor(fractionResult)}break;case dateTimeString.length===12:if(parser=/(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})/gi,fractionPointPosition!==
-1){let fractionResult=60*fractionPart;this.second=Math.floor(fractionResult),fractionResult=1e3*(fractionResult-this.second),this.millisecond=Math.floor(fractionResult)}
break;case dateTimeString.length===14:if(parser=/(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})/gi,fractionPointPosition!==-1){let fractionResult=1e3*fractionPart;this.
millisecond=Math.floor(fractionResult)}break;default:throw new Error("Wrong input string for conversion")}let parserArray=parser.exec(dateTimeString);if(parserArray===
null)throw new Error("Wrong input string for conversion");for(let j=1;j<parserArray.length;j++)switch(j){case 1:this.year=parseInt(parserArray[j],10);break;case 2:
this.month=parseInt(parserArray[j],10);break;case 3:this.day=parseInt(parserArray[j],10);break;case 4:this.hour=parseInt(parserArray[j],10)+hourDifference;break;case 5:
this.minute=parseInt(parserArray[j],10)+minuteDifference;break;case 6:this.second=parseInt(parserArray[j],10);break;default:throw new Error("Wrong input string \
for conversion")}if(isUTC===!1){let tempDate=new Date(this.year,this.month,this.day,this.hour,this.minute,this.second,this.millisecond);this.year=tempDate.getUTCFullYear(),
this.month=tempDate.getUTCMonth(),this.day=tempDate.getUTCDay(),this.hour=tempDate.getUTCHours(),this.minute=tempDate.getUTCMinutes(),this.second=tempDate.getUTCSeconds(),
this.millisecond=tempDate.getUTCMilliseconds()}}toString(encoding="iso"){if(encoding==="iso"){let outputArray=[];return outputArray.push(padNumber(this.year,4)),
outputArray.push(padNumber(this.month,2)),outputArray.push(padNumber(this.day,2)),outputArray.push(padNumber(this.hour,2)),outputArray.push(padNumber(this.minute,
2)),outputArray.push(padNumber(this.second,2)),this.millisecond!==0&&(outputArray.push("."),outputArray.push(padNumber(this.millisecond,3).replace(/0+$/,""))),outputArray.
push("Z"),outputArray.join("")}return super.toString(encoding)}toJSON(){return{...super.toJSON(),millisecond:this.millisecond}}};_a$5=GeneralizedTime;typeStore.
GeneralizedTime=_a$5;GeneralizedTime.NAME="GeneralizedTime";var _a$4,DATE=class extends Utf8String{constructor(parameters={}){super(parameters),this.idBlock.tagClass=
1,this.idBlock.tagNumber=31}};_a$4=DATE;typeStore.DATE=_a$4;DATE.NAME="DATE";var _a$3,TimeOfDay=class extends Utf8String{constructor(parameters={}){super(parameters),
this.idBlock.tagClass=1,this.idBlock.tagNumber=32}};_a$3=TimeOfDay;typeStore.TimeOfDay=_a$3;TimeOfDay.NAME="TimeOfDay";var _a$2,DateTime=class extends Utf8String{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=33}};_a$2=DateTime;typeStore.DateTime=_a$2;DateTime.NAME="DateTime";var _a$1,Duration=class extends Utf8String{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=34}};_a$1=Duration;typeStore.Duration=_a$1;Duration.NAME="Duration";var _a,TIME=class extends Utf8String{constructor(parameters={}){
super(parameters),this.idBlock.tagClass=1,this.idBlock.tagNumber=14}};_a=TIME;typeStore.TIME=_a;TIME.NAME="TIME";var Any=class{constructor({name=EMPTY_STRING,optional=!1}={}){
this.name=name,this.optional=optional}},Choice=class extends Any{constructor({value=[],...parameters}={}){super(parameters),this.value=value}},Repeated=class extends Any{constructor({
value=new Any,local=!1,...parameters}={}){super(parameters),this.value=value,this.local=local}},RawData=class{get data(){return this.dataView.slice().buffer}set data(value){
this.dataView=BufferSourceConverter.toUint8Array(value)}constructor({data=EMPTY_VIEW}={}){this.dataView=BufferSourceConverter.toUint8Array(data)}fromBER(inputBuffer,inputOffset,inputLength){
let endLength=inputOffset+inputLength;return this.dataView=BufferSourceConverter.toUint8Array(inputBuffer).subarray(inputOffset,endLength),endLength}toBER(_sizeOnly){
return this.dataView.slice().buffer}};function compareSchema(root,inputData,inputSchema){if(inputSchema instanceof Choice){for(let element of inputSchema.value)
if(compareSchema(root,inputData,element).verified)return{verified:!0,result:root};{let _result={verified:!1,result:{error:"Wrong values for Choice type"}};return inputSchema.
hasOwnProperty(NAME)&&(_result.name=inputSchema.name),_result}}if(inputSchema instanceof Any)return inputSchema.hasOwnProperty(NAME)&&(root[inputSchema.name]=inputData),
{verified:!0,result:root};if(!(root instanceof Object))return{verified:!1,result:{error:"Wrong root object"}};if(!(inputData instanceof Object))return{verified:!1,
result:{error:"Wrong ASN.1 data"}};if(!(inputSchema instanceof Object))return{verified:!1,result:{error:"Wrong ASN.1 schema"}};if(!(ID_BLOCK in inputSchema))return{
verified:!1,result:{error:"Wrong ASN.1 schema"}};if(!(FROM_BER in inputSchema.idBlock))return{verified:!1,result:{error:"Wrong ASN.1 schema"}};if(!(TO_BER in inputSchema.
idBlock))return{verified:!1,result:{error:"Wrong ASN.1 schema"}};let encodedId=inputSchema.idBlock.toBER(!1);if(encodedId.byteLength===0)return{verified:!1,result:{
error:"Error encoding idBlock for ASN.1 schema"}};if(inputSchema.idBlock.fromBER(encodedId,0,encodedId.byteLength)===-1)return{verified:!1,result:{error:"Error \
decoding idBlock for ASN.1 schema"}};if(inputSchema.idBlock.hasOwnProperty(TAG_CLASS)===!1)return{verified:!1,result:{error:"Wrong ASN.1 schema"}};if(inputSchema.
idBlock.tagClass!==inputData.idBlock.tagClass)return{verified:!1,result:root};if(inputSchema.idBlock.hasOwnProperty(TAG_NUMBER)===!1)return{verified:!1,result:{
error:"Wrong ASN.1 schema"}};if(inputSchema.idBlock.tagNumber!==inputData.idBlock.tagNumber)return{verified:!1,result:root};if(inputSchema.idBlock.hasOwnProperty(
IS_CONSTRUCTED)===!1)return{verified:!1,result:{error:"Wrong ASN.1 schema"}};if(inputSchema.idBlock.isConstructed!==inputData.idBlock.isConstructed)return{verified:!1,
result:root};if(!(IS_HEX_ONLY in inputSchema.idBlock))return{verified:!1,result:{error:"Wrong ASN.1 schema"}};if(inputSchema.idBlock.isHexOnly!==inputData.idBlock.
isHexOnly)return{verified:!1,result:root};if(inputSchema.idBlock.isHexOnly){if(!(VALUE_HEX_VIEW in inputSchema.idBlock))return{verified:!1,result:{error:"Wrong \
ASN.1 schema"}};let schemaView=inputSchema.idBlock.valueHexView,asn1View=inputData.idBlock.valueHexView;if(schemaView.length!==asn1View.length)return{verified:!1,
result:root};for(let i=0;i<schemaView.length;i++)if(schemaView[i]!==asn1View[1])return{verified:!1,result:root}}if(inputSchema.name&&(inputSchema.name=inputSchema.
name.replace(/^\s+|\s+$/g,EMPTY_STRING),inputSchema.name&&(root[inputSchema.name]=inputData)),inputSchema instanceof typeStore.Constructed){let admission=0,result={
verified:!1,result:{error:"Unknown error"}},maxLength=inputSchema.valueBlock.value.length;if(maxLength>0&&inputSchema.valueBlock.value[0]instanceof Repeated&&(maxLength=
inputData.valueBlock.value.length),maxLength===0)return{verified:!0,result:root};if(inputData.valueBlock.value.length===0&&inputSchema.valueBlock.value.length!==
0){let _optional=!0;for(let i=0;i<inputSchema.valueBlock.value.length;i++)_optional=_optional&&(inputSchema.valueBlock.value[i].optional||!1);return _optional?{
verified:!0,result:root}:(inputSchema.name&&(inputSchema.name=inputSchema.name.replace(/^\s+|\s+$/g,EMPTY_STRING),inputSchema.name&&delete root[inputSchema.name]),
root.error="Inconsistent object length",{verified:!1,result:root})}for(let i=0;i<maxLength;i++)if(i-admission>=inputData.valueBlock.value.length){if(inputSchema.
valueBlock.value[i].optional===!1){let _result={verified:!1,result:root};return root.error="Inconsistent length between ASN.1 data and schema",inputSchema.name&&
(inputSchema.name=inputSchema.name.replace(/^\s+|\s+$/g,EMPTY_STRING),inputSchema.name&&(delete root[inputSchema.name],_result.name=inputSchema.name)),_result}}else if(inputSchema.
valueBlock.value[0]instanceof Repeated){if(result=compareSchema(root,inputData.valueBlock.value[i],inputSchema.valueBlock.value[0].value),result.verified===!1)if(inputSchema.
valueBlock.value[0].optional)admission++;else return inputSchema.name&&(inputSchema.name=inputSchema.name.replace(/^\s+|\s+$/g,EMPTY_STRING),inputSchema.name&&delete root[inputSchema.
name]),result;if(NAME in inputSchema.valueBlock.value[0]&&inputSchema.valueBlock.value[0].name.length>0){let arrayRoot={};LOCAL in inputSchema.valueBlock.value[0]&&
inputSchema.valueBlock.value[0].local?arrayRoot=inputData:arrayRoot=root,typeof arrayRoot[inputSchema.valueBlock.value[0].name]>"u"&&(arrayRoot[inputSchema.valueBlock.
value[0].name]=[]),arrayRoot[inputSchema.valueBlock.value[0].name].push(inputData.valueBlock.value[i])}}else if(result=compareSchema(root,inputData.valueBlock.value[i-
admission],inputSchema.valueBlock.value[i]),result.verified===!1)if(inputSchema.valueBlock.value[i].optional)admission++;else return inputSchema.name&&(inputSchema.
name=inputSchema.name.replace(/^\s+|\s+$/g,EMPTY_STRING),inputSchema.name&&delete root[inputSchema.name]),result;if(result.verified===!1){let _result={verified:!1,
result:root};return inputSchema.name&&(inputSchema.name=inputSchema.name.replace(/^\s+|\s+$/g,EMPTY_STRING),inputSchema.name&&(delete root[inputSchema.name],_result.
name=inputSchema.name)),_result}return{verified:!0,result:root}}if(inputSchema.primitiveSchema&&VALUE_HEX_VIEW in inputData.valueBlock){let asn1=localFromBER(inputData.
valueBlock.valueHexView);if(asn1.offset===-1){let _result={verified:!1,result:asn1.result};return inputSchema.name&&(inputSchema.name=inputSchema.name.replace(/^\s+|\s+$/g,
EMPTY_STRING),inputSchema.name&&(delete root[inputSchema.name],_result.name=inputSchema.name)),_result}return compareSchema(root,asn1.result,inputSchema.primitiveSchema)}
return{verified:!0,result:root}}function verifySchema(inputBuffer,inputSchema){if(!(inputSchema instanceof Object))return{verified:!1,result:{error:"Wrong ASN.1\
 schema type"}};let asn1=localFromBER(BufferSourceConverter.toUint8Array(inputBuffer));return asn1.offset===-1?{verified:!1,result:asn1.result}:compareSchema(asn1.
result,asn1.result,inputSchema)}registerBuiltinEncoder({BitString,Integer,OctetString,Primitive,Constructed,Sequence,Set:Set2},{BaseBlock,ViewWriter,LocalIdentificationBlock,
LocalLengthBlock,LocalIntegerValueBlock,LocalOctetStringValueBlock,LocalConstructedValueBlock,LocalBitStringValueBlock,LocalPrimitiveValueBlock,originalBaseBlockToBER:ORIGINAL_BASE_BLOCK_TO_BER,
originalWriterWrite:ORIGINAL_VIEW_WRITER_WRITE,originalWriterFinal:ORIGINAL_VIEW_WRITER_FINAL,originalIdentificationToBER:ORIGINAL_LOCAL_IDENTIFICATION_TO_BER,originalLengthToBER:ORIGINAL_LOCAL_LENGTH_TO_BER,
originalIntegerToBER:ORIGINAL_LOCAL_INTEGER_TO_BER,originalOctetStringToBER:ORIGINAL_LOCAL_OCTET_STRING_TO_BER,originalBitStringToBER:ORIGINAL_LOCAL_BIT_STRING_TO_BER,
originalConstructedToBER:ORIGINAL_LOCAL_CONSTRUCTED_TO_BER,originalPrimitiveToBER:ORIGINAL_LOCAL_PRIMITIVE_TO_BER});registerFastParser({Integer,Null,Sequence});var ARRAY_BUFFER_TAG="[object ArrayBuffer]",SHARED_ARRAY_BUFFER_TAG="[object SharedArrayBuffer]";function tagOf(value){return Object.prototype.toString.call(value)}function isArrayBufferViewLike(value){if(ArrayBuffer.isView(value))return!0;if(!value||typeof value!="object")return!1;let view=value;return typeof view.byteOffset==
"number"&&typeof view.byteLength=="number"&&isArrayBufferLike(view.buffer)}function isArrayBuffer(value){return tagOf(value)===ARRAY_BUFFER_TAG}function isSharedArrayBuffer(value){return typeof SharedArrayBuffer<"u"&&tagOf(value)===SHARED_ARRAY_BUFFER_TAG}
function isArrayBufferLike(value){return isArrayBuffer(value)||isSharedArrayBuffer(value)}function isArrayBufferView(value){return isArrayBufferViewLike(value)}
function isBufferSource(value){return isArrayBufferLike(value)||isArrayBufferView(value)}function assertBufferSource(value){if(!isBufferSource(value))throw new TypeError(
"Expected ArrayBuffer, SharedArrayBuffer, or ArrayBufferView")}function toUint8Array(data){return assertBufferSource(data),isArrayBufferLike(data)?new Uint8Array(
data):new Uint8Array(data.buffer,data.byteOffset,data.byteLength)}function toArrayBuffer(data){if(assertBufferSource(data),isArrayBuffer(data))return data;let buffer=new ArrayBuffer(data.byteLength);return new Uint8Array(buffer).
set(toUint8Array(data)),buffer}function equal(a,b,options={}){let left=toUint8Array(a),right=toUint8Array(b);if(!options.constantTime&&left.byteLength!==right.byteLength)return!1;let length=Math.
max(left.byteLength,right.byteLength),diff=left.byteLength^right.byteLength;for(let i=0;i<length;i++)diff|=(left[i]??0)^(right[i]??0);return diff===0}var binary_exports={};__export(binary_exports,{binary:()=>binary,decode:()=>decode,encode:()=>encode,is:()=>is});function encode(data){let bytes=toUint8Array(data),result="";for(let byte of bytes)result+=String.fromCharCode(byte);return result}function decode(text){let result=new Uint8Array(
text.length);for(let i=0;i<text.length;i++)result[i]=text.charCodeAt(i)&255;return result}function is(text){return typeof text=="string"}var binary={encode,decode,
is};var hex_exports={};__export(hex_exports,{decode:()=>decode2,encode:()=>encode2,format:()=>format,formats:()=>formats,hex:()=>hex,is:()=>is2,normalize:()=>normalize,
parse:()=>parse});var HEX_CHARACTER_REGEX=/^[0-9a-f]$/i,COMMON_SEPARATORS=[" ","	",`
`,"\r",":","-","."];function resolveSeparators(options){return options.separators==="none"?[]:!options.separators||options.separators==="common"?COMMON_SEPARATORS:
options.separators}function validateSeparator(separator){if(!separator)throw new TypeError("Hex separators must be non-empty strings")}function matchSeparator(text,index,separators){
for(let separator of separators)if(text.startsWith(separator,index))return separator}function detectCase(text){let hasUpper=/[A-F]/.test(text),hasLower=/[a-f]/.
test(text);return hasUpper&&!hasLower?"upper":"lower"}function detectLineSeparator(text){let match=/\r\n|\n/.exec(text);if(match)return match[0]===`\r
`?`\r
`:`
`}function compactForDetection(text){return text.replace(/[^0-9a-f]/gi,"")}function detectGroup(text){let segments=text.match(/[0-9A-Fa-f]+|[^0-9A-Fa-f]+/g)??[];
if(segments.length<3)return;let hexSegments=segments.filter((_,index)=>index%2===0),separators=segments.filter((_,index)=>index%2===1),separator=separators[0];if(!separator||
separators.some(item=>item!==separator)||hexSegments.some(segment=>segment.length===0||segment.length%2!==0))return;let firstLength=hexSegments[0]?.length??0;if(firstLength&&
!hexSegments.slice(0,-1).some(segment=>segment.length!==firstLength)&&!((hexSegments[hexSegments.length-1]?.length??0)>firstLength))return{size:firstLength/2,separator}}
function detectFormat(text){let trimmed=text.trim(),prefix=/^0x/i.test(trimmed)?"0x":"",body=prefix?trimmed.slice(2):trimmed,lineSeparator=detectLineSeparator(body),
lines=body.split(/\r\n|\n/).filter(line=>line.length>0),sampleLine=lines[0]?.trim()??"",group=detectGroup(sampleLine),format4={case:detectCase(trimmed),prefix};
if(group&&(format4.group=group),lineSeparator&&lines.length>1){let firstLineBytes=compactForDetection(lines[0]??"").length/2;firstLineBytes>0&&lines.slice(0,-1).
every(line=>compactForDetection(line).length/2===firstLineBytes)&&(format4.line={bytesPerLine:firstLineBytes,separator:lineSeparator})}return format4}function normalizeText(text,options){
let allowPrefix=options.allowPrefix??!0,separators=[...resolveSeparators(options)].sort((left,right)=>right.length-left.length);for(let separator of separators)
validateSeparator(separator);let working=text.trim();if(/^0x/i.test(working)){if(!allowPrefix)throw new TypeError("Hexadecimal text must not include a 0x prefix");
working=working.slice(2)}let normalized="",lastTokenWasSeparator=!1;for(let index=0;index<working.length;){let character=working[index]??"";if(HEX_CHARACTER_REGEX.
test(character)){normalized+=character,lastTokenWasSeparator=!1,index+=1;continue}let separator=matchSeparator(working,index,separators);if(!separator)throw new TypeError(
"Input is not valid hexadecimal text");if(options.strict&&(lastTokenWasSeparator||normalized.length===0))throw new TypeError("Hexadecimal text contains misplace\
d separators");lastTokenWasSeparator=!0,index+=separator.length}if(options.strict&&lastTokenWasSeparator&&normalized.length>0)throw new TypeError("Hexadecimal t\
ext must not end with a separator");if(normalized.length%2!==0){if(!options.allowOddLength)throw new TypeError("Hexadecimal text must contain an even number of \
characters");normalized=`0${normalized}`}return normalized.toLowerCase()}function groupPairs(pairs,group){if(!group)return pairs.join("");if(!Number.isInteger(group.
size)||group.size<1)throw new RangeError("Hex group size must be a positive integer");let chunks=[];for(let index=0;index<pairs.length;index+=group.size)chunks.
push(pairs.slice(index,index+group.size).join(""));return chunks.join(group.separator)}function normalize(text,options={}){return normalizeText(text,options)}function is2(text,options={}){
if(typeof text!="string")return!1;try{return normalize(text,options),!0}catch{return!1}}function encode2(data,options={}){let bytes=toUint8Array(data),casing=options.
case??"lower",pairs=Array.from(bytes,byte=>{let text=byte.toString(16).padStart(2,"0");return casing==="upper"?text.toUpperCase():text}),body="";if(options.line){
let bytesPerLine=options.line.bytesPerLine;if(!Number.isInteger(bytesPerLine)||bytesPerLine<1)throw new RangeError("Hex bytesPerLine must be a positive integer");
let separator=options.line.separator??`
`,lines=[];for(let index=0;index<pairs.length;index+=bytesPerLine)lines.push(groupPairs(pairs.slice(index,index+bytesPerLine),options.group));body=lines.join(separator)}else
body=groupPairs(pairs,options.group);return`${options.prefix??""}${body}`}function decode2(text,options={}){let normalized=normalize(text,options),result=new Uint8Array(
normalized.length/2);for(let i=0;i<normalized.length;i+=2)result[i/2]=Number.parseInt(normalized.slice(i,i+2),16);return result}function parse(text,options={}){
let normalized=normalize(text,options);return{bytes:decode2(normalized),format:detectFormat(text),normalized}}function format(data,value){return encode2(data,value)}
var formats={compact:Object.freeze({}),upper:Object.freeze({case:"upper"}),colon:Object.freeze({group:{size:1,separator:":"}}),colonUpper:Object.freeze({case:"u\
pper",group:{size:1,separator:":"}}),groupsOf4:Object.freeze({group:{size:4,separator:" "}}),prefixed:Object.freeze({prefix:"0x"})},hex={encode:encode2,decode:decode2,
format,formats,is:is2,normalize,parse};var utf8_exports={};__export(utf8_exports,{decode:()=>decode3,encode:()=>encode3,utf8:()=>utf8});function encode3(text){return new TextEncoder().encode(text)}function decode3(data){return new TextDecoder("utf-8",{fatal:!1}).decode(toUint8Array(data))}var utf8={
encode:encode3,decode:decode3};var utf16_exports={};__export(utf16_exports,{decode:()=>decode4,encode:()=>encode4,utf16:()=>utf16});function encode4(text,options={}){let result=new ArrayBuffer(text.length*2),view=new DataView(result);for(let i=0;i<text.length;i++)view.setUint16(i*2,text.charCodeAt(
i),options.littleEndian??!1);return new Uint8Array(result)}function decode4(data,options={}){let buffer=toArrayBuffer(data),view=new DataView(buffer),result="";
for(let i=0;i<buffer.byteLength;i+=2)result+=String.fromCharCode(view.getUint16(i,options.littleEndian??!1));return result}var utf16={encode:encode4,decode:decode4};var base64_exports={};__export(base64_exports,{base64:()=>base64,decode:()=>decode5,encode:()=>encode5,is:()=>is3,normalize:()=>normalize2,pad:()=>pad});var BASE64_REGEX2=/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;function nodeBuffer(){return globalThis.Buffer}function normalize2(text){return text.
replace(/[\n\r\t ]/g,"")}function pad(text){let remainder=text.length%4;return remainder?text+"=".repeat(4-remainder):text}function is3(text){if(typeof text!="s\
tring")return!1;let normalized=normalize2(text);return normalized===""||BASE64_REGEX2.test(normalized)}function encode5(data,_options){let bytes=toUint8Array(data),
buffer=nodeBuffer();return buffer?buffer.from(bytes).toString("base64"):btoa(encode(bytes))}function decode5(text,_options){let normalized=normalize2(text);if(!is3(
normalized))throw new TypeError("Input is not valid Base64 text");let buffer=nodeBuffer();return buffer?new Uint8Array(buffer.from(normalized,"base64")):decode(
atob(normalized))}var base64={encode:encode5,decode:decode5,is:is3,normalize:normalize2,pad};var base64url_exports={};__export(base64url_exports,{base64url:()=>base64url,decode:()=>decode6,encode:()=>encode6,is:()=>is4,normalize:()=>normalize3});var BASE64URL_REGEX2=/^[A-Za-z0-9_-]*$/;function normalize3(text){return text.replace(/[\n\r\t ]/g,"")}function is4(text){return typeof text=="string"&&BASE64URL_REGEX2.
test(normalize3(text))}function encode6(data,_options){return base64.encode(data).replace(/\+/g,"-").replace(/\//g,"_").replace(/=+$/g,"")}function decode6(text,_options){
let normalized=normalize3(text);if(!is4(normalized))throw new TypeError("Input is not valid Base64Url text");return base64.decode(base64.pad(normalized.replace(
/-/g,"+").replace(/_/g,"/")))}var base64url={encode:encode6,decode:decode6,is:is4,normalize:normalize3};var LABEL_REGEX=/^[A-Z0-9][A-Z0-9 ._-]*[A-Z0-9]$/i,PEM_BLOCK_REGEX=/-----BEGIN ([^-]+)-----([\s\S]*?)-----END \1-----/g;function assertLabel(label){if(!LABEL_REGEX.
test(label))throw new TypeError(`Invalid PEM label '${label}'`)}function wrap(text,lineLength){let result=[];for(let i=0;i<text.length;i+=lineLength)result.push(
text.slice(i,i+lineLength));return result}function parseBody(body){let lines=body.trim().replace(/\r\n/g,`
`).split(`
`).map(line=>line.trim()).filter(Boolean),headers={},index=0;for(;index<lines.length;index++){let line=lines[index],separator=line.indexOf(":");if(separator<=0)
break;headers[line.slice(0,separator).trim()]=line.slice(separator+1).trim()}return{headers:Object.keys(headers).length?headers:void 0,base64Lines:lines.slice(index),
base64Text:lines.slice(index).join("")}}function detectNewline(text){return/\r\n/.test(text)?`\r
`:`
`}function collectBlocks(text,options={}){let blocks=[],requestedLabel=options.label,match;for(PEM_BLOCK_REGEX.lastIndex=0;match=PEM_BLOCK_REGEX.exec(text);){let label=match[1].
trim();if(requestedLabel&&label!==requestedLabel)continue;assertLabel(label);let parsed=parseBody(match[2]);blocks.push({label,data:base64.decode(parsed.base64Text),
headers:parsed.headers,lineLength:parsed.base64Lines[0]?.length??64,newline:detectNewline(match[0])})}if(options.strict&&blocks.length===0)throw new TypeError(requestedLabel?
`No PEM block with label '${requestedLabel}' was found`:"No PEM blocks were found");return blocks}function encode7(label,data,options={}){assertLabel(label);let lineLength=options.
lineLength??64;if(!Number.isInteger(lineLength)||lineLength<1)throw new RangeError("PEM lineLength must be a positive integer");let newline=options.newline??`
`,lines=[`-----BEGIN ${label}-----`];if(options.headers){for(let[name,value]of Object.entries(options.headers))lines.push(`${name}: ${value}`);lines.push("")}return lines.
push(...wrap(base64.encode(data),lineLength)),lines.push(`-----END ${label}-----`),`${lines.join(newline)}${newline}`}function decode7(text,options={}){return collectBlocks(text,options).map(({lineLength:_lineLength,newline:_newline,...block})=>block)}function decodeFirst(text,label){let[block]=decode7(text,{label,strict:!0});return block.data}function parse2(text,options={}){let[block]=collectBlocks(text,{...options,
strict:!0}),format4={label:block.label,headers:block.headers,lineLength:block.lineLength,newline:block.newline};return{bytes:block.data,format:format4,normalized:encode7(
block.label,block.data,format4)}}function format2(data,value){return encode7(value.label,data,value)}var pemConverter={name:"pem",encode:(data,options)=>{if(!options?.label)throw new TypeError("PEM label is required");return encode7(options.label,data,options)},
decode:(text,options)=>decodeFirst(text,options?.label),format:format2,is:text=>typeof text=="string"&&/-----BEGIN [^-]+-----/.test(text),parse:parse2};function keyOf(name){return name.trim().toLowerCase()}function toError(error){return error instanceof Error?error:new Error(String(error))}function removeConverter(converters,primaryNames,converter){
for(let alias of[converter.name,...converter.aliases??[]])converters.delete(keyOf(alias));primaryNames.delete(keyOf(converter.name))}function requireCapability(converter,name,capability){
let method=converter[capability];if(typeof method!="function")throw new Error(`Converter '${name}' does not support ${capability}()`);return method}function detectConfidence(name,text,converter){
let normalizedName=keyOf(converter.name||name),trimmed=text.trim();if(!trimmed)return 0;let accepted=!1;converter.is&&(accepted=converter.is(text));let decodable=!1;
try{converter.decode(text),decodable=!0}catch{decodable=!1}if(!accepted&&!decodable)return 0;switch(normalizedName){case"pem":return/-----BEGIN [^-]+-----/.test(
text)?1:0;case"hex":{let compact=trimmed.replace(/^0x/i,"").replace(/[\s:.-]/g,"");return!compact||/[^0-9a-f]/i.test(compact)||compact.length%2!==0?0:/^0x/i.test(
trimmed)||/[:\s.-]/.test(trimmed)?.95:/[a-f]/.test(trimmed)||/[A-F]/.test(trimmed)?.8:.45}case"base64url":return/[-_]/.test(trimmed)?.95:/=/.test(trimmed)?.1:.6;case"\
base64":return/[+/=]/.test(trimmed)?.9:.55;case"binary":case"utf8":case"utf16be":case"utf16le":return 0;default:return accepted&&decodable?.75:.5}}function createConverterRegistry(initialConverters=[]){
let converters=new Map,primaryNames=new Set,api={register(converter,options={}){if(!converter.name||!keyOf(converter.name))throw new TypeError("Converter name i\
s required");let names2=[...new Set([converter.name,...converter.aliases??[]].map(keyOf))],conflicts=new Set;for(let name of names2){let existing=converters.get(
name);if(existing){if(!options.override)throw new Error(`Converter '${name}' is already registered`);conflicts.add(existing)}}for(let conflicting of conflicts)removeConverter(
converters,primaryNames,conflicting);for(let name of names2)converters.set(name,converter);return primaryNames.add(keyOf(converter.name)),this},unregister(name){
let converter=converters.get(keyOf(name));return converter?(removeConverter(converters,primaryNames,converter),!0):!1},has(name){return converters.has(keyOf(name))},
get(name){let converter=converters.get(keyOf(name));if(!converter)throw new Error(`Converter '${name}' is not registered`);return converter},list(){return[...primaryNames].
map(name=>this.get(name))},encode(name,data,options){return this.get(name).encode(data,options)},decode(name,text,options){return this.get(name).decode(text,options)},
tryDecode(name,text,options){try{return{ok:!0,bytes:this.decode(name,text,options)}}catch(error){return{ok:!1,error:toError(error)}}},normalize(name,text,options){
let converter=this.get(name);return requireCapability(converter,name,"normalize").call(converter,text,options)},parse(name,text,options){let converter=this.get(
name);return requireCapability(converter,name,"parse").call(converter,text,options)},format(name,data,format4){let converter=this.get(name);return requireCapability(
converter,name,"format").call(converter,data,format4)},transcode(text,options){let bytes=this.decode(options.from,text,options.fromOptions);return this.encode(options.
to,bytes,options.toOptions)},detect(text,options={}){let formatNames=options.formats?.length?options.formats.map(name=>String(name)):this.list().map(converter=>converter.
name).filter(name=>!["binary","utf8","utf16be","utf16le"].includes(keyOf(name))),detections=new Map;for(let requestedName of formatNames){let converter=this.get(
requestedName),confidence=detectConfidence(requestedName,text,converter);if(confidence<=0)continue;let format4=converter.name,current=detections.get(format4);(!current||
confidence>current.confidence)&&detections.set(format4,{format:format4,confidence})}return[...detections.values()].sort((left,right)=>right.confidence-left.confidence)}};
for(let converter of initialConverters)api.register(converter);return api}var binaryConverter={name:"binary",aliases:["latin1"],encode:binary_exports.encode,decode:binary_exports.decode,is:binary_exports.is},hexConverter={name:"hex",encode:hex_exports.
encode,decode:hex_exports.decode,format:hex_exports.format,is:hex_exports.is,normalize:hex_exports.normalize,parse:hex_exports.parse},base64Converter={name:"bas\
e64",aliases:["b64"],encode:base64_exports.encode,decode:base64_exports.decode,is:base64_exports.is,normalize:base64_exports.normalize},base64urlConverter={name:"\
base64url",aliases:["base64-url","b64url"],encode:base64url_exports.encode,decode:base64url_exports.decode,is:base64url_exports.is,normalize:base64url_exports.normalize},
utf8Converter={name:"utf8",aliases:["utf-8"],encode:data=>utf8_exports.decode(data),decode:text=>utf8_exports.encode(text),is:text=>typeof text=="string"},utf16beConverter={
name:"utf16be",aliases:["utf16","utf-16","utf-16be"],encode:data=>utf16_exports.decode(data),decode:text=>utf16_exports.encode(text),is:text=>typeof text=="stri\
ng"},utf16leConverter={name:"utf16le",aliases:["utf-16le","ucs2","usc2"],encode:data=>utf16_exports.decode(data,{littleEndian:!0}),decode:text=>utf16_exports.encode(
text,{littleEndian:!0}),is:text=>typeof text=="string"},defaultConverters=[binaryConverter,hexConverter,base64Converter,base64urlConverter,utf8Converter,utf16beConverter,
utf16leConverter,pemConverter],defaultConverterRegistry=createConverterRegistry(defaultConverters);function encode8(name,data,...args){return defaultConverterRegistry.encode(name,data,...args)}function decode8(name,text,...args){return defaultConverterRegistry.
decode(name,text,...args)}function tryDecode(name,text,...args){return defaultConverterRegistry.tryDecode(name,text,...args)}function normalize4(name,text,...args){
return defaultConverterRegistry.normalize(name,text,...args)}function parse3(name,text,...args){return defaultConverterRegistry.parse(name,text,...args)}function format3(name,data,value){
return defaultConverterRegistry.format(name,data,value)}function transcode(text,options){return defaultConverterRegistry.transcode(text,options)}function detect(text,options){
return defaultConverterRegistry.detect(text,options)}function normalizeEncodingName(encoding){return encoding.toLowerCase()}var convert={encode:encode8,decode:decode8,
tryDecode,normalize:normalize4,parse:parse3,format:format3,transcode,detect,to(format4,data,...args){return encode8(format4,data,...args)},from(format4,text,...args){
return decode8(format4,text,...args)},toString(data,encoding="utf8"){return encode8(encoding,data)},fromString(text,encoding="utf8"){return normalizeEncodingName(
encoding)==="hex"?toArrayBuffer(hex_exports.decode(text,{allowOddLength:!0})):toArrayBuffer(decode8(encoding,text))},toBase64:base64_exports.encode,fromBase64:text=>toArrayBuffer(
base64_exports.decode(text)),toBase64Url:base64url_exports.encode,fromBase64Url:text=>toArrayBuffer(base64url_exports.decode(text)),toHex:hex_exports.encode,fromHex:text=>toArrayBuffer(
hex_exports.decode(text,{allowOddLength:!0})),toBinary:binary_exports.encode,fromBinary:text=>toArrayBuffer(binary_exports.decode(text)),toUtf8String:utf8_exports.
decode,fromUtf8String:text=>toArrayBuffer(utf8_exports.encode(text)),toUtf16String:(data,littleEndian=!1)=>utf16_exports.decode(data,{littleEndian}),fromUtf16String:(text,littleEndian=!1)=>toArrayBuffer(
utf16_exports.encode(text,{littleEndian})),isHex:hex_exports.is,isBase64:base64_exports.is,isBase64Url:base64url_exports.is,formatString:base64_exports.normalize};var AsnTypeTypes;(function(AsnTypeTypes2){AsnTypeTypes2[AsnTypeTypes2.Sequence=0]="Sequence",AsnTypeTypes2[AsnTypeTypes2.Set=1]="Set",AsnTypeTypes2[AsnTypeTypes2.
Choice=2]="Choice"})(AsnTypeTypes||(AsnTypeTypes={}));var AsnPropTypes;(function(AsnPropTypes2){AsnPropTypes2[AsnPropTypes2.Any=1]="Any",AsnPropTypes2[AsnPropTypes2.
Boolean=2]="Boolean",AsnPropTypes2[AsnPropTypes2.OctetString=3]="OctetString",AsnPropTypes2[AsnPropTypes2.BitString=4]="BitString",AsnPropTypes2[AsnPropTypes2.Integer=
5]="Integer",AsnPropTypes2[AsnPropTypes2.Enumerated=6]="Enumerated",AsnPropTypes2[AsnPropTypes2.ObjectIdentifier=7]="ObjectIdentifier",AsnPropTypes2[AsnPropTypes2.
Utf8String=8]="Utf8String",AsnPropTypes2[AsnPropTypes2.BmpString=9]="BmpString",AsnPropTypes2[AsnPropTypes2.UniversalString=10]="UniversalString",AsnPropTypes2[AsnPropTypes2.
NumericString=11]="NumericString",AsnPropTypes2[AsnPropTypes2.PrintableString=12]="PrintableString",AsnPropTypes2[AsnPropTypes2.TeletexString=13]="TeletexString",
AsnPropTypes2[AsnPropTypes2.VideotexString=14]="VideotexString",AsnPropTypes2[AsnPropTypes2.IA5String=15]="IA5String",AsnPropTypes2[AsnPropTypes2.GraphicString=
16]="GraphicString",AsnPropTypes2[AsnPropTypes2.VisibleString=17]="VisibleString",AsnPropTypes2[AsnPropTypes2.GeneralString=18]="GeneralString",AsnPropTypes2[AsnPropTypes2.
CharacterString=19]="CharacterString",AsnPropTypes2[AsnPropTypes2.UTCTime=20]="UTCTime",AsnPropTypes2[AsnPropTypes2.GeneralizedTime=21]="GeneralizedTime",AsnPropTypes2[AsnPropTypes2.
DATE=22]="DATE",AsnPropTypes2[AsnPropTypes2.TimeOfDay=23]="TimeOfDay",AsnPropTypes2[AsnPropTypes2.DateTime=24]="DateTime",AsnPropTypes2[AsnPropTypes2.Duration=25]=
"Duration",AsnPropTypes2[AsnPropTypes2.TIME=26]="TIME",AsnPropTypes2[AsnPropTypes2.Null=27]="Null",AsnPropTypes2[AsnPropTypes2.RelativeObjectIdentifier=28]="Rel\
ativeObjectIdentifier"})(AsnPropTypes||(AsnPropTypes={}));var BitString2=class{unusedBits=0;value=new ArrayBuffer(0);constructor(params,unusedBits=0){if(params)if(typeof params=="number")this.fromNumber(params);else if(isBufferSource(
params))this.unusedBits=unusedBits,this.value=toArrayBuffer(params);else throw TypeError("Unsupported type of 'params' argument for BitString")}fromASN(asn){if(!(asn instanceof
BitString))throw new TypeError("Argument 'asn' is not instance of ASN.1 BitString");return this.unusedBits=asn.valueBlock.unusedBits,this.value=toArrayBuffer(asn.
valueBlock.valueHex),this}toASN(){return new BitString({unusedBits:this.unusedBits,valueHex:this.value})}toSchema(name){return new BitString({name})}toNumber(){
let res="",uintArray=new Uint8Array(this.value);for(let octet of uintArray)res+=octet.toString(2).padStart(8,"0");return res=res.split("").reverse().join(""),this.
unusedBits&&(res=res.slice(this.unusedBits).padStart(this.unusedBits,"0")),parseInt(res,2)}fromNumber(value){let bits=value.toString(2),octetSize=bits.length+7>>
3;this.unusedBits=(octetSize<<3)-bits.length;let octets=new Uint8Array(octetSize);bits=bits.padStart(octetSize<<3,"0").split("").reverse().join("");let index=0;
for(;index<octetSize;)octets[index]=parseInt(bits.slice(index<<3,(index<<3)+8),2),index++;this.value=octets.buffer}};var OctetString2=class{buffer;get byteLength(){return this.buffer.byteLength}get byteOffset(){return 0}constructor(param){typeof param=="number"?this.buffer=new ArrayBuffer(
param):isBufferSource(param)?this.buffer=toArrayBuffer(param):Array.isArray(param)?this.buffer=new Uint8Array(param).buffer:this.buffer=new ArrayBuffer(0)}fromASN(asn){
if(!(asn instanceof OctetString))throw new TypeError("Argument 'asn' is not instance of ASN.1 OctetString");return this.buffer=toArrayBuffer(asn.valueBlock.valueHex),
this}toASN(){return new OctetString({valueHex:this.buffer})}toSchema(name){return new OctetString({name})}};var AsnAnyConverter={fromASN:value=>value instanceof Null?null:toArrayBuffer(value.valueBeforeDecodeView),toASN:value=>{if(value===null)return new Null;let schema=fromBER(
value,{maxDepth:1/0,maxNodes:1/0,maxContentLength:1/0});if(schema.result.error)throw new Error(schema.result.error);return schema.result}},AsnIntegerConverter={
fromASN:value=>value.valueBlock.valueHexView.byteLength>=4?value.valueBlock.toString():value.valueBlock.valueDec,toASN:value=>new Integer({value:+value})},AsnEnumeratedConverter={
fromASN:value=>value.valueBlock.valueDec,toASN:value=>new Enumerated({value})},AsnIntegerArrayBufferConverter={fromASN:value=>toArrayBuffer(value.valueBlock.valueHexView),
toASN:value=>new Integer({valueHex:value})};var AsnBitStringConverter={fromASN:value=>toArrayBuffer(value.valueBlock.valueHexView),toASN:value=>new BitString({valueHex:value})},AsnObjectIdentifierConverter={
fromASN:value=>value.valueBlock.toString(),toASN:value=>new ObjectIdentifier({value})},AsnRelativeObjectIdentifierConverter={fromASN:value=>value.valueBlock.toString(),
toASN:value=>new RelativeObjectIdentifier({value})},AsnBooleanConverter={fromASN:value=>value.valueBlock.value,toASN:value=>new Boolean2({value})},AsnOctetStringConverter={
fromASN:value=>toArrayBuffer(value.valueBlock.valueHexView),toASN:value=>new OctetString({valueHex:value})},AsnConstructedOctetStringConverter={fromASN:value=>new OctetString2(
value.getValue()),toASN:value=>value.toASN()};function createStringConverter(Asn1Type){return{fromASN:value=>value.valueBlock.value,toASN:value=>new Asn1Type({value})}}
var AsnUtf8StringConverter=createStringConverter(Utf8String),AsnBmpStringConverter=createStringConverter(BmpString),AsnUniversalStringConverter=createStringConverter(
UniversalString),AsnNumericStringConverter=createStringConverter(NumericString),AsnPrintableStringConverter=createStringConverter(PrintableString),AsnTeletexStringConverter=createStringConverter(
TeletexString),AsnVideotexStringConverter=createStringConverter(VideotexString),AsnIA5StringConverter=createStringConverter(IA5String),AsnGraphicStringConverter=createStringConverter(
GraphicString),AsnVisibleStringConverter=createStringConverter(VisibleString),AsnGeneralStringConverter=createStringConverter(GeneralString),AsnCharacterStringConverter=createStringConverter(
CharacterString),AsnUTCTimeConverter={fromASN:value=>value.toDate(),toASN:value=>new UTCTime({valueDate:value})},AsnGeneralizedTimeConverter={fromASN:value=>value.
toDate(),toASN:value=>new GeneralizedTime({valueDate:value})},AsnNullConverter={fromASN:()=>null,toASN:()=>new Null};function defaultConverter(type){switch(type){case AsnPropTypes.
Any:return AsnAnyConverter;case AsnPropTypes.BitString:return AsnBitStringConverter;case AsnPropTypes.BmpString:return AsnBmpStringConverter;case AsnPropTypes.Boolean:
return AsnBooleanConverter;case AsnPropTypes.CharacterString:return AsnCharacterStringConverter;case AsnPropTypes.Enumerated:return AsnEnumeratedConverter;case AsnPropTypes.
GeneralString:return AsnGeneralStringConverter;case AsnPropTypes.GeneralizedTime:return AsnGeneralizedTimeConverter;case AsnPropTypes.GraphicString:return AsnGraphicStringConverter;case AsnPropTypes.
IA5String:return AsnIA5StringConverter;case AsnPropTypes.Integer:return AsnIntegerConverter;case AsnPropTypes.Null:return AsnNullConverter;case AsnPropTypes.NumericString:
return AsnNumericStringConverter;case AsnPropTypes.ObjectIdentifier:return AsnObjectIdentifierConverter;case AsnPropTypes.RelativeObjectIdentifier:return AsnRelativeObjectIdentifierConverter;case AsnPropTypes.
OctetString:return AsnOctetStringConverter;case AsnPropTypes.PrintableString:return AsnPrintableStringConverter;case AsnPropTypes.TeletexString:return AsnTeletexStringConverter;case AsnPropTypes.
UTCTime:return AsnUTCTimeConverter;case AsnPropTypes.UniversalString:return AsnUniversalStringConverter;case AsnPropTypes.Utf8String:return AsnUtf8StringConverter;case AsnPropTypes.
VideotexString:return AsnVideotexStringConverter;case AsnPropTypes.VisibleString:return AsnVisibleStringConverter;default:return null}}function isConvertible(target){return typeof target=="function"&&target.prototype?target.prototype.toASN&&target.prototype.fromASN?!0:isConvertible(target.prototype):
!!(target&&typeof target=="object"&&"toASN"in target&&"fromASN"in target)}function isTypeOfArray(target){if(target){let proto=Object.getPrototypeOf(target);return proto?.
prototype?.constructor===Array?!0:isTypeOfArray(proto)}return!1}function isArrayEqual(bytes1,bytes2){if(!(bytes1&&bytes2)||bytes1.byteLength!==bytes2.byteLength)
return!1;let b1=new Uint8Array(bytes1),b2=new Uint8Array(bytes2);for(let i=0;i<bytes1.byteLength;i++)if(b1[i]!==b2[i])return!1;return!0}var AsnSchemaStorage=class{items=new WeakMap;has(target){return this.items.has(target)}get(target,checkSchema=!1){let schema=this.items.get(target);if(!schema)throw new Error(
`Cannot get schema for '${target.prototype.constructor.name}' target`);if(checkSchema&&!schema.schema)throw new Error(`Schema '${target.prototype.constructor.name}\
' doesn't contain ASN.1 schema. Call 'AsnSchemaStorage.cache'.`);return schema}cache(target){let schema=this.get(target);schema.schema||(schema.schema=this.create(
target,!0))}createDefault(target){let schema={type:AsnTypeTypes.Sequence,items:{}},parentSchema=this.findParentSchema(target);return parentSchema&&(Object.assign(
schema,parentSchema),schema.items=Object.assign({},schema.items,parentSchema.items)),schema}create(target,useNames){let schema=this.items.get(target)||this.createDefault(
target),asn1Value=[];for(let key in schema.items){let item=schema.items[key],name=useNames?key:"",asn1Item;if(typeof item.type=="number"){let Asn1TypeName=AsnPropTypes[item.
type],Asn1Type=index_es_exports[Asn1TypeName];if(!Asn1Type)throw new Error(`Cannot get ASN1 class by name '${Asn1TypeName}'`);asn1Item=new Asn1Type({name})}else
isConvertible(item.type)?asn1Item=new item.type().toSchema(name):item.optional?this.get(item.type).type===AsnTypeTypes.Choice?asn1Item=new Any({name}):(asn1Item=
this.create(item.type,!1),asn1Item.name=name):asn1Item=new Any({name});let optional=!!item.optional||item.defaultValue!==void 0;if(item.repeated){asn1Item.name=
"";let Container=item.repeated==="set"?Set2:Sequence;asn1Item=new Container({name:"",value:[new Repeated({name,value:asn1Item})]})}if(item.context!==null&&item.
context!==void 0)if(item.implicit)if(typeof item.type=="number"||isConvertible(item.type)){let Container=item.repeated?Constructed:Primitive;asn1Value.push(new Container(
{name,optional,idBlock:{tagClass:3,tagNumber:item.context}}))}else{this.cache(item.type);let isRepeated=!!item.repeated,value=isRepeated?asn1Item:this.get(item.
type,!0).schema;value="valueBlock"in value?value.valueBlock.value:value.value,asn1Value.push(new Constructed({name:isRepeated?"":name,optional,idBlock:{tagClass:3,
tagNumber:item.context},value}))}else asn1Value.push(new Constructed({optional,idBlock:{tagClass:3,tagNumber:item.context},value:[asn1Item]}));else asn1Item.optional=
optional,asn1Value.push(asn1Item)}switch(schema.type){case AsnTypeTypes.Sequence:return new Sequence({value:asn1Value,name:""});case AsnTypeTypes.Set:return new Set2(
{value:asn1Value,name:""});case AsnTypeTypes.Choice:return new Choice({value:asn1Value,name:""});default:throw new Error("Unsupported ASN1 type in use")}}set(target,schema){
return this.items.set(target,schema),this}findParentSchema(target){let parent=Object.getPrototypeOf(target);return parent?this.items.get(parent)||this.findParentSchema(
parent):null}};var schemaStorage=new AsnSchemaStorage;var AsnType=options=>target=>{let schema;schemaStorage.has(target)?schema=schemaStorage.get(target):(schema=schemaStorage.createDefault(target),schemaStorage.set(
target,schema)),Object.assign(schema,options)};var AsnProp=options=>(target,propertyKey)=>{let schema;schemaStorage.has(target.constructor)?schema=schemaStorage.get(target.constructor):(schema=schemaStorage.
createDefault(target.constructor),schemaStorage.set(target.constructor,schema));let copyOptions=Object.assign({},options);if(typeof copyOptions.type=="number"&&
!copyOptions.converter){let defaultConverter2=defaultConverter(options.type);if(!defaultConverter2)throw new Error(`Cannot get default converter for property '${propertyKey}\
' of ${target.constructor.name}`);copyOptions.converter=defaultConverter2}copyOptions.raw=options.raw,schema.items[propertyKey]=copyOptions};var AsnSchemaValidationError=class extends Error{schemas=[]};var AsnParser=class{static parse(data,target,options){let asn1Parsed=fromBER(toArrayBuffer(data),options?.berOptions);if(asn1Parsed.result.error)throw new Error(
asn1Parsed.result.error);return this.fromASN(asn1Parsed.result,target,options)}static fromASN(asn1Schema,target,options){try{if(isConvertible(target))return new target().
fromASN(asn1Schema);let schema=schemaStorage.get(target);schemaStorage.cache(target);let targetSchema=schema.schema,choiceResult=this.handleChoiceTypes(asn1Schema,
schema,target,targetSchema,options);if(choiceResult?.result)return choiceResult.result;choiceResult?.targetSchema&&(targetSchema=choiceResult.targetSchema);let sequenceResult=this.
handleSequenceTypes(asn1Schema,schema,target,targetSchema),res=new target;return isTypeOfArray(target)?this.handleArrayTypes(asn1Schema,schema,target,options):(this.
processSchemaItems(schema,sequenceResult,res,options),res)}catch(error){throw error instanceof AsnSchemaValidationError&&error.schemas.push(target.name),error}}static handleChoiceTypes(asn1Schema,schema,target,targetSchema,options){
if(asn1Schema.constructor===Constructed&&schema.type===AsnTypeTypes.Choice&&asn1Schema.idBlock.tagClass===3)for(let key in schema.items){let schemaItem=schema.items[key];
if(schemaItem.context===asn1Schema.idBlock.tagNumber&&schemaItem.implicit&&typeof schemaItem.type=="function"&&schemaStorage.has(schemaItem.type)){let fieldSchema=schemaStorage.
get(schemaItem.type);if(fieldSchema&&fieldSchema.type===AsnTypeTypes.Sequence){let newSeq=new Sequence;if("value"in asn1Schema.valueBlock&&Array.isArray(asn1Schema.
valueBlock.value)&&"value"in newSeq.valueBlock){newSeq.valueBlock.value=asn1Schema.valueBlock.value;let fieldValue=this.fromASN(newSeq,schemaItem.type,options),
res=new target;return res[key]=fieldValue,{result:res}}}}}else if(asn1Schema.constructor===Constructed&&schema.type!==AsnTypeTypes.Choice){let newTargetSchema=new Constructed(
{idBlock:{tagClass:3,tagNumber:asn1Schema.idBlock.tagNumber},value:schema.schema.valueBlock.value});for(let key in schema.items)delete asn1Schema[key];return{targetSchema:newTargetSchema}}
return null}static handleSequenceTypes(asn1Schema,schema,target,targetSchema){if(schema.type===AsnTypeTypes.Sequence){let asn1ComparedSchema=compareSchema({},asn1Schema,
targetSchema);if(!asn1ComparedSchema.verified)throw new AsnSchemaValidationError(`Data does not match to ${target.name} ASN1 schema.${asn1ComparedSchema.result.
error?` ${asn1ComparedSchema.result.error}`:""}`);return asn1ComparedSchema}else{let asn1ComparedSchema=compareSchema({},asn1Schema,targetSchema);if(!asn1ComparedSchema.
verified)throw new AsnSchemaValidationError(`Data does not match to ${target.name} ASN1 schema.${asn1ComparedSchema.result.error?` ${asn1ComparedSchema.result.error}`:
""}`);return asn1ComparedSchema}}static processRepeatedField(asn1Elements,asn1Index,schemaItem){let elementsToProcess=asn1Elements.slice(asn1Index);if(elementsToProcess.
length===1&&elementsToProcess[0].constructor.name==="Sequence"){let seq=elementsToProcess[0];seq.valueBlock&&seq.valueBlock.value&&Array.isArray(seq.valueBlock.
value)&&(elementsToProcess=seq.valueBlock.value)}if(typeof schemaItem.type=="number"){let converter=defaultConverter(schemaItem.type);if(!converter)throw new Error(
`No converter for ASN.1 type ${schemaItem.type}`);return elementsToProcess.filter(el=>el&&el.valueBlock).map(el=>{try{return converter.fromASN(el)}catch{return}}).
filter(v=>v!==void 0)}else return elementsToProcess.filter(el=>el&&el.valueBlock).map(el=>{try{return this.fromASN(el,schemaItem.type)}catch{return}}).filter(v=>v!==
void 0)}static processPrimitiveField(asn1Element,schemaItem){let converter=defaultConverter(schemaItem.type);if(!converter)throw new Error(`No converter for ASN\
.1 type ${schemaItem.type}`);return converter.fromASN(asn1Element)}static isOptionalChoiceField(schemaItem){return schemaItem.optional&&typeof schemaItem.type==
"function"&&schemaStorage.has(schemaItem.type)&&schemaStorage.get(schemaItem.type).type===AsnTypeTypes.Choice}static processOptionalChoiceField(asn1Element,schemaItem){
try{return{processed:!0,value:this.fromASN(asn1Element,schemaItem.type)}}catch(err){if(err instanceof AsnSchemaValidationError&&/Wrong values for Choice type/.test(
err.message))return{processed:!1};throw err}}static handleArrayTypes(asn1Schema,schema,target,options){if(!("value"in asn1Schema.valueBlock&&Array.isArray(asn1Schema.
valueBlock.value)))throw new Error("Cannot get items from the ASN.1 parsed value. ASN.1 object is not constructed.");let itemType=schema.itemType;if(typeof itemType==
"number"){let converter=defaultConverter(itemType);if(!converter)throw new Error(`Cannot get default converter for array item of ${target.name} ASN1 schema`);return target.
from(asn1Schema.valueBlock.value,element=>converter.fromASN(element))}else return target.from(asn1Schema.valueBlock.value,element=>this.fromASN(element,itemType,
options))}static processSchemaItems(schema,asn1ComparedSchema,res,options){for(let key in schema.items){let asn1SchemaValue=asn1ComparedSchema.result[key];if(!asn1SchemaValue)
continue;let schemaItem=schema.items[key],schemaItemType=schemaItem.type,parsedValue;typeof schemaItemType=="number"||isConvertible(schemaItemType)?parsedValue=
this.processPrimitiveSchemaItem(asn1SchemaValue,schemaItem,schemaItemType,options):parsedValue=this.processComplexSchemaItem(asn1SchemaValue,schemaItem,schemaItemType,
options),parsedValue&&typeof parsedValue=="object"&&"value"in parsedValue&&"raw"in parsedValue?(res[key]=parsedValue.value,res[`${key}Raw`]=parsedValue.raw):res[key]=
parsedValue}}static processPrimitiveSchemaItem(asn1SchemaValue,schemaItem,schemaItemType,options){let converter=schemaItem.converter??(isConvertible(schemaItemType)?
new schemaItemType:null);if(!converter)throw new Error("Converter is empty");return schemaItem.repeated?this.processRepeatedPrimitiveItem(asn1SchemaValue,schemaItem,
converter,options):this.processSinglePrimitiveItem(asn1SchemaValue,schemaItem,schemaItemType,converter,options)}static processRepeatedPrimitiveItem(asn1SchemaValue,schemaItem,converter,options){
if(schemaItem.implicit){let Container=schemaItem.repeated==="sequence"?Sequence:Set2,newItem=new Container;newItem.valueBlock=asn1SchemaValue.valueBlock;let newItemAsn=fromBER(
newItem.toBER(!1),options?.berOptions);if(newItemAsn.offset===-1)throw new Error(`Cannot parse the child item. ${newItemAsn.result.error}`);if(!("value"in newItemAsn.
result.valueBlock&&Array.isArray(newItemAsn.result.valueBlock.value)))throw new Error("Cannot get items from the ASN.1 parsed value. ASN.1 object is not constru\
cted.");let value=newItemAsn.result.valueBlock.value;return Array.from(value,element=>converter.fromASN(element))}else return Array.from(asn1SchemaValue,element=>converter.
fromASN(element))}static processSinglePrimitiveItem(asn1SchemaValue,schemaItem,schemaItemType,converter,options){let value=asn1SchemaValue;if(schemaItem.implicit){
let newItem;if(isConvertible(schemaItemType))newItem=new schemaItemType().toSchema("");else{let Asn1TypeName=AsnPropTypes[schemaItemType],Asn1Type=index_es_exports[Asn1TypeName];
if(!Asn1Type)throw new Error(`Cannot get '${Asn1TypeName}' class from asn1js module`);newItem=new Asn1Type}newItem.valueBlock=value.valueBlock,value=fromBER(newItem.
toBER(!1),options?.berOptions).result}return converter.fromASN(value)}static processComplexSchemaItem(asn1SchemaValue,schemaItem,schemaItemType,options){if(schemaItem.
repeated){if(!Array.isArray(asn1SchemaValue))throw new Error("Cannot get list of items from the ASN.1 parsed value. ASN.1 value should be iterable.");return Array.
from(asn1SchemaValue,element=>this.fromASN(element,schemaItemType,options))}else{let valueToProcess=this.handleImplicitTagging(asn1SchemaValue,schemaItem,schemaItemType);
if(this.isOptionalChoiceField(schemaItem))try{return this.fromASN(valueToProcess,schemaItemType,options)}catch(err){if(err instanceof AsnSchemaValidationError&&
/Wrong values for Choice type/.test(err.message))return;throw err}else{let parsedValue=this.fromASN(valueToProcess,schemaItemType,options);return schemaItem.raw?
{value:parsedValue,raw:asn1SchemaValue.valueBeforeDecodeView}:parsedValue}}}static handleImplicitTagging(asn1SchemaValue,schemaItem,schemaItemType){if(schemaItem.
implicit&&typeof schemaItem.context=="number"){let schema=schemaStorage.get(schemaItemType);if(schema.type===AsnTypeTypes.Sequence){let newSeq=new Sequence;if("\
value"in asn1SchemaValue.valueBlock&&Array.isArray(asn1SchemaValue.valueBlock.value)&&"value"in newSeq.valueBlock)return newSeq.valueBlock.value=asn1SchemaValue.
valueBlock.value,newSeq}else if(schema.type===AsnTypeTypes.Set){let newSet=new Set2;if("value"in asn1SchemaValue.valueBlock&&Array.isArray(asn1SchemaValue.valueBlock.
value)&&"value"in newSet.valueBlock)return newSet.valueBlock.value=asn1SchemaValue.valueBlock.value,newSet}}return asn1SchemaValue}};var AsnSerializer=class _AsnSerializer{static serialize(obj){return obj instanceof BaseBlock?obj.toBER(!1):this.toASN(obj).toBER(!1)}static toASN(obj){if(obj&&typeof obj==
"object"&&isConvertible(obj))return obj.toASN();if(!(obj&&typeof obj=="object"))throw new TypeError("Parameter 1 should be type of Object.");let target=obj.constructor,
schema=schemaStorage.get(target);schemaStorage.cache(target);let asn1Value=[];if(schema.itemType){if(!Array.isArray(obj))throw new TypeError("Parameter 1 should\
 be type of Array.");if(typeof schema.itemType=="number"){let converter=defaultConverter(schema.itemType);if(!converter)throw new Error(`Cannot get default conv\
erter for array item of ${target.name} ASN1 schema`);asn1Value=obj.map(o=>converter.toASN(o))}else asn1Value=obj.map(o=>this.toAsnItem({type:schema.itemType},"[\
]",target,o))}else for(let key in schema.items){let schemaItem=schema.items[key],objProp=obj[key];if(objProp===void 0||schemaItem.defaultValue===objProp||typeof schemaItem.
defaultValue=="object"&&typeof objProp=="object"&&isArrayEqual(this.serialize(schemaItem.defaultValue),this.serialize(objProp)))continue;let asn1Item=_AsnSerializer.
toAsnItem(schemaItem,key,target,objProp);if(typeof schemaItem.context=="number")if(schemaItem.implicit)if(!schemaItem.repeated&&(typeof schemaItem.type=="number"||
isConvertible(schemaItem.type))){let value={};value.valueHex=asn1Item instanceof Null?toArrayBuffer(asn1Item.valueBeforeDecodeView):asn1Item.valueBlock.toBER(),
asn1Value.push(new Primitive({optional:schemaItem.optional,idBlock:{tagClass:3,tagNumber:schemaItem.context},...value}))}else asn1Value.push(new Constructed({optional:schemaItem.
optional,idBlock:{tagClass:3,tagNumber:schemaItem.context},value:asn1Item.valueBlock.value}));else asn1Value.push(new Constructed({optional:schemaItem.optional,
idBlock:{tagClass:3,tagNumber:schemaItem.context},value:[asn1Item]}));else schemaItem.repeated?asn1Value=asn1Value.concat(asn1Item):asn1Value.push(asn1Item)}let asnSchema;
switch(schema.type){case AsnTypeTypes.Sequence:asnSchema=new Sequence({value:asn1Value});break;case AsnTypeTypes.Set:asnSchema=new Set2({value:asn1Value});break;case AsnTypeTypes.
Choice:if(!asn1Value[0])throw new Error(`Schema '${target.name}' has wrong data. Choice cannot be empty.`);asnSchema=asn1Value[0];break}return asnSchema}static toAsnItem(schemaItem,key,target,objProp){
let asn1Item;if(typeof schemaItem.type=="number"){let converter=schemaItem.converter;if(!converter)throw new Error(`Property '${key}' doesn't have converter for\
 type ${AsnPropTypes[schemaItem.type]} in schema '${target.name}'`);if(schemaItem.repeated){if(!Array.isArray(objProp))throw new TypeError("Parameter 'objProp' \
should be type of Array.");let items=Array.from(objProp,element=>converter.toASN(element)),Container=schemaItem.repeated==="sequence"?Sequence:Set2;asn1Item=new Container(
{value:items})}else asn1Item=converter.toASN(objProp)}else if(schemaItem.repeated){if(!Array.isArray(objProp))throw new TypeError("Parameter 'objProp' should be\
 type of Array.");let items=Array.from(objProp,element=>this.toASN(element)),Container=schemaItem.repeated==="sequence"?Sequence:Set2;asn1Item=new Container({value:items})}else
asn1Item=this.toASN(objProp);return asn1Item}};var AsnArray=class extends Array{constructor(items=[]){if(typeof items=="number")super(items);else{super();for(let item of items)this.push(item)}}};var AsnConvert=class _AsnConvert{static serialize(obj){return AsnSerializer.serialize(obj)}static parse(data,target,options){return AsnParser.parse(data,target,
options)}static toString(data,options){let buf=isBufferSource(data)?toArrayBuffer(data):_AsnConvert.serialize(data),asn=fromBER(buf,options?.berOptions);if(asn.
offset===-1)throw new Error(`Cannot decode ASN.1 data. ${asn.result.error}`);return asn.result.toString()}};function __decorate(decorators,target,key,desc){var c=arguments.length,r=c<3?target:desc===null?desc=Object.getOwnPropertyDescriptor(target,key):desc,d;if(typeof Reflect==
"object"&&typeof Reflect.decorate=="function")r=Reflect.decorate(decorators,target,key,desc);else for(var i=decorators.length-1;i>=0;i--)(d=decorators[i])&&(r=(c<
3?d(r):c>3?d(target,key,r):d(target,key))||r);return c>3&&r&&Object.defineProperty(target,key,r),r}function __classPrivateFieldGet(receiver,state,kind,f){if(kind==="a"&&!f)throw new TypeError("Private accessor was defined without a getter");if(typeof state=="\
function"?receiver!==state||!f:!state.has(receiver))throw new TypeError("Cannot read private member from an object whose class did not declare it");return kind===
"m"?f:kind==="a"?f.call(receiver):f?f.value:state.get(receiver)}function __classPrivateFieldSet(receiver,state,value,kind,f){if(kind==="m")throw new TypeError("\
Private method is not writable");if(kind==="a"&&!f)throw new TypeError("Private accessor was defined without a setter");if(typeof state=="function"?receiver!==state||
!f:!state.has(receiver))throw new TypeError("Cannot write private member to an object whose class did not declare it");return kind==="a"?f.call(receiver,value):
f?f.value=value:state.set(receiver,value),value}var IpConverter=class{static isIPv4(ip){return/^(\d{1,3}\.){3}\d{1,3}$/.test(ip)}static parseIPv4(ip){let parts=ip.split(".");if(parts.length!==4)throw new Error(
"Invalid IPv4 address");return parts.map(part=>{let num=parseInt(part,10);if(isNaN(num)||num<0||num>255)throw new Error("Invalid IPv4 address part");return num})}static parseIPv6(ip){
let parts=this.expandIPv6(ip).split(":");if(parts.length!==8)throw new Error("Invalid IPv6 address");return parts.reduce((bytes,part)=>{let num=parseInt(part,16);
if(isNaN(num)||num<0||num>65535)throw new Error("Invalid IPv6 address part");return bytes.push(num>>8&255),bytes.push(num&255),bytes},[])}static expandIPv6(ip){
if(!ip.includes("::"))return ip;let parts=ip.split("::");if(parts.length>2)throw new Error("Invalid IPv6 address");let left=parts[0]?parts[0].split(":"):[],right=parts[1]?
parts[1].split(":"):[],missing=8-(left.length+right.length);if(missing<0)throw new Error("Invalid IPv6 address");return[...left,...Array(missing).fill("0"),...right].
join(":")}static formatIPv6(bytes){let parts=[];for(let i=0;i<16;i+=2)parts.push((bytes[i]<<8|bytes[i+1]).toString(16));return this.compressIPv6(parts.join(":"))}static compressIPv6(ip){
let parts=ip.split(":"),longestZeroStart=-1,longestZeroLength=0,currentZeroStart=-1,currentZeroLength=0;for(let i=0;i<parts.length;i++)parts[i]==="0"?(currentZeroStart===
-1&&(currentZeroStart=i),currentZeroLength++):(currentZeroLength>longestZeroLength&&(longestZeroStart=currentZeroStart,longestZeroLength=currentZeroLength),currentZeroStart=
-1,currentZeroLength=0);if(currentZeroLength>longestZeroLength&&(longestZeroStart=currentZeroStart,longestZeroLength=currentZeroLength),longestZeroLength>1){let before=parts.
slice(0,longestZeroStart).join(":"),after=parts.slice(longestZeroStart+longestZeroLength).join(":");return`${before}::${after}`}return ip}static parseCIDR(text){
let[addr,prefixStr]=text.split("/"),prefix=parseInt(prefixStr,10);if(this.isIPv4(addr)){if(prefix<0||prefix>32)throw new Error("Invalid IPv4 prefix length");return[
this.parseIPv4(addr),prefix]}else{if(prefix<0||prefix>128)throw new Error("Invalid IPv6 prefix length");return[this.parseIPv6(addr),prefix]}}static decodeIP(value){
if(value.length===64&&parseInt(value,16)===0)return"::/0";if(value.length!==16)return value;let mask=parseInt(value.slice(8),16).toString(2).split("").reduce((a,k)=>a+
+k,0),ip=value.slice(0,8).replace(/(.{2})/g,match=>`${parseInt(match,16)}.`);return ip=ip.slice(0,-1),`${ip}/${mask}`}static toString(buf){let uint8=new Uint8Array(
buf);if(uint8.length===4)return Array.from(uint8).join(".");if(uint8.length===16)return this.formatIPv6(uint8);if(uint8.length===8||uint8.length===32){let half=uint8.
length/2,addrBytes=uint8.slice(0,half),maskBytes=uint8.slice(half);if(uint8.every(byte=>byte===0))return uint8.length===8?"0.0.0.0/0":"::/0";let prefixLen=maskBytes.
reduce((a,b)=>a+(b.toString(2).match(/1/g)||[]).length,0);return uint8.length===8?`${Array.from(addrBytes).join(".")}/${prefixLen}`:`${this.formatIPv6(addrBytes)}\
/${prefixLen}`}return this.decodeIP(hex_exports.encode(buf))}static fromString(text){if(text.includes("/")){let[addr,prefix]=this.parseCIDR(text),maskBytes=new Uint8Array(
addr.length),bitsLeft=prefix;for(let i=0;i<maskBytes.length;i++)bitsLeft>=8?(maskBytes[i]=255,bitsLeft-=8):bitsLeft>0&&(maskBytes[i]=255<<8-bitsLeft,bitsLeft=0);
let out=new Uint8Array(addr.length*2);return out.set(addr,0),out.set(maskBytes,addr.length),out.buffer}let bytes=this.isIPv4(text)?this.parseIPv4(text):this.parseIPv6(
text);return new Uint8Array(bytes).buffer}};var RelativeDistinguishedName_1,RDNSequence_1,Name_1,DirectoryString=class{teletexString;printableString;universalString;utf8String;bmpString;constructor(params={}){
Object.assign(this,params)}toString(){return this.bmpString||this.printableString||this.teletexString||this.universalString||this.utf8String||""}};__decorate([AsnProp(
{type:AsnPropTypes.TeletexString})],DirectoryString.prototype,"teletexString",void 0);__decorate([AsnProp({type:AsnPropTypes.PrintableString})],DirectoryString.
prototype,"printableString",void 0);__decorate([AsnProp({type:AsnPropTypes.UniversalString})],DirectoryString.prototype,"universalString",void 0);__decorate([AsnProp(
{type:AsnPropTypes.Utf8String})],DirectoryString.prototype,"utf8String",void 0);__decorate([AsnProp({type:AsnPropTypes.BmpString})],DirectoryString.prototype,"b\
mpString",void 0);DirectoryString=__decorate([AsnType({type:AsnTypeTypes.Choice})],DirectoryString);var AttributeValue=class extends DirectoryString{ia5String;anyValue;constructor(params={}){super(params),Object.assign(this,params)}toString(){return this.ia5String||
(this.anyValue?hex_exports.encode(this.anyValue):super.toString())}};__decorate([AsnProp({type:AsnPropTypes.IA5String})],AttributeValue.prototype,"ia5String",void 0);
__decorate([AsnProp({type:AsnPropTypes.Any})],AttributeValue.prototype,"anyValue",void 0);AttributeValue=__decorate([AsnType({type:AsnTypeTypes.Choice})],AttributeValue);var AttributeTypeAndValue=class{type="";value=new AttributeValue;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
AttributeTypeAndValue.prototype,"type",void 0);__decorate([AsnProp({type:AttributeValue})],AttributeTypeAndValue.prototype,"value",void 0);var RelativeDistinguishedName=RelativeDistinguishedName_1=
class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,RelativeDistinguishedName_1.prototype)}};RelativeDistinguishedName=RelativeDistinguishedName_1=
__decorate([AsnType({type:AsnTypeTypes.Set,itemType:AttributeTypeAndValue})],RelativeDistinguishedName);var RDNSequence=RDNSequence_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,RDNSequence_1.prototype)}};RDNSequence=RDNSequence_1=
__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:RelativeDistinguishedName})],RDNSequence);var Name=Name_1=class extends RDNSequence{constructor(items){super(items),Object.setPrototypeOf(this,Name_1.prototype)}};Name=Name_1=__decorate([AsnType({type:AsnTypeTypes.
Sequence})],Name);var AsnIpConverter={fromASN:value=>IpConverter.toString(AsnOctetStringConverter.fromASN(value)),toASN:value=>AsnOctetStringConverter.toASN(IpConverter.fromString(
value))},OtherName=class{typeId="";value=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
OtherName.prototype,"typeId",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,context:0})],OtherName.prototype,"value",void 0);var EDIPartyName=class{nameAssigner;partyName=new DirectoryString;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:DirectoryString,optional:!0,context:0,implicit:!0})],EDIPartyName.prototype,"nameAssigner",void 0);__decorate(
[AsnProp({type:DirectoryString,context:1,implicit:!0})],EDIPartyName.prototype,"partyName",void 0);var GeneralName=class{otherName;rfc822Name;dNSName;x400Address;directoryName;ediPartyName;uniformResourceIdentifier;iPAddress;registeredID;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:OtherName,context:0,implicit:!0})],GeneralName.prototype,"otherName",void 0);__decorate([AsnProp({type:AsnPropTypes.
IA5String,context:1,implicit:!0})],GeneralName.prototype,"rfc822Name",void 0);__decorate([AsnProp({type:AsnPropTypes.IA5String,context:2,implicit:!0})],GeneralName.
prototype,"dNSName",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,context:3,implicit:!0})],GeneralName.prototype,"x400Address",void 0);__decorate([AsnProp(
{type:Name,context:4,implicit:!1})],GeneralName.prototype,"directoryName",void 0);__decorate([AsnProp({type:EDIPartyName,context:5})],GeneralName.prototype,"edi\
PartyName",void 0);__decorate([AsnProp({type:AsnPropTypes.IA5String,context:6,implicit:!0})],GeneralName.prototype,"uniformResourceIdentifier",void 0);__decorate(
[AsnProp({type:AsnPropTypes.OctetString,context:7,implicit:!0,converter:AsnIpConverter})],GeneralName.prototype,"iPAddress",void 0);__decorate([AsnProp({type:AsnPropTypes.
ObjectIdentifier,context:8,implicit:!0})],GeneralName.prototype,"registeredID",void 0);GeneralName=__decorate([AsnType({type:AsnTypeTypes.Choice})],GeneralName);var id_pkix="1.3.6.1.5.5.7",id_pe=`${id_pkix}.1`,id_qt=`${id_pkix}.2`,id_kp=`${id_pkix}.3`,id_ad=`${id_pkix}.48`,id_qt_csp=`${id_qt}.1`,id_qt_unotice=`${id_qt}.\
2`,id_ad_ocsp=`${id_ad}.1`,id_ad_caIssuers=`${id_ad}.2`,id_ad_timeStamping=`${id_ad}.3`,id_ad_caRepository=`${id_ad}.5`,id_ce="2.5.29";var AuthorityInfoAccessSyntax_1,id_pe_authorityInfoAccess=`${id_pe}.1`,AccessDescription=class{accessMethod="";accessLocation=new GeneralName;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],AccessDescription.prototype,"accessMethod",void 0);__decorate([AsnProp({
type:GeneralName})],AccessDescription.prototype,"accessLocation",void 0);var AuthorityInfoAccessSyntax=AuthorityInfoAccessSyntax_1=class extends AsnArray{constructor(items){
super(items),Object.setPrototypeOf(this,AuthorityInfoAccessSyntax_1.prototype)}};AuthorityInfoAccessSyntax=AuthorityInfoAccessSyntax_1=__decorate([AsnType({type:AsnTypeTypes.
Sequence,itemType:AccessDescription})],AuthorityInfoAccessSyntax);var id_ce_authorityKeyIdentifier=`${id_ce}.35`,KeyIdentifier=class extends OctetString2{},AuthorityKeyIdentifier=class{keyIdentifier;authorityCertIssuer;authorityCertSerialNumber;constructor(params={}){
params&&Object.assign(this,params)}};__decorate([AsnProp({type:KeyIdentifier,context:0,optional:!0,implicit:!0})],AuthorityKeyIdentifier.prototype,"keyIdentifie\
r",void 0);__decorate([AsnProp({type:GeneralName,context:1,optional:!0,implicit:!0,repeated:"sequence"})],AuthorityKeyIdentifier.prototype,"authorityCertIssuer",
void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,context:2,optional:!0,implicit:!0,converter:AsnIntegerArrayBufferConverter})],AuthorityKeyIdentifier.prototype,
"authorityCertSerialNumber",void 0);var id_ce_basicConstraints=`${id_ce}.19`,BasicConstraints=class{cA=!1;pathLenConstraint;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp(
{type:AsnPropTypes.Boolean,defaultValue:!1})],BasicConstraints.prototype,"cA",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,optional:!0})],BasicConstraints.
prototype,"pathLenConstraint",void 0);var GeneralNames_1,GeneralNames=GeneralNames_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,GeneralNames_1.prototype)}};GeneralNames=
GeneralNames_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:GeneralName})],GeneralNames);var CertificateIssuer_1,id_ce_certificateIssuer=`${id_ce}.29`,CertificateIssuer=CertificateIssuer_1=class extends GeneralNames{constructor(items){super(items),Object.
setPrototypeOf(this,CertificateIssuer_1.prototype)}};CertificateIssuer=CertificateIssuer_1=__decorate([AsnType({type:AsnTypeTypes.Sequence})],CertificateIssuer);var CertificatePolicies_1,id_ce_certificatePolicies=`${id_ce}.32`,id_ce_certificatePolicies_anyPolicy=`${id_ce_certificatePolicies}.0`,DisplayText=class{ia5String;visibleString;bmpString;utf8String;constructor(params={}){
Object.assign(this,params)}toString(){return this.ia5String||this.visibleString||this.bmpString||this.utf8String||""}};__decorate([AsnProp({type:AsnPropTypes.IA5String})],
DisplayText.prototype,"ia5String",void 0);__decorate([AsnProp({type:AsnPropTypes.VisibleString})],DisplayText.prototype,"visibleString",void 0);__decorate([AsnProp(
{type:AsnPropTypes.BmpString})],DisplayText.prototype,"bmpString",void 0);__decorate([AsnProp({type:AsnPropTypes.Utf8String})],DisplayText.prototype,"utf8String",
void 0);DisplayText=__decorate([AsnType({type:AsnTypeTypes.Choice})],DisplayText);var NoticeReference=class{organization=new DisplayText;noticeNumbers=[];constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:DisplayText})],
NoticeReference.prototype,"organization",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,repeated:"sequence"})],NoticeReference.prototype,"noticeNumbers",
void 0);var UserNotice=class{noticeRef;explicitText;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:NoticeReference,optional:!0})],
UserNotice.prototype,"noticeRef",void 0);__decorate([AsnProp({type:DisplayText,optional:!0})],UserNotice.prototype,"explicitText",void 0);var Qualifier=class{cPSuri;userNotice;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.IA5String})],Qualifier.prototype,"cPSuri",void 0);__decorate([AsnProp({type:UserNotice})],Qualifier.
prototype,"userNotice",void 0);Qualifier=__decorate([AsnType({type:AsnTypeTypes.Choice})],Qualifier);var PolicyQualifierInfo=class{policyQualifierId="";qualifier=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.
ObjectIdentifier})],PolicyQualifierInfo.prototype,"policyQualifierId",void 0);__decorate([AsnProp({type:AsnPropTypes.Any})],PolicyQualifierInfo.prototype,"quali\
fier",void 0);var PolicyInformation=class{policyIdentifier="";policyQualifiers;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.
ObjectIdentifier})],PolicyInformation.prototype,"policyIdentifier",void 0);__decorate([AsnProp({type:PolicyQualifierInfo,repeated:"sequence",optional:!0})],PolicyInformation.
prototype,"policyQualifiers",void 0);var CertificatePolicies=CertificatePolicies_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(
this,CertificatePolicies_1.prototype)}};CertificatePolicies=CertificatePolicies_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:PolicyInformation})],
CertificatePolicies);var id_ce_cRLNumber=`${id_ce}.20`,CRLNumber=class{value;constructor(value=0){this.value=value}};__decorate([AsnProp({type:AsnPropTypes.Integer})],CRLNumber.prototype,
"value",void 0);CRLNumber=__decorate([AsnType({type:AsnTypeTypes.Choice})],CRLNumber);var id_ce_deltaCRLIndicator=`${id_ce}.27`,BaseCRLNumber=class extends CRLNumber{};BaseCRLNumber=__decorate([AsnType({type:AsnTypeTypes.Choice})],BaseCRLNumber);var CRLDistributionPoints_1,id_ce_cRLDistributionPoints=`${id_ce}.31`,ReasonFlags;(function(ReasonFlags2){ReasonFlags2[ReasonFlags2.unused=1]="unused",ReasonFlags2[ReasonFlags2.
keyCompromise=2]="keyCompromise",ReasonFlags2[ReasonFlags2.cACompromise=4]="cACompromise",ReasonFlags2[ReasonFlags2.affiliationChanged=8]="affiliationChanged",ReasonFlags2[ReasonFlags2.
superseded=16]="superseded",ReasonFlags2[ReasonFlags2.cessationOfOperation=32]="cessationOfOperation",ReasonFlags2[ReasonFlags2.certificateHold=64]="certificate\
Hold",ReasonFlags2[ReasonFlags2.privilegeWithdrawn=128]="privilegeWithdrawn",ReasonFlags2[ReasonFlags2.aACompromise=256]="aACompromise"})(ReasonFlags||(ReasonFlags=
{}));var Reason=class extends BitString2{toJSON(){let res=[],flags=this.toNumber();return flags&ReasonFlags.aACompromise&&res.push("aACompromise"),flags&ReasonFlags.
affiliationChanged&&res.push("affiliationChanged"),flags&ReasonFlags.cACompromise&&res.push("cACompromise"),flags&ReasonFlags.certificateHold&&res.push("certifi\
cateHold"),flags&ReasonFlags.cessationOfOperation&&res.push("cessationOfOperation"),flags&ReasonFlags.keyCompromise&&res.push("keyCompromise"),flags&ReasonFlags.
privilegeWithdrawn&&res.push("privilegeWithdrawn"),flags&ReasonFlags.superseded&&res.push("superseded"),flags&ReasonFlags.unused&&res.push("unused"),res}toString(){
return`[${this.toJSON().join(", ")}]`}},DistributionPointName=class{fullName;nameRelativeToCRLIssuer;constructor(params={}){Object.assign(this,params)}};__decorate(
[AsnProp({type:GeneralName,context:0,repeated:"sequence",implicit:!0})],DistributionPointName.prototype,"fullName",void 0);__decorate([AsnProp({type:RelativeDistinguishedName,
context:1,implicit:!0})],DistributionPointName.prototype,"nameRelativeToCRLIssuer",void 0);DistributionPointName=__decorate([AsnType({type:AsnTypeTypes.Choice})],
DistributionPointName);var DistributionPoint=class{distributionPoint;reasons;cRLIssuer;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:DistributionPointName,
context:0,optional:!0})],DistributionPoint.prototype,"distributionPoint",void 0);__decorate([AsnProp({type:Reason,context:1,optional:!0,implicit:!0})],DistributionPoint.
prototype,"reasons",void 0);__decorate([AsnProp({type:GeneralName,context:2,optional:!0,repeated:"sequence",implicit:!0})],DistributionPoint.prototype,"cRLIssue\
r",void 0);var CRLDistributionPoints=CRLDistributionPoints_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,CRLDistributionPoints_1.
prototype)}};CRLDistributionPoints=CRLDistributionPoints_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:DistributionPoint})],CRLDistributionPoints);var FreshestCRL_1,id_ce_freshestCRL=`${id_ce}.46`,FreshestCRL=FreshestCRL_1=class extends CRLDistributionPoints{constructor(items){super(items),Object.setPrototypeOf(
this,FreshestCRL_1.prototype)}};FreshestCRL=FreshestCRL_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:DistributionPoint})],FreshestCRL);var id_ce_issuingDistributionPoint=`${id_ce}.28`,IssuingDistributionPoint=class _IssuingDistributionPoint{static ONLY=!1;distributionPoint;onlyContainsUserCerts=_IssuingDistributionPoint.
ONLY;onlyContainsCACerts=_IssuingDistributionPoint.ONLY;onlySomeReasons;indirectCRL=_IssuingDistributionPoint.ONLY;onlyContainsAttributeCerts=_IssuingDistributionPoint.
ONLY;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:DistributionPointName,context:0,optional:!0})],IssuingDistributionPoint.prototype,
"distributionPoint",void 0);__decorate([AsnProp({type:AsnPropTypes.Boolean,context:1,defaultValue:IssuingDistributionPoint.ONLY,implicit:!0})],IssuingDistributionPoint.
prototype,"onlyContainsUserCerts",void 0);__decorate([AsnProp({type:AsnPropTypes.Boolean,context:2,defaultValue:IssuingDistributionPoint.ONLY,implicit:!0})],IssuingDistributionPoint.
prototype,"onlyContainsCACerts",void 0);__decorate([AsnProp({type:Reason,context:3,optional:!0,implicit:!0})],IssuingDistributionPoint.prototype,"onlySomeReason\
s",void 0);__decorate([AsnProp({type:AsnPropTypes.Boolean,context:4,defaultValue:IssuingDistributionPoint.ONLY,implicit:!0})],IssuingDistributionPoint.prototype,
"indirectCRL",void 0);__decorate([AsnProp({type:AsnPropTypes.Boolean,context:5,defaultValue:IssuingDistributionPoint.ONLY,implicit:!0})],IssuingDistributionPoint.
prototype,"onlyContainsAttributeCerts",void 0);var id_ce_cRLReasons=`${id_ce}.21`,CRLReasons;(function(CRLReasons2){CRLReasons2[CRLReasons2.unspecified=0]="unspecified",CRLReasons2[CRLReasons2.keyCompromise=
1]="keyCompromise",CRLReasons2[CRLReasons2.cACompromise=2]="cACompromise",CRLReasons2[CRLReasons2.affiliationChanged=3]="affiliationChanged",CRLReasons2[CRLReasons2.
superseded=4]="superseded",CRLReasons2[CRLReasons2.cessationOfOperation=5]="cessationOfOperation",CRLReasons2[CRLReasons2.certificateHold=6]="certificateHold",CRLReasons2[CRLReasons2.
removeFromCRL=8]="removeFromCRL",CRLReasons2[CRLReasons2.privilegeWithdrawn=9]="privilegeWithdrawn",CRLReasons2[CRLReasons2.aACompromise=10]="aACompromise"})(CRLReasons||
(CRLReasons={}));var CRLReason=class{reason=CRLReasons.unspecified;constructor(reason=CRLReasons.unspecified){this.reason=reason}toJSON(){return CRLReasons[this.
reason]}toString(){return this.toJSON()}};__decorate([AsnProp({type:AsnPropTypes.Enumerated})],CRLReason.prototype,"reason",void 0);CRLReason=__decorate([AsnType(
{type:AsnTypeTypes.Choice})],CRLReason);var ExtendedKeyUsage_1,id_ce_extKeyUsage=`${id_ce}.37`,ExtendedKeyUsage=ExtendedKeyUsage_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(
this,ExtendedKeyUsage_1.prototype)}};ExtendedKeyUsage=ExtendedKeyUsage_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:AsnPropTypes.ObjectIdentifier})],
ExtendedKeyUsage);var anyExtendedKeyUsage=`${id_ce_extKeyUsage}.0`,id_kp_serverAuth=`${id_kp}.1`,id_kp_clientAuth=`${id_kp}.2`,id_kp_codeSigning=`${id_kp}.3`,id_kp_emailProtection=`${id_kp}\
.4`,id_kp_timeStamping=`${id_kp}.8`,id_kp_OCSPSigning=`${id_kp}.9`;var id_ce_inhibitAnyPolicy=`${id_ce}.54`,InhibitAnyPolicy=class{value;constructor(value=new ArrayBuffer(0)){this.value=value}};__decorate([AsnProp({type:AsnPropTypes.
Integer,converter:AsnIntegerArrayBufferConverter})],InhibitAnyPolicy.prototype,"value",void 0);InhibitAnyPolicy=__decorate([AsnType({type:AsnTypeTypes.Choice})],
InhibitAnyPolicy);var id_ce_invalidityDate=`${id_ce}.24`,InvalidityDate=class{value=new Date;constructor(value){value&&(this.value=value)}};__decorate([AsnProp({type:AsnPropTypes.
GeneralizedTime})],InvalidityDate.prototype,"value",void 0);InvalidityDate=__decorate([AsnType({type:AsnTypeTypes.Choice})],InvalidityDate);var IssueAlternativeName_1,id_ce_issuerAltName=`${id_ce}.18`,IssueAlternativeName=IssueAlternativeName_1=class extends GeneralNames{constructor(items){super(items),
Object.setPrototypeOf(this,IssueAlternativeName_1.prototype)}};IssueAlternativeName=IssueAlternativeName_1=__decorate([AsnType({type:AsnTypeTypes.Sequence})],IssueAlternativeName);var id_ce_keyUsage=`${id_ce}.15`,KeyUsageFlags;(function(KeyUsageFlags3){KeyUsageFlags3[KeyUsageFlags3.digitalSignature=1]="digitalSignature",KeyUsageFlags3[KeyUsageFlags3.
nonRepudiation=2]="nonRepudiation",KeyUsageFlags3[KeyUsageFlags3.keyEncipherment=4]="keyEncipherment",KeyUsageFlags3[KeyUsageFlags3.dataEncipherment=8]="dataEnc\
ipherment",KeyUsageFlags3[KeyUsageFlags3.keyAgreement=16]="keyAgreement",KeyUsageFlags3[KeyUsageFlags3.keyCertSign=32]="keyCertSign",KeyUsageFlags3[KeyUsageFlags3.
cRLSign=64]="cRLSign",KeyUsageFlags3[KeyUsageFlags3.encipherOnly=128]="encipherOnly",KeyUsageFlags3[KeyUsageFlags3.decipherOnly=256]="decipherOnly"})(KeyUsageFlags||
(KeyUsageFlags={}));var KeyUsage=class extends BitString2{toJSON(){let flag=this.toNumber(),res=[];return flag&KeyUsageFlags.cRLSign&&res.push("crlSign"),flag&KeyUsageFlags.
dataEncipherment&&res.push("dataEncipherment"),flag&KeyUsageFlags.decipherOnly&&res.push("decipherOnly"),flag&KeyUsageFlags.digitalSignature&&res.push("digitalS\
ignature"),flag&KeyUsageFlags.encipherOnly&&res.push("encipherOnly"),flag&KeyUsageFlags.keyAgreement&&res.push("keyAgreement"),flag&KeyUsageFlags.keyCertSign&&res.
push("keyCertSign"),flag&KeyUsageFlags.keyEncipherment&&res.push("keyEncipherment"),flag&KeyUsageFlags.nonRepudiation&&res.push("nonRepudiation"),res}toString(){
return`[${this.toJSON().join(", ")}]`}};var GeneralSubtrees_1,id_ce_nameConstraints=`${id_ce}.30`,GeneralSubtree=class{base=new GeneralName;minimum=0;maximum;constructor(params={}){Object.assign(this,
params)}};__decorate([AsnProp({type:GeneralName})],GeneralSubtree.prototype,"base",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,context:0,defaultValue:0,
implicit:!0})],GeneralSubtree.prototype,"minimum",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,context:1,optional:!0,implicit:!0})],GeneralSubtree.prototype,
"maximum",void 0);var GeneralSubtrees=GeneralSubtrees_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,GeneralSubtrees_1.prototype)}};
GeneralSubtrees=GeneralSubtrees_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:GeneralSubtree})],GeneralSubtrees);var NameConstraints=class{permittedSubtrees;excludedSubtrees;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:GeneralSubtrees,context:0,
optional:!0,implicit:!0})],NameConstraints.prototype,"permittedSubtrees",void 0);__decorate([AsnProp({type:GeneralSubtrees,context:1,optional:!0,implicit:!0})],
NameConstraints.prototype,"excludedSubtrees",void 0);var id_ce_policyConstraints=`${id_ce}.36`,PolicyConstraints=class{requireExplicitPolicy;inhibitPolicyMapping;constructor(params={}){Object.assign(this,params)}};
__decorate([AsnProp({type:AsnPropTypes.Integer,context:0,implicit:!0,optional:!0,converter:AsnIntegerArrayBufferConverter})],PolicyConstraints.prototype,"requir\
eExplicitPolicy",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,context:1,implicit:!0,optional:!0,converter:AsnIntegerArrayBufferConverter})],PolicyConstraints.
prototype,"inhibitPolicyMapping",void 0);var PolicyMappings_1,id_ce_policyMappings=`${id_ce}.33`,PolicyMapping=class{issuerDomainPolicy="";subjectDomainPolicy="";constructor(params={}){Object.assign(this,
params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],PolicyMapping.prototype,"issuerDomainPolicy",void 0);__decorate([AsnProp({type:AsnPropTypes.
ObjectIdentifier})],PolicyMapping.prototype,"subjectDomainPolicy",void 0);var PolicyMappings=PolicyMappings_1=class extends AsnArray{constructor(items){super(items),
Object.setPrototypeOf(this,PolicyMappings_1.prototype)}};PolicyMappings=PolicyMappings_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:PolicyMapping})],
PolicyMappings);var SubjectAlternativeName_1,id_ce_subjectAltName=`${id_ce}.17`,SubjectAlternativeName=SubjectAlternativeName_1=class extends GeneralNames{constructor(items){super(
items),Object.setPrototypeOf(this,SubjectAlternativeName_1.prototype)}};SubjectAlternativeName=SubjectAlternativeName_1=__decorate([AsnType({type:AsnTypeTypes.Sequence})],
SubjectAlternativeName);var Attribute=class{type="";values=[];constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],Attribute.prototype,
"type",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,repeated:"set"})],Attribute.prototype,"values",void 0);var SubjectDirectoryAttributes_1,id_ce_subjectDirectoryAttributes=`${id_ce}.9`,SubjectDirectoryAttributes=SubjectDirectoryAttributes_1=class extends AsnArray{constructor(items){
super(items),Object.setPrototypeOf(this,SubjectDirectoryAttributes_1.prototype)}};SubjectDirectoryAttributes=SubjectDirectoryAttributes_1=__decorate([AsnType({type:AsnTypeTypes.
Sequence,itemType:Attribute})],SubjectDirectoryAttributes);var id_ce_subjectKeyIdentifier=`${id_ce}.14`,SubjectKeyIdentifier=class extends KeyIdentifier{};var id_ce_privateKeyUsagePeriod=`${id_ce}.16`,PrivateKeyUsagePeriod=class{notBefore;notAfter;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp(
{type:AsnPropTypes.GeneralizedTime,context:0,implicit:!0,optional:!0})],PrivateKeyUsagePeriod.prototype,"notBefore",void 0);__decorate([AsnProp({type:AsnPropTypes.
GeneralizedTime,context:1,implicit:!0,optional:!0})],PrivateKeyUsagePeriod.prototype,"notAfter",void 0);var EntrustInfoFlags;(function(EntrustInfoFlags2){EntrustInfoFlags2[EntrustInfoFlags2.keyUpdateAllowed=1]="keyUpdateAllowed",EntrustInfoFlags2[EntrustInfoFlags2.
newExtensions=2]="newExtensions",EntrustInfoFlags2[EntrustInfoFlags2.pKIXCertificate=4]="pKIXCertificate"})(EntrustInfoFlags||(EntrustInfoFlags={}));var EntrustInfo=class extends BitString2{toJSON(){
let res=[],flags=this.toNumber();return flags&EntrustInfoFlags.pKIXCertificate&&res.push("pKIXCertificate"),flags&EntrustInfoFlags.newExtensions&&res.push("newE\
xtensions"),flags&EntrustInfoFlags.keyUpdateAllowed&&res.push("keyUpdateAllowed"),res}toString(){return`[${this.toJSON().join(", ")}]`}},EntrustVersionInfo=class{entrustVers="";entrustInfoFlags=new EntrustInfo;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.GeneralString})],EntrustVersionInfo.prototype,"entrustVers",void 0);__decorate([AsnProp({type:EntrustInfo})],
EntrustVersionInfo.prototype,"entrustInfoFlags",void 0);var SubjectInfoAccessSyntax_1,id_pe_subjectInfoAccess=`${id_pe}.11`,SubjectInfoAccessSyntax=SubjectInfoAccessSyntax_1=class extends AsnArray{constructor(items){
super(items),Object.setPrototypeOf(this,SubjectInfoAccessSyntax_1.prototype)}};SubjectInfoAccessSyntax=SubjectInfoAccessSyntax_1=__decorate([AsnType({type:AsnTypeTypes.
Sequence,itemType:AccessDescription})],SubjectInfoAccessSyntax);var AlgorithmIdentifier=class _AlgorithmIdentifier{algorithm="";parameters;constructor(params={}){Object.assign(this,params)}isEqual(data){return data instanceof
_AlgorithmIdentifier&&data.algorithm==this.algorithm&&(data.parameters&&this.parameters&&equal(data.parameters,this.parameters)||data.parameters===this.parameters)}};
__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],AlgorithmIdentifier.prototype,"algorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,optional:!0})],
AlgorithmIdentifier.prototype,"parameters",void 0);var SubjectPublicKeyInfo=class{algorithm=new AlgorithmIdentifier;subjectPublicKey=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate(
[AsnProp({type:AlgorithmIdentifier})],SubjectPublicKeyInfo.prototype,"algorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString})],SubjectPublicKeyInfo.
prototype,"subjectPublicKey",void 0);var Time=class{utcTime;generalTime;constructor(time){if(time)if(typeof time=="string"||typeof time=="number"||time instanceof Date){let date=new Date(time);date.
setUTCMilliseconds(0),date.getUTCFullYear()>2049?this.generalTime=date:this.utcTime=date}else Object.assign(this,time)}getTime(){let time=this.utcTime||this.generalTime;
if(!time)throw new Error("Cannot get time from CHOICE object");return time}};__decorate([AsnProp({type:AsnPropTypes.UTCTime})],Time.prototype,"utcTime",void 0);
__decorate([AsnProp({type:AsnPropTypes.GeneralizedTime})],Time.prototype,"generalTime",void 0);Time=__decorate([AsnType({type:AsnTypeTypes.Choice})],Time);var Validity=class{notBefore=new Time(new Date);notAfter=new Time(new Date);constructor(params){params&&(this.notBefore=new Time(params.notBefore),this.notAfter=
new Time(params.notAfter))}};__decorate([AsnProp({type:Time})],Validity.prototype,"notBefore",void 0);__decorate([AsnProp({type:Time})],Validity.prototype,"notA\
fter",void 0);var Extensions_1,Extension=class _Extension{static CRITICAL=!1;extnID="";critical=_Extension.CRITICAL;extnValue=new OctetString2;constructor(params={}){Object.assign(
this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],Extension.prototype,"extnID",void 0);__decorate([AsnProp({type:AsnPropTypes.Boolean,defaultValue:Extension.
CRITICAL})],Extension.prototype,"critical",void 0);__decorate([AsnProp({type:OctetString2})],Extension.prototype,"extnValue",void 0);var Extensions=Extensions_1=
class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,Extensions_1.prototype)}};Extensions=Extensions_1=__decorate([AsnType({type:AsnTypeTypes.
Sequence,itemType:Extension})],Extensions);var Version;(function(Version4){Version4[Version4.v1=0]="v1",Version4[Version4.v2=1]="v2",Version4[Version4.v3=2]="v3"})(Version||(Version={}));var TBSCertificate=class{version=Version.v1;serialNumber=new ArrayBuffer(0);signature=new AlgorithmIdentifier;issuer=new Name;validity=new Validity;subject=new Name;subjectPublicKeyInfo=new SubjectPublicKeyInfo;issuerUniqueID;subjectUniqueID;extensions;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer,context:0,defaultValue:Version.v1})],TBSCertificate.prototype,"version",void 0);__decorate(
[AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],TBSCertificate.prototype,"serialNumber",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],
TBSCertificate.prototype,"signature",void 0);__decorate([AsnProp({type:Name})],TBSCertificate.prototype,"issuer",void 0);__decorate([AsnProp({type:Validity})],TBSCertificate.
prototype,"validity",void 0);__decorate([AsnProp({type:Name})],TBSCertificate.prototype,"subject",void 0);__decorate([AsnProp({type:SubjectPublicKeyInfo})],TBSCertificate.
prototype,"subjectPublicKeyInfo",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString,context:1,implicit:!0,optional:!0})],TBSCertificate.prototype,"issuerU\
niqueID",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString,context:2,implicit:!0,optional:!0})],TBSCertificate.prototype,"subjectUniqueID",void 0);__decorate(
[AsnProp({type:Extensions,context:3,optional:!0})],TBSCertificate.prototype,"extensions",void 0);var Certificate=class{tbsCertificate=new TBSCertificate;tbsCertificateRaw;signatureAlgorithm=new AlgorithmIdentifier;signatureValue=new ArrayBuffer(0);constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:TBSCertificate,raw:!0})],Certificate.prototype,"tbsCertificate",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],
Certificate.prototype,"signatureAlgorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString})],Certificate.prototype,"signatureValue",void 0);var RevokedCertificate=class{userCertificate=new ArrayBuffer(0);revocationDate=new Time;crlEntryExtensions;constructor(params={}){Object.assign(this,params)}};__decorate(
[AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],RevokedCertificate.prototype,"userCertificate",void 0);__decorate([AsnProp({type:Time})],
RevokedCertificate.prototype,"revocationDate",void 0);__decorate([AsnProp({type:Extension,optional:!0,repeated:"sequence"})],RevokedCertificate.prototype,"crlEn\
tryExtensions",void 0);var TBSCertList=class{version;signature=new AlgorithmIdentifier;issuer=new Name;thisUpdate=new Time;nextUpdate;revokedCertificates;crlExtensions;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer,optional:!0})],TBSCertList.prototype,"version",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],
TBSCertList.prototype,"signature",void 0);__decorate([AsnProp({type:Name})],TBSCertList.prototype,"issuer",void 0);__decorate([AsnProp({type:Time})],TBSCertList.
prototype,"thisUpdate",void 0);__decorate([AsnProp({type:Time,optional:!0})],TBSCertList.prototype,"nextUpdate",void 0);__decorate([AsnProp({type:RevokedCertificate,
repeated:"sequence",optional:!0})],TBSCertList.prototype,"revokedCertificates",void 0);__decorate([AsnProp({type:Extension,optional:!0,context:0,repeated:"seque\
nce"})],TBSCertList.prototype,"crlExtensions",void 0);var CertificateList=class{tbsCertList=new TBSCertList;tbsCertListRaw;signatureAlgorithm=new AlgorithmIdentifier;signature=new ArrayBuffer(0);constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:TBSCertList,raw:!0})],CertificateList.prototype,"tbsCertList",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],
CertificateList.prototype,"signatureAlgorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString})],CertificateList.prototype,"signature",void 0);var IssuerAndSerialNumber=class{issuer=new Name;serialNumber=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:Name})],
IssuerAndSerialNumber.prototype,"issuer",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],IssuerAndSerialNumber.
prototype,"serialNumber",void 0);var SignerIdentifier=class{subjectKeyIdentifier;issuerAndSerialNumber;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:SubjectKeyIdentifier,
context:0,implicit:!0})],SignerIdentifier.prototype,"subjectKeyIdentifier",void 0);__decorate([AsnProp({type:IssuerAndSerialNumber})],SignerIdentifier.prototype,
"issuerAndSerialNumber",void 0);SignerIdentifier=__decorate([AsnType({type:AsnTypeTypes.Choice})],SignerIdentifier);var CMSVersion;(function(CMSVersion2){CMSVersion2[CMSVersion2.v0=0]="v0",CMSVersion2[CMSVersion2.v1=1]="v1",CMSVersion2[CMSVersion2.v2=2]="v2",CMSVersion2[CMSVersion2.
v3=3]="v3",CMSVersion2[CMSVersion2.v4=4]="v4",CMSVersion2[CMSVersion2.v5=5]="v5"})(CMSVersion||(CMSVersion={}));var DigestAlgorithmIdentifier=class extends AlgorithmIdentifier{};
DigestAlgorithmIdentifier=__decorate([AsnType({type:AsnTypeTypes.Sequence})],DigestAlgorithmIdentifier);var SignatureAlgorithmIdentifier=class extends AlgorithmIdentifier{};SignatureAlgorithmIdentifier=__decorate([AsnType({type:AsnTypeTypes.Sequence})],SignatureAlgorithmIdentifier);var KeyEncryptionAlgorithmIdentifier=class extends AlgorithmIdentifier{};KeyEncryptionAlgorithmIdentifier=__decorate([AsnType({type:AsnTypeTypes.Sequence})],KeyEncryptionAlgorithmIdentifier);var ContentEncryptionAlgorithmIdentifier=class extends AlgorithmIdentifier{};ContentEncryptionAlgorithmIdentifier=__decorate([AsnType({type:AsnTypeTypes.Sequence})],
ContentEncryptionAlgorithmIdentifier);var MessageAuthenticationCodeAlgorithm=class extends AlgorithmIdentifier{};MessageAuthenticationCodeAlgorithm=__decorate([AsnType({type:AsnTypeTypes.Sequence})],
MessageAuthenticationCodeAlgorithm);var KeyDerivationAlgorithmIdentifier=class extends AlgorithmIdentifier{};KeyDerivationAlgorithmIdentifier=__decorate([AsnType({type:AsnTypeTypes.Sequence})],KeyDerivationAlgorithmIdentifier);var Attribute2=class{attrType="";attrValues=[];constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],Attribute2.
prototype,"attrType",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,repeated:"set"})],Attribute2.prototype,"attrValues",void 0);var SignerInfos_1,SignerInfo=class{version=CMSVersion.v0;sid=new SignerIdentifier;digestAlgorithm=new DigestAlgorithmIdentifier;signedAttrs;signedAttrsRaw;signatureAlgorithm=new SignatureAlgorithmIdentifier;signature=new OctetString2;unsignedAttrs;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],SignerInfo.prototype,"version",void 0);__decorate([AsnProp({type:SignerIdentifier})],
SignerInfo.prototype,"sid",void 0);__decorate([AsnProp({type:DigestAlgorithmIdentifier})],SignerInfo.prototype,"digestAlgorithm",void 0);__decorate([AsnProp({type:Attribute2,
repeated:"set",context:0,implicit:!0,optional:!0,raw:!0})],SignerInfo.prototype,"signedAttrs",void 0);__decorate([AsnProp({type:SignatureAlgorithmIdentifier})],
SignerInfo.prototype,"signatureAlgorithm",void 0);__decorate([AsnProp({type:OctetString2})],SignerInfo.prototype,"signature",void 0);__decorate([AsnProp({type:Attribute2,
repeated:"set",context:1,implicit:!0,optional:!0})],SignerInfo.prototype,"unsignedAttrs",void 0);var SignerInfos=SignerInfos_1=class extends AsnArray{constructor(items){
super(items),Object.setPrototypeOf(this,SignerInfos_1.prototype)}};SignerInfos=SignerInfos_1=__decorate([AsnType({type:AsnTypeTypes.Set,itemType:SignerInfo})],SignerInfos);var CounterSignature=class extends SignerInfo{};CounterSignature=__decorate([AsnType({type:AsnTypeTypes.Sequence})],CounterSignature);var SigningTime=class extends Time{};SigningTime=__decorate([AsnType({type:AsnTypeTypes.Choice})],SigningTime);var ACClearAttrs=class{acIssuer=new GeneralName;acSerial=0;attrs=[];constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:GeneralName})],
ACClearAttrs.prototype,"acIssuer",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer})],ACClearAttrs.prototype,"acSerial",void 0);__decorate([AsnProp({type:Attribute,
repeated:"sequence"})],ACClearAttrs.prototype,"attrs",void 0);var AttrSpec_1,AttrSpec=AttrSpec_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,AttrSpec_1.prototype)}};AttrSpec=AttrSpec_1=
__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:AsnPropTypes.ObjectIdentifier})],AttrSpec);var AAControls=class{pathLenConstraint;permittedAttrs;excludedAttrs;permitUnSpecified=!0;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp(
{type:AsnPropTypes.Integer,optional:!0})],AAControls.prototype,"pathLenConstraint",void 0);__decorate([AsnProp({type:AttrSpec,implicit:!0,context:0,optional:!0})],
AAControls.prototype,"permittedAttrs",void 0);__decorate([AsnProp({type:AttrSpec,implicit:!0,context:1,optional:!0})],AAControls.prototype,"excludedAttrs",void 0);
__decorate([AsnProp({type:AsnPropTypes.Boolean,defaultValue:!0})],AAControls.prototype,"permitUnSpecified",void 0);var IssuerSerial=class{issuer=new GeneralNames;serial=new ArrayBuffer(0);issuerUID=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate(
[AsnProp({type:GeneralNames})],IssuerSerial.prototype,"issuer",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],
IssuerSerial.prototype,"serial",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString,optional:!0})],IssuerSerial.prototype,"issuerUID",void 0);var DigestedObjectType;(function(DigestedObjectType2){DigestedObjectType2[DigestedObjectType2.publicKey=0]="publicKey",DigestedObjectType2[DigestedObjectType2.publicKeyCert=
1]="publicKeyCert",DigestedObjectType2[DigestedObjectType2.otherObjectTypes=2]="otherObjectTypes"})(DigestedObjectType||(DigestedObjectType={}));var ObjectDigestInfo=class{digestedObjectType=DigestedObjectType.
publicKey;otherObjectTypeID;digestAlgorithm=new AlgorithmIdentifier;objectDigest=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate(
[AsnProp({type:AsnPropTypes.Enumerated})],ObjectDigestInfo.prototype,"digestedObjectType",void 0);__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier,optional:!0})],
ObjectDigestInfo.prototype,"otherObjectTypeID",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],ObjectDigestInfo.prototype,"digestAlgorithm",void 0);__decorate(
[AsnProp({type:AsnPropTypes.BitString})],ObjectDigestInfo.prototype,"objectDigest",void 0);var V2Form=class{issuerName;baseCertificateID;objectDigestInfo;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:GeneralNames,optional:!0})],
V2Form.prototype,"issuerName",void 0);__decorate([AsnProp({type:IssuerSerial,context:0,implicit:!0,optional:!0})],V2Form.prototype,"baseCertificateID",void 0);__decorate(
[AsnProp({type:ObjectDigestInfo,context:1,implicit:!0,optional:!0})],V2Form.prototype,"objectDigestInfo",void 0);var AttCertIssuer=class{v1Form;v2Form;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:GeneralName,repeated:"sequence"})],AttCertIssuer.
prototype,"v1Form",void 0);__decorate([AsnProp({type:V2Form,context:0,implicit:!0})],AttCertIssuer.prototype,"v2Form",void 0);AttCertIssuer=__decorate([AsnType(
{type:AsnTypeTypes.Choice})],AttCertIssuer);var AttCertValidityPeriod=class{notBeforeTime=new Date;notAfterTime=new Date;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.
GeneralizedTime})],AttCertValidityPeriod.prototype,"notBeforeTime",void 0);__decorate([AsnProp({type:AsnPropTypes.GeneralizedTime})],AttCertValidityPeriod.prototype,
"notAfterTime",void 0);var Holder=class{baseCertificateID;entityName;objectDigestInfo;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:IssuerSerial,implicit:!0,
context:0,optional:!0})],Holder.prototype,"baseCertificateID",void 0);__decorate([AsnProp({type:GeneralNames,implicit:!0,context:1,optional:!0})],Holder.prototype,
"entityName",void 0);__decorate([AsnProp({type:ObjectDigestInfo,implicit:!0,context:2,optional:!0})],Holder.prototype,"objectDigestInfo",void 0);var AttCertVersion;(function(AttCertVersion2){AttCertVersion2[AttCertVersion2.v2=1]="v2"})(AttCertVersion||(AttCertVersion={}));var AttributeCertificateInfo=class{version=AttCertVersion.
v2;holder=new Holder;issuer=new AttCertIssuer;signature=new AlgorithmIdentifier;serialNumber=new ArrayBuffer(0);attrCertValidityPeriod=new AttCertValidityPeriod;attributes=[];issuerUniqueID;extensions;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],AttributeCertificateInfo.prototype,"version",void 0);__decorate([AsnProp({type:Holder})],
AttributeCertificateInfo.prototype,"holder",void 0);__decorate([AsnProp({type:AttCertIssuer})],AttributeCertificateInfo.prototype,"issuer",void 0);__decorate([AsnProp(
{type:AlgorithmIdentifier})],AttributeCertificateInfo.prototype,"signature",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],
AttributeCertificateInfo.prototype,"serialNumber",void 0);__decorate([AsnProp({type:AttCertValidityPeriod})],AttributeCertificateInfo.prototype,"attrCertValidit\
yPeriod",void 0);__decorate([AsnProp({type:Attribute,repeated:"sequence"})],AttributeCertificateInfo.prototype,"attributes",void 0);__decorate([AsnProp({type:AsnPropTypes.
BitString,optional:!0})],AttributeCertificateInfo.prototype,"issuerUniqueID",void 0);__decorate([AsnProp({type:Extensions,optional:!0})],AttributeCertificateInfo.
prototype,"extensions",void 0);var AttributeCertificate=class{acinfo=new AttributeCertificateInfo;signatureAlgorithm=new AlgorithmIdentifier;signatureValue=new ArrayBuffer(0);constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AttributeCertificateInfo})],AttributeCertificate.prototype,"acinfo",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],
AttributeCertificate.prototype,"signatureAlgorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString})],AttributeCertificate.prototype,"signatureValue",
void 0);var ClassListFlags;(function(ClassListFlags2){ClassListFlags2[ClassListFlags2.unmarked=1]="unmarked",ClassListFlags2[ClassListFlags2.unclassified=2]="unclassifi\
ed",ClassListFlags2[ClassListFlags2.restricted=4]="restricted",ClassListFlags2[ClassListFlags2.confidential=8]="confidential",ClassListFlags2[ClassListFlags2.secret=
16]="secret",ClassListFlags2[ClassListFlags2.topSecret=32]="topSecret"})(ClassListFlags||(ClassListFlags={}));var ClassList=class extends BitString2{};var SecurityCategory=class{type="";value=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier,
implicit:!0,context:0})],SecurityCategory.prototype,"type",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,implicit:!0,context:1})],SecurityCategory.prototype,
"value",void 0);var Clearance=class{policyId="";classList=new ClassList(ClassListFlags.unclassified);securityCategories;constructor(params={}){Object.assign(this,params)}};__decorate(
[AsnProp({type:AsnPropTypes.ObjectIdentifier})],Clearance.prototype,"policyId",void 0);__decorate([AsnProp({type:ClassList,defaultValue:new ClassList(ClassListFlags.
unclassified)})],Clearance.prototype,"classList",void 0);__decorate([AsnProp({type:SecurityCategory,repeated:"set"})],Clearance.prototype,"securityCategories",void 0);var IetfAttrSyntaxValueChoices=class{cotets;oid;string;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:OctetString2})],IetfAttrSyntaxValueChoices.
prototype,"cotets",void 0);__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],IetfAttrSyntaxValueChoices.prototype,"oid",void 0);__decorate([AsnProp({type:AsnPropTypes.
Utf8String})],IetfAttrSyntaxValueChoices.prototype,"string",void 0);var IetfAttrSyntax=class{policyAuthority;values=[];constructor(params={}){Object.assign(this,
params)}};__decorate([AsnProp({type:GeneralNames,implicit:!0,context:0,optional:!0})],IetfAttrSyntax.prototype,"policyAuthority",void 0);__decorate([AsnProp({type:IetfAttrSyntaxValueChoices,
repeated:"sequence"})],IetfAttrSyntax.prototype,"values",void 0);var id_pe_ac_auditIdentity=`${id_pe}.4`,id_pe_aaControls=`${id_pe}.6`,id_pe_ac_proxying=`${id_pe}.10`,id_ce_targetInformation=`${id_ce}.55`,id_aca=`${id_pkix}.1\
0`,id_aca_authenticationInfo=`${id_aca}.1`,id_aca_accessIdentity=`${id_aca}.2`,id_aca_chargingIdentity=`${id_aca}.3`,id_aca_group=`${id_aca}.4`,id_aca_encAttrs=`${id_aca}\
.6`,id_at="2.5.4",id_at_role=`${id_at}.72`;var Targets_1,TargetCert=class{targetCertificate=new IssuerSerial;targetName;certDigestInfo;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp(
{type:IssuerSerial})],TargetCert.prototype,"targetCertificate",void 0);__decorate([AsnProp({type:GeneralName,optional:!0})],TargetCert.prototype,"targetName",void 0);
__decorate([AsnProp({type:ObjectDigestInfo,optional:!0})],TargetCert.prototype,"certDigestInfo",void 0);var Target=class{targetName;targetGroup;targetCert;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:GeneralName,context:0,implicit:!0})],Target.prototype,"targetName",void 0);__decorate([AsnProp({type:GeneralName,
context:1,implicit:!0})],Target.prototype,"targetGroup",void 0);__decorate([AsnProp({type:TargetCert,context:2,implicit:!0})],Target.prototype,"targetCert",void 0);
Target=__decorate([AsnType({type:AsnTypeTypes.Choice})],Target);var Targets=Targets_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,Targets_1.prototype)}};Targets=Targets_1=__decorate([AsnType(
{type:AsnTypeTypes.Sequence,itemType:Target})],Targets);var ProxyInfo_1,ProxyInfo=ProxyInfo_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,ProxyInfo_1.prototype)}};ProxyInfo=ProxyInfo_1=
__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:Targets})],ProxyInfo);var RoleSyntax=class{roleAuthority;roleName;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:GeneralNames,implicit:!0,context:0,optional:!0})],
RoleSyntax.prototype,"roleAuthority",void 0);__decorate([AsnProp({type:GeneralName,implicit:!0,context:1})],RoleSyntax.prototype,"roleName",void 0);var SvceAuthInfo=class{service=new GeneralName;ident=new GeneralName;authInfo;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:GeneralName})],
SvceAuthInfo.prototype,"service",void 0);__decorate([AsnProp({type:GeneralName})],SvceAuthInfo.prototype,"ident",void 0);__decorate([AsnProp({type:OctetString2,
optional:!0})],SvceAuthInfo.prototype,"authInfo",void 0);var CertificateSet_1,OtherCertificateFormat=class{otherCertFormat="";otherCert=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate(
[AsnProp({type:AsnPropTypes.ObjectIdentifier})],OtherCertificateFormat.prototype,"otherCertFormat",void 0);__decorate([AsnProp({type:AsnPropTypes.Any})],OtherCertificateFormat.
prototype,"otherCert",void 0);var CertificateChoices=class{certificate;v2AttrCert;other;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp(
{type:Certificate})],CertificateChoices.prototype,"certificate",void 0);__decorate([AsnProp({type:AttributeCertificate,context:2,implicit:!0})],CertificateChoices.
prototype,"v2AttrCert",void 0);__decorate([AsnProp({type:OtherCertificateFormat,context:3,implicit:!0})],CertificateChoices.prototype,"other",void 0);CertificateChoices=
__decorate([AsnType({type:AsnTypeTypes.Choice})],CertificateChoices);var CertificateSet=CertificateSet_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,CertificateSet_1.prototype)}};CertificateSet=
CertificateSet_1=__decorate([AsnType({type:AsnTypeTypes.Set,itemType:CertificateChoices})],CertificateSet);var ContentInfo=class{contentType="";content=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
ContentInfo.prototype,"contentType",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,context:0})],ContentInfo.prototype,"content",void 0);var EncapsulatedContent=class{single;any;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:OctetString2})],EncapsulatedContent.prototype,
"single",void 0);__decorate([AsnProp({type:AsnPropTypes.Any})],EncapsulatedContent.prototype,"any",void 0);EncapsulatedContent=__decorate([AsnType({type:AsnTypeTypes.
Choice})],EncapsulatedContent);var EncapsulatedContentInfo=class{eContentType="";eContent;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
EncapsulatedContentInfo.prototype,"eContentType",void 0);__decorate([AsnProp({type:EncapsulatedContent,context:0,optional:!0})],EncapsulatedContentInfo.prototype,
"eContent",void 0);var EncryptedContent=class{value;constructedValue;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:OctetString2,context:0,implicit:!0,
optional:!0})],EncryptedContent.prototype,"value",void 0);__decorate([AsnProp({type:OctetString2,converter:AsnConstructedOctetStringConverter,context:0,implicit:!0,
optional:!0,repeated:"sequence"})],EncryptedContent.prototype,"constructedValue",void 0);EncryptedContent=__decorate([AsnType({type:AsnTypeTypes.Choice})],EncryptedContent);var EncryptedContentInfo=class{contentType="";contentEncryptionAlgorithm=new ContentEncryptionAlgorithmIdentifier;encryptedContent;constructor(params={}){Object.
assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],EncryptedContentInfo.prototype,"contentType",void 0);__decorate([AsnProp({type:ContentEncryptionAlgorithmIdentifier})],
EncryptedContentInfo.prototype,"contentEncryptionAlgorithm",void 0);__decorate([AsnProp({type:EncryptedContent,optional:!0})],EncryptedContentInfo.prototype,"en\
cryptedContent",void 0);var OtherKeyAttribute=class{keyAttrId="";keyAttr;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
OtherKeyAttribute.prototype,"keyAttrId",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,optional:!0})],OtherKeyAttribute.prototype,"keyAttr",void 0);var RecipientEncryptedKeys_1,RecipientKeyIdentifier=class{subjectKeyIdentifier=new SubjectKeyIdentifier;date;other;constructor(params={}){Object.assign(this,params)}};
__decorate([AsnProp({type:SubjectKeyIdentifier})],RecipientKeyIdentifier.prototype,"subjectKeyIdentifier",void 0);__decorate([AsnProp({type:AsnPropTypes.GeneralizedTime,
optional:!0})],RecipientKeyIdentifier.prototype,"date",void 0);__decorate([AsnProp({type:OtherKeyAttribute,optional:!0})],RecipientKeyIdentifier.prototype,"othe\
r",void 0);var KeyAgreeRecipientIdentifier=class{rKeyId;issuerAndSerialNumber;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:RecipientKeyIdentifier,
context:0,implicit:!0,optional:!0})],KeyAgreeRecipientIdentifier.prototype,"rKeyId",void 0);__decorate([AsnProp({type:IssuerAndSerialNumber,optional:!0})],KeyAgreeRecipientIdentifier.
prototype,"issuerAndSerialNumber",void 0);KeyAgreeRecipientIdentifier=__decorate([AsnType({type:AsnTypeTypes.Choice})],KeyAgreeRecipientIdentifier);var RecipientEncryptedKey=class{rid=new KeyAgreeRecipientIdentifier;encryptedKey=new OctetString2;constructor(params={}){Object.assign(this,params)}};__decorate(
[AsnProp({type:KeyAgreeRecipientIdentifier})],RecipientEncryptedKey.prototype,"rid",void 0);__decorate([AsnProp({type:OctetString2})],RecipientEncryptedKey.prototype,
"encryptedKey",void 0);var RecipientEncryptedKeys=RecipientEncryptedKeys_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,RecipientEncryptedKeys_1.
prototype)}};RecipientEncryptedKeys=RecipientEncryptedKeys_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:RecipientEncryptedKey})],RecipientEncryptedKeys);var OriginatorPublicKey=class{algorithm=new AlgorithmIdentifier;publicKey=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp(
{type:AlgorithmIdentifier})],OriginatorPublicKey.prototype,"algorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString})],OriginatorPublicKey.prototype,
"publicKey",void 0);var OriginatorIdentifierOrKey=class{subjectKeyIdentifier;originatorKey;issuerAndSerialNumber;constructor(params={}){Object.assign(this,params)}};
__decorate([AsnProp({type:SubjectKeyIdentifier,context:0,implicit:!0,optional:!0})],OriginatorIdentifierOrKey.prototype,"subjectKeyIdentifier",void 0);__decorate(
[AsnProp({type:OriginatorPublicKey,context:1,implicit:!0,optional:!0})],OriginatorIdentifierOrKey.prototype,"originatorKey",void 0);__decorate([AsnProp({type:IssuerAndSerialNumber,
optional:!0})],OriginatorIdentifierOrKey.prototype,"issuerAndSerialNumber",void 0);OriginatorIdentifierOrKey=__decorate([AsnType({type:AsnTypeTypes.Choice})],OriginatorIdentifierOrKey);var KeyAgreeRecipientInfo=class{version=CMSVersion.v3;originator=new OriginatorIdentifierOrKey;ukm;keyEncryptionAlgorithm=new KeyEncryptionAlgorithmIdentifier;recipientEncryptedKeys=new RecipientEncryptedKeys;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],KeyAgreeRecipientInfo.prototype,"version",void 0);__decorate([AsnProp({type:OriginatorIdentifierOrKey,
context:0})],KeyAgreeRecipientInfo.prototype,"originator",void 0);__decorate([AsnProp({type:OctetString2,context:1,optional:!0})],KeyAgreeRecipientInfo.prototype,
"ukm",void 0);__decorate([AsnProp({type:KeyEncryptionAlgorithmIdentifier})],KeyAgreeRecipientInfo.prototype,"keyEncryptionAlgorithm",void 0);__decorate([AsnProp(
{type:RecipientEncryptedKeys})],KeyAgreeRecipientInfo.prototype,"recipientEncryptedKeys",void 0);var RecipientIdentifier=class{subjectKeyIdentifier;issuerAndSerialNumber;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:SubjectKeyIdentifier,
context:0,implicit:!0})],RecipientIdentifier.prototype,"subjectKeyIdentifier",void 0);__decorate([AsnProp({type:IssuerAndSerialNumber})],RecipientIdentifier.prototype,
"issuerAndSerialNumber",void 0);RecipientIdentifier=__decorate([AsnType({type:AsnTypeTypes.Choice})],RecipientIdentifier);var KeyTransRecipientInfo=class{version=CMSVersion.v0;rid=new RecipientIdentifier;keyEncryptionAlgorithm=new KeyEncryptionAlgorithmIdentifier;encryptedKey=new OctetString2;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],KeyTransRecipientInfo.prototype,"version",void 0);__decorate([AsnProp({type:RecipientIdentifier})],
KeyTransRecipientInfo.prototype,"rid",void 0);__decorate([AsnProp({type:KeyEncryptionAlgorithmIdentifier})],KeyTransRecipientInfo.prototype,"keyEncryptionAlgori\
thm",void 0);__decorate([AsnProp({type:OctetString2})],KeyTransRecipientInfo.prototype,"encryptedKey",void 0);var KEKIdentifier=class{keyIdentifier=new OctetString2;date;other;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:OctetString2})],
KEKIdentifier.prototype,"keyIdentifier",void 0);__decorate([AsnProp({type:AsnPropTypes.GeneralizedTime,optional:!0})],KEKIdentifier.prototype,"date",void 0);__decorate(
[AsnProp({type:OtherKeyAttribute,optional:!0})],KEKIdentifier.prototype,"other",void 0);var KEKRecipientInfo=class{version=CMSVersion.v4;kekid=new KEKIdentifier;keyEncryptionAlgorithm=new KeyEncryptionAlgorithmIdentifier;encryptedKey=new OctetString2;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],KEKRecipientInfo.prototype,"version",void 0);__decorate([AsnProp({type:KEKIdentifier})],
KEKRecipientInfo.prototype,"kekid",void 0);__decorate([AsnProp({type:KeyEncryptionAlgorithmIdentifier})],KEKRecipientInfo.prototype,"keyEncryptionAlgorithm",void 0);
__decorate([AsnProp({type:OctetString2})],KEKRecipientInfo.prototype,"encryptedKey",void 0);var PasswordRecipientInfo=class{version=CMSVersion.v0;keyDerivationAlgorithm;keyEncryptionAlgorithm=new KeyEncryptionAlgorithmIdentifier;encryptedKey=new OctetString2;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],PasswordRecipientInfo.prototype,"version",void 0);__decorate([AsnProp({type:KeyDerivationAlgorithmIdentifier,
context:0,optional:!0})],PasswordRecipientInfo.prototype,"keyDerivationAlgorithm",void 0);__decorate([AsnProp({type:KeyEncryptionAlgorithmIdentifier})],PasswordRecipientInfo.
prototype,"keyEncryptionAlgorithm",void 0);__decorate([AsnProp({type:OctetString2})],PasswordRecipientInfo.prototype,"encryptedKey",void 0);var OtherRecipientInfo=class{oriType="";oriValue=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
OtherRecipientInfo.prototype,"oriType",void 0);__decorate([AsnProp({type:AsnPropTypes.Any})],OtherRecipientInfo.prototype,"oriValue",void 0);var RecipientInfo=class{ktri;kari;kekri;pwri;ori;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:KeyTransRecipientInfo,optional:!0})],RecipientInfo.prototype,"ktri",void 0);__decorate([AsnProp({type:KeyAgreeRecipientInfo,
context:1,implicit:!0,optional:!0})],RecipientInfo.prototype,"kari",void 0);__decorate([AsnProp({type:KEKRecipientInfo,context:2,implicit:!0,optional:!0})],RecipientInfo.
prototype,"kekri",void 0);__decorate([AsnProp({type:PasswordRecipientInfo,context:3,implicit:!0,optional:!0})],RecipientInfo.prototype,"pwri",void 0);__decorate(
[AsnProp({type:OtherRecipientInfo,context:4,implicit:!0,optional:!0})],RecipientInfo.prototype,"ori",void 0);RecipientInfo=__decorate([AsnType({type:AsnTypeTypes.
Choice})],RecipientInfo);var RecipientInfos_1,RecipientInfos=RecipientInfos_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,RecipientInfos_1.prototype)}};
RecipientInfos=RecipientInfos_1=__decorate([AsnType({type:AsnTypeTypes.Set,itemType:RecipientInfo})],RecipientInfos);var RevocationInfoChoices_1,id_ri=`${id_pkix}.16`,id_ri_ocsp_response=`${id_ri}.2`,id_ri_scvp=`${id_ri}.4`,OtherRevocationInfoFormat=class{otherRevInfoFormat="";otherRevInfo=new ArrayBuffer(
0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],OtherRevocationInfoFormat.prototype,"otherRevI\
nfoFormat",void 0);__decorate([AsnProp({type:AsnPropTypes.Any})],OtherRevocationInfoFormat.prototype,"otherRevInfo",void 0);var RevocationInfoChoice=class{other=new OtherRevocationInfoFormat;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:OtherRevocationInfoFormat,context:1,implicit:!0})],RevocationInfoChoice.prototype,"other",void 0);RevocationInfoChoice=
__decorate([AsnType({type:AsnTypeTypes.Choice})],RevocationInfoChoice);var RevocationInfoChoices=RevocationInfoChoices_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,RevocationInfoChoices_1.prototype)}};
RevocationInfoChoices=RevocationInfoChoices_1=__decorate([AsnType({type:AsnTypeTypes.Set,itemType:RevocationInfoChoice})],RevocationInfoChoices);var OriginatorInfo=class{certs;crls;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:CertificateSet,context:0,implicit:!0,optional:!0})],
OriginatorInfo.prototype,"certs",void 0);__decorate([AsnProp({type:RevocationInfoChoices,context:1,implicit:!0,optional:!0})],OriginatorInfo.prototype,"crls",void 0);var UnprotectedAttributes_1,UnprotectedAttributes=UnprotectedAttributes_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,UnprotectedAttributes_1.
prototype)}};UnprotectedAttributes=UnprotectedAttributes_1=__decorate([AsnType({type:AsnTypeTypes.Set,itemType:Attribute2})],UnprotectedAttributes);var EnvelopedData=class{version=CMSVersion.v0;originatorInfo;recipientInfos=new RecipientInfos;encryptedContentInfo=new EncryptedContentInfo;unprotectedAttrs;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],EnvelopedData.prototype,"version",void 0);__decorate([AsnProp({type:OriginatorInfo,
context:0,implicit:!0,optional:!0})],EnvelopedData.prototype,"originatorInfo",void 0);__decorate([AsnProp({type:RecipientInfos})],EnvelopedData.prototype,"recip\
ientInfos",void 0);__decorate([AsnProp({type:EncryptedContentInfo})],EnvelopedData.prototype,"encryptedContentInfo",void 0);__decorate([AsnProp({type:UnprotectedAttributes,
context:1,implicit:!0,optional:!0})],EnvelopedData.prototype,"unprotectedAttrs",void 0);var id_signedData="1.2.840.113549.1.7.2";var DigestAlgorithmIdentifiers_1,DigestAlgorithmIdentifiers=DigestAlgorithmIdentifiers_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(
this,DigestAlgorithmIdentifiers_1.prototype)}};DigestAlgorithmIdentifiers=DigestAlgorithmIdentifiers_1=__decorate([AsnType({type:AsnTypeTypes.Set,itemType:DigestAlgorithmIdentifier})],
DigestAlgorithmIdentifiers);var SignedData=class{version=CMSVersion.v0;digestAlgorithms=new DigestAlgorithmIdentifiers;encapContentInfo=new EncapsulatedContentInfo;certificates;crls;signerInfos=new SignerInfos;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],SignedData.prototype,"version",void 0);__decorate([AsnProp({type:DigestAlgorithmIdentifiers})],
SignedData.prototype,"digestAlgorithms",void 0);__decorate([AsnProp({type:EncapsulatedContentInfo})],SignedData.prototype,"encapContentInfo",void 0);__decorate(
[AsnProp({type:CertificateSet,context:0,implicit:!0,optional:!0})],SignedData.prototype,"certificates",void 0);__decorate([AsnProp({type:RevocationInfoChoices,context:1,
implicit:!0,optional:!0})],SignedData.prototype,"crls",void 0);__decorate([AsnProp({type:SignerInfos})],SignedData.prototype,"signerInfos",void 0);var id_ecPublicKey="1.2.840.10045.2.1";var id_ecdsaWithSHA1="1.2.840.10045.4.1",id_ecdsaWithSHA224="1.2.840.10045.4.3.1",id_ecdsaWithSHA256="1.2.840.10045.4.3.2",id_ecdsaWithSHA384="1.2.840.10045.4.3\
.3",id_ecdsaWithSHA512="1.2.840.10045.4.3.4";var id_secp256r1="1.2.840.10045.3.1.7";var id_secp384r1="1.3.132.0.34";var id_secp521r1="1.3.132.0.35";function create(algorithm){return new AlgorithmIdentifier({algorithm})}var ecdsaWithSHA1=create(id_ecdsaWithSHA1),ecdsaWithSHA224=create(id_ecdsaWithSHA224),ecdsaWithSHA256=create(
id_ecdsaWithSHA256),ecdsaWithSHA384=create(id_ecdsaWithSHA384),ecdsaWithSHA512=create(id_ecdsaWithSHA512);var FieldID=class{fieldType;parameters;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],FieldID.prototype,
"fieldType",void 0);__decorate([AsnProp({type:AsnPropTypes.Any})],FieldID.prototype,"parameters",void 0);FieldID=__decorate([AsnType({type:AsnTypeTypes.Sequence})],
FieldID);var ECPoint=class extends OctetString2{};var Curve=class{a;b;seed;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.OctetString})],Curve.prototype,"a",void 0);__decorate(
[AsnProp({type:AsnPropTypes.OctetString})],Curve.prototype,"b",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString,optional:!0})],Curve.prototype,"seed",void 0);
Curve=__decorate([AsnType({type:AsnTypeTypes.Sequence})],Curve);var ECPVer;(function(ECPVer2){ECPVer2[ECPVer2.ecpVer1=1]="ecpVer1"})(ECPVer||(ECPVer={}));var SpecifiedECDomain=class{version=ECPVer.ecpVer1;fieldID;curve;base;order;cofactor;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],SpecifiedECDomain.prototype,"version",void 0);__decorate([AsnProp({type:FieldID})],
SpecifiedECDomain.prototype,"fieldID",void 0);__decorate([AsnProp({type:Curve})],SpecifiedECDomain.prototype,"curve",void 0);__decorate([AsnProp({type:ECPoint})],
SpecifiedECDomain.prototype,"base",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],SpecifiedECDomain.prototype,
"order",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,optional:!0})],SpecifiedECDomain.prototype,"cofactor",void 0);SpecifiedECDomain=__decorate([AsnType(
{type:AsnTypeTypes.Sequence})],SpecifiedECDomain);var ECParameters=class{namedCurve;implicitCurve;specifiedCurve;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
ECParameters.prototype,"namedCurve",void 0);__decorate([AsnProp({type:AsnPropTypes.Null})],ECParameters.prototype,"implicitCurve",void 0);__decorate([AsnProp({type:SpecifiedECDomain})],
ECParameters.prototype,"specifiedCurve",void 0);ECParameters=__decorate([AsnType({type:AsnTypeTypes.Choice})],ECParameters);var ECPrivateKey=class{version=1;privateKey=new OctetString2;parameters;publicKey;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.
Integer})],ECPrivateKey.prototype,"version",void 0);__decorate([AsnProp({type:OctetString2})],ECPrivateKey.prototype,"privateKey",void 0);__decorate([AsnProp({type:ECParameters,
context:0,optional:!0})],ECPrivateKey.prototype,"parameters",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString,context:1,optional:!0})],ECPrivateKey.prototype,
"publicKey",void 0);var ECDSASigValue=class{r=new ArrayBuffer(0);s=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer,
converter:AsnIntegerArrayBufferConverter})],ECDSASigValue.prototype,"r",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],
ECDSASigValue.prototype,"s",void 0);var id_pkcs_1="1.2.840.113549.1.1",id_rsaEncryption=`${id_pkcs_1}.1`,id_RSAES_OAEP=`${id_pkcs_1}.7`,id_pSpecified=`${id_pkcs_1}.9`,id_RSASSA_PSS=`${id_pkcs_1}.1\
0`,id_md2WithRSAEncryption=`${id_pkcs_1}.2`,id_md5WithRSAEncryption=`${id_pkcs_1}.4`,id_sha1WithRSAEncryption=`${id_pkcs_1}.5`,id_sha224WithRSAEncryption=`${id_pkcs_1}\
.14`;var id_sha256WithRSAEncryption=`${id_pkcs_1}.11`,id_sha384WithRSAEncryption=`${id_pkcs_1}.12`,id_sha512WithRSAEncryption=`${id_pkcs_1}.13`,id_sha512_224WithRSAEncryption=`${id_pkcs_1}\
.15`,id_sha512_256WithRSAEncryption=`${id_pkcs_1}.16`,id_sha1="1.3.14.3.2.26",id_sha224="2.16.840.1.101.3.4.2.4",id_sha256="2.16.840.1.101.3.4.2.1",id_sha384="2\
.16.840.1.101.3.4.2.2",id_sha512="2.16.840.1.101.3.4.2.3",id_sha512_224="2.16.840.1.101.3.4.2.5",id_sha512_256="2.16.840.1.101.3.4.2.6",id_md2="1.2.840.113549.2\
.2",id_md5="1.2.840.113549.2.5",id_mgf1=`${id_pkcs_1}.8`;function create2(algorithm){return new AlgorithmIdentifier({algorithm,parameters:null})}var md2=create2(id_md2),md4=create2(id_md5),sha1=create2(id_sha1),sha224=create2(
id_sha224),sha256=create2(id_sha256),sha384=create2(id_sha384),sha512=create2(id_sha512),sha512_224=create2(id_sha512_224),sha512_256=create2(id_sha512_256),mgf1SHA1=new AlgorithmIdentifier(
{algorithm:id_mgf1,parameters:AsnConvert.serialize(sha1)}),pSpecifiedEmpty=new AlgorithmIdentifier({algorithm:id_pSpecified,parameters:AsnConvert.serialize(AsnOctetStringConverter.
toASN(new Uint8Array([218,57,163,238,94,107,75,13,50,85,191,239,149,96,24,144,175,216,7,9]).buffer))}),rsaEncryption=create2(id_rsaEncryption),md2WithRSAEncryption=create2(
id_md2WithRSAEncryption),md5WithRSAEncryption=create2(id_md5WithRSAEncryption),sha1WithRSAEncryption=create2(id_sha1WithRSAEncryption),sha224WithRSAEncryption=create2(
id_sha512_224WithRSAEncryption),sha256WithRSAEncryption=create2(id_sha512_256WithRSAEncryption),sha384WithRSAEncryption=create2(id_sha384WithRSAEncryption),sha512WithRSAEncryption=create2(
id_sha512WithRSAEncryption),sha512_224WithRSAEncryption=create2(id_sha512_224WithRSAEncryption),sha512_256WithRSAEncryption=create2(id_sha512_256WithRSAEncryption);var RsaEsOaepParams=class{hashAlgorithm=new AlgorithmIdentifier(sha1);maskGenAlgorithm=new AlgorithmIdentifier({algorithm:id_mgf1,parameters:AsnConvert.serialize(
sha1)});pSourceAlgorithm=new AlgorithmIdentifier(pSpecifiedEmpty);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AlgorithmIdentifier,
context:0,defaultValue:sha1})],RsaEsOaepParams.prototype,"hashAlgorithm",void 0);__decorate([AsnProp({type:AlgorithmIdentifier,context:1,defaultValue:mgf1SHA1})],
RsaEsOaepParams.prototype,"maskGenAlgorithm",void 0);__decorate([AsnProp({type:AlgorithmIdentifier,context:2,defaultValue:pSpecifiedEmpty})],RsaEsOaepParams.prototype,
"pSourceAlgorithm",void 0);var RSAES_OAEP=new AlgorithmIdentifier({algorithm:id_RSAES_OAEP,parameters:AsnConvert.serialize(new RsaEsOaepParams)});var RsaSaPssParams=class{hashAlgorithm=new AlgorithmIdentifier(sha1);maskGenAlgorithm=new AlgorithmIdentifier({algorithm:id_mgf1,parameters:AsnConvert.serialize(
sha1)});saltLength=20;trailerField=1;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AlgorithmIdentifier,context:0,defaultValue:sha1})],
RsaSaPssParams.prototype,"hashAlgorithm",void 0);__decorate([AsnProp({type:AlgorithmIdentifier,context:1,defaultValue:mgf1SHA1})],RsaSaPssParams.prototype,"mask\
GenAlgorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,context:2,defaultValue:20})],RsaSaPssParams.prototype,"saltLength",void 0);__decorate([AsnProp(
{type:AsnPropTypes.Integer,context:3,defaultValue:1})],RsaSaPssParams.prototype,"trailerField",void 0);var RSASSA_PSS=new AlgorithmIdentifier({algorithm:id_RSASSA_PSS,
parameters:AsnConvert.serialize(new RsaSaPssParams)});var DigestInfo=class{digestAlgorithm=new AlgorithmIdentifier;digest=new OctetString2;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AlgorithmIdentifier})],
DigestInfo.prototype,"digestAlgorithm",void 0);__decorate([AsnProp({type:OctetString2})],DigestInfo.prototype,"digest",void 0);var OtherPrimeInfos_1,OtherPrimeInfo=class{prime=new ArrayBuffer(0);exponent=new ArrayBuffer(0);coefficient=new ArrayBuffer(0);constructor(params={}){Object.assign(
this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],OtherPrimeInfo.prototype,"prime",void 0);__decorate([AsnProp(
{type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],OtherPrimeInfo.prototype,"exponent",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,
converter:AsnIntegerArrayBufferConverter})],OtherPrimeInfo.prototype,"coefficient",void 0);var OtherPrimeInfos=OtherPrimeInfos_1=class extends AsnArray{constructor(items){
super(items),Object.setPrototypeOf(this,OtherPrimeInfos_1.prototype)}};OtherPrimeInfos=OtherPrimeInfos_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:OtherPrimeInfo})],
OtherPrimeInfos);var RSAPrivateKey=class{version=0;modulus=new ArrayBuffer(0);publicExponent=new ArrayBuffer(0);privateExponent=new ArrayBuffer(0);prime1=new ArrayBuffer(0);prime2=new ArrayBuffer(
0);exponent1=new ArrayBuffer(0);exponent2=new ArrayBuffer(0);coefficient=new ArrayBuffer(0);otherPrimeInfos;constructor(params={}){Object.assign(this,params)}};
__decorate([AsnProp({type:AsnPropTypes.Integer})],RSAPrivateKey.prototype,"version",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],
RSAPrivateKey.prototype,"modulus",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],RSAPrivateKey.prototype,"pu\
blicExponent",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],RSAPrivateKey.prototype,"privateExponent",void 0);
__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],RSAPrivateKey.prototype,"prime1",void 0);__decorate([AsnProp({type:AsnPropTypes.
Integer,converter:AsnIntegerArrayBufferConverter})],RSAPrivateKey.prototype,"prime2",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],
RSAPrivateKey.prototype,"exponent1",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],RSAPrivateKey.prototype,"\
exponent2",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],RSAPrivateKey.prototype,"coefficient",void 0);__decorate(
[AsnProp({type:OtherPrimeInfos,optional:!0})],RSAPrivateKey.prototype,"otherPrimeInfos",void 0);var RSAPublicKey=class{modulus=new ArrayBuffer(0);publicExponent=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.
Integer,converter:AsnIntegerArrayBufferConverter})],RSAPublicKey.prototype,"modulus",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,converter:AsnIntegerArrayBufferConverter})],
RSAPublicKey.prototype,"publicExponent",void 0);var Lifecycle;(function(Lifecycle2){Lifecycle2[Lifecycle2.Transient=0]="Transient",Lifecycle2[Lifecycle2.Singleton=1]="Singleton",Lifecycle2[Lifecycle2.ResolutionScoped=
2]="ResolutionScoped",Lifecycle2[Lifecycle2.ContainerScoped=3]="ContainerScoped"})(Lifecycle||(Lifecycle={}));var lifecycle_default=Lifecycle;var extendStatics=function(d,b){return extendStatics=Object.setPrototypeOf||{__proto__:[]}instanceof Array&&function(d2,b2){d2.__proto__=b2}||function(d2,b2){for(var p in b2)
b2.hasOwnProperty(p)&&(d2[p]=b2[p])},extendStatics(d,b)};function __extends(d,b){extendStatics(d,b);function __(){this.constructor=d}d.prototype=b===null?Object.
create(b):(__.prototype=b.prototype,new __)}function __awaiter(thisArg,_arguments,P,generator){function adopt(value){return value instanceof P?value:new P(function(resolve){resolve(value)})}return new(P||
(P=Promise))(function(resolve,reject){function fulfilled(value){try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator.
throw(value))}catch(e){reject(e)}}function step(result){result.done?resolve(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.
apply(thisArg,_arguments||[])).next())})}function __generator(thisArg,body){var _={label:0,sent:function(){if(t[0]&1)throw t[1];return t[1]},trys:[],ops:[]},f,y,
t,g;return g={next:verb(0),throw:verb(1),return:verb(2)},typeof Symbol=="function"&&(g[Symbol.iterator]=function(){return this}),g;function verb(n){return function(v){
return step([n,v])}}function step(op){if(f)throw new TypeError("Generator is already executing.");for(;_;)try{if(f=1,y&&(t=op[0]&2?y.return:op[0]?y.throw||((t=y.
return)&&t.call(y),0):y.next)&&!(t=t.call(y,op[1])).done)return t;switch(y=0,t&&(op=[op[0]&2,t.value]),op[0]){case 0:case 1:t=op;break;case 4:return _.label++,{
value:op[1],done:!1};case 5:_.label++,y=op[1],op=[0];continue;case 7:op=_.ops.pop(),_.trys.pop();continue;default:if(t=_.trys,!(t=t.length>0&&t[t.length-1])&&(op[0]===
6||op[0]===2)){_=0;continue}if(op[0]===3&&(!t||op[1]>t[0]&&op[1]<t[3])){_.label=op[1];break}if(op[0]===6&&_.label<t[1]){_.label=t[1],t=op;break}if(t&&_.label<t[2]){
_.label=t[2],_.ops.push(op);break}t[2]&&_.ops.pop(),_.trys.pop();continue}op=body.call(thisArg,_)}catch(e){op=[6,e],y=0}finally{f=t=0}if(op[0]&5)throw op[1];return{
value:op[0]?op[1]:void 0,done:!0}}}function __values(o){var s=typeof Symbol=="function"&&Symbol.iterator,m=s&&o[s],i=0;if(m)return m.call(o);if(o&&typeof o.length=="number")return{next:function(){
return o&&i>=o.length&&(o=void 0),{value:o&&o[i++],done:!o}}};throw new TypeError(s?"Object is not iterable.":"Symbol.iterator is not defined.")}function __read(o,n){
var m=typeof Symbol=="function"&&o[Symbol.iterator];if(!m)return o;var i=m.call(o),r,ar=[],e;try{for(;(n===void 0||n-- >0)&&!(r=i.next()).done;)ar.push(r.value)}catch(error){
e={error}}finally{try{r&&!r.done&&(m=i.return)&&m.call(i)}finally{if(e)throw e.error}}return ar}function __spread(){for(var ar=[],i=0;i<arguments.length;i++)ar=
ar.concat(__read(arguments[i]));return ar}var INJECTION_TOKEN_METADATA_KEY="injectionTokens";function getParamInfo(target){var params=Reflect.getMetadata("design:paramtypes",target)||[],injectionTokens=Reflect.
getOwnMetadata(INJECTION_TOKEN_METADATA_KEY,target)||{};return Object.keys(injectionTokens).forEach(function(key){params[+key]=injectionTokens[key]}),params}function isClassProvider(provider){return!!provider.useClass}function isFactoryProvider(provider){return!!provider.useFactory}var DelayedConstructor=(function(){function DelayedConstructor2(wrap2){this.wrap=wrap2,this.reflectMethods=["get","getPrototypeOf","setPrototypeOf","getOwnPrope\
rtyDescriptor","defineProperty","has","set","deleteProperty","apply","construct","ownKeys"]}return DelayedConstructor2.prototype.createProxy=function(createObject){
var _this=this,target={},init=!1,value,delayedObject=function(){return init||(value=createObject(_this.wrap()),init=!0),value};return new Proxy(target,this.createHandler(
delayedObject))},DelayedConstructor2.prototype.createHandler=function(delayedObject){var handler={},install=function(name){handler[name]=function(){for(var args=[],
_i=0;_i<arguments.length;_i++)args[_i]=arguments[_i];args[0]=delayedObject();var method=Reflect[name];return method.apply(void 0,__spread(args))}};return this.reflectMethods.
forEach(install),handler},DelayedConstructor2})();function isNormalToken(token){return typeof token=="string"||typeof token=="symbol"}function isTokenDescriptor(descriptor){return typeof descriptor=="object"&&"\
token"in descriptor&&"multiple"in descriptor}function isTransformDescriptor(descriptor){return typeof descriptor=="object"&&"token"in descriptor&&"transform"in descriptor}
function isConstructorToken(token){return typeof token=="function"||token instanceof DelayedConstructor}function isTokenProvider(provider){return!!provider.useToken}function isValueProvider(provider){return provider.useValue!=null}function isProvider(provider){return isClassProvider(provider)||isValueProvider(provider)||isTokenProvider(provider)||isFactoryProvider(provider)}var RegistryBase=(function(){function RegistryBase2(){this._registryMap=new Map}return RegistryBase2.prototype.entries=function(){return this._registryMap.entries()},
RegistryBase2.prototype.getAll=function(key){return this.ensure(key),this._registryMap.get(key)},RegistryBase2.prototype.get=function(key){this.ensure(key);var value=this.
_registryMap.get(key);return value[value.length-1]||null},RegistryBase2.prototype.set=function(key,value){this.ensure(key),this._registryMap.get(key).push(value)},
RegistryBase2.prototype.setAll=function(key,value){this._registryMap.set(key,value)},RegistryBase2.prototype.has=function(key){return this.ensure(key),this._registryMap.
get(key).length>0},RegistryBase2.prototype.clear=function(){this._registryMap.clear()},RegistryBase2.prototype.ensure=function(key){this._registryMap.has(key)||
this._registryMap.set(key,[])},RegistryBase2})(),registry_base_default=RegistryBase;var Registry=(function(_super){__extends(Registry2,_super);function Registry2(){return _super!==null&&_super.apply(this,arguments)||this}return Registry2})(registry_base_default),
registry_default=Registry;var ResolutionContext=(function(){function ResolutionContext2(){this.scopedResolutions=new Map}return ResolutionContext2})(),resolution_context_default=ResolutionContext;function formatDependency(params,idx){if(params===null)return"at position #"+idx;var argName=params.split(",")[idx].trim();return'"'+argName+'" at position #'+idx}
function composeErrorMessage(msg,e,indent){return indent===void 0&&(indent="    "),__spread([msg],e.message.split(`
`).map(function(l){return indent+l})).join(`
`)}function formatErrorCtor(ctor,paramIdx,error){var _a3=__read(ctor.toString().match(/constructor\(([\w, ]+)\)/)||[],2),_b2=_a3[1],params=_b2===void 0?null:_b2,
dep=formatDependency(params,paramIdx);return composeErrorMessage("Cannot inject the dependency "+dep+' of "'+ctor.name+'" constructor. Reason:',error)}function isDisposable(value){if(typeof value.dispose!="function")return!1;var disposeFun=value.dispose;return!(disposeFun.length>0)}var PreResolutionInterceptors=(function(_super){__extends(PreResolutionInterceptors2,_super);function PreResolutionInterceptors2(){return _super!==null&&_super.
apply(this,arguments)||this}return PreResolutionInterceptors2})(registry_base_default);var PostResolutionInterceptors=(function(_super){__extends(PostResolutionInterceptors2,_super);function PostResolutionInterceptors2(){return _super!==null&&_super.
apply(this,arguments)||this}return PostResolutionInterceptors2})(registry_base_default);var Interceptors=(function(){function Interceptors2(){this.preResolution=new PreResolutionInterceptors,this.postResolution=new PostResolutionInterceptors}return Interceptors2})(),
interceptors_default=Interceptors;var typeInfo=new Map,InternalDependencyContainer=(function(){function InternalDependencyContainer2(parent){this.parent=parent,this._registry=new registry_default,
this.interceptors=new interceptors_default,this.disposed=!1,this.disposables=new Set}return InternalDependencyContainer2.prototype.register=function(token,providerOrConstructor,options){
options===void 0&&(options={lifecycle:lifecycle_default.Transient}),this.ensureNotDisposed();var provider;if(isProvider(providerOrConstructor)?provider=providerOrConstructor:
provider={useClass:providerOrConstructor},isTokenProvider(provider))for(var path=[token],tokenProvider=provider;tokenProvider!=null;){var currentToken=tokenProvider.
useToken;if(path.includes(currentToken))throw new Error("Token registration cycle detected! "+__spread(path,[currentToken]).join(" -> "));path.push(currentToken);
var registration=this._registry.get(currentToken);registration&&isTokenProvider(registration.provider)?tokenProvider=registration.provider:tokenProvider=null}if((options.
lifecycle===lifecycle_default.Singleton||options.lifecycle==lifecycle_default.ContainerScoped||options.lifecycle==lifecycle_default.ResolutionScoped)&&(isValueProvider(
provider)||isFactoryProvider(provider)))throw new Error('Cannot use lifecycle "'+lifecycle_default[options.lifecycle]+'" with ValueProviders or FactoryProviders');
return this._registry.set(token,{provider,options}),this},InternalDependencyContainer2.prototype.registerType=function(from,to){return this.ensureNotDisposed(),
isNormalToken(to)?this.register(from,{useToken:to}):this.register(from,{useClass:to})},InternalDependencyContainer2.prototype.registerInstance=function(token,instance2){
return this.ensureNotDisposed(),this.register(token,{useValue:instance2})},InternalDependencyContainer2.prototype.registerSingleton=function(from,to){if(this.ensureNotDisposed(),
isNormalToken(from)){if(isNormalToken(to))return this.register(from,{useToken:to},{lifecycle:lifecycle_default.Singleton});if(to)return this.register(from,{useClass:to},
{lifecycle:lifecycle_default.Singleton});throw new Error('Cannot register a type name as a singleton without a "to" token')}var useClass=from;return to&&!isNormalToken(
to)&&(useClass=to),this.register(from,{useClass},{lifecycle:lifecycle_default.Singleton})},InternalDependencyContainer2.prototype.resolve=function(token,context,isOptional){
context===void 0&&(context=new resolution_context_default),isOptional===void 0&&(isOptional=!1),this.ensureNotDisposed();var registration=this.getRegistration(token);
if(!registration&&isNormalToken(token)){if(isOptional)return;throw new Error('Attempted to resolve unregistered dependency token: "'+token.toString()+'"')}if(this.
executePreResolutionInterceptor(token,"Single"),registration){var result=this.resolveRegistration(registration,context);return this.executePostResolutionInterceptor(
token,result,"Single"),result}if(isConstructorToken(token)){var result=this.construct(token,context);return this.executePostResolutionInterceptor(token,result,"\
Single"),result}throw new Error("Attempted to construct an undefined constructor. Could mean a circular dependency problem. Try using `delay` function.")},InternalDependencyContainer2.
prototype.executePreResolutionInterceptor=function(token,resolutionType){var e_1,_a3;if(this.interceptors.preResolution.has(token)){var remainingInterceptors=[];
try{for(var _b2=__values(this.interceptors.preResolution.getAll(token)),_c2=_b2.next();!_c2.done;_c2=_b2.next()){var interceptor=_c2.value;interceptor.options.frequency!=
"Once"&&remainingInterceptors.push(interceptor),interceptor.callback(token,resolutionType)}}catch(e_1_1){e_1={error:e_1_1}}finally{try{_c2&&!_c2.done&&(_a3=_b2.
return)&&_a3.call(_b2)}finally{if(e_1)throw e_1.error}}this.interceptors.preResolution.setAll(token,remainingInterceptors)}},InternalDependencyContainer2.prototype.
executePostResolutionInterceptor=function(token,result,resolutionType){var e_2,_a3;if(this.interceptors.postResolution.has(token)){var remainingInterceptors=[];
try{for(var _b2=__values(this.interceptors.postResolution.getAll(token)),_c2=_b2.next();!_c2.done;_c2=_b2.next()){var interceptor=_c2.value;interceptor.options.
frequency!="Once"&&remainingInterceptors.push(interceptor),interceptor.callback(token,result,resolutionType)}}catch(e_2_1){e_2={error:e_2_1}}finally{try{_c2&&!_c2.
done&&(_a3=_b2.return)&&_a3.call(_b2)}finally{if(e_2)throw e_2.error}}this.interceptors.postResolution.setAll(token,remainingInterceptors)}},InternalDependencyContainer2.
prototype.resolveRegistration=function(registration,context){if(this.ensureNotDisposed(),registration.options.lifecycle===lifecycle_default.ResolutionScoped&&context.
scopedResolutions.has(registration))return context.scopedResolutions.get(registration);var isSingleton=registration.options.lifecycle===lifecycle_default.Singleton,
isContainerScoped=registration.options.lifecycle===lifecycle_default.ContainerScoped,returnInstance=isSingleton||isContainerScoped,resolved;return isValueProvider(
registration.provider)?resolved=registration.provider.useValue:isTokenProvider(registration.provider)?resolved=returnInstance?registration.instance||(registration.
instance=this.resolve(registration.provider.useToken,context)):this.resolve(registration.provider.useToken,context):isClassProvider(registration.provider)?resolved=
returnInstance?registration.instance||(registration.instance=this.construct(registration.provider.useClass,context)):this.construct(registration.provider.useClass,
context):isFactoryProvider(registration.provider)?resolved=registration.provider.useFactory(this):resolved=this.construct(registration.provider,context),registration.
options.lifecycle===lifecycle_default.ResolutionScoped&&context.scopedResolutions.set(registration,resolved),resolved},InternalDependencyContainer2.prototype.resolveAll=
function(token,context,isOptional){var _this=this;context===void 0&&(context=new resolution_context_default),isOptional===void 0&&(isOptional=!1),this.ensureNotDisposed();
var registrations=this.getAllRegistrations(token);if(!registrations&&isNormalToken(token)){if(isOptional)return[];throw new Error('Attempted to resolve unregist\
ered dependency token: "'+token.toString()+'"')}if(this.executePreResolutionInterceptor(token,"All"),registrations){var result_1=registrations.map(function(item){
return _this.resolveRegistration(item,context)});return this.executePostResolutionInterceptor(token,result_1,"All"),result_1}var result=[this.construct(token,context)];
return this.executePostResolutionInterceptor(token,result,"All"),result},InternalDependencyContainer2.prototype.isRegistered=function(token,recursive){return recursive===
void 0&&(recursive=!1),this.ensureNotDisposed(),this._registry.has(token)||recursive&&(this.parent||!1)&&this.parent.isRegistered(token,!0)},InternalDependencyContainer2.
prototype.reset=function(){this.ensureNotDisposed(),this._registry.clear(),this.interceptors.preResolution.clear(),this.interceptors.postResolution.clear()},InternalDependencyContainer2.
prototype.clearInstances=function(){var e_3,_a3;this.ensureNotDisposed();try{for(var _b2=__values(this._registry.entries()),_c2=_b2.next();!_c2.done;_c2=_b2.next()){
var _d=__read(_c2.value,2),token=_d[0],registrations=_d[1];this._registry.setAll(token,registrations.filter(function(registration){return!isValueProvider(registration.
provider)}).map(function(registration){return registration.instance=void 0,registration}))}}catch(e_3_1){e_3={error:e_3_1}}finally{try{_c2&&!_c2.done&&(_a3=_b2.
return)&&_a3.call(_b2)}finally{if(e_3)throw e_3.error}}},InternalDependencyContainer2.prototype.createChildContainer=function(){var e_4,_a3;this.ensureNotDisposed();
var childContainer=new InternalDependencyContainer2(this);try{for(var _b2=__values(this._registry.entries()),_c2=_b2.next();!_c2.done;_c2=_b2.next()){var _d=__read(
_c2.value,2),token=_d[0],registrations=_d[1];registrations.some(function(_a4){var options=_a4.options;return options.lifecycle===lifecycle_default.ContainerScoped})&&
childContainer._registry.setAll(token,registrations.map(function(registration){return registration.options.lifecycle===lifecycle_default.ContainerScoped?{provider:registration.
provider,options:registration.options}:registration}))}}catch(e_4_1){e_4={error:e_4_1}}finally{try{_c2&&!_c2.done&&(_a3=_b2.return)&&_a3.call(_b2)}finally{if(e_4)
throw e_4.error}}return childContainer},InternalDependencyContainer2.prototype.beforeResolution=function(token,callback,options){options===void 0&&(options={frequency:"\
Always"}),this.interceptors.preResolution.set(token,{callback,options})},InternalDependencyContainer2.prototype.afterResolution=function(token,callback,options){
options===void 0&&(options={frequency:"Always"}),this.interceptors.postResolution.set(token,{callback,options})},InternalDependencyContainer2.prototype.dispose=
function(){return __awaiter(this,void 0,void 0,function(){var promises;return __generator(this,function(_a3){switch(_a3.label){case 0:return this.disposed=!0,promises=
[],this.disposables.forEach(function(disposable){var maybePromise=disposable.dispose();maybePromise&&promises.push(maybePromise)}),[4,Promise.all(promises)];case 1:
return _a3.sent(),[2]}})})},InternalDependencyContainer2.prototype.getRegistration=function(token){return this.isRegistered(token)?this._registry.get(token):this.
parent?this.parent.getRegistration(token):null},InternalDependencyContainer2.prototype.getAllRegistrations=function(token){return this.isRegistered(token)?this.
_registry.getAll(token):this.parent?this.parent.getAllRegistrations(token):null},InternalDependencyContainer2.prototype.construct=function(ctor,context){var _this=this;
if(ctor instanceof DelayedConstructor)return ctor.createProxy(function(target){return _this.resolve(target,context)});var instance2=(function(){var paramInfo=typeInfo.
get(ctor);if(!paramInfo||paramInfo.length===0){if(ctor.length===0)return new ctor;throw new Error('TypeInfo not known for "'+ctor.name+'"')}var params=paramInfo.
map(_this.resolveParams(context,ctor));return new(ctor.bind.apply(ctor,__spread([void 0],params)))})();return isDisposable(instance2)&&this.disposables.add(instance2),
instance2},InternalDependencyContainer2.prototype.resolveParams=function(context,ctor){var _this=this;return function(param,idx){var _a3,_b2,_c2;try{return isTokenDescriptor(
param)?isTransformDescriptor(param)?param.multiple?(_a3=_this.resolve(param.transform)).transform.apply(_a3,__spread([_this.resolveAll(param.token,new resolution_context_default,
param.isOptional)],param.transformArgs)):(_b2=_this.resolve(param.transform)).transform.apply(_b2,__spread([_this.resolve(param.token,context,param.isOptional)],
param.transformArgs)):param.multiple?_this.resolveAll(param.token,new resolution_context_default,param.isOptional):_this.resolve(param.token,context,param.isOptional):
isTransformDescriptor(param)?(_c2=_this.resolve(param.transform,context)).transform.apply(_c2,__spread([_this.resolve(param.token,context)],param.transformArgs)):
_this.resolve(param,context)}catch(e){throw new Error(formatErrorCtor(ctor,idx,e))}}},InternalDependencyContainer2.prototype.ensureNotDisposed=function(){if(this.
disposed)throw new Error("This container has been disposed, you cannot interact with a disposed container")},InternalDependencyContainer2})(),instance=new InternalDependencyContainer;function injectable(options){return function(target){typeInfo.set(target,getParamInfo(target)),options&&options.token&&(Array.isArray(options.token)?options.token.
forEach(function(token){instance.register(token,target)}):instance.register(options.token,target))}}var injectable_default=injectable;if(typeof Reflect>"u"||!Reflect.getMetadata)throw new Error(`tsyringe requires a reflect polyfill. Please add 'import "reflect-metadata"' to the top of your ent\
ry point.`);var PKCS12AttrSet_1,PKCS12Attribute=class{attrId="";attrValues=[];constructor(params={}){Object.assign(params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
PKCS12Attribute.prototype,"attrId",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,repeated:"set"})],PKCS12Attribute.prototype,"attrValues",void 0);var PKCS12AttrSet=PKCS12AttrSet_1=
class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,PKCS12AttrSet_1.prototype)}};PKCS12AttrSet=PKCS12AttrSet_1=__decorate([AsnType(
{type:AsnTypeTypes.Sequence,itemType:PKCS12Attribute})],PKCS12AttrSet);var AuthenticatedSafe_1,AuthenticatedSafe=AuthenticatedSafe_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,AuthenticatedSafe_1.
prototype)}};AuthenticatedSafe=AuthenticatedSafe_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:ContentInfo})],AuthenticatedSafe);var id_rsadsi="1.2.840.113549",id_pkcs=`${id_rsadsi}.1`,id_pkcs_12=`${id_pkcs}.12`,id_pkcs_12PbeIds=`${id_pkcs_12}.1`,id_pbeWithSHAAnd128BitRC4=`${id_pkcs_12PbeIds}\
.1`,id_pbeWithSHAAnd40BitRC4=`${id_pkcs_12PbeIds}.2`,id_pbeWithSHAAnd3_KeyTripleDES_CBC=`${id_pkcs_12PbeIds}.3`,id_pbeWithSHAAnd2_KeyTripleDES_CBC=`${id_pkcs_12PbeIds}\
.4`,id_pbeWithSHAAnd128BitRC2_CBC=`${id_pkcs_12PbeIds}.5`,id_pbewithSHAAnd40BitRC2_CBC=`${id_pkcs_12PbeIds}.6`,id_bagtypes=`${id_pkcs_12}.10.1`;var id_keyBag=`${id_bagtypes}.1`,id_pkcs8ShroudedKeyBag=`${id_bagtypes}.2`,id_certBag=`${id_bagtypes}.3`,id_CRLBag=`${id_bagtypes}.4`,id_SecretBag=`${id_bagtypes}\
.5`,id_SafeContents=`${id_bagtypes}.6`,id_pkcs_9="1.2.840.113549.1.9";var CertBag=class{certId="";certValue=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
CertBag.prototype,"certId",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,context:0})],CertBag.prototype,"certValue",void 0);var id_certTypes=`${id_pkcs_9}.\
22`,id_x509Certificate=`${id_certTypes}.1`,id_sdsiCertificate=`${id_certTypes}.2`;var CRLBag=class{crlId="";crltValue=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
CRLBag.prototype,"crlId",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,context:0})],CRLBag.prototype,"crltValue",void 0);var id_crlTypes=`${id_pkcs_9}.23`,
id_x509CRL=`${id_crlTypes}.1`;var EncryptedData=class extends OctetString2{},EncryptedPrivateKeyInfo=class{encryptionAlgorithm=new AlgorithmIdentifier;encryptedData=new EncryptedData;constructor(params={}){
Object.assign(this,params)}};__decorate([AsnProp({type:AlgorithmIdentifier})],EncryptedPrivateKeyInfo.prototype,"encryptionAlgorithm",void 0);__decorate([AsnProp(
{type:EncryptedData})],EncryptedPrivateKeyInfo.prototype,"encryptedData",void 0);var Attributes_1,Version2;(function(Version4){Version4[Version4.v1=0]="v1"})(Version2||(Version2={}));var PrivateKey=class extends OctetString2{},Attributes=Attributes_1=
class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,Attributes_1.prototype)}};Attributes=Attributes_1=__decorate([AsnType({type:AsnTypeTypes.
Sequence,itemType:Attribute})],Attributes);var PrivateKeyInfo=class{version=Version2.v1;privateKeyAlgorithm=new AlgorithmIdentifier;privateKey=new PrivateKey;attributes;constructor(params={}){Object.assign(
this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],PrivateKeyInfo.prototype,"version",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],PrivateKeyInfo.
prototype,"privateKeyAlgorithm",void 0);__decorate([AsnProp({type:PrivateKey})],PrivateKeyInfo.prototype,"privateKey",void 0);__decorate([AsnProp({type:Attributes,
implicit:!0,context:0,optional:!0})],PrivateKeyInfo.prototype,"attributes",void 0);var KeyBag=class extends PrivateKeyInfo{};KeyBag=__decorate([AsnType({type:AsnTypeTypes.Sequence})],KeyBag);var PKCS8ShroudedKeyBag=class extends EncryptedPrivateKeyInfo{};PKCS8ShroudedKeyBag=__decorate([AsnType({type:AsnTypeTypes.Sequence})],PKCS8ShroudedKeyBag);var SecretBag=class{secretTypeId="";secretValue=new ArrayBuffer(0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],
SecretBag.prototype,"secretTypeId",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,context:0})],SecretBag.prototype,"secretValue",void 0);var MacData=class{mac=new DigestInfo;macSalt=new OctetString2;iterations=1;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:DigestInfo})],
MacData.prototype,"mac",void 0);__decorate([AsnProp({type:OctetString2})],MacData.prototype,"macSalt",void 0);__decorate([AsnProp({type:AsnPropTypes.Integer,defaultValue:1})],
MacData.prototype,"iterations",void 0);var PFX=class{version=3;authSafe=new ContentInfo;macData=new MacData;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.
Integer})],PFX.prototype,"version",void 0);__decorate([AsnProp({type:ContentInfo})],PFX.prototype,"authSafe",void 0);__decorate([AsnProp({type:MacData,optional:!0})],
PFX.prototype,"macData",void 0);var SafeContents_1,SafeBag=class{bagId="";bagValue=new ArrayBuffer(0);bagAttributes;constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:AsnPropTypes.
ObjectIdentifier})],SafeBag.prototype,"bagId",void 0);__decorate([AsnProp({type:AsnPropTypes.Any,context:0})],SafeBag.prototype,"bagValue",void 0);__decorate([AsnProp(
{type:PKCS12Attribute,repeated:"set",optional:!0})],SafeBag.prototype,"bagAttributes",void 0);var SafeContents=SafeContents_1=class extends AsnArray{constructor(items){
super(items),Object.setPrototypeOf(this,SafeContents_1.prototype)}};SafeContents=SafeContents_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:SafeBag})],
SafeContents);var ExtensionRequest_1,ExtendedCertificateAttributes_1,SMIMECapabilities_1,id_pkcs9="1.2.840.113549.1.9",id_pkcs9_mo=`${id_pkcs9}.0`,id_pkcs9_oc=`${id_pkcs9}.24`,
id_pkcs9_at=`${id_pkcs9}.25`,id_pkcs9_sx=`${id_pkcs9}.26`,id_pkcs9_mr=`${id_pkcs9}.27`,id_pkcs9_oc_pkcsEntity=`${id_pkcs9_oc}.1`,id_pkcs9_oc_naturalPerson=`${id_pkcs9_oc}\
.2`,id_pkcs9_at_emailAddress=`${id_pkcs9}.1`,id_pkcs9_at_unstructuredName=`${id_pkcs9}.2`,id_pkcs9_at_contentType=`${id_pkcs9}.3`,id_pkcs9_at_messageDigest=`${id_pkcs9}\
.4`,id_pkcs9_at_signingTime=`${id_pkcs9}.5`,id_pkcs9_at_counterSignature=`${id_pkcs9}.6`,id_pkcs9_at_challengePassword=`${id_pkcs9}.7`,id_pkcs9_at_unstructuredAddress=`${id_pkcs9}\
.8`,id_pkcs9_at_extendedCertificateAttributes=`${id_pkcs9}.9`,id_pkcs9_at_signingDescription=`${id_pkcs9}.13`,id_pkcs9_at_extensionRequest=`${id_pkcs9}.14`,id_pkcs9_at_smimeCapabilities=`${id_pkcs9}\
.15`,id_pkcs9_at_friendlyName=`${id_pkcs9}.20`,id_pkcs9_at_localKeyId=`${id_pkcs9}.21`;var id_pkcs9_at_pkcs15Token=`${id_pkcs9_at}.1`,id_pkcs9_at_encryptedPrivateKeyInfo=`${id_pkcs9_at}.2`,id_pkcs9_at_randomNonce=`${id_pkcs9_at}.3`,id_pkcs9_at_sequenceNumber=`${id_pkcs9_at}\
.4`,id_pkcs9_at_pkcs7PDU=`${id_pkcs9_at}.5`,id_ietf_at="1.3.6.1.5.5.7.9",id_pkcs9_at_dateOfBirth=`${id_ietf_at}.1`,id_pkcs9_at_placeOfBirth=`${id_ietf_at}.2`,id_pkcs9_at_gender=`${id_ietf_at}\
.3`,id_pkcs9_at_countryOfCitizenship=`${id_ietf_at}.4`,id_pkcs9_at_countryOfResidence=`${id_ietf_at}.5`,id_pkcs9_sx_pkcs9String=`${id_pkcs9_sx}.1`,id_pkcs9_sx_signingTime=`${id_pkcs9_sx}\
.2`,id_pkcs9_mr_caseIgnoreMatch=`${id_pkcs9_mr}.1`,id_pkcs9_mr_signingTimeMatch=`${id_pkcs9_mr}.2`,id_smime=`${id_pkcs9}.16`,id_certTypes2=`${id_pkcs9}.22`,crlTypes=`${id_pkcs9}\
.23`,id_at_pseudonym=`${id_at}.65`,PKCS9String=class extends DirectoryString{ia5String;constructor(params={}){super(params)}toString(){return{}.toString(),this.
ia5String||super.toString()}};__decorate([AsnProp({type:AsnPropTypes.IA5String})],PKCS9String.prototype,"ia5String",void 0);PKCS9String=__decorate([AsnType({type:AsnTypeTypes.
Choice})],PKCS9String);var Pkcs7PDU=class extends ContentInfo{};Pkcs7PDU=__decorate([AsnType({type:AsnTypeTypes.Sequence})],Pkcs7PDU);var UserPKCS12=class extends PFX{};UserPKCS12=__decorate([AsnType({type:AsnTypeTypes.Sequence})],UserPKCS12);var EncryptedPrivateKeyInfo2=class extends EncryptedPrivateKeyInfo{};EncryptedPrivateKeyInfo2=__decorate([AsnType({type:AsnTypeTypes.Sequence})],EncryptedPrivateKeyInfo2);var EmailAddress=class{value;constructor(value=""){this.value=value}toString(){return this.value}};__decorate([AsnProp({type:AsnPropTypes.IA5String})],EmailAddress.
prototype,"value",void 0);EmailAddress=__decorate([AsnType({type:AsnTypeTypes.Choice})],EmailAddress);var UnstructuredName=class extends PKCS9String{};UnstructuredName=__decorate([AsnType({type:AsnTypeTypes.Choice})],UnstructuredName);var UnstructuredAddress=class extends DirectoryString{};UnstructuredAddress=__decorate([AsnType({type:AsnTypeTypes.Choice})],UnstructuredAddress);var DateOfBirth=class{value;constructor(value=new Date){this.value=value}};__decorate([AsnProp({type:AsnPropTypes.GeneralizedTime})],DateOfBirth.prototype,"valu\
e",void 0);DateOfBirth=__decorate([AsnType({type:AsnTypeTypes.Choice})],DateOfBirth);var PlaceOfBirth=class extends DirectoryString{};PlaceOfBirth=__decorate([AsnType({type:AsnTypeTypes.Choice})],PlaceOfBirth);var Gender=class{value;constructor(value="M"){this.value=value}toString(){return this.value}};__decorate([AsnProp({type:AsnPropTypes.PrintableString})],Gender.prototype,
"value",void 0);Gender=__decorate([AsnType({type:AsnTypeTypes.Choice})],Gender);var CountryOfCitizenship=class{value;constructor(value=""){this.value=value}toString(){return this.value}};__decorate([AsnProp({type:AsnPropTypes.PrintableString})],
CountryOfCitizenship.prototype,"value",void 0);CountryOfCitizenship=__decorate([AsnType({type:AsnTypeTypes.Choice})],CountryOfCitizenship);var CountryOfResidence=class extends CountryOfCitizenship{};CountryOfResidence=__decorate([AsnType({type:AsnTypeTypes.Choice})],CountryOfResidence);var Pseudonym=class extends DirectoryString{};Pseudonym=__decorate([AsnType({type:AsnTypeTypes.Choice})],Pseudonym);var ContentType=class{value;constructor(value=""){this.value=value}toString(){return this.value}};__decorate([AsnProp({type:AsnPropTypes.ObjectIdentifier})],ContentType.
prototype,"value",void 0);ContentType=__decorate([AsnType({type:AsnTypeTypes.Choice})],ContentType);var SigningTime3=class extends Time{};SigningTime3=__decorate([AsnType({type:AsnTypeTypes.Choice})],SigningTime3);var SequenceNumber=class{value;constructor(value=0){this.value=value}toString(){return this.value.toString()}};__decorate([AsnProp({type:AsnPropTypes.Integer})],
SequenceNumber.prototype,"value",void 0);SequenceNumber=__decorate([AsnType({type:AsnTypeTypes.Choice})],SequenceNumber);var CounterSignature3=class extends SignerInfo{};CounterSignature3=__decorate([AsnType({type:AsnTypeTypes.Sequence})],CounterSignature3);var ChallengePassword=class extends DirectoryString{};ChallengePassword=__decorate([AsnType({type:AsnTypeTypes.Choice})],ChallengePassword);var ExtensionRequest=ExtensionRequest_1=class extends Extensions{constructor(items){super(items),Object.setPrototypeOf(this,ExtensionRequest_1.prototype)}};ExtensionRequest=
ExtensionRequest_1=__decorate([AsnType({type:AsnTypeTypes.Sequence})],ExtensionRequest);var ExtendedCertificateAttributes=ExtendedCertificateAttributes_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,ExtendedCertificateAttributes_1.
prototype)}};ExtendedCertificateAttributes=ExtendedCertificateAttributes_1=__decorate([AsnType({type:AsnTypeTypes.Set,itemType:Attribute2})],ExtendedCertificateAttributes);var FriendlyName=class{value;constructor(value=""){this.value=value}toString(){return this.value}};__decorate([AsnProp({type:AsnPropTypes.BmpString})],FriendlyName.
prototype,"value",void 0);FriendlyName=__decorate([AsnType({type:AsnTypeTypes.Choice})],FriendlyName);var SMIMECapability=class extends AlgorithmIdentifier{};SMIMECapability=__decorate([AsnType({type:AsnTypeTypes.Sequence})],SMIMECapability);var SMIMECapabilities=SMIMECapabilities_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,SMIMECapabilities_1.prototype)}};SMIMECapabilities=
SMIMECapabilities_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:SMIMECapability})],SMIMECapabilities);var CompositeParams_1,CompositeSignatureValue_1;var CompositeParams=CompositeParams_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,CompositeParams_1.prototype)}};CompositeParams=
CompositeParams_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:AlgorithmIdentifier})],CompositeParams);var CompositeSignatureValue=CompositeSignatureValue_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,CompositeSignatureValue_1.
prototype)}};CompositeSignatureValue=CompositeSignatureValue_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:AsnPropTypes.BitString})],CompositeSignatureValue);var AsymmetricKeyPackage_1;var Version3;(function(Version4){Version4[Version4.v1=0]="v1",Version4[Version4.v2=1]="v2"})(Version3||(Version3={}));var PrivateKeyAlgorithmIdentifier=class extends AlgorithmIdentifier{};
PrivateKeyAlgorithmIdentifier=__decorate([AsnType({type:AsnTypeTypes.Sequence})],PrivateKeyAlgorithmIdentifier);var OneAsymmetricKey=class{version=Version3.v1;privateKeyAlgorithm=new AlgorithmIdentifier;privateKey=new ArrayBuffer(0);attributes;publicKey};__decorate([AsnProp(
{type:AsnPropTypes.Integer})],OneAsymmetricKey.prototype,"version",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],OneAsymmetricKey.prototype,"privateK\
eyAlgorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.OctetString})],OneAsymmetricKey.prototype,"privateKey",void 0);__decorate([AsnProp({type:Attributes,
context:0,implicit:!0,optional:!0})],OneAsymmetricKey.prototype,"attributes",void 0);__decorate([AsnProp({type:AsnPropTypes.BitString,context:1,implicit:!0,optional:!0})],
OneAsymmetricKey.prototype,"publicKey",void 0);OneAsymmetricKey=__decorate([AsnType({type:AsnTypeTypes.Sequence})],OneAsymmetricKey);var PrivateKeyInfo2=class extends OneAsymmetricKey{};PrivateKeyInfo2=__decorate([AsnType({type:AsnTypeTypes.Sequence})],PrivateKeyInfo2);var AsymmetricKeyPackage=AsymmetricKeyPackage_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,AsymmetricKeyPackage_1.prototype)}};
AsymmetricKeyPackage=AsymmetricKeyPackage_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:OneAsymmetricKey})],AsymmetricKeyPackage);var CompositePublicKey_1,CompositePrivateKey_1;var CompositeAlgorithmIdentifier=class extends AlgorithmIdentifier{};CompositeAlgorithmIdentifier=__decorate([AsnType({type:AsnTypeTypes.Sequence})],CompositeAlgorithmIdentifier);var CompositePublicKey=CompositePublicKey_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,CompositePublicKey_1.prototype)}};
CompositePublicKey=CompositePublicKey_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:SubjectPublicKeyInfo})],CompositePublicKey);var CompositePrivateKey=CompositePrivateKey_1=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,CompositePrivateKey_1.prototype)}};
CompositePrivateKey=CompositePrivateKey_1=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:OneAsymmetricKey})],CompositePrivateKey);var id_sigAlgs="2.16.840.1.101.3.4.3",id_ml_dsa_44=`${id_sigAlgs}.17`,id_ml_dsa_65=`${id_sigAlgs}.18`,id_ml_dsa_87=`${id_sigAlgs}.19`,id_slh_dsa_sha2_128s=`${id_sigAlgs}\
.20`,id_slh_dsa_sha2_128f=`${id_sigAlgs}.21`,id_slh_dsa_sha2_192s=`${id_sigAlgs}.22`,id_slh_dsa_sha2_192f=`${id_sigAlgs}.23`,id_slh_dsa_sha2_256s=`${id_sigAlgs}\
.24`,id_slh_dsa_sha2_256f=`${id_sigAlgs}.25`,id_slh_dsa_shake_128s=`${id_sigAlgs}.26`,id_slh_dsa_shake_128f=`${id_sigAlgs}.27`,id_slh_dsa_shake_192s=`${id_sigAlgs}\
.28`,id_slh_dsa_shake_192f=`${id_sigAlgs}.29`,id_slh_dsa_shake_256s=`${id_sigAlgs}.30`,id_slh_dsa_shake_256f=`${id_sigAlgs}.31`;var Attributes_12,Attributes3=Attributes_12=class extends AsnArray{constructor(items){super(items),Object.setPrototypeOf(this,Attributes_12.prototype)}};Attributes3=
Attributes_12=__decorate([AsnType({type:AsnTypeTypes.Sequence,itemType:Attribute})],Attributes3);var CertificationRequestInfo=class{version=0;subject=new Name;subjectPKInfo=new SubjectPublicKeyInfo;attributes=new Attributes3;constructor(params={}){Object.assign(
this,params)}};__decorate([AsnProp({type:AsnPropTypes.Integer})],CertificationRequestInfo.prototype,"version",void 0);__decorate([AsnProp({type:Name})],CertificationRequestInfo.
prototype,"subject",void 0);__decorate([AsnProp({type:SubjectPublicKeyInfo})],CertificationRequestInfo.prototype,"subjectPKInfo",void 0);__decorate([AsnProp({type:Attributes3,
implicit:!0,context:0,optional:!0})],CertificationRequestInfo.prototype,"attributes",void 0);var CertificationRequest=class{certificationRequestInfo=new CertificationRequestInfo;certificationRequestInfoRaw;signatureAlgorithm=new AlgorithmIdentifier;signature=new ArrayBuffer(
0);constructor(params={}){Object.assign(this,params)}};__decorate([AsnProp({type:CertificationRequestInfo,raw:!0})],CertificationRequest.prototype,"certificatio\
nRequestInfo",void 0);__decorate([AsnProp({type:AlgorithmIdentifier})],CertificationRequest.prototype,"signatureAlgorithm",void 0);__decorate([AsnProp({type:AsnPropTypes.
BitString})],CertificationRequest.prototype,"signature",void 0);var diAlgorithm="crypto.algorithm",AlgorithmProvider=class{getAlgorithms(){return instance.resolveAll(diAlgorithm)}toAsnAlgorithm(alg){let algCopy={...alg};algCopy.
hash&&typeof algCopy.hash=="string"&&(algCopy.hash={name:algCopy.hash});for(let algorithm of this.getAlgorithms()){let res=algorithm.toAsnAlgorithm(algCopy);if(res)
return res}if(/^[0-9.]+$/.test(alg.name)){let res=new AlgorithmIdentifier({algorithm:alg.name});if("parameters"in alg){let unknown=alg;res.parameters=unknown.parameters}
return res}throw new Error("Cannot convert WebCrypto algorithm to ASN.1 algorithm")}toWebAlgorithm(alg){for(let algorithm of this.getAlgorithms()){let res=algorithm.
toWebAlgorithm(alg);if(res)return res}return{name:alg.algorithm,parameters:alg.parameters}}},diAlgorithmProvider="crypto.algorithmProvider";instance.registerSingleton(
diAlgorithmProvider,AlgorithmProvider);var EcAlgorithm_1,idVersionOne="1.3.36.3.3.2.8.1.1",idBrainpoolP160r1=`${idVersionOne}.1`,idBrainpoolP160t1=`${idVersionOne}\
.2`,idBrainpoolP192r1=`${idVersionOne}.3`,idBrainpoolP192t1=`${idVersionOne}.4`,idBrainpoolP224r1=`${idVersionOne}.5`,idBrainpoolP224t1=`${idVersionOne}.6`,idBrainpoolP256r1=`${idVersionOne}\
.7`,idBrainpoolP256t1=`${idVersionOne}.8`,idBrainpoolP320r1=`${idVersionOne}.9`,idBrainpoolP320t1=`${idVersionOne}.10`,idBrainpoolP384r1=`${idVersionOne}.11`,idBrainpoolP384t1=`${idVersionOne}\
.12`,idBrainpoolP512r1=`${idVersionOne}.13`,idBrainpoolP512t1=`${idVersionOne}.14`,brainpoolP160r1="brainpoolP160r1",brainpoolP160t1="brainpoolP160t1",brainpoolP192r1="\
brainpoolP192r1",brainpoolP192t1="brainpoolP192t1",brainpoolP224r1="brainpoolP224r1",brainpoolP224t1="brainpoolP224t1",brainpoolP256r1="brainpoolP256r1",brainpoolP256t1="\
brainpoolP256t1",brainpoolP320r1="brainpoolP320r1",brainpoolP320t1="brainpoolP320t1",brainpoolP384r1="brainpoolP384r1",brainpoolP384t1="brainpoolP384t1",brainpoolP512r1="\
brainpoolP512r1",brainpoolP512t1="brainpoolP512t1",ECDSA="ECDSA",EcAlgorithm=EcAlgorithm_1=class{toAsnAlgorithm(alg){switch(alg.name.toLowerCase()){case ECDSA.toLowerCase():
if("hash"in alg)switch((typeof alg.hash=="string"?alg.hash:alg.hash.name).toLowerCase()){case"sha-1":return ecdsaWithSHA1;case"sha-256":return ecdsaWithSHA256;case"\
sha-384":return ecdsaWithSHA384;case"sha-512":return ecdsaWithSHA512}else if("namedCurve"in alg){let parameters="";switch(alg.namedCurve){case"P-256":parameters=
id_secp256r1;break;case"K-256":parameters=EcAlgorithm_1.SECP256K1;break;case"P-384":parameters=id_secp384r1;break;case"P-521":parameters=id_secp521r1;break;case brainpoolP160r1:
parameters=idBrainpoolP160r1;break;case brainpoolP160t1:parameters=idBrainpoolP160t1;break;case brainpoolP192r1:parameters=idBrainpoolP192r1;break;case brainpoolP192t1:
parameters=idBrainpoolP192t1;break;case brainpoolP224r1:parameters=idBrainpoolP224r1;break;case brainpoolP224t1:parameters=idBrainpoolP224t1;break;case brainpoolP256r1:
parameters=idBrainpoolP256r1;break;case brainpoolP256t1:parameters=idBrainpoolP256t1;break;case brainpoolP320r1:parameters=idBrainpoolP320r1;break;case brainpoolP320t1:
parameters=idBrainpoolP320t1;break;case brainpoolP384r1:parameters=idBrainpoolP384r1;break;case brainpoolP384t1:parameters=idBrainpoolP384t1;break;case brainpoolP512r1:
parameters=idBrainpoolP512r1;break;case brainpoolP512t1:parameters=idBrainpoolP512t1;break}if(parameters)return new AlgorithmIdentifier({algorithm:id_ecPublicKey,
parameters:AsnConvert.serialize(new ECParameters({namedCurve:parameters}))})}}return null}toWebAlgorithm(alg){switch(alg.algorithm){case id_ecdsaWithSHA1:return{
name:ECDSA,hash:{name:"SHA-1"}};case id_ecdsaWithSHA256:return{name:ECDSA,hash:{name:"SHA-256"}};case id_ecdsaWithSHA384:return{name:ECDSA,hash:{name:"SHA-384"}};case id_ecdsaWithSHA512:
return{name:ECDSA,hash:{name:"SHA-512"}};case id_ecPublicKey:{if(!alg.parameters)throw new TypeError("Cannot get required parameters from EC algorithm");switch(AsnConvert.
parse(alg.parameters,ECParameters).namedCurve){case id_secp256r1:return{name:ECDSA,namedCurve:"P-256"};case EcAlgorithm_1.SECP256K1:return{name:ECDSA,namedCurve:"\
K-256"};case id_secp384r1:return{name:ECDSA,namedCurve:"P-384"};case id_secp521r1:return{name:ECDSA,namedCurve:"P-521"};case idBrainpoolP160r1:return{name:ECDSA,
namedCurve:brainpoolP160r1};case idBrainpoolP160t1:return{name:ECDSA,namedCurve:brainpoolP160t1};case idBrainpoolP192r1:return{name:ECDSA,namedCurve:brainpoolP192r1};case idBrainpoolP192t1:
return{name:ECDSA,namedCurve:brainpoolP192t1};case idBrainpoolP224r1:return{name:ECDSA,namedCurve:brainpoolP224r1};case idBrainpoolP224t1:return{name:ECDSA,namedCurve:brainpoolP224t1};case idBrainpoolP256r1:
return{name:ECDSA,namedCurve:brainpoolP256r1};case idBrainpoolP256t1:return{name:ECDSA,namedCurve:brainpoolP256t1};case idBrainpoolP320r1:return{name:ECDSA,namedCurve:brainpoolP320r1};case idBrainpoolP320t1:
return{name:ECDSA,namedCurve:brainpoolP320t1};case idBrainpoolP384r1:return{name:ECDSA,namedCurve:brainpoolP384r1};case idBrainpoolP384t1:return{name:ECDSA,namedCurve:brainpoolP384t1};case idBrainpoolP512r1:
return{name:ECDSA,namedCurve:brainpoolP512r1};case idBrainpoolP512t1:return{name:ECDSA,namedCurve:brainpoolP512t1}}}}return null}};EcAlgorithm.SECP256K1="1.3.13\
2.0.10";EcAlgorithm=EcAlgorithm_1=__decorate([injectable_default()],EcAlgorithm);instance.registerSingleton(diAlgorithm,EcAlgorithm);var NAME2=Symbol("name"),VALUE=Symbol(
"value"),TextObject=class{constructor(name,items={},value=""){this[NAME2]=name,this[VALUE]=value;for(let key in items)this[key]=items[key]}};TextObject.NAME=NAME2;
TextObject.VALUE=VALUE;var DefaultAlgorithmSerializer=class{static toTextObject(alg){let obj=new TextObject("Algorithm Identifier",{},OidSerializer.toString(alg.
algorithm));if(alg.parameters)if(alg.algorithm===id_ecPublicKey){let ecAlg=new EcAlgorithm().toWebAlgorithm(alg);ecAlg&&"namedCurve"in ecAlg?obj["Named Curve"]=
ecAlg.namedCurve:obj.Parameters=alg.parameters}else obj.Parameters=alg.parameters;return obj}},OidSerializer=class{static toString(oid){let name=this.items[oid];
return name||oid}};OidSerializer.items={[id_sha1]:"sha1",[id_sha224]:"sha224",[id_sha256]:"sha256",[id_sha384]:"sha384",[id_sha512]:"sha512",[id_rsaEncryption]:"\
rsaEncryption",[id_sha1WithRSAEncryption]:"sha1WithRSAEncryption",[id_sha224WithRSAEncryption]:"sha224WithRSAEncryption",[id_sha256WithRSAEncryption]:"sha256Wit\
hRSAEncryption",[id_sha384WithRSAEncryption]:"sha384WithRSAEncryption",[id_sha512WithRSAEncryption]:"sha512WithRSAEncryption",[id_ecPublicKey]:"ecPublicKey",[id_ecdsaWithSHA1]:"\
ecdsaWithSHA1",[id_ecdsaWithSHA224]:"ecdsaWithSHA224",[id_ecdsaWithSHA256]:"ecdsaWithSHA256",[id_ecdsaWithSHA384]:"ecdsaWithSHA384",[id_ecdsaWithSHA512]:"ecdsaW\
ithSHA512",[id_kp_serverAuth]:"TLS WWW server authentication",[id_kp_clientAuth]:"TLS WWW client authentication",[id_kp_codeSigning]:"Code Signing",[id_kp_emailProtection]:"\
E-mail Protection",[id_kp_timeStamping]:"Time Stamping",[id_kp_OCSPSigning]:"OCSP Signing",[id_signedData]:"Signed Data"};var TextConverter=class{static serialize(obj){
return this.serializeObj(obj).join(`
`)}static pad(deep=0){return"".padStart(2*deep," ")}static serializeObj(obj,deep=0){let res=[],pad2=this.pad(deep++),value="",objValue=obj[TextObject.VALUE];objValue&&
(value=` ${objValue}`),res.push(`${pad2}${obj[TextObject.NAME]}:${value}`),pad2=this.pad(deep);for(let key in obj){if(typeof key=="symbol")continue;let value2=obj[key],
keyValue=key?`${key}: `:"";if(typeof value2=="string"||typeof value2=="number"||typeof value2=="boolean")res.push(`${pad2}${keyValue}${value2}`);else if(value2 instanceof
Date)res.push(`${pad2}${keyValue}${value2.toUTCString()}`);else if(Array.isArray(value2))for(let obj2 of value2)obj2[TextObject.NAME]=key,res.push(...this.serializeObj(
obj2,deep));else if(value2 instanceof TextObject)value2[TextObject.NAME]=key,res.push(...this.serializeObj(value2,deep));else if(BufferSourceConverter.isBufferSource(
value2))key?(res.push(`${pad2}${keyValue}`),res.push(...this.serializeBufferSource(value2,deep+1))):res.push(...this.serializeBufferSource(value2,deep));else if("\
toTextObject"in value2){let obj2=value2.toTextObject();obj2[TextObject.NAME]=key,res.push(...this.serializeObj(obj2,deep))}else throw new TypeError("Cannot seri\
alize data in text format. Unsupported type.")}return res}static serializeBufferSource(buffer,deep=0){let pad2=this.pad(deep),view=BufferSourceConverter.toUint8Array(
buffer),res=[];for(let i=0;i<view.length;){let row=[];for(let j=0;j<16&&i<view.length;j++){j===8&&row.push("");let hex2=view[i++].toString(16).padStart(2,"0");row.
push(hex2)}res.push(`${pad2}${row.join(" ")}`)}return res}static serializeAlgorithm(alg){return this.algorithmSerializer.toTextObject(alg)}};TextConverter.oidSerializer=
OidSerializer;TextConverter.algorithmSerializer=DefaultAlgorithmSerializer;var _AsnData_rawData,_AsnData_options,AsnData=class _AsnData{get parseOptions(){return __classPrivateFieldGet(
this,_AsnData_options,"f")}get rawData(){return __classPrivateFieldGet(this,_AsnData_rawData,"f")||__classPrivateFieldSet(this,_AsnData_rawData,AsnConvert.serialize(
this.asn),"f"),__classPrivateFieldGet(this,_AsnData_rawData,"f")}constructor(...args){_AsnData_rawData.set(this,void 0),_AsnData_options.set(this,void 0),BufferSourceConverter.
isBufferSource(args[0])?(__classPrivateFieldSet(this,_AsnData_options,args[2],"f"),this.asn=AsnConvert.parse(args[0],args[1],args[2]),__classPrivateFieldSet(this,
_AsnData_rawData,BufferSourceConverter.toArrayBuffer(args[0]),"f"),this.onInit(this.asn)):(__classPrivateFieldSet(this,_AsnData_options,args[1],"f"),this.asn=args[0],
this.onInit(this.asn))}equal(data){return data instanceof _AsnData?isEqual(data.rawData,this.rawData):!1}toString(format4="text"){switch(format4){case"asn":return AsnConvert.
toString(this.rawData,__classPrivateFieldGet(this,_AsnData_options,"f"));case"text":return TextConverter.serialize(this.toTextObject());case"hex":return Convert.
ToHex(this.rawData);case"base64":return Convert.ToBase64(this.rawData);case"base64url":return Convert.ToBase64Url(this.rawData);default:throw TypeError("Argumen\
t 'format' is unsupported value")}}getTextName(){return this.constructor.NAME}toTextObject(){let obj=this.toTextObjectEmpty();return obj[""]=this.rawData,obj}toTextObjectEmpty(value){
return new TextObject(this.getTextName(),{},value)}};_AsnData_rawData=new WeakMap,_AsnData_options=new WeakMap;AsnData.NAME="ASN";var _a2,CryptoProvider=class _CryptoProvider{static isCryptoKeyPair(data){
return data&&data.privateKey&&data.publicKey}static isCryptoKey(data){return data&&data.usages&&data.type&&data.algorithm&&data.extractable!==void 0}constructor(){
this.items=new Map,this[_a2]="CryptoProvider",typeof self<"u"&&typeof crypto<"u"?this.set(_CryptoProvider.DEFAULT,crypto):typeof global<"u"&&global.crypto&&global.
crypto.subtle&&this.set(_CryptoProvider.DEFAULT,global.crypto)}clear(){this.items.clear()}delete(key){return this.items.delete(key)}forEach(callbackfn,thisArg){
return this.items.forEach(callbackfn,thisArg)}has(key){return this.items.has(key)}get size(){return this.items.size}entries(){return this.items.entries()}keys(){
return this.items.keys()}values(){return this.items.values()}[Symbol.iterator](){return this.items[Symbol.iterator]()}get(key=_CryptoProvider.DEFAULT){let crypto2=this.
items.get(key.toLowerCase());if(!crypto2)throw new Error(`Cannot get Crypto by name '${key}'`);return crypto2}set(key,value){if(typeof key=="string"){if(!value)
throw new TypeError("Argument 'value' is required");this.items.set(key.toLowerCase(),value)}else this.items.set(_CryptoProvider.DEFAULT,key);return this}};_a2=Symbol.
toStringTag;CryptoProvider.DEFAULT="default";var cryptoProvider=new CryptoProvider,selfProducedParseOptions={berOptions:{maxDepth:1/0,maxNodes:1/0,maxContentLength:1/0}};function getCertificateSerialNumber(raw){let serialNumber=BufferSourceConverter.toUint8Array(raw);return serialNumber.length>1&&serialNumber[0]===0&&serialNumber[1]>
127&&(serialNumber=serialNumber.slice(1)),Convert.ToHex(serialNumber)}var Extension2=class _Extension extends AsnData{constructor(...args){let raw,options;BufferSourceConverter.
isBufferSource(args[0])?(raw=BufferSourceConverter.toArrayBuffer(args[0]),options=args[1]):(raw=AsnConvert.serialize(new Extension({extnID:args[0],critical:args[1],
extnValue:new OctetString2(BufferSourceConverter.toArrayBuffer(args[2]))})),options=selfProducedParseOptions),super(raw,Extension,options)}onInit(asn){this.type=
asn.extnID,this.critical=asn.critical,this.value=asn.extnValue.buffer}toTextObject(){let obj=this.toTextObjectWithoutValue();return obj[""]=this.value,obj}toTextObjectWithoutValue(){
let obj=this.toTextObjectEmpty(this.critical?"critical":void 0);return obj[TextObject.NAME]===_Extension.NAME&&(obj[TextObject.NAME]=OidSerializer.toString(this.
type)),obj}},OID_REGEX=/^[0-2](?:\.[1-9][0-9]*)+$/;function isOID(id){return new RegExp(OID_REGEX).test(id)}var NameIdentifier=class{constructor(names2={}){this.
items={};for(let id in names2)this.register(id,names2[id])}get(idOrName){return this.items[idOrName]||null}findId(idOrName){return isOID(idOrName)?idOrName:this.
get(idOrName)}register(id,name){this.items[id]=name,this.items[name]=id}},names=new NameIdentifier;names.register("CN","2.5.4.3");names.register("L","2.5.4.7");
names.register("ST","2.5.4.8");names.register("O","2.5.4.10");names.register("OU","2.5.4.11");names.register("C","2.5.4.6");names.register("DC","0.9.2342.192003\
00.100.1.25");names.register("E","1.2.840.113549.1.9.1");names.register("G","2.5.4.42");names.register("I","2.5.4.43");names.register("SN","2.5.4.4");names.register(
"T","2.5.4.12");function replaceUnknownCharacter(text,char){return`\\${Convert.ToHex(Convert.FromUtf8String(char)).toUpperCase()}`}function escape2(data){return data.
replace(/([,+"\\<>;])/g,"\\$1").replace(/^([ #])/,"\\$1").replace(/([ ]$)/,"\\$1").replace(/([\r\n\t])/,replaceUnknownCharacter)}var Name3=class _Name{static isASCII(text){
for(let i=0;i<text.length;i++)if(text.charCodeAt(i)>255)return!1;return!0}static isPrintableString(text){return/^[A-Za-z0-9 '()+,-./:=?]*$/g.test(text)}constructor(data,extraNames={}){
this.extraNames=new NameIdentifier,this.asn=new Name;for(let key in extraNames)if(Object.prototype.hasOwnProperty.call(extraNames,key)){let value=extraNames[key];
this.extraNames.register(key,value)}typeof data=="string"?this.asn=this.fromString(data):data instanceof Name?this.asn=data:BufferSourceConverter.isBufferSource(
data)?this.asn=AsnConvert.parse(data,Name):this.asn=this.fromJSON(data)}getField(idOrName){let id=this.extraNames.findId(idOrName)||names.findId(idOrName),res=[];
for(let name of this.asn)for(let rdn of name)rdn.type===id&&res.push(rdn.value.toString());return res}getName(idOrName){return this.extraNames.get(idOrName)||names.
get(idOrName)}toString(){return this.asn.map(rdn=>rdn.map(o=>{let type=this.getName(o.type)||o.type,value=o.value.anyValue?`#${Convert.ToHex(o.value.anyValue)}`:
escape2(o.value.toString());return`${type}=${value}`}).join("+")).join(", ")}toJSON(){var _a3;let json=[];for(let rdn of this.asn){let jsonItem={};for(let attr of rdn){
let type=this.getName(attr.type)||attr.type;(_a3=jsonItem[type])!==null&&_a3!==void 0||(jsonItem[type]=[]),jsonItem[type].push(attr.value.anyValue?`#${Convert.ToHex(
attr.value.anyValue)}`:attr.value.toString())}json.push(jsonItem)}return json}fromString(data){let asn=new Name,regex=/(\d\.[\d.]*\d|[A-Za-z]+)=((?:"")|(?:".*?[^\\]")|(?:[^,+"\\](?=[,+]|$))|(?:[^,+].*?(?:[^\\][,+]))|(?:))([,+])?/g,
matches=null,level=",";for(;matches=regex.exec(`${data},`);){let[,type,value]=matches,lastChar=value[value.length-1];(lastChar===","||lastChar==="+")&&(value=value.
slice(0,value.length-1),matches[3]=lastChar);let next=matches[3];type=this.getTypeOid(type);let attr=this.createAttribute(type,value);level==="+"?asn[asn.length-
1].push(attr):asn.push(new RelativeDistinguishedName([attr])),level=next}return asn}fromJSON(data){let asn=new Name;for(let item of data){let asnRdn=new RelativeDistinguishedName;
for(let type in item){let typeId=this.getTypeOid(type),values=item[type];for(let value of values){let asnAttr=this.createAttribute(typeId,value);asnRdn.push(asnAttr)}}
asn.push(asnRdn)}return asn}getTypeOid(type){if(/[\d.]+/.test(type)||(type=this.getName(type)||""),!type)throw new Error(`Cannot get OID for name type '${type}'`);
return type}createAttribute(type,value){let attr=new AttributeTypeAndValue({type});if(typeof value=="object")for(let key in value)switch(key){case"ia5String":attr.
value.ia5String=value[key];break;case"utf8String":attr.value.utf8String=value[key];break;case"universalString":attr.value.universalString=value[key];break;case"\
bmpString":attr.value.bmpString=value[key];break;case"printableString":attr.value.printableString=value[key];break}else if(value[0]==="#")attr.value.anyValue=Convert.
FromHex(value.slice(1));else{let processedValue=this.processStringValue(value);type===this.getName("E")||type===this.getName("DC")?attr.value.ia5String=processedValue:
_Name.isPrintableString(processedValue)?attr.value.printableString=processedValue:attr.value.utf8String=processedValue}return attr}processStringValue(value){let quotedMatches=/"(.*?[^\\])?"/.
exec(value);return quotedMatches&&(value=quotedMatches[1]),value.replace(/\\0a/gi,`
`).replace(/\\0d/gi,"\r").replace(/\\0g/gi,"	").replace(/\\(.)/g,"$1")}toArrayBuffer(){return AsnConvert.serialize(this.asn)}async getThumbprint(arg1,arg2){let crypto2,
algorithm="SHA-1";return arg1&&(typeof arg1=="object"&&"subtle"in arg1?crypto2=arg1:(algorithm=arg1,crypto2=arg2)),crypto2??(crypto2=cryptoProvider.get()),await crypto2.
subtle.digest(algorithm,this.toArrayBuffer())}},ERR_GN_CONSTRUCTOR="Cannot initialize GeneralName from ASN.1 data.",ERR_GN_STRING_FORMAT=`${ERR_GN_CONSTRUCTOR} \
Unsupported string format in use.`,ERR_GUID=`${ERR_GN_CONSTRUCTOR} Value doesn't match to GUID regular expression.`,GUID_REGEX=/^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i,
id_GUID="1.3.6.1.4.1.311.25.1",id_UPN="1.3.6.1.4.1.311.20.2.3",DNS="dns",DN="dn",EMAIL="email",IP="ip",URL2="url",GUID="guid",UPN="upn",REGISTERED_ID="id",GeneralName3=class extends AsnData{constructor(...args){
var _a3;let name,options;if(BufferSourceConverter.isBufferSource(args[0]))options=args[1],name=AsnConvert.parse(args[0],GeneralName,options);else if(typeof args[0]==
"string")switch(options=selfProducedParseOptions,args[0]){case DN:{let derName=new Name3(args[1]).toArrayBuffer(),asnName=AsnConvert.parse(derName,Name,selfProducedParseOptions);
name=new GeneralName({directoryName:asnName});break}case DNS:name=new GeneralName({dNSName:args[1]});break;case EMAIL:name=new GeneralName({rfc822Name:args[1]});
break;case GUID:{let matches=new RegExp(GUID_REGEX,"i").exec(args[1]);if(!matches)throw new Error("Cannot parse GUID value. Value doesn't match to regular expre\
ssion");let hex2=matches.slice(1).map((o,i)=>i<3?Convert.ToHex(new Uint8Array(Convert.FromHex(o)).reverse()):o).join("");name=new GeneralName({otherName:new OtherName(
{typeId:id_GUID,value:AsnConvert.serialize(new OctetString2(Convert.FromHex(hex2)))})});break}case IP:name=new GeneralName({iPAddress:args[1]});break;case REGISTERED_ID:
name=new GeneralName({registeredID:args[1]});break;case UPN:{name=new GeneralName({otherName:new OtherName({typeId:id_UPN,value:AsnConvert.serialize(AsnUtf8StringConverter.
toASN(args[1]))})});break}case URL2:name=new GeneralName({uniformResourceIdentifier:args[1]});break;default:throw new Error("Cannot create GeneralName. Unsuppor\
ted type of the name")}else name=args[0],options=(_a3=args[1])!==null&&_a3!==void 0?_a3:selfProducedParseOptions;super(name,options)}onInit(asn){if(asn.dNSName!=
null)this.type=DNS,this.value=asn.dNSName;else if(asn.rfc822Name!=null)this.type=EMAIL,this.value=asn.rfc822Name;else if(asn.iPAddress!=null)this.type=IP,this.value=
asn.iPAddress;else if(asn.uniformResourceIdentifier!=null)this.type=URL2,this.value=asn.uniformResourceIdentifier;else if(asn.registeredID!=null)this.type=REGISTERED_ID,
this.value=asn.registeredID;else if(asn.directoryName!=null)this.type=DN,this.value=new Name3(asn.directoryName).toString();else if(asn.otherName!=null)if(asn.otherName.
typeId===id_GUID){this.type=GUID;let guid=AsnConvert.parse(asn.otherName.value,OctetString2,this.parseOptions),matches=new RegExp(GUID_REGEX,"i").exec(Convert.ToHex(
guid));if(!matches)throw new Error(ERR_GUID);this.value=matches.slice(1).map((o,i)=>i<3?Convert.ToHex(new Uint8Array(Convert.FromHex(o)).reverse()):o).join("-")}else if(asn.
otherName.typeId===id_UPN)this.type=UPN,this.value=AsnConvert.parse(asn.otherName.value,DirectoryString,this.parseOptions).toString();else throw new Error(ERR_GN_STRING_FORMAT);else
throw new Error(ERR_GN_STRING_FORMAT)}toJSON(){return{type:this.type,value:this.value}}toTextObject(){let type;switch(this.type){case DN:case DNS:case GUID:case IP:case REGISTERED_ID:case UPN:case URL2:
type=this.type.toUpperCase();break;case EMAIL:type="Email";break;default:throw new Error("Unsupported GeneralName type")}let value=this.value;return this.type===
REGISTERED_ID&&(value=OidSerializer.toString(value)),new TextObject(type,void 0,value)}},GeneralNames3=class extends AsnData{constructor(params,options){let names2,
stored=selfProducedParseOptions;if(params instanceof GeneralNames)names2=params;else if(Array.isArray(params)){let items=[];for(let name of params)if(name instanceof
GeneralName)items.push(name);else{let asnName=AsnConvert.parse(new GeneralName3(name.type,name.value).rawData,GeneralName,selfProducedParseOptions);items.push(asnName)}
names2=new GeneralNames(items)}else if(BufferSourceConverter.isBufferSource(params))names2=AsnConvert.parse(params,GeneralNames,options),stored=options??{};else
throw new Error("Cannot initialize GeneralNames. Incorrect incoming arguments");super(names2,stored)}onInit(asn){let items=[];for(let asnName of asn){let name=null;
try{name=new GeneralName3(asnName,this.parseOptions)}catch{continue}items.push(name)}this.items=items}toJSON(){return this.items.map(o=>o.toJSON())}toTextObject(){
let res=super.toTextObjectEmpty();for(let name of this.items){let nameObj=name.toTextObject(),field=res[nameObj[TextObject.NAME]];Array.isArray(field)||(field=[],
res[nameObj[TextObject.NAME]]=field),field.push(nameObj)}return res}};GeneralNames3.NAME="GeneralNames";var rPaddingTag="-{5}",rEolChars="\\n",rNameTag=`[^${rEolChars}\
]+`,rBeginTag=`${rPaddingTag}BEGIN (${rNameTag}(?=${rPaddingTag}))${rPaddingTag}`,rEndTag=`${rPaddingTag}END \\1${rPaddingTag}`,rEolGroup="\\n",rHeaderKey=`[^:${rEolChars}\
]+`,rHeaderValue=`(?:[^${rEolChars}]+${rEolGroup}(?: +[^${rEolChars}]+${rEolGroup})*)`,rBase64Chars="[a-zA-Z0-9=+/]+",rBase64=`(?:${rBase64Chars}${rEolGroup})+`,
rPem=`${rBeginTag}${rEolGroup}(?:((?:${rHeaderKey}: ${rHeaderValue})+))?${rEolGroup}?(${rBase64})${rEndTag}`,rEolPattern=new RegExp(`[${rEolChars}]+`,"g"),PemConverter=class{static isPem(data){
return typeof data=="string"&&new RegExp(rPem,"g").test(data.replace(/\r/g,""))}static decodeWithHeaders(pem2){pem2=pem2.replace(/\r/g,"");let pattern=new RegExp(
rPem,"g"),res=[],matches=null;for(;matches=pattern.exec(pem2);){let base642=matches[3].replace(rEolPattern,""),pemStruct={type:matches[1],headers:[],rawData:Convert.
FromBase64(base642)},headersString=matches[2];if(headersString){let headers=headersString.split(new RegExp(rEolGroup,"g")),lastHeader=null;for(let header of headers){
let[key,value]=header.split(/:(.*)/);if(value===void 0){if(!lastHeader)throw new Error("Cannot parse PEM string. Incorrect header value");lastHeader.value+=key.
trim()}else lastHeader&&pemStruct.headers.push(lastHeader),lastHeader={key,value:value.trim()}}lastHeader&&pemStruct.headers.push(lastHeader)}res.push(pemStruct)}
return res}static decode(pem2){return this.decodeWithHeaders(pem2).map(o=>o.rawData)}static decodeFirst(pem2){let items=this.decode(pem2);if(!items.length)throw new RangeError(
"PEM string doesn't contain any objects");return items[0]}static encode(rawData,tag){if(Array.isArray(rawData)){let raws=new Array;return tag?rawData.forEach(element=>{
if(!BufferSourceConverter.isBufferSource(element))throw new TypeError("Cannot encode array of BufferSource in PEM format. Not all items of the array are BufferS\
ource");raws.push(this.encodeStruct({type:tag,rawData:BufferSourceConverter.toArrayBuffer(element)}))}):rawData.forEach(element=>{if(!("type"in element))throw new TypeError(
"Cannot encode array of PemStruct in PEM format. Not all items of the array are PemStrut");raws.push(this.encodeStruct(element))}),raws.join(`
`)}else{if(!tag)throw new Error("Required argument 'tag' is missed");return this.encodeStruct({type:tag,rawData:BufferSourceConverter.toArrayBuffer(rawData)})}}static encodeStruct(pem2){
var _a3;let upperCaseType=pem2.type.toLocaleUpperCase(),res=[];if(res.push(`-----BEGIN ${upperCaseType}-----`),!((_a3=pem2.headers)===null||_a3===void 0)&&_a3.length){
for(let header of pem2.headers)res.push(`${header.key}: ${header.value}`);res.push("")}let base642=Convert.ToBase64(pem2.rawData);for(let i=0;i<base642.length;i+=
64)res.push(base642.substring(i,i+64));return res.push(`-----END ${upperCaseType}-----`),res.join(`
`)}};PemConverter.CertificateTag="CERTIFICATE";PemConverter.CrlTag="CRL";PemConverter.CertificateRequestTag="CERTIFICATE REQUEST";PemConverter.PublicKeyTag="PUB\
LIC KEY";PemConverter.PrivateKeyTag="PRIVATE KEY";var PemData=class _PemData extends AsnData{static isAsnEncoded(data){return BufferSourceConverter.isBufferSource(
data)||typeof data=="string"}static toArrayBuffer(raw){if(typeof raw=="string"){if(PemConverter.isPem(raw))return PemConverter.decode(raw)[0];if(Convert.isHex(raw))
return Convert.FromHex(raw);if(Convert.isBase64(raw))return Convert.FromBase64(raw);if(Convert.isBase64Url(raw))return Convert.FromBase64Url(raw);throw new TypeError(
"Unsupported format of 'raw' argument. Must be one of DER, PEM, HEX, Base64, or Base4Url")}else{let buffer=BufferSourceConverter.toUint8Array(raw);if(buffer.length>
0&&buffer[0]===48)return BufferSourceConverter.toArrayBuffer(raw);let stringRaw=Convert.ToBinary(raw);if(PemConverter.isPem(stringRaw))return PemConverter.decode(
stringRaw)[0];if(Convert.isHex(stringRaw))return Convert.FromHex(stringRaw);if(Convert.isBase64(stringRaw))return Convert.FromBase64(stringRaw);if(Convert.isBase64Url(
stringRaw))return Convert.FromBase64Url(stringRaw);throw new TypeError("Unsupported format of 'raw' argument. Must be one of DER, PEM, HEX, Base64, or Base4Url")}}constructor(...args){
_PemData.isAsnEncoded(args[0])?super(_PemData.toArrayBuffer(args[0]),args[1],args[2]):super(args[0],args[1])}toString(format4="pem"){return format4==="pem"?PemConverter.
encode(this.rawData,this.tag):super.toString(format4)}},PublicKey=class _PublicKey extends PemData{static async create(data,crypto2=cryptoProvider.get()){if(data instanceof
_PublicKey)return data;if(CryptoProvider.isCryptoKey(data)){if(data.type!=="public")throw new TypeError("Public key is required");let spki=await crypto2.subtle.
exportKey("spki",data);return new _PublicKey(spki)}else{if(data.publicKey)return data.publicKey;if(BufferSourceConverter.isBufferSource(data))return new _PublicKey(
data);throw new TypeError("Unsupported PublicKeyType")}}constructor(param,options){PemData.isAsnEncoded(param)?super(param,SubjectPublicKeyInfo,options):super(param,
options),this.tag=PemConverter.PublicKeyTag}async export(arg1,arg2,arg3){let crypto2,keyUsages=["verify"],algorithm={hash:"SHA-256",...this.algorithm};arg2?(algorithm=
arg1,keyUsages=arg2,crypto2=arg3):crypto2=arg1,crypto2??(crypto2=cryptoProvider.get());let raw=this.rawData,asnSpki=AsnConvert.parse(this.rawData,SubjectPublicKeyInfo,
this.parseOptions);return asnSpki.algorithm.algorithm===id_RSASSA_PSS&&(raw=convertSpkiToRsaPkcs1(asnSpki,raw)),crypto2.subtle.importKey("spki",raw,algorithm,!0,
keyUsages)}onInit(asn){let algProv=instance.resolve(diAlgorithmProvider),algorithm=this.algorithm=algProv.toWebAlgorithm(asn.algorithm);if(asn.algorithm.algorithm===
id_rsaEncryption){let rsaPublicKey=AsnConvert.parse(asn.subjectPublicKey,RSAPublicKey,this.parseOptions),modulus=BufferSourceConverter.toUint8Array(rsaPublicKey.
modulus);algorithm.publicExponent=BufferSourceConverter.toUint8Array(rsaPublicKey.publicExponent),algorithm.modulusLength=(modulus[0]?modulus:modulus.slice(1)).
byteLength<<3}}async getThumbprint(arg1,arg2){let crypto2,algorithm="SHA-1";return arg1&&(typeof arg1=="object"&&"subtle"in arg1?crypto2=arg1:(algorithm=arg1,crypto2=
arg2)),crypto2??(crypto2=cryptoProvider.get()),await crypto2.subtle.digest(algorithm,this.rawData)}async getKeyIdentifier(arg1,arg2){let crypto2,algorithm="SHA-\
1";arg1&&(typeof arg1=="object"&&"subtle"in arg1?crypto2=arg1:(algorithm=arg1,crypto2=arg2)),crypto2??(crypto2=cryptoProvider.get());let asn=AsnConvert.parse(this.
rawData,SubjectPublicKeyInfo,this.parseOptions);return await crypto2.subtle.digest(algorithm,asn.subjectPublicKey)}toTextObject(){let obj=this.toTextObjectEmpty(),
asn=AsnConvert.parse(this.rawData,SubjectPublicKeyInfo,this.parseOptions);switch(obj.Algorithm=TextConverter.serializeAlgorithm(asn.algorithm),asn.algorithm.algorithm){case id_ecPublicKey:
obj["EC Point"]=asn.subjectPublicKey;break;case id_rsaEncryption:default:obj["Raw Data"]=asn.subjectPublicKey}return obj}};function convertSpkiToRsaPkcs1(asnSpki,raw){
return asnSpki.algorithm=new AlgorithmIdentifier({algorithm:id_rsaEncryption,parameters:null}),raw=AsnConvert.serialize(asnSpki),raw}var AuthorityKeyIdentifierExtension=class _AuthorityKeyIdentifierExtension extends Extension2{static async create(param,critical=!1,crypto2=cryptoProvider.
get()){if("name"in param&&"serialNumber"in param)return new _AuthorityKeyIdentifierExtension(param,critical);let id=await(await PublicKey.create(param,crypto2)).
getKeyIdentifier(crypto2);return new _AuthorityKeyIdentifierExtension(Convert.ToHex(id),critical)}constructor(...args){if(BufferSourceConverter.isBufferSource(args[0]))
super(args[0],args[1]);else if(typeof args[0]=="string"){let value=new AuthorityKeyIdentifier({keyIdentifier:new KeyIdentifier(Convert.FromHex(args[0]))});super(
id_ce_authorityKeyIdentifier,args[1],AsnConvert.serialize(value))}else{let certId=args[0],certIdName=certId.name instanceof GeneralNames3?AsnConvert.parse(certId.
name.rawData,GeneralNames,selfProducedParseOptions):certId.name,value=new AuthorityKeyIdentifier({authorityCertIssuer:certIdName,authorityCertSerialNumber:Convert.
FromHex(certId.serialNumber)});super(id_ce_authorityKeyIdentifier,args[1],AsnConvert.serialize(value))}}onInit(asn){super.onInit(asn);let aki=AsnConvert.parse(asn.
extnValue,AuthorityKeyIdentifier,this.parseOptions);aki.keyIdentifier&&(this.keyId=Convert.ToHex(aki.keyIdentifier)),(aki.authorityCertIssuer||aki.authorityCertSerialNumber)&&
(this.certId={name:aki.authorityCertIssuer||[],serialNumber:aki.authorityCertSerialNumber?Convert.ToHex(aki.authorityCertSerialNumber):""})}toTextObject(){let obj=this.
toTextObjectWithoutValue(),asn=AsnConvert.parse(this.value,AuthorityKeyIdentifier,this.parseOptions);return asn.authorityCertIssuer&&(obj["Authority Issuer"]=new GeneralNames3(
asn.authorityCertIssuer).toTextObject()),asn.authorityCertSerialNumber&&(obj["Authority Serial Number"]=asn.authorityCertSerialNumber),asn.keyIdentifier&&(obj[""]=
asn.keyIdentifier),obj}};AuthorityKeyIdentifierExtension.NAME="Authority Key Identifier";var BasicConstraintsExtension=class extends Extension2{constructor(...args){
if(BufferSourceConverter.isBufferSource(args[0])){super(args[0],args[1]);let value=AsnConvert.parse(this.value,BasicConstraints,this.parseOptions);this.ca=value.
cA,this.pathLength=value.pathLenConstraint}else{let value=new BasicConstraints({cA:args[0],pathLenConstraint:args[1]});super(id_ce_basicConstraints,args[2],AsnConvert.
serialize(value)),this.ca=args[0],this.pathLength=args[1]}}toTextObject(){let obj=this.toTextObjectWithoutValue();return this.ca&&(obj.CA=this.ca),this.pathLength!==
void 0&&(obj["Path Length"]=this.pathLength),obj}};BasicConstraintsExtension.NAME="Basic Constraints";var ExtendedKeyUsage3;(function(ExtendedKeyUsage4){ExtendedKeyUsage4.
serverAuth="1.3.6.1.5.5.7.3.1",ExtendedKeyUsage4.clientAuth="1.3.6.1.5.5.7.3.2",ExtendedKeyUsage4.codeSigning="1.3.6.1.5.5.7.3.3",ExtendedKeyUsage4.emailProtection=
"1.3.6.1.5.5.7.3.4",ExtendedKeyUsage4.timeStamping="1.3.6.1.5.5.7.3.8",ExtendedKeyUsage4.ocspSigning="1.3.6.1.5.5.7.3.9"})(ExtendedKeyUsage3||(ExtendedKeyUsage3=
{}));var ExtendedKeyUsageExtension=class extends Extension2{constructor(...args){if(BufferSourceConverter.isBufferSource(args[0])){super(args[0],args[1]);let value=AsnConvert.
parse(this.value,ExtendedKeyUsage,this.parseOptions);this.usages=value.map(o=>o)}else{let value=new ExtendedKeyUsage(args[0]);super(id_ce_extKeyUsage,args[1],AsnConvert.
serialize(value)),this.usages=args[0]}}toTextObject(){let obj=this.toTextObjectWithoutValue();return obj[""]=this.usages.map(o=>OidSerializer.toString(o)).join(
", "),obj}};ExtendedKeyUsageExtension.NAME="Extended Key Usages";var KeyUsageFlags2;(function(KeyUsageFlags3){KeyUsageFlags3[KeyUsageFlags3.digitalSignature=1]=
"digitalSignature",KeyUsageFlags3[KeyUsageFlags3.nonRepudiation=2]="nonRepudiation",KeyUsageFlags3[KeyUsageFlags3.keyEncipherment=4]="keyEncipherment",KeyUsageFlags3[KeyUsageFlags3.
dataEncipherment=8]="dataEncipherment",KeyUsageFlags3[KeyUsageFlags3.keyAgreement=16]="keyAgreement",KeyUsageFlags3[KeyUsageFlags3.keyCertSign=32]="keyCertSign",
KeyUsageFlags3[KeyUsageFlags3.cRLSign=64]="cRLSign",KeyUsageFlags3[KeyUsageFlags3.encipherOnly=128]="encipherOnly",KeyUsageFlags3[KeyUsageFlags3.decipherOnly=256]=
"decipherOnly"})(KeyUsageFlags2||(KeyUsageFlags2={}));var KeyUsagesExtension=class extends Extension2{constructor(...args){if(BufferSourceConverter.isBufferSource(
args[0])){super(args[0],args[1]);let value=AsnConvert.parse(this.value,KeyUsage,this.parseOptions);this.usages=value.toNumber()}else{let value=new KeyUsage(args[0]);
super(id_ce_keyUsage,args[1],AsnConvert.serialize(value)),this.usages=args[0]}}toTextObject(){let obj=this.toTextObjectWithoutValue(),asn=AsnConvert.parse(this.
value,KeyUsage,this.parseOptions);return obj[""]=asn.toJSON().join(", "),obj}};KeyUsagesExtension.NAME="Key Usages";var SubjectKeyIdentifierExtension=class _SubjectKeyIdentifierExtension extends Extension2{static async create(publicKey,critical=!1,crypto2=cryptoProvider.
get()){let id=await(await PublicKey.create(publicKey,crypto2)).getKeyIdentifier(crypto2);return new _SubjectKeyIdentifierExtension(Convert.ToHex(id),critical)}constructor(...args){
if(BufferSourceConverter.isBufferSource(args[0])){super(args[0],args[1]);let value=AsnConvert.parse(this.value,SubjectKeyIdentifier,this.parseOptions);this.keyId=
Convert.ToHex(value)}else{let identifier=typeof args[0]=="string"?Convert.FromHex(args[0]):args[0],value=new SubjectKeyIdentifier(identifier);super(id_ce_subjectKeyIdentifier,
args[1],AsnConvert.serialize(value)),this.keyId=Convert.ToHex(identifier)}}toTextObject(){let obj=this.toTextObjectWithoutValue(),asn=AsnConvert.parse(this.value,
SubjectKeyIdentifier,this.parseOptions);return obj[""]=asn,obj}};SubjectKeyIdentifierExtension.NAME="Subject Key Identifier";var SubjectAlternativeNameExtension=class extends Extension2{constructor(...args){
BufferSourceConverter.isBufferSource(args[0])?super(args[0],args[1]):super(id_ce_subjectAltName,args[1],new GeneralNames3(args[0]||[]).rawData)}onInit(asn){super.
onInit(asn);let value=AsnConvert.parse(asn.extnValue,SubjectAlternativeName,this.parseOptions);this.names=new GeneralNames3(value)}toTextObject(){let obj=this.toTextObjectWithoutValue(),
namesObj=this.names.toTextObject();for(let key in namesObj)obj[key]=namesObj[key];return obj}};SubjectAlternativeNameExtension.NAME="Subject Alternative Name";var ExtensionFactory=class{static register(id,type){
this.items.set(id,type)}static create(data,options){let extension=new Extension2(data,options),Type=this.items.get(extension.type);return Type?new Type(data,options):
extension}};ExtensionFactory.items=new Map;var CertificatePolicyExtension=class extends Extension2{constructor(...args){var _a3;if(BufferSourceConverter.isBufferSource(
args[0])){super(args[0],args[1]);let asnPolicies=AsnConvert.parse(this.value,CertificatePolicies,this.parseOptions);this.policies=asnPolicies.map(o=>o.policyIdentifier)}else{
let policies=args[0],critical=(_a3=args[1])!==null&&_a3!==void 0?_a3:!1,value=new CertificatePolicies(policies.map(o=>new PolicyInformation({policyIdentifier:o})));
super(id_ce_certificatePolicies,critical,AsnConvert.serialize(value)),this.policies=policies}}toTextObject(){let obj=this.toTextObjectWithoutValue();return obj.
Policy=this.policies.map(o=>new TextObject("",{},OidSerializer.toString(o))),obj}};CertificatePolicyExtension.NAME="Certificate Policies";ExtensionFactory.register(
id_ce_certificatePolicies,CertificatePolicyExtension);var CRLDistributionPointsExtension=class extends Extension2{constructor(...args){var _a3;if(BufferSourceConverter.
isBufferSource(args[0]))super(args[0],args[1]);else if(Array.isArray(args[0])&&typeof args[0][0]=="string"){let dps=args[0].map(url=>new DistributionPoint({distributionPoint:new DistributionPointName(
{fullName:[new GeneralName({uniformResourceIdentifier:url})]})})),value=new CRLDistributionPoints(dps);super(id_ce_cRLDistributionPoints,args[1],AsnConvert.serialize(
value))}else{let value=new CRLDistributionPoints(args[0]);super(id_ce_cRLDistributionPoints,args[1],AsnConvert.serialize(value))}(_a3=this.distributionPoints)!==
null&&_a3!==void 0||(this.distributionPoints=[])}onInit(asn){super.onInit(asn);let crlExt=AsnConvert.parse(asn.extnValue,CRLDistributionPoints,this.parseOptions);
this.distributionPoints=crlExt}toTextObject(){let obj=this.toTextObjectWithoutValue();return obj["Distribution Point"]=this.distributionPoints.map(dp=>{var _a3;
let dpObj=new TextObject("");return!((_a3=dp.distributionPoint)===null||_a3===void 0)&&_a3.fullName&&(dpObj[""]=dp.distributionPoint.fullName.map(name=>new GeneralName3(
name).toString()).join(", ")),dp.reasons&&(dpObj.Reasons=dp.reasons.toString()),dp.cRLIssuer&&(dpObj["CRL Issuer"]=dp.cRLIssuer.map(issuer=>issuer.toString()).join(
", ")),dpObj}),obj}};CRLDistributionPointsExtension.NAME="CRL Distribution Points";var AuthorityInfoAccessExtension=class extends Extension2{constructor(...args){
var _a3,_b2,_c2,_d;if(BufferSourceConverter.isBufferSource(args[0]))super(args[0],args[1]);else if(args[0]instanceof AuthorityInfoAccessSyntax){let value=new AuthorityInfoAccessSyntax(
args[0]);super(id_pe_authorityInfoAccess,args[1],AsnConvert.serialize(value))}else{let params=args[0],value=new AuthorityInfoAccessSyntax;addAccessDescriptions(
value,params,id_ad_ocsp,"ocsp"),addAccessDescriptions(value,params,id_ad_caIssuers,"caIssuers"),addAccessDescriptions(value,params,id_ad_timeStamping,"timeStamp\
ing"),addAccessDescriptions(value,params,id_ad_caRepository,"caRepository"),super(id_pe_authorityInfoAccess,args[1],AsnConvert.serialize(value))}(_a3=this.ocsp)!==
null&&_a3!==void 0||(this.ocsp=[]),(_b2=this.caIssuers)!==null&&_b2!==void 0||(this.caIssuers=[]),(_c2=this.timeStamping)!==null&&_c2!==void 0||(this.timeStamping=
[]),(_d=this.caRepository)!==null&&_d!==void 0||(this.caRepository=[])}onInit(asn){super.onInit(asn),this.ocsp=[],this.caIssuers=[],this.timeStamping=[],this.caRepository=
[],AsnConvert.parse(asn.extnValue,AuthorityInfoAccessSyntax,this.parseOptions).forEach(accessDescription=>{switch(accessDescription.accessMethod){case id_ad_ocsp:
this.ocsp.push(new GeneralName3(accessDescription.accessLocation));break;case id_ad_caIssuers:this.caIssuers.push(new GeneralName3(accessDescription.accessLocation));
break;case id_ad_timeStamping:this.timeStamping.push(new GeneralName3(accessDescription.accessLocation));break;case id_ad_caRepository:this.caRepository.push(new GeneralName3(
accessDescription.accessLocation));break}})}toTextObject(){let obj=this.toTextObjectWithoutValue();return this.ocsp.length&&addUrlsToObject(obj,"OCSP",this.ocsp),
this.caIssuers.length&&addUrlsToObject(obj,"CA Issuers",this.caIssuers),this.timeStamping.length&&addUrlsToObject(obj,"Time Stamping",this.timeStamping),this.caRepository.
length&&addUrlsToObject(obj,"CA Repository",this.caRepository),obj}};AuthorityInfoAccessExtension.NAME="Authority Info Access";function addUrlsToObject(obj,key,urls){
if(urls.length===1)obj[key]=urls[0].toTextObject();else{let names2=new TextObject("");urls.forEach((name,index)=>{let nameObj=name.toTextObject(),indexedKey=`${nameObj[TextObject.
NAME]} ${index+1}`,field=names2[indexedKey];Array.isArray(field)||(field=[],names2[indexedKey]=field),field.push(nameObj)}),obj[key]=names2}}function addAccessDescriptions(value,params,method,key){
let items=params[key];items&&(Array.isArray(items)?items:[items]).forEach(url=>{typeof url=="string"&&(url=new GeneralName3("url",url)),value.push(new AccessDescription(
{accessMethod:method,accessLocation:AsnConvert.parse(url.rawData,GeneralName,selfProducedParseOptions)}))})}var IssuerAlternativeNameExtension=class extends Extension2{constructor(...args){
BufferSourceConverter.isBufferSource(args[0])?super(args[0],args[1]):super(id_ce_issuerAltName,args[1],new GeneralNames3(args[0]||[]).rawData)}onInit(asn){super.
onInit(asn);let value=AsnConvert.parse(asn.extnValue,GeneralNames,this.parseOptions);this.names=new GeneralNames3(value)}toTextObject(){let obj=this.toTextObjectWithoutValue(),
namesObj=this.names.toTextObject();for(let key in namesObj)obj[key]=namesObj[key];return obj}};IssuerAlternativeNameExtension.NAME="Issuer Alternative Name";var Attribute3=class _Attribute extends AsnData{constructor(...args){
let raw,options;if(BufferSourceConverter.isBufferSource(args[0]))raw=BufferSourceConverter.toArrayBuffer(args[0]),options=args[1];else{let type=args[0],values=Array.
isArray(args[1])?args[1].map(o=>BufferSourceConverter.toArrayBuffer(o)):[];raw=AsnConvert.serialize(new Attribute({type,values})),options=selfProducedParseOptions}
super(raw,Attribute,options)}onInit(asn){this.type=asn.type,this.values=asn.values}toTextObject(){let obj=this.toTextObjectWithoutValue();return obj.Value=this.
values.map(o=>new TextObject("",{"":o})),obj}toTextObjectWithoutValue(){let obj=this.toTextObjectEmpty();return obj[TextObject.NAME]===_Attribute.NAME&&(obj[TextObject.
NAME]=OidSerializer.toString(this.type)),obj}};Attribute3.NAME="Attribute";var ChallengePasswordAttribute=class extends Attribute3{constructor(...args){var _a3;
if(BufferSourceConverter.isBufferSource(args[0]))super(args[0],args[1]);else{let value=new ChallengePassword({printableString:args[0]});super(id_pkcs9_at_challengePassword,
[AsnConvert.serialize(value)])}(_a3=this.password)!==null&&_a3!==void 0||(this.password="")}onInit(asn){if(super.onInit(asn),this.values[0]){let value=AsnConvert.
parse(this.values[0],ChallengePassword,this.parseOptions);this.password=value.toString()}}toTextObject(){let obj=this.toTextObjectWithoutValue();return obj[TextObject.
VALUE]=this.password,obj}};ChallengePasswordAttribute.NAME="Challenge Password";var ExtensionsAttribute=class extends Attribute3{constructor(...args){var _a3;if(BufferSourceConverter.
isBufferSource(args[0]))super(args[0],args[1]);else{let extensions=args[0],value=new Extensions;for(let extension of extensions)value.push(AsnConvert.parse(extension.
rawData,Extension,selfProducedParseOptions));super(id_pkcs9_at_extensionRequest,[AsnConvert.serialize(value)])}(_a3=this.items)!==null&&_a3!==void 0||(this.items=
[])}onInit(asn){if(super.onInit(asn),this.values[0]){let value=AsnConvert.parse(this.values[0],Extensions,this.parseOptions);this.items=value.map(o=>ExtensionFactory.
create(AsnConvert.serialize(o),this.parseOptions))}}toTextObject(){let obj=this.toTextObjectWithoutValue(),extensions=this.items.map(o=>o.toTextObject());for(let extension of extensions)
obj[extension[TextObject.NAME]]=extension;return obj}};ExtensionsAttribute.NAME="Extensions";var AttributeFactory=class{static register(id,type){this.items.set(
id,type)}static create(data,options){let attribute=new Attribute3(data,options),Type=this.items.get(attribute.type);return Type?new Type(data,options):attribute}};
AttributeFactory.items=new Map;var diAsnSignatureFormatter="crypto.signatureFormatter",AsnDefaultSignatureFormatter=class{toAsnSignature(algorithm,signature){return BufferSourceConverter.
toArrayBuffer(signature)}toWebSignature(algorithm,signature){return BufferSourceConverter.toArrayBuffer(signature)}},RsaAlgorithm_1,RsaAlgorithm=RsaAlgorithm_1=
class{static createPssParams(hash,saltLength){let hashAlgorithm=RsaAlgorithm_1.getHashAlgorithm(hash);return hashAlgorithm?new RsaSaPssParams({hashAlgorithm,maskGenAlgorithm:new AlgorithmIdentifier(
{algorithm:id_mgf1,parameters:AsnConvert.serialize(hashAlgorithm)}),saltLength}):null}static getHashAlgorithm(alg){let algProv=instance.resolve(diAlgorithmProvider);
return typeof alg=="string"?algProv.toAsnAlgorithm({name:alg}):typeof alg=="object"&&alg&&"name"in alg?algProv.toAsnAlgorithm(alg):null}toAsnAlgorithm(alg){switch(alg.
name.toLowerCase()){case"rsassa-pkcs1-v1_5":if("hash"in alg){let hash;if(typeof alg.hash=="string")hash=alg.hash;else if(alg.hash&&typeof alg.hash=="object"&&"n\
ame"in alg.hash&&typeof alg.hash.name=="string")hash=alg.hash.name.toUpperCase();else throw new Error("Cannot get hash algorithm name");switch(hash.toLowerCase()){case"\
sha-1":return new AlgorithmIdentifier({algorithm:id_sha1WithRSAEncryption,parameters:null});case"sha-256":return new AlgorithmIdentifier({algorithm:id_sha256WithRSAEncryption,
parameters:null});case"sha-384":return new AlgorithmIdentifier({algorithm:id_sha384WithRSAEncryption,parameters:null});case"sha-512":return new AlgorithmIdentifier(
{algorithm:id_sha512WithRSAEncryption,parameters:null})}}else return new AlgorithmIdentifier({algorithm:id_rsaEncryption,parameters:null});break;case"rsa-pss":if("\
hash"in alg){if(!("saltLength"in alg&&typeof alg.saltLength=="number"))throw new Error("Cannot get 'saltLength' from 'alg' argument");let pssParams=RsaAlgorithm_1.
createPssParams(alg.hash,alg.saltLength);if(!pssParams)throw new Error("Cannot create PSS parameters");return new AlgorithmIdentifier({algorithm:id_RSASSA_PSS,parameters:AsnConvert.
serialize(pssParams)})}else return new AlgorithmIdentifier({algorithm:id_RSASSA_PSS,parameters:null})}return null}toWebAlgorithm(alg){switch(alg.algorithm){case id_rsaEncryption:
return{name:"RSASSA-PKCS1-v1_5"};case id_sha1WithRSAEncryption:return{name:"RSASSA-PKCS1-v1_5",hash:{name:"SHA-1"}};case id_sha256WithRSAEncryption:return{name:"\
RSASSA-PKCS1-v1_5",hash:{name:"SHA-256"}};case id_sha384WithRSAEncryption:return{name:"RSASSA-PKCS1-v1_5",hash:{name:"SHA-384"}};case id_sha512WithRSAEncryption:
return{name:"RSASSA-PKCS1-v1_5",hash:{name:"SHA-512"}};case id_RSASSA_PSS:if(alg.parameters){let pssParams=AsnConvert.parse(alg.parameters,RsaSaPssParams);return{
name:"RSA-PSS",hash:instance.resolve(diAlgorithmProvider).toWebAlgorithm(pssParams.hashAlgorithm),saltLength:pssParams.saltLength}}else return{name:"RSA-PSS"}}return null}};
RsaAlgorithm=RsaAlgorithm_1=__decorate([injectable_default()],RsaAlgorithm);instance.registerSingleton(diAlgorithm,RsaAlgorithm);var ShaAlgorithm=class{toAsnAlgorithm(alg){
switch(alg.name.toLowerCase()){case"sha-1":return new AlgorithmIdentifier({algorithm:id_sha1});case"sha-256":return new AlgorithmIdentifier({algorithm:id_sha256});case"\
sha-384":return new AlgorithmIdentifier({algorithm:id_sha384});case"sha-512":return new AlgorithmIdentifier({algorithm:id_sha512})}return null}toWebAlgorithm(alg){
switch(alg.algorithm){case id_sha1:return{name:"SHA-1"};case id_sha256:return{name:"SHA-256"};case id_sha384:return{name:"SHA-384"};case id_sha512:return{name:"\
SHA-512"}}return null}};ShaAlgorithm=__decorate([injectable_default()],ShaAlgorithm);instance.registerSingleton(diAlgorithm,ShaAlgorithm);var AsnEcSignatureFormatter=class _AsnEcSignatureFormatter{addPadding(pointSize,data){
let bytes=BufferSourceConverter.toUint8Array(data),res=new Uint8Array(pointSize);return res.set(bytes,pointSize-bytes.length),res.buffer}removePadding(data,positive=!1){
let bytes=BufferSourceConverter.toUint8Array(data);for(let i=0;i<bytes.length;i++)if(bytes[i]){bytes=bytes.slice(i);break}if(positive&&bytes[0]>127){let result=new Uint8Array(
bytes.length+1);return result.set(bytes,1),result.buffer}return bytes.buffer}toAsnSignature(algorithm,signature){if(algorithm.name==="ECDSA"){let namedCurve=algorithm.
namedCurve,pointSize=_AsnEcSignatureFormatter.namedCurveSize.get(namedCurve)||_AsnEcSignatureFormatter.defaultNamedCurveSize,ecSignature=new ECDSASigValue,uint8Signature=BufferSourceConverter.
toUint8Array(signature);return ecSignature.r=this.removePadding(uint8Signature.slice(0,pointSize),!0),ecSignature.s=this.removePadding(uint8Signature.slice(pointSize,
pointSize+pointSize),!0),AsnConvert.serialize(ecSignature)}return null}toWebSignature(algorithm,signature){if(algorithm.name==="ECDSA"){let ecSigValue=AsnConvert.
parse(signature,ECDSASigValue),namedCurve=algorithm.namedCurve,pointSize=_AsnEcSignatureFormatter.namedCurveSize.get(namedCurve)||_AsnEcSignatureFormatter.defaultNamedCurveSize,
r=this.addPadding(pointSize,this.removePadding(ecSigValue.r)),s=this.addPadding(pointSize,this.removePadding(ecSigValue.s));return combine(r,s)}return null}};AsnEcSignatureFormatter.
namedCurveSize=new Map;AsnEcSignatureFormatter.defaultNamedCurveSize=32;var idX25519="1.3.101.110",idX448="1.3.101.111",idEd25519="1.3.101.112",idEd448="1.3.101\
.113",EdAlgorithm=class{toAsnAlgorithm(alg){let algorithm=null;switch(alg.name.toLowerCase()){case"ed25519":algorithm=idEd25519;break;case"x25519":algorithm=idX25519;
break;case"eddsa":switch(alg.namedCurve.toLowerCase()){case"ed25519":algorithm=idEd25519;break;case"ed448":algorithm=idEd448;break}break;case"ecdh-es":switch(alg.
namedCurve.toLowerCase()){case"x25519":algorithm=idX25519;break;case"x448":algorithm=idX448;break}}return algorithm?new AlgorithmIdentifier({algorithm}):null}toWebAlgorithm(alg){
switch(alg.algorithm){case idEd25519:return{name:"Ed25519"};case idEd448:return{name:"EdDSA",namedCurve:"Ed448"};case idX25519:return{name:"X25519"};case idX448:
return{name:"ECDH-ES",namedCurve:"X448"}}return null}};EdAlgorithm=__decorate([injectable_default()],EdAlgorithm);instance.registerSingleton(diAlgorithm,EdAlgorithm);
var MlDsaAlgorithm=class{toAsnAlgorithm(alg){let algorithm=null;switch(alg.name.toLowerCase()){case"ml-dsa-44":algorithm=id_ml_dsa_44;break;case"ml-dsa-65":algorithm=
id_ml_dsa_65;break;case"ml-dsa-87":algorithm=id_ml_dsa_87;break}return algorithm?new AlgorithmIdentifier({algorithm}):null}toWebAlgorithm(alg){switch(alg.algorithm){case id_ml_dsa_44:
return{name:"ML-DSA-44"};case id_ml_dsa_65:return{name:"ML-DSA-65"};case id_ml_dsa_87:return{name:"ML-DSA-87"}}return null}};MlDsaAlgorithm=__decorate([injectable_default()],
MlDsaAlgorithm);instance.registerSingleton(diAlgorithm,MlDsaAlgorithm);var SlhDsaAlgorithm=class{toAsnAlgorithm(alg){let algorithm=null;switch(alg.name.toLowerCase()){case"\
slh-dsa-sha2-128s":algorithm=id_slh_dsa_sha2_128s;break;case"slh-dsa-sha2-128f":algorithm=id_slh_dsa_sha2_128f;break;case"slh-dsa-sha2-192s":algorithm=id_slh_dsa_sha2_192s;
break;case"slh-dsa-sha2-192f":algorithm=id_slh_dsa_sha2_192f;break;case"slh-dsa-sha2-256s":algorithm=id_slh_dsa_sha2_256s;break;case"slh-dsa-sha2-256f":algorithm=
id_slh_dsa_sha2_256f;break;case"slh-dsa-shake-128s":algorithm=id_slh_dsa_shake_128s;break;case"slh-dsa-shake-128f":algorithm=id_slh_dsa_shake_128f;break;case"sl\
h-dsa-shake-192s":algorithm=id_slh_dsa_shake_192s;break;case"slh-dsa-shake-192f":algorithm=id_slh_dsa_shake_192f;break;case"slh-dsa-shake-256s":algorithm=id_slh_dsa_shake_256s;
break;case"slh-dsa-shake-256f":algorithm=id_slh_dsa_shake_256f;break}return algorithm?new AlgorithmIdentifier({algorithm}):null}toWebAlgorithm(alg){switch(alg.algorithm){case id_slh_dsa_sha2_128s:
return{name:"SLH-DSA-SHA2-128s"};case id_slh_dsa_sha2_128f:return{name:"SLH-DSA-SHA2-128f"};case id_slh_dsa_sha2_192s:return{name:"SLH-DSA-SHA2-192s"};case id_slh_dsa_sha2_192f:
return{name:"SLH-DSA-SHA2-192f"};case id_slh_dsa_sha2_256s:return{name:"SLH-DSA-SHA2-256s"};case id_slh_dsa_sha2_256f:return{name:"SLH-DSA-SHA2-256f"};case id_slh_dsa_shake_128s:
return{name:"SLH-DSA-SHAKE-128s"};case id_slh_dsa_shake_128f:return{name:"SLH-DSA-SHAKE-128f"};case id_slh_dsa_shake_192s:return{name:"SLH-DSA-SHAKE-192s"};case id_slh_dsa_shake_192f:
return{name:"SLH-DSA-SHAKE-192f"};case id_slh_dsa_shake_256s:return{name:"SLH-DSA-SHAKE-256s"};case id_slh_dsa_shake_256f:return{name:"SLH-DSA-SHAKE-256f"}}return null}};
SlhDsaAlgorithm=__decorate([injectable_default()],SlhDsaAlgorithm);instance.registerSingleton(diAlgorithm,SlhDsaAlgorithm);var _Pkcs10CertificateRequest_tbs,_Pkcs10CertificateRequest_subjectName,
_Pkcs10CertificateRequest_subject,_Pkcs10CertificateRequest_signatureAlgorithm,_Pkcs10CertificateRequest_signature,_Pkcs10CertificateRequest_publicKey,_Pkcs10CertificateRequest_attributes,
_Pkcs10CertificateRequest_extensions,Pkcs10CertificateRequest=class extends PemData{get subjectName(){return __classPrivateFieldGet(this,_Pkcs10CertificateRequest_subjectName,
"f")||__classPrivateFieldSet(this,_Pkcs10CertificateRequest_subjectName,new Name3(this.asn.certificationRequestInfo.subject),"f"),__classPrivateFieldGet(this,_Pkcs10CertificateRequest_subjectName,
"f")}get subject(){return __classPrivateFieldGet(this,_Pkcs10CertificateRequest_subject,"f")||__classPrivateFieldSet(this,_Pkcs10CertificateRequest_subject,this.
subjectName.toString(),"f"),__classPrivateFieldGet(this,_Pkcs10CertificateRequest_subject,"f")}get signatureAlgorithm(){if(!__classPrivateFieldGet(this,_Pkcs10CertificateRequest_signatureAlgorithm,
"f")){let algProv=instance.resolve(diAlgorithmProvider);__classPrivateFieldSet(this,_Pkcs10CertificateRequest_signatureAlgorithm,algProv.toWebAlgorithm(this.asn.
signatureAlgorithm),"f")}return __classPrivateFieldGet(this,_Pkcs10CertificateRequest_signatureAlgorithm,"f")}get signature(){return __classPrivateFieldGet(this,
_Pkcs10CertificateRequest_signature,"f")||__classPrivateFieldSet(this,_Pkcs10CertificateRequest_signature,this.asn.signature,"f"),__classPrivateFieldGet(this,_Pkcs10CertificateRequest_signature,
"f")}get publicKey(){return __classPrivateFieldGet(this,_Pkcs10CertificateRequest_publicKey,"f")||__classPrivateFieldSet(this,_Pkcs10CertificateRequest_publicKey,
new PublicKey(this.asn.certificationRequestInfo.subjectPKInfo,this.parseOptions),"f"),__classPrivateFieldGet(this,_Pkcs10CertificateRequest_publicKey,"f")}get attributes(){
return __classPrivateFieldGet(this,_Pkcs10CertificateRequest_attributes,"f")||__classPrivateFieldSet(this,_Pkcs10CertificateRequest_attributes,this.asn.certificationRequestInfo.
attributes.map(o=>AttributeFactory.create(AsnConvert.serialize(o),this.parseOptions)),"f"),__classPrivateFieldGet(this,_Pkcs10CertificateRequest_attributes,"f")}get extensions(){
if(!__classPrivateFieldGet(this,_Pkcs10CertificateRequest_extensions,"f")){__classPrivateFieldSet(this,_Pkcs10CertificateRequest_extensions,[],"f");let extensions=this.
getAttribute(id_pkcs9_at_extensionRequest);extensions instanceof ExtensionsAttribute&&__classPrivateFieldSet(this,_Pkcs10CertificateRequest_extensions,extensions.
items,"f")}return __classPrivateFieldGet(this,_Pkcs10CertificateRequest_extensions,"f")}get tbs(){return __classPrivateFieldGet(this,_Pkcs10CertificateRequest_tbs,
"f")||__classPrivateFieldSet(this,_Pkcs10CertificateRequest_tbs,this.asn.certificationRequestInfoRaw||AsnConvert.serialize(this.asn.certificationRequestInfo),"f"),
__classPrivateFieldGet(this,_Pkcs10CertificateRequest_tbs,"f")}constructor(param,options){let args=PemData.isAsnEncoded(param)?[param,CertificationRequest,options]:
[param,options];super(args[0],args[1],args[2]),_Pkcs10CertificateRequest_tbs.set(this,void 0),_Pkcs10CertificateRequest_subjectName.set(this,void 0),_Pkcs10CertificateRequest_subject.
set(this,void 0),_Pkcs10CertificateRequest_signatureAlgorithm.set(this,void 0),_Pkcs10CertificateRequest_signature.set(this,void 0),_Pkcs10CertificateRequest_publicKey.
set(this,void 0),_Pkcs10CertificateRequest_attributes.set(this,void 0),_Pkcs10CertificateRequest_extensions.set(this,void 0),this.tag=PemConverter.CertificateRequestTag}onInit(_asn){}getAttribute(type){
for(let attr of this.attributes)if(attr.type===type)return attr;return null}getAttributes(type){return this.attributes.filter(o=>o.type===type)}getExtension(type){
for(let ext of this.extensions)if(ext.type===type)return ext;return null}getExtensions(type){return this.extensions.filter(o=>o.type===type)}async verify(crypto2=cryptoProvider.
get()){let algorithm={...this.publicKey.algorithm,...this.signatureAlgorithm},publicKey=await this.publicKey.export(algorithm,["verify"],crypto2),signatureFormatters=instance.
resolveAll(diAsnSignatureFormatter).reverse(),signature=null;for(let signatureFormatter of signatureFormatters)if(signature=signatureFormatter.toWebSignature(algorithm,
this.signature),signature)break;if(!signature)throw Error("Cannot convert WebCrypto signature value to ASN.1 format");return await crypto2.subtle.verify(this.signatureAlgorithm,
publicKey,signature,this.tbs)}toTextObject(){let obj=this.toTextObjectEmpty(),req=AsnConvert.parse(this.rawData,CertificationRequest,this.parseOptions),tbs=req.
certificationRequestInfo,data=new TextObject("",{Version:`${Version[tbs.version]} (${tbs.version})`,Subject:this.subject,"Subject Public Key Info":this.publicKey});
if(this.attributes.length){let attrs=new TextObject("");for(let ext of this.attributes){let attrObj=ext.toTextObject();attrs[attrObj[TextObject.NAME]]=attrObj}data.
Attributes=attrs}return obj.Data=data,obj.Signature=new TextObject("",{Algorithm:TextConverter.serializeAlgorithm(req.signatureAlgorithm),"":req.signature}),obj}};
_Pkcs10CertificateRequest_tbs=new WeakMap,_Pkcs10CertificateRequest_subjectName=new WeakMap,_Pkcs10CertificateRequest_subject=new WeakMap,_Pkcs10CertificateRequest_signatureAlgorithm=
new WeakMap,_Pkcs10CertificateRequest_signature=new WeakMap,_Pkcs10CertificateRequest_publicKey=new WeakMap,_Pkcs10CertificateRequest_attributes=new WeakMap,_Pkcs10CertificateRequest_extensions=
new WeakMap;Pkcs10CertificateRequest.NAME="PKCS#10 Certificate Request";var Pkcs10CertificateRequestGenerator=class{static async create(params,crypto2=cryptoProvider.
get()){if(!params.keys.privateKey)throw new Error("Bad field 'keys' in 'params' argument. 'privateKey' is empty");if(!params.keys.publicKey)throw new Error("Bad\
 field 'keys' in 'params' argument. 'publicKey' is empty");let spki=await crypto2.subtle.exportKey("spki",params.keys.publicKey),asnReq=new CertificationRequest(
{certificationRequestInfo:new CertificationRequestInfo({subjectPKInfo:AsnConvert.parse(spki,SubjectPublicKeyInfo,selfProducedParseOptions)})});if(params.name){let name=params.
name instanceof Name3?params.name:new Name3(params.name);asnReq.certificationRequestInfo.subject=AsnConvert.parse(name.toArrayBuffer(),Name,selfProducedParseOptions)}
if(params.attributes)for(let o of params.attributes)asnReq.certificationRequestInfo.attributes.push(AsnConvert.parse(o.rawData,Attribute,selfProducedParseOptions));
if(params.extensions&&params.extensions.length){let attr=new Attribute({type:id_pkcs9_at_extensionRequest}),extensions=new Extensions;for(let o of params.extensions)
extensions.push(AsnConvert.parse(o.rawData,Extension,selfProducedParseOptions));attr.values.push(AsnConvert.serialize(extensions)),asnReq.certificationRequestInfo.
attributes.push(attr)}let signingAlgorithm={...params.signingAlgorithm,...params.keys.privateKey.algorithm},algProv=instance.resolve(diAlgorithmProvider);asnReq.
signatureAlgorithm=algProv.toAsnAlgorithm(signingAlgorithm);let tbs=AsnConvert.serialize(asnReq.certificationRequestInfo),signature=await crypto2.subtle.sign(signingAlgorithm,
params.keys.privateKey,tbs),signatureFormatters=instance.resolveAll(diAsnSignatureFormatter).reverse(),asnSignature=null;for(let signatureFormatter of signatureFormatters)
if(asnSignature=signatureFormatter.toAsnSignature(signingAlgorithm,signature),asnSignature)break;if(!asnSignature)throw Error("Cannot convert WebCrypto signatur\
e value to ASN.1 format");return asnReq.signature=asnSignature,new Pkcs10CertificateRequest(AsnConvert.serialize(asnReq),selfProducedParseOptions)}},_X509Certificate_tbs,
_X509Certificate_serialNumber,_X509Certificate_subjectName,_X509Certificate_subject,_X509Certificate_issuerName,_X509Certificate_issuer,_X509Certificate_notBefore,
_X509Certificate_notAfter,_X509Certificate_signatureAlgorithm,_X509Certificate_signature,_X509Certificate_extensions,_X509Certificate_publicKey,X509Certificate=class extends PemData{get publicKey(){
return __classPrivateFieldGet(this,_X509Certificate_publicKey,"f")||__classPrivateFieldSet(this,_X509Certificate_publicKey,new PublicKey(this.asn.tbsCertificate.
subjectPublicKeyInfo,this.parseOptions),"f"),__classPrivateFieldGet(this,_X509Certificate_publicKey,"f")}get serialNumber(){return __classPrivateFieldGet(this,_X509Certificate_serialNumber,
"f")||__classPrivateFieldSet(this,_X509Certificate_serialNumber,getCertificateSerialNumber(this.asn.tbsCertificate.serialNumber),"f"),__classPrivateFieldGet(this,
_X509Certificate_serialNumber,"f")}get subjectName(){return __classPrivateFieldGet(this,_X509Certificate_subjectName,"f")||__classPrivateFieldSet(this,_X509Certificate_subjectName,
new Name3(this.asn.tbsCertificate.subject),"f"),__classPrivateFieldGet(this,_X509Certificate_subjectName,"f")}get subject(){return __classPrivateFieldGet(this,_X509Certificate_subject,
"f")||__classPrivateFieldSet(this,_X509Certificate_subject,this.subjectName.toString(),"f"),__classPrivateFieldGet(this,_X509Certificate_subject,"f")}get issuerName(){
return __classPrivateFieldGet(this,_X509Certificate_issuerName,"f")||__classPrivateFieldSet(this,_X509Certificate_issuerName,new Name3(this.asn.tbsCertificate.issuer),
"f"),__classPrivateFieldGet(this,_X509Certificate_issuerName,"f")}get issuer(){return __classPrivateFieldGet(this,_X509Certificate_issuer,"f")||__classPrivateFieldSet(
this,_X509Certificate_issuer,this.issuerName.toString(),"f"),__classPrivateFieldGet(this,_X509Certificate_issuer,"f")}get notBefore(){if(!__classPrivateFieldGet(
this,_X509Certificate_notBefore,"f")){let notBefore=this.asn.tbsCertificate.validity.notBefore.utcTime||this.asn.tbsCertificate.validity.notBefore.generalTime;if(!notBefore)
throw new Error("Cannot get 'notBefore' value");__classPrivateFieldSet(this,_X509Certificate_notBefore,notBefore,"f")}return __classPrivateFieldGet(this,_X509Certificate_notBefore,
"f")}get notAfter(){if(!__classPrivateFieldGet(this,_X509Certificate_notAfter,"f")){let notAfter=this.asn.tbsCertificate.validity.notAfter.utcTime||this.asn.tbsCertificate.
validity.notAfter.generalTime;if(!notAfter)throw new Error("Cannot get 'notAfter' value");__classPrivateFieldSet(this,_X509Certificate_notAfter,notAfter,"f")}return __classPrivateFieldGet(
this,_X509Certificate_notAfter,"f")}get signatureAlgorithm(){if(!__classPrivateFieldGet(this,_X509Certificate_signatureAlgorithm,"f")){let algProv=instance.resolve(
diAlgorithmProvider);__classPrivateFieldSet(this,_X509Certificate_signatureAlgorithm,algProv.toWebAlgorithm(this.asn.signatureAlgorithm),"f")}return __classPrivateFieldGet(
this,_X509Certificate_signatureAlgorithm,"f")}get signature(){return __classPrivateFieldGet(this,_X509Certificate_signature,"f")||__classPrivateFieldSet(this,_X509Certificate_signature,
this.asn.signatureValue,"f"),__classPrivateFieldGet(this,_X509Certificate_signature,"f")}get extensions(){return __classPrivateFieldGet(this,_X509Certificate_extensions,
"f")||(__classPrivateFieldSet(this,_X509Certificate_extensions,[],"f"),this.asn.tbsCertificate.extensions&&__classPrivateFieldSet(this,_X509Certificate_extensions,
this.asn.tbsCertificate.extensions.map(o=>ExtensionFactory.create(AsnConvert.serialize(o),this.parseOptions)),"f")),__classPrivateFieldGet(this,_X509Certificate_extensions,
"f")}get tbs(){return __classPrivateFieldGet(this,_X509Certificate_tbs,"f")||__classPrivateFieldSet(this,_X509Certificate_tbs,this.asn.tbsCertificateRaw||AsnConvert.
serialize(this.asn.tbsCertificate),"f"),__classPrivateFieldGet(this,_X509Certificate_tbs,"f")}constructor(param,options){let args=PemData.isAsnEncoded(param)?[param,
Certificate,options]:[param,options];super(args[0],args[1],args[2]),_X509Certificate_tbs.set(this,void 0),_X509Certificate_serialNumber.set(this,void 0),_X509Certificate_subjectName.
set(this,void 0),_X509Certificate_subject.set(this,void 0),_X509Certificate_issuerName.set(this,void 0),_X509Certificate_issuer.set(this,void 0),_X509Certificate_notBefore.
set(this,void 0),_X509Certificate_notAfter.set(this,void 0),_X509Certificate_signatureAlgorithm.set(this,void 0),_X509Certificate_signature.set(this,void 0),_X509Certificate_extensions.
set(this,void 0),_X509Certificate_publicKey.set(this,void 0),this.tag=PemConverter.CertificateTag}onInit(_asn){}getExtension(type){for(let ext of this.extensions)
if(typeof type=="string"){if(ext.type===type)return ext}else if(ext instanceof type)return ext;return null}getExtensions(type){return this.extensions.filter(o=>typeof type==
"string"?o.type===type:o instanceof type)}async verify(params={},crypto2=cryptoProvider.get()){let keyAlgorithm,publicKey,paramsKey=params.publicKey;try{if(!paramsKey)
keyAlgorithm={...this.publicKey.algorithm,...this.signatureAlgorithm},publicKey=await this.publicKey.export(keyAlgorithm,["verify"],crypto2);else if("publicKey"in
paramsKey)keyAlgorithm={...paramsKey.publicKey.algorithm,...this.signatureAlgorithm},publicKey=await paramsKey.publicKey.export(keyAlgorithm,["verify"],crypto2);else if(paramsKey instanceof
PublicKey)keyAlgorithm={...paramsKey.algorithm,...this.signatureAlgorithm},publicKey=await paramsKey.export(keyAlgorithm,["verify"],crypto2);else if(BufferSourceConverter.
isBufferSource(paramsKey)){let key=new PublicKey(paramsKey);keyAlgorithm={...key.algorithm,...this.signatureAlgorithm},publicKey=await key.export(keyAlgorithm,[
"verify"],crypto2)}else keyAlgorithm={...paramsKey.algorithm,...this.signatureAlgorithm},publicKey=paramsKey}catch{return!1}let signatureFormatters=instance.resolveAll(
diAsnSignatureFormatter).reverse(),signature=null;for(let signatureFormatter of signatureFormatters)if(signature=signatureFormatter.toWebSignature(keyAlgorithm,
this.signature),signature)break;if(!signature)throw Error("Cannot convert ASN.1 signature value to WebCrypto format");let ok=await crypto2.subtle.verify(this.signatureAlgorithm,
publicKey,signature,this.tbs);if(params.signatureOnly)return ok;{let time=(params.date||new Date).getTime();return ok&&this.notBefore.getTime()<time&&time<this.
notAfter.getTime()}}async getThumbprint(arg1,arg2){let crypto2,algorithm="SHA-1";return arg1&&(typeof arg1=="object"&&"subtle"in arg1?crypto2=arg1:(algorithm=arg1,
crypto2=arg2)),crypto2??(crypto2=cryptoProvider.get()),await crypto2.subtle.digest(algorithm,this.rawData)}async isSelfSigned(crypto2=cryptoProvider.get()){return this.
subject===this.issuer&&await this.verify({signatureOnly:!0},crypto2)}toTextObject(){let obj=this.toTextObjectEmpty(),cert=AsnConvert.parse(this.rawData,Certificate,
this.parseOptions),tbs=cert.tbsCertificate,data=new TextObject("",{Version:`${Version[tbs.version]} (${tbs.version})`,"Serial Number":tbs.serialNumber,"Signatur\
e Algorithm":TextConverter.serializeAlgorithm(tbs.signature),Issuer:this.issuer,Validity:new TextObject("",{"Not Before":tbs.validity.notBefore.getTime(),"Not A\
fter":tbs.validity.notAfter.getTime()}),Subject:this.subject,"Subject Public Key Info":this.publicKey});if(tbs.issuerUniqueID&&(data["Issuer Unique ID"]=tbs.issuerUniqueID),
tbs.subjectUniqueID&&(data["Subject Unique ID"]=tbs.subjectUniqueID),this.extensions.length){let extensions=new TextObject("");for(let ext of this.extensions){let extObj=ext.
toTextObject();extensions[extObj[TextObject.NAME]]=extObj}data.Extensions=extensions}return obj.Data=data,obj.Signature=new TextObject("",{Algorithm:TextConverter.
serializeAlgorithm(cert.signatureAlgorithm),"":cert.signatureValue}),obj}};_X509Certificate_tbs=new WeakMap,_X509Certificate_serialNumber=new WeakMap,_X509Certificate_subjectName=
new WeakMap,_X509Certificate_subject=new WeakMap,_X509Certificate_issuerName=new WeakMap,_X509Certificate_issuer=new WeakMap,_X509Certificate_notBefore=new WeakMap,
_X509Certificate_notAfter=new WeakMap,_X509Certificate_signatureAlgorithm=new WeakMap,_X509Certificate_signature=new WeakMap,_X509Certificate_extensions=new WeakMap,
_X509Certificate_publicKey=new WeakMap;X509Certificate.NAME="Certificate";var _X509Certificates_options;_X509Certificates_options=new WeakMap;var _X509CrlEntry_serialNumber,_X509CrlEntry_revocationDate,_X509CrlEntry_reason,_X509CrlEntry_invalidity,_X509CrlEntry_extensions,X509CrlReason;(function(X509CrlReason2){
X509CrlReason2[X509CrlReason2.unspecified=0]="unspecified",X509CrlReason2[X509CrlReason2.keyCompromise=1]="keyCompromise",X509CrlReason2[X509CrlReason2.cACompromise=
2]="cACompromise",X509CrlReason2[X509CrlReason2.affiliationChanged=3]="affiliationChanged",X509CrlReason2[X509CrlReason2.superseded=4]="superseded",X509CrlReason2[X509CrlReason2.
cessationOfOperation=5]="cessationOfOperation",X509CrlReason2[X509CrlReason2.certificateHold=6]="certificateHold",X509CrlReason2[X509CrlReason2.removeFromCRL=8]=
"removeFromCRL",X509CrlReason2[X509CrlReason2.privilegeWithdrawn=9]="privilegeWithdrawn",X509CrlReason2[X509CrlReason2.aACompromise=10]="aACompromise"})(X509CrlReason||
(X509CrlReason={}));_X509CrlEntry_serialNumber=new WeakMap,_X509CrlEntry_revocationDate=new WeakMap,_X509CrlEntry_reason=new WeakMap,_X509CrlEntry_invalidity=new WeakMap,_X509CrlEntry_extensions=
new WeakMap;var _X509Crl_tbs,_X509Crl_signatureAlgorithm,_X509Crl_issuerName,_X509Crl_thisUpdate,_X509Crl_nextUpdate,_X509Crl_entries,_X509Crl_extensions;_X509Crl_tbs=new WeakMap,_X509Crl_signatureAlgorithm=new WeakMap,_X509Crl_issuerName=new WeakMap,_X509Crl_thisUpdate=new WeakMap,_X509Crl_nextUpdate=new WeakMap,
_X509Crl_entries=new WeakMap,_X509Crl_extensions=new WeakMap;ExtensionFactory.register(id_ce_basicConstraints,BasicConstraintsExtension);ExtensionFactory.register(id_ce_extKeyUsage,ExtendedKeyUsageExtension);ExtensionFactory.
register(id_ce_keyUsage,KeyUsagesExtension);ExtensionFactory.register(id_ce_subjectKeyIdentifier,SubjectKeyIdentifierExtension);ExtensionFactory.register(id_ce_authorityKeyIdentifier,
AuthorityKeyIdentifierExtension);ExtensionFactory.register(id_ce_subjectAltName,SubjectAlternativeNameExtension);ExtensionFactory.register(id_ce_cRLDistributionPoints,
CRLDistributionPointsExtension);ExtensionFactory.register(id_pe_authorityInfoAccess,AuthorityInfoAccessExtension);ExtensionFactory.register(id_ce_issuerAltName,
IssuerAlternativeNameExtension);AttributeFactory.register(id_pkcs9_at_challengePassword,ChallengePasswordAttribute);AttributeFactory.register(id_pkcs9_at_extensionRequest,
ExtensionsAttribute);instance.registerSingleton(diAsnSignatureFormatter,AsnDefaultSignatureFormatter);instance.registerSingleton(diAsnSignatureFormatter,AsnEcSignatureFormatter);
AsnEcSignatureFormatter.namedCurveSize.set("P-256",32);AsnEcSignatureFormatter.namedCurveSize.set("K-256",32);AsnEcSignatureFormatter.namedCurveSize.set("P-384",
48);AsnEcSignatureFormatter.namedCurveSize.set("P-521",66);var FLEET=[{name:"gateway-0001",key:"RSA-2048"},{name:"gateway-0002",key:"RSA-2048"},{name:"sensor-0001",key:"P-256"},{name:"sensor-0002",key:"P-256"},{name:"se\
nsor-0003",key:"P-256"},{name:"camera-0001",key:"P-384"},{name:"camera-0002",key:"P-521"},{name:"sensor-0004-damaged",key:"P-256"}],ALGORITHMS={"RSA-2048":{name:"\
RSASSA-PKCS1-v1_5",hash:"SHA-256",modulusLength:2048,publicExponent:new Uint8Array([1,0,1])},"P-256":{name:"ECDSA",namedCurve:"P-256",hash:"SHA-256"},"P-384":{name:"\
ECDSA",namedCurve:"P-384",hash:"SHA-384"},"P-521":{name:"ECDSA",namedCurve:"P-521",hash:"SHA-512"}};async function makeFleet(directory){await mkdir(directory,{recursive:!0});
for(let{name,key}of FLEET){let algorithm=ALGORITHMS[key],keys=await webcrypto.subtle.generateKey(algorithm,!0,["sign","verify"]),csr=await Pkcs10CertificateRequestGenerator.
create({name:`CN=${name},OU=Demo fleet,O=Example devices`,keys,signingAlgorithm:algorithm},webcrypto),der=Buffer.from(csr.rawData);name.endsWith("damaged")&&(der[der.
length-1]=(der.at(-1)??0)^1);let pem2=`-----BEGIN CERTIFICATE REQUEST-----
${der.toString("base64").replace(/.{64}(?=.)/g,`$&
`)}
-----END CERTIFICATE REQUEST-----
`;await writeFile(join(directory,`${name}.csr`),pem2)}}function renderMarkdown(markdown){let lines=[],table=[],flush=()=>{lines.push(...alignTable(table)),table=[]};for(let line of markdown.split(`
`)){if(line.startsWith("|")){let cells=line.split("|").slice(1,-1).map(cell=>plain(cell.trim()));cells.every(cell=>/^:?-+:?$/.test(cell))||table.push(cells);continue}
flush(),!/^(<\/?details>|```.*)$/.test(line)&&lines.push(plain(line))}return flush(),lines.join(`
`)}function alignTable(rows){let cut=rows.map(row=>row.map(cell=>cell.length>44?`${cell.slice(0,43)}\u2026`:cell)),widths=(cut[0]??[]).map((_,column)=>Math.max(
...cut.map(row=>row[column]?.length??0))),line=row=>row.map((cell,column)=>cell.padEnd(widths[column]??0)).join("  ").trimEnd();return cut.flatMap((row,index)=>index===
0?[line(row),widths.map(width=>"\u2500".repeat(width)).join("  ")]:[line(row)])}function plain(text){return text.replace(/\[([^\]]*)\]\(([^)]*)\)/g,"$1 ($2)").replaceAll(
"**","").replaceAll("<wbr>","").replaceAll("<br>"," ").replace(/^<summary>(.*)<\/summary>$/,"### $1").replaceAll("&nbsp;"," ").replace(/&#(\d+);/g,(_,code)=>String.
fromCodePoint(Number(code)))}async function demo(csrPath,print){let root=await mkdtemp(join2(tmpdir(),"iot-certificates-demo-")),workspace=csrPath===void 0?join2(root,"workspace"):process.cwd();
csrPath===void 0&&(print("Making a small fleet of CSRs: RSA and EC keys, one CSR damaged on its way"),await makeFleet(join2(workspace,"csrs"))),print(`Starting \
the emulator: small copies of AWS IoT, AWS STS and GitHub on this machine
`);let emulator=await startEmulator();emulator.iot.inject({operation:"CreateCertificateFromCsr",kind:"InternalFailureException",afterWork:!0,count:1});try{return await runTwice(
{root,workspace,csrPath:csrPath??"csrs/*.csr",emulator},print)}finally{await emulator.close()}}async function runTwice(stage,print){let{root,emulator}=stage,first=await runJob(
stage,root,print);print(`
\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500 job summary \u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500\u2500
`),print(renderMarkdown(first.summary));let certificatesPath=join2(root,"certificates"),{all:certificates,good:verified}=await verify(certificatesPath,emulator.
caPem),result={ok:!1,certificatesPath,certificates,verified,handedOverAgain:void 0};if(certificates===0)return print("No certificate was created."),{...result,signal:first.
signal};if(print(`Certificates: ${certificatesPath}`),print(`Verified against the issuing CA and the CSRs' keys: ${verified} of ${certificates}`),first.code!==0||
verified!==certificates)return{...result,signal:first.signal};print(`
The same once more on a machine that knows nothing, as "Re-run all jobs" would run it`),emulator.rerun("all-jobs");let again=join2(root,"again"),second=await runJob(
stage,again,()=>{}),{good:handedOverAgain}=await verify(join2(again,"certificates"),emulator.caPem),account=emulator.iot.certificates(),keys=new Set(account.map(
certificate=>certificate.spkiSha256)).size;print(`Handed over again: ${handedOverAgain}. AWS IoT holds ${account.length} certificates for ${keys} keys.`);let ok=second.
code===0&&handedOverAgain===certificates&&account.length===keys;return{...result,ok,handedOverAgain,signal:second.signal}}async function runJob({workspace,csrPath,
emulator},directory,show){let files=await makeCommandFiles(directory),env={...emulator.env,...files,GITHUB_ACTIONS:"true",GITHUB_WORKSPACE:workspace,RUNNER_TEMP:directory,
"INPUT_CSR-PATH":csrPath,"INPUT_ON-INVALID":"skip","INPUT_GITHUB-TOKEN":emulator.githubToken,"INPUT_AWS-REGION":emulator.region,"INPUT_ROLE-TO-ASSUME":emulator.
roleArn,"INPUT_OUTPUT-DIRECTORY":join2(directory,"certificates"),"INPUT_MAX-CERTIFICATES":"100000"};return{...await runStep(env,show),summary:await readFile(files.
GITHUB_STEP_SUMMARY,"utf8")}}async function makeCommandFiles(root){let directory=join2(root,"runner");await mkdir2(directory,{recursive:!0});let make=async name=>{
let path=join2(directory,name);return await writeFile2(path,""),path};return{GITHUB_OUTPUT:await make("output"),GITHUB_STATE:await make("state"),GITHUB_STEP_SUMMARY:await make(
"summary.md")}}async function runStep(env,print){let main=fileURLToPath(new URL("./main.js",import.meta.url)),{PATH,SystemRoot}=process.env,child=spawn(process.
execPath,[main],{stdio:["ignore","pipe","inherit"],env:{PATH,SystemRoot,...env}}),signal,cancel=name=>{signal??=name,child.kill(name)};process.on("SIGINT",cancel).
on("SIGTERM",cancel),createInterface({input:child.stdout}).on("line",line=>{/^::(debug|add-mask|endgroup)::/.test(line)||print(line.replace(/^::group::/,"\u25BC "))});
try{return await new Promise((resolve,reject)=>{child.on("error",reject),child.on("close",code=>resolve({code:code??1,signal}))})}finally{process.off("SIGINT",cancel).
off("SIGTERM",cancel)}}async function verify(output,caPem){let manifest=await readManifest(output),ca=new X509Certificate2(caPem),all=0,good=0;for(let{file,spkiSha256}of manifest?.
certificates??[]){if(file===null)continue;all++;let certificate=new X509Certificate2(await readFile(join2(output,file))),key=keyFingerprint(certificate.publicKey.
export({type:"spki",format:"der"}));certificate.verify(ca.publicKey)&&key===spkiSha256&&good++}return{good,all}}export{demo};
