import { type DerReader, TAG } from './der.ts';
import { readString } from './string-types.ts';

/** One attribute of a distinguished name. */
export interface NameAttribute {
  /** `CN`, `O`, `serialNumber` …, or the dotted object identifier when it has no name here. */
  readonly type: string;
  /** Its text, whatever string type holds it; `#` and the hex of its DER when it is `encoded`. */
  readonly value: string;
  /** True for what is no text and for a type without a name here (RFC 4514, 2.4). */
  readonly encoded: boolean;
  /** The tag of the value's ASN.1 type. */
  readonly tag: number;
  /** Its text also when `encoded`; undefined when it has none. */
  readonly text: string | undefined;
  /** Why it is no text, a clause; undefined when it is. */
  readonly problem: string | undefined;
}

/** The relative distinguished names in the order of the encoding; most have one attribute. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

// RFC 4514, section 3, and the LDAP registry (RFC 4519). emailAddress is not in it, but it is what OpenSSL prints
// and what people write.
const TYPES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'sn',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.15': 'businessCategory',
  '2.5.4.17': 'postalCode',
  '2.5.4.41': 'name',
  '2.5.4.42': 'givenName',
  '2.5.4.43': 'initials',
  '2.5.4.44': 'generationQualifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** The types of attributes that have a name here. */
export const SUBJECT_TYPES: readonly string[] = Object.values(TYPES);

/**
 * Reads a Name (RFC 5280, 4.1.2.4) from a reader of its RDNSequence's content.
 *
 * @throws DerError when the structure is not that of a name; strings that hold no text have a `problem`
 */
export function readName(sequence: DerReader): DistinguishedName {
  const name: NameAttribute[][] = [];
  while (sequence.nextTag !== undefined) {
    const set = sequence.enter(TAG.set, 'a relative distinguished name');
    const attributes: NameAttribute[] = [];
    while (set.nextTag !== undefined) {
      const pair = set.enter(TAG.sequence, 'an attribute of the subject');
      const oid = pair.oid('the type of an attribute of the subject');
      const value = pair.any();
      pair.finish('an attribute of the subject');
      const type = TYPES[oid];
      const read = readString(value.tag, pair.content(value));
      const text = 'text' in read ? read.text : undefined;
      const problem = 'text' in read ? undefined : read.problem;
      const encoded = type === undefined || text === undefined;
      const shown = encoded ? `#${Buffer.from(pair.raw(value)).toString('hex')}` : text;
      attributes.push({ type: type ?? oid, value: shown, encoded, tag: value.tag, text, problem });
    }
    name.push(attributes);
  }
  return name;
}

/**
 * RFC 4514 text: the last relative distinguished name first. Empty for an empty name.
 *
 * `map` and `join` are not used: their arrays are of two kinds, so that V8 would compile the function twice on each thread.
 */
export function nameText(name: DistinguishedName): string {
  let text: string | undefined;
  for (const attributes of name) {
    let written = '';
    for (const attribute of attributes) written += `${written === '' ? '' : '+'}${writeAttribute(attribute)}`;
    text = text === undefined ? written : `${written},${text}`;
  }
  return text ?? '';
}

/**
 * What two names are compared by: every byte of the DER of one, a character each. Two names may have one text, when a
 * tool writes another string type.
 */
export function nameBytes(der: Uint8Array): string {
  return Buffer.from(der.buffer, der.byteOffset, der.length).toString('latin1');
}

/** The value of the last attribute of this type: the most specific one. */
export function lastValue(name: DistinguishedName, type: string): string | undefined {
  let value: string | undefined;
  for (const attributes of name) {
    for (const attribute of attributes) if (attribute.type === type) value = attribute.value;
  }
  return value;
}

// RFC 4514, 2.4. Control characters may be written as their bytes in hex; here they always are.
function writeAttribute({ type, value, encoded }: NameAttribute): string {
  if (encoded || /^[A-Za-z0-9._:/-]*$/.test(value)) return `${type}=${value}`;
  const escaped = value
    .replace(/["+,;<>\\]/g, '\\$&')
    .replace(/^[ #]| $/g, '\\$&')
    .replace(/\p{Cc}/gu, (control) => Buffer.from(control).toString('hex').replace(/../g, '\\$&'));
  return `${type}=${escaped}`;
}
