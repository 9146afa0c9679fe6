import type { RequestRule } from './rule.ts';

export const requiredSubjectAttributes: RequestRule = {
  about: 'request',
  id: 'required-subject-attributes',
  severity: 'error',
  isFixed: false,
  title: 'The subject has the attributes that the input required-subject-attributes names.',
  source: { name: 'RFC 4519, section 2', url: 'https://www.rfc-editor.org/rfc/rfc4519#section-2' },
  why: 'AWS IoT takes the subject as it is, an empty one too, and it cannot be changed afterwards. An attribute counts when it has a value that is not only white space. Attributes go by the short names of RFC 4519 (`CN`, `O`, `OU`, `serialNumber`) or by their object identifier.',
  check({ request: { subject } }, { requiredSubjectAttributes: required = [] }) {
    if (required.length === 0) return undefined;
    const present = new Set(subject.flat().flatMap(({ type, value }) => (value.trim() === '' ? [] : [type])));
    const missing = required.filter((type) => !present.has(type));
    if (missing.length === 0) return undefined;
    return {
      message: `Its subject has no ${missing.join(', ')}.`,
      fix: 'Make the CSR with these attributes in its subject, or correct required-subject-attributes.',
    };
  },
};
