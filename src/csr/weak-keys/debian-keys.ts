import { type PrefixList, readPrefixList } from './prefix-list.ts';

/** The length of the keys on the list. AWS IoT takes no shorter ones, and longer ones were rare in 2008. */
export const DEBIAN_KEY_BITS = 2_048;

// Read when the first RSA key comes: 720 KB.
let list: PrefixList | undefined;

/**
 * Whether a key of {@link DEBIAN_KEY_BITS} is one of those that Debian's OpenSSL could make from September 2006 to May
 * 2008 (CVE-2008-0166). Seven bytes of the fingerprint are compared, so that a sound key is taken for one of them once
 * in 10^12 times.
 *
 * @param fingerprint SHA-256 of the big-endian modulus
 */
export function isDebianKey(fingerprint: Uint8Array): boolean {
  // The file is made by .ci/known-keys/make.mjs, and lies beside this module, also when it is built.
  list ??= readPrefixList(new URL('./debian-keys.bin', import.meta.url), 5);
  return list.mayHave(fingerprint);
}
