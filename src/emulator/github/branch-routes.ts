import { json, type Reply } from '../http.ts';
import type { BranchStore } from './branches.ts';
import { faultReply } from './faults.ts';
import type { Run } from './job.ts';
import type { RestCall, RestRoute } from './rest.ts';

/** The only ruleset there is. */
const RULESET_ID = 42;

type Fields = Readonly<Record<string, unknown>>;

/**
 * What an action needs to commit a file: https://docs.github.com/en/rest/branches, /rest/repos/contents, /rest/repos/rules,
 * /rest/git/blobs, and of the GraphQL API `refUpdateRule` and `createCommitOnBranch`.
 */
export function branchRoutes(store: BranchStore, run: Run): readonly RestRoute[] {
  const read = { permission: 'contents', access: 'read' } as const;
  const metadata = { permission: 'metadata', access: 'read' } as const;
  return [
    {
      operation: 'GetBranch',
      needs: read,
      method: 'GET',
      path: '/repos/:owner/:repo/branches/:branch',
      work({ parameters: { branch = '' } }) {
        const [head] = store.commits(branch);
        if (head === undefined) return json(404, { message: 'Branch not found', status: '404' });
        return json(200, {
          name: branch,
          commit: { sha: head.oid },
          protected: store.protection(branch) !== undefined,
        });
      },
    },
    {
      operation: 'GetContents',
      needs: read,
      method: 'GET',
      path: '/repos/:owner/:repo/contents/*path',
      work({ parameters: { path = '' }, query }) {
        const text = findCommit(store, query.get('ref') ?? '')?.files.get(path);
        if (text === undefined) return json(404, { message: 'Not Found', status: '404' });
        return { status: 200, headers: { 'content-type': 'application/vnd.github.raw+json' }, body: text };
      },
    },
    {
      operation: 'CreateBlob',
      needs: { permission: 'contents', access: 'write' },
      method: 'POST',
      path: '/repos/:owner/:repo/git/blobs',
      work: () => json(201, { sha: 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391' }),
    },
    {
      operation: 'GetBranchRules',
      needs: metadata,
      method: 'GET',
      path: '/repos/:owner/:repo/rules/branches/:branch',
      work({ parameters: { branch = '' } }) {
        const protection = store.protection(branch);
        return json(200, protection?.by === 'ruleset' ? [{ type: protection.rule, ruleset_id: RULESET_ID }] : []);
      },
    },
    {
      operation: 'GetRuleset',
      needs: metadata,
      method: 'GET',
      path: '/repos/:owner/:repo/rulesets/:ruleset',
      work({ parameters: { ruleset } }) {
        if (ruleset !== String(RULESET_ID)) return faultReply('404');
        const bypass = store.protection('main')?.bypass === true;
        return json(200, { id: RULESET_ID, current_user_can_bypass: bypass ? 'always' : 'never' });
      },
    },
    {
      operation: 'GraphQl',
      needs: metadata,
      method: 'POST',
      path: '/graphql',
      work: (call) => answerGraphQl(call, store, run),
    },
  ];
}

function findCommit(store: BranchStore, oid: string) {
  return store.commits('main').find((commit) => commit.oid === oid);
}

function answerGraphQl(call: RestCall, store: BranchStore, run: Run): Reply {
  const { query, variables } = JSON.parse(call.body.toString('utf8')) as { query: string; variables: Fields };
  if (!query.includes('createCommitOnBranch')) {
    const branch = String(variables.ref).replace(/^refs\/heads\//, '');
    const protection = store.protection(branch);
    const refUpdateRule =
      protection?.by === 'classic'
        ? {
            viewerCanPush: protection.bypass === true,
            requiredApprovingReviewCount: protection.rule === 'pull_request' ? 1 : null,
          }
        : null;
    return json(200, { data: { repository: { ref: { refUpdateRule } } } });
  }
  const input = variables.input as {
    readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
    readonly message: { readonly headline: string };
    readonly fileChanges: { readonly additions: readonly { readonly path: string; readonly contents: string }[] };
    readonly expectedHeadOid: string;
  };
  const { branchName, repositoryNameWithOwner } = input.branch;
  const refusal = refuseCommit(call, store, run, repositoryNameWithOwner, branchName, input.expectedHeadOid);
  if (refusal !== undefined) {
    return json(200, {
      data: { createCommitOnBranch: null },
      errors: [{ ...refusal, path: ['createCommitOnBranch'] }],
    });
  }
  const files = input.fileChanges.additions.map(({ path, contents }): [string, string] => [
    path,
    Buffer.from(contents, 'base64').toString('utf8'),
  ]);
  const oid = store.push(branchName, Object.fromEntries(files), input.message.headline, true);
  return json(200, { data: { createCommitOnBranch: { commit: { oid } } } });
}

function refuseCommit(
  { grant }: RestCall,
  store: BranchStore,
  { job }: Run,
  repository: string,
  branch: string,
  expected: string,
): { readonly type: string; readonly message: string } | undefined {
  if (grant.permissions.contents !== 'write') {
    return { type: 'FORBIDDEN', message: 'Resource not accessible by integration' };
  }
  const [head] = store.commits(branch);
  if (head === undefined || repository !== job.repository) {
    return { type: 'NOT_FOUND', message: `Could not resolve to a Branch with the name '${branch}'.` };
  }
  const protection = store.protection(branch);
  if (protection !== undefined && protection.bypass !== true) {
    return protection.by === 'ruleset'
      ? {
          type: 'UNPROCESSABLE',
          message: 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n',
        }
      : {
          type: 'BRANCH_PROTECTION_RULE_VIOLATION',
          message: 'At least 1 approving review is required by reviewers with write access.',
        };
  }
  if (head.oid !== expected) {
    const message = `Expected branch to point to "${expected}" but it did not. Pull and try again.`;
    return { type: 'STALE_DATA', message };
  }
  return undefined;
}
