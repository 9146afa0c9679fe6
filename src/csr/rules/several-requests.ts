import type { FileRule } from './rule.ts';

export const severalRequests: FileRule = {
  about: 'file',
  id: 'several-requests',
  severity: 'error',
  isFixed: true,
  title: 'A file holds exactly one certificate signing request.',
  source: { name: 'RFC 2986, section 4', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-4' },
  why: 'Other tools silently take the first request and drop the rest, so that a device gets no certificate and nobody notices.',
  check(contents) {
    if (contents.kind !== 'several') return undefined;
    return {
      message: `It holds ${contents.count} certificate signing requests.`,
      fix: 'Put each of them in a file of its own.',
    };
  },
};
