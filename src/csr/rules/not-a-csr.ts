import type { FileRule } from './rule.ts';

export const notACsr: FileRule = {
  about: 'file',
  id: 'not-a-csr',
  severity: 'error',
  isFixed: true,
  title: 'A file that matches holds a certificate signing request.',
  source: { name: 'RFC 7468, section 7', url: 'https://www.rfc-editor.org/rfc/rfc7468#section-7' },
  why: 'What stands there is named for what it is, with the way to a CSR: a certificate, a public key, a pointer of Git LFS, a CSR that is wrapped in base64, hex, JSON, source code, a log of a modem or an archive. PEM needs one of the labels CERTIFICATE REQUEST and NEW CERTIFICATE REQUEST; text around it, such as OpenSSL prints, is skipped, because only the request in it is sent. A file without PEM that is the DER of the request alone is taken as well: it says the same.',
  check(contents) {
    if (contents.kind !== 'other') return undefined;
    return {
      message: `It holds ${contents.what} where a certificate signing request (PKCS#10) belongs.`,
      fix: contents.fix ?? 'Put the CSR of the device in its place, or exclude it with a pattern that starts with !.',
    };
  },
};
