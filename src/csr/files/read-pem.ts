import { hash } from 'node:crypto';
import type { Csr } from '../csr.ts';
import { canonicalPem } from '../parse/canonical-pem.ts';
import { decode } from '../parse/decode.ts';
import { read } from './read.ts';

/**
 * The canonical PEM of a CSR, of at most 4,096 characters, from its file; undefined when the file holds another request
 * now, or none. A batch of 100,000 would take 50 MB if it kept them.
 *
 * @param absolutePath the file that the CSR was read from
 */
export function readPem(absolutePath: string, { csrSha256 }: Pick<Csr, 'csrSha256'>): string | undefined {
  const file = read(absolutePath);
  const contents = file instanceof Uint8Array ? decode(file) : file;
  if (contents.kind !== 'request') return undefined;
  const { der } = contents.request;
  return hash('sha256', der, 'hex') === csrSha256 ? canonicalPem(der) : undefined;
}
