import { statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UserError } from '../lib/user-error.ts';
import {
  foldName,
  JOURNAL_NAME,
  MANIFEST_CSV,
  MANIFEST_JSON,
  MEMORY_NAME,
  REPORT_HTML,
} from '../naming/reserved-names.ts';

/** What a run writes where its inputs say. Paths are absolute. */
export interface Places {
  readonly outputDirectory: string;
  /** Paths of the certificates relative to {@link outputDirectory}, with `/`. */
  readonly certificates: readonly string[];
  /** Paths of the files of bundles, or of archives of them, likewise. */
  readonly bundles: Iterable<string>;
  /** The files that `csr-path` matches. */
  readonly sources: readonly string[];
  /** Other files that the run reads, each by the input that names it. */
  readonly lists?: readonly Named[];
  /** Undefined when no ledger is kept. */
  readonly ledger: string | undefined;
  /** Undefined when no SARIF file is written. */
  readonly sarifPath: string | undefined;
  /** Undefined when the report is written into the output directory only, or not at all. */
  readonly report: string | undefined;
}

/** A file, and what a user calls it. */
export interface Named {
  readonly path: string;
  readonly name: string;
}

/**
 * Sees that the ledger, the SARIF file and the report are written over nothing else of the run, and that none of them is
 * where another needs a directory. What clashes among the certificates is found where they get their names.
 *
 * @throws UserError `places-clash`
 */
export function refuseClashes(places: Places): void {
  const { ledger, sarifPath, report, outputDirectory } = places;
  const chosen: readonly Named[] = [
    ...(ledger === undefined ? [] : [{ path: ledger, name: 'ledger' }]),
    ...(sarifPath === undefined ? [] : [{ path: sarifPath, name: 'sarif-path' }]),
    // The report may be named where it stands anyway.
    ...(report === undefined || report === join(outputDirectory, REPORT_HTML)
      ? []
      : [{ path: report, name: 'report' }]),
  ];
  const own: readonly Named[] = ownNames(ledger).map((name) => ({
    path: join(outputDirectory, name),
    name: `${name} in output-directory`,
  }));
  for (const [index, file] of chosen.entries()) {
    const isTaken = createClash(file.path);
    const rival =
      [...chosen.slice(index + 1), ...own].find(({ path }) => isTaken(path) || isSameFile(path, file.path)) ??
      find(places, isTaken);
    if (rival !== undefined) throw clashing(file, rival);
  }
}

/** A ledger that is named may stand where one that is not would. */
function ownNames(ledger: string | undefined): readonly string[] {
  const always = [MANIFEST_JSON, MANIFEST_CSV, REPORT_HTML, JOURNAL_NAME];
  return ledger === undefined ? [...always, MEMORY_NAME] : always;
}

/** The certificate, the bundle or the CSR whose place is taken. */
function find(
  { outputDirectory, certificates, bundles, lists = [], sources }: Places,
  isTaken: (path: string) => boolean,
) {
  for (const [names, name] of [
    [certificates, 'a certificate in output-directory'],
    [bundles, 'a bundle in output-directory'],
  ] as const) {
    for (const own of names) {
      const path = join(outputDirectory, own);
      if (isTaken(path)) return { path, name };
    }
  }
  const list = lists.find(({ path }) => isTaken(path));
  if (list !== undefined) return list;
  for (const path of sources) if (isTaken(path)) return { path, name: 'a file that csr-path matches' };
  return undefined;
}

/** Whether a path is that of `file`, lies below it as if it were a directory, or is a directory above it. */
function createClash(file: string): (path: string) => boolean {
  const one = foldName(file);
  return (path) => {
    const other = foldName(path);
    return one === other || one.startsWith(other + sep) || other.startsWith(one + sep);
  };
}

/** Two names may lead to one file by a link. */
function isSameFile(a: string, b: string): boolean {
  try {
    const [one, other] = [a, b].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
    return one !== undefined && one.dev === other?.dev && one.ino === other.ino;
  } catch {
    // What cannot be looked at is reported where it is written.
    return false;
  }
}

function clashing(file: Named, rival: Named): UserError {
  const where = foldName(file.path) === foldName(rival.path) ? file.path : `${file.path} and ${rival.path}`;
  return new UserError(
    'places-clash',
    `${file.name} and ${rival.name} lead to the same place, ${where}. Nothing was created.`,
    {
      where: file.name,
      fix: 'Give each a path of its own.',
    },
  );
}
