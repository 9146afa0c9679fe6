import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { limitBytes } from './limit-bytes.ts';

/** A file is no zip, or one that no tool makes by itself. The message fits into "… cannot be read (…)". */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

/** A file in a zip. */
export interface ZipEntry {
  /** With `/`; never absolute, never with a segment `..`. */
  readonly name: string;
  /** Bytes when unpacked, as the directory of the zip says. What is read is never more. */
  readonly size: number;
  readonly packedSize: number;
  readonly isPacked: boolean;
  /** Where its local header is. */
  readonly offset: number;
}

/** How much of a zip is looked at before it is refused. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all files when unpacked. */
  readonly totalBytes: number;
}

export interface ZipFile {
  /** Its files, in the order of its directory. */
  readonly entries: readonly ZipEntry[];
  /** Unpacks a small file. @throws ZipError when it is larger than `maxBytes` */
  read(entry: ZipEntry, maxBytes: number): Buffer;
  /** Unpacks a large file bit by bit. Errors with a ZipError or TooLargeError. */
  stream(entry: ZipEntry, maxBytes: number): Readable;
  close(): void;
}

/** Signatures and sizes of APPNOTE.TXT, 4.3.7 to 4.3.16. */
const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const END = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
/** Fields of this value have the true one in the extra field of zip64 (4.5.3). */
const IN_EXTRA = 0xffffffff;

/** A directory entry of a file with a path of usual length has about 150 bytes. */
const MAX_DIRECTORY_BYTES = 128 * 1024 * 1024;

/** Paths that file systems still take; a zip may say 65,535. */
const MAX_NAME_BYTES = 4_096;
const MAX_DEPTH = 64;

/**
 * Opens a zip without unpacking it: files are read from it one at a time, nothing is written anywhere. Stored and
 * deflated files, with zip64, as every tool writes them.
 *
 * @throws ZipError when it is no such zip, goes beyond a limit, or holds what is refused: a link, a path that
 * leads out of it, an encrypted file
 */
export function openZip(path: string, limits: ZipLimits): ZipFile {
  const file = openSync(path, 'r');
  try {
    const entries = readDirectory(file, limits);
    return {
      entries,
      read: (entry, maxBytes) => {
        if (entry.size > maxBytes || entry.packedSize > maxBytes) throw tooLarge(entry, maxBytes);
        const packed = readAt(file, contentOffset(file, entry), entry.packedSize);
        if (!entry.isPacked) return packed;
        try {
          return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
        } catch {
          throw new ZipError(`${entry.name} is damaged or larger than it says`);
        }
      },
      stream: (entry, maxBytes) => {
        if (entry.size > maxBytes) throw tooLarge(entry, maxBytes);
        // A stream of Node's would close the file with itself.
        const packed = Readable.from(pieces(file, contentOffset(file, entry), entry.packedSize));
        if (!entry.isPacked) return limitBytes(packed, entry.size);
        const inflated = createInflateRaw();
        packed.once('error', (error) => inflated.destroy(error));
        inflated.once('close', () => packed.destroy());
        return limitBytes(packed.pipe(inflated), entry.size);
      },
      close: () => closeSync(file),
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function tooLarge({ name, size }: ZipEntry, maxBytes: number): ZipError {
  return new ZipError(`${name} has ${size} bytes, and ${maxBytes} are read at most`);
}

function readDirectory(file: number, limits: ZipLimits): readonly ZipEntry[] {
  const { count, size, offset } = findDirectory(file);
  if (count > limits.entries) throw new ZipError(`it holds ${count} files, and ${limits.entries} are read at most`);
  if (size > MAX_DIRECTORY_BYTES) throw new ZipError('its directory is too large');
  const directory = readAt(file, offset, size);
  const entries: ZipEntry[] = [];
  let total = 0;
  for (let at = 0, left = count; left > 0; left--) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const nameBytes = directory.readUInt16LE(at + 28);
    const extraBytes = directory.readUInt16LE(at + 30);
    const next = at + 46 + nameBytes + extraBytes + directory.readUInt16LE(at + 32);
    if (next > directory.length) throw damaged();
    const entry = readEntry(directory, at, nameBytes, extraBytes);
    at = next;
    if (entry === undefined) continue;
    total += entry.size;
    if (total > limits.totalBytes) throw new ZipError(`it unpacks to more than ${limits.totalBytes} bytes`);
    entries.push(entry);
  }
  return entries;
}

/** Undefined for a directory. */
function readEntry(directory: Buffer, at: number, nameBytes: number, extraBytes: number): ZipEntry | undefined {
  if (nameBytes > MAX_NAME_BYTES) throw new ZipError('a path in it is too long');
  const name = directory.toString('utf8', at + 46, at + 46 + nameBytes);
  const segments = name.split('/');
  if (segments.length > MAX_DEPTH) throw new ZipError('a path in it is too deep');
  if (/[\\\0]|^[A-Za-z]:/.test(name) || name.startsWith('/') || segments.includes('..')) {
    throw new ZipError('a path in it leads out of it');
  }
  // The upper half is a mode where the zip was made on Unix, which byte 5 says (4.4.2, 4.4.15).
  const isOfUnix = directory[at + 5] === 3;
  if (isOfUnix && (directory.readUInt16LE(at + 40) & 0o170000) === 0o120000) throw new ZipError('it holds a link');
  if (name.endsWith('/')) return undefined;
  if ((directory.readUInt16LE(at + 8) & 1) !== 0) throw new ZipError('it holds an encrypted file');
  const method = directory.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new ZipError('it is packed in a way that is not read here');
  const extra = directory.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes);
  const [size = 0, packedSize = 0, offset = 0] = trueValues(
    [directory.readUInt32LE(at + 24), directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42)],
    extra,
  );
  if (method === 0 && size !== packedSize) throw damaged();
  return { name, size, packedSize, isPacked: method === 8, offset };
}

/** Those that do not fit into 32 bits stand in the extra field, in this order. */
function trueValues(values: readonly number[], extra: Buffer): readonly number[] {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  at += 4;
  return values.map((value) => {
    if (value !== IN_EXTRA) return value;
    if (at + 8 > extra.length) throw damaged();
    at += 8;
    return safeNumber(extra, at - 8);
  });
}

function findDirectory(file: number): { readonly count: number; readonly size: number; readonly offset: number } {
  const { size: fileBytes } = fstatSync(file);
  const tailBytes = Math.min(fileBytes, END_BYTES + MAX_COMMENT_BYTES + 20);
  const tail = readAt(file, fileBytes - tailBytes, tailBytes);
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new ZipError('it is no zip');
  const locator = end - 20;
  if (locator >= 0 && tail.readUInt32LE(locator) === END_64_LOCATOR) {
    const record = readAt(file, safeNumber(tail, locator + 8), 56);
    if (record.readUInt32LE(0) !== END_64) throw damaged();
    return { count: safeNumber(record, 32), size: safeNumber(record, 40), offset: safeNumber(record, 48) };
  }
  return { count: tail.readUInt16LE(end + 10), size: tail.readUInt32LE(end + 12), offset: tail.readUInt32LE(end + 16) };
}

function contentOffset(file: number, { offset, packedSize }: ZipEntry): number {
  const header = readAt(file, offset, 30);
  if (header.readUInt32LE(0) !== LOCAL_HEADER) throw damaged();
  const start = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + packedSize > fstatSync(file).size) throw damaged();
  return start;
}

/** Bytes that are read of a large file at a time. */
const PIECE_BYTES = 256 * 1024;

function* pieces(file: number, start: number, bytes: number): Generator<Buffer> {
  for (let at = 0; at < bytes; at += PIECE_BYTES) yield readAt(file, start + at, Math.min(PIECE_BYTES, bytes - at));
}

function readAt(file: number, position: number, bytes: number): Buffer {
  if (position < 0 || position + bytes > fstatSync(file).size) throw damaged();
  const buffer = Buffer.allocUnsafe(bytes);
  for (let done = 0; done < bytes; ) {
    const read = readSync(file, buffer, done, bytes - done, position + done);
    if (read === 0) throw damaged();
    done += read;
  }
  return buffer;
}

function safeNumber(buffer: Buffer, at: number): number {
  const value = Number(buffer.readBigUInt64LE(at));
  if (!Number.isSafeInteger(value)) throw damaged();
  return value;
}

function damaged(): ZipError {
  return new ZipError('it is damaged');
}
