// Program: examines all files below a directory on a number of threads, `node threads-run.ts DIRECTORY THREADS
// late|early`, where workers start once all files are found, or before, and prints what came of it and how many workers
// were started.

import { createHook } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { examine } from '../../src/csr/examine/examine.ts';
import { startJudging } from '../../src/csr/examine/judge-files.ts';
import { discover } from '../../src/csr/files/discover.ts';
import { createWorkerPool } from '../../src/csr/threads/worker-pool.ts';

const [workspace = '', count = '1', when = 'late'] = process.argv.slice(2);
let started = 0;
createHook({
  init(_id, type) {
    if (type === 'WORKER') started += 1;
  },
}).enable();
const script = new URL('../../src/worker.ts', import.meta.url);
const pool = createWorkerPool(script);
const parallelism = { pool, threads: Number(count) };
const judging = startJudging({ policy: {}, parallelism, expectsMany: when === 'early' });
const files = await discover({ patterns: ['**'], workspace, onFile: judging.add });
const { csrs, rejected, findings, keys } = await examine(files, { parallelism, judging });
const result = JSON.stringify([csrs, rejected, findings, [...keys]]);
const hash = createHash('sha256').update(result).digest('hex');
console.log(
  JSON.stringify({ hash, csrs: csrs.length, rejected, rules: findings.map(({ rule }) => rule), workers: started }),
);
pool.close();
