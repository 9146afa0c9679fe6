import { checkPrimeSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { examine } from '../../src/csr/examine/examine.ts';
import { discover } from '../../src/csr/files/discover.ts';
import type { KnownKey } from '../../src/csr/known-key.ts';
import { bitLength, primesUpTo, product, root, toBytes } from '../../src/csr/weak-keys/integers.ts';
import { type KeyKind, makeCsr, makeKey, rsaSpki, toPem } from './make-csr.ts';
import { freshKeys, inverse, makeRsaCsr, nextPrime, power, randomPrime } from './rsa-keys.ts';
import { judgeFile, rulesOf } from './verdicts.ts';
import { makeWorkspace } from './workspace.ts';

const p = randomPrime(1024);
const q = randomPrime(1024);
const signer = makeKey('RSA-2048');

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

/** A prime of 1024 bits: a word that repeats from the highest bit on, and the way to the next prime. */
function patternedPrime(wordBits: number): bigint {
  const word = randomPrime(Math.max(wordBits, 16)) >> BigInt(Math.max(16 - wordBits, 0));
  let pattern = 0n;
  let length = 0;
  for (; length < 1_024; length += wordBits) pattern = (pattern << BigInt(wordBits)) | word;
  return nextPrime((pattern >> BigInt(length - 1_024)) | 1n);
}

/** A CSR of an odd modulus of 2048 bits whose factors nobody knows, so that the signature is somebody else's. */
function modulusLike(modulus: bigint): Buffer {
  const number = modulus | (1n << 2_047n) | 1n;
  return makeCsr({ key: signer, spki: rsaSpki(toBytes(number), toBytes(65_537n)) });
}

describe('a weak RSA key has a finding, and its near miss has none', () => {
  it('sound keys', () => {
    expect(rulesOf(makeRsaCsr({ factors: [p, q] }))).toEqual([]);
  });

  it('rsa-modulus: a square, a cube', () => {
    expect(rulesOf(makeRsaCsr({ factors: [p, p] }))).toEqual(['rsa-modulus', 'rsa-close-primes']);
    const cubic = randomPrime(688);
    expect(rulesOf(makeRsaCsr({ factors: [cubic, cubic, cubic] }))).toContain('rsa-modulus');
    expect(rulesOf(makeRsaCsr({ factors: [cubic, cubic, randomPrime(688)] }))).not.toContain('rsa-modulus');
  });

  it('rsa-modulus: a prime', () => {
    expect(rulesOf(makeRsaCsr({ factors: [randomPrime(2048)] }))).toEqual(['rsa-modulus']);
    // The 20th of Mersenne: a prime that need not be looked for.
    expect(rulesOf(makeRsaCsr({ factors: [2n ** 4_423n - 1n] }))).toContain('rsa-modulus');
    // Not a prime, and as long: whole bytes, which the product of five primes does not always have.
    const four = [p, q, randomPrime(1_024), randomPrime(1_024)];
    const product = four.reduce((all, one) => all * one, 1n);
    const bitsOf = (value: bigint): number => value.toString(2).length;
    let fifth = 1n;
    for (let more = 0; bitsOf(product * fifth) !== 4_424; more = 1 - more) {
      fifth = randomPrime(4_424 - bitsOf(product) + more);
    }
    expect(rulesOf(makeRsaCsr({ factors: [...four, fifth] }))).toEqual([]);
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

  it('rsa-smooth-prime: factors up to 4999, while one of 5003 passes', () => {
    for (const limit of [1_021, 2_039, 4_999]) {
      expect(rulesOf(makeRsaCsr({ factors: [smoothPrime(limit), q] }))).toEqual(['rsa-smooth-prime']);
    }
    expect(rulesOf(makeRsaCsr({ factors: [smoothPrime(4_999, 5_003), q] }))).toEqual([]);
  });

  it('rsa-patterned-prime: words of many lengths, in one prime or in both', () => {
    for (const wordBits of [8, 11, 12, 16, 20, 24, 31, 32, 40, 48, 56, 64, 79, 80, 96, 112, 128]) {
      const prime = patternedPrime(wordBits);
      expect([wordBits, rulesOf(makeRsaCsr({ factors: [prime, q] }))]).toEqual([wordBits, ['rsa-patterned-prime']]);
      const both = rulesOf(makeRsaCsr({ factors: [prime, patternedPrime(wordBits)] }));
      expect([wordBits, both]).toEqual([wordBits, expect.arrayContaining(['rsa-patterned-prime'])]);
    }
  });

  it('rsa-patterned-prime: with other bits at its ends, while other bits in the middle and words of 200 bits pass', () => {
    const other = (bits: number) => BigInt.asUintN(bits, randomPrime(256));
    const ends = nextPrime(((patternedPrime(32) >> 32n) << 32n) ^ (other(15) << 1_007n) ^ other(31));
    expect(rulesOf(makeRsaCsr({ factors: [ends, q] }))).toEqual(['rsa-patterned-prime']);
    const middle = nextPrime(patternedPrime(32) ^ (other(48) << 500n));
    expect(rulesOf(makeRsaCsr({ factors: [middle, q] }))).toEqual([]);
    expect(rulesOf(makeRsaCsr({ factors: [patternedPrime(200), q] }))).toEqual([]);
  });

  it('rsa-regular-modulus: bytes that repeat, few bits, gaps in each word, while a sound one passes', () => {
    expect(rulesOf(modulusLike((p * q) & ~(((1n << 120n) - 1n) << 900n)))).toContain('rsa-regular-modulus');
    expect(rulesOf(modulusLike((p * q) ^ (((p * q) >> 24n) & (((1n << 160n) - 1n) << 700n))))).not.toContain(
      'rsa-regular-modulus',
    );
    const word = BigInt.asUintN(24, p >> 500n);
    const repeated = Array.from({ length: 10 }, () => word).reduce((sum, one) => (sum << 24n) | one, 0n);
    const hole = ((1n << 240n) - 1n) << 1_001n;
    expect(rulesOf(modulusLike(((p * q) & ~hole) | (repeated << 1_001n)))).toContain('rsa-regular-modulus');
    // Each bit is clear unless it is set in both: a quarter of them is.
    expect(rulesOf(modulusLike((p * q) & (p * (q + 2n)) & ~0n))).toContain('rsa-regular-modulus');
    for (const [period, bits] of [
      [32, 20],
      [64, 50],
      [128, 100],
    ] as const) {
      const gaps = Array.from({ length: 2_048 / period }, (_, n) =>
        BigInt.asUintN(bits, (p * q) >> BigInt(period * n)),
      ).reduceRight((sum, one) => (sum << BigInt(period)) | one, 0n);
      expect(rulesOf(modulusLike(gaps))).toContain('rsa-regular-modulus');
    }
    expect(rulesOf(modulusLike(p * q))).not.toContain('rsa-regular-modulus');
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

describe('keys beside each other', () => {
  const csr = (a: bigint, b: bigint, exponent = 65_537n) => toPem(makeRsaCsr({ factors: [a, b], exponent }));
  const [r, s, t] = [randomPrime(1024), randomPrime(1024), randomPrime(1024)];

  async function examineFiles(files: Readonly<Record<string, string>>, known: readonly KnownKey[] = []) {
    const sources = await discover({ patterns: ['**'], workspace: makeWorkspace(files) });
    const { findings } = await examine(sources, { known });
    // The subjects are all the same, which is not the point here.
    return findings.filter(({ rule }) => rule !== 'subject-duplicate');
  }

  function knownKey(file: string, certificateId: string): KnownKey {
    const { csr, modulus } = judgeFile(file);
    return {
      certificateId,
      spkiSha256: csr?.spkiSha256 ?? '',
      csrSha256: undefined,
      csrPath: undefined,
      subject: undefined,
      subjectBytes: undefined,
      modulus,
      isRetired: true,
    };
  }

  it('rsa-shared-factor: every file is told, with the others, and sound keys beside them are not', async () => {
    const files = {
      'a.csr': csr(p, q),
      'b.csr': csr(q, r),
      'c.csr': csr(r, p),
      'd.csr': csr(s, t),
      'e.csr': csr(p, t),
    };
    const findings = (await examineFiles(files)).filter(({ rule }) => rule === 'rsa-shared-factor');
    const told = findings.map(({ path, message }) => `${path}: ${/that of (.*), so/.exec(message)?.[1]}`);
    expect(told.sort()).toEqual([
      'a.csr: b.csr',
      'a.csr: c.csr, e.csr',
      'b.csr: a.csr',
      'b.csr: c.csr',
      'c.csr: a.csr, e.csr',
      'c.csr: b.csr',
      'd.csr: e.csr',
      'e.csr: a.csr, c.csr',
      'e.csr: d.csr',
    ]);
    expect(await examineFiles({ 'a.csr': csr(p, q), 'b.csr': csr(r, s) })).toEqual([]);
  });

  it('rsa-medium-factor: primes of 17 to 24 bits, while one of 25 bits passes', async () => {
    const withFactors = (...factors: readonly bigint[]) =>
      toPem(makeRsaCsr({ factors: [...factors, p, randomPrime(1_024)] }));
    const files = {
      '17.csr': withFactors(65_539n),
      '20.csr': withFactors(1_048_573n),
      '24.csr': withFactors(16_777_213n),
      '25.csr': withFactors(16_777_259n),
      'several.csr': withFactors(65_539n, 1_048_573n, 16_777_213n),
    };
    const found = (await examineFiles(files)).filter(({ rule }) => rule === 'rsa-medium-factor');
    expect(found.map(({ path, message }) => `${path}: ${/\d{3,}|several/.exec(message)?.[0]}`)).toEqual([
      '17.csr: 65539',
      '20.csr: 1048573',
      '24.csr: 16777213',
      'several.csr: several',
    ]);
  });

  it('rsa-shared-factor: a modulus with another exponent, which is not the same key', async () => {
    const findings = await examineFiles({ 'a.csr': csr(p, q), 'b.csr': csr(p, q, 65_539n) });
    expect(findings.map(({ path, rule }) => [path, rule])).toEqual([
      ['a.csr', 'rsa-shared-factor'],
      ['b.csr', 'rsa-shared-factor'],
    ]);
    expect(findings[0]?.message).toContain('the modulus of b.csr with another exponent');
    const same = await examineFiles({ 'a.csr': csr(p, q), 'b.csr': csr(p, q) });
    expect(new Set(same.map(({ rule }) => rule))).toEqual(new Set(['public-key-duplicate']));
  });

  it('rsa-shared-factor: with the key of a certificate, also a revoked one; its own certificate is none', async () => {
    const id = 'ab'.repeat(32);
    const files = { 'a.csr': csr(p, q) };
    expect((await examineFiles(files, [knownKey(csr(q, r), id)]))[0]?.message).toContain(
      `that of the certificate ${id}`,
    );
    expect(
      (await examineFiles(files, [knownKey(csr(p, q), id)])).filter(({ rule }) => rule === 'rsa-shared-factor'),
    ).toEqual([]);
    // Two certificates that share a prime are none of this batch's business.
    expect(
      await examineFiles({ 'd.csr': csr(s, t) }, [knownKey(csr(p, q), id), knownKey(csr(q, r), 'cd'.repeat(32))]),
    ).toEqual([]);
  });
});
