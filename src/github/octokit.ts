import type { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { duration } from '../lib/words.ts';
import type { Network } from '../runner/network.ts';
import type { Services } from '../runner/services.ts';
import { exportProxies } from './toolkit.ts';
import { createWriteBudget, GITHUB_WRITES } from './write-budget.ts';

export type Octokit = ReturnType<typeof getOctokit>;

/** Octokit waits for ever; no answer of this API takes so long. */
const TIMEOUT_MS = 30_000;

/** The most that is read of one answer: a page of 100 secrets has about 30 KB. */
const MAX_BYTES = 4 * 1024 * 1024;

/** A wait that is logged, milliseconds: the line about progress would be late. */
const LONG_MS = 5_000;

/** The longest wait that is honoured, seconds: GitHub's primary limit begins anew every hour, by its own clock. */
const MAX_WAIT_S = 3_660;

/** How many times a wait that GitHub asks for is honoured for one request. */
const MAX_WAITS = 5;

/**
 * GitHub's REST client, that of `@actions/github`: repeats what failed on the server's side, waits where GitHub says to,
 * and keeps to its limits of writing where it has any. All of it ends when the job is cancelled.
 *
 * @throws UserError `proxy` when the variable that holds for this API names none
 */
export async function createOctokit(
  token: string,
  { context, clock, log, stop, network }: Pick<Services, 'context' | 'clock' | 'log' | 'stop' | 'network'>,
): Promise<Octokit> {
  const open = await loadClient(new URL(context.apiUrl), network);
  const wait = async (seconds: number, _options: unknown, _octokit: unknown, waited: number): Promise<boolean> => {
    // What waits longer than that, or says no number, waits in vain.
    if (waited >= MAX_WAITS || !(seconds <= MAX_WAIT_S)) return false;
    log.info(`GitHub asks to wait ${seconds} s`);
    await clock.sleep(seconds * 1_000, stop);
    return true;
  };
  let budget: Promise<ReturnType<typeof createWriteBudget>> | undefined;
  const acquire = async (): Promise<void> => {
    budget ??= hasRateLimits(octokit).then((limited) =>
      createWriteBudget(limited ? GITHUB_WRITES : [], clock, stop, (ms) => {
        if (ms >= LONG_MS) log.info(`Waiting ${duration(ms)}: GitHub allows about 80 writes a minute and 500 an hour`);
      }),
    );
    await (await budget).acquire();
  };
  const quiet = (): void => {};
  const options = {
    baseUrl: context.apiUrl,
    request: { fetch: createFetch(network, stop) },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    throttle: {
      // In place of the plugin's limiter, of which it calls only this. The plugin's would space all writes by a second, also
      // those to a server that has no limits.
      write: { key: () => ({ schedule: acquire }) } as never,
      onRateLimit: wait,
      onSecondaryRateLimit: wait,
      // The handlers have waited already, and can be interrupted.
      retryAfterBaseValue: 0,
    },
  };
  const octokit = open(token, options, throttling, retry);
  return octokit;
}

/** `@actions/github` looks for its proxy, and reads the event that started the run, when it is loaded. */
async function loadClient(apiUrl: URL, network: Network): Promise<typeof getOctokit> {
  exportProxies(apiUrl, network);
  // It is read by the door, which copes with a file that is not there or no JSON.
  delete process.env.GITHUB_EVENT_PATH;
  return (await import('@actions/github')).getOctokit;
}

/** As much of `fetch` as Octokit uses. */
function createFetch(network: Network, stop: AbortSignal) {
  return async (url: string, init: { readonly method: string; readonly body?: string; readonly headers: object }) => {
    const { status, headers, body } = await network.request(url, {
      method: init.method,
      headers: { ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      signal: stop,
    });
    const texts = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    const answer = new Response(body.length === 0 ? null : new Uint8Array(body), { status, headers: texts });
    return Object.defineProperty(answer, 'url', { value: url });
  };
}

/** A GitHub Enterprise Server has no limits unless its administrator sets some, and says so. */
async function hasRateLimits(octokit: Octokit): Promise<boolean> {
  try {
    await octokit.request('GET /rate_limit');
    return true;
  } catch (error) {
    return (error as { readonly status?: unknown }).status !== 404;
  }
}
