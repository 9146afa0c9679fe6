import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isError } from '../../src/csr/judge/judge.ts';
import { encode } from '../../src/csr/parse/der.ts';
import { find } from '../emulator/programs.ts';
import { der, makeCsr, makeKey, toPem } from './make-csr.ts';
import { judgeFile } from './verdicts.ts';
import { makeWorkspace } from './workspace.ts';

/** The rules that complain of a file that holds a valid request: none of them an error. */
function warnings(file: Uint8Array | string): readonly string[] {
  const { csr, findings } = judgeFile(file);
  expect(findings.filter(isError)).toEqual([]);
  expect(csr).toBeDefined();
  return findings.map(({ rule }) => rule);
}

describe.skipIf(find('keytool', ['-help']) === undefined)('keytool of Java writes CSRs that pass', () => {
  const workspace = makeWorkspace();
  const keytool = (...args: readonly string[]): void => {
    const store = ['-keystore', join(workspace, 'keys.p12'), '-storepass', 'changeit'];
    execFileSync('keytool', [...args, ...store], { stdio: 'ignore' });
  };

  it.each([
    ['RSA', ['-keyalg', 'RSA', '-keysize', '2048'], 'RSA-2048'],
    ['EC', ['-keyalg', 'EC', '-groupname', 'secp384r1'], 'EC P-384'],
  ])('%s', { timeout: 60_000 }, (alias, algorithm, key) => {
    const subject = 'CN=sensor 1\\, hall, OU=Größe, O=Example, C=CH';
    keytool('-genkeypair', '-alias', alias, '-dname', subject, ...algorithm);
    const file = join(workspace, `${alias}.csr`);
    keytool('-certreq', '-alias', alias, '-file', file);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('BEGIN NEW CERTIFICATE REQUEST');
    // It asks for an identifier of the key, which AWS makes, too.
    expect(warnings(text)).toEqual([]);
    expect(judgeFile(text).csr).toMatchObject({ key: { name: key }, commonName: 'sensor 1, hall' });
    keytool('-certreq', '-alias', alias, '-ext', 'san=dns:sensor-1.example', '-file', file);
    expect(warnings(readFileSync(file))).toEqual(['requested-extensions']);
    // The key store itself is no place for a repository.
    expect(judgeFile(readFileSync(join(workspace, 'keys.p12'))).findings[0]?.rule).toBe('private-key');
  });
});

describe.skipIf(find('openssl', ['version']) === undefined)('openssl writes CSRs that pass', () => {
  const workspace = makeWorkspace();
  const openssl = (...args: readonly string[]): string =>
    execFileSync('openssl', args, { cwd: workspace, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const rsa = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem'];
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key.pem'];
  const subject = ['-subj', '/C=CH/O=Example/CN=sensor-1'];

  it('as the AWS documentation makes them', () => {
    openssl('genrsa', '-out', 'device.key', '2048');
    const csr = openssl('req', '-new', '-key', 'device.key', ...subject);
    expect(warnings(csr)).toEqual([]);
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'ec.key');
    expect(warnings(openssl('req', '-new', '-key', 'ec.key', ...subject))).toEqual([]);
  });

  it.each<readonly [name: string, args: readonly string[], rules: readonly string[]]>([
    ['RSA', [...rsa], []],
    ['EC', [...ec], []],
    ['DER', [...ec, '-outform', 'DER', '-out', 'out.csr'], []],
    ['the label of old', [...ec, '-newhdr'], []],
    ['text before it', [...ec, '-text'], []],
    ['SHA-1', [...rsa, '-sha1'], ['sha1-signature']],
    ['SHA-512', [...ec, '-sha512'], []],
    ['PSS', [...rsa, '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:digest'], []],
    [
      'extensions',
      [...ec, '-addext', 'subjectAltName=DNS:a', '-addext', 'extendedKeyUsage=clientAuth'],
      ['requested-extensions'],
    ],
    [
      'what a certificate has anyway',
      [...ec, '-addext', 'basicConstraints=CA:FALSE', '-addext', 'keyUsage=digitalSignature'],
      [],
    ],
    ['UTF-8', ['-utf8', ...ec, '-subj', '/O=Zürich/CN=größe'], []],
    ['parts of several values', [...ec, '-multivalue-rdn', '-subj', '/O=Example/CN=a+serialNumber=1'], []],
  ])('%s', (_, args, rules) => {
    const file = openssl('req', '-new', ...subject, ...args);
    expect(warnings(args.includes('out.csr') ? readFileSync(join(workspace, 'out.csr')) : file)).toEqual(rules);
  });

  it.each(['default', 'pkix', 'utf8only', 'nombstr'])(
    'string mask %s, a challenge password, and a name beside it',
    (mask) => {
      const config = [
        '[req]',
        `string_mask = ${mask}`,
        'prompt = no',
        'distinguished_name = name',
        'attributes = attributes',
        '[name]',
        'C = CH',
        'O = Example * Inc.',
        'CN = sensor_1@example',
        'emailAddress = a@example.com',
        '[attributes]',
        'challengePassword = secret',
        'unstructuredName = Example',
      ];
      writeFileSync(join(workspace, 'openssl.cnf'), config.join('\n'));
      expect(warnings(openssl('req', '-new', '-config', 'openssl.cnf', ...ec))).toEqual(['challenge-password']);
    },
  );
});

const PYCA = `
import sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.oid import AttributeOID, NameOID
name = x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "CH"), x509.NameAttribute(NameOID.COMMON_NAME, "größe, 1")])
plain = x509.CertificateSigningRequestBuilder().subject_name(name)
keys = [rsa.generate_private_key(65537, 2048), ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP521R1())]
requests = [plain.sign(key, hashes.SHA256()) for key in keys]
pss = padding.PSS(padding.MGF1(hashes.SHA256()), padding.PSS.DIGEST_LENGTH)
requests.append(plain.sign(keys[0], hashes.SHA256(), rsa_padding=pss))
names = x509.SubjectAlternativeName([x509.DNSName("a.example")])
requests.append(plain.add_extension(names, False).add_attribute(AttributeOID.CHALLENGE_PASSWORD, b"secret").sign(keys[1], hashes.SHA384()))
for request in requests: sys.stdout.write(request.public_bytes(serialization.Encoding.PEM).decode() + "\\n\\n")
`;

describe.skipIf(find('python3', ['-c', 'import cryptography.x509']) === undefined)('pyca/cryptography', () => {
  it('writes CSRs that pass', () => {
    const files = execFileSync('python3', ['-c', PYCA], { encoding: 'utf8' }).trim().split('\n\n');
    expect(files.map(warnings)).toEqual([[], [], [], [], ['requested-extensions', 'challenge-password']]);
    for (const file of files) expect(judgeFile(file).subject).toBe('CN=größe\\, 1,C=CH');
  });
});

const extension = (oid: string, hex: string, critical = false) =>
  der.sequence(der.oid(oid), ...(critical ? [Buffer.from('0101ff', 'hex')] : []), der.octets(Buffer.from(hex, 'hex')));
const attribute = (oid: string, ...values: readonly Uint8Array[]) => der.sequence(der.oid(oid), der.set(...values));
const extensionRequest = (...extensions: readonly Uint8Array[]) =>
  attribute('1.2.840.113549.1.9.14', der.sequence(...extensions));
const printable = (text: string) => encode(0x13, Buffer.from(text));
const ia5 = (text: string) => encode(0x16, Buffer.from(text));
const bmp = (text: string) => encode(0x1e, Buffer.from(text, 'utf16le').swap16());
const key = makeKey('RSA-2048');
const ecKey = makeKey('P-256');

// Tools that are not to be had here: the label, line ends, attributes and string types that each of them writes.
describe('CSRs as other tools write them pass', () => {
  it('certreq of Windows: its label, CRLF, and attributes that tell of the machine', () => {
    const attributes = [
      attribute('1.3.6.1.4.1.311.13.2.3', ia5('10.0.19045.2')),
      attribute(
        '1.3.6.1.4.1.311.21.20',
        der.sequence(der.integer(5), der.utf8('FACTORY-7'), der.utf8('FACTORY-7\\operator'), der.utf8('certreq.exe')),
      ),
      attribute(
        '1.3.6.1.4.1.311.13.2.2',
        der.sequence(der.integer(1), bmp('Microsoft RSA SChannel Cryptographic Provider'), der.bits(new Uint8Array())),
      ),
      extensionRequest(
        extension('2.5.29.15', '030205a0', true),
        extension('1.2.840.113549.1.9.15', '3037300e06082a864886f70d030202020080'),
        extension('2.5.29.14', '0414000102030405060708090a0b0c0d0e0f10111213'),
      ),
    ];
    const file = makeCsr({ key, subject: [['CN', printable('device-1')]], attributes });
    const pem = toPem(file, 'NEW CERTIFICATE REQUEST', '\r\n');
    expect(warnings(pem)).toEqual(['requested-extensions']);
    const utf16 = Buffer.from(`\ufeff${pem}`, 'utf16le');
    expect(judgeFile(utf16).csr?.csrSha256).toBe(judgeFile(pem).csr?.csrSha256);
  });

  it('old certreq of Windows: 137 zero bytes for a signature, and extensions under the OID of Microsoft', () => {
    const attributes = [
      attribute('1.3.6.1.4.1.311.13.2.3', ia5('5.2.3790.2')),
      attribute('1.3.6.1.4.1.311.2.1.14', der.sequence(extension('2.5.29.37', '300a06082b06010505070302'))),
      attribute(
        '1.3.6.1.4.1.311.13.2.2',
        der.sequence(
          der.integer(1),
          bmp('Microsoft RSA SChannel Cryptographic Provider'),
          der.bits(new Uint8Array(136)),
        ),
      ),
    ];
    const subject = [
      ['C', printable('CH')],
      ['CN', bmp('Gerät 1')],
    ] as const;
    expect(warnings(makeCsr({ key, subject, attributes, hash: 'sha1' }))).toEqual([
      'sha1-signature',
      'requested-extensions',
    ]);
  });

  it('crypto/x509 of Go, and step with it: attributes only when there are any, names in the DNS', () => {
    const subject = [
      ['C', printable('CH')],
      ['O', printable('Example')],
      ['CN', printable('sensor-1.example')],
    ] as const;
    expect(warnings(toPem(makeCsr({ key: ecKey, subject })))).toEqual([]);
    const attributes = [extensionRequest(extension('2.5.29.17', '3012821073656e736f722d312e6578616d706c65'))];
    expect(warnings(toPem(makeCsr({ key: ecKey, subject, attributes })))).toEqual(['requested-extensions']);
  });

  it('mbedTLS, and ESP-IDF with it: key usage and a type of Netscape', () => {
    const subject = [
      ['C', printable('CH')],
      ['O', der.utf8('Example')],
      ['CN', der.utf8('sensor-1')],
    ] as const;
    const signed = extensionRequest(extension('2.5.29.15', '03020780'));
    expect(warnings(toPem(makeCsr({ key: ecKey, subject, attributes: [signed] })))).toEqual([]);
    const both = extensionRequest(extension('2.5.29.15', '03020780'), extension('2.16.840.1.113730.1.1', '03020780'));
    expect(warnings(toPem(makeCsr({ key, subject, attributes: [both] })))).toEqual(['requested-extensions']);
  });

  it('GnuTLS: NULL where ECDSA has no parameters, and extensions it always asks for', () => {
    const attributes = [
      extensionRequest(extension('2.5.29.19', '3000', true), extension('2.5.29.15', '03020780', true)),
    ];
    const signatureAlgorithm = der.sequence(der.oid('1.2.840.10045.4.3.2'), der.null());
    expect(warnings(makeCsr({ key: ecKey, attributes, signatureAlgorithm }))).toEqual([]);
  });

  it('Keychain of macOS: an e-mail address in IA5String', () => {
    const subject = [
      ['1.2.840.113549.1.9.1', ia5('factory@example.com')],
      ['CN', der.utf8('sensor-1')],
      ['C', printable('CH')],
    ] as const;
    expect(warnings(toPem(makeCsr({ key, subject })))).toEqual([]);
  });

  it('Bouncy Castle and certbot: text before the PEM, version 2, no line end', () => {
    const file = `-- sensor-1 --\n${toPem(makeCsr({ key, version: 2 })).trim()}`;
    expect(warnings(file)).toEqual(['version']);
  });
});
