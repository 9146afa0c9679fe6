import type { Csr } from '../csr/csr.ts';

/** Of the input max-certificates. */
export const DEFAULT_MAX_CERTIFICATES = 1_000;

/** The `index`-th of `of` parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** A batch that is not divided. */
export const WHOLE: Shard = { index: 1, of: 1 };

/** The shard of a CSR. The key decides, so that no two shards ever take the same one, however the files are named. */
export function shardOf({ spkiSha256 }: Csr, shard: Shard): number {
  return shardOfKey(spkiSha256, shard);
}

/** As {@link shardOf}. @param spkiSha256 as in {@link Csr.spkiSha256} */
export function shardOfKey(spkiSha256: string, { of }: Pick<Shard, 'of'>): number {
  return (Number.parseInt(spkiSha256.slice(0, 12), 16) % of) + 1;
}
