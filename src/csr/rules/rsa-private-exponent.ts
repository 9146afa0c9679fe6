import { smallPrivateExponent } from '../weak-keys/small-private-exponent.ts';
import type { KeyRule } from './rule.ts';

export const rsaPrivateExponent: KeyRule = {
  about: 'request',
  id: 'rsa-private-exponent',
  severity: 'error',
  isFixed: true,
  title: 'The private exponent of an RSA key is not short.',
  source: {
    name: 'Wiener, Cryptanalysis of short RSA secret exponents, 1990',
    url: 'https://doi.org/10.1109/18.54902',
  },
  why: 'A short private exponent makes signing faster, and the key public: below a fourth of the length of the modulus it can be computed from the public exponent, which is then as long as the modulus.',
  check({ rsa }) {
    if (rsa === undefined || smallPrivateExponent(rsa.modulus, rsa.exponent) === undefined) {
      return undefined;
    }
    return {
      message: 'The private exponent of its RSA key is so short that it follows from the public one.',
      fix: 'Make a new key with the public exponent 65537.',
    };
  },
};
