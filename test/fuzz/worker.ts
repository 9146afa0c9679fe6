import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { isError, judge, type Verdict } from '../../src/csr/judge/judge.ts';
import type { Requirements } from '../../src/csr/policy.ts';
import { RULES } from '../../src/csr/rules/rules.ts';
import { loadSubjectPatterns } from '../../src/csr/subject-matcher.ts';
import { type KeyKind, makeCsr, makeKey, toPem } from '../csr/make-csr.ts';
import { freshKeys } from '../csr/rsa-keys.ts';
import { createRandom, mutate } from './mutate.ts';

/** What a worker is asked to do. */
export type Task =
  | {
      readonly kind: 'mutants';
      readonly originals: readonly Uint8Array[];
      readonly seed: number;
      readonly count: number;
    }
  | {
      readonly kind: 'keys';
      readonly key: KeyKind;
      readonly count: number;
      /** True: keys that share no factor, written into this directory; false: only judged one by one. */
      readonly directory: string | undefined;
      readonly prefix: string;
    };

/** What it tells: that so many more are done, the slowest of them, and what should not be. */
export interface Told {
  readonly done: number;
  readonly slowestMs: number;
  readonly failures: readonly string[];
}

const LIMIT_MS = 1_000;

/** Every rule is at work, and none of those that a user sets keeps a request from being accepted. */
const POLICY: Requirements = {
  allowedKeyTypes: ['EC P-256'],
  matchesSubject: (await loadSubjectPatterns())('(.*,)*CN=([a-z]+)*[0-9]'),
  requiredSubjectAttributes: ['CN', 'O'],
  severities: Object.fromEntries(
    ['allowed-key-types', 'subject-pattern', 'required-subject-attributes', 'thing-name'].map((id) => [id, 'notice']),
  ),
};

const ids = new Set(RULES.map(({ id }) => id));

let told: { done: number; slowestMs: number; failures: string[] } = { done: 0, slowestMs: 0, failures: [] };
let toldAt = performance.now();

function tell(force = false): void {
  if (!force && performance.now() - toldAt < 500) return;
  parentPort?.postMessage(told satisfies Told);
  told = { done: 0, slowestMs: 0, failures: [] };
  toldAt = performance.now();
}

const task = workerData as Task;
if (task.kind === 'mutants') fuzz(task);
else makeKeys(task);
tell(true);

function fuzz({ originals, seed, count }: Extract<Task, { kind: 'mutants' }>): void {
  const random = createRandom(seed);
  const accepted = new Set(originals.map((file) => judge('x', file, POLICY).csr?.csrSha256).filter(Boolean));
  const pick = (): Uint8Array => originals[random(originals.length)] ?? new Uint8Array();
  for (let n = 0; n < count; n += 1) {
    const file = mutate(pick(), pick(), random);
    const problem = problemOf(file, accepted);
    if (problem !== undefined) {
      told.failures.push(`seed ${seed}, input ${n}: ${problem}; base64 ${Buffer.from(file).toString('base64')}`);
    }
    told.done += 1;
    tell();
  }
}

function problemOf(file: Uint8Array, accepted: ReadonlySet<string | undefined>): string | undefined {
  let verdict: Verdict;
  // Of this thread: other work on the machine must not count.
  const start = process.threadCpuUsage();
  try {
    verdict = judge('x', file, POLICY);
  } catch (error) {
    return `it throws ${error instanceof Error ? error.stack : error}`;
  }
  const { user, system } = process.threadCpuUsage(start);
  const took = (user + system) / 1_000;
  told.slowestMs = Math.max(told.slowestMs, took);
  if (took > LIMIT_MS) return `it takes ${Math.round(took)} ms`;
  const { findings, csr } = verdict;
  if (findings.some(({ rule }) => !ids.has(rule))) return 'a finding names no rule';
  if (csr !== undefined && !findings.some(isError)) {
    return accepted.has(csr.csrSha256) ? undefined : 'a changed request is accepted';
  }
  if (findings.length === 0) return 'it is neither accepted nor complained of';
  // The bytes around a file in memory must not matter: whoever reads them reads past its end.
  if (file.length % 8 !== 0) return undefined;
  const text = JSON.stringify(verdict);
  for (const filler of [0x00, 0xff]) {
    const padded = new Uint8Array(file.length + 64).fill(filler);
    padded.set(file, 32);
    if (JSON.stringify(judge('x', padded.subarray(32, 32 + file.length), POLICY)) !== text) {
      return `the verdict depends on what stands around the file (${filler})`;
    }
  }
  return undefined;
}

function makeKeys({ key, count, directory, prefix }: Extract<Task, { kind: 'keys' }>): void {
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  let n = 0;
  for (const pair of directory === undefined ? freshKeys(key, count) : independent(key, count)) {
    const file = makeCsr({ key: pair, subject: [['CN', `${prefix}-${n}`]] });
    const { findings } = judge('x', file, { matchesSubject: undefined });
    if (findings.length > 0) {
      told.failures.push(`${key}: ${findings.map(({ rule }) => rule).join(', ')}; base64 ${file.toString('base64')}`);
    }
    if (directory !== undefined) writeFileSync(join(directory, `${prefix}-${n}.csr`), toPem(file));
    n += 1;
    told.done += 1;
    tell();
  }
}

function* independent(key: KeyKind, count: number): Generator<ReturnType<typeof makeKey>> {
  for (let n = 0; n < count; n += 1) yield makeKey(key);
}
