import { randomBytes } from 'node:crypto';
import type { PolicyDocument } from './iam/policy-document.ts';

/** A pair of access keys, and whose they are. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Undefined for the long-term keys of a user. */
  readonly sessionToken: string | undefined;
  /** Milliseconds since 1970; Infinity for the long-term keys of a user. */
  readonly expiresMs: number;
  readonly arn: string;
  readonly userId: string;
  /** Undefined for a session without one, and for a user. */
  readonly sessionPolicy: PolicyDocument | undefined;
}

/** The access keys that AWS knows. */
export interface AccessKeys {
  find(accessKeyId: string): AccessKey | undefined;
  /** Keys of a user; they stay valid. */
  createUserKey(arn: string): AccessKey;
  createSession(session: Pick<AccessKey, 'arn' | 'userId' | 'expiresMs' | 'sessionPolicy'>): AccessKey;
}

export function createAccessKeys(): AccessKeys {
  const keys = new Map<string, AccessKey>();
  const keep = (key: AccessKey): AccessKey => {
    keys.set(key.accessKeyId, key);
    return key;
  };
  return {
    find: (accessKeyId) => keys.get(accessKeyId),
    createUserKey: (arn) =>
      keep({
        accessKeyId: identifier('AKIA'),
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: undefined,
        expiresMs: Number.POSITIVE_INFINITY,
        arn,
        userId: identifier('AIDA'),
        sessionPolicy: undefined,
      }),
    createSession: (session) =>
      keep({
        accessKeyId: identifier('ASIA'),
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: randomBytes(192).toString('base64'),
        ...session,
      }),
  };
}

/** A unique identifier of IAM: a prefix that tells its kind, and 16 characters of base 32. */
export function identifier(prefix: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return prefix + Array.from(randomBytes(16), (byte) => alphabet[byte & 31]).join('');
}
