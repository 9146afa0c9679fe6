/** The longest certificateSigningRequest, in characters (AWS IoT API reference, CreateCertificateFromCsr). */
export const MAX_PEM_LENGTH = 4_096;

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
  const lines: string[] = [];
  for (let start = 0; start < base64.length; start += 64) lines.push(base64.slice(start, start + 64));
  const wrapped = `${BEGIN}${lines.join('\n')}${END}\n`;
  return wrapped.length <= MAX_PEM_LENGTH ? wrapped : `${BEGIN}${base64}${END}`;
}
