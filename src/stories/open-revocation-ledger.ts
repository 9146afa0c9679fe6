import type { Account } from '../aws/sign-in.ts';
import type { LedgerEntry } from '../records/ledger-line.ts';
import type { TableAddress } from '../records/table/address.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import type { Services } from '../runner/services.ts';

/** What a ledger says, and the table when it is one. */
export interface OpenLedger {
  readonly entries: readonly LedgerEntry[];
  /** Undefined: it is a file, or none is kept. */
  readonly table: LedgerTable | undefined;
}

/**
 * Opens the ledger that certificates are revoked by, where it is a table.
 *
 * @param ofFile what the file has, where it is one
 * @throws UserError `ledger-table`
 */
export async function openRevocationLedger(
  ofFile: readonly LedgerEntry[],
  { ledgerTable }: { readonly ledgerTable: TableAddress | undefined },
  use: 'read' | 'write',
  account: Account,
  services: Services,
): Promise<OpenLedger> {
  if (ledgerTable === undefined) return { entries: ofFile, table: undefined };
  // The SDK's client is large, and few runs need it.
  const { openLedgerTable } = await import('../records/table/open-table.ts');
  const { readWholeTable } = await import('../records/table/whole-table.ts');
  // After a cancel it is recorded what was revoked before.
  const table = await openLedgerTable(ledgerTable, account, use, { ...services, stop: services.end });
  try {
    return { entries: (await readWholeTable(table)).entries, table };
  } catch (error) {
    table.close();
    throw error;
  }
}
