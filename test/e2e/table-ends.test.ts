import { describe, expect, it } from 'vitest';
import { cancelWhen, expectExactlyOnce, inWorld, makeFleet, signalWhen } from './table-fleet.ts';

describe.concurrent('a cancel is answered before the runner ends the process, while the shared ledger does not answer', () => {
  for (const [what, operation, from] of [
    ['what the table is', 'DescribeTable', 1],
    ['the keys of the table, for judging', 'Scan', 1],
    ['what the table knows', 'BatchGetItem', 3],
    ['whether the table may be written', 'PutItem', 1],
    ['the first claim', 'PutItem', 3],
    ['the certificates that were created', 'PutItem', 8],
  ] as const) {
    it(
      what,
      inWorld(async (world) => {
        const { dynamo, emulator } = world;
        const fleet = makeFleet(4);
        const job = await world.newMachine(fleet);
        dynamo.trouble = (name, n) => (name === operation && n >= from ? 'hang' : undefined);
        const cancelled = await world.main(
          job,
          '1',
          {},
          cancelWhen(() => (dynamo.calls[operation] ?? 0) >= from),
        );
        expect(cancelled.signal, cancelled.log).toBeNull();
        expect(cancelled.code).toBe(1);
        expect(cancelled.log).not.toContain('This is a bug');
        expect(cancelled.summary).not.toBe('');
        expect(cancelled.annotations.some(({ level }) => level === 'error')).toBe(true);
        // What was created is in the output directory, whatever became of the table.
        expect(Number(cancelled.outputs['created-count'] ?? 0)).toBe(emulator.iot.certificates().length);
        dynamo.trouble = () => undefined;
        await world.post(job, '1', cancelled);
        const again = await world.newMachine(fleet);
        const second = await world.main(again, '2');
        expect(second.code, second.log).toBe(0);
        await expectExactlyOnce(world, fleet, again);
      }),
    );
  }

  it(
    'and a post step hands over first, and then gives the table up',
    inWorld(async (world) => {
      const { dynamo, emulator } = world;
      const fleet = makeFleet(8);
      const job = await world.newMachine(fleet);
      // So slow that nothing is under way when it is killed: what is in doubt takes the post step a while.
      const killed = await world.main(
        job,
        '1',
        { 'requests-per-second': '5' },
        signalWhen('SIGKILL', () => emulator.iot.certificates().length >= 3),
      );
      const before = dynamo.calls.DescribeTable ?? 0;
      dynamo.trouble = () => 'hang';
      const rescued = await world.post(
        job,
        '1',
        killed,
        {},
        cancelWhen(() => (dynamo.calls.DescribeTable ?? 0) > before),
      );
      expect(rescued.signal, rescued.log).toBeNull();
      expect(rescued.log).not.toContain('This is a bug');
      expect(rescued.summary).toContain('ended before it was finished');
      expect(emulator.artifacts.uploaded().some(({ name }) => name.endsWith('-partial'))).toBe(true);
    }),
  );

  for (const args of [
    ['ledger', 'export', 'ledger.jsonl', '--ledger', 'dynamodb://fleet'],
    ['ledger', 'show', '0'.repeat(64), '--ledger', 'dynamodb://fleet'],
    ['audit', '--ledger', 'dynamodb://fleet'],
  ]) {
    it(
      `and a person ends \`${args.slice(0, 2).join(' ')}\` with Ctrl+C`,
      inWorld(async (world) => {
        const job = await world.newMachine({});
        world.dynamo.trouble = (operation) => (operation === 'Scan' ? 'hang' : undefined);
        const ended = await world.cli(
          job,
          args,
          cancelWhen(() => (world.dynamo.calls.Scan ?? 0) > 0),
        );
        expect([ended.code, ended.signal], ended.out).toEqual([130, null]);
        expect(ended.out).toContain('cancelled');
        expect(ended.out).not.toContain('This is a bug');
      }),
    );
  }
});

it.concurrent(
  'a table that does not answer is named in the log while the step waits for it, and ends the step in the end',
  inWorld(async (world) => {
    world.dynamo.trouble = (operation) => (operation === 'BatchGetItem' ? 'throttle' : undefined);
    const result = await world.main(await world.newMachine(makeFleet(1)), '1');
    expect(result.code).toBe(1);
    expect(result.log).toMatch(
      /Waiting for the table dynamodb:\/\/fleet: no answer to dynamodb:BatchGetItem for \d+ s/,
    );
    expect(result.annotations.at(-1)).toMatchObject({
      level: 'error',
      title: expect.stringMatching(/throttl|ledger-table/),
    });
    expect(world.emulator.iot.certificates()).toHaveLength(0);
  }),
);
