import type { Place } from '../aws/place.ts';
import type { Csr } from '../csr/csr.ts';
import type { CertificateWithPem, Origin } from './certificate.ts';
import { type JournalLine, type JournalledCertificate, parseJournalLine } from './journal-line.ts';

/**
 * The write-ahead record of a run: a line is on the disk before what it announces may happen, so that whatever kills
 * the process, the file shows which requests may have reached AWS and which certificates came back.
 *
 * One JSON object a line. `place`: the account and region that all others are about.
 * `step`: the lines from here on are of this step of a job, until the next such line. `intent`: the request for this key
 * may be sent from now on; with the run that asks, and the certificate that is to be replaced (`reissue`). `release`: it was not sent, or
 * AWS refused it, so that nothing was created. `issued`: the certificate is there. `activated`: its status is ACTIVE.
 * `revoking`: AWS may be asked to revoke this certificate from now on. `revoked`: it is revoked.
 * `delivered`: a value with this hash was put into this place, at this time of whoever keeps it. `seen`: the account holds this certificate, and it is for this key.
 * `retiring`: AWS may be asked from now on to take this certificate out of use. `retired`: that is done.
 * `registered`: the registry has all that was asked of it for this certificate, as the hash says.
 * `manifest`: a manifest.json with this hash was written into the output directory.
 */
export type JournalRecord = JournalLine;

/** What a journal says at its end. */
export interface JournalState {
  /** Undefined when the journal does not say; then it says nothing that could be used. */
  readonly place: Place | undefined;
  /** By SPKI: requests that were announced. A certificate may or may not exist. */
  readonly inDoubt: ReadonlyMap<string, Announced>;
  /** By SPKI: the newest certificate. */
  readonly certificates: ReadonlyMap<string, IssuedRecord>;
  /** By the place: what was handed over there last. */
  readonly delivered: ReadonlyMap<string, Delivered>;
  /** By id: the SPKI of certificates that a search has looked at, whatever key they are of. */
  readonly seen: ReadonlyMap<string, string>;
  /** By id: certificates whose device was registered. */
  readonly registered: ReadonlyMap<string, Registered>;
  /** Hashes of each manifest.json that was written. */
  readonly manifests: ReadonlySet<string>;
  /** By id: certificates that AWS was to revoke, in the order in which it was asked. */
  readonly revocations: ReadonlyMap<string, RevocationRequest>;
  /** As {@link revocations}, of those that were to be retired. */
  readonly retirements: ReadonlyMap<string, RevocationRequest>;
}

/** A request to revoke a certificate, or to retire it. */
export interface RevocationRequest {
  /** AWS has answered that it is done. Otherwise that is not known. */
  readonly isDone: boolean;
  /** As {@link IssuedRecord.step}. */
  readonly step: string | undefined;
}

/** The part of a CSR that a journal knows. */
export type CsrRef = Pick<Csr, 'path' | 'csrSha256' | 'spkiSha256'>;

export interface Announced {
  readonly csr: CsrRef & { readonly file: string };
  /** Milliseconds of AWS's clock. */
  readonly since: number;
  /** The run that announced it: what is found for it is that run's. Undefined outside GitHub. */
  readonly origin?: Origin | undefined;
  /** Id of the certificate that a new one is to replace (`reissue`): it is not what the request made. */
  readonly replaces?: string | undefined;
  /** As {@link IssuedRecord.step}. */
  readonly step?: string | undefined;
}

/** What a run says that it has put into a place outside this machine. */
export interface Delivered {
  /** Of the value. */
  readonly sha256: string;
  /** When, milliseconds of the clock of whoever keeps the place; undefined when that is not known. */
  readonly time: number | undefined;
}

/** What the registry of AWS IoT was made to hold for a certificate. */
export interface Registered {
  /** Name of the thing that the certificate is attached to; undefined: of none. */
  readonly thing: string | undefined;
  /** SHA-256 of what was asked for, and of the certificate's id. */
  readonly registration: string;
}

/** A certificate, and the CSR that it is for. */
export interface IssuedRecord {
  readonly spki: string;
  readonly csr: string;
  readonly path: string;
  /** Where the certificate goes below the output directory, as `file-name` has it. */
  readonly file: string;
  readonly certificate: CertificateWithPem;
  /** The step of a job that wrote it; undefined in a journal of a version that did not say. */
  readonly step?: string | undefined;
}

/** What a later process has to know of a request to say whose certificate came of it. */
export type AnnouncedRequest = Pick<Announced, 'origin' | 'replaces'>;

/** Appends text to a file; resolves when it would survive the machine's power failing. */
export type AppendDurably = (text: string) => Promise<void>;

export interface Journal {
  /** The first line: whose certificates the journal is about. */
  begin(place: Place): Promise<void>;
  /** What follows is of this step of a job. Two steps with one output directory write one journal after each other. */
  enter(step: string): Promise<void>;
  /**
   * Durable before the request leaves.
   *
   * @param file where the certificate will go, relative to the output directory: the post step has no CSRs to name it for
   * @param awsTime milliseconds of AWS's clock
   * @param request the run that asks, and the certificate that is to be replaced
   */
  intend(csr: CsrRef, file: string, awsTime: number, request?: AnnouncedRequest): Promise<void>;
  /** Nothing was created after all. Losing this line costs a look into the account, so nobody waits for it. */
  release(csr: Pick<Csr, 'spkiSha256'>): void;
  /** Durable before the certificate is used. @param file as above */
  issued(csr: CsrRef, file: string, certificate: CertificateWithPem): Promise<void>;
  activated(id: string): Promise<void>;
  /** Durable before AWS is asked to revoke the certificate. */
  revoking(id: string): Promise<void>;
  revoked(id: string): Promise<void>;
  /** Durable before AWS is asked to take the certificate out of use. */
  retiring(id: string): Promise<void>;
  retired(id: string): Promise<void>;
  /**
   * The device of this certificate is registered. Losing this line costs the same calls again, which change nothing, so
   * nobody waits for it.
   */
  registered(id: string, what: Registered): void;
  /** A search has looked at this certificate. Losing this line costs another look, so nobody waits for it. */
  seen(id: string, spkiSha256: string): void;
  /** A value is in its place outside this machine, such as a secret of GitHub. */
  delivered(to: string, what: Delivered): Promise<void>;
  /**
   * This run has written a manifest.json with this hash: a later step of the job knows it for one of the job's own. Losing
   * this line costs that knowledge, so nobody waits for it.
   */
  wroteManifest(sha256: string): void;
  /** Resolves when everything appended so far is durable or has failed. */
  flush(): Promise<void>;
}

/**
 * A journal on top of a durable append. Lines that wait while an append is under way go together in the next one
 * ("group commit"), so that durability costs a delay and no throughput. After a failed append every later one fails
 * with the same error: half a line may stand at the file's end, and nothing may follow it.
 */
export function createJournal(append: AppendDurably): Journal {
  let waiting: string[] = [];
  let writing: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  const write = (record: JournalRecord): Promise<void> => {
    waiting.push(`${JSON.stringify(record)}\n`);
    next ??= (writing ?? Promise.resolve()).then(() => {
      const lines = waiting.join('');
      waiting = [];
      next = undefined;
      writing = append(lines);
      return writing;
    });
    return next;
  };

  return {
    begin: ({ account, region }) => write({ type: 'place', account, region }),
    enter: (step) => write({ type: 'step', step }),
    intend: ({ spkiSha256, csrSha256, path }, file, awsTime, { origin, replaces } = {}) => {
      const time = new Date(awsTime).toISOString();
      return write({ type: 'intent', spki: spkiSha256, csr: csrSha256, path, file, time, origin, replaces });
    },
    release: ({ spkiSha256 }) => {
      write({ type: 'release', spki: spkiSha256 }).catch(() => {});
    },
    issued: ({ spkiSha256, csrSha256, path }, file, certificate) =>
      write({ type: 'issued', spki: spkiSha256, csr: csrSha256, path, file, certificate }),
    activated: (id) => write({ type: 'activated', id }),
    revoking: (id) => write({ type: 'revoking', id }),
    revoked: (id) => write({ type: 'revoked', id }),
    retiring: (id) => write({ type: 'retiring', id }),
    retired: (id) => write({ type: 'retired', id }),
    registered: (id, { thing, registration }) => {
      write({ type: 'registered', id, thing, registration }).catch(() => {});
    },
    seen: (id, spki) => {
      write({ type: 'seen', id, spki }).catch(() => {});
    },
    delivered: (to, { sha256, time }) => {
      const at = time === undefined ? undefined : new Date(time).toISOString();
      return write({ type: 'delivered', to, sha256, time: at });
    },
    wroteManifest: (sha256) => {
      write({ type: 'manifest', sha256 }).catch(() => {});
    },
    flush: async () => {
      await (next ?? writing)?.catch(() => {});
    },
  };
}

/**
 * Reads a journal as a crash left it: a last line without its line end was never acknowledged and does not count, nor
 * does a line that is no record.
 */
export function readJournal(text: string): JournalState {
  const reader = createJournalReader();
  for (const line of completeLines(text)) reader.add(line);
  return reader.state();
}

/** {@link readJournal} for a journal whose complete lines come one at a time. */
export function createJournalReader(): { add(line: string): void; state(): JournalState } {
  const inDoubt = new Map<string, Announced>();
  const certificates = new Map<string, IssuedRecord>();
  const spkiOf = new Map<string, string>();
  const delivered = new Map<string, Delivered>();
  const seen = new Map<string, string>();
  const registered = new Map<string, Registered>();
  const manifests = new Set<string>();
  const revocations = new Map<string, RevocationRequest>();
  const retirements = new Map<string, RevocationRequest>();
  let place: Place | undefined;
  let step: string | undefined;
  const add = (line: string): void => {
    const record = parseJournalLine(line);
    switch (record?.type) {
      case 'place':
        place ??= { account: record.account, region: record.region };
        break;
      case 'step':
        step = record.step;
        break;
      case 'intent':
        // The first announcement counts: a later one does not undo what may have happened after it.
        if (!inDoubt.has(record.spki)) inDoubt.set(record.spki, announced(record, step));
        break;
      case 'release':
        inDoubt.delete(record.spki);
        break;
      case 'issued':
        inDoubt.delete(record.spki);
        certificates.set(record.spki, { ...record, step, certificate: whole(record.certificate) });
        spkiOf.set(record.certificate.id, record.spki);
        break;
      case 'activated': {
        const spki = spkiOf.get(record.id) ?? '';
        const issued = certificates.get(spki);
        if (issued !== undefined) {
          certificates.set(spki, { ...issued, certificate: { ...issued.certificate, status: 'ACTIVE' } });
        }
        break;
      }
      case 'revoking':
      case 'revoked':
        revocations.set(record.id, { isDone: record.type === 'revoked', step });
        break;
      case 'retiring':
      case 'retired':
        retirements.set(record.id, { isDone: record.type === 'retired', step });
        break;
      case 'delivered':
        delivered.set(record.to, { sha256: record.sha256, time: timeOf(record.time) });
        break;
      case 'registered':
        registered.set(record.id, { thing: record.thing, registration: record.registration });
        break;
      case 'seen':
        seen.set(record.id, record.spki);
        break;
      case 'manifest':
        manifests.add(record.sha256);
    }
  };
  return {
    add,
    state: () => ({ place, inDoubt, certificates, delivered, seen, registered, manifests, revocations, retirements }),
  };
}

function announced(record: JournalLine & { readonly type: 'intent' }, step: string | undefined): Announced {
  const { spki: spkiSha256, csr: csrSha256, path, file, time, origin, replaces } = record;
  return {
    csr: { path, csrSha256, spkiSha256, file },
    since: Date.parse(time),
    origin: origin && { ...origin, commit: origin.commit },
    replaces,
    step,
  };
}

/** What JSON leaves out is undefined. */
function whole({ id, pem, status, issuedAt, origin }: JournalledCertificate): CertificateWithPem {
  return { id, pem, status, issuedAt, origin: origin && { ...origin, commit: origin.commit } };
}

/**
 * The part of a journal that one step of a job wrote: what it announced, issued, revoked and retired.
 *
 * @param step undefined: all of it, since nobody knows which step is meant
 */
export function ofStep(state: JournalState, step: string | undefined): JournalState {
  if (step === undefined) return state;
  const own = <T extends { readonly step?: string | undefined }>(all: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    // A journal of a version before this one does not say; it is one step's.
    new Map([...all].filter(([, one]) => one.step === undefined || one.step === step));
  return {
    ...state,
    inDoubt: own(state.inDoubt),
    certificates: own(state.certificates),
    revocations: own(state.revocations),
    retirements: own(state.retirements),
  };
}

/** Length of the part of a journal that was acknowledged: in characters of a text, in bytes of a buffer. */
export function acknowledgedLength(content: string | Buffer): number {
  return content.lastIndexOf('\n') + 1;
}

function completeLines(text: string): readonly string[] {
  return text.slice(0, acknowledgedLength(text)).split('\n').filter(Boolean);
}

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}
