import { bitLength, root } from './integers.ts';

/** How many bits the sum of the primes may be longer than the square root of the modulus: as unequal may the primes be. */
const MAX_IMBALANCE_BITS = 64;

/**
 * The private exponent of an RSA key when it is short, below about a third of the fourth root of the modulus (Wiener,
 * 1990): the public exponent divided by the modulus is then so near to a fraction with it in the denominator that the
 * fraction is a convergent.
 *
 * With e·d = k·φ + 1 the remainder of Euclid's method at that convergent is k·(n - φ) - 1, where n - φ is about as long
 * as the root of n. All other convergents are passed over.
 *
 * @returns undefined when it is not short
 */
export function smallPrivateExponent(modulus: bigint, exponent: bigint): bigint | undefined {
  const bits = bitLength(modulus);
  // e·d exceeds the modulus, nearly: with an e this short, d cannot be.
  if (bitLength(exponent) < bits / 2) return undefined;
  let [x, y] = [exponent, modulus];
  let [numerator, lastNumerator] = [1n, 0n];
  let [denominator, lastDenominator] = [0n, 1n];
  while (y !== 0n) {
    const quotient = x / y;
    [x, y] = [y, x - quotient * y];
    [numerator, lastNumerator] = [quotient * numerator + lastNumerator, numerator];
    [denominator, lastDenominator] = [quotient * denominator + lastDenominator, denominator];
    const excess = bitLength(y) - bitLength(numerator) - bits / 2;
    // From here on the remainders are too short, and ever shorter.
    if (excess < -2) return undefined;
    if (excess > MAX_IMBALANCE_BITS + 2 || numerator === 0n) continue;
    if (isPrivate(modulus, exponent, numerator, denominator)) return denominator;
  }
  return undefined;
}

// With k·φ = e·d - 1 the primes are the roots of x² - (n - φ + 1)·x + n, which must be whole.
function isPrivate(modulus: bigint, exponent: bigint, k: bigint, d: bigint): boolean {
  if ((exponent * d - 1n) % k !== 0n) return false;
  const sum = modulus - (exponent * d - 1n) / k + 1n;
  const square = sum * sum - 4n * modulus;
  if (sum <= 0n || square < 0n) return false;
  const difference = root(square, 2);
  return difference * difference === square && (sum + difference) % 2n === 0n;
}
