import { createPublicKey, ECDH, type JsonWebKey } from 'node:crypto';
import { base64url } from '../../lib/base64url.ts';
import { assertDer, DerError, DerReader, oidText, TAG } from './der.ts';

/** The curves of AWS IoT, with the length of a coordinate in bytes and OpenSSL's name. */
const CURVES = {
  'P-256': { size: 32, openssl: 'prime256v1' },
  'P-384': { size: 48, openssl: 'secp384r1' },
  'P-521': { size: 66, openssl: 'secp521r1' },
} as const;

/** A curve AWS IoT takes. */
export type Curve = keyof typeof CURVES;

export interface RsaKey {
  readonly type: 'rsa';
  readonly name: string;
  /** Length of the modulus in bits. */
  readonly bits: number;
  /** Big-endian, without leading zeros. */
  readonly modulus: Uint8Array;
  /** Big-endian, without leading zeros. */
  readonly exponent: Uint8Array;
}

export interface EcKey {
  readonly type: 'ec';
  readonly name: string;
  readonly curve: Curve;
  /** How the point is written (SEC 1, 2.3.3; hybrid: ANSI X9.62). It need not be on the curve. */
  readonly form: 'uncompressed' | 'compressed' | 'hybrid';
  readonly point: Uint8Array;
}

/** A key AWS IoT cannot use. */
export interface OtherKey {
  readonly type: 'other';
  readonly name: string;
}

export type PublicKey = RsaKey | EcKey | OtherKey;

const RSA = '1.2.840.113549.1.1.1';
const EC = '1.2.840.10045.2.1';

const CURVE_OIDS: Readonly<Record<string, Curve>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

const OTHER_CURVES: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.1': 'P-192',
  '1.2.156.10197.1.301': 'SM2',
  '1.3.132.0.10': 'secp256k1',
  '1.3.132.0.33': 'P-224',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'brainpoolP512r1',
};

const OTHER_KEYS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.10': 'RSASSA-PSS',
  '1.2.840.113549.1.3.1': 'DH',
  '1.2.840.10040.4.1': 'DSA',
  '1.3.14.3.2.12': 'DSA',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};

/**
 * Reads a SubjectPublicKeyInfo (RFC 5280, 4.1.2.7) from a reader of its content.
 *
 * @throws DerError when it, or the RSA or EC key in it, is not what RFC 3279 and RFC 5480 say
 */
export function readKey(spki: DerReader): PublicKey {
  const algorithm = spki.enter(TAG.sequence, "the public key's algorithm");
  const oid = algorithm.oid("the public key's algorithm");
  const parameters = algorithm.nextTag === undefined ? undefined : algorithm.any();
  algorithm.finish("the public key's algorithm");
  const bits = spki.octets('the public key');
  spki.finish('the public key');
  if (oid === RSA) {
    // RFC 3279 wants NULL here; some tools leave it out.
    if (parameters !== undefined && parameters.tag !== TAG.null) {
      throw new DerError('an RSA key has parameters', parameters.start);
    }
    return readRsaKey(bits);
  }
  if (oid !== EC) return { type: 'other', name: OTHER_KEYS[oid] ?? oid };
  if (parameters?.tag === TAG.sequence) return { type: 'other', name: 'EC with explicit curve parameters' };
  if (parameters?.tag !== TAG.oid) return { type: 'other', name: 'EC without a curve' };
  const curveOid = oidText(algorithm.content(parameters));
  const curve = CURVE_OIDS[curveOid];
  if (curve === undefined) return { type: 'other', name: `EC ${OTHER_CURVES[curveOid] ?? curveOid}` };
  return readEcKey(curve, bits);
}

function readRsaKey(bits: Uint8Array): RsaKey {
  assertDer(bits);
  const key = new DerReader(bits).enter(TAG.sequence, 'the RSA key');
  const modulus = key.unsigned('the modulus');
  const exponent = key.unsigned('the public exponent');
  key.finish('the RSA key');
  const bitLength = modulus.length === 0 ? 0 : modulus.length * 8 - Math.clz32(modulus[0] ?? 0) + 24;
  return { type: 'rsa', name: `RSA-${bitLength}`, bits: bitLength, modulus, exponent };
}

function readEcKey(curve: Curve, point: Uint8Array): EcKey {
  const { size } = CURVES[curve];
  const form = FORMS[point[0] ?? 0];
  if (form === undefined || point.length !== 1 + (form === 'compressed' ? size : 2 * size)) {
    throw new DerError(`the public key is not a point of ${curve}`, 0);
  }
  return { type: 'ec', name: `EC ${curve}`, curve, form, point };
}

const FORMS: Readonly<Record<number, EcKey['form']>> = {
  2: 'compressed',
  3: 'compressed',
  4: 'uncompressed',
  6: 'hybrid',
  7: 'hybrid',
};

/** The point as 04 || x || y; undefined when it is compressed and no point of the curve has this x. */
export function uncompressedPoint({ curve, form, point }: EcKey): Uint8Array | undefined {
  if (form === 'uncompressed') return point;
  if (form === 'hybrid') return Uint8Array.from(point).fill(4, 0, 1);
  try {
    return ECDH.convertKey(point, CURVES[curve].openssl, undefined, undefined, 'uncompressed') as Buffer;
  } catch {
    return undefined;
  }
}

/** OpenSSL does not use longer moduli (OPENSSL_RSA_MAX_MODULUS_BITS). */
const MAX_RSA_BITS = 16_384;

/** False when it is no key at all: a point off its curve, a number out of bounds; or none AWS IoT takes. */
export function isUsable(key: PublicKey): boolean {
  const jwk = toJwk(key);
  if (jwk === undefined) return false;
  try {
    createPublicKey({ key: jwk, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

/**
 * True for an RSA key whose signatures prove nothing: with the exponent 1 every number is its own signature, and with an
 * even number in the key there is no private key that fits. OpenSSL says "verify OK" to such CSRs.
 */
export function isForgeable(key: PublicKey): boolean {
  if (key.type !== 'rsa') return false;
  return isEven(key.modulus) || isEven(key.exponent) || (key.exponent.length === 1 && key.exponent[0] === 1);
}

/** Of a big-endian number; zero is even, also when it has no bytes. */
export function isEven(number: Uint8Array): boolean {
  return ((number.at(-1) ?? 0) & 1) === 0;
}

/**
 * The key as node:crypto takes it; undefined when it is none AWS IoT takes. It need not be {@link isUsable}.
 *
 * A JWK because Node 20 takes 2 times (EC) to 20 times (RSA) as long to read a SubjectPublicKeyInfo, and because Node 24
 * takes a third of the time of a verification to make a KeyObject of either.
 */
export function toJwk(key: PublicKey): JsonWebKey | undefined {
  if (key.type === 'rsa' && key.bits <= MAX_RSA_BITS) {
    return { kty: 'RSA', n: base64url(key.modulus), e: base64url(key.exponent) };
  }
  if (key.type !== 'ec') return undefined;
  const point = uncompressedPoint(key);
  if (point === undefined) return undefined;
  const { size } = CURVES[key.curve];
  return {
    kty: 'EC',
    crv: key.curve,
    x: base64url(point.subarray(1, 1 + size)),
    y: base64url(point.subarray(1 + size)),
  };
}
