import { DIGEST_LENGTH } from '../parse/algorithm-identifier.ts';
import type { RequestRule } from './rule.ts';

export const pssParameters: RequestRule = {
  about: 'request',
  id: 'pss-parameters',
  severity: 'error',
  isFixed: false,
  title: 'RSASSA-PSS uses one hash throughout and a salt as long as the digest.',
  source: {
    name: 'RFC 8446, section 4.2.3; RFC 4055, section 3.1',
    url: 'https://www.rfc-editor.org/rfc/rfc4055#section-3.1',
  },
  why: 'These are the parameters TLS 1.3 allows, and the only ones that AWS IoT is known to take. OpenSSL makes the salt as long as it can unless rsa_pss_saltlen says otherwise.',
  check({ request: { signatureAlgorithm } }) {
    const { hash, pss } = signatureAlgorithm;
    if (hash === undefined || pss === undefined) return undefined;
    if (pss.maskHash !== hash) {
      return { message: 'Its RSASSA-PSS signature uses two different hashes.', fix: 'Use the same hash for MGF1.' };
    }
    if (pss.saltLength === DIGEST_LENGTH[hash]) return undefined;
    return {
      message: `Its RSASSA-PSS salt has ${pss.saltLength} bytes, the digest has ${DIGEST_LENGTH[hash]}.`,
      fix: 'Make the salt as long as the digest (OpenSSL: -sigopt rsa_pss_saltlen:digest).',
    };
  },
};
