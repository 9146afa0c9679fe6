import type { Contents } from './contents.ts';
import { DerError } from './der.ts';
import type { Discovery } from './explore.ts';
import { nameForms, UNDO } from './forms.ts';
import { identify } from './identify.ts';
import { findPemBlocks, isRequestBlock, type PemBlock } from './pem.ts';
import { readRequest } from './pkcs10.ts';
import { fixFor, nameDocument, nameText } from './text-kinds.ts';

/** A file that holds no request that can be taken, and no private key. */
export interface Leftover {
  readonly isDer: boolean;
  /** Its text; empty for DER. */
  readonly text: string;
  /** As {@link explore} found it. */
  readonly found: readonly Discovery[];
  /** Why the request in it cannot be read, where there is one. */
  readonly problem: string | undefined;
}

/** Says what a file is that holds no request that can be taken, and how a request comes of it. */
export function explain({ isDer, text, found, problem: read }: Leftover): Contents {
  const [block] = findPemBlocks(text);
  const problem = read ?? (block === undefined ? damagedLabel(text) : undefined);
  const wrapped = findWrapped(found, text, problem);
  if (problem !== undefined)
    return wrapped === undefined ? { kind: 'malformed', problem } : explainWrapped(wrapped, text);
  const kind = nameText(text);
  if (kind !== undefined) return other(kind.what, kind.fix);
  if (block !== undefined) return other(...nameBlock(block));
  if (wrapped !== undefined) return explainWrapped(wrapped, text);
  const [first] = found;
  if (first !== undefined) return explainFound(first, isDer);
  const document = nameDocument(text);
  if (document !== undefined) return other(document.what, document.fix);
  if (text.trim() === '') return other('nothing', 'Write the CSR of the device into it, or remove it.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they distinguish text from other data
  return other(/[\u0000-\u0008\ufffd]/.test(text) ? 'binary data' : 'text without a PEM block');
}

/** The request that is written in another form; of several forms that fit, the one that the lines of the text have. */
function findWrapped(found: readonly Discovery[], text: string, problem: string | undefined): Discovery | undefined {
  const all = found.filter((one) => one.kind === 'request' && one.forms.length > 0 && isWorthNaming(one, problem));
  const isOfLines = /\S[\r\n]+.*\S[\r\n]+.*\S/.test(text);
  return (isOfLines ? all.find(({ forms, isCut }) => isCut && forms.length === 1) : undefined) ?? all[0];
}

function damagedLabel(text: string): string | undefined {
  if (!/BEGIN (NEW )?CERTIFICATE REQUEST/.test(text)) return undefined;
  return 'the hyphens of its BEGIN line are damaged: five belong on each side';
}

function other(what: string, fix: string | undefined = fixFor(what)): Contents {
  return { kind: 'other', what, fix };
}

/**
 * A block that is broken for another reason is not called a wrapped one: what is found in it must be a whole request,
 * and its lines must have something before or behind them.
 */
function isWorthNaming({ der, forms, isCut }: Discovery, problem: string | undefined): boolean {
  if (problem === undefined) return true;
  return der !== undefined && (forms[0] !== 'base64' || isCut) && isRequest(der);
}

function isRequest(der: Uint8Array): boolean {
  try {
    readRequest(der);
    return true;
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}

const LABELS = 'the lines -----BEGIN CERTIFICATE REQUEST----- and -----END CERTIFICATE REQUEST-----';

function explainWrapped({ what, forms, isPem, isCut }: Discovery, text: string): Contents {
  const [outer = 'base64', ...inner] = forms;
  if (outer !== 'base64' || inner.length > 0) return other(`${what}${nameForms(forms)}`, UNDO[outer]);
  if (isPem) return other(`${what}, PEM and all, in base64`, UNDO.base64);
  if (!isCut)
    return other(
      `${what} in base64 without its BEGIN and END lines`,
      `Put it between ${LABELS}, or decode it: \`base64 -d FILE > device.csr\`.`,
    );
  if (!/CERTIFICATE REQUEST/.test(text)) {
    return other(`${what} in base64 within other text`, `Keep only its base64, and put it between ${LABELS}.`);
  }
  return /["'`][A-Za-z0-9+/]{16}/.test(text)
    ? other(
        `${what} as strings of source code`,
        'Keep only what stands between the quotation marks, a line for each string, without escapes and signs between them.',
      )
    : other(
        `${what} with something before or behind its lines`,
        'Keep only its own lines, from BEGIN to END, without prompts, line numbers and what a modem or a terminal printed.',
      );
}

function explainFound({ what, forms }: Discovery, isDer: boolean): Contents {
  const where =
    forms.length === 0 && !isDer && !/(file|archive|image|document|program|database)/.test(what)
      ? ' among other bytes'
      : '';
  const isPacked = forms.length === 0 && where === '';
  return other(
    `${what}${where}${nameForms(forms)}`,
    fixFor(what) ?? (isPacked ? undefined : UNDO[forms[0] ?? 'base64']),
  );
}

const BLOCKS: Readonly<Record<string, string>> = {
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
  'PGP PUBLIC KEY BLOCK': 'a PGP public key',
  'PGP MESSAGE': 'a PGP message',
  'PGP SIGNED MESSAGE': 'a PGP message',
  'PGP SIGNATURE': 'a PGP signature',
  'AGE ENCRYPTED FILE': 'a file that age has encrypted',
};

function nameBlock(block: PemBlock): readonly [what: string, fix?: string] {
  const { label, bytes } = block;
  const identity = bytes === undefined ? undefined : identify(bytes)[0];
  if (identity?.isRequest && !isRequestBlock(block)) {
    return [`a certificate signing request under the label ${label}`, `Put it between ${LABELS}.`];
  }
  return [BLOCKS[label] ?? identity?.what ?? `a PEM block labelled ${label}`];
}
