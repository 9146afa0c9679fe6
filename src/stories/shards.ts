import { resolve } from 'node:path';
import type { Inputs } from '../inputs/inputs.ts';
import { UserError } from '../lib/user-error.ts';
import { count, plural } from '../lib/words.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import { readBatch } from '../validation/batch.ts';
import { mergeShards } from './merge-directories.ts';
import { planShards } from './shard-plan.ts';

/**
 * `plan`: validates the batch and sets the outputs `shards` (a JSON list), `parallel` and `requests-per-second` for the
 * jobs of a matrix.
 *
 * @param parallel jobs at a time
 * @returns false when the batch cannot be issued as it is
 */
export async function planCommand(inputs: Inputs, parallel: number, services: Services): Promise<boolean> {
  const { log, commands } = services;
  const batch = await readBatch(inputs, services);
  if (batch.csrs.length === 0 || (batch.rejected.length > 0 && inputs.onInvalid === 'fail')) {
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
  const plan = planShards(batch.csrs.length, parallel, inputs.requestsPerSecond);
  log.info(
    `${plural(batch.csrs.length, 'CSR')} in ${plural(plan.shards.length, 'shard')}, ${count(plan.parallel)} at a time, each at ${plan.requestsPerSecond} a second`,
  );
  const outputs = {
    shards: JSON.stringify(plan.shards),
    parallel: String(plan.parallel),
    'requests-per-second': plan.requestsPerSecond,
  };
  for (const [name, value] of Object.entries(outputs)) {
    commands.setOutput(name, value);
    log.info(`${name}=${value}`);
  }
  return true;
}

/**
 * `merge`: makes one directory, manifest and ledger of those of the shards.
 *
 * @param directories of the shards
 * @returns false when a CSR has no certificate, or a key has two
 */
export async function mergeCommand(
  directories: readonly string[],
  target: string,
  ledger: string | undefined,
  { log, commands, context }: Services,
): Promise<boolean> {
  const at = (path: string): string => resolve(context.workspace, path);
  const merged = await mergeShards(directories.map(at), at(target), ledger && at(ledger));
  const having = merged.entries.filter((entry) => entry.certificateId !== null);
  const without = merged.entries.filter((entry) => entry.certificateId === null);
  log.info(`${plural(having.length, 'certificate')} of ${plural(merged.shards, 'shard')} in ${at(target)}`);
  const report = [
    `## ${without.length + merged.duplicates.length === 0 ? '✅' : '❌'} ${plural(having.length, 'AWS IoT certificate')} of ${plural(merged.shards, 'shard')}`,
    '',
    `- Without a certificate: ${count(without.length)}`,
    `- Keys with more than one certificate: ${count(merged.duplicates.length)}`,
    '',
  ];
  commands.appendSummary(report.join('\n'));
  const outputs = {
    'certificate-count': String(having.length),
    'missing-count': String(without.length),
    'certificates-path': at(target),
    'manifest-path': merged.files.json,
  };
  for (const [name, value] of Object.entries(outputs)) commands.setOutput(name, value);
  if (merged.duplicates.length > 0) {
    const keys = merged.duplicates.slice(0, 10).join(', ');
    log.annotate('error', `More than one certificate for a key: ${keys}. All of them are in the ledger.`);
  }
  if (without.length > 0) {
    const [example] = without;
    const error = new UserError(
      'incomplete',
      `${plural(without.length, 'CSR')} got no certificate, ${example?.csrPath} among them: ${example?.reason}`,
      { fix: 'Re-run the failed shards and merge again: CSRs that have their certificate are not issued twice.' },
    );
    log.annotate('error', explain(error), { title: error.code });
  }
  return without.length === 0 && merged.duplicates.length === 0;
}
