import type { Csr } from '../../src/csr/csr.ts';
import { activate } from '../../src/issuance/activate.ts';
import { chooseSearch, type Reconcile, type Search, searchSinceRunStart } from '../../src/issuance/choose-search.ts';
import { issueBatch } from '../../src/issuance/issue-batch.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { resolveJournal } from '../../src/issuance/resolve-journal.ts';
import { groupBy } from '../../src/lib/group-by.ts';
import type { Certificate, Outcome } from '../../src/records/certificate.ts';
import { type JournalState, readJournal } from '../../src/records/journal.ts';
import { createKnowledge, type Knowledge } from '../../src/records/knowledge.ts';
import { certificateOf, entryFor, mergeLedger } from '../../src/records/ledger.ts';
import { TIMEOUT_MS, type Weather } from './account.ts';
import { openJournal } from './machine.ts';
import { handOver, type Process, runProcess, type World } from './world.ts';

const PLACE = { account: '123456789012', region: 'eu-west-1' };

/**
 * One attempt of the world's workflow run: issues, records, hands over and activates, as the product does.
 *
 * @param mayDie at any instant and at any line of the journal; and its ledger may not be committed
 * @returns undefined when it failed or died
 */
export async function playAttempt(
  world: World,
  weather: Weather,
  mayDie: boolean,
): Promise<readonly Outcome[] | undefined> {
  const { random, trace, machine } = world;
  const name = `attempt ${world.run.attempt} of run ${world.run.id}`;
  return runProcess(world, name, mayDie, async (process) => {
    const { journal, before } = openJournal(machine, process, mayDie ? random : undefined);
    const knowledge = remember(world, before);
    const search = searchOf(world);
    trace(
      `${name} begins: ${world.run.csrs.length} CSRs, ${before.certificates.size} journalled, ${before.inDoubt.size} in doubt, search ${JSON.stringify(search)}`,
    );
    const iot = world.account.reach(weather, process.isAlive);
    const access = {
      iot,
      pacers: createPacers(process.clock),
      clock: process.clock,
      signal: new AbortController().signal,
    };
    const { outcomes } = await issueBatch({
      csrs: world.run.csrs,
      leavesOut: false,
      request: { pemOf: ({ path }) => world.pems.get(path), setAsActive: false, origin: undefined },
      access,
      earlier: {
        knowledge,
        retired: new Map(),
        ownIds: new Set([...before.certificates.values()].map(({ certificate }) => certificate.id)),
        ownSince: world.run.attempt > 1 ? world.run.start : undefined,
        journal: before,
        reissue: false,
        search,
        quietSince: process.clock.now() + TIMEOUT_MS,
      },
      journal,
      store: storeOn(world, process),
      log: { info() {}, annotate() {} },
    });
    trace(`${name} has issued: ${describe(outcomes)}`);
    record(world, outcomes, mayDie);
    if (mayDie && random() < 0.2) process.die('before it hands over');
    if (!process.isAlive()) return outcomes;
    handOver(
      world,
      issuedOf(world, outcomes).map(({ csr, certificate }) => ({ spki: csr.spkiSha256, certificate })),
    );
    if (!world.activates) return outcomes;
    const activateCertificate = (id: string) => {
      if (!world.handedOver.has(id)) world.wrong.push(`${id.slice(0, 6)} is made ACTIVE, and nobody has its PEM`);
      return iot.activateCertificate(id);
    };
    const activated = await activate(outcomes, { ...access, iot: { activateCertificate } }, journal, () => {});
    record(world, activated, mayDie);
    return activated;
  });
}

/** The post step of an attempt that ended before it was finished. */
export async function playPostStep(world: World, weather: Weather): Promise<void> {
  const { random, trace, machine, account } = world;
  const name = `the post step of attempt ${world.run.attempt} of run ${world.run.id}`;
  await runProcess(world, name, true, async (process) => {
    const { journal, before } = openJournal(machine, process, random);
    trace(`${name} begins: ${before.inDoubt.size} in doubt`);
    const access = {
      iot: account.reach(weather, process.isAlive),
      pacers: createPacers(process.clock),
      clock: process.clock,
      signal: new AbortController().signal,
    };
    await resolveJournal(before, { journal, access, quietSince: process.clock.now() + TIMEOUT_MS, origin: undefined });
    await journal.flush();
    if (process.isAlive()) handOver(world, [...readJournal(machine.journal).certificates.values()]);
  });
}

/** What the attempt knows: the committed ledger, the journal of its machine, and on a re-run what was handed over. */
function remember({ random, run, repository }: World, before: JournalState): Knowledge {
  const knowledge = createKnowledge();
  for (const entry of repository.entries) knowledge.add(entry.spkiSha256, certificateOf(entry));
  for (const { spki, certificate } of before.certificates.values()) knowledge.add(spki, certificate);
  // Artifacts cannot always be read, and are never needed.
  if (run.attempt > 1 && random() < 0.7) {
    for (const { spkiSha256 } of run.csrs) {
      for (const certificate of run.artifacts.get(spkiSha256)) knowledge.add(spkiSha256, certificate);
    }
  }
  return knowledge;
}

/** The product's own choice, for a user who mostly leaves it to the product. */
function searchOf({ random, keepsLedger, run }: World): Search {
  const draw = random();
  let reconcile: Reconcile = { when: 'auto' };
  if (draw < 0.2) reconcile = { when: 'always' };
  // By hand, back to the begin of the run: what came before has to be in a ledger.
  else if (draw < 0.3 && keepsLedger) reconcile = { when: 'since', since: run.start };
  const chosen = chooseSearch({ reconcile, keepsLedger, reissue: false, isRerun: run.attempt > 1 });
  // GitHub does not always say when the run began.
  return chosen.scope === 'since-run-start' ? searchSinceRunStart(random() < 0.1 ? 0 : run.start) : chosen;
}

function storeOn({ machine }: World, { isAlive }: Process) {
  return {
    nameOf: ({ path }: Csr) => path,
    read: async (csr: Csr) => machine.files.get(csr.path),
    write: async (csr: Csr, pem: string) => {
      if (isAlive()) machine.files.set(csr.path, pem);
    },
  };
}

/** What was issued, with the PEMs from the disk. */
function issuedOf({ machine }: World, outcomes: readonly Outcome[]) {
  return outcomes.flatMap((outcome) => {
    if (!('certificate' in outcome)) return [];
    const { csr } = outcome;
    const certificate: Certificate = { ...outcome.certificate, pem: machine.files.get(csr.path) ?? '' };
    return [{ csr, certificate }];
  });
}

/** Commits what was issued to the ledger in the repository, which may fail. */
function record(world: World, outcomes: readonly Outcome[], mayFail: boolean): void {
  if (!world.keepsLedger) return;
  if (mayFail && world.random() >= 0.7) {
    world.trace('the ledger is not committed');
    return;
  }
  const entries = issuedOf(world, outcomes).map(({ csr, certificate }) => entryFor(csr, certificate, PLACE));
  world.repository = mergeLedger(world.repository, entries);
}

function describe(outcomes: readonly Outcome[]): string {
  return [...groupBy(outcomes, ({ result }) => result)].map(([result, of]) => `${of.length} ${result}`).join(', ');
}
