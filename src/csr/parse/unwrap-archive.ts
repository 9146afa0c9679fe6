import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { type Layer, MAX_INSIDE } from './layer.ts';

/** Files of one archive that are looked at. */
const MAX_FILES = 100;

/** The contents of a gzip, zlib, zip or tar file, as far as they can be read; nothing for other bytes. */
export function* unwrapArchive(bytes: Uint8Array): Generator<Layer> {
  const [first, second, third, fourth] = bytes;
  if (first === 0x1f && second === 0x8b) yield* inflate(bytes, gunzipSync, 'gzip');
  else if (first === 0x78 && (second === 0x01 || second === 0x9c || second === 0xda)) {
    yield* inflate(bytes, inflateSync, 'gzip');
  } else if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4) yield* unzip(bytes);
  else if (Buffer.from(bytes.subarray(257, 262)).toString('latin1') === 'ustar') yield* untar(bytes);
}

type Inflate = typeof gunzipSync;

function* inflate(bytes: Uint8Array, by: Inflate, form: 'gzip' | 'zip'): Generator<Layer> {
  const content = inflated(bytes, by);
  if (content !== undefined && content.length > 0) yield { form, bytes: content };
}

/** Undefined when it is broken, or larger inside than is looked at: bombs are not opened. */
function inflated(bytes: Uint8Array, by: Inflate): Uint8Array | undefined {
  try {
    return by(bytes, { maxOutputLength: MAX_INSIDE });
  } catch {
    return undefined;
  }
}

// APPNOTE.TXT, 4.3.7: a signature of 4 bytes, flags at 6, method at 8, compressed size at 18, lengths of name and extra at
// 26 and 28. Where the size stands behind the file, the next signature ends it.
function* unzip(bytes: Uint8Array): Generator<Layer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let left = MAX_INSIDE;
  let files = 0;
  for (let offset = 0; files < MAX_FILES && left > 0; files += 1) {
    if (offset + 30 > buffer.length || buffer.readUInt32LE(offset) !== 0x04034b50) return;
    const start = offset + 30 + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28);
    const size = buffer.readUInt32LE(offset + 18);
    const next = buffer.indexOf('PK\x03\x04', start, 'latin1');
    const end = size > 0 ? start + size : next === -1 ? buffer.length : next;
    const isStored = buffer.readUInt16LE(offset + 8) === 0;
    const data = buffer.subarray(start, end);
    const content = isStored ? data : inflated(data, inflateRawSync);
    if (content !== undefined && content.length > 0) yield { form: 'zip', bytes: content };
    left -= content?.length ?? 0;
    offset = size > 0 ? end : next;
    if (offset < start) return;
  }
}

// POSIX ustar: blocks of 512 bytes, the size in octal at 124.
function* untar(bytes: Uint8Array): Generator<Layer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let offset = 0, files = 0; offset + 512 <= buffer.length && files < MAX_FILES; files += 1) {
    const size = Number.parseInt(buffer.toString('latin1', offset + 124, offset + 136), 8);
    if (!(size >= 0)) return;
    if (size > 0) yield { form: 'tar', bytes: buffer.subarray(offset + 512, offset + 512 + size) };
    offset += 512 + Math.ceil(size / 512) * 512;
  }
}
