import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{CreateCertificateFromCsr$,DeleteCertificate$,DescribeCertificate$,IOT_POOL,IoTClient,ListCertificates$,UNREADABLE,UpdateCertificate$,_ep0,_mw0,command,createIotCaller,
limitAnswers,notOfAws,watchClock}from"./part-aws-sdk-client-iot.js";import{defaultProvider}from"./lib-aws-sdk-credential-provider-node.js";import{SignatureV4MultiRegion}from"./lib-aws-sdk-signature-v4-multi-region.js";
import{AwsQueryProtocol,AwsSdkSigV4ASigner,AwsSdkSigV4Signer,NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,NODE_SIGV4A_CONFIG_OPTIONS,resolveAwsSdkSigV4AConfig,resolveAwsSdkSigV4Config}from"./lib-aws-sdk-core.js";
import{NodeHttpHandler}from"./lib-smithy-node-http-handler.js";import{BinaryDecisionDiagram,Client,DEFAULT_RETRY_MODE,DefaultIdentityProviderConfig,EndpointCache,NODE_APP_ID_CONFIG_OPTIONS,
NODE_MAX_ATTEMPT_CONFIG_OPTIONS,NODE_RETRY_MODE_CONFIG_OPTIONS,NoAuthSigner,NoOpLogger,ServiceException,awsEndpointFunctions,createDefaultUserAgentProvider,customEndpointFunctions,
decideEndpoint,emitWarningIfUnsupportedVersion,emitWarningIfUnsupportedVersion2,getAwsRegionExtensionConfiguration,getDefaultExtensionConfiguration,getDefaultSocketTimeout,
getEndpointPlugin,getHostHeaderPlugin,getHttpAuthSchemeEndpointRuleSetPlugin,getHttpSigningPlugin,getLoggerPlugin,getRecursionDetectionPlugin,getRetryPlugin,getUserAgentPlugin,
loadConfigsForDefaultMode,makeBuilder,resolveAwsRegionExtensionConfiguration,resolveDefaultRuntimeConfig,resolveEndpointConfig,resolveParams,resolveRetryConfig,
resolveUserAgentConfig}from"./lib-smithy-core.js";import{NODE_REGION_CONFIG_FILE_OPTIONS,NODE_REGION_CONFIG_OPTIONS,NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,getContentLengthPlugin,getHttpHandlerExtensionConfiguration,loadConfig,resolveDefaultsModeConfig,resolveHttpHandlerRuntimeConfig,
resolveRegionConfig}from"./lib-smithy-core-3.js";import{Sha256Node}from"./lib-smithy-core-2.js";import{TypeRegistry,calculateBodyLength,fromBase64,fromUtf8,
getSchemaSerdePlugin,getSmithyContext,normalizeProvider,parseUrl,streamCollector,toBase64,toUtf8}from"./lib-smithy-core-5.js";import{readAnswer}from"./part-github-answer.js";
import{withToolkit}from"./part-github-toolkit.js";import{adviceOn}from"./part-aws-advice.js";import{retry}from"./part-lib-retry.js";import{untilAborted}from"./part-lib-until-aborted.js";
import{LEASE_ENDED,failureOf,isBlocked}from"./part-aws-answers.js";import{TLS_FIX,tellsOfTlsRefusal}from"./part-lib-tls-refusal.js";import{withinTime}from"./part-lib-within-time.js";
import{TooLargeError}from"./part-lib-limit-bytes.js";import{answerText,keepSecret}from"./part-lib-redact.js";import{UserError}from"./part-lib-user-error.js";
import{count}from"./part-lib-words.js";import{visible}from"./part-lib-escape.js";var TRIES=4,TIMEOUT_MS=1e4,FIRST_WAIT_MS=1e3,MAX_BYTES=256*1024;async function getIdToken(audience,{context,network},waiting){let{idTokenRequest}=context;if(idTokenRequest===
void 0)throw noToken(context);try{let url=new URL(idTokenRequest.url),token=await retry(()=>askOnce(audience,url,{context,network},waiting.signal),{...waiting,tries:TRIES,
firstWaitMs:FIRST_WAIT_MS,mayPass});return keepSecret(token),token}catch(error){if(waiting.signal?.throwIfAborted(),error instanceof UserError)throw error;let reason=answerText(
error instanceof Error?error.message:String(error));throw new UserError("id-token-failed",`GitHub issued no OIDC token (${reason}).`,{where:"role-to-assume",fix:tellsOfTlsRefusal(
reason)?TLS_FIX:`Run the job again. It was tried ${TRIES} times; see https://www.githubstatus.com.`,cause:error})}}async function askOnce(audience,url,world,signal){
let problem,send=async(to,request)=>{try{let answer=await world.network.request(to,{...request,timeoutMs:TIMEOUT_MS,maxBytes:MAX_BYTES,signal}),{status,fields,reason}=readAnswer(
answer);if(status===200&&typeof fields?.value=="string"&&fields.value!=="")return answer;throw new Error(fields===void 0?reason:`HTTP ${status}`)}catch(error){throw problem=
error,error}};try{return await withToolkit(url,world,send,async()=>(await import("./lib-empty-3.js")).getIDToken(audience))}catch(error){throw problem??
error}}function mayPass(error){return!(error instanceof UserError)||error.code==="proxy-unreachable"}function noToken(context){return context.event.name.startsWith(
"pull_request")&&context.event.source!=="this-repository"?new UserError("fork-pull-request","GitHub gives no OIDC token to a pull request from a fork.",{where:"\
role-to-assume",fix:"Use `mode: validate` for pull requests, and issue certificates after the merge or by workflow_dispatch."}):context.onGitHub?new UserError("\
no-id-token","The job may not ask for an OIDC token.",{where:"role-to-assume",fix:"Add `permissions: { id-token: write, contents: read }` to the job (to the cal\
ling workflow, too, when this one is reusable)."}):new UserError("no-id-token","There is no GitHub OIDC token outside GitHub Actions.",{where:"role-to-assume",fix:"\
Leave role-to-assume empty to use the AWS credentials of your environment."})}function claimsOf(token){try{let claims=JSON.parse(Buffer.from(token.split(".")[1]??
"","base64url").toString("utf8"));return Object.fromEntries(Object.entries(claims).filter(([,value])=>typeof value=="string"))}catch{return{}}}var ASK_AGAIN=new Date(0),TRUSTED_MS=1e4;function roleCredentials(options){let{role,sts,idToken,now,onSession}=options,session,takenAt=0,renewal,renew=async()=>{
let fresh=await sts.assumeRole(role,await idToken());return onSession(fresh),takenAt=now(),session=fresh,fresh},isDue=({lifetimeMs})=>now()>=takenAt+lifetimeMs-
Math.min(3e5,lifetimeMs/4),current=async()=>{if(session!==void 0&&!isDue(session))return session;renewal??=renew().finally(()=>{renewal=void 0});let last=session;
return last!==void 0&&now()<takenAt+last.lifetimeMs?renewal.catch(()=>last):renewal};return{provider:async()=>({...await current(),expiration:ASK_AGAIN}),discard(){
now()-takenAt>TRUSTED_MS&&(session=void 0)}}}var CreateCertificateFromCsrCommand=class extends command(_ep0,_mw0,"CreateCertificateFromCsr",CreateCertificateFromCsr$){};var DeleteCertificateCommand=class extends command(_ep0,_mw0,"DeleteCertificate",DeleteCertificate$){};var DescribeCertificateCommand=class extends command(_ep0,_mw0,"DescribeCertificate",DescribeCertificate$){};var ListCertificatesCommand=class extends command(_ep0,_mw0,"ListCertificates",ListCertificates$){};var UpdateCertificateCommand=class extends command(_ep0,_mw0,"UpdateCertificate",UpdateCertificate$){};var q="ref",a=-1,b=!0,c="isSet",d="PartitionResult",e="booleanEquals",f="stringEquals",g="getAttr",h="us-east-1",i="sigv4",j="sts",k="https://sts.{Region}.{Part\
itionResult#dnsSuffix}",l={[q]:"Endpoint"},m={[q]:"Region"},n={[q]:d},o={},p=[m],_data={conditions:[[c,[l]],[c,p],["aws.partition",p,d],[e,[{[q]:"UseFIPS"},b]],
[e,[{[q]:"UseDualStack"},b]],[f,[m,"aws-global"]],[e,[{[q]:"UseGlobalEndpoint"},b]],[f,[m,"eu-central-1"]],[e,[{fn:g,argv:[n,"supportsDualStack"]},b]],[e,[{fn:g,
argv:[n,"supportsFIPS"]},b]],[f,[m,"ap-south-1"]],[f,[m,"eu-north-1"]],[f,[m,"eu-west-1"]],[f,[m,"eu-west-2"]],[f,[m,"eu-west-3"]],[f,[m,"sa-east-1"]],[f,[m,h]],
[f,[m,"us-east-2"]],[f,[m,"us-west-2"]],[f,[m,"us-west-1"]],[f,[m,"ca-central-1"]],[f,[m,"ap-southeast-1"]],[f,[m,"ap-northeast-1"]],[f,[m,"ap-southeast-2"]],[f,
[{fn:g,argv:[n,"name"]},"aws-us-gov"]]],results:[[a],["https://sts.amazonaws.com",{authSchemes:[{name:i,signingName:j,signingRegion:h}]}],[k,{authSchemes:[{name:i,
signingName:j,signingRegion:"{Region}"}]}],[a,"Invalid Configuration: FIPS and custom endpoint are not supported"],[a,"Invalid Configuration: Dualstack and cust\
om endpoint are not supported"],[l,o],["https://sts-fips.{Region}.{PartitionResult#dualStackDnsSuffix}",o],[a,"FIPS and DualStack are enabled, but this partitio\
n does not support one or both"],["https://sts.{Region}.amazonaws.com",o],["https://sts-fips.{Region}.{PartitionResult#dnsSuffix}",o],[a,"FIPS is enabled but th\
is partition does not support FIPS"],["https://sts.{Region}.{PartitionResult#dualStackDnsSuffix}",o],[a,"DualStack is enabled but this partition does not suppor\
t DualStack"],[k,o],[a,"Invalid Configuration: Missing Region"]]},root=2,r=1e8,nodes=new Int32Array([-1,1,-1,0,30,3,1,4,r+14,2,5,r+14,3,25,6,4,24,7,5,r+1,8,6,9,
r+13,7,r+1,10,10,r+1,11,11,r+1,12,12,r+1,13,13,r+1,14,14,r+1,15,15,r+1,16,16,r+1,17,17,r+1,18,18,r+1,19,19,r+1,20,20,r+1,21,21,r+1,22,22,r+1,23,23,r+1,r+2,8,r+11,
r+12,4,28,26,9,27,r+10,24,r+8,r+9,8,29,r+7,9,r+6,r+7,3,r+3,31,4,r+4,r+5]),bdd=BinaryDecisionDiagram.from(nodes,root,_data.conditions,_data.results);var cache=new EndpointCache({size:50,params:["Endpoint","Region","UseDualStack","UseFIPS","UseGlobalEndpoint"]}),defaultEndpointResolver=(endpointParams,context={})=>cache.
get(endpointParams,()=>decideEndpoint(bdd,{endpointParams,logger:context.logger}));customEndpointFunctions.aws=awsEndpointFunctions;var createEndpointRuleSetHttpAuthSchemeParametersProvider=defaultHttpAuthSchemeParametersProvider=>async(config,context,input)=>{if(!input)throw new Error("Coul\
d not find `input` for `defaultEndpointRuleSetHttpAuthSchemeParametersProvider`");let defaultParameters=await defaultHttpAuthSchemeParametersProvider(config,context,
input),instructionsFn=getSmithyContext(context)?.commandInstance?.constructor?.getEndpointParameterInstructions;if(!instructionsFn)throw new Error(`getEndpointP\
arameterInstructions() is not defined on '${context.commandName}'`);let endpointParameters=await resolveParams(input,{getEndpointParameterInstructions:instructionsFn},
config);return Object.assign(defaultParameters,endpointParameters)},_defaultSTSHttpAuthSchemeParametersProvider=async(config,context,input)=>({operation:getSmithyContext(
context).operation,region:await normalizeProvider(config.region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()}),defaultSTSHttpAuthSchemeParametersProvider=createEndpointRuleSetHttpAuthSchemeParametersProvider(
_defaultSTSHttpAuthSchemeParametersProvider);function createAwsAuthSigv4HttpAuthOption(authParameters){return{schemeId:"aws.auth#sigv4",signingProperties:{name:"\
sts",region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,context}})}}function createAwsAuthSigv4aHttpAuthOption(authParameters){
return{schemeId:"aws.auth#sigv4a",signingProperties:{name:"sts",region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,
context}})}}function createSmithyApiNoAuthHttpAuthOption(authParameters){return{schemeId:"smithy.api#noAuth"}}var createEndpointRuleSetHttpAuthSchemeProvider=(defaultEndpointResolver2,defaultHttpAuthSchemeResolver,createHttpAuthOptionFunctions)=>authParameters=>{
let authSchemes=defaultEndpointResolver2(authParameters).properties?.authSchemes;if(!authSchemes)return defaultHttpAuthSchemeResolver(authParameters);let options=[];
for(let scheme of authSchemes){let{name:resolvedName,properties={},...rest}=scheme,name=resolvedName.toLowerCase();resolvedName!==name&&console.warn(`HttpAuthSc\
heme has been normalized with lowercasing: '${resolvedName}' to '${name}'`);let schemeId;if(name==="sigv4a"){schemeId="aws.auth#sigv4a";let sigv4Present=authSchemes.
find(s=>{let name2=s.name.toLowerCase();return name2!=="sigv4a"&&name2.startsWith("sigv4")});if(SignatureV4MultiRegion.sigv4aDependency()==="none"&&sigv4Present)
continue}else if(name.startsWith("sigv4"))schemeId="aws.auth#sigv4";else throw new Error(`Unknown HttpAuthScheme found in '@smithy.rules#endpointRuleSet': '${name}\
'`);let createOption=createHttpAuthOptionFunctions[schemeId];if(!createOption)throw new Error(`Could not find HttpAuthOption create function for '${schemeId}'`);
let option=createOption(authParameters);option.schemeId=schemeId,option.signingProperties={...option.signingProperties||{},...rest,...properties},options.push(option)}
return options},_defaultSTSHttpAuthSchemeProvider=authParameters=>{let options=[];switch(authParameters.operation){case"AssumeRoleWithSAML":{options.push(createSmithyApiNoAuthHttpAuthOption(
authParameters)),options.push(createAwsAuthSigv4aHttpAuthOption(authParameters));break}case"AssumeRoleWithWebIdentity":{options.push(createSmithyApiNoAuthHttpAuthOption(
authParameters)),options.push(createAwsAuthSigv4aHttpAuthOption(authParameters));break}default:options.push(createAwsAuthSigv4HttpAuthOption(authParameters)),options.
push(createAwsAuthSigv4aHttpAuthOption(authParameters))}return options},defaultSTSHttpAuthSchemeProvider=createEndpointRuleSetHttpAuthSchemeProvider(defaultEndpointResolver,
_defaultSTSHttpAuthSchemeProvider,{"aws.auth#sigv4":createAwsAuthSigv4HttpAuthOption,"aws.auth#sigv4a":createAwsAuthSigv4aHttpAuthOption,"smithy.api#noAuth":createSmithyApiNoAuthHttpAuthOption}),
resolveHttpAuthSchemeConfig=config=>{let config_0=resolveAwsSdkSigV4Config(config),config_1=resolveAwsSdkSigV4AConfig(config_0);return Object.assign(config_1,{authSchemePreference:normalizeProvider(
config.authSchemePreference??[])})};var resolveClientEndpointParameters=options=>Object.assign(options,{useDualstackEndpoint:options.useDualstackEndpoint??!1,useFipsEndpoint:options.useFipsEndpoint??
!1,useGlobalEndpoint:options.useGlobalEndpoint??!1,defaultSigningName:"sts"}),commonParams={UseGlobalEndpoint:{type:"builtInParams",name:"useGlobalEndpoint"},UseFIPS:{
type:"builtInParams",name:"useFipsEndpoint"},Endpoint:{type:"builtInParams",name:"endpoint"},Region:{type:"builtInParams",name:"region"},UseDualStack:{type:"bui\
ltInParams",name:"useDualstackEndpoint"}};var package_default={name:"@aws-sdk/client-sts",version:"3.1174.0",description:"AWS SDK for JavaScript Sts Client for Node.js, Browser and React Native",homepage:"\
https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-sts",license:"Apache-2.0",author:{name:"AWS SDK for JavaScript Team",url:"https://aws.amazon.com/s\
dk-for-javascript/"},repository:{type:"git",url:"https://github.com/aws/aws-sdk-js-v3.git",directory:"clients/client-sts"},files:["dist-*/**"],sideEffects:!1,main:"\
./dist-cjs/index.js",module:"./dist-es/index.js",browser:{"./dist-es/runtimeConfig":"./dist-es/runtimeConfig.browser"},types:"./dist-types/index.d.ts",typesVersions:{
"<4.5":{"dist-types/*":["dist-types/ts3.4/*"]}},"react-native":{"./dist-es/runtimeConfig":"./dist-es/runtimeConfig.native"},scripts:{build:"concurrently 'yarn:b\
uild:types' 'yarn:build:es' && yarn build:cjs","build:cjs":"node ../../scripts/compilation/inline","build:es":"premove dist-es && tsc -p tsconfig.es.json","buil\
d:include:deps":'yarn g:turbo run build -F="$npm_package_name"',"build:types":"premove dist-types && tsc -p tsconfig.types.json","build:types:downlevel":"downle\
vel-dts dist-types dist-types/ts3.4",clean:"premove dist-cjs dist-es dist-types","extract:docs":"api-extractor run --local","generate:client":"node ../../script\
s/generate-clients/single-service",test:"yarn g:vitest run --passWithNoTests","test:watch":"yarn g:vitest watch --passWithNoTests","test:integration":"yarn g:vi\
test run --passWithNoTests -c vitest.config.integ.mts","test:integration:watch":"yarn g:vitest watch --passWithNoTests -c vitest.config.integ.mts","test:e2e":"y\
arn g:vitest run -c vitest.config.e2e.mts","test:e2e:watch":"yarn g:vitest watch -c vitest.config.e2e.mts","test:index":"tsc -p tsconfig.test.json && node ./tes\
t/index-objects.spec.mjs"},dependencies:{"@aws-sdk/core":"^3.981.0","@aws-sdk/credential-provider-node":"^3.972.97","@aws-sdk/signature-v4-multi-region":"^3.996\
.52","@aws-sdk/types":"^3.975.1","@smithy/core":"^3.40.0","@smithy/fetch-http-handler":"^5.8.1","@smithy/node-http-handler":"^4.14.2","@smithy/types":"^4.20.0",
tslib:"^2.6.2"},devDependencies:{"@smithy/snapshot-testing":"^2.4.0","@tsconfig/node20":"20.1.8","@types/node":"^20.14.8",concurrently:"7.0.0","downlevel-dts":"\
0.10.1",premove:"4.0.0",typescript:"~7.0.2",vitest:"^4.0.17"},engines:{node:">=20.0.0"}};var STSServiceException=class _STSServiceException extends ServiceException{static shapeId="smithy.ts.sdk.synthetic.com.amazonaws.sts#STSServiceException";constructor(options){
super(options),Object.setPrototypeOf(this,_STSServiceException.prototype)}};var ExpiredTokenException=class _ExpiredTokenException extends STSServiceException{static shapeId="com.amazonaws.sts#ExpiredTokenException";name="ExpiredTokenEx\
ception";$fault="client";constructor(opts){super({name:"ExpiredTokenException",$fault:"client",...opts}),Object.setPrototypeOf(this,_ExpiredTokenException.prototype)}},
InvalidContextAssertionException=class _InvalidContextAssertionException extends STSServiceException{static shapeId="com.amazonaws.sts#InvalidContextAssertionEx\
ception";name="InvalidContextAssertionException";$fault="client";constructor(opts){super({name:"InvalidContextAssertionException",$fault:"client",...opts}),Object.
setPrototypeOf(this,_InvalidContextAssertionException.prototype)}},MalformedPolicyDocumentException=class _MalformedPolicyDocumentException extends STSServiceException{static shapeId="\
com.amazonaws.sts#MalformedPolicyDocumentException";name="MalformedPolicyDocumentException";$fault="client";constructor(opts){super({name:"MalformedPolicyDocume\
ntException",$fault:"client",...opts}),Object.setPrototypeOf(this,_MalformedPolicyDocumentException.prototype)}},PackedPolicyTooLargeException=class _PackedPolicyTooLargeException extends STSServiceException{static shapeId="\
com.amazonaws.sts#PackedPolicyTooLargeException";name="PackedPolicyTooLargeException";$fault="client";constructor(opts){super({name:"PackedPolicyTooLargeExcepti\
on",$fault:"client",...opts}),Object.setPrototypeOf(this,_PackedPolicyTooLargeException.prototype)}},RegionDisabledException=class _RegionDisabledException extends STSServiceException{static shapeId="\
com.amazonaws.sts#RegionDisabledException";name="RegionDisabledException";$fault="client";constructor(opts){super({name:"RegionDisabledException",$fault:"client",
...opts}),Object.setPrototypeOf(this,_RegionDisabledException.prototype)}},IDPRejectedClaimException=class _IDPRejectedClaimException extends STSServiceException{static shapeId="\
com.amazonaws.sts#IDPRejectedClaimException";name="IDPRejectedClaimException";$fault="client";constructor(opts){super({name:"IDPRejectedClaimException",$fault:"\
client",...opts}),Object.setPrototypeOf(this,_IDPRejectedClaimException.prototype)}},InvalidIdentityTokenException=class _InvalidIdentityTokenException extends STSServiceException{static shapeId="\
com.amazonaws.sts#InvalidIdentityTokenException";name="InvalidIdentityTokenException";$fault="client";constructor(opts){super({name:"InvalidIdentityTokenExcepti\
on",$fault:"client",...opts}),Object.setPrototypeOf(this,_InvalidIdentityTokenException.prototype)}},IDPCommunicationErrorException=class _IDPCommunicationErrorException extends STSServiceException{static shapeId="\
com.amazonaws.sts#IDPCommunicationErrorException";name="IDPCommunicationErrorException";$fault="client";$retryable={};constructor(opts){super({name:"IDPCommunic\
ationErrorException",$fault:"client",...opts}),Object.setPrototypeOf(this,_IDPCommunicationErrorException.prototype)}},InvalidAuthorizationMessageException=class _InvalidAuthorizationMessageException extends STSServiceException{static shapeId="\
com.amazonaws.sts#InvalidAuthorizationMessageException";name="InvalidAuthorizationMessageException";$fault="client";constructor(opts){super({name:"InvalidAuthor\
izationMessageException",$fault:"client",...opts}),Object.setPrototypeOf(this,_InvalidAuthorizationMessageException.prototype)}},ExpiredTradeInTokenException=class _ExpiredTradeInTokenException extends STSServiceException{static shapeId="\
com.amazonaws.sts#ExpiredTradeInTokenException";name="ExpiredTradeInTokenException";$fault="client";constructor(opts){super({name:"ExpiredTradeInTokenException",
$fault:"client",...opts}),Object.setPrototypeOf(this,_ExpiredTradeInTokenException.prototype)}},InsufficientSessionLifetimeException=class _InsufficientSessionLifetimeException extends STSServiceException{static shapeId="\
com.amazonaws.sts#InsufficientSessionLifetimeException";name="InsufficientSessionLifetimeException";$fault="client";constructor(opts){super({name:"InsufficientS\
essionLifetimeException",$fault:"client",...opts}),Object.setPrototypeOf(this,_InsufficientSessionLifetimeException.prototype)}},InvalidSubjectCredentialsException=class _InvalidSubjectCredentialsException extends STSServiceException{static shapeId="\
com.amazonaws.sts#InvalidSubjectCredentialsException";name="InvalidSubjectCredentialsException";$fault="client";constructor(opts){super({name:"InvalidSubjectCre\
dentialsException",$fault:"client",...opts}),Object.setPrototypeOf(this,_InvalidSubjectCredentialsException.prototype)}},JWTPayloadSizeExceededException=class _JWTPayloadSizeExceededException extends STSServiceException{static shapeId="\
com.amazonaws.sts#JWTPayloadSizeExceededException";name="JWTPayloadSizeExceededException";$fault="client";constructor(opts){super({name:"JWTPayloadSizeExceededE\
xception",$fault:"client",...opts}),Object.setPrototypeOf(this,_JWTPayloadSizeExceededException.prototype)}},OutboundWebIdentityFederationDisabledException=class _OutboundWebIdentityFederationDisabledException extends STSServiceException{static shapeId="\
com.amazonaws.sts#OutboundWebIdentityFederationDisabledException";name="OutboundWebIdentityFederationDisabledException";$fault="client";constructor(opts){super(
{name:"OutboundWebIdentityFederationDisabledException",$fault:"client",...opts}),Object.setPrototypeOf(this,_OutboundWebIdentityFederationDisabledException.prototype)}},
SessionDurationEscalationException=class _SessionDurationEscalationException extends STSServiceException{static shapeId="com.amazonaws.sts#SessionDurationEscala\
tionException";name="SessionDurationEscalationException";$fault="client";constructor(opts){super({name:"SessionDurationEscalationException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_SessionDurationEscalationException.prototype)}};var _A="Arn",_AKI="AccessKeyId";var _ARI="AssumedRoleId";var _ARU="AssumedRoleUser";var _ARWWI="AssumeRoleWithWebIdentity",_ARWWIR="AssumeRoleWithWebIdentityRequest",_ARWWIRs="AssumeRoleWithWebIdentityResponse";var _Ac="Account",_Au="Audience",_C="Credentials";var _DS="DurationSeconds",_E="Expiration";var _ETE="ExpiredTokenException",_ETITE="ExpiredTradeInTokenException",_FPA="FederatedProviderArn";var _GCI="GetCallerIdentity",_GCIR="GetCallerIdentityRequest",_GCIRe="GetCallerIdentityResponse";var _I="Issuer",_IAME="InvalidAuthorizationMessageException",_ICAE="InvalidContextAssertionException",_IDPCEE="IDPCommunicationErrorException",_IDPRCE="IDPRejec\
tedClaimException",_IITE="InvalidIdentityTokenException",_IP="IdentityProvider",_ISCE="InvalidSubjectCredentialsException",_ISLE="InsufficientSessionLifetimeExc\
eption",_JWTPSEE="JWTPayloadSizeExceededException";var _MPDE="MalformedPolicyDocumentException",_MSTS="MinimumSessionTokenSize";var _OI="OriginIdentity",_OWIFDE="OutboundWebIdentityFederationDisabledException",_P="Policy",_PA="PolicyArns";var _PDT="PolicyDescriptorType",_PI="ProviderId",_PPS="PackedPolicySize",_PPTLE="PackedPolicyTooLargeException",_Pr="Provider",_RA="RoleArn",_RDE="RegionDisable\
dException",_RSN="RoleSessionName",_S="Subject";var _SAK="SecretAccessKey";var _SDEE="SessionDurationEscalationException",_SFWIT="SubjectFromWebIdentityToken",_SI="SourceIdentity";var _ST="SubjectType",_STS="SessionTokenSize",_STU="SessionTokenUtilization",_STe="SessionToken";var _TCr="TransactionContext",_TIPC="TrustedIdentityPropagationContext";var _UI="UserId";var _WIT="WebIdentityToken",_a="arn",_aKST="accessKeySecretType",_aQE="awsQueryError",_c="client",_cTT="clientTokenType",_e="error",_hE="httpError",_m="message",
_oIIT="originIdentityIssuerType",_oIST="originIdentitySubjectType",_oISTT="originIdentitySubjectTypeType",_pDLT="policyDescriptorListType",_s="smithy.ts.sdk.syn\
thetic.com.amazonaws.sts",_tCIPMT="transactionContextIdentityProviderMapType",_tCVT="transactionContextValueType";var n0="com.amazonaws.sts",_s_registry=new TypeRegistry(_s),STSServiceException$=[-3,_s,"STSServiceException",0,[],[]];_s_registry.registerError(STSServiceException$,
STSServiceException);var n0_registry=new TypeRegistry(n0),ExpiredTokenException$=[-3,n0,_ETE,{[_aQE]:["ExpiredTokenException",400],[_e]:_c,[_hE]:400},[_m],[0]];
n0_registry.registerError(ExpiredTokenException$,ExpiredTokenException);var ExpiredTradeInTokenException$=[-3,n0,_ETITE,{[_aQE]:["ExpiredTradeInTokenException",
400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(ExpiredTradeInTokenException$,ExpiredTradeInTokenException);var IDPCommunicationErrorException$=[-3,
n0,_IDPCEE,{[_aQE]:["IDPCommunicationError",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(IDPCommunicationErrorException$,IDPCommunicationErrorException);
var IDPRejectedClaimException$=[-3,n0,_IDPRCE,{[_aQE]:["IDPRejectedClaim",403],[_e]:_c,[_hE]:403},[_m],[0]];n0_registry.registerError(IDPRejectedClaimException$,
IDPRejectedClaimException);var InsufficientSessionLifetimeException$=[-3,n0,_ISLE,{[_aQE]:["InsufficientSessionLifetime",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.
registerError(InsufficientSessionLifetimeException$,InsufficientSessionLifetimeException);var InvalidAuthorizationMessageException$=[-3,n0,_IAME,{[_aQE]:["Inval\
idAuthorizationMessageException",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(InvalidAuthorizationMessageException$,InvalidAuthorizationMessageException);
var InvalidContextAssertionException$=[-3,n0,_ICAE,{[_aQE]:["InvalidContextAssertion",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(InvalidContextAssertionException$,
InvalidContextAssertionException);var InvalidIdentityTokenException$=[-3,n0,_IITE,{[_aQE]:["InvalidIdentityToken",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.
registerError(InvalidIdentityTokenException$,InvalidIdentityTokenException);var InvalidSubjectCredentialsException$=[-3,n0,_ISCE,{[_aQE]:["InvalidSubjectCredent\
ials",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(InvalidSubjectCredentialsException$,InvalidSubjectCredentialsException);var JWTPayloadSizeExceededException$=[
-3,n0,_JWTPSEE,{[_aQE]:["JWTPayloadSizeExceededException",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(JWTPayloadSizeExceededException$,JWTPayloadSizeExceededException);
var MalformedPolicyDocumentException$=[-3,n0,_MPDE,{[_aQE]:["MalformedPolicyDocument",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(MalformedPolicyDocumentException$,
MalformedPolicyDocumentException);var OutboundWebIdentityFederationDisabledException$=[-3,n0,_OWIFDE,{[_aQE]:["OutboundWebIdentityFederationDisabledException",403],
[_e]:_c,[_hE]:403},[_m],[0]];n0_registry.registerError(OutboundWebIdentityFederationDisabledException$,OutboundWebIdentityFederationDisabledException);var PackedPolicyTooLargeException$=[
-3,n0,_PPTLE,{[_aQE]:["PackedPolicyTooLarge",400],[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(PackedPolicyTooLargeException$,PackedPolicyTooLargeException);
var RegionDisabledException$=[-3,n0,_RDE,{[_aQE]:["RegionDisabledException",403],[_e]:_c,[_hE]:403},[_m],[0]];n0_registry.registerError(RegionDisabledException$,
RegionDisabledException);var SessionDurationEscalationException$=[-3,n0,_SDEE,{[_aQE]:["SessionDurationEscalationException",403],[_e]:_c,[_hE]:403},[_m],[0]];n0_registry.
registerError(SessionDurationEscalationException$,SessionDurationEscalationException);var errorTypeRegistries=[_s_registry,n0_registry],accessKeySecretType=[0,n0,
_aKST,8,0],clientTokenType=[0,n0,_cTT,8,0],originIdentityIssuerType=[0,n0,_oIIT,8,0],originIdentitySubjectType=[0,n0,_oIST,8,0],originIdentitySubjectTypeType=[0,
n0,_oISTT,8,0];var transactionContextValueType=[0,n0,_tCVT,8,0];var AssumedRoleUser$=[3,n0,_ARU,0,[_ARI,_A],[0,0],2];var AssumeRoleWithWebIdentityRequest$=[3,n0,_ARWWIR,0,[_RA,_RSN,_WIT,_PI,_PA,_P,_DS,_MSTS],[0,0,[()=>clientTokenType,0],0,()=>policyDescriptorListType,0,1,1],3],
AssumeRoleWithWebIdentityResponse$=[3,n0,_ARWWIRs,0,[_C,_SFWIT,_ARU,_PPS,_Pr,_Au,_SI,_STU,_STS,_TIPC],[[()=>Credentials$,0],0,()=>AssumedRoleUser$,1,0,0,0,1,1,[
()=>TrustedIdentityPropagationContext$,0]]];var Credentials$=[3,n0,_C,0,[_AKI,_SAK,_STe,_E],[0,[()=>accessKeySecretType,0],0,4],4];var GetCallerIdentityRequest$=[3,n0,_GCIR,0,[],[]],GetCallerIdentityResponse$=[3,n0,_GCIRe,0,[_UI,_Ac,_A],[0,0,0]];var OriginIdentity$=[3,n0,_OI,0,[_S,_ST,_I,_FPA],[[()=>originIdentitySubjectType,0],[()=>originIdentitySubjectTypeType,0],[()=>originIdentityIssuerType,0],0]],PolicyDescriptorType$=[
3,n0,_PDT,0,[_a],[0]];var TransactionContext$=[3,n0,_TCr,0,[_IP],[[()=>transactionContextIdentityProviderMapType,0]]],TrustedIdentityPropagationContext$=[3,n0,_TIPC,8,[_OI,_TCr],[[()=>OriginIdentity$,
0],[()=>TransactionContext$,0]]],policyDescriptorListType=[1,n0,_pDLT,0,()=>PolicyDescriptorType$];var transactionContextIdentityProviderMapType=[2,n0,_tCIPMT,0,[0,0],[()=>transactionContextValueType,0]];var AssumeRoleWithWebIdentity$=[9,n0,_ARWWI,0,()=>AssumeRoleWithWebIdentityRequest$,()=>AssumeRoleWithWebIdentityResponse$];var GetCallerIdentity$=[9,n0,_GCI,0,()=>GetCallerIdentityRequest$,()=>GetCallerIdentityResponse$];var getRuntimeConfig=config=>({apiVersion:"2011-06-15",base64Decoder:config?.base64Decoder??fromBase64,base64Encoder:config?.base64Encoder??toBase64,disableHostPrefix:config?.
disableHostPrefix??!1,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??
defaultSTSHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:"aws.auth#sigv4",identityProvider:ipc=>ipc.getIdentityProvider("aws.auth#si\
gv4"),signer:new AwsSdkSigV4Signer},{schemeId:"aws.auth#sigv4a",identityProvider:ipc=>ipc.getIdentityProvider("aws.auth#sigv4a"),signer:new AwsSdkSigV4ASigner},
{schemeId:"smithy.api#noAuth",identityProvider:ipc=>ipc.getIdentityProvider("smithy.api#noAuth")||(async()=>({})),signer:new NoAuthSigner}],logger:config?.logger??
new NoOpLogger,protocol:config?.protocol??AwsQueryProtocol,protocolSettings:config?.protocolSettings??{defaultNamespace:"com.amazonaws.sts",errorTypeRegistries,
xmlNamespace:"https://sts.amazonaws.com/doc/2011-06-15/",version:"2011-06-15",serviceTarget:"AWSSecurityTokenServiceV20110615"},serviceId:config?.serviceId??"ST\
S",sha256:config?.sha256??Sha256Node,signerConstructor:config?.signerConstructor??SignatureV4MultiRegion,urlParser:config?.urlParser??parseUrl,utf8Decoder:config?.
utf8Decoder??fromUtf8,utf8Encoder:config?.utf8Encoder??toUtf8});var getRuntimeConfig2=config=>{emitWarningIfUnsupportedVersion2(process.version);let defaultsMode=resolveDefaultsModeConfig(config),defaultConfigProvider=()=>defaultsMode().
then(loadConfigsForDefaultMode),clientSharedValues=getRuntimeConfig(config);emitWarningIfUnsupportedVersion(process.version);let loaderConfig={profile:config?.profile,
logger:clientSharedValues.logger};return{...clientSharedValues,...config,runtime:"node",defaultsMode,authSchemePreference:config?.authSchemePreference??loadConfig(
NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,loaderConfig),bodyLengthChecker:config?.bodyLengthChecker??calculateBodyLength,credentialDefaultProvider:config?.credentialDefaultProvider??
defaultProvider,defaultSocketTimeout:getDefaultSocketTimeout(config?.requestHandler,3e5),defaultUserAgentProvider:config?.defaultUserAgentProvider??createDefaultUserAgentProvider(
{serviceId:clientSharedValues.serviceId,clientVersion:package_default.version}),httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:"aws.auth#sigv4",identityProvider:ipc=>ipc.
getIdentityProvider("aws.auth#sigv4")||(async idProps=>await defaultProvider(idProps?.__config||{})()),signer:new AwsSdkSigV4Signer},{schemeId:"aws.auth#sigv4a",
identityProvider:ipc=>ipc.getIdentityProvider("aws.auth#sigv4a"),signer:new AwsSdkSigV4ASigner},{schemeId:"smithy.api#noAuth",identityProvider:ipc=>ipc.getIdentityProvider(
"smithy.api#noAuth")||(async()=>({})),signer:new NoAuthSigner}],maxAttempts:config?.maxAttempts??loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS,config),region:config?.
region??loadConfig(NODE_REGION_CONFIG_OPTIONS,{...NODE_REGION_CONFIG_FILE_OPTIONS,...loaderConfig}),requestHandler:NodeHttpHandler.create(config?.requestHandler??
defaultConfigProvider),retryMode:config?.retryMode??loadConfig({...NODE_RETRY_MODE_CONFIG_OPTIONS,default:async()=>(await defaultConfigProvider()).retryMode||DEFAULT_RETRY_MODE},
config),sigv4aSigningRegionSet:config?.sigv4aSigningRegionSet??loadConfig(NODE_SIGV4A_CONFIG_OPTIONS,loaderConfig),streamCollector:config?.streamCollector??streamCollector,
useDualstackEndpoint:config?.useDualstackEndpoint??loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,loaderConfig),useFipsEndpoint:config?.useFipsEndpoint??
loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,loaderConfig),userAgentAppId:config?.userAgentAppId??loadConfig(NODE_APP_ID_CONFIG_OPTIONS,loaderConfig)}};var getHttpAuthExtensionConfiguration=runtimeConfig=>{let _httpAuthSchemes=runtimeConfig.httpAuthSchemes,_httpAuthSchemeProvider=runtimeConfig.httpAuthSchemeProvider,
_credentials=runtimeConfig.credentials;return{setHttpAuthScheme(httpAuthScheme){let index=_httpAuthSchemes.findIndex(scheme=>scheme.schemeId===httpAuthScheme.schemeId);
index===-1?_httpAuthSchemes.push(httpAuthScheme):_httpAuthSchemes.splice(index,1,httpAuthScheme)},httpAuthSchemes(){return _httpAuthSchemes},setHttpAuthSchemeProvider(httpAuthSchemeProvider){
_httpAuthSchemeProvider=httpAuthSchemeProvider},httpAuthSchemeProvider(){return _httpAuthSchemeProvider},setCredentials(credentials){_credentials=credentials},credentials(){
return _credentials}}},resolveHttpAuthRuntimeConfig=config=>({httpAuthSchemes:config.httpAuthSchemes(),httpAuthSchemeProvider:config.httpAuthSchemeProvider(),credentials:config.
credentials()});var resolveRuntimeExtensions=(runtimeConfig,extensions)=>{let extensionConfiguration=Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig),getDefaultExtensionConfiguration(
runtimeConfig),getHttpHandlerExtensionConfiguration(runtimeConfig),getHttpAuthExtensionConfiguration(runtimeConfig));return extensions.forEach(extension=>extension.
configure(extensionConfiguration)),Object.assign(runtimeConfig,resolveAwsRegionExtensionConfiguration(extensionConfiguration),resolveDefaultRuntimeConfig(extensionConfiguration),
resolveHttpHandlerRuntimeConfig(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var STSClient=class extends Client{config;constructor(...[configuration]){let _config_0=getRuntimeConfig2(configuration||{});super(_config_0),this.initConfig=_config_0;
let _config_1=resolveClientEndpointParameters(_config_0),_config_2=resolveUserAgentConfig(_config_1),_config_3=resolveRetryConfig(_config_2),_config_4=resolveRegionConfig(
_config_3),_config_5=_config_4,_config_6=resolveEndpointConfig(_config_5),_config_7=resolveHttpAuthSchemeConfig(_config_6),_config_8=resolveRuntimeExtensions(_config_7,
configuration?.extensions||[]);this.config=_config_8,this.middlewareStack.use(getSchemaSerdePlugin(this.config)),this.middlewareStack.use(getUserAgentPlugin(this.
config)),this.middlewareStack.use(getRetryPlugin(this.config)),this.middlewareStack.use(getContentLengthPlugin(this.config)),this.middlewareStack.use(getHostHeaderPlugin(
this.config)),this.middlewareStack.use(getLoggerPlugin(this.config)),this.middlewareStack.use(getRecursionDetectionPlugin(this.config)),this.middlewareStack.use(
getHttpAuthSchemeEndpointRuleSetPlugin(this.config,{httpAuthSchemeParametersProvider:defaultSTSHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async config=>new DefaultIdentityProviderConfig(
{"aws.auth#sigv4":config.credentials,"aws.auth#sigv4a":config.credentials})})),this.middlewareStack.use(getHttpSigningPlugin(this.config))}destroy(){super.destroy()}};var command2=makeBuilder(commonParams,"AWSSecurityTokenServiceV20110615","STSClient",getEndpointPlugin),_ep02={},_mw02=(Command,cs,config,o2)=>[];var AssumeRoleWithWebIdentityCommand=class extends command2(_ep02,_mw02,"AssumeRoleWithWebIdentity",AssumeRoleWithWebIdentity$){};var GetCallerIdentityCommand=class extends command2(_ep02,_mw02,"GetCallerIdentity",GetCallerIdentity$){};async function resolveEndpoints(region){let credentials={accessKeyId:"-",secretAccessKey:"-"},sts=new STSClient({region,credentials}),iot=new IoTClient({region,
credentials});return[await endpointOf("AWS STS",sts,()=>sts.send(new GetCallerIdentityCommand({}))),await endpointOf("AWS IoT",iot,()=>iot.send(new ListCertificatesCommand(
{})))]}async function endpointOf(service,client,send){let request;client.middlewareStack.use({applyToStack(stack){stack.add(()=>async args=>(request=args.request,
{response:{},output:{}}),{step:"build",priority:"low",name:"addressOnly"})}});try{await send()}catch(error){throw notAnAddress(service,error)}finally{client.destroy()}
let{protocol,hostname,port}=request,origin=`${protocol}//${hostname}${port===void 0?"":`:${port}`}`;if(protocol!=="https:"&&!isLoopback(hostname))throw inTheClear(
service,origin);return{service,origin:visible(origin),isOfAws:protocol==="https:"&&isOfAws(hostname)}}var SUFFIXES=["amazonaws.com","api.aws","amazonaws.com.cn",
"api.amazonwebservices.com.cn","amazonaws.eu","api.amazonwebservices.eu","c2s.ic.gov","api.aws.ic.gov","sc2s.sgov.gov","api.aws.scloud","cloud.adc-e.uk","api.cl\
oud-aws.adc-e.uk","csp.hci.ic.gov","api.aws.hci.ic.gov"],SERVICE=/^(vpce-(?!svc-)[a-z\d-]+\.)?(api\.)?(iot|sts|servicequotas)(-fips)?(\.[a-z]{2,4}(-[a-z]+)+-\d{1,2})?(\.vpce)?$/;
function isOfAws(hostname){let name=hostname.toLowerCase();return SUFFIXES.some(suffix=>name.endsWith(`.${suffix}`)&&SERVICE.test(name.slice(0,-suffix.length-1)))}
function isLoopback(hostname){return/^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname)}var WHERE="AWS_ENDPOINT_URL or endpoint_url";function notAnAddress(service,error){
let reason=visible(error instanceof Error?error.message:String(error));return new UserError("endpoint",`The address of ${service} is not known (${reason}).`,{where:WHERE,
fix:"Correct aws-region, and the endpoint in the environment or in the AWS profile if one is set. Nothing was sent.",cause:error})}function inTheClear(service,origin){
return new UserError("endpoint-plain-http",`Requests to ${service} would go to ${visible(origin)} without TLS, and others could read them. Nothing was sent.`,{where:WHERE,
fix:"Remove the endpoint from the environment (AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_IOT, AWS_ENDPOINT_URL_STS \u2026) or from the AWS profile, or name one with https."})}
function foreignEndpoints(endpoints){let foreign=endpoints.filter(({isOfAws:isOfAws2})=>!isOfAws2);return foreign.length===0?void 0:`Requests do not go to AWS's\
 own address: ${foreign.map(({service,origin})=>`${service} at ${origin}`).join(", ")}. It comes from AWS_ENDPOINT_URL\u2026 in the environment or endpoint_url in an\
 AWS profile; who answers there receives the requests.`}var PAGE_SIZE=250;function createIot({client,ask,awsTime}){let describeCertificate=id=>ask(async options=>{let description=(await client.send(new DescribeCertificateCommand(
{certificateId:id}),options)).certificateDescription??{},[certificate]=listed(description),{certificatePem:pem,lastModifiedDate}=description;return certificate===
void 0||!pem?UNREADABLE:{...certificate,kind:"certificate",pem,modifiedAt:lastModifiedDate?.getTime()}});return{createCertificate:(pem,setAsActive,mayLeave)=>ask(
async options=>{let command3=new CreateCertificateFromCsrCommand({certificateSigningRequest:pem,setAsActive});mayLeave!==void 0&&command3.middlewareStack.add(handle=>async args=>{
if(!mayLeave())throw Object.assign(new Error("it was not this run\u2019s to send any more"),{code:LEASE_ENDED});return handle(args)},{step:"deserialize",priority:"\
low",name:"mayLeave"});let{certificateId,certificateArn,certificatePem}=await client.send(command3,options);return!certificateId||!certificateArn||!certificatePem?
UNREADABLE:{kind:"created",id:certificateId,arn:certificateArn,pem:certificatePem}}),listCertificates:marker=>ask(async options=>{let command3=new ListCertificatesCommand(
{pageSize:PAGE_SIZE,marker,ascendingOrder:!1}),{certificates,nextMarker}=await client.send(command3,options);return certificates===void 0?UNREADABLE:{kind:"page",
certificates:certificates.flatMap(listed),next:nextMarker}}),describeCertificate,updateStatus:(id,newStatus)=>ask(async options=>{let command3=new UpdateCertificateCommand(
{certificateId:id,newStatus}),{$metadata}=await client.send(command3,options);if($metadata.requestId!==void 0)return{kind:"updated"};let now=await describeCertificate(
id);return now.kind!=="certificate"?now:now.status===newStatus?{kind:"updated"}:notOfAws($metadata.httpStatusCode)}),deleteCertificate:id=>ask(async options=>{let{
$metadata}=await client.send(new DeleteCertificateCommand({certificateId:id}),options);return $metadata.requestId===void 0?notOfAws($metadata.httpStatusCode):{kind:"\
deleted"}}),awsTime,close:()=>client.destroy()}}function listed(certificate){let{certificateId,certificateArn,status,creationDate}=certificate;return!certificateId||
!certificateArn||creationDate===void 0?[]:[{id:certificateId,arn:certificateArn,status:status??"",createdAt:creationDate.getTime()}]}var MAX_POLICY_LENGTH=2048;function narrowSessions(sts,log){let isTooLarge=!1,giveUp=why=>{isTooLarge=!0,log.annotate("notice",`The session is not narrowed to w\
hat this run calls: ${why}. It may do what the role allows.`,{title:"session-policy"})};return{async assumeRole(role,idToken){let{sessionPolicy}=role,broad={...role,
sessionPolicy:void 0};if(sessionPolicy===void 0||isTooLarge)return sts.assumeRole(broad,idToken);if(sessionPolicy.length>MAX_POLICY_LENGTH)return giveUp(`its po\
licy has ${count(sessionPolicy.length)} characters, and AWS takes ${count(MAX_POLICY_LENGTH)}`),sts.assumeRole(broad,idToken);try{return await sts.assumeRole(role,
idToken)}catch(error){if(!isPackedTooLarge(error))throw error;return giveUp("AWS says that its policy is too large when packed"),sts.assumeRole(broad,idToken)}}}}
function isPackedTooLarge(error){let cause=error instanceof UserError?error.cause:void 0;return cause instanceof Error&&cause.name.startsWith("PackedPolicyTooLa\
rge")}var QUOTA={ServiceCode:"iotcore",QuotaCode:"L-01BCDDCA"},TIMEOUT_MS2=3e3;async function readCreateQuota(region,credentials,agents,onEndpoint){let{GetAWSDefaultServiceQuotaCommand,
GetServiceQuotaCommand,ServiceQuotasClient}=await import("./lib-aws-sdk-client-service-quotas.js"),probe=new ServiceQuotasClient({region,credentials:{accessKeyId:"-",secretAccessKey:"\
-"}});onEndpoint(await endpointOf("AWS Service Quotas",probe,()=>probe.send(new GetServiceQuotaCommand(QUOTA))));let client=new ServiceQuotasClient({region,...credentials===
void 0?{}:{credentials},maxAttempts:1,requestHandler:{connectionTimeout:TIMEOUT_MS2,...agents}});limitAnswers(client);try{let value=(await withinTime(TIMEOUT_MS2,
abortSignal=>client.send(new GetServiceQuotaCommand(QUOTA),{abortSignal}).catch(error=>error.name==="NoSuchResourceException"?client.send(new GetAWSDefaultServiceQuotaCommand(
QUOTA),{abortSignal}):Promise.reject(error)))).Quota?.Value;return value!==void 0&&value>0?value:void 0}catch{return}finally{client.destroy()}}var GITHUB_COM="https://token.actions.githubusercontent.com";function roleAdvice({code,message},role,claims){let issuer=visible(claims.iss??GITHUB_COM),provider=issuer.
replace(/^https:\/\//,""),presents=`This job presents ${presented(claims)}.`,atRole={where:"role-to-assume"};if(/retrieve verification key|IDPCommunicationError/.
test(`${code} ${message}`)){let isOwn=issuer!==GITHUB_COM&&!issuer.startsWith(`${GITHUB_COM}/`);return{...atRole,code:"identity-provider-unreachable",message:`A\
WS could not reach GitHub's identity provider ${issuer} (${message}).`,fix:`Run the job again.${isOwn?` AWS has to be able to read ${issuer}/.well-known/openid-\
configuration over the internet.`:""}`}}if(/thumbprint/i.test(message))return{...atRole,code:"identity-provider-thumbprint",message:`The thumbprint in the IAM i\
dentity provider ${provider} is not that of GitHub's current certificate (${message}).`,fix:"Update the thumbprint: aws iam update-open-id-connect-provider-thum\
bprint, or save the provider anew in the IAM console."};if(/audience/i.test(message))return{where:"audience",code:"audience-refused",message:`The identity provi\
der in AWS does not accept the audience of the job's token (${message}). ${presents}`,fix:`Add this aud to the IAM identity provider ${provider}, or set \`audien\
ce\` to one it has.`};if(/DurationSeconds/.test(message))return{where:"role-duration-seconds",code:"role-duration",message:`The role does not allow sessions of ${role.
durationSeconds} s (${message}).`,fix:"Lower role-duration-seconds, or raise the role's maximum session duration; sessions are renewed either way."};if(/^ExpiredToken/.
test(code))return{...atRole,code:"oidc-token-expired",message:`The job's OIDC token, which lives five minutes, had expired when AWS read it (${message}).`,fix:"\
Run the job again. On GitHub Enterprise Server, check the clock of the server."};if(/^AccessDenied/.test(code))return{...atRole,...refusedByTrust(role,message,provider,
presents,claims)};if(/^InvalidIdentityToken/.test(code)){let isMissing=/no openid ?connect provider/i.test(message),other=issuer===GITHUB_COM?"":` The token is \
not from ${GITHUB_COM}: a provider for that issuer does not accept it.`;return{...atRole,code:isMissing?"identity-provider":"identity-token",message:`AWS does n\
ot accept the job's token (${message}). ${presents}`,fix:isMissing?`Create the IAM identity provider for ${issuer} in the account of the role.${other}`:`Check t\
hat the IAM identity provider for ${issuer} is in the account of the role, and run the job again.${other}`}}if(/ARN is invalid|roleArn/i.test(message))return{...atRole,
code:"role-arn",message:`AWS does not accept ${role.arn} as the ARN of a role (${message}).`,fix:"Copy the ARN from the IAM console."}}function refusedByTrust(role,message,provider,presents,{
sub=""}){let immutable=/@\d+/.test(sub)?' The sub holds ids ("@\u2026"), as it does for repositories created since 2026-07-15: a condition in the old form without th\
em does not match.':"";return{code:"role-refused",message:`${role.arn} does not let this job in (${message}). ${presents}${immutable}`,fix:`Change the role's tr\
ust policy so that its conditions on ${provider}:sub and ${provider}:aud, and on other claims if it has any, match these values; or correct the ARN.`}}function presented(claims){
let shown=["iss","sub","aud","job_workflow_ref","repository_id","environment"].flatMap(name=>claims[name]===void 0?[]:`${name} "${visible(claims[name])}"`);return shown.
length===0?"a token that cannot be read":shown.join(", ")}var TRIES2=4,FIRST_WAIT_MS2=1e3,TIMEOUT_MS3=15e3,AWS_POOL={keepAlive:!0,maxSockets:50},CREDENTIALS_MS=12e4;function createSts(region,agents,waiting){let{now}=waiting.
clock,skew=0,requestHandler={connectionTimeout:5e3,requestTimeout:1e4,throwOnRequestTimeout:!0,...agents},open=credentials=>{let client=new STSClient({region,requestHandler,
...credentials===void 0?{}:{credentials}});return limitAnswers(client),client},persistently=call=>retry(()=>withinTime(TIMEOUT_MS3,abortSignal=>call({abortSignal}),
waiting.signal),{...waiting,tries:TRIES2,firstWaitMs:FIRST_WAIT_MS2,mayPass:isTransient});return{async assumeRole(role,idToken){let client=open({accessKeyId:"-",
secretAccessKey:"-"}),clock=watchClock(client,now),command3=new AssumeRoleWithWebIdentityCommand({RoleArn:role.arn,RoleSessionName:role.sessionName,DurationSeconds:role.
durationSeconds,WebIdentityToken:idToken,Policy:role.sessionPolicy});try{let answer=await persistently(options=>client.send(command3,options)),{AccessKeyId,SecretAccessKey,
SessionToken,Expiration}=answer.Credentials??{};if(!AccessKeyId||!SecretAccessKey||!SessionToken)throw notAnAnswer();skew=clock.skew();let lifetimeMs=lifetimeOf(
Expiration,now()+skew,role.durationSeconds*1e3);return{accessKeyId:AccessKeyId,secretAccessKey:SecretAccessKey,sessionToken:SessionToken,lifetimeMs}}catch(error){
throw waiting.signal?.throwIfAborted(),assumeRoleError(error,failureOf(error,now),role,idToken)}finally{client.destroy()}},async callerIdentity(credentials){let client=open(
credentials),clock=watchClock(client,now,skew);try{let{secretAccessKey,sessionToken}=await waitForCredentials(client.config.credentials(),waiting);keepSecret(secretAccessKey),
keepSecret(sessionToken);let{Account,Arn}=await persistently(options=>client.send(new GetCallerIdentityCommand({}),options));if(!/^\d{12}$/.test(Account??"")||!Arn?.
startsWith("arn:"))throw notAnAnswer();return skew=clock.skew(),{account:Account??"",arn:answerText(Arn)}}catch(error){throw waiting.signal?.throwIfAborted(),callerIdentityError(
error,failureOf(error,now),region)}finally{client.destroy()}},skew:()=>skew}}function lifetimeOf(expiration,awsNow,askedMs){let left=(expiration?.getTime()??0)-
awsNow;return left>0?Math.min(Math.max(left-1e3,left/2),askedMs):askedMs}async function waitForCredentials(credentials,{clock,signal}){let given=new AbortController,
late=clock.sleep(CREDENTIALS_MS,given.signal).then(()=>{let message=`the source of the AWS credentials did not answer within ${CREDENTIALS_MS/1e3} s`;throw Object.
assign(new Error(message),{name:"CredentialsProviderError"})});try{return await untilAborted(Promise.race([credentials,late]),signal)}finally{given.abort()}}function notAnAnswer(){
return Object.assign(new Error("no answer"),{$metadata:{httpStatusCode:200}})}function isTransient(error){if(error instanceof UserError)return error.code==="pro\
xy-unreachable";if(error instanceof TooLargeError)return!1;let failure=failureOf(error);return failure.kind!=="refused"&&!isBlocked(failure)||/IDPCommunicationError|retrieve verification key/.
test(`${failure.code} ${failure.message}`)}function assumeRoleError(error,failure,role,idToken){if(error instanceof UserError)return error;let own=roleAdvice(failure,
role,claimsOf(idToken)),{code,message,fix}=own??adviceOn(failure,"sts:AssumeRoleWithWebIdentity")??{code:"sts",message:`AWS STS did not answer AssumeRoleWithWeb\
Identity (${failure.code}: ${failure.message}).`,fix:failure.kind==="refused"?"Correct the cause that AWS names. Nothing was created.":"Check aws-region and the\
 network, and run the job again. Nothing was created."};return new UserError(code,message,{where:own?.where??"role-to-assume",fix,cause:error})}var CREDENTIALS="\
AWS credentials";function callerIdentityError(error,failure,region){if(error instanceof UserError)return error;if(failure.code==="CredentialsProviderError"){let detail=/any providers/.
test(failure.message)?"":` (${failure.message})`;return new UserError("no-credentials",`There are no AWS credentials${detail}.`,{cause:error,where:"role-to-assu\
me",fix:"Set role-to-assume (with `permissions: { id-token: write }`), or run aws-actions/configure-aws-credentials before this step."})}let advice=adviceOn(failure,
"sts:GetCallerIdentity");return advice!==void 0?new UserError(advice.code,advice.message,{where:CREDENTIALS,fix:advice.fix,cause:error}):failure.kind==="refused"?
new UserError("credentials-refused",`AWS does not accept the credentials (${failure.code}: ${failure.message}).`,{cause:error,where:CREDENTIALS,fix:"Renew them:\
 set role-to-assume, or run aws-actions/configure-aws-credentials right before this step."}):new UserError("sts",`AWS STS in ${region} cannot be reached (${failure.
code}: ${failure.message}).`,{where:"aws-region",cause:error,fix:"Check aws-region and the network, and run the job again. Nothing was created."})}async function signIn(options,services){let{context,commands,clock,log,stop,network}=services,{region,role,allowedAccountIds,requestTimeoutMs}=options,waiting={
clock,signal:stop};role===void 0&&refuseHalfKeys(context.missingAwsKey);let endpoints=await resolveEndpoints(region);announce(region,role?.arn,endpoints,log);let agents=await network.
awsAgents(AWS_POOL),sts=createSts(region,agents,waiting),credentials=role===void 0?void 0:roleCredentials({role,sts:narrowSessions(sts,log),idToken:()=>getIdToken(
role.audience,services,waiting),now:clock.now,onSession(session){for(let secret of[session.secretAccessKey,session.sessionToken??""])commands.mask(secret),keepSecret(
secret)}}),identity=await sts.callerIdentity(credentials?.provider);if(allowedAccountIds.length>0&&!allowedAccountIds.includes(identity.account))throw new UserError(
"account-not-allowed",`The credentials belong to account ${identity.account} (${identity.arn}), which is not allowed.`,{where:"allowed-account-ids",fix:`Use a r\
ole of an allowed account (${allowedAccountIds.join(", ")}), or add this account to the input.`});let caller=createIotCaller({region,credentials,timeoutMs:requestTimeoutMs,
now:clock.now,skewMs:sts.skew(),agents:await network.awsAgents(IOT_POOL)});return{...identity,region,credentials:credentials?.provider,createQuota:()=>readCreateQuota(
region,credentials?.provider,agents,endpoint=>{endpoints.every(({origin})=>origin!==endpoint.origin)&&warnOfForeign([endpoint],log)}),iot:createIot(caller),registry:async()=>(await import("./part-aws-iot-registry.js")).
createIotRegistry(caller)}}function announce(region,roleArn,endpoints,log){let who=roleArn===void 0?"the credentials of the environment":`role ${roleArn}`,where=endpoints.
map(({service,origin})=>`${service} at ${origin}`).join(", ");log.info(`Region ${region}, ${who}, ${where}`),warnOfForeign(endpoints,log)}function warnOfForeign(endpoints,log){
let foreign=foreignEndpoints(endpoints);foreign!==void 0&&log.annotate("notice",foreign,{title:"endpoint"})}function refuseHalfKeys(missing){if(missing!==void 0)
throw new UserError("half-credentials",`The AWS credentials of the environment are incomplete: ${missing} is missing.`,{where:missing,fix:"Set AWS_ACCESS_KEY_ID\
 and AWS_SECRET_ACCESS_KEY, and with temporary credentials AWS_SESSION_TOKEN, all from one source; or set role-to-assume."})}export{endpointOf,signIn,warnOfForeign};
