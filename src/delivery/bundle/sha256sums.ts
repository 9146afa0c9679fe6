import { hash } from 'node:crypto';

/** The SHA-256 of a file, in lower-case hex. */
export function sha256Of(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/**
 * A file for `sha256sum -c`: a digest and a name a line. A name that holds a line end or a backslash is escaped, and a
 * backslash before the digest says so.
 * https://www.gnu.org/software/coreutils/manual/html_node/md5sum-invocation.html
 *
 * @param digests in lower-case hex, by the names of the files, relative to the directory that the file is in
 */
export function sha256Sums(digests: ReadonlyMap<string, string>): string {
  return [...digests].map(([name, digest]) => sumLine(name, digest)).join('');
}

function sumLine(name: string, digest: string): string {
  const escaped = name.replace(/[\\\n\r]/g, (character) => ESCAPES[character] ?? character);
  return `${escaped === name ? '' : '\\'}${digest}  ${escaped}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };
