import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
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

async function found(
  workspace: string,
  ...patterns: readonly string[]
): Promise<{ readonly files: readonly string[]; readonly reports: readonly string[] }> {
  const reports: string[] = [];
  const files = await discover({ patterns, workspace, report: (level, text) => reports.push(`${level}: ${text}`) });
  return { files: files.map(({ path }) => path), reports };
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
    const expected = ['.hidden.csr', 'B.csr', 'a/1.csr', 'a/10.csr', 'a/2.csr', 'b.csr', 'é.csr'];
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
    expect(await paths(workspace, '!a/1*.csr', '**/*.csr', '! b.csr')).toEqual([
      '.hidden.csr',
      'B.csr',
      'a/2.csr',
      'é.csr',
    ]);
    for (const pattern of ['!a', '!a/', '!./a', '!a/**', `!${workspace.replaceAll('\\', '/')}/a`]) {
      expect(await paths(workspace, '**/*.csr', pattern)).toEqual(['.hidden.csr', 'B.csr', 'b.csr', 'é.csr']);
    }
  });

  it('hidden ones and those in hidden directories like any others', async () => {
    const hidden = makeWorkspace({ 'csrs/a.csr': '', 'csrs/.b.csr': '', 'csrs/.line-2/c.csr': '' });
    expect(await paths(hidden, 'csrs/**/*.csr')).toEqual(['csrs/.b.csr', 'csrs/.line-2/c.csr', 'csrs/a.csr']);
    expect(await paths(hidden, '*/*/*')).toEqual(['csrs/.line-2/c.csr']);
    expect(await paths(workspace, '.*.csr')).toEqual(['.hidden.csr']);
  });

  it('those of git never', async () => {
    expect(await paths(workspace, '**/[xy].csr', 'notes.txt', 'optional:**/[xy].csr').catch(() => [])).toEqual([]);
    expect((await refusal(workspace, '.git/*.csr')).message).toContain('Files in .git are never taken');
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
    expect((await refusal(workspace, '!*.csr')).message).toContain('All patterns start with !');
  });

  it('as an error also when other patterns match, so that no device goes without', async () => {
    const error = await refusal(workspace, 'csrs/*.csr', '*.pem');
    expect(error.code).toBe('pattern-unmatched');
    expect(error.message).toContain('The pattern *.pem matches nothing.');
    expect(error.fix).toContain('"optional:"');
  });

  it('unless the pattern is marked as optional', async () => {
    expect(
      await found(workspace, 'csrs/*.csr', 'optional:*.pem', 'optional: new/**', 'Optional:x', '!optional:y'),
    ).toEqual({
      files: ['csrs/a.csr'],
      reports: [],
    });
    expect((await refusal(workspace, 'optional:*.pem')).code).toBe('no-csr-found');
  });

  it('as excluded, when that is why', async () => {
    expect((await refusal(workspace, 'csrs/*.csr', '!**/*.csr')).message).toContain('are excluded by patterns');
    const { files, reports } = await found(workspace, 'csrs/*.csr', 'csrs/old/*', '!csrs/old');
    expect(files).toEqual(['csrs/a.csr']);
    expect(reports).toEqual([
      'warning: All files that the pattern csrs/old/* matches are excluded by patterns that start with !.',
    ]);
  });

  it('as an exclusion that excludes nothing because it is misspelt, or because there is nothing yet', async () => {
    expect((await found(workspace, 'csrs/*.csr', '!csrs/odl/**')).reports).toEqual([
      'warning: The pattern !csrs/odl/** matches nothing. There is no csrs/odl, but there is csrs/old.',
    ]);
    expect((await found(workspace, 'csrs/*.csr', '!csrs/retired/**')).reports).toEqual([
      'notice: The pattern !csrs/retired/** matches nothing. There is no csrs/retired. csrs holds a.csr, old.',
    ]);
    expect((await found(workspace, 'csrs/*.csr', 'optional:!csrs/retired/**', '!csrs/old/*')).reports).toEqual([]);
  });

  it('as one choice of several', async () => {
    expect(await found(workspace, 'csrs/{a, b}.csr')).toEqual({
      files: ['csrs/a.csr'],
      reports: ['warning: Of the pattern csrs/{a, b}.csr, the choice csrs/ b.csr matches nothing.'],
    });
  });

  it('as files that ** does not reach as a part of a name', async () => {
    const { reports } = await found(workspace, 'csrs/**.csr');
    expect(reports).toHaveLength(1);
    expect(reports[0]).toContain('does not match csrs/old/b.csr');
    expect(reports[0]).toContain('Write csrs/**/*.csr');
  });

  it('as a workspace that is not there', async () => {
    expect((await refusal(join(workspace, 'gone'), '*')).code).toBe('no-workspace');
  });

  it('as no glob', async () => {
    expect((await refusal(workspace, 'x'.repeat(70_000))).code).toBe('bad-pattern');
    expect((await refusal(workspace, '**', `!${'x'.repeat(70_000)}`)).code).toBe('bad-pattern');
    expect((await refusal(workspace, 'csrs/a.csr', 'csrs/\0/b')).code).toBe('pattern-unmatched');
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
      expect(await paths(linked, '*.csr', '!file-out.csr')).toEqual(['a.csr', 'broken.csr', 'loop.csr']);
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
    const piped = makeWorkspace({ 'a.csr': '' });
    mkdirSync(join(piped, 'd'));
    execFileSync('mkfifo', [join(piped, 'd/pipe.csr')]);
    const words = 'd/pipe.csr is a pipe, a socket or a device, and is not read.';
    expect((await refusal(piped, 'd/*.csr')).message).toContain(words);
    expect(await found(piped, '**/*.csr')).toEqual({ files: ['a.csr'], reports: [`warning: ${words}`] });
  });
});

describe('a file whose name means something else in a pattern', () => {
  const workspace = makeWorkspace({
    'csrs/unit[3].csr': '',
    'csrs/unit3.csr': '',
    'csrs/unit-4.csr': '',
    'csrs/lot {1,2}/a.csr': '',
    'csrs/@(x).csr': '',
    'csrs/[!a].csr': '',
  });

  it('is taken when its name is written as it is', async () => {
    for (const path of ['csrs/lot {1,2}/a.csr', 'csrs/@(x).csr', 'csrs/[!a].csr']) {
      expect(await paths(workspace, path)).toEqual([path]);
    }
    expect(await paths(workspace, 'csrs/lot {1,2}/*.csr')).toEqual(['csrs/lot {1,2}/a.csr']);
    expect(await paths(workspace, '**/@(x).csr')).toEqual(['csrs/@(x).csr']);
  });

  it('is taken beside what the pattern matches, with a notice', async () => {
    expect(await found(workspace, 'csrs/unit[3].csr')).toEqual({
      files: ['csrs/unit3.csr', 'csrs/unit[3].csr'],
      reports: [
        'notice: csrs/unit[3].csr is named exactly as the pattern csrs/unit[3].csr is written, and is taken, too.',
      ],
    });
  });

  it('is excluded when its name is written as it is', async () => {
    expect(await paths(workspace, 'csrs/unit*', '!csrs/unit[3].csr')).toEqual(['csrs/unit-4.csr']);
  });
});

// Making links needs a privilege on Windows.
describe.skipIf(isWindows)('a file that two paths lead to counts once', () => {
  it('by a link to it', async () => {
    const workspace = makeWorkspace({ 'b.csr': '' });
    symlinkSync('b.csr', join(workspace, 'a.csr'));
    expect(await found(workspace, '*.csr')).toEqual({
      files: ['b.csr'],
      reports: [
        'notice: 1 path leads to a file that another path leads to; it is taken once: a.csr is the same file as b.csr.',
      ],
    });
    expect((await found(workspace, 'a.csr')).files).toEqual(['a.csr']);
  });

  it('by links to a directory, and by the first path where none is without links', async () => {
    const workspace = makeWorkspace({ 'store/7/a.csr': '', 'csrs/line-1/b.csr': '' });
    symlinkSync('../store/7', join(workspace, 'csrs/next'));
    symlinkSync('../store/7', join(workspace, 'csrs/current'));
    symlinkSync('line-1', join(workspace, 'csrs/line'));
    const { files, reports } = await found(workspace, 'csrs/**/*.csr');
    expect(files).toEqual(['csrs/current/a.csr', 'csrs/line-1/b.csr']);
    expect(reports).toEqual([
      'notice: 2 paths lead to a file that another path leads to; it is taken once: csrs/line/b.csr is the same file as csrs/line-1/b.csr, csrs/next/a.csr is the same file as csrs/current/a.csr.',
    ]);
  });

  it('by patterns that meet, without a word', async () => {
    const workspace = makeWorkspace({ 'a/b.csr': '' });
    expect(await found(workspace, 'a/*', 'a/../a/b.csr', './a/b.csr', `${workspace}/**`)).toEqual({
      files: ['a/b.csr'],
      reports: [],
    });
  });

  it('by links that lead in circles', async () => {
    const workspace = makeWorkspace({ 'csrs/a.csr': '', 'csrs/d/b.csr': '' });
    symlinkSync('.', join(workspace, 'csrs/self'));
    symlinkSync('..', join(workspace, 'csrs/d/up'));
    symlinkSync('loop', join(workspace, 'csrs/loop'));
    for (const pattern of ['**/*.csr', 'csrs/**/*.csr', 'csrs/**']) {
      const { files } = await found(workspace, pattern);
      expect(files.filter((path) => path.endsWith('.csr'))).toEqual(['csrs/a.csr', 'csrs/d/b.csr']);
    }
  });
});

describe.skipIf(isWindows)('a link to a directory that ** does not follow', () => {
  it('is named when a file behind it is left out', async () => {
    const workspace = makeWorkspace({ 'csrs/a.csr': '', 'x/y.csr': '', 'z/deep/k.csr': '' });
    symlinkSync('../x', join(workspace, 'csrs/first'));
    symlinkSync('../z', join(workspace, 'x/second'));
    const { files, reports } = await found(workspace, 'csrs/**/*.csr');
    expect(files).toEqual(['csrs/a.csr', 'csrs/first/y.csr']);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toContain('csrs/first/second is a link to a directory, which ** does not follow');
    expect(reports[0]).toContain('csrs/first/second/deep/k.csr is left out');
    expect((await found(workspace, 'csrs/**/*.csr', 'csrs/first/second/**/*.csr')).reports).toEqual([]);
    expect((await found(workspace, 'csrs/**/*.csr', '!csrs/first/second')).reports).toEqual([]);
  });

  it('is not searched to its end when it leads to the whole disk', async () => {
    const workspace = makeWorkspace({ 'csrs/a.csr': '' });
    symlinkSync('/', join(workspace, 'csrs/disk'));
    for (const pattern of ['csrs/*/**/*.no-such-name', 'csrs/disk/**/*.no-such-name']) {
      expect((await refusal(workspace, pattern, 'csrs/a.csr')).code).toBe('outside-workspace');
    }
  });
});

describe.skipIf(isWindows)('what cannot be looked into', () => {
  /** Nobody's rights: those of root reach everywhere. */
  async function withoutRights<T>(act: () => Promise<T>): Promise<T> {
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      return await act();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  }

  const workspace = makeWorkspace({ 'csrs/a.csr': '', 'csrs/locked/b.csr': '' });
  chmodSync(workspace, 0o755);
  chmodSync(join(workspace, 'csrs/locked'), 0o000);

  it('is named as an error when a pattern covers it', async () => {
    for (const pattern of ['**/*.csr', 'csrs/*/b.csr', 'csrs/locked/*.csr', 'csrs/locked/b.csr']) {
      const error = await withoutRights(() => refusal(workspace, 'csrs/a.csr', pattern));
      expect(error.code).toBe('unreadable-directory');
      expect(error.message).toMatch(/csrs\/locked(\/b\.csr)? \(EACCES\)/);
    }
  });

  it('is named also when its path is longer than the system takes', async () => {
    const deep = makeWorkspace({ 'a.csr': '' });
    const shell = (script: string) => execFileSync('sh', ['-c', script], { cwd: deep, stdio: 'ignore' });
    shell('name=$(printf %0200d 0); for _ in $(seq 22); do mkdir $name && cd $name || break; done; : > b.csr');
    const error = await refusal(deep, '**/*.csr');
    shell('rm -rf 0*');
    expect(error.code).toBe('unreadable-directory');
    expect(error.message).toContain('ENAMETOOLONG');
  });

  it('does not matter where no pattern covers it, or where it is excluded', async () => {
    expect(await withoutRights(() => paths(workspace, 'csrs/*.csr'))).toEqual(['csrs/a.csr']);
    expect(await withoutRights(() => paths(workspace, '**/*.csr', '!csrs/locked'))).toEqual(['csrs/a.csr']);
  });
});
