import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { BlobStore } from './blobs.ts';
import type { StartedJob } from './job.ts';
import { readZip } from './zip.ts';

/** An artifact whose upload is complete. Times are milliseconds since 1970. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** The job that uploaded it. */
  readonly by: StartedJob;
  readonly mimeType: string;
  readonly size: number;
  /** `sha256:` and hex. */
  readonly digest: string;
  readonly createdMs: number;
  readonly expiresMs: number;
  readonly blobId: string;
}

/** An artifact as tests want it. */
export interface UploadedArtifact {
  readonly id: number;
  readonly name: string;
  readonly runId: number;
  readonly attempt: number;
  readonly createdMs: number;
  readonly expiresMs: number;
  /** The blob as uploaded: a zip, save for uploads that skip the archive. */
  readonly content: Buffer;
  /** The files in the zip, by name. */
  files(): ReadonlyMap<string, Buffer>;
}

/** Why a change to the artifacts of a run is refused, in the words of Twirp (https://twitchtv.github.io/twirp/docs/errors.html). */
export class ArtifactRefusal extends Error {
  readonly code: 'invalid_argument' | 'already_exists' | 'not_found' | 'failed_precondition' | 'resource_exhausted';

  constructor(code: ArtifactRefusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Whose artifacts have names of their own: each attempt's, as GitHub's were seen to be in 2026, or a run's, as its
 * documentation has it. https://github.com/actions/upload-artifact#limitations
 */
export type ArtifactNames = 'of-attempt' | 'of-run';

/** The artifacts of all workflow runs. A name that was begun and not finished stays taken. */
export interface ArtifactStore {
  /** @returns the signed URL to upload to */
  create(artifact: {
    readonly name: string;
    readonly mimeType: string;
    readonly expiresMs: number | undefined;
    readonly by: StartedJob;
  }): string;
  /** @param by a job of the attempt that the upload was begun in */
  finalize(name: string, size: number, digest: string | undefined, by: StartedJob): StoredArtifact;
  /** Those of a run that are complete and not expired, oldest first. */
  list(runId: number): readonly StoredArtifact[];
  /** Of whichever run; undefined as above. */
  find(id: number): StoredArtifact | undefined;
  downloadUrl(artifact: StoredArtifact): string;
  remove(id: number): void;
  uploaded(): readonly UploadedArtifact[];
  /** An artifact with this content, as uploaded by a job. */
  plant(name: string, content: Buffer, by: StartedJob): void;
}

const DAY_MS = 86_400_000;
/** GitHub keeps an artifact of a private repository 400 days at most, 90 when nobody says. */
const DEFAULT_RETENTION_DAYS = 90;
const MAX_RETENTION_DAYS = 400;
/** https://github.com/actions/upload-artifact#number-of-artifacts */
const MAX_ARTIFACTS_PER_JOB = 500;

/** Ids of artifacts are in no order, as GitHub's: two of three are below all before them, the third is above. */
function idOf(count: number): number {
  return 4_000_000 + (count % 3 === 0 ? count : -count);
}

export function createArtifactStore(blobs: BlobStore, clock: Clock, names: () => ArtifactNames): ArtifactStore {
  type Pending = Omit<StoredArtifact, 'id' | 'size' | 'digest'>;
  const pending = new Map<string, Pending>();
  const complete = new Map<number, StoredArtifact>();
  let count = 0;
  const keyOf = (name: string, { attempt }: StartedJob): string =>
    `${names() === 'of-run' ? attempt.runId : attempt.runBackendId}/${name}`;
  const isTaken = (key: string): boolean =>
    [...pending.values(), ...complete.values()].some(({ name, by }) => keyOf(name, by) === key);
  const isKept = ({ expiresMs }: StoredArtifact): boolean => expiresMs > clock.now();

  return {
    create({ name, mimeType, expiresMs, by }) {
      if (name === '' || /[":<>|*?\r\n\\/]/.test(name))
        throw new ArtifactRefusal('invalid_argument', `the artifact name ${name} is not valid`);
      const key = keyOf(name, by);
      if (isTaken(key)) {
        throw new ArtifactRefusal('already_exists', 'an artifact with this name already exists on the workflow run');
      }
      const ofJob = [...pending.values(), ...complete.values()].filter(
        (artifact) => artifact.by.backendId === by.backendId,
      );
      if (ofJob.length >= MAX_ARTIFACTS_PER_JOB) {
        throw new ArtifactRefusal('resource_exhausted', `a job may upload ${MAX_ARTIFACTS_PER_JOB} artifacts`);
      }
      const createdMs = clock.now();
      const expires = expiresMs ?? createdMs + DEFAULT_RETENTION_DAYS * DAY_MS;
      if (expires <= createdMs || expires > createdMs + (MAX_RETENTION_DAYS + 1) * DAY_MS) {
        throw new ArtifactRefusal('invalid_argument', 'expires_at is out of bounds');
      }
      const { id, uploadUrl } = blobs.create();
      pending.set(key, { name, by, mimeType, createdMs, expiresMs: expires, blobId: id });
      return uploadUrl;
    },
    finalize(name, size, digest, by) {
      const key = keyOf(name, by);
      const artifact = pending.get(key);
      if (artifact === undefined) throw new ArtifactRefusal('not_found', `there is no upload of an artifact ${name}`);
      const content = blobs.read(artifact.blobId);
      if (content === undefined) throw new ArtifactRefusal('failed_precondition', 'the upload is not committed');
      const actual = `sha256:${createHash('sha256').update(content).digest('hex')}`;
      if (content.length !== size)
        throw new ArtifactRefusal('invalid_argument', `size ${size} is not that of the upload, ${content.length}`);
      if (digest !== undefined && digest !== actual)
        throw new ArtifactRefusal('invalid_argument', 'hash is not that of the upload');
      const stored = { ...artifact, id: idOf(++count), size, digest: actual };
      pending.delete(key);
      complete.set(stored.id, stored);
      return stored;
    },
    plant(name, content, by) {
      const { id: blobId } = blobs.create(content);
      const createdMs = clock.now();
      const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
      const expiresMs = createdMs + DEFAULT_RETENTION_DAYS * DAY_MS;
      const about = { name, by, mimeType: 'application/zip', createdMs, expiresMs, blobId };
      const id = idOf(++count);
      complete.set(id, { ...about, id, size: content.length, digest });
    },
    list: (runId) =>
      [...complete.values()].filter((artifact) => artifact.by.attempt.runId === runId && isKept(artifact)),
    find(id) {
      const artifact = complete.get(id);
      return artifact !== undefined && isKept(artifact) ? artifact : undefined;
    },
    downloadUrl: ({ blobId, name, mimeType }) =>
      blobs.downloadUrl(blobId, mimeType === 'application/zip' ? `${name}.zip` : name, mimeType),
    remove(id) {
      const artifact = complete.get(id);
      complete.delete(id);
      if (artifact !== undefined) blobs.remove(artifact.blobId);
    },
    uploaded: () =>
      [...complete.values()].map(({ id, name, by, createdMs, expiresMs, blobId }) => {
        const content = blobs.read(blobId) ?? Buffer.alloc(0);
        const { runId, number } = by.attempt;
        return { id, name, runId, attempt: number, createdMs, expiresMs, content, files: () => readZip(content) };
      }),
  };
}
