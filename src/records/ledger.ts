import { certificateArn, type Place } from '../aws/place.ts';
import { visible } from '../lib/escape.ts';
import { errorOf } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { isLfsPointer, LFS_FIX } from '../lib/lfs-pointer.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import type { Certificate } from './certificate.ts';
import { type LedgerEntry, parseLedgerLine } from './ledger-line.ts';
import { isUsable } from './status.ts';

/** The ledger file, read. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
}

/**
 * Reads a ledger; a file that is not there is an empty one.
 *
 * @param path absolute; undefined when none is kept
 * @throws UserError `ledger` with the line that is none; the file stays as it is
 */
export async function readLedger(path: string | undefined): Promise<Ledger> {
  if (path === undefined) return { entries: [] };
  let text: string | undefined;
  try {
    text = await readRegularFile(path);
  } catch (error) {
    if (error instanceof UserError) throw errorOf(error, 'ledger', path);
    throw new UserError('ledger', `It cannot be read (${error instanceof Error ? error.message : error}).`, {
      where: path,
      fix: 'Name a file in `ledger`; one that does not exist yet is made.',
      cause: error,
    });
  }
  if (text === undefined) return { entries: [] };
  const entries = plainText(text, path)
    .split(/\r?\n/)
    .flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, index + 1, path)]));
  return { entries };
}

/** The text without the byte order mark that editors of Windows put before it. */
function plainText(text: string, path: string): string {
  if (isLfsPointer(text)) {
    throw new UserError('ledger', 'It is a Git LFS pointer: the ledger itself was not checked out.', {
      where: path,
      fix: LFS_FIX,
    });
  }
  if (/^\ufffd|\0/.test(text.slice(0, 100))) {
    throw new UserError('ledger', 'It is not in UTF-8.', {
      where: path,
      fix: 'Save it in UTF-8 (PowerShell: `-Encoding utf8`), or restore it from its history.',
    });
  }
  return text.replace(/^\ufeff/, '');
}

function parse(line: string, number: number, path: string): LedgerEntry {
  const entry = parseLedgerLine(line);
  if (!('problem' in entry)) return entry;
  throw new UserError('ledger', `Line ${number} is not a certificate of a ledger: ${visible(entry.problem)}.`, {
    where: path,
    fix: 'Correct the line (after a merge conflict, keep the lines of both sides), or restore the file from its history.',
  });
}

/**
 * Adds certificates to a ledger: a line of the same certificate is replaced but for its PEM, which stays when the new one
 * has none; every other stays.
 *
 * The lines are sorted by key and certificate, so that two branches that add different devices merge without a
 * conflict, mostly.
 */
export function mergeLedger(ledger: Ledger, added: readonly LedgerEntry[]): Ledger {
  const byCertificate = new Map<string, LedgerEntry>();
  for (const entry of [...ledger.entries, ...added]) {
    const key = `${entry.spkiSha256} ${entry.certificateId}`;
    const before = byCertificate.get(key)?.certificatePem;
    byCertificate.set(key, before && entry.certificatePem === null ? { ...entry, certificatePem: before } : entry);
  }
  return { entries: [...byCertificate].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry) };
}

/**
 * Writes the ledger, whole or not at all.
 *
 * @param path absolute
 * @param pemOf the PEM of an entry that has none, when it is at hand
 * @throws UserError `ledger`; the file is as it was
 */
export async function writeLedger(
  files: Pick<FileWriter, 'write'>,
  path: string,
  { entries }: Ledger,
  pemOf: (entry: LedgerEntry) => Promise<string | undefined> = async () => undefined,
): Promise<void> {
  try {
    await files.write(path, lines(entries, pemOf));
  } catch (error) {
    throw errorOf(error, 'ledger', 'ledger');
  }
}

/** Entries whose PEMs are read at a time. */
const WIDTH = 64;

async function* lines(
  entries: Ledger['entries'],
  pemOf: (entry: LedgerEntry) => Promise<string | undefined>,
): AsyncGenerator<string> {
  for (let start = 0; start < entries.length; start += WIDTH) {
    const chunk = entries.slice(start, start + WIDTH).map(async (entry) => {
      const certificatePem = entry.certificatePem ?? (await pemOf(entry)) ?? null;
      return `${JSON.stringify({ ...entry, certificatePem })}\n`;
    });
    yield (await Promise.all(chunk)).join('');
  }
}

/** The certificate of an entry, with its PEM when the ledger holds it. */
export function certificateOf(entry: LedgerEntry): Certificate {
  const { certificateId, certificatePem, status, issuedAt, runId, runAttempt, commit } = entry;
  return {
    id: certificateId,
    ...(certificatePem ? { pem: certificatePem } : {}),
    status: isUsable(status) ? status : undefined,
    issuedAt: issuedAt ?? undefined,
    origin: runId === null ? undefined : { runId, runAttempt: runAttempt ?? 1, commit: commit ?? undefined },
  };
}

/** The entry of a certificate. */
export function entryFor(
  csr: { readonly spkiSha256: string; readonly csrSha256: string | null; readonly path: string },
  certificate: Certificate,
  { account, region }: Place,
): LedgerEntry {
  return {
    spkiSha256: csr.spkiSha256,
    csrSha256: csr.csrSha256,
    csrPath: csr.path,
    account,
    region,
    certificateId: certificate.id,
    certificateArn: certificateArn({ account, region }, certificate.id),
    status: certificate.status ?? null,
    issuedAt: certificate.issuedAt ?? null,
    runId: certificate.origin?.runId ?? null,
    runAttempt: certificate.origin?.runAttempt ?? null,
    commit: certificate.origin?.commit ?? null,
    certificatePem: certificate.pem ?? null,
  };
}
