import type { SourceFile } from '../files/discover.ts';

/** Files that several threads judge at the same time: each of them judges those that it claims. */
export interface Lot {
  readonly files: readonly SourceFile[];
  /** How many of them are claimed, in memory that all threads share. */
  readonly claimed: Int32Array<SharedArrayBuffer>;
}

/** Files that are claimed at once: the threads end at about the same time. */
const SLICE = 32;

export function createLot(files: readonly SourceFile[]): Lot {
  return { files, claimed: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** The files that nobody else judges, with their indexes, until all are claimed. */
export function* claim({ files, claimed }: Lot): Generator<readonly [index: number, file: SourceFile], void> {
  for (;;) {
    const start = Atomics.add(claimed, 0, SLICE);
    if (start >= files.length) return;
    for (const [offset, file] of files.slice(start, start + SLICE).entries()) yield [start + offset, file];
  }
}
