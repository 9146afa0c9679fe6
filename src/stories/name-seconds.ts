import { isSamePlace, type Place } from '../aws/place.ts';
import { type SignInOptions, signIn } from '../aws/sign-in.ts';
import { createPacers } from '../issuance/pacers.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import type { Found } from '../issuance/resolve.ts';
import { createSweeper } from '../issuance/search.ts';
import { findSecondCertificates } from '../issuance/second-certificates.ts';
import { UserError } from '../lib/user-error.ts';
import type { CsrRef } from '../records/journal.ts';
import type { Ledger } from '../records/ledger.ts';
import type { ManifestEntry } from '../records/manifest-entry.ts';
import { spanOf } from '../records/reach.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';

/** How the account is reached; each field is an input of `merge`. */
export interface SecondsOptions extends SignInOptions {
  readonly requestsPerSecond: RequestRate;
}

/**
 * Looks, once for all shards of a batch, for second certificates of its keys: the shards do not, since they would find
 * each other's. What was created since the shards searched the account is listed, and what is none of theirs is looked at.
 * Where the account cannot be asked, a notice says so.
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
  options: SecondsOptions,
  services: Services,
): Promise<readonly Found<CsrRef>[]> {
  const { log, clock, stop } = services;
  const known = spanOf(ledger.horizons, place);
  if (known === undefined) {
    log.annotate(
      'notice',
      `Second certificates were not looked for: no shard shared its search of the account. ${AUDIT}`,
    );
    return [];
  }
  try {
    const account = await signIn(options, services);
    try {
      if (!isSamePlace(account, place)) throw otherPlace(place);
      const here = [...ledger.entries, ...ledger.others].filter((one) => isSamePlace(one, place));
      const keys = new Map(here.map(({ certificateId, spkiSha256 }) => [certificateId, spkiSha256]));
      const pacers = createPacers(clock, { share: shareOf(options.requestsPerSecond), report: log.info });
      const access = { iot: account.iot, pacers, clock, signal: stop, report: log.info };
      const csrs = entries.flatMap(csrOf);
      const batch = new Set(csrs.map(({ spkiSha256 }) => spkiSha256));
      const sweeper = createSweeper({ access, keys: () => batch, known: (id) => keys.get(id) });
      return await findSecondCertificates(csrs, known.until, { access, log }, sweeper);
    } finally {
      account.iot.close();
    }
  } catch (error) {
    stop.throwIfAborted();
    if (!(error instanceof UserError)) throw error;
    log.annotate('notice', `Second certificates were not looked for: ${explain(error)} ${AUDIT}`);
    return [];
  }
}

const AUDIT = '`mode: audit` with the merged ledger names them.';

function csrOf({ csrPath, csrSha256, spkiSha256, certificateId }: ManifestEntry): readonly CsrRef[] {
  if (spkiSha256 === null || certificateId === null) return [];
  return [{ path: csrPath, csrSha256: csrSha256 ?? '', spkiSha256 }];
}

function otherPlace({ account, region }: Place): UserError {
  return new UserError('merge', `The shards are of account ${account} in ${region}, and the credentials are not.`, {
    where: 'aws-region',
    fix: 'Give `merge` the region and the role of the shards.',
  });
}
