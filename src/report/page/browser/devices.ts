import { type FrontCoded, HASH_LENGTH, type Kind, type PageData, QUIET_TONES } from '../page-data.ts';

/** A finding of a device. */
export interface DeviceFinding {
  readonly rule: number;
  readonly severity: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly fix: string;
}

/** Why a device has no certificate, where no finding says it. */
export interface DeviceProblem {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** All that is known of the devices, by their places in {@link Devices.order}'s numbering: 0 to `count - 1`. */
export interface Devices {
  readonly count: number;
  /** The devices that need somebody first, each kind in the order of paths. */
  readonly order: Uint32Array;
  readonly paths: readonly string[];
  /** Index of the kind of each. */
  readonly kinds: Uint8Array;
  /** Index of the production line of each. */
  readonly lines: Uint32Array;
  readonly lineNames: readonly string[];
  /** Index of the key's type of each in {@link keyNames}; of `keyNames.length`: not known. */
  readonly keys: Uint32Array;
  readonly keyNames: readonly string[];
  readonly findings: ReadonlyMap<number, readonly DeviceFinding[]>;
  readonly problems: ReadonlyMap<number, DeviceProblem>;
  readonly duplicates: readonly { readonly device: number; readonly id: string; readonly status: string }[];
  kindOf(device: number): Kind;
  commonNameOf(device: number): string | undefined;
  keyOf(device: number): string | undefined;
  statusOf(device: number): string | undefined;
  recordedOf(device: number): string | undefined;
  fileOf(device: number): string | undefined;
  secretOf(device: number): string | undefined;
  /** Name of its thing. */
  thingOf(device: number): string | undefined;
  /** Whether any of them has a thing. */
  readonly haveThings: boolean;
  /** What was found or done in the registry. */
  registryOf(device: number): string | undefined;
  /** Policies that act for it, and where it gets them from. */
  rightsOf(device: number): string | undefined;
  issuedAtOf(device: number): string | undefined;
  originOf(device: number): { readonly runId: string; readonly attempt: string; readonly commit: string } | undefined;
  /** Those whose certificate's id begins with these six to 64 digits of hex. */
  withId(prefix: string): (device: number) => boolean;
  /** Hex; undefined for a kind that has none. */
  idOf(device: number): string | undefined;
  spkiOf(device: number): string | undefined;
  /** Why it is what it is, in a few words; empty where there is nothing to say. */
  reasonOf(device: number): string;
  textOf(index: number): string;
}

/** Tones of what needs somebody, in the order in which they are shown. */
const URGENCY = ['bad', 'doubt', 'refused', 'idle'];

/** Unpacks what the page holds. */
export function readDevices(data: PageData): Devices {
  const { rows, kinds } = data;
  const paths = unpack(rows.path);
  const texts = unpack(data.texts);
  const count = paths.length;
  const kindOfRow = Uint8Array.from(rows.kind, Number);
  // The line of a file is of no production line.
  const { lines, lineNames } = divide(paths.map((path, row) => (kinds[kindOfRow[row] ?? 0]?.isLine ? '' : path)));
  const { keys, keyNames } = nameKeys(rows.key, texts, count);
  const findings = findingsOf(data, texts);
  const problems = problemsOf(data, texts);
  const ids = placesOf(kindOfRow, kinds, 'hasId');
  const spkis = placesOf(kindOfRow, kinds, 'hasSpki');
  const issued = timesOf(rows.issuedAt);
  const text = (index: number | undefined): string | undefined => texts[index ?? -1];
  const kindOf = (device: number): Kind => kinds[kindOfRow[device] ?? 0] as Kind;
  return {
    count,
    order: orderOf(kindOfRow, kinds),
    paths,
    kinds: kindOfRow,
    lines,
    lineNames,
    keys,
    keyNames,
    findings,
    problems,
    duplicates: duplicatesOf(data, texts),
    kindOf,
    commonNameOf: (device) => nameOf(rows.commonName[device], () => stemOf(paths[device] ?? '')),
    keyOf: (device) => text(rows.key[device]),
    statusOf: (device) => text(rows.status[device]),
    recordedOf: (device) => text(rows.recorded[device]),
    fileOf: (device) => nameOf(rows.file[device], () => `${(paths[device] ?? '').replace(/\.[^./]*$/, '')}.pem`),
    secretOf: (device) => nameOf(rows.secret[device], () => ''),
    thingOf: (device) => nameOf(rows.thing[device], () => stemOf(paths[device] ?? '')),
    haveThings: rows.thing.length > 0,
    registryOf: (device) => text(rows.registry[device]),
    rightsOf: (device) => text(rows.rights[device]),
    issuedAtOf(device) {
      const time = issued[device];
      return time === undefined || Number.isNaN(time) ? undefined : new Date(time).toISOString();
    },
    originOf(device) {
      const [runId, attempt, ...commit] = text(rows.origin[device])?.split('/') ?? [];
      return runId === undefined ? undefined : { runId, attempt: attempt ?? '1', commit: commit.join('/') };
    },
    withId(prefix) {
      // Three bytes are four characters of base64, so most need not be unpacked.
      const bytes = (prefix.match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
      const whole = bytes.slice(0, bytes.length - (bytes.length % 3));
      const start = btoa(String.fromCharCode(...whole))
        .replaceAll('+', '-')
        .replaceAll('/', '_');
      return (device) => {
        const place = ids[device] ?? -1;
        if (place < 0 || !rows.ids.startsWith(start, place * HASH_LENGTH)) return false;
        return hashAt(rows.ids, place)?.startsWith(prefix) === true;
      };
    },
    idOf: (device) => hashAt(rows.ids, ids[device] ?? -1),
    spkiOf: (device) => hashAt(rows.spkis, spkis[device] ?? -1),
    reasonOf(device) {
      const found = findings.get(device) ?? [];
      const error = found.find(({ severity }) => severity === 'error');
      return (error ?? problems.get(device) ?? found[0])?.message ?? text(rows.registry[device]) ?? '';
    },
    textOf: (index) => texts[index] ?? '',
  };
}

function unpack({ shared, rest }: FrontCoded): readonly string[] {
  let before = '';
  return rest.map((end, index) => {
    before = before.slice(0, shared[index]) + end;
    return before;
  });
}

function nameOf(value: 0 | 1 | string | undefined, usual: () => string): string | undefined {
  if (value === undefined || value === 0) return undefined;
  return value === 1 ? usual() : value;
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

/** A production line is the first directory in which the paths differ. */
function divide(paths: readonly string[]): { readonly lines: Uint32Array; readonly lineNames: readonly string[] } {
  const above = commonDirectory(paths);
  const names = new Map<string, number>();
  const lines = new Uint32Array(paths.length);
  for (const [index, path] of paths.entries()) {
    const slash = path.indexOf('/', above.length);
    const name = slash < 0 ? '' : path.slice(above.length, slash);
    const line = names.get(name) ?? names.size;
    names.set(name, line);
    lines[index] = line;
  }
  return { lines, lineNames: [...names.keys()] };
}

/** The directory, with its slash, that all paths are in. */
function commonDirectory(paths: readonly string[]): string {
  const first = paths.find((path) => path !== '') ?? '';
  let above = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of paths) {
    // What no CSR is known of.
    if (path === '') continue;
    while (!path.startsWith(above)) above = above.slice(0, above.lastIndexOf('/', above.length - 2) + 1);
  }
  return above;
}

function nameKeys(column: readonly number[], texts: readonly string[], count: number) {
  const indices = new Map<number, number>();
  for (const key of column) if (key >= 0 && !indices.has(key)) indices.set(key, indices.size);
  return {
    keyNames: [...indices.keys()].map((key) => texts[key] ?? ''),
    keys: Uint32Array.from({ length: count }, (_, device) => indices.get(column[device] ?? -1) ?? indices.size),
  };
}

function findingsOf({ findings }: PageData, texts: readonly string[]): Map<number, DeviceFinding[]> {
  const found = new Map<number, DeviceFinding[]>();
  for (let at = 0; at < findings.length; at += 5) {
    const [device = 0, rule = 0, severity = 0, message = -1, fix = -1] = findings.slice(at, at + 5);
    const one: DeviceFinding = {
      rule,
      severity: (['error', 'warning', 'notice'] as const)[severity] ?? 'notice',
      message: texts[message] ?? '',
      fix: texts[fix] ?? '',
    };
    const known = found.get(device);
    if (known === undefined) found.set(device, [one]);
    else known.push(one);
  }
  return found;
}

function problemsOf({ problems }: PageData, texts: readonly string[]): Map<number, DeviceProblem> {
  const found = new Map<number, DeviceProblem>();
  for (let at = 0; at < problems.length; at += 4) {
    const [device = 0, code = -1, message = -1, fix = -1] = problems.slice(at, at + 4);
    found.set(device, { code: texts[code] ?? '', message: texts[message] ?? '', fix: texts[fix] ?? '' });
  }
  return found;
}

function duplicatesOf({ duplicates, duplicateIds }: PageData, texts: readonly string[]) {
  return Array.from({ length: duplicates.length / 2 }, (_, n) => ({
    device: duplicates[2 * n] ?? -1,
    status: texts[duplicates[2 * n + 1] ?? -1] ?? '',
    id: hashAt(duplicateIds, n) ?? '',
  }));
}

/** Which hash of a column belongs to each device, -1 for none: a column has those of some kinds only. */
function placesOf(kindOfRow: Uint8Array, kinds: readonly Kind[], has: 'hasId' | 'hasSpki'): Int32Array {
  let next = 0;
  return Int32Array.from(kindOfRow, (kind) => (kinds[kind]?.[has] ? next++ : -1));
}

function hashAt(hashes: string, place: number): string | undefined {
  if (place < 0) return undefined;
  const base64 = hashes.slice(place * HASH_LENGTH, (place + 1) * HASH_LENGTH);
  const bytes = atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

function timesOf(column: readonly (number | null)[]): Float64Array {
  let before = 0;
  return Float64Array.from(column, (since) => {
    if (since === null) return Number.NaN;
    before += since;
    return before;
  });
}

function orderOf(kindOfRow: Uint8Array, kinds: readonly Kind[]): Uint32Array {
  const needsNobody = URGENCY.length;
  const rankOf = kinds.map(({ tone }) => (QUIET_TONES.includes(tone) ? needsNobody : URGENCY.indexOf(tone)));
  const ranked: number[][] = Array.from({ length: needsNobody + 1 }, () => []);
  for (const [device, kind] of kindOfRow.entries()) ranked[rankOf[kind] ?? 0]?.push(device);
  return Uint32Array.from(ranked.flat());
}
