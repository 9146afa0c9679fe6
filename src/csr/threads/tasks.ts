import { read } from '../files/read.ts';
import { judge, type Verdict } from '../judge/judge.ts';
import { type Policy, type Requirements, requirementsOf } from '../policy.ts';
import { commonDivisors, growTree, type Tree } from '../weak-keys/batch-gcd.ts';
import { toInteger } from '../weak-keys/integers.ts';
import { claim, type Lot } from './file-queue.ts';

/** Work that another thread can do; all of it plain data. */
export type Task =
  /** Says what is asked of the files of later tasks. */
  | { readonly kind: 'heed'; readonly policy: Policy }
  /** Judges those of the files that no other thread claims. */
  | { readonly kind: 'judge'; readonly lot: Lot }
  /** Multiplies moduli, big-endian, and keeps them. */
  | { readonly kind: 'multiply'; readonly moduli: readonly Uint8Array[] }
  /** Compares the moduli that were multiplied last with each other, and with products of others. */
  | { readonly kind: 'compare'; readonly others: readonly bigint[] };

export interface Answers {
  readonly heed: undefined;
  /** By the index of the file. */
  readonly judge: readonly (readonly [index: number, verdict: Verdict])[];
  readonly multiply: bigint;
  /** The divisors above 1, by the index of the modulus. */
  readonly compare: ReadonlyMap<number, bigint>;
}

/** Does tasks, to be asked for one after another. `onDone` is told how many more moduli are compared. */
export function createTaskDoer(onDone: (count: number) => void): (task: Task) => Promise<Answers[Task['kind']]> {
  let requirements: Requirements = { matchesSubject: undefined };
  let tree: Tree | undefined;
  return async (task) => {
    switch (task.kind) {
      case 'heed':
        requirements = await requirementsOf(task.policy);
        return undefined;
      case 'judge':
        return judgeClaimed(task.lot, requirements);
      case 'multiply':
        tree = growTree(task.moduli.map(toInteger));
        return tree.product;
      case 'compare':
        return tree === undefined ? new Map() : commonDivisors(tree, task.others, onDone);
    }
  };
}

function judgeClaimed(lot: Lot, requirements: Requirements): Answers['judge'] {
  const judged: (readonly [number, Verdict])[] = [];
  for (const [index, { path, absolutePath }] of claim(lot)) {
    judged.push([index, judge(path, read(absolutePath), requirements)]);
  }
  return judged;
}
