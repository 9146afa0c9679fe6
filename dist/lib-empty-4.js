import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{ENV_ACCOUNT_ID,ENV_CREDENTIAL_SCOPE,ENV_EXPIRATION,ENV_KEY,ENV_SECRET,ENV_SESSION,fromEnv}from"./lib-aws-sdk-credential-provider-env.js";import"./lib-smithy-core.js";
import"./lib-smithy-core-3.js";import"./lib-smithy-core-5.js";import"./lib-empty-2.js";export{ENV_ACCOUNT_ID,ENV_CREDENTIAL_SCOPE,ENV_EXPIRATION,ENV_KEY,ENV_SECRET,ENV_SESSION,fromEnv};
