import { adviceOn } from '../aws/advice.ts';
import { type Failure, NOT_AWS } from '../aws/answers.ts';
import type { CreatedCertificate } from '../aws/iot.ts';
import { whyNotWritten } from '../lib/file-error.ts';
import type { Certificate, Problem } from '../records/certificate.ts';

/** The call that the problems here are about. */
const ACTION = 'iot:CreateCertificateFromCsr';

/** Times that a request that never left is sent again. */
export const MAX_UNSENT = 5;

/** Times that a refused session, or a wrong clock, is tried again: the next request has a new one, or AWS's time. */
export const MAX_SESSION_REFUSALS = 2;

/** Answers in a row that leave their CSRs unresolved: the service is down, and going on would only add to them. */
export const MAX_IN_DOUBT_IN_A_ROW = 20;

export const CANCELLED: Problem = {
  code: 'cancelled',
  message: "The job was cancelled before it was this CSR's turn.",
  fix: 'Run the job again: CSRs that have their certificate are not issued twice.',
};

export const CLAIMED: Problem = {
  code: 'claimed-elsewhere',
  message: 'Another run is creating its certificate.',
  fix: 'Run the job again when that run has ended: CSRs that have their certificate are not issued twice.',
};

export const CHANGED: Problem = {
  code: 'file-changed',
  message: 'Its file was changed after it was validated.',
  fix: 'Let nothing change the files while the step runs, and run the job again.',
};

export const SERVICE_DOWN: Problem = {
  code: 'service-down',
  message: `AWS IoT left ${MAX_IN_DOUBT_IN_A_ROW} requests in a row without a usable answer; the batch was stopped.`,
  fix: 'See https://health.aws.amazon.com and run the job again later.',
};

export function inDoubt(failure: Failure): Problem {
  return {
    code: 'in-doubt',
    message:
      failure.code === NOT_AWS
        ? `AWS may or may not have created the certificate: the answer did not come from AWS (${failure.message}).`
        : `AWS may or may not have created the certificate (${failure.code}: ${failure.message}).`,
    fix: 'Run the job again: it looks for the certificate before it asks for another.',
  };
}

export function unusable(verdict: 'unreadable' | 'wrong-key', answer: CreatedCertificate): Problem {
  const what =
    verdict === 'wrong-key'
      ? 'holds another public key than the CSR, so it does not work on the device'
      : 'cannot be read';
  return {
    code: verdict === 'wrong-key' ? 'wrong-key' : 'unreadable',
    message: `AWS created certificate ${answer.id} for it, but the certificate in the answer ${what}.`,
    fix: 'Look at the certificate in the AWS IoT console, and check that aws-region and AWS_ENDPOINT_URL_IOT lead to AWS itself.',
  };
}

export function notKept(certificate: Certificate, error: unknown): Problem {
  return {
    code: 'not-kept',
    message: `AWS created certificate ${certificate.id}, but it was not stored. ${whyNotWritten('The journal', error)}`,
    fix: `Free the disk, or make the place writable, and run the job again: it finds the certificate. To see it: aws iot describe-certificate --certificate-id ${certificate.id}`,
  };
}

export function unreachable(failure: Failure): Problem {
  const advice = adviceOn(failure, ACTION);
  if (advice !== undefined) return advice;
  return {
    code: 'unreachable',
    message: `AWS IoT could not be reached in ${MAX_UNSENT + 1} tries (${failure.code}: ${failure.message}).`,
    fix: 'Check aws-region, the network and the credentials, and run the job again.',
  };
}

export function refused(failure: Failure): Problem {
  const advice = adviceOn(failure, ACTION);
  if (advice !== undefined) return advice;
  const fix =
    failure.kind === 'refused' && failure.scope === 'request'
      ? 'Correct the CSR.'
      : 'Correct the cause that AWS names, and run the job again.';
  return { code: failure.code, message: `AWS refused the request (${failure.code}: ${failure.message}).`, fix };
}

export const CANCELLED_IN_FLIGHT: Problem = {
  code: 'cancelled',
  message: 'The job was cancelled before AWS answered; the certificate may exist.',
  fix: 'Run the job again: it looks for the certificate before it asks for another.',
};

export function notAnnounced(error: unknown): Problem {
  return {
    code: 'journal',
    message: `No more certificates were requested. ${whyNotWritten('The journal', error)}`,
    fix: 'Free the disk and run the job again: CSRs that have their certificate are not issued twice.',
  };
}
