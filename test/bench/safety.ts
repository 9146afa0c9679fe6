import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { startJob } from '../e2e/step.ts';
import { type Bench, median, timed } from './bench.ts';

const repository = join(import.meta.dirname, '../..');
const BATCH = 1_000;
const KNOWN = 10_000;
const ROUNDS = 2;

/** What it costs to be exactly once: the journal, and a second run that finds everything issued. */
export const safety: Bench = {
  name: 'safety',
  about: 'the cost of the journal, and of a second run',
  async run(report) {
    const variants = { with: await bundle(false), without: await bundle(true) };
    const times = { with: [] as number[], without: [] as number[] };
    const pems = await csrs(KNOWN);
    for (let round = 0; round < ROUNDS; round++) {
      for (const variant of ['with', 'without'] as const) {
        times[variant].push(await issueOnce(variants[variant], pems.slice(0, BATCH)));
      }
    }
    report({
      case: `${BATCH} CSRs, no quota, no latency`,
      what: 'throughput with the journal / compiled out',
      value: median(times.without) / median(times.with),
      target: ['≥', 0.9],
      note: `${median(times.with).toFixed(0)} ms and ${median(times.without).toFixed(0)} ms, medians of ${ROUNDS}`,
    });
    await secondRun(pems, report);
  },
};

async function csrs(count: number): Promise<readonly string[]> {
  return Array.from({ length: count }, (_, n) => toPem(makeCsr({ subject: [['CN', `device-${n}`]] })));
}

/** The product's own main, as the build makes it; `withoutJournal`: with a journal that writes nothing. */
async function bundle(withoutJournal: boolean): Promise<string> {
  const outdir = await mkdtemp(join(tmpdir(), 'bench-'));
  await build({
    absWorkingDir: repository,
    entryPoints: ['src/main.ts', 'src/worker.ts'],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'error',
    plugins: withoutJournal
      ? [
          {
            name: 'no-journal',
            setup({ onLoad }) {
              onLoad({ filter: /journal-file\.ts$/ }, async ({ path }) => ({
                contents: (await readFile(path, 'utf8'))
                  .replace('await file.appendFile(lines);', 'void lines;')
                  .replace('await file.datasync();', ''),
                loader: 'ts',
              }));
            },
          },
        ]
      : [],
  });
  return join(outdir, 'main.mjs');
}

/** Milliseconds from start to finish. */
async function issueOnce(program: string, pems: readonly string[]): Promise<number> {
  const [emulator, job] = await Promise.all([startEmulator(), startJob()]);
  try {
    for (const [n, pem] of pems.entries()) await job.write(`csrs/${n}.csr`, pem);
    return await timed(async () => {
      const { code, log } = await job.run({ program, inputs: inputs(emulator), env: emulator.env });
      if (code !== 0) throw new Error(log);
    });
  } finally {
    await Promise.all([emulator.close(), job.close()]);
  }
}

async function secondRun(pems: readonly string[], report: Parameters<Bench['run']>[0]): Promise<void> {
  const [emulator, job, next] = await Promise.all([startEmulator(), startJob(), startJob()]);
  const calls = () => Object.values(emulator.iot.counters).reduce((sum, counter) => sum + counter.calls, 0);
  try {
    for (const [n, pem] of pems.entries()) {
      await job.write(`csrs/${n}.csr`, pem);
      await next.write(`csrs/${n}.csr`, pem);
    }
    const given = { ...inputs(emulator), ledger: 'ledger.jsonl' };
    const first = await timed(() => job.run({ inputs: given, env: emulator.env }));
    await next.write('ledger.jsonl', await readFile(join(job.workspace, 'ledger.jsonl')));
    const before = calls();
    let reused = '';
    const second = await timed(async () => {
      reused = (await next.run({ inputs: given, env: emulator.env })).outputs['reused-count'] ?? '';
    });
    report({
      case: `${KNOWN} CSRs, all in the ledger`,
      what: 'calls to AWS IoT',
      value: calls() - before,
      // One pass over the listing, 250 a page.
      target: ['≤', KNOWN / 250],
      note: `${reused} reused in ${(second / first).toFixed(2)} of the time of the first run`,
    });
    report({
      case: `${KNOWN} CSRs, all in the ledger`,
      what: 'certificates created twice',
      value: emulator.iot.certificates().length - KNOWN,
      target: ['≤', 0],
    });
  } finally {
    await Promise.all([emulator.close(), job.close(), next.close()]);
  }
}

function inputs({ region, roleArn }: { readonly region: string; readonly roleArn: string }) {
  return {
    'csr-path': 'csrs/*.csr',
    'aws-region': region,
    'role-to-assume': roleArn,
    'max-certificates': '1000000',
    deliver: 'directory',
  };
}
