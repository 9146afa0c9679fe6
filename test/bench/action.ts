import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24, startJob } from '../e2e/step.ts';
import { timed } from './bench.ts';
import { writeFleet } from './fleet.ts';
import type { Service } from './service.ts';

export interface ActionRun {
  /** Milliseconds of the whole process. */
  readonly wallMs: number;
  /** CPU time of the process, milliseconds. */
  readonly cpuMs: number;
  /** Peak of its resident memory, MB. */
  readonly peakMb: number;
  readonly log: string;
}

/** Runs dist/main.js on `count` CSRs against a service. @throws when it fails */
export async function runAction(
  count: number,
  service: Service | undefined,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const job = await startJob();
  try {
    await writeFleet(job.workspace, count);
    const { hook, read } = await usage();
    const all = { 'csr-path': 'csrs/*.csr', 'max-certificates': '1000000', deliver: 'directory', ...inputs };
    let result: Awaited<ReturnType<typeof job.run>> | undefined;
    const wallMs = await timed(async () => {
      result = await job.run({ inputs: all, env: { ...service?.env, ...hook } });
    });
    if (result?.code !== 0) throw new Error(`the action failed:\n${result?.log}`);
    return { wallMs, ...(await read()), log: result.log };
  } finally {
    await job.close();
  }
}

/** Peak memory of a Node that does nothing, MB. */
export async function nodeAlone(): Promise<number> {
  const { hook, read } = await usage();
  spawnSync(node24, ['-e', '0'], { env: { ...process.env, ...hook } });
  return (await read()).peakMb;
}

async function usage() {
  const file = join(await mkdtemp(join(tmpdir(), 'usage-')), 'usage.json');
  const hook = { NODE_OPTIONS: `--import=${join(import.meta.dirname, 'usage.mjs')}`, BENCH_USAGE: file };
  const read = async (): Promise<Pick<ActionRun, 'cpuMs' | 'peakMb'>> => {
    const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(await readFile(file, 'utf8'));
    return { peakMb: maxRSS / 1_024, cpuMs: (userCPUTime + systemCPUTime) / 1_000 };
  };
  return { hook, read };
}
