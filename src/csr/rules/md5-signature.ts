import type { RequestRule } from './rule.ts';

export const md5Signature: RequestRule = {
  about: 'request',
  id: 'md5-signature',
  severity: 'error',
  isFixed: false,
  title: 'The request is not signed with MD5.',
  source: { name: 'RFC 6151, section 2', url: 'https://www.rfc-editor.org/rfc/rfc6151#section-2' },
  why: 'Collisions of MD5 take seconds, and AWS IoT does not take it. Such a signature is not verified at all: it would prove nothing.',
  check({ request: { signatureAlgorithm } }) {
    if (signatureAlgorithm.hash !== 'md5') return undefined;
    return {
      message: 'It is signed with MD5, which is broken and which AWS IoT does not take.',
      fix: 'Sign the CSR with SHA-256.',
    };
  },
};
