import { toInteger } from '../weak-keys/integers.ts';
import type { RequestRule } from './rule.ts';

/** FIPS 186-5, A.1.1: the exponent is above 2^16. */
const LEAST = 65_537n;

export const rsaExponentSmall: RequestRule = {
  about: 'request',
  id: 'rsa-exponent-small',
  severity: 'warning',
  isFixed: false,
  title: 'The exponent of an RSA key is at least 65537.',
  source: { name: 'FIPS 186-5, section A.1.1', url: 'https://doi.org/10.6028/NIST.FIPS.186-5' },
  why: 'With 3, 17 or 35 nothing is broken as long as every signature is padded and checked as it should be, and there is a line of software that did not (CVE-2006-4339 and its successors). AWS IoT takes such keys.',
  check({ request: { key } }) {
    // Below 3 and even exponents have a rule of their own.
    if (key.type !== 'rsa' || key.exponent.length > 3) return undefined;
    const exponent = toInteger(key.exponent);
    if (exponent < 3n || exponent % 2n === 0n || exponent >= LEAST) return undefined;
    return {
      message: `The exponent of its RSA key is ${exponent}.`,
      fix: 'Make the key with the exponent 65537, which every tool does by default.',
    };
  },
};
