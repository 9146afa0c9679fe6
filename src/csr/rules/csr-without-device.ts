import { deviceName } from '../device-list.ts';
import type { BatchRule } from './rule.ts';

export const csrWithoutDevice: BatchRule = {
  about: 'batch',
  id: 'csr-without-device',
  severity: 'error',
  isFixed: false,
  title: 'The devices file has a line for every CSR.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: 'A CSR that nobody has listed is of a device that nobody knows of, and its key is compared with nothing: whoever renames a file would otherwise get around the list. While a list is only being made, `rules: csr-without-device=warning` lets such CSRs pass.',
  check({ devices }) {
    if (devices === undefined) return [];
    const { list, matches, byHash } = devices;
    return matches.flatMap(({ entry, names, found }) => {
      if (found.length > 0) return [];
      const said = names.length === 0 ? 'it has no serial number' : `its ${names.join(', its ')}`;
      const owner = byHash.get(entry.spkiSha256) ?? byHash.get(entry.csrSha256);
      const whose =
        owner === undefined
          ? ''
          : ` Line ${owner.line} lists its key for ${deviceName(owner)}, which it is not named after.`;
      return [
        {
          path: entry.path,
          message: `No line of ${list.path} is of its device: ${said}.${whose}`,
          fix: 'Add a line for the device, or remove the CSR; a file that was renamed gets its name back.',
        },
      ];
    });
  },
};
