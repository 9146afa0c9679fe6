import { generateKeyPairSync } from 'node:crypto';
import { multiplyModuli } from '../../src/csr/examine/compare-moduli.ts';
import { closeFactor } from '../../src/csr/weak-keys/close-primes.ts';
import { patternedFactor } from '../../src/csr/weak-keys/patterned-prime.ts';
import { perfectPower } from '../../src/csr/weak-keys/perfect-power.ts';
import { isPrime } from '../../src/csr/weak-keys/prime.ts';
import { regularityOf } from '../../src/csr/weak-keys/regular-modulus.ts';
import { hasRocaFingerprint } from '../../src/csr/weak-keys/roca.ts';
import { smallFactor } from '../../src/csr/weak-keys/small-factors.ts';
import { hasSmallPrivateNumber, isSmallMultiple } from '../../src/csr/weak-keys/small-private-number.ts';
import { smoothFactor } from '../../src/csr/weak-keys/smooth-prime.ts';
import { randomPrime } from '../csr/rsa-keys.ts';
import { coprimeModuli } from './batch-gcd.ts';
import type { Bench } from './bench.ts';

/** What each rule on RSA keys does with one modulus, and the milliseconds that it may take for RSA-2048. */
const METHODS: readonly (readonly [rule: string, work: (modulus: bigint) => unknown, ms: number])[] = [
  ['rsa-modulus, a prime', isPrime, 3],
  ['rsa-modulus, a power', perfectPower, 0.2],
  ['rsa-small-factor', smallFactor, 0.5],
  ['rsa-close-primes', closeFactor, 2],
  ['rsa-roca', hasRocaFingerprint, 0.1],
  ['rsa-smooth-prime', smoothFactor, 8],
  ['rsa-patterned-prime', patternedFactor, 1],
  ['rsa-regular-modulus', regularityOf, 0.2],
];
const EC_MS = 0.4;
/** On P-256, which most devices have, a sound key may take this: a tenth of a verification. */
const EC_LISTED_MS = 0.007;
const POINTS = 300;
const MODULI = 1_000;
/** Together they may take as long as all rules took before there were those on patterns and on 24 bits, twice. */
const ALL_MS = 12;

/** What looking for weak keys takes a key, in processor time of one thread. */
export const weakKeys: Bench = {
  name: 'weak-keys',
  about: 'processor time a sound key, rule by rule: RSA-2048, and the three curves',
  async run(report) {
    const primes = Array.from({ length: 15 }, () => randomPrime(1_024));
    const moduli = primes.flatMap((p, index) => primes.slice(index + 1).map((q) => p * q));
    let all = 0;
    for (const [rule, work, limit] of METHODS) {
      work(moduli[0] ?? 1n);
      const ms =
        (await cpuMs(() => {
          for (const modulus of moduli) work(modulus);
        })) / moduli.length;
      all += ms;
      report({ case: rule, what: 'ms a key', value: ms, target: ['≤', limit] });
    }
    for (const count of [1, MODULI]) {
      const ms = await listedFactors(count);
      if (count === MODULI) all += ms / count;
      report({
        case: `rsa-medium-factor and rsa-known-prime, ${count} at a time`,
        what: 'ms a key',
        value: ms / count,
      });
    }
    report({ case: 'all of them', what: 'ms a key', value: all, target: ['≤', ALL_MS] });
    const ec = [
      ['P-256', hasSmallPrivateNumber, EC_LISTED_MS, ''],
      ['P-256', isSmallMultiple, EC_MS, ', a key that looks like one with a small number'],
      ['P-384', hasSmallPrivateNumber, EC_MS, ''],
      ['P-521', hasSmallPrivateNumber, EC_MS, ''],
    ] as const;
    for (const [curve, work, limit, which] of ec) {
      const value = await privateNumbers(curve, work);
      report({ case: `ec-private-number, ${curve}${which}`, what: 'ms a key', value, target: ['≤', limit] });
    }
  },
};

async function privateNumbers(curve: 'P-256' | 'P-384' | 'P-521', work: typeof hasSmallPrivateNumber): Promise<number> {
  const points = Array.from({ length: POINTS }, () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: curve });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  });
  // The first makes the table.
  work(curve, points[0] ?? Buffer.alloc(0));
  const ms = await cpuMs(() => {
    for (const point of points) work(curve, point);
  });
  return ms / POINTS;
}

async function listedFactors(count: number): Promise<number> {
  const set = await multiplyModuli(coprimeModuli(count), undefined);
  return cpuMs(() => set.findListedFactors());
}

async function cpuMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
