import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  await job.write('csrs/device.csr', toPem(makeCsr('device')));
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

function issue(env: Record<string, string | undefined>, inputs: Record<string, string> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      deliver: 'directory',
      ...inputs,
    },
    env: { ...emulator.env, ...env },
  });
}

describe('where a run goes', () => {
  it('is announced with region, role and account before anything is created', async () => {
    const { log } = await issue({});
    const { AWS_ENDPOINT_URL_IOT: iot = '', AWS_ENDPOINT_URL_STS: sts = '' } = emulator.env;
    const announced = log.indexOf(`Region us-east-1, role ${emulator.roleArn}, AWS STS at ${sts}, AWS IoT at ${iot}`);
    expect(announced).toBeGreaterThanOrEqual(0);
    expect(log.indexOf('AWS account 123456789012 in us-east-1')).toBeGreaterThan(announced);
  });

  it('is named in one notice when it is not AWS', async () => {
    const result = await issue({});
    expect(result.endpointNotices).toHaveLength(1);
    expect(result.endpointNotices[0]).toContain(`AWS IoT at ${emulator.env.AWS_ENDPOINT_URL_IOT}`);
    expect(result.endpointNotices[0]).toContain(`AWS STS at ${emulator.env.AWS_ENDPOINT_URL_STS}`);
  });

  it('is what a profile says, too', async () => {
    await job.write(
      '../temp/config',
      `[default]\nservices = here\n[services here]\niot =\n  endpoint_url = ${emulator.env.AWS_ENDPOINT_URL_IOT}\nsts =\n  endpoint_url = http://sts.example.com\n`,
    );
    const env = { AWS_ENDPOINT_URL_IOT: undefined, AWS_ENDPOINT_URL_STS: undefined };
    const result = await issue({ ...env, AWS_CONFIG_FILE: join(job.temp, 'config') });
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'endpoint-plain-http' });
    expect(result.annotations.at(-1)?.message).toContain('Requests to AWS STS would go to http://sts.example.com');
  });

  it.each([
    'https://iot.example.com',
    'https://ec2-1-2-3-4.compute-1.amazonaws.com',
    'https://amazonaws.com.evil.test',
    'https://vpce-0a1b.vpce-svc-0c2d.eu-west-1.vpce.amazonaws.com',
    'https://search-iot.eu-west-1.es.amazonaws.com',
    'https://iot.s3.amazonaws.com',
    'https://x.appsync-api.eu-west-1.amazonaws.com',
  ])(
    'is named when it only looks like AWS: %s',
    async (url) => {
      // Nothing answers there; it is named before it is tried.
      const result = await issue({ AWS_ENDPOINT_URL_IOT: url, AWS_ENDPOINT_URL_STS: 'https://127.0.0.1:9' });
      expect(result.code).toBe(1);
      expect(result.endpointNotices[0]).toContain(`AWS IoT at ${url}`);
    },
    30_000,
  );

  it.each([
    'https://iot.us-east-1.amazonaws.com',
    'https://iot-fips.us-gov-west-1.amazonaws.com',
    'https://iot.cn-north-1.amazonaws.com.cn',
    'https://iot.eusc-de-east-1.amazonaws.eu',
    'https://iot.us-iso-east-1.c2s.ic.gov',
    'https://vpce-0a1b.iot.eu-west-1.vpce.amazonaws.com',
    'https://iot.eu-west-1.api.aws',
  ])('is not named when it is AWS: %s', async (url) => {
    const result = await issue(
      {
        AWS_ENDPOINT_URL_IOT: url,
        AWS_ENDPOINT_URL_STS: emulator.env.AWS_ENDPOINT_URL_STS,
        AWS_ENDPOINT_URL_SERVICE_QUOTAS: undefined,
      },
      { 'allowed-account-ids': '999999999999' },
    );
    expect(result.annotations.at(-1)).toMatchObject({ title: 'account-not-allowed' });
    expect(result.endpointNotices.join()).not.toContain('AWS IoT');
  });
});

describe('an endpoint without TLS beyond this machine', () => {
  it.each(['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_IOT', 'AWS_ENDPOINT_URL_STS'])(
    'in %s is refused before a token is asked for',
    async (name) => {
      const env = { AWS_ENDPOINT_URL_IOT: undefined, AWS_ENDPOINT_URL_STS: undefined };
      const result = await issue({ ...env, [name]: 'http://192.0.2.1:8080' });
      expect(result.code).toBe(1);
      expect(result.annotations).toHaveLength(1);
      expect(result.annotations[0]).toMatchObject({ level: 'error', title: 'endpoint-plain-http' });
      expect(result.annotations[0]?.message).toContain('http://192.0.2.1:8080');
      expect(emulator.oidc.counters.GetIdToken.calls).toBe(0);
    },
  );

  it('of AWS Service Quotas is refused before anything is created', async () => {
    const result = await issue(
      { AWS_ENDPOINT_URL_SERVICE_QUOTAS: 'http://192.0.2.1:8080' },
      { 'requests-per-second': '50%' },
    );
    expect(result.annotations.at(-1)).toMatchObject({ title: 'endpoint-plain-http' });
    expect(emulator.iot.certificates()).toHaveLength(0);
  });

  it('that is no address is named', async () => {
    const result = await issue({ AWS_ENDPOINT_URL_IOT: 'somewhere' });
    expect(result.annotations.at(-1)).toMatchObject({ title: 'endpoint' });
    expect(emulator.oidc.counters.GetIdToken.calls).toBe(0);
  });
});
