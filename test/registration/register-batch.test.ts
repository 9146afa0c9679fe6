import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/aws/answers.ts';
import type { IotRegistry } from '../../src/aws/iot-registry.ts';
import { certificateArn } from '../../src/aws/place.ts';
import { type RegisterOptions, registerBatch } from '../../src/registration/register-batch.ts';
import { createRegistryPacers } from '../../src/registration/registry-pacers.ts';
import type { DeviceWish, ThingFacts } from '../../src/registration/wish.ts';
import { wishHash } from '../../src/registration/wish-hash.ts';
import { createRegistry } from '../simulation/registry.ts';
import { createVirtualClock } from '../simulation/virtual-clock.ts';

const PLACE = { account: '123456789012', region: 'eu-west-1' };

/** A registry in calm weather on a virtual clock, and what counts its calls. */
function open(changes: Partial<IotRegistry> = {}, options: Partial<RegisterOptions> = {}) {
  const time = createVirtualClock(0);
  const clock = time.process();
  const registry = createRegistry(
    time,
    () => 0.5,
    () => {},
  );
  const calls: string[] = [];
  const reached = { ...registry.reach({ throttle: 0, doubt: 0, lag: 0 }, () => true), ...changes };
  const counted = Object.fromEntries(
    Object.entries(reached).map(([name, call]) => [
      name,
      (...given: readonly unknown[]) => {
        calls.push(`${name} ${given[0]}`);
        return (call as (...args: readonly unknown[]) => unknown)(...given);
      },
    ]),
  ) as unknown as IotRegistry;
  const stop = new AbortController();
  const registered: string[] = [];
  const batch = registerBatch({
    access: {
      registry: counted,
      pacers: createRegistryPacers(clock),
      place: PLACE,
      clock,
      signal: new AbortController().signal,
      report: () => {},
    },
    plan: { things: new Map(), carried: new Map() },
    onExistingThing: 'attach',
    remembered: new Map(),
    isOfKey: () => false,
    stop: stop.signal,
    journal: { registered: (id) => registered.push(id) },
    onProgress: () => {},
    ...options,
  });
  const finish = async () => {
    let ended: Awaited<ReturnType<typeof batch.finish>> | undefined;
    void batch.finish().then((value) => {
      ended = value;
    });
    await time.run(() => ended !== undefined);
    return ended ?? { outcomes: new Map(), bug: undefined };
  };
  return { registry, calls, batch, stop, registered, finish, time };
}

const idOf = (n: number): string => String(n).padStart(64, '0');
const arnOf = (n: number): string => certificateArn(PLACE, idOf(n));
const thingOf = (n: number): NonNullable<DeviceWish['thing']> => ({
  name: `pump-${n}`,
  typeName: undefined,
  groups: ['line'],
  billingGroup: undefined,
  attributes: new Map(),
  principalType: 'EXCLUSIVE_THING',
});
const deviceOf = (n: number, changes: { readonly isNew?: boolean; readonly wish?: DeviceWish } = {}) => ({
  path: `${n}.csr`,
  spkiSha256: idOf(1_000 + n),
  certificateId: idOf(n),
  isNew: true,
  wish: { thing: thingOf(n), policies: ['fleet'] },
  ...changes,
});
const refusal = (code: string, scope: 'request' | 'account' = 'request'): Failure => ({
  kind: 'refused',
  scope,
  code,
  message: 'why',
});

describe('a device', () => {
  it('goes through its calls in this order, and its thing gets the certificate last', async () => {
    const { batch, finish, calls, registered } = open();
    batch.add(deviceOf(1));
    batch.add(deviceOf(1));
    const { outcomes } = await finish();
    expect(calls).toEqual([
      'describeThing pump-1',
      'createThing [object Object]',
      'addThingToThingGroup pump-1',
      'attachPolicy fleet',
      'attachThingPrincipal pump-1',
    ]);
    expect(outcomes.get('1.csr')).toMatchObject({
      result: 'registered',
      done: ['thing pump-1', 'group line', 'policy fleet', 'certificate on thing pump-1'],
      left: [],
    });
    expect(registered).toEqual([idOf(1)]);
  });

  it('is not asked for what was found of it before', async () => {
    const { name, typeName, billingGroup, attributes } = thingOf(1);
    const facts: ThingFacts = {
      thing: { kind: 'thing', name, arn: name, typeName, billingGroup, attributes, version: 1 },
      groups: ['line', 'more'],
      principals: [{ arn: arnOf(1), type: 'EXCLUSIVE_THING' }],
    };
    const plan = { things: new Map([[name, facts]]), carried: new Map([['fleet', 'line']]) };
    const { batch, finish, calls } = open({}, { plan });
    batch.add(deviceOf(1, { isNew: false }));
    expect((await finish()).outcomes.get('1.csr')).toMatchObject({ result: 'found', left: [] });
    expect(calls).toEqual([]);
  });

  it('is a conflict where its thing holds the certificate otherwise than was asked for', async () => {
    const { name, typeName, billingGroup, attributes } = thingOf(1);
    const thing = { kind: 'thing', name, arn: name, typeName, billingGroup, attributes, version: 1 } as const;
    const facts: ThingFacts = { thing, groups: [], principals: [{ arn: arnOf(1), type: 'NON_EXCLUSIVE_THING' }] };
    const { batch, finish } = open({}, { plan: { things: new Map([[name, facts]]), carried: new Map() } });
    batch.add(deviceOf(1, { isNew: false }));
    const outcome = (await finish()).outcomes.get('1.csr');
    expect(outcome).toMatchObject({ result: 'conflict', done: [] });
    expect(outcome?.problem?.message).toBe(
      'Thing pump-1 holds its certificate as NON_EXCLUSIVE_THING, which is not what was asked for.',
    );
  });

  it('of its own key may hold an older certificate although on-existing-thing is fail', async () => {
    const { batch, finish, registry } = open({}, { onExistingThing: 'fail', isOfKey: (id) => id === idOf(9) });
    registry.plant(thingOf(1), arnOf(9));
    registry.plant(thingOf(2), arnOf(8));
    batch.add(deviceOf(1));
    batch.add(deviceOf(2));
    const { outcomes } = await finish();
    expect(outcomes.get('1.csr')?.result).toBe('registered');
    expect(outcomes.get('2.csr')).toMatchObject({ result: 'conflict', done: [] });
    expect(outcomes.get('2.csr')?.problem?.message).toContain(`It holds certificate ${idOf(8)}.`);
  });

  it('that is remembered is confirmed by its thing alone, whatever on-existing-thing is', async () => {
    const device = deviceOf(1, { isNew: false });
    const registration = wishHash(device.wish, idOf(1), new Map());
    const remembered = new Map([[idOf(1), { thing: 'pump-1', registration }]]);
    const { batch, finish, registry, calls } = open({}, { onExistingThing: 'fail', remembered });
    registry.plant(thingOf(1), arnOf(8));
    batch.add(device);
    expect((await finish()).outcomes.get('1.csr')).toMatchObject({ result: 'found', hash: registration });
    expect(calls).toEqual(['describeThing pump-1']);
  });

  it('is looked up by the older operation where the role may not call the newer one', async () => {
    const { batch, finish, registry, calls } = open(
      {
        listThingPrincipals: async () => refusal('AccessDeniedException', 'account'),
        listThingPrincipalsV1: async () => ({
          kind: 'page',
          items: [{ arn: arnOf(8), type: undefined }],
          next: undefined,
        }),
      },
      { onExistingThing: 'fail' },
    );
    registry.plant(thingOf(1), arnOf(8));
    batch.add(deviceOf(1));
    expect((await finish()).outcomes.get('1.csr')?.problem?.message).toContain(idOf(8));
    expect(calls).toContain('listThingPrincipalsV1 pump-1');
  });

  it('waits for what was made a moment ago to be found', async () => {
    let asked = 0;
    const { batch, finish } = open({
      attachPolicy: async () => (++asked < 4 ? refusal('ResourceNotFoundException') : { kind: 'done' }),
    });
    batch.add(deviceOf(1));
    expect((await finish()).outcomes.get('1.csr')?.result).toBe('registered');
  });
});

describe('registering', () => {
  it('makes no second call after a limit', async () => {
    const { batch, finish, calls, registered } = open({ attachPolicy: async () => refusal('LimitExceededException') });
    for (let n = 0; n < 40; n++) batch.add(deviceOf(n));
    const { outcomes } = await finish();
    expect(calls.filter((call) => call.startsWith('attachPolicy'))).toHaveLength(40);
    expect(outcomes.get('7.csr')).toMatchObject({
      result: 'incomplete',
      done: ['thing pump-7', 'group line'],
      left: ['policy fleet', 'certificate on thing pump-7'],
      problem: { code: 'registry-limit' },
    });
    expect(batch.problem).toBeUndefined();
    expect(registered).toEqual([]);
  });

  it.each([
    ['the role may not', 'AccessDeniedException', 'not-allowed', 40],
    ['a policy is missing', 'ResourceNotFoundException', 'registry-missing', 40],
  ])('ends for all when %s', async (_, awsCode, code, devices) => {
    const { batch, finish, calls } = open({ attachPolicy: async () => refusal(awsCode, 'account') });
    for (let n = 0; n < devices; n++) batch.add(deviceOf(n));
    await finish();
    expect(batch.problem?.code).toBe(code);
    expect(batch.ended.aborted).toBe(true);
    const before = calls.length;
    batch.add(deviceOf(100));
    const outcome = (await finish()).outcomes.get('100.csr');
    expect(outcome).toMatchObject({ result: 'incomplete', done: [], problem: { code } });
    expect(calls).toHaveLength(before);
  });

  it('begins nothing after a cancel, and says what is left', async () => {
    const { batch, finish, stop, calls, time } = open();
    batch.add(deviceOf(1));
    await time.run(() => calls.length === 2);
    stop.abort(new Error('cancelled'));
    batch.add(deviceOf(2));
    const { outcomes } = await finish();
    expect(calls).toHaveLength(2);
    expect(outcomes.get('1.csr')).toMatchObject({
      result: 'incomplete',
      done: ['thing pump-1'],
      problem: { code: 'cancelled' },
    });
    expect(outcomes.get('2.csr')).toMatchObject({ result: 'incomplete', done: [], problem: { code: 'cancelled' } });
  });

  it('hands a bug over beside what became of the devices', async () => {
    const error = new TypeError('a bug');
    const { batch, finish } = open({
      attachPolicy: () => {
        throw error;
      },
    });
    batch.add(deviceOf(1));
    const { outcomes, bug } = await finish();
    expect(bug).toBe(error);
    expect(outcomes.get('1.csr')?.problem?.code).toBe('registration-bug');
  });
});
