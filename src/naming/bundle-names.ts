import type { Csr, Finding } from '../csr/csr.ts';
import { refuseFileName } from './certificate-files.ts';
import { productionLines } from './production-lines.ts';
import { directoriesOf, foldName } from './reserved-names.ts';

/** What a bundle holds on request, beside what it always does. */
export const BUNDLE_FORMATS = ['der', 'c-header', 'nvs-csv'] as const;

export type BundleFormat = (typeof BUNDLE_FORMATS)[number];

/** Files that every bundle has. */
export const CONFIG_JSON = 'config.json';
export const CERTIFICATE_PEM = 'certificate.pem';
export const ROOTS_PEM = 'AmazonRootCAs.pem';
export const SHA256SUMS = 'SHA256SUMS';

/** Amazon's root certificates, by the names under which Amazon publishes them. */
export const ROOT_NAMES = ['AmazonRootCA1', 'AmazonRootCA2', 'AmazonRootCA3', 'AmazonRootCA4'] as const;

/** Files of the formats. */
export const CERTIFICATE_DER = 'certificate.der';
export const ROOTS_DER = ROOT_NAMES.map((name) => `${name}.der`);
export const C_HEADER = 'iot_device.h';
export const NVS_CSV = 'nvs.csv';

const FILES_OF: Readonly<Record<BundleFormat, readonly string[]>> = {
  der: [CERTIFICATE_DER, ...ROOTS_DER],
  'c-header': [C_HEADER],
  'nvs-csv': [NVS_CSV],
};

/** The names of the files of a bundle: the same in each, so that one script serves all devices. */
export function bundleFileNames(formats: readonly BundleFormat[]): readonly string[] {
  return [CONFIG_JSON, CERTIFICATE_PEM, ROOTS_PEM, ...formats.flatMap((format) => FILES_OF[format]), SHA256SUMS];
}

/** Where the archives of production lines are, the one of devices that belong to no line, and the digests of all. */
const ARCHIVE_DIRECTORY = 'bundles';
const ARCHIVE_OF_NO_LINE = `${ARCHIVE_DIRECTORY}.zip`;
export const ARCHIVE_SUMS = `${ARCHIVE_DIRECTORY}.sha256`;

/** What is asked of bundles that their names depend on. */
export interface BundleNaming {
  readonly formats: readonly BundleFormat[];
  /** One archive for each production line, in place of a directory for each device. */
  readonly archives: boolean;
  /** As for the files of certificates. */
  readonly forArtifact: boolean;
}

/** Where bundles go. Names are relative to the output directory, with `/`. */
export interface BundleNames {
  /** By the path of the CSR: the directory of the device's bundle, in the output directory or in its archive. */
  readonly directories: ReadonlyMap<string, string>;
  /** By the path of the CSR: the archive that its bundle is in; undefined: bundles are directories. */
  readonly archives: ReadonlyMap<string, string> | undefined;
  readonly formats: readonly BundleFormat[];
  readonly findings: readonly Finding[];
}

/**
 * Every path that the bundles of some devices are written to, relative to the output directory. Made as they are asked
 * for: there may be 700,000.
 *
 * @param csrs paths of the devices' CSRs
 */
export function* bundlePaths(
  { directories, archives, formats }: BundleNames,
  csrs: Iterable<string>,
): Generator<string> {
  const inside = bundleFileNames(formats);
  const found = new Set<string>();
  for (const csr of csrs) {
    const directory = directories.get(csr);
    const archive = archives?.get(csr);
    if (archive !== undefined) found.add(archive);
    else if (directory !== undefined) for (const name of inside) yield `${directory}/${name}`;
  }
  if (found.size > 0) yield* [...found, ARCHIVE_SUMS];
}

/** The directory of the bundle that belongs to a certificate: its name without `.pem`. */
export function bundleDirectory(certificateFile: string): string {
  return certificateFile.replace(/\.pem$/, '');
}

/** The archive of a production line. */
export function archiveOf(line: string): string {
  return line === '' ? ARCHIVE_OF_NO_LINE : `${ARCHIVE_DIRECTORY}/${line}.zip`;
}

/**
 * Names the bundle of each device, and finds those that cannot be written: before there is anything to write.
 *
 * @param certificateFiles where certificates go, by the paths of the CSRs; what is not in it has no name
 */
export function nameBundles(
  csrs: readonly Pick<Csr, 'path'>[],
  certificateFiles: ReadonlyMap<string, string>,
  { formats, archives, forArtifact }: BundleNaming,
): BundleNames {
  const named = csrs.flatMap(({ path }) => {
    const file = certificateFiles.get(path);
    return file === undefined ? [] : [{ path, file, directory: bundleDirectory(file) }];
  });
  const lines = archives ? productionLines(named.map(({ path }) => path)) : undefined;
  const archiveByPath = lines && new Map([...lines].map(([path, line]) => [path, archiveOf(line)]));
  const findings: Finding[] = [];
  for (const { path, directory } of named) {
    const archive = archiveByPath?.get(path);
    // A backslash would become a slash in an archive.
    const complaint = refuseFileName(directory, forArtifact || archives);
    if (complaint !== undefined) findings.push(illegal(path, 'directory of its bundle', directory, complaint));
    const other = archive === undefined ? undefined : refuseFileName(archive, true);
    if (other !== undefined) findings.push(illegal(path, 'archive of its production line', archive ?? '', other));
  }
  const files = new Map(named.map(({ path, file }) => [path, file]));
  findings.push(...findBundleClashes(files, bundleFileNames(formats), new Set(archiveByPath?.values())));
  return {
    directories: new Map(named.map(({ path, directory }) => [path, directory])),
    archives: archiveByPath,
    formats,
    findings,
  };
}

function illegal(path: string, what: string, name: string, complaint: string): Finding {
  return {
    rule: 'bundle-name-unusable',
    severity: 'error',
    path,
    message: `The ${what} cannot be called "${name}": ${complaint}`,
    fix: 'Rename the file or its directory, or choose other fields in file-name.',
  };
}

/**
 * Finds what would stand where a file of a bundle goes, and certificates that would stand where a bundle needs a
 * directory. No two bundles share a directory unless their certificates share a file, which is found before.
 *
 * @param files where certificates go, by the paths of their CSRs
 * @param inside names of the files of each bundle
 * @param archives every archive that is written
 */
export function findBundleClashes(
  files: ReadonlyMap<string, string>,
  inside: readonly string[],
  archives: ReadonlySet<string>,
): readonly Finding[] {
  const certificates = new Map([...files].map(([path, file]) => [foldName(file), path]));
  const holders = new Map([...files].map(([path, file]) => [foldName(bundleDirectory(file)), path]));
  const own = new Set(inside.map(foldName));
  const written = new Set([...archives, ...(archives.size === 0 ? [] : [ARCHIVE_SUMS])].map(foldName));
  const findings = new Map<string, Finding>();
  const add = (finding: Finding): void => {
    if (!findings.has(finding.path)) findings.set(finding.path, finding);
  };
  for (const [path, file] of files) {
    const directory = bundleDirectory(file);
    const rival = certificates.get(foldName(directory));
    if (rival !== undefined) for (const one of [path, rival]) add(notADirectory(one, directory, rival, path));
    for (const place of [...directoriesOf(file), file, directory]) {
      const folded = foldName(place);
      const slash = folded.lastIndexOf('/');
      const holder = slash < 0 ? undefined : holders.get(folded.slice(0, slash));
      if (holder !== undefined && own.has(folded.slice(slash + 1))) {
        for (const one of [path, holder]) add(inABundle(one, place, path, holder));
      }
      if (written.has(folded)) add(anArchive(path, place));
    }
  }
  return [...findings.values()];
}

const MOVE = 'Rename one of the files or directories, or choose other fields in file-name.';

function notADirectory(path: string, place: string, certificate: string, bundle: string): Finding {
  return {
    rule: 'bundle-place-taken',
    severity: 'error',
    path,
    message: `${place} would be the certificate of ${certificate}, and the directory of the bundle of ${bundle}.`,
    fix: MOVE,
  };
}

function inABundle(path: string, place: string, owner: string, holder: string): Finding {
  return {
    rule: 'bundle-place-taken',
    severity: 'error',
    path,
    message: `${place} would be a file of the bundle of ${holder}, and belong to ${owner}.`,
    fix: MOVE,
  };
}

function anArchive(path: string, place: string): Finding {
  return {
    rule: 'bundle-place-taken',
    severity: 'error',
    path,
    message: `${place} would belong to it, and be where an archive of bundles goes.`,
    fix: MOVE,
  };
}
