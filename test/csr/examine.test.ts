import { chmodSync, linkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExamineOptions, examine } from '../../src/csr/examine/examine.ts';
import { discover } from '../../src/csr/files/discover.ts';
import { MAX_FILE_BYTES } from '../../src/csr/files/read.ts';
import { makeCsr, makeKey, toPem } from './make-csr.ts';
import { makeWorkspace } from './workspace.ts';

async function examineFiles(files: Readonly<Record<string, string | Uint8Array>>, options: ExamineOptions = {}) {
  return examine(await discover({ patterns: ['**'], workspace: makeWorkspace(files) }), options);
}

const one = toPem(makeCsr());
const two = toPem(makeCsr({ version: 1, subject: [['CN', 'device-2']] }));

describe('an examination', () => {
  it('tells the good files from the bad, in the order of the files', async () => {
    const result = await examineFiles({ 'c.csr': one, 'b.txt': 'text', 'a.csr': two, 'd.csr': '' });
    expect(result.csrs.map(({ path }) => path)).toEqual(['a.csr', 'c.csr']);
    expect(result.rejected).toEqual(['b.txt', 'd.csr']);
    expect(result.findings.map(({ path, rule }) => [path, rule])).toEqual([
      ['a.csr', 'version'],
      ['b.txt', 'not-a-csr'],
      ['d.csr', 'not-a-csr'],
    ]);
  });

  it('refuses every file of a key that several have', async () => {
    const key = makeKey('P-256');
    const { csrs, rejected, findings } = await examineFiles({
      'a.csr': toPem(makeCsr({ key, subject: [['CN', 'a']] })),
      'b.csr': one,
      'c.csr': toPem(makeCsr({ key, subject: [['CN', 'c']], version: 1 })),
    });
    expect(csrs.map(({ path }) => path)).toEqual(['b.csr']);
    expect(rejected).toEqual(['a.csr', 'c.csr']);
    expect(findings.map(({ path, rule }) => [path, rule])).toEqual([
      ['a.csr', 'public-key-duplicate'],
      ['c.csr', 'version'],
      ['c.csr', 'public-key-duplicate'],
    ]);
    expect(findings[0]?.message).toContain('c.csr');
  });

  it('counts a file once that has two names by a hard link', async () => {
    const workspace = makeWorkspace({ 'b.csr': one, 'c.csr': two, 'd.csr': 'text' });
    linkSync(join(workspace, 'b.csr'), join(workspace, 'a.csr'));
    const { csrs, rejected, findings, again } = await examine(await discover({ patterns: ['**'], workspace }));
    expect(csrs.map(({ path }) => path)).toEqual(['a.csr', 'c.csr']);
    expect(again).toEqual([{ path: 'a.csr', also: 'b.csr' }]);
    expect(rejected).toEqual(['d.csr']);
    expect(findings.map(({ path }) => path)).toEqual(['c.csr', 'd.csr']);
  });

  it('names a few of many files with one key', async () => {
    const files = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}.csr`, one]));
    const { findings } = await examineFiles(files);
    expect(findings.map(({ message }) => message.replace('Its public key is also that of ', ''))).toEqual([
      'b.csr, c.csr, d.csr and 2 more.',
      'a.csr, c.csr, d.csr and 2 more.',
      'a.csr, b.csr, d.csr and 2 more.',
      'a.csr, b.csr, c.csr and 2 more.',
      'a.csr, b.csr, c.csr and 2 more.',
      'a.csr, b.csr, c.csr and 2 more.',
    ]);
  });

  it('takes severities', async () => {
    const options = { policy: { severities: { version: 'error', 'public-key-duplicate': 'off' } } } as const;
    expect((await examineFiles({ 'a.csr': two }, options)).rejected).toEqual(['a.csr']);
    expect((await examineFiles({ 'a.csr': one, 'b.csr': one }, options)).csrs).toHaveLength(2);
  });

  it('reads a file to its limit and not beyond', async () => {
    const { csrs, findings } = await examineFiles({
      'a.csr': one.padStart(MAX_FILE_BYTES),
      'b.csr': two.padStart(MAX_FILE_BYTES + 1),
    });
    expect(csrs.map(({ path }) => path)).toEqual(['a.csr']);
    expect(findings.map(({ path, rule }) => [path, rule])).toEqual([['b.csr', 'file-too-large']]);
  });

  it('names a file that is gone or must not be read', async () => {
    const workspace = makeWorkspace({ 'a.csr': one, 'b.csr': two });
    const files = await discover({ patterns: ['*.csr'], workspace });
    rmSync(join(workspace, 'a.csr'));
    chmodSync(join(workspace, 'b.csr'), 0);
    const { findings } = await examine(files);
    expect(findings[0]).toMatchObject({ path: 'a.csr', rule: 'unreadable', severity: 'error' });
    expect(findings[0]?.message).toContain('ENOENT');
    // Root reads everything, and Windows has no such mode.
    if (process.platform !== 'win32' && process.getuid?.() !== 0) expect(findings[1]?.message).toContain('EACCES');
  });

  // So many that they take longer than a turn of the event loop may.
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`${index}.csr`, '']));

  it('tells how far it is', async () => {
    const progress: number[] = [];
    await examineFiles(many, { onProgress: (done) => progress.push(done) });
    expect(progress.at(-1)).toBe(5_000);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.length).toBeGreaterThan(1);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const done: number[] = [];
    const examination = examineFiles(many, {
      signal: stop.signal,
      onProgress: (count) => {
        done.push(count);
        stop.abort();
      },
    });
    await expect(examination).rejects.toMatchObject({ name: 'UserError', code: 'cancelled' });
    expect(done).toHaveLength(1);
  });
});
