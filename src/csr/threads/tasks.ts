import { createTurns } from '../../lib/turns.ts';
import { read } from '../files/read.ts';
import { judge, type Verdict } from '../judge/judge.ts';
import { type Policy, type Requirements, requirementsOf } from '../policy.ts';
import { commonDivisors, createRemainder, growTree, type Tree } from '../weak-keys/batch-gcd.ts';
import { toInteger } from '../weak-keys/integers.ts';
import { MEDIUM_PRIMES, type Part, primeProducts } from '../weak-keys/medium-primes.ts';
import { type SharedFactor, sharedFactors } from '../weak-keys/shared-factors.ts';
import { claim, type FileQueue } from './file-queue.ts';

/** Work that another thread can do; all of it plain data. */
export type Task =
  /** Sets what the files of later tasks are judged by. */
  | { readonly kind: 'set-policy'; readonly policy: Policy }
  /** Judges those of the files that no other thread claims. */
  | { readonly kind: 'judge'; readonly queue: FileQueue }
  /** Multiplies moduli, big-endian, and keeps them. */
  | { readonly kind: 'multiply'; readonly moduli: readonly Uint8Array[] }
  /** Compares the moduli that were multiplied last with each other, and with products of others. */
  | { readonly kind: 'compare'; readonly others: readonly bigint[] }
  /** Multiplies one part of the medium primes. */
  | { readonly kind: 'multiply-primes'; readonly part: Part }
  /** Compares the moduli that were multiplied last with products of primes. */
  | { readonly kind: 'divide'; readonly primes: readonly bigint[] }
  /** Finds out which moduli share which factor. */
  | { readonly kind: 'attribute'; readonly divisors: ReadonlyMap<number, bigint> };

export interface Answers {
  readonly 'set-policy': undefined;
  /** By the index of the file in the queue. */
  readonly judge: readonly (readonly [index: number, verdict: Verdict])[];
  readonly multiply: bigint;
  /** The divisors above 1, by the index of the modulus. */
  readonly compare: ReadonlyMap<number, bigint>;
  readonly 'multiply-primes': readonly bigint[];
  /** The divisors above 1, by the index of the modulus. */
  readonly divide: ReadonlyMap<number, bigint>;
  readonly attribute: readonly SharedFactor[];
}

/** Primes are multiplied to numbers as long as the moduli together, but not longer than this. */
const MAX_PRIME_PRODUCT_BITS = 2 ** 20;

/** Runs tasks on this thread, one at a time. `onDone` is called with the number of further moduli that are compared. */
export function createLocalRunner(onDone: (count: number) => void): (task: Task) => Promise<Answers[Task['kind']]> {
  let requirements: Requirements = { matchesSubject: undefined };
  let tree: Tree = growTree([1n]);
  return async (task) => {
    switch (task.kind) {
      case 'set-policy':
        requirements = await requirementsOf(task.policy);
        return undefined;
      case 'judge':
        return judgeClaimed(task.queue, requirements);
      case 'multiply':
        tree = growTree(task.moduli.map(toInteger));
        return tree.product;
      case 'compare':
        return commonDivisors(tree, task.others, onDone);
      case 'multiply-primes':
        return primeProducts(MEDIUM_PRIMES, task.part, Math.min(tree.node.bits, MAX_PRIME_PRODUCT_BITS));
      case 'divide':
        return divide(tree, task.primes);
      case 'attribute':
        return sharedFactors(task.divisors);
    }
  };
}

function judgeClaimed(queue: FileQueue, requirements: Requirements): Answers['judge'] {
  const judged: (readonly [number, Verdict])[] = [];
  for (const [index, { path, absolutePath }] of claim(queue)) {
    judged.push([index, judge(path, read(absolutePath), requirements)]);
  }
  return judged;
}

async function divide(tree: Tree, primes: readonly bigint[]): Promise<ReadonlyMap<number, bigint>> {
  const remainder = createRemainder(tree, 1n);
  const turn = createTurns();
  for (const product of primes) {
    remainder.multiply(product);
    await turn();
  }
  return remainder.divisors();
}
