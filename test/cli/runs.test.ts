import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { node24 } from '../e2e/step.ts';
import { CLI, has, makeDirectory, runCli, sh } from './run-cli.ts';

const pem = (name: string) => toPem(makeCsr({ subject: [['CN', name]] }));
const isWindows = process.platform === 'win32';

let directory: ReturnType<typeof makeDirectory>;

beforeEach(() => {
  directory = makeDirectory({ 'csrs/a.csr': pem('a'), 'csrs/b.csr': pem('b') });
});

afterEach(() => directory.remove());

const run = (...args: readonly string[]) => runCli(args, { cwd: directory.path });

it('a message whose code is the name of an input links to its explanation', async () => {
  const { code, stdout } = await run(
    'issue',
    '--output-directory',
    'csrs/a.csr',
    '--aws-region',
    'eu-west-1',
    '*/*.csr',
  );
  expect(code).toBe(1);
  expect(stdout).toContain('error: --output-directory: csrs/a.csr is not a directory.');
  expect(stdout).toContain('[output-directory] docs/messages.md#output-directory');
});

describe('words after validate', () => {
  it('come with flags for the names of certificates, which are tried', async () => {
    const { code, stdout } = await run('validate', '--file-name', '{ou}.pem', 'csrs/*.csr');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error: 2 files: It has no organizational unit, which --file-name uses/m);
  });

  it('are patterns in quotes, with what is left out', async () => {
    expect(await run('validate', 'csrs/*.csr')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^2 valid CSRs/m),
    });
    expect((await run('validate', 'csrs/*.csr', '!csrs/b.csr')).stdout).toMatch(/^1 valid CSR,/m);
  });

  it.skipIf(isWindows)('are names, as a shell makes them of a pattern, whatever their characters', async () => {
    const names = [
      'csrs/with space.csr',
      'csrs/[a]{b,c}.csr',
      'csrs/!x.csr',
      'csrs/line\nend.csr',
      'csrs/*.csr',
      '-d.csr',
    ];
    for (const name of names) directory.write(name, pem(name.replace('\n', ' ')));
    const { code, stdout } = await run('validate', 'csrs/a.csr', ...names.slice(0, -1), '--', '-d.csr');
    expect(stdout).toMatch(/^7 valid CSRs/m);
    expect(code).toBe(0);
  });

  it('are a pattern and names at once, each file counted once', async () => {
    expect((await run('validate', 'csrs/a.csr', 'csrs/*.csr')).stdout).toMatch(/^2 valid CSRs/m);
  });

  it('come from standard input or a file, by lines or by NUL', async () => {
    const by = (stdin: string, ...args: readonly string[]) =>
      runCli(['validate', ...args], { cwd: directory.path, stdin });
    expect((await by('csrs/a.csr\ncsrs/b.csr\n', '-')).stdout).toMatch(/^2 valid CSRs/m);
    expect((await by('csrs/a.csr\0csrs/b.csr\0', '--files-from', '-')).stdout).toMatch(/^2 valid CSRs/m);
    directory.write('list', 'csrs/b.csr\n');
    expect((await by('', '--files-from', 'list')).stdout).toMatch(/^1 valid CSR,/m);
    expect(await by(pem('x'), '-')).toMatchObject({ code: 2, stderr: expect.stringContaining('holds a PEM file') });
    expect(await by('', '-')).toMatchObject({ code: 2, stderr: expect.stringContaining('names no file') });
    expect(await by('', '--files-from', 'none')).toMatchObject({ code: 2, stderr: expect.stringContaining('ENOENT') });
  });

  it('may be more names than max-certificates allows a pattern', async () => {
    const csrs = Array.from({ length: 1_100 }, (_, index) => `many/${index}.csr`);
    const same = pem('same');
    for (const name of csrs) directory.write(name, same);
    const { stdout } = await run('validate', '--rules', 'public-key-duplicate=off', ...csrs);
    expect(stdout).toMatch(/^1,100 valid CSRs/m);
    const { stdout: tooMany } = await run('validate', 'many/*.csr');
    expect(tooMany).toContain('raise --max-certificates');
  });

  it('that match nothing, or lie elsewhere, are failures', async () => {
    const nothing = await run('validate', 'csr/*.csr');
    expect(nothing).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('The pattern csr/*.csr matches nothing'),
    });
    expect((await run('validate', join(directory.path, '../elsewhere.csr'))).code).toBe(1);
  });
});

describe('exit code and JSON document', () => {
  it('0 when all is well, and the log is on standard error', async () => {
    const { code, stdout, stderr } = await run('validate', '--json', 'csrs/*.csr');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'validate',
      exitCode: 0,
      counts: { files: 2, valid: 2, rejected: 0 },
    });
    expect(stderr).toContain('2 valid CSRs');
  });

  it('1 with findings, each with its file and rule', async () => {
    directory.write('csrs/c.csr', 'no CSR');
    const { code, stdout } = await run('validate', '--json', 'csrs/*.csr');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 1,
      counts: { files: 3, valid: 2, rejected: 1 },
      findings: [{ path: 'csrs/c.csr', rule: 'not-a-csr', severity: 'error' }],
      errors: [{ code: 'invalid-csrs' }],
    });
  });

  it('of plan, merge and the ledger commands', async () => {
    const planned = await run('plan', '--json', 'csrs/*.csr', '--parallel', '2', '--output-directory', 'shards');
    expect(JSON.parse(planned.stdout)).toMatchObject({ command: 'plan', exitCode: 0, parallel: 1, shards: ['1/1'] });
    const merged = await run('merge', '--json', 'shards', '--output-directory', 'out');
    expect(JSON.parse(merged.stdout)).toMatchObject({ command: 'merge', exitCode: 1 });
    const entry = {
      spkiSha256: 'a'.repeat(64),
      account: '123456789012',
      region: 'eu-west-1',
      certificateId: 'b'.repeat(64),
    };
    directory.write('ledger.jsonl', `${JSON.stringify({ ...entry, status: 'ACTIVE' })}\n`);
    const shown = await run('ledger', 'show', '--json', 'a'.repeat(64), '--ledger', 'ledger.jsonl');
    expect(JSON.parse(shown.stdout)).toMatchObject({ exitCode: 0, entries: [entry] });
    const none = await run('ledger', 'show', '--json', 'x', '--ledger', 'ledger.jsonl');
    expect(none.code).toBe(1);
    expect(JSON.parse(none.stdout)).toMatchObject({ exitCode: 1, entries: [] });
  });
});

describe('issue', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
  });

  afterEach(() => emulator.close());

  const env = () => ({
    ...emulator.env,
    ...emulator.accessKeys,
    AWS_REGION: emulator.region,
    RUNNER_TEMP: directory.path,
  });
  const issue = (...args: readonly string[]) => runCli(['issue', ...args], { cwd: directory.path, env: env() });

  it('ends with where the certificates are', async () => {
    const { code, stdout } = await issue('csrs/a.csr', 'csrs/b.csr');
    expect(code).toBe(0);
    const [, path = ''] = /The certificates are in (.+?)\.( |$)/m.exec(stdout) ?? [];
    expect(readdirSync(join(path, 'csrs')).sort()).toEqual(['a.pem', 'b.pem']);
    expect(stdout).toContain('They are INACTIVE');
  });

  it('has each certificate in its JSON document', async () => {
    const { stdout } = await issue('--json', 'csrs/*.csr', '--set-as-active');
    const { certificates, counts } = JSON.parse(stdout);
    expect(counts).toMatchObject({ created: 2 });
    const account = emulator.iot.certificates();
    expect(certificates.map(({ certificateId }: { certificateId: string }) => certificateId).sort()).toEqual(
      account.map(({ id }) => id).sort(),
    );
    for (const { file, status } of certificates) {
      expect(status).toBe('ACTIVE');
      expect(readFileSync(file, 'utf8')).toContain('BEGIN CERTIFICATE');
    }
  });

  it('registers devices, and has in its JSON document what became of each, and the plan before', async () => {
    const things = ['--json', 'csrs/*.csr', '--thing-name', '{name}', '--thing-attributes', 'cn={cn}'];
    const { stdout } = await issue(...things);
    const { certificates, counts } = JSON.parse(stdout);
    expect(counts).toMatchObject({ created: 2, registered: 2, notRegistered: 0 });
    expect(certificates.map(({ registration }: { registration: object }) => registration)).toEqual(
      ['a', 'b'].map((thing) => expect.objectContaining({ thing, result: 'registered', left: [] })),
    );
    const planned = await runCli(['validate', ...things], { cwd: directory.path, env: env() });
    const { registryPlan } = JSON.parse(planned.stdout);
    expect(registryPlan.devices.map(({ csr, action }: Record<string, string>) => [csr, action])).toEqual([
      ['csrs/a.csr', 'found'],
      ['csrs/b.csr', 'found'],
    ]);
  });

  it.skipIf(isWindows).each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends with what it has when %s comes, exit code %i', async (signal, expected) => {
    for (let device = 0; device < 40; device++) directory.write(`csrs/${device}.csr`, pem(`d-${device}`));
    emulator.configure({ latency: { fixedMs: 200, jitterMs: 0 } });
    const ended = runCli(['issue', 'csrs/*.csr', '--requests-per-second', '10', '--json'], {
      cwd: directory.path,
      env: env(),
      onStart: (child) => {
        const timer = setInterval(() => {
          if (emulator.iot.certificates().length < 5) return;
          clearInterval(timer);
          child.kill(signal);
        }, 20);
      },
    });
    const { code, stdout } = await ended;
    expect(code).toBe(expected);
    const { certificates, exitCode } = JSON.parse(stdout);
    expect(exitCode).toBe(expected);
    const created = certificates.filter(({ result }: { result: string }) => result === 'created');
    expect(created.length).toBe(emulator.iot.certificates().length);
    expect(created.length).toBeLessThan(42);
  });

  it.skipIf(isWindows)('hands over all when the reader of its output has gone', async () => {
    const child = spawn('sh', ['-c', `${sh(process.execPath)} ${sh(CLI)} issue 'csrs/*.csr' | true; exit 0`], {
      cwd: directory.path,
      env: { PATH: process.env.PATH, ...env() },
    });
    await new Promise((resolve) => child.on('close', resolve));
    await expect
      .poll(() => existsSync(join(directory.path, 'iot-certificates/manifest.json')), { timeout: 20_000 })
      .toBe(true);
    expect(emulator.iot.certificates()).toHaveLength(2);
  });
});

describe.skipIf(isWindows)('an output', () => {
  const shell = (script: string) => spawnSync('sh', ['-c', script], { cwd: directory.path, encoding: 'utf8' });
  const cli = `${sh(process.execPath)} ${sh(CLI)}`;

  it('whose reader has enough is no error', () => {
    const { stdout, stderr } = shell(`{ ${cli} validate --json csrs/*.csr; echo "code $?" >&2; } | head -c 5`);
    expect(stdout).toHaveLength(5);
    expect(stderr).toContain('code 0');
    expect(stderr).not.toContain('EPIPE');
  });

  it('that is closed is no error', () => {
    expect(shell(`${cli} validate csrs/*.csr >&-`)).toMatchObject({ status: 0, stderr: '' });
  });

  it.skipIf(!existsSync('/dev/full'))('that cannot be written is a failure', () => {
    const { status, stderr } = shell(`${cli} validate --json csrs/*.csr > /dev/full`);
    expect(stderr).toContain('error: The output could not be written.');
    expect(status).toBe(1);
  });
});

describe('demo ends with the report, not with a stack,', () => {
  it.each([
    ['for a pattern that matches nothing', ['--csr-path', 'nope/*.csr']],
    ['for a file that is no CSR', ['bad/x.csr']],
  ])('%s', async (_, args) => {
    directory.write('bad/x.csr', 'x');
    const { code, stdout, stderr } = await run('demo', ...args);
    expect(stdout).toContain('job summary');
    expect(stdout).toContain('No certificate was created.');
    expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it.skipIf(isWindows)('for a file that cannot be read', async () => {
    directory.write('bad/x.csr', pem('x'));
    chmodSync(join(directory.path, 'bad/x.csr'), 0o000);
    chmodSync(directory.path, 0o755);
    const asNobody = process.geteuid?.() === 0 ? { uid: 65_534 } : {};
    const { status, stdout } = spawnSync(node24, [CLI, 'demo', 'bad/x.csr'], {
      cwd: directory.path,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
      ...asNobody,
    });
    expect(stdout).toContain('bad/x.csr');
    expect(stdout).toContain('No certificate was created.');
    expect(stdout).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });
});

describe('on Node 20 no library prints a warning', () => {
  // Where npm starts these tests, the Node of node_modules runs them, and npm's own is the machine's.
  const node20 = [process.execPath, process.env.npm_node_execpath ?? 'node', 'node'].find((node) =>
    spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v20.'),
  );
  if (node20 === undefined) console.log('skipped what needs Node 20: there is none in PATH');
  const on20 = (...args: readonly string[]) => runCli(args, { cwd: directory.path, node: node20 ?? '' });

  it.skipIf(node20 === undefined)('in the demo, the job in it included', async () => {
    const { code, stderr } = await on20('demo', 'csrs/*.csr');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it.skipIf(node20 === undefined)('in validate', async () => {
    expect(await on20('validate', 'csrs/*.csr')).toMatchObject({ code: 0, stderr: '' });
  });

  it.skipIf(node20 === undefined)('while dozens of certificates wait to be activated', async () => {
    for (let device = 0; device < 40; device++) directory.write(`csrs/${device}.csr`, pem(`d-${device}`));
    const emulator = await startEmulator({ latency: { fixedMs: 300, jitterMs: 0 } });
    const env = { ...emulator.env, ...emulator.accessKeys, AWS_REGION: emulator.region, RUNNER_TEMP: directory.path };
    const args = ['issue', 'csrs/*.csr', '--set-as-active', 'after-delivery'];
    const { code, stderr } = await runCli(args, { cwd: directory.path, env, node: node20 ?? '' });
    await emulator.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('on a terminal', () => {
  const hasScript = !isWindows && has('script', '--version');
  const onTerminal = (words: string, environment = '') =>
    spawnSync(
      'script',
      ['-qec', `stty cols 60; ${environment} ${sh(process.execPath)} ${sh(CLI)} ${words}`, '/dev/null'],
      {
        cwd: directory.path,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, TERM: 'xterm' },
      },
    );

  it.skipIf(!hasScript)('errors have a colour, unless NO_COLOR or TERM=dumb say otherwise', () => {
    const red = '\u001b[1;31merror:';
    expect(onTerminal('validate nope').stdout).toContain(red);
    expect(onTerminal('validate nope', 'NO_COLOR=1').stdout).not.toContain('\u001b[');
    expect(onTerminal('validate nope', 'TERM=dumb').stdout).not.toContain('\u001b[');
  });

  it('and FORCE_COLOR gives it elsewhere', async () => {
    const { stdout } = await runCli(['validate', 'nope'], { cwd: directory.path, env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain('\u001b[1;31merror:');
    expect((await run('validate', 'nope')).stdout).not.toContain('\u001b');
  });

  it.skipIf(!hasScript)('a bar shows the progress with rate and time left, and is gone in the end', async () => {
    const emulator = await startEmulator();
    for (let device = 0; device < 30; device++) directory.write(`csrs/${device}.csr`, pem(`d-${device}`));
    const variables = { ...emulator.env, ...emulator.accessKeys, AWS_REGION: emulator.region };
    const settings = Object.entries(variables).map(([name, value]) => `${name}=${sh(value)}`);
    const words = "issue 'csrs/*.csr' --requests-per-second 20";
    const child = spawn(
      'script',
      ['-qec', `stty cols 60; ${settings.join(' ')} ${sh(process.execPath)} ${sh(CLI)} ${words}`, '/dev/null'],
      {
        cwd: directory.path,
        env: { PATH: process.env.PATH, TERM: 'xterm' },
      },
    );
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    await new Promise((resolve) => child.on('close', resolve));
    await emulator.close();
    const drawn = output.split('\r\u001b[2K');
    const bars = drawn.filter((text) => /^Created .* of 32\b.* left$/.test(text));
    expect(bars.length).toBeGreaterThan(3);
    expect(bars.at(-1)).toMatch(/\d+ %.*\/s, .* left$/);
    expect(Math.max(...bars.map((bar) => bar.length))).toBeLessThan(60);
    expect(drawn.at(-1)).toContain('32 created,');
  });
});
