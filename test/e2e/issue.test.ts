import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Manifest } from '../../src/records/manifest-entry.ts';
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

/** The step with a role of the emulated account; `inputs` and `env` come on top. */
function issue(inputs: Record<string, string> = {}, env: Record<string, string | undefined> = {}): Promise<StepResult> {
  return job.run({
    inputs: { 'csr-path': 'csrs/**/*', 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn, ...inputs },
    env: { ...emulator.env, ...env },
  });
}

async function writeFleet(count: number): Promise<void> {
  for (let device = 1; device <= count; device++) {
    await job.write(`csrs/device-${device}.csr`, toPem(makeCsr(`device-${device}`)));
  }
}

async function manifestOf(result: StepResult): Promise<Manifest> {
  return JSON.parse(await readFile(result.outputs['manifest-path'] ?? '', 'utf8')) as Manifest;
}

function expectRefusal(result: StepResult, message: RegExp): void {
  expect(result.code).toBe(1);
  expect(result.annotations.map((annotation) => annotation.message).join('\n')).toMatch(message);
  expect(emulator.iot.certificates()).toHaveLength(0);
}

describe('a batch', () => {
  it('is handed over in the directory alone, each file named as the template says', async () => {
    await writeFleet(2);
    const result = await issue({ deliver: 'directory', 'file-name': '{cn}/{index}.pem' });
    expect(result.outputs['artifact-id']).toBe('');
    const files = (await manifestOf(result)).certificates.map(({ file }) => file);
    expect(files).toEqual(['device-1/1.pem', 'device-2/2.pem']);
    const pem = await readFile(join(result.outputs['certificates-path'] ?? '', 'device-2/2.pem'), 'utf8');
    expect(new X509Certificate(pem).subject).toContain('device-2');
    expect(emulator.artifacts.uploaded()).toHaveLength(0);
  });

  it('becomes one certificate a CSR, in the directory and in the artifact', async () => {
    await writeFleet(3);
    await job.write('csrs/line-2/gateway.der', makeCsr('gateway', 'RSA-2048'));

    const result = await issue({ 'set-as-active': 'true' });

    expect(result.log).toContain('4 created, ');
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({
      'created-count': '4',
      'reused-count': '0',
      'rejected-count': '0',
      'failed-count': '0',
    });
    const manifest = await manifestOf(result);
    const account = emulator.iot.certificates();
    expect(account).toHaveLength(4);
    expect(manifest.certificates.map((entry) => entry.certificateId).sort()).toEqual(
      account.map(({ id }) => id).sort(),
    );
    for (const entry of manifest.certificates) {
      expect(entry).toMatchObject({ result: 'created', status: 'ACTIVE' });
      const pem = await readFile(join(result.outputs['certificates-path'] ?? '', entry.file ?? ''), 'utf8');
      const certificate = new X509Certificate(pem);
      expect(certificate.verify(new X509Certificate(emulator.caPem).publicKey)).toBe(true);
      expect(certificate.subject).toContain(entry.commonName);
    }
    expect(result.summary).toContain('4 AWS IoT certificates for 4 CSRs');
    expect(result.outputs['artifact-id']).toMatch(/^\d+$/);
    expect(result.outputs['artifact-url']).toContain(`/artifacts/${result.outputs['artifact-id']}`);
  });

  it('of one CSR has outputs of its own', async () => {
    await writeFleet(1);
    const result = await issue();
    const [certificate] = emulator.iot.certificates();
    expect(result.outputs).toMatchObject({ 'certificate-id': certificate?.id, 'certificate-arn': certificate?.arn });
    expect(await readFile(result.outputs['certificate-path'] ?? '', 'utf8')).toContain('BEGIN CERTIFICATE');
  });

  it('is reused by a second step on the same directory', async () => {
    await writeFleet(3);
    await issue({ deliver: 'directory' });
    await job.write('csrs/new.csr', toPem(makeCsr('new')));
    const result = await issue({ deliver: 'directory' });
    expect(result.outputs).toMatchObject({ 'created-count': '1', 'reused-count': '3' });
    expect(emulator.iot.certificates()).toHaveLength(4);
  });

  it('works with the credentials of the environment', async () => {
    await writeFleet(1);
    const result = await issue({ 'role-to-assume': '', deliver: 'directory' }, { ...emulator.accessKeys });
    expect(result.code).toBe(0);
  });
});

describe('validate', () => {
  it('needs no credentials and no network, and names what is wrong', async () => {
    await writeFleet(2);
    await job.write('csrs/weak.csr', toPem(makeCsr('weak', 'RSA-1024')));
    const result = await job.run({ inputs: { 'csr-path': 'csrs/*.csr', mode: 'validate' }, env: {} });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ file }) => file)).toContain('csrs/weak.csr');
    expect(result.summary).toContain('2 of 3 CSRs valid');
  });
});

describe('bad input stops the batch before anything is created', () => {
  it('all mistakes in the inputs at once', async () => {
    const result = await issue({
      mode: 'isue',
      'max-certificates': 'many',
      'artifact-name': 'a/b',
      'aws-region': 'Ireland',
    });
    expectRefusal(result, /mode: "isue"[\s\S]*max-certificates: "many"[\s\S]*artifact-name: "a\/b"/);
    expect(result.log).toContain('aws-region');
  });

  it('a CSR that does not verify', async () => {
    await writeFleet(1);
    const damaged = makeCsr('damaged');
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    await job.write('csrs/damaged.csr', toPem(damaged));
    expectRefusal(await issue(), /damaged\.csr/);
  });

  it('globs that match nothing', async () => {
    await writeFleet(1);
    expectRefusal(await issue({ 'csr-path': 'nowhere/*.csr' }), /nowhere\/\*\.csr/);
  });

  it('globs that match too much', async () => {
    await writeFleet(3);
    expectRefusal(await issue({ 'max-certificates': '2' }), /match 3 files, and max-certificates allows 2/);
  });

  it('a link out of the workspace', async () => {
    await mkdir(join(job.workspace, 'csrs'));
    await writeFile(join(job.temp, 'outside.csr'), toPem(makeCsr('outside')));
    await symlink(join(job.temp, 'outside.csr'), join(job.workspace, 'csrs/inside.csr'));
    expectRefusal(await issue(), /csrs\/inside\.csr/);
  });

  it('the same key twice', async () => {
    const csr = toPem(makeCsr('twin'));
    await job.write('csrs/a.csr', csr);
    await job.write('csrs/b.csr', csr);
    expectRefusal(await issue(), /csrs\/a\.csr[\s\S]*csrs\/b\.csr/);
  });

  it('two CSRs that a template gives one file', async () => {
    await job.write('csrs/line-1/gateway.csr', toPem(makeCsr('1')));
    await job.write('csrs/line-2/gateway.csr', toPem(makeCsr('2')));
    expectRefusal(await issue({ 'file-name': '{name}.pem' }), /output-path-collision/);
  });

  it('two CSRs for one output file, on any file system', async () => {
    await job.write('csrs/Device.csr', toPem(makeCsr('1')));
    await job.write('csrs/device.req', toPem(makeCsr('2')));
    expectRefusal(await issue(), /output-path-collision/);
  });

  it('a job without id-token: write', async () => {
    await writeFleet(1);
    expectRefusal(await issue({}, { ACTIONS_ID_TOKEN_REQUEST_URL: undefined }), /id-token: write/);
  });

  it('an account that is not allowed', async () => {
    await writeFleet(1);
    expectRefusal(
      await issue({ 'allowed-account-ids': '999999999999' }),
      /Use a role of an allowed account \(999999999999\)/,
    );
  });

  it('a file where a certificate would go', async () => {
    await writeFleet(1);
    await mkdir(join(job.temp, 'out/csrs'), { recursive: true });
    await writeFile(join(job.temp, 'out/csrs/device-1.pem'), 'notes');
    expectRefusal(await issue({ 'output-directory': join(job.temp, 'out') }), /would go/);
    expect(await readFile(join(job.temp, 'out/csrs/device-1.pem'), 'utf8')).toBe('notes');
  });

  it('an artifact service that is not there', async () => {
    await writeFleet(1);
    expectRefusal(await issue({}, { ACTIONS_RUNTIME_TOKEN: undefined }), /deliver: directory/);
  });
});

describe('hostile text', () => {
  it('is harmless in log and summary', async () => {
    await job.write('csrs/bad.csr', toPem(makeCsr('x##[add-mask]x</td><script>|`\u202e', 'RSA-1024')));
    await job.write('csrs/::error::x.csr', 'no CSR');
    const result = await job.run({ inputs: { 'csr-path': 'csrs/*', mode: 'validate' }, env: {} });
    expect(result.log).not.toContain('##[');
    expect(result.log).not.toMatch(/^::error::x/m);
    expect(result.summary).not.toMatch(/<script>|\u202e/);
  });
});

describe('after the step', () => {
  it('there is nothing left to do', async () => {
    await writeFleet(1);
    const { state } = await issue({ deliver: 'directory' });
    const post = await job.run({ script: 'post', state, env: emulator.env });
    expect(post.code).toBe(0);
    expect(post.log).toContain('nothing left to do');
  });
});

describe('OpenSSL', () => {
  it('accepts the certificates of 1,000 CSRs of mixed keys', async () => {
    for (let device = 0; device < 1_000; device++) {
      const key = device % 100 === 0 ? 'RSA-2048' : (['P-256', 'P-384', 'P-521'] as const)[device % 3];
      await job.write(`csrs/${device}.csr`, toPem(makeCsr(`device-${device}`, key)));
    }
    const result = await issue({ deliver: 'directory' });
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(1_000);
    const { certificates } = await manifestOf(result);
    const files = certificates.map(({ file }) => join(result.outputs['certificates-path'] ?? '', file ?? ''));
    const ca = join(job.temp, 'ca.pem');
    await writeFile(ca, emulator.caPem);
    try {
      execFileSync('openssl', ['version']);
    } catch {
      console.log('openssl is not on this machine: its verdict is skipped');
      return;
    }
    const verdict = execFileSync('openssl', ['verify', '-CAfile', ca, ...files], { encoding: 'utf8' });
    expect(verdict.match(/: OK$/gm)).toHaveLength(1_000);
  });
});
