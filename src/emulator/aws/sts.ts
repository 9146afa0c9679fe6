import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Governor } from '../conditions.ts';
import { type Exchange, type Reply, send } from '../http.ts';
import { type AccessKeys, identifier } from './access-keys.ts';
import { AwsError } from './errors.ts';
import { MalformedPolicy, type PolicyDocument, readPolicy } from './iam/policy-document.ts';
import { type Refusal, SignatureError, type Verifier } from './sigv4.ts';
import { notAuthorized, type Trust, verifyWebIdentity } from './web-identity.ts';

export const STS_OPERATIONS = ['AssumeRoleWithWebIdentity', 'GetCallerIdentity'] as const;

export type StsOperation = (typeof STS_OPERATIONS)[number];

const ERRORS = {
  AccessDenied: [403, 'Not authorized to perform sts:AssumeRoleWithWebIdentity'],
  InvalidIdentityToken: [
    400,
    "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
  ],
  ExpiredTokenException: [400, 'Token expired'],
  PackedPolicyTooLarge: [400, 'Packed policy consumes 103% of allotted space, please use smaller policy.'],
  IDPCommunicationError: [400, 'An error occurred while communicating with the identity provider'],
  Throttling: [400, 'Rate exceeded'],
  OutdatedThumbprint: [
    400,
    "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
    'InvalidIdentityToken',
  ],
  RegionDisabledException: [
    403,
    'STS is not activated in this region for account:123456789012. Your account administrator can activate STS in this region using the IAM Console.',
  ],
  SignatureDoesNotMatch: [403, "Credential should be scoped to a valid region, not 'us-east-1'."],
  InternalFailure: [500, 'An internal error has occurred'],
  ServiceUnavailable: [503, 'Service Unavailable'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string, name?: string]>>;

/**
 * Errors of AWS STS by name. `InvalidIdentityToken` comes with the text about verification keys; `OutdatedThumbprint` is
 * one, too, with another text. `PackedPolicyTooLarge` hits only calls that pass a policy.
 */
export type StsFault = keyof typeof ERRORS;

export const STS_FAULTS = Object.keys(ERRORS) as readonly StsFault[];

/** The one role of the account. */
export interface Role {
  readonly arn: string;
  readonly id: string;
  /** The role's maximum session duration, seconds. */
  readonly maxSessionSeconds: () => number;
  readonly trust: () => Trust;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const MAX_POLICY_CHARACTERS = 2_048;
const SESSION_POLICY = new RegExp(`^[\\t\\n\\r\\u0020-\\u00FF]{1,${MAX_POLICY_CHARACTERS}}$`);

const XMLNS = 'https://sts.amazonaws.com/doc/2011-06-15/';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  missing: 'MissingAuthenticationToken',
  incomplete: 'IncompleteSignature',
  'unknown-key': 'InvalidClientTokenId',
  'expired-session': 'ExpiredToken',
  'wrong-scope': 'SignatureDoesNotMatch',
  skewed: 'SignatureDoesNotMatch',
  mismatch: 'SignatureDoesNotMatch',
};

/**
 * AWS Security Token Service: Query protocol, version 2011-06-15, answers in XML.
 *
 * @param issuer URL of the OpenID Connect provider the account knows
 * @param sessionMs how long sessions live whatever is asked for; null: as asked
 */
export function createStsService(options: {
  readonly accountId: string;
  readonly role: Role;
  readonly issuer: string;
  readonly keys: AccessKeys;
  readonly governor: Governor<StsOperation, StsFault>;
  readonly verify: Verifier;
  readonly clock: Clock;
  readonly sessionMs: () => number | null;
}): (exchange: Exchange) => Promise<void> {
  const { accountId, role, issuer, keys, governor, verify, clock, sessionMs } = options;

  const assumeRole = async (form: URLSearchParams): Promise<string> => {
    const roleArn = form.get('RoleArn') ?? '';
    const sessionName = checked(form, 'RoleSessionName', /^[\w+=,.@-]{2,64}$/);
    const token = checked(form, 'WebIdentityToken', /^[\s\S]{4,20000}$/);
    const duration = Number(checked(form, 'DurationSeconds', /^\d{1,6}$/, '3600'));
    if (duration < 900 || duration > 43_200) throw invalidParameter('DurationSeconds', String(duration));
    const sessionPolicy = sessionPolicyIn(form);
    const { subject, audience } = await verifyWebIdentity(token, issuer, role.trust(), clock.now());
    if (roleArn !== role.arn) throw notAuthorized();
    if (duration > role.maxSessionSeconds()) {
      throw new AwsError(
        'ValidationError',
        400,
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      );
    }
    const roleName = role.arn.slice(role.arn.lastIndexOf('/') + 1);
    const arn = `arn:aws:sts::${accountId}:assumed-role/${roleName}/${sessionName}`;
    const userId = `${role.id}:${sessionName}`;
    const expiresMs = clock.now() + (sessionMs() ?? duration * 1_000);
    const session = keys.createSession({ arn, userId, expiresMs, sessionPolicy });
    return elements({
      SubjectFromWebIdentityToken: subject,
      Audience: audience,
      AssumedRoleUser: { Arn: arn, AssumedRoleId: userId },
      Credentials: {
        AccessKeyId: session.accessKeyId,
        SecretAccessKey: session.secretAccessKey,
        SessionToken: session.sessionToken ?? '',
        Expiration: new Date(expiresMs).toISOString(),
      },
      ...packedSizeOf(form.get('Policy')),
      Provider: `arn:aws:iam::${accountId}:oidc-provider/${issuer.replace(/^\w+:\/\//, '')}`,
    });
  };

  return async (exchange) => {
    const { response } = exchange;
    const requestId = randomUUID();
    response.setHeader('x-amzn-requestid', requestId);
    const refuse = (error: AwsError): Reply => errorReply(error, requestId);
    const form = new URLSearchParams(exchange.body.toString('utf8'));
    const operation = STS_OPERATIONS.find((name) => name === form.get('Action'));
    if (operation === undefined || exchange.method !== 'POST' || form.get('Version') !== '2011-06-15') {
      const message = `Could not find operation ${form.get('Action')} for version ${form.get('Version')}`;
      send(response, refuse(new AwsError('InvalidAction', 400, message)));
      return;
    }
    let caller: string | undefined;
    try {
      if (operation === 'GetCallerIdentity') {
        const { arn, userId } = verify(exchange, clock.now());
        caller = elements({ Arn: arn, UserId: userId, Account: accountId });
      }
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      send(response, refuse(new AwsError(REFUSALS[error.refusal], 403, error.message)));
      return;
    }
    const failure = (kind: StsFault): Reply => {
      const [status, message, name = kind] = ERRORS[kind] as readonly [number, string, string?];
      return refuse(new AwsError(name, status, message));
    };
    await governor.perform({
      operation,
      response,
      throttled: () => failure('Throttling'),
      failure: (kind) => (kind === 'PackedPolicyTooLarge' && !form.has('Policy') ? undefined : failure(kind)),
      async work() {
        try {
          return success(operation, caller ?? (await assumeRole(form)), requestId);
        } catch (error) {
          if (error instanceof AwsError) return refuse(error);
          throw error;
        }
      },
    });
  };
}

/**
 * The inline session policy; undefined when there is none.
 *
 * @throws AwsError ValidationError for one over 2,048 characters, MalformedPolicyDocument
 */
function sessionPolicyIn(form: URLSearchParams): PolicyDocument | undefined {
  if ([...form.keys()].some((name) => name.startsWith('PolicyArns'))) {
    throw new AwsError('ValidationError', 400, 'This account has no managed policies that a session could have');
  }
  if (!form.has('Policy')) return undefined;
  const text = checked(form, 'Policy', SESSION_POLICY);
  try {
    return readPolicy(text);
  } catch (error) {
    if (!(error instanceof MalformedPolicy)) throw error;
    throw new AwsError('MalformedPolicyDocument', 400, error.message);
  }
}

/** AWS does not say how it packs a policy; this is its share of the characters that it may have, in percent. */
function packedSizeOf(policy: string | null): Elements {
  return policy === null ? {} : { PackedPolicySize: String(Math.ceil((policy.length / MAX_POLICY_CHARACTERS) * 100)) };
}

function checked(form: URLSearchParams, name: string, pattern: RegExp, otherwise = ''): string {
  const value = form.get(name) ?? otherwise;
  if (!pattern.test(value)) throw invalidParameter(name, value);
  return value;
}

function invalidParameter(name: string, value: string): AwsError {
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  const shown = name === 'WebIdentityToken' ? '***' : value;
  return new AwsError(
    'ValidationError',
    400,
    `1 validation error detected: Value '${shown}' at '${member}' failed to satisfy its constraints`,
  );
}

function success(operation: StsOperation, result: string, requestId: string): Reply {
  const metadata = elements({ ResponseMetadata: { RequestId: requestId } });
  const body = `<${operation}Response xmlns="${XMLNS}"><${operation}Result>${result}</${operation}Result>${metadata}</${operation}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

function errorReply({ name, status, message }: AwsError, requestId: string): Reply {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = elements({ Error: { Type: type, Code: name, Message: message }, RequestId: requestId });
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="${XMLNS}">${error}</ErrorResponse>`,
  };
}

interface Elements {
  readonly [name: string]: string | Elements;
}

function elements(values: Elements): string {
  return Object.entries(values)
    .map(([name, value]) => `<${name}>${typeof value === 'string' ? escaped(value) : elements(value)}</${name}>`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A new role that trusts whom `trust` says. */
export function createRole(accountId: string, trust: () => Trust, maxSessionSeconds: () => number): Role {
  return { arn: `arn:aws:iam::${accountId}:role/certificate-issuer`, id: identifier('AROA'), trust, maxSessionSeconds };
}
