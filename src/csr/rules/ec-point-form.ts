import type { RequestRule } from './rule.ts';

export const ecPointForm: RequestRule = {
  about: 'request',
  id: 'ec-point-form',
  severity: 'error',
  isFixed: false,
  title: 'The point of an EC key is written uncompressed.',
  source: { name: 'RFC 5480, section 2.2', url: 'https://www.rfc-editor.org/rfc/rfc5480#section-2.2' },
  why: 'RFC 5480 obliges nobody to read compressed points, forbids hybrid ones, and AWS does not say that it takes either. The uncompressed form has no such doubt. The fingerprint of a key does not depend on its form.',
  check({ request: { key } }) {
    if (key.type !== 'ec' || key.form === 'uncompressed') return undefined;
    return {
      message: `Its EC public key is written in ${key.form} form, which AWS IoT may not read.`,
      fix: 'Make the CSR with the uncompressed form, which is the default of OpenSSL.',
    };
  },
};
