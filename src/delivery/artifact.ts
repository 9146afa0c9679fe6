import { stat } from 'node:fs/promises';
import { listArtifactNames, uploadArtifact } from '../github/artifact-service.ts';
import { UserError } from '../lib/user-error.ts';
import type { Services } from '../runner/services.ts';
import { waitFor } from '../runner/wait-for.ts';
import { type ArtifactProblem, artifactProblem, artifactReason } from './artifact-answers.ts';

/** An artifact as GitHub keeps it. */
export interface UploadedArtifact {
  readonly name: string;
  readonly id: string;
  /** Page from which a signed-in person downloads it. */
  readonly url: string;
  /** `sha256:` and the hex digest of the zip. */
  readonly digest: string;
}

/** The hand-over as an artifact, made sure of before there is anything to hand over. */
export interface ArtifactDelivery {
  /**
   * @param files absolute paths below `root`
   * @throws UserError `artifact-upload`
   */
  upload(files: readonly string[], root: string): Promise<UploadedArtifact>;
}

/** What uploading needs of the run. Preparing ends with `stop`, an upload with `end`. */
export type ArtifactServices = Pick<Services, 'context' | 'network' | 'clock' | 'log' | 'stop' | 'end'>;

/** More than the tries of the list take: four of 15 s, and their waits. */
const LIST_MS = 80_000;

/** The upload has an end of its own, by its size; this one is for what that does not see. */
const UPLOAD_MS = 60 * 60_000;

const GIVEN_UP: ArtifactProblem = {
  message: 'The upload was not finished when the step had to end.',
  fix: 'Run the job again: what has its certificate is not issued again.',
};

/** What is known of an artifact before there is anything in it. */
export interface ArtifactPlan {
  readonly name: string;
  /** Undefined: the repository's default. */
  readonly retentionDays: number | undefined;
  /**
   * Whether a later job merges it with others. Attempts may have artifacts of one name, of which a download takes one,
   * and their ids do not say which is newer: a part gets a name of its own in each attempt.
   */
  readonly isPart: boolean;
}

/**
 * Checks that an artifact can be uploaded from here under its name: the runner offers the service, it answers, and the
 * name is free in this run. An artifact of an earlier attempt that is listed keeps its name; this attempt's then gets
 * `-attempt-<n>` appended. So does a part of a later attempt in any case.
 *
 * @throws UserError `artifact-unavailable`, `artifact-name-taken`; the reason of `stop` when the job is cancelled
 */
export async function prepareArtifact(
  { name, retentionDays, isPart }: ArtifactPlan,
  services: ArtifactServices,
): Promise<ArtifactDelivery> {
  const { context } = services;
  if (context.artifactService === undefined) {
    throw new UserError(
      'artifact-unavailable',
      'There is no artifact service here: only a step of GitHub Actions has it.',
      {
        where: 'deliver',
        fix: 'Set `deliver: directory` and take the certificates from output-directory.',
      },
    );
  }
  const taken = await namesTaken(services);
  const later = context.runAttempt > 1 ? `${name}-attempt-${context.runAttempt}` : undefined;
  // The list need not show what earlier attempts uploaded. Where another step of this attempt has had to take the later
  // name, the first one is taken, too.
  const isTaken = taken.has(later ?? name);
  const free = later !== undefined && (isPart || taken.has(name)) ? later : name;
  if (isTaken) {
    throw new UserError('artifact-name-taken', `This workflow run already has an artifact "${name}".`, {
      where: 'artifact-name',
      fix: 'Give each job and each step its own artifact-name, for example by putting strategy.job-index or the region into it.',
    });
  }
  const upload = async (as: string, files: readonly string[], root: string): Promise<UploadedArtifact> => {
    let bytes = 0;
    for (const file of files) bytes += (await stat(file)).size;
    const options = { bytes, ...(retentionDays === undefined ? {} : { retentionDays }) };
    const uploaded = uploadArtifact(as, files, root, options, services);
    const { id, digest } = await waitFor('the artifact to be uploaded', uploaded, {
      ...services,
      signal: services.end,
      limitMs: UPLOAD_MS,
    });
    return {
      name: as,
      id: String(id ?? ''),
      url: context.runUrl === undefined ? '' : `${context.runUrl}/artifacts/${id}`,
      digest: digest === undefined ? '' : `sha256:${digest}`,
    };
  };
  return {
    async upload(files, root) {
      try {
        return await upload(free, files, root).catch((error) => {
          // Taken since it was looked for, or by an earlier attempt that the list does not show.
          if (later === undefined || later === free || !/\(409\)/.test(artifactReason(error))) throw error;
          return upload(later, files, root);
        });
      } catch (error) {
        const problem = services.end.aborted ? GIVEN_UP : artifactProblem(error);
        const message = `The certificates could not be uploaded${problem === undefined ? ` (${artifactReason(error)}).` : `. ${problem.message}`}${proxyHint(services)}`;
        throw new UserError('artifact-upload', message, {
          where: `artifact ${free}`,
          fix: `${problem === undefined ? '' : `${problem.fix} `}The certificates are safe in ${root}: save that directory with actions/upload-artifact in a step with \`if: always()\`.`,
          cause: error,
        });
      }
    },
  };
}

async function namesTaken(services: ArtifactServices): Promise<ReadonlySet<string>> {
  // As the toolkit has it: only github.com, subdomains of ghe.com and stand-ins have this service.
  if (!/(^github\.com|\.ghe\.com|\.localhost)$/i.test(new URL(services.context.serverUrl).hostname)) {
    throw new UserError(
      'artifact-unavailable',
      'GitHub Enterprise Server has no artifact service of the version that is needed.',
      {
        where: 'deliver',
        fix: 'Set `deliver: directory` and save output-directory with an action that your server has.',
      },
    );
  }
  try {
    const asked = { ...services, signal: services.stop, limitMs: LIST_MS };
    return await waitFor('the artifact service', listArtifactNames(services), asked);
  } catch (error) {
    services.stop.throwIfAborted();
    if (error instanceof UserError) throw error;
    const { message, fix } = artifactProblem(error) ?? {
      message: `The artifact service does not answer (${artifactReason(error)}).`,
      fix: 'See https://www.githubstatus.com and run the job again, or set `deliver: directory`.',
    };
    throw new UserError('artifact-unavailable', message, { where: 'deliver', fix, cause: error });
  }
}

/** The library does not say what stands between it and the storage. */
function proxyHint({ context, network }: Pick<Services, 'context' | 'network'>): string {
  const proxy = network.proxies.find(new URL(context.artifactService?.url ?? ''));
  if (proxy === undefined) return '';
  return ` The proxy ${proxy.url} of ${proxy.variable} has to let *.actions.githubusercontent.com and *.blob.core.windows.net through.`;
}
