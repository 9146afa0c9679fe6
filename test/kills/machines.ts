import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when something is so, or at the latest after so many milliseconds. */
export async function untilThen(isSo: () => boolean, longestMs: number): Promise<void> {
  const end = Date.now() + longestMs;
  while (!isSo() && Date.now() < end) await sleep(5);
}

export async function kill(child: ChildProcess, afterMs: number): Promise<void> {
  await sleep(afterMs);
  child.kill('SIGKILL');
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
export async function cancel(child: ChildProcess, afterMs: number): Promise<void> {
  await sleep(afterMs);
  child.kill('SIGINT');
  await sleep(7_500);
  if (child.exitCode === null) child.kill('SIGTERM');
  await sleep(2_500);
  if (child.exitCode === null) child.kill('SIGKILL');
}

/** Nothing in the process goes on for a while. */
export async function pause(child: ChildProcess, afterMs: number, forMs: number): Promise<void> {
  await sleep(afterMs);
  child.kill('SIGSTOP');
  await sleep(forMs);
  child.kill('SIGCONT');
}
