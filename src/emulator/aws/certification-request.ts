import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { type Element, oid, readChildren, readElement, TAG } from './der.ts';
import { AwsError } from './errors.ts';

/** What a certificate takes over from a CSR, byte for byte. */
export interface CertificationRequest {
  /** DER of the subject's Name. */
  readonly subject: Uint8Array;
  /** DER of the SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
}

/** Request syntax of CreateCertificateFromCsr. */
const MAX_CHARACTERS = 4_096;

const PEM = /^\s*-----BEGIN ((?:NEW )?CERTIFICATE REQUEST)-----([A-Za-z0-9+/\s]+={0,2}\s*)-----END \1-----\s*$/;

const RSASSA_PSS = oid('1.2.840.113549.1.1.10').toString('hex');

/** RFC 8017, RFC 5758. SHA-1 is weak, yet AWS IoT takes it. */
const SIGNATURES: ReadonlyMap<string, { readonly type: 'rsa' | 'ec'; readonly hash: string }> = new Map(
  (
    [
      ['1.2.840.113549.1.1.5', 'rsa', 'sha1'],
      ['1.2.840.113549.1.1.11', 'rsa', 'sha256'],
      ['1.2.840.113549.1.1.12', 'rsa', 'sha384'],
      ['1.2.840.113549.1.1.13', 'rsa', 'sha512'],
      ['1.2.840.10045.4.1', 'ec', 'sha1'],
      ['1.2.840.10045.4.3.2', 'ec', 'sha256'],
      ['1.2.840.10045.4.3.3', 'ec', 'sha384'],
      ['1.2.840.10045.4.3.4', 'ec', 'sha512'],
    ] as const
  ).map(([id, type, hash]) => [oid(id).toString('hex'), { type, hash }]),
);

const HASHES: ReadonlyMap<string, { readonly hash: string; readonly length: number }> = new Map([
  [oid('2.16.840.1.101.3.4.2.1').toString('hex'), { hash: 'sha256', length: 32 }],
  [oid('2.16.840.1.101.3.4.2.2').toString('hex'), { hash: 'sha384', length: 48 }],
  [oid('2.16.840.1.101.3.4.2.3').toString('hex'), { hash: 'sha512', length: 64 }],
]);

/** OpenSSL's names of P-256, P-384 and P-521. */
const CURVES = ['prime256v1', 'secp384r1', 'secp521r1'];

/**
 * Reads and checks a CSR as AWS IoT does: PEM of a PKCS#10 request (RFC 2986) whose signature verifies, with an RSA key
 * of at least 2048 bits or an EC key on P-256, P-384 or P-521.
 * https://docs.aws.amazon.com/iot/latest/apireference/API_CreateCertificateFromCsr.html
 *
 * @throws AwsError InvalidRequestException
 */
export function readCertificationRequest(pem: unknown): CertificationRequest {
  if (typeof pem !== 'string' || pem.length < 1 || pem.length > MAX_CHARACTERS) {
    throw invalid(`certificateSigningRequest must have 1 to ${MAX_CHARACTERS} characters`);
  }
  const base64 = PEM.exec(pem)?.[2];
  if (base64 === undefined) throw invalid('The CSR is not a PEM CERTIFICATE REQUEST');
  try {
    return readDer(Buffer.from(base64, 'base64'));
  } catch (error) {
    // RangeError is the DER reader's, the rest OpenSSL's: both say that the CSR is malformed.
    throw error instanceof AwsError ? error : invalid('The CSR cannot be parsed');
  }
}

function readDer(text: Buffer): CertificationRequest {
  const request = sequence(readElement(text, 0, text.length));
  const [info, algorithm, signature, ...more] = readChildren(text, request);
  if (request.end !== text.length || more.length > 0) throw new RangeError('bytes after the request');
  if (info === undefined || algorithm === undefined || signature?.tag !== TAG.bitString)
    throw new RangeError('no PKCS#10');
  const [version, subject, spki] = readChildren(text, sequence(info));
  if (version?.tag !== TAG.integer || subject === undefined || spki === undefined) throw new RangeError('no PKCS#10');
  sequence(subject);
  sequence(spki);

  const spkiDer = text.subarray(spki.start, spki.end);
  const key = usableKey(spkiDer);
  const signed = text.subarray(info.start, info.end);
  // A BIT STRING begins with the number of its unused bits; a signature has none.
  const value = text.subarray(signature.content + 1, signature.end);
  if (text[signature.content] !== 0 || !signatureVerifies(text, sequence(algorithm), key, signed, value)) {
    throw invalid("The CSR's signature does not verify");
  }
  return { subject: text.subarray(subject.start, subject.end), spki: spkiDer };
}

function sequence(element: Element): Element {
  if (element.tag !== TAG.sequence) throw new RangeError('no SEQUENCE');
  return element;
}

function usableKey(spki: Buffer): KeyObject {
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  const { modulusLength = 0, namedCurve = '' } = key.asymmetricKeyDetails ?? {};
  const usable = key.asymmetricKeyType === 'rsa' ? modulusLength >= 2_048 : CURVES.includes(namedCurve);
  if (!usable) throw invalid('The key must be RSA with at least 2048 bits, or EC on P-256, P-384 or P-521');
  return key;
}

function signatureVerifies(text: Buffer, algorithm: Element, key: KeyObject, signed: Buffer, value: Buffer): boolean {
  const [id, parameters] = readChildren(text, algorithm);
  if (id === undefined) throw new RangeError('no algorithm');
  const name = hex(text, id);
  if (name === RSASSA_PSS && key.asymmetricKeyType === 'rsa') {
    const { hash, length } = pssHash(text, parameters);
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return verify(hash, signed, { key, padding, saltLength: length }, value);
  }
  const known = SIGNATURES.get(name);
  if (known === undefined || known.type !== key.asymmetricKeyType)
    throw invalid('The signature algorithm is not supported');
  return verify(known.hash, signed, key, value);
}

/** RSASSA-PSS-params (RFC 4055): the hash is named in `[0]`; AWS takes a salt as long as the hash only. */
function pssHash(text: Buffer, parameters: Element | undefined): { readonly hash: string; readonly length: number } {
  const field =
    parameters === undefined ? undefined : readChildren(text, parameters).find((child) => child.tag === 0xa0);
  const identifier = field === undefined ? undefined : readElement(text, field.content, field.end);
  const id = identifier === undefined ? undefined : readChildren(text, identifier)[0];
  const known = id === undefined ? undefined : HASHES.get(hex(text, id));
  if (known === undefined) throw invalid('The signature algorithm is not supported');
  return known;
}

function hex(text: Buffer, element: Element): string {
  return text.subarray(element.start, element.end).toString('hex');
}

function invalid(message: string): AwsError {
  return new AwsError('InvalidRequestException', 400, message);
}
