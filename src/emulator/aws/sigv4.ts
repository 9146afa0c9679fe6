import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Exchange } from '../http.ts';
import type { AccessKey, AccessKeys } from './access-keys.ts';

/** Why a request is not let in. Each service has its own names and words for it. */
export type Refusal =
  | 'missing'
  | 'incomplete'
  | 'unknown-key'
  | 'expired-session'
  | 'wrong-scope'
  | 'skewed'
  | 'mismatch';

export class SignatureError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request,\s*SignedHeaders=([a-z0-9;-]+),\s*Signature=([0-9a-f]{64})$/;

/** A request's time stamp may be this far from the service's clock. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
const TOLERANCE_MS = 5 * 60_000;

/** The region that a request is signed for, before anybody has verified that; empty when it says none. */
export function signedRegion({ headers }: Exchange): string {
  return AUTHORIZATION.exec(headers.authorization ?? '')?.[3] ?? '';
}

/** A verifier of Signature Version 4, for one service. */
export type Verifier = (request: Exchange, nowMs: number) => AccessKey;

/**
 * @param region undefined for a service that takes any region's signature
 * @returns a function that gives the key a request is signed with, and throws {@link SignatureError} when it is not let in
 */
export function createVerifier(keys: AccessKeys, service: string, region: string | undefined): Verifier {
  // Deriving a signing key costs more than using it, and clients use one for a day.
  let derived: { readonly scope: string; readonly secret: string; readonly key: Buffer } | undefined;
  const signingKey = (secret: string, date: string, keyRegion: string): Buffer => {
    const scope = `${date}/${keyRegion}/${service}/aws4_request`;
    if (derived?.scope !== scope || derived.secret !== secret) {
      const key = [date, keyRegion, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
      derived = { scope, secret, key: Buffer.from(key) };
    }
    return derived.key;
  };

  return (request, nowMs) => {
    const { headers } = request;
    if (headers.authorization === undefined) throw new SignatureError('missing', 'Missing Authentication Token');
    const match = AUTHORIZATION.exec(headers.authorization);
    const stamp = headers['x-amz-date'];
    if (match === null || typeof stamp !== 'string') {
      throw new SignatureError(
        'incomplete',
        'Authorization header requires Credential, SignedHeaders and Signature, and a X-Amz-Date header.',
      );
    }
    const [, accessKeyId = '', date = '', keyRegion = '', keyService = '', signedHeaders = '', signature = ''] = match;
    const key = keys.find(accessKeyId);
    if (key === undefined || headers['x-amz-security-token'] !== key.sessionToken) {
      throw new SignatureError('unknown-key', 'The security token included in the request is invalid.');
    }
    if (keyService !== service) {
      throw new SignatureError('wrong-scope', `Credential should be scoped to correct service: '${service}'.`);
    }
    if (region !== undefined && keyRegion !== region) {
      throw new SignatureError('wrong-scope', `Credential should be scoped to a valid region, not '${keyRegion}'.`);
    }
    checkTime(stamp, date, nowMs);
    const names = signedHeaders.split(';');
    const mustSign = ['host', 'x-amz-date', ...(key.sessionToken === undefined ? [] : ['x-amz-security-token'])];
    const text = `AWS4-HMAC-SHA256\n${stamp}\n${date}/${keyRegion}/${service}/aws4_request\n${sha256(canonical(request, names))}`;
    const expected = hmac(signingKey(key.secretAccessKey, date, keyRegion), text);
    if (!mustSign.every((name) => names.includes(name)) || !timingSafeEqual(expected, Buffer.from(signature, 'hex'))) {
      throw new SignatureError(
        'mismatch',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      );
    }
    if (nowMs >= key.expiresMs) {
      throw new SignatureError('expired-session', 'The security token included in the request is expired');
    }
    return key;
  };
}

function checkTime(stamp: string, date: string, nowMs: number): void {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamp);
  if (parts === null || !stamp.startsWith(date)) {
    throw new SignatureError(
      'incomplete',
      'Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP.',
    );
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const ahead = Date.UTC(year, month - 1, day, hour, minute, second) - nowMs;
  if (Math.abs(ahead) <= TOLERANCE_MS) return;
  const now = basic(nowMs);
  throw new SignatureError(
    'skewed',
    ahead < 0
      ? `Signature expired: ${stamp} is now earlier than ${basic(nowMs - TOLERANCE_MS)} (${now} - 5 min.)`
      : `Signature not yet current: ${stamp} is still later than ${basic(nowMs + TOLERANCE_MS)} (${now} + 5 min.)`,
  );
}

/** ISO 8601 in its basic form, to the second. */
function basic(ms: number): string {
  return new Date(ms)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(/[-:]/g, '');
}

/** The canonical request; every service but S3 encodes the path's segments a second time. */
function canonical({ method, path, query, headers, body }: Exchange, names: readonly string[]): string {
  const lines = names.map(
    (name) =>
      `${name}:${String(headers[name] ?? '')
        .trim()
        .replaceAll(/ +/g, ' ')}\n`,
  );
  return [
    method,
    path.split('/').map(encode).join('/'),
    canonicalQuery(query),
    lines.join(''),
    names.join(';'),
    sha256(body),
  ].join('\n');
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  const pairs = query.split('&').map((pair): readonly [string, string] => {
    const equals = pair.indexOf('=');
    const [name, value] = equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    return [encode(decode(name)), encode(decode(value))];
  });
  const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return pairs
    .sort(([a, x], [b, y]) => before(a, b) || before(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** RFC 3986: everything but the unreserved characters. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
