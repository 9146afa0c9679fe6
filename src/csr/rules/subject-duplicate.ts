import { listOthers } from './list-others.ts';
import type { BatchRule } from './rule.ts';

export const subjectDuplicate: BatchRule = {
  about: 'batch',
  id: 'subject-duplicate',
  severity: 'warning',
  isFixed: false,
  title: 'No two devices have the same subject.',
  source: { name: 'RFC 5280, section 4.1.2.6', url: 'https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.6' },
  why: 'Policies and registration name a device by the subject of its certificate, most often by the common name, so two keys with one subject are two devices that pass for each other. AWS IoT takes it, and fleets exist in which every device has the same subject, so it is a warning. Subjects that are empty do not count, nor do files with one key, which public-key-duplicate is about. Certificates of the ledger and of the manifest count unless they are marked as revoked: a device with a new key has its old subject.',
  check(batch, known) {
    // The first bearer of each key under a subject: several files with one key count once.
    const bySubject = new Map<string, Map<string, string>>();
    for (const { subject, spkiSha256, path } of batch) {
      const bearers = bySubject.get(subject) ?? new Map<string, string>();
      bySubject.set(subject, bearers);
      if (!bearers.has(spkiSha256)) bearers.set(spkiSha256, path);
    }
    for (const { subject, spkiSha256, certificateId, isRetired } of known) {
      const bearers = subject === undefined || isRetired ? undefined : bySubject.get(subject);
      if (bearers?.has(spkiSha256) === false) bearers.set(spkiSha256, `the certificate ${certificateId}`);
    }
    const groups = new Map([...bySubject].map(([subject, bearers]) => [subject, [...bearers]]));
    return batch.flatMap(({ path, subject, spkiSha256 }) => {
      const group = groups.get(subject) ?? [];
      if (subject === '' || group.length < 2) return [];
      const others = listOthers(
        group,
        ([key]) => key === spkiSha256,
        ([, name]) => name,
      );
      return [
        {
          path,
          message: `Its subject is also that of ${others}, with another key.`,
          fix: 'Give every device a subject of its own; when it is one device with a new key, revoke its old certificate.',
        },
      ];
    });
  },
};
