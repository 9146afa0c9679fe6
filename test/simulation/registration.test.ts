import { expect, inject, it } from 'vitest';
import { makeFleet } from './fleet.ts';
import { playRegistration } from './registration-schedule.ts';

/** 500 in `npm test`, 5,000 in `npm run simulate`. */
const SEEDS = Math.ceil(inject('simulatedSchedules') / 4);
const ONLY = inject('storySeed');

const title =
  ONLY === 0
    ? `${SEEDS} schedules of runs that register end with each device as it was asked for`
    : `the schedule of runs that register, of seed ${ONLY}, ends with each device as it was asked for`;

it(title, { timeout: 600_000 }, async () => {
  const fleet = await makeFleet(5);
  const [from, to] = ONLY === 0 ? [1, SEEDS] : [ONLY, ONLY];
  for (let seed = from; seed <= to; seed++) {
    const { wrong, events } = await playRegistration(seed, fleet);
    if (ONLY !== 0) console.log(events.join('\n'));
    expect(wrong, `npm run simulate -- --seed ${seed}\n${events.join('\n')}`).toEqual([]);
  }
});
