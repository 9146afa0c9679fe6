import type { Csr } from '../../src/csr/csr.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { activate } from '../../src/issuance/activate.ts';
import type { Search } from '../../src/issuance/choose-search.ts';
import { issueBatch } from '../../src/issuance/issue-batch.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { resolveJournal } from '../../src/issuance/resolve-journal.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import { readJournal } from '../../src/records/journal.ts';
import { createKnowledge } from '../../src/records/knowledge.ts';
import { certificateOf, entryFor, type Ledger, mergeLedger } from '../../src/records/ledger.ts';
import { CALM, createAccount, type Device, TIMEOUT_MS, type Weather } from './account.ts';
import { createMachine, type Machine, openJournal } from './machine.ts';
import { createVirtualClock } from './virtual-clock.ts';

const ATTEMPTS = 5;
const PLACE = { account: '123456789012', region: 'eu-west-1' };

/** What one process of an attempt has to work with. */
interface Process {
  readonly clock: ReturnType<ReturnType<typeof createVirtualClock>['process']>;
  readonly isAlive: () => boolean;
  die(why: string): void;
}

/**
 * One batch, from a seed: attempts that are killed at any instant and at any line of the journal, followed by a post
 * step or not, on the same machine or on another, with a ledger that was committed or not, among faults of every kind;
 * and then an attempt in calm weather.
 *
 * @returns what is wrong at the end, and what happened, line by line
 */
export async function playSchedule(
  seed: number,
  fleet: readonly Device[],
): Promise<{ readonly wrong: readonly string[]; readonly events: readonly string[] }> {
  const random = seededRandom(seed);
  const events: string[] = [];
  const wrong: string[] = [];
  const begin = Date.UTC(2026, 10, 24);
  const clock = createVirtualClock(begin);
  const trace = (event: string): void => {
    events.push(`${((clock.now() - begin) / 1_000).toFixed(3)} s: ${event}`);
  };
  const devices = fleet.slice(0, 1 + Math.floor(random() * fleet.length));
  const csrs = devices.map(({ csr }) => csr);
  const pems = new Map(devices.map(({ csr, pem }) => [csr.path, pem]));
  const keepsLedger = random() < 0.5;
  const activates = random() < 0.3;
  const skew = (random() - 0.5) * 20 * 60_000;
  const account = createAccount(devices, clock, random, skew, trace);
  const runStart = clock.now() + skew;
  // What outlives a machine: the artifacts of the run, and the ledger in the repository.
  const artifacts = createKnowledge();
  const handedOver = new Set<string>();
  let repository: Ledger = { entries: [] };
  let machine = createMachine();
  let isSameMachine = true;

  const handOver = (certificates: readonly { readonly spki: string; readonly certificate: Known }[]): void => {
    for (const { spki, certificate } of certificates) {
      artifacts.add(spki, certificate);
      handedOver.add(certificate.id);
    }
  };

  /** Runs `work` until it ends, fails, or its process is killed. */
  const run = async <T>(name: string, mayDie: boolean, work: (process: Process) => Promise<T>) => {
    let isAlive = true;
    let ended: { readonly value?: T } | undefined;
    const processClock = clock.process();
    const die = (why: string): void => {
      if (!isAlive) return;
      trace(`${name} dies ${why}`);
      isAlive = false;
      processClock.stop();
    };
    if (mayDie && random() < 0.5) clock.at(clock.now() + random() * 30_000, () => die('at a random instant'));
    work({ clock: processClock, isAlive: () => isAlive, die }).then(
      (value) => {
        ended = { value };
      },
      (error) => {
        if (isAlive) trace(`${name} gives up: ${error}`);
        ended = {};
      },
    );
    await clock.run(() => ended !== undefined || !isAlive);
    const wasAlive = isAlive;
    isAlive = false;
    processClock.stop();
    return wasAlive ? ended?.value : undefined;
  };

  const attempt = (number: number, weather: Weather, here: Machine, mayDie: boolean) =>
    run(`attempt ${number}`, mayDie, async (process): Promise<readonly Outcome[]> => {
      const { journal, before } = openJournal(here, process, mayDie ? random : undefined);
      const knowledge = createKnowledge();
      for (const entry of repository.entries) knowledge.add(entry.spkiSha256, certificateOf(entry));
      for (const { spki, certificate } of before.certificates.values()) knowledge.add(spki, certificate);
      // Artifacts cannot always be read, and are never needed.
      if (number > 1 && random() < 0.7) {
        for (const { spkiSha256 } of csrs) {
          const certificate = artifacts.get(spkiSha256);
          if (certificate !== undefined) knowledge.add(spkiSha256, certificate);
        }
      }
      trace(`attempt ${number} begins: ${before.certificates.size} journalled, ${before.inDoubt.size} in doubt`);
      const iot = account.reach(weather, process.isAlive);
      const pacers = createPacers(process.clock);
      const stop = new AbortController().signal;
      const { outcomes } = await issueBatch({
        csrs,
        request: { pemOf: ({ path }) => pems.get(path), setAsActive: false, origin: undefined },
        access: { iot, pacers, clock: process.clock, signal: stop },
        earlier: {
          knowledge,
          journal: before,
          reissue: false,
          search: searchOf(number),
          quietSince: process.clock.now() + TIMEOUT_MS,
        },
        log: { info() {}, annotate() {} },
        journal,
        store: {
          nameOf: ({ path }) => path,
          read: async (csr: Csr) => here.files.get(csr.path),
          write: async (csr: Csr, pem: string) => {
            if (process.isAlive()) here.files.set(csr.path, pem);
          },
        },
      });
      /** What was issued, with the PEMs from the disk. */
      const issuedOf = (of: readonly Outcome[]) =>
        of.flatMap((one) =>
          'certificate' in one
            ? [{ csr: one.csr, certificate: { ...one.certificate, pem: here.files.get(one.csr.path) ?? '' } }]
            : [],
        );
      const certificates = issuedOf(outcomes);
      const record = (of: readonly Outcome[]): void => {
        const entries = issuedOf(of).map(({ csr, certificate }) => entryFor(csr, certificate, PLACE));
        if (keepsLedger && (!mayDie || random() < 0.7)) repository = mergeLedger(repository, entries);
      };
      record(outcomes);
      if (mayDie && random() < 0.2) process.die('before it hands over');
      if (!process.isAlive()) return outcomes;
      handOver(certificates.map(({ csr, certificate }) => ({ spki: csr.spkiSha256, certificate })));
      if (!activates) return outcomes;
      const activateCertificate = (id: string) => {
        if (!handedOver.has(id)) wrong.push(`${id.slice(0, 6)} is made ACTIVE, and nobody has its PEM`);
        return iot.activateCertificate(id);
      };
      const access = { iot: { activateCertificate }, pacers, clock: process.clock, signal: stop };
      const activated = await activate(outcomes, access, journal, () => {});
      record(activated);
      return activated;
    });

  // The journal of this machine tells what is in doubt; on another one only the account can.
  const searchOf = (number: number): Search => {
    const always = random() < 0.3;
    if (!keepsLedger) return { scope: 'since', time: 0, mayBeLate: number > 1, always };
    return isSameMachine && (number === 1 || random() < 0.5)
      ? { scope: 'unresolved' }
      : { scope: 'since', time: runStart, mayBeLate: true, always };
  };

  const postStep = (number: number, weather: Weather, here: Machine) =>
    run(`the post step of attempt ${number}`, true, async (process) => {
      const { journal, before } = openJournal(here, process, random);
      trace(`the post step of attempt ${number} begins: ${before.inDoubt.size} in doubt`);
      await resolveJournal(before, {
        journal,
        access: {
          iot: account.reach(weather, process.isAlive),
          pacers: createPacers(process.clock),
          clock: process.clock,
          signal: new AbortController().signal,
        },
        quietSince: process.clock.now() + TIMEOUT_MS,
      });
      await journal.flush();
      if (process.isAlive()) handOver([...readJournal(here.journal).certificates.values()]);
    });

  const wait = async (ms: number): Promise<void> => {
    let isOver = false;
    clock.at(clock.now() + ms, () => {
      isOver = true;
    });
    await clock.run(() => isOver);
  };

  for (let number = 1; number < ATTEMPTS; number++) {
    const weather = { throttle: random() * 0.2, doubt: random() * 0.5, trouble: random() * 0.2, lag: random() * 5_000 };
    await attempt(number, weather, machine, true);
    if (random() < 0.5) await postStep(number, weather, machine);
    // "Re-run" takes a while to press, a second at least.
    await wait(1_000 + random() * 20_000);
    if (random() < 0.5) {
      machine = createMachine();
      isSameMachine = false;
      trace('the machine vanishes');
    }
  }
  const last = await attempt(ATTEMPTS, CALM, machine, false);
  for (const csr of csrs) {
    const [only, ...more] = account.certificates.filter(({ spki }) => spki === csr.spkiSha256);
    const told = last?.find((outcome) => outcome.csr.path === csr.path);
    const certificate = told !== undefined && 'certificate' in told ? told.certificate : undefined;
    if (only === undefined) wrong.push(`${csr.path} has no certificate in the account`);
    if (more.length > 0) wrong.push(`${csr.path} has ${more.length + 1} certificates in the account`);
    if (certificate?.id !== only?.id) wrong.push(`${csr.path} is told to have ${certificate?.id}, and has ${only?.id}`);
    if (machine.files.get(csr.path) !== only?.pem) wrong.push(`the PEM of ${csr.path} is missing`);
    if (!handedOver.has(only?.id ?? '')) wrong.push(`the certificate of ${csr.path} was not handed over`);
    if (activates && only?.status !== 'ACTIVE') wrong.push(`the certificate of ${csr.path} is not active`);
    if (
      keepsLedger &&
      repository.entries.find((entry) => entry.spkiSha256 === csr.spkiSha256)?.certificateId !== only?.id
    )
      wrong.push(`the ledger does not have the certificate of ${csr.path}`);
  }
  if (keepsLedger && repository.entries.length !== csrs.length) wrong.push('the ledger has more than the account');
  return { wrong, events };
}

type Known = Parameters<ReturnType<typeof createKnowledge>['add']>[1];
