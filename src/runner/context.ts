import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { type EventSource, repositoryCreatedAt, sourceOf } from './event.ts';

/** Environment variables, as `process.env` has them. Read at the doors, passed down as a plain value. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where this run happens: what GitHub says to a step through its environment, with stand-ins where it runs elsewhere.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
export interface RunContext {
  /** Absolute path of the checked-out repository; the only place CSRs are read from. */
  readonly workspace: string;
  /** Absolute path of a directory that is emptied after the job. */
  readonly tempDirectory: string;
  /** `owner/name`, or undefined outside GitHub. */
  readonly repository: string | undefined;
  readonly commit: string | undefined;
  /** The branch that the run is on, without `refs/heads/`; undefined for tags, pull requests, and outside GitHub. */
  readonly branch: string | undefined;
  /** Decimal id of the workflow run, or undefined outside GitHub. */
  readonly runId: string | undefined;
  /** 1 for the first attempt; "Re-run" counts it up. */
  readonly runAttempt: number;
  /** Names this step of the job, and its post step, among all that write records on this machine. */
  readonly step: string;
  /** The workflow file and the branch that the run is of; undefined for a run of a tag or a pull request. */
  readonly workflow: { readonly path: string; readonly branch: string } | undefined;
  /** Page that documents the rules, of the version of the action that runs; its bare name where that is not known. */
  readonly rulesPage: string;
  /** Page that explains each message by its code; the same holds for it. */
  readonly messagesPage: string;
  /** Page of the run in a browser. */
  readonly runUrl: string | undefined;
  readonly serverUrl: string;
  /** Base URL of the REST API. */
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** Where the job asks for its OpenID Connect tokens, and with what; undefined without `id-token: write`. */
  readonly idTokenRequest: { readonly url: string; readonly token: string } | undefined;
  /** The variable that the AWS keys in the environment lack; undefined when they are whole or not there. */
  readonly missingAwsKey: string | undefined;
  /** The environment names credentials for AWS: keys, a profile, a token file, or where to ask for them. */
  readonly hasAwsCredentials: boolean;
  /** Where the runner's artifact service is, and the token for it; only JavaScript actions get it. */
  readonly artifactService: { readonly url: string; readonly token: string } | undefined;
  /** What started the run: GITHUB_EVENT_NAME, empty outside GitHub, and whose commits it is about. */
  readonly event: { readonly name: string; readonly source: EventSource };
  /** When the repository was created, milliseconds since 1970; undefined when that is not known, and outside GitHub. */
  readonly repositoryCreatedAt: number | undefined;
  /** True on a GitHub Actions runner. */
  readonly onGitHub: boolean;
  /** True in a run with debug logging, which a person asks for when something is not understood. */
  readonly debug: boolean;
}

/**
 * @param env the door's `process.env`
 * @param cwd stands in for GITHUB_WORKSPACE outside GitHub
 * @param event the webhook payload that started the run (GITHUB_EVENT_PATH), parsed; undefined when there is none
 */
export function readContext(env: Environment, cwd: string, event: unknown): RunContext {
  const serverUrl = env.GITHUB_SERVER_URL || 'https://github.com';
  const repository = env.GITHUB_REPOSITORY || undefined;
  const runId = env.GITHUB_RUN_ID || undefined;
  const eventName = env.GITHUB_EVENT_NAME ?? '';
  const onGitHub = env.GITHUB_ACTIONS === 'true';
  return {
    workspace: env.GITHUB_WORKSPACE || cwd,
    tempDirectory: env.RUNNER_TEMP || tmpdir(),
    repository,
    commit: env.GITHUB_SHA || undefined,
    branch: /^refs\/heads\/(.+)$/.exec(env.GITHUB_REF ?? '')?.[1],
    runId,
    runAttempt: Number.parseInt(env.GITHUB_RUN_ATTEMPT ?? '1', 10) || 1,
    // What the step said of itself; a post step finds it there.
    step: env.STATE_step || randomUUID(),
    workflow: workflowOf(env),
    rulesPage: pageOf('docs/rules.md', serverUrl, env),
    messagesPage: pageOf('docs/messages.md', serverUrl, env),
    runUrl:
      repository !== undefined && runId !== undefined ? `${serverUrl}/${repository}/actions/runs/${runId}` : undefined,
    serverUrl,
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    graphqlUrl: env.GITHUB_GRAPHQL_URL || 'https://api.github.com/graphql',
    idTokenRequest: serviceAt(env.ACTIONS_ID_TOKEN_REQUEST_URL, env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
    missingAwsKey: missingAwsKey(env),
    hasAwsCredentials: AWS_CREDENTIALS.some((name) => (env[name] ?? '') !== ''),
    artifactService: serviceAt(env.ACTIONS_RESULTS_URL, env.ACTIONS_RUNTIME_TOKEN),
    event: { name: eventName, source: onGitHub ? sourceOf(eventName, event, repository) : 'this-repository' },
    repositoryCreatedAt: onGitHub ? repositoryCreatedAt(event) : undefined,
    onGitHub,
    debug: env.RUNNER_DEBUG === '1',
  };
}

/** GITHUB_WORKFLOW_REF is `owner/name/.github/workflows/file.yml@refs/heads/branch`, of the caller where one is called. */
function workflowOf({
  GITHUB_WORKFLOW_REF: workflow = '',
  GITHUB_REPOSITORY: repository = '',
  GITHUB_REF = '',
}: Environment) {
  const [, branch] = /^refs\/heads\/(.+)$/.exec(GITHUB_REF) ?? [];
  const [, path] = /^(\.github\/workflows\/[^/@]+)@/.exec(workflow.slice(repository.length + 1)) ?? [];
  const isOwn = repository !== '' && workflow.startsWith(`${repository}/`);
  return isOwn && branch !== undefined && path !== undefined ? { path, branch } : undefined;
}

function serviceAt(url: string | undefined, token: string | undefined) {
  return url && token ? { url, token } : undefined;
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html */
const AWS_CREDENTIALS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];

function missingAwsKey(env: Environment): string | undefined {
  const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token, AWS_PROFILE: profile } = env;
  // The SDK takes the profile then.
  if (profile) return undefined;
  if (!id) return secret || token ? 'AWS_ACCESS_KEY_ID' : undefined;
  if (!secret) return 'AWS_SECRET_ACCESS_KEY';
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
  return id.startsWith('ASIA') && !token ? 'AWS_SESSION_TOKEN' : undefined;
}

// A step that uses the action by a path (`uses: ./`) names neither repository nor ref.
function pageOf(page: string, serverUrl: string, env: Environment): string {
  const { GITHUB_ACTION_REPOSITORY: repository = '', GITHUB_ACTION_REF: named = '' } = env;
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return page;
  const ref = named === '' ? 'HEAD' : named;
  return `${serverUrl}/${repository}/blob/${ref.split('/').map(encodeURIComponent).join('/')}/${page}`;
}
