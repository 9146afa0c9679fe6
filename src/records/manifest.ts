import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { certificateArn, isSamePlace, type Place } from '../aws/place.ts';
import type { Finding } from '../csr/csr.ts';
import { forCsv, visible } from '../lib/escape.ts';
import { errorOf } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import { MANIFEST_CSV, MANIFEST_JSON } from '../naming/reserved-names.ts';
import type { Certificate, Outcome } from './certificate.ts';
import { type Manifest, type ManifestEntry, NOT_REGISTERED, parseManifest, SCHEMA_VERSION } from './manifest-entry.ts';
import { isUsable } from './status.ts';

/** Where a certificate is, and where it is handed over. */
export interface Places {
  readonly place: Place;
  /** Relative to the manifest. */
  readonly file: string;
  readonly secret: string | undefined;
  /** What became of the device in the registry; undefined: nothing was asked for but a certificate. */
  readonly registered: RegisteredDevice | undefined;
}

/** A device in the registry of AWS IoT. */
export interface RegisteredDevice {
  /** Undefined: only policies are attached to its certificate. */
  readonly thing: string | undefined;
  readonly result: NonNullable<ManifestEntry['registration']>;
  /** Why it is not registered as asked for. May hold text from AWS. */
  readonly problem?: { readonly message: string };
}

/** The entry of a valid CSR. */
export function entryOf(outcome: Outcome, { place, file, secret, registered }: Places): ManifestEntry {
  const { csr, result } = outcome;
  const about = {
    csrPath: csr.path,
    csrSha256: csr.csrSha256,
    spkiSha256: csr.spkiSha256,
    commonName: csr.commonName ?? null,
    key: csr.key.name,
    result,
  };
  if (!('certificate' in outcome)) return { ...about, ...NO_CERTIFICATE, reason: outcome.problem.message };
  const { id, status, issuedAt, origin } = outcome.certificate;
  return {
    ...about,
    account: place.account,
    region: place.region,
    certificateId: id,
    certificateArn: certificateArn(place, id),
    status: status ?? null,
    file,
    secret: secret ?? null,
    issuedAt: issuedAt ?? null,
    runId: origin?.runId ?? null,
    runAttempt: origin?.runAttempt ?? null,
    commit: origin?.commit ?? null,
    reason: registered?.problem?.message ?? null,
    thing: registered?.thing ?? null,
    registration: registered?.result ?? null,
  };
}

/** The certificate of an entry, without its PEM; undefined when the entry has none in this account and region. */
export function certificateIn(entry: ManifestEntry, place: Place): Certificate | undefined {
  const { account, region, certificateId, status, issuedAt, runId, runAttempt, commit } = entry;
  if (certificateId === null || account === null || region === null) return undefined;
  if (!isSamePlace({ account, region }, place)) return undefined;
  return {
    id: certificateId,
    status: isUsable(status) ? status : undefined,
    issuedAt: issuedAt ?? undefined,
    origin: runId === null ? undefined : { runId, runAttempt: runAttempt ?? 1, commit: commit ?? undefined },
  };
}

/** The entry of a file that validation refused. */
export function rejectedEntry(finding: Finding): ManifestEntry {
  return {
    csrPath: finding.path,
    csrSha256: null,
    spkiSha256: null,
    commonName: null,
    key: null,
    result: 'rejected',
    ...NO_CERTIFICATE,
    reason: `${finding.rule}: ${finding.message}`,
  };
}

const NO_CERTIFICATE = {
  account: null,
  region: null,
  certificateId: null,
  certificateArn: null,
  status: null,
  file: null,
  secret: null,
  issuedAt: null,
  runId: null,
  runAttempt: null,
  commit: null,
  ...NOT_REGISTERED,
} as const;

/** Absolute paths. */
export interface ManifestFiles {
  readonly json: string;
  readonly csv: string;
}

/** A manifest that was written. */
export interface WrittenManifest extends ManifestFiles {
  /** Of manifest.json, lower-case hex. */
  readonly sha256: string;
}

/** A manifest that was read, with the SHA-256 of its file in lower-case hex. */
export type StoredManifest = Manifest & { readonly sha256: string };

/** A manifest whose entries are made when they are written, in the order of their paths. */
export interface ManifestSource extends Omit<Manifest, 'schemaVersion' | 'certificates'> {
  readonly certificates: Iterable<ManifestEntry>;
}

/** Where the manifest of a directory is. */
export function manifestFiles(directory: string): ManifestFiles {
  return { json: join(directory, MANIFEST_JSON), csv: join(directory, MANIFEST_CSV) };
}

/**
 * Writes manifest.json and manifest.csv into `directory`, each whole or not at all.
 *
 * @throws UserError `manifest`
 */
export async function writeManifest(
  files: Pick<FileWriter, 'write'>,
  directory: string,
  manifest: ManifestSource,
): Promise<WrittenManifest> {
  const { json, csv } = manifestFiles(directory);
  const hash = createHash('sha256');
  try {
    await files.write(json, hashed(toJson(manifest), hash));
    await files.write(csv, toCsv(manifest.certificates));
  } catch (error) {
    throw errorOf(error, 'manifest', 'output-directory');
  }
  return { json, csv, sha256: hash.digest('hex') };
}

function* hashed(parts: Iterable<string>, hash: Hash): Generator<string> {
  for (const part of parts) {
    hash.update(part);
    yield part;
  }
}

/** What `JSON.stringify(…, null, 1)` gives, part by part. */
function* toJson({ certificates, ...about }: ManifestSource): Generator<string> {
  yield JSON.stringify({ schemaVersion: SCHEMA_VERSION, ...about, certificates: [] }, null, 1).slice(0, -']\n}'.length);
  const first = '\n  ';
  let separator = first;
  for (const entry of certificates) {
    yield separator + JSON.stringify(entry, null, 1).replaceAll('\n', '\n  ');
    separator = ',\n  ';
  }
  yield separator === first ? ']\n}\n' : '\n ]\n}\n';
}

const COLUMNS = [
  'csrPath',
  'csrSha256',
  'spkiSha256',
  'commonName',
  'key',
  'result',
  'account',
  'region',
  'certificateId',
  'certificateArn',
  'status',
  'file',
  'secret',
  'issuedAt',
  'runId',
  'runAttempt',
  'commit',
  'reason',
  'thing',
  'registration',
] as const satisfies readonly (keyof ManifestEntry)[];

/** RFC 4180, with a header line. */
function* toCsv(entries: Iterable<ManifestEntry>): Generator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for (const entry of entries) yield `${COLUMNS.map((column) => forCsv(String(entry[column] ?? ''))).join(',')}\r\n`;
}

/**
 * Sees that the table that would be replaced is one of ours: it is written wherever a manifest is.
 *
 * @throws UserError `manifest`
 */
export async function refuseForeignTable(directory: string): Promise<void> {
  const { csv: path } = manifestFiles(directory);
  const text = await readRegularFile(path);
  if (text === undefined || text.startsWith(`${COLUMNS[0]},`)) return;
  throw foreign(path, 'its first line is another');
}

/**
 * The manifest an earlier run left in `directory`; undefined when there is none.
 *
 * @throws UserError `manifest` when there is a file of that name that is not a manifest: it is not ours to overwrite
 */
export async function readManifest(directory: string): Promise<StoredManifest | undefined> {
  const { json: path } = manifestFiles(directory);
  let text: string | undefined;
  try {
    text = await readRegularFile(path);
  } catch (error) {
    throw errorOf(error, 'manifest', 'output-directory');
  }
  if (text === undefined) return undefined;
  const manifest = parseManifest(text);
  if (!('problem' in manifest)) return { ...manifest, sha256: createHash('sha256').update(text).digest('hex') };
  throw foreign(path, visible(manifest.problem));
}

function foreign(path: string, problem: string): UserError {
  return new UserError('manifest', `${path} would be overwritten, and this action did not write it: ${problem}.`, {
    where: path,
    fix: 'Move it away, or name another output-directory.',
  });
}
