import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { UsageError } from './usage-errors.ts';

/** Which CSRs a command line names. */
export interface NamedCsrs {
  /** Globs, and what excludes, as in the input csr-path. */
  readonly patterns: readonly string[];
  /** Absolute paths of files: what the shell made of a pattern, or a person wrote. */
  readonly files: readonly string[];
}

/** Stands for standard input. */
const STDIN = '-';

/**
 * Words after a command: a word that is the name of a file is that file, whatever the characters in it mean in a glob;
 * any other is a pattern. A shell may have expanded one pattern to 100,000 names.
 *
 * @param directory what relative names are relative to
 * @param filesFrom a file with more names, or `-`
 * @throws UsageError for a list that cannot be read, or is none
 */
export async function readOperands(
  words: readonly string[],
  directory: string,
  filesFrom: string | undefined,
  command: string,
): Promise<NamedCsrs> {
  const patterns: string[] = [];
  const files: string[] = [];
  for (const word of words) {
    const path = resolve(directory, word);
    if (word === STDIN) continue;
    if (isFile(path)) files.push(path);
    else patterns.push(word);
  }
  const lists = [...(words.includes(STDIN) ? [STDIN] : []), ...(filesFrom === undefined ? [] : [filesFrom])];
  for (const list of new Set(lists)) {
    for (const name of await namesIn(list, directory, command)) files.push(resolve(directory, name));
  }
  return { patterns, files };
}

/** Anything but a directory: what cannot be read is named by whoever reads it. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    // A name that no file can have, such as one that is too long.
    return false;
  }
}

async function namesIn(list: string, directory: string, command: string): Promise<readonly string[]> {
  const text = await readList(list, directory, command);
  if (/^\s*-----BEGIN /.test(text)) {
    throw new UsageError(
      `${list === STDIN ? 'Standard input' : list} holds a PEM file, and not the names of files. Write it to a file, and name that.`,
      command,
    );
  }
  const names = (text.includes('\0') ? text.split('\0') : text.split(/\r?\n/)).filter((name) => name !== '');
  if (names.length > 0) return names;
  throw new UsageError(`${list === STDIN ? 'Standard input' : list} names no file.`, command);
}

async function readList(list: string, directory: string, command: string): Promise<string> {
  try {
    return await (list === STDIN ? textOf(process.stdin) : readFile(resolve(directory, list), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${list === STDIN ? 'Standard input' : list} cannot be read (${code}).`, command);
  }
}

/**
 * All of them as globs, for what takes nothing else. On Windows, where no character escapes another, a name is a pattern
 * that matches itself.
 *
 * @throws UsageError for a name that no pattern can name
 */
export function patternsOf(
  { patterns, files }: NamedCsrs,
  { directory, command }: { readonly directory: string; readonly command: string },
): readonly string[] {
  const names = files.map((file) => {
    const name = relative(directory, file).replaceAll(sep, '/');
    if (/[\r\n]/.test(name)) throw new UsageError(`The name of ${name} has a line end in it.`, command);
    return `./${sep === '/' ? name.replace(/[\\*?[\]{}()!+@]/g, '\\$&') : name}`;
  });
  return [...patterns, ...names];
}
