import { expect, inject, it } from 'vitest';
import { makeFleet } from './fleet.ts';
import { playSchedule } from './schedule.ts';

const SEEDS = inject('simulatedSchedules');
const ONLY = inject('storySeed');

const title =
  ONLY === 0
    ? `${SEEDS} schedules of faults and kills end with one certificate a CSR, and none lost`
    : `the schedule of faults and kills of seed ${ONLY} ends with one certificate a CSR, and none lost`;

it(title, async () => {
  const fleet = await makeFleet(6);
  const [from, to] = ONLY === 0 ? [1, SEEDS] : [ONLY, ONLY];
  for (let seed = from; seed <= to; seed++) {
    const { wrong, events } = await playSchedule(seed, fleet);
    if (ONLY !== 0) console.log(events.join('\n'));
    expect(wrong, `npm run simulate -- --seed ${seed}\n${events.join('\n')}`).toEqual([]);
  }
});
