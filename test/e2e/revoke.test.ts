import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeRsaCsr, randomPrime } from '../csr/rsa-keys.ts';
import { cliInJob } from './cli-in-job.ts';
import { makeCsr, toPem } from './csrs.ts';
import { type Job, type StepResult, startJob } from './step.ts';
import { cancelWhen, signalWhen } from './table-fleet.ts';

const update = 'UpdateCertificate' as const;
const REAL = { 'dry-run': 'false' };

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  [emulator, job] = await Promise.all([startEmulator(), startJob()]);
});

afterEach(() => Promise.all([job.close(), emulator.close()]));

type Inputs = Readonly<Record<string, string>>;

interface Line {
  readonly certificateId: string;
  readonly csrPath: string | null;
  readonly status: string | null;
  readonly spkiSha256: string;
}

function step(inputs: Inputs, more: Partial<Parameters<Job['run']>[0]> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'request-timeout-seconds': '2',
      ledger: 'fleet.jsonl',
      ...inputs,
    },
    ...more,
    env: { ...emulator.env, GITHUB_RUN_ID: '100', ...more.env },
  });
}

/** Issues certificates for CSRs in a directory, by a workflow run. */
async function issue(directory: string, count: number, env: Inputs = {}, inputs: Inputs = {}): Promise<void> {
  for (let n = 0; n < count; n++) await job.write(`${directory}/${n}.csr`, toPem(makeCsr(`${directory}-${n}`)));
  const result = await step({ 'csr-path': `${directory}/*.csr`, deliver: 'directory', ...inputs }, { env });
  expect(result.code, result.log).toBe(0);
}

/** Issues a certificate for a key that no other is compared with, and adds its line to the ledger. */
async function issueRsa(name: string, factors: readonly bigint[], account = emulator): Promise<void> {
  await job.write(`${name}/key.csr`, toPem(makeRsaCsr({ factors }, { subject: [['CN', name]] })));
  const alone = {
    ledger: `${name}.jsonl`,
    'output-directory': `${name}-certificates`,
    'role-to-assume': account.roleArn,
  };
  const result = await step({ 'csr-path': `${name}/*.csr`, deliver: 'directory', ...alone }, { env: account.env });
  expect(result.code, result.log).toBe(0);
  if (account !== emulator) await account.close();
  const before = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8').catch(() => '');
  await job.write('fleet.jsonl', before + (await readFile(join(job.workspace, `${name}.jsonl`), 'utf8')));
}

function revoke(selectors: string | readonly string[], inputs: Inputs = {}, more = {}): Promise<StepResult> {
  return step({ mode: 'revoke', revoke: [selectors].flat().join('\n'), ...inputs }, more);
}

async function ledger(): Promise<readonly Line[]> {
  const text = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
  const lines = text.trim().split('\n');
  return lines.map((line) => JSON.parse(line)).filter(({ type }) => type === undefined);
}

async function idOf(path: string): Promise<string> {
  return (await ledger()).find(({ csrPath }) => csrPath === path)?.certificateId ?? '';
}

/** Paths of the CSRs whose certificates are revoked in the account. */
async function revokedPaths(): Promise<readonly string[]> {
  const revoked = new Set(revokedIds());
  const lines = (await ledger()).filter(({ certificateId }) => revoked.has(certificateId));
  return lines.map(({ csrPath }) => csrPath ?? '').sort();
}

function revokedIds(): readonly string[] {
  return emulator.iot.certificates().flatMap(({ id, status }) => (status === 'REVOKED' ? [id] : []));
}

/** The ledger says of each certificate what the account does, where one of them says REVOKED. */
async function expectLedgerTrue(): Promise<void> {
  const inLedger = (await ledger()).filter(({ status }) => status === 'REVOKED');
  expect(inLedger.map(({ certificateId }) => certificateId).sort()).toEqual([...revokedIds()].sort());
}

describe('a dry run', () => {
  it('is what a run without dry-run is: it lists what would be revoked, changes nothing, and succeeds', async () => {
    await issue('csrs', 3);
    const before = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
    const result = await revoke('run=100');
    expect(result.code, result.log).toBe(0);
    expect(revokedIds()).toEqual([]);
    expect(await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8')).toBe(before);
    expect(result.outputs).toMatchObject({ 'selected-count': '3', 'revoked-count': '0' });
    expect(result.summary).toContain('Dry run&#58; 3 certificates would be revoked');
    for (const { certificateId, csrPath } of await ledger()) {
      expect(result.summary).toContain(certificateId);
      expect(result.log).toContain(`${certificateId} ${csrPath}: INACTIVE, issued on `);
    }
    expect(result.summary).toContain('| run=100 | 3 |');
    const [notice] = result.annotations;
    expect(notice).toMatchObject({ level: 'notice', title: 'dry-run' });
    expect(notice?.message).toContain('set `dry-run: false`');
    expect(result.state.journal).toBeUndefined();
  });

  it('warns where max-certificates would stop the run that revokes', async () => {
    await issue('csrs', 3);
    const dry = await revoke('run=100', { 'max-certificates': '2' });
    expect(dry.code).toBe(0);
    expect(dry.annotations.map(({ title }) => title)).toContain('too-many-selected');
    const real = await revoke('run=100', { 'max-certificates': '2', ...REAL });
    expect(real.code).toBe(1);
    expect(real.annotations.at(-1)?.message).toContain('3 certificates are selected, and max-certificates allows 2');
    expect(revokedIds()).toEqual([]);
  });
});

describe('a run that revokes', () => {
  it('revokes in the account and in the ledger, and the keys get no other certificate', async () => {
    await issue('csrs', 3, {}, { 'set-as-active': 'true' });
    await issue('later', 1, { GITHUB_RUN_ID: '101' });
    const result = await revoke('run=100', { ...REAL, report: 'report.html' });
    expect(result.code, result.log).toBe(0);
    expect(result.outputs).toMatchObject({ 'selected-count': '3', 'revoked-count': '3' });
    expect(await revokedPaths()).toEqual(['csrs/0.csr', 'csrs/1.csr', 'csrs/2.csr']);
    await expectLedgerTrue();
    expect(result.summary).toContain('✅ 3 certificates revoked');
    expect(result.summary).toContain('ACTIVE');
    expect(result.log).toMatch(/3 certificates selected: 3 revoked in /);
    expect(await readFile(join(job.workspace, 'report.html'), 'utf8')).toContain('Revoked');
    const post = await step({ mode: 'revoke', revoke: 'run=100', ...REAL }, { script: 'post', state: result.state });
    expect(post.log).toContain('nothing left to do');
    const again = await step({ 'csr-path': 'csrs/*.csr', deliver: 'directory' });
    expect(again.code).toBe(1);
    expect(again.annotations.at(-1)).toMatchObject({ title: 'key-revoked' });
    // Once more: there is nothing left to revoke, which is no mistake.
    const second = await revoke('run=100', REAL);
    expect(second.code, second.log).toBe(0);
    expect(second.outputs).toMatchObject({ 'selected-count': '0', 'revoked-count': '0' });
    expect(second.summary).toContain('3 revoked before');
  });

  it('joins selectors of one kind, and narrows by those of another', async () => {
    await issue('line-1', 2, { GITHUB_RUN_ID: '1' });
    await issue('line-2', 2, { GITHUB_RUN_ID: '2' });
    await issue('line-3', 2, { GITHUB_RUN_ID: '3' });
    const result = await revoke(['run=1', 'run=2', 'path=line-*/0.csr', 'issued-after=2020-01-01'], REAL);
    expect(result.code, result.log).toBe(0);
    expect(await revokedPaths()).toEqual(['line-1/0.csr', 'line-2/0.csr']);
    await expectLedgerTrue();
    const none = await revoke(['run=1', 'path=line-2/**'], REAL);
    expect(none.code).toBe(1);
    expect(none.annotations.at(-1)).toMatchObject({ title: 'nothing-selected' });
    expect(none.annotations.at(-1)?.message).toContain('meets all of the selectors');
    const early = await revoke(['run=3', 'issued-before=2020-01-01'], REAL);
    expect(early.annotations.at(-1)).toMatchObject({ title: 'nothing-selected' });
    expect(await revokedPaths()).toHaveLength(2);
  });

  it('names a selector that selects nothing beside those that do', async () => {
    await issue('csrs', 1);
    const result = await revoke(['run=100', 'run=999'], REAL);
    expect(result.code, result.log).toBe(0);
    expect(result.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        title: 'selector-unmet',
        message: expect.stringContaining('run=999'),
      }),
    ]);
  });

  it('refuses the beginning of a commit that is that of two', async () => {
    await issue('csrs', 1, { GITHUB_SHA: `abcdef1${'0'.repeat(33)}` });
    await issue('more', 1, { GITHUB_SHA: `abcdef1${'1'.repeat(33)}` });
    const result = await revoke('commit=abcdef1', REAL);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'revoke-selector' });
    expect(revokedIds()).toEqual([]);
    expect((await revoke('commit=ABCDEF11', REAL)).code).toBe(0);
    expect(await revokedPaths()).toEqual(['more/0.csr']);
  });

  it('finds keys that share a prime, of certificates that the account holds', async () => {
    const [p, q, r, s] = [randomPrime(1024), randomPrime(1024), randomPrime(1024), randomPrime(1024)];
    await issueRsa('one', [p, q]);
    await issueRsa('two', [p, r]);
    await issueRsa('three', [s, randomPrime(1024)]);
    await issue('ec', 1);
    const result = await revoke('rule=rsa-shared-factor', REAL);
    expect(result.code, result.log).toBe(0);
    expect(await revokedPaths()).toEqual(['one/key.csr', 'two/key.csr']);
    await expectLedgerTrue();
    const healthy = await revoke('rule=rsa-roca', REAL);
    expect(healthy.annotations.at(-1)).toMatchObject({ title: 'nothing-selected' });
    // A line with a key that was made to speak against an honest one, of a certificate that this account does not hold.
    await issueRsa('four', [s, randomPrime(1024)], await startEmulator());
    const forged = await revoke('rule=rsa-shared-factor', REAL);
    expect(forged.code, forged.log).toBe(0);
    expect(await revokedPaths()).toEqual(['one/key.csr', 'two/key.csr']);
  });

  it('takes certificates by their ids, from lines and from a list, without a ledger', async () => {
    await issue('csrs', 4);
    const [first, second, third] = [await idOf('csrs/0.csr'), await idOf('csrs/1.csr'), await idOf('csrs/2.csr')];
    await job.write('lost.txt', `# stolen in March\n${second}\n\n${third.toUpperCase()} # the van\n`);
    const result = await revoke([`certificate-id=${first}`, 'file=lost.txt'], { ledger: '', ...REAL });
    expect(result.code, result.log).toBe(0);
    expect([...revokedIds()].sort()).toEqual([first, second, third].sort());
    // The next run with the ledger makes that true.
    const later = await revoke([`certificate-id=${first}`, 'file=lost.txt'], REAL);
    expect(later.summary).toContain('3 revoked before');
    await expectLedgerTrue();
  });

  it('warns of an id that the account does not hold, and fails when it holds none of them', async () => {
    await issue('csrs', 1);
    const unknown = 'f'.repeat(64);
    const result = await revoke([`certificate-id=${await idOf('csrs/0.csr')}`, `certificate-id=${unknown}`], REAL);
    expect(result.code, result.log).toBe(0);
    expect(result.annotations).toEqual([expect.objectContaining({ level: 'warning', title: 'not-in-account' })]);
    expect(revokedIds()).toHaveLength(1);
    const none = await revoke(`certificate-id=${unknown}`, { ledger: '', ...REAL });
    expect(none.code).toBe(1);
    expect(none.annotations.at(-1)).toMatchObject({ title: 'nothing-selected' });
  });

  it('refuses a list that is none', async () => {
    await job.write('list.txt', 'certificate-id,status\n');
    const wrong = await revoke('file=list.txt', { ledger: '' });
    expect(wrong.annotations.at(-1)?.message).toContain('Line 1 is not the id of a certificate');
    await job.write('list.txt', '\n');
    expect((await revoke('file=list.txt', { ledger: '' })).annotations.at(-1)?.message).toContain('is empty');
    expect((await revoke('file=none.txt', { ledger: '' })).annotations.at(-1)?.message).toContain('does not exist');
  });

  it('refuses to run without selectors, and without a ledger that they need', async () => {
    await issue('csrs', 1);
    for (const [selectors, inputs, says] of [
      ['', {}, 'revoke: It is required'],
      ['certificate-id=', {}, 'is not allowed'],
      ['path=', {}, 'is not allowed'],
      ['path=!csrs/**', {}, 'is not allowed'],
      ['runs=5', {}, 'Did you mean run?'],
      ['rule=sha1-signature', {}, 'a rule on keys'],
      ['issued-after=yesterday', {}, 'ISO 8601'],
      ['issued-after=2026-02-02\nissued-before=2026-01-01', {}, 'in this time'],
      ['issued-after=2026-01-01\nissued-after=2026-02-01', {}, 'is there twice'],
      ['run=100', { ledger: '' }, 'ledger: It is required'],
      ['issued-after=2026-01-01', { ledger: '' }, 'ledger: It is required'],
    ] as const) {
      const result = await revoke(selectors, { ...REAL, ...inputs });
      expect(result.code).toBe(1);
      expect(result.annotations.map(({ message }) => message).join('\n'), selectors).toContain(says);
    }
    expect(revokedIds()).toEqual([]);
  });
});

it('what only revokes is refused in another mode, which would issue', async () => {
  await job.write('csrs/0.csr', toPem(makeCsr('0')));
  for (const inputs of [{ revoke: 'run=100' }, { 'dry-run': 'true' }]) {
    const result = await step({ 'csr-path': 'csrs/*.csr', ...inputs });
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('only used with');
  }
  expect(emulator.iot.certificates()).toEqual([]);
});

describe('a ledger that somebody has written', () => {
  it('cannot get the certificate of another key revoked', async () => {
    await issue('csrs', 2);
    await emulator.iot.plant(toPem(makeCsr('somebody else')), 1, 0);
    const foreign = emulator.iot.certificates().at(-1)?.id ?? '';
    const [own, other] = await ledger();
    const forged = [
      // Of this key, with the id of a certificate of another key.
      { ...own, certificateId: foreign, certificatePem: null },
      // The same with the PEM of its own certificate beside it.
      { ...other, certificateId: foreign },
    ];
    const text = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
    await job.write('fleet.jsonl', text + forged.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const result = await revoke('run=100', REAL);
    expect(result.code).toBe(1);
    expect(emulator.iot.certificates().find(({ id }) => id === foreign)?.status).toBe('ACTIVE');
    expect([...revokedIds()].sort()).toEqual([own?.certificateId, other?.certificateId].sort());
    expect(result.annotations.filter(({ title }) => title === 'record-contradicted')).toHaveLength(2);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'revoke-incomplete' });
    const lines = await ledger();
    expect(lines.filter(({ certificateId }) => certificateId === foreign).map(({ status }) => status)).not.toContain(
      'REVOKED',
    );
  });

  it('has no text that acts in log, summary and report', async () => {
    await issue('csrs', 1);
    const [line] = await ledger();
    const evil = '::error::x](javascript:alert(1))<img src=x>|##[group]\n::warning::y';
    await job.write('fleet.jsonl', `${JSON.stringify({ ...line, csrPath: evil, thingName: 'device-7' })}\n`);
    const result = await revoke('run=100', { report: 'report.html' });
    expect(result.code, result.log).toBe(0);
    expect(result.annotations.map(({ title }) => title)).toEqual(['dry-run']);
    expect(result.summary).toContain('| device-7 |');
    expect(result.summary).not.toContain('<img');
    expect(result.summary).not.toContain('](javascript');
    expect(await readFile(join(job.workspace, 'report.html'), 'utf8')).not.toContain('<img src=x>');
  });

  it('of another account or region is left out', async () => {
    await issue('csrs', 1);
    const [line] = await ledger();
    await job.write('fleet.jsonl', `${JSON.stringify({ ...line, region: 'eu-central-1' })}\n`);
    const result = await revoke('run=100', REAL);
    expect(result.annotations.at(-1)).toMatchObject({ title: 'nothing-selected' });
    expect(revokedIds()).toEqual([]);
  });
});

describe('a run that does not come to its end', () => {
  const SLOWLY = { ratePerSecond: 20, burst: 1 };

  it('and is killed is recorded by its post step, and the next run goes on', async () => {
    await issue('csrs', 30);
    emulator.iot.setQuota(update, SLOWLY);
    const onStart = signalWhen('SIGKILL', () => revokedIds().length >= 8);
    const killed = await revoke('run=100', REAL, { onStart });
    expect(killed.signal).toBe('SIGKILL');
    const before = revokedIds().length;
    expect(before).toBeLessThan(30);
    // Another step of the job may write into the journal: the account says what is so.
    const spared = emulator.iot.certificates().find(({ status }) => status !== 'REVOKED')?.id;
    await appendFile(killed.state.journal ?? '', `\n${JSON.stringify({ type: 'revoked', id: spared })}\n`);
    const post = await step({ mode: 'revoke', revoke: 'run=100', ...REAL }, { script: 'post', state: killed.state });
    expect(post.annotations.at(-1), post.log).toMatchObject({ level: 'warning', title: 'ended-early' });
    await expectLedgerTrue();
    expect(post.summary).toContain('The step was ended before it was finished');
    const calls = emulator.iot.counters[update].succeeded;
    const next = await revoke('run=100', REAL);
    expect(next.code, next.log).toBe(0);
    expect(revokedIds()).toHaveLength(30);
    await expectLedgerTrue();
    // What was done is not done again.
    expect(emulator.iot.counters[update].succeeded - calls).toBeLessThanOrEqual(30 - before);
  });

  it('and is killed, where its post step cannot sign in, is found by the next run', async () => {
    await issue('csrs', 20);
    emulator.iot.setQuota(update, SLOWLY);
    const onStart = signalWhen('SIGKILL', () => revokedIds().length >= 5);
    const { state } = await revoke('run=100', REAL, { onStart });
    const role = { 'role-to-assume': 'arn:aws:iam::123456789012:role/none' };
    const post = await step({ mode: 'revoke', revoke: 'run=100', ...REAL, ...role }, { script: 'post', state });
    expect(post.annotations.at(-1)?.message, post.log).toContain('the ledger does not say so yet');
    expect((await ledger()).filter(({ status }) => status === 'REVOKED')).toEqual([]);
    const next = await revoke('run=100', REAL);
    expect(next.code, next.log).toBe(0);
    expect(revokedIds()).toHaveLength(20);
    await expectLedgerTrue();
  });

  it('and is cancelled records what it has revoked, and says what is left', async () => {
    await issue('csrs', 40);
    emulator.iot.setQuota(update, { ratePerSecond: 5, burst: 1 });
    const cancelled = await revoke('run=100', REAL, { onStart: cancelWhen(() => revokedIds().length >= 5) });
    expect([cancelled.code, cancelled.signal], cancelled.log).toEqual([1, null]);
    expect(revokedIds().length).toBeLessThan(40);
    await expectLedgerTrue();
    expect(cancelled.annotations.at(-1)).toMatchObject({ title: 'revoke-incomplete' });
    expect(cancelled.summary).toContain('not attempted');
  });

  it('and loses answers and meets throttles comes to its end all the same', async () => {
    await issue('csrs', 20);
    emulator.iot.setQuota(update, { ratePerSecond: 15, burst: 2 });
    emulator.iot.inject({ operation: update, kind: 'InternalFailureException', afterWork: true, count: 3 });
    const result = await revoke('run=100', REAL);
    expect(result.code, result.log).toBe(0);
    expect(revokedIds()).toHaveLength(20);
    await expectLedgerTrue();
  });

  it('since AWS refuses one certificate revokes the others, and fails', async () => {
    await issue('csrs', 3);
    emulator.iot.inject({ operation: update, kind: 'InvalidRequestException', count: 1 });
    const result = await revoke('run=100', REAL);
    expect(result.code).toBe(1);
    expect(revokedIds()).toHaveLength(2);
    expect(result.annotations.map(({ title }) => title)).toEqual(['revoke-refused', 'revoke-incomplete']);
    expect(result.summary).toContain('refused&nbsp;by&nbsp;AWS');
    await expectLedgerTrue();
  });

  it('since AWS refuses all of it says what to do', async () => {
    await issue('csrs', 3);
    emulator.iot.inject({ operation: update, kind: 'UnauthorizedException', probability: 1 });
    const result = await revoke('run=100', REAL);
    expect(result.code).toBe(1);
    expect(result.annotations.at(-1)?.message).toContain('iot:UpdateCertificate');
    expect(revokedIds()).toEqual([]);
  });
});

describe('what may not revoke', () => {
  it('is an event of a fork', async () => {
    await issue('csrs', 1);
    const event = join(job.temp, 'event.json');
    await job.write(
      '../temp/event.json',
      JSON.stringify({
        pull_request: { head: { repo: { id: 5, full_name: 'x/y' } } },
        repository: { id: 1, full_name: 'a/b' },
      }),
    );
    const result = await revoke('run=100', REAL, {
      env: { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_EVENT_PATH: event },
    });
    expect(result.annotations.map(({ title }) => title)).toEqual(['fork']);
    expect(revokedIds()).toEqual([]);
  });

  it('are credentials of an account that is not allowed', async () => {
    await issue('csrs', 1);
    const result = await revoke('run=100', { ...REAL, 'allowed-account-ids': '999999999999' });
    expect(result.annotations.map(({ title }) => title)).toEqual(['account-not-allowed']);
    expect(revokedIds()).toEqual([]);
  });

  it('is a run whose ledger cannot be written afterwards', async () => {
    await issue('csrs', 1);
    const result = await revoke('run=100', { ...REAL, report: 'fleet.jsonl' });
    expect(result.annotations.map(({ title }) => title)).toEqual(['places-clash']);
    expect(revokedIds()).toEqual([]);
  });
});

describe('the command line', () => {
  it('takes selectors as words, shows what it would do, and does it with --dry-run false', async () => {
    await issue('csrs', 2);
    const args = ['revoke', 'path=csrs/**', 'run=100', '--ledger', 'fleet.jsonl'];
    const dry = await cliInJob(job, emulator, args);
    expect(dry.code, dry.output).toBe(0);
    expect(dry.output).toContain('2 certificates would be revoked');
    expect(dry.output).toContain('--dry-run false');
    expect(revokedIds()).toEqual([]);
    const json = await cliInJob(job, emulator, [...args, '--json']);
    const document = JSON.parse(json.output.slice(json.output.indexOf('{\n'), json.output.lastIndexOf('}') + 1));
    expect(document).toMatchObject({
      command: 'revoke',
      exitCode: 0,
      dryRun: true,
      counts: { selected: 2, revoked: 0 },
    });
    expect(document.revocations[0]).toMatchObject({ result: 'selected', selectedBy: ['run=100', 'path=csrs/**'] });
    const real = await cliInJob(job, emulator, [...args, '--dry-run=false']);
    expect(real.code, real.output).toBe(0);
    expect(real.output).toContain('2 certificates selected: 2 revoked');
    await expectLedgerTrue();
  });

  it('exits with 2 for what is no selector, and without one', async () => {
    expect((await cliInJob(job, emulator, ['revoke', 'everything'])).code).toBe(2);
    expect((await cliInJob(job, emulator, ['revoke', '--ledger', 'fleet.jsonl'])).code).toBe(2);
  });
});
