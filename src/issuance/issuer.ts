import type { Failure } from '../aws/answers.ts';
import { isSessionRefusal } from '../aws/answers.ts';
import type { CreatedCertificate, Iot } from '../aws/iot.ts';
import type { Clock } from '../clock.ts';
import type { Csr } from '../csr/csr.ts';
import type { Certificate, Outcome, Problem } from './certificate.ts';
import { check } from './check.ts';
import type { Pacer, Permit } from './pacer/pacer.ts';

export interface IssueOptions {
  readonly csrs: readonly Csr[];
  readonly iot: Pick<Iot, 'createCertificate'>;
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly setAsActive: boolean;
  /** Aborted when the job is cancelled: no new calls, those in flight finish. */
  readonly stop: AbortSignal;
  /** Makes a certificate durable. One that cannot be kept ends the batch. */
  readonly keep: (csr: Csr, certificate: Certificate) => Promise<void>;
  /** Told after each CSR how many are finished. */
  readonly onProgress: (done: number) => void;
  /** Told of what does not stop the run but should be known. */
  readonly onWarning: (message: string) => void;
}

/** A request that never left is tried this often, a second apart at first, then twice as long each time. */
const MAX_UNSENT = 5;

/** So many answers in a row that leave a CSR in doubt mean that the service is down: going on would only add doubt. */
const MAX_IN_DOUBT_IN_A_ROW = 20;

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
 * @returns one outcome a CSR, in the order of `csrs`
 */
export async function issue(options: IssueOptions): Promise<readonly Outcome[]> {
  const { csrs, iot, pacer, clock, setAsActive, stop, keep, onProgress, onWarning } = options;
  const outcomes: Outcome[] = [];
  const queue = new Queue(csrs);
  const inFlight = new Set<Promise<void>>();
  const halt = new AbortController();
  const ended = AbortSignal.any([stop, halt.signal]);
  let halted: Problem | undefined;
  let finished = 0;
  let inDoubtInARow = 0;
  let warnedOfIds = false;

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
    const issuedAt = new Date(clock.now()).toISOString();
    const certificate: Certificate = { id: answer.id, arn: answer.arn, pem: checked.pem, status, issuedAt };
    try {
      await keep(csr, certificate);
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
      return settle(job, { result: 'failed', csr, problem });
    }
    const problem = refused(failure);
    if (failure.kind === 'refused' && failure.scope === 'account') haltFor(problem);
    settle(job, { result: 'failed', csr, problem });
  };

  const attempt = async (job: Job, permit: Permit): Promise<void> => {
    const answer = await iot.createCertificate(job.csr.pem, setAsActive);
    permit.done(answer.kind === 'created' ? 'admitted' : answer.kind === 'throttled' ? 'throttled' : 'failed');
    await (answer.kind === 'created' ? created(job, answer) : failed(job, answer));
  };

  while (!ended.aborted) {
    const job = queue.take();
    if (job === undefined) {
      if (inFlight.size === 0) break;
      // What is in flight may come back to the queue.
      await Promise.race(inFlight);
      continue;
    }
    const permit = await pacer.acquire(ended).catch(() => undefined);
    if (permit === undefined) break;
    const flight = attempt(job, permit).finally(() => inFlight.delete(flight));
    inFlight.add(flight);
  }
  await Promise.all(inFlight);

  const problem = halted ?? CANCELLED;
  return csrs.map((csr, index) => outcomes[index] ?? { result: 'not-attempted', csr, problem });
}

/** The CSRs in order, those that come back first. */
class Queue {
  readonly #csrs: readonly Csr[];
  readonly #again: Job[] = [];
  #next = 0;

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

const CANCELLED: Problem = {
  code: 'cancelled',
  message: 'The job was cancelled before it was this CSR’s turn.',
  fix: 'Run the job again: CSRs that have their certificate are not issued twice.',
};

const SERVICE_DOWN: Problem = {
  code: 'service-down',
  message: `AWS IoT left ${MAX_IN_DOUBT_IN_A_ROW} requests in a row without a usable answer; the batch was stopped.`,
  fix: 'See https://health.aws.amazon.com and run the job again later.',
};

function inDoubt(failure: Failure): Problem {
  return {
    code: 'in-doubt',
    message: `AWS may or may not have created the certificate (${failure.code}: ${failure.message}).`,
    fix: 'Look for it in the AWS IoT console before you issue this CSR again.',
  };
}

function unusable(verdict: 'unreadable' | 'wrong-key', answer: CreatedCertificate): Problem {
  const what =
    verdict === 'wrong-key'
      ? 'holds another public key than the CSR: it would not work on the device'
      : 'cannot be read';
  return {
    code: verdict,
    message: `AWS created certificate ${answer.id} (${answer.arn}), but what it answered ${what}.`,
    fix: 'Look at the certificate in the AWS IoT console, and check that aws-region leads to AWS itself and not to a stand-in.',
  };
}

function notKept(certificate: Certificate, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'not-kept',
    message: `AWS created certificate ${certificate.id} (${certificate.arn}), but it could not be written (${reason}).`,
    fix: `Free the disk, and fetch it with: aws iot describe-certificate --certificate-id ${certificate.id}`,
  };
}

function unreachable(failure: Failure): Problem {
  return {
    code: 'unreachable',
    message: `AWS IoT could not be reached in ${MAX_UNSENT + 1} tries (${failure.code}: ${failure.message}).`,
    fix: 'Check aws-region, the network and the credentials, and run the job again.',
  };
}

function refused(failure: Failure): Problem {
  const fix = /AccessDenied|Unauthorized|Forbidden/.test(failure.code)
    ? 'Allow iot:CreateCertificateFromCsr on "*" to the role (the README has the policy).'
    : failure.kind === 'refused' && failure.scope === 'request'
      ? 'Correct the CSR.'
      : 'Correct what AWS names, and run the job again.';
  return { code: failure.code, message: `AWS refused the request (${failure.code}: ${failure.message}).`, fix };
}
