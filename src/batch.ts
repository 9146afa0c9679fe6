import type { Csr, Finding } from './csr/csr.ts';
import { discover } from './csr/discover.ts';
import { examine } from './csr/examine.ts';
import { certificateFiles } from './delivery/paths.ts';
import { UserError } from './errors.ts';
import type { Inputs, Shard } from './inputs.ts';
import { readKnownKeys } from './known-keys.ts';
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
  /** As in {@link Examination.keys}. */
  readonly keys: ReadonlyMap<string, number>;
  /** Where the certificates go, relative to the output directory, by the paths of the CSRs. */
  readonly certificateFiles: ReadonlyMap<string, string>;
}

/**
 * Finds and reads the CSRs and judges every one of them, without network and credentials.
 *
 * @throws UserError when the globs match nothing, too much, or something outside of the workspace
 */
export async function readBatch(inputs: Inputs, services: Services): Promise<Batch> {
  const { context, log, clock, stop } = services;
  const found = await discover({
    patterns: inputs.csrPath,
    workspace: context.workspace,
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
  const examination = await examine(found, { policy: inputs.policy, known, signal: stop, onProgress: progress.update });
  const forArtifact = inputs.deliver.includes('artifact');
  const files = certificateFiles(examination.csrs, inputs.fileName, context.runId, forArtifact);
  const unnameable = inputs.mode === 'issue' ? files.findings : [];
  const refused = new Set(unnameable.map((finding) => finding.path));
  const valid = examination.csrs.filter((csr) => !refused.has(csr.path));
  return {
    files: found.length,
    csrs: inputs.shard === undefined ? valid : inShard(valid, inputs.shard),
    findings: [...examination.findings, ...unnameable],
    rejected: [...examination.rejected, ...refused],
    keys: examination.keys,
    certificateFiles: files.byPath,
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
