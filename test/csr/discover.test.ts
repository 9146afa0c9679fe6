import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/csr/files/discover.ts';
import { UserError } from '../../src/lib/user-error.ts';
import { makeWorkspace } from './workspace.ts';

const isWindows = process.platform === 'win32';

async function paths(workspace: string, ...patterns: readonly string[]): Promise<readonly string[]> {
  return (await discover({ patterns, workspace })).map(({ path }) => path);
}

async function refusal(workspace: string, ...patterns: readonly string[]): Promise<UserError> {
  const error = await discover({ patterns, workspace }).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error('expected a UserError', { cause: error });
  return error;
}

describe('files are found', () => {
  const workspace = makeWorkspace({
    'b.csr': '',
    'a/1.csr': '',
    'a/10.csr': '',
    'a/2.csr': '',
    'a/deep/x.CSR': '',
    'B.csr': '',
    'é.csr': '',
    '.hidden.csr': '',
    '.git/x.csr': '',
    'a/.git/y.csr': '',
    'notes.txt': '',
  });

  it('once each, in the order of code units, whatever the locale and the order of patterns', async () => {
    const expected = ['B.csr', 'a/1.csr', 'a/10.csr', 'a/2.csr', 'b.csr', 'é.csr'];
    expect(await paths(workspace, '**/*.csr')).toEqual(expected);
    expect(await paths(workspace, 'b.csr', 'a/*.csr', '**/*.csr')).toEqual(expected);
  });

  it('with absolute paths to read them by', async () => {
    expect(await discover({ patterns: ['b.csr'], workspace })).toEqual([
      { path: 'b.csr', absolutePath: join(workspace, 'b.csr') },
    ]);
  });

  it('by absolute patterns inside of the workspace', async () => {
    expect(await paths(workspace, `${workspace.replaceAll('\\', '/')}/a/*.csr`)).toEqual([
      'a/1.csr',
      'a/10.csr',
      'a/2.csr',
    ]);
  });

  it('without those a ! excludes, wherever it stands', async () => {
    expect(await paths(workspace, '!a/1*.csr', '**/*.csr', '! b.csr')).toEqual(['B.csr', 'a/2.csr', 'é.csr']);
    for (const pattern of ['!a', '!a/', '!./a', '!a/**', `!${workspace.replaceAll('\\', '/')}/a`]) {
      expect(await paths(workspace, '**/*.csr', pattern)).toEqual(['B.csr', 'b.csr', 'é.csr']);
    }
  });

  it('hidden ones only when a pattern says so, those of git never', async () => {
    expect(await paths(workspace, '.*.csr')).toEqual(['.hidden.csr']);
    expect((await refusal(workspace, '.git/*.csr')).code).toBe('no-csr-found');
    expect((await refusal(workspace, 'a/.git/y.csr')).code).toBe('no-csr-found');
  });

  it.runIf(isWindows)('with Windows separators', async () => {
    expect(await paths(workspace, 'a\\*.csr')).toEqual(['a/1.csr', 'a/10.csr', 'a/2.csr']);
  });

  it('when there are many', async () => {
    const names = Array.from({ length: 3_000 }, (_, index) => `d${index % 50}/${index}.csr`);
    const many = makeWorkspace(Object.fromEntries(names.map((name) => [name, ''])));
    expect(await paths(many, '**/*.csr')).toEqual([...names].sort());
  });
});

describe('what matches no file is named', () => {
  const workspace = makeWorkspace({ 'csrs/a.csr': '', 'csrs/old/b.csr': '' });

  it('as an error when nothing matches at all', async () => {
    const error = await refusal(workspace, 'csr/*.csr', '*.pem');
    expect(error.code).toBe('no-csr-found');
    for (const words of [workspace, 'csr/*.csr', '*.pem']) expect(error.message).toContain(words);
  });

  it('as a directory, when it is one', async () => {
    expect((await refusal(workspace, 'csrs')).message).toContain('csrs matches only directories');
    expect((await refusal(workspace, 'csrs/*d')).message).toContain('such as csrs/old; add /**');
    expect((await refusal(workspace, '.')).message).toContain('only directories');
  });

  it('as a lack of patterns, when all exclude', async () => {
    expect((await refusal(workspace, '!*.csr')).message).toContain('no pattern that includes');
  });

  it('as a warning when other patterns match', async () => {
    const warnings: string[] = [];
    const files = await discover({
      patterns: ['csrs/*.csr', '*.pem'],
      workspace,
      warn: (message) => warnings.push(message),
    });
    expect(files.map(({ path }) => path)).toEqual(['csrs/a.csr']);
    expect(warnings).toEqual(['The pattern *.pem matches nothing.']);
  });

  it('as a workspace that is not there', async () => {
    expect((await refusal(join(workspace, 'gone'), '*')).code).toBe('no-workspace');
  });

  it('as no glob', async () => {
    expect((await refusal(workspace, 'x'.repeat(70_000))).code).toBe('bad-pattern');
  });
});

describe('nothing leads out of the workspace', () => {
  const outside = makeWorkspace({ 'secret.csr': '', 'dir/deep.csr': '' });
  const workspace = makeWorkspace({ 'a.csr': '', 'real/b.csr': '' });

  it.each([
    ['a parent', `../${basename(outside)}/*.csr`],
    ['a parent that is not there', '../nothing/*.csr'],
    ['a parent behind a name', `real/../../${basename(outside)}/secret.csr`],
    ['braces', `{a.csr,../${basename(outside)}/secret.csr}`],
    ['the root', '/**/*.csr'],
    ['an absolute pattern', `${outside.replaceAll('\\', '/')}/*.csr`],
    ['a directory beside it with a longer name', `${workspace.replaceAll('\\', '/')}-2/*.csr`],
  ])('by %s', async (_, pattern) => {
    const error = await refusal(workspace, 'a.csr', pattern);
    expect(error.code).toBe('outside-workspace');
    expect(error.message).toContain(dirname(pattern).slice(0, 2));
  });

  // Making links needs a privilege on Windows.
  describe.skipIf(isWindows)('by a link', () => {
    const linked = makeWorkspace({ 'a.csr': '', 'real/b.csr': '' });
    symlinkSync(join(outside, 'secret.csr'), join(linked, 'file-out.csr'));
    symlinkSync(join(outside, 'dir'), join(linked, 'dir-out'));
    symlinkSync('a.csr', join(linked, 'file-in.csr'));
    symlinkSync('real', join(linked, 'dir-in'));
    symlinkSync('gone.csr', join(linked, 'broken.csr'));
    symlinkSync('loop.csr', join(linked, 'loop.csr'));

    it('to a file', async () => {
      const error = await refusal(linked, '*.csr');
      expect(error.code).toBe('outside-workspace');
      expect(error.message).toContain(`file-out.csr -> ${join(outside, 'secret.csr')}`);
    });

    it('to a directory', async () => {
      for (const pattern of ['dir-out/*.csr', 'dir-out/deep.csr', '*/*.csr']) {
        expect((await refusal(linked, pattern)).message).toContain('dir-out');
      }
    });

    it('unless it is excluded', async () => {
      expect(await paths(linked, '*.csr', '!file-out.csr')).toEqual(['a.csr', 'broken.csr', 'file-in.csr', 'loop.csr']);
    });

    it('but links inside of it are good', async () => {
      expect(await paths(linked, 'file-in.csr', 'dir-in/*.csr')).toEqual(['dir-in/b.csr', 'file-in.csr']);
      expect((await refusal(linked, 'dir-in')).message).toContain('only directories');
    });

    it('and the workspace may be reached by one', async () => {
      const link = join(makeWorkspace(), 'workspace');
      symlinkSync(workspace, link);
      expect(await paths(link, '**/*.csr')).toEqual(['a.csr', 'real/b.csr']);
      expect(await paths(link, `${workspace}/*.csr`)).toEqual(['a.csr']);
      expect(await paths(link, `${link}/*.csr`)).toEqual(['a.csr']);
    });
  });

  it.skipIf(isWindows)('and a pipe is not waited for', async () => {
    const piped = makeWorkspace();
    mkdirSync(join(piped, 'd'));
    execFileSync('mkfifo', [join(piped, 'd/pipe.csr')]);
    expect((await refusal(piped, 'd/*.csr')).message).toContain('d/pipe.csr');
  });
});
