import { parse } from 'yaml';

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly secrets?: unknown;
  readonly steps?: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, unknown>>;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** @returns what breaks it */
type Habit = (workflow: Workflow, yaml: string) => readonly string[];

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

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps = [] }) => steps);
const usesIn = (yaml: string) => [...yaml.matchAll(/uses: (.+)$/gm)].map(([, text = '']) => text);

/**
 * What a workflow that people copy keeps to: most are rules of zizmor (https://docs.zizmor.sh/audits/), by its names
 * where it has one.
 */
export const HABITS: Readonly<Record<string, Habit>> = {
  'excessive-permissions: a job has those that it needs, the workflow none'({ permissions, jobs }) {
    const users = Object.entries(jobs).filter(([, job]) => job.steps?.some(({ uses }) => uses) || 'uses' in job);
    const none = JSON.stringify(permissions) === '{}';
    return [
      ...(none || (permissions === undefined && users.length === 0) ? [] : ['the workflow']),
      ...users.flatMap(([id, job]) => (typeof job.permissions === 'object' ? [] : [id])),
    ];
  },
  'artipacked: a checkout keeps credentials only where its job pushes'({ jobs }) {
    return Object.entries(jobs).flatMap(([id, { steps = [], permissions = {} }]) => {
      const pushes = permissions.contents === 'write' && steps.some(({ run = '' }) => run.includes('git push'));
      const checkouts = steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@'));
      return checkouts.some((step) => step.with?.['persist-credentials'] !== false && !pushes) ? [id] : [];
    });
  },
  'template-injection: no expression is written into a script': (workflow) =>
    stepsOf(workflow).flatMap(
      (step) =>
        [step.run, step.with?.script].filter((text) => typeof text === 'string' && text.includes('${{')) as string[],
    ),
  'dangerous-triggers: nothing of a fork runs with rights': ({ on }) =>
    [on].flat().flatMap((one) => {
      const names = typeof one === 'object' && one !== null ? Object.keys(one) : [String(one)];
      return names.filter((name) => name === 'pull_request_target' || name === 'workflow_run');
    }),
  'secrets-inherit: a called workflow gets the secrets that it needs': ({ jobs }) =>
    Object.entries(jobs).flatMap(([id, { secrets }]) => (secrets === 'inherit' ? [id] : [])),
  'overprovisioned-secrets: no step gets all of them': (_, yaml) =>
    [...yaml.matchAll(/toJSON\(\s*secrets\s*\)|secrets\[/gi)].map(([text]) => text),
  'insecure-commands: commands that were switched off stay so': (_, yaml) =>
    [...yaml.matchAll(/ACTIONS_ALLOW_UNSECURE_COMMANDS|::set-env|::add-path|::set-output/g)].map(([text]) => text),
  'github-app: a token has some permissions, and some repositories where it names an owner': (workflow) =>
    stepsOf(workflow).flatMap(({ uses = '', with: inputs = {} }) => {
      if (!uses.startsWith('actions/create-github-app-token@')) return [];
      const isLimited = Object.keys(inputs).some((name) => name.startsWith('permission-'));
      return isLimited && (!('owner' in inputs) || 'repositories' in inputs) ? [] : [uses];
    }),
  'actions of others are of the current major': (_, yaml) =>
    usesIn(yaml).filter((text) => {
      const [, action = '', version = ''] = /^([\w.-]+\/[\w.-]+)[^@]*@(.+)$/.exec(text) ?? [];
      if (/^(\.\/|\$\/)/.test(text) || action === OWN) return false;
      const tag = /^[0-9a-f]{40} # (v\d+)\.\d+\.\d+$/.exec(version)?.[1] ?? version.replace(/ #.*/, '');
      return tag !== MAJORS[action];
    }),
};

/** Of the workflows of this repository, which run: what others copy names tags, which Dependabot can update. */
export const OWN_HABITS: Readonly<Record<string, Habit>> = {
  'unpinned-uses: actions are pinned to a commit, with the version beside it': (_, yaml) =>
    usesIn(yaml).filter((text) => !/^(\.\/|\$\/)/.test(text) && !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(text)),
  'undocumented-permissions: a permission beyond reading the code says what it is for': (_, yaml) =>
    [...yaml.matchAll(/^ +([a-z-]+: (?:read|write))( #.+)?$/gm)].flatMap(([, permission = '', why]) =>
      why === undefined && permission !== 'contents: read' ? [permission] : [],
    ),
  'a job has a time limit': ({ jobs }) =>
    Object.entries(jobs).flatMap(([id, job]) => ('timeout-minutes' in job || 'uses' in job ? [] : [id])),
};

/** Applies one habit to a workflow in text. */
export function broken(habit: Habit | undefined, yaml: string): readonly string[] {
  if (habit === undefined) throw new Error('There is no such habit.');
  return habit(parse(yaml) as Workflow, yaml);
}
