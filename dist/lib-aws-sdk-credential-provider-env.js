import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{setCredentialFeature}from"./lib-smithy-core.js";import{CredentialsProviderError}from"./lib-smithy-core-3.js";var ENV_KEY="AWS_ACCESS_KEY_ID",ENV_SECRET="AWS_SECRET_ACCESS_KEY",ENV_SESSION="AWS_SESSION_TOKEN",ENV_EXPIRATION="AWS_CREDENTIAL_EXPIRATION",ENV_CREDENTIAL_SCOPE="\
AWS_CREDENTIAL_SCOPE",ENV_ACCOUNT_ID="AWS_ACCOUNT_ID",fromEnv=init=>async()=>{init?.logger?.debug("@aws-sdk/credential-provider-env - fromEnv");let accessKeyId=process.
env[ENV_KEY],secretAccessKey=process.env[ENV_SECRET],sessionToken=process.env[ENV_SESSION],expiry=process.env[ENV_EXPIRATION],credentialScope=process.env[ENV_CREDENTIAL_SCOPE],
accountId=process.env[ENV_ACCOUNT_ID];if(accessKeyId&&secretAccessKey){let credentials={accessKeyId,secretAccessKey,...sessionToken&&{sessionToken},...expiry&&{
expiration:new Date(expiry)},...credentialScope&&{credentialScope},...accountId&&{accountId}};return setCredentialFeature(credentials,"CREDENTIALS_ENV_VARS","g"),
credentials}throw new CredentialsProviderError("Unable to find environment variable credentials.",{logger:init?.logger})};export{ENV_KEY,ENV_SECRET,ENV_SESSION,ENV_EXPIRATION,ENV_CREDENTIAL_SCOPE,ENV_ACCOUNT_ID,fromEnv};
