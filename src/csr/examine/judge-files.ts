import { createTurns } from '../../lib/turns.ts';
import type { Csr } from '../csr.ts';
import { read } from '../files/read.ts';
import type { SourceFile } from '../files/source-file.ts';
import { judge, type Verdict } from '../judge/judge.ts';
import { type Policy, requirementsOf } from '../policy.ts';
import { claim, createFileQueue, type FileQueue } from '../threads/file-queue.ts';
import type { Parallelism, TaskRunner } from '../threads/worker-pool.ts';

/** Files of one queue: workers get this many at once. */
const QUEUE_LENGTH = 512;
/** Fewer files than this are judged faster than a worker starts, mostly. */
const WORTH_WORKERS = 128;

export interface JudgeOptions {
  readonly policy: Policy;
  /** Undefined: this thread only. */
  readonly parallelism: Parallelism | undefined;
  /** Workers start at once, and judge while files are searched for. */
  readonly expectsMany?: boolean;
}

/** The judging of files, which may be under way before all of them are found. */
export interface Judging {
  /** Adds a file; workers that run start on it. */
  add(file: SourceFile): void;
  /**
   * Judges what is left of the files that were added, on this thread, too. The verdicts are in the order of `files`, and
   * do not depend on the threads.
   *
   * @param onTurn called now and then with the number of files that are done; may throw to stop
   */
  finish(files: readonly SourceFile[], onTurn: (done: number) => void): Promise<readonly Verdict[]>;
}

/** Starts to judge files, of which there are none yet. */
export function startJudging({ policy, parallelism, expectsMany = false }: JudgeOptions): Judging {
  const verdicts = new Map<string, Verdict>();
  const workers = createWorkers(policy, parallelism, createVerdictStore(verdicts));
  const queues: FileQueue[] = [];
  let unqueued: SourceFile[] = [];
  const queueFiles = (): void => {
    if (unqueued.length === 0) return;
    const queue = createFileQueue(unqueued);
    unqueued = [];
    queues.push(queue);
    workers.judge(queue);
  };

  if (expectsMany) workers.start([]);
  return {
    add(file) {
      unqueued.push(file);
      if (unqueued.length === QUEUE_LENGTH) queueFiles();
    },
    async finish(files, onTurn) {
      if (files.length < WORTH_WORKERS) workers.release();
      else workers.start(queues);
      queueFiles();
      await judgeHere(queues, policy, verdicts, onTurn);
      // A worker that has only just started may have nothing left to do.
      if (verdicts.size < files.length) await workers.finish();
      return files.map(({ path }) => {
        const verdict = verdicts.get(path);
        if (verdict === undefined) throw new Error(`No thread judged ${path}.`);
        return verdict;
      });
    },
  };
}

/** The workers of the pool that judge files besides this thread. */
interface Workers {
  /** Starts them, unless they run, with these queues first. */
  start(queues: readonly FileQueue[]): void;
  /** Tells those that run of a queue. */
  judge(queue: FileQueue): void;
  /** No further queue goes to them. */
  release(): void;
  /** Resolves when they are done with all queues. */
  finish(): Promise<void>;
}

function createWorkers(
  policy: Policy,
  parallelism: Parallelism | undefined,
  store: (path: string, verdict: Verdict) => void,
): Workers {
  let runners: readonly TaskRunner[] = [];
  const answers: Promise<void>[] = [];
  const judgeOn = async (runner: TaskRunner, queue: FileQueue): Promise<void> => {
    for (const [index, verdict] of await runner.run({ kind: 'judge', queue })) {
      store(queue.files[index]?.path ?? '', verdict);
    }
  };
  const send = (runner: TaskRunner, queue: FileQueue): void => {
    const answer = judgeOn(runner, queue);
    // When the search for files fails, nobody waits for it.
    answer.catch(() => undefined);
    answers.push(answer);
  };
  return {
    start(queues) {
      if (runners.length > 0) return;
      runners = parallelism?.pool.workers(Math.max(0, parallelism.threads - 1)) ?? [];
      for (const runner of runners) {
        // When it fails, so does every task that comes after it.
        runner.run({ kind: 'set-policy', policy }).catch(() => undefined);
        for (const queue of queues) send(runner, queue);
      }
    },
    judge(queue) {
      for (const runner of runners) send(runner, queue);
    },
    release() {
      runners = [];
    },
    async finish() {
      await Promise.all(answers);
    },
  };
}

/** Judges what no worker has claimed. */
async function judgeHere(
  queues: readonly FileQueue[],
  policy: Policy,
  verdicts: Map<string, Verdict>,
  onTurn: (done: number) => void,
): Promise<void> {
  const requirements = await requirementsOf(policy);
  const turn = createTurns();
  for (const queue of queues) {
    for (const [, { path, absolutePath }] of claim(queue)) {
      verdicts.set(path, judge(path, read(absolutePath), requirements));
      const turned = turn();
      if (turned === undefined) continue;
      await turned;
      onTurn(verdicts.size);
    }
  }
}

/** Takes verdicts of other threads, and keeps once what many have in common: each came with a copy of its own. */
function createVerdictStore(verdicts: Map<string, Verdict>): (path: string, verdict: Verdict) => void {
  const seen = new Map<string, Pick<Csr, 'key' | 'signatureAlgorithm'>>();
  return (path, verdict) => {
    if (verdict.csr === undefined) {
      verdicts.set(path, verdict);
      return;
    }
    const { key, signatureAlgorithm } = verdict.csr;
    const id = `${key.type} ${key.name} ${signatureAlgorithm}`;
    const common = seen.get(id) ?? { key, signatureAlgorithm };
    seen.set(id, common);
    verdicts.set(path, { ...verdict, path, csr: { ...verdict.csr, path, ...common } });
  };
}
