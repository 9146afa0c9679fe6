import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * The files in a zip by their names; entries that end with `/` are directories and left out. Stored and deflated
 * entries below 4 GiB, which is all that `@actions/artifact` writes for certificates (APPNOTE.TXT, 4.3).
 *
 * @throws RangeError when it is no such zip
 */
export function readZip(zip: Buffer): ReadonlyMap<string, Buffer> {
  // The end record is 22 bytes, and a comment of at most 65,535 may follow.
  const end = lastIndexOfEnd(zip);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('no zip directory entry');
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, nameEnd);
    if (!name.endsWith('/')) files.set(name, content(zip, at));
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function lastIndexOfEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at--) {
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new RangeError('no zip');
}

function content(zip: Buffer, entry: number): Buffer {
  const method = zip.readUInt16LE(entry + 10);
  const size = zip.readUInt32LE(entry + 20);
  const header = zip.readUInt32LE(entry + 42);
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const packed = zip.subarray(start, start + size);
  if (method === 0) return packed;
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: zip.readUInt32LE(entry + 24) || 1 });
  throw new RangeError(`zip method ${method}`);
}
