import {
  AddThingToThingGroupCommand,
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  CreateBillingGroupCommand,
  CreateCertificateFromCsrCommand,
  CreateThingCommand,
  CreateThingGroupCommand,
  DescribeThingCommand,
  type IoTClient,
  ListCertificatesCommand,
} from '@aws-sdk/client-iot';
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { allows, type IamRequest } from '../../src/emulator/aws/iam/evaluate.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { failureOf, idToken, iotClient, stsClient, type TestCredentials } from './clients.ts';
import { makeCsr, type TestCsr } from './csrs.ts';

const PLACE = 'arn:aws:iot:us-east-1:123456789012';
const SESSION = 'arn:aws:sts::123456789012:assumed-role/certificate-issuer/session';

type Fields = Readonly<Record<string, unknown>>;

const policy = (...statements: readonly Fields[]) => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement })),
});

describe('a policy', () => {
  const request = (changes: Partial<IamRequest> = {}): IamRequest => ({
    action: 'iot:CreateThing',
    resources: [`${PLACE}:thing/pump-1`],
    context: { 'aws:RequestedRegion': 'us-east-1' },
    ...changes,
  });
  const conditional = (Condition: Fields, context: IamRequest['context']) =>
    allows(policy({ Action: '*', Condition }), request({ context }));

  test.each<[string, Fields, boolean]>([
    ['an action in other letters', { Action: 'IoT:creatething' }, true],
    ['a pattern of actions', { Action: ['iot:Describe*', 'iot:Create?hing'] }, true],
    ['another action', { Action: 'iot:CreateThingType' }, false],
    ['all actions but one', { NotAction: 'iot:CreateThing' }, false],
    ['all actions but another', { NotAction: 'iot:DeleteThing' }, true],
    ['a prefix of things', { Action: 'iot:*', Resource: `${PLACE}:thing/pump-*` }, true],
    ['another prefix', { Action: 'iot:*', Resource: `${PLACE}:thing/valve-*` }, false],
    ['things of any region', { Action: 'iot:*', Resource: 'arn:aws:iot:*:123456789012:thing/*' }, true],
    ['a wildcard that would have to cross a colon', { Action: 'iot:*', Resource: 'arn:aws:*:thing/pump-1' }, false],
    ['an ARN that is cut short', { Action: 'iot:*', Resource: 'arn:aws:iot:us-east-1:*' }, true],
    ['another resource, cut short', { Action: 'iot:*', Resource: 'arn:aws:s3:*' }, false],
    ['all resources but this', { Action: 'iot:*', NotResource: `${PLACE}:thing/*` }, false],
    ['all resources but another', { Action: 'iot:*', NotResource: `${PLACE}:cert/*` }, true],
  ])('that names %s', (_, statement, isAllowed) => {
    const resource = 'NotResource' in statement ? {} : { Resource: '*' };
    expect(allows({ Statement: { Effect: 'Allow', ...resource, ...statement } }, request())).toBe(isAllowed);
  });

  test('has wildcards that match as a comparison of character by character says', () => {
    const piece = fc.constantFrom('a', 'b', '.', '/', '$', '*', '?');
    const like = (text: string, pattern: string): boolean => {
      if (pattern === '') return text === '';
      const [first, rest] = [pattern.charAt(0), pattern.slice(1)];
      if (first === '*') return like(text, rest) || (text !== '' && like(text.slice(1), pattern));
      return text !== '' && (first === '?' || first === text.charAt(0)) && like(text.slice(1), rest);
    };
    fc.assert(
      fc.property(
        fc.string({ unit: piece, maxLength: 8 }),
        fc.string({ unit: piece, maxLength: 8 }),
        (name, pattern) => {
          const call = request({ resources: [`${PLACE}:thing/${name}`] });
          const document = policy({ Action: '*', Resource: `${PLACE}:thing/${pattern}` });
          expect(allows(document, call)).toBe(like(name, pattern));
        },
      ),
    );
  });

  test('has to allow each resource of a call, and a denial of one wins', () => {
    const resources = [`${PLACE}:thing/pump-1`, `${PLACE}:thinggroup/line-1`];
    const group = { action: 'iot:AddThingToThingGroup', resources };
    const things = { Action: 'iot:*', Resource: `${PLACE}:thing/*` };
    expect(allows(policy(things), request(group))).toBe(false);
    const both = [things, { Action: 'iot:*', Resource: `${PLACE}:thinggroup/*` }];
    expect(allows(policy(...both), request(group))).toBe(true);
    const denial = { Effect: 'Deny', Action: 'iot:*', Resource: `${PLACE}:thinggroup/line-?` };
    expect(allows(policy(...both, denial), request(group))).toBe(false);
  });

  test('does not reach a call about no resource by an ARN', () => {
    const call = request({ action: 'iot:CreateCertificateFromCsr', resources: ['*'] });
    expect(allows(policy({ Action: 'iot:*', Resource: `${PLACE}:*` }), call)).toBe(false);
    expect(allows(policy({ Action: 'iot:*' }), call)).toBe(true);
  });

  test.each<[Fields, IamRequest['context'], boolean]>([
    [
      { StringEquals: { 'AWS:requestedregion': ['eu-west-1', 'us-east-1'] } },
      { 'aws:RequestedRegion': 'us-east-1' },
      true,
    ],
    [{ StringEquals: { 'aws:RequestedRegion': 'us-*' } }, { 'aws:RequestedRegion': 'us-east-1' }, false],
    [{ StringLike: { 'aws:RequestedRegion': 'us-*' } }, { 'aws:RequestedRegion': 'us-east-1' }, true],
    [{ StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } }, {}, true],
    [{ StringEquals: { 'aws:RequestedRegion': 'us-east-1' } }, {}, false],
    [{ StringEqualsIfExists: { 'aws:RequestedRegion': 'us-east-1' } }, {}, true],
    [{ ArnLike: { 'iot:thingArn': `${PLACE}:thing/pump-*` } }, { 'iot:thingArn': `${PLACE}:thing/pump-1:a` }, true],
    [{ ArnEquals: { 'iot:thingArn': `${PLACE}:thing/pump-*` } }, { 'iot:thingArn': `${PLACE}:thing/valve` }, false],
    [{ ArnLike: { 'iot:thingArn': 'arn:aws:iot:*:thing/pump-*' } }, { 'iot:thingArn': `${PLACE}:thing/pump-1` }, false],
    [{ Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'true' }, true],
    [{ Null: { 'iot:thingArn': 'true' } }, {}, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'line' } }, { 'aws:TagKeys': ['line', 'site'] }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'line' } }, { 'aws:TagKeys': ['line', 'site'] }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'line' } }, {}, true],
    [{ 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } }, {}, false],
  ])('with the condition %j, given %j', (condition, context, isAllowed) => {
    expect(conditional(condition, context)).toBe(isAllowed);
  });

  test('fills in variables, and one without a value matches nothing', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of IAM policies
    const statement = { Action: '*', Resource: 'arn:aws:iot:${aws:RequestedRegion}:123456789012:thing/*' };
    expect(allows(policy(statement), request())).toBe(true);
    expect(allows(policy(statement), request({ context: {} }))).toBe(false);
    expect(allows({ ...policy(statement), Version: '2008-10-17' }, request())).toBe(false);
  });

  test.each<[unknown]>([
    ['{'],
    [{}],
    [{ Version: '2012-10-18', Statement: [] }],
    [policy({})],
    [policy({ Action: 'CreateThing' })],
    [policy({ Action: 'iot:*', NotAction: 'iot:*' })],
    [policy({ Action: 'iot:*', Resource: 'thing/pump-1' })],
    [policy({ Action: 'iot:*', Principal: '*' })],
    [policy({ Action: 'iot:*', Effect: 'allow' })],
    [policy({ Action: 'iot:*', Sid: 'not legal' })],
    [policy({ Action: 'iot:*', Sid: 'a' }, { Action: 'sts:*', Sid: 'a' })],
    [policy({ Action: 'iot:*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })],
  ])('is refused: %j', (document) => {
    expect(() => allows(document, request())).toThrow();
  });
});

describe('in the emulator', () => {
  let csr: TestCsr;
  let emulator: Emulator;
  let operator: IoTClient;

  beforeAll(async () => {
    csr = await makeCsr();
  });
  beforeEach(async () => {
    emulator = await startEmulator();
    operator = iotClient(emulator);
    await operator.send(new CreateThingGroupCommand({ thingGroupName: 'line-1' }));
    await operator.send(new CreateBillingGroupCommand({ billingGroupName: 'red' }));
  });
  afterEach(() => emulator.close());
  afterAll(() => operator.destroy());

  const assume = async (sessionPolicy?: unknown) =>
    stsClient(emulator).send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: emulator.roleArn,
        RoleSessionName: 'session',
        WebIdentityToken: await idToken(emulator),
        ...(sessionPolicy === undefined
          ? {}
          : { Policy: typeof sessionPolicy === 'string' ? sessionPolicy : JSON.stringify(sessionPolicy) }),
      }),
    );
  const session = async (sessionPolicy?: unknown): Promise<TestCredentials> => {
    const {
      AccessKeyId = '',
      SecretAccessKey = '',
      SessionToken = '',
    } = (await assume(sessionPolicy)).Credentials ?? {};
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  };
  const client = async (sessionPolicy?: unknown) => iotClient(emulator, { credentials: await session(sessionPolicy) });
  const thing = (thingName: string, rest: object = {}) => new CreateThingCommand({ thingName, ...rest });

  test('a role may do what its policy allows, on each resource, and a user everything', async () => {
    const things = { Action: 'iot:CreateThing', Resource: `${PLACE}:thing/pump-*` };
    emulator.configure({
      rolePolicy: policy(things, { Action: 'iot:AddThingToThingGroup', Resource: `${PLACE}:thing/*` }),
    });
    const iot = await client();
    await iot.send(thing('pump-1'));
    expect(await failureOf(iot.send(thing('valve-1')))).toEqual({
      name: 'AccessDeniedException',
      status: 403,
      message: `User: ${SESSION} is not authorized to perform: iot:CreateThing on resource: ${PLACE}:thing/valve-1 because no identity-based policy allows the iot:CreateThing action`,
    });
    const billed = iot.send(thing('pump-2', { billingGroupName: 'red' }));
    expect((await failureOf(billed)).message).toContain(`on resource: ${PLACE}:billinggroup/red because`);
    const grouped = iot.send(new AddThingToThingGroupCommand({ thingName: 'pump-1', thingGroupName: 'line-1' }));
    expect((await failureOf(grouped)).message).toContain(`on resource: ${PLACE}:thinggroup/line-1 because`);
    expect((await failureOf(iot.send(new ListCertificatesCommand({})))).message).toContain('on resource: * because');
    expect(emulator.iot.registry().things.map(({ name }) => name)).toEqual(['pump-1']);
    await operator.send(thing('valve-1'));
    await stsClient(emulator, await session()).send(new GetCallerIdentityCommand({}));
  });

  test('a session may do what both its role and its own policy allow', async () => {
    emulator.configure({ rolePolicy: policy({ Action: 'iot:CreateThing' }) });
    const iot = await client(policy({ Action: 'iot:*', Resource: `${PLACE}:thing/pump-*` }));
    await iot.send(thing('pump-1'));
    expect(emulator.calls().at(-1)).toMatchObject({ principal: SESSION, hasSessionPolicy: true });
    expect((await failureOf(iot.send(thing('valve-1')))).message).toMatch(
      /because no session policy allows the iot:CreateThing action$/,
    );
    const describe = new DescribeThingCommand({ thingName: 'pump-1' });
    expect((await failureOf(iot.send(describe))).message).toMatch(/because no identity-based policy allows/);
    const denying = await client(policy({ Action: '*' }, { Effect: 'Deny', Action: 'iot:Create*' }));
    expect((await failureOf(denying.send(thing('pump-2')))).message).toMatch(
      /with an explicit deny in a session policy$/,
    );
    emulator.configure({ rolePolicy: policy({ Action: '*' }, { Effect: 'Deny', Action: 'iot:Create*' }) });
    expect((await failureOf(iot.send(thing('pump-2')))).message).toMatch(
      /with an explicit deny in an identity-based policy$/,
    );
  });

  test('iot:thingArn limits what a certificate is attached to', async () => {
    const { certificateArn: principal = '' } = await operator.send(
      new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr.pem }),
    );
    for (const name of ['pump-1', 'valve-1']) await operator.send(thing(name));
    const iot = await client(
      policy({
        Action: 'iot:AttachThingPrincipal',
        Resource: `${PLACE}:cert/*`,
        Condition: { ArnLike: { 'iot:thingArn': `${PLACE}:thing/pump-*` } },
      }),
    );
    await iot.send(new AttachThingPrincipalCommand({ thingName: 'pump-1', principal }));
    const other = iot.send(new AttachThingPrincipalCommand({ thingName: 'valve-1', principal }));
    expect((await failureOf(other)).message).toContain(`on resource: ${principal} because no session policy`);
  });

  test('a session policy counts for Service Quotas, too', async () => {
    emulator.configure({ mayReadQuotas: true, quotas: 'aws-default' });
    const quota = async (sessionPolicy: Fields) => {
      const quotas = new ServiceQuotasClient({
        region: 'us-east-1',
        endpoint: emulator.env.AWS_ENDPOINT_URL_SERVICE_QUOTAS ?? '',
        credentials: await session(sessionPolicy),
        maxAttempts: 1,
      });
      return quotas.send(new GetServiceQuotaCommand({ ServiceCode: 'iotcore', QuotaCode: 'L-01BCDDCA' }));
    };
    await quota(policy({ Action: 'servicequotas:GetServiceQuota' }));
    expect((await failureOf(quota(policy({ Action: 'iot:*' })))).name).toBe('AccessDeniedException');
  });

  test('a session policy has up to 2,048 characters, and the answer has its packed size', async () => {
    const of = (length: number) => {
      const text = JSON.stringify(policy({ Action: 'iot:*' }));
      return text + ' '.repeat(length - text.length);
    };
    expect((await assume(of(1_024))).PackedPolicySize).toBe(50);
    expect((await assume()).PackedPolicySize).toBeUndefined();
    await assume(of(2_048));
    expect(await failureOf(assume(of(2_049)))).toMatchObject({ name: 'ValidationError', status: 400 });
    expect(await failureOf(assume(''))).toMatchObject({ name: 'ValidationError' });
    expect(await failureOf(assume(`${of(100)}\u2014`))).toMatchObject({ name: 'ValidationError' });
    expect(await failureOf(assume('{}'))).toMatchObject({ name: 'MalformedPolicyDocumentException', status: 400 });
    const operation = 'AssumeRoleWithWebIdentity';
    emulator.sts.inject({ operation, kind: 'PackedPolicyTooLarge' });
    expect(await failureOf(assume(of(2_048)))).toMatchObject({ name: 'PackedPolicyTooLargeException', status: 400 });
    await assume();
  });

  test('each call is remembered with its resources, so that it can be held against a policy', async () => {
    const { certificateArn: target = '' } = await operator.send(
      new CreateCertificateFromCsrCommand({ certificateSigningRequest: csr.pem }),
    );
    emulator.configure({ rolePolicy: policy({ Action: 'iot:*' }, { Effect: 'Deny', Action: 'iot:AttachPolicy' }) });
    const iot = await client();
    await iot.send(thing('pump-1', { billingGroupName: 'red' }));
    await failureOf(iot.send(new AttachPolicyCommand({ policyName: 'p', target })));
    await failureOf(iot.send(new AttachThingPrincipalCommand({ thingName: 'none', principal: target })));
    emulator.iot.inject({ operation: 'ListCertificates', kind: 'reset', count: 1 });
    await expect(iot.send(new ListCertificatesCommand({}))).rejects.toThrow();
    const calls = emulator.calls().filter(({ principal }) => principal === SESSION);
    expect(calls.map(({ action, resources, isAllowed }) => ({ action, resources, isAllowed }))).toEqual([
      {
        action: 'iot:CreateThing',
        resources: [`${PLACE}:thing/pump-1`, `${PLACE}:billinggroup/red`],
        isAllowed: true,
      },
      { action: 'iot:AttachPolicy', resources: [target], isAllowed: false },
      { action: 'iot:AttachThingPrincipal', resources: [target], isAllowed: true },
      { action: 'iot:ListCertificates', resources: ['*'], isAllowed: true },
    ]);
    expect(calls[2]?.context).toMatchObject({
      'iot:thingArn': `${PLACE}:thing/none`,
      'aws:RequestedRegion': 'us-east-1',
    });
    expect(calls.filter((call) => allows(policy({ Action: 'iot:Create*' }), call))).toEqual([calls[0]]);
    expect(await (await fetch(`${emulator.controlUrl}calls`)).json()).toEqual(emulator.calls());
  });

  test('a policy that is none cannot be set', () => {
    expect(() => emulator.configure({ rolePolicy: { Statement: [] } })).toThrow(TypeError);
  });
});
