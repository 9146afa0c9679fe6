import { resolve, sep } from 'node:path';
import { read } from '../csr/files/read.ts';
import type { KnownKey } from '../csr/known-key.ts';
import { readHolder } from '../csr/parse/certificate-holder.ts';
import { UserError } from '../lib/user-error.ts';
import { readLedger } from './ledger.ts';
import type { LedgerEntry } from './ledger-line.ts';
import { readManifest } from './manifest.ts';
import { withdrawnAs } from './status.ts';

/** Where keys are remembered. */
export interface KnownKeyOptions {
  /** Absolute path of the ledger; undefined: none is kept. */
  readonly ledger: string | undefined;
  /** Absolute. */
  readonly outputDirectory: string;
  readonly mode: 'issue' | 'validate' | 'audit' | 'revoke' | 'retire';
}

/**
 * The keys that have a certificate, for judging a batch beside them: those of the ledger, in any account and region, and
 * those of the manifest in the output directory. Each certificate counts once.
 *
 * @param shared what a ledger in a table has
 * @throws UserError when the ledger, or the manifest that certificates would be added to, cannot be read
 */
export async function readKnownKeys(
  options: KnownKeyOptions,
  shared: readonly LedgerEntry[] = [],
): Promise<readonly KnownKey[]> {
  const keys = new Map<string, KnownKey>();
  for (const entry of [...(await readLedger(options.ledger)).entries, ...shared]) {
    const { certificateId, certificatePem } = entry;
    keys.set(certificateId, toKnownKey({ ...entry, isRetired: withdrawnAs(entry) !== undefined }, certificatePem));
  }
  for (const entry of await readEntries(options)) {
    const { certificateId, spkiSha256, file } = entry;
    if (certificateId === null || spkiSha256 === null) continue;
    const known = keys.get(certificateId);
    if (known?.subject !== undefined) continue;
    const pem = file === null ? null : readText(options.outputDirectory, file);
    const retired = known?.isRetired ?? false;
    keys.set(certificateId, toKnownKey({ ...entry, certificateId, spkiSha256, isRetired: retired }, pem));
  }
  return [...keys.values()];
}

async function readEntries({ outputDirectory, mode }: KnownKeyOptions) {
  try {
    return (await readManifest(outputDirectory))?.certificates ?? [];
  } catch (error) {
    // Nothing is written where CSRs are only judged, so what else stands there does not matter; and what keeps a
    // directory from being read is reported where it is opened.
    const isOther = error instanceof UserError && mode === 'validate';
    if (isOther || (error as NodeJS.ErrnoException).syscall !== undefined) return [];
    throw error;
  }
}

/** The text of a file below a directory; null when there is none, or it would be elsewhere. */
function readText(directory: string, name: string): string | null {
  const path = resolve(directory, name);
  if (!path.startsWith(directory + sep)) return null;
  const file = read(path);
  return file instanceof Uint8Array ? Buffer.from(file).toString('latin1') : null;
}

function toKnownKey(
  entry: {
    readonly certificateId: string;
    readonly spkiSha256: string;
    readonly csrSha256: string | null;
    readonly csrPath: string | null;
    readonly isRetired: boolean;
  },
  pem: string | null,
): KnownKey {
  const { certificateId, spkiSha256, csrSha256, csrPath, isRetired } = entry;
  const read = pem === null ? undefined : readHolder(pem);
  const holder = read?.spkiSha256 === spkiSha256 ? read : undefined;
  return {
    spkiSha256,
    certificateId,
    csrSha256: csrSha256 ?? undefined,
    csrPath: csrPath ?? undefined,
    subject: holder?.subject,
    subjectBytes: holder?.subjectBytes,
    // A copy: a view would keep the whole certificate in memory.
    modulus: holder?.key.type === 'rsa' ? Uint8Array.from(holder.key.modulus) : undefined,
    isRetired,
  };
}
