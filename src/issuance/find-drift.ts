import { forEach } from '../lib/for-each.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { checkPem } from '../records/read-certificate.ts';
import { DELETED, isActivation, isUsable } from '../records/status.ts';
import { findLeftovers } from './find-leftovers.ts';
import { describeIfThere, type SearchAccess } from './iot-access.ts';
import { createListing, type Listed } from './listing.ts';

/** One way in which the ledger and the account disagree. */
export interface Drift {
  /**
   * `missing`: in the ledger, not in the account. `status`: the account has another status than the ledger, and not
   * because somebody activated the certificate: that is what becomes of every one whose device goes to work. `several`:
   * one of several usable certificates for one key. `orphan`: in the account, not in the ledger. `leftover`: of a rotation.
   * The others are about the registry: `unattached`: its thing does not hold it. `principal`: it is attached otherwise than
   * asked for. `policy`, `group`: something asked for is missing.
   */
  readonly kind:
    | 'missing'
    | 'status'
    | 'several'
    | 'orphan'
    | 'leftover'
    | 'unattached'
    | 'principal'
    | 'policy'
    | 'group';
  readonly certificateId: string;
  /** Undefined when the ledger does not know the key. */
  readonly csrPath: string | undefined;
  /** As the ledger has it; undefined for what is not in it. */
  readonly inLedger: string | undefined;
  /** As the account has it; undefined for what is not in it. */
  readonly inAccount: string | undefined;
}

/** How old certificates are, by the account's time. */
export interface Ages {
  /** How many were issued in each year (UTC), the earliest first. */
  readonly byYear: readonly (readonly [year: number, certificates: number])[];
  /** Undefined: there is none. `issuedAt`: milliseconds since 1970. */
  readonly oldest:
    | { readonly certificateId: string; readonly csrPath: string | undefined; readonly issuedAt: number }
    | undefined;
}

export interface Audit {
  /** Certificates of the ledger that belong to this account and region. */
  readonly audited: number;
  /** Of them, those that are INACTIVE in the ledger and ACTIVE in the account. */
  readonly activated: number;
  /** Of those that can be used. */
  readonly ages: Ages;
  /** In the order of the ledger, then orphans, newest first, then what is left of rotations. */
  readonly drifts: readonly Drift[];
}

/** Describe calls waiting for the pacer at a time. */
const WIDTH = 32;

/**
 * Holds a ledger against the account, without changing either.
 *
 * @param entries of this account and region
 * @param orphansSince certificates that the account has and the ledger has not count from then on, milliseconds of AWS's
 * clock; undefined: they do not count
 * @param onProgress called with the number of certificates beyond the ledger's that have been looked at, and of all
 * @throws UserError when the account cannot be read; the signal's reason when it is aborted
 */
export async function findDrift(
  entries: readonly LedgerEntry[],
  orphansSince: number | undefined,
  access: SearchAccess,
  onProgress: (done: number, total: number) => void,
): Promise<Audit> {
  const known = new Set(entries.map((entry) => entry.certificateId));
  const { listed, strangers } = await list(known, orphansSince, access);
  const keys = await keysOf(strangers, access, onProgress);
  const pathOf = new Map(entries.map((entry) => [entry.spkiSha256, entry.csrPath ?? undefined]));

  const usable = new Map<string, number>();
  const count = (spki: string, status: string | undefined): void => {
    if (isUsable(status)) usable.set(spki, (usable.get(spki) ?? 0) + 1);
  };
  for (const { spkiSha256, certificateId } of entries) count(spkiSha256, listed.get(certificateId)?.status);
  for (const { id, status } of strangers) {
    const spki = keys.get(id);
    if (spki !== undefined) count(spki, status);
  }
  const isOneOfSeveral = (spki: string | undefined, status: string | undefined): boolean =>
    spki !== undefined && pathOf.has(spki) && isUsable(status) && (usable.get(spki) ?? 0) > 1;

  const drifts: Drift[] = [];
  let activated = 0;
  for (const { spkiSha256, certificateId, csrPath, status: recorded, retiredAt } of entries) {
    const inAccount = listed.get(certificateId)?.status;
    // It was retired, and then deleted.
    if (inAccount === undefined && recorded === DELETED) continue;
    const about = { certificateId, csrPath: csrPath ?? undefined, inLedger: recorded ?? undefined, inAccount };
    if (inAccount === undefined) drifts.push({ kind: 'missing', ...about });
    else if (retiredAt == null && isActivation(recorded, inAccount)) activated++;
    else if (inAccount !== recorded && (recorded !== null || !isUsable(inAccount))) {
      drifts.push({ kind: 'status', ...about });
    }
    if (isOneOfSeveral(spkiSha256, inAccount)) drifts.push({ kind: 'several', ...about });
  }
  for (const { id, status } of strangers) {
    const spki = keys.get(id);
    const about = { certificateId: id, csrPath: pathOf.get(spki ?? ''), inLedger: undefined, inAccount: status };
    drifts.push({ kind: isOneOfSeveral(spki, status) ? 'several' : 'orphan', ...about });
  }
  drifts.push(...findLeftovers(entries, listed, access.iot.awsTime()));
  return { audited: entries.length, activated, ages: agesOf(entries, listed), drifts };
}

interface Stranger {
  readonly id: string;
  readonly status: string;
}

/** The ages of the certificates that can be used: a device that is replaced every five years has no older one. */
function agesOf(entries: readonly LedgerEntry[], listed: ReadonlyMap<string, Listed>): Ages {
  const byYear = new Map<number, number>();
  let oldest: Ages['oldest'];
  for (const { certificateId, csrPath } of entries) {
    const { status, createdAt: issuedAt = 0 } = listed.get(certificateId) ?? {};
    if (!isUsable(status)) continue;
    const year = new Date(issuedAt).getUTCFullYear();
    byYear.set(year, (byYear.get(year) ?? 0) + 1);
    if (oldest === undefined || issuedAt < oldest.issuedAt) {
      oldest = { certificateId, csrPath: csrPath ?? undefined, issuedAt };
    }
  }
  return { byYear: [...byYear].sort(([a], [b]) => a - b), oldest };
}

/** What the account says of what the ledger knows, and the usable certificates that it does not know. */
async function list(known: ReadonlySet<string>, orphansSince: number | undefined, access: SearchAccess) {
  const listing = createListing(access);
  if (orphansSince !== undefined) await listing.back(orphansSince);
  const unlisted = (): number => [...known].filter((id) => !listing.seen.has(id)).length;
  for (let left = unlisted(); left > 0 && !listing.isComplete; left = unlisted()) await listing.next();
  const listed = new Map<string, Listed>();
  const strangers: Stranger[] = [];
  for (const [id, { status, createdAt }] of listing.seen) {
    if (known.has(id)) listed.set(id, { status, createdAt });
    else if (orphansSince !== undefined && createdAt >= orphansSince && isUsable(status))
      strangers.push({ id, status });
  }
  return { listed, strangers };
}

async function keysOf(
  strangers: readonly Stranger[],
  access: SearchAccess,
  onProgress: (done: number, total: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  let done = 0;
  await forEach(strangers, WIDTH, async ({ id }) => {
    const described = await describeIfThere(access, id);
    const checked = described && checkPem(described.pem);
    if (checked !== undefined) keys.set(id, checked.spkiSha256);
    onProgress(++done, strangers.length);
  });
  return keys;
}
