import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/csr/parse/der.ts';
import { der, makeCsr, makeKey, toPem } from './make-csr.ts';
import { judgeFile, rulesOf, wordsOf } from './verdicts.ts';

const ec = makeKey('P-256');
const rsa = makeKey('RSA-2048');
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
const csr = toPem(makeCsr({ key: ec }));

const passphrase = { cipher: 'aes-256-cbc', passphrase: 'secret' } as const;
const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1', extra: object = {}): string =>
  key.export({ type, format: 'pem', ...extra }) as string;
const raw = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1', extra: object = {}): Buffer =>
  key.export({ type, format: 'der', ...extra }) as Buffer;

describe('a private key is found and never shown', () => {
  const sec1 = raw(ec.privateKey, 'sec1');
  const pfx = der.sequence(
    der.integer(3),
    der.sequence(der.oid('1.2.840.113549.1.7.1'), encode(0xa0, der.octets(Buffer.alloc(200, 7)))),
  );
  const files: Readonly<Record<string, Uint8Array | string>> = {
    'PKCS#8': pem(ec.privateKey, 'pkcs8'),
    'encrypted PKCS#8': pem(rsa.privateKey, 'pkcs8', passphrase),
    'PKCS#1': pem(rsa.privateKey, 'pkcs1'),
    'encrypted PKCS#1': pem(rsa.privateKey, 'pkcs1', passphrase),
    'SEC 1': pem(ec.privateKey, 'sec1'),
    DSA: toPem(Buffer.from('x'.repeat(100)), 'DSA PRIVATE KEY'),
    OpenSSH: toPem(Buffer.from('openssh-key-v1'), 'OPENSSH PRIVATE KEY'),
    'SEC 1 with parameters': `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${pem(ec.privateKey, 'sec1')}`,
    PuTTY: 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n',
    'behind a CSR': `${csr}${pem(ec.privateKey, 'sec1')}`,
    'before a CSR': `${pem(ec.privateKey, 'pkcs8')}${csr}`,
    'in UTF-16': Buffer.from(`\ufeff${pem(ec.privateKey, 'pkcs8')}`, 'utf16le'),
    'with damaged hyphens': pem(ec.privateKey, 'pkcs8').replaceAll('-----', '—'),
    'cut off': pem(ec.privateKey, 'pkcs8').slice(0, 80),
    'under the label of a CSR': toPem(raw(ec.privateKey, 'pkcs8'), 'CERTIFICATE REQUEST'),
    'under the label of a certificate': `${csr}${toPem(sec1, 'CERTIFICATE')}`,
    'in base64 without lines around it': raw(ec.privateKey, 'pkcs8').toString('base64'),
    'PKCS#8 DER': raw(rsa.privateKey, 'pkcs8'),
    'PKCS#8 DER of an EC key': raw(ec.privateKey, 'pkcs8'),
    'PKCS#8 DER of a DSA key': raw(dsa.privateKey, 'pkcs8'),
    'PKCS#8 DER of an Ed25519 key': raw(makeKey('Ed25519').privateKey, 'pkcs8'),
    'encrypted PKCS#8 DER': raw(rsa.privateKey, 'pkcs8', passphrase),
    'PKCS#1 DER': raw(rsa.privateKey, 'pkcs1'),
    'SEC 1 DER': sec1,
    'SEC 1 DER and a line end': Buffer.concat([sec1, Buffer.from('\n')]),
    'PKCS#12 DER': pfx,
    'a PGP key':
      '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nlQdGBGVhbHRoIGlzIGEga2V5\n-----END PGP PRIVATE KEY BLOCK-----\n',
    'an SSH2 key': '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nP2/56wAAAi4AAAA3aWYtbW9kbntz\n',
    'a JSON Web Key': JSON.stringify(ec.privateKey.export({ format: 'jwk' }), null, 2),
    'a set of JSON Web Keys': JSON.stringify({ keys: [rsa.privateKey.export({ format: 'jwk' })] }),
    'a Java key store': Buffer.from('feedfeed000000020000000100000001', 'hex'),
    'an old Java key store': Buffer.from('cececece0000000200000001', 'hex'),
    'DER behind the DER of a CSR': Buffer.concat([makeCsr({ key: ec }), raw(ec.privateKey, 'pkcs8')]),
    'PEM behind the DER of a CSR': Buffer.concat([makeCsr({ key: ec }), Buffer.from(pem(ec.privateKey, 'pkcs8'))]),
  };
  for (const [name, file] of Object.entries(files)) {
    it(name, () => {
      const { csr: accepted, findings } = judgeFile(file);
      expect(accepted).toBeUndefined();
      expect(findings.map(({ rule }) => rule)).toEqual(['private-key']);
      const told = JSON.stringify(findings);
      const text = Buffer.from(file).toString('latin1');
      const secrets = text.match(/[A-Za-z0-9+/]{16,}/g) ?? [];
      for (const secret of secrets) expect(told).not.toContain(secret);
    });
  }
});

describe('what is no CSR is named for what it is', () => {
  const time = encode(0x17, Buffer.from('260101000000Z'));
  const algorithm = der.sequence(der.oid('1.2.840.10045.4.3.2'));
  const name = der.sequence(der.set(der.sequence(der.oid('2.5.4.3'), der.utf8('x'))));
  const spki = ec.publicKey.export({ type: 'spki', format: 'der' });
  const signed = (info: Uint8Array) => der.sequence(info, algorithm, der.bits(Buffer.alloc(70, 1)));
  const certificate = signed(
    der.sequence(encode(0xa0, der.integer(2)), der.integer(5), algorithm, name, der.sequence(time, time), name, spki),
  );
  const oldCertificate = signed(der.sequence(der.integer(5), algorithm, name, der.sequence(time, time), name, spki));
  const crl = signed(der.sequence(der.integer(1), algorithm, name, time));
  const pkcs7 = der.sequence(der.oid('1.2.840.113549.1.7.2'), encode(0xa0, der.sequence(der.integer(1))));
  const template = der.sequence(encode(0xa5, name), encode(0xa6, spki));
  const crmf = der.sequence(der.sequence(der.sequence(der.integer(0), template), encode(0x80)));

  const files: Readonly<Record<string, readonly [file: Uint8Array | string, what: string]>> = {
    'a certificate': [toPem(certificate, 'CERTIFICATE'), 'a certificate where'],
    'a certificate in DER': [certificate, 'a certificate where'],
    'a certificate of version 1 in DER': [oldCertificate, 'a certificate where'],
    'a certificate under the label of a CSR': [toPem(certificate), 'a certificate where'],
    'a CSR under the label of a certificate': [
      toPem(makeCsr(), 'CERTIFICATE'),
      'a certificate signing request under the label CERTIFICATE',
    ],
    'a public key': [ec.publicKey.export({ type: 'spki', format: 'pem' }) as string, 'a public key where'],
    'a public key in DER': [spki, 'a public key where'],
    'a public JSON Web Key': [JSON.stringify(ec.publicKey.export({ format: 'jwk' })), 'a public key (JWK)'],
    'an RSA public key in DER': [rsa.publicKey.export({ type: 'pkcs1', format: 'der' }), 'an RSA public key'],
    'PKCS#7': [toPem(pkcs7, 'PKCS7'), 'a PKCS#7 container'],
    'PKCS#7 in DER': [pkcs7, 'a PKCS#7 container'],
    'PKCS#7 in BER': [Buffer.from('308006092a864886f70d010702a0803080020101', 'hex'), 'a PKCS#7 container'],
    'a CRL': [toPem(crl, 'X509 CRL'), 'a certificate revocation list'],
    'a CRL in DER': [crl, 'a certificate revocation list'],
    'CRMF under the label of a CSR': [toPem(crmf), 'a CRMF certificate request'],
    'a label of somebody': [toPem(Buffer.from('hello'), 'X-STRANGE'), 'a PEM block labelled X-STRANGE'],
    'a CSR without its lines': [makeCsr().toString('base64'), 'in base64 without its BEGIN and END lines'],
    'an SSH key': ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ device', 'an OpenSSH public key'],
    'an empty file': ['', 'nothing'],
    'white space': [' \r\n\t', 'nothing'],
    'a byte order mark': ['\ufeff', 'nothing'],
    text: ['Dear Sir or Madam,\n', 'text without a PEM block'],
    JSON: ['{"csr": true}', 'a JSON document'],
    'a file of SOPS': [
      'csr: ENC[AES256_GCM,data:qFY=,iv:x,tag:y,type:str]\nsops:\n    version: 3.8.1\n',
      'SOPS has encrypted',
    ],
    'an address': ['https://portal.example.com/csr/17\n', 'the address of a page'],
    'an answer of HTTP': ['HTTP/1.1 404 Not Found\r\n\r\nno such CSR', 'the answer of an HTTP server'],
    'random bytes': [Buffer.from('8081828384858687', 'hex'), 'binary data'],
    zeros: [Buffer.alloc(100), 'binary data'],
  };
  for (const [title, [file, what]] of Object.entries(files)) {
    it(title, () => {
      expect(rulesOf(file)).toEqual(['not-a-csr']);
      expect(wordsOf(file)).toContain(what);
    });
  }
});
