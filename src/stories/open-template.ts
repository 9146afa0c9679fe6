import { awsCodeOf } from '../issuance/iot-access.ts';
import { readRegularFile } from '../lib/read-file.ts';
import { joinErrors, UserError } from '../lib/user-error.ts';
import { lookAtNamed } from '../registration/named-objects.ts';
import { callRegistry, NOT_FOUND, type RegistryAccess } from '../registration/registry-calls.ts';
import { readTemplateBody, type TemplateBody } from '../registration/template-body.ts';

/** Where a provisioning template is; each field follows from the input. */
export interface TemplateSource {
  readonly name: string;
  /** Absolute path; undefined: it is in the account. */
  readonly file: string | undefined;
}

/** More than any template has, and little enough to be read. */
const MAX_BYTES = 64 * 1_024;

/**
 * Reads a provisioning template of the repository.
 *
 * @returns undefined when it is one of the account
 * @throws UserError `provisioning-template` when there is none, or none that can be used
 */
export async function readTemplateFile({ name, file }: TemplateSource): Promise<TemplateBody | undefined> {
  if (file === undefined) return undefined;
  const text = await readRegularFile(file, MAX_BYTES);
  if (text !== undefined) return readTemplateBody(text, name);
  throw new UserError('provisioning-template', `There is no provisioning template ${name} in the repository.`, {
    where: 'provisioning-template',
    fix: 'Correct the path, or write the name of a template in the account.',
  });
}

/**
 * Reads a provisioning template wherever it is, and makes sure that what it names itself exists.
 *
 * @throws UserError as {@link readTemplateFile}; with all that is missing
 */
export async function openTemplate(source: TemplateSource, access: RegistryAccess): Promise<TemplateBody> {
  const template = (await readTemplateFile(source)) ?? (await templateOfAccount(source, access));
  const { policies, groups, typeName, billingGroup } = template.named;
  const principalType = 'NON_EXCLUSIVE_THING';
  const thing = {
    name: '',
    typeName,
    groups,
    billingGroup,
    attributes: new Map<string, string>(),
    principalType,
  } as const;
  const { errors } = await lookAtNamed([{ thing, policies }], access);
  const error = joinErrors(
    errors.map(({ code, message, fix }) => new UserError(code, message, { where: source.name, fix })),
  );
  if (error !== undefined) throw error;
  return template;
}

async function templateOfAccount({ name }: TemplateSource, access: RegistryAccess): Promise<TemplateBody> {
  try {
    const { body } = await callRegistry(
      'DescribeProvisioningTemplate',
      (registry) => registry.describeProvisioningTemplate(name),
      access,
    );
    return readTemplateBody(body, name);
  } catch (error) {
    if (awsCodeOf(error) !== NOT_FOUND) throw error;
    const { account, region } = access.place;
    const message = `There is no provisioning template ${name} in account ${account} in ${region}.`;
    throw new UserError('provisioning-template', message, {
      where: 'provisioning-template',
      fix: 'Create it, correct the name or aws-region, or name a file of the repository that ends with .json.',
    });
  }
}
