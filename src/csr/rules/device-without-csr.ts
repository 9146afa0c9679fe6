import { deviceName } from '../device-list.ts';
import type { BatchRule } from './rule.ts';

export const deviceWithoutCsr: BatchRule = {
  about: 'batch',
  id: 'device-without-csr',
  severity: 'warning',
  isFixed: false,
  title: 'The batch has a CSR of every device in the devices file.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: 'A device whose CSR is missing stays without a certificate, which is noticed on the production line, or in the field. A file of the name of the device that cannot be used is named by other rules, and the device is not called missing; nor is one whose key has a certificate by the ledger or the manifest. The file is about the whole batch, not about the part that one `shard` issues. `rules: device-without-csr=error` stops the run for it, `=off` is for a file that lists more than any batch has.',
  check({ devices }) {
    if (devices === undefined) return [];
    const { list, without } = devices;
    return without.map((device) => ({
      path: list.path,
      line: device.line,
      message: `No CSR of the batch is of ${deviceName(device)}.`,
      fix: 'Add its CSR, see whether `csr-path` covers it, or remove the line.',
    }));
  },
};
