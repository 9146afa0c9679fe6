import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../aws/place.ts';
import { errorOf, notRead } from '../lib/file-error.ts';
import { UserError } from '../lib/user-error.ts';
import { JOURNAL_NAME, MANIFEST_JSON, MEMORY_NAME } from '../naming/reserved-names.ts';
import { type BatchPlan, PLAN_JSON, readBatchPlan } from '../records/batch-plan.ts';
import type { JournalState } from '../records/journal.ts';
import { readJournalFile } from '../records/journal-file.ts';
import { EMPTY_LEDGER, joinLedgers, type Ledger, readLedger } from '../records/ledger.ts';
import { readManifest } from '../records/manifest.ts';
import type { Manifest } from '../records/manifest-entry.ts';

/** What one directory holds of a batch: what a shard handed over, or what its post step saved of it. */
export type ShardPart =
  | { readonly directory: string; readonly manifest: Manifest }
  /** The step ended before it wrote its manifest. */
  | { readonly directory: string; readonly manifest: undefined; readonly journal: JournalState & { place: Place } };

/** Everything that a merge is given. */
export interface ShardParts {
  readonly parts: readonly ShardPart[];
  /** Undefined: nobody said what the batch was. */
  readonly plan: BatchPlan | undefined;
  /** What the shards, and the survey that they shared, know of accounts, as one. */
  readonly ledger: Ledger;
}

/**
 * Reads the directories of shards.
 *
 * @param from directories that hold a manifest, a journal, a plan or a ledger, or whose subdirectories do
 * @throws UserError `merge` when one cannot be read, or there are two plans
 */
export async function readShardParts(from: readonly string[]): Promise<ShardParts> {
  const directories = (await Promise.all(from.map(withRecords))).flat();
  const parts = (await Promise.all(directories.map(readPart))).flat();
  const plans = (await Promise.all(directories.map(readBatchPlan))).flatMap((plan) => plan ?? []);
  if (plans.length > 1) {
    throw wrongShards(from.join(', '), `There are ${plans.length} files ${PLAN_JSON} in these directories.`);
  }
  const ledgers = await Promise.all(directories.map((directory) => readLedger(join(directory, MEMORY_NAME))));
  return { parts, plan: plans[0], ledger: ledgers.reduce(joinLedgers, EMPTY_LEDGER) };
}

async function readPart(directory: string): Promise<readonly ShardPart[]> {
  const manifest = await readManifest(directory);
  if (manifest !== undefined) return [{ directory, manifest }];
  const journal = await readJournalFile(join(directory, JOURNAL_NAME));
  const { place } = journal;
  return place === undefined ? [] : [{ directory, manifest, journal: { ...journal, place } }];
}

const RECORDS: ReadonlySet<string> = new Set([MANIFEST_JSON, JOURNAL_NAME, PLAN_JSON, MEMORY_NAME]);

/** The directory itself when it has records, and those directly below it that have. */
async function withRecords(directory: string): Promise<readonly string[]> {
  try {
    const found = await readdir(directory, { withFileTypes: true });
    const own = found.filter((entry) => RECORDS.has(entry.name)).map(({ name }) => name);
    // What stands below a hand-over is its certificates.
    if (own.includes(MANIFEST_JSON) || own.includes(JOURNAL_NAME)) return [directory];
    const below = found.filter((entry) => entry.isDirectory()).map(({ name }) => join(directory, name));
    const having = await Promise.all(
      below.map(async (path) => ((await readdir(path)).some((name) => RECORDS.has(name)) ? [path] : [])),
    );
    return [...(own.length > 0 ? [directory] : []), ...having.flat().sort()];
  } catch (error) {
    throw errorOf(notRead(directory, error), 'merge', directory);
  }
}

/** @param message a sentence */
export function wrongShards(where: string, message: string): UserError {
  return new UserError('merge', message, {
    where,
    fix: 'Download the artifacts of the shards again; the certificates are in the account and in the ledger, too.',
  });
}
