import type { ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CreateCertificateFromCsrCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { iotClient } from '../emulator/clients.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

/** The jobs of one workflow run that issue a batch as shards, each on a machine of its own, without a ledger. */

const OF = 8;
const CSRS = 400;
/** Certificates that the account held before, all for one other key. */
const OTHERS = 30;

let emulator: Emulator;
let jobs: Job[];
let fleet: readonly string[];

beforeEach(async () => {
  emulator = await startEmulator();
  jobs = [];
  fleet = Array.from({ length: CSRS }, (_, n) => toPem(makeCsr(`device-${n}`)));
});

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.close()));
  await emulator.close();
});

async function issue(shard: number, onStart: (child: ChildProcess) => void = () => {}): Promise<StepResult> {
  const job = await startJob();
  jobs.push(job);
  for (const [n, pem] of fleet.entries()) await job.write(`csrs/${n}.csr`, pem);
  const inputs = {
    'csr-path': 'csrs/*.csr',
    'aws-region': emulator.region,
    'role-to-assume': emulator.roleArn,
    shard: `${shard}/${OF}`,
  };
  return job.run({ inputs, env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken }, onStart });
}

const all = Array.from({ length: OF }, (_, n) => n + 1);
const describes = (): number => emulator.iot.counters.DescribeCertificate?.calls ?? 0;

function expectOneEach(results: readonly StepResult[]): void {
  for (const { code, log } of results) expect(code, log).toBe(0);
  const account = emulator.iot.certificates();
  expect(account).toHaveLength(CSRS + OTHERS);
  expect(new Set(account.map(({ spkiSha256 }) => spkiSha256)).size).toBe(CSRS + 1);
}

it('eight shards of a first run do not look at certificates of each other', async () => {
  await emulator.iot.plant(toPem(makeCsr('other')), OTHERS, 3_600_000);
  const results = await Promise.all(all.map((shard) => issue(shard)));
  expectOneEach(results);
  // Shards that begin at the same moment each look at what the account held before.
  expect(describes()).toBeLessThanOrEqual(OF * OTHERS);
});

it('a shard that begins when others have created certificates looks at none of theirs', async () => {
  await emulator.iot.plant(toPem(makeCsr('other')), OTHERS, 3_600_000);
  const results = [await issue(1)];
  expect(describes()).toBe(OTHERS);
  for (const shard of all.slice(1)) results.push(await issue(shard));
  expectOneEach(results);
  expect(describes()).toBe(OTHERS);
});

it('shards that are run again look at what they left in doubt, and not at what the others handed over', async () => {
  await emulator.iot.plant(toPem(makeCsr('other')), OTHERS, 3_600_000);
  emulator.iot.setLatency({ fixedMs: 20, jitterMs: 10 });
  const first = await Promise.all(
    all.map((shard) =>
      issue(shard, (child) => {
        // The machines of two of them vanish, and no post step runs.
        if (shard > 2) return;
        const timer = setInterval(() => {
          if (emulator.iot.certificates().length < CSRS / 2 && child.exitCode === null) return;
          clearInterval(timer);
          child.kill('SIGKILL');
        }, 1);
      }),
    ),
  );
  const lost = all.filter((shard) => first[shard - 1]?.code !== 0);
  const before = describes();
  const left = CSRS - first.reduce((sum, { outputs }) => sum + Number(outputs['certificate-count'] ?? 0), 0);
  emulator.rerun();
  const second: StepResult[] = [];
  for (const shard of lost) second.push(await issue(shard));
  expectOneEach([...first.filter(({ code }) => code === 0), ...second]);
  // Theirs, and what a survey of the first attempt had looked at, twice at most: in a search, and to be confirmed.
  expect(describes() - before).toBeLessThanOrEqual(2 * left + OTHERS);
});

/** All artifacts of the run, as a job that merges downloads them. */
async function download(job: Job): Promise<void> {
  for (const { name, files } of emulator.artifacts.uploaded()) {
    for (const [path, content] of files()) {
      const file = join(job.temp, 'shards', name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  }
}

it('a merge names the second certificate that another tool asked for while shards were at work', async () => {
  fleet = fleet.slice(0, 40);
  const results = [await issue(1)];
  const handedOver = new Set(emulator.iot.certificates().map(({ spkiSha256 }) => spkiSha256));
  const client = iotClient(emulator);
  for (const csr of fleet) await client.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr }));
  client.destroy();
  // Those of the first shard are second ones. The others look no more: what was created since is other shards' to them.
  for (const shard of all.slice(1)) results.push(await issue(shard));
  for (const { code, log } of results) expect(code, log).toBe(0);
  const job = await startJob();
  jobs.push(job);
  await download(job);
  const merge = (inputs: Readonly<Record<string, string>>): Promise<StepResult> =>
    job.run({
      program: join(import.meta.dirname, '../../merge/main.js'),
      inputs: {
        directories: join(job.temp, 'shards'),
        'output-directory': 'merged',
        ledger: 'ledger.jsonl',
        ...inputs,
      },
      env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
    });
  const before = describes();
  const merged = await merge({ 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn });
  expect(merged.code, merged.log).toBe(0);
  const named = merged.annotations.filter(({ title }) => title === 'duplicate-certificate');
  expect(named.length, merged.log).toBeGreaterThanOrEqual(Math.min(handedOver.size, 10));
  // Only the other tool's are looked at.
  expect(describes() - before).toBe(fleet.length);
  const without = await merge({});
  expect(without.annotations.filter(({ title }) => title === 'duplicate-certificate')).toEqual([]);
});
