import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { find } from '../emulator/programs.ts';
import { runWorkflow } from '../workflows/runner/run.ts';
import { startWorld, type World } from '../workflows/runner/world.ts';
import { shellBlocks, yamlBlock } from './shell-blocks.ts';

const root = join(import.meta.dirname, '../..');
const CLONED = 'https://github.com/OWNER/create-aws-iot-certificates-from-csrs.git';

let directory: string;
let world: World;
let env: NodeJS.ProcessEnv;

/** This working tree as the repository that a user clones. */
function publish(repository: string): void {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=o', '-c', 'user.email=o@example.com', ...args], { cwd: repository });
  };
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const path of files.toString('utf8').split('\0')) {
    if (path === '' || !existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(repository, path)), { recursive: true });
    cpSync(join(root, path), join(repository, path));
  }
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All of it');
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'new-user-'));
  const published = join(directory, 'published');
  mkdirSync(published);
  publish(published);
  world = await startWorld();
  world.commit({ 'README.md': 'Devices' });
  const person = { NAME: 'A user', EMAIL: 'user@example.com' };
  env = {
    PATH: `${world.programs}:${process.env.PATH}`,
    HOME: directory,
    TMPDIR: directory,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `url.${published}.insteadOf`,
    GIT_CONFIG_VALUE_0: CLONED,
    ...Object.fromEntries(Object.entries(person).map(([name, value]) => [`GIT_AUTHOR_${name}`, value])),
    ...Object.fromEntries(Object.entries(person).map(([name, value]) => [`GIT_COMMITTER_${name}`, value])),
  };
});

afterAll(async () => {
  await world.close();
  rmSync(directory, { recursive: true, force: true });
});

/** Types the commands into a shell; the first that fails ends it. */
function type(commands: readonly string[], cwd: string): { readonly code: number | null; readonly printed: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', commands.join('\n')], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 110_000,
  });
  return { code: status, printed: stdout + stderr };
}

const hasPrograms = ['bash', 'git', 'openssl'].every((program) =>
  find(program, [program === 'openssl' ? 'version' : '--version']),
);

describe.skipIf(!hasPrograms)('a new user with README alone', () => {
  it('finds every command of README in these tests', () => {
    const used = ['Try it on your machine', 'See both work'].flatMap((heading) => shellBlocks('README.md', heading));
    const all = readFileSync(join(root, 'README.md'), 'utf8').matchAll(/^```(?:sh|bash|console|shell)$/gm);
    expect([...all]).toHaveLength(used.length);
  });

  it('sees the demo, validates a CSR, and gets a certificate for it from the emulator', () => {
    const [clone = '', validate = '', issue = '', ...more] = shellBlocks('README.md', 'Try it on your machine');
    expect(more).toEqual([]);
    // The emulator is stopped by the last command; "issue" is repeated before that, as the text says.
    const again = issue.split('\n').find((line) => line.includes('cli.js issue')) ?? '';
    const twice = issue.replace(/^kill /m, `${again}\nkill `);
    const { code, printed } = type([clone, 'echo "== validate"', validate, 'echo "== issue"', twice], directory);
    expect(code, printed).toBe(0);
    const [demo = '', validated = '', issued = ''] = printed.split(/^== \w+$/m);
    expect(demo).toContain('7 AWS IoT certificates for 8 CSRs');
    expect(demo).toContain('AWS IoT holds 7 certificates for 7 keys');
    // A summary for a terminal: nothing is left of Markdown.
    expect(demo).not.toMatch(/:--|```|<\/?details>|&#\d+;/);
    expect(validated).not.toMatch(/error/i);
    expect(issued).toMatch(/subject=O ?= ?Example, CN ?= ?gateway/);
    const fleet = join(directory, 'create-aws-iot-certificates-from-csrs/fleet');
    const { certificates } = JSON.parse(readFileSync(join(fleet, 'iot-certificates/manifest.json'), 'utf8')) as {
      readonly certificates: readonly { readonly csrPath: string; readonly result: string }[];
    };
    expect(certificates.map(({ csrPath, result }) => [csrPath, result])).toEqual([['csrs/gateway.csr', 'reused']]);
    expect(existsSync(join(fleet, 'iot-certificates/report.html'))).toBe(true);
  });

  it('has a pull request checked, and its certificate issued when it is merged', async () => {
    const checkout = join(directory, 'device-fleet');
    execFileSync('git', ['clone', '--quiet', world.repository, checkout], { env });
    const check = yamlBlock('README.md', 'Check pull requests');
    const issue = yamlBlock('README.md', 'Issue certificates').replace(
      'issue-device-certificates',
      'certificate-issuer',
    );
    for (const workflow of [check, issue]) {
      const [, path = ''] = /^# (\.github\/workflows\/\S+)\n/.exec(workflow) ?? [];
      mkdirSync(dirname(join(checkout, path)), { recursive: true });
      writeFileSync(join(checkout, path), workflow);
    }
    mkdirSync(join(checkout, 'csrs'));
    const made = join(directory, 'create-aws-iot-certificates-from-csrs/fleet/csrs/gateway.csr');
    copyFileSync(made, join(checkout, 'csrs/gateway.csr'));

    const { code, printed } = type(shellBlocks('README.md', 'See both work'), checkout);
    expect(code, printed).toBe(0);
    expect(world.recorded()).toContainEqual(['gh', 'pr', 'create', '--fill']);
    const pushed = (path: string): string => world.read(path, 'gateway') ?? '';

    // What the pull request would be merged to.
    const paths = ['.github/workflows/validate.yml', '.github/workflows/issue.yml', 'csrs/gateway.csr'];
    world.commit(Object.fromEntries(paths.map((path) => [path, pushed(path)])));
    const common = { world, vars: {}, secrets: {} };
    const yaml = pushed('.github/workflows/validate.yml');
    const checked = await runWorkflow({ ...common, yaml, event: { name: 'pull_request', changed: paths } });
    expect(checked.conclusion, JSON.stringify(checked.jobs)).toBe('success');
    expect(world.emulator.iot.certificates()).toHaveLength(0);

    const merged = await runWorkflow({
      ...common,
      yaml: pushed('.github/workflows/issue.yml'),
      event: { name: 'push', changed: paths },
    });
    expect(merged.conclusion, JSON.stringify(merged.jobs)).toBe('success');
    const subjects = world.emulator.iot.certificates().map(({ pem }) => new X509Certificate(pem).subject);
    expect(subjects).toEqual(['O=Example\nCN=gateway']);
    expect(world.emulator.artifacts.uploaded().map(({ name }) => name)).toEqual(['iot-certificates']);
  });
});
