import { expect, inject, it } from 'vitest';
import { makeFleet } from './fleet.ts';
import { playSchedule } from './schedule.ts';

const SEEDS = inject('simulatedSchedules');

it(`${SEEDS} schedules of faults and kills end with one certificate a CSR, and none lost`, async () => {
  const fleet = await makeFleet(6);
  for (let seed = 1; seed <= SEEDS; seed++) {
    const { wrong, events } = await playSchedule(seed, fleet);
    expect(wrong, `seed ${seed}:\n${events.join('\n')}`).toEqual([]);
  }
});
