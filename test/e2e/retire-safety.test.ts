import {
  AddThingToThingGroupCommand,
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  CreateThingCommand,
  CreateThingGroupCommand,
  DetachPolicyCommand,
  DetachThingPrincipalCommand,
  UpdateCertificateCommand,
} from '@aws-sdk/client-iot';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCsr, toPem } from './csrs.ts';
import { type Fleet, instantsWithoutCertificate, startFleet, wrongAfter } from './rotation.ts';

let fleet: Fleet;

afterEach(() => fleet.close());

const arn = (thing: string, generation: 'old' | 'new'): string => fleet.arnOf(fleet.idOf(thing, generation));

const changesOf = (thing: string) =>
  fleet.emulator.iot.registry().statusChanges.filter(({ id }) => id === fleet.idOf(thing, 'old'));

/** Retires, and expects that nothing happened to one thing, for a reason, while the other one was retired. */
async function expectLeft(code: string): Promise<string> {
  const [left = '', other = ''] = fleet.things;
  const before = changesOf(left).length;
  const result = await fleet.retire();
  expect(result.code, result.log).toBe(1);
  const said = result.annotations.find(({ title }) => title === code);
  expect(said?.message, result.log).toContain(left);
  expect(result.annotations.at(-1)).toMatchObject({ level: 'error', title: 'retire-incomplete' });
  expect(changesOf(left)).toHaveLength(before);
  expect(changesOf(other)).toEqual([expect.objectContaining({ status: 'INACTIVE' })]);
  expect(result.summary).toContain(left);
  return said?.message ?? '';
}

describe('a confirmed certificate that could not take the place of the old one', () => {
  it('is refused when it is not ACTIVE', async () => {
    fleet = await startFleet(2);
    await fleet.confirm(fleet.things);
    const certificateId = fleet.idOf(fleet.things[0] ?? '', 'new');
    await fleet.client.send(new UpdateCertificateCommand({ certificateId, newStatus: 'INACTIVE' }));
    expect(await expectLeft('successor-unusable')).toContain('its status is INACTIVE');
  });

  it('is refused when it is not attached to the thing', async () => {
    fleet = await startFleet(2, { detachLagMs: 0 });
    await fleet.confirm(fleet.things);
    const [thingName = ''] = fleet.things;
    await fleet.client.send(new DetachThingPrincipalCommand({ thingName, principal: arn(thingName, 'new') }));
    expect(await expectLeft('successor-unusable')).toContain('it is not attached to the thing');
  });

  it('is refused when it has no policy, or fewer than the old one; a group may carry them', async () => {
    fleet = await startFleet(2);
    await fleet.confirm(fleet.things);
    const [thingName = ''] = fleet.things;
    const target = arn(thingName, 'new');
    await fleet.client.send(new DetachPolicyCommand({ policyName: 'fleet', target }));
    expect(await expectLeft('fewer-policies')).toContain('fleet');
    // The group above the thing's has it.
    await fleet.client.send(new CreateThingGroupCommand({ thingGroupName: 'plant' }));
    await fleet.client.send(new CreateThingGroupCommand({ thingGroupName: 'line', parentGroupName: 'plant' }));
    await fleet.client.send(new AddThingToThingGroupCommand({ thingName, thingGroupName: 'line' }));
    const group = `arn:aws:iot:us-east-1:${fleet.emulator.accountId}:thinggroup/plant`;
    await fleet.client.send(new AttachPolicyCommand({ policyName: 'fleet', target: group }));
    const carried = await fleet.retire();
    expect(carried.code, carried.log).toBe(0);
    expect(wrongAfter(fleet)).toEqual([]);
  });
});

describe('a certificate that is not the old one of the thing alone', () => {
  it('is left when another thing holds it, too', async () => {
    fleet = await startFleet(2, { detachLagMs: 0 });
    await fleet.confirm(fleet.things);
    const [thingName = ''] = fleet.things;
    const principal = arn(thingName, 'old');
    await fleet.client.send(new DetachThingPrincipalCommand({ thingName, principal }));
    await fleet.client.send(new CreateThingCommand({ thingName: 'valve' }));
    for (const name of [thingName, 'valve'])
      await fleet.client.send(new AttachThingPrincipalCommand({ thingName: name, principal }));
    expect(await expectLeft('attached-elsewhere')).toContain('valve');
  });

  it('is left when it is ACTIVE and attached to nothing', async () => {
    fleet = await startFleet(2, { detachLagMs: 0 });
    await fleet.confirm(fleet.things);
    const [thingName = ''] = fleet.things;
    await fleet.client.send(new DetachThingPrincipalCommand({ thingName, principal: arn(thingName, 'old') }));
    await expectLeft('not-attached');
  });

  it('is left when somebody has made it ACTIVE again', async () => {
    fleet = await startFleet(2);
    const [thing = '', other = ''] = fleet.things;
    await fleet.confirm([thing]);
    expect((await fleet.retire()).code).toBe(0);
    const certificateId = fleet.idOf(thing, 'old');
    await fleet.client.send(new UpdateCertificateCommand({ certificateId, newStatus: 'ACTIVE' }));
    await fleet.confirm([thing, other]);
    await expectLeft('reactivated');
  });

  it('is reported and not touched when the ledger does not know it', async () => {
    fleet = await startFleet(1);
    await fleet.confirm(fleet.things);
    const [thingName = ''] = fleet.things;
    await fleet.emulator.iot.plant(toPem(makeCsr('stranger')), 1, 1_000);
    const stranger = fleet.emulator.iot.certificates().at(-1);
    const principal = stranger?.arn ?? '';
    await fleet.client.send(new AttachThingPrincipalCommand({ thingName, principal }));
    const result = await fleet.retire();
    expect(result.code, result.log).toBe(0);
    const said = result.annotations.find(({ title }) => title === 'foreign-certificate');
    expect(said?.message).toContain(`${stranger?.id} of ${thingName}`);
    expect(fleet.emulator.iot.registry().statusChanges.map(({ id }) => id)).toEqual([fleet.idOf(thingName, 'old')]);
  });
});

describe('forged records', () => {
  it('that give the certificate of another device to a thing change nothing', async () => {
    fleet = await startFleet(3);
    const [one = '', two = ''] = fleet.things;
    await fleet.confirm(fleet.things);
    // The newest certificate of `two` is said to be one of `one`, and would supersede all of its own.
    const lines = (await fleet.ledger()).map((line) =>
      line.certificateId === fleet.idOf(two, 'new') ? { ...line, thingName: one } : line,
    );
    await fleet.writeLedger(lines);
    const result = await fleet.retire();
    expect(instantsWithoutCertificate(fleet)).toEqual([]);
    // Nothing takes the place of what `one` has: that which the ledger names as the newest is not attached to it.
    expect(result.code, result.log).toBe(1);
    expect(result.annotations.map(({ title }) => title)).toContain('successor-unusable');
    for (const thing of [one, two]) expect(changesOf(thing)).toEqual([]);
    expect(changesOf(fleet.things[2] ?? '')).toHaveLength(1);
  });

  it('that name the key of another device for a certificate are reported, and it is not touched', async () => {
    fleet = await startFleet(2);
    const [one = ''] = fleet.things;
    await fleet.confirm(fleet.things);
    const lines = (await fleet.ledger()).map((line) =>
      line.certificateId === fleet.idOf(one, 'old')
        ? { ...line, spkiSha256: 'a'.repeat(64), certificatePem: null }
        : line,
    );
    await fleet.writeLedger(lines);
    const result = await fleet.retire();
    expect(result.annotations.map(({ title }) => title)).toContain('record-contradicted');
    expect(changesOf(one)).toEqual([]);
  });

  it.each([
    ['pump-00о # the last letter is Cyrillic', 1],
    [`pump-000\n${'x'.repeat(70_000)}`, 2],
    ['pump-000\n{"principalIdentifier":7}', 2],
    ['{"eventType":"connected"', 1],
    ['\u202epump-000', 1],
  ])('such as a list with a line that names nothing are refused by the line: %j', async (text, line) => {
    fleet = await startFleet(1);
    await fleet.job.write('connected.txt', `${text}\n`);
    const result = await fleet.retire();
    expect(result.annotations.at(-1)).toMatchObject({ title: 'confirmed-list' });
    expect(result.annotations.at(-1)?.message).toContain(`Line ${line} is neither`);
    expect(fleet.emulator.iot.registry().statusChanges).toEqual([]);
  });

  it('such as a list of a million others confirm nothing', async () => {
    fleet = await startFleet(1);
    const line = (n: number): string =>
      JSON.stringify({
        eventType: 'connected',
        clientId: '../../x',
        principalIdentifier: n.toString(16).padStart(64, '0'),
      });
    await fleet.job.write('connected.txt', Array.from({ length: 1_000_000 }, (_, n) => `${line(n)}\n`).join(''));
    const result = await fleet.retire();
    expect(result.annotations.at(-1)).toMatchObject({ title: 'nothing-retired' });
    expect(fleet.emulator.iot.registry().statusChanges).toEqual([]);
  });

  it('such as a list that is none, or a ledger without things, end the run', async () => {
    fleet = await startFleet(1);
    const none = await fleet.retire({ confirmed: 'nowhere.txt' });
    expect(none.annotations.at(-1)?.message).toContain('The list of what has connected does not exist');
    const directory = await fleet.retire({ confirmed: 'old' });
    expect(directory.annotations.at(-1)).toMatchObject({ title: 'confirmed-list' });
    await fleet.confirm([]);
    const other = await fleet.retire({ 'retire-things': 'valve-*' });
    expect(other.annotations.at(-1)).toMatchObject({ title: 'nothing-selected' });
    const wrong = await fleet.retire({ 'retire-things': 'pümp' });
    expect(wrong.annotations.at(-1)?.message).toContain('the name of a thing a line');
    const wait = await fleet.retire({ 'retire-wait': '0d' });
    expect(wait.annotations.at(-1)?.message).toContain('hours, days or weeks');
    const ledger = await fleet.retire({ ledger: '' });
    expect(ledger.annotations.at(-1)?.message).toContain('ledger: It is required with `mode: retire`');
  });
});
