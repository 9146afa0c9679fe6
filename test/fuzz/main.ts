import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { examine } from '../../src/csr/examine/examine.ts';
import { discover } from '../../src/csr/files/discover.ts';
import type { KeyKind } from '../csr/make-csr.ts';
import { makeOriginals } from './originals.ts';
import type { Task, Told } from './worker.ts';

// `npm run fuzz [-- --inputs N --keys N --seed N]`: changed CSRs never crash, hang or pass; fresh keys never fail.

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '200000' },
    keys: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [inputs, keys, seed] = [Number(values.inputs), Number(values.keys), Number(values.seed)];
const threads = availableParallelism();

/** Prime numbers of these take so long that keys share them; each key by itself is as sound as any. */
const SHARING: readonly KeyKind[] = ['RSA-3072', 'RSA-4096'];
const KINDS: readonly KeyKind[] = ['P-256', 'P-384', 'P-521', 'RSA-2048', ...SHARING];

const failures: string[] = [];
const directory = await mkdtemp(join(tmpdir(), 'fuzz-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));

if (inputs > 0) {
  const originals = makeOriginals();
  await inThreads(`changed inputs (seed ${seed})`, inputs, (index, count) => ({
    kind: 'mutants',
    originals,
    seed: seed + index,
    count,
  }));
}
for (const key of keys > 0 ? KINDS : []) {
  const shared = SHARING.includes(key);
  await inThreads(`fresh ${key} keys${shared ? ' of shared primes' : ''}`, keys, (index, count) => ({
    kind: 'keys',
    key,
    count,
    directory: shared ? undefined : join(directory, key),
    prefix: `${key}-${index}`,
  }));
}
if (keys > 0) {
  const files = await discover({ patterns: ['**/*.csr'], workspace: directory });
  const { csrs, findings } = await examine(files);
  console.log(`all rules, those on the batch too: ${csrs.length} of ${files.length} accepted`);
  failures.push(...findings.map(({ path, rule, message }) => `${path}: ${rule}: ${message}`));
}

for (const failure of failures.slice(0, 20)) console.error(`FAILED: ${failure}`);
console.log(failures.length === 0 ? 'nothing found' : `${failures.length} failures`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Shares `total` out among threads, and tells how far they are. */
async function inThreads(what: string, total: number, taskOf: (index: number, count: number) => Task): Promise<void> {
  const start = performance.now();
  let [done, slowestMs, toldAt] = [0, 0, start];
  const run = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const count = Math.floor(total / threads) + (index < total % threads ? 1 : 0);
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: taskOf(index, count) });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
      worker.on('message', (told: Told) => {
        done += told.done;
        slowestMs = Math.max(slowestMs, told.slowestMs);
        failures.push(...told.failures);
        if (performance.now() - toldAt < 10_000) return;
        toldAt = performance.now();
        console.log(`  ${done} of ${total}`);
      });
    });
  await Promise.all(Array.from({ length: threads }, (_, index) => run(index)));
  const seconds = ((performance.now() - start) / 1_000).toFixed(0);
  const slowest = slowestMs === 0 ? '' : `, the slowest took ${slowestMs.toFixed(0)} ms`;
  console.log(`${what}: ${done} in ${seconds} s${slowest}`);
  if (done !== total) failures.push(`${what}: only ${done} of ${total} were done`);
}
