import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import INPUT_TABLE from '../src/inputs/input-table.json' with { type: 'json' };
import { readInputs } from '../src/inputs/inputs.ts';
import { readContext } from '../src/runner/context.ts';

const action = parse(readFileSync(join(import.meta.dirname, '../action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
};

const context = readContext({ GITHUB_WORKSPACE: '/w', RUNNER_TEMP: '/t', GITHUB_RUN_ID: '7' }, '/w', undefined);

function read(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return readInputs({ ...env, ...Object.fromEntries(given) }, context);
}

const required = { 'csr-path': 'csrs/*.csr', 'aws-region': 'eu-west-1' };

describe('inputs', () => {
  it('are those of action.yml', () => {
    expect(Object.keys(action.inputs)).toEqual(Object.keys(INPUT_TABLE));
  });

  it('have the defaults of action.yml', async () => {
    const defaults = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, input.default ?? '']),
    );
    expect(await read(required)).toEqual(await read({ ...defaults, 'github-token': '', ...required }));
  });

  it('are globs line by line', async () => {
    expect((await read({ ...required, 'csr-path': ' a/*.csr \r\n\n!a/b.csr' })).csrPath).toEqual([
      'a/*.csr',
      '!a/b.csr',
    ]);
  });

  it('name the artifact for the run on request', async () => {
    expect((await read({ ...required, 'artifact-name': 'fleet-{run-id}' })).artifactName).toBe('fleet-7');
  });

  it('take the region an earlier step has set', async () => {
    expect((await read({ 'csr-path': 'x' }, { AWS_REGION: 'us-east-1' })).region).toBe('us-east-1');
  });

  it('need no region to validate', async () => {
    expect((await read({ 'csr-path': 'x', mode: 'validate' })).region).toBe('');
  });

  it('resolve the output directory in the workspace', async () => {
    expect((await read({ ...required, 'output-directory': 'out' })).outputDirectory).toBe('/w/out');
    expect((await read(required)).outputDirectory).toBe('/t/iot-certificates');
  });

  it('take the audience of the partition', async () => {
    const role = { 'role-to-assume': 'arn:aws-cn:iam::123456789012:role/x', 'aws-region': 'cn-north-1' };
    expect((await read({ ...required, ...role })).role?.audience).toBe('sts.amazonaws.com.cn');
  });

  it.each([
    ['auto', { kind: 'auto' }],
    ['12.5', { kind: 'rate', perSecond: 12.5 }],
    ['50%', { kind: 'share', share: 0.5 }],
  ])('take %s for requests-per-second', async (text, rate) => {
    expect((await read({ ...required, 'requests-per-second': text })).requestsPerSecond).toEqual(rate);
  });

  it.each([
    ['csr-path', ''],
    ['mode', 'isue'],
    ['on-invalid', 'ignore'],
    ['max-certificates', '0'],
    ['set-as-active', 'yes'],
    ['aws-region', 'Ireland'],
    ['reissue', 'maybe'],
    ['reconcile', 'since=yesterday'],
    ['shard', '5/4'],
    ['role-to-assume', 'my-role'],
    ['role-session-name', 'a b'],
    ['role-duration-seconds', '60'],
    ['allowed-account-ids', '1234'],
    ['request-timeout-seconds', '1e3'],
    ['requests-per-second', 'fast'],
    ['requests-per-second', '0'],
    ['requests-per-second', '101%'],
    ['requests-per-second', '-5'],
    ['file-name', '{path}.crt'],
    ['file-name', 'certificate.pem'],
    ['file-name', '{certificate-id}.pem'],
    ['file-name', '{device}.pem'],
    ['file-name', '{device:}/{name}.pem'],
    ['file-name', '{device:site}/{name}.pem'],
    ['deliver', 'mail'],
    ['deliver', 'none'],
    ['artifact-name', '{cn}'],
    ['artifact-name', 'a/b'],
    ['artifact-retention-days', '-1'],
    ['secret-scope', 'enterprise'],
    ['secret-environment', 'production'],
    ['secret-organization', 'octo-org'],
    ['secret-visibility', 'public'],
    ['secret-repositories', 'fleet'],
    ['secret-name', '{cn'],
    ['secret-name', '{CN}'],
    ['secret-name', 'github_{cn}'],
    ['secret-layout', 'zip'],
  ])('refuse %s: "%s"', async (name, value) => {
    await expect(read({ ...required, [name]: value })).rejects.toThrow(name);
  });
});
