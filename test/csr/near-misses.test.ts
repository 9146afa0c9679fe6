import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discover } from '../../src/csr/files/discover.ts';
import { explain } from '../../src/runner/log.ts';
import { makeWorkspace } from './workspace.ts';

const isWindows = process.platform === 'win32';

async function refusal(workspace: string, ...patterns: readonly string[]): Promise<string> {
  const error = await discover({ patterns, workspace }).catch((thrown: unknown) => thrown);
  return explain(error as Parameters<typeof explain>[0]);
}

// File systems that do not tell a from A find what these patterns only come near to.
describe.skipIf(isWindows || process.platform === 'darwin')('a pattern that matches nothing is explained', () => {
  const workspace = makeWorkspace({
    'csrs/a.csr': '',
    'csrs/b.csr': '',
    'csrs/line-1/c.csr': '',
    'csrs/unit-12.csr': '',
    'other/x.pem': '',
    'other/y.csr.pem': '',
    'reqs/dev': '',
    'app/deep/z.req': '',
    'Upper/Q.CSR': '',
    'cafe\u0301.csr': '',
    'docs/notes.md': '',
    '.git/HEAD': '',
    '.gitmodules': '[submodule "factory"]\n\tpath = factory\n\turl = https://example.com/factory\n',
  });
  mkdirSync(join(workspace, 'factory'));

  it.each([
    ['\\ as separator', 'csrs\\*.csr', 'Patterns use / as separator; write csrs/*.csr.'],
    ['\\ and another case', 'CSRS\\a.csr', 'Patterns use / as separator. csrs/a.csr differs from it only in upper and'],
    ['two patterns apart by a space', 'csrs/a.csr csrs/b.csr', 'Write one pattern per line: csrs/a.csr and csrs/b.csr'],
    ['two patterns apart by a comma', 'csrs/a.csr, other/*', 'Write one pattern per line: csrs/a.csr and other/*'],
    ['two patterns apart by a semicolon', 'csrs/a.csr;other/*', 'Write one pattern per line: csrs/a.csr and other/*'],
    ['two patterns in quotes', '"csrs/a.csr" "csrs/b.csr"', 'Write one pattern per line: csrs/a.csr and csrs/b.csr'],
    ['a list in brackets', '["csrs/a.csr", "csrs/b.csr"]', 'Write one pattern per line: csrs/a.csr and csrs/b.csr'],
    [
      'an exclusion in the same line',
      'csrs/*.csr !csrs/b.csr',
      'Write one pattern per line: csrs/*.csr and !csrs/b.csr',
    ],
    [
      'a line end that is two characters',
      'csrs/a.csr\\ncsrs/b.csr',
      'Write one pattern per line: csrs/a.csr and csrs/b.csr',
    ],
    ['an encoded name', 'csrs/%61.csr', 'It is encoded as in a URL; write csrs/a.csr.'],
    ['an item of a list', '- csrs/*.csr', 'not an item of a list; write csrs/*.csr.'],
    ['quotes', '"csrs/*.csr"', 'The quotes around it are part of the pattern; write csrs/*.csr.'],
    [
      'quotes of a word processor',
      '\u201ccsrs/*.csr\u201d',
      'The quotes around it are part of the pattern; write csrs/*.csr.',
    ],
    ['a comment', '# the new line', 'A line that starts with # is a pattern here, not a comment'],
    ['a comment behind it', 'csrs/*.csr # all', 'not a comment; write csrs/*.csr.'],
    ['a home directory', '~/csrs/*.csr', 'relative to the root of the workspace; write csrs/*.csr.'],
    ['a home directory without it', '~/devices/*.csr', '~ stands for nothing here'],
    ['a leading /', '/csrs/*.csr', 'relative to the root of the workspace; write csrs/*.csr.'],
    ['a leading ../', '../csrs/*.csr', 'relative to the root of the workspace; write csrs/*.csr.'],
    [
      'a path of another machine',
      '/__w/repo/repo/csrs/*.csr',
      'relative to the root of the workspace; write csrs/*.csr.',
    ],
    ['the name of the repository', 'repo/csrs/*.csr', 'relative to the root of the workspace; write csrs/*.csr.'],
    ['a path from another directory', 'deep/*.req', 'app/deep/z.req is in another directory'],
    ['files that lie deeper', 'app/*.req', 'app/deep/z.req lies deeper; write app/**/*.req.'],
    ['three dots', 'csrs/.../c.csr', 'write csrs/**/c.csr.'],
    ['** as a part of a name', 'app/**.req', 'only as the whole name between two /; write app/**/*.req.'],
    ['another case of a name', 'csrs/A.csr', 'csrs/a.csr differs from it only in upper and lower case'],
    ['another case of a directory', 'upper/*.csr', 'Upper/Q.CSR differs from it only in upper and lower case'],
    ['letters composed otherwise', 'caf\u00e9.csr', 'its letters are composed otherwise (Unicode NFD)'],
    ['a missing extension', 'csrs/a', 'There is csrs/a.csr, with the extension .csr; write csrs/a.csr.'],
    ['another extension', 'other/x.csr', 'There is other/x.pem, with the extension .pem; write other/x.pem.'],
    ['a longer extension', 'other/*.csr', 'write other/*.csr.pem.'],
    ['files without extension', 'reqs/*.csr', 'There is reqs/dev, without an extension; write reqs/*.'],
    ['a directory', 'csrs/', 'matches only directories, such as csrs; add /** to take the files in it.'],
    ['a / behind files', 'csrs/*.csr/', 'It ends with a separator or a comma; write csrs/*.csr.'],
    ['a comma behind it', 'csrs/*.csr,', 'It ends with a separator or a comma; write csrs/*.csr.'],
    ['an invisible character', 'csrs/*.csr\u200b', 'It holds invisible characters; write csrs/*.csr.'],
    ['white space in it', 'csrs/ *.csr', 'It holds white space; write csrs/*.csr.'],
    ['a variable of a shell', '$DIR/*.csr', 'Variables are not expanded here'],
    ['a variable of Windows', '%DIR%/*.csr', 'Variables are not expanded here'],
    ['an expression that nobody evaluated', '$'.concat('{{ env.DIR }}/*.csr'), 'Variables are not expanded here'],
    ['a path of Windows', 'C:\\repo\\certs\\*.csr', 'It is a path of Windows'],
    ['a URL', 'https://example.com/a.csr', 'It is a URL; only files in the workspace are read.'],
    ['choices in parentheses', 'csrs/(a|b).csr', 'Choices stand in braces; write csrs/{a,b}.csr.'],
    ['choices by |', 'csrs/{a|b}.csr', 'separated by commas; write csrs/{a,b}.csr.'],
    ['braces without a comma', 'csrs/{a}.csr', 'Braces need a comma between two choices; write csrs/a.csr.'],
    ['a range in brackets', 'csrs/unit-[10-20].csr', 'write csrs/unit-{10..20}.csr.'],
    ['a regular expression', '^csrs/.*\\.csr$', 'It is a regular expression, and a glob is needed; write csrs/*.csr.'],
    ['a directory that is misspelt', 'csr/*.csr', 'There is no csr, but there is csrs.'],
    [
      'a directory below it that is misspelt',
      'csrs/line-2/*.csr',
      'There is no csrs/line-2, but there is csrs/line-1.',
    ],
    [
      'a directory that is not there',
      'nowhere/*.csr',
      'There is no nowhere. The workspace holds .gitmodules, Upper, app',
    ],
    ['a directory without it', 'docs/*.csr', 'docs holds notes.md.'],
    ['a submodule without its files', 'factory/*.csr', 'factory is a submodule that is not checked out'],
    ['files of git', '.git/*', 'Files in .git are never taken.'],
  ])('by %s', async (_, pattern, words) => {
    expect(await refusal(workspace, 'csrs/a.csr', pattern)).toContain(words);
  });

  it('each, when there are several', async () => {
    const text = await refusal(workspace, ...Array.from({ length: 7 }, (_, index) => `docs/none-${index}.csr`));
    for (let index = 0; index < 7; index++) expect(text).toContain(`docs/none-${index}.csr`);
  });

  it('by .gitignore', async () => {
    const ignoring = makeWorkspace({ 'README.md': '', 'keys/README.md': '', '.gitignore': '*.log\n*.csr\n/out/\n' });
    expect(await refusal(ignoring, 'keys/*.csr')).toContain('.gitignore has the line *.csr, and files that it names');
    expect(await refusal(ignoring, 'out/*.pem')).toContain('.gitignore has the line /out/');
  });

  it('by a ! that was meant as a part of it', async () => {
    expect(await refusal(workspace, '!(a).csr')).toContain('All patterns start with !');
    const reports: string[] = [];
    await discover({ patterns: ['csrs/a.csr', '!(a).csr'], workspace, report: (_, text) => reports.push(text) });
    expect(reports[0]).toContain('Write ./!(a).csr for all but some.');
    expect((await discover({ patterns: ['./csrs/!(a).csr'], workspace })).map(({ path }) => path)).toContain(
      'csrs/b.csr',
    );
  });

  it('by a checkout that is sparse', async () => {
    const sparse = makeWorkspace({ 'README.md': '', '.git/info/sparse-checkout': '/*\n!/*/\n' });
    expect(await refusal(sparse, 'csrs/*.csr')).toContain('The checkout is sparse; add csrs to "sparse-checkout"');
    const bare = makeWorkspace({ '.git/info/sparse-checkout': '/docs/\n' });
    expect(await refusal(bare, 'csrs/*.csr')).toContain('The workspace is empty: its checkout is sparse.');
  });

  it('by a workspace without a checkout', async () => {
    const words = 'The workspace is empty. Run actions/checkout before this step.';
    expect(await refusal(makeWorkspace(), 'csrs/*.csr')).toContain(words);
    expect(await refusal(makeWorkspace({ '.git/HEAD': '' }), 'csrs/*.csr', '**')).toContain(words);
  });
});
