import { checkPrimeSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bitLength, primesUpTo, product, root } from '../../src/csr/weak-keys/integers.ts';
import { type KeyKind, makeCsr } from './make-csr.ts';
import { freshKeys, inverse, makeRsaCsr, nextPrime, power, randomPrime } from './rsa-keys.ts';
import { judgeFile, rulesOf } from './verdicts.ts';

const p = randomPrime(1024);
const q = randomPrime(1024);

/** A prime that is near to p, so far that Fermat's method takes about this many steps. */
function primeAtSteps(steps: number): bigint {
  // Steps = (q - p)² / (8·√n), and √n is about p.
  return nextPrime(p + root(8n * p * BigInt(steps), 2));
}

/** A prime p with p - 1 a product of random primes up to `limit`, and these. */
function smoothPrime(limit: number, ...more: readonly number[]): bigint {
  const primes = primesUpTo(limit).slice(1);
  for (;;) {
    let rest = more.reduce((result, factor) => result * BigInt(factor), 2n);
    const left = new Set(primes);
    while (bitLength(rest) < 1014) {
      const factor = [...left][Math.floor(Math.random() * left.size)] ?? 0;
      left.delete(factor);
      rest *= BigInt(factor);
    }
    // What is still missing to 1024 bits, so that the product of two has 2048.
    for (const last of left) {
      const prime = rest * BigInt(last) + 1n;
      if (prime >> 1022n === 3n && checkPrimeSync(prime)) return prime;
    }
  }
}

/** The remainder of the powers of 65537, modulo the product of the first primes. */
function rocaPrime(count: number, bits: number, exponentOf: (prime: number) => bigint): bigint {
  const primes = primesUpTo(1_000).slice(0, count);
  const m = product(primes.map(BigInt));
  // By the Chinese remainder theorem.
  const residue = primes.reduce((sum, prime) => {
    const rest = m / BigInt(prime);
    return sum + rest * inverse(rest, BigInt(prime)) * power(65_537n, exponentOf(prime), BigInt(prime));
  }, 0n);
  return nextPrime((3n << BigInt(bits - 2)) - ((3n << BigInt(bits - 2)) % m) + m + (residue % m), m);
}

describe('a weak RSA key has a finding, and its near miss has none', () => {
  it('sound keys', () => {
    expect(rulesOf(makeRsaCsr({ factors: [p, q] }))).toEqual([]);
  });

  it('rsa-modulus: a square, a cube', () => {
    expect(rulesOf(makeRsaCsr({ factors: [p, p] }))).toEqual(['rsa-modulus', 'rsa-close-primes']);
    const cubic = randomPrime(688);
    expect(rulesOf(makeRsaCsr({ factors: [cubic, cubic, cubic] }))).toEqual(['rsa-modulus']);
    expect(rulesOf(makeRsaCsr({ factors: [cubic, cubic, randomPrime(688)] }))).toEqual([]);
  });

  it('rsa-modulus: a prime', () => {
    expect(rulesOf(makeRsaCsr({ factors: [randomPrime(2048)] }))).toEqual(['rsa-modulus']);
  });

  it('rsa-modulus-size: 2047 bits, while 2056 pass', () => {
    const odd = makeRsaCsr({ factors: [p, nextPrime((1n << 1022n) + (p >> 3n))] });
    expect(rulesOf(odd)).toEqual(['key-size', 'rsa-modulus-size']);
    expect(rulesOf(makeRsaCsr({ factors: [p, randomPrime(1027)] }))).toEqual(['rsa-modulus-size']);
    expect(rulesOf(makeRsaCsr({ factors: [p, randomPrime(1032)] }))).toEqual([]);
  });

  it('rsa-exponent-small: 3 is a warning, 65537 and 65539 pass', () => {
    const [a, b] = [p, q].map((prime) => withoutFactor(prime, 3n));
    const verdict = judgeFile(makeRsaCsr({ factors: [a ?? 0n, b ?? 0n], exponent: 3n }));
    expect(verdict.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['rsa-exponent-small', 'warning']]);
    expect(rulesOf(makeRsaCsr({ factors: [p, q], exponent: 65_539n }))).toEqual([]);
  });

  it('rsa-small-factor: 3 and 65521, while 65537 passes', () => {
    expect(rulesOf(makeRsaCsr({ factors: [3n, p, randomPrime(1024)] }))).toContain('rsa-small-factor');
    expect(rulesOf(makeRsaCsr({ factors: [65_521n, p, randomPrime(1008)] }))).toContain('rsa-small-factor');
    expect(rulesOf(makeRsaCsr({ factors: [65_537n, p, randomPrime(1008)] }))).toEqual([]);
  });

  it('rsa-close-primes: the next prime, 2,367 steps, 64,000 steps, while 67,000 pass', () => {
    for (const steps of [0, 2_367, 64_000]) {
      expect(rulesOf(makeRsaCsr({ factors: [p, primeAtSteps(steps)] }))).toContain('rsa-close-primes');
    }
    expect(rulesOf(makeRsaCsr({ factors: [p, primeAtSteps(67_000)] }))).toEqual([]);
  });

  it('rsa-roca: 65537^a modulo all primes at once, while different powers modulo each pass', () => {
    const [a, b] = [1_234_567n, 7_654_321n].map((exponent) => rocaPrime(126, 1024, () => exponent));
    expect(rulesOf(makeRsaCsr({ factors: [a ?? 0n, b ?? 0n] }))).toEqual(['rsa-roca']);
    const [c, d] = [5n, 9n].map((factor) => rocaPrime(126, 1024, (prime) => BigInt((prime * 7_919) % 1_009) * factor));
    expect(rulesOf(makeRsaCsr({ factors: [c ?? 0n, d ?? 0n] }))).toEqual([]);
  });

  it('rsa-smooth-prime: factors up to 1021, while one of 1031 passes', () => {
    expect(rulesOf(makeRsaCsr({ factors: [smoothPrime(1_021), q] }))).toEqual(['rsa-smooth-prime']);
    expect(rulesOf(makeRsaCsr({ factors: [smoothPrime(1_021, 1_031), q] }))).toEqual([]);
  });

  it('rsa-private-exponent: 500 bits, while 560 pass', () => {
    const totient = (p - 1n) * (q - 1n);
    const publicOf = (bits: number) => inverse(nextPrime(1n << BigInt(bits - 1)), totient);
    const csr = (bits: number) => makeRsaCsr({ factors: [p, q], exponent: publicOf(bits) });
    expect(rulesOf(csr(500))).toEqual(['rsa-exponent', 'rsa-private-exponent']);
    expect(rulesOf(csr(560))).toEqual(['rsa-exponent']);
  });
});

function withoutFactor(prime: bigint, factor: bigint): bigint {
  let found = prime;
  while ((found - 1n) % factor === 0n) found = nextPrime(found + 2n);
  return found;
}

describe('fresh keys are never taken for weak ones', () => {
  it.each<[KeyKind, number]>([
    ['P-256', 200],
    ['P-384', 200],
    ['P-521', 200],
    ['RSA-2048', 200],
    // Fewer, because finding their primes takes seconds; the fuzz script has 5,000 of each.
    ['RSA-3072', 21],
    ['RSA-4096', 3],
  ])('%s', (kind, count) => {
    let made = 0;
    for (const key of freshKeys(kind, count)) {
      expect(rulesOf(makeCsr({ key }))).toEqual([]);
      made += 1;
    }
    expect(made).toBe(count);
  });
});
