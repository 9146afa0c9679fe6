import { groupBy } from '../../lib/group-by.ts';
import type { KnownKey } from '../known-key.ts';
import { listOthers } from './list-others.ts';
import type { BatchEntry, BatchRule } from './rule.ts';

export const subjectDuplicate: BatchRule = {
  about: 'batch',
  id: 'subject-duplicate',
  severity: 'warning',
  isFixed: false,
  title: 'No two devices have the same subject.',
  source: { name: 'RFC 5280, section 4.1.2.6', url: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.6' },
  why: 'Policies and registration name a device by the subject of its certificate, most often by the common name, so two keys with one subject are two devices that pass for each other. AWS IoT takes it, and fleets exist in which every device has the same subject, so it is a warning. Subjects that are empty do not count, nor do files with one key, which public-key-duplicate is about. Certificates of the ledger and of the manifest count unless they are marked as revoked: a device with a new key has its old subject.',
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
      return bearers.length < 2 ? [] : group.map((entry) => complaint(entry, bearers));
    });
  },
};

/** The first bearer of each key, with its name: several files with one key count once. */
function bearersOf(
  entries: readonly BatchEntry[],
  issued: readonly KnownKey[],
): readonly [key: string, name: string][] {
  const bearers = new Map<string, string>();
  const add = (key: string, name: string): void => {
    if (!bearers.has(key)) bearers.set(key, name);
  };
  for (const { spkiSha256, path } of entries) add(spkiSha256, path);
  for (const { spkiSha256, certificateId } of issued) add(spkiSha256, `the certificate ${certificateId}`);
  return [...bearers];
}

function complaint({ path, spkiSha256 }: BatchEntry, bearers: readonly (readonly [string, string])[]) {
  const others = listOthers(
    bearers,
    ([key]) => key === spkiSha256,
    ([, name]) => name,
  );
  return {
    path,
    message: `Its subject is also that of ${others}, with another key.`,
    fix: 'Give every device a subject of its own; when it is one device with a new key, revoke its old certificate.',
  };
}
