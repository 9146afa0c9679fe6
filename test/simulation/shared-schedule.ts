import type { Failure } from '../../src/aws/answers.ts';
import type { Iot } from '../../src/aws/iot.ts';
import type { Csr } from '../../src/csr/csr.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { adopt } from '../../src/issuance/adopt.ts';
import { createClaims } from '../../src/issuance/claims.ts';
import { issueBatch } from '../../src/issuance/issue-batch.ts';
import { learn } from '../../src/issuance/learn.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { resolveJournal } from '../../src/issuance/resolve-journal.ts';
import { withGrace } from '../../src/lib/grace.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import { NO_EARLIER } from '../../src/records/earlier-attempts.ts';
import { readJournal } from '../../src/records/journal.ts';
import { EMPTY_LEDGER, entryFor } from '../../src/records/ledger.ts';
import { isHorizon, parseItem } from '../../src/records/table/item.ts';
import type { LedgerTable } from '../../src/records/table/ledger-table.ts';
import { CALM, createAccount, type Device, TIMEOUT_MS, type Weather } from './account.ts';
import { createMachine, type Machine, openJournal } from './machine.ts';
import { type SharedProcess, startProcess } from './shared-process.ts';
import { createTable } from './shared-table.ts';
import { createVirtualClock } from './virtual-clock.ts';

const PLACE = { account: '123456789012', region: 'eu-west-1' };
/** More than the lease of a claim, and what it takes to take it over. */
const SPAN_MS = 90_000;
/** As the product gives the table after a cancel. */
const GRACE_MS = 5_000;

/** All that runs of one schedule share. */
interface World {
  readonly random: () => number;
  readonly clock: ReturnType<typeof createVirtualClock>;
  readonly trace: (event: string) => void;
  readonly devices: readonly Device[];
  readonly account: ReturnType<typeof createAccount>;
  readonly table: ReturnType<typeof createTable>;
  readonly results: (readonly Outcome[])[];
  /** Runs, and what comes of them, that are still to end. */
  running: number;
}

/** One run on a machine. */
interface Run {
  readonly name: string;
  readonly csrs: readonly Csr[];
  readonly weather: Weather;
  readonly isCalm: boolean;
  readonly machine: Machine;
}

/**
 * One fleet and one table, from a seed: several runs on machines of their own begin at any instant, with CSRs of their
 * own choice; each may be killed, at a line of its journal, too, cancelled, stopped, or asleep for longer than its claims
 * last, among faults of the account and of the table. Its post step follows, or another attempt on its machine, or
 * nothing. Another tool may have used the account before. Then one more run, in calm weather.
 *
 * @returns what is wrong at the end, and what happened, line by line
 */
export async function playShared(seed: number, fleet: readonly Device[]) {
  const random = seededRandom(seed);
  const begin = Date.UTC(2026, 10, 24);
  const clock = createVirtualClock(begin);
  const events: string[] = [];
  const trace = (event: string): void => {
    events.push(`${((clock.now() - begin) / 1_000).toFixed(3)} s: ${event}`);
  };
  const devices = fleet.slice(0, 1 + Math.floor(random() * fleet.length));
  const account = createAccount(devices, clock, random, (random() - 0.5) * 20 * 60_000, trace);
  const table = createTable(clock, random);
  const world: World = { random, clock, trace, devices, account, table, results: [], running: 0 };
  if (random() < 0.3) await useOtherTool(world);
  const runs = 2 + Math.floor(random() * 3);
  for (let run = 1; run <= runs; run++) {
    const weather = { throttle: random() * 0.2, doubt: random() * 0.4, trouble: random() * 0.2, lag: random() * 5_000 };
    const csrs = devices.filter(() => random() < 0.8).map(({ csr }) => csr);
    soon(world, random() * SPAN_MS, () => {
      if (csrs.length > 0) play(world, { name: `run ${run}`, csrs, weather, isCalm: false, machine: createMachine() });
    });
  }
  await clock.run(() => world.running === 0);
  const csrs = devices.map(({ csr }) => csr);
  play(world, { name: 'the last run', csrs, weather: CALM, isCalm: true, machine: createMachine() });
  await clock.run(() => world.running === 0);
  return { wrong: judge(csrs, account.certificates, world.results, table.items), events };
}

function soon(world: World, ms: number, work: () => void): void {
  world.running++;
  world.clock.at(world.clock.now() + ms, () => {
    world.running--;
    work();
  });
}

/** Some of the devices have a certificate before the table is used for the account. */
async function useOtherTool({ account, devices, clock, random, trace }: World): Promise<void> {
  trace('another tool is at work');
  const iot = account.reach(CALM, () => true);
  for (const { pem } of devices.filter(() => random() < 0.5)) {
    let isOver = false;
    void iot.createCertificate(pem, false).then(() => {
      isOver = true;
    });
    await clock.run(() => isOver);
  }
}

/** One run to its end, and what follows where it was a bad one. */
function play(world: World, run: Run): void {
  const { random, clock, trace, results } = world;
  const { name, csrs, isCalm } = run;
  world.running++;
  const process = startProcess(name, clock, (random() - 0.5) * 20 * 60_000);
  const stop = new AbortController();
  trace(`${name} begins with ${csrs.map(({ path }) => path).join(', ')}`);
  let isOver = false;
  const end = (isDead: boolean): void => {
    if (isOver) return;
    isOver = true;
    process.die();
    world.running--;
    if (isDead) follow(world, run);
  };
  const die = (why: string): void => {
    if (!process.isAlive() || isOver) return;
    trace(`${name} dies ${why}`);
    end(true);
  };
  if (!isCalm && random() < 0.4) clock.at(clock.now() + random() * 40_000, () => die('at a random instant'));
  if (!isCalm && random() < 0.2) {
    clock.at(clock.now() + random() * 40_000, () => {
      if (isOver) return;
      trace(`${name} is cancelled`);
      stop.abort(new Error('cancelled'));
      // The runner ends what has not ended by then.
      clock.at(clock.now() + 10_000, () => die('ten seconds after the cancel'));
    });
  }
  issueShared(world, run, { process, die, stop: stop.signal }).then(
    (outcomes) => {
      if (!process.isAlive()) return;
      trace(`${name} ends: ${outcomes.map(({ csr, result }) => `${csr.path} ${result}`).join(', ')}`);
      results.push(outcomes);
      end(stop.signal.aborted);
    },
    (error) => {
      if (!process.isAlive()) return;
      trace(`${name} gives up: ${error}`);
      end(true);
    },
  );
}

/** After a run that ended badly: its post step, another attempt on its machine, or nothing. */
function follow(world: World, run: Run): void {
  const { random } = world;
  const draw = random();
  if (draw < 0.4) soon(world, random() * 20_000, () => playPostStep(world, run));
  else if (draw < 0.6) {
    soon(world, 1_000 + random() * 40_000, () => play(world, { ...run, name: `${run.name} again` }));
  }
}

/** Resolves the journal of a machine, and adds what it has to the table. */
function playPostStep(world: World, { name, weather, machine }: Run): void {
  const { clock, random, trace, account, table } = world;
  world.running++;
  trace(`the post step of ${name} begins`);
  const process = startProcess(`the post step of ${name}`, clock, 0);
  const end = (): void => {
    process.die();
    world.running--;
  };
  const work = async (): Promise<void> => {
    const quiet = { clock: process.clock, isAlive: process.isAlive, die() {} };
    const { journal, before } = openJournal(machine, quiet, undefined);
    const iot = account.reach(weather, process.isAlive);
    const access = {
      iot,
      pacers: createPacers(process.clock),
      clock: process.clock,
      signal: new AbortController().signal,
    };
    const quietSince = process.clock.now() + TIMEOUT_MS;
    await resolveJournal(before, { journal, access, quietSince, origin: undefined });
    await journal.flush();
    const entries = [...readJournal(machine.journal).certificates.values()].map(({ spki, csr, path, certificate }) =>
      entryFor({ spkiSha256: spki, csrSha256: csr, path }, certificate, PLACE),
    );
    await table.reach(process, random() * 0.2).add(entries);
  };
  work().then(end, (error) => {
    trace(`the post step of ${name} gives up: ${error}`);
    end();
  });
}

/** A process may be stopped between signing a request and sending it, and whenever an answer comes. */
function stoppable(iot: Iot, process: SharedProcess, random: () => number, trace: (event: string) => void): Iot {
  const mayStop = (): void => {
    if (random() > 0.06) return;
    const ms = random() * 60_000;
    const sleeps = random() < 0.5;
    trace(`${process.name} is ${sleeps ? 'asleep' : 'stopped'} for ${Math.round(ms / 1_000)} s`);
    process.pause(ms, sleeps);
  };
  const after = async <T>(answer: Promise<T>): Promise<T> => {
    const answered = await answer;
    mayStop();
    await process.resumed();
    return answered;
  };
  const late: Failure = { kind: 'unsent', code: 'LeaseEnded', message: 'late' };
  return {
    ...iot,
    async createCertificate(pem, setAsActive, mayLeave) {
      mayStop();
      await process.resumed();
      if (mayLeave?.() === false) return late;
      return after(iot.createCertificate(pem, setAsActive));
    },
    listCertificates: (marker) => after(iot.listCertificates(marker)),
    describeCertificate: (id) => after(iot.describeCertificate(id)),
  };
}

async function issueShared(
  { random, trace, account, table, devices }: World,
  { csrs, weather, isCalm, machine }: Run,
  life: { readonly process: SharedProcess; readonly die: (why: string) => void; readonly stop: AbortSignal },
): Promise<readonly Outcome[]> {
  const { process, die, stop: signal } = life;
  const { clock } = process;
  const ledger: LedgerTable = table.reach(process, isCalm ? 0 : random() * 0.3, withGrace(signal, GRACE_MS, clock));
  const iot = stoppable(account.reach(weather, process.isAlive), process, isCalm ? () => 1 : random, trace);
  const access = { iot, pacers: createPacers(clock), clock, signal };
  const silent = { info() {}, stage() {}, endStage() {}, annotate() {} };
  await adopt(ledger, PLACE, access, silent);
  const read = await ledger.read(csrs.map(({ spkiSha256 }) => ({ ...PLACE, spkiSha256 })));
  const mortal = { clock, isAlive: process.isAlive, die };
  const { journal, before } = openJournal(machine, mortal, isCalm ? undefined : random);
  const entries = [...read.values()].flatMap(({ certificates }) => certificates);
  const records = { ledger: { ...EMPTY_LEDGER, entries }, manifest: [], journal: before, earlier: NO_EARLIER };
  const memory = learn(records, PLACE, { reissue: false, distrust: false, runId: undefined });
  const { outcomes } = await issueBatch({
    csrs,
    leavesOut: false,
    namesSeconds: true,
    request: {
      pemOf: (csr) => devices.find((one) => one.csr === csr)?.pem,
      setAsActive: false,
      origin: undefined,
    },
    access,
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
      signal,
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
    log: silent,
  });
  const issued = outcomes.flatMap((outcome) => ('certificate' in outcome ? [outcome] : []));
  await ledger.add(issued.map(({ csr, certificate }) => entryFor(csr, certificate, PLACE)));
  return outcomes;
}

function judge(
  csrs: readonly Csr[],
  certificates: readonly { readonly id: string; readonly spki: string }[],
  results: readonly (readonly Outcome[])[],
  items: ReturnType<typeof createTable>['items'],
): readonly string[] {
  const wrong: string[] = [];
  const parsed = [...items.values()].filter((item) => !isHorizon(item)).map(parseItem);
  for (const csr of csrs) {
    const all = certificates.filter(({ spki }) => spki === csr.spkiSha256);
    if (all.length !== 1) wrong.push(`${csr.path} has ${all.length} certificates in the account`);
    for (const outcome of results.flat().filter((one) => one.csr === csr)) {
      if ('certificate' in outcome && outcome.certificate.id !== all[0]?.id)
        wrong.push(`${csr.path} got another certificate`);
    }
    const last = results.at(-1)?.find((one) => one.csr === csr);
    if (last === undefined || !('certificate' in last)) wrong.push(`the last run has no certificate for ${csr.path}`);
    const item = parsed.find((one) => 'key' in one && one.key.spkiSha256 === csr.spkiSha256);
    const recorded = item !== undefined && 'key' in item ? item : undefined;
    if (recorded?.certificates[0]?.certificateId !== all[0]?.id) wrong.push(`the table does not have ${csr.path}`);
    if (recorded?.claim !== undefined) wrong.push(`${csr.path} is still claimed`);
  }
  return wrong;
}
