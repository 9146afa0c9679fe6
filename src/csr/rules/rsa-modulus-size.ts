import type { RequestRule } from './rule.ts';

export const rsaModulusSize: RequestRule = {
  about: 'request',
  id: 'rsa-modulus-size',
  severity: 'warning',
  isFixed: false,
  title: 'The length of an RSA modulus is a multiple of 8 bits.',
  source: {
    name: 'CA/Browser Forum baseline requirements, section 6.1.5',
    url: 'https://cabforum.org/working-groups/server/baseline-requirements/requirements/#615-key-sizes',
  },
  why: 'Sound tools make keys of 2048, 3072 or 4096 bits. A key of 2047 bits is not weak by itself, but comes from a generator that forgot to set the highest bits of its primes, and some software refuses it.',
  check({ request: { key } }) {
    if (key.type !== 'rsa' || key.bits % 8 === 0) return undefined;
    return {
      message: `Its RSA modulus has ${key.bits} bits, which is not a multiple of 8.`,
      fix: 'Make the key with another tool, or update the one that makes it.',
    };
  },
};
