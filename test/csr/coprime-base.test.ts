import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coprimeBase } from '../../src/csr/weak-keys/coprime-base.ts';
import { gcd } from '../../src/csr/weak-keys/gcd.ts';
import { primesUpTo, product } from '../../src/csr/weak-keys/integers.ts';
import { MEDIUM_PRIMES, primeProducts } from '../../src/csr/weak-keys/medium-primes.ts';
import { sharedFactors } from '../../src/csr/weak-keys/shared-factors.ts';

const primes = primesUpTo(200).map(BigInt);
const number = fc.array(fc.constantFrom(...primes), { minLength: 1, maxLength: 8 }).map(product);

/** Half of all pairs, without any order in them. */
const isChosen = (a: number, b: number): boolean =>
  (createHash('sha256').update(`${a} ${b}`).digest()[0] ?? 0) % 2 === 0;

describe('a coprime base', () => {
  it('has no common divisors, and every number is a product of its members', () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 12 }), (numbers) => {
        const base = coprimeBase(numbers) ?? [];
        for (const [index, one] of base.entries()) {
          expect(one).toBeGreaterThan(1n);
          for (const other of base.slice(index + 1)) expect(gcd(one, other)).toBe(1n);
        }
        for (const number of numbers) {
          let rest = number;
          for (const member of base) while (rest % member === 0n) rest /= member;
          expect(rest).toBe(1n);
        }
      }),
    );
  });

  it('is not made when it takes too much work, whatever the numbers are', () => {
    // Numbers of 16,384 bits of which every two have many primes in common.
    const many = primesUpTo(40_000).slice(2_000).map(BigInt);
    const numbers = Array.from({ length: 40 }, (_, n) => product(many.filter((_, index) => isChosen(index, n))));
    expect(coprimeBase(numbers)).toBeUndefined();
  });
});

describe('factors that moduli share', () => {
  it('are told as one group when a modulus shares more than RSA keys ever have', () => {
    const common = primes.slice(10, 20);
    const divisors = new Map(common.map((prime, index) => [index + 5, product(common) / prime] as const));
    expect(sharedFactors(divisors)).toEqual([{ factor: undefined, members: common.map((_, index) => index + 5) }]);
  });
});

describe('products of primes', () => {
  it('are of all primes of a range, in any number of parts and of any length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 20_000 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 20_000 }),
        (from, length, of, bits) => {
          const range = { from, to: from + length };
          const products = Array.from({ length: of }, (_, index) => primeProducts(range, { index, of }, bits)).flat();
          const expected = primesUpTo(range.to - 1).filter((prime) => prime >= from);
          expect(product(products)).toBe(product(expected.map(BigInt)));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('have all primes of 17 to 24 bits: pi(2^24) - pi(2^16) = 1,077,871 - 6,542', () => {
    const products = primeProducts(MEDIUM_PRIMES, { index: 0, of: 1 }, 2_048);
    // The logarithm of the product of the primes between x and y is about y - x (Chebyshev), here within 0.05 %.
    const bits = products.reduce((sum, one) => sum + one.toString(16).length * 4, 0);
    expect(Math.abs((bits * Math.LN2) / (2 ** 24 - 2 ** 16) - 1)).toBeLessThan(0.002);
    for (const prime of [65_537n, 65_539n, 1_048_573n, 8_388_593n, 16_777_213n]) {
      expect(products.filter((one) => one % prime === 0n)).toHaveLength(1);
    }
  });
});
