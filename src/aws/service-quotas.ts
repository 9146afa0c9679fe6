import type { AwsCredentialIdentityProvider } from '@aws-sdk/types';
import { withinTime } from '../lib/within-time.ts';
import type { AwsAgents } from '../runner/network.ts';
import { type Endpoint, endpointOf } from './endpoints.ts';
import { limitAnswers } from './limit-answers.ts';

/**
 * The quota of CreateCertificateFromCsr, calls a second; its default is `DEFAULT_CREATE_QUOTA`.
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html#limits_iot
 */
const QUOTA = { ServiceCode: 'iotcore', QuotaCode: 'L-01BCDDCA' };

/** Nothing depends on the answer, so nothing waits for it for long. */
const TIMEOUT_MS = 3_000;

/**
 * How many certificates a second the account may create, as AWS Service Quotas has it. Few roles may read it
 * (`servicequotas:GetServiceQuota`, `servicequotas:GetAWSDefaultServiceQuota`): undefined when this one may not, or when
 * there is no answer.
 *
 * @param onEndpoint called with where it will be asked for, before it is
 * @throws UserError when it would be asked for without TLS
 */
export async function readCreateQuota(
  region: string,
  credentials: AwsCredentialIdentityProvider | undefined,
  agents: AwsAgents,
  onEndpoint: (endpoint: Endpoint) => void,
): Promise<number | undefined> {
  const { GetAWSDefaultServiceQuotaCommand, GetServiceQuotaCommand, ServiceQuotasClient } = await import(
    '@aws-sdk/client-service-quotas'
  );
  const probe = new ServiceQuotasClient({ region, credentials: { accessKeyId: '-', secretAccessKey: '-' } });
  onEndpoint(await endpointOf('AWS Service Quotas', probe, () => probe.send(new GetServiceQuotaCommand(QUOTA))));
  const client = new ServiceQuotasClient({
    region,
    ...(credentials === undefined ? {} : { credentials }),
    maxAttempts: 1,
    requestHandler: { connectionTimeout: TIMEOUT_MS, ...agents },
  });
  limitAnswers(client);
  try {
    const answer = await withinTime(TIMEOUT_MS, (abortSignal) =>
      client
        .send(new GetServiceQuotaCommand(QUOTA), { abortSignal })
        // A quota that was never changed can be read as the default only.
        .catch((error: Error) =>
          error.name === 'NoSuchResourceException'
            ? client.send(new GetAWSDefaultServiceQuotaCommand(QUOTA), { abortSignal })
            : Promise.reject(error),
        ),
    );
    const value = answer.Quota?.Value;
    return value !== undefined && value > 0 ? value : undefined;
  } catch {
    return undefined;
  } finally {
    client.destroy();
  }
}
