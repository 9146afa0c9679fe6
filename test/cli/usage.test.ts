import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/command-line/command-table.ts';
import { flagOf, INPUTS_OF } from '../../src/command-line/flag-table.ts';
import INPUT_TABLE from '../../src/inputs/input-table.json' with { type: 'json' };
import { makeDirectory, runCli } from './run-cli.ts';

const directory = makeDirectory();
afterAll(directory.remove);

const run = (...args: readonly string[]) => runCli(args, { cwd: directory.path });

describe('help', () => {
  it('lists every command, and exit code 0', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, stdout, stderr } = await run(...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      for (const { name } of COMMANDS) expect(stdout).toContain(`  ${name.split(' ')[0]}`);
    }
  });

  it.each(COMMANDS.map(({ name, flags }) => [name, flags] as const))(
    'of %s has each of its flags',
    async (name, flags) => {
      for (const help of ['--help', '-h']) {
        const { code, stdout, stderr } = await run(...name.split(' '), help);
        expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
        for (const flag of flags) expect(stdout).toContain(`--${flag.name}`);
        expect(stdout).toContain('Examples:');
      }
    },
  );

  it('without a command goes to standard error, with exit code 2', async () => {
    const { code, stdout, stderr } = await run();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('validate');
  });

  it('is no wider than the terminal', async () => {
    const { stdout } = await run('validate', '--help');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90);
  });
});

it('--version prints the version of package.json', async () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'));
  for (const flag of ['--version', '-V']) expect(await run(flag)).toMatchObject({ code: 0, stdout: `${version}\n` });
});

describe('flags of inputs', () => {
  it('are all inputs of the action but mode and those of revoke and retire alone, for issue', () => {
    const retire = ['confirmed', 'retire-things', 'retire-unconfirmed', 'retire-after', 'retire-to', 'retire-wait'];
    expect(['mode', 'revoke', 'dry-run', ...retire, ...INPUTS_OF.issue].sort()).toEqual(
      Object.keys(INPUT_TABLE).sort(),
    );
  });

  it('say what action.yml says', () => {
    expect(flagOf('allowed-key-types').description).toBe(INPUT_TABLE['allowed-key-types'].description);
    expect(flagOf('role-duration-seconds').default).toBe(INPUT_TABLE['role-duration-seconds'].default);
  });
});

describe('a wrong command line ends with exit code 2, and standard error says', () => {
  it.each([
    [['valdate'], 'There is no command valdate. Did you mean validate?'],
    [['frobnicate'], 'There is no command frobnicate.\n'],
    [['ledger', 'mrge', 'a'], 'There is no command mrge. Did you mean merge?'],
    [['validate', '--csr-pth', 'x'], 'validate has no flag --csr-pth. Did you mean --csr-path?'],
    [['validate', '--allowed-key-typ=EC', 'x'], 'Did you mean --allowed-key-types?'],
    [['validate', '--frobnicate', 'x'], 'validate has no flag --frobnicate.\n'],
    [['validate', '--artifact-name', 'x'], 'validate has no flag --artifact-name. It is one of issue.'],
    [['validate', '--mode', 'issue'], 'There is no flag --mode: the command says what is done.'],
    [['validate', 'x', '--rules'], 'The flag --rules needs a value.'],
    [['validate'], 'validate needs to know which CSRs'],
    [['audit', 'x'], 'audit takes no words besides its flags.'],
    [['ledger', 'show', 'a', 'b', '--ledger', 'l'], 'ledger show takes one device, and there are more.'],
    [['ledger', 'show', 'a'], 'ledger show needs the flag --ledger.'],
    [['ledger'], 'ledger is followed by one of its commands.'],
    [['merge'], 'merge needs a directory.'],
    [['plan', 'x', '--parallel', '0'], '--parallel: "0" is not allowed; allowed: a whole number from 1 to 256.'],
    [['completion', 'csh'], 'There is no completion for csh; there is for bash, zsh, fish, powershell.'],
    [['emulator', '--port', '65536'], '--port: "65536" is not allowed'],
    [['emulator', '--port', 'http'], '--port: "http" is not allowed'],
    [['emulator', '--quota', 'Foo=1'], '--quota: "Foo=1" is not allowed'],
    [['emulator', '--latency', 'slow'], '--latency: "slow" is not allowed'],
    [['emulator', '--fault', 'CreateCertificateFromCsr=nothing'], '--fault: kind: one of '],
    [['emulator', '--fault', 'CreateCertificateFromCsr'], '--fault: "CreateCertificateFromCsr" is not allowed'],
    [['validate', 'x', '--shard', '3/2'], '--shard: "3/2" is not allowed'],
    [['validate', 'x', '--max-certificates', 'many'], '--max-certificates: "many" is not allowed'],
    [['validate', 'x', '--thing-groups', 'a', '--thing-groups', 'b'], '--thing-groups: It is about things'],
    [
      [
        'validate',
        'x',
        '--thing-name',
        '{name}',
        ...['a', 'b', 'c', 'd'].flatMap((one) => ['--thing-attributes', `${one}=1`]),
      ],
      'A thing without a type has 3 attributes at most, not 4.',
    ],
    [
      ['validate', 'x', '--policies', 'fleet', '--policies', 'Admin', '--allowed-policies', 'fleet*'],
      '--policies: Admin is none of `--allowed-policies`.',
    ],
    [['issue', 'x'], '--aws-region: It is required, since AWS_REGION is not set.'],
    [
      ['issue', 'x', '--secret-environment', 'e'],
      '--secret-environment: It is only used with `--secret-scope environment`.',
    ],
  ])('%j', async (args, said) => {
    const { code, stdout, stderr } = await run(...args);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain('INPUT_');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('each mistake on a line of its own', async () => {
    const { stderr } = await run('validate', 'x', '--shard', '9/2', '--rules', 'nope=error');
    expect(stderr.split('\n').filter((line) => line.startsWith('error: --'))).toHaveLength(2);
  });

  it('as JSON, too, with --json', async () => {
    const unknown = await run('validate', '--json', '--nope');
    expect(JSON.parse(unknown.stdout)).toMatchObject({ exitCode: 2, messages: [{ level: 'error' }] });
    const value = await run('validate', '--json', 'x', '--shard', '9/2');
    expect(JSON.parse(value.stdout)).toMatchObject({
      command: 'validate',
      exitCode: 2,
      messages: [{ code: 'inputs' }],
    });
  });
});
