import { type Answers, createLocalRunner, type Task } from '../threads/tasks.ts';
import type { Parallelism, TaskRunner } from '../threads/worker-pool.ts';
import { commonDivisors, growTree } from '../weak-keys/batch-gcd.ts';
import { toInteger } from '../weak-keys/integers.ts';
import { type SharedFactor, sharedFactors } from '../weak-keys/shared-factors.ts';

/** Fewer moduli than this are compared in less time than the event loop may take. */
const WORTH_WORKERS = 64;
/**
 * Up to this length in bytes, 1,024 moduli of RSA-2048, this thread takes a part: it stands still for a quarter of a second, in
 * which another one would hardly start.
 */
const FEW_BYTES = 1_024 * 256;

export interface CompareOptions {
  /** Undefined: this thread only, which stands still meanwhile. */
  readonly parallelism: Parallelism | undefined;
  /** Called now and then with the number of moduli that are compared, of how many. */
  readonly onProgress: ((done: number, of: number) => void) | undefined;
}

/**
 * Finds the factors that moduli share, on several threads when there are many. The result does not depend on them.
 *
 * @param moduli big-endian, odd, above 1, all different
 */
export async function compareModuli(
  moduli: readonly Uint8Array[],
  { parallelism, onProgress }: CompareOptions,
): Promise<readonly SharedFactor[]> {
  const divisors =
    parallelism === undefined || moduli.length < WORTH_WORKERS
      ? commonDivisors(growTree(moduli.map(toInteger)))
      : await compareInParts(moduli, parallelism, onProgress);
  return divisors.size === 0 ? [] : sharedFactors(moduli.map(toInteger), divisors);
}

async function compareInParts(
  moduli: readonly Uint8Array[],
  { pool, threads }: Parallelism,
  onProgress: CompareOptions['onProgress'],
): Promise<ReadonlyMap<number, bigint>> {
  const size = Math.ceil(moduli.length / threads);
  const parts = Array.from({ length: Math.ceil(moduli.length / size) }, (_, part) => part * size).map((start) => ({
    start,
    moduli: moduli.slice(start, start + size),
  }));
  const isShort = moduli.reduce((bytes, modulus) => bytes + modulus.length, 0) <= FEW_BYTES;
  const all = isShort ? [...pool.workers(parts.length - 1), createOwnRunner()] : pool.workers(parts.length);
  const workers = all.map((runner, part) => ({ runner, ...(parts[part] ?? { start: 0, moduli: [] }) }));
  const products = await Promise.all(workers.map(({ runner, moduli }) => runner.run({ kind: 'multiply', moduli })));
  let done = 0;
  const onDone = (more: number): void => {
    done += more;
    onProgress?.(done, moduli.length);
  };
  const found = await Promise.all(
    workers.map(async ({ runner, start }, part) => {
      const others = products.filter((_, other) => other !== part);
      const divisors = await runner.run({ kind: 'compare', others }, onDone);
      return [...divisors].map(([index, divisor]) => [start + index, divisor] as const);
    }),
  );
  return new Map(found.flat());
}

/** This thread, which stands still while it works. */
function createOwnRunner(): TaskRunner {
  let report: ((count: number) => void) | undefined;
  const perform = createLocalRunner((count) => report?.(count));
  return {
    async run<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>, onDone?: (count: number) => void) {
      report = onDone;
      return (await perform(task)) as Answers[Kind];
    },
  };
}
