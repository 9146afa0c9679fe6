import { readFile } from 'node:fs/promises';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr as build, makeKey } from '../csr/make-csr.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Front, startFront } from './front.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;
const open: { close(): unknown }[] = [];

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  await job.write('csrs/device.csr', toPem(makeCsr('device')));
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await job.close();
  await emulator.close();
});

function issue(inputs: Record<string, string> = {}, env: Record<string, string | undefined> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      ...inputs,
    },
    env: { ...emulator.env, ...env },
  });
}

/** With access keys in place of the role. */
const withKeys = (env: Record<string, string | undefined> = {}): Promise<StepResult> =>
  issue({ 'role-to-assume': '' }, { ...emulator.accessKeys, AWS_EC2_METADATA_DISABLED: 'true', ...env });

interface Told {
  readonly title: string | undefined;
  readonly message: string;
}

/** The one error of a run that failed; no message shows the inside of an SDK. */
function errorOf(result: StepResult): Told {
  expect(result.code, result.log).toBe(1);
  expect(result.log + result.summary).not.toMatch(/Unexpected token|Deserialization|\$response|@smithy|at .*\.js:\d/);
  const errors = result.annotations.filter(({ level }) => level === 'error');
  expect(errors, result.log).toHaveLength(1);
  return errors[0] as Told;
}

describe('a role that is not given', () => {
  const issuer = () => emulator.env.ACTIONS_ID_TOKEN_REQUEST_URL?.replace('/token?api-version=2.0', '') ?? '';

  it('by its trust policy: all claims that a condition may be on, and the names of the conditions, of this issuer', async () => {
    emulator.configure({ job: { environment: 'factory' } });
    const { title, message } = errorOf(await issue());
    expect(title).toBe('role-refused');
    expect(message).toContain(`iss "${issuer()}"`);
    expect(message).toContain('sub "repo:octo-org/device-fleet:environment:factory"');
    expect(message).toMatch(
      /job_workflow_ref "octo-org\/device-fleet\/.github\/workflows\/certificates.yml@refs\/heads\/main", repository_id "456789", environment "factory"/,
    );
    expect(message).toContain(`conditions on ${issuer()}:sub`);
    expect(message).not.toContain('token.actions.githubusercontent.com');
  });

  it('by an identity provider that is not there: the issuer of this token', async () => {
    const other = await startEmulator();
    open.push(other);
    const { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN } = other.env;
    const { title, message } = errorOf(
      await issue({}, { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN }),
    );
    expect(title).toBe('identity-provider');
    const iss = ACTIONS_ID_TOKEN_REQUEST_URL?.replace('/token?api-version=2.0', '');
    expect(message).toContain(`Create the IAM identity provider for ${iss} in the account`);
  });

  it.each([
    ['OutdatedThumbprint', 'identity-provider-thumbprint', 'Update the thumbprint'],
    ['InvalidIdentityToken', 'identity-provider-unreachable', "AWS could not reach GitHub's identity provider"],
    ['IDPCommunicationError', 'identity-provider-unreachable', 'Run the job again'],
    ['ExpiredTokenException', 'oidc-token-expired', 'Run the job again'],
    ['ServiceUnavailable', 'aws-down', 'See https://health.aws.amazon.com'],
    ['Throttling', 'throttled', 'Run the job again later'],
    ['RegionDisabledException', 'region-disabled', 'Enable the region in the account'],
    ['html-403', 'not-aws', 'The answer did not come from AWS STS but from something before it (HTTP 403, text/html)'],
    ['html-200', 'not-aws', 'HTTP 200'],
  ] as const)(
    'because of %s: %s',
    async (kind, code, words) => {
      emulator.sts.inject({ operation: 'AssumeRoleWithWebIdentity', kind });
      const { title, message } = errorOf(await issue());
      expect(title).toBe(code);
      expect(message).toContain(words);
    },
    30_000,
  );

  it('because GitHub issues no token', async () => {
    emulator.oidc.inject({ operation: 'GetIdToken', kind: '500' });
    const { message } = errorOf(await issue());
    expect(message).toContain('GitHub issued no OIDC token (HTTP 500). Run the job again');
  }, 60_000);
});

describe('credentials that are not taken', () => {
  it.each([
    [{ AWS_SECRET_ACCESS_KEY: undefined }, 'AWS_SECRET_ACCESS_KEY'],
    [{ AWS_SECRET_ACCESS_KEY: '' }, 'AWS_SECRET_ACCESS_KEY'],
    [{ AWS_ACCESS_KEY_ID: undefined }, 'AWS_ACCESS_KEY_ID'],
    [{ AWS_ACCESS_KEY_ID: 'ASIAQNZGKIQY56JQ7WML' }, 'AWS_SESSION_TOKEN'],
  ])('since a part is missing: %o', async (env, missing) => {
    const { title, message } = errorOf(await withKeys(env));
    expect(title).toBe('half-credentials');
    expect(message).toContain(`${missing} is missing.`);
  });

  it('since AWS does not know them', async () => {
    const { title } = errorOf(await withKeys({ AWS_ACCESS_KEY_ID: 'AKIAQNZGKIQY56JQ7WML' }));
    expect(title).toBe('credentials-unknown');
  });

  it('since the secret is another one', async () => {
    const { title, message } = errorOf(await withKeys({ AWS_SECRET_ACCESS_KEY: 'somebody/elses' }));
    expect(title).toBe('signature');
    expect(message).toContain("AWS rejected the request's signature.");
  });

  it('since they are for another region', async () => {
    emulator.sts.inject({ operation: 'GetCallerIdentity', kind: 'SignatureDoesNotMatch' });
    const { title, message } = errorOf(await withKeys());
    expect(title).toBe('signature-region');
    expect(message).toContain('another region');
  });

  it('by AWS IoT, since they are for another region', async () => {
    const { message } = errorOf(await issue({ 'aws-region': 'eu-west-1', reconcile: 'never' }));
    expect(message).toContain('it is made for another region');
  });

  it('since they have expired in the middle of a batch: at once', async () => {
    emulator.iot.inject({ operation: 'CreateCertificateFromCsr', kind: 'ExpiredTokenException' });
    const result = await withKeys();
    const { message } = errorOf(result);
    expect(message).toContain('The credentials have expired. Renew them, or set role-to-assume');
    expect(emulator.iot.counters.CreateCertificateFromCsr.calls).toBe(1);
  });

  it.each(['iot:ListCertificates', 'iot:DescribeCertificate', 'iot:CreateCertificateFromCsr'] as const)(
    'since the policy lacks %s',
    async (action) => {
      await issue();
      await job.write('csrs/other.csr', toPem(makeCsr('other')));
      const operation = action.slice('iot:'.length) as 'ListCertificates';
      emulator.iot.inject({ operation, kind: 'AccessDeniedException' });
      const { message } = errorOf(await issue({ reconcile: 'always', 'output-directory': 'elsewhere' }));
      expect(message).toContain(`The role may not call ${action}. Add it to the role's policy.`);
    },
  );
});

describe('a clock that is wrong', () => {
  it.each([
    [25 * 60_000, 'behind'],
    [-25 * 60_000, 'ahead of'],
  ])('by %i ms is allowed for', async (clockSkewMs) => {
    emulator.configure({ clockSkewMs });
    const result = await issue();
    expect(result.code, result.log).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(1);
    expect(emulator.sts.counters.AssumeRoleWithWebIdentity.calls).toBe(1);
  });

  it('for AWS all the same is named, with how much', async () => {
    emulator.configure({ clockSkewMs: 25 * 60_000 });
    const origin = emulator.env.AWS_ENDPOINT_URL_STS ?? '';
    const front = await startFront(origin, (_, body) => {
      if (!body.includes('GetCallerIdentity')) return undefined;
      const message =
        'Signature expired: 20261127T000000Z is now earlier than 20261127T001000Z (20261127T001500Z - 5 min.)';
      return {
        status: 403,
        headers: {
          'content-type': 'text/xml',
          'x-amzn-requestid': 'r',
          date: new Date(Date.now() + 25 * 60_000).toUTCString(),
        },
        body: `<ErrorResponse><Error><Type>Sender</Type><Code>SignatureDoesNotMatch</Code><Message>${message}</Message></Error></ErrorResponse>`,
      };
    });
    open.push(front);
    const { title, message } = errorOf(await issue({}, { AWS_ENDPOINT_URL_STS: front.origin }));
    expect(title).toBe('clock');
    expect(message).toMatch(/the runner's clock is (24 min 5\d s|25 min \d s) behind that of AWS/);
  });

  it('does not renew a session that lives by AWS’s clock', async () => {
    for (let device = 0; device < 60; device++) await job.write(`csrs/${device}.csr`, toPem(makeCsr(`d-${device}`)));
    // An hour by AWS's clock has passed here already when it begins.
    emulator.configure({ clockSkewMs: -2 * 3_600_000 });
    const result = await issue();
    expect(result.code, result.log).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(61);
    expect(emulator.sts.counters.AssumeRoleWithWebIdentity.calls).toBe(1);
  });

  it('a create call that AWS calls expired, with a session that has just begun, is sent again', async () => {
    emulator.iot.inject({ operation: 'CreateCertificateFromCsr', kind: 'ExpiredTokenException', count: 1 });
    expect((await issue()).code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });
});

describe('an answer that is not AWS’s', () => {
  it.each(['html-403', 'html-200', 'html-502'] as const)(
    'to a create call (%s) proves nothing: the certificate is looked for',
    async (kind) => {
      emulator.iot.inject({ operation: 'CreateCertificateFromCsr', kind, count: 1, afterWork: true });
      const result = await issue({ 'request-timeout-seconds': '1' });
      expect(result.code, result.log).toBe(0);
      expect(emulator.iot.certificates()).toHaveLength(1);
    },
    60_000,
  );

  it('leaves a CSR in doubt where the account may not be searched, and says so', async () => {
    emulator.iot.inject({ operation: 'CreateCertificateFromCsr', kind: 'html-403', afterWork: true });
    const result = await issue({ reconcile: 'never' });
    const { message } = errorOf(result);
    expect(message).toContain('the answer did not come from AWS (HTTP 403, text/html)');
    expect(message).toContain('Set `reconcile: auto`, so that the account is searched');
    expect(result.summary).toContain('unresolved');
  });

  it('to a listing ends the run before anything is created', async () => {
    emulator.iot.inject({ operation: 'ListCertificates', kind: 'html-403' });
    const { title, message } = errorOf(await issue());
    expect(title).toBe('not-aws');
    expect(message).toContain(
      'The answer did not come from AWS IoT but from something before it (HTTP 403, text/html)',
    );
    expect(emulator.iot.certificates()).toHaveLength(0);
  }, 60_000);

  it('to a listing that says nothing of certificates is no empty account', async () => {
    await issue();
    const front = await startFront(emulator.env.AWS_ENDPOINT_URL_IOT ?? '', ({ url = '' }) =>
      url.startsWith('/certificates?') && url.includes('pageSize')
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: '{"status":"blocked"}' }
        : undefined,
    );
    open.push(front);
    const other = await startJob();
    open.push(other);
    await other.write('csrs/device.csr', await readFile(`${job.workspace}/csrs/device.csr`));
    const result = await other.run({
      inputs: {
        'csr-path': 'csrs/*.csr',
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
        deliver: 'directory',
      },
      env: { ...emulator.env, AWS_ENDPOINT_URL_IOT: front.origin },
    });
    expect(result.code).toBe(1);
    expect(emulator.iot.certificates()).toHaveLength(1);
  }, 60_000);
});

describe('a certificate of TLS that nobody here knows', () => {
  it('leads to NODE_EXTRA_CA_CERTS', async () => {
    // Of a CA that only the emulator knows.
    const pair = makeKey('P-256');
    await job.write('csrs/device.csr', toPem(build({ key: pair })));
    await issue();
    const [{ pem: cert } = { pem: '' }] = emulator.iot.certificates();
    const key = pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const server = createTlsServer({ key, cert }, (_, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(server);
    const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { title, message } = errorOf(await issue({}, { AWS_ENDPOINT_URL_STS: origin }));
    expect(title).toBe('tls');
    expect(message).toContain('NODE_EXTRA_CA_CERTS');
    const token = errorOf(await issue({}, { ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/?a=b` }));
    expect(token.title).toBe('id-token-failed');
    expect(token.message).toContain('NODE_EXTRA_CA_CERTS');
    const env = { GITHUB_API_URL: origin };
    const secrets = errorOf(await issue({ deliver: 'secrets', 'github-token': 'ghs_0123456789' }, env));
    expect(secrets.title).toBe('secret-tls');
    expect(secrets.message).toContain('NODE_EXTRA_CA_CERTS');
  }, 60_000);
});

describe('an answer that repeats the credentials it was sent', () => {
  let front: Front;
  let sent: string[];

  beforeEach(async () => {
    sent = [];
    front = await startFront(emulator.env.AWS_ENDPOINT_URL_IOT ?? '', ({ url = '', headers }) => {
      const token = String(headers['x-amz-security-token']);
      sent.push(token);
      if (!url.startsWith('/certificates?setAsActive')) return undefined;
      const message = `Bad token ${token}, ${encodeURIComponent(token)} and ${token.slice(0, 40)}...`;
      return {
        status: 400,
        headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'InvalidRequestException' },
        body: JSON.stringify({ message }),
      };
    });
    open.push(front);
  });

  it('leaves no OIDC token in the message of AWS STS', async () => {
    let token = '';
    const strict = await startFront(emulator.env.AWS_ENDPOINT_URL_STS ?? '', (_, body) => {
      token = new URLSearchParams(body).get('WebIdentityToken') ?? '';
      return {
        status: 400,
        headers: { 'content-type': 'text/xml' },
        body: `<ErrorResponse><Error><Code>InvalidIdentityToken</Code><Message>No claim in ${token}</Message></Error></ErrorResponse>`,
      };
    });
    open.push(strict);
    const result = await issue({}, { AWS_ENDPOINT_URL_STS: strict.origin });
    const { title, message } = errorOf(result);
    expect(title).toBe('identity-token');
    expect(message).toContain('No claim in ***');
    const shown = result.log.replace(/^::(add-mask|debug)::.*$/gm, '') + result.summary;
    for (const part of token.split('.')) expect(shown).not.toContain(part.slice(0, 40));
  });

  it('leaves none of them in manifest, summary, log or journal', async () => {
    const result = await issue({ 'output-directory': 'out' }, { AWS_ENDPOINT_URL_IOT: front.origin });
    expect(result.code).toBe(1);
    const [token = ''] = sent;
    expect(token.length).toBeGreaterThan(100);
    const log = result.log.replace(/^::add-mask::.*$/gm, '');
    const files = ['manifest.json', 'manifest.csv'].map((name) => readFile(`${job.workspace}/out/${name}`, 'utf8'));
    for (const text of [log, result.summary, ...(await Promise.all(files))]) {
      expect(text).toContain('Bad token');
      for (const part of token.match(/\w{12}/g) ?? []) expect(text).not.toContain(part);
    }
  });
});
