import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ActionMetadata, ActionReference } from '@actions/languageservice/action';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../../..');

/** Inputs of other actions that workflows here use, required ones with `!`; from their action.yml of autumn 2026. */
const INPUTS: Readonly<Record<string, string>> = {
  'actions/attest': 'subject-path subject-digest subject-name subject-checksums github-token',
  'actions/checkout': 'repository ref token path persist-credentials fetch-depth lfs',
  'actions/create-github-app-token':
    'client-id private-key! owner repositories permission-actions permission-secrets permission-environments permission-organization-secrets permission-dependabot-secrets permission-contents permission-pull-requests',
  'actions/dependency-review-action': 'fail-on-severity fail-on-scopes config-file',
  'actions/download-artifact': 'name artifact-ids path pattern merge-multiple github-token repository run-id',
  'actions/setup-node': 'node-version node-version-file cache',
  'actions/upload-artifact': 'name path! if-no-files-found retention-days overwrite include-hidden-files',
  'aws-actions/configure-aws-credentials': 'aws-region! role-to-assume role-session-name audience allowed-account-ids',
  'github/codeql-action/analyze': 'category',
  'github/codeql-action/init': 'languages build-mode queries',
  'github/codeql-action/upload-sarif': 'sarif_file category',
  'ossf/scorecard-action': 'results_file! results_format! publish_results',
};

/** What the language service checks `with:` against. Undefined for an action that no workflow here should use. */
export function metadataOf({ owner, name, path }: ActionReference): ActionMetadata | undefined {
  if (`${owner}/${name}` === 'OWNER/create-aws-iot-certificates-from-csrs') {
    return parse(readFileSync(join(root, path ?? '', 'action.yml'), 'utf8')) as ActionMetadata;
  }
  const action = [owner, name, path].filter(Boolean).join('/');
  const inputs = INPUTS[action];
  if (inputs === undefined) return undefined;
  const entries = inputs
    .split(' ')
    .map((input) => [input.replace('!', ''), { description: input, required: input.endsWith('!') }] as const);
  return { name: action, description: action, inputs: Object.fromEntries(entries) };
}
