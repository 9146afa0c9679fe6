import type { SignInOptions } from '../aws/sign-in.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import type { TableAddress } from '../records/table/address.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import { entriesOf, type Settled } from './settle-journal.ts';

/** Each field is an input of action.yml. */
export interface RecordSharedOptions extends SignInOptions {
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
}

/**
 * Records in the shared ledger what a step that ended early has created. What cannot be recorded another run finds: the claims
 * end by themselves.
 */
export async function addToTable(settled: Settled, options: RecordSharedOptions, services: Services): Promise<void> {
  const { ledgerTable } = options;
  const { certificates, confirmed, place } = settled;
  if (ledgerTable === undefined || certificates.length === 0 || !confirmed || place === undefined) return;
  const entries = entriesOf(settled, place);
  try {
    const { signIn } = await import('../aws/sign-in.ts');
    const account = await signIn(options, services);
    try {
      const { openLedgerTable } = await import('../records/table/open-table.ts');
      const table = await openLedgerTable(ledgerTable, account, 'write', services);
      await table.add(entries).finally(table.close);
    } finally {
      account.iot.close();
    }
    services.log.info(`The shared ledger has the ${plural(entries.length, 'certificate')} of this step`);
  } catch (error) {
    // The job was cancelled while it signed in.
    if (services.end.aborted && !(error instanceof UserError)) return;
    if (!(error instanceof UserError)) throw error;
    services.log.annotate('warning', explain(error), { title: error.code });
  }
}
