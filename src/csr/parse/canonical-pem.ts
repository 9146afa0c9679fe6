/** The longest certificateSigningRequest, in characters (AWS IoT API reference, CreateCertificateFromCsr). */
export const MAX_PEM_LENGTH = 4_096;

const LINE = 64;

const BEGIN = '-----BEGIN CERTIFICATE REQUEST-----\n';
const END = '\n-----END CERTIFICATE REQUEST-----';

/**
 * The PEM that is sent for a request: lines of 64 characters, LF line ends (RFC 7468, section 2).
 *
 * When that is longer than AWS takes, the base64 stands in one line, which is up to 62 characters shorter and which
 * every PEM reader takes. The result can still be longer than {@link MAX_PEM_LENGTH}.
 */
export function canonicalPem(der: Uint8Array): string {
  const base64 = Buffer.from(der.buffer, der.byteOffset, der.length).toString('base64');
  if (wrappedLength(base64.length) > MAX_PEM_LENGTH) return `${BEGIN}${base64}${END}`;
  const lines: string[] = [];
  for (let start = 0; start < base64.length; start += LINE) lines.push(base64.slice(start, start + LINE));
  return `${BEGIN}${lines.join('\n')}${END}\n`;
}

/** The length of the {@link canonicalPem} of a request whose DER has this many bytes. */
export function canonicalPemLength(bytes: number): number {
  const base64 = Math.ceil(bytes / 3) * 4;
  const wrapped = wrappedLength(base64);
  return wrapped <= MAX_PEM_LENGTH ? wrapped : BEGIN.length + base64 + END.length;
}

function wrappedLength(base64: number): number {
  return BEGIN.length + base64 + Math.ceil(base64 / LINE) - 1 + END.length + 1;
}
