import { shorten } from '../../lib/escape.ts';
import { fileStem } from '../../lib/file-stem.ts';
import type { Csr } from '../csr.ts';
import { type DeviceList, type ListedDevice, SERIAL, THING } from '../device-list.ts';
import type { Verdict } from '../judge/judge.ts';
import type { KnownKey } from '../known-key.ts';
import type { BatchEntry, DeviceMatch, DevicesView, FoundLine } from '../rules/rule.ts';

/** Which devices there are, and how a CSR says which one it is of. */
export interface DeviceOptions {
  readonly list: DeviceList;
  /**
   * The name of the thing that a CSR's certificate will belong to; the function is undefined where nobody has asked for
   * things. The name of the file and the common name are then taken for the name of the device.
   */
  readonly thingOf?: ((csr: Csr) => string | undefined) | undefined;
}

/**
 * Finds the line of each CSR: by the name of its thing and by the serialNumber in its subject. The key never decides, so
 * that a CSR cannot choose its device by the key that it has.
 *
 * @param verdicts of all files of the batch; one that holds no CSR still says that its device is not missing
 * @param entries of the verdicts that have a CSR, in their order
 */
export function matchDevices(
  { list, thingOf }: DeviceOptions,
  verdicts: readonly Verdict[],
  entries: readonly BatchEntry[],
  known: readonly KnownKey[],
): DevicesView {
  const lines = linesOf(list);
  const csrs = verdicts.flatMap(({ csr }) => csr ?? []);
  const matches = entries.flatMap((entry, index): readonly DeviceMatch[] => {
    const csr = csrs[index];
    return csr === undefined ? [] : [match(entry, csr, lines, thingOf)];
  });
  const present = new Set(matches.flatMap(({ found }) => found.map(({ device }) => device)));
  for (const { path, csr } of verdicts) {
    const device = csr === undefined ? lines.things.get(fileStem(path)) : undefined;
    if (device !== undefined) present.add(device);
  }
  const valid = known.filter(({ isRetired }) => !isRetired);
  const issued = new Set(valid.flatMap(({ spkiSha256, csrSha256 }) => [spkiSha256, csrSha256]));
  const isIssued = ({ spkiSha256, csrSha256 }: ListedDevice): boolean =>
    (spkiSha256 !== undefined && issued.has(spkiSha256)) || (csrSha256 !== undefined && issued.has(csrSha256));
  return {
    list,
    matches,
    without: list.devices.filter((device) => !present.has(device) && !isIssued(device)),
    byHash: lines.hashes,
  };
}

interface Lines {
  readonly things: ReadonlyMap<string, ListedDevice>;
  readonly serials: ReadonlyMap<string, ListedDevice>;
  readonly hashes: ReadonlyMap<string, ListedDevice>;
  readonly columns: readonly string[];
}

function linesOf({ devices, columns }: DeviceList): Lines {
  const by = (keysOf: (device: ListedDevice) => readonly (string | undefined)[]) =>
    new Map(devices.flatMap((device) => keysOf(device).flatMap((key) => (key === undefined ? [] : [[key, device]]))));
  return {
    things: by(({ thing }) => [thing]),
    serials: by(({ serial }) => [serial]),
    hashes: by(({ spkiSha256, csrSha256 }) => [spkiSha256, csrSha256]),
    columns,
  };
}

function match(entry: BatchEntry, csr: Csr, lines: Lines, thingOf: DeviceOptions['thingOf']): DeviceMatch {
  const thing = thingOf?.(csr);
  const names: readonly (readonly [string, string | undefined])[] =
    thingOf === undefined
      ? [
          ['file name', fileStem(csr.path)],
          ['common name', csr.commonName],
        ]
      : [['thing name', thing]];
  const said = [
    ...(lines.columns.includes(THING) ? names.map(([what, name]) => ({ what, name, lines: lines.things })) : []),
    ...(lines.columns.includes(SERIAL)
      ? [{ what: 'serial number', name: csr.serialNumber, lines: lines.serials }]
      : []),
  ].flatMap(({ name, ...one }) => (name === undefined || name === '' ? [] : [{ ...one, name }]));
  return {
    entry,
    thing,
    serial: csr.serialNumber,
    names: said.map(textOf),
    found: said.flatMap((one): readonly FoundLine[] => {
      const device = one.lines.get(one.name);
      return device === undefined ? [] : [{ device, by: textOf(one) }];
    }),
  };
}

/** Characters of a name: a subject may hold pages. */
const NAME = 100;

function textOf({ what, name }: { readonly what: string; readonly name: string }): string {
  return `${what} ${shorten(name, NAME)}`;
}
