import { gcd } from './gcd.ts';
import { bitLength, primesUpTo, toInteger } from './integers.ts';
import { createPower, longestExponent, toValue } from './rsa-power.ts';

/**
 * Bound on the prime powers in p - 1, by the length of the modulus in bits: as much as 5 ms allow for 2048 bits, 11 ms
 * for 3072 bits, 13 ms for 4096 bits and 40 ms for the longest.
 */
const BOUNDS: readonly (readonly [bits: number, bound: number])[] = [
  [3_072, 5_000],
  [4_096, 2_048],
  [8_192, 1_024],
  [16_384, 512],
];
/** Bits of the exponents that are worked with at a time; longer ones save nothing any more. */
const CHUNK_BITS = 1_000;
const BASE = 3n;

/** The least common multiples of 1 … bound without their power of two, as factors that OpenSSL takes, by their bound. */
const exponents = new Map<string, readonly bigint[]>();

/**
 * Factors a modulus when one of its primes is 1 more than a product of small prime powers (Pollard, 1974): with such an
 * exponent E, 3^E is 1 modulo that prime.
 *
 * @returns a proper factor; undefined when there is none of this kind, or all primes of the modulus are of it
 */
export function smoothFactor(modulus: bigint): bigint | undefined {
  const bits = bitLength(modulus);
  const bound = BOUNDS.find(([limit]) => bits <= limit)?.[1] ?? 0;
  const power = createPower(modulus);
  const odd = toInteger(
    exponentsUpTo(bound, Math.min(CHUNK_BITS, longestExponent(bits))).reduce(power, toValue(BASE, modulus)),
  );
  let square = odd;
  for (let two = 2; two <= bound; two *= 2) square = (square * square) % modulus;
  const common = gcd(modulus, square - 1n);
  if (common === 1n) return undefined;
  // All primes at once: they may differ in the powers of two.
  square = odd;
  for (let two = 1; two <= bound; two *= 2) {
    const factor = gcd(modulus, square - 1n);
    if (factor !== 1n) return factor === modulus ? undefined : factor;
    square = (square * square) % modulus;
  }
  return undefined;
}

function exponentsUpTo(bound: number, chunkBits: number): readonly bigint[] {
  const id = `${bound} ${chunkBits}`;
  const made = exponents.get(id) ?? makeExponents(bound, chunkBits);
  exponents.set(id, made);
  return made;
}

function makeExponents(bound: number, chunkBits: number): readonly bigint[] {
  const made: bigint[] = [];
  let exponent = 1n;
  for (const prime of primesUpTo(bound).slice(1)) {
    let primePower = prime;
    while (primePower * prime <= bound) primePower *= prime;
    const next = exponent * BigInt(primePower);
    if (bitLength(next) > chunkBits) {
      made.push(exponent);
      exponent = BigInt(primePower);
    } else exponent = next;
  }
  return [...made, exponent];
}
