import { ECDH } from 'node:crypto';
import { encode } from '../../../src/csr/parse/der.ts';
import { type Examples, file } from '../example.ts';
import { type CsrParts, der, ecSpki, makeCsr, makeKey, rsaSpki, toPem } from '../make-csr.ts';

const ec = makeKey('P-256');
const rsa = makeKey('RSA-2048');
const modulus = Buffer.from(rsa.publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
const F4 = Uint8Array.of(1, 0, 1);
const P256 = '1.2.840.10045.3.1.7';
const point = ec.publicKey.export({ type: 'spki', format: 'der' }).subarray(26);

const csr = (parts: CsrParts = {}) => file(toPem(makeCsr({ key: ec, ...parts })));
const good = () => csr();

function offTheCurve(): Uint8Array {
  const moved = Uint8Array.from(point);
  moved[64] = (moved[64] ?? 0) ^ 1;
  return ecSpki(P256, moved);
}

function attribute(oid: string, ...values: readonly Uint8Array[]): Uint8Array {
  return der.sequence(der.oid(oid), der.set(...values));
}

/** The attribute that asks for extensions, each a type and its DER in hex. */
function asking(...extensions: readonly (readonly [oid: string, hex: string])[]): Uint8Array {
  const list = extensions.map(([oid, hex]) => der.sequence(der.oid(oid), der.octets(Buffer.from(hex, 'hex'))));
  return attribute('1.2.840.113549.1.9.14', der.sequence(...list));
}

export const examples: Examples = {
  unreadable: {
    passes: good,
    fails: () => ({ files: { 'other.csr': toPem(makeCsr()) }, gone: ['device.csr'] }),
  },
  'file-too-large': {
    passes: () => file(toPem(makeCsr()).padEnd(1_048_576)),
    fails: () => file(toPem(makeCsr()).padEnd(1_048_577)),
  },
  'private-key': {
    passes: good,
    fails: () => file(String(ec.privateKey.export({ type: 'pkcs8', format: 'pem' }))),
  },
  'not-a-csr': {
    passes: () => file(makeCsr()),
    fails: () => file(String(ec.publicKey.export({ type: 'spki', format: 'pem' }))),
  },
  'several-requests': {
    passes: good,
    fails: () => file(toPem(makeCsr()) + toPem(makeCsr())),
  },
  malformed: {
    passes: () => file(`Certificate Request:\n    Data:\n${toPem(makeCsr())}`),
    fails: () => file(Buffer.concat([makeCsr(), Buffer.of(0)])),
  },
  'subject-text': {
    passes: () => csr({ subject: [['CN', 'Zürich']] }),
    fails: () => csr({ subject: [['CN', encode(0x0c, Buffer.from('Zürich', 'latin1'))]] }),
  },
  'subject-meant': {
    passes: () => csr({ subject: [['CN', 'sensor 1, hall']] }),
    fails: () => csr({ subject: [['CN', 'sensor-1, OU=hall']] }),
  },
  version: { passes: () => csr({ version: 0 }), fails: () => csr({ version: 2 }) },
  'attributes-missing': { passes: () => csr({ attributes: [] }), fails: () => csr({ attributes: undefined }) },
  'key-type': { passes: () => csr({ key: makeKey('P-521') }), fails: () => csr({ key: makeKey('Ed25519') }) },
  'allowed-key-types': {
    passes: () => ({ ...csr(), policy: { allowedKeyTypes: ['EC P-256', 'RSA-3072'] } }),
    fails: () => ({ ...csr({ key: rsa }), policy: { allowedKeyTypes: ['EC', 'RSA-3072'] } }),
  },
  'key-size': { passes: () => csr({ key: rsa }), fails: () => csr({ key: makeKey('RSA-1024') }) },
  'rsa-exponent': {
    passes: () => csr({ key: rsa }),
    fails: () => csr({ key: rsa, spki: rsaSpki(modulus, Uint8Array.of(1)) }),
  },
  'rsa-modulus': {
    passes: () => csr({ key: rsa }),
    fails: () => csr({ key: rsa, spki: rsaSpki(Uint8Array.from(modulus).fill(0, -1), F4) }),
  },
  'ec-point': { passes: good, fails: () => csr({ spki: offTheCurve() }) },
  'ec-point-form': {
    passes: good,
    fails: () =>
      csr({
        spki: ecSpki(P256, ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed') as Buffer),
      }),
  },
  'signature-algorithm': { passes: () => csr({ hash: 'sha512' }), fails: () => csr({ hash: 'sha224' }) },
  'pss-parameters': {
    passes: () => csr({ key: rsa, pss: { saltLength: 32 } }),
    fails: () => csr({ key: rsa, pss: { saltLength: 222 } }),
  },
  'sha1-signature': { passes: good, fails: () => csr({ key: rsa, hash: 'sha1' }) },
  'md5-signature': { passes: good, fails: () => csr({ key: rsa, hash: 'md5' }) },
  'key-signature-mismatch': {
    passes: good,
    fails: () => csr({ key: rsa, signatureAlgorithm: der.sequence(der.oid('1.2.840.10045.4.3.2')) }),
  },
  signature: {
    passes: good,
    fails: () => csr({ spki: makeKey('P-256').publicKey.export({ type: 'spki', format: 'der' }) }),
  },
  'too-long': {
    passes: () => csr({ subject: [['CN', 'x'.repeat(2_000)]] }),
    fails: () => csr({ subject: [['CN', 'x'.repeat(4_000)]] }),
  },
  'required-subject-attributes': {
    passes: () => ({
      ...csr({
        subject: [
          ['O', 'Example'],
          ['CN', 'x'],
          ['serialNumber', '7'],
        ],
      }),
      policy: { requiredSubjectAttributes: ['CN', 'serialNumber'] },
    }),
    fails: () => ({
      ...csr({
        subject: [
          ['CN', 'x'],
          ['serialNumber', ' '],
        ],
      }),
      policy: { requiredSubjectAttributes: ['CN', 'serialNumber'] },
    }),
  },
  'subject-pattern': {
    passes: () => ({ ...csr({ subject: [['CN', 'dev-12']] }), policy: { subjectPattern: 'CN=dev-[0-9]+' } }),
    fails: () => ({ ...csr({ subject: [['CN', 'dev-12x']] }), policy: { subjectPattern: 'CN=dev-[0-9]+' } }),
  },
  'thing-name': {
    passes: () => ({ ...csr({ subject: [['CN', 'a:B_9-']] }), policy: { severities: { 'thing-name': 'error' } } }),
    fails: () => ({ ...csr({ subject: [['CN', 'a b']] }), policy: { severities: { 'thing-name': 'error' } } }),
  },
  'requested-extensions': {
    // What every certificate of AWS IoT has anyway.
    passes: () =>
      csr({ attributes: [asking(['2.5.29.19', '3000'], ['2.5.29.15', '03020780'], ['2.5.29.14', '040401020304'])] }),
    fails: () => csr({ attributes: [asking(['2.5.29.19', '3000'], ['2.5.29.17', '3003820178'])] }),
  },
  'challenge-password': {
    passes: () => csr({ attributes: [attribute('1.2.840.113549.1.9.2', der.utf8('a name'))] }),
    fails: () => csr({ attributes: [attribute('1.2.840.113549.1.9.7', encode(0x13, Buffer.from('secret')))] }),
  },
};
