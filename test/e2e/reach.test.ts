import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CreateCertificateFromCsrCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { groupBy } from '../../src/lib/group-by.ts';
import { iotClient } from '../emulator/clients.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

/** Several runs, each on a machine of its own: what one of them left, and how far the next one has to search. */

const LEDGER = 'fleet.jsonl';

let emulator: Emulator;
let jobs: Job[];
let nextRun: number;

beforeEach(async () => {
  emulator = await startEmulator();
  jobs = [];
  nextRun = 1;
});

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await emulator.close();
});

const fleetOf = (count: number, from = 0): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`csrs/${from + n}.csr`, toPem(makeCsr(`device-${from + n}`))]),
  );

async function checkOut(files: Readonly<Record<string, string>>): Promise<Job> {
  const job = await startJob();
  jobs.push(job);
  for (const [path, content] of Object.entries(files)) await job.write(path, content);
  return job;
}

/** Another workflow run begins. */
function beginRun(changes: Readonly<Record<string, string>> = {}): void {
  emulator.configure({ job: { runId: nextRun++, ...changes } });
}

interface Options {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly onStart?: (child: ChildProcess) => void;
  readonly state?: Readonly<Record<string, string>>;
  readonly script?: 'main' | 'post';
}

function step(job: Job, { inputs = {}, env = {}, ...more }: Options = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'request-timeout-seconds': '1',
      ...inputs,
    },
    env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken, ...env },
    ...more,
  });
}

function killWhen(isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (!isTime() && child.exitCode === null) return;
      clearInterval(timer);
      child.kill('SIGKILL');
    }, 1);
  };
}

const calls = (operation: 'ListCertificates' | 'DescribeCertificate' | 'CreateCertificateFromCsr'): number =>
  emulator.iot.counters[operation]?.calls ?? 0;

const ledgerOf = (job: Job): Promise<string> => readFile(join(job.workspace, LEDGER), 'utf8');

/** Another tool fills the account. */
async function fillAccount(count: number): Promise<void> {
  const client = iotClient(emulator);
  await Promise.all(
    Array.from({ length: count }, (_, n) =>
      client.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: toPem(makeCsr(`other-${n}`)) })),
    ),
  );
  client.destroy();
}

/** Ids in the account by key; each key has one. */
function expectOneEach(count: number): void {
  const keys = emulator.iot.certificates().map(({ spkiSha256 }) => spkiSha256);
  expect(keys).toHaveLength(count);
  expect(new Set(keys).size).toBe(count);
}

describe('with a ledger', () => {
  const inputs = { ledger: LEDGER, deliver: 'directory' };

  it('a push that waited, and checks out its own commit without the new lines, issues only what is new', async () => {
    const fleet = fleetOf(20);
    beginRun();
    expect((await step(await checkOut(fleet), { inputs })).code).toBe(0);
    beginRun();
    const job = await checkOut({ ...fleet, ...fleetOf(1, 20) });
    const result = await step(job, { inputs });
    expect(result.outputs).toMatchObject({ 'created-count': '1', 'reused-count': '20' });
    expectOneEach(21);
    const text = await ledgerOf(job);
    for (const { id } of emulator.iot.certificates()) expect(text).toContain(id);
  });

  it('a run that died and left nothing is made up for by the next push, on another machine', async () => {
    const fleet = fleetOf(30);
    emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
    beginRun();
    const isTime = () => emulator.iot.certificates().length >= 16;
    await step(await checkOut(fleet), { inputs, onStart: killWhen(isTime) });
    // The request that was under way when it died.
    await new Promise((resolve) => setTimeout(resolve, 200));
    beginRun();
    const result = await step(await checkOut(fleet), { inputs });
    expect(result.code).toBe(0);
    expect(Number(result.outputs['reused-count'])).toBeGreaterThanOrEqual(16);
    expectOneEach(30);
  });

  it('a run whose ledger was not pushed is made up for by one with other CSRs, for those that come after', async () => {
    const fleet = fleetOf(10);
    beginRun();
    await step(await checkOut(fleet), { inputs });
    beginRun();
    const other = await checkOut(fleetOf(1, 10));
    await step(other, { inputs });
    // It looked at the certificates of the first run, and wrote them down.
    const text = await ledgerOf(other);
    expect(text.split('\n').filter((line) => line.startsWith('{"type":"other"'))).toHaveLength(10);
    beginRun();
    const described = calls('DescribeCertificate');
    const job = await checkOut({ ...fleet, ...fleetOf(1, 11), [LEDGER]: text });
    const result = await step(job, { inputs });
    expect(result.outputs).toMatchObject({ 'created-count': '1', 'reused-count': '10' });
    expectOneEach(12);
    // Once more, to confirm what the short lines say of the batch's keys.
    expect(calls('DescribeCertificate')).toBeLessThanOrEqual(described + 10);
  });

  it('that is begun after runs without one asks for nothing twice', async () => {
    const fleet = fleetOf(5);
    beginRun();
    await step(await checkOut(fleet), { inputs: { deliver: 'directory' } });
    beginRun();
    const result = await step(await checkOut(fleet), { inputs });
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '5' });
    expectOneEach(5);
  });

  it.each(['issue', 'validate'])(
    'whose name is mistyped is named in mode %s, and nothing is issued twice',
    async (mode) => {
      const fleet = fleetOf(5);
      beginRun();
      const first = await checkOut(fleet);
      await step(first, { inputs });
      beginRun();
      const job = await checkOut({ ...fleet, [LEDGER]: await ledgerOf(first) });
      const result = await step(job, { inputs: { ...inputs, mode, ledger: 'fleeet.jsonl' } });
      expect(result.code).toBe(0);
      const notice = result.annotations.find(({ title }) => title === 'ledger');
      expect(notice?.level).toBe('notice');
      expect(notice?.message).toContain('fleeet.jsonl does not exist');
      expectOneEach(5);
    },
  );

  it('that GitHub would soon refuse is said before anything is created, and the table is named', async () => {
    const job = await checkOut({ ...fleetOf(1), [LEDGER]: ' '.repeat(85 * 1024 * 1024) });
    const result = await step(job, { inputs: { ...inputs, mode: 'validate' } });
    const warning = result.annotations.find(({ title }) => title === 'ledger');
    expect(warning?.level).toBe('warning');
    expect(warning?.message).toMatch(/85 MiB.*GitHub refuses files of 100 MiB.*dynamodb:/);
  });

  it('a forged short line of a key of the batch is not believed, and not kept', async () => {
    const [path = '', csr = ''] = Object.entries(fleetOf(1))[0] ?? [];
    await fillAccount(1);
    const [foreign] = emulator.iot.certificates();
    beginRun();
    const first = await checkOut({ [path]: csr });
    await step(first, { inputs: { ...inputs, deliver: 'directory' } });
    const { spkiSha256, account, region } = JSON.parse(
      (await ledgerOf(first)).split('\n').find((line) => line.includes('csrPath')) ?? '',
    );
    const forged = { type: 'other', account, region, certificateId: foreign?.id, spkiSha256 };
    beginRun();
    const job = await checkOut({ [path]: csr, [LEDGER]: `${JSON.stringify(forged)}\n` });
    const result = await step(job, { inputs });
    expect(result.annotations.map(({ title }) => title)).toContain('record-contradicted');
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '1' });
    expectOneEach(2);
    expect(await ledgerOf(job)).not.toContain(JSON.stringify(forged));
  });
});

describe('the account is searched', () => {
  it('once: what was looked at is never looked at again, and an up-to-date horizon costs a page or two', async () => {
    await fillAccount(40);
    const fleet = fleetOf(1);
    const inputs = { ledger: LEDGER, deliver: 'directory' };
    beginRun();
    const first = await checkOut(fleet);
    await step(first, { inputs });
    expect(calls('DescribeCertificate')).toBe(40);
    beginRun();
    const [lists, described] = [calls('ListCertificates'), calls('DescribeCertificate')];
    const text = await ledgerOf(first);
    const result = await step(await checkOut({ ...fleet, ...fleetOf(1, 1), [LEDGER]: text }), { inputs });
    expect(result.outputs).toMatchObject({ 'created-count': '1', 'reused-count': '1' });
    expect(calls('DescribeCertificate')).toBe(described);
    expect(calls('ListCertificates')).toBeLessThanOrEqual(lists + 2);
  });

  it.each([
    ['a push', Date.UTC(2026, 0, 2) / 1_000],
    ['any other event', '2026-01-02T00:00:00Z'],
  ])('back to the creation of the repository, as the payload of %s has it', async (_, created) => {
    const job = await checkOut(fleetOf(1));
    await job.write('../temp/event.json', JSON.stringify({ repository: { created_at: created } }));
    const result = await step(job, { env: { GITHUB_EVENT_PATH: join(job.temp, 'event.json') } });
    expect(result.code).toBe(0);
    expect(result.log).toContain('it is searched back to 2026-01-01T23:55:00Z');
  });

  it('no further than that: certificates from before it are not looked at', async () => {
    await emulator.iot.plant(toPem(makeCsr('old')), 20, 3 * 3_600_000);
    await emulator.iot.plant(toPem(makeCsr('newer')), 4, 3_600_000);
    const job = await checkOut(fleetOf(1));
    const created = new Date(Date.now() - 2 * 3_600_000).toISOString();
    await job.write('../temp/event.json', JSON.stringify({ repository: { created_at: created } }));
    const env = { GITHUB_EVENT_PATH: join(job.temp, 'event.json') };
    const result = await step(job, { env, inputs: { ledger: LEDGER } });
    expect(result.code).toBe(0);
    expect(calls('DescribeCertificate')).toBe(4);
    const [first = ''] = (await ledgerOf(job)).split('\n');
    const since = Date.parse(JSON.parse(first).since);
    expect(since).toBe(Date.parse(created) - 5 * 60_000);
  });

  it('altogether with reconcile: always, whatever a ledger says of it', async () => {
    const device = toPem(makeCsr('device-0'));
    await emulator.iot.plant(device, 1, 3_600_000);
    await emulator.iot.plant(toPem(makeCsr('other')), 4, 3_600_000);
    const [own] = emulator.iot.certificates();
    const place = { account: emulator.accountId, region: emulator.region };
    const forged = [
      { type: 'horizon', ...place, since: null, time: new Date().toISOString() },
      { type: 'other', ...place, certificateId: own?.id, spkiSha256: 'a'.repeat(64) },
    ];
    const files = { 'csrs/0.csr': device, [LEDGER]: forged.map((line) => `${JSON.stringify(line)}\n`).join('') };
    const job = await checkOut(files);
    const result = await step(job, { inputs: { ledger: LEDGER, reconcile: 'always' } });
    expect(result.outputs).toMatchObject({ 'created-count': '0', 'reused-count': '1' });
    expect(emulator.iot.certificates()).toHaveLength(5);
    expect(await ledgerOf(job)).not.toContain('a'.repeat(64));
  });

  it('from where it stopped, when it was killed half-way', async () => {
    await fillAccount(60);
    emulator.configure({ quotas: { DescribeCertificate: { ratePerSecond: 50, burst: 5 } } });
    const fleet = fleetOf(2);
    const half = calls('DescribeCertificate') + 30;
    beginRun();
    const first = await checkOut(fleet);
    const killed = await step(first, { onStart: killWhen(() => calls('DescribeCertificate') >= half) });
    expect(killed.code).toBeNull();
    const rescued = await step(first, { script: 'post', state: killed.state });
    expect(rescued.code).toBe(0);
    beginRun();
    const result = await step(await checkOut(fleet));
    expect(result.outputs).toMatchObject({ 'created-count': '2' });
    expectOneEach(62);
    const { throttled = 0 } = emulator.iot.counters.DescribeCertificate ?? {};
    // A few calls were under way when it was killed.
    expect(calls('DescribeCertificate') - throttled).toBeLessThanOrEqual(60 + 32);
    expect(calls('CreateCertificateFromCsr')).toBe(62);
  });

  it('and goes on when a foreign certificate is deleted between listing and describing', async () => {
    await fillAccount(3);
    emulator.iot.inject({ operation: 'DescribeCertificate', kind: 'ResourceNotFoundException', count: 1 });
    const result = await step(await checkOut(fleetOf(1)));
    expect(result.code).toBe(0);
    expect(result.outputs).toMatchObject({ 'created-count': '1' });
  });
});

describe('without a ledger, the memory in the artifact', () => {
  /** A first run, with one certificate of another tool in the account. */
  async function firstRun(): Promise<Readonly<Record<string, string>>> {
    await fillAccount(6);
    const fleet = fleetOf(3);
    beginRun();
    expect((await step(await checkOut(fleet))).code).toBe(0);
    expect(calls('DescribeCertificate')).toBe(6);
    return fleet;
  }

  it('is read by the next run of the workflow on the branch: nothing is looked at again', async () => {
    const fleet = await firstRun();
    beginRun();
    const result = await step(await checkOut({ ...fleet, ...fleetOf(1, 3) }));
    expect(result.outputs).toMatchObject({ 'created-count': '1', 'reused-count': '3' });
    expect(calls('DescribeCertificate')).toBe(6);
    expectOneEach(10);
    beginRun();
    await step(await checkOut({ ...fleet, ...fleetOf(1, 4) }));
    expect(calls('DescribeCertificate')).toBe(6);
  });

  it.each([
    ['of a pull request', { eventName: 'pull_request' }],
    ['of a fork', { headRepository: 'somebody/device-fleet' }],
    ['of another workflow file', { workflowPath: '.github/workflows/other.yml' }],
    ['on another branch', { ref: 'refs/heads/other' }],
  ])('is not read from a run %s: the account is searched', async (_, changes) => {
    await fillAccount(6);
    emulator.configure({ trust: { audiences: ['sts.amazonaws.com'], subjects: ['*'] } });
    const fleet = fleetOf(1);
    const usual = {
      eventName: 'workflow_dispatch',
      headRepository: 'octo-org/device-fleet',
      workflowPath: '.github/workflows/certificates.yml',
      ref: 'refs/heads/main',
    };
    beginRun({ ...usual, ...changes });
    await step(await checkOut(fleet), { inputs: { 'allow-csrs-from-forks': 'true' } });
    beginRun(usual);
    const described = calls('DescribeCertificate');
    const result = await step(await checkOut({ ...fleet, ...fleetOf(1, 1) }));
    expect(result.code).toBe(0);
    expect(result.log).toContain('No record says what this account holds');
    expect(calls('DescribeCertificate')).toBeGreaterThanOrEqual(described + 6);
    expectOneEach(8);
  });

  it('cannot be read without actions: read: one notice, and the account is searched', async () => {
    const fleet = await firstRun();
    const token = emulator.createToken({ kind: 'job', permissions: { metadata: 'read' } });
    beginRun();
    const result = await step(await checkOut({ ...fleet, ...fleetOf(1, 3) }), { env: { GITHUB_TOKEN: token } });
    expect(result.code).toBe(0);
    const notices = result.annotations.filter(({ message }) => message.includes('actions: read'));
    expect(notices).toHaveLength(1);
    expectOneEach(10);
  });

  it('is used by a ledger that is begun later', async () => {
    const fleet = await firstRun();
    beginRun();
    const job = await checkOut({ ...fleet, ...fleetOf(1, 3) });
    const result = await step(job, { inputs: { ledger: LEDGER } });
    expect(result.outputs).toMatchObject({ 'created-count': '1', 'reused-count': '3' });
    expect(calls('DescribeCertificate')).toBe(6);
    expect((await ledgerOf(job)).split('\n').filter((line) => line.includes('"other"'))).toHaveLength(6);
  });

  it('that was lost costs a search, and nothing else', async () => {
    const fleet = await firstRun();
    beginRun();
    emulator.rest.inject({ operation: 'DownloadArtifact', kind: '404' });
    const result = await step(await checkOut({ ...fleet, ...fleetOf(1, 3) }));
    expect(result.outputs).toMatchObject({ 'created-count': '1', 'reused-count': '3' });
    expectOneEach(10);
  });
});

describe('two runs at the same time on the same CSRs', () => {
  it('end by naming every second certificate', async () => {
    const fleet = fleetOf(40);
    emulator.iot.setLatency({ fixedMs: 30, jitterMs: 20 });
    const inputs = { deliver: 'directory', ledger: LEDGER, 'requests-per-second': '20' };
    const machines = await Promise.all([checkOut(fleet), checkOut(fleet)]);
    const results = await Promise.all(machines.map((job) => step(job, { inputs })));
    expect(results.map(({ code }) => code)).toEqual([0, 0]);
    // A browser may break the line of an id there.
    const shown = results.map(({ summary }) => summary.replaceAll('<wbr>', ''));
    const named = shown.map((summary) => summary.split('<summary>Duplicates')[1] ?? '').join();
    const byKey = groupBy(emulator.iot.certificates(), ({ spkiSha256 }) => spkiSha256);
    const twice = [...byKey.values()].filter((certificates) => certificates.length > 1);
    expect(twice.length).toBeGreaterThan(0);
    for (const certificates of twice) expect(certificates.some(({ id }) => named.includes(id))).toBe(true);
    const titles = results.flatMap(({ annotations }) => annotations.map(({ title }) => title));
    expect(titles).toContain('duplicate-certificate');
  });
});

describe('reconcile: never', () => {
  const inputs = { reconcile: 'never' };

  it('stops on another machine when an earlier attempt left something unresolved', async () => {
    const fleet = fleetOf(3);
    emulator.iot.inject({
      operation: 'CreateCertificateFromCsr',
      kind: 'InternalFailureException',
      afterWork: true,
      count: 1,
    });
    beginRun();
    const first = await checkOut(fleet);
    const failed = await step(first, { inputs });
    expect(failed.code).toBe(1);
    await step(first, { script: 'post', state: failed.state, inputs });
    emulator.rerun();
    const before = emulator.iot.certificates().length;
    const result = await step(await checkOut(fleet), { inputs });
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'in-doubt' });
    expect(emulator.iot.certificates()).toHaveLength(before);
  });

  it('stops when what earlier attempts left cannot be read', async () => {
    const fleet = fleetOf(1);
    beginRun();
    await step(await checkOut(fleet), { inputs });
    emulator.rerun();
    emulator.rest.inject({ operation: 'ListWorkflowRunArtifacts', kind: '403' });
    const result = await step(await checkOut(fleet), { inputs });
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'in-doubt' });
    expectOneEach(1);
  });
});
