import { groupBy } from '../../lib/group-by.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Csr, Finding, FindingGroup } from '../csr.ts';
import type { ListedDevice } from '../device-list.ts';
import type { SecondPath } from '../files/second-path.ts';
import type { SourceFile } from '../files/source-file.ts';
import { finding, isError, type Verdict } from '../judge/judge.ts';
import type { KnownKey } from '../known-key.ts';
import type { Policy } from '../policy.ts';
import type { BatchEntry, BatchRule, BatchView, DevicesView } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import type { Parallelism } from '../threads/worker-pool.ts';
import { compareKeys } from './compare-keys.ts';
import { type Judging, startJudging } from './judge-files.ts';
import { type DeviceOptions, matchDevices } from './match-devices.ts';
import { takeOnce } from './same-files.ts';

/** What all files together amount to. Everything is in the order of the files. */
export interface Examination {
  /** The CSRs that no error speaks against. */
  readonly csrs: readonly Csr[];
  readonly findings: readonly Finding[];
  /** Paths of the files that an error speaks against. */
  readonly rejected: readonly string[];
  /** Whose keys have something in common, each group once. */
  readonly groups: readonly FindingGroup[];
  /** How many requests have a key of each type, by {@link KeyInfo.name}, those that errors speak against included. */
  readonly keys: ReadonlyMap<string, number>;
  /** The line of each CSR in the devices file, by the paths of the CSRs; of those that have one. */
  readonly devices: ReadonlyMap<string, ListedDevice>;
  /** Second paths to files, which are left out of all the others. */
  readonly again: readonly SecondPath[];
}

export interface ExamineOptions {
  readonly policy?: Policy;
  /** Keys that have a certificate already: the batch is held against them, too. */
  readonly known?: readonly KnownKey[];
  /** Undefined: there is no devices file. */
  readonly devices?: DeviceOptions | undefined;
  /** Undefined: everything is done on this thread. */
  readonly parallelism?: Parallelism | undefined;
  /** What all the files were added to, by the same policy; undefined: their judging starts now. */
  readonly judging?: Judging;
  /** Called now and then with the number of files that are done. */
  readonly onProgress?: (done: number) => void;
  /** Called now and then with the number of RSA keys that are compared with all others, of how many. */
  readonly onCompared?: (done: number, of: number) => void;
  readonly signal?: AbortSignal;
}

const BATCH_RULES = RULES.filter((rule): rule is BatchRule => rule.about === 'batch');

/**
 * Reads every file and judges it by all rules. The same files give the same result, in the same order, everywhere.
 *
 * Only what a certificate needs is kept of a file, 1 to 5 KB: 100,000 fit in memory.
 *
 * @throws UserError `cancelled` when the signal aborts
 */
export async function examine(files: readonly SourceFile[], options: ExamineOptions = {}): Promise<Examination> {
  const { policy = {}, known = [], parallelism, onProgress, onCompared, signal } = options;
  // Nobody waits for what a worker is doing.
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(cancelled()), { once: true });
  });
  stopped.catch(() => undefined);
  const onTurn = (done: number): void => {
    if (signal?.aborted) throw cancelled();
    onProgress?.(done);
  };
  const judging = options.judging ?? judgingOf(files, policy, parallelism);
  const verdicts = await Promise.race([judging.finish(files, onTurn), stopped]);
  onTurn(files.length);
  const { once, again } = takeOnce(files, verdicts);
  const entries = once.flatMap(toEntry);
  const compared = await Promise.race([compareKeys(entries, known, { parallelism, onProgress: onCompared }), stopped]);
  const devices = options.devices && matchDevices(options.devices, once, entries, known);
  const { groups, ofFiles, ofLines } = complaintsOnBatch({ entries, known, ...compared, devices }, policy);
  const { findings, ...judged } = conclude(once, ofFiles);
  return { ...judged, findings: [...findings, ...ofLines], groups, devices: linesOfFiles(devices), again };
}

function judgingOf(files: readonly SourceFile[], policy: Policy, parallelism: Parallelism | undefined): Judging {
  const judging = startJudging({ policy, parallelism });
  for (const file of files) judging.add(file);
  return judging;
}

function toEntry({ csr, subject, subjectBytes, modulus }: Verdict): readonly BatchEntry[] {
  if (csr === undefined) return [];
  const { path, csrSha256, spkiSha256 } = csr;
  return [{ path, csrSha256, spkiSha256, subject, subjectBytes, modulus }];
}

function cancelled(): UserError {
  return new UserError('cancelled', 'The run was cancelled while the CSRs were validated. Nothing was created.', {
    fix: 'Run the job again.',
  });
}

function complaintsOnBatch(batch: BatchView, { severities = {} }: Policy) {
  const groups = new Map<readonly string[], FindingGroup>();
  const findings = BATCH_RULES.flatMap((rule) =>
    rule.check(batch).flatMap((complaint) => {
      const found = finding(rule, complaint.path, complaint, severities);
      const { group } = complaint;
      if (group !== undefined && found.length > 0) groups.set(group, { rule: rule.id, members: group });
      return found;
    }),
  );
  return {
    groups: [...groups.values()],
    ofFiles: groupBy(
      findings.filter(({ line }) => line === undefined),
      ({ path }) => path,
    ),
    // The devices file is no file of the batch.
    ofLines: findings.filter(({ line }) => line !== undefined).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

function linesOfFiles(devices: DevicesView | undefined): ReadonlyMap<string, ListedDevice> {
  return new Map(
    devices?.matches.flatMap(({ entry, found: [first] }) =>
      first === undefined ? [] : [[entry.path, first.device] as const],
    ),
  );
}

function conclude(
  verdicts: readonly Verdict[],
  ofBatch: ReadonlyMap<string, readonly Finding[]>,
): Pick<Examination, 'csrs' | 'rejected' | 'keys' | 'findings'> {
  const csrs: Csr[] = [];
  const rejected: string[] = [];
  const findings: Finding[] = [];
  const keys = new Map<string, number>();
  for (const { path, csr, findings: ofFile } of verdicts) {
    const all = [...ofFile, ...(ofBatch.get(path) ?? [])];
    findings.push(...all);
    if (csr !== undefined) keys.set(csr.key.name, (keys.get(csr.key.name) ?? 0) + 1);
    if (csr === undefined || all.some(isError)) rejected.push(path);
    else csrs.push(csr);
  }
  return { csrs, rejected, keys, findings };
}
