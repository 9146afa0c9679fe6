import { readFileSync } from 'node:fs';

/** The length of the keys on the list. AWS IoT takes no shorter ones, and longer ones were rare in 2008. */
export const DEBIAN_KEY_BITS = 2_048;

/** Bytes of a fingerprint on the list: the first two as the place in it, and five more. */
const REST = 5;
const PLACES = 65_536;

interface List {
  readonly bytes: Uint8Array;
  /** For each first two bytes, how many keys come before. */
  readonly starts: Uint32Array;
}

// Read when the first RSA key comes: 720 KB.
let list: List | undefined;

/**
 * Whether a key of {@link DEBIAN_KEY_BITS} is one of those that Debian's OpenSSL could make from September 2006 to May
 * 2008 (CVE-2008-0166). Seven bytes of the fingerprint are compared, so that a sound key is taken for one of them once
 * in 10^12 times.
 *
 * @param fingerprint SHA-256 of the big-endian modulus
 */
export function isDebianKey(fingerprint: Uint8Array): boolean {
  list ??= readList();
  const place = (fingerprint[0] ?? 0) * 256 + (fingerprint[1] ?? 0);
  for (let index = list.starts[place] ?? 0; index < (list.starts[place + 1] ?? 0); index += 1) {
    const start = PLACES + index * REST;
    if (list.bytes.subarray(start, start + REST).every((byte, n) => byte === fingerprint[n + 2])) return true;
  }
  return false;
}

// The file is made by .ci/known-keys/make.mjs, which describes its form, and lies beside this module, also when it is built.
function readList(): List {
  const bytes = readFileSync(new URL('./debian-keys.bin', import.meta.url));
  const starts = new Uint32Array(PLACES + 1);
  for (let place = 0; place < PLACES; place += 1) starts[place + 1] = (starts[place] ?? 0) + (bytes[place] ?? 0);
  return { bytes, starts };
}
