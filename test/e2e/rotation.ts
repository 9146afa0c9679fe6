import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AttachPolicyCommand,
  AttachThingPrincipalCommand,
  CreatePolicyCommand,
  CreateThingCommand,
  type IoTClient,
} from '@aws-sdk/client-iot';
import { expect } from 'vitest';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../src/emulator/emulator.ts';
import { iotClient } from '../emulator/clients.ts';
import { makeCsr, toPem } from './csrs.ts';
import { CONNECTS } from './registry.ts';
import { type Job, type StepResult, startJob } from './step.ts';

type Inputs = Readonly<Record<string, string>>;

/** A line of the ledger. */
export interface Line {
  readonly certificateId: string;
  readonly certificateArn: string;
  readonly csrPath: string;
  readonly status: string;
  readonly spkiSha256: string;
  readonly thingName?: string;
  readonly confirmedAt?: string;
  readonly retiredAt?: string;
}

/** Devices that each have an old and a new certificate, both ACTIVE and attached to their thing. */
export interface Fleet {
  readonly emulator: Emulator;
  readonly job: Job;
  readonly client: IoTClient;
  /** Names of the things. */
  readonly things: readonly string[];
  /** The certificate of a thing. */
  idOf(thing: string, generation: 'old' | 'new'): string;
  arnOf(id: string): string;
  ledger(): Promise<readonly Line[]>;
  writeLedger(lines: readonly object[]): Promise<void>;
  /** Runs the action with this ledger. */
  run(inputs: Inputs, more?: Partial<Parameters<Job['run']>[0]>): Promise<StepResult>;
  /** Runs `mode: retire` for real, unless the inputs say otherwise. */
  retire(inputs?: Inputs, more?: Partial<Parameters<Job['run']>[0]>): Promise<StepResult>;
  /** Writes the list of what has connected. @param things their new certificates */
  confirm(things: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export const RETIRE = { mode: 'retire', 'dry-run': 'false', confirmed: 'connected.txt' } as const;

export async function startFleet(
  count: number,
  changes: Partial<EmulatorOptions> = {},
  options: EmulatorOptions = {},
): Promise<Fleet> {
  const [emulator, job] = await Promise.all([startEmulator(options), startJob()]);
  const things = Array.from({ length: count }, (_, n) => `pump-${String(n).padStart(3, '0')}`);
  const run = (inputs: Inputs, more: Partial<Parameters<Job['run']>[0]> = {}): Promise<StepResult> =>
    job.run({
      ...more,
      inputs: {
        'aws-region': emulator.region,
        'role-to-assume': emulator.roleArn,
        'request-timeout-seconds': '2',
        ledger: 'fleet.jsonl',
        ...inputs,
      },
      env: { ...emulator.env, GITHUB_RUN_ID: '100', ...more.env },
    });
  for (const generation of ['old', 'new']) {
    for (const thing of things) await job.write(`${generation}/${thing}.csr`, toPem(makeCsr(thing)));
    const issued = await run({
      'csr-path': `${generation}/*.csr`,
      deliver: 'directory',
      'set-as-active': 'true',
      rules: 'subject-duplicate=off',
      'requests-per-second': '1000',
    });
    expect(issued.code, issued.log).toBe(0);
  }
  const ledger = async (): Promise<readonly Line[]> => {
    const text = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
    const lines = text.trim().split('\n');
    return lines.map((line) => JSON.parse(line)).filter(({ type }) => type === undefined);
  };
  const lines = (await ledger()).map((line) => ({ ...line, thingName: line.csrPath.slice(4, -4) }));
  const writeLedger = (all: readonly object[]): Promise<void> =>
    job.write('fleet.jsonl', all.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await writeLedger(lines);
  const ids = new Map(lines.map(({ csrPath, certificateId }) => [csrPath, certificateId]));
  const idOf: Fleet['idOf'] = (thing, generation) => ids.get(`${generation}/${thing}.csr`) ?? '';
  const arnOf = (id: string): string => emulator.iot.certificates().find((one) => one.id === id)?.arn ?? '';
  const client = iotClient(emulator);
  await client.send(new CreatePolicyCommand({ policyName: 'fleet', policyDocument: CONNECTS }));
  for (const thingName of things) {
    await client.send(new CreateThingCommand({ thingName }));
    for (const generation of ['old', 'new'] as const) {
      const principal = arnOf(idOf(thingName, generation));
      await client.send(new AttachPolicyCommand({ policyName: 'fleet', target: principal }));
      const thingPrincipalType = 'EXCLUSIVE_THING';
      await client.send(new AttachThingPrincipalCommand({ thingName, principal, thingPrincipalType }));
    }
  }
  emulator.configure(changes);
  return {
    emulator,
    job,
    client,
    things,
    idOf,
    arnOf,
    ledger,
    writeLedger,
    run,
    retire: (inputs = {}, more = {}) => run({ ...RETIRE, ...inputs }, more),
    confirm: (confirmed) => job.write('connected.txt', confirmed.map((thing) => `${idOf(thing, 'new')}\n`).join('')),
    async close() {
      client.destroy();
      await Promise.all([job.close(), emulator.close()]);
    },
  };
}

/**
 * Instants at which a thing had no certificate that was ACTIVE and attached to it, by AWS's own log of what was done:
 * after each change of a status, and after each end of an attachment.
 */
export function instantsWithoutCertificate({
  emulator,
  things,
}: Pick<Fleet, 'emulator' | 'things'>): readonly string[] {
  const { attachments, statusChanges } = emulator.iot.registry();
  return things.flatMap((thing) => {
    const own = attachments.filter((one) => one.thing === thing);
    const ids = new Set(own.map(({ certificateArn }) => idIn(certificateArn)));
    const changes = statusChanges.filter(({ id }) => ids.has(id));
    const begun = Math.max(...own.map(({ sinceMs }) => sinceMs));
    const instants = [...changes.map(({ atMs }) => atMs), ...own.map(({ untilMs }) => untilMs)];
    return instants
      .filter((at) => Number.isFinite(at) && at >= begun)
      .flatMap((at) => {
        const usable = own.some(({ certificateArn, sinceMs, untilMs }) => {
          // All of them were created ACTIVE.
          const last = changes.findLast(({ id, atMs }) => id === idIn(certificateArn) && atMs <= at);
          return sinceMs <= at && at < untilMs && (last?.status ?? 'ACTIVE') === 'ACTIVE';
        });
        return usable ? [] : [`${thing} at ${new Date(at).toISOString()}`];
      });
  });
}

/** Things that do not hold exactly their new certificate, or whose old one is not as it should be. */
export function wrongAfter(
  { emulator, things, idOf }: Fleet,
  status: 'INACTIVE' | 'REVOKED' | undefined = 'INACTIVE',
): readonly string[] {
  const { attachments } = emulator.iot.registry();
  const now = Date.now();
  const certificates = new Map(emulator.iot.certificates().map((one) => [one.id, one]));
  return things.flatMap((thing) => {
    const held = attachments.filter((one) => one.thing === thing && one.untilMs > now);
    const ids = held.map(({ certificateArn }) => idIn(certificateArn));
    const isRight =
      ids.join() === idOf(thing, 'new') &&
      certificates.get(idOf(thing, 'new'))?.status === 'ACTIVE' &&
      certificates.get(idOf(thing, 'old'))?.status === status;
    return isRight ? [] : [`${thing} holds ${ids.join()}; old ${certificates.get(idOf(thing, 'old'))?.status}`];
  });
}

function idIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
