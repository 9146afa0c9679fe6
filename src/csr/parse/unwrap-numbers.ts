import type { Layer } from './layer.ts';

/** Bytes in a row that are worth a look. */
const MIN_BYTES = 16;
/** Characters of a line of a dump; xxd -c 256 writes 1,100. */
const MAX_DUMP_LINE = 1_200;

/**
 * What stands in a text as hex digits (plain, with colons or spaces, as `0x30` or `\x30`, as a dump of xxd, hexdump or od),
 * as decimal numbers of an array, in Intel HEX, or in uuencode.
 */
export function* unwrapNumbers(text: string): Generator<Layer> {
  yield* unwrapHex(text);
  yield* unwrapDecimals(text);
  yield* unwrapLines(text, /^:[0-9A-Fa-f]{10,}$/, 'hex', ([line]) => Buffer.from(line.slice(9, -2), 'hex'));
  yield* unwrapLines(text, /^[!-`]([ -`]{4})+$/, 'uuencode', ([line]) => decodeUu(line));
}

function* unwrapHex(text: string): Generator<Layer> {
  let digits = '';
  let swapped = '';
  let isCut = false;
  for (const line of [...text.split(/\r\n|\r|\n/), '-']) {
    if (line.trim() === '') continue;
    const dump = line.length <= MAX_DUMP_LINE ? dumpOf(line) : undefined;
    const found = dump?.digits ?? hexOf(line);
    if (found !== '') {
      digits += found;
      swapped += dump?.swapped ?? '';
      isCut ||= dump === undefined && /[^0-9A-Fa-f\s]/.test(line);
      continue;
    }
    if (digits.length >= 2 * MIN_BYTES) {
      yield { form: 'hex', bytes: Buffer.from(digits, 'hex'), isCut };
      if (swapped !== '') yield { form: 'hex', bytes: Buffer.from(swapped, 'hex') };
    }
    digits = '';
    swapped = '';
    isCut = false;
  }
}

// An offset, groups of digits, and often the characters behind them.
const DUMP =
  /^\s{0,8}(?:0x)?[0-9A-Fa-f]{4,16}h?[:|]?\s{1,4}((?:[0-9A-Fa-f]{2}){1,4}(?:[ -]{1,3}(?:[0-9A-Fa-f]{2}){1,4})*)(?:\s{2,}.*|\s*\|.*|\s*)$/;

function dumpOf(line: string): { readonly digits: string; readonly swapped: string } | undefined {
  const groups = DUMP.exec(line)?.[1];
  if (groups === undefined) return undefined;
  const digits = groups.replace(/[ -]/g, '');
  // hexdump and od -x write words of two bytes, the low one first.
  const isWords = /^[0-9A-Fa-f]{4}( [0-9A-Fa-f]{4})*$/.test(groups);
  return { digits, swapped: isWords ? digits.replace(/(..)(..)/g, '$2$1') : '' };
}

function hexOf(line: string): string {
  const marked = [...line.matchAll(/(?:0x|\\x|\\u00|%|&#x|\$)((?:[0-9A-Fa-f]{2}){1,4})(?![0-9A-Fa-f])/g)];
  if (marked.length >= 2 || (marked.length === 1 && /^\s*[0\\]x/.test(line)))
    return marked.map(([, hex]) => hex).join('');
  let longest = '';
  for (const [found] of line.matchAll(/[0-9A-Fa-f]{2}(?:[ :,;.-]{0,2}[0-9A-Fa-f]{2})*/g)) {
    if (found.length > longest.length) longest = found;
  }
  const digits = longest.replace(/[^0-9A-Fa-f]/g, '');
  // Fewer only where the line holds nothing else: the last one of many.
  return digits.length >= 2 * MIN_BYTES || /^[\s0-9A-Fa-f:,;.-]+$/.test(line) ? digits : '';
}

function* unwrapDecimals(text: string): Generator<Layer> {
  // Java writes a byte as a signed number.
  for (const [found] of text.matchAll(/(?:-?\d{1,3}[\s,;]{1,20}){15,}-?\d{1,3}/g)) {
    const numbers = found.split(/[\s,;]+/).map(Number);
    if (numbers.every((number) => number >= -128 && number <= 255)) {
      yield { form: 'numbers', bytes: Uint8Array.from(numbers) };
    }
  }
}

type Read = (match: RegExpExecArray) => Uint8Array;

/** Lines of one kind in a row, each read by itself. */
function* unwrapLines(text: string, kind: RegExp, form: Layer['form'], read: Read): Generator<Layer> {
  if (!text.includes('\n')) return;
  let parts: Uint8Array[] = [];
  for (const line of [...text.split(/\r?\n/), '']) {
    const match = kind.exec(line);
    if (match !== null) {
      parts.push(read(match));
      continue;
    }
    const bytes = Buffer.concat(parts);
    if (bytes.length >= MIN_BYTES) yield { form, bytes };
    parts = [];
  }
}

// POSIX uuencode: the first character is the number of bytes, four others are three of them.
function decodeUu(line: string): Uint8Array {
  const values = [...line].map((character) => (character.charCodeAt(0) - 32) & 63);
  const bytes: number[] = [];
  for (let index = 1; index + 3 < values.length; index += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = values.slice(index, index + 4);
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return Uint8Array.from(bytes.slice(0, values[0]).map((byte) => byte & 255));
}
