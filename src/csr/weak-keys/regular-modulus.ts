import { toBytes } from './integers.ts';

/** What is regular about a modulus. */
export type Regularity = 'biased' | 'repeating' | 'periodic';

/** Standard deviations of the number of bits that are set; random numbers are that far off once in 10^18 times. */
const DEVIATIONS = 9;
/** Lengths in bits of words that are looked for, and hexadecimal digits for which they repeat. */
const MAX_WORD_BITS = 64;
const REPEATED_DIGITS = 28;
/** Periods in words of 32 bits, and how unlikely equal bits must be, as a power of two. */
const PERIODS = [1, 2, 4] as const;
const EVIDENCE_BITS = 120;
/** With fewer periods, in moduli that are too short anyway, chance decides. */
const MIN_PERIODS = 12;

/**
 * Whether a modulus has a regularity that the product of two random primes never has:
 *
 * - `biased`: far more of its bits are clear, or set, than half of them;
 * - `repeating`: somewhere in it a word of at most 64 bits repeats for at least 112 bits;
 * - `periodic`: bits at the same place in each word of 32, 64 or 128 bits are always the same, as in a product of primes
 *   that were made with gaps in each word.
 */
export function regularityOf(modulus: bigint): Regularity | undefined {
  const words = toWords(modulus);
  const bits = words.length * 32 - Math.clz32(words.at(-1) ?? 0);
  const set = words.reduce((sum, word) => sum + popcount(word), 0);
  if (Math.abs(set - bits / 2) > (DEVIATIONS * Math.sqrt(bits)) / 2) return 'biased';
  if (PERIODS.some((period) => isPeriodic(words, period))) return 'periodic';
  return isRepeating(modulus) ? 'repeating' : undefined;
}

/** Words of 32 bits, the lowest first. */
function toWords(number: bigint): Uint32Array {
  const bytes = Buffer.from(toBytes(number)).reverse();
  const words = new Uint32Array(Math.ceil(bytes.length / 4));
  for (const [index, byte] of bytes.entries()) {
    words[index >> 2] = ((words[index >> 2] ?? 0) | (byte << (8 * (index % 4)))) >>> 0;
  }
  return words;
}

function popcount(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The first and the last period do not count: the next prime, and the highest bits, are at their ends. */
function isPeriodic(words: Uint32Array, period: number): boolean {
  const periods = Math.floor(words.length / period) - 2;
  if (periods < MIN_PERIODS) return false;
  let constant = 0;
  for (let place = 0; place < period; place += 1) {
    let [all, any] = [0xffffffff, 0];
    for (let n = 1; n <= periods; n += 1) {
      const word = words[n * period + place] ?? 0;
      all &= word;
      any |= word;
    }
    constant += popcount(all) + 32 - popcount(any);
  }
  return constant * (periods - 1) >= EVIDENCE_BITS;
}

function isRepeating(modulus: bigint): boolean {
  const digits = '0'.repeat(REPEATED_DIGITS);
  for (let wordBits = 1; wordBits <= MAX_WORD_BITS; wordBits += 1) {
    // The highest bits have nothing to be compared with.
    const differences = (modulus ^ (modulus >> BigInt(wordBits))).toString(16);
    if (differences.includes(digits)) return true;
  }
  return false;
}
