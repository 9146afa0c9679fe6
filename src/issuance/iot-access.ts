import { adviceOn } from '../aws/advice.ts';
import { type Failure, isBlocked, isSessionRefusal } from '../aws/answers.ts';
import type { CertificatePage, DescribedCertificate, Iot, SettableStatus } from '../aws/iot.ts';
import { type RetryOptions, retry, type Waiting } from '../lib/retry.ts';
import { UserError } from '../lib/user-error.ts';
import type { Pacer } from './pacer/pacer.ts';
import type { CallOutcome } from './pacer/protocol.ts';
import type { Pacers } from './pacers.ts';
import { throttlingOf } from './throttling.ts';

/** How issuance reaches AWS IoT: the calls that it needs, the pace of each, the clock, and what ends every wait. */
export interface IotAccess<Calls extends keyof Iot = keyof Iot, Paces extends keyof Pacers = keyof Pacers> {
  readonly iot: Pick<Iot, Calls>;
  readonly pacers: Pick<Pacers, Paces>;
  readonly clock: RetryOptions['clock'];
  /** Aborted when the job is cancelled. */
  readonly signal: AbortSignal;
  /** Prints a line about a wait that a person should hear of; undefined: nobody listens. */
  readonly report?: ((line: string) => void) | undefined;
}

/** What listing an account needs. */
export type ListAccess = IotAccess<'listCertificates' | 'awsTime', 'list'>;

/** What searching an account needs. */
export type SearchAccess = IotAccess<'listCertificates' | 'describeCertificate' | 'awsTime', 'list' | 'describe'>;

/** Tries of a call that fails otherwise than for the rate, and the wait after the first; together 15.5 s. */
const TRIES = 6;
const FIRST_WAIT_MS = 500;

/** What a new session or AWS's time mends, is mended at the second try; a page of a firewall stays. */
const FEW_TRIES = 3;

/**
 * A page of the account's certificates, newest first.
 *
 * @param marker undefined for the first page
 * @throws UserError as {@link callUntilAnswered}
 */
export function listPage(
  access: IotAccess<'listCertificates', 'list'>,
  marker: string | undefined,
): Promise<CertificatePage> {
  const { iot, pacers } = access;
  return callUntilAnswered('iot:ListCertificates', () => iot.listCertificates(marker), pacers.list, access);
}

/**
 * A certificate with its PEM; undefined when the account does not hold it, or no longer.
 *
 * @throws UserError as {@link callUntilAnswered}
 */
export async function describeIfThere(
  access: IotAccess<'describeCertificate', 'describe'>,
  id: string,
): Promise<DescribedCertificate | undefined> {
  const { iot, pacers } = access;
  try {
    const call = () => iot.describeCertificate(id);
    return await callUntilAnswered('iot:DescribeCertificate', call, pacers.describe, access);
  } catch (error) {
    if (error instanceof Unanswered && error.awsCode === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/**
 * Refusals of UpdateCertificate that are about the one certificate, such as one that is being transferred.
 * https://docs.aws.amazon.com/iot/latest/apireference/API_UpdateCertificate.html#API_UpdateCertificate_Errors
 */
const ABOUT_ONE = new Set(['CertificateStateException', 'InvalidRequestException']);

/**
 * Gives a certificate a status; harmless to repeat.
 *
 * @returns `gone` when the account does not hold it; `refused` when AWS does not do it for this certificate
 * @throws UserError as {@link callUntilAnswered}, for what would be answered to any other as well
 */
export async function setStatus(
  access: IotAccess<'updateStatus', 'update'>,
  id: string,
  status: SettableStatus,
): Promise<'updated' | 'gone' | { readonly refused: UserError }> {
  const { iot, pacers } = access;
  try {
    await callUntilAnswered('iot:UpdateCertificate', () => iot.updateStatus(id, status), pacers.update, access);
    return 'updated';
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    if (error.awsCode === 'ResourceNotFoundException') return 'gone';
    if (ABOUT_ONE.has(error.awsCode)) return { refused: error };
    throw error;
  }
}

/**
 * Refusals of DeleteCertificate that are about the one certificate: it is ACTIVE, or something is attached to it.
 * https://docs.aws.amazon.com/iot/latest/apireference/API_DeleteCertificate.html#API_DeleteCertificate_Errors
 */
const NOT_DELETABLE = new Set([...ABOUT_ONE, 'DeleteConflictException']);

/**
 * Deletes a certificate; harmless to repeat.
 *
 * @returns as {@link setStatus}
 * @throws UserError as {@link callUntilAnswered}, for what would be answered to any other as well
 */
export async function deleteCertificate(
  access: IotAccess<'deleteCertificate', 'remove'>,
  id: string,
): Promise<'deleted' | 'gone' | { readonly refused: UserError }> {
  const { iot, pacers } = access;
  try {
    await callUntilAnswered('iot:DeleteCertificate', () => iot.deleteCertificate(id), pacers.remove, access);
    return 'deleted';
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    if (error.awsCode === 'ResourceNotFoundException') return 'gone';
    if (NOT_DELETABLE.has(error.awsCode)) return { refused: error };
    throw error;
  }
}

/**
 * Makes a call that is harmless to repeat until it succeeds: at the operation's own pace, again after every throttle,
 * and five times more after anything else that may pass.
 *
 * @param action the IAM action, which the error names
 * @throws UserError when AWS refuses it or stays out of reach; the signal's reason when it is aborted
 */
export async function callUntilAnswered<T extends { readonly kind: string }>(
  action: string,
  call: () => Promise<T | Failure>,
  pacer: Pacer,
  { clock, signal, report }: Waiting & Pick<IotAccess, 'report'>,
): Promise<T> {
  const throttling = throttlingOf(pacer);
  const callOnce = async (): Promise<T> => {
    for (;;) {
      const permit = await pacer.acquire(signal);
      const answer = await call();
      if (!isFailure(answer)) {
        permit.done('admitted');
        throttling.end();
        return answer;
      }
      permit.done(outcomeOf(answer));
      if (answer.kind !== 'throttled') {
        throttling.end();
        throw new Unanswered(action, answer);
      }
      throttling.goOn(action, clock.now(), report);
    }
  };
  let tried = 0;
  return retry(callOnce, {
    clock,
    signal,
    tries: TRIES,
    firstWaitMs: FIRST_WAIT_MS,
    mayPass: (error) => error instanceof Unanswered && ++tried < error.tries,
  });
}

/** Refusals that AWS can give only when it has looked: the quota has let these calls through like any that succeeds. */
const LOOKED = /^(ResourceNotFound|ResourceAlreadyExists|LimitExceeded|\w*Conflict)Exception$/;

function outcomeOf({ kind, code }: Failure): CallOutcome {
  if (kind === 'refused' && LOOKED.test(code)) return 'admitted';
  return kind === 'throttled' ? 'throttled' : 'failed';
}

/** AWS's name of the error, where {@link callUntilAnswered} threw because of one; undefined for everything else. */
export function awsCodeOf(error: unknown): string | undefined {
  return error instanceof Unanswered ? error.awsCode : undefined;
}

function isFailure(answer: { readonly kind: string }): answer is Failure {
  return /^(throttled|unsent|refused|in-doubt)$/.test(answer.kind);
}

class Unanswered extends UserError {
  /** Calls at most that end like this, this one included. */
  readonly tries: number;
  readonly awsCode: string;

  constructor(action: string, failure: Failure) {
    const { code, message, fix } = adviceOn(failure, action) ?? {
      code: 'aws-iot',
      message: `AWS IoT ${failure.kind === 'refused' ? 'refused' : 'did not answer'} ${action} (${failure.code}: ${failure.message}).`,
      fix:
        failure.kind === 'refused'
          ? 'Correct the cause that AWS names, and run the job again.'
          : 'See https://health.aws.amazon.com and run the job again: certificates that exist will be found.',
    };
    super(code, message, { where: action, fix });
    this.awsCode = failure.code;
    this.tries = triesFor(failure);
  }
}

function triesFor(failure: Failure): number {
  if (failure.kind === 'refused') return isSessionRefusal(failure) ? FEW_TRIES : 1;
  return isBlocked(failure) ? FEW_TRIES : TRIES;
}
