import type { ChildProcess } from 'node:child_process';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { type StepResult, startJob } from '../e2e/step.ts';
import type { Bench } from './bench.ts';

const OTHERS = 50_000;
const OLD = 100;
const NEW = 10;
/** DescribeCertificate in the bench of the adoption; AWS's default is 10. */
const DESCRIBES_PER_SECOND = 500;
const DAY_MS = 86_400_000;

/** What a run has to search in a large account before it creates anything. */
export const reach: Bench = {
  name: 'reach',
  about: `runs in an account with ${OTHERS} other certificates`,
  async run(report) {
    const emulator = await startEmulator({ quotas: 'aws-default' });
    try {
      await emulator.iot.plant(toPem(makeCsr({ subject: [['CN', 'other']] })), OTHERS, 2 * DAY_MS);
      const old = csrs(OLD, 0);
      report({
        case: `the first run of a repository created today, ${OLD} CSRs`,
        what: 'seconds to the first create',
        value: await secondsToCreate(emulator, 1, old),
        target: ['≤', 30],
      });
      report({
        case: `the second push, ${NEW} CSRs more, no ledger`,
        what: 'seconds to the first create',
        value: await secondsToCreate(emulator, 2, [...old, ...csrs(NEW, OLD)]),
        target: ['≤', 30],
      });
      await adopt(emulator, [...old, ...csrs(1, OLD + NEW)], report);
    } finally {
      await emulator.close();
    }
  },
};

function csrs(count: number, from: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => toPem(makeCsr({ subject: [['CN', `device-${from + n}`]] })));
}

interface Run {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly onStart?: (child: ChildProcess) => void;
}

/** A run on a machine of its own, in a repository that was created a minute before the bench. */
async function run(emulator: Emulator, runId: number, pems: readonly string[], { inputs, onStart }: Run = {}) {
  const job = await startJob();
  try {
    for (const [n, pem] of pems.entries()) await job.write(`csrs/${n}.csr`, pem);
    const created = new Date(Date.now() - DAY_MS / 2).toISOString();
    await job.write('../temp/event.json', JSON.stringify({ repository: { created_at: created } }));
    emulator.configure({ job: { runId } });
    const env = {
      ...emulator.env,
      GITHUB_TOKEN: emulator.githubToken,
      GITHUB_EVENT_PATH: `${job.temp}/event.json`,
    };
    const given = { 'csr-path': 'csrs/*.csr', 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn };
    const all = { ...given, ...inputs };
    const main = await job.run({ inputs: all, env, ...(onStart === undefined ? {} : { onStart }) });
    if (main.code === null) await job.run({ script: 'post', state: main.state, inputs: all, env });
    return main;
  } finally {
    await job.close();
  }
}

async function secondsToCreate(emulator: Emulator, runId: number, pems: readonly string[]): Promise<number> {
  const creates = (): number => emulator.iot.counters.CreateCertificateFromCsr?.calls ?? 0;
  const before = creates();
  const start = performance.now();
  let seconds = Number.NaN;
  const timer = setInterval(() => {
    if (Number.isNaN(seconds) && creates() > before) seconds = (performance.now() - start) / 1_000;
  }, 10);
  const { code, log } = await run(emulator, runId, pems);
  clearInterval(timer);
  if (code !== 0) throw new Error(log);
  return seconds;
}

/** All of the account is looked at for the first time; and once more, killed at half-way. */
async function adopt(emulator: Emulator, pems: readonly string[], report: Parameters<Bench['run']>[0]): Promise<void> {
  const quota = { ratePerSecond: DESCRIBES_PER_SECOND, burst: DESCRIBES_PER_SECOND };
  emulator.configure({ quotas: { DescribeCertificate: quota, ListCertificates: quota } });
  const describes = (): number => {
    const { calls = 0, throttled = 0 } = emulator.iot.counters.DescribeCertificate ?? {};
    return calls - throttled;
  };
  const bound = OTHERS / DESCRIBES_PER_SECOND;
  const inputs = { reconcile: 'always', deliver: 'artifact' };
  for (const [runId, isKilled] of [
    [10, false],
    [20, true],
  ] as const) {
    // Of another branch: nothing is known to it.
    emulator.configure({
      job: { ref: `refs/heads/adopts-${runId}` },
      trust: { audiences: ['sts.amazonaws.com'], subjects: ['*'] },
    });
    const before = describes();
    const start = performance.now();
    const half = before + OTHERS / 2;
    const first = isKilled
      ? await run(emulator, runId, pems, { inputs, onStart: killAt(() => describes() >= half) })
      : undefined;
    const last: StepResult = await run(emulator, runId + 1, pems, { inputs });
    const seconds = (performance.now() - start) / 1_000;
    if (last.code !== 0) throw new Error(last.log);
    const what = isKilled ? ', killed at half-way and run again' : '';
    report({
      case: `a ledger is begun${what}, DescribeCertificate ${DESCRIBES_PER_SECOND}/s`,
      what: 'wall time / (unknown certificates / quota)',
      value: seconds / bound,
      target: ['≤', 1.05],
      note: `${seconds.toFixed(0)} s; announced: ${/about [^,]* at 10 a second/.exec((first ?? last).log)?.[0] ?? 'no'}`,
    });
    report({
      case: `a ledger is begun${what}`,
      what: 'calls of DescribeCertificate / unknown certificates',
      value: (describes() - before) / OTHERS,
      target: ['≤', 1.05],
    });
  }
}

function killAt(isTime: () => boolean): (child: ChildProcess) => void {
  return (child) => {
    const timer = setInterval(() => {
      if (!isTime() && child.exitCode === null) return;
      clearInterval(timer);
      child.kill('SIGKILL');
    }, 5);
  };
}
