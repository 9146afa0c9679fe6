import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workflowBlocks } from './blocks.ts';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps?: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const blocks = workflowBlocks().map((block) => ({ ...block, workflow: parse(block.yaml) as Workflow }));
const titled = blocks.map((block) => [block.title, block] as const);

/** The majors of autumn 2026; each runs on Node 24. */
const MAJORS: Readonly<Record<string, string>> = {
  'actions/attest': 'v4',
  'actions/checkout': 'v7',
  'actions/create-github-app-token': 'v3',
  'actions/dependency-review-action': 'v5',
  'actions/download-artifact': 'v8',
  'actions/setup-node': 'v7',
  'actions/upload-artifact': 'v7',
  'aws-actions/configure-aws-credentials': 'v6',
  'github/codeql-action': 'v4',
  'ossf/scorecard-action': 'v2',
};

const OWN = 'OWNER/create-aws-iot-certificates-from-csrs';

it('workflows are found in the pages and in .github/workflows', () => {
  expect(blocks.length).toBeGreaterThan(12);
  expect(new Set(blocks.map(({ title }) => title)).size).toBe(blocks.length);
});

describe('a workflow that people copy', () => {
  it.each(titled)('gives each job the permissions it needs, and the workflow none: %s', (_, { workflow }) => {
    const jobs = Object.values(workflow.jobs);
    const needsToken = jobs.filter(({ steps = [] }) => steps.some(({ uses }) => uses !== undefined));
    if (needsToken.length > 0 || workflow.permissions !== undefined) expect(workflow.permissions).toEqual({});
    for (const { permissions } of needsToken) expect(permissions).toBeDefined();
  });

  it.each(titled)('leaves no credentials in the checkout unless it pushes: %s', (_, { workflow }) => {
    for (const { steps = [], permissions = {} } of Object.values(workflow.jobs)) {
      const pushes = steps.some(({ run = '' }) => run.includes('git push'));
      for (const { uses = '', with: inputs = {} } of steps) {
        if (!uses.startsWith('actions/checkout@')) continue;
        if (pushes) expect(permissions.contents).toBe('write');
        else expect(inputs['persist-credentials']).toBe(false);
      }
    }
  });

  it.each(titled)('puts no expression into a script: %s', (_, { workflow }) => {
    const scripts = Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps.flatMap(({ run }) => run ?? []));
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });

  it.each(titled)('uses the current majors of other actions: %s', (_, { yaml }) => {
    for (const [, action = '', repository = '', version = ''] of yaml.matchAll(
      /uses: (([\w.-]+\/[\w.-]+)[^@\s]*)@(\S+(?: # \S+)?)/g,
    )) {
      if (repository === OWN) continue;
      const tag = /^[0-9a-f]{40} # (v\d+)\.\d+\.\d+$/.exec(version)?.[1] ?? version.replace(/ #.*/, '');
      expect(`${action}@${tag}`).toBe(`${action}@${MAJORS[repository]}`);
    }
  });

  it.each(titled)(
    'limits the token of a GitHub App to permissions, and to repositories where it names an owner: %s',
    (_, block) => {
      for (const { steps = [] } of Object.values(block.workflow.jobs)) {
        for (const { uses = '', with: inputs = {} } of steps) {
          if (!uses.startsWith('actions/create-github-app-token@')) continue;
          expect(Object.keys(inputs).filter((name) => name.startsWith('permission-'))).not.toEqual([]);
          if ('owner' in inputs) expect(inputs.repositories).toBeDefined();
        }
      }
    },
  );
});

it.each(titled.filter(([title]) => title.startsWith('.github/')))(
  'actions of others are pinned to a commit with the version beside it: %s',
  (_, { yaml }) => {
    const uses = [...yaml.matchAll(/uses: (.+)$/gm)].map(([, text = '']) => text);
    const ofOthers = uses.filter((text) => !/^(\.\/|\$\/)/.test(text));
    expect(ofOthers.filter((text) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(text))).toEqual([]);
  },
);
