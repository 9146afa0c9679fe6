import { isSamePlace, type Place } from '../aws/place.ts';
import type { Contradiction } from '../issuance/confirm.ts';
import type { CertificateClaim, ClaimVerdict } from '../issuance/confirm-claims.ts';
import { certificateOf, entryFor, type Ledger, mergeLedger } from '../records/ledger.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import { type ManifestEntry, NOT_REGISTERED } from '../records/manifest-entry.ts';
import type { Taken, TakenParts } from './take-parts.ts';

/** Certificates that the records of shards name. */
export interface ShardClaims {
  /** Of the batch. */
  readonly handedOver: readonly CertificateClaim[];
  /** What the shards know of other devices. */
  readonly remembered: readonly CertificateClaim[];
}

/** The account's verdicts on claims, in their order. */
export type AskAccount = (claims: ShardClaims) => Promise<{
  readonly handedOver: readonly ClaimVerdict[];
  readonly remembered: readonly ClaimVerdict[];
}>;

/** What counts of the parts of a batch. */
export interface JudgedParts {
  /** Certificates that count. */
  readonly taken: readonly Taken[];
  /** By the paths of their CSRs; of a certificate that does not count, why not. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  readonly ledger: Ledger;
  readonly contradictions: readonly Contradiction<{ readonly path: string }>[];
}

/**
 * Holds what shards name against the account: a PEM proves its id and its key, and anybody can sign one. What the account
 * contradicts does not count. The ledger keeps what it holds and no device may use, with the status that it has there, so
 * that a revoked key stays so.
 *
 * @param memory what the shards know of the account
 * @param known what the ledger of the batch had before
 * @param ask undefined: nobody can be asked, and everything counts
 * @throws UserError when the account cannot be asked
 */
export async function judgeParts(
  parts: TakenParts,
  memory: Ledger,
  known: Ledger,
  place: Place,
  ask: AskAccount | undefined,
): Promise<JudgedParts> {
  const own = new Set([...parts.taken.map(claimOf).map(nameOf), ...known.entries.map(nameOfEntry)]);
  const remembered = memory.entries.filter((entry) => isSamePlace(entry, place) && !own.has(nameOfEntry(entry)));
  const claims = { handedOver: parts.taken.map(claimOf), remembered: remembered.map(claimOfEntry) };
  const hasClaims = claims.handedOver.length + claims.remembered.length > 0;
  const answers = hasClaims ? await ask?.(claims) : undefined;
  const judged = parts.taken.map((one, index) => judge(one, answers?.handedOver[index]));
  const taken = judged.flatMap((one) => ('taken' in one ? [one.taken] : []));
  const contradictions = [
    ...judged.flatMap((one) => ('contradiction' in one ? [one.contradiction] : [])),
    ...claims.remembered.flatMap((claim, index) => {
      const verdict = answers?.remembered[index];
      return verdict?.verdict === 'false' ? [contradiction(claim, verdict.reason)] : [];
    }),
  ];
  // Of the same certificates the shards' memory says nothing more.
  const lost = new Set(contradictions.map(({ csr, certificateId }) => `${certificateId} ${csr.spkiSha256}`));
  const statuses = new Map(
    remembered.flatMap((entry, index): (readonly [LedgerEntry, string])[] => {
      const verdict = answers?.remembered[index];
      return verdict?.verdict === 'unusable' ? [[entry, verdict.status]] : [];
    }),
  );
  const believed = memory.entries
    .filter((entry) => !isSamePlace(entry, place) || !lost.has(nameOfEntry(entry)))
    .map((entry) => ({ ...entry, status: statuses.get(entry) ?? entry.status }));
  const issued = judged.flatMap((one) => ('recorded' in one ? [entryOf(one.recorded, place, one.status)] : []));
  return {
    taken,
    entries: entriesOf(parts.without, judged),
    ledger: mergeLedger({ ...memory, entries: believed }, issued),
    contradictions,
  };
}

type Judged =
  | { readonly taken: Taken; readonly recorded: Taken; readonly status: string | null }
  | { readonly refused: ManifestEntry; readonly contradiction: Refuted }
  /** The account holds it with another status. */
  | {
      readonly refused: ManifestEntry;
      readonly contradiction: Refuted;
      readonly recorded: Taken;
      readonly status: string;
    };

type Refuted = Contradiction<{ readonly path: string; readonly spkiSha256: string }>;

function judge(taken: Taken, verdict: ClaimVerdict | undefined): Judged {
  const { entry, certificate } = taken;
  const counts = (one: Taken): Judged => ({ taken: one, recorded: one, status: one.certificate.status ?? null });
  const refuse = (reason: string) => ({
    refused: refusedEntry(entry, reason),
    contradiction: contradiction(claimOf(taken), reason),
  });
  if (verdict === undefined) return counts(taken);
  if (verdict.verdict === 'false') return refuse(verdict.reason);
  const now = verdict.verdict === 'true' ? verdict.certificate.status : verdict.status;
  const isDisabled = now === 'INACTIVE' && certificate.status === 'ACTIVE';
  if (verdict.verdict === 'unusable' || isDisabled) {
    return { ...refuse(`it is ${now} in the account`), recorded: taken, status: now };
  }
  const { status, issuedAt } = verdict.certificate;
  return counts({
    ...taken,
    certificate: { ...certificate, status, issuedAt },
    entry: { ...entry, status, issuedAt: issuedAt ?? null },
  });
}

/** A certificate counts more than that there is none; a file that was refused is in the manifest of every shard. */
function entriesOf(without: readonly ManifestEntry[], judged: readonly Judged[]): ReadonlyMap<string, ManifestEntry> {
  const entries = new Map<string, ManifestEntry>();
  for (const entry of without) if (!entries.has(entry.csrPath)) entries.set(entry.csrPath, entry);
  for (const one of judged) if ('refused' in one) entries.set(one.refused.csrPath, one.refused);
  for (const one of judged) if ('taken' in one) entries.set(one.taken.entry.csrPath, one.taken.entry);
  return entries;
}

function refusedEntry(entry: ManifestEntry, reason: string): ManifestEntry {
  return {
    ...entry,
    ...{ result: 'failed', account: null, region: null, certificateId: null, certificateArn: null, status: null },
    ...{ file: null, secret: null, issuedAt: null, runId: null, runAttempt: null, commit: null, ...NOT_REGISTERED },
    reason: `record-contradicted: A shard names the certificate ${entry.certificateId}, and ${reason}.`,
  };
}

function entryOf({ entry, spkiSha256, certificate }: Taken, place: Place, status: string | null): LedgerEntry {
  const csr = { spkiSha256, csrSha256: entry.csrSha256, path: entry.csrPath };
  return { ...entryFor(csr, certificate, place), status };
}

function contradiction({ path, spkiSha256, certificate }: CertificateClaim, reason: string): Refuted {
  return { csr: { path, spkiSha256 }, certificateId: certificate.id, reason };
}

function claimOf({ entry, spkiSha256, certificate }: Taken): CertificateClaim {
  return { path: entry.csrPath, spkiSha256, certificate };
}

function claimOfEntry(entry: LedgerEntry): CertificateClaim {
  const { csrPath, spkiSha256 } = entry;
  return { path: csrPath ?? spkiSha256, spkiSha256, certificate: certificateOf(entry) };
}

function nameOf({ spkiSha256, certificate }: CertificateClaim): string {
  return `${certificate.id} ${spkiSha256}`;
}

function nameOfEntry({ certificateId, spkiSha256 }: LedgerEntry): string {
  return `${certificateId} ${spkiSha256}`;
}
