import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr as buildCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { ASKED, prepareRegistry } from '../e2e/registry.ts';
import { type Job, startJob } from '../e2e/step.ts';

/** A step against the embedded AWS and GitHub, and the runner that it runs on. */
export interface Bench {
  readonly job: Job;
  readonly emulator: Emulator;
  /** Writes CSRs of so many devices. */
  fleet(count: number, directory?: string): Promise<void>;
  /** Runs the built action. @returns what it appended to the job summary */
  run(inputs?: Inputs, onStart?: (child: ChildProcess) => void): Promise<string>;
  /** Runs another action of the repository. */
  runOther(action: 'plan' | 'merge', inputs: Inputs): Promise<string>;
  /** Runs the post step of the run before. */
  runPost(): Promise<string>;
}

type Inputs = Readonly<Record<string, string>>;

const key = makeKey('P-256');

/** @param name of the device @param isNew with a key of its own */
const csrOf = (name: string, hash: 'sha1' | 'sha256' = 'sha256', isNew = true): string =>
  toPem(buildCsr({ subject: [['CN', name]], hash, ...(isNew ? {} : { key }) }));

/** Names that do something where they are not escaped, or are too long for a table. */
const HOSTILE_NAMES = [
  '<img src=x onerror=alert(1)>',
  '](https://evil.example) [x](javascript:alert(1))',
  '| **a** | `b` |',
  '</details><script>alert(1)</script>',
  '@octocat #1 https://evil.example www.evil.example',
  'x'.repeat(200),
  '$(touch pwned) && `id`',
  '\u202egnp.exe',
] as const;

const CREATE = 'CreateCertificateFromCsr' as const;

function signalWhen(signal: NodeJS.Signals, isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (!isTime() && child.exitCode === null) return;
      clearInterval(timer);
      child.kill(signal);
    }, 5);
  };
}

/** Runs of the built action, each of which leaves a summary of its own kind. */
export const RUNS: Readonly<Record<string, (bench: Bench) => Promise<string>>> = {
  'no CSR': ({ run }) => run(),
  'one CSR': async ({ fleet, run }) => {
    await fleet(1);
    return run();
  },
  '10 CSRs, twice': async ({ fleet, run }) => {
    await fleet(10);
    await run({ deliver: 'directory' });
    return run({ ledger: 'fleet.jsonl', reconcile: 'always' });
  },
  '300 CSRs': async ({ fleet, run, emulator }) => {
    await fleet(300);
    emulator.iot.setQuota(CREATE, { ratePerSecond: 60, burst: 60 });
    return run();
  },
  'all bad': async ({ job, run }) => {
    for (let n = 0; n < 12; n++) await job.write(`csrs/${n}.csr`, `no CSR ${n}`);
    for (let n = 12; n < 24; n++) await job.write(`csrs/${n}.csr`, csrOf(`device-${n}`).replace(/A/, 'B'));
    return run();
  },
  'some left out': async ({ fleet, job, run }) => {
    await fleet(6);
    for (const name of ['a', 'b', 'c']) await job.write(`csrs/${name}.csr`, 'no CSR');
    await job.write('csrs/sha1.csr', csrOf('old', 'sha1'));
    return run({ 'on-invalid': 'skip' });
  },
  'a private key among the files': async ({ fleet, job, run }) => {
    await fleet(2);
    await job.write('csrs/key/oops.csr', String(key.privateKey.export({ type: 'pkcs8', format: 'pem' })));
    return run({ 'csr-path': 'csrs/**/*.csr' });
  },
  'hostile names': async ({ job, run }) => {
    for (const [n, name] of HOSTILE_NAMES.entries()) {
      const file = name.replaceAll('/', '%').slice(0, 180);
      await job.write(`csrs/${'deep/'.repeat(n * 6)}${file}.csr`, n % 3 === 2 ? 'no CSR' : csrOf(name.slice(0, 64)));
    }
    return run({ 'csr-path': 'csrs/**/*.csr', 'on-invalid': 'skip' });
  },
  'wrong inputs': ({ run }) =>
    run({
      'aws-region': 'Frankfurt <b>',
      'set-as-active': 'perhaps',
      'on-invalid': 'ignore',
      'request-timeout-seconds': '-1',
      'requests-per-second': 'many',
      shard: '7/3',
    }),
  'a role that is refused': async ({ fleet, run, emulator }) => {
    await fleet(3);
    return run({ 'role-to-assume': emulator.roleArn.replace(/role\/.*$/, 'role/another') });
  },
  'refused by AWS': async ({ fleet, run, emulator }) => {
    await fleet(8);
    emulator.iot.inject({ operation: CREATE, kind: 'InvalidRequestException', count: 3 });
    return run();
  },
  'an answer that did not arrive': async ({ fleet, run, emulator }) => {
    await fleet(4);
    // The search for what became of it fails, too.
    emulator.iot.inject({ operation: CREATE, kind: 'hang', count: 1 });
    emulator.iot.inject({ operation: 'ListCertificates', kind: 'AccessDeniedException' });
    return run({ reconcile: 'never' });
  },
  cancelled: async ({ fleet, run, emulator }) => {
    await fleet(60);
    emulator.iot.setQuota(CREATE, { ratePerSecond: 10, burst: 10 });
    return run(
      { 'requests-per-second': '10' },
      signalWhen('SIGINT', () => emulator.iot.certificates().length >= 12),
    );
  },
  'ended, and what the post step saves': async ({ fleet, run, runPost, emulator }) => {
    await fleet(30);
    emulator.iot.setQuota(CREATE, { ratePerSecond: 10, burst: 10 });
    await run(
      { 'requests-per-second': '10' },
      signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 6),
    );
    return runPost();
  },
  'duplicates in the account': async ({ fleet, run }) => {
    await fleet(3);
    await run({ deliver: 'directory' });
    await run({ deliver: 'directory', reconcile: 'never' });
    return run({ deliver: 'directory' });
  },
  'validate, mixed': async ({ fleet, job, run }) => {
    await fleet(5);
    await job.write('csrs/bad.csr', 'no CSR');
    await job.write('csrs/sha1.csr', csrOf('old', 'sha1'));
    for (const name of ['one', 'two']) await job.write(`csrs/${name}.csr`, csrOf('same', 'sha256', false));
    return run({ mode: 'validate' });
  },
  'devices registered': async ({ fleet, run, emulator }) => {
    await fleet(12);
    await prepareRegistry(emulator);
    return run({ ...ASKED, 'set-as-active': 'after-delivery' });
  },
  'devices that are not all registered': async ({ fleet, run, emulator }) => {
    await fleet(12);
    await prepareRegistry(emulator);
    emulator.iot.inject({ operation: 'AttachPolicy', kind: 'LimitExceededException', count: 3 });
    return run({ ...ASKED });
  },
  'what registering would do': async ({ fleet, run, emulator }) => {
    await fleet(4);
    await prepareRegistry(emulator);
    await run({ ...ASKED, deliver: 'directory' });
    await fleet(12);
    return run({ ...ASKED, mode: 'validate' });
  },
  'what registering would do, without a role': async ({ fleet, run }) => {
    await fleet(4);
    return run({ ...ASKED, mode: 'validate', 'role-to-assume': '' });
  },
  'an audit that agrees': async ({ fleet, run }) => {
    await fleet(4);
    await run({ deliver: 'directory', ledger: 'fleet.jsonl' });
    return run({ mode: 'audit', ledger: 'fleet.jsonl' });
  },
  'an audit that disagrees': async ({ fleet, run, job }) => {
    await fleet(12);
    await run({ deliver: 'directory', ledger: 'fleet.jsonl' });
    const file = join(job.workspace, 'fleet.jsonl');
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    const changed = lines.map((line, n) => (n % 3 === 0 ? line.replace('"INACTIVE"', '"ACTIVE"') : line));
    await writeFile(file, `${changed.slice(0, -2).join('\n')}\n`);
    await run({ deliver: 'directory', ledger: 'other.jsonl', reconcile: 'never', 'output-directory': 'x' });
    return run({ mode: 'audit', ledger: 'fleet.jsonl' });
  },
  plan: async ({ fleet, runOther }) => {
    await fleet(60);
    return runOther('plan', { parallel: '2', 'output-directory': 'shards' });
  },
  'a plan of bad files': async ({ fleet, job, runOther }) => {
    await fleet(3);
    await job.write('csrs/bad.csr', 'no CSR');
    return runOther('plan', { 'output-directory': 'shards' });
  },
  merge: async (bench) => {
    await shards(bench, ['1/2', '2/2']);
    return bench.runOther('merge', { directories: 'shards', 'output-directory': 'all', ledger: 'all.jsonl' });
  },
  'a merge without one shard': async (bench) => {
    await shards(bench, ['2/2']);
    return bench.runOther('merge', { directories: 'shards', 'output-directory': 'all', ledger: '' });
  },
  'a merge of nothing': async ({ runOther }) =>
    runOther('merge', { directories: 'nowhere', 'output-directory': 'all', ledger: '' }),
};

async function shards({ fleet, runOther, run }: Bench, issued: readonly string[]): Promise<void> {
  await fleet(60);
  await runOther('plan', { parallel: '2', 'output-directory': 'shards' });
  for (const shard of issued) {
    await run({ shard, deliver: 'directory', 'output-directory': `shards/${shard.replace('/', '-')}` });
  }
}

/** The summary of one of {@link RUNS}. */
export async function summaryOfRun(name: string): Promise<string> {
  const emulator = await startEmulator({});
  const job = await startJob();
  const env = {
    ...emulator.env,
    GITHUB_TOKEN: emulator.githubToken,
    GITHUB_ACTION_REPOSITORY: 'octo-org/action',
    GITHUB_ACTION_REF: 'v1',
  };
  let state: Inputs = {};
  const inputsOf = (inputs: Inputs): Inputs => ({
    'csr-path': 'csrs/*.csr',
    'aws-region': emulator.region,
    'role-to-assume': emulator.roleArn,
    'request-timeout-seconds': '1',
    ...inputs,
  });
  let last: Inputs = {};
  try {
    return await (RUNS[name] ?? RUNS['no CSR'] ?? (async () => ''))({
      job,
      emulator,
      async fleet(count, directory = 'csrs') {
        for (let n = 1; n <= count; n++) {
          const device = `sensor-${String(n).padStart(4, '0')}`;
          await job.write(`${directory}/${device}.csr`, csrOf(device));
        }
      },
      async run(inputs = {}, onStart) {
        last = inputsOf(inputs);
        const result = await job.run({ inputs: last, env, ...(onStart && { onStart }) });
        state = result.state;
        return result.summary;
      },
      async runOther(action, inputs) {
        const given = action === 'plan' ? { 'csr-path': 'csrs/*.csr', ...inputs } : inputs;
        return (await job.run({ action, inputs: given, env })).summary;
      },
      runPost: async () => (await job.run({ script: 'post', state, inputs: last, env })).summary,
    });
  } finally {
    await job.close();
    await emulator.close();
  }
}
