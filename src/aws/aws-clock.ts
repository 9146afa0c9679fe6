import type { Pluggable } from '@aws-sdk/types';

/** How far AWS's clock is ahead of this machine's. */
export interface AwsClock {
  /** Milliseconds, exact to about a second: AWS says its time in whole ones. */
  skew(): number;
}

/**
 * Learns AWS's time from the Date header of every answer that a client gets, refusals included.
 *
 * @param now this machine's clock
 * @param skew where it starts from, milliseconds
 */
export function watchClock<Input extends object, Output extends object>(
  client: Watchable<Input, Output>,
  now: () => number,
  skew = 0,
): AwsClock {
  let known = skew;
  onDate(client, now, (date) => {
    known = date - now();
  });
  return { skew: () => known };
}

/** A client of the AWS SDK. */
interface Watchable<Input extends object, Output extends object> {
  readonly middlewareStack: { use(plugin: Pluggable<Input, Output>): void };
}

/**
 * Calls back with the Date header of every answer that a client gets.
 *
 * @param now this machine's clock, milliseconds
 * @param callback `date` in milliseconds since 1970; `sentAt` by `now`
 */
export function onDate<Input extends object, Output extends object>(
  client: Watchable<Input, Output>,
  now: () => number,
  callback: (date: number, sentAt: number) => void,
): void {
  client.middlewareStack.use({
    applyToStack(stack) {
      stack.add(
        (handle) => async (args) => {
          const sentAt = now();
          const result = await handle(args);
          const { headers } = result.response as { readonly headers?: Readonly<Record<string, string>> };
          const date = Date.parse(headers?.date ?? '');
          if (!Number.isNaN(date)) callback(date, sentAt);
          return result;
        },
        { step: 'deserialize', priority: 'low', name: 'awsClock' },
      );
    },
  });
}
