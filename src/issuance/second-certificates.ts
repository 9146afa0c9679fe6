import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import type { CsrRef } from '../records/journal.ts';
import { isUsable } from '../records/status.ts';
import type { Log } from '../runner/log.ts';
import type { SearchAccess } from './iot-access.ts';
import type { Found } from './resolve.ts';
import { LISTING_LAG_MS, type Sweeper } from './search.ts';

/** Certificates that are looked at, at most: a minute's worth at the default quota of DescribeCertificate, 10/s. */
const MOST = 600;

/**
 * Looks, after certificates were created, for second ones of their keys: another run at the same time, or another tool,
 * may have asked for them, too. What could not be prevented is at least named.
 *
 * @param created CSRs whose certificates this attempt, or the shards of the batch, created
 * @param since milliseconds of AWS's clock: the account was searched up to then
 * @returns valid certificates beyond those that are known
 */
export async function findSecondCertificates<C extends CsrRef>(
  created: readonly C[],
  since: number,
  { access, log }: { readonly access: Pick<SearchAccess, 'clock' | 'signal'>; readonly log: Pick<Log, 'annotate'> },
  sweeper: Sweeper,
): Promise<readonly Found<C>[]> {
  const byKey = new Map(created.map((csr) => [csr.spkiSha256, csr]));
  const keys = new Set(byKey.keys());
  const seconds = new Map<string, Found<C>>();
  try {
    // Where somebody else is at work on the same keys, what was created last may be listed late.
    for (const wait of [0, LISTING_LAG_MS]) {
      if (wait > 0) await access.clock.sleep(wait, access.signal);
      const { found, left } = await sweeper.lookAgain(keys, since, MOST);
      for (const [spkiSha256, certificates] of found) {
        const csr = byKey.get(spkiSha256);
        for (const { id, pem, status, createdAt } of csr === undefined ? [] : certificates) {
          if (csr === undefined || !isUsable(status)) continue;
          const issuedAt = new Date(createdAt).toISOString();
          seconds.set(id, { csr, certificate: { id, pem, status, issuedAt, origin: undefined } });
        }
      }
      if (left > 0) log.annotate('notice', tooMany(left), { title: 'second-certificates' });
      if (left > 0 || seconds.size === 0) break;
    }
  } catch (error) {
    if (access.signal.aborted) return [...seconds.values()];
    if (!(error instanceof UserError)) throw error;
    log.annotate('notice', `It is not known whether others created certificates for the same keys. ${error.message}`, {
      title: 'second-certificates',
    });
  }
  return [...seconds.values()];
}

function tooMany(left: number): string {
  return `While this run created certificates, others did, too; ${plural(left, 'certificate')} of theirs were not looked at, so second certificates of the same keys may be among them. The next run that searches names them, and so does \`reconcile: always\`.`;
}
