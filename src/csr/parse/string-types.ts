/** A value of a string type of ASN.1: its text, or why its bytes are no text in that type. */
export type StringValue =
  | { readonly text: string }
  /** A clause: `its BMPString has an odd number of bytes`. */
  | { readonly problem: string };

interface StringType {
  readonly name: string;
  /** The text; throws {@link NotText}. */
  read(content: Uint8Array): string;
}

/** The message is a clause on "its X", which names the type: `is not UTF-8 from byte 2 on (e4 68)`. */
class NotText extends Error {}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/**
 * The string types of a DirectoryString (RFC 5280, 4.1.2.4) and of other attributes (RFC 4519, RFC 2985), by tag, and
 * what they hold (ITU-T X.680, 41). Two are read more generously than they are defined, because tools write so: a
 * PrintableString with any printable ASCII (`_`, `@`, `*`), and a TeletexString as Latin-1.
 */
const STRING_TYPES: ReadonlyMap<number, StringType> = new Map([
  [0x0c, { name: 'UTF8String', read: readUtf8 }],
  [0x12, { name: 'NumericString', read: (content) => readBytes(content, /[^0-9 ]/) }],
  [0x13, { name: 'PrintableString', read: (content) => readBytes(content, /[^ -~]/) }],
  [0x14, { name: 'TeletexString', read: latin1 }],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them
  [0x16, { name: 'IA5String', read: (content) => readBytes(content, /[^\u0000-\u007f]/) }],
  [0x1a, { name: 'VisibleString', read: (content) => readBytes(content, /[^ -~]/) }],
  [0x1c, { name: 'UniversalString', read: readUtf32 }],
  [0x1e, { name: 'BMPString', read: readUcs2 }],
]);

const OTHER_TYPES: Readonly<Record<number, string>> = {
  1: 'a BOOLEAN',
  2: 'an INTEGER',
  3: 'a BIT STRING',
  4: 'an OCTET STRING',
  5: 'a NULL',
  6: 'an OBJECT IDENTIFIER',
  10: 'an ENUMERATED',
  21: 'a VideotexString',
  23: 'a UTCTime',
  24: 'a GeneralizedTime',
  25: 'a GraphicString',
  27: 'a GeneralString',
  48: 'a SEQUENCE',
  49: 'a SET',
};

/** Reads the content of an element that should be a string. */
export function readString(tag: number, content: Uint8Array): StringValue {
  const type = STRING_TYPES.get(tag);
  if (type === undefined) return { problem: `it is ${OTHER_TYPES[tag] ?? `of tag ${tag}`}, which is not text` };
  try {
    return { text: type.read(content) };
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    return { problem: `its ${type.name} ${error.message}` };
  }
}

function latin1(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
}

function readBytes(content: Uint8Array, stray: RegExp): string {
  const text = latin1(content);
  const found = stray.exec(text)?.[0];
  if (found !== undefined)
    throw new NotText(`holds the byte ${hex(Buffer.from(found, 'latin1'))}, which is not of that type`);
  return text;
}

function readUtf8(content: Uint8Array): string {
  try {
    return utf8.decode(content);
  } catch {
    const at = UTF8_START.exec(latin1(content))?.[0].length ?? 0;
    throw new NotText(`is not UTF-8 from byte ${at + 1} on (${hex(content.subarray(at, at + 2))})`);
  }
}

// RFC 3629, section 4.
const UTF8_START =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are bytes
  /^(?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})*/;

function readUcs2(content: Uint8Array): string {
  if (content.length % 2 !== 0) throw new NotText('has an odd number of bytes, and so half a character');
  const text = Buffer.from(content).swap16().toString('utf16le');
  const surrogate = /[\ud800-\udfff]/.exec(text)?.[0];
  if (surrogate !== undefined)
    throw new NotText(`holds the surrogate ${hexOf(surrogate.charCodeAt(0))}, which is not a character`);
  return text;
}

function readUtf32(content: Uint8Array): string {
  if (content.length % 4 !== 0) throw new NotText('has a part of a character: each takes four bytes');
  const view = new DataView(content.buffer, content.byteOffset, content.length);
  let text = '';
  for (let offset = 0; offset < content.length; offset += 4) {
    const point = view.getUint32(offset);
    const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (!isCharacter) throw new NotText(`holds ${hexOf(point)}, which is not a character`);
    text += String.fromCodePoint(point);
  }
  return text;
}

function hexOf(number: number): string {
  return `U+${number.toString(16).toUpperCase().padStart(4, '0')}`;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/..(?=.)/g, '$& ');
}
