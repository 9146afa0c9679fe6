import { expect, it } from 'vitest';
import { Halt } from '../../src/issuance/halt.ts';
import { CANCELLED, CHANGED, MAX_IN_DOUBT_IN_A_ROW, SERVICE_DOWN } from '../../src/issuance/problems.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import { csrOf } from './csrs.ts';

const inDoubt: Outcome = { result: 'in-doubt', csr: csrOf(1), problem: CHANGED };
const failed: Outcome = { result: 'failed', csr: csrOf(1), problem: CHANGED };

it('a batch that nothing has ended goes on', () => {
  const halt = new Halt(new AbortController().signal);
  expect([halt.signal.aborted, halt.problem]).toEqual([false, undefined]);
});

it('a cancelled batch ends without a problem of its own', () => {
  const stop = new AbortController();
  const halt = new Halt(stop.signal);
  stop.abort();
  expect([halt.signal.aborted, halt.problem]).toEqual([true, undefined]);
});

it('the first problem that ends a batch is the one that is reported', () => {
  const halt = new Halt(new AbortController().signal);
  halt.because(CHANGED);
  halt.because(CANCELLED);
  expect([halt.signal.aborted, halt.problem]).toEqual([true, CHANGED]);
});

it(`${MAX_IN_DOUBT_IN_A_ROW} unresolved requests in a row end a batch, and not one fewer`, () => {
  const halt = new Halt(new AbortController().signal);
  for (let n = 1; n < MAX_IN_DOUBT_IN_A_ROW; n++) halt.observe(inDoubt);
  expect(halt.signal.aborted).toBe(false);
  halt.observe(failed);
  for (let n = 1; n < MAX_IN_DOUBT_IN_A_ROW; n++) halt.observe(inDoubt);
  expect(halt.signal.aborted).toBe(false);
  halt.observe(inDoubt);
  expect([halt.signal.aborted, halt.problem]).toEqual([true, SERVICE_DOWN]);
});
