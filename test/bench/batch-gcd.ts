import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { multiplyModuli } from '../../src/csr/examine/compare-moduli.ts';
import { createWorkerPool } from '../../src/csr/threads/worker-pool.ts';
import { primesUpTo, toBytes, toInteger } from '../../src/csr/weak-keys/integers.ts';
import { randomPrime } from '../csr/rsa-keys.ts';
import { type Bench, timed } from './bench.ts';

/** Seconds that each number of RSA-2048 moduli may take on two cores. */
const TARGETS: readonly (readonly [count: number, seconds: number | undefined])[] = [
  [1_000, 0.5],
  [10_000, 10],
  [30_000, undefined],
];
const MEGABYTE = 1e6;

/**
 * Shared factors among RSA keys: the time from the moduli to the answer, with the threads that the action has then: all
 * but one of the workers have judged the files before.
 */
export const batchGcd: Bench = {
  name: 'batch-gcd',
  about: 'shared factors of RSA-2048 moduli',
  async run(report) {
    const shared = randomPrime(1024);
    const planted = [randomPrime(1024), randomPrime(1024)].map((prime) => toBytes(prime * shared));
    const threads = Math.min(availableParallelism(), 2);
    const apart = coprimeModuli(Math.max(...TARGETS.map(([size]) => size)) - planted.length);
    for (const [size, limit] of TARGETS) {
      const moduli = [...apart.slice(0, size - planted.length), ...planted];
      let memory = 0;
      const watch = setInterval(() => {
        memory = Math.max(memory, process.memoryUsage().rss);
      }, 50);
      let found: readonly (readonly number[])[] = [];
      const pool = createWorkerPool(new URL('../../dist/worker.js', import.meta.url));
      await Promise.all(pool.workers(threads - 1).map((worker) => worker.run({ kind: 'multiply', moduli: planted })));
      const before = process.cpuUsage();
      const ms = await timed(async () => {
        const factors = await (await multiplyModuli(moduli, { pool, threads })).findSharedFactors(undefined);
        found = factors.map(({ members }) => members);
      });
      pool.close();
      clearInterval(watch);
      const { user, system } = process.cpuUsage(before);
      const pair = found.map((members) => members.join(' ')).join(', ');
      if (pair !== `${size - 2} ${size - 1}`) throw new Error(`expected the last two to share a prime, not ${pair}`);
      report({
        case: `${size.toLocaleString('en-US')} moduli, ${threads} threads`,
        what: 'seconds',
        value: ms / 1_000,
        note: `${((user + system) / 1e6).toFixed(1)} s of processor time`,
        ...(limit === undefined ? {} : { target: ['≤', limit] as const }),
      });
      if (size === 30_000) {
        report({ case: '30,000 moduli', what: 'MB of memory', value: memory / MEGABYTE, target: ['≤', 1_000] });
      }
    }
  },
};

/**
 * Odd numbers of 2048 bits, no two of which have a factor in common: what is left of 2^20 numbers in a row without the
 * multiples of all primes up to 2^20, as two of them cannot share a larger one. The primes of as many keys would take an
 * hour to find.
 */
export function coprimeModuli(count: number): readonly Uint8Array[] {
  const start = toInteger(randomBytes(256)) | (3n << 2046n);
  const isMultiple = new Uint8Array(WINDOW);
  for (const prime of primesUpTo(WINDOW)) {
    for (let n = (prime - Number(start % BigInt(prime))) % prime; n < WINDOW; n += prime) isMultiple[n] = 1;
  }
  const left = [...isMultiple.keys()].filter((n) => isMultiple[n] === 0);
  return left.slice(0, count).map((n) => toBytes(start + BigInt(n)));
}

const WINDOW = 2 ** 20;
