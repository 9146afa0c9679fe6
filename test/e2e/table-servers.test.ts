import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { find } from '../emulator/programs.ts';
import { startDynamoDb } from '../records/table/dynalite.ts';
import { findDynamoDbLocal, findMoto } from '../records/table/other-servers.ts';
import { expectExactlyOnce, handedOver, inWorld, makeFleet, signalWhen, startWorld } from './table-fleet.ts';

/** The same story on tables that others wrote, each in its own way. */
for (const { name, start } of [findDynamoDbLocal(), findMoto()]) {
  const inTheirs = (test: Parameters<typeof inWorld>[0]) =>
    inWorld(test, () => startWorld(undefined, {}, () => start?.('us-east-1') ?? startDynamoDb()));

  describe.skipIf(start === undefined).concurrent(`a shared ledger in a table of ${name}`, () => {
    it(
      'gives two runs at a time one certificate a CSR, and a third one the same',
      inTheirs(async (world) => {
        const fleet = makeFleet(40);
        const machines = [await world.newMachine(fleet), await world.newMachine(fleet)] as const;
        const results = await Promise.all([world.main(machines[0], '1'), world.main(machines[1], '2')]);
        for (const { code, log } of results) expect(code, log).toBe(0);
        await expectExactlyOnce(world, fleet, machines[0]);
        const third = await world.newMachine(fleet);
        const reused = await world.main(third, '3');
        expect(reused.outputs, reused.log).toMatchObject({ 'created-count': '0', 'reused-count': '40' });
        expect(await handedOver(third)).toEqual(await handedOver(machines[1]));
      }),
    );

    it(
      'keeps what a run has claimed that was killed, until its claims end',
      inTheirs(async (world) => {
        const fleet = makeFleet(20);
        const pace = { 'requests-per-second': '10' };
        const isTime = (): boolean => world.emulator.iot.certificates().length >= 6;
        await world.main(await world.newMachine(fleet), '1', pace, signalWhen('SIGKILL', isTime));
        const next = await world.newMachine(fleet);
        const second = await world.main(next, '2');
        expect(second.code, second.log).toBe(0);
        expect(second.log).toContain('that other runs left unresolved');
        await expectExactlyOnce(world, fleet, next);
      }),
    );

    it(
      'is exported, imported and shown, and a table that is no ledger is refused',
      inTheirs(async (world) => {
        const job = await world.newMachine(makeFleet(2));
        expect((await world.main(job, '1')).code).toBe(0);
        const table = ['--ledger', 'dynamodb://fleet'];
        expect((await world.cli(job, ['ledger', 'export', 'ledger.jsonl', ...table])).out).toContain(
          '2 certificates in',
        );
        expect((await world.cli(job, ['ledger', 'import', 'ledger.jsonl', ...table])).out).toContain(
          '0 keys of the table',
        );
        expect((await world.cli(job, ['ledger', 'show', 'csrs/1.csr', ...table])).out).toContain(
          '"csrPath": "csrs/1.csr"',
        );
        await world.dynamo.createTable('other', [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ]);
        const other = await world.main(job, '2', { ledger: 'dynamodb://other' });
        expect(other.annotations.at(-1)?.message).toContain('another key schema');
        const missing = await world.main(job, '3', { ledger: 'dynamodb://missing' });
        expect(missing.annotations.at(-1)?.message).toContain('The table does not exist');
      }),
    );
  });
}

const run = promisify(execFile);

const BOTO3 = `
import boto3, json, re
table = boto3.resource('dynamodb').Table('fleet')
items = [item for item in table.scan(ConsistentRead=True)['Items'] if not item['pk'].startswith('horizon#')]
assert len(items) == 3, items
for item in items:
    account, region, spki = item['pk'].split('#')
    assert (account, region, len(spki)) == ('123456789012', 'us-east-1', 64), item['pk']
    assert item['state'] == 'issued' and re.fullmatch('[0-9a-f-]{36}', item['rev']), item
    [line] = [json.loads(text) for text in item['certificates']]
    assert line['spkiSha256'] == spki and 'BEGIN CERTIFICATE' in line['certificatePem'], line
    assert not any(name.startswith('claim') for name in item), item
print(table.get_item(Key={'pk': items[0]['pk']})['Item']['state'])
`;

it.skipIf(find('python3', ['-c', 'import boto3']) === undefined)(
  'boto3 reads the items of a shared ledger as docs/ledger.md describes them',
  inWorld(async (world) => {
    const job = await world.newMachine(makeFleet(3));
    expect((await world.main(job, '1')).code).toBe(0);
    const { stdout } = await run('python3', ['-c', BOTO3], { env: clientEnv(world.dynamo.origin) });
    expect(stdout.trim()).toBe('issued');
  }),
);

it.skipIf(find('aws', ['--version']) === undefined)(
  'a person makes the table with the AWS CLI, withdraws a certificate there, and its CSR is refused',
  inWorld(
    async (world) => {
      const env = clientEnv(world.dynamo.origin);
      const aws = async (...args: string[]): Promise<string> =>
        (await run('aws', ['dynamodb', ...args, '--table-name', 'fleet', '--output', 'json'], { env })).stdout;
      await aws(
        'create-table',
        '--attribute-definitions=AttributeName=pk,AttributeType=S',
        '--key-schema=AttributeName=pk,KeyType=HASH',
        '--billing-mode=PAY_PER_REQUEST',
      );
      const fleet = makeFleet(2);
      const job = await world.newMachine(fleet);
      expect((await world.main(job, '1')).code).toBe(0);
      const { Items } = JSON.parse(await aws('scan')) as { readonly Items: readonly Record<string, { S: string }>[] };
      const [item] = Items.filter(({ certificates }) => JSON.stringify(certificates ?? '').includes('csrs/1.csr'));
      const withdrawn = JSON.stringify(item).replace(/(\\"status\\":\\")INACTIVE/, '$1REVOKED');
      await aws('put-item', '--item', withdrawn);
      const next = await world.main(await world.newMachine(fleet), '2');
      expect(next.annotations.at(-1), next.log).toMatchObject({ level: 'error', title: 'key-revoked' });
      expect(next.annotations.at(-1)?.message).toContain('csrs/1.csr');
    },
    () => startWorld(null),
  ),
);

function clientEnv(origin: string): Record<string, string | undefined> {
  const { PATH, HOME } = process.env;
  return {
    PATH,
    HOME,
    AWS_ENDPOINT_URL_DYNAMODB: origin,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_PAGER: '',
    AWS_CONFIG_FILE: '/none',
  };
}
