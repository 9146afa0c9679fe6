import { IoTClient, ListCertificatesCommand } from '@aws-sdk/client-iot';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Pluggable } from '@aws-sdk/types';
import { visible } from '../lib/escape.ts';
import { UserError } from '../lib/user-error.ts';

/** Where a service of AWS is asked. */
export interface Endpoint {
  /** `AWS IoT`, `AWS STS` … */
  readonly service: string;
  /** `https://iot.eu-west-1.amazonaws.com` */
  readonly origin: string;
  /** Whether AWS itself answers there: its own name, and none that it lets customers have. */
  readonly isOfAws: boolean;
}

/**
 * Where the SDK really sends requests for AWS STS and AWS IoT, with whatever the environment (`AWS_ENDPOINT_URL…`) and
 * the profile (`endpoint_url`) say. Nothing is sent.
 *
 * @throws UserError `endpoint` for an address that is none, `endpoint-plain-http` for one that would carry credentials
 * in the clear
 */
export async function resolveEndpoints(region: string): Promise<readonly Endpoint[]> {
  // With real credentials the SDK would take them before it knows where to send them.
  const credentials = { accessKeyId: '-', secretAccessKey: '-' };
  const sts = new STSClient({ region, credentials });
  const iot = new IoTClient({ region, credentials });
  return [
    await endpointOf('AWS STS', sts, () => sts.send(new GetCallerIdentityCommand({}))),
    await endpointOf('AWS IoT', iot, () => iot.send(new ListCertificatesCommand({}))),
  ];
}

/**
 * Goes the client's way up to where the request has its address, and no further.
 *
 * @param client with credentials that are worth nothing; it cannot be used afterwards
 * @param send has it send any request
 * @throws UserError as {@link resolveEndpoints}
 */
export async function endpointOf<Input extends object, Output extends object>(
  service: string,
  client: { readonly middlewareStack: { use(plugin: Pluggable<Input, Output>): void }; destroy(): void },
  send: () => Promise<unknown>,
): Promise<Endpoint> {
  let request: unknown;
  client.middlewareStack.use({
    applyToStack(stack) {
      stack.add(
        () => async (args) => {
          request = args.request;
          return { response: {}, output: {} as Output };
        },
        { step: 'build', priority: 'low', name: 'addressOnly' },
      );
    },
  });
  try {
    await send();
  } catch (error) {
    throw notAnAddress(service, error);
  } finally {
    client.destroy();
  }
  const { protocol, hostname, port } = request as {
    readonly protocol: string;
    readonly hostname: string;
    readonly port?: number;
  };
  const origin = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
  if (protocol !== 'https:' && !isLoopback(hostname)) throw inTheClear(service, origin);
  return { service, origin: visible(origin), isOfAws: protocol === 'https:' && isOfAws(hostname) };
}

/**
 * Suffixes of the addresses of AWS's services, partition by partition.
 * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html, and the SDK's
 * partitions.json
 */
const SUFFIXES = [
  'amazonaws.com',
  'api.aws',
  'amazonaws.com.cn',
  'api.amazonwebservices.com.cn',
  'amazonaws.eu',
  'api.amazonwebservices.eu',
  'c2s.ic.gov',
  'api.aws.ic.gov',
  'sc2s.sgov.gov',
  'api.aws.scloud',
  'cloud.adc-e.uk',
  'api.cloud-aws.adc-e.uk',
  'csp.hci.ic.gov',
  'api.aws.hci.ic.gov',
];

/**
 * What stands before the suffix: the service, its region, and before it a VPC endpoint for it. Below other names
 * customers' machines, functions, files and their own VPC endpoint services (`vpce-svc-…`) answer.
 */
const SERVICE =
  /^(vpce-(?!svc-)[a-z\d-]+\.)?(api\.)?(iot|sts|servicequotas)(-fips)?(\.[a-z]{2,4}(-[a-z]+)+-\d{1,2})?(\.vpce)?$/;

function isOfAws(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return SUFFIXES.some((suffix) => name.endsWith(`.${suffix}`) && SERVICE.test(name.slice(0, -suffix.length - 1)));
}

function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(hostname);
}

const WHERE = 'AWS_ENDPOINT_URL or endpoint_url';

function notAnAddress(service: string, error: unknown): UserError {
  const reason = visible(error instanceof Error ? error.message : String(error));
  return new UserError('endpoint', `The address of ${service} is not known (${reason}).`, {
    where: WHERE,
    fix: 'Correct aws-region, and the endpoint in the environment or in the AWS profile if one is set. Nothing was sent.',
    cause: error,
  });
}

function inTheClear(service: string, origin: string): UserError {
  return new UserError(
    'endpoint-plain-http',
    `Requests to ${service} would go to ${visible(origin)} without TLS, and others could read them. Nothing was sent.`,
    {
      where: WHERE,
      fix: 'Remove the endpoint from the environment (AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_IOT, AWS_ENDPOINT_URL_STS …) or from the AWS profile, or name one with https.',
    },
  );
}

/** What is reported of endpoints that are not AWS's; undefined when all are. */
export function foreignEndpoints(endpoints: readonly Endpoint[]): string | undefined {
  const foreign = endpoints.filter(({ isOfAws }) => !isOfAws);
  if (foreign.length === 0) return undefined;
  const list = foreign.map(({ service, origin }) => `${service} at ${origin}`).join(', ');
  return `Requests do not go to AWS's own address: ${list}. It comes from AWS_ENDPOINT_URL… in the environment or endpoint_url in an AWS profile; who answers there receives the requests.`;
}
