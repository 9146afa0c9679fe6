import type { Csr, Finding } from '../csr/csr.ts';
import { examine } from '../csr/examine/examine.ts';
import { startJudging } from '../csr/examine/judge-files.ts';
import { discover } from '../csr/files/discover.ts';
import { createHelpers, type Help } from '../csr/threads/worker-pool.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { certificateFiles } from '../naming/certificate-files.ts';
import { planSecrets, type SecretPlan } from '../naming/secret-plan.ts';
import { readKnownKeys } from '../records/known-keys.ts';
import { createProgress, type Progress } from '../runner/progress.ts';
import type { Services } from '../runner/services.ts';
import { DEFAULT_MAX_CERTIFICATES, shardOf, WHOLE } from './shard.ts';

/** The files that matched, judged. */
export interface Batch {
  /** How many files matched the globs. */
  readonly files: number;
  /** The CSRs of this job's shard that nothing speaks against, in the order of their paths. */
  readonly csrs: readonly Csr[];
  readonly findings: readonly Finding[];
  /** Paths of the files that an error speaks against. */
  readonly rejected: readonly string[];
  /** As in {@link Examination.keys}. */
  readonly keys: ReadonlyMap<string, number>;
  /** Where the certificates go, relative to the output directory, by the paths of the CSRs. */
  readonly certificateFiles: ReadonlyMap<string, string>;
  /** Undefined unless secrets are asked for. */
  readonly secrets: SecretPlan | undefined;
}

/**
 * Finds and reads the CSRs and judges every one of them, without network and credentials.
 *
 * @throws UserError when the globs match nothing, too much, or something outside of the workspace
 */
export async function readBatch(inputs: Inputs, services: Services): Promise<Batch> {
  const { threads } = services;
  const helpers = createHelpers(threads.script);
  try {
    return await readAndJudge(inputs, services, { helpers, count: threads.count });
  } finally {
    helpers.close();
  }
}

async function readAndJudge(inputs: Inputs, services: Services, help: Help): Promise<Batch> {
  const { context, log, clock, stop } = services;
  const { policy, shard } = inputs;
  // Who raises this expects many files.
  const expectsMany = inputs.maxCertificates > DEFAULT_MAX_CERTIFICATES;
  const judging = startJudging({ policy, help, expectsMany });
  const found = await discover({
    patterns: inputs.csrPath,
    workspace: context.workspace,
    onFile: judging.add,
    warn: (message) => log.annotate('warning', message),
  });
  if (found.length > inputs.maxCertificates) {
    throw new UserError(
      'too-many-files',
      `The globs match ${count(found.length)} files, max-certificates allows ${count(inputs.maxCertificates)}.`,
      {
        where: 'csr-path',
        fix: 'Narrow the globs, or raise max-certificates.',
      },
    );
  }
  const known = await readKnownKeys(inputs);
  log.info(`Validating ${plural(found.length, 'file')}`);
  const progress = createProgress('Validated', found.length, clock.now, log.info);
  let comparing: Progress | undefined;
  const examination = await examine(found, {
    policy,
    known,
    help,
    judging,
    signal: stop,
    onProgress: progress.update,
    onCompared: (done, of) => {
      comparing ??= createProgress('Compared', of, clock.now, log.info);
      comparing.update(done);
    },
  });
  // Nothing gets a name in a run that creates nothing.
  const toName = inputs.mode === 'issue' ? examination.csrs : [];
  const forArtifact = inputs.deliver.includes('artifact');
  const files = certificateFiles(toName, inputs.fileName, context.runId, forArtifact);
  const secrets = planSecretsOf(toName, files.byPath, inputs, context.runId);
  const unnameable = [...files.findings, ...(secrets?.findings ?? [])];
  const refused = new Set(unnameable.map((finding) => finding.path));
  const valid = examination.csrs.filter((csr) => !refused.has(csr.path));
  return {
    files: found.length,
    csrs: shard === undefined ? valid : valid.filter((csr) => shardOf(csr, shard) === shard.index),
    findings: [...examination.findings, ...unnameable],
    rejected: [...examination.rejected, ...refused],
    keys: examination.keys,
    certificateFiles: files.byPath,
    secrets,
  };
}

/** The secrets of the whole batch: the shards share the scope that they go into. */
function planSecretsOf(
  csrs: readonly Csr[],
  files: ReadonlyMap<string, string>,
  { secrets, shard = WHOLE }: Inputs,
  runId: string | undefined,
): SecretPlan | undefined {
  if (secrets === undefined) return undefined;
  const { layout, name: template } = secrets;
  return planSecrets({
    csrs,
    files,
    layout,
    template,
    runId,
    shards: { ...shard, shardOf: (csr) => shardOf(csr, shard) },
  });
}

/** The first error of each refused file: why it is refused. */
export function rejections({ findings, rejected }: Batch): readonly Finding[] {
  const errors = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.severity === 'error' && !errors.has(finding.path)) errors.set(finding.path, finding);
  }
  return rejected.flatMap((path) => errors.get(path) ?? []);
}
