import { type HandOver, type HandOverOptions, prepareHandOver } from '../delivery/hand-over.ts';
import type { LedgerCommit, LedgerCommitOptions } from '../delivery/ledger-commit.ts';
import { rehearse } from '../delivery/rehearse.ts';
import { rehearsePage } from '../report/page/write-page.ts';
import type { Story } from '../report/story.ts';
import type { Services } from '../runner/services.ts';
import { rejections } from '../validation/batch.ts';
import type { Judged } from './judge-batch.ts';

/** Where certificates and the ledger go; each field is an input of action.yml. */
export interface PrepareOptions extends HandOverOptions, LedgerCommitOptions {}

/**
 * The stage that makes sure of everything that comes after the first create call: every write is rehearsed, and every
 * place that certificates go to is looked at.
 *
 * @throws UserError that names what keeps certificates from being handed over
 */
export async function makeSureOfHandOver(
  story: Story,
  { batch, names, places }: Judged,
  options: PrepareOptions,
  services: Services,
): Promise<{ readonly handOver: HandOver; readonly ledgerCommit: LedgerCommit | undefined }> {
  await rehearse(places, services);
  await rehearsePage(story, services);
  const handOver = await prepareHandOver({ ...names, rejected: rejections(batch) }, options, services);
  story.directory = handOver.directory;
  if (!options.ledgerCommit) return { handOver, ledgerCommit: undefined };
  // Loaded only where the ledger is to be committed.
  const { prepareLedgerCommit } = await import('../delivery/ledger-commit.ts');
  return { handOver, ledgerCommit: await prepareLedgerCommit(options, batch.csrs.length, services) };
}
