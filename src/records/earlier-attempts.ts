import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { isSamePlace, type Place } from '../aws/place.ts';
import { downloadArtifact, listRunArtifacts } from '../github/run-artifacts.ts';
import { readJsonItems } from '../lib/json-items.ts';
import { TooLargeError } from '../lib/limit-bytes.ts';
import { completeLines } from '../lib/lines.ts';
import { openZip, type ZipFile } from '../lib/zip-file.ts';
import { JOURNAL_NAME, MANIFEST_JSON, MEMORY_NAME } from '../naming/reserved-names.ts';
import type { Services } from '../runner/services.ts';
import type { Certificate, CertificateWithPem } from './certificate.ts';
import { type Announced, createJournalReader, type Delivered, type JournalState, type Registered } from './journal.ts';
import { createLedgerReader, EMPTY_LEDGER, joinLedgers, type Ledger } from './ledger.ts';
import { certificateIn } from './manifest.ts';
import { createManifestReader } from './manifest-entry.ts';
import { checkPem } from './read-certificate.ts';

/** The artifact that the post step of an unfinished attempt uploads. */
export function partialArtifactName(artifactName: string, attempt: number): string {
  return `${artifactName}-attempt-${attempt}-partial`;
}

/** A certificate that an earlier attempt handed over, and the fingerprint of its key. */
export interface HandedOver {
  readonly spkiSha256: string;
  readonly certificate: CertificateWithPem;
}

/** What earlier attempts have done. */
export interface Earlier {
  readonly certificates: readonly HandedOver[];
  /** As in {@link JournalState.delivered}. */
  readonly delivered: JournalState['delivered'];
  /** As in {@link JournalState.seen}. */
  readonly seen: ReadonlyMap<string, string>;
  /** As in {@link JournalState.registered}. */
  readonly registered: JournalState['registered'];
  /** As in {@link JournalState.inDoubt}: what none of the attempts has resolved. */
  readonly inDoubt: JournalState['inDoubt'];
  /** What the ledger in the artifacts says, where none is named: of this account and region, and of others. */
  readonly ledger: Ledger;
  /** Names of the artifacts that were read, and of those that could not be. */
  readonly read: readonly string[];
  readonly leftOut: readonly string[];
}

/** What is left by attempts that left nothing. */
export const NO_EARLIER: Earlier = {
  certificates: [],
  delivered: new Map(),
  seen: new Map(),
  registered: new Map(),
  inDoubt: new Map(),
  ledger: EMPTY_LEDGER,
  read: [],
  leftOut: [],
};

/** More than an artifact of 100,000 devices has: about 120 MB packed, 600 MB with its journal unpacked, 100,003 files. */
const LIMITS = {
  packedBytes: 512 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  entries: 250_000,
  /** One certificate: AWS IoT's have about 1.2 KB. */
  pemBytes: 64 * 1024,
  /** One entry of a manifest, one line of a journal. */
  recordBytes: 64 * 1024,
  manifestBytes: 256 * 1024 * 1024,
  /** A line with a path as long as they come. None may be left out: the horizon says that all are there. */
  ledgerLineBytes: 256 * 1024,
} as const;

/** Files that are read before other things, such as the end of the job, get their turn. */
const AT_A_TIME = 200;

/** Which artifacts are read, and for what. */
export interface ArtifactSource {
  /** To download to. */
  readonly directory: string;
  /** What is of another account or region does not count. */
  readonly place: Place;
  /** Of another run than this one. */
  readonly runId?: string | undefined;
}

/**
 * What the earlier attempts of a workflow run handed over as artifacts, complete or partial. Whatever is missing here is
 * found in the account, only more slowly.
 *
 * An artifact is read where it lies, within bounds; nothing of it is unpacked to the disk. A step has less than
 * 500 MiB of memory for one of 100,000 devices. One that cannot be read is named in a notice and counts as missing.
 *
 * @param token needs `actions: read`
 * @throws Error when the artifacts cannot be listed
 */
export async function fromEarlierAttempts(
  artifactName: string,
  services: Pick<Services, 'context' | 'log' | 'network'>,
  token: string,
  { directory, place, runId }: ArtifactSource,
): Promise<Earlier> {
  const certificates: HandedOver[] = [];
  const delivered = new Map<string, Delivered>();
  const seen = new Map<string, string>();
  const registered = new Map<string, Registered>();
  const inDoubt = new Map<string, Announced>();
  const read: string[] = [];
  const leftOut: string[] = [];
  let ledger = EMPTY_LEDGER;
  const isOwn = (name: string): boolean => name === artifactName || name.startsWith(`${artifactName}-attempt-`);
  for await (const { name, content } of readArtifacts(isOwn, services, token, { directory, place, runId })) {
    if (content === undefined) {
      leftOut.push(name);
      continue;
    }
    read.push(name);
    ledger = joinLedgers(ledger, content.ledger);
    for (const certificate of content.certificates) certificates.push(certificate);
    for (const [to, what] of content.journal.delivered) delivered.set(to, what);
    for (const [id, spki] of content.journal.seen) seen.set(id, spki);
    for (const [id, what] of content.journal.registered) registered.set(id, what);
    for (const [spki, announced] of content.journal.inDoubt) inDoubt.set(spki, announced);
  }
  // A later attempt may have found what an earlier one did not know.
  for (const { spkiSha256 } of certificates) inDoubt.delete(spkiSha256);
  return { certificates, delivered, seen, registered, inDoubt, ledger, read, leftOut };
}

/** What an artifact of this action says of one account and region. */
export interface ArtifactContent {
  readonly certificates: readonly HandedOver[];
  readonly journal: JournalState;
  readonly ledger: Ledger;
}

/**
 * Reads artifacts of a workflow run, one after the other, within the bounds that {@link fromEarlierAttempts} has.
 *
 * @param isWanted by its name
 * @returns `content` is undefined for one that cannot be read, which a notice says
 * @throws Error when the artifacts cannot be listed
 */
export async function* readArtifacts(
  isWanted: (name: string) => boolean,
  services: Pick<Services, 'context' | 'log' | 'network'>,
  token: string,
  { directory, place, runId }: ArtifactSource,
): AsyncGenerator<{ readonly name: string; readonly content: ArtifactContent | undefined }> {
  for (const { id, name, size } of await listRunArtifacts(services, runId ?? services.context.runId, token)) {
    if (!isWanted(name)) continue;
    const file = join(directory, `artifact-${id}-${randomUUID()}.zip`);
    let content: ArtifactContent | undefined;
    try {
      if (size > LIMITS.packedBytes) throw new TooLargeError(LIMITS.packedBytes);
      await downloadArtifact(id, file, LIMITS.packedBytes, services, token);
      content = await readArtifact(file, place);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      services.log.annotate(
        'notice',
        `The artifact ${name} of an earlier ${runId === undefined ? 'attempt' : 'run'} is left out: it cannot be read (${reason}). The account is searched instead.`,
        { title: 'earlier-records' },
      );
    } finally {
      await rm(file, { force: true });
    }
    yield { name, content };
  }
}

async function readArtifact(file: string, place: Place): Promise<ArtifactContent> {
  const zip = openZip(file, LIMITS);
  try {
    const journal = await readJournalIn(zip, place);
    const ledger = await readLedgerIn(zip);
    const journalled = [...journal.certificates.values()].map(({ certificate }) => certificate);
    const records = new Map<string, Certificate>(journalled.map((certificate) => [certificate.id, certificate]));
    for (const certificate of await readManifestIn(zip, place)) records.set(certificate.id, certificate);
    const found = new Map<string, HandedOver>();
    // Only what the PEM itself proves counts: the key it is for, and its id.
    const take = (pem: string): void => {
      const checked = checkPem(pem);
      const record = checked === undefined || found.has(checked.id) ? undefined : records.get(checked.id);
      if (checked === undefined || record === undefined) return;
      found.set(checked.id, { spkiSha256: checked.spkiSha256, certificate: { ...record, pem: checked.pem } });
    };
    for (const { pem } of journalled) take(pem);
    let read = 0;
    for (const entry of zip.entries) {
      if (!entry.name.endsWith('.pem')) continue;
      take(zip.read(entry, LIMITS.pemBytes).toString('utf8'));
      if (++read % AT_A_TIME === 0) await turn();
    }
    return { certificates: [...found.values()], journal, ledger };
  } finally {
    zip.close();
  }
}

async function readJournalIn(zip: ZipFile, place: Place): Promise<JournalState> {
  const reader = createJournalReader();
  const entry = zip.entries.find(({ name }) => name === JOURNAL_NAME);
  if (entry !== undefined) {
    const lines = completeLines(zip.stream(entry, LIMITS.totalBytes), LIMITS.recordBytes);
    for await (const line of lines) reader.add(line);
  }
  const state = reader.state();
  return state.place !== undefined && isSamePlace(state.place, place) ? state : createJournalReader().state();
}

/** The ledger in an artifact; a line that is none makes the artifact unreadable. */
async function readLedgerIn(zip: ZipFile): Promise<Ledger> {
  const entry = zip.entries.find(({ name }) => name === MEMORY_NAME);
  if (entry === undefined) return EMPTY_LEDGER;
  const reader = createLedgerReader(MEMORY_NAME);
  const lines = completeLines(zip.stream(entry, LIMITS.totalBytes), LIMITS.ledgerLineBytes);
  for await (const line of lines) reader.add(line);
  return reader.ledger();
}

/** The certificates of the manifest that are of this account and region, without their PEMs. */
async function readManifestIn(zip: ZipFile, place: Place): Promise<readonly Certificate[]> {
  const file = zip.entries.find(({ name }) => name === MANIFEST_JSON);
  if (file === undefined) return [];
  const reader = createManifestReader();
  const limits = { item: LIMITS.recordBytes, rest: LIMITS.recordBytes };
  const about = await readJsonItems(zip.stream(file, LIMITS.manifestBytes), limits, reader.add);
  const certificates: Certificate[] = [];
  for (const entry of reader.entries(about)) {
    const certificate = certificateIn(entry, place);
    if (certificate !== undefined) certificates.push(certificate);
  }
  return certificates;
}
