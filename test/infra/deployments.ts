import { join } from 'node:path';
import { deploy, type Fields, readTemplate, type Value } from './cloudformation.ts';
import { evaluate, readModule } from './terraform.ts';

export const INFRA = join(import.meta.dirname, '../../docs/infra');

export const PLACE = { partition: 'aws', account: '123456789012', region: 'us-east-1' };

/** The two policies of the role. */
export interface RolePolicies {
  /** Who may assume it. */
  readonly trust: Value;
  /** What it may do. */
  readonly policy: Value;
  readonly resources: Readonly<Record<string, Fields>>;
}

/** Parameters of the role as the template calls them; the module's names follow from these. */
export type RoleParameters = Readonly<Record<string, string>>;

/** Whose jobs the role of the tests lets in: the emulator's. */
export const JOB: RoleParameters = {
  Repository: 'octo-org/device-fleet',
  OwnerId: '123456',
  RepositoryId: '456789',
};

const template = readTemplate(join(INFRA, 'role.yaml'));
const loaded = readModule(join(INFRA, 'terraform/role'));

/** @throws Error as CloudFormation refuses parameters */
export async function byCloudFormation(parameters: RoleParameters, place = PLACE): Promise<RolePolicies> {
  const { resources } = deploy(template, { ...JOB, ...parameters }, place);
  const role = resources.Role?.properties ?? {};
  const [{ PolicyDocument = null } = {}] = (role.Policies ?? []) as readonly Fields[];
  return {
    trust: role.AssumeRolePolicyDocument ?? null,
    policy: PolicyDocument,
    resources: Object.fromEntries(Object.entries(resources).map(([name, { properties }]) => [name, properties])),
  };
}

/** @throws Error as Terraform refuses variables */
export async function byTerraform(parameters: RoleParameters, place = PLACE): Promise<RolePolicies> {
  const module = await loaded;
  const provider = 'aws_iam_openid_connect_provider.github';
  const known = {
    'data.aws_partition.current.partition': place.partition,
    'data.aws_caller_identity.current.account_id': place.account,
    'data.aws_region.current.name': place.region,
    [`${provider}.0.arn`]: '<AWS::IAM::OIDCProvider Provider>',
    'aws_iam_role.issuer.id': 'role',
  };
  const { value } = await evaluate(module, variablesOf({ ...JOB, ...parameters }), known);
  const role = module.resources['aws_iam_role.issuer'] ?? {};
  for (const { precondition } of (role.lifecycle ?? []) as readonly Fields[]) {
    for (const { condition = null, error_message } of precondition as readonly Fields[]) {
      if ((await value(condition)) !== true) throw new Error(String(error_message));
    }
  }
  const inline = module.resources['aws_iam_role_policy.certificates'] ?? {};
  const parsed = async (written: Value | undefined): Promise<Value> =>
    JSON.parse(String(await value(written ?? null))) as Value;
  const made = await Promise.all(
    Object.entries(module.resources).map(async ([name, { count = 1, lifecycle: _, ...block }]) =>
      (await value(count)) === 0 ? [] : [[name, (await value(block)) as Fields] as const],
    ),
  );
  return {
    trust: await parsed(role.assume_role_policy),
    policy: await parsed(inline.policy),
    resources: Object.fromEntries(made.flat()),
  };
}

/** `LedgerTableArn` is `ledger_table_arn`, and a list is one. */
export function variablesOf(parameters: RoleParameters): Fields {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, text]): [string, Value] => {
      const variable = name.replaceAll(/(?<!^)(?=[A-Z])/g, '_').toLowerCase();
      if (name === 'Regions') return [variable, text.split(',').filter((region) => region !== '')];
      if (/^(true|false)$/.test(text)) return [variable, text === 'true'];
      return [variable, name === 'MaxSessionDuration' ? Number(text) : text];
    }),
  );
}
