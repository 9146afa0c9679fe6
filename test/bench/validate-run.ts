// Program: judges all files below a directory as a run does, `node validate-run.ts DIRECTORY THREADS`, and prints how
// long it took, and how long the event loop stood still at most.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { examine } from '../../src/csr/examine/examine.ts';
import { startJudging } from '../../src/csr/examine/judge-files.ts';
import { discover } from '../../src/csr/files/discover.ts';
import { createWorkerPool } from '../../src/csr/threads/worker-pool.ts';

const [workspace = '', count = '1'] = process.argv.slice(2);
const start = performance.now();
const pool = createWorkerPool(new URL('../../dist/worker.js', import.meta.url));
const parallelism = { pool, threads: Number(count) };
const judging = startJudging({ policy: {}, parallelism, expectsMany: true });
const files = await discover({ patterns: ['**'], workspace, onFile: judging.add });
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const { csrs, findings } = await examine(files, { parallelism, judging });
pool.close();
delay.disable();
const ms = performance.now() - start;
const { userCPUTime, systemCPUTime } = process.resourceUsage();
const report = {
  csrs: csrs.length,
  findings: findings.length,
  ms,
  cpuMs: (userCPUTime + systemCPUTime) / 1_000,
  standstillMs: delay.max / 1e6,
};
console.log(JSON.stringify(report));
