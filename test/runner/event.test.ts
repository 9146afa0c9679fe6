import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../src/runner/event.ts';

const OWN = { id: 1, full_name: 'octo-org/fleet' };
const FORK = { id: 2, full_name: 'stranger/fleet' };
const pull = (repo: unknown) => ({ repository: OWN, pull_request: { head: { repo } } });

const source = (name: string, event: unknown) => sourceOf(name, event, 'octo-org/fleet');

describe('the source of an event', () => {
  it.each(['pull_request', 'pull_request_target', 'pull_request_review', 'pull_request_review_comment'])(
    'of %s is that of the head repository',
    (name) => {
      expect(source(name, pull(OWN))).toBe('this-repository');
      expect(source(name, pull({ full_name: 'Octo-Org/Fleet' }))).toBe('this-repository');
      expect(source(name, pull(FORK))).toBe('fork');
      expect(source(name, pull(null))).toBe('fork');
      expect(source(name, pull({}))).toBe('fork');
      // Deleted and made again under the same name.
      expect(source(name, pull({ ...OWN, id: 3 }))).toBe('fork');
      expect(source(name, { repository: OWN, pull_request: {} })).toBe('unknown');
      expect(source(name, {})).toBe('unknown');
      expect(source(name, undefined)).toBe('unknown');
      expect(source(name, 'text')).toBe('unknown');
    },
  );

  it('is not a fork in a repository that is one itself', () => {
    const own = { ...FORK, fork: true };
    expect(sourceOf('pull_request', { repository: own, pull_request: { head: { repo: own } } }, FORK.full_name)).toBe(
      'this-repository',
    );
  });

  it('of workflow_run is that of the run it follows', () => {
    expect(source('workflow_run', { repository: OWN, workflow_run: { head_repository: OWN } })).toBe('this-repository');
    expect(source('workflow_run', { repository: OWN, workflow_run: { head_repository: FORK } })).toBe('fork');
    expect(source('workflow_run', { repository: OWN, workflow_run: { head_repository: null } })).toBe('fork');
    expect(source('workflow_run', { repository: OWN })).toBe('unknown');
    expect(source('workflow_run', undefined)).toBe('unknown');
  });

  it('of workflow_run is not known where a fork may have caused the run that it follows', () => {
    const run = { head_repository: OWN, pull_requests: [] };
    const following = (workflow_run: unknown) => source('workflow_run', { repository: OWN, workflow_run });
    for (const event of ['pull_request_target', 'workflow_run', 'issue_comment', 'check_suite', 'status']) {
      expect(following({ ...run, event })).toBe('unknown');
      // Those of the default branch are no cause of what follows a comment.
      expect(following({ ...run, event, pull_requests: [{ head: { repo: { id: 1 } } }] })).toBe(
        event === 'pull_request_target' ? 'this-repository' : 'unknown',
      );
      expect(following({ ...run, event, pull_requests: [{ head: { repo: { id: 2 } } }] })).toBe('fork');
    }
    for (const event of ['push', 'pull_request', 'schedule', 'workflow_dispatch'])
      expect(following({ ...run, event })).toBe('this-repository');
  });

  it('of repository_dispatch is that of the pull request it carries', () => {
    const dispatch = (client_payload: unknown) => source('repository_dispatch', { repository: OWN, client_payload });
    expect(dispatch({ pull_request: { head: { repo: FORK } } })).toBe('fork');
    expect(dispatch({ pull_request: { head: { repo: OWN } } })).toBe('this-repository');
    expect(dispatch({ github: { payload: { pull_request: { head: { repo: FORK } } } } })).toBe('fork');
    expect(dispatch({ github: { payload: { workflow_run: { head_repository: FORK } } } })).toBe('fork');
    expect(dispatch({ list: [{ pull_request: { head: { repo: null } } }] })).toBe('fork');
    expect(dispatch({ device: 1 })).toBe('this-repository');
    expect(dispatch('text')).toBe('this-repository');
  });

  it('is not known where somebody has named the commits of a pull request', () => {
    for (const ref of ['refs/pull/7/head', 'refs/pull/7/merge', 'pull/7/head']) {
      expect(source('workflow_dispatch', { repository: OWN, ref })).toBe('unknown');
      expect(source('push', { repository: OWN, ref })).toBe('unknown');
      expect(source('deployment', { repository: OWN, deployment: { ref } })).toBe('unknown');
      expect(source('deployment_status', { repository: OWN, deployment: { ref } })).toBe('unknown');
    }
    expect(source('deployment', { repository: OWN, deployment: { ref: 'main' } })).toBe('this-repository');
    expect(source('workflow_dispatch', { repository: OWN, ref: 'refs/heads/pull/7' })).toBe('this-repository');
  });

  it('of a comment is known for an issue, not for a pull request', () => {
    expect(source('issue_comment', { repository: OWN, issue: { number: 1 } })).toBe('this-repository');
    expect(source('issue_comment', { repository: OWN, issue: { pull_request: { url: 'u' } } })).toBe('unknown');
    expect(source('issue_comment', undefined)).toBe('unknown');
  });

  it('of checks is a fork where no branch of the repository has the commit, or the head is another repository', () => {
    const suite = { head_branch: 'main', pull_requests: [{ head: { repo: { id: 1 } } }] };
    for (const [name, wrap] of [
      ['check_suite', (check_suite: unknown) => ({ repository: OWN, check_suite })],
      ['check_run', (check_suite: unknown) => ({ repository: OWN, check_run: { check_suite } })],
    ] as const) {
      expect(source(name, wrap(suite))).toBe('this-repository');
      expect(source(name, wrap({ ...suite, pull_requests: [] }))).toBe('this-repository');
      expect(source(name, wrap({ ...suite, head_branch: null }))).toBe('fork');
      expect(source(name, wrap({ ...suite, pull_requests: [{ head: { repo: { id: 2 } } }] }))).toBe('fork');
      expect(source(name, undefined)).toBe('unknown');
    }
    expect(source('status', { repository: OWN, branches: [] })).toBe('unknown');
    expect(source('merge_group', { repository: OWN, merge_group: {} })).toBe('this-repository');
    expect(source('merge_group', undefined)).toBe('unknown');
  });

  it.each(['push', 'workflow_dispatch', 'schedule', 'release', 'issues', ''])('of %s is the repository', (name) => {
    expect(source(name, { repository: OWN })).toBe('this-repository');
    expect(source(name, undefined)).toBe('this-repository');
  });
});
