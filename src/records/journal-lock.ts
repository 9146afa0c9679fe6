import { randomUUID } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import { isAlive, ownProcess, processFromText, processToText } from '../runner/other-process.ts';

/** Its holder alone writes the journal beside it. */
export interface JournalLock {
  release(): Promise<void>;
}

/** A lock without its holder's name is one that is being written; after this it is one whose holder died at that. */
const UNNAMED_MS = 5_000;

/** A lock holds a number and a time. */
const MAX_BYTES = 10_000;

/** Times that a lock whose holder has ended is taken over before another process is held for the faster one. */
const TRIES = 5;

/**
 * Takes the lock of a journal: a file that only one process can make, on every system. It names its holder, so that
 * what a dead process left is taken over.
 *
 * @param path of the lock, in a directory that exists
 * @throws UserError `journal-in-use` while another process that lives holds it; UserError `not-a-file`, `not-read`; what the file system throws
 */
export async function lockJournal(path: string): Promise<JournalLock> {
  const own = processToText(await ownProcess());
  for (let tried = 0; tried < TRIES; tried++) {
    if (await make(path, own)) return { release: () => release(path, own) };
    const held = await readRegularFile(path, MAX_BYTES);
    if (held === undefined) continue;
    const holder = processFromText(held);
    if (holder === undefined ? await isYoung(path) : await isAlive(holder)) throw inUse(path, holder?.pid);
    await takeAway(path, held);
  }
  throw inUse(path, undefined);
}

async function make(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(content);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isYoung(path: string): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  return Date.now() - mtimeMs < UNNAMED_MS;
}

/** Moved away under a name of its own first: of two processes that see a dead holder's lock, one moves it. */
async function takeAway(path: string, content: string): Promise<void> {
  const away = `${path}.${randomUUID()}`;
  try {
    await rename(path, away);
  } catch {
    return;
  }
  const moved = await readRegularFile(away, MAX_BYTES).catch(() => undefined);
  // It was the faster process's own new one: it goes back.
  if (moved !== undefined && moved !== content) await make(path, moved);
  await rm(away, { force: true });
}

async function release(path: string, own: string): Promise<void> {
  if ((await readRegularFile(path, MAX_BYTES).catch(() => undefined)) === own) await rm(path, { force: true });
}

function inUse(path: string, pid: number | undefined): UserError {
  const who = pid === undefined ? 'Another process' : `Process ${pid}`;
  return new UserError('journal-in-use', `${who} of this machine is issuing certificates into the same directory.`, {
    where: path,
    fix: 'Wait until it has ended, or end it, and run the job again; or name another output-directory. Nothing was created by this run.',
  });
}
