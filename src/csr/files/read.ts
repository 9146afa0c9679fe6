import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { Contents } from '../parse/contents.ts';

/**
 * Bytes of the largest file that is read. AWS takes 4,096 characters; what tools print around a CSR, UTF-16 and
 * comments make a file larger, but not 256 times.
 */
export const MAX_FILE_BYTES = 1_048_576;

// One buffer for every file: most are read only to say what is in them.
const buffer = Buffer.allocUnsafeSlow(MAX_FILE_BYTES + 1);

// A FIFO has nothing to read this way; otherwise it would wait for a writer, for ever. Windows has no such flag.
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file, or says why it cannot be used. The bytes are good until the next call.
 *
 * Synchronous on purpose: a small file takes 6 µs this way and 50 µs of processor time through a promise.
 */
export function read(absolutePath: string): Uint8Array | Extract<Contents, { kind: 'unreadable' | 'too-large' }> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(absolutePath, READ);
    let length = 0;
    let more: number;
    do {
      more = readSync(descriptor, buffer, length, buffer.length - length, null);
      length += more;
    } while (more > 0 && length < buffer.length);
    return length > MAX_FILE_BYTES ? { kind: 'too-large' } : buffer.subarray(0, length);
  } catch (error) {
    return { kind: 'unreadable', reason: (error as NodeJS.ErrnoException).code ?? String(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
