import { bitLength, toInteger } from './integers.ts';
import { createPower, longestExponent, toValue } from './rsa-power.ts';

/**
 * Longer numbers are not tested: it takes 2 ms for 2048 bits, a tenth of a second for 6144 bits, and half a second for
 * 10,000 bits.
 */
const MAX_BITS = 6_144;
const BASE = 3n;

/**
 * Whether an odd number is a prime, by Fermat's test alone, 3^(n - 1) = 1 (mod n): the product of two primes of an RSA
 * key passes it never, unless somebody took pains to make it so, and then it is no sound key either. OpenSSL's own test
 * repeats itself up to 128 times for a prime.
 *
 * @returns undefined for a number of more than 6,144 bits
 */
export function isPrime(number: bigint): boolean | undefined {
  const bits = bitLength(number);
  if (bits > MAX_BITS) return undefined;
  const power = createPower(number);
  const base = toValue(BASE, number);
  // An exponent is below the modulus by two, as OpenSSL wants it, so one factor is still missing.
  const exponent = number - 2n;
  const digitBits = longestExponent(bits);
  if (digitBits >= bits - 1) return isOne(power(base, exponent), number);
  return isOne(powerInDigits(base, exponent, number, digitBits - 1), number);
}

function isOne(value: Uint8Array, modulus: bigint): boolean {
  return (toInteger(value) * BASE) % modulus === 1n;
}

/** The power of the base by Horner's scheme, with digits that OpenSSL takes as exponents. */
function powerInDigits(base: Uint8Array, exponent: bigint, modulus: bigint, digitBits: number): Uint8Array {
  const power = createPower(modulus);
  const shift = 1n << BigInt(digitBits);
  const digits: bigint[] = [];
  for (let rest = exponent; rest > 0n; rest >>= BigInt(digitBits)) digits.push(BigInt.asUintN(digitBits, rest));
  let result = toValue(1n, modulus);
  for (const digit of digits.reverse()) {
    const shifted = toInteger(power(result, shift));
    const factor = digit === 0n ? 1n : toInteger(power(base, digit));
    result = toValue((shifted * factor) % modulus, modulus);
  }
  return result;
}
