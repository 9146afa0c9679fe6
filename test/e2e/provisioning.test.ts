import { CreateProvisioningTemplateCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { iotClient } from '../emulator/clients.ts';
import { makeCsr, toPem } from './csrs.ts';
import { prepareRegistry } from './registry.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  [emulator, job] = await Promise.all([startEmulator({ mayReadQuotas: true }), startJob()]);
  await prepareRegistry(emulator);
  for (const n of [1, 2, 3]) await job.write(`csrs/pump-${n}.csr`, toPem(makeCsr(`device-${n}`)));
});

afterEach(() => Promise.all([emulator.close(), job.close()]));

type Texts = Readonly<Record<string, string>>;

const BY_FILE = {
  'provisioning-template': 'template.json',
  'template-parameters': 'ThingName=plant-{name}\nCommonName={cn}',
};

/** A template as AWS's own pages have them: it takes a CSR, and makes the certificate ACTIVE. */
const TEMPLATE = {
  Parameters: {
    ThingName: { Type: 'String' },
    CommonName: { Type: 'String' },
    Location: { Type: 'String', Default: 'WA' },
    CSR: { Type: 'String' },
  },
  Resources: {
    thing: {
      Type: 'AWS::IoT::Thing',
      Properties: {
        ThingName: { Ref: 'ThingName' },
        AttributePayload: { common: { Ref: 'CommonName' }, location: { Ref: 'Location' } },
        ThingTypeName: 'sensor',
        ThingGroups: ['line-1'],
        BillingGroup: 'cost',
      },
    },
    certificate: {
      Type: 'AWS::IoT::Certificate',
      Properties: { CertificateSigningRequest: { Ref: 'CSR' }, Status: 'ACTIVE' },
    },
    policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'fleet' } },
  },
} as const;

const resources = (changes: object) => ({ ...TEMPLATE, Resources: { ...TEMPLATE.Resources, ...changes } });

function step(inputs: Texts = {}, template: object | string = TEMPLATE): Promise<StepResult> {
  return job.write('template.json', typeof template === 'string' ? template : JSON.stringify(template)).then(() =>
    job.run({
      inputs: {
        'csr-path': 'csrs/*.csr',
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
        'output-directory': 'certificates',
        deliver: 'directory',
        ledger: 'fleet.jsonl',
        ...BY_FILE,
        ...inputs,
      },
      env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
    }),
  );
}

async function succeed(inputs: Texts = {}, template?: object): Promise<void> {
  const { code, log } = await step(inputs, template);
  expect(code, log).toBe(0);
}

const errorsOf = ({ annotations }: StepResult) => annotations.filter(({ level }) => level === 'error');
const calls = () => emulator.iot.counters.RegisterThing.calls;

/** Each device is the thing that the template says, with its own certificate and policy; and there is nothing else. */
function expectRegistered(status: string): void {
  const { things, attachments, memberships, policyTargets } = emulator.iot.registry();
  const certificates = emulator.iot.certificates();
  expect(certificates.map((one) => one.status)).toEqual([status, status, status]);
  expect(things.map(({ name }) => name).sort()).toEqual(['plant-pump-1', 'plant-pump-2', 'plant-pump-3']);
  for (const { name, typeName, billingGroup, attributes } of things) {
    const common = `device-${name.slice(-1)}`;
    expect({ typeName, billingGroup, attributes }).toEqual({
      typeName: 'sensor',
      billingGroup: 'cost',
      attributes: { common, location: 'WA' },
    });
    expect(memberships.filter(({ thing }) => thing === name).map(({ group }) => group)).toEqual(['line-1']);
  }
  expect(attachments.map(({ certificateArn }) => certificateArn).sort()).toEqual(
    certificates.map(({ arn }) => arn).sort(),
  );
  expect(new Set(attachments.map(({ thing }) => thing)).size).toBe(3);
  expect(policyTargets.map(({ target }) => target).sort()).toEqual(certificates.map(({ arn }) => arn).sort());
}

describe('a provisioning template', () => {
  it('registers each device with the certificate that was issued, and leaves its status alone', async () => {
    await succeed();
    expectRegistered('INACTIVE');
    expect(calls()).toBe(3);
    // What is remembered is not registered again.
    await succeed();
    expect(calls()).toBe(3);
    expectRegistered('INACTIVE');
  });

  it('of the account registers devices, and after-delivery activates them', async () => {
    const client = iotClient(emulator);
    await client.send(
      new CreateProvisioningTemplateCommand({
        templateName: 'pumps',
        templateBody: JSON.stringify(TEMPLATE),
        provisioningRoleArn: 'arn:aws:iam::123456789012:role/provisioning',
        enabled: true,
      }),
    );
    client.destroy();
    emulator.configure({ registerThingPermissions: 'each-call' });
    await succeed({ 'provisioning-template': 'pumps', 'set-as-active': 'after-delivery' });
    expectRegistered('ACTIVE');
  });

  it('makes one certificate a CSR, whatever is repeated', async () => {
    emulator.iot.inject({ operation: 'RegisterThing', kind: 'reset', count: 2, afterWork: true });
    emulator.iot.inject({ operation: 'RegisterThing', kind: 'ServiceUnavailableException', count: 2 });
    await succeed();
    expectRegistered('INACTIVE');
  });

  it('that is cut off is finished by the next run', async () => {
    const first = job.run({
      inputs: {
        'csr-path': 'csrs/*.csr',
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
        'output-directory': 'certificates',
        deliver: 'directory',
        ledger: 'fleet.jsonl',
        ...BY_FILE,
      },
      env: { ...emulator.env, GITHUB_TOKEN: emulator.githubToken },
      onStart(child) {
        const timer = setInterval(() => {
          if (calls() === 0 && child.exitCode === null) return;
          clearInterval(timer);
          child.kill('SIGKILL');
        }, 1);
      },
    });
    await job.write('template.json', JSON.stringify(TEMPLATE));
    await first;
    await succeed();
    expectRegistered('INACTIVE');
  });

  it('reports a thing that is there otherwise as a conflict of its device', async () => {
    await succeed();
    const failing = {
      ...TEMPLATE.Resources.thing,
      Properties: { ...TEMPLATE.Resources.thing.Properties, AttributePayload: { common: 'other' } },
      OverrideSettings: { AttributePayload: 'FAIL' },
    };
    const result = await step({ 'template-parameters': 'ThingName=plant-{name}' }, resources({ thing: failing }));
    expect(result.code).toBe(1);
    expect(errorsOf(result)[0]?.message).toMatch(/OverrideSettings/);
    expectRegistered('INACTIVE');
  });

  it.each<[string, object | string, Texts, RegExp]>([
    ['that is no JSON', '{', {}, /it is no JSON object/],
    [
      'with what is for fleets only',
      { ...TEMPLATE, Mappings: {}, DeviceConfiguration: {} },
      {},
      /Mappings, DeviceConfiguration are for fleet provisioning only/,
    ],
    [
      'with a function',
      resources({ policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: { 'Fn::Join': [] } } } }),
      {},
      /Fn::Join is for fleet provisioning only/,
    ],
    [
      'without a certificate',
      { ...TEMPLATE, Resources: { thing: TEMPLATE.Resources.thing } },
      {},
      /has not one certificate/,
    ],
    ['with another resource', resources({ bucket: { Type: 'AWS::S3::Bucket' } }), {}, /are not all things/],
    ['with an undeclared parameter', { ...TEMPLATE, Parameters: {} }, {}, /refers to ThingName, which is none/],
    [
      'that is too long',
      {
        ...TEMPLATE,
        Parameters: { ...TEMPLATE.Parameters, Location: { Type: 'String', Default: 'W'.repeat(10_240) } },
      },
      {},
      /and AWS IoT takes 10240/,
    ],
    [
      'without a value for a parameter',
      TEMPLATE,
      { 'template-parameters': 'ThingName={name}' },
      /without a value: CommonName/,
    ],
    [
      'with a value for none',
      TEMPLATE,
      { 'template-parameters': 'ThingName={name}\nCommonName=x\nColour=red' },
      /does not declare Colour/,
    ],
    [
      'with a value for the certificate',
      TEMPLATE,
      { 'template-parameters': 'ThingName={name}\nCommonName=x\nCSR=x' },
      /uses CSR for nothing but the certificate/,
    ],
    [
      'with a value that a CSR lacks',
      TEMPLATE,
      { 'template-parameters': 'ThingName={name}\nCommonName={serial-number}' },
      /3 CSRs have no \{serial-number\}/,
    ],
    [
      'that makes one thing of all',
      TEMPLATE,
      { 'template-parameters': 'ThingName=pump\nCommonName=x' },
      /two devices would be one thing/,
    ],
    [
      'with an illegal name',
      TEMPLATE,
      { 'template-parameters': 'ThingName={name}!\nCommonName=x' },
      /a name has 1 to 128 letters/,
    ],
    [
      'that names a policy that is not allowed',
      TEMPLATE,
      { 'allowed-policies': 'sensor-*' },
      /none of allowed-policies: fleet/,
    ],
    [
      'whose policy comes from elsewhere',
      resources({ policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyDocument: '{}' } } }),
      { 'allowed-policies': '*' },
      /a policy without a name of its own/,
    ],
    [
      'that names what is not there',
      resources({ policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'missing' } } }),
      {},
      /There is no policy missing/,
    ],
    [
      'of no file',
      TEMPLATE,
      { 'provisioning-template': 'other.json' },
      /no provisioning template other.json in the repository/,
    ],
    ['of no name', TEMPLATE, { 'provisioning-template': 'other' }, /no provisioning template other in account/],
    [
      'beside other inputs',
      TEMPLATE,
      { 'thing-name': '{name}', policies: 'fleet' },
      /With `provisioning-template` the template says it/,
    ],
    [
      'of a wrong name',
      TEMPLATE,
      { 'provisioning-template': 'a b' },
      /Allowed: a file of the repository that ends with .json/,
    ],
  ])('%s ends the run before anything is created', async (_, template, inputs, said) => {
    const result = await step(inputs, template);
    expect(result.code, result.log).toBe(1);
    expect(
      errorsOf(result)
        .map(({ message }) => message)
        .join('\n'),
    ).toMatch(said);
    expect(emulator.iot.certificates()).toEqual([]);
  });

  it('is checked in the pull request, as far as it can be without an account', async () => {
    const validate = (template: object) =>
      job
        .write('template.json', JSON.stringify(template))
        .then(() => job.run({ inputs: { 'csr-path': 'csrs/*.csr', mode: 'validate', ...BY_FILE }, env: {} }));
    expect((await validate(TEMPLATE)).code).toBe(0);
    const result = await validate({ ...TEMPLATE, Mappings: {} });
    expect(result.code).toBe(1);
    expect(errorsOf(result)[0]?.message).toMatch(/Mappings is for fleet provisioning only/);
  });
});
