import { gcd } from './gcd.ts';
import { bitLength, root } from './integers.ts';
import { shortVector } from './short-vector.ts';

/** The longest words in bits that are looked for. Each number has a multiple in the upper half. */
const MAX_WORD_BITS = 128;
/** Bits that the ends of a prime may differ from the pattern: highest bits that are set, and the way to the next prime. */
const [TOP_BITS, LOW_BITS] = [16, 32];
/** Of the modulus, as many of the lowest bits of each half are looked at: enough for the longest words. */
const PRECISION = 1_000;
/** Bits by which each number of a vector must be shorter than chance would have it before it is looked at closer. */
const SURPRISE_BITS = 20;

/**
 * Factors a modulus when one of its primes, as long as the other, or each of them is a word that repeats, but for a few
 * bits at its ends. With words of w bits and c = 2^w - 1, c·p = A·2^m + s, where m is a little less than the length of p,
 * and A and s are hardly longer than a word.
 *
 * @returns a proper factor; undefined when there is none of this kind
 */
export function patternedFactor(modulus: bigint): bigint | undefined {
  const m = Math.ceil(bitLength(modulus) / 2) - TOP_BITS;
  const candidates = [candidateOfOne(modulus, m)];
  for (let wordBits = MAX_WORD_BITS; wordBits > MAX_WORD_BITS / 2; wordBits -= 1) {
    candidates.push(candidateOfBoth(modulus, wordBits, m));
  }
  for (const candidate of candidates) {
    const factor = candidate === undefined ? 1n : gcd(modulus, absolute(candidate));
    if (factor !== 1n && factor !== modulus) return factor;
  }
  return undefined;
}

/**
 * A multiple of the prime that is a word that repeats, of any length. Let x be the last m bits of n, y the rest, and
 * t = c·y - q·A, which is about as short as s, since c·n = q·A·2^m + q·s. Then c·A·x - c·s·y = -t·(A·2^m + s), which is
 * -t·s modulo any power of two up to 2^m: (c·A, c·s, -t·s) is a vector of the lattice of all (a, b, a·x - b·y), and the
 * shortest one when the power is large enough. This is Coppersmith's idea ("Small solutions to polynomial equations",
 * 1997) for a divisor with two short unknowns, in three dimensions.
 */
function candidateOfOne(modulus: bigint, m: number): bigint | undefined {
  const precision = Math.min(m, PRECISION);
  // So that all numbers of the vector are about as long as t·s.
  const scale = TOP_BITS + LOW_BITS;
  const [a, b, product] = shortVector([
    [1n << BigInt(scale), 0n, BigInt.asUintN(precision, modulus)],
    [0n, 1n << BigInt(scale), -BigInt.asUintN(precision, modulus >> BigInt(m))],
    [0n, 0n, 1n << BigInt(precision)],
  ]);
  // Minkowski: a shortest vector is about as long as the third root of the determinant.
  const longest = (precision + 2 * scale) / 3 - SURPRISE_BITS;
  if ([a, b, product].some((number) => bitLength(absolute(number)) > longest)) return undefined;
  return ((a >> BigInt(scale)) << BigInt(m)) + (b >> BigInt(scale));
}

/**
 * A multiple of one prime when both are words that repeat: n·c² = (A·2^m + s)·(B·2^m + t) has the digits A·B, A·t + B·s
 * and s·t in base 2^m, and the two products in the middle are the roots of an equation of the second degree.
 */
function candidateOfBoth(modulus: bigint, wordBits: number, m: number): bigint | undefined {
  const multiple = modulus * ((1n << BigInt(wordBits)) - 1n) ** 2n;
  const low = BigInt.asIntN(m, multiple);
  const longest = 2 * (wordBits + TOP_BITS + LOW_BITS);
  if (absolute(low) >> BigInt(longest) !== 0n) return undefined;
  const rest = (multiple - low) >> BigInt(m);
  const middle = BigInt.asIntN(m, rest);
  if (absolute(middle) >> BigInt(longest) !== 0n) return undefined;
  const high = (rest - middle) >> BigInt(m);
  const square = middle * middle - 4n * high * low;
  return square < 0n ? undefined : (high << BigInt(m)) + (middle + root(square, 2)) / 2n;
}

function absolute(number: bigint): bigint {
  return number < 0n ? -number : number;
}
