import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The most memory that a process has had, as Linux counts it (proc(5), VmHWM). */
export interface MemoryGauge {
  readonly watch: (child: ChildProcess) => void;
  /** MiB; 0 where the system does not tell. */
  peak(): number;
}

/** How often it is looked at: the last look before the process ends counts. */
const EVERY_MS = 20;

export function createMemoryGauge(): MemoryGauge {
  let peak = 0;
  return {
    watch(child) {
      const timer = setInterval(() => {
        try {
          const [, kib] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
          peak = Math.max(peak, Number(kib ?? 0) / 1024);
        } catch {
          // Not Linux, or it has ended.
        }
      }, EVERY_MS);
      child.once('close', () => clearInterval(timer));
    },
    peak: () => peak,
  };
}
