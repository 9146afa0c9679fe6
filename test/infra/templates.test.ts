import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimsOf, createRun, DEFAULT_JOB, type Job } from '../../src/emulator/github/job.ts';
import { find } from '../emulator/programs.ts';
import { deploy, type Fields, readTemplate, type Value } from './cloudformation.ts';
import { byCloudFormation, byTerraform, INFRA, JOB, PLACE, type RoleParameters, variablesOf } from './deployments.ts';
import { isAllowed } from './iam.ts';
import { schemaProblems } from './resource-schema.ts';
import { evaluate, readModule } from './terraform.ts';

const TABLE = 'arn:aws:dynamodb:eu-west-1:123456789012:table/iot-ledger';

/** Every parameter that changes a policy, with values that change it. */
const DEPLOYMENTS: readonly RoleParameters[] = [
  {},
  { Environment: 'factory' },
  { Branch: 'release/2' },
  { JobWorkflowRef: 'octo-org/device-fleet/.github/workflows/certificates.yml@refs/heads/main' },
  { OidcProviderArn: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' },
  { Regions: 'eu-west-1,us-west-2' },
  { ActivateAfterDelivery: 'true' },
  { Bundles: 'true' },
  { ReadQuotas: 'false' },
  { LedgerTableArn: TABLE },
  { Mode: 'audit' },
  { Mode: 'audit', LedgerTableArn: TABLE, ActivateAfterDelivery: 'true' },
  { Mode: 'revoke' },
  { Mode: 'revoke', LedgerTableArn: TABLE },
  { Mode: 'audit', LedgerTableArn: TABLE, ActivateAfterDelivery: 'true', Bundles: 'true' },
  { Mode: 'retire' },
  { Mode: 'retire', LedgerTableArn: TABLE },
  { Mode: 'validate', LedgerTableArn: TABLE },
  { Register: 'true' },
  { Register: 'true', ThingPrefix: 'sensor-', ActivateAfterDelivery: 'true' },
  { Register: 'true', Mode: 'validate' },
  { Register: 'true', Mode: 'audit' },
];

/** Values are lists, in policies of both: AWS reads one value as a list of one. */
function normal(value: Value): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map(normal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const isList =
        /^(Action|Resource|aws:RequestedRegion|iot:thingArn|token\..*)$/.test(name) && !Array.isArray(item);
      return [name, isList ? [item] : normal(item)];
    }),
  );
}

describe('the role', () => {
  it.each(DEPLOYMENTS)('is the same by CloudFormation and by Terraform: %o', async (parameters) => {
    const [one, other] = await Promise.all([byCloudFormation(parameters), byTerraform(parameters)]);
    expect(normal(other.policy)).toEqual(normal(one.policy));
    expect(normal(other.trust)).toEqual(normal(one.trust));
    const hasProvider = parameters.OidcProviderArn === undefined;
    expect('Provider' in one.resources).toBe(hasProvider);
    expect('aws_iam_openid_connect_provider.github' in other.resources).toBe(hasProvider);
  });

  it.each(DEPLOYMENTS)('is what AWS knows as a role: %o', async (parameters) => {
    const { resources } = deploy(readTemplate(join(INFRA, 'role.yaml')), { ...JOB, ...parameters }, PLACE);
    const problems = Object.values(resources).flatMap(({ type, properties }) => schemaProblems(type, properties));
    expect(problems).toEqual([]);
  });

  it('has parameters that are described, and of the same names in both', async () => {
    const { Parameters } = readTemplate(join(INFRA, 'role.yaml')) as Record<string, Record<string, Fields>>;
    const { variables } = await readModule(join(INFRA, 'terraform/role'));
    const { issuer_host, ...common } = variables;
    expect(issuer_host).toBeDefined();
    const names = Object.keys(variablesOf(Object.fromEntries(Object.keys(Parameters ?? {}).map((name) => [name, '']))));
    expect(Object.keys(common).sort()).toEqual(names.sort());
  });

  it.each([
    [{ Repository: 'octo-org' }, 'epository'],
    [{ Repository: 'octo-org/*' }, 'epository'],
    [{ RepositoryId: 'device-fleet' }, 'epository'],
    [{ Environment: '*' }, 'nvironment'],
    [{ Branch: 'feature/*' }, 'ranch'],
    [{ Mode: 'everything' }, 'ode'],
    [{ Mode: 'validate' }, 'needs no role'],
    [{ Register: 'true', ThingPrefix: '*' }, 'hing'],
  ])('is refused with parameters that let too much in: %o', async (parameters, named) => {
    await expect(byCloudFormation(parameters)).rejects.toThrow(named);
    await expect(byTerraform(parameters)).rejects.toThrow(named);
  });

  it('speaks of China as AWS does there', async () => {
    const place = { partition: 'aws-cn', account: '123456789012', region: 'cn-north-1' };
    for (const make of [byCloudFormation, byTerraform]) {
      const { trust, policy } = await make({}, place);
      expect(JSON.stringify(trust)).toContain('"sts.amazonaws.com.cn"');
      expect(JSON.stringify(policy)).toContain('arn:aws-cn:iot:*:123456789012:cert/*');
    }
  });
});

describe('the trust policy of the role', () => {
  const FACTORY = { Environment: 'factory' };
  const WORKFLOW = { JobWorkflowRef: 'octo-org/device-fleet/.github/workflows/certificates.yml@refs/heads/main' };

  /** Whether AWS STS would let the job in. */
  async function letsIn(parameters: RoleParameters, changes: Partial<Job>, claims: Fields = {}): Promise<boolean> {
    const run = createRun(() => 0);
    run.change({ ...DEFAULT_JOB, ...changes });
    const all = { aud: 'sts.amazonaws.com', ...claimsOf(run.main), ...claims };
    const context = Object.fromEntries(
      Object.entries(all).map(([name, value]) => [`token.actions.githubusercontent.com:${name}`, String(value)]),
    );
    const request = { action: 'sts:AssumeRoleWithWebIdentity', resource: '', context };
    const answers = await Promise.all(
      [byCloudFormation, byTerraform].map(async (make) => isAllowed((await make(parameters)).trust, request)),
    );
    expect(answers[0]).toBe(answers[1]);
    return answers[0] === true;
  }

  it.each([
    ['a job on the branch', {}, {}],
    ['one whose sub holds ids', {}, { immutableSubject: true }],
    ['a job of the environment', FACTORY, { environment: 'factory' }],
    ['one of the environment whose sub holds ids', FACTORY, { environment: 'factory', immutableSubject: true }],
    [
      'one of the environment on another branch, which the environment has to forbid',
      FACTORY,
      { environment: 'factory', ref: 'refs/heads/x' },
    ],
    ['the workflow file', WORKFLOW, {}],
  ] as const)('lets in %s', async (_, parameters, job) => {
    expect(await letsIn(parameters, job)).toBe(true);
  });

  it.each([
    ['a job on another branch', {}, { ref: 'refs/heads/feature' }],
    ['a pull request', {}, { eventName: 'pull_request', ref: 'refs/pull/7/merge' }],
    ['a job of an environment where none is named', {}, { environment: 'factory' }],
    ['a job without the environment', FACTORY, {}],
    ['a job of another environment', FACTORY, { environment: 'factory-2' }],
    ['another repository', {}, { repository: 'octo-org/other', repositoryId: 1 }],
    ['a repository that took the name of this one', {}, { repositoryId: 999 }],
    ['the same, whose sub holds ids', {}, { repositoryId: 999, immutableSubject: true }],
    ['another workflow file', WORKFLOW, { workflowPath: '.github/workflows/other.yml' }],
    [
      'the workflow file on another branch',
      { ...WORKFLOW, ...FACTORY },
      { environment: 'factory', ref: 'refs/heads/x' },
    ],
  ] as const)('keeps out %s', async (_, parameters, job) => {
    expect(await letsIn(parameters, job)).toBe(false);
  });

  it('keeps out a token for another audience', async () => {
    expect(await letsIn({}, {}, { aud: 'https://github.com/octo-org' })).toBe(false);
  });
});

describe('the rule that knows what has connected', () => {
  const template = readTemplate(join(INFRA, 'connections.yaml'));
  const { resources } = deploy(template, {}, PLACE);

  it('is what AWS knows as a rule, a bucket and a role', () => {
    const problems = Object.values(resources).flatMap(({ type, properties }) => schemaProblems(type, properties));
    expect(problems).toEqual([]);
    expect(template).toMatchObject({ Resources: { Connections: { DeletionPolicy: 'Retain' } } });
  });

  it('has the statement of docs/rotation.md, and a name for each certificate that the list is made of', () => {
    const { TopicRulePayload } = resources.Rule?.properties ?? {};
    const page = readFileSync(join(INFRA, '../rotation.md'), 'utf8');
    const [, statement = ''] = /```sql\n([\s\S]*?)\n```/.exec(page) ?? [];
    // biome-ignore lint/suspicious/noTemplateCurlyInString: AWS IoT fills it in
    const Key = 'connected/${principalIdentifier}';
    expect(TopicRulePayload).toMatchObject({ Sql: statement.replace('\n', ' '), Actions: [{ S3: { Key } }] });
  });
});

describe('the table', () => {
  it('is on demand, can be restored, and is not deleted by accident', async () => {
    const { resources, outputs } = deploy(readTemplate(join(INFRA, 'ledger-table.yaml')), {}, PLACE);
    const table = resources.Ledger ?? { type: '', properties: {} };
    expect(schemaProblems(table.type, table.properties)).toEqual([]);
    expect(table.properties).toMatchObject({
      TableName: 'iot-ledger',
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    });
    expect(readTemplate(join(INFRA, 'ledger-table.yaml'))).toMatchObject({
      Resources: { Ledger: { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' } },
    });
    expect(String(outputs.Address)).toMatch(/^dynamodb:\/\/.*\?region=us-east-1$/);

    const module = await readModule(join(INFRA, 'terraform/ledger-table'));
    const { value } = await evaluate(module, {}, {});
    expect(await value(module.resources['aws_dynamodb_table.ledger'] ?? null)).toMatchObject({
      name: 'iot-ledger',
      billing_mode: 'PAY_PER_REQUEST',
      deletion_protection_enabled: true,
      point_in_time_recovery: [{ enabled: true }],
      hash_key: 'pk',
      attribute: [{ name: 'pk', type: 'S' }],
      lifecycle: [{ prevent_destroy: true }],
    });
  });
});

describe.skipIf(find('cfn-lint', ['--version']) === undefined)('cfn-lint', () => {
  it.each(['role.yaml', 'ledger-table.yaml'])('finds nothing in %s', { timeout: 60_000 }, (name) => {
    execFileSync('cfn-lint', [join(INFRA, name)], { stdio: 'pipe' });
  });
});

describe.skipIf(find('terraform', ['version']) === undefined)('terraform', () => {
  it('finds the files well formatted', () => {
    execFileSync('terraform', ['fmt', '-check', '-recursive', join(INFRA, 'terraform')], { stdio: 'pipe' });
  });

  it.each(DEPLOYMENTS)(
    'makes the same policies of the module as the evaluator of these tests: %o',
    { timeout: 60_000 },
    async (parameters) => {
      const directory = mkdtempSync(join(tmpdir(), 'terraform-'));
      for (const name of ['variables.tf', 'policies.tf'])
        copyFileSync(join(INFRA, 'terraform/role', name), join(directory, name));
      const { partition, account, region } = PLACE;
      // What the provider would say, which is not to be had here.
      const locals = { partition, account, region, provider: '<AWS::IAM::OIDCProvider Provider>' };
      writeFileSync(join(directory, 'place.tf.json'), JSON.stringify({ locals }));
      const { OidcProviderArn: _, ...others } = parameters;
      writeFileSync(join(directory, 'given.auto.tfvars.json'), JSON.stringify(variablesOf({ ...JOB, ...others })));
      const input = 'jsonencode({ policy = local.policy, trust = local.trust })\n';
      const printed = execFileSync('terraform', ['console'], {
        cwd: directory,
        input,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      rmSync(directory, { recursive: true });
      const { policy, trust } = await byTerraform(others);
      expect(JSON.parse(JSON.parse(printed) as string)).toEqual({ policy, trust });
    },
  );
});
