import {
  AddThingToBillingGroupCommand,
  AddThingToThingGroupCommand,
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  AuthDecision,
  type CertificateStatus,
  CreateBillingGroupCommand,
  CreateCertificateFromCsrCommand,
  CreateDynamicThingGroupCommand,
  CreatePolicyCommand,
  CreateThingCommand,
  type CreateThingCommandInput,
  CreateThingGroupCommand,
  CreateThingTypeCommand,
  DeleteCertificateCommand,
  DeletePolicyCommand,
  DeleteThingCommand,
  DeprecateThingTypeCommand,
  DescribeEndpointCommand,
  DescribeThingCommand,
  DescribeThingGroupCommand,
  DetachPolicyCommand,
  DetachThingPrincipalCommand,
  GetPolicyCommand,
  type IoTClient,
  ListAttachedPoliciesCommand,
  ListThingGroupsForThingCommand,
  ListThingPrincipalsCommand,
  ListThingPrincipalsV2Command,
  RemoveThingFromThingGroupCommand,
  TestAuthorizationCommand,
  type ThingPrincipalType,
  UpdateCertificateCommand,
  UpdateThingCommand,
  UpdateThingGroupsForThingCommand,
} from '@aws-sdk/client-iot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { failureOf, iotClient } from './clients.ts';
import { makeCsr, type TestCsr } from './csrs.ts';

let csr: TestCsr;
let emulator: Emulator;
let client: IoTClient;

beforeAll(async () => {
  csr = await makeCsr();
});
beforeEach(async () => {
  emulator = await startEmulator({ detachLagMs: 0 });
  client = iotClient(emulator);
});
afterEach(async () => {
  client.destroy();
  await emulator.close();
});
afterAll(() => vi.restoreAllMocks());

const DOCUMENT = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'iot:Connect',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of AWS IoT policies
      Resource: 'arn:aws:iot:us-east-1:123456789012:client/${iot:Connection.Thing.ThingName}',
      Condition: { Bool: { 'iot:Connection.Thing.IsAttached': ['true'] } },
    },
  ],
});

const certificate = async (): Promise<{ arn: string; id: string }> => {
  const { certificateArn = '', certificateId = '' } = await client.send(
    new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr.pem }),
  );
  return { arn: certificateArn, id: certificateId };
};
const thing = (thingName: string, rest: Partial<CreateThingCommandInput> = {}) =>
  client.send(new CreateThingCommand({ thingName, ...rest }));
const attributes = (count: number) => ({
  attributePayload: { attributes: Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, 'x'])) },
});
const group = (thingGroupName: string, parentGroupName?: string) =>
  client.send(
    new CreateThingGroupCommand({ thingGroupName, ...(parentGroupName === undefined ? {} : { parentGroupName }) }),
  );
const attach = (thingName: string, principal: string, thingPrincipalType?: ThingPrincipalType) =>
  client.send(
    new AttachThingPrincipalCommand({
      thingName,
      principal,
      ...(thingPrincipalType === undefined ? {} : { thingPrincipalType }),
    }),
  );
const refused = { name: 'InvalidRequestException', status: 400 };

describe('a thing', () => {
  test('that exists with the same configuration is found, with another one it is 409', async () => {
    await client.send(new CreateThingTypeCommand({ thingTypeName: 'sensor' }));
    const first = await thing('pump-1', { thingTypeName: 'sensor', ...attributes(2) });
    expect(await thing('pump-1', { thingTypeName: 'sensor', ...attributes(2) })).toMatchObject({
      thingId: first.thingId,
      thingArn: 'arn:aws:iot:us-east-1:123456789012:thing/pump-1',
    });
    const other = client.send(new CreateThingCommand({ thingName: 'pump-1' }));
    await expect(other).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
      resourceId: 'pump-1',
      resourceArn: first.thingArn,
    });
    expect(await client.send(new DescribeThingCommand({ thingName: 'pump-1' }))).toMatchObject({
      thingTypeName: 'sensor',
      attributes: { a0: 'x', a1: 'x' },
      version: 1,
    });
  });

  test('has 3 attributes without a type, 50 with one, and no deprecated type', async () => {
    await client.send(new CreateThingTypeCommand({ thingTypeName: 'sensor' }));
    expect(await failureOf(thing('a', attributes(4)))).toMatchObject(refused);
    await thing('a', { thingTypeName: 'sensor', ...attributes(50) });
    expect(await failureOf(thing('b', { thingTypeName: 'sensor', ...attributes(51) }))).toMatchObject(refused);
    expect(await failureOf(thing('c', { thingTypeName: 'none' }))).toMatchObject({ status: 404 });
    await client.send(new DeprecateThingTypeCommand({ thingTypeName: 'sensor' }));
    expect(await failureOf(thing('d', { thingTypeName: 'sensor' }))).toMatchObject(refused);
  });

  test('is changed at the version that was read', async () => {
    await thing('a', attributes(1));
    const update = (expectedVersion: number) =>
      client.send(
        new UpdateThingCommand({
          thingName: 'a',
          expectedVersion,
          attributePayload: { attributes: { a0: '', b: 'y' }, merge: true },
        }),
      );
    await update(1);
    expect(await failureOf(update(1))).toMatchObject({ name: 'VersionConflictException', status: 409 });
    expect(await client.send(new DescribeThingCommand({ thingName: 'a' }))).toMatchObject({ attributes: { b: 'y' } });
  });

  test('is in one billing group', async () => {
    for (const billingGroupName of ['red', 'blue'])
      await client.send(new CreateBillingGroupCommand({ billingGroupName }));
    await thing('a', { billingGroupName: 'red' });
    await client.send(new AddThingToBillingGroupCommand({ thingName: 'a', billingGroupName: 'red' }));
    const move = client.send(new AddThingToBillingGroupCommand({ thingName: 'a', billingGroupName: 'blue' }));
    expect(await failureOf(move)).toMatchObject(refused);
  });
});

describe('a principal', () => {
  test('that is exclusive belongs to one thing, which may hold two', async () => {
    const [one, two] = [await certificate(), await certificate()];
    await thing('a');
    await thing('b');
    for (const { arn } of [one, two, one]) await attach('a', arn, 'EXCLUSIVE_THING');
    expect(await failureOf(attach('b', one.arn))).toMatchObject(refused);
    expect(await failureOf(attach('a', one.arn))).toMatchObject(refused);
    const { thingPrincipalObjects } = await client.send(new ListThingPrincipalsV2Command({ thingName: 'a' }));
    expect(thingPrincipalObjects).toEqual([
      { principal: one.arn, thingPrincipalType: 'EXCLUSIVE_THING' },
      { principal: two.arn, thingPrincipalType: 'EXCLUSIVE_THING' },
    ]);
  });

  test('that is exclusive goes to another thing only when it is detached', async () => {
    emulator.configure({ detachLagMs: 300 });
    const { arn } = await certificate();
    for (const name of ['a', 'b']) await thing(name);
    await attach('a', arn, 'EXCLUSIVE_THING');
    await client.send(new DetachThingPrincipalCommand({ thingName: 'a', principal: arn }));
    expect(await failureOf(attach('b', arn, 'EXCLUSIVE_THING'))).toMatchObject(refused);
    await vi.waitFor(() => attach('b', arn, 'EXCLUSIVE_THING'), 5_000);
    expect(await failureOf(attach('a', arn, 'EXCLUSIVE_THING'))).toMatchObject(refused);
  });

  test('that is attached again while it is being detached is detached all the same', async () => {
    emulator.configure({ detachLagMs: 300 });
    const { arn } = await certificate();
    await thing('a');
    await attach('a', arn);
    await client.send(new DetachThingPrincipalCommand({ thingName: 'a', principal: arn }));
    await attach('a', arn);
    await vi.waitFor(async () => {
      expect((await client.send(new ListThingPrincipalsCommand({ thingName: 'a' }))).principals).toEqual([]);
    }, 5_000);
  });

  test('that is exclusive is refused by another name where the setting says so, a repeat, too', async () => {
    emulator.configure({ exclusiveAnswers: { refusal: 'ConflictException', repeat: 'refusal' } });
    const [one, two] = [await certificate(), await certificate()];
    for (const name of ['a', 'b']) await thing(name);
    await attach('a', one.arn, 'EXCLUSIVE_THING');
    const conflict = { name: 'ConflictException', status: 409 };
    expect(await failureOf(attach('b', one.arn))).toMatchObject(conflict);
    expect(await failureOf(attach('a', one.arn, 'EXCLUSIVE_THING'))).toMatchObject(conflict);
    for (const name of ['a', 'a', 'b']) await attach(name, two.arn);
  });

  test('is detached some time after the answer', async () => {
    emulator.configure({ detachLagMs: 300 });
    const { arn } = await certificate();
    await thing('a');
    await attach('a', arn);
    const principals = async () =>
      (await client.send(new ListThingPrincipalsCommand({ thingName: 'a' }))).principals ?? [];
    await client.send(new DetachThingPrincipalCommand({ thingName: 'a', principal: arn }));
    expect(await principals()).toEqual([arn]);
    expect(await failureOf(client.send(new DeleteThingCommand({ thingName: 'a' })))).toMatchObject(refused);
    await vi.waitFor(async () => expect(await principals()).toEqual([]), 5_000);
    await client.send(new DeleteThingCommand({ thingName: 'a' }));
  });

  test('of another account is refused, one that does not exist is missing', async () => {
    await thing('a');
    const other = `arn:aws:iot:us-east-1:999999999999:cert/${'0'.repeat(64)}`;
    expect(await failureOf(attach('a', other))).toMatchObject(refused);
    const none = `arn:aws:iot:us-east-1:123456789012:cert/${'0'.repeat(64)}`;
    expect(await failureOf(attach('a', none))).toMatchObject({ status: 404 });
  });
});

describe('a thing group', () => {
  test('counts: 10 a thing, never two of one hierarchy, none that is dynamic', async () => {
    await group('root');
    await group('child', 'root');
    await client.send(new CreateDynamicThingGroupCommand({ thingGroupName: 'dynamic', queryString: 'thingName:*' }));
    for (let at = 0; at < 10; at++) await group(`g${at}`);
    await thing('a');
    const add = (thingGroupName: string) =>
      client.send(new AddThingToThingGroupCommand({ thingName: 'a', thingGroupName }));
    await add('root');
    expect(await failureOf(add('child'))).toMatchObject(refused);
    expect(await failureOf(add('dynamic'))).toMatchObject(refused);
    await client.send(
      new UpdateThingGroupsForThingCommand({
        thingName: 'a',
        thingGroupsToAdd: Array.from({ length: 9 }, (_, at) => `g${at}`),
      }),
    );
    expect(await failureOf(add('g9'))).toMatchObject(refused);
    await add('g0');
    const { thingGroups } = await client.send(new ListThingGroupsForThingCommand({ thingName: 'a', maxResults: 250 }));
    expect(thingGroups).toHaveLength(10);
    expect(await client.send(new DescribeThingGroupCommand({ thingGroupName: 'child' }))).toMatchObject({
      thingGroupMetadata: { parentGroupName: 'root', rootToParentThingGroups: [{ groupName: 'root' }] },
    });
  });
});

describe('a policy', () => {
  const policy = (policyName: string, policyDocument = DOCUMENT) =>
    client.send(new CreatePolicyCommand({ policyName, policyDocument }));
  const put = (policyName: string, target: string) => client.send(new AttachPolicyCommand({ policyName, target }));

  test('goes 10 times on a certificate and twice on a group, for good', async () => {
    for (let at = 0; at < 11; at++) await policy(`p${at}`);
    const { arn } = await certificate();
    const { thingGroupArn = '' } = await group('g');
    for (let at = 0; at < 10; at++) await put(`p${at}`, arn);
    await put('p0', arn);
    expect(await failureOf(put('p10', arn))).toMatchObject({ name: 'LimitExceededException', status: 410 });
    for (const name of ['p0', 'p1']) await put(name, thingGroupArn);
    expect(await failureOf(put('p2', thingGroupArn))).toMatchObject({ name: 'LimitExceededException' });
    const { policies } = await client.send(new ListAttachedPoliciesCommand({ target: arn, pageSize: 250 }));
    expect(policies).toHaveLength(10);
    expect(await failureOf(put('none', arn))).toMatchObject({ status: 404 });
  });

  test('is a document of 2,048 characters at most, and is deleted only where it is attached nowhere', async () => {
    expect(await failureOf(policy('p', 'no JSON'))).toMatchObject({ name: 'MalformedPolicyException', status: 400 });
    const long = JSON.stringify({ Statement: [], Sid: 'x'.repeat(2_048) });
    expect(await failureOf(policy('p', long))).toMatchObject({ name: 'MalformedPolicyException' });
    await policy('p');
    expect(await failureOf(policy('p'))).toMatchObject({ name: 'ResourceAlreadyExistsException', status: 409 });
    expect((await client.send(new GetPolicyCommand({ policyName: 'p' }))).policyDocument).toBe(DOCUMENT);
    const { arn } = await certificate();
    await put('p', arn);
    const drop = () => client.send(new DeletePolicyCommand({ policyName: 'p' }));
    expect(await failureOf(drop())).toMatchObject({ name: 'DeleteConflictException', status: 409 });
    await client.send(new DetachPolicyCommand({ policyName: 'p', target: arn }));
    await drop();
  });

  test('lets only the attached thing of that name connect, from the certificate or from a group', async () => {
    await policy('p');
    const { arn } = await certificate();
    const { thingGroupArn = '' } = await group('g');
    await thing('a');
    await client.send(new AddThingToThingGroupCommand({ thingName: 'a', thingGroupName: 'g' }));
    const decision = async (clientId: string) => {
      const resources = [`arn:aws:iot:us-east-1:123456789012:client/${clientId}`];
      const { authResults } = await client.send(
        new TestAuthorizationCommand({ principal: arn, clientId, authInfos: [{ actionType: 'CONNECT', resources }] }),
      );
      return authResults?.[0]?.authDecision;
    };
    await put('p', thingGroupArn);
    expect(await decision('a')).toBe(AuthDecision.IMPLICIT_DENY);
    await attach('a', arn);
    expect(await decision('a')).toBe(AuthDecision.ALLOWED);
    expect(await decision('b')).toBe(AuthDecision.IMPLICIT_DENY);
    await client.send(new DetachPolicyCommand({ policyName: 'p', target: thingGroupArn }));
    expect(await decision('a')).toBe(AuthDecision.IMPLICIT_DENY);
    await put('p', arn);
    expect(await decision('a')).toBe(AuthDecision.ALLOWED);
  });
});

test('names are checked before anything is looked for', async () => {
  const { arn } = await certificate();
  await thing('a');
  await group('g');
  const calls: readonly Promise<unknown>[] = [
    client.send(new DescribeThingCommand({ thingName: 'a b' })),
    client.send(new DeleteThingCommand({ thingName: 'a/b' })),
    client.send(new ListThingPrincipalsCommand({ thingName: 'a b' })),
    client.send(new AddThingToThingGroupCommand({ thingName: 'a', thingGroupName: 'no group' })),
    client.send(new UpdateThingGroupsForThingCommand({ thingName: 'a', thingGroupsToAdd: ['no group'] })),
    client.send(
      new AddThingToThingGroupCommand({
        thingName: 'a',
        thingGroupArn: 'arn:aws:iot:us-east-1:999999999999:thinggroup/g',
      }),
    ),
    attach('a b', arn),
    attach('a', 'cert'),
  ];
  expect(await Promise.all(calls.map(failureOf))).toEqual(calls.map(() => expect.objectContaining(refused)));
  const thingGroupArn = 'arn:aws:iot:us-east-1:123456789012:thinggroup/g';
  await client.send(new AddThingToThingGroupCommand({ thingName: 'a', thingGroupArn }));
});

test('a certificate that is deleted by force leaves its policies, but no thing', async () => {
  const { arn, id } = await certificate();
  await client.send(new CreatePolicyCommand({ policyName: 'p', policyDocument: DOCUMENT }));
  await client.send(new AttachPolicyCommand({ policyName: 'p', target: arn }));
  const drop = (forceDelete: boolean) => client.send(new DeleteCertificateCommand({ certificateId: id, forceDelete }));
  expect(await failureOf(drop(false))).toMatchObject({ name: 'DeleteConflictException', status: 409 });
  await drop(true);
  await client.send(new DeletePolicyCommand({ policyName: 'p' }));
});

test('a certificate takes no status but three, and none once it is revoked', async () => {
  const { id } = await certificate();
  const set = (newStatus: CertificateStatus) =>
    client.send(new UpdateCertificateCommand({ certificateId: id, newStatus }));
  expect(await failureOf(set('PENDING_TRANSFER'))).toMatchObject(refused);
  for (const status of ['ACTIVE', 'ACTIVE', 'REVOKED', 'REVOKED'] as const) await set(status);
  expect(await failureOf(set('ACTIVE'))).toMatchObject({ name: 'CertificateStateException', status: 406 });
});

test('a certificate is deleted once it is not ACTIVE and nothing is attached', async () => {
  const { arn, id } = await certificate();
  await thing('a');
  await attach('a', arn);
  const drop = () => client.send(new DeleteCertificateCommand({ certificateId: id, forceDelete: true }));
  const set = (newStatus: 'ACTIVE' | 'INACTIVE') =>
    client.send(new UpdateCertificateCommand({ certificateId: id, newStatus }));
  await set('ACTIVE');
  expect(await failureOf(drop())).toMatchObject({ name: 'CertificateStateException', status: 406 });
  await set('INACTIVE');
  expect(await failureOf(drop())).toMatchObject({ name: 'DeleteConflictException', status: 409 });
  await client.send(new DetachThingPrincipalCommand({ thingName: 'a', principal: arn }));
  await drop();
  expect(emulator.iot.certificates()).toEqual([]);
  expect(emulator.iot.registry().statusChanges.map(({ status }) => status)).toEqual(['ACTIVE', 'INACTIVE', 'DELETED']);
});

test('the endpoint for devices is the one with ATS', async () => {
  const address = async (endpointType?: string) =>
    (await client.send(new DescribeEndpointCommand(endpointType === undefined ? {} : { endpointType })))
      .endpointAddress;
  expect(await address('iot:Data-ATS')).toMatch(/-ats\.iot\.us-east-1\.amazonaws\.com$/);
  expect(await address()).not.toContain('-ats');
});

test('what was just made may stay out of what is read', async () => {
  emulator.configure({ registryLagMs: 300 });
  await thing('a');
  const read = () => client.send(new DescribeThingCommand({ thingName: 'a' }));
  expect(await failureOf(read())).toMatchObject({ status: 404 });
  await vi.waitFor(read, 5_000);
});

test('what has just changed or ended may still be read as it was', async () => {
  const { arn } = await certificate();
  await thing('a', attributes(1));
  await thing('b');
  await group('g');
  await client.send(new AddThingToThingGroupCommand({ thingName: 'a', thingGroupName: 'g' }));
  await attach('a', arn);
  const read = async () => {
    const [described, principals, groups] = await Promise.all([
      client.send(new DescribeThingCommand({ thingName: 'a' })),
      client.send(new ListThingPrincipalsCommand({ thingName: 'a' })),
      client.send(new ListThingGroupsForThingCommand({ thingName: 'a' })),
      client.send(new DescribeThingCommand({ thingName: 'b' })),
    ]);
    return [described.version, principals.principals, groups.thingGroups?.length];
  };
  const before = await read();
  expect(before).toEqual([1, [arn], 1]);
  // What is read is what was there at this machine's time; what is written is written later.
  emulator.configure({ registryLagMs: 200_000, clockSkewMs: 200_000 });
  await client.send(new UpdateThingCommand({ thingName: 'a', attributePayload: { attributes: {} } }));
  await client.send(new RemoveThingFromThingGroupCommand({ thingName: 'a', thingGroupName: 'g' }));
  await client.send(new DetachThingPrincipalCommand({ thingName: 'a', principal: arn }));
  await client.send(new DeleteThingCommand({ thingName: 'b' }));
  expect(await read()).toEqual(before);
  emulator.configure({ registryLagMs: 0 });
  expect(await failureOf(read())).toMatchObject({ status: 404 });
  await thing('b');
  expect(await read()).toEqual([2, [], 0]);
});
