import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileWriter } from '../../src/lib/file-writer.ts';
import type { Outcome } from '../../src/records/certificate.ts';
import { entryOf, type RegisteredDevice, readManifest, writeManifest } from '../../src/records/manifest.ts';
import { csrAt, hashOf } from '../report/fleet-story.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'manifest-'));
});

afterEach(() => rm(directory, { recursive: true }));

const place = { account: '123456789012', region: 'eu-west-1' };
const about = { repository: null, ...place, shard: null, runId: null, runAttempt: null };

function entry(registered: RegisteredDevice | undefined) {
  const csr = csrAt('csrs/a.csr', 'a');
  const certificate = { id: hashOf('a'), status: 'INACTIVE' as const, issuedAt: undefined, origin: undefined };
  const outcome: Outcome = { result: 'created', csr, certificate, awaitsActivation: false };
  return entryOf(outcome, { place, file: 'csrs/a.pem', secret: undefined, registered });
}

describe('the manifest', () => {
  it.each<readonly [string, RegisteredDevice | undefined, object]>([
    ['that was not to be registered', undefined, { thing: null, registration: null, reason: null }],
    [
      'that is registered',
      { thing: 'a:1', result: 'registered' },
      { thing: 'a:1', registration: 'registered', reason: null },
    ],
    ['without a thing', { thing: undefined, result: 'found' }, { thing: null, registration: 'found', reason: null }],
    [
      'that is not registered',
      { thing: 'a', result: 'conflict', problem: { message: 'It has another type.' } },
      { thing: 'a', registration: 'conflict', reason: 'It has another type.' },
    ],
  ])('says of a device %s what became of it, and is read as it was written', async (_, registered, expected) => {
    const written = entry(registered);
    expect(written).toMatchObject(expected);
    await writeManifest(createFileWriter([directory]), directory, { ...about, certificates: [written] });
    expect((await readManifest(directory))?.certificates).toEqual([written]);
  });

  it('of an earlier version says nothing of things', async () => {
    const { thing, registration, ...before } = entry(undefined);
    const text = JSON.stringify({ schemaVersion: 1, ...about, certificates: [before] });
    await writeFile(join(directory, 'manifest.json'), text);
    expect((await readManifest(directory))?.certificates).toEqual([{ ...before, thing, registration }]);
  });

  it.each([
    [{ thing: 'a/b' }, 'is not the name of a thing'],
    [{ thing: 'x'.repeat(129) }, 'is not the name of a thing'],
    [{ registration: 'done' }, 'registration'],
  ])('that says %j is none', async (change, words) => {
    const text = JSON.stringify({ schemaVersion: 1, ...about, certificates: [{ ...entry(undefined), ...change }] });
    await writeFile(join(directory, 'manifest.json'), text);
    await expect(readManifest(directory)).rejects.toThrow(words);
  });

  it('is a table, too', async () => {
    const certificates = [entry({ thing: 'a', result: 'registered' })];
    await writeManifest(createFileWriter([directory]), directory, { ...about, certificates });
    const [head, row] = (await readFile(join(directory, 'manifest.csv'), 'utf8')).split('\r\n');
    expect(head?.endsWith(',reason,thing,registration')).toBe(true);
    expect(row?.endsWith(',"","a","registered"')).toBe(true);
  });
});
