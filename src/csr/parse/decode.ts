import type { Contents } from './contents.ts';
import { DerError } from './der.ts';
import { explain } from './explain.ts';
import { explore, findPrivateKey } from './explore.ts';
import { nameForms } from './forms.ts';
import { findPrivateKeyDer, identify } from './identify.ts';
import { findPemBlocks, isRequestBlock } from './pem.ts';
import { readRequest } from './pkcs10.ts';
import { findPrivateKeyMark } from './private-key-marks.ts';
import { decodeText } from './text.ts';

/**
 * Finds the one PKCS#10 request in a file: PEM (labels `CERTIFICATE REQUEST` and `NEW CERTIFICATE REQUEST`, RFC 7468
 * section 7) in UTF-8 or UTF-16, with anything around it, or plain DER. Says what is there when there is no such
 * request. A private key counts first, wherever it stands and however it is written. Never throws; takes time
 * proportional to the file.
 */
export function decode(bytes: Uint8Array): Contents {
  const isDer = looksLikeDer(bytes);
  const text = isDer ? '' : decodeText(bytes);
  const contents = isDer ? decodeDer(bytes) : decodePem(text);
  // Most files are one request and nothing else, in which a key has been searched.
  if (contents?.kind === 'request' || contents?.kind === 'private-key') return contents;
  const found = explore(bytes);
  const key = found.find(({ kind }) => kind === 'private-key');
  if (key !== undefined) return { kind: 'private-key', what: `${key.what}${nameForms(key.forms)}` };
  if (contents !== undefined && contents.kind !== 'malformed') return contents;
  return explain({ isDer, text, found, problem: contents?.problem });
}

// A SEQUENCE whose length is in the long form, whose first byte no text has, or fits the file exactly.
function looksLikeDer(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return first === 0x30 && second !== undefined && (second >= 0x80 || second + 2 === bytes.length);
}

type Read = Extract<Contents, { kind: 'request' | 'private-key' | 'several' | 'malformed' }>;

/** A request in DER, when it holds no private key in its subject or its attributes; undefined when it is something else. */
function decodeDer(der: Uint8Array): Read | undefined {
  try {
    const request = readRequest(der);
    const hidden = findPrivateKeyDer(der) ?? findPrivateKeyMark(Buffer.from(der).toString('latin1'));
    return hidden === undefined ? { kind: 'request', request } : { kind: 'private-key', what: hidden };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    const identities = identify(der);
    const count = identities.filter(({ isRequest }) => isRequest).length;
    if (count > 1) return { kind: 'several', count };
    return identities.length > 0 && count === 0 ? undefined : { kind: 'malformed', problem: error.message };
  }
}

/** The request in a PEM block; undefined when there is no such block, or something else in it. */
function decodePem(text: string): Read | undefined {
  const requests = findPemBlocks(text).filter(isRequestBlock);
  const [request] = requests;
  if (request === undefined) return undefined;
  if (requests.length > 1) return { kind: 'several', count: requests.length };
  if (request.bytes === undefined) return { kind: 'malformed', problem: request.problem };
  const rest = text.replace(WHOLE_BLOCK, '');
  const key = /\S/.test(rest) ? findPrivateKey(Buffer.from(rest)) : undefined;
  if (key !== undefined) return { kind: 'private-key', what: `${key.what}${nameForms(key.forms)}` };
  return decodeDer(request.bytes);
}

const WHOLE_BLOCK = /-----BEGIN (?:NEW )?CERTIFICATE REQUEST-----[^-]*-----END (?:NEW )?CERTIFICATE REQUEST-----/;
