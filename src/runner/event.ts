import { UserError } from '../lib/user-error.ts';

/**
 * Whose commits the event that started a run is about. `unknown`: it is about commits, and does not say whose; that is
 * no better than `fork`, since nobody of this repository has vouched for them.
 */
export type EventSource = 'this-repository' | 'fork' | 'unknown';

/** A repository as a webhook payload has it; null when it has been deleted. */
type Repository = { readonly id?: unknown; readonly full_name?: unknown } | null | undefined;

/**
 * Events whose payload has to name the head repository: what they are about may come from anybody who can open a pull
 * request. https://docs.github.com/en/webhooks/webhook-events-and-payloads
 */
const ABOUT_OTHERS = /^(pull_request\w*|workflow_run|issue_comment)$/;

/**
 * What starts a run in the name of this repository although a fork's commits may have been the cause: a run that follows
 * such a run names this repository as its head.
 */
const SPEAKS_FOR_OTHERS =
  /^(pull_request_target|workflow_run|issue_comment|check_run|check_suite|deployment|deployment_status|status)$/;

/** Events that may be about a fork's commits and name no head repository when they are about this one's. */
const MAY_BE_ABOUT_OTHERS = /^(check_run|check_suite|merge_group|deployment|deployment_status|status)$/;

/**
 * @param name GITHUB_EVENT_NAME; empty outside GitHub
 * @param event the webhook payload; undefined when there is none or it cannot be read
 * @param repository GITHUB_REPOSITORY, for a payload that does not name its repository
 */
export function sourceOf(name: string, event: unknown, repository: string | undefined): EventSource {
  const payload = fieldsOf(event);
  const { id, full_name = repository } = fieldsOf(payload.repository);
  const heads = headsIn(payload);
  if (heads.some((head) => !isSame(head, { id, full_name })) || isPushedElsewhere(payload)) return 'fork';
  if (isCauseHidden(fieldsOf(payload.workflow_run))) return 'unknown';
  if (heads.length === 0 && isOnPullRef(payload)) return 'unknown';
  if (ABOUT_OTHERS.test(name)) {
    const isPlainIssue = name === 'issue_comment' && isObject(payload.issue) && !payload.issue.pull_request;
    return heads.length > 0 || isPlainIssue ? 'this-repository' : 'unknown';
  }
  // A commit of a fork is on no branch of this repository.
  const isOnNoBranch = Array.isArray(payload.branches) && payload.branches.length === 0;
  return MAY_BE_ABOUT_OTHERS.test(name) && (!isObject(event) || isOnNoBranch) ? 'unknown' : 'this-repository';
}

/**
 * When the repository of the run was created, milliseconds since 1970; undefined when the payload does not say: not
 * every event has a repository in it, such as `schedule`.
 *
 * @param event the webhook payload; a push has seconds since 1970 there, other events ISO 8601
 */
export function repositoryCreatedAt(event: unknown): number | undefined {
  const { created_at: time } = fieldsOf(fieldsOf(event).repository);
  const created = typeof time === 'number' ? time * 1_000 : Date.parse(String(time));
  return Number.isFinite(created) && created > 0 ? created : undefined;
}

/**
 * GitHub lists the pull requests of a run that are from the repository itself, and only those. What follows a comment or
 * another run is on the default branch: pull requests of that branch are not its cause.
 */
function isCauseHidden({ event, pull_requests: pulls }: Fields): boolean {
  if (typeof event !== 'string' || !SPEAKS_FOR_OTHERS.test(event)) return false;
  return event !== 'pull_request_target' || !(Array.isArray(pulls) && pulls.length > 0);
}

/** Refs below this are of pull requests, whosever they are. */
const PULL_REF = /^(refs\/)?pull\//;

/** Somebody has named a pull request's commits, and the payload does not say whose they are. */
function isOnPullRef({ ref, deployment }: Fields): boolean {
  return [ref, fieldsOf(deployment).ref].some((one) => typeof one === 'string' && PULL_REF.test(one));
}

/** How deep, and how many values, a payload of a dispatch is searched: somebody else chose it. GitHub takes ten keys. */
const [MAX_DEPTH, MAX_VALUES] = [8, 10_000];

/** All objects in a value, itself included. */
function objectsIn(value: unknown): readonly Fields[] {
  const found: Fields[] = [];
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && found.length < MAX_VALUES; depth++) {
    const objects = level.filter(isObject);
    found.push(...objects.slice(0, MAX_VALUES));
    level = level.flatMap((one) => (Array.isArray(one) ? one : isObject(one) ? Object.values(one) : []));
  }
  return found;
}

/** The head repositories that a payload names, wherever events have them. */
function headsIn(payload: Fields): readonly Repository[] {
  const heads: Repository[] = [];
  const { pull_request: pull, workflow_run: run, check_run: check, check_suite: suite } = payload;
  const ofPull = (one: unknown): void => {
    if (isObject(one) && isObject(one.head) && 'repo' in one.head) heads.push(one.head.repo as Repository);
  };
  ofPull(pull);
  // Where a comment is a command, a dispatch carries its pull request on, or the whole payload with it.
  const carried = objectsIn(payload.client_payload);
  for (const one of carried) ofPull(one.pull_request);
  for (const holder of [
    ...carried,
    run,
    check,
    suite,
    fieldsOf(check).check_suite,
    payload.merge_group,
    payload.issue,
  ]) {
    if (!isObject(holder)) continue;
    if ('head_repository' in holder) heads.push(holder.head_repository as Repository);
    if (Array.isArray(holder.pull_requests)) holder.pull_requests.forEach(ofPull);
    ofPull(holder.pull_request);
  }
  return heads;
}

/**
 * Checks on a commit that was pushed to a fork have no branch here.
 * https://docs.github.com/en/rest/checks/runs ("a null value for head_branch")
 */
function isPushedElsewhere({ check_run: check, check_suite: suite }: Fields): boolean {
  return [suite, fieldsOf(check).check_suite].some((one) => isObject(one) && one.head_branch === null);
}

/** Whether both are one repository. A name may be given to another repository later, an id never. */
function isSame(head: Repository, own: Fields): boolean {
  const name = (one: Fields): string => String(one.full_name ?? '').toLowerCase();
  if (!isObject(head) || (head.id === undefined && name(head) === '')) return false;
  const named = head.full_name === undefined || name(head) === name(own);
  return named && (head.id === undefined || own.id === undefined || head.id === own.id);
}

/**
 * Whoever can open a pull request can put a CSR into it: nobody of this repository has asked for that certificate.
 *
 * @param allowed the input `allow-csrs-from-forks`
 * @throws UserError `fork`
 */
export function refuseForks(event: { readonly name: string; readonly source: EventSource }, allowed: boolean): void {
  const { name, source } = event;
  if (allowed || source === 'this-repository') return;
  const what =
    source === 'fork'
      ? `The event ${name} comes from a fork of this repository`
      : `The event ${name} does not say which repository the commits are from`;
  throw new UserError('fork', `${what}, so no OIDC token was asked for and nothing was created or revoked.`, {
    where: 'mode',
    fix: 'Use `mode: validate` for it, and issue certificates after the merge or by workflow_dispatch. If a person of your team approves each run before this job starts, set `allow-csrs-from-forks: true`.',
  });
}

type Fields = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isObject(value) ? value : {};
}
