/** Tags of ITU-T X.690 that PKCS#10 uses, as they stand in the first byte. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The deepest nesting that is read; a CSR with extensions needs about 10, OpenSSL stops at 30. */
const MAX_DEPTH = 32;
/** Bytes of the longest object identifier that is read; a UUID under 2.25 needs 20. */
const MAX_OID = 128;

const CONSTRUCTED = 0x20;

/** Bytes that are not DER, or not the structure that was expected; the message ends with the place. */
export class DerError extends Error {
  override readonly name = 'DerError';

  constructor(problem: string, offset: number) {
    super(`${problem} at byte ${offset}`);
  }
}

/** One tag-length-value, as offsets into the bytes it was read from. */
export interface Element {
  /** The first byte of the tag: class, the constructed bit, and the number when it is below 31. */
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/**
 * Reads the header of the element at `offset`, by the Distinguished Encoding Rules: a definite and shortest length that
 * ends within `end` (ITU-T X.690, 10.1).
 *
 * @throws DerError
 */
export function readElement(bytes: Uint8Array, offset: number, end: number): Element {
  const tag = byteAt(bytes, offset, end);
  let position = offset + 1;
  if ((tag & 0x1f) === 0x1f) position = skipTagNumber(bytes, position, end);
  let length = byteAt(bytes, position, end);
  position += 1;
  if (length === 0x80) throw new DerError('a length is indefinite (BER, not DER)', position - 1);
  if (length > 0x80) {
    const count = length & 0x7f;
    const first = byteAt(bytes, position, end);
    if (first === 0) throw new DerError('a length is not in its shortest form', position - 1);
    if (count > 4) throw new DerError('a length reaches beyond the end', position - 1);
    length = 0;
    for (let index = 0; index < count; index += 1) {
      length = length * 256 + byteAt(bytes, position, end);
      position += 1;
    }
    if (length < 0x80) throw new DerError('a length is not in its shortest form', position - 1);
  }
  if (length > end - position) throw new DerError('a length reaches beyond the end', position - 1);
  return { tag, start: offset, contentStart: position, end: position + length };
}

function byteAt(bytes: Uint8Array, offset: number, end: number): number {
  const byte = offset < end ? bytes[offset] : undefined;
  if (byte === undefined) throw new DerError('the data ends too early', offset);
  return byte;
}

// A tag number of 31 or more takes bytes of its own (X.690, 8.1.2.4). CSRs have none, but an attribute's value may.
function skipTagNumber(bytes: Uint8Array, offset: number, end: number): number {
  let position = offset;
  let number = 0;
  for (let more = true; more; position += 1) {
    const byte = byteAt(bytes, position, end);
    number = number * 128 + (byte & 0x7f);
    if (number === 0 || number > 0xffff) throw new DerError('a tag number is not valid', offset);
    more = byte >= 0x80;
  }
  if (number < 0x1f) throw new DerError('a tag number is not in its shortest form', offset);
  return position;
}

/** Reads the elements between two offsets one after another, and refuses what is not expected. */
export class DerReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  #offset: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.bytes = bytes;
    this.end = end;
    this.#offset = start;
  }

  /** The tag of the next element; undefined at the end. */
  get nextTag(): number | undefined {
    return this.#offset < this.end ? this.bytes[this.#offset] : undefined;
  }

  /** The next element, whatever it is. */
  any(): Element {
    const element = readElement(this.bytes, this.#offset, this.end);
    this.#offset = element.end;
    return element;
  }

  /** The next element, which must have this tag; `what` names it in the error. */
  take(tag: number, what: string): Element {
    if (this.nextTag !== tag) throw new DerError(`${what} is missing`, this.#offset);
    return this.any();
  }

  /** A reader of the elements inside of the next element, which must have this tag. */
  enter(tag: number, what: string): DerReader {
    return this.inside(this.take(tag, what));
  }

  inside(element: Element): DerReader {
    return new DerReader(this.bytes, element.contentStart, element.end);
  }

  content(element: Element): Uint8Array {
    return this.bytes.subarray(element.contentStart, element.end);
  }

  raw(element: Element): Uint8Array {
    return this.bytes.subarray(element.start, element.end);
  }

  /** The next element, an object identifier, as `1.2.840.113549.1.1.11`. */
  oid(what: string): string {
    return oidText(this.content(this.take(TAG.oid, what)));
  }

  /** The magnitude of the next element, an integer that is not negative, without leading zeros. */
  unsigned(what: string): Uint8Array {
    const element = this.take(TAG.integer, what);
    const content = this.content(element);
    const first = content[0] ?? 0;
    if (first >= 0x80) throw new DerError(`${what} is negative`, element.start);
    return first === 0 ? content.subarray(1) : content;
  }

  /** The bytes of the next element, a bit string of whole bytes. */
  octets(what: string): Uint8Array {
    const content = this.content(this.take(TAG.bitString, what));
    if (content[0] !== 0) throw new DerError(`${what} is not made of whole bytes`, this.#offset - content.length);
    return content.subarray(1);
  }

  /** Refuses anything that is left. */
  finish(what: string): void {
    if (this.#offset < this.end)
      throw new DerError(`${what} is followed by ${this.end - this.#offset} bytes more`, this.#offset);
  }
}

/**
 * Walks through all of `bytes`, which must be exactly one element, and refuses what DER forbids at any depth. The order
 * of a SET OF is not checked: no reader of CSRs does, and tools get it wrong.
 *
 * @throws DerError
 */
export function assertDer(bytes: Uint8Array): void {
  const reader = new DerReader(bytes);
  assertElement(bytes, reader.any(), 0);
  reader.finish('the structure');
}

function assertElement(bytes: Uint8Array, element: Element, depth: number): void {
  const { tag, contentStart, end } = element;
  if ((tag & CONSTRUCTED) === 0) {
    assertPrimitive(bytes, element);
    return;
  }
  // Of the universal types only SEQUENCE, SET, EXTERNAL and EMBEDDED PDV are constructed in DER (X.690, 10.2).
  if (tag < 0x40 && tag !== TAG.sequence && tag !== TAG.set && tag !== 0x28 && tag !== 0x2b) {
    throw new DerError('a string is in pieces (BER, not DER)', element.start);
  }
  if (depth === MAX_DEPTH) throw new DerError(`the nesting is deeper than ${MAX_DEPTH}`, element.start);
  for (let offset = contentStart; offset < end; ) {
    const child = readElement(bytes, offset, end);
    assertElement(bytes, child, depth + 1);
    offset = child.end;
  }
}

function assertPrimitive(bytes: Uint8Array, { tag, start, contentStart, end }: Element): void {
  const length = end - contentStart;
  const first = bytes[contentStart] ?? 0;
  switch (tag) {
    case TAG.boolean:
      if (length !== 1 || (first !== 0 && first !== 0xff)) throw new DerError('a boolean is not DER', start);
      break;
    case TAG.integer: {
      const sign = (bytes[contentStart + 1] ?? 0) >= 0x80;
      const padded = length > 1 && ((first === 0 && !sign) || (first === 0xff && sign));
      if (length === 0 || padded) throw new DerError('an integer is not in its shortest form', start);
      break;
    }
    case TAG.bitString: {
      const unused = length === 1 ? first !== 0 : ((bytes[end - 1] ?? 0) & ((1 << first) - 1)) !== 0;
      if (length === 0 || first > 7 || unused) throw new DerError('a bit string is not DER', start);
      break;
    }
    case TAG.null:
      if (length !== 0) throw new DerError('a NULL is not empty', start);
      break;
    case TAG.oid:
      assertOid(bytes, start, contentStart, end);
      break;
    case TAG.sequence - CONSTRUCTED:
    case TAG.set - CONSTRUCTED:
    case 0:
      throw new DerError('a tag is not valid', start);
  }
}

function assertOid(bytes: Uint8Array, start: number, contentStart: number, end: number): void {
  if (end - contentStart > MAX_OID) throw new DerError(`an object identifier is longer than ${MAX_OID} bytes`, start);
  let arcStarts = true;
  for (let offset = contentStart; offset < end; offset += 1) {
    const byte = bytes[offset] ?? 0;
    if (arcStarts && byte === 0x80) throw new DerError('an object identifier is not in its shortest form', start);
    arcStarts = byte < 0x80;
  }
  if (end === contentStart || !arcStarts) throw new DerError('an object identifier is incomplete', start);
}

/** The dotted text of an object identifier's content, which {@link assertDer} has let pass. */
export function oidText(content: Uint8Array): string {
  let text = '';
  let arc: number | bigint = 0;
  for (const byte of content) {
    // Arcs are unbounded; a UUID under 2.25 has one of 128 bits.
    if (typeof arc === 'number' && arc > 2 ** 45) arc = BigInt(arc);
    arc = typeof arc === 'number' ? arc * 128 + (byte & 0x7f) : arc * 128n + BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    if (text === '') {
      // The first two arcs share a number: 40 × first + second, with first at most 2 (X.690, 8.19.4).
      const first = arc < 80 ? Math.floor(Number(arc) / 40) : 2;
      text = `${first}.${typeof arc === 'number' ? arc - first * 40 : arc - BigInt(first * 40)}`;
    } else {
      text += `.${arc}`;
    }
    arc = 0;
  }
  return text;
}

/** The element with this tag and content, in DER. */
export function encode(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  const header = [tag];
  if (length < 0x80) {
    header.push(length);
  } else {
    const digits: number[] = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256);
    header.push(0x80 + digits.length, ...digits);
  }
  return Buffer.concat([Uint8Array.from(header), ...content]);
}
