const LINE_END = 0x0a;

/**
 * The lines of a text that is too large for memory; a last one without its line end is left out, and so is a line that
 * is longer than `maxBytes`.
 *
 * @param onLong called for each line that is left out because it is too long
 */
export async function* completeLines(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  onLong: () => void = () => {},
): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Uint8Array): void => {
    length += part.length;
    if (length > maxBytes) parts = [];
    else parts.push(part);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, from)) {
      keep(chunk.subarray(from, end));
      if (length <= maxBytes) yield Buffer.concat(parts).toString('utf8');
      else onLong();
      parts = [];
      length = 0;
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
}
