import type { Layer } from './layer.ts';
import { unwrapArchive } from './unwrap-archive.ts';
import { unwrapBase64 } from './unwrap-base64.ts';
import { unwrapEscapes } from './unwrap-escapes.ts';
import { unwrapNumbers } from './unwrap-numbers.ts';

/**
 * Characters of the text that is searched for other forms. What is DER, PEM, or names itself as a key is found in all of a
 * file; a form needs several passes over its lines.
 */
const MAX_TEXT = 262_144;

/**
 * What may be written inside of some bytes, in every form in which people and tools pass keys and requests on; most of
 * it will turn out to be nothing. Takes time proportional to the bytes.
 *
 * @param isWhole whether it is all of a file, in which text may stand beside other data
 */
export function* unwrap(bytes: Uint8Array, whole: string, isWhole: boolean): Generator<Layer> {
  yield* unwrapArchive(bytes);
  const text = whole.slice(0, MAX_TEXT);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NULs show binary data and wide characters
  const isText = !/[\u0000-\u0008]/.test(text.slice(0, 4_096));
  if (!isText && isWide(bytes)) yield { form: 'wide', bytes: bytes.filter((byte) => byte !== 0) };
  if (isText || isWhole) yield* unwrapEscapes(text);
  if (!isText) return;
  yield* unwrapBase64(text);
  yield* unwrapNumbers(text);
}

/** UTF-16 or UTF-32 without a byte order mark: every second byte, at least, is zero. */
function isWide(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros += 1;
  return zeros * 5 > bytes.length * 2 && zeros < bytes.length;
}
