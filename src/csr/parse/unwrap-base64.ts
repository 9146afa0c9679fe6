import type { Layer } from './layer.ts';
import { identifyMagic } from './magic.ts';

/** Characters of a line that may start base64; a shorter one may only end it. */
const MIN_FIRST = 16;
/** Characters of base64 in one line that is tried by itself. */
const MIN_ALONE = 40;
/** Lines of one stretch that base64 is tried to start at; others are junk before it, such as a name. */
const MAX_STARTS = 8;

/** A line's longest piece of base64. */
interface Piece {
  readonly text: string;
  /** Whether something else stands in its line. */
  readonly isCut: boolean;
}

/**
 * What stands in a text in base64 or base64url (RFC 4648), over many lines or within one, with anything before and behind
 * each piece: quotation marks, prompts, line numbers.
 */
export function* unwrapBase64(text: string): Generator<Layer> {
  let stretch: Piece[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    const piece = longestPiece(line);
    if (piece !== undefined && (stretch.length > 0 || piece.text.length >= MIN_FIRST)) {
      stretch.push(piece);
      continue;
    }
    yield* decodeStretch(stretch);
    stretch = [];
  }
  yield* decodeStretch(stretch);
}

function longestPiece(line: string): Piece | undefined {
  let longest = '';
  // Spaces within base64 are what became of line ends.
  for (const [found] of line.matchAll(
    /[A-Za-z0-9+/_-]{2,}(?: [A-Za-z0-9+/_-]{16,})*(?: [A-Za-z0-9+/_-]{2,})?={0,2}/g,
  )) {
    if (found.length > longest.length) longest = found;
  }
  // A label or a word is none.
  if (longest === '' || /^--|--$/.test(longest)) return undefined;
  return { text: longest, isCut: longest !== line.trim() };
}

function* decodeStretch(stretch: readonly Piece[]): Generator<Layer> {
  const [first] = stretch;
  if (first === undefined) return;
  let starts = 0;
  for (const [index, piece] of stretch.entries()) {
    if (index > 0 && piece.text.length >= MIN_ALONE) yield* decodePiece([piece]);
    if (index > 0 && !TYPICAL.test(piece.text)) continue;
    starts += 1;
    if (starts <= MAX_STARTS) yield* decodePiece(untilPadding(stretch.slice(index)));
  }
}

/** What ends with padding is whole by itself. */
function untilPadding(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.findIndex(({ text }) => text.endsWith('='));
  return last === -1 ? pieces : pieces.slice(0, last + 1);
}

function* decodePiece(pieces: readonly Piece[]): Generator<Layer> {
  const text = pieces.map((piece) => piece.text.replaceAll(' ', '')).join('');
  const bytes = Buffer.from(text, 'base64url');
  const isCut = pieces.slice(0, 3).some((piece) => piece.isCut);
  if (bytes.length >= 12 && isPlausible(bytes)) yield { form: 'base64', bytes, isCut };
}

// How base64 begins of DER, PEM, JSON, XML, gzip, zip, key stores and base64 of these.
const TYPICAL =
  /^(M[A-P]|LS0|eyJ|ewo|ewk|ewog|eyA|WwB|W3s|PD9|PFJ|H4s|UEs|_u3|\/u3|zs7|b3B|UHV|AAAA|BwI|UlN|RUN|lQ|xY|xcL|TUl|TFM|Ii0|LS0|QUd|IyE|UEF|__4|\/\/4|77u)/;

/** Whether decoding made sense: random bytes are worth no further look. */
function isPlausible(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return first === 0x30 || isMarked || identifyMagic(bytes) !== undefined || isText(bytes.subarray(0, 256));
}

/** ASCII mostly, or such text in characters of two bytes. */
function isText(bytes: Uint8Array): boolean {
  let zeros = 0;
  let odd = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros += 1;
    else if (byte < 9 || (byte > 13 && byte < 32) || byte >= 127) odd += 1;
  }
  return odd * 20 <= bytes.length && (zeros === 0 || zeros * 5 >= bytes.length * 2);
}
