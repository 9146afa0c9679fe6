import type { Csr } from '../../src/csr/csr.ts';
import { activate } from '../../src/issuance/activate.ts';
import { chooseSearch, type Reconcile, type Search, searchSinceRunStart } from '../../src/issuance/choose-search.ts';
import { issueBatch } from '../../src/issuance/issue-batch.ts';
import { type Learned, learn } from '../../src/issuance/learn.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { resolveJournal } from '../../src/issuance/resolve-journal.ts';
import { groupBy } from '../../src/lib/group-by.ts';
import type { Certificate, Outcome } from '../../src/records/certificate.ts';
import { NO_EARLIER } from '../../src/records/earlier-attempts.ts';
import { type JournalState, readJournal } from '../../src/records/journal.ts';
import { entryFor, extendLedger, type Reach } from '../../src/records/ledger.ts';
import { spanOf } from '../../src/records/reach.ts';
import { TIMEOUT_MS, type Weather } from './account.ts';
import { openJournal } from './machine.ts';
import { keepLedger } from './repository.ts';
import { handOver, type Process, runProcess, type World } from './world.ts';

export const PLACE = { account: '123456789012', region: 'eu-west-1' };

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
    const reconcile = reconcileOf(world);
    const memory = remember(world, before, reconcile);
    const search = searchOf(world, reconcile);
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
    const { outcomes, seen, covered, contradictions } = await issueBatch({
      csrs: world.run.csrs,
      leavesOut: false,
      namesSeconds: true,
      request: { pemOf: ({ path }) => world.pems.get(path), setAsActive: false, origin: undefined },
      access,
      earlier: {
        ...memory,
        ownSince:
          world.run.attempt > 1 || before.certificates.size + before.inDoubt.size > 0 ? world.run.start : undefined,
        runId: undefined,
        journal: before,
        reissue: false,
        search,
        quietSince: process.clock.now() + TIMEOUT_MS,
      },
      journal,
      store: storeOn(world, process),
      log: { info() {}, stage() {}, endStage() {}, annotate() {} },
    });
    trace(`${name} has issued: ${describe(outcomes)}`);
    const refuted = new Set(contradictions.map(({ certificateId }) => certificateId));
    const reach = { seen: new Map([...memory.others, ...seen]), covered, refuted };
    record(world, outcomes, reach, mayDie);
    if (mayDie && random() < 0.2) process.die('before it hands over');
    if (!process.isAlive()) return outcomes;
    handOver(
      world,
      issuedOf(world, outcomes).map(({ csr, certificate }) => ({ spki: csr.spkiSha256, certificate })),
    );
    if (!world.activates) return outcomes;
    const updateStatus: typeof iot.updateStatus = (id, status) => {
      if (!world.handedOver.has(id)) world.wrong.push(`${id.slice(0, 6)} is made ACTIVE, and nobody has its PEM`);
      return iot.updateStatus(id, status);
    };
    const activated = await activate(
      outcomes,
      { ...access, iot: { ...iot, updateStatus } },
      journal,
      () => {},
      access.signal,
    );
    record(world, activated, reach, mayDie);
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
    if (!process.isAlive()) return;
    const { certificates, seen } = readJournal(machine.journal);
    handOver(world, [...certificates.values()]);
    for (const [id, spki] of seen) world.run.seen.set(id, spki);
    const entries = [...certificates.values()].map((issued) =>
      entryFor({ spkiSha256: issued.spki, csrSha256: issued.csr, path: issued.path }, issued.certificate, PLACE),
    );
    world.workspace = extendLedger(world.workspace, entries, { seen, covered: undefined, refuted: new Set() }, PLACE);
    keepLedger(world, true);
  });
}

/** What the attempt knows: the ledger, the journal of its machine, and on a re-run what was handed over. */
function remember({ random, run, workspace }: World, before: JournalState, reconcile: Reconcile): Learned {
  // Artifacts cannot always be read, and are never needed.
  const reads = run.attempt > 1 && random() < 0.7;
  const earlier = reads ? { ...NO_EARLIER, certificates: run.artifacts, seen: run.seen } : NO_EARLIER;
  const records = { ledger: workspace, manifest: [], journal: before, earlier };
  return learn(records, PLACE, { reissue: false, distrust: reconcile.when === 'always', runId: undefined });
}

/** Mostly left to the product. */
function reconcileOf({ random, run, workspace, repositoryCreated }: World): Reconcile {
  const draw = random();
  if (draw < 0.1) return { when: 'always' };
  // By hand: what came before is in the ledger, or is not of this repository.
  const known = spanOf(workspace.horizons, PLACE);
  if (draw < 0.2) return { when: 'since', since: known === undefined ? repositoryCreated : run.start };
  return { when: 'auto' };
}

/** The product's own choice. */
function searchOf({ random, run, workspace, repositoryCreated }: World, reconcile: Reconcile): Search {
  const known = spanOf(workspace.horizons, PLACE);
  // The event does not always have the repository in it.
  const earliest = random() < 0.5 ? repositoryCreated : 0;
  const chosen = chooseSearch({ reconcile, known, earliest, reissue: false, isRerun: run.attempt > 1 });
  return chosen.scope === 'since-run-start' ? searchSinceRunStart(run.start) : chosen;
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

/** Writes what was issued and what was looked at into the ledger, and commits or uploads it, which may fail. */
function record(world: World, outcomes: readonly Outcome[], reach: Reach, mayFail: boolean): void {
  const entries = issuedOf(world, outcomes).map(({ csr, certificate }) => entryFor(csr, certificate, PLACE));
  world.workspace = extendLedger(world.workspace, entries, reach, PLACE);
  keepLedger(world, mayFail);
}

function describe(outcomes: readonly Outcome[]): string {
  return [...groupBy(outcomes, ({ result }) => result)].map(([result, of]) => `${of.length} ${result}`).join(', ');
}
