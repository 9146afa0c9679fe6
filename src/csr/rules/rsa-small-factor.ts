import { smallFactor } from '../weak-keys/small-factors.ts';
import type { KeyRule } from './rule.ts';

export const rsaSmallFactor: KeyRule = {
  about: 'request',
  id: 'rsa-small-factor',
  severity: 'error',
  isFixed: true,
  title: 'The modulus of an RSA key has no small prime factor.',
  source: { name: 'NIST SP 800-89, section 5.3.3', url: 'https://doi.org/10.6028/NIST.SP.800-89' },
  why: 'A factor up to 65536 says that the modulus is not the product of two large primes: the key was damaged after it was made, or its maker does not test for primes. Most such numbers can be factored in full.',
  check({ rsa }) {
    const factor = rsa === undefined ? undefined : smallFactor(rsa.modulus);
    if (factor === undefined) return undefined;
    return {
      message: `The modulus of its RSA key can be divided by ${factor}.`,
      fix: 'Make a new key, and find out whether the file or the generator of the device is damaged.',
    };
  },
};
