import { groupByKey, isSameDevice } from './known.ts';
import type { BatchRule } from './rule.ts';

export const csrChanged: BatchRule = {
  about: 'batch',
  id: 'csr-changed',
  severity: 'notice',
  isFixed: false,
  title: 'A device that has its certificate sends the CSR it got that certificate for.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: 'The key, the file and the subject are the same and only the CSR differs, so the device signed it anew. Its certificate is reused all the same, because the key decides; whatever else is new in the CSR has no effect, which is why it is said.',
  check({ entries, known }) {
    const byKey = groupByKey(known);
    return entries.flatMap((entry) => {
      const own = byKey.get(entry.spkiSha256) ?? [];
      if (own.some((one) => one.csrSha256 === entry.csrSha256)) return [];
      const first = own.find((one) => one.csrSha256 !== undefined && isSameDevice(entry, one));
      if (first === undefined) return [];
      return [
        {
          path: entry.path,
          message: `Its key has a certificate already, ${first.certificateId}, from an earlier CSR of this device.`,
          fix: 'Nothing has to be done when that certificate is to be reused. Otherwise make a new key on the device, or set `reissue`.',
        },
      ];
    });
  },
};
