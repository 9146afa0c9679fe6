import {
  AttachPolicyCommand,
  CreateProvisioningTemplateCommand,
  CreateThingGroupCommand,
  DescribeThingGroupCommand,
} from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allows, type IamRequest } from '../../src/emulator/aws/iam/evaluate.ts';
import { ASKED, CONNECTS, prepareWith } from '../e2e/registry.ts';
import type { StepResult } from '../e2e/step.ts';
import { iotClient } from '../emulator/clients.ts';
import { PLACE } from './deployments.ts';
import { pairsOf } from './pairs.ts';
import {
  actionsOf,
  audit,
  issue,
  issuedBefore,
  REGION,
  type RoleRuns,
  revoke,
  SHARE,
  SHARED,
  startRoleRuns,
} from './role-runs.ts';

let role: RoleRuns;

beforeEach(async () => {
  role = await startRoleRuns();
  await prepareWith(iotClient(role.emulator), CONNECTS.replaceAll('us-east-1', REGION));
});

afterEach(() => role.close());

/** Of sessions; nothing else of a run is looked at here. */
const noticesOf = ({ annotations }: StepResult) => annotations.filter(({ title }) => title === 'session-policy');

const ofRole = () => role.emulator.calls().filter(({ principal }) => principal.includes(':assumed-role/'));

const THINGS = { 'thing-name': 'plant-{name}' };

/** What is asked of the registry. */
const REGISTERING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  nothing: {},
  policies: { policies: ASKED.policies },
  things: THINGS,
  'things of a type': { ...THINGS, 'thing-type': 'sensor', 'billing-group': 'cost', policies: ASKED.policies },
  'things in groups': { ...THINGS, 'thing-groups': ASKED['thing-groups'] },
  everything: { ...ASKED, ...THINGS },
};

const TABLE = pairsOf({
  registering: Object.keys(REGISTERING),
  'set-as-active': ['false', 'true', 'after-delivery'],
  'requests-per-second': ['90%', '200'],
  ledger: ['fleet.jsonl', SHARED.ledger],
  reconcile: ['auto', 'never'],
  'on-existing-thing': ['attach', 'fail'],
  'thing-principal': ['exclusive', 'non-exclusive'],
  bundle: ['false', 'true'],
});

/** Calls that only some runs of their inputs make, and when. */
const SOMETIMES: Readonly<Record<string, string>> = {
  'iot:ListThingPrincipalsV2': 'a thing exists, and no record says that it is registered',
  'iot:ListThingPrincipals': 'the newer operation is refused',
  'iot:ListThingGroupsForThing': 'a thing exists that is to be in groups',
  'iot:ListPrincipalThings': 'a certificate is found of which no record says that it is registered',
  'iot:GetPolicy': 'a group carries a policy',
};

/** As {@link SOMETIMES}, by a provisioning template. */
const SOMETIMES_BY_TEMPLATE: Readonly<Record<string, string>> = {
  'iot:DescribeThingType': 'the template names a type',
  'iot:DescribeBillingGroup': 'the template names a billing group',
  'iot:UpdateThing': 'a thing exists with other attributes',
  'iot:RemoveThingFromThingGroup': 'a thing is in groups that the template replaces',
  'iot:CreatePolicy': 'the template has the document of a policy',
};

interface Asked extends Readonly<Record<string, string>> {
  readonly registering: string;
}

function inputsOf({ registering, ...inputs }: Asked): Readonly<Record<string, string>> {
  const { 'on-existing-thing': existing = '', 'thing-principal': principal = '', ...others } = inputs;
  const asked = REGISTERING[registering] ?? {};
  return {
    ...others,
    ...asked,
    ...('thing-name' in asked ? { 'on-existing-thing': existing, 'thing-principal': principal } : {}),
  };
}

const actionsIn = (calls: readonly IamRequest[]): readonly string[] =>
  [...new Set(calls.map(({ action }) => action))].sort();

/** What is wrong with a policy, given the calls of runs that it is for. */
function wrongWith(policy: string, calls: readonly IamRequest[]) {
  const seen = actionsIn(calls);
  const granted = [...new Set(actionsOf(JSON.parse(policy)))].sort();
  return {
    denied: calls.filter((call) => !allows(policy, call)),
    needless: granted.filter((action) => !seen.includes(action) && !(action in SOMETIMES)),
  };
}

const NOTHING_WRONG = { denied: [], needless: [] };

describe('the policy of a run allows what the run calls, and nothing else', () => {
  it.each(TABLE)('with %j', async (asked) => {
    const inputs = inputsOf(asked);
    const first = await issue(role, inputs);
    const { 'iam-policy': policy = '' } = first.outputs;
    expect(wrongWith(policy, role.calls())).toEqual(NOTHING_WRONG);
    // It is the session's own.
    expect(policy.length).toBeLessThanOrEqual(2_048);
    expect(noticesOf(first)).toEqual([]);
    expect(ofRole().filter(({ hasSessionPolicy }) => !hasSessionPolicy)).toEqual([]);
  });

  it('that only some runs of these inputs call, too', async () => {
    const inputs = { ...SHARE, ...REGISTERING['things in groups'], 'on-existing-thing': 'attach' };
    const job = await issuedBefore(role, SHARE);
    const client = iotClient(role.emulator);
    const { thingGroupArn: target = '' } = await client.send(
      new DescribeThingGroupCommand({ thingGroupName: 'line-1' }),
    );
    await client.send(new AttachPolicyCommand({ policyName: 'fleet', target }));
    client.destroy();
    const all = { Effect: 'Allow', Action: '*', Resource: '*' };
    const denial = { Effect: 'Deny', Action: 'iot:ListThingPrincipalsV2', Resource: '*' };
    role.emulator.configure({ rolePolicy: { Version: '2012-10-17', Statement: [all, denial] } });
    await role.run(job, inputs);
    // Other keys, for the same things.
    const { outputs } = await role.run(await role.machine(), inputs);
    expect(wrongWith(outputs['iam-policy'] ?? '', role.calls()).denied).toEqual([]);
    expect(Object.keys(SOMETIMES).filter((action) => !actionsIn(role.calls()).includes(action))).toEqual([]);
  });

  it.each(['template.json', 'pumps'])('with the provisioning template %s', async (name) => {
    const Resources = {
      thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'Name' }, ThingGroups: ['line-1'] } },
      certificate: { Type: 'AWS::IoT::Certificate', Properties: { CertificateId: { Ref: 'Id' } } },
      policy: { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'fleet' } },
    };
    const templateBody = JSON.stringify({
      Parameters: { Name: { Type: 'String' }, Id: { Type: 'String' } },
      Resources,
    });
    const client = iotClient(role.emulator);
    const provisioningRoleArn = `arn:aws:iam::${PLACE.account}:role/provisioning`;
    await client.send(
      new CreateProvisioningTemplateCommand({ templateName: 'pumps', templateBody, provisioningRoleArn }),
    );
    client.destroy();
    // The second run asks for what is not listed yet by its id.
    role.emulator.configure({ registerThingPermissions: 'each-call', listLagMs: 3_600_000 });
    const job = await role.machine();
    await job.write('template.json', templateBody);
    const inputs = { ...SHARE, 'provisioning-template': name, 'template-parameters': 'Name={name}' };
    const { outputs } = await role.run(job, inputs);
    await role.run(job, inputs);
    const { denied, needless } = wrongWith(outputs['iam-policy'] ?? '', role.calls());
    expect(denied).toEqual([]);
    // What a template asks for beyond this one is not known before it is read.
    expect(needless.filter((action) => !(action in SOMETIMES_BY_TEMPLATE))).toEqual([]);
  });

  it.each([
    ['audit', {}, audit],
    ['audit of a table', SHARED, audit],
    ['revoke', {}, revoke],
    ['revoke by a table', SHARED, revoke],
  ] as const)('with mode %s', async (_, inputs, act) => {
    const { outputs } = await act(role, inputs);
    expect(wrongWith(outputs['iam-policy'] ?? '', role.calls())).toEqual(NOTHING_WRONG);
  });
});

describe('a validation', () => {
  it('shows the policy of the run that issues, without credentials, and has a session of its own that only reads', async () => {
    const job = await role.machine();
    const inputs = { ...SHARE, ...REGISTERING.everything, mode: 'validate' };
    const offline = await job.run({
      inputs: { 'csr-path': 'csrs/*.csr', 'aws-region': 'eu-west-1', ...inputs },
      env: {},
    });
    expect(offline.code, offline.log).toBe(0);
    const shown = offline.outputs['iam-policy'] ?? '';
    expect(shown).toContain('arn:aws:iot:eu-west-1:*:thing/plant-*');
    expect(offline.log).toContain('::group::IAM policy of the run that issues with these inputs');
    expect(offline.summary).toContain(JSON.stringify(JSON.parse(shown), null, 2));

    const online = await role.run(job, inputs);
    const looked = role.calls();
    expect(actionsIn(looked).filter((action) => !/:(Get|List|Describe)/.test(action))).toEqual([]);
    const issued = await role.run(job, { ...inputs, mode: 'issue' });
    expect(online.outputs['iam-policy']).toBe(issued.outputs['iam-policy']);
    expect(shown.replaceAll(':*:', `:${PLACE.account}:`)).toBe(issued.outputs['iam-policy']);
  });
});

describe('a session', () => {
  it('is narrowed to the things of the run, whatever the role allows', async () => {
    const inputs = { ...REGISTERING.everything };
    const { outputs } = await role.run(await role.machine(), inputs);
    const policy = outputs['iam-policy'] ?? '';
    const elsewhere = role.calls().flatMap((call) => {
      const moved = (text: string): string =>
        text
          .replace('thing/plant-', 'thing/other-')
          .replace('thinggroup/', 'thinggroup/not-')
          .replace('billinggroup/', 'billinggroup/not-');
      const resources = call.resources.map(moved);
      const context = Object.fromEntries(
        Object.entries(call.context).map(([key, value]) => [key, typeof value === 'string' ? moved(value) : value]),
      );
      return JSON.stringify([resources, context]) === JSON.stringify([call.resources, call.context])
        ? []
        : [{ ...call, resources, context }];
    });
    // What is found in the registry is looked at, and no more.
    expect(actionsIn(elsewhere.filter((call) => allows(policy, call)))).toEqual(['iot:DescribeThingGroup']);
    expect(actionsIn(elsewhere)).toEqual(
      expect.arrayContaining(['iot:AddThingToThingGroup', 'iot:AttachThingPrincipal', 'iot:CreateThing']),
    );
  });

  it('is renewed with its policy', async () => {
    role.emulator.configure({ sessionMs: 2_000, latency: { fixedMs: 400, jitterMs: 0 } });
    await role.run(await role.machine(20), { 'requests-per-second': '5' });
    const { calls } = role.emulator.sts.counters.AssumeRoleWithWebIdentity;
    expect(calls).toBeGreaterThan(1);
    expect(ofRole().filter(({ hasSessionPolicy }) => !hasSessionPolicy)).toEqual([]);
  });

  it('whose policy is too large when packed does without, and says so once', async () => {
    const operation = 'AssumeRoleWithWebIdentity';
    role.emulator.configure({ sessionMs: 2_000, latency: { fixedMs: 400, jitterMs: 0 } });
    role.emulator.sts.inject({ operation, kind: 'PackedPolicyTooLarge', count: 2 });
    const result = await role.run(await role.machine(20), { 'requests-per-second': '5' });
    expectBroad(result, 'AWS says that its policy is too large when packed');
  });

  it('whose policy is too long does without, and says so once', async () => {
    const groups = Array.from({ length: 10 }, (_, n) => `${n}`.padStart(128, 'g'));
    const client = iotClient(role.emulator);
    for (const thingGroupName of groups) await client.send(new CreateThingGroupCommand({ thingGroupName }));
    client.destroy();
    const result = await role.run(await role.machine(), { ...THINGS, 'thing-groups': groups.join('\n') });
    expectBroad(result, 'and AWS takes 2,048');
  });

  function expectBroad(result: StepResult, why: string): void {
    const message = expect.stringContaining(why);
    expect(noticesOf(result)).toEqual([{ level: 'notice', title: 'session-policy', file: undefined, message }]);
    expect(ofRole().filter(({ hasSessionPolicy }) => hasSessionPolicy)).toEqual([]);
  }

  it('is as broad as the role with session-policy: false', async () => {
    const result = await role.run(await role.machine(), { 'session-policy': 'false' });
    expect(noticesOf(result)).toEqual([]);
    expect(ofRole().filter(({ hasSessionPolicy }) => hasSessionPolicy)).toEqual([]);
  });
});
