import type { Failure } from '../aws/answers.ts';
import { isSessionRefusal } from '../aws/answers.ts';
import type { CreatedCertificate, Iot } from '../aws/iot.ts';
import type { Csr } from '../csr/csr.ts';
import type { Clock } from '../lib/clock.ts';
import type { Origin, Outcome, Problem, StoredCertificate } from '../records/certificate.ts';
import type { Journal } from '../records/journal.ts';
import { check } from '../records/read-certificate.ts';
import type { Pacer, Permit } from './pacer/pacer.ts';
import {
  CANCELLED,
  CANCELLED_IN_FLIGHT,
  CHANGED,
  inDoubt,
  MAX_IN_DOUBT_IN_A_ROW,
  MAX_UNSENT,
  notAnnounced,
  notKept,
  refused,
  SERVICE_DOWN,
  unreachable,
  unusable,
} from './problems.ts';

export interface IssueOptions {
  readonly csrs: readonly Csr[];
  /** As in {@link BatchOptions.pemOf}. */
  readonly pemOf: (csr: Csr) => string | undefined;
  readonly iot: Pick<Iot, 'createCertificate' | 'awsTime'>;
  readonly journal: Pick<Journal, 'intend' | 'release'>;
  readonly pacer: Pacer;
  readonly clock: Clock;
  /** Where certificates go. */
  readonly store: { nameOf(csr: Csr): string };
  readonly setAsActive: boolean;
  /** The run that asks. */
  readonly origin: Origin | undefined;
  /** Aborted when the job is cancelled: no new calls, those under way get a few seconds. */
  readonly stop: AbortSignal;
  /** Makes a certificate durable. One that cannot be kept ends the batch. */
  readonly keep: (csr: Csr, certificate: StoredCertificate, pem: string) => Promise<void>;
  /** Told after each CSR how many are finished. */
  readonly onProgress: (done: number) => void;
  /** Told of what does not stop the run but should be known. */
  readonly onWarning: (message: string) => void;
}

/** What the runner leaves after a cancellation is 10 s (7.5 s to SIGTERM); so long for answers that are under way. */
const STOP_GRACE_MS = 4_000;

interface Job {
  readonly csr: Csr;
  readonly index: number;
  readonly unsent: number;
}

/**
 * Creates one certificate for each CSR, as many at a time as the pacer lets go. The only caller of
 * `CreateCertificateFromCsr`, which is sent again only when AWS cannot have acted on it: after a throttle, or when the
 * request never left. Whatever else goes wrong leaves the CSR in doubt.
 *
 * @returns one outcome a CSR, in the order of `csrs`, and whether something ended the batch that would end it again
 */
export async function issue(
  options: IssueOptions,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly halted: boolean }> {
  const { csrs, pemOf, iot, journal, store, pacer, clock, setAsActive, origin, stop, keep } = options;
  const { onProgress, onWarning } = options;
  const outcomes: Outcome[] = [];
  const queue = new Queue(csrs);
  const inFlight = new Set<Promise<void>>();
  const halt = new AbortController();
  const ended = AbortSignal.any([stop, halt.signal]);
  let halted: Problem | undefined;
  let finished = 0;
  let inDoubtInARow = 0;
  let warnedOfIds = false;
  const whenEnded = new Promise<void>((resolve) => ended.addEventListener('abort', () => resolve(), { once: true }));

  const settle = (job: Job, outcome: Outcome): void => {
    outcomes[job.index] = outcome;
    inDoubtInARow = outcome.result === 'in-doubt' ? inDoubtInARow + 1 : 0;
    if (inDoubtInARow >= MAX_IN_DOUBT_IN_A_ROW) haltFor(SERVICE_DOWN);
    onProgress(++finished);
  };
  const haltFor = (problem: Problem): void => {
    halted ??= problem;
    halt.abort();
  };

  const created = async (job: Job, answer: CreatedCertificate): Promise<void> => {
    const { csr } = job;
    const checked = check(csr, answer.pem);
    if (checked.verdict !== 'good') {
      const problem = unusable(checked.verdict, answer);
      if (checked.verdict === 'wrong-key') haltFor(problem);
      return settle(job, { result: 'in-doubt', csr, problem });
    }
    if (checked.id !== answer.id && !warnedOfIds) {
      warnedOfIds = true;
      onWarning(
        `The certificate id ${answer.id} is not the SHA-256 of its certificate, as AWS IoT's are: this is not AWS's own service.`,
      );
    }
    const status = setAsActive ? 'ACTIVE' : 'INACTIVE';
    const issuedAt = new Date(iot.awsTime()).toISOString();
    const certificate: StoredCertificate = { id: answer.id, arn: answer.arn, status, issuedAt, origin };
    try {
      await keep(csr, certificate, checked.pem);
    } catch (error) {
      const problem = notKept(certificate, error);
      haltFor(problem);
      return settle(job, { result: 'in-doubt', csr, problem });
    }
    settle(job, { result: 'created', csr, certificate });
  };

  const failed = async (job: Job, failure: Failure): Promise<void> => {
    const { csr } = job;
    if (failure.kind === 'throttled') return queue.putBack(job);
    if (failure.kind === 'in-doubt') return settle(job, { result: 'in-doubt', csr, problem: inDoubt(failure) });
    if (failure.kind === 'unsent' || isSessionRefusal(failure)) {
      if (job.unsent < MAX_UNSENT) {
        await clock.sleep(1_000 * 2 ** job.unsent, ended).catch(() => {});
        return queue.putBack({ ...job, unsent: job.unsent + 1 });
      }
      const problem = unreachable(failure);
      haltFor(problem);
      journal.release(csr);
      return settle(job, { result: 'failed', csr, problem });
    }
    const problem = refused(failure);
    if (failure.kind === 'refused' && failure.scope === 'account') haltFor(problem);
    journal.release(csr);
    settle(job, { result: 'failed', csr, problem });
  };

  const attempt = async (job: Job, permit: Permit): Promise<void> => {
    const pem = pemOf(job.csr);
    if (pem === undefined) {
      permit.done('failed');
      return settle(job, { result: 'failed', csr: job.csr, problem: CHANGED });
    }
    try {
      await journal.intend(job.csr, store.nameOf(job.csr), iot.awsTime());
    } catch (error) {
      permit.done('failed');
      const problem = notAnnounced(error);
      haltFor(problem);
      return settle(job, { result: 'failed', csr: job.csr, problem });
    }
    const answer = await iot.createCertificate(pem, setAsActive);
    permit.done(answer.kind === 'created' ? 'admitted' : answer.kind === 'throttled' ? 'throttled' : 'failed');
    await (answer.kind === 'created' ? created(job, answer) : failed(job, answer));
  };

  while (!ended.aborted) {
    const job = queue.take();
    if (job === undefined) {
      if (inFlight.size === 0) break;
      // What is in flight may come back to the queue.
      await Promise.race([whenEnded, ...inFlight]);
      continue;
    }
    const permit = await pacer.acquire(ended).catch(() => undefined);
    if (permit === undefined) {
      queue.putBack(job);
      break;
    }
    const flight = attempt(job, permit).finally(() => inFlight.delete(flight));
    inFlight.add(flight);
  }
  const settled = new AbortController();
  await Promise.race([Promise.all(inFlight), stopGrace(stop, clock, settled.signal)]);
  settled.abort();

  // What is back in the queue was not created, although it was announced.
  for (const job of queue.returned) journal.release(job.csr);
  const waiting = new Set(queue.returned.map((job) => job.index));
  const problem = halted ?? CANCELLED;
  const settledOrNot = csrs.map((csr, index): Outcome => {
    const outcome = outcomes[index];
    if (outcome !== undefined) return outcome;
    return index >= queue.next || waiting.has(index)
      ? { result: 'not-attempted', csr, problem }
      : { result: 'in-doubt', csr, problem: CANCELLED_IN_FLIGHT };
  });
  return { outcomes: settledOrNot, halted: halted !== undefined };
}

/** Resolves when the job has been cancelled for so long that answers are not waited for any more. */
async function stopGrace(stop: AbortSignal, clock: Clock, settled: AbortSignal): Promise<void> {
  if (!stop.aborted) {
    await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  }
  await clock.sleep(STOP_GRACE_MS, settled).catch(() => {});
}

/** The CSRs in order, those that come back first. */
class Queue {
  readonly #csrs: readonly Csr[];
  readonly #again: Job[] = [];
  #next = 0;

  /** Jobs that came back and were not taken again. */
  get returned(): readonly Job[] {
    return this.#again;
  }

  /** Index of the first CSR that was never taken. */
  get next(): number {
    return this.#next;
  }

  constructor(csrs: readonly Csr[]) {
    this.#csrs = csrs;
  }

  take(): Job | undefined {
    const again = this.#again.pop();
    if (again !== undefined) return again;
    const csr = this.#csrs[this.#next];
    return csr === undefined ? undefined : { csr, index: this.#next++, unsent: 0 };
  }

  putBack(job: Job): void {
    this.#again.push(job);
  }
}
