import { execFile } from 'node:child_process';
import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { journalPath } from '../../src/records/journal-file.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  await job.write('device.csr', toPem(makeCsr('device')));
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

/** Ends with a signal when it would wait for ever. */
function step(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': '*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      'output-directory': 'out',
      ...inputs,
    },
    env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
    onStart(child) {
      setTimeout(() => child.kill('SIGKILL'), 60_000).unref();
    },
  });
}

const ownJournal = (): string =>
  journalPath(job.temp, {
    outputDirectory: join(job.workspace, 'out'),
    account: emulator.accountId,
    region: emulator.region,
  });

const inWorkspace = (name: string) => (): string => join(job.workspace, name);

async function place(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  return path;
}

describe.skipIf(process.platform === 'win32')('a FIFO, from which nothing ever comes,', () => {
  it.each([
    ["a step's own journal", ownJournal, {}, 'refused'],
    ["the lock of a step's journal", () => join(dirname(ownJournal()), 'journal.lock'), {}, 'refused'],
    [
      'a journal of another step',
      () => join(job.temp, 'iot-certificates-0123456789abcdef/journal.jsonl'),
      {},
      'ignored',
    ],
    ['the manifest', inWorkspace('out/manifest.json'), {}, 'refused'],
    ['the table of the manifest', inWorkspace('out/manifest.csv'), {}, 'refused'],
    ['the ledger of the artifact', inWorkspace('out/ledger.jsonl'), {}, 'refused'],
    ['a certificate', inWorkspace('out/device.pem'), {}, 'refused'],
    ['a CSR', inWorkspace('other.csr'), {}, 'ignored'],
    ['the SARIF file', inWorkspace('x.sarif'), { 'sarif-path': 'x.sarif' }, 'ignored'],
    ['the report', inWorkspace('x.html'), { report: 'x.html' }, 'ignored'],
    ['the list of submodules', inWorkspace('.gitmodules'), { 'csr-path': 'missing/*.csr' }, 'refused'],
  ] as const)('in the place of %s keeps no step waiting', async (_, at, inputs, fate) => {
    await promisify(execFile)('mkfifo', [await place(at())]);
    const result = await step(inputs);
    expect(result.signal).toBeNull();
    expect(result.log).not.toContain('bug in the action');
    expect(result.code).toBe(fate === 'refused' ? 1 : 0);
    expect(emulator.iot.certificates()).toHaveLength(fate === 'refused' ? 0 : 1);
  });
});

describe('a file of 2 GB', () => {
  it.each([
    ["a step's own journal", ownJournal, {}],
    ['the manifest', inWorkspace('out/manifest.json'), {}],
    ['a ledger', inWorkspace('fleet.jsonl'), { ledger: 'fleet.jsonl' }],
    ['a certificate', inWorkspace('out/device.pem'), {}],
  ] as const)('in the place of %s is refused before anything is created', async (_, at, inputs) => {
    const path = await place(at());
    await writeFile(path, '');
    await truncate(path, 2_000_000_000);
    const result = await step(inputs);
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toMatch(/has 2,000,000,000 bytes, and no more than [\d,]+ are read/);
    expect(emulator.iot.certificates()).toEqual([]);
  });
});

it('a list of submodules that is all white space takes no time', async () => {
  await job.write('.gitmodules', `${'\n \t'.repeat(300_000)}x`);
  const result = await step({ 'csr-path': 'missing/*.csr' });
  expect(result.signal).toBeNull();
  expect(result.annotations[0]?.title).toBe('no-csr-found');
});

it.each(['victim', 'journal.jsonl', 'iot-certificates-0/journal.jsonl'])(
  'the post step writes nothing into a file that is no journal of its own, whoever names it: %s',
  async (name) => {
    await job.write(name, 'precious\n');
    const path = join(job.workspace, name);
    const result = await job.run({
      script: 'post',
      inputs: { 'csr-path': '*.csr', 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn },
      env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
      state: { journal: path, step: 'a' },
    });
    expect(result.code).toBe(0);
    expect(await readFile(path, 'utf8')).toBe('precious\n');
  },
);
