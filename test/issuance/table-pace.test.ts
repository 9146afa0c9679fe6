import { expect, it } from 'vitest';
import { seededRandom } from '../../src/emulator/random.ts';
import { createClaims } from '../../src/issuance/claims.ts';
import { issueBatch } from '../../src/issuance/issue-batch.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import { createJournal, readJournal } from '../../src/records/journal.ts';
import { createKnowledge } from '../../src/records/knowledge.ts';
import { CALM, createAccount, type Device, TIMEOUT_MS } from '../simulation/account.ts';
import { makeFleet } from '../simulation/fleet.ts';
import { startProcess } from '../simulation/shared-process.ts';
import { createTable } from '../simulation/shared-table.ts';
import { createVirtualClock } from '../simulation/virtual-clock.ts';

const PER_SECOND = 500;
const PLACE = { account: '123456789012', region: 'eu-west-1' };

/** Milliseconds that a batch takes on a virtual clock; a call of the table takes 2 to 82. */
async function issueAll(fleet: readonly Device[], hasTable: boolean): Promise<number> {
  const clock = createVirtualClock(1_000_000);
  const random = seededRandom(1);
  const account = createAccount(fleet, clock, random, 0, () => {});
  const process = startProcess('run', clock, 0);
  const iot = account.reach(CALM, process.isAlive);
  const table = createTable(clock, random).reach(process, 0);
  const { signal } = new AbortController();
  const csrs = fleet.map(({ csr }) => csr);
  const pems = new Map(fleet.map(({ csr, pem }) => [csr.path, pem]));
  const claims = createClaims({
    table,
    place: PLACE,
    run: { name: 'run', origin: undefined },
    clock: process.clock,
    signal,
    awsTime: iot.awsTime,
    requestMs: TIMEOUT_MS,
    read: new Map(),
    counts: () => true,
  });
  // An answer of the table says what time it is there.
  let isRead = false;
  void table.read(csrs.map(({ spkiSha256 }) => ({ ...PLACE, spkiSha256 }))).then(() => {
    isRead = true;
  });
  await clock.run(() => isRead);
  const begin = clock.now();
  const pacers = createPacers(process.clock, { create: { kind: 'fixed', perSecond: PER_SECOND } });
  let isOver = false;
  const issuing = issueBatch({
    csrs,
    leavesOut: false,
    namesSeconds: false,
    request: { pemOf: ({ path }) => pems.get(path), setAsActive: false, origin: undefined },
    access: { iot, pacers, clock: process.clock, signal },
    earlier: {
      knowledge: createKnowledge(),
      ownSince: undefined,
      runId: undefined,
      others: new Map(),
      journal: readJournal(''),
      reissue: false,
      search: { scope: 'unresolved' },
      quietSince: process.clock.now(),
    },
    journal: createJournal(() => process.clock.sleep(2)),
    claims: hasTable ? claims : undefined,
    store: { nameOf: ({ path }) => path, read: async () => undefined, write: async () => {} },
    log: { info() {}, stage() {}, endStage() {}, annotate() {} },
  }).finally(() => {
    isOver = true;
  });
  await clock.run(() => isOver);
  const { outcomes } = await issuing;
  expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(['created']));
  return clock.now() - begin;
}

it('500 a second with a table take no longer than without it, but for its first and its last call', async () => {
  const fleet = await makeFleet(1_500, 1);
  const [without, withTable] = [await issueAll(fleet, false), await issueAll(fleet, true)];
  expect(without).toBeGreaterThan((fleet.length / PER_SECOND) * 1_000 - 250);
  expect(without / withTable).toBeGreaterThanOrEqual(0.9);
});
