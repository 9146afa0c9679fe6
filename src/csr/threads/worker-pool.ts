import { Worker } from 'node:worker_threads';
import type { Answers, Task } from './tasks.ts';

/** Runs tasks one after another, in the order in which they come: another thread, mostly. */
export interface TaskRunner {
  /** @param onDone called now and then with the number of further items of the task that are finished */
  run<Kind extends Task['kind']>(
    task: Extract<Task, { kind: Kind }>,
    onDone?: (count: number) => void,
  ): Promise<Answers[Kind]>;
}

/** What a worker sends: `done` while it works, then `answer`. */
export type Message = { readonly done: number } | { readonly answer: Answers[Task['kind']] };

/** Threads that are started when they are first needed. */
export interface WorkerPool {
  /** The first `count` workers of the pool; starts those that do not run yet. */
  workers(count: number): readonly TaskRunner[];
  /** Stops all of them, whatever they do. Nobody has to wait for their end. */
  close(): void;
}

/** How one piece of work is spread over threads. */
export interface Parallelism {
  readonly pool: WorkerPool;
  /** Threads that work at the same time, this one included. */
  readonly threads: number;
}

/** @param script the program of a worker, src/worker.ts */
export function createWorkerPool(script: URL): WorkerPool {
  const started: Worker[] = [];
  const runners: TaskRunner[] = [];
  return {
    workers(count) {
      while (runners.length < count) {
        const worker = new Worker(script);
        started.push(worker);
        runners.push(createRunner(worker));
      }
      return runners.slice(0, count);
    },
    close() {
      for (const worker of started) void worker.terminate();
    },
  };
}

interface Waiting {
  readonly onDone: ((count: number) => void) | undefined;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

function createRunner(worker: Worker): TaskRunner {
  const waiting: Waiting[] = [];
  let failure: unknown;
  worker.on('message', (message: Message) => {
    if ('done' in message) waiting[0]?.onDone?.(message.done);
    else waiting.shift()?.resolve(message.answer);
  });
  const fail = (error: unknown): void => {
    failure ??= error;
    for (const { reject } of waiting.splice(0)) reject(failure);
  };
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`A thread that judges CSRs ended with code ${code}.`)));
  return {
    run(task, onDone) {
      return new Promise((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure);
          return;
        }
        waiting.push({ onDone, resolve: resolve as (answer: unknown) => void, reject });
        worker.postMessage(task);
      });
    },
  };
}
