import { createHash } from 'node:crypto';
import { DEBIAN_KEY_BITS, isDebianKey } from '../weak-keys/debian-keys.ts';
import type { KeyRule } from './rule.ts';

export const debianKey: KeyRule = {
  about: 'request',
  id: 'debian-key',
  severity: 'error',
  isFixed: false,
  title: "An RSA key is none of those that Debian's broken OpenSSL made.",
  source: { name: 'CVE-2008-0166', url: 'https://www.cve.org/CVERecord?id=CVE-2008-0166' },
  why: 'From 2006 to 2008 the OpenSSL of Debian and its descendants had no randomness but the process id, and images of those systems live on in devices. AWS IoT Device Defender flags certificates of such keys, after they were issued. The list holds the 2048-bit keys that `openssl req` and `openssl genrsa` made on 32-bit and 64-bit x86, with a file ~/.rnd and without it (by the newer versions, such as 0.9.8g of lenny): 131,072 of them, computed anew by .ci/known-keys/debian.c. Keys of ssh-keygen, of other machines, and of older versions without ~/.rnd are not on it.',
  check({ request: { key } }) {
    if (key.type !== 'rsa' || key.bits !== DEBIAN_KEY_BITS) return undefined;
    if (!isDebianKey(createHash('sha256').update(key.modulus).digest())) return undefined;
    return {
      message: "Its RSA key was made by Debian's broken OpenSSL (CVE-2008-0166), so that everyone has the private key.",
      fix: 'Update the system of the device, and make a new key.',
    };
  },
};
