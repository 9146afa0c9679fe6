import type { RequestRule } from './rule.ts';

export const keySignatureMismatch: RequestRule = {
  about: 'request',
  id: 'key-signature-mismatch',
  severity: 'error',
  isFixed: true,
  title: 'The signature algorithm belongs to the type of the key.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: "The request is signed with the device's own key, so an ECDSA signature cannot stand beside an RSA key.",
  check({ request: { key, signatureAlgorithm } }) {
    const { scheme, name } = signatureAlgorithm;
    if (key.type === 'other' || scheme === 'other' || (scheme === 'ecdsa') === (key.type === 'ec')) return undefined;
    return {
      message: `Its key is ${key.name}, but it says that it is signed with ${name}.`,
      fix: 'Make the CSR again, with a signature algorithm that belongs to the key in it.',
    };
  },
};
