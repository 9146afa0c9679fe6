import type { Csr } from '../csr/csr.ts';
import type { Clock } from '../lib/clock.ts';
import { onAbort } from '../lib/on-abort.ts';
import { UserError } from '../lib/user-error.ts';
import type { Origin, Outcome } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import type { Span } from '../records/reach.ts';
import type { Follower } from './batch-options.ts';
import type { Claims } from './claims.ts';
import { Halt } from './halt.ts';
import type { IotAccess } from './iot-access.ts';
import { type Job, JobQueue } from './job-queue.ts';
import { type Decision, judgeAnswer } from './judge-answer.ts';
import type { Keep } from './keep.ts';
import type { Permit } from './pacer/pacer.ts';
import { CANCELLED, CANCELLED_IN_FLIGHT, CHANGED, CLAIMED, notAnnounced, notKept } from './problems.ts';
import { LISTING_LAG_MS } from './search.ts';

/** What is asked of AWS IoT for each CSR, and by whom. */
export interface CreateRequest {
  /** The PEM of a CSR; undefined when its file is not what was judged any more. */
  readonly pemOf: (csr: Csr) => string | undefined;
  readonly setAsActive: boolean;
  /** The run that asks. */
  readonly origin: Origin | undefined;
  /** Ids of the certificates that new ones are to replace (`reissue`), by SPKI. */
  readonly replaces?: ReadonlyMap<string, string>;
}

export interface IssueOptions {
  readonly request: CreateRequest;
  readonly access: IotAccess<'createCertificate' | 'awsTime', 'create'>;
  readonly journal: Pick<Journal, 'intend' | 'release'>;
  /** Where the certificate of a CSR goes, relative to the output directory. */
  readonly nameOf: (csr: Csr) => string;
  /** Who may ask for which certificate, where several runs share a ledger; undefined: nobody else asks. */
  readonly claims?: Pick<Claims, 'prepare' | 'hold' | 'mayLeave' | 'intended' | 'releaseUnused'> | undefined;
  /** Makes a certificate durable. One that cannot be kept ends the batch. */
  readonly keep: Keep;
  /** What may end the batch from beside; undefined: nothing does. */
  readonly follower?: Pick<Follower, 'ended' | 'problem'> | undefined;
  /** Called when it is not known what became of a request: its certificate was created in this span, or not at all. */
  readonly onDoubt?: (csr: Csr, when: Span) => void;
  /** Called after each CSR with the number that are finished. */
  readonly onProgress: (done: number) => void;
  /** Called with what does not stop the batch but should be known. */
  readonly onWarning: (message: string) => void;
}

/** After a cancel the runner leaves 10 s (7.5 s to SIGTERM); this much of it is for answers that are under way. */
const STOP_GRACE_MS = 4_000;

/**
 * Creates one certificate for each CSR, as many at a time as the pacer lets go. The only caller of
 * `CreateCertificateFromCsr`, which is sent again only when AWS cannot have acted on it: after a throttle, or when the
 * request never left. Whatever else goes wrong leaves the CSR unresolved.
 *
 * @returns one outcome a CSR, in the order of `csrs`, and whether something ended the batch that would end it again
 */
export async function issue(
  csrs: readonly Csr[],
  options: IssueOptions,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly halted: boolean }> {
  const { access, journal, onProgress } = options;
  const { clock, signal } = access;
  const queue = new JobQueue(csrs);
  const halt = new Halt(signal);
  const forget = haltWith(options.follower, halt);
  const finished: Outcome[] = [];
  let count = 0;
  const finish = (job: Job, outcome: Outcome): void => {
    finished[job.index] = outcome;
    halt.observe(outcome);
    onProgress(++count);
  };
  const attempt = createAttempt(options, halt);

  options.claims?.prepare(csrs);
  const isOurs = createClaiming(options, halt, finish);
  const inFlight = await startAll(queue, access, halt, isOurs, async (job, permit) => {
    const end = await attempt(job, permit);
    if ('result' in end) finish(job, end);
    else queue.putBack(end);
  });
  const answered = new AbortController();
  await Promise.race([Promise.all(inFlight), stopGrace(signal, clock, answered.signal)]);
  answered.abort();
  forget?.();

  // What is back in the queue was not created, although it was announced.
  for (const job of queue.returned) journal.release(job.csr);
  await options.claims?.releaseUnused();
  const problem = halt.problem ?? CANCELLED;
  const outcomes = csrs.map(
    (csr, index): Outcome =>
      finished[index] ??
      (queue.isWaiting(index)
        ? { result: 'not-attempted', csr, problem }
        : { result: 'in-doubt', csr, problem: CANCELLED_IN_FLIGHT }),
  );
  return { outcomes, halted: halt.problem !== undefined };
}

/** Halts the batch when what goes on beside it says so. @returns ends that */
function haltWith(follower: IssueOptions['follower'], halt: Halt): (() => void) | undefined {
  if (follower === undefined) return undefined;
  const end = (): void => {
    if (follower.problem !== undefined) halt.because(follower.problem);
  };
  if (!follower.ended.aborted) return onAbort(follower.ended, end);
  end();
  return undefined;
}

/**
 * Starts jobs as the pacer lets them go, until none is left or the batch has ended.
 *
 * @returns the jobs that are still under way
 */
async function startAll(
  queue: JobQueue,
  { pacers }: IotAccess<never, 'create'>,
  halt: Halt,
  isOurs: (job: Job) => Promise<boolean>,
  work: (job: Job, permit: Permit) => Promise<void>,
): Promise<ReadonlySet<Promise<void>>> {
  const inFlight = new Set<Promise<void>>();
  const whenEnded = aborted(halt.signal);
  while (!halt.signal.aborted) {
    const job = queue.take();
    if (job === undefined) {
      if (inFlight.size === 0) break;
      // What is in flight may come back to the queue.
      await Promise.race([whenEnded, ...inFlight]);
      continue;
    }
    if (!(await isOurs(job))) {
      if (halt.signal.aborted) queue.putBack(job);
      continue;
    }
    const permit = await pacers.create.acquire(halt.signal).catch(() => undefined);
    if (permit === undefined) {
      queue.putBack(job);
      break;
    }
    const flight = work(job, permit).finally(() => inFlight.delete(flight));
    inFlight.add(flight);
  }
  return inFlight;
}

/**
 * Whether a job may be asked for, which another run may be about to do.
 *
 * @param finish called with a job that may not
 */
function createClaiming(
  { claims }: IssueOptions,
  halt: Halt,
  finish: (job: Job, outcome: Outcome) => void,
): (job: Job) => Promise<boolean> {
  return async (job) => {
    if (claims === undefined) return true;
    try {
      if (await claims.hold(job.csr, halt.signal)) return true;
      finish(job, { result: 'not-attempted', csr: job.csr, problem: CLAIMED });
    } catch (error) {
      if (halt.signal.aborted) return false;
      if (!(error instanceof UserError)) throw error;
      halt.because({ code: error.code, message: error.message, fix: error.fix });
    }
    return false;
  };
}

/** One request for one CSR, from its announcement to its end: an outcome, or the job as it goes back to the queue. */
function createAttempt(options: IssueOptions, halt: Halt): (job: Job, permit: Permit) => Promise<Outcome | Job> {
  const { request, access, journal, nameOf, claims } = options;
  const { iot, clock } = access;
  const keepAnswer = createKeeper(options, halt);

  return async (job, permit) => {
    const { csr } = job;
    const pem = request.pemOf(csr);
    if (pem === undefined) {
      permit.done('failed');
      return { result: 'failed', csr, problem: CHANGED };
    }
    try {
      await journal.intend(csr, nameOf(csr), iot.awsTime(), {
        origin: request.origin,
        replaces: request.replaces?.get(csr.spkiSha256),
      });
    } catch (error) {
      permit.done('failed');
      const problem = notAnnounced(error);
      halt.because(problem);
      return { result: 'failed', csr, problem };
    }
    claims?.intended(csr);
    const mayLeave = claims && (() => claims.mayLeave(csr));
    const sentAt = iot.awsTime();
    const answer = await iot.createCertificate(pem, request.setAsActive, mayLeave);
    permit.done(answer.kind === 'created' ? 'admitted' : answer.kind === 'throttled' ? 'throttled' : 'failed');
    const decision = judgeAnswer(job, answer);
    switch (decision.next) {
      case 'keep':
        return keepAnswer(csr, decision);
      case 'send-again':
        if (decision.waitMs > 0) await clock.sleep(decision.waitMs, halt.signal).catch(() => {});
        return { ...job, unsent: decision.unsent };
      case 'give-up':
        if (decision.endsBatch) halt.because(decision.problem);
        if (decision.result === 'failed') journal.release(csr);
        else options.onDoubt?.(csr, { since: sentAt, until: iot.awsTime() + LISTING_LAG_MS });
        return { result: decision.result, csr, problem: decision.problem };
    }
  };
}

/** Keeps a certificate that was created. */
function createKeeper(
  { request, access, keep, onWarning }: IssueOptions,
  halt: Halt,
): (csr: Csr, decision: Extract<Decision, { next: 'keep' }>) => Promise<Outcome> {
  const { setAsActive, origin } = request;
  let hasWarned = false;
  return async (csr, { id, pem, hasAwsId }) => {
    if (!hasAwsId && !hasWarned) {
      hasWarned = true;
      onWarning(
        `The certificate id ${id} is not the SHA-256 of its certificate, as AWS IoT's are: this is not AWS's own service.`,
      );
    }
    const status = setAsActive ? 'ACTIVE' : 'INACTIVE';
    const certificate = { id, status, issuedAt: new Date(access.iot.awsTime()).toISOString(), origin } as const;
    try {
      await keep(csr, certificate, pem, true);
    } catch (error) {
      const problem = notKept(certificate, error);
      halt.because(problem);
      return { result: 'in-doubt', csr, problem };
    }
    return { result: 'created', csr, certificate, awaitsActivation: status === 'INACTIVE' };
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** Resolves when the job has been cancelled for so long that answers are not waited for any more. */
async function stopGrace(stop: AbortSignal, clock: Clock, answered: AbortSignal): Promise<void> {
  await aborted(stop);
  await clock.sleep(STOP_GRACE_MS, answered).catch(() => {});
}
