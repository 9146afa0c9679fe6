import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Governor } from '../conditions.ts';
import { type Exchange, json, type Reply, send } from '../http.ts';
import { ArtifactRefusal, type ArtifactStore, type StoredArtifact } from './artifact-store.ts';
import type { BlobStore } from './blobs.ts';
import { faultReply, type GitHubFault } from './faults.ts';
import type { Run, StartedJob } from './job.ts';
import type { TokenSigner } from './jwt.ts';

export const ARTIFACT_OPERATIONS = [
  'CreateArtifact',
  'FinalizeArtifact',
  'ListArtifacts',
  'GetSignedArtifactURL',
  'DeleteArtifact',
  'PutBlob',
  'GetBlob',
] as const;

export type ArtifactOperation = (typeof ARTIFACT_OPERATIONS)[number];

/** The artifact service of a job: Twirp calls in JSON, and the blobs. */
export interface ArtifactService {
  /** ACTIONS_RUNTIME_TOKEN of a job; of the main one of the current attempt. */
  runtimeToken(job?: StartedJob): string;
  handleTwirp(exchange: Exchange): Promise<void>;
  handleBlob(exchange: Exchange): Promise<void>;
}

/** Path of the service that the clients call. */
export const TWIRP_PREFIX = '/twirp/github.actions.results.api.v1.ArtifactService';

const STATUS: Readonly<Record<ArtifactRefusal['code'], number>> = {
  invalid_argument: 400,
  already_exists: 409,
  not_found: 404,
  failed_precondition: 412,
  resource_exhausted: 429,
};

type Message = Readonly<Record<string, unknown>>;

/**
 * As GitHub's was seen to be in 2026: the list of an attempt that repeats failed jobs shows artifacts of earlier
 * attempts, which only the REST API gives.
 */
export function createArtifactService(options: {
  readonly store: ArtifactStore;
  readonly blobs: BlobStore;
  readonly run: Run;
  readonly signer: TokenSigner;
  readonly clock: Clock;
  readonly governor: Governor<ArtifactOperation, GitHubFault>;
}): ArtifactService {
  const { store, blobs, run, signer, clock, governor } = options;
  const tokens = new Map<string, { readonly token: string; readonly job: StartedJob }>();
  const runtimeToken = (job = run.main): string => {
    const { attempt, backendId } = job;
    const seconds = Math.floor(clock.now() / 1_000);
    const scopes = [
      'Actions.GenericRead:00000000-0000-0000-0000-000000000000',
      `Actions.Results:${attempt.runBackendId}:${backendId}`,
      `Actions.UploadArtifacts:00000000-0000-0000-0000-000000000000/1:Build/Build/${attempt.runId}`,
    ];
    const claims = {
      jti: randomUUID(),
      iss: 'vstoken.actions.githubusercontent.com',
      scp: scopes.join(' '),
      iat: seconds,
      nbf: seconds,
      exp: seconds + 6 * 3_600,
    };
    const token = tokens.get(backendId)?.token ?? signer.sign(claims);
    tokens.set(backendId, { token, job });
    return token;
  };
  const jobOf = (authorization: string | undefined): StartedJob | undefined =>
    [...tokens.values()].find(({ token }) => authorization === `Bearer ${token}`)?.job;
  const visibleTo = ({ attempt }: StartedJob): readonly StoredArtifact[] =>
    store
      .list(attempt.runId)
      .filter(({ by }) => by.attempt.number >= attempt.inheritsFrom && by.attempt.number <= attempt.number);
  /** Of the attempt itself: those of others are listed and not given. */
  const named = (message: Message, { attempt }: StartedJob): StoredArtifact => {
    const artifact = store
      .list(attempt.runId)
      .find(({ name, by }) => name === message.name && by.attempt.number === attempt.number);
    if (artifact === undefined || message.workflow_run_backend_id !== attempt.runBackendId) {
      throw new ArtifactRefusal('not_found', 'there is no such artifact');
    }
    return artifact;
  };

  const methods: Readonly<
    Record<Exclude<ArtifactOperation, 'PutBlob' | 'GetBlob'>, (message: Message, job: StartedJob) => unknown>
  > = {
    CreateArtifact(message, by) {
      const expiresMs = message.expires_at === undefined ? undefined : Date.parse(String(message.expires_at));
      const mimeType = typeof message.mime_type === 'string' ? message.mime_type : 'application/zip';
      return {
        ok: true,
        signed_upload_url: store.create({ name: String(message.name ?? ''), mimeType, expiresMs, by }),
      };
    },
    FinalizeArtifact(message, by) {
      const digest = typeof message.hash === 'string' ? message.hash : undefined;
      const { id } = store.finalize(String(message.name ?? ''), Number(message.size ?? 0), digest, by);
      return { ok: true, artifact_id: String(id) };
    },
    ListArtifacts(message, job) {
      const { name_filter: name, id_filter: id } = message;
      const wanted = visibleTo(job).filter(
        (artifact) =>
          (name === undefined || artifact.name === name) && (id === undefined || String(artifact.id) === String(id)),
      );
      return {
        artifacts: wanted.map((artifact) => ({
          workflow_run_backend_id: artifact.by.attempt.runBackendId,
          workflow_job_run_backend_id: artifact.by.backendId,
          database_id: String(artifact.id),
          name: artifact.name,
          size: String(artifact.size),
          created_at: new Date(artifact.createdMs).toISOString(),
          digest: artifact.digest,
        })),
      };
    },
    GetSignedArtifactURL: (message, job) => ({ signed_url: store.downloadUrl(named(message, job)) }),
    DeleteArtifact(message, job) {
      const { id } = named(message, job);
      store.remove(id);
      return { ok: true, artifact_id: String(id) };
    },
  };

  return {
    runtimeToken,
    async handleTwirp({ method, path, headers, body, response }) {
      const name = path.slice(TWIRP_PREFIX.length + 1);
      if (method !== 'POST' || !isMethod(name)) {
        send(response, twirpError(404, 'bad_route', `no handler for ${path}`));
        return;
      }
      const job = jobOf(headers.authorization);
      if (job === undefined) {
        send(response, twirpError(401, 'unauthenticated', 'invalid token'));
        return;
      }
      await governor.perform({
        operation: name,
        response,
        throttled: () => faultReply('429'),
        failure: faultReply,
        work() {
          try {
            // It names its job by the ids of the token's scope, or by those of an artifact that was listed.
            const message = JSON.parse(body.toString('utf8')) as Message;
            const { workflow_run_backend_id: runId, workflow_job_run_backend_id: jobId } = message;
            return run.knows(job.attempt.runId, runId, jobId)
              ? json(200, methods[name](message, job))
              : twirpError(403, 'permission_denied', 'not your run');
          } catch (error) {
            if (error instanceof SyntaxError) return twirpError(400, 'malformed', 'the body is not JSON');
            if (error instanceof ArtifactRefusal) return twirpError(STATUS[error.code], error.code, error.message);
            throw error;
          }
        },
      });
    },
    handleBlob: (exchange) =>
      governor.perform({
        operation: exchange.method === 'PUT' ? 'PutBlob' : 'GetBlob',
        response: exchange.response,
        throttled: () => faultReply('429'),
        failure: faultReply,
        work: () => blobs.answer(exchange),
      }),
  };

  function isMethod(name: string): name is keyof typeof methods {
    return Object.hasOwn(methods, name);
  }
}

function twirpError(status: number, code: string, msg: string): Reply {
  return json(status, { code, msg });
}
