import { createHash, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AttachPolicyCommand, CreatePolicyCommand, CreateThingGroupCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { makeCsr as build, makeKey } from '../csr/make-csr.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { iotClient } from '../emulator/clients.ts';
import { type WorkflowBlock, workflowBlocks } from './blocks.ts';
import { type Run, type RunOptions, runWorkflow } from './runner/run.ts';
import { startWorld, type World } from './runner/world.ts';

const DEVICES = ['gateway', 'sensor-1', 'sensor-2'];

let world: World;
beforeEach(async () => {
  world = await startWorld();
  const csrs = DEVICES.map((name) => [`csrs/line-1/${name}.csr`, toPem(makeCsr(name))] as const);
  world.commit({ ...Object.fromEntries(csrs), 'README.md': 'Devices' });
});
afterEach(() => world.close());

/** What the pages leave to the reader: the role's name, and a GitHub App. */
const run = (block: WorkflowBlock, options: Partial<RunOptions> = {}): Promise<Run> =>
  runWorkflow({
    world,
    yaml: block.yaml.replaceAll('role/issue-device-certificates', 'role/certificate-issuer'),
    vars: { APP_CLIENT_ID: 'Iv23li0000000000000' },
    secrets: { APP_PRIVATE_KEY: 'a key' },
    ...options,
  });

const log = ({ jobs }: Run): string =>
  jobs.flatMap(({ error, steps }) => [error, ...steps.map((step) => step.log)]).join('\n');
const succeeds = (result: Run): void => expect(result.conclusion, log(result)).toBe('success');
const certificates = () => world.emulator.iot.certificates();
const subjects = (pems: readonly string[]) => pems.map((pem) => new X509Certificate(pem).subject).sort();
const ALL = DEVICES.map((name) => `CN=${name}`);
/** Of all certificates that are in secrets, bundles opened. */
const inSecrets = (): readonly string[] =>
  world.emulator.secrets
    .all()
    .flatMap(({ value }) => (value.startsWith('{') ? Object.values(JSON.parse(value)) : [value]) as string[])
    .filter((text) => String(text).startsWith('-----BEGIN CERT'));

const revoked = () => subjects(certificates().flatMap(({ status, pem }) => (status === 'REVOKED' ? [pem] : [])));

/** Certificates of all CSRs, and a ledger on the branch that has them. */
async function issuedWithLedger(): Promise<void> {
  const block = workflowBlocks().find(({ title }) => title === 'README.md: Keep a ledger');
  succeeds(await run(block as WorkflowBlock));
}

/** The policy and the group that the pages name; the group carries the policy. */
async function prepareFleet(): Promise<void> {
  const { region, accountId } = world.emulator;
  const client = iotClient(world.emulator);
  const Resource = `arn:aws:iot:${region}:${accountId}:client/\${iot:Connection.Thing.ThingName}`;
  const Condition = { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } };
  const Statement = [{ Effect: 'Allow', Action: 'iot:Connect', Resource, Condition }];
  const policyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
  await client.send(new CreatePolicyCommand({ policyName: 'fleet', policyDocument }));
  const { thingGroupArn } = await client.send(new CreateThingGroupCommand({ thingGroupName: 'fleet' }));
  await client.send(new AttachPolicyCommand({ policyName: 'fleet', target: thingGroupArn }));
  client.destroy();
}

/** Each device is a thing of the group, with an ACTIVE certificate, and nothing is attached to certificates. */
function expectConnectable(names: readonly string[]): void {
  const { things, attachments, memberships, policyTargets } = world.emulator.iot.registry();
  expect(things.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(memberships.map(({ thing, group }) => `${thing} ${group}`).sort()).toEqual(
    names.map((one) => `${one} fleet`).sort(),
  );
  expect(policyTargets.map(({ target }) => target.split(':').at(-1))).toEqual(['thinggroup/fleet']);
  const byArn = new Map(certificates().map((one) => [one.arn, one]));
  for (const { thing, certificateArn } of attachments) {
    const certificate = byArn.get(certificateArn);
    expect(certificate?.status).toBe('ACTIVE');
    expect(new X509Certificate(certificate?.pem ?? '').subject).toContain(`CN=${thing}`);
  }
  expect(attachments).toHaveLength(names.length);
}

/**
 * Devices that are registered, and then get new certificates beside the old ones.
 *
 * @returns ids of the new ones
 */
async function rotatedDevices(): Promise<readonly string[]> {
  await prepareFleet();
  const block = workflowBlocks().find(({ title }) => title === 'README.md: Keep a ledger') as WorkflowBlock;
  const registers =
    'set-as-active: true\n          policies: fleet\n          thing-groups: fleet\n          thing-name: "{name}"';
  const yaml = block.yaml.replace('ledger-commit: true', `ledger-commit: true\n          ${registers}`);
  succeeds(await run({ ...block, yaml }));
  world.sync();
  world.commit(Object.fromEntries(DEVICES.map((name) => [`csrs/line-1/${name}.csr`, toPem(makeCsr(name))])));
  succeeds(await run({ ...block, yaml }));
  world.sync();
  expect(certificates()).toHaveLength(6);
  return certificates()
    .slice(3)
    .map(({ id }) => id);
}

type Check = (block: WorkflowBlock) => Promise<void>;

/** What each workflow is there for, tried; or why it cannot run here. */
const CHECKS: Readonly<Record<string, Check | string>> = {
  'README.md: Create AWS IoT certificates from CSRs': async (block) => {
    succeeds(await run(block));
    expect(certificates()).toHaveLength(3);
  },
  'README.md: Check pull requests': async (block) => {
    world.commit({ 'csrs/bad.csr': 'no CSR', 'iot-ledger.jsonl': '' });
    const result = await run(block, { event: { name: 'pull_request', changed: ['csrs/bad.csr'] } });
    expect(result.conclusion).toBe('failure');
    const [, category, sarif = ''] = world.recorded().find(([what]) => what === 'upload-sarif') ?? [];
    expect(category).toBe('csrs');
    expect(JSON.stringify(JSON.parse(sarif))).toContain('csrs/bad.csr');
    expect(certificates()).toHaveLength(0);
  },
  'README.md: Issue certificates': async (block) => {
    const event = { name: 'push', changed: ['csrs/line-1/gateway.csr'] };
    const result = await run(block, { event });
    succeeds(result);
    expect(certificates()).toHaveLength(3);
    expect(world.emulator.artifacts.uploaded().map(({ name }) => name)).toEqual(['iot-certificates']);
    // The last step lists the certificates.
    expect(result.jobs[0]?.steps.at(-1)?.log).toContain('manifest.json');
    await run(block, { event });
    expect(certificates()).toHaveLength(3);
    await expect(run(block, { event: { name: 'push', changed: ['README.md'] } })).rejects.toThrow('does not start it');
  },
  'README.md: From CSR to connectable': async (block) => {
    await prepareFleet();
    succeeds(await run(block));
    expectConnectable(DEVICES);
  },
  'README.md: Keep a ledger': async (block) => {
    succeeds(await run(block));
    const lines = (): readonly string[] =>
      (world.read('iot-ledger.jsonl') ?? '').split('\n').filter((line) => line.includes('"certificateId"'));
    expect(lines()).toHaveLength(3);
    world.commit({ 'csrs/line-2/camera.csr': toPem(makeCsr('camera')) });
    succeeds(await run(block));
    expect(lines()).toHaveLength(4);
    expect(certificates()).toHaveLength(4);
  },
  'README.md: Revoke certificates': async (block) => {
    await issuedWithLedger();
    const result = await run({ ...block, yaml: block.yaml.replace('run=1234567890', 'issued-after=2020-01-01') });
    succeeds(result);
    expect(result.jobs[0]?.steps.map(({ summary }) => summary).join('')).toContain('3 certificates would be revoked');
    expect(revoked()).toEqual([]);
  },
  'README.md: Give devices new certificates': async (block) => {
    const ids = await rotatedDevices();
    world.commit({ 'connected.txt': ids.join('\n') });
    const dry = await run(block);
    succeeds(dry);
    expect(dry.jobs[0]?.steps.map(({ summary }) => summary).join('')).toContain('3 certificates would be retired');
    expect(certificates().every(({ status }) => status === 'ACTIVE')).toBe(true);
    succeeds(await run({ ...block, yaml: block.yaml.replace(/^( *)mode: retire$/m, '$&\n$1dry-run: false') }));
    const statuses = certificates().map(({ status }) => status);
    expect(statuses).toEqual([...Array(3).fill('INACTIVE'), ...Array(3).fill('ACTIVE')]);
  },
  'docs/bundle.md: What a device gets': async (block) => {
    succeeds(await run(block));
    const files = world.emulator.artifacts.uploaded()[0]?.files() ?? new Map<string, Buffer>();
    expect([...files.keys()].filter((name) => name.endsWith('/config.json'))).toHaveLength(3);
    expect([...files.keys()].filter((name) => name.endsWith('/iot_device.h'))).toHaveLength(3);
  },
  'docs/devices.md: Compare keys in pull requests': async (block) => {
    const csrs = DEVICES.map(() => build({ key: makeKey('P-256'), subject: [] }));
    const lines = csrs.map((csr, n) => `${DEVICES[n]},${createHash('sha256').update(csr).digest('hex')}`);
    const commitAs = (names: readonly string[]): void =>
      world.commit(Object.fromEntries(csrs.map((csr, n) => [`csrs/line-1/${names[n]}.csr`, toPem(csr)])));
    world.commit({ 'devices.csv': ['thing,csr-sha256', ...lines].join('\n') });
    commitAs(DEVICES);
    succeeds(await run(block));
    commitAs(['sensor-1', 'gateway', 'sensor-2']);
    const swapped = await run(block);
    expect(swapped.conclusion).toBe('failure');
    expect(log(swapped)).toContain('device-key-mismatch');
  },
  'docs/hand-over.md: Three workflows': async (block) => {
    succeeds(await run(block));
    expect(subjects(inSecrets())).toEqual(ALL);
    expect(world.emulator.secrets.all().map(({ name }) => name)).toContain('IOT_CERT_GATEWAY');
  },
  'docs/hand-over.md: Three workflows (2)': async (block) => {
    succeeds(await run(block));
    expect(subjects(inSecrets())).toEqual(ALL);
    expect(
      world.emulator.secrets
        .all()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['IOT_CERTS_1', 'IOT_CERTS_INDEX']);
  },
  'docs/hand-over.md: Three workflows (3)': async (block) => {
    // The emulated organization has one repository.
    const repositories = 'secret-repositories: gateway-images, device-portal';
    expect(block.yaml).toContain(repositories);
    const yaml = block.yaml.replace(repositories, 'secret-repositories: device-fleet');
    const result = await run({ ...block, yaml });
    succeeds(result);
    expect(subjects(inSecrets())).toEqual(ALL);
    expect(world.emulator.secrets.all().map(({ name }) => name)).toContain('PEM_GATEWAY');
  },
  'docs/hand-over.md: Bundles': async (block) => {
    const pems = { 'a/x.pem': 'one', 'b.pem': 'two' };
    const secrets = {
      IOT_CERTS_INDEX: '{"secrets":["IOT_CERTS_1","IOT_CERTS_2"],"certificates":2}',
      IOT_CERTS_1: JSON.stringify({ 'a/x.pem': pems['a/x.pem'] }),
      IOT_CERTS_2: JSON.stringify({ 'b.pem': pems['b.pem'] }),
    };
    const yaml = `${block.yaml}      - run: cat a/x.pem b.pem\n`;
    const result = await run({ ...block, yaml }, { secrets });
    succeeds(result);
    expect(result.jobs[0]?.steps.at(-1)?.log).toBe('onetwo');
    expect((await run(block, { secrets: { ...secrets, IOT_CERTS_2: '' } })).conclusion).toBe('failure');
  },
  'docs/hand-over.md: Committing certificates and ledger by pull request': async (block) => {
    succeeds(await run(block));
    const branch = world.branches().find((name) => name.startsWith('certificates-')) ?? '';
    expect(
      subjects(
        ['gateway', 'sensor-1', 'sensor-2'].map(
          (name) => world.read(`certificates/csrs/line-1/${name}.pem`, branch) ?? '',
        ),
      ),
    ).toEqual(ALL);
    expect(world.read('certificates/ledger.jsonl', branch)).toContain('certificateId');
    expect(world.recorded()).toContainEqual(['gh', 'pr', 'create', '--fill', '--base', 'main', '--head', branch]);
  },
  'docs/hand-over.md: AWS Secrets Manager': async (block) => {
    succeeds(await run(block));
    const created = world.recorded().filter(([program, service]) => program === 'aws' && service === 'secretsmanager');
    expect(created.map((words) => words[4]).sort()).toEqual(
      certificates()
        .map(({ id }) => `iot-certificates/${id}`)
        .sort(),
    );
  },
  'docs/hand-over.md: Amazon S3': async (block) => {
    succeeds(await run(block));
    expect(certificates()).toHaveLength(3);
    const [words = []] = world.recorded();
    expect(words.slice(0, 3)).toEqual(['aws', 's3', 'sync']);
    expect(words.slice(4)).toEqual(['s3://BUCKET/iot-certificates/', '--no-progress']);
  },
  'docs/hand-over.md: Attesting the manifest': async (block) => {
    succeeds(await run(block));
    const [, , manifest = '{}'] = world.recorded()[0] ?? [];
    const { certificates: entries } = JSON.parse(manifest) as {
      readonly certificates: readonly { certificateId: string }[];
    };
    expect(entries.map(({ certificateId }) => certificateId).sort()).toEqual(
      certificates()
        .map(({ id }) => id)
        .sort(),
    );
  },
  'docs/ledger.md: How it reaches the repository': async (block) => {
    succeeds(await run(block));
    const branch = world.branches().find((name) => name.startsWith('ledger-')) ?? '';
    expect(world.read('iot-ledger.jsonl', branch)).toContain('"certificateId"');
    expect(world.read('iot-ledger.jsonl')).toBeUndefined();
    expect(world.recorded()).toContainEqual(['gh', 'pr', 'create', '--fill', '--head', branch]);
  },
  'docs/registration.md: Register devices': async (block) => {
    await prepareFleet();
    const csr = (name: string) =>
      toPem(
        build({
          subject: [
            ['CN', name],
            ['serialNumber', `SN-${name}`],
          ],
        }),
      );
    world.commit(Object.fromEntries(DEVICES.map((name) => [`csrs/line-1/${name}.csr`, csr(name)])));
    succeeds(await run(block));
    succeeds(await run(block));
    expectConnectable(DEVICES);
    const { things } = world.emulator.iot.registry();
    expect(things.map(({ attributes }) => attributes)).toContainEqual({
      serial: 'SN-gateway',
      csr: 'csrs/line-1/gateway',
    });
  },
  'docs/registration.md: The plan in the pull request': async (block) => {
    await prepareFleet();
    const yaml = block.yaml.replace('role/plan-device-certificates', 'role/certificate-issuer');
    const result = await run({ ...block, yaml });
    succeeds(result);
    expect(result.jobs[0]?.steps.map(({ summary }) => summary).join('')).toContain('**3**&nbsp;Create');
    expect(certificates()).toHaveLength(0);
    expect(world.emulator.iot.registry().things).toEqual([]);
  },
  'docs/report.md: How to get it when nothing was issued': async (block) => {
    world.commit({ 'csrs/bad.csr': 'no CSR' });
    expect((await run(block)).conclusion).toBe('failure');
    expect(world.emulator.artifacts.uploaded().map(({ name }) => name)).toEqual(['report']);
  },
  'docs/revoke.md: How': async (block) => {
    await issuedWithLedger();
    const inputs = { selector: 'path=csrs/line-1/sensor-*', 'and-selector': 'issued-after=2020-01-01' };
    const dry = await run(block, { inputs });
    succeeds(dry);
    expect(dry.jobs[0]?.steps.map(({ summary }) => summary).join('')).toContain('2 certificates would be revoked');
    expect(revoked()).toEqual([]);
    succeeds(await run(block, { inputs: { ...inputs, 'for-real': true } }));
    expect(revoked()).toEqual(['CN=sensor-1', 'CN=sensor-2']);
    expect((world.read('iot-ledger.jsonl') ?? '').match(/"status":"REVOKED"/g)).toHaveLength(2);
    // Reviewers who have read the list, and reject it.
    const rejected = await run(block, { inputs: { selector: 'path=**' }, interference: { approves: () => false } });
    expect(rejected.conclusion).toBe('failure');
  },
  'docs/rotation.md: 3. Retire the old ones': async (block) => {
    const ids = await rotatedDevices();
    // What the bucket has: the new certificate of one device has not connected.
    const listed = ids.slice(1).map((id) => `connected/${id}`);
    const yaml = block.yaml.replace('aws s3api list-objects-v2', `printf '%s\\n' ${listed.join(' ')} #`);
    expect(yaml).toContain('printf');
    const result = await run({ ...block, yaml: yaml.replace(/# --bucket.*$/m, '|') });
    succeeds(result);
    expect(result.jobs[0]?.steps.map(({ summary }) => summary).join('')).toContain('2 certificates retired');
    expect(certificates().filter(({ status }) => status === 'INACTIVE')).toHaveLength(2);
    expect((world.read('iot-ledger.jsonl') ?? '').match(/"retiredAt":/g)).toHaveLength(2);
  },
  'docs/scale.md: The workflow': async (block) => {
    const result = await run(block);
    succeeds(result);
    expect(certificates()).toHaveLength(3);
    expect(result.jobs.map(({ name }) => name)).toEqual([
      'batch / plan',
      'batch / issue (1/1)',
      'batch / merge',
      'batch',
    ]);
    expect(result.jobs.at(-1)?.outputs['certificate-count']).toBe('3');
  },
  'docs/scale.md: A form for a batch': async (block) => {
    world.commit({ 'csrs/line-2/camera.csr': toPem(makeCsr('camera')) });
    const result = await run(block, { inputs: { line: 'line-2', activate: 'after-delivery' } });
    succeeds(result);
    const all = certificates().map(({ status, pem }) => [status, new X509Certificate(pem).subject]);
    expect(all).toEqual([['ACTIVE', 'CN=camera']]);
    await expect(run(block, { inputs: { line: 'line-3' } })).rejects.toThrow('choices');
    // Reviewers who have read the plan of the other line, and reject it.
    const asked: string[] = [];
    const approves = (environment: string): boolean => asked.push(environment) === 0;
    const rejected = await run(block, { inputs: { line: 'line-1' }, interference: { approves } });
    expect([rejected.conclusion, ...asked]).toEqual(['failure', 'factory', 'factory']);
    expect(rejected.jobs[0]?.steps.map(({ summary }) => summary).join('')).toContain('3 of 3 CSRs');
    expect(certificates()).toHaveLength(1);
  },
  '.github/workflows/ci.yml': async (block) => {
    const { jobs, ...workflow } = parse(block.yaml);
    // dist.test.ts builds with the Nodes that are there; this machine is one of three, and its tests are these.
    const { dist, ...others } = jobs;
    expect(Object.keys(others)).toEqual(['test', 'action']);
    for (const { strategy } of Object.values(others) as { strategy: { matrix: { os: string[] } } }[]) {
      strategy.matrix.os = ['ubuntu-latest'];
    }
    const yaml = stringify({ ...workflow, jobs: others }).replace('run: npm cit', 'run: echo');
    expect(yaml).toContain('run: echo');
    // Another repository: it makes its own CSRs.
    await world.close();
    world = await startWorld();
    const root = join(import.meta.dirname, '../..');
    const paths = [
      '.node-version',
      'action.yml',
      'package.json',
      ...readdirSync(join(root, 'dist')).map((name) => `dist/${name}`),
    ];
    world.commit(Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path))])));
    const result = await run({ ...block, yaml }, { event: { name: 'push' } });
    succeeds(result);
    expect(world.emulator.artifacts.uploaded().map(({ name }) => name)).toEqual(['certificates-ubuntu-latest']);
    // That of the step's own account: the emulator that the job started.
    expect(result.jobs.at(-1)?.steps.at(-1)?.log).toContain('device-2');
    expect(certificates()).toHaveLength(0);
  },
  '.github/workflows/codeql.yml': "CodeQL's analysis is a program that only GitHub has.",
  '.github/workflows/dependency-review.yml':
    "It compares two commits in GitHub's dependency graph, which no emulator has.",
  '.github/workflows/issue-batch.yml': 'It is called, never started: as docs/scale.md does, and in batch.test.ts.',
  '.github/workflows/release.yml': 'npm cit would run these tests in these tests; release.test.ts runs the rest of it.',
  '.github/workflows/scorecard.yml': 'Scorecard is a container that asks GitHub about the repository.',
};

const blocks = workflowBlocks();

it('every workflow of the pages and of .github/workflows is run, or the reason is here why not', () => {
  expect(Object.keys(CHECKS)).toEqual(blocks.map(({ title }) => title));
});

describe('a workflow that people copy does what it is there for', () => {
  for (const block of blocks) {
    const check = CHECKS[block.title];
    if (typeof check === 'function') it(block.title, () => check(block));
    // The list of tests has the reason in the place of the block.
    else it.skip(`${block.title}: ${check}`, () => {});
  }
});
