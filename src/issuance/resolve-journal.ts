import type { Origin } from '../records/certificate.ts';
import type { CsrRef, Journal, JournalState } from '../records/journal.ts';
import type { SearchAccess } from './iot-access.ts';
import { type Resolution, resolve } from './resolve.ts';
import { createSweeper } from './search.ts';

/**
 * Finds out what became of the requests that a journal leaves unresolved, and writes it into the journal. Creates nothing.
 *
 * @param quietSince milliseconds of `clock`: none of the requests can be under way later
 * @throws UserError when the account cannot be searched; the signal's reason when it is aborted
 */
export async function resolveJournal(
  before: JournalState,
  options: {
    readonly journal: Journal;
    readonly access: SearchAccess;
    readonly quietSince: number;
    /** The run whose requests they are, where the journal does not say. */
    readonly origin: Origin | undefined;
    /** As {@link resolve}. */
    readonly onWait?: (ms: number) => void;
  },
): Promise<Resolution<CsrRef>> {
  const { journal, access, quietSince, origin, onWait } = options;
  const unresolved = [...before.inDoubt.values()].map((announced) => ({ ...announced, mayBeLate: true }));
  const known = new Map([...before.certificates.values()].map(({ spki, certificate }) => [certificate.id, spki]));
  // What a request was to replace, it did not make.
  for (const [spki, { replaces }] of before.inDoubt) if (replaces !== undefined) known.set(replaces, spki);
  const keys = new Set(before.inDoubt.keys());
  const sweeper = createSweeper({ access, keys: () => keys, known: (id) => known.get(id), onSeen: journal.seen });
  const resolution = await resolve(unresolved, sweeper, quietSince, access, onWait);
  await Promise.all(
    resolution.found.map(({ csr, certificate }) =>
      journal.issued(csr, csr.file, { ...certificate, origin: before.inDoubt.get(csr.spkiSha256)?.origin ?? origin }),
    ),
  );
  for (const csr of resolution.missing) journal.release(csr);
  return resolution;
}
