import type { RequestRule } from './rule.ts';

export const sha1Signature: RequestRule = {
  about: 'request',
  id: 'sha1-signature',
  severity: 'warning',
  isFixed: false,
  title: 'The request is not signed with SHA-1.',
  source: { name: 'RFC 9155, section 1; NIST SP 800-131A', url: 'https://www.rfc-editor.org/rfc/rfc9155' },
  why: 'Collisions of SHA-1 are affordable. AWS IoT still takes such a CSR, and its certificate is signed with SHA-256 all the same, so it is a warning.',
  check({ request: { signatureAlgorithm } }) {
    if (signatureAlgorithm.hash !== 'sha1') return undefined;
    return { message: 'It is signed with SHA-1, which is broken.', fix: 'Sign the CSR with SHA-256.' };
  },
};
