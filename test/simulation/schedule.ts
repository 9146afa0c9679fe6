import type { Csr } from '../../src/csr/csr.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { type BatchResult, issueBatch } from '../../src/issuance/issue-batch.ts';
import { acknowledgedLength, createJournal, readJournal } from '../../src/issuance/journal.ts';
import { createKnowledge } from '../../src/issuance/knowledge.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { CALM, createAccount, type Device, TIMEOUT_MS, type Weather } from './account.ts';
import { createVirtualClock } from './virtual-clock.ts';

/** What is left on a machine. */
interface Machine {
  journal: string;
  readonly files: Map<string, string>;
}

const ATTEMPTS = 5;

/**
 * One batch, from a seed: attempts that are killed at any instant and at any line of the journal, on the same machine
 * or on another, among faults of every kind, and then one in calm weather.
 *
 * @returns what is wrong at the end, and what happened, line by line
 */
export async function playSchedule(
  seed: number,
  fleet: readonly Device[],
): Promise<{ readonly wrong: readonly string[]; readonly events: readonly string[] }> {
  const random = seededRandom(seed);
  const events: string[] = [];
  const clock = createVirtualClock(Date.UTC(2026, 10, 24));
  const trace = (event: string): void => {
    events.push(`${((clock.now() - Date.UTC(2026, 10, 24)) / 1_000).toFixed(3)} s: ${event}`);
  };
  const devices = fleet.slice(0, 1 + Math.floor(random() * fleet.length));
  const csrs = devices.map(({ csr }) => csr);
  const skew = (random() - 0.5) * 20 * 60_000;
  const account = createAccount(devices, clock, random, skew, trace);
  const runStart = clock.now() + skew;
  let machine: Machine = { journal: '', files: new Map() };
  let isSameMachine = true;

  const attempt = async (number: number, weather: Weather, mayDie: boolean): Promise<BatchResult | undefined> => {
    let isAlive = true;
    const here = machine;
    const process = clock.process();
    const die = (why: string): void => {
      if (!isAlive) return;
      trace(`attempt ${number} dies ${why}`);
      isAlive = false;
      process.stop();
    };
    if (mayDie && random() < 0.5) clock.at(clock.now() + random() * 30_000, () => die('at a random instant'));
    const append = async (text: string): Promise<void> => {
      const fate = mayDie ? random() : 1;
      if (fate < 0.02) die('before it writes the journal');
      if (!isAlive) return new Promise(() => {});
      await process.sleep(random() * 5);
      if (fate < 0.04) {
        here.journal += text.slice(0, Math.floor(random() * text.length));
        die('half-way through a line of the journal');
        return new Promise(() => {});
      }
      here.journal += text;
      if (fate < 0.06) die('after it wrote the journal');
      if (!isAlive) return new Promise(() => {});
    };
    const before = readJournal(here.journal);
    here.journal = here.journal.slice(0, acknowledgedLength(here.journal));
    const knowledge = createKnowledge();
    for (const { spki, certificate } of before.certificates.values()) knowledge.add(spki, certificate);
    trace(`attempt ${number} begins: ${before.certificates.size} known, ${before.inDoubt.size} in doubt`);
    let result: BatchResult | undefined;
    let thrown: unknown;
    issueBatch({
      csrs,
      iot: account.reach(weather, () => isAlive),
      certificateArn: (id) => id,
      pacers: createPacers(process),
      clock: process,
      stop: new AbortController().signal,
      log: { info() {}, annotate() {} },
      journal: createJournal(append),
      before,
      knowledge,
      store: {
        read: async (csr: Csr) => here.files.get(csr.path),
        write: async (csr: Csr, pem: string) => {
          if (isAlive) here.files.set(csr.path, pem);
        },
      },
      setAsActive: false,
      origin: undefined,
      reissue: false,
      // On another machine only the account can tell what was issued.
      search: isSameMachine
        ? { scope: 'doubts' }
        : { scope: 'since', time: runStart, mayBeLate: true, always: random() < 0.5 },
      quietSince: process.now() + TIMEOUT_MS,
    }).then(
      (value) => {
        result = value;
      },
      (error) => {
        thrown = error;
      },
    );
    await clock.run(() => result !== undefined || thrown !== undefined || !isAlive);
    if (thrown !== undefined) trace(`attempt ${number} gives up: ${thrown}`);
    isAlive = false;
    process.stop();
    return result;
  };

  for (let number = 1; number < ATTEMPTS; number++) {
    const weather = { throttle: random() * 0.2, doubt: random() * 0.5, trouble: random() * 0.2, lag: random() * 5_000 };
    await attempt(number, weather, true);
    // "Re-run" takes a while to press, a second at least.
    const later = clock.now() + 1_000 + random() * 20_000;
    let isLater = false;
    clock.at(later, () => {
      isLater = true;
    });
    await clock.run(() => isLater);
    if (random() < 0.5) {
      machine = { journal: '', files: new Map() };
      isSameMachine = false;
      trace('the machine vanishes');
    }
  }
  const last = await attempt(ATTEMPTS, CALM, false);
  return { wrong: verify(csrs, account.certificates, machine, last), events };
}

function verify(
  csrs: readonly Csr[],
  minted: readonly { readonly id: string; readonly spki: string; readonly pem: string }[],
  machine: Machine,
  last: BatchResult | undefined,
): readonly string[] {
  const wrong: string[] = [];
  for (const csr of csrs) {
    const [only, ...more] = minted.filter(({ spki }) => spki === csr.spkiSha256);
    const outcome = last?.outcomes.find((candidate) => candidate.csr.path === csr.path);
    const told = outcome !== undefined && 'certificate' in outcome ? outcome.certificate : undefined;
    if (only === undefined) wrong.push(`${csr.path} has no certificate in the account`);
    if (more.length > 0) wrong.push(`${csr.path} has ${more.length + 1} certificates in the account`);
    if (told?.id !== only?.id) wrong.push(`${csr.path} is told to have ${told?.id}, and has ${only?.id}`);
    if (machine.files.get(csr.path) === undefined) wrong.push(`the PEM of ${csr.path} is missing`);
  }
  return wrong;
}
