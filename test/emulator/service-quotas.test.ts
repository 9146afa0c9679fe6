import {
  GetAWSDefaultServiceQuotaCommand,
  GetServiceQuotaCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { failureOf, userCredentials } from './clients.ts';

let emulator: Emulator;
let client: ServiceQuotasClient;
const QUOTA = { ServiceCode: 'iotcore', QuotaCode: 'L-01BCDDCA' };

beforeEach(async () => {
  emulator = await startEmulator({ mayReadQuotas: true });
  client = new ServiceQuotasClient({
    region: emulator.region,
    endpoint: emulator.env.AWS_ENDPOINT_URL_SERVICE_QUOTAS ?? '',
    credentials: userCredentials(emulator),
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await emulator.close();
});

it('tells an applied quota, and the default where none is', async () => {
  expect((await failureOf(client.send(new GetServiceQuotaCommand(QUOTA)))).name).toBe('NoSuchResourceException');
  expect((await client.send(new GetAWSDefaultServiceQuotaCommand(QUOTA))).Quota?.Value).toBe(15);
  emulator.configure({ quotas: { CreateCertificateFromCsr: { ratePerSecond: 100, burst: 10 } } });
  expect((await client.send(new GetServiceQuotaCommand(QUOTA))).Quota?.Value).toBe(100);
});

it('tells nothing of other quotas, to strangers, or to who may not ask', async () => {
  const other = client.send(new GetServiceQuotaCommand({ ...QUOTA, QuotaCode: 'L-00000000' }));
  expect((await failureOf(other)).name).toBe('NoSuchResourceException');
  emulator.configure({ mayReadQuotas: false });
  expect((await failureOf(client.send(new GetServiceQuotaCommand(QUOTA)))).name).toBe('AccessDeniedException');
});
