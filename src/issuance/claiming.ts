import { randomUUID } from 'node:crypto';
import type { Place } from '../aws/place.ts';
import type { Csr } from '../csr/csr.ts';
import type { Clock } from '../lib/clock.ts';
import type { Certificate, Origin } from '../records/certificate.ts';
import { certificateOf } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { type Claim, partitionKeyOf, type TableItem, type TableKey } from '../records/table/item.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import { createReads } from './claim-reads.ts';

/** What the shared ledger says of a CSR that this run may not ask for now. */
export type Standing =
  /** Another run has created its certificate since this one read the table. */
  | { readonly kind: 'known'; readonly certificates: readonly Certificate[]; readonly by: string }
  /** Another run's claim ended without a result; it is this run's now, and a certificate may exist. */
  | { readonly kind: 'taken-over'; readonly since: number; readonly origin: Origin | undefined }
  /** Another run is about to ask for it. */
  | { readonly kind: 'busy'; readonly by: string }
  /** Nobody claims it any more. */
  | { readonly kind: 'free' };

export interface ClaimOptions {
  readonly table: LedgerTable;
  readonly place: Place;
  /** The run that claims. */
  readonly run: { readonly name: string; readonly origin: Origin | undefined };
  readonly clock: Clock;
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  /** AWS IoT's clock, milliseconds, exact to about a second. */
  readonly awsTime: () => number;
  /** How long a request may take until it is given up, milliseconds. */
  readonly requestMs: number;
  /** What this run read before, by partition key. Its certificates have been judged, and are none for the CSRs held. */
  readonly read: ReadonlyMap<string, TableItem>;
  /** Whether a certificate of a record keeps the run from creating another one. */
  readonly counts: (entry: LedgerEntry) => boolean;
}

/**
 * How long a claim lasts, milliseconds: three requests' time, so that most of it is left when its turn comes, and a stop
 * of the process for a few seconds does not end it. A run that dies keeps the others waiting for as long.
 */
export function leaseMs(requestMs: number): number {
  return 3 * requestMs + 15_000;
}

/** Servers of AWS keep the same time to far less than this. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html */
const CLOCKS_MS = 1_000;

/** Tries of a claim for which other runs compete; each time one of them has it. */
const CONTESTS = 10;

/** A claim of this process. */
export interface Held {
  readonly item: TableItem;
  readonly claim: Claim;
  /** A request may have been sent: the claim is not given back unless something says that nothing was created. */
  readonly isIntended: boolean;
  /** It is written anew before a request: what it says about earlier requests is not so any more. */
  readonly isOutdated: boolean;
}

/** The claims of one process, key by key. */
export interface Claiming {
  /** By SPKI. */
  readonly held: Map<string, Held>;
  keyOf(csr: Pick<Csr, 'spkiSha256'>): TableKey;
  /** How an item stands for this process; undefined: it may be claimed. What is known is said once. */
  judge(item: TableItem | undefined): Standing | undefined;
  /** Claims a CSR, or renews its claim. @throws UserError `ledger-table` */
  claim(csr: Csr): Promise<Standing | 'held'>;
  /** Whether a request that leaves now is over before the claim is. */
  isLongEnough(held: Held): boolean;
  /** This certificate of its key is known here. */
  learn(certificateId: string): void;
}

export function createClaiming(options: ClaimOptions): Claiming {
  const { table, requestMs, read } = options;
  const owner = randomUUID();
  const held = new Map<string, Held>();
  const settled = new Set(
    [...read.values()].flatMap(({ certificates }) => certificates.map((one) => one.certificateId)),
  );
  const readSoon = createReads(table, options.clock);
  const standingOf = createStanding(options, owner, settled);
  const keyOf = ({ spkiSha256 }: Pick<Csr, 'spkiSha256'>): TableKey => {
    const { account, region } = options.place;
    return { account, region, spkiSha256 };
  };
  const judge = (item: TableItem | undefined): Standing | undefined => {
    const standing = standingOf(item);
    if (standing?.kind === 'known') for (const { id } of standing.certificates) settled.add(id);
    return standing;
  };
  return {
    held,
    keyOf,
    judge,
    learn: (certificateId) => settled.add(certificateId),
    isLongEnough: ({ claim, isOutdated }) => !isOutdated && table.time.latest() + requestMs + CLOCKS_MS <= claim.until,
    async claim(csr) {
      const mine = held.get(csr.spkiSha256);
      // What was read a while ago may not be so any more: it is good for a first try only.
      let item = mine?.item ?? read.get(partitionKeyOf(keyOf(csr)));
      if (standingOf(item) !== undefined) item = await readSoon(keyOf(csr));
      for (let contest = 0; contest < CONTESTS; contest++) {
        const standing = judge(item);
        if (standing !== undefined && standing.kind !== 'taken-over') {
          held.delete(csr.spkiSha256);
          return standing;
        }
        const claim = claimFor(csr, { options, owner, standing, item, mine });
        const revision = randomUUID();
        const claimed: TableItem = { key: keyOf(csr), revision, certificates: item?.certificates ?? [], claim };
        if (await table.write(claimed, item?.revision)) {
          const isIntended = standing !== undefined || (mine?.isIntended ?? false);
          held.set(csr.spkiSha256, { item: claimed, claim, isIntended, isOutdated: false });
          return standing ?? 'held';
        }
        item = await readSoon(keyOf(csr));
      }
      return { kind: 'busy', by: 'other runs that compete for it' };
    },
  };
}

/** @param settled ids of certificates that do not count any more: the account was asked about them */
function createStanding(
  { table, counts }: Pick<ClaimOptions, 'table' | 'counts'>,
  owner: string,
  settled: ReadonlySet<string>,
): (item: TableItem | undefined) => Standing | undefined {
  /** By id: how claims name their runs. A certificate has the id alone, by which nobody finds a run of another repository. */
  const names = new Map<string, string>();
  return (item) => {
    if (item === undefined) return undefined;
    const { claim } = item;
    if (claim?.runId !== undefined) names.set(claim.runId, claim.run);
    const fresh = item.certificates.filter((entry) => !settled.has(entry.certificateId) && counts(entry));
    const [first] = fresh;
    if (first !== undefined) {
      const by = first.runId === null ? 'another run' : (names.get(first.runId) ?? `run ${first.runId}`);
      return { kind: 'known', certificates: fresh.map(certificateOf), by };
    }
    if (claim === undefined || claim.owner === owner) return undefined;
    if (table.time.earliest() <= claim.until + CLOCKS_MS) return { kind: 'busy', by: claim.run };
    return { kind: 'taken-over', since: sinceOf(claim), origin: originOf(claim) };
  };
}

function claimFor(
  csr: Csr,
  about: {
    readonly options: ClaimOptions;
    readonly owner: string;
    readonly standing: Standing | undefined;
    readonly item: TableItem | undefined;
    readonly mine: Held | undefined;
  },
): Claim {
  const { options, owner, standing, item, mine } = about;
  const { name, origin } = options.run;
  const now = options.awsTime();
  // What was announced stays announced until a search has shown what came of it.
  const before =
    mine?.isOutdated && standing === undefined ? now : item?.claim === undefined ? now : sinceOf(item.claim);
  return {
    owner,
    run: name,
    runId: origin?.runId,
    runAttempt: origin?.runAttempt,
    csrPath: csr.path,
    since: Math.min(now, before),
    until: options.table.time.earliest() + leaseMs(options.requestMs),
  };
}

/** A request is sent before its claim ends: a later time is none that a run has written, and would hide certificates. */
function sinceOf({ since, until }: Claim): number {
  return Math.min(since, until);
}

function originOf({ runId, runAttempt }: Claim): Origin | undefined {
  return runId === undefined ? undefined : { runId, runAttempt: runAttempt ?? 1, commit: undefined };
}
