import { smoothFactor } from '../weak-keys/smooth-prime.ts';
import type { RequestRule } from './rule.ts';

export const rsaSmoothPrime: RequestRule = {
  about: 'request',
  id: 'rsa-smooth-prime',
  severity: 'error',
  isFixed: true,
  title: 'No prime of an RSA key is 1 more than a product of small rsa.',
  source: {
    name: 'Pollard, Theorems on factorization and primality testing (the method p - 1), 1974',
    url: 'https://doi.org/10.1017/S0305004100049252',
  },
  why: 'Such a prime is found without trying it. A sound generator does not hit one by chance; a generator that builds primes out of small parts does. The method is applied with prime powers up to 1,024.',
  check({ rsa }) {
    if (rsa === undefined || smoothFactor(rsa.modulus) === undefined) return undefined;
    return {
      message: "A prime of its RSA key is 1 more than a product of small rsa, so that Pollard's method finds it.",
      fix: 'Make a new key with another tool, and replace every key that this one has made.',
    };
  },
};
