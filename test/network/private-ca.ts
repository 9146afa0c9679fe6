import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';
import { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

/** A CA that nobody trusts, as a company's TLS inspection has one, and a certificate of it for some hosts. */
export interface PrivateCa {
  /** The CA's certificate. */
  readonly caPem: string;
  readonly certificatePem: string;
  readonly keyPem: string;
}

/** @param hosts names, `*.` in front where all below are meant, and IPv4 addresses */
export async function createPrivateCa(name: string, hosts: readonly string[]): Promise<PrivateCa> {
  const [caKeys, keys] = await Promise.all([newKeys(), newKeys()]);
  const dates = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
  const ca = await X509CertificateGenerator.createSelfSigned({
    ...dates,
    serialNumber: '01',
    name: `CN=${name}`,
    keys: caKeys,
    signingAlgorithm: ALGORITHM,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  const certificate = await X509CertificateGenerator.create({
    ...dates,
    serialNumber: '02',
    subject: `CN=${hosts[0]}`,
    issuer: ca.subject,
    publicKey: keys.publicKey,
    signingKey: caKeys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new SubjectAlternativeNameExtension(
        hosts.map((value) => ({ type: /^[\d.]+$/.test(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
    ],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    caPem: ca.toString('pem'),
    certificatePem: certificate.toString('pem'),
    keyPem: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`,
  };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<webcrypto.CryptoKeyPair>;
}

/** A TLS front on loopback for a plain HTTP server. */
export interface TlsFront {
  readonly port: number;
  close(): Promise<void>;
}

/** @param origin `http://127.0.0.1:port` of the server behind, asked for when somebody comes */
export async function startTlsFront(origin: () => string, { certificatePem, keyPem }: PrivateCa): Promise<TlsFront> {
  const sockets = new Set<Socket>();
  const server = createServer({ cert: certificatePem, key: keyPem }, (client) => {
    const behind = connect(Number(new URL(origin()).port), '127.0.0.1');
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => {});
    }
    client.on('close', () => behind.destroy());
    behind.on('close', () => client.destroy());
    client.pipe(behind).pipe(client);
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
