import { isSamePlace, type Place } from '../aws/place.ts';
import type { SearchAccess } from '../issuance/iot-access.ts';
import type { Found } from '../issuance/resolve.ts';
import { createSweeper } from '../issuance/search.ts';
import { findSecondCertificates } from '../issuance/second-certificates.ts';
import type { CsrRef } from '../records/journal.ts';
import type { Ledger } from '../records/ledger.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { spanOf } from '../records/reach.ts';
import type { Log } from '../runner/log.ts';

/**
 * Looks, once for all shards of a batch, for second certificates of its keys: the shards do not, since they would find
 * each other's. What was created since the shards searched the account is listed, and what is none of theirs is looked at.
 * Where the account cannot be searched, a notice says so.
 *
 * @param ledger has all certificates of the batch, and how far it knew the account when the shards began
 * @returns valid certificates beyond those that the shards handed over
 */
export async function nameSeconds(
  {
    entries,
    place,
    ledger,
  }: { readonly entries: readonly ManifestEntry[]; readonly place: Place; readonly ledger: Ledger },
  access: SearchAccess,
  log: Log,
): Promise<readonly Found<CsrRef>[]> {
  const known = spanOf(ledger.horizons, place);
  if (known === undefined) {
    log.annotate(
      'notice',
      'Second certificates were not looked for: no shard shared its search of the account. `mode: audit` with the merged ledger names them.',
    );
    return [];
  }
  const here = [...ledger.entries, ...ledger.others].filter((one) => isSamePlace(one, place));
  const keys = new Map(here.map(({ certificateId, spkiSha256 }) => [certificateId, spkiSha256]));
  const csrs = entries.flatMap(csrOf);
  const batch = new Set(csrs.map(({ spkiSha256 }) => spkiSha256));
  const sweeper = createSweeper({ access, keys: () => batch, known: (id) => keys.get(id) });
  return findSecondCertificates(csrs, known.until, { access, log }, sweeper);
}

function csrOf({ csrPath, csrSha256, spkiSha256, certificateId }: ManifestEntry): readonly CsrRef[] {
  if (spkiSha256 === null || certificateId === null) return [];
  return [{ path: csrPath, csrSha256: csrSha256 ?? '', spkiSha256 }];
}
