import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCsr, toPem } from '../csr/make-csr.ts';
import { CLI, has, makeDirectory, runCli } from './run-cli.ts';

const isWindows = process.platform === 'win32';

let directory: ReturnType<typeof makeDirectory>;
let running: ChildProcess | undefined;

beforeEach(() => {
  directory = makeDirectory({ 'csrs/a.csr': toPem(makeCsr({ subject: [['CN', 'a']] })) });
});

afterEach(async () => {
  running?.kill('SIGKILL');
  running = undefined;
  directory.remove();
});

/** Starts the emulator's command and waits for what it prints. */
async function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [CLI, 'emulator', ...args], { env: { PATH: process.env.PATH } });
  running = child;
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const isUp = () => /AWS_SECRET_ACCESS_KEY=.+\n/.test(texts.stdout) || texts.stdout.endsWith('}\n');
  await expect.poll(isUp, { timeout: 20_000 }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const env = Object.fromEntries(
    texts.stdout.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  return { ...texts, env, child, ended };
}

const issue = (env: Readonly<Record<string, string | undefined>>) =>
  runCli(['issue', 'csrs/*.csr', '--json'], { cwd: directory.path, env: { ...env, RUNNER_TEMP: directory.path } });

it.skipIf(isWindows)('the environment that it prints is all that issue needs, and Ctrl-C ends it with 0', async () => {
  const { env, child, ended } = await start('--region', 'eu-west-1');
  expect(env.AWS_REGION).toBe('eu-west-1');
  const { code, stdout } = await issue(env);
  expect(JSON.parse(stdout)).toMatchObject({ exitCode: 0, account: { region: 'eu-west-1' }, counts: { created: 1 } });
  expect(code).toBe(0);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

it.skipIf(isWindows)('the line for bash that it prints works when it is pasted', async () => {
  const { stderr } = await start();
  const [, line = ''] = /^bash, zsh:\n(.+)$/m.exec(stderr) ?? [];
  const { status, stdout } = spawnSync('bash', ['-c', line], {
    cwd: directory.path,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, TMPDIR: directory.path },
  });
  expect(stdout).toContain('1 created, ');
  expect(status).toBe(0);
});

it.skipIf(!has('pwsh', '--version'))('the line for PowerShell that it prints works when it is pasted', async () => {
  const { stderr } = await start();
  const [, line = ''] = /^PowerShell:\n(.+)$/m.exec(stderr) ?? [];
  const { status, stdout } = spawnSync('pwsh', ['-NoProfile', '-Command', line], {
    cwd: directory.path,
    encoding: 'utf8',
  });
  expect(stdout).toContain('1 created, ');
  expect(status).toBe(0);
});

it('as JSON it prints one document, and stays', async () => {
  const { stdout, child } = await start('--json');
  const document = JSON.parse(stdout);
  expect(document.env.AWS_REGION).toBe('us-east-1');
  expect(document.controlUrl).toMatch(/^http:/);
  expect(child.exitCode).toBeNull();
});

describe('flags', () => {
  it('of quotas and latency hold', async () => {
    const { env } = await start('--quota', 'CreateCertificateFromCsr=7/9', '--latency', '50+10');
    const state = await fetch(`${env.AWS_ENDPOINT_URL_IOT}/_control/state`).then((answer) => answer.json());
    expect(state).toMatchObject({ quotas: { CreateCertificateFromCsr: { ratePerSecond: 7, burst: 9 } } });
  });

  it('of faults make calls fail, and no certificate is lost or doubled', async () => {
    const { env } = await start(
      '--fault',
      'CreateCertificateFromCsr=reset,count=1,after-work',
      '--fault',
      'sts.*=reset,count=1',
    );
    const { code } = await issue(env);
    const { counters, certificates } = (await fetch(`${env.AWS_ENDPOINT_URL_IOT}/_control/state`).then((answer) =>
      answer.json(),
    )) as {
      counters: { iot: Record<string, { faulted: number }>; sts: Record<string, { faulted: number }> };
      certificates: number;
    };
    expect(code).toBe(0);
    expect(counters.iot.CreateCertificateFromCsr?.faulted).toBe(1);
    expect(certificates).toBe(1);
  });

  it('of a port that is in use end in one message', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { code, stdout, stderr } = await runCli(['emulator', '--port', String(port)], { cwd: directory.path });
    server.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^error: --port: Port ${port} is in use\\. [^\\n]*\\n$`));
  });
});
