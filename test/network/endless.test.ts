import { expect, it } from 'vitest';
import { startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type FrontAnswer, startFront } from '../e2e/front.ts';
import { startJob } from '../e2e/step.ts';
import { inWorld, makeFleet } from '../e2e/table-fleet.ts';

const ID = { 'x-github-request-id': 'A', 'content-type': 'application/json; charset=utf-8' };

/** A step that writes secrets, with something in front of GitHub's API. */
async function secretStep(answer: (method: string, path: string, origin: string) => FrontAnswer | undefined) {
  const emulator = await startEmulator();
  const job = await startJob();
  let calls = 0;
  const front = await startFront(emulator.env.GITHUB_API_URL ?? '', ({ method = '', url = '' }) => {
    const own = answer(method, url, front.origin);
    if (own !== undefined) calls++;
    return own;
  });
  try {
    await job.write('device.csr', toPem(makeCsr('device')));
    const token = emulator.createToken({ kind: 'app', permissions: { secrets: 'write', actions: 'read' } });
    const { pathname } = new URL(emulator.env.GITHUB_API_URL ?? '');
    const result = await job.run({
      inputs: {
        'csr-path': '*.csr',
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
        deliver: 'secrets',
        'github-token': token,
      },
      env: { ...emulator.env, GITHUB_API_URL: `${front.origin}${pathname === '/' ? '' : pathname}` },
      onStart(child) {
        setTimeout(() => child.kill('SIGKILL'), 60_000).unref();
      },
    });
    return { result, calls, certificates: emulator.iot.certificates() };
  } finally {
    await Promise.all([front.close(), job.close(), emulator.close()]);
  }
}

it('a list of secrets that never ends is given up', async () => {
  const secrets = Array.from({ length: 100 }, (_, n) => ({ name: `S${n}`, updated_at: '2026-01-01T00:00:00Z' }));
  const { result, calls, certificates } = await secretStep((method, path, origin) =>
    method === 'GET' && /\/actions\/secrets\?/.test(path)
      ? {
          status: 200,
          headers: { ...ID, link: `<${origin}${path}>; rel="next"` },
          body: JSON.stringify({ total_count: 100, secrets }),
        }
      : undefined,
  );
  expect(result.signal).toBeNull();
  expect(result.code).toBe(1);
  expect(result.annotations[0]?.title).toBe('secret-service');
  expect(calls).toBeLessThanOrEqual(100);
  expect(certificates).toEqual([]);
});

it.each([
  ['Retry-After', { 'retry-after': '999999999' }, 'You have exceeded a secondary rate limit.'],
  [
    'x-ratelimit-reset',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '99999999999' },
    'API rate limit exceeded',
  ],
])('GitHub that asks to wait for years by %s is not waited for', async (_, headers, message) => {
  const { result, certificates } = await secretStep((method, path) =>
    method === 'GET' && /\/actions\/secrets\?/.test(path)
      ? {
          status: 403,
          headers: { ...ID, ...headers },
          body: JSON.stringify({ message }),
        }
      : undefined,
  );
  expect(result.signal).toBeNull();
  expect(result.code).toBe(1);
  expect(certificates).toEqual([]);
});

it(
  'a scan of a table that never ends is given up',
  inWorld(async ({ dynamo, newMachine, main }) => {
    const machine = await newMachine(makeFleet(1));
    expect((await main(machine, '1')).code).toBe(0);
    const body = JSON.stringify({ Items: [], Count: 0, ScannedCount: 0, LastEvaluatedKey: { pk: { S: 'x' } } });
    const front = await startFront(dynamo.origin, ({ headers }) =>
      String(headers['x-amz-target']).endsWith('.Scan')
        ? { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body }
        : undefined,
    );
    const audit = { mode: 'audit', ledger: 'dynamodb://fleet' };
    const result = await main(machine, '2', audit, undefined, { AWS_ENDPOINT_URL_DYNAMODB: front.origin });
    await front.close();
    expect(result.annotations.map(({ title, message }) => `${title} ${message}`).join()).toMatch(
      /ledger-table .*have no end/,
    );
  }),
);
