/** Bytes as base64url without padding (RFC 4648, section 5), which JSON Web Keys hold numbers in. */
export function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64url');
}
