import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{defaultProvider}from"./lib-aws-sdk-credential-provider-node.js";import{AwsRestJsonProtocol,AwsSdkSigV4Signer,NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,resolveAwsSdkSigV4Config}from"./lib-aws-sdk-core.js";
import{NodeHttpHandler}from"./lib-smithy-node-http-handler.js";import{BinaryDecisionDiagram,Client,DEFAULT_RETRY_MODE,DefaultIdentityProviderConfig,EndpointCache,NODE_APP_ID_CONFIG_OPTIONS,
NODE_MAX_ATTEMPT_CONFIG_OPTIONS,NODE_RETRY_MODE_CONFIG_OPTIONS,NoOpLogger,ServiceException,awsEndpointFunctions,createDefaultUserAgentProvider,customEndpointFunctions,
decideEndpoint,emitWarningIfUnsupportedVersion,emitWarningIfUnsupportedVersion2,getAwsRegionExtensionConfiguration,getDefaultExtensionConfiguration,getDefaultSocketTimeout,
getEndpointPlugin,getHostHeaderPlugin,getHttpAuthSchemeEndpointRuleSetPlugin,getHttpSigningPlugin,getLoggerPlugin,getOmitRetryHeadersPlugin,getRecursionDetectionPlugin,
getRetryPlugin,getUserAgentPlugin,loadConfigsForDefaultMode,makeBuilder,resolveAwsRegionExtensionConfiguration,resolveDefaultRuntimeConfig,resolveEndpointConfig,
resolveRetryConfig,resolveUserAgentConfig}from"./lib-smithy-core.js";import{NODE_REGION_CONFIG_FILE_OPTIONS,NODE_REGION_CONFIG_OPTIONS,NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,getContentLengthPlugin,getHttpHandlerExtensionConfiguration,loadConfig,resolveDefaultsModeConfig,resolveHttpHandlerRuntimeConfig,
resolveRegionConfig}from"./lib-smithy-core-3.js";import{Sha256Node}from"./lib-smithy-core-2.js";import{TypeRegistry,calculateBodyLength,fromBase64,fromUtf8,
getSchemaSerdePlugin,getSmithyContext,normalizeProvider,parseUrl,streamCollector,toBase64,toUtf8}from"./lib-smithy-core-5.js";import{NOT_AWS,failureOf,isClockRefusal,
isExpired}from"./part-aws-answers.js";import{withinTime}from"./part-lib-within-time.js";import{limitBytes}from"./part-lib-limit-bytes.js";var defaultIoTHttpAuthSchemeParametersProvider=async(config,context,input)=>({operation:getSmithyContext(context).operation,region:await normalizeProvider(config.
region)()||(()=>{throw new Error("expected `region` to be configured for `aws.auth#sigv4`")})()});function createAwsAuthSigv4HttpAuthOption(authParameters){return{
schemeId:"aws.auth#sigv4",signingProperties:{name:"iot",region:authParameters.region},propertiesExtractor:(config,context)=>({signingProperties:{config,context}})}}
var defaultIoTHttpAuthSchemeProvider=authParameters=>{let options=[];switch(authParameters.operation){default:options.push(createAwsAuthSigv4HttpAuthOption(authParameters))}
return options},resolveHttpAuthSchemeConfig=config=>{let config_0=resolveAwsSdkSigV4Config(config);return Object.assign(config_0,{authSchemePreference:normalizeProvider(
config.authSchemePreference??[])})};var resolveClientEndpointParameters=options=>Object.assign(options,{useDualstackEndpoint:options.useDualstackEndpoint??!1,useFipsEndpoint:options.useFipsEndpoint??
!1,defaultSigningName:"iot"}),commonParams={UseFIPS:{type:"builtInParams",name:"useFipsEndpoint"},Endpoint:{type:"builtInParams",name:"endpoint"},Region:{type:"\
builtInParams",name:"region"},UseDualStack:{type:"builtInParams",name:"useDualstackEndpoint"}};var package_default={name:"@aws-sdk/client-iot",version:"3.1169.0",description:"AWS SDK for JavaScript Iot Client for Node.js, Browser and React Native",homepage:"\
https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-iot",license:"Apache-2.0",author:{name:"AWS SDK for JavaScript Team",url:"https://aws.amazon.com/s\
dk-for-javascript/"},repository:{type:"git",url:"https://github.com/aws/aws-sdk-js-v3.git",directory:"clients/client-iot"},files:["dist-*/**"],sideEffects:!1,main:"\
./dist-cjs/index.js",module:"./dist-es/index.js",browser:{"./dist-es/runtimeConfig":"./dist-es/runtimeConfig.browser"},types:"./dist-types/index.d.ts",typesVersions:{
"<4.5":{"dist-types/*":["dist-types/ts3.4/*"]}},"react-native":{"./dist-es/runtimeConfig":"./dist-es/runtimeConfig.native"},scripts:{build:"concurrently 'yarn:b\
uild:types' 'yarn:build:es' && yarn build:cjs","build:cjs":"node ../../scripts/compilation/inline","build:es":"premove dist-es && tsc -p tsconfig.es.json","buil\
d:include:deps":'yarn g:turbo run build -F="$npm_package_name"',"build:types":"premove dist-types && tsc -p tsconfig.types.json","build:types:downlevel":"downle\
vel-dts dist-types dist-types/ts3.4",clean:"premove dist-cjs dist-es dist-types","extract:docs":"api-extractor run --local","generate:client":"node ../../script\
s/generate-clients/single-service","test:e2e":"yarn g:vitest run -c vitest.config.e2e.mts","test:e2e:watch":"yarn g:vitest watch -c vitest.config.e2e.mts","test\
:index":"tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"},dependencies:{"@aws-sdk/core":"^3.981.0","@aws-sdk/credential-provider-node":"^3.972.\
97","@aws-sdk/types":"^3.975.1","@smithy/core":"^3.40.0","@smithy/fetch-http-handler":"^5.8.1","@smithy/node-http-handler":"^4.14.2","@smithy/types":"^4.20.0",tslib:"\
^2.6.2"},devDependencies:{"@tsconfig/node20":"20.1.8","@types/node":"^20.14.8",concurrently:"7.0.0","downlevel-dts":"0.10.1",premove:"4.0.0",typescript:"~7.0.2"},
engines:{node:">=20.0.0"}};var m="ref",a=-1,b=!0,c="isSet",d="PartitionResult",e="booleanEquals",f="getAttr",g="stringEquals",h={[m]:"Endpoint"},i={[m]:d},j={fn:f,argv:[i,"name"]},k={},l=[
{[m]:"Region"}],_data={conditions:[[c,[h]],[c,l],["aws.partition",l,d],[e,[{[m]:"UseFIPS"},b]],[e,[{fn:f,argv:[i,"supportsFIPS"]},b]],[e,[{[m]:"UseDualStack"},b]],
[e,[{fn:f,argv:[i,"supportsDualStack"]},b]],[g,[j,"aws"]],[g,[j,"aws-cn"]],[g,[j,"aws-us-gov"]]],results:[[a],[a,"Invalid Configuration: FIPS and custom endpoin\
t are not supported"],[a,"Invalid Configuration: Dualstack and custom endpoint are not supported"],[h,k],["https://iot-fips.{Region}.{PartitionResult#dualStackD\
nsSuffix}",k],[a,"FIPS and DualStack are enabled, but this partition does not support one or both"],["https://iot-fips.{Region}.{PartitionResult#dnsSuffix}",k],
[a,"FIPS is enabled but this partition does not support FIPS"],["https://iot.{Region}.{PartitionResult#dualStackDnsSuffix}",k],[a,"DualStack is enabled but this\
 partition does not support DualStack"],["https://iot.{Region}.amazonaws.com",k],["https://iot.{Region}.amazonaws.com.cn",k],["https://iot.{Region}.{PartitionRe\
sult#dnsSuffix}",k],[a,"Invalid Configuration: Missing Region"]]},root=2,r=1e8,nodes=new Int32Array([-1,1,-1,0,15,3,1,4,r+13,2,5,r+13,3,11,6,5,10,7,7,r+10,8,8,r+
11,9,9,r+10,r+12,6,r+8,r+9,4,13,12,5,r+5,r+7,5,14,r+6,6,r+4,r+5,3,r+1,16,5,r+2,r+3]),bdd=BinaryDecisionDiagram.from(nodes,root,_data.conditions,_data.results);var cache=new EndpointCache({size:50,params:["Endpoint","Region","UseDualStack","UseFIPS"]}),defaultEndpointResolver=(endpointParams,context={})=>cache.get(endpointParams,
()=>decideEndpoint(bdd,{endpointParams,logger:context.logger}));customEndpointFunctions.aws=awsEndpointFunctions;var IoTServiceException=class _IoTServiceException extends ServiceException{static shapeId="smithy.ts.sdk.synthetic.com.amazonaws.iot#IoTServiceException";constructor(options){
super(options),Object.setPrototypeOf(this,_IoTServiceException.prototype)}};var InternalFailureException=class _InternalFailureException extends IoTServiceException{static shapeId="com.amazonaws.iot#InternalFailureException";name="Inter\
nalFailureException";$fault="server";constructor(opts){super({name:"InternalFailureException",$fault:"server",...opts}),Object.setPrototypeOf(this,_InternalFailureException.
prototype)}},InvalidRequestException=class _InvalidRequestException extends IoTServiceException{static shapeId="com.amazonaws.iot#InvalidRequestException";name="\
InvalidRequestException";$fault="client";constructor(opts){super({name:"InvalidRequestException",$fault:"client",...opts}),Object.setPrototypeOf(this,_InvalidRequestException.
prototype)}},ResourceNotFoundException=class _ResourceNotFoundException extends IoTServiceException{static shapeId="com.amazonaws.iot#ResourceNotFoundException";name="\
ResourceNotFoundException";$fault="client";constructor(opts){super({name:"ResourceNotFoundException",$fault:"client",...opts}),Object.setPrototypeOf(this,_ResourceNotFoundException.
prototype)}},ServiceUnavailableException=class _ServiceUnavailableException extends IoTServiceException{static shapeId="com.amazonaws.iot#ServiceUnavailableExce\
ption";name="ServiceUnavailableException";$fault="server";constructor(opts){super({name:"ServiceUnavailableException",$fault:"server",...opts}),Object.setPrototypeOf(
this,_ServiceUnavailableException.prototype)}},ThrottlingException=class _ThrottlingException extends IoTServiceException{static shapeId="com.amazonaws.iot#Thro\
ttlingException";name="ThrottlingException";$fault="client";constructor(opts){super({name:"ThrottlingException",$fault:"client",...opts}),Object.setPrototypeOf(
this,_ThrottlingException.prototype)}},TransferAlreadyCompletedException=class _TransferAlreadyCompletedException extends IoTServiceException{static shapeId="co\
m.amazonaws.iot#TransferAlreadyCompletedException";name="TransferAlreadyCompletedException";$fault="client";constructor(opts){super({name:"TransferAlreadyComple\
tedException",$fault:"client",...opts}),Object.setPrototypeOf(this,_TransferAlreadyCompletedException.prototype)}},UnauthorizedException=class _UnauthorizedException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#UnauthorizedException";name="UnauthorizedException";$fault="client";constructor(opts){super({name:"UnauthorizedException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_UnauthorizedException.prototype)}},ConflictException=class _ConflictException extends IoTServiceException{static shapeId="com.amazon\
aws.iot#ConflictException";name="ConflictException";$fault="client";resourceId;constructor(opts){super({name:"ConflictException",$fault:"client",...opts}),Object.
setPrototypeOf(this,_ConflictException.prototype),this.resourceId=opts.resourceId}},InternalServerException=class _InternalServerException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#InternalServerException";name="InternalServerException";$fault="server";constructor(opts){super({name:"InternalServerException",$fault:"server",
...opts}),Object.setPrototypeOf(this,_InternalServerException.prototype)}},ServiceQuotaExceededException=class _ServiceQuotaExceededException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#ServiceQuotaExceededException";name="ServiceQuotaExceededException";$fault="client";constructor(opts){super({name:"ServiceQuotaExceededExcepti\
on",$fault:"client",...opts}),Object.setPrototypeOf(this,_ServiceQuotaExceededException.prototype)}},ValidationException=class _ValidationException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#ValidationException";name="ValidationException";$fault="client";constructor(opts){super({name:"ValidationException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_ValidationException.prototype)}},LimitExceededException=class _LimitExceededException extends IoTServiceException{static shapeId="co\
m.amazonaws.iot#LimitExceededException";name="LimitExceededException";$fault="client";constructor(opts){super({name:"LimitExceededException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_LimitExceededException.prototype)}},VersionConflictException=class _VersionConflictException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#VersionConflictException";name="VersionConflictException";$fault="client";constructor(opts){super({name:"VersionConflictException",$fault:"cli\
ent",...opts}),Object.setPrototypeOf(this,_VersionConflictException.prototype)}},InvalidStateTransitionException=class _InvalidStateTransitionException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#InvalidStateTransitionException";name="InvalidStateTransitionException";$fault="client";constructor(opts){super({name:"InvalidStateTransitionE\
xception",$fault:"client",...opts}),Object.setPrototypeOf(this,_InvalidStateTransitionException.prototype)}},ConflictingResourceUpdateException=class _ConflictingResourceUpdateException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#ConflictingResourceUpdateException";name="ConflictingResourceUpdateException";$fault="client";constructor(opts){super({name:"ConflictingResour\
ceUpdateException",$fault:"client",...opts}),Object.setPrototypeOf(this,_ConflictingResourceUpdateException.prototype)}},InternalException=class _InternalException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#InternalException";name="InternalException";$fault="server";constructor(opts){super({name:"InternalException",$fault:"server",...opts}),Object.
setPrototypeOf(this,_InternalException.prototype)}},ResourceAlreadyExistsException=class _ResourceAlreadyExistsException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#ResourceAlreadyExistsException";name="ResourceAlreadyExistsException";$fault="client";resourceId;resourceArn;constructor(opts){super({name:"Re\
sourceAlreadyExistsException",$fault:"client",...opts}),Object.setPrototypeOf(this,_ResourceAlreadyExistsException.prototype),this.resourceId=opts.resourceId,this.
resourceArn=opts.resourceArn}},CertificateValidationException=class _CertificateValidationException extends IoTServiceException{static shapeId="com.amazonaws.io\
t#CertificateValidationException";name="CertificateValidationException";$fault="client";constructor(opts){super({name:"CertificateValidationException",$fault:"c\
lient",...opts}),Object.setPrototypeOf(this,_CertificateValidationException.prototype)}},InvalidQueryException=class _InvalidQueryException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#InvalidQueryException";name="InvalidQueryException";$fault="client";constructor(opts){super({name:"InvalidQueryException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_InvalidQueryException.prototype)}},IndexNotReadyException=class _IndexNotReadyException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#IndexNotReadyException";name="IndexNotReadyException";$fault="client";constructor(opts){super({name:"IndexNotReadyException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_IndexNotReadyException.prototype)}},InvalidAggregationException=class _InvalidAggregationException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#InvalidAggregationException";name="InvalidAggregationException";$fault="client";constructor(opts){super({name:"InvalidAggregationException",$fault:"\
client",...opts}),Object.setPrototypeOf(this,_InvalidAggregationException.prototype)}},MalformedPolicyException=class _MalformedPolicyException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#MalformedPolicyException";name="MalformedPolicyException";$fault="client";constructor(opts){super({name:"MalformedPolicyException",$fault:"cli\
ent",...opts}),Object.setPrototypeOf(this,_MalformedPolicyException.prototype)}},VersionsLimitExceededException=class _VersionsLimitExceededException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#VersionsLimitExceededException";name="VersionsLimitExceededException";$fault="client";constructor(opts){super({name:"VersionsLimitExceededExce\
ption",$fault:"client",...opts}),Object.setPrototypeOf(this,_VersionsLimitExceededException.prototype)}},SqlParseException=class _SqlParseException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#SqlParseException";name="SqlParseException";$fault="client";constructor(opts){super({name:"SqlParseException",$fault:"client",...opts}),Object.
setPrototypeOf(this,_SqlParseException.prototype)}},DeleteConflictException=class _DeleteConflictException extends IoTServiceException{static shapeId="com.amazo\
naws.iot#DeleteConflictException";name="DeleteConflictException";$fault="client";constructor(opts){super({name:"DeleteConflictException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_DeleteConflictException.prototype)}},CertificateStateException=class _CertificateStateException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#CertificateStateException";name="CertificateStateException";$fault="client";constructor(opts){super({name:"CertificateStateException",$fault:"\
client",...opts}),Object.setPrototypeOf(this,_CertificateStateException.prototype)}},NotConfiguredException=class _NotConfiguredException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#NotConfiguredException";name="NotConfiguredException";$fault="client";constructor(opts){super({name:"NotConfiguredException",$fault:"client",...opts}),
Object.setPrototypeOf(this,_NotConfiguredException.prototype)}},RegistrationCodeValidationException=class _RegistrationCodeValidationException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#RegistrationCodeValidationException";name="RegistrationCodeValidationException";$fault="client";constructor(opts){super({name:"RegistrationCod\
eValidationException",$fault:"client",...opts}),Object.setPrototypeOf(this,_RegistrationCodeValidationException.prototype)}},CertificateConflictException=class _CertificateConflictException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#CertificateConflictException";name="CertificateConflictException";$fault="client";constructor(opts){super({name:"CertificateConflictException",
$fault:"client",...opts}),Object.setPrototypeOf(this,_CertificateConflictException.prototype)}},ResourceRegistrationFailureException=class _ResourceRegistrationFailureException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#ResourceRegistrationFailureException";name="ResourceRegistrationFailureException";$fault="client";constructor(opts){super({name:"ResourceRegis\
trationFailureException",$fault:"client",...opts}),Object.setPrototypeOf(this,_ResourceRegistrationFailureException.prototype)}},TaskAlreadyExistsException=class _TaskAlreadyExistsException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#TaskAlreadyExistsException";name="TaskAlreadyExistsException";$fault="client";constructor(opts){super({name:"TaskAlreadyExistsException",$fault:"\
client",...opts}),Object.setPrototypeOf(this,_TaskAlreadyExistsException.prototype)}},InvalidResponseException=class _InvalidResponseException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#InvalidResponseException";name="InvalidResponseException";$fault="client";constructor(opts){super({name:"InvalidResponseException",$fault:"cli\
ent",...opts}),Object.setPrototypeOf(this,_InvalidResponseException.prototype)}},TransferConflictException=class _TransferConflictException extends IoTServiceException{static shapeId="\
com.amazonaws.iot#TransferConflictException";name="TransferConflictException";$fault="client";constructor(opts){super({name:"TransferConflictException",$fault:"\
client",...opts}),Object.setPrototypeOf(this,_TransferConflictException.prototype)}};var _A="Action",_AC="AbortConfig",_ACC="AuditCheckConfiguration",_ACCu="AuditCheckConfigurations",_ACD="AuditCheckDetails",_ACL="AbortCriteriaList",_ACT="Accept\
CertificateTransfer",_ACTAM="AuditCheckToActionsMapping",_ACTR="AcceptCertificateTransferRequest",_ACTRCF="AuditCheckToReasonCodeFilter",_ACb="AbortCriteria",_ACu="\
AuthorizerConfig",_AD="AuthorizerDescription",_ADu="AuditDetails",_AF="AuditFinding",_AFu="AuditFindings",_AI="AuthInfo",_AIu="AuthInfos",_AJAC="AwsJobAbortConf\
ig",_AJACL="AwsJobAbortCriteriaList",_AJACw="AwsJobAbortCriteria",_AJERC="AwsJobExecutionsRolloutConfig",_AJERR="AwsJobExponentialRolloutRate",_AJPUC="AwsJobPre\
signedUrlConfig",_AJRIC="AwsJobRateIncreaseCriteria",_AJSCPC="AwsJsonSubstitutionCommandPreprocessorConfig",_AJTC="AwsJobTimeoutConfig",_AL="ActionList",_AMAEM="\
AuditMitigationActionExecutionMetadata",_AMAEML="AuditMitigationActionExecutionMetadataList",_AMATM="AuditMitigationActionsTaskMetadata",_AMATML="AuditMitigatio\
nActionsTaskMetadataList",_AMATS="AuditMitigationActionsTaskStatistics",_AMATT="AuditMitigationActionsTaskTarget",_AMTRVL="AdditionalMetricsToRetainV2List",_ANT="\
AuditNotificationTarget",_ANTC="AuditNotificationTargetConfigurations",_AP="AttributePayload",_APP="AttachPrincipalPolicy",_APPR="AttachPrincipalPolicyRequest",
_APR="AttachPolicyRequest",_APT="AssetPropertyTimestamp",_APV="AssetPropertyValue",_APVL="AssetPropertyValueList",_APVs="AssetPropertyVariant",_APt="AttachPolic\
y",_AR="AuthResult",_ARu="AuthResults",_AS="AuditSuppression",_ASL="AuditSuppressionList",_ASP="AttachSecurityProfile",_ASPR="AttachSecurityProfileRequest",_ASPRt="\
AttachSecurityProfileResponse",_ASWPV="AssociateSbomWithPackageVersion",_ASWPVR="AssociateSbomWithPackageVersionRequest",_ASWPVRs="AssociateSbomWithPackageVersi\
onResponse",_ASu="AuthorizerSummary",_AT="AggregationType",_ATM="AuditTaskMetadata",_ATML="AuditTaskMetadataList",_ATP="AttachThingPrincipal",_ATPR="AttachThing\
PrincipalRequest",_ATPRt="AttachThingPrincipalResponse",_ATTBG="AddThingToBillingGroup",_ATTBGR="AddThingToBillingGroupRequest",_ATTBGRd="AddThingToBillingGroup\
Response",_ATTTG="AddThingToThingGroup",_ATTTGP="AddThingsToThingGroupParams",_ATTTGR="AddThingToThingGroupRequest",_ATTTGRd="AddThingToThingGroupResponse",_ATWJ="\
AssociateTargetsWithJob",_ATWJR="AssociateTargetsWithJobRequest",_ATWJRs="AssociateTargetsWithJobResponse",_ATl="AlertTarget",_ATle="AlertTargets",_AV="ActiveVi\
olation",_AVc="ActiveViolations",_Al="Allowed",_Au="Authorizers",_B="Behavior",_BAT="BucketsAggregationType",_BC="BatchConfig",_BCe="BehaviorCriteria",_BGM="Bil\
lingGroupMetadata",_BGNAAL="BillingGroupNameAndArnList",_BGP="BillingGroupProperties",_BIN="BIN",_BMTS="BehaviorModelTrainingSummary",_BMTSe="BehaviorModelTrain\
ingSummaries",_B_="B",_Be="Behaviors",_Bu="Bucket",_Buc="Buckets",_C="Certificate",_CA="CreateAuthorizer",_CAA="CloudwatchAlarmAction",_CAC="CACertificate",_CACD="\
CACertificateDescription",_CACe="CACertificates",_CAMAT="CancelAuditMitigationActionsTask",_CAMATR="CancelAuditMitigationActionsTaskRequest",_CAMATRa="CancelAud\
itMitigationActionsTaskResponse",_CAR="CreateAuthorizerRequest",_CARr="CreateAuthorizerResponse",_CAS="CreateAuditSuppression",_CASR="CreateAuditSuppressionRequ\
est",_CASRr="CreateAuditSuppressionResponse",_CAT="CancelAuditTask",_CATN="ConnectivityApiThingName",_CATR="CancelAuditTaskRequest",_CATRa="CancelAuditTaskRespo\
nse",_CBG="CreateBillingGroup",_CBGR="CreateBillingGroupRequest",_CBGRr="CreateBillingGroupResponse",_CC="CreateCommand",_CCC="ClientCertificateConfig",_CCE="Ce\
rtificateConflictException",_CCFC="CreateCertificateFromCsr",_CCFCR="CreateCertificateFromCsrRequest",_CCFCRr="CreateCertificateFromCsrResponse",_CCM="CreateCus\
tomMetric",_CCMR="CreateCustomMetricRequest",_CCMRr="CreateCustomMetricResponse",_CCP="CreateCertificateProvider",_CCPR="CreateCertificateProviderRequest",_CCPRr="\
CreateCertificateProviderResponse",_CCR="CreateCommandRequest",_CCRr="CreateCommandResponse",_CCS="CustomCodeSigning",_CCT="CancelCertificateTransfer",_CCTR="Ca\
ncelCertificateTransferRequest",_CD="CertificateDescription",_CDA="ClearDefaultAuthorizer",_CDAR="ClearDefaultAuthorizerRequest",_CDARl="ClearDefaultAuthorizerR\
esponse",_CDC="CreateDomainConfiguration",_CDCR="CreateDomainConfigurationRequest",_CDCRr="CreateDomainConfigurationResponse",_CDMAT="CancelDetectMitigationActi\
onsTask",_CDMATR="CancelDetectMitigationActionsTaskRequest",_CDMATRa="CancelDetectMitigationActionsTaskResponse",_CDR="CreateDimensionRequest",_CDRr="CreateDime\
nsionResponse",_CDTG="CreateDynamicThingGroup",_CDTGR="CreateDynamicThingGroupRequest",_CDTGRr="CreateDynamicThingGroupResponse",_CDo="ConfigurationDetails",_CDr="\
CreateDimension",_CE="ConflictException",_CEPM="CommandExecutionParameterMap",_CER="CommandExecutionResult",_CERM="CommandExecutionResultMap",_CES="CommandExecu\
tionSummary",_CESL="CommandExecutionSummaryList",_CF="ConnectivityFilter",_CFM="CreateFleetMetric",_CFMR="CreateFleetMetricRequest",_CFMRr="CreateFleetMetricRes\
ponse",_CJ="CancelJob",_CJE="CancelJobExecution",_CJER="CancelJobExecutionRequest",_CJR="CancelJobRequest",_CJRa="CancelJobResponse",_CJRr="CreateJobRequest",_CJRre="\
CreateJobResponse",_CJT="CreateJobTemplate",_CJTR="CreateJobTemplateRequest",_CJTRr="CreateJobTemplateResponse",_CJr="CreateJob",_CKAC="CreateKeysAndCertificate",
_CKACR="CreateKeysAndCertificateRequest",_CKACRr="CreateKeysAndCertificateResponse",_CLA="CloudwatchLogsAction",_CMA="CloudwatchMetricAction",_CMAR="CreateMitig\
ationActionRequest",_CMARr="CreateMitigationActionResponse",_CMAr="CreateMitigationAction",_COTAU="CreateOTAUpdate",_COTAUR="CreateOTAUpdateRequest",_COTAURr="C\
reateOTAUpdateResponse",_CP="CommandParameter",_CPC="CreateProvisioningClaim",_CPCR="CreateProvisioningClaimRequest",_CPCRr="CreateProvisioningClaimResponse",_CPL="\
CommandParameterList",_CPR="CreatePackageRequest",_CPRr="CreatePackageResponse",_CPRre="CreatePolicyRequest",_CPRrea="CreatePolicyResponse",_CPS="CertificatePro\
viderSummary",_CPT="CreateProvisioningTemplate",_CPTR="CreateProvisioningTemplateRequest",_CPTRr="CreateProvisioningTemplateResponse",_CPTV="CreateProvisioningT\
emplateVersion",_CPTVR="CreateProvisioningTemplateVersionRequest",_CPTVRr="CreateProvisioningTemplateVersionResponse",_CPV="CommandParameterValue",_CPVC="Comman\
dParameterValueCondition",_CPVCL="CommandParameterValueConditionList",_CPVCO="CommandParameterValueComparisonOperand",_CPVNR="CommandParameterValueNumberRange",
_CPVR="CreatePackageVersionRequest",_CPVRr="CreatePackageVersionResponse",_CPVRre="CreatePolicyVersionRequest",_CPVRrea="CreatePolicyVersionResponse",_CPVr="Cre\
atePackageVersion",_CPVre="CreatePolicyVersion",_CPe="CertificateProviders",_CPo="CommandPayload",_CPom="CommandPreprocessor",_CPr="CreatePackage",_CPre="Create\
Policy",_CRA="CreateRoleAlias",_CRAR="CreateRoleAliasRequest",_CRARr="CreateRoleAliasResponse",_CRUE="ConflictingResourceUpdateException",_CS="CodeSigning",_CSA="\
CreateScheduledAudit",_CSAR="CreateScheduledAuditRequest",_CSARr="CreateScheduledAuditResponse",_CSCC="CodeSigningCertificateChain",_CSE="CertificateStateExcept\
ion",_CSL="CommandSummaryList",_CSP="CreateSecurityProfile",_CSPR="CreateSecurityProfileRequest",_CSPRr="CreateSecurityProfileResponse",_CSR="CreateStreamReques\
t",_CSRr="CreateStreamResponse",_CSS="CodeSigningSignature",_CSo="CommandSummary",_CSr="CreateStream",_CT="CreateThing",_CTG="CreateThingGroup",_CTGR="CreateThi\
ngGroupRequest",_CTGRr="CreateThingGroupResponse",_CTR="CreateThingRequest",_CTRD="ConfirmTopicRuleDestination",_CTRDR="ConfirmTopicRuleDestinationRequest",_CTRDRo="\
ConfirmTopicRuleDestinationResponse",_CTRDRr="CreateTopicRuleDestinationRequest",_CTRDRre="CreateTopicRuleDestinationResponse",_CTRDr="CreateTopicRuleDestinatio\
n",_CTRR="CreateTopicRuleRequest",_CTRr="CreateThingResponse",_CTRre="CreateTopicRule",_CTT="CreateThingType",_CTTR="CreateThingTypeRequest",_CTTRr="CreateThing\
TypeResponse",_CV="CertificateValidity",_CVE="CertificateValidationException",_Ce="Certificates",_Co="Configuration",_D="D",_DA="DeleteAuthorizer",_DAAC="Delete\
AccountAuditConfiguration",_DAACR="DeleteAccountAuditConfigurationRequest",_DAACRe="DeleteAccountAuditConfigurationResponse",_DAACRes="DescribeAccountAuditConfi\
gurationRequest",_DAACResc="DescribeAccountAuditConfigurationResponse",_DAACe="DescribeAccountAuditConfiguration",_DAF="DescribeAuditFinding",_DAFR="DescribeAud\
itFindingRequest",_DAFRe="DescribeAuditFindingResponse",_DAMAT="DescribeAuditMitigationActionsTask",_DAMATR="DescribeAuditMitigationActionsTaskRequest",_DAMATRe="\
DescribeAuditMitigationActionsTaskResponse",_DAR="DeleteAuthorizerRequest",_DARe="DeleteAuthorizerResponse",_DARes="DescribeAuthorizerRequest",_DAResc="Describe\
AuthorizerResponse",_DAS="DeleteAuditSuppression",_DASR="DeleteAuditSuppressionRequest",_DASRe="DeleteAuditSuppressionResponse",_DASRes="DescribeAuditSuppressio\
nRequest",_DASResc="DescribeAuditSuppressionResponse",_DASe="DescribeAuditSuppression",_DAT="DescribeAuditTask",_DATR="DescribeAuditTaskRequest",_DATRe="Describ\
eAuditTaskResponse",_DAe="DescribeAuthorizer",_DBG="DeleteBillingGroup",_DBGR="DeleteBillingGroupRequest",_DBGRe="DeleteBillingGroupResponse",_DBGRes="DescribeB\
illingGroupRequest",_DBGResc="DescribeBillingGroupResponse",_DBGe="DescribeBillingGroup",_DC="DomainConfigurations",_DCAC="DeleteCACertificate",_DCACR="DeleteCA\
CertificateRequest",_DCACRe="DeleteCACertificateResponse",_DCACRes="DescribeCACertificateRequest",_DCACResc="DescribeCACertificateResponse",_DCACe="DescribeCACe\
rtificate",_DCE="DeleteConflictException",_DCER="DeleteCommandExecutionRequest",_DCERe="DeleteCommandExecutionResponse",_DCEe="DeleteCommandExecution",_DCM="Del\
eteCustomMetric",_DCMR="DeleteCustomMetricRequest",_DCMRe="DeleteCustomMetricResponse",_DCMRes="DescribeCustomMetricRequest",_DCMResc="DescribeCustomMetricRespo\
nse",_DCMe="DescribeCustomMetric",_DCP="DeleteCertificateProvider",_DCPR="DeleteCertificateProviderRequest",_DCPRe="DeleteCertificateProviderResponse",_DCPRes="\
DescribeCertificateProviderRequest",_DCPResc="DescribeCertificateProviderResponse",_DCPe="DescribeCertificateProvider",_DCR="DeleteCertificateRequest",_DCRe="De\
leteCommandRequest",_DCRel="DeleteCommandResponse",_DCRes="DescribeCertificateRequest",_DCResc="DescribeCertificateResponse",_DCS="DomainConfigurationSummary",_DCe="\
DeleteCertificate",_DCel="DeleteCommand",_DCes="DescribeCertificate",_DD="DeleteDimension",_DDA="DescribeDefaultAuthorizer",_DDAR="DescribeDefaultAuthorizerRequ\
est",_DDARe="DescribeDefaultAuthorizerResponse",_DDBA="DynamoDBAction",_DDBAy="DynamoDBv2Action",_DDC="DeleteDomainConfiguration",_DDCR="DeleteDomainConfigurati\
onRequest",_DDCRe="DeleteDomainConfigurationResponse",_DDCRes="DescribeDomainConfigurationRequest",_DDCResc="DescribeDomainConfigurationResponse",_DDCe="Describ\
eDomainConfiguration",_DDMAT="DescribeDetectMitigationActionsTask",_DDMATR="DescribeDetectMitigationActionsTaskRequest",_DDMATRe="DescribeDetectMitigationAction\
sTaskResponse",_DDR="DeleteDimensionRequest",_DDRe="DeleteDimensionResponse",_DDRes="DescribeDimensionRequest",_DDResc="DescribeDimensionResponse",_DDTG="Delete\
DynamicThingGroup",_DDTGR="DeleteDynamicThingGroupRequest",_DDTGRe="DeleteDynamicThingGroupResponse",_DDe="DescribeDimension",_DE="DescribeEndpoint",_DEC="Descr\
ibeEncryptionConfiguration",_DECR="DescribeEncryptionConfigurationRequest",_DECRe="DescribeEncryptionConfigurationResponse",_DECRes="DescribeEventConfigurations\
Request",_DECResc="DescribeEventConfigurationsResponse",_DECe="DescribeEventConfigurations",_DER="DescribeEndpointRequest",_DERe="DescribeEndpointResponse",_DFM="\
DeleteFleetMetric",_DFMR="DeleteFleetMetricRequest",_DFMRe="DescribeFleetMetricRequest",_DFMRes="DescribeFleetMetricResponse",_DFMe="DescribeFleetMetric",_DI="D\
escribeIndex",_DIR="DescribeIndexRequest",_DIRe="DescribeIndexResponse",_DJ="DeleteJob",_DJE="DeleteJobExecution",_DJER="DeleteJobExecutionRequest",_DJERe="Desc\
ribeJobExecutionRequest",_DJERes="DescribeJobExecutionResponse",_DJEe="DescribeJobExecution",_DJR="DeleteJobRequest",_DJRe="DescribeJobRequest",_DJRes="Describe\
JobResponse",_DJT="DeleteJobTemplate",_DJTR="DeleteJobTemplateRequest",_DJTRe="DescribeJobTemplateRequest",_DJTRes="DescribeJobTemplateResponse",_DJTe="Describe\
JobTemplate",_DJe="DescribeJob",_DMA="DeleteMitigationAction",_DMAE="DetectMitigationActionExecution",_DMAEL="DetectMitigationActionExecutionList",_DMAR="Delete\
MitigationActionRequest",_DMARe="DeleteMitigationActionResponse",_DMARes="DescribeMitigationActionRequest",_DMAResc="DescribeMitigationActionResponse",_DMATS="D\
etectMitigationActionsTaskStatistics",_DMATSL="DetectMitigationActionsTaskSummaryList",_DMATSe="DetectMitigationActionsTaskSummary",_DMATT="DetectMitigationActi\
onsTaskTarget",_DMAe="DescribeMitigationAction",_DMJT="DescribeManagedJobTemplate",_DMJTR="DescribeManagedJobTemplateRequest",_DMJTRe="DescribeManagedJobTemplat\
eResponse",_DOTAU="DeleteOTAUpdate",_DOTAUR="DeleteOTAUpdateRequest",_DOTAURe="DeleteOTAUpdateResponse",_DP="DocumentParameter",_DPP="DetachPrincipalPolicy",_DPPR="\
DetachPrincipalPolicyRequest",_DPR="DeletePackageRequest",_DPRe="DeletePackageResponse",_DPRel="DeletePolicyRequest",_DPRet="DetachPolicyRequest",_DPT="DeletePr\
ovisioningTemplate",_DPTR="DeleteProvisioningTemplateRequest",_DPTRe="DeleteProvisioningTemplateResponse",_DPTRes="DescribeProvisioningTemplateRequest",_DPTResc="\
DescribeProvisioningTemplateResponse",_DPTV="DeleteProvisioningTemplateVersion",_DPTVR="DeleteProvisioningTemplateVersionRequest",_DPTVRe="DeleteProvisioningTem\
plateVersionResponse",_DPTVRes="DescribeProvisioningTemplateVersionRequest",_DPTVResc="DescribeProvisioningTemplateVersionResponse",_DPTVe="DescribeProvisioning\
TemplateVersion",_DPTe="DescribeProvisioningTemplate",_DPV="DeletePackageVersion",_DPVR="DeletePackageVersionRequest",_DPVRe="DeletePackageVersionResponse",_DPVRel="\
DeletePolicyVersionRequest",_DPVe="DeletePolicyVersion",_DPe="DeletePackage",_DPel="DeletePolicy",_DPet="DetachPolicy",_DPo="DocumentParameters",_DRA="DeleteRol\
eAlias",_DRAR="DeleteRoleAliasRequest",_DRARe="DeleteRoleAliasResponse",_DRARes="DescribeRoleAliasRequest",_DRAResc="DescribeRoleAliasResponse",_DRAe="DescribeR\
oleAlias",_DRC="DeleteRegistrationCode",_DRCR="DeleteRegistrationCodeRequest",_DRCRe="DeleteRegistrationCodeResponse",_DS="DeleteStream",_DSA="DeleteScheduledAu\
dit",_DSAR="DeleteScheduledAuditRequest",_DSARe="DeleteScheduledAuditResponse",_DSARes="DescribeScheduledAuditRequest",_DSAResc="DescribeScheduledAuditResponse",
_DSAe="DescribeScheduledAudit",_DSFPV="DisassociateSbomFromPackageVersion",_DSFPVR="DisassociateSbomFromPackageVersionRequest",_DSFPVRi="DisassociateSbomFromPac\
kageVersionResponse",_DSP="DeleteSecurityProfile",_DSPR="DeleteSecurityProfileRequest",_DSPRe="DeleteSecurityProfileResponse",_DSPRes="DescribeSecurityProfileRe\
quest",_DSPResc="DescribeSecurityProfileResponse",_DSPRet="DetachSecurityProfileRequest",_DSPReta="DetachSecurityProfileResponse",_DSPe="DescribeSecurityProfile",
_DSPet="DetachSecurityProfile",_DSR="DeleteStreamRequest",_DSRe="DeleteStreamResponse",_DSRes="DescribeStreamRequest",_DSResc="DescribeStreamResponse",_DSe="Des\
cribeStream",_DT="DeleteThing",_DTG="DeleteThingGroup",_DTGR="DeleteThingGroupRequest",_DTGRe="DeleteThingGroupResponse",_DTGRes="DescribeThingGroupRequest",_DTGResc="\
DescribeThingGroupResponse",_DTGe="DescribeThingGroup",_DTP="DetachThingPrincipal",_DTPR="DetachThingPrincipalRequest",_DTPRe="DetachThingPrincipalResponse",_DTR="\
DeleteThingRequest",_DTRD="DeleteTopicRuleDestination",_DTRDR="DeleteTopicRuleDestinationRequest",_DTRDRe="DeleteTopicRuleDestinationResponse",_DTRR="DeleteTopi\
cRuleRequest",_DTRRi="DisableTopicRuleRequest",_DTRT="DescribeThingRegistrationTask",_DTRTR="DescribeThingRegistrationTaskRequest",_DTRTRe="DescribeThingRegistr\
ationTaskResponse",_DTRe="DeleteThingResponse",_DTRel="DeleteTopicRule",_DTRes="DescribeThingRequest",_DTResc="DescribeThingResponse",_DTRi="DisableTopicRule",_DTT="\
DeleteThingType",_DTTR="DeleteThingTypeRequest",_DTTRe="DeleteThingTypeResponse",_DTTRep="DeprecateThingTypeRequest",_DTTRepr="DeprecateThingTypeResponse",_DTTRes="\
DescribeThingTypeRequest",_DTTResc="DescribeThingTypeResponse",_DTTe="DeprecateThingType",_DTTes="DescribeThingType",_DTe="DescribeThing",_DVLL="DeleteV2Logging\
Level",_DVLLR="DeleteV2LoggingLevelRequest",_De="Denied",_Des="Destination",_E="Enabled",_EA="ElasticsearchAction",_EC="EventConfigurations",_ED="ExplicitDeny",
_EI="ErrorInfo",_EITLP="EnableIoTLoggingParams",_EP="EffectivePolicy",_EPf="EffectivePolicies",_ERR="ExponentialRolloutRate",_ETR="EnableTopicRule",_ETRR="Enabl\
eTopicRuleRequest",_F="Field",_FA="FirehoseAction",_FL="FileLocation",_FMNAA="FleetMetricNameAndArn",_FMNAAL="FleetMetricNameAndArnList",_Fi="Fields",_GBA="GetB\
ucketsAggregation",_GBAR="GetBucketsAggregationRequest",_GBARe="GetBucketsAggregationResponse",_GBMTS="GetBehaviorModelTrainingSummaries",_GBMTSR="GetBehaviorMo\
delTrainingSummariesRequest",_GBMTSRe="GetBehaviorModelTrainingSummariesResponse",_GC="GetCardinality",_GCE="GetCommandExecution",_GCER="GetCommandExecutionRequ\
est",_GCERe="GetCommandExecutionResponse",_GCR="GetCardinalityRequest",_GCRe="GetCardinalityResponse",_GCRet="GetCommandRequest",_GCReto="GetCommandResponse",_GCe="\
GetCommand",_GEP="GetEffectivePolicies",_GEPR="GetEffectivePoliciesRequest",_GEPRe="GetEffectivePoliciesResponse",_GIC="GetIndexingConfiguration",_GICR="GetInde\
xingConfigurationRequest",_GICRe="GetIndexingConfigurationResponse",_GJD="GetJobDocument",_GJDR="GetJobDocumentRequest",_GJDRe="GetJobDocumentResponse",_GLF="Ge\
oLocationsFilter",_GLO="GetLoggingOptions",_GLOR="GetLoggingOptionsRequest",_GLORe="GetLoggingOptionsResponse",_GLT="GeoLocationTarget",_GNAA="GroupNameAndArn",
_GOTAU="GetOTAUpdate",_GOTAUR="GetOTAUpdateRequest",_GOTAURe="GetOTAUpdateResponse",_GP="GetPackage",_GPC="GetPackageConfiguration",_GPCR="GetPackageConfigurati\
onRequest",_GPCRe="GetPackageConfigurationResponse",_GPR="GetPackageRequest",_GPRe="GetPackageResponse",_GPRet="GetPercentilesRequest",_GPRete="GetPercentilesRe\
sponse",_GPReto="GetPolicyRequest",_GPRetol="GetPolicyResponse",_GPV="GetPackageVersion",_GPVR="GetPackageVersionRequest",_GPVRe="GetPackageVersionResponse",_GPVRet="\
GetPolicyVersionRequest",_GPVReto="GetPolicyVersionResponse",_GPVe="GetPolicyVersion",_GPe="GetPercentiles",_GPet="GetPolicy",_GRC="GetRegistrationCode",_GRCR="\
GetRegistrationCodeRequest",_GRCRe="GetRegistrationCodeResponse",_GS="GetStatistics",_GSR="GetStatisticsRequest",_GSRe="GetStatisticsResponse",_GTCD="GetThingCo\
nnectivityData",_GTCDR="GetThingConnectivityDataRequest",_GTCDRe="GetThingConnectivityDataResponse",_GTR="GetTopicRule",_GTRD="GetTopicRuleDestination",_GTRDR="\
GetTopicRuleDestinationRequest",_GTRDRe="GetTopicRuleDestinationResponse",_GTRR="GetTopicRuleRequest",_GTRRe="GetTopicRuleResponse",_GVLO="GetV2LoggingOptions",
_GVLOR="GetV2LoggingOptionsRequest",_GVLORe="GetV2LoggingOptionsResponse",_HA="HttpAction",_HAH="HttpActionHeader",_HAt="HttpAuthorization",_HC="HttpContext",_HL="\
HeaderList",_HUDC="HttpUrlDestinationConfiguration",_HUDP="HttpUrlDestinationProperties",_HUDS="HttpUrlDestinationSummary",_I="I",_IAA="IotAnalyticsAction",_IAE="\
InvalidAggregationException",_ICI="IssuerCertificateIdentifier",_ID="ImplicitDeny",_IDBA="InfluxDBAction",_IDBBC="InfluxDBBatchConfig",_IDBDC="InfluxDBDestinati\
onConfiguration",_IDBDP="InfluxDBDestinationProperties",_IDBDS="InfluxDBDestinationSummary",_IE="InternalException",_IEA="IotEventsAction",_IF="IndexingFilter",
_IFE="InternalFailureException",_INRE="IndexNotReadyException",_IQE="InvalidQueryException",_IRE="InvalidRequestException",_IREn="InvalidResponseException",_ISE="\
InternalServerException",_ISTE="InvalidStateTransitionException",_ISWA="IotSiteWiseAction",_J="Job",_JE="JobExecution",_JERC="JobExecutionsRetryConfig",_JERCo="\
JobExecutionsRolloutConfig",_JES="JobExecutionSummary",_JESD="JobExecutionStatusDetails",_JESFJ="JobExecutionSummaryForJob",_JESFJL="JobExecutionSummaryForJobLi\
st",_JESFT="JobExecutionSummaryForThing",_JESFTL="JobExecutionSummaryForThingList",_JPD="JobProcessDetails",_JS="JobSummary",_JSL="JobSummaryList",_JTS="JobTemp\
lateSummary",_JTSL="JobTemplateSummaryList",_K="Key",_KA="KafkaAction",_KAH="KafkaActionHeader",_KAi="KinesisAction",_KH="KafkaHeaders",_KP="KeyPair",_L="L",_LA="\
LambdaAction",_LAF="ListAuditFindings",_LAFR="ListAuditFindingsRequest",_LAFRi="ListAuditFindingsResponse",_LAMAE="ListAuditMitigationActionsExecutions",_LAMAER="\
ListAuditMitigationActionsExecutionsRequest",_LAMAERi="ListAuditMitigationActionsExecutionsResponse",_LAMAT="ListAuditMitigationActionsTasks",_LAMATR="ListAudit\
MitigationActionsTasksRequest",_LAMATRi="ListAuditMitigationActionsTasksResponse",_LAP="ListAttachedPolicies",_LAPR="ListAttachedPoliciesRequest",_LAPRi="ListAt\
tachedPoliciesResponse",_LAR="ListAuthorizersRequest",_LARi="ListAuthorizersResponse",_LAS="ListAuditSuppressions",_LASR="ListAuditSuppressionsRequest",_LASRi="\
ListAuditSuppressionsResponse",_LAT="ListAuditTasks",_LATR="ListAuditTasksRequest",_LATRi="ListAuditTasksResponse",_LAV="ListActiveViolations",_LAVR="ListActive\
ViolationsRequest",_LAVRi="ListActiveViolationsResponse",_LAi="ListAuthorizers",_LAo="LocationAction",_LBG="ListBillingGroups",_LBGR="ListBillingGroupsRequest",
_LBGRi="ListBillingGroupsResponse",_LC="ListCertificates",_LCAC="ListCACertificates",_LCACR="ListCACertificatesRequest",_LCACRi="ListCACertificatesResponse",_LCBCA="\
ListCertificatesByCA",_LCBCAR="ListCertificatesByCARequest",_LCBCARi="ListCertificatesByCAResponse",_LCE="ListCommandExecutions",_LCER="ListCommandExecutionsReq\
uest",_LCERi="ListCommandExecutionsResponse",_LCM="ListCustomMetrics",_LCMR="ListCustomMetricsRequest",_LCMRi="ListCustomMetricsResponse",_LCP="ListCertificateP\
roviders",_LCPR="ListCertificateProvidersRequest",_LCPRi="ListCertificateProvidersResponse",_LCR="ListCertificatesRequest",_LCRi="ListCertificatesResponse",_LCRis="\
ListCommandsRequest",_LCRist="ListCommandsResponse",_LCi="ListCommands",_LD="ListDimensions",_LDC="ListDomainConfigurations",_LDCR="ListDomainConfigurationsRequ\
est",_LDCRi="ListDomainConfigurationsResponse",_LDMAE="ListDetectMitigationActionsExecutions",_LDMAER="ListDetectMitigationActionsExecutionsRequest",_LDMAERi="L\
istDetectMitigationActionsExecutionsResponse",_LDMAT="ListDetectMitigationActionsTasks",_LDMATR="ListDetectMitigationActionsTasksRequest",_LDMATRi="ListDetectMi\
tigationActionsTasksResponse",_LDR="ListDimensionsRequest",_LDRi="ListDimensionsResponse",_LEC="LogEventConfiguration",_LECo="LogEventConfigurations",_LEE="Limi\
tExceededException",_LFM="ListFleetMetrics",_LFMR="ListFleetMetricsRequest",_LFMRi="ListFleetMetricsResponse",_LI="ListIndices",_LIR="ListIndicesRequest",_LIRi="\
ListIndicesResponse",_LJ="ListJobs",_LJEFJ="ListJobExecutionsForJob",_LJEFJR="ListJobExecutionsForJobRequest",_LJEFJRi="ListJobExecutionsForJobResponse",_LJEFT="\
ListJobExecutionsForThing",_LJEFTR="ListJobExecutionsForThingRequest",_LJEFTRi="ListJobExecutionsForThingResponse",_LJR="ListJobsRequest",_LJRi="ListJobsRespons\
e",_LJT="ListJobTemplates",_LJTR="ListJobTemplatesRequest",_LJTRi="ListJobTemplatesResponse",_LMA="ListMitigationActions",_LMAR="ListMitigationActionsRequest",_LMARi="\
ListMitigationActionsResponse",_LMJT="ListManagedJobTemplates",_LMJTR="ListManagedJobTemplatesRequest",_LMJTRi="ListManagedJobTemplatesResponse",_LMV="ListMetri\
cValues",_LMVR="ListMetricValuesRequest",_LMVRi="ListMetricValuesResponse",_LOC="ListOutgoingCertificates",_LOCR="ListOutgoingCertificatesRequest",_LOCRi="ListO\
utgoingCertificatesResponse",_LOP="LoggingOptionsPayload",_LOTAU="ListOTAUpdates",_LOTAUR="ListOTAUpdatesRequest",_LOTAURi="ListOTAUpdatesResponse",_LP="ListPac\
kages",_LPP="ListPolicyPrincipals",_LPPR="ListPolicyPrincipalsRequest",_LPPRi="ListPolicyPrincipalsResponse",_LPPRis="ListPrincipalPoliciesRequest",_LPPRist="Li\
stPrincipalPoliciesResponse",_LPPi="ListPrincipalPolicies",_LPR="ListPackagesRequest",_LPRi="ListPackagesResponse",_LPRis="ListPoliciesRequest",_LPRist="ListPol\
iciesResponse",_LPT="ListPrincipalThings",_LPTR="ListPrincipalThingsRequest",_LPTRi="ListPrincipalThingsResponse",_LPTRis="ListProvisioningTemplatesRequest",_LPTRist="\
ListProvisioningTemplatesResponse",_LPTV="ListPrincipalThingsV2",_LPTVR="ListPrincipalThingsV2Request",_LPTVRi="ListPrincipalThingsV2Response",_LPTVRis="ListPro\
visioningTemplateVersionsRequest",_LPTVRist="ListProvisioningTemplateVersionsResponse",_LPTVi="ListProvisioningTemplateVersions",_LPTi="ListProvisioningTemplate\
s",_LPV="ListPackageVersions",_LPVR="ListPackageVersionsRequest",_LPVRi="ListPackageVersionsResponse",_LPVRis="ListPolicyVersionsRequest",_LPVRist="ListPolicyVe\
rsionsResponse",_LPVi="ListPolicyVersions",_LPi="ListPolicies",_LRA="ListRoleAliases",_LRAR="ListRoleAliasesRequest",_LRARi="ListRoleAliasesResponse",_LRRFAF="L\
istRelatedResourcesForAuditFinding",_LRRFAFR="ListRelatedResourcesForAuditFindingRequest",_LRRFAFRi="ListRelatedResourcesForAuditFindingResponse",_LS="ListStrea\
ms",_LSA="ListScheduledAudits",_LSAR="ListScheduledAuditsRequest",_LSARi="ListScheduledAuditsResponse",_LSP="ListSecurityProfiles",_LSPFT="ListSecurityProfilesF\
orTarget",_LSPFTR="ListSecurityProfilesForTargetRequest",_LSPFTRi="ListSecurityProfilesForTargetResponse",_LSPR="ListSecurityProfilesRequest",_LSPRi="ListSecuri\
tyProfilesResponse",_LSR="ListStreamsRequest",_LSRi="ListStreamsResponse",_LSVR="ListSbomValidationResults",_LSVRR="ListSbomValidationResultsRequest",_LSVRRi="L\
istSbomValidationResultsResponse",_LT="LocationTimestamp",_LTC="LogTargetConfiguration",_LTCo="LogTargetConfigurations",_LTFP="ListTargetsForPolicy",_LTFPR="Lis\
tTargetsForPolicyRequest",_LTFPRi="ListTargetsForPolicyResponse",_LTFR="ListTagsForResource",_LTFRR="ListTagsForResourceRequest",_LTFRRi="ListTagsForResourceRes\
ponse",_LTFSP="ListTargetsForSecurityProfile",_LTFSPR="ListTargetsForSecurityProfileRequest",_LTFSPRi="ListTargetsForSecurityProfileResponse",_LTG="ListThingGro\
ups",_LTGFT="ListThingGroupsForThing",_LTGFTR="ListThingGroupsForThingRequest",_LTGFTRi="ListThingGroupsForThingResponse",_LTGR="ListThingGroupsRequest",_LTGRi="\
ListThingGroupsResponse",_LTIBG="ListThingsInBillingGroup",_LTIBGR="ListThingsInBillingGroupRequest",_LTIBGRi="ListThingsInBillingGroupResponse",_LTITG="ListThi\
ngsInThingGroup",_LTITGR="ListThingsInThingGroupRequest",_LTITGRi="ListThingsInThingGroupResponse",_LTP="ListThingPrincipals",_LTPR="ListThingPrincipalsRequest",
_LTPRi="ListThingPrincipalsResponse",_LTPV="ListThingPrincipalsV2",_LTPVR="ListThingPrincipalsV2Request",_LTPVRi="ListThingPrincipalsV2Response",_LTR="ListThing\
sRequest",_LTRD="ListTopicRuleDestinations",_LTRDR="ListTopicRuleDestinationsRequest",_LTRDRi="ListTopicRuleDestinationsResponse",_LTRR="ListTopicRulesRequest",
_LTRRi="ListTopicRulesResponse",_LTRT="ListThingRegistrationTasks",_LTRTR="ListThingRegistrationTasksRequest",_LTRTRR="ListThingRegistrationTaskReportsRequest",
_LTRTRRi="ListThingRegistrationTaskReportsResponse",_LTRTRi="ListThingRegistrationTasksResponse",_LTRTRis="ListThingRegistrationTaskReports",_LTRi="ListThingsRe\
sponse",_LTRis="ListTopicRules",_LTT="ListThingTypes",_LTTR="ListThingTypesRequest",_LTTRi="ListThingTypesResponse",_LTi="ListThings",_LTo="LogTarget",_LVE="Lis\
tViolationEvents",_LVER="ListViolationEventsRequest",_LVERi="ListViolationEventsResponse",_LVLL="ListV2LoggingLevels",_LVLLR="ListV2LoggingLevelsRequest",_LVLLRi="\
ListV2LoggingLevelsResponse",_MA="MitigationAction",_MAI="MitigationActionIdentifier",_MAIL="MitigationActionIdentifierList",_MAL="MitigationActionList",_MAP="M\
itigationActionParams",_MC="Mqtt5Configuration",_MCq="MqttContext",_MD="MetricDatum",_MDL="MetricDatumList",_MDe="MetricDimension",_MEC="MetricsExportConfig",_MH="\
MqttHeaders",_MJTS="ManagedJobTemplateSummary",_MJTSL="ManagedJobTemplatesSummaryList",_MLDC="MachineLearningDetectionConfig",_MPE="MalformedPolicyException",_MTR="\
MetricToRetain",_MV="MetricValue",_MW="MaintenanceWindow",_MWa="MaintenanceWindows",_NCE="NotConfiguredException",_NCR="NonCompliantResource",_OC="OutgoingCerti\
ficate",_OCu="OutgoingCertificates",_OSA="OpenSearchAction",_OTAUF="OTAUpdateFile",_OTAUFp="OTAUpdateFiles",_OTAUI="OTAUpdateInfo",_OTAUS="OTAUpdateSummary",_OTAUSp="\
OTAUpdatesSummary",_P="Policy",_PA="PropagatingAttribute",_PAL="PropagatingAttributeList",_PAPVE="PutAssetPropertyValueEntry",_PAPVEL="PutAssetPropertyValueEntr\
yList",_PFTSP="PublishFindingToSnsParams",_PH="ProvisioningHook",_PII="PutItemInput",_PK="PrivateKey",_PKu="PublicKey",_PP="PercentPair",_PS="PackageSummary",_PSL="\
PackageSummaryList",_PTL="ProvisioningTemplateListing",_PTO="PrincipalThingObject",_PTOr="PrincipalThingObjects",_PTS="ProvisioningTemplateSummary",_PTVL="Provi\
sioningTemplateVersionListing",_PTVS="ProvisioningTemplateVersionSummary",_PUC="PresignedUrlConfig",_PV="PolicyVersion",_PVA="PackageVersionArtifact",_PVI="Poli\
cyVersionIdentifier",_PVR="PackageVersionRecipe",_PVS="PackageVersionSummary",_PVSL="PackageVersionSummaryList",_PVSOV="PutVerificationStateOnViolation",_PVSOVR="\
PutVerificationStateOnViolationRequest",_PVSOVRu="PutVerificationStateOnViolationResponse",_PVo="PolicyVersions",_Pe="Percentiles",_Po="Policies",_RA="Republish\
Action",_RAD="RoleAliasDescription",_RAEE="ResourceAlreadyExistsException",_RAe="ResourceAttributes",_RC="RegistrationConfig",_RCAC="RegisterCACertificate",_RCACR="\
RegisterCACertificateRequest",_RCACRe="RegisterCACertificateResponse",_RCL="RetryCriteriaList",_RCR="RegisterCertificateRequest",_RCRe="RegisterCertificateRespo\
nse",_RCT="RejectCertificateTransfer",_RCTR="RejectCertificateTransferRequest",_RCVE="RegistrationCodeValidationException",_RCWCA="RegisterCertificateWithoutCA",
_RCWCAR="RegisterCertificateWithoutCARequest",_RCWCARe="RegisterCertificateWithoutCAResponse",_RCe="RetryCriteria",_RCeg="RegisterCertificate",_RD="ResourceDesc\
ription",_RDPVP="ReplaceDefaultPolicyVersionParams",_RI="ResourceIdentifier",_RIC="RateIncreaseCriteria",_RNFE="ResourceNotFoundException",_RR="RelatedResource",
_RRFE="ResourceRegistrationFailureException",_RRe="RelatedResources",_RT="RegisterThing",_RTFBG="RemoveThingFromBillingGroup",_RTFBGR="RemoveThingFromBillingGro\
upRequest",_RTFBGRe="RemoveThingFromBillingGroupResponse",_RTFTG="RemoveThingFromThingGroup",_RTFTGR="RemoveThingFromThingGroupRequest",_RTFTGRe="RemoveThingFro\
mThingGroupResponse",_RTR="RegisterThingRequest",_RTRR="ReplaceTopicRuleRequest",_RTRe="RegisterThingResponse",_RTRep="ReplaceTopicRule",_S="S",_SA="S3Action",_SAM="\
ScheduledAuditMetadata",_SAMAT="StartAuditMitigationActionsTask",_SAMATR="StartAuditMitigationActionsTaskRequest",_SAMATRt="StartAuditMitigationActionsTaskRespo\
nse",_SAML="ScheduledAuditMetadataList",_SAa="SalesforceAction",_SAn="SnsAction",_SAq="SqsAction",_SC="SchedulingConfig",_SCC="ServerCertificateConfig",_SCS="Se\
rverCertificateSummary",_SCe="ServerCertificates",_SD="S3Destination",_SDA="SetDefaultAuthorizer",_SDAR="SetDefaultAuthorizerRequest",_SDARe="SetDefaultAuthoriz\
erResponse",_SDMAT="StartDetectMitigationActionsTask",_SDMATR="StartDetectMitigationActionsTaskRequest",_SDMATRt="StartDetectMitigationActionsTaskResponse",_SDPV="\
SetDefaultPolicyVersion",_SDPVR="SetDefaultPolicyVersionRequest",_SF="StreamFile",_SFA="StepFunctionsAction",_SFt="StreamFiles",_SI="SourceIp",_SIR="SearchIndex\
Request",_SIRe="SearchIndexResponse",_SIe="SearchIndex",_SIt="StreamInfo",_SJR="ScheduledJobRollout",_SJRL="ScheduledJobRolloutList",_SL="S3Location",_SLO="SetL\
oggingOptions",_SLOR="SetLoggingOptionsRequest",_SODAT="StartOnDemandAuditTask",_SODATR="StartOnDemandAuditTaskRequest",_SODATRt="StartOnDemandAuditTaskResponse",
_SP="SourcePort",_SPE="SqlParseException",_SPI="SecurityProfileIdentifier",_SPIe="SecurityProfileIdentifiers",_SPP="SigningProfileParameter",_SPT="SecurityProfi\
leTarget",_SPTM="SecurityProfileTargetMapping",_SPTMe="SecurityProfileTargetMappings",_SPTe="SecurityProfileTargets",_SQEE="ServiceQuotaExceededException",_SR="\
StatusReason",_SS="StreamSummary",_SSJP="StartSigningJobParameter",_SSt="StreamsSummary",_ST="StatisticalThreshold",_STRT="StartThingRegistrationTask",_STRTR="S\
tartThingRegistrationTaskRequest",_STRTRt="StartThingRegistrationTaskResponse",_STRTRto="StopThingRegistrationTaskRequest",_STRTRtop="StopThingRegistrationTaskR\
esponse",_STRTt="StopThingRegistrationTask",_SUE="ServiceUnavailableException",_SVA="SigV4Authorization",_SVLL="SetV2LoggingLevel",_SVLLR="SetV2LoggingLevelRequ\
est",_SVLO="SetV2LoggingOptions",_SVLOR="SetV2LoggingOptionsRequest",_SVRS="SbomValidationResultSummary",_SVRSL="SbomValidationResultSummaryList",_Sb="Sbom",_St="\
Statistics",_Str="Stream",_T="Tag",_TA="TermsAggregation",_TACE="TransferAlreadyCompletedException",_TAEE="TaskAlreadyExistsException",_TAL="ThingAttributeList",
_TAR="TestAuthorizationRequest",_TARe="TestAuthorizationResponse",_TAe="TestAuthorization",_TAh="ThingAttribute",_TAi="TimestreamAction",_TC="ThingConnectivity",
_TCE="TransferConflictException",_TCR="TransferCertificateRequest",_TCRr="TransferCertificateResponse",_TCi="TimeoutConfig",_TCl="TlsConfig",_TCls="TlsContext",
_TCr="TransferCertificate",_TD="ThingDocument",_TDL="ThingDocumentList",_TDLi="TimestreamDimensionList",_TDi="TimestreamDimension",_TDr="TransferData",_TE="Thro\
ttlingException",_TF="TimeFilter",_TGD="ThingGroupDocument",_TGDL="ThingGroupDocumentList",_TGIC="ThingGroupIndexingConfiguration",_TGM="ThingGroupMetadata",_TGNAAL="\
ThingGroupNameAndArnList",_TGP="ThingGroupProperties",_TI="TargetIp",_TIA="TestInvokeAuthorizer",_TIAR="TestInvokeAuthorizerRequest",_TIARe="TestInvokeAuthorize\
rResponse",_TIC="ThingIndexingConfiguration",_TL="TagList",_TP="TargetPort",_TPO="ThingPrincipalObject",_TPOh="ThingPrincipalObjects",_TR="TopicRule",_TRD="Topi\
cRuleDestination",_TRDC="TopicRuleDestinationConfiguration",_TRDS="TopicRuleDestinationSummary",_TRDSo="TopicRuleDestinationSummaries",_TRL="TopicRuleList",_TRLI="\
TopicRuleListItem",_TRP="TopicRulePayload",_TRR="TagResourceRequest",_TRRa="TagResourceResponse",_TRa="TagResource",_TS="TaskStatistics",_TSFAC="TaskStatisticsF\
orAuditCheck",_TT="TimestreamTimestamp",_TTD="ThingTypeDefinition",_TTL="ThingTypeList",_TTM="ThingTypeMetadata",_TTP="ThingTypeProperties",_UA="UpdateAuthorize\
r",_UAAC="UpdateAccountAuditConfiguration",_UAACR="UpdateAccountAuditConfigurationRequest",_UAACRp="UpdateAccountAuditConfigurationResponse",_UAR="UpdateAuthori\
zerRequest",_UARp="UpdateAuthorizerResponse",_UAS="UpdateAuditSuppression",_UASR="UpdateAuditSuppressionRequest",_UASRp="UpdateAuditSuppressionResponse",_UBG="U\
pdateBillingGroup",_UBGR="UpdateBillingGroupRequest",_UBGRp="UpdateBillingGroupResponse",_UC="UpdateCertificate",_UCAC="UpdateCACertificate",_UCACP="UpdateCACer\
tificateParams",_UCACR="UpdateCACertificateRequest",_UCM="UpdateCustomMetric",_UCMR="UpdateCustomMetricRequest",_UCMRp="UpdateCustomMetricResponse",_UCP="Update\
CertificateProvider",_UCPR="UpdateCertificateProviderRequest",_UCPRp="UpdateCertificateProviderResponse",_UCR="UpdateCertificateRequest",_UCRp="UpdateCommandReq\
uest",_UCRpd="UpdateCommandResponse",_UCp="UpdateCommand",_UD="UpdateDimension",_UDC="UpdateDomainConfiguration",_UDCP="UpdateDeviceCertificateParams",_UDCR="Up\
dateDomainConfigurationRequest",_UDCRp="UpdateDomainConfigurationResponse",_UDR="UpdateDimensionRequest",_UDRp="UpdateDimensionResponse",_UDTG="UpdateDynamicThi\
ngGroup",_UDTGR="UpdateDynamicThingGroupRequest",_UDTGRp="UpdateDynamicThingGroupResponse",_UE="UnauthorizedException",_UEC="UpdateEncryptionConfiguration",_UECR="\
UpdateEncryptionConfigurationRequest",_UECRp="UpdateEncryptionConfigurationResponse",_UECRpd="UpdateEventConfigurationsRequest",_UECRpda="UpdateEventConfigurati\
onsResponse",_UECp="UpdateEventConfigurations",_UFM="UpdateFleetMetric",_UFMR="UpdateFleetMetricRequest",_UIC="UpdateIndexingConfiguration",_UICR="UpdateIndexin\
gConfigurationRequest",_UICRp="UpdateIndexingConfigurationResponse",_UJ="UpdateJob",_UJR="UpdateJobRequest",_UL="UL",_UMA="UpdateMitigationAction",_UMAR="Update\
MitigationActionRequest",_UMARp="UpdateMitigationActionResponse",_UP="UserProperty",_UPC="UpdatePackageConfiguration",_UPCR="UpdatePackageConfigurationRequest",
_UPCRp="UpdatePackageConfigurationResponse",_UPR="UpdatePackageRequest",_UPRp="UpdatePackageResponse",_UPT="UpdateProvisioningTemplate",_UPTR="UpdateProvisionin\
gTemplateRequest",_UPTRp="UpdateProvisioningTemplateResponse",_UPV="UpdatePackageVersion",_UPVR="UpdatePackageVersionRequest",_UPVRp="UpdatePackageVersionRespon\
se",_UPp="UpdatePackage",_UPs="UserProperties",_UR="UntagResource",_URA="UpdateRoleAlias",_URAR="UpdateRoleAliasRequest",_URARp="UpdateRoleAliasResponse",_URR="\
UntagResourceRequest",_URRn="UntagResourceResponse",_US="UpdateStream",_USA="UpdateScheduledAudit",_USAR="UpdateScheduledAuditRequest",_USARp="UpdateScheduledAu\
ditResponse",_USP="UpdateSecurityProfile",_USPR="UpdateSecurityProfileRequest",_USPRp="UpdateSecurityProfileResponse",_USR="UpdateStreamRequest",_USRp="UpdateSt\
reamResponse",_UT="UpdateThing",_UTG="UpdateThingGroup",_UTGFT="UpdateThingGroupsForThing",_UTGFTR="UpdateThingGroupsForThingRequest",_UTGFTRp="UpdateThingGroup\
sForThingResponse",_UTGR="UpdateThingGroupRequest",_UTGRp="UpdateThingGroupResponse",_UTR="UpdateThingRequest",_UTRD="UpdateTopicRuleDestination",_UTRDR="Update\
TopicRuleDestinationRequest",_UTRDRp="UpdateTopicRuleDestinationResponse",_UTRp="UpdateThingResponse",_UTT="UpdateThingType",_UTTR="UpdateThingTypeRequest",_UTTRp="\
UpdateThingTypeResponse",_V="Value",_VCE="VersionConflictException",_VDC="VpcDestinationConfiguration",_VDP="VpcDestinationProperties",_VDS="VpcDestinationSumma\
ry",_VE="ValidationException",_VEAI="ViolationEventAdditionalInfo",_VEI="VpcEndpointId",_VEOR="ViolationEventOccurrenceRange",_VEa="ValidationError",_VEal="Vali\
dationErrors",_VEi="ViolationEvent",_VEio="ViolationEvents",_VLEE="VersionsLimitExceededException",_VSPB="ValidateSecurityProfileBehaviors",_VSPBR="ValidateSecu\
rityProfileBehaviorsRequest",_VSPBRa="ValidateSecurityProfileBehaviorsResponse",_VUBJC="VersionUpdateByJobsConfig",_a="action",_aA="authorizerArn",_aAO="allowAu\
thorizerOverride",_aAR="allowAutoRegistration",_aAc="actionArn",_aC="authorizerConfig",_aCC="auditCheckConfigurations",_aCL="abortCriteriaList",_aCTAM="auditChe\
ckToActionsMapping",_aCTRCF="auditCheckToReasonCodeFilter",_aCb="abortConfig",_aD="authDecision",_aDFO="accountDefaultForOperations",_aDc="actionsDefinition",_aDcc="\
acceptDate",_aDu="auditDetails",_aDut="authorizerDescription",_aE="actionsExecuted",_aEc="actionsExecutions",_aF="aggregationField",_aFA="authorizerFunctionArn",
_aFc="actionsFailed",_aI="actionId",_aIJA="awsIotJobArn",_aIJI="awsIotJobId",_aISV="awsIotSqlVersion",_aIc="actionIdentifiers",_aId="additionalInfo",_aIs="asset\
Id",_aIu="authInfo",_aIut="authInfos",_aJAC="awsJobAbortConfig",_aJERC="awsJobExecutionsRolloutConfig",_aJPUC="awsJobPresignedUrlConfig",_aJS="awsJsonSubstituti\
on",_aJTC="awsJobTimeoutConfig",_aMTR="additionalMetricsToRetain",_aMTRV="additionalMetricsToRetainV2",_aN="actionName",_aNTC="auditNotificationTargetConfigurat\
ions",_aNl="alarmName",_aNt="attributeName",_aNu="authorizerName",_aO="ascendingOrder",_aP="applicationProtocol",_aPc="actionParams",_aPd="additionalParameters",
_aPt="attributePayload",_aR="authResults",_aRS="autoRegistrationStatus",_aS="actionsSkipped",_aSBTO="approximateSecondsBeforeTimedOut",_aSJI="awsSignerJobId",_aSc="\
actionStatus",_aT="actionType",_aTA="alertTargetArn",_aTI="auditTaskId",_aTTTGP="addThingsToThingGroupParams",_aTg="aggregationType",_aTl="alertTargets",_aTu="a\
uthenticationType",_aV="activeViolations",_aVt="attributeValue",_ac="account",_act="actions",_af="after",_al="allowed",_ar="arn",_art="artifact",_at="attributes",
_au="auth",_aut="authorizers",_av="average",_b="behavior",_bAT="batchAcrossTopics",_bATu="bucketsAggregationType",_bC="batchConfig",_bCT="behaviorCriteriaType",
_bG="billingGroups",_bGA="billingGroupArn",_bGD="billingGroupDescription",_bGI="billingGroupId",_bGM="billingGroupMetadata",_bGN="billingGroupName",_bGP="billin\
gGroupProperties",_bM="batchMode",_bN="behaviorName",_bNu="bucketName",_bRPM="baseRatePerMinute",_bS="beforeSubstitution",_bV="booleanValue",_be="behaviors",_bef="\
before",_bu="buckets",_buc="bucket",_c="client",_cA="cloudwatchAlarm",_cAa="cannedAcl",_cAe="certificateArn",_cAh="channelArn",_cAo="commandArn",_cAom="complete\
dAt",_cAon="connectionAttribute",_cAr="createdAt",_cC="checkCompliant",_cCC="clientCertificateConfig",_cCCA="clientCertificateCallbackArn",_cCI="caCertificateId",
_cCP="caCertificatePem",_cCS="customCodeSigning",_cCa="caCertificate",_cCan="canceledChecks",_cCe="certificateChain",_cCo="compliantChecks",_cD="creationDate",_cDS="\
credentialDurationSeconds",_cDTA="consecutiveDatapointsToAlarm",_cDTC="consecutiveDatapointsToClear",_cDe="certificateDescription",_cDo="configurationDetails",_cDor="\
correlationData",_cDr="createDate",_cE="commandExecutions",_cF="customFields",_cFC="canceledFindingsCount",_cI="certificateId",_cIPI="cognitoIdentityPoolId",_cIl="\
clientId",_cIo="commandId",_cL="criteriaList",_cLl="cloudwatchLogs",_cLo="confidenceLevel",_cM="cloudwatchMetric",_cMe="certificateMode",_cN="checkName",_cNe="c\
ertificateName",_cNh="channelName",_cO="comparisonOperator",_cP="certificatePem",_cPA="certificateProviderArn",_cPN="certificateProviderName",_cPNo="commandPara\
meterName",_cPOD="certificatePathOnDevice",_cPe="certificateProviders",_cPl="clientProperties",_cRS="checkRunStatus",_cRT="clientRequestToken",_cS="configuratio\
nStatus",_cSR="certificateSigningRequest",_cSl="cleanSession",_cSo="codeSigning",_cT="clientToken",_cTF="completedTimeFilter",_cTo="contentType",_cTon="confirma\
tionToken",_cU="confirmationUrl",_cV="customerVersion",_ca="cardinality",_ce="certificates",_ci="cidrs",_co="comment",_cod="code",_com="commands",_con="configur\
ation",_conn="connected",_conne="connectivity",_cont="content",_cou="count",_cr="criteria",_d="description",_dA="destinationArn",_dAIS="disconnectAfterInSeconds",
_dAL="disableAllLogs",_dAMTR="deleteAdditionalMetricsToRetain",_dAN="defaultAuthorizerName",_dAT="deleteAlertTargets",_dB="deleteBehaviors",_dC="destinationConf\
iguration",_dCA="domainConfigurationArn",_dCAe="deviceCertificateArn",_dCI="defaultClientId",_dCIe="deviceCertificateId",_dCN="domainConfigurationName",_dCP="da\
tapointsCollectionPercentage",_dCS="domainConfigurationStatus",_dCo="domainConfigurations",_dD="deviceDefender",_dDB="dynamoDB",_dDBy="dynamoDBv2",_dDIM="device\
DefenderIndexingMode",_dDe="deprecationDate",_dI="deviceId",_dIM="durationInMinutes",_dLL="defaultLogLevel",_dM="detailsMap",_dMEC="deleteMetricsExportConfig",_dN="\
displayName",_dNa="databaseName",_dNi="dimensionNames",_dNim="dimensionName",_dNo="domainName",_dOM="dayOfMonth",_dOW="dayOfWeek",_dP="documentParameters",_dPV="\
destinationPackageVersions",_dR="disconnectReason",_dS="durationSeconds",_dSA="deleteScheduledAudits",_dSN="deliveryStreamName",_dSe="deleteStream",_dSes="desti\
nationSummaries",_dSo="documentSource",_dT="domainType",_dV="defaultValue",_dVI="defaultVersionId",_dVN="defaultVersionName",_dVO="dimensionValueOperator",_dVo="\
doubleValue",_de="denied",_dep="deprecated",_des="destination",_di="dimensions",_do="document",_e="error",_eA="endpointAddress",_eAr="errorAction",_eB="enableBa\
tching",_eBn="endBehavior",_eC="errorCode",_eCFH="enableCachingForHttp",_eCv="eventConfigurations",_eD="expirationDate",_eDx="explicitDeny",_eED="executionEndDa\
te",_eI="executionId",_eIS="expiresInSec",_eITLP="enableIoTLoggingParams",_eIn="entryId",_eIr="errorInfo",_eM="exportMetric",_eMr="errorMessage",_eN="executionN\
umber",_eNP="executionNamePrefix",_eOCSPC="enableOCSPCheck",_eP="effectivePolicies",_eR="exponentialRate",_eRr="errorReason",_eS="executionSummaries",_eSD="exec\
utionStartDate",_eT="endTime",_eTS="executionTimeoutSeconds",_eTn="encryptionType",_eTnd="endpointType",_eTv="eventType",_eV="expectedVersion",_el="elasticsearc\
h",_en="enabled",_end="endpoint",_env="environments",_ex="expiration",_exa="example",_exe="execution",_f="firehose",_fA="functionArn",_fC="failureCount",_fCa="f\
ailedChecks",_fCo="forceCanceled",_fD="forceDelete",_fDAWSJ="forceDeleteAWSJob",_fFC="failedFindingsCount",_fI="findingId",_fIi="findingIds",_fIil="fileId",_fL="\
fileLocation",_fM="fleetMetrics",_fN="fileName",_fT="failureType",_fTi="findingTime",_fTil="fileType",_fV="fileVersion",_fi="files",_fil="filter",_fin="finding",
_find="findings",_fo="force",_fr="frequency",_gA="groupArn",_gI="generationId",_gL="geoLocations",_gN="groupName",_h="http",_hA="hashAlgorithm",_hC="httpContext",
_hE="httpError",_hH="httpHeader",_hKF="hashKeyField",_hKT="hashKeyType",_hKV="hashKeyValue",_hQ="httpQuery",_hUC="httpUrlConfiguration",_hUP="httpUrlProperties",
_hUS="httpUrlSummary",_he="headers",_i="index",_iA="iotAnalytics",_iAO="isAscendingOrder",_iAs="isAuthenticated",_iC="isConcurrent",_iCI="issuerCertificateIdent\
ifier",_iCS="issuerCertificateSubject",_iCSN="issuerCertificateSerialNumber",_iD="inlineDocument",_iDB="influxDB",_iDBC="influxDBConfiguration",_iDBP="influxDBP\
roperties",_iDBS="influxDBSummary",_iDBV="influxDBVersion",_iDV="isDefaultVersion",_iDm="implicitDeny",_iE="iotEvents",_iF="incrementFactor",_iFB="inputFileBuck\
et",_iFK="inputFileKey",_iI="issuerId",_iN="indexName",_iNn="inputName",_iNnd="indexNames",_iOAV="includeOnlyActiveViolations",_iPC="inProgressChecks",_iPTIM="i\
nProgressTimeoutInMinutes",_iR="includeResult",_iRA="iamRoleArn",_iS="isSuppressed",_iSA="includeSuppressedAlerts",_iSI="includeSocketInformation",_iSW="iotSite\
Wise",_iSn="indexStatus",_iT="idempotencyToken",_iV="integerValue",_id="id",_j="job",_jA="jobArn",_jERC="jobExecutionsRolloutConfig",_jERCo="jobExecutionsRetryC\
onfig",_jES="jobExecutionSummary",_jI="jobId",_jPD="jobProcessDetails",_jT="jobTemplates",_jTA="jobTemplateArn",_jTI="jobTemplateId",_jo="jobs",_k="kinesis",_kAD="\
keepAliveDuration",_kARA="kmsAccessRoleArn",_kKA="kmsKeyArn",_kP="keyPair",_kV="keyValue",_ka="kafka",_ke="key",_l="lambda",_lD="logDestination",_lFA="lambdaFun\
ctionArn",_lGN="logGroupName",_lL="logLevel",_lMD="lastModifiedDate",_lMRD="lastModelRefreshDate",_lOP="loggingOptionsPayload",_lSA="listSuppressedAlerts",_lSCD="\
lastStatusChangeDate",_lSF="listSuppressedFindings",_lT="logTarget",_lTC="logTargetConfigurations",_lUA="lastUpdatedAt",_lVT="lastViolationTime",_lVV="lastViola\
tionValue",_la="latitude",_lo="location",_lon="longitude",_m="message",_mA="metricArn",_mB="maxBuckets",_mBOM="maxBatchOpenMs",_mBS="maxBatchSize",_mBSB="maxBat\
chSizeBytes",_mC="mqttContext",_mCV="missingContextValues",_mCq="mqtt5Configuration",_mD="metricDimension",_mDC="mlDetectionConfig",_mDL="metricDatumList",_mE="\
messageExpiry",_mEC="metricsExportConfig",_mF="messageFormat",_mFa="managedFields",_mI="messageId",_mJT="managedJobTemplates",_mN="metricNamespace",_mNOET="minN\
umberOfExecutedThings",_mNe="metricName",_mNet="metricNames",_mP="mandatoryParameters",_mPM="maximumPerMinute",_mR="maxResults",_mS="modelStatus",_mT="metricTim\
estamp",_mTe="metricType",_mTq="mqttTopic",_mU="metricUnit",_mV="metricValue",_mW="maintenanceWindows",_ma="max",_mar="marker",_max="maximum",_me="merge",_met="\
metric",_mi="min",_min="minimum",_n="name",_nA="notAfter",_nARS="newAutoRegistrationStatus",_nB="notBefore",_nCC="nonCompliantChecks",_nCR="nonCompliantResource",
_nCRC="nonCompliantResourcesCount",_nI="namespaceId",_nM="nextMarker",_nOCT="numberOfCanceledThings",_nOFT="numberOfFailedThings",_nOIPT="numberOfInProgressThin\
gs",_nONT="numberOfNotifiedThings",_nOQT="numberOfQueuedThings",_nOR="numberOfRetries",_nORT="numberOfRejectedThings",_nORTu="numberOfRemovedThings",_nOST="numb\
erOfSucceededThings",_nOTOT="numberOfTimedOutThings",_nPF="namePrefixFilter",_nR="numberRange",_nS="newStatus",_nSIM="namedShadowIndexingMode",_nSN="namedShadow\
Names",_nT="nextToken",_na="namespace",_nu="number",_num="numbers",_o="operand",_oARA="ocspAuthorizedResponderArn",_oAVI="onlyActiveViolationsIncluded",_oB="own\
edBy",_oC="outgoingCertificates",_oDG="overrideDynamicGroups",_oF="outputFormat",_oIN="offsetInNanos",_oLA="ocspLambdaArn",_oS="openSearch",_oU="otaUpdates",_oUA="\
otaUpdateArn",_oUF="otaUpdateFiles",_oUI="otaUpdateId",_oUIt="otaUpdateInfo",_oUS="otaUpdateStatus",_op="optional",_ope="operation",_oper="operator",_or="order",
_org="organization",_ow="owner",_p="policies",_pA="packageArn",_pAPVE="putAssetPropertyValueEntries",_pAo="policyArn",_pAr="propagatingAttributes",_pAro="proper\
tyAlias",_pD="pendingDeletion",_pDo="policyDocument",_pDol="policyDocuments",_pF="payloadField",_pFI="payloadFormatIndicator",_pFTSP="publishFindingToSnsParams",
_pG="parentGroup",_pGN="parentGroupName",_pGNa="parentGroupNames",_pI="putItem",_pIr="propertyId",_pIri="principalId",_pK="partitionKey",_pN="packageName",_pNTA="\
policyNamesToAdd",_pNTS="policyNamesToSkip",_pNo="policyName",_pOB="previousOwnedBy",_pP="percentageProgress",_pPH="preProvisioningHook",_pRA="provisioningRoleA\
rn",_pS="pageSize",_pSa="packageSummaries",_pT="payloadTemplate",_pTO="principalThingObjects",_pTr="processingTargets",_pUC="presignedUrlConfig",_pV="policyVers\
ions",_pVA="packageVersionArn",_pVI="policyVersionId",_pVIo="policyVersionIdentifier",_pVS="packageVersionSummaries",_pVa="payloadVersion",_pVr="propertyValues",
_pa="payload",_par="parameters",_part="partition",_pas="password",_pe="period",_per="percents",_perc="percentiles",_perce="percent",_pl="platform",_po="ports",_pr="\
principal",_pre="preprocessor",_pref="prefix",_pri="principals",_pro="protocols",_q="quality",_qA="queuedAt",_qS="queryString",_qU="queueUrl",_qV="queryVersion",
_qo="qos",_r="republish",_rA="resourceArn",_rAA="roleAliasArn",_rAC="removeAuthorizerConfig",_rAD="roleAliasDescription",_rAFL="roleArnForLogging",_rAIS="refres\
hAfterInSeconds",_rAR="removeAutoRegistration",_rAe="retryAttempt",_rAes="resourceArns",_rAo="roleArn",_rAol="roleAlias",_rAole="roleAliases",_rAu="ruleArn",_rC="\
reasonCode",_rCe="registrationConfig",_rCeg="registrationCode",_rD="ruleDisabled",_rDPVP="replaceDefaultPolicyVersionParams",_rDe="reasonDescription",_rDej="rej\
ectDate",_rFNC="reasonForNonCompliance",_rFNCC="reasonForNonComplianceCode",_rI="resourceId",_rIC="rateIncreaseCriteria",_rIe="resourceIdentifier",_rKF="rangeKe\
yField",_rKT="rangeKeyType",_rKV="rangeKeyValue",_rL="resourceLinks",_rN="ruleName",_rPPH="removePreProvisioningHook",_rR="relatedResources",_rRe="rejectReason",
_rT="reportType",_rTPTG="rootToParentThingGroups",_rTT="removeThingType",_rTe="responseTopic",_rTes="resourceType",_re="resources",_rec="recipe",_recu="recursiv\
e",_reg="regex",_res="result",_ru="rule",_rul="rules",_s="smithy.ts.sdk.synthetic.com.amazonaws.iot",_sA="suppressAlerts",_sAA="setAsActive",_sAAc="scheduledAud\
itArn",_sAD="setAsDefault",_sAI="suppressedAlertsIncluded",_sAN="scheduledAuditName",_sAc="scheduledAudits",_sAe="searchableAttributes",_sAi="signatureAlgorithm",
_sAt="startedAt",_sAtr="streamArn",_sC="schedulingConfig",_sCA="serverCertificateArns",_sCAe="serverCertificateArn",_sCC="serverCertificateConfig",_sCS="serverC\
ertificateStatus",_sCSD="serverCertificateStatusDetail",_sCe="serverCertificates",_sCt="statusCode",_sCu="successCount",_sD="signingDisabled",_sDe="s3Destinatio\
n",_sDt="statusDetails",_sDtd="stdDeviation",_sE="sessionExpiry",_sF="stepFunctions",_sFC="succeededFindingsCount",_sFCk="skippedFindingsCount",_sG="securityGro\
ups",_sI="suppressIndefinitely",_sIe="secretId",_sIo="sourceIp",_sIt="streamId",_sItr="streamInfo",_sIu="subnetIds",_sJR="scheduledJobRollouts",_sK="secretKey",
_sL="s3Location",_sMN="stateMachineName",_sN="streamName",_sNCRC="suppressedNonCompliantResourcesCount",_sNe="serviceName",_sNer="serverName",_sO="sortOrder",_sOS="\
sumOfSquares",_sP="sourcePort",_sPA="securityProfileArn",_sPD="securityProfileDescription",_sPI="securityProfileIdentifiers",_sPIe="securityProfileIdentifier",_sPN="\
securityProfileName",_sPNi="signingProfileName",_sPP="signingProfileParameter",_sPT="securityProfileTargets",_sPTA="securityProfileTargetArn",_sPTM="securityPro\
fileTargetMappings",_sPe="securityPolicy",_sR="stateReason",_sRi="signingRegion",_sRt="statusReason",_sSJP="startSigningJobParameter",_sT="startTime",_sTF="star\
tedTimeFilter",_sTe="serviceType",_sTec="secretType",_sTt="statisticalThreshold",_sV="stateValue",_sVS="sbomValidationStatus",_sVt="stringValues",_sVtr="streamV\
ersion",_sVtri="stringValue",_s_="s3",_sa="salesforce",_sb="sbom",_sc="schema",_se="server",_sep="separator",_sev="severity",_sh="shadow",_si="signature",_sig="\
sigv4",_sn="sns",_sq="sqs",_sql="sql",_st="status",_sta="statistics",_stat="statistic",_str="string",_stre="stream",_strea="streams",_stri="strings",_su="summar\
ies",_sum="sum",_sup="suppressions",_t="timestream",_tA="thingArn",_tAA="targetAwsAccount",_tAa="targetArn",_tAe="termsAggregation",_tAem="templateArn",_tAh="th\
ingAttribute",_tAo="topicArn",_tB="templateBody",_tC="tlsConfig",_tCA="transferredCertificateArn",_tCIM="thingConnectivityIndexingMode",_tCN="targetCheckNames",
_tCi="timeoutConfig",_tCl="tlsContext",_tCo="totalCount",_tCot="totalChecks",_tD="transferData",_tDCSD="trainingDataCollectionStartDate",_tDr="transferDate",_tET="\
taskEndTime",_tFC="totalFindingsCount",_tG="thingGroups",_tGA="thingGroupArn",_tGD="thingGroupDescription",_tGI="thingGroupId",_tGIC="thingGroupIndexingConfigur\
ation",_tGIM="thingGroupIndexingMode",_tGM="thingGroupMetadata",_tGN="thingGroupNames",_tGNh="thingGroupName",_tGP="thingGroupProperties",_tGTA="thingGroupsToAd\
d",_tGTR="thingGroupsToRemove",_tI="taskId",_tIC="thingIndexingConfiguration",_tIM="thingIndexingMode",_tIS="timeInSeconds",_tIa="targetIp",_tIas="taskIds",_tIh="\
thingId",_tK="tagKeys",_tKN="tokenKeyName",_tM="transferMessage",_tN="thingName",_tNa="targetName",_tNab="tableName",_tNe="templateName",_tNr="trackerName",_tP="\
thresholdPercentage",_tPO="thingPrincipalObjects",_tPT="thingPrincipalType",_tPa="targetPort",_tPo="topicPattern",_tRC="totalResourcesCount",_tRD="topicRuleDest\
ination",_tRP="topicRulePayload",_tS="taskStatus",_tSPK="tokenSigningPublicKeys",_tST="taskStartTime",_tSa="targetSelection",_tSas="taskStatistics",_tSask="task\
Summary",_tSo="tokenSignature",_tT="taskType",_tTA="thingTypeArn",_tTD="thingTypeDescription",_tTI="thingTypeId",_tTL="timeToLive",_tTM="thingTypeMetadata",_tTN="\
thingTypeName",_tTP="thingTypeProperties",_tTa="targetType",_tTh="thingTypes",_tTr="transferredTo",_tU="timestampUnit",_tV="templateVersion",_ta="targets",_tag="\
tags",_tar="target",_tas="tasks",_te="templates",_th="things",_ti="timestamp",_to="topic",_tok="token",_ty="type",_u="unit",_uB="useBase64",_uCACP="updateCACert\
ificateParams",_uD="undoDeprecate",_uDCP="updateDeviceCertificateParams",_uDV="unsetDefaultVersion",_uP="userProperties",_uPAV="usePrefixAttributeValue",_uPK="u\
serPropertyKey",_ur="url",_us="username",_v="values",_vC="valueConditions",_vCA="validationCertificateArn",_vCe="verificationCertificate",_vCp="vpcConfiguration",
_vDS="vpcDestinationSummary",_vE="violationEvents",_vEAI="violationEventAdditionalInfo",_vEI="vpcEndpointId",_vEOR="violationEventOccurrenceRange",_vET="violati\
onEventType",_vETi="violationEventTime",_vEa="validationErrors",_vI="violationId",_vIe="versionId",_vIi="violationIds",_vIp="vpcId",_vN="versionName",_vNe="vers\
ionNumber",_vP="vpcProperties",_vR="validationResult",_vRS="validationResultSummaries",_vS="verificationState",_vSD="verificationStateDescription",_vST="violati\
onStartTime",_vUBJC="versionUpdateByJobsConfig",_va="value",_val="validity",_vali="valid",_var="variance",_ve="version",_ver="verbose",_vers="versions",_wFDCC="\
waitingForDataCollectionChecks",_xaip="x-amzn-iot-principal",_xaip_="x-amzn-iot-policy",_xap="x-amzn-principal",_xat="x-amz-tagging",n0="com.amazonaws.iot",_s_registry=new TypeRegistry(
_s),IoTServiceException$=[-3,_s,"IoTServiceException",0,[],[]];_s_registry.registerError(IoTServiceException$,IoTServiceException);var n0_registry=new TypeRegistry(
n0),CertificateConflictException$=[-3,n0,_CCE,{[_e]:_c,[_hE]:409},[_m],[0]];n0_registry.registerError(CertificateConflictException$,CertificateConflictException);
var CertificateStateException$=[-3,n0,_CSE,{[_e]:_c,[_hE]:406},[_m],[0]];n0_registry.registerError(CertificateStateException$,CertificateStateException);var CertificateValidationException$=[
-3,n0,_CVE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(CertificateValidationException$,CertificateValidationException);var ConflictException$=[-3,n0,
_CE,{[_e]:_c,[_hE]:409},[_m,_rI],[0,0]];n0_registry.registerError(ConflictException$,ConflictException);var ConflictingResourceUpdateException$=[-3,n0,_CRUE,{[_e]:_c,
[_hE]:409},[_m],[0]];n0_registry.registerError(ConflictingResourceUpdateException$,ConflictingResourceUpdateException);var DeleteConflictException$=[-3,n0,_DCE,
{[_e]:_c,[_hE]:409},[_m],[0]];n0_registry.registerError(DeleteConflictException$,DeleteConflictException);var IndexNotReadyException$=[-3,n0,_INRE,{[_e]:_c,[_hE]:400},
[_m],[0]];n0_registry.registerError(IndexNotReadyException$,IndexNotReadyException);var InternalException$=[-3,n0,_IE,{[_e]:_se,[_hE]:500},[_m],[0]];n0_registry.
registerError(InternalException$,InternalException);var InternalFailureException$=[-3,n0,_IFE,{[_e]:_se,[_hE]:500},[_m],[0]];n0_registry.registerError(InternalFailureException$,
InternalFailureException);var InternalServerException$=[-3,n0,_ISE,{[_e]:_se,[_hE]:500},[_m],[0]];n0_registry.registerError(InternalServerException$,InternalServerException);
var InvalidAggregationException$=[-3,n0,_IAE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(InvalidAggregationException$,InvalidAggregationException);var InvalidQueryException$=[
-3,n0,_IQE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(InvalidQueryException$,InvalidQueryException);var InvalidRequestException$=[-3,n0,_IRE,{[_e]:_c,
[_hE]:400},[_m],[0]];n0_registry.registerError(InvalidRequestException$,InvalidRequestException);var InvalidResponseException$=[-3,n0,_IREn,{[_e]:_c,[_hE]:400},
[_m],[0]];n0_registry.registerError(InvalidResponseException$,InvalidResponseException);var InvalidStateTransitionException$=[-3,n0,_ISTE,{[_e]:_c,[_hE]:409},[_m],
[0]];n0_registry.registerError(InvalidStateTransitionException$,InvalidStateTransitionException);var LimitExceededException$=[-3,n0,_LEE,{[_e]:_c,[_hE]:410},[_m],
[0]];n0_registry.registerError(LimitExceededException$,LimitExceededException);var MalformedPolicyException$=[-3,n0,_MPE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.
registerError(MalformedPolicyException$,MalformedPolicyException);var NotConfiguredException$=[-3,n0,_NCE,{[_e]:_c,[_hE]:404},[_m],[0]];n0_registry.registerError(
NotConfiguredException$,NotConfiguredException);var RegistrationCodeValidationException$=[-3,n0,_RCVE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(RegistrationCodeValidationException$,
RegistrationCodeValidationException);var ResourceAlreadyExistsException$=[-3,n0,_RAEE,{[_e]:_c,[_hE]:409},[_m,_rI,_rA],[0,0,0]];n0_registry.registerError(ResourceAlreadyExistsException$,
ResourceAlreadyExistsException);var ResourceNotFoundException$=[-3,n0,_RNFE,{[_e]:_c,[_hE]:404},[_m],[0]];n0_registry.registerError(ResourceNotFoundException$,ResourceNotFoundException);
var ResourceRegistrationFailureException$=[-3,n0,_RRFE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(ResourceRegistrationFailureException$,ResourceRegistrationFailureException);
var ServiceQuotaExceededException$=[-3,n0,_SQEE,{[_e]:_c,[_hE]:402},[_m],[0]];n0_registry.registerError(ServiceQuotaExceededException$,ServiceQuotaExceededException);
var ServiceUnavailableException$=[-3,n0,_SUE,{[_e]:_se,[_hE]:503},[_m],[0]];n0_registry.registerError(ServiceUnavailableException$,ServiceUnavailableException);
var SqlParseException$=[-3,n0,_SPE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(SqlParseException$,SqlParseException);var TaskAlreadyExistsException$=[
-3,n0,_TAEE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(TaskAlreadyExistsException$,TaskAlreadyExistsException);var ThrottlingException$=[-3,n0,_TE,
{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(ThrottlingException$,ThrottlingException);var TransferAlreadyCompletedException$=[-3,n0,_TACE,{[_e]:_c,[_hE]:410},
[_m],[0]];n0_registry.registerError(TransferAlreadyCompletedException$,TransferAlreadyCompletedException);var TransferConflictException$=[-3,n0,_TCE,{[_e]:_c,[_hE]:409},
[_m],[0]];n0_registry.registerError(TransferConflictException$,TransferConflictException);var UnauthorizedException$=[-3,n0,_UE,{[_e]:_c,[_hE]:401},[_m],[0]];n0_registry.
registerError(UnauthorizedException$,UnauthorizedException);var ValidationException$=[-3,n0,_VE,{[_e]:_c,[_hE]:400},[_m],[0]];n0_registry.registerError(ValidationException$,
ValidationException);var VersionConflictException$=[-3,n0,_VCE,{[_e]:_c,[_hE]:409},[_m],[0]];n0_registry.registerError(VersionConflictException$,VersionConflictException);
var VersionsLimitExceededException$=[-3,n0,_VLEE,{[_e]:_c,[_hE]:409},[_m],[0]];n0_registry.registerError(VersionsLimitExceededException$,VersionsLimitExceededException);
var errorTypeRegistries=[_s_registry,n0_registry],ConnectivityApiThingName=[0,n0,_CATN,8,0],PackageVersionRecipe=[0,n0,_PVR,8,0],PrivateKey=[0,n0,_PK,8,0],ResourceDescription=[
0,n0,_RD,8,0],SourceIp=[0,n0,_SI,8,0],SourcePort=[0,n0,_SP,8,1],TargetIp=[0,n0,_TI,8,0],TargetPort=[0,n0,_TP,8,1],VpcEndpointId=[0,n0,_VEI,8,0],AbortConfig$=[3,
n0,_AC,0,[_cL],[()=>AbortCriteriaList],1],AbortCriteria$=[3,n0,_ACb,0,[_fT,_a,_tP,_mNOET],[0,0,1,1],4],AcceptCertificateTransferRequest$=[3,n0,_ACTR,0,[_cI,_sAA],
[[0,1],[2,{[_hQ]:_sAA}]],1],Action$=[3,n0,_A,0,[_dDB,_dDBy,_l,_sn,_sq,_k,_r,_s_,_f,_cM,_cA,_cLl,_el,_sa,_iA,_iE,_iSW,_sF,_t,_h,_ka,_oS,_lo,_iDB],[()=>DynamoDBAction$,
()=>DynamoDBv2Action$,()=>LambdaAction$,()=>SnsAction$,()=>SqsAction$,()=>KinesisAction$,()=>RepublishAction$,()=>S3Action$,()=>FirehoseAction$,()=>CloudwatchMetricAction$,
()=>CloudwatchAlarmAction$,()=>CloudwatchLogsAction$,()=>ElasticsearchAction$,()=>SalesforceAction$,()=>IotAnalyticsAction$,()=>IotEventsAction$,()=>IotSiteWiseAction$,
()=>StepFunctionsAction$,()=>TimestreamAction$,()=>HttpAction$,()=>KafkaAction$,()=>OpenSearchAction$,()=>LocationAction$,()=>InfluxDBAction$]],ActiveViolation$=[
3,n0,_AV,0,[_vI,_tN,_sPN,_b,_lVV,_vEAI,_vS,_vSD,_lVT,_vST],[0,0,0,()=>Behavior$,()=>MetricValue$,()=>ViolationEventAdditionalInfo$,0,0,4,4]],AddThingsToThingGroupParams$=[
3,n0,_ATTTGP,0,[_tGN,_oDG],[64,2],1],AddThingToBillingGroupRequest$=[3,n0,_ATTBGR,0,[_bGN,_bGA,_tN,_tA],[0,0,0,0]],AddThingToBillingGroupResponse$=[3,n0,_ATTBGRd,
0,[],[]],AddThingToThingGroupRequest$=[3,n0,_ATTTGR,0,[_tGNh,_tGA,_tN,_tA,_oDG],[0,0,0,0,2]],AddThingToThingGroupResponse$=[3,n0,_ATTTGRd,0,[],[]],AggregationType$=[
3,n0,_AT,0,[_n,_v],[0,64],1],AlertTarget$=[3,n0,_ATl,0,[_aTA,_rAo],[0,0],2],Allowed$=[3,n0,_Al,0,[_p],[()=>Policies]],AssetPropertyTimestamp$=[3,n0,_APT,0,[_tIS,
_oIN],[0,0],1],AssetPropertyValue$=[3,n0,_APV,0,[_va,_ti,_q],[()=>AssetPropertyVariant$,()=>AssetPropertyTimestamp$,0],2],AssociateSbomWithPackageVersionRequest$=[
3,n0,_ASWPVR,0,[_pN,_vN,_sb,_cT],[[0,1],[0,1],()=>Sbom$,[0,{[_hQ]:_cT,[_iT]:1}]],3],AssociateSbomWithPackageVersionResponse$=[3,n0,_ASWPVRs,0,[_pN,_vN,_sb,_sVS],
[0,0,()=>Sbom$,0]],AssociateTargetsWithJobRequest$=[3,n0,_ATWJR,0,[_ta,_jI,_co,_nI],[64,[0,1],0,[0,{[_hQ]:_nI}]],2],AssociateTargetsWithJobResponse$=[3,n0,_ATWJRs,
0,[_jA,_jI,_d],[0,0,0]],AttachPolicyRequest$=[3,n0,_APR,0,[_pNo,_tar],[[0,1],0],2],AttachPrincipalPolicyRequest$=[3,n0,_APPR,0,[_pNo,_pr],[[0,1],[0,{[_hH]:_xaip}]],
2],AttachSecurityProfileRequest$=[3,n0,_ASPR,0,[_sPN,_sPTA],[[0,1],[0,{[_hQ]:_sPTA}]],2],AttachSecurityProfileResponse$=[3,n0,_ASPRt,0,[],[]],AttachThingPrincipalRequest$=[
3,n0,_ATPR,0,[_tN,_pr,_tPT],[[0,1],[0,{[_hH]:_xap}],[0,{[_hQ]:_tPT}]],2],AttachThingPrincipalResponse$=[3,n0,_ATPRt,0,[],[]],AttributePayload$=[3,n0,_AP,0,[_at,
_me],[128,2]],AuditCheckConfiguration$=[3,n0,_ACC,0,[_en,_con],[2,128]],AuditCheckDetails$=[3,n0,_ACD,0,[_cRS,_cC,_tRC,_nCRC,_sNCRC,_eC,_m],[0,2,1,1,1,0,0]],AuditFinding$=[
3,n0,_AF,0,[_fI,_tI,_cN,_tST,_fTi,_sev,_nCR,_rR,_rFNC,_rFNCC,_iS],[0,0,0,4,4,0,()=>NonCompliantResource$,()=>RelatedResources,0,0,2]],AuditMitigationActionExecutionMetadata$=[
3,n0,_AMAEM,0,[_tI,_fI,_aN,_aI,_st,_sT,_eT,_eC,_m],[0,0,0,0,0,4,4,0,0]],AuditMitigationActionsTaskMetadata$=[3,n0,_AMATM,0,[_tI,_sT,_tS],[0,4,0]],AuditMitigationActionsTaskTarget$=[
3,n0,_AMATT,0,[_aTI,_fIi,_aCTRCF],[0,64,[2,n0,_ACTRCF,0,0,64]]],AuditNotificationTarget$=[3,n0,_ANT,0,[_tAa,_rAo,_en],[0,0,2]],AuditSuppression$=[3,n0,_AS,0,[_cN,
_rIe,_eD,_sI,_d],[0,()=>ResourceIdentifier$,4,2,0],2],AuditTaskMetadata$=[3,n0,_ATM,0,[_tI,_tS,_tT],[0,0,0]],AuthInfo$=[3,n0,_AI,0,[_re,_aT],[64,0],1],AuthorizerConfig$=[
3,n0,_ACu,0,[_dAN,_aAO],[0,2]],AuthorizerDescription$=[3,n0,_AD,0,[_aNu,_aA,_aFA,_tKN,_tSPK,_st,_cD,_lMD,_sD,_eCFH],[0,0,0,0,128,0,4,4,2,2]],AuthorizerSummary$=[
3,n0,_ASu,0,[_aNu,_aA],[0,0]],AuthResult$=[3,n0,_AR,0,[_aIu,_al,_de,_aD,_mCV],[()=>AuthInfo$,()=>Allowed$,()=>Denied$,0,64]],AwsJobAbortConfig$=[3,n0,_AJAC,0,[_aCL],
[()=>AwsJobAbortCriteriaList],1],AwsJobAbortCriteria$=[3,n0,_AJACw,0,[_fT,_a,_tP,_mNOET],[0,0,1,1],4],AwsJobExecutionsRolloutConfig$=[3,n0,_AJERC,0,[_mPM,_eR],[
1,()=>AwsJobExponentialRolloutRate$]],AwsJobExponentialRolloutRate$=[3,n0,_AJERR,0,[_bRPM,_iF,_rIC],[1,1,()=>AwsJobRateIncreaseCriteria$],3],AwsJobPresignedUrlConfig$=[
3,n0,_AJPUC,0,[_eIS],[1]],AwsJobRateIncreaseCriteria$=[3,n0,_AJRIC,0,[_nONT,_nOST],[1,1]],AwsJobTimeoutConfig$=[3,n0,_AJTC,0,[_iPTIM],[1]],AwsJsonSubstitutionCommandPreprocessorConfig$=[
3,n0,_AJSCPC,0,[_oF],[0],1],BatchConfig$=[3,n0,_BC,0,[_mBOM,_mBS,_mBSB,_bAT],[1,1,1,2]],Behavior$=[3,n0,_B,0,[_n,_met,_mD,_cr,_sA,_eM],[0,0,()=>MetricDimension$,
()=>BehaviorCriteria$,2,2],1],BehaviorCriteria$=[3,n0,_BCe,0,[_cO,_va,_dS,_cDTA,_cDTC,_sTt,_mDC],[0,()=>MetricValue$,1,1,1,()=>StatisticalThreshold$,()=>MachineLearningDetectionConfig$]],
BehaviorModelTrainingSummary$=[3,n0,_BMTS,0,[_sPN,_bN,_tDCSD,_mS,_dCP,_lMRD],[0,0,4,0,1,4]],BillingGroupMetadata$=[3,n0,_BGM,0,[_cD],[4]],BillingGroupProperties$=[
3,n0,_BGP,0,[_bGD],[0]],Bucket$=[3,n0,_Bu,0,[_kV,_cou],[0,1]],BucketsAggregationType$=[3,n0,_BAT,0,[_tAe],[()=>TermsAggregation$]],CACertificate$=[3,n0,_CAC,0,[
_cAe,_cI,_st,_cD],[0,0,0,4]],CACertificateDescription$=[3,n0,_CACD,0,[_cAe,_cI,_st,_cP,_oB,_cD,_aRS,_lMD,_cV,_gI,_val,_cMe],[0,0,0,0,0,4,0,4,1,0,()=>CertificateValidity$,
0]],CancelAuditMitigationActionsTaskRequest$=[3,n0,_CAMATR,0,[_tI],[[0,1]],1],CancelAuditMitigationActionsTaskResponse$=[3,n0,_CAMATRa,0,[],[]],CancelAuditTaskRequest$=[
3,n0,_CATR,0,[_tI],[[0,1]],1],CancelAuditTaskResponse$=[3,n0,_CATRa,0,[],[]],CancelCertificateTransferRequest$=[3,n0,_CCTR,0,[_cI],[[0,1]],1],CancelDetectMitigationActionsTaskRequest$=[
3,n0,_CDMATR,0,[_tI],[[0,1]],1],CancelDetectMitigationActionsTaskResponse$=[3,n0,_CDMATRa,0,[],[]],CancelJobExecutionRequest$=[3,n0,_CJER,0,[_jI,_tN,_fo,_eV,_sDt],
[[0,1],[0,1],[2,{[_hQ]:_fo}],1,128],2],CancelJobRequest$=[3,n0,_CJR,0,[_jI,_rC,_co,_fo],[[0,1],0,0,[2,{[_hQ]:_fo}]],1],CancelJobResponse$=[3,n0,_CJRa,0,[_jA,_jI,
_d],[0,0,0]],Certificate$=[3,n0,_C,0,[_cAe,_cI,_st,_cMe,_cD],[0,0,0,0,4]],CertificateDescription$=[3,n0,_CD,0,[_cAe,_cI,_cCI,_st,_cP,_oB,_pOB,_cD,_lMD,_cV,_tD,_gI,
_val,_cMe],[0,0,0,0,0,0,0,4,4,1,()=>TransferData$,0,()=>CertificateValidity$,0]],CertificateProviderSummary$=[3,n0,_CPS,0,[_cPN,_cPA],[0,0]],CertificateValidity$=[
3,n0,_CV,0,[_nB,_nA],[4,4]],ClearDefaultAuthorizerRequest$=[3,n0,_CDAR,0,[],[]],ClearDefaultAuthorizerResponse$=[3,n0,_CDARl,0,[],[]],ClientCertificateConfig$=[
3,n0,_CCC,0,[_cCCA],[0]],CloudwatchAlarmAction$=[3,n0,_CAA,0,[_rAo,_aNl,_sR,_sV],[0,0,0,0],4],CloudwatchLogsAction$=[3,n0,_CLA,0,[_rAo,_lGN,_bM],[0,0,2],2],CloudwatchMetricAction$=[
3,n0,_CMA,0,[_rAo,_mN,_mNe,_mV,_mU,_mT],[0,0,0,0,0,0],5],CodeSigning$=[3,n0,_CS,0,[_aSJI,_sSJP,_cCS],[0,()=>StartSigningJobParameter$,()=>CustomCodeSigning$]],CodeSigningCertificateChain$=[
3,n0,_CSCC,0,[_cNe,_iD],[0,0]],CodeSigningSignature$=[3,n0,_CSS,0,[_iD],[21]],CommandExecutionResult$=[3,n0,_CER,0,[_S,_B_,_BIN],[0,2,21]],CommandExecutionSummary$=[
3,n0,_CES,0,[_cAo,_eI,_tAa,_st,_cAr,_sAt,_cAom],[0,0,0,0,4,4,4]],CommandParameter$=[3,n0,_CP,0,[_n,_ty,_va,_dV,_vC,_d],[0,0,()=>CommandParameterValue$,()=>CommandParameterValue$,
()=>CommandParameterValueConditionList,0],1],CommandParameterValue$=[3,n0,_CPV,0,[_S,_B_,_I,_L,_D,_BIN,_UL],[0,2,1,1,1,21,0]],CommandParameterValueComparisonOperand$=[
3,n0,_CPVCO,0,[_nu,_num,_str,_stri,_nR],[0,64,0,64,()=>CommandParameterValueNumberRange$]],CommandParameterValueCondition$=[3,n0,_CPVC,0,[_cO,_o],[0,()=>CommandParameterValueComparisonOperand$],
2],CommandParameterValueNumberRange$=[3,n0,_CPVNR,0,[_mi,_ma],[0,0],2],CommandPayload$=[3,n0,_CPo,0,[_cont,_cTo],[21,0]],CommandPreprocessor$=[3,n0,_CPom,0,[_aJS],
[()=>AwsJsonSubstitutionCommandPreprocessorConfig$]],CommandSummary$=[3,n0,_CSo,0,[_cAo,_cIo,_dN,_dep,_cAr,_lUA,_pD],[0,0,0,2,4,4,2]],Configuration$=[3,n0,_Co,0,
[_E],[2]],ConfigurationDetails$=[3,n0,_CDo,0,[_cS,_eC,_eMr],[0,0,0]],ConfirmTopicRuleDestinationRequest$=[3,n0,_CTRDR,0,[_cTon],[[0,1]],1],ConfirmTopicRuleDestinationResponse$=[
3,n0,_CTRDRo,0,[],[]],ConnectivityFilter$=[3,n0,_CF,0,[_iSI],[64]],CreateAuditSuppressionRequest$=[3,n0,_CASR,0,[_cN,_rIe,_eD,_sI,_d,_cRT],[0,()=>ResourceIdentifier$,
4,2,0,[0,4]],2],CreateAuditSuppressionResponse$=[3,n0,_CASRr,0,[],[]],CreateAuthorizerRequest$=[3,n0,_CAR,0,[_aNu,_aFA,_tKN,_tSPK,_st,_tag,_sD,_eCFH],[[0,1],0,0,
128,0,()=>TagList,2,2],2],CreateAuthorizerResponse$=[3,n0,_CARr,0,[_aNu,_aA],[0,0]],CreateBillingGroupRequest$=[3,n0,_CBGR,0,[_bGN,_bGP,_tag],[[0,1],()=>BillingGroupProperties$,
()=>TagList],1],CreateBillingGroupResponse$=[3,n0,_CBGRr,0,[_bGN,_bGA,_bGI],[0,0,0]],CreateCertificateFromCsrRequest$=[3,n0,_CCFCR,0,[_cSR,_sAA],[0,[2,{[_hQ]:_sAA}]],
1],CreateCertificateFromCsrResponse$=[3,n0,_CCFCRr,0,[_cAe,_cI,_cP],[0,0,0]],CreateCertificateProviderRequest$=[3,n0,_CCPR,0,[_cPN,_lFA,_aDFO,_cT,_tag],[[0,1],0,
64,[0,4],()=>TagList],3],CreateCertificateProviderResponse$=[3,n0,_CCPRr,0,[_cPN,_cPA],[0,0]],CreateCommandRequest$=[3,n0,_CCR,0,[_cIo,_na,_dN,_d,_pa,_pT,_pre,_mP,
_rAo,_tag],[[0,1],0,0,0,()=>CommandPayload$,0,()=>CommandPreprocessor$,()=>CommandParameterList,0,()=>TagList],1],CreateCommandResponse$=[3,n0,_CCRr,0,[_cIo,_cAo],
[0,0]],CreateCustomMetricRequest$=[3,n0,_CCMR,0,[_mNe,_mTe,_dN,_tag,_cRT],[[0,1],0,0,()=>TagList,[0,4]],2],CreateCustomMetricResponse$=[3,n0,_CCMRr,0,[_mNe,_mA],
[0,0]],CreateDimensionRequest$=[3,n0,_CDR,0,[_n,_ty,_sVt,_tag,_cRT],[[0,1],0,64,()=>TagList,[0,4]],3],CreateDimensionResponse$=[3,n0,_CDRr,0,[_n,_ar],[0,0]],CreateDomainConfigurationRequest$=[
3,n0,_CDCR,0,[_dCN,_dNo,_sCA,_vCA,_aC,_sTe,_tag,_tC,_sCC,_aTu,_aP,_cCC],[[0,1],0,64,0,()=>AuthorizerConfig$,0,()=>TagList,()=>TlsConfig$,()=>ServerCertificateConfig$,
0,0,()=>ClientCertificateConfig$],1],CreateDomainConfigurationResponse$=[3,n0,_CDCRr,0,[_dCN,_dCA],[0,0]],CreateDynamicThingGroupRequest$=[3,n0,_CDTGR,0,[_tGNh,
_qS,_tGP,_iN,_qV,_tag],[[0,1],0,()=>ThingGroupProperties$,0,0,()=>TagList],2],CreateDynamicThingGroupResponse$=[3,n0,_CDTGRr,0,[_tGNh,_tGA,_tGI,_iN,_qS,_qV],[0,
0,0,0,0,0]],CreateFleetMetricRequest$=[3,n0,_CFMR,0,[_mNe,_qS,_aTg,_pe,_aF,_d,_qV,_iN,_u,_tag],[[0,1],0,()=>AggregationType$,1,0,0,0,0,0,()=>TagList],5],CreateFleetMetricResponse$=[
3,n0,_CFMRr,0,[_mNe,_mA],[0,0]],CreateJobRequest$=[3,n0,_CJRr,0,[_jI,_ta,_dSo,_do,_d,_pUC,_tSa,_jERC,_aCb,_tCi,_tag,_nI,_jTA,_jERCo,_dP,_sC,_dPV],[[0,1],64,0,0,
0,()=>PresignedUrlConfig$,0,()=>JobExecutionsRolloutConfig$,()=>AbortConfig$,()=>TimeoutConfig$,()=>TagList,0,0,()=>JobExecutionsRetryConfig$,128,()=>SchedulingConfig$,
64],2],CreateJobResponse$=[3,n0,_CJRre,0,[_jA,_jI,_d],[0,0,0]],CreateJobTemplateRequest$=[3,n0,_CJTR,0,[_jTI,_d,_jA,_dSo,_do,_pUC,_jERC,_aCb,_tCi,_tag,_jERCo,_mW,
_dPV],[[0,1],0,0,0,0,()=>PresignedUrlConfig$,()=>JobExecutionsRolloutConfig$,()=>AbortConfig$,()=>TimeoutConfig$,()=>TagList,()=>JobExecutionsRetryConfig$,()=>MaintenanceWindows,
64],2],CreateJobTemplateResponse$=[3,n0,_CJTRr,0,[_jTA,_jTI],[0,0]],CreateKeysAndCertificateRequest$=[3,n0,_CKACR,0,[_sAA],[[2,{[_hQ]:_sAA}]]],CreateKeysAndCertificateResponse$=[
3,n0,_CKACRr,0,[_cAe,_cI,_cP,_kP],[0,0,0,[()=>KeyPair$,0]]],CreateMitigationActionRequest$=[3,n0,_CMAR,0,[_aN,_rAo,_aPc,_tag],[[0,1],0,()=>MitigationActionParams$,
()=>TagList],3],CreateMitigationActionResponse$=[3,n0,_CMARr,0,[_aAc,_aI],[0,0]],CreateOTAUpdateRequest$=[3,n0,_COTAUR,0,[_oUI,_ta,_fi,_rAo,_d,_pro,_tSa,_aJERC,
_aJPUC,_aJAC,_aJTC,_aPd,_tag],[[0,1],64,()=>OTAUpdateFiles,0,0,64,0,()=>AwsJobExecutionsRolloutConfig$,()=>AwsJobPresignedUrlConfig$,()=>AwsJobAbortConfig$,()=>AwsJobTimeoutConfig$,
128,()=>TagList],4],CreateOTAUpdateResponse$=[3,n0,_COTAURr,0,[_oUI,_aIJI,_oUA,_aIJA,_oUS],[0,0,0,0,0]],CreatePackageRequest$=[3,n0,_CPR,0,[_pN,_d,_tag,_cT],[[0,
1],[()=>ResourceDescription,0],128,[0,{[_hQ]:_cT,[_iT]:1}]],1],CreatePackageResponse$=[3,n0,_CPRr,0,[_pN,_pA,_d],[0,0,[()=>ResourceDescription,0]]],CreatePackageVersionRequest$=[
3,n0,_CPVR,0,[_pN,_vN,_d,_at,_art,_rec,_tag,_cT],[[0,1],[0,1],[()=>ResourceDescription,0],[()=>ResourceAttributes,0],()=>PackageVersionArtifact$,[()=>PackageVersionRecipe,
0],128,[0,{[_hQ]:_cT,[_iT]:1}]],2],CreatePackageVersionResponse$=[3,n0,_CPVRr,0,[_pVA,_pN,_vN,_d,_at,_st,_eRr],[0,0,0,[()=>ResourceDescription,0],[()=>ResourceAttributes,
0],0,0]],CreatePolicyRequest$=[3,n0,_CPRre,0,[_pNo,_pDo,_tag],[[0,1],0,()=>TagList],2],CreatePolicyResponse$=[3,n0,_CPRrea,0,[_pNo,_pAo,_pDo,_pVI],[0,0,0,0]],CreatePolicyVersionRequest$=[
3,n0,_CPVRre,0,[_pNo,_pDo,_sAD],[[0,1],0,[2,{[_hQ]:_sAD}]],2],CreatePolicyVersionResponse$=[3,n0,_CPVRrea,0,[_pAo,_pDo,_pVI,_iDV],[0,0,0,2]],CreateProvisioningClaimRequest$=[
3,n0,_CPCR,0,[_tNe],[[0,1]],1],CreateProvisioningClaimResponse$=[3,n0,_CPCRr,0,[_cI,_cP,_kP,_ex],[0,0,[()=>KeyPair$,0],4]],CreateProvisioningTemplateRequest$=[3,
n0,_CPTR,0,[_tNe,_tB,_pRA,_d,_en,_pPH,_tag,_ty],[0,0,0,0,2,()=>ProvisioningHook$,()=>TagList,0],3],CreateProvisioningTemplateResponse$=[3,n0,_CPTRr,0,[_tAem,_tNe,
_dVI],[0,0,1]],CreateProvisioningTemplateVersionRequest$=[3,n0,_CPTVR,0,[_tNe,_tB,_sAD],[[0,1],0,[2,{[_hQ]:_sAD}]],2],CreateProvisioningTemplateVersionResponse$=[
3,n0,_CPTVRr,0,[_tAem,_tNe,_vIe,_iDV],[0,0,1,2]],CreateRoleAliasRequest$=[3,n0,_CRAR,0,[_rAol,_rAo,_cDS,_tag],[[0,1],0,1,()=>TagList],2],CreateRoleAliasResponse$=[
3,n0,_CRARr,0,[_rAol,_rAA],[0,0]],CreateScheduledAuditRequest$=[3,n0,_CSAR,0,[_fr,_tCN,_sAN,_dOM,_dOW,_tag],[0,64,[0,1],0,0,()=>TagList],3],CreateScheduledAuditResponse$=[
3,n0,_CSARr,0,[_sAAc],[0]],CreateSecurityProfileRequest$=[3,n0,_CSPR,0,[_sPN,_sPD,_be,_aTl,_aMTR,_aMTRV,_tag,_mEC],[[0,1],0,()=>Behaviors,()=>AlertTargets,64,()=>AdditionalMetricsToRetainV2List,
()=>TagList,()=>MetricsExportConfig$],1],CreateSecurityProfileResponse$=[3,n0,_CSPRr,0,[_sPN,_sPA],[0,0]],CreateStreamRequest$=[3,n0,_CSR,0,[_sIt,_fi,_rAo,_d,_tag],
[[0,1],()=>StreamFiles,0,0,()=>TagList],3],CreateStreamResponse$=[3,n0,_CSRr,0,[_sIt,_sAtr,_d,_sVtr],[0,0,0,1]],CreateThingGroupRequest$=[3,n0,_CTGR,0,[_tGNh,_pGN,
_tGP,_tag],[[0,1],0,()=>ThingGroupProperties$,()=>TagList],1],CreateThingGroupResponse$=[3,n0,_CTGRr,0,[_tGNh,_tGA,_tGI],[0,0,0]],CreateThingRequest$=[3,n0,_CTR,
0,[_tN,_tTN,_aPt,_bGN],[[0,1],0,()=>AttributePayload$,0],1],CreateThingResponse$=[3,n0,_CTRr,0,[_tN,_tA,_tIh],[0,0,0]],CreateThingTypeRequest$=[3,n0,_CTTR,0,[_tTN,
_tTP,_tag],[[0,1],()=>ThingTypeProperties$,()=>TagList],1],CreateThingTypeResponse$=[3,n0,_CTTRr,0,[_tTN,_tTA,_tTI],[0,0,0]],CreateTopicRuleDestinationRequest$=[
3,n0,_CTRDRr,0,[_dC],[()=>TopicRuleDestinationConfiguration$],1],CreateTopicRuleDestinationResponse$=[3,n0,_CTRDRre,0,[_tRD],[()=>TopicRuleDestination$]],CreateTopicRuleRequest$=[
3,n0,_CTRR,0,[_rN,_tRP,_tag],[[0,1],[()=>TopicRulePayload$,16],[0,{[_hH]:_xat}]],2],CustomCodeSigning$=[3,n0,_CCS,0,[_si,_cCe,_hA,_sAi],[()=>CodeSigningSignature$,
()=>CodeSigningCertificateChain$,0,0]],DeleteAccountAuditConfigurationRequest$=[3,n0,_DAACR,0,[_dSA],[[2,{[_hQ]:_dSA}]]],DeleteAccountAuditConfigurationResponse$=[
3,n0,_DAACRe,0,[],[]],DeleteAuditSuppressionRequest$=[3,n0,_DASR,0,[_cN,_rIe],[0,()=>ResourceIdentifier$],2],DeleteAuditSuppressionResponse$=[3,n0,_DASRe,0,[],[]],
DeleteAuthorizerRequest$=[3,n0,_DAR,0,[_aNu],[[0,1]],1],DeleteAuthorizerResponse$=[3,n0,_DARe,0,[],[]],DeleteBillingGroupRequest$=[3,n0,_DBGR,0,[_bGN,_eV],[[0,1],
[1,{[_hQ]:_eV}]],1],DeleteBillingGroupResponse$=[3,n0,_DBGRe,0,[],[]],DeleteCACertificateRequest$=[3,n0,_DCACR,0,[_cI],[[0,1]],1],DeleteCACertificateResponse$=[
3,n0,_DCACRe,0,[],[]],DeleteCertificateProviderRequest$=[3,n0,_DCPR,0,[_cPN],[[0,1]],1],DeleteCertificateProviderResponse$=[3,n0,_DCPRe,0,[],[]],DeleteCertificateRequest$=[
3,n0,_DCR,0,[_cI,_fD],[[0,1],[2,{[_hQ]:_fD}]],1],DeleteCommandExecutionRequest$=[3,n0,_DCER,0,[_eI,_tAa],[[0,1],[0,{[_hQ]:_tAa}]],2],DeleteCommandExecutionResponse$=[
3,n0,_DCERe,0,[],[]],DeleteCommandRequest$=[3,n0,_DCRe,0,[_cIo],[[0,1]],1],DeleteCommandResponse$=[3,n0,_DCRel,0,[_sCt],[[1,32]]],DeleteCustomMetricRequest$=[3,
n0,_DCMR,0,[_mNe],[[0,1]],1],DeleteCustomMetricResponse$=[3,n0,_DCMRe,0,[],[]],DeleteDimensionRequest$=[3,n0,_DDR,0,[_n],[[0,1]],1],DeleteDimensionResponse$=[3,
n0,_DDRe,0,[],[]],DeleteDomainConfigurationRequest$=[3,n0,_DDCR,0,[_dCN],[[0,1]],1],DeleteDomainConfigurationResponse$=[3,n0,_DDCRe,0,[],[]],DeleteDynamicThingGroupRequest$=[
3,n0,_DDTGR,0,[_tGNh,_eV],[[0,1],[1,{[_hQ]:_eV}]],1],DeleteDynamicThingGroupResponse$=[3,n0,_DDTGRe,0,[],[]],DeleteFleetMetricRequest$=[3,n0,_DFMR,0,[_mNe,_eV],
[[0,1],[1,{[_hQ]:_eV}]],1],DeleteJobExecutionRequest$=[3,n0,_DJER,0,[_jI,_tN,_eN,_fo,_nI],[[0,1],[0,1],[1,1],[2,{[_hQ]:_fo}],[0,{[_hQ]:_nI}]],3],DeleteJobRequest$=[
3,n0,_DJR,0,[_jI,_fo,_nI],[[0,1],[2,{[_hQ]:_fo}],[0,{[_hQ]:_nI}]],1],DeleteJobTemplateRequest$=[3,n0,_DJTR,0,[_jTI],[[0,1]],1],DeleteMitigationActionRequest$=[3,
n0,_DMAR,0,[_aN],[[0,1]],1],DeleteMitigationActionResponse$=[3,n0,_DMARe,0,[],[]],DeleteOTAUpdateRequest$=[3,n0,_DOTAUR,0,[_oUI,_dSe,_fDAWSJ],[[0,1],[2,{[_hQ]:_dSe}],
[2,{[_hQ]:_fDAWSJ}]],1],DeleteOTAUpdateResponse$=[3,n0,_DOTAURe,0,[],[]],DeletePackageRequest$=[3,n0,_DPR,0,[_pN,_cT],[[0,1],[0,{[_hQ]:_cT,[_iT]:1}]],1],DeletePackageResponse$=[
3,n0,_DPRe,0,[],[]],DeletePackageVersionRequest$=[3,n0,_DPVR,0,[_pN,_vN,_cT],[[0,1],[0,1],[0,{[_hQ]:_cT,[_iT]:1}]],2],DeletePackageVersionResponse$=[3,n0,_DPVRe,
0,[],[]],DeletePolicyRequest$=[3,n0,_DPRel,0,[_pNo],[[0,1]],1],DeletePolicyVersionRequest$=[3,n0,_DPVRel,0,[_pNo,_pVI],[[0,1],[0,1]],2],DeleteProvisioningTemplateRequest$=[
3,n0,_DPTR,0,[_tNe],[[0,1]],1],DeleteProvisioningTemplateResponse$=[3,n0,_DPTRe,0,[],[]],DeleteProvisioningTemplateVersionRequest$=[3,n0,_DPTVR,0,[_tNe,_vIe],[[
0,1],[1,1]],2],DeleteProvisioningTemplateVersionResponse$=[3,n0,_DPTVRe,0,[],[]],DeleteRegistrationCodeRequest$=[3,n0,_DRCR,0,[],[]],DeleteRegistrationCodeResponse$=[
3,n0,_DRCRe,0,[],[]],DeleteRoleAliasRequest$=[3,n0,_DRAR,0,[_rAol],[[0,1]],1],DeleteRoleAliasResponse$=[3,n0,_DRARe,0,[],[]],DeleteScheduledAuditRequest$=[3,n0,
_DSAR,0,[_sAN],[[0,1]],1],DeleteScheduledAuditResponse$=[3,n0,_DSARe,0,[],[]],DeleteSecurityProfileRequest$=[3,n0,_DSPR,0,[_sPN,_eV],[[0,1],[1,{[_hQ]:_eV}]],1],
DeleteSecurityProfileResponse$=[3,n0,_DSPRe,0,[],[]],DeleteStreamRequest$=[3,n0,_DSR,0,[_sIt],[[0,1]],1],DeleteStreamResponse$=[3,n0,_DSRe,0,[],[]],DeleteThingGroupRequest$=[
3,n0,_DTGR,0,[_tGNh,_eV],[[0,1],[1,{[_hQ]:_eV}]],1],DeleteThingGroupResponse$=[3,n0,_DTGRe,0,[],[]],DeleteThingRequest$=[3,n0,_DTR,0,[_tN,_eV],[[0,1],[1,{[_hQ]:_eV}]],
1],DeleteThingResponse$=[3,n0,_DTRe,0,[],[]],DeleteThingTypeRequest$=[3,n0,_DTTR,0,[_tTN],[[0,1]],1],DeleteThingTypeResponse$=[3,n0,_DTTRe,0,[],[]],DeleteTopicRuleDestinationRequest$=[
3,n0,_DTRDR,0,[_ar],[[0,1]],1],DeleteTopicRuleDestinationResponse$=[3,n0,_DTRDRe,0,[],[]],DeleteTopicRuleRequest$=[3,n0,_DTRR,0,[_rN],[[0,1]],1],DeleteV2LoggingLevelRequest$=[
3,n0,_DVLLR,0,[_tTa,_tNa],[[0,{[_hQ]:_tTa}],[0,{[_hQ]:_tNa}]],2],Denied$=[3,n0,_De,0,[_iDm,_eDx],[()=>ImplicitDeny$,()=>ExplicitDeny$]],DeprecateThingTypeRequest$=[
3,n0,_DTTRep,0,[_tTN,_uD],[[0,1],2],1],DeprecateThingTypeResponse$=[3,n0,_DTTRepr,0,[],[]],DescribeAccountAuditConfigurationRequest$=[3,n0,_DAACRes,0,[],[]],DescribeAccountAuditConfigurationResponse$=[
3,n0,_DAACResc,0,[_rAo,_aNTC,_aCC],[0,()=>AuditNotificationTargetConfigurations,()=>AuditCheckConfigurations]],DescribeAuditFindingRequest$=[3,n0,_DAFR,0,[_fI],
[[0,1]],1],DescribeAuditFindingResponse$=[3,n0,_DAFRe,0,[_fin],[()=>AuditFinding$]],DescribeAuditMitigationActionsTaskRequest$=[3,n0,_DAMATR,0,[_tI],[[0,1]],1],
DescribeAuditMitigationActionsTaskResponse$=[3,n0,_DAMATRe,0,[_tS,_sT,_eT,_tSas,_tar,_aCTAM,_aDc],[0,4,4,()=>AuditMitigationActionsTaskStatistics,()=>AuditMitigationActionsTaskTarget$,
[2,n0,_ACTAM,0,0,64],()=>MitigationActionList]],DescribeAuditSuppressionRequest$=[3,n0,_DASRes,0,[_cN,_rIe],[0,()=>ResourceIdentifier$],2],DescribeAuditSuppressionResponse$=[
3,n0,_DASResc,0,[_cN,_rIe,_eD,_sI,_d],[0,()=>ResourceIdentifier$,4,2,0]],DescribeAuditTaskRequest$=[3,n0,_DATR,0,[_tI],[[0,1]],1],DescribeAuditTaskResponse$=[3,
n0,_DATRe,0,[_tS,_tT,_tST,_tSas,_sAN,_aDu],[0,0,4,()=>TaskStatistics$,0,()=>AuditDetails]],DescribeAuthorizerRequest$=[3,n0,_DARes,0,[_aNu],[[0,1]],1],DescribeAuthorizerResponse$=[
3,n0,_DAResc,0,[_aDut],[()=>AuthorizerDescription$]],DescribeBillingGroupRequest$=[3,n0,_DBGRes,0,[_bGN],[[0,1]],1],DescribeBillingGroupResponse$=[3,n0,_DBGResc,
0,[_bGN,_bGI,_bGA,_ve,_bGP,_bGM],[0,0,0,1,()=>BillingGroupProperties$,()=>BillingGroupMetadata$]],DescribeCACertificateRequest$=[3,n0,_DCACRes,0,[_cI],[[0,1]],1],
DescribeCACertificateResponse$=[3,n0,_DCACResc,0,[_cDe,_rCe],[()=>CACertificateDescription$,()=>RegistrationConfig$]],DescribeCertificateProviderRequest$=[3,n0,
_DCPRes,0,[_cPN],[[0,1]],1],DescribeCertificateProviderResponse$=[3,n0,_DCPResc,0,[_cPN,_cPA,_lFA,_aDFO,_cD,_lMD],[0,0,0,64,4,4]],DescribeCertificateRequest$=[3,
n0,_DCRes,0,[_cI],[[0,1]],1],DescribeCertificateResponse$=[3,n0,_DCResc,0,[_cDe],[()=>CertificateDescription$]],DescribeCustomMetricRequest$=[3,n0,_DCMRes,0,[_mNe],
[[0,1]],1],DescribeCustomMetricResponse$=[3,n0,_DCMResc,0,[_mNe,_mA,_mTe,_dN,_cD,_lMD],[0,0,0,0,4,4]],DescribeDefaultAuthorizerRequest$=[3,n0,_DDAR,0,[],[]],DescribeDefaultAuthorizerResponse$=[
3,n0,_DDARe,0,[_aDut],[()=>AuthorizerDescription$]],DescribeDetectMitigationActionsTaskRequest$=[3,n0,_DDMATR,0,[_tI],[[0,1]],1],DescribeDetectMitigationActionsTaskResponse$=[
3,n0,_DDMATRe,0,[_tSask],[()=>DetectMitigationActionsTaskSummary$]],DescribeDimensionRequest$=[3,n0,_DDRes,0,[_n],[[0,1]],1],DescribeDimensionResponse$=[3,n0,_DDResc,
0,[_n,_ar,_ty,_sVt,_cD,_lMD],[0,0,0,64,4,4]],DescribeDomainConfigurationRequest$=[3,n0,_DDCRes,0,[_dCN],[[0,1]],1],DescribeDomainConfigurationResponse$=[3,n0,_DDCResc,
0,[_dCN,_dCA,_dNo,_sCe,_aC,_dCS,_sTe,_dT,_lSCD,_tC,_sCC,_aTu,_aP,_cCC],[0,0,0,()=>ServerCertificates,()=>AuthorizerConfig$,0,0,0,4,()=>TlsConfig$,()=>ServerCertificateConfig$,
0,0,()=>ClientCertificateConfig$]],DescribeEncryptionConfigurationRequest$=[3,n0,_DECR,0,[],[]],DescribeEncryptionConfigurationResponse$=[3,n0,_DECRe,0,[_eTn,_kKA,
_kARA,_cDo,_lMD],[0,0,0,()=>ConfigurationDetails$,4]],DescribeEndpointRequest$=[3,n0,_DER,0,[_eTnd],[[0,{[_hQ]:_eTnd}]]],DescribeEndpointResponse$=[3,n0,_DERe,0,
[_eA],[0]],DescribeEventConfigurationsRequest$=[3,n0,_DECRes,0,[],[]],DescribeEventConfigurationsResponse$=[3,n0,_DECResc,0,[_eCv,_cD,_lMD],[()=>EventConfigurations,
4,4]],DescribeFleetMetricRequest$=[3,n0,_DFMRe,0,[_mNe],[[0,1]],1],DescribeFleetMetricResponse$=[3,n0,_DFMRes,0,[_mNe,_qS,_aTg,_pe,_aF,_d,_qV,_iN,_cD,_lMD,_u,_ve,
_mA],[0,0,()=>AggregationType$,1,0,0,0,0,4,4,0,1,0]],DescribeIndexRequest$=[3,n0,_DIR,0,[_iN],[[0,1]],1],DescribeIndexResponse$=[3,n0,_DIRe,0,[_iN,_iSn,_sc],[0,
0,0]],DescribeJobExecutionRequest$=[3,n0,_DJERe,0,[_jI,_tN,_eN],[[0,1],[0,1],[1,{[_hQ]:_eN}]],2],DescribeJobExecutionResponse$=[3,n0,_DJERes,0,[_exe],[()=>JobExecution$]],
DescribeJobRequest$=[3,n0,_DJRe,0,[_jI,_bS],[[0,1],[2,{[_hQ]:_bS}]],1],DescribeJobResponse$=[3,n0,_DJRes,0,[_dSo,_j],[0,()=>Job$]],DescribeJobTemplateRequest$=[
3,n0,_DJTRe,0,[_jTI],[[0,1]],1],DescribeJobTemplateResponse$=[3,n0,_DJTRes,0,[_jTA,_jTI,_d,_dSo,_do,_cAr,_pUC,_jERC,_aCb,_tCi,_jERCo,_mW,_dPV],[0,0,0,0,0,4,()=>PresignedUrlConfig$,
()=>JobExecutionsRolloutConfig$,()=>AbortConfig$,()=>TimeoutConfig$,()=>JobExecutionsRetryConfig$,()=>MaintenanceWindows,64]],DescribeManagedJobTemplateRequest$=[
3,n0,_DMJTR,0,[_tNe,_tV],[[0,1],[0,{[_hQ]:_tV}]],1],DescribeManagedJobTemplateResponse$=[3,n0,_DMJTRe,0,[_tNe,_tAem,_d,_tV,_env,_dP,_do],[0,0,0,0,64,()=>DocumentParameters,
0]],DescribeMitigationActionRequest$=[3,n0,_DMARes,0,[_aN],[[0,1]],1],DescribeMitigationActionResponse$=[3,n0,_DMAResc,0,[_aN,_aT,_aAc,_aI,_rAo,_aPc,_cD,_lMD],[
0,0,0,0,0,()=>MitigationActionParams$,4,4]],DescribeProvisioningTemplateRequest$=[3,n0,_DPTRes,0,[_tNe],[[0,1]],1],DescribeProvisioningTemplateResponse$=[3,n0,_DPTResc,
0,[_tAem,_tNe,_d,_cD,_lMD,_dVI,_tB,_en,_pRA,_pPH,_ty],[0,0,0,4,4,1,0,2,0,()=>ProvisioningHook$,0]],DescribeProvisioningTemplateVersionRequest$=[3,n0,_DPTVRes,0,
[_tNe,_vIe],[[0,1],[1,1]],2],DescribeProvisioningTemplateVersionResponse$=[3,n0,_DPTVResc,0,[_vIe,_cD,_tB,_iDV],[1,4,0,2]],DescribeRoleAliasRequest$=[3,n0,_DRARes,
0,[_rAol],[[0,1]],1],DescribeRoleAliasResponse$=[3,n0,_DRAResc,0,[_rAD],[()=>RoleAliasDescription$]],DescribeScheduledAuditRequest$=[3,n0,_DSARes,0,[_sAN],[[0,1]],
1],DescribeScheduledAuditResponse$=[3,n0,_DSAResc,0,[_fr,_dOM,_dOW,_tCN,_sAN,_sAAc],[0,0,0,64,0,0]],DescribeSecurityProfileRequest$=[3,n0,_DSPRes,0,[_sPN],[[0,1]],
1],DescribeSecurityProfileResponse$=[3,n0,_DSPResc,0,[_sPN,_sPA,_sPD,_be,_aTl,_aMTR,_aMTRV,_ve,_cD,_lMD,_mEC],[0,0,0,()=>Behaviors,()=>AlertTargets,64,()=>AdditionalMetricsToRetainV2List,
1,4,4,()=>MetricsExportConfig$]],DescribeStreamRequest$=[3,n0,_DSRes,0,[_sIt],[[0,1]],1],DescribeStreamResponse$=[3,n0,_DSResc,0,[_sItr],[()=>StreamInfo$]],DescribeThingGroupRequest$=[
3,n0,_DTGRes,0,[_tGNh],[[0,1]],1],DescribeThingGroupResponse$=[3,n0,_DTGResc,0,[_tGNh,_tGI,_tGA,_ve,_tGP,_tGM,_iN,_qS,_qV,_st],[0,0,0,1,()=>ThingGroupProperties$,
()=>ThingGroupMetadata$,0,0,0,0]],DescribeThingRegistrationTaskRequest$=[3,n0,_DTRTR,0,[_tI],[[0,1]],1],DescribeThingRegistrationTaskResponse$=[3,n0,_DTRTRe,0,[
_tI,_cD,_lMD,_tB,_iFB,_iFK,_rAo,_st,_m,_sCu,_fC,_pP],[0,4,4,0,0,0,0,0,0,1,1,1]],DescribeThingRequest$=[3,n0,_DTRes,0,[_tN],[[0,1]],1],DescribeThingResponse$=[3,
n0,_DTResc,0,[_dCI,_tN,_tIh,_tA,_tTN,_at,_ve,_bGN],[0,0,0,0,0,128,1,0]],DescribeThingTypeRequest$=[3,n0,_DTTRes,0,[_tTN],[[0,1]],1],DescribeThingTypeResponse$=[
3,n0,_DTTResc,0,[_tTN,_tTI,_tTA,_tTP,_tTM],[0,0,0,()=>ThingTypeProperties$,()=>ThingTypeMetadata$]],Destination$=[3,n0,_Des,0,[_sDe],[()=>S3Destination$]],DetachPolicyRequest$=[
3,n0,_DPRet,0,[_pNo,_tar],[[0,1],0],2],DetachPrincipalPolicyRequest$=[3,n0,_DPPR,0,[_pNo,_pr],[[0,1],[0,{[_hH]:_xaip}]],2],DetachSecurityProfileRequest$=[3,n0,_DSPRet,
0,[_sPN,_sPTA],[[0,1],[0,{[_hQ]:_sPTA}]],2],DetachSecurityProfileResponse$=[3,n0,_DSPReta,0,[],[]],DetachThingPrincipalRequest$=[3,n0,_DTPR,0,[_tN,_pr],[[0,1],[
0,{[_hH]:_xap}]],2],DetachThingPrincipalResponse$=[3,n0,_DTPRe,0,[],[]],DetectMitigationActionExecution$=[3,n0,_DMAE,0,[_tI,_vI,_aN,_tN,_eSD,_eED,_st,_eC,_m],[0,
0,0,0,4,4,0,0,0]],DetectMitigationActionsTaskStatistics$=[3,n0,_DMATS,0,[_aE,_aS,_aFc],[1,1,1]],DetectMitigationActionsTaskSummary$=[3,n0,_DMATSe,0,[_tI,_tS,_tST,
_tET,_tar,_vEOR,_oAVI,_sAI,_aDc,_tSas],[0,0,4,4,()=>DetectMitigationActionsTaskTarget$,()=>ViolationEventOccurrenceRange$,2,2,()=>MitigationActionList,()=>DetectMitigationActionsTaskStatistics$]],
DetectMitigationActionsTaskTarget$=[3,n0,_DMATT,0,[_vIi,_sPN,_bN],[64,0,0]],DisableTopicRuleRequest$=[3,n0,_DTRRi,0,[_rN],[[0,1]],1],DisassociateSbomFromPackageVersionRequest$=[
3,n0,_DSFPVR,0,[_pN,_vN,_cT],[[0,1],[0,1],[0,{[_hQ]:_cT,[_iT]:1}]],2],DisassociateSbomFromPackageVersionResponse$=[3,n0,_DSFPVRi,0,[],[]],DocumentParameter$=[3,
n0,_DP,0,[_ke,_d,_reg,_exa,_op],[0,0,0,0,2]],DomainConfigurationSummary$=[3,n0,_DCS,0,[_dCN,_dCA,_sTe],[0,0,0]],DynamoDBAction$=[3,n0,_DDBA,0,[_tNab,_rAo,_hKF,_hKV,
_ope,_hKT,_rKF,_rKV,_rKT,_pF],[0,0,0,0,0,0,0,0,0,0],4],DynamoDBv2Action$=[3,n0,_DDBAy,0,[_rAo,_pI],[0,()=>PutItemInput$],2],EffectivePolicy$=[3,n0,_EP,0,[_pNo,_pAo,
_pDo],[0,0,0]],ElasticsearchAction$=[3,n0,_EA,0,[_rAo,_end,_i,_ty,_id],[0,0,0,0,0],5],EnableIoTLoggingParams$=[3,n0,_EITLP,0,[_rAFL,_lL],[0,0],2],EnableTopicRuleRequest$=[
3,n0,_ETRR,0,[_rN],[[0,1]],1],ErrorInfo$=[3,n0,_EI,0,[_cod,_m],[0,0]],ExplicitDeny$=[3,n0,_ED,0,[_p],[()=>Policies]],ExponentialRolloutRate$=[3,n0,_ERR,0,[_bRPM,
_iF,_rIC],[1,1,()=>RateIncreaseCriteria$],3],Field$=[3,n0,_F,0,[_n,_ty],[0,0]],FileLocation$=[3,n0,_FL,0,[_stre,_sL],[()=>_Stream$,()=>S3Location$]],FirehoseAction$=[
3,n0,_FA,0,[_rAo,_dSN,_sep,_bM],[0,0,0,2],2],FleetMetricNameAndArn$=[3,n0,_FMNAA,0,[_mNe,_mA],[0,0]],GeoLocationTarget$=[3,n0,_GLT,0,[_n,_or],[0,0]],GetBehaviorModelTrainingSummariesRequest$=[
3,n0,_GBMTSR,0,[_sPN,_mR,_nT],[[0,{[_hQ]:_sPN}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]]],GetBehaviorModelTrainingSummariesResponse$=[3,n0,_GBMTSRe,0,[_su,_nT],[()=>BehaviorModelTrainingSummaries,
0]],GetBucketsAggregationRequest$=[3,n0,_GBAR,0,[_qS,_aF,_bATu,_iN,_qV],[0,0,()=>BucketsAggregationType$,0,0],3],GetBucketsAggregationResponse$=[3,n0,_GBARe,0,[
_tCo,_bu],[1,()=>Buckets]],GetCardinalityRequest$=[3,n0,_GCR,0,[_qS,_iN,_aF,_qV],[0,0,0,0],1],GetCardinalityResponse$=[3,n0,_GCRe,0,[_ca],[1]],GetCommandExecutionRequest$=[
3,n0,_GCER,0,[_eI,_tAa,_iR],[[0,1],[0,{[_hQ]:_tAa}],[2,{[_hQ]:_iR}]],2],GetCommandExecutionResponse$=[3,n0,_GCERe,0,[_eI,_cAo,_tAa,_st,_sRt,_res,_par,_eTS,_cAr,
_lUA,_sAt,_cAom,_tTL],[0,0,0,0,()=>StatusReason$,()=>CommandExecutionResultMap,()=>CommandExecutionParameterMap,1,4,4,4,4,4]],GetCommandRequest$=[3,n0,_GCRet,0,
[_cIo],[[0,1]],1],GetCommandResponse$=[3,n0,_GCReto,0,[_cIo,_cAo,_na,_dN,_d,_mP,_pa,_pT,_pre,_rAo,_cAr,_lUA,_dep,_pD],[0,0,0,0,0,()=>CommandParameterList,()=>CommandPayload$,
0,()=>CommandPreprocessor$,0,4,4,2,2]],GetEffectivePoliciesRequest$=[3,n0,_GEPR,0,[_pr,_cIPI,_tN],[0,0,[0,{[_hQ]:_tN}]]],GetEffectivePoliciesResponse$=[3,n0,_GEPRe,
0,[_eP],[()=>EffectivePolicies]],GetIndexingConfigurationRequest$=[3,n0,_GICR,0,[],[]],GetIndexingConfigurationResponse$=[3,n0,_GICRe,0,[_tIC,_tGIC],[()=>ThingIndexingConfiguration$,
()=>ThingGroupIndexingConfiguration$]],GetJobDocumentRequest$=[3,n0,_GJDR,0,[_jI,_bS],[[0,1],[2,{[_hQ]:_bS}]],1],GetJobDocumentResponse$=[3,n0,_GJDRe,0,[_do],[0]],
GetLoggingOptionsRequest$=[3,n0,_GLOR,0,[],[]],GetLoggingOptionsResponse$=[3,n0,_GLORe,0,[_rAo,_lL],[0,0]],GetOTAUpdateRequest$=[3,n0,_GOTAUR,0,[_oUI],[[0,1]],1],
GetOTAUpdateResponse$=[3,n0,_GOTAURe,0,[_oUIt],[()=>OTAUpdateInfo$]],GetPackageConfigurationRequest$=[3,n0,_GPCR,0,[],[]],GetPackageConfigurationResponse$=[3,n0,
_GPCRe,0,[_vUBJC],[()=>VersionUpdateByJobsConfig$]],GetPackageRequest$=[3,n0,_GPR,0,[_pN],[[0,1]],1],GetPackageResponse$=[3,n0,_GPRe,0,[_pN,_pA,_d,_dVN,_cD,_lMD],
[0,0,[()=>ResourceDescription,0],0,4,4]],GetPackageVersionRequest$=[3,n0,_GPVR,0,[_pN,_vN],[[0,1],[0,1]],2],GetPackageVersionResponse$=[3,n0,_GPVRe,0,[_pVA,_pN,
_vN,_d,_at,_art,_st,_eRr,_cD,_lMD,_sb,_sVS,_rec],[0,0,0,[()=>ResourceDescription,0],[()=>ResourceAttributes,0],()=>PackageVersionArtifact$,0,0,4,4,()=>Sbom$,0,[
()=>PackageVersionRecipe,0]]],GetPercentilesRequest$=[3,n0,_GPRet,0,[_qS,_iN,_aF,_qV,_per],[0,0,0,0,65],1],GetPercentilesResponse$=[3,n0,_GPRete,0,[_perc],[()=>Percentiles]],
GetPolicyRequest$=[3,n0,_GPReto,0,[_pNo],[[0,1]],1],GetPolicyResponse$=[3,n0,_GPRetol,0,[_pNo,_pAo,_pDo,_dVI,_cD,_lMD,_gI],[0,0,0,0,4,4,0]],GetPolicyVersionRequest$=[
3,n0,_GPVRet,0,[_pNo,_pVI],[[0,1],[0,1]],2],GetPolicyVersionResponse$=[3,n0,_GPVReto,0,[_pAo,_pNo,_pDo,_pVI,_iDV,_cD,_lMD,_gI],[0,0,0,0,2,4,4,0]],GetRegistrationCodeRequest$=[
3,n0,_GRCR,0,[],[]],GetRegistrationCodeResponse$=[3,n0,_GRCRe,0,[_rCeg],[0]],GetStatisticsRequest$=[3,n0,_GSR,0,[_qS,_iN,_aF,_qV],[0,0,0,0],1],GetStatisticsResponse$=[
3,n0,_GSRe,0,[_sta],[()=>Statistics$]],GetThingConnectivityDataRequest$=[3,n0,_GTCDR,0,[_tN,_iSI],[[()=>ConnectivityApiThingName,1],2],1],GetThingConnectivityDataResponse$=[
3,n0,_GTCDRe,0,[_tN,_conn,_ti,_dR,_sIo,_sP,_tIa,_tPa,_vEI,_kAD,_cSl,_sE,_cIl],[[()=>ConnectivityApiThingName,0],2,4,0,[()=>SourceIp,0],[()=>SourcePort,0],[()=>TargetIp,
0],[()=>TargetPort,0],[()=>VpcEndpointId,0],1,2,1,0]],GetTopicRuleDestinationRequest$=[3,n0,_GTRDR,0,[_ar],[[0,1]],1],GetTopicRuleDestinationResponse$=[3,n0,_GTRDRe,
0,[_tRD],[()=>TopicRuleDestination$]],GetTopicRuleRequest$=[3,n0,_GTRR,0,[_rN],[[0,1]],1],GetTopicRuleResponse$=[3,n0,_GTRRe,0,[_rAu,_ru],[0,()=>TopicRule$]],GetV2LoggingOptionsRequest$=[
3,n0,_GVLOR,0,[_ver],[[2,{[_hQ]:_ver}]]],GetV2LoggingOptionsResponse$=[3,n0,_GVLORe,0,[_rAo,_dLL,_dAL,_eCv],[0,0,2,()=>LogEventConfigurations]],GroupNameAndArn$=[
3,n0,_GNAA,0,[_gN,_gA],[0,0]],HttpAction$=[3,n0,_HA,0,[_ur,_cU,_he,_au,_eB,_bC],[0,0,()=>HeaderList,()=>HttpAuthorization$,2,()=>BatchConfig$],1],HttpActionHeader$=[
3,n0,_HAH,0,[_ke,_va],[0,0],2],HttpAuthorization$=[3,n0,_HAt,0,[_sig],[()=>SigV4Authorization$]],HttpContext$=[3,n0,_HC,0,[_he,_qS],[128,0]],HttpUrlDestinationConfiguration$=[
3,n0,_HUDC,0,[_cU],[0],1],HttpUrlDestinationProperties$=[3,n0,_HUDP,0,[_cU],[0]],HttpUrlDestinationSummary$=[3,n0,_HUDS,0,[_cU],[0]],ImplicitDeny$=[3,n0,_ID,0,[
_p],[()=>Policies]],IndexingFilter$=[3,n0,_IF,0,[_nSN,_gL,_conne],[64,()=>GeoLocationsFilter,()=>ConnectivityFilter$]],InfluxDBAction$=[3,n0,_IDBA,0,[_dA,_rAo,_dNa,
_tNab,_org,_tag,_tU,_bC],[0,0,0,0,0,128,0,()=>InfluxDBBatchConfig$],4],InfluxDBBatchConfig$=[3,n0,_IDBBC,0,[_mBS,_mBOM,_mBSB,_bAT],[1,1,1,2]],InfluxDBDestinationConfiguration$=[
3,n0,_IDBDC,0,[_end,_iDBV,_sIe,_sTec,_sK],[0,0,0,0,0],3],InfluxDBDestinationProperties$=[3,n0,_IDBDP,0,[_end,_iDBV,_sIe,_sTec,_sK],[0,0,0,0,0]],InfluxDBDestinationSummary$=[
3,n0,_IDBDS,0,[_end,_iDBV,_sIe,_sTec,_sK],[0,0,0,0,0]],IotAnalyticsAction$=[3,n0,_IAA,0,[_cAh,_cNh,_bM,_rAo],[0,0,2,0]],IotEventsAction$=[3,n0,_IEA,0,[_iNn,_rAo,
_mI,_bM],[0,0,0,2],2],IotSiteWiseAction$=[3,n0,_ISWA,0,[_pAPVE,_rAo],[()=>PutAssetPropertyValueEntryList,0],2],IssuerCertificateIdentifier$=[3,n0,_ICI,0,[_iCS,_iI,
_iCSN],[0,0,0]],Job$=[3,n0,_J,0,[_jA,_jI,_tSa,_st,_fCo,_rC,_co,_ta,_d,_pUC,_jERC,_aCb,_cAr,_lUA,_cAom,_jPD,_tCi,_nI,_jTA,_jERCo,_dP,_iC,_sC,_sJR,_dPV],[0,0,0,0,
2,0,0,64,0,()=>PresignedUrlConfig$,()=>JobExecutionsRolloutConfig$,()=>AbortConfig$,4,4,4,()=>JobProcessDetails$,()=>TimeoutConfig$,0,0,()=>JobExecutionsRetryConfig$,
128,2,()=>SchedulingConfig$,()=>ScheduledJobRolloutList,64]],JobExecution$=[3,n0,_JE,0,[_jI,_st,_fCo,_sDt,_tA,_qA,_sAt,_lUA,_eN,_vNe,_aSBTO],[0,0,2,()=>JobExecutionStatusDetails$,
0,4,4,4,1,1,1]],JobExecutionsRetryConfig$=[3,n0,_JERC,0,[_cL],[()=>RetryCriteriaList],1],JobExecutionsRolloutConfig$=[3,n0,_JERCo,0,[_mPM,_eR],[1,()=>ExponentialRolloutRate$]],
JobExecutionStatusDetails$=[3,n0,_JESD,0,[_dM],[128]],JobExecutionSummary$=[3,n0,_JES,0,[_st,_qA,_sAt,_lUA,_eN,_rAe],[0,4,4,4,1,1]],JobExecutionSummaryForJob$=[
3,n0,_JESFJ,0,[_tA,_jES],[0,()=>JobExecutionSummary$]],JobExecutionSummaryForThing$=[3,n0,_JESFT,0,[_jI,_jES],[0,()=>JobExecutionSummary$]],JobProcessDetails$=[
3,n0,_JPD,0,[_pTr,_nOCT,_nOST,_nOFT,_nORT,_nOQT,_nOIPT,_nORTu,_nOTOT],[64,1,1,1,1,1,1,1,1]],JobSummary$=[3,n0,_JS,0,[_jA,_jI,_tGI,_tSa,_st,_cAr,_lUA,_cAom,_iC],
[0,0,0,0,0,4,4,4,2]],JobTemplateSummary$=[3,n0,_JTS,0,[_jTA,_jTI,_d,_cAr],[0,0,0,4]],KafkaAction$=[3,n0,_KA,0,[_dA,_to,_cPl,_ke,_part,_he],[0,0,128,0,0,()=>KafkaHeaders],
3],KafkaActionHeader$=[3,n0,_KAH,0,[_ke,_va],[0,0],2],KeyPair$=[3,n0,_KP,0,[_PKu,_PK],[0,[()=>PrivateKey,0]]],KinesisAction$=[3,n0,_KAi,0,[_rAo,_sN,_pK],[0,0,0],
2],LambdaAction$=[3,n0,_LA,0,[_fA],[0],1],ListActiveViolationsRequest$=[3,n0,_LAVR,0,[_tN,_sPN,_bCT,_lSA,_vS,_nT,_mR],[[0,{[_hQ]:_tN}],[0,{[_hQ]:_sPN}],[0,{[_hQ]:_bCT}],
[2,{[_hQ]:_lSA}],[0,{[_hQ]:_vS}],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]]],ListActiveViolationsResponse$=[3,n0,_LAVRi,0,[_aV,_nT],[()=>ActiveViolations,0]],ListAttachedPoliciesRequest$=[
3,n0,_LAPR,0,[_tar,_recu,_mar,_pS],[[0,1],[2,{[_hQ]:_recu}],[0,{[_hQ]:_mar}],[1,{[_hQ]:_pS}]],1],ListAttachedPoliciesResponse$=[3,n0,_LAPRi,0,[_p,_nM],[()=>Policies,
0]],ListAuditFindingsRequest$=[3,n0,_LAFR,0,[_tI,_cN,_rIe,_mR,_nT,_sT,_eT,_lSF],[0,0,()=>ResourceIdentifier$,1,0,4,4,2]],ListAuditFindingsResponse$=[3,n0,_LAFRi,
0,[_find,_nT],[()=>AuditFindings,0]],ListAuditMitigationActionsExecutionsRequest$=[3,n0,_LAMAER,0,[_tI,_fI,_aSc,_mR,_nT],[[0,{[_hQ]:_tI}],[0,{[_hQ]:_fI}],[0,{[_hQ]:_aSc}],
[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]],2],ListAuditMitigationActionsExecutionsResponse$=[3,n0,_LAMAERi,0,[_aEc,_nT],[()=>AuditMitigationActionExecutionMetadataList,0]],
ListAuditMitigationActionsTasksRequest$=[3,n0,_LAMATR,0,[_sT,_eT,_aTI,_fI,_tS,_mR,_nT],[[4,{[_hQ]:_sT}],[4,{[_hQ]:_eT}],[0,{[_hQ]:_aTI}],[0,{[_hQ]:_fI}],[0,{[_hQ]:_tS}],
[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]],2],ListAuditMitigationActionsTasksResponse$=[3,n0,_LAMATRi,0,[_tas,_nT],[()=>AuditMitigationActionsTaskMetadataList,0]],ListAuditSuppressionsRequest$=[
3,n0,_LASR,0,[_cN,_rIe,_aO,_nT,_mR],[0,()=>ResourceIdentifier$,2,0,1]],ListAuditSuppressionsResponse$=[3,n0,_LASRi,0,[_sup,_nT],[()=>AuditSuppressionList,0]],ListAuditTasksRequest$=[
3,n0,_LATR,0,[_sT,_eT,_tT,_tS,_nT,_mR],[[4,{[_hQ]:_sT}],[4,{[_hQ]:_eT}],[0,{[_hQ]:_tT}],[0,{[_hQ]:_tS}],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],2],ListAuditTasksResponse$=[
3,n0,_LATRi,0,[_tas,_nT],[()=>AuditTaskMetadataList,0]],ListAuthorizersRequest$=[3,n0,_LAR,0,[_pS,_mar,_aO,_st],[[1,{[_hQ]:_pS}],[0,{[_hQ]:_mar}],[2,{[_hQ]:_iAO}],
[0,{[_hQ]:_st}]]],ListAuthorizersResponse$=[3,n0,_LARi,0,[_aut,_nM],[()=>Authorizers,0]],ListBillingGroupsRequest$=[3,n0,_LBGR,0,[_nT,_mR,_nPF],[[0,{[_hQ]:_nT}],
[1,{[_hQ]:_mR}],[0,{[_hQ]:_nPF}]]],ListBillingGroupsResponse$=[3,n0,_LBGRi,0,[_bG,_nT],[()=>BillingGroupNameAndArnList,0]],ListCACertificatesRequest$=[3,n0,_LCACR,
0,[_pS,_mar,_aO,_tNe],[[1,{[_hQ]:_pS}],[0,{[_hQ]:_mar}],[2,{[_hQ]:_iAO}],[0,{[_hQ]:_tNe}]]],ListCACertificatesResponse$=[3,n0,_LCACRi,0,[_ce,_nM],[()=>CACertificates,
0]],ListCertificateProvidersRequest$=[3,n0,_LCPR,0,[_nT,_aO],[[0,{[_hQ]:_nT}],[2,{[_hQ]:_iAO}]]],ListCertificateProvidersResponse$=[3,n0,_LCPRi,0,[_cPe,_nT],[()=>CertificateProviders,
0]],ListCertificatesByCARequest$=[3,n0,_LCBCAR,0,[_cCI,_pS,_mar,_aO],[[0,1],[1,{[_hQ]:_pS}],[0,{[_hQ]:_mar}],[2,{[_hQ]:_iAO}]],1],ListCertificatesByCAResponse$=[
3,n0,_LCBCARi,0,[_ce,_nM],[()=>Certificates,0]],ListCertificatesRequest$=[3,n0,_LCR,0,[_pS,_mar,_aO],[[1,{[_hQ]:_pS}],[0,{[_hQ]:_mar}],[2,{[_hQ]:_iAO}]]],ListCertificatesResponse$=[
3,n0,_LCRi,0,[_ce,_nM],[()=>Certificates,0]],ListCommandExecutionsRequest$=[3,n0,_LCER,0,[_mR,_nT,_na,_st,_sO,_sTF,_cTF,_tAa,_cAo],[[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}],
0,0,0,()=>TimeFilter$,()=>TimeFilter$,0,0]],ListCommandExecutionsResponse$=[3,n0,_LCERi,0,[_cE,_nT],[()=>CommandExecutionSummaryList,0]],ListCommandsRequest$=[3,
n0,_LCRis,0,[_mR,_nT,_na,_cPNo,_sO],[[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}],[0,{[_hQ]:_na}],[0,{[_hQ]:_cPNo}],[0,{[_hQ]:_sO}]]],ListCommandsResponse$=[3,n0,_LCRist,0,[
_com,_nT],[()=>CommandSummaryList,0]],ListCustomMetricsRequest$=[3,n0,_LCMR,0,[_nT,_mR],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]]],ListCustomMetricsResponse$=[3,n0,_LCMRi,
0,[_mNet,_nT],[64,0]],ListDetectMitigationActionsExecutionsRequest$=[3,n0,_LDMAER,0,[_tI,_vI,_tN,_sT,_eT,_mR,_nT],[[0,{[_hQ]:_tI}],[0,{[_hQ]:_vI}],[0,{[_hQ]:_tN}],
[4,{[_hQ]:_sT}],[4,{[_hQ]:_eT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]]],ListDetectMitigationActionsExecutionsResponse$=[3,n0,_LDMAERi,0,[_aEc,_nT],[()=>DetectMitigationActionExecutionList,
0]],ListDetectMitigationActionsTasksRequest$=[3,n0,_LDMATR,0,[_sT,_eT,_mR,_nT],[[4,{[_hQ]:_sT}],[4,{[_hQ]:_eT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]],2],ListDetectMitigationActionsTasksResponse$=[
3,n0,_LDMATRi,0,[_tas,_nT],[()=>DetectMitigationActionsTaskSummaryList,0]],ListDimensionsRequest$=[3,n0,_LDR,0,[_nT,_mR],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]]],ListDimensionsResponse$=[
3,n0,_LDRi,0,[_dNi,_nT],[64,0]],ListDomainConfigurationsRequest$=[3,n0,_LDCR,0,[_mar,_pS,_sTe],[[0,{[_hQ]:_mar}],[1,{[_hQ]:_pS}],[0,{[_hQ]:_sTe}]]],ListDomainConfigurationsResponse$=[
3,n0,_LDCRi,0,[_dCo,_nM],[()=>DomainConfigurations,0]],ListFleetMetricsRequest$=[3,n0,_LFMR,0,[_nT,_mR],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]]],ListFleetMetricsResponse$=[
3,n0,_LFMRi,0,[_fM,_nT],[()=>FleetMetricNameAndArnList,0]],ListIndicesRequest$=[3,n0,_LIR,0,[_nT,_mR],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]]],ListIndicesResponse$=[3,
n0,_LIRi,0,[_iNnd,_nT],[64,0]],ListJobExecutionsForJobRequest$=[3,n0,_LJEFJR,0,[_jI,_st,_mR,_nT],[[0,1],[0,{[_hQ]:_st}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]],1],ListJobExecutionsForJobResponse$=[
3,n0,_LJEFJRi,0,[_eS,_nT],[()=>JobExecutionSummaryForJobList,0]],ListJobExecutionsForThingRequest$=[3,n0,_LJEFTR,0,[_tN,_st,_nI,_mR,_nT,_jI],[[0,1],[0,{[_hQ]:_st}],
[0,{[_hQ]:_nI}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}],[0,{[_hQ]:_jI}]],1],ListJobExecutionsForThingResponse$=[3,n0,_LJEFTRi,0,[_eS,_nT],[()=>JobExecutionSummaryForThingList,
0]],ListJobsRequest$=[3,n0,_LJR,0,[_st,_tSa,_mR,_nT,_tGNh,_tGI,_nI],[[0,{[_hQ]:_st}],[0,{[_hQ]:_tSa}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}],[0,{[_hQ]:_tGNh}],[0,{[_hQ]:_tGI}],
[0,{[_hQ]:_nI}]]],ListJobsResponse$=[3,n0,_LJRi,0,[_jo,_nT],[()=>JobSummaryList,0]],ListJobTemplatesRequest$=[3,n0,_LJTR,0,[_mR,_nT],[[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]]],
ListJobTemplatesResponse$=[3,n0,_LJTRi,0,[_jT,_nT],[()=>JobTemplateSummaryList,0]],ListManagedJobTemplatesRequest$=[3,n0,_LMJTR,0,[_tNe,_mR,_nT],[[0,{[_hQ]:_tNe}],
[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]]],ListManagedJobTemplatesResponse$=[3,n0,_LMJTRi,0,[_mJT,_nT],[()=>ManagedJobTemplatesSummaryList,0]],ListMetricValuesRequest$=[
3,n0,_LMVR,0,[_tN,_mNe,_sT,_eT,_dNim,_dVO,_mR,_nT],[[0,{[_hQ]:_tN}],[0,{[_hQ]:_mNe}],[4,{[_hQ]:_sT}],[4,{[_hQ]:_eT}],[0,{[_hQ]:_dNim}],[0,{[_hQ]:_dVO}],[1,{[_hQ]:_mR}],
[0,{[_hQ]:_nT}]],4],ListMetricValuesResponse$=[3,n0,_LMVRi,0,[_mDL,_nT],[()=>MetricDatumList,0]],ListMitigationActionsRequest$=[3,n0,_LMAR,0,[_aT,_mR,_nT],[[0,{
[_hQ]:_aT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]]],ListMitigationActionsResponse$=[3,n0,_LMARi,0,[_aIc,_nT],[()=>MitigationActionIdentifierList,0]],ListOTAUpdatesRequest$=[
3,n0,_LOTAUR,0,[_mR,_nT,_oUS],[[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}],[0,{[_hQ]:_oUS}]]],ListOTAUpdatesResponse$=[3,n0,_LOTAURi,0,[_oU,_nT],[()=>OTAUpdatesSummary,0]],
ListOutgoingCertificatesRequest$=[3,n0,_LOCR,0,[_pS,_mar,_aO],[[1,{[_hQ]:_pS}],[0,{[_hQ]:_mar}],[2,{[_hQ]:_iAO}]]],ListOutgoingCertificatesResponse$=[3,n0,_LOCRi,
0,[_oC,_nM],[()=>OutgoingCertificates,0]],ListPackagesRequest$=[3,n0,_LPR,0,[_mR,_nT],[[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]]],ListPackagesResponse$=[3,n0,_LPRi,0,[_pSa,
_nT],[()=>PackageSummaryList,0]],ListPackageVersionsRequest$=[3,n0,_LPVR,0,[_pN,_st,_mR,_nT],[[0,1],[0,{[_hQ]:_st}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]],1],ListPackageVersionsResponse$=[
3,n0,_LPVRi,0,[_pVS,_nT],[()=>PackageVersionSummaryList,0]],ListPoliciesRequest$=[3,n0,_LPRis,0,[_mar,_pS,_aO],[[0,{[_hQ]:_mar}],[1,{[_hQ]:_pS}],[2,{[_hQ]:_iAO}]]],
ListPoliciesResponse$=[3,n0,_LPRist,0,[_p,_nM],[()=>Policies,0]],ListPolicyPrincipalsRequest$=[3,n0,_LPPR,0,[_pNo,_mar,_pS,_aO],[[0,{[_hH]:_xaip_}],[0,{[_hQ]:_mar}],
[1,{[_hQ]:_pS}],[2,{[_hQ]:_iAO}]],1],ListPolicyPrincipalsResponse$=[3,n0,_LPPRi,0,[_pri,_nM],[64,0]],ListPolicyVersionsRequest$=[3,n0,_LPVRis,0,[_pNo],[[0,1]],1],
ListPolicyVersionsResponse$=[3,n0,_LPVRist,0,[_pV],[()=>PolicyVersions]],ListPrincipalPoliciesRequest$=[3,n0,_LPPRis,0,[_pr,_mar,_pS,_aO],[[0,{[_hH]:_xaip}],[0,
{[_hQ]:_mar}],[1,{[_hQ]:_pS}],[2,{[_hQ]:_iAO}]],1],ListPrincipalPoliciesResponse$=[3,n0,_LPPRist,0,[_p,_nM],[()=>Policies,0]],ListPrincipalThingsRequest$=[3,n0,
_LPTR,0,[_pr,_nT,_mR],[[0,{[_hH]:_xap}],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],1],ListPrincipalThingsResponse$=[3,n0,_LPTRi,0,[_th,_nT],[64,0]],ListPrincipalThingsV2Request$=[
3,n0,_LPTVR,0,[_pr,_nT,_mR,_tPT],[[0,{[_hH]:_xap}],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_tPT}]],1],ListPrincipalThingsV2Response$=[3,n0,_LPTVRi,0,[_pTO,_nT],
[()=>PrincipalThingObjects,0]],ListProvisioningTemplatesRequest$=[3,n0,_LPTRis,0,[_mR,_nT],[[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]]],ListProvisioningTemplatesResponse$=[
3,n0,_LPTRist,0,[_te,_nT],[()=>ProvisioningTemplateListing,0]],ListProvisioningTemplateVersionsRequest$=[3,n0,_LPTVRis,0,[_tNe,_mR,_nT],[[0,1],[1,{[_hQ]:_mR}],[
0,{[_hQ]:_nT}]],1],ListProvisioningTemplateVersionsResponse$=[3,n0,_LPTVRist,0,[_vers,_nT],[()=>ProvisioningTemplateVersionListing,0]],ListRelatedResourcesForAuditFindingRequest$=[
3,n0,_LRRFAFR,0,[_fI,_nT,_mR],[[0,{[_hQ]:_fI}],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],1],ListRelatedResourcesForAuditFindingResponse$=[3,n0,_LRRFAFRi,0,[_rR,_nT],[()=>RelatedResources,
0]],ListRoleAliasesRequest$=[3,n0,_LRAR,0,[_pS,_mar,_aO],[[1,{[_hQ]:_pS}],[0,{[_hQ]:_mar}],[2,{[_hQ]:_iAO}]]],ListRoleAliasesResponse$=[3,n0,_LRARi,0,[_rAole,_nM],
[64,0]],ListSbomValidationResultsRequest$=[3,n0,_LSVRR,0,[_pN,_vN,_vR,_mR,_nT],[[0,1],[0,1],[0,{[_hQ]:_vR}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}]],2],ListSbomValidationResultsResponse$=[
3,n0,_LSVRRi,0,[_vRS,_nT],[()=>SbomValidationResultSummaryList,0]],ListScheduledAuditsRequest$=[3,n0,_LSAR,0,[_nT,_mR],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]]],ListScheduledAuditsResponse$=[
3,n0,_LSARi,0,[_sAc,_nT],[()=>ScheduledAuditMetadataList,0]],ListSecurityProfilesForTargetRequest$=[3,n0,_LSPFTR,0,[_sPTA,_nT,_mR,_recu],[[0,{[_hQ]:_sPTA}],[0,{
[_hQ]:_nT}],[1,{[_hQ]:_mR}],[2,{[_hQ]:_recu}]],1],ListSecurityProfilesForTargetResponse$=[3,n0,_LSPFTRi,0,[_sPTM,_nT],[()=>SecurityProfileTargetMappings,0]],ListSecurityProfilesRequest$=[
3,n0,_LSPR,0,[_nT,_mR,_dNim,_mNe],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_dNim}],[0,{[_hQ]:_mNe}]]],ListSecurityProfilesResponse$=[3,n0,_LSPRi,0,[_sPI,_nT],
[()=>SecurityProfileIdentifiers,0]],ListStreamsRequest$=[3,n0,_LSR,0,[_mR,_nT,_aO],[[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}],[2,{[_hQ]:_iAO}]]],ListStreamsResponse$=[3,n0,
_LSRi,0,[_strea,_nT],[()=>StreamsSummary,0]],ListTagsForResourceRequest$=[3,n0,_LTFRR,0,[_rA,_nT],[[0,{[_hQ]:_rA}],[0,{[_hQ]:_nT}]],1],ListTagsForResourceResponse$=[
3,n0,_LTFRRi,0,[_tag,_nT],[()=>TagList,0]],ListTargetsForPolicyRequest$=[3,n0,_LTFPR,0,[_pNo,_mar,_pS],[[0,1],[0,{[_hQ]:_mar}],[1,{[_hQ]:_pS}]],1],ListTargetsForPolicyResponse$=[
3,n0,_LTFPRi,0,[_ta,_nM],[64,0]],ListTargetsForSecurityProfileRequest$=[3,n0,_LTFSPR,0,[_sPN,_nT,_mR],[[0,1],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],1],ListTargetsForSecurityProfileResponse$=[
3,n0,_LTFSPRi,0,[_sPT,_nT],[()=>SecurityProfileTargets,0]],ListThingGroupsForThingRequest$=[3,n0,_LTGFTR,0,[_tN,_nT,_mR],[[0,1],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],
1],ListThingGroupsForThingResponse$=[3,n0,_LTGFTRi,0,[_tG,_nT],[()=>ThingGroupNameAndArnList,0]],ListThingGroupsRequest$=[3,n0,_LTGR,0,[_nT,_mR,_pG,_nPF,_recu],
[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_pG}],[0,{[_hQ]:_nPF}],[2,{[_hQ]:_recu}]]],ListThingGroupsResponse$=[3,n0,_LTGRi,0,[_tG,_nT],[()=>ThingGroupNameAndArnList,
0]],ListThingPrincipalsRequest$=[3,n0,_LTPR,0,[_tN,_nT,_mR],[[0,1],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],1],ListThingPrincipalsResponse$=[3,n0,_LTPRi,0,[_pri,_nT],[64,
0]],ListThingPrincipalsV2Request$=[3,n0,_LTPVR,0,[_tN,_nT,_mR,_tPT],[[0,1],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_tPT}]],1],ListThingPrincipalsV2Response$=[
3,n0,_LTPVRi,0,[_tPO,_nT],[()=>ThingPrincipalObjects,0]],ListThingRegistrationTaskReportsRequest$=[3,n0,_LTRTRR,0,[_tI,_rT,_nT,_mR],[[0,1],[0,{[_hQ]:_rT}],[0,{[_hQ]:_nT}],
[1,{[_hQ]:_mR}]],2],ListThingRegistrationTaskReportsResponse$=[3,n0,_LTRTRRi,0,[_rL,_rT,_nT],[64,0,0]],ListThingRegistrationTasksRequest$=[3,n0,_LTRTR,0,[_nT,_mR,
_st],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_st}]]],ListThingRegistrationTasksResponse$=[3,n0,_LTRTRi,0,[_tIas,_nT],[64,0]],ListThingsInBillingGroupRequest$=[
3,n0,_LTIBGR,0,[_bGN,_nT,_mR],[[0,1],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],1],ListThingsInBillingGroupResponse$=[3,n0,_LTIBGRi,0,[_th,_nT],[64,0]],ListThingsInThingGroupRequest$=[
3,n0,_LTITGR,0,[_tGNh,_recu,_nT,_mR],[[0,1],[2,{[_hQ]:_recu}],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],1],ListThingsInThingGroupResponse$=[3,n0,_LTITGRi,0,[_th,_nT],[64,
0]],ListThingsRequest$=[3,n0,_LTR,0,[_nT,_mR,_aNt,_aVt,_tTN,_uPAV],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_aNt}],[0,{[_hQ]:_aVt}],[0,{[_hQ]:_tTN}],[2,{[_hQ]:_uPAV}]]],
ListThingsResponse$=[3,n0,_LTRi,0,[_th,_nT],[()=>ThingAttributeList,0]],ListThingTypesRequest$=[3,n0,_LTTR,0,[_nT,_mR,_tTN],[[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}],[0,
{[_hQ]:_tTN}]]],ListThingTypesResponse$=[3,n0,_LTTRi,0,[_tTh,_nT],[()=>ThingTypeList,0]],ListTopicRuleDestinationsRequest$=[3,n0,_LTRDR,0,[_mR,_nT],[[1,{[_hQ]:_mR}],
[0,{[_hQ]:_nT}]]],ListTopicRuleDestinationsResponse$=[3,n0,_LTRDRi,0,[_dSes,_nT],[()=>TopicRuleDestinationSummaries,0]],ListTopicRulesRequest$=[3,n0,_LTRR,0,[_to,
_mR,_nT,_rD],[[0,{[_hQ]:_to}],[1,{[_hQ]:_mR}],[0,{[_hQ]:_nT}],[2,{[_hQ]:_rD}]]],ListTopicRulesResponse$=[3,n0,_LTRRi,0,[_rul,_nT],[()=>TopicRuleList,0]],ListV2LoggingLevelsRequest$=[
3,n0,_LVLLR,0,[_tTa,_nT,_mR],[[0,{[_hQ]:_tTa}],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]]],ListV2LoggingLevelsResponse$=[3,n0,_LVLLRi,0,[_lTC,_nT],[()=>LogTargetConfigurations,
0]],ListViolationEventsRequest$=[3,n0,_LVER,0,[_sT,_eT,_tN,_sPN,_bCT,_lSA,_vS,_nT,_mR],[[4,{[_hQ]:_sT}],[4,{[_hQ]:_eT}],[0,{[_hQ]:_tN}],[0,{[_hQ]:_sPN}],[0,{[_hQ]:_bCT}],
[2,{[_hQ]:_lSA}],[0,{[_hQ]:_vS}],[0,{[_hQ]:_nT}],[1,{[_hQ]:_mR}]],2],ListViolationEventsResponse$=[3,n0,_LVERi,0,[_vE,_nT],[()=>ViolationEvents,0]],LocationAction$=[
3,n0,_LAo,0,[_rAo,_tNr,_dI,_la,_lon,_ti],[0,0,0,0,0,()=>LocationTimestamp$],5],LocationTimestamp$=[3,n0,_LT,0,[_va,_u],[0,0],1],LogEventConfiguration$=[3,n0,_LEC,
0,[_eTv,_lL,_lD],[0,0,0],1],LoggingOptionsPayload$=[3,n0,_LOP,0,[_rAo,_lL],[0,0],1],LogTarget$=[3,n0,_LTo,0,[_tTa,_tNa],[0,0],1],LogTargetConfiguration$=[3,n0,_LTC,
0,[_lT,_lL],[()=>LogTarget$,0]],MachineLearningDetectionConfig$=[3,n0,_MLDC,0,[_cLo],[0],1],MaintenanceWindow$=[3,n0,_MW,0,[_sT,_dIM],[0,1],2],ManagedJobTemplateSummary$=[
3,n0,_MJTS,0,[_tAem,_tNe,_d,_env,_tV],[0,0,0,64,0]],MetricDatum$=[3,n0,_MD,0,[_ti,_va],[4,()=>MetricValue$]],MetricDimension$=[3,n0,_MDe,0,[_dNim,_oper],[0,0],1],
MetricsExportConfig$=[3,n0,_MEC,0,[_mTq,_rAo],[0,0],2],MetricToRetain$=[3,n0,_MTR,0,[_met,_mD,_eM],[0,()=>MetricDimension$,2],1],MetricValue$=[3,n0,_MV,0,[_cou,
_ci,_po,_nu,_num,_stri],[1,64,65,1,65,64]],MitigationAction$=[3,n0,_MA,0,[_n,_id,_rAo,_aPc],[0,0,0,()=>MitigationActionParams$]],MitigationActionIdentifier$=[3,
n0,_MAI,0,[_aN,_aAc,_cD],[0,0,4]],MitigationActionParams$=[3,n0,_MAP,0,[_uDCP,_uCACP,_aTTTGP,_rDPVP,_eITLP,_pFTSP],[()=>UpdateDeviceCertificateParams$,()=>UpdateCACertificateParams$,
()=>AddThingsToThingGroupParams$,()=>ReplaceDefaultPolicyVersionParams$,()=>EnableIoTLoggingParams$,()=>PublishFindingToSnsParams$]],Mqtt5Configuration$=[3,n0,_MC,
0,[_pAr],[()=>PropagatingAttributeList]],MqttContext$=[3,n0,_MCq,0,[_us,_pas,_cIl],[0,21,0]],MqttHeaders$=[3,n0,_MH,0,[_pFI,_cTo,_rTe,_cDor,_mE,_uP],[0,0,0,0,0,
()=>UserProperties]],NonCompliantResource$=[3,n0,_NCR,0,[_rTes,_rIe,_aId],[0,()=>ResourceIdentifier$,128]],OpenSearchAction$=[3,n0,_OSA,0,[_rAo,_end,_i,_ty,_id],
[0,0,0,0,0],5],OTAUpdateFile$=[3,n0,_OTAUF,0,[_fN,_fTil,_fV,_fL,_cSo,_at],[0,1,0,()=>FileLocation$,()=>CodeSigning$,128]],OTAUpdateInfo$=[3,n0,_OTAUI,0,[_oUI,_oUA,
_cD,_lMD,_d,_ta,_pro,_aJERC,_aJPUC,_tSa,_oUF,_oUS,_aIJI,_aIJA,_eIr,_aPd],[0,0,4,4,0,64,64,()=>AwsJobExecutionsRolloutConfig$,()=>AwsJobPresignedUrlConfig$,0,()=>OTAUpdateFiles,
0,0,0,()=>ErrorInfo$,128]],OTAUpdateSummary$=[3,n0,_OTAUS,0,[_oUI,_oUA,_cD],[0,0,4]],OutgoingCertificate$=[3,n0,_OC,0,[_cAe,_cI,_tTr,_tDr,_tM,_cD],[0,0,0,4,0,4]],
PackageSummary$=[3,n0,_PS,0,[_pN,_dVN,_cD,_lMD],[0,0,4,4]],PackageVersionArtifact$=[3,n0,_PVA,0,[_sL],[()=>S3Location$]],PackageVersionSummary$=[3,n0,_PVS,0,[_pN,
_vN,_st,_cD,_lMD],[0,0,0,4,4]],PercentPair$=[3,n0,_PP,0,[_perce,_va],[1,1]],Policy$=[3,n0,_P,0,[_pNo,_pAo],[0,0]],PolicyVersion$=[3,n0,_PV,0,[_vIe,_iDV,_cDr],[0,
2,4]],PolicyVersionIdentifier$=[3,n0,_PVI,0,[_pNo,_pVI],[0,0]],PresignedUrlConfig$=[3,n0,_PUC,0,[_rAo,_eIS],[0,1]],PrincipalThingObject$=[3,n0,_PTO,0,[_tN,_tPT],
[0,0],1],PropagatingAttribute$=[3,n0,_PA,0,[_uPK,_tAh,_cAon],[0,0,0]],ProvisioningHook$=[3,n0,_PH,0,[_tAa,_pVa],[0,0],1],ProvisioningTemplateSummary$=[3,n0,_PTS,
0,[_tAem,_tNe,_d,_cD,_lMD,_en,_ty],[0,0,0,4,4,2,0]],ProvisioningTemplateVersionSummary$=[3,n0,_PTVS,0,[_vIe,_cD,_iDV],[1,4,2]],PublishFindingToSnsParams$=[3,n0,
_PFTSP,0,[_tAo],[0],1],PutAssetPropertyValueEntry$=[3,n0,_PAPVE,0,[_pVr,_eIn,_aIs,_pIr,_pAro],[()=>AssetPropertyValueList,0,0,0,0],1],PutItemInput$=[3,n0,_PII,0,
[_tNab],[0],1],PutVerificationStateOnViolationRequest$=[3,n0,_PVSOVR,0,[_vI,_vS,_vSD],[[0,1],0,0],2],PutVerificationStateOnViolationResponse$=[3,n0,_PVSOVRu,0,[],
[]],RateIncreaseCriteria$=[3,n0,_RIC,0,[_nONT,_nOST],[1,1]],RegisterCACertificateRequest$=[3,n0,_RCACR,0,[_cCa,_vCe,_sAA,_aAR,_rCe,_tag,_cMe],[0,0,[2,{[_hQ]:_sAA}],
[2,{[_hQ]:_aAR}],()=>RegistrationConfig$,()=>TagList,0],1],RegisterCACertificateResponse$=[3,n0,_RCACRe,0,[_cAe,_cI],[0,0]],RegisterCertificateRequest$=[3,n0,_RCR,
0,[_cP,_cCP,_sAA,_st],[0,0,[2,{[_hQ]:_sAA}],0],1],RegisterCertificateResponse$=[3,n0,_RCRe,0,[_cAe,_cI],[0,0]],RegisterCertificateWithoutCARequest$=[3,n0,_RCWCAR,
0,[_cP,_st],[0,0],1],RegisterCertificateWithoutCAResponse$=[3,n0,_RCWCARe,0,[_cAe,_cI],[0,0]],RegisterThingRequest$=[3,n0,_RTR,0,[_tB,_par],[0,128],1],RegisterThingResponse$=[
3,n0,_RTRe,0,[_cP,_rAes],[0,128]],RegistrationConfig$=[3,n0,_RC,0,[_tB,_rAo,_tNe],[0,0,0]],RejectCertificateTransferRequest$=[3,n0,_RCTR,0,[_cI,_rRe],[[0,1],0],
1],RelatedResource$=[3,n0,_RR,0,[_rTes,_rIe,_aId],[0,()=>ResourceIdentifier$,128]],RemoveThingFromBillingGroupRequest$=[3,n0,_RTFBGR,0,[_bGN,_bGA,_tN,_tA],[0,0,
0,0]],RemoveThingFromBillingGroupResponse$=[3,n0,_RTFBGRe,0,[],[]],RemoveThingFromThingGroupRequest$=[3,n0,_RTFTGR,0,[_tGNh,_tGA,_tN,_tA],[0,0,0,0]],RemoveThingFromThingGroupResponse$=[
3,n0,_RTFTGRe,0,[],[]],ReplaceDefaultPolicyVersionParams$=[3,n0,_RDPVP,0,[_tNe],[0],1],ReplaceTopicRuleRequest$=[3,n0,_RTRR,0,[_rN,_tRP],[[0,1],[()=>TopicRulePayload$,
16]],2],RepublishAction$=[3,n0,_RA,0,[_rAo,_to,_qo,_he],[0,0,1,()=>MqttHeaders$],2],ResourceIdentifier$=[3,n0,_RI,0,[_dCIe,_cCI,_cIPI,_cIl,_pVIo,_ac,_iRA,_rAA,_iCI,
_dCAe],[0,0,0,0,()=>PolicyVersionIdentifier$,0,0,0,()=>IssuerCertificateIdentifier$,0]],RetryCriteria$=[3,n0,_RCe,0,[_fT,_nOR],[0,1],2],RoleAliasDescription$=[3,
n0,_RAD,0,[_rAol,_rAA,_rAo,_ow,_cDS,_cD,_lMD],[0,0,0,0,1,4,4]],S3Action$=[3,n0,_SA,0,[_rAo,_bNu,_ke,_cAa],[0,0,0,0],3],S3Destination$=[3,n0,_SD,0,[_buc,_pref],[
0,0]],S3Location$=[3,n0,_SL,0,[_buc,_ke,_ve],[0,0,0]],SalesforceAction$=[3,n0,_SAa,0,[_tok,_ur],[0,0],2],Sbom$=[3,n0,_Sb,0,[_sL],[()=>S3Location$]],SbomValidationResultSummary$=[
3,n0,_SVRS,0,[_fN,_vR,_eC,_eMr],[0,0,0,0]],ScheduledAuditMetadata$=[3,n0,_SAM,0,[_sAN,_sAAc,_fr,_dOM,_dOW],[0,0,0,0,0]],ScheduledJobRollout$=[3,n0,_SJR,0,[_sT],
[0]],SchedulingConfig$=[3,n0,_SC,0,[_sT,_eT,_eBn,_mW],[0,0,0,()=>MaintenanceWindows]],SearchIndexRequest$=[3,n0,_SIR,0,[_qS,_iN,_nT,_mR,_qV],[0,0,0,1,0],1],SearchIndexResponse$=[
3,n0,_SIRe,0,[_nT,_th,_tG],[0,()=>ThingDocumentList,()=>ThingGroupDocumentList]],SecurityProfileIdentifier$=[3,n0,_SPI,0,[_n,_ar],[0,0],2],SecurityProfileTarget$=[
3,n0,_SPT,0,[_ar],[0],1],SecurityProfileTargetMapping$=[3,n0,_SPTM,0,[_sPIe,_tar],[()=>SecurityProfileIdentifier$,()=>SecurityProfileTarget$]],ServerCertificateConfig$=[
3,n0,_SCC,0,[_eOCSPC,_oLA,_oARA],[2,0,0]],ServerCertificateSummary$=[3,n0,_SCS,0,[_sCAe,_sCS,_sCSD],[0,0,0]],SetDefaultAuthorizerRequest$=[3,n0,_SDAR,0,[_aNu],[
0],1],SetDefaultAuthorizerResponse$=[3,n0,_SDARe,0,[_aNu,_aA],[0,0]],SetDefaultPolicyVersionRequest$=[3,n0,_SDPVR,0,[_pNo,_pVI],[[0,1],[0,1]],2],SetLoggingOptionsRequest$=[
3,n0,_SLOR,0,[_lOP],[[()=>LoggingOptionsPayload$,16]],1],SetV2LoggingLevelRequest$=[3,n0,_SVLLR,0,[_lT,_lL],[()=>LogTarget$,0],2],SetV2LoggingOptionsRequest$=[3,
n0,_SVLOR,0,[_rAo,_dLL,_dAL,_eCv],[0,0,2,()=>LogEventConfigurations]],SigningProfileParameter$=[3,n0,_SPP,0,[_cAe,_pl,_cPOD],[0,0,0]],SigV4Authorization$=[3,n0,
_SVA,0,[_sRi,_sNe,_rAo],[0,0,0],3],SnsAction$=[3,n0,_SAn,0,[_tAa,_rAo,_mF],[0,0,0],2],SqsAction$=[3,n0,_SAq,0,[_rAo,_qU,_uB],[0,0,2],2],StartAuditMitigationActionsTaskRequest$=[
3,n0,_SAMATR,0,[_tI,_tar,_aCTAM,_cRT],[[0,1],()=>AuditMitigationActionsTaskTarget$,[2,n0,_ACTAM,0,0,64],[0,4]],3],StartAuditMitigationActionsTaskResponse$=[3,n0,
_SAMATRt,0,[_tI],[0]],StartDetectMitigationActionsTaskRequest$=[3,n0,_SDMATR,0,[_tI,_tar,_act,_vEOR,_iOAV,_iSA,_cRT],[[0,1],()=>DetectMitigationActionsTaskTarget$,
64,()=>ViolationEventOccurrenceRange$,2,2,[0,4]],3],StartDetectMitigationActionsTaskResponse$=[3,n0,_SDMATRt,0,[_tI],[0]],StartOnDemandAuditTaskRequest$=[3,n0,_SODATR,
0,[_tCN],[64],1],StartOnDemandAuditTaskResponse$=[3,n0,_SODATRt,0,[_tI],[0]],StartSigningJobParameter$=[3,n0,_SSJP,0,[_sPP,_sPNi,_des],[()=>SigningProfileParameter$,
0,()=>Destination$]],StartThingRegistrationTaskRequest$=[3,n0,_STRTR,0,[_tB,_iFB,_iFK,_rAo],[0,0,0,0],4],StartThingRegistrationTaskResponse$=[3,n0,_STRTRt,0,[_tI],
[0]],StatisticalThreshold$=[3,n0,_ST,0,[_stat],[0]],Statistics$=[3,n0,_St,0,[_cou,_av,_sum,_min,_max,_sOS,_var,_sDtd],[1,1,1,1,1,1,1,1]],StatusReason$=[3,n0,_SR,
0,[_rC,_rDe],[0,0],1],StepFunctionsAction$=[3,n0,_SFA,0,[_sMN,_rAo,_eNP],[0,0,0],2],StopThingRegistrationTaskRequest$=[3,n0,_STRTRto,0,[_tI],[[0,1]],1],StopThingRegistrationTaskResponse$=[
3,n0,_STRTRtop,0,[],[]],_Stream$=[3,n0,_Str,0,[_sIt,_fIil],[0,1]],StreamFile$=[3,n0,_SF,0,[_fIil,_sL],[1,()=>S3Location$]],StreamInfo$=[3,n0,_SIt,0,[_sIt,_sAtr,
_sVtr,_d,_fi,_cAr,_lUA,_rAo],[0,0,1,0,()=>StreamFiles,4,4,0]],StreamSummary$=[3,n0,_SS,0,[_sIt,_sAtr,_sVtr,_d],[0,0,1,0]],Tag$=[3,n0,_T,0,[_K,_V],[0,0],1],TagResourceRequest$=[
3,n0,_TRR,0,[_rA,_tag],[0,()=>TagList],2],TagResourceResponse$=[3,n0,_TRRa,0,[],[]],TaskStatistics$=[3,n0,_TS,0,[_tCot,_iPC,_wFDCC,_cCo,_nCC,_fCa,_cCan],[1,1,1,
1,1,1,1]],TaskStatisticsForAuditCheck$=[3,n0,_TSFAC,0,[_tFC,_fFC,_sFC,_sFCk,_cFC],[1,1,1,1,1]],TermsAggregation$=[3,n0,_TA,0,[_mB],[1]],TestAuthorizationRequest$=[
3,n0,_TAR,0,[_aIut,_pr,_cIPI,_cIl,_pNTA,_pNTS],[()=>AuthInfos,0,0,[0,{[_hQ]:_cIl}],64,64],1],TestAuthorizationResponse$=[3,n0,_TARe,0,[_aR],[()=>AuthResults]],TestInvokeAuthorizerRequest$=[
3,n0,_TIAR,0,[_aNu,_tok,_tSo,_hC,_mC,_tCl],[[0,1],0,0,()=>HttpContext$,()=>MqttContext$,()=>TlsContext$],1],TestInvokeAuthorizerResponse$=[3,n0,_TIARe,0,[_iAs,_pIri,
_pDol,_rAIS,_dAIS],[2,0,64,1,1]],ThingAttribute$=[3,n0,_TAh,0,[_tN,_tTN,_tA,_at,_ve],[0,0,0,128,1]],ThingConnectivity$=[3,n0,_TC,0,[_conn,_ti,_dR,_kAD,_cSl,_sE,
_cIl],[2,1,0,1,2,1,0]],ThingDocument$=[3,n0,_TD,0,[_tN,_tIh,_tTN,_tGN,_at,_sh,_dD,_conne],[0,0,0,64,128,0,0,()=>ThingConnectivity$]],ThingGroupDocument$=[3,n0,_TGD,
0,[_tGNh,_tGI,_tGD,_at,_pGNa],[0,0,0,128,64]],ThingGroupIndexingConfiguration$=[3,n0,_TGIC,0,[_tGIM,_mFa,_cF],[0,()=>Fields,()=>Fields],1],ThingGroupMetadata$=[
3,n0,_TGM,0,[_pGN,_rTPTG,_cD],[0,()=>ThingGroupNameAndArnList,4]],ThingGroupProperties$=[3,n0,_TGP,0,[_tGD,_aPt],[0,()=>AttributePayload$]],ThingIndexingConfiguration$=[
3,n0,_TIC,0,[_tIM,_tCIM,_dDIM,_nSIM,_mFa,_cF,_fil],[0,0,0,0,()=>Fields,()=>Fields,()=>IndexingFilter$],1],ThingPrincipalObject$=[3,n0,_TPO,0,[_pr,_tPT],[0,0],1],
ThingTypeDefinition$=[3,n0,_TTD,0,[_tTN,_tTA,_tTP,_tTM],[0,0,()=>ThingTypeProperties$,()=>ThingTypeMetadata$]],ThingTypeMetadata$=[3,n0,_TTM,0,[_dep,_dDe,_cD],[
2,4,4]],ThingTypeProperties$=[3,n0,_TTP,0,[_tTD,_sAe,_mCq],[0,64,()=>Mqtt5Configuration$]],TimeFilter$=[3,n0,_TF,0,[_af,_bef],[0,0]],TimeoutConfig$=[3,n0,_TCi,0,
[_iPTIM],[1]],TimestreamAction$=[3,n0,_TAi,0,[_rAo,_dNa,_tNab,_di,_ti],[0,0,0,()=>TimestreamDimensionList,()=>TimestreamTimestamp$],4],TimestreamDimension$=[3,n0,
_TDi,0,[_n,_va],[0,0],2],TimestreamTimestamp$=[3,n0,_TT,0,[_va,_u],[0,0],2],TlsConfig$=[3,n0,_TCl,0,[_sPe],[0]],TlsContext$=[3,n0,_TCls,0,[_sNer],[0]],TopicRule$=[
3,n0,_TR,0,[_rN,_sql,_d,_cAr,_act,_rD,_aISV,_eAr],[0,0,0,4,()=>ActionList,2,0,()=>Action$]],TopicRuleDestination$=[3,n0,_TRD,0,[_ar,_st,_cAr,_lUA,_sRt,_hUP,_vP,
_iDBP],[0,0,4,4,0,()=>HttpUrlDestinationProperties$,()=>VpcDestinationProperties$,()=>InfluxDBDestinationProperties$]],TopicRuleDestinationConfiguration$=[3,n0,
_TRDC,0,[_hUC,_vCp,_iDBC],[()=>HttpUrlDestinationConfiguration$,()=>VpcDestinationConfiguration$,()=>InfluxDBDestinationConfiguration$]],TopicRuleDestinationSummary$=[
3,n0,_TRDS,0,[_ar,_st,_cAr,_lUA,_sRt,_hUS,_vDS,_iDBS],[0,0,4,4,0,()=>HttpUrlDestinationSummary$,()=>VpcDestinationSummary$,()=>InfluxDBDestinationSummary$]],TopicRuleListItem$=[
3,n0,_TRLI,0,[_rAu,_rN,_tPo,_cAr,_rD],[0,0,0,4,2]],TopicRulePayload$=[3,n0,_TRP,0,[_sql,_act,_d,_rD,_aISV,_eAr],[0,()=>ActionList,0,2,0,()=>Action$],2],TransferCertificateRequest$=[
3,n0,_TCR,0,[_cI,_tAA,_tM],[[0,1],[0,{[_hQ]:_tAA}],0],2],TransferCertificateResponse$=[3,n0,_TCRr,0,[_tCA],[0]],TransferData$=[3,n0,_TDr,0,[_tM,_rRe,_tDr,_aDcc,
_rDej],[0,0,4,4,4]],UntagResourceRequest$=[3,n0,_URR,0,[_rA,_tK],[0,64],2],UntagResourceResponse$=[3,n0,_URRn,0,[],[]],UpdateAccountAuditConfigurationRequest$=[
3,n0,_UAACR,0,[_rAo,_aNTC,_aCC],[0,()=>AuditNotificationTargetConfigurations,()=>AuditCheckConfigurations]],UpdateAccountAuditConfigurationResponse$=[3,n0,_UAACRp,
0,[],[]],UpdateAuditSuppressionRequest$=[3,n0,_UASR,0,[_cN,_rIe,_eD,_sI,_d],[0,()=>ResourceIdentifier$,4,2,0],2],UpdateAuditSuppressionResponse$=[3,n0,_UASRp,0,
[],[]],UpdateAuthorizerRequest$=[3,n0,_UAR,0,[_aNu,_aFA,_tKN,_tSPK,_st,_eCFH],[[0,1],0,0,128,0,2],1],UpdateAuthorizerResponse$=[3,n0,_UARp,0,[_aNu,_aA],[0,0]],UpdateBillingGroupRequest$=[
3,n0,_UBGR,0,[_bGN,_bGP,_eV],[[0,1],()=>BillingGroupProperties$,1],2],UpdateBillingGroupResponse$=[3,n0,_UBGRp,0,[_ve],[1]],UpdateCACertificateParams$=[3,n0,_UCACP,
0,[_a],[0],1],UpdateCACertificateRequest$=[3,n0,_UCACR,0,[_cI,_nS,_nARS,_rCe,_rAR],[[0,1],[0,{[_hQ]:_nS}],[0,{[_hQ]:_nARS}],()=>RegistrationConfig$,2],1],UpdateCertificateProviderRequest$=[
3,n0,_UCPR,0,[_cPN,_lFA,_aDFO],[[0,1],0,64],1],UpdateCertificateProviderResponse$=[3,n0,_UCPRp,0,[_cPN,_cPA],[0,0]],UpdateCertificateRequest$=[3,n0,_UCR,0,[_cI,
_nS],[[0,1],[0,{[_hQ]:_nS}]],2],UpdateCommandRequest$=[3,n0,_UCRp,0,[_cIo,_dN,_d,_dep],[[0,1],0,0,2],1],UpdateCommandResponse$=[3,n0,_UCRpd,0,[_cIo,_dN,_d,_dep,
_lUA],[0,0,0,2,4]],UpdateCustomMetricRequest$=[3,n0,_UCMR,0,[_mNe,_dN],[[0,1],0],2],UpdateCustomMetricResponse$=[3,n0,_UCMRp,0,[_mNe,_mA,_mTe,_dN,_cD,_lMD],[0,0,
0,0,4,4]],UpdateDeviceCertificateParams$=[3,n0,_UDCP,0,[_a],[0],1],UpdateDimensionRequest$=[3,n0,_UDR,0,[_n,_sVt],[[0,1],64],2],UpdateDimensionResponse$=[3,n0,_UDRp,
0,[_n,_ar,_ty,_sVt,_cD,_lMD],[0,0,0,64,4,4]],UpdateDomainConfigurationRequest$=[3,n0,_UDCR,0,[_dCN,_aC,_dCS,_rAC,_tC,_sCC,_aTu,_aP,_cCC],[[0,1],()=>AuthorizerConfig$,
0,2,()=>TlsConfig$,()=>ServerCertificateConfig$,0,0,()=>ClientCertificateConfig$],1],UpdateDomainConfigurationResponse$=[3,n0,_UDCRp,0,[_dCN,_dCA],[0,0]],UpdateDynamicThingGroupRequest$=[
3,n0,_UDTGR,0,[_tGNh,_tGP,_eV,_iN,_qS,_qV],[[0,1],()=>ThingGroupProperties$,1,0,0,0],2],UpdateDynamicThingGroupResponse$=[3,n0,_UDTGRp,0,[_ve],[1]],UpdateEncryptionConfigurationRequest$=[
3,n0,_UECR,0,[_eTn,_kKA,_kARA],[0,0,0],1],UpdateEncryptionConfigurationResponse$=[3,n0,_UECRp,0,[],[]],UpdateEventConfigurationsRequest$=[3,n0,_UECRpd,0,[_eCv],
[()=>EventConfigurations]],UpdateEventConfigurationsResponse$=[3,n0,_UECRpda,0,[],[]],UpdateFleetMetricRequest$=[3,n0,_UFMR,0,[_mNe,_iN,_qS,_aTg,_pe,_aF,_d,_qV,
_u,_eV],[[0,1],0,0,()=>AggregationType$,1,0,0,0,0,1],2],UpdateIndexingConfigurationRequest$=[3,n0,_UICR,0,[_tIC,_tGIC],[()=>ThingIndexingConfiguration$,()=>ThingGroupIndexingConfiguration$]],
UpdateIndexingConfigurationResponse$=[3,n0,_UICRp,0,[],[]],UpdateJobRequest$=[3,n0,_UJR,0,[_jI,_d,_pUC,_jERC,_aCb,_tCi,_nI,_jERCo],[[0,1],0,()=>PresignedUrlConfig$,
()=>JobExecutionsRolloutConfig$,()=>AbortConfig$,()=>TimeoutConfig$,[0,{[_hQ]:_nI}],()=>JobExecutionsRetryConfig$],1],UpdateMitigationActionRequest$=[3,n0,_UMAR,
0,[_aN,_rAo,_aPc],[[0,1],0,()=>MitigationActionParams$],1],UpdateMitigationActionResponse$=[3,n0,_UMARp,0,[_aAc,_aI],[0,0]],UpdatePackageConfigurationRequest$=[
3,n0,_UPCR,0,[_vUBJC,_cT],[()=>VersionUpdateByJobsConfig$,[0,{[_hQ]:_cT,[_iT]:1}]]],UpdatePackageConfigurationResponse$=[3,n0,_UPCRp,0,[],[]],UpdatePackageRequest$=[
3,n0,_UPR,0,[_pN,_d,_dVN,_uDV,_cT],[[0,1],[()=>ResourceDescription,0],0,2,[0,{[_hQ]:_cT,[_iT]:1}]],1],UpdatePackageResponse$=[3,n0,_UPRp,0,[],[]],UpdatePackageVersionRequest$=[
3,n0,_UPVR,0,[_pN,_vN,_d,_at,_art,_a,_rec,_cT],[[0,1],[0,1],[()=>ResourceDescription,0],[()=>ResourceAttributes,0],()=>PackageVersionArtifact$,0,[()=>PackageVersionRecipe,
0],[0,{[_hQ]:_cT,[_iT]:1}]],2],UpdatePackageVersionResponse$=[3,n0,_UPVRp,0,[],[]],UpdateProvisioningTemplateRequest$=[3,n0,_UPTR,0,[_tNe,_d,_en,_dVI,_pRA,_pPH,
_rPPH],[[0,1],0,2,1,0,()=>ProvisioningHook$,2],1],UpdateProvisioningTemplateResponse$=[3,n0,_UPTRp,0,[],[]],UpdateRoleAliasRequest$=[3,n0,_URAR,0,[_rAol,_rAo,_cDS],
[[0,1],0,1],1],UpdateRoleAliasResponse$=[3,n0,_URARp,0,[_rAol,_rAA],[0,0]],UpdateScheduledAuditRequest$=[3,n0,_USAR,0,[_sAN,_fr,_dOM,_dOW,_tCN],[[0,1],0,0,0,64],
1],UpdateScheduledAuditResponse$=[3,n0,_USARp,0,[_sAAc],[0]],UpdateSecurityProfileRequest$=[3,n0,_USPR,0,[_sPN,_sPD,_be,_aTl,_aMTR,_aMTRV,_dB,_dAT,_dAMTR,_eV,_mEC,
_dMEC],[[0,1],0,()=>Behaviors,()=>AlertTargets,64,()=>AdditionalMetricsToRetainV2List,2,2,2,[1,{[_hQ]:_eV}],()=>MetricsExportConfig$,2],1],UpdateSecurityProfileResponse$=[
3,n0,_USPRp,0,[_sPN,_sPA,_sPD,_be,_aTl,_aMTR,_aMTRV,_ve,_cD,_lMD,_mEC],[0,0,0,()=>Behaviors,()=>AlertTargets,64,()=>AdditionalMetricsToRetainV2List,1,4,4,()=>MetricsExportConfig$]],
UpdateStreamRequest$=[3,n0,_USR,0,[_sIt,_d,_fi,_rAo],[[0,1],0,()=>StreamFiles,0],1],UpdateStreamResponse$=[3,n0,_USRp,0,[_sIt,_sAtr,_d,_sVtr],[0,0,0,1]],UpdateThingGroupRequest$=[
3,n0,_UTGR,0,[_tGNh,_tGP,_eV],[[0,1],()=>ThingGroupProperties$,1],2],UpdateThingGroupResponse$=[3,n0,_UTGRp,0,[_ve],[1]],UpdateThingGroupsForThingRequest$=[3,n0,
_UTGFTR,0,[_tN,_tGTA,_tGTR,_oDG],[0,64,64,2]],UpdateThingGroupsForThingResponse$=[3,n0,_UTGFTRp,0,[],[]],UpdateThingRequest$=[3,n0,_UTR,0,[_tN,_tTN,_aPt,_eV,_rTT],
[[0,1],0,()=>AttributePayload$,1,2],1],UpdateThingResponse$=[3,n0,_UTRp,0,[],[]],UpdateThingTypeRequest$=[3,n0,_UTTR,0,[_tTN,_tTP],[[0,1],()=>ThingTypeProperties$],
1],UpdateThingTypeResponse$=[3,n0,_UTTRp,0,[],[]],UpdateTopicRuleDestinationRequest$=[3,n0,_UTRDR,0,[_ar,_st],[0,0],2],UpdateTopicRuleDestinationResponse$=[3,n0,
_UTRDRp,0,[],[]],UserProperty$=[3,n0,_UP,0,[_ke,_va],[0,0],2],ValidateSecurityProfileBehaviorsRequest$=[3,n0,_VSPBR,0,[_be],[()=>Behaviors],1],ValidateSecurityProfileBehaviorsResponse$=[
3,n0,_VSPBRa,0,[_vali,_vEa],[2,()=>ValidationErrors]],ValidationError$=[3,n0,_VEa,0,[_eMr],[0]],VersionUpdateByJobsConfig$=[3,n0,_VUBJC,0,[_en,_rAo],[2,0]],ViolationEvent$=[
3,n0,_VEi,0,[_vI,_tN,_sPN,_b,_mV,_vEAI,_vET,_vS,_vSD,_vETi],[0,0,0,()=>Behavior$,()=>MetricValue$,()=>ViolationEventAdditionalInfo$,0,0,0,4]],ViolationEventAdditionalInfo$=[
3,n0,_VEAI,0,[_cLo],[0]],ViolationEventOccurrenceRange$=[3,n0,_VEOR,0,[_sT,_eT],[4,4],2],VpcDestinationConfiguration$=[3,n0,_VDC,0,[_sIu,_vIp,_rAo,_sG],[64,0,0,
64],3],VpcDestinationProperties$=[3,n0,_VDP,0,[_sIu,_sG,_vIp,_rAo],[64,64,0,0]],VpcDestinationSummary$=[3,n0,_VDS,0,[_sIu,_sG,_vIp,_rAo],[64,64,0,0]],__Unit="un\
it",AbortCriteriaList=[1,n0,_ACL,0,()=>AbortCriteria$],ActionList=[1,n0,_AL,0,()=>Action$],ActiveViolations=[1,n0,_AVc,0,()=>ActiveViolation$];var AdditionalMetricsToRetainV2List=[1,n0,_AMTRVL,0,()=>MetricToRetain$];var AssetPropertyValueList=[1,n0,_APVL,0,()=>AssetPropertyValue$],AuditFindings=[1,n0,_AFu,0,()=>AuditFinding$],AuditMitigationActionExecutionMetadataList=[1,n0,
_AMAEML,0,()=>AuditMitigationActionExecutionMetadata$],AuditMitigationActionsTaskMetadataList=[1,n0,_AMATML,0,()=>AuditMitigationActionsTaskMetadata$],AuditSuppressionList=[
1,n0,_ASL,0,()=>AuditSuppression$],AuditTaskMetadataList=[1,n0,_ATML,0,()=>AuditTaskMetadata$],AuthInfos=[1,n0,_AIu,0,()=>AuthInfo$],Authorizers=[1,n0,_Au,0,()=>AuthorizerSummary$],
AuthResults=[1,n0,_ARu,0,()=>AuthResult$],AwsJobAbortCriteriaList=[1,n0,_AJACL,0,()=>AwsJobAbortCriteria$],BehaviorModelTrainingSummaries=[1,n0,_BMTSe,0,()=>BehaviorModelTrainingSummary$],
Behaviors=[1,n0,_Be,0,()=>Behavior$],BillingGroupNameAndArnList=[1,n0,_BGNAAL,0,()=>GroupNameAndArn$],Buckets=[1,n0,_Buc,0,()=>Bucket$],CACertificates=[1,n0,_CACe,
0,()=>CACertificate$];var CertificateProviders=[1,n0,_CPe,0,()=>CertificateProviderSummary$],Certificates=[1,n0,_Ce,0,()=>Certificate$];var CommandExecutionSummaryList=[1,n0,_CESL,0,()=>CommandExecutionSummary$],CommandParameterList=[1,n0,_CPL,0,()=>CommandParameter$],CommandParameterValueConditionList=[
1,n0,_CPVCL,0,()=>CommandParameterValueCondition$];var CommandSummaryList=[1,n0,_CSL,0,()=>CommandSummary$];var DetectMitigationActionExecutionList=[1,n0,_DMAEL,0,()=>DetectMitigationActionExecution$],DetectMitigationActionsTaskSummaryList=[1,n0,_DMATSL,0,()=>DetectMitigationActionsTaskSummary$];var DocumentParameters=[1,n0,_DPo,0,()=>DocumentParameter$],DomainConfigurations=[1,n0,_DC,0,()=>DomainConfigurationSummary$],EffectivePolicies=[1,n0,_EPf,0,()=>EffectivePolicy$];var Fields=[1,n0,_Fi,0,()=>Field$];var FleetMetricNameAndArnList=[1,n0,_FMNAAL,0,()=>FleetMetricNameAndArn$],GeoLocationsFilter=[1,n0,_GLF,0,()=>GeoLocationTarget$],HeaderList=[1,n0,_HL,0,()=>HttpActionHeader$];var JobExecutionSummaryForJobList=[1,n0,_JESFJL,0,()=>JobExecutionSummaryForJob$],JobExecutionSummaryForThingList=[1,n0,_JESFTL,0,()=>JobExecutionSummaryForThing$],
JobSummaryList=[1,n0,_JSL,0,()=>JobSummary$];var JobTemplateSummaryList=[1,n0,_JTSL,0,()=>JobTemplateSummary$],KafkaHeaders=[1,n0,_KH,0,()=>KafkaActionHeader$],LogEventConfigurations=[1,n0,_LECo,0,()=>LogEventConfiguration$],
LogTargetConfigurations=[1,n0,_LTCo,0,()=>LogTargetConfiguration$],MaintenanceWindows=[1,n0,_MWa,0,()=>MaintenanceWindow$],ManagedJobTemplatesSummaryList=[1,n0,
_MJTSL,0,()=>ManagedJobTemplateSummary$],MetricDatumList=[1,n0,_MDL,0,()=>MetricDatum$];var MitigationActionIdentifierList=[1,n0,_MAIL,0,()=>MitigationActionIdentifier$],MitigationActionList=[1,n0,_MAL,0,()=>MitigationAction$];var OTAUpdateFiles=[1,n0,_OTAUFp,0,()=>OTAUpdateFile$],OTAUpdatesSummary=[1,n0,_OTAUSp,0,()=>OTAUpdateSummary$],OutgoingCertificates=[1,n0,_OCu,0,()=>OutgoingCertificate$],
PackageSummaryList=[1,n0,_PSL,0,()=>PackageSummary$],PackageVersionSummaryList=[1,n0,_PVSL,0,()=>PackageVersionSummary$],Percentiles=[1,n0,_Pe,0,()=>PercentPair$];var Policies=[1,n0,_Po,0,()=>Policy$];var PolicyVersions=[1,n0,_PVo,0,()=>PolicyVersion$];var PrincipalThingObjects=[1,n0,_PTOr,0,()=>PrincipalThingObject$];var PropagatingAttributeList=[1,n0,_PAL,0,()=>PropagatingAttribute$];var ProvisioningTemplateListing=[1,n0,_PTL,0,()=>ProvisioningTemplateSummary$],ProvisioningTemplateVersionListing=[1,n0,_PTVL,0,()=>ProvisioningTemplateVersionSummary$],
PutAssetPropertyValueEntryList=[1,n0,_PAPVEL,0,()=>PutAssetPropertyValueEntry$];var RelatedResources=[1,n0,_RRe,0,()=>RelatedResource$];var RetryCriteriaList=[1,n0,_RCL,0,()=>RetryCriteria$];var SbomValidationResultSummaryList=[1,n0,_SVRSL,0,()=>SbomValidationResultSummary$],ScheduledAuditMetadataList=[1,n0,_SAML,0,()=>ScheduledAuditMetadata$],ScheduledJobRolloutList=[
1,n0,_SJRL,0,()=>ScheduledJobRollout$];var SecurityProfileIdentifiers=[1,n0,_SPIe,0,()=>SecurityProfileIdentifier$],SecurityProfileTargetMappings=[1,n0,_SPTMe,0,()=>SecurityProfileTargetMapping$],SecurityProfileTargets=[
1,n0,_SPTe,0,()=>SecurityProfileTarget$];var ServerCertificates=[1,n0,_SCe,0,()=>ServerCertificateSummary$],StreamFiles=[1,n0,_SFt,0,()=>StreamFile$],StreamsSummary=[1,n0,_SSt,0,()=>StreamSummary$];var TagList=[1,n0,_TL,0,()=>Tag$];var ThingAttributeList=[1,n0,_TAL,0,()=>ThingAttribute$],ThingDocumentList=[1,n0,_TDL,0,()=>ThingDocument$],ThingGroupDocumentList=[1,n0,_TGDL,0,()=>ThingGroupDocument$];var ThingGroupNameAndArnList=[1,n0,_TGNAAL,0,()=>GroupNameAndArn$];var ThingPrincipalObjects=[1,n0,_TPOh,0,()=>ThingPrincipalObject$],ThingTypeList=[1,n0,_TTL,0,()=>ThingTypeDefinition$],TimestreamDimensionList=[1,n0,_TDLi,0,()=>TimestreamDimension$],
TopicRuleDestinationSummaries=[1,n0,_TRDSo,0,()=>TopicRuleDestinationSummary$],TopicRuleList=[1,n0,_TRL,0,()=>TopicRuleListItem$],UserProperties=[1,n0,_UPs,0,()=>UserProperty$],
ValidationErrors=[1,n0,_VEal,0,()=>ValidationError$],ViolationEvents=[1,n0,_VEio,0,()=>ViolationEvent$];var AlertTargets=[2,n0,_ATle,0,0,()=>AlertTarget$];var AuditCheckConfigurations=[2,n0,_ACCu,0,0,()=>AuditCheckConfiguration$];var AuditDetails=[2,n0,_ADu,0,0,()=>AuditCheckDetails$],AuditMitigationActionsTaskStatistics=[2,n0,_AMATS,0,0,()=>TaskStatisticsForAuditCheck$],AuditNotificationTargetConfigurations=[
2,n0,_ANTC,0,0,()=>AuditNotificationTarget$];var CommandExecutionParameterMap=[2,n0,_CEPM,0,0,()=>CommandParameterValue$],CommandExecutionResultMap=[2,n0,_CERM,0,0,()=>CommandExecutionResult$];var EventConfigurations=[2,n0,_EC,0,0,()=>Configuration$];var ResourceAttributes=[2,n0,_RAe,8,0,0];var AssetPropertyVariant$=[4,n0,_APVs,0,[_sVtri,_iV,_dVo,_bV],[0,0,0,0]],AcceptCertificateTransfer$=[9,n0,_ACT,{[_h]:["PATCH","/accept-certificate-transfer/{cer\
tificateId}",200]},()=>AcceptCertificateTransferRequest$,()=>__Unit],AddThingToBillingGroup$=[9,n0,_ATTBG,{[_h]:["PUT","/billing-groups/addThingToBillingGroup",
200]},()=>AddThingToBillingGroupRequest$,()=>AddThingToBillingGroupResponse$],AddThingToThingGroup$=[9,n0,_ATTTG,{[_h]:["PUT","/thing-groups/addThingToThingGrou\
p",200]},()=>AddThingToThingGroupRequest$,()=>AddThingToThingGroupResponse$],AssociateSbomWithPackageVersion$=[9,n0,_ASWPV,{[_h]:["PUT","/packages/{packageName}\
/versions/{versionName}/sbom",200]},()=>AssociateSbomWithPackageVersionRequest$,()=>AssociateSbomWithPackageVersionResponse$],AssociateTargetsWithJob$=[9,n0,_ATWJ,
{[_h]:["POST","/jobs/{jobId}/targets",200]},()=>AssociateTargetsWithJobRequest$,()=>AssociateTargetsWithJobResponse$],AttachPolicy$=[9,n0,_APt,{[_h]:["PUT","/ta\
rget-policies/{policyName}",200]},()=>AttachPolicyRequest$,()=>__Unit],AttachPrincipalPolicy$=[9,n0,_APP,{[_h]:["PUT","/principal-policies/{policyName}",200]},()=>AttachPrincipalPolicyRequest$,
()=>__Unit],AttachSecurityProfile$=[9,n0,_ASP,{[_h]:["PUT","/security-profiles/{securityProfileName}/targets",200]},()=>AttachSecurityProfileRequest$,()=>AttachSecurityProfileResponse$],
AttachThingPrincipal$=[9,n0,_ATP,{[_h]:["PUT","/things/{thingName}/principals",200]},()=>AttachThingPrincipalRequest$,()=>AttachThingPrincipalResponse$],CancelAuditMitigationActionsTask$=[
9,n0,_CAMAT,{[_h]:["PUT","/audit/mitigationactions/tasks/{taskId}/cancel",200]},()=>CancelAuditMitigationActionsTaskRequest$,()=>CancelAuditMitigationActionsTaskResponse$],
CancelAuditTask$=[9,n0,_CAT,{[_h]:["PUT","/audit/tasks/{taskId}/cancel",200]},()=>CancelAuditTaskRequest$,()=>CancelAuditTaskResponse$],CancelCertificateTransfer$=[
9,n0,_CCT,{[_h]:["PATCH","/cancel-certificate-transfer/{certificateId}",200]},()=>CancelCertificateTransferRequest$,()=>__Unit],CancelDetectMitigationActionsTask$=[
9,n0,_CDMAT,{[_h]:["PUT","/detect/mitigationactions/tasks/{taskId}/cancel",200]},()=>CancelDetectMitigationActionsTaskRequest$,()=>CancelDetectMitigationActionsTaskResponse$],
CancelJob$=[9,n0,_CJ,{[_h]:["PUT","/jobs/{jobId}/cancel",200]},()=>CancelJobRequest$,()=>CancelJobResponse$],CancelJobExecution$=[9,n0,_CJE,{[_h]:["PUT","/thing\
s/{thingName}/jobs/{jobId}/cancel",200]},()=>CancelJobExecutionRequest$,()=>__Unit],ClearDefaultAuthorizer$=[9,n0,_CDA,{[_h]:["DELETE","/default-authorizer",200]},
()=>ClearDefaultAuthorizerRequest$,()=>ClearDefaultAuthorizerResponse$],ConfirmTopicRuleDestination$=[9,n0,_CTRD,{[_h]:["GET","/confirmdestination/{confirmation\
Token+}",200]},()=>ConfirmTopicRuleDestinationRequest$,()=>ConfirmTopicRuleDestinationResponse$],CreateAuditSuppression$=[9,n0,_CAS,{[_h]:["POST","/audit/suppre\
ssions/create",200]},()=>CreateAuditSuppressionRequest$,()=>CreateAuditSuppressionResponse$],CreateAuthorizer$=[9,n0,_CA,{[_h]:["POST","/authorizer/{authorizerN\
ame}",200]},()=>CreateAuthorizerRequest$,()=>CreateAuthorizerResponse$],CreateBillingGroup$=[9,n0,_CBG,{[_h]:["POST","/billing-groups/{billingGroupName}",200]},
()=>CreateBillingGroupRequest$,()=>CreateBillingGroupResponse$],CreateCertificateFromCsr$=[9,n0,_CCFC,{[_h]:["POST","/certificates",200]},()=>CreateCertificateFromCsrRequest$,
()=>CreateCertificateFromCsrResponse$],CreateCertificateProvider$=[9,n0,_CCP,{[_h]:["POST","/certificate-providers/{certificateProviderName}",200]},()=>CreateCertificateProviderRequest$,
()=>CreateCertificateProviderResponse$],CreateCommand$=[9,n0,_CC,{[_h]:["PUT","/commands/{commandId}",200]},()=>CreateCommandRequest$,()=>CreateCommandResponse$],
CreateCustomMetric$=[9,n0,_CCM,{[_h]:["POST","/custom-metric/{metricName}",200]},()=>CreateCustomMetricRequest$,()=>CreateCustomMetricResponse$],CreateDimension$=[
9,n0,_CDr,{[_h]:["POST","/dimensions/{name}",200]},()=>CreateDimensionRequest$,()=>CreateDimensionResponse$],CreateDomainConfiguration$=[9,n0,_CDC,{[_h]:["POST",
"/domainConfigurations/{domainConfigurationName}",200]},()=>CreateDomainConfigurationRequest$,()=>CreateDomainConfigurationResponse$],CreateDynamicThingGroup$=[
9,n0,_CDTG,{[_h]:["POST","/dynamic-thing-groups/{thingGroupName}",200]},()=>CreateDynamicThingGroupRequest$,()=>CreateDynamicThingGroupResponse$],CreateFleetMetric$=[
9,n0,_CFM,{[_h]:["PUT","/fleet-metric/{metricName}",200]},()=>CreateFleetMetricRequest$,()=>CreateFleetMetricResponse$],CreateJob$=[9,n0,_CJr,{[_h]:["PUT","/job\
s/{jobId}",200]},()=>CreateJobRequest$,()=>CreateJobResponse$],CreateJobTemplate$=[9,n0,_CJT,{[_h]:["PUT","/job-templates/{jobTemplateId}",200]},()=>CreateJobTemplateRequest$,
()=>CreateJobTemplateResponse$],CreateKeysAndCertificate$=[9,n0,_CKAC,{[_h]:["POST","/keys-and-certificate",200]},()=>CreateKeysAndCertificateRequest$,()=>CreateKeysAndCertificateResponse$],
CreateMitigationAction$=[9,n0,_CMAr,{[_h]:["POST","/mitigationactions/actions/{actionName}",200]},()=>CreateMitigationActionRequest$,()=>CreateMitigationActionResponse$],
CreateOTAUpdate$=[9,n0,_COTAU,{[_h]:["POST","/otaUpdates/{otaUpdateId}",200]},()=>CreateOTAUpdateRequest$,()=>CreateOTAUpdateResponse$],CreatePackage$=[9,n0,_CPr,
{[_h]:["PUT","/packages/{packageName}",200]},()=>CreatePackageRequest$,()=>CreatePackageResponse$],CreatePackageVersion$=[9,n0,_CPVr,{[_h]:["PUT","/packages/{pa\
ckageName}/versions/{versionName}",200]},()=>CreatePackageVersionRequest$,()=>CreatePackageVersionResponse$],CreatePolicy$=[9,n0,_CPre,{[_h]:["POST","/policies/\
{policyName}",200]},()=>CreatePolicyRequest$,()=>CreatePolicyResponse$],CreatePolicyVersion$=[9,n0,_CPVre,{[_h]:["POST","/policies/{policyName}/version",200]},()=>CreatePolicyVersionRequest$,
()=>CreatePolicyVersionResponse$],CreateProvisioningClaim$=[9,n0,_CPC,{[_h]:["POST","/provisioning-templates/{templateName}/provisioning-claim",200]},()=>CreateProvisioningClaimRequest$,
()=>CreateProvisioningClaimResponse$],CreateProvisioningTemplate$=[9,n0,_CPT,{[_h]:["POST","/provisioning-templates",200]},()=>CreateProvisioningTemplateRequest$,
()=>CreateProvisioningTemplateResponse$],CreateProvisioningTemplateVersion$=[9,n0,_CPTV,{[_h]:["POST","/provisioning-templates/{templateName}/versions",200]},()=>CreateProvisioningTemplateVersionRequest$,
()=>CreateProvisioningTemplateVersionResponse$],CreateRoleAlias$=[9,n0,_CRA,{[_h]:["POST","/role-aliases/{roleAlias}",200]},()=>CreateRoleAliasRequest$,()=>CreateRoleAliasResponse$],
CreateScheduledAudit$=[9,n0,_CSA,{[_h]:["POST","/audit/scheduledaudits/{scheduledAuditName}",200]},()=>CreateScheduledAuditRequest$,()=>CreateScheduledAuditResponse$],
CreateSecurityProfile$=[9,n0,_CSP,{[_h]:["POST","/security-profiles/{securityProfileName}",200]},()=>CreateSecurityProfileRequest$,()=>CreateSecurityProfileResponse$],
CreateStream$=[9,n0,_CSr,{[_h]:["POST","/streams/{streamId}",200]},()=>CreateStreamRequest$,()=>CreateStreamResponse$],CreateThing$=[9,n0,_CT,{[_h]:["POST","/th\
ings/{thingName}",200]},()=>CreateThingRequest$,()=>CreateThingResponse$],CreateThingGroup$=[9,n0,_CTG,{[_h]:["POST","/thing-groups/{thingGroupName}",200]},()=>CreateThingGroupRequest$,
()=>CreateThingGroupResponse$],CreateThingType$=[9,n0,_CTT,{[_h]:["POST","/thing-types/{thingTypeName}",200]},()=>CreateThingTypeRequest$,()=>CreateThingTypeResponse$],
CreateTopicRule$=[9,n0,_CTRre,{[_h]:["POST","/rules/{ruleName}",200]},()=>CreateTopicRuleRequest$,()=>__Unit],CreateTopicRuleDestination$=[9,n0,_CTRDr,{[_h]:["P\
OST","/destinations",200]},()=>CreateTopicRuleDestinationRequest$,()=>CreateTopicRuleDestinationResponse$],DeleteAccountAuditConfiguration$=[9,n0,_DAAC,{[_h]:["\
DELETE","/audit/configuration",200]},()=>DeleteAccountAuditConfigurationRequest$,()=>DeleteAccountAuditConfigurationResponse$],DeleteAuditSuppression$=[9,n0,_DAS,
{[_h]:["POST","/audit/suppressions/delete",200]},()=>DeleteAuditSuppressionRequest$,()=>DeleteAuditSuppressionResponse$],DeleteAuthorizer$=[9,n0,_DA,{[_h]:["DEL\
ETE","/authorizer/{authorizerName}",200]},()=>DeleteAuthorizerRequest$,()=>DeleteAuthorizerResponse$],DeleteBillingGroup$=[9,n0,_DBG,{[_h]:["DELETE","/billing-g\
roups/{billingGroupName}",200]},()=>DeleteBillingGroupRequest$,()=>DeleteBillingGroupResponse$],DeleteCACertificate$=[9,n0,_DCAC,{[_h]:["DELETE","/cacertificate\
/{certificateId}",200]},()=>DeleteCACertificateRequest$,()=>DeleteCACertificateResponse$],DeleteCertificate$=[9,n0,_DCe,{[_h]:["DELETE","/certificates/{certific\
ateId}",200]},()=>DeleteCertificateRequest$,()=>__Unit],DeleteCertificateProvider$=[9,n0,_DCP,{[_h]:["DELETE","/certificate-providers/{certificateProviderName}",
200]},()=>DeleteCertificateProviderRequest$,()=>DeleteCertificateProviderResponse$],DeleteCommand$=[9,n0,_DCel,{[_h]:["DELETE","/commands/{commandId}",200]},()=>DeleteCommandRequest$,
()=>DeleteCommandResponse$],DeleteCommandExecution$=[9,n0,_DCEe,{[_h]:["DELETE","/command-executions/{executionId}",200]},()=>DeleteCommandExecutionRequest$,()=>DeleteCommandExecutionResponse$],
DeleteCustomMetric$=[9,n0,_DCM,{[_h]:["DELETE","/custom-metric/{metricName}",200]},()=>DeleteCustomMetricRequest$,()=>DeleteCustomMetricResponse$],DeleteDimension$=[
9,n0,_DD,{[_h]:["DELETE","/dimensions/{name}",200]},()=>DeleteDimensionRequest$,()=>DeleteDimensionResponse$],DeleteDomainConfiguration$=[9,n0,_DDC,{[_h]:["DELE\
TE","/domainConfigurations/{domainConfigurationName}",200]},()=>DeleteDomainConfigurationRequest$,()=>DeleteDomainConfigurationResponse$],DeleteDynamicThingGroup$=[
9,n0,_DDTG,{[_h]:["DELETE","/dynamic-thing-groups/{thingGroupName}",200]},()=>DeleteDynamicThingGroupRequest$,()=>DeleteDynamicThingGroupResponse$],DeleteFleetMetric$=[
9,n0,_DFM,{[_h]:["DELETE","/fleet-metric/{metricName}",200]},()=>DeleteFleetMetricRequest$,()=>__Unit],DeleteJob$=[9,n0,_DJ,{[_h]:["DELETE","/jobs/{jobId}",200]},
()=>DeleteJobRequest$,()=>__Unit],DeleteJobExecution$=[9,n0,_DJE,{[_h]:["DELETE","/things/{thingName}/jobs/{jobId}/executionNumber/{executionNumber}",200]},()=>DeleteJobExecutionRequest$,
()=>__Unit],DeleteJobTemplate$=[9,n0,_DJT,{[_h]:["DELETE","/job-templates/{jobTemplateId}",200]},()=>DeleteJobTemplateRequest$,()=>__Unit],DeleteMitigationAction$=[
9,n0,_DMA,{[_h]:["DELETE","/mitigationactions/actions/{actionName}",200]},()=>DeleteMitigationActionRequest$,()=>DeleteMitigationActionResponse$],DeleteOTAUpdate$=[
9,n0,_DOTAU,{[_h]:["DELETE","/otaUpdates/{otaUpdateId}",200]},()=>DeleteOTAUpdateRequest$,()=>DeleteOTAUpdateResponse$],DeletePackage$=[9,n0,_DPe,{[_h]:["DELETE",
"/packages/{packageName}",200]},()=>DeletePackageRequest$,()=>DeletePackageResponse$],DeletePackageVersion$=[9,n0,_DPV,{[_h]:["DELETE","/packages/{packageName}/\
versions/{versionName}",200]},()=>DeletePackageVersionRequest$,()=>DeletePackageVersionResponse$],DeletePolicy$=[9,n0,_DPel,{[_h]:["DELETE","/policies/{policyNa\
me}",200]},()=>DeletePolicyRequest$,()=>__Unit],DeletePolicyVersion$=[9,n0,_DPVe,{[_h]:["DELETE","/policies/{policyName}/version/{policyVersionId}",200]},()=>DeletePolicyVersionRequest$,
()=>__Unit],DeleteProvisioningTemplate$=[9,n0,_DPT,{[_h]:["DELETE","/provisioning-templates/{templateName}",200]},()=>DeleteProvisioningTemplateRequest$,()=>DeleteProvisioningTemplateResponse$],
DeleteProvisioningTemplateVersion$=[9,n0,_DPTV,{[_h]:["DELETE","/provisioning-templates/{templateName}/versions/{versionId}",200]},()=>DeleteProvisioningTemplateVersionRequest$,
()=>DeleteProvisioningTemplateVersionResponse$],DeleteRegistrationCode$=[9,n0,_DRC,{[_h]:["DELETE","/registrationcode",200]},()=>DeleteRegistrationCodeRequest$,
()=>DeleteRegistrationCodeResponse$],DeleteRoleAlias$=[9,n0,_DRA,{[_h]:["DELETE","/role-aliases/{roleAlias}",200]},()=>DeleteRoleAliasRequest$,()=>DeleteRoleAliasResponse$],
DeleteScheduledAudit$=[9,n0,_DSA,{[_h]:["DELETE","/audit/scheduledaudits/{scheduledAuditName}",200]},()=>DeleteScheduledAuditRequest$,()=>DeleteScheduledAuditResponse$],
DeleteSecurityProfile$=[9,n0,_DSP,{[_h]:["DELETE","/security-profiles/{securityProfileName}",200]},()=>DeleteSecurityProfileRequest$,()=>DeleteSecurityProfileResponse$],
DeleteStream$=[9,n0,_DS,{[_h]:["DELETE","/streams/{streamId}",200]},()=>DeleteStreamRequest$,()=>DeleteStreamResponse$],DeleteThing$=[9,n0,_DT,{[_h]:["DELETE","\
/things/{thingName}",200]},()=>DeleteThingRequest$,()=>DeleteThingResponse$],DeleteThingGroup$=[9,n0,_DTG,{[_h]:["DELETE","/thing-groups/{thingGroupName}",200]},
()=>DeleteThingGroupRequest$,()=>DeleteThingGroupResponse$],DeleteThingType$=[9,n0,_DTT,{[_h]:["DELETE","/thing-types/{thingTypeName}",200]},()=>DeleteThingTypeRequest$,
()=>DeleteThingTypeResponse$],DeleteTopicRule$=[9,n0,_DTRel,{[_h]:["DELETE","/rules/{ruleName}",200]},()=>DeleteTopicRuleRequest$,()=>__Unit],DeleteTopicRuleDestination$=[
9,n0,_DTRD,{[_h]:["DELETE","/destinations/{arn+}",200]},()=>DeleteTopicRuleDestinationRequest$,()=>DeleteTopicRuleDestinationResponse$],DeleteV2LoggingLevel$=[9,
n0,_DVLL,{[_h]:["DELETE","/v2LoggingLevel",200]},()=>DeleteV2LoggingLevelRequest$,()=>__Unit],DeprecateThingType$=[9,n0,_DTTe,{[_h]:["POST","/thing-types/{thing\
TypeName}/deprecate",200]},()=>DeprecateThingTypeRequest$,()=>DeprecateThingTypeResponse$],DescribeAccountAuditConfiguration$=[9,n0,_DAACe,{[_h]:["GET","/audit/\
configuration",200]},()=>DescribeAccountAuditConfigurationRequest$,()=>DescribeAccountAuditConfigurationResponse$],DescribeAuditFinding$=[9,n0,_DAF,{[_h]:["GET",
"/audit/findings/{findingId}",200]},()=>DescribeAuditFindingRequest$,()=>DescribeAuditFindingResponse$],DescribeAuditMitigationActionsTask$=[9,n0,_DAMAT,{[_h]:[
"GET","/audit/mitigationactions/tasks/{taskId}",200]},()=>DescribeAuditMitigationActionsTaskRequest$,()=>DescribeAuditMitigationActionsTaskResponse$],DescribeAuditSuppression$=[
9,n0,_DASe,{[_h]:["POST","/audit/suppressions/describe",200]},()=>DescribeAuditSuppressionRequest$,()=>DescribeAuditSuppressionResponse$],DescribeAuditTask$=[9,
n0,_DAT,{[_h]:["GET","/audit/tasks/{taskId}",200]},()=>DescribeAuditTaskRequest$,()=>DescribeAuditTaskResponse$],DescribeAuthorizer$=[9,n0,_DAe,{[_h]:["GET","/a\
uthorizer/{authorizerName}",200]},()=>DescribeAuthorizerRequest$,()=>DescribeAuthorizerResponse$],DescribeBillingGroup$=[9,n0,_DBGe,{[_h]:["GET","/billing-group\
s/{billingGroupName}",200]},()=>DescribeBillingGroupRequest$,()=>DescribeBillingGroupResponse$],DescribeCACertificate$=[9,n0,_DCACe,{[_h]:["GET","/cacertificate\
/{certificateId}",200]},()=>DescribeCACertificateRequest$,()=>DescribeCACertificateResponse$],DescribeCertificate$=[9,n0,_DCes,{[_h]:["GET","/certificates/{cert\
ificateId}",200]},()=>DescribeCertificateRequest$,()=>DescribeCertificateResponse$],DescribeCertificateProvider$=[9,n0,_DCPe,{[_h]:["GET","/certificate-provider\
s/{certificateProviderName}",200]},()=>DescribeCertificateProviderRequest$,()=>DescribeCertificateProviderResponse$],DescribeCustomMetric$=[9,n0,_DCMe,{[_h]:["G\
ET","/custom-metric/{metricName}",200]},()=>DescribeCustomMetricRequest$,()=>DescribeCustomMetricResponse$],DescribeDefaultAuthorizer$=[9,n0,_DDA,{[_h]:["GET","\
/default-authorizer",200]},()=>DescribeDefaultAuthorizerRequest$,()=>DescribeDefaultAuthorizerResponse$],DescribeDetectMitigationActionsTask$=[9,n0,_DDMAT,{[_h]:[
"GET","/detect/mitigationactions/tasks/{taskId}",200]},()=>DescribeDetectMitigationActionsTaskRequest$,()=>DescribeDetectMitigationActionsTaskResponse$],DescribeDimension$=[
9,n0,_DDe,{[_h]:["GET","/dimensions/{name}",200]},()=>DescribeDimensionRequest$,()=>DescribeDimensionResponse$],DescribeDomainConfiguration$=[9,n0,_DDCe,{[_h]:[
"GET","/domainConfigurations/{domainConfigurationName}",200]},()=>DescribeDomainConfigurationRequest$,()=>DescribeDomainConfigurationResponse$],DescribeEncryptionConfiguration$=[
9,n0,_DEC,{[_h]:["GET","/encryption-configuration",200]},()=>DescribeEncryptionConfigurationRequest$,()=>DescribeEncryptionConfigurationResponse$],DescribeEndpoint$=[
9,n0,_DE,{[_h]:["GET","/endpoint",200]},()=>DescribeEndpointRequest$,()=>DescribeEndpointResponse$],DescribeEventConfigurations$=[9,n0,_DECe,{[_h]:["GET","/even\
t-configurations",200]},()=>DescribeEventConfigurationsRequest$,()=>DescribeEventConfigurationsResponse$],DescribeFleetMetric$=[9,n0,_DFMe,{[_h]:["GET","/fleet-\
metric/{metricName}",200]},()=>DescribeFleetMetricRequest$,()=>DescribeFleetMetricResponse$],DescribeIndex$=[9,n0,_DI,{[_h]:["GET","/indices/{indexName}",200]},
()=>DescribeIndexRequest$,()=>DescribeIndexResponse$],DescribeJob$=[9,n0,_DJe,{[_h]:["GET","/jobs/{jobId}",200]},()=>DescribeJobRequest$,()=>DescribeJobResponse$],
DescribeJobExecution$=[9,n0,_DJEe,{[_h]:["GET","/things/{thingName}/jobs/{jobId}",200]},()=>DescribeJobExecutionRequest$,()=>DescribeJobExecutionResponse$],DescribeJobTemplate$=[
9,n0,_DJTe,{[_h]:["GET","/job-templates/{jobTemplateId}",200]},()=>DescribeJobTemplateRequest$,()=>DescribeJobTemplateResponse$],DescribeManagedJobTemplate$=[9,
n0,_DMJT,{[_h]:["GET","/managed-job-templates/{templateName}",200]},()=>DescribeManagedJobTemplateRequest$,()=>DescribeManagedJobTemplateResponse$],DescribeMitigationAction$=[
9,n0,_DMAe,{[_h]:["GET","/mitigationactions/actions/{actionName}",200]},()=>DescribeMitigationActionRequest$,()=>DescribeMitigationActionResponse$],DescribeProvisioningTemplate$=[
9,n0,_DPTe,{[_h]:["GET","/provisioning-templates/{templateName}",200]},()=>DescribeProvisioningTemplateRequest$,()=>DescribeProvisioningTemplateResponse$],DescribeProvisioningTemplateVersion$=[
9,n0,_DPTVe,{[_h]:["GET","/provisioning-templates/{templateName}/versions/{versionId}",200]},()=>DescribeProvisioningTemplateVersionRequest$,()=>DescribeProvisioningTemplateVersionResponse$],
DescribeRoleAlias$=[9,n0,_DRAe,{[_h]:["GET","/role-aliases/{roleAlias}",200]},()=>DescribeRoleAliasRequest$,()=>DescribeRoleAliasResponse$],DescribeScheduledAudit$=[
9,n0,_DSAe,{[_h]:["GET","/audit/scheduledaudits/{scheduledAuditName}",200]},()=>DescribeScheduledAuditRequest$,()=>DescribeScheduledAuditResponse$],DescribeSecurityProfile$=[
9,n0,_DSPe,{[_h]:["GET","/security-profiles/{securityProfileName}",200]},()=>DescribeSecurityProfileRequest$,()=>DescribeSecurityProfileResponse$],DescribeStream$=[
9,n0,_DSe,{[_h]:["GET","/streams/{streamId}",200]},()=>DescribeStreamRequest$,()=>DescribeStreamResponse$],DescribeThing$=[9,n0,_DTe,{[_h]:["GET","/things/{thin\
gName}",200]},()=>DescribeThingRequest$,()=>DescribeThingResponse$],DescribeThingGroup$=[9,n0,_DTGe,{[_h]:["GET","/thing-groups/{thingGroupName}",200]},()=>DescribeThingGroupRequest$,
()=>DescribeThingGroupResponse$],DescribeThingRegistrationTask$=[9,n0,_DTRT,{[_h]:["GET","/thing-registration-tasks/{taskId}",200]},()=>DescribeThingRegistrationTaskRequest$,
()=>DescribeThingRegistrationTaskResponse$],DescribeThingType$=[9,n0,_DTTes,{[_h]:["GET","/thing-types/{thingTypeName}",200]},()=>DescribeThingTypeRequest$,()=>DescribeThingTypeResponse$],
DetachPolicy$=[9,n0,_DPet,{[_h]:["POST","/target-policies/{policyName}",200]},()=>DetachPolicyRequest$,()=>__Unit],DetachPrincipalPolicy$=[9,n0,_DPP,{[_h]:["DEL\
ETE","/principal-policies/{policyName}",200]},()=>DetachPrincipalPolicyRequest$,()=>__Unit],DetachSecurityProfile$=[9,n0,_DSPet,{[_h]:["DELETE","/security-profi\
les/{securityProfileName}/targets",200]},()=>DetachSecurityProfileRequest$,()=>DetachSecurityProfileResponse$],DetachThingPrincipal$=[9,n0,_DTP,{[_h]:["DELETE",
"/things/{thingName}/principals",200]},()=>DetachThingPrincipalRequest$,()=>DetachThingPrincipalResponse$],DisableTopicRule$=[9,n0,_DTRi,{[_h]:["POST","/rules/{\
ruleName}/disable",200]},()=>DisableTopicRuleRequest$,()=>__Unit],DisassociateSbomFromPackageVersion$=[9,n0,_DSFPV,{[_h]:["DELETE","/packages/{packageName}/vers\
ions/{versionName}/sbom",200]},()=>DisassociateSbomFromPackageVersionRequest$,()=>DisassociateSbomFromPackageVersionResponse$],EnableTopicRule$=[9,n0,_ETR,{[_h]:[
"POST","/rules/{ruleName}/enable",200]},()=>EnableTopicRuleRequest$,()=>__Unit],GetBehaviorModelTrainingSummaries$=[9,n0,_GBMTS,{[_h]:["GET","/behavior-model-tr\
aining/summaries",200]},()=>GetBehaviorModelTrainingSummariesRequest$,()=>GetBehaviorModelTrainingSummariesResponse$],GetBucketsAggregation$=[9,n0,_GBA,{[_h]:["\
POST","/indices/buckets",200]},()=>GetBucketsAggregationRequest$,()=>GetBucketsAggregationResponse$],GetCardinality$=[9,n0,_GC,{[_h]:["POST","/indices/cardinali\
ty",200]},()=>GetCardinalityRequest$,()=>GetCardinalityResponse$],GetCommand$=[9,n0,_GCe,{[_h]:["GET","/commands/{commandId}",200]},()=>GetCommandRequest$,()=>GetCommandResponse$],
GetCommandExecution$=[9,n0,_GCE,{[_h]:["GET","/command-executions/{executionId}",200]},()=>GetCommandExecutionRequest$,()=>GetCommandExecutionResponse$],GetEffectivePolicies$=[
9,n0,_GEP,{[_h]:["POST","/effective-policies",200]},()=>GetEffectivePoliciesRequest$,()=>GetEffectivePoliciesResponse$],GetIndexingConfiguration$=[9,n0,_GIC,{[_h]:[
"GET","/indexing/config",200]},()=>GetIndexingConfigurationRequest$,()=>GetIndexingConfigurationResponse$],GetJobDocument$=[9,n0,_GJD,{[_h]:["GET","/jobs/{jobId\
}/job-document",200]},()=>GetJobDocumentRequest$,()=>GetJobDocumentResponse$],GetLoggingOptions$=[9,n0,_GLO,{[_h]:["GET","/loggingOptions",200]},()=>GetLoggingOptionsRequest$,
()=>GetLoggingOptionsResponse$],GetOTAUpdate$=[9,n0,_GOTAU,{[_h]:["GET","/otaUpdates/{otaUpdateId}",200]},()=>GetOTAUpdateRequest$,()=>GetOTAUpdateResponse$],GetPackage$=[
9,n0,_GP,{[_h]:["GET","/packages/{packageName}",200]},()=>GetPackageRequest$,()=>GetPackageResponse$],GetPackageConfiguration$=[9,n0,_GPC,{[_h]:["GET","/package\
-configuration",200]},()=>GetPackageConfigurationRequest$,()=>GetPackageConfigurationResponse$],GetPackageVersion$=[9,n0,_GPV,{[_h]:["GET","/packages/{packageNa\
me}/versions/{versionName}",200]},()=>GetPackageVersionRequest$,()=>GetPackageVersionResponse$],GetPercentiles$=[9,n0,_GPe,{[_h]:["POST","/indices/percentiles",
200]},()=>GetPercentilesRequest$,()=>GetPercentilesResponse$],GetPolicy$=[9,n0,_GPet,{[_h]:["GET","/policies/{policyName}",200]},()=>GetPolicyRequest$,()=>GetPolicyResponse$],
GetPolicyVersion$=[9,n0,_GPVe,{[_h]:["GET","/policies/{policyName}/version/{policyVersionId}",200]},()=>GetPolicyVersionRequest$,()=>GetPolicyVersionResponse$],
GetRegistrationCode$=[9,n0,_GRC,{[_h]:["GET","/registrationcode",200]},()=>GetRegistrationCodeRequest$,()=>GetRegistrationCodeResponse$],GetStatistics$=[9,n0,_GS,
{[_h]:["POST","/indices/statistics",200]},()=>GetStatisticsRequest$,()=>GetStatisticsResponse$],GetThingConnectivityData$=[9,n0,_GTCD,{[_h]:["POST","/things/{th\
ingName}/connectivity-data",200]},()=>GetThingConnectivityDataRequest$,()=>GetThingConnectivityDataResponse$],GetTopicRule$=[9,n0,_GTR,{[_h]:["GET","/rules/{rul\
eName}",200]},()=>GetTopicRuleRequest$,()=>GetTopicRuleResponse$],GetTopicRuleDestination$=[9,n0,_GTRD,{[_h]:["GET","/destinations/{arn+}",200]},()=>GetTopicRuleDestinationRequest$,
()=>GetTopicRuleDestinationResponse$],GetV2LoggingOptions$=[9,n0,_GVLO,{[_h]:["GET","/v2LoggingOptions",200]},()=>GetV2LoggingOptionsRequest$,()=>GetV2LoggingOptionsResponse$],
ListActiveViolations$=[9,n0,_LAV,{[_h]:["GET","/active-violations",200]},()=>ListActiveViolationsRequest$,()=>ListActiveViolationsResponse$],ListAttachedPolicies$=[
9,n0,_LAP,{[_h]:["POST","/attached-policies/{target}",200]},()=>ListAttachedPoliciesRequest$,()=>ListAttachedPoliciesResponse$],ListAuditFindings$=[9,n0,_LAF,{[_h]:[
"POST","/audit/findings",200]},()=>ListAuditFindingsRequest$,()=>ListAuditFindingsResponse$],ListAuditMitigationActionsExecutions$=[9,n0,_LAMAE,{[_h]:["GET","/a\
udit/mitigationactions/executions",200]},()=>ListAuditMitigationActionsExecutionsRequest$,()=>ListAuditMitigationActionsExecutionsResponse$],ListAuditMitigationActionsTasks$=[
9,n0,_LAMAT,{[_h]:["GET","/audit/mitigationactions/tasks",200]},()=>ListAuditMitigationActionsTasksRequest$,()=>ListAuditMitigationActionsTasksResponse$],ListAuditSuppressions$=[
9,n0,_LAS,{[_h]:["POST","/audit/suppressions/list",200]},()=>ListAuditSuppressionsRequest$,()=>ListAuditSuppressionsResponse$],ListAuditTasks$=[9,n0,_LAT,{[_h]:[
"GET","/audit/tasks",200]},()=>ListAuditTasksRequest$,()=>ListAuditTasksResponse$],ListAuthorizers$=[9,n0,_LAi,{[_h]:["GET","/authorizers",200]},()=>ListAuthorizersRequest$,
()=>ListAuthorizersResponse$],ListBillingGroups$=[9,n0,_LBG,{[_h]:["GET","/billing-groups",200]},()=>ListBillingGroupsRequest$,()=>ListBillingGroupsResponse$],ListCACertificates$=[
9,n0,_LCAC,{[_h]:["GET","/cacertificates",200]},()=>ListCACertificatesRequest$,()=>ListCACertificatesResponse$],ListCertificateProviders$=[9,n0,_LCP,{[_h]:["GET",
"/certificate-providers",200]},()=>ListCertificateProvidersRequest$,()=>ListCertificateProvidersResponse$],ListCertificates$=[9,n0,_LC,{[_h]:["GET","/certificat\
es",200]},()=>ListCertificatesRequest$,()=>ListCertificatesResponse$],ListCertificatesByCA$=[9,n0,_LCBCA,{[_h]:["GET","/certificates-by-ca/{caCertificateId}",200]},
()=>ListCertificatesByCARequest$,()=>ListCertificatesByCAResponse$],ListCommandExecutions$=[9,n0,_LCE,{[_h]:["POST","/command-executions",200]},()=>ListCommandExecutionsRequest$,
()=>ListCommandExecutionsResponse$],ListCommands$=[9,n0,_LCi,{[_h]:["GET","/commands",200]},()=>ListCommandsRequest$,()=>ListCommandsResponse$],ListCustomMetrics$=[
9,n0,_LCM,{[_h]:["GET","/custom-metrics",200]},()=>ListCustomMetricsRequest$,()=>ListCustomMetricsResponse$],ListDetectMitigationActionsExecutions$=[9,n0,_LDMAE,
{[_h]:["GET","/detect/mitigationactions/executions",200]},()=>ListDetectMitigationActionsExecutionsRequest$,()=>ListDetectMitigationActionsExecutionsResponse$],
ListDetectMitigationActionsTasks$=[9,n0,_LDMAT,{[_h]:["GET","/detect/mitigationactions/tasks",200]},()=>ListDetectMitigationActionsTasksRequest$,()=>ListDetectMitigationActionsTasksResponse$],
ListDimensions$=[9,n0,_LD,{[_h]:["GET","/dimensions",200]},()=>ListDimensionsRequest$,()=>ListDimensionsResponse$],ListDomainConfigurations$=[9,n0,_LDC,{[_h]:["\
GET","/domainConfigurations",200]},()=>ListDomainConfigurationsRequest$,()=>ListDomainConfigurationsResponse$],ListFleetMetrics$=[9,n0,_LFM,{[_h]:["GET","/fleet\
-metrics",200]},()=>ListFleetMetricsRequest$,()=>ListFleetMetricsResponse$],ListIndices$=[9,n0,_LI,{[_h]:["GET","/indices",200]},()=>ListIndicesRequest$,()=>ListIndicesResponse$],
ListJobExecutionsForJob$=[9,n0,_LJEFJ,{[_h]:["GET","/jobs/{jobId}/things",200]},()=>ListJobExecutionsForJobRequest$,()=>ListJobExecutionsForJobResponse$],ListJobExecutionsForThing$=[
9,n0,_LJEFT,{[_h]:["GET","/things/{thingName}/jobs",200]},()=>ListJobExecutionsForThingRequest$,()=>ListJobExecutionsForThingResponse$],ListJobs$=[9,n0,_LJ,{[_h]:[
"GET","/jobs",200]},()=>ListJobsRequest$,()=>ListJobsResponse$],ListJobTemplates$=[9,n0,_LJT,{[_h]:["GET","/job-templates",200]},()=>ListJobTemplatesRequest$,()=>ListJobTemplatesResponse$],
ListManagedJobTemplates$=[9,n0,_LMJT,{[_h]:["GET","/managed-job-templates",200]},()=>ListManagedJobTemplatesRequest$,()=>ListManagedJobTemplatesResponse$],ListMetricValues$=[
9,n0,_LMV,{[_h]:["GET","/metric-values",200]},()=>ListMetricValuesRequest$,()=>ListMetricValuesResponse$],ListMitigationActions$=[9,n0,_LMA,{[_h]:["GET","/mitig\
ationactions/actions",200]},()=>ListMitigationActionsRequest$,()=>ListMitigationActionsResponse$],ListOTAUpdates$=[9,n0,_LOTAU,{[_h]:["GET","/otaUpdates",200]},
()=>ListOTAUpdatesRequest$,()=>ListOTAUpdatesResponse$],ListOutgoingCertificates$=[9,n0,_LOC,{[_h]:["GET","/certificates-out-going",200]},()=>ListOutgoingCertificatesRequest$,
()=>ListOutgoingCertificatesResponse$],ListPackages$=[9,n0,_LP,{[_h]:["GET","/packages",200]},()=>ListPackagesRequest$,()=>ListPackagesResponse$],ListPackageVersions$=[
9,n0,_LPV,{[_h]:["GET","/packages/{packageName}/versions",200]},()=>ListPackageVersionsRequest$,()=>ListPackageVersionsResponse$],ListPolicies$=[9,n0,_LPi,{[_h]:[
"GET","/policies",200]},()=>ListPoliciesRequest$,()=>ListPoliciesResponse$],ListPolicyPrincipals$=[9,n0,_LPP,{[_h]:["GET","/policy-principals",200]},()=>ListPolicyPrincipalsRequest$,
()=>ListPolicyPrincipalsResponse$],ListPolicyVersions$=[9,n0,_LPVi,{[_h]:["GET","/policies/{policyName}/version",200]},()=>ListPolicyVersionsRequest$,()=>ListPolicyVersionsResponse$],
ListPrincipalPolicies$=[9,n0,_LPPi,{[_h]:["GET","/principal-policies",200]},()=>ListPrincipalPoliciesRequest$,()=>ListPrincipalPoliciesResponse$],ListPrincipalThings$=[
9,n0,_LPT,{[_h]:["GET","/principals/things",200]},()=>ListPrincipalThingsRequest$,()=>ListPrincipalThingsResponse$],ListPrincipalThingsV2$=[9,n0,_LPTV,{[_h]:["G\
ET","/principals/things-v2",200]},()=>ListPrincipalThingsV2Request$,()=>ListPrincipalThingsV2Response$],ListProvisioningTemplates$=[9,n0,_LPTi,{[_h]:["GET","/pr\
ovisioning-templates",200]},()=>ListProvisioningTemplatesRequest$,()=>ListProvisioningTemplatesResponse$],ListProvisioningTemplateVersions$=[9,n0,_LPTVi,{[_h]:[
"GET","/provisioning-templates/{templateName}/versions",200]},()=>ListProvisioningTemplateVersionsRequest$,()=>ListProvisioningTemplateVersionsResponse$],ListRelatedResourcesForAuditFinding$=[
9,n0,_LRRFAF,{[_h]:["GET","/audit/relatedResources",200]},()=>ListRelatedResourcesForAuditFindingRequest$,()=>ListRelatedResourcesForAuditFindingResponse$],ListRoleAliases$=[
9,n0,_LRA,{[_h]:["GET","/role-aliases",200]},()=>ListRoleAliasesRequest$,()=>ListRoleAliasesResponse$],ListSbomValidationResults$=[9,n0,_LSVR,{[_h]:["GET","/pac\
kages/{packageName}/versions/{versionName}/sbom-validation-results",200]},()=>ListSbomValidationResultsRequest$,()=>ListSbomValidationResultsResponse$],ListScheduledAudits$=[
9,n0,_LSA,{[_h]:["GET","/audit/scheduledaudits",200]},()=>ListScheduledAuditsRequest$,()=>ListScheduledAuditsResponse$],ListSecurityProfiles$=[9,n0,_LSP,{[_h]:[
"GET","/security-profiles",200]},()=>ListSecurityProfilesRequest$,()=>ListSecurityProfilesResponse$],ListSecurityProfilesForTarget$=[9,n0,_LSPFT,{[_h]:["GET","/\
security-profiles-for-target",200]},()=>ListSecurityProfilesForTargetRequest$,()=>ListSecurityProfilesForTargetResponse$],ListStreams$=[9,n0,_LS,{[_h]:["GET","/\
streams",200]},()=>ListStreamsRequest$,()=>ListStreamsResponse$],ListTagsForResource$=[9,n0,_LTFR,{[_h]:["GET","/tags",200]},()=>ListTagsForResourceRequest$,()=>ListTagsForResourceResponse$],
ListTargetsForPolicy$=[9,n0,_LTFP,{[_h]:["POST","/policy-targets/{policyName}",200]},()=>ListTargetsForPolicyRequest$,()=>ListTargetsForPolicyResponse$],ListTargetsForSecurityProfile$=[
9,n0,_LTFSP,{[_h]:["GET","/security-profiles/{securityProfileName}/targets",200]},()=>ListTargetsForSecurityProfileRequest$,()=>ListTargetsForSecurityProfileResponse$],
ListThingGroups$=[9,n0,_LTG,{[_h]:["GET","/thing-groups",200]},()=>ListThingGroupsRequest$,()=>ListThingGroupsResponse$],ListThingGroupsForThing$=[9,n0,_LTGFT,{
[_h]:["GET","/things/{thingName}/thing-groups",200]},()=>ListThingGroupsForThingRequest$,()=>ListThingGroupsForThingResponse$],ListThingPrincipals$=[9,n0,_LTP,{
[_h]:["GET","/things/{thingName}/principals",200]},()=>ListThingPrincipalsRequest$,()=>ListThingPrincipalsResponse$],ListThingPrincipalsV2$=[9,n0,_LTPV,{[_h]:["\
GET","/things/{thingName}/principals-v2",200]},()=>ListThingPrincipalsV2Request$,()=>ListThingPrincipalsV2Response$],ListThingRegistrationTaskReports$=[9,n0,_LTRTRis,
{[_h]:["GET","/thing-registration-tasks/{taskId}/reports",200]},()=>ListThingRegistrationTaskReportsRequest$,()=>ListThingRegistrationTaskReportsResponse$],ListThingRegistrationTasks$=[
9,n0,_LTRT,{[_h]:["GET","/thing-registration-tasks",200]},()=>ListThingRegistrationTasksRequest$,()=>ListThingRegistrationTasksResponse$],ListThings$=[9,n0,_LTi,
{[_h]:["GET","/things",200]},()=>ListThingsRequest$,()=>ListThingsResponse$],ListThingsInBillingGroup$=[9,n0,_LTIBG,{[_h]:["GET","/billing-groups/{billingGroupN\
ame}/things",200]},()=>ListThingsInBillingGroupRequest$,()=>ListThingsInBillingGroupResponse$],ListThingsInThingGroup$=[9,n0,_LTITG,{[_h]:["GET","/thing-groups/\
{thingGroupName}/things",200]},()=>ListThingsInThingGroupRequest$,()=>ListThingsInThingGroupResponse$],ListThingTypes$=[9,n0,_LTT,{[_h]:["GET","/thing-types",200]},
()=>ListThingTypesRequest$,()=>ListThingTypesResponse$],ListTopicRuleDestinations$=[9,n0,_LTRD,{[_h]:["GET","/destinations",200]},()=>ListTopicRuleDestinationsRequest$,
()=>ListTopicRuleDestinationsResponse$],ListTopicRules$=[9,n0,_LTRis,{[_h]:["GET","/rules",200]},()=>ListTopicRulesRequest$,()=>ListTopicRulesResponse$],ListV2LoggingLevels$=[
9,n0,_LVLL,{[_h]:["GET","/v2LoggingLevel",200]},()=>ListV2LoggingLevelsRequest$,()=>ListV2LoggingLevelsResponse$],ListViolationEvents$=[9,n0,_LVE,{[_h]:["GET","\
/violation-events",200]},()=>ListViolationEventsRequest$,()=>ListViolationEventsResponse$],PutVerificationStateOnViolation$=[9,n0,_PVSOV,{[_h]:["POST","/violati\
ons/verification-state/{violationId}",200]},()=>PutVerificationStateOnViolationRequest$,()=>PutVerificationStateOnViolationResponse$],RegisterCACertificate$=[9,
n0,_RCAC,{[_h]:["POST","/cacertificate",200]},()=>RegisterCACertificateRequest$,()=>RegisterCACertificateResponse$],RegisterCertificate$=[9,n0,_RCeg,{[_h]:["POS\
T","/certificate/register",200]},()=>RegisterCertificateRequest$,()=>RegisterCertificateResponse$],RegisterCertificateWithoutCA$=[9,n0,_RCWCA,{[_h]:["POST","/ce\
rtificate/register-no-ca",200]},()=>RegisterCertificateWithoutCARequest$,()=>RegisterCertificateWithoutCAResponse$],RegisterThing$=[9,n0,_RT,{[_h]:["POST","/thi\
ngs",200]},()=>RegisterThingRequest$,()=>RegisterThingResponse$],RejectCertificateTransfer$=[9,n0,_RCT,{[_h]:["PATCH","/reject-certificate-transfer/{certificate\
Id}",200]},()=>RejectCertificateTransferRequest$,()=>__Unit],RemoveThingFromBillingGroup$=[9,n0,_RTFBG,{[_h]:["PUT","/billing-groups/removeThingFromBillingGroup",
200]},()=>RemoveThingFromBillingGroupRequest$,()=>RemoveThingFromBillingGroupResponse$],RemoveThingFromThingGroup$=[9,n0,_RTFTG,{[_h]:["PUT","/thing-groups/remo\
veThingFromThingGroup",200]},()=>RemoveThingFromThingGroupRequest$,()=>RemoveThingFromThingGroupResponse$],ReplaceTopicRule$=[9,n0,_RTRep,{[_h]:["PATCH","/rules\
/{ruleName}",200]},()=>ReplaceTopicRuleRequest$,()=>__Unit],SearchIndex$=[9,n0,_SIe,{[_h]:["POST","/indices/search",200]},()=>SearchIndexRequest$,()=>SearchIndexResponse$],
SetDefaultAuthorizer$=[9,n0,_SDA,{[_h]:["POST","/default-authorizer",200]},()=>SetDefaultAuthorizerRequest$,()=>SetDefaultAuthorizerResponse$],SetDefaultPolicyVersion$=[
9,n0,_SDPV,{[_h]:["PATCH","/policies/{policyName}/version/{policyVersionId}",200]},()=>SetDefaultPolicyVersionRequest$,()=>__Unit],SetLoggingOptions$=[9,n0,_SLO,
{[_h]:["POST","/loggingOptions",200]},()=>SetLoggingOptionsRequest$,()=>__Unit],SetV2LoggingLevel$=[9,n0,_SVLL,{[_h]:["POST","/v2LoggingLevel",200]},()=>SetV2LoggingLevelRequest$,
()=>__Unit],SetV2LoggingOptions$=[9,n0,_SVLO,{[_h]:["POST","/v2LoggingOptions",200]},()=>SetV2LoggingOptionsRequest$,()=>__Unit],StartAuditMitigationActionsTask$=[
9,n0,_SAMAT,{[_h]:["POST","/audit/mitigationactions/tasks/{taskId}",200]},()=>StartAuditMitigationActionsTaskRequest$,()=>StartAuditMitigationActionsTaskResponse$],
StartDetectMitigationActionsTask$=[9,n0,_SDMAT,{[_h]:["PUT","/detect/mitigationactions/tasks/{taskId}",200]},()=>StartDetectMitigationActionsTaskRequest$,()=>StartDetectMitigationActionsTaskResponse$],
StartOnDemandAuditTask$=[9,n0,_SODAT,{[_h]:["POST","/audit/tasks",200]},()=>StartOnDemandAuditTaskRequest$,()=>StartOnDemandAuditTaskResponse$],StartThingRegistrationTask$=[
9,n0,_STRT,{[_h]:["POST","/thing-registration-tasks",200]},()=>StartThingRegistrationTaskRequest$,()=>StartThingRegistrationTaskResponse$],StopThingRegistrationTask$=[
9,n0,_STRTt,{[_h]:["PUT","/thing-registration-tasks/{taskId}/cancel",200]},()=>StopThingRegistrationTaskRequest$,()=>StopThingRegistrationTaskResponse$],TagResource$=[
9,n0,_TRa,{[_h]:["POST","/tags",200]},()=>TagResourceRequest$,()=>TagResourceResponse$],TestAuthorization$=[9,n0,_TAe,{[_h]:["POST","/test-authorization",200]},
()=>TestAuthorizationRequest$,()=>TestAuthorizationResponse$],TestInvokeAuthorizer$=[9,n0,_TIA,{[_h]:["POST","/authorizer/{authorizerName}/test",200]},()=>TestInvokeAuthorizerRequest$,
()=>TestInvokeAuthorizerResponse$],TransferCertificate$=[9,n0,_TCr,{[_h]:["PATCH","/transfer-certificate/{certificateId}",200]},()=>TransferCertificateRequest$,
()=>TransferCertificateResponse$],UntagResource$=[9,n0,_UR,{[_h]:["POST","/untag",200]},()=>UntagResourceRequest$,()=>UntagResourceResponse$],UpdateAccountAuditConfiguration$=[
9,n0,_UAAC,{[_h]:["PATCH","/audit/configuration",200]},()=>UpdateAccountAuditConfigurationRequest$,()=>UpdateAccountAuditConfigurationResponse$],UpdateAuditSuppression$=[
9,n0,_UAS,{[_h]:["PATCH","/audit/suppressions/update",200]},()=>UpdateAuditSuppressionRequest$,()=>UpdateAuditSuppressionResponse$],UpdateAuthorizer$=[9,n0,_UA,
{[_h]:["PUT","/authorizer/{authorizerName}",200]},()=>UpdateAuthorizerRequest$,()=>UpdateAuthorizerResponse$],UpdateBillingGroup$=[9,n0,_UBG,{[_h]:["PATCH","/bi\
lling-groups/{billingGroupName}",200]},()=>UpdateBillingGroupRequest$,()=>UpdateBillingGroupResponse$],UpdateCACertificate$=[9,n0,_UCAC,{[_h]:["PUT","/cacertifi\
cate/{certificateId}",200]},()=>UpdateCACertificateRequest$,()=>__Unit],UpdateCertificate$=[9,n0,_UC,{[_h]:["PUT","/certificates/{certificateId}",200]},()=>UpdateCertificateRequest$,
()=>__Unit],UpdateCertificateProvider$=[9,n0,_UCP,{[_h]:["PUT","/certificate-providers/{certificateProviderName}",200]},()=>UpdateCertificateProviderRequest$,()=>UpdateCertificateProviderResponse$],
UpdateCommand$=[9,n0,_UCp,{[_h]:["PATCH","/commands/{commandId}",200]},()=>UpdateCommandRequest$,()=>UpdateCommandResponse$],UpdateCustomMetric$=[9,n0,_UCM,{[_h]:[
"PATCH","/custom-metric/{metricName}",200]},()=>UpdateCustomMetricRequest$,()=>UpdateCustomMetricResponse$],UpdateDimension$=[9,n0,_UD,{[_h]:["PATCH","/dimensio\
ns/{name}",200]},()=>UpdateDimensionRequest$,()=>UpdateDimensionResponse$],UpdateDomainConfiguration$=[9,n0,_UDC,{[_h]:["PUT","/domainConfigurations/{domainConf\
igurationName}",200]},()=>UpdateDomainConfigurationRequest$,()=>UpdateDomainConfigurationResponse$],UpdateDynamicThingGroup$=[9,n0,_UDTG,{[_h]:["PATCH","/dynami\
c-thing-groups/{thingGroupName}",200]},()=>UpdateDynamicThingGroupRequest$,()=>UpdateDynamicThingGroupResponse$],UpdateEncryptionConfiguration$=[9,n0,_UEC,{[_h]:[
"PATCH","/encryption-configuration",200]},()=>UpdateEncryptionConfigurationRequest$,()=>UpdateEncryptionConfigurationResponse$],UpdateEventConfigurations$=[9,n0,
_UECp,{[_h]:["PATCH","/event-configurations",200]},()=>UpdateEventConfigurationsRequest$,()=>UpdateEventConfigurationsResponse$],UpdateFleetMetric$=[9,n0,_UFM,{
[_h]:["PATCH","/fleet-metric/{metricName}",200]},()=>UpdateFleetMetricRequest$,()=>__Unit],UpdateIndexingConfiguration$=[9,n0,_UIC,{[_h]:["POST","/indexing/conf\
ig",200]},()=>UpdateIndexingConfigurationRequest$,()=>UpdateIndexingConfigurationResponse$],UpdateJob$=[9,n0,_UJ,{[_h]:["PATCH","/jobs/{jobId}",200]},()=>UpdateJobRequest$,
()=>__Unit],UpdateMitigationAction$=[9,n0,_UMA,{[_h]:["PATCH","/mitigationactions/actions/{actionName}",200]},()=>UpdateMitigationActionRequest$,()=>UpdateMitigationActionResponse$],
UpdatePackage$=[9,n0,_UPp,{[_h]:["PATCH","/packages/{packageName}",200]},()=>UpdatePackageRequest$,()=>UpdatePackageResponse$],UpdatePackageConfiguration$=[9,n0,
_UPC,{[_h]:["PATCH","/package-configuration",200]},()=>UpdatePackageConfigurationRequest$,()=>UpdatePackageConfigurationResponse$],UpdatePackageVersion$=[9,n0,_UPV,
{[_h]:["PATCH","/packages/{packageName}/versions/{versionName}",200]},()=>UpdatePackageVersionRequest$,()=>UpdatePackageVersionResponse$],UpdateProvisioningTemplate$=[
9,n0,_UPT,{[_h]:["PATCH","/provisioning-templates/{templateName}",200]},()=>UpdateProvisioningTemplateRequest$,()=>UpdateProvisioningTemplateResponse$],UpdateRoleAlias$=[
9,n0,_URA,{[_h]:["PUT","/role-aliases/{roleAlias}",200]},()=>UpdateRoleAliasRequest$,()=>UpdateRoleAliasResponse$],UpdateScheduledAudit$=[9,n0,_USA,{[_h]:["PATC\
H","/audit/scheduledaudits/{scheduledAuditName}",200]},()=>UpdateScheduledAuditRequest$,()=>UpdateScheduledAuditResponse$],UpdateSecurityProfile$=[9,n0,_USP,{[_h]:[
"PATCH","/security-profiles/{securityProfileName}",200]},()=>UpdateSecurityProfileRequest$,()=>UpdateSecurityProfileResponse$],UpdateStream$=[9,n0,_US,{[_h]:["P\
UT","/streams/{streamId}",200]},()=>UpdateStreamRequest$,()=>UpdateStreamResponse$],UpdateThing$=[9,n0,_UT,{[_h]:["PATCH","/things/{thingName}",200]},()=>UpdateThingRequest$,
()=>UpdateThingResponse$],UpdateThingGroup$=[9,n0,_UTG,{[_h]:["PATCH","/thing-groups/{thingGroupName}",200]},()=>UpdateThingGroupRequest$,()=>UpdateThingGroupResponse$],
UpdateThingGroupsForThing$=[9,n0,_UTGFT,{[_h]:["PUT","/thing-groups/updateThingGroupsForThing",200]},()=>UpdateThingGroupsForThingRequest$,()=>UpdateThingGroupsForThingResponse$],
UpdateThingType$=[9,n0,_UTT,{[_h]:["PATCH","/thing-types/{thingTypeName}",200]},()=>UpdateThingTypeRequest$,()=>UpdateThingTypeResponse$],UpdateTopicRuleDestination$=[
9,n0,_UTRD,{[_h]:["PATCH","/destinations",200]},()=>UpdateTopicRuleDestinationRequest$,()=>UpdateTopicRuleDestinationResponse$],ValidateSecurityProfileBehaviors$=[
9,n0,_VSPB,{[_h]:["POST","/security-profile-behaviors/validate",200]},()=>ValidateSecurityProfileBehaviorsRequest$,()=>ValidateSecurityProfileBehaviorsResponse$];var getRuntimeConfig=config=>({apiVersion:"2015-05-28",base64Decoder:config?.base64Decoder??fromBase64,base64Encoder:config?.base64Encoder??toBase64,disableHostPrefix:config?.
disableHostPrefix??!1,endpointProvider:config?.endpointProvider??defaultEndpointResolver,extensions:config?.extensions??[],httpAuthSchemeProvider:config?.httpAuthSchemeProvider??
defaultIoTHttpAuthSchemeProvider,httpAuthSchemes:config?.httpAuthSchemes??[{schemeId:"aws.auth#sigv4",identityProvider:ipc=>ipc.getIdentityProvider("aws.auth#si\
gv4"),signer:new AwsSdkSigV4Signer}],logger:config?.logger??new NoOpLogger,protocol:config?.protocol??AwsRestJsonProtocol,protocolSettings:config?.protocolSettings??
{defaultNamespace:"com.amazonaws.iot",errorTypeRegistries,version:"2015-05-28",serviceTarget:"AWSIotService"},serviceId:config?.serviceId??"IoT",sha256:config?.
sha256??Sha256Node,urlParser:config?.urlParser??parseUrl,utf8Decoder:config?.utf8Decoder??fromUtf8,utf8Encoder:config?.utf8Encoder??toUtf8});var getRuntimeConfig2=config=>{emitWarningIfUnsupportedVersion2(process.version);let defaultsMode=resolveDefaultsModeConfig(config),defaultConfigProvider=()=>defaultsMode().
then(loadConfigsForDefaultMode),clientSharedValues=getRuntimeConfig(config);emitWarningIfUnsupportedVersion(process.version);let loaderConfig={profile:config?.profile,
logger:clientSharedValues.logger};return{...clientSharedValues,...config,runtime:"node",defaultsMode,authSchemePreference:config?.authSchemePreference??loadConfig(
NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,loaderConfig),bodyLengthChecker:config?.bodyLengthChecker??calculateBodyLength,credentialDefaultProvider:config?.credentialDefaultProvider??
defaultProvider,defaultSocketTimeout:getDefaultSocketTimeout(config?.requestHandler,9e5),defaultUserAgentProvider:config?.defaultUserAgentProvider??createDefaultUserAgentProvider(
{serviceId:clientSharedValues.serviceId,clientVersion:package_default.version}),maxAttempts:config?.maxAttempts??loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS,config),
region:config?.region??loadConfig(NODE_REGION_CONFIG_OPTIONS,{...NODE_REGION_CONFIG_FILE_OPTIONS,...loaderConfig}),requestHandler:NodeHttpHandler.create(config?.
requestHandler??defaultConfigProvider),retryMode:config?.retryMode??loadConfig({...NODE_RETRY_MODE_CONFIG_OPTIONS,default:async()=>(await defaultConfigProvider()).
retryMode||DEFAULT_RETRY_MODE},config),streamCollector:config?.streamCollector??streamCollector,useDualstackEndpoint:config?.useDualstackEndpoint??loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
loaderConfig),useFipsEndpoint:config?.useFipsEndpoint??loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,loaderConfig),userAgentAppId:config?.userAgentAppId??loadConfig(
NODE_APP_ID_CONFIG_OPTIONS,loaderConfig)}};var getHttpAuthExtensionConfiguration=runtimeConfig=>{let _httpAuthSchemes=runtimeConfig.httpAuthSchemes,_httpAuthSchemeProvider=runtimeConfig.httpAuthSchemeProvider,
_credentials=runtimeConfig.credentials;return{setHttpAuthScheme(httpAuthScheme){let index=_httpAuthSchemes.findIndex(scheme=>scheme.schemeId===httpAuthScheme.schemeId);
index===-1?_httpAuthSchemes.push(httpAuthScheme):_httpAuthSchemes.splice(index,1,httpAuthScheme)},httpAuthSchemes(){return _httpAuthSchemes},setHttpAuthSchemeProvider(httpAuthSchemeProvider){
_httpAuthSchemeProvider=httpAuthSchemeProvider},httpAuthSchemeProvider(){return _httpAuthSchemeProvider},setCredentials(credentials){_credentials=credentials},credentials(){
return _credentials}}},resolveHttpAuthRuntimeConfig=config=>({httpAuthSchemes:config.httpAuthSchemes(),httpAuthSchemeProvider:config.httpAuthSchemeProvider(),credentials:config.
credentials()});var resolveRuntimeExtensions=(runtimeConfig,extensions)=>{let extensionConfiguration=Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig),getDefaultExtensionConfiguration(
runtimeConfig),getHttpHandlerExtensionConfiguration(runtimeConfig),getHttpAuthExtensionConfiguration(runtimeConfig));return extensions.forEach(extension=>extension.
configure(extensionConfiguration)),Object.assign(runtimeConfig,resolveAwsRegionExtensionConfiguration(extensionConfiguration),resolveDefaultRuntimeConfig(extensionConfiguration),
resolveHttpHandlerRuntimeConfig(extensionConfiguration),resolveHttpAuthRuntimeConfig(extensionConfiguration))};var IoTClient=class extends Client{config;constructor(...[configuration]){let _config_0=getRuntimeConfig2(configuration||{});super(_config_0),this.initConfig=_config_0;
let _config_1=resolveClientEndpointParameters(_config_0),_config_2=resolveUserAgentConfig(_config_1),_config_3=resolveRetryConfig(_config_2),_config_4=resolveRegionConfig(
_config_3),_config_5=_config_4,_config_6=resolveEndpointConfig(_config_5),_config_7=resolveHttpAuthSchemeConfig(_config_6),_config_8=resolveRuntimeExtensions(_config_7,
configuration?.extensions||[]);this.config=_config_8,this.middlewareStack.use(getSchemaSerdePlugin(this.config)),this.middlewareStack.use(getUserAgentPlugin(this.
config)),this.middlewareStack.use(getOmitRetryHeadersPlugin(this.config)),this.middlewareStack.use(getRetryPlugin(this.config)),this.middlewareStack.use(getContentLengthPlugin(
this.config)),this.middlewareStack.use(getHostHeaderPlugin(this.config)),this.middlewareStack.use(getLoggerPlugin(this.config)),this.middlewareStack.use(getRecursionDetectionPlugin(
this.config)),this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config,{httpAuthSchemeParametersProvider:defaultIoTHttpAuthSchemeParametersProvider,
identityProviderConfigProvider:async config=>new DefaultIdentityProviderConfig({"aws.auth#sigv4":config.credentials})})),this.middlewareStack.use(getHttpSigningPlugin(
this.config))}destroy(){super.destroy()}};var command=makeBuilder(commonParams,"AWSIotService","IoTClient",getEndpointPlugin),_ep0={},_mw0=(Command,cs,config,o)=>[];function watchClock(client,now,skew=0){let known=skew;return onDate(client,now,date=>{known=date-now()}),{skew:()=>known}}function onDate(client,now,callback){client.
middlewareStack.use({applyToStack(stack){stack.add(handle=>async args=>{let sentAt=now(),result=await handle(args),{headers}=result.response,date=Date.parse(headers?.
date??"");return Number.isNaN(date)||callback(date,sentAt),result},{step:"deserialize",priority:"low",name:"awsClock"})}})}var MAX_ANSWER_BYTES=1024*1024;function limitAnswers(client,most=MAX_ANSWER_BYTES){client.middlewareStack.add(next=>async args=>{let result=await next(args),response=result.
response;return response.body!==void 0&&(response.body=limitBytes(response.body,most)),result},{step:"deserialize",priority:"low",name:"limitAnswers"})}var IOT_POOL={keepAlive:!0,maxSockets:512};function createIotCaller(options){let{region,credentials,timeoutMs,now,skewMs,agents}=options,client=new IoTClient({region,
...credentials===void 0?{}:{credentials:credentials.provider},systemClockOffset:skewMs,maxAttempts:1,requestHandler:{connectionTimeout:5e3,...agents}});limitAnswers(
client);let clock=watchClock(client,now,skewMs);return{client,async ask(call){try{return await withinTime(timeoutMs,abortSignal=>call({abortSignal}))}catch(error){
let failure=failureOf(error,now);return failure.kind!=="refused"?failure:isExpired(failure)&&credentials!==void 0?(credentials.discard(),{...failure,passes:!0}):
isClockRefusal(failure)?{...failure,passes:!0}:failure}},awsTime:()=>now()+clock.skew()}}var UNREADABLE={kind:"in-doubt",code:"IncompleteAnswer",message:"AWS le\
ft out what it should answer"};function notOfAws(status=200){return{kind:"in-doubt",code:NOT_AWS,message:`HTTP ${status}`}}export{AddThingToThingGroup$,AttachPolicy$,AttachThingPrincipal$,CreateCertificateFromCsr$,CreateThing$,DeleteCertificate$,DescribeBillingGroup$,DescribeCertificate$,
DescribeEndpoint$,DescribeProvisioningTemplate$,DescribeThing$,DescribeThingGroup$,DescribeThingType$,DetachPolicy$,DetachThingPrincipal$,GetPolicy$,ListAttachedPolicies$,
ListCertificates$,ListPrincipalThings$,ListThingGroupsForThing$,ListThingPrincipals$,ListThingPrincipalsV2$,RegisterThing$,TestAuthorization$,UpdateCertificate$,
IoTClient,command,_ep0,_mw0,watchClock,onDate,limitAnswers,IOT_POOL,createIotCaller,UNREADABLE,notOfAws};
