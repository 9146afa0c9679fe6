import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{defaultProvider}from"./lib-aws-sdk-credential-provider-node.js";import"./lib-aws-sdk-credential-provider-env.js";import{AwsJson1_1Protocol,AwsSdkSigV4Signer,NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
resolveAwsSdkSigV4Config}from"./lib-aws-sdk-core.js";import{NodeHttpHandler}from"./lib-smithy-node-http-handler.js";import{BinaryDecisionDiagram,Client,Command,DEFAULT_RETRY_MODE,
DefaultIdentityProviderConfig,EndpointCache,NODE_APP_ID_CONFIG_OPTIONS,NODE_MAX_ATTEMPT_CONFIG_OPTIONS,NODE_RETRY_MODE_CONFIG_OPTIONS,NoOpLogger,ServiceException,
awsEndpointFunctions,createAggregatedClient,createDefaultUserAgentProvider,createPaginator,customEndpointFunctions,decideEndpoint,emitWarningIfUnsupportedVersion,
emitWarningIfUnsupportedVersion2,getAwsRegionExtensionConfiguration,getDefaultExtensionConfiguration,getEndpointPlugin,getHostHeaderPlugin,getHttpAuthSchemeEndpointRuleSetPlugin,
getHttpSigningPlugin,getLoggerPlugin,getRecursionDetectionPlugin,getRetryPlugin,getUserAgentPlugin,loadConfigsForDefaultMode,makeBuilder,resolveAwsRegionExtensionConfiguration,
resolveDefaultRuntimeConfig,resolveEndpointConfig,resolveRetryConfig,resolveUserAgentConfig}from"./lib-smithy-core.js";import{NODE_REGION_CONFIG_FILE_OPTIONS,
NODE_REGION_CONFIG_OPTIONS,NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,getContentLengthPlugin,getHttpHandlerExtensionConfiguration,
loadConfig,resolveDefaultsModeConfig,resolveHttpHandlerRuntimeConfig,resolveRegionConfig}from"./lib-smithy-core-3.js";import{Sha256Node}from"./lib-smithy-core-2.js";
import{TypeRegistry,calculateBodyLength,fromBase64,fromUtf8,getSchemaSerdePlugin,getSmithyContext,normalizeProvider,parseUrl,streamCollector,toBase64,toUtf8}from"./lib-smithy-core-5.js";
import"./lib-empty-2.js";var defaultServiceQuotasHttpAuthSchemeParametersProvider=async(config,context,input)=>({operation:getSmithyContext(context).operation,region:await normalizeProvider(
config.region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()});function createAwsAuthSigv4HttpAuthOption(authParameters){
return{schemeId:"aws.auth#sigv4",signingProperties:{name:"servicequotas",region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{
config,context}})}}var defaultServiceQuotasHttpAuthSchemeProvider=authParameters=>{let options=[];switch(authParameters.operation){default:options.push(createAwsAuthSigv4HttpAuthOption(
authParameters))}return options},resolveHttpAuthSchemeConfig=config=>{let config_0=resolveAwsSdkSigV4Config(config);return Object.assign(config_0,{authSchemePreference:normalizeProvider(
config.authSchemePreference??[])})};var resolveClientEndpointParameters=options=>Object.assign(options,{useDualstackEndpoint:options.useDualstackEndpoint??!1,useFipsEndpoint:options.useFipsEndpoint??
!1,defaultSigningName:"servicequotas"}),commonParams={UseFIPS:{type:"builtInParams",name:"useFipsEndpoint"},Endpoint:{type:"builtInParams",name:"endpoint"},Region:{
type:"builtInParams",name:"region"},UseDualStack:{type:"builtInParams",name:"useDualstackEndpoint"}};var package_default={name:"@aws-sdk/client-service-quotas",version:"3.1138.0",description:"AWS SDK for JavaScript Service Quotas Client for Node.js, Browser and\
 React Native",homepage:"https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-service-quotas",license:"Apache-2.0",author:{name:"AWS SDK for JavaScript\
 Team",url:"https://aws.amazon.com/sdk-for-javascript/"},repository:{type:"git",url:"https://github.com/aws/aws-sdk-js-v3.git",directory:"clients/client-service\
-quotas"},files:["dist-*/**"],sideEffects:!1,main:"./dist-cjs/index.js",module:"./dist-es/index.js",browser:{"./dist-es/runtimeConfig":"./dist-es/runtimeConfig.\
browser"},types:"./dist-types/index.d.ts",typesVersions:{"<4.5":{"dist-types/*":["dist-types/ts3.4/*"]}},"react-native":{"./dist-es/runtimeConfig":"./dist-es/ru\
ntimeConfig.native"},scripts:{build:"concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs","build:cjs":"node ../../scripts/compilation/inline","bui\
ld:es":"premove dist-es && tsc -p tsconfig.es.json","build:include:deps":'yarn g:turbo run build -F="$npm_package_name"',"build:types":"premove dist-types && ts\
c -p tsconfig.types.json","build:types:downlevel":"downlevel-dts dist-types dist-types/ts3.4",clean:"premove dist-cjs dist-es dist-types","extract:docs":"api-ex\
tractor run --local","generate:client":"node ../../scripts/generate-clients/single-service","test:index":"tsc -p tsconfig.test.json && node ./test/index-objects\
.spec.mjs"},dependencies:{"@aws-sdk/core":"^3.978.1","@aws-sdk/credential-provider-node":"^3.972.84","@aws-sdk/types":"^3.974.6","@smithy/core":"^3.35.0","@smit\
hy/fetch-http-handler":"^5.8.0","@smithy/node-http-handler":"^4.12.1","@smithy/types":"^4.19.0",tslib:"^2.6.2"},devDependencies:{"@tsconfig/node20":"20.1.8","@t\
ypes/node":"^20.14.8",concurrently:"7.0.0","downlevel-dts":"0.10.1",premove:"4.0.0",typescript:"~7.0.2"},engines:{node:">=20.0.0"}};var k="ref",a=-1,b=!0,c="isSet",d="PartitionResult",e="booleanEquals",f="getAttr",g={[k]:"Endpoint"},h={[k]:d},i={},j=[{[k]:"Region"}],_data={conditions:[[c,[g]],
[c,j],["aws.partition",j,d],[e,[{[k]:"UseFIPS"},b]],[e,[{[k]:"UseDualStack"},b]],[e,[{fn:f,argv:[h,"supportsDualStack"]},b]],[e,[{fn:f,argv:[h,"supportsFIPS"]},
b]],["stringEquals",[{fn:f,argv:[h,"name"]},"aws-us-gov"]]],results:[[a],[a,"Invalid Configuration: FIPS and custom endpoint are not supported"],[a,"Invalid Con\
figuration: Dualstack and custom endpoint are not supported"],[g,i],["https://servicequotas-fips.{Region}.{PartitionResult#dualStackDnsSuffix}",i],[a,"FIPS and \
DualStack are enabled, but this partition does not support one or both"],["https://servicequotas.{Region}.amazonaws.com",i],["https://servicequotas-fips.{Region\
}.{PartitionResult#dnsSuffix}",i],[a,"FIPS is enabled but this partition does not support FIPS"],["https://servicequotas.{Region}.{PartitionResult#dualStackDnsS\
uffix}",i],[a,"DualStack is enabled but this partition does not support DualStack"],["https://servicequotas.{Region}.{PartitionResult#dnsSuffix}",i],[a,"Invalid\
 Configuration: Missing Region"]]},root=2,r=1e8,nodes=new Int32Array([-1,1,-1,0,13,3,1,4,r+12,2,5,r+12,3,8,6,4,7,r+11,5,r+9,r+10,4,11,9,6,10,r+8,7,r+6,r+7,5,12,
r+5,6,r+4,r+5,3,r+1,14,4,r+2,r+3]),bdd=BinaryDecisionDiagram.from(nodes,root,_data.conditions,_data.results);var cache=new EndpointCache({size:50,params:["Endpoint","Region","UseDualStack","UseFIPS"]}),defaultEndpointResolver=(endpointParams,context={})=>cache.get(endpointParams,
()=>decideEndpoint(bdd,{endpointParams,logger:context.logger}));customEndpointFunctions.aws=awsEndpointFunctions;var ServiceQuotasServiceException=class _ServiceQuotasServiceException extends ServiceException{constructor(options){super(options),Object.setPrototypeOf(this,_ServiceQuotasServiceException.
prototype)}};var AccessDeniedException=class _AccessDeniedException extends ServiceQuotasServiceException{name="AccessDeniedException";$fault="client";Message;constructor(opts){
super({name:"AccessDeniedException",$fault:"client",...opts}),Object.setPrototypeOf(this,_AccessDeniedException.prototype),this.Message=opts.Message}},AWSServiceAccessNotEnabledException=class _AWSServiceAccessNotEnabledException extends ServiceQuotasServiceException{name="\
AWSServiceAccessNotEnabledException";$fault="client";Message;constructor(opts){super({name:"AWSServiceAccessNotEnabledException",$fault:"client",...opts}),Object.
setPrototypeOf(this,_AWSServiceAccessNotEnabledException.prototype),this.Message=opts.Message}},DependencyAccessDeniedException=class _DependencyAccessDeniedException extends ServiceQuotasServiceException{name="\
DependencyAccessDeniedException";$fault="client";Message;constructor(opts){super({name:"DependencyAccessDeniedException",$fault:"client",...opts}),Object.setPrototypeOf(
this,_DependencyAccessDeniedException.prototype),this.Message=opts.Message}},NoAvailableOrganizationException=class _NoAvailableOrganizationException extends ServiceQuotasServiceException{name="\
NoAvailableOrganizationException";$fault="client";Message;constructor(opts){super({name:"NoAvailableOrganizationException",$fault:"client",...opts}),Object.setPrototypeOf(
this,_NoAvailableOrganizationException.prototype),this.Message=opts.Message}},OrganizationNotInAllFeaturesModeException=class _OrganizationNotInAllFeaturesModeException extends ServiceQuotasServiceException{name="\
OrganizationNotInAllFeaturesModeException";$fault="client";Message;constructor(opts){super({name:"OrganizationNotInAllFeaturesModeException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_OrganizationNotInAllFeaturesModeException.prototype),this.Message=opts.Message}},ServiceException2=class _ServiceException extends ServiceQuotasServiceException{name="\
ServiceException";$fault="server";Message;constructor(opts){super({name:"ServiceException",$fault:"server",...opts}),Object.setPrototypeOf(this,_ServiceException.
prototype),this.Message=opts.Message}},TemplatesNotAvailableInRegionException=class _TemplatesNotAvailableInRegionException extends ServiceQuotasServiceException{name="\
TemplatesNotAvailableInRegionException";$fault="client";Message;constructor(opts){super({name:"TemplatesNotAvailableInRegionException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_TemplatesNotAvailableInRegionException.prototype),this.Message=opts.Message}},TooManyRequestsException=class _TooManyRequestsException extends ServiceQuotasServiceException{name="\
TooManyRequestsException";$fault="client";Message;constructor(opts){super({name:"TooManyRequestsException",$fault:"client",...opts}),Object.setPrototypeOf(this,
_TooManyRequestsException.prototype),this.Message=opts.Message}},IllegalArgumentException=class _IllegalArgumentException extends ServiceQuotasServiceException{name="\
IllegalArgumentException";$fault="client";Message;constructor(opts){super({name:"IllegalArgumentException",$fault:"client",...opts}),Object.setPrototypeOf(this,
_IllegalArgumentException.prototype),this.Message=opts.Message}},InvalidResourceStateException=class _InvalidResourceStateException extends ServiceQuotasServiceException{name="\
InvalidResourceStateException";$fault="client";Message;constructor(opts){super({name:"InvalidResourceStateException",$fault:"client",...opts}),Object.setPrototypeOf(
this,_InvalidResourceStateException.prototype),this.Message=opts.Message}},NoSuchResourceException=class _NoSuchResourceException extends ServiceQuotasServiceException{name="\
NoSuchResourceException";$fault="client";Message;constructor(opts){super({name:"NoSuchResourceException",$fault:"client",...opts}),Object.setPrototypeOf(this,_NoSuchResourceException.
prototype),this.Message=opts.Message}},ResourceAlreadyExistsException=class _ResourceAlreadyExistsException extends ServiceQuotasServiceException{name="Resource\
AlreadyExistsException";$fault="client";Message;constructor(opts){super({name:"ResourceAlreadyExistsException",$fault:"client",...opts}),Object.setPrototypeOf(this,
_ResourceAlreadyExistsException.prototype),this.Message=opts.Message}},ServiceQuotaTemplateNotInUseException=class _ServiceQuotaTemplateNotInUseException extends ServiceQuotasServiceException{name="\
ServiceQuotaTemplateNotInUseException";$fault="client";Message;constructor(opts){super({name:"ServiceQuotaTemplateNotInUseException",$fault:"client",...opts}),Object.
setPrototypeOf(this,_ServiceQuotaTemplateNotInUseException.prototype),this.Message=opts.Message}},InvalidPaginationTokenException=class _InvalidPaginationTokenException extends ServiceQuotasServiceException{name="\
InvalidPaginationTokenException";$fault="client";Message;constructor(opts){super({name:"InvalidPaginationTokenException",$fault:"client",...opts}),Object.setPrototypeOf(
this,_InvalidPaginationTokenException.prototype),this.Message=opts.Message}},QuotaExceededException=class _QuotaExceededException extends ServiceQuotasServiceException{name="\
QuotaExceededException";$fault="client";Message;constructor(opts){super({name:"QuotaExceededException",$fault:"client",...opts}),Object.setPrototypeOf(this,_QuotaExceededException.
prototype),this.Message=opts.Message}},TagPolicyViolationException=class _TagPolicyViolationException extends ServiceQuotasServiceException{name="TagPolicyViola\
tionException";$fault="client";Message;constructor(opts){super({name:"TagPolicyViolationException",$fault:"client",...opts}),Object.setPrototypeOf(this,_TagPolicyViolationException.
prototype),this.Message=opts.Message}},TooManyTagsException=class _TooManyTagsException extends ServiceQuotasServiceException{name="TooManyTagsException";$fault="\
client";Message;constructor(opts){super({name:"TooManyTagsException",$fault:"client",...opts}),Object.setPrototypeOf(this,_TooManyTagsException.prototype),this.
Message=opts.Message}};var _A="Adjustable",_AAL="AdjustableAtLevel",_ADE="AccessDeniedException",_AR="AwsRegion",_ASQT="AssociateServiceQuotaTemplate",_ASQTR="AssociateServiceQuotaTem\
plateRequest",_ASQTRs="AssociateServiceQuotaTemplateResponse",_AV="AppliedValue",_AWSSANEE="AWSServiceAccessNotEnabledException",_C="Created",_CI="ContextId",_CIa="\
CaseId",_CS="ContextScope",_CSC="CreateSupportCase",_CSCR="CreateSupportCaseRequest",_CSCRr="CreateSupportCaseResponse",_CST="ContextScopeType",_D="Description",
_DADE="DependencyAccessDeniedException",_DSQIRFT="DeleteServiceQuotaIncreaseRequestFromTemplate",_DSQIRFTR="DeleteServiceQuotaIncreaseRequestFromTemplateRequest",
_DSQIRFTRe="DeleteServiceQuotaIncreaseRequestFromTemplateResponse",_DSQT="DisassociateServiceQuotaTemplate",_DSQTR="DisassociateServiceQuotaTemplateRequest",_DSQTRi="\
DisassociateServiceQuotaTemplateResponse",_DV="DesiredValue",_DVe="DefaultValue",_EC="ErrorCode",_EL="ExclusionList",_EM="ErrorMessage",_EQL="ExclusionQuotaList",
_ER="ErrorReason",_GA="GeneratedAt",_GAFSQT="GetAssociationForServiceQuotaTemplate",_GAFSQTR="GetAssociationForServiceQuotaTemplateRequest",_GAFSQTRe="GetAssoci\
ationForServiceQuotaTemplateResponse",_GAMC="GetAutoManagementConfiguration",_GAMCR="GetAutoManagementConfigurationRequest",_GAMCRe="GetAutoManagementConfigurat\
ionResponse",_GAWSDSQ="GetAWSDefaultServiceQuota",_GAWSDSQR="GetAWSDefaultServiceQuotaRequest",_GAWSDSQRe="GetAWSDefaultServiceQuotaResponse",_GQ="GlobalQuota",
_GQUR="GetQuotaUtilizationReport",_GQURR="GetQuotaUtilizationReportRequest",_GQURRe="GetQuotaUtilizationReportResponse",_GRSQC="GetRequestedServiceQuotaChange",
_GRSQCR="GetRequestedServiceQuotaChangeRequest",_GRSQCRe="GetRequestedServiceQuotaChangeResponse",_GSQ="GetServiceQuota",_GSQIRFT="GetServiceQuotaIncreaseReques\
tFromTemplate",_GSQIRFTR="GetServiceQuotaIncreaseRequestFromTemplateRequest",_GSQIRFTRe="GetServiceQuotaIncreaseRequestFromTemplateResponse",_GSQR="GetServiceQu\
otaRequest",_GSQRe="GetServiceQuotaResponse",_I="Id",_IAE="IllegalArgumentException",_IPTE="InvalidPaginationTokenException",_IRSE="InvalidResourceStateExceptio\
n",_IT="InputTags",_K="Key",_LAWSDSQ="ListAWSDefaultServiceQuotas",_LAWSDSQR="ListAWSDefaultServiceQuotasRequest",_LAWSDSQRi="ListAWSDefaultServiceQuotasRespons\
e",_LRSQCH="ListRequestedServiceQuotaChangeHistory",_LRSQCHBQ="ListRequestedServiceQuotaChangeHistoryByQuota",_LRSQCHBQR="ListRequestedServiceQuotaChangeHistory\
ByQuotaRequest",_LRSQCHBQRi="ListRequestedServiceQuotaChangeHistoryByQuotaResponse",_LRSQCHR="ListRequestedServiceQuotaChangeHistoryRequest",_LRSQCHRi="ListRequ\
estedServiceQuotaChangeHistoryResponse",_LS="ListServices",_LSQ="ListServiceQuotas",_LSQIRIT="ListServiceQuotaIncreaseRequestsInTemplate",_LSQIRITR="ListService\
QuotaIncreaseRequestsInTemplateRequest",_LSQIRITRi="ListServiceQuotaIncreaseRequestsInTemplateResponse",_LSQR="ListServiceQuotasRequest",_LSQRi="ListServiceQuot\
asResponse",_LSR="ListServicesRequest",_LSRi="ListServicesResponse",_LTFR="ListTagsForResource",_LTFRR="ListTagsForResourceRequest",_LTFRRi="ListTagsForResource\
Response",_LU="LastUpdated",_M="Message",_MD="MetricDimensions",_MI="MetricInfo",_MN="MetricNamespace",_MNe="MetricName",_MR="MaxResults",_MSR="MetricStatisticR\
ecommendation",_N="Namespace",_NA="NotificationArn",_NAOE="NoAvailableOrganizationException",_NSRE="NoSuchResourceException",_NT="NextToken",_OIL="OptInLevel",_OIS="\
OptInStatus",_OIT="OptInType",_ONIAFME="OrganizationNotInAllFeaturesModeException",_OT="OutputTags",_P="Period",_PSQIRIT="PutServiceQuotaIncreaseRequestIntoTemp\
late",_PSQIRITR="PutServiceQuotaIncreaseRequestIntoTemplateRequest",_PSQIRITRu="PutServiceQuotaIncreaseRequestIntoTemplateResponse",_PU="PeriodUnit",_PV="Period\
Value",_Q="Quota",_QA="QuotaArn",_QAAL="QuotaAppliedAtLevel",_QC="QuotaCode",_QCI="QuotaContextInfo",_QCu="QuotaContext",_QEE="QuotaExceededException",_QI="Quot\
aInfo",_QIL="QuotaInfoList",_QN="QuotaName",_QP="QuotaPeriod",_QRAL="QuotaRequestedAtLevel",_QUI="QuotaUtilizationInfo",_QUIL="QuotaUtilizationInfoList",_Qu="Qu\
otas",_R="Requester",_RAEE="ResourceAlreadyExistsException",_RARN="ResourceARN",_RI="RequestId",_RIe="ReportId",_RQ="RequestedQuota",_RQe="RequestedQuotas",_RSQC="\
RequestedServiceQuotaChange",_RSQCHLD="RequestedServiceQuotaChangeHistoryListDefinition",_RSQI="RequestServiceQuotaIncrease",_RSQIR="RequestServiceQuotaIncrease\
Request",_RSQIRe="RequestServiceQuotaIncreaseResponse",_RT="RequestType",_S="Status",_SAM="StartAutoManagement",_SAMR="StartAutoManagementRequest",_SAMRt="Start\
AutoManagementResponse",_SAMRto="StopAutoManagementRequest",_SAMRtop="StopAutoManagementResponse",_SAMt="StopAutoManagement",_SC="ServiceCode",_SCA="SupportCase\
Allowed",_SE="ServiceException",_SI="ServiceInfo",_SILD="ServiceInfoListDefinition",_SN="ServiceName",_SQ="ServiceQuota",_SQIRIT="ServiceQuotaIncreaseRequestInT\
emplate",_SQIRITL="ServiceQuotaIncreaseRequestInTemplateList",_SQLD="ServiceQuotaListDefinition",_SQTAS="ServiceQuotaTemplateAssociationStatus",_SQTNIUE="Servic\
eQuotaTemplateNotInUseException",_SQUR="StartQuotaUtilizationReport",_SQURR="StartQuotaUtilizationReportRequest",_SQURRt="StartQuotaUtilizationReportResponse",_Se="\
Services",_T="Tags",_TC="TotalCount",_TK="TagKeys",_TMRE="TooManyRequestsException",_TMTE="TooManyTagsException",_TNAIRE="TemplatesNotAvailableInRegionException",
_TPVE="TagPolicyViolationException",_TR="TagResource",_TRR="TagResourceRequest",_TRRa="TagResourceResponse",_Ta="Tag",_U="Utilization",_UAM="UpdateAutoManagemen\
t",_UAMR="UpdateAutoManagementRequest",_UAMRp="UpdateAutoManagementResponse",_UM="UsageMetric",_UR="UntagResource",_URR="UntagResourceRequest",_URRn="UntagResou\
rceResponse",_Un="Unit",_V="Value",_c="client",_e="error",_hE="httpError",_s="smithy.ts.sdk.synthetic.com.amazonaws.servicequotas",_se="server",n0="com.amazonaw\
s.servicequotas",_s_registry=new TypeRegistry(_s),ServiceQuotasServiceException$=[-3,_s,"ServiceQuotasServiceException",0,[],[]];_s_registry.registerError(ServiceQuotasServiceException$,
ServiceQuotasServiceException);var n0_registry=new TypeRegistry(n0),AccessDeniedException$=[-3,n0,_ADE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(AccessDeniedException$,
AccessDeniedException);var AWSServiceAccessNotEnabledException$=[-3,n0,_AWSSANEE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(AWSServiceAccessNotEnabledException$,
AWSServiceAccessNotEnabledException);var DependencyAccessDeniedException$=[-3,n0,_DADE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(DependencyAccessDeniedException$,
DependencyAccessDeniedException);var IllegalArgumentException$=[-3,n0,_IAE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(IllegalArgumentException$,IllegalArgumentException);
var InvalidPaginationTokenException$=[-3,n0,_IPTE,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(InvalidPaginationTokenException$,InvalidPaginationTokenException);
var InvalidResourceStateException$=[-3,n0,_IRSE,{[_e]:_c,[_hE]:405},[_M],[0]];n0_registry.registerError(InvalidResourceStateException$,InvalidResourceStateException);
var NoAvailableOrganizationException$=[-3,n0,_NAOE,{[_e]:_c,[_hE]:403},[_M],[0]];n0_registry.registerError(NoAvailableOrganizationException$,NoAvailableOrganizationException);
var NoSuchResourceException$=[-3,n0,_NSRE,{[_e]:_c,[_hE]:404},[_M],[0]];n0_registry.registerError(NoSuchResourceException$,NoSuchResourceException);var OrganizationNotInAllFeaturesModeException$=[
-3,n0,_ONIAFME,{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(OrganizationNotInAllFeaturesModeException$,OrganizationNotInAllFeaturesModeException);var QuotaExceededException$=[
-3,n0,_QEE,{[_e]:_c,[_hE]:409},[_M],[0]];n0_registry.registerError(QuotaExceededException$,QuotaExceededException);var ResourceAlreadyExistsException$=[-3,n0,_RAEE,
{[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(ResourceAlreadyExistsException$,ResourceAlreadyExistsException);var ServiceException$=[-3,n0,_SE,{[_e]:_se,
[_hE]:500},[_M],[0]];n0_registry.registerError(ServiceException$,ServiceException2);var ServiceQuotaTemplateNotInUseException$=[-3,n0,_SQTNIUE,{[_e]:_c,[_hE]:400},
[_M],[0]];n0_registry.registerError(ServiceQuotaTemplateNotInUseException$,ServiceQuotaTemplateNotInUseException);var TagPolicyViolationException$=[-3,n0,_TPVE,
{[_e]:_c,[_hE]:401},[_M],[0]];n0_registry.registerError(TagPolicyViolationException$,TagPolicyViolationException);var TemplatesNotAvailableInRegionException$=[-3,
n0,_TNAIRE,{[_e]:_c,[_hE]:404},[_M],[0]];n0_registry.registerError(TemplatesNotAvailableInRegionException$,TemplatesNotAvailableInRegionException);var TooManyRequestsException$=[
-3,n0,_TMRE,{[_e]:_c,[_hE]:429},[_M],[0]];n0_registry.registerError(TooManyRequestsException$,TooManyRequestsException);var TooManyTagsException$=[-3,n0,_TMTE,{
[_e]:_c,[_hE]:400},[_M],[0]];n0_registry.registerError(TooManyTagsException$,TooManyTagsException);var errorTypeRegistries=[_s_registry,n0_registry],AssociateServiceQuotaTemplateRequest$=[
3,n0,_ASQTR,0,[],[]],AssociateServiceQuotaTemplateResponse$=[3,n0,_ASQTRs,0,[],[]],CreateSupportCaseRequest$=[3,n0,_CSCR,0,[_RI],[0],1],CreateSupportCaseResponse$=[
3,n0,_CSCRr,0,[],[]],DeleteServiceQuotaIncreaseRequestFromTemplateRequest$=[3,n0,_DSQIRFTR,0,[_SC,_QC,_AR],[0,0,0],3],DeleteServiceQuotaIncreaseRequestFromTemplateResponse$=[
3,n0,_DSQIRFTRe,0,[],[]],DisassociateServiceQuotaTemplateRequest$=[3,n0,_DSQTR,0,[],[]],DisassociateServiceQuotaTemplateResponse$=[3,n0,_DSQTRi,0,[],[]],ErrorReason$=[
3,n0,_ER,0,[_EC,_EM],[0,0]],GetAssociationForServiceQuotaTemplateRequest$=[3,n0,_GAFSQTR,0,[],[]],GetAssociationForServiceQuotaTemplateResponse$=[3,n0,_GAFSQTRe,
0,[_SQTAS],[0]],GetAutoManagementConfigurationRequest$=[3,n0,_GAMCR,0,[],[]],GetAutoManagementConfigurationResponse$=[3,n0,_GAMCRe,0,[_OIL,_OIT,_NA,_OIS,_EL],[0,
0,0,0,()=>ExclusionQuotaList]],GetAWSDefaultServiceQuotaRequest$=[3,n0,_GAWSDSQR,0,[_SC,_QC],[0,0],2],GetAWSDefaultServiceQuotaResponse$=[3,n0,_GAWSDSQRe,0,[_Q],
[()=>ServiceQuota$]],GetQuotaUtilizationReportRequest$=[3,n0,_GQURR,0,[_RIe,_NT,_MR],[0,0,1],1],GetQuotaUtilizationReportResponse$=[3,n0,_GQURRe,0,[_RIe,_S,_GA,
_TC,_Qu,_NT,_EC,_EM],[0,0,4,1,()=>QuotaUtilizationInfoList,0,0,0]],GetRequestedServiceQuotaChangeRequest$=[3,n0,_GRSQCR,0,[_RI],[0],1],GetRequestedServiceQuotaChangeResponse$=[
3,n0,_GRSQCRe,0,[_RQ],[()=>RequestedServiceQuotaChange$]],GetServiceQuotaIncreaseRequestFromTemplateRequest$=[3,n0,_GSQIRFTR,0,[_SC,_QC,_AR],[0,0,0],3],GetServiceQuotaIncreaseRequestFromTemplateResponse$=[
3,n0,_GSQIRFTRe,0,[_SQIRIT],[()=>ServiceQuotaIncreaseRequestInTemplate$]],GetServiceQuotaRequest$=[3,n0,_GSQR,0,[_SC,_QC,_CI],[0,0,0],2],GetServiceQuotaResponse$=[
3,n0,_GSQRe,0,[_Q],[()=>ServiceQuota$]],ListAWSDefaultServiceQuotasRequest$=[3,n0,_LAWSDSQR,0,[_SC,_NT,_MR],[0,0,1],1],ListAWSDefaultServiceQuotasResponse$=[3,n0,
_LAWSDSQRi,0,[_NT,_Qu],[0,()=>ServiceQuotaListDefinition]],ListRequestedServiceQuotaChangeHistoryByQuotaRequest$=[3,n0,_LRSQCHBQR,0,[_SC,_QC,_S,_NT,_MR,_QRAL],[
0,0,0,0,1,0],2],ListRequestedServiceQuotaChangeHistoryByQuotaResponse$=[3,n0,_LRSQCHBQRi,0,[_NT,_RQe],[0,()=>RequestedServiceQuotaChangeHistoryListDefinition]],
ListRequestedServiceQuotaChangeHistoryRequest$=[3,n0,_LRSQCHR,0,[_SC,_S,_NT,_MR,_QRAL],[0,0,0,1,0]],ListRequestedServiceQuotaChangeHistoryResponse$=[3,n0,_LRSQCHRi,
0,[_NT,_RQe],[0,()=>RequestedServiceQuotaChangeHistoryListDefinition]],ListServiceQuotaIncreaseRequestsInTemplateRequest$=[3,n0,_LSQIRITR,0,[_SC,_AR,_NT,_MR],[0,
0,0,1]],ListServiceQuotaIncreaseRequestsInTemplateResponse$=[3,n0,_LSQIRITRi,0,[_SQIRITL,_NT],[()=>ServiceQuotaIncreaseRequestInTemplateList,0]],ListServiceQuotasRequest$=[
3,n0,_LSQR,0,[_SC,_NT,_MR,_QC,_QAAL],[0,0,1,0,0],1],ListServiceQuotasResponse$=[3,n0,_LSQRi,0,[_NT,_Qu],[0,()=>ServiceQuotaListDefinition]],ListServicesRequest$=[
3,n0,_LSR,0,[_NT,_MR],[0,1]],ListServicesResponse$=[3,n0,_LSRi,0,[_NT,_Se],[0,()=>ServiceInfoListDefinition]],ListTagsForResourceRequest$=[3,n0,_LTFRR,0,[_RARN],
[0],1],ListTagsForResourceResponse$=[3,n0,_LTFRRi,0,[_T],[()=>OutputTags]],MetricInfo$=[3,n0,_MI,0,[_MN,_MNe,_MD,_MSR],[0,0,128,0]],PutServiceQuotaIncreaseRequestIntoTemplateRequest$=[
3,n0,_PSQIRITR,0,[_QC,_SC,_AR,_DV],[0,0,0,1],4],PutServiceQuotaIncreaseRequestIntoTemplateResponse$=[3,n0,_PSQIRITRu,0,[_SQIRIT],[()=>ServiceQuotaIncreaseRequestInTemplate$]],
QuotaContextInfo$=[3,n0,_QCI,0,[_CS,_CST,_CI,_AAL],[0,0,0,0]],QuotaInfo$=[3,n0,_QI,0,[_QC,_QN],[0,0]],QuotaPeriod$=[3,n0,_QP,0,[_PV,_PU],[1,0]],QuotaUtilizationInfo$=[
3,n0,_QUI,0,[_QC,_SC,_QN,_N,_U,_DVe,_AV,_SN,_A],[0,0,0,0,1,1,1,0,2]],RequestedServiceQuotaChange$=[3,n0,_RSQC,0,[_I,_RT,_CIa,_SC,_SN,_QC,_QN,_DV,_S,_C,_LU,_R,_QA,
_GQ,_Un,_QRAL,_QCu],[0,0,0,0,0,0,0,1,0,4,4,0,0,2,0,0,()=>QuotaContextInfo$]],RequestServiceQuotaIncreaseRequest$=[3,n0,_RSQIR,0,[_SC,_QC,_DV,_CI,_SCA],[0,0,1,0,
2],3],RequestServiceQuotaIncreaseResponse$=[3,n0,_RSQIRe,0,[_RQ],[()=>RequestedServiceQuotaChange$]],ServiceInfo$=[3,n0,_SI,0,[_SC,_SN],[0,0]],ServiceQuota$=[3,
n0,_SQ,0,[_SC,_SN,_QA,_QC,_QN,_V,_Un,_A,_GQ,_UM,_P,_ER,_QAAL,_QCu,_D],[0,0,0,0,0,1,0,2,2,()=>MetricInfo$,()=>QuotaPeriod$,()=>ErrorReason$,0,()=>QuotaContextInfo$,
0]],ServiceQuotaIncreaseRequestInTemplate$=[3,n0,_SQIRIT,0,[_SC,_SN,_QC,_QN,_DV,_AR,_Un,_GQ],[0,0,0,0,1,0,0,2]],StartAutoManagementRequest$=[3,n0,_SAMR,0,[_OIL,
_OIT,_NA,_EL],[0,0,0,[2,n0,_EL,0,0,64]],2],StartAutoManagementResponse$=[3,n0,_SAMRt,0,[],[]],StartQuotaUtilizationReportRequest$=[3,n0,_SQURR,0,[],[]],StartQuotaUtilizationReportResponse$=[
3,n0,_SQURRt,0,[_RIe,_S,_M],[0,0,0]],StopAutoManagementRequest$=[3,n0,_SAMRto,0,[],[]],StopAutoManagementResponse$=[3,n0,_SAMRtop,0,[],[]],Tag$=[3,n0,_Ta,0,[_K,
_V],[0,0],2],TagResourceRequest$=[3,n0,_TRR,0,[_RARN,_T],[0,()=>InputTags],2],TagResourceResponse$=[3,n0,_TRRa,0,[],[]],UntagResourceRequest$=[3,n0,_URR,0,[_RARN,
_TK],[0,64],2],UntagResourceResponse$=[3,n0,_URRn,0,[],[]],UpdateAutoManagementRequest$=[3,n0,_UAMR,0,[_OIT,_NA,_EL],[0,0,[2,n0,_EL,0,0,64]]],UpdateAutoManagementResponse$=[
3,n0,_UAMRp,0,[],[]];var InputTags=[1,n0,_IT,0,()=>Tag$],OutputTags=[1,n0,_OT,0,()=>Tag$],QuotaInfoList=[1,n0,_QIL,0,()=>QuotaInfo$],QuotaUtilizationInfoList=[1,n0,_QUIL,0,()=>QuotaUtilizationInfo$],
RequestedServiceQuotaChangeHistoryListDefinition=[1,n0,_RSQCHLD,0,()=>RequestedServiceQuotaChange$],ServiceInfoListDefinition=[1,n0,_SILD,0,()=>ServiceInfo$],ServiceQuotaIncreaseRequestInTemplateList=[
1,n0,_SQIRITL,0,()=>ServiceQuotaIncreaseRequestInTemplate$],ServiceQuotaListDefinition=[1,n0,_SQLD,0,()=>ServiceQuota$];var ExclusionQuotaList=[2,n0,_EQL,0,0,()=>QuotaInfoList];var AssociateServiceQuotaTemplate$=[9,n0,_ASQT,0,()=>AssociateServiceQuotaTemplateRequest$,()=>AssociateServiceQuotaTemplateResponse$],CreateSupportCase$=[9,n0,
_CSC,0,()=>CreateSupportCaseRequest$,()=>CreateSupportCaseResponse$],DeleteServiceQuotaIncreaseRequestFromTemplate$=[9,n0,_DSQIRFT,0,()=>DeleteServiceQuotaIncreaseRequestFromTemplateRequest$,
()=>DeleteServiceQuotaIncreaseRequestFromTemplateResponse$],DisassociateServiceQuotaTemplate$=[9,n0,_DSQT,0,()=>DisassociateServiceQuotaTemplateRequest$,()=>DisassociateServiceQuotaTemplateResponse$],
GetAssociationForServiceQuotaTemplate$=[9,n0,_GAFSQT,0,()=>GetAssociationForServiceQuotaTemplateRequest$,()=>GetAssociationForServiceQuotaTemplateResponse$],GetAutoManagementConfiguration$=[
9,n0,_GAMC,0,()=>GetAutoManagementConfigurationRequest$,()=>GetAutoManagementConfigurationResponse$],GetAWSDefaultServiceQuota$=[9,n0,_GAWSDSQ,0,()=>GetAWSDefaultServiceQuotaRequest$,
()=>GetAWSDefaultServiceQuotaResponse$],GetQuotaUtilizationReport$=[9,n0,_GQUR,0,()=>GetQuotaUtilizationReportRequest$,()=>GetQuotaUtilizationReportResponse$],GetRequestedServiceQuotaChange$=[
9,n0,_GRSQC,0,()=>GetRequestedServiceQuotaChangeRequest$,()=>GetRequestedServiceQuotaChangeResponse$],GetServiceQuota$=[9,n0,_GSQ,0,()=>GetServiceQuotaRequest$,
()=>GetServiceQuotaResponse$],GetServiceQuotaIncreaseRequestFromTemplate$=[9,n0,_GSQIRFT,0,()=>GetServiceQuotaIncreaseRequestFromTemplateRequest$,()=>GetServiceQuotaIncreaseRequestFromTemplateResponse$],
ListAWSDefaultServiceQuotas$=[9,n0,_LAWSDSQ,0,()=>ListAWSDefaultServiceQuotasRequest$,()=>ListAWSDefaultServiceQuotasResponse$],ListRequestedServiceQuotaChangeHistory$=[
9,n0,_LRSQCH,0,()=>ListRequestedServiceQuotaChangeHistoryRequest$,()=>ListRequestedServiceQuotaChangeHistoryResponse$],ListRequestedServiceQuotaChangeHistoryByQuota$=[
9,n0,_LRSQCHBQ,0,()=>ListRequestedServiceQuotaChangeHistoryByQuotaRequest$,()=>ListRequestedServiceQuotaChangeHistoryByQuotaResponse$],ListServiceQuotaIncreaseRequestsInTemplate$=[
9,n0,_LSQIRIT,0,()=>ListServiceQuotaIncreaseRequestsInTemplateRequest$,()=>ListServiceQuotaIncreaseRequestsInTemplateResponse$],ListServiceQuotas$=[9,n0,_LSQ,0,
()=>ListServiceQuotasRequest$,()=>ListServiceQuotasResponse$],ListServices$=[9,n0,_LS,0,()=>ListServicesRequest$,()=>ListServicesResponse$],ListTagsForResource$=[
9,n0,_LTFR,0,()=>ListTagsForResourceRequest$,()=>ListTagsForResourceResponse$],PutServiceQuotaIncreaseRequestIntoTemplate$=[9,n0,_PSQIRIT,0,()=>PutServiceQuotaIncreaseRequestIntoTemplateRequest$,
()=>PutServiceQuotaIncreaseRequestIntoTemplateResponse$],RequestServiceQuotaIncrease$=[9,n0,_RSQI,0,()=>RequestServiceQuotaIncreaseRequest$,()=>RequestServiceQuotaIncreaseResponse$],
StartAutoManagement$=[9,n0,_SAM,0,()=>StartAutoManagementRequest$,()=>StartAutoManagementResponse$],StartQuotaUtilizationReport$=[9,n0,_SQUR,0,()=>StartQuotaUtilizationReportRequest$,
()=>StartQuotaUtilizationReportResponse$],StopAutoManagement$=[9,n0,_SAMt,0,()=>StopAutoManagementRequest$,()=>StopAutoManagementResponse$],TagResource$=[9,n0,_TR,
0,()=>TagResourceRequest$,()=>TagResourceResponse$],UntagResource$=[9,n0,_UR,0,()=>UntagResourceRequest$,()=>UntagResourceResponse$],UpdateAutoManagement$=[9,n0,
_UAM,0,()=>UpdateAutoManagementRequest$,()=>UpdateAutoManagementResponse$];var getRuntimeConfig=config=>({apiVersion:"2019-06-24",base64Decoder:config?.base64Decoder??fromBase64,base64Encoder:config?.base64Encoder??toBase64,disableHostPrefix:config?.
disableHostPrefix??!1,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??
defaultServiceQuotasHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:"aws.auth#sigv4",identityProvider:ipc=>ipc.getIdentityProvider("a\
ws.auth#sigv4"),signer:new AwsSdkSigV4Signer}],logger:config?.logger??new NoOpLogger,protocol:config?.protocol??AwsJson1_1Protocol,protocolSettings:config?.protocolSettings??
{defaultNamespace:"com.amazonaws.servicequotas",errorTypeRegistries,version:"2019-06-24",serviceTarget:"ServiceQuotasV20190624"},serviceId:config?.serviceId??"S\
ervice Quotas",sha256:config?.sha256??Sha256Node,urlParser:config?.urlParser??parseUrl,utf8Decoder:config?.utf8Decoder??fromUtf8,utf8Encoder:config?.utf8Encoder??
toUtf8});var getRuntimeConfig2=config=>{emitWarningIfUnsupportedVersion2(process.version);let defaultsMode=resolveDefaultsModeConfig(config),defaultConfigProvider=()=>defaultsMode().
then(loadConfigsForDefaultMode),clientSharedValues=getRuntimeConfig(config);emitWarningIfUnsupportedVersion(process.version);let loaderConfig={profile:config?.profile,
logger:clientSharedValues.logger};return{...clientSharedValues,...config,runtime:"node",defaultsMode,authSchemePreference:config?.authSchemePreference??loadConfig(
NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,loaderConfig),bodyLengthChecker:config?.bodyLengthChecker??calculateBodyLength,credentialDefaultProvider:config?.credentialDefaultProvider??
defaultProvider,defaultUserAgentProvider:config?.defaultUserAgentProvider??createDefaultUserAgentProvider({serviceId:clientSharedValues.serviceId,clientVersion:package_default.
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
resolveHttpHandlerRuntimeConfig(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var ServiceQuotasClient=class extends Client{config;constructor(...[configuration]){let _config_0=getRuntimeConfig2(configuration||{});super(_config_0),this.initConfig=
_config_0;let _config_1=resolveClientEndpointParameters(_config_0),_config_2=resolveUserAgentConfig(_config_1),_config_3=resolveRetryConfig(_config_2),_config_4=resolveRegionConfig(
_config_3),_config_5=_config_4,_config_6=resolveEndpointConfig(_config_5),_config_7=resolveHttpAuthSchemeConfig(_config_6),_config_8=resolveRuntimeExtensions(_config_7,
configuration?.extensions||[]);this.config=_config_8,this.middlewareStack.use(getSchemaSerdePlugin(this.config)),this.middlewareStack.use(getUserAgentPlugin(this.
config)),this.middlewareStack.use(getRetryPlugin(this.config)),this.middlewareStack.use(getContentLengthPlugin(this.config)),this.middlewareStack.use(getHostHeaderPlugin(
this.config)),this.middlewareStack.use(getLoggerPlugin(this.config)),this.middlewareStack.use(getRecursionDetectionPlugin(this.config)),this.middlewareStack.use(
getHttpAuthSchemeEndpointRuleSetPlugin(this.config,{httpAuthSchemeParametersProvider:defaultServiceQuotasHttpAuthSchemeParametersProvider,identityProviderConfigProvider:async config=>new DefaultIdentityProviderConfig(
{"aws.auth#sigv4":config.credentials})})),this.middlewareStack.use(getHttpSigningPlugin(this.config))}destroy(){super.destroy()}};var command=makeBuilder(commonParams,"ServiceQuotasV20190624","ServiceQuotasClient",getEndpointPlugin),_ep0={},_mw0=(Command2,cs,config,o)=>[];var AssociateServiceQuotaTemplateCommand=class extends command(_ep0,_mw0,"AssociateServiceQuotaTemplate",AssociateServiceQuotaTemplate$){};var CreateSupportCaseCommand=class extends command(_ep0,_mw0,"CreateSupportCase",CreateSupportCase$){};var DeleteServiceQuotaIncreaseRequestFromTemplateCommand=class extends command(_ep0,_mw0,"DeleteServiceQuotaIncreaseRequestFromTemplate",DeleteServiceQuotaIncreaseRequestFromTemplate$){};var DisassociateServiceQuotaTemplateCommand=class extends command(_ep0,_mw0,"DisassociateServiceQuotaTemplate",DisassociateServiceQuotaTemplate$){};var GetAssociationForServiceQuotaTemplateCommand=class extends command(_ep0,_mw0,"GetAssociationForServiceQuotaTemplate",GetAssociationForServiceQuotaTemplate$){};var GetAutoManagementConfigurationCommand=class extends command(_ep0,_mw0,"GetAutoManagementConfiguration",GetAutoManagementConfiguration$){};var GetAWSDefaultServiceQuotaCommand=class extends command(_ep0,_mw0,"GetAWSDefaultServiceQuota",GetAWSDefaultServiceQuota$){};var GetQuotaUtilizationReportCommand=class extends command(_ep0,_mw0,"GetQuotaUtilizationReport",GetQuotaUtilizationReport$){};var GetRequestedServiceQuotaChangeCommand=class extends command(_ep0,_mw0,"GetRequestedServiceQuotaChange",GetRequestedServiceQuotaChange$){};var GetServiceQuotaCommand=class extends command(_ep0,_mw0,"GetServiceQuota",GetServiceQuota$){};var GetServiceQuotaIncreaseRequestFromTemplateCommand=class extends command(_ep0,_mw0,"GetServiceQuotaIncreaseRequestFromTemplate",GetServiceQuotaIncreaseRequestFromTemplate$){};var ListAWSDefaultServiceQuotasCommand=class extends command(_ep0,_mw0,"ListAWSDefaultServiceQuotas",ListAWSDefaultServiceQuotas$){};var ListRequestedServiceQuotaChangeHistoryByQuotaCommand=class extends command(_ep0,_mw0,"ListRequestedServiceQuotaChangeHistoryByQuota",ListRequestedServiceQuotaChangeHistoryByQuota$){};var ListRequestedServiceQuotaChangeHistoryCommand=class extends command(_ep0,_mw0,"ListRequestedServiceQuotaChangeHistory",ListRequestedServiceQuotaChangeHistory$){};var ListServiceQuotaIncreaseRequestsInTemplateCommand=class extends command(_ep0,_mw0,"ListServiceQuotaIncreaseRequestsInTemplate",ListServiceQuotaIncreaseRequestsInTemplate$){};var ListServiceQuotasCommand=class extends command(_ep0,_mw0,"ListServiceQuotas",ListServiceQuotas$){};var ListServicesCommand=class extends command(_ep0,_mw0,"ListServices",ListServices$){};var ListTagsForResourceCommand=class extends command(_ep0,_mw0,"ListTagsForResource",ListTagsForResource$){};var PutServiceQuotaIncreaseRequestIntoTemplateCommand=class extends command(_ep0,_mw0,"PutServiceQuotaIncreaseRequestIntoTemplate",PutServiceQuotaIncreaseRequestIntoTemplate$){};var RequestServiceQuotaIncreaseCommand=class extends command(_ep0,_mw0,"RequestServiceQuotaIncrease",RequestServiceQuotaIncrease$){};var StartAutoManagementCommand=class extends command(_ep0,_mw0,"StartAutoManagement",StartAutoManagement$){};var StartQuotaUtilizationReportCommand=class extends command(_ep0,_mw0,"StartQuotaUtilizationReport",StartQuotaUtilizationReport$){};var StopAutoManagementCommand=class extends command(_ep0,_mw0,"StopAutoManagement",StopAutoManagement$){};var TagResourceCommand=class extends command(_ep0,_mw0,"TagResource",TagResource$){};var UntagResourceCommand=class extends command(_ep0,_mw0,"UntagResource",UntagResource$){};var UpdateAutoManagementCommand=class extends command(_ep0,_mw0,"UpdateAutoManagement",UpdateAutoManagement$){};var paginateListAWSDefaultServiceQuotas=createPaginator(ServiceQuotasClient,ListAWSDefaultServiceQuotasCommand,"NextToken","NextToken","MaxResults");var paginateListRequestedServiceQuotaChangeHistoryByQuota=createPaginator(ServiceQuotasClient,ListRequestedServiceQuotaChangeHistoryByQuotaCommand,"NextToken","\
NextToken","MaxResults");var paginateListRequestedServiceQuotaChangeHistory=createPaginator(ServiceQuotasClient,ListRequestedServiceQuotaChangeHistoryCommand,"NextToken","NextToken","Ma\
xResults");var paginateListServiceQuotaIncreaseRequestsInTemplate=createPaginator(ServiceQuotasClient,ListServiceQuotaIncreaseRequestsInTemplateCommand,"NextToken","NextTo\
ken","MaxResults");var paginateListServiceQuotas=createPaginator(ServiceQuotasClient,ListServiceQuotasCommand,"NextToken","NextToken","MaxResults");var paginateListServices=createPaginator(ServiceQuotasClient,ListServicesCommand,"NextToken","NextToken","MaxResults");var commands={AssociateServiceQuotaTemplateCommand,CreateSupportCaseCommand,DeleteServiceQuotaIncreaseRequestFromTemplateCommand,DisassociateServiceQuotaTemplateCommand,
GetAssociationForServiceQuotaTemplateCommand,GetAutoManagementConfigurationCommand,GetAWSDefaultServiceQuotaCommand,GetQuotaUtilizationReportCommand,GetRequestedServiceQuotaChangeCommand,
GetServiceQuotaCommand,GetServiceQuotaIncreaseRequestFromTemplateCommand,ListAWSDefaultServiceQuotasCommand,ListRequestedServiceQuotaChangeHistoryCommand,ListRequestedServiceQuotaChangeHistoryByQuotaCommand,
ListServiceQuotaIncreaseRequestsInTemplateCommand,ListServiceQuotasCommand,ListServicesCommand,ListTagsForResourceCommand,PutServiceQuotaIncreaseRequestIntoTemplateCommand,
RequestServiceQuotaIncreaseCommand,StartAutoManagementCommand,StartQuotaUtilizationReportCommand,StopAutoManagementCommand,TagResourceCommand,UntagResourceCommand,
UpdateAutoManagementCommand},paginators={paginateListAWSDefaultServiceQuotas,paginateListRequestedServiceQuotaChangeHistory,paginateListRequestedServiceQuotaChangeHistoryByQuota,
paginateListServiceQuotaIncreaseRequestsInTemplate,paginateListServiceQuotas,paginateListServices},ServiceQuotas=class extends ServiceQuotasClient{};createAggregatedClient(
commands,ServiceQuotas,{paginators});var AdjustableAtLevelEnum={ACCOUNT:"ACCOUNT",ALL:"ALL",PER_RESOURCE:"PER_RESOURCE"},AppliedLevelEnum={ACCOUNT:"ACCOUNT",ALL:"ALL",RESOURCE:"RESOURCE"},ErrorCode={
DEPENDENCY_ACCESS_DENIED_ERROR:"DEPENDENCY_ACCESS_DENIED_ERROR",DEPENDENCY_SERVICE_ERROR:"DEPENDENCY_SERVICE_ERROR",DEPENDENCY_THROTTLING_ERROR:"DEPENDENCY_THRO\
TTLING_ERROR",SERVICE_QUOTA_NOT_AVAILABLE_ERROR:"SERVICE_QUOTA_NOT_AVAILABLE_ERROR"},ServiceQuotaTemplateAssociationStatus={ASSOCIATED:"ASSOCIATED",DISASSOCIATED:"\
DISASSOCIATED"},OptInLevel={ACCOUNT:"ACCOUNT"},OptInStatus={DISABLED:"DISABLED",ENABLED:"ENABLED"},OptInType={NotifyAndAdjust:"NotifyAndAdjust",NotifyOnly:"Noti\
fyOnly"},PeriodUnit={DAY:"DAY",HOUR:"HOUR",MICROSECOND:"MICROSECOND",MILLISECOND:"MILLISECOND",MINUTE:"MINUTE",SECOND:"SECOND",WEEK:"WEEK"},QuotaContextScope={ACCOUNT:"\
ACCOUNT",RESOURCE:"RESOURCE"},ReportStatus={COMPLETED:"COMPLETED",FAILED:"FAILED",IN_PROGRESS:"IN_PROGRESS",PENDING:"PENDING"},RequestType={AutomaticManagement:"\
AutomaticManagement"},RequestStatus={APPROVED:"APPROVED",CASE_CLOSED:"CASE_CLOSED",CASE_OPENED:"CASE_OPENED",DENIED:"DENIED",INVALID_REQUEST:"INVALID_REQUEST",NOT_APPROVED:"\
NOT_APPROVED",PENDING:"PENDING"};export{Command as $Command,AWSServiceAccessNotEnabledException,AWSServiceAccessNotEnabledException$,AccessDeniedException,AccessDeniedException$,AdjustableAtLevelEnum,
AppliedLevelEnum,AssociateServiceQuotaTemplate$,AssociateServiceQuotaTemplateCommand,AssociateServiceQuotaTemplateRequest$,AssociateServiceQuotaTemplateResponse$,
CreateSupportCase$,CreateSupportCaseCommand,CreateSupportCaseRequest$,CreateSupportCaseResponse$,DeleteServiceQuotaIncreaseRequestFromTemplate$,DeleteServiceQuotaIncreaseRequestFromTemplateCommand,
DeleteServiceQuotaIncreaseRequestFromTemplateRequest$,DeleteServiceQuotaIncreaseRequestFromTemplateResponse$,DependencyAccessDeniedException,DependencyAccessDeniedException$,
DisassociateServiceQuotaTemplate$,DisassociateServiceQuotaTemplateCommand,DisassociateServiceQuotaTemplateRequest$,DisassociateServiceQuotaTemplateResponse$,ErrorCode,
ErrorReason$,GetAWSDefaultServiceQuota$,GetAWSDefaultServiceQuotaCommand,GetAWSDefaultServiceQuotaRequest$,GetAWSDefaultServiceQuotaResponse$,GetAssociationForServiceQuotaTemplate$,
GetAssociationForServiceQuotaTemplateCommand,GetAssociationForServiceQuotaTemplateRequest$,GetAssociationForServiceQuotaTemplateResponse$,GetAutoManagementConfiguration$,
GetAutoManagementConfigurationCommand,GetAutoManagementConfigurationRequest$,GetAutoManagementConfigurationResponse$,GetQuotaUtilizationReport$,GetQuotaUtilizationReportCommand,
GetQuotaUtilizationReportRequest$,GetQuotaUtilizationReportResponse$,GetRequestedServiceQuotaChange$,GetRequestedServiceQuotaChangeCommand,GetRequestedServiceQuotaChangeRequest$,
GetRequestedServiceQuotaChangeResponse$,GetServiceQuota$,GetServiceQuotaCommand,GetServiceQuotaIncreaseRequestFromTemplate$,GetServiceQuotaIncreaseRequestFromTemplateCommand,
GetServiceQuotaIncreaseRequestFromTemplateRequest$,GetServiceQuotaIncreaseRequestFromTemplateResponse$,GetServiceQuotaRequest$,GetServiceQuotaResponse$,IllegalArgumentException,
IllegalArgumentException$,InvalidPaginationTokenException,InvalidPaginationTokenException$,InvalidResourceStateException,InvalidResourceStateException$,ListAWSDefaultServiceQuotas$,
ListAWSDefaultServiceQuotasCommand,ListAWSDefaultServiceQuotasRequest$,ListAWSDefaultServiceQuotasResponse$,ListRequestedServiceQuotaChangeHistory$,ListRequestedServiceQuotaChangeHistoryByQuota$,
ListRequestedServiceQuotaChangeHistoryByQuotaCommand,ListRequestedServiceQuotaChangeHistoryByQuotaRequest$,ListRequestedServiceQuotaChangeHistoryByQuotaResponse$,
ListRequestedServiceQuotaChangeHistoryCommand,ListRequestedServiceQuotaChangeHistoryRequest$,ListRequestedServiceQuotaChangeHistoryResponse$,ListServiceQuotaIncreaseRequestsInTemplate$,
ListServiceQuotaIncreaseRequestsInTemplateCommand,ListServiceQuotaIncreaseRequestsInTemplateRequest$,ListServiceQuotaIncreaseRequestsInTemplateResponse$,ListServiceQuotas$,
ListServiceQuotasCommand,ListServiceQuotasRequest$,ListServiceQuotasResponse$,ListServices$,ListServicesCommand,ListServicesRequest$,ListServicesResponse$,ListTagsForResource$,
ListTagsForResourceCommand,ListTagsForResourceRequest$,ListTagsForResourceResponse$,MetricInfo$,NoAvailableOrganizationException,NoAvailableOrganizationException$,
NoSuchResourceException,NoSuchResourceException$,OptInLevel,OptInStatus,OptInType,OrganizationNotInAllFeaturesModeException,OrganizationNotInAllFeaturesModeException$,
PeriodUnit,PutServiceQuotaIncreaseRequestIntoTemplate$,PutServiceQuotaIncreaseRequestIntoTemplateCommand,PutServiceQuotaIncreaseRequestIntoTemplateRequest$,PutServiceQuotaIncreaseRequestIntoTemplateResponse$,
QuotaContextInfo$,QuotaContextScope,QuotaExceededException,QuotaExceededException$,QuotaInfo$,QuotaPeriod$,QuotaUtilizationInfo$,ReportStatus,RequestServiceQuotaIncrease$,
RequestServiceQuotaIncreaseCommand,RequestServiceQuotaIncreaseRequest$,RequestServiceQuotaIncreaseResponse$,RequestStatus,RequestType,RequestedServiceQuotaChange$,
ResourceAlreadyExistsException,ResourceAlreadyExistsException$,ServiceException2 as ServiceException,ServiceException$,ServiceInfo$,ServiceQuota$,ServiceQuotaIncreaseRequestInTemplate$,
ServiceQuotaTemplateAssociationStatus,ServiceQuotaTemplateNotInUseException,ServiceQuotaTemplateNotInUseException$,ServiceQuotas,ServiceQuotasClient,ServiceQuotasServiceException,
ServiceQuotasServiceException$,StartAutoManagement$,StartAutoManagementCommand,StartAutoManagementRequest$,StartAutoManagementResponse$,StartQuotaUtilizationReport$,
StartQuotaUtilizationReportCommand,StartQuotaUtilizationReportRequest$,StartQuotaUtilizationReportResponse$,StopAutoManagement$,StopAutoManagementCommand,StopAutoManagementRequest$,
StopAutoManagementResponse$,Tag$,TagPolicyViolationException,TagPolicyViolationException$,TagResource$,TagResourceCommand,TagResourceRequest$,TagResourceResponse$,
TemplatesNotAvailableInRegionException,TemplatesNotAvailableInRegionException$,TooManyRequestsException,TooManyRequestsException$,TooManyTagsException,TooManyTagsException$,
UntagResource$,UntagResourceCommand,UntagResourceRequest$,UntagResourceResponse$,UpdateAutoManagement$,UpdateAutoManagementCommand,UpdateAutoManagementRequest$,
UpdateAutoManagementResponse$,Client as __Client,errorTypeRegistries,paginateListAWSDefaultServiceQuotas,paginateListRequestedServiceQuotaChangeHistory,paginateListRequestedServiceQuotaChangeHistoryByQuota,
paginateListServiceQuotaIncreaseRequestsInTemplate,paginateListServiceQuotas,paginateListServices};
