import { spawn } from 'node:child_process';
import { appendFile, cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import type { Manifest } from '../../src/records/manifest-entry.ts';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { type CliResult, cliInJob } from './cli-in-job.ts';
import { type Job, node24, startJob } from './step.ts';

const CSRS = 200;
const RATE = 25;
const BURST = 5;

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator({
    latency: { fixedMs: 30, jitterMs: 10 },
    quotas: { CreateCertificateFromCsr: { ratePerSecond: RATE, burst: BURST } },
  });
  job = await startJob();
  for (let device = 1; device <= CSRS; device++) {
    await job.write(
      `csrs/line-${device % 3}/device-${device}.csr`,
      toPem(makeCsr({ subject: [['CN', `d-${device}`]] })),
    );
  }
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

const cli = (...args: string[]): Promise<CliResult> => cliInJob(job, emulator, args);

const globs = ['--csr-path', 'csrs/**/*.csr'];
const merge = () => cli('merge', 'shards', '--output-directory', 'merged', '--ledger', 'ledger.jsonl');

it('four shards stay at the quota together, issue nothing twice, and are merged', async () => {
  const plan = await cli('plan', ...globs, '--parallel', '4', '--requests-per-second', String(RATE));
  expect(plan.output).toContain('shards=["1/4","2/4","3/4","4/4"]');
  expect(plan.output).toContain('requests-per-second=6.25');

  const start = performance.now();
  const shards = await Promise.all(
    [1, 2, 3, 4].map((shard) =>
      cli(
        ...['issue', ...globs, '--shard', `${shard}/4`, '--requests-per-second', '6.25'],
        ...['--output-directory', `shards/${shard}`],
      ),
    ),
  );
  const elapsedS = (performance.now() - start) / 1_000;
  for (const { code, output } of shards) expect(`${code} ${output}`).toMatch(/^0 /);
  const { throttled } = emulator.iot.counters.CreateCertificateFromCsr;
  console.log(`bound ${(CSRS - BURST) / RATE} s, with all start-up ${elapsedS.toFixed(1)} s, ${throttled} throttled`);
  expect(throttled).toBeLessThanOrEqual(CSRS * 0.05);
  const account = emulator.iot.certificates();
  expect(account).toHaveLength(CSRS);
  expect(new Set(account.map(({ spkiSha256 }) => spkiSha256)).size).toBe(CSRS);

  const merged = await merge();
  expect(merged.output).toContain(`${CSRS} certificates of 4 shards`);
  expect(merged.code).toBe(0);
  const manifest = JSON.parse(await readFile(join(job.workspace, 'merged/manifest.json'), 'utf8')) as Manifest;
  expect(manifest.certificates.map(({ certificateId }) => certificateId).sort()).toEqual(
    account.map(({ id }) => id).sort(),
  );
  for (const { file } of manifest.certificates) {
    expect(await readFile(join(job.workspace, 'merged', file ?? ''), 'utf8')).toContain('BEGIN CERTIFICATE');
  }
  const ledger = (await readFile(join(job.workspace, 'ledger.jsonl'), 'utf8')).trim().split('\n');
  // And how far the shards knew the account.
  expect(ledger.filter((line) => line.startsWith('{"type":"horizon"'))).toHaveLength(1);
  expect(ledger).toHaveLength(CSRS + 1);

  // The whole batch again, with the ledger that the merge made: nothing is left to be done.
  const again = await cli('issue', ...globs, '--ledger', 'ledger.jsonl', '--output-directory', 'again');
  expect(again.output).toContain(`0 created, ${CSRS} reused, `);
  expect(emulator.iot.certificates()).toHaveLength(CSRS);
});

it('a merge refuses what is not what its manifest says, and tells what is missing', async () => {
  expect((await merge()).output).toContain('cannot be read');
  emulator.configure({ quotas: 'none' });
  for (const shard of [1, 2]) {
    await cli('issue', ...globs, '--shard', `${shard}/2`, '--output-directory', `shards/${shard}`);
  }
  const path = join(job.workspace, 'shards/2/manifest.json');
  const before = await readFile(path, 'utf8');
  const manifest = JSON.parse(before) as { certificates: Record<string, unknown>[] };
  const [entry = {}, other = {}] = manifest.certificates;
  const placesOf = async (shard: number): Promise<readonly unknown[]> => {
    const text = await readFile(join(job.workspace, `shards/${shard}/manifest.json`), 'utf8');
    return (JSON.parse(text) as Manifest).certificates.map(({ file }) => file);
  };
  const write = (changes: Record<string, unknown>) =>
    writeFile(path, JSON.stringify({ ...manifest, certificates: [{ ...entry, ...changes }] }));

  await write({ file: '../../outside.pem' });
  expect((await merge()).output).toContain('no file for');
  await write({ file: 'Manifest.json' });
  expect((await merge()).output).toContain('no file for');
  await write({ file: (await placesOf(1))[0] });
  expect((await merge()).output).toMatch(/would both be/);
  await write({ file: other.file });
  expect((await merge()).output).toContain('This is not the certificate of');
  await write({ certificateId: null, certificateArn: null, reason: 'AWS refused it' });
  const incomplete = await merge();
  expect(incomplete.code).toBe(1);
  expect(incomplete.output).toContain('1 CSR got no certificate');
  await writeFile(path, before);
  await rm(join(job.workspace, 'merged'), { recursive: true });
  await symlink(join(job.temp), join(job.workspace, 'merged'));
  expect((await merge()).output).toContain('is a link');
  expect(await readdir(job.temp)).not.toContain('manifest.json');
  await rm(join(job.workspace, 'merged'));
  expect((await merge()).code).toBe(0);
  await appendFile(path, ' ');
  expect((await cli('merge')).code).toBe(2);
});

/** Plans a batch of a few CSRs, and issues some of its shards. */
async function planAndIssue(of: number, shards: readonly number[]): Promise<void> {
  emulator.configure({ quotas: 'none' });
  const plan = ['plan', ...globs, '--parallel', String(of), '--requests-per-second', '100'];
  expect((await cli(...plan, '--output-directory', 'shards')).code).toBe(0);
  for (const shard of shards) {
    await cli('issue', ...globs, '--shard', `${shard}/${of}`, '--output-directory', `shards/${shard}`);
  }
}

it('a merge fails for a shard that never ran, and names its CSRs', async () => {
  await planAndIssue(4, [1, 2, 4]);
  const merged = await merge();
  expect(merged.code).toBe(1);
  expect(merged.output).toMatch(/Shard 3\/4 handed nothing over.*Without a certificate: \d+ CSRs \(csrs\//);
  const manifest = JSON.parse(await readFile(join(job.workspace, 'merged/manifest.json'), 'utf8')) as Manifest;
  expect(manifest.certificates).toHaveLength(CSRS);
  const without = manifest.certificates.filter(({ certificateId }) => certificateId === null);
  expect(without).toHaveLength(CSRS - emulator.iot.certificates().length);
  expect(new Set(without.map(({ result }) => result))).toEqual(new Set(['not-attempted']));
});

it('a merge without a plan fails for a shard that is missing all the same', async () => {
  await planAndIssue(4, [1, 2, 4]);
  await rm(join(job.workspace, 'shards/plan.json'));
  const merged = await merge();
  expect(merged.code).toBe(1);
  expect(merged.output).toContain('Shard 3/4 handed nothing over');
});

it('a merge takes what a shard issued that was ended from its journal', async () => {
  await planAndIssue(2, [1]);
  const before = emulator.iot.certificates().length;
  emulator.configure({ quotas: { CreateCertificateFromCsr: { ratePerSecond: RATE, burst: BURST } } });
  const args = ['issue', ...globs, '--shard', '2/2', '--output-directory', 'dying'];
  const env = { PATH: process.env.PATH, ...emulator.env, ...emulator.accessKeys, AWS_REGION: emulator.region };
  const child = spawn(node24, [join(import.meta.dirname, '../../dist/cli.js'), ...args], {
    cwd: job.workspace,
    env: { ...env, RUNNER_TEMP: job.temp },
  });
  while (emulator.iot.certificates().length < before + 10) await new Promise((resolve) => setTimeout(resolve, 20));
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.kill('SIGKILL');
  await ended;
  const [directory = ''] = (await readdir(job.temp)).filter((name) => name.startsWith('iot-certificates-'));
  await mkdir(join(job.workspace, 'shards/2'));
  const journal = await readFile(join(job.temp, directory, 'journal.jsonl'), 'utf8');
  await writeFile(join(job.workspace, 'shards/2/journal.jsonl'), journal);

  const merged = await merge();
  expect(merged.code).toBe(1);
  expect(merged.output).toMatch(/Shard 2\/2 was ended before it was finished.*Without a certificate: \d+ CSR/);
  const manifest = JSON.parse(await readFile(join(job.workspace, 'merged/manifest.json'), 'utf8')) as Manifest;
  const having = manifest.certificates.filter(({ certificateId }) => certificateId !== null);
  expect(having.length).toBeGreaterThanOrEqual(before + 5);
  expect(manifest.certificates).toHaveLength(CSRS);
  for (const { file } of having) {
    expect(await readFile(join(job.workspace, 'merged', file ?? ''), 'utf8')).toContain('BEGIN CERTIFICATE');
  }
});

it('a merge refuses a shard that is there twice, and one of another division', async () => {
  await planAndIssue(2, [1, 2]);
  await cp(join(job.workspace, 'shards/2'), join(job.workspace, 'shards/3'), { recursive: true });
  expect((await merge()).output).toMatch(/Shard 2\/2 is here twice/);
  const path = join(job.workspace, 'shards/3/manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, shard: { index: 3, of: 3 } }));
  expect((await merge()).output).toMatch(/It is shard 3\/3, and the others are 2 shards/);
  await rm(join(job.workspace, 'shards/3'), { recursive: true });
  expect((await merge()).code).toBe(0);
});

it('a shard that no CSR falls to writes a manifest, and is not missing', async () => {
  emulator.configure({ quotas: 'none' });
  const single = ['--csr-path', 'csrs/line-1/device-1.csr'];
  for (const shard of [1, 2]) {
    await cli('issue', ...single, '--shard', `${shard}/2`, '--output-directory', `shards/${shard}`);
  }
  const merged = await merge();
  expect(merged.output).toContain('1 certificate of 2 shards');
  expect(merged.code).toBe(0);
});
