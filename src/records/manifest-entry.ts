import * as v from 'valibot';
import { certificateArn, type Place } from '../aws/place.ts';
import {
  account,
  commit,
  complaintOf,
  optional,
  path,
  region,
  runAttempt,
  runId,
  sha256,
  thingName,
  time,
} from './shapes.ts';

/** Version of the layout below; documented in docs/manifest.md. Grows when a reader of the old one would go wrong. */
export const SCHEMA_VERSION = 1;

const RESULTS = ['created', 'reused', 'failed', 'not-attempted', 'in-doubt', 'rejected'] as const;

const REGISTRATIONS = ['registered', 'found', 'incomplete', 'conflict'] as const;

/** One CSR of the batch and what became of it. Absent values are null, in the CSV empty. */
export interface ManifestEntry {
  readonly csrPath: string;
  readonly csrSha256: string | null;
  readonly spkiSha256: string | null;
  readonly commonName: string | null;
  readonly key: string | null;
  readonly result: (typeof RESULTS)[number];
  /** Where the certificate is: several steps, each for a region of its own, may share a directory and its manifest. */
  readonly account: string | null;
  readonly region: string | null;
  readonly certificateId: string | null;
  /** Made of account, region and id. */
  readonly certificateArn: string | null;
  readonly status: string | null;
  /** Path of the PEM relative to the manifest. */
  readonly file: string | null;
  /** Name of the GitHub secret that holds it. */
  readonly secret: string | null;
  readonly issuedAt: string | null;
  /** The run that created it: the id of the workflow run, its attempt, its commit. */
  readonly runId: string | null;
  readonly runAttempt: number | null;
  readonly commit: string | null;
  /** Why there is no certificate, or why it is not registered. */
  readonly reason: string | null;
  /** Name of the thing that the certificate is for; null where none was asked for. */
  readonly thing: string | null;
  /** What became of the device in the registry; null where nothing was asked for but a certificate. */
  readonly registration: (typeof REGISTRATIONS)[number] | null;
}

/** Whether a device has its certificate, and not all else that was asked for. */
export function isUnregistered({
  certificateId,
  registration,
}: Pick<ManifestEntry, 'certificateId' | 'registration'>): boolean {
  return certificateId !== null && (registration === 'incomplete' || registration === 'conflict');
}

/** What is known of a device in the registry of AWS IoT when nothing was asked for, or only a claim would be known. */
export const NOT_REGISTERED = { thing: null, registration: null } as const;

export interface Manifest {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly repository: string | null;
  /** Of the run that wrote it last. */
  readonly account: string;
  readonly region: string;
  /** Which part of a divided batch the run that wrote it last had; null: all of it. */
  readonly shard: { readonly index: number; readonly of: number } | null;
  /** The run that wrote it last. */
  readonly runId: string | null;
  readonly runAttempt: number | null;
  readonly certificates: readonly ManifestEntry[];
}

/** A subject, a message of AWS: they are escaped where they go, and only bounded here. */
const text = v.pipe(v.string(), v.maxLength(16_384, 'is too long'));

/** GitHub's names of secrets, https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets */
const secret = v.pipe(v.string(), v.regex(/^[A-Z0-9_]{1,255}$/i, 'is not the name of a secret'));

const ENTRY = v.object({
  csrPath: path,
  csrSha256: optional(sha256),
  spkiSha256: optional(sha256),
  commonName: optional(text),
  key: optional(text),
  result: v.picklist(RESULTS),
  account: optional(account),
  region: optional(region),
  certificateId: optional(sha256),
  status: optional(v.pipe(v.string(), v.regex(/^[A-Z_]{0,40}$/, 'is not a status'))),
  file: optional(path),
  secret: optional(secret),
  issuedAt: optional(time),
  runId: optional(runId),
  runAttempt: optional(runAttempt),
  commit: optional(commit),
  reason: optional(text),
  thing: optional(thingName),
  registration: optional(v.picklist(REGISTRATIONS)),
});

const shardNumber = v.pipe(v.number('is not a shard'), v.integer('is not a shard'), v.minValue(1, 'is not a shard'));

const MANIFEST = v.object({
  schemaVersion: v.literal(SCHEMA_VERSION),
  repository: optional(v.pipe(v.string(), v.maxLength(200, 'is too long'))),
  account,
  region,
  shard: optional(v.object({ index: shardNumber, of: shardNumber })),
  runId: optional(runId),
  runAttempt: optional(runAttempt),
  certificates: v.array(ENTRY),
});

/**
 * Reads a manifest. The ARNs in it do not count: they follow from the other fields. An entry without account and region
 * is of the manifest's own, as versions before 0.2 wrote it.
 *
 * @returns the manifest, or what is wrong with it, as a clause
 */
export function parseManifest(json: string): Manifest | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problem: 'it is not JSON' };
  }
  const result = v.safeParse(MANIFEST, value, { abortEarly: true });
  if (!result.success) return { problem: complaintOf(result.issues) };
  const manifest = result.output;
  return { ...manifest, certificates: manifest.certificates.map((entry) => complete(entry, manifest)) };
}

/** Reads a manifest whose entries come one at a time, each as `JSON.parse` gives it. */
export interface ManifestReader {
  /** @throws Error when this is no entry */
  add(entry: unknown): void;
  /** @param about the manifest without its entries @throws Error when this is no manifest */
  entries(about: unknown): Iterable<ManifestEntry>;
}

export function createManifestReader(): ManifestReader {
  const read: v.InferOutput<typeof ENTRY>[] = [];
  return {
    add(entry) {
      const result = v.safeParse(ENTRY, entry, { abortEarly: true });
      if (!result.success) throw new Error(`an entry of its manifest: ${complaintOf(result.issues)}`);
      read.push(result.output);
    },
    *entries(about) {
      const result = v.safeParse(MANIFEST, about, { abortEarly: true });
      if (!result.success) throw new Error(`its manifest: ${complaintOf(result.issues)}`);
      for (const entry of read) yield complete(entry, result.output);
    },
  };
}

function complete(entry: v.InferOutput<typeof ENTRY>, manifest: Place): ManifestEntry {
  const { certificateId, csrPath, csrSha256, spkiSha256, commonName, key, result, ...rest } = entry;
  const about = { csrPath, csrSha256, spkiSha256, commonName, key, result };
  if (certificateId === null) {
    return { ...about, ...rest, account: null, region: null, certificateId: null, certificateArn: null };
  }
  const place = { account: entry.account ?? manifest.account, region: entry.region ?? manifest.region };
  const { status, file, secret, issuedAt, runId, runAttempt, commit, reason, thing, registration } = rest;
  return {
    ...about,
    ...place,
    certificateId,
    certificateArn: certificateArn(place, certificateId),
    ...{ status, file, secret, issuedAt, runId, runAttempt, commit, reason, thing, registration },
  };
}
