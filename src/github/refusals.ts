import { answerText } from '../lib/redact.ts';
import { TLS_FIX, tellsOfTlsRefusal } from '../lib/tls-refusal.ts';

/** Why GitHub's REST API does not do what it is asked: each cause with its own sentence and its own way out. */
export interface Refusal {
  /** Stable, kebab-case; a caller may put its subject in front. */
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

/** What Octokit throws, and what {@link notGitHub} makes. */
interface Thrown {
  readonly status?: unknown;
  readonly response?: {
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly data?: unknown;
  };
}

/** HTTP status of what Octokit threw; undefined for what is no answer. */
export function statusOf(error: unknown): number | undefined {
  const { status } = (error ?? {}) as Thrown;
  return typeof status === 'number' ? status : undefined;
}

/** Status and text of an answer, on one line, without secrets and without the address of a page about the call. */
export function answerOf(error: unknown): string {
  if (isStrange(error)) return outline(error as Thrown);
  const text = answerText(error instanceof Error ? error.message : String(error));
  return `${statusOf(error) ?? ''} ${text.replace(/ - https:\/\/\S+$/, '')}`.trim();
}

/** An answer with a status of success that GitHub does not give: a sign-in page, for example, says 200 to everything. */
export function notGitHub(response: Thrown['response'] & { readonly status: number }): Error {
  return Object.assign(new Error('not GitHub'), { status: response.status, response });
}

/** GitHub's answers have an id, and errors a message in JSON. */
function isStrange(error: unknown): boolean {
  const { response } = (error ?? {}) as Thrown;
  if (response === undefined || response.headers?.['x-github-request-id'] !== undefined) return false;
  return typeof (response.data as { readonly message?: unknown } | undefined)?.message !== 'string';
}

function outline({ status, response }: Thrown): string {
  const [type = ''] = String(response?.headers?.['content-type'] ?? '').split(';');
  return `HTTP ${status}${type === '' ? '' : `, ${answerText(type).slice(0, 50)}`}`;
}

const CAUSES: readonly {
  readonly code: string;
  readonly pattern: RegExp;
  readonly message: string;
  readonly fix: string;
}[] = [
  {
    code: 'sso',
    pattern: /SAML|single sign-on/i,
    message: 'The organization asks for single sign-on, and the token is not authorized for it',
    fix: 'Authorize the token for the organization (Settings, Developer settings, the token, Configure SSO), or use the token of a GitHub App, which needs none.',
  },
  {
    code: 'ip-allow-list',
    pattern: /IP allow list|IP address is not permitted/i,
    message: "The organization lets only some IP addresses in, and the runner's is not one of them",
    fix: "Add the runner's address to the organization's IP allow list, or use a runner whose address is on it.",
  },
  {
    code: 'token-policy',
    pattern: /forbids access via|lifetime is greater/i,
    message: 'The organization does not accept tokens of this kind',
    fix: 'Use the token of a GitHub App, or make a personal access token that follows the rules of the organization.',
  },
  {
    code: 'archived',
    pattern: /archived/i,
    message: 'The repository is archived, so nothing in it can be written',
    fix: 'Unarchive it, or name another scope.',
  },
  {
    code: 'rate-limit',
    pattern: /rate limit|abuse detection/i,
    message: 'The rate limit of this token at GitHub is used up',
    fix: 'Wait an hour at most, and run the job again.',
  },
];

/**
 * Reads an answer that refuses.
 *
 * @returns undefined where only the caller knows what would be needed, such as a permission
 */
export function refusalIn(error: unknown): Refusal | undefined {
  const answer = answerOf(error);
  if (isStrange(error)) {
    return {
      code: 'not-github',
      message: `The answer did not come from GitHub but from something before it (${answer}).`,
      fix: 'Let the requests pass through the proxy, firewall or sign-in page between the runner and GitHub, and run the job again.',
    };
  }
  if (tellsOfTlsRefusal(answer)) {
    return {
      code: 'tls',
      message: `The TLS certificate of GitHub's API is not trusted here (${answer}).`,
      fix: TLS_FIX,
    };
  }
  const status = statusOf(error);
  if (status !== 403 && status !== 429) return undefined;
  const cause = CAUSES.find(({ pattern }) => pattern.test(answer));
  return cause && { code: cause.code, message: `${cause.message} (${answer}).`, fix: cause.fix };
}
