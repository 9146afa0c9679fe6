import { relative, resolve, sep } from 'node:path';
import type { SignInOptions } from '../aws/sign-in.ts';
import { UserError } from '../lib/user-error.ts';
import { joinLedgers, readLedger, writeLedger } from '../records/ledger.ts';
import type { TableAddress } from '../records/table/address.ts';
import type { TableItem } from '../records/table/item.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import { entriesOf, readWholeTable } from '../records/table/whole-table.ts';
import type { Services } from '../runner/services.ts';
import { ledgerPath, refuseMissing } from './ledger-paths.ts';

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
export async function exportLedger(file: string, options: LedgerCommandOptions, services: Services) {
  const path = ledgerPath(file, services.context.workspace);
  const before = await readLedger(path);
  return withTable(options, 'read', services, async (table) => {
    const merged = joinLedgers(before, await readWholeTable(table));
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
export async function importLedger(file: string, options: LedgerCommandOptions, services: Services) {
  const path = ledgerPath(file, services.context.workspace);
  await refuseMissing(path);
  const ledger = await readLedger(path);
  return withTable(options, 'write', services, async (table) => {
    const changed = await table.add(entriesOf(ledger));
    return { certificates: ledger.entries.length, changed };
  });
}

/**
 * `ledger show DEVICE`: what a ledger has of one device, in the order of the ledger.
 *
 * @param device the SHA-256 of its key, the id or the ARN of its certificate, or the path of its CSR
 * @param ledger absolute path of the ledger
 * @throws UserError `ledger` when it is not there, or cannot be read
 */
export async function showInFile(
  device: string,
  ledger: string,
  { context }: Pick<Services, 'context'>,
): Promise<readonly object[]> {
  await refuseMissing(ledger);
  const { entries, others } = await readLedger(ledger);
  const isMeant = isOf(device, context.workspace);
  return [...entries, ...others].filter(isMeant);
}

/** {@link showInFile} of a shared ledger, with who works on the device now. */
export function showInTable(
  device: string,
  options: LedgerCommandOptions,
  services: Services,
): Promise<readonly object[]> {
  return withTable(options, 'read', services, async (table) => {
    const items: TableItem[] = [];
    const isNamed = isOf(device, services.context.workspace);
    for await (const page of table.scan()) {
      const isMeant = ({ key, claim, certificates }: TableItem): boolean =>
        isNamed(key) || isNamed({ csrPath: claim?.csrPath }) || certificates.some(isNamed);
      items.push(...page.filter(isMeant));
    }
    return items.map(readable);
  });
}

/** By what records name a device. */
interface Named {
  readonly spkiSha256?: string;
  readonly certificateId?: string;
  readonly csrPath?: string | null | undefined;
}

/** A person writes hashes in capitals, too, an ARN in place of an id, and a path as a shell completes it. */
function isOf(device: string, workspace: string): (record: Named) => boolean {
  const [, id] = /^arn:.*:cert\/([0-9a-f]+)$/i.exec(device) ?? [];
  const path = relative(workspace, resolve(workspace, device)).split(sep).join('/');
  const names: readonly unknown[] = [device, path, (id ?? device).toLowerCase()];
  return ({ spkiSha256, certificateId, csrPath }) =>
    [spkiSha256, certificateId, csrPath].some((name) => names.includes(name));
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
