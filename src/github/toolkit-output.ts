import { forLog } from '../lib/escape.ts';

/** Lines of a library that a person needs: what is tried again, and what did not work. What ends a call is thrown. */
const OF_USE = /\b(fail|error|retr(y|ies|ied)|refus|denied|warn|unable|cannot|could not|timed? ?out)/i;

/**
 * What is left of what a library prints: commands to the runner, and lines that tell of trouble. The rest says what this
 * product says itself, or is for those who develop the library.
 *
 * @param text one or more lines, line ends included
 * @param debug the run is one with debug logging: the library's commands for it are kept
 */
export function ofUse(text: string, debug: boolean): string {
  return text
    .split(/(?<=\n)/)
    .map((line) => {
      const command = /^::([a-z-]+)/.exec(line)?.[1];
      if (command !== undefined) return command === 'debug' && !debug ? '' : line;
      return OF_USE.test(line) ? `${forLog(line.replace(/\r?\n$/, ''))}\n` : '';
    })
    .join('');
}

/**
 * Lets through to standard output only {@link ofUse} of what libraries print.
 *
 * @param isLibrary whether what is printed now comes from a call of a library
 */
export function quietLibraries(isLibrary: () => boolean, debug: boolean): void {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  const quiet = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    const isText = typeof chunk === 'string' && isLibrary();
    const kept = isText ? ofUse(chunk, debug) : chunk;
    return (write as (chunk: string | Uint8Array, ...rest: unknown[]) => boolean)(kept, ...rest);
  };
  stdout.write = quiet as typeof stdout.write;
}
