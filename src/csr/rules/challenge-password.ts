import type { RequestRule } from './rule.ts';

const CHALLENGE_PASSWORD = '1.2.840.113549.1.9.7';

export const challengePassword: RequestRule = {
  about: 'request',
  id: 'challenge-password',
  severity: 'warning',
  isFixed: false,
  title: 'The request holds no challenge password.',
  source: { name: 'RFC 2985, section 5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc2985#section-5.4.1' },
  why: 'AWS IoT silently drops it, so it protects nothing; and whoever can read the repository can read it. OpenSSL asks for one by default, and its users answer with a password that they use elsewhere.',
  check({ request: { attributes = [] } }) {
    if (!attributes.some(({ oid }) => oid === CHALLENGE_PASSWORD)) return undefined;
    return {
      message: 'It holds a challenge password in plain text, which AWS IoT drops.',
      fix: 'Make the CSR without one, and change the password wherever it is in use.',
    };
  },
};
