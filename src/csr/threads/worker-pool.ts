import { Worker } from 'node:worker_threads';
import type { Answers, Task } from './tasks.ts';

/** Another thread, which does tasks in the order in which they are asked. */
export interface Helper {
  /** @param onDone told how many more items of the task are finished, now and then */
  ask<Kind extends Task['kind']>(
    task: Extract<Task, { kind: Kind }>,
    onDone?: (count: number) => void,
  ): Promise<Answers[Kind]>;
}

/** What a helper sends: `done` while it works, then `answer`. */
export type Message = { readonly done: number } | { readonly answer: Answers[Task['kind']] };

/** Helpers that are started when they are first needed. */
export interface Helpers {
  /** The first `count` of them. */
  take(count: number): readonly Helper[];
  /** Stops all of them, whatever they do. Nobody has to wait for their end. */
  close(): void;
}

/** Helpers for one piece of work. */
export interface Help {
  readonly helpers: Helpers;
  /** Threads that work at the same time, this one included. */
  readonly count: number;
}

export function createHelpers(script: URL): Helpers {
  const workers: Worker[] = [];
  const helpers: Helper[] = [];
  return {
    take(count) {
      while (helpers.length < count) {
        const worker = new Worker(script);
        workers.push(worker);
        helpers.push(createHelper(worker));
      }
      return helpers.slice(0, count);
    },
    close() {
      for (const worker of workers) void worker.terminate();
    },
  };
}

interface Waiting {
  readonly onDone: ((count: number) => void) | undefined;
  resolve(answer: unknown): void;
  reject(error: unknown): void;
}

function createHelper(worker: Worker): Helper {
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
    ask(task, onDone) {
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
