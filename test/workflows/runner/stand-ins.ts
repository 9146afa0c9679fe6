import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { globSync } from 'glob';
import { PERMISSIONS } from '../../../src/emulator/github/tokens.ts';
import { node24 } from '../../e2e/step.ts';
import type { Permissions } from './permissions.ts';
import { refuseOthers } from './read-workflow.ts';
import type { World } from './world.ts';

/** A step, as a stand-in for somebody else's action sees it. */
export interface Call {
  readonly world: World;
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly permissions: Permissions;
  /** Of a JavaScript action, with the runner's services. */
  readonly env: Readonly<Record<string, string>>;
}

/** What it has done, or the program that does it. */
export type StandIn = (call: Call) => Promise<{
  readonly outputs?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly path?: string;
  readonly masks?: readonly string[];
  readonly program?: readonly string[];
}>;

const artifacts = (what: 'upload' | 'download', known: readonly string[]): StandIn => {
  return async ({ inputs }) => {
    refuseOthers(inputs, known, `the ${what} of artifacts`);
    if (/^\s*!/m.test(inputs.path ?? '')) throw new Error(`the ${what} of artifacts: paths that are left out`);
    return { program: [node24, join(import.meta.dirname, 'artifact-actions.mjs'), what] };
  };
};

export const STAND_INS: Readonly<Record<string, StandIn>> = {
  'actions/checkout': async ({ world, inputs, workspace, permissions }) => {
    need(permissions, 'contents', 'read');
    refuseOthers(inputs, ['ref', 'lfs', 'fetch-depth', 'persist-credentials'], 'actions/checkout');
    if (inputs.ref !== undefined && inputs.ref !== 'refs/heads/main') throw new Error('checkout: only main');
    const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, stdio: 'pipe' });
    world.sync();
    const depth = inputs['fetch-depth'] ?? '1';
    const shallow = depth === '0' ? [] : ['--depth', depth, '--single-branch'];
    git('clone', '--quiet', ...shallow, pathToFileURL(world.repository).href, '.');
    // Without it files of Git LFS are pointers.
    if (inputs.lfs === 'true') world.fetchLfs(workspace);
    const pushTo = (nowhere: string) => git('remote', 'set-url', '--push', 'origin', join(world.root, nowhere));
    if (permissions.contents !== 'write') pushTo('no-permission');
    else if (inputs['persist-credentials'] === 'false') pushTo('no-credentials');
    return {};
  },
  'actions/setup-node': async ({ inputs, workspace }) => {
    refuseOthers(inputs, ['node-version', 'node-version-file'], 'actions/setup-node');
    const file = inputs['node-version-file'];
    const version = file ? readFileSync(join(workspace, file), 'utf8').trim() : inputs['node-version'];
    if (!/^v?24(\.|$)/.test(version ?? '')) throw new Error(`setup-node: only Node 24, not ${version}`);
    return { path: dirname(node24) };
  },
  'actions/upload-artifact': artifacts('upload', ['name', 'path', 'if-no-files-found', 'retention-days', 'overwrite']),
  'actions/download-artifact': artifacts('download', ['name', 'path', 'pattern', 'merge-multiple', 'github-token']),
  'actions/create-github-app-token': async ({ world, inputs }) => {
    if (!inputs['client-id'] || !inputs['private-key']) throw new Error('create-github-app-token: no App');
    const granted = Object.entries(inputs).flatMap(([name, access]) => {
      if (!name.startsWith('permission-')) return [];
      const permission = name.slice('permission-'.length).replaceAll('-', '_');
      const known = PERMISSIONS.find((one) => one === permission);
      if (known === undefined || (access !== 'read' && access !== 'write')) throw new Error(`${name}: ${access}`);
      return [[known, access] as const];
    });
    const permissions = { metadata: 'read' as const, ...Object.fromEntries(granted) };
    const token = world.emulator.createToken({ kind: 'app', permissions });
    return { outputs: { token }, masks: [token] };
  },
  'aws-actions/configure-aws-credentials': async ({ world, inputs, permissions, env }) => {
    refuseOthers(inputs, ['aws-region', 'role-to-assume', 'role-session-name'], 'configure-aws-credentials');
    need(permissions, 'id-token', 'write');
    const asked = await fetch(`${env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=sts.amazonaws.com`, {
      headers: { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` },
    });
    const { value } = (await asked.json()) as { readonly value: string };
    const answer = await fetch(world.emulator.env.AWS_ENDPOINT_URL_STS ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        Version: '2011-06-15',
        RoleArn: inputs['role-to-assume'] ?? '',
        RoleSessionName: inputs['role-session-name'] ?? 'GitHubActions',
        WebIdentityToken: value,
      }),
    });
    const xml = await answer.text();
    const field = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1] ?? '';
    if (field('AccessKeyId') === '') throw new Error(`configure-aws-credentials: ${xml}`);
    const region = inputs['aws-region'] ?? '';
    return {
      masks: [field('SecretAccessKey'), field('SessionToken')],
      variables: {
        AWS_REGION: region,
        AWS_DEFAULT_REGION: region,
        AWS_ACCESS_KEY_ID: field('AccessKeyId'),
        AWS_SECRET_ACCESS_KEY: field('SecretAccessKey'),
        AWS_SESSION_TOKEN: field('SessionToken'),
      },
    };
  },
  'github/codeql-action/upload-sarif': async ({ world, inputs, workspace, permissions }) => {
    need(permissions, 'security-events', 'write');
    // The repositories here are private ones.
    need(permissions, 'actions', 'read');
    const sarif = readFileSync(join(workspace, inputs.sarif_file ?? ''), 'utf8');
    if (!isSarif(JSON.parse(sarif))) throw new Error('upload-sarif: no SARIF 2.1.0');
    world.record(['upload-sarif', inputs.category ?? '', sarif]);
    return {};
  },
  'actions/attest': async ({ world, inputs, workspace, permissions }) => {
    refuseOthers(inputs, ['subject-path'], 'actions/attest');
    need(permissions, 'id-token', 'write');
    need(permissions, 'attestations', 'write');
    const subjects = globSync(resolve(workspace, inputs['subject-path'] ?? '')).sort();
    if (subjects.length === 0) throw new Error('Could not find subject at path');
    for (const subject of subjects) world.record(['attest', basename(subject), readFileSync(subject, 'utf8')]);
    return {};
  },
};

function need(permissions: Permissions, name: string, access: 'read' | 'write'): void {
  if (permissions[name] === 'write' || permissions[name] === access) return;
  throw new Error(`Resource not accessible by integration: the job needs ${name}: ${access}.`);
}

function isSarif(value: unknown): boolean {
  // OASIS's schema, as Microsoft's SARIF SDK has it; draft 4 differs from what ajv reads in the names of two keys only.
  const sdk = dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json'));
  const { $schema, id, ...schema } = JSON.parse(readFileSync(join(sdk, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  ajvFormats.default(ajv);
  return ajv.validate(schema, value);
}
