import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Governor } from '../conditions.ts';
import { type Exchange, json, type Reply, send } from '../http.ts';
import { AwsError } from './errors.ts';
import type { Authorizer } from './iam/authorizer.ts';
import { AWS_DEFAULT_TPS } from './iot-operations.ts';
import { SignatureError, signedRegion, type Verifier } from './sigv4.ts';

export const SERVICE_QUOTAS_OPERATIONS = ['GetServiceQuota', 'GetAWSDefaultServiceQuota'] as const;

export type ServiceQuotasOperation = (typeof SERVICE_QUOTAS_OPERATIONS)[number];

/** The only error on demand: the others come by themselves. */
export const SERVICE_QUOTAS_FAULTS = ['TooManyRequestsException'] as const;

export type ServiceQuotasFault = (typeof SERVICE_QUOTAS_FAULTS)[number];

/** What `x-amz-target` begins with. */
const TARGET = 'ServiceQuotasV20190624.';

/** Quota code of CreateCertificateFromCsr in `iotcore`. https://docs.aws.amazon.com/general/latest/gr/iot-core.html */
const CREATE_CERTIFICATE_FROM_CSR = 'L-01BCDDCA';

export function isForServiceQuotas({ headers }: Exchange): boolean {
  return String(headers['x-amz-target'] ?? '').startsWith(TARGET);
}

/**
 * AWS Service Quotas (JSON 1.1), for the one quota that matters here. `GetServiceQuota` knows only a value that was
 * applied to the account, `GetAWSDefaultServiceQuota` the one of every account.
 * https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_GetServiceQuota.html
 *
 * @param applied calls a second; undefined when the account has the default
 */
export function createServiceQuotas(options: {
  readonly verify: Verifier;
  readonly authorizer: Authorizer;
  readonly accountId: string;
  readonly clock: Clock;
  readonly mayRead: () => boolean;
  readonly applied: () => number | undefined;
  readonly governor: Governor<ServiceQuotasOperation, ServiceQuotasFault>;
}): (exchange: Exchange) => Promise<void> {
  const { verify, authorizer, accountId, clock, mayRead, applied, governor } = options;

  const answer = (exchange: Exchange): Reply => {
    const operation = String(exchange.headers['x-amz-target']).slice(TARGET.length);
    const { ServiceCode, QuotaCode } = JSON.parse(exchange.body.toString('utf8')) as Record<string, unknown>;
    try {
      const caller = verify(exchange, clock.now());
      const region = signedRegion(exchange);
      // Only GetServiceQuota is about a resource; the default of every account is nobody's.
      const quota = `arn:aws:servicequotas:${region}:${accountId}:${ServiceCode}/${QuotaCode}`;
      const resources = [operation === 'GetServiceQuota' ? quota : '*'];
      const context = { 'servicequotas:service': String(ServiceCode) };
      authorizer.check(caller, region, { action: `servicequotas:${operation}`, resources, context });
      if (!mayRead()) {
        return failure(
          'AccessDeniedException',
          `User: ${caller.arn} is not authorized to perform: servicequotas:${operation}`,
        );
      }
    } catch (error) {
      if (error instanceof AwsError) return failure(error.name, error.message);
      if (!(error instanceof SignatureError)) throw error;
      return failure('UnrecognizedClientException', error.message);
    }
    const value = { GetServiceQuota: applied(), GetAWSDefaultServiceQuota: AWS_DEFAULT_TPS.CreateCertificateFromCsr }[
      operation
    ];
    if (ServiceCode !== 'iotcore' || QuotaCode !== CREATE_CERTIFICATE_FROM_CSR || value === undefined) {
      return failure('NoSuchResourceException', 'The request failed because the specified quota does not exist');
    }
    return amzJson(200, { Quota: { ServiceCode, QuotaCode, Value: value, Unit: 'None', Adjustable: true } });
  };

  return async (exchange) => {
    const { response, headers } = exchange;
    response.setHeader('x-amzn-requestid', randomUUID());
    const name = String(headers['x-amz-target']).slice(TARGET.length);
    const operation = SERVICE_QUOTAS_OPERATIONS.find((known) => known === name);
    const tooMany = (): Reply => failure('TooManyRequestsException', 'Rate exceeded');
    if (operation === undefined) send(response, answer(exchange));
    else {
      await governor.perform({
        operation,
        response,
        throttled: tooMany,
        failure: tooMany,
        work: () => answer(exchange),
      });
    }
  };
}

function failure(name: string, message: string): Reply {
  return amzJson(400, { __type: name, Message: message });
}

function amzJson(status: number, value: unknown): Reply {
  return { ...json(status, value), headers: { 'content-type': 'application/x-amz-json-1.1' } };
}
