import type { FileRule } from './rule.ts';

export const malformed: FileRule = {
  about: 'file',
  id: 'malformed',
  severity: 'error',
  isFixed: true,
  title: 'The request is PKCS#10 in strict DER, and its PEM is intact.',
  source: {
    name: 'RFC 2986, section 4; ITU-T X.690, section 10',
    url: 'https://www.rfc-editor.org/rfc/rfc2986#section-4',
  },
  why: 'Lengths are definite and in their shortest form, nothing follows the request, and every field has its type. What readers disagree about is refused here, because a certificate cannot be taken back. Only the order of sets is not checked: tools get it wrong, and no reader minds.',
  check(contents) {
    if (contents.kind !== 'malformed') return undefined;
    return {
      message: `It is not a well-formed certificate signing request: ${contents.problem}.`,
      fix: 'Make the CSR again, and copy it as a file, not as text.',
    };
  },
};
