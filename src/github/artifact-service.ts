import { setTimeout as sleep } from 'node:timers/promises';
import { isTlsRefusal } from '../lib/tls-refusal.ts';
import { UserError } from '../lib/user-error.ts';
import { withinTime } from '../lib/within-time.ts';
import type { Services } from '../runner/services.ts';
import { readAnswer } from './answer.ts';
import { withToolkit } from './toolkit.ts';

const TRIES = 4;
const TIMEOUT_MS = 15_000;

/** A job has 500 artifacts at most, of about 400 bytes each in the list. */
const MAX_BYTES = 1024 * 1024;

/** What an upload may take: that of an empty artifact, and a slow line's time for each byte. */
const UPLOAD = { ms: 10 * 60_000, msPerByte: 1 / 100 } as const;

type World = Pick<Services, 'context' | 'network'>;

/**
 * Names of the artifacts that the runner's artifact service shows to this job: its own, and perhaps those of other jobs
 * and attempts. The call is that of `@actions/artifact`, which has no bound of time or size for it.
 *
 * @throws Error when the service does not answer; UserError of a proxy
 */
export async function listArtifactNames({ context, network }: World): Promise<ReadonlySet<string>> {
  const { artifactService } = context;
  if (artifactService === undefined) throw new Error('the runner offers no artifact service');
  const { url, token } = artifactService;
  const [run, job] = backendIds(token);
  const list = new URL('/twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts', url);
  let last: unknown;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await sleep(500 * 2 ** attempt);
    try {
      const answer = await network.request(list.href, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ workflow_run_backend_id: run, workflow_job_run_backend_id: job }),
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
      });
      const { status, fields, reason } = readAnswer(answer);
      // Protobuf's JSON leaves empty lists out.
      const artifacts = fields === undefined ? undefined : (fields.artifacts ?? []);
      if (status === 200 && Array.isArray(artifacts)) return new Set(artifacts.map(({ name }) => String(name)));
      // As the library has it: the status in parentheses.
      last = new Error(fields === undefined ? `(${status}) the answer is not valid JSON` : `(${status}) ${reason}`);
      if (status < 500 && status !== 429) break;
    } catch (error) {
      last = asNetworkError(error);
      if (error instanceof UserError && error.code !== 'proxy-unreachable') break;
    }
  }
  throw last;
}

/** A failure of the network by the name that the library gives it. */
function asNetworkError(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof UserError || code === undefined || isTlsRefusal(code)) return error;
  return Object.assign(new Error(`no answer (${code})`, { cause: error }), { name: 'NetworkError', code });
}

/** The ids of the run and of the job, which the service wants beside the token that holds them. */
function backendIds(token: string): readonly [string, string] {
  try {
    const { scp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(String(scp)) ?? [];
    if (run !== undefined && job !== undefined) return [run, job];
  } catch {
    // Reported below.
  }
  throw new Error("ACTIONS_RUNTIME_TOKEN holds no scope Actions.Results, as the runner's does");
}

/** An upload as `@actions/artifact` reports it. */
export interface Upload {
  readonly id?: number;
  /** Hex SHA-256 of the zip. */
  readonly digest?: string;
}

/**
 * Uploads files as an artifact, by way of `@actions/artifact`.
 *
 * @param files absolute paths below `root`
 * @param bytes of all files together: how long the upload may take depends on it
 * @throws Error of that library
 */
export async function uploadArtifact(
  name: string,
  files: readonly string[],
  root: string,
  options: { readonly retentionDays?: number; readonly bytes: number },
  { context, network }: World,
): Promise<Upload> {
  const { bytes, ...uploadOptions } = options;
  return withinTime(UPLOAD.ms + bytes * UPLOAD.msPerByte, () =>
    withToolkit(
      new URL(context.artifactService?.url ?? ''),
      { context, network },
      (url, request) => network.request(url, { ...request, timeoutMs: TIMEOUT_MS, maxBytes: MAX_BYTES }),
      async () => {
        const { DefaultArtifactClient } = await import('@actions/artifact');
        return new DefaultArtifactClient().uploadArtifact(name, [...files], root, uploadOptions);
      },
    ),
  );
}
