import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runAction } from './action.ts';
import type { Bench, Figure } from './bench.ts';
import { writeFleet } from './fleet.ts';
import { otherClient } from './other-client.ts';
import { boto3, type Rival, sdk } from './rivals.ts';
import { type Service, startService } from './service.ts';

const LATENCY = { fixedMs: 60, jitterMs: 0 };

interface Case {
  readonly rate: number;
  readonly burst: number;
  readonly calls: number;
  readonly isKnown?: boolean;
  readonly most: readonly [wall: number, throttledPercent: number];
}

/** How near the action comes to what the quota allows, and how many calls it wastes. */
export const pacing: Bench = {
  name: 'pacing',
  about: 'wall time against the bound (N - burst) / rate, from the first call to the last answer, and throttled calls',
  async run(report) {
    // These leave the machine mostly idle once they have started: they run side by side.
    await staggered([
      () => quota({ rate: 15, burst: 15, calls: 600, most: [1.03, 2] }, report),
      () => quota({ rate: 15, burst: 15, calls: 600, isKnown: true, most: [1.02, 1] }, report),
      () => disturbed(report),
    ]);
    // Each millisecond that something else makes a call late is lost here.
    await quota({ rate: 15, burst: 1, calls: 300, most: [1.05, 3] }, report);
    await staggered([
      () => quota({ rate: 100, burst: 100, calls: 3_000, most: [1.03, 2] }, report),
      () => quota({ rate: 100, burst: 100, calls: 3_000, isKnown: true, most: [1.02, 1] }, report),
    ]);
    await quota({ rate: 500, burst: 500, calls: 15_000, most: [1.03, 2] }, report);
    await quota({ rate: 500, burst: 500, calls: 15_000, isKnown: true, most: [1.02, 1] }, report);
    const rivals = [sdk('standard', 10), sdk('standard', 50), sdk('adaptive', 10), sdk('adaptive', 50), boto3];
    await Promise.all(rivals.map((rival) => compare(rival, 15, 150, report)));
    for (const rival of rivals) await compare(rival, 100, 300, report);
  },
};

/** Milliseconds from the start of one case to that of the next: starting keeps both cores busy. */
const STAGGER_MS = 5_000;

async function staggered(cases: readonly (() => Promise<void>)[]): Promise<void> {
  await Promise.all(
    cases.map(async (run, position) => {
      await sleep(position * STAGGER_MS);
      await run();
    }),
  );
}

function limited(rate: number, burst: number, mayReadQuotas = false): Promise<Service> {
  const quotas = { CreateCertificateFromCsr: { ratePerSecond: rate, burst } };
  return startService({ latency: LATENCY, quotas, mayReadQuotas });
}

async function quota(options: Case, report: (figure: Figure) => void): Promise<void> {
  const { rate, burst, calls, isKnown = false, most } = options;
  const service = await limited(rate, burst, isKnown);
  try {
    const { wallMs } = await runAction(calls, service);
    await told(
      `quota ${rate}/s, burst ${burst}, N=${calls}, ${isKnown ? 'known' : 'unknown'}`,
      { boundMs: ((calls - burst) / rate) * 1_000, calls, most, wallMs },
      service,
      report,
    );
  } finally {
    service.close();
  }
}

/** Halved for ten seconds, and then another client takes a third. */
async function disturbed(report: (figure: Figure) => void): Promise<void> {
  const calls = 3_000;
  const rates = [
    [0, 100],
    [8, 50],
    [18, 100],
  ] as const;
  const service = await limited(100, 100);
  const timers: NodeJS.Timeout[] = [];
  let start = 0;
  const other = otherClient(service.env, 33);
  try {
    const started = (async () => {
      while ((await service.seen()).calls === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      start = performance.now();
      for (const [second, ratePerSecond] of rates.slice(1)) {
        const quotas = { CreateCertificateFromCsr: { ratePerSecond, burst: ratePerSecond } };
        timers.push(setTimeout(() => service.configure({ quotas }), second * 1_000));
      }
      timers.push(setTimeout(other.start, 24_000));
    })();
    const { wallMs } = await runAction(calls, service);
    await started;
    const theirs = await other.stop();
    let tokens = 100;
    let boundMs = 0;
    for (; tokens - theirs.admittedUntil(start + boundMs) < calls; boundMs++)
      tokens += (rates.findLast(([second]) => second * 1_000 <= boundMs)?.[1] ?? 0) / 1_000;
    const what = `quota 100/s, halved from 8 to 18 s, from 24 s on another client with 33/s, N=${calls}, unknown`;
    await told(what, { boundMs, calls, most: [1.1, 4], wallMs, theirs }, service, report);
  } finally {
    for (const timer of timers) clearTimeout(timer);
    await other.stop();
    service.close();
  }
}

async function told(
  what: string,
  run: {
    readonly boundMs: number;
    readonly calls: number;
    readonly most: Case['most'];
    readonly wallMs: number;
    readonly theirs?: { readonly admitted: number; readonly throttled: number };
  },
  service: Service,
  report: (figure: Figure) => void,
): Promise<void> {
  const seen = await service.seen();
  const { spanMs } = seen;
  const throttled = seen.throttled - (run.theirs?.throttled ?? 0);
  const created = seen.created - (run.theirs?.admitted ?? 0);
  if (created !== run.calls) throw new Error(`${created} certificates for ${run.calls} CSRs`);
  const [wall, percent] = run.most;
  report({
    case: what,
    what: 'wall / bound',
    value: spanMs / run.boundMs,
    target: ['≤', wall],
    note: `${s(spanMs)} of ${s(run.boundMs)}; the whole process ${s(run.wallMs)}`,
  });
  report({
    case: what,
    what: 'throttled, %',
    value: (throttled / run.calls) * 100,
    target: ['≤', percent],
    note: `${throttled} calls, 0 failed`,
  });
}

async function compare(rival: Rival, rate: number, calls: number, report: (figure: Figure) => void): Promise<void> {
  const what = `quota ${rate}/s, burst ${rate}, N=${calls}: ${rival.name}`;
  if (!rival.isHere()) return console.log(`  ${what}: not installed here`);
  const service = await limited(rate, rate);
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    await rival.run(await writeFleet(directory, calls), service);
    const { spanMs, throttled, created } = await service.seen();
    const boundMs = ((calls - rate) / rate) * 1_000;
    report({ case: what, what: 'wall / bound', value: spanMs / boundMs, note: `${calls - created} failed` });
    report({ case: what, what: 'throttled, %', value: (throttled / calls) * 100, note: `${throttled} calls` });
  } finally {
    service.close();
    await rm(directory, { recursive: true });
  }
}

function s(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
