/** The longest thing that is kept in memory at a time, bytes. */
export interface ItemLimits {
  /** One object of the list. */
  readonly item: number;
  /** Everything around the list. */
  readonly rest: number;
}

const QUOTE = 0x22;
const SPACE = 0x20;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const LIST = 0x5b;
const OPEN = new Set([LIST, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/** How deep an object of the list stands: in a list, in the object that the text is. */
const ITEM_DEPTH = 2;

/**
 * Reads JSON of the form `{ …, "list": [ {…}, {…} ], … }` without having it in memory: each object of a list is handed
 * out by itself.
 *
 * @returns the object, its lists empty
 * @throws RangeError when something is longer than allowed, SyntaxError when it is no JSON
 */
export async function readJsonItems(
  chunks: AsyncIterable<Uint8Array>,
  limits: ItemLimits,
  onItem: (item: unknown) => void,
): Promise<unknown> {
  const rest = new Collected(limits.rest);
  const item = new Collected(limits.item);
  let depth = 0;
  /** Whether what is open at this depth is a list; an object there, such as a field of the outer one, is no item's list. */
  let isList = false;
  let isText = false;
  let isEscaped = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
        continue;
      }
      if (byte === QUOTE) isText = true;
      else if (OPEN.has(byte)) {
        if (depth === ITEM_DEPTH && isList) {
          rest.add(chunk.subarray(from, at));
          from = at;
        }
        if (++depth === ITEM_DEPTH) isList = byte === LIST;
      } else if (CLOSE.has(byte)) {
        if (--depth === ITEM_DEPTH && isList) {
          item.add(chunk.subarray(from, at + 1));
          from = at + 1;
          onItem(JSON.parse(item.take()));
        }
      } else if (depth === ITEM_DEPTH && isList && (byte === COMMA || byte <= SPACE)) {
        // Between objects; the list around them is to be empty.
        rest.add(chunk.subarray(from, at));
        from = at + 1;
      }
    }
    (depth > ITEM_DEPTH && isList ? item : rest).add(chunk.subarray(from));
  }
  return JSON.parse(rest.take());
}

class Collected {
  readonly #limit: number;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > this.#limit) throw new RangeError(`a part of it is longer than ${this.#limit} bytes`);
    if (part.length > 0) this.#parts.push(part);
  }

  take(): string {
    const text = Buffer.concat(this.#parts).toString('utf8');
    this.#parts = [];
    this.#length = 0;
    return text;
  }
}
