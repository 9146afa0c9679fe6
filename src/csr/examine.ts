import { UserError } from '../errors.ts';
import type { Csr, Finding } from './csr.ts';
import type { SourceFile } from './discover.ts';
import { finding, isError, judge } from './judge.ts';
import type { KnownKey } from './known-key.ts';
import type { Policy } from './policy.ts';
import { read } from './read.ts';
import type { BatchEntry, BatchRule } from './rules/rule.ts';
import { RULES } from './rules/rules.ts';

/** What all files together amount to. Everything is in the order of the files. */
export interface Examination {
  /** The CSRs that no error speaks against. */
  readonly csrs: readonly Csr[];
  readonly findings: readonly Finding[];
  /** Paths of the files that an error speaks against. */
  readonly rejected: readonly string[];
  /** How many requests have a key of each type, by {@link KeyInfo.name}, those that errors speak against included. */
  readonly keys: ReadonlyMap<string, number>;
}

export interface ExamineOptions {
  readonly policy?: Policy;
  /** Keys that have a certificate already: the batch is held against them, too. */
  readonly known?: readonly KnownKey[];
  /** Called now and then with the number of files that are done. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Files between two turns of the event loop: some milliseconds. */
const SLICE = 32;

const BATCH_RULES = RULES.filter((rule): rule is BatchRule => rule.about === 'batch');

/**
 * Reads every file and judges it by all rules. The same files give the same result, in the same order, everywhere.
 *
 * Only what a certificate needs is kept of a file, 1 to 5 KB: 100,000 fit in memory.
 *
 * @throws UserError `cancelled` when the signal aborts
 */
export async function examine(files: readonly SourceFile[], options: ExamineOptions = {}): Promise<Examination> {
  const { policy = {}, known = [], onProgress, signal } = options;
  const candidates = new Map<string, Csr>();
  const entries: BatchEntry[] = [];
  const findings = new Map<string, Finding[]>();
  let done = 0;
  for (const { path, absolutePath } of files) {
    const verdict = judge(path, read(absolutePath), policy);
    if (verdict.csr !== undefined) candidates.set(path, verdict.csr);
    if (verdict.entry !== undefined) entries.push(verdict.entry);
    if (verdict.findings.length > 0) findings.set(path, [...verdict.findings]);
    done += 1;
    if (done % SLICE === 0) {
      await new Promise(setImmediate);
      refuseWhenAborted(signal);
      onProgress?.(done);
    }
  }
  for (const rule of BATCH_RULES) {
    for (const complaint of rule.check(entries, known)) {
      const { path } = complaint;
      findings.set(path, [...(findings.get(path) ?? []), ...finding(rule, path, complaint, policy.severities ?? {})]);
    }
  }
  refuseWhenAborted(signal);
  onProgress?.(done);
  return conclude(files, candidates, findings);
}

function refuseWhenAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new UserError('cancelled', 'The run was cancelled while the CSRs were validated. Nothing was created.', {
      fix: 'Run the job again.',
    });
  }
}

function conclude(
  files: readonly SourceFile[],
  candidates: ReadonlyMap<string, Csr>,
  findings: ReadonlyMap<string, readonly Finding[]>,
): Examination {
  const csrs: Csr[] = [];
  const rejected: string[] = [];
  const keys = new Map<string, number>();
  for (const { path } of files) {
    const csr = candidates.get(path);
    if (csr !== undefined) keys.set(csr.key.name, (keys.get(csr.key.name) ?? 0) + 1);
    if (csr === undefined || findings.get(path)?.some(isError)) rejected.push(path);
    else csrs.push(csr);
  }
  return { csrs, rejected, keys, findings: files.flatMap(({ path }) => findings.get(path) ?? []) };
}
