import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonDivisors, growTree } from '../../src/csr/weak-keys/batch-gcd.ts';
import { gcd } from '../../src/csr/weak-keys/gcd.ts';
import { primesUpTo } from '../../src/csr/weak-keys/integers.ts';
import { type SharedFactor, sharedFactors } from '../../src/csr/weak-keys/shared-factors.ts';
import { randomPrime } from './rsa-keys.ts';

/** Odd numbers of every size, made of a few primes, so that they have much in common. */
const PRIMES = [...primesUpTo(100).slice(1), 65_537, 2_147_483_647].map(BigInt);
const large = [randomPrime(128), randomPrime(128), randomPrime(512), randomPrime(1024)];
const number = fc
  .array(fc.constantFrom(...PRIMES, ...large), { minLength: 1, maxLength: 4 })
  .map((factors) => factors.reduce((product, factor) => product * factor, 1n));
const batch = fc.uniqueArray(number, { minLength: 1, maxLength: 70 });

function euclid(a: bigint, b: bigint): bigint {
  return b === 0n ? a : euclid(b, a % b);
}

function exactly(shared: readonly SharedFactor[]): readonly { factor: bigint; members: readonly number[] }[] {
  return shared.map(({ factor, members }) => {
    if (factor === undefined) throw new Error('the common factors were not taken apart');
    return { factor, members };
  });
}

describe('batch gcd', () => {
  it('finds what comparing every two finds', () => {
    fc.assert(
      fc.property(batch, (moduli) => {
        const found = commonDivisors(growTree(moduli));
        moduli.forEach((modulus, index) => {
          const others = moduli.reduce((product, other, n) => (n === index ? product : product * other), 1n);
          expect(found.get(index) ?? 1n).toBe(euclid(modulus, others));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same in parts', () => {
    fc.assert(
      fc.property(batch, fc.integer({ min: 1, max: 5 }), (moduli, size) => {
        const parts: bigint[][] = [];
        for (let start = 0; start < moduli.length; start += size) parts.push(moduli.slice(start, start + size));
        const trees = parts.map(growTree);
        const found = trees.flatMap((tree, part) => {
          const others = trees.filter((other) => other !== tree).map(({ product }) => product);
          return [...commonDivisors(tree, others)].map(([index, divisor]) => [part * size + index, divisor] as const);
        });
        expect(new Map(found)).toEqual(commonDivisors(growTree(moduli)));
      }),
      { numRuns: 100 },
    );
  });

  it('tells which numbers share which factor', () => {
    fc.assert(
      fc.property(batch, (moduli) => {
        const shared = exactly(sharedFactors(commonDivisors(growTree(moduli))));
        for (const { factor, members } of shared) {
          expect(members.length).toBeGreaterThan(1);
          expect(members).toEqual([...moduli.keys()].filter((index) => (moduli[index] ?? 1n) % factor === 0n));
        }
        for (const [a, x] of moduli.entries()) {
          for (const [b, y] of moduli.entries()) {
            const together = shared.some(({ members }) => members.includes(a) && members.includes(b));
            if (a < b) expect(together).toBe(euclid(x, y) !== 1n);
          }
        }
        // No factor is told twice, in parts.
        for (const one of shared)
          for (const other of shared) if (one !== other) expect(euclid(one.factor, other.factor)).toBe(1n);
      }),
      { numRuns: 100 },
    );
  });

  it('its greatest common divisor is that of Euclid', () => {
    const any = fc.bigInt({ min: 0n, max: 1n << 2_100n });
    fc.assert(
      fc.property(any, any, fc.oneof(any, fc.constant(1n)), (a, b, common) => {
        expect(gcd(a * common, b * common)).toBe(euclid(a * common, b * common));
      }),
      { numRuns: 2_000 },
    );
  });
});
