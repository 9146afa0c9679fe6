import { answerText } from '../lib/redact.ts';
import { TLS_FIX, tellsOfTlsRefusal } from '../lib/tls-refusal.ts';

/** Why the artifact service did not do what it was asked, and what to do. */
export interface ArtifactProblem {
  /** A sentence. */
  readonly message: string;
  readonly fix: string;
}

const RUN_AGAIN = 'See https://www.githubstatus.com and run the job again.';

/**
 * Reads what `@actions/artifact` throws. It gives HTTP statuses in its texts, `(403)`, and those of the storage as
 * `statusCode`.
 *
 * @returns undefined for what has no known cause
 */
export function artifactProblem(error: unknown): ArtifactProblem | undefined {
  const { name, code, statusCode } = (error ?? {}) as { name?: unknown; code?: unknown; statusCode?: unknown };
  const text = error instanceof Error ? error.message : String(error);
  const status = typeof statusCode === 'number' ? statusCode : Number(/\((\d{3})\)/.exec(text)?.[1] ?? 0);
  if (/not valid JSON|Unexpected token|Unexpected end of JSON/.test(text)) {
    return {
      message: 'The answer did not come from the artifact service of GitHub but from something before it.',
      fix: 'Let the requests pass through the proxy, firewall or sign-in page between the runner and GitHub, and run the job again.',
    };
  }
  if (tellsOfTlsRefusal(text)) {
    return { message: 'The TLS certificate of the artifact service is not trusted here.', fix: TLS_FIX };
  }
  if (name === 'NetworkError') {
    return {
      message: `The artifact service does not answer (${answerText(String(code))}).`,
      fix: `${RUN_AGAIN} A self-hosted runner has to reach *.actions.githubusercontent.com and *.blob.core.windows.net.`,
    };
  }
  if (name === 'UsageError') {
    return {
      message: 'The storage for artifacts that GitHub gives the account is used up.',
      fix: 'Delete artifacts or raise the spending limit, or set `deliver: directory`.',
    };
  }
  if (status === 401) {
    return { message: "The artifact service does not accept the job's token (401).", fix: RUN_AGAIN };
  }
  if (status === 403) {
    return {
      message: 'The artifact service refused the upload (403).',
      fix: 'Check whether the settings of the repository or the organization, or a firewall of a self-hosted runner, forbid artifacts; or set `deliver: directory`.',
    };
  }
  if (status === 409) {
    return {
      message: 'This workflow run already has an artifact of that name (409).',
      fix: 'Give each job and each step its own artifact-name.',
    };
  }
  if (status === 429) return { message: 'The rate limit for artifacts is used up (429).', fix: RUN_AGAIN };
  if (status >= 500) {
    return { message: `The artifact service has an internal error (HTTP ${status}).`, fix: RUN_AGAIN };
  }
  return undefined;
}

/** What the library puts before an answer: which of its parts failed. */
const WRAPPING =
  /^(?:(?:Failed to \w+|Failed to make request after \d+ attempts|Received non-retryable error|Failed request): )+/;

/** What the artifact service answered, on one line, for a message. */
export function artifactReason(error: unknown): string {
  return answerText((error instanceof Error ? error.message : String(error)).replace(WRAPPING, ''));
}
