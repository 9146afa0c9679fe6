import { readSignatureAlgorithm, type SignatureAlgorithm } from './algorithm-identifier.ts';
import { assertDer, DerError, DerReader, TAG } from './der.ts';
import { type PublicKey, readKey } from './key.ts';
import { type DistinguishedName, readName } from './name.ts';

/** A CertificationRequest (RFC 2986, section 4), read but not judged. Its byte arrays are views of the file's bytes. */
export interface CertificationRequest {
  readonly der: Uint8Array;
  /** The DER of the CertificationRequestInfo: what is signed. */
  readonly info: Uint8Array;
  /** 0 is the only version there is. */
  readonly version: number;
  readonly subject: DistinguishedName;
  /** The DER of the subject. */
  readonly subjectDer: Uint8Array;
  /** The DER of the SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  readonly key: PublicKey;
  /** Undefined when the field is missing, which RFC 2986 does not allow even when it is empty. */
  readonly attributes: readonly Attribute[] | undefined;
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
}

/** An attribute of the request, such as the extensions it asks for. */
export interface Attribute {
  readonly oid: string;
  /** The DER of each value. */
  readonly values: readonly Uint8Array[];
}

/**
 * Reads a certification request, which must be all of `der` and DER throughout.
 *
 * @throws DerError
 */
export function readRequest(der: Uint8Array): CertificationRequest {
  assertDer(der);
  const request = new DerReader(der).enter(TAG.sequence, 'the request');
  const infoElement = request.take(TAG.sequence, 'the request information');
  const identifier = request.enter(TAG.sequence, 'the signature algorithm');
  const signature = request.octets('the signature');
  request.finish('the signature');

  const info = request.inside(infoElement);
  const version = readVersion(info);
  const subject = info.take(TAG.sequence, 'the subject');
  const spki = info.take(TAG.sequence, 'the public key');
  const attributes = info.nextTag === undefined ? undefined : readAttributes(info.enter(0xa0, 'the attributes field'));
  info.finish('the attributes field');
  return {
    der,
    info: request.raw(infoElement),
    version,
    subject: readName(info.inside(subject)),
    subjectDer: info.raw(subject),
    spki: info.raw(spki),
    key: readKey(info.inside(spki)),
    attributes,
    signatureAlgorithm: readSignatureAlgorithm(identifier),
    signature,
  };
}

function readVersion(info: DerReader): number {
  const element = info.take(TAG.integer, 'the version');
  const content = info.content(element);
  const [byte] = content;
  if (byte === undefined || content.length > 1) throw new DerError('the version is out of bounds', element.start);
  return (byte << 24) >> 24;
}

function readAttributes(field: DerReader): readonly Attribute[] {
  const attributes: Attribute[] = [];
  while (field.nextTag !== undefined) {
    const attribute = field.enter(TAG.sequence, 'an attribute');
    const oid = attribute.oid('the type of an attribute');
    const set = attribute.enter(TAG.set, 'the values of an attribute');
    attribute.finish('an attribute');
    const values: Uint8Array[] = [];
    while (set.nextTag !== undefined) values.push(set.raw(set.any()));
    attributes.push({ oid, values });
  }
  return attributes;
}
