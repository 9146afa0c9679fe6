import { errorOf } from '../lib/file-error.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import type { IdList, Selection } from './selection.ts';

/** More than a list of 100,000 ids. */
const MAX_BYTES = 16 * 1024 * 1024;

/** How an id is written: SHA-256 of the certificate's DER in hex, as AWS IoT makes it. */
export const CERTIFICATE_ID = /^[0-9a-f]{64}$/i;

/**
 * The certificates that a selection names by their ids.
 *
 * @returns by id, in lower case: where it is named, for a person
 * @throws UserError `revoke-list` when a list cannot be read, is empty, or has a line that is no id
 */
export async function readIds({ certificateIds, idLists }: Selection): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(certificateIds.map((id) => [id.toLowerCase(), 'certificate-id']));
  for (const list of idLists) {
    for (const id of await readList(list)) if (!ids.has(id)) ids.set(id, `file=${list.name}`);
  }
  return ids;
}

async function readList({ name, path }: IdList): Promise<readonly string[]> {
  let text: string | undefined;
  try {
    text = await readRegularFile(path, MAX_BYTES);
  } catch (error) {
    throw errorOf(error, 'revoke-list', name);
  }
  if (text === undefined) {
    throw new UserError('revoke-list', 'The list of certificates does not exist.', {
      where: name,
      fix: 'Correct the name after `file=` in the input `revoke`; it is relative to the root of the checked-out repository.',
    });
  }
  const ids: string[] = [];
  let number = 0;
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    number++;
    const id = line.replace(/#.*$/, '').trim();
    if (id === '') continue;
    if (!CERTIFICATE_ID.test(id)) {
      throw new UserError('revoke-list', `Line ${number} is not the id of a certificate. Nothing was revoked.`, {
        where: name,
        fix: 'Write one id a line, 64 hexadecimal digits. What follows a # is a remark.',
      });
    }
    ids.push(id.toLowerCase());
  }
  if (ids.length > 0) return ids;
  throw new UserError('revoke-list', 'The list of certificates is empty. Nothing was revoked.', {
    where: name,
    fix: 'Write one id a line, 64 hexadecimal digits, or take the line `file=` out of the input `revoke`.',
  });
}
