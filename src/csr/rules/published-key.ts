import { hash } from 'node:crypto';
import { type PublicKey, uncompressedPoint } from '../parse/key.ts';
import { PUBLISHED_KEYS } from '../weak-keys/published-keys.ts';
import type { KeyRule } from './rule.ts';

export const publishedKey: KeyRule = {
  about: 'request',
  id: 'published-key',
  severity: 'error',
  isFixed: false,
  title: 'The private key does not stand in an RFC, or in the tests of widespread software.',
  source: { name: 'RFC 9500, section 1', url: 'https://www.rfc-editor.org/rfc/rfc9500#section-1' },
  why: 'Keys from examples find their way into devices. The list holds 45 keys that AWS IoT would take: from RFCs, and from the tests of Node.js and CPython; it is .ci/known-keys/published.txt. The P-256 key of RFC 9500 is not on it, because other linters take it for an acceptable key of tests.',
  check({ request: { key } }) {
    const number = numberOf(key);
    const place = number === undefined ? undefined : PUBLISHED_KEYS.get(hash('sha256', number, 'hex'));
    if (place === undefined) return undefined;
    return {
      message: `Its private key is published (${place}), so that everyone has it.`,
      fix: 'Make a key on the device instead of copying one from an example.',
    };
  },
};

function numberOf(key: PublicKey): Uint8Array | undefined {
  if (key.type === 'other') return undefined;
  return key.type === 'rsa' ? key.modulus : uncompressedPoint(key);
}
