import { generateKeyPairSync } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr as build, makeKey } from '../csr/make-csr.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

async function refusal(
  inputs: Record<string, string> = {},
  env: Record<string, string | undefined> = {},
): Promise<string> {
  const result = await job.run({
    inputs: { 'csr-path': 'csrs/**', 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn, ...inputs },
    env: { ...emulator.env, ...env },
  });
  expect(result.code).toBe(1);
  expect(emulator.iot.certificates()).toHaveLength(0);
  expect(result.outputs['created-count'] ?? '0').toBe('0');
  return messagesOf(result);
}

function messagesOf({ annotations }: StepResult): string {
  return annotations.map(({ file, message }) => `${file ?? ''} ${message}`).join('\n');
}

/** What the content of the one file is called when it is refused. */
async function verdictOn(content: string | Uint8Array): Promise<string> {
  await job.write('csrs/device.csr', content);
  const messages = await refusal();
  expect(messages).toContain('csrs/device.csr');
  return messages;
}

describe('a file that is refused', () => {
  it.each([
    ['an RSA key that is too short', () => toPem(makeCsr('x', 'RSA-1024')), '[key-size]'],
    ['a key type AWS IoT does not take', () => toPem(makeCsr('x', 'Ed25519')), '[key-type]'],
    [
      'a signature algorithm AWS IoT does not take',
      () => toPem(build({ key: makeKey('RSA-2048'), hash: 'md5' })),
      '[md5-signature]',
    ],
    [
      'a CSR that AWS IoT would find too long',
      () => toPem(build({ subject: [['CN', 'x'.repeat(4_000)]] })),
      '[too-long]',
    ],
    ['bytes that are no PKCS#10', () => toPem(Buffer.from('nonsense')), '[malformed]'],
    ['two CSRs in one file', () => toPem(makeCsr('a')) + toPem(makeCsr('b')), '[several-requests]'],
    ['an empty file', () => '', '[not-a-csr]'],
    [
      'a public key',
      () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' }),
      '[not-a-csr]',
    ],
    ['a huge file', () => 'x'.repeat(2 ** 21), '[file-too-large]'],
  ])('%s', async (_, content, rule) => {
    expect(await verdictOn(content())).toContain(rule);
  });

  it('a private key, of which nothing is shown, stops the run whatever on-invalid says', async () => {
    const pem = String(
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    );
    await job.write('csrs/good.csr', toPem(makeCsr('good')));
    await job.write('csrs/device.key', pem);
    const messages = await refusal({ 'on-invalid': 'skip' });
    expect(messages).toContain('[private-key]');
    expect(messages).not.toContain(pem.split('\n')[1]);
  });
});

it('inputs that are wrong have a line each', async () => {
  const wrong = { 'max-certificates': '0', shard: '5/4', deliver: 'mail', 'set-as-active': 'yes' };
  const result = await job.run({ inputs: { 'csr-path': 'csrs/*', mode: 'validate', ...wrong }, env: {} });
  expect(result.code).toBe(1);
  const messages = result.annotations.map(({ message }) => message);
  expect(messages).toHaveLength(4);
  for (const name of Object.keys(wrong)) {
    expect(messages.filter((message) => message.startsWith(`${name}: `))).toHaveLength(1);
  }
});

it('a field of file-name that no CSR has is one message that names the files', async () => {
  for (let n = 0; n < 10; n++) await job.write(`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`)));
  const [first, ...more] = (await refusal({ 'file-name': '{ou}.pem' })).split('\n');
  expect(first).toMatch(/ 10 files: It has no organizational unit, which file-name uses: .*csrs\/9\.csr\.$/);
  expect(more).toHaveLength(1);
});

describe('globs that are refused', () => {
  it.each(['../**/*.csr', '/etc/*.csr'])('%s leads outside', async (pattern) => {
    expect(await refusal({ 'csr-path': pattern })).toContain(pattern);
  });

  it('a directory is no file', async () => {
    await mkdir(join(job.workspace, 'csrs/line-1'), { recursive: true });
    expect(await refusal({ 'csr-path': 'csrs/line-1' })).toMatch(/director/);
  });
});

describe('a job that AWS does not let in', () => {
  beforeEach(() => job.write('csrs/device.csr', toPem(makeCsr('device'))));

  it('sees the sub it presents when the trust policy refuses it', async () => {
    emulator.configure({ job: { environment: 'factory' } });
    const message = await refusal();
    expect(message).toContain('repo:octo-org/device-fleet:environment:factory');
    expect(message).toContain(emulator.roleArn);
  });

  it('is told of the ids in the sub of newer repositories', async () => {
    emulator.configure({ job: { immutableSubject: true } });
    expect(await refusal()).toMatch(/repo:octo-org@123456\/device-fleet@456789:[\s\S]*2026-07-15/);
  });

  it('is told which audience AWS does not take', async () => {
    expect(await refusal({ audience: 'somebody-else' })).toMatch(/aud "somebody-else"/);
  });

  it('is told that the session is too long', async () => {
    expect(await refusal({ 'role-duration-seconds': '7200' })).toContain('role-duration-seconds');
  });

  it('is told that there are no credentials', async () => {
    expect(await refusal({ 'role-to-assume': '' }, { AWS_EC2_METADATA_DISABLED: 'true' })).toContain('role-to-assume');
  });

  it('is told that the region is missing', async () => {
    expect(await refusal({ 'aws-region': '' })).toContain('aws-region');
  });

  it('is told what a pull request from a fork may do', async () => {
    const event = join(job.temp, 'event.json');
    await job.write(
      '../temp/event.json',
      JSON.stringify({ pull_request: { head: { repo: { full_name: 'stranger/fork' } } } }),
    );
    const env = {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      ACTIONS_ID_TOKEN_REQUEST_URL: undefined,
    };
    expect(await refusal({}, env)).toContain('mode: validate');
  });

  it('whose artifact service is down, is told before anything is created', async () => {
    emulator.artifacts.inject({ operation: '*', kind: 'reset' });
    expect(await refusal()).toContain('artifact service does not answer');
  });

  it.each([
    ['403', 'The artifact service refused the upload (403).'],
    ['401', "does not accept the job's token (401)"],
    ['html-403', 'The answer did not come from the artifact service of GitHub but from something before it.'],
  ] as const)(
    'whose artifact service answers %s, is told why before anything is created',
    async (kind, words) => {
      emulator.artifacts.inject({ operation: 'ListArtifacts', kind });
      expect(await refusal()).toContain(words);
    },
    60_000,
  );

  it.each(['CreateArtifact', 'PutBlob'] as const)(
    'whose upload is refused at %s, is told so and where the files are',
    async (operation) => {
      emulator.artifacts.inject({ operation, kind: '403' });
      const result = await job.run({
        inputs: { 'csr-path': 'csrs/**', 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn },
        env: emulator.env,
      });
      expect(result.code).toBe(1);
      expect(messagesOf(result)).toContain('The artifact service refused the upload (403).');
      expect(messagesOf(result)).toContain('actions/upload-artifact');
    },
  );

  it('whose artifact name is taken, is told before anything is created', async () => {
    const issue = () =>
      job.run({
        inputs: { 'csr-path': 'csrs/**', 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn },
        env: emulator.env,
      });
    await issue();
    const before = emulator.iot.certificates().length;
    const again = await issue();
    expect(messagesOf(again)).toContain('artifact-name');
    expect(emulator.iot.certificates()).toHaveLength(before);
  });
});

describe('a batch that outlives its session', () => {
  it('renews it with a fresh token', async () => {
    emulator.configure({ sessionMs: 1_500, quotas: { CreateCertificateFromCsr: { ratePerSecond: 5, burst: 1 } } });
    for (let device = 0; device < 15; device++)
      await job.write(`csrs/${device}.csr`, toPem(makeCsr(`device-${device}`)));
    const result = await job.run({
      inputs: {
        'csr-path': 'csrs/**',
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
        deliver: 'directory',
      },
      env: emulator.env,
    });
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(15);
    expect(emulator.sts.counters.AssumeRoleWithWebIdentity.calls).toBeGreaterThan(1);
  });
});
