import { parentPort } from 'node:worker_threads';
import { createLocalRunner, type Task } from './csr/threads/tasks.ts';
import type { Message } from './csr/threads/worker-pool.ts';

// Door: a worker thread that judges CSRs. It gets tasks, and sends an answer to each.

const send = (message: Message): void => parentPort?.postMessage(message);
const perform = createLocalRunner((done) => send({ done }));
let last = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  last = last.then(async () => send({ answer: await perform(task) }));
});
