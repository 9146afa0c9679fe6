import { plural } from '../../lib/words.ts';
import { listSome } from './outside.ts';

/** One file that was reached by two paths. */
export interface SecondPath {
  /** The path that it is taken by. */
  readonly path: string;
  /** The other one. */
  readonly also: string;
}

/** What is said of files that several paths lead to: each is one device, so it counts once. */
export function describeSecondPaths(again: readonly SecondPath[]): string {
  const pairs = again.map(({ path, also }) => `${also} is the same file as ${path}`);
  return `${plural(again.length, 'path')} lead${again.length === 1 ? 's' : ''} to a file that another path leads to; it is taken once: ${listSome(pairs)}.`;
}
