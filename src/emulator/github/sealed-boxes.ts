import { randomInt } from 'node:crypto';

/** A key pair for libsodium's sealed boxes (X25519). */
export interface BoxKey {
  readonly id: string;
  /** Base64 of 32 bytes. */
  readonly publicKey: string;
  /** Opens a box; undefined when it is none that was sealed for this key. */
  open(box: Buffer): Buffer | undefined;
}

/** A fresh key pair. The library is loaded for the first one: most runs of the emulator need none. */
export async function createBoxKey(): Promise<BoxKey> {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return {
    id: String(randomInt(1e13, 1e14)),
    publicKey: Buffer.from(publicKey).toString('base64'),
    open(box) {
      try {
        return Buffer.from(sodium.crypto_box_seal_open(box, publicKey, privateKey));
      } catch {
        return undefined;
      }
    },
  };
}
