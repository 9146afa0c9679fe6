import { hasRocaFingerprint } from '../weak-keys/roca.ts';
import type { KeyRule } from './rule.ts';

export const rsaRoca: KeyRule = {
  about: 'request',
  id: 'rsa-roca',
  severity: 'error',
  isFixed: false,
  title: 'An RSA key does not come from the broken library of Infineon chips (ROCA).',
  source: { name: 'CVE-2017-15361', url: 'https://www.cve.org/CVERecord?id=CVE-2017-15361' },
  why: 'Trusted platform modules, smart cards and security keys made primes of a form that gives them away. AWS IoT Device Defender flags certificates of such keys, after they were issued.',
  check({ rsa }) {
    if (rsa === undefined || !hasRocaFingerprint(rsa.modulus)) return undefined;
    return {
      message: 'Its RSA key comes from a broken library of Infineon (ROCA, CVE-2017-15361), and can be factored.',
      fix: 'Update the firmware of the chip and make a new key, or make the key outside of the chip.',
    };
  },
};
