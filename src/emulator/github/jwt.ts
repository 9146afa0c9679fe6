import { createHash, generateKeyPair, type JsonWebKey, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';

/** Signs JSON Web Tokens (RS256, RFC 7515) with a key of its own. */
export interface TokenSigner {
  /** The public key, as a JWKS has it. */
  readonly jwk: JsonWebKey;
  sign(claims: Readonly<Record<string, unknown>>): string;
}

const makeKeys = promisify(generateKeyPair);

export async function createTokenSigner(): Promise<TokenSigner> {
  const { publicKey, privateKey } = await makeKeys('rsa', { modulusLength: 2_048 });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const kid = createHash('sha256').update(spki).digest('base64url');
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' };
  const header = { typ: 'JWT', alg: 'RS256', kid };
  return { jwk, sign: (claims) => signed(header, claims, privateKey) };
}

function signed(header: object, claims: object, key: KeyObject): string {
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}
