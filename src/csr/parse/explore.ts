import { findPrivateKeyDer, identify } from './identify.ts';
import type { Form, Layer } from './layer.ts';
import { identifyMagic } from './magic.ts';
import { findPemBlocks, isRequestBlock } from './pem.ts';
import { findPrivateKeyMark } from './private-key-marks.ts';
import { decodeText } from './text.ts';
import { unwrap } from './unwrap.ts';

/** Something that was recognised, wherever it stood. */
export interface Discovery {
  /** With its article: `a certificate`. */
  readonly what: string;
  readonly kind: 'private-key' | 'request' | 'other';
  /** How it is written, from the outside: `base64` in `gzip` in the file is gzip, base64. Empty: as it is. */
  readonly forms: readonly Form[];
  /** Its DER, where it is one. */
  readonly der: Uint8Array | undefined;
  /** Whether it stood in a PEM block. */
  readonly isPem: boolean;
  /** Whether its lines had something before or behind them. */
  readonly isCut: boolean;
}

/** Wrappings within each other; a key in base64 in JSON in base64 in a zip file has four. */
const MAX_DEPTH = 4;
/** Bytes that are looked at in one file, wrappings included, as a multiple of what the largest file has. */
const MAX_BYTES = 12 * 1_048_576;
const MAX_LAYERS = 400;

/**
 * Looks for private keys, and for what else is known, in some bytes and in everything that may be written inside of them.
 * Stops at a private key, which comes last then. Its time is bounded by {@link MAX_BYTES}.
 */
export function explore(bytes: Uint8Array): readonly Discovery[] {
  const found: Discovery[] = [];
  let queue: readonly (Layer & { readonly forms: readonly Form[] })[] = [{ form: 'wide', bytes, forms: [] }];
  let left = MAX_BYTES;
  let layers = 0;
  for (let depth = 0; depth <= MAX_DEPTH && queue.length > 0; depth += 1) {
    const next: (Layer & { readonly forms: readonly Form[] })[] = [];
    for (const layer of queue) {
      const text = decodeText(layer.bytes);
      const here = recognise(layer.bytes, text).map((one) => ({
        ...one,
        forms: layer.forms,
        isCut: layer.isCut ?? false,
      }));
      found.push(...here);
      if (here.some(({ kind }) => kind === 'private-key')) return found;
      if (depth === MAX_DEPTH) continue;
      for (const inner of unwrap(layer.bytes, text, depth === 0)) {
        left -= inner.bytes.length;
        layers += 1;
        if (left < 0 || layers > MAX_LAYERS) break;
        next.push({ ...inner, forms: [...layer.forms, inner.form] });
      }
    }
    queue = next;
  }
  return found;
}

/** The private key in some bytes, however it is written there; undefined when none was found. */
export function findPrivateKey(bytes: Uint8Array): Discovery | undefined {
  const last = explore(bytes).at(-1);
  return last?.kind === 'private-key' ? last : undefined;
}

type Recognised = Pick<Discovery, 'what' | 'kind' | 'der' | 'isPem'>;

/** What stands in some bytes as they are. */
function recognise(bytes: Uint8Array, text: string): readonly Recognised[] {
  const magic = identifyMagic(bytes);
  const key = (magic?.isPrivateKey ? magic.what : undefined) ?? findPrivateKeyMark(text) ?? findPrivateKeyDer(bytes);
  const found: Recognised[] = [];
  const isDer = bytes[0] === 0x30 && bytes.length > 16;
  for (const { what, isPrivateKey, isRequest } of isDer ? identify(bytes) : []) {
    found.push({
      what,
      kind: isPrivateKey ? 'private-key' : isRequest ? 'request' : 'other',
      der: bytes,
      isPem: false,
    });
  }
  for (const { label, bytes: der } of findPemBlocks(text)) {
    for (const { what, isPrivateKey, isRequest } of der === undefined ? [] : identify(der)) {
      const isCsr = isRequest && isRequestBlock({ label });
      found.push({ what, kind: isPrivateKey ? 'private-key' : isCsr ? 'request' : 'other', der, isPem: true });
    }
  }
  if (magic !== undefined && !magic.isPrivateKey)
    found.push({ what: magic.what, kind: 'other', der: undefined, isPem: false });
  if (key !== undefined) found.push({ what: key, kind: 'private-key', der: undefined, isPem: false });
  const privateKey = found.find(({ kind }) => kind === 'private-key');
  return privateKey === undefined ? found : [privateKey];
}
