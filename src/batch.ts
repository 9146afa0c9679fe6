import type { Csr, Finding } from './csr/csr.ts';
import { discover } from './csr/discover.ts';
import { examine } from './csr/examine.ts';
import { pathFindings } from './delivery/paths.ts';
import { UserError } from './errors.ts';
import type { Inputs, Shard } from './inputs.ts';
import { count, createProgress, plural } from './report/progress.ts';
import type { Services } from './services.ts';

/** The files that matched, judged. */
export interface Batch {
  /** How many files matched the globs. */
  readonly files: number;
  /** The CSRs of this job's shard that nothing speaks against, in the order of their paths. */
  readonly csrs: readonly Csr[];
  readonly findings: readonly Finding[];
  /** Paths of the files that an error speaks against. */
  readonly rejected: readonly string[];
}

/**
 * Finds and reads the CSRs and judges every one of them, without network and credentials.
 *
 * @throws UserError when the globs match nothing, too much, or something outside of the workspace
 */
export async function readBatch(inputs: Inputs, services: Services): Promise<Batch> {
  const { context, log, clock, stop } = services;
  const files = await discover({
    patterns: inputs.csrPath,
    workspace: context.workspace,
    warn: (message) => log.annotate('warning', message),
  });
  if (files.length > inputs.maxCertificates) {
    throw new UserError(
      'too-many-files',
      `The globs match ${count(files.length)} files, max-certificates allows ${count(inputs.maxCertificates)}.`,
      {
        where: 'csr-path',
        fix: 'Narrow the globs, or raise max-certificates.',
      },
    );
  }
  log.info(`Validating ${plural(files.length, 'file')}`);
  const progress = createProgress('Validated', files.length, clock.now, log.info);
  const examination = await examine(files, { signal: stop, onProgress: progress.update });
  const collisions = inputs.mode === 'issue' ? pathFindings(examination.csrs, inputs.deliver === 'artifact') : [];
  const collided = new Set(collisions.map((finding) => finding.path));
  const valid = examination.csrs.filter((csr) => !collided.has(csr.path));
  return {
    files: files.length,
    csrs: inputs.shard === undefined ? valid : inShard(valid, inputs.shard),
    findings: [...examination.findings, ...collisions],
    rejected: [...examination.rejected, ...collided],
  };
}

/** The first error of each refused file: why it is refused. */
export function rejections({ findings, rejected }: Batch): readonly Finding[] {
  const errors = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.severity === 'error' && !errors.has(finding.path)) errors.set(finding.path, finding);
  }
  return rejected.flatMap((path) => errors.get(path) ?? []);
}

/** The CSRs of one shard. The key decides, so that no two shards ever take the same one, however the files are named. */
function inShard(csrs: readonly Csr[], { index, of }: Shard): readonly Csr[] {
  return csrs.filter(({ spkiSha256 }) => Number.parseInt(spkiSha256.slice(0, 12), 16) % of === index - 1);
}
