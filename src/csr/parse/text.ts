/**
 * The text of a file: UTF-8 unless a byte order mark, or a zero byte beside the first letter, says that it is UTF-16
 * (what PowerShell's `>` writes). Bytes that are no text become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return utf16.decode(bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) {
    return utf16.decode(Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16());
  }
  return utf8.decode(bytes);
}

const utf8 = new TextDecoder('utf-8');
const utf16 = new TextDecoder('utf-16le');
