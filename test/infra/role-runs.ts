import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { IamRequest } from '../../src/emulator/aws/iam/evaluate.ts';
import { type Emulator, startEmulator } from '../../src/emulator/emulator.ts';
import { makeCsr, toPem } from '../e2e/csrs.ts';
import { type Front, startFront } from '../e2e/front.ts';
import { type Job, type StepResult, startJob } from '../e2e/step.ts';
import { type DynamoDbServer, startDynamoDb } from '../records/table/dynalite.ts';
import { PLACE } from './deployments.ts';

export const REGION = 'eu-west-1';
export const TABLE = `arn:aws:dynamodb:${REGION}:${PLACE.account}:table/fleet`;
export const SHARED = { ledger: 'dynamodb://fleet' };
/** A share of the quota has the quota read, however small the batch is. */
export const SHARE = { 'requests-per-second': '90%' };

type Texts = Readonly<Record<string, string>>;

/** An account in which a role is assumed by runs of the action, and all that these call. */
export interface RoleRuns {
  readonly emulator: Emulator;
  /** Every call of every session of the role since the last {@link forget}. */
  calls(): readonly IamRequest[];
  /** What was called before does not count. */
  forget(): void;
  /** A machine with a batch on it. */
  machine(devices?: number): Promise<Job>;
  /** Runs the action, and expects it to succeed. */
  run(job: Job, inputs: Texts): Promise<StepResult>;
  step(job: Job, inputs: Texts): Promise<StepResult>;
  close(): Promise<void>;
}

export async function startRoleRuns(): Promise<RoleRuns> {
  const [emulator, dynamo]: [Emulator, DynamoDbServer] = await Promise.all([
    startEmulator({ region: REGION, accountId: PLACE.account, mayReadQuotas: true }),
    startDynamoDb(),
  ]);
  await dynamo.createTable('fleet');
  const tables: IamRequest[] = [];
  const front: Front = await startFront(dynamo.origin, ({ headers }, body) => {
    tables.push(tableRequest(String(headers['x-amz-target']), body));
    return undefined;
  });
  const jobs: Job[] = [];
  let forgotten = 0;
  const step: RoleRuns['step'] = (job, inputs) =>
    job.run({
      inputs: {
        'csr-path': 'csrs/*.csr',
        'aws-region': REGION,
        'role-to-assume': emulator.roleArn,
        'output-directory': 'certificates',
        deliver: 'directory',
        ledger: 'fleet.jsonl',
        ...inputs,
      },
      env: { ...emulator.env, AWS_ENDPOINT_URL_DYNAMODB: front.origin },
    });
  const ofRole = () => emulator.calls().filter(({ principal }) => principal.includes(':assumed-role/'));
  return {
    emulator,
    calls: () => [...ofRole().slice(forgotten), ...tables],
    forget() {
      forgotten = ofRole().length;
      tables.length = 0;
    },
    async machine(devices = 3) {
      const job = await startJob();
      jobs.push(job);
      for (let n = 0; n < devices; n++) await job.write(`csrs/${n}.csr`, toPem(makeCsr(`device-${n}`)));
      return job;
    },
    async run(job, inputs) {
      const result = await step(job, inputs);
      expect(result.code, result.log).toBe(0);
      return result;
    },
    step,
    async close() {
      await Promise.all([...jobs, front, emulator, dynamo].map((one) => one.close()));
    },
  };
}

/** A call of a table as IAM sees it. */
function tableRequest(target: string, body: string): IamRequest {
  const { TableName, RequestItems = {} } = JSON.parse(body) as { TableName?: string; RequestItems?: object };
  const [name = TableName] = Object.keys(RequestItems);
  return {
    action: `dynamodb:${target.split('.')[1]}`,
    resources: [`arn:${PLACE.partition}:dynamodb:${REGION}:${PLACE.account}:table/${name}`],
    context: { 'aws:RequestedRegion': REGION },
  };
}

/**
 * A batch, the same again, and one that has grown by a device: what is known is confirmed, the rest is created. At the end
 * what is known is not listed yet, so that it is asked for by its id.
 *
 * @returns the first run
 */
export async function issue(
  { emulator, machine, run }: RoleRuns,
  inputs: Texts = {},
  devices = 3,
): Promise<StepResult> {
  const job = await machine(devices);
  const first = await run(job, inputs);
  await run(job, inputs);
  emulator.configure({ listLagMs: 3_600_000 });
  await job.write('csrs/new.csr', toPem(makeCsr('new')));
  await run(job, { 'csr-path': 'csrs/new.csr', ...inputs });
  await run(job, { 'csr-path': 'csrs/new.csr', ...inputs });
  return first;
}

/** What another role has done before; its calls do not count. */
export async function issuedBefore({ machine, run, forget }: RoleRuns, inputs: Texts = {}): Promise<Job> {
  const job = await machine();
  await run(job, inputs);
  forget();
  return job;
}

/** An audit of a ledger that lacks a certificate of the account, whose key is looked at. */
export async function audit(runs: RoleRuns, inputs: Texts = {}): Promise<StepResult> {
  const job = await issuedBefore(runs, inputs);
  await runs.emulator.iot.plant(toPem(makeCsr('stranger')), 1, 0);
  const result = await runs.step(job, { mode: 'audit', ...inputs });
  expect(result.outputs['drift-count'], result.log).toBe('1');
  return result;
}

/** A run that revokes; the PEM of one certificate is not in the ledger, so that its key is asked for. */
export async function revoke(runs: RoleRuns, inputs: Texts = {}): Promise<StepResult> {
  const job = await issuedBefore(runs, inputs);
  if (inputs.ledger === undefined) {
    const text = await readFile(join(job.workspace, 'fleet.jsonl'), 'utf8');
    await job.write('fleet.jsonl', text.replace(/"certificatePem":"[^"]*"/, '"certificatePem":null'));
  } else runs.emulator.configure({ listLagMs: 3_600_000 });
  return runs.run(job, { mode: 'revoke', revoke: 'path=csrs/**', 'dry-run': 'false', ...inputs });
}

/** Every action that the statements of a policy name, as they are written. */
export function actionsOf(policy: unknown): readonly string[] {
  const { Statement } = policy as { Statement: readonly { Action: string | readonly string[] }[] };
  return Statement.flatMap(({ Action }) => Action);
}
