import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UpdateCertificateCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { iotClient } from '../emulator/clients.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  [emulator, job] = await Promise.all([startEmulator(), startJob()]);
  for (let n = 0; n < 4; n++) await job.write(`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`)));
  await step({ 'csr-path': 'csrs/*.csr', deliver: 'directory' });
});

afterEach(() => Promise.all([job.close(), emulator.close()]));

function step(inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  return job.run({
    inputs: { 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn, ledger: 'fleet.jsonl', ...inputs },
    env: emulator.env,
  });
}

async function setStatus(path: string, newStatus: 'ACTIVE' | 'REVOKED'): Promise<string> {
  const { certificateId } = (await ledger()).find(({ csrPath }) => csrPath === path) ?? {};
  await iotClient(emulator).send(new UpdateCertificateCommand({ certificateId, newStatus }));
  return certificateId ?? '';
}

async function ledger(): Promise<{ readonly csrPath: string; readonly certificateId: string }[]> {
  const text = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

it('an audit of a ledger that is true succeeds and changes nothing', async () => {
  const before = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
  const result = await step({ mode: 'audit' });
  expect(result.code).toBe(0);
  expect(result.outputs['drift-count']).toBe('0');
  expect(result.summary).toContain('✅ Audit of 4 certificates&#58; 0 disagreements');
  expect(await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8')).toBe(before);
});

it('an audit names what is missing, revoked, doubled and unknown, and fails', async () => {
  const revoked = await setStatus('csrs/0.csr', 'REVOKED');
  const activated = await setStatus('csrs/1.csr', 'ACTIVE');
  // A second certificate for each key, and one for a key the ledger does not know.
  await job.write('csrs/9.csr', toPem(makeCsr('stranger')));
  await step({
    'csr-path': 'csrs/*.csr',
    deliver: 'directory',
    ledger: 'other.jsonl',
    'output-directory': 'x',
    reconcile: 'never',
  });
  const lines = (await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8')).trim().split('\n');
  const missing = 'f'.repeat(64);
  const ghost = {
    ...JSON.parse(lines.find((line) => line.includes('"spkiSha256"')) ?? ''),
    spkiSha256: 'a'.repeat(64),
    certificateId: missing,
    csrPath: 'gone.csr',
  };
  await job.write('fleet.jsonl', [...lines, JSON.stringify(ghost)].join('\n'));

  const result = await step({ mode: 'audit' });
  expect(result.code).toBe(1);
  expect(result.annotations.at(-1)).toMatchObject({ level: 'error', title: 'drift' });
  const of = (what: string): readonly string[] => {
    const group = result.summary.split('<summary>').find((part) => part.startsWith(what)) ?? '';
    return group.split('\n').filter((line) => /^\| .*[0-9a-f]{64}/.test(line));
  };
  expect(of('In the ledger, not in the account')).toEqual([expect.stringContaining(missing)]);
  expect(of('Another status').join()).toContain(revoked);
  // Somebody activated it: that is what becomes of every certificate whose device goes to work.
  expect(of('Another status').join()).not.toContain(activated);
  expect(result.log).toContain('Another status in the account: REVOKED, in the ledger INACTIVE: 1 certificate');
  // Both of 1, 2 and 3; of 0 only the new one can be used, and the stranger is nobody's duplicate.
  expect(of('Several')).toHaveLength(6);
  expect(of('In the account, not in the ledger')).toHaveLength(2);
  expect(result.outputs['drift-count']).toBe('10');
});

it('an audit says how old the certificates are that can be used', async () => {
  const result = await step({ mode: 'audit', reconcile: 'never' });
  const year = new Date().getUTCFullYear();
  expect(result.code, result.log).toBe(0);
  expect(result.summary).toContain(`| ${year} | 4 |`);
  expect(result.log).toContain('The oldest certificate that can be used was issued on');
  await setStatus('csrs/0.csr', 'REVOKED');
  expect((await step({ mode: 'audit', reconcile: 'never' })).summary).toContain(`| ${year} | 3 |`);
});

it('an audit of a fleet whose devices were activated finds no drift', async () => {
  for (let n = 0; n < 4; n++) await setStatus(`csrs/${n}.csr`, 'ACTIVE');
  const result = await step({ mode: 'audit' });
  expect(result.code).toBe(0);
  expect(result.outputs['drift-count']).toBe('0');
  expect(result.log).toContain('4 certificates activated since');
});

it('an audit can leave out what the ledger does not know', async () => {
  await job.write('csrs/9.csr', toPem(makeCsr('stranger')));
  await step({ 'csr-path': 'csrs/9.csr', deliver: 'directory', ledger: 'other.jsonl', 'output-directory': 'x' });
  expect((await step({ mode: 'audit', reconcile: 'never' })).code).toBe(0);
  expect((await step({ mode: 'audit', reconcile: `since=${new Date(Date.now() + 60_000).toISOString()}` })).code).toBe(
    0,
  );
  expect((await step({ mode: 'audit' })).code).toBe(1);
});

it('an audit without anything to audit says so', async () => {
  const result = await step({ mode: 'audit', ledger: 'none.jsonl' });
  expect(result.code).toBe(1);
  expect(result.annotations.at(-1)?.message).toContain('nothing to audit');
});
