import type { Account } from '../aws/sign-in.ts';
import type { Csr } from '../csr/csr.ts';
import { adopt } from '../issuance/adopt.ts';
import type { Reconcile } from '../issuance/choose-search.ts';
import { createPacers } from '../issuance/pacers.ts';
import { readShared, type SharedLedger } from '../issuance/shared-ledger.ts';
import { untilAborted } from '../lib/until-aborted.ts';
import { count, plural } from '../lib/words.ts';
import type { TableAddress } from '../records/table/address.ts';
import type { Services } from '../runner/services.ts';

/** Each field is an input of action.yml. */
export interface SharedOptions {
  /** The ledger, when it is a table; undefined: it is a file, or none is kept. */
  readonly ledgerTable: TableAddress | undefined;
  readonly reconcile: Reconcile;
}

/**
 * Opens the ledger that several runs share, where one is named, and reads what it knows of a batch. The first time that
 * it is used for an account, what that holds already is recorded in it.
 *
 * @throws UserError `ledger-table` when it cannot be used, before anything is created; the reason of a cancel
 */
export async function openShared(
  { ledgerTable, reconcile }: SharedOptions,
  csrs: readonly Csr[],
  account: Account,
  { clock, stop, log, network }: Pick<Services, 'clock' | 'stop' | 'log' | 'network'>,
): Promise<SharedLedger | undefined> {
  if (ledgerTable === undefined) return undefined;
  // The SDK's client is large, and few runs need it.
  const { openLedgerTable } = await import('../records/table/open-table.ts');
  const table = await untilAborted(openLedgerTable(ledgerTable, account, 'write', { clock, log, network }), stop);
  if (reconcile.when === 'auto') {
    await adopt(table, account, { iot: account.iot, pacers: createPacers(clock), clock, signal: stop }, log);
  }
  const shared = await untilAborted(readShared(table, csrs, account), stop);
  log.info(`The shared ledger has ${plural(shared.entries.length, 'certificate')} for ${count(csrs.length)} CSRs`);
  return shared;
}
