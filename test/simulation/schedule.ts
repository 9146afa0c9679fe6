import { seededRandom } from '../../src/emulator/random.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import { CALM, createAccount, type Device } from './account.ts';
import { playAttempt, playPostStep } from './attempt.ts';
import { createMachine } from './machine.ts';
import { createVirtualClock } from './virtual-clock.ts';
import { createRun, type World, wait } from './world.ts';

const ATTEMPTS = 5;

/** Longer than a request may take effect after it was sent (14 s), and its certificate stay out of the listing (5 s). */
const SETTLED_MS = 20_000;

/**
 * One fleet, from a seed: attempts that are killed at any instant and at any line of the journal, followed by a post
 * step or not, on the same machine or on another, with a ledger that was committed or not, among faults of every kind;
 * and then an attempt in calm weather. They are attempts of one workflow run, or of several runs whose batch grows.
 *
 * Between runs the schedule keeps to what the product promises today. With a ledger, another run begins only when
 * everything that exists was committed: a run trusts the ledger whole. Without one, it begins only when what the run
 * before has asked for is listed: a first attempt does not wait for late listings.
 *
 * @returns what is wrong at the end, and what happened, line by line
 */
export async function playSchedule(
  seed: number,
  fleet: readonly Device[],
): Promise<{ readonly wrong: readonly string[]; readonly events: readonly string[] }> {
  const random = seededRandom(seed);
  const events: string[] = [];
  const begin = Date.UTC(2026, 10, 24);
  const clock = createVirtualClock(begin);
  const trace = (event: string): void => {
    events.push(`${((clock.now() - begin) / 1_000).toFixed(3)} s: ${event}`);
  };
  const devices = fleet.slice(0, 1 + Math.floor(random() * fleet.length));
  const skew = (random() - 0.5) * 20 * 60_000;
  const isOneRun = random() < 0.5;
  const first = isOneRun ? devices.length : 1 + Math.floor(random() * devices.length);
  const csrs = devices.map(({ csr }) => csr);
  const world: World = {
    random,
    clock,
    trace,
    wrong: [],
    account: createAccount(devices, clock, random, skew, trace),
    pems: new Map(devices.map(({ csr, pem }) => [csr.path, pem])),
    keepsLedger: random() < 0.5,
    activates: random() < 0.3,
    handedOver: new Set(),
    run: createRun(1, clock.now() + skew, csrs.slice(0, first)),
    machine: createMachine(),
    repository: { entries: [] },
  };
  for (let number = 1; number < ATTEMPTS; number++) {
    const weather = { throttle: random() * 0.2, doubt: random() * 0.5, trouble: random() * 0.2, lag: random() * 5_000 };
    await playAttempt(world, weather, true);
    if (random() < 0.5) await playPostStep(world, weather);
    if (isOneRun || !(await beginRun(world, skew, csrs))) await beginAttempt(world);
  }
  judge(world, await playAttempt(world, CALM, false));
  return { wrong: world.wrong, events };
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
  }
  world.run = { ...world.run, attempt: world.run.attempt + 1 };
}

/** Another run, of a batch that may have grown. @returns false when none begins, because it might not keep the promise */
async function beginRun(world: World, skew: number, csrs: World['run']['csrs']): Promise<boolean> {
  const { random, trace, clock, run, keepsLedger } = world;
  if (random() < 0.4) return false;
  await wait({ clock }, SETTLED_MS + random() * 60_000);
  const committed = new Set(world.repository.entries.map(({ certificateId }) => certificateId));
  if (keepsLedger && !world.account.certificates.every(({ id }) => committed.has(id))) return false;
  const size = run.csrs.length + Math.floor(random() * (csrs.length - run.csrs.length + 1));
  world.run = createRun(run.id + 1, clock.now() + skew, csrs.slice(0, size));
  if (random() < 0.7) {
    world.machine = createMachine();
    trace('another run begins, on another machine');
  } else trace('another run begins, on the same machine');
  return true;
}

/** One certificate a CSR, in the account, on the disk, handed over, and in the ledger when one is kept. */
function judge(world: World, last: readonly Outcome[] | undefined): void {
  const { wrong, account, machine, handedOver, activates, keepsLedger, repository, run } = world;
  for (const csr of run.csrs) {
    const [only, ...more] = account.certificates.filter(({ spki }) => spki === csr.spkiSha256);
    const outcome = last?.find((one) => one.csr.path === csr.path);
    const certificate = outcome !== undefined && 'certificate' in outcome ? outcome.certificate : undefined;
    if (only === undefined) wrong.push(`${csr.path} has no certificate in the account`);
    if (more.length > 0) wrong.push(`${csr.path} has ${more.length + 1} certificates in the account`);
    if (certificate?.id !== only?.id) {
      wrong.push(`${csr.path} is reported to have ${certificate?.id}, and has ${only?.id}`);
    }
    if (machine.files.get(csr.path) !== only?.pem) wrong.push(`the PEM of ${csr.path} is missing`);
    if (!handedOver.has(only?.id ?? '')) wrong.push(`the certificate of ${csr.path} was not handed over`);
    // What an earlier run left INACTIVE stays so: somebody may have disabled it.
    const isOfThisRun = only !== undefined && only.createdAt >= run.start;
    if (activates && isOfThisRun && only.status !== 'ACTIVE')
      wrong.push(`the certificate of ${csr.path} is not active`);
    const entry = repository.entries.find(({ spkiSha256 }) => spkiSha256 === csr.spkiSha256);
    if (keepsLedger && entry?.certificateId !== only?.id) {
      wrong.push(`the ledger does not have the certificate of ${csr.path}`);
    }
  }
  if (keepsLedger && repository.entries.length !== run.csrs.length) wrong.push('the ledger has more than the account');
}
