import { existsSync } from 'node:fs';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Job } from './step.ts';
import { handedOver, inWorld, makeFleet, type World } from './table-fleet.ts';

const TABLE = ['--ledger', 'dynamodb://fleet'];

/** A machine with a ledger of four certificates in a file, as a run has written it. */
async function withFile(world: World): Promise<{ readonly job: Job; readonly text: string }> {
  const job = await world.newMachine(makeFleet(4));
  expect((await world.main(job, '1', { ledger: 'file.jsonl' })).code).toBe(0);
  return { job, text: await readFile(join(job.workspace, 'file.jsonl'), 'utf8') };
}

describe.concurrent('`ledger export`, `import` and `merge`', () => {
  it(
    'take files as editors and Git leave them, and change nothing for one that is damaged',
    inWorld(async (world) => {
      const { job, text } = await withFile(world);
      await job.write('windows.jsonl', `\ufeff${text.replaceAll('\n', '\r\n')}`);
      expect((await world.cli(job, ['ledger', 'import', 'windows.jsonl', ...TABLE])).out).toContain('4 keys');
      expect((await world.cli(job, ['ledger', 'import', 'file.jsonl', ...TABLE])).out).toContain('0 keys');
      expect(
        (await world.cli(job, ['ledger', 'merge', 'windows.jsonl', 'file.jsonl', '-o', 'merged.jsonl'])).code,
      ).toBe(0);
      expect(await readFile(join(job.workspace, 'merged.jsonl'), 'utf8')).toBe(text);

      const conflict = `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> other\n`;
      const before = world.dynamo.calls.PutItem;
      for (const [name, content] of [
        ['conflict.jsonl', conflict],
        ['lfs.jsonl', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n'],
        ['utf16.jsonl', Buffer.from(text, 'utf16le')],
      ] as const) {
        await job.write(name, content);
        const commands = [
          ['import', name, ...TABLE],
          ['merge', 'file.jsonl', name, '-o', 'never.jsonl'],
          ['export', name, ...TABLE],
        ];
        for (const args of name === 'conflict.jsonl' ? commands : commands.slice(0, 1)) {
          const result = await world.cli(job, ['ledger', ...args]);
          expect([result.code, result.out], args.join(' ')).toEqual([1, expect.stringContaining(name)]);
          expect(result.out).not.toContain('This is a bug');
        }
        expect(await readFile(join(job.workspace, name))).toEqual(Buffer.from(content));
      }
      expect(world.dynamo.calls.PutItem).toBe(before);
      expect(existsSync(join(job.workspace, 'never.jsonl'))).toBe(false);
    }),
  );

  it(
    'refuse what is not there, a table in place of a file, and a link in the workspace',
    inWorld(async (world) => {
      const { job } = await withFile(world);
      await writeFile(join(job.temp, 'shared.jsonl'), '');
      await symlink(join(job.temp, 'shared.jsonl'), join(job.workspace, 'link.jsonl'));
      for (const [args, message] of [
        [['import', 'nope.jsonl', ...TABLE], /nope\.jsonl: The file does not exist/],
        [['show', 'csrs/1.csr', '--ledger', 'nope.jsonl'], /nope\.jsonl: The file does not exist/],
        [['merge', 'file.jsonl', 'nope.jsonl'], /nope\.jsonl: The file does not exist/],
        [['merge', 'file.jsonl', 'dynamodb://fleet'], /address of a table, and a file is needed here/],
        [['merge', 'file.jsonl', '-o', 'dynamodb://fleet'], /address of a table, and a file is needed here/],
        [['export', 'dynamodb://fleet', ...TABLE], /address of a table, and a file is needed here/],
        [['import', 'dynamodb://fleet', ...TABLE], /address of a table, and a file is needed here/],
        [['export', 'csrs', ...TABLE], /is a directory/],
        [['export', 'link.jsonl', ...TABLE], /is a link/],
        [['merge', 'file.jsonl', '-o', 'link.jsonl'], /is a link/],
        [['export', 'file.jsonl', '--ledger', 'file.jsonl'], /needs a table/],
      ] as const) {
        const result = await world.cli(job, ['ledger', ...args]);
        expect([result.code, result.out], args.join(' ')).toEqual([1, expect.stringMatching(message)]);
      }
      expect(existsSync(join(job.workspace, 'dynamodb:'))).toBe(false);
    }),
  );

  it(
    'bring a ledger through a shared volume, where a link is followed',
    inWorld(async (world) => {
      const { job, text } = await withFile(world);
      await world.cli(job, ['ledger', 'import', 'file.jsonl', ...TABLE]);
      const volume = await world.newMachine({});
      await volume.write('real/ledger.jsonl', '');
      await symlink('real/ledger.jsonl', join(volume.workspace, 'ledger.jsonl'));
      const link = join(volume.workspace, 'ledger.jsonl');
      expect((await world.cli(job, ['ledger', 'export', link, ...TABLE])).code).toBe(0);
      const exported = await readFile(join(volume.workspace, 'real/ledger.jsonl'), 'utf8');
      expect(exported).toBe(text.replace(/^\{"type":"horizon".*\n/, ''));
    }),
  );
});

describe.concurrent('`ledger show`', () => {
  it(
    'finds a device by its key, its certificate and the path of its CSR, however a person writes them',
    inWorld(async (world) => {
      const { job, text } = await withFile(world);
      await world.cli(job, ['ledger', 'import', 'file.jsonl', ...TABLE]);
      const [line = ''] = text.split('\n').filter((one) => one.includes('"csrPath":"csrs/2.csr"'));
      const entry = JSON.parse(line);
      const names = [
        'csrs/2.csr',
        './csrs/2.csr',
        join(job.workspace, 'csrs/2.csr'),
        entry.certificateId,
        entry.certificateId.toUpperCase(),
        entry.certificateArn,
        entry.spkiSha256,
      ];
      for (const ledger of ['dynamodb://fleet', 'file.jsonl']) {
        for (const name of ledger === 'file.jsonl' ? names.slice(-2) : names) {
          const shown = await world.cli(job, ['ledger', 'show', name, '--ledger', ledger]);
          expect([shown.code, shown.out], `${name} in ${ledger}`).toEqual([
            0,
            expect.stringContaining(`"certificateId": "${entry.certificateId}"`),
          ]);
        }
        expect(await world.cli(job, ['ledger', 'show', 'csrs/7.csr', '--ledger', ledger])).toMatchObject({ code: 1 });
      }
    }),
  );
});

describe.concurrent('a ledger of two regions', () => {
  it(
    'is kept whole, and a run or an audit in one of them is about that one',
    inWorld(async (world) => {
      const { job, text } = await withFile(world);
      const other = text
        .split('\n')
        .filter((line) => line.includes('csrPath'))
        .map((line) => line.replaceAll('us-east-1', 'eu-central-1'));
      await job.write('two.jsonl', `${text}${other.join('\n')}\n`);
      // The same certificates of the same keys: eight items, or eight lines.
      expect((await world.cli(job, ['ledger', 'import', 'two.jsonl', ...TABLE])).out).toContain(
        '8 keys of the table changed',
      );
      const audited = await world.cli(job, ['audit', ...TABLE]);
      expect([audited.code, audited.out], audited.out).toEqual([
        0,
        expect.stringMatching(/Auditing 4 certificates .* in us-east-1; the ledger has 8 certificates/),
      ]);
      const next = await world.newMachine(makeFleet(1, 'new'));
      const result = await world.main(next, '2', { 'csr-path': 'new/*.csr' });
      expect(result.outputs, result.log).toMatchObject({ 'created-count': '1' });
      expect(Object.keys(await handedOver(next))).toEqual(['new/0.csr']);
      expect((await world.items()).filter(({ key }) => key.region === 'eu-central-1')).toHaveLength(4);
    }),
  );

  it(
    'of which none is the one that is audited is no agreement',
    inWorld(async (world) => {
      const { job, text } = await withFile(world);
      await job.write('other.jsonl', text.replaceAll('us-east-1', 'eu-central-1'));
      await world.cli(job, ['ledger', 'import', 'other.jsonl', ...TABLE]);
      for (const ledger of ['other.jsonl', 'dynamodb://fleet']) {
        const audited = await world.cli(job, ['audit', '--ledger', ledger]);
        expect([audited.code, audited.out], audited.out).toEqual([
          1,
          expect.stringContaining('no certificate of account 123456789012 in us-east-1, so there is nothing to audit'),
        ]);
      }
    }),
  );
});
