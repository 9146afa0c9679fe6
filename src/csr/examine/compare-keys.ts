import { groupBy } from '../../lib/group-by.ts';
import type { KnownKey } from '../known-key.ts';
import type { BatchEntry, BatchView, DivisibleModulus, SharedModulus } from '../rules/rule.ts';
import { gcd } from '../weak-keys/gcd.ts';
import { knownPrimes } from '../weak-keys/known-primes.ts';
import { isWorthLooking } from '../weak-keys/rsa-numbers.ts';
import { type CompareOptions, type ModulusSet, multiplyModuli } from './compare-moduli.ts';

type Key = BatchEntry | KnownKey;

/** Longer moduli, 4,096 bits, are not divided by medium primes: the time grows with their length, and few have them. */
const MAX_DIVIDED_BYTES = 512;

/**
 * Looks at the RSA keys of a batch together: which have a factor in common with another, or with a key that has a
 * certificate already (whoever has two such keys divides, and has both private keys), and which have prime factors that
 * it would take too long to look for one key at a time, those that are known from keys of others among them.
 *
 * One key that several have is not counted as shared, nor are moduli looked at that other rules refuse for their form.
 */
export async function compareKeys(
  entries: readonly BatchEntry[],
  known: readonly KnownKey[],
  { parallelism, onProgress }: CompareOptions,
): Promise<Pick<BatchView, 'shared' | 'divisible' | 'listed'>> {
  const own = groupByModulus(entries);
  if (own.length === 0) return { shared: [], divisible: [], listed: [] };
  const all = groupByModulus([...entries, ...known]);
  const ofAll = await multiplyModuli(moduliOf(all), parallelism);
  const shared = await findShared(all, ofAll, onProgress);
  // Nobody mends the keys of certificates here.
  const divided = own.filter(([first]) => (first?.modulus?.length ?? 0) <= MAX_DIVIDED_BYTES);
  if (divided.length === 0) return { shared, divisible: [], listed: [] };
  const ofDivided = divided.length === all.length ? ofAll : await multiplyModuli(moduliOf(divided), parallelism);
  return { shared, ...(await findDivisible(divided, ofDivided)) };
}

async function findShared(
  all: readonly (readonly Key[])[],
  moduli: ModulusSet,
  onProgress: CompareOptions['onProgress'],
): Promise<readonly SharedModulus[]> {
  const factors = await moduli.findSharedFactors(onProgress);
  const shared = factors.map(({ factor, members }) => {
    const holders = members.flatMap((index) => all[index] ?? []);
    return toShared(factor === undefined ? 'unclear' : 'prime', holders);
  });
  // With another exponent it is another key, and each holder can compute the private key of the other.
  const whole = all
    .filter((holders) => new Set(holders.map(({ spkiSha256 }) => spkiSha256)).size > 1)
    .map((holders) => toShared('modulus', holders));
  return [...whole, ...shared].filter(({ entries }) => entries.length > 0);
}

async function findDivisible(
  groups: readonly (readonly BatchEntry[])[],
  moduli: ModulusSet,
): Promise<Pick<BatchView, 'divisible' | 'listed'>> {
  const divisible: DivisibleModulus[] = [];
  const listed: BatchEntry[] = [];
  for (const [index, divisor] of await moduli.findListedFactors()) {
    const entries = groups[index] ?? [];
    const known = gcd(divisor, knownPrimes() % divisor);
    if (known !== 1n) listed.push(...entries);
    if (divisor !== known) divisible.push({ factor: divisor / known, entries });
  }
  return { divisible, listed };
}

/** The keys that are worth looking at, those of one modulus together. */
function groupByModulus<T extends Key>(keys: readonly T[]): readonly (readonly T[])[] {
  const groups = groupBy(keys, ({ modulus }) =>
    modulus === undefined || !isWorthLooking(modulus)
      ? undefined
      : Buffer.from(modulus.buffer, modulus.byteOffset, modulus.length).toString('latin1'),
  );
  return [...groups].flatMap(([modulus, group]) => (modulus === undefined ? [] : [group]));
}

function moduliOf(groups: readonly (readonly Key[])[]): readonly Uint8Array[] {
  return groups.flatMap(([first]) => first?.modulus ?? []);
}

function toShared(common: SharedModulus['common'], holders: readonly Key[]): SharedModulus {
  const isEntry = (holder: Key): holder is BatchEntry => 'path' in holder;
  return {
    common,
    entries: holders.filter(isEntry),
    known: holders.filter((holder): holder is KnownKey => !isEntry(holder)),
  };
}
