import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { startJob } from '../e2e/step.ts';
import { type Bench, median, timed } from './bench.ts';

const BATCH = 10_000;
/** Files that OpenSSL is measured with: one process each takes long. */
const SAMPLE = 100;
const ROUNDS = 5;
const THREADS = Math.min(availableParallelism(), 2);

interface Run {
  readonly csrs: number;
  readonly ms: number;
  readonly cpuMs: number;
  readonly standstillMs: number;
}

/** Judging EC P-256 CSRs from disk by all rules, held against what OpenSSL needs for their signatures alone. */
export const validate: Bench = {
  name: 'validate',
  about: 'EC P-256 CSRs from disk, all rules',
  async run(report) {
    const workspace = await mkdtemp(join(tmpdir(), 'bench-validate-'));
    try {
      await write(workspace, BATCH);
      // What differs between moments of a busy machine hits all alike.
      const rounds: { floor: number; step: number; alone: Run; openssl: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        rounds.push({
          floor: (BATCH / verificationsPerSecond()) * 1_000,
          step: await runStep(workspace),
          alone: examine(workspace),
          openssl: await opensslPerFile(workspace),
        });
      }
      const ratio = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
      const seconds = (of: (round: (typeof rounds)[number]) => number) => `${(ratio(of) / 1_000).toFixed(2)} s`;
      report({
        case: `${BATCH} CSRs, the whole step`,
        what: 'time / verifications of openssl speed on one core',
        value: ratio(({ step, floor }) => step / floor),
        target: ['≤', 2.5],
        note: `${seconds(({ step }) => step)} and ${seconds(({ floor }) => floor)}, ${THREADS} threads, medians of ${ROUNDS}`,
      });
      report({
        case: `${BATCH} CSRs, reading and judging`,
        what: 'time / verifications of openssl speed on one core',
        value: ratio(({ alone, floor }) => alone.ms / floor),
        note: `${(ratio(({ alone }) => alone.cpuMs) / 1_000).toFixed(2)} s of processor time`,
      });
      report({
        case: `${BATCH} CSRs, the whole step`,
        what: 'times faster than openssl req -verify per file, xargs -P 2',
        value: ratio(({ step, openssl }) => openssl / step),
        target: ['≥', 20],
      });
      report({
        case: `${BATCH} CSRs`,
        what: 'ms for which the main thread stood still',
        value: ratio(({ alone }) => alone.standstillMs),
      });
    } finally {
      await rm(workspace, { recursive: true, force: true });
    }
  },
};

async function write(workspace: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const directory = join(workspace, `csrs/${Math.floor(n / 1_000)}`);
    if (n % 1_000 === 0) await mkdir(directory, { recursive: true });
    await writeFile(join(directory, `${n}.csr`), toPem(makeCsr({ subject: [['CN', `device-${n}`]] })));
  }
}

function verificationsPerSecond(): number {
  const output = execFileSync('openssl', ['speed', '-seconds', '2', 'ecdsap256'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number(output.trim().split(/\s+/).at(-1));
}

async function runStep(workspace: string): Promise<number> {
  const job = await startJob();
  try {
    return await timed(async () => {
      const inputs = { 'csr-path': 'csrs/**', mode: 'validate', 'max-certificates': '1000000' };
      const { code, log } = await job.run({ inputs, env: { GITHUB_WORKSPACE: workspace } });
      if (code !== 0) throw new Error(log);
    });
  } finally {
    await job.close();
  }
}

function examine(workspace: string): Run {
  const program = join(import.meta.dirname, 'validate-run.ts');
  return JSON.parse(execFileSync(process.execPath, [program, workspace, String(THREADS)], { encoding: 'utf8' })) as Run;
}

/** Milliseconds for all files, from a sample of them. */
async function opensslPerFile(workspace: string): Promise<number> {
  const command = `find csrs -name '*.csr' | head -n ${SAMPLE} | xargs -P 2 -n 1 openssl req -noout -verify -in`;
  const ms = await timed(() => execFileSync('sh', ['-c', command], { cwd: workspace, stdio: 'ignore' }));
  return (ms / SAMPLE) * BATCH;
}
