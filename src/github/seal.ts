/** Encrypts a value so that only GitHub can read it; base64. */
export type Seal = (value: string) => string;

/**
 * Seals values for one of GitHub's public keys, with libsodium's `crypto_box_seal`.
 * https://docs.github.com/en/rest/guides/encrypting-secrets-for-the-rest-api
 *
 * @param publicKey base64
 */
export async function createSeal(publicKey: string): Promise<Seal> {
  const { default: sodium } = await import('libsodium-wrappers');
  await sodium.ready;
  const key = Buffer.from(publicKey, 'base64');
  return (value) => Buffer.from(sodium.crypto_box_seal(Buffer.from(value), key)).toString('base64');
}
