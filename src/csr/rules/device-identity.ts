import { shorten } from '../../lib/escape.ts';
import { groupBy } from '../../lib/group-by.ts';
import { deviceName, type ListedDevice } from '../device-list.ts';
import { listOthers } from './list-others.ts';
import type { BatchComplaint, BatchRule, DeviceMatch } from './rule.ts';

export const deviceIdentity: BatchRule = {
  about: 'batch',
  id: 'device-identity',
  severity: 'error',
  isFixed: true,
  title: 'A CSR is of one line of the devices file, and a line without a hash is of one CSR.',
  source: { name: 'RFC 2986, section 3', url: 'https://www.rfc-editor.org/rfc/rfc2986#section-3' },
  why: 'A CSR says which device it is of by the name of its thing and by the serial number in its subject; where no things are asked for, by the name of its file and its common name. When these are of two devices, a file was renamed or put in the place of another. Several CSRs of one line are told apart by the hash that it lists; without one, nobody knows which of them is the one of the device.',
  check({ devices }) {
    if (devices === undefined) return [];
    const { list, matches } = devices;
    return [...matches.flatMap((match) => contradiction(match, list.path)), ...severalOf(matches, list.path)];
  },
};

/** Characters of a name: a subject may hold pages. */
const SHOWN = 100;

const FIX =
  'Give the file and the CSR the names of one device, those of its line; a CSR in the wrong place goes back to its own.';

/** What the CSR says of itself, or its line says of it, is of two devices. */
function contradiction(
  { entry: { path }, thing, serial, found }: DeviceMatch,
  file: string,
): readonly BatchComplaint[] {
  const [first] = found;
  if (first === undefined) return [];
  const { device, by } = first;
  const { line } = device;
  const other = found.find((one) => one.device !== device);
  if (other !== undefined) {
    return [
      {
        path,
        message: `Its ${by} is in line ${line} of ${file}, and its ${other.by} is in line ${other.device.line}: these are two devices.`,
        fix: FIX,
      },
    ];
  }
  if (serial !== undefined && device.serial !== undefined && serial !== device.serial) {
    return [
      {
        path,
        message: `Line ${line} of ${file}, which its ${by} is in, lists the serial number ${device.serial}, and its own is ${shorten(serial, SHOWN)}.`,
        fix: FIX,
      },
    ];
  }
  if (thing !== undefined && device.thing !== undefined && thing !== device.thing) {
    return [
      {
        path,
        message: `Line ${line} of ${file}, which its ${by} is in, lists the thing ${device.thing}, and its own is ${shorten(thing, SHOWN)}.`,
        fix: FIX,
      },
    ];
  }
  return [];
}

function severalOf(matches: readonly DeviceMatch[], file: string): readonly BatchComplaint[] {
  const byDevice = groupBy(matches, ({ found }): ListedDevice | undefined => found[0]?.device);
  return [...byDevice].flatMap(([device, group]) => {
    if (device === undefined || group.length < 2 || device.spkiSha256 !== undefined || device.csrSha256 !== undefined) {
      return [];
    }
    const paths = group.map(({ entry }) => entry.path);
    return paths.map((path) => ({
      path,
      message: `Line ${device.line} of ${file} lists ${deviceName(device)} without a hash, and it is also the line of ${listOthers(
        paths,
        (one) => one === path,
        (one) => one,
      )}.`,
      fix: 'Keep the CSR of the device, or write the hash of its key into the line.',
    }));
  });
}
