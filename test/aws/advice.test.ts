import { describe, expect, it } from 'vitest';
import { adviceOn } from '../../src/aws/advice.ts';
import { failureOf } from '../../src/aws/answers.ts';
import { roleAdvice } from '../../src/aws/role-advice.ts';

const refusal = (code: string, message: string) => ({ kind: 'refused', scope: 'account', code, message }) as const;

describe('a call that the role may not make', () => {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
  const of = 'User: arn:aws:sts::1:assumed-role/r/s is not authorized to perform: iot:ListCertificates on resource: *';
  it.each([
    [`${of} because no identity-based policy allows the iot:ListCertificates action`, "Add it to the role's policy."],
    [`${of} with an explicit deny in an identity-based policy`, 'remove that statement from the policy'],
    [`${of} with an explicit deny in a service control policy`, 'The service control policy denies it'],
    [`${of} because no service control policy allows the iot:X action`, 'The service control policy does not allow it'],
    [`${of} because no permissions boundary allows the iot:X action`, 'The permissions boundary does not allow it'],
    [`${of} because no session policy allows the iot:X action`, 'The session policy does not allow it'],
    [`${of} with an explicit deny in a VPC endpoint policy`, 'The VPC endpoint policy denies it'],
    [of, "Add it to the role's policy."],
  ])('leads to the policy that AWS names: %s', (message, fix) => {
    const advice = adviceOn(refusal('AccessDeniedException', message), 'iot:ListCertificates');
    expect(advice?.message).toBe('The role may not call iot:ListCertificates.');
    expect(advice?.fix).toContain(fix);
  });
});

describe('a role that refuses a token', () => {
  const role = {
    arn: 'arn:aws:iam::1:role/r',
    sessionName: 's',
    durationSeconds: 3_600,
    audience: 'a',
    sessionPolicy: undefined,
  };
  const denied = refusal('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  const missing = refusal('InvalidIdentityToken', 'No OpenIDConnect provider found in your account for it');
  const unreachable = refusal('InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider");

  it.each([
    ['https://token.actions.githubusercontent.com', 'token.actions.githubusercontent.com'],
    ['https://token.actions.githubusercontent.com/octo-corp', 'token.actions.githubusercontent.com/octo-corp'],
    ['https://token.actions.octo.ghe.com', 'token.actions.octo.ghe.com'],
    ['https://ghes.example.com/_services/token', 'ghes.example.com/_services/token'],
  ])('is told of in the names of the issuer %s', (iss, provider) => {
    expect(roleAdvice(denied, role, { iss, sub: 'repo:o/r:ref:refs/heads/main' })?.fix).toContain(
      `conditions on ${provider}:sub and ${provider}:aud`,
    );
    const advice = roleAdvice(missing, role, { iss });
    expect(advice?.fix).toContain(`provider for ${iss} in the account`);
    expect(advice?.fix.includes('a provider for that issuer')).toBe(
      iss !== 'https://token.actions.githubusercontent.com',
    );
    const isReachedFromGitHubCom = iss.startsWith('https://token.actions.githubusercontent.com');
    expect(roleAdvice(unreachable, role, { iss })?.fix.includes('over the internet')).toBe(!isReachedFromGitHubCom);
  });
});

describe('an error of the SDK', () => {
  const answered = (name: string, status: number, headers: Record<string, string>) =>
    failureOf(Object.assign(new Error('m'), { name, $metadata: { httpStatusCode: status }, $response: { headers } }));

  it.each([
    ['SyntaxError', 403, {}],
    ['Unknown', 403, {}],
    ['Forbidden', 403, { 'content-type': 'application/json' }],
    ['SyntaxError', 429, {}],
    ['SyntaxError', 200, {}],
    ['SyntaxError', 302, {}],
  ])('leaves in doubt what is not AWS’s: %s with status %i', (name, status, headers) => {
    expect(answered(name, status, headers)).toMatchObject({ kind: 'in-doubt', code: 'NotAws' });
  });

  it.each([
    ['AccessDeniedException', 403, {}, 'refused'],
    ['Unknown', 403, { 'x-amzn-requestid': 'r' }, 'refused'],
    ['SyntaxError', 403, { 'x-amzn-errortype': 'AccessDeniedException' }, 'refused'],
    ['ThrottlingException', 400, {}, 'throttled'],
    ['Unknown', 429, { 'x-amzn-requestid': 'r' }, 'throttled'],
    ['InternalFailureException', 500, {}, 'in-doubt'],
  ])('is read where it is AWS’s: %s with status %i', (name, status, headers, kind) => {
    const failure = answered(name, status, headers);
    expect(failure.kind).toBe(kind);
    expect(failure.code).not.toBe('NotAws');
  });
});
