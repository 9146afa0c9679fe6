import type { DescribedThing } from '../../src/aws/iot-registry.ts';
import { certificateArn } from '../../src/aws/place.ts';
import type { Csr } from '../../src/csr/csr.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { createClaims } from '../../src/issuance/claims.ts';
import { issueBatch } from '../../src/issuance/issue-batch.ts';
import { learn } from '../../src/issuance/learn.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { withGrace } from '../../src/lib/grace.ts';
import { NO_EARLIER } from '../../src/records/earlier-attempts.ts';
import { EMPTY_LEDGER, entryFor } from '../../src/records/ledger.ts';
import type { RegistrationOutcome } from '../../src/registration/registration-outcome.ts';
import type { DeviceWish, RegistryPlan, ThingFacts } from '../../src/registration/wish.ts';
import { newStory } from '../../src/report/story.ts';
import { registerDevices } from '../../src/stories/register-devices.ts';
import { registeredOf } from '../../src/stories/unregistered.ts';
import { CALM, createAccount, type Device, TIMEOUT_MS, type Weather } from './account.ts';
import { createMachine, type Machine, openJournal } from './machine.ts';
import { createRegistry, type RegistryWeather, type SimulatedRegistry } from './registry.ts';
import { type SharedProcess, startProcess } from './shared-process.ts';
import { createTable } from './shared-table.ts';
import { createVirtualClock } from './virtual-clock.ts';

const PLACE = { account: '123456789012', region: 'eu-west-1' };
/** Runs begin within this time. */
const SPAN_MS = 90_000;
const GRACE_MS = 5_000;
/** One of the groups carries this policy, where a run has looked. */
const CARRIED = 'carried';
const CALM_REGISTRY: RegistryWeather = { throttle: 0, doubt: 0, lag: 0 };

interface World {
  readonly random: () => number;
  readonly clock: ReturnType<typeof createVirtualClock>;
  readonly trace: (event: string) => void;
  readonly devices: readonly Device[];
  readonly wishes: ReadonlyMap<string, DeviceWish>;
  readonly account: ReturnType<typeof createAccount>;
  readonly registry: SimulatedRegistry;
  readonly table: ReturnType<typeof createTable>;
  /** Of the last run that ended. */
  outcomes: readonly RegistrationOutcome[];
  running: number;
}

interface Run {
  readonly name: string;
  readonly csrs: readonly Csr[];
  readonly weather: Weather;
  readonly registryWeather: RegistryWeather;
  readonly isCalm: boolean;
  readonly machine: Machine;
}

/**
 * One fleet, one account with its registry, and one table, from a seed: several runs on machines of their own begin at any
 * instant, with CSRs of their own choice. Each may be killed, at a line of its journal, too, or cancelled, among faults of
 * every call; some go on, on their machine. Another tool has things in the registry, some of which the devices are to
 * become. Some runs look at the registry before they begin. Then one more run, in calm weather.
 *
 * @returns what is wrong at the end, and what happened, line by line
 */
export async function playRegistration(seed: number, fleet: readonly Device[]) {
  const random = seededRandom(seed);
  const begin = Date.UTC(2026, 10, 24);
  const clock = createVirtualClock(begin);
  const events: string[] = [];
  const trace = (event: string): void => {
    events.push(`${((clock.now() - begin) / 1_000).toFixed(3)} s: ${event}`);
  };
  const devices = fleet.slice(0, 1 + Math.floor(random() * fleet.length));
  const registry = createRegistry(clock, random, trace, random() < 0.5);
  const world: World = {
    random,
    clock,
    trace,
    devices,
    wishes: wishesFor(devices, random),
    account: createAccount(devices, clock, random, (random() - 0.5) * 20 * 60_000, trace),
    registry,
    table: createTable(clock, random),
    outcomes: [],
    running: 0,
  };
  plantThings(world);
  const planted = snapshot(registry);
  const runs = 1 + Math.floor(random() * 3);
  for (let run = 1; run <= runs; run++) {
    const weather = { throttle: random() * 0.1, doubt: random() * 0.2, trouble: random() * 0.1, lag: random() * 3_000 };
    const registryWeather = { throttle: random() * 0.1, doubt: random() * 0.3, lag: random() * 4_000 };
    const csrs = devices.filter(() => random() < 0.8).map(({ csr }) => csr);
    soon(world, random() * SPAN_MS, () => {
      const machine = createMachine();
      if (csrs.length > 0) play(world, { name: `run ${run}`, csrs, weather, registryWeather, isCalm: false, machine });
    });
  }
  await clock.run(() => world.running === 0);
  // What was sent last may take effect when nobody waits any more.
  soon(world, 20_000, () => {});
  await clock.run(() => world.running === 0);
  const csrs = devices.map(({ csr }) => csr);
  const calm = { csrs, weather: CALM, registryWeather: CALM_REGISTRY, isCalm: true, machine: createMachine() };
  play(world, { name: 'the last run', ...calm });
  await clock.run(() => world.running === 0);
  return { wrong: judge(world, planted), events };
}

function wishesFor(devices: readonly Device[], random: () => number): World['wishes'] {
  const hasThings = random() < 0.9;
  const groups = ['line', 'all'].filter(() => random() < 0.6);
  const policies = ['fleet', CARRIED].filter(() => random() < 0.7);
  const principalType = random() < 0.7 ? ('EXCLUSIVE_THING' as const) : ('NON_EXCLUSIVE_THING' as const);
  return new Map(
    devices.map(({ csr: { path } }) => {
      const thing = {
        name: path.replace('.csr', ''),
        typeName: 'sensor',
        groups,
        billingGroup: undefined,
        attributes: new Map([['path', path]]),
        principalType,
      };
      return [path, { thing: hasThings ? thing : undefined, policies }];
    }),
  );
}

/** Things of others: strangers, and some that are as wished, with a certificate of their own or without one. */
function plantThings({ registry, wishes, random }: World): void {
  const stranger = { name: 'stranger', typeName: undefined, billingGroup: undefined, attributes: new Map() };
  registry.plant(stranger, 'arn:of:a-stranger');
  for (const { thing } of wishes.values()) {
    if (thing === undefined || random() > 0.2) continue;
    registry.plant(
      { ...thing, attributes: new Map([...thing.attributes, ['more', 'x']]) },
      random() < 0.5 ? `arn:of:${thing.name}` : undefined,
    );
  }
}

function snapshot({ things, attachments }: SimulatedRegistry) {
  return {
    things: [...things].map(([name, { typeName, attributes }]) => [name, typeName, [...attributes]] as const),
    attachments: attachments.map(({ thing, arn, type }) => ({ thing, arn, type })),
  };
}

function soon(world: World, ms: number, work: () => void): void {
  world.running++;
  world.clock.at(world.clock.now() + ms, () => {
    world.running--;
    work();
  });
}

/** One run to its end, and perhaps another on its machine where it was a bad one. */
function play(world: World, run: Run): void {
  const { random, clock, trace } = world;
  const { name, csrs, isCalm } = run;
  world.running++;
  const process = startProcess(name, clock, 0);
  const stop = new AbortController();
  trace(`${name} begins with ${csrs.map(({ path }) => path).join(', ')}`);
  let isOver = false;
  const end = (isDead: boolean): void => {
    if (isOver) return;
    isOver = true;
    process.die();
    world.running--;
    if (isDead && random() < 0.3) {
      soon(world, 1_000 + random() * 40_000, () => play(world, { ...run, name: `${name} again` }));
    }
  };
  const die = (why: string): void => {
    if (!process.isAlive() || isOver) return;
    trace(`${name} dies ${why}`);
    end(true);
  };
  if (!isCalm && random() < 0.5) clock.at(clock.now() + instantOf(random), () => die('at a random instant'));
  if (!isCalm && random() < 0.2) {
    clock.at(clock.now() + instantOf(random), () => {
      if (isOver) return;
      trace(`${name} is cancelled`);
      stop.abort(new Error('cancelled'));
      // The runner ends what has not ended by then.
      clock.at(clock.now() + 10_000, () => die('ten seconds after the cancel'));
    });
  }
  issueAndRegister(world, run, { process, die, stop: stop.signal }).then(
    (outcomes) => {
      if (!process.isAlive()) return;
      trace(
        `${name} ends: ${outcomes.map(({ path, result, problem }) => `${path} ${result} ${problem?.message ?? ''}`).join(', ')}`,
      );
      world.outcomes = outcomes;
      end(stop.signal.aborted);
    },
    (error) => {
      if (!process.isAlive()) return;
      trace(`${name} gives up: ${error}`);
      end(true);
    },
  );
}

/** Most runs last a second or two, some a minute. Milliseconds. */
function instantOf(random: () => number): number {
  return 20_000 * random() * random() * random();
}

async function issueAndRegister(
  world: World,
  { csrs, weather, registryWeather, isCalm, machine }: Run,
  life: { readonly process: SharedProcess; readonly die: (why: string) => void; readonly stop: AbortSignal },
): Promise<readonly RegistrationOutcome[]> {
  const { random, trace, account, table, devices, wishes, registry } = world;
  const { process, die, stop } = life;
  const { clock } = process;
  const ledger = table.reach(process, isCalm ? 0 : random() * 0.2, withGrace(stop, GRACE_MS, clock));
  const iot = account.reach(weather, process.isAlive);
  const read = await ledger.read(csrs.map(({ spkiSha256 }) => ({ ...PLACE, spkiSha256 })));
  const mortal = { clock, isAlive: process.isAlive, die };
  const { journal, before } = openJournal(machine, mortal, isCalm ? undefined : random);
  const entries = [...read.values()].flatMap(({ certificates }) => certificates);
  const records = { ledger: { ...EMPTY_LEDGER, entries }, manifest: [], journal: before, earlier: NO_EARLIER };
  const memory = learn(records, PLACE, { reissue: false, distrust: false, runId: undefined });
  const log = { info: trace, stage() {}, endStage() {}, annotate() {} };
  const story = newStory(clock);
  const own = new Map([...wishes].filter(([path]) => csrs.some((csr) => csr.path === path)));
  const beside = await registerDevices(
    story,
    {
      wishes: own,
      plan: planFor(world, random() < 0.5),
      letsConnect: false,
      account: { ...PLACE, registry: async () => registry.reach(registryWeather, process.isAlive) },
      memory: { ...memory, journal: { journal } },
    },
    { requestsPerSecond: { kind: 'auto' }, registration: { onExistingThing: 'attach' } },
    { log, clock, stop },
  );
  const { outcomes } = await issueBatch({
    csrs,
    leavesOut: false,
    namesSeconds: true,
    request: { pemOf: (csr) => devices.find((one) => one.csr === csr)?.pem, setAsActive: false, origin: undefined },
    access: { iot, pacers: createPacers(clock), clock, signal: stop },
    earlier: {
      ...memory,
      ownSince: undefined,
      runId: undefined,
      journal: before,
      reissue: false,
      search: { scope: 'unresolved' },
      quietSince: clock.now() + TIMEOUT_MS,
    },
    journal,
    claims: createClaims({
      table: ledger,
      place: PLACE,
      run: { name: process.name, origin: undefined },
      clock,
      signal: stop,
      awsTime: iot.awsTime,
      requestMs: TIMEOUT_MS,
      read,
      counts: () => true,
    }),
    store: {
      nameOf: ({ path }) => path,
      read: async ({ path }) => machine.files.get(path),
      write: async ({ path }, pem) => {
        if (process.isAlive()) machine.files.set(path, pem);
      },
    },
    follower: beside.follower,
    log,
  });
  await beside.finish(csrs);
  const registered = registeredOf(story.registration);
  const issued = outcomes.flatMap((outcome) => ('certificate' in outcome ? [outcome] : []));
  await ledger.add(issued.map(({ csr, certificate }) => entryFor(csr, certificate, PLACE, registered.get(csr.path))));
  return story.registration?.outcomes ?? [];
}

/** What a run has found out before it begins: all, or nothing. */
function planFor({ registry, wishes }: World, hasLooked: boolean): RegistryPlan {
  if (!hasLooked) return { things: new Map(), carried: new Map() };
  const factsOf = (name: string): ThingFacts => {
    const found = registry.things.get(name);
    if (found === undefined) return { thing: undefined, groups: [], principals: undefined };
    const { typeName, billingGroup, attributes } = found;
    const thing: DescribedThing = { kind: 'thing', name, arn: name, typeName, billingGroup, attributes, version: 1 };
    return {
      thing,
      groups: [...found.groups],
      principals: registry.attachments.filter((one) => one.thing === name).map(({ arn, type }) => ({ arn, type })),
    };
  };
  const names = [...wishes.values()].flatMap(({ thing }) => thing?.name ?? []);
  return { things: new Map(names.map((name) => [name, factsOf(name)])), carried: new Map([[CARRIED, 'all']]) };
}

/** Each device is what was asked for, and nothing else is touched. */
function judge(
  { wishes, devices, account, registry, outcomes }: World,
  planted: ReturnType<typeof snapshot>,
): readonly string[] {
  const wrong: string[] = [];
  const after = snapshot(registry);
  const arns = new Set<string>();
  for (const { csr } of devices) {
    const { thing, policies } = wishes.get(csr.path) as DeviceWish;
    const all = account.certificates.filter(({ spki }) => spki === csr.spkiSha256);
    if (all.length !== 1) wrong.push(`${csr.path} has ${all.length} certificates`);
    const arn = certificateArn(PLACE, all[0]?.id ?? '');
    arns.add(arn);
    const outcome = outcomes.find(({ path }) => path === csr.path);
    if (outcome?.hash === undefined) wrong.push(`${csr.path} is ${outcome?.result}: ${outcome?.problem?.message}`);
    const attached = registry.policies.get(arn) ?? new Set();
    if (policies.some((policy) => policy !== CARRIED && !attached.has(policy)))
      wrong.push(`${csr.path} lacks a policy`);
    if ([...attached].some((policy) => !policies.includes(policy))) wrong.push(`${csr.path} has another policy`);
    const held = registry.attachments.filter((one) => one.arn === arn);
    const expected = thing === undefined ? [] : [{ thing: thing.name, type: thing.principalType }];
    if (JSON.stringify(held.map(({ thing: name, type }) => ({ thing: name, type }))) !== JSON.stringify(expected)) {
      wrong.push(`the certificate of ${csr.path} is attached to ${JSON.stringify(held)}`);
    }
    if (thing === undefined) continue;
    const found = registry.things.get(thing.name);
    if (found?.typeName !== thing.typeName || found?.attributes.get('path') !== csr.path) {
      wrong.push(`${thing.name} is not as it was asked for`);
    }
    if ([...(found?.groups ?? [])].sort().join() !== [...thing.groups].sort().join()) {
      wrong.push(`${thing.name} is in ${[...(found?.groups ?? [])].join()}`);
    }
  }
  for (const one of planted.things) {
    if (!after.things.some((two) => JSON.stringify(two) === JSON.stringify(one))) wrong.push(`${one[0]} was changed`);
  }
  const strangers = after.attachments.filter(({ arn }) => !arns.has(arn));
  if (JSON.stringify(strangers) !== JSON.stringify(planted.attachments)) wrong.push('what others attached was changed');
  const names = new Set([
    ...planted.things.map(([name]) => name),
    ...[...wishes.values()].map(({ thing }) => thing?.name),
  ]);
  for (const name of registry.things.keys()) if (!names.has(name)) wrong.push(`${name} is nobody's`);
  for (const arn of registry.policies.keys()) if (!arns.has(arn)) wrong.push(`a policy is attached to ${arn}`);
  return wrong;
}
