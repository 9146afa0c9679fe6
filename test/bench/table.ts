import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24 } from '../e2e/step.ts';
import { runAction } from './action.ts';
import { type Bench, median } from './bench.ts';
import { type Service, startService } from './service.ts';

const KNOWN = 10_000;
const NEW = 5_000;
const PER_SECOND = 500;
const ROUNDS = 3;
const LEDGER = 'dynamodb://fleet';

/** What a ledger in a table costs. The table is an in-memory one in a process of its own (table-stand-in.ts). */
export const table: Bench = {
  name: 'table',
  about: 'a ledger in a table of Amazon DynamoDB, against one in a file; the table is a stand-in in memory',
  async run(report) {
    const { file, table: shared } = await secondRuns();
    report({
      case: `${KNOWN} CSRs, all known`,
      what: 'seconds more with the table than with the file',
      value: (shared - file) / 1_000,
      target: ['≤', 10],
      note: `${(shared / 1_000).toFixed(1)} s and ${(file / 1_000).toFixed(1)} s`,
    });
    const spans = { without: [] as number[], with: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      spans.without.push(await issueNew({}));
      spans.with.push(await issueNew({ ledger: LEDGER }));
    }
    report({
      case: `${NEW} new CSRs at ${PER_SECOND}/s`,
      what: 'throughput with the table / without it',
      value: median(spans.without) / median(spans.with),
      target: ['≥', 0.9],
      note: `${(median(spans.with) / 1_000).toFixed(1)} s and ${(median(spans.without) / 1_000).toFixed(1)} s from the first call to the last answer, medians of ${ROUNDS}`,
    });
  },
};

/** A table in a process of its own. */
async function startTable(): Promise<{ readonly process: ChildProcess; readonly origin: string }> {
  const process = fork(join(import.meta.dirname, 'table-process.ts'), { execPath: node24, execArgv: [] });
  const origin = await new Promise<string>((resolve) => process.once('message', (message) => resolve(String(message))));
  return { process, origin };
}

/** Runs against an account and a table of their own. */
async function withServices<T>(
  options: Parameters<typeof startService>[0],
  work: (service: Service) => Promise<T>,
): Promise<T> {
  const [service, { process, origin }] = await Promise.all([startService(options), startTable()]);
  try {
    return await work({ ...service, env: { ...service.env, AWS_ENDPOINT_URL_DYNAMODB: origin } });
  } finally {
    service.close();
    process.kill();
  }
}

/** Milliseconds of a run that finds everything issued, with the ledger in a file and in a table. */
function secondRuns(): Promise<{ readonly file: number; readonly table: number }> {
  return withServices({}, async (service) => {
    const directory = await mkdtemp(join(tmpdir(), 'bench-'));
    const ledger = join(directory, 'fleet.jsonl');
    try {
      await runAction(KNOWN, service, { ledger });
      const file = (await runAction(KNOWN, service, { ledger })).wallMs;
      const cli = join(import.meta.dirname, '../../dist/cli.js');
      const { status, stderr, stdout } = spawnSync(node24, [cli, 'ledger', 'import', ledger, '--ledger', LEDGER], {
        env: { ...process.env, ...service.env },
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(stdout + stderr);
      return { file, table: (await runAction(KNOWN, service, { ledger: LEDGER })).wallMs };
    } finally {
      await rm(directory, { recursive: true });
    }
  });
}

/** Milliseconds from the first create call to the last answer. */
function issueNew(inputs: Readonly<Record<string, string>>): Promise<number> {
  const quotas = { CreateCertificateFromCsr: { ratePerSecond: PER_SECOND, burst: PER_SECOND } };
  return withServices({ quotas, mayReadQuotas: true }, async (service) => {
    await runAction(NEW, service, inputs);
    return (await service.seen()).spanMs;
  });
}
