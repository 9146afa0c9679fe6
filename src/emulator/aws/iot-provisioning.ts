import { json, type Reply } from '../http.ts';
import { exists, invalid } from './errors.ts';
import type { IotCall, IotRoute } from './iot.ts';
import type { IotOperation } from './iot-operations.ts';
import { fieldsOf, readTemplate } from './registry/provisioning-template.ts';
import { type RegistrationSteps, registerThing } from './registry/register-thing.ts';
import { arnOf, found, type ProvisioningTemplate, type RegistryState } from './registry/state.ts';
import { bodyOf, flag, text } from './registry-requests.ts';

/** What RegisterThing needs; `draw` takes a call off the quota of an operation. */
export interface Provisioning extends Omit<RegistrationSteps, 'spend'> {
  /** @throws AwsError ThrottlingException */
  draw(operation: IotOperation): void;
  /** What the caller needs the permission for: RegisterThing itself, or each call that it makes, too. */
  readonly permissions: () => 'itself' | 'each-call';
}

/** RegisterThing, and templates that are kept by name. Shapes as in the service's API model (iot, 2015-05-28). */
export function provisioningRoutes(state: RegistryState, provisioning: Provisioning): readonly IotRoute[] {
  const of = (
    operation: IotOperation,
    method: string,
    path: string,
    work: (call: IotCall) => Reply | Promise<Reply>,
  ): IotRoute => ({ operation, method, path, work });
  return [
    of('RegisterThing', 'POST', '/things', async (call) => {
      const { templateBody, parameters } = bodyOf(call);
      const spend: RegistrationSteps['spend'] = (operation, named = {}) => {
        if (provisioning.permissions() === 'each-call') call.authorize(operation, named);
        provisioning.draw(operation);
      };
      const steps = { ...provisioning, spend };
      return json(200, await registerThing(state, steps, readTemplate(templateBody, parameters)));
    }),
    of('CreateProvisioningTemplate', 'POST', '/provisioning-templates', (call) => {
      const { name, arn } = create(state, call);
      return json(200, { templateName: name, templateArn: arn, defaultVersionId: 1 });
    }),
    of('DescribeProvisioningTemplate', 'GET', '/provisioning-templates/:templateName', ({ parameters }) => {
      const name = legalTemplateName(parameters.templateName);
      const template = found(state.provisioningTemplates, name, 'Provisioning template');
      return json(200, {
        templateName: template.name,
        templateArn: template.arn,
        ...template.properties,
        templateBody: template.body,
        defaultVersionId: 1,
        creationDate: template.createdMs / 1_000,
        lastModifiedDate: template.createdMs / 1_000,
      });
    }),
  ];
}

/** A name that is taken is refused whatever the template says. @throws AwsError */
function create(state: RegistryState, call: IotCall): ProvisioningTemplate {
  const body = bodyOf(call);
  const name = legalTemplateName(text(body, 'templateName'));
  const known = state.provisioningTemplates.get(name);
  if (known !== undefined) throw exists(`Provisioning template ${name}`, name, known.arn);
  const templateBody = text(body, 'templateBody') ?? '';
  if (fieldsOf(templateBody).Resources === undefined) {
    throw invalid('Invalid registration template. Resources is not present in the Template');
  }
  const provisioningRoleArn = text(body, 'provisioningRoleArn') ?? '';
  if (provisioningRoleArn.length < 20 || provisioningRoleArn.length > 2_048) {
    throw invalid('provisioningRoleArn must have 20 to 2,048 characters');
  }
  const type = text(body, 'type') ?? 'FLEET_PROVISIONING';
  if (type !== 'FLEET_PROVISIONING' && type !== 'JITP') throw invalid('type must be FLEET_PROVISIONING or JITP');
  const { preProvisioningHook } = body;
  const template = {
    name,
    arn: arnOf(state, 'provisioningtemplate', name),
    body: templateBody,
    properties: {
      description: text(body, 'description') ?? '',
      enabled: flag(body, 'enabled'),
      provisioningRoleArn,
      type,
      ...(preProvisioningHook === undefined ? {} : { preProvisioningHook }),
    },
    createdMs: state.clock.now(),
  };
  state.provisioningTemplates.set(name, template);
  return template;
}

function legalTemplateName(name: string | undefined): string {
  if (name === undefined || !/^[0-9A-Za-z_-]{1,36}$/.test(name)) {
    throw invalid('templateName must be [0-9A-Za-z_-]{1,36}');
  }
  return name;
}
