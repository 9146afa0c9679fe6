import { generateKeyPairSync } from 'node:crypto';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCsr, makeKey, rsaSpki, toPem } from '../csr/make-csr.ts';
import { type Job, node24, startJob } from './step.ts';

/** Older releases of Node have no permissions to take away; step.ts says so. */
const isOlder = node24 === process.execPath && !process.versions.node.startsWith('24.');

let job: Job;

beforeEach(async () => {
  job = await startJob();
});

afterEach(() => job.close());

const named = (name: string, parts: Parameters<typeof makeCsr>[0] = {}) =>
  toPem(makeCsr({ subject: [['CN', name]], ...parts }));

/** What GitHub tells of the action when it is used by its name. */
const used = { GITHUB_ACTION_REPOSITORY: 'octo-org/csrs', GITHUB_ACTION_REF: 'releases/v1' };
const page = 'https://github.com/octo-org/csrs/blob/releases/v1/docs/rules.md';

function validate(inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}) {
  return job.run({ inputs: { mode: 'validate', 'csr-path': 'csrs/**', ...inputs }, env: { ...used, ...env } });
}

/** Good, bad, weak and hostile files. */
async function writeMixed(): Promise<void> {
  const rsa = makeKey('RSA-2048');
  const modulus = Buffer.from(rsa.publicKey.export({ format: 'jwk' }).n ?? '', 'base64url');
  const shared = makeKey('P-256');
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'good.csr': named('good'),
    'binary.der': makeCsr({ subject: [['CN', 'good-der']] }),
    'short.csr': named('short', { key: makeKey('RSA-1024') }),
    'forgeable.csr': named('forgeable', { key: rsa, spki: rsaSpki(modulus, Uint8Array.of(1)) }),
    'sha1.csr': named('sha1', { key: makeKey('RSA-2048'), hash: 'sha1' }),
    'twin-1.csr': named('twin-1', { key: shared }),
    'twin-2.csr': named('twin-2', { key: shared }),
    'device.pub': String(shared.publicKey.export({ type: 'spki', format: 'pem' })),
    'noise.csr': Buffer.from('3080ff00ff', 'hex'),
    'hostile ##[error]%0A::error::.csr': named('<b>|`x`'),
    'line,2/ü:?.csr': '-----BEGIN CERTIFICATE REQUEST-----\n\u202e\n',
  };
  for (const [name, content] of Object.entries(files)) await job.write(`csrs/${name}`, content);
  await symlink('nowhere', join(job.workspace, 'csrs/lost.csr'));
}

describe('a directory of good, bad, weak and hostile files', () => {
  it('has each bad file annotated with rule, remedy and link', async () => {
    await writeMixed();
    const result = await validate();
    expect(result.code).toBe(1);
    const rules = Object.fromEntries(
      result.annotations.flatMap(({ level, file, title }) => (file === undefined ? [] : [[file, [level, title]]])),
    );
    expect(rules).toMatchObject({
      'csrs/short.csr': ['error', 'key-size'],
      'csrs/forgeable.csr': ['error', 'rsa-exponent'],
      'csrs/twin-1.csr': ['error', 'public-key-duplicate'],
      'csrs/device.pub': ['error', 'not-a-csr'],
      'csrs/noise.csr': ['error', 'malformed'],
      'csrs/lost.csr': ['error', 'unreadable'],
      'csrs/sha1.csr': ['warning', 'sha1-signature'],
    });
    const short = result.annotations.find(({ file }) => file === 'csrs/short.csr');
    expect(short?.message).toContain(`Make a longer RSA key, or an EC key on P-256. [key-size] ${page}#key-size`);
    // GitHub shows no more than ten of a type: what is over stands in the log.
    expect(result.log).toContain(`csrs/twin-2.csr: Its public key is also that of csrs/twin-1.csr.`);
  });

  it('is counted by rule and by key in the summary', async () => {
    await writeMixed();
    const { summary } = await validate();
    expect(summary).toContain('3 of 12 CSRs valid');
    expect(summary).toContain(`| **2**&nbsp;rejected | [public-key-duplicate](${page}#public-key-duplicate): `);
    expect(summary).toContain(`| **1**&nbsp;with&nbsp;a&nbsp;warning | [sha1-signature](${page}#sha1-signature): `);
    expect(summary).toMatch(/^- Keys: .*\b5 EC P-256, .*\b1 RSA-1024\b/m);
    expect(summary).not.toContain('<b>');
  });

  it('goes into a SARIF file, which is the same every time', async () => {
    await writeMixed();
    const inputs = { 'sarif-path': 'reports/csrs.sarif' };
    const read = () => readFile(join(job.workspace, 'reports/csrs.sarif'), 'utf8');
    const first = await validate(inputs);
    const text = await read();
    const second = await validate(inputs);
    expect(await read()).toBe(text);
    expect(second.annotations).toEqual(first.annotations);
    const told = (log: string) => log.split('\n').filter((line) => line.includes(page));
    expect(told(second.log)).toEqual(told(first.log));
    const [run] = JSON.parse(text).runs;
    const found = run.results.map((one: { ruleId: string; locations: [{ physicalLocation: object }] }) => [
      one.ruleId,
      one.locations[0].physicalLocation,
    ]);
    const uri = `csrs/line%2C2/${encodeURIComponent('ü:?')}.csr`;
    expect(found).toContainEqual([
      'malformed',
      { artifactLocation: { uri, uriBaseId: '%SRCROOT%' }, region: { startLine: 1 } },
    ]);
    expect(run.tool.driver.rules[0].helpUri).toBe(`${page}#unreadable`);
  });
});

describe('a validation', () => {
  it('that finds no error passes, with warnings too', async () => {
    await job.write('csrs/a.csr', named('a', { key: makeKey('RSA-2048'), hash: 'sha1' }));
    const result = await validate();
    expect(result.code).toBe(0);
    expect(result.annotations.map(({ level, title }) => [level, title])).toEqual([['warning', 'sha1-signature']]);
  });

  it('takes severities and what a user asks of CSRs', async () => {
    await job.write('csrs/a.csr', named('a b', { key: makeKey('RSA-2048'), hash: 'sha1' }));
    const result = await validate({
      rules: 'sha1-signature=error, thing-name=notice, subject-pattern=warning',
      'allowed-key-types': 'P-256',
      'subject-pattern': 'CN=[a-z0-9-]+',
      'required-subject-attributes': 'serialNumber',
    });
    expect(result.code).toBe(1);
    expect(result.annotations.map(({ level, title }) => `${level} ${title}`)).toEqual([
      'error allowed-key-types',
      'error sha1-signature',
      'error required-subject-attributes',
      'warning subject-pattern',
      'notice thing-name',
      'error invalid-csrs',
    ]);
  });

  it('names the rule that was meant', async () => {
    await job.write('csrs/a.csr', named('a'));
    const result = await validate({ rules: 'sha1-signatures=error' });
    expect(result.code).toBe(1);
    expect(result.annotations[0]?.message).toContain('Did you mean sha1-signature?');
  });

  it('holds the batch against the ledger', async () => {
    const key = makeKey('P-256');
    await job.write('csrs/b.csr', named('b', { key }));
    const { createHash } = await import('node:crypto');
    const spkiSha256 = createHash('sha256')
      .update(key.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex');
    const [certificateId, csrSha256] = ['a'.repeat(64), 'b'.repeat(64)];
    const arn = `arn:aws:iot:eu-west-1:123456789012:cert/${certificateId}`;
    const line = { spkiSha256, csrSha256, csrPath: 'csrs/a.csr', certificateId, certificateArn: arn };
    await job.write('fleet.jsonl', JSON.stringify({ ...line, account: '123456789012', region: 'eu-west-1' }));
    const result = await validate({ ledger: 'fleet.jsonl' });
    expect(result.annotations[0]?.title).toBe('public-key-known');
    expect(result.annotations[0]?.message).toContain('csrs/a.csr');
  });

  it('names its page of rules by its bare name where the action is used by a path', async () => {
    await job.write('csrs/a.csr', 'text');
    const result = await validate({}, { GITHUB_ACTION_REPOSITORY: '', GITHUB_ACTION_REF: '' });
    expect(result.annotations[0]?.message).toContain('docs/rules.md#not-a-csr');
    expect(result.summary).toContain('| **1**&nbsp;rejected | not-a-csr: ');
  });

  it.skipIf(isOlder)('connects to nobody and writes nothing but what it tells the runner', async () => {
    await writeMixed();
    const tree = () => readdir(dirname(job.workspace), { recursive: true });
    const before = (await tree()).filter((path) => !path.startsWith('step-'));
    // Node refuses every other write, child process and add-on, and a connection ends the process.
    const offline = `import net from 'node:net'; net.Socket.prototype.connect = () => process.exit(99);`;
    const allowed = ['--permission', '--allow-fs-read=*', '--allow-worker'];
    allowed.push(`--import=data:text/javascript,${encodeURIComponent(offline)}`);
    const NODE_OPTIONS = [...allowed, `--allow-fs-write=${join(dirname(job.workspace), 'step-0')}/*`].join(' ');
    const result = await validate({}, { NODE_OPTIONS });
    expect(result.code).toBe(1);
    expect(result.summary).toContain('3 of 12 CSRs valid');
    expect((await tree()).filter((path) => !path.startsWith('step-'))).toEqual(before);
  });

  it('names a private key by its file and shows none of it', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = String(privateKey.export({ type: 'sec1', format: 'pem' }));
    await job.write('csrs/device.key', pem);
    const result = await validate({ 'sarif-path': 'out.sarif' });
    expect(result.code).toBe(1);
    expect(result.annotations[0]).toMatchObject({ file: 'csrs/device.key', title: 'private-key' });
    const told = result.log + result.summary + (await readFile(join(job.workspace, 'out.sarif'), 'utf8'));
    for (const line of pem.split('\n').slice(1, -2)) expect(told).not.toContain(line);
  });
});

describe('a validation of devices that become things', () => {
  const things = { 'thing-name': '{cn}', 'thing-attributes': 'serial={serial-number}' };
  const device = (commonName: string, serial: string) =>
    toPem(
      makeCsr({
        subject: [
          ['CN', commonName],
          ['serialNumber', serial],
        ],
      }),
    );

  it('passes when each has a name of its own', async () => {
    await job.write('csrs/a.csr', device('gateway:1', 'A-1'));
    await job.write('csrs/b.csr', device('Gateway:1', 'A-2'));
    const result = await validate(things);
    expect(result.code, result.log).toBe(0);
  });

  it('finds names and attributes that AWS IoT would refuse when the certificates exist', async () => {
    await job.write('csrs/good.csr', device('good', 'A-1'));
    await job.write('csrs/twin-1.csr', device('twin', 'A-2'));
    await job.write('csrs/twin-2.csr', device('twin', 'A-3'));
    await job.write('csrs/illegal.csr', device('a <b>', 'A-4'));
    await job.write('csrs/attribute.csr', device('attribute', 'A 5'));
    await job.write('csrs/nothing.csr', named('nothing'));
    const result = await validate(things);
    expect(result.code).toBe(1);
    const rules = result.annotations.flatMap(({ file, title }) => (file === undefined ? [] : [[file, title]]));
    expect(Object.fromEntries(rules)).toMatchObject({
      'csrs/twin-1.csr': 'thing-name-collision',
      'csrs/twin-2.csr': 'thing-name-collision',
      'csrs/illegal.csr': 'thing-name-illegal',
      'csrs/attribute.csr': 'thing-attribute-illegal',
    });
    expect(result.log).toContain('It has no serial number, which thing-attributes uses: {serial-number} has no value.');
    expect(result.summary).toContain('1 of 6 CSRs valid');
    expect(result.summary).not.toContain('<b>');
  });

  it('finds two shards that would make one thing', async () => {
    for (let index = 0; index < 12; index++) await job.write(`csrs/${index}.csr`, device('twin', `${index}`));
    for (const shard of ['1/2', '2/2']) {
      const result = await validate({ ...things, shard });
      expect(result.code).toBe(1);
      expect(result.log).toContain('[thing-name-collision]');
    }
  });
});
