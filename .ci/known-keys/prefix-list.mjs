// The form of debian-keys.bin and small-multiples.bin. 65,536 bytes: how many numbers begin with these two bytes. Then
// the bytes from the third on of each number, in order.

/** @param {Iterable<string>} prefixes the first bytes of each number in hex, all of one length, all different */
export function prefixList(prefixes) {
  const counts = Buffer.alloc(65_536);
  const sorted = [...prefixes].sort();
  for (const prefix of sorted) {
    const place = Number.parseInt(prefix.slice(0, 4), 16);
    if (counts[place] === 255) throw new Error('More than 255 numbers begin with the same two bytes.');
    counts[place] += 1;
  }
  return Buffer.concat([counts, ...sorted.map((prefix) => Buffer.from(prefix.slice(4), 'hex'))]);
}
