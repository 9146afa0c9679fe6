import { signatureEncodingProblem } from '../parse/signature-encoding.ts';
import type { RequestRule } from './rule.ts';

export const signature: RequestRule = {
  about: 'request',
  id: 'signature',
  severity: 'error',
  isFixed: true,
  title: 'The self-signature verifies.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: 'The self-signature proves that whoever made the request has the private key. It counts only for a sane key: with the exponent 1 anyone can make one. A CSR whose signature cannot be checked never becomes a certificate, whatever the severities of the rules that say why. A signature whose bytes are not encoded as one is named for that: secure elements and TPMs give r and s of an ECDSA signature as raw bytes of a fixed length, and each has to become a DER INTEGER, without needless zeros and with one where it would be negative.',
  check({ proof, request }) {
    if (proof !== 'invalid') return undefined;
    const problem = signatureEncodingProblem(request);
    if (problem === undefined) {
      return {
        message: 'Its self-signature does not verify with the public key in it.',
        fix: 'Make the CSR again on the device, and copy it as a file. When that does not help, compare the key, the hash and the bytes that the device signs.',
      };
    }
    return request.key.type === 'ec'
      ? {
          message: `The encoding of its self-signature is wrong: ${problem}.`,
          fix: 'Have the firmware write r and s as two DER INTEGERs in a SEQUENCE (RFC 3279, section 2.2.3), and make the CSR again.',
        }
      : {
          message: `Its self-signature does not verify: ${problem}.`,
          fix: 'Make the CSR again: signed with this key, and with the leading zeros that the signature may have.',
        };
  },
};
