import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from './csrs.ts';
import { canMount } from './mount.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;
/** A directory that nobody named. */
let elsewhere: string;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
  elsewhere = join(job.temp, '../elsewhere');
  mkdirSync(elsewhere);
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

type Run = Omit<Parameters<Job['run']>[0], 'env'> & { readonly env?: Readonly<Record<string, string | undefined>> };

/** The step with a role of the emulated account, handing over in `out` and keeping a ledger. */
function issue(inputs: Record<string, string> = {}, { env, ...options }: Run = {}): Promise<StepResult> {
  return job.run({
    ...options,
    inputs: {
      'csr-path': 'csrs/**/*',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'output-directory': 'out',
      ledger: 'ledger.jsonl',
      deliver: 'directory',
      ...inputs,
    },
    env: { ...emulator.env, ...env },
  });
}

function validate(inputs: Record<string, string>): Promise<StepResult> {
  return job.run({ inputs: { 'csr-path': 'csrs/**/*', mode: 'validate', ...inputs }, env: {} });
}

const messages = ({ annotations }: StepResult, level: string): string =>
  annotations
    .filter((annotation) => annotation.level === level)
    .map(({ file = '', message }) => `${file} ${message}`)
    .join('\n');

/** Refused with this message, and neither AWS nor the token service was asked for anything. */
function expectNothing(result: StepResult, message: RegExp): void {
  expect(messages(result, 'error')).toMatch(message);
  expect(result.log).not.toContain('bug in the action');
  expect(result.code).toBe(1);
  expect(emulator.iot.certificates()).toHaveLength(0);
  expect(emulator.sts.counters.AssumeRoleWithWebIdentity.calls).toBe(0);
}

const inWorkspace = (...path: string[]): string => join(job.workspace, ...path);

/** No file under a temporary name was left behind. */
function expectTidy(...directories: string[]): void {
  for (const directory of directories) {
    expect(readdirSync(directory).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }
}

describe('a link that a pull request put into the repository', () => {
  beforeEach(() => job.write('csrs/a.csr', toPem(makeCsr('a'))));

  it.each([
    ['the output directory', 'out'],
    ['a directory of certificates', 'out/csrs'],
    ['a certificate', 'out/csrs/a.pem'],
    ['the manifest', 'out/manifest.csv'],
    ['the ledger', 'ledger.jsonl'],
  ])('in the place of %s is refused, and nothing is written where it leads', async (_, place) => {
    mkdirSync(inWorkspace(place, '..'), { recursive: true });
    const target = /\.\w+$/.test(place) ? join(elsewhere, 'file') : elsewhere;
    symlinkSync(target, inWorkspace(place));
    expectNothing(await issue(), /is a link, to .*elsewhere.*; links are not followed there/);
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(lstatSync(inWorkspace(place)).isSymbolicLink()).toBe(true);
  });

  it('above the ledger is refused, and nothing is written where it leads', async () => {
    symlinkSync(elsewhere, inWorkspace('records'));
    expectNothing(await issue({ ledger: 'records/2026/ledger.jsonl' }), /ledger: .*records is a link/);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it.each(['x.sarif', 'reports/x.sarif'])(
    'at or above the SARIF file is a warning, and is not followed: %s',
    async (sarif) => {
      const first = sarif.split('/')[0] ?? '';
      writeFileSync(join(elsewhere, 'x.sarif'), 'mine');
      symlinkSync(first === sarif ? join(elsewhere, 'x.sarif') : elsewhere, inWorkspace(first));
      const result = await validate({ 'sarif-path': sarif });
      expect(messages(result, 'warning')).toMatch(/SARIF file could not be written.*is a link/);
      expect(result.code).toBe(0);
      expect(readFileSync(join(elsewhere, 'x.sarif'), 'utf8')).toBe('mine');
    },
  );

  it('under the names that temporary files could have is not written through', async () => {
    writeFileSync(join(elsewhere, 'victim'), 'mine');
    // Process ids of the coming processes.
    for (let pid = process.pid; pid < process.pid + 3_000; pid++) {
      symlinkSync(join(elsewhere, 'victim'), inWorkspace(`x.sarif.${pid}.tmp`));
    }
    expect((await validate({ 'sarif-path': 'x.sarif' })).code).toBe(0);
    expect(JSON.parse(readFileSync(inWorkspace('x.sarif'), 'utf8'))).toHaveProperty('version');
    expect(readFileSync(join(elsewhere, 'victim'), 'utf8')).toBe('mine');
  });
});

describe('a link outside of the workspace', () => {
  it('that is the ledger is kept: the file it leads to is replaced', async () => {
    await job.write('csrs/a.csr', toPem(makeCsr('a')));
    const volume = join(job.temp, '../volume');
    mkdirSync(volume);
    symlinkSync(join(volume, 'ledger.jsonl'), join(elsewhere, 'ledger'));
    const ledger = join(elsewhere, 'ledger');
    expect((await issue({ ledger })).code).toBe(0);
    expect(lstatSync(ledger).isSymbolicLink()).toBe(true);
    chmodSync(join(volume, 'ledger.jsonl'), 0o640);
    await job.write('csrs/b.csr', toPem(makeCsr('b')));
    expect((await issue({ ledger })).outputs['reused-count']).toBe('1');
    // Two certificates, and how far the ledger knows the account.
    expect(readFileSync(join(volume, 'ledger.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3);
    expect(lstatSync(join(volume, 'ledger.jsonl')).mode & 0o777).toBe(0o640);
    expectTidy(volume, elsewhere);
  });

  it('that leads to the output directory is followed', async () => {
    await job.write('csrs/a.csr', toPem(makeCsr('a')));
    symlinkSync(elsewhere, join(job.temp, '../link'));
    expect((await issue({ 'output-directory': join(job.temp, '../link') })).code).toBe(0);
    expect(readdirSync(join(elsewhere, 'csrs'))).toEqual(['a.pem']);
  });
});

describe('a layout of names that cannot be handed over is found before anything is created:', () => {
  it.each([
    ['a certificate where another needs a directory', ['a.csr', 'a.pem/b.csr'], /output-path-collision/],
    ['the same in other letters', ['a.csr', 'A.PEM/b/c.csr'], /output-path-collision/],
    ['a directory where the manifest goes', ['manifest.json/a.csr'], /output-path-illegal/],
    ['a directory where its table goes', ['Manifest.CSV/a.csr'], /output-path-illegal/],
    ['a directory where the journal goes', ['journal.jsonl/a.csr'], /output-path-illegal/],
    ['a device of Windows', ['nul.csr'], /output-path-illegal/],
    ['a directory that is a device of Windows', ['Com1.line/a.csr'], /output-path-illegal/],
    ['a directory that ends with a dot', ['line./a.csr'], /output-path-illegal/],
    ['a directory that ends with a space', ['line /a.csr'], /output-path-illegal/],
    ['a name of 256 bytes', [`${'x'.repeat(252)}.c`], /output-path-illegal/],
    ['a path of 4,100 bytes', [`${`${'d'.repeat(200)}/`.repeat(18)}a.csr`], /longer than this file system takes/],
  ])('%s', async (_, paths, message) => {
    for (const path of paths) await job.write(path, toPem(makeCsr(path.slice(0, 20))));
    // Longer than what the paths of the CSRs are relative to.
    const out = `${'o'.repeat(200)}/`.repeat(3);
    expectNothing(await issue({ 'csr-path': '**/*.c*', 'output-directory': join('../out', out) }), message);
  });

  it.each([
    ['the ledger is the manifest', { ledger: 'out/manifest.json' }],
    ['the ledger is a certificate', { ledger: 'out/csrs/A.pem' }],
    ['the ledger is where certificates need a directory', { ledger: 'out/csrs' }],
    ['the ledger is in a certificate', { ledger: 'out/csrs/a.pem/ledger.jsonl' }],
    ['the ledger is above the output directory', { ledger: 'out', 'output-directory': 'out/certificates' }],
    ['the ledger is the SARIF file', { ledger: 'out/x', 'sarif-path': 'out/X' }],
    ['the SARIF file is a certificate', { 'sarif-path': 'out/csrs/a.pem' }],
    ['the SARIF file is a CSR', { 'sarif-path': 'csrs/a.csr' }],
    ['the ledger is the SARIF file by a link', { ledger: '../elsewhere/x', 'sarif-path': '../elsewhere/y' }],
  ])('%s', async (_, inputs) => {
    await job.write('csrs/a.csr', toPem(makeCsr('a')));
    writeFileSync(join(elsewhere, 'x'), '');
    symlinkSync('x', join(elsewhere, 'y'));
    expectNothing(await issue(inputs), /lead to the same place/);
  });

  it('the SARIF file of a validation is the ledger, which stays', async () => {
    await job.write('csrs/a.csr', toPem(makeCsr('a')));
    await job.write('ledger.jsonl', '');
    const result = await validate({ ledger: 'ledger.jsonl', 'sarif-path': 'ledger.jsonl' });
    expect(messages(result, 'error')).toMatch(/lead to the same place/);
    expect(readFileSync(inWorkspace('ledger.jsonl'), 'utf8')).toBe('');
  });

  it('a name of 255 bytes is none of them', async () => {
    const name = 'x'.repeat(251);
    await job.write(`csrs/${name}.csr`, toPem(makeCsr('x')));
    expect((await issue()).code).toBe(0);
    expect(readdirSync(inWorkspace('out/csrs'))).toEqual([`${name}.pem`]);
    expectTidy(inWorkspace('out'), inWorkspace('out/csrs'));
  });
});

describe('what stands where something will be written is found before anything is created:', () => {
  beforeEach(() => job.write('csrs/a.csr', toPem(makeCsr('a'))));

  it.each([
    ['a directory in the place of a certificate', 'out/csrs/a.pem/', /a\.pem is a directory/],
    ['a file in the place of a directory of certificates', 'out/csrs', /csrs is not a directory/],
    ['a file in the place of the output directory', 'out', /out is not a directory/],
    ['a directory in the place of the manifest', 'out/manifest.json/', /manifest\.json is a directory/],
    ['a directory in the place of its table', 'out/manifest.csv/', /manifest\.csv is a directory/],
    [
      'a table that is somebody else’s',
      'out/manifest.csv',
      /manifest\.csv would be overwritten, and this action did not write it/,
    ],
    ['a directory in the place of the ledger', 'ledger.jsonl/', /ledger\.jsonl is a directory/],
  ])('%s', async (_, path, message) => {
    if (path.endsWith('/')) mkdirSync(inWorkspace(path), { recursive: true });
    else await job.write(path, 'mine');
    expectNothing(await issue(), message);
  });

  it.each([
    ['the ledger', 'ledger.jsonl'],
    ['the manifest', 'out/manifest.json'],
    ['its table', 'out/manifest.csv'],
    ['a certificate', 'out/csrs/a.pem'],
  ])('a FIFO in the place of %s, which nothing waits for', async (_, path) => {
    mkdirSync(inWorkspace(path, '..'), { recursive: true });
    execFileSync('mkfifo', [inWorkspace(path)]);
    expectNothing(await issue(), /is a FIFO/);
  });

  it('a FIFO as ledger is refused by validate, too', async () => {
    execFileSync('mkfifo', [inWorkspace('ledger.jsonl')]);
    expect(messages(await validate({ ledger: 'ledger.jsonl' }), 'error')).toMatch(/ledger\.jsonl is a FIFO/);
  });

  it('a device as ledger', async () => {
    expectNothing(await issue({ ledger: '/dev/zero' }), /\/dev\/zero is a device/);
  });

  it.skipIf(process.platform !== 'linux').each([
    ['output-directory', { 'output-directory': '/proc/x' }],
    ['output-directory', { 'output-directory': '/proc/self/x/y' }],
    ['ledger', { ledger: '/proc/x/ledger.jsonl' }],
  ])('a file system that takes no files: %s', async (input, inputs) => {
    expectNothing(await issue(inputs), new RegExp(`${input}: /proc/.* cannot be written`));
  });
});

describe.skipIf(process.getuid?.() !== 0)(
  'a place that the job’s user may not write to is found before anything is created:',
  () => {
    const NOBODY = 65_534;

    beforeEach(async () => {
      await job.write('csrs/a.csr', toPem(makeCsr('a')));
      execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, job.workspace, job.temp]);
    });

    it('the workspace, for the ledger', async () => {
      chownSync(job.workspace, 0, 0);
      const out = join(job.temp, 'out');
      expectNothing(
        await issue({ 'output-directory': out }, { uid: NOBODY }),
        /ledger: .* may not write there \(EACCES\)/,
      );
    });

    it('a directory of certificates', async () => {
      mkdirSync(inWorkspace('out/csrs'), { recursive: true });
      chownSync(inWorkspace('out'), NOBODY, NOBODY);
      expectNothing(await issue({}, { uid: NOBODY }), /output-directory: .*csrs\/a\.pem cannot be written/);
    });

    it('a ledger of somebody else in a directory where only owners replace files', async () => {
      writeFileSync(join(elsewhere, 'ledger.jsonl'), '');
      chmodSync(elsewhere, 0o1777);
      const ledger = join(elsewhere, 'ledger.jsonl');
      expectNothing(await issue({ ledger }, { uid: NOBODY }), /ledger\.jsonl cannot be written/);
      expectTidy(elsewhere);
    });

    it('several of them are named at once', async () => {
      chownSync(job.workspace, 0, 0);
      const result = await issue({}, { uid: NOBODY });
      expectNothing(result, /output-directory: [\s\S]*ledger: /);
      // A line each.
      const errors = result.annotations.filter(({ level }) => level === 'error');
      expect(errors.map(({ title }) => title)).toEqual(['output-directory', 'ledger']);
      expect(result.summary).toMatch(/^- \*\*output-directory.*\n- \*\*.*ledger/m);
    });

    it.each([
      ['the manifest', 'out/manifest.json', '{}'],
      ['a certificate', 'out/csrs/a.pem', 'somebody’s'],
      ['the ledger', 'ledger.jsonl', ''],
    ])('%s, which it may not read either', async (_, path, content) => {
      await job.write(path, content);
      execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, job.workspace]);
      chownSync(inWorkspace(path), 0, 0);
      chmodSync(inWorkspace(path), 0o600);
      const result = await issue({}, { uid: NOBODY });
      expect(messages(result, 'error')).toMatch(/cannot be read: the user that the job runs as may not read it/);
      expect(result.log).not.toContain('bug in the action');
      expect(emulator.iot.certificates()).toEqual([]);
    });

    it('the runner’s temporary directory, for the journal', async () => {
      chownSync(job.temp, 0, 0);
      expectNothing(await issue({}, { uid: NOBODY }), /RUNNER_TEMP: /);
    });

    it('with nothing in the way the same user gets the certificate', async () => {
      expect((await issue({}, { uid: NOBODY })).code).toBe(0);
      expect(emulator.iot.certificates()).toHaveLength(1);
    });
  },
);

describe.skipIf(!canMount)(
  'a disk that does not take what will be written is found before anything is created:',
  () => {
    const mounted: string[] = [];

    function mount(place: string, ...options: readonly string[]): void {
      execFileSync('mount', [...options, place]);
      mounted.push(place);
    }

    beforeEach(() => job.write('csrs/a.csr', toPem(makeCsr('a'))));

    afterEach(() => {
      for (const place of mounted.splice(0)) execFileSync('umount', [place]);
    });

    it('one that is read-only', async () => {
      mount(elsewhere, '-t', 'tmpfs', '-o', 'ro', 'tmpfs');
      const result = await issue({ 'output-directory': elsewhere, ledger: join(elsewhere, 'ledger.jsonl') });
      expectNothing(result, /output-directory: .*read-only[\s\S]*ledger: .*read-only/);
    });

    it('one that is full', async () => {
      mount(elsewhere, '-t', 'tmpfs', '-o', 'size=16k', 'tmpfs');
      writeFileSync(join(elsewhere, 'much'), Buffer.alloc(16_384));
      expectNothing(await issue({ ledger: join(elsewhere, 'ledger.jsonl') }), /ledger: .*the disk is full/);
      expectTidy(elsewhere);
    });

    it('a ledger that is mounted by itself, as into a container', async () => {
      const [ledger, host] = [join(elsewhere, 'a ledger.jsonl'), join(elsewhere, 'host.jsonl')];
      for (const file of [ledger, host]) writeFileSync(file, '');
      mount(ledger, '--bind', host);
      expectNothing(await issue({ ledger }), /ledger\.jsonl is mounted by itself/);
      expectTidy(elsewhere);
    });
  },
);

describe('a file of the runner that cannot be written', () => {
  beforeEach(() => job.write('csrs/a.csr', toPem(makeCsr('a'))));

  it.each(['GITHUB_STATE', 'GITHUB_OUTPUT'])('%s is found before anything is created', async (variable) => {
    expectNothing(
      await issue({}, { env: { [variable]: elsewhere } }),
      new RegExp(`${variable}: .*elsewhere cannot be written`),
    );
  });

  it.skipIf(!existsSync('/dev/full')).each(['GITHUB_STATE', 'GITHUB_OUTPUT'])(
    '%s on a full disk is found before anything is created',
    async (variable) => {
      expectNothing(
        await issue({}, { env: { [variable]: '/dev/full' } }),
        new RegExp(`${variable}: .*the disk is full`),
      );
    },
  );

  it('GITHUB_OUTPUT as a FIFO is found before anything is created, and nothing waits for a reader', async () => {
    const fifo = join(elsewhere, 'fifo');
    execFileSync('mkfifo', [fifo]);
    expectNothing(await issue({}, { env: { GITHUB_OUTPUT: fifo } }), /GITHUB_OUTPUT: .*nobody reads from it/);
  });

  it('RUNNER_TEMP that is a file is found before anything is created', async () => {
    const file = join(elsewhere, 'file');
    writeFileSync(file, '');
    const result = await issue({}, { env: { RUNNER_TEMP: file } });
    expectNothing(result, /RUNNER_TEMP: .*a part of its path is not a directory \(ENOTDIR\)/);
  });

  it('GITHUB_STEP_SUMMARY is a warning: the certificates are handed over', async () => {
    const result = await issue({}, { env: { GITHUB_STEP_SUMMARY: elsewhere } });
    expect(messages(result, 'warning').match(/job summary.*GITHUB_STEP_SUMMARY/g)).toHaveLength(1);
    expect(result.code).toBe(0);
    expect(result.outputs['created-count']).toBe('1');
  });

  it.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])(
    '%s leaves the verdict of a validation as it is',
    async (variable) => {
      const result = await job.run({
        inputs: { 'csr-path': 'csrs/*', mode: 'validate' },
        env: { [variable]: elsewhere },
      });
      expect(messages(result, 'warning')).toContain(variable);
      expect(result.code).toBe(0);
    },
  );
});

describe('a SARIF file that cannot be written', () => {
  it('is a warning: the certificates are handed over', async () => {
    await job.write('csrs/a.csr', toPem(makeCsr('a')));
    mkdirSync(inWorkspace('x.sarif'));
    const result = await issue({ 'sarif-path': 'x.sarif' });
    expect(messages(result, 'warning')).toMatch(/SARIF file could not be written.*x\.sarif is a directory/);
    expect(result.code).toBe(0);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });
});

describe('a hand-over that fails after certificates were created keeps no other from happening:', () => {
  beforeEach(async () => {
    emulator.configure({ quotas: { CreateCertificateFromCsr: { ratePerSecond: 2, burst: 1 } } });
    for (const name of ['a', 'b', 'c']) await job.write(`csrs/${name}.csr`, toPem(makeCsr(name)));
  });

  /** Hands over in every way. @param obstacle is put up once there is a certificate */
  function handOver(obstacle: () => void = () => {}): Promise<StepResult> {
    const permissions = { secrets: 'write', actions: 'read' } as const;
    const inputs = { deliver: 'artifact,secrets', 'github-token': emulator.createToken({ kind: 'app', permissions }) };
    return issue(inputs, {
      onStart() {
        const timer = setInterval(() => {
          if (emulator.iot.certificates().length === 0) return;
          clearInterval(timer);
          obstacle();
        }, 5);
      },
    });
  }

  const done = () => ({
    certificates: emulator.iot.certificates().length,
    artifacts: emulator.artifacts.uploaded().length,
    secrets: emulator.secrets.all().filter(({ name }) => !name.endsWith('INDEX')).length,
    ledger: lstatSync(inWorkspace('ledger.jsonl'), { throwIfNoEntry: false })?.isFile() ?? false,
    manifest: lstatSync(inWorkspace('out/manifest.json'), { throwIfNoEntry: false })?.isFile() ?? false,
  });
  const ALL = { certificates: 3, artifacts: 1, secrets: 3, ledger: true, manifest: true };

  function expectVerdict({ code, annotations, state }: StepResult, ...titles: readonly string[]): void {
    const errors = annotations.filter(({ level }) => level === 'error').map(({ title }) => title);
    expect(errors.sort()).toEqual([...titles].sort());
    expect(code).toBe(1);
    // The post step has something to do.
    expect(state).not.toHaveProperty('handed-over');
  }

  it('none of them', async () => {
    expect((await handOver()).code).toBe(0);
    expect(done()).toEqual(ALL);
  });

  it('the ledger', async () => {
    expectVerdict(await handOver(() => mkdirSync(inWorkspace('ledger.jsonl'))), 'ledger');
    expect(done()).toEqual({ ...ALL, ledger: false });
  });

  it('the manifest', async () => {
    expectVerdict(await handOver(() => mkdirSync(inWorkspace('out/manifest.json'))), 'manifest');
    expect(done()).toEqual({ ...ALL, manifest: false });
  });

  it('the artifact', async () => {
    emulator.artifacts.inject({ operation: 'CreateArtifact', kind: '403', count: 1 });
    expectVerdict(await handOver(), 'artifact-upload');
    expect(done()).toEqual({ ...ALL, artifacts: 0 });
  });

  it('the secrets', async () => {
    const result = await handOver(() => emulator.rest.inject({ operation: 'PutSecret', kind: '404' }));
    expectVerdict(result, 'secret-write');
    expect(done()).toEqual({ ...ALL, secrets: 0 });
  });

  it('the ledger and the artifact, which are both reported', async () => {
    emulator.artifacts.inject({ operation: 'CreateArtifact', kind: '403', count: 1 });
    const result = await handOver(() => mkdirSync(inWorkspace('ledger.jsonl')));
    expectVerdict(result, 'ledger', 'artifact-upload');
    expect(result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual([
      'ledger',
      'artifact-upload',
    ]);
    expect(result.summary).toContain('ledger');
    expect(done()).toEqual({ ...ALL, artifacts: 0, ledger: false });
  });
});
