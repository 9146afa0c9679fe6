import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => parse(readFileSync(join(root, path), 'utf8'));

type Inputs = Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>;

const action = read('action.yml').inputs as Inputs;
const plan = read('plan/action.yml').inputs as Inputs;
const batch = read('.github/workflows/issue-batch.yml');
const own = batch.on.workflow_call.inputs as Inputs;

const passedTo = (job: string, uses: string): Readonly<Record<string, string>> =>
  batch.jobs[job].steps.find((step: { readonly uses?: string }) => step.uses === uses).with;
const issue = passedTo('issue', '$/issue');

/** Inputs of the action that a batch does not pass on under their own name, and why. */
const NOT_PASSED: Readonly<Record<string, string>> = {
  mode: 'A batch issues.',
  revoke: 'A batch issues.',
  'dry-run': 'as revoke',
  confirmed: 'A batch issues.',
  'retire-things': 'as confirmed',
  'retire-unconfirmed': 'as confirmed',
  'retire-after': 'as confirmed',
  'retire-to': 'as confirmed',
  'retire-wait': 'as confirmed',
  'allow-csrs-from-forks': 'No batch is issued from a fork.',
  'sarif-path': "The plan names each finding where it is; mode validate in a job of the caller's writes SARIF.",
  report: 'It is in the artifact of each shard.',
  'ledger-commit': 'Jobs at one time would commit to one branch; the merged ledger is in the artifact.',
  shard: 'The plan says which parts there are.',
  'github-token': "The job's own may read what a re-run asks for.",
  'allowed-account-ids': 'It is aws-account-id, which names the queue, too.',
  'output-directory': 'It is on a machine that nobody sees.',
  deliver: 'A batch is handed over as an artifact: 100 secrets are too few.',
  'bundle-archives': 'The devices of a line are in several shards: the merge makes archives.',
  'secret-scope': 'as deliver',
  'secret-environment': 'as deliver',
  'secret-organization': 'as deliver',
  'secret-visibility': 'as deliver',
  'secret-repositories': 'as deliver',
  'secret-name': 'as deliver',
  'secret-layout': 'as deliver',
};

/** Inputs whose default differs from that of the action. */
const OTHER_DEFAULTS = ['csr-path', 'aws-region', 'role-to-assume', 'max-certificates', 'requests-per-second'];

describe('the batch workflow passes on', () => {
  it.each(Object.keys(action).filter((name) => !(name in NOT_PASSED)))('%s', (name) => {
    expect(own[name], `${name}: pass it through issue-batch.yml, or say here why not`).toBeDefined();
    expect(issue[name]).toContain(name === 'requests-per-second' ? 'needs.plan.outputs' : `inputs.${name} `);
    if (!OTHER_DEFAULTS.includes(name)) expect(own[name]?.default ?? '').toBe(action[name]?.default ?? '');
  });

  it('to its plan whatever the plan can be told', () => {
    expect(Object.keys(passedTo('plan', '$/plan')).sort()).toEqual(Object.keys(plan).sort());
  });

  it('nothing that the action does not have, and keeps no input for itself but those that are its own', () => {
    expect(Object.keys(issue).filter((name) => !(name in action))).toEqual([]);
    expect(Object.keys(own).filter((name) => !(name in action))).toEqual(['aws-account-id', 'environment', 'parallel']);
    expect(Object.keys(NOT_PASSED).filter((name) => !(name in action))).toEqual([]);
    expect(passedTo('merge', '$/merge')['bundle-archives']).toContain('inputs.bundle-archives ');
    expect(issue['allowed-account-ids']).toBe(`\${{ inputs.aws-account-id }}`);
  });
});
