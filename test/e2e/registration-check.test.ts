import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AddThingToThingGroupCommand,
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  CreateDynamicThingGroupCommand,
  CreatePolicyCommand,
  CreateThingCommand,
  type CreateThingCommandInput,
  CreateThingGroupCommand,
  DeprecateThingTypeCommand,
  type IoTClient,
} from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { iotClient } from '../emulator/clients.ts';
import { makeCsr, toPem } from './csrs.ts';
import { ASKED, prepareRegistry } from './registry.ts';
import { type Annotation, type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let client: IoTClient;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  client = iotClient(emulator);
  job = await startJob();
});

afterEach(async () => {
  client.destroy();
  await Promise.all([job.close(), emulator.close()]);
});

type Inputs = Readonly<Record<string, string>>;

function step(mode: 'issue' | 'validate', inputs: Inputs = {}, env: Inputs = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      ...{ mode, 'csr-path': 'csrs/*.csr', 'aws-region': emulator.region, 'role-to-assume': emulator.roleArn },
      ...{ deliver: 'directory', ...ASKED, ...inputs },
    },
    env: { ...emulator.env, ...env },
  });
}

/** Of AWS IoT, that have been made: those that only read are looked at, all others change something. */
function writes(): readonly string[] {
  return Object.entries(emulator.iot.counters).flatMap(([operation, { calls }]) =>
    calls > 0 && !/^(Describe|List|Get|Test)/.test(operation) ? [operation] : [],
  );
}

const errors = ({ annotations }: StepResult): readonly Annotation[] =>
  annotations.filter(({ level }) => level === 'error');
const saying = (result: StepResult): string =>
  errors(result)
    .map(({ message }) => message)
    .join('\n');

const device = (name: string): Promise<void> => job.write(`csrs/${name}.csr`, toPem(makeCsr(name)));

const csr = (name: string): string => join(job.workspace, `csrs/${name}.csr`);

const thing = (thingName: string, rest: Partial<CreateThingCommandInput> = {}) =>
  client.send(
    new CreateThingCommand({
      thingName,
      ...{ thingTypeName: 'sensor', billingGroupName: 'cost' },
      attributePayload: { attributes: { common: thingName } },
      ...rest,
    }),
  );

/** A certificate of a key that is none of the batch's, attached to a thing. */
async function foreignCertificate(thingName: string): Promise<string> {
  await emulator.iot.plant(toPem(makeCsr('another')), 1, 0);
  const { arn = '', id = '' } = emulator.iot.certificates().at(-1) ?? {};
  await client.send(
    new AttachThingPrincipalCommand({ thingName, principal: arn, thingPrincipalType: 'EXCLUSIVE_THING' }),
  );
  return id;
}

const policyOf = (Action: string, Resource: string): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });

describe('what the inputs name and AWS IoT does not have', () => {
  it('is named in one error with what makes it, before anything is created', async () => {
    await device('pump');
    for (const mode of ['issue', 'validate'] as const) {
      const result = await step(mode);
      expect(result.code, result.log).toBe(1);
      const missing = ['policy fleet', 'thing type sensor', 'billing group cost', 'group line-1', 'group all'];
      for (const one of missing) expect(saying(result)).toContain(`${one} in account ${emulator.accountId}`);
      expect(saying(result)).toContain('aws iot create-policy --policy-name fleet');
      expect(saying(result)).toContain('aws_iot_thing_group in Terraform');
      expect(new Set(errors(result).map(({ title }) => title))).toEqual(new Set(['registry-missing']));
    }
    expect(emulator.iot.certificates()).toEqual([]);
    expect(writes()).toEqual([]);
  });

  it('is named beside what cannot be used: a type that is deprecated, groups that take no thing', async () => {
    await device('pump');
    await prepareRegistry(emulator);
    await client.send(new DeprecateThingTypeCommand({ thingTypeName: 'sensor' }));
    await client.send(new CreateThingGroupCommand({ thingGroupName: 'below', parentGroupName: 'all' }));
    await client.send(
      new CreateDynamicThingGroupCommand({ thingGroupName: 'found', queryString: 'attributes.site:north' }),
    );
    const result = await step('issue', { policies: 'fleet\nabsent', 'thing-groups': 'all, below, found' });
    const titles = errors(result).map(({ title }) => title);
    expect(titles.sort()).toEqual([
      ...['registry-missing', 'thing-group-dynamic', 'thing-groups-nested', 'thing-type-deprecated'],
    ]);
    expect(saying(result)).toContain('all and below are of one hierarchy');
    expect(emulator.iot.certificates()).toEqual([]);
  });

  it('is named beside things that are in conflict', async () => {
    await device('pump');
    await prepareRegistry(emulator);
    await thing('pump', { thingTypeName: undefined });
    const result = await step('validate', { policies: 'absent' });
    expect(errors(result).map(({ title }) => title)).toEqual([
      ...['registration-conflict', 'registry-missing', 'registration-conflict'],
    ]);
  });

  it('is not asked about where the role may not look: the missing permission is named', async () => {
    await device('pump');
    await prepareRegistry(emulator);
    emulator.iot.inject({ operation: 'GetPolicy', kind: 'AccessDeniedException' });
    const result = await step('issue');
    expect(result.code).toBe(1);
    expect(saying(result)).toContain('iot:GetPolicy');
    expect(emulator.iot.certificates()).toEqual([]);
  });
});

describe('a validation', () => {
  it('says what would become of each thing, and changes nothing', async () => {
    await prepareRegistry(emulator);
    for (const name of ['new', 'ready', 'held', 'other']) await device(name);
    await thing('ready');
    await thing('held');
    await foreignCertificate('held');
    await thing('other', { attributePayload: { attributes: { common: 'else' } } });
    const before = writes();
    const made = emulator.iot.certificates().length;
    const result = await step('validate');
    expect(result.log).toContain(
      '1 to create, 1 found, 1 that get a certificate beside those that they hold, 1 in conflict',
    );
    expect(result.code).toBe(1);
    expect(errors(result).map(({ file, title }) => [file, title])).toEqual([
      ['csrs/other.csr', 'registration-conflict'],
      [undefined, 'registration-conflict'],
    ]);
    expect(saying(result)).toContain('attribute common other (found: else)');
    expect(result.summary).toContain('registration-conflict');
    expect(writes()).toEqual(before);
    expect(emulator.iot.certificates()).toHaveLength(made);
    expect(emulator.iot.registry().things).toHaveLength(3);
  });

  it('needs a role that may read, and no more', async () => {
    await prepareRegistry(emulator);
    await device('held');
    await thing('held');
    await foreignCertificate('held');
    await client.send(new CreateThingGroupCommand({ thingGroupName: 'private' }));
    await client.send(new CreatePolicyCommand({ policyName: 'extra', policyDocument: policyOf('iot:*', '*') }));
    await client.send(
      new AttachPolicyCommand({
        policyName: 'extra',
        target: `arn:aws:iot:${emulator.region}:${emulator.accountId}:thinggroup/all`,
      }),
    );
    await client.send(new AddThingToThingGroupCommand({ thingName: 'held', thingGroupName: 'private' }));
    const place = `arn:aws:iot:${emulator.region}:${emulator.accountId}`;
    const mayRead = (...rest: readonly object[]) => ({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['iot:GetPolicy'], Resource: `${place}:policy/fleet` },
        { Effect: 'Allow', Action: ['iot:DescribeThingType'], Resource: `${place}:thingtype/sensor` },
        { Effect: 'Allow', Action: ['iot:DescribeBillingGroup'], Resource: `${place}:billinggroup/cost` },
        { Effect: 'Allow', Action: ['iot:ListAttachedPolicies', 'iot:DescribeCertificate'], Resource: '*' },
        ...['all', 'line-1'].map((group) => ({
          ...{ Effect: 'Allow', Action: 'iot:DescribeThingGroup', Resource: `${place}:thinggroup/${group}` },
        })),
        ...rest,
      ],
    });
    const things = [
      ...['iot:DescribeThing', 'iot:ListThingGroupsForThing', 'iot:ListThingPrincipals', 'iot:ListThingPrincipalsV2'],
    ];
    emulator.configure({ rolePolicy: mayRead({ Effect: 'Allow', Action: things, Resource: `${place}:thing/*` }) });
    const before = writes();
    const result = await step('validate');
    expect(result.code, result.log).toBe(0);
    expect(result.log).toContain('1 that get a certificate beside');
    expect(result.log).toContain('Policy extra comes from the group all');
    expect(result.annotations).toEqual([]);
    expect(writes()).toEqual(before);
    const all = await step('validate', {}, { ...emulator.accessKeys, ACTIONS_ID_TOKEN_REQUEST_URL: '' });
    expect(all.log).toContain('id-token: write');
    const open = await step('validate', { 'role-to-assume': '' }, emulator.accessKeys);
    expect(open.annotations).toMatchObject([{ level: 'warning', title: 'policy-all-actions' }]);
    emulator.configure({ rolePolicy: { Statement: { Effect: 'Allow', Action: 'iot:DescribeThing', Resource: '*' } } });
    const refused = await step('validate');
    const missing = ['GetPolicy', 'DescribeThingType', 'DescribeBillingGroup', 'DescribeThingGroup'];
    for (const action of missing) expect(saying(refused)).toContain(`iot:${action}`);
  });

  it('finds the thing of a device that is registered already, by its ledger or by its key', async () => {
    await prepareRegistry(emulator);
    await device('pump');
    const issued = await step('issue', { ledger: 'fleet.jsonl' });
    expect(issued.code, issued.log).toBe(0);
    const listed = () => emulator.iot.counters.ListThingPrincipalsV2.calls;
    const before = listed();
    const remembered = await step('validate', { ledger: 'fleet.jsonl' });
    expect(remembered.log).toContain('0 to create, 1 found, 0 that get');
    expect(listed()).toBe(before);
    const looked = await step('validate');
    expect(looked).toMatchObject({ code: 0 });
    expect(looked.log).toContain('0 to create, 1 found, 0 that get');
    expect(listed()).toBe(before + 1);
  });

  it('without credentials judges names, and says what it did not look at', async () => {
    await device('pump');
    const without: readonly (readonly [string, Inputs, Inputs])[] = [
      ['there are no credentials for AWS', { 'role-to-assume': '' }, {}],
      ['`aws-region` is not set', { 'aws-region': '' }, { AWS_REGION: '' }],
      ['`id-token: write`', {}, { ACTIONS_ID_TOKEN_REQUEST_URL: '' }],
    ];
    for (const [why, inputs, env] of without) {
      const result = await step('validate', inputs, env);
      expect(result.code, result.log).toBe(0);
      expect(result.log).toContain(why);
      expect(result.log).toContain('was not checked');
    }
    await job.write('csrs/a b.csr', toPem(makeCsr('pump-2')));
    const illegal = await step('validate', { 'role-to-assume': '' });
    expect(errors(illegal)[0]).toMatchObject({ file: 'csrs/a b.csr', title: 'thing-name-illegal' });
    expect(Object.values(emulator.iot.counters).every(({ calls }) => calls === 0)).toBe(true);
    expect(emulator.sts.counters.AssumeRoleWithWebIdentity.calls).toBe(0);
  });

  it('with keys in the environment looks, and without anything asked of the registry does not', async () => {
    await device('pump');
    await prepareRegistry(emulator);
    const keys = { ...emulator.accessKeys, ACTIONS_ID_TOKEN_REQUEST_URL: '' };
    const looked = await step('validate', { 'role-to-assume': '' }, keys);
    expect(looked.log).toContain('1 to create');
    const before = emulator.sts.counters.GetCallerIdentity.calls;
    const plain = await job.run({
      inputs: { mode: 'validate', 'csr-path': 'csrs/*.csr', 'aws-region': emulator.region },
      env: { ...emulator.env, ...keys },
    });
    expect(plain.code).toBe(0);
    expect(emulator.sts.counters.GetCallerIdentity.calls).toBe(before);
  });
});

describe('a thing that exists', () => {
  beforeEach(async () => {
    await prepareRegistry(emulator);
    await device('pump');
    await device('valve');
  });

  it('as another than is asked for ends the run before anything is created', async () => {
    await thing('pump', { thingTypeName: undefined });
    const held = await foreignCertificate('pump');
    const result = await step('issue');
    expect(result.code).toBe(1);
    expect(errors(result)[0]).toMatchObject({ file: 'csrs/pump.csr', title: 'registration-conflict' });
    expect(saying(result)).toContain(`type sensor (found: none); it holds the certificate ${held}`);
    expect(saying(result)).toContain('1 of 2 devices cannot be registered as asked for. Nothing was created.');
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('is left out with on-invalid: skip, and said to be', async () => {
    await thing('pump', { billingGroupName: undefined });
    const result = await step('issue', { 'on-invalid': 'skip' });
    expect(result).toMatchObject({ code: 0, outputs: { 'created-count': '1' } });
    expect(errors(result)[0]).toMatchObject({ file: 'csrs/pump.csr', title: 'registration-conflict' });
    expect(result.summary).toContain('csrs/<wbr>pump.csr');
    expect(emulator.iot.registry().attachments.map((one) => one.thing)).toEqual(['valve']);
  });

  it('and holds the certificate of another key is a conflict where no thing may exist', async () => {
    await thing('pump');
    await foreignCertificate('pump');
    const refused = await step('issue', { 'on-existing-thing': 'fail' });
    expect(saying(refused)).toContain('it holds a certificate of another key');
    expect(emulator.iot.certificates()).toHaveLength(1);
    const attached = await step('issue');
    expect(attached.code, attached.log).toBe(0);
    const holders = emulator.iot.registry().attachments.map((one) => one.thing);
    expect(holders.sort()).toEqual(['pump', 'pump', 'valve']);
  });

  it('with its own certificate, or none, is none: a killed run leaves such things', async () => {
    await thing('valve');
    expect((await step('issue', { 'on-existing-thing': 'fail' })).code).toBe(0);
    // Nothing of this machine remembers whose certificates the things hold; their keys say it.
    const again = await step('validate', { 'on-existing-thing': 'fail' });
    expect(again).toMatchObject({ code: 0 });
    expect(again.log).toContain('2 found');
  });

  it('and holds the certificate of another CSR of the batch is named with it', async () => {
    expect((await step('issue')).code).toBe(0);
    const { attachments } = emulator.iot.registry();
    const held = attachments
      .find((one) => one.thing === 'pump')
      ?.certificateArn.split('/')
      .at(-1);
    const [pump, valve] = await Promise.all(['pump', 'valve'].map((name) => readFile(csr(name))));
    await job.write('csrs/pump.csr', valve ?? '');
    await job.write('csrs/valve.csr', pump ?? '');
    const swapped = await step('validate', { 'on-existing-thing': 'fail', 'thing-attributes': '' });
    expect(swapped.code).toBe(1);
    expect(saying(swapped)).toContain(`it holds the certificate ${held} of csrs/valve.csr`);
  });

  it('and is in a group that stands in the way of one that is asked for is a conflict', async () => {
    await client.send(new CreateThingGroupCommand({ thingGroupName: 'below', parentGroupName: 'all' }));
    await thing('pump');
    await client.send(new AddThingToThingGroupCommand({ thingName: 'pump', thingGroupName: 'below' }));
    await thing('valve');
    for (let n = 0; n < 9; n++) {
      await client.send(new CreateThingGroupCommand({ thingGroupName: `more-${n}` }));
      await client.send(new AddThingToThingGroupCommand({ thingName: 'valve', thingGroupName: `more-${n}` }));
    }
    const result = await step('validate');
    expect(saying(result)).toContain('it is in the group below, which is of one hierarchy with all');
    expect(saying(result)).toContain('it is in 9 groups, 2 more are asked for, and 10 is the most');
  });

  it('is looked into with others, and how long that takes is said before', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `pump-${n}`);
    await Promise.all(names.map(async (name) => Promise.all([device(name), thing(name)])));
    const result = await step('validate');
    expect(result.code, result.log).toBe(0);
    expect(result.log).toMatch(
      /Looking into 60 things that exist already, which takes about 6 s: .*10 calls of ListThingPrincipals/,
    );
    expect(result.log).toContain('2 to create, 60 found');
  });

  it('is looked into with the older listing where the newer one is refused', async () => {
    await thing('pump');
    await foreignCertificate('pump');
    emulator.iot.inject({ operation: 'ListThingPrincipalsV2', kind: 'AccessDeniedException' });
    const result = await step('validate');
    expect(result.log).toContain('1 to create, 0 found, 1 that get');
    expect(result.code).toBe(0);
  });
});

describe('policies', () => {
  beforeEach(async () => {
    await device('pump');
  });

  it('that a named group carries, or one above it, are not attached to certificates', async () => {
    await prepareRegistry(emulator);
    await client.send(new CreateThingGroupCommand({ thingGroupName: 'below', parentGroupName: 'all' }));
    const target = `arn:aws:iot:${emulator.region}:${emulator.accountId}:thinggroup/all`;
    await client.send(new AttachPolicyCommand({ policyName: 'fleet', target }));
    const result = await step('issue', { 'thing-groups': 'below' });
    expect(result.code, result.log).toBe(0);
    expect(result.log).toContain('Policy fleet comes from the group below');
    expect(emulator.iot.registry().policyTargets.map((one) => one.target)).toEqual([target]);
  });

  it('that several groups carry are remembered to come from the same one', async () => {
    await prepareRegistry(emulator);
    for (const group of ['all', 'line-1']) {
      const target = `arn:aws:iot:${emulator.region}:${emulator.accountId}:thinggroup/${group}`;
      await client.send(new AttachPolicyCommand({ policyName: 'fleet', target }));
    }
    const attached = emulator.iot.counters.AttachPolicy.calls;
    expect((await step('issue', { ledger: 'fleet.jsonl' })).code).toBe(0);
    const looked = emulator.iot.counters.ListThingPrincipalsV2.calls;
    const again = await step('issue', { ledger: 'fleet.jsonl', 'thing-groups': 'all, line-1' });
    expect(again.code, again.log).toBe(0);
    expect(again.log).toContain('Policy fleet comes from the group all');
    expect(emulator.iot.counters.ListThingPrincipalsV2.calls).toBe(looked);
    expect(emulator.iot.counters.AttachPolicy.calls).toBe(attached);
  });

  it('that allow too much are warnings with a better statement', async () => {
    await prepareRegistry(emulator, policyOf('iot:*', '*'));
    const result = await step('validate');
    expect(result.code, result.log).toBe(0);
    expect(result.annotations).toMatchObject([{ level: 'warning', title: 'policy-all-actions' }]);
    expect(result.annotations[0]?.message).toContain('"iot:Connection.Thing.IsAttached":"true"');
    expect(result.annotations[0]?.message).toContain('docs/rules.md#policy-all-actions');
  });

  it('that break a rule which is made an error end the run before anything is created', async () => {
    await prepareRegistry(emulator, policyOf('iot:Connect', `arn:aws:iot:${emulator.region}:*:client/*`));
    const result = await step('issue', { rules: 'policy-any-client=error' });
    expect(result.code).toBe(1);
    expect(saying(result)).toContain('rules: policy-any-client=warning');
    expect(errors(result).map(({ title }) => title)).toContain('policy-refused');
    expect(emulator.iot.certificates()).toEqual([]);
    const silent = await step('validate', { rules: 'policy-any-client=off' });
    expect(silent).toMatchObject({ code: 0, annotations: [] });
  });

  it('that let no device connect, or cannot be read, are warnings', async () => {
    await prepareRegistry(emulator, policyOf('iot:Publish', `arn:aws:iot:${emulator.region}:*:topic/news`));
    expect((await step('validate')).annotations).toMatchObject([{ level: 'warning', title: 'policy-no-connect' }]);
    await client.send(
      new CreatePolicyCommand({ policyName: 'odd', policyDocument: '{"Statement":{"Effect":"Perhaps"}}' }),
    );
    const odd = await step('validate', { policies: 'odd' });
    expect(odd.annotations).toMatchObject([{ level: 'warning', title: 'policy-unreadable' }]);
  });
});
