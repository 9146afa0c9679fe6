import { ListCertificatesCommand } from '@aws-sdk/client-iot';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { failureOf, idToken, iotClient, stsClient, type TestCredentials } from './clients.ts';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.close());

const assume = async (
  input: { WebIdentityToken?: string; RoleArn?: string; RoleSessionName?: string; DurationSeconds?: number } = {},
) =>
  stsClient(emulator).send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: emulator.roleArn,
      RoleSessionName: 'session',
      WebIdentityToken: input.WebIdentityToken ?? (await idToken(emulator)),
      ...input,
    }),
  );

const session = async (): Promise<TestCredentials> => {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = (await assume()).Credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
};

describe('the OpenID Connect issuer', () => {
  test('signs tokens that its published keys verify, with the claims of the job', async () => {
    const token = await idToken(emulator, 'my audience & more');
    const { iss = '', exp = 0, iat = 0 } = decodeJwt(token);
    const discovery = (await (await fetch(`${iss}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(discovery.jwks_uri)), {
      issuer: iss,
      audience: 'my audience & more',
    });
    expect(payload).toMatchObject({
      sub: 'repo:octo-org/device-fleet:ref:refs/heads/main',
      repository: 'octo-org/device-fleet',
      run_attempt: '1',
      event_name: 'workflow_dispatch',
    });
    expect(exp - iat).toBe(300);
    expect(decodeJwt(await idToken(emulator)).jti).not.toBe(payload.jti);
  });

  test.each([
    [{ environment: 'prod: eu' }, 'repo:octo-org/device-fleet:environment:prod%3A eu'],
    [{ eventName: 'pull_request' }, 'repo:octo-org/device-fleet:pull_request'],
    [{ ref: 'refs/tags/v1' }, 'repo:octo-org/device-fleet:ref:refs/tags/v1'],
    [{ immutableSubject: true }, 'repo:octo-org@123456/device-fleet@456789:ref:refs/heads/main'],
  ])('presents the subject of %j', async (job, sub) => {
    emulator.configure({ job });
    expect(decodeJwt(await idToken(emulator)).sub).toBe(sub);
  });

  test('gives tokens to the job only, and fails on demand', async () => {
    const url = emulator.env.ACTIONS_ID_TOKEN_REQUEST_URL ?? '';
    expect((await fetch(url)).status).toBe(401);
    const headers = { authorization: `Bearer ${emulator.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
    for (const kind of ['403', '429', '500', '503'] as const) {
      emulator.oidc.inject({ operation: 'GetIdToken', kind, count: 1 });
      expect((await fetch(url, { headers })).status).toBe(Number(kind));
    }
    emulator.oidc.inject({ operation: 'GetIdToken', kind: 'hang', count: 1 });
    await expect(fetch(url, { headers, signal: AbortSignal.timeout(200) })).rejects.toThrow();
    expect((await fetch(url, { headers })).status).toBe(200);
  });
});

describe('AssumeRoleWithWebIdentity', () => {
  test('gives a session that AWS IoT and STS know', async () => {
    const { AssumedRoleUser, SubjectFromWebIdentityToken, Credentials } = await assume({ DurationSeconds: 900 });
    expect(AssumedRoleUser?.Arn).toBe('arn:aws:sts::123456789012:assumed-role/certificate-issuer/session');
    expect(SubjectFromWebIdentityToken).toBe('repo:octo-org/device-fleet:ref:refs/heads/main');
    expect(Math.abs(Number(Credentials?.Expiration) - Date.now() - 900_000)).toBeLessThan(60_000);
    const credentials = await session();
    await iotClient(emulator, { credentials }).send(new ListCertificatesCommand({}));
    const identity = await stsClient(emulator, credentials).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Account: '123456789012', Arn: AssumedRoleUser?.Arn });
  });

  test('refuses by name what AWS refuses', async () => {
    const tampered = (await idToken(emulator)).replace(/\.[^.]+\./, (payload) => payload.replace(/.\.$/, 'A.'));
    const cases = [
      [{ WebIdentityToken: 'no.jwt.here' }, 'InvalidIdentityTokenException', 400],
      [{ WebIdentityToken: tampered }, 'InvalidIdentityTokenException', 400],
      [{ WebIdentityToken: await idToken(emulator, 'somebody else') }, 'InvalidIdentityTokenException', 400],
      [{ RoleArn: `${emulator.roleArn}-2` }, 'AccessDenied', 403],
      [{ RoleSessionName: 'no spaces' }, 'ValidationError', 400],
      [{ DurationSeconds: 899 }, 'ValidationError', 400],
      [{ DurationSeconds: 7_200 }, 'ValidationError', 400],
    ] as const;
    for (const [input, name, status] of cases) {
      expect(await failureOf(assume(input)), JSON.stringify(input)).toMatchObject({ name, status });
    }
    emulator.configure({ maxSessionSeconds: 7_200 });
    await assume({ DurationSeconds: 7_200 });
  });

  test('holds the subject against the trust policy', async () => {
    emulator.configure({ job: { immutableSubject: true } });
    expect(await failureOf(assume())).toMatchObject({
      name: 'AccessDenied',
      status: 403,
      message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    });
    emulator.configure({
      trust: { audiences: ['sts.amazonaws.com'], subjects: ['repo:octo-org@*/device-fleet@45678?:*'] },
    });
    await assume();
  });

  test('refuses a token that is too old', async () => {
    const WebIdentityToken = await idToken(emulator);
    emulator.configure({ clockSkewMs: 301_000 });
    expect(await failureOf(assume({ WebIdentityToken }))).toMatchObject({ name: 'ExpiredTokenException', status: 400 });
  });

  test('says so when the keys of the issuer are out of reach, and fails on demand', async () => {
    emulator.oidc.inject({ operation: 'GetKeys', kind: '500', count: 1 });
    expect((await failureOf(assume())).message).toMatch(/^Couldn't retrieve verification key/);
    const operation = 'AssumeRoleWithWebIdentity';
    emulator.sts.inject({ operation, kind: 'IDPCommunicationError', count: 1 });
    expect(await failureOf(assume())).toMatchObject({ name: 'IDPCommunicationErrorException', status: 400 });
    emulator.sts.inject({ operation, kind: 'ServiceUnavailable', count: 1 });
    expect(await failureOf(assume())).toMatchObject({ name: 'ServiceUnavailable', status: 503 });
    await assume();
  });

  test('makes short sessions on demand, which then are expired', async () => {
    emulator.configure({ sessionMs: 0 });
    const credentials = await session();
    expect(await failureOf(iotClient(emulator, { credentials }).send(new ListCertificatesCommand({})))).toMatchObject({
      name: 'ExpiredTokenException',
      status: 403,
    });
    expect(await failureOf(stsClient(emulator, credentials).send(new GetCallerIdentityCommand({})))).toMatchObject({
      status: 403,
    });
  });
});
