import { type Failure, isSessionRefusal } from '../aws/answers.ts';
import type { CreatedCertificate } from '../aws/iot.ts';
import type { Problem } from '../records/certificate.ts';
import { check } from '../records/read-certificate.ts';
import type { Job } from './job-queue.ts';
import { inDoubt, MAX_SESSION_REFUSALS, MAX_UNSENT, refused, unreachable, unusable } from './problems.ts';

/** What an answer of CreateCertificateFromCsr means for its CSR, and for the batch. */
export type Decision =
  /** The certificate is the CSR's own. */
  | {
      readonly next: 'keep';
      readonly id: string;
      /** The one certificate of the answer, in canonical form. */
      readonly pem: string;
      /** False when the id is not the SHA-256 of the certificate, as AWS IoT's ids are. */
      readonly hasAwsId: boolean;
    }
  /** Nothing was created: the same request may be sent again, after a wait. */
  | { readonly next: 'send-again'; readonly waitMs: number; readonly unsent: number }
  /**
   * No certificate to hand over. `failed`: certainly none was created, so that the announcement of the request can be
   * taken back. `in-doubt`: one may exist, so the request may not be sent again.
   */
  | {
      readonly next: 'give-up';
      readonly result: 'failed' | 'in-doubt';
      readonly problem: Problem;
      /** Every further request would end like this one. */
      readonly endsBatch: boolean;
    };

/** The wait before a request that never left is sent again, the first time; twice as long each time after. */
const FIRST_WAIT_MS = 1_000;

/**
 * Decides from the answer alone; a request is sent again only when AWS cannot have acted on it. (Promise 1 rests here:
 * CreateCertificateFromCsr has no idempotency token.)
 */
export function judgeAnswer(
  { csr, unsent }: { readonly csr: Pick<Job['csr'], 'spkiSha256'>; readonly unsent: number },
  answer: CreatedCertificate | Failure,
): Decision {
  switch (answer.kind) {
    case 'created': {
      const checked = check(csr, answer.pem);
      if (checked.verdict === 'good') {
        const { id } = answer;
        return { next: 'keep', id, pem: checked.pem, hasAwsId: checked.id === id };
      }
      const problem = unusable(checked.verdict, answer);
      return { next: 'give-up', result: 'in-doubt', problem, endsBatch: checked.verdict === 'wrong-key' };
    }
    case 'throttled':
      return { next: 'send-again', waitMs: 0, unsent };
    case 'in-doubt':
      return { next: 'give-up', result: 'in-doubt', problem: inDoubt(answer), endsBatch: false };
    case 'unsent':
      return sendAgainOrGiveUp(answer, unsent, MAX_UNSENT);
    case 'refused':
      if (isSessionRefusal(answer)) return sendAgainOrGiveUp(answer, unsent, MAX_SESSION_REFUSALS);
      return { next: 'give-up', result: 'failed', problem: refused(answer), endsBatch: answer.scope === 'account' };
  }
}

function sendAgainOrGiveUp(failure: Failure, unsent: number, times: number): Decision {
  if (unsent < times) return { next: 'send-again', waitMs: FIRST_WAIT_MS * 2 ** unsent, unsent: unsent + 1 };
  return { next: 'give-up', result: 'failed', problem: unreachable(failure), endsBatch: true };
}
