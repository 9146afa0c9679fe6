import { bitLength, root } from './integers.ts';

/**
 * The private exponent of an RSA key when it is short, below about a third of the fourth root of the modulus (Wiener,
 * 1990): the public exponent divided by the modulus is then so near to a fraction with it in the denominator that the
 * fraction is a convergent.
 *
 * @returns undefined when it is not short
 */
export function smallPrivateExponent(modulus: bigint, exponent: bigint): bigint | undefined {
  // e·d exceeds the modulus, nearly: with an e this short, d cannot be.
  if (bitLength(exponent) < bitLength(modulus) / 2) return undefined;
  let [x, y] = [exponent, modulus];
  let [numerator, lastNumerator] = [1n, 0n];
  let [denominator, lastDenominator] = [0n, 1n];
  while (y !== 0n) {
    const quotient = x / y;
    [x, y] = [y, x - quotient * y];
    [numerator, lastNumerator] = [quotient * numerator + lastNumerator, numerator];
    [denominator, lastDenominator] = [quotient * denominator + lastDenominator, denominator];
    if (numerator !== 0n && isPrivate(modulus, exponent, numerator, denominator)) return denominator;
    if (bitLength(denominator) > bitLength(modulus) / 2) return undefined;
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
