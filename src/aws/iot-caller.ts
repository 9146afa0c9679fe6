import { IoTClient } from '@aws-sdk/client-iot';
import { withinTime } from '../lib/within-time.ts';
import type { AwsAgents } from '../runner/network.ts';
import { type Failure, failureOf, isClockRefusal, isExpired, NOT_AWS } from './answers.ts';
import { watchClock } from './aws-clock.ts';
import type { RenewableCredentials } from './credentials.ts';
import { limitAnswers } from './limit-answers.ts';

/** How calls to AWS IoT are made, whichever they are. */
export interface IotCaller {
  readonly client: IoTClient;
  /**
   * Makes one call, within its time, and never again: an SDK retry would mint a second certificate.
   *
   * @returns what the call gives, or what is known of the call that failed; never throws for what AWS or the network does
   */
  ask<T>(call: (options: { readonly abortSignal: AbortSignal }) => Promise<T>): Promise<T | Failure>;
  /** As in {@link Iot}. */
  awsTime(): number;
}

/** Sockets to keep open; the pacer keeps fewer calls in flight than this. */
export const IOT_POOL = { keepAlive: true, maxSockets: 512 } as const;

/** How AWS IoT is reached. */
export interface CallerOptions {
  readonly region: string;
  /** Undefined for the SDK's ambient chain. */
  readonly credentials: RenewableCredentials | undefined;
  /** From sending a request to the last byte of its answer. */
  readonly timeoutMs: number;
  /** This machine's clock. */
  readonly now: () => number;
  /** How far AWS's clock is known to be ahead of it. */
  readonly skewMs: number;
  /** Made for {@link IOT_POOL}. */
  readonly agents: AwsAgents;
}

export function createIotCaller(options: CallerOptions): IotCaller {
  const { region, credentials, timeoutMs, now, skewMs, agents } = options;
  const client = new IoTClient({
    region,
    ...(credentials === undefined ? {} : { credentials: credentials.provider }),
    // Otherwise the first requests of a machine whose clock is off are refused.
    systemClockOffset: skewMs,
    // An SDK retry after a 500, a reset or a time-out mints a second certificate.
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 5_000, ...agents },
  });
  limitAnswers(client);
  const clock = watchClock(client, now, skewMs);
  return {
    client,
    async ask(call) {
      try {
        return await withinTime(timeoutMs, (abortSignal) => call({ abortSignal }));
      } catch (error) {
        const failure = failureOf(error, now);
        if (failure.kind !== 'refused') return failure;
        if (isExpired(failure) && credentials !== undefined) {
          credentials.discard();
          return { ...failure, passes: true };
        }
        // The SDK signs with AWS's time once an answer had it.
        return isClockRefusal(failure) ? { ...failure, passes: true } : failure;
      }
    },
    awsTime: () => now() + clock.skew(),
  };
}

/** An answer of AWS that lacks what it has to have. */
export const UNREADABLE: Failure = {
  kind: 'in-doubt',
  code: 'IncompleteAnswer',
  message: 'AWS left out what it should answer',
};

/** A page of something in between, which is answered with 200, too, and has no request id of AWS. */
export function notOfAws(status = 200): Failure {
  return { kind: 'in-doubt', code: NOT_AWS, message: `HTTP ${status}` };
}
