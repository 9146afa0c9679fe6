import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workflowBlocks } from './blocks.ts';
import { broken, HABITS, OWN_HABITS } from './habits.ts';

const root = join(import.meta.dirname, '../..');
const blocks = workflowBlocks();

/** What is broken on purpose, and why: by habit and workflow. */
const KEPT: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

it('workflows are found in the pages and in .github/workflows', () => {
  expect(blocks.length).toBeGreaterThan(12);
  expect(new Set(blocks.map(({ title }) => title)).size).toBe(blocks.length);
});

describe.each(Object.entries(HABITS))('in a workflow that people copy, %s', (name, habit) => {
  it.each(blocks.map((block) => [block.title, block] as const))('%s', (title, { yaml }) => {
    const isKept = KEPT[name]?.[title] !== undefined;
    expect(broken(habit, yaml).length > 0, broken(habit, yaml).join('\n')).toBe(isKept);
  });
});

describe.each(Object.entries(OWN_HABITS))('in a workflow of this repository, %s', (_, habit) => {
  it.each(blocks.filter(({ heading }) => heading === '').map((block) => [block.title, block] as const))(
    '%s',
    (_title, { yaml }) => {
      expect(broken(habit, yaml)).toEqual([]);
    },
  );
});

/** A workflow that keeps to all, and what breaks each. */
const GOOD = `on: workflow_dispatch
permissions: {}
jobs:
  job:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions:
      contents: read
      id-token: write # to sign in
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - run: echo "$NAME"
        env:
          NAME: \${{ inputs.name }}
`;
const APP = `      - uses: actions/create-github-app-token@v3\n        with:\n          private-key: x\n`;
const WRONG: readonly (readonly [string, string, string])[] = [
  ['excessive-permissions', 'permissions: {}\n', 'permissions: write-all\n'],
  ['excessive-permissions', 'permissions: {}\n', ''],
  ['excessive-permissions', '    permissions:\n      contents: read\n      id-token: write # to sign in\n', ''],
  ['artipacked', 'persist-credentials: false', 'persist-credentials: true'],
  ['artipacked', '        with:\n          persist-credentials: false\n', ''],
  ['template-injection', 'echo "$NAME"', `echo "\${{ inputs.name }}"`],
  ['dangerous-triggers', 'on: workflow_dispatch', 'on: pull_request_target'],
  ['dangerous-triggers', 'on: workflow_dispatch', 'on: [push, workflow_run]'],
  ['secrets-inherit', 'jobs:\n', 'jobs:\n  other:\n    permissions: {}\n    uses: ./x.yml\n    secrets: inherit\n'],
  ['overprovisioned-secrets', `\${{ inputs.name }}`, `\${{ toJSON(secrets) }}`],
  ['overprovisioned-secrets', `\${{ inputs.name }}`, `\${{ secrets[inputs.name] }}`],
  ['insecure-commands', 'echo "$NAME"', 'echo "::set-output name=x::y"'],
  ['github-app', '    steps:\n', `    steps:\n${APP}`],
  ['github-app', '    steps:\n', `    steps:\n${APP}          permission-contents: read\n          owner: octo\n`],
  ['actions of others', ' # v7.0.1', ' # v6.0.1'],
  ['actions of others', 'actions/checkout@', 'somebody/checkout@'],
  ['unpinned-uses', '3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', 'v7'],
  ['unpinned-uses', ' # v7.0.1', ''],
  ['undocumented-permissions', ' # to sign in', ''],
  ['a job has a time limit', '    timeout-minutes: 5\n', ''],
];

describe('a habit is broken by a workflow with', () => {
  const all = { ...HABITS, ...OWN_HABITS };

  it('nothing wrong in no case', () => {
    for (const habit of Object.values(all)) expect(broken(habit, GOOD)).toEqual([]);
  });

  it.each(WRONG)('%s: %j in place of %j', (name, right, wrong) => {
    const yaml = GOOD.replace(right, wrong);
    expect(yaml).not.toBe(GOOD);
    const habit = Object.entries(all).find(([title]) => title.startsWith(name))?.[1];
    expect(broken(habit, yaml)).not.toEqual([]);
  });

  it('each of them has an example', () => {
    for (const title of Object.keys(all)) expect(WRONG.some(([name]) => title.startsWith(name))).toBe(true);
  });
});

it('Dependabot waits before it takes a new release', () => {
  const { updates } = parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8'));
  const days = updates.map((one: { readonly cooldown?: object }) => one.cooldown);
  expect(days).toHaveLength(2);
  for (const cooldown of days) expect(cooldown).toMatchObject({ 'default-days': 7 });
});
