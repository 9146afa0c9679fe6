import type { Clock } from '../clock.ts';
import { json, type Reply } from '../http.ts';

/** How much GitHub lets one token do. */
export interface RateLimits {
  /** Calls in an hour: the primary limit. */
  readonly callsPerHour: number;
  /** Writes within each of these windows: a secondary limit. */
  readonly writes: readonly { readonly count: number; readonly seconds: number }[];
}

/**
 * What github.com has: 5,000 calls an hour for an app or a person, and about 80 writes a minute and 500 an hour.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const GITHUB_LIMITS: RateLimits = {
  callsPerHour: 5_000,
  writes: [
    { count: 80, seconds: 60 },
    { count: 500, seconds: 3_600 },
  ],
};

export interface RateLimiter {
  /** Counts a call. Undefined: no limits here, as on a GitHub Enterprise Server that nobody told to have any. */
  take(token: string, isWrite: boolean): Admission | undefined;
  /** Answers `GET /rate_limit`, which does not count. */
  describe(token: string): Reply;
}

export interface Admission {
  /** What tells clients where they are; goes with every answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal: Reply | undefined;
}

const HOUR_MS = 3_600_000;

/** @param limits those in force */
export function createRateLimiter(limits: () => RateLimits | undefined, clock: Clock): RateLimiter {
  const windows = new Map<string, { resetMs: number; used: number }>();
  let writes: number[] = [];

  const windowOf = (token: string): { resetMs: number; used: number } => {
    const known = windows.get(token);
    if (known !== undefined && known.resetMs > clock.now()) return known;
    const fresh = { resetMs: clock.now() + HOUR_MS, used: 0 };
    windows.set(token, fresh);
    return fresh;
  };
  const headersOf = (token: string, { callsPerHour }: RateLimits): Record<string, string> => {
    const { resetMs, used } = windowOf(token);
    return {
      'x-ratelimit-limit': String(callsPerHour),
      'x-ratelimit-used': String(used),
      'x-ratelimit-remaining': String(Math.max(0, callsPerHour - used)),
      'x-ratelimit-reset': String(Math.ceil(resetMs / 1_000)),
      'x-ratelimit-resource': 'core',
    };
  };
  /** Milliseconds until a write fits into every window. */
  const wait = (inForce: RateLimits): number => {
    const now = clock.now();
    const waits = inForce.writes.map(({ count, seconds }) => {
      const recent = writes.filter((time) => time > now - seconds * 1_000);
      const oldest = recent.at(-count);
      return oldest === undefined ? 0 : oldest + seconds * 1_000 - now;
    });
    return Math.max(0, ...waits);
  };

  return {
    take(token, isWrite) {
      const inForce = limits();
      if (inForce === undefined) return undefined;
      const window = windowOf(token);
      if (window.used >= inForce.callsPerHour) {
        return { headers: headersOf(token, inForce), refusal: primaryRefusal() };
      }
      window.used++;
      const headers = headersOf(token, inForce);
      if (!isWrite) return { headers, refusal: undefined };
      const waitMs = wait(inForce);
      if (waitMs > 0) return { headers, refusal: secondaryRefusal(Math.ceil(waitMs / 1_000)) };
      const longest = Math.max(0, ...inForce.writes.map(({ seconds }) => seconds)) * 1_000;
      writes = [...writes.filter((time) => time > clock.now() - longest), clock.now()];
      return { headers, refusal: undefined };
    },
    describe(token) {
      const inForce = limits();
      if (inForce === undefined) return json(404, { message: 'Rate limiting is not enabled.' });
      const { resetMs, used } = windowOf(token);
      const { callsPerHour: limit } = inForce;
      const core = { limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil(resetMs / 1_000) };
      return json(200, { resources: { core }, rate: core }, headersOf(token, inForce));
    },
  };
}

export function primaryRefusal(): Reply {
  return json(403, {
    message: 'API rate limit exceeded for installation ID 12345678.',
    documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
  });
}

/** @param seconds what its Retry-After says */
export function secondaryRefusal(seconds: number): Reply {
  const body = {
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
  };
  return json(403, body, { 'retry-after': String(seconds) });
}
