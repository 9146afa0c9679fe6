import { visible } from '../lib/escape.ts';

/**
 * What is known after a failed call that is not idempotent. The distinction that everything rests on: could AWS have
 * done it?
 *
 * - `throttled`: refused for the rate, nothing was done, try again later.
 * - `unsent`: the request never reached AWS, nothing was done.
 * - `refused`: AWS said no, nothing was done. `scope` tells whether that holds for this request or for all of them.
 * - `in-doubt`: AWS may have done it. Sending it again may do it twice.
 */
export type Failure =
  | { readonly kind: 'throttled' | 'unsent' | 'in-doubt'; readonly code: string; readonly message: string }
  | {
      readonly kind: 'refused';
      readonly scope: 'request' | 'account';
      readonly code: string;
      readonly message: string;
    };

/**
 * Names by which AWS throttles; the model says status 400, servers also answer 429.
 * https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html#API_CreateCertificateFromCsr_Errors
 */
const THROTTLES = new Set(['ThrottlingException', 'Throttling', 'TooManyRequestsException', 'RequestLimitExceeded']);

/** The refusals that are about one CSR; every other refusal would meet the next request just the same. */
const REQUEST_REFUSALS = new Set(['InvalidRequestException', 'CertificateValidationException', 'ValidationException']);

/** Errors of Node's sockets and name resolution that come before a single byte of the request is sent. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Classifies what the AWS SDK threw, by error name before status. Anything not known to be harmless is in doubt. */
export function failureOf(error: unknown): Failure {
  const { name, code, message, status, attempted } = read(error);
  if (THROTTLES.has(name) || status === 429) return { kind: 'throttled', code: name, message };
  if (UNSENT.has(code)) return { kind: 'unsent', code, message };
  // The SDK throws these before it has a request to send.
  if (!attempted && CREDENTIAL_FAILURES.test(name)) return { kind: 'refused', scope: 'account', code: name, message };
  if (status !== undefined && status >= 400 && status < 500 && status !== 408) {
    return { kind: 'refused', scope: REQUEST_REFUSALS.has(name) ? 'request' : 'account', code: name, message };
  }
  return { kind: 'in-doubt', code: code || name, message };
}

/** Refusals of the session, not of the request: a fresh session may be let in. */
export function isSessionRefusal(failure: Failure): boolean {
  return /^(ExpiredToken(Exception)?|RequestExpired|InvalidSignatureException)$/.test(failure.code);
}

const CREDENTIAL_FAILURES = /^(CredentialsProviderError|TokenProviderError|UserError)$/;

function read(error: unknown) {
  const thrown = (error ?? {}) as {
    name?: unknown;
    code?: unknown;
    message?: unknown;
    $metadata?: { httpStatusCode?: unknown };
    $response?: { statusCode?: unknown };
    cause?: { code?: unknown };
  };
  const status = thrown.$metadata?.httpStatusCode ?? thrown.$response?.statusCode;
  return {
    name: visible(String(thrown.name ?? 'Error')),
    code: visible(String(thrown.code ?? thrown.cause?.code ?? '')),
    message: visible(String(thrown.message ?? error)),
    status: typeof status === 'number' ? status : undefined,
    attempted: thrown.$metadata !== undefined && status !== undefined,
  };
}
