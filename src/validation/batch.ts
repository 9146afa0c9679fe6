import type { Csr, Finding, FindingGroup } from '../csr/csr.ts';
import type { ListedDevice } from '../csr/device-list.ts';
import { type Examination, examine } from '../csr/examine/examine.ts';
import { startJudging } from '../csr/examine/judge-files.ts';
import type { DeviceOptions } from '../csr/examine/match-devices.ts';
import { discover } from '../csr/files/discover.ts';
import { describeSecondPaths } from '../csr/files/second-path.ts';
import type { SourceFile } from '../csr/files/source-file.ts';
import type { KnownKey } from '../csr/known-key.ts';
import type { Policy } from '../csr/policy.ts';
import { createWorkerPool, type Parallelism } from '../csr/threads/worker-pool.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { createProgress, type Progress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import { DEFAULT_MAX_CERTIFICATES } from './shard.ts';

/** The files that matched, judged. */
export interface Batch {
  /** How many files matched the globs, each counted once however many paths lead to it. */
  readonly files: number;
  /** The CSRs without an error, in the order of their paths. */
  readonly csrs: readonly Csr[];
  readonly findings: readonly Finding[];
  /** Paths of the files that have an error. */
  readonly rejected: readonly string[];
  /** As in {@link Examination.groups}. */
  readonly groups: readonly FindingGroup[];
  /** As in {@link Examination.keys}. */
  readonly keys: ReadonlyMap<string, number>;
  /** As in {@link Examination.devices}. */
  readonly devices: ReadonlyMap<string, ListedDevice>;
}

/** What a batch is and what is asked of it; each field is an input of action.yml. */
export interface BatchOptions {
  readonly csrPath: readonly string[];
  /** CSRs that are named one by one, absolute paths. */
  readonly csrFiles: readonly string[];
  readonly policy: Policy;
  readonly maxCertificates: number;
}

/** What the batch is held against. */
export interface Beside {
  /** Keys that have a certificate. */
  readonly known: readonly KnownKey[];
  /** Undefined: there is no devices file. */
  readonly devices: DeviceOptions | undefined;
}

type BatchServices = Pick<Services, 'context' | 'log' | 'clock' | 'stop' | 'threads'>;

/**
 * Finds and reads the CSRs and judges every one of them, without network and credentials.
 *
 * @param readBeside reads what the batch is held against; called once it is known that there are files to judge
 * @throws UserError when the globs match nothing, too much, or something outside of the workspace
 */
export async function readBatch(
  options: BatchOptions,
  readBeside: () => Promise<Beside>,
  services: BatchServices,
): Promise<Batch> {
  const pool = createWorkerPool(services.threads.script);
  try {
    const parallelism = { pool, threads: services.threads.count };
    const { found, judging } = await find(options, services, parallelism);
    const examination = await judgeAll(found, judging, { options, ...(await readBeside()), parallelism, services });
    const { again, ...judged } = examination;
    if (again.length > 0) services.log.annotate('notice', describeSecondPaths(again), { title: 'second-path' });
    return { files: found.length - again.length, ...judged };
  } finally {
    pool.close();
  }
}

/** Finds the files; where many are expected, threads judge the first ones meanwhile. */
async function find(options: BatchOptions, { context, log }: BatchServices, parallelism: Parallelism) {
  const { policy, csrPath, csrFiles, maxCertificates } = options;
  // Who raises this expects many files.
  const expectsMany = maxCertificates > DEFAULT_MAX_CERTIFICATES;
  const judging = startJudging({ policy, parallelism, expectsMany });
  const found = await discover({
    patterns: csrPath,
    named: csrFiles,
    workspace: context.workspace,
    onFile: judging.add,
    report: (level, message) => log.annotate(level, message, { title: 'files-left-out' }),
  });
  if (found.length > maxCertificates) {
    throw new UserError(
      'too-many-files',
      `The patterns match ${count(found.length)} files, and max-certificates allows ${count(maxCertificates)}.`,
      {
        where: 'csr-path',
        fix: 'Write patterns that match fewer files, or raise max-certificates.',
      },
    );
  }
  return { found, judging };
}

async function judgeAll(
  found: readonly SourceFile[],
  judging: ReturnType<typeof startJudging>,
  {
    options,
    known,
    devices,
    parallelism,
    services: { log, clock, stop },
  }: Beside & {
    readonly options: BatchOptions;
    readonly parallelism: Parallelism;
    readonly services: BatchServices;
  },
): Promise<Examination> {
  log.info(`Validating ${plural(found.length, 'file')}`);
  const progress = createProgress('Validated', found.length, clock.now, log);
  let comparing: Progress | undefined;
  return examine(found, {
    policy: options.policy,
    known,
    devices,
    parallelism,
    judging,
    signal: stop,
    onProgress: progress.update,
    onCompared: (done, of) => {
      comparing ??= createProgress('Compared', of, clock.now, log);
      comparing.update(done);
    },
  });
}

/** The first error of each refused file: why it is refused. */
export function rejections({ findings, rejected }: Pick<Batch, 'findings' | 'rejected'>): readonly Finding[] {
  const errors = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.severity === 'error' && !errors.has(finding.path)) errors.set(finding.path, finding);
  }
  return rejected.flatMap((path) => errors.get(path) ?? []);
}
