import { CSR_SHA256, deviceName, SPKI_SHA256 } from '../device-list.ts';
import type { BatchComplaint, BatchRule, DeviceMatch, DevicesView } from './rule.ts';

export const deviceKeyMismatch: BatchRule = {
  about: 'batch',
  id: 'device-key-mismatch',
  severity: 'error',
  isFixed: true,
  title: 'The key of a CSR is the one that the devices file lists for its device.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: 'A self-signature proves that somebody has the private key, not that the device has it. Without a list that was made where the keys were made, two CSRs that change places, or one that is replaced on its way, give a device the certificate of another one. A CSR is found in the list by its name, never by its key. Where a line has the hash of the key and of the CSR, both have to be so.',
  check({ devices }) {
    if (devices === undefined) return [];
    return devices.matches.flatMap((match) => compare(match, devices));
  },
};

function compare({ entry, found: [first] }: DeviceMatch, { list, byHash }: DevicesView): readonly BatchComplaint[] {
  if (first === undefined) return [];
  const { device } = first;
  const { path, spkiSha256, csrSha256 } = entry;
  const isOtherKey = device.spkiSha256 !== undefined && device.spkiSha256 !== spkiSha256;
  const isOtherCsr = device.csrSha256 !== undefined && device.csrSha256 !== csrSha256;
  if (!isOtherKey && !isOtherCsr) return [];
  const [what, column, listed, has] = isOtherKey
    ? ['key', SPKI_SHA256, device.spkiSha256, spkiSha256]
    : ['CSR', CSR_SHA256, device.csrSha256, csrSha256];
  const owner = byHash.get(spkiSha256) ?? byHash.get(csrSha256);
  const whose =
    owner === undefined || owner === device ? '' : ` Line ${owner.line} lists what it has for ${deviceName(owner)}.`;
  return [
    {
      path,
      message: `It is not the ${what} that line ${device.line} of ${list.path} lists for ${deviceName(device)}: the ${column} there is ${listed}, and it has ${has}.${whose}`,
      fix: 'Find out whose CSR it is, and do not go by what is in this repository alone. Put the CSR of the device in its place; when the device has a new key, correct the line.',
    },
  ];
}
