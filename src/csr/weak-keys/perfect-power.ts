import { bitLength, primesUpTo, root, smallPower } from './integers.ts';

/** Fewest bits of a base that is looked for: smaller ones have small factors, which are found otherwise. */
const MIN_BASE_BITS = 16;
/** Of 40 primes per exponent the chance that a number which is no power passes all of them is below 2^-40. */
const WITNESSES = 40;

interface Power {
  readonly base: bigint;
  readonly exponent: number;
}

/**
 * The number as a power of another with a prime exponent; undefined when it is none. Its base is then known to everyone,
 * as a root is quick to find.
 */
export function perfectPower(number: bigint): Power | undefined {
  for (const exponent of primesUpTo(Math.floor(bitLength(number) / MIN_BASE_BITS))) {
    if (!mayBePower(number, exponent)) continue;
    const base = root(number, exponent);
    if (base ** BigInt(exponent) === number) return { base, exponent };
  }
  return undefined;
}

const witnesses = new Map<number, readonly number[]>();

/** Modulo a prime q with q = 1 (mod k), only one residue of k is a k-th power: 1 after raising it to (q - 1) / k. */
function mayBePower(number: bigint, exponent: number): boolean {
  let primes = witnesses.get(exponent);
  if (primes === undefined) {
    primes = primesUpTo(65_536)
      .filter((prime) => (prime - 1) % exponent === 0)
      .slice(0, WITNESSES);
    witnesses.set(exponent, primes);
  }
  return primes.every((prime) => {
    const residue = Number(number % BigInt(prime));
    return residue === 0 || smallPower(residue, (prime - 1) / exponent, prime) === 1;
  });
}
