import { isAbsolute, join, normalize, sep } from 'node:path';
import { certificateArn, isSamePlace, type Place } from '../aws/place.ts';
import { refuseClashes } from '../delivery/refuse-clashes.ts';
import { errorOf } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import { directoriesOf, foldName, refuseReserved } from '../naming/reserved-names.ts';
import type { CsrRef, IssuedRecord } from '../records/journal.ts';
import { entryFor, joinLedgers, type Ledger, mergeLedger, readLedger, writeLedger } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { certificateIn, type ManifestFiles, writeManifest } from '../records/manifest.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { checkPem } from '../records/read-certificate.ts';
import { findMissingShards, type MissingShard, refuseForeignShards } from './missing-shards.ts';
import { readShardParts, type ShardPart, wrongShards } from './shard-parts.ts';

/** What the shards of a batch handed over, as one. */
export interface Merged {
  readonly files: ManifestFiles;
  readonly entries: readonly ManifestEntry[];
  /** How many directories had a manifest. */
  readonly shards: number;
  /** How many shards the batch was divided into; undefined when it was not. */
  readonly of: number | undefined;
  readonly missing: readonly MissingShard[];
  readonly place: Place;
  /** Everything that was known before, and what the shards know. */
  readonly ledger: Ledger;
  /** Keys that have more than one certificate. */
  readonly duplicates: readonly string[];
}

/**
 * Merges the output directories of shards, or artifacts of them: the certificates, one manifest, and the ledger. Every
 * certificate is looked at before it counts. The ledger also has what the shards know of the account, and how far. What a
 * shard issued that was ended before its manifest is taken from its journal; a shard that left nothing is named with its
 * CSRs, where a plan is there.
 *
 * @param from directories that hold a manifest, a journal, a plan or a ledger, or whose subdirectories do
 * @param to absolute path of the directory to write
 * @param ledger absolute path; undefined: none is kept
 * @throws UserError `merge` when there is nothing to merge, or something is not what its manifest says, or is of another
 * batch
 */
export async function mergeShards(
  files: FileWriter,
  from: readonly string[],
  to: string,
  ledger: string | undefined,
): Promise<Merged> {
  const found = await readShardParts(from);
  const of = refuseForeignShards(found);
  const { repository, ...place } = aboutOf(found.parts, from);
  const certificates = found.parts.flatMap((part) => filesOf(part, place));
  refuseClashes({ ...NO_OTHERS, outputDirectory: to, ledger, certificates });
  const known = joinLedgers(await readLedger(ledger), found.ledger);
  const target = files.below(to);
  const merge = createMerge(target, to, place);
  for (const part of found.parts) await merge.add(part);
  const report = of === undefined ? { missing: [], entries: [] } : findMissingShards(found, of, merge.entries);
  const all = mergeLedger(known, merge.issued);
  if (ledger !== undefined) await writeLedger(files, ledger, all);
  const entries = [...merge.entries.values(), ...report.entries].sort((a, b) => (a.csrPath < b.csrPath ? -1 : 1));
  const about = { repository, ...place, shard: null, runId: null, runAttempt: null };
  const manifest = await writeManifest(target, to, { ...about, certificates: entries });
  return {
    files: manifest,
    entries,
    shards: found.parts.filter((part) => part.manifest !== undefined).length,
    of,
    missing: report.missing,
    place,
    ledger: all,
    duplicates: merge.duplicates(),
  };
}

/** Whose certificates are merged: the parts have to agree on it. */
function aboutOf(parts: readonly ShardPart[], from: readonly string[]): Place & { readonly repository: string | null } {
  const [first] = parts;
  if (first === undefined) {
    throw new UserError(
      'merge',
      'There is no manifest.json and no journal.jsonl in these directories, nor directly below them.',
      {
        where: from.join(', '),
        fix: 'Name the output directories of the shards, or the directory that their artifacts were downloaded to.',
      },
    );
  }
  const { account, region } = placeOf(first);
  for (const part of parts) {
    const other = placeOf(part);
    if (isSamePlace(other, { account, region })) continue;
    throw wrongShards(
      part.directory,
      `It is of account ${other.account} in ${other.region}, not ${account} in ${region}.`,
    );
  }
  const repositories = new Map(
    parts.flatMap(({ manifest, directory }) => (manifest?.repository ? [[manifest.repository, directory]] : [])),
  );
  const [[repository] = [null], second] = repositories;
  if (second !== undefined) {
    throw wrongShards(second[1] ?? '', `It is of the repository ${second[0]}, not ${repository}.`);
  }
  return { account, region, repository: repository ?? null };
}

/** A merge writes neither. */
const NO_OTHERS = { sources: [], sarifPath: undefined, report: undefined } as const;

/**
 * Where the certificates of a part go, relative to the output directory.
 *
 * @throws UserError `merge` when one is of another account or region: nothing of it would be merged
 */
function filesOf(part: ShardPart, place: Place): readonly string[] {
  const { directory, manifest } = part;
  if (manifest === undefined) return [...part.journal.certificates.values()].map(({ file }) => file);
  return manifest.certificates.flatMap(({ csrPath, certificateId, account, region, file }) => {
    if (certificateId === null || account === null || region === null) return [];
    if (!isSamePlace({ account, region }, place)) {
      throw wrongShards(directory, `The certificate of ${csrPath} is of account ${account} in ${region}.`);
    }
    return file ?? [];
  });
}

function placeOf(part: ShardPart): Place {
  return part.manifest ?? part.journal.place;
}

/** The content of parts, as one. */
function createMerge(target: FileWriter, to: string, place: Place) {
  const entries = new Map<string, ManifestEntry>();
  const idsByKey = new Map<string, Set<string>>();
  const claim = createClaims();
  const issued: LedgerEntry[] = [];

  const addEntry = async (directory: string, entry: ManifestEntry, pem?: string): Promise<void> => {
    const certificate = certificateIn(entry, place);
    const before = entries.get(entry.csrPath);
    // A file that was refused is in the manifest of every shard; a certificate says more than that there is none.
    if (before === undefined || certificate !== undefined) entries.set(entry.csrPath, entry);
    if (certificate === undefined || entry.spkiSha256 === null) return;
    idsByKey.set(entry.spkiSha256, (idsByKey.get(entry.spkiSha256) ?? new Set()).add(certificate.id));
    const way = wayOf(entry, directory);
    claim(way, directory, entry.csrPath);
    const copied = await copyCertificate(target, { from: directory, to, way, pem }, entry, entry.spkiSha256);
    const csr = { spkiSha256: entry.spkiSha256, csrSha256: entry.csrSha256, path: entry.csrPath };
    issued.push(entryFor(csr, { ...certificate, pem: copied }, place));
  };
  return {
    entries,
    issued,
    async add(part: ShardPart): Promise<void> {
      const { directory, manifest } = part;
      if (manifest !== undefined) {
        for (const entry of manifest.certificates) await addEntry(directory, entry);
        return;
      }
      const { certificates, inDoubt } = part.journal;
      for (const record of certificates.values()) {
        await addEntry(directory, journalEntry(record, place), record.certificate.pem);
      }
      for (const { csr } of inDoubt.values()) await addEntry(directory, doubtfulEntry(csr));
    },
    duplicates: () => [...idsByKey].filter(([, ids]) => ids.size > 1).map(([key]) => key),
  };
}

/** No certificate is as long, whatever stands around it. */
const MAX_PEM_BYTES = 1_048_576;

const UNKNOWN = {
  commonName: null,
  key: null,
  secret: null,
} as const;

function journalEntry({ spki, csr, path, file, certificate }: IssuedRecord, place: Place): ManifestEntry {
  const { id, status, issuedAt, origin } = certificate;
  return {
    ...UNKNOWN,
    ...{ csrPath: path, csrSha256: csr, spkiSha256: spki, result: 'created', account: place.account },
    ...{ region: place.region, certificateId: id, certificateArn: certificateArn(place, id), file },
    ...{ status: status ?? null, issuedAt: issuedAt ?? null, runId: origin?.runId ?? null, reason: null },
    ...{ runAttempt: origin?.runAttempt ?? null, commit: origin?.commit ?? null },
  };
}

function doubtfulEntry({ path, csrSha256, spkiSha256 }: CsrRef): ManifestEntry {
  return {
    ...UNKNOWN,
    ...{ csrPath: path, csrSha256, spkiSha256, result: 'in-doubt', account: null, region: null, certificateId: null },
    ...{ certificateArn: null, file: null, status: null, issuedAt: null, runId: null, runAttempt: null, commit: null },
    reason: 'Its shard was ended before AWS answered; the next attempt looks for the certificate.',
  };
}

/**
 * Where a certificate goes in the output directory, with `/`. The manifest is a file from elsewhere: it does not choose
 * where is written.
 *
 * @throws UserError `merge`
 */
function wayOf({ file, csrPath }: ManifestEntry, from: string): string {
  const way = normalize(file ?? '').replaceAll(sep, '/');
  const isOutside = isAbsolute(way) || /^\.{0,2}(\/|$)/.test(way);
  if (file === null || file === '' || isOutside || refuseReserved(way) !== undefined) {
    throw wrongShards(from, `Its manifest names no file for ${csrPath} that may be in the output directory.`);
  }
  return way;
}

/**
 * Two batches may have a CSR of one name: the certificate of one would overwrite that of the other, or stand where that
 * needs a directory.
 *
 * @returns takes the place of a certificate, whose shard it is of, and the path of its CSR
 */
function createClaims(): (way: string, from: string, csrPath: string) => void {
  /** By the folded path: the CSR of the certificate there. */
  const files = new Map<string, string>();
  /** By the folded path: the CSR of a certificate in that directory. */
  const directories = new Map<string, string>();
  return (way, from, csrPath) => {
    const place = foldName(way);
    const above = directoriesOf(place);
    const other = files.get(place) === csrPath ? undefined : files.get(place);
    const owner =
      other ?? directories.get(place) ?? above.map((one) => files.get(one)).find((one) => one !== undefined);
    if (owner !== undefined) {
      throw wrongShards(from, `The certificates of ${owner} and ${csrPath} would both be ${way}.`);
    }
    files.set(place, csrPath);
    for (const directory of above) directories.set(directory, csrPath);
  };
}

/** @param places `pem`: where no file has it @returns the PEM, which is of this key */
async function copyCertificate(
  files: FileWriter,
  places: { readonly from: string; readonly to: string; readonly way: string; readonly pem: string | undefined },
  entry: ManifestEntry,
  spkiSha256: string,
): Promise<string> {
  const { from, to, way } = places;
  const { csrPath, certificateId } = entry;
  const source = join(from, way);
  let pem: string;
  try {
    const text = places.pem ?? (await readRegularFile(source, MAX_PEM_BYTES));
    if (text === undefined) throw wrongShards(source, `The certificate of ${csrPath} does not exist.`);
    pem = text;
  } catch (error) {
    throw errorOf(error, 'merge', source);
  }
  const checked = checkPem(pem);
  if (checked?.spkiSha256 !== spkiSha256) throw wrongShards(source, `This is not the certificate of ${csrPath}.`);
  // Nobody can be asked here, so the id has to follow from the certificate, as AWS IoT's do.
  if (checked.id !== certificateId) throw wrongShards(source, `This is not the certificate ${certificateId}.`);
  const target = join(to, way);
  if (source === target && places.pem === undefined && pem === checked.pem) return pem;
  await files.write(target, checked.pem);
  return checked.pem;
}
