import type { Csr } from '../csr/csr.ts';
import { plural } from '../lib/words.ts';
import type { Outcome } from '../records/certificate.ts';
import { createProgress } from '../runner/progress.ts';
import type { BatchOptions } from './batch-options.ts';
import { createMissing } from './create-missing.ts';
import { findExisting } from './find-existing.ts';
import { createKeep } from './keep.ts';
import { plan } from './plan.ts';
import type { Found } from './resolve.ts';
import { reuseKnown } from './reuse.ts';
import { createSweeper, type Sweeper } from './search.ts';

export interface BatchResult {
  /** One a CSR, in the order of the batch. */
  readonly outcomes: readonly Outcome[];
  /** Certificates beyond the one that counts for its key. */
  readonly duplicates: readonly Found<Csr>[];
}

/**
 * Gives each CSR its certificate: what is known is reused, what may exist is looked for, and only what certainly does
 * not exist is asked for.
 *
 * @throws UserError before anything is created when a certificate that should be reused cannot be had, or the account
 * cannot be searched although it has to be
 */
export async function issueBatch(options: BatchOptions): Promise<BatchResult> {
  const { csrs, access, earlier, journal, store, log } = options;
  const { knowledge, reissue } = earlier;
  const keep = createKeep({ journal, knowledge, store });
  const sweeper = sweeperFor(options);

  const planned = await plan(csrs, knowledge, store.read, reissue);
  const reused = await reuseKnown(planned.reuse, access, store.write);
  if (reused.length > 0) log.info(`${plural(reused.length, 'CSR')} already with a certificate: reused`);
  const existing = await findExisting(planned, options, sweeper, keep);
  const created = await createMissing(existing.missing, options, sweeper, keep);

  const outcomes = new Map(
    [...reused, ...existing.outcomes, ...created.outcomes].map((outcome) => [outcome.csr.path, outcome]),
  );
  return {
    outcomes: csrs.flatMap((csr) => outcomes.get(csr.path) ?? []),
    duplicates: [...existing.duplicates, ...created.duplicates],
  };
}

/** One search for the whole batch, so that no certificate is looked at twice. */
function sweeperFor({ csrs, access, earlier, log }: BatchOptions): Sweeper {
  let progress: ReturnType<typeof createProgress> | undefined;
  return createSweeper({
    access,
    keys: () => new Set(csrs.map((csr) => csr.spkiSha256)),
    known: earlier.knowledge.has,
    onProgress(done, total) {
      progress ??= createProgress('Looked at', total, access.clock.now, log.info);
      progress.update(done);
      if (done === total) progress = undefined;
    },
  });
}
