import type { SourceFile } from './discover.ts';
import { judge, type Verdict } from './judge.ts';
import { type Policy, requirementsOf } from './policy.ts';
import { read } from './read.ts';
import { commonDivisors, growTree, type Tree } from './weak-keys/batch-gcd.ts';
import { toInteger } from './weak-keys/integers.ts';

/** Work that another thread can do; all of it plain data. */
export type Task =
  | { readonly kind: 'judge'; readonly files: readonly SourceFile[]; readonly policy: Policy }
  /** Multiplies moduli, big-endian, and keeps them. */
  | { readonly kind: 'multiply'; readonly moduli: readonly Uint8Array[] }
  /** Compares the moduli that were multiplied last with each other, and with products of others. */
  | { readonly kind: 'compare'; readonly others: readonly bigint[] };

export interface Answers {
  readonly judge: readonly Verdict[];
  readonly multiply: bigint;
  /** The divisors above 1, by the index of the modulus. */
  readonly compare: ReadonlyMap<number, bigint>;
}

/** Does tasks, to be asked for one after another. `onDone` is told how many more moduli are compared. */
export function createTaskDoer(onDone: (count: number) => void): (task: Task) => Promise<Answers[Task['kind']]> {
  let tree: Tree | undefined;
  return async (task) => {
    switch (task.kind) {
      case 'judge': {
        const requirements = await requirementsOf(task.policy);
        return task.files.map(({ path, absolutePath }) => judge(path, read(absolutePath), requirements));
      }
      case 'multiply':
        tree = growTree(task.moduli.map(toInteger));
        return tree.product;
      case 'compare':
        return tree === undefined ? new Map() : commonDivisors(tree, task.others, onDone);
    }
  };
}
