import { makeCsr as build, type KeyKind, makeKey } from '../csr/make-csr.ts';

export { toPem } from '../csr/make-csr.ts';

/** A CSR with a fresh key for the device of this name. */
export function makeCsr(commonName: string, key: KeyKind = 'P-256'): Buffer {
  return build({ key: makeKey(key), subject: [['CN', commonName]] });
}
