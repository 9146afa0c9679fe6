import { describe, expect, inject, it } from 'vitest';
import { expectExactlyOnce, inWorld, makeFleet } from '../e2e/table-fleet.ts';
import type { TroubleKind } from '../records/table/dynalite.ts';

const isShort = inject('killedRuns') < 30;

/** More calls than a run of two CSRs makes of each operation; what is never reached ends in peace. */
const MOST = { DescribeTable: 2, Scan: 1, BatchGetItem: 5, PutItem: 7 } as const;

const points = Object.entries(MOST).flatMap(([operation, most]) =>
  Array.from({ length: most }, (_, index) => ({ operation, n: index + 1 })),
);

describe.concurrent('a run that dies at any call of the table', () => {
  const some = isShort ? points.filter(({ operation, n }) => operation === 'PutItem' && n === 4) : points;
  for (const { operation, n } of some) {
    it(
      `leaves what the next run needs: ${operation} ${n}, ${n % 2 === 0 ? 'after' : 'before'} it took place`,
      inWorld(async (world) => {
        const fleet = makeFleet(2);
        await world.main(await world.newMachine(fleet), '1', {}, (child) => {
          world.dynamo.trouble = (name, call) => {
            if (name !== operation || call !== n) return undefined;
            child.kill('SIGKILL');
            return n % 2 === 0 ? 'drop-answer' : 'hang';
          };
        });
        world.dynamo.trouble = () => undefined;
        const next = await world.newMachine(fleet);
        const second = await world.main(next, '2');
        expect(second.code, second.log).toBe(0);
        await expectExactlyOnce(world, fleet, next);
      }),
    );
  }
});

describe.concurrent('trouble with any call of the table changes nothing:', () => {
  const kinds: readonly TroubleKind[] = isShort ? ['drop-answer'] : ['drop-answer', 'throttle', 'fail', 'in-part'];
  for (const kind of kinds) {
    it(
      kind,
      inWorld(async (world) => {
        const { dynamo, emulator } = world;
        for (const { operation, n } of points) {
          const before = dynamo.calls[operation] ?? 0;
          dynamo.trouble = (name, call) => (name === operation && call === before + n ? kind : undefined);
          const directory = `${operation}-${n}`;
          const job = await world.newMachine(makeFleet(1, directory));
          const result = await world.main(job, '1', { 'csr-path': `${directory}/*.csr` });
          expect(result.code, `${operation} ${n}\n${result.log}`).toBe(0);
          expect(result.outputs, `${operation} ${n}`).toMatchObject({ 'created-count': '1' });
        }
        const items = await world.items();
        expect(items.filter(({ claim }) => claim !== undefined)).toEqual([]);
        expect(items.flatMap(({ certificates }) => certificates)).toHaveLength(emulator.iot.certificates().length);
      }),
    );
  }
});
