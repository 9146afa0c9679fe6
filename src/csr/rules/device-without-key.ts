import { CSR_SHA256, SPKI_SHA256 } from '../device-list.ts';
import type { BatchRule } from './rule.ts';

export const deviceWithoutKey: BatchRule = {
  about: 'batch',
  id: 'device-without-key',
  severity: 'warning',
  isFixed: false,
  title: 'The line of a CSR in the devices file has the hash of its key or of the CSR.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: 'A line without a hash gives attributes and protects nothing: any CSR under the name of the device passes. A file that is only there for its attributes is all right; `rules: device-without-key=off` says so.',
  check({ devices }) {
    if (devices === undefined) return [];
    const { list, matches } = devices;
    const fix = `Write the SHA-256 of each device's key into the column ${SPKI_SHA256}, as docs/devices.md shows, where the keys are made.`;
    if (![SPKI_SHA256, CSR_SHA256].some((column) => list.columns.includes(column))) {
      return [
        {
          path: list.path,
          line: 1,
          message: `It has no column ${SPKI_SHA256} or ${CSR_SHA256}, so no key is compared.`,
          fix,
        },
      ];
    }
    return matches.flatMap(({ entry: { path }, found: [first] }) => {
      if (first === undefined) return [];
      const { spkiSha256, csrSha256 } = first.device;
      if (spkiSha256 !== undefined || csrSha256 !== undefined) return [];
      return [{ path, message: `Its line in ${list.path} has no hash, so its key is compared with nothing.`, fix }];
    });
  },
};
