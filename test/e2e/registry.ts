import { X509Certificate } from 'node:crypto';
import {
  CreateBillingGroupCommand,
  CreatePolicyCommand,
  CreateThingGroupCommand,
  CreateThingTypeCommand,
  type IoTClient,
} from '@aws-sdk/client-iot';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { iotClient } from '../emulator/clients.ts';

/** What the runs of the tests ask of the registry for each device. */
export const ASKED = {
  policies: 'fleet',
  'thing-name': '{name}',
  'thing-type': 'sensor',
  'thing-groups': 'line-1\nall',
  'billing-group': 'cost',
  'thing-attributes': 'common={cn}',
} as const;

const GROUPS = ['all', 'line-1'];

/** A policy that lets a device connect as its thing. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of AWS IoT policies
export const CONNECTS = policy('client/${iot:Connection.Thing.ThingName}');
/** A policy that lets no device connect. */
export const CONNECTS_NOT = policy('client/nobody');

function policy(resource: string): string {
  const Resource = `arn:aws:iot:us-east-1:123456789012:${resource}`;
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:Connect', Resource }] });
}

/** Makes what {@link ASKED} names. */
export async function prepareRegistry(emulator: Emulator, document = CONNECTS): Promise<void> {
  await prepareWith(iotClient(emulator), document);
}

export async function prepareWith(client: IoTClient, document = CONNECTS): Promise<void> {
  await client.send(new CreatePolicyCommand({ policyName: 'fleet', policyDocument: document }));
  await client.send(new CreateThingTypeCommand({ thingTypeName: 'sensor' }));
  for (const thingGroupName of GROUPS) await client.send(new CreateThingGroupCommand({ thingGroupName }));
  await client.send(new CreateBillingGroupCommand({ billingGroupName: 'cost' }));
  client.destroy();
}

interface Device {
  readonly name: string;
  readonly commonName: string;
}

/**
 * In what the registry differs from what {@link ASKED} is for these devices: each is one thing as wished, in both groups,
 * with exactly its own certificate, exclusively, to which the policy is attached; and there is nothing else.
 */
export function wrongInRegistry(emulator: Emulator, devices: readonly Device[]): readonly string[] {
  const wrong: string[] = [];
  const { things, attachments, memberships, policyTargets } = emulator.iot.registry();
  const certificates = new Map(emulator.iot.certificates().map((one) => [one.arn, one]));
  for (const { name, commonName } of devices) {
    const thing = things.find((one) => one.name === name);
    if (thing === undefined) {
      wrong.push(`${name} is no thing`);
      continue;
    }
    const { typeName, billingGroup, attributes } = thing;
    const found = JSON.stringify([typeName, billingGroup, attributes]);
    if (found !== JSON.stringify(['sensor', 'cost', { common: commonName }])) wrong.push(`${name} is ${found}`);
    const groups = memberships.filter((one) => one.thing === name).map(({ group }) => group);
    if (groups.sort().join() !== GROUPS.join()) wrong.push(`${name} is in ${groups.join()}`);
    const held = attachments.filter((one) => one.thing === name);
    if (held.length !== 1 || held[0]?.type !== 'EXCLUSIVE_THING') wrong.push(`${name} holds ${JSON.stringify(held)}`);
    const [{ certificateArn = '' } = {}] = held;
    const subject = new X509Certificate(certificates.get(certificateArn)?.pem ?? '').subject;
    if (!subject.split('\n').includes(`CN=${commonName}`)) wrong.push(`${name} holds the certificate of ${subject}`);
    const policies = policyTargets.filter(({ target }) => target === certificateArn).map((one) => one.policy);
    if (policies.join() !== 'fleet') wrong.push(`${name} has the policies ${policies.join()}`);
  }
  if (things.length !== devices.length) wrong.push(`${things.length} things for ${devices.length} devices`);
  if (policyTargets.length !== devices.length) wrong.push(`${policyTargets.length} policies are attached`);
  return wrong;
}
