import { answerOf, refusalIn, statusOf } from '../github/refusals.ts';
import type { SecretScope } from '../github/secret-vault.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';

/** The scope in the words of a person. */
export function whereOf(scope: SecretScope): string {
  switch (scope.kind) {
    case 'repository':
      return `repository ${scope.owner}/${scope.repository}`;
    case 'dependabot':
      return `Dependabot in ${scope.owner}/${scope.repository}`;
    case 'codespaces':
      return `Codespaces of ${scope.owner}/${scope.repository}`;
    case 'environment':
      return `environment ${scope.environment} of ${scope.owner}/${scope.repository}`;
    case 'organization':
      return `organization ${scope.organization}`;
  }
}

/** https://docs.github.com/en/actions/reference/security/secrets#limits-for-secrets */
export function capacityOf({ kind }: SecretScope): number {
  return kind === 'organization' ? 1_000 : 100;
}

/** What a token needs: the name of the permission on GitHub's pages, and actions/create-github-app-token's input. */
const PERMISSIONS: Readonly<Record<SecretScope['kind'], { readonly name: string; readonly input?: string }>> = {
  repository: { name: 'the repository permission Secrets (read and write)', input: 'permission-secrets' },
  environment: { name: 'the repository permission Environments (read and write)', input: 'permission-environments' },
  organization: {
    name: 'the organization permission Secrets (read and write)',
    input: 'permission-organization-secrets',
  },
  dependabot: {
    name: 'the repository permission Dependabot secrets (read and write)',
    input: 'permission-dependabot-secrets',
  },
  codespaces: { name: 'the repository permission Codespaces secrets (read and write)' },
};

/** The two ways to a token that may write secrets. */
function tokens({ kind }: SecretScope): string {
  const { name, input } = PERMISSIONS[kind];
  const app = input === undefined ? '' : ` with \`${input}: write\``;
  return (
    `Pass in github-token either the token of a GitHub App that has ${name}, made by actions/create-github-app-token${app}, ` +
    'or a fine-grained personal access token that has that permission. Nothing was created.'
  );
}

/** Why there is no way to the scope: what GitHub answered, in words that help. */
export function refusedScope(error: unknown, scope: SecretScope): UserError {
  const own = ownWords(error);
  if (own !== undefined) return own;
  const status = statusOf(error);
  const where = whereOf(scope);
  const answer = answerOf(error);
  const refusal = refusalIn(error);
  if (refusal !== undefined) {
    return new UserError(`secret-${refusal.code}`, refusal.message, {
      where: /^(not-github|tls)$/.test(refusal.code) ? 'deliver' : 'github-token',
      fix: `${refusal.fix} Nothing was created.`,
      cause: error,
    });
  }
  switch (status) {
    case 401:
      return new UserError('secret-token', `GitHub does not accept the token (${answer}).`, {
        where: 'github-token',
        fix: `It may have expired. ${tokens(scope)}`,
      });
    case 403:
      return noPermission(answer, scope);
    case 404:
      return new UserError('secret-scope', `There is no ${where} that the token can see (${answer}).`, {
        where: /^(environment|organization)$/.test(scope.kind) ? `secret-${scope.kind}` : 'secret-scope',
        // A token without the permission may get this answer, too.
        fix: `${MISSING[scope.kind]} ${tokens(scope)}`,
      });
    default:
      return new UserError('secret-service', `GitHub did not list the secrets of the ${where} (${answer}).`, {
        where: 'deliver',
        fix: 'See https://www.githubstatus.com and run the job again. Nothing was created.',
        cause: error,
      });
  }
}

/** Why a scope that is there cannot be written to: GitHub answers 403, or 404 as if there was nothing. */
export function refusedWriting(error: unknown, scope: SecretScope): UserError {
  return statusOf(error) === 404 ? noPermission(answerOf(error), scope) : refusedScope(error, scope);
}

function noPermission(answer: string, scope: SecretScope): UserError {
  const isPersonal = /personal access token/i.test(answer);
  const isOfOwner = /admin rights/i.test(answer);
  const why = isPersonal
    ? ' In some organizations an owner has to approve a fine-grained token before it may do more than read public data.'
    : isOfOwner
      ? ' Whoever made the token has to be an administrator of the repository.'
      : " The job's own GITHUB_TOKEN never may, whatever its permissions.";
  return new UserError(
    'secret-permission',
    `The token may not write secrets of the ${whereOf(scope)} (${answer}).${why}`,
    { where: 'github-token', fix: tokens(scope) },
  );
}

const MISSING: Readonly<Record<SecretScope['kind'], string>> = {
  repository: 'Give the token access to the repository.',
  dependabot: 'Give the token access to the repository.',
  codespaces: 'Give the token access to the repository.',
  environment: 'Create the environment in the settings of the repository, or correct secret-environment.',
  organization:
    'Correct secret-organization and secret-repositories, or give the token access to them. A user account is not an organization.',
};

/** Why the batch does not fit. */
export function noRoom(batch: {
  readonly scope: SecretScope;
  readonly layout: 'per-certificate' | 'bundle';
  readonly present: number;
  readonly added: number;
  /** Secrets that a bundle would be. */
  readonly bundleSize: number;
}): UserError {
  const { scope, layout, present, added, bundleSize } = batch;
  const capacity = capacityOf(scope);
  const bundled = layout === 'per-certificate' && bundleSize <= capacity - present;
  return new UserError(
    'secret-capacity',
    `The batch needs ${plural(added, 'more secret')}, and the ${whereOf(scope)} holds ${count(present)} of the ${count(capacity)} that GitHub allows.`,
    {
      where: 'deliver',
      fix: `${bundled ? `Set \`secret-layout: bundle\`, which needs ${plural(bundleSize, 'secret')}, or` : 'Set'} \`deliver: artifact\`, or delete secrets that nobody uses. Nothing was created.`,
    },
  );
}

/** Why a secret was not written, and what that means for the rest. */
export function refusedSecret(
  error: unknown,
  at: {
    readonly name: string;
    readonly where: string;
    readonly done: number;
    readonly of: number;
    readonly stop: AbortSignal;
  },
): UserError {
  const { name, where, done, of, stop } = at;
  const refusal = refusalIn(error);
  const own = ownWords(error);
  const problem =
    own !== undefined
      ? own.message
      : stop.aborted
        ? 'The job was cancelled.'
        : (refusal?.message ?? `GitHub refused the secret ${name} (${answerOf(error)}).`);
  return new UserError(
    stop.aborted ? 'cancelled' : 'secret-write',
    `${count(done)} of ${plural(of, 'secret')} are written in the ${where}. ${problem}`,
    {
      where: 'deliver',
      fix: `${refusal === undefined ? (FIXES[statusOf(error) ?? 0] ?? '') : `${refusal.fix} `}No certificate is lost; the manifest's field \`secret\` names the secrets that are written. Press "Re-run failed jobs": the rest is written then, and no certificate is issued again.`,
      cause: error,
    },
  );
}

const FIXES: Readonly<Record<number, string>> = {
  401: "The token has expired (a GitHub App's lives one hour): make it in a step right before this one. ",
  403: 'Give the token its permission back. ',
  404: 'Restore the environment, organization or repository: it was there before. ',
};

/** What is reported as it is: an error of ours, such as that of a proxy, which Octokit wraps. */
function ownWords(error: unknown): UserError | undefined {
  const inside = error instanceof UserError ? error : (error as { readonly cause?: unknown } | undefined)?.cause;
  return inside instanceof UserError ? inside : undefined;
}
