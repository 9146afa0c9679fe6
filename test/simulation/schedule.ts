import { seededRandom } from '../../src/emulator/random.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import { EMPTY_LEDGER } from '../../src/records/ledger.ts';
import { spanOf } from '../../src/records/reach.ts';
import { CALM, createAccount, type Device } from './account.ts';
import { PLACE, playAttempt, playPostStep } from './attempt.ts';
import { createMachine } from './machine.ts';
import { checkOut } from './repository.ts';
import { createVirtualClock } from './virtual-clock.ts';
import { createRun, type World, wait } from './world.ts';

const ATTEMPTS = 5;

/** Longer than a request may take effect after it was sent (14 s), and its certificate stay out of the listing (5 s). */
const SETTLED_MS = 20_000;

/** The clocks of GitHub and AWS may differ by so much, as the product allows for. */
const CREATED_BEFORE_MS = 5 * 60_000;

/**
 * One fleet, from a seed: attempts that are killed at any instant and at any line of the journal, followed by a post
 * step or not, on the same machine or on another, among faults of every kind; and then an attempt in calm weather. They
 * are attempts of one workflow run, or of several runs, each with CSRs of its own choice. The ledger is a file that was
 * pushed or not, is out of date, mistyped, or merged with that of another run; or it travels in artifacts, which may not
 * be readable. Another tool uses the same account, before the first run for the same devices, too.
 *
 * Between runs the schedule keeps to what the product promises: another run begins only when what the run before has
 * asked for is listed, since a first attempt does not wait for late listings.
 *
 * @returns what is wrong at the end, and what happened, line by line
 */
export async function playSchedule(
  seed: number,
  fleet: readonly Device[],
): Promise<{ readonly wrong: readonly string[]; readonly events: readonly string[] }> {
  const events: string[] = [];
  const begin = Date.UTC(2026, 10, 24);
  const clock = createVirtualClock(begin);
  const trace = (event: string): void => {
    events.push(`${((clock.now() - begin) / 1_000).toFixed(3)} s: ${event}`);
  };
  const { world, skew, isOneRun, csrs } = createWorld(seed, fleet, clock, trace);
  const { random } = world;
  await useOtherTool(world, random() < 0.3);
  for (let number = 1; number < ATTEMPTS; number++) {
    const weather = { throttle: random() * 0.2, doubt: random() * 0.5, trouble: random() * 0.2, lag: random() * 5_000 };
    await playAttempt(world, weather, true);
    if (random() < 0.5) await playPostStep(world, weather);
    if (random() < 0.3) await useOtherTool(world, false);
    if (isOneRun || !(await beginRun(world, skew, csrs))) await beginAttempt(world);
  }
  judge(world, await playAttempt(world, CALM, false));
  return { wrong: world.wrong, events };
}

function createWorld(
  seed: number,
  fleet: readonly Device[],
  clock: World['clock'],
  trace: World['trace'],
): { readonly world: World; readonly skew: number; readonly isOneRun: boolean; readonly csrs: World['run']['csrs'] } {
  const random = seededRandom(seed);
  const size = 1 + Math.floor(random() * fleet.length);
  const devices = fleet.slice(0, size);
  const skew = (random() - 0.5) * 20 * 60_000;
  const isOneRun = random() < 0.5;
  const csrs = devices.map(({ csr }) => csr);
  const start = clock.now() + skew;
  const world: World = {
    random,
    clock,
    trace,
    wrong: [],
    account: createAccount(fleet, clock, random, skew, trace),
    pems: new Map(fleet.map(({ csr, pem }) => [csr.path, pem])),
    ledgerKept: random() < 0.5 ? 'file' : 'artifact',
    repositoryCreated: start - CREATED_BEFORE_MS,
    strangers: fleet.slice(size),
    activates: random() < 0.3,
    handedOver: new Set(),
    run: createRun(1, start, isOneRun ? csrs : someOf(csrs, random)),
    machine: createMachine(),
    workspace: EMPTY_LEDGER,
    base: EMPTY_LEDGER,
    kept: [],
  };
  return { world, skew, isOneRun, csrs };
}

/** Some of them, one at least. */
function someOf<T>(all: readonly T[], random: () => number): readonly T[] {
  const some = all.filter(() => random() < 0.6);
  return some.length > 0 ? some : all.slice(0, 1);
}

/** Another tool asks for certificates in the same account, for devices of its own, or for those of the batch. */
async function useOtherTool(world: World, forTheBatch: boolean): Promise<void> {
  const { account, clock, random, strangers, run, pems, trace } = world;
  const wanted = [
    ...strangers.filter(() => random() < 0.5).map(({ pem }) => pem),
    ...(forTheBatch ? run.csrs.filter(() => random() < 0.5).map(({ path }) => pems.get(path) ?? '') : []),
  ];
  if (wanted.length === 0) return;
  trace('another tool is at work');
  const iot = account.reach(CALM, () => true);
  for (const pem of wanted) {
    let isOver = false;
    void iot.createCertificate(pem, false).then(() => {
      isOver = true;
    });
    await clock.run(() => isOver);
  }
  await wait({ clock }, SETTLED_MS);
}

/** Mostly a re-run, on this machine or another; or the same step once more on the same machine. */
async function beginAttempt(world: World): Promise<void> {
  const { random, trace, clock } = world;
  // "Re-run" takes a while to press, a second at least.
  await wait({ clock }, 1_000 + random() * 20_000);
  const draw = random();
  if (draw < 0.25) {
    trace('the step runs again on the same machine');
    return;
  }
  if (draw < 0.75) {
    world.machine = createMachine();
    trace('the machine vanishes');
    checkOut(world);
  }
  world.run = { ...world.run, attempt: world.run.attempt + 1 };
}

/** Another run, with CSRs of its own choice. @returns false when none begins */
async function beginRun(world: World, skew: number, csrs: World['run']['csrs']): Promise<boolean> {
  const { random, trace, clock, run } = world;
  if (random() < 0.4) return false;
  await wait({ clock }, SETTLED_MS + random() * 60_000);
  world.run = createRun(run.id + 1, clock.now() + skew, someOf(csrs, random));
  if (random() < 0.7) {
    world.machine = createMachine();
    trace('another run begins, on another machine');
  } else trace('another run begins, on the same machine');
  checkOut(world);
  return true;
}

/** One certificate a CSR, in the account, on the disk, handed over, and in the ledger; and the ledger claims no more. */
function judge(world: World, last: readonly Outcome[] | undefined): void {
  const { wrong, account, machine, handedOver, activates, workspace, run, strangers } = world;
  const foreign = new Set(strangers.map(({ csr }) => csr.spkiSha256));
  for (const [path, spki] of [...world.pems.keys()].flatMap((path) => spkiOf(world, path))) {
    const count = account.certificates.filter((certificate) => certificate.spki === spki).length;
    if (count > 1 && !foreign.has(spki)) wrong.push(`${path} has ${count} certificates in the account`);
  }
  for (const csr of run.csrs) {
    const only = account.certificates.find(({ spki }) => spki === csr.spkiSha256);
    const outcome = last?.find((one) => one.csr.path === csr.path);
    const certificate = outcome !== undefined && 'certificate' in outcome ? outcome.certificate : undefined;
    if (only === undefined) wrong.push(`${csr.path} has no certificate in the account`);
    if (certificate?.id !== only?.id) {
      wrong.push(`${csr.path} is reported to have ${certificate?.id}, and has ${only?.id}`);
    }
    if (machine.files.get(csr.path) !== only?.pem) wrong.push(`the PEM of ${csr.path} is missing`);
    if (!handedOver.has(only?.id ?? '')) wrong.push(`the certificate of ${csr.path} was not handed over`);
    // What an earlier run left INACTIVE stays so: somebody may have disabled it.
    const isOfThisRun = only !== undefined && only.createdAt >= run.start;
    if (activates && isOfThisRun && only.status !== 'ACTIVE')
      wrong.push(`the certificate of ${csr.path} is not active`);
    const entry = workspace.entries.find(({ spkiSha256 }) => spkiSha256 === csr.spkiSha256);
    if (entry?.certificateId !== only?.id) wrong.push(`the ledger does not have the certificate of ${csr.path}`);
  }
  judgeLedger(world);
}

function spkiOf({ account }: World, path: string): readonly (readonly [string, string])[] {
  return account.keys.flatMap((key) => (key.path === path ? [[path, key.spki] as const] : []));
}

/** What is in the ledger is in the account; and what was created up to its horizon is in the ledger. */
function judgeLedger({ wrong, account, kept }: World): void {
  const { entries, others, horizons } = kept.at(-1) ?? EMPTY_LEDGER;
  const recorded = new Map([...entries, ...others].map(({ certificateId, spkiSha256 }) => [certificateId, spkiSha256]));
  for (const [id, spki] of recorded) {
    if (!account.certificates.some((certificate) => certificate.id === id && certificate.spki === spki)) {
      wrong.push(`the ledger has ${id.slice(0, 6)}, and the account has not`);
    }
  }
  const known = spanOf(horizons, PLACE);
  if (known === undefined) return;
  for (const { id, createdAt } of account.certificates) {
    if (createdAt >= known.since && createdAt < known.until && !recorded.has(id)) {
      wrong.push(`the ledger claims to know ${id.slice(0, 6)}`);
    }
  }
}
