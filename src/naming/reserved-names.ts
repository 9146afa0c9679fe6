/** What else stands in the output directory; no certificate, and no directory of one, may be called so. */
export const MANIFEST_JSON = 'manifest.json';
export const MANIFEST_CSV = 'manifest.csv';
export const REPORT_HTML = 'report.html';
/** A journal's name, in its directory and in an artifact. */
export const JOURNAL_NAME = 'journal.jsonl';

/** The ledger's name, where none is named: it travels in the artifact. */
export const MEMORY_NAME = 'ledger.jsonl';

/** Two names that this maps to one text are one file on Windows or macOS: they differ in case or normalisation only. */
export function foldName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase();
}

const RESERVED: ReadonlySet<string> = new Set([MANIFEST_JSON, MANIFEST_CSV, REPORT_HTML, JOURNAL_NAME, MEMORY_NAME]);

/** Names of devices, also with an extension: https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³]) *(\.|$)/iu;

/**
 * Why something in the output directory cannot be called `name`, on whatever computer it is unpacked: undefined when it
 * can.
 *
 * @param name a path below the directory, with `/`
 */
export function refuseReserved(name: string): string | undefined {
  const segments = name.split('/');
  const [top = ''] = segments;
  if (RESERVED.has(foldName(top))) return `${foldName(top)} has its own place in the output directory.`;
  const device = segments.find((segment) => DEVICE.test(segment));
  if (device !== undefined) return `Windows takes "${device}" for a device.`;
  if (segments.some((segment) => /[. ]$/.test(segment))) {
    return 'A part of it ends with a dot or a space, which Windows leaves out.';
  }
  return undefined;
}

/** The directories that the file of this name is in, with `/`: of `a/b/c`, `a` and `a/b`. */
export function directoriesOf(name: string): readonly string[] {
  const found: string[] = [];
  for (let slash = name.indexOf('/'); slash !== -1; slash = name.indexOf('/', slash + 1)) {
    found.push(name.slice(0, slash));
  }
  return found;
}
