import { patternedFactor } from '../weak-keys/patterned-prime.ts';
import type { KeyRule } from './rule.ts';

export const rsaPatternedPrime: KeyRule = {
  about: 'request',
  id: 'rsa-patterned-prime',
  severity: 'error',
  isFixed: true,
  title: 'No prime of an RSA key is a word that repeats.',
  source: {
    name: 'Bernstein et al., Factoring RSA keys from certified smart cards: Coppersmith in the wild, 2013, section 3',
    url: 'https://smartfacts.cr.yp.to/',
  },
  why: 'Smart cards with a broken random number generator made primes of bytes or words that repeat, with the next prime after them. Such a prime is found from the modulus alone. Words of up to 128 bits are looked for in primes of half the length of the modulus, of which the highest 16 and the lowest 32 bits may be others. It takes 0.4 ms a key.',
  check({ rsa }) {
    if (rsa === undefined || patternedFactor(rsa.modulus) === undefined) return undefined;
    return {
      message: 'A prime of its RSA key is a short word that repeats, so that it follows from the modulus.',
      fix: 'Make a new key with another random number generator, and replace every key that this one has made.',
    };
  },
};
