import type { Layer } from './layer.ts';

/** The text with one kind of escape undone, for each kind that it has. */
export function* unwrapEscapes(text: string): Generator<Layer> {
  if (/\\[nrtux0-7"'/\\]/.test(text)) {
    yield { form: 'escapes', bytes: undoEscapes(text) };
    for (const literal of literalsOf(text)) yield { form: 'escapes', bytes: undoEscapes(literal) };
  }
  if (/%[0-9A-Fa-f]{2}/.test(text)) {
    yield { form: 'percent', bytes: undoPercent(text) };
    // application/x-www-form-urlencoded writes a space as a plus sign, and a plus sign as %2B.
    if (text.includes('+')) yield { form: 'percent', bytes: undoPercent(text.replaceAll('+', ' ')) };
  }
  if (/&#?\w{1,8};|<[A-Za-z/!]/.test(text)) yield { form: 'markup', bytes: undoMarkup(text) };
  if (/=([0-9A-F]{2}|\r?\n[A-Za-z0-9+/])/.test(text))
    yield { form: 'quoted-printable', bytes: undoQuotedPrintable(text) };
  if (CONTROLS.test(text)) yield { form: 'controls', bytes: Buffer.from(text.replace(new RegExp(CONTROLS, 'g'), '')) };
}

/** What terminals are sent, and characters that nobody sees. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is for
  /\u001b\[[0-9;?]{0,20}[ -/]{0,5}[@-~]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/;

const SHORT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

// Those of C, JSON, JavaScript, Python, Go and Java; a backslash at a line's end joins lines. One that means nothing else
// stands for what follows it.
function undoEscapes(text: string): Uint8Array {
  const undone = text.replace(
    /\\(?:x([0-9A-Fa-f]{2})|u(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{4}))|([0-7]{1,3})|(\r?\n)|(.))/gs,
    (_, byte?: string, braced?: string, unit?: string, octal?: string, end?: string, other = '') => {
      const hex = byte ?? braced ?? unit;
      if (hex !== undefined) return toText(Number.parseInt(hex, 16));
      if (octal !== undefined) return toText(Number.parseInt(octal, 8));
      return end === undefined ? (SHORT[other] ?? other) : '';
    },
  );
  return toBytes(undone);
}

/** Characters of the shortest string literal that may hold bytes by itself. */
const MIN_LITERAL = 24;
const MAX_LITERALS = 20;

/** The contents of the string literals of a text that have escapes: all in one, and the first long ones by themselves. */
function literalsOf(text: string): readonly string[] {
  const literals: string[] = [];
  let open: { readonly mark: string; readonly start: number } | undefined;
  for (const { 0: mark, index } of text.matchAll(/\\.|["'`]/gs)) {
    if (mark.length > 1) continue;
    if (open === undefined) open = { mark, start: index + 1 };
    else if (mark === open.mark) {
      literals.push(text.slice(open.start, index));
      open = undefined;
    }
  }
  const escaped = literals.filter((literal) => literal.includes('\\'));
  return [escaped.join(''), ...escaped.filter(({ length }) => length >= MIN_LITERAL).slice(0, MAX_LITERALS)];
}

function undoPercent(text: string): Uint8Array {
  return toBytes(text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => toText(Number.parseInt(hex, 16))));
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  plus: '+',
  equals: '=',
  sol: '/',
  hyphen: '-',
  dash: '-',
  NewLine: '\n',
  Tab: '\t',
};

// Tags become line ends after the entities in them, and before those that become tags.
function undoMarkup(text: string): Uint8Array {
  const plain = /BEGIN|[A-Za-z0-9+/]{40}/.test(text)
    ? text.replace(/<\/?(br|p|div|li|span|td|tr|pre|code)\b[^<>]{0,200}>/gi, '\n')
    : text;
  const undone = plain.replace(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w{1,8}));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return toText(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
  return toBytes(undone);
}

// RFC 2045, 6.7.
function undoQuotedPrintable(text: string): Uint8Array {
  return toBytes(
    text
      .replace(/=[ \t]{0,9}\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => toText(Number.parseInt(hex, 16))),
  );
}

function toText(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** Escapes write bytes: one character each where that is possible, UTF-8 otherwise. */
function toBytes(text: string): Uint8Array {
  return /[\u0100-\uffff]/.test(text) ? Buffer.from(text) : Buffer.from(text, 'latin1');
}
