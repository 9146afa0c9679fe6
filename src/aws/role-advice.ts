import type { IdTokenClaims } from '../github/id-token.ts';
import { visible } from '../lib/escape.ts';
import type { Advice } from './advice.ts';
import type { Failure } from './answers.ts';
import type { RoleInputs } from './role.ts';

/** Where the tokens of github.com are from; GitHub Enterprise has other issuers, and enterprises may have one of their own. */
const GITHUB_COM = 'https://token.actions.githubusercontent.com';

/**
 * Why AWS does not exchange this job's OIDC token for a session of the role.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html#API_AssumeRoleWithWebIdentity_Errors
 *
 * @param claims of the token that was refused
 * @returns undefined for what {@link adviceOn} knows, and for what is unknown
 */
export function roleAdvice(
  { code, message }: Failure,
  role: RoleInputs,
  claims: IdTokenClaims,
): (Advice & { readonly where: string }) | undefined {
  const issuer = visible(claims.iss ?? GITHUB_COM);
  const provider = issuer.replace(/^https:\/\//, '');
  const presents = `This job presents ${presented(claims)}.`;
  const atRole = { where: 'role-to-assume' };
  if (/retrieve verification key|IDPCommunicationError/.test(`${code} ${message}`)) {
    const isOwn = issuer !== GITHUB_COM && !issuer.startsWith(`${GITHUB_COM}/`);
    return {
      ...atRole,
      code: 'identity-provider-unreachable',
      message: `AWS could not reach GitHub's identity provider ${issuer} (${message}).`,
      fix: `Run the job again.${isOwn ? ` AWS has to be able to read ${issuer}/.well-known/openid-configuration over the internet.` : ''}`,
    };
  }
  if (/thumbprint/i.test(message)) {
    return {
      ...atRole,
      code: 'identity-provider-thumbprint',
      message: `The thumbprint in the IAM identity provider ${provider} is not that of GitHub's current certificate (${message}).`,
      fix: `Update the thumbprint: aws iam update-open-id-connect-provider-thumbprint, or save the provider anew in the IAM console.`,
    };
  }
  if (/audience/i.test(message)) {
    return {
      where: 'audience',
      code: 'audience-refused',
      message: `The identity provider in AWS does not accept the audience of the job's token (${message}). ${presents}`,
      fix: `Add this aud to the IAM identity provider ${provider}, or set \`audience\` to one it has.`,
    };
  }
  if (/DurationSeconds/.test(message)) {
    return {
      where: 'role-duration-seconds',
      code: 'role-duration',
      message: `The role does not allow sessions of ${role.durationSeconds} s (${message}).`,
      fix: "Lower role-duration-seconds, or raise the role's maximum session duration; sessions are renewed either way.",
    };
  }
  if (/^ExpiredToken/.test(code)) {
    return {
      ...atRole,
      code: 'oidc-token-expired',
      message: `The job's OIDC token, which lives five minutes, had expired when AWS read it (${message}).`,
      fix: 'Run the job again. On GitHub Enterprise Server, check the clock of the server.',
    };
  }
  if (/^AccessDenied/.test(code)) return { ...atRole, ...refusedByTrust(role, message, provider, presents, claims) };
  if (/^InvalidIdentityToken/.test(code)) {
    const isMissing = /no openid ?connect provider/i.test(message);
    const other =
      issuer === GITHUB_COM
        ? ''
        : ` The token is not from ${GITHUB_COM}: a provider for that issuer does not accept it.`;
    return {
      ...atRole,
      code: isMissing ? 'identity-provider' : 'identity-token',
      message: `AWS does not accept the job's token (${message}). ${presents}`,
      fix: isMissing
        ? `Create the IAM identity provider for ${issuer} in the account of the role.${other}`
        : `Check that the IAM identity provider for ${issuer} is in the account of the role, and run the job again.${other}`,
    };
  }
  if (/ARN is invalid|roleArn/i.test(message)) {
    return {
      ...atRole,
      code: 'role-arn',
      message: `AWS does not accept ${role.arn} as the ARN of a role (${message}).`,
      fix: 'Copy the ARN from the IAM console.',
    };
  }
  return undefined;
}

function refusedByTrust(
  role: RoleInputs,
  message: string,
  provider: string,
  presents: string,
  { sub = '' }: IdTokenClaims,
): Advice {
  const immutable = /@\d+/.test(sub)
    ? ' The sub holds ids ("@…"), as it does for repositories created since 2026-07-15: a condition in the old form without them does not match.'
    : '';
  return {
    code: 'role-refused',
    message: `${role.arn} does not let this job in (${message}). ${presents}${immutable}`,
    fix: `Change the role's trust policy so that its conditions on ${provider}:sub and ${provider}:aud, and on other claims if it has any, match these values; or correct the ARN.`,
  };
}

/** The claims that trust policies have conditions on. */
function presented(claims: IdTokenClaims): string {
  const names = ['iss', 'sub', 'aud', 'job_workflow_ref', 'repository_id', 'environment'] as const;
  const shown = names.flatMap((name) => (claims[name] === undefined ? [] : `${name} "${visible(claims[name])}"`));
  return shown.length === 0 ? 'a token that cannot be read' : shown.join(', ');
}
