import type { Iot } from '../../src/aws/iot.ts';
import type { Csr } from '../../src/csr/csr.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { chooseSearch } from '../../src/issuance/choose-search.ts';
import { issueBatch } from '../../src/issuance/issue-batch.ts';
import { learn } from '../../src/issuance/learn.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { resolveJournal } from '../../src/issuance/resolve-journal.ts';
import { type Survey, shareSurveys, surveyOf } from '../../src/issuance/survey.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import { NO_EARLIER } from '../../src/records/earlier-attempts.ts';
import { type JournalState, readJournal } from '../../src/records/journal.ts';
import { EMPTY_LEDGER, extendLedger } from '../../src/records/ledger.ts';
import { spanOf } from '../../src/records/reach.ts';
import { shardOfKey } from '../../src/validation/shard.ts';
import { CALM, createAccount, type Device, type SimulatedAccount, TIMEOUT_MS, type Weather } from './account.ts';
import { PLACE } from './attempt.ts';
import { createMachine, type Machine, openJournal } from './machine.ts';
import { type SharedProcess, startProcess } from './shared-process.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

/** Longer than a request may take effect after it was sent (14 s), and its certificate stay out of the listing (5 s). */
const SETTLED_MS = 20_000;
const ATTEMPTS = 4;

interface Shard {
  readonly index: number;
  readonly csrs: readonly Csr[];
  machine: Machine;
  /** What its attempts uploaded. */
  readonly artifacts: JournalState[];
  /** It was not green in its last attempt. */
  failed: boolean;
  outcomes: readonly Outcome[];
}

interface Batch {
  readonly random: () => number;
  readonly clock: VirtualClock;
  readonly trace: (event: string) => void;
  readonly account: SimulatedAccount;
  readonly pemOf: ReadonlyMap<string, string>;
  readonly shards: readonly Shard[];
  /** Milliseconds of AWS's clock: when the repository was created. */
  readonly created: number;
  /** By attempt: what the first shard of it found out. */
  readonly surveys: Map<number, Survey>;
  /** Ids of what another tool created. */
  readonly foreign: Set<string>;
  attempt: number;
  /** Certificates of other shards that a shard has looked at. */
  looks: number;
  running: number;
}

/**
 * A batch that the jobs of one workflow run issue as shards, from a seed: jobs begin at any time, are killed at any instant
 * and at any line of the journal, with their machines, and run again, all of them or those that failed. Between attempts,
 * and before the first, another tool asks for certificates of devices of the batch. What the shards share cannot always be
 * read or written. Then all of them once more, in calm weather.
 *
 * @returns what is wrong at the end, and what happened, line by line
 */
export async function playShards(seed: number, fleet: readonly Device[]) {
  const events: string[] = [];
  const begin = Date.UTC(2026, 10, 24);
  const clock = createVirtualClock(begin);
  const trace = (event: string): void => {
    events.push(`${((clock.now() - begin) / 1_000).toFixed(3)} s: ${event}`);
  };
  const random = seededRandom(seed);
  const isCalm = random() < 0.1;
  const batch = createBatch(fleet, clock, random, trace);
  const { shards } = batch;
  const wrong: string[] = [];
  for (; batch.attempt < ATTEMPTS; batch.attempt++) {
    await useOtherTool(batch);
    const all = batch.attempt === 1 || random() < 0.4;
    const weather = isCalm
      ? CALM
      : {
          throttle: random() * 0.2,
          doubt: random() * 0.4,
          late: random() < 0.5 ? 0 : 1,
          trouble: random() * 0.2,
          lag: random() * 5_000,
        };
    await playAttempt(batch, all ? shards : shards.filter(({ failed }) => failed), weather, isCalm);
    if (isCalm && batch.looks > 0) wrong.push(`${batch.looks} certificates of other shards were looked at`);
    // "Re-run" takes a while to press, a second at least.
    await wait(clock, 1_000 + random() * soonOrLater(random, 20_000));
  }
  await useOtherTool(batch);
  await playAttempt(batch, shards, CALM, true);
  return { wrong: [...wrong, ...judge(batch)], events };
}

function createBatch(
  fleet: readonly Device[],
  clock: VirtualClock,
  random: () => number,
  trace: (event: string) => void,
): Batch {
  const of = 2 + Math.floor(random() * 2);
  const skew = (random() - 0.5) * 20 * 60_000;
  const csrs = fleet.map(({ csr }) => csr);
  return {
    random,
    clock,
    trace,
    account: createAccount(fleet, clock, random, skew, trace),
    pemOf: new Map(fleet.map(({ csr, pem }) => [csr.path, pem])),
    shards: Array.from({ length: of }, (_, n) => ({
      index: n + 1,
      csrs: csrs.filter(({ spkiSha256 }) => shardOfKey(spkiSha256, { of }) === n + 1),
      machine: createMachine(),
      artifacts: [],
      failed: true,
      outcomes: [],
    })),
    created: clock.now() + skew - 60_000,
    surveys: new Map(),
    foreign: new Set(),
    attempt: 1,
    looks: 0,
    running: 0,
  };
}

/** What goes wrong between two shards does so within seconds; other things take longer. */
function soonOrLater(random: () => number, ms: number): number {
  return random() < 0.6 ? ms / 12 : ms;
}

/** All shards of one attempt, each from a time of its own on. */
async function playAttempt(batch: Batch, shards: readonly Shard[], weather: Weather, isCalm: boolean): Promise<void> {
  const { clock, random } = batch;
  const span = soonOrLater(random, 40_000);
  for (const shard of shards) {
    batch.running++;
    shard.failed = true;
    // A job that is run again is run elsewhere.
    shard.machine = createMachine();
    clock.at(clock.now() + random() * span, () => {
      void playShard(batch, shard, weather, isCalm).finally(() => batch.running--);
    });
  }
  await clock.run(() => batch.running === 0);
}

/** One job: the step, which may be killed, run again on its machine, or be followed by its post step. */
async function playShard(batch: Batch, shard: Shard, weather: Weather, isCalm: boolean): Promise<void> {
  const { random } = batch;
  if (await runStep(batch, shard, weather, isCalm)) return;
  if (random() < 0.2 && (await runStep(batch, shard, weather, isCalm))) return;
  if (random() < 0.5)
    await runProcess(batch, `the post step of shard ${shard.index}`, isCalm, postStep(batch, shard, weather));
}

/** @returns whether it was green */
async function runStep(batch: Batch, shard: Shard, weather: Weather, isCalm: boolean): Promise<boolean> {
  const name = `shard ${shard.index} in attempt ${batch.attempt}`;
  const outcomes = await runProcess(batch, name, isCalm, issueShard(batch, shard, weather, isCalm));
  if (outcomes === undefined) return false;
  batch.trace(`${name} ends: ${outcomes.map(({ csr, result }) => `${csr.path} ${result}`).join(', ')}`);
  shard.outcomes = outcomes;
  shard.artifacts.push(readJournal(shard.machine.journal));
  shard.failed = outcomes.some((outcome) => !('certificate' in outcome));
  return !shard.failed;
}

type Work<T> = (process: SharedProcess) => Promise<T>;

/** @returns undefined unless it ended by itself */
async function runProcess<T>(
  { clock, random, trace }: Batch,
  name: string,
  isCalm: boolean,
  work: Work<T>,
): Promise<T | undefined> {
  const process = startProcess(name, clock, 0);
  trace(`${name} begins`);
  return new Promise((resolve) => {
    const die = (why: string): void => {
      if (!process.isAlive()) return;
      trace(`${name} dies ${why}`);
      process.die();
      resolve(undefined);
    };
    if (!isCalm && random() < 0.5)
      clock.at(clock.now() + random() * soonOrLater(random, 30_000), () => die('at a random instant'));
    const dying = { ...process, die: () => die('at a line of the journal') };
    work(dying).then(
      (value) => {
        if (!process.isAlive()) return;
        process.die();
        resolve(value);
      },
      (error) => {
        if (!process.isAlive()) return;
        trace(`${name} gives up: ${error}`);
        process.die();
        resolve(undefined);
      },
    );
  });
}

function issueShard(batch: Batch, shard: Shard, weather: Weather, isCalm: boolean): Work<readonly Outcome[]> {
  const { account, attempt, created, shards } = batch;
  const draw = isCalm ? () => 1 : batch.random;
  return async (process) => {
    const { journal, before } = openJournal(shard.machine, process, isCalm ? undefined : batch.random);
    const isRerun = attempt > 1;
    const surveys = {
      async read() {
        await process.clock.sleep(500);
        return draw() < 0.15 ? undefined : batch.surveys.get(attempt);
      },
      async share(found: Survey) {
        await process.clock.sleep(1_000);
        // A name holds one artifact.
        if (draw() > 0.15 && !batch.surveys.has(attempt)) batch.surveys.set(attempt, found);
      },
    };
    const survey = await surveys.read();
    const reads = draw() > 0.3;
    const own = isRerun && reads ? shard.artifacts : [];
    const siblings =
      isRerun && survey === undefined && draw() > 0.3 ? shards.flatMap(({ artifacts }) => artifacts) : [];
    const earlier = { ...NO_EARLIER, certificates: own.flatMap(handedOver), seen: keysOf([...own, ...siblings]) };
    const inDoubt = new Map([...own.flatMap((state) => [...state.inDoubt]), ...before.inDoubt]);
    const ledger = survey?.ledger ?? EMPTY_LEDGER;
    const known = spanOf(ledger.horizons, PLACE);
    const search = chooseSearch({
      reconcile: { when: 'auto' },
      known,
      earliest: created,
      isSurveyed: survey !== undefined,
      reissue: false,
      isRerun,
    });
    if (search.scope === 'since-run-start') throw new Error('nothing is reissued');
    const shared = shareSurveys(surveys, survey, inDoubt, isRerun, TIMEOUT_MS);
    const records = { ledger, manifest: [], journal: before, earlier };
    const memory = learn(records, PLACE, { reissue: false, distrust: false, runId: undefined });
    const { outcomes } = await issueBatch({
      csrs: shard.csrs,
      leavesOut: false,
      namesSeconds: false,
      request: { pemOf: ({ path }) => batch.pemOf.get(path), setAsActive: false, origin: undefined },
      access: {
        iot: counting(account.reach(weather, process.isAlive), batch, shard),
        pacers: createPacers(process.clock),
        clock: process.clock,
        signal: new AbortController().signal,
      },
      earlier: {
        ...memory,
        ownSince: undefined,
        runId: undefined,
        journal: { ...before, inDoubt },
        reissue: false,
        search,
        quietSince: process.clock.now() + TIMEOUT_MS,
      },
      journal,
      surveys: {
        othersSince: shared.othersSince,
        share: ({ seen, covered }) =>
          shared.share(() => {
            const reach = { seen: new Map([...memory.others, ...seen]), covered, refuted: new Set<string>() };
            return surveyOf(extendLedger(ledger, [], reach, PLACE), covered, PLACE);
          }),
      },
      store: {
        nameOf: ({ path }) => path,
        read: async ({ path }) => shard.machine.files.get(path),
        write: async ({ path }, pem) => {
          if (process.isAlive()) shard.machine.files.set(path, pem);
        },
      },
      log: { info() {}, stage() {}, endStage() {}, annotate() {} },
    });
    return outcomes;
  };
}

/** A post step resolves what the journal leaves in doubt, and uploads the journal. */
function postStep({ account, random }: Batch, shard: Shard, weather: Weather): Work<void> {
  return async (process) => {
    const { journal, before } = openJournal(shard.machine, process, random);
    const access = {
      iot: account.reach(weather, process.isAlive),
      pacers: createPacers(process.clock),
      clock: process.clock,
      signal: new AbortController().signal,
    };
    const quietSince = process.clock.now() + TIMEOUT_MS;
    await resolveJournal(before, { journal, access, quietSince, origin: undefined });
    await journal.flush();
    if (process.isAlive()) shard.artifacts.push(readJournal(shard.machine.journal));
  };
}

/** Counts the certificates of other shards that are looked at. */
function counting(iot: Iot, batch: Batch, shard: Shard): Iot {
  const keys = new Set(shard.csrs.map(({ spkiSha256 }) => spkiSha256));
  return {
    ...iot,
    describeCertificate(id) {
      const certificate = batch.account.certificates.find((one) => one.id === id);
      if (certificate !== undefined && !keys.has(certificate.spki) && !batch.foreign.has(id)) batch.looks++;
      return iot.describeCertificate(id);
    },
  };
}

const handedOver = ({ certificates }: JournalState) =>
  [...certificates.values()].map(({ spki, certificate }) => ({ spkiSha256: spki, certificate }));

function keysOf(states: readonly JournalState[]): ReadonlyMap<string, string> {
  return new Map(
    states.flatMap((state) => [
      ...state.seen,
      ...handedOver(state).map(({ spkiSha256, certificate: { id } }) => [id, spkiSha256] as const),
    ]),
  );
}

/** Another tool asks for certificates of devices that have none, once all that was asked for before is listed. */
async function useOtherTool({ account, clock, random, trace, pemOf, foreign }: Batch): Promise<void> {
  if (random() < 0.7) return;
  await wait(clock, SETTLED_MS);
  const iot = account.reach(CALM, () => true);
  for (const { path, spki } of account.keys) {
    if (random() < 0.6 || account.certificates.some((certificate) => certificate.spki === spki)) continue;
    trace(`another tool asks for ${path}`);
    let isOver = false;
    void iot.createCertificate(pemOf.get(path) ?? '', false).then((answer) => {
      if (answer.kind === 'created') foreign.add(answer.id);
      isOver = true;
    });
    await clock.run(() => isOver);
  }
  await wait(clock, SETTLED_MS);
}

async function wait(clock: VirtualClock, ms: number): Promise<void> {
  let isOver = false;
  clock.at(clock.now() + ms, () => {
    isOver = true;
  });
  await clock.run(() => isOver);
}

/** One certificate a CSR, in the account and in what its shard hands over. */
function judge({ account, shards }: Batch): readonly string[] {
  const wrong: string[] = [];
  for (const { csrs, outcomes } of shards) {
    for (const csr of csrs) {
      const all = account.certificates.filter(({ spki }) => spki === csr.spkiSha256);
      if (all.length !== 1) wrong.push(`${csr.path} has ${all.length} certificates in the account`);
      const outcome = outcomes.find((one) => one.csr === csr);
      const id = outcome !== undefined && 'certificate' in outcome ? outcome.certificate.id : undefined;
      if (id !== all[0]?.id) wrong.push(`${csr.path} is reported to have ${id}, and has ${all[0]?.id}`);
    }
  }
  return wrong;
}
