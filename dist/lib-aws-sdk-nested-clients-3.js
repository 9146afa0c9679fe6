import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{package_default}from"./lib-aws-sdk-nested-clients-5.js";import{AwsRestJsonProtocol,AwsSdkSigV4Signer,NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,resolveAwsSdkSigV4Config}from"./lib-aws-sdk-core.js";
import{NodeHttpHandler}from"./lib-smithy-node-http-handler.js";import{BinaryDecisionDiagram,Client,Command,DEFAULT_RETRY_MODE,DefaultIdentityProviderConfig,EndpointCache,
NODE_APP_ID_CONFIG_OPTIONS,NODE_MAX_ATTEMPT_CONFIG_OPTIONS,NODE_RETRY_MODE_CONFIG_OPTIONS,NoAuthSigner,NoOpLogger,ServiceException,awsEndpointFunctions,createAggregatedClient,
createDefaultUserAgentProvider,customEndpointFunctions,decideEndpoint,emitWarningIfUnsupportedVersion,emitWarningIfUnsupportedVersion2,getAwsRegionExtensionConfiguration,
getDefaultExtensionConfiguration,getDefaultSocketTimeout,getEndpointPlugin,getHostHeaderPlugin,getHttpAuthSchemeEndpointRuleSetPlugin,getHttpSigningPlugin,getLoggerPlugin,
getRecursionDetectionPlugin,getRetryPlugin,getUserAgentPlugin,loadConfigsForDefaultMode,makeBuilder,resolveAwsRegionExtensionConfiguration,resolveDefaultRuntimeConfig,
resolveEndpointConfig,resolveRetryConfig,resolveUserAgentConfig}from"./lib-smithy-core.js";import{NODE_REGION_CONFIG_FILE_OPTIONS,NODE_REGION_CONFIG_OPTIONS,
NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,getContentLengthPlugin,getHttpHandlerExtensionConfiguration,loadConfig,resolveDefaultsModeConfig,
resolveHttpHandlerRuntimeConfig,resolveRegionConfig}from"./lib-smithy-core-3.js";import{Sha256Node}from"./lib-smithy-core-2.js";import{TypeRegistry,calculateBodyLength,
fromBase64,fromUtf8,getSchemaSerdePlugin,getSmithyContext,normalizeProvider,parseUrl,streamCollector,toBase64,toUtf8}from"./lib-smithy-core-5.js";import"./lib-empty-2.js";var defaultSSOOIDCHttpAuthSchemeParametersProvider=async(config,context,input)=>({operation:getSmithyContext(context).operation,region:await normalizeProvider(config.
region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()});function createAwsAuthSigv4HttpAuthOption(authParameters){return{
schemeId:"aws.auth#sigv4",signingProperties:{name:"sso-oauth",region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,context}})}}
function createSmithyApiNoAuthHttpAuthOption(authParameters){return{schemeId:"smithy.api#noAuth"}}var defaultSSOOIDCHttpAuthSchemeProvider=authParameters=>{let options=[];
return authParameters.operation==="CreateToken"?options.push(createSmithyApiNoAuthHttpAuthOption(authParameters)):options.push(createAwsAuthSigv4HttpAuthOption(
authParameters)),options},resolveHttpAuthSchemeConfig=config=>{let config_0=resolveAwsSdkSigV4Config(config);return Object.assign(config_0,{authSchemePreference:normalizeProvider(
config.authSchemePreference??[])})};var resolveClientEndpointParameters=options=>Object.assign(options,{useDualstackEndpoint:options.useDualstackEndpoint??!1,useFipsEndpoint:options.useFipsEndpoint??
!1,defaultSigningName:"sso-oauth"}),commonParams={UseFIPS:{type:"builtInParams",name:"useFipsEndpoint"},Endpoint:{type:"builtInParams",name:"endpoint"},Region:{
type:"builtInParams",name:"region"},UseDualStack:{type:"builtInParams",name:"useDualstackEndpoint"}};var k="ref",a=-1,b=!0,c="isSet",d="PartitionResult",e="booleanEquals",f="getAttr",g={[k]:"Endpoint"},h={[k]:d},i={},j=[{[k]:"Region"}],_data={conditions:[[c,[g]],
[c,j],["aws.partition",j,d],[e,[{[k]:"UseFIPS"},b]],[e,[{[k]:"UseDualStack"},b]],[e,[{fn:f,argv:[h,"supportsDualStack"]},b]],[e,[{fn:f,argv:[h,"supportsFIPS"]},
b]],["stringEquals",[{fn:f,argv:[h,"name"]},"aws-us-gov"]]],results:[[a],[a,"Invalid Configuration: FIPS and custom endpoint are not supported"],[a,"Invalid Con\
figuration: Dualstack and custom endpoint are not supported"],[g,i],["https://oidc-fips.{Region}.{PartitionResult#dualStackDnsSuffix}",i],[a,"FIPS and DualStack\
 are enabled, but this partition does not support one or both"],["https://oidc.{Region}.amazonaws.com",i],["https://oidc-fips.{Region}.{PartitionResult#dnsSuffi\
x}",i],[a,"FIPS is enabled but this partition does not support FIPS"],["https://oidc.{Region}.{PartitionResult#dualStackDnsSuffix}",i],[a,"DualStack is enabled \
but this partition does not support DualStack"],["https://oidc.{Region}.{PartitionResult#dnsSuffix}",i],[a,"Invalid Configuration: Missing Region"]]},root=2,r=1e8,
nodes=new Int32Array([-1,1,-1,0,13,3,1,4,r+12,2,5,r+12,3,8,6,4,7,r+11,5,r+9,r+10,4,11,9,6,10,r+8,7,r+6,r+7,5,12,r+5,6,r+4,r+5,3,r+1,14,4,r+2,r+3]),bdd=BinaryDecisionDiagram.
from(nodes,root,_data.conditions,_data.results);var cache=new EndpointCache({size:50,params:["Endpoint","Region","UseDualStack","UseFIPS"]}),defaultEndpointResolver=(endpointParams,context={})=>cache.get(endpointParams,
()=>decideEndpoint(bdd,{endpointParams,logger:context.logger}));customEndpointFunctions.aws=awsEndpointFunctions;var SSOOIDCServiceException=class _SSOOIDCServiceException extends ServiceException{static shapeId="smithy.ts.sdk.synthetic.com.amazonaws.ssooidc#SSOOIDCService\
Exception";constructor(options){super(options),Object.setPrototypeOf(this,_SSOOIDCServiceException.prototype)}};var AccessDeniedException=class _AccessDeniedException extends SSOOIDCServiceException{static shapeId="com.amazonaws.ssooidc#AccessDeniedException";name="Access\
DeniedException";$fault="client";error;reason;error_description;constructor(opts){super({name:"AccessDeniedException",$fault:"client",...opts}),Object.setPrototypeOf(
this,_AccessDeniedException.prototype),this.error=opts.error,this.reason=opts.reason,this.error_description=opts.error_description}},AuthorizationPendingException=class _AuthorizationPendingException extends SSOOIDCServiceException{static shapeId="\
com.amazonaws.ssooidc#AuthorizationPendingException";name="AuthorizationPendingException";$fault="client";error;error_description;constructor(opts){super({name:"\
AuthorizationPendingException",$fault:"client",...opts}),Object.setPrototypeOf(this,_AuthorizationPendingException.prototype),this.error=opts.error,this.error_description=
opts.error_description}},ExpiredTokenException=class _ExpiredTokenException extends SSOOIDCServiceException{static shapeId="com.amazonaws.ssooidc#ExpiredTokenEx\
ception";name="ExpiredTokenException";$fault="client";error;error_description;constructor(opts){super({name:"ExpiredTokenException",$fault:"client",...opts}),Object.
setPrototypeOf(this,_ExpiredTokenException.prototype),this.error=opts.error,this.error_description=opts.error_description}},InternalServerException=class _InternalServerException extends SSOOIDCServiceException{static shapeId="\
com.amazonaws.ssooidc#InternalServerException";name="InternalServerException";$fault="server";error;error_description;constructor(opts){super({name:"InternalSer\
verException",$fault:"server",...opts}),Object.setPrototypeOf(this,_InternalServerException.prototype),this.error=opts.error,this.error_description=opts.error_description}},
InvalidClientException=class _InvalidClientException extends SSOOIDCServiceException{static shapeId="com.amazonaws.ssooidc#InvalidClientException";name="Invalid\
ClientException";$fault="client";error;error_description;constructor(opts){super({name:"InvalidClientException",$fault:"client",...opts}),Object.setPrototypeOf(
this,_InvalidClientException.prototype),this.error=opts.error,this.error_description=opts.error_description}},InvalidGrantException=class _InvalidGrantException extends SSOOIDCServiceException{static shapeId="\
com.amazonaws.ssooidc#InvalidGrantException";name="InvalidGrantException";$fault="client";error;error_description;constructor(opts){super({name:"InvalidGrantExc\
eption",$fault:"client",...opts}),Object.setPrototypeOf(this,_InvalidGrantException.prototype),this.error=opts.error,this.error_description=opts.error_description}},
InvalidRequestException=class _InvalidRequestException extends SSOOIDCServiceException{static shapeId="com.amazonaws.ssooidc#InvalidRequestException";name="Inva\
lidRequestException";$fault="client";error;reason;error_description;constructor(opts){super({name:"InvalidRequestException",$fault:"client",...opts}),Object.setPrototypeOf(
this,_InvalidRequestException.prototype),this.error=opts.error,this.reason=opts.reason,this.error_description=opts.error_description}},InvalidScopeException=class _InvalidScopeException extends SSOOIDCServiceException{static shapeId="\
com.amazonaws.ssooidc#InvalidScopeException";name="InvalidScopeException";$fault="client";error;error_description;constructor(opts){super({name:"InvalidScopeExc\
eption",$fault:"client",...opts}),Object.setPrototypeOf(this,_InvalidScopeException.prototype),this.error=opts.error,this.error_description=opts.error_description}},
SlowDownException=class _SlowDownException extends SSOOIDCServiceException{static shapeId="com.amazonaws.ssooidc#SlowDownException";name="SlowDownException";$fault="\
client";error;error_description;constructor(opts){super({name:"SlowDownException",$fault:"client",...opts}),Object.setPrototypeOf(this,_SlowDownException.prototype),
this.error=opts.error,this.error_description=opts.error_description}},UnauthorizedClientException=class _UnauthorizedClientException extends SSOOIDCServiceException{static shapeId="\
com.amazonaws.ssooidc#UnauthorizedClientException";name="UnauthorizedClientException";$fault="client";error;error_description;constructor(opts){super({name:"Una\
uthorizedClientException",$fault:"client",...opts}),Object.setPrototypeOf(this,_UnauthorizedClientException.prototype),this.error=opts.error,this.error_description=
opts.error_description}},UnsupportedGrantTypeException=class _UnsupportedGrantTypeException extends SSOOIDCServiceException{static shapeId="com.amazonaws.ssooid\
c#UnsupportedGrantTypeException";name="UnsupportedGrantTypeException";$fault="client";error;error_description;constructor(opts){super({name:"UnsupportedGrantTyp\
eException",$fault:"client",...opts}),Object.setPrototypeOf(this,_UnsupportedGrantTypeException.prototype),this.error=opts.error,this.error_description=opts.error_description}};var _ADE="AccessDeniedException",_APE="AuthorizationPendingException",_AT="AccessToken",_CS="ClientSecret",_CT="CreateToken",_CTR="CreateTokenRequest",_CTRr="Cr\
eateTokenResponse",_CV="CodeVerifier",_ETE="ExpiredTokenException",_ICE="InvalidClientException",_IGE="InvalidGrantException",_IRE="InvalidRequestException",_ISE="\
InternalServerException",_ISEn="InvalidScopeException",_IT="IdToken",_RT="RefreshToken",_SDE="SlowDownException",_UCE="UnauthorizedClientException",_UGTE="Unsup\
portedGrantTypeException",_aT="accessToken",_c="client",_cI="clientId",_cS="clientSecret",_cV="codeVerifier",_co="code",_dC="deviceCode",_e="error",_eI="expires\
In",_ed="error_description",_gT="grantType",_h="http",_hE="httpError",_iT="idToken",_r="reason",_rT="refreshToken",_rU="redirectUri",_s="smithy.ts.sdk.synthetic\
.com.amazonaws.ssooidc",_sc="scope",_se="server",_tT="tokenType",n0="com.amazonaws.ssooidc",_s_registry=new TypeRegistry(_s),SSOOIDCServiceException$=[-3,_s,"SS\
OOIDCServiceException",0,[],[]];_s_registry.registerError(SSOOIDCServiceException$,SSOOIDCServiceException);var n0_registry=new TypeRegistry(n0),AccessDeniedException$=[
-3,n0,_ADE,{[_e]:_c,[_hE]:400},[_e,_r,_ed],[0,0,0]];n0_registry.registerError(AccessDeniedException$,AccessDeniedException);var AuthorizationPendingException$=[
-3,n0,_APE,{[_e]:_c,[_hE]:400},[_e,_ed],[0,0]];n0_registry.registerError(AuthorizationPendingException$,AuthorizationPendingException);var ExpiredTokenException$=[
-3,n0,_ETE,{[_e]:_c,[_hE]:400},[_e,_ed],[0,0]];n0_registry.registerError(ExpiredTokenException$,ExpiredTokenException);var InternalServerException$=[-3,n0,_ISE,
{[_e]:_se,[_hE]:500},[_e,_ed],[0,0]];n0_registry.registerError(InternalServerException$,InternalServerException);var InvalidClientException$=[-3,n0,_ICE,{[_e]:_c,
[_hE]:401},[_e,_ed],[0,0]];n0_registry.registerError(InvalidClientException$,InvalidClientException);var InvalidGrantException$=[-3,n0,_IGE,{[_e]:_c,[_hE]:400},
[_e,_ed],[0,0]];n0_registry.registerError(InvalidGrantException$,InvalidGrantException);var InvalidRequestException$=[-3,n0,_IRE,{[_e]:_c,[_hE]:400},[_e,_r,_ed],
[0,0,0]];n0_registry.registerError(InvalidRequestException$,InvalidRequestException);var InvalidScopeException$=[-3,n0,_ISEn,{[_e]:_c,[_hE]:400},[_e,_ed],[0,0]];
n0_registry.registerError(InvalidScopeException$,InvalidScopeException);var SlowDownException$=[-3,n0,_SDE,{[_e]:_c,[_hE]:400},[_e,_ed],[0,0]];n0_registry.registerError(
SlowDownException$,SlowDownException);var UnauthorizedClientException$=[-3,n0,_UCE,{[_e]:_c,[_hE]:400},[_e,_ed],[0,0]];n0_registry.registerError(UnauthorizedClientException$,
UnauthorizedClientException);var UnsupportedGrantTypeException$=[-3,n0,_UGTE,{[_e]:_c,[_hE]:400},[_e,_ed],[0,0]];n0_registry.registerError(UnsupportedGrantTypeException$,
UnsupportedGrantTypeException);var errorTypeRegistries=[_s_registry,n0_registry],AccessToken=[0,n0,_AT,8,0],ClientSecret=[0,n0,_CS,8,0],CodeVerifier=[0,n0,_CV,8,
0],IdToken=[0,n0,_IT,8,0],RefreshToken=[0,n0,_RT,8,0],CreateTokenRequest$=[3,n0,_CTR,0,[_cI,_cS,_gT,_dC,_co,_rT,_sc,_rU,_cV],[0,[()=>ClientSecret,0],0,0,0,[()=>RefreshToken,
0],64,0,[()=>CodeVerifier,0]],3],CreateTokenResponse$=[3,n0,_CTRr,0,[_aT,_tT,_eI,_rT,_iT],[[()=>AccessToken,0],0,1,[()=>RefreshToken,0],[()=>IdToken,0]]];var CreateToken$=[9,n0,_CT,{[_h]:["POST","/token",200]},()=>CreateTokenRequest$,()=>CreateTokenResponse$];var getRuntimeConfig=config=>({apiVersion:"2019-06-10",base64Decoder:config?.base64Decoder??fromBase64,base64Encoder:config?.base64Encoder??toBase64,disableHostPrefix:config?.
disableHostPrefix??!1,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??
defaultSSOOIDCHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:"aws.auth#sigv4",identityProvider:ipc=>ipc.getIdentityProvider("aws.aut\
h#sigv4"),signer:new AwsSdkSigV4Signer},{schemeId:"smithy.api#noAuth",identityProvider:ipc=>ipc.getIdentityProvider("smithy.api#noAuth")||(async()=>({})),signer:new NoAuthSigner}],
logger:config?.logger??new NoOpLogger,protocol:config?.protocol??AwsRestJsonProtocol,protocolSettings:config?.protocolSettings??{defaultNamespace:"com.amazonaws\
.ssooidc",errorTypeRegistries,version:"2019-06-10",serviceTarget:"AWSSSOOIDCService"},serviceId:config?.serviceId??"SSO OIDC",sha256:config?.sha256??Sha256Node,
urlParser:config?.urlParser??parseUrl,utf8Decoder:config?.utf8Decoder??fromUtf8,utf8Encoder:config?.utf8Encoder??toUtf8});var getRuntimeConfig2=config=>{emitWarningIfUnsupportedVersion2(process.version);let defaultsMode=resolveDefaultsModeConfig(config),defaultConfigProvider=()=>defaultsMode().
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
resolveHttpHandlerRuntimeConfig(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var SSOOIDCClient=class extends Client{config;constructor(...[configuration]){let _config_0=getRuntimeConfig2(configuration||{});super(_config_0),this.initConfig=
_config_0;let _config_1=resolveClientEndpointParameters(_config_0),_config_2=resolveUserAgentConfig(_config_1),_config_3=resolveRetryConfig(_config_2),_config_4=resolveRegionConfig(
_config_3),_config_5=_config_4,_config_6=resolveEndpointConfig(_config_5),_config_7=resolveHttpAuthSchemeConfig(_config_6),_config_8=resolveRuntimeExtensions(_config_7,
configuration?.extensions||[]);this.config=_config_8,this.middlewareStack.use(getSchemaSerdePlugin(this.config)),this.middlewareStack.use(getUserAgentPlugin(this.
config)),this.middlewareStack.use(getRetryPlugin(this.config)),this.middlewareStack.use(getContentLengthPlugin(this.config)),this.middlewareStack.use(getHostHeaderPlugin(
this.config)),this.middlewareStack.use(getLoggerPlugin(this.config)),this.middlewareStack.use(getRecursionDetectionPlugin(this.config)),this.middlewareStack.use(
getHttpAuthSchemeEndpointRuleSetPlugin(this.config,{httpAuthSchemeParametersProvider:defaultSSOOIDCHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async config=>new DefaultIdentityProviderConfig(
{"aws.auth#sigv4":config.credentials})})),this.middlewareStack.use(getHttpSigningPlugin(this.config))}destroy(){super.destroy()}};var command=makeBuilder(commonParams,"AWSSSOOIDCService","SSOOIDCClient",getEndpointPlugin),_ep0={},_mw0=(Command2,cs,config,o)=>[];var CreateTokenCommand=class extends command(_ep0,_mw0,"CreateToken",CreateToken$){};var commands={CreateTokenCommand},SSOOIDC=class extends SSOOIDCClient{};createAggregatedClient(commands,SSOOIDC);var AccessDeniedExceptionReason={KMS_ACCESS_DENIED:"KMS_AccessDeniedException"},InvalidRequestExceptionReason={KMS_DISABLED_KEY:"KMS_DisabledException",KMS_INVALID_KEY_USAGE:"\
KMS_InvalidKeyUsageException",KMS_INVALID_STATE:"KMS_InvalidStateException",KMS_KEY_NOT_FOUND:"KMS_NotFoundException"};export{Command as $Command,AccessDeniedException,AccessDeniedException$,AccessDeniedExceptionReason,AuthorizationPendingException,AuthorizationPendingException$,
CreateToken$,CreateTokenCommand,CreateTokenRequest$,CreateTokenResponse$,ExpiredTokenException,ExpiredTokenException$,InternalServerException,InternalServerException$,
InvalidClientException,InvalidClientException$,InvalidGrantException,InvalidGrantException$,InvalidRequestException,InvalidRequestException$,InvalidRequestExceptionReason,
InvalidScopeException,InvalidScopeException$,SSOOIDC,SSOOIDCClient,SSOOIDCServiceException,SSOOIDCServiceException$,SlowDownException,SlowDownException$,UnauthorizedClientException,
UnauthorizedClientException$,UnsupportedGrantTypeException,UnsupportedGrantTypeException$,Client as __Client,errorTypeRegistries};
