import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCsr as buildCsr, makeKey } from '../csr/make-csr.ts';
import { PK } from '../records/table/dynalite.ts';
import { toPem } from './csrs.ts';
import { ASKED, prepareRegistry, wrongInRegistry } from './registry.ts';
import type { StepResult } from './step.ts';
import { handedOver, inWorld, makeFleet, startWorld } from './table-fleet.ts';

describe.concurrent('a ledger in a table', () => {
  it(
    'hands over what it knows on another machine, without a create call',
    inWorld(async ({ emulator, dynamo, newMachine, main }) => {
      const fleet = makeFleet(5);
      const first = await newMachine(fleet);
      const created = await main(first, '1');
      expect(created.log).toContain('dynamodb://fleet');
      expect([created.code, created.outputs['created-count']], created.log).toEqual([0, '5']);
      const second = await newMachine(fleet);
      const reused = await main(second, '2');
      expect([reused.code, reused.outputs['reused-count'], reused.outputs['created-count']], reused.log).toEqual([
        0,
        '5',
        '0',
      ]);
      expect(await handedOver(second)).toEqual(await handedOver(first));
      expect(emulator.iot.certificates().length).toBe(5);
      const states = (await dynamo.items('fleet')).flatMap((item) => item.state?.S ?? []);
      expect(states).toEqual(Array.from({ length: 5 }, () => 'issued'));
    }),
  );

  it(
    'knows on another machine which devices are registered, and what they got',
    inWorld(async ({ emulator, newMachine, main, items }) => {
      const fleet = makeFleet(3);
      await prepareRegistry(emulator);
      const asked = { ...ASKED, 'thing-name': 'unit-{name}', bundle: 'true', 'set-as-active': 'after-delivery' };
      const first = await newMachine(fleet);
      const created = await main(first, '1', asked);
      expect([created.code, created.outputs['registered-count']], created.log).toEqual([0, '3']);
      const devices = [0, 1, 2].map((n) => ({ name: `unit-${n}`, commonName: `csrs-${n}` }));
      expect(wrongInRegistry(emulator, devices)).toEqual([]);
      const names = (await items()).flatMap(({ certificates }) => certificates.map(({ thingName }) => thingName));
      expect(names.sort()).toEqual(devices.map(({ name }) => name));
      const attached = emulator.iot.counters.AttachThingPrincipal.calls;
      const second = await newMachine(fleet);
      const again = await main(second, '2', asked);
      expect([again.code, again.outputs['registered-count']], again.log).toEqual([0, '3']);
      expect(emulator.iot.counters.AttachThingPrincipal.calls).toBe(attached);
      const config = await readFile(join(second.workspace, 'certificates/csrs/1/config.json'), 'utf8');
      expect(JSON.parse(config)).toMatchObject({ thingName: 'unit-1', clientId: 'unit-1' });
      expect(await handedOver(second)).toEqual(await handedOver(first));
    }),
  );

  it(
    'gives two runs at the same time one certificate each key, and names the run that was waited for',
    inWorld(async ({ emulator, newMachine, main }) => {
      const fleet = makeFleet(100);
      const machines = [await newMachine(fleet), await newMachine(fleet)] as const;
      const results = await Promise.all([main(machines[0], '1'), main(machines[1], '2')]);
      for (const { code, log } of results) expect(code, log).toBe(0);
      expect(emulator.iot.certificates().length).toBe(100);
      expect(await handedOver(machines[0])).toEqual(await handedOver(machines[1]));
      const created = results.map(({ outputs }) => Number(outputs['created-count']));
      expect((created[0] ?? 0) + (created[1] ?? 0)).toBe(100);
      const notices = results.flatMap(({ annotations }) =>
        annotations.filter(({ title }) => title === 'created-elsewhere'),
      );
      expect(notices.map(({ message }) => message).join()).toMatch(/created meanwhile by .*run/);
    }),
  );

  it(
    'takes over what a killed run has claimed, and finds what it created',
    inWorld(async ({ emulator, newMachine, main }) => {
      const fleet = makeFleet(100);
      const killed = await newMachine(fleet);
      const survivor = await newMachine(fleet);
      const slowly = { 'requests-per-second': '20' };
      let second: Promise<StepResult> | undefined;
      const first = main(killed, '1', slowly, (child) => {
        const timer = setInterval(() => {
          if (emulator.iot.certificates().length >= 10) second ??= main(survivor, '2', slowly);
          if (emulator.iot.certificates().length < 50) return;
          clearInterval(timer);
          child.kill('SIGKILL');
        }, 5);
      });
      expect((await first).signal).toBe('SIGKILL');
      const result = await second;
      if (result === undefined) throw new Error('the second run was not started');
      expect(result.log).toContain('that other runs left unresolved');
      expect(result.code, result.log).toBe(0);
      expect(emulator.iot.certificates().length).toBe(100);
      expect(Object.values(await handedOver(survivor)).filter(Boolean).length).toBe(100);
    }),
  );
});

describe.concurrent('a table that is no ledger', () => {
  for (const [what, start, message] of [
    ['is missing', () => startWorld(null), /The table does not exist/],
    [
      'has another key schema',
      () => startWorld([...PK, { AttributeName: 'sk', KeyType: 'RANGE' }]),
      /another key schema/,
    ],
  ] as const) {
    it(
      `is refused before anything is created when it ${what}`,
      inWorld(async ({ emulator, newMachine, main }) => {
        const result = await main(await newMachine(makeFleet(2)), '1');
        expect(result.code, result.log).toBe(1);
        expect(result.annotations.at(-1)).toMatchObject({
          title: 'ledger-table',
          message: expect.stringMatching(message),
        });
        expect(emulator.iot.certificates().length).toBe(0);
      }, start),
    );
  }

  it(
    'is refused for a name that no table can have',
    inWorld(async ({ newMachine, main }) => {
      const result = await main(await newMachine(makeFleet(1)), '1', { ledger: 'dynamodb://a/b' });
      expect(result.code).toBe(1);
      expect(result.annotations.at(-1)?.message).toMatch(/ledger: "dynamodb:\/\/a\/b" is not allowed/);
    }),
  );
});

describe.concurrent('trouble with the table', () => {
  for (const kind of ['throttle', 'fail', 'drop-answer', 'in-part'] as const) {
    it(
      `costs no certificate and creates none twice: ${kind}`,
      inWorld(async ({ emulator, dynamo, newMachine, main }) => {
        const fleet = makeFleet(24);
        dynamo.trouble = (_, n) => (n % 5 === 2 ? kind : undefined);
        const first = await newMachine(fleet);
        const second = await newMachine(fleet);
        const results = await Promise.all([main(first, '1'), main(second, '2')]);
        for (const { code, log } of results) expect(code, log).toBe(0);
        expect(emulator.iot.certificates().length).toBe(24);
        expect(await handedOver(first)).toEqual(await handedOver(second));
      }),
    );
  }
});

describe.concurrent('a table and a file', () => {
  it(
    'are exported and imported as often as one likes, and audited alike',
    inWorld(async ({ dynamo, newMachine, main, cli }) => {
      await dynamo.createTable('other');
      const fleet = makeFleet(4);
      const job = await newMachine(fleet);
      expect((await main(job, '1')).code).toBe(0);
      const table = ['--ledger', 'dynamodb://fleet'];
      expect(await cli(job, ['ledger', 'export', 'ledger.jsonl', ...table])).toMatchObject({ code: 0 });
      const exported = await readFile(join(job.workspace, 'ledger.jsonl'), 'utf8');
      expect(exported.split('\n').filter((line) => line.includes('"certificatePem":"-----BEGIN')).length).toBe(4);
      expect((await cli(job, ['ledger', 'export', 'ledger.jsonl', ...table])).code).toBe(0);
      expect(await readFile(join(job.workspace, 'ledger.jsonl'), 'utf8')).toBe(exported);

      const other = ['--ledger', 'dynamodb://other'];
      expect((await cli(job, ['ledger', 'import', 'ledger.jsonl', ...other])).out).toContain(
        '4 keys of the table changed',
      );
      expect((await cli(job, ['ledger', 'import', 'ledger.jsonl', ...other])).out).toContain(
        '0 keys of the table changed',
      );
      const shown = await cli(job, ['ledger', 'show', 'csrs/2.csr', ...other]);
      expect(shown.out).toContain('"csrPath": "csrs/2.csr"');
      expect(await cli(job, ['ledger', 'show', 'csrs/9.csr', ...other])).toMatchObject({ code: 1 });

      for (const ledger of ['ledger.jsonl', 'dynamodb://fleet', 'dynamodb://other']) {
        const audited = await cli(job, ['audit', '--ledger', ledger]);
        expect([audited.code, audited.out], audited.out).toEqual([
          0,
          expect.stringContaining('Auditing 4 certificates'),
        ]);
      }
      const second = await newMachine(fleet);
      const reused = await main(second, '2', { ledger: 'dynamodb://other' });
      expect(reused.outputs, reused.log).toMatchObject({ 'reused-count': '4', 'created-count': '0' });
    }),
  );

  it(
    'an account that has certificates already makes them known to a new table, once',
    inWorld(async ({ newMachine, main }) => {
      const fleet = makeFleet(6);
      const first = await newMachine(fleet);
      expect((await main(first, '1', { ledger: '' })).code).toBe(0);
      const second = await newMachine(fleet);
      const reused = await main(second, '2');
      expect(reused.log).toContain('6 certificates of it to look at, once');
      expect(reused.outputs, reused.log).toMatchObject({ 'reused-count': '6', 'created-count': '0' });
      const third = await main(await newMachine(makeFleet(2)), '3');
      expect(third.log).not.toContain('to look at, once');
      expect(third.outputs).toMatchObject({ 'created-count': '2' });
    }),
  );

  it(
    'CSRs are judged beside the keys of the table, and without credentials a notice says that they were not',
    inWorld(async ({ emulator, dynamo, newMachine, main, cli }) => {
      const key = makeKey('P-256');
      const named = (name: string): string => toPem(buildCsr({ key, subject: [['CN', name]] }));
      expect((await main(await newMachine({ 'csrs/one.csr': named('one') }), '1')).code).toBe(0);
      const job = await newMachine({ 'elsewhere/other.csr': named('other'), ...makeFleet(1) });
      const judged = await cli(job, ['validate', '--csr-path', 'elsewhere/*.csr', '--ledger', 'dynamodb://fleet']);
      expect([judged.code, judged.out], judged.out).toEqual([1, expect.stringContaining('public-key-known')]);
      const bare = await job.run({
        inputs: {
          'csr-path': 'csrs/*.csr',
          mode: 'validate',
          ledger: 'dynamodb://fleet',
          'aws-region': emulator.region,
        },
        env: { AWS_EC2_METADATA_DISABLED: 'true', AWS_ENDPOINT_URL_DYNAMODB: dynamo.origin },
      });
      expect(bare.code, bare.log).toBe(0);
      expect(bare.annotations.map(({ message }) => message).join()).toContain(
        'not compared with the keys of the shared ledger',
      );
    }),
  );
});
