import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../csr/csr.ts';
import { writeAtomically } from '../lib/atomic-files.ts';
import { forCsv } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';
import type { Certificate, Outcome } from './certificate.ts';
import type { CertificateStatus } from './status.ts';

/** Version of the layout below; documented in docs/manifest.md. Grows when a reader of the old one would go wrong. */
const SCHEMA_VERSION = 1;

/** One CSR of the batch and what became of it. Absent values are null, in the CSV empty. */
export interface ManifestEntry {
  readonly csrPath: string;
  readonly csrSha256: string | null;
  readonly spkiSha256: string | null;
  readonly commonName: string | null;
  readonly key: string | null;
  readonly result: Outcome['result'] | 'rejected';
  readonly certificateId: string | null;
  readonly certificateArn: string | null;
  readonly status: CertificateStatus | null;
  /** Path of the PEM relative to the manifest. */
  readonly file: string | null;
  /** Name of the GitHub secret that holds it. */
  readonly secret: string | null;
  readonly issuedAt: string | null;
  /** The run that created it: the id of the workflow run, its attempt, its commit. */
  readonly runId: string | null;
  readonly runAttempt: number | null;
  readonly commit: string | null;
  /** Why there is no certificate. */
  readonly reason: string | null;
}

export interface Manifest {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly repository: string | null;
  readonly account: string;
  readonly region: string;
  readonly certificates: readonly ManifestEntry[];
}

/** Where a certificate is handed over. */
export interface Places {
  /** Relative to the manifest. */
  readonly file: string;
  readonly secret: string | undefined;
}

/** The entry of a valid CSR. */
export function entryOf(outcome: Outcome, { file, secret }: Places): ManifestEntry {
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
  const { id, arn, status, issuedAt, origin } = outcome.certificate;
  return {
    ...about,
    certificateId: id,
    certificateArn: arn,
    status: status ?? null,
    file,
    secret: secret ?? null,
    issuedAt: issuedAt ?? null,
    runId: origin?.runId ?? null,
    runAttempt: origin?.runAttempt ?? null,
    commit: origin?.commit ?? null,
    reason: null,
  };
}

/** The certificate of an entry, without its PEM; undefined when the entry has none. */
export function certificateIn(entry: ManifestEntry): Certificate | undefined {
  const { certificateId, certificateArn, status, issuedAt, runId, runAttempt, commit } = entry;
  if (!certificateId || !certificateArn) return undefined;
  return {
    id: certificateId,
    arn: certificateArn,
    status: status ?? undefined,
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
  certificateId: null,
  certificateArn: null,
  status: null,
  file: null,
  secret: null,
  issuedAt: null,
  runId: null,
  runAttempt: null,
  commit: null,
} as const;

/** Absolute paths. */
export interface ManifestFiles {
  readonly json: string;
  readonly csv: string;
}

/** A manifest whose entries are made when they are written, in the order of their paths. */
export interface ManifestSource extends Omit<Manifest, 'schemaVersion' | 'certificates'> {
  readonly certificates: Iterable<ManifestEntry>;
}

/** Writes manifest.json and manifest.csv into `directory`, each whole or not at all. */
export async function writeManifest(directory: string, manifest: ManifestSource): Promise<ManifestFiles> {
  const json = join(directory, 'manifest.json');
  const csv = join(directory, 'manifest.csv');
  await writeAtomically(json, toJson(manifest));
  await writeAtomically(csv, toCsv(manifest.certificates));
  return { json, csv };
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
] as const satisfies readonly (keyof ManifestEntry)[];

/** RFC 4180, with a header line. */
function* toCsv(entries: Iterable<ManifestEntry>): Generator<string> {
  yield `${COLUMNS.join(',')}\r\n`;
  for (const entry of entries) yield `${COLUMNS.map((column) => forCsv(String(entry[column] ?? ''))).join(',')}\r\n`;
}

/**
 * The manifest an earlier run left in `directory`; undefined when there is none.
 *
 * @throws UserError `manifest` when there is a file of that name that is not a manifest: it is not ours to overwrite
 */
export async function readManifest(directory: string): Promise<Manifest | undefined> {
  const path = join(directory, 'manifest.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const found = JSON.parse(text) as Partial<Manifest>;
    if (found.schemaVersion === SCHEMA_VERSION && Array.isArray(found.certificates)) return found as Manifest;
  } catch {
    // Reported below.
  }
  throw new UserError('manifest', 'This file is not a manifest that this version wrote, and would be overwritten.', {
    where: path,
    fix: 'Move it away, or name another output-directory.',
  });
}
