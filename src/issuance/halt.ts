import type { Outcome, Problem } from '../records/certificate.ts';
import { MAX_IN_DOUBT_IN_A_ROW, SERVICE_DOWN } from './problems.ts';

/** The end of a batch before its last CSR: by a problem that every further request would meet, or by a cancel. */
export class Halt {
  /** Aborted when nothing more may be asked for, whatever the reason. */
  readonly signal: AbortSignal;
  readonly #halted = new AbortController();
  #problem: Problem | undefined;
  #unresolvedInARow = 0;

  /** @param cancelled aborted when the job is cancelled */
  constructor(cancelled: AbortSignal) {
    this.signal = AbortSignal.any([cancelled, this.#halted.signal]);
  }

  /** Why the batch was halted, the first reason given; undefined when it was not, or only cancelled. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  because(problem: Problem): void {
    this.#problem ??= problem;
    this.#halted.abort();
  }

  /** Sees each outcome: {@link MAX_IN_DOUBT_IN_A_ROW} unresolved ones in a row halt the batch. */
  observe({ result }: Outcome): void {
    this.#unresolvedInARow = result === 'in-doubt' ? this.#unresolvedInARow + 1 : 0;
    if (this.#unresolvedInARow >= MAX_IN_DOUBT_IN_A_ROW) this.because(SERVICE_DOWN);
  }
}
