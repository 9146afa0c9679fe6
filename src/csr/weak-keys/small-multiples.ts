import { type PrefixList, readPrefixList } from './prefix-list.ts';

// Read when the first key on P-256 comes: 340 KB.
let list: PrefixList | undefined;

/**
 * Whether a point of P-256 looks like the base point times 1, 2 … 135,184, or like the negative of one of these. All of
 * them do. Of other points one in 31,000 does, since four bytes of x are compared; who wants to can make more of them.
 *
 * @param point of the curve, uncompressed: 04 || x || y
 */
export function looksLikeSmallMultiple(point: Uint8Array): boolean {
  // The file is made by .ci/known-keys/make-small-multiples.mjs, and lies beside this module, also when it is built.
  list ??= readPrefixList(new URL('./small-multiples.bin', import.meta.url), 2);
  return list.mayHave(point.subarray(1));
}
