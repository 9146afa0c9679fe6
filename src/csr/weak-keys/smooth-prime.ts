import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { base64url } from '../../lib/base64url.ts';
import { gcd } from './gcd.ts';
import { primesUpTo, toBytes, toInteger } from './integers.ts';

/** Bound on the prime powers in p - 1. A few milliseconds for each key; a sound prime passes it with no chance at all. */
const BOUND = 1_024;
/** OpenSSL computes with exponents up to here for moduli of any length (OPENSSL_RSA_MAX_PUBEXP_BITS). */
const MAX_EXPONENT = 1n << 64n;
const BASE = 3n;

/** The least common multiple of 1 … {@link BOUND} without its power of two, as factors that OpenSSL takes. */
let factors: readonly Uint8Array[] | undefined;

/**
 * Factors a modulus when one of its primes is 1 more than a product of small prime powers (Pollard, 1974): with such an
 * exponent E, 3^E is 1 modulo that prime. OpenSSL does the powers, as the public operation of RSA with E in pieces.
 *
 * @returns a proper factor; undefined when there is none of this kind, or all primes of the modulus are of it
 */
export function smoothFactor(modulus: bigint): bigint | undefined {
  factors ??= makeFactors();
  const n = toBytes(modulus);
  let value: Uint8Array = toBytes(BASE, n.length);
  for (const factor of factors) {
    const key = createPublicKey({ key: { kty: 'RSA', n: base64url(n), e: base64url(factor) }, format: 'jwk' });
    value = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, value);
  }
  const odd = toInteger(value);
  let square = odd;
  for (let two = 2; two <= BOUND; two *= 2) square = (square * square) % modulus;
  const common = gcd(modulus, square - 1n);
  if (common === 1n) return undefined;
  // All primes at once: they may differ in the powers of two.
  square = odd;
  for (let two = 1; two <= BOUND; two *= 2) {
    const factor = gcd(modulus, square - 1n);
    if (factor !== 1n) return factor === modulus ? undefined : factor;
    square = (square * square) % modulus;
  }
  return undefined;
}

function makeFactors(): readonly Uint8Array[] {
  const made: Uint8Array[] = [];
  let factor = 1n;
  for (const prime of primesUpTo(BOUND).slice(1)) {
    let primePower = prime;
    while (primePower * prime <= BOUND) primePower *= prime;
    if (factor * BigInt(primePower) >= MAX_EXPONENT) {
      made.push(toBytes(factor));
      factor = 1n;
    }
    factor *= BigInt(primePower);
  }
  return [...made, toBytes(factor)];
}
