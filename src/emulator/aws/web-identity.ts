import { createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { AwsError } from './errors.ts';

/**
 * Whom a role lets in: the identity provider's audiences, a StringLike condition on `sub`, and StringEquals conditions on
 * other claims, which AWS takes of GitHub's tokens since January 2026.
 */
export interface Trust {
  readonly audiences: readonly string[];
  /** `*` stands for any text, `?` for one character. */
  readonly subjects: readonly string[];
  /** By the claim. Default none. */
  readonly claims?: Readonly<Record<string, string>>;
}

export interface WebIdentity {
  readonly subject: string;
  readonly audience: string;
}

interface Claims {
  readonly iss?: unknown;
  readonly aud?: unknown;
  readonly sub?: unknown;
  readonly exp?: unknown;
}

/** GitHub's keys may be out of reach for a moment; AWS gives up soon. */
const KEYS_TIMEOUT_MS = 5_000;

/**
 * Verifies a web identity token as AWS STS does for an OpenID Connect provider of IAM: issuer, signature by the keys it
 * publishes, audience, expiry, and then the role's trust policy.
 *
 * @param issuer the one identity provider of the account; its keys are fetched from there
 * @throws AwsError with the name and text of STS
 */
export async function verifyWebIdentity(
  token: string,
  issuer: string,
  trust: Trust,
  nowMs: number,
): Promise<WebIdentity> {
  const [head = '', payload = '', signature = '', ...more] = token.split('.');
  const header = decoded(head);
  const claims: Claims = decoded(payload);
  if (more.length > 0 || header.alg !== 'RS256') throw invalid('The ID Token provided is not a valid JWT.');
  if (claims.iss !== issuer) throw invalid(`No OpenIDConnect provider found in your account for ${String(claims.iss)}`);
  const keys = await fetchKeys(issuer);
  const key = keys.find(({ kid }) => kid === header.kid);
  const signed = Buffer.from(`${head}.${payload}`);
  if (
    key === undefined ||
    !verify('sha256', signed, createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'))
  ) {
    throw invalid('The signature of the ID Token is not valid');
  }
  const { aud, sub, exp } = claims;
  if (typeof aud !== 'string' || !trust.audiences.includes(aud)) throw invalid('Incorrect token audience');
  if (typeof exp !== 'number' || exp * 1_000 <= nowMs) {
    throw new AwsError(
      'ExpiredTokenException',
      400,
      `Token expired: current date/time ${Math.floor(nowMs / 1_000)} must be before the expiration date/time ${String(exp)}`,
    );
  }
  const others = Object.entries(trust.claims ?? {});
  if (others.some(([name, value]) => decoded(payload)[name] !== value)) throw notAuthorized();
  if (typeof sub !== 'string' || !trust.subjects.some((pattern) => isLike(sub, pattern))) throw notAuthorized();
  return { subject: sub, audience: aud };
}

export function notAuthorized(): AwsError {
  return new AwsError('AccessDenied', 403, 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
}

async function fetchKeys(issuer: string): Promise<readonly JsonWebKey[]> {
  try {
    const { jwks_uri } = (await fetchJson(`${issuer}/.well-known/openid-configuration`)) as {
      readonly jwks_uri: string;
    };
    const { keys } = (await fetchJson(jwks_uri)) as { readonly keys: readonly JsonWebKey[] };
    return keys;
  } catch {
    throw invalid(
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
    );
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(KEYS_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

function decoded(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    throw invalid('The ID Token provided is not a valid JWT.');
  }
}

function isLike(text: string, pattern: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 's').test(text);
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidIdentityToken', 400, message);
}
