import { randomBytes } from 'node:crypto';
import { chmodSync, constants, renameSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { notAFile, notWritten } from './file-error.ts';
import { type Guard, guardOf, type RealDirectory, type RealFile, realDirectory, realFile } from './real-path.ts';
import { rehearseWrites } from './rehearse-writes.ts';

/** What is written at once. */
type Piece = string | Uint8Array;

/**
 * Text or bytes, or their parts, which are made as they are written: a file of 100,000 certificates never is in memory as
 * a whole.
 */
export type Content = Piece | Iterable<Piece> | AsyncIterable<Piece>;

/**
 * Writes every file of the product. It follows no link below the directories that it was made for, makes directories
 * where they are missing, and writes a file whole or not at all. Paths are absolute.
 */
export interface FileWriter {
  /**
   * Writes a file under another name first and then renames it over the target, so that no reader and no crash ever sees
   * half of it. Where the target is a link that may be followed, the file that it leads to is replaced, not the link.
   *
   * @throws UserError `not-written`, `not-a-file`; the file is as it was
   */
  write(path: string, content: Content): Promise<void>;
  /**
   * Opens a file for reading and appending; it is made when it is not there.
   *
   * @throws UserError `not-written`, `not-a-file`
   */
  openForAppend(path: string): Promise<FileHandle>;
  /**
   * Does what {@link write} does for each path, but for the content: makes its directory, writes a file of another name
   * there and renames it, and sees whether what stands at the path may be replaced. It stays as it is.
   *
   * @throws UserError `not-written`, `not-a-file`, for the first path that could not be written
   */
  rehearse(paths: Iterable<string>): void;
  /**
   * Makes a directory.
   *
   * @returns a writer that follows no link below that directory either
   * @throws UserError `not-written`
   */
  below(directory: string): FileWriter;
}

/**
 * @param directories absolute paths, below which no link is followed: the workspace, the runner's temporary directory.
 * One that is not there yet holds no links.
 */
export function createFileWriter(directories: readonly string[]): FileWriter {
  const guards = directories.flatMap((path) => guardOf(path) ?? []);
  return writerWith(guards, (path) => realDirectory(path, guards));
}

function writerWith(guards: readonly Guard[], directoryOf: (path: string) => RealDirectory): FileWriter {
  return {
    async write(path, content) {
      const file = realFile(path, directoryOf);
      const unfinished = temporaryBeside(file.path);
      try {
        if (isPiece(content)) writeNow(unfinished, content, file);
        else await writeParts(unfinished, content, file);
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => {});
        throw notWritten(file.path, error);
      }
    },
    async openForAppend(path) {
      const file = realFile(path, directoryOf);
      try {
        const handle = await open(file.path, APPEND);
        const stats = await handle.stat();
        if (stats.isFile()) return handle;
        await handle.close();
        throw notAFile(file.path, stats);
      } catch (error) {
        throw notWritten(file.path, error);
      }
    },
    rehearse(paths) {
      function* files() {
        for (const path of paths) yield realFile(path, directoryOf);
      }
      rehearseWrites(files(), temporaryBeside, NEW_FLAG);
    },
    below(directory) {
      const inner = [...guards, { path: directory, real: directoryOf(directory).path }];
      // Many files go to one directory: it is looked for once.
      const found = new Map<string, RealDirectory>();
      return writerWith(inner, (path) => {
        let known = found.get(path);
        if (known === undefined) {
          known = realDirectory(path, inner);
          found.set(path, known);
        }
        return known;
      });
    },
  };
}

// Windows has neither O_NOFOLLOW nor O_NONBLOCK. Where they are missing, what was looked at before has to do.
const { O_APPEND, O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDWR, O_WRONLY } = constants;
const NEW = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW;
// Node takes a number, too; its types say text only.
const NEW_FLAG = NEW as unknown as string;
const APPEND = O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK;

/**
 * A name that nobody can have guessed, in the directory of `path`. It is short and does not grow with the name of the
 * file, so that what fits as a name fits here.
 */
function temporaryBeside(path: string): string {
  return join(parse(path).dir, `.${randomBytes(8).toString('hex')}.tmp`);
}

/** An array of bytes could be iterated, too: it would be numbers. */
function isPiece(content: Content): content is Piece {
  return typeof content === 'string' || content instanceof Uint8Array;
}

/** A certificate takes a third of the processor time that it takes through promises. */
function writeNow(unfinished: string, content: Piece, { path, mode }: RealFile): void {
  writeFileSync(unfinished, content, { flag: NEW_FLAG });
  if (mode !== undefined) chmodSync(unfinished, mode);
  renameSync(unfinished, path);
}

async function writeParts(
  unfinished: string,
  content: Iterable<Piece> | AsyncIterable<Piece>,
  { path, mode }: RealFile,
): Promise<void> {
  const handle = await open(unfinished, NEW);
  try {
    await handle.writeFile(pieces(content));
    if (mode !== undefined) await handle.chmod(mode);
  } finally {
    await handle.close();
  }
  await rename(unfinished, path);
}

/** Characters that are written at once of a file that is made piece by piece. */
const PIECE = 64 * 1_024;

async function* pieces(parts: Iterable<Piece> | AsyncIterable<Piece>): AsyncGenerator<Piece> {
  let piece = '';
  for await (const part of parts) {
    if (typeof part === 'string') piece += part;
    else if (piece === '') yield part;
    else {
      yield piece;
      yield part;
      piece = '';
    }
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
