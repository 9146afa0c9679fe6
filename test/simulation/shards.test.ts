import { expect, inject, it } from 'vitest';
import { makeFleet } from './fleet.ts';
import { playShards } from './shards-schedule.ts';

const SEEDS = inject('simulatedSchedules');
const ONLY = inject('storySeed');

const title =
  ONLY === 0
    ? `${SEEDS} schedules of shards that are killed and run again end with one certificate a CSR`
    : `the schedule of shards of seed ${ONLY} ends with one certificate a CSR`;

it(title, { timeout: 600_000 }, async () => {
  const fleet = await makeFleet(7);
  const [from, to] = ONLY === 0 ? [1, SEEDS] : [ONLY, ONLY];
  for (let seed = from; seed <= to; seed++) {
    const { wrong, events } = await playShards(seed, fleet);
    if (ONLY !== 0) console.log(events.join('\n'));
    expect(wrong, `npm run simulate -- --seed ${seed}\n${events.join('\n')}`).toEqual([]);
  }
});
