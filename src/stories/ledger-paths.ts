import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { visible } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';
import { isTableAddress } from '../records/table/address.ts';

/**
 * The file of a ledger, as it is named on the command line.
 *
 * @returns its absolute path
 * @throws UserError `ledger` for the address of a table: it would become the name of a directory
 */
export function ledgerPath(text: string, workspace: string): string {
  if (!isTableAddress(text)) return resolve(workspace, text);
  throw new UserError('ledger', 'This is the address of a table, and a file is needed here.', {
    where: visible(text),
    fix: 'Name a file; `ledger export FILE --ledger dynamodb://TABLE` makes one of a table, and `ledger import` brings it back.',
  });
}

/** Everywhere else a ledger that is not there is an empty one; here it is a mistyped name. @throws UserError `ledger` */
export async function refuseMissing(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    throw new UserError('ledger', 'The file does not exist.', { where: path, fix: 'Correct its name.', cause: error });
  }
}
