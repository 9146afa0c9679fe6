import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { IoTClient, UpdateCertificateCommand } from '@aws-sdk/client-iot';
import { describe, expect, it } from 'vitest';
import { readCertificationRequest } from '../../src/emulator/aws/certification-request.ts';
import { stateSoFar } from './step.ts';
import {
  cancelWhen,
  expectExactlyOnce,
  handedOver,
  inWorld,
  makeFleet,
  signalWhen,
  type World,
} from './table-fleet.ts';

const create = 'CreateCertificateFromCsr' as const;
/** So slowly that hardly anything is under way when a run is killed. */
const SLOWLY = { 'requests-per-second': '10' };

const issued = ({ emulator }: World): number => emulator.iot.certificates().length;

function spkiOf(csr: string): string {
  return createHash('sha256').update(readCertificationRequest(csr).spki).digest('hex');
}

async function until(isTime: () => boolean): Promise<void> {
  while (!isTime()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe.concurrent('a run with a shared ledger', () => {
  it(
    'that was killed has all of its certificates in the table after its post step, and the next run issues the rest',
    inWorld(async (world) => {
      const fleet = makeFleet(30);
      const job = await world.newMachine(fleet);
      const killed = await world.main(
        job,
        '1',
        SLOWLY,
        signalWhen('SIGKILL', () => issued(world) >= 10),
      );
      const rescued = await world.post(job, '1', killed);
      const ids = new Set(
        (await world.items()).flatMap(({ certificates }) => certificates.map((one) => one.certificateId)),
      );
      expect([...ids].sort(), rescued.log).toEqual(
        world.emulator.iot
          .certificates()
          .map(({ id }) => id)
          .sort(),
      );
      expect(rescued.log).toContain('The shared ledger has the');
      const next = await world.newMachine(fleet);
      const second = await world.main(next, '2');
      expect(second.code, second.log).toBe(0);
      await expectExactlyOnce(world, fleet, next);
    }),
  );

  it(
    'that its runner cannot reach is ended by its post step, which records what it issued',
    inWorld(async (world) => {
      const fleet = makeFleet(30);
      const job = await world.newMachine(fleet);
      const running = world.main(job, '1', { 'requests-per-second': '2' });
      await until(() => issued(world) >= 4);
      const rescued = await world.post(job, '1', { state: await stateSoFar(job) });
      const after = issued(world);
      expect((await running).code).toBe(1);
      expect(rescued.log).toMatch(/Process \d+ has ended/);
      expect(rescued.log).not.toContain('This is a bug');
      expect(after).toBeLessThan(30);
      const next = await world.newMachine(fleet);
      const second = await world.main(next, '2');
      expect(second.code, second.log).toBe(0);
      expect(second.outputs['reused-count']).toBe(String(after));
      await expectExactlyOnce(world, fleet, next);
    }),
  );

  it(
    'that was cancelled gives back what it has not asked for, and another run need not wait',
    // The table has five seconds for it, which a machine that does much else may not give it.
    { retry: 2 },
    inWorld(async (world) => {
      const fleet = makeFleet(8);
      const job = await world.newMachine(fleet);
      const cancelled = await world.main(
        job,
        '1',
        SLOWLY,
        cancelWhen(() => issued(world) >= 4),
      );
      expect([cancelled.code, cancelled.signal], cancelled.log).toEqual([1, null]);
      const items = await world.items();
      expect(items.filter(({ claim }) => claim !== undefined)).toEqual([]);
      expect(items.flatMap(({ certificates }) => certificates)).toHaveLength(issued(world));
      expect((await world.post(job, '1', cancelled)).log).toContain('nothing left to do');
      const next = await world.newMachine(fleet);
      const second = await world.main(next, '2');
      expect(second.log).not.toContain('Waiting for');
      expect(second.code, second.log).toBe(0);
      await expectExactlyOnce(world, fleet, next);
    }),
  );

  it(
    'that stood still for longer than its claims last asks for nothing that another run has asked for meanwhile',
    inWorld(async (world) => {
      const fleet = makeFleet(20);
      const [paused, other] = [await world.newMachine(fleet), await world.newMachine(fleet)];
      let goOn = (): void => {};
      const first = world.main(paused, '1', SLOWLY, (child) => {
        goOn = () => child.kill('SIGCONT');
        signalWhen('SIGSTOP', () => issued(world) >= 6)(child);
      });
      await until(() => issued(world) >= 6);
      const second = await world.main(other, '2');
      expect(second.code, second.log).toBe(0);
      expect(second.log).toContain('that other runs left unresolved');
      goOn();
      const resumed = await first;
      expect(resumed.code, resumed.log).toBe(0);
      await expectExactlyOnce(world, fleet, other);
      await expectExactlyOnce(world, fleet, paused);
    }),
  );

  it(
    'of one repository waits for that of another, and names it',
    inWorld(async (world) => {
      const fleet = makeFleet(30);
      const machines = [await world.newMachine(fleet), await world.newMachine(fleet)] as const;
      const pace = { 'requests-per-second': '3' };
      const first = world.main(machines[0], '1', pace, undefined, { GITHUB_REPOSITORY: 'factory/blue' });
      await until(() => issued(world) >= 2);
      const two = await world.main(machines[1], '2', pace, undefined, { GITHUB_REPOSITORY: 'factory/red' });
      const one = await first;
      for (const { code, log } of [one, two]) expect(code, log).toBe(0);
      expect(issued(world)).toBe(30);
      expect(await handedOver(machines[0])).toEqual(await handedOver(machines[1]));
      const notice = two.annotations.find(({ title }) => title === 'created-elsewhere');
      expect(notice?.message).toContain('/factory/blue/actions/runs/1');
    }),
  );
});

describe.concurrent('a decision to issue anew, with a shared ledger', () => {
  for (const isRescued of [true, false]) {
    it(
      `is remembered when the answers were lost and the step was killed, ${isRescued ? 'by its post step' : 'without a post step, on another machine'}`,
      inWorld(async (world) => {
        const { emulator } = world;
        const fleet = makeFleet(8);
        const job = await world.newMachine(fleet);
        expect((await world.main(job, '1')).code).toBe(0);
        emulator.configure({ job: { runId: 77 } });
        emulator.iot.inject({ operation: create, kind: 'InternalFailureException', afterWork: true, count: 8 });
        const anew = { reissue: 'true' };
        const second = await world.newMachine(fleet);
        const killed = await world.main(
          second,
          '77',
          anew,
          signalWhen('SIGKILL', () => issued(world) >= 16),
        );
        if (isRescued) expect((await world.post(second, '77', killed, anew)).log).toContain('Found 8 certificates');
        emulator.rerun();
        const third = await world.newMachine(fleet);
        const again = await world.main(third, '77', anew);
        expect(again.code, again.log).toBe(0);
        expect(again.outputs, again.log).toMatchObject({ 'created-count': '0', 'reused-count': '8' });
        expect(issued(world)).toBe(16);
        const own = (await world.items()).flatMap(({ certificates }) =>
          certificates.filter(({ runId }) => runId === '77'),
        );
        expect(own).toHaveLength(8);
        // A later run hands over the new ones.
        const fourth = await world.newMachine(fleet);
        const later = await world.main(fourth, '78');
        expect(later.outputs, later.log).toMatchObject({ 'created-count': '0', 'reused-count': '8' });
        expect(await handedOver(fourth)).toEqual(await handedOver(third));
      }),
    );
  }
});

async function setStatus({ emulator }: World, id: string | undefined, newStatus: 'ACTIVE' | 'REVOKED'): Promise<void> {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = emulator.accessKeys;
  const client = new IoTClient({
    endpoint: emulator.env.AWS_ENDPOINT_URL_IOT ?? '',
    region: emulator.region,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID ?? '', secretAccessKey: AWS_SECRET_ACCESS_KEY ?? '' },
  });
  await client.send(new UpdateCertificateCommand({ certificateId: id, newStatus }));
  client.destroy();
}

describe.concurrent('the status of a certificate of a shared ledger', () => {
  const statusOf = async (world: World): Promise<readonly (string | null)[]> =>
    (await world.items()).flatMap(({ certificates }) => certificates.map(({ status }) => status));

  it(
    'is ACTIVE after `set-as-active: true`, and after the delivery where that was asked for',
    inWorld(async (world) => {
      for (const [runId, setAsActive] of [
        ['1', 'true'],
        ['2', 'after-delivery'],
      ] as const) {
        const job = await world.newMachine(makeFleet(3, `csrs${runId}`));
        const inputs = { 'csr-path': `csrs${runId}/*.csr`, 'set-as-active': setAsActive };
        const result = await world.main(job, runId, inputs);
        expect(result.code, result.log).toBe(0);
      }
      expect(world.emulator.iot.certificates().map(({ status }) => status)).toEqual(Array(6).fill('ACTIVE'));
      expect(await statusOf(world)).toEqual(Array(6).fill('ACTIVE'));
    }),
  );

  it(
    'is brought to ACTIVE by the next attempt when the first was killed while it activated',
    inWorld(async (world) => {
      const { emulator } = world;
      const fleet = makeFleet(6);
      emulator.configure({ job: { runId: 5 } });
      emulator.iot.inject({ operation: 'UpdateCertificate', kind: 'hang', when: (call) => call > 2 });
      const inputs = { 'set-as-active': 'after-delivery', 'request-timeout-seconds': '60' };
      const job = await world.newMachine(fleet);
      const killed = await world.main(
        job,
        '5',
        inputs,
        signalWhen('SIGKILL', () => emulator.iot.counters.UpdateCertificate.calls > 2),
      );
      expect(killed.signal).toBe('SIGKILL');
      emulator.iot.clearFaults();
      emulator.rerun();
      const again = await world.newMachine(fleet);
      const result = await world.main(again, '5', inputs);
      expect(result.code, result.log).toBe(0);
      expect(emulator.iot.certificates().map(({ status }) => status)).toEqual(Array(6).fill('ACTIVE'));
      expect(await statusOf(world)).toEqual(Array(6).fill('ACTIVE'));
      await expectExactlyOnce(world, fleet, again);
    }),
  );

  it(
    'that a person has withdrawn in the account, or in the table, refuses its CSR and no other',
    inWorld(async (world) => {
      const fleet = makeFleet(4);
      const job = await world.newMachine(fleet);
      expect((await world.main(job, '1')).code).toBe(0);
      const ids = await handedOver(job);
      await setStatus(world, ids['csrs/0.csr'], 'REVOKED');
      await setStatus(world, ids['csrs/1.csr'], 'ACTIVE');
      const table = ['--ledger', 'dynamodb://fleet'];
      expect((await world.cli(job, ['ledger', 'export', 'old.jsonl', ...table])).code).toBe(0);
      const text = await readFile(`${job.workspace}/old.jsonl`, 'utf8');
      const withdrawn = text
        .split('\n')
        .map((line) =>
          line.includes('"csrPath":"csrs/3.csr"') ? line.replace(/"status":"[A-Z]+"/, '"status":"REVOKED"') : line,
        );
      await job.write('new.jsonl', withdrawn.join('\n'));
      expect((await world.cli(job, ['ledger', 'import', 'new.jsonl', ...table])).out).toContain(
        '1 key of the table changed',
      );
      // What was exported before does not take it back.
      expect((await world.cli(job, ['ledger', 'import', 'old.jsonl', ...table])).out).toContain('0 keys');
      const next = await world.newMachine(fleet);
      const strict = await world.main(next, '2');
      expect(strict.annotations.at(-1)).toMatchObject({ level: 'error', title: 'key-revoked' });
      const lenient = await world.main(next, '3', { 'on-invalid': 'skip' });
      expect(lenient.outputs, lenient.log).toMatchObject({
        'reused-count': '2',
        'created-count': '0',
        'failed-count': '2',
      });
      expect(issued(world)).toBe(4);
      expect(world.emulator.iot.certificates().filter(({ status }) => status === 'REVOKED')).toHaveLength(1);
    }),
  );

  it(
    'of a certificate that the account does not hold any more leads to a new one, which all later runs hand over',
    inWorld(async (world) => {
      const fleet = makeFleet(3);
      const job = await world.newMachine(fleet);
      const file = { ledger: 'file.jsonl', 'output-directory': 'elsewhere', 'csr-path': 'csrs/[02].csr' };
      expect((await world.main(job, '1', file)).code).toBe(0);
      const text = await readFile(`${job.workspace}/file.jsonl`, 'utf8');
      const gone = 'f'.repeat(64);
      const [line = ''] = text.split('\n').filter((one) => one.includes('"csrPath":"csrs/0.csr"'));
      const other = { spkiSha256: spkiOf(fleet['csrs/1.csr'] ?? ''), csrPath: 'csrs/1.csr', csrSha256: null };
      const entry = { ...JSON.parse(line), ...other, certificateId: gone, certificatePem: null };
      await job.write('file.jsonl', `${text}${JSON.stringify(entry)}\n`);
      await world.cli(job, ['ledger', 'import', 'file.jsonl', '--ledger', 'dynamodb://fleet']);
      const [second, third] = [await world.newMachine(fleet), await world.newMachine(fleet)];
      const replaced = await world.main(second, '2');
      expect(replaced.outputs, replaced.log).toMatchObject({ 'created-count': '1', 'reused-count': '2' });
      const later = await world.main(third, '3');
      expect(later.outputs, later.log).toMatchObject({ 'created-count': '0', 'reused-count': '3' });
      expect(await handedOver(third)).toEqual(await handedOver(second));
      expect(Object.values(await handedOver(third))).not.toContain(gone);
    }),
  );
});

describe.concurrent('a table that cannot be used is refused before anything is created, with', () => {
  for (const kind of ['page', 'page-200', 'deny'] as const) {
    for (const operation of ['DescribeTable', 'Scan', 'BatchGetItem', 'PutItem'] as const) {
      it(
        `${operation} ${{ page: 'answered by a page with status 403', 'page-200': 'answered by a page with status 200', deny: 'not allowed' }[kind]}`,
        inWorld(async (world) => {
          world.dynamo.trouble = (name) => (name === operation ? kind : undefined);
          const result = await world.main(await world.newMachine(makeFleet(2)), '1');
          expect(result.code).toBe(1);
          expect(issued(world)).toBe(0);
          const last = result.annotations.at(-1);
          expect(last?.title, result.log).toBe('ledger-table');
          if (kind === 'deny')
            expect(last?.message).toMatch(new RegExp(`may not call dynamodb:${operation}.*"Resource":`));
          else expect(last?.message).toContain('The answer did not come from');
        }),
      );
    }
  }
});
