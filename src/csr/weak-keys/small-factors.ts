import { gcd } from './gcd.ts';
import { primesUpTo, product } from './integers.ts';

/**
 * Primes up to here are looked for. A sound RSA prime has at least 1024 bits; a modulus with a small factor comes from a
 * broken random number generator, a fault in memory, or a file that was changed.
 */
const LIMIT = 65_536;

// Made when the first RSA key comes.
let primorial: bigint | undefined;

/** A prime factor of at most 65,536, the smallest; undefined when there is none. */
export function smallFactor(modulus: bigint): number | undefined {
  if (modulus === 0n) return 2;
  primorial ??= product(primesUpTo(LIMIT).map(BigInt));
  const common = gcd(modulus, primorial % modulus);
  // Zero: every prime factor of the modulus is small.
  const factors = common === 0n ? modulus : common;
  return factors === 1n ? undefined : primesUpTo(LIMIT).find((prime) => factors % BigInt(prime) === 0n);
}
