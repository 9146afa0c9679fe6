import { isSamePlace, type Place } from '../aws/place.ts';
import type { Certificate } from '../records/certificate.ts';
import type { Earlier } from '../records/earlier-attempts.ts';
import type { JournalState, Registered } from '../records/journal.ts';
import { createKnowledge, type Knowledge } from '../records/knowledge.ts';
import { certificateOf, type Ledger, registeredIn } from '../records/ledger.ts';
import { certificateIn } from '../records/manifest.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { withdrawnAs } from '../records/status.ts';

/** What earlier runs, attempts and steps left. */
export interface Records {
  readonly ledger: Ledger;
  readonly manifest: readonly ManifestEntry[];
  readonly journal: JournalState;
  readonly earlier: Pick<Earlier, 'certificates' | 'seen' | 'registered'>;
}

/** What the records say, before the account has confirmed any of it. */
export interface Learned {
  readonly knowledge: Knowledge;
  /** By SPKI: the newest certificate that a new one is to replace (`reissue`), by its id. */
  readonly replaced: ReadonlyMap<string, string>;
  /** By id: the keys of certificates that were looked at once, and need not be again. */
  readonly others: ReadonlyMap<string, string>;
  /** By id: what the registry is said to hold for certificates. */
  readonly registered: ReadonlyMap<string, Registered>;
}

/**
 * Reads what the records say of an account and region.
 *
 * @param options `reissue`: only what this run has issued counts, in any of its attempts. `distrust`: what a ledger says
 * of certificates that are none of its devices, and of what the registry holds, does not count (`reconcile: always`)
 */
export function learn(
  records: Records,
  place: Place,
  options: { readonly reissue: boolean; readonly distrust: boolean; readonly runId: string | undefined },
): Learned {
  const { reissue, runId } = options;
  const knowledge = createKnowledge();
  const replaced = new Map<string, Certificate>();
  const take = (spkiSha256: string, certificate: Certificate): void => {
    // A new certificate on purpose: only what this run has issued counts, in any of its attempts.
    const counts = !reissue || (runId !== undefined && certificate.origin?.runId === runId);
    if (counts) knowledge.add(spkiSha256, certificate);
    else {
      knowledge.ignore(spkiSha256, certificate.id);
      const before = replaced.get(spkiSha256);
      if (before === undefined || (before.issuedAt ?? '') < (certificate.issuedAt ?? '')) {
        replaced.set(spkiSha256, certificate);
      }
    }
  };
  for (const entry of records.ledger.entries) {
    if (!isSamePlace(entry, place)) continue;
    const { spkiSha256, certificateId } = entry;
    // A status such as REVOKED, or that it was retired, says that the certificate is of no use any more.
    const status = withdrawnAs(entry);
    if (status !== undefined) knowledge.retire(spkiSha256, { certificateId, status });
    else take(spkiSha256, certificateOf(entry));
  }
  for (const entry of records.manifest) {
    const certificate = certificateIn(entry, place);
    if (certificate !== undefined && entry.spkiSha256 !== null) take(entry.spkiSha256, certificate);
  }
  for (const { spki, certificate } of records.journal.certificates.values()) take(spki, certificate);
  for (const { spkiSha256, certificate } of records.earlier.certificates) take(spkiSha256, certificate);
  const others = othersOf(records, place, options.distrust);
  // On a reissue the search looks at those of the batch's keys again: one of them may be this run's.
  if (!reissue) {
    for (const [id, spkiSha256] of others) {
      knowledge.add(spkiSha256, { id, status: undefined, issuedAt: undefined, origin: undefined });
    }
  }
  const replacedIds = new Map([...replaced].map(([spkiSha256, { id }]) => [spkiSha256, id]));
  return { knowledge, others, replaced: replacedIds, registered: registeredOf(records, place, options.distrust) };
}

function registeredOf({ ledger, journal, earlier }: Records, place: Place, distrust: boolean): Learned['registered'] {
  const registered = new Map<string, Registered>();
  for (const entry of distrust ? [] : ledger.entries) {
    const what = isSamePlace(entry, place) ? registeredIn(entry) : undefined;
    if (what !== undefined) registered.set(entry.certificateId, what);
  }
  for (const [id, what] of [...earlier.registered, ...journal.registered]) registered.set(id, what);
  return registered;
}

function othersOf({ ledger, journal, earlier }: Records, place: Place, distrust: boolean): ReadonlyMap<string, string> {
  const others = new Map<string, string>();
  for (const other of distrust ? [] : ledger.others) {
    if (isSamePlace(other, place)) others.set(other.certificateId, other.spkiSha256);
  }
  for (const seen of [earlier.seen, journal.seen]) for (const [id, spkiSha256] of seen) others.set(id, spkiSha256);
  return others;
}
