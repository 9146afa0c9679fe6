import type { Failure } from '../../src/aws/answers.ts';
import type { Iot } from '../../src/aws/iot.ts';
import type { Csr } from '../../src/csr/csr.ts';
import { seededRandom } from '../../src/emulator/random.ts';
import { createClaims } from '../../src/issuance/claims.ts';
import { issueBatch } from '../../src/issuance/issue-batch.ts';
import { createPacers } from '../../src/issuance/pacers.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import { createJournal, readJournal } from '../../src/records/journal.ts';
import { createKnowledge } from '../../src/records/knowledge.ts';
import { certificateOf } from '../../src/records/ledger.ts';
import { parseItem } from '../../src/records/table/item.ts';
import { CALM, createAccount, type Device, TIMEOUT_MS, type Weather } from './account.ts';
import { type SharedProcess, startProcess } from './shared-process.ts';
import { createTable } from './shared-table.ts';
import { createVirtualClock } from './virtual-clock.ts';

const PLACE = { account: '123456789012', region: 'eu-west-1' };
/** More than the lease of a claim, and what it takes to take it over. */
const SPAN_MS = 90_000;

/**
 * One fleet and one table, from a seed: several runs on machines of their own begin at any instant, with CSRs of their
 * own choice; each may be killed, stopped, or asleep for longer than its claims last, among faults of the account and of
 * the table. Then one more, in calm weather.
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
  const results: (readonly Outcome[])[] = [];
  let running = 0;

  const play = (name: string, csrs: readonly Csr[], weather: Weather, isCalm: boolean): void => {
    running++;
    const process = startProcess(name, clock, (random() - 0.5) * 20 * 60_000);
    trace(`${name} begins with ${csrs.map(({ path }) => path).join(', ')}`);
    if (!isCalm && random() < 0.4) {
      clock.at(clock.now() + random() * 40_000, () => {
        if (!process.isAlive()) return;
        trace(`${name} is killed`);
        process.die();
        running--;
      });
    }
    const trouble = isCalm ? 0 : random() * 0.3;
    const ledger = table.reach(process, trouble);
    const iot = stoppable(account.reach(weather, process.isAlive), process, isCalm ? () => 1 : random, trace);
    issueShared(csrs, {
      process,
      iot,
      table: ledger,
      pemOf: (csr) => devices.find((one) => one.csr === csr)?.pem,
    }).then(
      (outcomes) => {
        if (!process.isAlive()) return;
        trace(`${name} ends: ${outcomes.map(({ csr, result }) => `${csr.path} ${result}`).join(', ')}`);
        results.push(outcomes);
        process.die();
        running--;
      },
      (error) => {
        if (!process.isAlive()) return;
        trace(`${name} gives up: ${error}`);
        process.die();
        running--;
      },
    );
  };

  const runs = 2 + Math.floor(random() * 3);
  for (let run = 1; run <= runs; run++) {
    const weather = { throttle: random() * 0.2, doubt: random() * 0.4, trouble: random() * 0.2, lag: random() * 5_000 };
    const csrs = devices.filter(() => random() < 0.8).map(({ csr }) => csr);
    running++;
    clock.at(clock.now() + random() * SPAN_MS, () => {
      running--;
      if (csrs.length > 0) play(`run ${run}`, csrs, weather, false);
    });
  }
  await clock.run(() => running === 0);
  const csrs = devices.map(({ csr }) => csr);
  play('the last run', csrs, CALM, true);
  await clock.run(() => running === 0);
  return { wrong: judge(csrs, account.certificates, results, table.items), events };
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
  csrs: readonly Csr[],
  {
    process,
    iot,
    table,
    pemOf,
  }: {
    readonly process: SharedProcess;
    readonly iot: Iot;
    readonly table: ReturnType<ReturnType<typeof createTable>['reach']>;
    readonly pemOf: (csr: Csr) => string | undefined;
  },
): Promise<readonly Outcome[]> {
  const { clock } = process;
  const read = await table.read(csrs.map(({ spkiSha256 }) => ({ ...PLACE, spkiSha256 })));
  const knowledge = createKnowledge();
  for (const { certificates } of read.values()) {
    for (const entry of certificates) knowledge.add(entry.spkiSha256, certificateOf(entry));
  }
  const { signal } = new AbortController();
  const files = new Map<string, string>();
  const { outcomes } = await issueBatch({
    csrs,
    leavesOut: false,
    namesSeconds: true,
    request: { pemOf, setAsActive: false, origin: undefined },
    access: { iot, pacers: createPacers(clock), clock, signal },
    earlier: {
      knowledge,
      ownSince: undefined,
      runId: undefined,
      others: new Map(),
      journal: readJournal(''),
      reissue: false,
      search: { scope: 'unresolved' },
      quietSince: clock.now(),
    },
    journal: createJournal(() => clock.sleep(2)),
    claims: createClaims({
      table,
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
      read: async ({ path }) => files.get(path),
      write: async ({ path }, pem) => {
        files.set(path, pem);
      },
    },
    log: { info() {}, stage() {}, endStage() {}, annotate() {} },
  });
  return outcomes;
}

function judge(
  csrs: readonly Csr[],
  certificates: readonly { readonly id: string; readonly spki: string }[],
  results: readonly (readonly Outcome[])[],
  items: ReturnType<typeof createTable>['items'],
): readonly string[] {
  const wrong: string[] = [];
  const parsed = [...items.values()].map(parseItem);
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
