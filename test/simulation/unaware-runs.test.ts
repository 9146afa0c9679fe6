import { expect, inject, it } from 'vitest';
import { seededRandom } from '../../src/emulator/random.ts';
import { type BatchResult, issueBatch } from '../../src/issuance/issue-batch.ts';
import { learn } from '../../src/issuance/learn.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { NO_EARLIER } from '../../src/records/earlier-attempts.ts';
import { EMPTY_LEDGER } from '../../src/records/ledger.ts';
import { createAccount, type Device } from './account.ts';
import { PLACE } from './attempt.ts';
import { makeFleet } from './fleet.ts';
import { createMachine, openJournal } from './machine.ts';
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts';

const SEEDS = Math.ceil(inject('simulatedSchedules') / 5);
const ONLY = inject('storySeed');

/** What the last look of a run takes. */
const LOOK_MS = 2_000;

const title =
  ONLY === 0
    ? `${SEEDS} pairs of runs at a time that share no table name every second certificate`
    : `the pair of runs of seed ${ONLY} that share no table names every second certificate`;

it(title, async () => {
  const fleet = await makeFleet(5);
  const [from, to] = ONLY === 0 ? [1, SEEDS] : [ONLY, ONLY];
  let doubled = 0;
  for (let seed = from; seed <= to; seed++) {
    const { wrong, events, seconds } = await playPair(seed, fleet);
    if (ONLY !== 0) console.log(events.join('\n'));
    expect(wrong, `npm run simulate -- --seed ${seed}\n${events.join('\n')}`).toEqual([]);
    doubled += seconds;
  }
  // Otherwise nothing was put to the test.
  if (ONLY === 0) expect(doubled).toBeGreaterThan(SEEDS / 2);
});

/** Two runs on machines of their own, of which neither knows of the other, begin at about the same time. */
async function playPair(seed: number, fleet: readonly Device[]) {
  const random = seededRandom(seed);
  const clock = createVirtualClock(Date.UTC(2026, 10, 24));
  const events: string[] = [];
  const account = createAccount(fleet, clock, random, 0, (event) => events.push(`${clock.now()}: ${event}`));
  const weather = { throttle: random() * 0.2, doubt: random() * 0.3, trouble: 0, lag: 0 };
  const results: BatchResult[] = [];
  let lastEnd = 0;
  for (let run = 0; run < 2; run++) {
    clock.at(clock.now() + random() * 1_000, () => {
      const iot = account.reach(weather, () => true);
      const csrs = fleet.filter(() => random() < 0.8).map(({ csr }) => csr);
      void issueAlone(csrs, fleet, iot, clock).then((result) => {
        results.push(result);
        lastEnd = clock.now();
      });
    });
  }
  await clock.run(() => results.length === 2);
  const named = new Set(results.flatMap(({ duplicates }) => duplicates.map(({ certificate }) => certificate.id)));
  const wrong: string[] = [];
  let seconds = 0;
  for (const { csr } of fleet) {
    const all = account.certificates.filter(({ spki }) => spki === csr.spkiSha256);
    const ids = all.map(({ id }) => id);
    // A request may take effect when both have ended, or while the later one ends.
    if (ids.length < 2 || all.some(({ createdAt }) => createdAt > lastEnd - LOOK_MS)) continue;
    seconds++;
    if (!ids.some((id) => named.has(id))) wrong.push(`nobody names a second certificate of ${csr.path}`);
  }
  return { wrong, events, seconds };
}

function issueAlone(
  csrs: BatchResult['outcomes'][number]['csr'][],
  fleet: readonly Device[],
  iot: ReturnType<ReturnType<typeof createAccount>['reach']>,
  clock: VirtualClock,
): Promise<BatchResult> {
  const machine = createMachine();
  const process = { clock: clock.process(), isAlive: () => true, die() {} };
  const { journal, before } = openJournal(machine, process, undefined);
  const records = { ledger: EMPTY_LEDGER, manifest: [], journal: before, earlier: NO_EARLIER };
  const { signal } = new AbortController();
  return issueBatch({
    csrs,
    leavesOut: false,
    namesSeconds: true,
    request: { pemOf: (csr) => fleet.find((one) => one.csr === csr)?.pem, setAsActive: false, origin: undefined },
    access: { iot, pacers: createPacers(process.clock), clock: process.clock, signal },
    earlier: {
      ...learn(records, PLACE, { reissue: false, distrust: false, runId: undefined }),
      ownSince: undefined,
      runId: undefined,
      journal: before,
      reissue: false,
      search: { scope: 'since', time: 0, mayBeLate: false, always: false, isPartial: false },
      quietSince: clock.now(),
    },
    journal,
    store: {
      nameOf: ({ path }) => path,
      read: async ({ path }) => machine.files.get(path),
      write: async ({ path }, pem) => void machine.files.set(path, pem),
    },
    log: { info() {}, stage() {}, endStage() {}, annotate() {} },
  });
}
