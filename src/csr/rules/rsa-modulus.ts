import { isEven } from '../key.ts';
import type { RequestRule } from './rule.ts';

export const rsaModulus: RequestRule = {
  about: 'request',
  id: 'rsa-modulus',
  severity: 'error',
  isFixed: true,
  title: 'The modulus of an RSA key is odd.',
  source: { name: 'RFC 8017, section 3.1', url: 'https://www.rfc-editor.org/rfc/rfc8017#section-3.1' },
  why: 'The modulus is the product of two large primes. An even one was damaged, or never was a key, and its private key is known to everyone.',
  check({ request: { key } }) {
    if (key.type !== 'rsa' || !isEven(key.modulus)) return undefined;
    return {
      message: 'The modulus of its RSA key is even, so it is not the product of two large primes.',
      fix: 'Make a new key on the device.',
    };
  },
};
