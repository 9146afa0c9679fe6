/** One element of a DER text (ITU-T X.690), found in place. */
export interface Element {
  readonly tag: number;
  /** Offsets into the text: of the tag, of the content, and after the content. */
  readonly start: number;
  readonly content: number;
  readonly end: number;
}

/**
 * The element at `offset`, which must end at or before `limit`. Low tag numbers and definite lengths only: nothing in
 * a certification request needs more.
 *
 * @throws RangeError when there is none
 */
export function readElement(text: Uint8Array, offset: number, limit: number): Element {
  const tag = text[offset];
  const first = text[offset + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('no DER element');
  let content = offset + 2;
  let length = first;
  if (first >= 0x80) {
    const digits = first & 0x7f;
    if (digits < 1 || digits > 3) throw new RangeError('DER length out of bounds');
    length = 0;
    for (let digit = 0; digit < digits; digit++) length = length * 256 + (text[content++] ?? 0);
    if (length < (digits === 1 ? 0x80 : 256 ** (digits - 1))) throw new RangeError('DER length not minimal');
  }
  if (content + length > limit) throw new RangeError('DER element cut off');
  return { tag, start: offset, content, end: content + length };
}

/** The elements inside `parent`. @throws RangeError */
export function readChildren(text: Uint8Array, parent: Element): Element[] {
  const children: Element[] = [];
  for (let offset = parent.content; offset < parent.end; ) {
    const child = readElement(text, offset, parent.end);
    children.push(child);
    offset = child.end;
  }
  return children;
}

/** One element: `tag`, the length, and the parts one after the other. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  let length = 0;
  for (const part of parts) length += part.length;
  const head =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : length < 0x10000
          ? [tag, 0x82, length >> 8, length & 0xff]
          : [tag, 0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
  return Buffer.concat([Buffer.from(head), ...parts], head.length + length);
}

export const TAG = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
  /** `[n]`, constructed. */
  context: (n: number): number => 0xa0 | n,
} as const;

/** An object identifier from its dotted text, arcs below 2^31. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes: number[] = [];
  for (const arc of [first * 40 + second, ...rest]) {
    const digits = [arc & 0x7f];
    for (let left = arc >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
    bytes.push(...digits);
  }
  return der(TAG.oid, Buffer.from(bytes));
}
