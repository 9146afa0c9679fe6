import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UpdateCertificateCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCertificateAuthority } from '../../src/emulator/aws/ca.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { journalPath } from '../../src/records/journal-file.ts';
import { makeCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { iotClient } from '../emulator/clients.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let jobs: Job[];

beforeEach(async () => {
  emulator = await startEmulator();
  jobs = [];
});

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await emulator.close();
});

const key = makeKey('P-256');
const csr = toPem(makeCsr({ key, subject: [['CN', 'device']] }));
const spki = key.publicKey.export({ type: 'spki', format: 'der' });
const spkiSha256 = createHash('sha256').update(spki).digest('hex');
const account = '123456789012';

/** A runner with the CSR of one device, and files that somebody else wrote. */
async function newMachine(files: Readonly<Record<string, string>> = {}): Promise<Job> {
  const job = await startJob();
  jobs.push(job);
  for (const [path, content] of Object.entries({ 'device.csr': csr, ...files })) await job.write(path, content);
  return job;
}

function main(job: Job, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': '*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'request-timeout-seconds': '1',
      deliver: 'directory',
      'output-directory': 'out',
      ...inputs,
    },
    env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
  });
}

/** The device's certificate, and the ledger that the run kept. */
async function issued(job: Job, inputs: Readonly<Record<string, string>> = {}) {
  const result = await main(job, { ledger: 'fleet.jsonl', ...inputs });
  expect(result.code).toBe(0);
  const [certificate] = emulator.iot.certificates();
  if (certificate === undefined) throw new Error('no certificate');
  return { certificate, ledger: await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8') };
}

const line = (certificateId: string, more: object = {}): string =>
  `${JSON.stringify({ spkiSha256, account, region: emulator.region, certificateId, ...more })}\n`;

async function setStatus(certificateId: string, newStatus: 'ACTIVE' | 'INACTIVE'): Promise<void> {
  await iotClient(emulator).send(new UpdateCertificateCommand({ certificateId, newStatus }));
}

const statuses = (): readonly string[] => emulator.iot.certificates().map(({ status }) => status);

describe('a ledger that somebody else wrote', () => {
  it('with more forged lines than are asked about does not have a key issued twice', async () => {
    const { ledger } = await issued(await newMachine());
    const forged = Array.from({ length: 12 }, (_, n) =>
      line(n.toString(16).repeat(64), { issuedAt: '2099-01-01T00:00:00Z' }),
    );
    const result = await main(await newMachine({ 'fleet.jsonl': ledger + forged.join('') }), { ledger: 'fleet.jsonl' });
    expect(result.outputs['reused-count']).toBe('1');
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('with the certificate of a device under another key does not hide it from a search', async () => {
    const { certificate } = await issued(await newMachine());
    const { id, pem } = certificate;
    const ledger = line(id, { spkiSha256: 'f'.repeat(64), certificatePem: pem });
    const job = await newMachine({ 'fleet.jsonl': ledger });
    const result = await main(job, { ledger: 'fleet.jsonl', reconcile: 'always' });
    expect(result.outputs['reused-count']).toBe('1');
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('whose horizon is a time to come does not keep a certificate from being found', async () => {
    await issued(await newMachine());
    const horizon = { type: 'horizon', account, region: emulator.region, time: '2099-01-01T00:00:00Z' };
    const job = await newMachine({ 'fleet.jsonl': `${JSON.stringify(horizon)}\n` });
    const result = await main(job, { ledger: 'fleet.jsonl' });
    expect(result.outputs['reused-count']).toBe('1');
    expect(await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8')).not.toContain('2099');
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('with a field as deep as no file can be written is refused before anything is created', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const ledger = line('a'.repeat(64)).replace('{', `{"note":${deep},`);
    const result = await main(await newMachine({ 'fleet.jsonl': ledger }), { ledger: 'fleet.jsonl' });
    expect(result.annotations[0]?.message).toContain('Line 1');
    expect(result.annotations[0]?.message).toContain('note is nested too deeply');
    expect(emulator.iot.certificates()).toEqual([]);
  });
});

describe('a certificate that a person calls revoked in the ledger alone', () => {
  it.each(['before', 'after'])('%s a line of it that a merge kept is not handed over', async (order) => {
    const { ledger } = await issued(await newMachine());
    const revoked = ledger.replace('"status":"INACTIVE"', '"status":"REVOKED"');
    const merged = order === 'before' ? revoked + ledger : ledger + revoked;
    const job = await newMachine({ 'fleet.jsonl': merged });
    const result = await main(job, { ledger: 'fleet.jsonl' });
    expect(result.annotations[0]?.title).toBe('key-revoked');
  });

  it('is not handed over from the output directory, and the ledger keeps what it says', async () => {
    const job = await newMachine();
    const { ledger } = await issued(job);
    const revoked = ledger.replace('"status":"INACTIVE"', '"status":"REVOKED"');
    await job.write('fleet.jsonl', revoked);
    const result = await main(job, { ledger: 'fleet.jsonl' });
    expect(result.annotations[0]?.title).toBe('key-revoked');
    expect(await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8')).toBe(revoked);
  });

  it('is not issued anew because a forged line stands beside', async () => {
    const ledger = line('b'.repeat(64), { status: 'REVOKED' }) + line('c'.repeat(64));
    const result = await main(await newMachine({ 'fleet.jsonl': ledger }), { ledger: 'fleet.jsonl' });
    expect(result.annotations.map(({ title }) => title)).toContain('key-revoked');
    expect(emulator.iot.certificates()).toEqual([]);
  });
});

it('a certificate in its place is handed over without what somebody wrote behind it', async () => {
  const job = await newMachine();
  const { certificate } = await issued(job);
  const authority = await createCertificateAuthority();
  const subject = Buffer.from('3011310f300d06035504030c06646576696365', 'hex');
  const forged = await authority.issue({ subject, spki } as never, Date.now());
  await job.write('out/device.pem', certificate.pem + forged.pem);
  const result = await main(job);
  expect(result.code).toBe(0);
  expect(await readFile(join(job.workspace, 'out/device.pem'), 'utf8')).toBe(`${certificate.pem.trim()}\n`);
});

describe('a certificate that is INACTIVE for a reason stays so', () => {
  /** What the steps of a job find in RUNNER_TEMP. */
  async function plantJournal(job: Job, lines: readonly object[]): Promise<void> {
    const output = { outputDirectory: join(job.workspace, 'out'), account, region: emulator.region };
    const path = journalPath(job.temp, output);
    await mkdir(dirname(path), { recursive: true });
    const place = { type: 'place', account, region: emulator.region };
    await writeFile(path, [place, ...lines].map((record) => `${JSON.stringify(record)}\n`).join(''));
  }

  const about = { spki: spkiSha256, csr: 'a'.repeat(64), path: 'device.csr', file: 'device.pem' };

  it.each(['issued', 'intent'])('whatever a journal with a forged line "%s" says of it', async (type) => {
    const { certificate } = await issued(await newMachine());
    const { id, pem } = certificate;
    // GitHub's times are whole seconds.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    emulator.configure({ job: { runId: 77 } });
    const job = await newMachine();
    const time = '2026-01-01T00:00:00Z';
    const origin = { runId: '77', runAttempt: 1 };
    const forged =
      type === 'issued' ? { certificate: { id, pem, status: 'INACTIVE', issuedAt: time, origin } } : { time };
    await plantJournal(job, [{ type, ...about, ...forged }]);
    const result = await main(job, { 'set-as-active': 'after-delivery' });
    expect(result.outputs['reused-count']).toBe('1');
    expect(statuses()).toEqual(['INACTIVE']);
  });

  it.each(['directory', 'artifact'])('when a person disabled it between two attempts, deliver: %s', async (deliver) => {
    const inputs = { 'set-as-active': 'after-delivery', deliver };
    expect((await main(await newMachine(), inputs)).code).toBe(0);
    expect(statuses()).toEqual(['ACTIVE']);
    await setStatus(emulator.iot.certificates()[0]?.id ?? '', 'INACTIVE');
    emulator.rerun();
    const result = await main(await newMachine(), inputs);
    expect(result.code).toBe(0);
    expect(statuses()).toEqual(['INACTIVE']);
    expect(result.annotations.find(({ title }) => title === 'status-changed')?.file).toBe('device.csr');
  });

  it('unless this run created it and no attempt came to activate it', async () => {
    expect((await main(await newMachine(), { 'set-as-active': 'false' })).code).toBe(0);
    emulator.rerun();
    expect((await main(await newMachine(), { 'set-as-active': 'after-delivery' })).code).toBe(0);
    expect(statuses()).toEqual(['ACTIVE']);
  });

  it('and a record of another run says that this one did not create it', async () => {
    emulator.configure({ job: { runId: 77 } });
    emulator.configure({ job: { runId: 78 } });
    const { ledger } = await issued(await newMachine());
    emulator.configure({ job: { runId: 77 } });
    emulator.rerun();
    const job = await newMachine({ 'fleet.jsonl': ledger });
    const result = await main(job, { ledger: 'fleet.jsonl', 'set-as-active': 'after-delivery' });
    expect(result.outputs['reused-count']).toBe('1');
    expect(statuses()).toEqual(['INACTIVE']);
  });

  it('a journal with bytes that are no UTF-8 goes on with whole lines', async () => {
    const job = await newMachine();
    const output = { outputDirectory: join(job.workspace, 'out'), account, region: emulator.region };
    const path = journalPath(job.temp, output);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from([0xff, 0xfe, 0xff, 0x0a]));
    expect((await main(job)).code).toBe(0);
    const [, ...lines] = (await readFile(path, 'latin1')).trimEnd().split('\n');
    expect(lines.map((record) => JSON.parse(record).type)).toEqual(
      expect.arrayContaining(['place', 'intent', 'issued']),
    );
  });
});
