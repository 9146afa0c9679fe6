import { AttachThingPrincipalCommand, CreateThingCommand } from '@aws-sdk/client-iot';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { ASKED, prepareRegistry } from '../e2e/registry.ts';
import { type Job, type StepResult, startJob } from '../e2e/step.ts';
import { iotClient } from '../emulator/clients.ts';
import { byCloudFormation, byTerraform, PLACE, type RoleParameters } from './deployments.ts';
import { grantedActions } from './iam.ts';

/** Runs of the action with the role of the templates: the emulator refuses every call that it does not allow. */
let emulator: Emulator;
let job: Job;

beforeEach(async () => {
  emulator = await startEmulator({ region: PLACE.region, accountId: PLACE.account, mayReadQuotas: true });
  job = await startJob();
  await prepareRegistry(emulator);
  await job.write('csrs/sensor-1.csr', toPem(makeCsr('one')));
  await job.write('csrs/sensor-2.csr', toPem(makeCsr('two')));
});

afterEach(() => Promise.all([emulator.close(), job.close()]));

const BY = { CloudFormation: byCloudFormation, Terraform: byTerraform };

async function useRole(make: typeof byCloudFormation, parameters: RoleParameters): Promise<readonly string[]> {
  const { policy } = await make({ Register: 'true', ...parameters });
  emulator.configure({ rolePolicy: policy as never });
  return grantedActions(policy);
}

function step(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  return job.run({
    inputs: {
      'csr-path': 'csrs/*.csr',
      'aws-region': emulator.region,
      'role-to-assume': emulator.roleArn,
      'output-directory': 'certificates',
      deliver: 'directory',
      ledger: 'fleet.jsonl',
      'requests-per-second': '90%',
      ...ASKED,
      ...inputs,
    },
    env: emulator.env,
  });
}

const NOTHING = Object.fromEntries(Object.keys(ASKED).map((name) => [name, '']));

async function succeed(inputs: Readonly<Record<string, string>> = {}): Promise<void> {
  const { code, log } = await step(inputs);
  expect(code, log).toBe(0);
}

/** A thing as asked for that holds the certificate of another key, which no record knows. */
async function plantThing(name: string): Promise<void> {
  const client = iotClient(emulator);
  const [planted] = await emulator.iot.plant(toPem(makeCsr('stranger')), 1, 0).then(() => emulator.iot.certificates());
  await client.send(
    new CreateThingCommand({
      thingName: name,
      thingTypeName: 'sensor',
      billingGroupName: 'cost',
      attributePayload: { attributes: { common: 'one' } },
    }),
  );
  await client.send(new AttachThingPrincipalCommand({ thingName: name, principal: planted?.arn ?? '' }));
  client.destroy();
}

/** What the role's sessions have asked for. */
const asked = (): ReadonlySet<string> =>
  new Set(
    emulator
      .calls()
      .filter(({ principal }) => principal.includes(':assumed-role/'))
      .map(({ action }) => action),
  );

/** Granted together, since AWS IoT may want both for the one that is called. */
const TOGETHER = 'iot:ListThingPrincipals';

describe.each(Object.entries(BY))('the role with Register=true by %s', (_, make) => {
  it('allows what a run that registers calls, and nothing else', async () => {
    const granted = await useRole(make, { ThingPrefix: 'sensor-' });
    await plantThing('sensor-1');
    // A certificate that is there before anything is registered: it may be attached to another thing.
    await succeed({ ...NOTHING, 'csr-path': 'csrs/sensor-2.csr' });
    await succeed();
    await succeed();
    // Their records are lost: the certificates are found, and what they are attached to is asked for.
    await succeed({ ledger: 'other.jsonl', 'output-directory': 'other', reconcile: 'always' });
    // What is known is not listed yet, so that it is asked for by its id.
    emulator.configure({ listLagMs: 3_600_000 });
    await succeed();
    const refused = emulator.calls().filter(({ isAllowed }) => !isAllowed);
    expect(refused).toEqual([]);
    expect([...granted].filter((action) => action !== TOGETHER && !asked().has(action))).toEqual([]);
  });

  it('allows what the plan in a pull request calls, and nothing else', async () => {
    const granted = await useRole(make, { Mode: 'validate' });
    await plantThing('sensor-1');
    await succeed({ mode: 'validate' });
    expect(emulator.calls().filter(({ isAllowed }) => !isAllowed)).toEqual([]);
    expect([...granted].filter((action) => action !== TOGETHER && !asked().has(action))).toEqual([]);
    expect(emulator.iot.certificates()).toHaveLength(1);
  });

  it('touches no thing beyond its prefix', async () => {
    await useRole(make, { ThingPrefix: 'gateway-' });
    const { code, log } = await step();
    expect(code, log).toBe(1);
    expect(log).toContain('iot:DescribeThing');
    expect(emulator.iot.certificates()).toEqual([]);
  });
});

it('without Register a run that registers ends before anything is created', async () => {
  const { policy } = await byCloudFormation({});
  emulator.configure({ rolePolicy: policy as never });
  const { code, log } = await step();
  expect(code, log).toBe(1);
  expect(emulator.iot.certificates()).toEqual([]);
});
