import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{package_default}from"./lib-aws-sdk-nested-clients-5.js";import{AwsRestJsonProtocol,AwsSdkSigV4Signer,NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,resolveAwsSdkSigV4Config}from"./lib-aws-sdk-core.js";
import{NodeHttpHandler}from"./lib-smithy-node-http-handler.js";import{BinaryDecisionDiagram,Client,DEFAULT_RETRY_MODE,DefaultIdentityProviderConfig,EndpointCache,NODE_APP_ID_CONFIG_OPTIONS,
NODE_MAX_ATTEMPT_CONFIG_OPTIONS,NODE_RETRY_MODE_CONFIG_OPTIONS,NoAuthSigner,NoOpLogger,ServiceException,awsEndpointFunctions,createDefaultUserAgentProvider,customEndpointFunctions,
decideEndpoint,emitWarningIfUnsupportedVersion,emitWarningIfUnsupportedVersion2,getAwsRegionExtensionConfiguration,getDefaultExtensionConfiguration,getDefaultSocketTimeout,
getEndpointPlugin,getHostHeaderPlugin,getHttpAuthSchemeEndpointRuleSetPlugin,getHttpSigningPlugin,getLoggerPlugin,getRecursionDetectionPlugin,getRetryPlugin,getUserAgentPlugin,
loadConfigsForDefaultMode,makeBuilder,resolveAwsRegionExtensionConfiguration,resolveDefaultRuntimeConfig,resolveEndpointConfig,resolveRetryConfig,resolveUserAgentConfig}from"./lib-smithy-core.js";
import{NODE_REGION_CONFIG_FILE_OPTIONS,NODE_REGION_CONFIG_OPTIONS,NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,getContentLengthPlugin,
getHttpHandlerExtensionConfiguration,loadConfig,resolveDefaultsModeConfig,resolveHttpHandlerRuntimeConfig,resolveRegionConfig}from"./lib-smithy-core-3.js";import{
Sha256Node}from"./lib-smithy-core-2.js";import{TypeRegistry,calculateBodyLength,fromBase64,fromUtf8,getSchemaSerdePlugin,getSmithyContext,normalizeProvider,parseUrl,
streamCollector,toBase64,toUtf8}from"./lib-smithy-core-5.js";import"./lib-empty-2.js";var defaultSSOHttpAuthSchemeParametersProvider=async(config,context,input)=>({operation:getSmithyContext(context).operation,region:await normalizeProvider(config.
region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()});function createAwsAuthSigv4HttpAuthOption(authParameters){return{
schemeId:"aws.auth#sigv4",signingProperties:{name:"awsssoportal",region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,
context}})}}function createSmithyApiNoAuthHttpAuthOption(authParameters){return{schemeId:"smithy.api#noAuth"}}var defaultSSOHttpAuthSchemeProvider=authParameters=>{
let options=[];return authParameters.operation==="GetRoleCredentials"?options.push(createSmithyApiNoAuthHttpAuthOption(authParameters)):options.push(createAwsAuthSigv4HttpAuthOption(
authParameters)),options},resolveHttpAuthSchemeConfig=config=>{let config_0=resolveAwsSdkSigV4Config(config);return Object.assign(config_0,{authSchemePreference:normalizeProvider(
config.authSchemePreference??[])})};var resolveClientEndpointParameters=options=>Object.assign(options,{useDualstackEndpoint:options.useDualstackEndpoint??!1,useFipsEndpoint:options.useFipsEndpoint??
!1,defaultSigningName:"awsssoportal"}),commonParams={UseFIPS:{type:"builtInParams",name:"useFipsEndpoint"},Endpoint:{type:"builtInParams",name:"endpoint"},Region:{
type:"builtInParams",name:"region"},UseDualStack:{type:"builtInParams",name:"useDualstackEndpoint"}};var k="ref",a=-1,b=!0,c="isSet",d="PartitionResult",e="booleanEquals",f="getAttr",g={[k]:"Endpoint"},h={[k]:d},i={},j=[{[k]:"Region"}],_data={conditions:[[c,[g]],
[c,j],["aws.partition",j,d],[e,[{[k]:"UseFIPS"},b]],[e,[{[k]:"UseDualStack"},b]],[e,[{fn:f,argv:[h,"supportsDualStack"]},b]],[e,[{fn:f,argv:[h,"supportsFIPS"]},
b]],["stringEquals",[{fn:f,argv:[h,"name"]},"aws-us-gov"]]],results:[[a],[a,"Invalid Configuration: FIPS and custom endpoint are not supported"],[a,"Invalid Con\
figuration: Dualstack and custom endpoint are not supported"],[g,i],["https://portal.sso-fips.{Region}.{PartitionResult#dualStackDnsSuffix}",i],[a,"FIPS and Dua\
lStack are enabled, but this partition does not support one or both"],["https://portal.sso.{Region}.amazonaws.com",i],["https://portal.sso-fips.{Region}.{Partit\
ionResult#dnsSuffix}",i],[a,"FIPS is enabled but this partition does not support FIPS"],["https://portal.sso.{Region}.{PartitionResult#dualStackDnsSuffix}",i],[
a,"DualStack is enabled but this partition does not support DualStack"],["https://portal.sso.{Region}.{PartitionResult#dnsSuffix}",i],[a,"Invalid Configuration:\
 Missing Region"]]},root=2,r=1e8,nodes=new Int32Array([-1,1,-1,0,13,3,1,4,r+12,2,5,r+12,3,8,6,4,7,r+11,5,r+9,r+10,4,11,9,6,10,r+8,7,r+6,r+7,5,12,r+5,6,r+4,r+5,3,
r+1,14,4,r+2,r+3]),bdd=BinaryDecisionDiagram.from(nodes,root,_data.conditions,_data.results);var cache=new EndpointCache({size:50,params:["Endpoint","Region","UseDualStack","UseFIPS"]}),defaultEndpointResolver=(endpointParams,context={})=>cache.get(endpointParams,
()=>decideEndpoint(bdd,{endpointParams,logger:context.logger}));customEndpointFunctions.aws=awsEndpointFunctions;var SSOServiceException=class _SSOServiceException extends ServiceException{static shapeId="smithy.ts.sdk.synthetic.com.amazonaws.sso#SSOServiceException";constructor(options){
super(options),Object.setPrototypeOf(this,_SSOServiceException.prototype)}};var InvalidRequestException=class _InvalidRequestException extends SSOServiceException{static shapeId="com.amazonaws.sso#InvalidRequestException";name="InvalidR\
equestException";$fault="client";constructor(opts){super({name:"InvalidRequestException",$fault:"client",...opts}),Object.setPrototypeOf(this,_InvalidRequestException.
prototype)}},ResourceNotFoundException=class _ResourceNotFoundException extends SSOServiceException{static shapeId="com.amazonaws.sso#ResourceNotFoundException";name="\
ResourceNotFoundException";$fault="client";constructor(opts){super({name:"ResourceNotFoundException",$fault:"client",...opts}),Object.setPrototypeOf(this,_ResourceNotFoundException.
prototype)}},TooManyRequestsException=class _TooManyRequestsException extends SSOServiceException{static shapeId="com.amazonaws.sso#TooManyRequestsException";name="\
TooManyRequestsException";$fault="client";constructor(opts){super({name:"TooManyRequestsException",$fault:"client",...opts}),Object.setPrototypeOf(this,_TooManyRequestsException.
prototype)}},UnauthorizedException=class _UnauthorizedException extends SSOServiceException{static shapeId="com.amazonaws.sso#UnauthorizedException";name="Unaut\
horizedException";$fault="client";constructor(opts){super({name:"UnauthorizedException",$fault:"client",...opts}),Object.setPrototypeOf(this,_UnauthorizedException.
prototype)}};var _ATT="AccessTokenType",_GRC="GetRoleCredentials",_GRCR="GetRoleCredentialsRequest",_GRCRe="GetRoleCredentialsResponse",_IRE="InvalidRequestException",_RC="R\
oleCredentials",_RNFE="ResourceNotFoundException",_SAKT="SecretAccessKeyType",_STT="SessionTokenType",_TMRE="TooManyRequestsException",_UE="UnauthorizedExceptio\
n",_aI="accountId",_aKI="accessKeyId",_aT="accessToken",_ai="account_id",_c="client",_e="error",_ex="expiration",_h="http",_hE="httpError",_hH="httpHeader",_hQ="\
httpQuery",_m="message",_rC="roleCredentials",_rN="roleName",_rn="role_name",_s="smithy.ts.sdk.synthetic.com.amazonaws.sso",_sAK="secretAccessKey",_sT="sessionT\
oken",_xasbt="x-amz-sso_bearer_token",n0="com.amazonaws.sso",_s_registry=new TypeRegistry(_s),SSOServiceException$=[-3,_s,"SSOServiceException",0,[],[]];_s_registry.
registerError(SSOServiceException$,SSOServiceException);var n0_registry=new TypeRegistry(n0),InvalidRequestException$=[-3,n0,_IRE,{[_e]:_c,[_hE]:400},[_m],[0]];
n0_registry.registerError(InvalidRequestException$,InvalidRequestException);var ResourceNotFoundException$=[-3,n0,_RNFE,{[_e]:_c,[_hE]:404},[_m],[0]];n0_registry.
registerError(ResourceNotFoundException$,ResourceNotFoundException);var TooManyRequestsException$=[-3,n0,_TMRE,{[_e]:_c,[_hE]:429},[_m],[0]];n0_registry.registerError(
TooManyRequestsException$,TooManyRequestsException);var UnauthorizedException$=[-3,n0,_UE,{[_e]:_c,[_hE]:401},[_m],[0]];n0_registry.registerError(UnauthorizedException$,
UnauthorizedException);var errorTypeRegistries=[_s_registry,n0_registry],AccessTokenType=[0,n0,_ATT,8,0],SecretAccessKeyType=[0,n0,_SAKT,8,0],SessionTokenType=[
0,n0,_STT,8,0],GetRoleCredentialsRequest$=[3,n0,_GRCR,0,[_rN,_aI,_aT],[[0,{[_hQ]:_rn}],[0,{[_hQ]:_ai}],[()=>AccessTokenType,{[_hH]:_xasbt}]],3],GetRoleCredentialsResponse$=[
3,n0,_GRCRe,0,[_rC],[[()=>RoleCredentials$,0]]],RoleCredentials$=[3,n0,_RC,0,[_aKI,_sAK,_sT,_ex],[0,[()=>SecretAccessKeyType,0],[()=>SessionTokenType,0],1]],GetRoleCredentials$=[
9,n0,_GRC,{[_h]:["GET","/federation/credentials",200]},()=>GetRoleCredentialsRequest$,()=>GetRoleCredentialsResponse$];var getRuntimeConfig=config=>({apiVersion:"2019-06-10",base64Decoder:config?.base64Decoder??fromBase64,base64Encoder:config?.base64Encoder??toBase64,disableHostPrefix:config?.
disableHostPrefix??!1,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??
defaultSSOHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:"aws.auth#sigv4",identityProvider:ipc=>ipc.getIdentityProvider("aws.auth#si\
gv4"),signer:new AwsSdkSigV4Signer},{schemeId:"smithy.api#noAuth",identityProvider:ipc=>ipc.getIdentityProvider("smithy.api#noAuth")||(async()=>({})),signer:new NoAuthSigner}],
logger:config?.logger??new NoOpLogger,protocol:config?.protocol??AwsRestJsonProtocol,protocolSettings:config?.protocolSettings??{defaultNamespace:"com.amazonaws\
.sso",errorTypeRegistries,version:"2019-06-10",serviceTarget:"SWBPortalService"},serviceId:config?.serviceId??"SSO",sha256:config?.sha256??Sha256Node,urlParser:config?.
urlParser??parseUrl,utf8Decoder:config?.utf8Decoder??fromUtf8,utf8Encoder:config?.utf8Encoder??toUtf8});var getRuntimeConfig2=config=>{emitWarningIfUnsupportedVersion2(process.version);let defaultsMode=resolveDefaultsModeConfig(config),defaultConfigProvider=()=>defaultsMode().
then(loadConfigsForDefaultMode),clientSharedValues=getRuntimeConfig(config);emitWarningIfUnsupportedVersion(process.version);let loaderConfig={profile:config?.profile,
logger:clientSharedValues.logger};return{...clientSharedValues,...config,runtime:"node",defaultsMode,authSchemePreference:config?.authSchemePreference??loadConfig(
NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,loaderConfig),bodyLengthChecker:config?.bodyLengthChecker??calculateBodyLength,defaultSocketTimeout:getDefaultSocketTimeout(
config?.requestHandler,3e5),defaultUserAgentProvider:config?.defaultUserAgentProvider??createDefaultUserAgentProvider({serviceId:clientSharedValues.serviceId,clientVersion:package_default.
version}),maxAttempts:config?.maxAttempts??loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS,config),region:config?.region??loadConfig(NODE_REGION_CONFIG_OPTIONS,{...NODE_REGION_CONFIG_FILE_OPTIONS,
...loaderConfig}),requestHandler:NodeHttpHandler.create(config?.requestHandler??defaultConfigProvider),retryMode:config?.retryMode??loadConfig({...NODE_RETRY_MODE_CONFIG_OPTIONS,
default:async()=>(await defaultConfigProvider()).retryMode||DEFAULT_RETRY_MODE},config),streamCollector:config?.streamCollector??streamCollector,useDualstackEndpoint:config?.
useDualstackEndpoint??loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,loaderConfig),useFipsEndpoint:config?.useFipsEndpoint??loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
loaderConfig),userAgentAppId:config?.userAgentAppId??loadConfig(NODE_APP_ID_CONFIG_OPTIONS,loaderConfig)}};var getHttpAuthExtensionConfiguration=runtimeConfig=>{let _httpAuthSchemes=runtimeConfig.httpAuthSchemes,_httpAuthSchemeProvider=runtimeConfig.httpAuthSchemeProvider,
_credentials=runtimeConfig.credentials;return{setHttpAuthScheme(httpAuthScheme){let index=_httpAuthSchemes.findIndex(scheme=>scheme.schemeId===httpAuthScheme.schemeId);
index===-1?_httpAuthSchemes.push(httpAuthScheme):_httpAuthSchemes.splice(index,1,httpAuthScheme)},httpAuthSchemes(){return _httpAuthSchemes},setHttpAuthSchemeProvider(httpAuthSchemeProvider){
_httpAuthSchemeProvider=httpAuthSchemeProvider},httpAuthSchemeProvider(){return _httpAuthSchemeProvider},setCredentials(credentials){_credentials=credentials},credentials(){
return _credentials}}},resolveHttpAuthRuntimeConfig=config=>({httpAuthSchemes:config.httpAuthSchemes(),httpAuthSchemeProvider:config.httpAuthSchemeProvider(),credentials:config.
credentials()});var resolveRuntimeExtensions=(runtimeConfig,extensions)=>{let extensionConfiguration=Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig),getDefaultExtensionConfiguration(
runtimeConfig),getHttpHandlerExtensionConfiguration(runtimeConfig),getHttpAuthExtensionConfiguration(runtimeConfig));return extensions.forEach(extension=>extension.
configure(extensionConfiguration)),Object.assign(runtimeConfig,resolveAwsRegionExtensionConfiguration(extensionConfiguration),resolveDefaultRuntimeConfig(extensionConfiguration),
resolveHttpHandlerRuntimeConfig(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var SSOClient=class extends Client{config;constructor(...[configuration]){let _config_0=getRuntimeConfig2(configuration||{});super(_config_0),this.initConfig=_config_0;
let _config_1=resolveClientEndpointParameters(_config_0),_config_2=resolveUserAgentConfig(_config_1),_config_3=resolveRetryConfig(_config_2),_config_4=resolveRegionConfig(
_config_3),_config_5=_config_4,_config_6=resolveEndpointConfig(_config_5),_config_7=resolveHttpAuthSchemeConfig(_config_6),_config_8=resolveRuntimeExtensions(_config_7,
configuration?.extensions||[]);this.config=_config_8,this.middlewareStack.use(getSchemaSerdePlugin(this.config)),this.middlewareStack.use(getUserAgentPlugin(this.
config)),this.middlewareStack.use(getRetryPlugin(this.config)),this.middlewareStack.use(getContentLengthPlugin(this.config)),this.middlewareStack.use(getHostHeaderPlugin(
this.config)),this.middlewareStack.use(getLoggerPlugin(this.config)),this.middlewareStack.use(getRecursionDetectionPlugin(this.config)),this.middlewareStack.use(
getHttpAuthSchemeEndpointRuleSetPlugin(this.config,{httpAuthSchemeParametersProvider:defaultSSOHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async config=>new DefaultIdentityProviderConfig(
{"aws.auth#sigv4":config.credentials})})),this.middlewareStack.use(getHttpSigningPlugin(this.config))}destroy(){super.destroy()}};var command=makeBuilder(commonParams,"SWBPortalService","SSOClient",getEndpointPlugin),_ep0={},_mw0=(Command,cs,config,o)=>[];var GetRoleCredentialsCommand=class extends command(_ep0,_mw0,"GetRoleCredentials",GetRoleCredentials$){};export{GetRoleCredentialsCommand,SSOClient};
