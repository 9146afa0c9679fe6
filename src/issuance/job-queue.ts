import type { Csr } from '../csr/csr.ts';

/** A CSR that waits for its certificate to be asked for. */
export interface Job {
  readonly csr: Csr;
  /** Its place in the batch, from 0. */
  readonly index: number;
  /** Requests for it that never left this machine. */
  readonly unsent: number;
}

/** The CSRs of a batch in order; those that come back are taken first. */
export class JobQueue {
  readonly #csrs: readonly Csr[];
  readonly #returned: Job[] = [];
  #next = 0;

  constructor(csrs: readonly Csr[]) {
    this.#csrs = csrs;
  }

  /** The next job; undefined when none waits, though one under way may still come back. */
  take(): Job | undefined {
    const returned = this.#returned.pop();
    if (returned !== undefined) return returned;
    const csr = this.#csrs[this.#next];
    return csr === undefined ? undefined : { csr, index: this.#next++, unsent: 0 };
  }

  putBack(job: Job): void {
    this.#returned.push(job);
  }

  /** Jobs that came back and were not taken again. */
  get returned(): readonly Job[] {
    return this.#returned;
  }

  /** True for a job that waits: never taken, or come back. */
  isWaiting(index: number): boolean {
    return index >= this.#next || this.#returned.some((job) => job.index === index);
  }
}
