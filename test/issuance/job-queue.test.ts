import { expect, it } from 'vitest';
import { JobQueue } from '../../src/issuance/job-queue.ts';
import { csrOf } from './csrs.ts';

const takeAll = (queue: JobQueue): readonly number[] => {
  const taken: number[] = [];
  for (let job = queue.take(); job !== undefined; job = queue.take()) taken.push(job.index);
  return taken;
};

it('a queue gives out the CSRs in order', () => {
  expect(takeAll(new JobQueue([1, 2, 3].map(csrOf)))).toEqual([0, 1, 2]);
});

it('a CSR that comes back is taken before those that were never taken, with what was counted for it', () => {
  const queue = new JobQueue([1, 2, 3].map(csrOf));
  const job = queue.take();
  queue.take();
  if (job !== undefined) queue.putBack({ ...job, unsent: 2 });
  expect(queue.take()).toMatchObject({ index: 0, unsent: 2 });
  expect(takeAll(queue)).toEqual([2]);
});

it('CSRs that came back and those that were never taken wait; one under way does not', () => {
  const queue = new JobQueue([1, 2, 3].map(csrOf));
  const job = queue.take();
  queue.take();
  if (job !== undefined) queue.putBack(job);
  expect([0, 1, 2].map((index) => queue.isWaiting(index))).toEqual([true, false, true]);
  expect(queue.returned).toEqual([job]);
});
