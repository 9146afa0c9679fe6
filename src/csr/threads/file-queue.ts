import type { SourceFile } from '../files/source-file.ts';

/** Files that several threads judge at the same time: each thread judges those that it claims. */
export interface FileQueue {
  readonly files: readonly SourceFile[];
  /** How many of them are claimed, in memory that all threads share. */
  readonly claimed: Int32Array<SharedArrayBuffer>;
}

/** Files that are claimed at once: few, so that the threads end at about the same time. */
const CLAIM = 32;

export function createFileQueue(files: readonly SourceFile[]): FileQueue {
  return { files, claimed: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** Claims files that no other thread has claimed, with their indexes in the queue, until all are claimed. */
export function* claim({ files, claimed }: FileQueue): Generator<readonly [index: number, file: SourceFile], void> {
  for (;;) {
    const start = Atomics.add(claimed, 0, CLAIM);
    if (start >= files.length) return;
    for (const [offset, file] of files.slice(start, start + CLAIM).entries()) yield [start + offset, file];
  }
}
