import { DerError, DerReader, TAG } from './der.ts';
import type { Attribute } from './pkcs10.ts';

/** An extension that a request asks for. */
export interface RequestedExtension {
  /** `subjectAltName`, `keyUsage` …, or the object identifier when it has no name here. */
  readonly name: string;
  /** Hex of its value's DER. */
  readonly value: string;
}

// RFC 2985, 5.4.2, and what Microsoft wrote before it.
const EXTENSION_REQUESTS: ReadonlySet<string> = new Set(['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14']);

const NAMES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.9.15': 'smimeCapabilities',
  '1.3.6.1.4.1.311.20.2': 'a certificate template',
  '1.3.6.1.4.1.311.21.7': 'a certificate template',
  '1.3.6.1.4.1.311.21.10': 'application policies',
  '1.3.6.1.5.5.7.1.24': 'tlsFeature',
  '2.16.840.1.113730.1.1': 'nsCertType',
  '2.16.840.1.113730.1.13': 'nsComment',
  '2.5.29.14': 'subjectKeyIdentifier',
  '2.5.29.15': 'keyUsage',
  '2.5.29.17': 'subjectAltName',
  '2.5.29.19': 'basicConstraints',
  '2.5.29.31': 'cRLDistributionPoints',
  '2.5.29.32': 'certificatePolicies',
  '2.5.29.37': 'extKeyUsage',
};

/** Characters of the longest object identifier that is shown whole. */
const MAX_OID_TEXT = 40;

/**
 * The extensions that a request asks for, in its order. What is not well-formed (RFC 5280, 4.1) is called so: the
 * request is valid all the same, since nobody who signs certificates has to read attributes.
 */
export function readRequestedExtensions(attributes: readonly Attribute[]): readonly RequestedExtension[] {
  return attributes
    .filter(({ oid }) => EXTENSION_REQUESTS.has(oid))
    .flatMap(({ values }) => values.flatMap((value) => readExtensions(value)));
}

function readExtensions(der: Uint8Array): readonly RequestedExtension[] {
  try {
    const extensions = new DerReader(der).enter(TAG.sequence, 'the extensions');
    const found: RequestedExtension[] = [];
    while (extensions.nextTag !== undefined) {
      const extension = extensions.enter(TAG.sequence, 'an extension');
      const oid = extension.oid('the type of an extension');
      if (extension.nextTag === TAG.boolean) extension.any();
      const value = extension.content(extension.take(TAG.octetString, 'the value of an extension'));
      const name = NAMES[oid] ?? (oid.length > MAX_OID_TEXT ? `${oid.slice(0, MAX_OID_TEXT)}…` : oid);
      found.push({ name, value: Buffer.from(value).toString('hex') });
    }
    return found;
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return [{ name: 'extensions that cannot be read', value: '' }];
  }
}
