/** A stream of numbers that depends on its seed only (mulberry32), so that whatever fails can be made to fail again. */
export type Random = (below: number) => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Bytes that mean something in DER, PEM or UTF-16. */
const TELLING = [
  0, 1, 2, 3, 4, 5, 6, 0x0a, 0x0c, 0x13, 0x1e, 0x2d, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xff,
];

type Mutation = (bytes: number[], random: Random, other: Uint8Array) => void;

const at = (bytes: readonly number[], random: Random): number => random(Math.max(1, bytes.length));

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => {
    const index = at(bytes, random);
    bytes[index] = (bytes[index] ?? 0) ^ (1 << random(8));
  },
  (bytes, random) => {
    bytes[at(bytes, random)] = random(256);
  },
  (bytes, random) => {
    bytes[at(bytes, random)] = TELLING[random(TELLING.length)] ?? 0;
  },
  (bytes, random) => {
    bytes.splice(at(bytes, random), 0, ...Array.from({ length: 1 + random(4) }, () => random(256)));
  },
  (bytes, random) => {
    bytes.splice(at(bytes, random), 1 + random(8));
  },
  (bytes, random) => {
    bytes.length = at(bytes, random);
  },
  // A piece of it again, somewhere else.
  (bytes, random) => {
    const start = at(bytes, random);
    bytes.splice(at(bytes, random), 0, ...bytes.slice(start, start + 1 + random(64)));
  },
  // A piece of another file in its place.
  (bytes, random, other) => {
    const start = random(Math.max(1, other.length));
    const piece = other.subarray(start, start + 1 + random(200));
    bytes.splice(at(bytes, random), random(200), ...piece);
  },
  // A length that is not the true one.
  (bytes, random) => {
    const lengths = bytes.flatMap((byte, index) => (byte >= 0x81 && byte <= 0x84 ? [index + 1] : []));
    const index = lengths[random(Math.max(1, lengths.length))] ?? 0;
    bytes[index] = ((bytes[index] ?? 0) + (random(2) === 0 ? 1 : 255)) & 0xff;
  },
];

/** `file` with 1 to 4 changes, or one more in the PEM's bytes when it is PEM: what stands in base64 is changed as bytes. */
export function mutate(file: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const pem = random(2) === 0 ? /^(-----BEGIN [^\n]*\n)([A-Za-z0-9+/=\n]*)(-----END[\s\S]*)$/.exec(latin1(file)) : null;
  const [, begin = '', base64 = '', end = ''] = pem ?? [];
  const bytes = [...(pem === null ? file : Buffer.from(base64, 'base64'))];
  for (let changes = 1 + random(4); changes > 0; changes -= 1) {
    MUTATIONS[random(MUTATIONS.length)]?.(bytes, random, other);
  }
  if (pem === null) return Uint8Array.from(bytes);
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return Buffer.from(`${begin}${lines.join('\n')}\n${end}`, 'latin1');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
