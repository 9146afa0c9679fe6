import type { RequestRule } from './rule.ts';

export const signature: RequestRule = {
  about: 'request',
  id: 'signature',
  severity: 'error',
  isFixed: true,
  title: 'The self-signature verifies.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: 'The self-signature proves that whoever made the request has the private key. It counts only for a sane key: with the exponent 1 anyone can make one. A CSR whose signature cannot be checked never becomes a certificate, whatever the severities of the rules that say why.',
  check({ proof }) {
    if (proof !== 'invalid') return undefined;
    return {
      message: 'Its self-signature does not verify: it was changed after it was signed, or signed with another key.',
      fix: 'Make the CSR again on the device, and copy it as a file.',
    };
  },
};
