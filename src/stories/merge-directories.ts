import { join } from 'node:path';
import { isSamePlace, type Place } from '../aws/place.ts';
import { writeBundles } from '../delivery/bundle/write-bundles.ts';
import { refuseClashes } from '../delivery/refuse-clashes.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { UserError } from '../lib/user-error.ts';
import { joinLedgers, type Ledger, readLedger, writeLedger } from '../records/ledger.ts';
import { type ManifestFiles, writeManifest } from '../records/manifest.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { type AskAccount, type JudgedParts, judgeParts, type ShardClaims } from './judge-parts.ts';
import { findMissingShards, type MissingShard, refuseForeignShards } from './missing-shards.ts';
import { readShardParts, type ShardPart, wrongShards } from './shard-parts.ts';
import { type BundlesTaken, takeBundles } from './take-bundles.ts';
import { type Taken, takeParts } from './take-parts.ts';

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
  /** What shards say and the account does not: it does not count. */
  readonly contradictions: JudgedParts['contradictions'];
  /** Undefined: the shards made none. */
  readonly bundles: BundlesTaken | undefined;
}

/** Asks the account of the batch about certificates. @throws UserError when it cannot be asked */
export type AskAccountOf = (claims: ShardClaims, place: Place) => ReturnType<AskAccount>;

/**
 * Merges the output directories of shards, or artifacts of them: the certificates, one manifest, and the ledger. Every
 * certificate is looked at before it counts. Bundles are made anew of what each says of its device. The ledger also has what the shards know of the account, and how far. What a
 * shard issued that was ended before its manifest is taken from its journal; a shard that left nothing is named with its
 * CSRs, where a plan is there.
 *
 * @param from directories that hold a manifest, a journal, a plan or a ledger, or whose subdirectories do
 * @param to absolute path of the directory to write
 * @param ledger absolute path; undefined: none is kept
 * @param bundleArchives bundles become one archive for each production line
 * @param account confirms each certificate before anything is written; undefined: each counts that its PEM proves
 * @throws UserError `merge` when there is nothing to merge, or something is not what its manifest says, or is of another
 * batch, or as `account` does
 */
export async function mergeShards(
  files: FileWriter,
  from: readonly string[],
  to: string,
  ledger: string | undefined,
  bundleArchives: boolean,
  account?: AskAccountOf,
): Promise<Merged> {
  const found = await readShardParts(from);
  const of = refuseForeignShards(found);
  const { repository, ...place } = aboutOf(found.parts, from);
  const certificates = found.parts.flatMap((part) => filesOf(part, place));
  refuseClashes({ ...NO_OTHERS, outputDirectory: to, ledger, certificates, bundles: [] });
  const known = await readLedger(ledger);
  const target = files.below(to);
  const parts = await takeParts(found.parts, to, place);
  const ask = account && ((claims: ShardClaims) => account(claims, place));
  const judged = await judgeParts(parts, found.ledger, known, place, ask);
  const bundles = await takeBundles(judged.taken, bundleArchives, place);
  refuseClashes({ ...NO_OTHERS, outputDirectory: to, ledger, certificates: [], bundles: bundles?.paths ?? [] });
  // Whom to ask may have been wrong until here: nothing is written before.
  for (const { way, certificate, isThere } of judged.taken) {
    if (!isThere) await target.write(join(to, way), certificate.pem);
  }
  await writeBundles(bundles?.placed ?? [], to, target);
  const report = of === undefined ? { missing: [], entries: [] } : findMissingShards(found, of, judged.entries);
  const all = joinLedgers(known, judged.ledger);
  if (ledger !== undefined) await writeLedger(files, ledger, all);
  const entries = [...judged.entries.values(), ...report.entries].sort((a, b) => (a.csrPath < b.csrPath ? -1 : 1));
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
    duplicates: duplicatesOf(judged.taken),
    contradictions: judged.contradictions,
    bundles,
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

function duplicatesOf(taken: readonly Taken[]): readonly string[] {
  const idsByKey = new Map<string, Set<string>>();
  for (const { spkiSha256, certificate } of taken) {
    idsByKey.set(spkiSha256, (idsByKey.get(spkiSha256) ?? new Set()).add(certificate.id));
  }
  return [...idsByKey].filter(([, ids]) => ids.size > 1).map(([key]) => key);
}
