import { primesUpTo } from './integers.ts';

/** The primes that moduli are divided by as a batch: above those of small-factors.ts, up to 24 bits. */
export const MEDIUM_PRIMES = { from: 65_537, to: 2 ** 24 } as const;

/** Primes that are multiplied in plain numbers first: 768 bits, where BigInt begins to be faster. */
const PRIMES_PER_LEAF = 32;
const LIMB = 2 ** 24;
const LIMB_BYTES = 3;

/** Every how many-th part of a range. */
export interface Part {
  readonly index: number;
  readonly of: number;
}

/**
 * The product of all primes of one part of a range, as numbers of about `bits` bits. All of {@link MEDIUM_PRIMES} take a
 * tenth of a second for short numbers, and half a second for numbers of a million bits.
 *
 * @param range from 3 to 2^24, the end excluded
 */
export function primeProducts(
  { from, to }: { readonly from: number; readonly to: number },
  part: Part,
  bits: number,
): readonly bigint[] {
  const start = from + Math.floor(((to - from) * part.index) / part.of);
  const end = from + Math.floor(((to - from) * (part.index + 1)) / part.of);
  let products = leaves(start, end);
  for (let length = PRIMES_PER_LEAF * 24; length < bits && products.length > 1; length *= 2) {
    const pairs: bigint[] = [];
    for (let n = 0; n < products.length; n += 2) pairs.push((products[n] ?? 1n) * (products[n + 1] ?? 1n));
    products = pairs;
  }
  return products;
}

function leaves(start: number, end: number): readonly bigint[] {
  const primes = oddPrimes(start, end);
  const made: bigint[] = [];
  const limbs = new Float64Array(PRIMES_PER_LEAF + 1);
  for (let first = 0; first < primes.length; first += PRIMES_PER_LEAF) {
    const last = Math.min(first + PRIMES_PER_LEAF, primes.length);
    limbs[0] = 1;
    let length = 1;
    for (let n = first; n < last; n += 1) length = multiply(limbs, length, primes[n] as number);
    made.push(toBigInt(limbs, length));
  }
  return made;
}

/** Multiplies a number in limbs of 24 bits, the lowest first, by another of 24 bits, which makes it a limb longer. */
function multiply(limbs: Float64Array, length: number, factor: number): number {
  let carry = 0;
  for (let n = 0; n < length; n += 1) {
    const value = (limbs[n] as number) * factor + carry;
    carry = Math.floor(value / LIMB);
    limbs[n] = value - carry * LIMB;
  }
  limbs[length] = carry;
  return length + 1;
}

function toBigInt(limbs: Float64Array, length: number): bigint {
  const bytes = Buffer.alloc(length * LIMB_BYTES);
  let place = bytes.length;
  for (let n = 0; n < length; n += 1) {
    const limb = limbs[n] as number;
    bytes[--place] = limb;
    bytes[--place] = limb >> 8;
    bytes[--place] = limb >> 16;
  }
  return BigInt(`0x${bytes.toString('hex')}`);
}

/** The odd primes of a range by the sieve of Eratosthenes; the end is excluded. */
function oddPrimes(start: number, end: number): Uint32Array {
  const first = Math.max(3, start + ((start + 1) % 2));
  // The number first + 2·n has the place n.
  const isComposite = new Uint8Array(Math.max(0, Math.ceil((end - first) / 2)));
  for (const prime of primesUpTo(Math.floor(Math.sqrt(end))).slice(1)) {
    const multiple = Math.max(prime * prime, Math.ceil(first / prime) * prime);
    const odd = multiple % 2 === 0 ? multiple + prime : multiple;
    for (let n = (odd - first) / 2; n < isComposite.length; n += prime) isComposite[n] = 1;
  }
  const primes = new Uint32Array(isComposite.length);
  let count = 0;
  for (let n = 0; n < isComposite.length; n += 1) if (isComposite[n] === 0) primes[count++] = first + 2 * n;
  return primes.subarray(0, count);
}
