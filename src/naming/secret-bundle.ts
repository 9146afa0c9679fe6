/**
 * Bytes of a secret's value. GitHub takes 48 KB; whichever kilobyte that is, and whether it counts what sealing and
 * base64 add or not, this is below.
 * https://docs.github.com/en/actions/reference/security/secrets#limits-for-secrets
 */
export const MAX_SECRET_BYTES = 48_000;

/** A certificate of a bundle: where `file-name` would put it, and its PEM. */
export interface BundleEntry {
  readonly file: string;
  readonly pem: string;
}

/** Bytes that an entry takes in the JSON object of its secret, the comma included. */
export function entryBytes({ file, pem }: BundleEntry): number {
  return Buffer.byteLength(`${JSON.stringify(file)}:${JSON.stringify(pem)},`);
}

/**
 * Puts things into as few secrets as they fit in, each into the first that has room.
 *
 * @returns for each secret the positions of what is in it
 */
export function pack(sizes: readonly number[]): readonly (readonly number[])[] {
  const bins: { room: number; readonly positions: number[] }[] = [];
  for (const [position, size] of sizes.entries()) {
    let bin = bins.find(({ room }) => room >= size);
    if (bin === undefined) {
      // The braces around the object.
      bin = { room: MAX_SECRET_BYTES - 2, positions: [] };
      bins.push(bin);
    }
    bin.room -= size;
    bin.positions.push(position);
  }
  return bins.map(({ positions }) => positions);
}

/** The value of one secret of a bundle: an object with the PEM of each file. */
export function bundleValue(entries: readonly BundleEntry[]): string {
  return JSON.stringify(Object.fromEntries(entries.map(({ file, pem }) => [file, pem])));
}

/** `IOT_CERTS_1`, `IOT_CERTS_2` …, and `IOT_CERTS_INDEX`. */
export function bundleNames(
  prefix: string,
  parts: number,
): { readonly parts: readonly string[]; readonly index: string } {
  return {
    parts: Array.from({ length: parts }, (_, part) => `${prefix}_${part + 1}`),
    index: `${prefix}_INDEX`,
  };
}

/** The value of the index secret: which secrets hold the bundle. */
export function indexValue(secrets: readonly string[], certificates: number): string {
  return JSON.stringify({ secrets, certificates });
}
