import 'reflect-metadata/lite';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateCertificateFromCsrCommand } from '@aws-sdk/client-iot';
import { X509Certificate } from '@peculiar/x509';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { iotClient } from './clients.ts';
import { makeCsr, type TestCsr } from './csrs.ts';
import { find } from './programs.ts';

let emulator: Emulator;
let csr: TestCsr;
let pem: string;

beforeAll(async () => {
  emulator = await startEmulator();
  const subject = [
    { C: [{ printableString: 'DE' }] },
    { O: [{ bmpString: 'Geräte' }] },
    { CN: [{ utf8String: 'sensor-1' }] },
  ];
  csr = await makeCsr(subject as never, 'P-384');
  const client = iotClient(emulator);
  const answer = await client.send(new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr.pem }));
  pem = answer.certificatePem ?? '';
});
afterAll(() => emulator.close());

test('a certificate has the profile of those that AWS IoT issues', () => {
  const certificate = new X509Certificate(pem);
  expect(Buffer.from(certificate.subjectName.toArrayBuffer())).toEqual(csr.subject);
  expect(certificate.issuerName.toJSON()).toEqual([
    { OU: ['Amazon Web Services O=Amazon.com Inc. L=Seattle ST=Washington C=US'] },
  ]);
  expect(certificate.signatureAlgorithm).toMatchObject({ name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' } });
  expect(certificate.notAfter).toEqual(new Date('2049-12-31T23:59:59Z'));
  expect(certificate.notBefore.getTime()).toBeLessThan(Date.now());
  expect(certificate.serialNumber).toMatch(/^[4-7][0-9a-f]{39}$/);
  // Authority and subject key identifier, CA:FALSE, digitalSignature; nothing else.
  expect(certificate.extensions.map(({ type, critical }) => [type, critical])).toEqual([
    ['2.5.29.35', false],
    ['2.5.29.14', false],
    ['2.5.29.19', true],
    ['2.5.29.15', true],
  ]);
  expect(Buffer.from(certificate.extensions[2]?.value ?? new ArrayBuffer()).toString('hex')).toBe('3000');
  expect(Buffer.from(certificate.extensions[3]?.value ?? new ArrayBuffer()).toString('hex')).toBe('03020780');
});

const openssl = find('openssl', ['version']);

test.skipIf(openssl === undefined)('OpenSSL reads and verifies it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'emulator-'));
  try {
    const [certificate, ca] = [join(directory, 'certificate.pem'), join(directory, 'ca.pem')];
    await Promise.all([writeFile(certificate, pem), writeFile(ca, emulator.caPem)]);
    const run = (...args: string[]): string => execFileSync('openssl', args, { encoding: 'utf8' });
    expect(run('verify', '-x509_strict', '-CAfile', ca, certificate)).toContain(': OK');
    const text = run('x509', '-in', certificate, '-noout', '-text');
    expect(text).toContain('Signature Algorithm: sha256WithRSAEncryption');
    expect(text).toContain('Not After : Dec 31 23:59:59 2049 GMT');
    const types = run('asn1parse', '-in', certificate);
    expect(types).toMatch(/PRINTABLESTRING\s+:DE[\s\S]*BMPSTRING[\s\S]*UTF8STRING\s+:sensor-1/);
  } finally {
    await rm(directory, { recursive: true });
  }
});
