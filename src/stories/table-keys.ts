import type { SignInOptions } from '../aws/sign-in.ts';
import { UserError } from '../lib/user-error.ts';
import { count } from '../lib/words.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { TableAddress } from '../records/table/address.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';

/** Each field is an input of action.yml. */
export interface TableKeyOptions extends SignInOptions {
  readonly mode: 'issue' | 'validate' | 'audit' | 'revoke' | 'retire';
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
}

/** Certificates of a table that a batch is held against, at most: what fits into 100 MB and is read in half a minute. */
const MOST = 50_000;

/**
 * The certificates of a shared ledger, for judging a batch beside them. Reading them needs credentials: where CSRs are
 * only judged and there are none, a notice says what was not compared.
 *
 * @throws UserError when the table cannot be read in `mode: issue`; nothing has been created then
 */
export async function readTableKeys(options: TableKeyOptions, services: Services): Promise<readonly LedgerEntry[]> {
  const { ledgerTable, mode, region } = options;
  if (ledgerTable === undefined) return [];
  const notCompared = (reason: string): readonly LedgerEntry[] => {
    const what = 'The CSRs were not compared with the keys of the shared ledger';
    services.log.annotate('notice', `${what}: ${reason}`, { title: 'ledger-table' });
    return [];
  };
  // Its commits may not have anybody sign in.
  if (mode === 'validate' && services.context.event.source !== 'this-repository') {
    return notCompared('the run is about commits of a fork.');
  }
  if (region === '') return notCompared('aws-region is not set.');
  try {
    return await readKeys(ledgerTable, options, services);
  } catch (error) {
    services.stop.throwIfAborted();
    if (mode !== 'validate' || !(error instanceof UserError)) throw error;
    return notCompared(explain(error));
  }
}

async function readKeys(
  ledgerTable: TableAddress,
  options: TableKeyOptions,
  services: Services,
): Promise<readonly LedgerEntry[]> {
  const { signIn } = await import('../aws/sign-in.ts');
  const account = await signIn(options, services);
  try {
    const { openLedgerTable } = await import('../records/table/open-table.ts');
    const table = await openLedgerTable(ledgerTable, account, 'read', services);
    const entries: LedgerEntry[] = [];
    try {
      for await (const items of table.scan()) {
        services.stop.throwIfAborted();
        entries.push(...items.flatMap(({ certificates }) => certificates));
        if (entries.length < MOST) continue;
        services.log.annotate(
          'notice',
          `The shared ledger is large: the CSRs are compared with ${count(entries.length)} of its certificates.`,
          { title: 'ledger-table' },
        );
        break;
      }
    } finally {
      table.close();
    }
    return entries;
  } finally {
    account.iot.close();
  }
}
