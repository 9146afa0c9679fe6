import { nameText } from '../parse/name.ts';
import type { RequestRule } from './rule.ts';

export const subjectPattern: RequestRule = {
  about: 'request',
  id: 'subject-pattern',
  severity: 'error',
  isFixed: false,
  title: 'The whole subject matches the regular expression in the input subject-pattern.',
  source: { name: 'RFC 4514, section 2', url: 'https://www.rfc-editor.org/rfc/rfc4514#section-2' },
  why: 'The subject is matched as RFC 4514 writes it: the most specific part first, usually the common name, as in `CN=sensor-1,O=Example,C=CH`, with `\\` before the characters that have a meaning there. The expression has the syntax of RE2, which is matched in time proportional to the subject: no subject can make it run away. It has to match all of the subject; `.*` lets something stand at an end.',
  check({ request }, { matchesSubject }) {
    if (matchesSubject === undefined || matchesSubject(nameText(request.subject))) return undefined;
    return {
      message: 'Its subject does not match subject-pattern.',
      fix: 'Make the CSR with the subject that the pattern asks for, or correct subject-pattern.',
    };
  },
};
