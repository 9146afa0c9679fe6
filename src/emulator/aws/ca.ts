import { createHash, generateKeyPair, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { CertificationRequest } from './certification-request.ts';
import { der, oid, readChildren, readElement, TAG } from './der.ts';

/** A certificate as the CA hands it out. */
export interface IssuedCertificate {
  /** 64 columns, LF, a line end at the end. */
  readonly pem: string;
  /** SHA-256 of its DER, lower-case hex: AWS IoT's certificateId. */
  readonly sha256: string;
  /** Milliseconds since 1970. */
  readonly notBeforeMs: number;
}

export interface CertificateAuthority {
  /** The CA's own certificate. */
  readonly pem: string;
  /**
   * A certificate for the CSR's key and subject, with the profile of those that AWS IoT issues from a CSR.
   *
   * @param nowMs milliseconds since 1970
   */
  issue(request: CertificationRequest, nowMs: number): Promise<IssuedCertificate>;
  /** The same for a key that nobody asked for: what a client must notice. */
  issueForAnotherKey(request: CertificationRequest, nowMs: number): Promise<IssuedCertificate>;
}

/** Every certificate that AWS IoT issues ends here, so the CA's does, too. */
const NOT_AFTER_MS = Date.UTC(2049, 11, 31, 23, 59, 59);
/** Validity begins a little before the certificate is made: clocks of devices are not exact. */
const BACKDATED_MS = 2 * 60_000;

/** The whole text is the value of one attribute, as in AWS's own certificates. */
const ISSUER = 'Amazon Web Services O=Amazon.com Inc. L=Seattle ST=Washington C=US';

const SHA256_WITH_RSA = der(TAG.sequence, oid('1.2.840.113549.1.1.11'), Buffer.from([5, 0]));
const VERSION_3 = der(TAG.context(0), der(TAG.integer, Buffer.from([2])));
const CRITICAL = Buffer.from([0x01, 0x01, 0xff]);

const AUTHORITY_KEY_ID = oid('2.5.29.35');
const SUBJECT_KEY_ID = oid('2.5.29.14');
const BASIC_CONSTRAINTS = oid('2.5.29.19');
const KEY_USAGE = oid('2.5.29.15');

const LEAF_EXTENSIONS = Buffer.concat([
  extension(BASIC_CONSTRAINTS, true, der(TAG.sequence)),
  // digitalSignature: bit 0 of a BIT STRING with 7 unused bits.
  extension(KEY_USAGE, true, der(TAG.bitString, Buffer.from([7, 0x80]))),
]);
const CA_EXTENSIONS = Buffer.concat([
  extension(BASIC_CONSTRAINTS, true, der(TAG.sequence, CRITICAL)),
  // keyCertSign and cRLSign: bits 5 and 6.
  extension(KEY_USAGE, true, der(TAG.bitString, Buffer.from([1, 0x06]))),
]);

const makeKeys = promisify(generateKeyPair);

/** A CA with a new RSA key. */
export async function createCertificateAuthority(): Promise<CertificateAuthority> {
  const { publicKey, privateKey } = await makeKeys('rsa', { modulusLength: 2_048 });
  const name = der(
    TAG.sequence,
    der(TAG.set, der(TAG.sequence, oid('2.5.4.11'), der(TAG.utf8String, Buffer.from(ISSUER)))),
  );
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const keyId = keyIdentifier(spki);
  const authorityKeyId = extension(AUTHORITY_KEY_ID, false, der(TAG.sequence, der(0x80, keyId)));
  const notAfter = utcTime(NOT_AFTER_MS);

  const make = async (
    subject: Uint8Array,
    key: Uint8Array,
    notBeforeMs: number,
    extensions: readonly Buffer[],
  ): Promise<Buffer> => {
    const certificate = der(
      TAG.sequence,
      VERSION_3,
      der(TAG.integer, serialNumber()),
      SHA256_WITH_RSA,
      name,
      der(TAG.sequence, utcTime(notBeforeMs), notAfter),
      subject,
      key,
      der(TAG.context(3), der(TAG.sequence, ...extensions)),
    );
    const signature = await signWith(privateKey, certificate);
    return der(TAG.sequence, certificate, SHA256_WITH_RSA, der(TAG.bitString, Buffer.of(0), signature));
  };
  const subjectKeyId = (id: Buffer): Buffer => extension(SUBJECT_KEY_ID, false, der(TAG.octetString, id));

  const issue = async ({ subject, spki: key }: CertificationRequest, nowMs: number): Promise<IssuedCertificate> => {
    const notBeforeMs = Math.floor((nowMs - BACKDATED_MS) / 1_000) * 1_000;
    const extensions = [authorityKeyId, subjectKeyId(keyIdentifier(key)), LEAF_EXTENSIONS];
    const certificate = await make(subject, key, notBeforeMs, extensions);
    return { pem: toPem(certificate), sha256: createHash('sha256').update(certificate).digest('hex'), notBeforeMs };
  };
  return {
    pem: toPem(await make(name, spki, Date.UTC(2020, 0, 1), [subjectKeyId(keyId), CA_EXTENSIONS])),
    issue,
    issueForAnotherKey(request, nowMs) {
      const { publicKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return issue({ subject: request.subject, spki: other.export({ type: 'spki', format: 'der' }) }, nowMs);
    },
  };
}

function extension(id: Buffer, critical: boolean, value: Buffer): Buffer {
  return der(TAG.sequence, id, ...(critical ? [CRITICAL] : []), der(TAG.octetString, value));
}

/** SHA-1 of the key's BIT STRING without its head (RFC 5280, 4.2.1.2, method 1). */
function keyIdentifier(spki: Uint8Array): Buffer {
  const [, key] = readChildren(spki, readElement(spki, 0, spki.length));
  if (key === undefined) throw new RangeError('no public key');
  return createHash('sha1')
    .update(spki.subarray(key.content + 1, key.end))
    .digest();
}

/** 20 random bytes that make a positive INTEGER in its shortest form. */
function serialNumber(): Buffer {
  const serial = randomBytes(20);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  return serial;
}

/** `YYMMDDHHMMSSZ`, for years up to 2049 (RFC 5280, 4.1.2.5.1). */
function utcTime(ms: number): Buffer {
  const digits = new Date(ms)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replaceAll(/\D/g, '');
  return der(TAG.utcTime, Buffer.from(`${digits.slice(2)}Z`));
}

/** In Node's thread pool: a signature is most of what a certificate costs, and a second core may have time for it. */
function signWith(key: KeyObject, text: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sign('sha256', text, key, (error, signature) => (error === null ? resolve(signature) : reject(error)));
  });
}

function toPem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
