import { resolve } from 'node:path';
import type { Place } from '../aws/place.ts';
import { listSome } from '../csr/files/outside.ts';
import { UserError } from '../lib/user-error.ts';
import { plural } from '../lib/words.ts';
import { isUnregistered, type ManifestEntry } from '../records/manifest-entry.ts';
import { annotateContradictions, annotateDuplicates } from '../report/annotations.ts';
import { mergeSummary } from '../report/merge-summary.ts';
import { onlyReport } from '../report/only-report.ts';
import { explain } from '../runner/log.ts';
import type { Services } from '../runner/services.ts';
import type { BatchAccount, BatchAccountOptions } from './batch-account.ts';
import type { ShardClaims } from './judge-parts.ts';
import { ledgerPath } from './ledger-paths.ts';
import { type AskAccountOf, type Merged, mergeShards } from './merge-directories.ts';
import { describeMissing } from './missing-shards.ts';

/**
 * `merge`: makes one directory, manifest and ledger of those of the shards.
 *
 * @param directories of the shards
 * @param bundleArchives bundles become one archive for each production line
 * @param account that confirms the certificates, and where second ones of their keys are looked for; undefined: nobody is
 * asked
 * @returns false when a CSR has no certificate, a device is not registered or has no bundle, a shard is missing, or a key
 * has two
 */
export async function mergeCommand(
  directories: readonly string[],
  target: string,
  ledger: string | undefined,
  bundleArchives: boolean,
  services: Services,
  account?: BatchAccountOptions,
): Promise<boolean> {
  const { log, commands, context, files } = services;
  const at = (path: string): string => resolve(context.workspace, path);
  log.stage('Merge the shards');
  const ledgerFile = ledger && ledgerPath(ledger, context.workspace);
  const merged = await mergeAndSearch(
    (ask) => mergeShards(files, directories.map(at), at(target), ledgerFile, bundleArchives, ask),
    account,
    services,
  );
  const having = merged.entries.filter((entry) => entry.certificateId !== null);
  const without = merged.entries.filter((entry) => entry.certificateId === null);
  // Of a shard without a plan nobody knows how many CSRs it has: it counts as one.
  const missingCount = without.length + merged.missing.filter(({ csrs }) => csrs === undefined).length;
  const gaps = merged.missing.map((shard) => describeMissing(shard, merged.of ?? 1));
  annotateContradictions(merged.contradictions, log);
  log.endStage();
  const bundleless = merged.bundles?.without ?? [];
  const summary = { ...merged, gaps, bundleless, target: at(target), ledger: ledgerFile };
  await onlyReport('The job summary', log, () => commands.appendSummary(mergeSummary(summary)));
  const outputs = {
    'certificate-count': String(having.length),
    'missing-count': String(missingCount),
    'certificates-path': at(target),
    'manifest-path': merged.files.json,
  };
  await onlyReport('The outputs', log, () => {
    for (const [name, value] of Object.entries(outputs)) commands.setOutput(name, value);
  });
  if (merged.duplicates.length > 0) {
    const keys = merged.duplicates.slice(0, 10).join(', ');
    log.annotate('error', `These keys have more than one certificate: ${keys}. All of them are in the ledger.`, {
      title: 'duplicate-certificate',
    });
  }
  for (const gap of gaps) log.annotate('error', gap, { title: 'shard-missing' });
  if (without.length > 0) {
    const [example] = without;
    const error = new UserError(
      'incomplete',
      `${plural(without.length, 'CSR')} got no certificate. ${example?.reason}`,
      {
        where: listSome(without.map(({ csrPath }) => csrPath)),
        fix: 'Re-run the failed shards and merge again: CSRs that have their certificate are not issued twice.',
      },
    );
    log.annotate('error', explain(error), { title: error.code });
  }
  const unregistered = merged.entries.filter(isUnregistered);
  if (unregistered.length > 0) log.annotate('error', explain(notRegistered(unregistered)), { title: NOT_REGISTERED });
  if (bundleless.length > 0) annotateWithoutBundle(bundleless, log);
  const lacks = [
    ...(without.length === 0 ? [] : [`${plural(without.length, 'CSR')} without one`]),
    ...(unregistered.length === 0 ? [] : [`${plural(unregistered.length, 'device')} not registered`]),
    ...(gaps.length === 0 ? [] : [`${plural(gaps.length, 'shard')} missing`]),
    ...(bundleless.length === 0 ? [] : [`${plural(bundleless.length, 'device')} without a bundle`]),
  ];
  const what = `${plural(having.length, 'certificate')} of ${plural(merged.shards, 'shard')}`;
  log.info(`${[what, ...lacks].join(', ')}. The certificates are in ${at(target)}`);
  const left = [without, unregistered, merged.missing, merged.duplicates, bundleless];
  return left.every(({ length }) => length === 0);
}

const NOT_REGISTERED = 'registration-incomplete';

function notRegistered(entries: readonly ManifestEntry[]): UserError {
  const [example] = entries;
  return new UserError(
    NOT_REGISTERED,
    `${plural(entries.length, 'device')} with a certificate ${entries.length === 1 ? 'is' : 'are'} not registered. ${example?.reason ?? ''}`,
    {
      where: listSome(entries.map(({ csrPath }) => csrPath)),
      fix: 'Do what the jobs of the shards say, re-run them and merge again: what is registered is found as it is.',
    },
  );
}

/** @param devices paths of their CSRs */
function annotateWithoutBundle(devices: readonly string[], log: Services['log']): void {
  const error = new UserError('bundle-missing', `${plural(devices.length, 'certificate')} came without a bundle.`, {
    where: listSome(devices),
    fix: 'Set `bundle: true` in every shard, re-run those that ended early, and merge again: nothing is issued twice.',
  });
  log.annotate('error', explain(error), { title: error.code });
}

/**
 * Merges with the account that the shards are of, and looks there for second certificates. Nobody signs in when there is
 * no certificate. The SDK is large, and only this needs it.
 */
async function mergeAndSearch(
  merge: (ask?: AskAccountOf) => Promise<Merged>,
  options: BatchAccountOptions | undefined,
  services: Services,
): Promise<Merged> {
  if (options === undefined) return merge();
  const { log } = services;
  let account: BatchAccount | undefined;
  try {
    const merged = await merge(async (claims: ShardClaims, place: Place) => {
      const { openBatchAccount } = await import('./batch-account.ts');
      account = await openBatchAccount(place, options, services);
      const { confirmShards } = await import('../issuance/confirm-claims.ts');
      return confirmShards(claims, account.access);
    });
    if (account !== undefined) {
      const { nameSeconds } = await import('./name-seconds.ts');
      annotateDuplicates(await nameSeconds(merged, account.access, log), log);
    }
    return merged;
  } finally {
    account?.close();
  }
}
