import { createHash, generatePrimeSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bitLength, primesUpTo, product, toBytes, toInteger } from '../../src/csr/weak-keys/integers.ts';
import { der, makeCsr, makeKey, rsaSpki, toPem } from '../csr/make-csr.ts';
import { makeRsaCsr, nextPrime, randomPrime } from '../csr/rsa-keys.ts';
import { type Job, type StepResult, startJob } from './step.ts';

// Whoever may commit CSRs chooses their numbers. The seconds are of processor time, several times what was measured.

let job: Job;

beforeEach(async () => {
  job = await startJob();
});

afterEach(() => job.close());

/** Validates CSRs and says how many seconds of processor time the process took. */
async function validate(files: readonly Uint8Array[]): Promise<StepResult & { readonly seconds: number }> {
  for (const [n, file] of files.entries()) await job.write(`csrs/${n}.csr`, toPem(file));
  const usage = join(job.temp, 'usage.json');
  const result = await job.run({
    inputs: { mode: 'validate', 'csr-path': 'csrs/**' },
    env: {
      BENCH_USAGE: usage,
      NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, '../bench/usage.mjs')).href}`,
    },
  });
  const { userCPUTime, systemCPUTime } = JSON.parse(await readFile(usage, 'utf8')) as Record<string, number>;
  return { ...result, seconds: ((userCPUTime ?? 0) + (systemCPUTime ?? 0)) / 1e6 };
}

const key = makeKey('P-256');
/** A CSR of any modulus, with a signature of any length that does not verify. */
function unsigned(modulus: bigint, n: number, exponent = 65_537n, signatureBytes = toBytes(modulus).length): Buffer {
  return makeCsr({
    key,
    subject: [['CN', `device-${n}`]],
    spki: rsaSpki(toBytes(modulus), toBytes(exponent)),
    signatureAlgorithm: der.sequence(der.oid('1.2.840.113549.1.1.11'), der.null()),
    sign: () => randomBytes(signatureBytes),
  });
}

/** Half of all pairs, without any order in them. */
const isChosen = (a: number, b: number): boolean =>
  (createHash('sha256').update(`${a} ${b}`).digest()[0] ?? 0) % 2 === 0;

/** Moduli of which each has about half of the primes. */
function mixed(count: number, primes: readonly bigint[]): readonly bigint[] {
  return Array.from({ length: count }, (_, n) => product(primes.filter((_, index) => isChosen(index, n))));
}

const primesOf = (count: number, bits: number): readonly bigint[] =>
  Array.from({ length: count }, () => generatePrimeSync(bits, { bigint: true }));

/** What the same number of other files takes, and the seconds that are allowed on top. */
const NORMAL = 2;
const ALLOWED = 3 * 2;

const batches: Readonly<Record<string, () => readonly Buffer[]>> = {
  '8 CSRs of 3 KB that have primes of 100 bits in common': () =>
    mixed(8, primesOf(230, 100)).map((modulus, n) => unsigned(modulus, n, 65_537n, 64)),
  '8 CSRs that have many primes of 25 bits in common': () => {
    const primes: bigint[] = [];
    while (primes.length < 900) primes.push(nextPrime((primes.at(-1) ?? 2n ** 24n) + 1n));
    return mixed(8, primes).map((modulus, n) => unsigned(modulus, n));
  },
  '24 CSRs of 18,391 bits': () => mixed(24, primesOf(140, 262)).map((modulus, n) => unsigned(modulus, n, 65_537n, 64)),
  '24 CSRs of 16,300 bits': () => mixed(24, primesOf(320, 102)).map((modulus, n) => unsigned(modulus, n, 65_537n, 64)),
  '12 CSRs of powers of a few primes': () => {
    const primes = primesOf(12, 61);
    return Array.from({ length: 12 }, (_, n) =>
      unsigned(product(primes.map((prime, m) => prime ** BigInt(1 + ((n * (m + 3)) % 29)))), n),
    );
  },
  '16 CSRs of which each has the factors of all before it': () => {
    const primes = primesOf(16, 700);
    return primes.map((_, n) => unsigned(product([...primes.slice(0, n + 1), primes[0] ?? 1n, primes[1] ?? 1n]), n));
  },
  '60 CSRs of RSA-2048 of which every two have a prime in common': () => {
    const primes = primesOf(12, 1_024);
    const pairs = primes.flatMap((p, a) => primes.slice(a + 1).map((q) => p * q));
    return pairs.slice(0, 60).map((modulus, n) => unsigned(modulus, n));
  },
  '16 CSRs with an exponent as long as their modulus': () =>
    Array.from({ length: 16 }, (_, n) => {
      const modulus = toInteger(randomBytes(720)) | 1n | (1n << 5_759n);
      return unsigned(modulus, n, toInteger(randomBytes(719)) | 1n, 64);
    }),
  '4 CSRs that are signed with a prime as modulus': () =>
    Array.from({ length: 4 }, () => makeRsaCsr({ factors: [generatePrimeSync(2_048, { bigint: true })] })),
  '16 CSRs that are products of the smallest primes': () =>
    mixed(16, primesUpTo(20_000).slice(1).map(BigInt)).map((modulus, n) => unsigned(modulus, n, 65_537n, 64)),
};

describe('keys that are made to take long', () => {
  for (const [name, make] of Object.entries(batches)) {
    it(`take hardly longer than others: ${name}`, async () => {
      const result = await validate(make());
      expect(result.code).toBe(1);
      expect(result.log).not.toContain('This is a bug');
      expect(result.seconds).toBeLessThan(NORMAL + ALLOWED);
    });
  }

  it('name each file and say what it shares', async () => {
    const result = await validate(batches['8 CSRs of 3 KB that have primes of 100 bits in common']?.() ?? []);
    const said = result.log.split('\n').filter((line) => line.includes('Its RSA key has a prime in common with'));
    for (let n = 0; n < 8; n += 1) expect(said.join('\n')).toContain(`csrs/${n}.csr`);
  });

  it('do not keep a run from being cancelled', async () => {
    const moduli = mixed(200, primesOf(320, 102));
    for (const [n, modulus] of moduli.entries())
      await job.write(`csrs/${n}.csr`, toPem(unsigned(modulus, n, 65_537n, 64)));
    let cancelled = 0;
    const result = await job.run({
      inputs: { mode: 'validate', 'csr-path': 'csrs/**' },
      env: {},
      onStart: (child) => {
        setTimeout(() => {
          cancelled = performance.now();
          child.kill('SIGINT');
        }, 2_000);
      },
    });
    expect(result.code).toBe(1);
    expect(result.log).toContain('The run was cancelled while the CSRs were validated.');
    // A second on a machine that has nothing else to do.
    expect(performance.now() - cancelled).toBeLessThan(5_000);
  });

  it('of 11,611 bits take a fifth of a second at most', async () => {
    const other = await validate([makeCsr({ key })]);
    const primes = [randomPrime(2_048), randomPrime(2_048), randomPrime(2_048), randomPrime(2_048), randomPrime(2_048)];
    const rest = generatePrimeSync(11_611 - bitLength(product(primes)), { bigint: true });
    const long = await validate([unsigned(product([...primes, rest]), 0)]);
    expect(long.seconds - other.seconds).toBeLessThan(3 * 0.2);
  });
});
