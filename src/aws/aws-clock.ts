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
  client: { readonly middlewareStack: { use(plugin: Pluggable<Input, Output>): void } },
  now: () => number,
  skew = 0,
): AwsClock {
  let known = skew;
  client.middlewareStack.use({
    applyToStack(stack) {
      stack.add(
        (handle) => async (args) => {
          const result = await handle(args);
          const { headers } = result.response as { readonly headers?: Readonly<Record<string, string>> };
          const date = Date.parse(headers?.date ?? '');
          if (!Number.isNaN(date)) known = date - now();
          return result;
        },
        { step: 'deserialize', priority: 'low', name: 'awsClock' },
      );
    },
  });
  return { skew: () => known };
}
