import { createHash, createPublicKey, X509Certificate } from 'node:crypto';
import {
  CreateCertificateFromCsrCommand,
  DescribeCertificateCommand,
  type IoTClient,
  ListCertificatesCommand,
  UpdateCertificateCommand,
} from '@aws-sdk/client-iot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { failureOf, iotClient, userCredentials } from './clients.ts';
import { makeCsr, type TestCsr, toPem } from './csrs.ts';

let csr: TestCsr;
let emulator: Emulator;
let client: IoTClient;

beforeAll(async () => {
  csr = await makeCsr();
});
beforeEach(async () => {
  emulator = await startEmulator({ region: 'eu-central-1' });
  client = iotClient(emulator);
});
afterEach(async () => {
  client.destroy();
  await emulator.close();
});

const create = (pem = csr.pem, setAsActive?: boolean) =>
  client.send(
    new CreateCertificateFromCsrCommand({
      certificateSigningRequest: pem,
      ...(setAsActive === undefined ? {} : { setAsActive }),
    }),
  );
const statusOf = async (certificateId = ''): Promise<string | undefined> =>
  (await client.send(new DescribeCertificateCommand({ certificateId }))).certificateDescription?.status;

describe('CreateCertificateFromCsr', () => {
  test.each(['RSA-2048', 'RSA-PSS', 'P-256', 'P-384', 'P-521'] as const)('signs the key of a %s CSR', async (key) => {
    const { pem, spki } = await makeCsr(`CN=${key}`, key);
    const { certificateId, certificateArn, certificatePem = '' } = await create(pem);
    const certificate = new X509Certificate(certificatePem);
    expect(certificate.verify(createPublicKey(emulator.caPem))).toBe(true);
    expect(certificate.publicKey.export({ type: 'spki', format: 'der' })).toEqual(spki);
    expect(certificateId).toBe(createHash('sha256').update(certificate.raw).digest('hex'));
    expect(certificateArn).toBe(`arn:aws:iot:eu-central-1:123456789012:cert/${certificateId}`);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  test('mints another certificate each time, inactive unless told otherwise', async () => {
    const [first, second] = [await create(), await create(csr.pem, true)];
    expect(first.certificateId).not.toBe(second.certificateId);
    expect(await statusOf(first.certificateId)).toBe('INACTIVE');
    expect(await statusOf(second.certificateId)).toBe('ACTIVE');
    expect(emulator.iot.certificates().map(({ spkiSha256 }) => spkiSha256)).toEqual([csr.spkiSha256, csr.spkiSha256]);
  });

  test('takes CRLF, a NEW label and base64 in one line', async () => {
    await create(csr.pem.replaceAll('\n', '\r\n'));
    await create(csr.pem.replaceAll('BEGIN CERT', 'BEGIN NEW CERT').replaceAll('END CERT', 'END NEW CERT'));
    await create(
      `-----BEGIN CERTIFICATE REQUEST-----\n${csr.der.toString('base64')}\n-----END CERTIFICATE REQUEST-----`,
    );
    expect(emulator.iot.certificates()).toHaveLength(3);
  });

  test.each([
    ['a small RSA key', async () => (await makeCsr('CN=x', 'RSA-1024')).pem],
    ['an Ed25519 key', async () => (await makeCsr('CN=x', 'Ed25519')).pem],
    [
      'a damaged signature',
      async () => toPem(Buffer.concat([csr.der.subarray(0, -1), Buffer.of((csr.der.at(-1) ?? 0) ^ 1)])),
    ],
    ['bytes behind the request', async () => toPem(Buffer.concat([csr.der, Buffer.of(5, 0)]))],
    ['a request cut short', async () => toPem(csr.der.subarray(0, 60))],
    ['no PEM', async () => 'certificate, please'],
    ['no characters', async () => ''],
    ['more than 4,096 characters', async () => csr.pem + '\n'.repeat(4_097 - csr.pem.length)],
  ])('refuses %s', async (_, pem) => {
    expect(await failureOf(create(await pem()))).toMatchObject({ name: 'InvalidRequestException', status: 400 });
    expect(emulator.iot.certificates()).toHaveLength(0);
  });
});

describe('ListCertificates', () => {
  const pages = async (input: { pageSize?: number; ascendingOrder?: boolean }): Promise<string[][]> => {
    const found: string[][] = [];
    let marker: string | undefined;
    do {
      const page = await client.send(
        new ListCertificatesCommand({ ...input, ...(marker === undefined ? {} : { marker }) }),
      );
      found.push((page.certificates ?? []).map(({ certificateId = '' }) => certificateId));
      marker = page.nextMarker;
    } while (marker !== undefined);
    return found;
  };

  test('pages in the order of creation, newest first unless told otherwise', async () => {
    for (let n = 0; n < 27; n++) await create();
    const ids = emulator.iot.certificates().map(({ id }) => id);
    expect((await pages({})).map((page) => page.length)).toEqual([25, 2]);
    expect((await pages({})).flat()).toEqual(ids.toReversed());
    expect(await pages({ ascendingOrder: true, pageSize: 20 })).toEqual([ids.slice(0, 20), ids.slice(20)]);
    expect(await pages({ pageSize: 27 })).toHaveLength(1);
  });

  test('keeps its place when certificates are added between pages', async () => {
    for (let n = 0; n < 3; n++) await create();
    const first = await client.send(new ListCertificatesCommand({ pageSize: 2 }));
    await create();
    const second = await client.send(new ListCertificatesCommand({ pageSize: 2, marker: first.nextMarker }));
    expect(second.certificates?.map(({ certificateId }) => certificateId)).toEqual([
      emulator.iot.certificates()[0]?.id,
    ]);
  });

  test('refuses page sizes and markers that AWS does not know', async () => {
    for (const input of [{ pageSize: 0 }, { pageSize: 251 }, { marker: 'bm9uc2Vuc2U=' }]) {
      expect(await failureOf(client.send(new ListCertificatesCommand(input)))).toMatchObject({
        name: 'InvalidRequestException',
      });
    }
  });

  test('may lag: a new certificate is described before it is listed', async () => {
    emulator.configure({ listLagMs: 60_000 });
    const { certificateId } = await create();
    expect(await pages({})).toEqual([[]]);
    expect(await statusOf(certificateId)).toBe('INACTIVE');
    emulator.configure({ listLagMs: 0 });
    expect(await pages({})).toEqual([[certificateId]]);
  });
});

describe('DescribeCertificate and UpdateCertificate', () => {
  test('tell and change the status; a revoked certificate stays so', async () => {
    const { certificateId, certificatePem } = await create();
    const update = (newStatus: 'ACTIVE' | 'INACTIVE' | 'REVOKED' | 'PENDING_TRANSFER') =>
      client.send(new UpdateCertificateCommand({ certificateId, newStatus }));
    await update('ACTIVE');
    await update('ACTIVE');
    const { certificateDescription: found } = await client.send(new DescribeCertificateCommand({ certificateId }));
    expect(found).toMatchObject({
      status: 'ACTIVE',
      certificatePem,
      ownedBy: '123456789012',
      certificateMode: 'DEFAULT',
    });
    expect(found?.validity?.notAfter).toEqual(new Date('2049-12-31T23:59:59Z'));
    expect(Math.abs(Number(found?.creationDate) - Date.now())).toBeLessThan(60_000);
    expect(await failureOf(update('PENDING_TRANSFER'))).toMatchObject({ name: 'InvalidRequestException' });
    await update('REVOKED');
    expect(await failureOf(update('ACTIVE'))).toMatchObject({ name: 'CertificateStateException', status: 406 });
  });

  test('tell an id that is unknown from one that is none', async () => {
    const describeId = (certificateId: string) => client.send(new DescribeCertificateCommand({ certificateId }));
    expect(await failureOf(describeId('0'.repeat(64)))).toMatchObject({
      name: 'ResourceNotFoundException',
      status: 404,
    });
    expect(await failureOf(describeId('123'))).toMatchObject({ name: 'InvalidRequestException', status: 400 });
  });
});

describe('authentication', () => {
  test('refuses unknown keys, wrong secrets, other regions and unsigned requests', async () => {
    const known = userCredentials(emulator);
    const listWith = (changes: Parameters<typeof iotClient>[1]) =>
      failureOf(iotClient(emulator, changes).send(new ListCertificatesCommand({})));
    expect(await listWith({ credentials: { ...known, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' } })).toMatchObject({
      name: 'UnrecognizedClientException',
      status: 403,
    });
    expect(await listWith({ credentials: { ...known, sessionToken: 'made up' } })).toMatchObject({
      name: 'UnrecognizedClientException',
    });
    expect(await listWith({ credentials: { ...known, secretAccessKey: 'guessed' } })).toMatchObject({
      name: 'InvalidSignatureException',
      status: 403,
    });
    expect(await listWith({ region: 'us-west-2' })).toMatchObject({ name: 'InvalidSignatureException' });
    const unsigned = await fetch(`${emulator.env.AWS_ENDPOINT_URL_IOT}/certificates`);
    expect(unsigned.status).toBe(403);
    expect(unsigned.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
  });

  test('refuses a client whose clock is more than five minutes off, and tells its own time', async () => {
    emulator.configure({ clockSkewMs: 4 * 60_000 });
    await create();
    emulator.configure({ clockSkewMs: 10 * 60_000 });
    // A client of its own: the SDK corrects its clock after the first answer it gets.
    const fresh = iotClient(emulator);
    const failure = await failureOf(fresh.send(new ListCertificatesCommand({})));
    expect(failure).toMatchObject({ name: 'InvalidSignatureException', status: 403 });
    expect(failure.message).toMatch(/^Signature expired: /);
    const { headers } = await fetch(`${emulator.env.AWS_ENDPOINT_URL_IOT}/certificates`);
    expect(Math.abs(Date.parse(headers.get('date') ?? '') - (Date.now() + 600_000))).toBeLessThan(60_000);
    await fresh.send(new ListCertificatesCommand({}));
  });
});

describe('quotas', () => {
  test('let the burst through and refuse the rest without effect, by name, with either status', async () => {
    emulator.iot.setQuota('CreateCertificateFromCsr', { ratePerSecond: 0.001, burst: 3 });
    const failures = await Promise.all(
      Array.from({ length: 5 }, () =>
        create().then(
          () => undefined,
          () => 'failed',
        ),
      ),
    );
    expect(failures.filter((failure) => failure === 'failed')).toHaveLength(2);
    expect(await failureOf(create())).toMatchObject({
      name: 'ThrottlingException',
      status: 400,
      message: 'Rate exceeded',
    });
    emulator.configure({ throttleStatus: 429 });
    expect(await failureOf(create())).toMatchObject({ name: 'ThrottlingException', status: 429 });
    expect(emulator.iot.counters.CreateCertificateFromCsr).toEqual({
      calls: 7,
      throttled: 4,
      faulted: 0,
      succeeded: 3,
    });
    expect(emulator.iot.certificates()).toHaveLength(3);
    emulator.iot.setQuota('CreateCertificateFromCsr', undefined);
    await create();
  });

  test('are those of a new account when asked for', async () => {
    emulator.configure({ quotas: 'aws-default' });
    expect(emulator.iot.quotas()).toMatchObject({
      CreateCertificateFromCsr: { ratePerSecond: 15, burst: 15 },
      ListCertificates: { ratePerSecond: 10, burst: 10 },
      DescribeCertificate: { ratePerSecond: 10, burst: 10 },
      UpdateCertificate: { ratePerSecond: 10, burst: 10 },
    });
  });
});

describe('faults', () => {
  const operation = 'CreateCertificateFromCsr';

  test.each([
    ['ThrottlingException', 400],
    ['InvalidRequestException', 400],
    ['UnauthorizedException', 401],
    ['AccessDeniedException', 403],
    ['InternalFailureException', 500],
    ['ServiceUnavailableException', 503],
  ] as const)('%s', async (kind, status) => {
    emulator.iot.inject({ operation, kind, count: 1 });
    expect(await failureOf(create())).toMatchObject({ name: kind, status });
    expect(emulator.iot.certificates()).toHaveLength(0);
    emulator.iot.inject({ operation, kind, count: 1, afterWork: true });
    expect(await failureOf(create())).toMatchObject({ name: kind, status });
    expect(emulator.iot.certificates()).toHaveLength(1);
    await create();
  });

  test('reset, hang and a torn answer, before and after the certificate is minted', async () => {
    const minted = async (fault: { kind: 'reset' | 'hang' | 'torn'; afterWork?: boolean }): Promise<number> => {
      const before = emulator.iot.certificates().length;
      emulator.iot.inject({ operation, ...fault, count: 1 });
      const abortSignal = AbortSignal.timeout(300);
      const call = client.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr.pem }), {
        abortSignal,
      });
      await failureOf(call);
      return emulator.iot.certificates().length - before;
    };
    expect(await minted({ kind: 'reset' })).toBe(0);
    expect(await minted({ kind: 'reset', afterWork: true })).toBe(1);
    expect(await minted({ kind: 'hang' })).toBe(0);
    expect(await minted({ kind: 'hang', afterWork: true })).toBe(1);
    expect(await minted({ kind: 'torn' })).toBe(1);
    expect(emulator.iot.counters[operation]).toMatchObject({ calls: 5, faulted: 5, succeeded: 0 });
  });

  test('wrong-key: a certificate for a key that nobody asked for', async () => {
    emulator.iot.inject({ operation, kind: 'wrong-key', count: 1 });
    const { certificatePem = '' } = await create();
    const key = new X509Certificate(certificatePem).publicKey.export({ type: 'spki', format: 'der' });
    expect(key).not.toEqual(csr.spki);
  });

  test('hit the calls that they name, and one operation only', async () => {
    emulator.iot.inject({ operation, kind: 'InternalFailureException', when: [2, 4] });
    const ended = [];
    for (let n = 0; n < 5; n++)
      ended.push(
        await create().then(
          () => 'ok',
          ({ name }: Error) => name,
        ),
      );
    expect(ended).toEqual(['ok', 'InternalFailureException', 'ok', 'InternalFailureException', 'ok']);
    emulator.iot.inject({ operation: 'ListCertificates', kind: 'InternalFailureException' });
    await create();
    emulator.iot.clearFaults();
    await client.send(new ListCertificatesCommand({}));
  });

  test('come at the same calls for the same seed', async () => {
    const run = async (): Promise<string> => {
      const seeded = await startEmulator({ seed: 7 });
      const sdk = iotClient(seeded);
      seeded.iot.inject({ operation: '*', kind: 'InternalFailureException', probability: 0.5 });
      let pattern = '';
      for (let n = 0; n < 20; n++) {
        pattern += await sdk.send(new ListCertificatesCommand({})).then(
          () => '.',
          () => 'x',
        );
      }
      await seeded.close();
      return pattern;
    };
    const pattern = await run();
    expect(pattern).toMatch(/x/);
    expect(pattern).toMatch(/\./);
    expect(await run()).toBe(pattern);
  });

  test('that the service does not know are refused', () => {
    expect(() => emulator.iot.inject({ operation, kind: 'Gremlins' as never })).toThrow(TypeError);
    expect(() => emulator.iot.inject({ operation: 'Mint' as never, kind: 'reset' })).toThrow(TypeError);
  });
});

describe('hostile requests', () => {
  let signed: Emulator;
  beforeAll(async () => {
    signed = await startEmulator();
  });
  afterAll(() => signed.close());

  test('that are no JSON, no API or huge are answered, and the service goes on', async () => {
    const url = signed.env.AWS_ENDPOINT_URL_IOT ?? '';
    for (const path of ['/certificates/%', '/..//%00', '/certificates?=&&=%', '/_control/nothing']) {
      const { status } = await fetch(url + path, {
        method: 'POST',
        body: '{',
        headers: { authorization: 'AWS4-HMAC-SHA256 x' },
      });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    await iotClient(signed).send(new ListCertificatesCommand({}));
  });
});
