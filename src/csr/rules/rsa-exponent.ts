import { isEven } from '../parse/key.ts';
import type { Complaint, RequestRule } from './rule.ts';

export const rsaExponent: RequestRule = {
  about: 'request',
  id: 'rsa-exponent',
  severity: 'error',
  isFixed: true,
  title: 'The exponent of an RSA key is odd, at least 3, and not beyond what others can compute with.',
  source: {
    name: 'RFC 8017, section 3.1; FIPS 186-5, section 5.1',
    url: 'https://www.rfc-editor.org/rfc/rfc8017#section-3.1',
  },
  why: 'With the exponent 1 every number is its own signature: OpenSSL and others say that such a CSR verifies, and anyone can make one. An even exponent has no private key. FIPS 186-5 ends at 256 bits, and OpenSSL refuses more than 64 bits when the modulus has more than 3072.',
  check({ request: { key } }) {
    if (key.type !== 'rsa') return undefined;
    const { length } = key.exponent;
    const complaint = (problem: string): Complaint => ({
      message: `The exponent of its RSA key ${problem}.`,
      fix: 'Make the key with the exponent 65537, which every tool does by default.',
    });
    if (length === 0 || (length === 1 && key.exponent[0] === 1))
      return complaint('is below 3, so anyone can forge its signatures');
    if (isEven(key.exponent)) return complaint('is even, so no private key fits it');
    if (length > 32 || (length > 8 && key.bits > 3072)) return complaint('is larger than other software can use');
    return undefined;
  },
};
