import type { Iot } from '../aws/iot.ts';
import type { Clock } from '../lib/clock.ts';
import type { CsrRef, Journal, JournalState } from '../records/journal.ts';
import type { Pacers } from './pacers.ts';
import { type Resolution, resolve } from './resolve.ts';
import { createSweeper } from './search.ts';

/**
 * Finds out what became of the requests that a journal leaves in doubt, and writes it into the journal. Creates nothing.
 *
 * @param quietSince milliseconds of `clock`: none of the requests can be under way later
 * @throws UserError when the account cannot be searched; the signal's reason when it is aborted
 */
export async function settleDoubts(
  before: JournalState,
  options: {
    readonly journal: Journal;
    readonly iot: Pick<Iot, 'listCertificates' | 'describeCertificate'>;
    readonly pacers: Pick<Pacers, 'list' | 'describe'>;
    readonly clock: Clock;
    readonly quietSince: number;
    readonly signal: AbortSignal;
  },
): Promise<Resolution<CsrRef>> {
  const { journal, clock, quietSince, signal } = options;
  const doubts = [...before.inDoubt.values()].map((announced) => ({ ...announced, mayBeLate: true }));
  const ids = new Set([...before.certificates.values()].map(({ certificate }) => certificate.id));
  const keys = new Set(before.inDoubt.keys());
  const sweeper = createSweeper({ ...options, keys: () => keys, known: (id) => ids.has(id) });
  const resolution = await resolve(doubts, sweeper, clock, quietSince, signal);
  await Promise.all(resolution.found.map(({ csr, certificate }) => journal.issued(csr, csr.file, certificate)));
  for (const csr of resolution.missing) journal.release(csr);
  return resolution;
}
