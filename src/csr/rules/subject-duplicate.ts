import { groupBy } from '../../lib/group-by.ts';
import type { KnownKey } from '../known-key.ts';
import { listOthers } from './list-others.ts';
import type { BatchComplaint, BatchEntry, BatchRule } from './rule.ts';

export const subjectDuplicate: BatchRule = {
  about: 'batch',
  id: 'subject-duplicate',
  severity: 'warning',
  isFixed: false,
  title: 'No two devices have the same subject.',
  source: { name: 'RFC 5280, section 4.1.2.6', url: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.6' },
  why: 'Policies and registration name a device by the subject of its certificate, most often by the common name, so two keys with one subject are two devices that pass for each other. AWS IoT takes it, and fleets exist in which every device has the same subject, so it is a warning. Subjects are compared by their bytes, and by what a policy reads: those that differ only in the string types of their parts are named as such. Subjects that are empty do not count, nor do files with one key, which public-key-duplicate is about. Certificates of the ledger and of the manifest count unless they are marked as revoked: a device with a new key has its old subject.',
  check({ entries, known }) {
    const bySubject = groupBy(entries, ({ subject }) => subject);
    const certificates = groupBy(
      known.filter(({ isRetired }) => !isRetired),
      ({ subject }) => subject,
    );
    return [...bySubject].flatMap(([subject, group]) => {
      const issued = certificates.get(subject) ?? [];
      if (subject === '' || group.length + issued.length < 2) return [];
      const bearers = bearersOf(group, issued);
      const byBytes = groupBy(bearers, ({ subjectBytes }) => subjectBytes);
      const same = (entry: BatchEntry): readonly Bearer[] => byBytes.get(entry.subjectBytes) ?? [];
      return bearers.length < 2 ? [] : group.map((entry) => complaint(entry, same(entry), bearers));
    });
  },
};

/** Who has a subject, or one that reads the same. */
interface Bearer {
  readonly spkiSha256: string;
  readonly subjectBytes: string | undefined;
  readonly name: string;
}

/** The first bearer of each key: several files with one key count once. */
function bearersOf(entries: readonly BatchEntry[], issued: readonly KnownKey[]): readonly Bearer[] {
  const bearers = new Map<string, Bearer>();
  const add = (bearer: Bearer): void => {
    if (!bearers.has(bearer.spkiSha256)) bearers.set(bearer.spkiSha256, bearer);
  };
  for (const { spkiSha256, subjectBytes, path } of entries) add({ spkiSha256, subjectBytes, name: path });
  for (const { spkiSha256, subjectBytes, certificateId } of issued) {
    add({ spkiSha256, subjectBytes, name: `the certificate ${certificateId}` });
  }
  return [...bearers.values()];
}

function complaint(entry: BatchEntry, same: readonly Bearer[], alike: readonly Bearer[]): BatchComplaint {
  const isOwn = ({ spkiSha256 }: Bearer): boolean => spkiSha256 === entry.spkiSha256;
  const isShared = same.some((bearer) => !isOwn(bearer));
  const others = listOthers(isShared ? same : alike, isOwn, ({ name }) => name);
  return {
    path: entry.path,
    message: isShared
      ? `Its subject is also that of ${others}, with another key.`
      : `Its subject reads the same as that of ${others}, in other string types and with another key.`,
    fix: 'Give every device a subject of its own; when it is one device with a new key, retire its old certificate when it has connected with the new one (docs/rotation.md).',
  };
}
