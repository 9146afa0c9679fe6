import { smoothFactor } from '../weak-keys/smooth-prime.ts';
import type { KeyRule } from './rule.ts';

export const rsaSmoothPrime: KeyRule = {
  about: 'request',
  id: 'rsa-smooth-prime',
  severity: 'error',
  isFixed: true,
  title: 'No prime of an RSA key is 1 more than a product of small numbers.',
  source: {
    name: 'Pollard, Theorems on factorization and primality testing (the method p - 1), 1974',
    url: 'https://doi.org/10.1017/S0305004100049252',
  },
  why: 'Such a prime is found without trying it. A sound generator does not hit one by chance; a generator that builds primes out of small parts does. The method is applied with prime powers up to 5,000 for moduli of up to 3,072 bits (5 ms for RSA-2048), up to 2,048 for 4,096 bits (13 ms), and less for longer ones.',
  check({ rsa }) {
    if (rsa === undefined || smoothFactor(rsa.modulus) === undefined) return undefined;
    return {
      message: "A prime of its RSA key is 1 more than a product of small numbers, so that Pollard's method finds it.",
      fix: 'Make a new key with another tool, and replace every key that this one has made.',
    };
  },
};
