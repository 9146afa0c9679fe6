import type { BatchRule } from './rule.ts';

export const rsaMediumFactor: BatchRule = {
  about: 'batch',
  id: 'rsa-medium-factor',
  severity: 'error',
  isFixed: true,
  title: 'The modulus of an RSA key has no prime factor of 17 to 24 bits.',
  source: { name: 'NIST SP 800-89, section 5.3.3', url: 'https://doi.org/10.6028/NIST.SP.800-89' },
  why: 'Such a factor says the same as a smaller one, which rsa-small-factor is about. All moduli of the batch of up to 4,096 bits are divided by the 1,071,329 primes between 65,536 and 16,777,216 at once, which takes a fifth of a second for one key and 2 ms a key for 1,000 RSA-2048 keys.',
  check({ divisible }) {
    return divisible.flatMap(({ factor, entries }) =>
      entries.map(({ path }) => ({
        path,
        message:
          factor <= Number.MAX_SAFE_INTEGER
            ? `The modulus of its RSA key can be divided by ${factor}.`
            : 'The modulus of its RSA key has several prime factors of 17 to 24 bits.',
        fix: 'Make a new key, and find out whether the file or the generator of the device is damaged.',
      })),
    );
  },
};
