import { readRequestedExtensions } from '../parse/extensions.ts';
import type { RequestRule } from './rule.ts';

/** As many as a reader can use. */
const SHOWN = 5;

// What every certificate of AWS IoT has: CA:FALSE, digitalSignature, and an identifier of the key.
const GIVEN: Readonly<Record<string, string | undefined>> = {
  basicConstraints: '3000',
  keyUsage: '03020780',
  subjectKeyIdentifier: undefined,
};

export const requestedExtensions: RequestRule = {
  about: 'request',
  id: 'requested-extensions',
  severity: 'warning',
  isFixed: false,
  title: 'The request asks for no extension that AWS IoT drops.',
  source: { name: 'RFC 2985, section 5.4.2', url: 'https://www.rfc-editor.org/rfc/rfc2985#section-5.4.2' },
  why: 'AWS IoT silently drops what a CSR asks for. Its certificates have basicConstraints CA:FALSE, keyUsage digitalSignature and key identifiers, and nothing else: no subject alternative name, no extended key usage. Asking for exactly what they have is not complained of, nor are other attributes, such as those of Windows that tell the machine and the program: no certificate ever holds them.',
  check({ request: { attributes = [] } }) {
    const dropped = readRequestedExtensions(attributes).flatMap(({ name, value }) =>
      name in GIVEN && (GIVEN[name] ?? value) === value ? [] : [name],
    );
    if (dropped.length === 0) return undefined;
    const more = dropped.length > SHOWN ? ` and ${dropped.length - SHOWN} more` : '';
    return {
      message: `It asks for ${dropped.slice(0, SHOWN).join(', ')}${more}, which AWS IoT drops: the certificate will not have it.`,
      fix: 'Have the device do without it, and make the CSR without it; or turn this rule off.',
    };
  },
};
