import * as v from 'valibot';
import type { Place } from '../../aws/place.ts';
import { type LedgerEntry, parseLedgerLine } from '../ledger-line.ts';
import { account, complaintOf, path, region, runAttempt, runId, sha256, time } from '../shapes.ts';
import { mergedStatus } from '../status.ts';

/** The device key that an item is about, in an account and region. */
export interface TableKey extends Place {
  readonly spkiSha256: string;
}

/** A run's announcement that it may ask for a certificate of this key: the journal's intent, outside of the machine. */
export interface Claim {
  /** Made at random for each process, so that a re-run is another owner. */
  readonly owner: string;
  /** The run as a person finds it: its page and attempt, or the machine and process. */
  readonly run: string;
  readonly runId: string | undefined;
  readonly runAttempt: number | undefined;
  readonly csrPath: string;
  /** Milliseconds of AWS IoT's clock: no request of this claim, or of one that it took over, was sent earlier. */
  readonly since: number;
  /** Milliseconds of the table's clock: no request of it is sent later. */
  readonly until: number;
}

/** What a table knows of one key. */
export interface TableItem {
  readonly key: TableKey;
  /** Made at random at each write: a write takes place only when nobody else has written since the item was read. */
  readonly revision: string;
  readonly certificates: readonly LedgerEntry[];
  readonly claim: Claim | undefined;
}

/** An item as Amazon DynamoDB keeps it: texts, and lists of texts. docs/ledger.md documents the attributes. */
export type Attributes = Readonly<Record<string, string | readonly string[]>>;

/** The partition key of the table. */
export const PARTITION_KEY = 'pk';
/** The attribute that conditions are about. */
export const REVISION = 'rev';

/** Value of the partition key of a key's item. */
export function partitionKeyOf({ account, region, spkiSha256 }: TableKey): string {
  return `${account}#${region}#${spkiSha256}`;
}

const uuid = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/, 'is no UUID'));

const KEY = v.object({ account, region, spkiSha256: sha256 });

const CLAIM = v.object({
  claimOwner: uuid,
  claimRun: v.pipe(v.string(), v.maxLength(500, 'is too long')),
  claimRunId: v.optional(runId),
  claimRunAttempt: v.optional(v.pipe(v.string(), v.transform(Number), runAttempt)),
  claimCsrPath: path,
  claimSince: time,
  claimUntil: time,
});

const ITEM = v.object({
  [PARTITION_KEY]: v.string(),
  [REVISION]: uuid,
  certificates: v.optional(v.array(v.string('is not text')), []),
});

/**
 * Reads an item as strictly as a line of the file: anybody who may write the table may have written it.
 *
 * @returns the item, or what is wrong with it, as a clause
 */
export function parseItem(attributes: Attributes): TableItem | { readonly problem: string } {
  const item = v.safeParse(ITEM, attributes, { abortEarly: true });
  if (!item.success) return { problem: complaintOf(item.issues) };
  const [account, region, spkiSha256] = item.output[PARTITION_KEY].split('#');
  const key = v.safeParse(KEY, { account, region, spkiSha256 }, { abortEarly: true });
  if (!key.success) return { problem: `in its ${PARTITION_KEY}, ${complaintOf(key.issues)}` };
  const certificates: LedgerEntry[] = [];
  for (const line of item.output.certificates) {
    const read = parseLedgerLine(line);
    if ('problem' in read) return { problem: `in its certificates, ${read.problem}` };
    if (read.type !== 'certificate') return { problem: 'in its certificates, one is none' };
    const { entry } = read;
    if (partitionKeyOf(entry) !== item.output[PARTITION_KEY])
      return { problem: 'a certificate in it is of another key' };
    certificates.push(entry);
  }
  const claim = claimIn(attributes);
  if (claim !== undefined && 'problem' in claim) return claim;
  return { key: key.output, revision: item.output[REVISION], certificates, claim };
}

function claimIn(attributes: Attributes): Claim | { readonly problem: string } | undefined {
  if (!Object.keys(attributes).some((name) => name.startsWith('claim'))) return undefined;
  const result = v.safeParse(CLAIM, attributes, { abortEarly: true });
  if (!result.success) return { problem: complaintOf(result.issues) };
  const { claimOwner, claimRun, claimRunId, claimRunAttempt, claimCsrPath, claimSince, claimUntil } = result.output;
  return {
    owner: claimOwner,
    run: claimRun,
    runId: claimRunId,
    runAttempt: claimRunAttempt,
    csrPath: claimCsrPath,
    since: Date.parse(claimSince),
    until: Date.parse(claimUntil),
  };
}

/** The item as the table keeps it. `state` is for people who look at the table, and is not read. */
export function attributesOf({ key, revision, certificates, claim }: TableItem): Attributes {
  const state = claim !== undefined ? 'claimed' : certificates.length > 0 ? 'issued' : 'released';
  return {
    [PARTITION_KEY]: partitionKeyOf(key),
    [REVISION]: revision,
    state,
    ...(certificates.length === 0 ? {} : { certificates: certificates.map((entry) => JSON.stringify(entry)) }),
    ...(claim === undefined ? {} : claimAttributes(claim)),
  };
}

function claimAttributes({ owner, run, runId, runAttempt, csrPath, since, until }: Claim): Attributes {
  return {
    claimOwner: owner,
    claimRun: run,
    ...(runId === undefined ? {} : { claimRunId: runId }),
    ...(runAttempt === undefined ? {} : { claimRunAttempt: String(runAttempt) }),
    claimCsrPath: csrPath,
    claimSince: new Date(since).toISOString(),
    claimUntil: new Date(until).toISOString(),
  };
}

/**
 * Adds certificates to those of a key. Of one that is there already, what the new record leaves out stays, and so does a
 * status such as REVOKED, which nobody but a person takes back.
 *
 * @returns sorted by id, so that the same certificates give the same item
 */
export function mergeCertificates(
  certificates: readonly LedgerEntry[],
  added: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const byId = new Map(certificates.map((entry) => [entry.certificateId, entry]));
  for (const entry of added) {
    const before = byId.get(entry.certificateId);
    const said = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null));
    const status = mergedStatus(before?.status, entry.status ?? before?.status ?? null);
    byId.set(entry.certificateId, { ...entry, ...before, ...said, status });
  }
  return [...byId.values()].sort((a, b) => (a.certificateId < b.certificateId ? -1 : 1));
}

/** Prefix of the partition keys of the items that say how far the table knows an account in a region. */
const HORIZON = 'horizon#';

const HORIZON_ITEM = v.object({ [REVISION]: uuid, time });

export function horizonKeyOf({ account, region }: Place): string {
  return `${HORIZON}${account}#${region}`;
}

export function isHorizon(attributes: Attributes): boolean {
  return String(attributes[PARTITION_KEY] ?? '').startsWith(HORIZON);
}

/**
 * Milliseconds of AWS's clock: every certificate of the account and region that was created before is in the table.
 *
 * @returns undefined when the item is none
 */
export function parseHorizon(attributes: Attributes): number | undefined {
  const item = v.safeParse(HORIZON_ITEM, attributes, { abortEarly: true });
  return item.success ? Date.parse(item.output.time) : undefined;
}
