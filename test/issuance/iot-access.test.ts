import { expect, it } from 'vitest';
import type { Failure } from '../../src/aws/answers.ts';
import { callUntilAnswered } from '../../src/issuance/iot-access.ts';
import { createPacer } from '../../src/issuance/pacer/pacer.ts';
import { createVirtualClock } from '../simulation/virtual-clock.ts';
import { BEGIN } from './account.ts';

const failedAs = (kind: 'throttled' | 'unsent' | 'in-doubt'): Failure => ({ kind, code: 'Code', message: 'why' });
const refusedWith = (code: string, passes = false): Failure => ({
  kind: 'refused',
  scope: 'account',
  code,
  message: 'why',
  passes,
});
const repeat = (failure: Failure, times: number) => Array.from({ length: times }, () => failure);

/** Makes a call that is answered with these failures first. */
async function callAnswered(failures: readonly Failure[]) {
  const time = createVirtualClock(BEGIN);
  const clock = time.process();
  const pacer = createPacer({ clock, mode: { kind: 'auto', share: 1 } });
  let calls = 0;
  const call = async () => {
    await clock.sleep(20);
    return failures[calls++] ?? ({ kind: 'page' } as const);
  };
  let result: string | undefined;
  const lines: string[] = [];
  const report = (line: string) => lines.push(line);
  callUntilAnswered('iot:ListCertificates', call, pacer, { clock, report }).then(
    () => {
      result = 'answered';
    },
    (error) => {
      result = `${error.message} ${error.fix}`;
    },
  );
  await time.run(() => result !== undefined);
  return { calls, result, stats: pacer.stats, lines, lasted: time.now() - BEGIN };
}

it.each([
  ['throttled, however often', repeat(failedAs('throttled'), 30), 31],
  ['answered with an error of the service', repeat(failedAs('in-doubt'), 5), 6],
  ['not sent', repeat(failedAs('unsent'), 5), 6],
  ['refused for a session that a new one replaces', repeat(refusedWith('ExpiredTokenException', true), 2), 3],
  ['throttled and failed in turn', [1, 2, 3, 4, 5].flatMap(() => [failedAs('throttled'), failedAs('in-doubt')]), 11],
])('a harmless call that is %s is made again', async (_, failures, calls) => {
  expect(await callAnswered(failures)).toMatchObject({ result: 'answered', calls });
});

it('a harmless call that AWS refuses is not made again, and the permission is named', async () => {
  const { result, calls } = await callAnswered([refusedWith('AccessDeniedException')]);
  expect(calls).toBe(1);
  expect(result).toContain('may not call iot:ListCertificates');
});

it.each([
  ['ResourceNotFoundException', 1],
  // Perhaps nobody has looked at the quota before.
  ['AccessDeniedException', 0],
])('a call that is answered with %s counts as let through by the quota: %i', async (code, admitted) => {
  const { stats } = await callAnswered([refusedWith(code)]);
  expect(stats).toMatchObject({ sent: 1, admitted });
});

it('a harmless call whose session stays refused is given up after three tries', async () => {
  const { calls } = await callAnswered(repeat(refusedWith('ExpiredTokenException', true), 99));
  expect(calls).toBe(3);
});

it('a harmless call that keeps failing is given up after six tries', async () => {
  const { result, calls } = await callAnswered(repeat(failedAs('in-doubt'), 99));
  expect(calls).toBe(6);
  expect(result).toContain('health.aws.amazon.com');
});

it('a harmless call that is throttled without end is reported while it waits, and given up', async () => {
  const { result, lines, lasted } = await callAnswered(repeat(failedAs('throttled'), 100_000));
  expect(result).toContain('has throttled every call of iot:ListCertificates for 10 min');
  expect(lasted).toBeLessThan(12 * 60_000);
  expect(lines.length).toBeGreaterThanOrEqual(5);
  expect(lines[0]).toContain('iot:ListCertificates');
});

it('the pacer learns how each call ended', async () => {
  const { stats } = await callAnswered([failedAs('throttled'), failedAs('in-doubt')]);
  expect(stats).toMatchObject({ sent: 3, throttled: 1, failed: 1, admitted: 1, inFlight: 0 });
});
