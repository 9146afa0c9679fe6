import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{setCredentialFeature}from"./lib-smithy-core.js";import{CredentialsProviderError,externalDataInterceptor,getProfileName,parseKnownFiles}from"./lib-smithy-core-3.js";
import"./lib-smithy-core-5.js";import"./lib-empty-2.js";import{exec}from"node:child_process";import{promisify}from"node:util";var getValidatedProcessCredentials=(profileName,data,profiles)=>{if(data.Version!==1)throw Error(`Profile ${profileName} credential_process did not return Versi\
on 1.`);if(data.AccessKeyId===void 0||data.SecretAccessKey===void 0)throw Error(`Profile ${profileName} credential_process returned invalid credentials.`);if(data.
Expiration){let currentTime=new Date;if(new Date(data.Expiration)<currentTime)throw Error(`Profile ${profileName} credential_process returned expired credential\
s.`)}let accountId=data.AccountId;!accountId&&profiles?.[profileName]?.aws_account_id&&(accountId=profiles[profileName].aws_account_id);let credentials={accessKeyId:data.
AccessKeyId,secretAccessKey:data.SecretAccessKey,...data.SessionToken&&{sessionToken:data.SessionToken},...data.Expiration&&{expiration:new Date(data.Expiration)},
...data.CredentialScope&&{credentialScope:data.CredentialScope},...accountId&&{accountId}};return setCredentialFeature(credentials,"CREDENTIALS_PROCESS","w"),credentials};var resolveProcessCredentials=async(profileName,profiles,logger)=>{let profile=profiles[profileName];if(profiles[profileName]){let credentialProcess=profile.credential_process;
if(credentialProcess!==void 0){let execPromise=promisify(externalDataInterceptor?.getTokenRecord?.().exec??exec);try{let{stdout}=await execPromise(credentialProcess),
data;try{data=JSON.parse(stdout.trim())}catch{throw Error(`Profile ${profileName} credential_process returned invalid JSON.`)}return getValidatedProcessCredentials(
profileName,data,profiles)}catch(error){throw new CredentialsProviderError(error.message,{logger})}}else throw new CredentialsProviderError(`Profile ${profileName}\
 did not contain credential_process.`,{logger})}else throw new CredentialsProviderError(`Profile ${profileName} could not be found in shared credentials file.`,
{logger})};var fromProcess=(init={})=>async({callerClientConfig}={})=>{init.logger?.debug("@aws-sdk/credential-provider-process - fromProcess");let profiles=await parseKnownFiles(
init);return resolveProcessCredentials(getProfileName({profile:init.profile??callerClientConfig?.profile}),profiles,init.logger)};export{fromProcess};
