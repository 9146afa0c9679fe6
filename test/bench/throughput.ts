import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24 } from '../e2e/step.ts';
import { nodeAlone, runAction } from './action.ts';
import { bareLoop } from './bare-loop.ts';
import { type Bench, type Figure, median, timed } from './bench.ts';
import { fleet, writeFleet } from './fleet.ts';
import { boto3, type Rival, sdk, xargs } from './rivals.ts';
import { startService } from './service.ts';

/** How fast it is where no quota holds it back. */
export const throughput: Bench = {
  name: 'throughput',
  about: 'without a quota: small batches against what people use today, 10,000 CSRs against a bare HTTP loop, start-up',
  async run(report) {
    await startUp(report);
    await small(report);
    await big(report);
  },
};

/** What 100,000 CSRs take. */
export const large: Bench = {
  name: 'large',
  about: 'memory and cost up to 100,000 CSRs, without a quota and latency',
  async run(report) {
    const costs: number[] = [];
    for (const count of [1_000, 10_000, 100_000]) {
      const service = await startService({});
      try {
        const { cpuMs, peakMb, wallMs } = await runAction(count, service);
        costs.push(cpuMs / count);
        const note = `${(wallMs / 1_000).toFixed(0)} s`;
        report({ case: `${count} CSRs`, what: 'CPU a CSR, ms', value: cpuMs / count, note });
        if (count < 100_000) continue;
        const alone = await nodeAlone();
        report({
          case: `${count} CSRs, validation included`,
          what: 'MB of memory',
          value: peakMb,
          target: ['≤', 1_500],
        });
        report({
          case: `${count} CSRs`,
          what: 'peak memory beyond Node’s own, MB',
          value: peakMb - alone,
          target: ['≤', 500],
          note: `${peakMb.toFixed(0)} MB, Node alone ${alone.toFixed(0)} MB`,
        });
      } finally {
        service.close();
      }
    }
    const [, ten = 0, hundred = 0] = costs;
    report({ case: '100,000 CSRs against 10,000', what: 'CPU a CSR, ratio', value: hundred / ten, target: ['≤', 1.1] });
  },
};

const ROUNDS = 3;

async function startUp(report: (figure: Figure) => void): Promise<void> {
  const times = { node: [] as number[], validate: [] as number[], issue: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.node.push(await timed(() => spawnSync(node24, ['-e', '0'])));
    times.validate.push((await runAction(1, undefined, { mode: 'validate' })).wallMs);
    const service = await startService({});
    times.issue.push((await runAction(1, service)).wallMs);
    service.close();
  }
  for (const [mode, most] of [
    ['validate', 3],
    ['issue', 5],
  ] as const) {
    report({
      case: `one CSR, no latency, mode ${mode}`,
      what: 'wall / node -e 0',
      value: median(times[mode]) / median(times.node),
      target: ['≤', most],
      note: `${median(times[mode]).toFixed(0)} ms and ${median(times.node).toFixed(0)} ms, medians of ${ROUNDS}`,
    });
  }
}

async function small(report: (figure: Figure) => void): Promise<void> {
  const count = 200;
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  const folder = await writeFleet(directory, count);
  const fresh = () => startService({ latency: { fixedMs: 60, jitterMs: 0 } });
  const runs: number[] = [];
  for (let round = 0; round < 3; round++) {
    const service = await fresh();
    runs.push((await runAction(count, service)).wallMs);
    service.close();
  }
  const ours = median(runs);
  const against = async (rival: Rival, target?: number): Promise<void> => {
    if (!rival.isHere()) return console.log(`  ${rival.name}: not installed here`);
    const service = await fresh();
    const theirs = await rival.run(folder, service);
    service.close();
    report({
      case: `${count} CSRs, latency 60 ms: ${rival.name}`,
      what: 'its wall / ours',
      value: theirs / ours,
      ...(target === undefined ? {} : { target: ['≥', target] }),
      note: `${(theirs / 1_000).toFixed(2)} s and ${(ours / 1_000).toFixed(2)} s`,
    });
  };
  await against(xargs(10), 40);
  await against(boto3);
  await against(sdk('standard', 10));
  await against(sdk('standard', 50), 1);
  await rm(directory, { recursive: true });
}

async function big(report: (figure: Figure) => void): Promise<void> {
  const count = 10_000;
  const bare = await startService({});
  const bareMs = await bareLoop(fleet(count), bare.env);
  const bareCpu = (await bare.seen()).cpuMs;
  bare.close();
  const service = await startService({});
  const { wallMs, cpuMs, log } = await runAction(count, service);
  const { spanMs, cpuMs: serviceCpuMs } = await service.seen();
  service.close();
  if (!log.includes('10,000 created, ')) throw new Error(log);
  const what = `${count} CSRs, no latency, service on the same machine`;
  const perSecond = (count * 1_000) / spanMs;
  const barePerSecond = (count * 1_000) / bareMs;
  report({
    case: what,
    what: 'certificates a second',
    value: perSecond,
    target: ['≥', 1_500],
    note: `CPU a certificate: ${(cpuMs / count).toFixed(2)} ms with validation, the service ${(serviceCpuMs / count).toFixed(2)} ms; whole process ${(wallMs / 1_000).toFixed(1)} s`,
  });
  report({
    case: `${what}: bare HTTP loop, requests signed before, 50 in flight`,
    what: 'certificates a second',
    value: barePerSecond,
    note: `the service ${(bareCpu / count).toFixed(2)} ms CPU a certificate`,
  });
  report({ case: what, what: 'ours / bare loop', value: perSecond / barePerSecond });
}
