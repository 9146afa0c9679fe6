import { resolve } from 'node:path';
import type { SignInOptions } from '../aws/sign-in.ts';
import { visible } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { joinLedgers, readLedger, writeLedger } from '../records/ledger.ts';
import type { TableAddress } from '../records/table/address.ts';
import type { TableItem } from '../records/table/item.ts';
import type { LedgerTable } from '../records/table/ledger-table.ts';
import { entriesOf, readWholeTable } from '../records/table/whole-table.ts';
import type { Services } from '../runner/services.ts';

/** Each field is an input of action.yml. */
export interface LedgerCommandOptions extends SignInOptions {
  /** Absolute path of the ledger; undefined: it is a table. */
  readonly ledger: string | undefined;
  readonly ledgerTable: TableAddress | undefined;
}

/**
 * `ledger export FILE`, `ledger import FILE`, `ledger show DEVICE`: a shared ledger to a file and back, as often as one
 * likes, and what a ledger has of one device.
 *
 * @param words what comes after `ledger`
 * @param print takes a line of the answer
 * @returns false when there is nothing to show
 * @throws UserError `ledger-command` for words that are none of these; `ledger` and `ledger-table`
 */
export async function ledgerCommand(
  words: readonly string[],
  options: LedgerCommandOptions,
  services: Services,
  print: (line: string) => void,
): Promise<boolean> {
  const [command, what, ...more] = words;
  if (what === undefined || more.length > 0) throw unknownCommand();
  switch (command) {
    case 'export':
      return withTable(options, 'read', services, async (table) => {
        const path = resolve(services.context.workspace, what);
        const merged = joinLedgers(await readLedger(path), await readWholeTable(table));
        await writeLedger(services.files, path, merged);
        print(`${plural(merged.entries.length, 'certificate')} in ${path}`);
        return true;
      });
    case 'import':
      return withTable(options, 'write', services, async (table) => {
        const ledger = await readLedger(resolve(services.context.workspace, what));
        const changed = await table.add(entriesOf(ledger));
        print(`${plural(ledger.entries.length, 'certificate')} read, ${plural(changed, 'key')} of the table changed`);
        return true;
      });
    case 'show':
      return show(what, options, services, print);
    default:
      throw unknownCommand();
  }
}

/** @param device the SHA-256 of its key, its certificate's id, or the path of its CSR */
async function show(
  device: string,
  options: LedgerCommandOptions,
  services: Services,
  print: (line: string) => void,
): Promise<boolean> {
  const found = (entry: TableItem['certificates'][number]): boolean =>
    [entry.spkiSha256, entry.certificateId, entry.csrPath].includes(device);
  let lines: readonly object[];
  if (options.ledgerTable === undefined) lines = (await readLedger(options.ledger)).entries.filter(found);
  else {
    lines = await withTable(options, 'read', services, async (table) => {
      const items: TableItem[] = [];
      for await (const page of table.scan()) {
        const isOf = ({ key, claim, certificates }: TableItem): boolean =>
          key.spkiSha256 === device || claim?.csrPath === device || certificates.some(found);
        items.push(...page.filter(isOf));
      }
      return items.map(readable);
    });
  }
  for (const line of lines) print(JSON.stringify(line, null, 2));
  if (lines.length === 0) print(`The ledger has nothing of ${visible(device)}.`);
  return lines.length > 0;
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
    throw new UserError('ledger-command', 'The ledger is a file, and not a table.', {
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

function unknownCommand(): UserError {
  return new UserError('ledger-command', 'This is no command of ledger.', {
    fix: 'Allowed: ledger export FILE, ledger import FILE, ledger show DEVICE, each with --ledger dynamodb://TABLE; DEVICE is the SHA-256 of a key, the id of a certificate or the path of a CSR.',
  });
}
