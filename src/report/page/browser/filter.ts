import type { Devices } from './devices.ts';

/** What devices are shown; a field that is undefined asks for nothing. */
export interface Filter {
  readonly text: string;
  readonly kind: number | undefined;
  readonly line: number | undefined;
  readonly key: number | undefined;
  /** Any set of devices, with the name that it has for a person: those of a rule, of a reason, of a group. */
  readonly chosen: { readonly name: string; readonly devices: ReadonlySet<number> } | undefined;
}

export const EVERYTHING: Filter = { text: '', kind: undefined, line: undefined, key: undefined, chosen: undefined };

/** Finds devices; what is searched is made when it is first asked for. */
export function createSearch(devices: Devices): (filter: Filter) => Uint32Array {
  let haystack: readonly string[] | undefined;
  return ({ text, kind, line, key, chosen }) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length > 0) haystack ??= textsOf(devices);
    const tests = words.map((word) => {
      const isIdOf = /^[0-9a-f]{6,64}$/.test(word) ? devices.withId(word) : () => false;
      return (device: number): boolean => haystack?.[device]?.includes(word) === true || isIdOf(device);
    });
    return devices.order.filter(
      (device) =>
        (kind === undefined || devices.kinds[device] === kind) &&
        (line === undefined || devices.lines[device] === line) &&
        (key === undefined || devices.keys[device] === key) &&
        (chosen === undefined || chosen.devices.has(device)) &&
        tests.every((test) => test(device)),
    );
  };
}

/** What a person may look for, in lower case. */
function textsOf(devices: Devices): readonly string[] {
  return devices.paths.map((path, device) =>
    [
      path,
      devices.commonNameOf(device),
      devices.thingOf(device),
      devices.keyOf(device),
      devices.secretOf(device),
      devices.reasonOf(device),
    ]
      .filter((part) => part !== undefined)
      .join('\n')
      .toLowerCase(),
  );
}
