import { join } from 'node:path';
import type { RequestRate } from '../issuance/request-rate.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import type { ColumnUses } from '../naming/device-columns.ts';
import { thingNamer } from '../naming/device-thing.ts';
import { PLAN_JSON, writeBatchPlan } from '../records/batch-plan.ts';
import { type KnownKeyOptions, readKnownKeys } from '../records/known-keys.ts';
import { annotateFindings } from '../report/annotations.ts';
import { estimate } from '../report/estimate.ts';
import { onlyReport } from '../report/only-report.ts';
import { planSummary, refusedPlanSummary } from '../report/plan-summary.ts';
import type { Services } from '../runner/services.ts';
import { type BatchOptions, readBatch } from '../validation/batch.ts';
import { type DevicesFileOptions, readDevices } from '../validation/devices-file.ts';
import { refuseUnknownColumns } from './check-columns.ts';
import { planShards } from './divide-batch.ts';
import { refuseDevices } from './refuse-devices.ts';

/** What is divided; each field is an input of action.yml. */
export interface PlanOptions extends BatchOptions, KnownKeyOptions, DevicesFileOptions, ColumnUses {
  readonly onInvalid: 'fail' | 'skip';
  /** Of all jobs together. */
  readonly requestsPerSecond: RequestRate;
}

const CORRECT = 'Correct the files, or set `on-invalid: skip` to leave them out.';

/**
 * `plan`: validates the batch and sets the outputs `shards` (a JSON list), `parallel` and `requests-per-second` for the
 * jobs of a matrix. Writes `plan.json`, whose path is in `plan-path`, into the output directory: `merge` reads it.
 *
 * @param parallel jobs at a time
 * @returns false when the batch cannot be issued as it is
 */
export async function planCommand(options: PlanOptions, parallel: number, services: Services): Promise<boolean> {
  const { log, commands, context } = services;
  log.stage('Read and judge the CSRs');
  const devices = await readDevices(options, context.workspace);
  refuseUnknownColumns(options, devices);
  const thingOf = thingNamer(options.registration?.thingName);
  const readBeside = async () => ({
    known: await readKnownKeys(options),
    devices: devices && { list: devices, thingOf },
  });
  const batch = await readBatch(options, readBeside, services);
  log.endStage();
  annotateFindings(batch.findings, context.rulesPage, log);
  if (batch.csrs.length === 0 || (batch.rejected.length > 0 && options.onInvalid === 'fail')) {
    await onlyReport('The job summary', log, () =>
      commands.appendSummary(refusedPlanSummary(batch, CORRECT, context.rulesPage)),
    );
    throw new UserError(
      'invalid-csrs',
      `${plural(batch.rejected.length, 'file')} cannot be used; nothing is planned.`,
      { where: 'csr-path', fix: CORRECT },
    );
  }
  if (options.onInvalid === 'fail') refuseDevices(batch.findings, ' Nothing is planned.');
  log.stage('Divide the batch');
  const plan = planShards(batch.csrs.length, parallel, options.requestsPerSecond);
  const file = join(options.outputDirectory, PLAN_JSON);
  await writeBatchPlan(services.files, file, batch.csrs, plan.shards.length);
  await onlyReport('The job summary', log, () => {
    const facts = {
      ...plan,
      shards: plan.shards.length,
      file,
      estimate: estimate(batch.csrs.length, options.requestsPerSecond),
    };
    commands.appendSummary(planSummary(batch, facts, context.rulesPage));
  });
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
  log.endStage();
  log.info(
    `${plural(batch.csrs.length, 'CSR')} in ${plural(plan.shards.length, 'shard')}, ${count(plan.parallel)} at a time, each at ${plan.requestsPerSecond} a second`,
  );
  return true;
}
