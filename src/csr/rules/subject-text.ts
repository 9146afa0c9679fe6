import type { NameAttribute } from '../parse/name.ts';
import type { RequestRule } from './rule.ts';
import { attributeName } from './subject-attribute.ts';

/** BIT STRING and SEQUENCE: what attributes without a name here may be, such as x500UniqueIdentifier (RFC 4519, 2.44). */
const NOT_TEXT_BY_DESIGN: ReadonlySet<number> = new Set([0x03, 0x30]);

export const subjectText: RequestRule = {
  about: 'request',
  id: 'subject-text',
  severity: 'error',
  isFixed: false,
  title: 'Every value in the subject is text, in the string type that it says it has.',
  source: {
    name: 'RFC 5280, section 4.1.2.4; ITU-T X.680, section 41',
    url: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.4',
  },
  why: 'AWS IoT takes the subject into the certificate as it is, and it cannot be changed until the certificate ends in 2049. With bytes that are not text in their type (Latin-1 in a UTF8String, half a character in a BMPString, an overlong form, an OCTET STRING) OpenSSL and most others cannot load the certificate; and at a NUL character programs in C stop reading, so that two names become one. PrintableStrings with characters that the type does not have, such as `_`, `@` and `*`, and TeletexStrings in Latin-1 are accepted: tools write them, and everything reads them.',
  check({ request: { subject } }) {
    const wrong = subject.flat().flatMap((attribute) => {
      const problem = problemOf(attribute);
      return problem === undefined ? [] : [`${attributeName(attribute)} ${problem}`];
    });
    const [first] = wrong;
    if (first === undefined) return undefined;
    const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : '';
    return {
      message: `In its subject ${first}${more}.`,
      fix: 'Make the CSR with a subject in UTF-8 (OpenSSL: `-utf8`) or in ASCII.',
    };
  },
};

function problemOf({ type, tag, text, problem }: NameAttribute): string | undefined {
  if (problem !== undefined) {
    const isNamed = !/^\d/.test(type);
    return !isNamed && NOT_TEXT_BY_DESIGN.has(tag) ? undefined : `is not text: ${problem}`;
  }
  return text?.includes('\0') ? 'holds a NUL character, at which many programs stop reading' : undefined;
}
