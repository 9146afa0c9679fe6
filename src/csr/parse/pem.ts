/** A block between a BEGIN and an END line (RFC 7468). */
export interface PemBlock {
  readonly label: string;
  /** What the base64 holds; undefined when it is broken. */
  readonly bytes: Uint8Array | undefined;
  /** What is broken; empty otherwise. */
  readonly problem: string;
}

/** Whether a block's label says that it is a request: RFC 7468, section 7, and what it was before. */
export function isRequestBlock({ label }: Pick<PemBlock, 'label'>): boolean {
  return label === 'CERTIFICATE REQUEST' || label === 'NEW CERTIFICATE REQUEST';
}

const BEGIN = '-----BEGIN ';
/** Longest label that is looked for; the longest in use has 24 characters. */
const MAX_LABEL = 64;

/**
 * Finds all PEM blocks in a text. Whatever stands before, between and behind them is skipped, the lines may be
 * indented and end in LF, CRLF or CR. Takes time proportional to the text.
 */
export function findPemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  let position = text.indexOf(BEGIN);
  while (position !== -1) {
    const labelStart = position + BEGIN.length;
    const label = /^[A-Z0-9 #./()-]*?(?=-----)/.exec(text.slice(labelStart, labelStart + MAX_LABEL))?.[0];
    const next = text.indexOf(BEGIN, labelStart);
    if (label !== undefined) {
      const content = text.slice(labelStart + label.length + 5, next === -1 ? undefined : next);
      blocks.push(readBlock(label, content));
    }
    position = next;
  }
  return blocks;
}

function readBlock(label: string, content: string): PemBlock {
  const end = content.indexOf('-----END ');
  if (end === -1) return broken(label, `the END line of its ${label} block is missing`);
  if (!content.startsWith(`${label}-----`, end + 9)) {
    return broken(label, `the END line of its ${label} block has another label`);
  }
  const base64 = content.slice(0, end).replace(/[ \t\r\n\v\f]+/g, '');
  const bytes = decodeBase64(base64);
  if (bytes !== undefined) return { label, bytes, problem: '' };
  const stray = /[^A-Za-z0-9+/=]/u.exec(base64)?.[0];
  const what = stray === undefined ? 'is incomplete' : `holds a character that is not base64 (${codePoint(stray)})`;
  return broken(label, `its ${label} block ${what}`);
}

function broken(label: string, problem: string): PemBlock {
  return { label, bytes: undefined, problem };
}

// Never the character itself: it may be invisible, or do something to a terminal.
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The bytes of a base64 text without white space; undefined when it is not all base64 with its padding, or empty. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length === 0 || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  return Buffer.from(text, 'base64');
}
