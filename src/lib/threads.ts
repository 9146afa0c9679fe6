/** How work may be spread over processors. */
export interface Threads {
  /** The program of a worker thread, src/worker.ts. */
  readonly script: URL;
  /** Threads that work at the same time, this one included. */
  readonly count: number;
}
