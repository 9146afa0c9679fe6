import { expect, it } from 'vitest';
import { retry } from '../../src/lib/retry.ts';
import { createInstantClock } from './instant-clock.ts';

/** A call that fails with these errors first, and then answers with the number of calls. */
function failing(...errors: readonly unknown[]) {
  let calls = 0;
  return async (): Promise<number> => {
    const error = errors[calls++];
    if (error !== undefined) throw error;
    return calls;
  };
}

const [first, second, third] = [new Error('first'), new Error('second'), new Error('third')];

it.each([
  ['a call that succeeds is made once', [], 1, []],
  ['a call that fails once is made again after the first wait', [first], 2, [100]],
  ['each wait is twice as long as the one before', [first, second], 3, [100, 200]],
])('%s', async (_, errors, calls, slept) => {
  const clock = createInstantClock();
  await expect(retry(failing(...errors), { tries: 3, firstWaitMs: 100, clock })).resolves.toBe(calls);
  expect(clock.slept).toEqual(slept);
});

it('after the last try its error is thrown, without another wait', async () => {
  const clock = createInstantClock();
  await expect(retry(failing(first, second, third), { tries: 3, firstWaitMs: 100, clock })).rejects.toBe(third);
  expect(clock.slept).toEqual([100, 200]);
});

it('an error that the next try would meet again is thrown at once', async () => {
  const clock = createInstantClock();
  const mayPass = (error: unknown) => error !== second;
  await expect(retry(failing(first, second), { tries: 9, firstWaitMs: 100, clock, mayPass })).rejects.toBe(second);
  expect(clock.slept).toEqual([100]);
});

it('a cancel during a wait between two tries is thrown, and no further call is made', async () => {
  const stop = new AbortController();
  const clock = createInstantClock(() => stop.abort('cancelled'));
  let calls = 0;
  const call = async () => {
    calls++;
    throw first;
  };
  await expect(retry(call, { tries: 9, firstWaitMs: 100, clock, signal: stop.signal })).rejects.toBe('cancelled');
  expect(calls).toBe(1);
});

it('a cancel during a call is thrown in place of the error that the call makes of it', async () => {
  const stop = new AbortController();
  const call = async () => {
    stop.abort('cancelled');
    throw first;
  };
  const options = { tries: 9, firstWaitMs: 100, clock: createInstantClock(), signal: stop.signal };
  await expect(retry(call, options)).rejects.toBe('cancelled');
});
