import { groupByKey, isSameDevice } from './known.ts';
import type { BatchRule } from './rule.ts';

export const publicKeyKnown: BatchRule = {
  about: 'batch',
  id: 'public-key-known',
  severity: 'error',
  isFixed: false,
  title: 'No key of the batch belongs to another device that has its certificate already.',
  source: { name: 'NIST SP 800-57 part 1, section 5.2', url: 'https://doi.org/10.6028/NIST.SP.800-57pt1r5' },
  why: 'The same CSR again is what every re-run brings, and its certificate is reused. Another CSR with that key, from another file or for another subject, means that two devices have one key: the second would be handed the certificate of the first. The ledger and the manifest in the output directory count, whatever the account and the region.',
  check({ entries, known }) {
    const byKey = groupByKey(known);
    return entries.flatMap((entry) => {
      const own = byKey.get(entry.spkiSha256) ?? [];
      const [other] = own;
      if (other === undefined || own.some((one) => one.csrSha256 === entry.csrSha256 || isSameDevice(entry, one)))
        return [];
      const whose = other.subjectBytes === undefined || other.subjectBytes === entry.subjectBytes ? 'CSR' : 'subject';
      const where = other.csrPath === undefined ? '' : `, ${other.csrPath}`;
      return [
        {
          path: entry.path,
          message: `Its public key has a certificate already, ${other.certificateId}, issued to another ${whose}${where}.`,
          fix: 'Make a new key on this device; when it is the same device after all, put its first CSR back.',
        },
      ];
    });
  },
};
