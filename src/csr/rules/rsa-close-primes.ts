import { closeFactor } from '../weak-keys/close-primes.ts';
import type { KeyRule } from './rule.ts';

export const rsaClosePrimes: KeyRule = {
  about: 'request',
  id: 'rsa-close-primes',
  severity: 'error',
  isFixed: true,
  title: 'The primes of an RSA key do not lie close together.',
  source: {
    name: 'Böck, Fermat factorization in the wild (CVE-2022-26320); FIPS 186-5, section A.1.3',
    url: 'https://fermatattack.secvuln.info/',
  },
  why: "Printers and other devices took the next prime after the first as the second one. Fermat's method of 1643 factors such a key at once. 65,536 steps of it are done, which finds primes of a 2048-bit key that differ by less than 2^521.",
  check({ rsa }) {
    if (rsa === undefined || closeFactor(rsa.modulus) === undefined) return undefined;
    return {
      message: "The two primes of its RSA key lie so close together that Fermat's method finds them at once.",
      fix: 'Make a new key with another tool, and replace every key that this one has made.',
    };
  },
};
