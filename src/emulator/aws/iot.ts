import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from '../clock.ts';
import type { Governor } from '../conditions.ts';
import { type Exchange, json, type Reply, send } from '../http.ts';
import { findRoute, type Route } from '../routes.ts';
import type { AccessKey } from './access-keys.ts';
import { AwsError } from './errors.ts';
import type { Authorizer } from './iam/authorizer.ts';
import { iotRequest, type NamedResources } from './iam/iot-resources.ts';
import type { IotOperation } from './iot-operations.ts';
import { type Refusal, SignatureError, type Verifier } from './sigv4.ts';

const ERRORS = {
  ThrottlingException: [400, 'Rate exceeded'],
  InvalidRequestException: [400, 'The request is not valid.'],
  UnauthorizedException: [401, 'You are not authorized to perform this operation.'],
  AccessDeniedException: [403, 'User is not authorized to perform this operation on the resource'],
  ExpiredTokenException: [403, 'The security token included in the request is expired'],
  InvalidSignatureException: [403, 'Credential should be scoped to a valid region. '],
  UnrecognizedClientException: [403, 'The security token included in the request is invalid.'],
  ResourceNotFoundException: [404, 'The resource does not exist'],
  ConflictingResourceUpdateException: [409, 'A conflicting resource update is in progress'],
  ResourceRegistrationFailureException: [400, 'The resource could not be registered'],
  LimitExceededException: [410, 'A limit has been exceeded'],
  InternalFailureException: [500, 'An unexpected error has occurred.'],
  ServiceUnavailableException: [503, 'The service is temporarily unavailable.'],
} as const;

/** What bends the work in place of an error. */
const BENDS = ['wrong-key', 'same-marker', 'same-page'] as const;

/**
 * Errors of AWS IoT by name; `wrong-key` issues a certificate for a key that nobody asked for; `same-marker` names as the
 * marker of the next page of a listing always the same one, `same-page` always another one that leads to the first page.
 */
export type IotFault = keyof typeof ERRORS | (typeof BENDS)[number];

export const IOT_FAULTS: readonly IotFault[] = [...(Object.keys(ERRORS) as (keyof typeof ERRORS)[]), ...BENDS];

/** A call that is let in. */
export interface IotCall {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** The body's JSON; undefined when there is no body. */
  readonly body: unknown;
  /** Whether the caller may make another call, too. @throws AwsError 403 */
  authorize(operation: IotOperation, named: NamedResources): void;
}

export interface IotRoute extends Route {
  readonly operation: IotOperation;
  /** @throws AwsError */
  work(call: IotCall, fault: IotFault | undefined): Reply | Promise<Reply>;
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  missing: 'MissingAuthenticationTokenException',
  incomplete: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  'expired-session': 'ExpiredTokenException',
  'wrong-scope': 'InvalidSignatureException',
  skewed: 'InvalidSignatureException',
  mismatch: 'InvalidSignatureException',
};

/**
 * AWS IoT's control plane: REST-JSON, Signature Version 4.
 *
 * @param throttleStatus the model says 400; some front ends answer 429
 */
export function createIotService(options: {
  readonly routes: readonly IotRoute[];
  readonly governor: Governor<IotOperation, IotFault>;
  readonly verify: Verifier;
  readonly authorizer: Authorizer;
  readonly account: { readonly accountId: string; readonly region: string };
  readonly clock: Clock;
  readonly throttleStatus: () => number;
}): (exchange: Exchange) => Promise<void> {
  const { routes, governor, verify, authorizer, account, clock, throttleStatus } = options;
  const failure = (kind: IotFault): Reply | undefined => {
    if (isBend(kind)) return undefined;
    const [status, message] = ERRORS[kind];
    return errorReply(new AwsError(kind, kind === 'ThrottlingException' ? throttleStatus() : status, message));
  };
  const throttled = (): Reply => errorReply(new AwsError('ThrottlingException', throttleStatus(), 'Rate exceeded'));

  const admit = (
    { operation }: IotRoute,
    parameters: IotCall['parameters'],
    { query, headers, body }: Exchange,
    caller: AccessKey,
  ): IotCall | AwsError => {
    const authorize: IotCall['authorize'] = (called, named) =>
      authorizer.check(caller, account.region, iotRequest(called, named, account));
    try {
      const call = { parameters, query: new URLSearchParams(query), headers, body: parsed(body) };
      authorize(operation, call);
      return { ...call, authorize };
    } catch (error) {
      if (error instanceof AwsError) return error;
      throw error;
    }
  };

  return async (exchange) => {
    const { response } = exchange;
    response.setHeader('x-amzn-requestid', randomUUID());
    let caller: AccessKey;
    try {
      caller = verify(exchange, clock.now());
    } catch (error) {
      if (!(error instanceof SignatureError)) throw error;
      send(response, errorReply(new AwsError(REFUSALS[error.refusal], 403, error.message)));
      return;
    }
    const target = findRoute(routes, exchange.method, exchange.path);
    if (target === undefined) {
      send(response, errorReply(new AwsError('UnknownOperationException', 404, 'There is no such operation')));
      return;
    }
    const { route, parameters } = target;
    const { operation } = route;
    // Who may not call learns it in turn: the call counts, and may be throttled or go wrong like any other.
    const admitted = admit(route, parameters, exchange, caller);
    const work = async (fault: IotFault | undefined): Promise<Reply> => {
      try {
        if (admitted instanceof AwsError) throw admitted;
        return await route.work(admitted, fault);
      } catch (error) {
        if (error instanceof AwsError) return errorReply(error);
        throw error;
      }
    };
    await governor.perform({ operation, response, throttled, failure, work });
  };
}

function isBend(kind: IotFault): kind is (typeof BENDS)[number] {
  return BENDS.some((bend) => bend === kind);
}

function parsed(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new AwsError('SerializationException', 400, 'The body is not JSON');
  }
}

function errorReply({ name, status, message, details }: AwsError): Reply {
  return json(status, { message, ...details, traceId: randomUUID() }, { 'x-amzn-errortype': name });
}
