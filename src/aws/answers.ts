import { TooLargeError } from '../lib/limit-bytes.ts';
import { answerText } from '../lib/redact.ts';
import { isTlsRefusal } from '../lib/tls-refusal.ts';
import { UserError } from '../lib/user-error.ts';

/**
 * What is known after a failed call that is not idempotent. The distinction that everything rests on: could AWS have
 * done it?
 *
 * - `throttled`: refused for the rate, nothing was done, try again later.
 * - `unsent`: the request never reached AWS, nothing was done.
 * - `refused`: AWS said no, nothing was done. `scope` says whether that holds for this request or for all of them.
 * - `in-doubt`: AWS may have done it. Sending it again may do it twice.
 */
export type Failure = Answered &
  (
    | { readonly kind: 'throttled' | 'unsent' | 'in-doubt' }
    | {
        readonly kind: 'refused';
        readonly scope: 'request' | 'account';
        /** The same request may be let in with a new session, or with the time that the answer had. */
        readonly passes?: boolean;
      }
  );

interface Answered {
  /** AWS's name of the error, Node's code, or {@link NOT_AWS}. */
  readonly code: string;
  /** On one line, without secrets. */
  readonly message: string;
  /** What to do, where what failed knows. */
  readonly fix?: string;
  /** How far AWS's clock is ahead of this machine's, milliseconds, exact to about a second; undefined without an answer. */
  readonly skewMs?: number | undefined;
}

/** Code of an answer that came from something between here and AWS. It proves nothing about what AWS did. */
export const NOT_AWS = 'NotAws';

/**
 * Names by which AWS throttles; the model says status 400, servers also answer 429.
 * https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html#API_CreateCertificateFromCsr_Errors
 */
const THROTTLES = new Set(['ThrottlingException', 'Throttling', 'TooManyRequestsException', 'RequestLimitExceeded']);

/** The refusals that are about one CSR; every other refusal would meet the next request just the same. */
const REQUEST_REFUSALS = new Set(['InvalidRequestException', 'CertificateValidationException', 'ValidationException']);

/** Code of a request that was kept back because the time in which it might be sent was over. */
export const LEASE_ENDED = 'LeaseEnded';

/** Errors of Node's sockets and name resolution that come before a single byte of the request is sent. */
const UNSENT = new Set([LEASE_ENDED, 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Classifies what the AWS SDK threw, by error name before status. Anything not known to be harmless leaves the request unresolved. */
export function failureOf(error: unknown, now?: () => number): Failure {
  // It says nothing about what AWS did.
  if (error instanceof TooLargeError) return { kind: 'in-doubt', code: error.code, message: error.sentence };
  const { name, code, message, status, isOfAws, headers } = read(error);
  if (error instanceof UserError) {
    const { code, message, fix } = error;
    // A proxy that is down has passed nothing on; it may come back.
    if (code === 'proxy-unreachable') return { kind: 'unsent', code, message, fix };
    return { kind: 'refused', scope: 'account', code, message, fix };
  }
  if (status !== undefined && !isOfAws) return { kind: 'in-doubt', code: NOT_AWS, message: outline(status, headers) };
  const date = Date.parse(headers.date ?? '');
  const skewMs = now === undefined || Number.isNaN(date) ? undefined : date - now();
  if (THROTTLES.has(name) || status === 429) return { kind: 'throttled', code: name, message };
  if (UNSENT.has(code) || isTlsRefusal(code)) return { kind: 'unsent', code, message };
  // The SDK throws these before it has a request to send.
  if (status === undefined && CREDENTIAL_FAILURES.test(name)) {
    return { kind: 'refused', scope: 'account', code: name, message };
  }
  if (status !== undefined && status >= 400 && status < 500 && status !== 408) {
    return { kind: 'refused', scope: REQUEST_REFUSALS.has(name) ? 'request' : 'account', code: name, message, skewMs };
  }
  return { kind: 'in-doubt', code: code || name, message };
}

const CREDENTIAL_FAILURES = /^(CredentialsProviderError|TokenProviderError)$/;

/** Headers that AWS's services put on every answer, errors included, and nothing in front of them does. */
const AWS_HEADERS = ['x-amzn-requestid', 'x-amzn-request-id', 'x-amz-request-id', 'x-amzn-errortype'];

/** Names that services of AWS give to errors; the SDK names what it cannot read `Unknown` or for the JavaScript error. */
const AWS_NAMES =
  /Exception$|^(AccessDenied|ExpiredToken|IDPCommunicationError|IDPRejectedClaim|IncompleteSignature|InternalFailure|InternalError|InvalidAction|InvalidClientTokenId|InvalidIdentityToken|InvalidSignature|MalformedPolicyDocument|MissingAuthenticationToken|OptInRequired|PackedPolicyTooLarge|RequestExpired|RequestLimitExceeded|RequestTimeTooSkewed|ServiceUnavailable|SignatureDoesNotMatch|Throttling|UnrecognizedClient|ValidationError)$/;

type Headers = Readonly<Record<string, string | undefined>>;

function read(error: unknown) {
  const thrown = (error ?? {}) as {
    name?: unknown;
    code?: unknown;
    message?: unknown;
    $metadata?: { httpStatusCode?: unknown };
    $response?: { statusCode?: unknown; headers?: Headers };
    cause?: { code?: unknown };
  };
  const status = thrown.$metadata?.httpStatusCode ?? thrown.$response?.statusCode;
  const headers = thrown.$response?.headers ?? {};
  const name = answerText(String(thrown.name ?? 'Error'));
  return {
    name: /^(Unknown|SyntaxError|Error|TypeError)$/.test(name) && status !== undefined ? `HTTP ${status}` : name,
    code: answerText(String(thrown.code ?? thrown.cause?.code ?? '')),
    message: sentenceOf(String(thrown.message ?? error)),
    status: typeof status === 'number' ? status : undefined,
    headers,
    isOfAws: AWS_HEADERS.some((header) => headers[header] !== undefined) || AWS_NAMES.test(name),
  };
}

/** Status and type of an answer that nobody here can make sense of. Its text helps less, and may be anything. */
function outline(status: number, headers: Headers): string {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  return `HTTP ${status}${type === '' ? '' : `, ${answerText(type).slice(0, 50)}`}`;
}

/** What the SDK says, without the name of the part of it that says so. */
function sentenceOf(message: string): string {
  if (/Deserialization error|^(Unknown|UnknownError)$/.test(message)) return 'its answer cannot be read';
  return answerText(message.replace(/@(?:smithy|aws-sdk)\/[\w/-]+(?: -|:)?\s*(?:\[\w+\]\s*)?/g, '').trim());
}

/** Refusals that need not hold for the next try: see `passes`. */
export function isSessionRefusal(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.passes === true;
}

/** What AWS answers, with status 500 or 503, when it has broken down itself. */
export function isOwnFault(code: string): boolean {
  return /^(InternalFailure|InternalError|InternalServerError|ServiceUnavailable|ServiceFailure)(Exception)?$/.test(
    code,
  );
}

export function isExpired({ code }: Failure): boolean {
  return /^ExpiredToken(Exception)?$/.test(code);
}

/** AWS takes a request whose time is at most five minutes from its own. */
export function isClockRefusal({ code, message }: Failure): boolean {
  if (/^(RequestTimeTooSkewed|RequestExpired)(Exception)?$/.test(code)) return true;
  return isSignatureRefusal(code) && /signature (?:has )?expired|not yet current/i.test(message);
}

export function isSignatureRefusal(code: string): boolean {
  return /^(InvalidSignature|SignatureDoesNotMatch|IncompleteSignature)(Exception)?$/.test(code);
}

/** A page that forbids (4xx) or asks to sign in (2xx, 3xx) is there for the next try, too; one with 5xx may be gone. */
export function isBlocked({ code, message }: Failure): boolean {
  return code === NOT_AWS && !message.startsWith('HTTP 5');
}
