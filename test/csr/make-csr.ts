import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { encode } from '../../src/csr/parse/der.ts';

/** A key pair as node:crypto makes it. */
export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export type KeyKind = 'P-256' | 'P-384' | 'P-521' | 'RSA-2048' | 'RSA-3072' | 'RSA-4096' | 'RSA-1024' | 'Ed25519';

/** A fresh key. RSA keys take a while: share them where a test does not mind. */
export function makeKey(kind: KeyKind): KeyPair {
  if (kind === 'Ed25519') return generateKeyPairSync('ed25519');
  const [family, size] = kind.split('-');
  return family === 'RSA'
    ? generateKeyPairSync('rsa', { modulusLength: Number(size) })
    : generateKeyPairSync('ec', { namedCurve: kind });
}

export interface CsrParts {
  /** Made when missing: EC P-256. */
  readonly key?: KeyPair;
  /** Pairs of attribute type (OID or `CN`, `O` …) and value: text, or the DER of any value. */
  readonly subject?: readonly (readonly [type: string, value: string | Uint8Array])[];
  readonly version?: number;
  /** The DER of each Attribute; `undefined` leaves the field out. */
  readonly attributes?: readonly Uint8Array[] | undefined;
  /** Of the self-signature: what node:crypto is to sign with, and the DER of the AlgorithmIdentifier when it is special. */
  readonly hash?: 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
  readonly pss?: { readonly saltLength: number; readonly maskHash?: CsrParts['hash'] };
  readonly signatureAlgorithm?: Uint8Array;
  /** The DER of the SubjectPublicKeyInfo in place of the key's own. */
  readonly spki?: Uint8Array;
  /** Signs the request information in place of the key. */
  readonly sign?: (info: Uint8Array) => Uint8Array;
}

/** Makes the DER of a CSR by hand, so that any field of it can be wrong. */
export function makeCsr(parts: CsrParts = {}): Buffer {
  const key = parts.key ?? makeKey('P-256');
  const { version = 0, subject = [['CN', 'device-1']], hash = 'sha256', pss } = parts;
  const attributes = 'attributes' in parts ? parts.attributes : [];
  const info = der.sequence(
    encode(0x02, Uint8Array.of(version)),
    der.sequence(
      ...subject.map(([type, value]) => der.set(der.sequence(der.oid(TYPES[type] ?? type), asValue(value)))),
    ),
    parts.spki ?? key.publicKey.export({ type: 'spki', format: 'der' }),
    ...(attributes === undefined ? [] : [encode(0xa0, ...attributes)]),
  );
  const padding = pss === undefined ? {} : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
  const isEdwards = key.privateKey.asymmetricKeyType === 'ed25519';
  const signature = parts.sign?.(info) ?? sign(isEdwards ? null : hash, info, { key: key.privateKey, ...padding });
  const algorithm = parts.signatureAlgorithm ?? algorithmOf(key, hash, pss);
  return Buffer.from(der.sequence(info, algorithm, der.bits(signature)));
}

/** PEM with lines of 64 characters. */
export function toPem(bytes: Uint8Array, label = 'CERTIFICATE REQUEST', lineEnd = '\n'): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join(lineEnd);
}

/** The pieces of DER that CSRs are made of. */
export const der = {
  sequence: (...content: readonly Uint8Array[]) => encode(0x30, ...content),
  set: (...content: readonly Uint8Array[]) => encode(0x31, ...content),
  bits: (content: Uint8Array) => encode(0x03, Uint8Array.of(0), content),
  octets: (content: Uint8Array) => encode(0x04, content),
  null: () => encode(0x05),
  /** An INTEGER that is not negative: a byte, or big-endian bytes. */
  integer(value: number | Uint8Array): Uint8Array {
    const digits = typeof value === 'number' ? Uint8Array.of(value) : value;
    return encode(0x02, Uint8Array.from((digits[0] ?? 0) >= 0x80 ? [0] : []), digits);
  },
  utf8: (text: string) => encode(0x0c, Buffer.from(text)),
  oid(text: string): Uint8Array {
    const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
    return encode(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
  },
};

/** SubjectPublicKeyInfo of an RSA key of any numbers, big-endian. */
export function rsaSpki(modulus: Uint8Array, exponent: Uint8Array): Uint8Array {
  const key = der.sequence(der.integer(modulus), der.integer(exponent));
  return der.sequence(der.sequence(der.oid('1.2.840.113549.1.1.1'), der.null()), der.bits(key));
}

/** SubjectPublicKeyInfo of an EC key of any point. */
export function ecSpki(curveOid: string, point: Uint8Array): Uint8Array {
  return der.sequence(der.sequence(der.oid('1.2.840.10045.2.1'), der.oid(curveOid)), der.bits(point));
}

const TYPES: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  serialNumber: '2.5.4.5',
};

const RSA_ALGORITHMS = { md5: 4, sha1: 5, sha256: 11, sha384: 12, sha512: 13, sha224: 14 } as const;
const ECDSA_ALGORITHMS = { md5: '0', sha1: '1', sha224: '3.1', sha256: '3.2', sha384: '3.3', sha512: '3.4' } as const;
const HASHES = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;

function algorithmOf(key: KeyPair, hash: NonNullable<CsrParts['hash']>, pss: CsrParts['pss']): Uint8Array {
  if (key.privateKey.asymmetricKeyType === 'ed25519') return der.sequence(der.oid('1.3.101.112'));
  if (key.privateKey.asymmetricKeyType === 'ec') {
    return der.sequence(der.oid(`1.2.840.10045.4.${ECDSA_ALGORITHMS[hash]}`));
  }
  if (pss === undefined) return der.sequence(der.oid(`1.2.840.113549.1.1.${RSA_ALGORITHMS[hash]}`), der.null());
  const identifier = (name: NonNullable<CsrParts['hash']>) => der.sequence(der.oid(HASHES[name]), der.null());
  const parameters = der.sequence(
    encode(0xa0, identifier(hash)),
    encode(0xa1, der.sequence(der.oid('1.2.840.113549.1.1.8'), identifier(pss.maskHash ?? hash))),
    encode(0xa2, der.integer(pss.saltLength)),
  );
  return der.sequence(der.oid('1.2.840.113549.1.1.10'), parameters);
}

function asValue(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? der.utf8(value) : value;
}

function base128(arc: number): readonly number[] {
  const digits = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(0x80 + (rest % 128));
  return digits;
}
