import { checkPrimeSync } from 'node:crypto';
import { bitLength } from './integers.ts';

/** OpenSSL makes 64 rounds of Miller and Rabin up to here and 128 beyond, which takes seconds for a prime of 4096 bits. */
const MAX_OPENSSL_BITS = 2048;

/**
 * Whether an odd number is a prime. A large one passes by Fermat's test alone, 2^(n - 1) = 1 (mod n): the product of two
 * primes of an RSA key passes it never, unless somebody took pains to make it so, and then it is no sound key either.
 */
export function isPrime(number: bigint): boolean {
  return bitLength(number) <= MAX_OPENSSL_BITS ? checkPrimeSync(number) : passesFermat(number);
}

function passesFermat(number: bigint): boolean {
  let power = 1n;
  for (const bit of (number - 1n).toString(2)) {
    power = (power * power) % number;
    if (bit === '0') continue;
    power <<= 1n;
    if (power >= number) power -= number;
  }
  return power === 1n;
}
