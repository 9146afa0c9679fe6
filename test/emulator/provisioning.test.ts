import {
  AttachThingPrincipalCommand,
  CreateBillingGroupCommand,
  CreateCertificateFromCsrCommand,
  CreatePolicyCommand,
  CreateProvisioningTemplateCommand,
  type CreateProvisioningTemplateCommandInput,
  CreateThingCommand,
  CreateThingGroupCommand,
  CreateThingTypeCommand,
  DescribeCertificateCommand,
  DescribeProvisioningTemplateCommand,
  DescribeThingCommand,
  type IoTClient,
  ListAttachedPoliciesCommand,
  ListThingGroupsForThingCommand,
  ListThingPrincipalsCommand,
  RegisterThingCommand,
} from '@aws-sdk/client-iot';
import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { failureOf, idToken, iotClient, stsClient } from './clients.ts';
import { makeCsr, type TestCsr } from './csrs.ts';

const PLACE = 'arn:aws:iot:us-east-1:123456789012';
const DOCUMENT = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iot:Publish","Resource":"*"}}';

let csr: TestCsr;
let emulator: Emulator;
let client: IoTClient;

beforeAll(async () => {
  csr = await makeCsr();
});
beforeEach(async () => {
  emulator = await startEmulator({ detachLagMs: 0 });
  client = iotClient(emulator);
  for (const thingTypeName of ['sensor', 'valve']) await client.send(new CreateThingTypeCommand({ thingTypeName }));
  for (const thingGroupName of ['line-1', 'line-2', 'WA']) {
    await client.send(new CreateThingGroupCommand({ thingGroupName }));
  }
  await client.send(new CreatePolicyCommand({ policyName: 'publish', policyDocument: DOCUMENT }));
});
afterEach(async () => {
  client.destroy();
  await emulator.close();
});

type Fields = Readonly<Record<string, unknown>>;
const PARAMETERS = {
  Serial: { Type: 'String' },
  Csr: { Type: 'String' },
  Id: { Type: 'String' },
  Place: { Type: 'String', Default: 'WA' },
};
const register = (resources: Fields, parameters: Readonly<Record<string, string>> = {}, rest: Fields = {}) =>
  client.send(
    new RegisterThingCommand({
      templateBody: JSON.stringify({ Parameters: PARAMETERS, Resources: resources, ...rest }),
      parameters: { Serial: 'pump-1', Csr: csr.pem, ...parameters },
    }),
  );
const thing = (properties: Fields = {}, OverrideSettings: Fields = {}) => ({
  thing: {
    Type: 'AWS::IoT::Thing',
    Properties: { ThingName: { Ref: 'Serial' }, ...properties },
    OverrideSettings,
  },
});
const certificate = (properties: Fields, OverrideSettings: Fields = {}) => ({
  certificate: { Type: 'AWS::IoT::Certificate', Properties: properties, OverrideSettings },
});
const FROM_CSR = certificate({ CertificateSigningRequest: { Ref: 'Csr' } });
const NAMED = { policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'publish' } } };
const issued = async (): Promise<{ arn: string; id: string }> => {
  const { certificateArn = '', certificateId = '' } = await client.send(
    new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr.pem }),
  );
  return { arn: certificateArn, id: certificateId };
};
const statusOf = async (certificateId: string) =>
  (await client.send(new DescribeCertificateCommand({ certificateId }))).certificateDescription?.status;
const described = () => client.send(new DescribeThingCommand({ thingName: 'pump-1' }));
const groups = async () =>
  (await client.send(new ListThingGroupsForThingCommand({ thingName: 'pump-1' }))).thingGroups?.map(
    ({ groupName }) => groupName,
  );
const invalid = { name: 'InvalidRequestException', status: 400 };
const failed = { name: 'ResourceRegistrationFailureException', status: 400 };
const conflict = { name: 'ConflictingResourceUpdateException', status: 409 };

describe('RegisterThing', () => {
  test('makes a thing with its certificate, policies and groups, and a new certificate at every call', async () => {
    await client.send(new CreateBillingGroupCommand({ billingGroupName: 'red' }));
    const template = {
      ...thing({
        ThingTypeName: 'sensor',
        BillingGroup: 'red',
        AttributePayload: { version: 'v1', serial: { Ref: 'Serial' } },
        ThingGroups: ['line-1', { Ref: 'Place' }],
      }),
      ...FROM_CSR,
      ...NAMED,
      own: { Type: 'AWS::IoT::Policy', Properties: { PolicyDocument: DOCUMENT } },
    };
    const { certificatePem = '', resourceArns = {} } = await register(template);
    const { certificate: arn = '', own = '', ...others } = resourceArns;
    expect(others).toEqual({ thing: `${PLACE}:thing/pump-1`, policy: `${PLACE}:policy/publish` });
    expect(own).toMatch(/:policy\/[0-9A-F]{40}$/);
    const [one] = emulator.iot.certificates();
    expect(one).toMatchObject({ arn, pem: certificatePem, status: 'ACTIVE' });
    expect(await described()).toMatchObject({
      thingTypeName: 'sensor',
      billingGroupName: 'red',
      attributes: { version: 'v1', serial: 'pump-1' },
    });
    expect(await groups()).toEqual(['line-1', 'WA']);
    const { policies } = await client.send(new ListAttachedPoliciesCommand({ target: arn }));
    expect(policies?.map(({ policyArn }) => policyArn)).toEqual([`${PLACE}:policy/publish`, own]);
    await register(template);
    expect(emulator.iot.certificates()).toHaveLength(2);
    const { principals } = await client.send(new ListThingPrincipalsCommand({ thingName: 'pump-1' }));
    expect(principals).toEqual(emulator.iot.certificates().map((each) => each.arn));
  });

  test('activates a certificate that exists, unless the template says otherwise', async () => {
    const { id: Id } = await issued();
    const by = (properties: Fields, overrides?: Fields) =>
      register({ ...thing(), ...certificate({ CertificateId: { Ref: 'Id' }, ...properties }, overrides) }, { Id });
    await by({}, { Status: 'DO_NOTHING' });
    expect(await statusOf(Id)).toBe('INACTIVE');
    expect(await failureOf(by({ Status: 'ACTIVE' }, { Status: 'FAIL' }))).toMatchObject(conflict);
    await by({ Status: 'INACTIVE' }, { Status: 'FAIL' });
    expect(await statusOf(Id)).toBe('INACTIVE');
    await by({});
    expect(await statusOf(Id)).toBe('ACTIVE');
    await by({ Status: 'INACTIVE' }, { Status: 'REPLACE' });
    expect(await statusOf(Id)).toBe('INACTIVE');
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  test('changes a thing that exists as OverrideSettings say', async () => {
    const held = { thingName: 'pump-1', thingTypeName: 'sensor', attributePayload: { attributes: { a: '1', b: '1' } } };
    await client.send(new CreateThingCommand(held));
    await register(thing({ ThingTypeName: 'sensor', AttributePayload: { b: '1', a: '1' } }));
    for (const properties of [{ ThingTypeName: 'valve' }, { AttributePayload: {} }, { ThingGroups: ['line-1'] }]) {
      expect(await failureOf(register(thing(properties)))).toMatchObject(conflict);
      expect(await described()).toMatchObject({ thingTypeName: 'sensor', attributes: { a: '1', b: '1' }, version: 1 });
    }
    const other = { ThingTypeName: 'valve', AttributePayload: { b: '2', c: '2' }, ThingGroups: ['line-1'] };
    const all = (override: string) => ({ ThingTypeName: override, AttributePayload: override, ThingGroups: override });
    await register(thing(other, all('DO_NOTHING')));
    expect(await described()).toMatchObject({ thingTypeName: 'sensor', attributes: { a: '1', b: '1' } });
    await register(thing(other, { ...all('MERGE'), ThingTypeName: 'DO_NOTHING' }));
    expect(await described()).toMatchObject({ thingTypeName: 'sensor', attributes: { a: '1', b: '2', c: '2' } });
    await register(thing({ ThingGroups: ['line-2'] }, { ThingGroups: 'MERGE' }));
    expect(await groups()).toEqual(['line-1', 'line-2']);
    await register(thing({ ...other, ThingGroups: ['line-2', 'WA'] }, all('REPLACE')));
    expect((await described()).attributes).toEqual({ b: '2', c: '2' });
    expect((await described()).thingTypeName).toBe('valve');
    expect(await groups()).toEqual(['line-2', 'WA']);
  });

  test.each<[string, Fields, Readonly<Record<string, string>>?, Fields?]>([
    ['no resources', {}],
    ['a section of fleet provisioning', thing(), {}, { DeviceConfiguration: {} }],
    ['mappings', thing(), {}, { Mappings: {} }],
    ['a function', thing({ ThingTypeName: { 'Fn::Join': ['', ['sen', 'sor']] } })],
    ['a parameter that is not declared', thing({ ThingTypeName: { Ref: 'Type' } })],
    ['a parameter without a value', certificate({ CertificateId: { Ref: 'Id' } })],
    ['a value of 4,097 characters', thing(), { Place: 'x'.repeat(4_097) }],
    ['a name that is not there', { thing: { Type: 'AWS::IoT::Thing', Properties: {} } }],
    ['an unknown type', { rule: { Type: 'AWS::IoT::TopicRule' } }],
    ['an unknown property', thing({ Name: 'x' })],
    ['two things', { ...thing(), other: thing().thing }],
    ['two sources of a certificate', certificate({ CertificateSigningRequest: 'x', CertificateId: 'x' })],
    ['no source of a certificate', certificate({ Status: 'ACTIVE' })],
    ['another status', certificate({ CertificateSigningRequest: { Ref: 'Csr' }, Status: 'REVOKED' })],
    ['a type that is to be merged', thing({}, { ThingTypeName: 'MERGE' })],
    ['an override that is a word of JavaScript', thing({}, { constructor: 'REPLACE' })],
    ['a parameter that is a word of JavaScript', thing({ ThingTypeName: { Ref: 'toString' } })],
    ['an override of a policy', { policy: { ...NAMED.policy, OverrideSettings: { PolicyName: 'REPLACE' } } }],
    ['a policy without name and document', { policy: { Type: 'AWS::IoT::Policy', Properties: {} } }],
    ['a document that is no string', { policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyDocument: {} } } }],
  ])('refuses a template with %s', async (_, resources, parameters, rest) => {
    expect(await failureOf(register(resources, parameters, rest))).toMatchObject(invalid);
    expect(emulator.iot.certificates()).toEqual([]);
  });

  test('refuses a template over 10,240 characters, and one that is not JSON', async () => {
    const send = (templateBody: string) => client.send(new RegisterThingCommand({ templateBody }));
    const body = JSON.stringify({ Resources: thing({ ThingName: 'a' }) });
    await send(body + ' '.repeat(10_240 - body.length));
    expect(await failureOf(send(body + ' '.repeat(10_241 - body.length)))).toMatchObject(invalid);
    expect(await failureOf(send(body.slice(1)))).toMatchObject(invalid);
  });

  test.each<[string, Fields]>([
    ['a type that does not exist', { ...FROM_CSR, ...thing({ ThingTypeName: 'none' }) }],
    ['a group that does not exist', { ...FROM_CSR, ...thing({ ThingGroups: ['none'] }) }],
    [
      'four attributes without a type',
      { ...FROM_CSR, ...thing({ AttributePayload: { a: '', b: '1', c: '1', d: '1', e: '1' } }) },
    ],
    [
      'a policy that does not exist',
      { ...FROM_CSR, policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'none' } } },
    ],
  ])('fails for %s, and leaves the certificate that it has created', async (_, resources) => {
    expect(await failureOf(register(resources))).toMatchObject(failed);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  test('fails for a certificate that does not exist, or of a CA that is not registered', async () => {
    for (const properties of [
      { CertificateId: '0'.repeat(64) },
      { CertificatePem: emulator.caPem },
      { CertificateSigningRequest: 'no CSR' },
    ]) {
      expect(await failureOf(register({ ...thing(), ...certificate(properties) }))).toMatchObject(failed);
    }
    expect(emulator.iot.registry().things).toEqual([]);
  });

  test('fails for a certificate that another thing has exclusively', async () => {
    const { arn: principal, id } = await issued();
    await client.send(new CreateThingCommand({ thingName: 'other' }));
    const thingPrincipalType = 'EXCLUSIVE_THING';
    await client.send(new AttachThingPrincipalCommand({ thingName: 'other', principal, thingPrincipalType }));
    expect(await failureOf(register({ ...thing(), ...certificate({ CertificateId: id }) }))).toMatchObject(failed);
  });

  test('is throttled when the quota of an operation that it calls is used up', async () => {
    emulator.configure({ quotas: { AttachPolicy: { ratePerSecond: 0.001, burst: 1 } } });
    const { id: Id } = await issued();
    const template = { ...thing(), ...certificate({ CertificateId: { Ref: 'Id' } }), ...NAMED };
    await register(template, { Id });
    const again = register(template, { Id, Serial: 'pump-2' });
    expect(await failureOf(again)).toMatchObject({ name: 'ThrottlingException' });
    expect(emulator.iot.registry().things.map(({ name }) => name)).toEqual(['pump-1']);
  });
});

test('RegisterThing needs the permission for itself, or for each call that it makes', async () => {
  const allow = (...actions: readonly string[]) =>
    emulator.configure({ rolePolicy: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] } });
  const { Credentials } = await stsClient(emulator).send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: emulator.roleArn,
      RoleSessionName: 'session',
      WebIdentityToken: await idToken(emulator),
    }),
  );
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  const credentials = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  client.destroy();
  client = iotClient(emulator, { credentials });
  const template = { ...thing({ ThingGroups: ['line-1'] }), ...FROM_CSR, ...NAMED };
  const calls = ['CreateCertificateFromCsr', 'AttachPolicy', 'CreateThing', 'AddThingToThingGroup'];
  allow('iot:RegisterThing');
  await register(template);
  emulator.configure({ registerThingPermissions: 'each-call' });
  allow('iot:RegisterThing', ...calls.map((call) => `iot:${call}`));
  const refused = await failureOf(register(template, { Serial: 'pump-2' }));
  expect(refused).toMatchObject(failed);
  expect(refused.message).toContain('is not authorized to perform: iot:AttachThingPrincipal on resource: arn:');
  expect(
    emulator
      .calls()
      .slice(-6)
      .map(({ action }) => action),
  ).toEqual(['RegisterThing', ...calls, 'AttachThingPrincipal'].map((call) => `iot:${call}`));
  allow('iot:RegisterThing', 'iot:AttachThingPrincipal', ...calls.map((call) => `iot:${call}`));
  await register(template, { Serial: 'pump-3' });
});

test('a provisioning template is kept by its name', async () => {
  const template = {
    templateName: 'fleet_1',
    templateBody: JSON.stringify({ Resources: thing(), DeviceConfiguration: { port: '8883' } }),
    provisioningRoleArn: 'arn:aws:iam::123456789012:role/provisioning',
    enabled: true,
  };
  const create = (changes: Partial<CreateProvisioningTemplateCommandInput> = {}) =>
    client.send(new CreateProvisioningTemplateCommand({ ...template, ...changes }));
  const templateArn = `${PLACE}:provisioningtemplate/fleet_1`;
  expect(await create()).toMatchObject({ templateArn, templateName: 'fleet_1', defaultVersionId: 1 });
  const read = (templateName: string) => client.send(new DescribeProvisioningTemplateCommand({ templateName }));
  expect(await read('fleet_1')).toMatchObject({
    ...template,
    templateArn,
    type: 'FLEET_PROVISIONING',
    creationDate: expect.any(Date),
  });
  expect(await failureOf(create())).toMatchObject({ name: 'ResourceAlreadyExistsException', status: 409 });
  expect(await failureOf(read('none'))).toMatchObject({ status: 404 });
  for (const wrong of [{ templateName: 'a b' }, { templateBody: '[]' }, { provisioningRoleArn: 'role' }]) {
    expect(await failureOf(create({ templateName: 'other', ...wrong }))).toMatchObject(invalid);
  }
});
