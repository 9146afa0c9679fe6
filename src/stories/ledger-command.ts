import { resolve } from 'node:path';
import type { SignInOptions } from '../aws/sign-in.ts';
import { UserError } from '../lib/user-error.ts';
import { joinLedgers, readLedger, writeLedger } from '../records/ledger.ts';
import type { TableAddress } from '../records/table/address.ts';
import type { TableItem } from '../records/table/item.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import { entriesOf, readWholeTable } from '../records/table/whole-table.ts';
import type { Services } from '../runner/services.ts';

/** Each field is an input of action.yml. */
export interface LedgerCommandOptions extends SignInOptions {
  /** The ledger, when it is a table that several runs share. */
  readonly ledgerTable: TableAddress | undefined;
}

/**
 * `ledger export FILE`: writes what a shared ledger has to a file, beside what the file has.
 *
 * @returns how many certificates the file has now, and its absolute path
 * @throws UserError `ledger-command` when the ledger is no table; `ledger` and `ledger-table`
 */
export function exportLedger(file: string, options: LedgerCommandOptions, services: Services) {
  return withTable(options, 'read', services, async (table) => {
    const path = resolve(services.context.workspace, file);
    const merged = joinLedgers(await readLedger(path), await readWholeTable(table));
    await writeLedger(services.files, path, merged);
    return { certificates: merged.entries.length, path };
  });
}

/**
 * `ledger import FILE`: adds what a file has to a shared ledger, as often as one likes.
 *
 * @returns how many certificates the file has, and how many keys of the table changed
 * @throws UserError as {@link exportLedger}
 */
export function importLedger(file: string, options: LedgerCommandOptions, services: Services) {
  return withTable(options, 'write', services, async (table) => {
    const ledger = await readLedger(resolve(services.context.workspace, file));
    return { certificates: ledger.entries.length, changed: await table.add(entriesOf(ledger)) };
  });
}

/**
 * `ledger show DEVICE`: what a ledger has of one device, in the order of the ledger.
 *
 * @param device the SHA-256 of its key, its certificate's id, or the path of its CSR
 * @param ledger absolute path of the ledger
 * @throws UserError `ledger` when it cannot be read
 */
export async function showInFile(device: string, ledger: string): Promise<readonly object[]> {
  return (await readLedger(ledger)).entries.filter(isOf(device));
}

/** {@link showInFile} of a shared ledger, with who works on the device now. */
export function showInTable(
  device: string,
  options: LedgerCommandOptions,
  services: Services,
): Promise<readonly object[]> {
  return withTable(options, 'read', services, async (table) => {
    const items: TableItem[] = [];
    for await (const page of table.scan()) {
      const isMeant = ({ key, claim, certificates }: TableItem): boolean =>
        key.spkiSha256 === device || claim?.csrPath === device || certificates.some(isOf(device));
      items.push(...page.filter(isMeant));
    }
    return items.map(readable);
  });
}

function isOf(device: string): (entry: TableItem['certificates'][number]) => boolean {
  return ({ spkiSha256, certificateId, csrPath }) => [spkiSha256, certificateId, csrPath].includes(device);
}

function readable({ key, certificates, claim }: TableItem): object {
  const iso = (time: number): string => new Date(time).toISOString();
  return {
    ...key,
    certificates,
    ...(claim === undefined ? {} : { claim: { ...claim, since: iso(claim.since), until: iso(claim.until) } }),
  };
}

async function withTable<T>(
  options: LedgerCommandOptions,
  use: 'read' | 'write',
  services: Services,
  work: (table: LedgerTable) => Promise<T>,
): Promise<T> {
  const { ledgerTable } = options;
  if (ledgerTable === undefined) {
    throw new UserError('ledger-command', 'The ledger is a file, and this command needs a table.', {
      where: 'ledger',
      fix: 'Name the table: --ledger dynamodb://TABLE.',
    });
  }
  const { signIn } = await import('../aws/sign-in.ts');
  const account = await signIn(options, services);
  try {
    const { openLedgerTable } = await import('../records/table/open-table.ts');
    const table = await openLedgerTable(ledgerTable, account, use, services);
    return await work(table).finally(table.close);
  } finally {
    account.iot.close();
  }
}
