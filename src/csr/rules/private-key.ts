import type { FileRule } from './rule.ts';

export const privateKey: FileRule = {
  about: 'file',
  id: 'private-key',
  severity: 'error',
  isFixed: true,
  title: 'A file that matches holds no private key.',
  source: {
    name: 'RFC 5280, section 9 (private keys are to be kept secret)',
    url: 'https://www.rfc-editor.org/rfc/rfc5280#section-9',
  },
  why: 'The private key belongs on the device and nowhere else. Whoever can read the repository has it from now on, also after the file is deleted. Any PEM label that says PRIVATE KEY counts, damaged or not, as do PKCS#8, SEC 1, PKCS#1 and PKCS#12, encrypted or not, key stores of Java, blobs of Windows and of TPMs, JSON Web Keys, keys of PuTTY, OpenSSH, PGP, age and WireGuard, and keys printed as text; in base64, hex, arrays of numbers, dumps, strings of source code, JSON, HTML, UTF-16, gzip, zip and tar, also within each other, and beside or inside of a CSR. Raw bytes that nothing names are no key to anybody. Nothing of its content is shown.',
  check(contents) {
    if (contents.kind !== 'private-key') return undefined;
    return {
      message: `It holds ${contents.what}.`,
      fix: 'Remove it from the repository and its history, treat the key as stolen, and make a new key on the device.',
    };
  },
};
