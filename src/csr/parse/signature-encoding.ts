import type { CertificationRequest } from './pkcs10.ts';

/** Bytes of a coordinate, and so of r and of s. */
const EC_SIZES = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

/**
 * Why the bytes of a signature cannot be one of the request's key, whatever was signed; a clause, undefined when they can
 * be. An ECDSA signature is the DER of two positive INTEGERs, r and s (RFC 3279, 2.2.3); one of RSA is as long as the
 * modulus (RFC 8017, 8.2.2).
 */
export function signatureEncodingProblem(
  request: Pick<CertificationRequest, 'key' | 'signature' | 'signatureAlgorithm'>,
): string | undefined {
  const { key, signature, signatureAlgorithm } = request;
  if (key.type === 'ec' && signatureAlgorithm.scheme === 'ecdsa') return ecdsaProblem(signature, EC_SIZES[key.curve]);
  if (key.type !== 'rsa' || !signatureAlgorithm.scheme.startsWith('rsa')) return undefined;
  const length = Math.ceil(key.bits / 8);
  return signature.length === length
    ? undefined
    : `it has ${signature.length} bytes, but a signature of an ${key.name} key has ${length}`;
}

// Read by hand: what assertDer says of a wrong integer does not say which, nor what is wrong with it.
function ecdsaProblem(signature: Uint8Array, size: number): string | undefined {
  if (signature.length === 2 * size && !isSequence(signature)) {
    return `it is ${signature.length} raw bytes, r and s one after the other, without the DER around them`;
  }
  if (!isSequence(signature)) return 'it is not a DER SEQUENCE of two INTEGERs, r and s';
  const [, short = 0, long = 0] = signature;
  const start = short === 0x81 ? 3 : 2;
  const end = start + (short === 0x81 ? long : short);
  if (short === 0x81 && long < 0x80) return 'the length of its SEQUENCE is not in its shortest form';
  if (end > signature.length) return 'its SEQUENCE is longer than what is there';
  let offset = start;
  for (const name of ['r', 's']) {
    const length = signature[offset + 1] ?? 0;
    const next = offset + 2 + length;
    if (signature[offset] !== 0x02 || length >= 0x80 || next > end) return `its ${name} is not an INTEGER in DER`;
    const problem = integerProblem(signature.subarray(offset + 2, next), size);
    if (problem !== undefined) return `its ${name} ${problem}`;
    offset = next;
  }
  if (offset < end) return `${end - offset} more bytes follow s within its SEQUENCE`;
  return end < signature.length ? `${signature.length - end} more bytes follow its SEQUENCE` : undefined;
}

function isSequence([tag, length = 0]: Uint8Array): boolean {
  return tag === 0x30 && length <= 0x81 && length !== 0x80;
}

function integerProblem(digits: Uint8Array, size: number): string | undefined {
  const [first, second = 0] = digits;
  if (first === undefined) return 'is an INTEGER without bytes';
  if (first >= 0x80) return 'is negative: a zero byte belongs before it';
  if (first === 0 && digits.length === 1) return 'is zero';
  if (first === 0 && second < 0x80) return 'begins with a needless zero byte';
  return digits.length - (first === 0 ? 1 : 0) > size ? `is longer than ${size} bytes` : undefined;
}
