import type { FileRule } from './rule.ts';

export const unreadable: FileRule = {
  about: 'file',
  id: 'unreadable',
  severity: 'error',
  isFixed: true,
  title: 'A file that matches can be read.',
  source: { name: 'POSIX open()', url: 'https://pubs.opengroup.org/onlinepubs/9799919799/functions/open.html' },
  why: 'A file that cannot be read could be the CSR of a device: leaving it out silently would lose that device.',
  check(contents) {
    if (contents.kind !== 'unreadable') return undefined;
    return {
      message: `It cannot be read (${contents.reason}).`,
      fix: 'Give the user that the job runs as permission to read it, correct the link, or exclude it with a pattern that starts with !.',
    };
  },
};
