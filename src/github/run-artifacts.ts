import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { limitBytes, TooLargeError } from '../lib/limit-bytes.ts';
import { answerOf } from '../runner/request.ts';
import type { Services } from '../runner/services.ts';
import { readAnswer } from './answer.ts';

/** An artifact of a workflow run. */
export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes of its zip. */
  readonly size: number;
}

/** Artifacts on a page, the most that GitHub gives. */
const PAGE_SIZE = 100;

/** A job uploads 500 artifacts at most; a matrix that does so in each job is not for this product. */
const MAX_PAGES = 10;

const TIMEOUT_MS = 30_000;

/** A page of 100 artifacts has about 150 KB. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** The slowest download that is waited for: `bytes` in `ms` milliseconds. */
const SLOWEST = { bytes: 256 * 1024, ms: 15_000 } as const;

type World = Pick<Services, 'context' | 'network'>;

/**
 * The artifacts of a workflow run, all attempts'.
 * https://docs.github.com/en/rest/actions/artifacts#list-workflow-run-artifacts
 *
 * @param token needs `actions: read`
 * @throws Error when GitHub does not give them
 */
export async function listRunArtifacts(
  { context, network }: World,
  runId: string | undefined,
  token: string,
): Promise<readonly RunArtifact[]> {
  const { apiUrl, repository } = context;
  const found: RunArtifact[] = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = await network.request(
      `${apiUrl}/repos/${repository}/actions/runs/${runId}/artifacts?per_page=${PAGE_SIZE}&page=${page}`,
      { headers: headersWith(token), timeoutMs: TIMEOUT_MS, maxBytes: MAX_PAGE_BYTES },
    );
    const { status, fields, reason } = readAnswer(answer);
    const artifacts = fields?.artifacts;
    if (status !== 200 || !Array.isArray(artifacts)) throw new Error(reason);
    for (const { id, name, size_in_bytes: size, expired } of artifacts as Readonly<Record<string, unknown>>[]) {
      if (typeof id === 'number' && typeof name === 'string' && typeof size === 'number' && expired !== true) {
        found.push({ id, name, size });
      }
    }
    if (artifacts.length < PAGE_SIZE) break;
  }
  return found;
}

/**
 * Downloads the zip of an artifact into `file`, which must not exist.
 * https://docs.github.com/en/rest/actions/artifacts#download-an-artifact
 *
 * @throws Error when GitHub does not give it, or too slowly; TooLargeError when it has more than `maxBytes`
 */
export async function downloadArtifact(
  id: number,
  file: string,
  maxBytes: number,
  { context, network }: World,
  token: string,
): Promise<void> {
  const answer = await network.request(`${context.apiUrl}/repos/${context.repository}/actions/artifacts/${id}/zip`, {
    headers: headersWith(token),
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_PAGE_BYTES,
    redirect: 'manual',
  });
  const { location } = answer.headers;
  if (location === undefined || !URL.canParse(location, context.apiUrl)) throw new Error(readAnswer(answer).reason);
  // The storage refuses a request that brings GitHub's token beside the signature in its URL.
  const url = new URL(location, context.apiUrl);
  const slow = new AbortController();
  const giveUp = (): void => slow.abort(new Error('the download is too slow'));
  const head = setTimeout(giveUp, TIMEOUT_MS);
  const response = await answerOf(url, { signal: slow.signal }, await network.agentFor(url)).finally(() =>
    clearTimeout(head),
  );
  if (response.statusCode !== 200) {
    response.destroy();
    throw new Error(`HTTP ${response.statusCode} of the storage`);
  }
  if (Number(response.headers['content-length']) > maxBytes) {
    response.destroy();
    throw new TooLargeError(maxBytes);
  }
  let came = 0;
  response.on('data', (chunk: Buffer) => {
    came += chunk.length;
  });
  const watch = setInterval(() => {
    if (came < SLOWEST.bytes) giveUp();
    came = 0;
  }, SLOWEST.ms);
  try {
    await pipeline(limitBytes(response, maxBytes), createWriteStream(file, { flags: 'wx', mode: 0o600 }), {
      signal: slow.signal,
    });
  } catch (error) {
    slow.signal.throwIfAborted();
    throw error;
  } finally {
    clearInterval(watch);
  }
}

function headersWith(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' };
}
