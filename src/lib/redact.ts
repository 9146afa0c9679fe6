import { shorten, visible } from './escape.ts';
import { inWords } from './network-words.ts';

/**
 * Text that services answer may repeat what they were sent, credentials included, and goes into the manifest, the
 * summary and the log. The runner masks secrets in the log only; here they are taken out where an answer becomes text.
 *
 * The secrets of a process are one set, whoever learns them, so they are kept here and not passed around.
 */

/** This many characters of a secret in a row are taken out. Other text does not have them by chance. */
const WINDOW = 12;

/** A secret of fewer characters, a proxy's password for example, is looked for as a whole; one of fewer than this not at all. */
const SHORTEST = 6;

/** How much of an answer is read, and shown: what is longer than a message helps nobody. */
const READ_CHARACTERS = 10_000;
const SHOWN_CHARACTERS = 1_000;

const windows = new Set<string>();
const short = new Set<string>();

/** Has {@link answerText} leave out `secret`. Never for what is public, such as a PEM or an account id. */
export function keepSecret(secret: string | undefined): void {
  const text = secret?.replace(/\s+/g, '') ?? '';
  if (text.length < SHORTEST) return;
  for (const form of [text, ...encodingsOf(text)]) {
    if (form.length < WINDOW) short.add(form);
    for (let at = 0; at + WINDOW <= form.length; at++) windows.add(form.slice(at, at + WINDOW));
  }
}

/**
 * A secret in hex, and in Base64 of both alphabets: one that stands in something longer, `user:password` for example,
 * begins at any of three bits. Characters that hold a part of what stands around it are left out.
 */
function encodingsOf(text: string): readonly string[] {
  const hex = Buffer.from(text).toString('hex');
  const encoded = [0, 1, 2].map((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = Math.floor((bytes.length * 4) / 3);
    return bytes.toString('base64').slice(before === 0 ? 0 : before + 1, whole);
  });
  const inUrls = encoded.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
  return [hex, hex.toUpperCase(), ...encoded, ...inUrls];
}

/**
 * Text of an answer, on one line, for people: every known secret in it, and every part of one of at least 12
 * characters, is `***`, and what Node says of connections is in plain words. A secret is found as it is, in Base64 and in hex, percent-encoded (twice, too), in the escapes of JSON
 * and of XML, and broken into lines. At most 1,000 characters.
 */
export function answerText(text: string): string {
  return shorten(visible(inWords(redacted(text.slice(0, READ_CHARACTERS)))), SHOWN_CHARACTERS);
}

function redacted(text: string): string {
  if (windows.size === 0 && short.size === 0) return text;
  let plain = readOff(text);
  const secret = new Uint8Array(text.length);
  mark(plain, secret);
  // What was encoded twice is in the escapes of escapes.
  for (let pass = 0; pass < 2; pass++) {
    plain = decoded(plain);
    mark(plain, secret);
  }
  let shown = '';
  for (let at = 0; at < text.length; at++) {
    if (secret[at] !== 1) shown += text[at];
    else if (secret[at - 1] !== 1) shown += '***';
  }
  return shown;
}

/** Characters, and where each of them begins and ends in the text they were read from. */
interface Reading {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The text without white space, as it may have been wrapped. */
function readOff(text: string): Reading {
  const from: number[] = [];
  let kept = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (/\s/.test(character)) continue;
    kept += character;
    from.push(at);
  }
  return { text: kept, from, to: from.map((at) => at + 1) };
}

const ESCAPES =
  /%([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})|\\x([0-9a-fA-F]{2})|&#x([0-9a-fA-F]{1,6});|&#(\d{1,7});|&(amp|lt|gt|quot|apos);|\\(["\\/nrt])/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** One layer of escapes undone. */
function decoded({ text, from, to }: Reading): Reading {
  let kept = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (character: string, first: number, last: number): void => {
    if (character.length !== 1 || /\s/.test(character)) return;
    kept += character;
    starts.push(from[first] ?? 0);
    ends.push(to[last] ?? 0);
  };
  let at = 0;
  for (const match of text.matchAll(ESCAPES)) {
    for (; at < match.index; at++) keep(text[at] ?? '', at, at);
    const [all, percent, u, x, hex, decimal, name, plain] = match;
    const code = percent ?? u ?? x ?? hex;
    const value = code !== undefined ? Number.parseInt(code, 16) : Number(decimal);
    const character =
      name !== undefined
        ? (NAMED[name] ?? '')
        : plain !== undefined
          ? ({ n: '\n', r: '\r', t: '\t' }[plain] ?? plain)
          : value <= 0xffff
            ? String.fromCharCode(value)
            : '';
    keep(character, at, at + all.length - 1);
    at += all.length;
  }
  for (; at < text.length; at++) keep(text[at] ?? '', at, at);
  return { text: kept, from: starts, to: ends };
}

/** Marks where secrets stand in the text that was read. */
function mark({ text, from, to }: Reading, secret: Uint8Array): void {
  for (let at = 0; at + WINDOW <= text.length; at++) {
    if (windows.has(text.slice(at, at + WINDOW))) secret.fill(1, from[at], to[at + WINDOW - 1]);
  }
  for (const word of short) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      secret.fill(1, from[at], to[at + word.length - 1]);
    }
  }
}
