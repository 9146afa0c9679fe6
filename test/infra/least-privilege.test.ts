import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AddThingToThingGroupCommand,
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  CreateThingGroupCommand,
  DetachPolicyCommand,
  DetachThingPrincipalCommand,
} from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Front, startFront } from '../e2e/front.ts';
import { startFleet } from '../e2e/rotation.ts';
import { type Job, type StepResult, startJob } from '../e2e/step.ts';
import { type DynamoDbServer, startDynamoDb } from '../records/table/dynalite.ts';
import { byCloudFormation, byTerraform, PLACE, type RoleParameters } from './deployments.ts';
import { grantedActions, isAllowed, type Request } from './iam.ts';
import { observe } from './observed-calls.ts';

const REGION = 'eu-west-1';
const TABLE = `arn:aws:dynamodb:${REGION}:${PLACE.account}:table/fleet`;
const SHARED = { ledger: 'dynamodb://fleet' };
/** A share of the quota has the quota read, however small the batch is. */
const SHARE = { 'requests-per-second': '90%' };

let emulator: Emulator;
let dynamo: DynamoDbServer;
let fronts: Readonly<Record<'iot' | 'dynamo', Front>>;
let jobs: Job[];
let seen: Request[];

beforeEach(async () => {
  jobs = [];
  seen = [];
  [emulator, dynamo] = await Promise.all([
    startEmulator({ region: REGION, accountId: PLACE.account, mayReadQuotas: true }),
    startDynamoDb(),
  ]);
  await dynamo.createTable('fleet');
  const record = (...[request, body]: Parameters<typeof observe>): undefined => {
    seen.push(observe(request, body));
  };
  const [iot, table] = await Promise.all([
    startFront(emulator.env.AWS_ENDPOINT_URL_IOT ?? '', record),
    startFront(dynamo.origin, record),
  ]);
  fronts = { iot, dynamo: table };
});

afterEach(async () => {
  await Promise.all([...jobs, fronts.iot, fronts.dynamo, emulator, dynamo].map((one) => one.close()));
});

/** A machine with a batch on it. */
async function machine(devices = 3): Promise<Job> {
  const job = await startJob();
  jobs.push(job);
  for (let n = 0; n < devices; n++) await job.write(`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`)));
  return job;
}

/** Runs the action, and expects it to succeed. */
async function run(job: Job, inputs: Readonly<Record<string, string>>): Promise<void> {
  const result = await step(job, inputs);
  expect(result.code, result.log).toBe(0);
}

function step(job: Job, inputs: Readonly<Record<string, string>>): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': REGION,
      'role-to-assume': emulator.roleArn,
      'output-directory': 'certificates',
      deliver: 'directory',
      ledger: 'fleet.jsonl',
      ...inputs,
    },
    env: {
      ...emulator.env,
      AWS_ENDPOINT_URL_IOT: fronts.iot.origin,
      AWS_ENDPOINT_URL_SERVICE_QUOTAS: fronts.iot.origin,
      AWS_ENDPOINT_URL_DYNAMODB: fronts.dynamo.origin,
    },
  });
}

/**
 * A batch, the same again, and one that has grown by a device: what is known is confirmed, the rest is created. At the end
 * what is known is not listed yet, so that it is asked for by its id.
 */
async function issue(inputs: Readonly<Record<string, string>> = {}, devices = 3): Promise<void> {
  const job = await machine(devices);
  await run(job, inputs);
  await run(job, inputs);
  emulator.configure({ listLagMs: 3_600_000 });
  await job.write('csrs/new.csr', toPem(makeCsr('new')));
  await run(job, { 'csr-path': 'csrs/new.csr', ...inputs });
  await run(job, { 'csr-path': 'csrs/new.csr', ...inputs });
}

/** What another role has done before; its calls do not count. */
async function issuedBefore(inputs: Readonly<Record<string, string>> = {}): Promise<Job> {
  const job = await machine();
  await run(job, inputs);
  seen = [];
  return job;
}

/** An audit of a ledger that lacks a certificate of the account, whose key is looked at. */
async function audit(inputs: Readonly<Record<string, string>> = {}): Promise<void> {
  const job = await issuedBefore(inputs);
  await emulator.iot.plant(toPem(makeCsr('stranger')), 1, 0);
  const result = await step(job, { mode: 'audit', ...inputs });
  expect(result.outputs['drift-count'], result.log).toBe('1');
}

/** A run that revokes; the PEM of one certificate is not in the ledger, so that its key is asked for. */
async function revoke(inputs: Readonly<Record<string, string>> = {}): Promise<void> {
  const job = await issuedBefore(inputs);
  if (inputs.ledger === undefined) {
    const text = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
    await job.write('fleet.jsonl', text.replace(/"certificatePem":"[^"]*"/, '"certificatePem":null'));
  } else emulator.configure({ listLagMs: 3_600_000 });
  await run(job, { mode: 'revoke', revoke: 'path=csrs/**', 'dry-run': 'false', ...inputs });
}

/**
 * Runs that retire, and at last delete: a certificate whose newer one has its policy from a group, and one that is not
 * attached exclusively. Once, AWS IoT does not know the newer operation that lists what a thing holds.
 */
async function retire(): Promise<void> {
  const fleet = await startFleet(2, {}, { region: REGION, accountId: PLACE.account });
  try {
    const { client, emulator: account, things, idOf, arnOf } = fleet;
    const [thingName = '', shared = ''] = things;
    await fleet.confirm(things);
    await client.send(new CreateThingGroupCommand({ thingGroupName: 'line' }));
    await client.send(new AddThingToThingGroupCommand({ thingName, thingGroupName: 'line' }));
    const group = `arn:aws:iot:${REGION}:${PLACE.account}:thinggroup/line`;
    await client.send(new AttachPolicyCommand({ policyName: 'fleet', target: group }));
    await client.send(new DetachPolicyCommand({ policyName: 'fleet', target: arnOf(idOf(thingName, 'new')) }));
    account.configure({ detachLagMs: 0 });
    const principal = arnOf(idOf(shared, 'old'));
    await client.send(new DetachThingPrincipalCommand({ thingName: shared, principal }));
    await client.send(new AttachThingPrincipalCommand({ thingName: shared, principal }));
    const before = account.calls().length;
    account.iot.inject({ operation: 'ListThingPrincipalsV2', kind: 'UnauthorizedException', count: 1 });
    let own = '';
    for (const clockSkewMs of [0, 7_200_000]) {
      account.configure({ clockSkewMs });
      const result = await fleet.retire({ 'retire-to': 'deleted', 'retire-wait': '1h' });
      expect(result.code, result.log).toBe(0);
      own = result.outputs['iam-policy'] ?? '';
    }
    // The run's own policy, which is that of its session, allows just as much.
    const asked = account
      .calls()
      .slice(before)
      .map(({ action }) => action);
    expect([...new Set(grantedActions(JSON.parse(own)))].sort()).toEqual([...new Set(asked)].sort());
    expect(account.iot.certificates()).toHaveLength(2);
    seen = account.calls().flatMap(({ action, resources, context }, index) =>
      index < before
        ? []
        : resources.map((resource) => ({
            action,
            resource,
            context: { 'aws:RequestedRegion': String(context['aws:RequestedRegion']) },
          })),
    );
  } finally {
    await fleet.close();
  }
}

interface Example {
  readonly what: string;
  readonly parameters: RoleParameters;
  readonly runs: () => Promise<unknown>;
}

/** Parameters of the role with the runs that they are for. */
const EXAMPLES: readonly Example[] = [
  // From 100 CSRs on the quota is read.
  { what: 'no input', parameters: {}, runs: () => issue({}, 100) },
  { what: 'set-as-active: true', parameters: {}, runs: () => issue({ ...SHARE, 'set-as-active': 'true' }) },
  { what: 'reconcile: never', parameters: {}, runs: () => issue({ ...SHARE, reconcile: 'never' }) },
  {
    what: 'reconcile: always',
    parameters: {},
    async runs() {
      const job = await machine();
      await run(job, SHARE);
      await run(job, { ...SHARE, reconcile: 'always', ledger: 'other.jsonl', 'output-directory': 'other' });
    },
  },
  {
    what: 'a fixed requests-per-second',
    parameters: { ReadQuotas: 'false' },
    runs: () => issue({ 'requests-per-second': '200' }),
  },
  {
    what: 'set-as-active: after-delivery',
    parameters: { ActivateAfterDelivery: 'true' },
    runs: () => issue({ ...SHARE, 'set-as-active': 'after-delivery' }),
  },
  { what: 'bundle: true', parameters: { Bundles: 'true' }, runs: () => issue({ ...SHARE, bundle: 'true' }) },
  { what: 'a table as ledger', parameters: { LedgerTableArn: TABLE }, runs: () => issue({ ...SHARE, ...SHARED }) },
  { what: 'mode: audit', parameters: { Mode: 'audit' }, runs: () => audit() },
  {
    what: 'mode: audit of a table',
    parameters: { Mode: 'audit', LedgerTableArn: TABLE },
    runs: () => audit(SHARED),
  },
  { what: 'mode: revoke', parameters: { Mode: 'revoke' }, runs: () => revoke() },
  {
    what: 'mode: revoke by a table',
    parameters: { Mode: 'revoke', LedgerTableArn: TABLE },
    runs: () => revoke(SHARED),
  },
  { what: 'mode: retire', parameters: { Mode: 'retire' }, runs: () => retire() },
  {
    what: 'mode: validate against a table',
    parameters: { Mode: 'validate', LedgerTableArn: TABLE },
    async runs() {
      const job = await issuedBefore(SHARED);
      await run(job, { mode: 'validate', ...SHARED });
    },
  },
];

describe('the role of the templates allows what a run calls, and nothing else', () => {
  it.each(EXAMPLES)('with $what', async ({ parameters, runs }) => {
    await runs();
    const actions = [...new Set(seen.map(({ action }) => action))].sort();
    for (const make of [byCloudFormation, byTerraform]) {
      const { policy } = await make({ Regions: `us-west-2,${REGION}`, ...parameters });
      expect(seen.filter((request) => !isAllowed(policy, request))).toEqual([]);
      expect([...grantedActions(policy)].sort()).toEqual(actions);
    }
  });

  it('in no other region, of no other account and on no other table', async () => {
    await issue({ ...SHARE, ...SHARED, 'set-as-active': 'after-delivery' });
    const parameters = { Regions: REGION, LedgerTableArn: TABLE, ActivateAfterDelivery: 'true' };
    const { policy } = await byCloudFormation(parameters);
    const named = seen.filter(({ resource }) => resource !== '*');
    expect(new Set(named.map(({ action }) => action)).size).toBe(6);
    const elsewhere: readonly Request[] = [
      ...named.map((request) => ({ ...request, resource: request.resource.replace(PLACE.account, '210987654321') })),
      ...named.filter(({ resource }) => resource === TABLE).map((request) => ({ ...request, resource: `${TABLE}-2` })),
      ...seen.map((request) => ({
        ...request,
        resource: request.resource.replace(REGION, 'us-west-2'),
        context: { 'aws:RequestedRegion': 'us-west-2' },
      })),
    ];
    expect(elsewhere.filter((request) => isAllowed(policy, request))).toEqual([]);
  });
});
