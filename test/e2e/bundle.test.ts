import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { openZip } from '../../src/lib/zip-file.ts';
import { makeCsr, toPem } from './csrs.ts';
import { startFront } from './front.ts';
import { type Job, type StepResult, startJob } from './step.ts';

let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator();
  job = await startJob();
});

afterEach(async () => {
  await job.close();
  await emulator.close();
});

function issue(inputs: Record<string, string> = {}, env: Record<string, string | undefined> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/**/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      bundle: 'true',
      ...inputs,
    },
    env: { ...emulator.env, ...env },
  });
}

async function device(path: string): Promise<void> {
  await job.write(path, toPem(makeCsr('device')));
}

/** Writes files somewhere, as who unpacks an artifact gets them. */
async function unpack(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'unpacked-'));
  for (const [name, content] of files) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), content);
  }
  return directory;
}

/** The files of a zip, by name. */
async function unzip(zip: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const directory = await mkdtemp(join(tmpdir(), 'zip-'));
  const path = join(directory, 'a.zip');
  await writeFile(path, zip);
  const file = openZip(path, { entries: 1_000, totalBytes: 10_000_000 });
  try {
    return new Map(file.entries.map((entry) => [entry.name, file.read(entry, 1_000_000)]));
  } finally {
    file.close();
    await rm(directory, { recursive: true });
  }
}

/** What the last artifact holds. */
function uploaded(): ReadonlyMap<string, Buffer> {
  return emulator.artifacts.uploaded().at(-1)?.files() ?? new Map();
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

const ENDPOINT = (): string => `a1b2c3d4e5f6g7-ats.iot.${emulator.region}.amazonaws.com`;

/** Files of the directory of a bundle, relative to it. */
const ALWAYS = ['AmazonRootCAs.pem', 'SHA256SUMS', 'certificate.pem', 'config.json'];

function namesIn(files: ReadonlyMap<string, Buffer>, directory: string): readonly string[] {
  const prefix = `${directory}/`;
  return [...files.keys()].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])).sort();
}

describe('a bundle', () => {
  it('is in the artifact beside each certificate, with all that a device needs but its private key', async () => {
    await device('csrs/line-1/a.csr');
    await device('csrs/line-2/b.csr');
    const result = await issue();
    expect(result.code, result.log).toBe(0);
    const files = uploaded();
    for (const own of ['csrs/line-1/a', 'csrs/line-2/b']) {
      expect(namesIn(files, own)).toEqual(ALWAYS);
      const pem = String(files.get(`${own}.pem`));
      expect(String(files.get(`${own}/certificate.pem`))).toBe(pem);
      const { id } =
        emulator.iot
          .certificates()
          .find((one) => new X509Certificate(one.pem).toString() === new X509Certificate(pem).toString()) ?? {};
      expect(JSON.parse(String(files.get(`${own}/config.json`)))).toEqual({
        thingName: null,
        clientId: id,
        endpoint: ENDPOINT(),
        port: 8883,
        region: emulator.region,
        certificateId: id,
        files: { certificate: 'certificate.pem', rootCertificates: 'AmazonRootCAs.pem', privateKey: null },
      });
    }
    expect(String([...files.values()])).not.toMatch(/PRIVATE KEY/);
    expect(result.summary).toContain('2 bundles, each in a directory of its own');
  });

  it('is checked by sha256sum in the directory where it is unpacked', async () => {
    await device('csrs/a.csr');
    await issue({ 'bundle-formats': 'nvs-csv, der, c-header' });
    const directory = join(await unpack(uploaded()), 'csrs/a');
    expect((await readdir(directory)).sort()).toEqual(
      [
        ...ALWAYS,
        ...['certificate.der', 'AmazonRootCA1.der', 'AmazonRootCA2.der', 'AmazonRootCA3.der', 'AmazonRootCA4.der'],
        ...['iot_device.h', 'nvs.csv'],
      ].sort(),
    );
    const lines = (await readFile(join(directory, 'SHA256SUMS'), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(10);
    for (const line of lines) {
      const [digest, name = ''] = line.split('  ');
      expect(sha256(await readFile(join(directory, name)))).toBe(digest);
    }
    const tool = spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: directory, encoding: 'utf8' });
    if (tool.error === undefined) expect(tool.status, tool.stdout + tool.stderr).toBe(0);
    const der = new X509Certificate(await readFile(join(directory, 'certificate.der')));
    expect(der.toString()).toBe(new X509Certificate(await readFile(join(directory, 'certificate.pem'))).toString());
  });

  it('is written the same by a second run, which reuses the certificate', async () => {
    await device('csrs/a.csr');
    const inputs = { 'output-directory': 'out', 'bundle-formats': 'der,c-header,nvs-csv' };
    await issue({ ...inputs, ledger: 'ledger.jsonl' });
    const first = uploaded();
    const again = await issue({
      ...inputs,
      ledger: 'ledger.jsonl',
      'output-directory': 'other',
      'artifact-name': 'again',
    });
    expect(again.outputs['reused-count'], again.log).toBe('1');
    for (const name of namesIn(first, 'csrs/a')) {
      expect(uploaded().get(`csrs/a/${name}`), name).toEqual(first.get(`csrs/a/${name}`));
    }
    expect(namesIn(uploaded(), 'csrs/a')).toEqual(namesIn(first, 'csrs/a'));
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('is not there unless it is asked for, and nobody is asked for an endpoint', async () => {
    await device('csrs/a.csr');
    emulator.iot.inject({ operation: 'DescribeEndpoint', kind: 'AccessDeniedException' });
    const result = await issue({ bundle: 'false' });
    expect(result.code, result.log).toBe(0);
    expect(namesIn(uploaded(), 'csrs/a')).toEqual([]);
  });

  it('goes with a certificate that is named by a template', async () => {
    await device('csrs/a.csr');
    await issue({ 'file-name': 'certificates/{name}.pem' });
    expect(namesIn(uploaded(), 'certificates/a')).toEqual(ALWAYS);
  });
});

describe('an archive of bundles', () => {
  it('is there for each production line, and holds the bundles of its devices only', async () => {
    for (const path of ['line-1/a', 'line-1/b', 'line-2/a', 'c']) await device(`csrs/${path}.csr`);
    const result = await issue({ 'bundle-archives': 'true' });
    expect(result.code, result.log).toBe(0);
    const files = uploaded();
    const archives = [...files.keys()].filter((name) => name.endsWith('.zip')).sort();
    expect(archives).toEqual(['bundles.zip', 'bundles/line-1.zip', 'bundles/line-2.zip']);
    expect(namesIn(files, 'csrs/line-1/a')).toEqual([]);
    const line = await unzip(files.get('bundles/line-1.zip') ?? Buffer.alloc(0));
    expect(namesIn(line, 'csrs/line-1/a')).toEqual(ALWAYS);
    expect(namesIn(line, 'csrs/line-1/b')).toEqual(ALWAYS);
    expect(line.size).toBe(8);
    expect(line.get('csrs/line-1/b/certificate.pem')).toEqual(files.get('csrs/line-1/b.pem'));
    expect(namesIn(await unzip(files.get('bundles.zip') ?? Buffer.alloc(0)), 'csrs/c')).toEqual(ALWAYS);
    const sums = String(files.get('bundles.sha256'));
    for (const name of archives) expect(sums).toContain(`${sha256(files.get(name) ?? Buffer.alloc(0))}  ${name}\n`);
    expect(result.summary).toContain('4 bundles, in 3 archives');
  });

  it('has the same bytes whenever it is made', async () => {
    for (const path of ['line-1/a', 'line-2/b']) await device(`${path}.csr`);
    const inputs = {
      'csr-path': 'line-*/*.csr',
      'bundle-archives': 'true',
      'bundle-formats': 'der',
      'output-directory': 'out',
    };
    await issue(inputs);
    const first = uploaded().get('bundles/line-1.zip');
    await rm(join(job.workspace, 'out/bundles'), { recursive: true });
    const second = await issue({ ...inputs, 'artifact-name': 'again' }, { TZ: 'Asia/Tokyo' });
    expect(second.outputs['reused-count'], second.log).toBe('2');
    expect(uploaded().get('bundles/line-1.zip')).toEqual(first);
  });

  it('of one line has the name of its directory', async () => {
    await device('factory/line-1/a.csr');
    await device('factory/line-1/b.csr');
    await issue({ 'csr-path': 'factory/line-1/*.csr', 'bundle-archives': 'true' });
    expect([...uploaded().keys()].filter((name) => name.endsWith('.zip'))).toEqual(['bundles/line-1.zip']);
  });
});

describe('nothing is created for devices that would get no bundle', () => {
  const refuses = (result: StepResult, message: RegExp): void => {
    expect(result.code, result.log).toBe(1);
    expect(result.annotations.map(({ title, message: text }) => `${title} ${text}`).join('\n')).toMatch(message);
    expect(emulator.iot.certificates()).toHaveLength(0);
  };

  it('where the role may not ask for the endpoint', async () => {
    await device('csrs/a.csr');
    emulator.iot.inject({ operation: 'DescribeEndpoint', kind: 'AccessDeniedException' });
    refuses(await issue(), /not-allowed .*iot:DescribeEndpoint.*Allow iot:DescribeEndpoint/s);
  });

  it('and a passing failure is only waited for', async () => {
    await device('csrs/a.csr');
    emulator.iot.inject({ operation: 'DescribeEndpoint', kind: 'ThrottlingException', count: 2 });
    const result = await issue();
    expect(result.code, result.log).toBe(0);
    expect(namesIn(uploaded(), 'csrs/a')).toEqual(ALWAYS);
  });

  it.each([
    'a1b2c3-ats.iot.us-east-1.amazonaws.com.evil.example',
    'evil.example',
    'a1b2c3-ats.iot.us-east-1.amazonaws.com/x',
    'a1b2c3-ats.iot.us-east-1.amazonaws.com\n##[error]x',
    'a1b2c3-ats.iot.eu-west-9.amazonaws.com',
    'a.b-ats.iot.us-east-1.amazonaws.com',
  ])('where the answer is no endpoint of AWS IoT: %j', async (endpointAddress) => {
    await device('csrs/a.csr');
    const front = await startFront(emulator.env.AWS_ENDPOINT_URL_IOT ?? '', ({ url = '' }) =>
      url.startsWith('/endpoint') ? { status: 200, body: JSON.stringify({ endpointAddress }) } : undefined,
    );
    try {
      refuses(await issue({}, { AWS_ENDPOINT_URL_IOT: front.origin }), /bundle-endpoint .*no data endpoint of AWS IoT/);
    } finally {
      await front.close();
    }
  });

  it.each([
    ['a certificate that is a file of a bundle', ['csrs/a.csr', 'csrs/a/certificate.csr']],
    ['the same in other letters', ['csrs/a.csr', 'csrs/A/CERTIFICATE.csr']],
    ['a certificate below what is a file of a bundle', ['csrs/a.csr', 'csrs/a/config.json/b.csr']],
    ['a bundle that is a file of another', ['csrs/a.csr', 'csrs/a/SHA256SUMS.csr']],
    ['a certificate where a bundle needs its directory', ['csrs/a.csr', 'csrs/a.pem.csr']],
  ] as const)('by name: %s', async (_, paths) => {
    for (const path of paths) await device(path);
    refuses(await issue(), /bundle-place-taken/);
  });

  it('by name: a directory where an archive goes', async () => {
    for (const path of ['bundles/x.zip/a.csr', 'x/b.csr']) await device(path);
    refuses(await issue({ 'csr-path': '**/*.csr', 'bundle-archives': 'true' }), /bundle-place-taken .*archive/);
  });

  it.each([
    ['out of the output directory', { 'file-name': '{cn}.pem' }, '..'],
    ['to a name that ends with a dot', { 'file-name': '{cn}.pem' }, 'a.'],
    ['to the manifest', { 'file-name': '{cn}.pem' }, 'manifest.json'],
  ])('that would lead %s', async (_, inputs, commonName) => {
    await job.write('csrs/a.csr', toPem(makeCsr(commonName)));
    refuses(await issue(inputs), /bundle-name-unusable/);
  });

  it('where the ledger stands in a bundle', async () => {
    await device('csrs/a.csr');
    refuses(await issue({ 'output-directory': 'out', ledger: 'out/csrs/a/config.json' }), /places-clash .*a bundle/);
  });

  it('where a bundle cannot be written', async () => {
    await device('csrs/a.csr');
    await job.write('out/csrs/a', 'a file where the directory goes');
    refuses(await issue({ 'output-directory': 'out' }), /csrs\/a/);
  });

  it('in a region whose servers have other root certificates', async () => {
    await device('csrs/a.csr');
    refuses(await issue({ 'aws-region': 'eusc-de-east-1' }), /inputs .*bundle: AWS IoT in eusc-de-east-1 does not use/);
  });

  it('by inputs that have no effect', async () => {
    await device('csrs/a.csr');
    refuses(await issue({ bundle: 'false', 'bundle-formats': 'der' }), /bundle-formats: It is only used with/);
    refuses(
      await issue({ 'bundle-archives': 'true', shard: '1/2' }),
      /bundle-archives: The devices of a production line/,
    );
    refuses(await issue({ 'bundle-formats': 'zip' }), /bundle-formats: "zip" is not allowed/);
  });
});

it('mode validate finds names that clash with bundles, in a pull request', async () => {
  await device('csrs/a.csr');
  await device('csrs/a/certificate.csr');
  const result = await job.run({
    inputs: { 'csr-path': 'csrs/**/*.csr', mode: 'validate', bundle: 'true' },
    env: emulator.env,
  });
  expect(result.annotations.map(({ title }) => title)).toContain('bundle-place-taken');
});
