import { type Answers, createLocalRunner, type Task } from '../threads/tasks.ts';
import type { Parallelism, TaskRunner } from '../threads/worker-pool.ts';
import { knownPrimes } from '../weak-keys/known-primes.ts';
import type { SharedFactor } from '../weak-keys/shared-factors.ts';

/**
 * Up to this length in bytes, 16 moduli of RSA-2048, this thread works alone: it stands still for a third of a second at
 * most, in which a worker would hardly start.
 */
const SHORT_BYTES = 16 * 256;
/** Up to this length in bytes, 1,024 moduli of RSA-2048, this thread takes a part, for the same reason. */
const FEW_BYTES = 1_024 * 256;

export interface CompareOptions {
  /** Undefined: this thread only, which stands still meanwhile. */
  readonly parallelism: Parallelism | undefined;
  /** Called now and then with the number of moduli that are compared, of how many. */
  readonly onProgress: ((done: number, of: number) => void) | undefined;
}

/** Moduli that several threads hold in parts, multiplied. The results do not depend on the number of threads. */
export interface ModulusSet {
  /** Finds the factors that moduli share. */
  findSharedFactors(onProgress: CompareOptions['onProgress']): Promise<readonly SharedFactor[]>;
  /**
   * Finds prime factors of 17 to 24 bits, and {@link knownPrimes}: the product of all that a modulus has, by the index of
   * the modulus.
   */
  findListedFactors(): Promise<ReadonlyMap<number, bigint>>;
}

/**
 * Gives moduli to threads, as many as are worth it.
 *
 * @param moduli big-endian, odd, above 1, all different, one at least
 */
export async function multiplyModuli(
  moduli: readonly Uint8Array[],
  parallelism: Parallelism | undefined,
): Promise<ModulusSet> {
  const parts = divideModuli(moduli, parallelism);
  const products = await Promise.all(parts.map(({ runner, moduli }) => runner.run({ kind: 'multiply', moduli })));
  const collect = async (work: (runner: TaskRunner, part: number) => Promise<ReadonlyMap<number, bigint>>) => {
    const found = await Promise.all(
      parts.map(async ({ runner, start }, part) =>
        [...(await work(runner, part))].map(([index, divisor]) => [start + index, divisor] as const),
      ),
    );
    return new Map(found.flat());
  };
  return {
    async findSharedFactors(onProgress) {
      let done = 0;
      const onDone = (more: number): void => {
        done += more;
        onProgress?.(done, moduli.length);
      };
      const divisors = await collect((runner, part) => {
        const others = products.filter((_, other) => other !== part);
        return runner.run({ kind: 'compare', others }, onDone);
      });
      const [first] = parts;
      if (divisors.size === 0 || first === undefined) return [];
      return first.runner.run({ kind: 'attribute', divisors });
    },
    async findListedFactors() {
      const primes = await Promise.all(
        parts.map(({ runner }, index) => runner.run({ kind: 'multiply-primes', part: { index, of: parts.length } })),
      );
      return collect((runner) => runner.run({ kind: 'divide', primes: [knownPrimes(), ...primes.flat()] }));
    },
  };
}

interface ModulusPart {
  readonly runner: TaskRunner;
  /** Index of its first modulus among all. */
  readonly start: number;
  readonly moduli: readonly Uint8Array[];
}

function divideModuli(moduli: readonly Uint8Array[], parallelism: Parallelism | undefined): readonly ModulusPart[] {
  const bytes = moduli.reduce((sum, modulus) => sum + modulus.length, 0);
  if (parallelism === undefined || bytes <= SHORT_BYTES) return [{ runner: createOwnRunner(), start: 0, moduli }];
  const { pool, threads } = parallelism;
  const size = Math.ceil(moduli.length / threads);
  const starts = Array.from({ length: Math.ceil(moduli.length / size) }, (_, part) => part * size);
  const takesPart = bytes <= FEW_BYTES;
  const workers = pool.workers(takesPart ? starts.length - 1 : starts.length);
  return starts.map((start, part) => ({
    runner: workers[part] ?? createOwnRunner(),
    start,
    moduli: moduli.slice(start, start + size),
  }));
}

/** This thread, which stands still while it works. */
function createOwnRunner(): TaskRunner {
  let report: ((count: number) => void) | undefined;
  const perform = createLocalRunner((count) => report?.(count));
  return {
    async run<Kind extends Task['kind']>(task: Extract<Task, { kind: Kind }>, onDone?: (count: number) => void) {
      report = onDone;
      // Between two tasks the event loop turns, so that signals are seen.
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      return (await perform(task)) as Answers[Kind];
    },
  };
}
