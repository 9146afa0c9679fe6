import { retry, type Waiting } from '../lib/retry.ts';
import { UserError } from '../lib/user-error.ts';
import type { Services } from '../runner/services.ts';
import { readAnswer } from './answer.ts';

/** A file on a branch of the repository, read and committed through GitHub's API. */
export interface BranchFile {
  /** The file as the branch has it now; `text` is undefined where the branch has no such file. */
  read(): Promise<{ readonly head: string; readonly text: string | undefined }>;
  /**
   * Sees whether this token may commit to the branch, without leaving anything there.
   *
   * @returns what stands in the way, as a clause; undefined when nothing is known to
   */
  findObstacle(): Promise<string | undefined>;
  /**
   * Commits the file, when the branch still stands at `head`. GitHub signs the commit.
   *
   * @returns the commit's id; undefined when the branch has moved on
   */
  commit(text: string, head: string, message: string): Promise<string | undefined>;
}

/** Which file, and who asks. */
export interface BranchPlace {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
  /** From the repository's root, with `/`. */
  readonly path: string;
  /** Needs `contents: write`. */
  readonly token: string;
}

/** The largest file that GitHub gives and takes. https://docs.github.com/en/rest/repos/contents#get-repository-content */
export const MAX_FILE_BYTES = 100 * 1024 * 1024;

const TRIES = 4;
const FIRST_WAIT_MS = 1_000;
const TIMEOUT_MS = 60_000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** Rules of a ruleset that a commit through the API cannot keep. Others, such as signatures and linear history, it does. */
const HINDERING: Readonly<Record<string, string>> = {
  pull_request: 'changes must be made through a pull request',
  required_status_checks: 'status checks must have passed before',
  update: 'only some may update it',
  merge_queue: 'changes must go through a merge queue',
  required_deployments: 'deployments must have succeeded before',
  workflows: 'workflows must have passed before',
  code_scanning: 'code scanning must have passed before',
};

type World = Pick<Services, 'context' | 'network'>;
type Fields = Readonly<Record<string, unknown>>;

/** @throws (all methods) Error with `status` and `response` as Octokit has them; the signal's reason when it is aborted */
export function openBranchFile(place: BranchPlace, { context, network }: World, waiting: Waiting): BranchFile {
  const { repository, branch, path, token } = place;
  const root = `${context.apiUrl}/repos/${repository}`;
  const headers = { authorization: `Bearer ${token}`, 'x-github-api-version': '2022-11-28' };
  const send = (url: string, accept: string, maxBytes: number, body?: object) =>
    network.request(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, accept, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      timeoutMs: TIMEOUT_MS,
      maxBytes,
      signal: waiting.signal,
    });
  const persistently = <T>(call: () => Promise<T>): Promise<T> =>
    retry(call, { ...waiting, tries: TRIES, firstWaitMs: FIRST_WAIT_MS, mayPass });
  const ask = async (url: string, body?: object): Promise<Fields> => {
    const answer = await send(url, 'application/vnd.github+json', MAX_ANSWER_BYTES, body);
    const { status, fields, reason } = readAnswer(answer);
    if (status >= 200 && status < 300 && fields !== undefined) return fields;
    throw refused(status, reason, answer.headers, fields);
  };
  const graphql = async (query: string, variables: object): Promise<Fields> => {
    const { data, errors } = await ask(context.graphqlUrl, { query, variables });
    const [error] = Array.isArray(errors) ? (errors as Fields[]) : [];
    if (error === undefined) return (data ?? {}) as Fields;
    const reason = String(error.message ?? 'an error without a message');
    throw Object.assign(refused(error.type === 'FORBIDDEN' ? 403 : 422, reason, GRAPHQL, { message: reason }), {
      type: String(error.type ?? ''),
    });
  };
  const [owner, name] = repository.split('/');

  return {
    async read() {
      const about = await persistently(() => ask(`${root}/branches/${encodeURIComponent(branch)}`));
      const head = String((about.commit as Fields | undefined)?.sha ?? '');
      const url = `${root}/contents/${path.split('/').map(encodeURIComponent).join('/')}?ref=${head}`;
      return persistently(async () => {
        const answer = await send(url, 'application/vnd.github.raw+json', MAX_FILE_BYTES);
        if (answer.status === 200) return { head, text: answer.body.toString('utf8') };
        const { status, fields, reason } = readAnswer(answer);
        if (status === 404 && fields !== undefined) return { head, text: undefined };
        throw refused(status, reason, answer.headers, fields);
      });
    },

    async findObstacle() {
      // The blob without content: it is in nobody's tree, and in every repository.
      await persistently(() => ask(`${root}/git/blobs`, { content: '', encoding: 'utf-8' }));
      const rule = await persistently(() => graphql(CAN_PUSH, { owner, name, ref: `refs/heads/${branch}` }));
      const update = (((rule.repository as Fields)?.ref as Fields)?.refUpdateRule ?? {}) as Fields;
      if (update.viewerCanPush === false) {
        return Number(update.requiredApprovingReviewCount ?? 0) > 0 ? HINDERING.pull_request : HINDERING.update;
      }
      const rules = await persistently(() => ask(`${root}/rules/branches/${encodeURIComponent(branch)}`));
      for (const { type, ruleset_id: id } of Object.values(rules) as Fields[]) {
        const obstacle = HINDERING[String(type)];
        if (obstacle === undefined) continue;
        const ruleset = await persistently(() => ask(`${root}/rulesets/${id}`));
        if (ruleset.current_user_can_bypass !== 'always') return obstacle;
      }
      return undefined;
    },

    async commit(text, head, message) {
      try {
        const done = await graphql(COMMIT, {
          input: {
            branch: { repositoryNameWithOwner: repository, branchName: branch },
            message: { headline: message },
            fileChanges: { additions: [{ path, contents: Buffer.from(text).toString('base64') }] },
            expectedHeadOid: head,
          },
        });
        return String(((done.createCommitOnBranch as Fields)?.commit as Fields)?.oid ?? '');
      } catch (error) {
        if ((error as { readonly type?: unknown }).type === 'STALE_DATA') return undefined;
        throw error;
      }
    },
  };
}

/** https://docs.github.com/en/graphql/reference/objects#refupdaterule ("viewable by non-admins") */
const CAN_PUSH =
  'query ($owner: String!, $name: String!, $ref: String!) { repository(owner: $owner, name: $name) { ref(qualifiedName: $ref) { refUpdateRule { viewerCanPush requiredApprovingReviewCount } } } }';

/** https://docs.github.com/en/graphql/reference/mutations#createcommitonbranch */
const COMMIT =
  'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';

/** An error of GraphQL comes with status 200, from GitHub all the same. */
const GRAPHQL = { 'x-github-request-id': '-' };

function refused(status: number, reason: string, headers: object, data: unknown): Error & { readonly status: number } {
  return Object.assign(new Error(reason.replace(/^\d{3} /, '')), { status, response: { headers, data } });
}

/** Of what has no status, only what a proxy says stays. */
function mayPass(error: unknown): boolean {
  if (error instanceof UserError) return error.code === 'proxy-unreachable';
  const { status } = error as { readonly status?: unknown };
  return typeof status !== 'number' || status >= 500 || status === 429;
}
