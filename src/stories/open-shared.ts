import type { Account } from '../aws/sign-in.ts';
import type { Csr } from '../csr/csr.ts';
import { adopt } from '../issuance/adopt.ts';
import type { Reconcile } from '../issuance/choose-search.ts';
import { createPacers } from '../issuance/pacers.ts';
import { type RequestRate, shareOf } from '../issuance/request-rate.ts';
import { readShared, type SharedLedger } from '../issuance/shared-ledger.ts';
import { withGrace } from '../lib/grace.ts';
import { untilAborted } from '../lib/until-aborted.ts';
import { count, plural } from '../lib/words.ts';
import type { TableAddress } from '../records/table/address.ts';
import type { Services } from '../runner/services.ts';

/** Each field is an input of action.yml. */
export interface SharedOptions {
  /** The ledger, when it is a table; undefined: it is a file, or none is kept. */
  readonly ledgerTable: TableAddress | undefined;
  readonly reconcile: Reconcile;
  readonly requestsPerSecond: RequestRate;
}

/**
 * After a cancel the runner leaves 10 s. For so much of them, milliseconds, the table gets what was created; the rest is
 * for the hand-over, and what the table does not have by then the post step adds.
 */
const TABLE_GRACE_MS = 5_000;

/**
 * Opens the ledger that several runs share, where one is named, and reads what it knows of a batch. The first time that
 * it is used for an account, what that holds already is recorded in it.
 *
 * @throws UserError `ledger-table` when it cannot be used, before anything is created; the reason of a cancel
 */
export async function openShared(
  { ledgerTable, reconcile, requestsPerSecond }: SharedOptions,
  csrs: readonly Csr[],
  account: Account,
  { clock, stop, log, network }: Pick<Services, 'clock' | 'stop' | 'log' | 'network'>,
): Promise<SharedLedger | undefined> {
  if (ledgerTable === undefined) return undefined;
  // The SDK's client is large, and few runs need it.
  const { openLedgerTable } = await import('../records/table/open-table.ts');
  const services = { clock, log, network, stop: withGrace(stop, TABLE_GRACE_MS, clock) };
  const table = await untilAborted(openLedgerTable(ledgerTable, account, 'write', services), stop);
  if (reconcile.when === 'auto') {
    const pacers = createPacers(clock, { share: shareOf(requestsPerSecond), report: log.info });
    const access = { iot: account.iot, pacers, clock, signal: stop };
    await untilAborted(adopt(table, account, access, log), stop);
  }
  const shared = await untilAborted(readShared(table, csrs, account), stop);
  log.info(`The shared ledger has ${plural(shared.entries.length, 'certificate')} for ${count(csrs.length)} CSRs`);
  return shared;
}
