import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/emulator/aws/registry/authorization.ts';
import { judgePolicy } from '../../src/registration/judge-policy.ts';
import { mayConnect } from '../../src/registration/may-connect.ts';

const ARN = 'arn:aws:iot:eu-west-1:123456789012:';
const use = { arnPrefix: ARN };
const THING = '$' + '{iot:Connection.Thing.ThingName}';
const CLIENT = '$' + '{iot:ClientId}';
const IS_ATTACHED = { Bool: { 'iot:Connection.Thing.IsAttached': ['true'] } };

type Statement = Readonly<Record<string, unknown>>;

const documentOf = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements });
const allow = (action: unknown, resource: unknown, rest: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...rest,
});
const rulesOf = (document: string): readonly string[] =>
  judgePolicy({ name: 'Fleet', document }, use).map(({ rule }) => rule);

describe('a policy document', () => {
  it.each([
    ['the compliant form', allow('iot:Connect', `${ARN}client/${THING}`, { Condition: IS_ATTACHED })],
    ['the client id of an attached thing', allow('iot:Connect', `${ARN}client/${CLIENT}`, { Condition: IS_ATTACHED })],
    ['any region and account', allow(['iot:Connect'], [`arn:aws:iot:*:*:client/${THING}`])],
    ['a name of the certificate', allow('iot:Connect', `${ARN}client/$\{iot:Certificate.Subject.CommonName}`)],
    ['topics of the device', allow('iot:Publish', `arn:aws:iot:*:*:topic/$aws/things/${THING}/*`)],
    ['a topic of all in full', allow('iot:Subscribe', `${ARN}topicfilter/fleet/news`)],
    ['another account', allow('iot:Connect', 'arn:aws:iot:eu-west-1:999999999999:client/*')],
    ['a denial', { Effect: 'Deny', Action: '*', Resource: '*' }],
  ])('is fine with %s', (_, statement) => {
    expect(rulesOf(documentOf(statement))).toEqual([]);
    expect(rulesOf(JSON.stringify({ Statement: statement }))).toEqual([]);
  });

  it.each([
    ['policy-any-client', allow('iot:Connect', `${ARN}client/*`)],
    ['policy-any-client', allow('iot:Connect', `${ARN}client/*`, { Condition: IS_ATTACHED })],
    ['policy-any-client', allow('iot:Connect', `${ARN}client/${CLIENT}`)],
    ['policy-any-client', allow('iot:Connect', `${ARN}client/pump-?`)],
    ['policy-any-client', allow('iot:Connect', `${ARN}client/gateway`)],
    ['policy-any-client', allow('iot:Connect', `${ARN}client/${THING}*`)],
    ['policy-any-client', allow('iot:Con*', 'arn:aws:iot:*')],
    ['policy-any-client', allow('iot:connect', '*')],
    ['policy-any-client', allow(['iot:Publish', 'iot:Connect'], [`${ARN}topic/a`, `${ARN}cl*`])],
    ['policy-any-client', { Effect: 'Allow', NotAction: 'iot:Publish', Resource: `${ARN}client/*` }],
    ['policy-any-client', { Effect: 'Allow', Action: 'iot:Connect', NotResource: `${ARN}client/admin` }],
    ['policy-any-client', allow('iot:Connect', `${ARN}client/${CLIENT}`, { Condition: { StringLike: { a: 'b' } } })],
    [
      'policy-any-client',
      allow('iot:Connect', `${ARN}client/${CLIENT}`, {
        Condition: { Bool: { 'iot:Connection.Thing.IsAttached': ['true', 'false'] } },
      }),
    ],
    ['policy-any-topic', allow('iot:Publish', `${ARN}topic/*`)],
    ['policy-any-topic', allow('iot:Receive', `${ARN}topic/$aws/things/*/shadow/*`)],
    ['policy-any-topic', allow('iot:Subscribe', `${ARN}topicfilter/#`)],
    ['policy-any-topic', allow('iot:Subscribe', `${ARN}topicfilter/devices/+/${THING}`)],
    ['policy-all-actions', allow('iot:*', '*')],
    ['policy-all-actions', allow('*', '*')],
    ['policy-all-actions', allow(['iot:*'], [`${ARN}*`])],
    ['policy-all-actions', allow('iot:*', 'arn:aws:iot:*:*:*')],
    ['policy-all-actions', { effect: 'allow', action: 'IOT:*', resource: '*' }],
    ['policy-all-actions', { Effect: 'Allow', NotAction: 'iot:Connect', Resource: '*' }],
  ])('breaks %s: %j', (rule, statement) => {
    expect(rulesOf(documentOf(statement))).toEqual([rule]);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no statement', '{}'],
    ['an unknown effect', documentOf({ ...allow('iot:Connect', '*'), Effect: 'Maybe' })],
    ['an unknown element', documentOf({ ...allow('iot:Connect', '*'), Principal: '*' })],
    ['an element twice', '{"Statement":{"Effect":"Deny","effect":"Allow","Action":"*","Resource":"*"}}'],
    ['both Action and NotAction', documentOf({ ...allow('iot:Connect', '*'), NotAction: 'iot:Publish' })],
    ['an action that is no text', documentOf(allow([{}], '*'))],
    ['more than is read', documentOf(allow('iot:Connect', `*${' '.repeat(70_000)}`))],
  ])('that cannot be judged is reported: %s', (_, document) => {
    expect(rulesOf(document)).toEqual(['policy-unreadable']);
    expect(mayConnect([document], 'pump-1', use)).toBe('unknown');
  });

  it('that docs/registration-check.md recommends is fine', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/registration-check.md'), 'utf8');
    const [, recommended = ''] = /```json\n([^`]*)```/.exec(page) ?? [];
    expect(rulesOf(recommended)).toEqual([]);
    expect(mayConnect([recommended], 'pump-1', use)).toBe('yes');
  });

  it('of nothing but wildcards is judged at once', () => {
    expect(rulesOf(documentOf(allow('iot:Connect', '*'.repeat(60_000))))).toEqual(['policy-any-client']);
  });

  it('is reported with a statement that is not', () => {
    const [{ fix = '' } = {}] = judgePolicy({ name: 'Fleet', document: documentOf(allow('iot:*', '*')) }, use);
    const statement = JSON.parse(fix.slice(fix.indexOf('{'), fix.lastIndexOf('}') + 1)) as Statement;
    const document = documentOf(statement);
    expect(rulesOf(document)).toEqual([]);
    expect(mayConnect([document], 'pump-1', use)).toBe('yes');
  });
});

describe('policies together', () => {
  const connect = documentOf(allow('iot:Connect', `${ARN}client/${THING}`, { Condition: IS_ATTACHED }));
  const publish = documentOf(allow('iot:Publish', `${ARN}topic/a`));

  it('let a device connect where one of them does', () => {
    expect(mayConnect([publish, connect], 'pump-1', use)).toBe('yes');
    expect(mayConnect([publish], 'pump-1', use)).toBe('no');
    expect(mayConnect([documentOf(allow('iot:Connect', `${ARN}client/pump-2`))], 'pump-1', use)).toBe('no');
  });

  it('do not where one denies it', () => {
    const deny = (rest: Statement): string => documentOf({ Effect: 'Deny', Action: 'iot:*', Resource: '*', ...rest });
    expect(mayConnect([connect, deny({})], 'pump-1', use)).toBe('no');
    expect(mayConnect([connect, deny({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })], 'p', use)).toBe(
      'unknown',
    );
  });

  it('of a device without a thing let it connect with some client id, or with none', () => {
    expect(mayConnect([publish], undefined, use)).toBe('no');
    expect(mayConnect([connect], undefined, use)).toBe('unknown');
  });
});

/** Parts that policies are made of, the usual and the odd. */
const resource = fc
  .array(
    fc.constantFrom(
      ...[ARN, 'arn:aws:iot:', 'arn:aws:iot:*:*:', 'client/', 'topic/', '*', '?', 'pump-1', 'pump-2', 'p', '/', ':'],
      ...[THING, CLIENT, '$' + '{*}', '$' + '{', '$' + '{iot:CertificateId}', '$' + '{aws:Region}', '-'],
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('') || '*');
const oneOrMore = <T>(item: fc.Arbitrary<T>) => fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
const action = fc.constantFrom('iot:Connect', 'iot:*', '*', 'iot:Con?ect', 'iot:C*', 'iot:Publish', 'iot:Receive');
const condition = fc.constantFrom(
  undefined,
  IS_ATTACHED,
  { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } },
  { Bool: { 'iot:Connection.Thing.IsAttached': ['false'] } },
  { Bool: { 'iot:Connection.Thing.IsAttached': ['true', 'false'] } },
  { StringEquals: { 'iot:ClientId': 'pump-2' } },
  { StringLike: { 'iot:ClientId': '*' } },
);
const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    Action: oneOrMore(action),
    Resource: oneOrMore(
      fc.oneof(
        resource,
        resource.map((text) => `${ARN}client/${text}`),
      ),
    ),
    Condition: condition,
  })
  .map(({ Condition, ...rest }): Statement => (Condition === undefined ? rest : { ...rest, Condition }));
const document = fc.array(statement, { minLength: 1, maxLength: 3 }).map((all) => documentOf(...all));

const policyOf = (text: string) => ({ name: 'p', arn: `${ARN}policy/p`, document: text, createdMs: 0 });

describe('a policy that is judged fine', () => {
  it('lets no device connect as another one, as a second reading of AWS IoT has it', () => {
    const foreign = fc.oneof(
      fc.constantFrom('pump-2', 'p', 'pump-11', ':', 'pump-1-'),
      fc.stringMatching(/^[\w:-]{1,9}$/),
    );
    fc.assert(
      fc.property(document, foreign, (text, clientId) => {
        fc.pre(clientId !== 'pump-1' && !rulesOf(text).some((rule) => /all-actions|any-client/.test(rule)));
        const connection = { clientId, thingName: undefined, isAttached: false };
        const { decision } = decide([policyOf(text)], 'iot:Connect', `${ARN}client/${clientId}`, connection);
        expect(decision).not.toBe('ALLOWED');
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('whether a device may connect', () => {
  it('is the same in a second reading of AWS IoT, where it is certain', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 3 }), (texts) => {
        const answer = mayConnect(texts, 'pump-1', use);
        fc.pre(answer !== 'unknown');
        const connection = { clientId: 'pump-1', thingName: 'pump-1', isAttached: true };
        const { decision } = decide(texts.map(policyOf), 'iot:Connect', `${ARN}client/pump-1`, connection);
        expect(decision === 'ALLOWED').toBe(answer === 'yes');
      }),
      { numRuns: 5_000 },
    );
  });
});
