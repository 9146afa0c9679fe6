import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { errorOf, notAFile, notRead } from '../lib/file-error.ts';
import { completeLines } from '../lib/lines.ts';
import { UserError } from '../lib/user-error.ts';
import { count } from '../lib/words.ts';
import type { NamedList } from './retirement.ts';

/** What has connected, of what a ledger names. */
export interface Confirmations {
  readonly certificateIds: ReadonlySet<string>;
  /** Each has connected with the newest certificate that it has: whoever names a thing says so. */
  readonly things: ReadonlySet<string>;
}

/** What a ledger names; a list may name millions of others. */
export interface Wanted {
  readonly certificateIds: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
}

export const NOTHING_CONFIRMED: Confirmations = { certificateIds: new Set(), things: new Set() };

/** A lifecycle event has less than 1 KB; a rule may add what it likes. */
const MAX_LINE_BYTES = 65_536;

const ID = /^[0-9a-f]{64}$/i;
const THING_NAME = /^[a-zA-Z0-9:_-]{1,128}$/;

/**
 * Reads which certificates and things have connected: one a line, or the lifecycle events of AWS IoT as JSON, one a line,
 * of which `principalIdentifier` is the certificate. Whatever the list's length, only what is wanted of it is kept.
 * https://docs.aws.amazon.com/iot/latest/developerguide/life-cycle-events.html
 *
 * @param wanted what the ledger names
 * @throws UserError `confirmed-list` when it cannot be read, or has a line that names nothing; nothing was retired then
 */
export async function readConfirmations({ name, path }: NamedList, wanted: Wanted): Promise<Confirmations> {
  const [certificateIds, things] = [new Set<string>(), new Set<string>()];
  const handle = await openList(name, path);
  try {
    let number = 0;
    const refuseLong = (): never => {
      throw notAConfirmation(number + 1, name);
    };
    for await (const line of completeLines(wholeFile(handle), MAX_LINE_BYTES, refuseLong)) {
      number++;
      const named = parseLine(number === 1 ? line.replace(/^\ufeff/, '') : line);
      if (named === 'nothing') continue;
      if (named === undefined) throw notAConfirmation(number, name);
      if ('certificateId' in named) {
        if (wanted.certificateIds.has(named.certificateId)) certificateIds.add(named.certificateId);
      } else if (wanted.things.has(named.thing)) things.add(named.thing);
    }
  } catch (error) {
    throw errorOf(error instanceof UserError ? error : notRead(path, error), 'confirmed-list', name);
  } finally {
    await handle.close();
  }
  return { certificateIds, things };
}

async function openList(name: string, path: string): Promise<FileHandle> {
  let handle: FileHandle;
  try {
    // Without O_NONBLOCK, opening a FIFO waits for a writer, for ever.
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw errorOf(notRead(path, error), 'confirmed-list', name);
    throw new UserError('confirmed-list', 'The list of what has connected does not exist.', {
      where: name,
      fix: 'Correct the input `confirmed`; it is relative to the root of the checked-out repository.',
    });
  }
  const stats = await handle.stat();
  if (stats.isFile()) return handle;
  await handle.close();
  throw errorOf(notAFile(path, stats), 'confirmed-list', name);
}

/** The last line may be without its line end. */
async function* wholeFile(handle: FileHandle): AsyncGenerator<Uint8Array> {
  yield* handle.createReadStream({ autoClose: false });
  yield Buffer.from('\n');
}

type Named = { readonly certificateId: string } | { readonly thing: string };

/** @returns `nothing` for a line that is a remark, or an event of another kind; undefined for one that is none */
function parseLine(line: string): Named | 'nothing' | undefined {
  const text = line.trim();
  if (text.startsWith('{')) return eventOf(text);
  const name = text.replace(/#.*$/, '').trim();
  if (name === '') return 'nothing';
  if (ID.test(name)) return { certificateId: name.toLowerCase() };
  return THING_NAME.test(name) ? { thing: name } : undefined;
}

function eventOf(text: string): Named | 'nothing' | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { principalIdentifier, eventType = 'connected' } = value as Readonly<Record<string, unknown>>;
  if (eventType !== 'connected') return typeof eventType === 'string' ? 'nothing' : undefined;
  // A device that connects otherwise than with a certificate has another principal.
  if (typeof principalIdentifier !== 'string') return undefined;
  return ID.test(principalIdentifier) ? { certificateId: principalIdentifier.toLowerCase() } : 'nothing';
}

function notAConfirmation(number: number, name: string): UserError {
  return new UserError(
    'confirmed-list',
    `Line ${count(number)} is neither the id of a certificate, nor the name of a thing, nor a lifecycle event. Nothing was retired.`,
    {
      where: name,
      fix: 'Write one a line: an id of 64 hexadecimal digits, the name of a thing, or an event as JSON with `principalIdentifier`. What follows a # is a remark.',
    },
  );
}
