import type { KnownKey } from '../known-key.ts';
import { isEven } from '../parse/key.ts';
import type { BatchEntry, SharedModulus } from '../rules/rule.ts';
import { type CompareOptions, compareModuli } from './compare-moduli.ts';

/** Everything that has one modulus. */
interface Holders {
  readonly modulus: Uint8Array;
  readonly entries: BatchEntry[];
  readonly known: KnownKey[];
}

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
  const byModulus = new Map<string, Holders>();
  const holdersOf = (modulus: Uint8Array | undefined): Holders | undefined => {
    if (modulus === undefined || isEven(modulus) || (modulus.length === 1 && modulus[0] === 1)) return undefined;
    const text = Buffer.from(modulus.buffer, modulus.byteOffset, modulus.length).toString('latin1');
    const holders = byModulus.get(text) ?? { modulus, entries: [], known: [] };
    byModulus.set(text, holders);
    return holders;
  };
  for (const entry of batch) holdersOf(entry.modulus)?.entries.push(entry);
  if (byModulus.size === 0) return [];
  for (const key of known) holdersOf(key.modulus)?.known.push(key);

  const all = [...byModulus.values()];
  const factors = await compareModuli(
    all.map(({ modulus }) => modulus),
    options,
  );
  const shared = factors.map(({ members }) => {
    const holders = members.flatMap((index) => all[index] ?? []);
    return {
      isWhole: false,
      entries: holders.flatMap(({ entries }) => entries),
      known: holders.flatMap(({ known }) => known),
    };
  });
  // With another exponent it is another key, and each holder can compute the private key of the other.
  const whole = all
    .filter(({ entries, known }) => new Set([...entries, ...known].map(({ spkiSha256 }) => spkiSha256)).size > 1)
    .map(({ entries, known }) => ({ isWhole: true, entries, known }));
  return [...whole, ...shared].filter(({ entries }) => entries.length > 0);
}
