import { certificateArn, isSamePlace, type Place } from '../aws/place.ts';
import { visible } from '../lib/escape.ts';
import { errorOf } from '../lib/file-error.ts';
import type { FileWriter } from '../lib/file-writer.ts';
import { isLfsPointer, LFS_FIX } from '../lib/lfs-pointer.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { UserError } from '../lib/user-error.ts';
import type { Certificate } from './certificate.ts';
import type { Registered } from './journal.ts';
import { type LedgerEntry, type LedgerLine, parseLedgerLine } from './ledger-line.ts';
import { type Horizon, horizonOf, joinSpans, type OtherCertificate, type Span, spanOf } from './reach.ts';
import { isUsable, mergedStatus } from './status.ts';

/** The ledger file, read. */
export interface Ledger {
  /** The certificates that were issued. */
  readonly entries: readonly LedgerEntry[];
  /** Certificates that accounts hold besides. */
  readonly others: readonly OtherCertificate[];
  /** How far the two together are complete. */
  readonly horizons: readonly Horizon[];
}

/** A ledger that knows nothing. */
export const EMPTY_LEDGER: Ledger = { entries: [], others: [], horizons: [] };

/**
 * Reads a ledger; a file that is not there is an empty one.
 *
 * @param path absolute; undefined when none is kept
 * @throws UserError `ledger` with the line that is none; the file stays as it is
 */
export async function readLedger(path: string | undefined): Promise<Ledger> {
  if (path === undefined) return EMPTY_LEDGER;
  let text: string | undefined;
  try {
    text = await readRegularFile(path);
  } catch (error) {
    throw errorOf(error, 'ledger', path);
  }
  return text === undefined ? EMPTY_LEDGER : parseLedger(plainText(text, path), path);
}

/** The text without the byte order mark that editors of Windows put before it. */
function plainText(text: string, path: string): string {
  if (isLfsPointer(text)) {
    throw new UserError('ledger', 'The file is a Git LFS pointer: the ledger itself was not checked out.', {
      where: path,
      fix: LFS_FIX,
    });
  }
  if (/^\ufffd|\0/.test(text.slice(0, 100))) {
    throw new UserError('ledger', 'The ledger is not in UTF-8.', {
      where: path,
      fix: 'Save it in UTF-8 (PowerShell: `-Encoding utf8`), or restore it from its history.',
    });
  }
  return text.replace(/^\ufeff/, '');
}

export function parseLedger(text: string, where: string): Ledger {
  const reader = createLedgerReader(where);
  for (const line of text.split(/\r?\n/)) reader.add(line);
  return reader.ledger();
}

/**
 * Reads a ledger whose lines come one at a time.
 *
 * @param where it is, for a person
 */
export function createLedgerReader(where: string): {
  /** @throws UserError `ledger` for a line that is none */
  add(line: string): void;
  ledger(): Ledger;
} {
  const entries: LedgerEntry[] = [];
  const others: OtherCertificate[] = [];
  const horizons: Horizon[] = [];
  let number = 0;
  return {
    add(line) {
      number++;
      if (line.trim() === '') return;
      const read = parse(line, number, where);
      if (read.type === 'certificate') entries.push(read.entry);
      else if (read.type === 'other') others.push(read.other);
      else horizons.push(read.horizon);
    },
    ledger: () => ({ entries: [...byCertificate(entries).values()], others, horizons }),
  };
}

function parse(line: string, number: number, path: string): LedgerLine {
  const read = parseLedgerLine(line);
  if (!('problem' in read)) return read;
  throw new UserError('ledger', `Line ${number} is not a certificate of a ledger: ${visible(read.problem)}.`, {
    where: path,
    fix: 'Correct the line (after a merge conflict, keep the lines of both sides), or restore the file from its history.',
  });
}

/**
 * The lines by key, certificate and place. Of two lines of one certificate, as a merge leaves them, the later one counts, but
 * for what only the earlier one has: a PEM, a registration, when it was confirmed or retired; and for a status such as
 * REVOKED, which nobody but a person takes back.
 */
function byCertificate(entries: readonly LedgerEntry[]): ReadonlyMap<string, LedgerEntry> {
  const found = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const key = placedKey(entry);
    const before = found.get(key);
    const certificatePem = entry.certificatePem ?? before?.certificatePem ?? null;
    const status = mergedStatus(before?.status, entry.status);
    const more = before === undefined ? {} : onlyIn(before, entry);
    const isAsIs = certificatePem === entry.certificatePem && status === entry.status && Object.keys(more).length === 0;
    found.set(key, isAsIs ? entry : { ...entry, certificatePem, status, ...more });
  }
  return found;
}

/** What an earlier line says of a device's life and the later one does not. */
function onlyIn(before: LedgerEntry, { registration, confirmedAt, retiredAt }: LedgerEntry): Partial<LedgerEntry> {
  const { thingName = null } = before;
  return {
    ...(registration == null && before.registration != null && { thingName, registration: before.registration }),
    ...(confirmedAt == null && before.confirmedAt != null && { confirmedAt: before.confirmedAt }),
    ...(retiredAt == null && before.retiredAt != null && { retiredAt: before.retiredAt }),
  };
}

/**
 * Adds certificates to a ledger: a line of the same certificate is replaced, but for what only the old one has (as
 * {@link byCertificate} says), and for a status such as REVOKED; every other stays. A certificate of a device has no short line besides.
 */
export function mergeLedger(
  ledger: Ledger,
  added: readonly LedgerEntry[],
  others: readonly OtherCertificate[] = [],
): Ledger {
  const entries = byCertificate([...ledger.entries, ...added]);
  const devices = new Set([...entries.values()].map(idIn));
  const rest = new Map<string, OtherCertificate>();
  for (const other of [...ledger.others, ...others]) {
    if (!devices.has(idIn(other))) rest.set(placedKey(other), other);
  }
  return { ...ledger, entries: sorted(entries), others: sorted(rest) };
}

/**
 * Writes REVOKED into the lines of certificates that the account has revoked; every other entry stays the same value.
 *
 * @param revoked certificates of `place`, by their ids, with their keys: a line that has one for another key is wrong
 */
export function withdrawIn(ledger: Ledger, revoked: ReadonlyMap<string, string>, place: Place): Ledger {
  const entries = ledger.entries.map((entry) => {
    const isMeant = isSamePlace(entry, place) && revoked.get(entry.certificateId) === entry.spkiSha256;
    return isMeant && entry.status !== 'REVOKED' ? { ...entry, status: 'REVOKED' } : entry;
  });
  return { ...ledger, entries };
}

/** What a run has found out about an account beyond the certificates that it hands over. */
export interface Reach {
  /** By id: the keys of certificates that were looked at, whatever key they are of. */
  readonly seen: ReadonlyMap<string, string>;
  /** All certificates of this span are known; undefined when the account was not searched. */
  readonly covered: Span | undefined;
  /** Ids of which a record was wrong. */
  readonly refuted: ReadonlySet<string>;
}

/**
 * Adds what a run has found out about an account to a ledger. The horizon moves when the account was searched without a
 * gap.
 */
export function extendLedger(
  ledger: Ledger,
  added: readonly LedgerEntry[],
  { seen, covered, refuted }: Reach,
  { account, region }: Place,
): Ledger {
  const others = [...seen].map(([certificateId, spkiSha256]) => ({ account, region, certificateId, spkiSha256 }));
  // What was looked at now counts more than what a line says of it.
  const kept = ledger.others.filter(
    (other) =>
      !isSamePlace(other, { account, region }) || !(refuted.has(other.certificateId) || seen.has(other.certificateId)),
  );
  const merged = mergeLedger({ ...ledger, others: kept }, added, others);
  return covered === undefined ? merged : moveHorizon(merged, covered, { account, region });
}

/** Everything that two ledgers know: whichever of them knows further, its horizon is so for both together. */
export function joinLedgers(one: Ledger, two: Ledger): Ledger {
  const merged = mergeLedger(one, two.entries, two.others);
  const places = new Map(two.horizons.map((horizon) => [`${horizon.account} ${horizon.region}`, horizon]));
  return [...places.values()].reduce((ledger, place) => {
    const span = spanOf(two.horizons, place);
    return span === undefined ? ledger : moveHorizon(ledger, span, place);
  }, merged);
}

/**
 * Moves the horizon of an account and region: the ledger has every certificate of this span, too. Where that leaves a gap
 * after what it knew before, its horizon stays: it must never claim what is not so.
 */
export function moveHorizon(ledger: Ledger, span: Span, place: Place): Ledger {
  const joined = joinSpans(spanOf(ledger.horizons, place), span) ?? span;
  const elsewhere = ledger.horizons.filter((horizon) => !isSamePlace(horizon, place));
  const horizons = [...elsewhere, horizonOf(joined, place)];
  horizons.sort((a, b) => (`${a.account} ${a.region}` < `${b.account} ${b.region}` ? -1 : 1));
  return { ...ledger, horizons };
}

function idIn({ certificateId, account, region }: Place & { readonly certificateId: string }): string {
  return `${certificateId} ${account} ${region}`;
}

function sortKey({
  spkiSha256,
  certificateId,
}: {
  readonly spkiSha256: string;
  readonly certificateId: string;
}): string {
  return `${spkiSha256} ${certificateId}`;
}

/** A certificate may be registered in several accounts and regions: each of them has a status of its own. */
function placedKey(line: Place & { readonly spkiSha256: string; readonly certificateId: string }): string {
  return `${sortKey(line)} ${line.account} ${line.region}`;
}

function sorted<T>(byKey: ReadonlyMap<string, T>): readonly T[] {
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
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
  ledger: Ledger,
  pemOf: (entry: LedgerEntry) => Promise<string | undefined> = async () => undefined,
): Promise<void> {
  try {
    await files.write(path, lines(ledger, pemOf));
  } catch (error) {
    throw errorOf(error, 'ledger', 'ledger');
  }
}

/** The text of a ledger, as {@link writeLedger} writes it. */
export async function ledgerText(ledger: Ledger): Promise<string> {
  let text = '';
  for await (const part of lines(ledger, async () => undefined)) text += part;
  return text;
}

/** Entries whose PEMs are read at a time. */
const WIDTH = 64;

/**
 * Horizons first; then the certificates, sorted by key and certificate, so that two branches that add different devices
 * merge without a conflict, mostly.
 */
async function* lines(
  { entries, others, horizons }: Ledger,
  pemOf: (entry: LedgerEntry) => Promise<string | undefined>,
): AsyncGenerator<string> {
  for (const { account, region, since, time } of horizons) {
    yield `${JSON.stringify({ type: 'horizon', account, region, since, time })}\n`;
  }
  let next = 0;
  const othersBefore = (key: string | undefined): string => {
    let text = '';
    for (let other = others[next]; other !== undefined; other = others[++next]) {
      if (key !== undefined && sortKey(other) > key) break;
      const { account, region, certificateId, spkiSha256 } = other;
      text += `${JSON.stringify({ type: 'other', account, region, certificateId, spkiSha256 })}\n`;
    }
    return text;
  };
  for (let start = 0; start < entries.length; start += WIDTH) {
    const chunk = entries.slice(start, start + WIDTH);
    const pems = await Promise.all(chunk.map(async (entry) => entry.certificatePem ?? (await pemOf(entry)) ?? null));
    yield chunk
      .map((entry, index) => {
        const line = JSON.stringify({ ...entry, certificatePem: pems[index] });
        return `${othersBefore(sortKey(entry))}${line}\n`;
      })
      .join('');
  }
  yield othersBefore(undefined);
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

/** The entry of a certificate. @param registered what the registry holds for it; undefined: not known */
export function entryFor(
  csr: { readonly spkiSha256: string; readonly csrSha256: string | null; readonly path: string },
  certificate: Certificate,
  { account, region }: Place,
  registered?: Registered,
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
    ...(registered === undefined ? {} : { thingName: registered.thing ?? null, registration: registered.registration }),
  };
}

/** What an entry says of the registry; undefined: nothing. */
export function registeredIn({ thingName, registration }: LedgerEntry): Registered | undefined {
  return registration == null ? undefined : { thing: thingName ?? undefined, registration };
}
