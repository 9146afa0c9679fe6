import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UpdateCertificateCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCertificateAuthority } from '../../src/emulator/aws/ca.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
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

const keys = [makeKey('P-256'), makeKey('P-256'), makeKey('P-256')];
const names = ['csrs/0.csr', 'csrs/1.csr', 'csrs/2.csr'];
const fleet = keys.map((key, n) => makeCsr({ key, subject: [['CN', `device-${n}`]] }));

/** A runner with the CSRs, and files that somebody else wrote. */
async function newMachine(files: Readonly<Record<string, string>> = {}): Promise<Job> {
  const job = await startJob();
  jobs.push(job);
  for (const [n, name] of names.entries()) await job.write(name, toPem(fleet[n] ?? Buffer.alloc(0)));
  for (const [path, content] of Object.entries(files)) await job.write(path, content);
  return job;
}

function main(job: Job, inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
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

const spkiOf = (n: number): string =>
  createHash('sha256')
    .update(keys[n]?.publicKey.export({ type: 'spki', format: 'der' }) ?? '')
    .digest('hex');

/** A certificate for a device's key that the attacker's own authority signed. */
async function forge(n: number): Promise<{ readonly pem: string; readonly sha256: string }> {
  const authority = await createCertificateAuthority();
  // CN=device-n, as the CSR has it.
  const subject = Buffer.concat([Buffer.from('30133111300f06035504030c08', 'hex'), Buffer.from(`device-${n}`)]);
  const spki = keys[n]?.publicKey.export({ type: 'spki', format: 'der' });
  return authority.issue({ subject, spki } as never, Date.now());
}

const line = (n: number, certificateId: string, more: object = {}): string =>
  JSON.stringify({
    spkiSha256: spkiOf(n),
    account: '123456789012',
    region: emulator.region,
    certificateId,
    certificateArn: `arn:aws:iot:eu-west-1:999999999999:cert/$(id)`,
    ...more,
  });

const statusOf = (id: string): string | undefined =>
  emulator.iot.certificates().find((certificate) => certificate.id === id)?.status;

async function setStatus(certificateId: string, newStatus: 'ACTIVE' | 'INACTIVE' | 'REVOKED'): Promise<void> {
  await iotClient(emulator).send(new UpdateCertificateCommand({ certificateId, newStatus }));
}

/** One certificate for each CSR, held by the account, and each PEM is the account's. */
async function expectHonest(result: StepResult): Promise<void> {
  expect(result.log).not.toContain('bug in the action');
  const account = emulator.iot.certificates();
  for (const [n, name] of names.entries()) {
    const own = account.filter(({ spkiSha256 }) => spkiSha256 === spkiOf(n));
    expect(own).toHaveLength(1);
    const pem = await readFile(join(result.outputs['certificates-path'] ?? '', name.replace('.csr', '.pem')), 'utf8');
    expect(pem.trim()).toBe(own[0]?.pem.trim());
  }
  expect(result.log + JSON.stringify(result.outputs)).not.toMatch(/\$\(id\)|999999999999/);
}

describe('a ledger that somebody else wrote', () => {
  it("does not make another device's certificate ACTIVE, nor hand over a certificate of its own", async () => {
    const { id: victim = '' } = (await firstOf(await newMachine())) ?? {};
    const forged = await forge(1);
    const ledger = line(1, victim, { certificatePem: forged.pem, status: 'INACTIVE' });
    const job = await newMachine({ 'fleet.jsonl': ledger });
    const result = await main(job, { ledger: 'fleet.jsonl', 'set-as-active': 'after-delivery', reconcile: 'always' });
    expect(result.log).toMatch(/^\d created, \d reused, 0 rejected, 0 failed in /m);
    expect(result.code).toBe(0);
    expect(statusOf(victim)).toBe('INACTIVE');
    await expectHonest(result);
    expect(result.annotations.map(({ title }) => title)).toContain('record-contradicted');
  });

  it.each([
    ['an id that the account does not hold', 'a'.repeat(64), undefined],
    ['a forged certificate under its own id', 'forged', 'forged'],
  ])('and that names %s is reported and not used', async (_, id, pem) => {
    const forged = await forge(0);
    const ledger = line(0, id === 'forged' ? forged.sha256 : id, { certificatePem: pem && forged.pem });
    const result = await main(await newMachine({ 'fleet.jsonl': ledger }), { ledger: 'fleet.jsonl' });
    expect(result.log).toMatch(/^\d created, \d reused, 0 rejected, 0 failed in /m);
    await expectHonest(result);
    const report = result.annotations.find(({ title }) => title === 'record-contradicted');
    expect(report?.message).toContain('the account does not hold it');
    expect(report?.file).toBe('csrs/0.csr');
  });

  it.each([
    ['a field of another type', (good: string) => JSON.stringify({ ...JSON.parse(good), runAttempt: '1' })],
    ['a number beyond all bounds', (good: string) => good.replace('{', '{"runAttempt":1e999,')],
    ['a prototype', () => '{"__proto__": {"spkiSha256": "x"}}'],
    ['an id that is a command', (good: string) => JSON.stringify({ ...JSON.parse(good), certificateId: '$(id)' })],
    ['an account that is none', (good: string) => JSON.stringify({ ...JSON.parse(good), account: '1' })],
  ])('and that holds %s is refused with the number of the line', async (_, bad) => {
    const good = line(0, 'b'.repeat(64));
    const ledger = `${good}\n${bad(good)}\n`;
    const job = await newMachine({ 'fleet.jsonl': ledger });
    const result = await main(job, { ledger: 'fleet.jsonl' });
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('Line 2 is not a certificate of a ledger');
    expect(emulator.iot.certificates()).toEqual([]);
    expect(await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8')).toBe(ledger);
  });

  it('and that is long is refused with the number of the line', async () => {
    const good = line(0, 'b'.repeat(64));
    const ledger = `${`${good}\n`.repeat(200_000)}{}\n`;
    const result = await main(await newMachine({ 'fleet.jsonl': ledger }), { ledger: 'fleet.jsonl' });
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('Line 200001 is not');
  });
});

describe('what stands in the output directory', () => {
  it('and is no certificate of the account is not handed over', async () => {
    const { pem } = await forge(0);
    const job = await newMachine({ 'out/csrs/0.pem': pem });
    const result = await main(job);
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.title).toBe('would-overwrite');
    expect(result.annotations[0]?.message).toContain('csrs/0.csr');
    expect(emulator.iot.certificates()).toEqual([]);
    expect(await readFile(join(job.workspace, 'out/csrs/0.pem'), 'utf8')).toBe(pem);
  });

  it('and is a manifest with ARNs of another account is written with the right ones', async () => {
    const job = await newMachine();
    const first = await main(job);
    const path = first.outputs['manifest-path'] ?? '';
    const manifest = (await readFile(path, 'utf8')).replaceAll(
      /"certificateArn": "[^"]*"/g,
      '"certificateArn": "$(id)"',
    );
    await job.write('out/manifest.json', manifest);
    const again = await main(job, { 'csr-path': 'csrs/0.csr' });
    expect(again.code).toBe(0);
    const arns = [...(await readFile(path, 'utf8')).matchAll(/"certificateArn": "([^"]*)"/g)].map(([, arn]) => arn);
    expect(arns.sort()).toEqual(
      emulator.iot
        .certificates()
        .map(({ arn }) => arn)
        .sort(),
    );
  });
});

describe('a certificate that a person revoked', () => {
  it.each([
    ['in the account, with a ledger', { ledger: 'fleet.jsonl' }],
    ['in the account, without a ledger', {}],
  ])('%s, is not issued anew, and its id is named', async (_, inputs) => {
    const job = await newMachine();
    const first = await firstOf(job, inputs);
    await setStatus(first?.id ?? '', 'REVOKED');
    const next = await newMachine(await filesOf(job));
    const result = await main(next, inputs);
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.title).toBe('key-revoked');
    expect(result.annotations[0]?.message).toContain(first?.id);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('in the ledger alone is not issued anew', async () => {
    const ledger = line(0, 'c'.repeat(64), { status: 'REVOKED' });
    const result = await main(await newMachine({ 'fleet.jsonl': ledger }), { ledger: 'fleet.jsonl' });
    expect(result.annotations[0]?.title).toBe('key-revoked');
    expect(emulator.iot.certificates()).toEqual([]);
  });

  it('is left out with on-invalid: skip, and the others get theirs', async () => {
    const first = await firstOf(await newMachine());
    await setStatus(first?.id ?? '', 'REVOKED');
    const result = await main(await newMachine(), { 'on-invalid': 'skip' });
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({ 'created-count': '2', 'failed-count': '1' });
    expect(emulator.iot.certificates()).toHaveLength(3);
  });

  it('is issued anew when reissue asks for it', async () => {
    const job = await newMachine();
    const first = await firstOf(job, { ledger: 'fleet.jsonl' });
    await setStatus(first?.id ?? '', 'REVOKED');
    const next = await newMachine(await filesOf(job));
    const result = await main(next, { ledger: 'fleet.jsonl', reissue: 'true', 'csr-path': 'csrs/0.csr' });
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates().map(({ status }) => status)).toEqual(['REVOKED', 'INACTIVE']);
  });

  it('does not hide the good certificate of the same key', async () => {
    const job = await newMachine();
    const first = await firstOf(job, { ledger: 'fleet.jsonl' });
    emulator.configure({ job: { runId: 77 } });
    const other = await newMachine(await filesOf(job));
    const second = await firstOf(other, { ledger: 'fleet.jsonl', reissue: 'true' });
    await setStatus(second?.id ?? '', 'REVOKED');
    const result = await main(await newMachine(await filesOf(other)), {
      ledger: 'fleet.jsonl',
      'csr-path': 'csrs/0.csr',
    });
    expect(result.code).toBe(0);
    expect(result.outputs['certificate-id']).toBe(first?.id);
  });
});

describe('a certificate that a person made INACTIVE', () => {
  it('stays so with set-as-active: after-delivery, and the notice names it', async () => {
    const job = await newMachine();
    const first = await firstOf(job, { ledger: 'fleet.jsonl', 'set-as-active': 'true' });
    await setStatus(first?.id ?? '', 'INACTIVE');
    const next = await newMachine(await filesOf(job));
    const result = await main(next, { ledger: 'fleet.jsonl', 'set-as-active': 'after-delivery' });
    expect(result.code).toBe(0);
    expect(statusOf(first?.id ?? '')).toBe('INACTIVE');
    expect(emulator.iot.certificates().filter(({ status }) => status === 'ACTIVE')).toHaveLength(2);
    const notice = result.annotations.find(({ title }) => title === 'status-changed');
    expect(notice?.message).toContain('csrs/0.csr: its certificate is INACTIVE in AWS IoT and ACTIVE in the records');
  });

  it('and that another run created stays so', async () => {
    const first = await firstOf(await newMachine());
    const result = await main(await newMachine(), { 'set-as-active': 'after-delivery', 'csr-path': 'csrs/0.csr' });
    expect(result.code).toBe(0);
    expect(statusOf(first?.id ?? '')).toBe('INACTIVE');
    expect(result.log).toContain('1 reused certificate stay INACTIVE');
  });
});

describe('certificates that set-as-active: after-delivery made ACTIVE', () => {
  const inputs = { 'set-as-active': 'after-delivery', deliver: 'artifact' };

  it.each(['another attempt', 'another run'])('are no surprise to %s, which reads the artifact', async (next) => {
    expect((await main(await newMachine(), inputs)).code).toBe(0);
    if (next === 'another run') emulator.configure({ job: { runId: 77 } });
    else emulator.rerun();
    const result = await main(await newMachine(), inputs);
    expect(result.outputs['reused-count']).toBe('3');
    expect(emulator.iot.certificates().map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE', 'ACTIVE']);
    expect(result.annotations.filter(({ message }) => /INACTIVE/.test(message))).toEqual([]);
  });
});

it('10 devices in the ledger cost one page of the listing, and no other call', async () => {
  const job = await newMachine();
  await main(job, { ledger: 'fleet.jsonl' });
  const before = { ...emulator.iot.counters.ListCertificates };
  const result = await main(await newMachine(await filesOf(job)), { ledger: 'fleet.jsonl' });
  expect(result.outputs['reused-count']).toBe('3');
  expect(emulator.iot.counters.ListCertificates.calls - before.calls).toBe(1);
  expect(emulator.iot.counters.DescribeCertificate.calls).toBe(0);
});

/** Issues the first device's certificate. */
async function firstOf(job: Job, inputs: Readonly<Record<string, string>> = {}) {
  const result = await main(job, { 'csr-path': 'csrs/0.csr', ...inputs });
  expect(result.code).toBe(0);
  const id = result.outputs['certificate-id'] ?? '';
  return emulator.iot.certificates().find((certificate) => certificate.id === id);
}

/** What the repository keeps of a run: its ledger. */
async function filesOf(job: Job): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8').catch(() => undefined);
  return text === undefined ? {} : { 'fleet.jsonl': text };
}
