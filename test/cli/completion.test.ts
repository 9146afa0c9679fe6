import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/command-line/command-table.ts';
import { SHELLS } from '../../src/command-line/shells.ts';
import { has, makeDirectory, runCli } from './run-cli.ts';

const directory = makeDirectory({ 'some.csr': '' });
afterAll(directory.remove);

const script = async (shell: string): Promise<string> => {
  const { code, stdout, stderr } = await runCli(['completion', shell], { cwd: directory.path });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

it.each(SHELLS)('the script for %s names every command and flag', async (shell) => {
  const text = await script(shell);
  for (const { name, flags } of COMMANDS) {
    expect(text).toContain(name.split(' ').at(-1));
    for (const flag of flags) expect(text).toMatch(new RegExp(`(--|-l )${flag.name}\\b`));
  }
});

describe.skipIf(!has('bash', '--version'))('bash completes', () => {
  it.each([
    [['val'], ['validate']],
    [['ledger', 'e'], ['export']],
    [['validate', '--allowed-k'], ['--allowed-key-types']],
    [['ledger', 'show', '--led'], ['--ledger']],
    [
      ['issue', '--on-invalid', ''],
      ['fail', 'skip'],
    ],
    [['completion', ''], [...SHELLS]],
    [['validate', 'so'], ['some.csr']],
    [['validate', '--ledger', 'so'], ['some.csr']],
  ])('%j', async (words, expected) => {
    const all = ['iot-certificates', ...words];
    const program = `${await script('bash')}
COMP_WORDS=(${all.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _iot_certificates; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['-c', program], { cwd: directory.path, encoding: 'utf8' });
    expect(stdout.split('\n').filter(Boolean)).toEqual(expected);
  });
});

it.skipIf(!has('zsh', '--version'))('zsh takes its script', async () => {
  directory.write('_script', await script('zsh'));
  const { status, stderr } = spawnSync(
    'zsh',
    ['-fc', 'autoload -U compinit && compinit -D && source ./_script && whence _iot_certificates'],
    {
      cwd: directory.path,
      encoding: 'utf8',
      env: { ...process.env, HOME: directory.path },
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

it.skipIf(!has('fish', '--version'))('fish completes a command and a flag', async () => {
  directory.write('script.fish', await script('fish'));
  const complete = (line: string) =>
    spawnSync('fish', ['-c', `source ${join(directory.path, 'script.fish')}; complete -C '${line}'`], {
      encoding: 'utf8',
      env: { ...process.env, HOME: directory.path },
    }).stdout;
  expect(complete('iot-certificates val')).toMatch(/^validate\b/m);
  expect(complete('iot-certificates ledger show --led')).toMatch(/^--ledger\b/m);
});

it.skipIf(!has('pwsh', '--version'))('PowerShell completes a command', async () => {
  directory.write('script.ps1', await script('powershell'));
  const line = 'iot-certificates val';
  const command = `. ./script.ps1; (TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`;
  const { stdout } = spawnSync('pwsh', ['-NoProfile', '-Command', command], { cwd: directory.path, encoding: 'utf8' });
  expect(stdout).toContain('validate');
});
