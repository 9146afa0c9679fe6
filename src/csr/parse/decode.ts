import type { Contents } from './contents.ts';
import { DerError } from './der.ts';
import { type Identity, identify } from './identify.ts';
import { decodeBase64, findPemBlocks, type PemBlock } from './pem.ts';
import { readRequest } from './pkcs10.ts';
import { decodeText } from './text.ts';

/**
 * Finds the one PKCS#10 request in a file: PEM (labels `CERTIFICATE REQUEST` and `NEW CERTIFICATE REQUEST`, RFC 7468
 * section 7) in UTF-8 or UTF-16, with anything around it, or plain DER. Says what is there when there is no such
 * request. Never throws; takes time proportional to the file.
 */
export function decode(bytes: Uint8Array): Contents {
  if (looksLikeDer(bytes)) {
    const label = findPrivateKeyLabel(Buffer.from(bytes).toString('latin1'));
    return label === undefined ? decodeDer(bytes) : { kind: 'private-key', what: label };
  }
  if (isJavaKeyStore(bytes)) return { kind: 'private-key', what: 'a Java key store' };
  return decodeWritten(decodeText(bytes), bytes);
}

// The magic numbers of JKS and JCEKS; keytool's default is PKCS#12 since Java 9, and is found by its outline.
function isJavaKeyStore(bytes: Uint8Array): boolean {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return magic === 'feedfeed' || magic === 'cececece';
}

// A SEQUENCE whose length is in the long form, whose first byte no text has, or fits the file exactly.
function looksLikeDer(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return first === 0x30 && second !== undefined && (second >= 0x80 || second + 2 === bytes.length);
}

function decodeDer(der: Uint8Array): Contents {
  try {
    return { kind: 'request', request: readRequest(der) };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    return explainDer(der) ?? { kind: 'malformed', problem: error.message };
  }
}

// What it is instead of one well-formed request; undefined when it may be a malformed request.
function explainDer(der: Uint8Array): Contents | undefined {
  const identities = identify(der);
  const privateKey = identities.find(({ isPrivateKey }) => isPrivateKey);
  if (privateKey !== undefined) return { kind: 'private-key', what: privateKey.what };
  const count = identities.filter(({ isRequest }) => isRequest).length;
  if (count > 1) return { kind: 'several', count };
  const [first] = identities;
  return first === undefined || count > 0 ? undefined : { kind: 'other', what: first.what };
}

function decodeWritten(text: string, raw: Uint8Array): Contents {
  const privateKey = findPrivateKeyLabel(text);
  if (privateKey !== undefined) return { kind: 'private-key', what: privateKey };
  const blocks = findPemBlocks(text);
  const requests = blocks.filter(isRequestBlock);
  const others = blocks.filter((block) => !isRequestBlock(block));
  for (const { bytes } of others) {
    const hidden = bytes === undefined ? undefined : identify(bytes).find(({ isPrivateKey }) => isPrivateKey);
    if (hidden !== undefined) return { kind: 'private-key', what: hidden.what };
  }
  const [request] = requests;
  if (request === undefined) return explainText(text, raw, others[0]);
  if (requests.length > 1) return { kind: 'several', count: requests.length };
  return request.bytes === undefined ? { kind: 'malformed', problem: request.problem } : decodeDer(request.bytes);
}

function isRequestBlock({ label }: PemBlock): boolean {
  return label === 'CERTIFICATE REQUEST' || label === 'NEW CERTIFICATE REQUEST';
}

// Any label that says PRIVATE KEY, whatever became of the dashes around it, and what keeps private keys without a label:
// PuTTY's files, and JSON Web Keys (RFC 7518, 6.2.2 and 6.3.2).
function findPrivateKeyLabel(text: string): string | undefined {
  if (text.includes('PuTTY-User-Key-File-')) return 'a PuTTY private key';
  if (/"kty"\s{0,20}:/.test(text) && /"d"\s{0,20}:\s{0,20}"/.test(text)) return 'a private key (JWK)';
  const label = /BEGIN ([A-Z0-9 ]{0,40}PRIVATE KEY)/.exec(text)?.[1];
  return label === undefined ? undefined : `a private key (${label})`;
}

// What a file is that holds no request; `block` is the first PEM block in it.
function explainText(text: string, raw: Uint8Array, block: PemBlock | undefined): Contents {
  if (block !== undefined) return { kind: 'other', what: nameBlock(block) };
  if (/BEGIN (NEW )?CERTIFICATE REQUEST/.test(text)) {
    return { kind: 'malformed', problem: 'the hyphens of its BEGIN line are damaged: five belong on each side' };
  }
  const content = text.trim();
  if (content === '') return { kind: 'other', what: 'nothing' };
  const base64 = decodeBase64(content.replace(/\s+/g, ''));
  const identity = strongest(identify(base64 ?? raw));
  if (identity?.isPrivateKey) return { kind: 'private-key', what: identity.what };
  if (identity !== undefined) {
    const form = base64 === undefined ? 'among other bytes' : 'in base64 without its BEGIN and END lines';
    return { kind: 'other', what: `${identity.what} ${form}` };
  }
  if (/"kty"\s{0,20}:/.test(content)) return { kind: 'other', what: 'a public key (JWK)' };
  if (/^(ssh-|ecdsa-sha2-|sk-)\S+ AAAA/.test(content)) return { kind: 'other', what: 'an OpenSSH public key' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell text from other data
  return { kind: 'other', what: /[\u0000-\u0008\ufffd]/.test(content) ? 'binary data' : 'text without a PEM block' };
}

function strongest(identities: readonly Identity[]): Identity | undefined {
  return identities.find(({ isPrivateKey }) => isPrivateKey) ?? identities[0];
}

const LABELS: Readonly<Record<string, string>> = {
  CERTIFICATE: 'a certificate',
  'X509 CERTIFICATE': 'a certificate',
  'TRUSTED CERTIFICATE': 'a certificate',
  'X509 CRL': 'a certificate revocation list',
  PKCS7: 'a PKCS#7 container',
  'PKCS #7 SIGNED DATA': 'a PKCS#7 container',
  CMS: 'a PKCS#7 container',
  'PUBLIC KEY': 'a public key',
  'RSA PUBLIC KEY': 'a public key',
  'EC PARAMETERS': 'EC parameters',
  'DH PARAMETERS': 'Diffie-Hellman parameters',
};

function nameBlock({ label, bytes }: PemBlock): string {
  const identity = bytes === undefined ? undefined : identify(bytes)[0];
  if (identity?.isRequest) return `a certificate signing request under the label ${label}`;
  return LABELS[label] ?? identity?.what ?? `a PEM block labelled ${label}`;
}
