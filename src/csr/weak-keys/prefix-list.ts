import { readFileSync } from 'node:fs';

const PLACES = 65_536;

/** Numbers that are spread evenly, such as hashes, by their first bytes. */
export interface PrefixList {
  /** Whether a number that begins as this one does is on the list. */
  mayHave(number: Uint8Array): boolean;
}

/**
 * Reads a list that .ci/known-keys/prefix-list.mjs has made, where its form is described.
 *
 * @param rest bytes of each number on the list, beyond the first two: a number that is not on a list of n is taken for
 * one of them n times in 2^(16 + 8 · rest)
 */
export function readPrefixList(file: URL, rest: number): PrefixList {
  const bytes = readFileSync(file);
  // For each first two bytes, where the rests of those begin that start with them.
  const starts = new Uint32Array(PLACES + 1).fill(PLACES, 0, 1);
  for (let place = 0; place < PLACES; place += 1) {
    starts[place + 1] = (starts[place] ?? 0) + (bytes[place] ?? 0) * rest;
  }
  return {
    mayHave(number) {
      const place = (number[0] ?? 0) * 256 + (number[1] ?? 0);
      for (let start = starts[place] ?? 0; start < (starts[place + 1] ?? 0); start += rest) {
        let same = 0;
        while (same < rest && bytes[start + same] === number[same + 2]) same += 1;
        if (same === rest) return true;
      }
      return false;
    },
  };
}
