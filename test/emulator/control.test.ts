import { ListCertificatesCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { failureOf, iotClient } from './clients.ts';

let emulator: Emulator;

beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.close());

const control = (method: string, path: string, body?: unknown): Promise<Response> =>
  fetch(emulator.controlUrl + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

test('another process sees the state and changes the settings', async () => {
  const quotas = { ListCertificates: { ratePerSecond: 5, burst: 1 } };
  expect((await control('PUT', 'settings', { quotas, clockSkewMs: 1_000 })).status).toBe(204);
  await iotClient(emulator).send(new ListCertificatesCommand({}));
  expect(await (await control('GET', 'state')).json()).toMatchObject({
    env: emulator.env,
    region: 'us-east-1',
    quotas,
    certificates: 0,
    counters: { iot: { ListCertificates: { calls: 1, succeeded: 1 } } },
  });
  expect(await (await control('GET', 'certificates')).json()).toEqual([]);
});

test('another process injects and clears faults', async () => {
  const fault = { service: 'iot', operation: 'ListCertificates', kind: 'InternalFailureException', when: [1, 2, 3] };
  expect((await control('POST', 'faults', fault)).status).toBe(204);
  const list = () => iotClient(emulator).send(new ListCertificatesCommand({}));
  expect(await failureOf(list())).toMatchObject({ name: 'InternalFailureException' });
  expect((await control('DELETE', 'faults')).status).toBe(204);
  await list();
});

test('another process starts the next attempt', async () => {
  expect(await (await control('POST', 'rerun')).json()).toMatchObject({ GITHUB_RUN_ATTEMPT: '2' });
});

test.each([
  ['PUT', 'settings', { latency: 60 }],
  ['PUT', 'settings', { colour: 'red' }],
  ['PUT', 'settings', { quotas: { ListCertificates: { ratePerSecond: 0, burst: 1 } } }],
  ['PUT', 'settings', null],
  ['POST', 'faults', { service: 'iot', operation: 'ListCertificates', kind: 'Gremlins' }],
  ['POST', 'faults', { service: 'dns', operation: '*', kind: 'reset' }],
])('%s %s refuses %j', async (method, path, body) => {
  expect((await control(method, path, body)).status).toBe(400);
});
