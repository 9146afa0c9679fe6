import {
  AddThingToThingGroupCommand,
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  CreateThingGroupCommand,
  DetachPolicyCommand,
  DetachThingPrincipalCommand,
} from '@aws-sdk/client-iot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Fleet, startFleet } from './rotation.ts';
import type { StepResult } from './step.ts';

const DAY = 24 * 3_600_000;
const ASKED = { policies: 'fleet', 'thing-name': '{name}', 'thing-groups': 'line' };

let fleet: Fleet;

beforeEach(async () => {
  fleet = await startFleet(2, { detachLagMs: 0 });
  await fleet.client.send(new CreateThingGroupCommand({ thingGroupName: 'line' }));
  for (const thingName of fleet.things)
    await fleet.client.send(new AddThingToThingGroupCommand({ thingName, thingGroupName: 'line' }));
});

afterEach(() => fleet.close());

const audit = (inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> =>
  fleet.run({ mode: 'audit', ...inputs });

it('an audit names certificates that rotations have left, a month after', async () => {
  expect((await audit()).code).toBe(0);
  fleet.emulator.configure({ clockSkewMs: 31 * DAY });
  const result = await audit();
  expect(result.annotations.at(-1)).toMatchObject({ title: 'drift' });
  expect(result.outputs['drift-count']).toBe('2');
  expect(result.summary).toContain('ACTIVE a month after its thing got a newer one');
  for (const thing of fleet.things) expect(result.summary).toContain(fleet.idOf(thing, 'old'));
  expect(result.summary).toContain('31 days old');
  await fleet.confirm(fleet.things);
  expect((await fleet.retire()).code).toBe(0);
  expect((await audit()).code).toBe(0);
});

it('an audit with the inputs of registration compares things, policies, groups and attachments', async () => {
  const { client, things, idOf, arnOf } = fleet;
  const well = await audit(ASKED);
  expect(well.code, well.log).toBe(0);
  const [first = '', second = ''] = things;
  const principal = arnOf(idOf(first, 'old'));
  await client.send(new DetachThingPrincipalCommand({ thingName: first, principal }));
  await client.send(new DetachPolicyCommand({ policyName: 'fleet', target: arnOf(idOf(first, 'new')) }));
  const loose = arnOf(idOf(second, 'old'));
  await client.send(new DetachThingPrincipalCommand({ thingName: second, principal: loose }));
  await client.send(new AttachThingPrincipalCommand({ thingName: second, principal: loose }));
  const result = await audit({ ...ASKED, 'thing-groups': 'line\nall' });
  expect(result.annotations.at(-1)).toMatchObject({ title: 'drift' });
  expect(result.summary).toContain('Not attached to its thing&#58; 1 certificate');
  expect(result.summary).toContain('Attached otherwise than asked for&#58; 1 certificate');
  expect(result.summary).toContain('Without a policy that it should have&#58; 1 certificate');
  expect(result.summary).toContain('Its thing is not in a group that it should be in&#58; 3 certificates');
  // What a group carries is had, too.
  const target = `arn:aws:iot:us-east-1:${fleet.emulator.accountId}:thinggroup/line`;
  await client.send(new AttachPolicyCommand({ policyName: 'fleet', target }));
  const carried = await audit(ASKED);
  expect(carried.summary).not.toContain('Without a policy');
});

it('an audit whose role may not look at things compares the rest', async () => {
  const Action = ['iot:ListCertificates', 'iot:DescribeCertificate'];
  const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
  fleet.emulator.configure({ rolePolicy: { Version: '2012-10-17', Statement } });
  const result = await audit(ASKED);
  expect(result.code, result.log).toBe(0);
  expect(result.annotations).toEqual([expect.objectContaining({ level: 'notice', title: 'registry-not-compared' })]);
});
