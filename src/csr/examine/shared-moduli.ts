import { groupBy } from '../../lib/group-by.ts';
import type { KnownKey } from '../known-key.ts';
import { isEven } from '../parse/key.ts';
import type { BatchEntry, SharedModulus } from '../rules/rule.ts';
import { type CompareOptions, compareModuli } from './compare-moduli.ts';

/**
 * Finds the RSA keys of a batch that have a factor in common with another, or with a key that has a certificate already:
 * whoever has two such keys divides, and has both private keys.
 *
 * One key that several have is not counted here, nor are even moduli; there are other rules for them.
 */
export async function findSharedModuli(
  batch: readonly BatchEntry[],
  known: readonly KnownKey[],
  options: CompareOptions,
): Promise<readonly SharedModulus[]> {
  if (!batch.some(isComparable)) return [];
  const byModulus = groupBy([...batch, ...known].filter(isComparable), ({ modulus }) =>
    Buffer.from(modulus.buffer, modulus.byteOffset, modulus.length).toString('latin1'),
  );
  const all = [...byModulus.values()];
  const factors = await compareModuli(
    all.flatMap(([first]) => first?.modulus ?? []),
    options,
  );
  const shared = factors.map(({ members }) =>
    toShared(
      false,
      members.flatMap((index) => all[index] ?? []),
    ),
  );
  // With another exponent it is another key, and each holder can compute the private key of the other.
  const whole = all
    .filter((holders) => new Set(holders.map(({ spkiSha256 }) => spkiSha256)).size > 1)
    .map((holders) => toShared(true, holders));
  return [...whole, ...shared].filter(({ entries }) => entries.length > 0);
}

type WithModulus<T> = T & { readonly modulus: Uint8Array };

function isComparable<T extends BatchEntry | KnownKey>(key: T): key is WithModulus<T> {
  const { modulus } = key;
  return modulus !== undefined && !isEven(modulus) && !(modulus.length === 1 && modulus[0] === 1);
}

function toShared(isWhole: boolean, holders: readonly (BatchEntry | KnownKey)[]): SharedModulus {
  const isEntry = (holder: BatchEntry | KnownKey): holder is BatchEntry => 'path' in holder;
  return {
    isWhole,
    entries: holders.filter(isEntry),
    known: holders.filter((holder): holder is KnownKey => !isEntry(holder)),
  };
}
