import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/csr/parse/der.ts';
import { BINARY_WRAPPINGS, TEXT_WRAPPINGS } from './disguises.ts';
import { der, makeCsr, makeKey, toPem } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';

const ec = makeKey('P-256').privateKey;
const rsa = makeKey('RSA-2048').privateKey;
const ed25519 = makeKey('Ed25519').privateKey;
const x25519 = generateKeyPairSync('x25519').privateKey;

const passphrase = { cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1', extra: object = {}): Buffer =>
  Buffer.from(key.export({ type, format: 'pem', ...extra }) as string);
const raw = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1', extra: object = {}): Buffer =>
  key.export({ type, format: 'der', ...extra }) as Buffer;
const jwk = (key: KeyObject) => key.export({ format: 'jwk' });
const text = (...lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\n')}\n`);
const noise = Buffer.from(Array.from({ length: 400 }, (_, index) => (index * 151 + 7) % 256));
const colons = (bytes: Uint8Array): string => (Buffer.from(bytes).toString('hex').match(/../g) ?? []).join(':');
const sshString = (bytes: Uint8Array | string): Buffer => {
  const content = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
};

const openssh = Buffer.concat([Buffer.from('openssh-key-v1\0'), sshString('none'), sshString('none'), noise]);
const pfx = Buffer.from(
  der.sequence(der.integer(3), der.sequence(der.oid('1.2.840.113549.1.7.1'), encode(0xa0, der.octets(noise)))),
);
const tss = Buffer.from(
  der.sequence(
    der.oid('2.23.133.10.1.3'),
    encode(0xa0, Uint8Array.of(1, 1, 0xff)),
    der.integer(Uint8Array.of(0x40, 0, 0, 1)),
    der.octets(noise.subarray(0, 80)),
    der.octets(noise.subarray(0, 120)),
  ),
);
const { d = '', n = '', p = '', q = '' } = jwk(rsa) as Record<string, string>;
const secret = Buffer.from(d, 'base64url');

/** Private keys as text. */
const TEXTS: Readonly<Record<string, Buffer>> = {
  'PKCS#8': pem(ec, 'pkcs8'),
  'PKCS#8 of RSA': pem(rsa, 'pkcs8'),
  'PKCS#8 of Ed25519': pem(ed25519, 'pkcs8'),
  'encrypted PKCS#8': pem(rsa, 'pkcs8', passphrase),
  'PKCS#1': pem(rsa, 'pkcs1'),
  'encrypted PKCS#1 (Proc-Type)': pem(rsa, 'pkcs1', passphrase),
  'SEC 1': pem(ec, 'sec1'),
  'encrypted SEC 1 (Proc-Type)': pem(ec, 'sec1', passphrase),
  OpenSSH: Buffer.from(toPem(openssh, 'OPENSSH PRIVATE KEY')),
  TSS2: Buffer.from(toPem(tss, 'TSS2 PRIVATE KEY')),
  'a PGP key block': Buffer.from(
    toPem(Buffer.concat([Buffer.from('9503980465', 'hex'), noise]), 'PGP PRIVATE KEY BLOCK'),
  ),
  'PuTTY, version 2': text(
    'PuTTY-User-Key-File-2: ssh-rsa',
    'Encryption: none',
    'Comment: x',
    'Public-Lines: 1',
    'AAAA',
  ),
  'PuTTY, version 3': text('PuTTY-User-Key-File-3: ssh-ed25519', 'Encryption: aes256-cbc', 'Private-Lines: 1', 'AAAA'),
  'JWK of EC': Buffer.from(JSON.stringify(jwk(ec))),
  'JWK of RSA in lines': Buffer.from(JSON.stringify(jwk(rsa), null, 2)),
  'JWK of Ed25519': Buffer.from(JSON.stringify(jwk(ed25519))),
  'a set of JWKs': Buffer.from(JSON.stringify({ keys: [jwk(ec), jwk(x25519)] })),
  'an array of JWKs': Buffer.from(JSON.stringify([jwk(ec)])),
  'a key of XML': text(
    `<RSAKeyValue><Modulus>${n}</Modulus><Exponent>AQAB</Exponent><D>${secret.toString('base64')}</D></RSAKeyValue>`,
  ),
  'openssl rsa -text': text(
    'Private-Key: (2048 bit, 2 primes)',
    'privateExponent:',
    `    ${colons(secret.subarray(0, 15))}:`,
    `    ${colons(secret.subarray(15, 30))}`,
  ),
  'openssl ec -text': text(
    'Private-Key: (256 bit)',
    'priv:',
    `    ${colons(secret.subarray(0, 15))}:`,
    `    ${colons(secret.subarray(15, 30))}`,
  ),
  'a service account': Buffer.from(
    JSON.stringify({ type: 'service_account', private_key: pem(rsa, 'pkcs8').toString() }),
  ),
  age: text('# created: 2026-01-01', `AGE-SECRET-KEY-1${'QPZRY9X8GF2TVDW0S3JN'.repeat(3).slice(0, 58)}`),
  WireGuard: text('[Interface]', 'Address = 10.0.0.2/32', `PrivateKey = ${secret.subarray(0, 32).toString('base64')}`),
  DNSSEC: text(
    'Private-key-format: v1.3',
    'Algorithm: 13 (ECDSAP256SHA256)',
    `PrivateKey: ${secret.subarray(0, 32).toString('base64')}`,
  ),
  minisign: text('untrusted comment: minisign encrypted secret key', noise.subarray(0, 158).toString('base64')),
  'a key of gpg-agent': text(
    'Created: 20260101T000000',
    'Key: (private-key (ecc (curve Ed25519)',
    ` (d #${noise.subarray(0, 32).toString('hex')}#)))`,
  ),
};

/** Private keys as bytes. */
const BINARIES: Readonly<Record<string, Buffer>> = {
  'PKCS#8': raw(ec, 'pkcs8'),
  'PKCS#8 of RSA': raw(rsa, 'pkcs8'),
  'PKCS#8 of Ed25519': raw(ed25519, 'pkcs8'),
  'PKCS#8 of X25519': raw(x25519, 'pkcs8'),
  'encrypted PKCS#8': raw(ec, 'pkcs8', passphrase),
  'PKCS#1': raw(rsa, 'pkcs1'),
  'SEC 1': raw(ec, 'sec1'),
  'PKCS#12': pfx,
  'a key of a TPM': tss,
  OpenSSH: openssh,
  JKS: Buffer.concat([Buffer.from('feedfeed0000000200000001', 'hex'), noise]),
  JCEKS: Buffer.concat([Buffer.from('cececece0000000200000001', 'hex'), noise]),
  BKS: Buffer.concat([Buffer.from('0000000200000014', 'hex'), noise]),
  UBER: Buffer.concat([Buffer.from('0000000100000014', 'hex'), noise]),
  PVK: Buffer.concat([Buffer.from('1ef1b5b000000000', 'hex'), noise]),
  PRIVATEKEYBLOB: Buffer.concat([Buffer.from('0702000000a4000052534132', 'hex'), noise]),
  BCRYPT_RSAPRIVATE_BLOB: Buffer.concat([Buffer.from('52534132000800000300000000010000', 'hex'), noise]),
  BCRYPT_ECCPRIVATE_BLOB: Buffer.concat([Buffer.from('4543533220000000', 'hex'), noise.subarray(0, 96)]),
  'a PGP key': Buffer.concat([Buffer.from('950180046500000016', 'hex'), noise]),
  'a key of Dropbear': Buffer.concat(['ssh-rsa', 'e', n, d, p, q].map(sshString)),
  'PEM of PKCS#8': pem(ec, 'pkcs8'),
  'PEM of encrypted PKCS#1': pem(rsa, 'pkcs1', passphrase),
  'a JWK': Buffer.from(JSON.stringify(jwk(ec))),
};

/** What only a key that names itself, or is DER, survives: the search for others needs their first bytes. */
function expectPrivateKey(file: Buffer | string): void {
  const { csr, findings } = judgeFile(file);
  expect(csr).toBeUndefined();
  expect(findings.map(({ rule }) => rule)).toEqual(['private-key']);
  const said = JSON.stringify(findings);
  for (const part of [d.slice(0, 16), secret.toString('base64').slice(0, 16), secret.toString('hex').slice(0, 16)]) {
    expect(said).not.toContain(part);
  }
}

describe('a private key in text is found', () => {
  const wrappings = { ...TEXT_WRAPPINGS, ...BINARY_WRAPPINGS };
  for (const [name, key] of Object.entries(TEXTS)) {
    it.each(Object.keys(wrappings))(`${name}, %s`, (wrapping) => {
      expectPrivateKey(wrappings[wrapping]?.(key) ?? '');
    });
  }
});

describe('a private key in bytes is found', () => {
  for (const [name, key] of Object.entries(BINARIES)) {
    it.each(Object.keys(BINARY_WRAPPINGS))(`${name}, %s`, (wrapping) => {
      expectPrivateKey(BINARY_WRAPPINGS[wrapping]?.(key) ?? '');
    });
  }
});

describe('a private key is found in damaged PEM:', () => {
  const key = pem(rsa, 'pkcs8').toString();
  const body = key.split('\n').slice(1, -2).join('\n');
  const files: Readonly<Record<string, string>> = {
    'only its BEGIN line': '-----BEGIN RSA PRIVATE KEY-----\n',
    'no BEGIN line': key.slice(key.indexOf('\n') + 1),
    'no END line': `${key.split('\n').slice(0, 6).join('\n')}\n`,
    'neither of both': body,
    'no END line, nor a BEGIN line': body.slice(0, 300),
    'a letter is wrong in its label': key.replaceAll('PRIVATE', 'PRlVATE'),
    'no dashes': key.replaceAll('-----', ''),
    'long dashes': key.replaceAll('-----', '—'),
    underscores: key.replaceAll('PRIVATE KEY', 'PRIVATE_KEY'),
    'small letters': key.replace(/BEGIN PRIVATE KEY|END PRIVATE KEY/g, (label) => label.toLowerCase()),
    'the label of a certificate': key.replaceAll('PRIVATE KEY', 'CERTIFICATE'),
    'the label of a CSR': key.replaceAll('PRIVATE KEY', 'CERTIFICATE REQUEST'),
    'the label of a public key': key.replaceAll('PRIVATE KEY', 'PUBLIC KEY'),
    'no line ends': key.replaceAll('\n', ''),
    'spaces in place of line ends': key.replaceAll('\n', ' '),
    'blank lines between all lines': key.replaceAll('\n', '\n\n'),
    'an Encrypted label around a plain one': `-----BEGIN ENCRYPTED DATA-----\n${body}\n-----END ENCRYPTED DATA-----\n`,
  };
  it.each(Object.keys(files))('%s', (name) => expectPrivateKey(files[name] ?? ''));
});

describe('a private key is found inside of a valid CSR:', () => {
  const key = makeKey('P-256');
  const attribute = (value: Uint8Array) => der.sequence(der.oid('1.2.840.113549.1.9.2'), der.set(value));
  const files: Readonly<Record<string, Buffer>> = {
    'PKCS#8 in an attribute': makeCsr({ key, attributes: [attribute(der.octets(raw(ec, 'pkcs8')))] }),
    'SEC 1 in an attribute': makeCsr({ key, attributes: [attribute(raw(ec, 'sec1'))] }),
    'PEM in an attribute': makeCsr({ key, attributes: [attribute(der.utf8(pem(ec, 'pkcs8').toString()))] }),
    'PEM in its subject': makeCsr({ key, subject: [['CN', pem(ec, 'pkcs8').toString()]] }),
  };
  it.each(Object.keys(files))('%s', (name) => {
    expectPrivateKey(files[name] ?? '');
    expectPrivateKey(toPem(files[name] ?? Buffer.of()));
  });
});

describe('what is no private key is never called one', () => {
  const callsItKey = (file: Uint8Array | string): boolean =>
    judgeFile(file).findings.some(({ rule }) => rule === 'private-key');

  it('among CSRs of any subject, as they are and wrapped', () => {
    const wrappings = Object.entries({ ...TEXT_WRAPPINGS, ...BINARY_WRAPPINGS });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(wrappings.length - 1), (name, index) => {
        const request = makeCsr({ subject: [['CN', name]] });
        const [, wrapping] = wrappings[index] ?? [];
        for (const file of [request, Buffer.from(toPem(request))]) {
          expect(callsItKey(wrapping?.(Buffer.from(file)) ?? '')).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('among public keys, wrapped in any way', () => {
    const keys = [makeKey('P-256'), makeKey('RSA-2048'), makeKey('Ed25519')].flatMap(({ publicKey }) => [
      publicKey.export({ type: 'spki', format: 'der' }),
      Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })),
      Buffer.from(JSON.stringify(publicKey.export({ format: 'jwk' }))),
    ]);
    for (const [name, wrapping] of Object.entries(BINARY_WRAPPINGS)) {
      for (const key of keys) expect([name, callsItKey(wrapping(key))]).toEqual([name, false]);
    }
  });

  it('among random bytes and texts', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (file) => !callsItKey(file)),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), (file) => !callsItKey(file)),
      { numRuns: 300 },
    );
  });

  it('among the texts of this repository, and prose about keys', () => {
    const root = join(import.meta.dirname, '../..');
    const files = ['.', 'docs', 'src/csr/rules', 'src/aws', 'src/delivery', 'test/issuance', 'test/github']
      .map((directory) => join(root, directory))
      .filter((directory) => existsSync(directory))
      .flatMap((directory) => readdirSync(directory).map((name) => join(directory, name)))
      .filter((path) => statSync(path).isFile() && statSync(path).size < 1_000_000);
    expect(files.length).toBeGreaterThan(60);
    for (const path of files) expect([path, callsItKey(readFileSync(path))]).toEqual([path, false]);
    for (const prose of [
      'Keep the private key on the device.',
      'Private key\n-----------\nIt stays on the device.',
      'private_key_path = /etc/ssl/private/device-0001-very-long-name-of-a-file.key',
      'openssl req -new -key private.key -out device.csr',
    ]) {
      expect([prose, callsItKey(prose)]).toEqual([prose, false]);
    }
  });
});

const corpus = join(import.meta.dirname, '../../../shared/corpus');
const isThere = existsSync(join(corpus, 'verdicts.json'));
if (!isThere) console.log(`skipped: the corpus of other tools' CSRs is not at ${corpus}`);

describe.skipIf(!isThere)('files that other tools wrote', () => {
  it('hold no private key where two other implementations read a request', () => {
    const rows = JSON.parse(readFileSync(join(corpus, 'verdicts.json'), 'utf8')) as {
      path: string;
      expected: string;
    }[];
    for (const { path } of rows.filter(({ expected }) => expected === 'accept')) {
      const file = readFileSync(join(corpus, path));
      for (const wrapping of [
        BINARY_WRAPPINGS['as it is'],
        BINARY_WRAPPINGS['base64 in one line'],
        BINARY_WRAPPINGS.hex,
      ]) {
        const rules = judgeFile(wrapping?.(file) ?? '').findings.map(({ rule }) => rule);
        expect([path, rules]).not.toContain('private-key');
      }
    }
  });
});
