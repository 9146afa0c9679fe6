import { DerError, type DerReader, TAG } from './der.ts';

/** Hash functions, as node:crypto names them. */
export type Hash = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** How a CSR is signed. */
export interface SignatureAlgorithm {
  /** As in {@link Csr.signatureAlgorithm}. */
  readonly name: string;
  /** `other`: nothing here can check it. */
  readonly scheme: 'rsa' | 'rsa-pss' | 'ecdsa' | 'other';
  readonly hash: Hash | undefined;
  /** Of RSASSA-PSS only. */
  readonly pss: PssParameters | undefined;
}

/** RSASSA-PSS-params (RFC 4055, 3.1). */
export interface PssParameters {
  /** The hash of MGF1; undefined when the mask is made otherwise. */
  readonly maskHash: Hash | undefined;
  /** In bytes. */
  readonly saltLength: number;
}

const RSASSA_PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';

const HASHES: Readonly<Record<string, Hash>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
};

/** Length of a digest in bytes (FIPS 180-4, RFC 1321). */
export const DIGEST_LENGTH: Readonly<Record<Hash, number>> = {
  md5: 16,
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

// RFC 3279, RFC 4055 and RFC 5758.
const SCHEMES: Readonly<Record<string, readonly ['rsa' | 'ecdsa', Hash]>> = {
  '1.2.840.113549.1.1.4': ['rsa', 'md5'],
  '1.2.840.113549.1.1.5': ['rsa', 'sha1'],
  '1.3.14.3.2.29': ['rsa', 'sha1'],
  '1.2.840.113549.1.1.14': ['rsa', 'sha224'],
  '1.2.840.113549.1.1.11': ['rsa', 'sha256'],
  '1.2.840.113549.1.1.12': ['rsa', 'sha384'],
  '1.2.840.113549.1.1.13': ['rsa', 'sha512'],
  '1.2.840.10045.4.1': ['ecdsa', 'sha1'],
  '1.2.840.10045.4.3.1': ['ecdsa', 'sha224'],
  '1.2.840.10045.4.3.2': ['ecdsa', 'sha256'],
  '1.2.840.10045.4.3.3': ['ecdsa', 'sha384'],
  '1.2.840.10045.4.3.4': ['ecdsa', 'sha512'],
};

const OTHERS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'MD2-RSA',
  '1.2.840.10040.4.3': 'SHA1-DSA',
  '1.3.14.3.2.27': 'SHA1-DSA',
  '1.2.156.10197.1.501': 'SM3-SM2',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.2': 'SHA256-DSA',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};

/**
 * Reads the AlgorithmIdentifier of a signature from a reader of its content.
 *
 * @throws DerError when its structure is wrong, or parameters stand where none belong
 */
export function readSignatureAlgorithm(identifier: DerReader): SignatureAlgorithm {
  const oid = identifier.oid('the signature algorithm');
  if (oid === RSASSA_PSS) return readPss(identifier);
  const known = SCHEMES[oid];
  if (known === undefined) return { name: OTHERS[oid] ?? oid, scheme: 'other', hash: undefined, pss: undefined };
  skipNull(identifier, 'the signature algorithm');
  const [scheme, hash] = known;
  return { name: `${hash.toUpperCase()}-${scheme.toUpperCase()}`, scheme, hash, pss: undefined };
}

// RSA wants NULL (RFC 4055, 5) and ECDSA nothing (RFC 5758, 3.2), but tools write either for both.
function skipNull(identifier: DerReader, what: string): void {
  if (identifier.nextTag === TAG.null) identifier.any();
  identifier.finish(what);
}

// RFC 4055, 3.1: every field has a default, and the defaults are SHA-1.
function readPss(identifier: DerReader): SignatureAlgorithm {
  const what = 'the parameters of RSASSA-PSS';
  const parameters = identifier.enter(TAG.sequence, what);
  identifier.finish('the signature algorithm');
  const field = (number: number): DerReader | undefined =>
    parameters.nextTag === 0xa0 + number ? parameters.enter(0xa0 + number, what) : undefined;

  const hashField = field(0);
  const hash = hashField === undefined ? 'sha1' : readHash(hashField, what);
  const maskField = field(1);
  const maskHash = maskField === undefined ? 'sha1' : readMaskHash(maskField, what);
  const saltLength = smallNumber(field(2), 20, what);
  const trailer = smallNumber(field(3), 1, what);
  parameters.finish(what);
  if (trailer !== 1) throw new DerError(`${what} name an unknown trailer`, 0);
  const name = `RSASSA-PSS-${hash?.toUpperCase() ?? 'with an unknown hash'}`;
  return { name, scheme: 'rsa-pss', hash, pss: { maskHash, saltLength } };
}

function readHash(field: DerReader, what: string): Hash | undefined {
  const identifier = field.enter(TAG.sequence, what);
  field.finish(what);
  const hash = HASHES[identifier.oid(what)];
  skipNull(identifier, what);
  return hash;
}

function readMaskHash(field: DerReader, what: string): Hash | undefined {
  const identifier = field.enter(TAG.sequence, what);
  field.finish(what);
  return identifier.oid(what) === MGF1 ? readHash(identifier, what) : undefined;
}

function smallNumber(field: DerReader | undefined, byDefault: number, what: string): number {
  if (field === undefined) return byDefault;
  const digits = field.unsigned(what);
  field.finish(what);
  if (digits.length > 2) throw new DerError(`${what} are out of bounds`, 0);
  return digits.reduce((number, digit) => number * 256 + digit, 0);
}
