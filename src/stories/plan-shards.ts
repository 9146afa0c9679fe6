import { join } from 'node:path';
import type { RequestRate } from '../issuance/request-rate.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { PLAN_JSON, writeBatchPlan } from '../records/batch-plan.ts';
import { type KnownKeyOptions, readKnownKeys } from '../records/known-keys.ts';
import type { Services } from '../runner/services.ts';
import { type BatchOptions, readBatch } from '../validation/batch.ts';
import { planShards } from './divide-batch.ts';

/** What is divided; each field is an input of action.yml. */
export interface PlanOptions extends BatchOptions, KnownKeyOptions {
  readonly onInvalid: 'fail' | 'skip';
  /** Of all jobs together. */
  readonly requestsPerSecond: RequestRate;
}

/**
 * `plan`: validates the batch and sets the outputs `shards` (a JSON list), `parallel` and `requests-per-second` for the
 * jobs of a matrix. Writes `plan.json`, whose path is in `plan-path`, into the output directory: `merge` reads it.
 *
 * @param parallel jobs at a time
 * @returns false when the batch cannot be issued as it is
 */
export async function planCommand(options: PlanOptions, parallel: number, services: Services): Promise<boolean> {
  const { log, commands } = services;
  const batch = await readBatch(options, () => readKnownKeys(options), services);
  if (batch.csrs.length === 0 || (batch.rejected.length > 0 && options.onInvalid === 'fail')) {
    for (const { path, rule, message } of batch.findings.filter(({ severity }) => severity === 'error').slice(0, 10)) {
      log.annotate('error', message, { file: path, title: rule });
    }
    throw new UserError(
      'invalid-csrs',
      `${plural(batch.rejected.length, 'file')} cannot be used; nothing is planned.`,
      {
        fix: 'Correct the files, or set `on-invalid: skip` to leave them out.',
      },
    );
  }
  const plan = planShards(batch.csrs.length, parallel, options.requestsPerSecond);
  log.info(
    `${plural(batch.csrs.length, 'CSR')} in ${plural(plan.shards.length, 'shard')}, ${count(plan.parallel)} at a time, each at ${plan.requestsPerSecond} a second`,
  );
  const file = join(options.outputDirectory, PLAN_JSON);
  await writeBatchPlan(services.files, file, batch.csrs, plan.shards.length);
  const outputs = {
    shards: JSON.stringify(plan.shards),
    parallel: String(plan.parallel),
    'requests-per-second': plan.requestsPerSecond,
    'plan-path': file,
  };
  for (const [name, value] of Object.entries(outputs)) {
    commands.setOutput(name, value);
    log.info(`${name}=${value}`);
  }
  return true;
}
