import { oidText } from './der.ts';

/** What some bytes turned out to be. */
export interface Identity {
  /** With its article: `a certificate`. */
  readonly what: string;
  readonly isPrivateKey: boolean;
  readonly isRequest: boolean;
}

/** An element with the elements in it, as far as it was looked into. */
interface Node {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly children: readonly Node[];
}

/** Enough to distinguish the structures below; keeps the work on hostile input small. */
const MAX_DEPTH = 4;
const MAX_CHILDREN = 10;

/**
 * Names the ASN.1 structures that are mistaken for CSRs, by their outline: the tags of the first elements. For use when
 * something could not be read as a CSR, so it forgives what a reader must not: BER lengths, a cut-off end, and things
 * in a row, of which a private key counts first.
 *
 * @returns what it knows, in the order of the bytes
 */
export function identify(bytes: Uint8Array): readonly Identity[] {
  return outline(bytes, 0).flatMap((node) => {
    const shape = SHAPES.find(({ is }) => is(node));
    if (shape === undefined) return [];
    const { what, isPrivateKey = false, isRequest = false } = shape;
    return [{ what, isPrivateKey, isRequest }];
  });
}

/** Places that are looked at in one search; bytes that are full of beginnings hold no key. */
const MAX_PLACES = 2_000;

/**
 * A private key in DER anywhere in some bytes: behind other data, or inside of another structure. Undefined when there
 * is none. It needs the version that private keys begin with, or the algorithm that encrypts one.
 */
export function findPrivateKeyDer(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  let places = 0;
  for (const { index, 1: length = '' } of text.matchAll(KEY_START)) {
    places += 1;
    if (places > MAX_PLACES) return undefined;
    const [node] = outline(bytes.subarray(index), 0, 1);
    const shape = node && SHAPES.find(({ is, isPrivateKey }) => isPrivateKey && is(node));
    if (shape !== undefined && (length !== '\x80' || index === 0)) return shape.what;
  }
  return undefined;
}

// A SEQUENCE that begins with INTEGER 0, 1 or 3, and then another integer, octets, or a SEQUENCE that begins with an OID,
// as far as its length is a usual one; with an algorithm of PKCS#5 or PKCS#12; or with the OID of a TPM's key. What every
// request begins with, INTEGER 0 and a name, is none of these.
const KEY_START =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are bytes
  /\x30([\x01-\x7f]|\x81.|\x82..|\x83...|\x80)(?=\x02\x01[\x00\x01\x03](?:[\x02\x04]|\x30(?:[\x00-\x80]\x06|\x81.\x06|\x82..\x06|\x83...\x06|[\x84-\xff]))|\x30(?:.|\x81.)\x06[\x09\x0a]\x2a\x86\x48\x86\xf7\x0d\x01[\x05\x0c]|\x06\x06\x67\x81\x05\x0a\x01)/gs;

function outline(bytes: Uint8Array, depth: number, limit = MAX_CHILDREN): readonly Node[] {
  const nodes: Node[] = [];
  let offset = 0;
  while (offset + 2 <= bytes.length && nodes.length < limit) {
    const tag = bytes[offset] ?? 0;
    let length = bytes[offset + 1] ?? 0;
    // The end of an indefinite length.
    if (tag === 0 && length === 0) break;
    let start = offset + 2;
    if (length === 0x80) {
      length = bytes.length;
    } else if (length > 0x80) {
      const lengthEnd = start + (length & 0x7f);
      length = 0;
      for (; start < lengthEnd; start += 1) length = length * 256 + (bytes[start] ?? 0);
    }
    const content = bytes.subarray(start, start + length);
    const isConstructed = (tag & 0x20) !== 0;
    nodes.push({ tag, content, children: isConstructed && depth < MAX_DEPTH ? outline(content, depth + 1) : [] });
    offset = start + length;
  }
  return nodes;
}

/** The tags of the elements in a node, in hex: `02 30 30 a0`. */
function tags(node: Node | undefined): string {
  return node?.children.map(({ tag }) => tag.toString(16).padStart(2, '0')).join(' ') ?? '';
}

interface Shape {
  readonly what: string;
  readonly isPrivateKey?: boolean;
  readonly isRequest?: boolean;
  is(node: Node): boolean;
}

const SHAPES: readonly Shape[] = [
  {
    what: 'a certificate signing request', // RFC 2986
    isRequest: true,
    is: (node) => tags(node) === '30 30 03' && /^02 30 30( a0)?$/.test(tags(node.children[0])),
  },
  {
    what: 'a certificate', // RFC 5280, 4.1
    is: (node) => tags(node) === '30 30 03' && /^(a0 )?02 30 30 30 30 30/.test(tags(node.children[0])),
  },
  {
    what: 'a certificate revocation list', // RFC 5280, 5.1
    is: (node) => tags(node) === '30 30 03' && /^(02 )?30 30 1[78]/.test(tags(node.children[0])),
  },
  {
    what: 'a private key (PKCS#8)', // RFC 5958
    isPrivateKey: true,
    is: (node) => /^02 30 04/.test(tags(node)) && /^06/.test(tags(node.children[1])),
  },
  {
    what: 'an encrypted private key (PKCS#8)', // RFC 5958
    isPrivateKey: true,
    is: (node) => tags(node) === '30 04' && /^06 30/.test(tags(node.children[0])),
  },
  {
    what: 'an EC private key', // RFC 5915
    isPrivateKey: true,
    is: (node) => /^02 04( a0)?( a1)?$/.test(tags(node)) && node.children[0]?.content[0] === 1,
  },
  {
    what: 'an RSA private key', // RFC 8017, A.1.2
    isPrivateKey: true,
    is: (node) => /^02 02 02 02 02 02 02 02 02/.test(tags(node)),
  },
  {
    what: 'a DSA private key', // What OpenSSL writes: version, p, q, g, public, private
    isPrivateKey: true,
    is: (node) => tags(node) === '02 02 02 02 02 02',
  },
  {
    what: 'a PKCS#12 key store', // RFC 7292
    isPrivateKey: true,
    is: (node) => /^02 30/.test(tags(node)) && /^06 a0/.test(tags(node.children[1])),
  },
  {
    what: 'a Java key store (BCFKS)', // Bouncy Castle: an encrypted store, and its integrity check
    isPrivateKey: true,
    is: (node) => tags(node) === '30 30' && tags(node.children[0]) === '30 04' && isPbe(node.children[0]?.children[0]),
  },
  {
    what: 'a TPM 2.0 private key', // TPMKey, 2.23.133.10.1.3 and its neighbours
    isPrivateKey: true,
    is: (node) => startsWithOid(node, '2.23.133.10.1.'),
  },
  {
    what: 'a PKCS#7 container', // RFC 5652; 1.2.840.113549.1.7 and one arc more
    is: (node) => /^06( a0)?$/.test(tags(node)) && startsWithOid(node, '1.2.840.113549.1.7.'),
  },
  {
    what: 'a CRMF certificate request (RFC 4211), which is not PKCS#10',
    is: (node) => isCrmf(node) || (node.children[0] !== undefined && isCrmf(node.children[0])),
  },
  { what: 'a public key', is: (node) => tags(node) === '30 03' && /^06/.test(tags(node.children[0])) }, // RFC 5280, 4.1
  { what: 'an RSA public key (PKCS#1)', is: (node) => tags(node) === '02 02' }, // RFC 8017, A.1.1
];

function startsWithOid(node: Node, prefix: string): boolean {
  const [first] = node.children;
  return first !== undefined && first.content.length <= 32 && oidText(first.content).startsWith(prefix);
}

// PKCS#5 and PKCS#12: what encrypts with a password.
function isPbe(algorithm: Node | undefined): boolean {
  if (algorithm === undefined) return false;
  return ['1.2.840.113549.1.5.', '1.2.840.113549.1.12.1.'].some((prefix) => startsWithOid(algorithm, prefix));
}

// RFC 4211, section 3: CertReqMsg holds a CertRequest, which is an id and a CertTemplate, whose fields are all tagged.
function isCrmf(node: Node): boolean {
  const request = node.children[0];
  return /^02 30/.test(tags(request)) && /^[89ab]/.test(tags(request?.children[1]));
}
